import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '@countersign/core/errors';
import type { ClaimMaterial } from '@countersign/core/layouts';
import { createVerifier } from '@countersign/core/verify';
import type { Verifier } from '@countersign/core/verify';
import {
  asAttestationLayer,
  asSignatureLayer,
  openWorkshop,
  OTHER_SUBJECT,
  PREDICATE_TYPE,
  simpleSigning,
  statement,
  SUBJECT,
} from './claims-at-hand.js';
import type { Workshop } from './claims-at-hand.js';

type Layer = Extract<ClaimMaterial, { annotations: unknown }>;

const CERTIFICATE = 'dev.sigstore.cosign/certificate';
const CHAIN = 'dev.sigstore.cosign/chain';
const LOG_ENTRY = 'dev.sigstore.cosign/bundle';
const SIGNATURE = 'dev.cosignproject.cosign/signature';
const TIMESTAMP = 'dev.sigstore.cosign/rfc3161timestamp';
const SIGN_TYPE = 'https://sigstore.dev/cosign/sign/v1';

let workshop: Workshop;
let strangers: Workshop;
let verifier: Verifier;
let signature: Layer;
let attestation: Layer;
let foreign: Layer;
let sibling: { signature: Layer; attestation: Layer };

beforeAll(async () => {
  [workshop, strangers] = await Promise.all([openWorkshop(), openWorkshop()]);
  verifier = createVerifier({ trust: workshop.trust, keys: [] });
  const { session } = workshop;
  signature = asSignatureLayer(await session.signSimple(simpleSigning(SUBJECT))) as Layer;
  attestation = asAttestationLayer(await session.signStatement(statement(SUBJECT))) as Layer;
  sibling = {
    signature: asSignatureLayer(await session.signSimple(simpleSigning(OTHER_SUBJECT))) as Layer,
    attestation: asAttestationLayer(await session.signStatement(statement(OTHER_SUBJECT))) as Layer,
  };
  foreign = asSignatureLayer(await strangers.session.signSimple(simpleSigning(SUBJECT))) as Layer;
});

afterAll(async () => {
  await Promise.all([workshop.stop(), strangers.stop()]);
});

const outcome = (material: ClaimMaterial): string => {
  try {
    verifier.verify(material, SUBJECT);
    return 'accepted';
  } catch (error) {
    expect(error).toMatchObject({ name: 'CountersignError', fault: 'rejection' });
    return (error as { code: ErrorCode }).code;
  }
};

const annotated = (layer: Layer, annotations: Record<string, string | undefined>): ClaimMaterial => ({
  ...layer,
  annotations: Object.fromEntries(
    Object.entries({ ...layer.annotations, ...annotations }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    ),
  ),
});

describe('a layer of a .sig tag', () => {
  it('is accepted as the signature of the image', () => {
    const claim = verifier.verify(signature, SUBJECT, { expectedPredicateType: SIGN_TYPE });
    expect(claim).toMatchObject({ predicateType: SIGN_TYPE, signer: { kind: 'certificate' } });
    expect(claim.statement).toBeUndefined();
    expect(claim.times.map(({ witness }) => witness)).toEqual(['log']);
  });

  it('is refused beside another digest', () => {
    expect(() => verifier.verify(signature, OTHER_SUBJECT)).toThrow(
      expect.objectContaining({ code: 'SUBJECT_MISMATCH' }),
    );
  });

  it('needs no chain annotation, and believes none', () => {
    expect(outcome(annotated(signature, { [CHAIN]: undefined }))).toBe('accepted');
    expect(outcome(annotated(signature, { [CHAIN]: 'garbage' }))).toBe('accepted');
    // A stranger's certificate with the stranger's chain beside it stays a stranger's.
    expect(outcome(foreign)).not.toBe('accepted');
  });

  const tampered: readonly (readonly [what: string, code: string, make: () => ClaimMaterial])[] = [
    [
      'its document is another',
      'SIGNATURE_INVALID',
      () => ({ ...signature, payload: simpleSigning(SUBJECT, 'x') }),
    ],
    [
      'its signature is another',
      'SIGNATURE_INVALID',
      () => annotated(signature, { [SIGNATURE]: sibling.signature.annotations[SIGNATURE] }),
    ],
    ['its signature is empty', 'BUNDLE_MALFORMED', () => annotated(signature, { [SIGNATURE]: '' })],
    ['its signature is no base64', 'BUNDLE_MALFORMED', () => annotated(signature, { [SIGNATURE]: '!!' })],
    [
      'its certificate is a stranger’s',
      'SIGNATURE_INVALID',
      () => annotated(signature, { [CERTIFICATE]: foreign.annotations[CERTIFICATE] }),
    ],
    [
      'its certificate is no certificate',
      'BUNDLE_MALFORMED',
      () => annotated(signature, { [CERTIFICATE]: 'x' }),
    ],
    [
      'its certificate is missing, and no key is known',
      'SIGNER_NOT_ALLOWED',
      () => annotated(signature, { [CERTIFICATE]: undefined }),
    ],
    ['its log entry is missing', 'LOG_ENTRY_INVALID', () => annotated(signature, { [LOG_ENTRY]: undefined })],
    [
      'its log entry is another signature’s',
      'LOG_ENTRY_INVALID',
      () => annotated(signature, { [LOG_ENTRY]: sibling.signature.annotations[LOG_ENTRY] }),
    ],
    [
      'its log entry is an attestation’s',
      'LOG_ENTRY_INVALID',
      () => annotated(signature, { [LOG_ENTRY]: attestation.annotations[LOG_ENTRY] }),
    ],
    [
      'its log entry is a stranger’s',
      'LOG_ENTRY_INVALID',
      () => annotated(signature, { [LOG_ENTRY]: foreign.annotations[LOG_ENTRY] }),
    ],
    [
      'the promise is that of another entry',
      'LOG_ENTRY_INVALID',
      () => annotated(signature, { [LOG_ENTRY]: mixedEntry() }),
    ],
    ['its log entry is no JSON', 'BUNDLE_MALFORMED', () => annotated(signature, { [LOG_ENTRY]: '{' })],
    [
      'its log entry is empty JSON',
      'BUNDLE_MALFORMED',
      () => annotated(signature, { [LOG_ENTRY]: '{"Payload":{}}' }),
    ],
    [
      'its timestamp is no timestamp',
      'BUNDLE_MALFORMED',
      () => annotated(signature, { [TIMESTAMP]: '{"SignedRFC3161Timestamp":"MAA="}' }),
    ],
  ];
  for (const [what, code, make] of tampered) {
    it(`is refused where ${what}`, () => {
      expect(outcome(make())).toBe(code);
    });
  }

  const mixedEntry = (): string => {
    const mine = JSON.parse(signature.annotations[LOG_ENTRY] ?? '') as object;
    const other = JSON.parse(sibling.signature.annotations[LOG_ENTRY] ?? '') as {
      SignedEntryTimestamp: string;
    };
    return JSON.stringify({ ...mine, SignedEntryTimestamp: other.SignedEntryTimestamp });
  };

  const signedDocuments: readonly (readonly [what: string, code: string, payload: Buffer])[] = [
    ['is of another type', 'BUNDLE_UNSUPPORTED', simpleSigning(SUBJECT, 'atomic container signature')],
    ['names the digest with something behind it', 'SUBJECT_MISMATCH', simpleSigning(`${SUBJECT}0`)],
    ['is no document', 'BUNDLE_MALFORMED', Buffer.from('null')],
    ['is empty', 'BUNDLE_UNSUPPORTED', Buffer.from('{}')],
  ];
  for (const [what, code, payload] of signedDocuments) {
    it(`is refused where what was signed ${what}`, async () => {
      expect(outcome(asSignatureLayer(await workshop.session.signSimple(payload)))).toBe(code);
    });
  }
});

describe('a layer of an .att tag', () => {
  it('is accepted as the attestation of the image', () => {
    const claim = verifier.verify(attestation, SUBJECT, { expectedPredicateType: PREDICATE_TYPE });
    expect(claim).toMatchObject({ predicateType: PREDICATE_TYPE, statement: { predicate: {} } });
  });

  it('is refused beside another digest', () => {
    expect(outcome(sibling.attestation)).toBe('SUBJECT_MISMATCH');
  });

  const envelope = (): { payloadType: string; payload: string; signatures: object[] } =>
    JSON.parse(Buffer.from(attestation.payload).toString()) as ReturnType<typeof envelope>;
  const withEnvelope = (json: object): ClaimMaterial => ({
    ...attestation,
    payload: Buffer.from(JSON.stringify(json)),
  });

  const tampered: readonly (readonly [what: string, code: string, make: () => ClaimMaterial])[] = [
    [
      'a space stands behind the envelope: it is not the one that was logged',
      'LOG_ENTRY_INVALID',
      () => ({ ...attestation, payload: Buffer.concat([attestation.payload, Buffer.from(' ')]) }),
    ],
    [
      'a key id was written into the envelope',
      'LOG_ENTRY_INVALID',
      () =>
        withEnvelope({
          ...envelope(),
          signatures: envelope().signatures.map((one) => ({ ...one, keyid: 'x' })),
        }),
    ],
    [
      'the payload is another',
      'SIGNATURE_INVALID',
      () => withEnvelope({ ...envelope(), payload: statement(OTHER_SUBJECT).toString('base64') }),
    ],
    [
      'a second signature stands beside the first',
      'BUNDLE_MALFORMED',
      () => withEnvelope({ ...envelope(), signatures: [...envelope().signatures, ...envelope().signatures] }),
    ],
    ['the signatures are no list', 'BUNDLE_MALFORMED', () => withEnvelope({ ...envelope(), signatures: {} })],
    ['the payload is missing', 'BUNDLE_MALFORMED', () => withEnvelope({ ...envelope(), payload: undefined })],
    [
      'the payload type is missing',
      'BUNDLE_MALFORMED',
      () => withEnvelope({ ...envelope(), payloadType: 7 }),
    ],
    [
      'the log entry is another attestation’s',
      'LOG_ENTRY_INVALID',
      () => annotated(attestation, { [LOG_ENTRY]: sibling.attestation.annotations[LOG_ENTRY] }),
    ],
    [
      'the log entry is a signature’s',
      'LOG_ENTRY_INVALID',
      () => annotated(attestation, { [LOG_ENTRY]: signature.annotations[LOG_ENTRY] }),
    ],
    [
      'the log entry is missing',
      'LOG_ENTRY_INVALID',
      () => annotated(attestation, { [LOG_ENTRY]: undefined }),
    ],
  ];
  for (const [what, code, make] of tampered) {
    it(`is refused where ${what}`, () => {
      expect(outcome(make())).toBe(code);
    });
  }

  it('is what its statement says, whatever the annotation says', () => {
    const claim = verifier.verify(annotated(attestation, { predicateType: SIGN_TYPE }), SUBJECT);
    expect(claim.predicateType).toBe(PREDICATE_TYPE);
  });
});
