import { plainText } from './text-plain.js';

/**
 * Text of others for XML 1.0, in an attribute or between elements: what XML has no form for (control characters,
 * surrogates, U+FFFE) is shown as its code point, and no section is needed that `]]>` could end.
 */
export const xmlText = (text: string, maxChars = MAX_XML_TEXT_CHARS): string =>
  plainText(text, maxChars)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;');

const MAX_XML_TEXT_CHARS = 2000;
