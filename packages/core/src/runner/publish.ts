import { CountersignError } from '../errors.js';
import type { FlowReport } from '../flows/index.js';
import { MAX_ANNOTATIONS_PER_KIND } from '../limits.js';
import type { Environment } from './environment.js';
import { OUTPUTS, type ActionName } from './outputs.js';
import { appendOutputs, appendPath, appendSummary } from './runner-files.js';
import type { StepLog } from './step-log.js';

/** A step that is ending. */
export interface Step {
  readonly action: ActionName;
  readonly env: Environment;
  readonly log: StepLog;
}

/** Tells a report to people and to later steps; answers the exit code. */
export async function publishReport(step: Step, report: FlowReport): Promise<number> {
  const { log, env } = step;
  const { exitCodeOf, OPENING, toSummary, toText } = await import('../report/index.js');
  const { valuesOf } = await import('./output-values.js');
  log.result(toText(report));
  annotateNotices(log, report);
  for (const error of failuresOf(report)) {
    const tolerated = error.fault === 'rejection' && report.mode === 'warn';
    annotateFailure(log, error, OPENING[error.fault], tolerated ? 'warning' : 'error');
  }
  await appendSummary(env, log.hide(toSummary(report)));
  await appendPath(env, report.tools?.pathFolders ?? []);
  // Last: no step reads a half result.
  await writeOutputs(step, await valuesOf(report, env));
  return exitCodeOf(report);
}

/** Tells an error that came before there was a report, such as one of the inputs; answers the exit code. */
export async function publishFailure(step: Step, error: CountersignError): Promise<number> {
  const { log, env } = step;
  const { OPENING, resultOf } = await import('../report/verdict.js');
  const { EXIT_CODE } = await import('../report/exit-code.js');
  const { markdown, markdownLines } = await import('../report/markdown.js');
  const { failureDocument } = await import('../report/document.js');
  annotateFailure(log, error, OPENING[error.fault]);
  const heading = `### Countersign ${step.action}: ${OPENING[error.fault]}`;
  await appendSummary(
    env,
    log.hide(
      [heading, '', `${error.code}: ${markdown(error.message)}`, '', markdownLines(error.remedy), ''].join(
        '\n',
      ),
    ),
  );
  const { status } = failureDocument(step.action, error);
  await writeOutputs(step, step.action === 'scan' ? { status, result: resultOf(status) } : { status });
  return EXIT_CODE[error.fault];
}

/** Every declared output, also the empty ones: one that is not written could be forged by what the step printed. */
const writeOutputs = ({ action, env }: Step, values: Readonly<Record<string, string>>): Promise<void> =>
  appendOutputs(env, Object.fromEntries(OUTPUTS[action].map(({ name }) => [name, values[name] ?? ''])));

/** One annotation for each failure: those of single images, and the run's own where it does not only sum them up. */
function failuresOf({ error, images }: FlowReport): readonly CountersignError[] {
  const ofImages = new Set(images.map((image) => image.error).filter((each) => each !== undefined));
  const summary = error?.cause instanceof CountersignError && ofImages.has(error.cause);
  return [...ofImages, ...(error === undefined || summary || ofImages.has(error) ? [] : [error])].slice(
    0,
    MAX_ANNOTATIONS_PER_KIND,
  );
}

function annotateFailure(
  log: StepLog,
  error: CountersignError,
  title: string,
  level: 'error' | 'warning' = 'error',
): void {
  log.annotate(level, title, `${error.message} (${error.code})\n${error.remedy}`);
  for (let { cause } = error as Error; cause instanceof Error; { cause } = cause)
    log.debug(`Because: ${cause.message}`);
}

function annotateNotices(log: StepLog, { notices }: FlowReport): void {
  const warnings = notices.filter(({ level }) => level === 'warning');
  const shown = warnings.slice(0, MAX_ANNOTATIONS_PER_KIND - 1);
  for (const { text } of shown) log.annotate('warning', 'Countersign', text);
  const left = warnings.length - shown.length;
  if (left > 0) log.annotate('warning', 'Countersign', `${left} more warnings are in the log of this step.`);
}
