import { resolve } from 'node:path';
import { validateDocument } from '@countersign/core/claims';
import { CountersignError } from '@countersign/core/errors';
import { MAX_DOCUMENT_BYTES } from '@countersign/core/limits';
import { parseReference, type RegistryReference } from '@countersign/core/reference';
import { readFileOf } from '../read-file.js';
import type { DemoOptions } from './options.js';

/** A user's own image, and where the document about it is. */
export interface UsersInputs {
  readonly image: RegistryReference;
  /** The digest of the image, else its tag. */
  readonly target: string;
  /** An absolute path; undefined: no SBOM is attested. */
  readonly sbom: string | undefined;
}

/**
 * What a user gives for the demo, looked at before anything is started; undefined: the demo shows its own image. Throws
 * REFERENCE_INVALID, INPUT_INVALID for a document that cannot be read and PREDICATE_INVALID or LIMIT_EXCEEDED for one
 * that cannot be attested.
 */
export async function readUsersInputs({ image, sbom }: DemoOptions): Promise<UsersInputs | undefined> {
  if (image === undefined) return undefined;
  const reference = parseReference(image);
  const target = reference.digest ?? reference.tag;
  if (target === undefined) {
    throw new CountersignError('REFERENCE_INVALID', {
      what: `--image ${image} has neither a tag nor a digest`,
      remedy: 'Say which image is meant, e.g. with :latest.',
    });
  }
  if (sbom !== undefined) {
    await validateDocument(await readFileOf('the document of --sbom', sbom, MAX_DOCUMENT_BYTES), sbom);
  }
  return { image: reference, target, sbom: sbom === undefined ? undefined : resolve(sbom) };
}
