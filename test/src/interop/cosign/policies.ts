import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from '../contract.js';

/** Policy files for `cosign verify-attestation --policy`: what the review and the provenance have to say. */
export const policiesOf = (stage: Stage): Promise<{ rego: string; cue: string; strictRego: string }> =>
  stage.once('cosign policies', async () => {
    const folder = await stage.folder();
    const write = async (name: string, text: string): Promise<string> => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    };
    return {
      rego: await write('reviewed.rego', REGO.replace('VALUE', 'true')),
      strictRego: await write('refused.rego', REGO.replace('VALUE', 'false')),
      cue: await write('release.cue', CUE),
    };
  });

const REGO = `package signature

default allow = false

allow {
  input.predicateType == "https://example.com/review/v1"
  input.predicate.reviewed == VALUE
}
`;

const CUE = `predicateType: "https://slsa.dev/provenance/v1"
predicate: {
  buildDefinition: {
    buildType: "https://actions.github.io/buildtypes/workflow/v1"
    ...
  }
  ...
}
`;
