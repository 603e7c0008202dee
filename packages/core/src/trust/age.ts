const UNITS: readonly (readonly [name: string, ms: number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** A duration in milliseconds for people, in its largest unit: `3 hours`. */
export function formatAge(ms: number): string {
  const [name, unit] = UNITS.find(([, size]) => ms >= size) ?? ['second', 1000];
  const count = Math.max(0, Math.floor(ms / unit));
  return `${String(count)} ${name}${count === 1 ? '' : 's'}`;
}
