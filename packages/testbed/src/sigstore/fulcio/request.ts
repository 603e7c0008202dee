import { isObject } from '@countersign/core/json';
import { HttpRefusal } from '../../http/index.js';
import { publicKeyFrom, type KeyProof } from './possession.js';
import { badRequest } from './refusal.js';

/** A request for a certificate, whichever API it came by. */
export interface SigningRequest {
  /** undefined where the token is in the Authorization header. */
  readonly token: string | undefined;
  readonly proof: KeyProof;
}

/** Reads the body of `POST /api/v2/signingCert` (fulcio.proto, CreateSigningCertificateRequest). Throws a 400 refusal. */
export function readRequestV2(body: Buffer): SigningRequest {
  const request = jsonObject(body);
  const credentials = member(request, 'credentials');
  const token = textOf(credentials, 'oidcIdentityToken');
  const csr = textOf(request, 'certificateSigningRequest');
  if (csr !== undefined) return { token, proof: csrProof(csr) };
  const keyRequest = member(request, 'publicKeyRequest');
  const content = textOf(member(keyRequest, 'publicKey'), 'content');
  const signature = textOf(keyRequest, 'proofOfPossession');
  if (content === undefined || signature === undefined) {
    throw badRequest('The request has neither a public key with proof of possession nor a signing request');
  }
  return {
    token,
    proof: {
      kind: 'signed-subject',
      key: publicKeyFrom(content),
      signature: Buffer.from(signature, 'base64'),
    },
  };
}

/** Reads the body of the older `POST /api/v1/signingCert`: the key is base64 of DER or, from cosign 2, of PEM. Throws a 400 refusal. */
export function readRequestV1(body: Buffer): SigningRequest {
  const request = jsonObject(body);
  const csr = textOf(request, 'certificateSigningRequest');
  if (csr !== undefined) return { token: undefined, proof: csrProof(csr) };
  const content = textOf(member(request, 'publicKey'), 'content');
  const signature = textOf(request, 'signedEmailAddress');
  if (content === undefined || signature === undefined) {
    throw badRequest('The request has neither a signed public key nor a signing request');
  }
  const decoded = Buffer.from(content, 'base64');
  const pem = decoded.toString();
  const key = publicKeyFrom(pem.startsWith('-----BEGIN ') ? pem : decoded);
  return {
    token: undefined,
    proof: { kind: 'signed-subject', key, signature: Buffer.from(signature, 'base64') },
  };
}

/** The base64 of a PEM block, as both APIs send signing requests. */
function csrProof(base64: string): KeyProof {
  const pem = Buffer.from(base64, 'base64').toString();
  const content = /-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([\s\S]+?)-----END/.exec(pem)?.[1];
  if (content === undefined) throw badRequest('The certificate signing request could not be parsed');
  return { kind: 'csr', der: Buffer.from(content, 'base64') };
}

type JsonObject = Readonly<Record<string, unknown>>;

function jsonObject(body: Buffer): JsonObject {
  try {
    return asObject(JSON.parse(body.toString()));
  } catch (error) {
    if (error instanceof HttpRefusal) throw error;
    throw badRequest('The request is not JSON');
  }
}

const member = (object: JsonObject, name: string): JsonObject => asObject(object[name] ?? {});

function textOf(object: JsonObject, name: string): string | undefined {
  const value = object[name];
  // cosign 2 sends null for what it leaves out, which is as good as absent in protobuf's JSON.
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw badRequest(`"${name}" is not text`);
  return value;
}

function asObject(value: unknown): JsonObject {
  if (isObject(value)) return value;
  throw badRequest('The request does not have the form of a signing request');
}
