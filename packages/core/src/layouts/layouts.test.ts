import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { digestOf, OCI_INDEX } from '../oci/index.js';
import { attestationLayer, attestationTag, bundleReferrer, signatureLayer, signatureTag } from './index.js';

const DIGEST = digestOf('image');
const SUBJECT = { digest: DIGEST, mediaType: OCI_INDEX, size: 5, platform: undefined };
const ENTRY = {
  body: 'Ym9keQ==',
  integratedTime: 1699999999,
  logIndex: 123,
  logId: 'c0'.repeat(32),
  signedEntryTimestamp: 'U0VU',
};
const NONE = { certificate: undefined, logEntry: undefined, timestamp: undefined };

describe('tags of the legacy layouts', () => {
  it('are the digest with a dash, and an ending', () => {
    const hex = DIGEST.slice('sha256:'.length);
    assert.equal(signatureTag(DIGEST), `sha256-${hex}.sig`);
    assert.equal(attestationTag(DIGEST), `sha256-${hex}.att`);
  });
});

describe('a layer of the signature tag', () => {
  it('has the document as its blob, and annotations as cosign reads them', () => {
    const { descriptor, blob } = signatureLayer(Buffer.from('{}'), Buffer.from('sig'), {
      ...NONE,
      logEntry: ENTRY,
    });
    assert.equal(Buffer.from(blob).toString(), '{}');
    assert.deepEqual(descriptor, {
      mediaType: 'application/vnd.dev.cosign.simplesigning.v1+json',
      size: 2,
      digest: digestOf('{}'),
      annotations: {
        'dev.cosignproject.cosign/signature': 'c2ln',
        'dev.sigstore.cosign/bundle': `{"SignedEntryTimestamp":"U0VU","Payload":{"body":"Ym9keQ==","integratedTime":1699999999,"logIndex":123,"logID":"${ENTRY.logId}"}}`,
      },
    });
  });
  it('has a timestamp only where it was given one in place of a log entry', () => {
    const { descriptor } = signatureLayer(Buffer.from('{}'), Buffer.from('sig'), {
      ...NONE,
      timestamp: Buffer.from('tsr'),
    });
    assert.equal(
      descriptor.annotations?.['dev.sigstore.cosign/rfc3161timestamp'],
      '{"SignedRFC3161Timestamp":"dHNy"}',
    );
  });
});

describe('a layer of the attestation tag', () => {
  it('has the logged text as its blob, its type, and an empty signature', () => {
    const { descriptor, blob } = attestationLayer(
      Buffer.from('{"payload":""}'),
      'https://spdx.dev/Document',
      NONE,
    );
    assert.equal(Buffer.from(blob).toString(), '{"payload":""}');
    assert.equal(descriptor.mediaType, 'application/vnd.dsse.envelope.v1+json');
    assert.deepEqual(descriptor.annotations, {
      'dev.cosignproject.cosign/signature': '',
      predicateType: 'https://spdx.dev/Document',
    });
  });
});

describe('a bundle referrer', () => {
  const at = new Date('2026-01-01T00:00:00.750Z');
  it('is the manifest of the specification, byte for byte', () => {
    const { manifest, layer } = bundleReferrer(
      Buffer.from('{"b":1}'),
      'https://slsa.dev/provenance/v1',
      SUBJECT,
      at,
    );
    assert.equal(
      Buffer.from(manifest).toString(),
      '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",' +
        '"artifactType":"application/vnd.dev.sigstore.bundle.v0.3+json",' +
        '"config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","size":2},' +
        `"layers":[{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","digest":"${digestOf(layer)}","size":7}],` +
        `"subject":{"mediaType":"${OCI_INDEX}","digest":"${DIGEST}","size":5},` +
        '"annotations":{"org.opencontainers.image.created":"2026-01-01T00:00:00Z","dev.sigstore.bundle.content":"dsse-envelope","dev.sigstore.bundle.predicateType":"https://slsa.dev/provenance/v1"}}',
    );
  });
  it('is the same manifest whenever the same bundle is pushed', () => {
    const make = () => bundleReferrer(Buffer.from('{}'), 'urn:x', SUBJECT, at).descriptor.digest;
    assert.equal(make(), make());
  });
  it('has no time where nothing witnessed one', () => {
    const { descriptor } = bundleReferrer(Buffer.from('{}'), 'urn:x', SUBJECT, undefined);
    assert.equal(descriptor.annotations?.['org.opencontainers.image.created'], undefined);
  });
});
