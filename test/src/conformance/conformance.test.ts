import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CountersignError } from '@countersign/core/errors';
import { verifyBundleFile } from '@countersign/core/flows';
import { digestOf } from '@countersign/core/oci';
import { parseTrustedRoot } from '@countersign/core/trust';

// The cases of sigstore-conformance (github.com/sigstore/sigstore-conformance, test/assets/bundle-verify) are data of
// others and not committed here; they are read where they lie beside the repository.
const REPOSITORY = resolve(import.meta.dirname, '../../..');
const CASES = resolve(REPOSITORY, '../shared/vectors/sigstore-conformance/bundle-verify');

const IDENTITY =
  'https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main';
const ISSUER = 'https://token.actions.githubusercontent.com';

type Verdict = 'accepted' | CountersignError;

/** Runs one case as `verify-bundle` would: with the trusted root beside it, or the public-good one. */
function run(name: string, by: 'path' | 'digest'): Verdict {
  const read = (file: string): Buffer | undefined => {
    const path = join(CASES, name, file);
    return existsSync(path) ? readFileSync(path) : undefined;
  };
  const artifact = read('artifact') ?? readFileSync(join(CASES, 'a.txt'));
  const key = read('key.pub')?.toString();
  try {
    verifyBundleFile({
      bundle: read('bundle.sigstore.json') ?? Buffer.alloc(0),
      artifact: by === 'path' ? artifact : digestOf(artifact),
      signer:
        key === undefined
          ? {
              kind: 'identity',
              identity: read('identity')?.toString().trim() ?? IDENTITY,
              issuer: read('issuer')?.toString().trim() ?? ISSUER,
            }
          : { kind: 'key', publicKeyPem: key },
      trust: parseTrustedRoot(read('trusted_root.json') ?? publicGoodRoot(), name),
    });
    return 'accepted';
  } catch (error) {
    if (error instanceof CountersignError) return error;
    throw error;
  }
}

/** The public-good trusted root as @sigstore/tuf carries it: good for these cases, which are of the past. */
function publicGoodRoot(): Buffer {
  const seeds = createRequire(import.meta.url)('@sigstore/tuf/seeds.json') as Record<
    string,
    { targets: Record<string, string> } | undefined
  >;
  const root = seeds['https://tuf-repo-cdn.sigstore.dev']?.targets['trusted_root.json'];
  if (root === undefined) throw new Error('@sigstore/tuf carries no public-good trusted root');
  return Buffer.from(root, 'base64');
}

if (existsSync(CASES)) {
  const names = readdirSync(CASES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const runs = names.flatMap((name) => (['path', 'digest'] as const).map((by) => ({ name, by })));
  const happy = runs.filter(({ name }) => !name.endsWith('_fail'));
  const failing = runs.filter(({ name }) => name.endsWith('_fail'));

  let passed: boolean | undefined;
  const happyPathsPass = (): boolean =>
    (passed ??= happy.every(({ name, by }) => run(name, by) === 'accepted'));

  describe('sigstore-conformance', () => {
    it('has all of its 140 runs', () => {
      expect(runs).toHaveLength(140);
    });
    for (const { name, by } of happy) {
      it(`accepts ${name}, the artifact given by ${by}`, () => {
        expect(run(name, by)).toBe('accepted');
      });
    }
    for (const { name, by } of failing) {
      it(`rejects ${name}, the artifact given by ${by}, with a typed error`, () => {
        // A rejection proves nothing where nothing at all is accepted.
        expect(happyPathsPass()).toBe(true);
        const verdict = run(name, by);
        expect(verdict).toBeInstanceOf(CountersignError);
        if (verdict === 'accepted') return;
        if (name.startsWith('trust-root-')) expect(verdict.code).toBe('TRUSTED_ROOT_INVALID');
        else expect(verdict.fault).toBe('rejection');
      });
    }
  });
} else {
  describe('sigstore-conformance', () => {
    it('asserts nothing: its cases do not lie in ../shared/vectors/sigstore-conformance', () => {
      expect(existsSync(CASES)).toBe(false);
    });
  });
}
