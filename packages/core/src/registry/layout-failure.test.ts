import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { CountersignError } from '../errors.js';
import { fileFailure } from './layout-failure.js';

describe('what the file system answers about a layout folder', () => {
  for (const [code, expected, fault] of [
    ['EACCES', 'LAYOUT_FORBIDDEN', 'user'],
    ['EROFS', 'LAYOUT_FORBIDDEN', 'user'],
    ['ENOENT', 'LAYOUT_INVALID', 'user'],
    ['ELOOP', 'LAYOUT_INVALID', 'user'],
    ['ENOSPC', 'LAYOUT_UNAVAILABLE', 'infrastructure'],
    ['EIO', 'LAYOUT_UNAVAILABLE', 'infrastructure'],
    ['constructor', 'LAYOUT_UNAVAILABLE', 'infrastructure'],
  ] as const) {
    it(`is ${expected} where it is ${code}, with the folder's name and not its path`, () => {
      const cause = Object.assign(new Error(`${code}: open '/home/me/out/x'`), { code });
      const error = fileFailure(cause, 'oci:out', 'read x in');
      assert.deepEqual([error.code, error.fault], [expected, fault]);
      assert.match(error.message, /^Cannot read x in oci:out: /);
      assert.doesNotMatch(error.message, /home/);
    });
  }
  it('is left as it is where it is an error of ours already', () => {
    const own = new CountersignError('DIGEST_MISMATCH', { what: 'x', remedy: 'y' });
    assert.equal(fileFailure(own, 'oci:out', 'read'), own);
  });
});
