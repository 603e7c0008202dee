import { createHash } from 'node:crypto';
import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import type { SigningServices } from '../trust/index.js';
import { bundleJson, messageBundleJson } from './bundle.js';
import { certificateCredential, keyCredential, type Credential } from './credential.js';
import { envelopeJson, preAuthEncoding } from './envelope.js';
import type { HashedSignature } from './hashed-rekord.js';
import type { SigningKey } from './keys.js';
import { logEnvelope, logHash } from './rekor.js';
import { logTimes, sessionWitnesses, type WitnessOptions } from './session-witnesses.js';
import type { IdentityToken, SignedEnvelope, SignedSimple, SigningSession } from './types.js';
import { withinValidity, type Witnessed } from './within-validity.js';

/** With a key, Fulcio is not used. */
export interface SessionOptions extends WitnessOptions {
  readonly context: Context;
  /** The supplier is called for each certificate; renewingToken gives one that hands out a token while it is valid. */
  readonly identity:
    | { readonly kind: 'token'; readonly token: () => Promise<IdentityToken> }
    | { readonly kind: 'key'; readonly key: SigningKey };
}

/** What a session asked of the services so far. */
export interface SessionFigures {
  readonly certificates: number;
  readonly logEntries: number;
  readonly timestamps: number;
}

export interface OpenSession extends SigningSession {
  /** Signs bytes as they are: the v0.3 bundle as JSON. */
  signMessage(message: Uint8Array): Promise<Buffer>;
  figures(): SessionFigures;
}

/**
 * Opens a session: nothing is asked of any service before the first claim. Throws INPUTS_CONTRADICT where certificates
 * would be left without any witness of their time, SIGNING_CONFIG_INVALID without a Fulcio. The session's calls throw
 * FULCIO_..., LOG_..., TSA_... and IDENTITY_TOKEN_... codes.
 */
export function openSession(options: SessionOptions): OpenSession {
  const { context, services, identity } = options;
  const witnesses = sessionWitnesses(context, options);
  let certificates = 0;
  const credential =
    identity.kind === 'key'
      ? keyCredential(identity.key)
      : certificateCredential(context, fulcioFor(services), identity.token, () => (certificates += 1));

  const signStatement = async (payload: Uint8Array, held: Credential): Promise<Witnessed<SignedEnvelope>> => {
    const signature = await held.key.sign(preAuthEncoding(payload));
    const envelope = envelopeJson(payload, signature);
    const { signer, verifierPem } = held;
    const { logEntries, timestamps, times } = await witnesses.all(
      signature,
      (url) => logEnvelope(context, url, envelope, { payload, signature, verifierPem }),
      () => ({ digest: encodingDigest(payload), signature, verifier: derOf(held) }),
    );
    const bundle = bundleJson(signer, envelope, logEntries, timestamps);
    return { signed: { signer, signature, logEntries, payload, envelope, bundle }, times };
  };

  // No timestamp: verifiers of the tag layout without roots for it fail on one (layouts-and-verifiers.md, R2).
  const signSimple = async (payload: Uint8Array, held: Credential): Promise<Witnessed<SignedSimple>> => {
    if (services.rekorVersion !== 1) throw notForTags();
    const signature = await held.key.sign([payload]);
    const payloadSha256 = createHash('sha256').update(payload).digest('hex');
    const { signer, verifierPem } = held;
    const logEntries = await witnesses.entries((url) =>
      logHash(context, url, payloadSha256, { payload, signature, verifierPem }),
    );
    return { signed: { signer, signature, logEntries, payload }, times: logTimes(logEntries) };
  };

  const signMessage = async (message: Uint8Array, held: Credential): Promise<Witnessed<Buffer>> => {
    const signature = await held.key.sign([message]);
    const sha256 = createHash('sha256').update(message).digest();
    const { signer, verifierPem } = held;
    const { logEntries, timestamps, times } = await witnesses.all(
      signature,
      (url) => logHash(context, url, sha256.toString('hex'), { payload: message, signature, verifierPem }),
      () => ({ digest: sha256, signature, verifier: derOf(held) }),
    );
    return { signed: messageBundleJson(signer, { sha256, signature }, logEntries, timestamps), times };
  };

  return {
    signer: async () => (await credential()).signer,
    signStatement: (payload) => withinValidity(credential, (held) => signStatement(payload, held)),
    signSimple: (payload) => withinValidity(credential, (held) => signSimple(payload, held)),
    signMessage: (message) => withinValidity(credential, (held) => signMessage(message, held)),
    figures: () => ({ certificates, ...witnesses.counted }),
  };
}

/** SHA-256 of what an envelope's signature covers. */
function encodingDigest(payload: Uint8Array): Buffer {
  const hash = createHash('sha256');
  for (const part of preAuthEncoding(payload)) hash.update(part);
  return hash.digest();
}

const derOf = ({ key, signer }: Credential): HashedSignature['verifier'] =>
  signer.kind === 'key'
    ? { kind: 'key', der: key.spki }
    : { kind: 'certificate', der: Buffer.from(signer.leaf.raw) };

const notForTags = (): CountersignError =>
  new CountersignError('INTERNAL', {
    what: 'An entry of Rekor v2, which promises nothing, came to be made for a signature tag',
    remedy: 'This is a defect in Countersign: please report it.',
  });

function fulcioFor(services: SigningServices): string {
  if (services.fulcioUrl === undefined) {
    throw new CountersignError('SIGNING_CONFIG_INVALID', {
      what: 'The signing config names no Fulcio that can be used now, and no key was given',
      remedy: 'Give a signing config with a Fulcio, "fulcio-url", or a key.',
    });
  }
  const timed = services.rekorUrls.length > 0 && services.rekorVersion === 1;
  if (!timed && services.tsaUrls.length === 0) {
    const log = services.rekorUrls.length > 0 ? 'With Rekor v2, which tells no time,' : 'Without a log';
    throw new CountersignError('INPUTS_CONTRADICT', {
      what: `${log} and without a timestamp authority nothing witnesses that a certificate of ten minutes was valid when it signed`,
      remedy:
        'Give a timestamp authority (timestamp-server-url, or a signing config with one), a Rekor v1 log, or a key.',
    });
  }
  return services.fulcioUrl;
}
