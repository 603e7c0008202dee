import { CountersignError } from '../errors.js';
import { readStrictObject } from './json.js';
import { quote } from './rejection.js';
import { checkMembers, parseStatement, type TrustStatement } from './trust-statement.js';

/** A trust policy document: trustpolicy.json, or trustpolicy.oci.json of the same form. Made by parseTrustPolicy alone. */
export interface TrustPolicy {
  /** For messages. */
  readonly path: string;
  readonly statements: readonly TrustStatement[];
}

/**
 * Reads a trust policy (specs/trust-store-trust-policy.md, version 1.0) by the rules that notation holds it to, and stricter
 * where a slip would go unnoticed: a member that is not known or stands twice is refused. Throws TRUST_POLICY_INVALID.
 */
export function parseTrustPolicy(bytes: Uint8Array, path: string): TrustPolicy {
  try {
    const document = readStrictObject(bytes, 'document');
    checkMembers(document, ['version', 'trustPolicies'], 'The document');
    if (document.version !== '1.0')
      throw new Error(`its version is ${quote(String(document.version))}, not "1.0"`);
    const { trustPolicies } = document;
    if (!Array.isArray(trustPolicies) || trustPolicies.length === 0) throw new Error('it has no statement');
    const statements = trustPolicies.map(parseStatement);
    checkDistinct(
      statements.map(({ name }) => name),
      'the name',
    );
    checkDistinct(
      statements.flatMap(({ scopes }) => scopes),
      'the registry scope',
    );
    return { path, statements };
  } catch (cause) {
    throw new CountersignError('TRUST_POLICY_INVALID', {
      what: `The trust policy ${quote(path)} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`,
      remedy:
        'Write it as notation reads it (notaryproject.dev, "Trust store and trust policy"), or let "countersign notation policy" make it.',
      cause,
    });
  }
}

/** The statement for `host/repository`: the one that names it, else the one for `*`. Throws TRUST_POLICY_INVALID. */
export function statementFor({ path, statements }: TrustPolicy, repository: string): TrustStatement {
  const found =
    statements.find(({ scopes }) => scopes.includes(repository)) ??
    statements.find(({ scopes }) => scopes.includes('*'));
  if (found !== undefined) return found;
  throw new CountersignError('TRUST_POLICY_INVALID', {
    what: `The trust policy ${quote(path)} has no statement for ${repository}`,
    remedy: `Add "${repository}" to the registryScopes of the statement that is to hold for it.`,
  });
}

function checkDistinct(values: readonly string[], what: string): void {
  const twice = values.find((value, at) => values.indexOf(value) !== at);
  if (twice !== undefined) throw new Error(`${what} ${quote(twice)} stands twice`);
}
