import { CountersignError } from '../errors.js';
import type { SignatureRepository } from '../flows/index.js';
import { MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import { FOLDER_PREFIX, isFolder, parseName, type ImageReference } from '../reference/index.js';
import type { OptionEdge } from './edge.js';
import { contradiction, type Reader } from './read.js';

/**
 * The repository that claims live in, in place of the images' own: the setting, else COSIGN_REPOSITORY, which cosign reads
 * in the same way. A folder holds its claims itself: the setting is refused there, the variable (set for a whole job) passes
 * it by. Throws REFERENCE_INVALID, INPUTS_CONTRADICT.
 */
export function readSignatureRepository(
  reader: Reader,
  { env }: OptionEdge,
  images: readonly ImageReference[],
): SignatureRepository | undefined {
  const setting = reader.text('signature-repository');
  if (setting === undefined) {
    const variable = env.COSIGN_REPOSITORY?.trim() ?? '';
    return variable === '' ? undefined : named(variable, 'COSIGN_REPOSITORY');
  }
  if (images.some(isFolder)) {
    throw contradiction(
      'signature-repository is given, and an image is an OCI layout folder, which holds its claims itself',
      'Leave signature-repository out, or name the image in its registry.',
    );
  }
  return named(setting, 'signature-repository');
}

function named(text: string, source: SignatureRepository['source']): SignatureRepository {
  if (text.startsWith(FOLDER_PREFIX))
    throw notARepository(source, 'it is a folder, and a folder holds its own claims alone');
  // Alone it would be an official image of Docker Hub, which nobody means.
  if (!text.includes('/'))
    throw notARepository(source, `${JSON.stringify(text.slice(0, MAX_SHOWN_INPUT_CHARS))} is a bare name`);
  try {
    return { name: parseName(text), source };
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    throw notARepository(source, error.message);
  }
}

const notARepository = (source: SignatureRepository['source'], why: string): CountersignError =>
  new CountersignError('REFERENCE_INVALID', {
    what: `${source} names no repository: ${why}`,
    remedy: 'Write registry/repository alone, without a tag or a digest, such as ghcr.io/acme/signatures.',
  });
