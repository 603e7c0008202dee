import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from '../contract.js';

export const PROVENANCE_V02 = 'https://slsa.dev/provenance/v0.2';

/** A workflow of others that builds for whoever calls it, and signs what it built: slsa-verifier knows these by name. */
export interface Builder {
  /** `owner/name/.github/workflows/file` */
  readonly workflow: string;
  readonly ref: string;
}

/** The container generator of slsa-framework: SLSA provenance v0.2. */
export const GENERATOR: Builder = {
  workflow: 'slsa-framework/slsa-github-generator/.github/workflows/generator_container_slsa3.yml',
  ref: 'refs/tags/v2.1.0',
};

/** One of the few workflows whose provenance in GitHub's form (SLSA v1) slsa-verifier takes. */
export const WORKFLOW: Builder = {
  workflow: 'bazel-contrib/.github/.github/workflows/release_ruleset.yaml',
  ref: 'refs/tags/v7.2.2',
};

/** As certificates and provenance name it. */
export const identityOf = ({ workflow, ref }: Builder): string => `https://github.com/${workflow}@${ref}`;

/** The claims of a job that calls it. */
export const claimsOf = ({ workflow, ref }: Builder): Readonly<Record<string, string>> => ({
  job_workflow_ref: `${workflow}@${ref}`,
});

/** The path of a predicate as slsa-github-generator writes it for a tag of this repository. */
export async function generatorPredicate(
  stage: Stage,
  builder: Builder,
  repository: string,
): Promise<string> {
  const source = `git+https://github.com/${repository}@refs/tags/v1.0.0`;
  const digest = { sha1: '1'.repeat(40) };
  const predicate = {
    builder: { id: identityOf(builder) },
    buildType: 'https://github.com/slsa-framework/slsa-github-generator/container@v1',
    invocation: {
      configSource: { uri: source, digest, entryPoint: '.github/workflows/release.yml' },
      parameters: {},
      environment: { github_event_name: 'push', github_ref: 'refs/tags/v1.0.0', github_ref_type: 'tag' },
    },
    metadata: {
      buildInvocationID: '1-1',
      completeness: { parameters: true, environment: false, materials: false },
      reproducible: false,
    },
    materials: [{ uri: source, digest }],
  };
  const path = join(await stage.folder(), 'provenance.json');
  await writeFile(path, JSON.stringify(predicate));
  return path;
}
