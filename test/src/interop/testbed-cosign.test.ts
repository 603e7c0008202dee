import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { buildDemoImage, pushImage, startSigstore, startTestbed, type Testbed } from '@countersign/testbed';
import { runProcess, type Finished } from '../support/run-process.js';
import { realProgram } from './real-program.js';

const SAN = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';

let cosign: string;
let testbed: Testbed;
let predicate: string;
beforeAll(async () => {
  cosign = realProgram('cosign');
  testbed = await startTestbed({ auth: 'token' });
  predicate = join(testbed.stateDir, 'predicate.json');
  await writeFile(predicate, '{"checked":true}');
});
afterAll(() => testbed.stop());

/** A new image under a name of its own, as cosign is given it: `127.0.0.1:port/name@digest`. */
async function pushed(name: string): Promise<string> {
  const image = buildDemoImage([{ path: 'name', bytes: Buffer.from(name) }]);
  const { digest } = await pushImage(
    { origin: `http://${testbed.registry}`, auth: testbed.auth },
    name,
    image,
  );
  return `${testbed.registry}/${name}@${digest}`;
}

/** In an environment of its own: no trust material or log-in of this machine. */
const run = (args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Finished> =>
  runProcess(cosign, args, {
    env: { HOME: testbed.stateDir, DOCKER_CONFIG: testbed.environment.DOCKER_CONFIG ?? '', ...variables },
  });
const succeeds = async (args: readonly string[], variables?: Readonly<Record<string, string>>) => {
  const { code, stdout, stderr } = await run(args, variables);
  assert.equal(code, 0, stderr);
  return stdout;
};
const by = (san: string) => ['--certificate-identity', san, '--certificate-oidc-issuer', testbed.issuer];

describe('the real cosign against the test bed, with bundles', () => {
  const services = () => [
    ...['--signing-config', testbed.signingConfig, '--trusted-root', testbed.trustedRoot],
    ...['--identity-token', testbed.token(), '--yes'],
  ];
  const trust = () => ['--trusted-root', testbed.trustedRoot];

  it('signs an image and verifies the signature, for this identity alone', async () => {
    const image = await pushed('bundle-signed');
    await succeeds(['sign', ...services(), image]);
    await succeeds(['verify', ...trust(), ...by(SAN), image]);
    const { code, stderr } = await run(['verify', ...trust(), ...by(SAN.replace('acme', 'evil')), image]);
    assert.notEqual(code, 0);
    assert.match(stderr, /expected SAN value/);
  });

  it('attests an image and verifies the attestation, of this type alone', async () => {
    const image = await pushed('bundle-attested');
    await succeeds([
      'attest',
      ...services(),
      '--type',
      'https://example.com/p/v1',
      '--predicate',
      predicate,
      image,
    ]);
    const verify = (type: string) => ['verify-attestation', ...trust(), ...by(SAN), '--type', type, image];
    await succeeds(verify('https://example.com/p/v1'));
    assert.notEqual((await run(verify('https://example.com/p/v2'))).code, 0);
  });

  it('does not trust another Sigstore that certifies the same identity', async () => {
    const image = await pushed('bundle-elsewhere');
    await succeeds(['sign', ...services(), image]);
    const other = await startSigstore();
    await other.stop();
    const path = join(testbed.stateDir, 'other_root.json');
    await writeFile(path, other.trustedRoot);
    assert.notEqual((await run(['verify', '--trusted-root', path, ...by(SAN), image])).code, 0);
  });
});

describe('the real cosign against the test bed, with the legacy layout', () => {
  const legacy = ['--new-bundle-format=false'];
  const services = () => [
    ...[...legacy, '--use-signing-config=false', '--yes', '--identity-token', testbed.token()],
    ...['--fulcio-url', testbed.fulcioUrl, '--rekor-url', testbed.rekorUrl],
  ];
  const material = () => ({
    SIGSTORE_ROOT_FILE: testbed.pem.fulcioChain,
    SIGSTORE_REKOR_PUBLIC_KEY: testbed.pem.rekorKey,
    SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: testbed.pem.ctlogKey,
    SIGSTORE_TSA_CERTIFICATE_FILE: testbed.pem.tsaChain,
  });

  it('signs with a timestamp and verifies by log and timestamp', async () => {
    const image = await pushed('legacy-signed');
    await succeeds(['sign', ...services(), '--timestamp-server-url', testbed.tsaUrl, image], material());
    for (const time of [[], ['--use-signed-timestamps']]) {
      await succeeds(['verify', ...legacy, ...time, ...by(SAN), image], material());
    }
    const { code } = await run(
      ['verify', ...legacy, ...by(SAN.replace('v1.0.0', 'v1.0.1')), image],
      material(),
    );
    assert.notEqual(code, 0);
  });

  it('attests and verifies the attestation', async () => {
    const image = await pushed('legacy-attested');
    const type = ['--type', 'https://example.com/p/v1'];
    await succeeds(['attest', ...services(), ...type, '--predicate', predicate, image], material());
    await succeeds(['verify-attestation', ...legacy, ...by(SAN), ...type, image], material());
  });
});
