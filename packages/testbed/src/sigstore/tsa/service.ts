import type { IncomingMessage } from 'node:http';
import { FaultPlan, HttpRefusal, readBody, send, serveLoopback, type RequestLog } from '../../http/index.js';
import type { ServiceOptions } from '../options.js';
import { newSigningKey } from '../signing-key.js';
import type { CertificateAuthority } from '../x509/authority.js';
import { issueCertificate, type CertificateName } from '../x509/certificate.js';
import {
  authorityKeyIdentifier,
  EKU_TIME_STAMPING,
  extendedKeyUsage,
  keyUsage,
  subjectKeyIdentifier,
} from '../x509/extensions.js';
import { readDerRequest, readJsonRequest, RequestUnreadable, type TimestampRequest } from './request.js';
import { TIMESTAMP_POLICY, timestampResponse, type TimestampSigner } from './token.js';

export interface TsaOptions extends ServiceOptions {
  readonly authority: CertificateAuthority;
  /** false by default: whole seconds, which every verifier reads. */
  readonly fractionalTimestamps?: boolean;
}

/** A timestamp authority that answers until it is stopped. */
export interface RunningTsa {
  readonly origin: string;
  /** Where requests are posted. */
  readonly url: string;
  /** The signing certificate, the intermediate and the root, in DER. */
  readonly chain: readonly Buffer[];
  readonly chainPem: string;
  readonly faults: FaultPlan;
  readonly requests: RequestLog;
  stop(): Promise<void>;
}

/** Serves the API of Sigstore's timestamp authority: RFC 3161 requests in DER or JSON, and the certificate chain. */
export async function startTsa(options: TsaOptions): Promise<RunningTsa> {
  const { now = () => new Date(), faults = new FaultPlan(), latencyMs = 0 } = options;
  const signer = await newSigner(options.authority);
  const chain = [signer.leaf, ...signer.chain];
  const chainPem = chain.map(({ pem }) => pem).join('');
  const server = await serveLoopback({
    faults,
    latencyMs,
    handler: async (request, response, url) => {
      switch (`${request.method ?? 'GET'} ${url.pathname}`) {
        case `POST ${TIMESTAMP_PATH}`: {
          const wanted = await readRequest(request);
          const time = new Date(now());
          const fraction = options.fractionalTimestamps === true ? time.getUTCMilliseconds() || 1 : 0;
          time.setUTCMilliseconds(fraction);
          const answer = await timestampResponse(wanted, signer, time);
          send(response, 201, { 'content-type': 'application/timestamp-reply' }, answer);
          return;
        }
        case `GET ${TIMESTAMP_PATH}/certchain`:
          send(response, 200, { 'content-type': 'application/pem-certificate-chain' }, chainPem);
          return;
        default:
          throw new HttpRefusal(404, { code: 404, message: 'there is nothing here' });
      }
    },
  });
  return {
    origin: server.origin,
    url: `${server.origin}${TIMESTAMP_PATH}`,
    chain: chain.map(({ der }) => der),
    chainPem,
    faults,
    requests: server.requests,
    stop: () => server.stop(),
  };
}

const TIMESTAMP_PATH = '/api/v1/timestamp';
const MAX_REQUEST_BYTES = 16 * 1024;

async function newSigner(authority: CertificateAuthority): Promise<TimestampSigner> {
  const key = await newSigningKey();
  const { intermediate, root } = authority;
  const name: CertificateName = { ...authority.name, commonName: 'timestamping' };
  const leaf = await issueCertificate(
    {
      subject: name,
      issuer: authority.name,
      spki: key.spki,
      notBefore: intermediate.certificate.notBefore.value,
      notAfter: intermediate.certificate.notAfter.value,
      extensions: [
        keyUsage('leaf'),
        extendedKeyUsage(EKU_TIME_STAMPING, true),
        subjectKeyIdentifier(key.spki),
        authorityKeyIdentifier(authority.key.spki),
      ],
    },
    authority.key,
  );
  return { leaf, key, chain: [intermediate, root] };
}

async function readRequest(request: IncomingMessage): Promise<TimestampRequest> {
  const body = await readBody(request, MAX_REQUEST_BYTES);
  const wanted = readTyped(request.headers['content-type'] ?? '', body);
  if (wanted.policy !== undefined && wanted.policy !== TIMESTAMP_POLICY) {
    throw refused(400, 'the requested policy is not accepted');
  }
  return wanted;
}

function readTyped(contentType: string, body: Buffer): TimestampRequest {
  try {
    switch (contentType.split(';', 1)[0]?.trim()) {
      case 'application/timestamp-query':
        return readDerRequest(body);
      case 'application/json':
        return readJsonRequest(body.toString());
      default:
        throw refused(415, 'requests are application/timestamp-query or application/json');
    }
  } catch (error) {
    if (error instanceof RequestUnreadable) throw refused(400, error.message);
    throw error;
  }
}

const refused = (code: number, message: string): HttpRefusal => new HttpRefusal(code, { code, message });
