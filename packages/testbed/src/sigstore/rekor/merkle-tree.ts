import { createHash } from 'node:crypto';

/** A growing Merkle tree (RFC 6962 section 2.1), with proofs for each size that it has had. */
export class MerkleTree {
  /** Hashes of the complete subtrees: those of 2^level leaves, from the left. */
  readonly #levels: Buffer[][] = [[]];

  get size(): number {
    return this.#levels[0]?.length ?? 0;
  }

  /** Appends the hash of a leaf and returns its index. */
  append(leaf: Buffer): number {
    const index = this.size;
    let hash = leaf;
    for (let level = 0; ; level += 1) {
      const row = (this.#levels[level] ??= []);
      row.push(hash);
      const left = row.at(-2);
      if (row.length % 2 === 1 || left === undefined) return index;
      hash = hashChildren(left, hash);
    }
  }

  root(size = this.size): Buffer {
    return size === 0 ? createHash('sha256').digest() : this.#subtree(0, size);
  }

  /** Hashes of complete subtrees of 2^level leaves, from the one numbered `start` to before `end`. */
  row(level: number, start: number, end: number): readonly Buffer[] {
    return (this.#levels[level] ?? []).slice(start, end);
  }

  /** PATH(m, D[n]) */
  inclusionProof(index: number, size = this.size): Buffer[] {
    if (index < 0 || index >= size || size > this.size) throw new RangeError('there is no such leaf');
    return this.#path(index, 0, size);
  }

  /** PROOF(m, D[n]); empty where one of the two is empty or both are the same. */
  consistencyProof(first: number, second = this.size): Buffer[] {
    if (first < 0 || first > second || second > this.size) throw new RangeError('there are no such trees');
    return first === 0 || first === second ? [] : this.#subproof(first, 0, second, true);
  }

  #path(index: number, start: number, end: number): Buffer[] {
    if (end - start <= 1) return [];
    const middle = start + splitPoint(end - start);
    return index < middle
      ? [...this.#path(index, start, middle), this.#subtree(middle, end)]
      : [...this.#path(index, middle, end), this.#subtree(start, middle)];
  }

  /** `known`: whether the verifier has the hash of the old tree that ends here already. */
  #subproof(first: number, start: number, end: number, known: boolean): Buffer[] {
    if (first === end) return known ? [] : [this.#subtree(start, end)];
    const middle = start + splitPoint(end - start);
    return first <= middle
      ? [...this.#subproof(first, start, middle, known), this.#subtree(middle, end)]
      : [...this.#subproof(first, middle, end, false), this.#subtree(start, middle)];
  }

  #subtree(start: number, end: number): Buffer {
    const width = end - start;
    const level = Math.log2(width);
    const complete = Number.isInteger(level) ? this.#levels[level]?.[start / width] : undefined;
    if (complete !== undefined) return complete;
    const middle = start + splitPoint(width);
    return hashChildren(this.#subtree(start, middle), this.#subtree(middle, end));
  }
}

export const hashLeaf = (data: Uint8Array): Buffer =>
  createHash('sha256').update(Buffer.of(0)).update(data).digest();

const hashChildren = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();

/** The largest power of two below a number above 1. */
const splitPoint = (width: number): number => 2 ** (Math.ceil(Math.log2(width)) - 1);
