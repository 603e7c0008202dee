import type { AttestOptions } from '../flows/index.js';
import { MAX_DOCUMENT_BYTES } from '../limits.js';
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

/** A file that an input names. Throws INPUT_INVALID. */
export async function readInput(
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
