import type { CommandName, Setting } from './setting.js';

/** An entry of the catalogue that is an input of its own. */
export const input = (
  name: string,
  group: Setting['group'],
  commands: readonly CommandName[],
  help: string,
  about: Partial<Setting> = {},
): Setting => ({
  name,
  commands,
  group,
  help,
  input: true,
  kind: 'text',
  value: 'TEXT',
  secret: false,
  ...about,
});

/** An entry that is a line of the `settings` input. */
export const line: typeof input = (name, group, commands, help, about) =>
  input(name, group, commands, help, { ...about, input: false });
