/** The name that a misspelled one most likely meant. A longer one than this is no slip of the finger. */
export async function suggestion(name: string, names: readonly string[]): Promise<string | undefined> {
  if (name.length > MAX_MISSPELLED_CHARS) return undefined;
  const { nearest } = await import('@countersign/core/options');
  return nearest(name, names);
}

const MAX_MISSPELLED_CHARS = 64;
