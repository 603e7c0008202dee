import { createHash } from 'node:crypto';
import { allEnded, createGate } from '../concurrency.js';
import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { DEFAULT_SIGNING_CONCURRENCY, MAX_SIGNATURES_PER_CLAIM } from '../limits.js';
import type { SigningServices, TrustMaterial } from '../trust/index.js';
import { bundleJson, messageBundleJson } from './bundle.js';
import { certificateCredential, keyCredential, type Credential } from './credential.js';
import { envelopeJson, preAuthEncoding } from './envelope.js';
import type { HashedSignature } from './hashed-rekord.js';
import type { SigningKey } from './keys.js';
import { logEnvelope, logHash } from './rekor.js';
import { logToTiles } from './rekor-v2.js';
import { requestTimestamp } from './tsa.js';
import type {
  IdentityToken,
  LogEntry,
  SignedEnvelope,
  SignedSimple,
  SigningSession,
  TileLogEntry,
} from './types.js';

export interface SessionOptions {
  readonly context: Context;
  /** With a key, Fulcio is not used. */
  readonly services: SigningServices;
  /** Names the log of an entry that is in Rekor v2 already. */
  readonly trust?: TrustMaterial | undefined;
  /** The supplier is called for each certificate; renewingToken gives one that hands out a token while it is valid. */
  readonly identity:
    | { readonly kind: 'token'; readonly token: () => Promise<IdentityToken> }
    | { readonly kind: 'key'; readonly key: SigningKey };
  /** Log and timestamp calls under way at the same time. */
  readonly concurrency?: number;
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
  const { context, services, identity, concurrency, trust } = options;
  const gate = createGate(concurrency ?? DEFAULT_SIGNING_CONCURRENCY);
  const counted = { certificates: 0, logEntries: 0, timestamps: 0 };
  const credential =
    identity.kind === 'key'
      ? keyCredential(identity.key)
      : certificateCredential(
          context,
          fulcioFor(services),
          identity.token,
          () => (counted.certificates += 1),
        );

  const toLogs = <E>(log: (rekorUrl: string) => Promise<E>): Promise<E[]> =>
    allEnded(
      services.rekorUrls.map((rekorUrl) =>
        gate(async () => {
          const entry = await log(rekorUrl);
          counted.logEntries += 1;
          return entry;
        }),
      ),
    );
  const toAuthorities = (signature: Uint8Array) =>
    allEnded(
      services.tsaUrls.map((tsaUrl) =>
        gate(async () => {
          const timestamp = await requestTimestamp(context, tsaUrl, signature);
          counted.timestamps += 1;
          return timestamp;
        }),
      ),
    );

  const signStatement = async (payload: Uint8Array, held: Credential): Promise<Witnessed<SignedEnvelope>> => {
    const signature = await held.key.sign(preAuthEncoding(payload));
    const envelope = envelopeJson(payload, signature);
    const { signer, verifierPem } = held;
    const logging = toLogs((url): Promise<LogEntry | TileLogEntry> =>
      services.rekorVersion === 1
        ? logEnvelope(context, url, envelope, { payload, signature, verifierPem })
        : logToTiles(
            context,
            url,
            { digest: encodingDigest(payload), signature, verifier: derOf(held) },
            trust,
          ),
    );
    const stamping = toAuthorities(signature);
    await Promise.allSettled([logging, stamping]);
    const [logEntries, timestamps] = [await logging, await stamping];
    const tokens = timestamps.map((timestamp) => timestamp.der);
    const bundle = bundleJson(signer, envelope, logEntries, tokens);
    return {
      signed: { signer, signature, logEntries, payload, envelope, bundle },
      times: [...logTimes(logEntries), ...timestamps.map(({ time }) => time)],
    };
  };

  // No timestamp: verifiers of the tag layout without roots for it fail on one (layouts-and-verifiers.md, R2).
  const signSimple = async (payload: Uint8Array, held: Credential): Promise<Witnessed<SignedSimple>> => {
    if (services.rekorVersion !== 1) throw notForTags();
    const signature = await held.key.sign([payload]);
    const payloadSha256 = createHash('sha256').update(payload).digest('hex');
    const { signer, verifierPem } = held;
    const logEntries = await toLogs((url) =>
      logHash(context, url, payloadSha256, { payload, signature, verifierPem }),
    );
    return { signed: { signer, signature, logEntries, payload }, times: logTimes(logEntries) };
  };

  const signMessage = async (message: Uint8Array, held: Credential): Promise<Witnessed<Buffer>> => {
    const signature = await held.key.sign([message]);
    const sha256 = createHash('sha256').update(message).digest();
    const { signer, verifierPem } = held;
    const logging = toLogs((url): Promise<LogEntry | TileLogEntry> =>
      services.rekorVersion === 1
        ? logHash(context, url, sha256.toString('hex'), { payload: message, signature, verifierPem })
        : logToTiles(context, url, { digest: sha256, signature, verifier: derOf(held) }, trust),
    );
    const stamping = toAuthorities(signature);
    await Promise.allSettled([logging, stamping]);
    const [logEntries, timestamps] = [await logging, await stamping];
    const tokens = timestamps.map(({ der }) => der);
    return {
      signed: messageBundleJson(signer, { sha256, signature }, logEntries, tokens),
      times: [...logTimes(logEntries), ...timestamps.map(({ time }) => time)],
    };
  };

  return {
    signer: async () => (await credential()).signer,
    signStatement: (payload) => withinValidity(credential, (held) => signStatement(payload, held)),
    signSimple: (payload) => withinValidity(credential, (held) => signSimple(payload, held)),
    signMessage: (message) => withinValidity(credential, (held) => signMessage(message, held)),
    figures: () => ({ ...counted }),
  };
}

interface Witnessed<T> {
  readonly signed: T;
  /** The times that log and timestamp authorities witnessed. */
  readonly times: readonly Date[];
}

/**
 * A witness that answered only after long retries may testify to a time when the certificate was no longer valid, and
 * no verifier takes that: then the claim is signed again with a new certificate.
 */
async function withinValidity<T>(
  credential: () => Promise<Credential>,
  sign: (held: Credential) => Promise<Witnessed<T>>,
): Promise<T> {
  for (let attempt = 1; attempt <= MAX_SIGNATURES_PER_CLAIM; attempt += 1) {
    const held = await credential();
    const { signed, times } = await sign(held);
    const { expiresAt } = held;
    if (expiresAt === undefined || times.every((time) => time <= expiresAt)) return signed;
  }
  throw new CountersignError('LOG_UNAVAILABLE', {
    what: `The log or the timestamp authority witnessed the signature after its certificate had expired, ${MAX_SIGNATURES_PER_CLAIM} times`,
    remedy: 'Check the clocks of the services, and run this again when they answer faster.',
  });
}

const logTimes = (entries: readonly (LogEntry | TileLogEntry)[]): Date[] =>
  entries.flatMap((entry) =>
    entry.signedEntryTimestamp === undefined ? [] : [new Date(entry.integratedTime * 1000)],
  );

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
