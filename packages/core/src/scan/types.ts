import type { Digest } from '../oci/index.js';

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'negligible', 'unknown'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How many findings there are of each severity. */
export type Counts = Readonly<Record<Severity, number>>;

/** One vulnerability in one package, as a scanner reported it; text of others, bounded when it was read. */
export interface Finding {
  /** The scanner's id: `CVE-…`, `GHSA-…`. */
  readonly id: string;
  /** Other ids of the same vulnerability (grype's relatedVulnerabilities), without `id`. */
  readonly aliases: readonly string[];
  readonly severity: Severity;
  readonly package: {
    readonly name: string;
    readonly version: string;
    /** The scanner's word: deb, apk, npm, go-module, … */
    readonly type: string;
    readonly purl: string | undefined;
    readonly locations: readonly string[];
  };
  /** Platforms of the image that it was found on; empty for a single manifest, a folder or a file. */
  readonly platforms: readonly string[];
  readonly fix: {
    readonly state: 'fixed' | 'not-fixed' | 'wont-fix' | 'unknown';
    readonly versions: readonly string[];
    /** The scanner's nearest suggestion, else the first of `versions`. */
    readonly suggested: string | undefined;
    /** The day (UTC) from which a fix was available; undefined where the scanner does not say. */
    readonly availableSince: Date | undefined;
  };
  /** Probability 0 to 1, the largest of all ids. */
  readonly epss: number | undefined;
  readonly kev:
    | { readonly dateAdded: string; readonly dueDate: string | undefined; readonly ransomware: boolean }
    | undefined;
  /** grype's 0 to 100. */
  readonly risk: number | undefined;
  /** The highest CVSS base score. */
  readonly cvss: { readonly score: number; readonly vector: string; readonly version: string } | undefined;
  readonly description: string;
  readonly urls: readonly string[];
}

/** What one run of a scanner found on one subject. */
export interface ScanReport {
  readonly scanner: { readonly name: string; readonly version: string; readonly uri: string };
  readonly database: {
    readonly uri: string | undefined;
    readonly version: string | undefined;
    readonly built: Date | undefined;
    /** `sha256:…` or `xxh64:…` as the scanner states it. */
    readonly checksum: string | undefined;
    readonly providers: readonly { readonly name: string; readonly captured: string }[];
  };
  readonly startedAt: Date | undefined;
  readonly finishedAt: Date | undefined;
  /** Digests that the report says were scanned; empty for a folder. */
  readonly describes: readonly Digest[];
  /** `host/repository@digest`, a path, as the report says. */
  readonly target: string;
  readonly findings: readonly Finding[];
  /** What the scanner itself left out by rules of its own (grype's ignoredMatches): never counted as clean silently. */
  readonly ignoredByScanner: number;
  /** Sentences of the scanner: a distribution past its end of life. */
  readonly alerts: readonly string[];
  /** What reports of this kind do not say; rules about it cannot be held against them. Absent: they say everything. */
  readonly lacks?: readonly ('epss' | 'kev' | 'risk')[];
  /**
   * The distribution whose packages were looked for (`debian 12`), empty where the scanner knew none: packages of one were
   * looked for nowhere then. Absent: reports of this kind do not say.
   */
  readonly distribution?: string;
  /** A folder or a file was scanned, and no image. */
  readonly isOfFolder?: true;
  /** The scanner looked into nothing that has packages: no findings of it mean nothing. */
  readonly isEmpty?: true;
  /** Findings that the report counts and does not list (our predicate, cut to size): good for a baseline, not for a verdict. */
  readonly omittedFindings?: number;
}

/** What the gate is set to. Written into the predicate as it stands (`scanner.result.gate`). */
export interface Gate {
  /** This severity and every one above; undefined: severity does not decide. */
  readonly failOn: Exclude<Severity, 'unknown'> | undefined;
  /** Only findings with a fix count for `failOn`. */
  readonly onlyFixed: boolean;
  readonly onUnknownSeverity: 'fail' | 'warn' | 'ignore';
  readonly epssThreshold: number | undefined;
  readonly kev: 'fail' | 'ignore';
  readonly riskThreshold: number | undefined;
  /** Days by severity, counted from the day on which a fix was available; a severity that is absent has none. */
  readonly graceDays: Readonly<Partial<Record<Severity, number>>>;
  /** At most so many findings that the baseline does not have; undefined: not asked. */
  readonly maxNew: number | undefined;
}

/** One rule of the gate that a finding breaks. */
export interface Breach {
  readonly rule: 'severity' | 'unknown-severity' | 'epss' | 'kev' | 'risk' | 'new';
  /** A sentence: `high, and fail-on is high; a fix has been out for 12 days (grace: 7)`. */
  readonly text: string;
}

/** One entry of the waiver file (docs/schema/waivers.v1.json). */
export interface Waiver {
  /** Its place in the file, from 1, for messages. */
  readonly index: number;
  readonly id: string;
  /** A package URL (without version: every version) or a name; undefined: every package. */
  readonly package: string | undefined;
  /** A version range of the package; undefined: every version. */
  readonly versions: string | undefined;
  /** `registry/repository` patterns; empty: every image. */
  readonly images: readonly string[];
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`; it ends with that day in UTC. */
  readonly expires: string;
  readonly untilFixed: boolean;
  readonly allowKev: boolean;
}

export interface WaiverState {
  readonly waiver: Waiver;
  readonly state: 'active' | 'expiring' | 'expired' | 'unused';
  readonly daysLeft: number;
  /** Its `images` are others than the one scanned. */
  readonly isOfOthers: boolean;
  /** Findings that it covers, or would if it had not expired. */
  readonly matched: number;
}

/** A statement of a VEX document that was taken into account. */
export interface VexUse {
  readonly document: string;
  readonly status: 'not_affected' | 'fixed' | 'affected' | 'under_investigation';
  readonly justification: string | undefined;
}

/** A statement that matched nothing of one subject; it may match another's. */
export interface UnmatchedVex {
  /** Its place among those of all documents, the same for every subject. */
  readonly place: number;
  /** Document and statement, for people. */
  readonly name: string;
  /** The subject has a finding of this id, and none of the products is about it. */
  readonly hasFinding: boolean;
}

/** What was decided about a finding. Only `open` ones are counted and can break the gate. */
export type Disposition =
  | { readonly kind: 'open'; readonly breaches: readonly Breach[]; readonly note: string | undefined }
  | { readonly kind: 'waived'; readonly waiver: Waiver }
  | { readonly kind: 'vex'; readonly vex: VexUse };

export interface JudgedFinding {
  readonly finding: Finding;
  readonly disposition: Disposition;
  /** Not in the baseline; undefined where there is none. */
  readonly isNew: boolean | undefined;
}

/** The verdict about one subject. Every output copies it; none works out its own. */
export interface ScanDecision {
  readonly result: 'clean' | 'violations';
  readonly gate: Gate;
  /** Worst first: breaches, then KEV, severity, EPSS, id. */
  readonly findings: readonly JudgedFinding[];
  /** Open findings, after waivers and VEX. */
  readonly counts: Counts;
  readonly waivedCounts: Counts;
  readonly vexCounts: Counts;
  readonly waivers: readonly WaiverState[];
  /** VEX statements that matched nothing of this subject. */
  readonly unmatchedVex: readonly UnmatchedVex[];
  readonly newCount: number | undefined;
}

/** One subject that was scanned and judged: what every output is made from. */
export interface ScanRecord {
  readonly subject: {
    /** `host/repository@digest`, or the path of a folder or file. */
    readonly reference: string;
    /** undefined for a folder or file. */
    readonly digest: Digest | undefined;
    /** undefined for the digest that was named (index or single manifest). */
    readonly platform: string | undefined;
  };
  readonly report: ScanReport;
  readonly decision: ScanDecision;
}
