import type { CommandName, Setting } from '@countersign/core/options';
import type { Flag } from './flags.js';

/** The flags of a command that an action has too: those of the catalogue, but for the images, which stand alone. */
export async function settingFlags(command: CommandName): Promise<readonly Flag[]> {
  // Loaded here: the help of the whole command and the commands without an action need no catalogue.
  const { settingsOf } = await import('@countersign/core/options');
  return settingsOf(command)
    .filter(({ name }) => !POSITIONAL.includes(name))
    .map((setting) => ({
      name: setting.name,
      kind: kindOf(setting),
      value: setting.choices?.join('|') ?? setting.value,
      help: helpOf(setting),
      group: HEADINGS[setting.group],
    }));
}

const POSITIONAL: readonly string[] = ['images', 'image', 'digest', 'tools'];

const HEADINGS: Readonly<Record<Setting['group'], string>> = {
  image: 'Image',
  claims: 'Claims',
  sbom: 'SBOM',
  scan: 'Scan',
  gate: 'Gate',
  tools: 'Tools',
  signer: 'Whom to accept',
  requirements: 'What to require',
  identity: 'Identity and keys',
  storage: 'Storage',
  registry: 'Registry',
  services: 'Services and trust',
};

function kindOf({ kind }: Setting): Flag['kind'] {
  if (kind === 'boolean') return 'switch';
  return kind === 'lines' ? 'lines' : 'text';
}

/** The catalogue's texts mark names with backquotes, for pages, and speak of lines; a terminal has neither. */
function helpOf({ help, default: standard, kind }: Setting): string {
  const repeated = kind === 'lines' ? ' May be given several times.' : '';
  const text = help.replaceAll('`', '').replace(/[,;] one per line/g, '') + repeated;
  return standard === undefined || kind === 'boolean' ? text : `${text} Default: ${standard}.`;
}
