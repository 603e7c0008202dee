import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import { kindOf } from './path-or-image.js';

describe('what stands alone for sbom and scan', () => {
  it('is a folder or a file where one is there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'countersign-kind-'));
    try {
      const file = join(folder, 'bom.json');
      await writeFile(file, '{}');
      assert.equal(kindOf(folder), 'folder');
      assert.equal(kindOf(file), 'file');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  for (const image of [
    'ghcr.io/acme/app',
    'app:1.0',
    'oci:./layout',
    `ghcr.io/acme/app.json@sha256:${'0'.repeat(64)}`,
    '127.0.0.1:5000/acme/app:v1.0.0',
  ])
    it(`is an image: ${image}`, () => {
      assert.equal(kindOf(image), 'image');
    });

  for (const missing of [
    'nosuch.json',
    './nosuch',
    '../nosuch',
    '/nosuch/app',
    'out/nosuch.YAML',
    '~/nosuch',
  ])
    it(`is a path that is not there, and no image: ${missing}`, () => {
      assert.throws(() => kindOf(missing), { code: 'INPUT_INVALID', message: /no file or folder/ });
    });
});
