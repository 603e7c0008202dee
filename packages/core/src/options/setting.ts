export type CommandName =
  'sign' | 'attest' | 'verify' | 'tree' | 'doctor' | 'get' | 'sbom' | 'scan' | 'tools';

/**
 * One input of an action and flag of the command, under one name. From this catalogue come parsing, `--help`, the inputs
 * of each action.yml and the tables of the READMEs.
 */
export interface Setting {
  readonly name: string;
  readonly commands: readonly CommandName[];
  /** true: an input of its own; false: a line of the `settings` input. The command takes both as flags. */
  readonly input: boolean;
  readonly kind: 'text' | 'lines' | 'boolean' | 'choice' | 'number' | 'duration';
  /** For kind choice. */
  readonly choices?: readonly string[];
  /** As a user would write it; undefined: there is none. */
  readonly default?: string;
  /** What stands for the value in a help text, such as `PATH`. */
  readonly value: string;
  /** Masked in logs before anything else happens. */
  readonly secret: boolean;
  readonly help: string;
  readonly group:
    | 'image'
    | 'claims'
    | 'sbom'
    | 'scan'
    | 'gate'
    | 'tools'
    | 'identity'
    | 'signer'
    | 'requirements'
    | 'storage'
    | 'registry'
    | 'services';
}

/** Values as given, by name; an empty text counts as not given. */
export type RawValues = Readonly<Record<string, string | undefined>>;
