import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { formatReference } from '../reference/index.js';
import { parseSign, parseVerify, type OptionEdge, type RawValues } from './index.js';

const A = `sha256:${'a'.repeat(64)}`;
const B = `sha256:${'b'.repeat(64)}`;
const IMAGE = `registry.example/team/app@${A}`;

const edge: OptionEdge = {
  env: {},
  readFile: () => Promise.reject(new Error('there are no files')),
  identity: {
    runner: undefined,
    sigstoreIdToken: undefined,
    situation: 'not-a-runner',
    mask: () => undefined,
  },
};
const sign = (raw: RawValues) => parseSign(raw, edge);
const imagesOf = async (raw: RawValues): Promise<string[]> =>
  (await sign(raw)).options.images.map(formatReference);
const login = { 'registry-username': 'me', 'registry-password': 'secret' };

describe('images in folders', () => {
  it('are given like those of a registry, beside them, each once', async () => {
    const images = ['oci:out', IMAGE, 'oci:my out:v1', 'oci:out/'].join('\n');
    assert.deepEqual(await imagesOf({ images }), ['oci:out', IMAGE, 'oci:my out:v1']);
  });
  it('take a digest beside them, which must be theirs', async () => {
    assert.deepEqual(await imagesOf({ image: 'oci:out:v1', digest: A }), [`oci:out@${A}`]);
    assert.deepEqual(await imagesOf({ image: 'oci:out', digest: `oci:out@${A}` }), [`oci:out@${A}`]);
    for (const digest of [B, `oci:other@${A}`, IMAGE]) {
      await assert.rejects(sign({ image: `oci:out@${A}`, digest }), { code: 'INPUTS_CONTRADICT' });
    }
  });
  it('have no registry that credentials could be for', async () => {
    await assert.rejects(sign({ images: 'oci:out', ...login }), { code: 'INPUTS_CONTRADICT' });
    const { explicitCredentials } = await sign({ images: `oci:out\n${IMAGE}`, ...login });
    assert.deepEqual(
      explicitCredentials.map(({ host }) => host),
      ['registry.example'],
    );
  });
  it('have a name for claims where it is given, which an image of a registry has already', async () => {
    const { options } = await sign({ images: 'oci:out', settings: 'name: registry.example/team/app' });
    assert.deepEqual(options.title, { host: 'registry.example', repository: 'team/app' });
    assert.equal((await sign({ images: 'oci:out' })).options.title, undefined);
    const settings = 'name: registry.example/team/app';
    await assert.rejects(sign({ images: IMAGE, settings }), { code: 'INPUTS_CONTRADICT' });
    for (const name of ['registry.example/team/app:v1', 'oci:out', 'Team/App', IMAGE]) {
      await assert.rejects(sign({ images: 'oci:out', settings: `name: ${name}` }), {
        code: 'REFERENCE_INVALID',
      });
    }
  });
  it('have none where nothing is signed', async () => {
    const raw = { images: 'oci:out', 'source-repository': 'team/app', settings: 'name: a/b' };
    await assert.rejects(parseVerify(raw, edge), { code: 'INPUT_UNKNOWN' });
  });
});
