import type { DoctorOptions } from '../flows/index.js';
import { CountersignError } from '../errors.js';
import { nearest } from '../nearest.js';
import type { VerifierProfile } from '../doctor/index.js';
import { openReader, parsed, readCommon, type Parsed } from './common.js';
import type { OptionEdge } from './edge.js';
import { readOptionalSigners } from './judging.js';
import { readNotationTrust } from './notation.js';
import { contradiction, invalidInput, type Reader } from './read.js';
import type { RawValues } from './setting.js';

/**
 * The inputs of `doctor`. A repair needs to be told whose claims count: on a public Sigstore everyone's verify, and nothing
 * of a stranger's may be carried into other layouts. Throws errors of fault user that name the input.
 */
export async function parseDoctor(raw: RawValues, edge: OptionEdge): Promise<Parsed<DoctorOptions>> {
  const reader = openReader('doctor', raw, edge);
  const common = readCommon(reader, edge);
  const signers = await readOptionalSigners('doctor', reader, edge);
  const [repair, dryRun] = [reader.boolean('repair'), reader.boolean('dry-run')];
  if (repair && signers.length === 0) {
    throw new CountersignError('INPUT_MISSING', {
      what: 'repair is asked for, and nothing says whose claims may be stored anew',
      remedy: 'Give the identity (certificate-identity, source-repository) or the key of the signer.',
    });
  }
  if (dryRun && !repair) {
    throw contradiction(
      'dry-run is given without repair',
      'Leave it out: nothing is written without repair.',
    );
  }
  const notation = await readNotationTrust(reader, edge);
  const asked = await readVerifiers(reader);
  if (notation !== undefined && asked?.every(({ id }) => id !== 'notation') === true) {
    throw contradiction(
      'notation-trust-policy is given, and notation is not among the verifiers in for',
      'Add notation to them, or leave the trust policy out.',
    );
  }
  const options: DoctorOptions = {
    ...common,
    signers,
    asked,
    notation,
    repair,
    dryRun,
    settleMs: reader.duration('settle'),
    unsafeNoSettle: reader.boolean('unsafe-no-settle'),
  };
  return parsed(options, reader);
}

async function readVerifiers(reader: Reader): Promise<readonly VerifierProfile[] | undefined> {
  const names = reader.lines('for').flatMap((line) => line.split(/[\s,]+/).filter((name) => name !== ''));
  if (names.length === 0) return undefined;
  // Loaded here: no other command knows verifiers.
  const { VERIFIER_NAMES, verifiersNamed } = await import('../doctor/index.js');
  const found = names.flatMap((name) => {
    const meant = verifiersNamed(name);
    if (meant !== undefined) return meant;
    const near = nearest(name, VERIFIER_NAMES);
    const question = near === undefined ? '' : `Did you mean ${near}? `;
    throw invalidInput('for', name, `${question}Name any of: ${VERIFIER_NAMES.join(', ')}.`);
  });
  return [...new Set(found)];
}
