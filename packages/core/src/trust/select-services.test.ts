import { describe, expect, it } from '@jest/globals';
import { isPublicGood } from './public-good.js';
import { namesRekorV2Alone, selectServices } from './select-services.js';
import { parseSigningConfig } from './signing-config.js';
import type { TransparencyLog } from './types.js';

const NOW = new Date('2026-06-01T00:00:00Z');
const PAST = '2024-01-01T00:00:00Z';

const service = (url: string, more: object = {}): object => ({
  url,
  majorApiVersion: 1,
  validFor: { start: PAST },
  operator: 'acme.example',
  ...more,
});

const config = (more: object): ReturnType<typeof parseSigningConfig> =>
  parseSigningConfig(
    Buffer.from(
      JSON.stringify({
        mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
        caUrls: [service('https://fulcio.example')],
        rekorTlogUrls: [service('https://rekor.example')],
        rekorTlogConfig: { selector: 'ANY' },
        tsaUrls: [service('https://tsa.example/api/v1/timestamp')],
        tsaConfig: { selector: 'ANY' },
        ...more,
      }),
    ),
    'config.json',
  );

const select = (more: object, transparencyLog: TransparencyLog = 'rekor-v1') =>
  selectServices(config(more), NOW, { transparencyLog });

describe('selectServices', () => {
  it('takes one of each service of a plain config', () => {
    expect(select({})).toEqual({
      fulcioUrl: 'https://fulcio.example',
      rekorUrls: ['https://rekor.example'],
      rekorVersion: 1,
      tsaUrls: ['https://tsa.example/api/v1/timestamp'],
      publicServices: [],
    });
  });

  const chosen: readonly (readonly [
    why: string,
    logs: readonly object[],
    config: object,
    urls: readonly string[],
  ])[] = [
    [
      'a service that is announced for later',
      [
        service('https://later.example', { validFor: { start: '2099-01-01T00:00:00Z' } }),
        service('https://now.example'),
      ],
      { selector: 'ANY' },
      ['https://now.example'],
    ],
    [
      'a service that has ended',
      [
        service('https://ended.example', {
          validFor: { start: '2026-01-01T00:00:00Z', end: '2026-05-31T23:59:59Z' },
        }),
        service('https://now.example'),
      ],
      { selector: 'ANY' },
      ['https://now.example'],
    ],
    [
      'Rekor v2 beside v1, however new',
      [
        service('https://v2.example', { majorApiVersion: 2, validFor: { start: '2026-05-01T00:00:00Z' } }),
        service('https://v1.example'),
      ],
      { selector: 'ANY' },
      ['https://v1.example'],
    ],
    [
      'the older of two services of one operator',
      [
        service('https://old.example'),
        service('https://new.example', { validFor: { start: '2026-01-01T00:00:00Z' } }),
      ],
      { selector: 'ALL' },
      ['https://new.example'],
    ],
  ];
  for (const [why, rekorTlogUrls, rekorTlogConfig, urls] of chosen) {
    it(`passes over ${why}`, () => {
      expect(select({ rekorTlogUrls, rekorTlogConfig }).rekorUrls).toEqual(urls);
    });
  }

  it('takes a service at the very second its validity ends', () => {
    const validFor = { start: PAST, end: NOW.toISOString() };
    expect(select({ caUrls: [service('https://fulcio.example', { validFor })] }).fulcioUrl).toBe(
      'https://fulcio.example',
    );
  });

  it('takes as many as the selector says, of different operators', () => {
    const tsaUrls = ['a', 'b', 'c'].map((name) => service(`https://${name}.example`, { operator: name }));
    expect(select({ tsaUrls, tsaConfig: { selector: 'EXACT', count: 2 } }).tsaUrls).toHaveLength(2);
    expect(select({ tsaUrls, tsaConfig: { selector: 'ALL' } }).tsaUrls).toHaveLength(3);
  });

  const refused: readonly (readonly [why: string, more: object, message: RegExp])[] = [
    [
      'Rekor v2 alone',
      { rekorTlogUrls: [service('https://v2.example', { majorApiVersion: 2 })] },
      /Rekor v2.*transparency-log: rekor-v2.*signing-config/,
    ],
    [
      'logs of the past alone',
      { rekorTlogUrls: [service('https://x.example', { validFor: { start: PAST, end: PAST } })] },
      /no Rekor v1 log/,
    ],
    ['fewer services than it asks for', { tsaConfig: { selector: 'EXACT', count: 2 } }, /asks for 2/],
    ['EXACT without a count', { tsaConfig: { selector: 'EXACT' } }, /no count/],
    ['services without a selector', { tsaConfig: {} }, /selector/],
    ['an address that is no URL', { caUrls: [service('fulcio')] }, /no http\(s\) URL/],
    [
      'an address with a password',
      { caUrls: [service('https://user:secret@fulcio.example')] },
      /no http\(s\) URL/,
    ],
  ];
  for (const [why, more, message] of refused) {
    it(`refuses a config with ${why}`, () => {
      let thrown: unknown;
      try {
        select(more);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toMatchObject({ code: 'SIGNING_CONFIG_INVALID', fault: 'user' });
      expect(String(thrown)).toMatch(message);
    });
  }

  it('writes to no log when none is wanted, also where the config knows Rekor v2 alone', () => {
    const rekorTlogUrls = [service('https://v2.example', { majorApiVersion: 2 })];
    expect(select({ rekorTlogUrls }, 'none').rekorUrls).toEqual([]);
  });

  it('writes to no log when the config lists none', () => {
    expect(select({ rekorTlogUrls: [], rekorTlogConfig: undefined }).rekorUrls).toEqual([]);
  });

  const v2 = (url: string, more: object = {}) => service(url, { majorApiVersion: 2, ...more });

  it('takes Rekor v2 where it is named, whatever else there is', () => {
    const rekorTlogUrls = [service('https://v1.example'), v2('https://v2.example')];
    const { rekorUrls, rekorVersion } = select({ rekorTlogUrls }, 'rekor-v2');
    expect([rekorUrls, rekorVersion]).toEqual([['https://v2.example'], 2]);
    expect(select({ rekorTlogUrls }).rekorVersion).toBe(1);
  });

  it('takes the log of a URL as what was named', () => {
    const urls = { kind: 'urls', rekorUrl: 'https://log2025-1.rekor.sigstore.dev' } as const;
    const { rekorUrls, rekorVersion, publicServices } = selectServices(urls, NOW, {
      transparencyLog: 'rekor-v2',
    });
    expect([rekorUrls, rekorVersion, publicServices]).toEqual([[urls.rekorUrl], 2, ['rekor']]);
  });

  const noV2: readonly (readonly [why: string, rekorTlogUrls: readonly object[]])[] = [
    ['no log at all', []],
    ['Rekor v1 alone', [service('https://v1.example')]],
    ['a Rekor v2 of later', [v2('https://v2.example', { validFor: { start: '2099-01-01T00:00:00Z' } })]],
    ['a Rekor of a version to come', [service('https://v3.example', { majorApiVersion: 3 })]],
  ];
  for (const [why, rekorTlogUrls] of noV2) {
    it(`refuses a config with ${why} where Rekor v2 is asked for`, () => {
      expect(() => select({ rekorTlogUrls }, 'rekor-v2')).toThrow(
        expect.objectContaining({ code: 'SIGNING_CONFIG_INVALID' }),
      );
    });
  }

  it('knows a config that names Rekor v2 alone', () => {
    const names = (rekorTlogUrls: readonly object[]) => namesRekorV2Alone(config({ rekorTlogUrls }), NOW);
    expect(names([v2('https://v2.example')])).toBe(true);
    expect(names([v2('https://v2.example'), service('https://v1.example')])).toBe(false);
    expect(names([])).toBe(false);
  });

  it('names the chosen services that publish to everyone', () => {
    const urls = { fulcioUrl: 'https://fulcio.sigstore.dev', rekorUrl: 'https://rekor.sigstage.dev' };
    const services = selectServices({ kind: 'urls', ...urls }, NOW, { transparencyLog: 'rekor-v1' });
    expect(services.publicServices).toEqual(['fulcio', 'rekor']);
    expect(
      selectServices({ kind: 'urls', ...urls }, NOW, { transparencyLog: 'none' }).publicServices,
    ).toEqual(['fulcio']);
  });

  it.each(['[]', 'null', '{}', '{"mediaType":"application/vnd.dev.sigstore.signingconfig.v0.1+json"}', '{'])(
    'refuses %s as a signing config',
    (text) => {
      expect(() => parseSigningConfig(Buffer.from(text), 'x')).toThrow(
        expect.objectContaining({ code: 'SIGNING_CONFIG_INVALID' }),
      );
    },
  );
});

describe('isPublicGood', () => {
  it.each([
    'https://fulcio.sigstore.dev',
    'https://REKOR.sigstore.dev/x',
    'https://rekor.sigstore.dev.:443',
    'https://a.b.sigstage.dev',
  ])('knows %s', (url) => {
    expect(isPublicGood(url)).toBe(true);
  });
  it.each([
    'https://sigstore.dev.evil.example',
    'https://evilsigstore.dev',
    'https://x.example/sigstore.dev',
    'https://fulcio.sigstore.dev@x.example',
    'nothing',
  ])('does not take %s for it', (url) => {
    expect(isPublicGood(url)).toBe(false);
  });
});
