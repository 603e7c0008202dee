import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
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
  const artifact = await readFileOf('the file', order.artifact, MAX_ARTIFACT_BYTES);
  const secrets = new Set<string>();
  const services = servicesOf(edge, { secrets });
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
    await writeWhole(order.bundle, bundle);
    const { subject, predicateType } = verified;
    output.result(
      { ...resultDocument('sign-bundle'), subject, predicateType, bundle: order.bundle },
      `Signed ${subject} into ${order.bundle}`,
    );
    return EXIT_CODE.ok;
  } finally {
    services.close();
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

/** By rename, so that no half of a bundle is ever there, and by a name that nobody can put a link at beforehand. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}.new`;
  try {
    await writeFile(draft, bytes, { flag: 'wx' });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new CountersignError('INPUT_INVALID', {
      what: `the bundle cannot be written to ${JSON.stringify(path)} (${codeOf(error)})`,
      remedy: 'Give --bundle a path in a folder that is there and can be written to.',
      cause: error,
    });
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
