import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { Verifier } from '../verify/index.js';
import { noticeOf } from './open-trust.js';

const SHA256 = 'ab'.repeat(32);
const demanding = (logEntries: 0 | 1): Pick<Verifier, 'requirements'> => ({
  requirements: {
    logEntries,
    certificateLogPromises: 1,
    verifiedTimes: 1,
    timeSources: ['log'],
    text: 'What it demands.',
  },
});
const FILE = { origin: `/etc/root.json (sha256 ${SHA256})` };

describe('the notice of the trust of a run', () => {
  it('has the whole hash and all demands for documents, and names the file in short for people', () => {
    const { text, short } = noticeOf(FILE, demanding(1));
    assert.ok(text.includes(SHA256) && text.endsWith('What it demands.'), text);
    assert.equal(short, 'Trust: /etc/root.json (sha256 abababababab…).');
  });

  it('keeps the demands in short where a root demands less than usual', () => {
    assert.ok(noticeOf(FILE, demanding(0)).short?.endsWith('What it demands.'));
  });
});
