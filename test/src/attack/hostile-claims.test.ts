import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { ClaimMaterial } from '@countersign/core/layouts';
import { createVerifier } from '@countersign/core/verify';
import { newKey, SUBJECT } from '../verify/claims-at-hand.js';

const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const verifier = createVerifier({ trust: undefined, keys: [newKey().pem] });
const ENVELOPE =
  '"payload":"e30=","payloadType":"application/vnd.in-toto+json","signatures":[{"sig":"AAAA"}]';

/** Text that costs little to store and much to read: each of its parts becomes an object in memory. */
const bombs: readonly (readonly [what: string, text: string])[] = [
  ['is nested without end', `{"mediaType":"${BUNDLE}","x":${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}}`],
  ['is a million empty objects', `{"mediaType":"${BUNDLE}","x":[${'{},'.repeat(1_000_000)}{}]}`],
  [
    'names a million log entries',
    `{"mediaType":"${BUNDLE}","verificationMaterial":{"publicKey":{"hint":"x"},"tlogEntries":[${'{},'.repeat(1_000_000)}{}]},"dsseEnvelope":{${ENVELOPE}}}`,
  ],
  ['is a million numbers', `{"mediaType":"${BUNDLE}","x":[${'1,'.repeat(1_000_000)}1]}`],
  [
    'has a million signatures',
    `{"payload":"e30=","payloadType":"x","signatures":[${'{"sig":"A"},'.repeat(1_000_000)}{}]}`,
  ],
];

describe('What nobody signed is refused before it is taken apart where it', () => {
  for (const [what, text] of bombs) {
    for (const kind of ['bundle', 'dsse-layer'] as const) {
      it(`${what} (${kind})`, () => {
        const bytes = Buffer.from(text);
        const material: ClaimMaterial =
          kind === 'bundle' ? { kind, bytes } : { kind, payload: bytes, annotations: {} };
        assert.throws(() => verifier.verify(material, SUBJECT), {
          code: 'BUNDLE_MALFORMED',
          message: /has more parts than/,
        });
      });
    }
  }
});
