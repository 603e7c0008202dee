import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { jsonBody } from './json-body.js';

describe('jsonBody', () => {
  for (const text of ['', '{"a":"\\"\\n"}', `"${'x'.repeat(700_000)}"\\`]) {
    it(`holds a text of ${text.length} characters as JSON does, each time it is sent`, async () => {
      const body = jsonBody('{"spec":"', Buffer.from(text), '"}');
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const pieces: Uint8Array[] = [];
        for await (const piece of body.open()) pieces.push(piece);
        const sent = Buffer.concat(pieces);
        assert.equal(sent.length, body.size);
        assert.equal(sent.toString(), JSON.stringify({ spec: text }));
      }
    });
  }
});
