import { CountersignError } from '@countersign/core/errors';
import { DEFAULT_TUF_LIFETIME_DAYS, MAX_TUF_LIFETIME_DAYS } from '@countersign/core/limits';
import { EXPORT_FORMATS, type ExportFormat } from '@countersign/core/trust-export';
import type { Arguments } from '../arguments.js';
import { invalidFlag, requiredFlag } from '../flag-values.js';

/** What `trust export` was asked for, checked. */
export interface ExportSwitches {
  readonly formats: readonly ExportFormat[];
  readonly outputDir: string;
  /** Of Kubernetes objects. */
  readonly name: string;
  readonly lifetimeMs: number;
  readonly force: boolean;
}

/** Throws INPUT_MISSING without --output-dir, INPUT_INVALID for a value that a flag does not have. */
export function readExportSwitches({ flags }: Arguments): ExportSwitches {
  const outputDir = requiredFlag(
    flags,
    'output-dir',
    'Give --output-dir DIR: the folder that the files go to, one that is not there yet or is empty.',
  );
  return {
    formats: formatsOf(flags.get('format') ?? 'all'),
    outputDir,
    name: nameOf(flags.get('name') ?? 'sigstore'),
    lifetimeMs: lifetimeOf(flags.get('lifetime') ?? `${DEFAULT_TUF_LIFETIME_DAYS}d`),
    force: flags.get('force') === 'true',
  };
}

/** Flags of the export mean nothing to `inspect`: what is given and not looked at was meant otherwise. */
export function refuseExportFlags({ flags }: Arguments): void {
  const [extra] = ['format', 'output-dir', 'name', 'lifetime', 'force', 'signing-config'].filter((name) =>
    flags.has(name),
  );
  if (extra === undefined) return;
  throw new CountersignError('INPUTS_CONTRADICT', {
    what: `--${extra} is given to trust inspect, which writes nothing`,
    remedy: `Leave --${extra} out, or use trust export.`,
  });
}

function formatsOf(text: string): readonly ExportFormat[] {
  if (text === 'all') return EXPORT_FORMATS;
  const found = EXPORT_FORMATS.find((format) => format === text);
  if (found !== undefined) return [found];
  throw invalidFlag('format', text, `Give --format all, or one of: ${EXPORT_FORMATS.join(', ')}.`);
}

/** A DNS label (RFC 1123), as names of Kubernetes objects are. */
function nameOf(text: string): string {
  if (/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text)) return text;
  throw invalidFlag('name', text, 'Give lower-case letters, digits and dashes, 63 at most.');
}

function lifetimeOf(text: string): number {
  const days = Number(/^([1-9]\d{0,4})d$/.exec(text)?.[1]);
  if (days <= MAX_TUF_LIFETIME_DAYS) return days * DAY_MS;
  throw invalidFlag('lifetime', text, `Give whole days, such as 90d; at most ${MAX_TUF_LIFETIME_DAYS}d.`);
}

const DAY_MS = 24 * 60 * 60_000;
