import { CountersignError, type ErrorCode } from '../errors.js';
import type { ServiceName } from './types.js';

/** How a service is called in a message. */
export const SERVICE_LABEL: Readonly<Record<ServiceName, string>> = {
  registry: 'The registry',
  'registry-token': "The registry's token service",
  'identity-token': 'The identity token endpoint',
  fulcio: 'Fulcio',
  rekor: 'The transparency log (Rekor)',
  tsa: 'The timestamp authority',
  kms: 'The key management service',
  trust: 'The trust repository',
  release: 'The release host',
  github: 'GitHub',
};

const UNAVAILABLE: Readonly<Record<ServiceName, ErrorCode>> = {
  registry: 'REGISTRY_UNAVAILABLE',
  'registry-token': 'REGISTRY_UNAVAILABLE',
  'identity-token': 'TOKEN_ENDPOINT_UNAVAILABLE',
  fulcio: 'FULCIO_UNAVAILABLE',
  rekor: 'LOG_UNAVAILABLE',
  tsa: 'TSA_UNAVAILABLE',
  kms: 'KMS_UNAVAILABLE',
  trust: 'TRUST_UNAVAILABLE',
  release: 'RELEASE_UNAVAILABLE',
  github: 'GITHUB_UNAVAILABLE',
};

/** The service gave no usable answer. `why` continues "<The registry> at <host> " and holds no secret. */
export const unavailable = (
  service: ServiceName,
  host: string,
  why: string,
  cause?: unknown,
): CountersignError =>
  new CountersignError(UNAVAILABLE[service], {
    what: `${SERVICE_LABEL[service]} at ${host} ${why}`,
    remedy:
      'Run again later. If it stays: check that this machine reaches that host (network, HTTPS_PROXY, NO_PROXY, ' +
      'NODE_EXTRA_CA_CERTS) and that the service is up.',
    cause,
  });

/** The service answered with something that is no valid answer; asking again would not help. */
export const misbehaved = (
  service: ServiceName,
  host: string,
  why: string,
  cause?: unknown,
): CountersignError =>
  new CountersignError(
    service === 'registry' || service === 'registry-token' ? 'REGISTRY_MISBEHAVED' : UNAVAILABLE[service],
    {
      what: `${SERVICE_LABEL[service]} at ${host} ${why}`,
      remedy: 'Check that the address is the right one, and that no proxy changes its answers.',
      cause,
    },
  );

export const interrupted = (cause?: unknown): CountersignError =>
  new CountersignError('INTERRUPTED', {
    what: 'The run was interrupted',
    remedy: 'Run again: what is stored already is kept, and the rest is completed.',
    cause,
  });
