import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { parseCheckpoint } from './checkpoint.js';

const ROOT = Buffer.alloc(32, 7).toString('base64');
const SIGNATURE = Buffer.concat([Buffer.from('01020304', 'hex'), Buffer.alloc(64)]).toString('base64');

describe('parseCheckpoint', () => {
  it('reads origin, size and root, and all who signed', () => {
    const text = `log.example\n42\n${ROOT}\nmore\n\n— witness.example AAAAAAAA\n— log.example ${SIGNATURE}\n`;
    const checkpoint = parseCheckpoint(text);
    assert.deepEqual(
      [checkpoint?.origin, checkpoint?.size, checkpoint?.root.toString('base64')],
      ['log.example', 42, ROOT],
    );
    assert.deepEqual(
      checkpoint?.signatures.map(({ name, keyHint }) => [name, keyHint.toString('hex')]),
      [
        ['witness.example', '00000000'],
        ['log.example', '01020304'],
      ],
    );
  });

  const refused: readonly (readonly [why: string, text: string])[] = [
    ['nothing', ''],
    ['no signatures behind an empty line', `log.example\n42\n${ROOT}\n`],
    ['no origin', `\n42\n${ROOT}\n\n— log.example ${SIGNATURE}\n`],
    ['a size that is none', `log.example\n-1\n${ROOT}\n\n— log.example ${SIGNATURE}\n`],
    ['a size with a zero before it', `log.example\n042\n${ROOT}\n\n— log.example ${SIGNATURE}\n`],
    ['a size beyond numbers', `log.example\n${'9'.repeat(30)}\n${ROOT}\n\n— log.example ${SIGNATURE}\n`],
    ['no signature', `log.example\n42\n${ROOT}\n\n`],
    ['a line that is no signature', `log.example\n42\n${ROOT}\n\nx\n— log.example ${SIGNATURE}\n`],
    [
      'something before a signature',
      `log.example\n42\n${ROOT}\n\n— log.example ${SIGNATURE}\nx— log.example ${SIGNATURE}\n`,
    ],
    [
      'another empty line',
      `log.example\n42\n${ROOT}\n\n— a.example ${SIGNATURE}\n\n— log.example ${SIGNATURE}\n`,
    ],
    ['a signature that is cut off', `log.example\n42\n${ROOT}\n\n— log.example ${SIGNATURE}`],
    ['a signature of nothing', `log.example\n42\n${ROOT}\n\n— log.example AQIDBA==\n`],
    [
      'more signatures than readers take',
      `log.example\n42\n${ROOT}\n\n${`— log.example ${SIGNATURE}\n`.repeat(101)}`,
    ],
    ['more than fits', `log.example\n42\n${ROOT}\n${'x'.repeat(65536)}\n\n— log.example ${SIGNATURE}\n`],
    ['a root of another length', `log.example\n42\nAAAA\n\n— log.example ${SIGNATURE}\n`],
  ];
  for (const [why, text] of refused) {
    it(`takes no text with ${why}`, () => {
      assert.equal(parseCheckpoint(text), undefined);
    });
  }
});
