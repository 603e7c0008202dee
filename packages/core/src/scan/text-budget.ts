/**
 * The first of `items` whose JSON comes to no more than `maxBytes` together, and how many follow. What is kept is a
 * beginning, without gaps: a list that is worst first leaves nothing worse out than it has.
 */
export function listWithin<Item, Shown>(
  items: readonly Item[],
  show: (item: Item) => Shown,
  maxBytes: number,
): { readonly kept: readonly Shown[]; readonly omitted: number } {
  const kept: Shown[] = [];
  let room = maxBytes;
  for (const item of items) {
    const shown = show(item);
    room -= Buffer.byteLength(JSON.stringify(shown)) + 1;
    if (room < 0) break;
    kept.push(shown);
  }
  return { kept, omitted: items.length - kept.length };
}
