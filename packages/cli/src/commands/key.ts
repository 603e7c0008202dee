import { createPublicKey } from 'node:crypto';
import { CountersignError } from '@countersign/core/errors';
import { MAX_SHOWN_INPUT_CHARS } from '@countersign/core/limits';
import { readKeySources } from '@countersign/core/options';
import { EXIT_CODE, printable, resultDocument } from '@countersign/core/report';
import { encryptKey, ephemeralKey, publicHalf } from '@countersign/core/sign';
import type { Invocation, RunCommand } from '../command.js';
import { optionEdge, publicKeyOf } from '../option-edge.js';
import { subcommandOf } from '../subcommand.js';
import { writePair } from './key-files.js';

const ACTIONS = ['generate', 'public'] as const;

/** `countersign key`: the first word says what to do. */
export const run: RunCommand = async (invocation) => {
  const [word, extra] = invocation.arguments.positionals;
  if (extra !== undefined) {
    throw new CountersignError('INPUT_UNKNOWN', {
      what: `countersign key does not know what to do with ${JSON.stringify(extra.slice(0, MAX_SHOWN_INPUT_CHARS))}`,
      remedy: 'Give the key by --key, and where a new pair goes by --output-prefix.',
    });
  }
  switch (await subcommandOf('key', ACTIONS, word)) {
    case 'generate':
      return generate(invocation);
    case 'public':
      return printPublic(invocation);
  }
};

async function generate({ edge, arguments: { flags }, output }: Invocation): Promise<number> {
  refuseFlag(flags, 'key', 'generate');
  const prefix = flags.get('output-prefix') ?? 'countersign';
  const password = edge.env.COSIGN_PASSWORD;
  if (prefix === '')
    throw missing('--output-prefix is empty', 'Give a path: PREFIX.key and PREFIX.pub are written.');
  if (/(?:^|[/\\])\.{0,2}$/.test(prefix)) {
    throw new CountersignError('INPUT_INVALID', {
      what: `--output-prefix is ${JSON.stringify(prefix.slice(0, MAX_SHOWN_INPUT_CHARS))}, a folder: the files would be hidden ones`,
      remedy: 'Put a name behind the folder: FOLDER/NAME makes FOLDER/NAME.key and FOLDER/NAME.pub.',
    });
  }
  if (password === undefined) {
    throw missing(
      'COSIGN_PASSWORD is not set',
      'Set the environment variable to the password of the new key; the empty text stands for no password.',
    );
  }
  const key = await ephemeralKey();
  const files = await writePair(prefix, await encryptKey(key.privateKey, password), key.publicKeyPem);
  if (password === '')
    edge.stderr.write('The password is empty: whoever reads the file can sign with this key.\n');
  output.result(
    { ...resultDocument('key'), ...files, keyHint: key.hint, publicKey: key.publicKeyPem },
    printable(
      `Wrote ${files.privateKeyFile} (keep it secret) and ${files.publicKeyFile} (give it to verifiers).`,
    ),
  );
  return EXIT_CODE.ok;
}

async function printPublic({ edge, arguments: { flags }, output }: Invocation): Promise<number> {
  refuseFlag(flags, 'output-prefix', 'public');
  const given = flags.get('key') ?? '';
  if (given.trim() === '')
    throw missing(
      '--key is missing',
      'Give --key a path, env://NAME or the URI of a key management service.',
    );
  const options = await optionEdge(edge, () => undefined);
  const [key, another] = await readKeySources('key', given, [given.trim()], options);
  if (key === undefined || another !== undefined) throw missing('--key is missing', 'Give one key.');
  const publicKey = await publicKeyOf(key, edge);
  output.result(
    {
      ...resultDocument('key'),
      key: key.name,
      keyHint: publicHalf(createPublicKey(publicKey)).hint,
      publicKey,
    },
    publicKey,
  );
  return EXIT_CODE.ok;
}

function refuseFlag(flags: Invocation['arguments']['flags'], name: string, action: string): void {
  if (!flags.has(name)) return;
  throw new CountersignError('INPUTS_CONTRADICT', {
    what: `--${name} is given, which countersign key ${action} does not take`,
    remedy: `Leave --${name} out.`,
  });
}

const missing = (what: string, remedy: string): CountersignError =>
  new CountersignError('INPUT_MISSING', { what, remedy });
