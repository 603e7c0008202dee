import {
  BUNDLE_V01_MEDIA_TYPE,
  BUNDLE_V02_MEDIA_TYPE,
  BUNDLE_V03_LEGACY_MEDIA_TYPE,
  BUNDLE_V03_MEDIA_TYPE,
  bundleFromJSON,
} from '@sigstore/bundle';
import type { Bundle } from '@sigstore/bundle';
import { HashAlgorithm } from '@sigstore/protobuf-specs';
import { MAX_CLAIM_BYTES, MAX_ERROR_EXCERPT_CHARS } from '../limits.js';
import { bounded, parseCertificate, parseJsonObject } from './parse.js';
import { quote, rejection } from './rejection.js';
import type { Evidence, NamedSigner, SignedContent } from './evidence.js';

const MEDIA_TYPES: readonly string[] = [
  BUNDLE_V01_MEDIA_TYPE,
  BUNDLE_V02_MEDIA_TYPE,
  BUNDLE_V03_LEGACY_MEDIA_TYPE,
  BUNDLE_V03_MEDIA_TYPE,
];

/**
 * Reads a Sigstore bundle v0.1, v0.2 or v0.3 (sigstore/protobuf-specs, sigstore_bundle.proto).
 * `artifact`: the bytes that a message signature covers, where the caller has them.
 * Throws BUNDLE_MALFORMED, BUNDLE_UNSUPPORTED.
 */
export function readBundle(bytes: Uint8Array, artifact: Uint8Array | undefined): Evidence {
  const json = parseJsonObject(bytes, 'bundle', MAX_CLAIM_BYTES);
  const mediaType = json.mediaType;
  if (typeof mediaType !== 'string') throw rejection('BUNDLE_MALFORMED', 'The bundle names no media type');
  if (!MEDIA_TYPES.includes(mediaType)) {
    throw rejection('BUNDLE_UNSUPPORTED', `The bundle's media type ${quote(mediaType)} is not known`);
  }
  const bundle = shapedBundle(json);
  const content = contentOf(bundle, artifact);
  return {
    content,
    signer: signerOf(bundle),
    logEntries: bounded(bundle.verificationMaterial.tlogEntries, 'log entries'),
    timestamps: bounded(
      bundle.verificationMaterial.timestampVerificationData?.rfc3161Timestamps ?? [],
      'timestamps',
    ).map((timestamp) => timestamp.signedTimestamp),
    stamped: content.signature,
  };
}

function shapedBundle(json: Record<string, unknown>): Bundle {
  try {
    return bundleFromJSON(json);
  } catch (cause) {
    // The library names the fields that are missing or wrong; its TypeErrors mean the same thing.
    const fields =
      cause instanceof Error && 'fields' in cause && Array.isArray(cause.fields) ? cause.fields : [];
    const where =
      fields.length > 0 ? `: ${fields.map(String).join(', ').slice(0, MAX_ERROR_EXCERPT_CHARS)}` : '';
    throw rejection('BUNDLE_MALFORMED', `The bundle is not a valid Sigstore bundle${where}`, cause);
  }
}

function contentOf(bundle: Bundle, artifact: Uint8Array | undefined): SignedContent {
  if (bundle.content.$case === 'dsseEnvelope') {
    const { payloadType, payload, signatures } = bundle.content.dsseEnvelope;
    const [only, ...others] = signatures;
    if (only === undefined || others.length > 0) {
      throw rejection('BUNDLE_MALFORMED', 'The envelope does not hold exactly one signature');
    }
    return { kind: 'envelope', payloadType, payload, signature: only.sig, stored: undefined };
  }
  const { messageDigest, signature } = bundle.content.messageSignature;
  const algorithm = ALGORITHMS.get(messageDigest.algorithm);
  if (algorithm === undefined) {
    throw rejection('BUNDLE_UNSUPPORTED', 'The message digest is not of an algorithm of the SHA-2 family');
  }
  return {
    kind: 'digest',
    algorithm,
    digest: messageDigest.digest,
    signature,
    artifact: artifact === undefined ? undefined : Buffer.from(artifact),
  };
}

const ALGORITHMS: ReadonlyMap<HashAlgorithm, 'sha256' | 'sha384' | 'sha512'> = new Map([
  [HashAlgorithm.SHA2_256, 'sha256'],
  [HashAlgorithm.SHA2_384, 'sha384'],
  [HashAlgorithm.SHA2_512, 'sha512'],
]);

function signerOf(bundle: Bundle): NamedSigner {
  const { content } = bundle.verificationMaterial;
  switch (content.$case) {
    case 'publicKey':
      return { kind: 'key', hint: content.publicKey.hint };
    case 'certificate':
      return { kind: 'certificate', certificate: parseCertificate(content.certificate.rawBytes) };
    case 'x509CertificateChain': {
      const [leaf, ...issuers] = bounded(
        content.x509CertificateChain.certificates.map((one) => parseCertificate(one.rawBytes)),
        'certificates',
      );
      if (leaf === undefined) throw rejection('BUNDLE_MALFORMED', 'The certificate chain is empty');
      // sigstore_bundle.proto: "the root certificate SHOULD NOT be included"; trust comes from the trusted root alone.
      if (issuers.some((issuer) => issuer.subject.equals(issuer.issuer))) {
        throw rejection('BUNDLE_MALFORMED', 'The certificate chain brings its own root certificate');
      }
      return { kind: 'certificate', certificate: leaf };
    }
  }
}
