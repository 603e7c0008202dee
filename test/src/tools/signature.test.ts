import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { systemClock } from '@countersign/core/http';
import { ARCHIVE_OF, openStage, program, sha256, type Stage } from './stage.js';

const VERSION = '9.9.9';
const FILE = `syft_${VERSION}_linux_amd64.tar.gz`;
const LIST = `syft_${VERSION}_checksums.txt`;
const ANCHORE = 'anchore/syft/.github/workflows/release.yaml@refs/heads/main';

let stage: Stage;
let archive: Buffer;
beforeEach(async () => {
  stage = await openStage();
  archive = await ARCHIVE_OF(program(VERSION));
}, 20_000);
afterEach(() => stage.stop());

interface Changes {
  readonly list?: string;
  readonly served?: Uint8Array;
  readonly signer?: string;
  readonly signed?: string;
}

/** A release of syft as Anchore makes it, with the changes of an attacker. */
async function release({ list, served = archive, signer = ANCHORE, signed }: Changes = {}): Promise<void> {
  const text = list ?? `${sha256(archive)}  ${FILE}\n${sha256('other')}  ${FILE}.sbom\n`;
  const { signature, certificate } = await stage.sign(signed ?? text, signer);
  stage.release('anchore/syft', VERSION, {
    [FILE]: served,
    [LIST]: text,
    [`${LIST}.sig`]: signature,
    [`${LIST}.pem`]: Buffer.from(certificate).toString('base64'),
  });
}

const ensure = (changes: object = {}) => stage.ensure({ name: 'syft', version: VERSION, ...changes });

const nothingLeft = async (): Promise<void> => {
  assert.deepEqual(await stage.leftBehind(), []);
};

describe('a version outside the table', () => {
  it('is installed where its vendor signed the checksum file that names it', async () => {
    await release();
    const tool = await ensure();
    assert.equal(tool.verifiedBy, 'signature');
    assert.equal(tool.source, 'release');
    assert.equal(tool.version, VERSION);
  });

  it('is installed again from the cache, with every service away', async () => {
    await release();
    await ensure();
    await stage.host.stop();
    await stage.sigstore.stop();
    const tool = await ensure();
    assert.equal(tool.source, 'tool-cache');
    assert.equal(tool.verifiedBy, 'signature');
  });

  const rejected: readonly (readonly [why: string, changes: () => Changes, code: string])[] = [
    ['other bytes', () => ({ served: Buffer.concat([archive, Buffer.from('x')]) }), 'DIGEST_MISMATCH'],
    [
      'a checksum file that was changed after it was signed',
      () => ({ signed: `${sha256('honest')}  ${FILE}\n` }),
      'SIGNATURE_INVALID',
    ],
    [
      'a checksum file that names another file alone',
      () => ({ list: `${sha256(archive)}  old-${FILE}\n${sha256(archive)}  ${FILE}.sbom\n` }),
      'TOOL_REJECTED',
    ],
    [
      'a checksum file of another version',
      () => ({ list: `${sha256(archive)}  syft_9.9.8_linux_amd64.tar.gz\n` }),
      'TOOL_REJECTED',
    ],
    [
      'a checksum file with two sums for it',
      () => ({ list: `${sha256(archive)}  ${FILE}\n${sha256('x')}  ${FILE}\n` }),
      'TOOL_REJECTED',
    ],
    [
      'the signature of another repository',
      () => ({ signer: 'mallory/syft/.github/workflows/release.yaml@refs/heads/main' }),
      'SIGNER_NOT_ALLOWED',
    ],
    ['the signature of another branch', () => ({ signer: `${ANCHORE}-evil` }), 'SIGNER_NOT_ALLOWED'],
    [
      'the signature of another workflow',
      () => ({ signer: 'anchore/syft/.github/workflows/test.yaml@refs/heads/main' }),
      'SIGNER_NOT_ALLOWED',
    ],
  ];
  for (const [why, changes, code] of rejected) {
    it(`is refused for ${why}`, async () => {
      await release(changes());
      await assert.rejects(ensure(), { code, fault: 'rejection' });
      await nothingLeft();
    });
  }

  it('is refused where no log of the trusted root has the signature', async () => {
    await release();
    stage.sigstore.faults.rekor.add({
      match: { path: /retrieve/ },
      times: Infinity,
      action: { kind: 'status', status: 404 },
    });
    await assert.rejects(ensure(), { code: 'LOG_ENTRY_INVALID', fault: 'rejection' });
    await nothingLeft();
  });

  it('is left open where the log does not answer', async () => {
    await release();
    stage.sigstore.faults.rekor.add({
      match: { path: /retrieve/ },
      times: Infinity,
      action: { kind: 'status', status: 503 },
    });
    await assert.rejects(ensure(), { code: 'LOG_UNAVAILABLE', fault: 'infrastructure' });
    await nothingLeft();
  }, 20_000);

  it('is refused by a trusted root that knows neither its log nor its authority', async () => {
    await release();
    const other = await openStage();
    const material = other.services().trust;
    try {
      await assert.rejects(
        stage.ensure({ name: 'syft', version: VERSION }, stage.services({ trust: material })),
        { code: 'LOG_ENTRY_INVALID' },
      );
      await nothingLeft();
    } finally {
      await other.stop();
    }
  });

  it('is refused where it was signed a moment ago, and taken once min-age has passed', async () => {
    await release();
    const young = stage.services();
    const context = { ...young.context, clock: systemClock };
    const request = { name: 'syft', version: VERSION } as const;
    await assert.rejects(stage.ensure(request, { ...young, context }), { code: 'TOOL_TOO_YOUNG' });
    await nothingLeft();
    const tool = await stage.ensure({ ...request, minAgeMs: 0 }, { ...young, context });
    assert.equal(tool.verifiedBy, 'signature');
  });

  it('is not there where its signature is not', async () => {
    await release();
    stage.files.delete(`/anchore/syft/releases/download/v${VERSION}/${LIST}.sig`);
    await assert.rejects(ensure(), { code: 'TOOL_NOT_FOUND' });
    await nothingLeft();
  });

  it('is installed from an unsigned checksum file only where that is asked for, and is not strict after that', async () => {
    stage.release('anchore/syft', VERSION, { [FILE]: archive, [LIST]: `${sha256(archive)}  ${FILE}\n` });
    await assert.rejects(ensure(), { code: 'TOOL_NOT_FOUND' });
    await nothingLeft();
    assert.equal((await ensure({ verify: 'checksum' })).verifiedBy, 'checksum');
    await assert.rejects(ensure(), { fault: 'user' });
    await release();
    assert.equal((await ensure()).verifiedBy, 'signature');
    assert.equal((await ensure()).source, 'tool-cache');
    assert.deepEqual(stage.warnings, []);
  });

  it('of a vendor that signs nothing is refused, and nothing is asked for', async () => {
    for (const name of ['notation', 'oras', 'crane', 'slsa-verifier'] as const) {
      await assert.rejects(stage.ensure({ name, version: VERSION }), { code: 'TOOL_UNVERIFIABLE' });
    }
    assert.equal(stage.host.requests.entries.length, 0);
    await nothingLeft();
  });
});

describe('a release whose assets are signed one by one', () => {
  const TRIVY = `trivy_${VERSION}_Linux-64bit.tar.gz`;
  const workflow = (version: string): string =>
    `aquasecurity/trivy/.github/workflows/reusable-release.yaml@refs/tags/v${version}`;
  const serve = async (signer: string, bytes: Uint8Array): Promise<void> => {
    const { bundle } = await stage.sign(bytes, signer);
    stage.release('aquasecurity/trivy', VERSION, {
      [TRIVY]: archive,
      [`${TRIVY}.sigstore.json`]: bundle,
    });
  };
  const trivy = () => stage.ensure({ name: 'trivy', version: VERSION });

  it('is installed where the bundle is of this asset and this tag', async () => {
    archive = await ARCHIVE_OF(program(VERSION), 'trivy');
    await serve(workflow(VERSION), archive);
    assert.equal((await trivy()).verifiedBy, 'signature');
  });

  it('is refused where the bundle is of other bytes', async () => {
    archive = await ARCHIVE_OF(program(VERSION), 'trivy');
    await serve(workflow(VERSION), Buffer.from('other'));
    await assert.rejects(trivy(), { fault: 'rejection' });
    await nothingLeft();
  });

  it('is refused where an older tag was signed: a release that is put in the place of a newer one', async () => {
    archive = await ARCHIVE_OF(program(VERSION), 'trivy');
    await serve(workflow('9.9.8'), archive);
    await assert.rejects(trivy(), { code: 'SIGNER_NOT_ALLOWED' });
    await nothingLeft();
  });

  it('is refused where it was signed for another platform: a signature of bytes says nothing of their name', async () => {
    archive = await ARCHIVE_OF(Buffer.from('\x7fELF of a processor that nobody has'), 'trivy');
    await serve(workflow(VERSION), archive);
    await assert.rejects(trivy(), { code: 'TOOL_REJECTED' });
    await nothingLeft();
  });

  it('is refused where the bundle is no bundle', async () => {
    stage.release('aquasecurity/trivy', VERSION, { [TRIVY]: archive, [`${TRIVY}.sigstore.json`]: '{}' });
    await assert.rejects(trivy(), { code: 'BUNDLE_MALFORMED' });
    await nothingLeft();
  });
});
