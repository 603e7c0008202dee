import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { splitPlatformPath } from './index.js';

const lines: readonly (readonly [line: string, platform: string | undefined, path: string])[] = [
  ['linux/amd64=a.json', 'linux/amd64', 'a.json'],
  ['linux/arm/v7=out/a=b.json', 'linux/arm/v7', 'out/a=b.json'],
  ['a.json', undefined, 'a.json'],
  ['out/a=b.json=c', 'out/a', 'b.json=c'],
  ['linux/amd64=', undefined, 'linux/amd64='],
  ['Linux/amd64=a.json', undefined, 'Linux/amd64=a.json'],
  ['../amd64=a.json', undefined, '../amd64=a.json'],
  ['linux/a/b/c=a.json', undefined, 'linux/a/b/c=a.json'],
];

describe('a line [PLATFORM=]PATH', () => {
  for (const [line, platform, path] of lines) {
    it(`${line} is the path ${path} of ${platform ?? 'no platform'}`, () => {
      assert.deepEqual(splitPlatformPath(line), { platform, path });
    });
  }
});
