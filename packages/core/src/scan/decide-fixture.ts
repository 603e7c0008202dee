import { digestOf } from '../oci/index.js';
import type { DecideInput, ScannedImage } from './decide-types.js';
import type { Finding, Gate, ScanReport, Waiver } from './types.js';

/** For tests: a finding, a report, a gate and a waiver, with what matters laid over them. */
export const NOW = new Date('2026-11-21T12:00:00Z');

export const IMAGE: ScannedImage = {
  names: ['registry.example/acme/app'],
  digest: digestOf('manifest'),
};

export type FindingParts = Partial<Omit<Finding, 'package' | 'fix'>> & {
  readonly package?: Partial<Finding['package']>;
  readonly fix?: Partial<Finding['fix']>;
};

export const finding = (parts: FindingParts = {}): Finding => ({
  id: 'CVE-2024-1',
  aliases: [],
  severity: 'high',
  platforms: [],
  epss: undefined,
  kev: undefined,
  risk: undefined,
  cvss: undefined,
  description: '',
  urls: [],
  ...parts,
  package: {
    name: 'minimist',
    version: '1.2.5',
    type: 'npm',
    purl: 'pkg:npm/minimist@1.2.5',
    locations: [],
    ...parts.package,
  },
  fix: {
    state: 'fixed',
    versions: ['1.2.6'],
    suggested: '1.2.6',
    availableSince: new Date('2026-11-11T00:00:00Z'),
    ...parts.fix,
  },
});

export const report = (findings: readonly Finding[], parts: Partial<ScanReport> = {}): ScanReport => ({
  scanner: { name: 'grype', version: '0.117.0', uri: 'pkg:github/anchore/grype@v0.117.0' },
  database: { uri: undefined, version: 'v6.1.9', built: NOW, checksum: undefined, providers: [] },
  startedAt: undefined,
  finishedAt: undefined,
  describes: [],
  target: 'registry.example/acme/app',
  findings,
  ignoredByScanner: 0,
  alerts: [],
  ...parts,
});

export const GATE: Gate = {
  failOn: 'high',
  onlyFixed: false,
  onUnknownSeverity: 'warn',
  epssThreshold: undefined,
  kev: 'fail',
  riskThreshold: undefined,
  graceDays: {},
  maxNew: undefined,
};

export const waiver = (parts: Partial<Waiver> = {}): Waiver => ({
  index: 1,
  id: 'CVE-2024-1',
  package: undefined,
  versions: undefined,
  images: [],
  reason: 'not reachable from the network',
  owner: 'team-app',
  expires: '2026-12-31',
  untilFixed: false,
  allowKev: false,
  ...parts,
});

export const KEV: Finding['kev'] = { dateAdded: '2024-01-01', dueDate: '2024-01-22', ransomware: false };

export const input = (findings: readonly Finding[], parts: Partial<DecideInput> = {}): DecideInput => ({
  report: report(findings),
  gate: GATE,
  waivers: [],
  vex: [],
  image: IMAGE,
  now: NOW,
  ...parts,
});
