import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { attestImages, signImages, verifyImages, type AttestOptions } from '@countersign/core/flows';
import { spdx } from './documents.js';
import { claimsOf, openStage, states, why, type Stage } from './stage.js';

const document = (
  bytes: Uint8Array,
  platform?: string,
  kind: AttestOptions['documents'][number]['kind'] = 'sbom',
) => ({ kind, path: `${kind}.json`, bytes, platform });
const scanOf = (result: Record<string, unknown>): Buffer =>
  Buffer.from(
    JSON.stringify({
      scanner: { uri: 'pkg:github/anchore/grype@v0.117.0', result },
      metadata: { scanStartedOn: '2026-01-01T00:00:00Z', scanFinishedOn: '2026-01-01T00:01:00Z' },
    }),
  );
const VEX = Buffer.from(
  JSON.stringify({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': 'https://acme.example/vex/1',
    author: 'Acme',
    timestamp: '2026-01-01T00:00:00Z',
    version: 1,
    statements: [
      { vulnerability: { name: 'CVE-2026-1' }, products: [{ '@id': 'pkg:oci/app' }], status: 'fixed' },
    ],
  }),
);

for (const referrers of [true, false]) {
  describe(`attesting ${referrers ? 'with the referrers API' : 'through the fallback index'}`, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await openStage({ referrers });
    });
    afterAll(() => stage.stop());

    const options = () => stage.attest({ signature: true, provenance: true, documents: [document(spdx())] });

    it('stores signature and provenance everywhere and the document beside the digest given', async () => {
      const report = await attestImages(options(), stage.services());
      assert.equal(report.status, 'ok', why(report));
      assert.deepEqual(states(report), { stored: 14 });
      // Two for each of three signatures, one for each of three provenances and one document.
      assert.equal(report.figures.logEntries, 10);
      assert.equal(report.figures.certificates, 1);
      const sboms = claimsOf(report).filter(
        ({ predicateType }) => predicateType === 'https://spdx.dev/Document',
      );
      assert.deepEqual([...new Set(sboms.map(({ subject }) => subject))], [stage.image.digest]);
    });

    it('meets every requirement', async () => {
      const report = await verifyImages(
        stage.verify(undefined, 'signature provenance sbom'),
        stage.services(),
      );
      assert.equal(report.status, 'ok', why(report));
    });

    it('does not meet the document demanded of each platform', async () => {
      const report = await verifyImages(stage.verify(undefined, 'sbom@all'), stage.services());
      assert.equal(report.status, 'rejected', why(report));
      const met = report.images[0]?.requirements.map(({ platform, met: isMet }) => [platform, isMet]);
      assert.deepEqual(met, [
        [undefined, true],
        ['linux/amd64', false],
        ['linux/arm64', false],
      ]);
    });

    it('adds nothing when it is run again', async () => {
      const rekor = stage.bed.requests.rekor.mark();
      const report = await attestImages(options(), stage.services());
      assert.deepEqual(states(report), { present: 14 });
      assert.equal(stage.bed.requests.rekor.count({}, rekor), 0);
    });
  });
}

describe('an attestation', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.stop());

  it('never counts as a signature', async () => {
    const on = [await stage.push('acme/unsigned', { annotations: { n: '1' } })];
    const attested = await attestImages(stage.attest({ on, provenance: true }), stage.services());
    assert.equal(attested.status, 'ok', why(attested));
    const report = await verifyImages(
      stage.verify(undefined, 'provenance signature', { on }),
      stage.services(),
    );
    assert.equal(report.status, 'rejected', why(report));
    const unmet = report.images[0]?.requirements.filter(({ met }) => !met).map(({ name }) => name);
    assert.deepEqual([...new Set(unmet)], ['signature']);
  });

  it('is refused beside an old signature, and taken together with a new one', async () => {
    const on = [await stage.push('acme/legacy', { annotations: { n: '2' } })];
    const signed = await signImages(stage.sign({ on, layouts: 'legacy' }), stage.services());
    assert.equal(signed.status, 'ok', why(signed));

    const mark = stage.bed.requests.fulcio.mark();
    const refused = await attestImages(stage.attest({ on, documents: [document(spdx())] }), stage.services());
    assert.equal(refused.error?.code, 'SIGNATURE_NEEDED', why(refused));
    assert.match(refused.error.remedy, /signature: true/);
    assert.equal(stage.bed.requests.fulcio.count({}, mark), 0);

    const both = await attestImages(
      stage.attest({ on, signature: true, documents: [document(spdx())] }),
      stage.services(),
    );
    assert.equal(both.status, 'ok', why(both));
    assert.deepEqual(states(both), { present: 3, stored: 5 });
  });

  it('goes to the platform that its document names', async () => {
    const [, arm64] = stage.image.platforms;
    const report = await attestImages(
      stage.attest({ signature: true, documents: [document(spdx(arm64?.digest))] }),
      stage.services(),
    );
    const sboms = claimsOf(report).filter(
      ({ predicateType }) => predicateType === 'https://spdx.dev/Document',
    );
    assert.deepEqual([...new Set(sboms.map(({ platform }) => platform))], ['linux/arm64']);
  });

  it('goes to the platform that was said', async () => {
    const report = await attestImages(
      stage.attest({ signature: true, documents: [document(spdx(), 'linux/amd64')] }),
      stage.services(),
    );
    const sboms = claimsOf(report).filter(
      ({ predicateType }) => predicateType === 'https://spdx.dev/Document',
    );
    assert.deepEqual([...new Set(sboms.map(({ platform }) => platform))], ['linux/amd64']);
  });

  it('goes where the scan was made, and is demanded as scan, vuln and openvex', async () => {
    const [amd64, arm64] = stage.image.platforms;
    const documents = [
      document(scanOf({ subject: { digest: stage.image.digest } }), undefined, 'vulnerability-report'),
      document(scanOf({ subject: { digest: amd64?.digest } }), undefined, 'vulnerability-report'),
      document(scanOf({ Results: [] }), 'linux/arm64', 'vulnerability-report'),
      document(VEX, undefined, 'openvex'),
    ];
    const report = await attestImages(stage.attest({ signature: true, documents }), stage.services());
    assert.equal(report.status, 'ok', why(report));
    const subjectsOf = (type: string) => [
      ...new Set(
        claimsOf(report)
          .filter(({ predicateType }) => predicateType === type)
          .map(({ subject }) => subject),
      ),
    ];
    assert.deepEqual(
      subjectsOf('https://cosign.sigstore.dev/attestation/vuln/v1').sort(),
      [stage.image.digest, amd64?.digest ?? '', arm64?.digest ?? ''].sort(),
    );
    assert.deepEqual(subjectsOf('https://openvex.dev/ns'), [stage.image.digest]);
    const verified = await verifyImages(stage.verify(undefined, 'scan@all vuln openvex'), stage.services());
    assert.equal(verified.status, 'ok', why(verified));
    const everywhere = await verifyImages(stage.verify(undefined, 'openvex@all'), stage.services());
    assert.equal(everywhere.status, 'rejected', why(everywhere));
  });

  const scan = (platform?: string) => document(scanOf({}), platform, 'vulnerability-report');
  const refused = [
    ['two scans of one digest', [scan(), scan()], 'INPUTS_CONTRADICT'],
    [
      'the scan of another image',
      [
        document(
          scanOf({ subject: { digest: `sha256:${'a'.repeat(64)}` } }),
          undefined,
          'vulnerability-report',
        ),
      ],
      'DOCUMENT_SUBJECT_MISMATCH',
    ],
    ['the scan of one platform given for another', [scan('linux/s390x')], 'INPUT_INVALID'],
    [
      "a scanner's own report",
      [document(Buffer.from('{"matches":[],"descriptor":{}}'), undefined, 'vulnerability-report')],
      'PREDICATE_INVALID',
    ],
    [
      'an SBOM that breaks its schema',
      [document(Buffer.from(spdx().toString().replace('{', '{"extra":1,')))],
      'PREDICATE_INVALID',
    ],
    [
      'a VEX document that says nothing',
      [document(Buffer.from('{"@context":"https://openvex.dev/ns"}'), undefined, 'openvex')],
      'PREDICATE_INVALID',
    ],
    [
      'a document of another image',
      [document(spdx('sha256:' + 'a'.repeat(64)))],
      'DOCUMENT_SUBJECT_MISMATCH',
    ],
    ['a platform that the image does not have', [document(spdx(), 'linux/s390x')], 'INPUT_INVALID'],
    ['a document that is none', [document(Buffer.from('{}'))], 'PREDICATE_INVALID'],
    ['nothing to attest', [], 'INPUT_MISSING'],
  ] as const;
  for (const [what, documents, code] of refused) {
    it(`refuses ${what}, before anything is signed`, async () => {
      const mark = stage.bed.requests.fulcio.mark();
      const report = await attestImages(stage.attest({ signature: true, documents }), stage.services());
      assert.equal(report.error?.code, code, why(report));
      assert.equal(report.status, 'error');
      assert.equal(stage.bed.requests.fulcio.count({}, mark), 0);
    });
  }
});
