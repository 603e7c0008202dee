import type { ScanRecord } from '../scan/index.js';

/** Of a scan: what was found and decided, and where it was written. Every word of it is the records'. */
export interface ScanPart {
  /** error: something was not scanned or not judged, so nobody knows; the records that there are stand beside the report's error. */
  readonly result: 'clean' | 'violations' | 'error';
  /** One for each platform, and for an index one more, without a platform, that has the findings of all. */
  readonly records: readonly ScanRecord[];
  readonly files: ScanFiles;
  /** Sentences about the scan itself: rules of the scanner that hide findings, what could not be fetched. */
  readonly notices: readonly string[];
  readonly judgedAt: Date;
  /** The database that grype decided with; absent where existing reports were judged. */
  readonly database?: ScanDatabase;
  /** The longest that a waiver may run: the entry that is suggested keeps to it. */
  readonly maxWaiverDays: number;
}

/** Absolute paths of what was written, before the verdict. */
export interface ScanFiles {
  readonly folder: string;
  readonly sarif: string;
  readonly junit: string | undefined;
  /** The findings as Markdown. */
  readonly summary?: string;
  readonly subjects: readonly ScanSubjectFiles[];
}

export interface ScanSubjectFiles {
  readonly reference: string;
  readonly platform: string | undefined;
  /** The scanner's own JSON; undefined of an index, which is judged by its platforms. */
  readonly report: string | undefined;
  /** cosign's vuln v1, to be attested. */
  readonly predicate: string;
  readonly vdr: string | undefined;
  readonly inTotoVulns: string | undefined;
}

export interface ScanDatabase {
  readonly built: Date;
  readonly schema: string;
  /** A name under which a cache may keep it; empty where nothing names its bytes. */
  readonly cacheKey: string;
  /** The folder to keep. */
  readonly folder: string;
}
