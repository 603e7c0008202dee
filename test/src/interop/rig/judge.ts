import type { Answer, Expectation, State } from '../contract.js';

/** What an answer means where something was expected of it. */
export interface Judged {
  readonly state: State;
  readonly why?: string;
  readonly words?: string;
  readonly doctor?: 'agrees' | 'disagrees';
}

/** Longer words are cut for the report: a screenful says what went wrong. */
export const MAX_WORDS = 2000;

/** Compares an answer with what was expected of the verifier, at the version that it tells. Never throws. */
export function judge(answer: Answer, expected: Expectation, version: string): Judged {
  const unexpected = (why: string): Judged => ({
    state: 'unexpected',
    why,
    words: answer.words.slice(-MAX_WORDS),
  });
  const verdict = answer.accepted ? 'accepted' : 'refused';
  switch (expected.state) {
    case 'pass':
      return answer.accepted ? { state: 'pass' } : unexpected('it has to be accepted');
    case 'refused': {
      if (answer.accepted) return unexpected('it has to be refused');
      const words = expected.words.exec(answer.words)?.[0];
      if (words === undefined)
        return unexpected(`it was refused, but not in words like ${String(expected.words)}`);
      return { state: 'refused', words };
    }
    case 'cannot': {
      const words = expected.words.exec(answer.words)?.[0];
      if (answer.accepted) return unexpected(`it was accepted although: ${expected.why}`);
      if (words === undefined)
        return unexpected(`it was refused, but not in words like ${String(expected.words)}`);
      return { state: 'cannot', why: expected.why, words };
    }
    case 'fault': {
      const words = expected.words.exec(answer.words)?.[0];
      if (answer.accepted !== expected.accepts)
        return unexpected(`${verdict}: the fault is gone, its row has to be updated`);
      if (words === undefined)
        return unexpected(`the fault is there, but not in words like ${String(expected.words)}`);
      if (version !== expected.version)
        return unexpected(`the fault was seen in ${expected.version}, this is ${version}`);
      return { state: 'fault', why: expected.why, words };
    }
    case 'not-run':
      return unexpected(`it ran, although it was to be left out: ${expected.why}`);
  }
}
