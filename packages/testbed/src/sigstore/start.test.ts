import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { bundleOf, signStatement, type SignedStatement } from './signed-statement.js';
import { startSigstore, type RunningSigstore } from './start.js';

const SAN = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';
const PAYLOAD = '{"_type":"https://in-toto.io/Statement/v1"}';

let sigstore: RunningSigstore;
let other: RunningSigstore;
let signed: SignedStatement;
beforeAll(async () => {
  [sigstore, other] = await Promise.all([startSigstore(), startSigstore()]);
  signed = await signStatement(sigstore, PAYLOAD);
});
afterAll(async () => {
  await Promise.all([sigstore.stop(), other.stop()]);
});

/** With all that a root can demand: one log entry, one SCT, both kinds of time. */
const verify = (statement: SignedStatement, trusted = sigstore, issuer = trusted.issuer) => {
  const material = toTrustMaterial(TrustedRoot.fromJSON(JSON.parse(trusted.trustedRoot)));
  const verifier = new Verifier(material, { tlogThreshold: 1, ctlogThreshold: 1, timestampThreshold: 2 });
  return verifier.verify(toSignedEntity(bundleFromJSON(bundleOf(statement))), {
    subjectAlternativeName: SAN,
    extensions: { issuer },
  });
};

describe('a small Sigstore', () => {
  it('issues what sigstore-js accepts with its own trusted root', () => {
    assert.equal(verify(signed).identity?.extensions?.issuer, 'https://token.actions.githubusercontent.com');
  });

  it('issues what sigstore-js refuses with the root of another one', () => {
    assert.throws(() => verify(signed, other));
  });

  const tampered: readonly (readonly [what: string, statement: () => SignedStatement])[] = [
    [
      'another payload',
      () => ({ ...signed, envelope: { ...signed.envelope, payload: Buffer.from('{}').toString('base64') } }),
    ],
    ['another time of entry', () => ({ ...signed, entry: { ...signed.entry, integratedTime: 1 } })],
    ['another place in the log', () => ({ ...signed, entry: { ...signed.entry, logIndex: 7 } })],
  ];
  for (const [what, statement] of tampered) {
    it(`issues what sigstore-js refuses with ${what}`, () => {
      assert.throws(() => verify(statement()));
    });
  }

  it('issues what sigstore-js refuses with the timestamp of another signature', async () => {
    const { timestamp } = await signStatement(sigstore, PAYLOAD);
    assert.throws(() => verify({ ...signed, timestamp }));
  });

  it('proves entries of a log that has grown', async () => {
    for (let round = 0; round < 6; round += 1) verify(await signStatement(sigstore, `{"round":${round}}`));
    assert.equal(sigstore.logSize(), sigstore.requests.rekor.count({ method: 'POST' }));
  });

  it('follows the clock that it is given', async () => {
    const past = await startSigstore({ now: () => new Date('2024-05-06T07:08:09Z') });
    try {
      const statement = await signStatement(past, PAYLOAD);
      assert.equal(new X509Certificate(statement.certificate).validFrom, 'May  6 07:08:09 2024 GMT');
      assert.equal(statement.entry.integratedTime, Date.parse('2024-05-06T07:08:09Z') / 1000);
      verify(statement, past);
    } finally {
      await past.stop();
    }
  });

  it('writes its own address as issuer where it is asked to', async () => {
    const own = await startSigstore({ issuer: 'own', latencyMs: 1 });
    try {
      assert.equal(own.issuer, own.oidcUrl);
      verify(await signStatement(own, PAYLOAD), own);
    } finally {
      await own.stop();
    }
  });

  it('offers one service of each kind in the signing config', () => {
    const config = JSON.parse(sigstore.signingConfig) as Record<string, readonly { url: string }[]>;
    assert.equal(config.mediaType, 'application/vnd.dev.sigstore.signingconfig.v0.2+json');
    const urls = ['caUrls', 'oidcUrls', 'rekorTlogUrls', 'tsaUrls'].map((kind) => config[kind]?.[0]?.url);
    assert.deepEqual(urls, [sigstore.fulcioUrl, sigstore.oidcUrl, sigstore.rekorUrl, sigstore.tsaUrl]);
  });
});
