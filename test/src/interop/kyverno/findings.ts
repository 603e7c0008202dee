import type { Exception } from '../contract.js';

/** The release that was looked at. */
const VERSION = '1.19.0';

/** What every kind of policy accepts although it should not be; Countersign's `verify` refuses it. */
export const dirtyPlatform: Exception = {
  exhibits: ['dirty-platform'],
  subjects: ['index'],
  expect: {
    state: 'fault',
    accepts: true,
    version: VERSION,
    words: /pass: /,
    why: 'It looks at the digest that the Pod names, and never at the platforms of an index: a node that runs the platform somebody else signed is not told. An image given by the digest of its platform is refused.',
  },
};

/** Who called the workflow is written in the policy, and not looked at. */
export const wrongSourceRepository = (why: string, issue?: string): Exception => ({
  exhibits: ['wrong-source-repository'],
  expect: {
    state: 'fault',
    accepts: true,
    version: VERSION,
    words: /pass: /,
    why,
    ...(issue === undefined ? {} : { issue }),
  },
});

/** A claim about an image stands for its signature. */
export const anyClaim = (ask: string): Exception => ({
  exhibits: ['attested-only'],
  asks: [ask],
  expect: {
    state: 'fault',
    accepts: true,
    version: VERSION,
    words: /pass: /,
    why: 'Any bundle of the right signer counts as a signature of the image, an SBOM too: ask for the type `https://sigstore.dev/cosign/sign/v1` where a signature is meant.',
  },
});
