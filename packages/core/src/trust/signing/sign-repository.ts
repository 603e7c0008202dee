import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import {
  Key,
  MetaFile,
  Metadata,
  Root,
  Signature,
  Snapshot,
  TargetFile,
  Targets,
  Timestamp,
} from '@tufjs/models';

/** A file that a TUF repository is to vouch for. */
export interface TargetToSign {
  /** Its name below `targets/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What stands at `custom` in the targets metadata. */
  readonly custom?: Custom;
}

type Custom = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Who signs each of the four roles. */
export type TufSigners = Readonly<Record<Role, TufSigner>>;

export interface TufSigner {
  readonly key: Key;
  readonly sign: (data: Buffer) => Signature;
}

export interface SignedTufRepository {
  /** What a client has to have beforehand: version 1 of the root metadata. */
  readonly root: Uint8Array;
  /** Every file by its path in the repository, as it is to be served. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

type Role = (typeof ROLES)[number];
const ROLES = ['root', 'timestamp', 'snapshot', 'targets'] as const;

/** Four fresh ed25519 keys. Whoever keeps them can sign later versions for the same root. */
export const newTufSigners = (): TufSigners => ({
  root: newSigner(),
  timestamp: newSigner(),
  snapshot: newSigner(),
  targets: newSigner(),
});

/**
 * A whole TUF repository (specification 1.0.31, section 4) with consistent snapshots: what lies at names that hold a
 * version or a hash never changes, so that a client reads no mixture of two versions. `version` is that of timestamp,
 * snapshot and targets; the root is always the first. Metadata says the length and the hash of what it points at.
 */
export function signTufRepository(
  targets: readonly TargetToSign[],
  options: { readonly expires: Date; readonly version?: number; readonly signers?: TufSigners },
): SignedTufRepository {
  const { version = 1, signers = newTufSigners() } = options;
  const common = (number: number) => ({
    version: number,
    specVersion: '1.0.31',
    expires: options.expires.toISOString().replace(/\.\d+Z$/, 'Z'),
  });
  const files = new Map<string, Uint8Array>();

  const root = new Root({ ...common(1), consistentSnapshot: true });
  for (const role of ROLES) root.addKey(signers[role].key, role);
  const rootBytes = signedBy(signers.root, root);
  // Under its bare name too: older clients ask for it where they are given no root.
  for (const name of ['1.root.json', 'root.json']) files.set(name, rootBytes);

  const list = new Targets(common(version));
  for (const { path, bytes, custom } of targets) {
    const hashes = { sha256: sha256(bytes) };
    const unrecognizedFields = custom === undefined ? {} : { custom: { ...custom } };
    list.addTarget(new TargetFile({ path, length: bytes.length, hashes, unrecognizedFields }));
    files.set(`targets/${hashes.sha256}.${path}`, bytes);
  }
  const targetsBytes = signedBy(signers.targets, list);
  files.set(`${version}.targets.json`, targetsBytes);

  const snapshot = new Snapshot({
    ...common(version),
    meta: { 'targets.json': metaOf(version, targetsBytes) },
  });
  const snapshotBytes = signedBy(signers.snapshot, snapshot);
  files.set(`${version}.snapshot.json`, snapshotBytes);

  const timestamp = new Timestamp({ ...common(version), snapshotMeta: metaOf(version, snapshotBytes) });
  files.set('timestamp.json', signedBy(signers.timestamp, timestamp));
  return { root: rootBytes, files };
}

function newSigner(): TufSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  // The hash of the key's canonical JSON: clients of the go-tuf 0.x line compute it and refuse another id.
  const canonical = `{"keytype":"ed25519","keyval":{"public":"${raw}"},"scheme":"ed25519"}`;
  const keyID = sha256(Buffer.from(canonical));
  return {
    key: new Key({ keyID, keyType: 'ed25519', scheme: 'ed25519', keyVal: { public: raw } }),
    sign: (data) => new Signature({ keyID, sig: sign(null, data, privateKey).toString('hex') }),
  };
}

function signedBy(signer: TufSigner, content: Root | Targets | Snapshot | Timestamp): Buffer {
  const metadata = new Metadata(content);
  metadata.sign((data) => signer.sign(data));
  return Buffer.from(JSON.stringify(metadata.toJSON()));
}

const metaOf = (version: number, bytes: Uint8Array): MetaFile =>
  new MetaFile({ version, length: bytes.length, hashes: { sha256: sha256(bytes) } });

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
