import { join } from 'node:path';
import { CountersignError, ERROR_CODES } from '@countersign/core/errors';
import type { Digest } from '@countersign/core/oci';
import type { PushTarget, Testbed } from '@countersign/testbed';
import { openFolder, type RegistryFolder } from './registry-folder.js';
import { runAction, type ActionName, type ActionResult, type Runner } from './runner.js';

/** The place where the demo happens: the test bed's services and a runner whose job may ask for tokens. */
export interface Stage {
  readonly registry: PushTarget;
  /** `127.0.0.1:port` */
  readonly host: string;
  pinned(repository: string, digest: Digest): string;
  tagged(repository: string, tag: string): string;
  folder(repository: string): RegistryFolder;
  /** Variables that give the job's token other claims. */
  tokenFor(claims: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  run(
    step: string,
    action: ActionName,
    inputs: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string>>,
  ): Promise<ActionResult>;
  /** Like run; throws the action's own error where it does not exit with 0. */
  mustPass: Stage['run'];
}

export interface StagePlace {
  readonly testbed: Testbed;
  /** The folder of the bundled actions. */
  readonly dist: string;
  /** A temporary folder of this run. */
  readonly folder: string;
  readonly path: string;
  readonly signal: AbortSignal;
}

export function createStage({ testbed, dist, folder, path, signal }: StagePlace): Stage {
  const registry = { origin: `http://${testbed.registry}` };
  const runner: Runner = {
    dist,
    folder: join(folder, 'steps'),
    signal,
    env: jobEnvironment(testbed, folder, path),
  };
  const run: Stage['run'] = (step, action, inputs, env) => runAction(runner, step, action, inputs, env);
  return {
    registry,
    host: testbed.registry,
    pinned: (repository, digest) => `${testbed.registry}/${repository}@${digest}`,
    tagged: (repository, tag) => `${testbed.registry}/${repository}:${tag}`,
    folder: (repository) => openFolder(registry, repository, signal),
    tokenFor: (claims) => {
      const overlay = Buffer.from(JSON.stringify(claims)).toString('base64url');
      return { ACTIONS_ID_TOKEN_REQUEST_URL: `${testbed.tokenUrl}&claims=${overlay}` };
    },
    run,
    mustPass: async (step, action, inputs, env) => {
      const result = await run(step, action, inputs, env);
      if (result.exitCode === 0) return result;
      throw failureOf(action, result);
    },
  };
}

/** What a job on a GitHub runner finds: the repository of the default claims, an empty HOME, the variables of the test bed. */
const jobEnvironment = (testbed: Testbed, folder: string, path: string): Record<string, string> => ({
  PATH: path,
  HOME: folder,
  GITHUB_ACTIONS: 'true',
  GITHUB_ACTOR: 'acme-bot',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REF: 'refs/tags/v1.0.0',
  GITHUB_REPOSITORY: 'acme/app',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_WORKSPACE: folder,
  ...testbed.environment,
});

/** The action's own error with its code, so that an input of the demo's user is told as one. */
function failureOf(action: ActionName, { report, errors, stdout }: ActionResult): CountersignError {
  const error = report?.error ?? report?.images.find((image) => image.error !== null)?.error ?? undefined;
  if (error !== undefined) {
    return new CountersignError(error.code, {
      what: `actions/${action} failed in the demo: ${error.message}`,
      remedy: error.remedy,
    });
  }
  // An error of the inputs comes before there is a report: `message (CODE)`, then what to do.
  const [, message = '', name, remedy] = /^([^]*?) \(([A-Z0-9_]+)\)\n([^]+)$/.exec(errors[0] ?? '') ?? [];
  const code = ERROR_CODES.find((each) => each === name);
  if (code !== undefined && remedy !== undefined) {
    return new CountersignError(code, { what: `actions/${action} failed in the demo: ${message}`, remedy });
  }
  return new CountersignError('INTERNAL', {
    what: `actions/${action} failed in the demo: ${errors.join(' ') || lastLines(stdout)}`,
    remedy: 'This is a defect in Countersign: please report it with the output of this run.',
  });
}

/** Without the commands that hide secrets in a runner's log: they spell them out. */
const lastLines = (text: string): string =>
  text
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .slice(-3)
    .join(' ');
