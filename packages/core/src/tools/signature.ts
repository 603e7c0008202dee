import { verify, X509Certificate } from 'node:crypto';
import { PublicKeyDetails } from '@sigstore/protobuf-specs';
import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { digestOf, hexOf, parseDigest } from '../oci/index.js';
import { blobBundle, findLoggedBlob, type SignedBlob } from '../sign/index.js';
import type { TrustMaterial } from '../trust/index.js';
import { createVerifier } from '../verify/index.js';
import type { VendorSigner } from './catalogue.js';

/**
 * Makes a Sigstore bundle of a signature and certificate that `cosign sign-blob` wrote beside `list`: their log entry is asked
 * for at the logs of the trusted root, by the hash of what was signed. Nothing is believed of it yet.
 * Throws TOOL_REJECTED for files that are neither, SIGNATURE_INVALID, LOG_ENTRY_INVALID where no log has the signature, LOG_UNAVAILABLE.
 */
export async function bundleOfPair(
  context: Context,
  trust: TrustMaterial,
  list: { readonly name: string; readonly bytes: Uint8Array },
  signature: Uint8Array,
  certificate: Uint8Array,
): Promise<Buffer> {
  const blob = {
    sha256: hexOf(digestOf(list.bytes)),
    signature: readSignature(list.name, signature),
    certificate: readCertificate(list.name, certificate),
  };
  // Before anybody is asked: what is not even signed by that certificate is nobody's business.
  if (!isSigned(list.bytes, blob)) {
    throw new CountersignError('SIGNATURE_INVALID', {
      what: `${list.name} is not what was signed: its signature does not verify with the certificate beside it`,
      remedy: 'Nothing was installed. Treat that release, or the mirror, as changed after it was signed.',
    });
  }
  const failures: unknown[] = [];
  for (const { baseUrl } of trust.trustedRoot.tlogs.filter(canBeSearched)) {
    try {
      const entry = await findLoggedBlob(context, baseUrl, blob);
      if (entry !== undefined) return blobBundle(blob, entry);
    } catch (error) {
      failures.push(error); // another log of the root may have it
    }
  }
  if (failures.length > 0) throw failures[0];
  throw new CountersignError('LOG_ENTRY_INVALID', {
    what: `No log of the trusted root holds the signature of ${list.name}`,
    remedy:
      "Nothing was installed. A signature that was never logged is not the vendor's: look at that release.",
  });
}

/** A Rekor v1, whose promises are signed with ECDSA alone: a log with another key is a Rekor v2, which has no search. */
const canBeSearched = ({ publicKey }: TrustMaterial['trustedRoot']['tlogs'][number]): boolean =>
  publicKey?.keyDetails !== PublicKeyDetails.PKIX_ED25519;

/**
 * Verifies that exactly this signer signed bytes of this sha256, with a log entry, its promise and its proof. Answers when. Throws the
 * verifier's codes, SIGNER_NOT_ALLOWED among them; all are rejections.
 */
export function verifySigned(
  trust: TrustMaterial,
  what: string,
  sha256: string,
  bundle: Uint8Array,
  wanted: VendorSigner,
): Date | undefined {
  try {
    const claim = createVerifier({ trust, keys: [] }).verify(
      { kind: 'bundle', bytes: bundle },
      parseDigest(`sha256:${sha256}`),
    );
    const { signer } = claim;
    const [identity, issuer] =
      signer.kind === 'certificate' ? [signer.identity, signer.facts.issuer] : ['a key', undefined];
    if (identity !== wanted.identity || issuer !== wanted.issuer) {
      throw new CountersignError('SIGNER_NOT_ALLOWED', {
        what: `it was signed by ${identity} (${issuer ?? 'no issuer'}), and its vendor signs as ${wanted.identity} (${wanted.issuer})`,
        remedy: '',
      });
    }
    // The latest of several: a signature is no older than any witness of it says.
    const times = claim.times.map(({ at }) => at.getTime());
    return times.length === 0 ? undefined : new Date(Math.max(...times));
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    throw new CountersignError(error.code, {
      what: `${what} is not what its vendor signed: ${error.message}`,
      remedy:
        'Nothing was installed. Do not use this file; tell the vendor, and whoever runs the mirror it came from.',
      cause: error,
    });
  }
}

function isSigned(bytes: Uint8Array, { certificate, signature }: SignedBlob): boolean {
  try {
    return verify('sha256', bytes, certificate.publicKey, signature);
  } catch {
    return false; // a kind of key that cosign signs no file with
  }
}

/** Base64 with or without line ends, as cosign writes it. */
function readSignature(name: string, bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes).toString('latin1').trim();
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw unreadable(name, 'signature');
  return Buffer.from(text, 'base64');
}

/** PEM, or PEM once more in base64: cosign has written both. */
function readCertificate(name: string, bytes: Uint8Array): X509Certificate {
  const text = Buffer.from(bytes).toString('latin1').trim();
  const pem = text.startsWith('-----BEGIN') ? text : Buffer.from(text, 'base64').toString('latin1');
  if (!pem.startsWith('-----BEGIN CERTIFICATE-----')) throw unreadable(name, 'certificate');
  try {
    return new X509Certificate(pem);
  } catch (cause) {
    throw unreadable(name, 'certificate', cause);
  }
}

const unreadable = (name: string, what: string, cause?: unknown): CountersignError =>
  new CountersignError('TOOL_REJECTED', {
    what: `The ${what} of ${name} cannot be read`,
    remedy: 'Nothing was installed. Look at that release: its files are damaged.',
    cause,
  });
