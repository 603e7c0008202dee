import { shortNameOf } from '../claims/predicate-types.js';
import { counted } from '../counted.js';
import type { Diagnosis, Finding, Question, Verdict, VerifierId, VerifierProfile } from '../doctor/index.js';
import type { Digest } from '../oci/index.js';
import { code, markdown } from './markdown.js';
import { printable } from './printable.js';

/** What the doctor found out, and what it repaired. */
export interface DoctorReport {
  readonly images: readonly {
    readonly reference: string;
    readonly diagnoses: readonly Diagnosis[];
  }[];
  /** All that were asked, in the order of the tables. */
  readonly verifiers: readonly VerifierProfile[];
  /** Verifiers that were asked for by name; undefined: all that count. */
  readonly asked: readonly VerifierId[] | undefined;
  /** undefined: no repair was asked for. */
  readonly repair?: {
    readonly dryRun: boolean;
    readonly done: readonly RepairNote[];
    /** What stays as it is, with the reason. */
    readonly left: readonly RepairNote[];
  };
}

export interface RepairNote {
  readonly reference: string;
  readonly subject: Digest;
  readonly text: string;
}

/** For a terminal: one table for all digests that fare alike, then the reasons, each once. */
export function doctorLines(report: DoctorReport): readonly string[] {
  return [
    ...report.images.flatMap(({ reference, diagnoses }) => [
      ...(report.images.length > 1 ? [printable(reference)] : []),
      ...groupsOf(diagnoses, report).flatMap((group) => groupLines(group, report)),
    ]),
    ...repairLines(report).map(printable),
  ];
}

/** The same as Markdown: nothing of others becomes markup. */
export function doctorMarkdown(report: DoctorReport): string {
  const lines = report.images.flatMap(({ reference, diagnoses }) => [
    `### ${code(reference)}`,
    '',
    ...groupsOf(diagnoses, report).flatMap((group) => groupMarkdown(group, report)),
  ]);
  const repairs = repairLines(report);
  return [...lines, ...repairs.map((line) => `- ${markdown(line)}`)].join('\n') + '\n';
}

/** The member `doctor` of the document. */
export const doctorDocument = ({ images, verifiers, asked, repair }: DoctorReport): object => ({
  asked: asked ?? null,
  verifiers: verifiers.map(({ id, title, versions, reads, counted: counts }) => ({
    id,
    title,
    versions,
    reads,
    counted: counts,
  })),
  images: images.map(({ reference, diagnoses }) => ({
    reference,
    digests: diagnoses.map(({ observation, questions }) => ({
      digest: observation.subject,
      platform: observation.platform ?? null,
      signers: signersOf(observation.claims),
      referrers: {
        source: observation.referrers.source,
        count: observation.referrers.entries.length,
        tag: observation.referrers.tag,
        unlisted: observation.referrers.unlisted.length,
      },
      unverified: observation.claims.flatMap(({ layout, digest, error }) =>
        error === undefined ? [] : [{ layout, digest, code: error.code, reason: error.message }],
      ),
      questions: questions.map(({ question, findings }) => ({
        predicateType: question.predicateType ?? null,
        by: question.by,
        witness: question.witness,
        answers: findings.map(({ verifier, verdict, why, remedy, caution, accepted }) => ({
          verifier: verifier.id,
          verdict,
          reason: why === '' ? null : why,
          remedy: remedy === '' ? null : remedy,
          caution: caution === '' ? null : caution,
          accepted,
        })),
      })),
    })),
  })),
  repair: repair ?? null,
});

/** The answers that fail a run: of the verifiers that were named, or of all that count. */
export function unseen({
  images,
  asked,
}: DoctorReport): readonly (Finding & { readonly question: Question })[] {
  const findings = images.flatMap(({ diagnoses }) =>
    diagnoses.flatMap(({ questions }) =>
      questions.flatMap(({ question, findings: all }) => all.map((one) => ({ ...one, question }))),
    ),
  );
  const counts = findings.filter(({ verifier }) =>
    asked === undefined ? verifier.counted : asked.includes(verifier.id),
  );
  // Who was named and is made for nothing of what is there does not see the image either.
  const idle = (asked ?? []).filter((id) =>
    counts.filter(({ verifier }) => verifier.id === id).every(({ verdict }) => verdict === 'cannot'),
  );
  return counts.filter(
    ({ verdict, verifier }) =>
      verdict === 'sees-nothing' || verdict === 'refuses' || idle.includes(verifier.id),
  );
}

interface Group {
  readonly names: readonly string[];
  readonly diagnosis: Diagnosis;
  readonly shown: Diagnosis['questions'];
}

/** Digests whose verifiers say the same, word for word, are one group. */
function groupsOf(diagnoses: readonly Diagnosis[], { asked }: DoctorReport): readonly Group[] {
  const groups = new Map<string, { names: string[]; diagnosis: Diagnosis; shown: Diagnosis['questions'] }>();
  for (const diagnosis of diagnoses) {
    const { observation } = diagnosis;
    // Who does not count, and was not named, has a row where there is something for it.
    const hasRow = ({ id, counted: counts }: VerifierProfile): boolean =>
      asked?.includes(id) ??
      (counts ||
        diagnosis.questions.some(({ findings }) =>
          findings.some(
            ({ verifier, verdict }) => verifier.id === id && (verdict === 'verifies' || verdict === 'there'),
          ),
        ));
    const shown = diagnosis.questions.map(({ question, findings }) => ({
      question,
      findings: findings.filter(({ verifier }) => hasRow(verifier)),
    }));
    const key = JSON.stringify([
      shown.map(({ question, findings }) => [
        question.predicateType,
        question.by,
        findings.map(({ verifier, verdict, why, caution }) => [verifier.id, verdict, why, caution]),
      ]),
      signersOf(observation.claims),
      observation.claims.map(({ error }) => error?.message),
    ]);
    const name =
      observation.platform === undefined
        ? observation.subject
        : `${observation.platform} ${observation.subject}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { names: [name], diagnosis, shown });
    else group.names.push(name);
  }
  return [...groups.values()];
}

function groupLines({ names, diagnosis, shown }: Group, report: DoctorReport): readonly string[] {
  const { observation } = diagnosis;
  return [
    ...names.map((name) => `  ${printable(name)}`),
    ...signersOf(observation.claims).map((signer) => `    signed by ${printable(signer)}`),
    ...tables(shown).map((line) => `    ${line}`),
    ...reasonsOf(shown, report).flatMap(({ who, what, why, remedy }) => [
      `    ${printable(`${who} (${what}): ${why}`)}`,
      ...(remedy === '' ? [] : [`      ${printable(remedy)}`]),
    ]),
    ...unverifiedOf(diagnosis).map((text) => `    ${printable(text)}`),
  ];
}

function groupMarkdown({ names, diagnosis, shown }: Group, report: DoctorReport): readonly string[] {
  const columns = shown.map(({ question }) => markdown(labelOf(question)));
  const [first] = shown;
  const rows = (first?.findings ?? []).map(({ verifier }, row) => {
    const cells = shown.map(({ findings }) => WORDS[findings[row]?.verdict ?? 'cannot']);
    return `| ${markdown(verifier.title)} | ${cells.join(' | ')} |`;
  });
  return [
    names.map(code).join('<br>'),
    '',
    `| verifier | ${columns.join(' | ')} |`,
    `| --- |${columns.map(() => ' --- |').join('')}`,
    ...rows,
    '',
    ...signersOf(diagnosis.observation.claims).map((signer) => `- signed by ${code(signer)}`),
    ...reasonsOf(shown, report).map(
      ({ who, what, why, remedy }) =>
        `- **${markdown(who)}** (${markdown(what)}): ${markdown(why)}${remedy === '' ? '' : ` ${markdown(remedy)}`}`,
    ),
    ...unverifiedOf(diagnosis).map((text) => `- ${markdown(text)}`),
    '',
  ];
}

const WORDS: Readonly<Record<Verdict, string>> = {
  verifies: 'verifies',
  'sees-nothing': 'sees nothing',
  refuses: 'refuses',
  there: 'there',
  cannot: '-',
};

/** Tables of a few questions each: a terminal is not wide. */
function tables(shown: Diagnosis['questions']): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < shown.length; at += COLUMNS) lines.push(...table(shown.slice(at, at + COLUMNS)));
  return lines;
}

const COLUMNS = 4;

function table(shown: Diagnosis['questions']): readonly string[] {
  const [first] = shown;
  const titles = ['verifier', ...(first?.findings ?? []).map(({ verifier }) => verifier.title)];
  const columns = shown.map(({ question, findings }) => [
    printable(labelOf(question)),
    ...findings.map(({ verdict }) => WORDS[verdict]),
  ]);
  const cells = [titles, ...columns];
  const widths = cells.map((column) => Math.max(...column.map((cell) => cell.length)));
  return titles.map((_, row) =>
    cells
      .map((column, index) => (column[row] ?? '').padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** The question in a word or two; a type of someone's own is cut. */
function labelOf({ predicateType, by }: Pick<Question, 'predicateType' | 'by'>): string {
  const suffix = by === 'key' ? ' (key)' : '';
  if (predicateType === undefined) return `signature${suffix}`;
  const short = shortNameOf(predicateType);
  if (short !== 'predicate') return `${short}${suffix}`;
  return `${predicateType.length > MAX_LABEL ? `${predicateType.slice(0, MAX_LABEL)}...` : predicateType}${suffix}`;
}

const MAX_LABEL = 48;

interface Reason {
  readonly who: string;
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

/** Each reason once, with the verifiers and the questions that it holds for. */
function reasonsOf(shown: Diagnosis['questions'], { asked }: DoctorReport): readonly Reason[] {
  const reasons = new Map<string, { who: Set<string>; what: Set<string>; why: string; remedy: string }>();
  for (const { question, findings } of shown) {
    for (const { verifier, verdict, why, remedy, caution } of findings) {
      // What a verifier is not made for, or nobody asked it, is told where it was named, and in the document.
      if (asked === undefined && (verdict === 'cannot' || !(verifier.counted || verdict === 'there')))
        continue;
      const said = verdict === 'verifies' ? caution : why;
      if (said === '') continue;
      const opening =
        verdict === 'verifies' ? 'careful: ' : `${WORDS[verdict] === '-' ? 'not for it' : WORDS[verdict]}: `;
      const key = `${opening}${said}\n${remedy}`;
      const reason = reasons.get(key) ?? { who: new Set(), what: new Set(), why: opening + said, remedy };
      reason.who.add(verifier.title);
      reason.what.add(labelOf(question));
      reasons.set(key, reason);
    }
  }
  return [...reasons.values()].map(({ who, what, why, remedy }) => ({
    who: [...who].join('; '),
    what: [...what].join(', '),
    why,
    remedy,
  }));
}

function signersOf(claims: Diagnosis['observation']['claims']): readonly string[] {
  const signers = claims.flatMap(({ verified }) => {
    if (verified === undefined) return [];
    const { signer } = verified;
    return signer.kind === 'key'
      ? [`the key ${signer.hint}`]
      : [`${signer.identity} (${signer.facts.issuer ?? 'no issuer'})`];
  });
  return [...new Set(signers)].slice(0, MAX_SIGNERS);
}

const MAX_SIGNERS = 20;

function unverifiedOf({ observation }: Diagnosis): readonly string[] {
  const failed = observation.claims.flatMap(({ layout, digest, error }) =>
    error === undefined ? [] : [`not verified: ${layout} ${digest}: ${error.message}`],
  );
  // Layers of two signers have the same digest, where they sign the same bytes.
  const shown = [...new Set(failed)].slice(0, MAX_UNVERIFIED);
  const more = new Set(failed).size - shown.length;
  return [...shown, ...(more > 0 ? [`and ${counted(more, 'more claim')} that did not verify`] : [])];
}

const MAX_UNVERIFIED = 10;

function repairLines({ repair, images }: DoctorReport): readonly string[] {
  if (repair === undefined) return [];
  // Of one image the digest says enough.
  const nameOf = ({ reference, subject }: RepairNote): string =>
    images.length > 1 ? `${reference} (${subject})` : subject;
  const { done, left, dryRun } = repair;
  const opening = dryRun ? 'would repair' : 'repaired';
  return [
    ...(done.length === 0 && left.length === 0 ? ['there is nothing that a repair could do'] : []),
    ...done.map((note) => `${opening} ${nameOf(note)}: ${note.text}`),
    ...left.map((note) => `left as it is ${nameOf(note)}: ${note.text}`),
  ];
}
