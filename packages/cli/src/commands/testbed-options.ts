import { CountersignError } from '@countersign/core/errors';
import type { Arguments } from '../arguments.js';
import { choiceFlag, invalidFlag, requiredFlag } from '../flag-values.js';

/** The test bed's switches, as they were typed, checked. */
export interface TestbedSwitches {
  readonly state: string;
  readonly referrers: boolean | 'header' | 'wrong-type';
  readonly auth: 'none' | 'basic' | 'token';
  readonly ifMatch: boolean;
  readonly delete: boolean;
  readonly immutableTags: boolean;
  /** `http://127.0.0.1:port` of the registry that this one is a cache of. */
  readonly upstream: string | undefined;
  /** Which log the signing config names. */
  readonly rekor: 'v1' | 'v2';
  readonly latencyMs: number;
  /** undefined: the default; `own`: the test bed's own URL. */
  readonly issuer: string | undefined;
  /** Path of a JSON file. */
  readonly claims: string | undefined;
}

/** Longer would be a stall, which is a fault and not a latency. */
const MAX_LATENCY_MS = 60_000;

/** Throws INPUT_MISSING without --state, INPUT_INVALID for a value that a switch does not have. */
export function readTestbedSwitches({ flags, positionals }: Arguments): TestbedSwitches {
  const [extra] = positionals;
  if (extra !== undefined) {
    throw new CountersignError('INPUT_INVALID', {
      what: `testbed takes no image, and ${JSON.stringify(extra)} was given`,
      remedy: 'Leave it out.',
    });
  }
  const state = requiredFlag(
    flags,
    'state',
    'Give --state DIR: the folder that testbed.json, testbed.env and the trust files go to.',
  );
  return {
    state,
    referrers: referrers(choiceFlag(flags, 'referrers', ['on', 'off', 'header', 'wrong-type'])),
    auth: choiceFlag(flags, 'auth', ['none', 'basic', 'token']),
    ifMatch: choiceFlag(flags, 'if-match', ['on', 'off']) === 'on',
    delete: choiceFlag(flags, 'delete', ['on', 'off']) === 'on',
    immutableTags: choiceFlag(flags, 'immutable-tags', ['off', 'on']) === 'on',
    upstream: upstream(flags.get('upstream')),
    rekor: choiceFlag(flags, 'rekor', ['v1', 'v2']),
    latencyMs: milliseconds(flags.get('latency') ?? '0'),
    issuer: issuer(flags.get('issuer')),
    claims: flags.get('claims'),
  };
}

const referrers = (given: 'on' | 'off' | 'header' | 'wrong-type'): TestbedSwitches['referrers'] =>
  given === 'on' || given === 'off' ? given === 'on' : given;

/** On this machine alone: the test bed speaks plain http, and asks no other host. */
function upstream(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const [, port] = /^(?:127\.0\.0\.1|localhost|\[::1\]):([1-9]\d{0,4})$/.exec(text) ?? [];
  if (Number(port) <= 65_535) return `http://${text}`;
  throw invalidFlag(
    'upstream',
    text,
    'Give the address of a registry on this machine, such as 127.0.0.1:5000.',
  );
}

function milliseconds(text: string): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= MAX_LATENCY_MS) return value;
  throw invalidFlag('latency', text, `Give --latency as whole milliseconds, 0 to ${MAX_LATENCY_MS}.`);
}

function issuer(text: string | undefined): string | undefined {
  if (text === undefined || text === 'own') return text;
  const url = URL.parse(text);
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:')) return text;
  throw invalidFlag('issuer', text, 'Give --issuer own, or an http or https URL.');
}
