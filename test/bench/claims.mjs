// Four claims on one digest: Countersign's one step beside the sequence of four cosign calls, against the test bed.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { startTestbed } from '@countersign/testbed';
import { buildDemoImage, pushImage } from '@countersign/testbed/image';
import { interopCache } from '../../scripts/interop-cache.mjs';
import { inTurn, measure, median } from './measure.mjs';
import { writePredicates } from './predicates.mjs';

const ROUNDS = 5;
const CLI = join(import.meta.dirname, '../../dist/cli/index.js');
const IDENTITY = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';
const ISSUER = 'https://token.actions.githubusercontent.com';
const CUSTOM = 'https://countersign.dev/bench/v1';
const PROVENANCE = 'https://slsa.dev/provenance/v1';
const SPDX = 'https://spdx.dev/Document';

/** Rows for docs/benchmarks.md, for each latency in milliseconds per request. */
export async function claims() {
  const cosign = join(interopCache(), 'bin', 'cosign');
  const rows = [];
  for (const latencyMs of [50, 0])
    rows.push(...(await compare(existsSync(cosign) ? cosign : undefined, latencyMs)));
  return rows;
}

async function compare(cosign, latencyMs) {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const bed = await startTestbed({ stateDir: folder, referrers: true, latencyMs });
  try {
    const files = writePredicates(folder);
    const image = await imageMaker(bed);
    const subjects = { ours: [], cosign: [], all: [] };
    const counted = (list, run) => async () => {
      const reference = await image();
      list.push(reference);
      const before = requestCounts(bed);
      const result = await run(reference);
      return { ...result, requests: difference(before, requestCounts(bed)) };
    };
    const signing = [
      counted(subjects.ours, (reference) => attest(bed, files, reference, 'bundle')),
      counted(subjects.all, (reference) => attest(bed, files, reference, 'all')),
      ...(cosign === undefined
        ? []
        : [counted(subjects.cosign, (reference) => cosignAttest(cosign, bed, files, reference))]),
    ];
    const [ours, all, theirs] = await inTurn(ROUNDS, signing);

    const verifying = [
      withCounts(bed, () => verify(bed, subjects.ours.at(-1))),
      withCounts(bed, () => verify(bed, subjects.all.at(-1))),
      ...(cosign === undefined
        ? []
        : [withCounts(bed, () => cosignVerify(cosign, bed, subjects.cosign.at(-1)))]),
    ];
    const [oursVerified, allVerified, theirsVerified] = await inTurn(ROUNDS, verifying);
    return [
      ...table('sign and attest', latencyMs, { ours, all, theirs }),
      ...table('verify', latencyMs, { ours: oursVerified, all: allVerified, theirs: theirsVerified }),
    ];
  } finally {
    await bed.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function table(job, latencyMs, { ours, all, theirs }) {
  const base = theirs === undefined ? undefined : summary(theirs);
  return [
    ['Countersign, bundle layout', ours],
    ['Countersign, all layouts', all],
    ['cosign, four calls', theirs],
  ]
    .filter(([, runs]) => runs !== undefined)
    .map(([who, runs]) => ({
      job,
      latencyMs,
      who,
      ...summary(runs),
      ratio: base === undefined ? undefined : ratio(summary(runs), base),
    }));
}

function summary(runs) {
  return {
    ms: median(runs.map((run) => run.ms)),
    peakMiB: median(runs.map((run) => run.peakMiB)),
    requests: median(runs.map((run) => total(run.requests))),
    byService: runs.at(-1).requests,
  };
}

function ratio(a, b) {
  return { ms: a.ms / b.ms, peakMiB: a.peakMiB / b.peakMiB, requests: a.requests / b.requests };
}

async function attest(bed, files, reference, layouts) {
  return measure(
    process.execPath,
    [
      CLI,
      'attest',
      reference,
      '--signature',
      '--sbom',
      files.spdx,
      '--provenance',
      '--predicate-type',
      CUSTOM,
      '--predicate-path',
      files.custom,
      '--platforms',
      'index',
      '--layouts',
      layouts,
    ],
    { env: bed.environment },
  );
}

async function verify(bed, reference) {
  return measure(
    process.execPath,
    [
      CLI,
      'verify',
      reference,
      '--certificate-identity',
      IDENTITY,
      '--certificate-oidc-issuer',
      ISSUER,
      '--require',
      `signature,sbom,provenance,${CUSTOM}`,
      '--platforms',
      'index',
    ],
    { env: bed.environment },
  );
}

async function cosignAttest(cosign, bed, files, reference) {
  const common = ['--yes', '--signing-config', bed.signingConfig, '--trusted-root', bed.trustedRoot];
  return inSequence(
    [
      async () => ['sign', ...common, '--identity-token', bed.token(), reference],
      async () => [
        'attest',
        ...common,
        '--identity-token',
        bed.token(),
        '--type',
        'spdxjson',
        '--predicate',
        files.spdx,
        reference,
      ],
      async () => [
        'attest',
        ...common,
        '--identity-token',
        bed.token(),
        '--type',
        'slsaprovenance1',
        '--predicate',
        files.provenance,
        reference,
      ],
      async () => [
        'attest',
        ...common,
        '--identity-token',
        bed.token(),
        '--type',
        CUSTOM,
        '--predicate',
        files.custom,
        reference,
      ],
    ],
    cosign,
  );
}

async function cosignVerify(cosign, bed, reference) {
  const common = [
    '--trusted-root',
    bed.trustedRoot,
    '--certificate-identity',
    IDENTITY,
    '--certificate-oidc-issuer',
    ISSUER,
  ];
  return inSequence(
    [
      ['verify', ...common, reference],
      ...[SPDX, PROVENANCE, CUSTOM].map((type) => [
        'verify-attestation',
        ...common,
        '--type',
        type,
        reference,
      ]),
    ].map((args) => async () => args),
    cosign,
  );
}

/** The sum of the wall times and the largest peak of several calls; what prepares a call is not counted. */
async function inSequence(calls, program) {
  let ms = 0;
  let peakMiB = 0;
  for (const call of calls) {
    const result = await measure(program, await call());
    ms += result.ms;
    peakMiB = Math.max(peakMiB, result.peakMiB ?? 0);
  }
  return { ms, peakMiB };
}

function withCounts(bed, run) {
  return async () => {
    const before = requestCounts(bed);
    const result = await run();
    return { ...result, requests: difference(before, requestCounts(bed)) };
  };
}

function requestCounts(bed) {
  return Object.fromEntries(Object.entries(bed.requests).map(([service, log]) => [service, log.count()]));
}

function difference(before, after) {
  return Object.fromEntries(
    Object.entries(after).map(([service, count]) => [service, count - before[service]]),
  );
}

function total(requests) {
  return Object.values(requests).reduce((sum, count) => sum + count, 0);
}

/** Each call pushes another image, so that no claim is there already, and gives its pinned reference. */
async function imageMaker(bed) {
  let number = 0;
  return async () => {
    number += 1;
    const image = buildDemoImage([{ path: 'bench', bytes: Buffer.from(`image ${number}`) }]);
    const { digest } = await pushImage({ origin: `http://${bed.registry}`, auth: null }, 'bench/app', image);
    return `${bed.registry}/bench/app@${digest}`;
  };
}
