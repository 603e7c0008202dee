import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { formatName, parseDistinguishedName, subjectName } from './distinguished-name.js';
import { AUTHORITY, issue, issueChain, LEAF, pemOf } from './fixture.js';
import {
  openTrustStore,
  parseTrustPolicy,
  statementFor,
  trustPolicyFiles,
  type TrustPolicy,
} from './index.js';

const STATEMENT = {
  name: 'acme',
  registryScopes: ['registry.example/team/app'],
  signatureVerification: { level: 'strict' },
  trustStores: ['ca:acme'],
  trustedIdentities: ['x509.subject: C=US, ST=WA, O=Acme'],
};

const parse = (document: unknown): TrustPolicy =>
  parseTrustPolicy(
    Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)),
    'trustpolicy.json',
  );
const policyOf = (...statements: readonly Record<string, unknown>[]): unknown => ({
  version: '1.0',
  trustPolicies: statements.map((changes) => ({ ...STATEMENT, ...changes })),
});
const verification = (value: unknown) => policyOf({ signatureVerification: value });

describe('a trust policy', () => {
  it('is read with its level, and what overrides it', () => {
    const actionsOf = (value: unknown) => parse(verification(value)).statements[0]?.actions;
    assert.deepEqual(Object.values(actionsOf({ level: 'strict' }) ?? {}), Array(5).fill('enforce'));
    assert.equal(actionsOf({ level: 'permissive' })?.expiry, 'log');
    assert.equal(actionsOf({ level: 'audit' })?.authenticity, 'log');
    const custom = actionsOf({ level: 'permissive', override: { expiry: 'enforce', revocation: 'skip' } });
    assert.equal(custom?.expiry, 'enforce');
    assert.equal(custom.revocation, 'skip');
  });

  it('holds for the repository that it names exactly, else by its wildcard, else not at all', () => {
    const both = parse(policyOf({}, { name: 'others', registryScopes: ['*'] }));
    assert.equal(statementFor(both, 'registry.example/team/app').name, 'acme');
    assert.equal(statementFor(both, 'registry.example/team/app2').name, 'others');
    assert.throws(() => statementFor(parse(policyOf({})), 'registry.example/team/app/x'), {
      code: 'TRUST_POLICY_INVALID',
      fault: 'user',
    });
  });

  const refused: readonly (readonly [why: string, document: unknown])[] = [
    ['that is no JSON', 'nothing'],
    ['that is a list', '[]'],
    ['of another version', { version: '2.0', trustPolicies: [STATEMENT] }],
    ['without a version', { trustPolicies: [STATEMENT] }],
    ['without a statement', { version: '1.0', trustPolicies: [] }],
    ['with a member that is not known', { version: '1.0', trustPolicies: [STATEMENT], extra: 1 }],
    ['with a slip in a member', policyOf({ trustedIdentitys: ['*'] })],
    ['with a member twice', JSON.stringify(policyOf({})).replace('"name"', '"name":"x","name"')],
    ['with a member in two cases', JSON.stringify(policyOf({})).replace('"name"', '"Name":"x","name"')],
    ['with two statements of one name', policyOf({}, { registryScopes: ['*'] })],
    ['with one scope in two statements', policyOf({}, { name: 'other' })],
    ['with a wildcard beside others', policyOf({ registryScopes: ['*', 'registry.example/a'] })],
    ['with a wildcard within a scope', policyOf({ registryScopes: ['registry.example/*'] })],
    ['with a scope that has a tag', policyOf({ registryScopes: ['registry.example/team/app:1'] })],
    ['with a scope without a registry', policyOf({ registryScopes: ['app'] })],
    ['without scopes', policyOf({ registryScopes: [] })],
    ['without stores', policyOf({ trustStores: [] })],
    ['without identities', policyOf({ trustedIdentities: [] })],
    ['with a store of no kind', policyOf({ trustStores: ['acme'] })],
    ['with a store of another kind', policyOf({ trustStores: ['root:acme'] })],
    ['with a store outside of its folder', policyOf({ trustStores: ['ca:..'] })],
    ['with a path as store', policyOf({ trustStores: ['ca:../../acme'] })],
    ['with an identity of another kind', policyOf({ trustedIdentities: ['email: a@acme.example'] })],
    ['with an identity without a country', policyOf({ trustedIdentities: ['x509.subject: ST=WA, O=Acme'] })],
    [
      'with identities that overlap',
      policyOf({
        trustedIdentities: ['x509.subject: C=US, ST=WA, O=Acme', 'x509.subject: C=US, ST=WA, O=Acme, CN=a'],
      }),
    ],
    [
      'with everybody beside somebody',
      policyOf({ trustedIdentities: ['*', 'x509.subject: C=US, ST=WA, O=Acme'] }),
    ],
    ['of a level that is not known', verification({ level: 'lenient' })],
    ['that skips authenticity', verification({ level: 'strict', override: { authenticity: 'skip' } })],
    ['that overrides integrity', verification({ level: 'strict', override: { integrity: 'log' } })],
    ['that overrides what is not known', verification({ level: 'strict', override: { trust: 'log' } })],
    ['that skips and names stores', verification({ level: 'skip' })],
    ['with another time of timestamps', verification({ level: 'strict', verifyTimestamp: 'never' })],
  ];
  for (const [why, document] of refused) {
    it(`is refused ${why}`, () => {
      assert.throws(() => parse(document), { code: 'TRUST_POLICY_INVALID', fault: 'user' });
    });
  }
});

describe('a distinguished name', () => {
  const read: readonly (readonly [text: string, organisation: string])[] = [
    ['C=US,ST=WA,O=Acme', 'Acme'],
    [' C = US , S = WA , O = Acme\\, Inc ', 'Acme, Inc'],
    ['C=US,ST=WA,O=Acme\\2C Inc', 'Acme, Inc'],
    ['C=US,ST=WA,O=\\C3\\84rger', 'Ärger'],
    ['C=US,ST=WA,O=a=b', 'a=b'],
    ['C=US,ST=WA,O=a\\+b\\\\', 'a+b\\'],
  ];
  for (const [text, organisation] of read) {
    it(`is read from ${text}`, () => {
      const name = parseDistinguishedName(text);
      assert.equal(name.get('O'), organisation);
      assert.equal(name.get('ST'), 'WA');
    });
  }
  for (const text of [
    '',
    'C=US',
    'C=US,ST=WA,O=',
    'C=US,C=US,ST=WA,O=a',
    'C=US,ST=WA,S=WA,O=a',
    'C=US+ST=WA,O=a',
    'C=US,ST=WA,O="a"',
    'C=US,ST=WA,O=#0401',
    'C=US,ST=WA,O=a\\=#b',
    'C=US,ST=WA,O=a\\',
    'C=US,ST=WA,O=\\zz',
    'C=US,ST=WA,O=\\FF',
    'C=US;ST=WA;O=a',
    'US,WA,a',
  ]) {
    it(`is not read from ${JSON.stringify(text)}`, () => {
      assert.throws(() => parseDistinguishedName(text));
    });
  }

  it('of a subject is written so that it is read as the same', () => {
    for (const value of ['Acme, Inc', ' a ', ' ', '  ', 'a\\ ', '#a', 'a+b=c;"<>\\', 'Ärger']) {
      const subject = [
        ['2.5.4.6', 'US'],
        ['2.5.4.8', 'WA'],
        ['2.5.4.10', value],
      ] as const;
      const { subjectAttributes } = issue({ name: 'x', subject, extensions: LEAF });
      const name = subjectName(subjectAttributes);
      assert.equal(name.get('O'), value);
      assert.deepEqual(
        new Map([...parseDistinguishedName(formatName(subjectAttributes))].sort()),
        new Map([...name].sort()),
      );
    }
  });
});

describe('a subject that notation does not compare', () => {
  it('is no distinguished name: "=#" is read as the beginning of BER there', () => {
    const subject = (value: string) =>
      issue({
        name: 'x',
        subject: [
          ['2.5.4.6', 'US'],
          ['2.5.4.8', 'WA'],
          ['2.5.4.10', value],
        ],
        extensions: LEAF,
      }).subjectAttributes;
    assert.equal(subjectName(subject('a=b#c')).get('O'), 'a=b#c');
    assert.throws(() => subjectName(subject('a=#b')));
  });
});

describe('a trust store', () => {
  let folder: string;
  const [leaf, , root] = issueChain();
  const put = async (store: string, files: Readonly<Record<string, Uint8Array>>): Promise<void> => {
    await mkdir(join(folder, 'x509', store), { recursive: true });
    for (const [name, bytes] of Object.entries(files))
      await writeFile(join(folder, 'x509', store, name), bytes);
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truststore-'));
    await put('ca/acme', { 'root.pem': pemOf([root]), 'root.crt': root.raw });
    await put('ca/empty', {});
    await put('ca/leaf', { 'leaf.pem': pemOf([leaf]) });
    await put('ca/broken', { 'root.pem': pemOf([root]).subarray(0, 200) });
    await put('ca/key', {
      'key.pem': Buffer.from('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'),
    });
    const top = issue({ name: 'top', extensions: AUTHORITY });
    await put('tsa/middle', {
      'middle.pem': pemOf([issue({ name: 'middle', issuer: top, extensions: AUTHORITY })]),
    });
    await put('ca/linked', {});
    await symlink(join(folder, 'x509/ca/acme/root.pem'), join(folder, 'x509/ca/linked/root.pem'));
    await symlink(join(folder, 'x509/ca/acme'), join(folder, 'x509/ca/link'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives its certificates, in PEM and in DER', async () => {
    const found = await openTrustStore(folder)({ type: 'ca', name: 'acme' });
    assert.deepEqual(
      found.map(({ raw }) => raw.equals(root.raw)),
      [true, true],
    );
  });
  for (const [why, type, name] of [
    ['is not there', 'ca', 'nowhere'],
    ['is of another kind', 'signingAuthority', 'acme'],
    ['is empty', 'ca', 'empty'],
    ['holds a leaf that somebody else issued', 'ca', 'leaf'],
    ['holds a broken file', 'ca', 'broken'],
    ['holds a private key', 'ca', 'key'],
    ['is for timestamps and holds no root', 'tsa', 'middle'],
    ['holds a link', 'ca', 'linked'],
    ['is a link', 'ca', 'link'],
  ] as const) {
    it(`is refused where it ${why}`, async () => {
      await assert.rejects(() => openTrustStore(folder)({ type, name }), { code: 'TRUST_POLICY_INVALID' });
    });
  }
});

describe('a trust policy that is made', () => {
  const certificates = { path: 'chain.pem', bytes: pemOf(issueChain()) };
  const request = {
    name: 'acme',
    scopes: ['registry.example/a'],
    level: 'strict',
    certificates,
    timestampAuthority: undefined,
  } as const;
  it('trusts the subject of what signs, under its root, for the repositories given', () => {
    const { files, identity, caution } = trustPolicyFiles(request);
    assert.equal(identity, 'x509.subject: CN=leaf,O=Acme\\, Inc,ST=WA,C=US');
    assert.equal(caution, undefined);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['trustpolicy.json', 'truststore/x509/ca/acme/root.pem'],
    );
    assert.equal(parse(files[0]?.text).statements[0]?.name, 'acme');
  });
  it('says so where it has to trust everything under the root', () => {
    const alone = {
      path: 'alone.pem',
      bytes: pemOf([issue({ name: 'alone', subject: [], extensions: LEAF })]),
    };
    const { identity, caution } = trustPolicyFiles({ ...request, certificates: alone });
    assert.equal(identity, '*');
    assert.ok(caution);
  });
  it('is not made from a chain without its root, nor for a name that is a path', () => {
    const [first, second] = issueChain();
    const cut = { path: 'chain.pem', bytes: pemOf([first, second]) };
    assert.throws(() => trustPolicyFiles({ ...request, certificates: cut }), { code: 'CERTIFICATE_INVALID' });
    assert.throws(() => trustPolicyFiles({ ...request, name: '../x' }), { code: 'TRUST_POLICY_INVALID' });
  });
});
