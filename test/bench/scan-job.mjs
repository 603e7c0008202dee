// node scan-job.mjs REPORT FOLDER: reads a scanner's report, decides, and writes SARIF and predicate; the time of each step
// goes to FOLDER/times.json.
import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { decide, fileBytes, readScanReport, sarifOf, vulnPredicate } from '@countersign/core/scan';

const [report, folder] = process.argv.slice(2);
const NOW = new Date('2026-11-21T12:00:00Z');
const DIGEST = `sha256:${'1'.repeat(64)}`;
const GATE = {
  failOn: 'high',
  onlyFixed: false,
  onUnknownSeverity: 'warn',
  epssThreshold: 0.5,
  kev: 'fail',
  riskThreshold: undefined,
  graceDays: { critical: 0, high: 7 },
  maxNew: undefined,
};
const times = {};

const read = await timed('read', () => readScanReport(fileBytes(report), report));
const decision = await timed('decide', () =>
  decide({
    report: read,
    gate: GATE,
    waivers: waivers(),
    vex: [],
    image: { names: ['registry.example/acme/app'], digest: DIGEST },
    now: NOW,
  }),
);
const record = {
  subject: { reference: `registry.example/acme/app@${DIGEST}`, digest: DIGEST, platform: 'linux/amd64' },
  report: read,
  decision,
};
await timed('sarif', () => write('scan.sarif', sarifOf([record], { location: 'Dockerfile' })));
await timed('predicate', () => write('predicate.json', [JSON.stringify(vulnPredicate(record, run()))]));
writeFileSync(
  join(folder, 'times.json'),
  JSON.stringify({
    times,
    cpuMs: cpuMs(),
    findings: decision.findings.length,
    result: decision.result,
    counts: decision.counts,
  }),
);

/** Of the whole process, on all cores: what a busy machine does not change much. */
function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function timed(step, act) {
  const started = performance.now();
  const result = await act();
  times[step] = performance.now() - started;
  return result;
}

/** As many as a team may have. */
function waivers() {
  return Array.from({ length: 50 }, (_, index) => ({
    index: index + 1,
    id: `CVE-20${10 + (index % 16)}-${10_000 + index}`,
    package: undefined,
    versions: undefined,
    images: [],
    reason: 'measured',
    owner: 'bench',
    expires: '2026-12-31',
    untilFixed: false,
    allowKev: false,
  }));
}

async function write(name, pieces) {
  const file = await open(join(folder, name), 'w');
  try {
    let waiting = '';
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < 1024 * 1024) continue;
      await file.writeFile(waiting);
      waiting = '';
    }
    await file.writeFile(waiting);
  } finally {
    await file.close();
  }
}

function run() {
  return {
    startedAt: NOW,
    finishedAt: NOW,
    invocation: { uri: '', eventId: '', builderId: '', parameters: [] },
  };
}
