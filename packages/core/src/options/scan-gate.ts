import type { Gate } from '../scan/types.js';
import { invalidInput, type Reader } from './read.js';

/** What lets a finding break the gate, from the inputs of the group `gate`. Throws INPUT_INVALID. */
export async function readGate(reader: Reader): Promise<Gate> {
  const { parseGrace } = await import('../scan/index.js');
  const failOn = reader.choice('fail-on', ['critical', 'high', 'medium', 'low', 'negligible', 'none']);
  const grace = reader.text('grace');
  return {
    failOn: failOn === 'none' ? undefined : failOn,
    onlyFixed: reader.boolean('only-fixed'),
    onUnknownSeverity: reader.choice('on-unknown-severity', ['fail', 'warn', 'ignore']),
    epssThreshold: readAmount(reader, 'epss-threshold', 1),
    kev: reader.choice('kev', ['fail', 'ignore']),
    riskThreshold: readAmount(reader, 'risk-threshold', 100),
    graceDays: grace === undefined ? {} : parseGrace(grace),
    maxNew: readCount(reader, 'max-new'),
  };
}

function readAmount(reader: Reader, name: string, most: number): number | undefined {
  const text = reader.text(name);
  if (text === undefined) return undefined;
  const amount = /^\d{1,3}(?:\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(amount <= most))
    throw invalidInput(name, text, `Write a number from 0 to ${most}, such as ${most / 2}.`);
  return amount;
}

function readCount(reader: Reader, name: string): number | undefined {
  const text = reader.text(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw invalidInput(name, text, 'Write a whole number, such as 0.');
  return Number(text);
}
