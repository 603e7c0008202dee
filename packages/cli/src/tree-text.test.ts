import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { ClaimReport, FlowReport } from '@countersign/core/flows';
import { digestOf } from '@countersign/core/oci';
import type { Style } from './style.js';
import { treeText } from './tree-text.js';

const same = (text: string): string => text;
const plain = (unicode: boolean): Style => ({ unicode, good: same, bad: same, faint: same, strong: same });

const [ROOT, AMD64] = [digestOf('root'), digestOf('amd64')];

const claim = (over: Partial<ClaimReport>): ClaimReport => ({
  subject: ROOT,
  platform: undefined,
  predicateType: 'https://sigstore.dev/cosign/sign/v1',
  layout: 'bundle-referrer',
  digest: undefined,
  identity: undefined,
  issuer: undefined,
  logIndex: undefined,
  state: 'verified',
  reason: undefined,
  ...over,
});

const report = (claims: readonly ClaimReport[]): FlowReport => ({
  command: 'tree',
  status: 'ok',
  images: [
    {
      reference: `registry.example/app@${ROOT}`,
      digest: ROOT,
      platforms: [{ platform: 'linux/amd64', digest: AMD64 }],
      claims,
      requirements: [],
      error: undefined,
    },
  ],
  bundles: [],
  signer: undefined,
  figures: { logEntries: 0, timestamps: 0, certificates: 0, storedObjects: 0, requests: {} },
  notices: [],
  error: undefined,
});

describe('the tree of an image', () => {
  it('says below its name where the claims are, if that is not beside it', () => {
    const [image] = report([]).images;
    assert.ok(image);
    const images = [{ ...image, signatureRepository: 'claims.example/\u001bacme' }];
    const [, line] = treeText({ ...report([]), images }, plain(true)).split('\n');
    assert.match(line ?? '', /^claims in claims\.example\/.*acme$/);
    assert.ok(!line?.includes('\u001b'));
  });
  it('puts each claim below the digest that it was found beside', () => {
    const claims = [
      claim({ identity: 'me', logIndex: 7 }),
      claim({ subject: AMD64, layout: 'signature-tag' }),
    ];
    assert.equal(
      treeText(report(claims), plain(true)),
      [
        `registry.example/app@${ROOT}`,
        '├─ verified  bundle-referrer  https://sigstore.dev/cosign/sign/v1',
        '│     identity   me',
        '│     log index  7',
        `└─ linux/amd64  ${AMD64}`,
        '   └─ verified  signature-tag  https://sigstore.dev/cosign/sign/v1',
      ].join('\n'),
    );
  });

  it('says where nothing is, in plain characters for a plain terminal', () => {
    assert.equal(
      treeText(report([]), plain(false)),
      [`registry.example/app@${ROOT}`, '|- no claims', `\`- linux/amd64  ${AMD64}`, '   `- no claims'].join(
        '\n',
      ),
    );
  });

  it('paints as good only what somebody vouched for', () => {
    const coloured = {
      ...plain(true),
      good: (text: string) => `good:${text}`,
      bad: (text: string) => `bad:${text}`,
    };
    const text = treeText(
      report((['verified', 'unchecked', 'rejected'] as const).map((state) => claim({ state }))),
      coloured,
    );
    assert.deepEqual(text.match(/(?:good:|bad:)?(?:verified|unchecked|rejected)/g), [
      'good:verified',
      'unchecked',
      'bad:rejected',
    ]);
  });

  it('escapes what an attacker wrote into a claim', () => {
    const text = treeText(
      report([
        claim({ state: 'rejected', predicateType: 'a\u001b[2Jb', identity: 'x\ny', reason: '\u202ez' }),
      ]),
      plain(true),
    );
    assert.ok(text.includes('a\\u{1b}[2Jb'));
    assert.ok(text.includes('x\\u{a}y'));
    assert.ok(text.includes('\\u{202e}z'));
  });
});
