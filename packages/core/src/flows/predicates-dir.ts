import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { shortNameOf } from '../claims/index.js';
import { CountersignError } from '../errors.js';
import { memberAt } from '../json.js';
import { hexOf } from '../oci/index.js';
import type { VerifiedClaim } from '../verify/index.js';

/**
 * The folder of `predicates-dir`, absolute. It must not be there yet, or be empty: what lay there from before would pass
 * for verified. Throws INPUT_INVALID.
 */
export async function freshFolder(folder: string, workDir: string): Promise<string> {
  const path = resolve(workDir, folder);
  const found = await lstat(path).catch((cause: unknown) => {
    if (memberAt(cause, 'code') === 'ENOENT') return undefined;
    throw unusable(folder, 'cannot be looked at', cause);
  });
  if (found === undefined) return path;
  if (!found.isDirectory()) throw unusable(folder, 'is not a folder');
  const names = await readdir(path).catch((cause: unknown) => {
    throw unusable(folder, 'cannot be read', cause);
  });
  if (names.length > 0) throw unusable(folder, 'is not empty');
  return path;
}

/**
 * Writes the predicates of claims, the newest first, as `sha256-HEX/NAME-N.json`: the digest they are about, a word of ours
 * for their type (spdx, cyclonedx, slsaprovenance, slsaprovenance02, vuln, vulns, openvex, predicate) and a number from 1. Nothing in a name is
 * the attestation's choice. The folder appears with all of them or not at all. Throws INPUT_INVALID.
 */
export async function writePredicates(path: string, claims: readonly VerifiedClaim[]): Promise<void> {
  const draft = join(dirname(path), `.${randomUUID()}`);
  try {
    await mkdir(draft, { recursive: true });
    const counts = new Map<string, number>();
    for (const { subject, predicateType, statement } of claims) {
      if (statement?.predicate === undefined) continue;
      const folder = `sha256-${hexOf(subject)}`;
      const stem = join(folder, shortNameOf(predicateType));
      const number = (counts.get(stem) ?? 0) + 1;
      counts.set(stem, number);
      await mkdir(join(draft, folder), { recursive: true });
      await writeFile(join(draft, `${stem}-${number}.json`), `${JSON.stringify(statement.predicate)}\n`, {
        flag: 'wx',
      });
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined); // its parent is why it failed
    throw unusable(path, 'cannot be written', cause);
  }
}

const unusable = (folder: string, why: string, cause?: unknown): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what: `The input predicates-dir names ${JSON.stringify(folder)}, which ${why}`,
    remedy: 'Name a folder that is not there yet, or an empty one, below one that may be written to.',
    cause,
  });
