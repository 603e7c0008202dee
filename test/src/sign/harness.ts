import { createPublicKey } from 'node:crypto';
import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier, type VerifierOptions } from '@sigstore/verify';
import type { Context } from '@countersign/core/context';
import { createHttpClient, systemClock, systemRandom } from '@countersign/core/http';
import {
  obtainIdentityToken,
  openSession,
  type OpenSession,
  type SessionOptions,
} from '@countersign/core/sign';
import type { IdentityTokenSources } from '@countersign/core/sign';
import type { SigningServices } from '@countersign/core/trust';
import type { RunningSigstore } from '@countersign/testbed/sigstore';
import { hurriedClock } from '../support/hurried-clock.js';

/** A context on the real network that waits for no one long. */
export function contextFor(options: { now?: () => Date } = {}): Context & { close(): void } {
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
  const { signal } = new AbortController();
  // A tenth of each wait is enough on loopback.
  const sleep = (ms: number, until?: AbortSignal) => systemClock.sleep(ms / 10, until);
  const clock = { now: options.now ?? (() => systemClock.now()), sleep };
  const http = createHttpClient({
    clock: hurriedClock(),
    random: systemRandom,
    log,
    signal,
    retryWindowMs: 10_000,
  });
  const close = () => {
    http.close();
  };
  return { http, clock, random: systemRandom, log, signal, close };
}

export const servicesOf = (sigstore: RunningSigstore): SigningServices => ({
  fulcioUrl: sigstore.fulcioUrl,
  rekorUrls: [sigstore.rekorUrl],
  rekorVersion: 1,
  tsaUrls: [sigstore.tsaUrl],
  publicServices: [],
});

/** A job on a runner whose token endpoint is the test bed's. */
export const runnerOf = (sigstore: RunningSigstore): IdentityTokenSources => ({
  input: undefined,
  runner: { requestUrl: sigstore.tokenUrl, requestToken: sigstore.requestToken },
  sigstoreIdToken: undefined,
  situation: 'not-a-runner',
  mask: () => undefined,
});

/** A session of that job; every certificate asks for a new token. */
export function sessionOf(
  sigstore: RunningSigstore,
  context: Context,
  change: Partial<SessionOptions> = {},
): OpenSession {
  return openSession({
    context,
    services: servicesOf(sigstore),
    identity: { kind: 'token', token: () => obtainIdentityToken(runnerOf(sigstore), context) },
    ...change,
  });
}

/** What a consumer with sigstore-js does: throws where the bundle does not verify. */
export function verifyWithSigstoreJs(
  bundle: string,
  trustedRoot: string,
  options: VerifierOptions & { readonly publicKeyPem?: string } = {},
): void {
  const { publicKeyPem, ...thresholds } = options;
  const material = toTrustMaterial(
    TrustedRoot.fromJSON(JSON.parse(trustedRoot)),
    publicKeyPem === undefined
      ? undefined
      : () => ({ publicKey: createPublicKey(publicKeyPem), validFor: () => true }),
  );
  new Verifier(material, thresholds).verify(toSignedEntity(bundleFromJSON(JSON.parse(bundle))));
}
