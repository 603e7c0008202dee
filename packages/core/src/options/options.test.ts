import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { CountersignError } from '../errors.js';
import { formatReference } from '../reference/index.js';
import {
  parseAttest,
  parseGet,
  parseSign,
  parseTree,
  parseVerify,
  type OptionEdge,
  type RawValues,
} from './index.js';

const A = `sha256:${'a'.repeat(64)}`;
const B = `sha256:${'b'.repeat(64)}`;
const IMAGE = `registry.example/team/app@${A}`;
const KEYS = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PUBLIC_PEM = KEYS.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const PRIVATE_PEM = KEYS.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const FILES: Readonly<Record<string, string>> = {
  'sbom.json': '{}',
  'arm.json': '{"arm":true}',
  'predicate.json': '{"ok":true}',
  'signing.pem': PRIVATE_PEM,
  'signing.pub': PUBLIC_PEM,
};

interface Trial {
  readonly edge: OptionEdge;
  readonly masked: string[];
}

function trial(env: OptionEdge['env'] = {}): Trial {
  const masked: string[] = [];
  const edge: OptionEdge = {
    env,
    readFile: (path) => {
      const text = FILES[path];
      if (text !== undefined) return Promise.resolve(Buffer.from(text));
      return Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }));
    },
    identity: {
      runner: undefined,
      sigstoreIdToken: undefined,
      situation: 'not-a-runner',
      mask: (secret) => masked.push(secret),
    },
  };
  return { edge, masked };
}

const imagesOf = async (raw: RawValues): Promise<string[]> => {
  const { options } = await parseSign(raw, trial().edge);
  return options.images.map(formatReference);
};

type Command = 'sign' | 'attest' | 'verify' | 'tree' | 'get';
const PARSE: Readonly<Record<Command, (raw: RawValues, edge: OptionEdge) => Promise<unknown>>> = {
  sign: parseSign,
  attest: parseAttest,
  verify: parseVerify,
  tree: parseTree,
  get: parseGet,
};

describe('the images of a run', () => {
  const read: readonly (readonly [how: string, raw: RawValues, images: readonly string[]])[] = [
    [
      'lines of images',
      { images: `${IMAGE}\n\n  other.example/x@${B}\r\n` },
      [IMAGE, `other.example/x@${B}`],
    ],
    ['image and digest', { image: 'registry.example/team/app', digest: A }, [IMAGE]],
    ['image with a tag and digest', { image: 'registry.example/team/app:1.0', digest: A }, [IMAGE]],
    ['a digest that holds its name', { digest: `registry.example/team/app@${A}` }, [IMAGE]],
    [
      'an image and a digest that holds the same name',
      { image: 'registry.example/team/app', digest: `registry.example/team/app@${A}` },
      [IMAGE],
    ],
    [
      'one image written twice, once with a tag',
      { images: `${IMAGE}\nregistry.example/team/app:1.0@${A}` },
      [IMAGE],
    ],
  ];
  for (const [how, raw, images] of read) {
    it(`are read from ${how}`, async () => {
      assert.deepEqual(await imagesOf(raw), images);
    });
  }
});

describe('wrong inputs', () => {
  const refused: readonly (readonly [
    why: string,
    command: Command,
    raw: RawValues,
    code: string,
    named: RegExp,
  ])[] = [
    ['no image', 'sign', {}, 'INPUT_MISSING', /image/i],
    ['an empty list of images', 'sign', { images: ' \n ' }, 'INPUT_MISSING', /image/i],
    ['a digest without an image', 'sign', { digest: A }, 'INPUT_MISSING', /digest/],
    ['images and image', 'sign', { images: IMAGE, image: 'a.example/b' }, 'INPUTS_CONTRADICT', /images/],
    ['images and digest', 'sign', { images: IMAGE, digest: A }, 'INPUTS_CONTRADICT', /images/],
    [
      'a digest that names another repository',
      'sign',
      { image: 'registry.example/team/app', digest: `evil.example/team/app@${A}` },
      'INPUTS_CONTRADICT',
      /evil\.example/,
    ],
    [
      'an image that holds another digest',
      'sign',
      { image: `registry.example/team/app@${B}`, digest: A },
      'INPUTS_CONTRADICT',
      /digest/,
    ],
    [
      'a digest of another algorithm',
      'sign',
      { image: 'a.example/b', digest: 'sha512:00' },
      'DIGEST_INVALID',
      /digest/,
    ],
    [
      'a digest in capitals',
      'sign',
      { image: 'a.example/b', digest: A.toUpperCase() },
      'DIGEST_INVALID',
      /digest/,
    ],
    ['a reference with capitals', 'sign', { images: `a.example/B@${A}` }, 'REFERENCE_INVALID', /capitals/],
    [
      'more images than are taken',
      'sign',
      { images: Array.from({ length: 101 }, (_, index) => `a.example/b${index}@${A}`).join('\n') },
      'INPUT_INVALID',
      /101 images/,
    ],
    ['a boolean that is a word', 'sign', { images: IMAGE, 'dry-run': 'yes' }, 'INPUT_INVALID', /dry-run/],
    ['a boolean in mixed case', 'sign', { images: IMAGE, 'dry-run': 'tRUE' }, 'INPUT_INVALID', /dry-run/],
    ['a choice that is none', 'sign', { images: IMAGE, layouts: 'both' }, 'INPUT_INVALID', /layouts/],
    [
      'a choice in other case',
      'verify',
      { images: IMAGE, mode: 'Warn', 'source-repository': 'a/b' },
      'INPUT_INVALID',
      /mode/,
    ],
    ['a name that does not exist', 'sign', { images: IMAGE, imagse: 'x' }, 'INPUT_UNKNOWN', /imagse/],
    ['an input of another command', 'sign', { images: IMAGE, require: 'sbom' }, 'INPUT_UNKNOWN', /require/],
    [
      'a settings line that does not exist',
      'sign',
      { images: IMAGE, settings: 'retrywindow: 1m' },
      'INPUT_UNKNOWN',
      /retrywindow/,
    ],
    [
      'a settings line without a colon',
      'sign',
      { images: IMAGE, settings: 'settle 1s' },
      'INPUT_INVALID',
      /settings/,
    ],
    [
      'a settings line given twice',
      'sign',
      { images: IMAGE, settings: 'settle: 1s\nsettle: 2s' },
      'INPUTS_CONTRADICT',
      /settle/,
    ],
    [
      'a duration without a unit',
      'sign',
      { images: IMAGE, settings: 'settle: 300' },
      'INPUT_INVALID',
      /settle/,
    ],
    [
      'a duration of days',
      'sign',
      { images: IMAGE, settings: 'retry-window: 25h' },
      'INPUT_INVALID',
      /retry-window/,
    ],
    ['a negative duration', 'sign', { images: IMAGE, settings: 'settle: -1s' }, 'INPUT_INVALID', /settle/],
    [
      'no referrers at all',
      'sign',
      { images: IMAGE, settings: 'max-referrers: 0' },
      'INPUT_INVALID',
      /max-referrers/,
    ],
    [
      'a count in hexadecimal',
      'sign',
      { images: IMAGE, settings: 'max-referrers: 0x40' },
      'INPUT_INVALID',
      /max-referrers/,
    ],
    [
      'a plain-http host with a scheme',
      'sign',
      { images: IMAGE, settings: 'plain-http: http://a.example' },
      'INPUT_INVALID',
      /plain-http/,
    ],
    [
      'a URL that is none',
      'sign',
      { images: IMAGE, settings: 'rekor-url: rekor' },
      'INPUT_INVALID',
      /rekor-url/,
    ],
    [
      'a URL of another scheme',
      'sign',
      { images: IMAGE, settings: 'fulcio-url: file:///etc' },
      'INPUT_INVALID',
      /fulcio-url/,
    ],
    [
      'a signing config and a URL',
      'sign',
      { images: IMAGE, settings: 'signing-config: c.json\nrekor-url: https://r.example' },
      'INPUTS_CONTRADICT',
      /signing-config/,
    ],
    [
      'a hash that is none',
      'verify',
      { images: IMAGE, settings: 'trusted-root: r.json\ntrusted-root-sha256: abc' },
      'INPUT_INVALID',
      /trusted-root-sha256/,
    ],
    [
      'a hash without a file',
      'verify',
      { images: IMAGE, settings: `trusted-root-sha256: ${'0'.repeat(64)}` },
      'INPUTS_CONTRADICT',
      /trusted-root-sha256/,
    ],
    [
      'a trusted root and a TUF mirror',
      'verify',
      {
        images: IMAGE,
        settings: 'trusted-root: r.json\ntuf-mirror: https://tuf.example\ntuf-root: root.json',
      },
      'INPUTS_CONTRADICT',
      /trusted-root and tuf-mirror/,
    ],
    [
      'a TUF mirror without its root',
      'verify',
      { images: IMAGE, settings: 'tuf-mirror: https://tuf.example' },
      'INPUTS_CONTRADICT',
      /tuf-root/,
    ],
    [
      'a TUF root without its mirror',
      'sign',
      { images: IMAGE, settings: 'tuf-root: root.json' },
      'INPUTS_CONTRADICT',
      /tuf-mirror/,
    ],
    [
      'a hash of the trusted root of a TUF mirror',
      'verify',
      {
        images: IMAGE,
        settings: `tuf-mirror: https://tuf.example\ntuf-root: root.json\ntrusted-root-sha256: ${'0'.repeat(64)}`,
      },
      'INPUTS_CONTRADICT',
      /trusted-root-sha256/,
    ],
    [
      'a TUF mirror of another scheme',
      'verify',
      { images: IMAGE, settings: 'tuf-mirror: file:///srv/tuf\ntuf-root: root.json' },
      'INPUT_INVALID',
      /tuf-mirror/,
    ],
    [
      'a TUF mirror with a password',
      'verify',
      { images: IMAGE, settings: 'tuf-mirror: https://u:p4ss@tuf.example\ntuf-root: root.json' },
      'INPUT_INVALID',
      /^(?!.*p4ss).*tuf-mirror/,
    ],
    [
      'a user name without a password',
      'sign',
      { images: IMAGE, 'registry-username': 'u' },
      'INPUTS_CONTRADICT',
      /registry-password/,
    ],
    [
      'a password without a user name',
      'sign',
      { images: IMAGE, 'registry-password': 'p' },
      'INPUTS_CONTRADICT',
      /registry-username/,
    ],
    [
      'one password for two registries',
      'sign',
      { images: `${IMAGE}\nother.example/x@${A}`, 'registry-username': 'u', 'registry-password': 'p' },
      'INPUTS_CONTRADICT',
      /several registries/,
    ],
    ['a key that is not there', 'sign', { images: IMAGE, key: 'none.pem' }, 'INPUT_INVALID', /key/],
    [
      'a key in a variable that is not set',
      'sign',
      { images: IMAGE, key: 'env://NO_KEY' },
      'INPUT_INVALID',
      /NO_KEY/,
    ],
    [
      'two keys to sign with',
      'sign',
      { images: IMAGE, key: 'signing.pem\nsigning.pub' },
      'INPUTS_CONTRADICT',
      /key/,
    ],
    [
      'a key and a token',
      'sign',
      { images: IMAGE, key: 'signing.pem', 'identity-token': 'x' },
      'INPUTS_CONTRADICT',
      /identity-token/,
    ],
    [
      'services by URLs without a log',
      'sign',
      { images: IMAGE, settings: 'fulcio-url: https://f.example\ntimestamp-server-url: https://t.example' },
      'INPUT_MISSING',
      /rekor-url/,
    ],
    ...['constructor', 'toString', '__proto__'].map(
      (word): readonly [string, Command, RawValues, string, RegExp] => [
        `a boolean that is the word ${word}`,
        'verify',
        { images: IMAGE, 'source-repository': 'a/b', 'deny-self-hosted-runners': word },
        'INPUT_INVALID',
        /deny-self-hosted-runners/,
      ],
    ),
    ['nothing to attest', 'attest', { images: IMAGE }, 'INPUT_MISSING', /attest/],
    [
      'an SBOM that is not there',
      'attest',
      { images: IMAGE, sbom: 'none.json' },
      'INPUT_INVALID',
      /sbom.*none\.json/,
    ],
    [
      'a predicate without its type',
      'attest',
      { images: IMAGE, 'predicate-path': 'predicate.json' },
      'INPUTS_CONTRADICT',
      /predicate-type/,
    ],
    [
      'a type without its predicate',
      'attest',
      { images: IMAGE, 'predicate-type': 'https://a.example/t' },
      'INPUTS_CONTRADICT',
      /predicate-path/,
    ],
    ['a get of nobody', 'get', { images: IMAGE, type: 'spdx' }, 'INPUT_MISSING', /signature counts/],
    ['a get of nothing', 'get', { images: IMAGE, 'source-repository': 'a/b' }, 'INPUT_MISSING', /^type /],
    [
      'a get of a signature',
      'get',
      { images: IMAGE, 'source-repository': 'a/b', type: 'signature' },
      'INPUT_INVALID',
      /type/,
    ],
    [
      'a get of a type everywhere',
      'get',
      { images: IMAGE, 'source-repository': 'a/b', type: 'spdx@all' },
      'INPUT_INVALID',
      /type/,
    ],
    [
      'a get of two images',
      'get',
      { images: `${IMAGE}\nregistry.example/team/b@${B}`, 'source-repository': 'a/b', type: 'spdx' },
      'INPUTS_CONTRADICT',
      /several/,
    ],
    ['nobody whose signature counts', 'verify', { images: IMAGE }, 'INPUT_MISSING', /signature counts/],
    [
      'only facts that narrow',
      'verify',
      { images: IMAGE, 'source-ref': 'refs/heads/main' },
      'INPUT_MISSING',
      /narrow/,
    ],
    [
      'an identity without an issuer',
      'verify',
      { images: IMAGE, 'certificate-identity': 'me@a.example' },
      'INPUT_MISSING',
      /certificate-oidc-issuer/,
    ],
    [
      'a private key to verify with',
      'verify',
      { images: IMAGE, key: 'signing.pem' },
      'KEY_INVALID',
      /signing\.pem.*private key/,
    ],
    [
      'a requirement that is not known',
      'verify',
      { images: IMAGE, 'source-repository': 'a/b', require: 'sbmo' },
      'INPUT_INVALID',
      /sbmo/,
    ],
    ['a narrowing fact alone', 'tree', { images: IMAGE, 'build-trigger': 'push' }, 'INPUT_MISSING', /narrow/],
  ];
  for (const [why, command, raw, code, named] of refused) {
    it(`are refused: ${why}`, async () => {
      await assert.rejects(PARSE[command](raw, trial().edge), (error: unknown) => {
        assert.ok(error instanceof CountersignError);
        assert.deepEqual([error.code, error.fault], [code, 'user']);
        assert.match(error.message, named);
        assert.ok(error.remedy.length > 10, 'says what to do');
        return true;
      });
    });
  }

  it('are answered with the name that was likely meant', async () => {
    await assert.rejects(parseVerify({ images: IMAGE, 'certificate-idenity': 'x' }, trial().edge), {
      code: 'INPUT_UNKNOWN',
      remedy: 'Did you mean certificate-identity?',
    });
  });
});

describe('a secret in a wrong place', () => {
  const shown = async (raw: RawValues): Promise<string> => {
    const error = await parseSign({ images: IMAGE, ...raw }, trial().edge).catch((reason: unknown) => reason);
    assert.ok(error instanceof CountersignError);
    return `${error.message} ${error.remedy}`;
  };
  it('is not shown: a private key given as the input key itself', async () => {
    const text = await shown({ key: PRIVATE_PEM });
    for (const line of PRIVATE_PEM.trim().split('\n')) assert.ok(!text.includes(line));
  });
  it('is not shown: a password in the URL of a service', async () => {
    assert.doesNotMatch(await shown({ settings: 'rekor-url: https://u:hunter2@r.example' }), /hunter2/);
  });
});

describe('the options that are read', () => {
  it('have the defaults of the catalogue where nothing is given', async () => {
    const { options, retryWindowMs, explicitCredentials } = await parseSign({ images: IMAGE }, trial().edge);
    assert.partialDeepStrictEqual(options, {
      allowTag: false,
      platforms: 'all',
      plainHttpHosts: [],
      trust: { kind: 'public-good' },
      layouts: 'all',
      onMissingIdentity: 'fail',
      signingConfig: { kind: 'public-good' },
      transparencyLog: 'rekor-v1',
      publicLog: 'refuse',
      maxReferrers: 50,
      settleMs: 300,
      unsafeNoSettle: false,
      dryRun: false,
    });
    assert.equal(options.key, undefined);
    assert.deepEqual([retryWindowMs, explicitCredentials], [600_000, []]);
  });

  it('take Rekor v2 where it is named, with the log from a URL', async () => {
    const raw = { images: IMAGE, 'transparency-log': 'rekor-v2', 'rekor-url': 'https://log.example' };
    const { options } = await parseSign(raw, trial().edge);
    assert.partialDeepStrictEqual(options, {
      transparencyLog: 'rekor-v2',
      signingConfig: { kind: 'urls', rekorUrl: 'https://log.example' },
    });
    await assert.rejects(parseSign({ ...raw, 'transparency-log': 'rekor' }, trial().edge), {
      code: 'INPUT_INVALID',
    });
  });

  for (const [text, value] of [
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
  ] as const) {
    it(`take ${text} for ${value}`, async () => {
      const { options } = await parseSign({ images: IMAGE, 'dry-run': text }, trial().edge);
      assert.equal(options.dryRun, value);
    });
  }

  it('take the lines of settings, comments and list lines among them', async () => {
    const settings =
      '# services\nfulcio-url: https://f.example\n\n rekor-url : https://r.example:3000/x\nplain-http: a.example\nplain-http: b.example:5000\nretry-window: 90s\n';
    const { options, retryWindowMs } = await parseSign({ images: IMAGE, settings }, trial().edge);
    assert.deepEqual(options.signingConfig, {
      kind: 'urls',
      fulcioUrl: 'https://f.example',
      rekorUrl: 'https://r.example:3000/x',
    });
    assert.deepEqual(options.plainHttpHosts, ['a.example', 'b.example:5000']);
    assert.equal(retryWindowMs, 90_000);
  });

  const ENV = { COUNTERSIGN_TRUSTED_ROOT: '/env/root.json', COUNTERSIGN_SIGNING_CONFIG: '/env/config.json' };
  it('read scans and VEX documents beside SBOMs, each as what it was given', async () => {
    const { options } = await parseAttest(
      {
        images: IMAGE,
        sbom: 'sbom.json',
        'vulnerability-report': 'linux/arm64=arm.json',
        openvex: 'sbom.json',
      },
      trial().edge,
    );
    assert.deepEqual(
      options.documents.map(({ kind, platform, path }) => [kind, platform, path]),
      [
        ['sbom', undefined, 'sbom.json'],
        ['vulnerability-report', 'linux/arm64', 'arm.json'],
        ['openvex', undefined, 'sbom.json'],
      ],
    );
  });

  it('say which predicate get is to print', async () => {
    const { options } = await parseGet(
      { images: IMAGE, 'source-repository': 'a/b', type: 'vuln', platform: 'linux/amd64' },
      trial().edge,
    );
    assert.deepEqual(options.requirement.predicateTypes, ['https://cosign.sigstore.dev/attestation/vuln/v1']);
    assert.deepEqual([options.platform, options.all, options.signers.length], ['linux/amd64', false, 1]);
  });

  it('take trust and services from the environment', async () => {
    const { options } = await parseSign({ images: IMAGE }, trial(ENV).edge);
    assert.deepEqual(options.trust, { kind: 'file', path: '/env/root.json' });
    assert.deepEqual(options.signingConfig, { kind: 'file', path: '/env/config.json' });
  });

  it('let what is given go before the environment', async () => {
    const sha256 = '0'.repeat(64);
    const settings = `trusted-root: own.json\ntrusted-root-sha256: ${sha256}\nsigning-config: own-config.json`;
    const { options } = await parseSign({ images: IMAGE, settings }, trial(ENV).edge);
    assert.deepEqual(options.trust, { kind: 'file', path: 'own.json', sha256 });
    assert.deepEqual(options.signingConfig, { kind: 'file', path: 'own-config.json' });
  });

  it('take trust and services from a TUF mirror, its address in one spelling', async () => {
    const settings = 'tuf-mirror: https://TUF.example/acme/\ntuf-root: root.json';
    const source = { kind: 'tuf-mirror', mirrorUrl: 'https://tuf.example/acme', rootPath: 'root.json' };
    const { options } = await parseSign({ images: IMAGE, settings }, trial(ENV).edge);
    assert.deepEqual([options.trust, options.signingConfig], [source, source]);
    const mixed = `${settings}\nsigning-config: own-config.json`;
    const { options: own } = await parseSign({ images: IMAGE, settings: mixed }, trial().edge);
    assert.deepEqual([own.trust, own.signingConfig], [source, { kind: 'file', path: 'own-config.json' }]);
  });

  it('take a TUF mirror from the environment, where neither says otherwise', async () => {
    const env = {
      COUNTERSIGN_TUF_MIRROR: 'https://tuf.example',
      COUNTERSIGN_TUF_ROOT: '/env/tuf-root.json',
    };
    const source = { kind: 'tuf-mirror', mirrorUrl: 'https://tuf.example', rootPath: '/env/tuf-root.json' };
    const { options } = await parseSign({ images: IMAGE }, trial(env).edge);
    assert.deepEqual([options.trust, options.signingConfig], [source, source]);
    const given = await parseSign({ images: IMAGE, settings: 'trusted-root: own.json' }, trial(env).edge);
    assert.deepEqual(given.options.trust, { kind: 'file', path: 'own.json' });
    await assert.rejects(parseSign({ images: IMAGE }, trial({ ...env, ...ENV }).edge), {
      code: 'INPUTS_CONTRADICT',
    });
    await assert.rejects(
      parseSign({ images: IMAGE }, trial({ COUNTERSIGN_TUF_MIRROR: 'https://tuf.example' }).edge),
      { code: 'INPUTS_CONTRADICT' },
    );
  });

  it('bind a password to the host of the images, and hide it and the token', async () => {
    const { edge, masked } = trial();
    const { explicitCredentials } = await parseSign(
      { images: IMAGE, 'registry-username': 'u', 'registry-password': 'p4ss', 'identity-token': 'e.y.J' },
      edge,
    );
    assert.deepEqual(explicitCredentials, [{ host: 'registry.example', username: 'u', password: 'p4ss' }]);
    assert.deepEqual(masked.sort(), ['e.y.J', 'p4ss']);
  });

  it('hide a secret before another input is refused', async () => {
    const { edge, masked } = trial();
    await assert.rejects(parseSign({ images: 'BAD', 'identity-token': 'e.y.J' }, edge));
    assert.deepEqual(masked, ['e.y.J']);
  });

  it('read documents for platforms, whole and for the digest given', async () => {
    const { options } = await parseAttest(
      { images: IMAGE, sbom: 'sbom.json\nlinux/arm64=arm.json\nlinux/arm/v7=arm.json' },
      trial().edge,
    );
    assert.deepEqual(
      options.documents.map(({ platform, path }) => [platform, path]),
      [
        [undefined, 'sbom.json'],
        ['linux/arm64', 'arm.json'],
        ['linux/arm/v7', 'arm.json'],
      ],
    );
    assert.equal(Buffer.from(options.documents[1]?.bytes ?? []).toString(), FILES['arm.json']);
  });

  it('read a predicate with its type', async () => {
    const { options } = await parseAttest(
      { images: IMAGE, 'predicate-type': 'https://a.example/t', 'predicate-path': 'predicate.json' },
      trial().edge,
    );
    assert.deepEqual(
      options.predicates.map(({ type, path }) => [type, path]),
      [['https://a.example/t', 'predicate.json']],
    );
  });

  it('read a key from a file and from a variable', async () => {
    const fromFile = await parseSign({ images: IMAGE, key: 'signing.pem' }, trial().edge);
    const fromVariable = await parseSign(
      { images: IMAGE, key: 'env://SIGNING_KEY' },
      trial({ SIGNING_KEY: PRIVATE_PEM }).edge,
    );
    assert.deepEqual(fromFile.options.key, { name: 'signing.pem', pem: PRIVATE_PEM });
    assert.deepEqual(fromVariable.options.key, { name: 'env://SIGNING_KEY', pem: PRIVATE_PEM });
  });

  it('accept a repository, several identities and keys as alternatives', async () => {
    const { options } = await parseVerify(
      {
        images: IMAGE,
        'source-repository': 'acme/app\nacme/tool',
        key: 'signing.pub',
        require: 'signature\nsbom@all',
      },
      trial().edge,
    );
    assert.deepEqual(
      options.signers.map(({ kind }) => kind),
      ['certificate', 'certificate', 'key'],
    );
    assert.deepEqual(
      options.requirements.map(({ name, everywhere }) => [name, everywhere]),
      [
        ['signature', true],
        ['sbom@all', true],
      ],
    );
  });

  it('demand a signature where nothing else is required', async () => {
    const { options } = await parseVerify(
      { images: IMAGE, 'source-repository': 'a/b', platforms: 'index' },
      trial().edge,
    );
    assert.deepEqual(
      options.requirements.map(({ name, everywhere }) => [name, everywhere]),
      [['signature', false]],
    );
  });

  it('need nobody named for a tree', async () => {
    const { options } = await parseTree({ images: IMAGE }, trial().edge);
    assert.deepEqual(options.signers, []);
  });
});
