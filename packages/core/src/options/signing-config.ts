import { CountersignError } from '../errors.js';
import type { SignOptions } from '../flows/index.js';
import type { SigningConfigSource } from '../trust/index.js';
import type { OptionEdge } from './edge.js';
import { contradiction, type Reader } from './read.js';
import { readServiceUrl } from './service-url.js';
import { readMirror } from './tuf-mirror.js';

/**
 * Where the services that sign are found: their URLs, else a signing config. Throws INPUTS_CONTRADICT, INPUT_MISSING (no log
 * among the URLs), INPUT_INVALID.
 */
export function readSigningConfig(
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
  const named = Object.fromEntries(Object.entries(urls).filter(([, url]) => url !== undefined));
  if (Object.keys(named).length > 0) {
    if (reader.text('signing-config') !== undefined)
      throw contradiction(
        'signing-config is given together with the URL of a service',
        'Give the config or the URLs.',
      );
    // URLs are all the services there are: a log that is left out would silently not be written to.
    if (!alone && urls.rekorUrl === undefined && reader.text('transparency-log') !== 'none') {
      throw new CountersignError('INPUT_MISSING', {
        what: 'The services are given by URLs, and rekor-url is not among them',
        remedy:
          'Give rekor-url as well, or say "transparency-log: none". A timestamp authority beside the services that you have anyway belongs in a signing config.',
      });
    }
    return { kind: 'urls', ...named };
  }
  const file = readSigningConfigFile(reader, edge);
  if (file !== undefined) return { kind: 'file', path: file };
  const given = readMirror(reader, edge);
  return given === undefined ? { kind: 'public-good' } : { kind: 'tuf-mirror', ...given.mirror };
}

/**
 * The path of a signing config: the input, else COUNTERSIGN_SIGNING_CONFIG. A mirror that this run names goes before a file
 * that the environment names. Throws as readMirror does.
 */
export function readSigningConfigFile(reader: Reader, edge: Pick<OptionEdge, 'env'>): string | undefined {
  const path = reader.text('signing-config');
  if (path !== undefined) return path;
  const file = edge.env.COUNTERSIGN_SIGNING_CONFIG;
  return file === '' || readMirror(reader, edge)?.by === 'inputs' ? undefined : file;
}
