import assert from 'node:assert/strict';
import { afterAll, beforeAll, beforeEach, describe, it } from '@jest/globals';
import type { FaultAction } from '@countersign/testbed/http';
import { startSigstore, type RunningSigstore, type SigstoreService } from '@countersign/testbed/sigstore';
import { contextFor, sessionOf, verifyWithSigstoreJs } from './harness.js';

const payload = Buffer.from(
  '{"_type":"https://in-toto.io/Statement/v1","subject":[{"digest":{"sha256":"00"}}],"predicateType":"https://a.example/p","predicate":{}}',
);

const services: readonly (readonly [service: SigstoreService, code: string])[] = [
  ['oidc', 'TOKEN_ENDPOINT_UNAVAILABLE'],
  ['fulcio', 'FULCIO_UNAVAILABLE'],
  ['rekor', 'LOG_UNAVAILABLE'],
  ['tsa', 'TSA_UNAVAILABLE'],
];
const cured: readonly (readonly [what: string, action: FaultAction, times: number])[] = [
  ['two 500s', { kind: 'status', status: 500 }, 2],
  ['a 429 with Retry-After', { kind: 'status', status: 429, retryAfter: 0 }, 1],
  ['a dropped connection', 'reset', 1],
  ['a lost answer', { kind: 'reset', when: 'after' }, 1],
  ['an answer cut off', 'truncate', 1],
  ["a proxy's page", { kind: 'status', status: 200, body: '<html>try later</html>' }, 1],
  ['JSON cut off', { kind: 'status', status: 200, body: '{"value":"ey' }, 1],
];

let sigstore: RunningSigstore;
beforeAll(async () => {
  sigstore = await startSigstore();
});
beforeEach(() => {
  for (const faults of Object.values(sigstore.faults)) faults.clear();
});
afterAll(() => sigstore.stop());

describe('signing', () => {
  for (const [service, code] of services) {
    for (const [what, action, times] of cured) {
      it(`goes on after ${what} from ${service}`, async () => {
        const fault = sigstore.faults[service].add({ match: {}, times, action });
        const context = contextFor();
        try {
          const { bundle } = await sessionOf(sigstore, context).signStatement(payload);
          assert.equal(fault.hits, times);
          verifyWithSigstoreJs(bundle.toString(), sigstore.trustedRoot);
        } finally {
          context.close();
        }
      });
    }

    const lasting: readonly (readonly [what: string, action: FaultAction])[] = [
      ['answers 503', { kind: 'status', status: 503 }],
      ['answers with something else', { kind: 'status', status: 200, body: '[]' }],
    ];
    for (const [what, action] of lasting) {
      it(`says ${code} where ${service} ${what} for good`, async () => {
        sigstore.faults[service].add({ match: {}, times: Infinity, action });
        const context = contextFor();
        try {
          await assert.rejects(sessionOf(sigstore, context).signStatement(payload), {
            code,
            fault: 'infrastructure',
          });
        } finally {
          context.close();
        }
      });
    }
  }

  const refusing: readonly (readonly [service: SigstoreService, code: string])[] = [
    ['oidc', 'IDENTITY_TOKEN_MISSING'],
    ['fulcio', 'FULCIO_REFUSED'],
    ['rekor', 'LOG_REFUSED'],
    ['tsa', 'TSA_REFUSED'],
  ];
  for (const [service, code] of refusing) {
    it(`says ${code}, once asked, where ${service} refuses`, async () => {
      const action = { kind: 'status', status: 403, body: '{"message":"not \\u202e you"}' } as const;
      const fault = sigstore.faults[service].add({ match: {}, times: Infinity, action });
      const context = contextFor();
      try {
        await assert.rejects(sessionOf(sigstore, context).signStatement(payload), (error: Error) => {
          assert.ok('code' in error && 'fault' in error);
          assert.deepEqual([error.code, error.fault], [code, 'user']);
          assert.ok(!error.message.includes('\u202e'));
          return true;
        });
        assert.equal(fault.hits, 1);
      } finally {
        context.close();
      }
    });
  }

  it('logs a claim once although the answer was lost', async () => {
    sigstore.faults.rekor.add({ match: { method: 'POST' }, action: { kind: 'reset', when: 'after' } });
    const context = contextFor();
    const before = sigstore.logSize();
    const session = sessionOf(sigstore, context);
    await session.signStatement(payload);
    context.close();
    assert.equal(sigstore.logSize(), before + 1);
    assert.equal(session.figures().logEntries, 1);
  });
});
