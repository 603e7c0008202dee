import { readFileSync } from 'node:fs';
import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier as SigstoreVerifier } from '@sigstore/verify';
import { anyBundle, needsBundle } from '../bundles/each.js';
import { exactly } from '../bundles/exactly.js';
import { identityOf } from '../bundles/identity.js';
import { SIGNATURE_TYPE } from '../bundles/taken.js';
import type { Answer, Ask, Asked, Facts, Verifier } from '../contract.js';
import { partsOf } from '../rig/objects.js';
import { PROVENANCE } from '../writing/documents.js';

const SOURCE_REPOSITORY = [1, 3, 6, 1, 4, 1, 57264, 1, 5];
const COMMAND =
  'new Verifier(toTrustMaterial(trustedRoot), thresholds).verify(toSignedEntity(bundle), policy)';

const certified = ({ signer }: Facts): boolean => signer === 'keyless' || signer === 'builder';
const keyed = ({ signer }: Facts): boolean => signer === 'key' || signer === 'rotated';
const common = { command: COMMAND, cannot: needsBundle, knowsIntermediates: true } as const;

const asks: readonly Ask[] = [
  {
    ...common,
    id: 'signature',
    title: "cosign's statement of the signature, by a trusted_root.json; its subject compared by the caller",
    question: { kind: 'signature' },
    applies: certified,
    run: (asked) => verify(asked, SIGNATURE_TYPE),
  },
  {
    ...common,
    id: 'provenance',
    title: 'the provenance, by a trusted_root.json; its subject compared by the caller',
    question: { kind: 'attestation', predicateType: PROVENANCE },
    applies: certified,
    run: (asked) => verify(asked, PROVENANCE),
  },
  {
    ...common,
    id: 'key',
    title:
      "cosign's statement of the signature, by the key, with or without a log; its subject compared by the caller",
    question: { kind: 'signature' },
    applies: keyed,
    run: (asked) => verify(asked, SIGNATURE_TYPE),
  },
];

const verify = (asked: Asked, predicateType: string): Promise<Answer> =>
  anyBundle(asked, predicateType, async ({ json, subjects }) => {
    const verifier = await verifierOf(asked);
    try {
      const { identity } = verifier.verify(
        toSignedEntity(bundleFromJSON(JSON.parse(json))),
        certified(asked.facts) ? policyOf(asked) : {},
      );
      if (!subjects.includes(partsOf(asked.image).digest))
        return { accepted: false, words: `verified, and of another subject: ${subjects.join(', ')}` };
      return { accepted: true, words: `verified: ${identity?.subjectAlternativeName ?? 'a key'}` };
    } catch (error) {
      const { code, message } = error as { readonly code?: string; readonly message: string };
      if (code === undefined) throw error;
      return { accepted: false, words: `${code}: ${message}` };
    }
  });

/** Whoever signs without a log, or by a key alone, has to say so: the thresholds are one of each otherwise. */
async function verifierOf({ stage, facts, written }: Asked): Promise<SigstoreVerifier> {
  const root = TrustedRoot.fromJSON(JSON.parse(await readFile(stage.sigstore.trustedRoot, 'utf8')));
  const path = written.publicKeys?.at(-1);
  const publicKey = path === undefined ? undefined : createPublicKey(await readFile(path));
  const material = toTrustMaterial(
    root,
    publicKey === undefined ? undefined : () => ({ publicKey, validFor: () => true }),
  );
  const logged = facts.log === 'none' ? 0 : 1;
  return new SigstoreVerifier(material, {
    tlogThreshold: logged,
    timestampThreshold: facts.timestamp ? 1 : logged,
  });
}

const policyOf = (asked: Asked) => ({
  subjectAlternativeName: exactly(identityOf(asked)),
  extensions: { issuer: asked.stage.wanted.issuer },
  oids: [{ oid: { id: SOURCE_REPOSITORY }, value: Buffer.from(asked.stage.wanted.repository) }],
});

const version = (): Promise<string> => {
  const path = createRequire(import.meta.url).resolve('@sigstore/verify/package.json');
  return Promise.resolve((JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version);
};

/** The verifier within sigstore-js, which takes trust as a file. */
export const verifier: Verifier = {
  id: 'sigstore-verify',
  title: '@sigstore/verify',
  programs: [],
  refusal: /there is no bundle of|_ERROR: |of another subject/,
  refusalOf: {
    unsigned: /there is no bundle of/,
    'other-identity': /UNTRUSTED_SIGNER_ERROR: certificate identity error/,
    'other-issuer': /UNTRUSTED_SIGNER_ERROR: invalid certificate extension/,
    'wrong-source-repository': /UNTRUSTED_SIGNER_ERROR: invalid certificate extension/,
    'other-digest': /of another subject/,
  },
  asks,
  version,
};
