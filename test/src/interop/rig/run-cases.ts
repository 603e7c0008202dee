import type {
  Answer,
  Ask,
  Asked,
  Case,
  PlaceFacts,
  Planned,
  Result,
  Verifier,
  Written,
} from '../contract.js';
import { doctorSays } from '../doctor/agree.js';
import { judge, MAX_WORDS, type Judged } from './judge.js';
import { notBuilt, type NotBuilt } from './programs.js';
import { pool } from './pool.js';
import { placePrograms } from './registries.js';
import { openStage, type OpenStage } from './stage.js';

/** At a time: two cores are busy with that, and what waits for a disk or a lock is covered. */
const WIDTH = 3;

export interface RunOptions {
  /** Gets a line where something begins, ends or is not as expected. */
  readonly say: (line: string) => void;
}

/** What a run came to. */
export interface RunOutcome {
  readonly results: readonly Result[];
  /** By verifier id. */
  readonly versions: ReadonlyMap<string, string>;
}

/** Runs cases, one place after the other: first everything is written, then everything is asked. */
export async function runCases(cases: readonly Case[], { say }: RunOptions): Promise<RunOutcome> {
  const results: Result[] = [];
  const versions = new Map<string, string>();
  for (const place of new Set(cases.map((each) => each.place))) {
    const here = cases.filter((each) => each.place === place);
    const missing = notBuilt(placePrograms(place));
    if (missing !== undefined) {
      say(`${place.id}: ${here.length} cases ${notRun(missing).why}`);
      results.push(...here.map((each) => resultOf(each, notRun(missing), 0)));
    } else results.push(...(await inPlace(place, here, versions, say)));
  }
  return { results, versions };
}

async function inPlace(
  place: PlaceFacts,
  cases: readonly Case[],
  versions: Map<string, string>,
  say: (line: string) => void,
): Promise<readonly Result[]> {
  const stage = await openStage(place);
  // Registries and logs are processes of their own: they must not outlive a run that is broken off.
  const breakOff = (): void => {
    const exit = (): never => process.exit(130);
    stage.stop().then(exit, exit);
  };
  for (const signal of SIGNALS) process.once(signal, breakOff);
  try {
    const started = Date.now();
    const prepared = await prepare(cases, stage);
    for (const [id, made] of prepared)
      if ('why' in made && !('missing' in made)) say(`UNWRITTEN ${id}: ${made.why}`);
    say(`${place.id}: ${prepared.size} exhibits written in ${seconds(started)} s; ${cases.length} cases`);
    let done = 0;
    let told = Date.now();
    const planned = plannedIn(stage, cases, prepared);
    const results = await pool(WIDTH, cases, async (each) => {
      const began = Date.now();
      const judged = await caseOf(each, stage, { prepared, planned, versions });
      if (judged.state === 'unexpected' && judged.why !== UNWRITTEN) say(unexpected(each, judged));
      done += 1;
      if (Date.now() - told > PROGRESS_MS) {
        told = Date.now();
        say(`${place.id}: ${done} of ${cases.length} cases (${each.verifier.id})`);
      }
      return resultOf(each, judged, Date.now() - began);
    });
    say(`${place.id}: done after ${seconds(started)} s`);
    return results;
  } finally {
    for (const signal of SIGNALS) process.removeListener(signal, breakOff);
    await stage.stop();
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const PROGRESS_MS = 15_000;
const seconds = (since: number): string => ((Date.now() - since) / 1000).toFixed(1);

/** What became of an exhibit: written, or why not. */
type Prepared = { readonly written: Written } | { readonly why: string } | NotBuilt;

async function prepare(cases: readonly Case[], stage: OpenStage): Promise<ReadonlyMap<string, Prepared>> {
  const exhibits = [...new Set(cases.map(({ exhibit }) => exhibit))];
  const outcomes = await pool(WIDTH, exhibits, async (exhibit): Promise<Prepared> => {
    const missing = notBuilt(exhibit.programs ?? []);
    if (missing !== undefined) return missing;
    try {
      return { written: await exhibit.prepare(stage) };
    } catch (error) {
      return { why: messageOf(error) };
    }
  });
  return new Map(exhibits.map(({ id }, at) => [id, outcomes[at] ?? { why: 'it was not written' }]));
}

/** Said once, where it was tried. */
const UNWRITTEN = 'the exhibit could not be written';

/** What every case of a place is run with, by the case; each knows of all others. */
function plannedIn(
  stage: OpenStage,
  cases: readonly Case[],
  prepared: ReadonlyMap<string, Prepared>,
): ReadonlyMap<Case, Planned> {
  const planned: Planned[] = [];
  const byCase = new Map<Case, Planned>();
  for (const each of cases) {
    const { verifier, ask, exhibit, subject } = each;
    const made = prepared.get(exhibit.id);
    if (made === undefined || !('written' in made)) continue;
    const { written } = made;
    const image = subject === 'index' ? written.index : written.platform;
    const asked = { stage, written, facts: exhibit.facts, exhibit: exhibit.id, subject, image, planned };
    const plan = { verifier: verifier.id, ask: ask.id, asked };
    planned.push(plan);
    byCase.set(each, plan);
  }
  return byCase;
}

async function caseOf(
  each: Case,
  stage: OpenStage,
  {
    prepared,
    planned,
    versions,
  }: {
    readonly prepared: ReadonlyMap<string, Prepared>;
    readonly planned: ReadonlyMap<Case, Planned>;
    readonly versions: Map<string, string>;
  },
): Promise<Judged> {
  const { verifier, ask, exhibit, expectation } = each;
  const missing = notBuilt(verifier.programs);
  if (missing !== undefined) return notRun(missing);
  const made = prepared.get(exhibit.id) ?? { why: UNWRITTEN };
  if ('missing' in made) return notRun(made);
  const plan = planned.get(each);
  if ('why' in made || plan === undefined) return { state: 'unexpected', why: UNWRITTEN };
  const { asked } = plan;
  try {
    const version = await versionOf(verifier, stage, versions);
    const answer = await ask.run(asked);
    const judged = judge(answer, expectation, version);
    return judged.state === 'unexpected' ? judged : await withDoctor(judged, answer, verifier, ask, asked);
  } catch (error) {
    return { state: 'unexpected', why: `it could not be asked: ${messageOf(error)}` };
  }
}

/** What comes out as expected, and `countersign doctor` did not foretell, is a fault of the doctor's. */
async function withDoctor(
  judged: Judged,
  { accepted, words }: Answer,
  verifier: Verifier,
  ask: Ask,
  asked: Asked,
): Promise<Judged> {
  const said = await doctorSays(verifier.id, ask, asked);
  if (said === undefined) return judged;
  if ((said.verdict === 'verifies') === accepted) return { ...judged, doctor: 'agrees' };
  return {
    state: 'unexpected',
    doctor: 'disagrees',
    why: `it ${accepted ? 'accepts' : 'refuses'}, and doctor says "${said.verdict}": ${said.why}`,
    words: words.slice(-MAX_WORDS),
  };
}

async function versionOf(verifier: Verifier, stage: OpenStage, known: Map<string, string>): Promise<string> {
  const version = known.get(verifier.id) ?? (await verifier.version((...args) => stage.run(...args)));
  if (version === '') throw new Error(`${verifier.id} does not tell its version`);
  known.set(verifier.id, version);
  return version;
}

/** Left out for want of time passes where that is allowed; all else that is missing fails the run. */
const notRun = ({ missing, why, excused }: NotBuilt): Judged => ({
  state: excused ? 'not-run' : 'unexpected',
  why: `not run: ${why} (${missing.join(', ')})`,
});

const resultOf = (each: Case, judged: Judged, milliseconds: number): Result => ({
  verifier: each.verifier.id,
  ask: each.ask.id,
  exhibit: each.exhibit.id,
  place: each.place.id,
  subject: each.subject,
  ...judged,
  milliseconds,
});

const unexpected = (
  { verifier, ask, exhibit, subject, place }: Case,
  { why = '', words = '' }: Judged,
): string =>
  `UNEXPECTED ${verifier.id} ${ask.id} on ${exhibit.id} (${subject}, ${place.id}): ${why}\n${words.replaceAll(/^/gm, '    | ')}`;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
