/**
 * Text of others as plain text for a document that a person reads elsewhere (SARIF, JUnit, CycloneDX): well-formed, without
 * control characters (escape sequences; line ends and tabs become spaces) and without the marks that reorder or hide text,
 * which are shown as their code points, `\u{1b}`. Longer text is cut and ends in `…`.
 */
export function plainText(text: string, maxChars: number): string {
  const cut = text.length <= maxChars ? text : `${text.slice(0, Math.max(maxChars - 1, 0))}…`;
  if (PLAIN_ASCII.test(cut)) return cut;
  return cut
    .toWellFormed()
    .replace(LINE_ENDS, ' ')
    .replace(UNSAFE, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`);
}

const PLAIN_ASCII = /^[\x20-\x7e]*$/;
const LINE_ENDS = /[\t\r\n\u2028\u2029]+/g;
/** Cc (controls), Cf (bidirectional and zero-width marks, tag characters), Co and Cn that XML or readers refuse. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;
