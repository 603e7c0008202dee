import { COSIGN_SIGNATURE } from '../claims/index.js';
import { counted } from '../counted.js';
import { BUNDLE_PREFIX } from '../layouts/bundle-referrer.js';
import { OCI_EMPTY } from '../oci/index.js';
import { refuses, refusesAll, seesNothing, verifies, type Objection } from './answers.js';
import { signerObjection } from './signer-objection.js';
import type { BundleTraits } from './traits.js';
import type { Answer, Observation, ObservedClaim, Question } from './types.js';

/** How a reader of bundle referrers differs from others. */
export interface BundleReader {
  /** `by-type`: it looks at the artifactType that the list states; `all`: at each manifest. */
  readonly listing: 'by-type' | 'all';
  readonly minVersion: 0.1 | 0.2 | 0.3;
  /** Bundles that sign the manifest itself, without an envelope. */
  readonly messages: boolean;
  /** Whether any in-toto statement counts as a signature of the image. */
  readonly anyTypeSigns: boolean;
  /** Whether one bundle that cannot be parsed ends it all. */
  readonly breaksOnUnparsable: boolean;
  readonly maxReferrers?: number;
  readonly maxBytes?: number;
  /** `flag`: only where signed timestamps are asked for. */
  readonly rekorV2: 'reads' | 'flag' | 'never';
  /** Where any of its witnesses tells the time, a timestamp as well as the log's promise. */
  readonly anyTime: boolean;
}

/** The bundles that a reader finds in the list. */
const visibleBundles = (
  seen: Observation,
  { listing }: Pick<BundleReader, 'listing'>,
): readonly ObservedClaim[] => {
  const types = new Map(seen.referrers.entries.map(({ digest, artifactType }) => [digest, artifactType]));
  return seen.claims.filter(
    ({ layout, digest }) =>
      layout === 'bundle-referrer' &&
      types.has(digest) &&
      (listing === 'all' || types.get(digest)?.startsWith(BUNDLE_PREFIX) === true),
  );
};

/** Whether cosign from 2.6.3 on, and what is built on it, finds any bundle: then it looks at nothing else. */
export const hasBundle = (seen: Observation): boolean =>
  visibleBundles(seen, { listing: 'all' }).some(
    ({ traits }) => traits?.form === 'bundle' && traits.unparsable === undefined && traits.version >= 0.3,
  );

/** What a reader of bundle referrers answers. */
export function readBundles(seen: Observation, question: Question, reader: BundleReader): Answer {
  const { entries } = seen.referrers;
  if (reader.maxReferrers !== undefined && entries.length > reader.maxReferrers) {
    return refuses(
      `the digest has ${entries.length} referrers, more than the ${reader.maxReferrers} that it reads`,
      'Delete referrers that nobody needs, or attest with supersede.',
    );
  }
  const visible = visibleBundles(seen, reader);
  if (visible.length === 0) return seesNothing(whyNone(seen), remedyForNone(seen, question));
  const broken = reader.breaksOnUnparsable ? visible.find((claim) => isBroken(claim, reader)) : undefined;
  if (broken !== undefined) {
    return refuses(
      `the bundle ${broken.digest} ${whyBroken(broken, reader)}, and one such ends it all`,
      'Delete that referrer.',
    );
  }
  const asked = visible.filter((claim) => isAsked(claim, question, reader));
  if (asked.length === 0) {
    const what =
      question.predicateType === undefined ? 'a signature' : `of the type ${question.predicateType}`;
    return seesNothing(
      `none of ${counted(visible.length, 'bundle')} is ${what}`,
      remedyForNone(seen, question),
    );
  }
  const objections = asked.map((claim) => objectionTo(claim, question, reader));
  const accepted = asked.filter((_, index) => objections[index] === undefined);
  if (accepted.length > 0) return verifies(accepted.map(({ digest }) => digest));
  return refusesAll(objections.filter((one) => one !== undefined));
}

function whyNone({ claims, referrers }: Observation): string {
  const { source, entries, tag, unlisted } = referrers;
  const list = LISTS[source];
  const bundles = claims.filter(({ layout }) => layout === 'bundle-referrer');
  const [first] = bundles;
  if (first !== undefined) {
    const stated = entries.find(({ digest }) => digest === first.digest)?.artifactType;
    const as = stated === undefined ? 'no artifactType' : `the artifactType ${stated}`;
    const known = stated === OCI_EMPTY ? ' (cosign up to 3.0.6 writes it so)' : '';
    return `${counted(bundles.length, 'bundle')} stands in ${list} with ${as}${known}`;
  }
  if (unlisted.length > 0) {
    return `the referrers API lists no bundle, and ${counted(unlisted.length, 'referrer')} stand in a fallback index that nobody reads beside it`;
  }
  if (source === 'fallback' && tag === 'image') {
    return 'the image itself stands under the tag of the fallback index, as cosign copy leaves it';
  }
  return entries.length === 0
    ? `${list} lists no referrer`
    : `no bundle is among ${counted(entries.length, 'referrer')} in ${list}`;
}

const LISTS: Readonly<Record<Observation['referrers']['source'], string>> = {
  api: 'the referrers API',
  fallback: 'the fallback index',
  folder: "the folder's list of referrers",
};

function remedyForNone({ claims, referrers }: Observation, question: Question): string {
  if (claims.some(({ layout }) => layout === 'bundle-referrer') || referrers.unlisted.length > 0) {
    return 'Run countersign doctor --repair: it writes the list anew from the manifests.';
  }
  const { predicateType = COSIGN_SIGNATURE } = question;
  const ofSignature = predicateType === COSIGN_SIGNATURE;
  const tagged = claims.some(
    ({ layout, verified }) =>
      verified !== undefined &&
      (ofSignature
        ? layout === 'signature-tag'
        : layout === 'attestation-tag' && verified.predicateType === predicateType),
  );
  const again = ofSignature ? 'sign the image' : 'attest it';
  if (!tagged)
    return `${again.replace(/^./, (first) => first.toUpperCase())} with Countersign, which writes every layout.`;
  const why = ofSignature ? ': the bundle has a signature of its own, which no .sig layer holds' : '';
  return `If this is a copy, copy the bundles too (oras copy -r takes them along), else ${again} again with Countersign${why}.`;
}

const isBroken = (claim: ObservedClaim, reader: BundleReader): boolean => {
  const { traits } = claim;
  if (traits?.form !== 'bundle') return true;
  return traits.unparsable !== undefined || (reader.maxBytes !== undefined && traits.size > reader.maxBytes);
};

const whyBroken = ({ traits }: ObservedClaim, { maxBytes }: BundleReader): string =>
  traits?.form === 'bundle' && traits.unparsable === undefined
    ? `has ${traits.size} bytes, more than ${maxBytes ?? 0}`
    : 'cannot be parsed';

/** A claim of an unknown type might be of any. */
function isAsked(
  { predicateType, traits }: ObservedClaim,
  question: Question,
  reader: BundleReader,
): boolean {
  if (question.predicateType !== undefined) return predicateType === question.predicateType;
  if (traits?.form === 'bundle' && traits.content === 'message') return true;
  return reader.anyTypeSigns || predicateType === undefined || predicateType === COSIGN_SIGNATURE;
}

function objectionTo(claim: ObservedClaim, question: Question, reader: BundleReader): Objection | undefined {
  const { traits } = claim;
  if (traits?.form !== 'bundle')
    return signerObjection(claim, question) ?? { why: 'it cannot be read', remedy: '' };
  return (
    formObjection(traits, reader) ??
    signerObjection(claim, question) ??
    witnessObjection(claim, traits, question, reader)
  );
}

const SIGN_AGAIN = 'Sign the image again with Countersign, which writes bundles of version 0.3.';

function formObjection(traits: BundleTraits, reader: BundleReader): Objection | undefined {
  if (traits.unparsable !== undefined) return { why: traits.unparsable, remedy: SIGN_AGAIN };
  if (traits.version < reader.minVersion) {
    return {
      why: `the bundle is of version ${traits.version}, and it reads ${reader.minVersion} and newer`,
      remedy: SIGN_AGAIN,
    };
  }
  if (traits.content === 'message' && !reader.messages) {
    return { why: 'the bundle does not contain a DSSE envelope', remedy: SIGN_AGAIN };
  }
  if ((traits.keyid ?? '') !== '') {
    return {
      why: 'the envelope names a key id, which go-securesystemslib compares with its own',
      remedy: 'Sign it again with a signer that leaves keyid empty.',
    };
  }
  return undefined;
}

function witnessObjection(
  { verified }: ObservedClaim,
  { entries }: BundleTraits,
  { witness, by }: Question,
  reader: BundleReader,
): Objection | undefined {
  const isStamped = verified?.times.some((time) => time.witness === 'timestamp-authority') === true;
  const onlyV2 = entries.length > 0 && entries.every(({ v2 }) => v2);
  const wantsLog = witness === 'log' || witness === 'log-and-timestamp';
  if (wantsLog && entries.length === 0) {
    return {
      why: 'the bundle has no entry of a transparency log',
      remedy: 'Sign with a log, or ask without one.',
    };
  }
  if (wantsLog && onlyV2 && reader.rekorV2 === 'never') {
    return {
      why: 'it does not read entries of a Rekor v2 log',
      remedy: 'Sign with transparency-log: rekor-v1.',
    };
  }
  if (by === 'key') return undefined;
  if (witness === 'none') {
    return {
      why: 'nothing is asked to say when the certificate was used, and it has expired',
      remedy: 'Ask for the log entry or a signed timestamp.',
    };
  }
  const asksStamp = witness !== 'log' || (onlyV2 && reader.rekorV2 === 'reads');
  if (wantsLog && onlyV2 && reader.rekorV2 === 'flag' && witness === 'log') {
    return {
      why: 'an entry of a Rekor v2 log tells no time, and no signed timestamp is asked for',
      remedy: 'Ask with --use-signed-timestamps, or sign with transparency-log: rekor-v1.',
    };
  }
  const promised = entries.some(({ promise }) => promise);
  if (reader.anyTime ? isStamped || (wantsLog && promised) : asksStamp ? isStamped : promised)
    return undefined;
  return asksStamp || reader.anyTime
    ? { why: 'the bundle has no signed timestamp', remedy: 'Sign with a timestamp authority.' }
    : {
        why: 'the log entry has no promise, so that it tells no time',
        remedy: 'Ask with --use-signed-timestamps.',
      };
}
