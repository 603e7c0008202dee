import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { buildDemoImage, pushImage, startSigstore, startTestbed, type Testbed } from '@countersign/testbed';
import { writeFile } from 'node:fs/promises';
import { COUNTERSIGN } from '../cli/countersign.js';
import { runProcess, type Finished } from '../support/run-process.js';
import { realProgram } from './real-program.js';

const SAN = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';

describe('the real cosign and Countersign, with Rekor v2', () => {
  let cosign: string;
  let testbed: Testbed;
  let env: Record<string, string>;
  let images = 0;
  beforeAll(async () => {
    cosign = realProgram('cosign');
    testbed = await startTestbed({ rekor: 'v2' });
    env = { ...testbed.environment, COSIGN_PASSWORD: '', HOME: testbed.stateDir };
    await succeeds(countersign('key', 'generate', '--output-prefix', key()));
  });
  afterAll(() => testbed.stop());

  const key = (ending = ''): string => join(testbed.stateDir, `release${ending}`);
  const push = async (): Promise<string> => {
    const image = buildDemoImage([{ path: 'n', bytes: Buffer.from(String((images += 1))) }]);
    const { digest } = await pushImage(testbed.services.registry, 'acme/app', image);
    return `${testbed.registry}/acme/app@${digest}`;
  };
  const countersign = (...args: readonly string[]): Promise<Finished> =>
    runProcess(process.execPath, [COUNTERSIGN, ...args], { env });
  const run = (...args: readonly string[]): Promise<Finished> => runProcess(cosign, args, { env });
  const succeeds = async (doing: Promise<Finished>): Promise<void> => {
    const { code, stdout, stderr } = await doing;
    assert.equal(code, 0, `${stdout}${stderr}`);
  };
  const trust = (root = testbed.trustedRoot) => ['--trusted-root', root];
  const identity = () => ['--certificate-identity', SAN, '--certificate-oidc-issuer', testbed.issuer];
  const services = () => ['--yes', '--signing-config', testbed.signingConfig, ...trust()];

  /** The same root with another log in the place of this Rekor v2, under its name. */
  const rootOfAnotherLog = async (): Promise<string> => {
    const other = await startSigstore();
    await other.stop();
    const path = join(testbed.stateDir, 'another-log.json');
    const { tlogs } = JSON.parse(other.trustedRoot) as { tlogs: object[] };
    const own = JSON.parse(testbed.services.sigstore.trustedRoot) as object;
    await writeFile(path, JSON.stringify({ ...own, tlogs }));
    return path;
  };

  it('agree about what a workflow signed and attested with Countersign', async () => {
    const image = await push();
    await succeeds(
      countersign('attest', image, '--signature', '--provenance', '--transparency-log', 'rekor-v2'),
    );
    await succeeds(run('verify', ...trust(), ...identity(), image));
    await succeeds(run('verify-attestation', '--type', 'slsaprovenance1', ...trust(), ...identity(), image));
    const { code, stderr } = await run('verify', ...trust(await rootOfAnotherLog()), ...identity(), image);
    assert.notEqual(code, 0);
    assert.match(stderr, /not enough verified log entries/);
    const ours = await countersign(
      ...['verify', image, '--source-repository', 'acme/app', '--require', 'signature'],
      ...trust(await rootOfAnotherLog()),
    );
    assert.equal(ours.code, 1, ours.stderr);
  });

  it('agree about what a key signed with Countersign', async () => {
    const image = await push();
    await succeeds(countersign('sign', image, '--key', key('.key'), '--transparency-log', 'rekor-v2'));
    await succeeds(run('verify', ...trust(), '--key', key('.pub'), image));
  });

  it('agree about what cosign signed, by a workflow and with a key', async () => {
    const [keyless, keyed] = [await push(), await push()];
    const entries = testbed.services.sigstore.tileLogSize();
    await succeeds(run('sign', ...services(), '--identity-token', testbed.token(), keyless));
    await succeeds(run('sign', ...services(), '--key', key('.key'), keyed));
    assert.equal(testbed.services.sigstore.tileLogSize() - entries, 2);
    const verify = (image: string, ...by: readonly string[]) =>
      countersign('verify', image, '--platforms', 'index', '--require', 'signature', ...by);
    await succeeds(verify(keyless, '--source-repository', 'acme/app'));
    await succeeds(verify(keyed, '--key', key('.pub')));
    assert.equal((await verify(keyless, '--source-repository', 'acme/other')).code, 1);
    assert.equal((await verify(keyed, '--source-repository', 'acme/app')).code, 1);
  });
});
