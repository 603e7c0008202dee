import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Answer, Asked, Ran, Stage } from '../contract.js';
import { policyFile } from '../policies/render.js';
import { tufCache } from '../trust/tuf-cache.js';
import { policyName, type KyvernoAsk } from './ask.js';

/** A line of Kyverno's report, as far as it is read. */
interface ReportLine {
  readonly policy: string;
  readonly result: string;
  readonly message?: string;
  readonly resources?: readonly { readonly name: string }[];
}

const TIMEOUT_MS = 180_000;
const TUF_FOLDER = 'tuf';

/** How many policies are put to one process: starting it costs more than a dozen of them, and each is tried on every Pod. */
const POLICIES_EACH = 40;

/** An ask of the place, as Kyverno is asked it. */
interface Planned {
  readonly name: string;
  readonly ask: KyvernoAsk;
  readonly asked: Asked;
}

/**
 * What Kyverno says to one ask. All that it is asked in a place is put to a few processes, each ask with a Pod of its own and a
 * policy for that Pod alone; whoever asks first of a batch runs it. Rejects where Kyverno gives no result for a policy.
 */
export async function askKyverno(
  asked: Asked,
  ask: KyvernoAsk,
  asks: readonly KyvernoAsk[],
): Promise<Answer> {
  const { stage } = asked;
  const all = plannedOf(asked, asks);
  const own = all.findIndex((each) => each.asked === asked && each.ask === ask);
  if (own < 0) throw new Error(`${ask.kind} ${ask.id} is not planned for ${asked.exhibit}`);
  const first = own - (own % POLICIES_EACH);
  const batchAt = (from: number): Promise<readonly Answer[]> =>
    stage.once(`kyverno ${from}`, () => applyAll(stage, all.slice(from, from + POLICIES_EACH)));
  const batch = batchAt(first);
  // Whoever is asked at the same time waits for this batch too: the next one takes the other core.
  if (first + POLICIES_EACH < all.length) batchAt(first + POLICIES_EACH).catch(() => undefined);
  const answer = (await batch)[own - first];
  if (answer === undefined) throw new Error(`Kyverno was not asked ${ask.kind} ${ask.id}`);
  return answer;
}

/** In the order of the cases, so that whoever waits for a batch waits for the next as well. */
const plannedOf = ({ planned }: Asked, asks: readonly KyvernoAsk[]): readonly Planned[] =>
  planned
    .flatMap(({ verifier, ask: id, asked }) => {
      const ask = asks.find((each) => `kyverno-${each.kind}` === verifier && each.id === id);
      return ask === undefined ? [] : [{ ask, asked }];
    })
    // Numbered, since what names an exhibit too would be longer than a name may be.
    .map(({ ask, asked }, at) => ({ name: `${policyName(ask, asked.subject)}-${at}`, ask, asked }));

async function applyAll(stage: Stage, batch: readonly Planned[]): Promise<readonly Answer[]> {
  const folder = await stage.folder();
  const policies: string[] = [];
  const pods: string[] = [];
  const images: string[] = [];
  for (const { name, ask, asked } of batch) {
    const path = join(folder, `${name}.yaml`);
    await writeFile(path, await ask.policy(asked, name));
    policies.push(path);
    const image = (await ask.image?.(asked)) ?? asked.image;
    images.push(image);
    pods.push(await policyFile('pod.yaml', { NAME: name, IMAGE: image }));
  }
  const ran = await apply(stage, folder, policies, pods);
  const report = linesOf(ran);
  return batch.map(({ name }, at) => answerOf(name, images[at] ?? name, report, ran));
}

/** `kyverno apply`, in a home of its own with a TUF cache of its own: two processes cannot share one. */
async function apply(
  stage: Stage,
  folder: string,
  policies: readonly string[],
  pods: readonly string[],
): Promise<Ran> {
  const resources = join(folder, 'pods.yaml');
  await writeFile(resources, pods.join('---\n'));
  await cp(await tufCache(stage), join(folder, TUF_FOLDER), { recursive: true });
  const args = ['apply', ...policies, '--resource', resources, '--registry', '--remove-color'];
  return stage.run('kyverno', [...args, '--policy-report', '--output-format', 'json', '-v', '0'], {
    env: { HOME: folder, TUF_ROOT: join(folder, TUF_FOLDER) },
    timeoutMs: TIMEOUT_MS,
  });
}

/** How the report begins: policies that it does not take are named before it. */
const REPORT = '{"kind":"ClusterReport"';

/** The report is on stdout; the log, with the reasons of an ImageValidatingPolicy, goes elsewhere. */
function linesOf({ code, stdout, stderr }: Ran): readonly ReportLine[] {
  try {
    return (JSON.parse(stdout.slice(stdout.indexOf(REPORT))) as { results: readonly ReportLine[] }).results;
  } catch {
    throw new Error(`Kyverno gave no report (exit ${code}): ${stdout}\n${stderr}`);
  }
}

function answerOf(name: string, image: string, report: readonly ReportLine[], ran: Ran): Answer {
  const lines = report.filter(({ policy }) => policy === name);
  // Kyverno colours its log, whatever it is told.
  const log = stripVTControlCharacters(ran.stderr).split('\n');
  const attestor = `attestor=${name.replaceAll('-', '_')} `;
  // Of Notation's signatures it names the image alone; what it says of a ClusterPolicy is in the report.
  const other = /attestor=|policy\.name=/;
  const reasons = log.filter(
    (line) => line.includes(attestor) || (line.includes(image) && !other.test(line)),
  );
  const words = [...lines.map(({ result, message = '' }) => `${result}: ${message}`), ...reasons].join('\n');
  const strangers = lines.flatMap(({ resources = [] }) => resources).filter((each) => each.name !== name);
  if (lines.length === 0 || strangers.length > 0) {
    throw new Error(`Kyverno did not apply ${name} to its Pod: ${words}\n${ran.stdout}\n${ran.stderr}`);
  }
  return { accepted: lines.every(({ result }) => result === 'pass'), words };
}
