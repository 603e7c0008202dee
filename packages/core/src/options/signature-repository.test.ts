import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { parseSbom } from './sbom.js';
import { parseScan } from './scan.js';
import {
  parseAttest,
  parseGet,
  parseSign,
  parseTree,
  parseVerify,
  type OptionEdge,
  type RawValues,
} from './index.js';

const IMAGE = `registry.example/team/app@sha256:${'a'.repeat(64)}`;
const CLAIMS = 'claims.example:5000/team/claims';

const edge = (env: OptionEdge['env'] = {}): OptionEdge => ({
  env,
  readFile: () => Promise.reject(new Error('there are no files')),
  identity: {
    runner: undefined,
    sigstoreIdToken: undefined,
    situation: 'not-a-runner',
    mask: () => undefined,
  },
});
const setting = (text: string): RawValues => ({ settings: `signature-repository: ${text}` });
const sign = (raw: RawValues, env?: OptionEdge['env']) => parseSign({ images: IMAGE, ...raw }, edge(env));
const BY = { 'source-repository': 'team/app' };
const login = { 'registry-username': 'me', 'registry-password': 'secret' };

const COMMANDS = {
  sign: () => parseSign({ images: IMAGE, ...setting(CLAIMS) }, edge()),
  attest: () => parseAttest({ images: IMAGE, provenance: 'true', ...setting(CLAIMS) }, edge()),
  verify: () => parseVerify({ images: IMAGE, ...BY, ...setting(CLAIMS) }, edge()),
  tree: () => parseTree({ images: IMAGE, ...setting(CLAIMS) }, edge()),
  get: () => parseGet({ images: IMAGE, type: 'sbom', ...BY, ...setting(CLAIMS) }, edge()),
  sbom: () => parseSbom({ image: IMAGE, ...setting(CLAIMS) }, edge()),
  scan: () => parseScan({ image: IMAGE, ...setting(CLAIMS) }, edge()),
};

describe('signature-repository', () => {
  for (const [command, parse] of Object.entries(COMMANDS)) {
    it(`is taken by ${command}`, async () => {
      assert.deepEqual((await parse()).options.signatureRepository, {
        name: { host: 'claims.example:5000', repository: 'team/claims' },
        source: 'signature-repository',
      });
    });
  }

  it('goes before COSIGN_REPOSITORY, which counts where it is not given', async () => {
    const env = { COSIGN_REPOSITORY: 'cosign.example/claims' };
    assert.equal(
      (await sign(setting(CLAIMS), env)).options.signatureRepository?.name.host,
      'claims.example:5000',
    );
    assert.deepEqual((await sign({}, env)).options.signatureRepository, {
      name: { host: 'cosign.example', repository: 'claims' },
      source: 'COSIGN_REPOSITORY',
    });
    assert.equal((await sign({}, { COSIGN_REPOSITORY: '' })).options.signatureRepository, undefined);
  });

  it('spells Docker Hub out, as images are', async () => {
    const { options } = await sign(setting('acme/claims'));
    assert.deepEqual(options.signatureRepository?.name, {
      host: 'index.docker.io',
      repository: 'acme/claims',
    });
  });

  const refused: readonly (readonly [why: string, text: string])[] = [
    ['a tag', `${CLAIMS}:v1`],
    ['a digest', `${CLAIMS}@sha256:${'a'.repeat(64)}`],
    ['a folder', 'oci:out'],
    ['a URL', `https://${CLAIMS}`],
    ['a host alone', 'claims.example/'],
    ['a bare name', 'acme'],
    ['a bare name with a tag', 'acme:5000'],
    ['capitals', 'claims.example/Team'],
  ];
  for (const [why, text] of refused) {
    it(`refuses ${why}, and names who said it`, async () => {
      await assert.rejects(sign(setting(text)), {
        code: 'REFERENCE_INVALID',
        message: /^signature-repository /,
      });
      await assert.rejects(sign({}, { COSIGN_REPOSITORY: text }), {
        code: 'REFERENCE_INVALID',
        message: /^COSIGN_REPOSITORY /,
      });
    });
  }

  it('is refused for an image in a folder, which the variable passes by', async () => {
    await assert.rejects(sign({ images: 'oci:out', ...setting(CLAIMS) }), { code: 'INPUTS_CONTRADICT' });
    const { options } = await sign({ images: 'oci:out' }, { COSIGN_REPOSITORY: CLAIMS });
    assert.equal(options.signatureRepository?.source, 'COSIGN_REPOSITORY');
  });

  it('never gets credentials that were given for the host of the images', async () => {
    await assert.rejects(sign({ ...login, ...setting(CLAIMS) }), { code: 'INPUTS_CONTRADICT' });
    const same = await sign({ ...login, ...setting('registry.example/claims') });
    assert.deepEqual(
      same.explicitCredentials.map(({ host }) => host),
      ['registry.example'],
    );
  });
});
