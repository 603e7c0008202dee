import { categoriesOf } from './sarif.js';
import { xmlText } from './text-xml.js';
import type { JudgedFinding, ScanRecord } from './types.js';
import { stateOf } from './vuln-predicate.js';

/**
 * JUnit XML in pieces: one suite for each record. Its first case is the gate itself, which fails where the verdict is not
 * clean, so no suite is without a case; then one case for each finding: failed where it breaks the gate, skipped where a
 * waiver or VEX covers it, else passed.
 */
export function* junitOf(records: readonly ScanRecord[]): Iterable<string> {
  const names = categoriesOf(records);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="countersign scan"${totals(records)}>\n`;
  for (const [index, record] of records.entries()) {
    const name = xmlText(names[index] ?? '');
    yield `<testsuite name="${name}"${totals([record])}${timeOf(record)}>\n`;
    yield gateCase(record, name);
    for (const judged of record.decision.findings) yield findingCase(judged, name);
    yield '</testsuite>\n';
  }
  yield '</testsuites>\n';
}

function totals(records: readonly ScanRecord[]): string {
  const all = records.flatMap(({ decision }) => [
    decision.result === 'clean' ? 'open' : 'breaks',
    ...decision.findings.map(stateOf),
  ]);
  const failures = all.filter((state) => state === 'breaks').length;
  const skipped = all.filter((state) => state === 'waived' || state === 'vex').length;
  return ` tests="${all.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}

const timeOf = ({ report: { finishedAt } }: ScanRecord): string =>
  finishedAt === undefined ? '' : ` timestamp="${finishedAt.toISOString()}"`;

function gateCase({ subject, decision }: ScanRecord, suite: string): string {
  const open = `<testcase classname="${suite}" name="gate"`;
  if (decision.result === 'clean') return `${open}/>\n`;
  const breaking = decision.findings.filter((judged) => stateOf(judged) === 'breaks').length;
  const message = xmlText(`${breaking} findings break the gate for ${subject.reference}`);
  return `${open}><failure type="gate" message="${message}"/></testcase>\n`;
}

function findingCase(judged: JudgedFinding, suite: string): string {
  const { finding, disposition } = judged;
  const { name, version, type } = finding.package;
  const open = `<testcase classname="${suite}" name="${xmlText(`${finding.id} ${name} ${version} (${type})`)}"`;
  switch (disposition.kind) {
    case 'open': {
      if (disposition.breaches.length === 0) return `${open}/>\n`;
      const why = disposition.breaches.map(({ text }) => text).join('; ');
      const { suggested } = finding.fix;
      const fix = suggested === undefined ? 'No fix is known.' : `Upgrade ${name} to ${suggested}.`;
      return `${open}><failure type="${finding.severity}" message="${xmlText(why)}">${xmlText(fix)}</failure></testcase>\n`;
    }
    case 'waived': {
      const { expires, owner, reason } = disposition.waiver;
      return `${open}><skipped message="${xmlText(`waived until ${expires} by ${owner}: ${reason}`)}"/></testcase>\n`;
    }
    case 'vex': {
      const { status, document } = disposition.vex;
      return `${open}><skipped message="${xmlText(`VEX ${status}, ${document}`)}"/></testcase>\n`;
    }
  }
}
