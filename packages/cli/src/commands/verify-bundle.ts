import { existsSync } from 'node:fs';
import { verifyBundleFile, type VerifyBundleOptions } from '@countersign/core/flows';
import {
  MAX_ARTIFACT_BYTES,
  MAX_CLAIM_BYTES,
  MAX_KEY_CHARS,
  MAX_TRUSTED_ROOT_BYTES,
} from '@countersign/core/limits';
import { isDigest } from '@countersign/core/oci';
import { parseTrustedRoot, type TrustMaterial } from '@countersign/core/trust';
import type { Invocation } from '../command.js';
import { EXIT_CODE, resultDocument } from '@countersign/core/report';
import { readFileOf } from '../read-file.js';
import { readBundleQuestion, type BundleQuestion } from './verify-bundle-options.js';

/** `countersign verify-bundle`: the command-line protocol of sigstore-conformance. Returning accepts, throwing rejects. */
export async function run({ edge, arguments: given, output }: Invocation): Promise<number> {
  const question = readBundleQuestion(given);
  const claim = verifyBundleFile({
    bundle: await readFileOf('the bundle', question.bundle, MAX_CLAIM_BYTES),
    artifact: await artifactOf(question.artifact),
    signer: await signerOf(question),
    trust: await trustOf(question, edge),
  });
  output.result(
    { ...resultDocument('verify-bundle'), subject: claim.subject, predicateType: claim.predicateType },
    `Verified ${claim.subject}`,
  );
  return EXIT_CODE.ok;
}

/** A digest only where no file of that name exists. */
const artifactOf = async (artifact: string): Promise<VerifyBundleOptions['artifact']> =>
  isDigest(artifact) && !existsSync(artifact)
    ? artifact
    : readFileOf('the file', artifact, MAX_ARTIFACT_BYTES);

const signerOf = async ({ signer }: BundleQuestion): Promise<VerifyBundleOptions['signer']> =>
  signer.kind === 'certificate'
    ? { kind: 'identity', identity: signer.identity, issuer: signer.issuer }
    : {
        kind: 'key',
        publicKeyPem: (await readFileOf('the key', signer.path, MAX_KEY_CHARS)).toString('utf8'),
      };

/** A root that is given is taken as it is, also one that is of the past: so are the bundles that it goes with. */
async function trustOf({ trustedRoot }: BundleQuestion, edge: Invocation['edge']): Promise<TrustMaterial> {
  if (trustedRoot !== undefined) {
    const bytes = await readFileOf('the trusted root', trustedRoot, MAX_TRUSTED_ROOT_BYTES);
    return parseTrustedRoot(bytes, trustedRoot);
  }
  const { publicGoodTrust } = await import('../services.js');
  return publicGoodTrust(edge);
}
