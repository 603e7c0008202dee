import type { Exception } from '../contract.js';
import { POLICY_CLAIMS } from '../policies/claims.js';

const VERSION = '0.15.1';
const TRUST_ROOT_ISSUE = 'https://github.com/sigstore/policy-controller/pull/1968';
/** Every ask that reads bundles with trust by TUF. */
const BUNDLES = ['bundle', ...POLICY_CLAIMS.map(({ id }) => `bundle-${id}`)];

export const exceptions: readonly Exception[] = [
  {
    // Admits whatever the image carries: that is what these policies are for.
    exhibits: /./,
    asks: ['warn', 'static-pass'],
    expect: { state: 'pass' },
  },
  {
    exhibits: /./,
    asks: ['static-fail'],
    expect: { state: 'refused', words: /disallowed by static policy/ },
  },
  {
    exhibits: /./,
    asks: ['no-match'],
    expect: { state: 'refused', words: /is uncovered by policy/ },
  },
  {
    exhibits: ['keyless', 'keyless-bundle', 'rekor-v2', 'by-cosign3', 'wrong-predicate', 'dirty-platform'],
    asks: ['bundle-trust-root'],
    expect: {
      state: 'fault',
      accepts: false,
      version: VERSION,
      words: /not enough verified log entries from transparency log: 0 < 1/,
      why: 'The log ids of a TrustRoot become hexadecimal text where the verification of bundles looks for bytes: no log of one is ever found. The same bundles are accepted where trust comes by TUF, and the .sig and .att tags with this very TrustRoot.',
      issue: TRUST_ROOT_ISSUE,
    },
  },
  {
    exhibits: ['keyless-timestamp'],
    asks: ['bundle-trust-root'],
    expect: {
      state: 'fault',
      accepts: false,
      version: VERSION,
      words: /only able to verify 0 SCT entries; unable to meet threshold of 1/,
      why: 'The id of the certificate transparency log is lost as those of other logs are.',
      issue: TRUST_ROOT_ISSUE,
    },
  },
  {
    exhibits: ['keyless-timestamp'],
    asks: BUNDLES,
    expect: {
      state: 'fault',
      accepts: false,
      version: VERSION,
      words: /not enough verified log entries from transparency log: 0 < 1/,
      why: 'A `rfc3161timestamp` without a trustRootRef is dropped, so a log is asked for; and with one the TrustRoot has to serve the bundle too, which none does.',
      issue: TRUST_ROOT_ISSUE,
    },
  },
  {
    exhibits: ['wrong-source-repository'],
    asks: BUNDLES,
    expect: {
      state: 'fault',
      accepts: true,
      version: VERSION,
      words: /^$/,
      why: 'Of a bundle the policy is given neither identity nor extensions of the certificate, and a condition in CUE on what is not there holds: whoever calls the right public workflow is taken for the right signer. The same condition refuses the .sig and .att tags.',
    },
  },
  {
    exhibits: ['dirty-platform'],
    subjects: ['index'],
    expect: {
      state: 'fault',
      accepts: true,
      version: VERSION,
      words: /^$/,
      why: 'It looks at the digest that the Pod names, and never at the platforms of an index: a node that runs the platform somebody else signed is not told. An image given by the digest of its platform is refused.',
      issue: 'https://github.com/sigstore/cosign/issues/786',
    },
  },
];
