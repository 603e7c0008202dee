import { createHash } from 'node:crypto';

/** The hash of a complete subtree of 2^level leaves, by its place among those of its level. */
export type NodeHash = (level: number, index: number) => Promise<Buffer>;

/** PATH(m, D[n]) of RFC 6962, section 2.1.1, for a leaf of a tree of `size` leaves. */
export async function inclusionPath(index: number, size: number, nodeHash: NodeHash): Promise<Buffer[]> {
  const path = async (start: number, end: number): Promise<Buffer[]> => {
    if (end - start <= 1) return [];
    const middle = start + splitPoint(end - start);
    return index < middle
      ? [...(await path(start, middle)), await subtree(middle, end, nodeHash)]
      : [...(await path(middle, end)), await subtree(start, middle, nodeHash)];
  };
  return path(0, size);
}

/** The root that a leaf and its path lead to; undefined where the path is not as long as such a tree's. */
export function rootOf(
  leaf: Buffer,
  index: number,
  size: number,
  path: readonly Buffer[],
): Buffer | undefined {
  const left = [...path];
  const climb = (start: number, end: number): Buffer | undefined => {
    if (end - start <= 1) return leaf;
    const sibling = left.pop();
    const middle = start + splitPoint(end - start);
    const own = index < middle ? climb(start, middle) : climb(middle, end);
    if (sibling === undefined || own === undefined) return undefined;
    return index < middle ? hashChildren(own, sibling) : hashChildren(sibling, own);
  };
  const root = index < size ? climb(0, size) : undefined;
  return left.length === 0 ? root : undefined;
}

export const hashLeaf = (data: Uint8Array): Buffer =>
  createHash('sha256').update(Buffer.of(0)).update(data).digest();

export const hashChildren = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();

async function subtree(start: number, end: number, nodeHash: NodeHash): Promise<Buffer> {
  const width = end - start;
  const level = Math.log2(width);
  if (Number.isInteger(level) && start % width === 0) return nodeHash(level, start / width);
  const middle = start + splitPoint(width);
  const [left, right] = [await subtree(start, middle, nodeHash), await subtree(middle, end, nodeHash)];
  return hashChildren(left, right);
}

/** The largest power of two below a number above 1. */
const splitPoint = (width: number): number => 2 ** (Math.ceil(Math.log2(width)) - 1);
