import type {
  Ask,
  Case,
  Exception,
  Exhibit,
  Expectation,
  Facts,
  PlaceFacts,
  Question,
  Subject,
  Verifier,
} from '../contract.js';

/** Every case there is: what each ask applies to, with what has to come out. Throws for an exception that fits no case. */
export function casesOf(
  verifiers: readonly Verifier[],
  exhibits: readonly Exhibit[],
  places: readonly PlaceFacts[],
  exceptions: ReadonlyMap<string, readonly Exception[]>,
): readonly Case[] {
  const used = new Set<Exception>();
  const cases: Case[] = [];
  for (const verifier of verifiers) {
    const rows = exceptions.get(verifier.id) ?? [];
    for (const place of places) {
      for (const exhibit of exhibits) {
        if (!(exhibit.places?.(place) ?? place.everything)) continue;
        if (verifier.tells?.(exhibit, place) === false) continue;
        for (const ask of verifier.asks) {
          if (!ask.applies(exhibit.facts, place)) continue;
          for (const subject of ask.subjects ?? exhibit.facts.subjects) {
            if (!holds(exhibit.facts, ask.question, subject)) continue;
            if (!tellsMore(exhibit, ask.question, subject, place)) continue;
            const row = rows.find((each) => fits(each, exhibit, ask, subject, place));
            if (row !== undefined) used.add(row);
            const expectation = row?.expect ?? ordinary(verifier, ask, exhibit, subject, place);
            cases.push({ verifier, ask, exhibit, place, subject, expectation });
          }
        }
      }
    }
    const idle = rows.filter((row) => !used.has(row));
    if (idle.length > 0) {
      throw new Error(`expectations/${verifier.id}.ts: rows that fit no case: ${idle.map(name).join('; ')}`);
    }
  }
  return cases;
}

/**
 * Whether a case may come out otherwise than one that is tried anyhow. Where a registry is tried for its own sake, one digest
 * and one kind of claim stand for all; and a twin is as wrong about its platforms as about its index.
 */
function tellsMore(
  { facts, twin }: Exhibit,
  question: Question,
  subject: Subject,
  place: PlaceFacts,
): boolean {
  const [oneType] = facts.predicateTypes;
  if (!place.everything && question.kind === 'attestation' && question.predicateType !== oneType)
    return false;
  return subject === 'index' || (place.everything && (twin === undefined || twin === 'dirty-platform'));
}

/** What has to come out where nothing else is said: what is right is accepted, a twin is refused. */
function ordinary(
  verifier: Verifier,
  ask: Ask,
  exhibit: Exhibit,
  subject: Subject,
  place: PlaceFacts,
): Expectation {
  const cannot = ask.cannot?.(exhibit.facts, place);
  if (cannot !== undefined) return { state: 'cannot', ...cannot };
  const { twin } = exhibit;
  if (twin === undefined || exhibit.spoils?.(ask.question, subject) === false) return { state: 'pass' };
  // Whoever only lists verifies nothing.
  if (ask.question.kind === 'list' && twin !== 'unsigned') return { state: 'pass' };
  if (twin === 'missing-chain' && ask.knowsIntermediates === true) return { state: 'pass' };
  return { state: 'refused', words: verifier.refusalOf?.[twin] ?? verifier.refusal };
}

/** Whether an exhibit has, or would have, what is asked for. */
function holds(facts: Facts, question: Question, subject: Subject): boolean {
  if (!facts.subjects.includes(subject)) return false;
  switch (question.kind) {
    case 'list':
      return true;
    case 'signature':
      return facts.signature;
    case 'attestation': {
      const { predicateTypes, platformPredicateTypes = predicateTypes } = facts;
      return (subject === 'index' ? predicateTypes : platformPredicateTypes).includes(question.predicateType);
    }
  }
}

const fits = (row: Exception, exhibit: Exhibit, ask: Ask, subject: Subject, place: PlaceFacts): boolean =>
  (row.exhibits instanceof RegExp ? row.exhibits.test(exhibit.id) : row.exhibits.includes(exhibit.id)) &&
  (row.asks?.includes(ask.id) ?? true) &&
  (row.subjects?.includes(subject) ?? true) &&
  (row.places?.(place) ?? true);

const name = ({ exhibits, asks = ['every ask'] }: Exception): string =>
  `${exhibits instanceof RegExp ? exhibits.source : exhibits.join(', ')} (${asks.join(', ')})`;
