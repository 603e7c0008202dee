import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CountersignError } from '@countersign/core/errors';
import { MAX_NOTATION_CERTIFICATES_BYTES } from '@countersign/core/limits';
import { trustPolicyFiles, type PolicyFiles } from '@countersign/core/notation';
import { claimedName, isFolder, parseReference } from '@countersign/core/reference';
import { EXIT_CODE, printable, resultDocument } from '@countersign/core/report';
import type { RunCommand } from '../command.js';
import { choiceFlag, requiredFlag } from '../flag-values.js';
import { readFileOf } from '../read-file.js';
import { subcommandOf } from '../subcommand.js';

/** `countersign notation policy`: a trust policy and trust store from what signs, and where it holds. */
export const run: RunCommand = async ({ arguments: { positionals, flags }, output }) => {
  const [word, ...places] = positionals;
  await subcommandOf('notation', ['policy'], word);
  const folder = requiredFlag(flags, 'output-dir', 'Give a folder that is not there yet.');
  const made = trustPolicyFiles({
    name: flags.get('name') ?? 'countersign',
    scopes: places.length === 0 ? refuseScopes() : places.map(scopeOf),
    level: choiceFlag(flags, 'level', ['strict', 'permissive', 'audit']),
    certificates: await pemFile(
      'the certificates',
      requiredFlag(
        flags,
        'notation-certificates',
        'Give the PEM chain that signs, leaf first and root last.',
      ),
    ),
    timestampAuthority: flags.has('tsa-certificates')
      ? await pemFile("the timestamp authority's certificates", flags.get('tsa-certificates') ?? '')
      : undefined,
  });
  await writeFolder(folder, made);
  output.result(
    {
      ...resultDocument('notation'),
      folder,
      trustedIdentity: made.identity,
      files: made.files.map(({ path }) => path),
      caution: made.caution ?? null,
    },
    [
      `Wrote ${join(folder, 'trustpolicy.json')} and its trust store; trusted: ${made.identity}`,
      ...(made.caution === undefined ? [] : [`Warning: ${made.caution}`]),
      'For notation: copy the folder to ~/.config/notation. For countersign: --notation-trust-policy and --require notation.',
    ]
      .map(printable)
      .join('\n'),
  );
  return EXIT_CODE.ok;
};

function refuseScopes(): never {
  throw new CountersignError('INPUT_MISSING', {
    what: 'No repository is given',
    remedy: 'Give each as registry/repository, or "*" for all.',
  });
}

/** As trust policies name a repository; a tag or a digest behind it is left out, since a statement holds for all of them. */
function scopeOf(place: string): string {
  if (place === '*') return place;
  const reference = parseReference(place);
  if (isFolder(reference)) return place;
  return claimedName({ host: reference.host, repository: reference.repository }).replace(
    /^index\.docker\.io\//,
    'docker.io/',
  );
}

const pemFile = async (what: string, path: string) => ({
  path,
  bytes: await readFileOf(what, path, MAX_NOTATION_CERTIFICATES_BYTES),
});

/** Made beside it and moved there: the folder is there whole or not at all, and nothing is written over. */
async function writeFolder(folder: string, { files }: PolicyFiles): Promise<void> {
  const target = resolve(folder);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await mkdir(target); // fails where something is there
    await mkdir(draft);
    for (const { path, text } of files) {
      await mkdir(dirname(join(draft, path)), { recursive: true });
      await writeFile(join(draft, path), text);
    }
    await rename(draft, target); // over the empty folder
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    await rm(draft, { recursive: true, force: true });
    if (code !== 'EEXIST') await rmdir(target).catch(() => undefined); // made a moment ago, and still empty
    throw new CountersignError('INPUT_INVALID', {
      what: `The folder ${JSON.stringify(folder)} cannot be written: ${code === 'EEXIST' ? 'it is there already' : code}`,
      remedy: 'Give a new folder in one that this user may write to.',
      cause: error,
    });
  }
}
