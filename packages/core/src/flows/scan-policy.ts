import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { TYPES_OF_NAME } from '../claims/index.js';
import type { Subject } from '../digest-set/index.js';
import { MAX_DOCUMENT_BYTES } from '../limits.js';
import { readBounded, unreadableInput } from '../read-bounded.js';
import {
  parseVex,
  parseWaivers,
  readScanReport,
  withoutFuture,
  type ScanReport,
  type VexDocument,
  type Waiver,
} from '../scan/index.js';
import type { OpenImage } from './images.js';
import { attestedPredicates, newestOf, openBaselineImage, openTrustFor } from './scan-attested.js';
import type { ScanOptions } from './scan-options.js';
import { readReport } from './scan-run.js';
import { foundWaivers, WAIVERS_PATH } from './scan-waivers.js';
import type { Services } from './types.js';

const MISNAMED_WAIVERS_PATH = '.countersign/waivers.yml';

/** What people have decided beforehand: accepted risks, statements that do not apply, what is not new. */
export interface ScanPolicy {
  readonly waivers: readonly Waiver[];
  readonly vex: readonly VexDocument[];
  /** By platform, undefined for the digest that was named; answers undefined where no baseline was asked for. */
  readonly baselineFor: (platform: string | undefined) => Promise<ScanReport | undefined>;
  readonly notices: readonly { readonly level: 'notice' | 'warning'; readonly text: string }[];
}

/**
 * Reads all of it before anything is scanned. Nothing that cannot be read is passed over. Throws INPUT_INVALID, the codes of
 * parseWaivers and parseVex, CLAIM_MISSING for an attested baseline that is not there, and what registry and trust throw.
 */
export async function readScanPolicy(
  options: ScanOptions,
  image: OpenImage | undefined,
  services: Services,
): Promise<ScanPolicy> {
  const [waivers, misnamed, vexFiles, vexAttested, baselineFor] = await Promise.all([
    readWaivers(options, services),
    options.waivers === undefined ? misnamedWaivers(services) : [],
    Promise.all(options.vexFiles.map((path) => readVexFile(path, services))),
    readAttestedVex(options, image, services),
    readBaseline(options, image, services),
  ]);
  const vex = withoutFuture([...vexFiles, ...vexAttested.documents], services.context.clock.now());
  return {
    waivers,
    vex: vex.documents,
    baselineFor,
    notices: [
      ...misnamed,
      ...vexAttested.notices,
      ...vex.ignored.map((text) => ({ level: 'warning' as const, text })),
    ],
  };
}

/** A waiver file of nearly the right name waives nothing: whoever wrote it has to be told. */
async function misnamedWaivers({ workDir }: Services): Promise<ScanPolicy['notices']> {
  const isThere = await access(join(workDir, MISNAMED_WAIVERS_PATH)).then(
    () => true,
    () => false,
  );
  const text = `${MISNAMED_WAIVERS_PATH} is not read unless it is named (waivers): the waivers that are looked for are in ${WAIVERS_PATH}.`;
  return isThere ? [{ level: 'warning', text }] : [];
}

async function readWaivers(
  { waivers, maxWaiverDays }: ScanOptions,
  { workDir, context }: Services,
): Promise<readonly Waiver[]> {
  const bytes =
    waivers === undefined
      ? await foundWaivers(workDir)
      : await readInput('waivers', resolve(workDir, waivers));
  if (bytes === undefined) return [];
  return parseWaivers(bytes, waivers ?? WAIVERS_PATH, { now: context.clock.now(), maxWaiverDays });
}

async function readVexFile(path: string, { workDir }: Services): Promise<VexDocument> {
  return parseVex(await readInput('vex', resolve(workDir, path)), path);
}

async function readAttestedVex(
  options: ScanOptions,
  image: OpenImage | undefined,
  services: Services,
): Promise<{ readonly documents: readonly VexDocument[]; readonly notices: ScanPolicy['notices'] }> {
  const { vexSigners } = options;
  if (vexSigners.length === 0 || image === undefined) return { documents: [], notices: [] };
  const trust = await openTrustFor(vexSigners, options, services);
  const types: readonly string[] = TYPES_OF_NAME.openvex;
  const { counted, refused } = await attestedPredicates(
    image,
    (predicateType) => types.includes(predicateType),
    vexSigners,
    trust,
  );
  const documents = counted.map(({ predicate, name, subject }) =>
    saidOf(subject, parseVex(Buffer.from(JSON.stringify(predicate)), `attestation ${name}`)),
  );
  services.context.log.info(`${counted.length} OpenVEX attestations on the image count.`);
  return {
    documents,
    notices: refused.map(({ subject, reason }) => ({
      level: 'warning',
      text: `An OpenVEX attestation on ${subject.platform ?? 'the image'} does not count: ${reason}`,
    })),
  };
}

/** An attestation on one platform that names a package alone is about that platform's, not about all that are called so. */
const saidOf = ({ digest }: Subject, { path, statements }: VexDocument): VexDocument => ({
  path,
  statements: statements.map((statement) => ({
    ...statement,
    products: statement.products.map((product) => ({
      ...product,
      image: product.image ?? { digest, repository: undefined },
    })),
  })),
});

async function readBaseline(
  options: ScanOptions,
  image: OpenImage | undefined,
  services: Services,
): Promise<ScanPolicy['baselineFor']> {
  const { baseline } = options;
  if (baseline === undefined) return () => Promise.resolve(undefined);
  if (baseline.kind === 'file') {
    const report = await readReport(resolve(services.workDir, baseline.path));
    return () => Promise.resolve(report);
  }
  const { signers } = baseline;
  const base =
    baseline.image === undefined ? image : await openBaselineImage(baseline.image, options, services);
  if (base === undefined) throw new Error('an attested baseline has no image');
  const trust = await openTrustFor(signers, options, services);
  const types: readonly string[] = TYPES_OF_NAME.vuln;
  const found = await attestedPredicates(
    base,
    (predicateType) => types.includes(predicateType),
    signers,
    trust,
  );
  return (platform) => {
    const { predicate, name } = newestOf(found, platform, base);
    return readScanReport(once(Buffer.from(JSON.stringify(predicate))), `attestation ${name}`);
  };
}

async function readInput(input: string, path: string): Promise<Uint8Array> {
  try {
    return await readBounded(path, MAX_DOCUMENT_BYTES);
  } catch (error) {
    throw unreadableInput(input, path, error);
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- an async iterable of one piece
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
