/** One flag of a command, as the parser and the help need it. */
export interface Flag {
  /** Without the dashes; the same name as the action's input or settings line. */
  readonly name: string;
  /** switch: alone, or `=true|false`; text: one value; lines: may be repeated, each time one line of the value. */
  readonly kind: 'switch' | 'text' | 'lines';
  /** What stands for the value in the help, e.g. `PATH`. */
  readonly value: string;
  readonly help: string;
  /** The heading it stands under in the help; undefined: `Flags`. */
  readonly group?: string;
}

/** Flags of every command. */
export const COMMON_FLAGS: readonly Flag[] = [
  {
    name: 'json',
    kind: 'switch',
    value: '',
    help: 'Print one JSON document on stdout and nothing else there.',
  },
  { name: 'help', kind: 'switch', value: '', help: 'Print this help.' },
];
