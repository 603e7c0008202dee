import { misbehaved, type HttpResponse } from '../http/index.js';
import { MAX_MANIFEST_BYTES, MAX_REFERRERS, MAX_REFERRER_PAGES } from '../limits.js';
import { OCI_INDEX, type Descriptor, type Digest } from '../oci/index.js';
import { formatName, type RepositoryName } from '../reference/index.js';
import type { Connection } from './connection.js';
import { fallbackEntries, fallbackTag, lacksType, mendDescriptors } from './fallback-index.js';
import { readManifestDocument } from './manifest-document.js';
import { contentType } from './manifests.js';
import { whileUnreadable } from './readable.js';
import type { ReferrerList, Repository } from './types.js';

/** Referrers of one repository (OCI distribution specification, "Listing Referrers"). */
export class Referrers {
  readonly #connection: Connection;
  readonly #repository: NamedRepository;
  /** Once a repository has shown that it lacks the API, it is not asked again. */
  #api: 'unknown' | 'present' | 'absent' = 'unknown';

  constructor(connection: Connection, repository: NamedRepository) {
    this.#connection = connection;
    this.#repository = repository;
  }

  async list(subject: Digest, filter: { artifactType?: string } = {}): Promise<ReferrerList> {
    const found = this.#api === 'absent' ? undefined : await this.#fromApi(subject, filter.artifactType);
    const all = found ?? (await this.#fromFallback(subject));
    const descriptors = all.filter(
      ({ artifactType }) => filter.artifactType === undefined || artifactType === filter.artifactType,
    );
    return { source: found === undefined ? 'fallback' : 'api', descriptors };
  }

  async source(subject: Digest): Promise<ReferrerList['source']> {
    if (this.#api === 'unknown') return (await this.list(subject)).source;
    return this.#api === 'present' ? 'api' : 'fallback';
  }

  async #fromApi(
    subject: Digest,
    artifactType: string | undefined,
  ): Promise<readonly Descriptor[] | undefined> {
    const query = artifactType === undefined ? '' : `?artifactType=${encodeURIComponent(artifactType)}`;
    const first = await this.#page(`referrers/${subject}${query}`, subject);
    if (!isIndexAnswer(first)) {
      this.#api = 'absent';
      return undefined;
    }
    this.#api = 'present';
    const found = new Map<Digest, Descriptor>();
    let page = first;
    for (let pages = 1; ; pages += 1) {
      for (const each of this.#read(page, subject)) found.set(each.digest, each);
      const next = nextPage(page, this.#connection.origin, this.#name);
      if (next === undefined) return [...found.values()];
      if (pages >= MAX_REFERRER_PAGES || found.size > MAX_REFERRERS) {
        throw misbehaved(
          'registry',
          this.#name.host,
          `has more than ${MAX_REFERRERS} referrers of ${subject}`,
        );
      }
      page = await this.#page(next, subject);
      if (!isIndexAnswer(page)) {
        throw misbehaved(
          'registry',
          this.#name.host,
          `broke off the list of referrers of ${subject} (${page.status})`,
        );
      }
    }
  }

  /** Descriptors that other tools wrote without their type are completed, or a filter would miss their manifests. */
  async #fromFallback(subject: Digest): Promise<readonly Descriptor[]> {
    const stored = await this.#repository.getManifest(fallbackTag(subject));
    return mendDescriptors(this.#repository, fallbackEntries(stored, subject), new Map(), lacksType);
  }

  /** 501 is how some registries say that they have no such route; the request layer does not repeat it. */
  #page(path: string | URL, subject: Digest): Promise<HttpResponse> {
    return whileUnreadable(this.#connection.context, () =>
      this.#connection.send({
        method: 'GET',
        path,
        access: 'pull',
        doing: { name: this.#name, what: `list the referrers of ${subject}` },
        headers: { accept: OCI_INDEX },
        maxResponseBytes: MAX_MANIFEST_BYTES,
      }),
    );
  }

  #read(page: HttpResponse, subject: Digest): readonly Descriptor[] {
    const where = `The list of referrers of ${subject} in ${formatName(this.#name)}`;
    const document = readManifestDocument(page.body, OCI_INDEX, where);
    return document.kind === 'index' ? document.index.manifests : [];
  }

  get #name(): RepositoryName {
    return this.#repository.name;
  }
}

/** A repository of a registry. */
type NamedRepository = Pick<Repository, 'getManifest'> & { readonly name: RepositoryName };

/**
 * The API is there only if it answers 200 with exactly the index type: some registries answer every route with a page,
 * and OCI-Subject alone proves nothing (ECR sends it without having the API).
 */
const isIndexAnswer = (response: HttpResponse): boolean =>
  response.status === 200 && contentType(response) === OCI_INDEX;

/** RFC 8288: the link whose relation is "next"; only of this very registry, since credentials go along. */
function nextPage(response: HttpResponse, origin: URL, name: RepositoryName): URL | undefined {
  for (const [, target = '', parameters = ''] of (response.headers.link ?? '').matchAll(
    /<([^<>]*)>([^<]*)/g,
  )) {
    if (!/;\s*rel\s*=\s*"?next"?\s*(?:[;,]|$)/i.test(parameters)) continue;
    const url = URL.canParse(target, response.url) ? new URL(target, response.url) : undefined;
    if (url?.origin !== origin.origin) {
      throw misbehaved('registry', name.host, 'continues its list of referrers on another host');
    }
    return url;
  }
  return undefined;
}
