import { CountersignError } from '../errors.js';
import { CYCLONEDX_BOM, SPDX_DOCUMENT } from '../claims/index.js';
import { readSbom, type Sbom } from '../sbom/index.js';
import { openImages, type OpenImage } from './images.js';
import { openTrust } from './open-trust.js';
import { attestedPredicates, type AttestedPredicates } from './scan-attested.js';
import type { GivenFile, SbomOptions } from './sbom-options.js';
import type { Services } from './types.js';

/** The documents of an earlier release. */
export interface OpenBaseline {
  /** For people. */
  readonly name: string;
  /**
   * Of a platform (undefined: of an image without platforms, or of a folder). undefined: the earlier release did not have
   * that platform.
   */
  readonly of: (platform: string | undefined) => Sbom | undefined;
}

/**
 * Reads the baseline. Of an image only SBOM attestations count that verify and that one of the given signers made.
 * Throws CLAIM_MISSING where an image has none that counts, SBOM_INVALID, IMAGE_NOT_FOUND, and what verification throws.
 */
export async function openBaseline(
  options: SbomOptions,
  services: Services,
): Promise<OpenBaseline | undefined> {
  const { baseline } = options;
  if (baseline === undefined) return undefined;
  if (baseline.kind === 'files') return ofFiles(baseline.files);
  const { signers } = baseline;
  const keys = signers.flatMap((rule) => (rule.kind === 'key' ? [rule.publicKeyPem] : []));
  const trust = await openTrust(options.trust, keys, keys.length === signers.length, services);
  const run = await openImages(
    { ...options, images: [baseline.image], allowTag: true, platforms: 'all' },
    services,
  );
  const [open] = run.images;
  if (open === undefined) throw run.unopened[0]?.error ?? new Error('an image is neither open nor unopened');
  const found = await attestedPredicates(open, isSbomType, signers, trust);
  return ofImage(open, found);
}

const SBOM_TYPES = [SPDX_DOCUMENT, `${SPDX_DOCUMENT}/v2.3`, `${SPDX_DOCUMENT}/v2.2`, CYCLONEDX_BOM];
const isSbomType = (type: string): boolean => SBOM_TYPES.includes(type);

function ofFiles(files: readonly GivenFile[]): OpenBaseline {
  const read = files.map(({ platform, path, bytes }) => ({ platform, sbom: readSbom(bytes, path) }));
  const whole = read.find(({ platform }) => platform === undefined)?.sbom;
  return {
    name: files.map(({ path }) => path).join(', '),
    of: (platform) => {
      const own = read.find((each) => each.platform !== undefined && each.platform === platform);
      return own?.sbom ?? (whole === undefined ? undefined : partOf(whole, platform));
    },
  };
}

/** Of an index's document, the packages of one platform. */
function partOf(whole: Sbom, platform: string | undefined): Sbom {
  if (platform === undefined || whole.packages.every(({ platforms }) => platforms.length === 0)) return whole;
  return { ...whole, packages: whole.packages.filter(({ platforms }) => platforms.includes(platform)) };
}

function ofImage({ image }: OpenImage, { counted, refused }: AttestedPredicates): OpenBaseline {
  if (counted.length === 0) {
    const [first] = refused;
    throw new CountersignError('CLAIM_MISSING', {
      what: `There is no SBOM attestation on ${image.pinned} that counts as baseline${first === undefined ? '' : `: ${first.reason}`}`,
      remedy:
        'Attest the SBOM of the last release, check whose attestation counts (baseline-certificate-identity and the others), or give a file as baseline.',
    });
  }
  return {
    name: image.pinned,
    of: (platform) => {
      const here = counted.filter(({ subject }) => subject.platform === platform);
      const read = here.map(({ predicate, name, signedAt }) => ({
        sbom: readSbom(Buffer.from(JSON.stringify(predicate)), `The attestation ${name}`),
        at: signedAt?.getTime() ?? 0,
      }));
      // SPDX first: both formats of one release stand side by side, and one has to be chosen always the same way.
      const rank = ({ format }: Sbom): number => (format === 'spdx-json' ? 0 : 1);
      const [chosen] = read.sort((one, other) => other.at - one.at || rank(one.sbom) - rank(other.sbom));
      return chosen?.sbom;
    },
  };
}
