import type { DemoResult } from './demo.js';
import { DEMO_IDENTITY } from './demo.js';
import { lookInsideLines } from './look-inside-lines.js';
import { shellWord } from '@countersign/core/report';
import type { Testbed } from '@countersign/testbed';

/** What to do after the demo; `countersign`: how the command is started here. */
export const nextSteps = (countersign: string): string => `What to do next
  In a workflow       README.md has the three forms; action-examples/ has whole workflows
  Your own image      npm run demo -- --image registry.example/team/app:1.0
  Try it by hand      npm run demo -- --keep
  The command         ${countersign} --help`;

/** With the test bed left up: commands that can be pasted into another terminal. */
export function handsOn(
  testbed: Testbed,
  { reference, requirements }: DemoResult,
  countersign: string,
  root: string,
): string {
  const identity = `--certificate-identity ${DEMO_IDENTITY} --certificate-oidc-issuer ${testbed.issuer}`;
  const cosign = `--trusted-root ${shellWord(testbed.trustedRoot)} ${identity}`;
  const required = requirements.map((name) => `--require ${name}`).join(' ');
  return `The test bed is up until Ctrl-C. In another terminal, in an ordinary POSIX shell:

  # the variables of a job that may ask for an identity token, and the trust of this test bed
  set -a; . ${shellWord(testbed.env)}; set +a

  # what is stored beside the image
  ${countersign} tree ${reference}

  # the decision, and a decision against it
  ${countersign} verify ${reference} ${identity} ${required}
  ${countersign} verify ${reference} --source-repository mallory/app

  # the same with cosign 3, which knows nothing of Countersign
  cosign verify ${cosign} ${reference}
  cosign verify-attestation --type slsaprovenance1 ${cosign} ${reference}

${lookInsideLines(countersign, reference, root)}

  # an image of your own: push it to ${testbed.registry}, then
  ${countersign} attest ${testbed.registry}/NAME@DIGEST --signature --provenance`;
}
