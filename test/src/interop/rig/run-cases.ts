import type { Case, PlaceFacts, Result, Verifier, Written } from '../contract.js';
import { judge, type Judged } from './judge.js';
import { missingPrograms } from './programs.js';
import { openStage, type OpenStage } from './stage.js';

/** Runs cases, one place after the other. `say` gets a line for each verifier and each case that is not as expected. */
export async function runCases(
  cases: readonly Case[],
  say: (line: string) => void,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const place of new Set(cases.map((each) => each.place))) {
    const here = cases.filter((each) => each.place === place);
    results.push(...(await inPlace(place, here, say)));
  }
  return results;
}

async function inPlace(
  place: PlaceFacts,
  cases: readonly Case[],
  say: (line: string) => void,
): Promise<readonly Result[]> {
  const stage = await openStage(place);
  try {
    const written = new Map<string, Promise<Written>>();
    const versions = new Map<Verifier, string>();
    const results: Result[] = [];
    for (const each of cases) {
      const started = Date.now();
      const { verifier, ask, exhibit, subject } = each;
      const judged = await one(each, stage, written, versions);
      results.push({
        verifier: verifier.id,
        ask: ask.id,
        exhibit: exhibit.id,
        place: place.id,
        subject,
        ...judged,
        milliseconds: Date.now() - started,
      });
      if (judged.state === 'unexpected') {
        say(
          `UNEXPECTED ${verifier.id} ${ask.id} ${exhibit.id} (${subject}) at ${place.id}: ${judged.why ?? ''}`,
        );
        say(judged.words ?? '');
      }
    }
    return results;
  } finally {
    await stage.stop();
  }
}

async function one(
  { verifier, ask, exhibit, subject, expectation }: Case,
  stage: OpenStage,
  prepared: Map<string, Promise<Written>>,
  versions: Map<Verifier, string>,
): Promise<Judged> {
  const missing = missingPrograms([...verifier.programs, ...(exhibit.programs ?? [])]);
  if (missing.length > 0) return { state: 'unexpected', why: `not built: ${missing.join(', ')}` };
  try {
    const version = versions.get(verifier) ?? (await verifier.version((...args) => stage.run(...args)));
    versions.set(verifier, version);
    const preparing = prepared.get(exhibit.id) ?? exhibit.prepare(stage);
    prepared.set(exhibit.id, preparing);
    const written = await preparing;
    const image = subject === 'index' ? written.index : written.platform;
    const asked = { stage, written, facts: exhibit.facts, exhibit: exhibit.id, subject, image };
    return judge(await ask.run(asked), expectation, version);
  } catch (error) {
    return { state: 'unexpected', why: error instanceof Error ? error.message : String(error) };
  }
}
