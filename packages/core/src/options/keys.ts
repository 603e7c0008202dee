import { CountersignError } from '../errors.js';
import { MAX_KEY_CHARS } from '../limits.js';
import type { KeySource } from '../sign/index.js';
import type { OptionEdge } from './edge.js';
import { readInput } from './files.js';
import { contradiction, type Reader } from './read.js';

/** The one key of `key` to sign with. Throws KEY_INVALID, INPUT_INVALID, INPUT_MISSING, INPUTS_CONTRADICT. */
export async function readSigningKey(reader: Reader, edge: OptionEdge): Promise<KeySource | undefined> {
  const [key, ...others] = await readKeySources('key', reader.text('key'), reader.lines('key'), edge);
  if (others.length > 0) throw contradiction('key names several keys', 'Sign with one key in a run.');
  return key;
}

/** PEM texts of the keys that an input names to verify with, and their names. Throws as readKeySources does, and KMS_.... */
export async function readPublicKeys(
  input: string,
  reader: Reader,
  edge: OptionEdge,
): Promise<readonly { name: string; pem: string }[]> {
  const sources = await readKeySources(input, reader.text(input), reader.lines(input), edge, 'public');
  return Promise.all(
    sources.map(async (source) => {
      if (!('uri' in source)) return source;
      const { name, uri } = source;
      return { name, pem: await kmsPublicKey(uri, edge, reader.duration('retry-window')) };
    }),
  );
}

/**
 * Where the keys of an input come from: each line a path, `env://NAME` for an environment variable, or a URI of a key
 * management service. `half`: the private one needs COSIGN_PASSWORD where it is encrypted. Throws KEY_INVALID (a key in place of its
 * name), INPUT_INVALID, INPUT_MISSING.
 */
export async function readKeySources(
  input: string,
  whole: string | undefined,
  lines: readonly string[],
  edge: OptionEdge,
  half: 'private' | 'public' = 'private',
): Promise<readonly KeySource[]> {
  // Refused before any of its lines is taken for a path: an error would show that line of a private key.
  if (whole?.includes('-----BEGIN') === true) {
    throw new CountersignError('KEY_INVALID', {
      what: `The input ${input} holds a key itself, where a path, env://NAME or a URI is expected`,
      remedy: `Put the key into an environment variable and write "${input}: env://NAME" with its name.`,
    });
  }
  if (lines.length === 0) return [];
  const { isEncryptedKey, kmsSchemeOf, passwordMissing, shownUri } = await import('../sign/index.js');
  return Promise.all(
    lines.map(async (line): Promise<KeySource> => {
      if (line.startsWith('pkcs11:')) throw pkcs11(input);
      if (kmsSchemeOf(line) !== undefined) {
        maskCredentials(edge);
        return { name: shownUri(line), uri: line };
      }
      const source = await readPem(input, line, edge);
      if (half === 'public' || !isEncryptedKey(source.pem)) return source;
      const password = edge.env.COSIGN_PASSWORD;
      if (password === undefined) throw passwordMissing(line);
      if (password !== '') edge.identity.mask(password);
      return { ...source, password };
    }),
  );
}

async function readPem(
  input: string,
  name: string,
  edge: OptionEdge,
): Promise<{ name: string; pem: string }> {
  if (!name.startsWith('env://')) {
    const { bytes } = await readInput(input, name, MAX_KEY_CHARS, edge);
    return { name, pem: Buffer.from(bytes).toString('utf8') };
  }
  const pem = edge.env[name.slice('env://'.length)];
  if (pem === undefined || pem === '') {
    throw new CountersignError('INPUT_INVALID', {
      what: `The input ${input} names ${name}, which is not set in the environment`,
      remedy: 'Set that environment variable for this run.',
    });
  }
  return { name, pem };
}

function kmsPublicKey(uri: string, edge: OptionEdge, retryWindowMs: number): Promise<string> {
  if (edge.kmsPublicKey !== undefined) return edge.kmsPublicKey(uri, retryWindowMs);
  throw new CountersignError('INTERNAL', {
    what: 'A key management service was named where none can be asked',
    remedy: 'This is a defect in Countersign: please report it.',
  });
}

/** What opens key management services: a server's message may repeat what it was sent. */
function maskCredentials({ env, identity }: OptionEdge): void {
  for (const name of CREDENTIALS) {
    const value = env[name];
    if (value !== undefined && value !== '') identity.mask(value);
  }
}

const CREDENTIALS = [
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AZURE_CLIENT_SECRET',
  'CLOUDSDK_AUTH_ACCESS_TOKEN',
  'GOOGLE_OAUTH_ACCESS_TOKEN',
  'VAULT_TOKEN',
  'BAO_TOKEN',
] as const;

const pkcs11 = (input: string): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what: `The input ${input} is a PKCS#11 URI, which is not read here`,
    remedy: 'Reach the token by a program sigstore-kms-NAME on PATH and write NAME://KEY (docs/keys.md).',
  });
