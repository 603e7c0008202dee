import { isObject, memberAt } from '../json.js';
import { MAX_FINDING_DESCRIPTION_CHARS, MAX_FINDING_LIST, MAX_SCAN_SENTENCES } from '../limits.js';
import { isDigest, type Digest } from '../oci/index.js';
import type { ElementForm } from './read-bytes.js';
import { firstFixDay } from './read-fix-day.js';
import { ElementParts } from './read-parts.js';
import { cut, type ReportTexts } from './read-texts.js';
import { dateOf, digestsIn, webAddresses } from './read-words.js';
import type { Finding, ScanReport } from './types.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * The matches of grype (0.117: grype/presenter/models). Severity and fix are those of the vulnerability that matched; EPSS,
 * KEV and CVSS are the worst of it and the related ones, since either may have them. It writes vulnerability,
 * relatedVulnerabilities, matchDetails, artifact; what is made of one vulnerability or package is made once. All of it
 * throws REPORT_INVALID.
 */
export function grypeMatches(texts: ReportTexts): ElementForm<Finding> {
  const factsOf = (match: Json): VulnerabilityFacts => vulnerabilityFacts(match, texts);
  const packageIn = (artifact: unknown): Finding['package'] =>
    isObject(artifact) ? packageOf(artifact, texts) : texts.refuse('artifact', 'is not an object');
  const parts = new ElementParts({
    middle: 'matchDetails',
    last: 'artifact',
    ofFirst: factsOf,
    ofLast: packageIn,
    refuse: (why) => texts.refuse('matches', why),
  });
  return {
    whole: (match) => findingOf(factsOf(match), match.matchDetails, packageIn(match.artifact), texts),
    inParts: (bytes, parse) => {
      const found = parts.read(bytes, parse);
      return found && findingOf(found.first, found.middle, found.last, texts);
    },
  };
}

/** What a match says of the vulnerability alone. `fix` is that without a suggestion for this package. */
interface VulnerabilityFacts extends Omit<Finding, 'package' | 'platforms'> {
  readonly available: readonly Json[];
}

function vulnerabilityFacts(match: Json, texts: ReportTexts): VulnerabilityFacts {
  const vulnerability = texts.object(match, 'vulnerability');
  const all = [vulnerability, ...texts.objects(match, 'relatedVulnerabilities')];
  const id = texts.required(vulnerability, 'id');
  const aliases = new Set<string>();
  for (const each of all) {
    const other = texts.required(each, 'id');
    if (other !== id && aliases.size < MAX_FINDING_LIST) aliases.add(other);
  }
  const { fix } = vulnerability;
  const available = isObject(fix) ? texts.objects(fix, 'available') : NONE;
  return {
    id,
    aliases: [...aliases],
    severity: texts.severity(vulnerability, 'severity'),
    fix: isObject(fix) ? fixOf(fix, available, texts) : NO_FIX,
    available,
    epss: greatest(
      all.flatMap((each) => texts.objects(each, 'epss').map((epss) => texts.amount(epss, 'epss', 1))),
    ),
    kev: kevOf(all, texts),
    risk: texts.amount(vulnerability, 'risk', 100),
    cvss: cvssOf(all, texts),
    description: firstText(all, 'description', texts),
    urls: webAddresses([
      vulnerability.dataSource,
      ...texts.list(vulnerability.urls),
      ...texts.objects(vulnerability, 'advisories').map(({ link }) => link),
    ]),
  };
}

function findingOf(
  { id, aliases, severity, fix, available, epss, kev, risk, cvss, description, urls }: VulnerabilityFacts,
  matchDetails: unknown,
  found: Finding['package'],
  texts: ReportTexts,
): Finding {
  return {
    id,
    aliases,
    severity,
    package: found,
    platforms: NONE,
    fix: fix === NO_FIX ? fix : withSuggestion(fix, suggestedIn(matchDetails, texts), available),
    epss,
    kev,
    risk,
    cvss,
    description,
    urls,
  };
}

function packageOf(artifact: Json, texts: ReportTexts): Finding['package'] {
  return {
    name: texts.required(artifact, 'name'),
    version: texts.optional(artifact, 'version', Infinity) ?? '',
    type: texts.optional(artifact, 'type') ?? 'unknown',
    purl: texts.optional(artifact, 'purl', Infinity),
    locations: texts.list(texts.objects(artifact, 'locations').map(({ path }) => path)),
  };
}

/** What grype's document says besides its matches: `source`, `distro`, `descriptor`. Throws REPORT_INVALID. */
export function grypeFacts(
  members: Json,
  texts: ReportTexts,
): Omit<ScanReport, 'findings' | 'ignoredByScanner' | 'alerts'> {
  const descriptor = texts.object(members, 'descriptor');
  if (texts.required(descriptor, 'name') !== 'grype') texts.refuse('descriptor.name', 'is not grype');
  const version = texts.required(descriptor, 'version');
  return {
    scanner: { name: 'grype', version, uri: `pkg:github/anchore/grype@v${version}` },
    database: databaseOf(descriptor.db, texts),
    startedAt: undefined,
    finishedAt: dateOf(descriptor.timestamp),
    ...sourceOf(members.source, texts),
    distribution: distributionOf(members.distro, texts),
    ...(isFolder(members.source) ? { isOfFolder: true } : {}),
  };
}

/** grype/presenter/models/distribution.go: an empty name where it knows none. */
function distributionOf(distro: unknown, texts: ReportTexts): string {
  if (!isObject(distro)) return '';
  const name = texts.optional(distro, 'name');
  const version = texts.optional(distro, 'version');
  return name === undefined ? '' : [name, version].filter((each) => each !== undefined).join(' ');
}

/** grype/presenter/models/source.go: the types of what is no image, all of whose package databases are installed by. */
const isFolder = (source: unknown): boolean => {
  const type = memberAt(source, 'type');
  return type === 'directory' || type === 'file';
};

/** The sentences of one element of alertsByPackage. */
export const grypeAlerts = (element: Json, texts: ReportTexts): readonly string[] =>
  texts
    .objects(element, 'alerts')
    .flatMap((alert) => texts.optional(alert, 'message') ?? [])
    .slice(0, MAX_SCAN_SENTENCES);

const FIX_STATES = ['fixed', 'not-fixed', 'wont-fix', 'unknown'] as const;

function fixOf(fix: Json, available: readonly Json[], texts: ReportTexts): Finding['fix'] {
  const word = texts.optional(fix, 'state') ?? 'unknown';
  const state = FIX_STATES.find((each) => each === word) ?? texts.refuse('fix.state', 'is not one of grype');
  const versions = texts.list(fix.versions);
  return dated(state, versions, versions[0], available);
}

const withSuggestion = (
  fix: Finding['fix'],
  suggested: string | undefined,
  available: readonly Json[],
): Finding['fix'] =>
  suggested === undefined || suggested === fix.suggested
    ? fix
    : dated(fix.state, fix.versions, suggested, available);

const dated = (
  state: Finding['fix']['state'],
  versions: readonly string[],
  suggested: string | undefined,
  available: readonly Json[],
): Finding['fix'] => ({
  state,
  versions,
  suggested,
  availableSince: state === 'fixed' ? firstFixDay(available, suggested) : undefined,
});

/** The version that grype suggests for the package of this match. */
function suggestedIn(matchDetails: unknown, texts: ReportTexts): string | undefined {
  for (const { fix } of texts.objects({ matchDetails }, 'matchDetails')) {
    const said = isObject(fix) ? texts.optional(fix, 'suggestedVersion') : undefined;
    if (said !== undefined) return said;
  }
  return undefined;
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
  const { valid = true, error } = status;
  if (valid !== true || (error !== undefined && error !== null && error !== ''))
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
