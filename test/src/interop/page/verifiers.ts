import type { Verifier } from '../contract.js';
import { asksOf, titleOf, verifiersOf, type Page } from './cells.js';
import { noteLine, notesOf } from './findings.js';
import { code, text } from './markdown.js';

/** For each program: every way in which it is asked, what it cannot, and the words of its refusals. */
export const verifiersPart = (page: Page): string =>
  verifiersOf(page)
    .map((verifier) => one(page, verifier))
    .join('\n\n');

function one(page: Page, verifier: Verifier): string {
  const cannot = notesOf(page, verifier.id, 'cannot');
  const refusals = page.matrix.refusals[verifier.id] ?? [];
  return [
    `### ${text(titleOf(page, verifier))}`,
    asksOf(page, verifier.id)
      .map(({ id, title, command }) => `- ${code(id)}: ${text(title)}\n  ${whole(command)}`)
      .join('\n'),
    ...(cannot.length === 0 ? [] : ['Cannot by design:', cannot.map(noteLine).join('\n')]),
    ...(refusals.length === 0 ? [] : [`Its refusals say ${refusals.map(code).join(', ')}.`]),
  ].join('\n\n');
}

/** A command is ours, and not cut. */
const whole = (command: string): string =>
  command.includes('`') ? `\`\` ${command} \`\`` : `\`${command}\``;
