import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CountersignError } from '../errors.js';
import { MAX_TRUST_STORE_FILE_BYTES, MAX_TRUST_STORE_FILES } from '../limits.js';
import { readBounded, unreadable } from '../read-bounded.js';
import type { Certificate } from './certificate.js';
import { readCertificates } from './certificate-file.js';
import { isIssuedBy } from './chain.js';
import { quote } from './rejection.js';
import type { TrustStoreName } from './trust-statement.js';

/** Certificates of named stores, read when they are first asked for. Rejects with TRUST_POLICY_INVALID. */
export type TrustStore = (store: TrustStoreName) => Promise<readonly Certificate[]>;

/**
 * A trust store folder as notation has it: `x509/TYPE/NAME/*` below `truststore`, PEM or DER. Links and folders in a store
 * are refused, as are certificates that are no authority and not self-signed, and `tsa` certificates that are no root.
 */
export function openTrustStore(folder: string): TrustStore {
  const known = new Map<string, Promise<readonly Certificate[]>>();
  return (store) => {
    const key = `${store.type}:${store.name}`;
    const reading = known.get(key) ?? readStore(folder, store);
    known.set(key, reading);
    return reading;
  };
}

async function readStore(folder: string, { type, name }: TrustStoreName): Promise<readonly Certificate[]> {
  const where = `${type}:${name}`;
  const path = join(folder, 'x509', type, name);
  const files = await listFiles(path, where);
  if (files.length === 0) throw invalid(where, `the folder ${quote(path)} holds no certificate`);
  if (files.length > MAX_TRUST_STORE_FILES)
    throw invalid(where, `it has more than ${MAX_TRUST_STORE_FILES} files`);
  const certificates: Certificate[] = [];
  for (const file of files) {
    const at = join(path, file);
    let read: readonly Certificate[];
    try {
      read = readCertificates(await readBounded(at, MAX_TRUST_STORE_FILE_BYTES));
    } catch (cause) {
      throw invalid(
        where,
        `${quote(file)}: ${cause instanceof Error ? cause.message : unreadable(cause)}`,
        cause,
      );
    }
    for (const certificate of read) {
      const selfSigned = isIssuedBy(certificate, certificate);
      if (certificate.basicConstraints?.ca !== true && !selfSigned) {
        throw invalid(
          where,
          `${quote(file)} holds a certificate that is neither an authority nor self-signed`,
        );
      }
      if (type === 'tsa' && !selfSigned)
        throw invalid(where, `${quote(file)} holds a certificate that is no root`);
      certificates.push(certificate);
    }
  }
  return certificates;
}

async function listFiles(path: string, where: string): Promise<readonly string[]> {
  try {
    if (!(await lstat(path)).isDirectory())
      throw invalid(where, `${quote(path)} is no folder (links are refused)`);
    const entries = await readdir(path, { withFileTypes: true });
    const strange = entries.find((entry) => !entry.isFile());
    if (strange !== undefined) throw invalid(where, `${quote(strange.name)} is no file (links are refused)`);
    return entries.map(({ name }) => name).sort();
  } catch (error) {
    if (error instanceof CountersignError) throw error;
    throw invalid(where, `the folder ${quote(path)} ${unreadable(error)}`, error);
  }
}

const invalid = (store: string, why: string, cause?: unknown): CountersignError =>
  new CountersignError('TRUST_POLICY_INVALID', {
    what: `The trust store ${store} cannot be used: ${why}`,
    remedy:
      'Give the folder "truststore" of notation as notation-trust-store: x509/ca/NAME in it holds the root certificates, as files.',
    cause,
  });
