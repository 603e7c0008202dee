import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { describeTree, signImages, verifyImages, type SignOptions } from '@countersign/core/flows';
import { parseTrustPolicy, trustPolicyFiles } from '@countersign/core/notation';
import { OCI_MANIFEST } from '@countersign/core/oci';
import { parseRequirements } from '@countersign/core/policy';
import { VERIFIERS } from '@countersign/core/doctor';
import { exitCodeOf, toSummary, toText } from '@countersign/core/report';
import { examine, said } from '../doctor/stage.js';
import { claimsOf, openStage, states, why, type Stage } from '../flows/stage.js';
import { objectsOf, partsOf } from '../interop/rig/objects.js';
import { issueSigner, type TestSigner } from './certificates.js';

let withApi: Stage;
let withoutApi: Stage;
let signer: TestSigner;
let stranger: TestSigner;
beforeAll(async () => {
  [withApi, withoutApi, signer, stranger] = await Promise.all([
    openStage(),
    openStage({ referrers: false }),
    issueSigner('release'),
    issueSigner('stranger'),
  ]);
});
afterAll(async () => {
  await Promise.all([withApi.stop(), withoutApi.stop()]);
});

const notation = (
  by: TestSigner,
  changes: Partial<NonNullable<SignOptions['notation']>> = {},
): NonNullable<SignOptions['notation']> => ({
  alone: true,
  key: { name: 'key.pem', pem: by.keyPem },
  certificates: { path: 'chain.pem', bytes: Buffer.from(by.chainPem) },
  format: 'jws',
  expiryMs: undefined,
  agent: 'test',
  ...changes,
});

/** A trust policy and store made from what signs. */
async function trusted(stage: Stage, by: TestSigner, stamped = false) {
  const folder = await mkdtemp(join(stage.bed.stateDir, 'notation-'));
  const { files } = trustPolicyFiles({
    name: 'acme',
    scopes: ['*'],
    level: 'strict',
    certificates: { path: 'chain.pem', bytes: Buffer.from(by.chainPem) },
    timestampAuthority: stamped
      ? { path: 'tsa.pem', bytes: await readFile(stage.bed.pem.tsaChain) }
      : undefined,
  });
  for (const { path, text } of files) {
    const at = join(folder, path);
    await mkdir(dirname(at), { recursive: true });
    await writeFile(at, text);
  }
  const policy = parseTrustPolicy(await readFile(join(folder, 'trustpolicy.json')), 'trustpolicy.json');
  return { policy, storePath: join(folder, 'truststore') };
}

const asking = async (stage: Stage, reference: string, by: TestSigner, stamped = false) => ({
  ...stage.verify(undefined, 'notation', { on: [reference] }),
  signers: [],
  requirements: parseRequirements('notation', 'all'),
  notation: await trusted(stage, by, stamped),
});

/** Nothing of Sigstore's can be asked: whatever was would fail. */
const withoutIdentity = (stage: Stage, reference: string, by: TestSigner, changes = {}): SignOptions => ({
  ...stage.sign({ on: [reference] }),
  identity: { ...stage.sign().identity, input: undefined },
  signingConfig: { kind: 'public-good' },
  notation: notation(by, changes),
});

const NOTATION_TYPE = 'application/vnd.cncf.notary.signature';

/** Puts a Notation signature of anyone's beside an image. */
async function attach(
  { bed }: Stage,
  image: string,
  mediaType: string,
  envelope: Readonly<Record<string, unknown>>,
): Promise<void> {
  const objects = objectsOf(bed.services.registry);
  const { repository, digest } = partsOf(image);
  const blob = async (type: string, text: string) => ({
    mediaType: type,
    digest: await objects.putBlob(repository, Buffer.from(text)),
    size: Buffer.byteLength(text),
  });
  const subject = await objects.manifest(repository, digest);
  const manifest = {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    artifactType: NOTATION_TYPE,
    config: await blob(NOTATION_TYPE, '{}'),
    layers: [await blob(mediaType, JSON.stringify(envelope))],
    subject: { mediaType: subject?.mediaType, digest, size: subject?.bytes.length },
  };
  await objects.putManifest(repository, Buffer.from(JSON.stringify(manifest)), OCI_MANIFEST);
}

describe.each([
  ['the referrers API', () => withApi],
  ['a fallback index', () => withoutApi],
])('Notation signatures on a registry with %s', (_, stageOf) => {
  it.each(['jws', 'cose'] as const)(
    'are made as %s without any identity, kept by a re-run, and verified',
    async (format) => {
      const stage = stageOf();
      const reference = await stage.push(`acme/${format}`);
      const options = withoutIdentity(stage, reference, signer, { format });
      const first = await signImages(options, stage.services());
      assert.equal(first.status, 'ok', why(first));
      assert.deepEqual(states(first), { stored: 3 });
      assert.equal(first.figures.requests['identity-token'], undefined);
      assert.equal(first.figures.requests.tuf, undefined);
      const again = await signImages(options, stage.services());
      assert.deepEqual(states(again), { present: 3 });
      assert.equal(again.figures.storedObjects, 0);

      const accepted = await verifyImages(await asking(stage, reference, signer), stage.services());
      assert.equal(accepted.status, 'ok', why(accepted));
      const refused = await verifyImages(await asking(stage, reference, stranger), stage.services());
      assert.equal(refused.status, 'rejected');
      assert.equal(refused.error?.code, 'CERTIFICATE_UNTRUSTED');
    },
  );

  it('of an image that nobody signed are missing, not an error of anyone', async () => {
    const stage = stageOf();
    const reference = await stage.push('acme/unsigned');
    const report = await verifyImages(await asking(stage, reference, signer), stage.services());
    assert.equal(report.status, 'rejected');
    assert.equal(report.error?.code, 'CLAIM_MISSING');
  });

  it('are only planned by a dry run', async () => {
    const stage = stageOf();
    const reference = await stage.push('acme/dry');
    const options = { ...withoutIdentity(stage, reference, signer), dryRun: true };
    const planned = await signImages(options, stage.services());
    assert.deepEqual(states(planned), { planned: 3 });
    assert.match(toText(planned), /^Would need: 0 certificates, 0 log entries, 0 timestamps, /m);
    // What it says is what the run then takes.
    const stamped = { ...options, notation: notation(signer, { tsaUrl: stage.bed.tsaUrl }) };
    const { figures: foreseen } = await signImages(stamped, stage.services());
    assert.deepEqual(claimsOf(await describeTree(stage.tree([reference]), stage.services())), []);
    const { figures: made } = await signImages({ ...stamped, dryRun: false }, stage.services());
    assert.deepEqual(foreseen, { ...made, planned: true });
    const { figures: again } = await signImages(stamped, stage.services());
    assert.deepEqual([again.timestamps, again.storedObjects, again.planned], [0, 0, true]);
  });

  it('stand beside those of Sigstore in one run, and the tree tells them apart', async () => {
    const stage = stageOf();
    const reference = await stage.push('acme/both');
    const report = await signImages(
      { ...stage.sign({ on: [reference] }), notation: notation(signer, { alone: false }) },
      stage.services(),
    );
    assert.equal(report.status, 'ok', why(report));
    assert.deepEqual(states(report), { stored: 9 });
    const tree = await describeTree(stage.tree([reference]), stage.services());
    assert.deepEqual(states(tree), { verified: 6, unchecked: 3 });
    const judged = { ...stage.tree([reference]), notation: await trusted(stage, signer) };
    assert.deepEqual(states(await describeTree(judged, stage.services())), { verified: 9 });
    const both = {
      ...(await asking(stage, reference, signer)),
      signers: stage.verify().signers,
      requirements: parseRequirements('signature notation', 'all'),
    };
    assert.equal((await verifyImages(both, stage.services())).status, 'ok');
    // One kind never counts as the other.
    const other = await stage.push('acme/other');
    await signImages(withoutIdentity(stage, other, signer), stage.services());
    const half = await verifyImages(
      { ...both, images: stage.verify(undefined, 'signature', { on: [other] }).images },
      stage.services(),
    );
    assert.equal(half.error?.code, 'CLAIM_MISSING');
  });

  it('are seen by the doctor, who judges them by a trust policy where there is one', async () => {
    const stage = stageOf();
    const reference = await stage.push('acme/examined');
    const asked = VERIFIERS.filter(({ id }) => id === 'notation');
    const none = await examine(stage, reference, { asked });
    assert.match(said(none, 'notation'), /^sees-nothing/);
    assert.equal(exitCodeOf(none), 1);
    await signImages(
      { ...stage.sign({ on: [reference] }), notation: notation(signer, { alone: false }) },
      stage.services(),
    );

    const there = await examine(stage, reference, { asked, platforms: 'all' });
    assert.match(said(there, 'notation'), /^there/);
    assert.equal(exitCodeOf(there), 0);
    assert.match(toText(there), /^ +Notation +there$/m);
    const judgedBy = async (by: TestSigner) =>
      examine(stage, reference, { platforms: 'all', notation: await trusted(stage, by) });
    const accepted = await judgedBy(signer);
    assert.equal(said(accepted, 'notation'), 'verifies');
    assert.equal(exitCodeOf(accepted), 0);
    const refused = await judgedBy(stranger);
    assert.match(said(refused, 'notation'), /^refuses/);
    assert.equal(exitCodeOf(refused), 1);
  });

  it('carry a timestamp where an authority is named, and are made anew for it', async () => {
    const stage = stageOf();
    const reference = await stage.push('acme/stamped');
    await signImages(withoutIdentity(stage, reference, signer), stage.services());
    const demanding = await asking(stage, reference, signer, true);
    const before = await verifyImages(demanding, stage.services());
    assert.equal(before.error?.code, 'TIMESTAMP_INVALID');
    const stamped: SignOptions = {
      ...withoutIdentity(stage, reference, signer),
      signingConfig: { kind: 'urls', tsaUrl: stage.bed.tsaUrl },
    };
    const report = await signImages(stamped, stage.services());
    assert.deepEqual(states(report), { stored: 3 });
    assert.equal(report.figures.timestamps, 3);
    assert.equal((await verifyImages(demanding, stage.services())).status, 'ok');
    assert.deepEqual(states(await signImages(stamped, stage.services())), { present: 3 });
  });
});

describe('a registry that anyone may push to', () => {
  it.each([
    ['the referrers API', () => withApi],
    ['a fallback index', () => withoutApi],
  ])('keeps every signature of signers at the same time, with %s', async (_, stageOf) => {
    const stage = stageOf();
    const reference = await stage.push('acme/race');
    const reports = await Promise.all([
      signImages(withoutIdentity(stage, reference, signer), stage.services()),
      signImages(withoutIdentity(stage, reference, stranger, { format: 'cose' }), stage.services()),
      signImages(stage.sign({ on: [reference], layouts: 'bundle' }), stage.services()),
    ]);
    for (const report of reports) assert.equal(report.status, 'ok', why(report));
    const tree = await describeTree(stage.tree([reference]), stage.services());
    assert.deepEqual(states(tree), { unchecked: 6, verified: 3 });
  });

  it('cannot stop a verification by a signature that no parser takes, nor write to a terminal', async () => {
    const reference = await withApi.push('acme/hostile');
    await signImages(withoutIdentity(withApi, reference, signer), withApi.services());
    const deep = Buffer.from(`{"cty":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    const headers = [
      deep,
      Buffer.from('{"alg":{"toString":1},"cty":{"toString":1}}'),
      Buffer.from('{"cty":"\u009b2J\u202e"}'),
    ];
    for (const header of headers) {
      await attach(withApi, reference, 'application/jose+json', {
        payload: 'e30',
        protected: header.toString('base64url'),
        header: {},
        signature: 'AAAA',
      });
    }
    await attach(withApi, reference, '\u001b]0;owned\u0007', {});
    const verified = await verifyImages(await asking(withApi, reference, signer), withApi.services());
    assert.equal(verified.status, 'ok', why(verified));
    const judged = { ...withApi.tree([reference]), notation: await trusted(withApi, signer) };
    const tree = await describeTree(judged, withApi.services());
    assert.deepEqual(states(tree), { verified: 3, rejected: headers.length + 1 });
    const shown = toText(tree) + toSummary(tree);
    assert.doesNotMatch(shown, /(?!\n)[\p{Cc}\p{Cf}]/u);
  });
});

describe('signing for Notation', () => {
  it('asks nothing of a registry where key and certificates do not belong together', async () => {
    const reference = await withApi.push('acme/mismatch');
    const wrong = { ...signer, chainPem: stranger.chainPem };
    const report = await signImages(withoutIdentity(withApi, reference, wrong), withApi.services());
    assert.equal(report.error?.code, 'CERTIFICATE_INVALID');
    assert.deepEqual(report.figures.requests, {});
  });

  it('signs nothing for Sigstore either then', async () => {
    const reference = await withApi.push('acme/mismatch-both');
    const report = await signImages(
      {
        ...withApi.sign({ on: [reference] }),
        notation: {
          ...notation(signer, { alone: false }),
          certificates: { path: 'chain.pem', bytes: Buffer.from(stranger.chainPem) },
        },
      },
      withApi.services(),
    );
    assert.equal(report.error?.code, 'CERTIFICATE_INVALID');
    assert.deepEqual(claimsOf(await describeTree(withApi.tree([reference]), withApi.services())), []);
  });

  it('stops before a digest has more referrers than verifiers read', async () => {
    const reference = await withApi.push('acme/many');
    const report = await signImages(
      { ...withoutIdentity(withApi, reference, signer), maxReferrers: 0 },
      withApi.services(),
    );
    assert.equal(report.error?.code, 'LIMIT_EXCEEDED');
  });

  it('counts its own referrer before anything is signed for Sigstore', async () => {
    const reference = await withApi.push('acme/room');
    // A bundle for the signature, and one referrer for Notation.
    const both = (maxReferrers: number): SignOptions => ({
      ...withApi.sign({ on: [reference] }),
      layouts: 'bundle',
      notation: notation(signer, { alone: false }),
      maxReferrers,
    });
    const refused = await signImages(both(1), withApi.services());
    assert.equal(refused.error?.code, 'LIMIT_EXCEEDED');
    assert.equal(refused.figures.storedObjects, 0);
    assert.deepEqual(claimsOf(await describeTree(withApi.tree([reference]), withApi.services())), []);
    const made = await signImages(both(2), withApi.services());
    assert.equal(made.status, 'ok', why(made));
    assert.deepEqual(states(made), { stored: 6 });
    // What is there takes no room again.
    assert.deepEqual(states(await signImages(both(2), withApi.services())), { present: 6 });
  });
});
