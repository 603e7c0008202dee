import type { IncomingMessage } from 'node:http';
import { FaultPlan, readBody, send, sendJson, serveLoopback, type RequestLog } from '../../http/index.js';
import type { CtLog } from '../ct-log.js';
import type { ServiceOptions } from '../options.js';
import type { CertificateAuthority } from '../x509/authority.js';
import { issueCertificate, type IssuedCertificate } from '../x509/certificate.js';
import {
  authorityKeyIdentifier,
  EKU_CODE_SIGNING,
  extendedKeyUsage,
  keyUsage,
  subjectKeyIdentifier,
  uriSubjectAlternativeName,
} from '../x509/extensions.js';
import { githubIdentity } from './github-extensions.js';
import { provenKey } from './possession.js';
import { notFound, unauthenticated } from './refusal.js';
import { readRequestV1, readRequestV2, type SigningRequest } from './request.js';
import { checkedClaims, type TrustedIssuer } from './token-check.js';

export interface FulcioOptions extends ServiceOptions {
  readonly authority: CertificateAuthority;
  readonly ctLog: CtLog;
  readonly trusts: TrustedIssuer;
}

/** A certificate authority for code signing that answers until it is stopped. */
export interface RunningFulcio {
  readonly origin: string;
  readonly faults: FaultPlan;
  readonly requests: RequestLog;
  stop(): Promise<void>;
}

/** Serves Fulcio's v1 and v2 API: certificates of ten minutes for those who show an identity token and hold the key. */
export async function startFulcio(options: FulcioOptions): Promise<RunningFulcio> {
  const { faults = new FaultPlan(), latencyMs = 0, authority } = options;
  const chain = [authority.intermediate.pem, authority.root.pem];
  const server = await serveLoopback({
    faults,
    latencyMs,
    handler: async (request, response, url) => {
      switch (`${request.method ?? 'GET'} ${url.pathname}`) {
        case 'POST /api/v2/signingCert': {
          const leaf = await certify(options, request, readRequestV2);
          sendJson(response, 200, {
            signedCertificateEmbeddedSct: { chain: { certificates: [leaf.pem, ...chain] } },
          });
          return;
        }
        case 'POST /api/v1/signingCert': {
          const leaf = await certify(options, request, readRequestV1);
          send(response, 201, { 'content-type': PEM_CHAIN }, [leaf.pem, ...chain].join(''));
          return;
        }
        case 'GET /api/v2/trustBundle':
          sendJson(response, 200, { chains: [{ certificates: chain }] });
          return;
        case 'GET /api/v1/rootCert':
          send(response, 200, { 'content-type': PEM_CHAIN }, chain.join(''));
          return;
        default:
          throw notFound();
      }
    },
  });
  return { origin: server.origin, faults, requests: server.requests, stop: () => server.stop() };
}

const PEM_CHAIN = 'application/pem-certificate-chain';
const MAX_REQUEST_BYTES = 64 * 1024;
const CERTIFICATE_LIFETIME_MS = 600_000;

async function certify(
  { authority, ctLog, trusts, now = () => new Date() }: FulcioOptions,
  request: IncomingMessage,
  read: (body: Buffer) => SigningRequest,
): Promise<IssuedCertificate> {
  const { token = bearer(request), proof } = read(await readBody(request, MAX_REQUEST_BYTES));
  if (token === undefined) throw unauthenticated('The request has no identity token');
  const claims = checkedClaims(token, trusts, now());
  const { san, extensions } = githubIdentity(claims);
  const spki = await provenKey(proof, String(claims.sub));

  const notBefore = now();
  return issueCertificate(
    {
      subject: undefined,
      issuer: authority.name,
      spki,
      notBefore,
      notAfter: new Date(notBefore.getTime() + CERTIFICATE_LIFETIME_MS),
      extensions: [
        keyUsage('leaf'),
        extendedKeyUsage(EKU_CODE_SIGNING, false),
        subjectKeyIdentifier(spki),
        authorityKeyIdentifier(authority.key.spki),
        uriSubjectAlternativeName(san),
        ...extensions,
      ],
      lastExtension: (tbs) => ctLog.promise(tbs, authority.key.spki),
    },
    authority.key,
  );
}

const bearer = (request: IncomingMessage): string | undefined =>
  /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
