import type { Shape } from '../sbom/index.js';

type Json = Readonly<Record<string, unknown>>;

/** A time as RFC 3339 writes it; refused where it is none. */
export function vexTime(object: Json, member: string, at: string, shape: Shape): Date | undefined {
  const text = shape.optionalText(object, member, at);
  if (text === undefined) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i.test(text)
    ? new Date(text)
    : undefined;
  if (time === undefined || Number.isNaN(time.getTime()))
    return shape.refuse(`${at}${member}`, 'is not a time (RFC 3339)');
  return time;
}
