import { CountersignError } from '../errors.js';
import type { ToolName } from './names.js';

/** Releases that are never used, wherever they come from. Each with a source that anyone can look up. */
const REVOKED: readonly { readonly tool: ToolName; readonly version: string; readonly why: string }[] = [
  {
    tool: 'trivy',
    version: '0.69.4',
    why: 'a malicious release that reads the memory of the runner (GHSA-69fq-xp46-6x23, CVE-2026-33634)',
  },
];

/** Throws TOOL_REVOKED. */
export function checkNotRevoked(tool: ToolName, version: string): void {
  const found = REVOKED.find((each) => each.tool === tool && each.version === version);
  if (found === undefined) return;
  throw new CountersignError('TOOL_REVOKED', {
    what: `${tool} ${version} is revoked: ${found.why}`,
    remedy: 'Name another version. Where this one ever ran, renew every secret that it could read.',
  });
}
