import { isObject, memberAt } from '../json.js';
import { IN_TOTO, hexOf } from '../oci/index.js';
import type { Digest } from '../oci/index.js';
import { COSIGN_SIGNATURE } from '../claims/index.js';
import type { Statement } from '../claims/index.js';
import { MAX_CLAIM_BYTES, MAX_PREDICATE_TYPE_CHARS, MAX_STATEMENT_PARTS } from '../limits.js';
import { parseJsonObject } from './parse.js';
import { quote, rejection } from './rejection.js';
import type { SignedContent } from './evidence.js';

const STATEMENT_TYPES: readonly unknown[] = [
  'https://in-toto.io/Statement/v1',
  'https://in-toto.io/Statement/v0.1',
];
const SIMPLE_SIGNING_TYPE = 'cosign container image signature';

/** What a verified content says about the subject. */
export interface Assertion {
  readonly predicateType: string;
  readonly payload: Uint8Array;
  readonly statement: Statement | undefined;
}

/**
 * Establishes that content whose signature holds speaks of this digest and no other: the step that the library leaves
 * to its caller. Throws SUBJECT_MISMATCH, PREDICATE_TYPE_MISMATCH, BUNDLE_MALFORMED, BUNDLE_UNSUPPORTED.
 */
export function bindToSubject(
  content: SignedContent,
  subject: Digest,
  expectedPredicateType: string | undefined,
): Assertion {
  const assertion = assertionOf(content, subject);
  if (expectedPredicateType !== undefined && assertion.predicateType !== expectedPredicateType) {
    throw rejection(
      'PREDICATE_TYPE_MISMATCH',
      `The claim is of type ${quote(assertion.predicateType)}, not ${quote(expectedPredicateType)}`,
    );
  }
  return assertion;
}

function assertionOf(content: SignedContent, subject: Digest): Assertion {
  switch (content.kind) {
    case 'envelope': {
      const statement = statementOf(content.payloadType, content.payload);
      if (!statement.subject.some(({ digest }) => digest.sha256 === hexOf(subject))) {
        const named = statement.subject.map(({ digest }) => digest.sha256 ?? 'no sha256').join(', ');
        throw mismatch(`The statement is about ${quote(named)}`, subject);
      }
      return { predicateType: statement.predicateType, payload: content.payload, statement };
    }
    case 'document':
      checkDocument(content.payload, subject);
      return { predicateType: COSIGN_SIGNATURE, payload: content.payload, statement: undefined };
    case 'digest':
      checkDigest(content, subject);
      return {
        predicateType: COSIGN_SIGNATURE,
        payload: content.artifact ?? new Uint8Array(),
        statement: undefined,
      };
  }
}

/**
 * A message signature covers the artifact itself. Its digest is compared before the signature is verified over it,
 * since whoever made the bundle wrote the digest there. Throws SUBJECT_MISMATCH, BUNDLE_UNSUPPORTED.
 */
export function checkDigest(content: Extract<SignedContent, { kind: 'digest' }>, subject: Digest): void {
  if (content.algorithm !== 'sha256') {
    throw rejection(
      'BUNDLE_UNSUPPORTED',
      `The message digest is ${content.algorithm}; an image is named by sha256`,
    );
  }
  const named = content.digest.toString('hex');
  if (named !== hexOf(subject)) throw mismatch(`The signature is over sha256:${named}`, subject);
}

/** in-toto attestation spec, "Statement" v1 and v0.1. */
function statementOf(payloadType: string, payload: Uint8Array): Statement {
  if (payloadType !== IN_TOTO) {
    throw rejection(
      'BUNDLE_UNSUPPORTED',
      `The envelope holds ${quote(payloadType)}, not an in-toto statement`,
    );
  }
  const json = parseJsonObject(payload, 'statement', MAX_CLAIM_BYTES, MAX_STATEMENT_PARTS);
  const { _type, subject, predicateType, predicate } = json;
  if (typeof _type !== 'string' || !STATEMENT_TYPES.includes(_type)) {
    throw rejection('BUNDLE_UNSUPPORTED', 'The statement is not of a known in-toto version');
  }
  if (
    typeof predicateType !== 'string' ||
    predicateType === '' ||
    predicateType.length > MAX_PREDICATE_TYPE_CHARS
  ) {
    throw rejection('BUNDLE_MALFORMED', 'The statement names no predicate type');
  }
  if (!Array.isArray(subject) || !subject.every(isSubject)) {
    throw rejection('BUNDLE_MALFORMED', "The statement's subjects are not names with digests");
  }
  return { _type, subject, predicateType, predicate };
}

const isSubject = (value: unknown): value is Statement['subject'][number] =>
  isObject(value) &&
  (value.name === undefined || typeof value.name === 'string') &&
  isObject(value.digest) &&
  Object.values(value.digest).every((digest) => typeof digest === 'string');

/** containers/image docs/containers-signature.5.md, as cosign writes it. The docker-reference is nobody's evidence. */
function checkDocument(payload: Uint8Array, subject: Digest): void {
  const critical = parseJsonObject(payload, 'simple-signing document', MAX_CLAIM_BYTES).critical;
  if (memberAt(critical, 'type') !== SIMPLE_SIGNING_TYPE) {
    throw rejection('BUNDLE_UNSUPPORTED', 'The document is not a cosign container image signature');
  }
  const named = memberAt(critical, 'image', 'docker-manifest-digest');
  if (typeof named !== 'string') throw rejection('BUNDLE_MALFORMED', 'The document names no image digest');
  if (named !== subject) throw mismatch(`The signature is for ${quote(named)}`, subject);
}

const mismatch = (what: string, subject: Digest) =>
  rejection('SUBJECT_MISMATCH', `${what}, not about ${subject}`);
