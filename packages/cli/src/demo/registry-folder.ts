import { digestOf, OCI_INDEX, OCI_MANIFEST, type Descriptor, type Digest } from '@countersign/core/oci';
import { pushBlob, pushManifest, type PushTarget } from '@countersign/testbed';

/** A manifest as the attacker of the demo handles it. */
export interface StoredDocument {
  readonly mediaType: string;
  readonly document: {
    readonly layers?: readonly Descriptor[];
    readonly subject?: Descriptor;
  } & Readonly<Record<string, unknown>>;
}

/**
 * One repository of the test bed's registry, read and written as anybody with its password can: for the attacks of the
 * demo, which no honest client helps with. It trusts the test bed's answers.
 */
export interface RegistryFolder {
  manifest(target: string): Promise<StoredDocument | undefined>;
  blob(digest: Digest): Promise<Buffer>;
  referrers(subject: Digest): Promise<readonly Descriptor[]>;
  /** `target` undefined: by its digest. */
  putManifest(target: string | undefined, stored: StoredDocument): Promise<void>;
  putBlob(digest: Digest, bytes: Uint8Array): Promise<void>;
  /** Has a tag point at a manifest that is there. */
  pointTag(tag: string, at: Digest): Promise<void>;
}

export function openFolder(target: PushTarget, repository: string, signal: AbortSignal): RegistryFolder {
  const get = (path: string): Promise<Response> =>
    fetch(`${target.origin}/v2/${repository}/${path}`, {
      signal,
      headers: { accept: `${OCI_MANIFEST}, ${OCI_INDEX}` },
    });
  return {
    manifest: async (name) => {
      const response = await get(`manifests/${name}`);
      const text = await response.text();
      if (response.status === 404) return undefined;
      return {
        mediaType: response.headers.get('content-type') ?? OCI_MANIFEST,
        document: JSON.parse(text) as StoredDocument['document'],
      };
    },
    blob: async (digest) => Buffer.from(await (await get(`blobs/${digest}`)).arrayBuffer()),
    referrers: async (subject) => {
      const index = (await (await get(`referrers/${subject}`)).json()) as { manifests?: Descriptor[] };
      return index.manifests ?? [];
    },
    putManifest: (name, { mediaType, document }) => {
      const bytes = Buffer.from(JSON.stringify(document));
      return pushManifest(target, repository, name ?? digestOf(bytes), bytes, mediaType);
    },
    putBlob: (digest, bytes) => pushBlob(target, repository, digest, bytes),
    pointTag: async (tag, at) => {
      const response = await get(`manifests/${at}`);
      const bytes = Buffer.from(await response.arrayBuffer());
      const mediaType = response.headers.get('content-type') ?? OCI_MANIFEST;
      await pushManifest(target, repository, tag, bytes, mediaType);
    },
  };
}
