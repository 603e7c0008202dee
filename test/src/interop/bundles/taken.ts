import type { Asked } from '../contract.js';
import { objectsOf, partsOf } from '../rig/objects.js';

/** What cosign 3 and Countersign state of a signed image. */
export const SIGNATURE_TYPE = 'https://sigstore.dev/cosign/sign/v1';

/** A bundle as it was taken from the registry, not verified, with what its statement says. */
export interface TakenBundle {
  readonly json: string;
  readonly predicateType: string;
  /** `sha256:...` of each subject. */
  readonly subjects: readonly string[];
}

/** The bundles beside an image (or in the repository of the claims) whose statement is of this type. */
export async function bundlesOfType(
  { stage, written, image }: Asked,
  predicateType: string,
): Promise<readonly TakenBundle[]> {
  const objects = objectsOf(stage);
  const { digest, ...beside } = partsOf(image);
  const repository =
    written.signatureRepository === undefined
      ? beside.repository
      : partsOf(written.signatureRepository).repository;
  const taken: TakenBundle[] = [];
  for (const referrer of await objects.referrers(repository, digest)) {
    const stored = await objects.manifest(repository, referrer.digest);
    if (stored === undefined) continue;
    const { layers } = JSON.parse(stored.bytes.toString()) as Manifest;
    const [layer] = layers;
    if (layer?.mediaType.startsWith('application/vnd.dev.sigstore.bundle') !== true) continue;
    taken.push(read((await objects.blob(repository, layer.digest)).toString()));
  }
  return taken.filter((bundle) => bundle.predicateType === predicateType);
}

interface Manifest {
  readonly layers: readonly { readonly mediaType: string; readonly digest: string }[];
}

interface Statement {
  readonly predicateType: string;
  readonly subject: readonly { readonly digest: { readonly sha256: string } }[];
}

function read(json: string): TakenBundle {
  const { dsseEnvelope } = JSON.parse(json) as { dsseEnvelope: { payload: string } };
  const statement = JSON.parse(Buffer.from(dsseEnvelope.payload, 'base64').toString()) as Statement;
  return {
    json,
    predicateType: statement.predicateType,
    subjects: statement.subject.map((subject) => `sha256:${subject.digest.sha256}`),
  };
}
