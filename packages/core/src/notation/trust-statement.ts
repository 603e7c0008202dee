import { isObject } from '../json.js';
import { isPartOf, parseDistinguishedName, type DistinguishedName } from './distinguished-name.js';
import { quote } from './rejection.js';

export type ValidationType = 'integrity' | 'authenticity' | 'authenticTimestamp' | 'expiry' | 'revocation';
type ValidationAction = 'enforce' | 'log' | 'skip';
type TrustStoreType = 'ca' | 'signingAuthority' | 'tsa';

/** A named trust store: `ca:acme` is the folder `truststore/x509/ca/acme`. */
export interface TrustStoreName {
  readonly type: TrustStoreType;
  readonly name: string;
}

/** One statement of a trust policy: for which repositories, whom to trust, and how strictly. */
export interface TrustStatement {
  readonly name: string;
  /** `*` alone, or `host/repository`, exactly. */
  readonly scopes: readonly string[];
  readonly level: 'strict' | 'permissive' | 'audit' | 'skip';
  readonly actions: Readonly<Record<ValidationType, ValidationAction>>;
  readonly verifyTimestamp: 'always' | 'afterCertExpiry';
  readonly stores: readonly TrustStoreName[];
  /** `any` for `*`. */
  readonly identities: 'any' | readonly DistinguishedName[];
}

/** One member of `trustPolicies`. Throws an error that says what is wrong, without a code. */
export function parseStatement(value: unknown): TrustStatement {
  if (!isObject(value)) throw new Error('a statement is not an object');
  const name = value.name;
  if (typeof name !== 'string' || name === '') throw new Error('a statement has no name');
  const where = `the statement ${quote(name)}`;
  checkMembers(value, MEMBERS, where);
  const { level, actions, verifyTimestamp } = parseVerification(value.signatureVerification, where);
  const stores = texts(value.trustStores, `trustStores of ${where}`).map((text) => parseStore(text, where));
  const identities = texts(value.trustedIdentities, `trustedIdentities of ${where}`);
  if (level === 'skip' && stores.length + identities.length > 0) {
    throw new Error(`${where} skips verification and names trust stores or identities`);
  }
  if (level !== 'skip' && (stores.length === 0 || identities.length === 0)) {
    throw new Error(`${where} lacks trustStores or trustedIdentities`);
  }
  const scopes = texts(value.registryScopes, `registryScopes of ${where}`);
  checkScopes(scopes, where);
  return {
    name,
    scopes,
    level,
    actions,
    verifyTimestamp,
    stores,
    identities: parseIdentities(identities, where),
  };
}

/** Whether a statement trusts this subject. `subject` throws where it cannot be compared; then only `*` trusts it. */
export function trusts({ identities }: TrustStatement, subject: () => DistinguishedName): boolean {
  if (identities === 'any') return true;
  const name = subject();
  return identities.some((identity) => isPartOf(identity, name));
}

/** Throws for a member that is not known: it was meant to do something. */
export function checkMembers(
  object: Readonly<Record<string, unknown>>,
  known: readonly string[],
  where: string,
): void {
  const unknown = Object.keys(object).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`${where} has the member ${quote(unknown)}, which is not known`);
}

const TYPES: readonly ValidationType[] = [
  'integrity',
  'authenticity',
  'authenticTimestamp',
  'expiry',
  'revocation',
];
/** What each level does in the order of TYPES (specification, "Signature verification details"). */
const LEVELS: Readonly<Record<TrustStatement['level'], readonly ValidationAction[]>> = {
  strict: ['enforce', 'enforce', 'enforce', 'enforce', 'enforce'],
  permissive: ['enforce', 'enforce', 'log', 'log', 'log'],
  audit: ['enforce', 'log', 'log', 'log', 'log'],
  skip: ['skip', 'skip', 'skip', 'skip', 'skip'],
};

const DOMAIN =
  /^(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*(?::\d+)?$/;
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const STORE_NAME = /^[a-zA-Z0-9_.-]+$/;

const MEMBERS = ['name', 'registryScopes', 'signatureVerification', 'trustStores', 'trustedIdentities'];

function parseVerification(
  value: unknown,
  where: string,
): Pick<TrustStatement, 'level' | 'actions' | 'verifyTimestamp'> {
  if (!isObject(value)) throw new Error(`${where} has no signatureVerification`);
  checkMembers(value, ['level', 'override', 'verifyTimestamp'], where);
  const level = (['strict', 'permissive', 'audit', 'skip'] as const).find((each) => each === value.level);
  if (level === undefined) throw new Error(`${where} has the level ${quote(String(value.level))}`);
  const actions = Object.fromEntries(TYPES.map((type, at) => [type, LEVELS[level][at]])) as Record<
    ValidationType,
    ValidationAction
  >;
  const { override = {}, verifyTimestamp = 'always' } = value;
  if (!isObject(override)) throw new Error(`${where} has an override that is not an object`);
  if (level === 'skip' && Object.keys(override).length > 0)
    throw new Error(`${where} overrides the level skip`);
  for (const [name, action] of Object.entries(override)) {
    const type = TYPES.find((each) => each === name);
    if (type === undefined || type === 'integrity')
      throw new Error(`${where} cannot override ${quote(name)}`);
    if (action !== 'enforce' && action !== 'log' && !(action === 'skip' && type === 'revocation')) {
      throw new Error(`${where} cannot set ${type} to ${quote(String(action))}`);
    }
    actions[type] = action;
  }
  if (verifyTimestamp !== 'always' && verifyTimestamp !== 'afterCertExpiry') {
    throw new Error(`${where} has verifyTimestamp ${quote(String(verifyTimestamp))}`);
  }
  return { level, actions, verifyTimestamp };
}

function parseStore(text: string, where: string): TrustStoreName {
  const [type = '', name = '', ...more] = text.split(':');
  const known = (['ca', 'signingAuthority', 'tsa'] as const).find((each) => each === type);
  // A name is a folder's: "." and ".." are none, though notation's pattern takes them.
  if (known === undefined || more.length > 0 || !STORE_NAME.test(name) || name === '.' || name === '..') {
    throw new Error(
      `${where} has the trust store ${quote(text)}, not ca:NAME, signingAuthority:NAME or tsa:NAME`,
    );
  }
  return { type: known, name };
}

function parseIdentities(identities: readonly string[], where: string): TrustStatement['identities'] {
  if (identities.includes('*')) {
    if (identities.length > 1) throw new Error(`${where} trusts "*" and others beside it`);
    return 'any';
  }
  const names = identities.map((text): DistinguishedName => {
    // notation leaves other kinds to plugins, which are not run here: passing over one would trust less than was meant.
    if (!text.startsWith('x509.subject:')) {
      throw new Error(`${where} trusts ${quote(text)}; only "*" and "x509.subject: ..." are known`);
    }
    try {
      return parseDistinguishedName(text.slice('x509.subject:'.length).trim());
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`${where} trusts ${quote(text)}, which is no distinguished name: ${why}`, { cause });
    }
  });
  names.forEach((one, at) => {
    if (names.some((other, index) => index !== at && isPartOf(one, other))) {
      throw new Error(`${where} trusts identities that overlap`);
    }
  });
  return names;
}

function checkScopes(scopes: readonly string[], where: string): void {
  if (scopes.length === 0) throw new Error(`${where} has no registryScopes`);
  if (scopes.includes('*') && scopes.length > 1)
    throw new Error(`${where} holds for "*" and others beside it`);
  for (const scope of scopes) {
    const [domain = '', ...repository] = scope.split('/');
    const whole =
      DOMAIN.test(domain) && repository.length > 0 && repository.every((part) => COMPONENT.test(part));
    if (scope !== '*' && !whole) {
      throw new Error(`${where} has the scope ${quote(scope)}, not host/repository without a tag`);
    }
  }
}

function texts(value: unknown, what: string): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) {
    throw new Error(`${what} is not a list of texts`);
  }
  return value;
}
