import { parseMirror } from '../tools/mirror.js'; // alone: whoever reads an option downloads nothing
import { invalidInput, type Reader } from './read.js';

/** Where tools are downloaded from first: a URL, or `oci:` and a repository or folder. Throws INPUT_INVALID. */
export function readMirror(reader: Reader, name: 'mirror' | 'tool-mirror'): string | undefined {
  const mirror = reader.text(name);
  if (mirror === undefined) return undefined;
  if (mirror.startsWith('oci:')) parseMirror(mirror);
  else checkDownloadUrl(name, mirror);
  return mirror;
}

/** Files are looked for below it by name, so nothing may follow its path. Throws INPUT_INVALID. */
export function checkDownloadUrl(name: string, text: string): void {
  const url = URL.parse(text);
  const plain = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (plain && (url.protocol === 'https:' || url.protocol === 'http:')) return;
  // What is wrong may be a password in it.
  throw invalidInput(
    name,
    text.replace(/\/\/[^/]*@/, '//***@'),
    'Give https://host[:port]/path, without a user name or a query.',
  );
}
