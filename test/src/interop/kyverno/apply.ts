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

/**
 * What Kyverno says to one ask. Starting it costs more than a dozen policies: so all asks about one exhibit are put to one
 * process, each with a Pod and a policy for that Pod alone; whoever asks first runs it. Rejects where Kyverno gives no
 * result for a policy.
 */
export async function askKyverno(
  asked: Asked,
  ask: KyvernoAsk,
  asks: readonly KyvernoAsk[],
): Promise<Answer> {
  const { stage, exhibit, subject } = asked;
  const answers = await stage.once(`kyverno ${exhibit}`, () => applyAll(asked, asks));
  const answer = answers.get(policyName(ask, subject));
  if (answer === undefined) throw new Error(`Kyverno was not asked ${policyName(ask, subject)}`);
  return answer;
}

async function applyAll(asked: Asked, asks: readonly KyvernoAsk[]): Promise<ReadonlyMap<string, Answer>> {
  const { stage, facts, written } = asked;
  const folder = await stage.folder();
  const policies: string[] = [];
  const pods: string[] = [];
  const images = new Map<string, string>();
  for (const ask of asks.filter((each) => each.applies(facts, stage.place))) {
    for (const subject of facts.subjects.filter((each) => ask.subjects?.includes(each) ?? true)) {
      const name = policyName(ask, subject);
      const image = subject === 'index' ? written.index : written.platform;
      const path = join(folder, `${name}.yaml`);
      await writeFile(path, await ask.policy({ ...asked, subject, image }, name));
      images.set(name, image);
      policies.push(path);
      pods.push(await policyFile('pod.yaml', { NAME: name, IMAGE: image }));
    }
  }
  const ran = await apply(stage, folder, policies, pods);
  const report = linesOf(ran);
  return new Map([...images].map(([name, image]) => [name, answerOf(name, image, report, ran)]));
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
