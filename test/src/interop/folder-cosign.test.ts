import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { attestImages, verifyImages } from '@countersign/core/flows';
import type { ImageIndex, ImageManifest } from '@countersign/core/oci';
import { parseName } from '@countersign/core/reference';
import { pushBlob, pushManifest } from '@countersign/testbed';
import { IDENTITY, ISSUER, why } from '../flows/stage.js';
import { openFolderStage, predicate, TAG, type FolderStage } from '../layout-folder/stage.js';
import { runProcess } from '../support/run-process.js';
import { realProgram } from './real-program.js';

const TYPE = 'https://example.com/review/v1';

describe('the real cosign on a layout folder that Countersign signed', () => {
  let cosign: string;
  let at: FolderStage;
  beforeAll(async () => {
    cosign = realProgram('cosign');
    at = await openFolderStage();
  });
  afterAll(() => at.stop());

  /** A folder with an image, its signatures and an attestation, named for where it goes. */
  const signed = async (repository: string): Promise<string> => {
    const folder = await at.folder({ refName: 'v1' });
    const options = at.attest([`oci:${folder}`], {
      signature: true,
      predicates: [predicate('good')],
      title: parseName(`${at.stage.bed.registry}/${repository}`),
    });
    const report = await attestImages(options, at.stage.services());
    assert.equal(report.status, 'ok', why(report));
    return folder;
  };
  const run = (...args: readonly string[]) => {
    const { DOCKER_CONFIG = '' } = at.stage.bed.environment;
    return runProcess(cosign, args, { env: { HOME: at.stage.bed.stateDir, DOCKER_CONFIG } });
  };
  const by = (identity = IDENTITY): readonly string[] => [
    ...['--certificate-identity', identity, '--certificate-oidc-issuer', ISSUER],
    ...['--trusted-root', at.stage.bed.trustedRoot],
  ];
  const accepts = async (...args: readonly string[]): Promise<void> => {
    const { code, stderr } = await run(...args);
    assert.equal(code, 0, `${args.join(' ')}: ${stderr}`);
  };
  const refuses = async (...args: readonly string[]): Promise<void> => {
    assert.notEqual((await run(...args)).code, 0, args.join(' '));
  };

  it('verifies the signature and the attestation in the folder itself, and refuses another signer', async () => {
    const folder = at.path(await signed('acme/local'));
    await accepts('verify', '--local-image', ...by(), folder);
    await accepts('verify-attestation', '--local-image', '--type', TYPE, ...by(), folder);
    await refuses('verify', '--local-image', ...by(`${IDENTITY}x`), folder);
    await refuses('verify-attestation', '--local-image', '--type', `${TYPE}x`, ...by(), folder);
  });

  it('pushes the image with its claims, and verifies it there', async () => {
    const folder = await signed('acme/loaded');
    const reference = `${at.stage.bed.registry}/acme/loaded@${at.image.index.digest}`;
    await accepts('load', '--dir', at.path(folder), `${at.stage.bed.registry}/acme/loaded:v1`);
    await accepts('verify', ...by(), reference);
    await accepts('verify-attestation', '--type', TYPE, ...by(), reference);
    await refuses('verify', ...by(`${IDENTITY}x`), reference);
  });

  it('verifies all of it, on each platform, where every object of the folder was pushed', async () => {
    const folder = await signed('acme/pushed');
    await pushFolder(folder, 'acme/pushed');
    const { index, platforms } = at.image;
    for (const digest of [index.digest, ...platforms.map(({ descriptor }) => descriptor.digest)]) {
      const reference = `${at.stage.bed.registry}/acme/pushed@${digest}`;
      await accepts('verify', ...by(), reference);
      await accepts('verify', '--new-bundle-format=false', ...by(), reference);
      await refuses('verify', ...by(`${IDENTITY}x`), reference);
    }
    const reference = `${at.stage.bed.registry}/acme/pushed@${index.digest}`;
    await accepts('verify-attestation', '--type', TYPE, ...by(), reference);
    const report = await verifyImages(at.verify([reference], `signature\n${TYPE}`), at.stage.services());
    assert.equal(report.status, 'ok', why(report));
  });

  /** Blobs first, then manifests from the leaves up, and the tags of index.json: no program of this project does it. */
  async function pushFolder(folder: string, repository: string): Promise<void> {
    const { registry } = at.stage.bed.services;
    const files = await at.files(folder);
    const bytesOf = (digest: string): Buffer =>
      Buffer.from(files[`blobs/sha256/${digest.slice('sha256:'.length)}`] ?? '', 'latin1');
    const push = async (digest: string, mediaType: string, target = digest): Promise<void> => {
      const document = JSON.parse(bytesOf(digest).toString()) as Partial<ImageManifest & ImageIndex>;
      for (const child of document.manifests ?? []) await push(child.digest, child.mediaType);
      const { config, layers = [] } = document;
      for (const blob of config === undefined ? layers : [config, ...layers]) {
        await pushBlob(registry, repository, blob.digest, bytesOf(blob.digest));
      }
      await pushManifest(registry, repository, target, bytesOf(digest), mediaType);
    };
    for (const { digest, mediaType, annotations } of (await at.index(folder)).manifests) {
      await push(digest, mediaType, annotations?.[TAG]);
    }
  }
});
