import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from '@jest/globals';
import { lookInsideLines } from './look-inside-lines.js';

describe('the lines that scan an image of the test bed by hand', () => {
  it('name a database that is there, and an age that it passes', () => {
    const root = resolve(import.meta.dirname, '../../../..');
    const text = lookInsideLines('countersign', '127.0.0.1:1/acme/app@sha256:0', root);
    const [, file = ''] = /--db-file (\S+)/.exec(text) ?? [];
    assert.ok(existsSync(file), file);
    assert.match(text, /--max-db-age 3650d/);
  });

  it('quote a checkout whose path a shell would take apart', () => {
    assert.ok(lookInsideLines('countersign', 'x', '/a b/$(id)').includes("'/a b/$(id)/packages/"));
  });
});
