import { CountersignError } from '../errors.js';
import { MAX_DURATION_MS, MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import { SETTINGS } from './catalogue.js';
import type { RawValues, Setting } from './setting.js';

/** Typed access to raw values: what is not given has the catalogue's default. Every method throws INPUT_INVALID. */
export interface Reader {
  /** undefined: not given and without a default. */
  text(name: string): string | undefined;
  /** Trimmed, empty lines left out. */
  lines(name: string): readonly string[];
  boolean(name: string): boolean;
  choice<T extends string>(name: string, choices: readonly T[]): T;
  /** A whole number of at least one. */
  number(name: string): number;
  /** Milliseconds. */
  duration(name: string): number;
}

// A map, not an object: an object also answers to "constructor", which would then count as a boolean.
const TRUTH: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);
const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

export function readerOf(raw: RawValues, settings: readonly Setting[] = SETTINGS): Reader {
  const given = (name: string): string | undefined => {
    const value = raw[name]?.trim();
    return value === undefined || value === '' ? settingNamed(name, settings).default : value;
  };
  const required = (name: string): string => given(name) ?? '';

  return {
    text: given,
    lines: (name) =>
      (given(name) ?? '')
        .split(/\r\n|\r|\n/)
        .map((text) => text.trim())
        .filter((text) => text !== ''),
    boolean(name) {
      const value = TRUTH.get(required(name));
      if (value === undefined) throw invalidInput(name, required(name), 'Write true or false.');
      return value;
    },
    choice(name, choices) {
      const value = choices.find((choice) => choice === required(name));
      if (value === undefined)
        throw invalidInput(name, required(name), `Write one of: ${choices.join(', ')}.`);
      return value;
    },
    number(name) {
      if (!/^[1-9]\d{0,8}$/.test(required(name)))
        throw invalidInput(name, required(name), 'Write a whole number of at least 1.');
      return Number(required(name));
    },
    duration(name) {
      const [, amount, unit] = /^(\d{1,9})(ms|s|m|h)$/.exec(required(name)) ?? [];
      const ms = Number(amount) * (UNIT_MS[unit ?? ''] ?? Number.NaN);
      if (!(ms <= MAX_DURATION_MS))
        throw invalidInput(
          name,
          required(name),
          'Write a number and ms, s, m or h, such as 300ms or 10m; at most 24h.',
        );
      return ms;
    },
  };
}

/** The error of a value that an input cannot have. A secret is not shown. */
export const invalidInput = (name: string, value: string, remedy: string): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what: settingNamed(name).secret
      ? `The input ${name} is not valid`
      : `The input ${name} is ${JSON.stringify(value.slice(0, MAX_SHOWN_INPUT_CHARS))}`,
    remedy,
  });

/** The error of inputs that exclude each other. */
export const contradiction = (what: string, remedy: string): CountersignError =>
  new CountersignError('INPUTS_CONTRADICT', { what, remedy });

function settingNamed(name: string, settings: readonly Setting[] = SETTINGS): Setting {
  // One name may be another setting in another command: that command's own comes first.
  const setting = [...settings, ...SETTINGS].find((each) => each.name === name);
  if (setting === undefined) throw new Error(`there is no setting ${name} in the catalogue`);
  return setting;
}
