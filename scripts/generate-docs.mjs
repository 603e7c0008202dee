// Writes what the catalogue of settings decides into each action's action.yml and README.md (inputs, settings, outputs)
// and into docs/cli.md (flags).
//   node scripts/generate-docs.mjs          writes them (after `npm run compile`)
//   node scripts/generate-docs.mjs --check  fails where a file would change
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import prettier from 'prettier';
import { settingsOf } from '../packages/core/build/options/index.js';
import { COMMANDS } from '../packages/cli/build/commands.js';
import { spelling } from '../packages/cli/build/help.js';
import { COMMAND_OF, OUTPUTS } from '../packages/core/build/runner/index.js';

const ROOT = join(import.meta.dirname, '..');
const YAML_MARK = '# Inputs and outputs are written by scripts/generate-docs.mjs.\n';

/** The lines of the one input that holds what most callers never set. */
const SETTINGS_INPUT = {
  name: 'settings',
  kind: 'lines',
  help: 'What most callers never set, one `name: value` per line; the README lists the names.',
};

const stale = [];
for (const action of Object.keys(OUTPUTS)) {
  const settings = settingsOf(COMMAND_OF[action]);
  const inputs = [...settings.filter(({ input }) => input), SETTINGS_INPUT];
  const lines = settings.filter(({ input }) => !input);
  await update(`actions/${action}/action.yml`, (text) => withYaml(text, inputs, OUTPUTS[action]));
  await update(`actions/${action}/README.md`, (text) =>
    withTables(text, {
      inputs: table(['input', 'meaning', 'default'], inputs.map(settingRow)),
      settings: table(['setting', 'meaning', 'default'], lines.map(settingRow)),
      outputs: table(
        ['output', 'meaning'],
        OUTPUTS[action].map(({ name, help }) => [`\`${name}\``, help]),
      ),
    }),
  );
}
const commands = await Promise.all(COMMANDS.map(async (each) => [each, await each.flags()]));
await update('docs/cli.md', (text) =>
  withTables(
    text,
    Object.fromEntries(
      commands.map(([{ name, usage }, flags]) => [
        name,
        [
          `\`\`\`\ncountersign ${name} ${usage}\n\`\`\`\n`,
          table(
            ['flag', 'meaning'],
            flags.map((flag) => [`\`${spelling(flag)}\``, flag.help]),
          ),
        ].join('\n'),
      ]),
    ),
  ),
);
if (stale.length > 0) {
  console.error(
    `Stale: ${stale.join(', ')}. Run \`npm run compile && node scripts/generate-docs.mjs\` and commit.`,
  );
  process.exitCode = 1;
}

async function update(name, change) {
  const path = join(ROOT, name);
  const before = readFileSync(path, 'utf8');
  const options = await prettier.resolveConfig(path);
  const after = await prettier.format(change(before), { ...options, filepath: path });
  if (after === before) return;
  if (process.argv.includes('--check')) stale.push(relative(ROOT, path));
  else writeFileSync(path, after);
}

function withYaml(text, inputs, outputs) {
  const [own] = text.split(YAML_MARK);
  const generated = [
    'inputs:',
    ...inputs.flatMap(({ name, help, default: preset }) => [
      `  ${name}:`,
      `    description: ${quoted(help)}`,
      '    required: false',
      ...(preset === undefined ? [] : [`    default: ${quoted(preset)}`]),
    ]),
    '',
    'outputs:',
    ...outputs.flatMap(({ name, help }) => [`  ${name}:`, `    description: ${quoted(help)}`]),
    '',
  ];
  return `${own}${YAML_MARK}${generated.join('\n')}`;
}

/** A YAML scalar in single quotes. */
function quoted(text) {
  return `'${text.replaceAll("'", "''")}'`;
}

function withTables(text, tables) {
  let changed = text;
  for (const [name, markdown] of Object.entries(tables)) {
    const block = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`);
    if (!block.test(changed)) throw new Error(`there is no place for the table of ${name}: <!-- ${name} -->`);
    changed = changed.replace(block, () => `<!-- ${name} -->\n\n${markdown}\n\n<!-- /${name} -->`);
  }
  return changed;
}

function settingRow({ name, help, default: preset }) {
  return [`\`${name}\``, help, preset === undefined ? '' : `\`${preset}\``];
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}
