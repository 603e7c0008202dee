import { CountersignError } from '../errors.js';
import { isObject, memberAt } from '../json.js';
import { digestOf, isDigest, type Digest } from '../oci/index.js';
import { obtainIdentityToken, openSession, refusePublicLog, renewingToken } from '../sign/index.js';
import {
  loadSigningConfig,
  loadTrust,
  namesRekorV2Alone,
  selectServices,
  type SigningConfigSource,
  type SigningServices,
  type TrustSource,
} from '../trust/index.js';
import { createVerifier, type VerifiedClaim } from '../verify/index.js';
import { checkWitnesses } from './guards.js';
import type { Services, SigningOptions } from './types.js';

export interface SignBundleOptions {
  readonly artifact: Uint8Array;
  /** The artifact is an in-toto statement, to be signed in an envelope. */
  readonly inToto: boolean;
  readonly identity: SigningOptions['identity'];
  readonly trust: TrustSource;
  readonly signingConfig: SigningConfigSource;
  readonly publicLog: SigningOptions['publicLog'];
}

export interface SignedBundle {
  /** The v0.3 bundle as JSON. */
  readonly bundle: Buffer;
  readonly verified: VerifiedClaim;
}

/**
 * Signs one file into one bundle, by the rules of sigstore-conformance's `sign-bundle`: keyless, with the services of the
 * signing config. A config that names logs of Rekor v2 alone chooses them by that: the protocol has no other way to say
 * it. The bundle is verified against the trusted root before it is handed out.
 * Throws what reading trust, the token and the services throw, INPUT_INVALID for a file that is no statement.
 */
export async function signBundleFile(options: SignBundleOptions, services: Services): Promise<SignedBundle> {
  const { artifact, inToto, identity } = options;
  const { context, cacheDir } = services;
  const subject = inToto ? subjectOf(artifact) : digestOf(artifact);
  // First: a token that is given is looked at without asking anyone.
  const token = await obtainIdentityToken(identity, context);
  const signingServices = await chooseServices(options, services);
  refusePublicLog(token.claims, signingServices, options.publicLog);
  const trust = await loadTrust(options.trust, { context, cacheDir });
  const verifier = createVerifier({ trust, keys: [] });
  checkWitnesses('token', signingServices, verifier.requirements);

  const supplier = renewingToken(identity, context, token);
  const session = openSession({
    context,
    trust,
    services: signingServices,
    identity: { kind: 'token', token: supplier },
  });
  const bundle = inToto
    ? (await session.signStatement(artifact)).bundle
    : await session.signMessage(artifact);
  return { bundle, verified: verifier.verify({ kind: 'bundle', bytes: bundle }, subject) };
}

async function chooseServices(
  { signingConfig }: SignBundleOptions,
  { context, cacheDir }: Services,
): Promise<SigningServices> {
  const now = context.clock.now();
  const config = await loadSigningConfig(signingConfig, { context, cacheDir });
  const transparencyLog = namesRekorV2Alone(config, now) ? 'rekor-v2' : 'rekor-v1';
  return selectServices(config, now, { transparencyLog });
}

/** A digest that the statement is about, for verifying it. Throws INPUT_INVALID. */
function subjectOf(statement: Uint8Array): Digest {
  const json = parsed(statement);
  const digest = `sha256:${String(memberAt(json, 'subject', 0, 'digest', 'sha256'))}`;
  const isStatement = isObject(json) && String(json._type).startsWith('https://in-toto.io/Statement/');
  if (isStatement && isDigest(digest)) return digest;
  throw new CountersignError('INPUT_INVALID', {
    what: 'The file is not an in-toto statement whose first subject has a sha256 digest',
    remedy: 'Give an in-toto Statement v1 in JSON, or leave --in-toto out to sign the file as it is.',
  });
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
