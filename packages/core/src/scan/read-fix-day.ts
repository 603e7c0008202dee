import { compare, parse } from 'semver';
import { dateOf } from './read-words.js';

/**
 * The first day on which a fix was there that is no older than the suggested one: a fix of an older branch is none for this
 * package. Versions that cannot be compared count, so that no fix is overlooked and grace never begins too late.
 */
export function firstFixDay(
  available: readonly Readonly<Record<string, unknown>>[],
  suggested: string | undefined,
): Date | undefined {
  let first: Date | undefined;
  for (const { version, date } of available) {
    if (isOlder(version, suggested)) continue;
    const day = dateOf(date);
    if (day !== undefined && (first === undefined || day < first)) first = day;
  }
  return first;
}

function isOlder(version: unknown, suggested: string | undefined): boolean {
  if (typeof version !== 'string' || suggested === undefined || version === suggested) return false;
  const [one, other] = [parse(version), parse(suggested)];
  return one !== null && other !== null && compare(one, other) < 0;
}
