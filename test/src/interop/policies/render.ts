import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parse, stringify } from 'yaml';

/** What a policy's placeholders stand for: any value of YAML, a whole block as well; undefined takes the member away. */
export type Values = Readonly<Record<string, unknown>>;

/** Beside the source of this file: YAML is not compiled. */
const FOLDER = resolve(import.meta.dirname, '../../../src/interop/policies');

/**
 * A policy of this folder with its placeholders filled in, as YAML. A placeholder is a scalar that is `$NAME` whole: values
 * are put into the document, never into its text, so that no value can become a part of the policy's form. Throws for a
 * placeholder without a value, and for a value without a placeholder.
 */
export const policyFile = async (name: string, values: Values): Promise<string> =>
  fillPolicy(await readFile(resolve(FOLDER, name), 'utf8'), values);

/** The same for a policy's text. */
export function fillPolicy(text: string, values: Values): string {
  const used = new Set<string>();
  const filled = fill(parse(text), values, used);
  const idle = Object.keys(values).filter((name) => !used.has(name));
  if (idle.length > 0) throw new Error(`the policy has no placeholder for ${idle.join(', ')}`);
  // No anchors: not every reader of these policies knows them.
  return stringify(filled, { lineWidth: 0, aliasDuplicateObjects: false });
}

function fill(node: unknown, values: Values, used: Set<string>): unknown {
  if (typeof node === 'string') {
    const name = /^\$([A-Z][A-Z_]*)$/.exec(node)?.[1];
    if (name === undefined) return node;
    if (!Object.hasOwn(values, name)) throw new Error(`the policy's placeholder $${name} has no value`);
    used.add(name);
    return values[name];
  }
  if (Array.isArray(node)) {
    return node.map((each) => fill(each, values, used)).filter((each) => each !== undefined);
  }
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .map(([key, each]) => [key, fill(each, values, used)] as const)
      .filter(([, each]) => each !== undefined),
  );
}
