import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { BUNDLE_V03, OCI_EMPTY, OCI_INDEX, OCI_MANIFEST, type Descriptor } from '@countersign/core/oci';
import { addReferrers, createTagWriter, fallbackTag, type Repository } from '@countersign/core/registry';
import { systemClock, systemRandom } from '@countersign/core/http';
import { FaultPlan, serveLoopback } from '@countersign/testbed';
import { clientOf, manifestBytes, store, withRegistry } from './fixture.js';

const context = {
  clock: systemClock,
  random: systemRandom,
  log: { debug: () => undefined, info: () => undefined, warn: () => undefined },
  signal: new AbortController().signal,
};
const referrerBytes = (subject: Descriptor, number: number, artifactType = BUNDLE_V03) =>
  manifestBytes({ subject, artifactType, annotations: { number: String(number) } });

async function add(
  repository: Repository,
  subject: Descriptor,
  numbers: readonly number[],
  artifactType?: string,
) {
  const writer = createTagWriter(repository, { context, settleMs: 10 });
  const referrers = numbers.map((number) => ({
    bytes: referrerBytes(subject, number, artifactType),
    mediaType: OCI_MANIFEST,
  }));
  const added = await addReferrers(repository, writer, subject.digest, referrers);
  await writer.settle();
  return added;
}
const numbersOf = (descriptors: readonly Descriptor[]) =>
  descriptors.map(({ annotations }) => Number(annotations?.number)).sort((a, b) => a - b);

describe('referrers', () => {
  for (const referrers of [true, false]) {
    const source = referrers ? 'api' : 'fallback';
    it(`are listed on all pages, filtered and not, from the ${source}`, async () => {
      await withRegistry({ referrers, referrersPageSize: 2 }, async (registry, { repository }) => {
        const subject = await store(repository, {}, 'v1');
        assert.deepEqual(await repository.listReferrers(subject.digest), { source, descriptors: [] });
        const added = await add(repository, subject, [1, 2, 3, 4, 5]);
        await add(repository, subject, [6], 'application/x.other');
        assert.equal(added.source, source);
        assert.equal(registry.tags('acme/app')[fallbackTag(subject.digest)] !== undefined, !referrers);

        const all = await repository.listReferrers(subject.digest);
        assert.equal(all.source, source);
        assert.deepEqual(numbersOf(all.descriptors), [1, 2, 3, 4, 5, 6]);
        const bundles = await repository.listReferrers(subject.digest, { artifactType: BUNDLE_V03 });
        assert.deepEqual(numbersOf(bundles.descriptors), [1, 2, 3, 4, 5]);
        assert.deepEqual(
          new Set(bundles.descriptors.map(({ artifactType }) => artifactType)),
          new Set([BUNDLE_V03]),
        );
      });
    });
  }

  it('are asked for at the API once where a repository lacks it', async () => {
    await withRegistry({ referrers: false }, async (registry, { repository }) => {
      const subject = await store(repository);
      for (let round = 0; round < 3; round += 1) await repository.listReferrers(subject.digest);
      assert.equal(registry.requests.count({ path: /\/referrers\// }), 1);
    });
  });

  it('whose type another tool wrote wrongly into the fallback index are found by their type', async () => {
    await withRegistry({ referrers: false }, async (_registry, { repository }) => {
      const subject = await store(repository);
      const bytes = referrerBytes(subject, 1);
      const { digest } = (await repository.putManifest('tmp', bytes, OCI_MANIFEST)) ?? {};
      const wrong = { mediaType: OCI_MANIFEST, digest, size: bytes.length, artifactType: OCI_EMPTY };
      const index = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: [wrong] };
      await repository.putManifest(
        fallbackTag(subject.digest),
        Buffer.from(JSON.stringify(index)),
        OCI_INDEX,
      );
      const { descriptors } = await repository.listReferrers(subject.digest, { artifactType: BUNDLE_V03 });
      assert.deepEqual(numbersOf(descriptors), [1]);

      await add(repository, subject, [2]);
      const mended = await repository.getManifest(fallbackTag(subject.digest));
      const text = Buffer.from(mended?.bytes ?? []).toString();
      assert.doesNotMatch(
        text,
        new RegExp(`"artifactType":"${OCI_EMPTY.replaceAll('.', '\\.').replaceAll('+', '\\+')}"`),
      );
    });
  });
});

/** A registry that answers the referrers route as told, and nothing else. */
async function asking(
  status: number,
  headers: Record<string, string>,
  body: unknown,
): Promise<{ outcome: unknown; paths: readonly string[] }> {
  const server = await serveLoopback({
    faults: new FaultPlan(),
    handler: (request, response) => {
      const listed = request.url?.includes('/referrers/') === true;
      response.writeHead(listed ? status : 404, listed ? headers : {});
      response.end(listed ? (typeof body === 'string' ? body : JSON.stringify(body)) : '');
    },
  });
  const { repository, http } = clientOf(server);
  try {
    const outcome = await repository.listReferrers(`sha256:${'0'.repeat(64)}` as never).then(
      ({ source, descriptors }) => `${source} ${descriptors.length}`,
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );
    return { outcome, paths: server.requests.entries.map(({ path }) => path) };
  } finally {
    http.close();
    await server.stop();
  }
}

describe('the probe for the referrers API', () => {
  const EMPTY_INDEX = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: [] };
  const typed = { 'content-type': OCI_INDEX };
  const rows: readonly (readonly [
    what: string,
    status: number,
    headers: Record<string, string>,
    body: unknown,
    outcome: string,
  ])[] = [
    ['an index', 200, typed, EMPTY_INDEX, 'api 0'],
    ['an index with a charset', 200, { 'content-type': `${OCI_INDEX}; charset=utf-8` }, EMPTY_INDEX, 'api 0'],
    ['an index called JSON', 200, { 'content-type': 'application/json' }, EMPTY_INDEX, 'fallback 0'],
    ['a page', 200, { 'content-type': 'text/html' }, '<html>', 'fallback 0'],
    ['404', 404, {}, '', 'fallback 0'],
    ['404 with the index type', 404, typed, EMPTY_INDEX, 'fallback 0'],
    ['400', 400, {}, '', 'fallback 0'],
    ['405', 405, {}, '', 'fallback 0'],
    ['406', 406, {}, '', 'fallback 0'],
    ['501', 501, {}, '', 'fallback 0'],
    ['403', 403, {}, '', 'REGISTRY_FORBIDDEN'],
    ['an index that is none', 200, typed, '{"manifests": 1}', 'REGISTRY_MISBEHAVED'],
    [
      'a next page elsewhere',
      200,
      { ...typed, link: '<https://evil.example/x>; rel="next"' },
      EMPTY_INDEX,
      'REGISTRY_MISBEHAVED',
    ],
    [
      'a next page that is no address',
      200,
      { ...typed, link: '<http://[>; rel="next"' },
      EMPTY_INDEX,
      'REGISTRY_MISBEHAVED',
    ],
  ];
  for (const [what, status, headers, body, expected] of rows) {
    it(`takes ${what} for: ${expected}`, async () => {
      assert.equal((await asking(status, headers, body)).outcome, expected);
    });
  }

  it('ends a list of pages without end', async () => {
    const { outcome, paths } = await asking(
      200,
      { ...typed, link: '</v2/acme/app/referrers/again>; rel="next"' },
      EMPTY_INDEX,
    );
    assert.equal(outcome, 'REGISTRY_MISBEHAVED');
    assert.ok(paths.length <= 101);
  });
});
