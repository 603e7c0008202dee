import { printable } from './printable.js';

/** Text of others for a Markdown table cell or line: nothing of it becomes Markdown, HTML, a link or a mention. */
export const markdown = (text: string): string =>
  printable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+.!|~@:-]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** Text of others as code, to the letter: Markdown is read inside an HTML element too, so it is neutralised here as well. */
export const code = (text: string): string => `<code>${markdown(text)}</code>`;
