import type { CountersignError } from '../errors.js';
import { code, markdown } from './markdown.js';
import { printable } from './printable.js';

/**
 * installed: in this run; present: was there already and verified; cached: the cache says that it is there, nothing was
 * verified; available: known and not there; planned: dry run; missing: not in the cache; failed: `error` says why.
 */
type ToolState = 'installed' | 'present' | 'cached' | 'available' | 'planned' | 'missing' | 'failed';

export interface ToolReport {
  readonly name: string;
  readonly version: string;
  readonly state: ToolState;
  readonly path: string | undefined;
  /** Of the program. */
  readonly sha256: string | undefined;
  readonly source: string | undefined;
  readonly verifiedBy: string | undefined;
  /** How many sources agree on what the table holds for it on this platform; 0: the table does not hold it. */
  readonly confirmedBy: number;
  /** Whether they are enough of them: one alone confirms nothing. */
  readonly confirmed: boolean;
  readonly error: CountersignError | undefined;
}

export interface ToolsReport {
  readonly action: 'install' | 'list' | 'verify';
  /** `linux-x64` */
  readonly platform: string;
  readonly tools: readonly ToolReport[];
  /** Folders that PATH gets; none where anything failed. */
  readonly pathFolders: readonly string[];
}

/** One line per tool for a terminal. */
export const toolLines = ({ tools }: ToolsReport): readonly string[] =>
  tools.map((tool) => {
    const { name, version, state, path, sha256, error } = tool;
    const how = [provenance(tool), path === undefined ? undefined : printable(path)]
      .filter((part) => part !== undefined)
      .join(', ');
    const why = error === undefined ? '' : `: ${printable(error.message)} (${error.code})`;
    const sum = sha256 === undefined ? [] : [`sha256 ${sha256}`];
    return [`  ${state.padEnd(9)} ${name} ${printable(version)}${why}`, how, ...sum]
      .filter((part) => part !== '')
      .join('\n            ');
  });

/** A table for the job summary. */
export const toolRows = ({ tools }: ToolsReport): readonly string[] => [
  '| tool | version | state | verified by | sha256 |',
  '| --- | --- | --- | --- | --- |',
  ...tools.map(
    ({ name, version, state, verifiedBy, sha256, error }) =>
      `| ${markdown(name)} | ${markdown(version)} | ${state}${error === undefined ? '' : `: ${markdown(error.message)}`} | ${markdown(verifiedBy ?? '')} | ${sha256 === undefined ? '' : code(sha256)} |`,
  ),
];

/** The member `tools` of the document. */
export const toolsDocument = ({ action, platform, tools }: ToolsReport): object => ({
  action,
  platform,
  tools: tools.map(({ error, path, sha256, source, verifiedBy, ...rest }) => ({
    ...rest,
    path: path ?? null,
    sha256: sha256 ?? null,
    source: source ?? null,
    verifiedBy: verifiedBy ?? null,
    error: error === undefined ? null : { code: error.code, message: error.message, remedy: error.remedy },
  })),
});

function provenance(tool: ToolReport): string | undefined {
  const { source, verifiedBy, state, confirmedBy } = tool;
  if (state === 'available' || state === 'cached' || state === 'missing') {
    return confirmedBy === 0 ? 'not in the table' : `in the table, ${agreement(tool)}`;
  }
  if (verifiedBy === undefined) return undefined;
  const from = source === undefined ? '' : ` from ${source}`;
  switch (verifiedBy) {
    case 'path':
      return 'from PATH, not verified but for its version';
    case 'table':
      return `verified by the table (${agreement(tool)})${from}`;
    default:
      return `verified by ${verifiedBy}${from}`;
  }
}

const agreement = ({ confirmed, confirmedBy }: ToolReport): string =>
  confirmed ? `confirmed by ${confirmedBy} sources` : 'not confirmed: one source alone';
