import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import {
  attestImages,
  signImages,
  verifyBundleFile,
  verifyImages,
  type FlowReport,
} from '@countersign/core/flows';
import type { Digest } from '@countersign/core/oci';
import { parseTrustedRoot, type TrustMaterial } from '@countersign/core/trust';
import { createVerifier } from '@countersign/core/verify';
import { startSigstore } from '@countersign/testbed/sigstore';
import { storedBeside } from '../faults/stored.js';
import { replaceBundles } from './forge.js';
import { BY_REPOSITORY, IDENTITY, ISSUER, openStage, states, why, type Stage } from './stage.js';

const V2 = { transparencyLog: 'rekor-v2', platforms: 'index' } as const;
const BUNDLES = ['https://sigstore.dev/cosign/sign/v1', 'https://slsa.dev/provenance/v1'];

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const KEY = { name: 'key.pem', pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
const PUBLIC_KEY = publicKey.export({ type: 'spki', format: 'pem' }).toString();

let stage: Stage;
let image = 0;
beforeAll(async () => {
  stage = await openStage({ rekor: 'v2' });
});
afterEach(() => {
  for (const plan of Object.values(stage.bed.faults)) plan.clear();
});
afterAll(() => stage.stop());

const fresh = (): Promise<string> => stage.push('acme/app', { annotations: { n: String((image += 1)) } });
const both = (on: string, changes: Parameters<Stage['attest']>[0] = {}) =>
  attestImages(
    stage.attest({ on: [on], signature: true, provenance: true, ...V2, ...changes }),
    stage.services(),
  );
const verify = (on: string, require = 'signature provenance', rules: object = BY_REPOSITORY) =>
  verifyImages(stage.verify(rules, require, { on: [on], platforms: 'index' }), stage.services());
const warningsOf = ({ notices }: FlowReport): string =>
  notices
    .filter(({ level }) => level === 'warning')
    .map(({ text }) => text)
    .join('\n');

describe('signing with Rekor v2', () => {
  it('writes bundles alone, says who is left out, and leaves Rekor v1 alone', async () => {
    const on = await fresh();
    const { sigstore } = stage.bed.services;
    const [v1, v2] = [sigstore.logSize(), sigstore.tileLogSize()];
    const report = await both(on);
    assert.deepEqual([report.status, states(report)], ['ok', { stored: 2 }], why(report));
    assert.deepEqual([sigstore.logSize() - v1, sigstore.tileLogSize() - v2], [0, 2]);
    assert.deepEqual(await storedBeside(on), { signatureLayers: 0, attestationLayers: 0, bundles: BUNDLES });
    assert.match(warningsOf(report), /Kyverno's ClusterPolicy/);
    const verified = await verify(on);
    assert.equal(verified.status, 'ok', why(verified));
  });

  it('signs nothing again', async () => {
    const on = await fresh();
    await both(on);
    const mark = stage.bed.requests.rekorV2.mark();
    const again = await both(on);
    assert.deepEqual([again.status, states(again)], ['ok', { present: 2 }], why(again));
    assert.equal(stage.bed.requests.rekorV2.count({}, mark), 0);
  });

  it('finds the entry of an answer that was lost in the tiles, and proves it', async () => {
    const on = await fresh();
    const { sigstore } = stage.bed.services;
    const v2 = sigstore.tileLogSize();
    const lost = stage.bed.faults.rekorV2.add({
      match: { method: 'POST' },
      times: 2,
      action: { kind: 'reset', when: 'after' },
    });
    const report = await both(on);
    assert.equal(report.status, 'ok', why(report));
    assert.equal(lost.hits, 2);
    assert.equal(sigstore.tileLogSize() - v2, 2);
    assert.ok(stage.bed.requests.rekorV2.count({ path: /tile\/entries/ }) > 0);
    const verified = await verify(on);
    assert.equal(verified.status, 'ok', why(verified));
  });

  it('takes the log from rekor-url', async () => {
    const { rekorV2Url, fulcioUrl, tsaUrl } = stage.bed;
    const on = await fresh();
    const signingConfig = { kind: 'urls', rekorUrl: rekorV2Url, fulcioUrl, tsaUrl } as const;
    const report = await both(on, { signingConfig });
    assert.equal(report.status, 'ok', why(report));
    assert.equal((await verify(on)).status, 'ok');
  });

  it('says where the address is that of a Rekor v1', async () => {
    const { rekorUrl, fulcioUrl, tsaUrl } = stage.bed;
    const signingConfig = { kind: 'urls', rekorUrl, fulcioUrl, tsaUrl } as const;
    const report = await both(await fresh(), { signingConfig });
    assert.equal(report.error?.code, 'LOG_REFUSED', why(report));
    assert.match(report.error.remedy, /Rekor v2/);
  });

  it('with a key needs no timestamp authority, and its claims are completed by Rekor v1 later', async () => {
    const on = await fresh();
    const { rekorV2Url, rekorUrl } = stage.bed;
    const identity = { ...stage.sign().identity, input: undefined };
    const options = { key: KEY, identity, provenance: false, documents: [], predicates: [predicate()] };
    const first = await both(on, { ...options, signingConfig: { kind: 'urls', rekorUrl: rekorV2Url } });
    assert.deepEqual([first.status, states(first)], ['ok', { stored: 2 }], why(first));
    const accepted = await verify(on, 'signature', { keys: [PUBLIC_KEY] });
    assert.equal(accepted.status, 'ok', why(accepted));

    const v1 = stage.bed.services.sigstore.logSize();
    const second = await both(on, {
      ...options,
      transparencyLog: 'rekor-v1',
      signingConfig: { kind: 'urls', rekorUrl },
    });
    assert.deepEqual([second.status, states(second)], ['ok', { present: 2, stored: 2 }], why(second));
    // A layer without the log's promise is no layer of a run that logs: both are signed anew for the tags.
    assert.equal(stage.bed.services.sigstore.logSize() - v1, 2);
    const there = await storedBeside(on);
    assert.deepEqual([there.signatureLayers, there.attestationLayers, there.bundles.length], [1, 1, 2]);
  });
});

const predicate = () => ({
  type: 'https://acme.example/checked/v1',
  path: 'checked.json',
  bytes: Buffer.from('{"checked":true}'),
});

describe('Rekor v2 for an image that was signed into the tags before', () => {
  it('is refused for attestations alone, which would hide that signature, and stands beside it with one of its own', async () => {
    const on = await fresh();
    const { rekorUrl, fulcioUrl } = stage.bed;
    const signingConfig = { kind: 'urls', rekorUrl, fulcioUrl } as const;
    const old = { on: [on], platforms: 'index', layouts: 'legacy', signingConfig } as const;
    const before = await signImages(stage.sign(old), stage.services());
    assert.equal(before.status, 'ok', why(before));

    const hiding = await both(on, { signature: false });
    assert.equal(hiding.error?.code, 'SIGNATURE_NEEDED', why(hiding));
    const untouched = { signatureLayers: 1, attestationLayers: 0, bundles: [] };
    assert.deepEqual(await storedBeside(on), untouched);

    const beside = await both(on);
    assert.deepEqual([beside.status, states(beside)], ['ok', { stored: 2 }], why(beside));
    assert.deepEqual(await storedBeside(on), { ...untouched, bundles: BUNDLES });
    const verified = await verify(on);
    assert.deepEqual([verified.status, states(verified)], ['ok', { verified: 3 }], why(verified));
  });
});

describe('a choice of log that cannot be', () => {
  const untouched = async (changes: Parameters<Stage['sign']>[0], code: string): Promise<string> => {
    const marks = (['oidc', 'fulcio', 'rekor', 'rekorV2', 'tsa'] as const).map(
      (service) => [service, stage.bed.requests[service].mark()] as const,
    );
    const report = await signImages(stage.sign({ on: [await fresh()], ...changes }), stage.services());
    assert.equal(report.error?.code, code, why(report));
    for (const [service, mark] of marks) assert.equal(stage.bed.requests[service].count({}, mark), 0);
    return `${report.error.message} ${report.error.remedy}`;
  };

  it('is refused where the config names Rekor v2 alone and nobody asked for it', async () => {
    assert.match(await untouched({}, 'SIGNING_CONFIG_INVALID'), /transparency-log: rekor-v2/);
  });

  it('is refused with the tags alone', async () => {
    assert.match(await untouched({ ...V2, layouts: 'legacy' }, 'INPUTS_CONTRADICT'), /layouts/);
    const text = await untouched({ transparencyLog: 'none', layouts: 'legacy' }, 'INPUTS_CONTRADICT');
    assert.match(text, /layouts/);
  });

  it('is refused without a timestamp authority, unless a key signs', async () => {
    const { rekorV2Url, fulcioUrl } = stage.bed;
    const signingConfig = { kind: 'urls', rekorUrl: rekorV2Url, fulcioUrl } as const;
    assert.match(await untouched({ ...V2, signingConfig }, 'INPUTS_CONTRADICT'), /timestamp/);
  });

  it('is refused with a trusted root without a timestamp authority', async () => {
    const root = JSON.parse(await readFile(stage.bed.trustedRoot, 'utf8')) as object;
    const path = join(stage.bed.stateDir, 'root-without-tsa.json');
    await writeFile(path, JSON.stringify({ ...root, timestampAuthorities: [] }));
    const text = await untouched({ ...V2, trust: { kind: 'file', path } }, 'INPUTS_CONTRADICT');
    assert.match(text, /timestamp authority/);
  });

  it('is none of the config: where that names no log, a key signs without one and the run says so', async () => {
    const config = JSON.parse(await readFile(stage.bed.signingConfig, 'utf8')) as object;
    const path = join(stage.bed.stateDir, 'without-logs.json');
    await writeFile(path, JSON.stringify({ ...config, rekorTlogUrls: [] }));
    const identity = { ...stage.sign().identity, input: undefined };
    const options = {
      key: KEY,
      identity,
      platforms: 'index',
      signingConfig: { kind: 'file', path },
    } as const;
    const sizes = () => [stage.bed.services.sigstore.logSize(), stage.bed.services.sigstore.tileLogSize()];
    const before = sizes();
    for (const [transparencyLog, told] of [
      ['rekor-v1', true],
      ['none', false],
    ] as const) {
      const on = [await fresh()];
      const report = await signImages(stage.sign({ ...options, on, transparencyLog }), stage.services());
      assert.equal(report.status, 'ok', why(report));
      assert.equal(warningsOf(report).includes('names no transparency log'), told);
    }
    assert.deepEqual(sizes(), before);
    const text = await untouched({ ...options, ...V2 }, 'SIGNING_CONFIG_INVALID');
    assert.match(text, /no transparency log of Rekor v2/);
  });

  it('is no choice where the config names both logs: Rekor v1 is used until v2 is named', async () => {
    const config = JSON.parse(await readFile(stage.bed.signingConfig, 'utf8')) as { rekorTlogUrls: object[] };
    const [v2] = config.rekorTlogUrls;
    const path = join(stage.bed.stateDir, 'both.json');
    const rekorTlogUrls = [v2, { ...v2, url: stage.bed.rekorUrl, majorApiVersion: 1 }];
    await writeFile(path, JSON.stringify({ ...config, rekorTlogUrls }));
    const { sigstore } = stage.bed.services;
    const sizes = () => [sigstore.logSize(), sigstore.tileLogSize()];
    for (const [transparencyLog, grown] of [
      ['rekor-v1', [2, 0]],
      ['rekor-v2', [0, 1]],
    ] as const) {
      const [v1Before = 0, v2Before = 0] = sizes();
      const signingConfig = { kind: 'file', path } as const;
      const report = await signImages(
        stage.sign({ on: [await fresh()], platforms: 'index', transparencyLog, signingConfig }),
        stage.services(),
      );
      assert.equal(report.status, 'ok', why(report));
      const [v1After = 0, v2After = 0] = sizes();
      assert.deepEqual([v1After - v1Before, v2After - v2Before], grown);
    }
  });
});

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
    // Beyond one entry, so that there is a path to prove.
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
    assert.equal((await verify(on, 'signature')).status, 'ok');
    const victim = await fresh();
    await signImages(stage.sign({ on: [victim], ...V2 }), stage.services());
    await replaceBundles(stage, victim, (text) =>
      changed(text, (_, entry) => (entry.canonicalizedBody = flippedSpace(entry.canonicalizedBody))),
    );
    const report = await verify(victim, 'signature');
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
