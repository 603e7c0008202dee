import { identityOf } from '../bundles/identity.js';
import type { Answer, Ask, Asked, Facts, Verifier } from '../contract.js';
import { PROVENANCE_V02 } from '../writing/builders.js';
import { PROVENANCE } from '../writing/documents.js';

const byBuilder = ({ signer }: Facts): boolean => signer === 'builder';

const ask = (id: string, title: string, predicateType: string): Ask => ({
  id,
  title,
  command: `countersign verify IMAGE --certificate-identity BUILDER --certificate-oidc-issuer ISSUER --source-repository acme/app --require ${predicateType}`,
  question: { kind: 'attestation', predicateType },
  applies: byBuilder,
  knowsIntermediates: true,
  run: (asked) => verify(asked, predicateType),
});

async function verify(asked: Asked, predicateType: string): Promise<Answer> {
  const { stage, written, image } = asked;
  const repository =
    written.signatureRepository === undefined ? [] : ['--signature-repository', written.signatureRepository];
  const { code, stdout, stderr } = await stage.countersign(
    [
      ...['verify', image, '--certificate-identity', identityOf(asked)],
      ...['--certificate-oidc-issuer', stage.wanted.issuer, '--source-repository', stage.wanted.repository],
      ...['--require', predicateType, ...repository],
    ],
    { mayFail: true },
  );
  return { accepted: code === 0, words: `${stdout}\n${stderr}`.trim() };
}

/** Countersign's own verify of what public builders attest: it has to agree with slsa-verifier. */
export const verifier: Verifier = {
  id: 'countersign-builder',
  title: 'Countersign, provenance of a public builder',
  programs: [],
  refusal: /^Rejected: /m,
  asks: [
    ask('provenance', 'the provenance (SLSA v1)', PROVENANCE),
    ask('provenance-v02', 'the provenance (SLSA v0.2)', PROVENANCE_V02),
  ],
  version: () => Promise.resolve('of this tree'),
};
