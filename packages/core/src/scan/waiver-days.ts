import { DAY_MS } from '../runtime.js';

/** All days are of UTC: a waiver ends at one moment everywhere. */

/** Whether a `YYYY-MM-DD` text is a day of the calendar: 2026-02-30 is none. */
export const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/** How many days after today (UTC) a day is: 0 is today, -1 yesterday. */
export const daysAhead = (day: string, now: Date): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - startOfDay(now)) / DAY_MS);

/** Whole days since a moment; 0 on the first, and less than 0 for one that is to come. */
export const daysSince = (moment: Date, now: Date): number =>
  Math.floor((now.getTime() - moment.getTime()) / DAY_MS);

const startOfDay = (now: Date): number => Math.floor(now.getTime() / DAY_MS) * DAY_MS;
