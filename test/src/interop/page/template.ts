/** Fills `<!-- name -->` lines of a text. Throws for one without a value, and for a value without a line. */
export function fillTemplate(template: string, parts: Readonly<Record<string, string>>): string {
  const used = new Set<string>();
  const filled = template.replaceAll(/^<!-- ([a-z-]+) -->$/gm, (_, name: string) => {
    if (!Object.hasOwn(parts, name))
      throw new Error(`the page has a place for ${name}, and there is no such part`);
    used.add(name);
    return parts[name] ?? '';
  });
  const idle = Object.keys(parts).filter((name) => !used.has(name));
  if (idle.length > 0) throw new Error(`the page has no place for ${idle.join(', ')}`);
  return filled;
}
