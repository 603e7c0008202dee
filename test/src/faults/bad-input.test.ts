import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { ErrorCode } from '@countersign/core/errors';
import {
  buildDemoImage,
  pushImage,
  startTestbed,
  type PushedImage,
  type Testbed,
} from '@countersign/testbed';
import { countersign } from '../cli/countersign.js';
import { spdx } from '../flows/documents.js';

type Texts = Readonly<Record<string, string>>;

/** What a row has to work with. */
interface Ground {
  readonly bed: Testbed;
  readonly folder: string;
  readonly repository: string;
  readonly image: string;
  /** Writes a file and answers its path. */
  readonly file: (name: string, content: string | Uint8Array) => Promise<string>;
  /** A folder for DOCKER_CONFIG. */
  readonly login: (name: string, config: string) => Promise<string>;
}

/** A command that must fail, the code, and what the message has to name. */
interface Row {
  readonly why: string;
  readonly args: (ground: Ground) => readonly string[] | Promise<readonly string[]>;
  readonly env?: (ground: Ground) => Texts | Promise<Texts>;
  readonly code: ErrorCode;
  readonly names: RegExp;
}

const ABSENT = `sha256:${'0'.repeat(64)}`;
const SIGNED_BY = ['--source-repository', 'acme/app'];
const NO_RUNNER: Texts = { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' };
const predicate = async (ground: Ground, type: string, name: string, content: string | Uint8Array) => [
  'attest',
  ground.image,
  '--predicate-type',
  type,
  '--predicate-path',
  await ground.file(name, content),
];
const rsa = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .publicKey.export({ type: 'spki', format: 'pem' })
    .toString();

/** Known from what was given alone: no request to anyone. */
const withoutRequest: readonly Row[] = [
  { why: 'no image', args: () => ['sign'], code: 'INPUT_MISSING', names: /image/i },
  {
    why: 'a reference in capitals',
    args: ({ bed }) => ['sign', `${bed.registry}/Acme/App@${ABSENT}`],
    code: 'REFERENCE_INVALID',
    names: /Acme\/App/,
  },
  {
    why: 'a reference of two digests',
    args: ({ image }) => ['verify', `${image}@${ABSENT}`, ...SIGNED_BY],
    code: 'REFERENCE_INVALID',
    names: /"@"/,
  },
  {
    why: 'a digest that is too short',
    args: ({ repository }) => ['sign', `${repository}@sha256:abc`],
    code: 'REFERENCE_INVALID',
    names: /sha256:abc/,
  },
  {
    why: 'a flag that there is not',
    args: ({ image }) => ['sign', image, '--layout', 'all'],
    code: 'INPUT_UNKNOWN',
    names: /--layout.*--layouts/s,
  },
  {
    why: 'a command that there is not',
    args: ({ image }) => ['sing', image],
    code: 'INPUT_UNKNOWN',
    names: /sing.*sign/s,
  },
  {
    why: 'a flag of another command',
    args: ({ image }) => ['sign', image, '--require', 'sbom'],
    code: 'INPUT_UNKNOWN',
    names: /--require/,
  },
  {
    why: 'a choice that there is not',
    args: ({ image }) => ['sign', image, '--layouts', 'both'],
    code: 'INPUT_INVALID',
    names: /layouts.*both.*all, bundle, legacy/s,
  },
  {
    why: 'a duration without a unit',
    args: ({ image }) => ['sign', image, '--retry-window', '10'],
    code: 'INPUT_INVALID',
    names: /retry-window.*10m/s,
  },
  {
    why: 'nothing to attest',
    args: ({ image }) => ['attest', image],
    code: 'INPUT_MISSING',
    names: /sbom.*provenance.*predicate-type/s,
  },
  {
    why: 'a predicate without a type',
    args: async (ground) => ['attest', ground.image, '--predicate-path', await ground.file('p.json', '{}')],
    code: 'INPUTS_CONTRADICT',
    names: /predicate-type/,
  },
  {
    why: 'a predicate that is not there',
    args: ({ image, folder }) => [
      'attest',
      image,
      '--predicate-type',
      'https://example.com/p',
      '--predicate-path',
      join(folder, 'gone.json'),
    ],
    code: 'INPUT_INVALID',
    names: /predicate-path.*gone\.json/,
  },
  {
    why: 'a predicate larger than the bound',
    args: async (ground) => {
      const args = await predicate(ground, 'https://example.com/p', 'huge.json', '');
      await truncate(join(ground.folder, 'huge.json'), 64 * 1024 * 1024 + 1);
      return args;
    },
    code: 'INPUT_INVALID',
    names: /huge\.json.*67108865.*67108864/s,
  },
  {
    why: 'a key and a token',
    args: async (ground) => [
      'sign',
      ground.image,
      '--identity-token',
      'x.y.z',
      '--key',
      await ground.file('some.pem', rsa()),
    ],
    code: 'INPUTS_CONTRADICT',
    names: /key.*identity-token/s,
  },
  {
    why: 'a signing config and the URL of a service',
    args: ({ image, bed }) => [
      'sign',
      image,
      '--signing-config',
      bed.signingConfig,
      '--rekor-url',
      bed.rekorUrl,
    ],
    code: 'INPUTS_CONTRADICT',
    names: /signing-config/,
  },
  {
    why: 'neither identity nor key to verify by',
    args: ({ image }) => ['verify', image],
    code: 'INPUT_MISSING',
    names: /certificate-identity|source-repository/,
  },
  {
    why: 'a pattern that is none',
    args: ({ image }) => [
      'verify',
      image,
      '--certificate-identity-regexp',
      '(',
      '--certificate-oidc-issuer',
      'https://i.example',
    ],
    code: 'INPUT_INVALID',
    names: /certificate-identity-regexp/,
  },
];

/** Known before anything is signed: at most the registry is asked, and nothing is written to it. */
const beforeSigning: readonly Row[] = [
  {
    why: 'a tag without permission',
    args: ({ repository }) => ['sign', `${repository}:latest`],
    code: 'TAG_NOT_ALLOWED',
    names: /latest.*sha256:[0-9a-f]{64}.*allow-tag/s,
  },
  {
    why: 'neither tag nor digest',
    args: ({ repository }) => ['sign', repository],
    code: 'REFERENCE_INVALID',
    names: /neither a digest nor a tag/,
  },
  {
    why: 'a digest that is not there',
    args: ({ repository }) => ['sign', `${repository}@${ABSENT}`],
    code: 'IMAGE_NOT_FOUND',
    names: new RegExp(ABSENT),
  },
  {
    why: 'a digest that is not there, to verify',
    args: ({ repository }) => ['verify', `${repository}@${ABSENT}`, ...SIGNED_BY],
    code: 'IMAGE_NOT_FOUND',
    names: new RegExp(ABSENT),
  },
  {
    why: 'a wrong password (401)',
    args: ({ image }) => [
      'sign',
      image,
      '--registry-username',
      'testbed',
      '--registry-password',
      'wrong-secret',
    ],
    code: 'REGISTRY_UNAUTHORIZED',
    names: /401.*registry-username/s,
  },
  {
    why: 'no password (401)',
    args: ({ image }) => ['verify', image, ...SIGNED_BY],
    env: ({ folder }) => ({ DOCKER_CONFIG: folder }),
    code: 'REGISTRY_UNAUTHORIZED',
    names: /401.*no credentials/is,
  },
  {
    why: 'a user who may only read (403)',
    args: ({ image }) => ['sign', image],
    env: async ({ bed, login }) => ({
      DOCKER_CONFIG: await login('reader', bed.services.registry.readerAuth?.dockerConfig() ?? ''),
    }),
    code: 'REGISTRY_FORBIDDEN',
    names: /403.*acme\/app.*config\.json/s,
  },
  {
    why: 'a credentials file that does not parse',
    args: ({ image }) => ['sign', image],
    env: async ({ login }) => ({ DOCKER_CONFIG: await login('broken', '{"auths":') }),
    code: 'CREDENTIALS_INVALID',
    names: /config\.json/,
  },
  {
    why: 'no permission to ask for a token',
    args: ({ image }) => ['sign', image],
    env: () => ({ ...NO_RUNNER, GITHUB_ACTIONS: 'true' }),
    code: 'IDENTITY_TOKEN_MISSING',
    names: /permissions:\s+contents: read\s+id-token: write/,
  },
  {
    why: 'no token outside of a runner',
    args: ({ image }) => ['sign', image],
    env: () => NO_RUNNER,
    code: 'IDENTITY_TOKEN_MISSING',
    names: /SIGSTORE_ID_TOKEN/,
  },
  {
    why: 'a runner that refuses to give a token',
    args: ({ image }) => ['sign', image],
    env: () => ({ ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-another-job' }),
    code: 'IDENTITY_TOKEN_MISSING',
    names: /401.*ACTIONS_ID_TOKEN_REQUEST_TOKEN/s,
  },
  {
    why: 'an expired token',
    args: ({ image, bed }) => ['sign', image, '--identity-token', bed.token({ exp: 1_600_000_000 })],
    code: 'IDENTITY_TOKEN_EXPIRED',
    names: /identity-token.*2020-09-13/s,
  },
  {
    why: 'a token that is none',
    args: ({ image }) => ['sign', image],
    env: () => ({ ...NO_RUNNER, SIGSTORE_ID_TOKEN: 'secret-that-is-no-token' }),
    code: 'IDENTITY_TOKEN_INVALID',
    names: /SIGSTORE_ID_TOKEN/,
  },
  {
    why: 'a predicate that is cut off',
    args: (ground) => predicate(ground, 'https://example.com/p', 'cut.json', '{"ok": tru'),
    code: 'PREDICATE_INVALID',
    names: /cut\.json/,
  },
  {
    why: 'a predicate that is not text',
    args: (ground) =>
      predicate(ground, 'https://example.com/p', 'bytes.json', Buffer.from([0xff, 0xfe, 0x7b])),
    code: 'PREDICATE_INVALID',
    names: /bytes\.json/,
  },
  {
    why: 'a predicate that is not of its type',
    args: (ground) =>
      predicate(ground, 'https://spdx.dev/Document', 'not-spdx.json', '{"bomFormat": "CycloneDX"}'),
    code: 'PREDICATE_INVALID',
    names: /not-spdx\.json/,
  },
  {
    why: 'a predicate type that is no URI',
    args: (ground) => predicate(ground, 'sbom', 'typed.json', '{}'),
    code: 'INPUT_INVALID',
    names: /predicate type "sbom"/,
  },
  {
    why: 'an SBOM that is none',
    args: async (ground) => [
      'attest',
      ground.image,
      '--sbom',
      await ground.file('package.json', '{"name":"app"}'),
    ],
    code: 'PREDICATE_INVALID',
    names: /package\.json/,
  },
  {
    why: 'an SBOM of another image',
    args: async (ground) => ['attest', ground.image, '--sbom', await ground.file('other.json', spdx(ABSENT))],
    code: 'DOCUMENT_SUBJECT_MISMATCH',
    names: new RegExp(ABSENT),
  },
  {
    why: 'a key that does not parse',
    args: async (ground) => [
      'sign',
      ground.image,
      '--key',
      await ground.file('bad.pem', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'),
    ],
    code: 'KEY_INVALID',
    names: /bad\.pem/,
  },
  {
    why: 'a public key to sign with',
    args: async (ground) => ['sign', ground.image, '--key', await ground.file('public.pem', rsa())],
    code: 'KEY_INVALID',
    names: /public\.pem/,
  },
  {
    why: 'a key to verify by that does not parse',
    args: async (ground) => [
      'verify',
      ground.image,
      '--key',
      await ground.file('text.pub', 'ssh-ed25519 AAAA me'),
    ],
    code: 'KEY_INVALID',
    names: /key/,
  },
  {
    why: 'a trusted root that does not parse',
    args: async (ground) => [
      'verify',
      ground.image,
      ...SIGNED_BY,
      '--trusted-root',
      await ground.file('cut-root.json', (await readFile(ground.bed.trustedRoot, 'utf8')).slice(0, 500)),
    ],
    code: 'TRUSTED_ROOT_INVALID',
    names: /cut-root\.json/,
  },
  {
    why: 'a trusted root that expired',
    args: async (ground) => [
      'verify',
      ground.image,
      ...SIGNED_BY,
      '--trusted-root',
      await ground.file('old-root.json', await expiredRoot(ground.bed)),
    ],
    code: 'TRUSTED_ROOT_EXPIRED',
    names: /old-root\.json/,
  },
  {
    why: 'a trusted root that expired, to sign',
    args: async (ground) => [
      'sign',
      ground.image,
      '--trusted-root',
      await ground.file('old-root.json', await expiredRoot(ground.bed)),
    ],
    code: 'TRUSTED_ROOT_EXPIRED',
    names: /old-root\.json/,
  },
  {
    why: 'a trusted root with another hash',
    args: ({ image }) => ['verify', image, ...SIGNED_BY, '--trusted-root-sha256', '0'.repeat(64)],
    code: 'TRUSTED_ROOT_INVALID',
    names: /SHA-256/,
  },
  {
    why: 'a trusted root that is not there',
    args: ({ image, folder }) => [
      'verify',
      image,
      ...SIGNED_BY,
      '--trusted-root',
      join(folder, 'no-root.json'),
    ],
    code: 'TRUSTED_ROOT_INVALID',
    names: /no-root\.json/,
  },
  {
    why: 'a TUF root that is a trusted root',
    args: ({ image, bed }) => [
      ...['verify', image, ...SIGNED_BY],
      ...['--tuf-mirror', bed.tufUrl, '--tuf-root', bed.trustedRoot],
    ],
    code: 'TUF_ROOT_INVALID',
    names: /trusted_root\.json/,
  },
  {
    why: 'a TUF root that is not there, to sign',
    args: ({ image, bed, folder }) => [
      ...['sign', image, '--tuf-mirror', bed.tufUrl, '--tuf-root', join(folder, 'no-tuf-root.json')],
    ],
    code: 'TUF_ROOT_INVALID',
    names: /no-tuf-root\.json/,
  },
  {
    why: 'a TUF mirror without its root',
    args: ({ image, bed }) => ['verify', image, ...SIGNED_BY, '--tuf-mirror', bed.tufUrl],
    code: 'INPUTS_CONTRADICT',
    names: /tuf-root/,
  },
  {
    why: 'a signing config that does not parse',
    args: async (ground) => [
      'sign',
      ground.image,
      '--signing-config',
      await ground.file('services.json', '[]'),
    ],
    code: 'SIGNING_CONFIG_INVALID',
    names: /services\.json/,
  },
  {
    why: 'provenance with a key',
    args: async (ground) => [
      'attest',
      ground.image,
      '--provenance',
      '--key',
      await ground.file('p8.pem', privateKey()),
    ],
    code: 'INPUTS_CONTRADICT',
    names: /key/,
  },
];

const privateKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();

/** The test bed's trusted root, every service of which ended years ago. */
const expiredRoot = async (bed: Testbed): Promise<string> =>
  (await readFile(bed.trustedRoot, 'utf8')).replaceAll(
    /"validFor":\s*\{[^}]*\}/g,
    '"validFor": { "start": "2019-01-01T00:00:00Z", "end": "2020-01-01T00:00:00Z" }',
  );

interface Printed {
  readonly status: string;
  readonly error: {
    readonly code: string;
    readonly fault: string;
    readonly message: string;
    readonly remedy: string;
  };
}

describe.each(['basic', 'token'] as const)(
  'a command that cannot be done, on a registry with %s logins',
  (auth) => {
    let bed: Testbed;
    let folder: string;
    let ground: Ground;
    let pushed: PushedImage;
    beforeAll(async () => {
      bed = await startTestbed({ auth });
      folder = await mkdtemp(join(tmpdir(), 'countersign-bad-input-'));
      pushed = await pushImage(bed.services.registry, 'acme/app', buildDemoImage([]), 'latest');
      const file: Ground['file'] = async (name, content) => {
        await writeFile(join(folder, name), content);
        return join(folder, name);
      };
      ground = {
        bed,
        folder,
        repository: `${bed.registry}/acme/app`,
        image: `${bed.registry}/acme/app@${pushed.digest}`,
        file,
        login: async (name, config) => {
          await mkdir(join(folder, name), { recursive: true });
          await file(join(name, 'config.json'), config);
          return join(folder, name);
        },
      };
    });
    afterAll(async () => {
      await bed.stop();
      await rm(folder, { recursive: true });
    });

    const assertRefused = async ({ args, env, code, names }: Row): Promise<void> => {
      const given = [...(await args(ground)), '--json'];
      const environment = { ...bed.environment, HOME: folder, ...(await env?.(ground)) };
      const result = await countersign(given, environment);
      assert.equal(result.code, 2, result.stderr);
      const { status, error } = JSON.parse(result.stdout) as Printed;
      assert.deepEqual([status, error.code, error.fault], ['error', code, 'user'], error.message);
      assert.match(`${error.message}\n${error.remedy}`, names);
      assert.notEqual(error.remedy, '');
      // The same for people, once.
      assert.equal(result.stderr.split(`(${code})`).length, 2, result.stderr);
      assert.match(result.stderr, names);
      for (const secret of [
        'wrong-secret',
        'secret-that-is-no-token',
        bed.requestToken,
        bed.auth?.password ?? '',
      ]) {
        assert.ok(!`${result.stdout}${result.stderr}`.includes(secret));
      }
    };
    const marks = () => Object.values(bed.requests).map((log) => [log, log.mark()] as const);

    // What needs no registry is not tried with each of them.
    for (const row of auth === 'basic' ? withoutRequest : []) {
      it(`ends without a request where it is given ${row.why}`, async () => {
        const before = marks();
        await assertRefused(row);
        assert.deepEqual(
          before.flatMap(([log, mark]) => log.since(mark)),
          [],
        );
      });
    }

    for (const row of auth === 'basic'
      ? beforeSigning
      : beforeSigning.filter(({ why }) => /40[13]/.test(why))) {
      it(`ends before anything is signed or written where it is given ${row.why}`, async () => {
        const { fulcio, rekor, tsa, registry } = bed.requests;
        const before = [fulcio, rekor, tsa].map((log) => [log, log.mark()] as const);
        const mark = registry.mark();
        await assertRefused(row);
        assert.deepEqual(
          before.flatMap(([log, from]) => log.since(from)),
          [],
        );
        const written = registry
          .since(mark)
          .filter(({ method, status }) => method !== 'GET' && method !== 'HEAD' && status < 300);
        assert.deepEqual(written, []);
      });
    }
  },
);
