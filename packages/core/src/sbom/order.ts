/** By code units: the same order everywhere, whatever the locale. */
export const compareText = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0;

/** Sorted by a text that each element has; of those with the same text the first stays first. */
export function sortedBy<T>(list: readonly T[], textOf: (element: T) => string): T[] {
  return list
    .map((element) => [textOf(element), element] as const)
    .sort(([left], [right]) => compareText(left, right))
    .map(([, element]) => element);
}

/** An object without some of its members. */
export const without = (
  object: Readonly<Record<string, unknown>>,
  members: ReadonlySet<string>,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).filter(([member]) => !members.has(member)));
