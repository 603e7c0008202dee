import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { ClaimReport, FlowReport, ImageReport } from '../flows/index.js';
import { MAX_OUTPUT_CHARS } from '../limits.js';
import { parseDigest } from '../oci/index.js';
import { OUTPUTS } from './outputs.js';
import { valuesOf } from './output-values.js';

let RUNNER_TEMP: string;
beforeAll(async () => {
  RUNNER_TEMP = await mkdtemp(join(tmpdir(), 'countersign-values-'));
});
afterAll(() => rm(RUNNER_TEMP, { recursive: true }));

const DIGEST = parseDigest(`sha256:${'a'.repeat(64)}`);
const SAN = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';
const claim = (change: Partial<ClaimReport> = {}): ClaimReport => ({
  subject: DIGEST,
  platform: undefined,
  predicateType: 'https://sigstore.dev/cosign/sign/v1',
  layout: 'bundle-referrer',
  digest: DIGEST,
  identity: SAN,
  issuer: 'https://issuer.example',
  logIndex: 7,
  state: 'stored',
  reason: undefined,
  ...change,
});
const image = (change: Partial<ImageReport> = {}): ImageReport => ({
  reference: `registry.example/app@${DIGEST}`,
  digest: DIGEST,
  platforms: [],
  claims: [claim()],
  requirements: [],
  error: undefined,
  ...change,
});
const reportOf = (change: Partial<FlowReport> = {}): FlowReport => ({
  command: 'sign',
  status: 'ok',
  images: [image()],
  bundles: [],
  signer: undefined,
  figures: { logEntries: 0, timestamps: 0, certificates: 0, storedObjects: 0, requests: {} },
  notices: [],
  error: undefined,
  ...change,
});
const values = (change: Partial<FlowReport> = {}): Promise<Readonly<Record<string, string>>> =>
  valuesOf(reportOf(change), { RUNNER_TEMP });

/** What the reports of some actions have besides. */
const PARTS: Readonly<Record<string, Partial<FlowReport>>> = {
  'generate-sbom': {
    command: 'sbom',
    sbom: {
      documents: [],
      packageCount: 0,
      ecosystems: {},
      quality: [],
      findings: [],
      diff: undefined,
      generator: undefined,
      times: { fetch: 0, generate: 0, rest: 0 },
    },
  },
  scan: {
    command: 'scan',
    scan: {
      result: 'clean',
      records: [],
      files: { folder: '/scan', sarif: '/scan/scan.sarif', junit: undefined, subjects: [] },
      notices: [],
      judgedAt: new Date(0),
      maxWaiverDays: 90,
    },
  },
  'setup-tools': {
    command: 'tools',
    tools: { action: 'install', platform: 'linux-x64', tools: [], pathFolders: [] },
  },
};

describe('the outputs of a report', () => {
  it('have a value for every output that is declared', async () => {
    for (const [action, outputs] of Object.entries(OUTPUTS)) {
      const found = Object.keys(await values(PARTS[action] ?? {}));
      const missing = outputs.map(({ name }) => name).filter((name) => !found.includes(name));
      assert.deepEqual(missing, [], action);
    }
  });

  it('name one digest once, though it stands in several repositories', async () => {
    const mirror = image({ reference: `mirror.example/app@${DIGEST}` });
    const { digest, result } = await values({ images: [image(), mirror] });
    assert.equal(digest, DIGEST);
    const byDigest = JSON.parse(result ?? '') as Record<string, { reference: string }[]>;
    assert.deepEqual(
      byDigest[DIGEST]?.map(({ reference }) => reference),
      [`registry.example/app@${DIGEST}`, `mirror.example/app@${DIGEST}`],
    );
  });

  it('list each log entry once, in order', async () => {
    const claims = [12, 7, undefined, 12, 100].map((logIndex) => claim({ logIndex }));
    assert.equal((await values({ images: [image({ claims })] }))['log-indexes'], '7\n12\n100');
  });

  it('hold new bundles as lines of a file', async () => {
    const bundles = ['{"a":1}', '{"b":2}'].map((json) => ({ subject: DIGEST, predicateType: 'x', json }));
    const path = (await values({ bundles }))['bundle-path'] ?? '';
    assert.equal(await readFile(path, 'utf8'), '{"a":1}\n{"b":2}\n');
    assert.equal((await values())['bundle-path'], '');
  });

  it('stay within what a job may hand on; the file has all', async () => {
    const claims = Array.from({ length: 1000 }, (_, logIndex) => claim({ logIndex }));
    const { result = '', 'result-path': path = '' } = await values({ images: [image({ claims })] });
    assert.ok(result.length <= MAX_OUTPUT_CHARS);
    assert.deepEqual(JSON.parse(result), {
      [DIGEST]: [
        {
          reference: `registry.example/app@${DIGEST}`,
          digest: DIGEST,
          claims: [],
          claimsLeftOut: 1000,
          error: null,
        },
      ],
    });
    const whole = JSON.parse(await readFile(path, 'utf8')) as { images: { claims: object[] }[] };
    assert.equal(whole.images[0]?.claims.length, 1000);
  });

  it('name who signed: this run, or for verify whose claim was verified', async () => {
    const signer = { identity: SAN, issuer: 'https://issuer.example' };
    assert.equal((await values({ signer }))['certificate-identity'], SAN);
    assert.equal((await values({ signer: { key: 'hint' } }))['certificate-identity'], '');
    const rejected = claim({ identity: 'mallory', state: 'rejected' });
    const images = [image({ claims: [rejected, claim({ state: 'verified' })] })];
    const verified = await values({ command: 'verify', images });
    assert.equal(verified['certificate-identity'], SAN);
    assert.equal(verified['certificate-oidc-issuer'], 'https://issuer.example');
  });

  const verdicts: readonly (readonly [status: FlowReport['status'], verdict: string])[] = [
    ['ok', 'accepted'],
    ['rejected', 'rejected'],
    ['undecided', ''],
    ['error', ''],
  ];
  for (const [status, verdict] of verdicts) {
    it(`have the verdict "${verdict}" for the status ${status}`, async () => {
      assert.equal((await values({ command: 'verify', status })).verdict, verdict);
    });
  }
});
