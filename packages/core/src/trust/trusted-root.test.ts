import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import seeds from '@sigstore/tuf/seeds.json' with { type: 'json' };
import type { CountersignError } from '../errors.js';
import { createHttpClient, systemRandom } from '../http/index.js';
import { MAX_TRUSTED_ROOT_BYTES } from '../limits.js';
import { loadTrust } from './load.js';
import { checkUsable, parseTrustedRoot } from './trusted-root.js';

const PUBLIC_GOOD = Buffer.from(
  seeds['https://tuf-repo-cdn.sigstore.dev'].targets['trusted_root.json'],
  'base64',
);

interface RootJson {
  mediaType: string;
  tlogs: { publicKey: { rawBytes: string; validFor: { start?: string; end?: string } }; logId?: object }[];
  ctlogs: { publicKey: { validFor: { start?: string } } }[];
  certificateAuthorities: {
    certChain: { certificates: object[] };
    validFor: { start?: string; end?: string };
  }[];
  timestampAuthorities: { validFor: { start?: string; end?: string } }[];
}

const changed = (change: (root: RootJson) => void): Buffer => {
  const root = JSON.parse(PUBLIC_GOOD.toString()) as RootJson;
  change(root);
  return Buffer.from(JSON.stringify(root));
};

const codeOf = (run: () => unknown): string | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as CountersignError).code;
  }
};

describe('parseTrustedRoot', () => {
  it('reads the public-good trusted root', () => {
    const material = parseTrustedRoot(PUBLIC_GOOD, 'root.json');
    expect(material.trustedRoot.certificateAuthorities).not.toHaveLength(0);
    expect(material.sha256).toBe(createHash('sha256').update(PUBLIC_GOOD).digest('hex'));
  });

  const refused: readonly (readonly [why: string, bytes: Buffer])[] = [
    ['no JSON', Buffer.from('{')],
    ['JSON of another shape', Buffer.from('[1]')],
    ['null', Buffer.from('null')],
    [
      'another media type',
      changed((root) => {
        root.mediaType = 'text/plain';
      }),
    ],
    [
      'a log without the start of its validity',
      changed((root) => {
        root.tlogs.forEach((log) => {
          delete log.publicKey.validFor.start;
        });
      }),
    ],
    [
      'a CT log without the start of its validity',
      changed((root) => {
        root.ctlogs.forEach((log) => {
          delete log.publicKey.validFor.start;
        });
      }),
    ],
    [
      'an authority without the start of its validity',
      changed((root) => {
        root.timestampAuthorities.forEach((one) => {
          delete one.validFor.start;
        });
      }),
    ],
    [
      'a time that is none',
      changed((root) => {
        root.timestampAuthorities.forEach((one) => {
          one.validFor.start = 'soon';
        });
      }),
    ],
    [
      'a log without an id',
      changed((root) => {
        root.tlogs.forEach((log) => {
          delete log.logId;
        });
      }),
    ],
    [
      'a key that is none',
      changed((root) => {
        root.tlogs.forEach((log) => {
          log.publicKey.rawBytes = 'AAAA';
        });
      }),
    ],
    [
      'an authority without certificates',
      changed((root) => {
        root.certificateAuthorities.forEach((one) => {
          one.certChain.certificates = [];
        });
      }),
    ],
  ];
  for (const [why, bytes] of refused) {
    it(`refuses ${why}`, () => {
      expect(codeOf(() => parseTrustedRoot(bytes, 'root.json'))).toBe('TRUSTED_ROOT_INVALID');
    });
  }
});

describe('checkUsable', () => {
  const end = '2026-01-01T00:00:00Z';
  const expired = parseTrustedRoot(
    changed((root) => {
      root.tlogs.forEach((log) => {
        log.publicKey.validFor.end = end;
      });
      [...root.certificateAuthorities, ...root.timestampAuthorities].forEach((one) => {
        one.validFor.end = end;
      });
    }),
    'old.json',
  );

  it('refuses a root in which nothing is valid any more', () => {
    expect(
      codeOf(() => {
        checkUsable(expired, new Date('2026-01-02T00:00:00Z'));
      }),
    ).toBe('TRUSTED_ROOT_EXPIRED');
  });
  it('takes it up to its last second', () => {
    expect(
      codeOf(() => {
        checkUsable(expired, new Date(end));
      }),
    ).toBeUndefined();
  });
});

describe('loadTrust', () => {
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
  const clock = { now: () => new Date('2026-06-01T00:00:00Z'), sleep: () => Promise.resolve() };
  const http = createHttpClient({ clock, log, random: systemRandom, signal: new AbortController().signal });
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-root-'));
    await writeFile(join(folder, 'root.json'), PUBLIC_GOOD);
    await writeFile(join(folder, 'large.json'), Buffer.alloc(MAX_TRUSTED_ROOT_BYTES + 1, ' '));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const load = (sha256?: string, name = 'root.json') =>
    loadTrust(
      { kind: 'file', path: join(folder, name), ...(sha256 === undefined ? {} : { sha256 }) },
      { context: { http, clock, log }, cacheDir: '/nonexistent' },
    );
  const sha256 = createHash('sha256').update(PUBLIC_GOOD).digest('hex');

  it('takes a file whose SHA-256 is the one asked for, in either spelling', async () => {
    await expect(load(sha256)).resolves.toMatchObject({ sha256 });
    await expect(load(`sha256:${sha256.toUpperCase()}`)).resolves.toMatchObject({ sha256 });
  });
  it('refuses a file with another SHA-256', async () => {
    await expect(load(sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0')))).rejects.toMatchObject({
      code: 'TRUSTED_ROOT_INVALID',
    });
  });
  it.each(['gone.json', 'large.json'])('refuses %s, which cannot be read, by its name', async (name) => {
    await expect(load(undefined, name)).rejects.toMatchObject({
      code: 'TRUSTED_ROOT_INVALID',
      message: expect.stringContaining(name),
    });
  });
});
