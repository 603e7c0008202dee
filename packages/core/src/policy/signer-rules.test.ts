import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { parseSignerRules, type RawSignerRules } from './signer-rules.js';
import { requireAllowedSigner } from './match-signer.js';
import type { CertificateFacts, VerifiedSigner } from '../verify/index.js';

const GITHUB = 'https://token.actions.githubusercontent.com';
const APP = 'https://github.com/acme/app';
const RELEASE = `${APP}/.github/workflows/release.yml@refs/tags/v1.0.0`;
const SHARED = 'https://github.com/platform/build/.github/workflows/image.yml@refs/tags/v2';
const COMMIT = 'a'.repeat(40);

const NO_FACTS: CertificateFacts = {
  issuer: undefined,
  buildSignerUri: undefined,
  buildSignerDigest: undefined,
  runnerEnvironment: undefined,
  sourceRepositoryUri: undefined,
  sourceRepositoryDigest: undefined,
  sourceRepositoryRef: undefined,
  sourceRepositoryIdentifier: undefined,
  sourceRepositoryOwnerUri: undefined,
  sourceRepositoryOwnerIdentifier: undefined,
  buildConfigUri: undefined,
  buildConfigDigest: undefined,
  buildTrigger: undefined,
  runInvocationUri: undefined,
  sourceRepositoryVisibility: undefined,
};

const signer = (identity: string, facts: Partial<CertificateFacts> = {}): VerifiedSigner => ({
  kind: 'certificate',
  identity,
  facts: {
    ...NO_FACTS,
    issuer: GITHUB,
    buildSignerDigest: COMMIT,
    runnerEnvironment: 'github-hosted',
    sourceRepositoryUri: APP,
    sourceRepositoryDigest: COMMIT,
    sourceRepositoryRef: 'refs/tags/v1.0.0',
    sourceRepositoryOwnerUri: 'https://github.com/acme',
    buildTrigger: 'push',
    ...facts,
  },
});

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PEM = publicKey.export({ type: 'spki', format: 'pem' }).toString();

const refused: readonly (readonly [why: string, raw: RawSignerRules, code: string])[] = [
  ['nothing at all', {}, 'INPUT_MISSING'],
  [
    'only empty texts, as unset variables give them',
    { certificateIdentity: ['', ' '], keys: [''] },
    'INPUT_MISSING',
  ],
  ['an issuer alone', { certificateOidcIssuer: GITHUB }, 'INPUT_MISSING'],
  ['an owner alone, which only narrows', { sourceOwner: ['acme'] }, 'INPUT_MISSING'],
  ['a refusal of self-hosted runners alone', { denySelfHostedRunners: true }, 'INPUT_MISSING'],
  ['an identity without an issuer', { certificateIdentity: [RELEASE] }, 'INPUT_MISSING'],
  ['a pattern without an issuer', { certificateIdentityRegexp: ['.*'] }, 'INPUT_MISSING'],
  ['facts of a certificate beside a key alone', { keys: [PEM], sourceOwner: ['acme'] }, 'INPUTS_CONTRADICT'],
  ['an issuer beside a key alone', { keys: [PEM], certificateOidcIssuer: GITHUB }, 'INPUTS_CONTRADICT'],
  [
    'an issuer that is no URL',
    { certificateIdentity: ['a@b.c'], certificateOidcIssuer: 'github' },
    'INPUT_INVALID',
  ],
  ['a repository without an owner', { sourceRepository: ['app'] }, 'INPUT_INVALID'],
  ['a repository with a wildcard', { sourceRepository: ['acme/*'] }, 'INPUT_INVALID'],
  ['a repository with a path behind it', { sourceRepository: ['acme/app/tree'] }, 'INPUT_INVALID'],
  [
    'an owner that is a repository',
    { sourceRepository: ['acme/app'], sourceOwner: ['acme/app'] },
    'INPUT_INVALID',
  ],
  ['a workflow that is only a file', { signerWorkflow: ['release.yml'] }, 'INPUT_INVALID'],
  ['a branch in short', { sourceRepository: ['acme/app'], sourceRef: 'main' }, 'INPUT_INVALID'],
  ['a commit in short', { sourceRepository: ['acme/app'], sourceDigest: 'abc1234' }, 'INPUT_INVALID'],
  [
    'a pattern with a look-ahead',
    { certificateIdentityRegexp: ['(?=a)'], certificateOidcIssuer: GITHUB },
    'INPUT_INVALID',
  ],
  ['a key that is none', { keys: ['nonsense'] }, 'KEY_INVALID'],
  [
    'a private key as the public one',
    { keys: [privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()] },
    'KEY_INVALID',
  ],
  [
    'more alternatives than are read',
    { certificateIdentityRegexp: Array<string>(201).fill('a'), certificateOidcIssuer: GITHUB },
    'INPUT_INVALID',
  ],
];

describe('parseSignerRules', () => {
  for (const [why, raw, code] of refused) {
    it(`refuses ${why}`, () => {
      assert.throws(() => parseSignerRules(raw), { code, fault: 'user' });
    });
  }
});

const byIdentity = (text: string): RawSignerRules => ({
  certificateIdentity: [text],
  certificateOidcIssuer: GITHUB,
});
const byPattern = (text: string): RawSignerRules => ({
  certificateIdentityRegexp: [text],
  certificateOidcIssuer: GITHUB,
});

type Case = readonly [situation: string, raw: RawSignerRules, signer: VerifiedSigner];

const accepted: readonly Case[] = [
  ['the exact identity', byIdentity(RELEASE), signer(RELEASE)],
  ['a pattern that matches whole', byPattern('https://github\\.com/acme/app/.*'), signer(RELEASE)],
  ['a pattern with its own anchors', byPattern('^https://github\\.com/acme/.*$'), signer(RELEASE)],
  [
    'one identity of several',
    { ...byIdentity('x'), certificateIdentityRegexp: ['.*release.*'] },
    signer(RELEASE),
  ],
  ['any workflow of the source repository', { sourceRepository: ['acme/app'] }, signer(RELEASE)],
  ['the source repository as a URL', { sourceRepository: [APP] }, signer(RELEASE)],
  ['one source repository of two', { sourceRepository: ['acme/other', 'acme/app'] }, signer(RELEASE)],
  [
    'the workflow at any ref',
    { signerWorkflow: ['acme/app/.github/workflows/release.yml'] },
    signer(RELEASE),
  ],
  [
    'the workflow at its ref',
    { signerWorkflow: ['acme/app/.github/workflows/release.yml@refs/tags/v1.0.0'] },
    signer(RELEASE),
  ],
  [
    'every fact that holds',
    {
      sourceRepository: ['acme/app'],
      sourceOwner: ['acme'],
      sourceRef: 'refs/tags/v1.0.0',
      sourceDigest: COMMIT,
      signerDigest: COMMIT,
      buildTrigger: 'push',
      denySelfHostedRunners: true,
    },
    signer(RELEASE),
  ],
  [
    'a reusable workflow called from the repository that is demanded',
    { signerWorkflow: ['platform/build/.github/workflows/image.yml'], sourceRepository: ['acme/app'] },
    signer(SHARED),
  ],
  [
    'a reusable workflow called by a repository of the owner that is demanded',
    { ...byIdentity(SHARED), sourceOwner: ['acme'] },
    signer(SHARED),
  ],
  [
    'an e-mail address, which is no workflow',
    { certificateIdentity: ['dev@acme.example'], certificateOidcIssuer: 'https://accounts.google.com' },
    signer('dev@acme.example', { ...NO_FACTS, issuer: 'https://accounts.google.com' }),
  ],
  [
    'a GitLab pipeline of its own project',
    { certificateIdentityRegexp: ['https://gitlab.com/.*'], certificateOidcIssuer: 'https://gitlab.com' },
    signer('https://gitlab.com/acme/app//.gitlab-ci.yml@refs/heads/main', {
      issuer: 'https://gitlab.com',
      sourceRepositoryUri: 'https://gitlab.com/acme/app',
    }),
  ],
  ['a key', { keys: [PEM] }, keySigner(PEM)],
  ['a key or an identity, signed with the key', { ...byIdentity('x'), keys: [PEM] }, keySigner(PEM)],
  ['a key or an identity, signed by the identity', { ...byIdentity(RELEASE), keys: [PEM] }, signer(RELEASE)],
];

const rejected: readonly Case[] = [
  ['the identity with something behind it', byIdentity(RELEASE), signer(`${RELEASE}.1`)],
  ['a part of the identity', byIdentity('https://github.com/acme/app'), signer(RELEASE)],
  ['a pattern that matches a part', byPattern('github\\.com/acme/app'), signer(RELEASE)],
  ['a pattern that matches all but a line end', byPattern('https://.*v1\\.0\\.0'), signer(`${RELEASE}\n`)],
  [
    'an unescaped dot, through which a lookalike host came',
    byPattern('https://github\\.com/.*'),
    signer('https://githubxcom/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0'),
  ],
  ['another issuer', byIdentity(RELEASE), signer(RELEASE, { issuer: 'https://evil.example' })],
  ['an issuer with something behind it', byIdentity(RELEASE), signer(RELEASE, { issuer: `${GITHUB}/acme` })],
  ['no issuer', byIdentity(RELEASE), signer(RELEASE, { issuer: undefined })],
  [
    'a repository whose name begins alike',
    { sourceRepository: ['acme/app'] },
    signer('https://github.com/acme/app-evil/.github/workflows/release.yml@refs/tags/v1.0.0', {
      sourceRepositoryUri: 'https://github.com/acme/app-evil',
    }),
  ],
  [
    'the source repository, signed in a workflow of another',
    { sourceRepository: ['acme/app'] },
    signer(SHARED),
  ],
  [
    'a file whose name begins alike',
    { signerWorkflow: ['acme/app/.github/workflows/release.yml'] },
    signer(`${APP}/.github/workflows/release.yml@x.yml@refs/heads/main`),
  ],
  [
    'a workflow at another ref',
    { signerWorkflow: ['acme/app/.github/workflows/release.yml@refs/heads/main'] },
    signer(RELEASE),
  ],
  [
    'a public reusable workflow called by someone',
    { signerWorkflow: ['platform/build/.github/workflows/image.yml'] },
    signer(SHARED, { sourceRepositoryUri: 'https://github.com/evil/app' }),
  ],
  [
    'a public reusable workflow by its exact identity alone',
    byIdentity(SHARED),
    signer(SHARED, { sourceRepositoryUri: APP }),
  ],
  [
    'a public reusable workflow called from the wrong repository',
    { signerWorkflow: ['platform/build/.github/workflows/image.yml'], sourceRepository: ['acme/app'] },
    signer(SHARED, { sourceRepositoryUri: 'https://github.com/evil/app' }),
  ],
  [
    'a workflow whose certificate names no source repository',
    byIdentity(RELEASE),
    signer(RELEASE, { sourceRepositoryUri: undefined }),
  ],
  [
    'a workflow whose certificate names no source repository, where one is demanded',
    { ...byIdentity(RELEASE), sourceRepository: ['acme/app'] },
    signer(RELEASE, { sourceRepositoryUri: undefined }),
  ],
  [
    'a workflow of a form that is not known',
    byPattern('https://github\\.com/.*'),
    signer('https://github.com/dynamic/scanning@refs/heads/main'),
  ],
  ['another owner', { ...byIdentity(RELEASE), sourceOwner: ['acm'] }, signer(RELEASE)],
  ['another ref', { sourceRepository: ['acme/app'], sourceRef: 'refs/tags/v1' }, signer(RELEASE)],
  ['another commit', { sourceRepository: ['acme/app'], sourceDigest: 'b'.repeat(40) }, signer(RELEASE)],
  [
    'another builder commit',
    { sourceRepository: ['acme/app'], signerDigest: 'b'.repeat(40) },
    signer(RELEASE),
  ],
  ['another trigger', { sourceRepository: ['acme/app'], buildTrigger: 'pull_request' }, signer(RELEASE)],
  [
    'a self-hosted runner',
    { sourceRepository: ['acme/app'], denySelfHostedRunners: true },
    signer(RELEASE, { runnerEnvironment: 'self-hosted' }),
  ],
  [
    'a runner of no stated kind',
    { sourceRepository: ['acme/app'], denySelfHostedRunners: true },
    signer(RELEASE, { runnerEnvironment: undefined }),
  ],
  ['a certificate where a key is demanded', { keys: [PEM] }, signer(RELEASE)],
  ['another key', { keys: [PEM] }, { kind: 'key', hint: 'bm90IGl0' }],
  ['a key where an identity is demanded', byIdentity(RELEASE), keySigner(PEM)],
];

describe('requireAllowedSigner', () => {
  for (const [situation, raw, who] of accepted) {
    it(`accepts ${situation}`, () => {
      requireAllowedSigner(who, parseSignerRules(raw));
    });
  }
  for (const [situation, raw, who] of rejected) {
    it(`rejects ${situation}`, () => {
      assert.throws(
        () => {
          requireAllowedSigner(who, parseSignerRules(raw));
        },
        { code: 'SIGNER_NOT_ALLOWED', fault: 'rejection' },
      );
    });
  }
  it('accepts nobody without a rule', () => {
    assert.throws(
      () => {
        requireAllowedSigner(signer(RELEASE), []);
      },
      { code: 'SIGNER_NOT_ALLOWED' },
    );
  });
  it('says what it expected and what it found', () => {
    assert.throws(() => {
      requireAllowedSigner(signer(RELEASE), parseSignerRules({ sourceRepository: ['acme/other'] }));
    }, /the source repository is https:\/\/github\.com\/acme\/app, expected https:\/\/github\.com\/acme\/other/);
  });
});

function keySigner(pem: string): VerifiedSigner {
  const [rule] = parseSignerRules({ keys: [pem] });
  assert.equal(rule?.kind, 'key');
  return { kind: 'key', hint: rule.hint };
}
