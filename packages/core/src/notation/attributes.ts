import { foldCase } from './json.js';
import { malformed, shown } from './rejection.js';
import {
  AUTHENTIC_SIGNING_TIME,
  EXPIRY,
  SIGNING_SCHEME,
  SIGNING_TIME,
  VERIFICATION_PLUGIN,
  type ReadEnvelope,
  type SigningScheme,
} from './types.js';

/** The signed attributes of either format, by name. */
export interface RawAttributes {
  readonly scheme: unknown;
  /** Names that the signer marked as critical; undefined: none are, which is no signature of the Notary Project. */
  readonly critical: readonly unknown[] | undefined;
  /** The names of all attributes that are there. */
  readonly names: readonly unknown[];
  /** A time attribute; undefined where it is not there. Throws NOTATION_MALFORMED. */
  readonly time: (name: string) => Date | undefined;
}

/**
 * Reads the attributes that decide how a signature is verified (signature specification, "Standard attributes"): what has to
 * be critical is, what is critical is known here, and times belong to the scheme. Throws NOTATION_MALFORMED.
 */
export function readAttributes({
  scheme,
  critical,
  names,
  time,
}: RawAttributes): Pick<ReadEnvelope, 'scheme' | 'signingTime' | 'expiry'> {
  if (!isScheme(scheme)) throw malformed(`The signing scheme ${shown(scheme)} is not known`);
  if (critical === undefined || critical.length === 0) throw malformed('The signature has no "crit" header');
  const byAuthority = scheme === 'notary.x509.signingAuthority';
  const [own, others] = byAuthority
    ? [AUTHENTIC_SIGNING_TIME, SIGNING_TIME]
    : [SIGNING_TIME, AUTHENTIC_SIGNING_TIME];
  if (names.includes(others)) throw malformed(`The attribute ${others} does not belong to ${scheme}`);
  const signingTime = time(own);
  if (signingTime === undefined) throw malformed(`The attribute ${own} is missing`);
  const expiry = time(EXPIRY);
  if (expiry !== undefined && expiry <= signingTime)
    throw malformed('The expiry is not after the signing time');

  const demanded = [SIGNING_SCHEME, ...(byAuthority ? [own] : []), ...(expiry === undefined ? [] : [EXPIRY])];
  // No others: notation takes them for attributes of somebody's own, which it does not know.
  const unmarked = demanded.find((name) => !critical.includes(name));
  if (unmarked !== undefined) throw malformed(`The attribute ${unmarked} is not marked critical`);
  const unknown = critical.find((name) => typeof name !== 'string' || !demanded.includes(name));
  if (unknown !== undefined) {
    throw malformed(`The attribute ${shown(unknown)} is critical, and not one that may be`);
  }
  const absent = critical.find((name) => !names.includes(name));
  if (absent !== undefined) throw malformed(`The attribute ${shown(absent)} is critical and not there`);
  if (new Set(critical).size < critical.length) throw malformed('"crit" names an attribute twice');
  // Programs in Go take a member of JSON in another case for the one that is known: they would read an end that we do not.
  const folded = names.find(
    (name) => typeof name === 'string' && !STANDARD.has(name) && STANDARD_FOLDED.has(foldCase(name)),
  );
  if (folded !== undefined) throw malformed(`The attribute ${shown(folded)} is known in another case`);
  // A plugin's name that is not critical was meant to be: passing over it would leave out a check of the signer's.
  if (names.some((name) => typeof name === 'string' && foldCase(name).startsWith(PLUGIN_FOLDED))) {
    throw malformed('The signature is to be verified by a plugin of notation');
  }
  return { scheme, signingTime, expiry };
}

/** What has a meaning in a signed header, in either format. */
const STANDARD: ReadonlySet<string> = new Set([
  'alg',
  'crit',
  'cty',
  SIGNING_SCHEME,
  SIGNING_TIME,
  AUTHENTIC_SIGNING_TIME,
  EXPIRY,
]);
const STANDARD_FOLDED: ReadonlySet<string> = new Set([...STANDARD].map(foldCase));
const PLUGIN_FOLDED = foldCase(VERIFICATION_PLUGIN);

const isScheme = (value: unknown): value is SigningScheme =>
  value === 'notary.x509' || value === 'notary.x509.signingAuthority';
