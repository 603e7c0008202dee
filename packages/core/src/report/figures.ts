import { counted } from '../counted.js';
import type { FlowReport } from './types.js';

/** What a signing run came to, or would need where it was a dry run, as one sentence without its full stop; undefined for a command that signs nothing. */
export function figuresText({ figures, command }: FlowReport): string | undefined {
  if (
    command === 'verify' ||
    command === 'tree' ||
    command === 'doctor' ||
    command === 'sbom' ||
    command === 'scan' ||
    command === 'get' ||
    command === 'tools'
  )
    return undefined;
  const counts = [
    counted(figures.certificates, 'certificate', 'certificates'),
    counted(figures.logEntries, 'log entry', 'log entries'),
    counted(figures.timestamps, 'timestamp', 'timestamps'),
    figures.planned === true
      ? counted(figures.storedObjects, 'object', 'objects')
      : counted(figures.storedObjects, 'object stored', 'objects stored'),
  ];
  const requests = Object.entries(figures.requests).map(([service, count]) => `${service} ${count}`);
  const opening = figures.planned === true ? 'Would need: ' : '';
  return `${opening}${counts.join(', ')}; requests: ${requests.join(', ') || 'none'}`;
}
