import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { describe, it } from '@jest/globals';
import { abortedBySignals } from './interruption.js';

class FakeProcess extends EventEmitter {
  readonly ended: number[] = [];
  exit(code: number): never {
    this.ended.push(code);
    throw new Error('ended');
  }
}

describe('a run that signals interrupt', () => {
  it('is aborted by the first signal and ended by the second', () => {
    const process = new FakeProcess();
    const { signal } = abortedBySignals(process);
    assert.equal(signal.aborted, false);
    process.emit('SIGTERM');
    assert.equal(signal.aborted, true);
    assert.deepEqual(process.ended, []);
    assert.throws(() => process.emit('SIGINT'), /ended/);
    assert.deepEqual(process.ended, [130]);
  });

  it('leaves the process to its own signals once it is over', () => {
    const process = new FakeProcess();
    const { signal, release } = abortedBySignals(process);
    release();
    process.emit('SIGTERM');
    assert.equal(signal.aborted, false);
    assert.equal(process.listenerCount('SIGINT') + process.listenerCount('SIGTERM'), 0);
  });
});
