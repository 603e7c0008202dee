import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { RetryWindow } from './retry-window.js';

const windowAt = () => {
  const time = { ms: 0 };
  const clock = { now: () => new Date(time.ms), sleep: () => Promise.resolve() };
  return { time, window: new RetryWindow(1000, clock) };
};

describe('a retry window', () => {
  it('stands still while nothing is repeated', () => {
    const { time, window } = windowAt();
    time.ms = 50_000;
    assert.equal(window.remainingMs(), 1000);
  });
  it('counts from the start of the first failed attempt', () => {
    const { time, window } = windowAt();
    time.ms = 300;
    window.enter(100);
    assert.equal(window.remainingMs(), 800);
    time.ms = 500;
    window.leave();
    time.ms = 90_000;
    assert.equal(window.remainingMs(), 600);
  });
  it('counts the time in which several requests fail once', () => {
    const { time, window } = windowAt();
    window.enter(0);
    time.ms = 100;
    window.enter(50);
    time.ms = 300;
    window.leave();
    window.leave();
    window.enter(100); // began before the others were done: what they used is not counted again
    assert.equal(window.remainingMs(), 700);
  });
  it('never runs below zero', () => {
    const { time, window } = windowAt();
    window.enter(0);
    time.ms = 5000;
    assert.equal(window.remainingMs(), 0);
  });
});
