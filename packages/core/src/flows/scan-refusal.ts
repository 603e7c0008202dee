import { CountersignError } from '../errors.js';
import { MAX_NAMED_FINDINGS } from '../limits.js';
import type { JudgedFinding, ScanRecord, WaiverState } from '../scan/index.js';

/**
 * The error of a gate that something broke, undefined where all is clean. It names the findings, each with what broke it and
 * the version that fixes it, the waivers that have expired, and the shortest way out. Pure: the verdict is the records' own.
 */
export function refusalOfScan(records: readonly ScanRecord[]): CountersignError | undefined {
  const broken = records.filter(({ decision }) => decision.result === 'violations');
  // The record of an index holds what its platforms have.
  const [first] = broken.filter(({ subject }) => subject.platform === undefined);
  const [told] = first === undefined ? [broken] : [[first]];
  const findings = told.flatMap(({ decision }) => decision.findings.filter(isBreach));
  const [one] = told;
  if (one === undefined) return undefined;
  const expired = new Set(
    told
      .flatMap(({ decision }) => decision.waivers)
      .filter(({ state, matched }) => state === 'expired' && matched > 0),
  );
  const named = findings.slice(0, MAX_NAMED_FINDINGS).map(findingText);
  const more = findings.length - named.length;
  return new CountersignError('GATE_FAILED', {
    what:
      `${findings.length === 0 ? 'The gate refuses' : `${counted(findings.length)} the gate for`} ${one.subject.reference}` +
      (findings.length === 0
        ? tooManyNew(one)
        : `: ${[...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')}`) +
      [...expired].map((state) => `. ${expiredText(state)}`).join(''),
    remedy: remedyFor(findings, expired.size > 0),
  });
}

const counted = (count: number): string => (count === 1 ? '1 finding breaks' : `${count} findings break`);

const isBreach = ({ disposition }: JudgedFinding): boolean =>
  disposition.kind === 'open' && disposition.breaches.length > 0;

function findingText({ finding, disposition }: JudgedFinding): string {
  const {
    id,
    package: { name, version },
    fix,
    platforms,
  } = finding;
  const why = disposition.kind === 'open' ? disposition.breaches.map(({ text }) => text).join(', ') : '';
  const where = platforms.length === 0 ? '' : ` on ${platforms.slice(0, 4).join(', ')}`;
  return `${id} in ${name} ${version}${where} (${why}): ${fixText(fix)}`;
}

function fixText({ state, suggested }: JudgedFinding['finding']['fix']): string {
  if (suggested !== undefined) return `fixed in ${suggested}`;
  switch (state) {
    case 'fixed':
      return 'fixed, the version is not known';
    case 'wont-fix':
      return 'its distribution will not fix it';
    case 'not-fixed':
      return 'no fix yet';
    case 'unknown':
      return 'no fix known';
  }
}

const tooManyNew = ({ decision }: ScanRecord): string =>
  `: ${decision.newCount ?? 0} findings are not in the baseline, and at most ${decision.gate.maxNew ?? 0} may be`;

const expiredText = ({ waiver }: WaiverState): string =>
  `Waiver ${waiver.index} for ${waiver.id} (${waiver.owner}) expired on ${waiver.expires} and no longer applies`;

function remedyFor(findings: readonly JudgedFinding[], expired: boolean): string {
  const fixed = findings.some(({ finding }) => finding.fix.suggested !== undefined);
  const known = findings.some(({ finding }) => finding.kev !== undefined);
  return [
    ...(fixed ? ['Upgrade to the versions named and build again.'] : []),
    `${fixed ? 'Where that cannot be: accept' : 'Accept'} the risk for a while in .countersign/waivers.yaml${known ? ' (allow-kev: true for what is known to be exploited)' : ''}, or state with "vex" why the image is not affected.`,
    ...(expired ? ['An expired waiver is renewed by a new date, after looking at its reason again.'] : []),
  ].join(' ');
}
