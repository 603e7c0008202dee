import { CountersignError } from '../errors.js';
import type { SigningServices } from '../trust/index.js';
import type { SigningOptions } from './types.js';

/** What is left of the layouts once it is known which log witnesses, and what to tell about it. */
export interface LayoutChoice {
  readonly layouts: SigningOptions['layouts'];
  readonly warnings: readonly string[];
}

/**
 * The tags `.sig` and `.att` hold a promise of the log, and readers of them know no other witness of a certificate: Rekor v2
 * gives none, and neither does a run without a log. Then bundles alone are written, and where the tags were asked for by
 * name the run is refused. A certificate that no timestamp authority would witness either is refused as well, before
 * anything is signed. Throws INPUTS_CONTRADICT.
 */
export function chooseLayouts(
  { layouts, key, transparencyLog }: Pick<SigningOptions, 'layouts' | 'key' | 'transparencyLog'>,
  services: SigningServices,
): LayoutChoice {
  const unlogged = transparencyLog !== 'none' && services.rekorUrls.length === 0 ? [UNLOGGED] : [];
  const why = whyNoPromise(key !== undefined, services);
  if (why === undefined) return { layouts, warnings: unlogged };
  if (key === undefined && services.tsaUrls.length === 0) throw noTime(why.long);
  if (layouts === 'legacy') {
    throw new CountersignError('INPUTS_CONTRADICT', {
      what: `"layouts: legacy" writes the tags .sig and .att alone, and ${why.long}`,
      remedy: 'Set "layouts: all" or "layouts: bundle", or write to Rekor v1 (transparency-log: rekor-v1).',
    });
  }
  if (layouts === 'bundle') return { layouts, warnings: [...unlogged, ...why.readers] };
  const text = `Bundles alone are written, not the tags .sig and .att: ${why.long}. Left out is who reads nothing but these tags: Kyverno's ClusterPolicy with type Cosign, signatures in policy-controller, cosign before 2.6.3 by default, slsa-verifier, Connaisseur, podman and skopeo.`;
  return { layouts: 'bundle', warnings: [...unlogged, text, ...why.readers] };
}

/** A config may leave the log out, which is no choice of whoever runs this: they get to know. */
const UNLOGGED =
  'The signing config names no transparency log, so nothing is logged. Say "transparency-log: none" if that is meant, or give a config with a log.';

interface Why {
  /** Reads on after a conjunction. */
  readonly long: string;
  /** Warnings for verifiers of bundles. */
  readonly readers: readonly string[];
}

/** undefined: layers of the tags get what their readers demand. A key needs no promise where no log was asked for. */
function whyNoPromise(withKey: boolean, { rekorUrls, rekorVersion }: SigningServices): Why | undefined {
  if (rekorUrls.length > 0) {
    if (rekorVersion === 1) return undefined;
    const readers = [
      'Entries of Rekor v2 are verified by cosign from 3.0.5 on (before, from 2.6.3 on, with --use-signed-timestamps), by Kyverno 1.19, gh 2.97 and what else is built on sigstore-go from 1.1.4 on, and by sigstore-js from verify 4.1 on; older ones may refuse them.',
    ];
    return { long: 'an entry of Rekor v2 holds no promise that they could carry', readers };
  }
  return withKey
    ? undefined
    : { long: 'without a log there is no promise of one that they could carry', readers: [] };
}

const noTime = (why: string): CountersignError =>
  new CountersignError('INPUTS_CONTRADICT', {
    what: `No timestamp authority is among the signing services, and ${why}: nothing would witness that a certificate of ten minutes was valid when it signed`,
    remedy:
      'Give a timestamp authority (timestamp-server-url, or a signing config with one), write to Rekor v1 (transparency-log: rekor-v1), or sign with a key.',
  });
