import type { Exhibit, Facts, Stage } from '../contract.js';
import { KEYED, KEYLESS, writtenAs } from '../writing/attest.js';
import { cosignAttests, cosignKeyOf, COSIGN_PASSWORD } from '../writing/cosign.js';
import { REVIEW, SPDX } from '../writing/documents.js';

const FACTS: Facts = { ...KEYLESS, predicateTypes: [SPDX, REVIEW], platformPredicateTypes: [] };
const TAGS: Facts['layouts'] = ['signature-tag', 'attestation-tag'];

/** With the services of a signing config, as cosign 3 wants them. */
const modern = ({ sigstore }: Stage): string[] => [
  ...['--yes', '--signing-config', sigstore.signingConfig, '--trusted-root', sigstore.trustedRoot],
];

/** What others write, for Countersign's own verify, and for a comparison. */
export const exhibits: readonly Exhibit[] = [
  {
    id: 'by-cosign3',
    title: 'by a workflow, with the defaults of cosign 3',
    writer: 'cosign 3',
    facts: { ...FACTS, layouts: ['bundle'] },
    programs: ['cosign'],
    smoke: true,
    prepare: async (stage) => {
      const image = await stage.push('acme/by-cosign3');
      const token = ['--identity-token', stage.sigstore.token()];
      await cosignAttests(stage, 'cosign', image.index, [...modern(stage), ...token]);
      return writtenAs(image);
    },
  },
  {
    id: 'by-cosign3-key',
    title: 'by a key, with the defaults of cosign 3',
    writer: 'cosign 3',
    facts: { ...KEYED, layouts: ['bundle'], timestamp: true },
    programs: ['cosign'],
    prepare: async (stage) => {
      const image = await stage.push('acme/by-cosign3-key');
      const { privateKey, publicKey } = await cosignKeyOf(stage);
      await cosignAttests(stage, 'cosign', image.index, [...modern(stage), '--key', privateKey], {
        COSIGN_PASSWORD,
      });
      return { ...writtenAs(image), publicKeys: [publicKey] };
    },
  },
  {
    id: 'by-cosign2',
    title: 'by a workflow, with the defaults of cosign 2',
    writer: 'cosign 2.6',
    facts: { ...FACTS, layouts: TAGS, timestamp: false },
    programs: ['cosign-2'],
    prepare: async (stage) => {
      const { sigstore } = stage;
      const image = await stage.push('acme/by-cosign2');
      await cosignAttests(
        stage,
        'cosign-2',
        image.index,
        [
          ...['--yes', '--fulcio-url', sigstore.fulcioUrl, '--rekor-url', sigstore.rekorUrl],
          ...['--identity-token', sigstore.token()],
        ],
        {
          SIGSTORE_ROOT_FILE: sigstore.pem.fulcioChain,
          SIGSTORE_REKOR_PUBLIC_KEY: sigstore.pem.rekorKey,
          SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: sigstore.pem.ctlogKey,
        },
      );
      return writtenAs(image);
    },
  },
];
