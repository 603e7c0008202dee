import { readFile } from 'node:fs/promises';
import { attachArtifactToImage } from '@sigstore/oci';
import { attest } from 'sigstore';
import type { Exhibit, Stage } from '../contract.js';
import { KEYLESS, writtenAs } from '../writing/attest.js';
import { documentsOf, REVIEW, SPDX } from '../writing/documents.js';

const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';

/** What actions/attest writes: sigstore-js makes a bundle, @sigstore/oci stores it; the image itself is not signed. */
export const exhibits: readonly Exhibit[] = [
  {
    id: 'by-sigstore-oci',
    title: 'attested by a workflow as actions/attest does, by sigstore-js and @sigstore/oci',
    writer: '@sigstore/oci',
    facts: {
      ...KEYLESS,
      layouts: ['bundle'],
      signature: false,
      predicateTypes: [SPDX, REVIEW],
      subjects: ['index'],
    },
    // It cannot push without credentials.
    // Where any 200 answers for referrers it takes the API to be there and writes no fallback index: nobody finds its bundle.
    places: ({ auth, answers }) => auth !== 'none' && answers !== 'wrong-type',
    prepare: async (stage) => {
      const { spdx, review } = await documentsOf(stage);
      const image = await stage.push('acme/by-sigstore-oci');
      await store(stage, image.index, SPDX, spdx);
      await store(stage, image.index, REVIEW, review);
      return writtenAs(image);
    },
  },
];

async function store(
  { sigstore, auth }: Stage,
  image: string,
  predicateType: string,
  path: string,
): Promise<void> {
  const [imageName = '', imageDigest = ''] = image.split('@');
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: imageName, digest: { sha256: imageDigest.slice('sha256:'.length) } }],
    predicateType,
    predicate: JSON.parse(await readFile(path, 'utf8')) as object,
  };
  const bundle = await attest(Buffer.from(JSON.stringify(statement)), 'application/vnd.in-toto+json', {
    fulcioURL: sigstore.fulcioUrl,
    rekorURL: sigstore.rekorUrl,
    tsaServerURL: sigstore.tsaUrl.replace(/\/api\/v1\/timestamp$/, ''),
    identityToken: sigstore.token(),
  });
  await attachArtifactToImage({
    imageName,
    imageDigest,
    credentials: { headers: {}, username: auth?.username ?? '', password: auth?.password ?? '' },
    artifact: Buffer.from(JSON.stringify(bundle)),
    mediaType: BUNDLE,
    annotations: {
      'dev.sigstore.bundle.content': 'dsse-envelope',
      'dev.sigstore.bundle.predicateType': predicateType,
    },
  });
}
