import { CountersignError } from '../errors.js';
import { MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import { settingsOf } from './catalogue.js';
import { nearest } from '../nearest.js';
import { counterpartOf } from './other-actions.js';
import { contradiction } from './read.js';
import type { CommandName, RawValues } from './setting.js';

/**
 * The raw values of a command with the lines of its `settings` input (`name: value`, `#` begins a comment line) laid
 * beside the others. Throws INPUT_UNKNOWN for a name that the command does not take, INPUT_INVALID for a line of another
 * form, INPUTS_CONTRADICT for a name given twice.
 */
export function withSettingsLines(command: CommandName, raw: RawValues): RawValues {
  const values: Record<string, string | undefined> = { ...raw };
  delete values.settings;
  const names = settingsOf(command).map(({ name }) => name);
  for (const name of Object.keys(values))
    if (!names.includes(name)) throw unknownInput(`${command} takes no input`, name, command);

  for (const [name, value] of settingsLines(raw.settings ?? '')) {
    const setting = settingsOf(command).find((each) => each.name === name);
    if (setting === undefined) throw unknownInput(`settings of ${command} has no`, name, command);
    const before = values[name];
    if (before !== undefined && before.trim() !== '' && setting.kind !== 'lines') {
      throw contradiction(`${name} is given twice`, 'Give it once: as an input or as a line of settings.');
    }
    values[name] = before === undefined || before.trim() === '' ? value : `${before}\n${value}`;
  }
  return values;
}

function settingsLines(text: string): readonly (readonly [name: string, value: string])[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, value] = /^([a-z0-9-]+)\s*:\s*(.*)$/.exec(line) ?? [];
      if (name === undefined || value === undefined) {
        throw new CountersignError('INPUT_INVALID', {
          what: `The input settings has a line that is not "name: value": ${JSON.stringify(line.slice(0, MAX_SHOWN_INPUT_CHARS))}`,
          remedy: 'Write one setting per line, such as "retry-window: 5m".',
        });
      }
      return [name, value] as const;
    });
}

/** The same of an input or a line, with what another action's input is called here; else all names, each where it belongs. */
function unknownInput(what: string, name: string, command: CommandName): CountersignError {
  const settings = settingsOf(command);
  const namesOf = (own: boolean): string =>
    settings
      .filter(({ input }) => input === own)
      .map((setting) => setting.name)
      .join(', ');
  const known = settings.map((setting) => setting.name);
  const meant = nearest(name, known);
  const lists = `Inputs: ${namesOf(true)}.\nLines of "settings": ${namesOf(false)}.`;
  return new CountersignError('INPUT_UNKNOWN', {
    what: `${what} ${JSON.stringify(name.slice(0, MAX_SHOWN_INPUT_CHARS))}`,
    remedy: counterpartOf(command, name) ?? (meant === undefined ? lists : `Did you mean ${meant}?`),
  });
}

/** The error of a name that does not exist, with the one that was likely meant. */
export function unknownName(what: string, name: string, names: readonly string[]): CountersignError {
  const meant = nearest(name, names);
  return new CountersignError('INPUT_UNKNOWN', {
    what: `${what} ${JSON.stringify(name.slice(0, MAX_SHOWN_INPUT_CHARS))}`,
    remedy: meant === undefined ? `It takes: ${names.join(', ')}.` : `Did you mean ${meant}?`,
  });
}
