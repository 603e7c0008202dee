import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { hashChildren, hashLeaf, inclusionPath, rootOf, type NodeHash } from './merkle-proof.js';

const leaves = Array.from({ length: 70 }, (_, at) => hashLeaf(Buffer.from(`leaf ${at}`)));

/** MTH of RFC 6962, section 2.1. */
function treeHash(of: readonly Buffer[]): Buffer {
  const [first] = of;
  if (of.length <= 1) return first ?? Buffer.alloc(0);
  let split = 1;
  while (split * 2 < of.length) split *= 2;
  return hashChildren(treeHash(of.slice(0, split)), treeHash(of.slice(split)));
}

const nodeHash: NodeHash = (level, index) => {
  const width = 2 ** level;
  return Promise.resolve(treeHash(leaves.slice(index * width, (index + 1) * width)));
};

describe('inclusionPath', () => {
  it('leads from every leaf of every tree to its root', async () => {
    for (let size = 1; size <= leaves.length; size += 1) {
      const root = treeHash(leaves.slice(0, size));
      for (let index = 0; index < size; index += 1) {
        const path = await inclusionPath(index, size, nodeHash);
        const leaf = leaves[index] ?? Buffer.alloc(0);
        assert.ok(rootOf(leaf, index, size, path)?.equals(root), `${index} of ${size}`);
      }
    }
  });

  it('asks for complete subtrees of the tree alone', async () => {
    await inclusionPath(40, 67, (level, index) => {
      assert.ok((index + 1) * 2 ** level <= 67);
      return nodeHash(level, index);
    });
  });
});

describe('rootOf', () => {
  it('leads elsewhere from another leaf, from another place and along a changed path', async () => {
    const [size, index] = [13, 5];
    const path = await inclusionPath(index, size, nodeHash);
    const root = treeHash(leaves.slice(0, size));
    const [leaf = Buffer.alloc(0), other = Buffer.alloc(0)] = leaves.slice(index, index + 2);
    assert.ok(rootOf(leaf, index, size, path)?.equals(root));
    assert.ok(rootOf(other, index, size, path)?.equals(root) !== true);
    assert.ok(rootOf(leaf, index + 1, size, path)?.equals(root) !== true);
    assert.ok(rootOf(leaf, index, size, [other, ...path.slice(1)])?.equals(root) !== true);
  });

  it('takes no path of another length, and no leaf beyond the tree', async () => {
    const path = await inclusionPath(5, 13, nodeHash);
    const leaf = leaves[5] ?? Buffer.alloc(0);
    assert.equal(rootOf(leaf, 5, 13, path.slice(1)), undefined);
    assert.equal(rootOf(leaf, 5, 13, [...path, leaf]), undefined);
    assert.equal(rootOf(leaf, 13, 13, path), undefined);
  });
});
