import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { digestOf } from '../oci/index.js';
import { decide } from './decide.js';
import { finding, input, KEV, report, waiver } from './decide-fixture.js';
import type { DecideInput } from './decide-types.js';
import { mergePlatforms } from './merge-platforms.js';
import type { Finding } from './types.js';
import { parseVex } from './vex-document.js';

const DIGEST = digestOf('manifest');
const OTHER = digestOf('other');
const IMAGE = 'registry.example/acme/app';
const oci = (digest: string) => `pkg:oci/app@${encodeURIComponent(digest)}?repository_url=${IMAGE}`;

const parse = (document: unknown) => parseVex(Buffer.from(JSON.stringify(document)), 'app.vex.json');

const statement = (parts: object = {}) => ({
  vulnerability: { name: 'CVE-2024-1' },
  products: [{ '@id': oci(DIGEST) }],
  status: 'not_affected',
  justification: 'vulnerable_code_not_in_execute_path',
  ...parts,
});
const openvex = (statements: readonly unknown[], parts: object = {}) => ({
  '@context': 'https://openvex.dev/ns/v0.2.0',
  '@id': 'https://example.com/vex/1',
  author: 'team-app',
  timestamp: '2026-01-01T00:00:00Z',
  version: 1,
  statements,
  ...parts,
});

const judge = (documents: readonly unknown[], found: Finding = finding(), parts: Partial<DecideInput> = {}) =>
  decide(input([found], { vex: documents.map(parse), ...parts }));
const kindOf = (documents: readonly unknown[], found?: Finding, parts?: Partial<DecideInput>) =>
  judge(documents, found, parts).findings[0]?.disposition.kind;

describe('an OpenVEX statement', () => {
  const product = (id: string, parts: object = {}) => ({ products: [{ '@id': id, ...parts }] });
  const part = (id: string) => ({ subcomponents: [{ '@id': id }] });
  const cases: readonly (readonly [string, object, 'vex' | 'open'])[] = [
    ['about the digest counts', product(oci(DIGEST)), 'vex'],
    ['about another digest does not count', product(oci(OTHER)), 'open'],
    ['about a bare digest counts', product(DIGEST), 'vex'],
    [
      'about a hash counts',
      { products: [{ '@id': 'https://x', hashes: { 'sha-256': DIGEST.slice(7) } }] },
      'vex',
    ],
    ['about a pinned reference counts', product(`${IMAGE}@${DIGEST}`), 'vex'],
    ['about another pinned reference does not count', product(`${IMAGE}@${OTHER}`), 'open'],
    ['about the repository counts', product(IMAGE), 'vex'],
    ['about the repository as package URL counts', product(`pkg:oci/app?repository_url=${IMAGE}`), 'vex'],
    ['about another repository does not count', product(`${IMAGE}2`), 'open'],
    ['about a tag does not count: where it points is not known', product(`${IMAGE}:1.0`), 'open'],
    [
      'about a tag as package URL does not count',
      product(`pkg:oci/app?repository_url=${IMAGE}&tag=1.0`),
      'open',
    ],
    ['about a mere name does not count', product('pkg:oci/app'), 'open'],
    ['about an address does not count', product('https://example.com/app'), 'open'],
    ['about the package in the image counts', product(oci(DIGEST), part('pkg:npm/minimist@1.2.5')), 'vex'],
    ['about any version of the package counts', product(oci(DIGEST), part('pkg:npm/minimist')), 'vex'],
    [
      'about another package in the image does not count',
      product(oci(DIGEST), part('pkg:npm/other')),
      'open',
    ],
    ['about another version does not count', product(oci(DIGEST), part('pkg:npm/minimist@1.2.4')), 'open'],
    ['about a part that is no package URL does not count', product(oci(DIGEST), part('minimist')), 'open'],
    [
      'about the package in another image does not count',
      product(oci(OTHER), part('pkg:npm/minimist@1.2.5')),
      'open',
    ],
    ['about the package itself counts', product('pkg:npm/minimist@1.2.5'), 'vex'],
    ['about another package does not count', product('pkg:npm/minimis@1.2.5'), 'open'],
    [
      'about the package in another package does not count',
      product('pkg:npm/app@1', part('pkg:npm/minimist@1.2.5')),
      'open',
    ],
    ['without a product does not count', { products: [] }, 'open'],
    ['about another vulnerability does not count', { vulnerability: { name: 'CVE-2024-11' } }, 'open'],
    ['about an alias counts', { vulnerability: { name: 'X-1', aliases: ['CVE-2024-1'] } }, 'vex'],
    [
      'about an address of the vulnerability counts',
      { vulnerability: { '@id': 'https://nvd.nist.gov/vuln/detail/CVE-2024-1', name: 'X-1' } },
      'vex',
    ],
    ['of fixed counts', { status: 'fixed', justification: undefined }, 'vex'],
    [
      'of affected leaves it open',
      { status: 'affected', justification: undefined, action_statement: 'upgrade' },
      'open',
    ],
    [
      'of under_investigation leaves it open',
      { status: 'under_investigation', justification: undefined },
      'open',
    ],
    [
      'with an impact statement counts',
      { justification: undefined, impact_statement: 'it is not called' },
      'vex',
    ],
  ];
  for (const [what, parts, expected] of cases)
    it(what, () => {
      const { findings, unmatchedVex, result } = judge([openvex([statement(parts)])]);
      assert.equal(findings[0]?.disposition.kind, expected);
      assert.equal(result, expected === 'vex' ? 'clean' : 'violations');
      const leavesOpen = 'status' in parts;
      assert.equal(unmatchedVex.length, expected === 'vex' || leavesOpen ? 0 : 1);
    });

  it('matches an alias of the finding', () => {
    assert.equal(kindOf([openvex([statement()])], finding({ id: 'GHSA-1', aliases: ['CVE-2024-1'] })), 'vex');
  });

  it('is superseded by a later one, in whatever document and order', () => {
    const late = openvex([statement({ status: 'affected', justification: undefined })], {
      timestamp: '2026-02-01T00:00:00Z',
    });
    const early = openvex([statement()]);
    assert.equal(kindOf([late, early]), 'open');
    assert.equal(kindOf([early, late]), 'open');
    const latest = openvex([statement({ timestamp: '2026-03-01T00:00:00Z' })]);
    assert.equal(kindOf([latest, late, early]), 'vex');
  });

  it('of one time with another gives way to the one that says more', () => {
    const affected = openvex([statement({ status: 'affected', justification: undefined })]);
    assert.equal(kindOf([affected, openvex([statement()])]), 'open');
    assert.equal(kindOf([openvex([statement()]), affected]), 'open');
  });

  it('about the index is about its platforms, and about one platform not about the others', () => {
    const [index, amd64, arm64] = ['index', 'amd64', 'arm64'].map((name) => digestOf(name)) as [
      typeof DIGEST,
      typeof DIGEST,
      typeof DIGEST,
    ];
    const about = (...digests: readonly string[]) =>
      digests.map((digest) => openvex([statement({ products: [{ '@id': digest }] })]));
    const platform = { image: { names: [IMAGE], digest: amd64, index } };
    assert.equal(kindOf(about(index), finding(), platform), 'vex');
    assert.equal(kindOf(about(arm64), finding(), platform), 'open');
    const whole = {
      report: mergePlatforms(
        ['linux/amd64', 'linux/arm64'].map((name) => ({ platform: name, report: report([finding()]) })),
      ),
      image: { names: [IMAGE], digest: index, platforms: { 'linux/amd64': amd64, 'linux/arm64': arm64 } },
    };
    assert.equal(kindOf(about(index), undefined, whole), 'vex');
    assert.equal(kindOf(about(amd64), undefined, whole), 'open');
    assert.equal(kindOf(about(amd64, arm64), undefined, whole), 'vex');
  });

  it('goes before a waiver and may be about KEV: it says that the image is not affected', () => {
    const { vexCounts, waivedCounts, result } = judge([openvex([statement()])], finding({ kev: KEV }), {
      waivers: [waiver()],
    });
    assert.deepEqual([vexCounts.high, waivedCounts.high, result], [1, 0, 'clean']);
  });

  it('that matched nothing is named with its document and the reason', () => {
    const { unmatchedVex } = judge([
      openvex([
        statement({ products: [{ '@id': OTHER }] }),
        statement({ vulnerability: { name: 'CVE-1999-1' } }),
      ]),
    ]);
    assert.match(unmatchedVex[0]?.name ?? '', /^app\.vex\.json: statement 1 \(CVE-2024-1\)$/);
    assert.deepEqual(
      unmatchedVex.map(({ place, hasFinding }) => [place, hasFinding]),
      [
        [0, true],
        [1, false],
      ],
    );
  });

  const bad: readonly (readonly [string, unknown, RegExp])[] = [
    [
      'not_affected without a reason',
      openvex([statement({ justification: undefined })]),
      /neither a justification/,
    ],
    [
      'a blank reason',
      openvex([statement({ justification: undefined, impact_statement: '  ' })]),
      /neither a justification/,
    ],
    ['a justification of its own', openvex([statement({ justification: 'accepted_risk' })]), /justification/],
    ['a status of its own', openvex([statement({ status: 'waived' })]), /status/],
    ['no vulnerability', openvex([statement({ vulnerability: undefined })]), /vulnerability/],
    [
      'a vulnerability that is a text, as before 0.2.0',
      openvex([statement({ vulnerability: 'CVE-2024-1' })]),
      /vulnerability/,
    ],
    ['products that are texts, as before 0.2.0', openvex([statement({ products: [DIGEST] })]), /products/],
    [
      'another version',
      { ...openvex([statement()]), '@context': 'https://openvex.dev/ns/v0.9.0' },
      /@context/,
    ],
    ['no statements', openvex([]), /statements/],
    ['no time', openvex([statement()], { timestamp: undefined }), /timestamp/],
    ['a time that is none', openvex([statement({ timestamp: 'yesterday' })]), /timestamp/],
    ['no author', openvex([statement()], { author: undefined }), /author/],
    ['a statement of in-toto', { predicateType: 'https://openvex.dev/ns', predicate: {} }, /predicate alone/],
    ['something else', {}, /neither/],
  ];
  for (const [what, document, message] of bad)
    it(`in a document with ${what} is refused`, () => {
      assert.throws(() => parse(document), { code: 'VEX_INVALID', fault: 'user', message });
    });

  it('is refused in a file that is no JSON, or that has a member twice', () => {
    const text = JSON.stringify(openvex([statement()]));
    assert.throws(() => parseVex(Buffer.from(text.slice(1)), 'x'), { code: 'VEX_INVALID' });
    const twice = text.replace('"status":', '"status":"affected","status":');
    assert.throws(() => parseVex(Buffer.from(twice), 'x'), { code: 'VEX_INVALID' });
  });
});

describe('a CSAF document', () => {
  const APP = { name: 'app', product_id: 'APP' };
  const product = (id: string, purl: string) => ({
    name: id,
    product_id: id,
    product_identification_helper: { purl },
  });
  const csaf = (vulnerability: object = {}, tree: object = {}, document: object = {}) => ({
    document: {
      csaf_version: '2.0',
      category: 'csaf_vex',
      tracking: { current_release_date: '2026-01-01T00:00:00Z' },
      ...document,
    },
    product_tree: {
      branches: [
        {
          category: 'vendor',
          name: 'acme',
          branches: [{ category: 'product_version', name: '1', product: product('APP', oci(DIGEST)) }],
        },
      ],
      full_product_names: [
        product('LIB', 'pkg:npm/minimist@1.2.5'),
        product('OTHERAPP', oci(OTHER)),
        { name: 'Linux 9', product_id: 'OS' },
      ],
      relationships: [
        {
          category: 'default_component_of',
          product_reference: 'LIB',
          relates_to_product_reference: 'APP',
          full_product_name: { name: 'x', product_id: 'APP:LIB' },
        },
        {
          category: 'default_component_of',
          product_reference: 'LIB',
          relates_to_product_reference: 'OS',
          full_product_name: { name: 'x', product_id: 'OS:LIB' },
        },
        {
          category: 'default_component_of',
          product_reference: 'OS',
          relates_to_product_reference: 'APP',
          full_product_name: { name: 'x', product_id: 'APP:OS' },
        },
      ],
      product_groups: [{ group_id: 'G', product_ids: ['APP'] }],
      ...tree,
    },
    vulnerabilities: [
      {
        cve: 'CVE-2024-1',
        product_status: { known_not_affected: ['APP'] },
        flags: [{ label: 'vulnerable_code_not_present', product_ids: ['APP'] }],
        ...vulnerability,
      },
    ],
  });
  const about = (id: string, status = 'known_not_affected') => ({
    product_status: { [status]: [id] },
    flags: [{ label: 'vulnerable_code_not_present', product_ids: [id] }],
  });

  const cases: readonly (readonly [string, object, 'vex' | 'open'])[] = [
    ['about the image counts', {}, 'vex'],
    ['about the package counts', about('LIB'), 'vex'],
    ['about the package in the image counts', about('APP:LIB'), 'vex'],
    ['about another image does not count', about('OTHERAPP'), 'open'],
    ['about the package in a product without an identifier does not count', about('OS:LIB'), 'open'],
    ['about a part without an identifier does not count', about('APP:OS'), 'open'],
    ['about a product that it does not have does not count', about('NOBODY'), 'open'],
    ['of fixed counts', about('APP', 'fixed'), 'vex'],
    ['of known_affected leaves it open', about('APP', 'known_affected'), 'open'],
    ['of recommended says nothing', about('APP', 'recommended'), 'open'],
    [
      'with its reason by group counts',
      { flags: [{ label: 'component_not_present', group_ids: ['G'] }] },
      'vex',
    ],
    [
      'with an impact statement counts',
      { flags: [], threats: [{ category: 'impact', details: 'not called', product_ids: ['APP'] }] },
      'vex',
    ],
    [
      'about another id counts where that is an alias',
      { cve: undefined, ids: [{ system_name: 'GHSA', text: 'CVE-2024-1' }] },
      'vex',
    ],
    ['about another vulnerability does not count', { cve: 'CVE-2024-2' }, 'open'],
  ];
  for (const [what, parts, expected] of cases)
    it(what, () => {
      assert.equal(kindOf([csaf(parts)]), expected);
    });

  it('gives way to a later OpenVEX statement', () => {
    const later = openvex([statement({ status: 'affected', justification: undefined })], {
      timestamp: '2026-06-01T00:00:00Z',
    });
    assert.equal(kindOf([csaf(), later]), 'open');
  });

  const bad: readonly (readonly [string, object, RegExp])[] = [
    ['not affected without a reason', csaf({ flags: [] }), /without a flag/],
    [
      'a reason for another product',
      csaf({ flags: [{ label: 'component_not_present', product_ids: ['LIB'] }] }),
      /without a flag/,
    ],
    ['another profile', csaf({}, {}, { category: 'csaf_security_advisory' }), /category/],
    ['another version', csaf({}, {}, { csaf_version: '2.1' }), /csaf_version/],
    ['no date', csaf({}, {}, { tracking: {} }), /current_release_date/],
    ['no id', csaf({ cve: undefined }), /cve/],
    ['no status', csaf({ product_status: undefined }), /product_status/],
    [
      'one product id for two products',
      csaf({}, { branches: [], full_product_names: [APP, { ...APP, name: 'another' }] }),
      /product_id/,
    ],
    [
      'the product id of a branch once more',
      csaf({}, { branches: [{ product: APP }], full_product_names: [APP] }),
      /product_id/,
    ],
    [
      'one group id for two groups',
      csaf({}, { product_groups: ['APP', 'LIB'].map((id) => ({ group_id: 'G', product_ids: [id] })) }),
      /group_id/,
    ],
    ['branches that are none', csaf({}, { branches: {} }), /branches/],
  ];
  for (const [what, document, message] of bad)
    it(`with ${what} is refused`, () => {
      assert.throws(() => parse(document), { code: 'VEX_INVALID', message });
    });
});
