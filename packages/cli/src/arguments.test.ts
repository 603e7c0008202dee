import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { readArguments } from './arguments.js';
import type { Flag } from './flags.js';

const FLAGS: readonly Flag[] = [
  { name: 'layouts', kind: 'text', value: 'all|bundle|legacy', help: '' },
  { name: 'sbom', kind: 'lines', value: '[PLATFORM=]PATH', help: '' },
  { name: 'dry-run', kind: 'switch', value: '', help: '' },
];

const read = async (...argv: string[]) => {
  const { flags, positionals } = await readArguments('attest', FLAGS, argv);
  return { flags: Object.fromEntries(flags), positionals };
};

const accepted: readonly (readonly [
  why: string,
  argv: string[],
  expected: Awaited<ReturnType<typeof read>>,
])[] = [
  ['nothing', [], { flags: {}, positionals: [] }],
  ['images anywhere', ['a', '--dry-run', 'b'], { flags: { 'dry-run': 'true' }, positionals: ['a', 'b'] }],
  ['a value after a space', ['--layouts', 'bundle'], { flags: { layouts: 'bundle' }, positionals: [] }],
  ['a value after an equals sign', ['--layouts=bundle'], { flags: { layouts: 'bundle' }, positionals: [] }],
  [
    'an equals sign in a value',
    ['--sbom', 'linux/amd64=a.json'],
    { flags: { sbom: 'linux/amd64=a.json' }, positionals: [] },
  ],
  ['a repeated flag as lines', ['--sbom', 'a', '--sbom', 'b'], { flags: { sbom: 'a\nb' }, positionals: [] }],
  ['a switch turned off', ['--dry-run=false'], { flags: { 'dry-run': 'false' }, positionals: [] }],
  [
    'a value with a dash after an equals sign',
    ['--layouts=-x'],
    { flags: { layouts: '-x' }, positionals: [] },
  ],
  ['everything after -- as images', ['--', '--dry-run'], { flags: {}, positionals: ['--dry-run'] }],
];

const refused: readonly (readonly [why: string, argv: string[], code: string, remedy: RegExp])[] = [
  ['a misspelled flag, naming the one that is near', ['--layout', 'all'], 'INPUT_UNKNOWN', /--layouts\?/],
  ['a flag that resembles none', ['--frobnicate'], 'INPUT_UNKNOWN', /attest --help/],
  ['a flag with one dash', ['-x'], 'INPUT_UNKNOWN', /--help/],
  ['a name of the prototype', ['--__proto__=x'], 'INPUT_UNKNOWN', /--help/],
  ['a very long name', [`--${'a'.repeat(100_000)}`], 'INPUT_UNKNOWN', /--help/],
  ['a flag without its value', ['--layouts'], 'INPUT_INVALID', /--layouts all\|bundle\|legacy/],
  [
    'a flag where a choice should be',
    ['--layouts', '--dry-run'],
    'INPUT_INVALID',
    /^Write --layouts all\|bundle\|legacy\.$/,
  ],
  ['a flag where a path should be', ['--sbom', '--dry-run'], 'INPUT_INVALID', /--sbom=/],
  ['a switch with a value', ['--dry-run=maybe'], 'INPUT_INVALID', /--dry-run/],
  ['a flag given twice', ['--layouts', 'all', '--layouts', 'all'], 'INPUTS_CONTRADICT', /once/],
];

describe('the arguments of a command', () => {
  for (const [why, argv, expected] of accepted) {
    it(`are read with ${why}`, async () => {
      assert.deepEqual(await read(...argv), expected);
    });
  }
  for (const [why, argv, code, remedy] of refused) {
    it(`are refused with ${why}`, async () => {
      await assert.rejects(read(...argv), { code, fault: 'user', remedy });
    });
  }
});
