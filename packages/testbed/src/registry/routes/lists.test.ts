import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { digestOf, OCI_EMPTY, OCI_INDEX } from '@countersign/core/oci';
import {
  manifestOf,
  nextPage,
  outcome,
  put,
  referrerOf,
  referrerPages,
  REPOSITORY,
  withRegistry,
} from '../fixture.js';

describe('the list of tags', () => {
  const TAGS = ['b', 'a', 'v2', 'v10', 'C'];
  const SORTED = ['C', 'a', 'b', 'v10', 'v2'];

  it('is sorted and whole without a page size', () =>
    withRegistry({}, async (registry, base) => {
      for (const tag of TAGS) await put(registry, tag, manifestOf());
      const list = await fetch(`${base}/tags/list`);
      assert.equal(list.headers.get('link'), null);
      assert.deepEqual(await list.json(), { name: REPOSITORY, tags: SORTED });
    }));

  for (const [why, tagsPageSize, query] of [
    ['that the client asks for', 1000, '?n=2'],
    ['that the registry sets', 2, ''],
    ['of the registry where the client asks for more', 2, '?n=100'],
  ] as const) {
    it(`comes in pages of the size ${why}`, () =>
      withRegistry({ tagsPageSize }, async (registry, base) => {
        for (const tag of TAGS) await put(registry, tag, manifestOf());
        const pages: string[][] = [];
        for (let url: string | undefined = `${base}/tags/list${query}`; url !== undefined;) {
          const response: Response = await fetch(url);
          pages.push(((await response.json()) as { tags: string[] }).tags);
          url = nextPage(response, url);
        }
        assert.deepEqual(pages, [SORTED.slice(0, 2), SORTED.slice(2, 4), SORTED.slice(4)]);
      }));
  }

  it('begins after `last`', () =>
    withRegistry({}, async (registry, base) => {
      for (const tag of TAGS) await put(registry, tag, manifestOf());
      const { tags } = (await (await fetch(`${base}/tags/list?last=b`)).json()) as { tags: string[] };
      assert.deepEqual(tags, ['v10', 'v2']);
    }));

  it('is refused for an unknown repository and for a size that is no number', () =>
    withRegistry({}, async ({ origin }, base) => {
      assert.equal(await outcome(await fetch(`${origin}/v2/acme/none/tags/list`)), '404 NAME_UNKNOWN');
      assert.equal(await outcome(await fetch(`${base}/tags/list?n=-1`)), '400 UNSUPPORTED');
    }));
});

describe('the list of referrers', () => {
  const subject = manifestOf();
  const annotations = { a: 'b' };
  const typed = referrerOf(subject, { artifactType: 'application/x-one', annotations });
  const untyped = referrerOf(subject, {});
  const others = ['2', '3', '4'].map((a) =>
    referrerOf(subject, { artifactType: 'application/x-two', annotations: { a } }),
  );
  const stranger = referrerOf(typed, { artifactType: 'application/x-one' });
  const ALL = [typed, untyped, ...others, stranger];

  it('describes each manifest that names the subject, which itself may be missing', () =>
    withRegistry({}, async (registry, base) => {
      for (const each of ALL) await put(registry, each.digest, each);
      const list = await fetch(`${base}/referrers/${subject.digest}`);
      assert.equal(list.headers.get('content-type'), OCI_INDEX);
      assert.equal(list.headers.get('oci-filters-applied'), null);
      const { manifests } = (await list.json()) as { manifests: { digest: string; artifactType: string }[] };
      assert.equal(manifests.length, 5);
      assert.deepEqual(manifests[0], {
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        digest: typed.digest,
        size: typed.size,
        artifactType: 'application/x-one',
        annotations,
      });
      assert.equal(manifests[1]?.artifactType, OCI_EMPTY);
    }));

  it('is filtered by artifact type, and says so', () =>
    withRegistry({}, async (registry, base) => {
      for (const each of ALL) await put(registry, each.digest, each);
      const { pages, headers } = await referrerPages(
        `${base}/referrers/${subject.digest}?artifactType=application/x-one`,
      );
      assert.deepEqual(pages, [[typed.digest]]);
      assert.equal(headers[0]?.get('oci-filters-applied'), 'artifactType');
    }));

  it('comes in pages, filtered or not', () =>
    withRegistry({ referrersPageSize: 2 }, async (registry, base) => {
      for (const each of ALL) await put(registry, each.digest, each);
      const url = `${base}/referrers/${subject.digest}`;
      const { pages } = await referrerPages(url);
      assert.deepEqual(
        pages.map(({ length }) => length),
        [2, 2, 1],
      );
      assert.equal(new Set(pages.flat()).size, 5);
      const filtered = await referrerPages(`${url}?artifactType=application/x-two`);
      assert.deepEqual(
        filtered.pages.flat(),
        others.map(({ digest }) => digest),
      );
      assert.equal(filtered.pages.length, 2);
    }));

  it('is empty for what nothing refers to, and refuses what is no digest', () =>
    withRegistry({}, async (_registry, base) => {
      assert.deepEqual((await referrerPages(`${base}/referrers/${digestOf('x')}`)).pages, [[]]);
      assert.equal(await outcome(await fetch(`${base}/referrers/v1`)), '400 DIGEST_INVALID');
    }));

  it('forgets a referrer that is deleted, and shows a late one late', () =>
    withRegistry({}, async (registry, base) => {
      const url = `${base}/referrers/${subject.digest}`;
      await put(registry, typed.digest, typed);
      await fetch(`${base}/manifests/${typed.digest}`, { method: 'DELETE' });
      assert.deepEqual((await referrerPages(url)).pages, [[]]);
      registry.faults.add({ match: { method: 'PUT' }, action: { kind: 'late', ms: 300 } });
      await put(registry, untyped.digest, untyped);
      assert.deepEqual((await referrerPages(url)).pages, [[]]);
      await new Promise((resolve) => setTimeout(resolve, 310));
      assert.deepEqual((await referrerPages(url)).pages, [[untyped.digest]]);
    }));

  it('is 404 where the API is off, whatever is stored', () =>
    withRegistry({ referrers: false }, async (registry, base) => {
      await put(registry, typed.digest, typed);
      assert.equal(await outcome(await fetch(`${base}/referrers/${subject.digest}`)), '404 NOT_FOUND');
    }));
});
