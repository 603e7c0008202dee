import { createHash } from 'node:crypto';

/**
 * What makes two entries of two documents one package: the package URL whole (architecture and distribution belong to
 * it), name and version; without a package URL a word for the kind beside them. JSON, so that no text can be built that equals another's.
 */
export const identityOf = (
  purl: string | undefined,
  name: string,
  version: string | undefined,
  kind: string,
): string => JSON.stringify(purl === undefined ? [kind, name, version ?? ''] : [purl, name, version ?? '']);

/** An id that depends on the identity alone: 128 bits of its hash, so that nobody finds two packages with one id. */
export const identityHash = (identity: string): string =>
  createHash('sha256').update(identity).digest('hex').slice(0, 32);
