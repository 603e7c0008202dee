import { isObject, memberAt } from '../json.js';
import { MAX_FINDING_DESCRIPTION_CHARS } from '../limits.js';
import { cut, type ReportTexts } from './read-texts.js';
import { dateOf, digestsIn, webAddresses } from './read-words.js';
import type { Finding, ScanReport } from './types.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * An element of `Results[].Vulnerabilities` (trivy, pkg/types: DetectedVulnerability). trivy knows neither EPSS nor KEV nor
 * the day of a fix. `type`: that of the result it stands in. Throws REPORT_INVALID.
 */
export function trivyFinding(vulnerability: Json, type: string, texts: ReportTexts): Finding {
  const id = texts.required(vulnerability, 'VulnerabilityID');
  const identifier = vulnerability.PkgIdentifier;
  const path = texts.optional(vulnerability, 'PkgPath');
  const title = texts.optional(vulnerability, 'Title');
  return {
    id,
    aliases: texts.list(vulnerability.VendorIDs).filter((alias) => alias !== id),
    severity: texts.severity(vulnerability, 'Severity'),
    package: {
      name: texts.required(vulnerability, 'PkgName'),
      version: texts.optional(vulnerability, 'InstalledVersion', Infinity) ?? '',
      type,
      purl: isObject(identifier) ? texts.optional(identifier, 'PURL', Infinity) : undefined,
      locations: path === undefined ? [] : [path],
    },
    platforms: [],
    fix: fixOf(vulnerability, texts),
    epss: undefined,
    kev: undefined,
    risk: undefined,
    cvss: cvssOf(vulnerability.CVSS),
    description: texts.optional(vulnerability, 'Description', MAX_FINDING_DESCRIPTION_CHARS) ?? title ?? '',
    urls: webAddresses([vulnerability.PrimaryURL, ...texts.list(vulnerability.References)]),
  };
}

/** What trivy's document says besides its results. Throws REPORT_INVALID for a schema that is not 2. */
export function trivyFacts(
  members: Json,
  texts: ReportTexts,
): Pick<
  ScanReport,
  'scanner' | 'database' | 'startedAt' | 'finishedAt' | 'describes' | 'target' | 'alerts' | 'lacks'
> {
  if (members.SchemaVersion !== 2) texts.refuse('SchemaVersion', 'is not 2');
  const metadata = isObject(members.Metadata) ? members.Metadata : {};
  const said = memberAt(members, 'Trivy', 'Version');
  const version = typeof said === 'string' ? cut(said.replace(/^v/, ''), 100) : '';
  const system = isObject(metadata.OS) ? metadata.OS : {};
  return {
    scanner: {
      name: 'trivy',
      version,
      uri: `pkg:github/aquasecurity/trivy${version === '' ? '' : `@v${version}`}`,
    },
    database: { uri: undefined, version: undefined, built: undefined, checksum: undefined, providers: [] },
    startedAt: undefined,
    finishedAt: dateOf(members.CreatedAt),
    describes: digestsIn(texts.list(metadata.RepoDigests)),
    target: texts.optional(members, 'ArtifactName') ?? '',
    alerts: [
      "trivy's report says nothing about EPSS, KEV, risk and the age of its database: rules about these were not held against it.",
      ...(Object.hasOwn(members, 'Results') ? [] : ['trivy found nothing that it can look into.']),
      ...(system.EOSL === true
        ? [`${cut(nameOf(system), 200)} is past the end of its support: no fixes are reported for it.`]
        : []),
    ],
    lacks: ['epss', 'kev', 'risk'],
  };
}

const nameOf = ({ Family: family, Name: name }: Json): string =>
  [family, name].filter((each) => typeof each === 'string').join(' ') || 'The distribution';

function fixOf(vulnerability: Json, texts: ReportTexts): Finding['fix'] {
  const versions = (texts.optional(vulnerability, 'FixedVersion') ?? '')
    .split(',')
    .map((version) => version.trim())
    .filter((version) => version !== '');
  const status = texts.optional(vulnerability, 'Status') ?? '';
  const state = versions.length > 0 ? 'fixed' : (STATE_OF[status] ?? 'unknown');
  return { state, versions, suggested: versions[0], availableSince: undefined };
}

/** trivy, pkg/dbtypes: Status. */
const STATE_OF: Readonly<Record<string, Finding['fix']['state'] | undefined>> = {
  fixed: 'fixed',
  affected: 'not-fixed',
  under_investigation: 'not-fixed',
  fix_deferred: 'not-fixed',
  will_not_fix: 'wont-fix',
  end_of_life: 'wont-fix',
};

function cvssOf(bySource: unknown): Finding['cvss'] {
  let best: Finding['cvss'];
  for (const cvss of Object.values(isObject(bySource) ? bySource : {})) {
    for (const [name, version] of CVSS_VERSIONS) {
      const [score, vector] = [memberAt(cvss, `${name}Score`), memberAt(cvss, `${name}Vector`)];
      if (typeof score !== 'number' || (best !== undefined && score <= best.score)) continue;
      best = { score, vector: typeof vector === 'string' ? vector.slice(0, 200) : '', version };
    }
  }
  return best;
}

const CVSS_VERSIONS = [
  ['V40', '4.0'],
  ['V3', '3.1'],
  ['V2', '2.0'],
] as const;
