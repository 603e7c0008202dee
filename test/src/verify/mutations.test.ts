import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClaimMaterial } from '@countersign/core/layouts';
import { createVerifier } from '@countersign/core/verify';
import type { Verifier } from '@countersign/core/verify';
import {
  asAttestationLayer,
  asBundle,
  asSignatureLayer,
  openWorkshop,
  simpleSigning,
  statement,
  SUBJECT,
} from './claims-at-hand.js';
import type { Workshop } from './claims-at-hand.js';

// Whatever the bytes of a claim are, verification ends in a verdict: the claim as it was signed, or a typed rejection.
// The generator is seeded, so that a failure can be run again.

let workshop: Workshop;
let verifier: Verifier;
let claims: readonly ClaimMaterial[];

beforeAll(async () => {
  workshop = await openWorkshop();
  verifier = createVerifier({ trust: workshop.trust, keys: [] });
  const { session } = workshop;
  const signed = await session.signStatement(statement(SUBJECT));
  claims = [
    asBundle(signed),
    asAttestationLayer(signed),
    asSignatureLayer(await session.signSimple(simpleSigning(SUBJECT))),
  ];
});

afterAll(async () => {
  await workshop.stop();
});

/** mulberry32 */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const STRANGE: readonly unknown[] = [
  null, true, 0, -1, 1e99, '', 'AAAA', '-1', '99999999999999999999', '\u0000', [], {}, [null], [[]], { a: 1 },
  '__proto__', { keyId: null }, 'x'.repeat(5000), [1, 2, 3], '0x10', 'MAA=', 'MAMCAQE=',
]; // prettier-ignore

/** One member anywhere in the JSON is replaced, removed, doubled or, where it is base64, changed by one byte. */
function mutateJson(text: string, next: (below: number) => number): string {
  const json: unknown = JSON.parse(text);
  const places: [holder: Record<string, unknown>, name: string][] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const holder = value as Record<string, unknown>;
    for (const name of Object.keys(holder)) {
      places.push([holder, name]);
      visit(holder[name]);
    }
  };
  visit(json);
  const [holder, name] = places[next(places.length)] ?? [{}, ''];
  const value = holder[name];
  switch (next(4)) {
    case 0:
      holder[name] = STRANGE[next(STRANGE.length)];
      break;
    case 1:
      Reflect.deleteProperty(holder, name);
      break;
    case 2:
      if (Array.isArray(value)) holder[name] = [...(value as unknown[]), ...(value as unknown[])];
      else holder[name] = [value];
      break;
    default:
      holder[name] = typeof value === 'string' ? flipInBase64(value, next) : String(value);
  }
  return JSON.stringify(json);
}

function flipInBase64(text: string, next: (below: number) => number): string {
  const bytes = Buffer.from(text, 'base64');
  flip(bytes, next);
  return bytes.toString('base64');
}

function flip(bytes: Uint8Array, next: (below: number) => number): void {
  if (bytes.length === 0) return;
  const at = next(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
}

function mutateBytes(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  const copy = Buffer.from(bytes);
  switch (next(3)) {
    case 0:
      return copy.subarray(0, next(copy.length));
    case 1:
      return Buffer.concat([copy, copy.subarray(0, next(20))]);
    default:
      flip(copy, next);
      return copy;
  }
}

function mutate(claim: ClaimMaterial, next: (below: number) => number): ClaimMaterial {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
  if (claim.kind === 'bundle') {
    const bytes =
      next(4) === 0 ? mutateBytes(claim.bytes, next) : Buffer.from(mutateJson(text(claim.bytes), next));
    return { kind: 'bundle', bytes };
  }
  if (next(3) === 0) return { ...claim, payload: mutateBytes(claim.payload, next) };
  const names = Object.keys(claim.annotations);
  const name = names[next(names.length)] ?? '';
  const value = claim.annotations[name] ?? '';
  const changed =
    value.startsWith('{') && next(2) === 0
      ? mutateJson(value, next)
      : text(mutateBytes(Buffer.from(value), next));
  return { ...claim, annotations: { ...claim.annotations, [name]: changed } };
}

describe('a claim whose bytes were changed at random', () => {
  it.each([
    ['bundle', 0, 300],
    ['.att layer', 1, 150],
    ['.sig layer', 2, 150],
  ] as const)('ends in a typed rejection or is the claim that was signed: %s', (_layout, index, rounds) => {
    const claim = claims[index];
    if (claim === undefined) throw new Error('no such claim');
    const signed = verifier.verify(claim, SUBJECT);
    let rejected = 0;
    for (let seed = 1; seed <= rounds; seed += 1) {
      try {
        const verified = verifier.verify(mutate(claim, generator(seed)), SUBJECT);
        expect(verified.payload).toEqual(signed.payload);
        expect(verified.signer).toEqual(signed.signer);
      } catch (error) {
        expect({ seed, error }).toMatchObject({
          seed,
          error: { name: 'CountersignError', fault: 'rejection' },
        });
        rejected += 1;
      }
    }
    expect(rejected).toBeGreaterThan(rounds / 4);
  });
});
