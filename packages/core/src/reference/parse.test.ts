import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { apiHost, formatReference, parseReference, withDigest } from './index.js';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

const accepted: readonly (readonly [
  text: string,
  host: string,
  repository: string,
  tag?: string | undefined,
  digest?: string,
])[] = [
  ['ghcr.io/acme/app', 'ghcr.io', 'acme/app'],
  [`ghcr.io/acme/app@${DIGEST}`, 'ghcr.io', 'acme/app', undefined, DIGEST],
  [`localhost:5000/team/app:1.2@${DIGEST}`, 'localhost:5000', 'team/app', '1.2', DIGEST],
  ['localhost/app', 'localhost', 'app'],
  ['127.0.0.1:5000/app:v1', '127.0.0.1:5000', 'app', 'v1'],
  ['[::1]:5000/app:v1', '[::1]:5000', 'app', 'v1'],
  ['[2001:db8::1]/a/b', '[2001:db8::1]', 'a/b'],
  ['Registry.Example/app', 'registry.example', 'app'],
  ['registry.example/a__b/c---d/e.f_g', 'registry.example', 'a__b/c---d/e.f_g'],
  ['registry.example/app:_UPPER.is-fine', 'registry.example', 'app', '_UPPER.is-fine'],
  ['app', 'index.docker.io', 'library/app'],
  ['app:1', 'index.docker.io', 'library/app', '1'],
  ['team/app', 'index.docker.io', 'team/app'],
  ['docker.io/app', 'index.docker.io', 'library/app'],
  ['docker.io/library/app', 'index.docker.io', 'library/app'],
  ['registry-1.docker.io/team/app', 'index.docker.io', 'team/app'],
  [`index.docker.io/team/app@${DIGEST}`, 'index.docker.io', 'team/app', undefined, DIGEST],
];

const refused: readonly (readonly [why: string, text: string, reason: RegExp])[] = [
  ['no text', '', /empty/],
  ['no repository at all', DIGEST, /names no repository/],
  ['an empty repository', 'registry.example/', /names no repository/],
  ['no repository before the digest', `@${DIGEST}`, /names no repository/],
  ['a slash at its end', 'registry.example/app/', /ends in a slash/],
  ['two slashes', 'registry.example/a//b', /not a repository/],
  ['a slash first', '/app', /not a registry host/],
  ['capitals in the repository', 'registry.example/Team/app', /capitals/],
  ['capitals in a short name', 'App', /capitals/],
  ['a repository that begins with a dash', 'registry.example/-app', /not a repository/],
  ['three underscores', 'registry.example/a___b', /not a repository/],
  ['parent folders', 'registry.example/../app', /not a repository/],
  ['an empty tag', 'registry.example/app:', /not a tag/],
  ['a tag of 129 characters', `registry.example/app:${'a'.repeat(129)}`, /not a tag/],
  ['two tags', 'registry.example/app:1:2', /not a tag/],
  ['two digests', `registry.example/app@${DIGEST}@${DIGEST}`, /more than one "@"/],
  ['an empty digest', 'registry.example/app@', /nothing stands behind/],
  ['a short digest', 'registry.example/app@sha256:abc', /not a digest/],
  ['a digest in capitals', `registry.example/app@${DIGEST.toUpperCase()}`, /not a digest/],
  ['another algorithm', `registry.example/app@sha512:${'0'.repeat(128)}`, /not a digest/],
  ['a URL', 'https://registry.example/app', /leave the scheme out/],
  ['white space', 'registry.example/app ', /white space/],
  ['a line break', 'registry.example/app\n:1', /white space/],
  ['port 0', 'registry.example:0/app', /not a registry host/],
  ['port 65536', 'registry.example:65536/app', /not a registry host/],
  ['an empty port', 'registry.example:/app', /not a registry host/],
  ['an IPv6 address without brackets', '::1/app', /not a registry host/],
  ['garbage in brackets', '[:::1]/app', /not a registry host/],
  ['a user name', 'user:pw@registry.example/app', /not a digest/],
  ['an underscore in the host', 'my_host.example/app', /not a registry host/],
  ['a query', 'registry.example/app?x=1', /not a repository/],
  ['4096 characters', `registry.example/${'a/'.repeat(2048)}a`, /longer than/],
];

describe('parseReference', () => {
  for (const [text, host, repository, tag, digest] of accepted) {
    it(`reads ${text}`, () => {
      assert.deepEqual({ ...parseReference(text) }, { host, repository, tag, digest });
    });
  }
  for (const [why, text, reason] of refused) {
    it(`refuses a reference with ${why}`, () => {
      assert.throws(() => parseReference(text), {
        code: 'REFERENCE_INVALID',
        fault: 'user',
        message: reason,
      });
    });
  }
  for (const text of [
    'user:hunter22@registry.example/app',
    'https://user:hunter22@registry.example/app',
    'https://hunter22@registry.example/app',
  ]) {
    it(`does not tell the password in ${text.replace('hunter22', '...')}`, () => {
      assert.throws(() => parseReference(text), {
        code: 'REFERENCE_INVALID',
        message: /^(?!.*hunter22).*\.\.\.@registry\.example\/app/s,
      });
    });
  }
  it('tells a reference without one as it was given', () => {
    for (const text of ['localhost:5000/app@x', 'registry.example/app:1@x', `app:1@${DIGEST}0`])
      assert.throws(
        () => parseReference(text),
        ({ message }: Error) => message.includes(JSON.stringify(text)),
      );
  });
  it('gives a value that nothing can change', () => {
    assert.ok(Object.isFrozen(parseReference('app')));
  });
});

describe('formatReference', () => {
  for (const [text] of accepted) {
    it(`prints what reads back as the same: ${text}`, () => {
      const image = parseReference(text);
      assert.deepEqual(parseReference(formatReference(image)), image);
    });
  }
  it('prints a pinned reference as it was read', () => {
    const text = `localhost:5000/team/app:1.2@${DIGEST}`;
    assert.equal(formatReference(parseReference(text)), text);
  });
});

describe('withDigest', () => {
  it('drops the tag and pins the repository', () => {
    const pinned = withDigest(parseReference('ghcr.io/acme/app:1'), DIGEST);
    assert.equal(formatReference(pinned), `ghcr.io/acme/app@${DIGEST}`);
  });
  it('refuses what is no digest', () => {
    assert.throws(() => withDigest(parseReference('app'), 'sha256:1'), { code: 'DIGEST_INVALID' });
  });
});

describe('apiHost', () => {
  it('is another host for Docker Hub alone', () => {
    assert.equal(apiHost('index.docker.io'), 'registry-1.docker.io');
    assert.equal(apiHost('ghcr.io'), 'ghcr.io');
    assert.equal(apiHost('notdocker.io'), 'notdocker.io');
  });
});
