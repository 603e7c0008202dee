/** A part of a path, with what is below it. */
interface Part {
  readonly below: Map<string, Part>;
  /** It is taken away itself, with all below it. */
  isRemoved: boolean;
  /** All below it is taken away. */
  isEmptied: boolean;
}

/**
 * What a layer takes away from those below it, as a tree: to ask about a path takes as long as the path is, however many
 * whiteouts a layer has.
 */
export class Whiteouts {
  readonly #root = newPart();

  constructor({
    removed,
    emptied,
  }: {
    readonly removed: readonly string[];
    readonly emptied: readonly string[];
  }) {
    for (const path of removed) this.#part(path).isRemoved = true;
    for (const folder of emptied) this.#part(folder).isEmptied = true;
  }

  /** Whether a path of a layer below is gone. */
  takeAway(path: string): boolean {
    let here = this.#root;
    for (const name of path.split('/')) {
      if (here.isEmptied) return true;
      const next = here.below.get(name);
      if (next === undefined) return false;
      if (next.isRemoved) return true;
      here = next;
    }
    return false;
  }

  #part(path: string): Part {
    let here = this.#root;
    for (const name of path === '' ? [] : path.split('/')) {
      let next = here.below.get(name);
      if (next === undefined) here.below.set(name, (next = newPart()));
      here = next;
    }
    return here;
  }
}

const newPart = (): Part => ({ below: new Map(), isRemoved: false, isEmptied: false });
