import { isObject, memberAt } from '../json.js';
import { MAX_FINDING_DESCRIPTION_CHARS, MAX_FINDING_LIST, MAX_SCAN_SENTENCES } from '../limits.js';
import { isDigest, type Digest } from '../oci/index.js';
import { firstFixDay } from './read-fix-day.js';
import { cut, type ReportTexts } from './read-texts.js';
import { dateOf, digestsIn, webAddresses } from './read-words.js';
import type { Finding, ScanReport } from './types.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * A match of grype's (0.117: grype/presenter/models). Severity and fix are those of the vulnerability that matched; EPSS,
 * KEV and CVSS are the worst of it and the related ones, since either may have them. Throws REPORT_INVALID.
 */
export function grypeFinding(match: Json, texts: ReportTexts): Finding {
  const vulnerability = texts.object(match, 'vulnerability');
  const all = [vulnerability, ...texts.objects(match, 'relatedVulnerabilities')];
  const id = texts.required(vulnerability, 'id');
  const aliases = new Set<string>();
  for (const each of all) {
    const other = texts.required(each, 'id');
    if (other !== id && aliases.size < MAX_FINDING_LIST) aliases.add(other);
  }
  return {
    id,
    aliases: [...aliases],
    severity: texts.severity(vulnerability, 'severity'),
    package: packageOf(texts.object(match, 'artifact'), texts),
    platforms: NONE,
    fix: fixOf(match, vulnerability, texts),
    epss: greatest(
      all.flatMap((each) => texts.objects(each, 'epss').map((epss) => texts.amount(epss, 'epss', 1))),
    ),
    kev: kevOf(all, texts),
    risk: texts.amount(vulnerability, 'risk', 100),
    cvss: cvssOf(all, texts),
    description: texts.sharedOf(id, firstText(all, 'description', texts)),
    urls: webAddresses([
      vulnerability.dataSource,
      ...texts.list(vulnerability.urls),
      ...texts.objects(vulnerability, 'advisories').map(({ link }) => link),
    ]),
  };
}

/** Packages come as the same object again and again (ReportBytes.objects), and become one object each. */
function packageOf(artifact: Json, texts: ReportTexts): Finding['package'] {
  const found = texts.packages.get(artifact);
  if (found !== undefined) return found;
  const made: Finding['package'] = {
    name: texts.required(artifact, 'name'),
    version: texts.optional(artifact, 'version', Infinity) ?? '',
    type: texts.optional(artifact, 'type') ?? 'unknown',
    purl: texts.optional(artifact, 'purl', Infinity),
    locations: texts.list(texts.objects(artifact, 'locations').map(({ path }) => path)),
  };
  texts.packages.set(artifact, made);
  return made;
}

/** What grype's document says besides its matches: `source`, `descriptor`. Throws REPORT_INVALID. */
export function grypeFacts(
  members: Json,
  texts: ReportTexts,
): Pick<ScanReport, 'scanner' | 'database' | 'startedAt' | 'finishedAt' | 'describes' | 'target'> {
  const descriptor = texts.object(members, 'descriptor');
  if (texts.required(descriptor, 'name') !== 'grype') texts.refuse('descriptor.name', 'is not grype');
  const version = texts.required(descriptor, 'version');
  return {
    scanner: { name: 'grype', version, uri: `pkg:github/anchore/grype@v${version}` },
    database: databaseOf(descriptor.db, texts),
    startedAt: undefined,
    finishedAt: dateOf(descriptor.timestamp),
    ...sourceOf(members.source, texts),
  };
}

/** The sentences of one element of alertsByPackage. */
export const grypeAlerts = (element: Json, texts: ReportTexts): readonly string[] =>
  texts
    .objects(element, 'alerts')
    .flatMap((alert) => texts.optional(alert, 'message') ?? [])
    .slice(0, MAX_SCAN_SENTENCES);

const FIX_STATES = ['fixed', 'not-fixed', 'wont-fix', 'unknown'] as const;

function fixOf(match: Json, vulnerability: Json, texts: ReportTexts): Finding['fix'] {
  const fix = vulnerability.fix;
  if (!isObject(fix)) return NO_FIX;
  const word = texts.optional(fix, 'state') ?? 'unknown';
  const state = FIX_STATES.find((each) => each === word) ?? texts.refuse('fix.state', 'is not one of grype');
  const versions = texts.list(fix.versions);
  const [said] = texts
    .objects(match, 'matchDetails')
    .flatMap(({ fix: detail }) =>
      isObject(detail) ? (texts.optional(detail, 'suggestedVersion') ?? []) : [],
    );
  const suggested = said ?? versions[0];
  return {
    state,
    versions,
    suggested,
    availableSince: state === 'fixed' ? firstFixDay(texts.objects(fix, 'available'), suggested) : undefined,
  };
}

function kevOf(all: readonly Json[], texts: ReportTexts): Finding['kev'] {
  const entries = all.flatMap((each) => texts.objects(each, 'knownExploited'));
  if (entries.length === 0) return undefined;
  const earliest = (member: string): string | undefined =>
    entries.flatMap((entry) => texts.optional(entry, member) ?? []).sort()[0];
  return {
    dateAdded: earliest('dateAdded') ?? '',
    dueDate: earliest('dueDate'),
    ransomware: entries.some(
      (entry) => texts.optional(entry, 'knownRansomwareCampaignUse')?.toLowerCase() === 'known',
    ),
  };
}

function cvssOf(all: readonly Json[], texts: ReportTexts): Finding['cvss'] {
  let best: Finding['cvss'];
  for (const each of all) {
    for (const cvss of texts.objects(each, 'cvss')) {
      const score = memberAt(cvss, 'metrics', 'baseScore');
      if (typeof score !== 'number' || (best !== undefined && score <= best.score)) continue;
      best = {
        score,
        vector: texts.optional(cvss, 'vector') ?? '',
        version: texts.optional(cvss, 'version') ?? '',
      };
    }
  }
  return best;
}

function databaseOf(db: unknown, texts: ReportTexts): ScanReport['database'] {
  // Before 0.88 the facts stood in db itself.
  const status = memberAt(db, 'status') ?? db;
  if (!isObject(status))
    return { uri: undefined, version: undefined, built: undefined, checksum: undefined, providers: NONE };
  if (status.valid === false || typeof status.error === 'string')
    texts.refuse('descriptor.db', 'says that the vulnerability database was not valid');
  const uri = texts.optional(status, 'from');
  const version = status.schemaVersion;
  const providers = memberAt(db, 'providers');
  return {
    uri,
    version: typeof version === 'number' ? String(version) : texts.optional(status, 'schemaVersion'),
    built: dateOf(status.built),
    checksum: texts.optional(status, 'checksum') ?? checksumIn(uri),
    providers: Object.entries(isObject(providers) ? providers : {})
      .slice(0, MAX_SCAN_SENTENCES)
      .map(([name, said]) => {
        const captured = memberAt(said, 'captured');
        return {
          name: cut(name, 100),
          captured: typeof captured === 'string' ? cut(captured, 100) : '',
        };
      }),
  };
}

/** The feed's address ends with `?checksum=sha256%3A…`, the archive's. */
function checksumIn(uri: string | undefined): string | undefined {
  const checksum = uri === undefined ? undefined : URL.parse(uri)?.searchParams.get('checksum');
  return /^(?:sha256|xxh64):[0-9a-f]+$/.exec(checksum ?? '')?.[0];
}

/** The manifest that was scanned comes first; repoDigests may name the index it was taken from. */
function sourceOf(source: unknown, texts: ReportTexts): { describes: readonly Digest[]; target: string } {
  const target = memberAt(source, 'target');
  if (typeof target === 'string') return { describes: NONE, target: cut(target, 4096) };
  if (!isObject(target)) return { describes: NONE, target: '' };
  const { manifestDigest, userInput } = target;
  const repoDigests = texts.list(target.repoDigests);
  const manifest = typeof manifestDigest === 'string' && isDigest(manifestDigest) ? [manifestDigest] : [];
  const input = typeof userInput === 'string' ? cut(userInput, 4096) : '';
  return {
    describes: [...new Set([...manifest, ...digestsIn(repoDigests)])],
    target: repoDigests[0] ?? (manifest[0] === undefined ? input : `${input}@${manifest[0]}`),
  };
}

const greatest = (numbers: readonly (number | undefined)[]): number | undefined =>
  numbers.reduce(
    (most, each) => (each !== undefined && (most === undefined || each > most) ? each : most),
    undefined,
  );

function firstText(all: readonly Json[], member: string, texts: ReportTexts): string {
  for (const each of all) {
    const text = texts.optional(each, member, MAX_FINDING_DESCRIPTION_CHARS);
    if (text !== undefined) return text;
  }
  return '';
}

const NONE: readonly never[] = [];
const NO_FIX: Finding['fix'] = {
  state: 'unknown',
  versions: NONE,
  suggested: undefined,
  availableSince: undefined,
};
