import type { Context } from '../context.js';
import type { CredentialSources } from '../registry/index.js';
import type { TrustMaterial } from '../trust/index.js';
import type { ToolName } from './names.js';
import type { Platform } from './platform.js';

/** A tool that is there and was verified as `verifiedBy` says. */
export interface InstalledTool {
  readonly name: ToolName;
  readonly version: string;
  /** Absolute path of the program. */
  readonly path: string;
  /** Of the program, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly source: 'tool-cache' | 'path' | 'mirror' | 'release';
  /** `path`: not verified, its version was checked. */
  readonly verifiedBy: 'table' | 'signature' | 'checksum' | 'path';
}

/** strict: the table or the vendor's signature; checksum: the vendor's checksum file is enough for what is not in the table. */
export type VerifyMode = 'strict' | 'checksum';

export interface ToolRequest {
  readonly name: ToolName;
  /** undefined: the default version, which the table holds for most. */
  readonly version: string | undefined;
  readonly allowPath: boolean;
  /** A base URL with the layout of github.com, `oci://host/repository`, or a layout folder `oci:FOLDER`. */
  readonly mirror?: string;
  readonly verify: VerifyMode;
  /** Milliseconds that a version outside the table must be old; DEFAULT_MIN_AGE_MS without it. */
  readonly minAgeMs?: number;
}

/** The outside world of an installation; the services of a flow with its trust. */
export interface ToolServices {
  readonly context: Context;
  /** Where tools are kept: `<tool>/<version>/<arch>/`. */
  readonly toolCacheDir: string;
  readonly tempDir: string;
  /** PATH is searched and handed on; nothing else is read but what scrubbedEnvironment lets through. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For a mirror that is a registry. */
  readonly credentials: CredentialSources;
  /** Called only where a signature has to be verified. */
  readonly trust: () => Promise<TrustMaterial>;
  /** Where the relative path of a mirror's folder starts. */
  readonly workDir?: string;
  /** In place of github.com. */
  readonly releases?: ReleaseHost;
  /** In place of this machine's. */
  readonly platform?: Platform;
  /** In place of the table of checksums.json: for tests. */
  readonly table?: ChecksumTable;
}

/** Where vendors' releases are downloaded from. */
export interface ReleaseHost {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** The other hosts that it may redirect to. */
  readonly redirectHosts: readonly string[];
}

/** sha256 of release assets: by tool, version and platform. */
export interface ChecksumTable {
  /** What each name in `sources` stands for. */
  readonly sources: Readonly<Record<string, string>>;
  readonly tools: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, PinnedAsset>>>>>>;
}

export interface PinnedAsset {
  readonly asset: string;
  readonly sha256: string;
  /** Names of ChecksumTable.sources; confirmed where two or more agree (isConfirmed). The vendor's release counts once. */
  readonly sources: readonly string[];
  /** The day (UTC) on which the vendor's release was downloaded and verified; only with the source of its name. */
  readonly releaseVerified?: string;
}
