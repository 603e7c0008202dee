import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { parseReference } from '../../reference/index.js';
import { CredentialFinder } from './finder.js';
import type { CredentialSources } from './types.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-credentials-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const encoded = (pair: string) => ({ auth: Buffer.from(pair).toString('base64') });
const write = (path: string, content: unknown) => {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const find = (image: string, sources: Partial<CredentialSources>) =>
  new CredentialFinder(
    { explicit: [], env: {}, homeDir: undefined, ...sources },
    new AbortController().signal,
  ).find(parseReference(image));
const docker = (config: unknown, image: string) => {
  write('config.json', config);
  return find(image, { env: { DOCKER_CONFIG: folder } });
};
/** Name and password of what was found, as `name:password`; `token:...` for an identity token. */
const summary = async (finding: ReturnType<typeof find>): Promise<string | undefined> => {
  const credential = await finding;
  if (credential === undefined) return undefined;
  return credential.kind === 'basic'
    ? `${credential.username}:${credential.password}`
    : `${credential.kind}:${credential.token}`;
};

describe('an entry of config.json', () => {
  const rows: readonly (readonly [what: string, key: string, image: string, found: boolean])[] = [
    ['its host', 'ghcr.io', 'ghcr.io/acme/app', true],
    ['its host in capitals', 'GHCR.io', 'ghcr.io/acme/app', true],
    ['its host as a URL', 'https://ghcr.io', 'ghcr.io/acme/app', true],
    ['its host as an old URL', 'https://ghcr.io/v1/', 'ghcr.io/acme/app', true],
    ['its host and port', 'localhost:5000', 'localhost:5000/app', true],
    ['the owner', 'ghcr.io/acme', 'ghcr.io/acme/app', true],
    ['the repository', 'ghcr.io/acme/app', 'ghcr.io/acme/app', true],
    ["Docker Hub's key", 'https://index.docker.io/v1/', 'app', true],
    ["Docker Hub's short name", 'docker.io', 'acme/app', true],
    ['another port', 'localhost:5000', 'localhost:5001/app', false],
    ['a host without its port', 'localhost', 'localhost:5000/app', false],
    ['a host that ends alike', 'ghcr.io', 'notghcr.io/acme/app', false],
    ['a host that begins alike', 'ghcr.io', 'ghcr.io.evil.example/acme/app', false],
    ['an owner that begins alike', 'ghcr.io/acm', 'ghcr.io/acme/app', false],
    ['a repository below', 'ghcr.io/acme/app/tools', 'ghcr.io/acme/app', false],
    ['another owner', 'ghcr.io/other', 'ghcr.io/acme/app', false],
  ];
  for (const [what, key, image, found] of rows) {
    it(`${found ? 'counts' : 'does not count'} for ${image} where it names ${what}`, async () => {
      const credential = await summary(docker({ auths: { [key]: encoded('me:pw') } }, image));
      assert.equal(credential, found ? 'me:pw' : undefined);
    });
  }

  it('counts where its path is the longest of several', async () => {
    const auths = {
      'ghcr.io': encoded('host:pw'),
      'ghcr.io/acme': encoded('owner:pw'),
      'ghcr.io/acme/app': encoded('repo:pw'),
    };
    assert.equal(await summary(docker({ auths }, 'ghcr.io/acme/app')), 'repo:pw');
    assert.equal(await summary(docker({ auths }, 'ghcr.io/acme/other')), 'owner:pw');
    assert.equal(await summary(docker({ auths }, 'ghcr.io/other/app')), 'host:pw');
  });

  it('may hold a password with colons, an identity token, or name and password apart', async () => {
    const auths = {
      'a.example': encoded('me:p:w'),
      'b.example': { ...encoded('me:'), identitytoken: 'refresh' },
      'c.example': { username: 'me', password: 'pw' },
      'd.example': { registrytoken: 'bearer' },
      'e.example': {},
    };
    assert.equal(await summary(docker({ auths }, 'a.example/x')), 'me:p:w');
    assert.equal(await summary(docker({ auths }, 'b.example/x')), 'identity-token:refresh');
    assert.equal(await summary(docker({ auths }, 'c.example/x')), 'me:pw');
    assert.equal(await summary(docker({ auths }, 'd.example/x')), 'registry-token:bearer');
    assert.equal(await summary(docker({ auths }, 'e.example/x')), undefined);
  });

  const broken: readonly (readonly [what: string, content: string])[] = [
    ['no JSON', '{"auths": {"a.example": {"auth": "c2VjcmV0'],
    ['a list', '[]'],
    ['an auth without a colon', '{"auths": {"a.example": {"auth": "c2VjcmV0"}}}'],
    ['a helper that is no name', '{"credHelpers": {"a.example": 7}}'],
  ];
  for (const [what, content] of broken) {
    it(`is refused where the file holds ${what}, with the file and without its text`, async () => {
      await assert.rejects(docker(content, 'a.example/x'), (error: Error) => {
        assert.equal('code' in error ? error.code : '', 'CREDENTIALS_INVALID');
        assert.match(error.message, /config\.json/);
        assert.doesNotMatch(error.message + String(error.cause), /c2VjcmV0|secret/);
        return true;
      });
    });
  }
});

describe('credentials', () => {
  it('are the explicit ones for exactly their host, whatever the files say', async () => {
    write('config.json', { auths: { 'ghcr.io': encoded('file:pw'), 'other.example': encoded('file:pw') } });
    const sources = {
      explicit: [{ host: 'GHCR.io', username: 'me', password: 'pw' }],
      env: { DOCKER_CONFIG: folder },
    };
    assert.equal(await summary(find('ghcr.io/acme/app', sources)), 'me:pw');
    assert.equal(await summary(find('other.example/app', sources)), 'file:pw');
    assert.equal(await summary(find('ghcr.io.evil.example/app', sources)), undefined);
  });

  it('come from DOCKER_CONFIG, else from the home folder, then from REGISTRY_AUTH_FILE', async () => {
    write('home/.docker/config.json', { auths: { 'a.example': encoded('home:pw') } });
    write('set/config.json', { auths: { 'a.example': encoded('set:pw') } });
    const containers = write('auth.json', {
      auths: { 'a.example': encoded('podman:pw'), 'b.example': encoded('podman:pw') },
    });
    const homeDir = join(folder, 'home');
    const env = { DOCKER_CONFIG: join(folder, 'set'), REGISTRY_AUTH_FILE: containers };
    assert.equal(await summary(find('a.example/x', { homeDir, env })), 'set:pw');
    assert.equal(await summary(find('a.example/x', { homeDir })), 'home:pw');
    assert.equal(await summary(find('b.example/x', { homeDir, env })), 'podman:pw');
    assert.equal(await summary(find('c.example/x', { homeDir, env })), undefined);
  });

  it('are none where no file is there', async () => {
    assert.equal(
      await find('a.example/x', { homeDir: folder, env: { DOCKER_CONFIG: join(folder, 'none') } }),
      undefined,
    );
  });
});

describe('a credential helper', () => {
  const install = (name: string, script: string) => {
    chmodSync(write(`bin/docker-credential-${name}`, `#!/bin/sh\n${script}\n`), 0o755);
  };
  const ask = (config: unknown, image: string) => {
    write('config.json', config);
    return find(image, {
      env: { DOCKER_CONFIG: folder, PATH: `${join(folder, 'bin')}:/usr/bin:/bin`, HOME: folder },
    });
  };

  it('is asked for its host, by the name Docker gives it', async () => {
    install('mine', 'read server; echo "{\\"Username\\": \\"$server\\", \\"Secret\\": \\"$1\\"}"');
    const helpers = { credHelpers: { 'ghcr.io': 'mine' }, auths: { 'ghcr.io': encoded('stale:pw') } };
    assert.equal(await summary(ask(helpers, 'ghcr.io/acme/app')), 'ghcr.io:get');
    assert.equal(await summary(ask({ credsStore: 'mine' }, 'app')), 'https://index.docker.io/v1/:get');
    assert.equal(await summary(ask({ credsStore: 'mine' }, 'localhost:5000/app')), 'localhost:5000:get');
  });

  it('may give an identity token, or know nothing', async () => {
    install('token', 'echo "{\\"Username\\": \\"<token>\\", \\"Secret\\": \\"refresh\\"}"');
    install('none', 'echo "credentials not found in native keychain"; exit 1');
    assert.equal(await summary(ask({ credsStore: 'token' }, 'ghcr.io/x')), 'identity-token:refresh');
    assert.equal(await summary(ask({ credsStore: 'none' }, 'ghcr.io/x')), undefined);
    const both = { credsStore: 'none', auths: { 'ghcr.io': encoded('me:pw') } };
    assert.equal(await summary(ask(both, 'ghcr.io/x')), 'me:pw');
  });

  it('is asked once for a host', async () => {
    install('count', `echo x >> "${join(folder, 'calls')}"; echo '{"Username":"a","Secret":"b"}'`);
    write('config.json', { credsStore: 'count' });
    const finder = new CredentialFinder(
      {
        explicit: [],
        env: { DOCKER_CONFIG: folder, PATH: `${join(folder, 'bin')}:/usr/bin:/bin` },
        homeDir: undefined,
      },
      new AbortController().signal,
    );
    await Promise.all([1, 2, 3].map(() => finder.find(parseReference('ghcr.io/acme/app'))));
    const { readFileSync } = await import('node:fs');
    assert.equal(readFileSync(join(folder, 'calls'), 'utf8'), 'x\n');
  });

  const failing: readonly (readonly [what: string, name: string, script: string | undefined])[] = [
    ['is not installed', 'missing', undefined],
    ['fails', 'fails', 'echo s3cr3t; exit 3'],
    ['answers nonsense', 'nonsense', 'echo s3cr3t'],
    [
      'answers without end',
      'endless',
      'while :; do echo s3cr3ts3cr3ts3cr3ts3cr3ts3cr3ts3cr3ts3cr3ts3cr3t; done',
    ],
    ['has a path for a name', '../../evil', undefined],
    ['has a command for a name', 'x; touch /tmp/evil', undefined],
  ];
  for (const [what, name, script] of failing) {
    it(`that ${what} is an error that names it and shows nothing of its answer`, async () => {
      if (script !== undefined) install(name, script);
      await assert.rejects(ask({ credHelpers: { 'ghcr.io': name } }, 'ghcr.io/x'), (error: Error) => {
        assert.equal('code' in error ? error.code : '', 'CREDENTIALS_INVALID');
        assert.ok(error.message.includes(`docker-credential-${name}`));
        assert.doesNotMatch(error.message, /s3cr3t/);
        return true;
      });
    });
  }
});
