import { MIN_SECRET_CHARS } from '../limits.js';
import type { Logger } from '../context.js';
import { annotation, logLine, workflowCommand } from './workflow-command.js';

/** The log of a step: progress in a group that is folded, annotations, and secrets that are hidden in all of it. */
export interface StepLog extends Logger {
  /** Hides a text from now on, here and by the runner. */
  readonly mask: (secret: string) => void;
  /** Hides a text here alone: one that the runner gave us, and hides itself. */
  conceal(secret: string): void;
  /** A text with every secret in it hidden. */
  hide(text: string): string;
  /** Lines outside the group of the progress. */
  result(text: string): void;
  annotate(level: 'error' | 'notice' | 'warning', title: string, text: string): void;
}

export interface StepLogOptions {
  readonly write: (text: string) => void;
  /** Of the group of progress lines. */
  readonly title: string;
  /** Whether a runner reads the log. Elsewhere a mask would show the secret that it is to hide. */
  readonly onRunner: boolean;
  readonly debug: boolean;
}

export function openStepLog({ write, title, onRunner, debug }: StepLogOptions): StepLog {
  const secrets = new Set<string>();
  let grouped = false;
  const hide = (text: string): string => {
    let hidden = text;
    for (const secret of secrets) hidden = hidden.replaceAll(secret, '***');
    return hidden;
  };
  const print = (text: string): void => {
    write(logLine(hide(text)));
  };
  const progress = (text: string): void => {
    if (!grouped) write(workflowCommand('group', title));
    grouped = true;
    print(text);
  };
  const endGroup = (): void => {
    if (grouped) write(workflowCommand('endgroup'));
    grouped = false;
  };
  return {
    mask(text) {
      // The runner masks line by line of the log: a text of several lines is several secrets.
      for (const secret of [text, ...text.split(/[\r\n]+/)].map((each) => each.trim())) {
        if (secret.length < MIN_SECRET_CHARS || secrets.has(secret)) continue;
        secrets.add(secret);
        if (onRunner) write(workflowCommand('add-mask', secret));
      }
    },
    conceal: (secret) => {
      if (secret.length >= MIN_SECRET_CHARS) secrets.add(secret);
    },
    hide,
    debug: (message) => {
      if (debug) progress(message);
    },
    info: progress,
    warn: (message) => {
      progress(`Warning: ${message}`);
    },
    result(text) {
      endGroup();
      for (const line of text.replace(/\n$/, '').split('\n')) print(line);
    },
    annotate(level, heading, text) {
      endGroup();
      write(annotation(level, heading, hide(text)));
    },
  };
}
