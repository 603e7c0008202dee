import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '@countersign/core/errors';
import type { ClaimMaterial } from '@countersign/core/layouts';
import { digestOf } from '@countersign/core/oci';
import type { SignedEnvelope } from '@countersign/core/sign';
import { createVerifier } from '@countersign/core/verify';
import type { Verifier, VerifyClaimOptions } from '@countersign/core/verify';
import {
  asAttestationLayer,
  asBundle,
  asSignatureLayer,
  bundleOf,
  keyBundle,
  newKey,
  openWorkshop,
  sessionWithKey,
  simpleSigning,
  statement,
  SUBJECT,
} from './claims-at-hand.js';
import type { Workshop } from './claims-at-hand.js';

const key = newKey();
const other = newKey();
const byKey = createVerifier({ trust: undefined, keys: [other.pem, key.pem] });
const byOther = createVerifier({ trust: undefined, keys: [other.pem] });

const outcome = (of: Verifier, material: ClaimMaterial, options?: VerifyClaimOptions): string => {
  try {
    of.verify(material, SUBJECT, options);
    return 'accepted';
  } catch (error) {
    expect(error).toMatchObject({ name: 'CountersignError', fault: 'rejection' });
    return (error as { code: ErrorCode }).code;
  }
};

describe('a bundle signed with a key', () => {
  it('is accepted by any of several keys, and the key is told', () => {
    const claim = byKey.verify(keyBundle(key, statement(SUBJECT)), SUBJECT);
    expect(claim.signer).toEqual({ kind: 'key', hint: key.hint });
    expect(claim).toMatchObject({ logEntries: [], times: [] });
  });

  it('takes the hint for no more than a hint', () => {
    expect(outcome(byKey, keyBundle(key, statement(SUBJECT), { hint: 'any text' }))).toBe('accepted');
    expect(outcome(byKey, keyBundle(key, statement(SUBJECT), { hint: other.hint }))).toBe('accepted');
    // A stranger's signature under the hint of a trusted key is nobody's.
    expect(outcome(byOther, keyBundle(key, statement(SUBJECT), { hint: other.hint }))).toBe(
      'SIGNATURE_INVALID',
    );
  });

  const refused: readonly (readonly [what: string, code: string, material: ClaimMaterial])[] = [
    ['it is another key’s', 'SIGNER_NOT_ALLOWED', keyBundle(newKey(), statement(SUBJECT))],
    [
      'the key id is that of a trusted key',
      'SIGNER_NOT_ALLOWED',
      keyBundle(newKey(), statement(SUBJECT), { keyid: key.hint }),
    ],
    [
      'a trusted key’s signature stands second',
      'BUNDLE_MALFORMED',
      keyBundle(newKey(), statement(SUBJECT), { signatures: [{ sig: 'AAAA', keyid: key.hint }] }),
    ],
    [
      'the envelope holds no in-toto statement',
      'BUNDLE_UNSUPPORTED',
      keyBundle(key, statement(SUBJECT), { payloadType: 'application/json' }),
    ],
    [
      'the payload type is empty',
      'BUNDLE_UNSUPPORTED',
      keyBundle(key, statement(SUBJECT), { payloadType: '' }),
    ],
  ];
  for (const [what, code, material] of refused) {
    it(`is refused where ${what}`, () => {
      expect(outcome(byKey, material)).toBe(code);
    });
  }

  it('is refused where no key is given', () => {
    const nobody = createVerifier({ trust: undefined, keys: [] });
    expect(outcome(nobody, keyBundle(key, statement(SUBJECT)))).toBe('SIGNER_NOT_ALLOWED');
  });

  it.each([
    ['P-384', 'sha384'],
    ['P-384', 'sha256'],
    ['P-521', 'sha512'],
  ])('may be signed with %s and %s', (curve, hash) => {
    const big = newKey(curve);
    const verifier = createVerifier({ trust: undefined, keys: [big.pem] });
    expect(outcome(verifier, keyBundle(big, statement(SUBJECT), { hash }))).toBe('accepted');
    expect(outcome(verifier, keyBundle(newKey(curve), statement(SUBJECT), { hash, hint: big.hint }))).toBe(
      'SIGNATURE_INVALID',
    );
  });

  it.each([
    ['a private key', () => String(key.secret.export({ type: 'pkcs8', format: 'pem' }))],
    ['text', () => 'key'],
    ['broken PEM', () => '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n'],
  ])('cannot be asked about with %s', (_what, pem) => {
    expect(() => createVerifier({ trust: undefined, keys: [pem()] })).toThrow(
      expect.objectContaining({ code: 'KEY_INVALID', fault: 'user' }),
    );
  });
});

describe('a message signature over the image itself', () => {
  const image = Buffer.from('the image');
  const messageBundle = (signature: Buffer, change: object = {}): ClaimMaterial =>
    bundleOf({
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: { publicKey: { hint: '' }, tlogEntries: [] },
      messageSignature: {
        messageDigest: { algorithm: 'SHA2_256', digest: digestHex(image).toString('base64'), ...change },
        signature: signature.toString('base64'),
      },
    });
  const digestHex = (bytes: Buffer): Buffer => Buffer.from(digestOf(bytes).slice('sha256:'.length), 'hex');

  it.each(['P-256', 'P-384', 'P-521'])('is accepted by its digest alone, with %s', (curve) => {
    const own = newKey(curve);
    const verifier = createVerifier({ trust: undefined, keys: [own.pem] });
    const signature = sign('sha256', image, own.secret);
    expect(outcome(verifier, messageBundle(signature))).toBe('accepted');
    expect(outcome(verifier, messageBundle(signature), { artifact: image })).toBe('accepted');
    expect(outcome(verifier, messageBundle(sign('sha256', Buffer.from('x'), own.secret)))).not.toBe(
      'accepted',
    );
  });

  it('is refused over another digest, and over a digest that is no SHA-256', () => {
    const signature = sign('sha256', Buffer.from('x'), key.secret);
    const digest = digestHex(Buffer.from('x')).toString('base64');
    expect(outcome(byKey, messageBundle(signature, { digest }))).toBe('SUBJECT_MISMATCH');
    expect(outcome(byKey, messageBundle(signature, { algorithm: 'SHA2_512' }))).toBe('BUNDLE_UNSUPPORTED');
    expect(outcome(byKey, messageBundle(signature, { algorithm: 'MD5' }))).not.toBe('accepted');
  });

  it('needs the image itself where the key is RSA', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const verifier = createVerifier({
      trust: undefined,
      keys: [String(rsa.publicKey.export({ type: 'spki', format: 'pem' }))],
    });
    const material = messageBundle(sign('sha256', image, rsa.privateKey));
    expect(outcome(verifier, material, { artifact: image })).toBe('accepted');
    expect(outcome(verifier, material)).not.toBe('accepted');
  });
});

describe('a session with a key that logs', () => {
  let workshop: Workshop;
  let verifier: Verifier;
  let signed: SignedEnvelope;

  beforeAll(async () => {
    workshop = await openWorkshop();
    verifier = createVerifier({ trust: workshop.trust, keys: [key.pem] });
    signed = await sessionWithKey(workshop.sigstore, key).signStatement(statement(SUBJECT));
  });
  afterAll(async () => {
    await workshop.stop();
  });

  it('writes claims of every layout that verify, with their log entries', async () => {
    const simple = await sessionWithKey(workshop.sigstore, key).signSimple(simpleSigning(SUBJECT));
    for (const material of [asBundle(signed), asAttestationLayer(signed), asSignatureLayer(simple)]) {
      const claim = verifier.verify(material, SUBJECT);
      expect(claim.signer).toEqual({ kind: 'key', hint: key.hint });
      expect(claim.logEntries).toHaveLength(1);
    }
  });

  it('needs no log entry, and is refused for one that is not its own', async () => {
    const bundle = JSON.parse(signed.bundle.toString()) as {
      verificationMaterial: { tlogEntries: object[] };
    };
    const bare = structuredClone(bundle);
    bare.verificationMaterial.tlogEntries = [];
    expect(outcome(verifier, bundleOf(bare))).toBe('accepted');
    const sibling = await sessionWithKey(workshop.sigstore, key).signStatement(
      statement(SUBJECT, { predicate: 1 }),
    );
    bare.verificationMaterial.tlogEntries = (
      JSON.parse(sibling.bundle.toString()) as typeof bundle
    ).verificationMaterial.tlogEntries;
    expect(outcome(verifier, bundleOf(bare))).toBe('LOG_ENTRY_INVALID');
  });

  it('does not make a certificate’s log entry its own', async () => {
    const certified = await workshop.session.signStatement(statement(SUBJECT));
    const mixed = JSON.parse(signed.bundle.toString()) as { verificationMaterial: { tlogEntries: object[] } };
    mixed.verificationMaterial.tlogEntries = (
      JSON.parse(certified.bundle.toString()) as typeof mixed
    ).verificationMaterial.tlogEntries;
    expect(outcome(verifier, bundleOf(mixed))).toBe('LOG_ENTRY_INVALID');
  });
});
