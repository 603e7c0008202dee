import { randomBytes } from 'node:crypto';
import type { SigningKey } from '../signing-key.js';
import { canonicalJson } from './canonical-json.js';
import { checkpoint } from './checkpoint.js';
import { hashLeaf, MerkleTree } from './merkle-tree.js';

/** An entry as Rekor's API gives it. */
export interface LogEntry {
  /** base64 of the canonical body. */
  readonly body: string;
  /** Seconds since the epoch. */
  readonly integratedTime: number;
  /** Hex of the SHA-256 of the log's SPKI. */
  readonly logID: string;
  readonly logIndex: number;
  readonly verification: {
    readonly inclusionProof: {
      readonly checkpoint: string;
      readonly hashes: readonly string[];
      readonly logIndex: number;
      readonly rootHash: string;
      readonly treeSize: number;
    };
    readonly signedEntryTimestamp: string;
  };
}

/** A transparency log in memory: one shard, one growing tree. Every entry is in the tree before it is answered. */
export class TransparencyLog {
  readonly key: SigningKey;
  /** Decimal, as the checkpoint's origin has it. */
  readonly treeId: string;
  readonly #now: () => Date;
  readonly #tree = new MerkleTree();
  readonly #entries: { readonly body: string; readonly integratedTime: number; readonly leafHash: string }[] =
    [];
  readonly #indexByLeafHash = new Map<string, number>();

  constructor(key: SigningKey, now: () => Date) {
    this.key = key;
    this.#now = now;
    // Trillian's ids are positive 64-bit numbers.
    this.treeId = (randomBytes(8).readBigUInt64BE() >> 1n).toString();
  }

  /** Appends a canonical body; one that is there already is not appended again. */
  append(body: Buffer): { readonly index: number; readonly isNew: boolean } {
    const leaf = hashLeaf(body);
    const leafHash = leaf.toString('hex');
    const known = this.#indexByLeafHash.get(leafHash);
    if (known !== undefined) return { index: known, isNew: false };
    const index = this.#tree.append(leaf);
    this.#indexByLeafHash.set(leafHash, index);
    this.#entries.push({
      body: body.toString('base64'),
      integratedTime: Math.floor(this.#now().getTime() / 1000),
      leafHash,
    });
    return { index, isNew: true };
  }

  /** The id of an entry: the tree's in hex, then the leaf hash. */
  uuid(index: number): string | undefined {
    const entry = this.#entries[index];
    return entry && BigInt(this.treeId).toString(16).padStart(16, '0') + entry.leafHash;
  }

  /** The index of an entry by its id, with or without the tree's part. */
  find(uuid: string): number | undefined {
    const index = this.#indexByLeafHash.get(uuid.slice(-64));
    return uuid.length === 64 || (index !== undefined && this.uuid(index) === uuid) ? index : undefined;
  }

  /** The index of a canonical body. */
  findBody(body: Buffer): number | undefined {
    return this.#indexByLeafHash.get(hashLeaf(body).toString('hex'));
  }

  /** An entry with its promise and a proof against the tree as it is now; undefined beyond the tree. */
  entry(index: number): LogEntry | undefined {
    const stored = this.#entries[index];
    if (stored === undefined) return undefined;
    const { body, integratedTime } = stored;
    const promised = { body, integratedTime, logID: this.key.id.toString('hex'), logIndex: index };
    return {
      ...promised,
      verification: {
        inclusionProof: {
          checkpoint: this.checkpoint(),
          hashes: this.#tree.inclusionProof(index).map(hex),
          logIndex: index,
          rootHash: hex(this.#tree.root()),
          treeSize: this.size,
        },
        signedEntryTimestamp: this.key.sign(Buffer.from(canonicalJson(promised))).toString('base64'),
      },
    };
  }

  get size(): number {
    return this.#tree.size;
  }

  /** The root of the tree at a size, in hex. */
  rootHash(size = this.size): string {
    return hex(this.#tree.root(size));
  }

  /** Hashes in hex. Throws a RangeError where there are no such trees. */
  consistencyProof(first: number, second: number): string[] {
    return this.#tree.consistencyProof(first, second).map(hex);
  }

  checkpoint(): string {
    return checkpoint(this.key, this.treeId, this.size, this.#tree.root());
  }
}

const hex = (hash: Buffer): string => hash.toString('hex');
