import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Context } from '@countersign/core/context';
import type { HttpRequest, HttpResponse, ServiceName } from '@countersign/core/http';
import { startSigstore, type RunningSigstore } from '@countersign/testbed/sigstore';
import { contextFor, sessionOf } from './harness.js';

const payload = (name: string): Buffer =>
  Buffer.from(`{"_type":"https://in-toto.io/Statement/v1","name":"${name}"}`);

let sigstore: RunningSigstore;
const context = contextFor();
beforeAll(async () => {
  sigstore = await startSigstore();
});
afterAll(async () => {
  context.close();
  await sigstore.stop();
});

/** A context in which answers of one service come out changed. */
function between(
  service: ServiceName,
  change: (response: HttpResponse, request: HttpRequest) => HttpResponse,
): Context {
  const send = async (request: HttpRequest) => {
    const response = await context.http.send(request);
    return request.service === service ? change(response, request) : response;
  };
  return { ...context, http: { ...context.http, send } };
}

const edited = (response: HttpResponse, edit: (text: string) => string): HttpResponse => ({
  ...response,
  body: Buffer.from(edit(Buffer.from(response.body).toString('latin1')), 'latin1'),
});

describe('a session is not taken in by', () => {
  const replays: readonly (readonly [service: ServiceName, what: string, code: string])[] = [
    ['fulcio', 'a certificate on another key', 'FULCIO_UNAVAILABLE'],
    ['rekor', 'the log entry of another signature', 'LOG_ENTRY_INVALID'],
    ['tsa', 'the timestamp of another signature', 'TSA_UNAVAILABLE'],
  ];
  for (const [service, what, code] of replays) {
    it(what, async () => {
      let first: HttpResponse | undefined;
      const replaying = between(service, (response) => (first ??= response));
      await sessionOf(sigstore, replaying).signStatement(payload('a'));
      assert.ok(first);
      await assert.rejects(sessionOf(sigstore, replaying).signStatement(payload('b')), { code });
    });
  }

  it('an entry without its proof, or in another place', async () => {
    const changes: readonly ((text: string) => string)[] = [
      (text) => text.replace('"inclusionProof"', '"noProof"'),
      (text) => text.replace('"signedEntryTimestamp"', '"x"'),
      (text) => text.replace(/"logIndex":\d+/, '"logIndex":-1'),
    ];
    for (const change of changes) {
      const changed = between('rekor', (response) => edited(response, change));
      await assert.rejects(sessionOf(sigstore, changed).signStatement(payload('a')), {
        code: 'LOG_UNAVAILABLE',
      });
    }
  });

  it('a certificate without its chain, or with the chain in another order', async () => {
    const withChain = (change: (certificates: string[]) => string[]) =>
      between('fulcio', (response) =>
        edited(response, (text) => {
          const answer = JSON.parse(text) as {
            signedCertificateEmbeddedSct: { chain: { certificates: string[] } };
          };
          const { chain } = answer.signedCertificateEmbeddedSct;
          chain.certificates = change(chain.certificates);
          return JSON.stringify(answer);
        }),
      );
    const changes: readonly ((certificates: string[]) => string[])[] = [
      ([leaf = '']) => [leaf],
      ([leaf = '', ...chain]) => [leaf, ...chain.reverse()],
      (certificates) => certificates.reverse(),
      () => [],
      () => ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
    ];
    for (const change of changes) {
      await assert.rejects(sessionOf(sigstore, withChain(change)).signer(), { code: 'FULCIO_UNAVAILABLE' });
    }
  });

  it('a timestamp that does not answer to its nonce', async () => {
    // The nonce is the only integer of 16 bytes that begins so: the random source gives zeros.
    const nonce = '\x02\x10\x40\x00\x00';
    const zeros = {
      ...context,
      random: { ...context.random, bytes: (length: number) => new Uint8Array(length) },
    };
    const { http } = between('tsa', (response) =>
      edited(response, (text) => {
        assert.ok(text.includes(nonce));
        return text.replace(nonce, '\x02\x10\x40\x00\x01');
      }),
    );
    const changed = { ...zeros, http };
    await assert.rejects(sessionOf(sigstore, changed).signStatement(payload('a')), {
      code: 'TSA_UNAVAILABLE',
    });
    await sessionOf(sigstore, zeros).signStatement(payload('a'));
  });

  it('a timestamp cut off or filled up anywhere', async () => {
    const changes: readonly ((text: string) => string)[] = [
      (text) => text.slice(0, 40),
      (text) => text.slice(0, -1),
      (text) => `${text}\0`,
      () => '',
      () => '\x30\x03\x02\x01\x00',
      () => '\x30\x05\x30\x03\x02\x01\x00',
      () => '\x30\x80'.repeat(2000),
    ];
    for (const change of changes) {
      const changed = between('tsa', (response) => edited(response, change));
      await assert.rejects(sessionOf(sigstore, changed).signStatement(payload('a')), {
        code: 'TSA_UNAVAILABLE',
      });
    }
  });

  it('a refusal in the form of a timestamp response, which is a refusal', async () => {
    // PKIStatusInfo: rejection (2), "no" as its text.
    const changed = between('tsa', (response) =>
      edited(response, () => '\x30\x0b\x30\x09\x02\x01\x02\x30\x04\x0c\x02no'),
    );
    await assert.rejects(sessionOf(sigstore, changed).signStatement(payload('a')), {
      code: 'TSA_REFUSED',
      message: /status 2: no/,
    });
  });
});

describe('a timestamp authority with fractions of a second', () => {
  it('is read whatever the number of their digits', async () => {
    const fractional = await startSigstore({ fractionalTimestamps: true });
    const session = sessionOf(fractional, context);
    for (let round = 0; round < 12; round += 1) await session.signStatement(payload(String(round)));
    assert.equal(session.figures().timestamps, 12);
    await fractional.stop();
  });
});
