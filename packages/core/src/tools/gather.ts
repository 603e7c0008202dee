import { MAX_TOOL_EVIDENCE_BYTES } from '../limits.js';
import type { Build } from './build.js';
import { downloadWhole } from './download.js';
import { NO_EVIDENCE, provable, type Evidence } from './judge.js';
import { bundleOfPair } from './signature.js';
import type { AssetSource } from './source.js';
import type { ToolRequest, ToolServices } from './types.js';

/**
 * What speaks for a build outside the table, as the source has it beside the asset; undefined: the source lacks it. Nothing is
 * believed of it yet: judge() does. Throws TOOL_UNVERIFIABLE and what bundleOfPair and the source throw.
 */
export async function gather(
  build: Build,
  file: string,
  source: AssetSource,
  { verify }: Pick<ToolRequest, 'verify'>,
  services: Pick<ToolServices, 'context' | 'trust'>,
): Promise<Evidence | undefined> {
  if (build.pinned !== undefined) return NO_EVIDENCE;
  const { context } = services;
  const small = (name: string) => downloadWhole(context, source, name, MAX_TOOL_EVIDENCE_BYTES);
  const way = provable(build, verify);
  if (way.kind === 'bundle') {
    const bundle = await small(`${file}${way.suffix}`);
    return bundle && { ...NO_EVIDENCE, bundle: bundle.bytes };
  }
  const list = await small(way.list);
  if (list === undefined) return undefined;
  if (way.kind === 'checksum')
    return { checksums: list.bytes, bundle: undefined, lastModified: list.lastModified };
  const [signature, certificate] = [await small(way.signature), await small(way.certificate)];
  if (signature === undefined || certificate === undefined) return undefined;
  const signed = { name: way.list, bytes: list.bytes };
  const trust = await services.trust();
  const bundle = await bundleOfPair(context, trust, signed, signature.bytes, certificate.bytes);
  return { checksums: list.bytes, bundle, lastModified: undefined };
}
