import { digestOf } from '../oci/index.js';
import { finding as anyFinding, GATE, waiver, type FindingParts } from './decide-fixture.js';
import { SEVERITIES } from './types.js';
import type {
  Breach,
  Counts,
  Disposition,
  Finding,
  JudgedFinding,
  ScanDecision,
  ScanRecord,
  Severity,
} from './types.js';

export { GATE };

export const DIGEST = digestOf('an image');

export const WAIVER = waiver({
  id: 'CVE-2026-0001',
  reason: 'not reachable from outside',
  owner: 'team-a',
});

export const BREACH: Breach = { rule: 'severity', text: 'high, and fail-on is high' };

export const finding = (parts: FindingParts = {}): Finding =>
  anyFinding({
    id: 'CVE-2026-0001',
    description: 'A buffer is read beyond its end.',
    urls: ['https://nvd.example/CVE-2026-0001'],
    ...parts,
    package: {
      name: 'openssl',
      version: '3.0.11',
      type: 'deb',
      purl: 'pkg:deb/debian/openssl@3.0.11?arch=amd64',
      locations: ['/var/lib/dpkg/status'],
      ...parts.package,
    },
    fix: { versions: ['3.0.13'], suggested: '3.0.13', availableSince: undefined, ...parts.fix },
  });

export const open = (parts: FindingParts = {}, ...breaches: Breach[]): JudgedFinding => ({
  finding: finding(parts),
  disposition: { kind: 'open', breaches, note: undefined },
  isNew: undefined,
});

export const settled = (disposition: Disposition, parts: FindingParts = {}): JudgedFinding => ({
  finding: finding(parts),
  disposition,
  isNew: undefined,
});

interface RecordParts {
  readonly subject?: Partial<ScanRecord['subject']>;
  readonly report?: Partial<ScanRecord['report']>;
  readonly decision?: Partial<ScanDecision>;
}

/** What was decided about the findings given: the counts and the verdict follow from them. */
export function record(findings: readonly JudgedFinding[], parts: RecordParts = {}): ScanRecord {
  const counts = (kind: Disposition['kind']): Counts =>
    countsOf(
      findings.filter(({ disposition }) => disposition.kind === kind).map((each) => each.finding.severity),
    );
  const breaks = findings.some(
    ({ disposition }) => disposition.kind === 'open' && disposition.breaches.length > 0,
  );
  return {
    subject: {
      reference: `registry.example/acme/app@${DIGEST}`,
      digest: DIGEST,
      platform: 'linux/amd64',
      ...parts.subject,
    },
    report: {
      scanner: { name: 'grype', version: '0.117.0', uri: 'pkg:github/anchore/grype@v0.117.0' },
      database: {
        uri: 'https://db.example/v6',
        version: 'v6.1.9',
        built: new Date('2026-11-19T08:00:00Z'),
        checksum: 'xxh64:0123456789abcdef',
        providers: [{ name: 'debian', captured: '2026-11-19T01:00:00Z' }],
      },
      startedAt: new Date('2026-11-21T10:00:00Z'),
      finishedAt: new Date('2026-11-21T10:00:05Z'),
      describes: [DIGEST],
      target: `registry.example/acme/app@${DIGEST}`,
      ignoredByScanner: 0,
      alerts: [],
      ...parts.report,
      findings: findings.map((each) => each.finding),
    },
    decision: {
      result: breaks ? 'violations' : 'clean',
      gate: GATE,
      findings,
      counts: counts('open'),
      waivedCounts: counts('waived'),
      vexCounts: counts('vex'),
      waivers: [],
      unmatchedVex: [],
      newCount: undefined,
      ...parts.decision,
    },
  };
}

const countsOf = (severities: readonly Severity[]): Counts =>
  Object.fromEntries(
    SEVERITIES.map((severity) => [severity, severities.filter((each) => each === severity).length]),
  ) as Counts;

/** Texts that an image or a database may hold; each tries to be more than text. */
export const HOSTILE: ReadonlyMap<string, string> = new Map([
  ['a table cell', 'a | forged | b'],
  ['code marks', '``` `x` ```'],
  ['a mention', '@acme/security'],
  ['a script link', '[fixed](javascript:alert(1))'],
  ['the end of a CDATA section', 'a]]><failure/>'],
  ['an element', "\"/><testcase name='x'/><img src=x onerror=alert(1)>&lt;"],
  ['escape sequences', '\u001b[2J\u001b]8;;https://evil.example\u0007x'],
  ['a workflow command', 'fine\r\n::error::forged'],
  ['an old workflow command', '##[error]forged'],
  ['text that runs backwards', 'safe\u202eetad'],
  ['a null byte, a lone surrogate and a noncharacter', 'a\u0000b\ud800c\ufffe'],
  ['a placeholder', '{0} {{1}} %s ${{ secrets.TOKEN }}'],
  ['YAML', 'x"\n- id: "*'],
  ['a path upwards', '../../etc/passwd'],
]);
