import type { Subject } from '../digest-set/index.js';
import type { Seen } from '../doctor/index.js';
import type { BundleReferrer, Layer } from '../layouts/index.js';
import type { Descriptor } from '../oci/index.js';
import type { SignerRule } from '../policy/index.js';
import type { Repository } from '../registry/index.js';
import type { BundleSources } from './doctor-bundle.js';
import { soundClaims } from './doctor-claims.js';
import { planBundles } from './doctor-plan-bundles.js';
import { planIndex } from './doctor-plan-index.js';
import { planAttestationLayers, planSignatureLayers } from './doctor-plan-layers.js';

/** What is to be written beside one digest, and what cannot be mended. */
export interface RepairPlan {
  /** Entries of the fallback index as they have to stand there. */
  readonly entries: readonly Descriptor[];
  readonly signatureLayers: readonly Layer[];
  readonly attestationLayers: readonly Layer[];
  readonly bundles: readonly BundleReferrer[];
  /** One sentence for each thing that is done. */
  readonly done: readonly string[];
  readonly left: readonly string[];
}

/**
 * What can be mended beside one digest without signing: the list of referrers, and layouts that can be made of claims that
 * verify and whose signer counts. Everything of others stays as it stands.
 */
export async function planRepair(
  seen: Seen,
  subject: Subject,
  repository: Repository,
  rules: readonly SignerRule[],
  sources: BundleSources,
): Promise<RepairPlan> {
  const sound = soundClaims(seen, rules, sources.strict);
  const plans: readonly Partial<RepairPlan>[] = [
    await planIndex(seen, repository, sound),
    planSignatureLayers(sound, sources),
    planAttestationLayers(subject, sound, sources),
    await planBundles(seen, subject, sound, rules, sources),
  ];
  return {
    entries: plans.flatMap(({ entries = [] }) => entries),
    signatureLayers: plans.flatMap(({ signatureLayers = [] }) => signatureLayers),
    attestationLayers: plans.flatMap(({ attestationLayers = [] }) => attestationLayers),
    bundles: plans.flatMap(({ bundles = [] }) => bundles),
    done: plans.flatMap(({ done = [] }) => done),
    left: plans.flatMap(({ left = [] }) => left),
  };
}

/** Whether there is anything to write. */
export const isEmpty = ({ entries, signatureLayers, attestationLayers, bundles }: RepairPlan): boolean =>
  entries.length + signatureLayers.length + attestationLayers.length + bundles.length === 0;
