import type { Fault } from '../errors.js';
import type { ToolsReport } from './tools.js';
import type { FlowReport, ImageReport } from './types.js';

/** The first words about an error: a verdict and a failure to reach one are never mixed. */
export const OPENING: Readonly<Record<Fault, string>> = {
  rejection: 'Rejected',
  infrastructure: 'Could not decide',
  user: 'Error',
  defect: 'Defect',
};

/** What a fault makes of the run or image that it ended: a rejection is a verdict, an infrastructure fault the lack of one. */
export const STATUS_OF = {
  user: 'error',
  infrastructure: 'undecided',
  rejection: 'rejected',
  defect: 'error',
} as const satisfies Record<Fault, FlowReport['status']>;

/** What sbom and scan say of what they looked at: the gate and a document that is not whole or about something else reject. */
export type InspectionResult = 'clean' | 'violations' | 'error';

/** The result of a run, by its status: what was not decided is an error, never clean. */
export const resultOf = (status: FlowReport['status']): InspectionResult =>
  status === 'ok' ? 'clean' : status === 'rejected' ? 'violations' : 'error';

/** The first words of a report, copied by every format. */
export function verdictOf({
  command,
  status,
  error,
  images,
  tools,
  figures,
}: Pick<FlowReport, 'command' | 'status' | 'error' | 'images' | 'tools' | 'figures'>): string {
  switch (status) {
    case 'ok':
      if (tools !== undefined) return toolsDone(tools);
      if (command === 'scan' && figures.planned === true) return 'Dry run, nothing was scanned';
      if (command === 'sbom' && figures.planned === true) return 'Dry run, nothing was described';
      return isPlan(images) ? 'Dry run, nothing was signed' : DONE[command];
    case 'rejected':
      return OPENING.rejection;
    case 'undecided':
      return OPENING.infrastructure;
    case 'skipped':
      return 'Skipped, nothing was signed';
    case 'error':
      return OPENING[error?.fault ?? 'defect'];
  }
}

/** A dry run stores nothing, and what is there already is no news. */
const isPlan = (images: readonly ImageReport[]): boolean => {
  const states = new Set(images.flatMap(({ claims }) => claims.map(({ state }) => state)));
  return states.has('planned') && !states.has('stored');
};

function toolsDone({ action, tools }: ToolsReport): string {
  if (action === 'list') return 'Listed, nothing was verified';
  if (tools.some(({ state }) => state === 'planned')) return 'Dry run, nothing was installed';
  if (action !== 'verify') return DONE.tools;
  return tools.some(({ state }) => state === 'present')
    ? 'Verified'
    : 'Nothing is installed, so nothing was verified';
}

const DONE: Readonly<Record<FlowReport['command'], string>> = {
  sign: 'Signed and verified',
  attest: 'Attested and verified',
  verify: 'Accepted',
  tree: 'Read',
  doctor: 'Seen by every verifier that was asked',
  get: 'Read',
  sbom: 'Described',
  scan: 'Clean',
  tools: 'Installed',
};
