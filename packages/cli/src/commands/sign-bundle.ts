import { randomUUID } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { CountersignError } from '@countersign/core/errors';
import { signBundleFile } from '@countersign/core/flows';
import { MAX_ARTIFACT_BYTES, MIN_SECRET_CHARS } from '@countersign/core/limits';
import { EXIT_CODE, resultDocument } from '@countersign/core/report';
import type { Invocation } from '../command.js';
import { readFileOf } from '../read-file.js';
import { servicesOf } from '../services.js';
import { readBundleOrder, type BundleOrder } from './sign-bundle-options.js';

/** `countersign sign-bundle`: the command-line protocol of sigstore-conformance. Nothing but a bundle that verifies is written. */
export async function run({ edge, arguments: given, output }: Invocation): Promise<number> {
  const order = readBundleOrder(given);
  await refuseSameFile(order);
  const artifact = await readFileOf('the file', order.artifact, MAX_ARTIFACT_BYTES);
  const secrets = new Set<string>();
  const services = servicesOf(edge, { secrets });
  // What is signed is in a log for good: whether its bundle can be kept is known before.
  const draft = await openDraft(order.bundle);
  try {
    const { bundle, verified } = await signBundleFile(
      {
        artifact,
        inToto: order.inToto,
        identity: identityOf(order, secrets),
        trust: order.trustedRoot === undefined ? PUBLIC_GOOD : { kind: 'file', path: order.trustedRoot },
        signingConfig:
          order.signingConfig === undefined ? PUBLIC_GOOD : { kind: 'file', path: order.signingConfig },
        publicLog: order.publicLog,
      },
      services,
    );
    await moveInto(order.bundle, draft, bundle);
    const { subject, predicateType } = verified;
    output.result(
      { ...resultDocument('sign-bundle'), subject, predicateType, bundle: order.bundle },
      `Signed ${subject} into ${order.bundle}`,
    );
    return EXIT_CODE.ok;
  } finally {
    services.close();
    await rm(draft, { force: true });
  }
}

const PUBLIC_GOOD = { kind: 'public-good' } as const;

/** The protocol hands the token over; nothing else is asked for one. */
const identityOf = ({ identityToken }: BundleOrder, secrets: Set<string>) => ({
  input: identityToken,
  runner: undefined,
  sigstoreIdToken: undefined,
  situation: 'not-a-runner' as const,
  mask: (secret: string) => {
    if (secret.length >= MIN_SECRET_CHARS) secrets.add(secret);
  },
});

/** An empty file beside the bundle to be, by a name that nobody can put a link at beforehand. */
async function openDraft(path: string): Promise<string> {
  const draft = `${path}.${randomUUID()}.new`;
  try {
    if ((await stat(path).catch(() => undefined))?.isDirectory() === true) throw new Error('it is a folder');
    await writeFile(draft, '', { flag: 'wx' });
    return draft;
  } catch (error) {
    throw notWritten(path, error);
  }
}

/** By rename, so that no half of a bundle is ever there. */
async function moveInto(path: string, draft: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    throw notWritten(path, error);
  }
}

async function refuseSameFile({ artifact, bundle }: BundleOrder): Promise<void> {
  const [one, other] = await Promise.all([artifact, bundle].map((path) => stat(path).catch(() => undefined)));
  if (one === undefined || one.ino !== other?.ino || one.dev !== other.dev) return;
  throw new CountersignError('INPUTS_CONTRADICT', {
    what: `--bundle ${JSON.stringify(bundle)} is the file to sign itself, which would be lost`,
    remedy: 'Give --bundle another path.',
  });
}

const notWritten = (path: string, error: unknown): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what: `the bundle cannot be written to ${JSON.stringify(path)} (${codeOf(error)})`,
    remedy: 'Give --bundle a path in a folder that is there and can be written to.',
    cause: error,
  });

const codeOf = (error: unknown): string =>
  error instanceof Error ? String('code' in error ? error.code : error.message) : String(error);
