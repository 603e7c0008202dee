/**
 * The name that a misspelled or shortened one most likely meant: the only one that begins with it, else the nearest, if at
 * most a third of its letters are wrong.
 */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const [begun, ...others] = names.filter((candidate) => candidate.startsWith(name));
  if (begun !== undefined && others.length === 0 && name.length >= MIN_PREFIX_CHARS) return begun;
  const allowed = Math.max(1, Math.floor(name.length / 3));
  const [best] = names
    .map((candidate) => ({ candidate, distance: distance(name, candidate) }))
    .filter((each) => each.distance <= allowed)
    .sort((a, b) => a.distance - b.distance);
  return best?.candidate;
}

/** Fewer letters say little about what was meant, even where only one name begins with them. */
const MIN_PREFIX_CHARS = 3;

/**
 * How many slips of the finger lie between two texts: a letter too many, one missing, another one, or two neighbours
 * swapped (optimal string alignment), one row at a time.
 */
function distance(from: string, to: string): number {
  let [before, row]: [number[], number[]] = [
    [],
    Array.from({ length: to.length + 1 }, (_, column) => column),
  ];
  for (let index = 0; index < from.length; index++) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (from[index] === to[column - 1] ? 0 : 1);
      const swapped =
        index > 0 && column > 1 && from[index] === to[column - 2] && from[index - 1] === to[column - 1]
          ? (before[column - 2] ?? 0) + 1
          : Infinity;
      next.push(Math.min(replaced, swapped, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row[to.length] ?? 0;
}
