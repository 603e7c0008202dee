import { MAX_SBOM_DIFF_BYTES, MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import type { DiffPackage, SbomDiff } from '../sbom/index.js';
import { markdown } from './markdown.js';

/**
 * A comparison of two SBOMs as Markdown: counts that are always right, then a row for each package, licences first (a
 * reader has to decide about them). Rows beyond `maxBytes` of UTF-8 are left out, and their exact number is said.
 */
export function sbomDiffMarkdown(diff: SbomDiff, maxBytes: number = MAX_SBOM_DIFF_BYTES): string {
  const head = [
    `**${diff.added.length}** added, **${diff.removed.length}** removed, **${diff.changed.length}** in other versions, **${diff.licenses.length}** with other licences, ${diff.unchanged} as before (${diff.before} → ${diff.after} packages)`,
    '',
  ];
  const total = diff.added.length + diff.removed.length + diff.changed.length + diff.licenses.length;
  if (total === 0) return head.join('\n');
  const lines = [...head, '| | package | ecosystem | before | after |', '| --- | --- | --- | --- | --- |'];
  let bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0) + ROOM_FOR_REST;
  let shown = 0;
  for (const row of rowsOf(diff)) {
    bytes += Buffer.byteLength(row) + 1;
    if (bytes > maxBytes) break;
    lines.push(row);
    shown += 1;
  }
  if (shown < total) lines.push('', `…and ${total - shown} more; the JSON comparison has them all.`);
  return `${lines.join('\n')}\n`;
}

const ROOM_FOR_REST = 100;

function* rowsOf({ licenses, removed, changed, added }: SbomDiff): Generator<string> {
  for (const entry of licenses) yield rowOf('licence', entry, entry.from, entry.to);
  for (const entry of changed) yield rowOf('version', entry, entry.from, entry.to);
  for (const entry of added) yield rowOf('added', entry, [], entry.versions);
  for (const entry of removed) yield rowOf('removed', entry, entry.versions, []);
}

const rowOf = (
  what: string,
  { name, ecosystem }: DiffPackage,
  before: readonly string[],
  after: readonly string[],
): string => `| ${what} | ${cell(name)} | ${cell(ecosystem)} | ${list(before)} | ${list(after)} |`;

const MAX_SHOWN_VALUES = 5;

function list(texts: readonly string[]): string {
  const rest = texts.length - MAX_SHOWN_VALUES;
  const first = texts.slice(0, MAX_SHOWN_VALUES).map((text) => (text === '' ? 'not known' : cell(text)));
  return rest > 0 ? `${first.join(', ')} and ${rest} more` : first.join(', ');
}

const cell = (text: string): string =>
  markdown(text.length <= MAX_SHOWN_INPUT_CHARS ? text : `${text.slice(0, MAX_SHOWN_INPUT_CHARS)}…`);
