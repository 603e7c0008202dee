import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { buildDemoImage, pushImage, startTestbed, type Testbed } from '@countersign/testbed';
import { openFolder } from './registry-folder.js';

let testbed: Testbed;
beforeAll(async () => {
  testbed = await startTestbed();
});
afterAll(() => testbed.stop());

describe('the repository of the demo', () => {
  it('has its tag at the good image again after an attack moved it, byte for byte', async () => {
    const target = { origin: `http://${testbed.registry}` };
    const digestOfTag = async (): Promise<string | null> => {
      const response = await fetch(`${target.origin}/v2/acme/app/manifests/v1`, { method: 'HEAD' });
      return response.headers.get('docker-content-digest');
    };
    const image = (text: string) => buildDemoImage([{ path: 'file', bytes: Buffer.from(text) }]);
    const good = await pushImage(target, 'acme/app', image('good'), 'v1');
    const evil = await pushImage(target, 'acme/app', image('evil'), 'v1');
    assert.equal(await digestOfTag(), evil.digest);
    await openFolder(target, 'acme/app', new AbortController().signal).pointTag('v1', good.digest);
    assert.equal(await digestOfTag(), good.digest);
  });
});
