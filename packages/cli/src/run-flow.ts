import type { FlowReport, Services } from '@countersign/core/flows';
import { asCountersignError, CountersignError } from '@countersign/core/errors';
import { MIN_SECRET_CHARS } from '@countersign/core/limits';
import type { OptionEdge, Parsed, RawValues } from '@countersign/core/options';
import { errorText, exitCodeOf, toDocument, toText } from '@countersign/core/report';
import type { Arguments } from './arguments.js';
import type { Invocation } from './command.js';
import { COMMON_FLAGS } from './flags.js';
import { errorInFlagWords, reportInFlagWords } from './flag-words.js';
import { optionEdge } from './option-edge.js';

/** A command that an action has too: how its flags are read, what runs, and how the report is shown to people. */
export interface Flow<Options> {
  readonly parse: (raw: RawValues, edge: OptionEdge) => Promise<Parsed<Options>>;
  /** Called once the flags are read: an input error is told before the code that signs and verifies is loaded. */
  readonly load: () => Promise<(options: Options, services: Services) => Promise<FlowReport>>;
  /** What stands alone, under the catalogue's names; without it: images, at least one. */
  readonly positionals?: (given: readonly string[]) => RawValues;
  /** In place of the report's own text. */
  readonly text?: (report: FlowReport, invocation: Invocation) => string;
}

/**
 * Runs a flow with services of this process, prints its report and answers its exit code. What it throws, and what the
 * report says to do, is in the words of the command.
 */
export async function runFlow<Options>(invocation: Invocation, flow: Flow<Options>): Promise<number> {
  try {
    return await runInWordsOfActions(invocation, flow);
  } catch (thrown) {
    throw errorInFlagWords(asCountersignError(thrown), invocation.command);
  }
}

async function runInWordsOfActions<Options>(invocation: Invocation, flow: Flow<Options>): Promise<number> {
  const { edge, arguments: given, output } = invocation;
  const secrets = new Set<string>();
  const raw = rawValues(given, flow.positionals ?? imagesOf);
  const { options, explicitCredentials, retryWindowMs } = await flow.parse(
    raw,
    await optionEdge(edge, (secret) => {
      if (secret.length >= MIN_SECRET_CHARS) secrets.add(secret);
    }),
  );
  const [{ servicesOf }, runOn] = await Promise.all([import('./services.js'), flow.load()]);
  const services = servicesOf(edge, { credentials: explicitCredentials, retryWindowMs, secrets });
  try {
    const report = reportInFlagWords(await runOn(options, services));
    const { text = toText } = flow;
    const { error, images } = report;
    // What ended before any image was looked at is told like an error of the flags; a document has its error beside it.
    if (error !== undefined && output.json) edge.stderr.write(errorText(error));
    if (error === undefined || output.json || images.length > 0) {
      output.result(toDocument(report), text(report, invocation));
    } else {
      edge.stderr.write(text(report, invocation));
    }
    return exitCodeOf(report);
  } finally {
    services.close();
  }
}

/** The flags under the catalogue's names; those of every command are none of its settings. */
function rawValues(
  { flags, positionals }: Arguments,
  named: (given: readonly string[]) => RawValues,
): RawValues {
  const own = [...flags].filter(([name]) => !COMMON_FLAGS.some((flag) => flag.name === name));
  return { ...Object.fromEntries(own), ...named(positionals) };
}

function imagesOf(positionals: readonly string[]): RawValues {
  if (positionals.length > 0) return { images: positionals.join('\n') };
  throw new CountersignError('INPUT_MISSING', {
    what: 'No image is given',
    remedy: 'Give it as an argument: registry/repository@sha256:<64 hexadecimal digits>.',
  });
}
