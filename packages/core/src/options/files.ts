import { CountersignError } from '../errors.js';
import type { AttestOptions } from '../flows/index.js';
import { MAX_DOCUMENT_BYTES, MAX_KEY_CHARS } from '../limits.js';
import { splitPlatformPath } from '../oci/index.js';
import { unreadableInput } from '../read-bounded.js';
import type { OptionEdge } from './edge.js';
import { contradiction, type Reader } from './read.js';

interface NamedBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

type DocumentInput = AttestOptions['documents'][number]['kind'];

/**
 * The documents of `sbom`, `vulnerability-report` and `openvex`: `[PLATFORM=]PATH` per line, where PLATFORM is
 * `os/architecture[/variant]`.
 */
export async function readDocuments(reader: Reader, edge: OptionEdge): Promise<AttestOptions['documents']> {
  const kinds: readonly DocumentInput[] = ['sbom', 'vulnerability-report', 'openvex'];
  const documents = await Promise.all(
    kinds.map(async (kind) =>
      (await readPlatformFiles(kind, reader.lines(kind), edge)).map((file) => ({ kind, ...file })),
    ),
  );
  return documents.flat();
}

/** The files of an input, `[PLATFORM=]PATH` per line. */
export const readPlatformFiles = (
  input: string,
  lines: readonly string[],
  edge: OptionEdge,
): Promise<readonly (NamedBytes & { platform: string | undefined })[]> =>
  Promise.all(
    lines.map(async (line) => {
      const { platform, path } = splitPlatformPath(line);
      return { platform, ...(await readInput(input, path, MAX_DOCUMENT_BYTES, edge)) };
    }),
  );

/** The predicate of `predicate-type` and `predicate-path`, which come together. Throws INPUTS_CONTRADICT. */
export async function readPredicates(
  reader: Reader,
  edge: OptionEdge,
): Promise<readonly (NamedBytes & { type: string })[]> {
  const [type, path] = [reader.text('predicate-type'), reader.text('predicate-path')];
  if (type === undefined && path === undefined) return [];
  if (type === undefined)
    throw contradiction(
      'predicate-path is given without predicate-type',
      'Give the type URI of the predicate as well.',
    );
  if (path === undefined)
    throw contradiction(
      'predicate-type is given without predicate-path',
      'Give the path of the predicate as well.',
    );
  return [{ type, ...(await readInput('predicate-path', path, MAX_DOCUMENT_BYTES, edge)) }];
}

/** PEM texts of the keys in `key`: each a path, or `env://NAME` for an environment variable. Throws KEY_INVALID. */
export const readKeys = (
  reader: Reader,
  edge: OptionEdge,
): Promise<readonly { name: string; pem: string }[]> => readKeysOf('key', reader, edge);

/** The same of another input. */
export async function readKeysOf(
  input: string,
  reader: Reader,
  edge: OptionEdge,
): Promise<readonly { name: string; pem: string }[]> {
  // Refused before any of its lines is taken for a path: an error would show that line of a private key.
  if (reader.text(input)?.includes('-----BEGIN') === true) {
    throw new CountersignError('KEY_INVALID', {
      what: `The input ${input} holds a key itself, where a path or env://NAME is expected`,
      remedy: `Put the key into an environment variable and write "${input}: env://NAME" with its name.`,
    });
  }
  return Promise.all(
    reader.lines(input).map(async (name) => {
      if (!name.startsWith('env://')) {
        const { bytes } = await readInput(input, name, MAX_KEY_CHARS, edge);
        return { name, pem: Buffer.from(bytes).toString('utf8') };
      }
      const pem = edge.env[name.slice('env://'.length)];
      if (pem === undefined || pem === '') {
        throw new CountersignError('INPUT_INVALID', {
          what: `The input ${input} names ${name}, which is not set in the environment`,
          remedy: 'Set that environment variable for this run.',
        });
      }
      return { name, pem };
    }),
  );
}

async function readInput(
  input: string,
  path: string,
  maxBytes: number,
  edge: OptionEdge,
): Promise<NamedBytes> {
  try {
    return { path, bytes: await edge.readFile(path, maxBytes) };
  } catch (error) {
    throw unreadableInput(input, path, error);
  }
}
