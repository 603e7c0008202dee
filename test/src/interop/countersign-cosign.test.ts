import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { buildDemoImage, pushImage, startTestbed, type Testbed } from '@countersign/testbed';
import { runProcess, type Finished } from '../support/run-process.js';
import { realProgram } from './real-program.js';

/** What users run: the bundled command. */
const COUNTERSIGN = join(import.meta.dirname, '../../../dist/cli/index.js');
const SAN = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';
const CUSTOM = 'https://example.com/review/v1';

interface Signed {
  /** `127.0.0.1:port/name@digest` of the index, then of each platform. */
  readonly index: string;
  readonly platforms: readonly string[];
}

const setUps = [
  { title: 'a registry with the referrers API', options: { referrers: true, auth: 'token' } },
  {
    title: 'a registry without it, whose If-Match does nothing',
    options: { referrers: false, ifMatch: false, auth: 'basic' },
  },
] as const;

for (const { title, options } of setUps) {
  describe(`the real cosign on what Countersign wrote to ${title}`, () => {
    let cosign: string;
    let testbed: Testbed;
    let files: { sbom: string; custom: string; key: string; publicKey: string };

    beforeAll(async () => {
      cosign = realProgram('cosign');
      testbed = await startTestbed(options);
      files = await writeFiles(testbed.stateDir);
    });
    afterAll(() => testbed.stop());

    const pushed = async (name: string): Promise<Signed> => {
      const image = buildDemoImage([{ path: 'name', bytes: Buffer.from(name) }]);
      const { digest, platforms } = await pushImage(
        { origin: `http://${testbed.registry}`, auth: testbed.auth },
        name,
        image,
      );
      const at = (each: string): string => `${testbed.registry}/${name}@${each}`;
      return { index: at(digest), platforms: platforms.map((platform) => at(platform.digest)) };
    };
    const countersign = async (...args: readonly string[]): Promise<void> => {
      const { code, stderr } = await runProcess(process.execPath, [COUNTERSIGN, ...args], {
        env: testbed.environment,
      });
      assert.equal(code, 0, stderr);
    };
    const run = (
      args: readonly string[],
      variables: Readonly<Record<string, string>> = {},
    ): Promise<Finished> =>
      runProcess(cosign, args, {
        env: { HOME: testbed.stateDir, DOCKER_CONFIG: testbed.environment.DOCKER_CONFIG ?? '', ...variables },
      });
    const accepts = async (
      args: readonly string[],
      variables?: Readonly<Record<string, string>>,
    ): Promise<void> => {
      const { code, stderr } = await run(args, variables);
      assert.equal(code, 0, `${args.join(' ')}: ${stderr}`);
    };
    const refuses = async (
      args: readonly string[],
      variables?: Readonly<Record<string, string>>,
    ): Promise<void> => {
      assert.notEqual((await run(args, variables)).code, 0, args.join(' '));
    };
    const by = (san = SAN): string[] => [
      '--certificate-identity',
      san,
      '--certificate-oidc-issuer',
      testbed.issuer,
    ];
    const modern = (): string[] => ['--trusted-root', testbed.trustedRoot, ...by()];
    /** cosign 2's way: the legacy layout, with keys and roots from the environment. */
    const legacy = (): Record<string, string> => ({
      SIGSTORE_ROOT_FILE: testbed.pem.fulcioChain,
      SIGSTORE_REKOR_PUBLIC_KEY: testbed.pem.rekorKey,
      SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: testbed.pem.ctlogKey,
    });
    const attestEverything = (image: string, ...more: readonly string[]): Promise<void> =>
      countersign(
        'attest',
        image,
        '--signature',
        '--provenance',
        '--sbom',
        files.sbom,
        '--predicate-type',
        CUSTOM,
        '--predicate-path',
        files.custom,
        ...more,
      );

    it('verifies the signature and each attestation in bundles and in the legacy layout', async () => {
      const { index, platforms } = await pushed('everything');
      await attestEverything(index);
      for (const image of [index, ...platforms]) {
        await accepts(['verify', ...modern(), image]);
        await accepts(['verify', '--new-bundle-format=false', ...by(), image], legacy());
        await accepts(['verify-attestation', '--type', 'slsaprovenance1', ...modern(), image]);
        await accepts(
          ['verify-attestation', '--new-bundle-format=false', '--type', 'slsaprovenance1', ...by(), image],
          legacy(),
        );
      }
      for (const type of ['spdxjson', CUSTOM]) {
        await accepts(['verify-attestation', '--type', type, ...modern(), index]);
        await accepts(
          ['verify-attestation', '--new-bundle-format=false', '--type', type, ...by(), index],
          legacy(),
        );
      }
    });

    it('refuses another identity, another type, and an image that was not signed', async () => {
      const { index } = await pushed('refused');
      const unsigned = await pushed('unsigned');
      await attestEverything(index);
      const lookalike = SAN.replace('acme/', 'acme-evil/');
      await refuses(['verify', '--trusted-root', testbed.trustedRoot, ...by(lookalike), index]);
      await refuses(['verify', '--new-bundle-format=false', ...by(lookalike), index], legacy());
      await refuses(['verify-attestation', '--type', 'https://example.com/other/v1', ...modern(), index]);
      await refuses(['verify', ...modern(), unsigned.index]);
    });

    it('falls back to the legacy layout where that alone was written', async () => {
      const { index } = await pushed('legacy');
      await attestEverything(index, '--layouts', 'legacy');
      await accepts(['verify', ...modern(), index]);
      await accepts(['verify-attestation', '--type', 'spdxjson', ...modern(), index]);
    });

    it('verifies what a key signed without a log, with that key alone', async () => {
      const { index } = await pushed('keyed');
      const other = join(testbed.stateDir, 'other.pub');
      await writeFile(other, keyPair().publicKey);
      await countersign(
        'attest',
        index,
        '--signature',
        '--sbom',
        files.sbom,
        '--key',
        files.key,
        '--transparency-log',
        'none',
      );
      for (const format of [[], ['--new-bundle-format=false']]) {
        const verify = (key: string): string[] => [
          'verify',
          ...format,
          '--insecure-ignore-tlog',
          '--key',
          key,
          index,
        ];
        await accepts(verify(files.publicKey));
        await refuses(verify(other));
        await accepts([
          'verify-attestation',
          ...format,
          '--type',
          'spdxjson',
          '--insecure-ignore-tlog',
          '--key',
          files.publicKey,
          index,
        ]);
      }
    });

    it('adds its own signature and attestation beside those of Countersign, which accepts both', async () => {
      const { index } = await pushed('both');
      await attestEverything(index);
      const services = (): string[] => [
        '--yes',
        '--signing-config',
        testbed.signingConfig,
        '--trusted-root',
        testbed.trustedRoot,
        '--identity-token',
        testbed.token(),
      ];
      await accepts(['sign', ...services(), index]);
      await accepts([
        'attest',
        ...services(),
        '--type',
        'https://example.com/theirs/v1',
        '--predicate',
        files.custom,
        index,
      ]);
      await countersign(
        'verify',
        index,
        '--certificate-identity',
        SAN,
        '--certificate-oidc-issuer',
        testbed.issuer,
        '--require',
        `signature,sbom,provenance,${CUSTOM},https://example.com/theirs/v1`,
      );
    });
  });
}

const keyPair = (): { privateKey: string; publicKey: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return { privateKey, publicKey };
};

async function writeFiles(
  folder: string,
): Promise<{ sbom: string; custom: string; key: string; publicKey: string }> {
  const files = {
    sbom: join(folder, 'sbom.spdx.json'),
    custom: join(folder, 'custom.json'),
    key: join(folder, 'signing.pem'),
    publicKey: join(folder, 'signing.pub'),
  };
  const document = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: 'app',
    documentNamespace: 'https://example.com/sbom/app',
    creationInfo: { created: '2026-01-01T00:00:00Z', creators: ['Tool: test'] },
    packages: [{ SPDXID: 'SPDXRef-app', name: 'app', downloadLocation: 'NOASSERTION' }],
    relationships: [
      { spdxElementId: 'SPDXRef-DOCUMENT', relatedSpdxElement: 'SPDXRef-app', relationshipType: 'DESCRIBES' },
    ],
  };
  const { privateKey, publicKey } = keyPair();
  await Promise.all([
    writeFile(files.sbom, JSON.stringify(document)),
    writeFile(files.custom, '{"reviewed":true}'),
    writeFile(files.key, privateKey),
    writeFile(files.publicKey, publicKey),
  ]);
  return files;
}
