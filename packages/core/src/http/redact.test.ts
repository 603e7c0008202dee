import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { isLoopback } from './loopback.js';
import { excerptOf, redactUrl } from './redact.js';

describe('redactUrl', () => {
  const rows: readonly (readonly [url: string, shown: string])[] = [
    ['https://a.example/b?sig=s3cr3t&x=1&x=2#frag', 'https://a.example/b?sig=...&x=...'],
    ['https://user:s3cr3t@a.example:8443/b', 'https://a.example:8443/b'],
    ['not a URL s3cr3t', '(not a URL)'],
  ];
  for (const [url, shown] of rows) {
    it(`shows ${shown}`, () => {
      assert.equal(redactUrl(url), shown);
    });
  }
});

describe('excerptOf', () => {
  it('puts a text on one line, without control, invisible or turning characters', () => {
    assert.equal(excerptOf('a\r\n\x1b[31mb\u202e\u2028c'), 'a [31mb c');
  });
  it('cuts a long text', () => {
    assert.equal(excerptOf('x'.repeat(10_000)).length, 303);
  });
  it('blots out secrets', () => {
    assert.equal(excerptOf('token s3cr3t-s3cr3t!', ['s3cr3t-s3cr3t']), 'token ...!');
  });
  it('blots out secrets as they stand in forms, in addresses and in JSON', () => {
    const secret = 'a b+c/d"e~f';
    const echo = [
      new URLSearchParams({ client_secret: secret }).toString(),
      encodeURIComponent(secret),
      JSON.stringify({ secret }),
    ].join(' ');
    assert.equal(excerptOf(echo, [secret]), 'client_secret=... ... {"secret":"..."}');
  });
  it('blots out a secret whole where another one begins it', () => {
    assert.equal(excerptOf('it was s3cr3t-and-more', ['s3cr3t', 's3cr3t-and-more']), 'it was ...');
  });
});

describe('isLoopback', () => {
  it('knows this machine by its names', () => {
    assert.ok(['localhost', 'a.localhost', '127.0.0.1', '127.8.8.8', '[::1]'].every(isLoopback));
  });
  it('takes no other name for it', () => {
    const others = [
      'localhost.example',
      '127.0.0.1.example',
      '128.0.0.1',
      '[::2]',
      '10.0.0.1',
      'notlocalhost',
      '',
    ];
    assert.ok(!others.some(isLoopback));
  });
});
