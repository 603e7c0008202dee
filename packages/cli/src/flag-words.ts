import { CountersignError } from '@countersign/core/errors';
import type { FlowReport } from '@countersign/core/flows';
import { SETTINGS, type Setting } from '@countersign/core/options';

/**
 * An advice in the words of this command: errors are written for the actions, whose inputs are lines of YAML. What is a
 * setting of the command becomes the flag that is typed for it: `name: value`, `the input "name"`, `"name"`, and a name with
 * a dash in it where it stands alone. All else stays.
 */
export function inFlagWords(advice: string, command: string): string {
  const settings = SETTINGS.filter(
    ({ name, commands }) => !WITHOUT_FLAG.includes(name) && commands.some((each) => each === command),
  );
  // The longest first: certificate-identity begins certificate-identity-regexp.
  return [...settings]
    .sort((one, other) => other.name.length - one.name.length)
    .reduce((text, setting) => withFlag(text, setting), advice);
}

/** An error with its advice in the words of the command; its code and cause stay. */
export function errorInFlagWords(error: CountersignError, command: string): CountersignError {
  return new CountersignError(error.code, {
    what: error.message
      .replace(/^The input tools (?=holds|names)/, 'The list of tools ')
      .replace(
        /^(?:The input )?([a-z][a-z-]*)(?= (?:is|names|holds|has)\b)/,
        (whole: string, name: string) =>
          (name.includes('-') || whole !== name) &&
          SETTINGS.some((setting) => setting.name === name) &&
          !WITHOUT_FLAG.includes(name)
            ? `--${name}`
            : whole,
      ),
    remedy: inFlagWords(error.remedy, command),
    cause: error.cause,
  });
}

/** A report whose errors are in the words of the command; one error stays one, also where two members hold it. */
export function reportInFlagWords(report: FlowReport): FlowReport {
  const known = new Map<CountersignError, CountersignError>();
  const rewritten = (error: CountersignError | undefined): CountersignError | undefined => {
    if (error === undefined) return undefined;
    const flagged = known.get(error) ?? errorInFlagWords(error, report.command);
    known.set(error, flagged);
    return flagged;
  };
  return {
    ...report,
    error: rewritten(report.error),
    images: report.images.map((image) => ({ ...image, error: rewritten(image.error) })),
  };
}

/** Images and tools stand alone on the command line. */
const WITHOUT_FLAG: readonly string[] = ['images', 'image', 'digest', 'tools'];

function withFlag(text: string, setting: Setting): string {
  const { name } = setting;
  const lines = text
    .replace(new RegExp(`(?:\\b([Ss])et )?"${name}: ([^"\\n]+)"`, 'g'), line(setting))
    .replace(
      new RegExp(`(?<![\\w"-])(?:([Ss])et )?${name}: (${plainValues(setting)})(?![\\w-])`, 'g'),
      line(setting),
    )
    .replace(new RegExp(`(?:\\bthe )?\\binput "${name}"|"${name}"`, 'g'), `--${name}`);
  // A name of one word may be a word of the sentence: only one with a dash is known to be the setting.
  return name.includes('-')
    ? lines.replace(new RegExp(`(?<![\\w./"-])${name}(?![\\w/:-]| outputs?\\b)`, 'g'), `--${name}`)
    : lines;
}

const line =
  ({ name, kind }: Setting) =>
  (_whole: string, set: string | undefined, value: string): string => {
    const flag =
      kind === 'boolean' ? (value === 'true' ? `--${name}` : `--${name}=${value}`) : `--${name} ${value}`;
    return set === undefined ? flag : `${set === 'S' ? 'Give' : 'give'} ${flag}`;
  };

/** Values by which a `name: value` without quotes is told from a sentence with a colon; a pattern that matches nothing else. */
const plainValues = ({ kind, choices }: Setting): string =>
  kind === 'boolean' ? 'true|false' : (choices?.join('|') ?? '[^\\s\\S]');
