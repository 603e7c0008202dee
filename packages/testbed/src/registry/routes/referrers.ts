import { OCI_INDEX } from '@countersign/core/oci';
import { sendJson } from '../../http/index.js';
import { MAX_REFERRERS_PER_PAGE } from '../bounds.js';
import { refusal } from '../errors.js';
import type { Exchange } from '../exchange.js';
import { isDigest } from '../grammar.js';
import type { StoredManifest } from '../store.js';

/** `/v2/<name>/referrers/<digest>`: OCI distribution specification, "Listing Referrers". */
export function referrers({ response, method, url, name, target, store, options }: Exchange): void {
  if (options.referrers === false || options.referrers === 'header')
    throw refusal('NOT_FOUND', 'this registry has no referrers API');
  if (method !== 'GET' && method !== 'HEAD') throw refusal('UNSUPPORTED', `${method} is not supported here`);
  if (!isDigest(target)) throw refusal('DIGEST_INVALID', 'this is not a digest');

  const artifactType = url.searchParams.get('artifactType');
  const after = Number(url.searchParams.get('after') ?? 0);
  const pageSize = options.referrersPageSize ?? MAX_REFERRERS_PER_PAGE;
  // What a cache fetched by digest is there, but it never says what that is about.
  const stored = options.upstream === undefined ? (store.find(name)?.manifests() ?? []) : [];
  const found = stored.filter(
    ({ facts, sequence }) =>
      facts.subject === target &&
      sequence > after &&
      (artifactType === null || facts.artifactType === artifactType),
  );
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  const more = new URLSearchParams({ after: String(last?.sequence ?? 0) });
  if (artifactType !== null) more.set('artifactType', artifactType);
  sendJson(
    response,
    200,
    { schemaVersion: 2, mediaType: OCI_INDEX, manifests: page.map(descriptor) },
    {
      'content-type': options.referrers === 'wrong-type' ? 'application/json' : OCI_INDEX,
      ...(artifactType === null ? {} : { 'oci-filters-applied': 'artifactType' }),
      ...(found.length > page.length
        ? { link: `</v2/${name}/referrers/${target}?${more.toString()}>; rel="next"` }
        : {}),
    },
  );
}

/** With the manifest's own artifact type and annotations, as the specification asks. */
const descriptor = ({ digest, bytes, facts }: StoredManifest) => ({
  mediaType: facts.mediaType,
  digest,
  size: bytes.length,
  artifactType: facts.artifactType,
  annotations: facts.annotations,
});
