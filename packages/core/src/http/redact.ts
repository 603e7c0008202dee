import { MAX_ERROR_EXCERPT_CHARS, MIN_SECRET_CHARS } from '../limits.js';

/**
 * A URL fit for a message: user name, password and fragment dropped, query names kept and their values dropped
 * (signed URLs of blob stores and token endpoints carry secrets there).
 */
export function redactUrl(text: string): string {
  if (!URL.canParse(text)) return '(not a URL)';
  const url = new URL(text);
  const names = [...new Set(url.searchParams.keys())].map((name) => `${printable(name)}=...`);
  return `${url.protocol}//${url.host}${url.pathname}${names.length === 0 ? '' : `?${names.join('&')}`}`;
}

/**
 * The beginning of a foreign text on one line, control characters replaced. Where one of `secrets` stands in it
 * (a server may echo what it was sent), dots stand instead.
 */
export function excerptOf(body: Uint8Array | string, secrets: readonly string[] = []): string {
  let text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  for (const spelled of spellings(secrets)) text = text.replaceAll(spelled, '...');
  const line = printable(text).replaceAll(/ {2,}/g, ' ').trim();
  return line.length <= MAX_ERROR_EXCERPT_CHARS ? line : `${line.slice(0, MAX_ERROR_EXCERPT_CHARS)}...`;
}

/** As a server repeats what it was sent: plain, of a form, of an address, of a JSON text. The longest first: one may begin another. */
const spellings = (secrets: readonly string[]): readonly string[] =>
  secrets
    .filter(({ length }) => length >= MIN_SECRET_CHARS)
    .flatMap((secret) => [
      secret,
      new URLSearchParams([['', secret]]).toString().slice(1),
      encodeURIComponent(secret.toWellFormed()),
      JSON.stringify(secret).slice(1, -1),
    ])
    .sort((one, other) => other.length - one.length);

// Also the characters that reorder or hide text (Unicode Cc, Cf, Zl, Zp).
const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
