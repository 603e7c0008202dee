import { COSIGN_SIGNATURE } from '../claims/index.js';
import { refusesAll, seesNothing, verifies, type Objection } from './answers.js';
import { signerObjection } from './signer-objection.js';
import type { LayerTraits } from './traits.js';
import type { Answer, Observation, ObservedClaim, Question } from './types.js';

/** How a reader of the `.sig` and `.att` tags differs from others; all of them are cosign's library. */
export interface LayerReader {
  /**
   * Who knows the root alone takes the intermediates from the layer. `own`: mostly it is given them (TUF, a trusted root);
   * `annotation`: mostly it is given the root alone (a policy).
   */
  readonly chain: 'annotation' | 'own';
  /** `always`: a timestamp in the layer is verified even where nobody asked for it, and without roots for it that fails. */
  readonly timestamps: 'asked' | 'always' | 'never';
}

/** What a reader of the tags answers: any layer that it takes suffices, those that it does not are passed over. */
export function readLayers(seen: Observation, question: Question, reader: LayerReader): Answer {
  const { predicateType } = question;
  const layout = predicateType === undefined ? 'signature-tag' : 'attestation-tag';
  const tag = predicateType === undefined ? '.sig' : '.att';
  if (!seen.tags[layout]) return seesNothing(`there is no ${tag} tag`, remedyFor(seen, question));
  const claims = seen.claims.filter((claim) => claim.layout === layout);
  const asked = claims.filter(
    (claim) => predicateType === undefined || claim.predicateType === predicateType,
  );
  if (asked.length === 0) {
    const why =
      claims.length === 0
        ? `the ${tag} tag holds no layer`
        : `no attestation of the type ${predicateType} is among the ${claims.length} in the .att tag`;
    return seesNothing(why, remedyFor(seen, question));
  }
  const objections = asked.map((claim) => objectionTo(claim, question, reader, tag));
  const accepted = asked.filter((_, index) => objections[index] === undefined);
  if (accepted.length > 0) return verifies(accepted.map(({ digest }) => digest));
  return refusesAll(objections.filter((one) => one !== undefined));
}

/** A bundle of the attestation has all that a layer needs, where a Rekor v1 log witnesses it; a signature's has not. */
function remedyFor({ claims }: Observation, { predicateType }: Question): string {
  const bundled = claims.flatMap(({ layout, verified }) =>
    layout === 'bundle-referrer' && verified?.predicateType === (predicateType ?? COSIGN_SIGNATURE)
      ? [verified]
      : [],
  );
  const again = predicateType === undefined ? 'Sign the image' : 'Attest it';
  if (bundled.length === 0) return `${again} with Countersign, which writes every layout.`;
  const promised = bundled.some(
    ({ signer, times }) => signer.kind === 'key' || times.some(({ witness }) => witness === 'log'),
  );
  if (!promised) {
    return `${again} again with transparency-log: rekor-v1, if this verifier is yours: a layer needs the promise of such a log.`;
  }
  return predicateType === undefined
    ? 'If this is a copy, copy the tag sha256-<hex>.sig too (oras copy takes it by its name), else sign the image again with Countersign: the .sig layer has a signature of its own, which no bundle holds.'
    : 'Run countersign doctor --repair: the layer can be made from the bundle.';
}

function objectionTo(
  claim: ObservedClaim,
  question: Question,
  reader: LayerReader,
  tag: string,
): Objection | undefined {
  const { traits, verified } = claim;
  if (traits?.form !== 'layer')
    return signerObjection(claim, question) ?? { why: 'it cannot be read', remedy: '' };
  const { keyid = '' } = traits;
  if (keyid !== '') {
    return {
      why: `the envelope in the ${tag} layer names a key id, which go-securesystemslib compares with its own`,
      remedy: 'Attest it again with a signer that leaves keyid empty.',
    };
  }
  return (
    signerObjection(claim, question) ??
    witnessObjection(
      traits,
      question,
      tag,
      verified?.times.some(({ witness }) => witness !== 'log') === true,
    ) ??
    chainObjection(traits, question, reader, tag) ??
    timestampObjection(traits, question, reader, tag)
  );
}

function witnessObjection(
  traits: LayerTraits,
  { witness, by }: Question,
  tag: string,
  isStamped: boolean,
): Objection | undefined {
  const wantsLog = witness === 'log' || witness === 'log-and-timestamp';
  if (wantsLog && !traits.promise) {
    return {
      why: `the ${tag} layer has no signed entry timestamp of a Rekor v1 log`,
      remedy: 'Sign with transparency-log: rekor-v1; a Rekor v2 log gives no such promise.',
    };
  }
  if (witness === 'none' && by === 'certificate') {
    return {
      why: 'nothing is asked to say when the certificate was used, and it has expired',
      remedy: 'Ask for the log entry or a signed timestamp.',
    };
  }
  // A log entry beside it tells the time as well: the timestamp is then only asked for where it is there.
  if (witness === 'timestamp' && by === 'certificate' && !isStamped) {
    return {
      why: `the ${tag} layer has no signed timestamp`,
      remedy: 'Ask for the log entry instead: timestamps stand in the bundles alone.',
    };
  }
  return undefined;
}

function chainObjection(
  { chain }: LayerTraits,
  { by, intermediates }: Question,
  reader: LayerReader,
  tag: string,
): Objection | undefined {
  if (by === 'key' || chain > 0 || (intermediates ?? reader.chain === 'own')) return undefined;
  return {
    why: `no chain of its certificate in the ${tag} layer`,
    remedy:
      'Run countersign doctor --repair, or put the intermediate certificate among the roots of the policy.',
  };
}

function timestampObjection(
  { timestamp }: LayerTraits,
  { witness }: Question,
  reader: LayerReader,
  tag: string,
): Objection | undefined {
  const asked = witness === 'timestamp' || witness === 'log-and-timestamp';
  if (!timestamp || reader.timestamps !== 'always' || asked) return undefined;
  return {
    why: `a timestamp stands in the ${tag} layer, and cosign up to 2.4.1 refuses one that it has no roots for`,
    remedy:
      'Run countersign doctor --repair, or give the verifier the certificates of the timestamp authority.',
  };
}
