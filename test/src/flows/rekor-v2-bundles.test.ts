import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { signImages, verifyBundleFile, verifyImages } from '@countersign/core/flows';
import type { Digest } from '@countersign/core/oci';
import { parseTrustedRoot, type TrustMaterial } from '@countersign/core/trust';
import { createVerifier } from '@countersign/core/verify';
import { startSigstore } from '@countersign/testbed/sigstore';
import { replaceBundles } from './forge.js';
import { BY_REPOSITORY, IDENTITY, ISSUER, openStage, why, type Stage } from './stage.js';

const V2 = { transparencyLog: 'rekor-v2', platforms: 'index' } as const;

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const KEY = { name: 'key.pem', pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
const PUBLIC_KEY = publicKey.export({ type: 'spki', format: 'pem' }).toString();

let stage: Stage;
let image = 0;
beforeAll(async () => {
  stage = await openStage({ rekor: 'v2' });
});
afterAll(() => stage.stop());

const fresh = (): Promise<string> => stage.push('acme/app', { annotations: { n: String((image += 1)) } });
const verify = (on: string) =>
  verifyImages(stage.verify(BY_REPOSITORY, 'signature', { on: [on], platforms: 'index' }), stage.services());

interface Entry {
  logIndex: string;
  logId: { keyId: string };
  integratedTime: string;
  inclusionPromise?: object;
  inclusionProof: {
    logIndex: string;
    treeSize: string;
    rootHash: string;
    hashes: string[];
    checkpoint?: { envelope: string };
  };
  canonicalizedBody: string;
}

interface Bundle {
  verificationMaterial: {
    tlogEntries: Entry[];
    timestampVerificationData: { rfc3161Timestamps: object[] };
  };
}

interface Signed {
  verificationMaterial: { certificate: { rawBytes: string } };
  dsseEnvelope: { payload: string; payloadType: string; signatures: [{ sig: string }] };
}

/** Has a log of tiles log the signature of a bundle; its answer is what a bundle holds. */
async function loggedIn(
  rekorV2Url: string,
  { dsseEnvelope }: Pick<Signed, 'dsseEnvelope'>,
  verifier: object,
  hash = 'sha256',
): Promise<Entry> {
  const digest = createHash(hash).update(encodingOf(dsseEnvelope)).digest('base64');
  const signature = { content: dsseEnvelope.signatures[0].sig, verifier };
  const response = await fetch(`${rekorV2Url}/api/v2/log/entries`, {
    method: 'POST',
    body: JSON.stringify({ hashedRekordRequestV002: { digest, signature } }),
  });
  assert.equal(response.status, 201);
  return (await response.json()) as Entry;
}

/** What is signed of an envelope (DSSE, PAE). */
function encodingOf({ payloadType, payload }: Signed['dsseEnvelope']): Buffer {
  const bytes = Buffer.from(payload, 'base64');
  return Buffer.concat([Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${bytes.length} `), bytes]);
}

describe('a bundle with an entry of Rekor v2', () => {
  let trust: TrustMaterial;
  let digest: Digest;
  let json: string;
  let keyed: string;
  beforeAll(async () => {
    trust = parseTrustedRoot(await readFile(stage.bed.trustedRoot), 'root');
    const on = await fresh();
    // Not the only entry, so that there is a path to prove.
    await signImages(stage.sign({ on: [await fresh()], ...V2 }), stage.services());
    const report = await signImages(stage.sign({ on: [on], ...V2 }), stage.services());
    digest = on.split('@')[1] as Digest;
    json = report.bundles[0]?.json ?? '';
    const identity = { ...stage.sign().identity, input: undefined };
    const other = await signImages(stage.sign({ on: [on], ...V2, key: KEY, identity }), stage.services());
    keyed = other.bundles[0]?.json ?? '';
  });

  const accept = (text: string, root = trust, artifact = digest) =>
    verifyBundleFile({
      bundle: Buffer.from(text),
      artifact,
      signer: { kind: 'identity', identity: IDENTITY, issuer: ISSUER },
      trust: root,
    });
  const acceptKey = (text: string) =>
    verifyBundleFile({
      bundle: Buffer.from(text),
      artifact: digest,
      signer: { kind: 'key', publicKeyPem: PUBLIC_KEY },
      trust,
    });
  const changed = (text: string, change: (bundle: Bundle, entry: Entry) => void): string => {
    const bundle = JSON.parse(text) as Bundle;
    const [entry] = bundle.verificationMaterial.tlogEntries;
    assert.ok(entry);
    change(bundle, entry);
    return JSON.stringify(bundle);
  };

  it('verifies, and its time is that of the timestamp authority alone', () => {
    const { times, logEntries } = accept(json);
    assert.deepEqual(
      times.map(({ witness }) => witness),
      ['timestamp-authority'],
    );
    assert.equal(logEntries[0]?.integratedTime, undefined);
    assert.equal(acceptKey(keyed).logEntries.length, 1);
  });

  const flipped = (base64: string): string => {
    const bytes = Buffer.from(base64, 'base64');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    return bytes.toString('base64');
  };
  const tampered: (readonly [what: string, change: (bundle: Bundle, entry: Entry) => void])[] = [
    [
      'an entry of another digest',
      (_, entry) => {
        const body = JSON.parse(Buffer.from(entry.canonicalizedBody, 'base64').toString()) as {
          spec: { hashedRekordV002: { data: { digest: string } } };
        };
        body.spec.hashedRekordV002.data.digest = flipped(body.spec.hashedRekordV002.data.digest);
        entry.canonicalizedBody = Buffer.from(JSON.stringify(body)).toString('base64');
      },
    ],
    [
      'a byte more in its entry',
      (_, entry) => (entry.canonicalizedBody = flippedSpace(entry.canonicalizedBody)),
    ],
    [
      'a damaged proof',
      (_, entry) => (entry.inclusionProof.hashes[0] = flipped(entry.inclusionProof.hashes[0] ?? '')),
    ],
    ['a proof that is too short', (_, entry) => entry.inclusionProof.hashes.pop()],
    ['another place in the log', (_, entry) => (entry.inclusionProof.logIndex = '0')],
    ['two places in the log', (_, entry) => (entry.logIndex = '0')],
    ['the id of another log', (_, entry) => (entry.logId.keyId = otherLogId(trust))],
    ['a promise that is none', (_, entry) => (entry.inclusionPromise = { signedEntryTimestamp: 'AAAA' })],
    [
      'a checkpoint of another origin',
      (_, { inclusionProof: { checkpoint } }) => {
        if (checkpoint) checkpoint.envelope = checkpoint.envelope.replaceAll('rekor.test', 'rekor');
      },
    ],
    [
      'a checkpoint signed under another name',
      (_, { inclusionProof: { checkpoint } }) => {
        if (checkpoint) checkpoint.envelope = checkpoint.envelope.replace('— rekor.test', '— rekor');
      },
    ],
    [
      'a checkpoint of another size',
      (_, { inclusionProof: { checkpoint } }) => {
        if (checkpoint) checkpoint.envelope = checkpoint.envelope.replace(/\n(\d+)\n/, '\n9$1\n');
      },
    ],
  ];
  const relabelled = (change: (line: string) => string) => (_: Bundle, entry: Entry) => {
    const { checkpoint } = entry.inclusionProof;
    if (checkpoint) checkpoint.envelope = checkpoint.envelope.replace(/\u2014 rekor\.test .+\n$/, change);
  };
  const broken = (line: string): string => line.replace(/.{8}\n$/, 'AAAAAAA=\n');
  tampered.push(
    ['a proof for a tree of another size', (_, entry) => (entry.inclusionProof.treeSize += '0')],
    [
      'a proof for a tree of another root',
      (_, entry) => (entry.inclusionProof.rootHash = flipped(entry.inclusionProof.rootHash)),
    ],
    ['a checkpoint signed twice, first wrongly', relabelled((line) => broken(line) + line)],
    [
      'a checkpoint signed wrongly under its name and rightly under another',
      relabelled((line) => broken(line) + line.replace('rekor.test', 'rekor')),
    ],
    [
      'a checkpoint whose signature only some readers would find',
      relabelled((line) => `${broken(line)}x${line}`),
    ],
    ['a checkpoint without a signature', relabelled(() => '')],
  );
  for (const [what, change] of tampered) {
    it(`is refused with ${what}`, () => {
      assert.throws(() => accept(changed(json, change)), { code: 'LOG_ENTRY_INVALID', fault: 'rejection' });
      assert.throws(() => acceptKey(changed(keyed, change)), {
        code: 'LOG_ENTRY_INVALID',
        fault: 'rejection',
      });
    });
  }

  it('verifies with a checkpoint that witnesses signed as well', () => {
    const witnessed = relabelled((line) => `\u2014 witness.example AAAAAAAA\n${line}`);
    assert.equal(accept(changed(json, witnessed)).logEntries.length, 1);
  });

  for (const place of ['-1', '0.5', '1e1', '9'.repeat(19)]) {
    it(`is refused at the place ${place}`, () => {
      const moved = changed(json, (_, entry) => {
        entry.logIndex = place;
        entry.inclusionProof.logIndex = place;
      });
      assert.throws(() => accept(moved), { code: 'BUNDLE_MALFORMED', fault: 'rejection' });
    });
  }

  it('verifies with an entry of each log, and is refused where either is bad or one is there twice', async () => {
    const { rekorUrl, fulcioUrl, tsaUrl, rekorV2Url } = stage.bed;
    const on = await fresh();
    const signingConfig = { kind: 'urls', rekorUrl, fulcioUrl, tsaUrl } as const;
    const report = await signImages(
      stage.sign({ on: [on], platforms: 'index', layouts: 'bundle', signingConfig }),
      stage.services(),
    );
    const artifact = on.split('@')[1] as Digest;
    const both = JSON.parse(report.bundles[0]?.json ?? '') as Bundle & Signed;
    const { certificate, tlogEntries } = both.verificationMaterial;
    const verifier = { keyDetails: 'PKIX_ECDSA_P256_SHA_256', x509Certificate: certificate };
    tlogEntries.push(await loggedIn(rekorV2Url, both, verifier));
    const text = JSON.stringify(both);
    assert.equal(accept(text, trust, artifact).logEntries.length, 2);
    for (const at of [0, 1]) {
      const bad = changed(text, ({ verificationMaterial: { tlogEntries } }) => {
        const entry = tlogEntries[at];
        if (entry) entry.inclusionProof.rootHash = flipped(entry.inclusionProof.rootHash);
      });
      assert.throws(() => accept(bad, trust, artifact), { code: 'LOG_ENTRY_INVALID', fault: 'rejection' });
    }
    const twice = changed(text, ({ verificationMaterial: { tlogEntries } }) => {
      tlogEntries.push(...tlogEntries.slice(1));
    });
    assert.throws(() => accept(twice, trust, artifact), { code: 'LOG_ENTRY_INVALID', fault: 'rejection' });
  });

  it('verifies where the log has the hash that goes with a larger key, and not that of other bytes', async () => {
    const larger = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const publicKeyPem = larger.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const rawBytes = larger.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    const { dsseEnvelope } = JSON.parse(json) as Signed;
    const sig = sign('sha384', encodingOf(dsseEnvelope), larger.privateKey).toString('base64');
    const envelope: Signed['dsseEnvelope'] = { ...dsseEnvelope, signatures: [{ sig }] };
    const verifier = { keyDetails: 'PKIX_ECDSA_P384_SHA_384', publicKey: { rawBytes } };
    const entry = await loggedIn(stage.bed.rekorV2Url, { dsseEnvelope: envelope }, verifier, 'sha384');
    const bundle = {
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: { publicKey: { hint: 'x' }, tlogEntries: [entry] },
      dsseEnvelope: envelope,
    };
    const acceptLarger = () =>
      verifyBundleFile({
        bundle: Buffer.from(JSON.stringify(bundle)),
        artifact: digest,
        signer: { kind: 'key', publicKeyPem },
        trust,
      });
    assert.equal(acceptLarger().logEntries.length, 1);

    const elsewhere = { ...envelope, payload: Buffer.from('{}').toString('base64') };
    const otherSig = sign('sha384', encodingOf(elsewhere), larger.privateKey).toString('base64');
    const other = { ...elsewhere, signatures: [{ sig: otherSig }] as [{ sig: string }] };
    bundle.verificationMaterial.tlogEntries = [
      await loggedIn(stage.bed.rekorV2Url, { dsseEnvelope: other }, verifier, 'sha384'),
    ];
    assert.throws(acceptLarger, { code: 'LOG_ENTRY_INVALID', fault: 'rejection' });
  });

  it('lends its entry to no layer of the tags, which have no place for a proof', () => {
    const bundle = JSON.parse(json) as Bundle & Signed;
    const [entry] = bundle.verificationMaterial.tlogEntries;
    assert.ok(entry);
    const { payload, payloadType, signatures } = bundle.dsseEnvelope;
    const rawCertificate = Buffer.from(bundle.verificationMaterial.certificate.rawBytes, 'base64');
    const promised = (body: string) =>
      JSON.stringify({
        SignedEntryTimestamp: 'AAAA',
        Payload: {
          body,
          integratedTime: Math.floor(Date.now() / 1000),
          logIndex: Number(entry.logIndex),
          logID: Buffer.from(entry.logId.keyId, 'base64').toString('hex'),
        },
      });
    const attestation = {
      kind: 'dsse-layer',
      payload: Buffer.from(JSON.stringify({ payloadType, payload, signatures })),
      annotations: {
        'dev.sigstore.cosign/certificate': new X509Certificate(rawCertificate).toString(),
        'dev.sigstore.cosign/bundle': promised(entry.canonicalizedBody),
      },
    } as const;
    const document = Buffer.from(
      JSON.stringify({
        critical: {
          identity: { 'docker-reference': 'x' },
          image: { 'docker-manifest-digest': digest },
          type: 'cosign container image signature',
        },
        optional: null,
      }),
    );
    const content = sign('sha256', document, privateKey).toString('base64');
    const rawBytes = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    const hashed = createHash('sha256').update(document).digest('base64');
    const signature = {
      content,
      verifier: { keyDetails: 'PKIX_ECDSA_P256_SHA_256', publicKey: { rawBytes } },
    };
    const hashedRekordV002 = { data: { algorithm: 'SHA2_256', digest: hashed }, signature };
    const body = JSON.stringify({ apiVersion: '0.0.2', kind: 'hashedrekord', spec: { hashedRekordV002 } });
    const simple = {
      kind: 'simple-signing',
      payload: document,
      annotations: { 'dev.cosignproject.cosign/signature': content },
    } as const;
    const lent = {
      ...simple.annotations,
      'dev.sigstore.cosign/bundle': promised(Buffer.from(body).toString('base64')),
    };
    const verifier = createVerifier({ trust, keys: [PUBLIC_KEY] });
    assert.equal(verifier.verify(simple, digest).logEntries.length, 0);
    for (const layer of [attestation, { ...simple, annotations: lent }]) {
      assert.throws(() => verifier.verify(layer, digest), {
        code: 'LOG_ENTRY_INVALID',
        fault: 'rejection',
      });
    }
  });

  it('is refused without a checkpoint', () => {
    const bare = changed(json, (_, entry) => delete entry.inclusionProof.checkpoint);
    assert.throws(() => accept(bare), { code: 'BUNDLE_MALFORMED', fault: 'rejection' });
  });

  it('is refused without a timestamp, and without an entry', () => {
    const untimed = changed(json, (bundle) => {
      bundle.verificationMaterial.timestampVerificationData.rfc3161Timestamps = [];
    });
    assert.throws(() => accept(untimed), { code: 'TIMESTAMP_INVALID', fault: 'rejection' });
    const unlogged = changed(json, (bundle) => (bundle.verificationMaterial.tlogEntries = []));
    assert.throws(() => accept(unlogged), { code: 'LOG_ENTRY_INVALID', fault: 'rejection' });
  });

  it('takes no time from an entry that claims one', () => {
    const text = changed(json, (bundle, entry) => {
      entry.integratedTime = String(Math.floor(Date.now() / 1000));
      bundle.verificationMaterial.timestampVerificationData.rfc3161Timestamps = [];
    });
    assert.throws(() => accept(text), { code: 'TIMESTAMP_INVALID' });
  });

  it('is refused with the root of another Sigstore, and of one that knows another log of that name', async () => {
    const other = await startSigstore();
    try {
      const root = JSON.parse(other.trustedRoot) as { tlogs: object[] };
      assert.throws(() => accept(json, parseTrustedRoot(Buffer.from(other.trustedRoot), 'other')), {
        fault: 'rejection',
      });
      const own = JSON.parse(await readFile(stage.bed.trustedRoot, 'utf8')) as object;
      const mixed = Buffer.from(JSON.stringify({ ...own, tlogs: root.tlogs }));
      assert.throws(() => accept(json, parseTrustedRoot(mixed, 'mixed')), { code: 'LOG_ENTRY_INVALID' });
    } finally {
      await other.stop();
    }
  });

  it('is refused on the registry as well, where its entry was tampered with', async () => {
    const on = await fresh();
    await signImages(stage.sign({ on: [on], ...V2 }), stage.services());
    assert.equal((await verify(on)).status, 'ok');
    const victim = await fresh();
    await signImages(stage.sign({ on: [victim], ...V2 }), stage.services());
    await replaceBundles(stage, victim, (text) =>
      changed(text, (_, entry) => (entry.canonicalizedBody = flippedSpace(entry.canonicalizedBody))),
    );
    const report = await verify(victim);
    // The untouched one beside it still counts; the other is told as what it is.
    assert.equal(report.status, 'ok', why(report));
    assert.ok(report.images.some(({ claims }) => claims.some(({ reason }) => reason !== undefined)));
  });
});

/** One more space at the end: the same JSON in other bytes. */
const flippedSpace = (base64: string): string =>
  Buffer.concat([Buffer.from(base64, 'base64'), Buffer.from(' ')]).toString('base64');

/** That of the Rekor v1 of the same root. */
const otherLogId = ({ trustedRoot }: TrustMaterial): string =>
  Buffer.from(trustedRoot.tlogs[0]?.logId?.keyId ?? '').toString('base64');
