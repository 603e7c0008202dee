import { currentFirst, isEcdsa, type AuthorityPart, type LogPart } from '../trust/index.js';

/** What a form gets of a list that it has less room for, and what is said of the rest. */
export interface Chosen<T> {
  readonly part: T | undefined;
  readonly notes: readonly string[];
}

/**
 * The one key that a field for a single ECDSA key is given. Rekor v2 logs mostly have ed25519 keys, and what knows one
 * key alone speaks Rekor v1.
 */
export function oneEcdsaLog(logs: readonly LogPart[], what: string): Chosen<LogPart> {
  const fitting = currentFirst(logs).filter(isEcdsa);
  const [part, ...others] = fitting;
  return {
    part,
    notes: [
      ...leftOutKeys(logs, what),
      ...others.map(
        ({ url }) =>
          `There is room for one ${what}: ${url} is left out, and what it witnessed is not accepted.`,
      ),
    ],
  };
}

/** What is said of logs whose keys are of another kind than a field takes. */
export const leftOutKeys = (logs: readonly LogPart[], what: string): readonly string[] =>
  logs
    .filter((log) => !isEcdsa(log))
    .map(({ url, keyType }) => `Only ECDSA keys are read here: the ${what} ${url} (${keyType}) is left out.`);

/** The one timestamp authority of a form that knows one, with its own certificate first, as such forms want it. */
export function oneTsa(authorities: readonly AuthorityPart[]): Chosen<AuthorityPart> {
  const whole = currentFirst(authorities).filter(hasLeaf);
  const [part, ...others] = whole;
  return {
    part,
    notes: [
      ...authorities
        .filter((authority) => !hasLeaf(authority))
        .map(
          ({ url }) =>
            `The timestamp authority ${url} is left out: its chain must begin with its one signing certificate and end with a root.`,
        ),
      ...others.map(({ url }) => `There is room for one timestamp authority: ${url} is left out.`),
    ],
  };
}

const hasLeaf = ({ certificates }: AuthorityPart): boolean =>
  certificates.filter(({ isCa }) => !isCa).length === 1 && certificates.some((each) => each.isSelfSigned);

/** Every certificate of the authorities once, as PEM, in the order of the document. */
export const certificatesOf = (authorities: readonly AuthorityPart[]): string =>
  [...new Set(authorities.flatMap(({ certificates }) => certificates.map(({ pem }) => pem)))].join('');

/** What a form without windows of validity loses: those that end, or have not begun. `carried` is what it holds. */
export function lostWindows(carried: readonly (LogPart | AuthorityPart | undefined)[]): readonly string[] {
  const bounded = carried
    .flatMap((part) => part ?? [])
    .filter(({ end, validity }) => end !== undefined || validity === 'not yet');
  return bounded.map(({ url, start, end }) =>
    end === undefined
      ? `This form knows no windows of validity: ${url} is trusted at once, not from ${day(start)} on.`
      : `This form knows no windows of validity: ${url} is trusted beyond ${day(end)}.`,
  );
}

const day = (date: Date): string => date.toISOString().slice(0, 10);
