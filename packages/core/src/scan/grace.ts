import { CountersignError } from '../errors.js';
import { MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import { SEVERITIES, type Finding, type Gate, type Severity } from './types.js';
import { daysSince } from './waiver-days.js';

/**
 * Days of grace by severity, from `critical=0d, high=7d` (commas or line ends between them; `d` may be left out). Throws
 * INPUT_INVALID for a severity that does not exist or stands twice, and for anything but whole days.
 */
export function parseGrace(text: string): Gate['graceDays'] {
  const days: Partial<Record<Severity, number>> = {};
  for (const part of text.split(/[,\n]/).map((each) => each.trim())) {
    if (part === '') continue;
    const [, name = '', count = ''] = /^([a-z]+)\s*=\s*(\d{1,4})d?$/.exec(part) ?? [];
    const severity = SEVERITIES.find((each) => each === name);
    if (severity === undefined) throw invalidGrace(part, 'is not a severity and whole days');
    if (days[severity] !== undefined) throw invalidGrace(part, 'names a severity a second time');
    days[severity] = Number(count);
  }
  return days;
}

const invalidGrace = (part: string, why: string): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what: `grace: ${JSON.stringify(part.slice(0, MAX_SHOWN_INPUT_CHARS))} ${why}`,
    remedy: `Write severities and whole days, such as critical=0d, high=7d. Severities: ${SEVERITIES.join(', ')}.`,
  });

/** Whether a finding has days of grace left, and half a sentence about it (empty where its severity has no grace). */
export interface GraceLeft {
  readonly isLeft: boolean;
  readonly text: string;
}

/**
 * Grace is counted in days of UTC from the day on which a fix was there: with 7 days it is over on the eighth day, with 0
 * at once. Without a fix, without its day, or with a day that is still to come, there is none: what cannot be counted is
 * overdue.
 */
export function graceLeft({ severity, fix }: Finding, { graceDays }: Gate, now: Date): GraceLeft {
  const days = graceDays[severity];
  if (days === undefined || days === 0) return NO_GRACE;
  if (fix.state !== 'fixed') return { isLeft: false, text: '; no fix is known, so no grace runs' };
  const out = fix.availableSince === undefined ? -1 : daysSince(fix.availableSince, now);
  if (out < 0)
    return { isLeft: false, text: '; it is not known since when a fix is out, so there is no grace' };
  return { isLeft: out < days, text: `; a fix has been out for ${out} days (grace: ${days})` };
}

const NO_GRACE: GraceLeft = { isLeft: false, text: '' };
