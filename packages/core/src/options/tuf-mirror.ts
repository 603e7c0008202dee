import { CountersignError } from '../errors.js';
import type { TufMirror } from '../trust/index.js';
import type { OptionEdge } from './edge.js';
import { contradiction, type Reader } from './read.js';

/** Whether trust from a mirror was asked for by inputs, or only by the environment. */
export interface GivenMirror {
  readonly by: 'inputs' | 'environment';
  readonly mirror: TufMirror;
}

/**
 * The TUF mirror of a run: the inputs tuf-mirror and tuf-root, else COUNTERSIGN_TUF_MIRROR and COUNTERSIGN_TUF_ROOT. A
 * mirror and its root stay together: one from here and one from there are a contradiction.
 * Throws INPUTS_CONTRADICT, INPUT_INVALID.
 */
export function readMirror(reader: Reader, { env }: Pick<OptionEdge, 'env'>): GivenMirror | undefined {
  const inputs = pair('tuf-mirror', reader.text('tuf-mirror'), 'tuf-root', reader.text('tuf-root'));
  if (inputs !== undefined) return { by: 'inputs', mirror: inputs };
  const { COUNTERSIGN_TUF_MIRROR: url, COUNTERSIGN_TUF_ROOT: root } = env;
  const fromEnv = pair(
    'COUNTERSIGN_TUF_MIRROR',
    url === '' ? undefined : url,
    'COUNTERSIGN_TUF_ROOT',
    root === '' ? undefined : root,
  );
  return fromEnv && { by: 'environment', mirror: fromEnv };
}

function pair(
  urlName: string,
  url: string | undefined,
  rootName: string,
  rootPath: string | undefined,
): TufMirror | undefined {
  if (url === undefined && rootPath === undefined) return undefined;
  if (url === undefined) {
    throw contradiction(
      `${rootName} is given without ${urlName}`,
      `Give the URL of the TUF mirror that this root is of (${urlName}), or leave ${rootName} out.`,
    );
  }
  if (rootPath === undefined) {
    throw contradiction(
      `${urlName} is given without ${rootName}`,
      `Give the path of the root.json that the mirror's operator hands out (${rootName}): a mirror alone proves nothing.`,
    );
  }
  return { mirrorUrl: mirrorUrl(urlName, url), rootPath };
}

function mirrorUrl(name: string, text: string): string {
  const url = URL.parse(text);
  const plain =
    url !== null &&
    ['https:', 'http:'].includes(url.protocol) &&
    [url.username, url.password, url.search, url.hash].every((part) => part === '');
  // Not shown: what stands before an @ may be a password.
  if (!plain) {
    throw new CountersignError('INPUT_INVALID', {
      what: `The input ${name} is not a whole http or https URL without a user name and a query`,
      remedy: 'Write https://host[:port][/path]: the address below which timestamp.json lies.',
    });
  }
  return url.href.replace(/\/+$/, '');
}
