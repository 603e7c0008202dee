import type { Exception } from '../contract.js';

/** What every release of cosign accepts although it should not be; Countersign's `verify` refuses both. */
export const cosignFindings = (version: string, asks: readonly string[]): readonly Exception[] => [
  {
    exhibits: ['dirty-platform'],
    asks,
    subjects: ['index'],
    expect: {
      state: 'fault',
      accepts: true,
      version,
      words: ACCEPTED,
      why: 'It looks at the digest that it is given, and never at the platforms of an index',
      issue: 'https://github.com/sigstore/cosign/issues/786',
    },
  },
  {
    exhibits: ['wrong-source-repository'],
    asks: asks.filter((ask) => ask !== 'verify-repository'),
    expect: {
      state: 'fault',
      accepts: true,
      version,
      words: ACCEPTED,
      why: 'The identity names the workflow that was called; only --certificate-github-workflow-repository asks who called it',
    },
  },
];

const ACCEPTED = /The following checks were performed on each of these signatures/;

/** What releases that look at bundles first accept, too. */
export const anyBundle = (version: string): Exception => ({
  exhibits: ['attested-only'],
  asks: ['verify', 'verify-regexp', 'verify-repository'],
  expect: {
    state: 'fault',
    accepts: true,
    version,
    words: ACCEPTED,
    why: 'Any bundle of the right signer counts as a signature of the image, an SBOM too: it does not look at the type of the statement',
    issue: 'https://github.com/kubernetes-sigs/security-profiles-operator/pull/3449',
  },
});
