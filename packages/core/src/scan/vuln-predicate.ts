import { MAX_VULN_PREDICATE_FINDING_BYTES } from '../limits.js';
import type { ScanRun } from './scan-run.js';
import { listWithin } from './text-budget.js';
import { plainText } from './text-plain.js';
import {
  SEVERITIES,
  type Counts,
  type Gate,
  type JudgedFinding,
  type ScanRecord,
  type Severity,
} from './types.js';

/** `scanner.result.summary`, `.waived` and `.vex`: whole numbers. */
export type PredicateCounts = Readonly<Record<`${Severity}Count`, number>>;

/**
 * One of `scanner.result.findings`. Only members that are known are there. What a later run takes as its baseline: `id`,
 * `aliases`, `package`, `version`, `type`, `purl` and `severity` say which finding it is.
 */
export interface PredicateFinding {
  readonly id: string;
  /** At most MAX_ALIASES. */
  readonly aliases?: readonly string[];
  readonly package: string;
  readonly version: string;
  readonly type: string;
  readonly purl?: string;
  readonly severity: Severity;
  readonly fixState: 'fixed' | 'not-fixed' | 'wont-fix' | 'unknown';
  readonly fixedVersion?: string;
  /** Only of an index: where it was found. */
  readonly platforms?: readonly string[];
  /** Known to be exploited (CISA). */
  readonly kev?: true;
  /** open: it counts; breaks: it counts, and the gate refuses it; waived, vex: it does not count. */
  readonly state: 'open' | 'breaks' | 'waived' | 'vex';
  /** Of a waived one, `YYYY-MM-DD`. */
  readonly waivedUntil?: string;
  /** Of one that a VEX document speaks of. */
  readonly vexStatus?: 'not_affected' | 'fixed' | 'affected' | 'under_investigation';
}

/**
 * The predicate of cosign's vuln v1 (`https://cosign.sigstore.dev/attestation/vuln/v1`), with `scanner.result` of our own :
 * verdict, subject, summary, waived, vex, gate, findings, omittedFindings, ignoredByScanner. All numbers but the thresholds
 * of the gate are whole.
 */
export interface VulnPredicate {
  readonly invocation: {
    readonly parameters: readonly string[];
    readonly uri: string;
    readonly event_id: string;
    readonly 'builder.id': string;
  };
  readonly scanner: {
    /** `pkg:github/anchore/grype@v0.117.0` */
    readonly uri: string;
    readonly version: string;
    readonly db: {
      readonly uri: string;
      readonly version: string;
      /** RFC 3339; null where the scanner does not say. */
      readonly built: string | null;
      readonly checksum: string | null;
      readonly providers: readonly { readonly name: string; readonly captured: string }[];
    };
    readonly result: {
      readonly verdict: 'clean' | 'violations';
      readonly subject: {
        readonly reference: string;
        readonly digest: string | null;
        readonly platform: string | null;
      };
      /** Open findings: after waivers and VEX. */
      readonly summary: PredicateCounts;
      readonly waived: PredicateCounts;
      /** Findings that do not count because of a VEX statement. */
      readonly vex: PredicateCounts;
      readonly gate: { readonly [Name in keyof Gate]: Gate[Name] | null };
      /** Worst first. A list without an end would pass no verifier's limit: the rest is `omittedFindings`. */
      readonly findings: readonly PredicateFinding[];
      /** How many findings are left out of the list; the counts have them. A baseline with some is not whole. */
      readonly omittedFindings: number;
      /** What the scanner's own rules left out before anything was judged. */
      readonly ignoredByScanner: number;
    };
  };
  readonly metadata: { readonly scanStartedOn: string; readonly scanFinishedOn: string };
}

/** What is attested of a scan (cosign, COSIGN_VULN_ATTESTATION_SPEC.md). */
export function vulnPredicate({ subject, report, decision }: ScanRecord, run: ScanRun): VulnPredicate {
  const { scanner, database } = report;
  const { invocation } = run;
  const { kept, omitted } = listWithin(decision.findings, predicateFinding, MAX_VULN_PREDICATE_FINDING_BYTES);
  return {
    invocation: {
      parameters: invocation.parameters,
      uri: invocation.uri,
      event_id: invocation.eventId,
      'builder.id': invocation.builderId,
    },
    scanner: {
      uri: scanner.uri,
      version: scanner.version,
      db: {
        uri: database.uri ?? '',
        version: database.version ?? '',
        built: database.built?.toISOString() ?? null,
        checksum: database.checksum ?? null,
        providers: database.providers.map(({ name, captured }) => ({ name, captured })),
      },
      result: {
        verdict: decision.result,
        subject: {
          reference: text(subject.reference),
          digest: subject.digest ?? null,
          platform: subject.platform === undefined ? null : text(subject.platform),
        },
        summary: predicateCounts(decision.counts),
        waived: predicateCounts(decision.waivedCounts),
        vex: predicateCounts(decision.vexCounts),
        gate: gateDocument(decision.gate),
        findings: kept,
        omittedFindings: omitted,
        ignoredByScanner: report.ignoredByScanner,
      },
    },
    metadata: timesOf(run),
  };
}

/** RFC 3339, as both predicates have them. */
export const timesOf = ({ startedAt, finishedAt }: ScanRun): VulnPredicate['metadata'] => ({
  scanStartedOn: startedAt.toISOString(),
  scanFinishedOn: finishedAt.toISOString(),
});

/** The gate as it was applied; what is not asked is null, so that a policy can tell it from an older form. */
export const gateDocument = (gate: Gate): VulnPredicate['scanner']['result']['gate'] => ({
  failOn: gate.failOn ?? null,
  onlyFixed: gate.onlyFixed,
  onUnknownSeverity: gate.onUnknownSeverity,
  epssThreshold: gate.epssThreshold ?? null,
  kev: gate.kev,
  riskThreshold: gate.riskThreshold ?? null,
  graceDays: gate.graceDays,
  maxNew: gate.maxNew ?? null,
});

const predicateCounts = (counts: Counts): PredicateCounts =>
  Object.fromEntries(SEVERITIES.map((severity) => [`${severity}Count`, counts[severity]])) as PredicateCounts;

/** Whether a finding counts, and whether the gate refuses it. */
export function stateOf({ disposition }: JudgedFinding): PredicateFinding['state'] {
  if (disposition.kind !== 'open') return disposition.kind;
  return disposition.breaches.length > 0 ? 'breaks' : 'open';
}

/** A finding in few words, each bounded. */
export function predicateFinding(judged: JudgedFinding): PredicateFinding {
  const { finding, disposition } = judged;
  const { name, version, type, purl } = finding.package;
  const { suggested } = finding.fix;
  return {
    id: text(finding.id),
    ...(finding.aliases.length === 0 ? {} : { aliases: finding.aliases.slice(0, MAX_ALIASES).map(text) }),
    package: text(name),
    version: text(version),
    type: text(type),
    // One that has to be changed to be shown would be another package's.
    ...(purl === undefined || text(purl) !== purl ? {} : { purl }),
    severity: finding.severity,
    fixState: finding.fix.state,
    ...(suggested === undefined ? {} : { fixedVersion: text(suggested) }),
    ...(finding.platforms.length === 0 ? {} : { platforms: finding.platforms.map(text) }),
    ...(finding.kev === undefined ? {} : { kev: true }),
    state: stateOf(judged),
    ...(disposition.kind === 'waived' ? { waivedUntil: disposition.waiver.expires } : {}),
    ...(disposition.kind === 'vex' ? { vexStatus: disposition.vex.status } : {}),
  };
}

const MAX_ALIASES = 10;
const MAX_TEXT_CHARS = 1024;
const text = (value: string): string => plainText(value, MAX_TEXT_CHARS);
