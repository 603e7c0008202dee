/** `1 finding`, `2 findings`; `many` where an s behind the word is not its plural. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
