import { isObject, memberAt } from '../json.js';
import { isDigest } from '../oci/index.js';
import { cut, type ReportTexts } from './read-texts.js';
import { dateOf } from './read-words.js';
import type { Finding, ScanReport } from './types.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * One of `scanner.result.findings` of our own predicate (PredicateFinding): which finding it was, whether or not it was
 * waived then. Whether it is waived now is decided anew. Throws REPORT_INVALID.
 */
export function attestedFinding(finding: Json, texts: ReportTexts): Finding {
  const word = texts.optional(finding, 'fixState') ?? 'unknown';
  const state =
    (['fixed', 'not-fixed', 'wont-fix', 'unknown'] as const).find((each) => each === word) ??
    texts.refuse('fixState', 'is none that is known');
  const suggested = texts.optional(finding, 'fixedVersion');
  return {
    id: texts.required(finding, 'id'),
    aliases: texts.list(finding.aliases),
    severity: texts.severity(finding, 'severity'),
    package: {
      name: texts.required(finding, 'package'),
      version: texts.optional(finding, 'version', Infinity) ?? '',
      type: texts.optional(finding, 'type') ?? 'unknown',
      purl: texts.optional(finding, 'purl', Infinity),
      locations: [],
    },
    platforms: texts.list(finding.platforms),
    fix: {
      state,
      versions: suggested === undefined ? [] : [suggested],
      suggested,
      availableSince: undefined,
    },
    epss: undefined,
    kev: finding.kev === true ? { dateAdded: '', dueDate: undefined, ransomware: false } : undefined,
    risk: undefined,
    cvss: undefined,
    description: '',
    urls: [],
  };
}

/** What the predicate says besides its findings. Throws REPORT_INVALID where times, result or findings are missing. */
export function attestedFacts(
  predicate: Json,
  texts: ReportTexts,
): Omit<ScanReport, 'findings'> & { readonly omittedFindings: number } {
  const scanner = texts.object(predicate, 'scanner');
  const result = texts.object(scanner, 'result');
  const metadata = texts.object(predicate, 'metadata');
  const uri = texts.optional(scanner, 'uri') ?? '';
  const digest = memberAt(result, 'subject', 'digest');
  const reference = memberAt(result, 'subject', 'reference');
  return {
    scanner: {
      name: /\/([^/@]+)(?:@[^@]*)?$/.exec(uri)?.[1] ?? 'unknown',
      version: texts.optional(scanner, 'version') ?? '',
      uri,
    },
    database: databaseOf(scanner.db, texts),
    startedAt: timeOf(metadata, 'scanStartedOn', texts),
    finishedAt: timeOf(metadata, 'scanFinishedOn', texts),
    describes: typeof digest === 'string' && isDigest(digest) ? [digest] : [],
    target: typeof reference === 'string' ? cut(reference, 4096) : '',
    ignoredByScanner: countOf(result, 'ignoredByScanner', texts),
    alerts: [
      'An attested scan says nothing about EPSS, risk and the days of fixes: rules about these were not held against it.',
    ],
    lacks: ['epss', 'risk'],
    omittedFindings: countOf(result, 'omittedFindings', texts),
  };
}

/** The counts of the predicate have to be those of its list: a list that was cut would be cleaner than the image. */
export function checkWholeList(predicate: Json, listed: number, omitted: number, texts: ReportTexts): void {
  const result = memberAt(predicate, 'scanner', 'result');
  const counted = ['summary', 'waived', 'vex'].map((member) => {
    const counts = memberAt(result, member);
    if (counts === undefined && member !== 'summary') return 0;
    if (!isObject(counts)) return texts.refuse(`scanner.result.${member}`, 'is not an object');
    return Object.keys(counts).reduce((sum, each) => sum + countOf(counts, each, texts, member), 0);
  });
  const total = counted.reduce((sum, each) => sum + each, 0);
  if (total !== listed + omitted)
    texts.refuse('scanner.result', `counts ${total} findings and lists ${listed}, with ${omitted} left out`);
}

function databaseOf(db: unknown, texts: ReportTexts): ScanReport['database'] {
  const said = isObject(db) ? db : {};
  return {
    uri: texts.optional(said, 'uri'),
    version: texts.optional(said, 'version'),
    built: dateOf(said.built),
    checksum: texts.optional(said, 'checksum'),
    providers: texts.objects(said, 'providers').map((provider) => ({
      name: texts.optional(provider, 'name') ?? '',
      captured: texts.optional(provider, 'captured') ?? '',
    })),
  };
}

function timeOf(metadata: Json, member: string, texts: ReportTexts): Date {
  return dateOf(metadata[member]) ?? texts.refuse(`metadata.${member}`, 'is not a time (RFC 3339)');
}

function countOf(result: Json, member: string, texts: ReportTexts, place = member): number {
  const value = result[member] ?? 0;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : texts.refuse(`scanner.result.${place}`, 'is not a count: a whole number from 0');
}
