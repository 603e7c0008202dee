import { asCountersignError } from '../errors.js';
import type { FlowReport, Services } from '../flows/index.js';
import { abortedBySignals } from '../interruption.js';
import { DEFAULT_RETRY_WINDOW_MS } from '../limits.js';
import {
  identitySources,
  settingsOf,
  type OptionEdge,
  type Parsed,
  type RawValues,
} from '../options/index.js';
import { readBounded } from '../read-bounded.js';
import { readInputs, type Environment } from './environment.js';
import { COMMAND_OF, type ActionName } from './outputs.js';
import { publishFailure, publishReport } from './publish.js';
import { openServices, type OpenServices } from './services.js';
import { openStepLog } from './step-log.js';

/** What an action is handed: its inputs as texts, and the outside world. */
export interface Runner {
  readonly inputs: RawValues;
  readonly edge: OptionEdge;
  /** Services made with what the inputs say of them; closed when the step ends. */
  services(parsed: Pick<Parsed<unknown>, 'explicitCredentials' | 'retryWindowMs'>): Promise<Services>;
}

/**
 * Runs an action as a step of a GitHub job, and is the one place where an error becomes a failed step. Whatever happens,
 * every declared output is written, the summary says how it ended, each failure is an annotation, and the exit code is
 * that of the command (1 rejected, 2 input, 3 could not decide, 4 defect). The first SIGINT or SIGTERM aborts the run in
 * order, which is then INTERRUPTED; a second one ends it at once.
 */
export async function onRunner(
  action: ActionName,
  story: (runner: Runner) => Promise<FlowReport>,
): Promise<void> {
  const env: Environment = process.env;
  const log = openStepLog({
    write: (text) => process.stdout.write(text),
    title: `Progress of countersign ${action}`,
    onRunner: env.GITHUB_ACTIONS === 'true',
    debug: env.RUNNER_DEBUG === '1',
  });
  log.conceal(env.ACTIONS_RUNTIME_TOKEN ?? '');
  const { signal, release } = abortedBySignals(process);
  const opened: OpenServices[] = [];
  const step = { action, env, log };
  const services = async (
    parsed: Pick<Parsed<unknown>, 'explicitCredentials' | 'retryWindowMs'>,
  ): Promise<Services> => {
    const one = await openServices(env, log, signal, parsed);
    opened.push(one);
    return one;
  };
  try {
    const report = await story({
      inputs: readInputs(env, settingsOf(COMMAND_OF[action])),
      edge: {
        readFile: readBounded,
        env,
        identity: await identitySources(env, log),
        kmsPublicKey: async (uri, retryWindowMs = DEFAULT_RETRY_WINDOW_MS) => {
          const { publicKeyPem } = await import('../sign/index.js');
          return publicKeyPem({ name: uri, uri }, await services({ explicitCredentials: [], retryWindowMs }));
        },
      },
      services,
    });
    process.exitCode = await publishReport(step, report);
  } catch (thrown) {
    process.exitCode = await publishFailure(step, asCountersignError(thrown));
  } finally {
    for (const services of opened) services.close();
    release();
  }
}
