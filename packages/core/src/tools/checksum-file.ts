import { CountersignError } from '../errors.js';

/**
 * The sha256 that a checksum file (`<64 hex> [ *]<name>` per line, as sha256sum writes it) has for exactly this file name.
 * A name is compared whole: "syft_1.0.0" is not found in "old-syft_1.0.0" nor in "syft_1.0.0.sbom". Throws TOOL_REJECTED where the
 * name is missing or named twice with different sums.
 */
export function checksumOf(file: string, text: string, list: string): string {
  const sums = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    const [, sum, name] = /^([0-9a-f]{64})(?: [ *]|\t| )(\S.*)$/i.exec(line) ?? [];
    if (sum !== undefined && name === file) sums.add(sum.toLowerCase());
  }
  const [sum, ...others] = sums;
  if (sum !== undefined && others.length === 0) return sum;
  throw new CountersignError('TOOL_REJECTED', {
    what: `The checksum file ${list} ${sum === undefined ? 'does not name' : 'names two checksums for'} ${file}`,
    remedy: 'Nothing was installed. Look at that release: its files do not belong together.',
  });
}
