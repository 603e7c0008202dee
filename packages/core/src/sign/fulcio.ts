import { X509Certificate } from 'node:crypto';
import type { Context } from '../context.js';
import type { HttpResponse } from '../http/index.js';
import { MAX_CERTIFICATE_ANSWER_BYTES, MAX_CERTIFICATES_IN_CHAIN } from '../limits.js';
import { ask, jsonObject, objectIn, ownMember, refusal, under, UnreadableAnswer } from './answers.js';
import { identityIn } from './certificate.js';
import { challengeOf } from './jwt.js';
import type { SigningKey } from './keys.js';
import type { IdentityToken, SignerIdentity } from './types.js';

export type CertificateSigner = Extract<SignerIdentity, { kind: 'certificate' }>;

/**
 * Asks Fulcio (v2 API, `/api/v2/signingCert`) for a certificate on `key`: the token says who, the signature over its
 * subject proves that the key is ours. The answer is checked to be a chain, leaf first, on that very key. Throws
 * FULCIO_REFUSED (4xx), FULCIO_UNAVAILABLE, IDENTITY_TOKEN_INVALID; the token is in no error.
 */
export async function requestCertificate(
  context: Context,
  fulcioUrl: string,
  { token, claims }: IdentityToken,
  key: SigningKey,
): Promise<CertificateSigner> {
  const proof = await key.sign([Buffer.from(challengeOf(claims))]);
  const body = {
    credentials: { oidcIdentityToken: token },
    publicKeyRequest: {
      publicKey: { algorithm: 'ECDSA', content: key.publicKeyPem },
      proofOfPossession: proof.toString('base64'),
    },
  };
  return ask(
    context,
    {
      service: 'fulcio',
      method: 'POST',
      url: under(fulcioUrl, '/api/v2/signingCert'),
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: Buffer.from(JSON.stringify(body)),
      maxResponseBytes: MAX_CERTIFICATE_ANSWER_BYTES,
      secrets: [token],
      repeatable: true, // a second certificate does no harm
    },
    (response) => {
      if (response.status !== 200 && response.status !== 201) {
        throw refusal('FULCIO_REFUSED', 'fulcio', response, remedyFor(response), [token]);
      }
      return readChain(chainOf(jsonObject(response.body)), key);
    },
  );
}

function remedyFor({ status }: HttpResponse): string {
  if (status === 404)
    return 'Check the URL of Fulcio in the signing config: there is no /api/v2/signingCert.';
  return 'Check that this Fulcio accepts tokens of your issuer for the audience "sigstore", and the clock of this machine.';
}

function chainOf(answer: Readonly<Record<string, unknown>>): readonly string[] {
  // The detached form is the answer of a Fulcio without a certificate transparency log.
  const form =
    ownMember(answer, 'signedCertificateEmbeddedSct') ?? ownMember(answer, 'signedCertificateDetachedSct');
  const chain = objectIn(ownMember(objectIn(form, 'the certificate'), 'chain'), 'the certificate chain');
  const certificates = ownMember(chain, 'certificates');
  if (!Array.isArray(certificates) || certificates.length > MAX_CERTIFICATES_IN_CHAIN) {
    throw new UnreadableAnswer('the certificate chain is not a list of certificates');
  }
  return certificates.map((certificate: unknown) => {
    if (typeof certificate === 'string') return certificate;
    throw new UnreadableAnswer('the certificate chain holds something that is not a text');
  });
}

function readChain(pems: readonly string[], key: SigningKey): CertificateSigner {
  const [leaf, ...chain] = pems.map((pem) => {
    try {
      return new X509Certificate(pem);
    } catch {
      throw new UnreadableAnswer('the certificate chain holds something that is not a certificate');
    }
  });
  // The tag layouts store the chain, and readers of them refuse an empty one.
  if (leaf === undefined || chain.length === 0)
    throw new UnreadableAnswer('the certificate comes without its chain');
  if (!leaf.publicKey.export({ type: 'spki', format: 'der' }).equals(key.spki)) {
    throw new UnreadableAnswer('the certificate is not on our key');
  }
  let child = leaf;
  for (const issuer of chain) {
    if (!child.checkIssued(issuer)) throw new UnreadableAnswer('the certificate chain is not in order');
    child = issuer;
  }
  return { kind: 'certificate', ...identityIn(leaf), leaf, chain };
}
