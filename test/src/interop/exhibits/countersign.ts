import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { everywhere, type Exhibit } from '../contract.js';
import { attest, attested, KEYED, KEYLESS, writtenAs } from '../writing/attest.js';
import { COSIGN_PASSWORD, cosignKeyOf } from '../writing/cosign.js';
import {
  CYCLONEDX,
  documentsOf,
  keyOf,
  PROVENANCE,
  REVIEW,
  SPDX,
  VULNERABILITIES,
} from '../writing/documents.js';

const writer = 'countersign';

/** What Countersign writes with its settings, and has to be accepted wherever it is read. */
export const exhibits: readonly Exhibit[] = [
  {
    id: 'keyless',
    title: 'by a workflow, in every layout',
    writer,
    facts: {
      ...KEYLESS,
      predicateTypes: [PROVENANCE, SPDX, CYCLONEDX, VULNERABILITIES, REVIEW],
    },
    places: everywhere,
    smoke: true,
    prepare: async (stage) => {
      const { cyclonedx, vulnerabilities } = await documentsOf(stage);
      return attested(stage, 'keyless', {
        more: ['--sbom', cyclonedx, '--vulnerability-report', vulnerabilities],
      });
    },
  },
  {
    id: 'keyless-bundle',
    title: 'by a workflow, `layouts: bundle`',
    writer,
    facts: { ...KEYLESS, layouts: ['bundle'] },
    places: everywhere,
    prepare: (stage) => attested(stage, 'keyless-bundle', { more: ['--layouts', 'bundle'] }),
  },
  {
    id: 'keyless-legacy',
    title: 'by a workflow, `layouts: legacy`',
    writer,
    facts: { ...KEYLESS, layouts: ['signature-tag', 'attestation-tag'], timestamp: false },
    places: everywhere,
    prepare: (stage) => attested(stage, 'keyless-legacy', { more: ['--layouts', 'legacy'] }),
  },
  {
    id: 'keyless-timestamp',
    title: 'by a workflow, without a log, with a signed timestamp',
    writer,
    facts: { ...KEYLESS, layouts: ['bundle'], log: 'none' },
    prepare: async (stage) => {
      // Whoever trusts a log demands an entry in it, so Countersign is given a trusted root without one.
      const trust = join(await stage.folder(), 'trusted_root.json');
      const root = JSON.parse(await readFile(stage.sigstore.trustedRoot, 'utf8')) as object;
      await writeFile(trust, JSON.stringify({ ...root, tlogs: [] }));
      const written = await attested(stage, 'keyless-timestamp', {
        more: ['--layouts', 'bundle', '--transparency-log', 'none', '--trusted-root', trust],
      });
      return { ...written, more: { trustedRoot: trust } };
    },
  },
  {
    id: 'key',
    title: 'by a key, in the log',
    writer,
    facts: KEYED,
    prepare: async (stage) => {
      const { privateKey, publicKey } = await keyOf(stage, 'release');
      return { ...(await attested(stage, 'key', { key: privateKey })), publicKeys: [publicKey] };
    },
  },
  {
    id: 'key-no-log',
    title: 'by a key, without a log',
    writer,
    facts: { ...KEYED, log: 'none' },
    places: everywhere,
    smoke: true,
    prepare: async (stage) => {
      const { privateKey, publicKey } = await keyOf(stage, 'release');
      const more = ['--transparency-log', 'none'];
      return { ...(await attested(stage, 'key-no-log', { key: privateKey, more })), publicKeys: [publicKey] };
    },
  },
  {
    id: 'key-rotated',
    title: 'by the old and by the new key, side by side',
    writer,
    facts: { ...KEYED, signer: 'rotated', log: 'none' },
    prepare: async (stage) => {
      const image = await stage.push('acme/key-rotated');
      const [old, next] = [await keyOf(stage, 'release'), await keyOf(stage, 'next')];
      for (const { privateKey } of [old, next]) {
        await attest(stage, image.index, { key: privateKey, more: ['--transparency-log', 'none'] });
      }
      return { ...writtenAs(image), publicKeys: [old.publicKey, next.publicKey] };
    },
  },
  {
    id: 'rekor-v2',
    title: 'by a workflow, `transparency-log: rekor-v2`',
    writer,
    facts: { ...KEYLESS, layouts: ['bundle'], log: 'rekor-v2' },
    places: ({ everything, sigstore }) => everything || sigstore === 'real',
    prepare: async (stage) => {
      const services = join(await stage.folder(), 'signing_config.json');
      const config = JSON.parse(await readFile(stage.sigstore.signingConfig, 'utf8')) as {
        rekorTlogUrls: object[];
      };
      const rekorTlogUrls = config.rekorTlogUrls.map((log) => ({
        ...log,
        url: stage.sigstore.rekorV2Url,
        majorApiVersion: 2,
      }));
      await writeFile(services, JSON.stringify({ ...config, rekorTlogUrls }));
      const more = ['--transparency-log', 'rekor-v2', '--signing-config', services];
      return attested(stage, 'rekor-v2', { more });
    },
  },
  {
    id: 'separate-repository',
    title: 'by a workflow, the claims in a repository of their own',
    writer,
    facts: { ...KEYLESS, separateRepository: true },
    places: everywhere,
    prepare: async (stage) => {
      const signatureRepository = `${stage.host}/acme/claims`;
      const written = await attested(stage, 'separate-repository', {
        more: ['--signature-repository', signatureRepository],
      });
      return { ...written, signatureRepository };
    },
  },
  {
    id: 'cosign-key',
    title: 'by a key that cosign made, encrypted as cosign keeps it',
    writer,
    facts: { ...KEYED, log: 'none' },
    programs: ['cosign'],
    prepare: async (stage) => {
      const { privateKey, publicKey } = await cosignKeyOf(stage);
      const more = ['--transparency-log', 'none'];
      const env = { COSIGN_PASSWORD };
      return {
        ...(await attested(stage, 'cosign-key', { key: privateKey, more, env })),
        publicKeys: [publicKey],
      };
    },
  },
];
