import { MAX_DOCUMENT_SCAN_FINDINGS } from '../limits.js';
import { plainText } from '../scan/text-plain.js';
import { gateDocument, predicateFinding } from '../scan/vuln-predicate.js';
import type { JudgedFinding, ScanRecord } from '../scan/index.js';
import { alertsOf, breakingOf, openOf } from './scan-facts.js';
import type { ScanPart } from './scan-part.js';

/** The member `scan` of the document: verdict, counts, the worst open findings and where the rest is. */
export const scanDocument = ({ result, records, files, notices }: ScanPart): object => ({
  result,
  subjects: records.map(recordDocument),
  files: {
    folder: files.folder,
    sarif: files.sarif,
    junit: files.junit ?? null,
    subjects: files.subjects.map(({ reference, platform, report, predicate, vdr, inTotoVulns }) => ({
      reference: text(reference),
      platform: textOrNull(platform),
      report: report ?? null,
      predicate,
      vdr: vdr ?? null,
      inTotoVulns: inTotoVulns ?? null,
    })),
  },
  alerts: alertsOf(records).slice(0, MAX_DOCUMENT_SCAN_FINDINGS).map(text),
  notices: notices.map(text),
});

function recordDocument(record: ScanRecord): object {
  const { subject, report, decision } = record;
  const open = openOf(record);
  const listed = open.slice(0, MAX_DOCUMENT_SCAN_FINDINGS);
  return {
    reference: text(subject.reference),
    digest: subject.digest ?? null,
    platform: textOrNull(subject.platform),
    result: decision.result,
    gate: gateDocument(decision.gate),
    counts: decision.counts,
    waived: decision.waivedCounts,
    vex: decision.vexCounts,
    newCount: decision.newCount ?? null,
    breakingCount: breakingOf(record).length,
    findings: listed.map(findingDocument),
    omittedFindings: open.length - listed.length,
    waivers: decision.waivers.map(({ waiver, state, daysLeft, matched }) => ({
      index: waiver.index,
      id: text(waiver.id),
      package: textOrNull(waiver.package),
      owner: text(waiver.owner),
      reason: text(waiver.reason),
      expires: waiver.expires,
      state,
      daysLeft,
      matched,
    })),
    scanner: {
      name: text(report.scanner.name),
      version: text(report.scanner.version),
      ignored: report.ignoredByScanner,
    },
    database: {
      built: report.database.built?.toISOString() ?? null,
      version: textOrNull(report.database.version),
      checksum: textOrNull(report.database.checksum),
    },
  };
}

const findingDocument = (judged: JudgedFinding): object => ({
  ...predicateFinding(judged),
  epss: judged.finding.epss ?? null,
  risk: judged.finding.risk ?? null,
  isNew: judged.isNew ?? null,
  breaches:
    judged.disposition.kind === 'open'
      ? judged.disposition.breaches.map(({ rule, text: why }) => ({ rule, text: text(why) }))
      : [],
});

const MAX_TEXT_CHARS = 1000;
const text = (value: string): string => plainText(value, MAX_TEXT_CHARS);
const textOrNull = (value: string | undefined): string | null => (value === undefined ? null : text(value));
