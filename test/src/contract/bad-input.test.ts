import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { ErrorCode } from '@countersign/core/errors';
import { OUTPUTS } from '@countersign/core/runner';
import type { Testbed } from '@countersign/testbed';
import { leaks } from './leaks.js';
import { runAction, type ActionName, type Step } from './run-action.js';
import { openStage, type Stage } from './stage.js';

let stage: Stage;
let folder: string;
beforeAll(async () => {
  stage = await openStage({ auth: 'basic' });
  folder = await mkdtemp(join(tmpdir(), 'countersign-bad-'));
}, 20_000);
afterAll(async () => {
  await stage.testbed.stop();
  await rm(folder, { recursive: true });
});

type Texts = Readonly<Record<string, string>>;

/** One step that must fail: its inputs, the code and what the error has to name. */
interface Row {
  readonly why: string;
  readonly action: ActionName;
  readonly inputs: () => Texts | Promise<Texts>;
  readonly env?: () => Texts | Promise<Texts>;
  readonly fault?: (testbed: Testbed) => { remove(): void };
  readonly code: ErrorCode;
  readonly names: RegExp;
}

const ABSENT = `sha256:${'0'.repeat(64)}`;
const SIGNED_BY = { 'source-repository': 'acme/app' };
const images = (more: Texts = {}): Texts => ({ images: stage.reference, ...more });
const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

/** Known from the inputs alone: not one request. */
const WITHOUT_A_REQUEST: readonly Row[] = [
  { why: 'no image', action: 'sign', inputs: () => ({}), code: 'INPUT_MISSING', names: /images/ },
  {
    why: 'a malformed reference',
    action: 'verify',
    inputs: () => ({ images: 'registry.example/Team/app', ...SIGNED_BY }),
    code: 'REFERENCE_INVALID',
    names: /registry\.example\/Team\/app/,
  },
  {
    why: 'a malformed digest',
    action: 'sign',
    inputs: () => ({ image: stage.repository, digest: 'sha256:abc' }),
    code: 'DIGEST_INVALID',
    names: /sha256:abc/,
  },
  {
    why: 'an image given twice over',
    action: 'sign',
    inputs: () => images({ image: stage.repository }),
    code: 'INPUTS_CONTRADICT',
    names: /images/,
  },
  {
    why: 'an input that does not exist',
    action: 'verify',
    inputs: () => images({ 'source-repositry': 'acme/app' }),
    code: 'INPUT_UNKNOWN',
    names: /source-repositry.*source-repository/,
  },
  {
    why: 'a setting that does not exist',
    action: 'sign',
    inputs: () => images({ settings: 'retry-windw: 1m' }),
    code: 'INPUT_UNKNOWN',
    names: /retry-windw.*retry-window/,
  },
  {
    why: 'a line of settings of another form',
    action: 'sign',
    inputs: () => images({ settings: 'retry-window 1m' }),
    code: 'INPUT_INVALID',
    names: /settings/,
  },
  {
    why: 'a truth value that is none',
    action: 'attest',
    inputs: () => images({ signature: 'yes', provenance: 'true' }),
    code: 'INPUT_INVALID',
    names: /signature/,
  },
  {
    why: 'a choice that there is not',
    action: 'sign',
    inputs: () => images({ layouts: 'both' }),
    code: 'INPUT_INVALID',
    names: /layouts.*all, bundle, legacy/,
  },
  {
    why: 'nothing to attest',
    action: 'attest',
    inputs: () => images({ signature: 'true' }),
    code: 'INPUT_MISSING',
    names: /sbom.*provenance/,
  },
  {
    why: 'a predicate without its type',
    action: 'attest',
    inputs: async () => images({ 'predicate-path': await file('predicate.json', '{}') }),
    code: 'INPUTS_CONTRADICT',
    names: /predicate-type/,
  },
  {
    why: 'a document that is not there',
    action: 'attest',
    inputs: () => images({ sbom: join(folder, 'gone.json') }),
    code: 'INPUT_INVALID',
    names: /sbom.*gone\.json/,
  },
  {
    why: 'a document larger than the bound',
    action: 'attest',
    inputs: () => images({ sbom: '/dev/zero' }),
    code: 'INPUT_INVALID',
    names: /\/dev\/zero/,
  },
  {
    why: 'no identity and no key to verify by',
    action: 'verify',
    inputs: () => images(),
    code: 'INPUT_MISSING',
    names: /certificate-identity|source-repository/,
  },
  {
    why: 'an identity without its issuer',
    action: 'verify',
    inputs: () => images({ 'certificate-identity': 'https://example.com/me' }),
    code: 'INPUT_MISSING',
    names: /certificate-oidc-issuer/,
  },
  {
    why: 'a pattern that is none',
    action: 'verify',
    inputs: () =>
      images({ 'certificate-identity-regexp': '(', 'certificate-oidc-issuer': 'https://i.example' }),
    code: 'INPUT_INVALID',
    names: /certificate-identity-regexp/,
  },
  {
    why: 'a user name without a password',
    action: 'sign',
    inputs: () => images({ 'registry-username': 'me' }),
    code: 'INPUTS_CONTRADICT',
    names: /registry-password/,
  },
  {
    why: 'a key of a variable that is not set',
    action: 'sign',
    inputs: () => images({ key: 'env://NOT_SET' }),
    code: 'INPUT_INVALID',
    names: /env:\/\/NOT_SET/,
  },
];

/** Known before anything is signed: the registry may be read, but nothing is written and no service of Sigstore's is used. */
const BEFORE_SIGNING: readonly Row[] = [
  {
    why: 'a tag without permission',
    action: 'sign',
    inputs: () => ({ images: `${stage.repository}:latest` }),
    code: 'TAG_NOT_ALLOWED',
    names: /latest.*sha256:[0-9a-f]{64}.*allow-tag/,
  },
  {
    why: 'a digest that is not there',
    action: 'sign',
    inputs: () => ({ images: `${stage.repository}@${ABSENT}` }),
    code: 'IMAGE_NOT_FOUND',
    names: new RegExp(ABSENT),
  },
  {
    why: 'a wrong password',
    action: 'sign',
    inputs: () => images({ 'registry-username': 'mallory', 'registry-password': 'not-the-password' }),
    code: 'REGISTRY_UNAUTHORIZED',
    names: /127\.0\.0\.1/,
  },
  {
    why: 'no password at all',
    action: 'verify',
    inputs: () => images(SIGNED_BY),
    env: () => ({ DOCKER_CONFIG: folder }),
    code: 'REGISTRY_UNAUTHORIZED',
    names: /127\.0\.0\.1/,
  },
  {
    why: 'credentials that may not write',
    action: 'sign',
    inputs: () => images(),
    fault: ({ faults }) =>
      faults.registry.add({
        match: { method: 'POST', path: /\/blobs\/uploads\// },
        times: Infinity,
        action: { kind: 'status', status: 403 },
      }),
    code: 'REGISTRY_FORBIDDEN',
    names: /acme\/app/,
  },
  {
    why: 'no permission to ask for an identity token',
    action: 'sign',
    inputs: () => images(),
    env: () => ({ ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }),
    code: 'IDENTITY_TOKEN_MISSING',
    names: /id-token: write/,
  },
  {
    why: 'an identity token that expired',
    action: 'sign',
    inputs: () => images({ 'identity-token': stage.testbed.token({ exp: 1_600_000_000 }) }),
    code: 'IDENTITY_TOKEN_EXPIRED',
    names: /2020-09-13/,
  },
  {
    why: 'an identity token that is none',
    action: 'sign',
    inputs: () => images({ 'identity-token': 'my-secret-that-is-no-token' }),
    code: 'IDENTITY_TOKEN_INVALID',
    names: /identity-token/,
  },
  {
    why: 'a predicate that is not JSON',
    action: 'attest',
    inputs: async () =>
      images({
        'predicate-type': 'https://example.com/tested/v1',
        'predicate-path': await file('broken.json', '{"ok": tru'),
      }),
    code: 'PREDICATE_INVALID',
    names: /broken\.json/,
  },
  {
    why: 'an SBOM that is something else',
    action: 'attest',
    inputs: async () => images({ sbom: await file('package.json', '{"name": "app"}') }),
    code: 'PREDICATE_INVALID',
    names: /package\.json/,
  },
  {
    why: 'a predicate of a known type that is not of it',
    action: 'attest',
    inputs: async () =>
      images({
        'predicate-type': 'https://spdx.dev/Document',
        'predicate-path': await file('other.json', '{"a": 1}'),
      }),
    code: 'PREDICATE_INVALID',
    names: /other\.json/,
  },
  {
    why: 'a key that is none',
    action: 'sign',
    inputs: async () =>
      images({
        key: await file('bad.pem', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'),
      }),
    code: 'KEY_INVALID',
    names: /bad\.pem/,
  },
  {
    why: 'a trusted root that does not parse',
    action: 'verify',
    inputs: async () =>
      images({ ...SIGNED_BY, settings: `trusted-root: ${await file('root.json', '{"mediaType"')}` }),
    code: 'TRUSTED_ROOT_INVALID',
    names: /root\.json/,
  },
  {
    why: 'a trusted root that expired',
    action: 'verify',
    inputs: async () =>
      images({ ...SIGNED_BY, settings: `trusted-root: ${await file('old.json', expiredRoot())}` }),
    code: 'TRUSTED_ROOT_EXPIRED',
    names: /old\.json|expired/,
  },
  {
    why: 'a trusted root with another hash than the one given',
    action: 'verify',
    inputs: () => images({ ...SIGNED_BY, settings: `trusted-root-sha256: ${'0'.repeat(64)}` }),
    code: 'TRUSTED_ROOT_INVALID',
    names: /SHA-256/,
  },
  {
    why: 'a signing config that does not parse',
    action: 'sign',
    inputs: async () => images({ settings: `signing-config: ${await file('signing.json', '[]')}` }),
    code: 'SIGNING_CONFIG_INVALID',
    names: /signing\.json/,
  },
];

/** The test bed's trusted root, every service of which ended years ago. */
const expiredRoot = (): string =>
  readFileSync(stage.testbed.trustedRoot, 'utf8').replaceAll(
    /"validFor":\s*\{[^}]*\}/g,
    '"validFor": { "start": "2019-01-01T00:00:00Z", "end": "2020-01-01T00:00:00Z" }',
  );

async function fail({ action, inputs, env, fault, code, names }: Row): Promise<Step> {
  const given = await inputs();
  const struck = fault?.(stage.testbed);
  const step = await runAction(action, { inputs: given, env: { ...stage.env, ...(await env?.()) } });
  struck?.remove();

  const errors = [...step.stdout.matchAll(/^::error [^:]*::(.*)$/gm)].map(([, message = '']) => message);
  assert.equal(errors.length, 1, step.stdout);
  assert.match(errors[0] ?? '', new RegExp(`\\(${code}\\)`));
  assert.match(errors[0] ?? '', names);
  assert.equal(step.code, 2);
  assert.equal(step.outputs.status, 'error');
  assert.deepEqual(
    Object.keys(step.outputs),
    OUTPUTS[action].map(({ name }) => name),
  );
  assert.match(step.summary, new RegExp(code));
  const ownSecrets = ['registry-password', 'identity-token'].map((name) => given[name] ?? '');
  assert.deepEqual(leaks(step, [...stage.secrets, ...ownSecrets]), []);
  assert.equal(step.stderr, '');
  return step;
}

describe('an input that is wrong by itself', () => {
  for (const row of WITHOUT_A_REQUEST) {
    it(`ends ${row.action} without a request: ${row.why}`, async () => {
      const before = stage.requests();
      await fail(row);
      assert.equal(stage.requests(), before);
    }, 20_000);
  }
});

describe('what is wrong with the image, the credentials or a document', () => {
  for (const row of BEFORE_SIGNING) {
    it(`ends ${row.action} before anything is signed or written: ${row.why}`, async () => {
      const { fulcio, rekor, tsa, registry } = stage.testbed.requests;
      const marks = [fulcio, rekor, tsa].map((log) => log.mark());
      const mark = registry.mark();
      await fail(row);
      assert.deepEqual(
        [fulcio, rekor, tsa].map((log, index) => log.since(marks[index] ?? 0).length),
        [0, 0, 0],
      );
      const written = registry.since(mark).filter(({ method, status }) => method === 'PUT' && status < 300);
      assert.deepEqual(written, []);
    }, 20_000);
  }
});
