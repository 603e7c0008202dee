import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { CountersignError } from '../errors.js';
import { OCI_MANIFEST } from '../oci/index.js';
import { MemoryRepository, layer, still, type Conditions } from './fixture.js';
import { layersFormat } from './layers-format.js';
import { supersedesAnnotation } from './supersedes.js';
import { createTagWriter, type TagWriterOptions } from './tag-writer.js';

const TAG = 'sha256-x.att';

const start = (conditions: Conditions = 'honoured', options: Partial<TagWriterOptions> = {}) => {
  const repository = new MemoryRepository(conditions);
  const join = (more: Partial<TagWriterOptions> = {}) => {
    const writer = createTagWriter(repository, { context: still, ...options, ...more });
    const format = layersFormat(repository);
    return {
      write: (...numbers: number[]) => writer.write(TAG, format, numbers.map(layer)),
      settle: () => writer.settle(),
    };
  };
  const stored = () => {
    const manifest = repository.manifests.get(repository.tags.get(TAG) ?? ('' as never));
    const layers = manifest === undefined ? [] : layersFormat(repository).entries(manifest);
    return layers.map(({ annotations }) => Number(annotations?.number));
  };
  const tagWrites = () => repository.written.filter((target) => target === TAG).length;
  return { repository, join, stored, tagWrites };
};
/** Writes layers as a tool would that looks at nothing before. */
const overwrite = async (repository: MemoryRepository, ...numbers: number[]) => {
  const { bytes } = await layersFormat(repository).compose(numbers.map(layer), undefined);
  repository.set(TAG, bytes, OCI_MANIFEST);
};

/** A layer that says whose place it took. */
const instead = (number: number, ...older: readonly number[]) => {
  const { annotations, ...rest } = layer(number);
  return {
    ...rest,
    annotations: { ...annotations, ...supersedesAnnotation(older.map((each) => layer(each).digest)) },
  };
};

describe('a tag writer that takes entries away', () => {
  for (const conditions of ['honoured', 'ignored', 'no etag', 'weak', 'always refused'] as const) {
    it(`leaves all others where they stand (conditions: ${conditions})`, async () => {
      const { repository, stored } = start(conditions);
      await overwrite(repository, 1, 2, 3);
      const writer = createTagWriter(repository, { context: still });
      const { written } = await writer.write(TAG, layersFormat(repository), [], { drop: [layer(2).digest] });
      await writer.settle();
      assert.deepEqual([written, stored()], [true, [1, 3]]);
    });

    it(`takes them away again where another writer brings them back (conditions: ${conditions})`, async () => {
      const { repository, stored } = start(conditions);
      await overwrite(repository, 1, 2);
      const writer = createTagWriter(repository, { context: still });
      await writer.write(TAG, layersFormat(repository), [layer(3)], { drop: [layer(1).digest] });
      await overwrite(repository, 1, 2, 4);
      await writer.settle();
      assert.deepEqual(stored().sort(), [2, 3, 4]);
    });
  }

  it('writes nothing where they are gone already', async () => {
    const { repository } = start();
    await overwrite(repository, 1);
    const writer = createTagWriter(repository, { context: still });
    const drop = [layer(9).digest];
    assert.deepEqual(await writer.write(TAG, layersFormat(repository), [], { drop }), { written: false });
  });
});

describe('a merge', () => {
  it('brings nothing back that an entry which stands there names as superseded', async () => {
    const { repository, join, stored } = start('ignored');
    await overwrite(repository, 1, 2);
    const slow = join();
    await slow.write(5); // has seen 1 and 2
    const { bytes } = await layersFormat(repository).compose([layer(2), instead(3, 1)], undefined);
    repository.set(TAG, bytes, OCI_MANIFEST);
    await slow.settle();
    assert.deepEqual(stored().sort(), [2, 3, 5]);
  });

  it('takes nothing away that stands there, whatever another entry names as superseded', async () => {
    const { repository, join, stored } = start();
    await overwrite(repository, 1, 2);
    const { bytes } = await layersFormat(repository).compose([layer(1), layer(2), instead(3, 1)], undefined);
    repository.set(TAG, bytes, OCI_MANIFEST);
    const writer = join();
    await writer.write(4);
    await writer.settle();
    assert.deepEqual(stored(), [1, 2, 3, 4]);
  });

  it('keeps what its own new entry names until that is asked for', async () => {
    const { repository, stored } = start();
    await overwrite(repository, 1, 2);
    const writer = createTagWriter(repository, { context: still });
    await writer.write(TAG, layersFormat(repository), [instead(3, 1)]);
    assert.deepEqual(stored(), [1, 2, 3]);
  });
});

describe('a tag writer', () => {
  for (const conditions of ['honoured', 'ignored', 'no etag', 'weak', 'always refused'] as const) {
    it(`adds to what stands there, in its order, in one write (conditions: ${conditions})`, async () => {
      const { repository, join, stored, tagWrites } = start(conditions);
      const first = join();
      await first.write(1, 2);
      await first.settle();
      const second = join();
      assert.deepEqual(await second.write(3), { written: true });
      await second.settle();
      assert.deepEqual(stored(), [1, 2, 3]);
      assert.equal(tagWrites(), 2);
      assert.equal(repository.tags.size, 1);
    });

    it(`writes nothing where its entries stand already (conditions: ${conditions})`, async () => {
      const { repository, join } = start(conditions);
      await overwrite(repository, 1, 2);
      const writer = join();
      assert.deepEqual(await writer.write(2), { written: false });
      await writer.settle();
      assert.deepEqual(repository.written, []);
    });

    it(`keeps the entries of a writer that was in between (conditions: ${conditions})`, async () => {
      const { repository, join, stored } = start(conditions);
      const [one, two] = [join(), join()];
      let raced = false;
      repository.beforeTagWrite = async () => {
        if (raced) return;
        raced = true;
        await two.write(2);
      };
      await one.write(1);
      await Promise.all([one.settle(), two.settle()]);
      assert.deepEqual(stored().sort(), [1, 2]);
    });
  }

  it('never overwrites a racing writer where If-Match is honoured, settle or not', async () => {
    const { repository, join, stored } = start('honoured');
    await overwrite(repository, 0);
    let next = 1;
    repository.beforeTagWrite = async () => {
      if (next <= 5) await overwrite(repository, ...Array.from({ length: ++next }, (_, n) => n));
    };
    await join().write(100);
    assert.deepEqual(stored(), [0, 1, 2, 3, 4, 5, 100]);
  });

  it('is not taken in by a registry that sends an ETag and ignores If-Match', async () => {
    const { repository, join, stored } = start('ignored');
    await overwrite(repository, 0);
    const writer = join();
    await writer.write(1);
    await overwrite(repository, 0, 2); // by someone who had read before our write
    await writer.settle();
    assert.deepEqual(stored(), [0, 2, 1]);
  });

  it('writes again whatever it ever saw, not its own entries alone', async () => {
    const { repository, join, stored } = start('no etag');
    await overwrite(repository, 7);
    const writer = join();
    await writer.write(1);
    await overwrite(repository, 2);
    await writer.settle();
    assert.deepEqual(stored(), [2, 7, 1]);
  });

  it('looks once more where a conditional write was overwritten by a tool that knows no conditions', async () => {
    const { repository, join, stored } = start('honoured');
    const writer = join();
    await writer.write(1);
    await overwrite(repository, 2);
    await writer.settle();
    assert.deepEqual(stored(), [2, 1]);
  });

  it('leaves a loss alone where the caller trusts that nobody else writes', async () => {
    const { repository, join, stored } = start('no etag');
    const writer = join({ unsafeNoSettle: true });
    await writer.write(1);
    await overwrite(repository, 2);
    await writer.settle();
    assert.deepEqual(stored(), [2]);
  });

  it('confirms with three quiet readings, a settle time apart on average, and counts anew after a loss', async () => {
    const slept: number[] = [];
    const clock = { now: () => new Date(0), sleep: (ms: number) => Promise.resolve(void slept.push(ms)) };
    const { repository, join } = start('no etag');
    const quiet = join({ context: { ...still, clock }, settleMs: 100 });
    await quiet.write(1);
    await quiet.settle();
    assert.deepEqual(slept, [100, 100, 100]);
    slept.length = 0;
    const disturbed = join({ context: { ...still, clock }, settleMs: 100 });
    await disturbed.write(2);
    await overwrite(repository, 3);
    await disturbed.settle();
    assert.deepEqual(slept, [100, 100, 100, 100]);
  });

  it('gives up on a tag that someone keeps taking away', async () => {
    const { repository, join } = start('no etag');
    const writer = join();
    await writer.write(1);
    const get = repository.getManifest.bind(repository);
    repository.getManifest = async (target) => {
      const found = await get(target);
      if (target === TAG) await overwrite(repository, 2);
      return found;
    };
    await overwrite(repository, 2);
    await assert.rejects(writer.settle(), { code: 'WRITE_CONTENDED', fault: 'infrastructure' });
  });

  it('passes on that a tag may not be moved, and the next write of the session still goes', async () => {
    const { repository, join } = start('honoured');
    await overwrite(repository, 1);
    const writer = join();
    repository.beforeTagWrite = () => {
      throw new CountersignError('TAG_IMMUTABLE', { what: 'no', remedy: 'none' });
    };
    await assert.rejects(writer.write(2), { code: 'TAG_IMMUTABLE' });
    repository.beforeTagWrite = () => undefined;
    assert.deepEqual(await writer.write(3), { written: true });
  });

  it('writes several calls of one session one after the other', async () => {
    const { join, stored } = start('no etag');
    const writer = join();
    await Promise.all([writer.write(1), writer.write(2), writer.write(3)]);
    await writer.settle();
    assert.deepEqual(stored(), [1, 2, 3]);
  });

  it('asks about conditions without harm: each kind once, and only under digests', async () => {
    const { repository, join } = start('honoured');
    const writer = join();
    await writer.write(1);
    await writer.write(2);
    await writer.write(3);
    assert.deepEqual(
      repository.written.map((target) => (target === TAG ? 'tag' : 'digest')),
      ['digest', 'tag', 'tag', 'tag'], // the first went in under its digest to ask about If-None-Match
    );
  });
});
