import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_MIN_AGE_MS, MAX_TOOL_BYTES } from '../../limits.js';
import { isArchive, noBuild, type Build } from '../build.js';
import { checkSaysVersion } from '../cache.js';
import { download } from '../download.js';
import { gather } from '../gather.js';
import { checkAge, judge, NO_EVIDENCE } from '../judge.js';
import type { ToolName } from '../names.js';
import { platformKey, thisPlatform, type Platform, type PlatformKey } from '../platform.js';
import { GITHUB_RELEASES, releaseSource } from '../source.js';
import type { ToolServices } from '../types.js';
import { unpackProgram } from '../unpack.js';

/** What a vendor's release was verified by; `release`: by nothing, the vendor publishes nothing beside the file. */
export type VendorProof = 'signature' | 'checksums' | 'release';

/** A file of a vendor's release, hashed as it was downloaded. */
export interface VendorFile {
  readonly name: ToolName;
  readonly version: string;
  readonly platform: Platform;
  readonly key: PlatformKey;
  readonly asset: string;
  /** 64 hexadecimal digits, of the release's file. */
  readonly sha256: string;
  readonly proof: VendorProof;
}

/**
 * Downloads a build from its vendor's release and verifies it by the strongest that this vendor publishes, as an installation
 * outside the table does; nothing stays on disk. undefined: the release lacks the file, or what has to prove it. Throws TOOL_TOO_YOUNG,
 * TOOL_REJECTED, DIGEST_MISMATCH, the verifier's codes, and the ..._UNAVAILABLE of what was asked.
 */
export async function fetchVendorFile(
  build: Build,
  services: ToolServices,
  minAgeMs = DEFAULT_MIN_AGE_MS,
): Promise<VendorFile | undefined> {
  const { definition, version, platform, file, label } = build;
  const { context } = services;
  if (file === undefined) throw noBuild(build);
  const proof = proofOf(build);
  const mode = { verify: proof === 'signature' ? 'strict' : 'checksum', minAgeMs } as const;
  const { repository, name } = definition;
  const source = releaseSource(context, 'release', services.releases ?? GITHUB_RELEASES, repository, version);

  const evidence = proof === 'release' ? NO_EVIDENCE : await gather(build, file, source, mode, services);
  if (evidence === undefined) return undefined;
  const staging = await mkdtemp(join(services.tempDir, 'countersign-release-'));
  try {
    const asset = join(staging, 'asset');
    const downloaded = await download(context, source, file, asset, MAX_TOOL_BYTES);
    if (downloaded === undefined) return undefined;
    const { sha256, lastModified } = downloaded;
    if (proof === 'release') checkAge(label, lastModified, context.clock.now(), minAgeMs);
    else await judge(build, sha256, evidence, mode, services);
    await checkInstallable(build, file, staging, proof, services);
    return { name, version, platform, key: platformKey(platform), asset: file, sha256, proof };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

function proofOf({ definition: { signature, checksums } }: Build): VendorProof {
  if (signature !== undefined) return 'signature';
  return checksums === undefined ? 'release' : 'checksums';
}

/**
 * An archive has to hold the program. Where only the program says its version it is asked, if it runs here and its vendor signed
 * it: what nobody signed is never run where the table is made.
 */
async function checkInstallable(
  build: Build,
  file: string,
  staging: string,
  proof: VendorProof,
  services: ToolServices,
): Promise<void> {
  const asset = join(staging, 'asset');
  const runs = proof === 'signature' && platformKey(build.platform) === platformKey(thisPlatform());
  const program = isArchive(file) ? join(staging, 'program') : asset;
  if (isArchive(file))
    await unpackProgram({ path: asset, name: file, program: build.program }, runs ? program : undefined);
  if (!runs) return;
  await chmod(program, 0o755);
  await checkSaysVersion(build, program, 'signature', services);
}
