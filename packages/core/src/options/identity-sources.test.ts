import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { OptionEdge } from './edge.js';
import { identitySources } from './identity-sources.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-situation-'));
});
afterAll(() => rm(folder, { recursive: true }));

const SILENT = { mask: () => undefined, conceal: () => undefined };
const situationOf = async (env: OptionEdge['env']): Promise<string> =>
  (await identitySources(env, SILENT)).situation;

const pullRequest = (head: string | null): object => ({
  pull_request: { head: { repo: head && { full_name: head } }, base: { repo: { full_name: 'acme/app' } } },
});
const EVENTS: readonly (readonly [situation: string, event: unknown, expected: string])[] = [
  ['from a fork', pullRequest('mallory/app'), 'fork'],
  ['from a fork that is gone', pullRequest(null), 'fork'],
  ['from a branch of the repository', pullRequest('acme/app'), 'no-permission'],
  ['whose event is of another form', { pull_request: null }, 'no-permission'],
  ['whose event is not JSON', 'not JSON', 'no-permission'],
];

describe('the cause of a missing identity token', () => {
  for (const [situation, event, expected] of EVENTS) {
    it(`is ${expected} for a pull request ${situation}`, async () => {
      const path = join(folder, 'event.json');
      await writeFile(path, typeof event === 'string' ? event : JSON.stringify(event));
      const env = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path };
      assert.equal(await situationOf(env), expected);
    });
  }
  it('is Dependabot where that started the run', async () => {
    assert.equal(
      await situationOf({ GITHUB_ACTIONS: 'true', GITHUB_ACTOR: 'dependabot[bot]' }),
      'dependabot',
    );
  });
  it('is the permission in another job, also where no event can be read', async () => {
    assert.equal(await situationOf({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push' }), 'no-permission');
    const gone = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: join(folder, 'gone') };
    assert.equal(await situationOf({ GITHUB_ACTIONS: 'true', ...gone }), 'no-permission');
  });
  it('is the place outside of a runner', async () => {
    assert.equal(await situationOf({ GITHUB_ACTOR: 'dependabot[bot]' }), 'not-a-runner');
  });
});

describe('the sources of an identity token', () => {
  it('hold the endpoint of the runner where both of its variables are set, and conceal its token', async () => {
    const concealed: string[] = [];
    const env = {
      ACTIONS_ID_TOKEN_REQUEST_URL: 'https://runner.example',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request',
    };
    const log = { ...SILENT, conceal: (secret: string) => concealed.push(secret) };
    const { runner } = await identitySources(env, log);
    assert.deepEqual(runner, { requestUrl: 'https://runner.example', requestToken: 'request' });
    assert.deepEqual(concealed, ['request']);
  });
  it('hold no endpoint where one of them is empty', async () => {
    const { runner } = await identitySources(
      { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://runner.example' },
      SILENT,
    );
    assert.equal(runner, undefined);
  });
  it('hold SIGSTORE_ID_TOKEN', async () => {
    const { sigstoreIdToken } = await identitySources({ SIGSTORE_ID_TOKEN: 'a.b.c' }, SILENT);
    assert.equal(sigstoreIdToken, 'a.b.c');
  });
});
