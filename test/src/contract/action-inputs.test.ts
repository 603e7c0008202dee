import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { settingsOf } from '@countersign/core/options';
import { COMMAND_OF, OUTPUTS } from '@countersign/core/runner';
import { ACTION_NAMES, readAction, readReadme } from './action-files.js';

const MAX_INPUTS = 24;

/** Golden: an input is a promise to every workflow that uses it. */
const INPUTS: Readonly<Record<(typeof ACTION_NAMES)[number], string>> = {
  sign:
    'images image digest allow-tag platforms key identity-token on-missing-identity layouts dry-run ' +
    'registry-username registry-password transparency-log public-log settings',
  attest:
    'images image digest allow-tag platforms signature sbom vulnerability-report openvex provenance predicate-type ' +
    'predicate-path key identity-token on-missing-identity layouts dry-run supersede registry-username registry-password ' +
    'transparency-log public-log settings',
  verify:
    'images image digest allow-tag platforms certificate-identity certificate-identity-regexp certificate-oidc-issuer ' +
    'source-repository source-owner source-ref source-digest signer-workflow signer-digest build-trigger ' +
    'deny-self-hosted-runners require mode predicates-dir key registry-username registry-password settings',
  scan:
    'image digest allow-tag sbom path report fail-on only-fixed on-unknown-severity epss-threshold kev risk-threshold ' +
    'grace max-new baseline waivers vex formats output-dir upload-sarif github-token registry-username registry-password settings',
  'generate-sbom':
    'image digest allow-tag path platforms formats source sbom output-dir on-incomplete allow-empty baseline max-drop ' +
    'min-quality dependency-snapshot github-token upload-artifact dry-run registry-username registry-password settings',
  'setup-tools': 'tools verify mirror allow-path min-age dry-run settings',
};

for (const name of ACTION_NAMES) {
  describe(`actions/${name}`, () => {
    const action = readAction(name);

    it(`has the inputs that it promised, and at most ${MAX_INPUTS}`, () => {
      assert.deepEqual(Object.keys(action.inputs), INPUTS[name].split(' '));
      assert.ok(Object.keys(action.inputs).length <= MAX_INPUTS);
    });

    it('describes each input, requires none, and has the default that the parser has', () => {
      const defaults = new Map(
        settingsOf(COMMAND_OF[name]).map((setting) => [setting.name, setting.default]),
      );
      for (const [input, about] of Object.entries(action.inputs)) {
        assert.ok(about.description.length > 10, input);
        assert.equal(about.required, false, input);
        assert.equal(about.default, defaults.get(input), input);
      }
    });

    it('declares each output that is written', () => {
      assert.deepEqual(
        Object.keys(action.outputs),
        OUTPUTS[name].map((output) => output.name),
      );
    });

    it('runs its bundle on Node 24', () => {
      assert.deepEqual(action.runs, { using: 'node24', main: `../../dist/${name}/index.js` });
      assert.ok(action.description.length <= 125, 'the Marketplace cuts longer ones');
    });

    it('has every input, setting and output in its README', () => {
      const readme = readReadme(name);
      const names = [...settingsOf(COMMAND_OF[name]), ...OUTPUTS[name]].map((each) => each.name);
      assert.deepEqual(
        names.filter((each) => !readme.includes(`| \`${each}\``)),
        [],
      );
    });
  });
}
