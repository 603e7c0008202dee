import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { hashLeaf, MerkleTree } from './merkle-tree.js';

/** The tree that certificate transparency implementations test with. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => hashLeaf(Buffer.from(hex, 'hex')));
const ROOTS = new Map([
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
]);

const treeOf = (leaves: readonly Buffer[]): MerkleTree => {
  const tree = new MerkleTree();
  leaves.forEach((leaf, index) => {
    assert.equal(tree.append(leaf), index);
  });
  return tree;
};
const join = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();

/** RFC 9162 section 2.1.3.2 */
function rootByInclusion(leaf: Buffer, index: number, size: number, proof: readonly Buffer[]): Buffer {
  let [node, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    assert.notEqual(last, 0, 'the proof is too long');
    if (node % 2 === 1 || node === last) {
      hash = join(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node >> 1, last >> 1];
    } else {
      hash = join(hash, sibling);
    }
    [node, last] = [node >> 1, last >> 1];
  }
  assert.equal(last, 0, 'the proof is too short');
  return hash;
}

/** RFC 9162 section 2.1.4.2; for 0 < first < second. */
function rootsByConsistency(
  first: number,
  second: number,
  firstRoot: Buffer,
  proof: readonly Buffer[],
): [Buffer, Buffer] {
  const isPowerOfTwo = Number.isInteger(Math.log2(first));
  const [start, ...rest] = isPowerOfTwo ? [firstRoot, ...proof] : proof;
  assert.ok(start);
  let [node, last, old, young] = [first - 1, second - 1, start, start];
  while (node % 2 === 1) [node, last] = [node >> 1, last >> 1];
  for (const hash of rest) {
    assert.notEqual(last, 0, 'the proof is too long');
    if (node % 2 === 1 || node === last) {
      [old, young] = [join(hash, old), join(hash, young)];
      while (node % 2 === 0 && node !== 0) [node, last] = [node >> 1, last >> 1];
    } else {
      young = join(young, hash);
    }
    [node, last] = [node >> 1, last >> 1];
  }
  assert.equal(last, 0, 'the proof is too short');
  return [old, young];
}

describe('a Merkle tree', () => {
  it('has the roots that are known', () => {
    for (const [size, root] of ROOTS) {
      assert.equal(treeOf(LEAVES.slice(0, size)).root().toString('hex'), root);
      assert.equal(treeOf(LEAVES).root(size).toString('hex'), root, `after it has grown from ${size}`);
    }
  });

  it('proves each leaf in each of its sizes', () => {
    const tree = treeOf(LEAVES);
    for (let size = 1; size <= LEAVES.length; size += 1) {
      for (const [index, leaf] of LEAVES.slice(0, size).entries()) {
        const root = rootByInclusion(leaf, index, size, tree.inclusionProof(index, size));
        assert.ok(root.equals(tree.root(size)), `${index} in ${size}`);
      }
    }
  });

  it('proves that each of its sizes extends the ones before', () => {
    const tree = treeOf(LEAVES);
    for (let second = 2; second <= LEAVES.length; second += 1) {
      for (let first = 1; first < second; first += 1) {
        const proof = tree.consistencyProof(first, second);
        const [old, young] = rootsByConsistency(first, second, tree.root(first), proof);
        assert.ok(old.equals(tree.root(first)) && young.equals(tree.root(second)), `${first} to ${second}`);
      }
    }
    assert.deepEqual(tree.consistencyProof(8, 8), []);
  });

  it('proves nothing that is not there', () => {
    const tree = treeOf(LEAVES);
    assert.throws(() => tree.inclusionProof(8), RangeError);
    assert.throws(() => tree.inclusionProof(0, 9), RangeError);
    assert.throws(() => tree.consistencyProof(3, 2), RangeError);
  });
});
