import { CountersignError } from '../errors.js';
import { DEFAULT_MIN_AGE_MS } from '../limits.js';
import { digestOf, hexOf } from '../oci/index.js';
import type { Build } from './build.js';
import { checksumOf } from './checksum-file.js';
import { verifySigned } from './signature.js';
import type { InstalledTool, ToolRequest, ToolServices } from './types.js';

/** What came beside the asset and speaks for it. It is kept with the tool, so that a restored cache is judged alike. */
export interface Evidence {
  /** The vendor's checksum file. */
  readonly checksums: Uint8Array | undefined;
  /** A Sigstore bundle: of the checksum file, or of the asset. */
  readonly bundle: Uint8Array | undefined;
  /** When the host says that the checksum file was stored. */
  readonly lastModified: Date | undefined;
}

export const NO_EVIDENCE: Evidence = { checksums: undefined, bundle: undefined, lastModified: undefined };

export type VerifiedBy = Exclude<InstalledTool['verifiedBy'], 'path'>;

/**
 * Decides whether an asset of this sha256 is what the build has to be, and by what: the table; else, strict, the vendor's
 * signature; else the vendor's checksum file. The same for what was just downloaded and for what a cache brought back.
 * Throws DIGEST_MISMATCH, TOOL_UNVERIFIABLE, TOOL_TOO_YOUNG, TOOL_REJECTED and the verifier's codes.
 */
export async function judge(
  build: Build,
  sha256: string,
  evidence: Evidence,
  request: Pick<ToolRequest, 'verify' | 'minAgeMs'>,
  services: Pick<ToolServices, 'context' | 'trust'>,
): Promise<VerifiedBy> {
  const { pinned, label } = build;
  const file = build.file ?? '';
  if (pinned !== undefined) {
    if (pinned.sha256 === sha256) return 'table';
    throw mismatch(build, file, pinned.sha256, sha256, 'the table of this release');
  }
  const way = provable(build, request.verify);
  const now = services.context.clock.now();
  const minAgeMs = request.minAgeMs ?? DEFAULT_MIN_AGE_MS;
  if (way.kind === 'checksum') {
    const list = required(evidence.checksums, label, way.list);
    const expected = checksumOf(file, textOf(list), way.list);
    if (expected !== sha256) throw mismatch(build, file, expected, sha256, way.list);
    checkAge(label, evidence.lastModified, now, minAgeMs);
    return 'checksum';
  }
  const trust = await services.trust();
  const bundle = required(evidence.bundle, label, 'signature');
  if (way.kind === 'bundle') {
    const signedAt = verifySigned(trust, file, sha256, bundle, way.signer);
    checkAge(label, signedAt, now, minAgeMs);
    return 'signature';
  }
  const list = required(evidence.checksums, label, way.list);
  const signedAt = verifySigned(trust, way.list, hexOf(digestOf(list)), bundle, way.signer);
  const expected = checksumOf(file, textOf(list), way.list);
  if (expected !== sha256) throw mismatch(build, file, expected, sha256, `the signed ${way.list}`);
  checkAge(label, signedAt, now, minAgeMs);
  return 'signature';
}

type Signer = ReturnType<NonNullable<Build['definition']['signature']>['signer']>;

/** How a build outside the table can be proved. */
export type Way =
  | { readonly kind: 'bundle'; readonly suffix: string; readonly signer: Signer }
  | {
      readonly kind: 'pair';
      readonly list: string;
      readonly signature: string;
      readonly certificate: string;
      readonly signer: Signer;
    }
  | { readonly kind: 'checksum'; readonly list: string };

/** Throws TOOL_UNVERIFIABLE where the vendor publishes nothing that this mode accepts. */
export function provable({ definition, version, label }: Build, verify: ToolRequest['verify']): Way {
  const { signature, checksums } = definition;
  const list = checksums?.(version);
  if (verify === 'checksum') {
    if (list !== undefined) return { kind: 'checksum', list };
    throw unverifiable(label, 'its vendor publishes no checksum file', 'Name a version of the table.');
  }
  if (signature === undefined) {
    throw unverifiable(
      label,
      'its vendor signs nothing with Sigstore',
      list === undefined
        ? 'Name a version of the table.'
        : "Name a version of the table, or set verify: checksum if the vendor's unsigned checksum file is enough.",
    );
  }
  const signer = signature.signer(version);
  if (signature.kind === 'bundle') return { kind: 'bundle', suffix: signature.suffix, signer };
  if (list === undefined)
    throw unverifiable(label, 'its vendor publishes no checksum file', 'Name a version of the table.');
  const { signature: sig, certificate } = signature;
  return { kind: 'pair', list, signature: `${list}${sig}`, certificate: `${list}${certificate}`, signer };
}

/** Throws TOOL_TOO_YOUNG for what is younger than this, and for what nothing says the age of. */
export function checkAge(label: string, from: Date | undefined, now: Date, minAgeMs: number): void {
  if (minAgeMs === 0) return;
  const ageMs = from === undefined ? undefined : now.getTime() - from.getTime();
  if (ageMs !== undefined && ageMs >= minAgeMs) return;
  throw new CountersignError('TOOL_TOO_YOUNG', {
    what:
      ageMs === undefined
        ? `Nothing says how old ${label} is, and it is not in the table`
        : `${label} is ${days(ageMs)} old, and min-age asks for ${days(minAgeMs)} of a version that is not in the table`,
    remedy:
      'Wait, name a version of the table, or lower min-age once you have looked at that release yourself.',
  });
}

const days = (ms: number): string => `${Math.max(0, Math.floor(ms / 8_640_000) / 10)} days`;

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Only what a cache holds can lack it: it was put there under a milder rule, or by an older release. */
function required(bytes: Uint8Array | undefined, label: string, what: string): Uint8Array {
  if (bytes !== undefined) return bytes;
  throw unverifiable(label, `nothing is kept of its ${what}`, 'Install it again.');
}

const mismatch = (
  { label }: Build,
  file: string,
  expected: string,
  found: string,
  by: string,
): CountersignError =>
  new CountersignError('DIGEST_MISMATCH', {
    what: `${file} of ${label} has the sha256 ${found}; by ${by} it has to be ${expected}`,
    remedy:
      'Nothing was installed. Do not use this file: it is not what the vendor released, or was damaged on the way.',
  });

const unverifiable = (label: string, why: string, remedy: string): CountersignError =>
  new CountersignError('TOOL_UNVERIFIABLE', {
    what: `${label} is not in the table for this platform, and ${why}`,
    remedy,
  });
