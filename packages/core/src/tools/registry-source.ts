import { resolve } from 'node:path';
import { CountersignError } from '../errors.js';
import {
  createRegistryClient,
  openLayout,
  readManifestDocument,
  type Repository,
} from '../registry/index.js';
import { parseMirror } from './mirror.js';
import type { ToolName } from './names.js';
import type { AssetSource } from './source.js';
import type { ToolServices } from './types.js';

const TITLE = 'org.opencontainers.image.title';

/**
 * A mirror that is an OCI store: a registry, `oci://host/path`, with each tool as `host/path/<tool>:<version>`, or a layout folder,
 * `oci:FOLDER`, with each tool under the tag `<tool>-<version>`. An artifact's layers are the release's files under their own
 * names (the title annotation, as `oras push` writes it). Throws INPUT_INVALID for a reference with a tag or digest.
 */
export function registrySource(
  mirror: string,
  tool: ToolName,
  version: string,
  services: Pick<ToolServices, 'context' | 'credentials' | 'workDir'>,
): AssetSource {
  const { store, tag, where } = openMirror(mirror, tool, version.replace('+', '_'), services);
  const layers = lazily(async () => {
    const stored = await store.getManifest(tag);
    if (stored === undefined) return [];
    const document = readManifestDocument(stored.bytes, stored.descriptor.mediaType, where);
    return document.kind === 'manifest' ? document.manifest.layers : [];
  });
  return {
    kind: 'mirror',
    label: where,
    fetch: async (file, maxBytes) => {
      const [layer, ...others] = (await layers()).filter(({ annotations }) => annotations?.[TITLE] === file);
      if (layer === undefined) return undefined;
      if (others.length > 0 || layer.size > maxBytes) {
        throw new CountersignError('TOOL_REJECTED', {
          what: `${where} holds ${file} ${others.length > 0 ? 'more than once' : `with ${layer.size} bytes, and at most ${maxBytes} are read`}`,
          remedy: 'Nothing was installed. Push the files of that release again, each once.',
        });
      }
      const body = await store.openBlob(layer);
      return body === undefined ? undefined : { body, lastModified: undefined };
    },
  };
}

function openMirror(
  mirror: string,
  tool: ToolName,
  version: string,
  { context, credentials, workDir = '.' }: Pick<ToolServices, 'context' | 'credentials' | 'workDir'>,
): { readonly store: Repository; readonly tag: string; readonly where: string } {
  const place = parseMirror(mirror);
  if ('folder' in place) {
    const store = openLayout(resolve(workDir, place.folder), { context, shown: place.folder });
    const tag = `${tool}-${version}`;
    return { store, tag, where: `oci:${place.folder}:${tag}` };
  }
  const { host } = place;
  const repository = `${place.repository}/${tool}`;
  const client = createRegistryClient({ context, credentials, plainHttpHosts: [] });
  const store = client.repository({ host, repository });
  return { store, tag: version, where: `${host}/${repository}:${version}` };
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
