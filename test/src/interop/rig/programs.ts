import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where `npm run tools` puts what it builds: outside the tree, kept between runs. */
const interopCache = (): string =>
  process.env.COUNTERSIGN_INTEROP_CACHE ?? join(homedir(), '.cache', 'countersign', 'interop');

/** The path of a program that `npm run tools -- NAME` built, there or not. */
export const programPath = (name: string): string => join(interopCache(), 'bin', name);

/** Programs that are not there. */
export interface NotBuilt {
  readonly missing: readonly string[];
  /** `budget`, or why else. */
  readonly why: string;
  /** Whether a run passes without them. */
  readonly excused: boolean;
}

/** Without these a run says too little, whatever the time: they are made first. */
export const NEVER_MISSING: readonly string[] = ['cosign', 'kyverno', 'policy-tester', 'cosign-2'];

/** Which of these programs are not there, and whether it was only for want of time; undefined where all are. */
export function notBuilt(names: readonly string[]): NotBuilt | undefined {
  const missing = names.filter((name) => !existsSync(programPath(name)));
  if (missing.length === 0) return undefined;
  const status = toolsStatus();
  const whys = missing.map((name) => status[name]?.why ?? `npm run tools -- ${name} has not been run`);
  return {
    missing,
    why: [...new Set(whys)].join('; '),
    excused: whys.every((why) => why === 'budget') && !missing.some((name) => NEVER_MISSING.includes(name)),
  };
}

/** What `npm run tools` last said of each program. */
function toolsStatus(): Readonly<Record<string, { readonly why?: string } | undefined>> {
  const path = join(interopCache(), 'tools-status.json');
  if (!existsSync(path)) return {};
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, { why?: string }>;
}
