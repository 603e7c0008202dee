import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CountersignError } from '@countersign/core/errors';
import { pushImage, type BuiltImage } from '@countersign/testbed';
import { targetOf, type Good } from './attacks.js';
import { describeImage, scanImage, type Described, type Looking } from './look-inside.js';
import type { ActionResult } from './runner.js';

/** What the gate said about the second image, each time. */
export interface GateShown {
  readonly stopped: string;
  readonly waivedUntil: string;
  readonly stoppedAgain: string;
}

const REPOSITORY = 'acme/old-app';
const DAY_MS = 86_400_000;

/** Scans the image that will be signed; answers the lines for `vulnerability-report` of attest. */
export const passGate = (looking: Looking, good: Good, described: Described): Promise<string> =>
  looking.steps.run(
    'actions/scan with its gate: nothing high, nothing known to be exploited',
    async (tell) => {
      const result = await scanImage(looking, 'scan', good, { described, which: 'good' });
      expectEnd(result, 0, 'the good image passes the gate');
      tell(`${result.outputs.get('result') ?? ''}: ${countsOf(result)}`);
      tell(
        looking.programs === undefined
          ? 'by a recorded report of grype, since there is no grype here; its database is of our own records'
          : `by grype on a small database of our own records, built ${result.outputs.get('db-built') ?? ''} (max-db-age set for it)`,
      );
      return result.outputs.get('vuln-predicate') ?? '';
    },
  );

/** A second image with a critical finding: stopped, let through by a waiver, stopped again when that has ended. */
export async function showGate(looking: Looking, image: BuiltImage, now: Date): Promise<GateShown> {
  const { steps, stage, folder } = looking;
  steps.heading('A second image with a critical vulnerability, and the same gate');
  await pushImage(stage.registry, REPOSITORY, image);
  const good: Good = { ...targetOf(image), repository: REPOSITORY, tag: '' };
  const described =
    looking.programs === undefined
      ? { sbom: '', syftJson: undefined }
      : await describeImage({ ...looking, steps: silent(looking) }, good);
  const scan = (step: string, inputs?: Readonly<Record<string, string>>): Promise<ActionResult> =>
    scanImage(looking, step, good, { described, which: 'vulnerable' }, inputs);
  const waived = async (step: string, expires: string): Promise<ActionResult> => {
    const path = join(folder, `${step}.waivers.yaml`);
    await writeFile(path, waiverFile(expires));
    return scan(step, { waivers: path });
  };

  const stopped = await steps.run('it is stopped', async (tell) => {
    const result = await scan('scan-vulnerable');
    expectEnd(result, 1, 'a critical finding stops at the gate');
    const [reason = ''] = result.errors;
    tell(firstLine(reason));
    return reason;
  });
  const until = isoDay(new Date(now.getTime() + 30 * DAY_MS));
  await steps.run(`a waiver with an owner, a reason and an end (${until}) lets it through`, async (tell) => {
    const result = await waived('scan-waived', until);
    expectEnd(result, 0, 'a waived finding passes the gate');
    tell(
      `${result.outputs.get('result') ?? ''}: ${countsOf(result)}; waived: ${result.outputs.get('waived-count') ?? ''}`,
    );
  });
  const stoppedAgain = await steps.run('the day after its end it is stopped again', async (tell) => {
    const result = await waived('scan-expired', isoDay(new Date(now.getTime() - DAY_MS)));
    expectEnd(result, 1, 'an expired waiver lets nothing through');
    const [reason = ''] = result.errors;
    tell(firstLine(reason));
    return reason;
  });
  return { stopped, waivedUntil: until, stoppedAgain };
}

const waiverFile = (expires: string): string =>
  [
    'waivers:',
    '  - id: CVE-2021-44906',
    '    package: pkg:npm/minimist',
    '    reason: the parser sees only our own command line',
    '    owner: team-app',
    `    expires: ${expires}`,
    '',
  ].join('\n');

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

const countsOf = ({ outputs }: ActionResult): string =>
  ['critical', 'high', 'medium', 'low', 'negligible']
    .map((severity) => `${outputs.get(`${severity}-count`) ?? '?'} ${severity}`)
    .join(', ');

function expectEnd(result: ActionResult, exitCode: number, what: string): void {
  if (result.exitCode === exitCode) return;
  throw new CountersignError('INTERNAL', {
    what: `It was expected that ${what}, and the step ended with exit code ${result.exitCode}: ${result.errors.join(' ') || result.stdout.slice(-500)}`,
    remedy: 'This is a defect in Countersign: please report it with the output of this run.',
  });
}

/** Its SBOM is a step of no news. */
const silent = ({ steps }: Looking): Looking['steps'] => ({
  ...steps,
  run: (_title, step) => step(() => undefined),
});
