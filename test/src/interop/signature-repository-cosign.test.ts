import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import {
  buildDemoImage,
  pushImage,
  startRegistry,
  startTestbed,
  type RegistryOptions,
  type RunningRegistry,
  type Testbed,
} from '@countersign/testbed';
import { runProcess, type Finished } from '../support/run-process.js';
import { realProgram } from './real-program.js';

/** What users run: the bundled command. */
const COUNTERSIGN = join(import.meta.dirname, '../../../dist/cli/index.js');
const SAN = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';
const V02 = 'https://slsa.dev/provenance/v0.2';
const CUSTOM = 'https://example.com/review/v1';

const setUps: readonly { readonly title: string; readonly options: RegistryOptions }[] = [
  { title: 'with the referrers API', options: { auth: 'token' } },
  {
    title: 'without it, whose If-Match does nothing',
    options: { auth: 'basic', referrers: false, ifMatch: false },
  },
  {
    title: 'that sends OCI-Subject alone, as ECR was seen to do',
    options: { auth: 'basic', referrers: 'header' },
  },
];

for (const { title, options } of setUps) {
  describe(`the real cosign and Countersign, with claims in another registry ${title}`, () => {
    let cosign: string;
    let testbed: Testbed;
    let claims: RunningRegistry;
    let cache: RunningRegistry;
    let signatures: string;
    let dockerConfig: string;
    let predicate: string;

    beforeAll(async () => {
      cosign = realProgram('cosign');
      testbed = await startTestbed();
      claims = await startRegistry(options);
      // What verifiers and signers name is a cache that serves no claim and takes no write.
      cache = await startRegistry({ upstream: testbed.services.registry });
      signatures = `${claims.host}/acme/signatures`;
      dockerConfig = join(testbed.stateDir, 'claims-login');
      await mkdir(dockerConfig);
      await writeFile(join(dockerConfig, 'config.json'), claims.auth?.dockerConfig() ?? '{}');
      predicate = join(testbed.stateDir, 'predicate.json');
      await writeFile(predicate, JSON.stringify(PROVENANCE_V02));
    });
    afterAll(() => Promise.all([cache.stop(), claims.stop(), testbed.stop()]));

    /** References behind the cache: the index, then each platform. */
    const pushed = async (name: string): Promise<readonly [index: string, ...platforms: string[]]> => {
      const image = buildDemoImage([{ path: 'name', bytes: Buffer.from(name) }]);
      const { digest, platforms } = await pushImage(testbed.services.registry, name, image);
      const at = (each: string): string => `${cache.host}/${name}@${each}`;
      return [at(digest), ...platforms.map((platform) => at(platform.digest))];
    };
    const countersign = (...args: readonly string[]): Promise<Finished> =>
      runProcess(process.execPath, [COUNTERSIGN, ...args], {
        env: { ...testbed.environment, DOCKER_CONFIG: dockerConfig },
      });
    const countersigned = async (...args: readonly string[]): Promise<void> => {
      const { code, stderr, stdout } = await countersign(...args);
      assert.equal(code, 0, `${args.join(' ')}: ${stderr}${stdout}`);
    };
    const run = (args: readonly string[], variables: Readonly<Record<string, string>>): Promise<Finished> =>
      runProcess(cosign, args, {
        env: { HOME: testbed.stateDir, DOCKER_CONFIG: dockerConfig, ...variables },
      });
    const there = (): Record<string, string> => ({ COSIGN_REPOSITORY: signatures });
    /** cosign 2's way: the legacy layout, with keys and roots from the environment. */
    const legacy = (): Record<string, string> => ({
      SIGSTORE_ROOT_FILE: testbed.pem.fulcioChain,
      SIGSTORE_REKOR_PUBLIC_KEY: testbed.pem.rekorKey,
      SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: testbed.pem.ctlogKey,
    });
    const accepts = async (args: readonly string[], variables: Record<string, string>): Promise<void> => {
      const { code, stderr } = await run(args, variables);
      assert.equal(code, 0, `${args.join(' ')}: ${stderr}`);
    };
    const refuses = async (args: readonly string[], variables: Record<string, string>): Promise<void> => {
      assert.notEqual((await run(args, variables)).code, 0, args.join(' '));
    };
    const by = (): string[] => ['--certificate-identity', SAN, '--certificate-oidc-issuer', testbed.issuer];
    const modern = (): string[] => ['--trusted-root', testbed.trustedRoot, ...by()];
    const old = (): string[] => ['--new-bundle-format=false', ...by()];
    const attest = (image: string, ...more: readonly string[]): Promise<void> =>
      countersigned(
        ...['attest', image, '--signature', '--provenance', '--predicate-type', CUSTOM],
        ...['--predicate-path', predicate, '--signature-repository', signatures, ...more],
      );

    it('cosign verifies what Countersign wrote there, of the index and each platform, in both formats', async () => {
      const images = await pushed('ours');
      await attest(images[0]);
      for (const image of images) {
        await accepts(['verify', ...modern(), image], there());
        await accepts(['verify', ...old(), image], { ...there(), ...legacy() });
        const provenance = ['verify-attestation', '--type', 'slsaprovenance1'];
        await accepts([...provenance, ...modern(), image], there());
        await accepts([...provenance, ...old(), image], { ...there(), ...legacy() });
      }
      await accepts(['verify-attestation', '--type', CUSTOM, ...modern(), images[0]], there());

      await refuses(['verify', ...modern(), images[0]], {});
      await refuses(['verify', ...modern(), images[0]], { COSIGN_REPOSITORY: `${signatures}-other` });
      // cosign's word for SLSA v0.2, which guides tell people to type: ours is v1.
      await refuses(['verify-attestation', '--type', 'slsaprovenance', ...modern(), images[0]], there());
    });

    it('cosign falls back to the tags where those alone were written there', async () => {
      const [index] = await pushed('ours-legacy');
      await attest(index, '--layouts', 'legacy');
      await accepts(['verify', ...modern(), index], there());
      await accepts(['verify-attestation', '--type', CUSTOM, ...modern(), index], there());
    });

    it('Countersign verifies what cosign wrote there, signature and provenance v0.2, in both formats', async () => {
      for (const format of ['bundle', 'legacy']) {
        const [index, platform = ''] = await pushed(`theirs-${format}`);
        for (const image of [index, platform]) {
          await accepts(['sign', ...services(format), image], { ...there(), ...legacyOf(format) });
          await accepts(
            ['attest', ...services(format), '--type', 'slsaprovenance', '--predicate', predicate, image],
            { ...there(), ...legacyOf(format) },
          );
          const verify = [
            ...['verify', image, '--platforms', 'index', '--require', 'signature,provenance'],
            ...['--require', V02, ...by()],
          ];
          await countersigned(...verify, '--signature-repository', signatures);
          const beside = await countersign(...verify);
          assert.equal(beside.code, 1, beside.stderr);
          const other = await countersign(...verify, '--signature-repository', `${signatures}-other`);
          assert.equal(other.code, 1, other.stderr);
        }
      }
    });

    it('both write there, and each reads both', async () => {
      const [index] = await pushed('both');
      await accepts(['sign', ...services('bundle'), index], there());
      await attest(index, '--layouts', 'bundle');
      await accepts(
        ['attest', ...services('bundle'), '--type', 'custom', '--predicate', predicate, index],
        there(),
      );
      await accepts(['verify', ...modern(), index], there());
      await accepts(['verify-attestation', '--type', CUSTOM, ...modern(), index], there());
      await countersigned(
        ...['verify', index, '--platforms', 'index', ...by(), '--signature-repository', signatures],
        ...['--require', `signature,provenance,${CUSTOM},https://cosign.sigstore.dev/attestation/v1`],
      );
    });

    it('nobody wrote a claim beside the image', () => {
      for (const name of ['ours', 'ours-legacy', 'theirs-bundle', 'theirs-legacy', 'both'])
        assert.deepEqual(Object.keys(testbed.services.registry.tags(name)), []);
      const writes = cache.requests.entries.filter(({ method }) => method !== 'GET' && method !== 'HEAD');
      assert.deepEqual(writes, []);
    });

    const services = (format: string): string[] =>
      format === 'bundle'
        ? [
            ...['--yes', '--signing-config', testbed.signingConfig, '--trusted-root', testbed.trustedRoot],
            ...['--identity-token', testbed.token()],
          ]
        : [
            ...['--yes', '--new-bundle-format=false', '--use-signing-config=false'],
            ...['--fulcio-url', testbed.fulcioUrl, '--rekor-url', testbed.rekorUrl],
            ...['--identity-token', testbed.token()],
          ];
    const legacyOf = (format: string): Record<string, string> => (format === 'legacy' ? legacy() : {});
  });
}

const PROVENANCE_V02 = {
  builder: {
    id: 'https://github.com/slsa-framework/slsa-github-generator/.github/workflows/generator_container_slsa3.yml@refs/tags/v2.1.0',
  },
  buildType: 'https://github.com/slsa-framework/slsa-github-generator/container@v1',
  invocation: { configSource: { uri: 'git+https://github.com/acme/app@refs/tags/v1.0.0' } },
  metadata: { buildInvocationID: '1-1', completeness: {}, reproducible: false },
  materials: [],
};
