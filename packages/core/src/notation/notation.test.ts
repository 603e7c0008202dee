import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { DAY_MS } from '../runtime.js';
import { MAX_NOTATION_ENVELOPE_BYTES } from '../limits.js';
import type { Certificate } from './certificate.js';
import {
  AUTHORITY,
  basicConstraints,
  CODE_SIGNING,
  ecKey,
  extendedKeyUsage,
  issue,
  issueChain,
  keyUsage,
  LEAF,
  nameConstraints,
  NOW,
  rsaKey,
  timestampToken,
  TSA_LEAF,
  type Extension,
  type Issued,
  type Request,
  type TokenRequest,
} from './fixture.js';
import { ENVELOPE_TYPE, verifyNotation, type NotationFormat } from './index.js';
import {
  TARGET,
  tsaRoot,
  tsa,
  made,
  statement,
  verified,
  codeOf,
  type Forgery,
  PAYLOAD,
  CRIT,
  ALG,
  CTY,
  CHAIN,
  SCHEME,
  TIME,
  EXPIRY,
  forged,
  timeIn,
  jsonOf,
  leaf,
  intermediate,
  root,
} from './envelope-fixture.js';

const FORMATS: readonly NotationFormat[] = ['jws', 'cose'];
const strange = issueChain();
const EMAIL = '1.3.6.1.5.5.7.3.4';
const PSS_KEY = rsaKey(2048);
const UNKNOWN: Extension = { oid: '1.2.3.4.5', critical: true, value: Buffer.from('0500', 'hex') };

describe.each(FORMATS)('a Notation signature as %s', (format) => {
  it('is accepted as it was made', async () => {
    const verdict = await verified(format, await made(format));
    assert.equal(verdict.error, undefined);
    assert.deepEqual(
      verdict.validations.map(({ type, state }) => `${type} ${state}`),
      [
        'integrity passed',
        'authenticity passed',
        'expiry passed',
        'authenticTimestamp passed',
        'revocation passed',
      ],
    );
    assert.equal(await codeOf(verified(format, forged(format))), 'accepted'); // so the twins below are refused for what they change
  });

  const keys = [ecKey('P-384'), ecKey('P-521'), rsaKey(2048), rsaKey(3072), rsaKey(4096)] as const;
  for (const key of keys) {
    const { namedCurve, modulusLength } = key.publicKey.asymmetricKeyDetails ?? {};
    it(`is made and accepted with a key of ${namedCurve ?? `${String(modulusLength)} bits`}`, async () => {
      const own = issueChain(key);
      assert.equal(
        await codeOf(verified(format, await made(format, { of: own }), { ca: [own[2]] })),
        'accepted',
      );
    });
  }

  it('is accepted under authorities whose extensions say nothing against it', async () => {
    for (const of of [
      chainBelow([...AUTHORITY, extendedKeyUsage([CODE_SIGNING])]),
      chainBelow([...AUTHORITY, nameConstraints(2, Buffer.from('example.com'))]),
      chainBelow(AUTHORITY, [...AUTHORITY, extendedKeyUsage([EMAIL])]), // what a root says of uses
      chainBelow(AUTHORITY, AUTHORITY, { pss: 'sha256' }),
      chainBelow(AUTHORITY, AUTHORITY, { key: PSS_KEY }),
    ]) {
      assert.equal(await codeOf(verified(format, forged(format, { of }), { ca: of.slice(2) })), 'accepted');
    }
  });

  it('is refused with a key of no known kind in its certificate', async () => {
    // The object identifier id-ecPublicKey of the leaf's key becomes another.
    const raw = Buffer.from(
      leaf.raw.toString('hex').replace('06072a8648ce3d0201', '06072a8648ce3d0209'),
      'hex',
    );
    const der: unknown = format === 'jws' ? raw.toString('base64') : Uint8Array.from(raw);
    const bytes = forged(format, { unsigned: (all) => all.set(CHAIN[format], [der]) });
    assert.equal(await codeOf(verified(format, bytes)), 'NOTATION_MALFORMED');
  });

  it('is accepted from a self-signed leaf that is in the trust store', async () => {
    const alone = issue({ name: 'alone', extensions: LEAF });
    const bytes = await made(format, { of: [alone] });
    assert.equal(await codeOf(verified(format, bytes, { ca: [alone] })), 'accepted');
    assert.equal(await codeOf(verified(format, bytes)), 'CERTIFICATE_UNTRUSTED');
  });

  it('is accepted from a signing authority, by its own kind of store and its own time', async () => {
    const authentic = 'io.cncf.notary.authenticSigningTime';
    const byAuthority = (time: Date) =>
      forged(format, {
        attributes: (all) => {
          all.delete(TIME);
          all.set(SCHEME, 'notary.x509.signingAuthority').set(authentic, timeIn(format, time));
          all.set(CRIT[format], [SCHEME, authentic]);
        },
      });
    const by = statement({ trustStores: ['signingAuthority:acme', 'ca:acme'] });
    const ask = (bytes: Buffer, store: readonly Certificate[]) =>
      verifyNotation(
        { mediaType: ENVELOPE_TYPE[format], bytes },
        TARGET,
        by,
        ({ type }) => Promise.resolve(type === 'signingAuthority' ? store : [root]),
        new Date(+NOW + 400 * DAY_MS),
      );
    assert.equal(await codeOf(ask(byAuthority(NOW), [root])), 'accepted');
    assert.equal(await codeOf(ask(byAuthority(NOW), [strange[2]])), 'CERTIFICATE_UNTRUSTED');
    assert.equal(await codeOf(ask(byAuthority(new Date(+NOW - 50 * DAY_MS)), [root])), 'TIMESTAMP_INVALID');
  });

  const twins: readonly (readonly [what: string, code: string, forgery: Forgery])[] = [
    [
      'a payload about another digest',
      'SUBJECT_MISMATCH',
      { payload: payloadOf({ digest: `sha256:${'cd'.repeat(32)}` }) },
    ],
    ['a payload with another size', 'SUBJECT_MISMATCH', { payload: payloadOf({ size: 1 }) }],
    [
      'a payload with another media type',
      'SUBJECT_MISMATCH',
      { payload: payloadOf({ mediaType: 'text/plain' }) },
    ],
    [
      'a payload with a member twice',
      'NOTATION_MALFORMED',
      { payload: Buffer.from(PAYLOAD.toString().replace('{"media', '{"digest":"x","Digest":"y","media')) },
    ],
    [
      'a payload with a member twice, once spelt with a long s',
      'NOTATION_MALFORMED',
      { payload: Buffer.from(PAYLOAD.toString().replace('{"media', '{"dige\u017ft":"x","media')) },
    ],
    ['a payload that is no JSON', 'NOTATION_MALFORMED', { payload: Buffer.from('nothing') }],
    [
      'another payload type',
      'NOTATION_MALFORMED',
      { attributes: (all) => all.set(CTY[format], 'application/json') },
    ],
    [
      'the algorithm of another key',
      'SIGNATURE_INVALID',
      { attributes: (all) => all.set(ALG[format], format === 'jws' ? 'PS256' : -37) },
    ],
    [
      'the algorithm none',
      'NOTATION_MALFORMED',
      { attributes: (all) => all.set(ALG[format], format === 'jws' ? 'none' : 0) },
    ],
    [
      'HMAC under the public key',
      'NOTATION_MALFORMED',
      { attributes: (all) => all.set(ALG[format], format === 'jws' ? 'HS256' : 5) },
    ],
    ['no critical attributes', 'NOTATION_MALFORMED', { attributes: (all) => all.delete(CRIT[format]) }],
    ['an empty list of them', 'NOTATION_MALFORMED', { attributes: (all) => all.set(CRIT[format], []) }],
    [
      'a scheme that is not critical',
      'NOTATION_MALFORMED',
      { attributes: (all) => all.set(CRIT[format], [CTY[format]]) },
    ],
    [
      'a critical attribute that is not known',
      'NOTATION_MALFORMED',
      {
        attributes: (all) => all.set(CRIT[format], [SCHEME, 'io.example.check']).set('io.example.check', 'x'),
      },
    ],
    [
      'a critical attribute that is not there',
      'NOTATION_MALFORMED',
      { attributes: (all) => all.set(CRIT[format], [SCHEME, EXPIRY]) },
    ],
    [
      'an end that is not critical',
      'NOTATION_MALFORMED',
      { attributes: (all) => all.set(EXPIRY, timeIn(format, new Date(+NOW + DAY_MS))) },
    ],
    [
      'an end before its beginning',
      'NOTATION_MALFORMED',
      {
        attributes: (all) =>
          all.set(EXPIRY, timeIn(format, new Date(+NOW - DAY_MS))).set(CRIT[format], [SCHEME, EXPIRY]),
      },
    ],
    [
      'a scheme that is not known',
      'NOTATION_MALFORMED',
      { attributes: (all) => all.set(SCHEME, 'notary.v9') },
    ],
    ['no signing time', 'NOTATION_MALFORMED', { attributes: (all) => all.delete(TIME) }],
    [
      'the time of another scheme',
      'NOTATION_MALFORMED',
      { attributes: (all) => all.set('io.cncf.notary.authenticSigningTime', timeIn(format, NOW)) },
    ],
    [
      'a time that is a text of no time',
      'NOTATION_MALFORMED',
      { attributes: (all) => all.set(TIME, 'yesterday') },
    ],
    [
      'a plugin that is to verify it',
      'NOTATION_MALFORMED',
      { attributes: (all) => all.set('io.cncf.notary.verificationPlugin', 'com.example') },
    ],
    [
      'a plugin that is to verify it, in another case',
      'NOTATION_MALFORMED',
      { attributes: (all) => all.set('io.cncf.notary.verificationplugin', 'com.example') },
    ],
    [
      'an end in another case',
      'NOTATION_MALFORMED',
      { attributes: (all) => all.set(EXPIRY.toUpperCase(), timeIn(format, new Date(+NOW + DAY_MS))) },
    ],
    [
      'its signing time among the critical attributes',
      'NOTATION_MALFORMED',
      { attributes: (all) => all.set(CRIT[format], [SCHEME, TIME]) },
    ],
    [
      'a size with a fraction',
      'NOTATION_MALFORMED',
      { payload: Buffer.from(PAYLOAD.toString().replace('"size":1234', '"size":1234.0')) },
    ],
    [
      'a size with an exponent',
      'NOTATION_MALFORMED',
      { payload: Buffer.from(PAYLOAD.toString().replace('"size":1234', '"size":1234e0')) },
    ],
    [
      'an algorithm that is no name',
      'NOTATION_MALFORMED',
      { attributes: (all) => all.set(ALG[format], format === 'jws' ? { toString: 1 } : [[]]) },
    ],
    [
      'a payload type that is no name',
      'NOTATION_MALFORMED',
      { attributes: (all) => all.set(CTY[format], format === 'jws' ? { toString: 1 } : [[]]) },
    ],
    [
      'a header signed and unsigned',
      'NOTATION_MALFORMED',
      { unsigned: (all) => all.set(SCHEME, 'notary.x509') },
    ],
    ['no certificates', 'NOTATION_MALFORMED', { unsigned: (all) => all.set(CHAIN[format], []) }],
    [
      'a certificate that is none',
      'NOTATION_MALFORMED',
      { unsigned: (all) => all.set(CHAIN[format], [format === 'jws' ? 'AAAA' : Buffer.of(1)]) },
    ],
    ['a chain in the wrong order', 'CERTIFICATE_UNTRUSTED', { of: [leaf, root, intermediate] }],
    ['a chain without its root', 'CERTIFICATE_UNTRUSTED', { of: [leaf, intermediate] }],
    [
      'a chain with another root behind it',
      'CERTIFICATE_UNTRUSTED',
      { of: [leaf, intermediate, root, strange[2]] },
    ],
    ['a chain of another leaf', 'CERTIFICATE_UNTRUSTED', { of: [leaf, strange[1], strange[2]] }],
    ['a chain that leads to no store', 'CERTIFICATE_UNTRUSTED', { of: strange }],
    ['a signature by another key', 'SIGNATURE_INVALID', { signer: strange[0] }],
    ...leafTwins().map(
      ([what, extensions]) =>
        [
          what,
          'CERTIFICATE_UNTRUSTED',
          { of: [issue({ name: 'leaf', issuer: intermediate, extensions }), intermediate, root] },
        ] as const,
    ),
    ...authorityTwins().map(([what, of]) => [what, 'CERTIFICATE_UNTRUSTED', { of }] as const),
  ];
  for (const [what, code, forgery] of twins) {
    it(`is refused with ${what}`, async () => {
      // Its own root is in the store, but where that is what it lacks: then nothing else can be the reason.
      const ca = [root, ...(forgery.of === strange ? [] : (forgery.of ?? []).slice(2))];
      assert.equal(await codeOf(verified(format, forged(format, forgery), { ca })), code);
    });
  }

  it('is refused where one byte of what is signed was changed', async () => {
    const other = await made(format, { target: { ...TARGET, size: 1235 } });
    const own = await made(format);
    const spliced =
      format === 'jws'
        ? Buffer.from(JSON.stringify({ ...jsonOf(own), payload: jsonOf(other).payload }))
        : Buffer.from(own.toString('latin1').replace('"size":1234', '"size":1235'), 'latin1');
    assert.equal(await codeOf(verified(format, spliced)), 'SIGNATURE_INVALID');
  });

  it('is refused under the media type of the other format, or of none', async () => {
    const bytes = await made(format);
    const other = ENVELOPE_TYPE[format === 'jws' ? 'cose' : 'jws'];
    assert.equal(await codeOf(verified(format, bytes, { mediaType: other })), 'NOTATION_MALFORMED');
    assert.equal(await codeOf(verified(format, bytes, { mediaType: 'text/plain' })), 'NOTATION_MALFORMED');
  });

  it('is refused with something behind it, cut off, or too large', async () => {
    const bytes = await made(format);
    for (const hostile of [
      Buffer.concat([bytes, Buffer.of(0)]),
      bytes.subarray(0, -1),
      Buffer.alloc(0),
      Buffer.concat([bytes, Buffer.alloc(MAX_NOTATION_ENVELOPE_BYTES)]),
    ]) {
      assert.equal(await codeOf(verified(format, hostile)), 'NOTATION_MALFORMED');
    }
  });

  it('is refused once its signer set an end to it, from that moment on', async () => {
    const expiry = new Date(+NOW + DAY_MS);
    const bytes = await made(format, { expiry });
    assert.equal(await codeOf(verified(format, bytes, { now: new Date(+expiry - 1) })), 'accepted');
    assert.equal(await codeOf(verified(format, bytes, { now: expiry })), 'SIGNATURE_EXPIRED');
    const by = statement({}, { level: 'permissive' });
    const verdict = await verified(format, bytes, { now: expiry, by });
    assert.equal(verdict.error, undefined);
    assert.equal(verdict.validations.find(({ type }) => type === 'expiry')?.state, 'logged');
  });

  it('is refused after a certificate of its chain has ended, unless a timestamp is older', async () => {
    const later = new Date(+NOW + 20 * DAY_MS);
    const stamped = await made(format, { stamp: {} });
    const by = statement({ trustStores: ['ca:acme', 'tsa:bed'] });
    assert.equal(await codeOf(verified(format, await made(format), { now: later })), 'TIMESTAMP_INVALID');
    assert.equal(await codeOf(verified(format, stamped, { now: later })), 'TIMESTAMP_INVALID'); // no tsa store
    assert.equal(await codeOf(verified(format, stamped, { now: later, by })), 'accepted');
    const lazy = statement({ trustStores: ['ca:acme', 'tsa:bed'] }, { verifyTimestamp: 'afterCertExpiry' });
    assert.equal(await codeOf(verified(format, await made(format), { by: lazy })), 'accepted');
    assert.equal(
      await codeOf(verified(format, await made(format), { by: lazy, now: later })),
      'TIMESTAMP_INVALID',
    );
  });

  const stamps: readonly (readonly [what: string, stamp: Partial<TokenRequest>])[] = [
    ['over another signature', { signature: Buffer.from('another') }],
    [
      'by an authority that is in no store',
      { signer: issue({ name: 'tsa', extensions: TSA_LEAF }), certificates: [] },
    ],
    [
      'by a certificate for signing code',
      { signer: issue({ name: 'tsa', issuer: tsaRoot, extensions: LEAF }) },
    ],
    [
      'by a certificate for more than timestamps',
      {
        signer: issue({
          name: 'tsa',
          issuer: tsaRoot,
          extensions: [keyUsage([0]), extendedKeyUsage(['1.3.6.1.5.5.7.3.8', CODE_SIGNING], true)],
        }),
      },
    ],
    [
      'by a certificate that was not valid then',
      {
        signer: issue({
          name: 'tsa',
          issuer: tsaRoot,
          extensions: TSA_LEAF,
          notAfter: new Date(+NOW - DAY_MS),
        }),
      },
    ],
    ['of a time when the signing certificate was not valid', { time: new Date(+NOW + 12 * DAY_MS) }],
    ['that names another certificate than its own', { named: tsaRoot }],
  ];
  for (const [what, stamp] of stamps) {
    it(`is refused with a timestamp ${what}`, async () => {
      const by = statement({ trustStores: ['ca:acme', 'tsa:bed'] });
      assert.equal(await codeOf(verified(format, await made(format, { stamp: {} }), { by })), 'accepted');
      assert.equal(
        await codeOf(verified(format, await made(format, { stamp }), { by })),
        'TIMESTAMP_INVALID',
      );
    });
  }

  it('is refused with a timestamp whose bytes were changed', async () => {
    const by = statement({ trustStores: ['ca:acme', 'tsa:bed'] });
    const token = timestampToken({ signature: Buffer.from('x'), signer: tsa });
    const broken = forged(format, {
      unsigned: (all) =>
        all.set(
          'io.cncf.notary.timestampSignature',
          format === 'jws' ? token.toString('base64') : Uint8Array.from(token),
        ),
    });
    assert.equal(await codeOf(verified(format, broken, { by })), 'TIMESTAMP_INVALID');
  });

  it('is refused from a subject that the policy does not name', async () => {
    const bytes = await made(format);
    const trusting = (identity: string) => statement({ trustedIdentities: [identity] });
    assert.equal(await codeOf(verified(format, bytes, { by: trusting('*') })), 'accepted');
    assert.equal(
      await codeOf(
        verified(format, bytes, { by: trusting('x509.subject: CN=leaf, C=US, S=WA, O=Acme\\2C Inc') }),
      ),
      'accepted',
    );
    for (const other of [
      'x509.subject: C=US, ST=WA, O=Acme',
      'x509.subject: CN=Leaf, C=US, ST=WA, O=Acme\\, Inc',
    ]) {
      assert.equal(await codeOf(verified(format, bytes, { by: trusting(other) })), 'SIGNER_NOT_ALLOWED');
    }
  });

  it('by nobody in the store is not accepted under audit either, and the policy is told to log it alone', async () => {
    const verdict = await verified(format, forged(format, { of: strange }), {
      by: statement({}, { level: 'audit' }),
    });
    assert.equal(verdict.error?.code, 'CERTIFICATE_UNTRUSTED');
    assert.equal(verdict.validations.find(({ type }) => type === 'authenticity')?.state, 'logged');
  });

  it('whose certificate names OCSP or a CRL is refused where revocation counts, and not where it is left out', async () => {
    const crl: Extension = { oid: '2.5.29.31', value: Buffer.from('3000', 'hex') };
    const own = issue({ name: 'leaf', issuer: intermediate, extensions: [...LEAF, crl] });
    const bytes = forged(format, { of: [own, intermediate, root] });
    assert.equal(await codeOf(verified(format, bytes)), 'REVOCATION_UNKNOWN');
    for (const [action, state] of [
      ['log', 'logged'],
      ['skip', 'skipped'],
    ]) {
      const verdict = await verified(format, bytes, {
        by: statement({}, { override: { revocation: action } }),
      });
      assert.equal(verdict.error, undefined);
      assert.equal(verdict.validations.find(({ type }) => type === 'revocation')?.state, state);
    }
  });
});

function payloadOf(changes: Partial<typeof TARGET>): Buffer {
  return Buffer.from(JSON.stringify({ targetArtifact: { ...TARGET, ...changes } }));
}

function leafTwins(): readonly (readonly [what: string, extensions: readonly Extension[]])[] {
  return [
    ['a leaf for servers', [keyUsage([0]), extendedKeyUsage([CODE_SIGNING, '1.3.6.1.5.5.7.3.1'])]],
    ['a leaf for anything', [keyUsage([0]), extendedKeyUsage(['2.5.29.37.0'])]],
    ['a leaf for timestamps', TSA_LEAF],
    ['a leaf without key usage', [extendedKeyUsage([CODE_SIGNING])]],
    ['a leaf whose key usage is not critical', [keyUsage([0], false)]],
    ['a leaf that may not sign', [keyUsage([1])]],
    ['a leaf that may sign certificates', [keyUsage([0, 5])]],
    ['an authority as leaf', [keyUsage([0]), basicConstraints(true)]],
    ['a leaf with a critical extension that is not known', [...LEAF, UNKNOWN]],
  ];
}

/** A chain of three, its middle as given. */
function chainBelow(
  extensions: readonly Extension[],
  rootExtensions = AUTHORITY,
  changes: Partial<Request> = {},
): readonly Issued[] {
  const top = issue({ name: 'top', extensions: rootExtensions, ...(changes.pss && { key: PSS_KEY }) });
  const middle = issue({ name: 'middle', issuer: top, extensions, ...changes });
  return [issue({ name: 'leaf', issuer: middle, extensions: LEAF }), middle, top];
}

function authorityTwins(): readonly (readonly [what: string, of: readonly Issued[]])[] {
  const below = chainBelow;
  return [
    ['an authority that is none', below([keyUsage([5])])],
    [
      'an authority whose constraints are not critical',
      below([keyUsage([5]), basicConstraints(true, undefined, false)]),
    ],
    ['an authority that may not sign certificates', below([keyUsage([6]), basicConstraints(true)])],
    ['an authority whose key usage is not critical', below([keyUsage([5], false), basicConstraints(true)])],
    ['a longer chain than its root allows', below(AUTHORITY, [keyUsage([5]), basicConstraints(true, 0)])],
    ['an authority for e-mail', below([...AUTHORITY, extendedKeyUsage([EMAIL])])],
    [
      'an authority that may issue for other subjects alone',
      below([...AUTHORITY, nameConstraints(4, leaf.subject)]),
    ],
    ['an authority with a critical extension that is not known', below([...AUTHORITY, UNKNOWN])],
    ['an authority with a weak key', below(AUTHORITY, AUTHORITY, { key: rsaKey(1024) })],
    ['an authority on a curve of its own', below(AUTHORITY, AUTHORITY, { key: ecKey('secp256k1') })],
    [
      'an authority whose certificate is signed over SHA-1 (PSS)',
      below(AUTHORITY, AUTHORITY, { pss: 'sha1' }),
    ],
  ];
}
