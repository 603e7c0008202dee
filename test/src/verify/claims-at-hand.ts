import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { attestationLayer, signatureLayer } from '@countersign/core/layouts';
import type { ClaimMaterial, Layer } from '@countersign/core/layouts';
import { digestOf } from '@countersign/core/oci';
import type { Digest } from '@countersign/core/oci';
import { parseSigningKey } from '@countersign/core/sign';
import type { SignedEnvelope, SignedSimple, SigningSession } from '@countersign/core/sign';
import { parseTrustedRoot } from '@countersign/core/trust';
import type { TrustMaterial } from '@countersign/core/trust';
import { startSigstore } from '@countersign/testbed/sigstore';
import type { RunningSigstore } from '@countersign/testbed/sigstore';
import { contextFor, sessionOf } from '../sign/harness.js';

export const SUBJECT: Digest = digestOf('the image');
export const OTHER_SUBJECT: Digest = digestOf('another image');
export const PREDICATE_TYPE = 'https://example.com/predicate/v1';

export const statement = (subject: Digest, more: object = {}): Buffer =>
  Buffer.from(
    JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'app', digest: { sha256: subject.slice('sha256:'.length) } }],
      predicateType: PREDICATE_TYPE,
      predicate: {},
      ...more,
    }),
  );

export const simpleSigning = (subject: string, type = 'cosign container image signature'): Buffer =>
  Buffer.from(
    JSON.stringify({
      critical: {
        identity: { 'docker-reference': '127.0.0.1/app' },
        image: { 'docker-manifest-digest': subject },
        type,
      },
      optional: null,
    }),
  );

/** A Sigstore of the test bed, a session that signs with it and the trust that verifies what it signed. */
export interface Workshop {
  readonly sigstore: RunningSigstore;
  readonly session: SigningSession;
  readonly trust: TrustMaterial;
  /** The same with a trusted root changed as JSON. */
  trustWith(change: (root: TrustedRootJson) => void): TrustMaterial;
  stop(): Promise<void>;
}

export type TrustedRootJson = Record<
  'tlogs' | 'ctlogs' | 'certificateAuthorities' | 'timestampAuthorities',
  {
    baseUrl: string;
    publicKey: { validFor: { start: string; end?: string } };
    validFor: { start: string; end?: string };
    checkpointKeyId?: { keyId: string };
  }[]
>;

export async function openWorkshop(options: Parameters<typeof startSigstore>[0] = {}): Promise<Workshop> {
  const sigstore = await startSigstore(options);
  const context = contextFor();
  return {
    sigstore,
    session: sessionOf(sigstore, context),
    trust: parseTrustedRoot(Buffer.from(sigstore.trustedRoot), 'test bed'),
    trustWith: (change) => {
      const root = JSON.parse(sigstore.trustedRoot) as TrustedRootJson;
      change(root);
      return parseTrustedRoot(Buffer.from(JSON.stringify(root)), 'changed test bed');
    },
    stop: async () => {
      context.close();
      await sigstore.stop();
    },
  };
}

export const asBundle = ({ bundle }: SignedEnvelope): ClaimMaterial => ({
  kind: 'bundle',
  bytes: bundle,
});

export const asAttestationLayer = (signed: SignedEnvelope): ClaimMaterial =>
  material('dsse-layer', attestationLayer(signed.envelope, PREDICATE_TYPE, witnessOf(signed)));

export const asSignatureLayer = (signed: SignedSimple): ClaimMaterial =>
  material('simple-signing', signatureLayer(signed.payload, signed.signature, witnessOf(signed)));

const witnessOf = ({ signer, logEntries: [logEntry] }: SignedEnvelope | SignedSimple) => ({
  certificate: signer.kind === 'certificate' ? signer : undefined,
  logEntry: logEntry?.signedEntryTimestamp === undefined ? undefined : logEntry,
  timestamp: undefined,
});

const material = (kind: 'dsse-layer' | 'simple-signing', layer: Layer): ClaimMaterial => ({
  kind,
  payload: layer.blob,
  annotations: layer.descriptor.annotations ?? {},
});

/** A key of the user's own. */
export interface OwnKey {
  readonly secret: KeyObject;
  readonly pem: string;
  readonly hint: string;
}

export function newKey(namedCurve = 'P-256'): OwnKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return {
    secret: privateKey,
    pem: String(publicKey.export({ type: 'spki', format: 'pem' })),
    hint: createHash('sha256').update(spki).digest('base64'),
  };
}

export const sessionWithKey = (sigstore: RunningSigstore, key: OwnKey): SigningSession =>
  sessionOf(sigstore, contextFor(), {
    identity: {
      kind: 'key',
      key: parseSigningKey(String(key.secret.export({ type: 'pkcs8', format: 'pem' })), 'key'),
    },
  });

/** A v0.3 bundle made by hand: an envelope signed with a key, without any witness. */
export function keyBundle(
  key: OwnKey,
  payload: Buffer,
  change: { payloadType?: string; hint?: string; keyid?: string; hash?: string; signatures?: object[] } = {},
): ClaimMaterial {
  const {
    payloadType = 'application/vnd.in-toto+json',
    hint = key.hint,
    keyid = '',
    hash = 'sha256',
  } = change;
  const signed = Buffer.concat([
    Buffer.from(`DSSEv1 ${String(Buffer.byteLength(payloadType))} ${payloadType} ${String(payload.length)} `),
    payload,
  ]);
  const sig = sign(hash, signed, key.secret).toString('base64');
  return bundleOf({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { publicKey: { hint }, tlogEntries: [] },
    dsseEnvelope: {
      payload: payload.toString('base64'),
      payloadType,
      signatures: [{ sig, keyid }, ...(change.signatures ?? [])],
    },
  });
}

export const bundleOf = (json: object): ClaimMaterial => ({
  kind: 'bundle',
  bytes: Buffer.from(JSON.stringify(json)),
});
