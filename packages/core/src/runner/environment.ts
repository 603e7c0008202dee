import type { RawValues, Setting } from '../options/index.js';

/**
 * Variables of the process. Besides those of the user's own (`env://NAME`, COSIGN_REPOSITORY, DOCKER_CONFIG, proxies) this adapter reads
 * ACTIONS_ID_TOKEN_REQUEST_URL and _TOKEN, ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN, GITHUB_ACTIONS, GITHUB_ACTOR,
 * GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, GITHUB_OUTPUT, GITHUB_PATH, GITHUB_RETENTION_DAYS, GITHUB_SERVER_URL,
 * GITHUB_STEP_SUMMARY, HOME, INPUT_*, RUNNER_DEBUG, RUNNER_TEMP and SIGSTORE_ID_TOKEN.
 */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The inputs of a step by their name in action.yml. The runner hands over each as INPUT_NAME: upper case, spaces as
 * underscores, hyphens kept; also those that action.yml does not declare, which the parser refuses by name. An input that
 * has its default counts as not given: the runner fills defaults in, and a line of `settings` may then still set it.
 */
export function readInputs(env: Environment, settings: readonly Setting[]): RawValues {
  const byVariable = new Map(
    settings.filter(({ input }) => input).map((setting) => [variableOf(setting.name), setting]),
  );
  const inputs: Record<string, string> = {};
  for (const [variable, value] of Object.entries(env)) {
    if (!variable.startsWith(PREFIX) || value === undefined || value.trim() === '') continue;
    const setting = byVariable.get(variable);
    if (setting?.default !== undefined && setting.default === value.trim()) continue;
    inputs[setting?.name ?? nameOf(variable)] = value;
  }
  return inputs;
}

const PREFIX = 'INPUT_';

const variableOf = (name: string): string => `${PREFIX}${name.replaceAll(' ', '_').toUpperCase()}`;

const nameOf = (variable: string): string => variable.slice(PREFIX.length).toLowerCase();
