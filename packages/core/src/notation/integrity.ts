import { CountersignError } from '../errors.js';
import { MAX_NOTATION_ENVELOPE_BYTES } from '../limits.js';
import { algorithmOf, isSignedBy } from './algorithm.js';
import { checkChain, readChain } from './chain.js';
import { readJws } from './jws.js';
import { readPayload } from './payload.js';
import { malformed, quote, rejection } from './rejection.js';
import { ENVELOPE_TYPE, type IntactSignature, type ReadEnvelope } from './types.js';

/**
 * Verifies that an envelope is whole: its form, the rules for its certificates, its signature by the leaf's key and by the
 * one algorithm of that key. Nothing says yet that anybody trusts the chain, or that all was valid then. `mediaType` is
 * the layer's. Throws NOTATION_MALFORMED, CERTIFICATE_UNTRUSTED, SIGNATURE_INVALID.
 */
export async function verifyIntegrity(mediaType: string, bytes: Uint8Array): Promise<IntactSignature> {
  const read = await readerOf(mediaType, bytes);
  try {
    return verifyWhole(read(bytes));
  } catch (thrown) {
    // Whatever else these bytes make a parser do is a fact about them: one hostile signature must not hide the others.
    throw thrown instanceof CountersignError ? thrown : malformed('The signature cannot be read', thrown);
  }
}

function verifyWhole(envelope: ReadEnvelope): IntactSignature {
  const chain = readChain(envelope.chain);
  checkChain(chain, 'code signing');
  const [leaf] = chain;
  const key = leaf?.publicKey;
  const algorithm = key && algorithmOf(key);
  if (leaf === undefined || key === undefined || algorithm === undefined) {
    throw rejection('CERTIFICATE_UNTRUSTED', 'The signing certificate has no key of the Notary Project');
  }
  if (algorithm.jws !== envelope.algorithm) {
    throw rejection(
      'SIGNATURE_INVALID',
      `The signature says ${envelope.algorithm}, and the key of its certificate signs by ${algorithm.jws}`,
    );
  }
  if (!isSignedBy(key, algorithm, envelope.signedBytes, envelope.signature)) {
    throw rejection('SIGNATURE_INVALID', 'The signature does not match what it is said to be over');
  }
  return { envelope, chain, leaf, target: readPayload(envelope.payload) };
}

async function readerOf(mediaType: string, bytes: Uint8Array): Promise<(bytes: Uint8Array) => ReadEnvelope> {
  if (bytes.length > MAX_NOTATION_ENVELOPE_BYTES) {
    throw malformed(`The envelope has more than ${MAX_NOTATION_ENVELOPE_BYTES} bytes`);
  }
  if (mediaType === ENVELOPE_TYPE.jws) return readJws;
  if (mediaType === ENVELOPE_TYPE.cose) return (await import('./cose.js')).readCose;
  throw malformed(`The envelope is of the type ${quote(mediaType)}`);
}
