/** Hashes or entries in a full tile. */
export const ENTRIES_PER_TILE = 256;

/** Which tile a path asks for. */
export interface TileName {
  readonly level: number | 'entries';
  readonly index: number;
  /** 1 to 256. */
  readonly width: number;
}

/**
 * Reads `L/N[.p/W]` (C2SP tlog-tiles.md): N in groups of three digits, all but the last with an x before it. undefined for
 * anything else, other spellings of the same number included.
 */
export function parseTile(path: string): TileName | undefined {
  const [, level, groups, width] =
    /^(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
  if (level === undefined || groups === undefined) return undefined;
  const index = Number(groups.replaceAll(/[x/]/g, ''));
  const partial = width === undefined ? ENTRIES_PER_TILE : Number(width);
  const named = `${level}/${tilePath(index)}${width === undefined ? '' : `.p/${partial}`}`;
  if (named !== path || partial < 1 || (width !== undefined && partial >= ENTRIES_PER_TILE)) return undefined;
  return { level: level === 'entries' ? level : Number(level), index, width: partial };
}

/** 1234067 as `x001/x234/067`. */
function tilePath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
}

/** Entries one after the other, each with its length in two bytes before it. */
export const entryBundle = (bodies: readonly Buffer[]): Buffer =>
  Buffer.concat(
    bodies.flatMap((body) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(body.length);
      return [length, body];
    }),
  );
