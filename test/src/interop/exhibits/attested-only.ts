import type { Exhibit } from '../contract.js';
import { KEYLESS, writtenAs } from '../writing/attest.js';
import { documentsOf, SPDX } from '../writing/documents.js';

/** A claim about an image, which is no signature of it: some take any bundle of the right signer for one. */
export const exhibits: readonly Exhibit[] = [
  {
    id: 'attested-only',
    title: 'an image with an attested SBOM, and no signature',
    writer: 'countersign',
    facts: { ...KEYLESS, predicateTypes: [SPDX], platformPredicateTypes: [], subjects: ['index'] },
    twin: 'unsigned',
    spoils: ({ kind }) => kind === 'signature',
    prepare: async (stage) => {
      const image = await stage.push('acme/attested-only');
      const { spdx } = await documentsOf(stage);
      const token = ['--identity-token', stage.sigstore.token()];
      await stage.countersign(['attest', image.index, '--sbom', spdx, ...token]);
      return writtenAs(image);
    },
  },
];
