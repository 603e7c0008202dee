import type { AttestOptions, SigningOptions, SignOptions } from '../flows/index.js';
import { isFolder, parseName, type ImageReference } from '../reference/index.js';
import { CountersignError } from '../errors.js';
import { openReader, parsed, readCommon, type Parsed } from './common.js';
import type { OptionEdge } from './edge.js';
import { readDocuments, readPredicates } from './files.js';
import { readSigningKey } from './keys.js';
import { readNotationSigning } from './notation.js';
import { contradiction, type Reader } from './read.js';
import type { RawValues } from './setting.js';
import { readSigningConfig } from './signing-config.js';

/** The inputs of `sign`. Throws errors of fault user that name the input. */
export async function parseSign(raw: RawValues, edge: OptionEdge): Promise<Parsed<SignOptions>> {
  const reader = openReader('sign', raw, edge);
  const alone = reader.text('layouts') === 'notation';
  const notation = await readNotationSigning(reader, edge, alone);
  const options = { ...(await readSigning(reader, edge, notation)), notation };
  if (alone && (options.key !== undefined || options.identity.input !== undefined)) {
    throw contradiction(
      `layouts is notation, and ${options.key === undefined ? 'identity-token' : 'key'} is given`,
      'Leave it out, since nothing but the Notation signature is made; or choose other layouts.',
    );
  }
  return parsed(options, reader);
}

/** The inputs of `attest`. Throws errors of fault user that name the input. */
export async function parseAttest(raw: RawValues, edge: OptionEdge): Promise<Parsed<AttestOptions>> {
  const reader = openReader('attest', raw, edge);
  const signing = await readSigning(reader, edge);
  const options: AttestOptions = {
    ...signing,
    ...readSupersede(reader, signing.key !== undefined),
    signature: reader.boolean('signature'),
    provenance: reader.boolean('provenance'),
    documents: await readDocuments(reader, edge),
    predicates: await readPredicates(reader, edge),
  };
  if (!options.provenance && options.documents.length === 0 && options.predicates.length === 0) {
    throw new CountersignError('INPUT_MISSING', {
      what: 'There is nothing to attest',
      remedy:
        'Give "sbom", "vulnerability-report", "openvex", "provenance: true", or predicate-type with predicate-path; to sign alone, use sign.',
    });
  }
  return parsed(options, reader);
}

async function readSigning(
  reader: Reader,
  edge: OptionEdge,
  notation?: SignOptions['notation'],
): Promise<SigningOptions> {
  const alone = notation?.alone === true;
  const key = await readSigningKey(reader, edge);
  const token = reader.text('identity-token');
  if (key !== undefined && token !== undefined)
    throw contradiction(
      'key and identity-token are both given',
      'Sign with a key or keylessly with a token.',
    );
  const common = readCommon(reader, edge);
  return {
    ...common,
    ...readTitle(reader, common.images),
    layouts: alone ? 'all' : reader.choice('layouts', ['all', 'bundle', 'legacy']),
    identity: { ...edge.identity, input: token },
    onMissingIdentity: reader.choice('on-missing-identity', ['fail', 'skip']),
    key,
    signingConfig: readSigningConfig(reader, edge, notation),
    transparencyLog: reader.choice('transparency-log', ['rekor-v1', 'rekor-v2', 'none']),
    publicLog: reader.choice('public-log', ['refuse', 'allow']),
    maxReferrers: reader.number('max-referrers'),
    settleMs: reader.duration('settle'),
    unsafeNoSettle: reader.boolean('unsafe-no-settle'),
    dryRun: reader.boolean('dry-run'),
  };
}

/** `name` is the name of images in folders; those of a registry have theirs. Throws INPUTS_CONTRADICT, REFERENCE_INVALID. */
function readTitle(reader: Reader, images: readonly ImageReference[]): Pick<SigningOptions, 'title'> {
  const name = reader.text('name');
  if (name === undefined) return {};
  if (images.some(isFolder)) return { title: parseName(name) };
  throw contradiction(
    'name is given, and no image is an OCI layout folder',
    'Leave name out: claims about an image of a registry hold its own name.',
  );
}

/** `supersede-from` says whose older claims leave too; alone it would do nothing. Throws INPUTS_CONTRADICT. */
function readSupersede(reader: Reader, byKey: boolean): Pick<AttestOptions, 'supersede'> {
  const from = reader.lines('supersede-from');
  if (byKey && from.length > 0) {
    throw contradiction(
      'supersede-from names identities, and a key signs',
      'Leave supersede-from out: with a key, older claims of that same key give way, and those of another key stay.',
    );
  }
  if (reader.boolean('supersede')) return { supersede: { from } };
  if (from.length > 0) {
    throw contradiction(
      'supersede-from is given without supersede',
      'Set "supersede: true" as well, or leave supersede-from out.',
    );
  }
  return {};
}
