import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { parseReference } from '../reference/index.js';
import { createRegistryClient, readManifestDocument, type CredentialSources } from '../registry/index.js';
import type { ToolName } from './names.js';
import type { AssetSource } from './source.js';

const TITLE = 'org.opencontainers.image.title';

/**
 * A mirror that is a registry: `oci://host/path` holds each tool as `host/path/<tool>:<version>`, an artifact whose layers
 * are the release's files under their own names (the title annotation, as `oras push` writes it).
 * Throws INPUT_INVALID for a reference with a tag or digest.
 */
export function registrySource(
  mirror: string,
  tool: ToolName,
  version: string,
  { context, credentials }: { readonly context: Context; readonly credentials: CredentialSources },
): AssetSource {
  const { host, repository } = parseMirror(mirror);
  const name = { host, repository: `${repository}/${tool}` };
  const tag = version.replace('+', '_');
  const where = `${host}/${name.repository}:${tag}`;
  const store = createRegistryClient({ context, credentials, plainHttpHosts: [] }).repository(name);
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

/** Host and repository of `oci://host/path` or `oci:host/path`. Throws INPUT_INVALID, REFERENCE_INVALID. */
export function parseMirror(mirror: string): { readonly host: string; readonly repository: string } {
  const reference = parseReference(mirror.replace(/^oci:(?:\/\/)?/, ''));
  if (reference.tag === undefined && reference.digest === undefined) return reference;
  throw new CountersignError('INPUT_INVALID', {
    what: `The mirror ${JSON.stringify(mirror)} names a tag or a digest`,
    remedy: 'Name the repository above the tools alone: each tool is below it, with its version as tag.',
  });
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
