import type { AttestOptions, SigningOptions, SignOptions } from '../flows/index.js';
import { isFolder, parseName, type ImageReference } from '../reference/index.js';
import type { SigningConfigSource } from '../trust/index.js';
import { CountersignError } from '../errors.js';
import { openReader, parsed, readCommon, type Parsed } from './common.js';
import type { OptionEdge } from './edge.js';
import { readDocuments, readPredicates } from './files.js';
import { readSigningKey } from './keys.js';
import { readNotationSigning } from './notation.js';
import { contradiction, type Reader } from './read.js';
import { readServiceUrl } from './service-url.js';
import { readMirror } from './tuf-mirror.js';
import type { RawValues } from './setting.js';

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

function readSigningConfig(
  reader: Reader,
  edge: OptionEdge,
  notation: SignOptions['notation'],
): SigningConfigSource {
  const alone = notation?.alone === true;
  const urls = {
    fulcioUrl: readServiceUrl(reader, 'fulcio-url'),
    rekorUrl: readServiceUrl(reader, 'rekor-url'),
    // What is for Notation alone is none of Sigstore's services.
    tsaUrl: notation?.tsaUrl === undefined ? readServiceUrl(reader, 'timestamp-server-url') : undefined,
  };
  const path = reader.text('signing-config');
  const named = Object.fromEntries(Object.entries(urls).filter(([, url]) => url !== undefined));
  if (Object.keys(named).length > 0) {
    if (path !== undefined)
      throw contradiction(
        'signing-config is given together with the URL of a service',
        'Give the config or the URLs.',
      );
    // URLs are all the services there are: a log that is left out would silently not be written to.
    if (!alone && urls.rekorUrl === undefined && reader.text('transparency-log') !== 'none') {
      throw new CountersignError('INPUT_MISSING', {
        what: 'The services are given by URLs, and rekor-url is not among them',
        remedy:
          'Give rekor-url as well, or say "transparency-log: none". A timestamp authority beside the services that you have anyway belongs into a signing config.',
      });
    }
    return { kind: 'urls', ...named };
  }
  // A mirror that this run names goes before a file that the environment names.
  const given = readMirror(reader, edge);
  const file = path ?? (given?.by === 'inputs' ? undefined : edge.env.COUNTERSIGN_SIGNING_CONFIG);
  if (file !== undefined && file !== '') return { kind: 'file', path: file };
  return given === undefined ? { kind: 'public-good' } : { kind: 'tuf-mirror', ...given.mirror };
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
