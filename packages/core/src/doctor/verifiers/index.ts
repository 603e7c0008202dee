import { cosign24 } from './cosign-2.4.js';
import { cosign262 } from './cosign-2.6.2.js';
import { cosign26 } from './cosign-2.6.js';
import { cosign30 } from './cosign-3.0.js';
import { cosign3 } from './cosign-3.js';
import { gh } from './gh.js';
import { kyvernoBundle } from './kyverno-bundle.js';
import { kyvernoCosign } from './kyverno-cosign.js';
import { kyvernoIvpol } from './kyverno-ivpol.js';
import { notation } from './notation.js';
import { policyControllerBundle } from './policy-controller-bundle.js';
import { policyController } from './policy-controller.js';
import { ratify } from './ratify.js';
import { slsaVerifier } from './slsa-verifier.js';
import type { VerifierId, VerifierProfile } from '../types.js';

/** Every verifier that the doctor knows, in the order of its tables. */
export const VERIFIERS: readonly VerifierProfile[] = [
  cosign24,
  cosign262,
  cosign26,
  cosign30,
  cosign3,
  kyvernoCosign,
  kyvernoBundle,
  kyvernoIvpol,
  policyController,
  policyControllerBundle,
  gh,
  slsaVerifier,
  ratify,
  notation,
];

/** Names that stand for several of them, or for one in a shorter form. */
const GROUPS: Readonly<Record<string, readonly VerifierId[]>> = {
  cosign: ['cosign-2.4', 'cosign-2.6.2', 'cosign-2.6', 'cosign-3.0', 'cosign-3'],
  cosign2: ['cosign-2.4', 'cosign-2.6.2', 'cosign-2.6'],
  cosign3: ['cosign-3.0', 'cosign-3'],
  kyverno: ['kyverno-cosign', 'kyverno-bundle', 'kyverno-ivpol'],
  'policy-tester': ['policy-controller'],
};

/** All names by which verifiers can be asked for. */
export const VERIFIER_NAMES: readonly string[] = [...VERIFIERS.map(({ id }) => id), ...Object.keys(GROUPS)];

/** The verifiers that a name stands for; undefined for a name that is not known. */
export function verifiersNamed(name: string): readonly VerifierProfile[] | undefined {
  const ids = Object.hasOwn(GROUPS, name) ? GROUPS[name] : undefined;
  const found = VERIFIERS.filter(({ id }) => id === name || ids?.includes(id) === true);
  return found.length === 0 ? undefined : found;
}
