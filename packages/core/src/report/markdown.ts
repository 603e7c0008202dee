import { printable } from './printable.js';

/** Text of others for a Markdown table cell or line: nothing of it becomes Markdown, HTML, a link or a mention. */
export const markdown = (text: string): string =>
  printable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+.!|~@:-]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A text of our own that has several lines, their indentation kept: YAML to add. */
export const markdownLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => markdown(line).replace(/^ +/, (indent) => '&nbsp;'.repeat(indent.length)))
    .join('<br>');

/** Text of others as code, to the letter: Markdown is read inside an HTML element too, so it is neutralised here as well. */
export const code = (text: string): string => `<code>${markdown(text)}</code>`;
