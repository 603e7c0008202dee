import type { Exhibit, Facts, Stage, Written } from '../contract.js';
import { OTHER_ISSUER } from '../rig/stage.js';
import { KEYLESS, writtenAs } from '../writing/attest.js';
import {
  claimsOf,
  GENERATOR,
  generatorPredicate,
  identityOf,
  PROVENANCE_V02,
  WORKFLOW,
  type Builder,
} from '../writing/builders.js';
import { PROVENANCE } from '../writing/documents.js';
import { changeClaims, copyClaims, dropChains } from '../writing/forge.js';
import { calledFrom, tampered } from './twins.js';

const writer = 'countersign';

/** SLSA v1 in GitHub's form, of the index and of each platform. */
const V1: Facts = {
  ...KEYLESS,
  signer: 'builder',
  signature: false,
  predicateTypes: [PROVENANCE],
  platformPredicateTypes: [PROVENANCE],
};
/** SLSA v0.2, as the generator makes it: of one digest. */
const V02: Facts = {
  ...V1,
  predicateTypes: [PROVENANCE_V02],
  platformPredicateTypes: [],
  subjects: ['index'],
};

interface How {
  /** Who signs, where that is not the builder that is trusted. */
  readonly by?: Builder;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Whose source the predicate tells of. */
  readonly repository?: string;
  readonly more?: readonly string[];
}

/** Has a builder attest an image of this name, with provenance of either version. */
async function built(stage: Stage, name: string, trusted: Builder, how: How = {}): Promise<Written> {
  const { by = trusted, claims = {}, repository = stage.wanted.repository, more = [] } = how;
  const image = await stage.push(`acme/${name}`);
  const what =
    trusted === WORKFLOW
      ? ['--provenance']
      : [
          ...['--predicate-type', PROVENANCE_V02],
          ...['--predicate-path', await generatorPredicate(stage, by, repository)],
        ];
  const token = stage.sigstore.token({ ...claims, ...claimsOf(by) });
  await stage.countersign(['attest', image.index, ...what, '--identity-token', token, ...more]);
  return { ...writtenAs(image), more: { builder: identityOf(trusted) } };
}

/** What public builders attest for whoever calls them, and what nobody may take for that. */
export const exhibits: readonly Exhibit[] = [
  {
    id: 'builder-v1',
    title: 'provenance (SLSA v1) by a public builder',
    writer,
    facts: V1,
    smoke: true,
    prepare: (stage) => built(stage, 'builder-v1', WORKFLOW),
  },
  {
    id: 'builder-v02',
    title: 'provenance (SLSA v0.2) by the generator of slsa-framework',
    writer,
    facts: V02,
    prepare: (stage) => built(stage, 'builder-v02', GENERATOR),
  },
  {
    id: 'builder-separate-repository',
    title: 'provenance by a public builder, in a repository of its own',
    writer,
    facts: { ...V1, separateRepository: true },
    prepare: async (stage) => {
      const signatureRepository = `${stage.host}/acme/builder-claims`;
      const more = ['--signature-repository', signatureRepository];
      const written = await built(stage, 'builder-separate-repository', WORKFLOW, { more });
      return { ...written, signatureRepository };
    },
  },
  {
    id: 'builder-unsigned',
    title: 'an image that no builder attested',
    writer,
    facts: V1,
    twin: 'unsigned',
    prepare: async (stage) => ({
      ...writtenAs(await stage.push('acme/builder-unsigned')),
      more: { builder: identityOf(WORKFLOW) },
    }),
  },
  {
    id: 'builder-other',
    title: 'provenance by a workflow of somebody else',
    writer,
    facts: V1,
    twin: 'other-identity',
    prepare: (stage) =>
      built(stage, 'builder-other', WORKFLOW, {
        by: { workflow: 'acme-evil/app/.github/workflows/release_ruleset.yaml', ref: WORKFLOW.ref },
      }),
  },
  {
    id: 'builder-branch',
    title: 'provenance by a public builder that was called at a branch',
    writer,
    facts: V1,
    twin: 'other-identity',
    prepare: (stage) =>
      built(stage, 'builder-branch', WORKFLOW, { by: { ...WORKFLOW, ref: 'refs/heads/main' } }),
  },
  {
    id: 'builder-other-issuer',
    title: 'provenance by the same name of another issuer',
    writer,
    facts: V1,
    twin: 'other-issuer',
    prepare: (stage) => built(stage, 'builder-other-issuer', WORKFLOW, { claims: { iss: OTHER_ISSUER } }),
  },
  {
    id: 'builder-wrong-source',
    title: 'provenance by a public builder, called from a repository of somebody else',
    writer,
    facts: V1,
    twin: 'wrong-source-repository',
    smoke: true,
    prepare: (stage) => built(stage, 'builder-wrong-source', WORKFLOW, { claims: calledFrom('mallory/app') }),
  },
  {
    id: 'builder-v02-wrong-source',
    title: 'provenance (SLSA v0.2) of the right source, signed for a caller that is somebody else',
    writer,
    facts: V02,
    twin: 'wrong-source-repository',
    prepare: (stage) =>
      built(stage, 'builder-v02-wrong-source', GENERATOR, { claims: calledFrom('mallory/app') }),
  },
  {
    id: 'builder-tampered',
    title: 'provenance by a public builder, changed afterwards',
    writer,
    facts: V1,
    twin: 'tampered-payload',
    prepare: async (stage) => {
      const written = await built(stage, 'builder-tampered', WORKFLOW);
      for (const image of [written.index, written.platform]) await changeClaims(stage, image, tampered);
      return written;
    },
  },
  {
    id: 'builder-other-digest',
    title: "another image's provenance by a public builder",
    writer,
    facts: V1,
    twin: 'other-digest',
    prepare: async (stage) => {
      const signed = await built(stage, 'builder-other-digest', WORKFLOW);
      const target = writtenAs(await stage.push('acme/builder-other-digest', 'something else'));
      await copyClaims(stage, signed.index, target.index);
      await copyClaims(stage, signed.platform, target.platform);
      return { ...target, more: { builder: identityOf(WORKFLOW) } };
    },
  },
  {
    id: 'builder-missing-chain',
    title: 'provenance by a public builder, `layouts: legacy`, with no chain beside the certificate',
    writer,
    facts: { ...V1, layouts: ['signature-tag', 'attestation-tag'], timestamp: false },
    twin: 'missing-chain',
    prepare: async (stage) => {
      const written = await built(stage, 'builder-missing-chain', WORKFLOW, {
        more: ['--layouts', 'legacy'],
      });
      for (const image of [written.index, written.platform]) await dropChains(stage, image);
      return written;
    },
  },
];
