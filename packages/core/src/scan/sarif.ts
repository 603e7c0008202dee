import { MAX_SARIF_LISTED_BYTES, MAX_SARIF_RESULTS_PER_RUN, MAX_SARIF_RUNS } from '../limits.js';
import { Fingerprints, findingsById } from './fingerprint.js';
import { sarifResult } from './sarif-result.js';
import { SarifRules } from './sarif-rule.js';
import { plainText } from './text-plain.js';
import type { ScanRecord } from './types.js';

/** Where a finding is shown that has no place of its own: a Dockerfile, or a path that stands for the image. */
export interface SarifAbout {
  readonly location: string;
}

/**
 * SARIF 2.1.0 in pieces of text: one run for each record, its category (`automationDetails.id`) after repository and platform.
 * It keeps to what GitHub takes: 20 runs, 25,000 results in each and a size that compresses well below 10 MB. What is left out
 * is the least severe, and each run says how much that is, in a notification and in `properties.countersign`. Waived findings and those
 * of VEX are results with a suppression. The verdict is the records' own; nothing here decides.
 */
export function* sarifOf(records: readonly ScanRecord[], about: SarifAbout): Iterable<string> {
  const runs = records.slice(0, MAX_SARIF_RUNS);
  const categories = categoriesOf(runs);
  yield `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[`;
  let room = MAX_SARIF_LISTED_BYTES;
  for (const [index, record] of runs.entries()) {
    if (index > 0) yield ',\n';
    // What one does not use is the others'.
    const budget = Math.floor(room / (runs.length - index));
    room -= yield* runOf(record, { ...about, category: categories[index] ?? '', budget });
  }
  yield `],"properties":${JSON.stringify({ countersign: { subjectsLeftOut: records.length - runs.length } })}}\n`;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** `countersign-scan/<repository>/<platform>/`: GitHub takes what stands before the last slash as the category. */
export function categoriesOf(records: readonly Pick<ScanRecord, 'subject'>[]): readonly string[] {
  const seen = new Map<string, number>();
  return records.map(({ subject: { reference, platform } }) => {
    const category = [
      'countersign-scan',
      repositoryOf(reference),
      ...(platform === undefined ? [] : [platform]),
    ]
      .map((part) => plainText(part, MAX_NAME_CHARS))
      .join('/');
    const times = (seen.get(category) ?? 0) + 1;
    seen.set(category, times);
    // GitHub refuses a file with two runs of one category: two digests of a repository are told apart by their order.
    return times === 1 ? `${category}/` : `${category}/${times}/`;
  });
}

/** `host/repository@digest` -> `host/repository`; a path stays as it is. */
export function repositoryOf(reference: string): string {
  const at = reference.lastIndexOf('@sha256:');
  return at < 0 ? reference : reference.slice(0, at);
}

interface RunAbout extends SarifAbout {
  readonly category: string;
  readonly budget: number;
}

/** Returns how much of its budget it used. */
function* runOf(record: ScanRecord, { location, category, budget }: RunAbout): Generator<string, number> {
  const { report, decision, subject } = record;
  const { findings } = decision;
  const byId = findingsById(findings.map(({ finding }) => finding));
  const fingerprints = new Fingerprints(byId);
  const rules = new SarifRules(byId);
  const results: string[] = [];
  let room = budget;
  for (const judged of findings) {
    if (results.length === MAX_SARIF_RESULTS_PER_RUN) break;
    const { index, added } = rules.take(judged.finding);
    const fingerprint = fingerprints.of(judged.finding);
    const result = JSON.stringify(sarifResult(judged, { subject, location, ruleIndex: index, fingerprint }));
    // JSON of plain text is ASCII but for names in other scripts: near enough for a bound with room to spare.
    if (result.length + added > room) break;
    room -= result.length + added;
    results.push(result);
  }
  const omitted = findings.length - results.length;
  yield `{"tool":{"driver":{${driverMembers(report)},"rules":[`;
  yield* separated(rules.taken());
  yield `]}},"automationDetails":${JSON.stringify({ id: category })}`;
  yield `,"invocations":[${JSON.stringify(invocationOf(record, omitted))}],"columnKind":"utf16CodeUnits","results":[`;
  yield* separated(results);
  yield `],"properties":${JSON.stringify({ countersign: aboutOf(record, omitted) })}}`;
  return budget - room;
}

/** The driver is this project, which judged; the scanner and its database are in the properties. */
const driverMembers = ({ scanner }: ScanRecord['report']): string =>
  JSON.stringify({
    name: 'Countersign',
    fullName: `Countersign scan with ${plainText(`${scanner.name} ${scanner.version}`, MAX_NAME_CHARS)}`,
    properties: {
      scanner: plainText(scanner.name, MAX_NAME_CHARS),
      scannerVersion: plainText(scanner.version, MAX_NAME_CHARS),
    },
  }).slice(1, -1);

const invocationOf = ({ report }: ScanRecord, omitted: number): object => ({
  executionSuccessful: true,
  ...(report.startedAt === undefined ? {} : { startTimeUtc: report.startedAt.toISOString() }),
  ...(report.finishedAt === undefined ? {} : { endTimeUtc: report.finishedAt.toISOString() }),
  toolExecutionNotifications: [
    ...(omitted === 0
      ? []
      : [
          {
            level: 'warning',
            message: {
              text: `${omitted} findings are left out, the least severe ones: GitHub takes no larger file. The scanner's report has them all.`,
            },
          },
        ]),
    ...report.alerts
      .slice(0, MAX_ALERTS)
      .map((alert) => ({ level: 'warning', message: { text: plainText(alert, MAX_ALERT_CHARS) } })),
  ],
});

const aboutOf = ({ subject, report, decision }: ScanRecord, omitted: number): object => ({
  result: decision.result,
  reference: plainText(subject.reference, MAX_ALERT_CHARS),
  digest: subject.digest ?? null,
  platform: subject.platform === undefined ? null : plainText(subject.platform, MAX_NAME_CHARS),
  counts: decision.counts,
  waived: decision.waivedCounts,
  vex: decision.vexCounts,
  resultsLeftOut: omitted,
  databaseBuilt: report.database.built?.toISOString() ?? null,
});

function* separated(texts: readonly string[]): Iterable<string> {
  for (const [index, text] of texts.entries()) yield index === 0 ? text : `,\n${text}`;
}

const MAX_NAME_CHARS = 300;
const MAX_ALERTS = 20;
const MAX_ALERT_CHARS = 1000;
