import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { made, verified, codeOf, TIME, forged, jsonOf } from './envelope-fixture.js';

describe('a JWS envelope', () => {
  it('whose type is nested without end is refused', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const signed = Buffer.from(`{"cty":${deep}}`).toString('base64url');
    const bytes = Buffer.from(
      JSON.stringify({ payload: 'e30', protected: signed, header: {}, signature: 'AAAA' }),
    );
    assert.equal(await codeOf(verified('jws', bytes)), 'NOTATION_MALFORMED');
  });

  const change = (members: Record<string, unknown>) => async (): Promise<Buffer> =>
    Buffer.from(JSON.stringify({ ...jsonOf(await made('jws')), ...members }));
  const hostile: readonly (readonly [what: string, make: () => Promise<Buffer>])[] = [
    ['with a list of signatures beside its own', change({ signatures: [] })],
    [
      'with its payload twice',
      async () =>
        Buffer.from((await made('jws')).toString().replace('{"payload"', '{"payload":"e30","payload"')),
    ],
    [
      'with its payload in another case too',
      async () =>
        Buffer.from((await made('jws')).toString().replace('{"payload"', '{"Payload":"e30","payload"')),
    ],
    ['with padding', async () => change({ signature: `${String(jsonOf(await made('jws')).signature)}==` })()],
  ];
  for (const [what, make] of hostile) {
    it(`${what} is refused`, async () => {
      assert.equal(await codeOf(verified('jws', await make())), 'NOTATION_MALFORMED');
    });
  }

  it.each(['2026-02-30T00:00:00Z', '2026-02-20T24:00:00Z', '2026-02-20T23:59:60Z', '2026-05-01t12:00:00z'])(
    'of the time %s is refused: no calendar has it',
    async (time) => {
      const bytes = forged('jws', { attributes: (all) => all.set(TIME, time) });
      assert.equal(await codeOf(verified('jws', bytes)), 'NOTATION_MALFORMED');
    },
  );

  it('whose payload is not encoded (RFC 7797) is refused', async () => {
    const bytes = forged('jws', { attributes: (all) => all.set('b64', false) });
    assert.equal(await codeOf(verified('jws', bytes)), 'NOTATION_MALFORMED');
  });
});
