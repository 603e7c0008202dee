import { signTufRepository, sigstoreTargets } from '../trust/signing/index.js';
import type { ExportedFile, Form, ToExport } from './form.js';

/**
 * A TUF repository to be served as it is, by any server of static files. Each export has fresh keys, which nobody keeps:
 * what cannot be signed again cannot be signed by a thief either, and ends with its lifetime.
 */
export function tufForm({ material, signingConfig, expires, now }: ToExport): Form {
  const documents = {
    trustedRoot: material.bytes,
    ...(signingConfig === undefined ? {} : { signingConfig }),
  };
  const { targets, notes } = sigstoreTargets(documents, now);
  const { files } = signTufRepository(targets, { expires });
  return {
    files: [...files].map(([path, bytes]): ExportedFile => ({ path: `tuf/${path}`, bytes })),
    notes: [
      `Serve the folder tuf over http(s), and give each client tuf/root.json by another way. It is valid until ${expires.toISOString()}.`,
      'Its keys are gone: before it expires export again, and hand out the new root.json.',
      ...(signingConfig === undefined
        ? ['It holds no signing_config.v0.2.json: signers need --signing-config. Give it to have it in.']
        : []),
      ...notes,
    ],
  };
}
