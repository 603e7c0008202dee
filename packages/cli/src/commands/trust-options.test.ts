import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { readExportSwitches, refuseExportFlags } from './trust-options.js';

const given = (flags: Readonly<Record<string, string>>) => ({
  flags: new Map(Object.entries(flags)),
  positionals: ['export'],
});
const DAY_MS = 86_400_000;

describe('the flags of trust export', () => {
  it('are read, with every format for a year by default', () => {
    const formats = ['cosign2', 'gh', 'kyverno', 'policy-controller', 'tuf'];
    assert.deepEqual(readExportSwitches(given({ 'output-dir': 'd' })), {
      ...{ formats, outputDir: 'd', name: 'sigstore', lifetimeMs: 365 * DAY_MS, force: false },
    });
    const all = { 'output-dir': 'd', format: 'tuf', lifetime: '90d', name: 'acme-1', force: 'true' };
    assert.deepEqual(readExportSwitches(given(all)), {
      ...{ formats: ['tuf'], outputDir: 'd', name: 'acme-1', lifetimeMs: 90 * DAY_MS, force: true },
    });
  });

  const refused: readonly (readonly [why: string, flags: Record<string, string>, code: string])[] = [
    ['no folder', {}, 'INPUT_MISSING'],
    ['an empty folder', { 'output-dir': '' }, 'INPUT_MISSING'],
    ['an unknown format', { 'output-dir': 'd', format: 'pem' }, 'INPUT_INVALID'],
    ['several formats in one', { 'output-dir': 'd', format: 'gh,tuf' }, 'INPUT_INVALID'],
    ['a lifetime without a unit', { 'output-dir': 'd', lifetime: '90' }, 'INPUT_INVALID'],
    ['no lifetime', { 'output-dir': 'd', lifetime: '0d' }, 'INPUT_INVALID'],
    ['a lifetime beyond ten years', { 'output-dir': 'd', lifetime: '3651d' }, 'INPUT_INVALID'],
    ['a name that Kubernetes does not take', { 'output-dir': 'd', name: 'A_b' }, 'INPUT_INVALID'],
    ['a name with a line end', { 'output-dir': 'd', name: 'a\nb' }, 'INPUT_INVALID'],
  ];
  for (const [why, flags, code] of refused) {
    it(`are refused with ${why}`, () => {
      assert.throws(() => readExportSwitches(given(flags)), { code, fault: 'user' });
    });
  }

  it('are refused by trust inspect, which writes nothing', () => {
    refuseExportFlags(given({ 'trusted-root': 'r.json', json: 'true' }));
    for (const name of ['format', 'output-dir', 'lifetime', 'name', 'force', 'signing-config'])
      assert.throws(
        () => {
          refuseExportFlags(given({ [name]: 'x' }));
        },
        { code: 'INPUTS_CONTRADICT' },
      );
  });
});
