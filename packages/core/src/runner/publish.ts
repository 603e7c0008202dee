import type { CountersignError } from '../errors.js';
import type { FlowReport } from '../flows/index.js';
import { MAX_ANNOTATIONS_PER_KIND } from '../limits.js';
import type { CommandName } from '../options/index.js';
import type { Environment } from './environment.js';
import { OUTPUTS } from './outputs.js';
import { appendOutputs, appendSummary } from './runner-files.js';
import type { StepLog } from './step-log.js';

/** A step that is ending. */
export interface Step {
  readonly action: Exclude<CommandName, 'tree'>;
  readonly env: Environment;
  readonly log: StepLog;
}

/** A report and, of a verification, whether a rejected image fails the step. Not being able to decide fails it in both modes. */
export type Ending = FlowReport & { readonly mode?: 'enforce' | 'warn' };

/** Tells a report to people and to later steps; answers the exit code. */
export async function publishReport(step: Step, report: Ending): Promise<number> {
  const { log, env } = step;
  const { EXIT_CODE, exitCodeOf, OPENING, toSummary, toText } = await import('../report/index.js');
  const { valuesOf } = await import('./output-values.js');
  log.result(toText(report));
  annotateNotices(log, report);
  annotateRejections(log, report);
  for (const error of failuresOf(report)) annotateFailure(log, error, OPENING[error.fault]);
  await appendSummary(env, log.hide(toSummary(report)));
  // Last: no step reads a half result.
  await writeOutputs(step, await valuesOf(report, env));
  const tolerated = report.mode === 'warn' && report.status === 'rejected';
  if (!tolerated) return exitCodeOf(report);
  return report.error === undefined ? EXIT_CODE.ok : EXIT_CODE[report.error.fault];
}

/** Tells an error that came before there was a report, such as one of the inputs; answers the exit code. */
export async function publishFailure(step: Step, error: CountersignError): Promise<number> {
  const { log, env } = step;
  const { OPENING } = await import('../report/verdict.js');
  const { EXIT_CODE } = await import('../report/exit-code.js');
  const { markdown } = await import('../report/markdown.js');
  const { failureDocument } = await import('../report/document.js');
  annotateFailure(log, error, OPENING[error.fault]);
  const lines = error.remedy.split('\n').map(markdown);
  const heading = `### Countersign ${step.action}: ${OPENING[error.fault]}`;
  await appendSummary(
    env,
    log.hide([heading, '', `${error.code}: ${markdown(error.message)}`, '', ...lines, ''].join('\n')),
  );
  await writeOutputs(step, { status: failureDocument(step.action, error).status });
  return EXIT_CODE[error.fault];
}

/** Every declared output, also the empty ones: one that is not written could be forged by what the step printed. */
const writeOutputs = ({ action, env }: Step, values: Readonly<Record<string, string>>): Promise<void> =>
  appendOutputs(env, Object.fromEntries(OUTPUTS[action].map(({ name }) => [name, values[name] ?? ''])));

/** One annotation for each failure: the run's own and those of single images. */
const failuresOf = ({ error, images }: FlowReport): readonly CountersignError[] =>
  [...new Set([error, ...images.map((image) => image.error)])]
    .filter((each) => each !== undefined)
    .slice(0, MAX_ANNOTATIONS_PER_KIND);

function annotateFailure(log: StepLog, error: CountersignError, title: string): void {
  log.annotate('error', title, `${error.message} (${error.code})\n${error.remedy}`);
  for (let { cause } = error as Error; cause instanceof Error; { cause } = cause)
    log.debug(`Because: ${cause.message}`);
}

/** One annotation for each image that lacks something: what, where, and why what is there does not count. */
function annotateRejections(log: StepLog, { images, mode }: Ending): void {
  const level = mode === 'warn' ? 'warning' : 'error';
  const rejected = images.filter(({ requirements }) => requirements.some(({ met }) => !met));
  for (const { reference, requirements } of rejected.slice(0, MAX_ANNOTATIONS_PER_KIND)) {
    const missing = requirements.filter(({ met }) => !met);
    const lines = missing.map(
      ({ name, platform, reason }) =>
        `${name} on ${platform ?? 'the digest given'}${reason === undefined ? '' : `: ${reason}`}`,
    );
    log.annotate(level, 'Rejected', [reference, ...lines].join('\n'));
  }
}

function annotateNotices(log: StepLog, { notices }: FlowReport): void {
  const warnings = notices.filter(({ level }) => level === 'warning');
  const shown = warnings.slice(0, MAX_ANNOTATIONS_PER_KIND - 1);
  for (const { text } of shown) log.annotate('warning', 'Countersign', text);
  const left = warnings.length - shown.length;
  if (left > 0) log.annotate('warning', 'Countersign', `${left} more warnings are in the log of this step.`);
}
