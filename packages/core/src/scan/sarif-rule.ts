import type { FindingsById } from './fingerprint.js';
import { plainText } from './text-plain.js';
import { linkOf } from './text-url.js';
import type { Finding, Severity } from './types.js';

/** The rules of one run, one for each vulnerability, in the order in which its first result takes it. */
export class SarifRules {
  readonly #byId: FindingsById;
  readonly #indices = new Map<string, number>();
  readonly #taken: string[] = [];

  /** All that was found: a rule has the severity of its worst finding, also where the list is cut. */
  constructor(byId: FindingsById) {
    this.#byId = byId;
  }

  /** The place of the rule of a finding, and how much text it added. */
  take(finding: Finding): { readonly index: number; readonly added: number } {
    const known = this.#indices.get(finding.id);
    if (known !== undefined) return { index: known, added: 0 };
    const index = this.#taken.length;
    const text = JSON.stringify(ruleOf(worstOf(this.#byId.get(finding.id) ?? [], finding)));
    this.#indices.set(finding.id, index);
    this.#taken.push(text);
    return { index, added: text.length };
  }

  taken(): readonly string[] {
    return this.#taken;
  }
}

const worstOf = (group: readonly Finding[], first: Finding): Finding =>
  group.reduce((worst, finding) => (scoreOf(finding) > scoreOf(worst) ? finding : worst), first);

/** Ids are the scanner's: what a result and its rule share. */
export const ruleId = ({ id }: Finding): string => plainText(id, MAX_ID_CHARS) || 'unnamed';

export const levelOf = (severity: Severity): 'error' | 'warning' | 'note' => LEVEL[severity];

const LEVEL = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  negligible: 'note',
  // Nobody knows that it is harmless.
  unknown: 'warning',
} as const satisfies Record<Severity, string>;

/**
 * GitHub shows a word after this number (from 9.0 critical, 7.0 high, 4.0 medium, above 0 low), so a score that
 * contradicts the severity that the gate looks at is brought into its band.
 */
function scoreOf({ severity, cvss }: Finding): number {
  const { from, to, usual } = BAND[severity];
  return cvss === undefined ? usual : Math.min(Math.max(cvss.score, from), to);
}

const BAND = {
  critical: { from: 9, to: 10, usual: 9.5 },
  high: { from: 7, to: 8.9, usual: 8 },
  medium: { from: 4, to: 6.9, usual: 5.5 },
  low: { from: 0.1, to: 3.9, usual: 2 },
  negligible: { from: 0.1, to: 0.9, usual: 0.1 },
  unknown: { from: 0, to: 10, usual: 0 },
} as const satisfies Record<Severity, { from: number; to: number; usual: number }>;

function ruleOf(finding: Finding): object {
  const { severity, aliases, description, urls, epss, kev, cvss } = finding;
  const id = ruleId(finding);
  const link = urls.map(linkOf).find((url) => url !== undefined);
  const about = plainText(description, MAX_DESCRIPTION_CHARS) || `${id}, ${severity}`;
  const facts = [
    `${id}: ${severity}`,
    ...(aliases.length === 0 ? [] : [`Also known as ${plainText(aliases.join(', '), MAX_LINE_CHARS)}`]),
    ...(kev === undefined
      ? []
      : [`Known to be exploited since ${plainText(kev.dateAdded, MAX_ID_CHARS)} (CISA)`]),
    ...(epss === undefined ? [] : [`EPSS ${epss}`]),
    ...(cvss === undefined ? [] : [`CVSS ${cvss.score} ${plainText(cvss.vector, MAX_ID_CHARS)}`]),
    ...(link === undefined ? [] : [link]),
    about,
  ];
  return {
    id,
    name: id,
    shortDescription: { text: `${id} (${severity})` },
    fullDescription: { text: about },
    // Text alone: as Markdown it would be the scanner's words that become links and mentions.
    help: { text: facts.join('\n') },
    ...(link === undefined ? {} : { helpUri: link }),
    defaultConfiguration: { level: levelOf(severity) },
    properties: {
      'security-severity': scoreOf(finding).toFixed(1),
      precision: 'very-high',
      tags: ['security', 'vulnerability', ...(kev === undefined ? [] : ['known-exploited'])],
    },
  };
}

const MAX_ID_CHARS = 200;
const MAX_LINE_CHARS = 400;
const MAX_DESCRIPTION_CHARS = 1000;
