import { parseArgs } from 'node:util';
import type { Case } from '../contract.js';

/** What `npm run interop` is told. */
export interface InteropOptions {
  readonly smoke: boolean;
  readonly list: boolean;
  /** Whether docs/verifier-matrix.* are written instead of compared. */
  readonly write: boolean;
  /** A path for all results. */
  readonly json: string | undefined;
  /** Whether a case is to be run. */
  wants(each: Case): boolean;
  /** Whether some cases are left out. */
  readonly partial: boolean;
}

export const USAGE = `usage: npm run interop -- [--smoke] [--only VERIFIER,...] [--exhibit ID,...] [--place ID,...]
                         [--list] [--json FILE] [--write]
  --smoke   a subset that takes a minute or two
  --only    these verifiers alone: kyverno stands for all of kyverno-*
  --list    only say which cases there are
  --json    write every result to a file
  --write   write docs/verifier-matrix.md and .json; without it the run fails where a cell differs from them`;

/** Reads the arguments. Throws where one is not known, or where --write is given with a part of the cases. */
export function readOptions(args: readonly string[]): InteropOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      smoke: { type: 'boolean', default: false },
      only: { type: 'string' },
      exhibit: { type: 'string' },
      place: { type: 'string' },
      list: { type: 'boolean', default: false },
      json: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const { smoke, list, write, json } = values;
  const partial = smoke || [values.only, values.exhibit, values.place].some((each) => each !== undefined);
  if (partial && write) throw new Error('--write needs every case: leave the other options out');
  const verifier = named(values.only);
  const exhibit = named(values.exhibit);
  const place = named(values.place);
  return {
    smoke,
    list,
    write,
    json,
    partial,
    wants: (each) =>
      verifier(each.verifier.id) &&
      exhibit(each.exhibit.id) &&
      place(each.place.id) &&
      (!smoke || (each.place.smoke && (each.exhibit.smoke ?? false) && (each.ask.smoke ?? true))),
  };
}

/** The ids that are meant: `kyverno` and `kyverno-cosign` alike. */
function named(text: string | undefined): (id: string) => boolean {
  if (text === undefined) return () => true;
  const names = text.split(',').map((name) => name.trim());
  return (id) => names.some((name) => id === name || id.startsWith(`${name}-`));
}
