import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, it } from '@jest/globals';
import {
  attestImages,
  describeTree,
  getPredicates,
  signImages,
  verifyImages,
  type Services,
  type SignatureRepository,
} from '@countersign/core/flows';
import { parseRequirements, parseSignerRules } from '@countersign/core/policy';
import { parseImage, parseReference } from '@countersign/core/reference';
import { verifyCommands } from '@countersign/core/report';
import {
  buildDemoImage,
  startRegistry,
  writeLayout,
  type LogMark,
  type RegistryOptions,
  type RequestLog,
  type RunningRegistry,
} from '@countersign/testbed';
import { spdx } from './documents.js';
import { claimsOf, openStage, SHORT_WINDOW_MS, states, why, type Stage } from './stage.js';

const CLAIMS = 'acme/claims';
const REQUIRED = 'signature provenance sbom';

/** An image in one registry, its claims in another; the run has the credentials of both, and may write to the second alone. */
interface Apart {
  readonly stage: Stage;
  readonly claims: RunningRegistry;
  readonly signatureRepository: SignatureRepository;
  readonly services: (retryWindowMs?: number) => Services;
  readonly infos: string[];
}

const running: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

async function openApart(
  claimsOptions: RegistryOptions = {},
  imageOptions: Parameters<typeof openStage>[0] = { auth: 'token' },
): Promise<Apart> {
  const stage = await openStage(imageOptions);
  const claims = await startRegistry({ auth: 'basic', ...claimsOptions });
  running.push(stage, claims);
  const auths = [stage.bed.services.registry.readerAuth, claims.auth].map(
    (auth) => (JSON.parse(auth?.dockerConfig() ?? '{}') as { auths?: object }).auths,
  );
  const folder = join(stage.bed.stateDir, 'both');
  await mkdir(folder);
  await writeFile(
    join(folder, 'config.json'),
    JSON.stringify({ auths: Object.assign({}, ...auths) as object }),
  );
  const infos: string[] = [];
  return {
    stage,
    claims,
    infos,
    signatureRepository: { name: { host: claims.host, repository: CLAIMS }, source: 'signature-repository' },
    services: (retryWindowMs) => {
      const services = stage.services(retryWindowMs);
      const log = { ...services.context.log, info: (text: string) => void infos.push(text) };
      return {
        ...services,
        context: { ...services.context, log },
        credentials: { explicit: [], env: { DOCKER_CONFIG: folder }, homeDir: undefined },
      };
    },
  };
}

const everything = {
  signature: true,
  provenance: true,
  documents: [{ kind: 'sbom', path: 's', bytes: spdx(), platform: undefined }],
} as const;

const attest = (
  { stage, services, signatureRepository }: Apart,
  changes: Parameters<Stage['attest']>[0] = {},
) => attestImages(stage.attest({ ...everything, signatureRepository, ...changes }), services());

const verify = (
  { stage, services }: Apart,
  signatureRepository: SignatureRepository | undefined,
  changes: Parameters<Stage['verify']>[2] = {},
) => verifyImages(stage.verify(undefined, REQUIRED, { signatureRepository, ...changes }), services());

const writesTo = (requests: RequestLog, mark: LogMark): readonly string[] =>
  requests
    .since(mark)
    .filter(({ method }) => method !== 'GET' && method !== 'HEAD')
    .map(({ method, path }) => `${method} ${path}`);

const tagsFor = (digest: string): string[] =>
  ['', '.att', '.sig'].map((end) => digest.replace(':', '-') + end);

for (const [what, options] of [
  ['with the referrers API', {}],
  ['without it, and without conditional writes', { referrers: false, ifMatch: false }],
  ['that sends OCI-Subject alone', { referrers: 'header' }],
  ['whose list of referrers is of the wrong type', { referrers: 'wrong-type' }],
] as const) {
  describe(`a signature repository in a registry ${what}`, () => {
    it('gets every layout of every digest, and the registry of the image not a single write', async () => {
      const apart = await openApart(options);
      const { stage, claims, signatureRepository } = apart;
      const ofImage = stage.bed.requests.registry.mark();
      const report = await attest(apart);
      assert.equal(report.status, 'ok', why(report));
      assert.deepEqual(states(report), { stored: 14 });

      const digests = [stage.image.digest, ...stage.image.platforms.map(({ digest }) => digest)];
      const wanted = digests
        .flatMap(tagsFor)
        .filter((tag) => Object.keys(options).length > 0 || tag.includes('.'));
      assert.deepEqual(Object.keys(claims.tags(CLAIMS)), wanted.sort());
      assert.deepEqual(writesTo(stage.bed.requests.registry, ofImage), []);

      const verified = await verify(apart, signatureRepository);
      assert.equal(verified.status, 'ok', why(verified));
      assert.equal(verified.images[0]?.signatureRepository, `${claims.host}/${CLAIMS}`);

      const mark = claims.requests.mark();
      const again = await attest(apart);
      assert.deepEqual([again.status, states(again)], ['ok', { present: 14 }], why(again));
      assert.deepEqual(writesTo(claims.requests, mark), []);
    });
  });
}

describe('a signature repository', () => {
  it('is named in the log, in reports and in the commands that consumers type', async () => {
    const apart = await openApart();
    const report = await attest(apart);
    const [reference, where] = [`${apart.stage.bed.registry}/acme/app`, `${apart.claims.host}/${CLAIMS}`];
    assert.ok(apart.infos.includes(`Claims about ${reference} live in ${where} (signature-repository)`));
    const { cosign, gh } = verifyCommands(report);
    assert.equal(cosign.length, 3);
    for (const line of cosign) assert.match(line, new RegExp(`^COSIGN_REPOSITORY=${where} cosign verify`));
    assert.ok(cosign.some((line) => line.includes('--type slsaprovenance1 ')));
    assert.deepEqual(gh, []);

    const variable = { ...apart.signatureRepository, source: 'COSIGN_REPOSITORY' } as const;
    await verify(apart, variable);
    assert.ok(apart.infos.some((text) => text.endsWith('(COSIGN_REPOSITORY)')));
  });

  it('holds what verify counts: valid claims beside the image do not, nor the reverse', async () => {
    const apart = await openApart({}, {});
    const { stage, signatureRepository } = apart;
    const beside = await attest(apart, { signatureRepository: undefined });
    assert.equal(beside.status, 'ok', why(beside));
    const elsewhere = await verify(apart, signatureRepository);
    assert.deepEqual(
      [elsewhere.status, elsewhere.error?.code],
      ['rejected', 'CLAIM_MISSING'],
      why(elsewhere),
    );
    assert.deepEqual(claimsOf(elsewhere), []);
    assert.equal((await verify(apart, undefined)).status, 'ok');

    const other = await stage.push('acme/other', { annotations: { name: 'other' } });
    const apartOnly = await attest(apart, { on: [other] });
    assert.equal(apartOnly.status, 'ok', why(apartOnly));
    assert.equal((await verify(apart, undefined, { on: [other] })).error?.code, 'CLAIM_MISSING');
    assert.equal((await verify(apart, signatureRepository, { on: [other] })).status, 'ok');
  });

  it('of many images never lends the claim of one digest to another', async () => {
    const apart = await openApart({ auth: 'none' }, {});
    const { stage, claims, signatureRepository } = apart;
    assert.equal((await attest(apart)).status, 'ok');
    const evil = await stage.push('acme/evil', { annotations: { name: 'evil' } });
    const at = (digest: string, end: string): string =>
      `${claims.origin}/v2/${CLAIMS}/manifests/${digest.replace(':', '-')}${end}`;
    for (const end of ['.sig', '.att']) {
      const stolen = await fetch(at(stage.image.digest, end));
      const body = await stolen.arrayBuffer();
      const headers = { 'content-type': stolen.headers.get('content-type') ?? '' };
      const put = await fetch(at(parseReference(evil).digest ?? '', end), { method: 'PUT', body, headers });
      assert.equal(put.status, 201);
    }
    const report = await verify(apart, signatureRepository, { on: [evil] });
    assert.equal(report.status, 'rejected', why(report));
    // Its platforms are those of the other image, whose claims are theirs too: the index is what nobody signed.
    const ofIndex = claimsOf(report).filter(({ subject }) => evil.endsWith(subject));
    assert.deepEqual(ofIndex.map(({ layout }) => layout).sort(), [
      'attestation-tag',
      'attestation-tag',
      'signature-tag',
    ]);
    assert.ok(ofIndex.every(({ state }) => state === 'rejected'));
  });

  it('is one place for the same image of several repositories, signed and stored once', async () => {
    const apart = await openApart({}, {});
    const on = [apart.stage.reference, await apart.stage.push('acme/mirror')];
    const report = await attest(apart, { on });
    assert.equal(report.status, 'ok', why(report));
    assert.equal(report.figures.logEntries, 10);
    const there = await describeTree(
      { ...apart.stage.tree(), signatureRepository: apart.signatureRepository },
      apart.services(),
    );
    assert.deepEqual(states(there), { verified: 14 });
    assert.equal((await verify(apart, apart.signatureRepository, { on })).status, 'ok');
  });

  it('is where write access is proved, before anything is signed', async () => {
    const apart = await openApart();
    const { stage, claims, services } = apart;
    const folder = join(stage.bed.stateDir, 'reader');
    await mkdir(folder);
    await writeFile(join(folder, 'config.json'), claims.readerAuth?.dockerConfig() ?? '');
    const open = await openApart({}, {});
    const signatureRepository = apart.signatureRepository;
    const report = await signImages(open.stage.sign({ signatureRepository }), {
      ...services(),
      credentials: { explicit: [], env: { DOCKER_CONFIG: folder }, homeDir: undefined },
    });
    assert.equal(report.error?.code, 'REGISTRY_FORBIDDEN', why(report));
    assert.match(report.error.message, new RegExp(`${claims.host}/${CLAIMS}`));
    assert.equal(open.stage.bed.requests.fulcio.count(), 0);
  });

  it('that does not answer leaves the verdict open', async () => {
    const apart = await openApart();
    await attest(apart);
    await apart.claims.stop();
    running.pop();
    const { stage, signatureRepository } = apart;
    const options = stage.verify(undefined, REQUIRED, { signatureRepository });
    const report = await verifyImages(options, apart.services(SHORT_WINDOW_MS));
    assert.equal(report.status, 'undecided', why(report));
  });

  it('completes a signature whose tag was immutable, from the referrer that kept it there', async () => {
    let locked = true;
    const apart = await openApart({
      referrers: true,
      immutableTags: (tag) => locked && tag.endsWith('.sig'),
    });
    const other = { job_workflow_ref: 'acme/app/.github/workflows/other.yml@refs/heads/main' };
    const sign = (claims?: object) =>
      signImages(
        apart.stage.sign({
          platforms: 'index',
          signatureRepository: apart.signatureRepository,
          ...(claims === undefined ? {} : { claims: { ...claims } }),
        }),
        apart.services(),
      );
    assert.equal((await sign(other)).status, 'ok');
    const refused = await sign();
    assert.equal(refused.error?.code, 'TAG_IMMUTABLE', why(refused));
    locked = false;
    const rekor = apart.stage.bed.requests.rekor.mark();
    const completed = await sign();
    assert.deepEqual(
      [completed.status, states(completed)],
      ['ok', { present: 1, stored: 1 }],
      why(completed),
    );
    assert.equal(apart.stage.bed.requests.rekor.count({ method: 'POST' }, rekor), 0);
  });

  it('has older claims superseded in it, prints predicates and writes them to files', async () => {
    for (const options of [{}, { referrers: false }] as const) {
      const apart = await openApart(options);
      const { stage, signatureRepository } = apart;
      const TYPE = 'https://team.example/scan/v1';
      for (const run of [1, 2]) {
        const report = await attest(apart, {
          documents: [],
          provenance: false,
          platforms: 'index',
          predicates: [{ type: TYPE, path: 'p', bytes: Buffer.from(JSON.stringify({ run })) }],
          supersede: { from: [] },
        });
        assert.equal(report.status, 'ok', why(report));
      }
      const tree = await describeTree({ ...stage.tree(), signatureRepository }, apart.services());
      const scans = claimsOf(tree).filter(({ predicateType }) => predicateType === TYPE);
      assert.deepEqual(scans.map(({ layout }) => layout).sort(), ['attestation-tag', 'bundle-referrer']);

      const [requirement] = parseRequirements(TYPE, 'index');
      assert.ok(requirement);
      const get = {
        ...stage.tree(),
        signatureRepository,
        signers: parseSignerRules({ sourceRepository: ['acme/app'] }),
        requirement,
        platform: undefined,
        all: true,
      };
      assert.deepEqual((await getPredicates(get, apart.services())).predicates, [{ run: 2 }]);
      const beside = await getPredicates({ ...get, signatureRepository: undefined }, apart.services());
      assert.equal(beside.error?.code, 'CLAIM_MISSING');

      const predicatesDir = join(stage.bed.stateDir, 'predicates');
      const verified = await verifyImages(
        stage.verify(undefined, `signature ${TYPE}`, {
          signatureRepository,
          predicatesDir,
          platforms: 'index',
        }),
        apart.services(),
      );
      assert.equal(verified.status, 'ok', why(verified));
      assert.equal((await readdir(predicatesDir)).length, 1);
    }
  });

  it('leaves an image in a folder to its folder', async () => {
    const apart = await openApart({}, {});
    const { stage, claims, signatureRepository } = apart;
    const folder = join(stage.bed.stateDir, 'layout');
    await writeLayout(buildDemoImage([{ path: 'hello', bytes: Buffer.from('hello') }]), folder);
    const mark = claims.requests.mark();
    const on = { images: [parseImage(`oci:${folder}`)], signatureRepository };
    const signed = await signImages(stage.sign(on), apart.services());
    assert.equal(signed.status, 'ok', why(signed));
    assert.equal(signed.images[0]?.signatureRepository, undefined);
    assert.equal(claims.requests.count({}, mark), 0);
    const verified = await verifyImages(stage.verify(undefined, 'signature', on), apart.services());
    assert.equal(verified.status, 'ok', why(verified));
  });
});

describe('an image behind a pull-through cache', () => {
  for (const referrers of [true, false]) {
    it(`whose list of referrers is ${referrers ? 'empty' : 'not there'} takes its claims from a signature repository`, async () => {
      const apart = await openApart({}, {});
      const { stage, services, signatureRepository } = apart;
      const upstream = stage.bed.services.registry;
      const cache = await startRegistry({ upstream, referrers });
      running.unshift(cache);
      const on = [`${cache.host}/acme/app@${stage.image.digest}`];

      const refused = await signImages(stage.sign({ on }), services());
      assert.equal(refused.error?.code, 'REGISTRY_REFUSED', why(refused));
      assert.match(refused.error.remedy, /signature-repository/);
      assert.equal(stage.bed.requests.fulcio.count(), 0);

      const beside = await attestImages(stage.attest(everything), services());
      assert.equal(beside.status, 'ok', why(beside));
      const unseen = await verify(apart, undefined, { on });
      assert.equal(unseen.error?.code, 'CLAIM_MISSING', why(unseen));

      const stored = await attest(apart, { on });
      assert.equal(stored.status, 'ok', why(stored));
      assert.deepEqual(
        cache.requests.entries.filter(({ status }) => status === 405).map(({ route }) => route),
        ['POST upload'],
      );
      const seen = await verify(apart, signatureRepository, { on });
      assert.equal(seen.status, 'ok', why(seen));
    });
  }
});
