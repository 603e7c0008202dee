import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { buildImage, debianFiles, pushImage, writeLayout } from '@countersign/testbed';
import { readExamples, type WorkflowStep } from '../contract/action-files.js';
import { runAction, type ActionName, type Step } from '../contract/run-action.js';
import { openStage, type Stage } from '../contract/stage.js';
import { realProgram } from '../interop/real-program.js';

const DATABASE = resolve(
  import.meta.dirname,
  '../../../packages/testbed/vulnerability-db/vulnerability-db.tar.gz',
);

/** What a machine without a network gives besides: programs and a database that are there, and a gate that this image passes. */
const HERE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'generate-sbom': { settings: `syft-path: ${realProgram('syft')}` },
  scan: {
    settings: `grype-path: ${realProgram('grype')}\ndb-file: ${DATABASE}\nmax-db-age: 36500d`,
    'fail-on': 'none',
    kev: 'ignore',
  },
};

const imageFor = (...architectures: readonly string[]) =>
  buildImage(
    architectures.map((architecture) => ({
      platform: { os: 'linux', architecture },
      layers: [debianFiles(), [{ path: 'etc/arch', bytes: Buffer.from(architecture) }]],
    })),
  );

let stage: Stage;
let context: Readonly<Record<string, string>>;
beforeAll(async () => {
  stage = await openStage({ auth: 'token' });
  const { registry, auth, stateDir } = stage.testbed;
  const image = await pushImage(
    { origin: `http://${registry}`, auth },
    'acme/app',
    imageFor('amd64', 'arm64'),
  );
  await writeLayout(imageFor('amd64'), join(stateDir, 'image'));
  await mkdir(join(stateDir, 'base', '.countersign'), { recursive: true });
  await writeFile(join(stateDir, 'base', '.countersign', 'waivers.yaml'), 'waivers: []\n');
  context = {
    'env.IMAGE': stage.repository,
    'needs.build.outputs.digest': image.digest,
    'runner.temp': stateDir,
    'github.repository': 'acme/app',
    // The commit in the identity tokens of the test bed.
    'github.sha': 'c0ffee254729296a45a3885639ac7e10f9d54979',
  };
}, 30_000);
afterAll(() => stage.testbed.stop());

const examples: readonly (readonly [name: string, actions: readonly ActionName[]])[] = [
  ['sbom-and-scan.yml', ['generate-sbom', 'scan', 'attest', 'verify']],
  ['scan-pull-request.yml', ['generate-sbom', 'scan']],
];

describe('action-examples', () => {
  for (const [name, actions] of examples) {
    it(`${name} works: the files that one step names are those that another wrote`, async () => {
      const example = readExamples().find((each) => each.name === name);
      const own = Object.values(example?.jobs ?? {})
        .flatMap(({ steps }) => steps)
        .filter(({ uses }) => uses?.startsWith('countersign/') === true);
      assert.deepEqual(own.map(actionOf), actions);
      const done = new Map<string, Step>();
      for (const step of own) {
        const action = actionOf(step);
        const inputs = { ...inputsOf(step, done), ...HERE[action] };
        // One folder for all steps, as a runner has it: what one leaves there the next reads.
        const env = { ...stage.env, RUNNER_TEMP: stage.testbed.stateDir };
        const ended = await runAction(action, { inputs, env });
        assert.equal(ended.code, 0, `${action}: ${ended.stdout}`);
        done.set(step.id ?? action, ended);
      }
      assert.equal(done.get('scan')?.outputs.result, 'clean');
    }, 120_000);
  }
});

const actionOf = ({ uses = '' }: WorkflowStep): ActionName =>
  uses.replace(/^.*\/actions\//, '').replace(/@.*$/, '') as ActionName;

/** The inputs of a step with its expressions filled in, and folders of the workspace where all steps find them. */
function inputsOf(step: WorkflowStep, done: ReadonlyMap<string, Step>): Readonly<Record<string, string>> {
  const filled = ([input, value]: readonly [string, unknown]): readonly [string, string] => [
    input,
    (typeof value === 'string' ? value : JSON.stringify(value))
      .replaceAll(/\$\{\{ (\S+) \}\}/g, (_all, expression: string) => valueOf(expression, done))
      .replaceAll(/^(?:claims|reports|base)\b/gm, (folder) => join(stage.testbed.stateDir, folder)),
  ];
  return Object.fromEntries(Object.entries(step.with ?? {}).map(filled));
}

function valueOf(expression: string, done: ReadonlyMap<string, Step>): string {
  const [, id = '', output = ''] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(expression) ?? [];
  const value = id === '' ? context[expression] : done.get(id)?.outputs[output];
  assert.ok(value !== undefined && value !== '', expression);
  return value;
}
