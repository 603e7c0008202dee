import { dirname, join } from 'node:path';
import type { NotationSignOptions, NotationTrust } from '../flows/index.js';
import { DAY_MS } from '../runtime.js';
import {
  MAX_NOTATION_CERTIFICATES_BYTES,
  MAX_NOTATION_EXPIRY_DAYS,
  MAX_TRUST_POLICY_BYTES,
} from '../limits.js';
import type { OptionEdge } from './edge.js';
import { readInput } from './files.js';
import { readKeySources } from './keys.js';
import { contradiction, invalidInput, type Reader } from './read.js';
import { readServiceUrl } from './service-url.js';

/** What `sign` is to make for Notation; undefined: nothing. Throws INPUTS_CONTRADICT, INPUT_INVALID, KEY_INVALID. */
export async function readNotationSigning(
  reader: Reader,
  edge: OptionEdge,
  alone: boolean,
): Promise<NotationSignOptions | undefined> {
  const keyName = reader.text('notation-key');
  const path = reader.text('notation-certificates');
  if (keyName === undefined || path === undefined) {
    const [given] = ['notation-key', 'notation-certificates', 'notation-expiry'].filter(
      (name) => reader.text(name) !== undefined,
    );
    if (given === undefined && !alone) return undefined;
    const missing = ['notation-key', 'notation-certificates'].filter(
      (name) => reader.text(name) === undefined,
    );
    throw contradiction(
      `${alone ? 'layouts is notation' : `${given ?? ''} is given`} without ${missing.join(' and ')}`,
      'Give the key, and a PEM file with its certificate chain.',
    );
  }
  const [key] = await readKeySources('notation-key', keyName, [keyName], edge);
  if (key === undefined) throw new Error('a key was given and is not there');
  return {
    alone,
    key,
    certificates: await readInput('notation-certificates', path, MAX_NOTATION_CERTIFICATES_BYTES, edge),
    format: reader.choice('signature-format', ['jws', 'cose']),
    expiryMs: readExpiry(reader),
    ...(alone ? {} : readAuthority(reader)),
    agent: 'countersign',
  };
}

/**
 * Beside Sigstore's services a timestamp authority that is named without any of them is Notation's alone: those of Sigstore
 * stay what they are. Where the services are given by URLs, or there is no log, it is one of them.
 */
function readAuthority(reader: Reader): Pick<NotationSignOptions, 'tsaUrl'> {
  const others = ['fulcio-url', 'rekor-url'].some((name) => reader.text(name) !== undefined);
  if (others || reader.text('transparency-log') === 'none') return {};
  const tsaUrl = readServiceUrl(reader, 'timestamp-server-url');
  return tsaUrl === undefined ? {} : { tsaUrl };
}

/** Whom to trust for Notation signatures; undefined: nothing is said. Throws INPUTS_CONTRADICT, TRUST_POLICY_INVALID. */
export async function readNotationTrust(
  reader: Reader,
  edge: OptionEdge,
): Promise<NotationTrust | undefined> {
  const path = reader.text('notation-trust-policy');
  const store = reader.text('notation-trust-store');
  if (path === undefined) {
    if (store === undefined) return undefined;
    throw contradiction(
      'notation-trust-store is given without notation-trust-policy',
      'Give the trust policy as well: it says which store counts for which repository.',
    );
  }
  const { bytes } = await readInput('notation-trust-policy', path, MAX_TRUST_POLICY_BYTES, edge);
  const { parseTrustPolicy } = await import('../notation/index.js');
  return { policy: parseTrustPolicy(bytes, path), storePath: store ?? join(dirname(path), 'truststore') };
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 60 * 60_000, d: DAY_MS };

function readExpiry(reader: Reader): number | undefined {
  const text = reader.text('notation-expiry');
  if (text === undefined) return undefined;
  const [, amount, unit] = /^([1-9]\d{0,8})([mhd])$/.exec(text) ?? [];
  const ms = Number(amount) * (UNIT_MS[unit ?? ''] ?? Number.NaN);
  if (!(ms <= MAX_NOTATION_EXPIRY_DAYS * DAY_MS)) {
    throw invalidInput(
      'notation-expiry',
      text,
      `Write a number and m, h or d, such as 90d; at most ${MAX_NOTATION_EXPIRY_DAYS}d.`,
    );
  }
  return ms;
}
