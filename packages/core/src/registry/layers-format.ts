import { OCI_CONFIG, OCI_MANIFEST, digestOf, type Descriptor } from '../oci/index.js';
import { formatName } from '../reference/index.js';
import { KeptEntries } from './kept-entries.js';
import { readManifestDocument } from './manifest-document.js';
import type { TagFormat } from './tag-writer.js';
import type { Repository } from './types.js';

/**
 * The manifest of a `.sig` or `.att` tag: one layer per signature or attestation, and a config whose diff_ids are the
 * layers' digests (sigstore/cosign specs/SIGNATURE_SPEC.md, ATTESTATION_SPEC.md). The layers' blobs must be there already.
 * Two signers of one image sign the same document: a layer is told apart by its annotations too. Layers of others are
 * written again as they stood.
 */
export const layersFormat = (repository: Repository): TagFormat => {
  const kept = new KeptEntries(keyOf);
  return {
    entries: (stored) => {
      const { bytes, descriptor } = stored;
      const where = `The manifest ${descriptor.digest} in ${formatName(repository.name)}`;
      const document = readManifestDocument(bytes, descriptor.mediaType, where);
      if (document.kind !== 'manifest') return [];
      kept.note(stored, 'layers');
      return document.manifest.layers;
    },
    keyOf,
    compose: async (layers) => {
      const config = layersConfig(layers);
      await repository.putBlob(config, { isNew: true });
      const manifest = {
        schemaVersion: 2,
        mediaType: OCI_MANIFEST,
        config: { mediaType: OCI_CONFIG, digest: digestOf(config), size: config.length },
        layers: layers.map((layer) => kept.asStored(layer)),
      };
      return { bytes: Buffer.from(JSON.stringify(manifest)), mediaType: OCI_MANIFEST };
    },
  };
};

/**
 * A layer of the same bytes with another signature or another witness is another claim. Were it not, a layer with its
 * certificate taken away would stand in for the whole one for ever: what is signed with RSA is the same bytes each time.
 */
const keyOf = ({ mediaType, digest, size, annotations = {} }: Descriptor): string =>
  JSON.stringify([mediaType, digest, size, Object.entries(annotations).sort()]);

/** The config of a tag that holds these layers and no others, as cosign writes it: of no platform, created at no time. */
export const layersConfig = (layers: readonly Descriptor[]): Uint8Array =>
  Buffer.from(
    JSON.stringify({
      architecture: '',
      created: '0001-01-01T00:00:00Z',
      history: layers.map(() => ({ created: '0001-01-01T00:00:00Z' })),
      os: '',
      rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digest) },
      config: {},
    }),
  );
