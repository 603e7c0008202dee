import { hashLeaf, MerkleTree } from '../rekor/merkle-tree.js';
import { noteCheckpoint, type NoteKey } from './log-key.js';
import { ENTRIES_PER_TILE, entryBundle } from './tiles.js';

/** What the log proves of an entry against its newest published tree. */
export interface ProvenEntry {
  readonly index: number;
  readonly body: Buffer;
  readonly treeSize: number;
  readonly root: Buffer;
  readonly hashes: readonly Buffer[];
  readonly checkpoint: string;
}

/**
 * A transparency log in memory whose tree is read as tiles (C2SP tlog-tiles.md). An entry is in the tree at once, and
 * proven once a checkpoint is published that covers it.
 */
export class TileLog {
  readonly key: NoteKey;
  readonly #tree = new MerkleTree();
  readonly #bodies: Buffer[] = [];
  readonly #indexByLeafHash = new Map<string, number>();
  /** Sizes that a checkpoint told: partial tiles stand for these alone. */
  readonly #published = new Set<number>();
  #checkpoint: { readonly size: number; readonly root: Buffer; readonly text: string };

  constructor(key: NoteKey) {
    this.key = key;
    this.#checkpoint = this.publish();
  }

  /** Entries in the tree, published or not. */
  get size(): number {
    return this.#tree.size;
  }

  get checkpoint(): string {
    return this.#checkpoint.text;
  }

  /** Appends a canonical body; one that is there already is not appended again. */
  append(body: Buffer): { readonly index: number; readonly isNew: boolean } {
    const leaf = hashLeaf(body);
    const leafHash = leaf.toString('hex');
    const known = this.#indexByLeafHash.get(leafHash);
    if (known !== undefined) return { index: known, isNew: false };
    const index = this.#tree.append(leaf);
    this.#indexByLeafHash.set(leafHash, index);
    this.#bodies.push(body);
    return { index, isNew: true };
  }

  /** Signs the tree as it is now; a tree that did not grow keeps its checkpoint. */
  publish(): { readonly size: number; readonly root: Buffer; readonly text: string } {
    const size = this.#tree.size;
    if (this.#published.has(size)) return this.#checkpoint;
    const root = this.#tree.root();
    this.#published.add(size);
    this.#checkpoint = { size, root, text: noteCheckpoint(this.key, size, root) };
    return this.#checkpoint;
  }

  /** undefined where no checkpoint covers the entry yet. */
  prove(index: number): ProvenEntry | undefined {
    const body = this.#bodies[index];
    const { size, root, text } = this.#checkpoint;
    if (body === undefined || index >= size) return undefined;
    return {
      index,
      body,
      treeSize: size,
      root,
      hashes: this.#tree.inclusionProof(index, size),
      checkpoint: text,
    };
  }

  /** The hashes of a tile: of complete subtrees of 256^level leaves. undefined where there is no such tile. */
  tile(level: number, index: number, width: number): Buffer | undefined {
    if (!this.#stands(level, index, width)) return undefined;
    const start = index * ENTRIES_PER_TILE;
    return Buffer.concat(this.#tree.row(level * LEVELS_PER_TILE, start, start + width));
  }

  /** The entries of a tile of level 0, each with its length before it. */
  entryBundle(index: number, width: number): Buffer | undefined {
    if (!this.#stands(0, index, width)) return undefined;
    const start = index * ENTRIES_PER_TILE;
    return entryBundle(this.#bodies.slice(start, start + width));
  }

  /** A full tile stands for good, a partial one for published sizes and until the full one is there. */
  #stands(level: number, index: number, width: number): boolean {
    const span = ENTRIES_PER_TILE ** level;
    const wanted = (index * ENTRIES_PER_TILE + width) * span;
    const whole = (index + 1) * ENTRIES_PER_TILE * span;
    if (width === ENTRIES_PER_TILE) return wanted <= this.size;
    return (
      whole > this.size && this.#published.values().some((size) => size >= wanted && size < wanted + span)
    );
  }
}

/** Levels of the binary tree in one tile. */
const LEVELS_PER_TILE = 8;
