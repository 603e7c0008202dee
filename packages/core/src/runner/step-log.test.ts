import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { openStepLog, type StepLog } from './step-log.js';

function recorded(change: { onRunner?: boolean; debug?: boolean } = {}): {
  log: StepLog;
  text: () => string;
} {
  let text = '';
  const write = (part: string): void => {
    text += part;
  };
  return {
    log: openStepLog({ write, title: 'Progress', onRunner: true, debug: false, ...change }),
    text: () => text,
  };
}

describe('the log of a step', () => {
  it('folds the progress, and ends the group before the result', () => {
    const { log, text } = recorded();
    log.info('one');
    log.warn('two');
    log.result('Signed\n  a claim\n');
    assert.equal(text(), '::group::Progress\none\nWarning: two\n::endgroup::\nSigned\n  a claim\n');
  });

  it('opens no group where nothing was in progress', () => {
    const { log, text } = recorded();
    log.annotate('error', 'Error', 'wrong');
    assert.equal(text(), '::error title=Error::wrong\n');
  });

  it('shows details only to who asks for them', () => {
    const quiet = recorded();
    quiet.log.debug('detail');
    assert.equal(quiet.text(), '');
    const talkative = recorded({ debug: true });
    talkative.log.debug('detail');
    assert.match(talkative.text(), /^detail$/m);
  });

  it('tells the runner of a secret once, and hides it everywhere itself', () => {
    const { log, text } = recorded();
    log.mask('s3cret-token');
    log.mask('s3cret-token');
    log.info('the token is s3cret-token');
    log.result('s3cret-token');
    log.annotate('warning', 't', 'not s3cret-token');
    assert.equal(text().match(/s3cret-token/g)?.length, 1);
    assert.ok(text().startsWith('::add-mask::s3cret-token\n'));
    assert.equal(log.hide('a s3cret-token here'), 'a *** here');
  });

  it('masks each line of a secret that has several', () => {
    const { log, text } = recorded();
    log.mask('-----BEGIN KEY-----\nabcdef\n-----END KEY-----\n');
    log.info('abcdef');
    assert.match(text(), /^::add-mask::-----BEGIN KEY-----%0Aabcdef%0A-----END KEY-----$/m);
    assert.match(text(), /^::add-mask::abcdef$/m);
    assert.match(text(), /^\*\*\*$/m);
  });

  it('prints no mask where no runner reads it', () => {
    const { log, text } = recorded({ onRunner: false });
    log.mask('s3cret-token');
    log.info('s3cret-token');
    assert.equal(text(), '::group::Progress\n***\n');
  });

  it('hides what the runner gave, without telling it', () => {
    const { log, text } = recorded();
    log.conceal('request-token');
    log.result('request-token');
    assert.equal(text(), '***\n');
  });

  it('masks nothing so short that it would spoil other texts', () => {
    const { log, text } = recorded();
    log.mask('a');
    log.mask('');
    log.conceal('');
    log.result('abc');
    assert.equal(text(), 'abc\n');
  });
});
