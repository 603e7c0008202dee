import { counted } from '../counted.js';
import { DAY_MS } from '../runtime.js';
import { purlWithoutVersion } from '../scan/fingerprint.js';
import { repositoryOf } from '../scan/sarif.js';
import { plainText } from '../scan/text-plain.js';
import type { JudgedFinding, ScanRecord } from '../scan/index.js';
import { breakingOf, toldRecords } from './scan-facts.js';
import type { ScanPart } from './scan-part.js';

/** What to do about findings that break the gate, the shortest first. Text of others is in it: each format escapes it. */
export interface WayOut {
  /** `upgrade openssl (deb) to 3.0.13: 2 findings` */
  readonly upgrades: readonly string[];
  readonly moreUpgrades: number;
  /** Entries for the waiver file, YAML, whose texts are all quoted and ASCII; for what no upgrade mends. */
  readonly waivers: readonly string[];
  readonly vex: string;
}

/** undefined where nothing breaks the gate. */
export function wayOutOf({ records, judgedAt, maxWaiverDays }: ScanPart): WayOut | undefined {
  const broken = toldRecords(records).flatMap((record) =>
    breakingOf(record).map((judged) => ({ record, judged })),
  );
  const [first] = broken;
  if (first === undefined) return undefined;
  const upgrades = upgradesOf(broken.map(({ judged }) => judged));
  const unfixed = broken.filter(({ judged }) => judged.finding.fix.suggested === undefined);
  const expires = lastDay(judgedAt, maxWaiverDays);
  const entries = (unfixed.length === 0 ? [first] : unfixed).map(({ record, judged }) =>
    waiverEntry(record, judged, expires),
  );
  return {
    upgrades: upgrades.slice(0, MAX_UPGRADES),
    moreUpgrades: Math.max(upgrades.length - MAX_UPGRADES, 0),
    waivers: [...new Set(entries)].slice(0, MAX_WAIVER_ENTRIES),
    vex: 'Where one does not affect this image: say so in an OpenVEX document (status not_affected, with its justification) and give it as "vex"',
  };
}

const MAX_UPGRADES = 10;
const MAX_WAIVER_ENTRIES = 3;

function upgradesOf(findings: readonly JudgedFinding[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { finding } of findings) {
    const { name, type } = finding.package;
    if (finding.fix.suggested === undefined) continue;
    const upgrade = `upgrade ${name} (${type}) to ${finding.fix.suggested}`;
    counts.set(upgrade, (counts.get(upgrade) ?? 0) + 1);
  }
  return [...counts.entries()]
    .sort(([, one], [, other]) => other - one)
    .map(([upgrade, count]) => `${upgrade}: ${counted(count, 'finding')}`);
}

/**
 * Two members are left to be said, and the waiver file refuses them as they stand: nobody else can say why a risk is accepted,
 * and by whom. A file or folder has no image that the waiver could be for.
 */
function waiverEntry({ subject }: ScanRecord, { finding }: JudgedFinding, expires: string): string {
  const { name, purl } = finding.package;
  return [
    `- id: ${yamlText(finding.id)}`,
    `  package: ${yamlText(purl === undefined ? name : purlWithoutVersion(purl))}`,
    ...(isImage(subject) ? [`  images: [${yamlText(repositoryOf(subject.reference))}]`] : []),
    '  reason: "TODO: why the risk is accepted"',
    '  owner: "TODO: who answers for it"',
    `  expires: "${expires}"`,
    ...(finding.kev === undefined ? [] : ['  allow-kev: true']),
  ].join('\n');
}

const isImage = ({ reference, digest }: ScanRecord['subject']): boolean =>
  digest !== undefined && reference.endsWith(`@${digest}`);

/** A double-quoted YAML scalar of ASCII alone (YAML 1.2, section 5.7): no text ends it or begins a line of its own. */
const yamlText = (text: string): string =>
  JSON.stringify(plainText(text, MAX_YAML_CHARS)).replace(
    /[^\x20-\x7e]/gu,
    (mark) => `\\U${(mark.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
  );

const MAX_YAML_CHARS = 512;

const lastDay = (judgedAt: Date, maxWaiverDays: number): string =>
  new Date(judgedAt.getTime() + Math.max(Math.min(USUAL_WAIVER_DAYS, maxWaiverDays - 1), 0) * DAY_MS)
    .toISOString()
    .slice(0, 10);

const USUAL_WAIVER_DAYS = 30;
