import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { ArtifactTarget } from '../flows/artifact-upload.js';
import { readArtifact } from './artifact.js';
import type { OptionEdge } from './edge.js';
import { readerOf } from './read.js';
import type { RawValues } from './setting.js';
import { settingsOf } from './catalogue.js';

const part = (claims: unknown): string => Buffer.from(JSON.stringify(claims)).toString('base64url');
const tokenWith = (claims: unknown): string => `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;
const SCOPES = 'Actions.GenericRead:0 Actions.Results:run-1:job-2 Actions.UploadArtifacts:0';
const TOKEN = tokenWith({ scp: SCOPES });

const ENV = {
  GITHUB_ACTIONS: 'true',
  ACTIONS_RUNTIME_TOKEN: TOKEN,
  ACTIONS_RESULTS_URL: 'https://results.example/base/',
};

interface Read {
  readonly target: ArtifactTarget | undefined;
  readonly masked: readonly string[];
}

function read(raw: RawValues, env: OptionEdge['env'] = ENV): Read {
  const masked: string[] = [];
  const edge: OptionEdge = {
    readFile: () => Promise.reject(new Error('no file is read')),
    env,
    identity: {
      runner: undefined,
      sigstoreIdToken: undefined,
      situation: 'not-a-runner',
      mask: (secret) => masked.push(secret),
    },
  };
  return { target: readArtifact(readerOf(raw, settingsOf('sbom')), edge), masked };
}

/** What must not be shown; an empty token stands in every text. */
const shownAs = (env: OptionEdge['env'] = ENV): string =>
  env.ACTIONS_RUNTIME_TOKEN === undefined || env.ACTIONS_RUNTIME_TOKEN === ''
    ? TOKEN
    : env.ACTIONS_RUNTIME_TOKEN;

/** The error, which shows nobody the token. */
function refusal(raw: RawValues, env?: OptionEdge['env']): unknown {
  try {
    read(raw, env);
  } catch (error) {
    for (const text of [String(error), JSON.stringify(error), (error as { remedy?: string }).remedy ?? ''])
      assert.ok(!text.includes(shownAs(env)), text);
    return (error as { code?: unknown }).code;
  }
  return 'accepted';
}

describe('upload-artifact', () => {
  it('uploads nothing where it is not given, and looks at nothing then', () => {
    assert.deepEqual(read({}, {}), { target: undefined, masked: [] });
  });

  it('names the artifact, the service and whose it is, and has the token hidden', () => {
    const { target, masked } = read({ 'upload-artifact': 'SBOMs of app 1.0 (amd64)' });
    assert.deepEqual(target, {
      name: 'SBOMs of app 1.0 (amd64)',
      retentionDays: undefined,
      service: {
        origin: 'https://results.example',
        token: TOKEN,
        workflowRunBackendId: 'run-1',
        workflowJobRunBackendId: 'job-2',
      },
    });
    assert.deepEqual(masked, [TOKEN]);
  });

  const names: readonly (readonly [what: string, name: string])[] = [
    ...Array.from('"*/:<>?\\|', (mark) => [mark, `a${mark}b`] as const),
    ['a line break', 'a\nb'],
    ['an escape sequence', 'a\u{1b}[2Jb'],
    ['a mark that turns text around', 'a\u{202e}b'],
    ['more characters than GitHub takes', 'a'.repeat(257)],
    ['a dot alone', '.'],
    ['two dots alone', '..'],
    ['the yes or no that another action takes', 'true'],
  ];
  for (const [what, name] of names) {
    it(`refuses a name with ${what}`, () => {
      assert.equal(refusal({ 'upload-artifact': name }), 'INPUT_INVALID');
    });
  }
  it('takes the longest name that GitHub takes, and one that begins with dots', () => {
    assert.equal(read({ 'upload-artifact': 'a'.repeat(256) }).target?.name.length, 256);
    assert.equal(read({ 'upload-artifact': '..sbom' }).target?.name, '..sbom');
  });

  it('takes the days that the repository allows, and no more', () => {
    const days = (text: string, limit?: string) =>
      [
        { 'upload-artifact': 'sbom', 'artifact-retention': text },
        { ...ENV, GITHUB_RETENTION_DAYS: limit },
      ] as const;
    assert.equal(read(...days('90', '90')).target?.retentionDays, 90);
    assert.equal(read(...days('400')).target?.retentionDays, 400);
    assert.equal(read(...days('400', 'many')).target?.retentionDays, 400);
    for (const refused of [days('91', '90'), days('401'), days('0'), days('soon'), days('401', '9999')])
      assert.equal(refusal(...refused), 'INPUT_INVALID');
  });

  it('is missed where its days are given without it', () => {
    assert.equal(refusal({ 'artifact-retention': '5' }), 'INPUTS_CONTRADICT');
  });

  const places: readonly (readonly [what: string, env: OptionEdge['env']])[] = [
    ['outside of GitHub Actions', { ...ENV, GITHUB_ACTIONS: undefined }],
    ['on GitHub Enterprise Server', { ...ENV, GITHUB_SERVER_URL: 'https://github.acme.example' }],
    ['on a server whose name only ends like GitHub', { ...ENV, GITHUB_SERVER_URL: 'https://notgithub.com' }],
    ['in a step that has no token', { ...ENV, ACTIONS_RUNTIME_TOKEN: '' }],
    ['in a step that has no address', { ...ENV, ACTIONS_RESULTS_URL: undefined }],
    ['with an address of plain http', { ...ENV, ACTIONS_RESULTS_URL: 'http://results.example/' }],
    ['with an address of another scheme', { ...ENV, ACTIONS_RESULTS_URL: 'file:///results' }],
    ['with an address that is none', { ...ENV, ACTIONS_RESULTS_URL: 'results' }],
  ];
  for (const [what, env] of places) {
    it(`is refused ${what}`, () => {
      assert.equal(refusal({ 'upload-artifact': 'sbom' }, env), 'INPUT_INVALID');
    });
  }
  it("is taken on each of GitHub's own servers", () => {
    for (const server of ['https://github.com', 'https://acme.ghe.com', undefined]) {
      const env = { ...ENV, GITHUB_SERVER_URL: server };
      assert.notEqual(read({ 'upload-artifact': 'sbom' }, env).target, undefined);
    }
  });

  const tokens: readonly (readonly [what: string, token: string])[] = [
    ['no scopes', tokenWith({ sub: 'x' })],
    ['scopes as a list', tokenWith({ scp: SCOPES.split(' ') })],
    ['no scope of results', tokenWith({ scp: 'Actions.GenericRead:0' })],
    ['a scope of results without a job', tokenWith({ scp: 'Actions.Results:run-1' })],
    ['a scope of results with one part more', tokenWith({ scp: 'Actions.Results:run-1:job-2:more' })],
    ['a scope of results with an empty run', tokenWith({ scp: 'Actions.Results::job-2' })],
    ['ids that are no ids', tokenWith({ scp: 'Actions.Results:run-1:../job' })],
    ['a scope that only begins like that of results', tokenWith({ scp: 'Actions.ResultsX:run-1:job-2' })],
    ['no claims', tokenWith(null)],
    ['claims that are no JSON', `${part({})}.${Buffer.from('{scp').toString('base64url')}.eA`],
    ['two parts', `${part({})}.${part({ scp: SCOPES })}`],
    ['a line break', `${TOKEN}\nx`],
  ];
  for (const [what, token] of tokens) {
    it(`is refused with a token that has ${what}`, () => {
      const env = { ...ENV, ACTIONS_RUNTIME_TOKEN: token };
      assert.equal(refusal({ 'upload-artifact': 'sbom' }, env), 'INPUT_INVALID');
    });
  }
});
