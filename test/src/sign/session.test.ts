import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { envelopeJson, openSession, parseSigningKey } from '@countersign/core/sign';
import { startSigstore, type RunningSigstore } from '@countersign/testbed/sigstore';
import { contextFor, runnerOf, servicesOf, sessionOf, verifyWithSigstoreJs } from './harness.js';

const statement = (text: string): Buffer =>
  Buffer.from(
    JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ digest: { sha256: createHash('sha256').update(text).digest('hex') } }],
      predicateType: 'https://sigstore.dev/cosign/sign/v1',
      predicate: {},
    }),
  );

interface Envelope {
  payload: string;
  signatures: [{ sig: string }];
}
interface Bundle {
  dsseEnvelope: Envelope;
  verificationMaterial: {
    tlogEntries: { canonicalizedBody: string }[];
    timestampVerificationData: { rfc3161Timestamps: unknown[] };
  };
}
const parse = (bundle: Buffer): Bundle => JSON.parse(bundle.toString()) as Bundle;
const decode = (text: string): Buffer => Buffer.from(text, 'base64');

let sigstore: RunningSigstore;
const context = contextFor();
beforeAll(async () => {
  sigstore = await startSigstore();
});
afterAll(async () => {
  context.close();
  await sigstore.stop();
});

describe('a session with an identity token', () => {
  it('signs claims in parallel with one certificate, and sigstore-js verifies each bundle', async () => {
    const session = sessionOf(sigstore, context);
    const before = sigstore.logSize();
    const [simple, ...signed] = await Promise.all([
      session.signSimple(Buffer.from('{"critical":{}}')),
      ...['a', 'b', 'c'].map((text) => session.signStatement(statement(text))),
    ]);
    for (const { bundle } of signed) verifyWithSigstoreJs(bundle.toString(), sigstore.trustedRoot);

    assert.deepEqual(session.figures(), { certificates: 1, logEntries: 4, timestamps: 3 });
    assert.equal(sigstore.logSize(), before + 4);
    const signer = await session.signer();
    assert.ok(signer.kind === 'certificate');
    assert.equal(
      signer.identity,
      'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0',
    );
    assert.equal(signer.issuer, 'https://token.actions.githubusercontent.com');
    assert.equal(signer.chain.length, 2);
    assert.ok(verify('sha256', simple.payload, signer.leaf.publicKey, simple.signature));
  });

  it('gives an envelope that the bundle gives back byte for byte, and that is the one logged', async () => {
    const { bundle, envelope } = await sessionOf(sigstore, context).signStatement(statement('a'));
    const { dsseEnvelope, verificationMaterial } = parse(bundle);
    const { payload, signatures } = dsseEnvelope;
    assert.deepEqual(envelopeJson(decode(payload), decode(signatures[0].sig)), envelope);
    const body = decode(verificationMaterial.tlogEntries[0]?.canonicalizedBody ?? '').toString();
    assert.ok(body.includes(createHash('sha256').update(envelope).digest('hex')));
  });

  const tampered: readonly (readonly [what: string, change: (bundle: Bundle) => void])[] = [
    ['payload', ({ dsseEnvelope }) => (dsseEnvelope.payload = statement('other').toString('base64'))],
    [
      'signature',
      ({ dsseEnvelope }) => (dsseEnvelope.signatures[0].sig = Buffer.from('x').toString('base64')),
    ],
    ['log entry', ({ verificationMaterial }) => verificationMaterial.tlogEntries.pop()],
  ];
  for (const [what, change] of tampered) {
    it(`gives a bundle that no longer verifies with another ${what}`, async () => {
      const { bundle } = await sessionOf(sigstore, context).signStatement(statement('a'));
      const changed = parse(bundle);
      change(changed);
      assert.throws(() => {
        verifyWithSigstoreJs(JSON.stringify(changed), sigstore.trustedRoot);
      });
    });
  }

  it('does without a log where there is a timestamp authority', async () => {
    const services = { ...servicesOf(sigstore), rekorUrls: [] };
    const { bundle, logEntries } = await sessionOf(sigstore, context, { services }).signStatement(
      statement('a'),
    );
    assert.equal(logEntries.length, 0);
    verifyWithSigstoreJs(bundle.toString(), sigstore.trustedRoot, { tlogThreshold: 0 });
  });

  it('refuses to do without any witness, and without a Fulcio, before anything is asked', () => {
    const services = servicesOf(sigstore);
    assert.throws(
      () => sessionOf(sigstore, context, { services: { ...services, rekorUrls: [], tsaUrls: [] } }),
      {
        code: 'INPUTS_CONTRADICT',
      },
    );
    assert.throws(() => sessionOf(sigstore, context, { services: { ...services, fulcioUrl: undefined } }), {
      code: 'SIGNING_CONFIG_INVALID',
    });
  });
});

describe('a session that outlasts its certificate', () => {
  it('renews it on the same key', async () => {
    let offsetMs = 0;
    const now = () => new Date(Date.now() + offsetMs);
    const moving = await startSigstore({ now });
    const clock = contextFor({ now });
    try {
      const session = sessionOf(moving, clock);
      const first = await session.signStatement(statement('a'));
      offsetMs = 11 * 60_000;
      const second = await session.signStatement(statement('b'));
      assert.deepEqual(session.figures(), { certificates: 2, logEntries: 2, timestamps: 2 });
      assert.ok(first.signer.kind === 'certificate' && second.signer.kind === 'certificate');
      assert.notEqual(first.signer.leaf.serialNumber, second.signer.leaf.serialNumber);
      for (const { bundle } of [first, second]) verifyWithSigstoreJs(bundle.toString(), moving.trustedRoot);
    } finally {
      clock.close();
      await moving.stop();
    }
  });

  it('signs a claim again where the log witnessed it only after the certificate had ended', async () => {
    let offsetMs = 0;
    const now = () => new Date(Date.now() + offsetMs);
    const moving = await startSigstore({ now });
    const real = contextFor({ now });
    let delayed = false;
    const slow = {
      ...real,
      http: {
        ...real.http,
        send: (request: Parameters<typeof real.http.send>[0]) => {
          if (request.service === 'rekor' && !delayed) {
            delayed = true;
            offsetMs = 11 * 60_000; // an outage that the retries outlasted
          }
          return real.http.send(request);
        },
      },
    };
    try {
      const session = sessionOf(moving, slow);
      const { bundle, logEntries } = await session.signStatement(statement('a'));
      assert.equal(session.figures().certificates, 2);
      assert.equal(logEntries.length, 1);
      verifyWithSigstoreJs(bundle.toString(), moving.trustedRoot);
    } finally {
      real.close();
      await moving.stop();
    }
  });
});

describe('a session with a key', () => {
  const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  });
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  });

  for (const [kind, text] of [
    ['P-256', pem],
    ['RSA', rsa],
  ] as const) {
    it(`logs and timestamps with ${kind}, and asks Fulcio for nothing`, async () => {
      const key = parseSigningKey(text.toString(), 'key.pem');
      const before = sigstore.requests.fulcio.count();
      const session = openSession({
        context,
        services: servicesOf(sigstore),
        identity: { kind: 'key', key },
      });
      const { bundle, signer } = await session.signStatement(statement('a'));
      assert.equal(sigstore.requests.fulcio.count(), before);
      assert.deepEqual(signer, { kind: 'key', hint: key.hint, publicKeyPem: key.publicKeyPem });
      verifyWithSigstoreJs(bundle.toString(), sigstore.trustedRoot, { publicKeyPem: key.publicKeyPem });
      const simple = await session.signSimple(Buffer.from('{}'));
      assert.equal(simple.logEntries.length, 1);
    });
  }

  it('needs no service at all', async () => {
    const key = parseSigningKey(pem.toString(), 'key.pem');
    const services = {
      fulcioUrl: undefined,
      rekorUrls: [],
      rekorVersion: 1,
      tsaUrls: [],
      publicServices: [],
    } as const;
    const offline = contextFor();
    const { bundle } = await openSession({
      context: offline,
      services,
      identity: { kind: 'key', key },
    }).signStatement(statement('a'));
    assert.deepEqual(offline.http.counts(), {});
    offline.close();
    const options = { tlogThreshold: 0, timestampThreshold: 0, publicKeyPem: key.publicKeyPem };
    verifyWithSigstoreJs(bundle.toString(), sigstore.trustedRoot, options);
    const another = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
      type: 'spki',
      format: 'pem',
    });
    assert.throws(() => {
      verifyWithSigstoreJs(bundle.toString(), sigstore.trustedRoot, {
        ...options,
        publicKeyPem: another.toString(),
      });
    });
  });
});

describe('a token that Fulcio refuses', () => {
  it('is in no part of the error', async () => {
    const forged = `${sigstore.token().split('.').slice(0, 2).join('.')}.AAAA`;
    const sources = { ...runnerOf(sigstore), input: forged };
    const token = { token: forged, source: 'input', claims: { sub: 'x' }, expiresAt: undefined } as const;
    assert.ok(sources.input.length > 100);
    const session = sessionOf(sigstore, context, {
      identity: { kind: 'token', token: () => Promise.resolve(token) },
    });
    await assert.rejects(session.signStatement(statement('a')), (error: Error) => {
      assert.equal('code' in error && error.code, 'FULCIO_REFUSED');
      assert.ok(!`${error.message} ${String(error.stack)}`.includes(forged.slice(0, 20)));
      return true;
    });
  });
});
