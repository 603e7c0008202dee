import { readFile } from 'node:fs/promises';
import type { Asked, Cannot, Facts } from '../contract.js';
import { policyFile } from '../policies/render.js';
import type { KyvernoAsk } from './ask.js';

const byNotation = ({ signer, signature }: Facts): boolean => signer === 'x509' && signature;

const cannot = ({ layouts }: Facts): Cannot | undefined =>
  layouts.includes('notation')
    ? undefined
    : { why: "It reads Notation's signatures alone, and there is none", words: /no signature is associated/ };

/** The two kinds of policies that read Notation's signatures, given the root that a signer's certificate has to lead to. */
export const notaryAsks: readonly KyvernoAsk[] = [
  {
    kind: 'notary',
    id: 'signature',
    title: 'the signature, by a ClusterPolicy',
    question: { kind: 'signature' },
    applies: byNotation,
    cannot,
    policy: async (asked, name) =>
      policyFile('kyverno-notary.yaml', {
        NAME: name,
        IMAGES: `${asked.stage.host}/*`,
        ROOT: await root(asked),
      }),
  },
  {
    kind: 'notary',
    id: 'image-validating',
    title: 'the signature, by an ImageValidatingPolicy',
    question: { kind: 'signature' },
    applies: byNotation,
    cannot,
    policy: async (asked, name) => {
      const attestor = name.replaceAll('-', '_');
      return policyFile('kyverno-image-validating-notary.yaml', {
        NAME: name,
        OWN_POD: `object.metadata.name == ${JSON.stringify(name)}`,
        IMAGES: `${asked.stage.host}/*`,
        ATTESTOR_NAME: attestor,
        ROOT: await root(asked),
        STAMPED: asked.facts.timestamp
          ? { value: lastOf(await readFile(asked.stage.sigstore.pem.tsaChain, 'utf8')) }
          : undefined,
        VALIDATION: `images.containers.map(image, verifyImageSignatures(image, [attestors.${attestor}])).all(count, count > 0)`,
      });
    },
  },
];

/** The root of a chain: a trust store takes no other certificates of a timestamp authority. */
const lastOf = (chain: string): string => chain.slice(chain.lastIndexOf('-----BEGIN CERTIFICATE-----'));

async function root({ written }: Asked): Promise<string> {
  const path = written.more?.notationRoot;
  if (path === undefined) throw new Error('the exhibit names no root certificate');
  return readFile(path, 'utf8');
}
