import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { everywhere, type Exhibit, type SigstoreFiles, type Stage } from '../contract.js';
import { OTHER_ISSUER } from '../rig/stage.js';
import { attest, attested, KEYED, KEYLESS, writtenAs } from '../writing/attest.js';
import { keyOf, PROVENANCE, REVIEW, SPDX } from '../writing/documents.js';
import { changeClaims, copyClaims, dropChains } from '../writing/forge.js';

const writer = 'countersign';

/** What is nearly right, and has to be refused. */
export const exhibits: readonly Exhibit[] = [
  {
    id: 'unsigned',
    title: 'an image that nobody signed',
    writer,
    facts: KEYLESS,
    twin: 'unsigned',
    places: everywhere,
    smoke: true,
    prepare: async (stage) => writtenAs(await stage.push('acme/unsigned')),
  },
  {
    id: 'unsigned-key',
    title: 'an image that no key signed',
    writer,
    facts: { ...KEYED, log: 'none' },
    twin: 'unsigned',
    prepare: async (stage) => ({
      ...writtenAs(await stage.push('acme/unsigned-key')),
      publicKeys: [(await keyOf(stage, 'release')).publicKey],
    }),
  },
  {
    id: 'other-identity',
    title: 'signed by the workflow of a repository whose name looks alike',
    writer,
    facts: KEYLESS,
    twin: 'other-identity',
    places: everywhere,
    smoke: true,
    prepare: (stage) => attested(stage, 'other-identity', { claims: workflowOf('acme-evil/app') }),
  },
  {
    id: 'other-issuer',
    title: 'signed by the same name of another issuer, which the same Fulcio certifies',
    writer,
    facts: KEYLESS,
    twin: 'other-issuer',
    prepare: (stage) => attested(stage, 'other-issuer', { claims: { iss: OTHER_ISSUER } }),
  },
  {
    id: 'other-key',
    title: 'signed by another key',
    writer,
    facts: { ...KEYED, log: 'none' },
    twin: 'other-key',
    smoke: true,
    prepare: async (stage) => {
      const [right, wrong] = [await keyOf(stage, 'release'), await keyOf(stage, 'stranger')];
      const more = ['--transparency-log', 'none'];
      const written = await attested(stage, 'other-key', { key: wrong.privateKey, more });
      return { ...written, publicKeys: [right.publicKey] };
    },
  },
  {
    id: 'tampered',
    title: 'signed, and then every signed text changed',
    writer,
    facts: KEYLESS,
    twin: 'tampered-payload',
    prepare: async (stage) => {
      const written = await attested(stage, 'tampered');
      for (const image of [written.index, written.platform]) await changeClaims(stage, image, tampered);
      return written;
    },
  },
  {
    id: 'other-digest',
    title: 'claims of another image, copied beside this one',
    writer,
    facts: KEYLESS,
    twin: 'other-digest',
    smoke: true,
    prepare: async (stage) => {
      const signed = await attested(stage, 'other-digest');
      const target = writtenAs(await stage.push('acme/other-digest', 'something else'));
      await copyClaims(stage, signed.index, target.index);
      await copyClaims(stage, signed.platform, target.platform);
      return target;
    },
  },
  {
    id: 'missing-chain',
    title: 'by a workflow, `layouts: legacy`, with no chain beside the certificate, as cosign 3 writes it',
    writer,
    facts: { ...KEYLESS, layouts: ['signature-tag', 'attestation-tag'], timestamp: false },
    twin: 'missing-chain',
    prepare: async (stage) => {
      const written = await attested(stage, 'missing-chain', { more: ['--layouts', 'legacy'] });
      for (const image of [written.index, written.platform]) await dropChains(stage, image);
      return written;
    },
  },
  {
    id: 'wrong-predicate',
    title: 'the review attested under another type, and no SBOM',
    writer,
    facts: { ...KEYLESS, predicateTypes: [SPDX, REVIEW], platformPredicateTypes: [] },
    twin: 'wrong-predicate',
    spoils: ({ kind }) => kind === 'attestation',
    prepare: async (stage) => {
      const image = await stage.push('acme/wrong-predicate');
      await stage.countersign([
        ...['attest', image.index, '--signature', '--identity-token', stage.sigstore.token()],
        ...['--predicate-type', 'https://example.com/review/v2', '--predicate-path', await reviewOf(stage)],
      ]);
      return writtenAs(image);
    },
  },
  {
    id: 'untrusted-log',
    title: 'logged in a transparency log that is not the trusted one',
    writer,
    facts: KEYLESS,
    twin: 'untrusted-log',
    prepare: async (stage) => {
      const folder = await stage.folder();
      const trust = join(folder, 'trusted_root.json');
      const services = join(folder, 'signing_config.json');
      await writeFile(trust, await withLogOf(stage, 'trustedRoot', 'tlogs'));
      await writeFile(services, await withLogOf(stage, 'signingConfig', 'rekorTlogUrls'));
      return attested(stage, 'untrusted-log', {
        more: ['--trusted-root', trust, '--signing-config', services],
      });
    },
  },
  {
    id: 'wrong-source-repository',
    title: 'the right public workflow, called from a repository of somebody else',
    writer,
    facts: KEYLESS,
    twin: 'wrong-source-repository',
    smoke: true,
    prepare: (stage) => attested(stage, 'wrong-source-repository', { claims: calledFrom('mallory/app') }),
  },
  {
    id: 'dirty-platform',
    title: 'a signed index, one of whose platforms somebody else signed',
    writer,
    facts: { ...KEYLESS, platformPredicateTypes: [PROVENANCE] },
    twin: 'dirty-platform',
    spoils: () => true,
    prepare: async (stage) => {
      const image = await stage.push('acme/dirty-platform');
      await attest(stage, image.index, { more: ['--platforms', 'index'] });
      const [dirty = '', ...clean] = image.platforms;
      await attest(stage, dirty, { claims: workflowOf('acme-evil/app') });
      for (const platform of clean) await attest(stage, platform);
      return writtenAs(image);
    },
  },
];

/** The claims of a release workflow of another repository. */
function workflowOf(repository: string): Readonly<Record<string, string>> {
  const workflow = `${repository}/.github/workflows/release.yml@refs/tags/v1.0.0`;
  return { ...calledFrom(repository), job_workflow_ref: workflow, workflow_ref: workflow };
}

/** The claims of a job of that repository, whichever workflow it calls. */
export function calledFrom(repository: string): Readonly<Record<string, string>> {
  const [owner = ''] = repository.split('/');
  return {
    repository,
    repository_owner: owner,
    repository_id: '1',
    repository_owner_id: '2',
    sub: `repo:${repository}:ref:refs/tags/v1.0.0`,
    workflow_ref: `${repository}/.github/workflows/caller.yml@refs/heads/main`,
  };
}

/** What is signed, with another text in it: a DSSE payload in an envelope or bundle, or a simple-signing document. */
export function tampered(blob: string): string {
  const document = JSON.parse(blob) as {
    payload?: string;
    dsseEnvelope?: { payload: string };
    optional?: unknown;
  };
  const changed = (payload: string): string =>
    Buffer.from(
      JSON.stringify({
        ...(JSON.parse(Buffer.from(payload, 'base64').toString()) as object),
        tampered: true,
      }),
    ).toString('base64');
  if (document.payload !== undefined)
    return JSON.stringify({ ...document, payload: changed(document.payload) });
  if (document.dsseEnvelope !== undefined) {
    const { dsseEnvelope } = document;
    return JSON.stringify({
      ...document,
      dsseEnvelope: { ...dsseEnvelope, payload: changed(dsseEnvelope.payload) },
    });
  }
  return JSON.stringify({ ...document, optional: { tampered: true } });
}

const reviewOf = async (stage: Stage): Promise<string> => {
  const path = join(await stage.folder(), 'review.json');
  await writeFile(path, '{"reviewed":true}');
  return path;
};

/** One of the trusted Sigstore's files, with the log of the other. */
async function withLogOf(
  { sigstore, untrusted }: Stage,
  file: 'trustedRoot' | 'signingConfig',
  member: string,
): Promise<string> {
  const read = async (files: SigstoreFiles): Promise<Record<string, unknown>> =>
    JSON.parse(await readFile(files[file], 'utf8')) as Record<string, unknown>;
  return JSON.stringify({ ...(await read(sigstore)), [member]: (await read(untrusted))[member] });
}
