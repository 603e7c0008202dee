import { printable } from '../report/printable.js';
import { MAX_ANNOTATION_CHARS } from '../limits.js';

/** Commands that this adapter writes to standard output; everything else goes through the runner's files. */
export type CommandName = 'add-mask' | 'endgroup' | 'error' | 'group' | 'notice' | 'warning';

/**
 * A workflow command as one line: `::name key=value::message`. Message and values are escaped, so that no text can end
 * the command or begin another (actions/runner, src/Runner.Common/ActionCommand.cs).
 */
export function workflowCommand(
  name: CommandName,
  message = '',
  properties: Readonly<Record<string, string>> = {},
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeValue(value)}`);
  return `::${name}${list.length === 0 ? '' : ` ${list.join(',')}`}::${escapeMessage(message)}\n`;
}

/** An annotation of the run. The lines of `text` are kept, what others may have put into them is neutralised. */
export const annotation = (level: 'error' | 'notice' | 'warning', title: string, text: string): string =>
  workflowCommand(level, text.split('\n').map(printable).join('\n').slice(0, MAX_ANNOTATION_CHARS), {
    title,
  });

/** A text as one line of the log that the runner takes for nothing but text, whoever wrote it. */
export const logLine = (text: string): string => `${printable(text)}\n`;

const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeValue = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
