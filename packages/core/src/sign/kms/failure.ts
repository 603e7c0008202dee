import { CountersignError } from '../../errors.js';
import { shownUri } from './uri.js';

/** The service said no, or cannot be asked as things are set up. `why` and `remedy` hold no secret. */
export const kmsRefused = (uri: string, why: string, remedy: string): CountersignError =>
  new CountersignError('KMS_REFUSED', {
    what: `The key ${shownUri(uri)} cannot be used: ${why}`,
    remedy,
  });

/** A variable of the environment that has to be there is not, or is not what it has to be. */
export const kmsSetUp = (uri: string, why: string, remedy: string): CountersignError =>
  new CountersignError('INPUT_MISSING', {
    what: `The key ${shownUri(uri)} cannot be reached: ${why}`,
    remedy,
  });

/** A service's own word for the kind of a key, as `of the kind ...`: a short word, or none is shown. */
export const ofKind = (word: unknown): string =>
  `of the kind ${typeof word === 'string' && /^[A-Za-z][A-Za-z0-9_ -]{0,31}$/.test(word) ? word : 'unknown'}`;

/** A key of a kind, state or purpose that cannot sign what is signed here. */
export const wrongKind = (uri: string, kind: string): CountersignError =>
  new CountersignError('KEY_INVALID', {
    what: `The key ${shownUri(uri)} cannot be used: it is ${kind}`,
    remedy:
      'Make a key for signing with ECDSA on P-256 over SHA-256: the one kind that every verifier accepts.',
  });
