import type { Digest } from '../oci/index.js';
import type { Answer } from './types.js';

/** The five answers. `remedy`: what someone has to do for another answer. */
export const verifies = (accepted: readonly Digest[]): Answer => ({
  verdict: 'verifies',
  why: '',
  remedy: '',
  accepted,
});

export const seesNothing = (why: string, remedy: string): Answer => ({
  verdict: 'sees-nothing',
  why,
  remedy,
  accepted: [],
});

export const refuses = (why: string, remedy: string): Answer => ({
  verdict: 'refuses',
  why,
  remedy,
  accepted: [],
});

export const there = (why: string, remedy: string): Answer => ({
  verdict: 'there',
  why,
  remedy,
  accepted: [],
});

export const cannot = (why: string, remedy: string): Answer => ({
  verdict: 'cannot',
  why,
  remedy,
  accepted: [],
});

/** Of a program that cannot be told where claims are. */
export const looksBesideImage = (): Answer =>
  cannot(
    'it looks beside the image alone, and the claims are in a repository of their own',
    'Store claims beside the image too, or use a verifier that can be told the repository.',
  );

/** Why one claim is not taken, and what would help. */
export interface Objection {
  readonly why: string;
  readonly remedy: string;
}

/** What several refused claims come to: each different reason once, a bounded number of them. */
export function refusesAll(objections: readonly Objection[]): Answer {
  const reasons = [...new Set(objections.map(({ why }) => why))];
  const remedies = [...new Set(objections.map(({ remedy }) => remedy).filter((text) => text !== ''))];
  const more = reasons.length - MAX_REASONS;
  const shown = [...reasons.slice(0, MAX_REASONS), ...(more > 0 ? [`and ${more} more reasons`] : [])];
  return refuses(shown.join('; '), remedies.slice(0, MAX_REASONS).join(' '));
}

const MAX_REASONS = 3;
