import { sendJson } from '../../http/index.js';
import { MAX_TAGS_PER_PAGE } from '../bounds.js';
import { refusal } from '../errors.js';
import type { Exchange } from '../exchange.js';

/** `/v2/<name>/tags/list`: OCI distribution specification, "Listing Tags". */
export function tags({ response, method, url, name, store, options }: Exchange): void {
  if (method !== 'GET' && method !== 'HEAD') throw refusal('UNSUPPORTED', `${method} is not supported here`);
  const repository = store.find(name);
  if (repository === undefined) throw refusal('NAME_UNKNOWN', `there is no repository ${name}`);

  const asked = url.searchParams.get('n');
  if (asked !== null && !/^\d{1,9}$/.test(asked)) {
    throw refusal('UNSUPPORTED', 'n is not a number', { status: 400 });
  }
  const pageSize = Math.min(Number(asked ?? Infinity), options.tagsPageSize ?? MAX_TAGS_PER_PAGE);
  const after = url.searchParams.get('last');
  const rest = repository.tags().filter((tag) => after === null || tag > after);
  const page = rest.slice(0, pageSize);
  const last = page.at(-1);
  const next = last === undefined || rest.length === page.length ? undefined : { n: String(pageSize), last };
  sendJson(
    response,
    200,
    { name, tags: page },
    next === undefined
      ? {}
      : { link: `</v2/${name}/tags/list?${new URLSearchParams(next).toString()}>; rel="next"` },
  );
}
