import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { describe, it } from '@jest/globals';
import { fromBufferPromise } from 'yauzl';
import { MAX_ARTIFACT_CONTENT_BYTES } from '../limits.js';
import { zipOf } from './artifact-zip.js';

/** As another program reads them: names and contents in their order, checksums held. */
async function unzipped(zip: Buffer): Promise<readonly (readonly [name: string, bytes: Buffer])[]> {
  const archive = await fromBufferPromise(zip);
  const files: (readonly [string, Buffer])[] = [];
  for await (const entry of archive.eachEntry())
    files.push([entry.fileName, await buffer(await archive.openReadStreamPromise(entry))]);
  return files;
}

const LONG = Buffer.from('{"name":"apt"}\n'.repeat(200_000));

describe('an archive of documents', () => {
  it('holds each file as it is, also an empty one and a long one', async () => {
    const files = [
      { name: 'sbom.spdx.json', bytes: LONG },
      { name: 'empty.json', bytes: Buffer.alloc(0) },
      { name: 'sbom-diff.md', bytes: Buffer.from('grün\n') },
    ];
    const zip = await zipOf(files);
    assert.deepEqual(
      await unzipped(zip),
      files.map(({ name, bytes }) => [name, bytes]),
    );
    assert.ok(zip.length < LONG.length / 50, `${zip.length} bytes`);
  });

  it('has the same bytes for the same files, at any time', async () => {
    const files = [{ name: 'a.json', bytes: LONG }];
    assert.deepEqual(await zipOf(files), await zipOf(files));
    assert.equal((await fromBufferPromise(await zipOf(files))).entryCount, 1);
    for await (const entry of (await fromBufferPromise(await zipOf(files))).eachEntry())
      assert.equal(entry.getLastModDate({ timezone: 'UTC' }).getUTCFullYear(), 1980);
  });

  it('is refused before anything is packed where more would go into it than is uploaded', async () => {
    const huge = { length: MAX_ARTIFACT_CONTENT_BYTES, subarray: () => assert.fail('was read') };
    const files = [
      { name: 'a', bytes: huge as unknown as Uint8Array },
      { name: 'b', bytes: Buffer.from('b') },
    ];
    await assert.rejects(zipOf(files), { code: 'LIMIT_EXCEEDED', fault: 'user' });
  });
});
