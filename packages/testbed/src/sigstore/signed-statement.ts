import { createHash, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import type { LogEntry } from './rekor/log.js';
import type { RunningSigstore } from './start.js';

/** For tests: what a signer gets from the services for one statement, in their own forms. */
export interface SignedStatement {
  readonly envelope: {
    readonly payload: string;
    readonly payloadType: string;
    readonly signatures: readonly [{ readonly sig: string; readonly keyid: '' }];
  };
  /** The leaf in PEM. */
  readonly certificate: string;
  readonly entry: LogEntry;
  /** DER TimeStampResp. */
  readonly timestamp: Buffer;
}

/** Signs a payload with a fresh key, as any Sigstore client does: certificate, envelope, log entry, timestamp. */
export async function signStatement(
  sigstore: RunningSigstore,
  payload: string,
  token = sigstore.token(),
): Promise<SignedStatement> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const answer = await post(`${sigstore.fulcioUrl}/api/v2/signingCert`, {
    credentials: { oidcIdentityToken: token },
    publicKeyRequest: {
      publicKey: { algorithm: 'ECDSA', content: publicKey.export({ type: 'spki', format: 'pem' }) },
      proofOfPossession: sign('sha256', Buffer.from(subjectOf(token)), privateKey).toString('base64'),
    },
  });
  const { signedCertificateEmbeddedSct } = (await answer.json()) as {
    signedCertificateEmbeddedSct: { chain: { certificates: [string] } };
  };
  const [certificate] = signedCertificateEmbeddedSct.chain.certificates;

  const payloadType = 'application/vnd.in-toto+json';
  const signed = Buffer.from(
    `DSSEv1 ${payloadType.length} ${payloadType} ${Buffer.byteLength(payload)} ${payload}`,
  );
  const signature = sign('sha256', signed, privateKey);
  const envelope = {
    payload: Buffer.from(payload).toString('base64'),
    payloadType,
    signatures: [{ sig: signature.toString('base64'), keyid: '' }],
  } as const;
  const logged = await post(
    `${sigstore.rekorUrl}/api/v1/log/entries`,
    dsseProposal(JSON.stringify(envelope), certificate),
  );
  const [entry] = Object.values((await logged.json()) as Record<string, LogEntry>);
  if (entry === undefined) throw new Error('the log answered no entry');
  const stamped = await post(sigstore.tsaUrl, {
    artifactHash: createHash('sha256').update(signature).digest('base64'),
    hashAlgorithm: 'sha256',
    certificates: true,
  });
  return { envelope, certificate, entry, timestamp: Buffer.from(await stamped.arrayBuffer()) };
}

/** The signed statement as a bundle v0.3 in protobuf JSON. */
export function bundleOf({ envelope, certificate, entry, timestamp }: SignedStatement): object {
  const { inclusionProof, signedEntryTimestamp } = entry.verification;
  const base64OfHex = (hex: string) => Buffer.from(hex, 'hex').toString('base64');
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {
      certificate: { rawBytes: new X509Certificate(certificate).raw.toString('base64') },
      tlogEntries: [
        {
          logIndex: String(entry.logIndex),
          logId: { keyId: base64OfHex(entry.logID) },
          kindVersion: { kind: 'dsse', version: '0.0.1' },
          integratedTime: String(entry.integratedTime),
          inclusionPromise: { signedEntryTimestamp },
          inclusionProof: {
            logIndex: String(inclusionProof.logIndex),
            rootHash: base64OfHex(inclusionProof.rootHash),
            treeSize: String(inclusionProof.treeSize),
            hashes: inclusionProof.hashes.map(base64OfHex),
            checkpoint: { envelope: inclusionProof.checkpoint },
          },
          canonicalizedBody: entry.body,
        },
      ],
      timestampVerificationData: {
        rfc3161Timestamps: [{ signedTimestamp: timestamp.toString('base64') }],
      },
    },
    dsseEnvelope: envelope,
  };
}

/** A proposed dsse entry. */
export const dsseProposal = (envelope: string, verifierPem: string) => ({
  apiVersion: '0.0.1',
  kind: 'dsse',
  spec: { proposedContent: { envelope, verifiers: [Buffer.from(verifierPem).toString('base64')] } },
});

/** Posts JSON and hands over whatever is answered. */
export const post = (
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** The `sub` of a token, unverified. */
export function subjectOf(token: string): string {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return String((claims as { sub: unknown }).sub);
}
