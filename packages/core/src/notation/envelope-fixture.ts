import assert from 'node:assert/strict';
import { sign } from 'node:crypto';
import { encode, Tagged } from 'cborg';
import { algorithmOf, signOptions } from './algorithm.js';
import type { Certificate } from './certificate.js';
import {
  AUTHORITY,
  issue,
  issueChain,
  NOW,
  pemOf,
  timestampToken,
  TSA_LEAF,
  type Issued,
  type TokenRequest,
} from './fixture.js';
import {
  ENVELOPE_TYPE,
  notationSigner,
  parseNotationKey,
  parseTrustPolicy,
  signNotation,
  verifyNotation,
  type NotationFormat,
  type NotationVerdict,
  type TrustStatement,
} from './index.js';

/* Envelopes of tests, as Countersign makes them and as a hostile signer would, and a verdict about them. */

export const TARGET = {
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  digest: `sha256:${'ab'.repeat(32)}`,
  size: 1234,
};
const chain = issueChain();
export const [leaf, intermediate, root] = chain;
export const tsaRoot = issue({ name: 'tsa root', extensions: AUTHORITY });
export const tsa = issue({ name: 'tsa', issuer: tsaRoot, extensions: TSA_LEAF });

const pemKey = ({ privateKey }: Issued): string =>
  privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

interface Made {
  readonly of?: readonly Issued[];
  readonly expiry?: Date;
  readonly target?: typeof TARGET;
  readonly stamp?: Partial<TokenRequest>;
}

/** An envelope as Countersign makes it. */
export function made(
  format: NotationFormat,
  { of = chain, expiry, target = TARGET, stamp }: Made = {},
): Promise<Buffer> {
  const key = parseNotationKey(pemKey(of[0] ?? leaf), 'key.pem');
  return signNotation(target, {
    format,
    signer: notationSigner(key, pemOf(of), 'chain.pem', NOW),
    signingTime: NOW,
    expiry,
    agent: 'test',
    stamp:
      stamp &&
      ((signature) =>
        Promise.resolve(timestampToken({ signature, signer: tsa, certificates: [tsaRoot], ...stamp }))),
  });
}

export function statement(
  changes: Record<string, unknown> = {},
  verification: Record<string, unknown> = {},
): TrustStatement {
  const document = {
    version: '1.0',
    trustPolicies: [
      {
        name: 'acme',
        registryScopes: ['*'],
        signatureVerification: { level: 'strict', ...verification },
        trustStores: ['ca:acme'],
        trustedIdentities: ['x509.subject: C=US, ST=WA, O=Acme\\, Inc'],
        ...changes,
      },
    ],
  };
  const [found] = parseTrustPolicy(Buffer.from(JSON.stringify(document)), 'trustpolicy.json').statements;
  assert.ok(found);
  return found;
}

interface Asked {
  readonly by?: TrustStatement;
  readonly now?: Date;
  readonly mediaType?: string;
  readonly ca?: readonly Certificate[];
}

export const verified = (
  format: NotationFormat,
  bytes: Uint8Array,
  { by = statement(), now = NOW, mediaType = ENVELOPE_TYPE[format], ca = [root] }: Asked = {},
): Promise<NotationVerdict> =>
  verifyNotation(
    { mediaType, bytes },
    TARGET,
    by,
    ({ type }) => Promise.resolve(type === 'tsa' ? [tsaRoot] : type === 'ca' ? ca : []),
    now,
  );

export const codeOf = async (verdict: Promise<NotationVerdict>): Promise<string> =>
  (await verdict).error?.code ?? 'accepted';

/** What is changed before an envelope is signed again by its key. */
export interface Forgery {
  readonly attributes?: (attributes: Map<unknown, unknown>) => void;
  readonly unsigned?: (header: Map<unknown, unknown>) => void;
  /** Changes the signed header of COSE before it is signed. */
  readonly rewrite?: (header: Buffer) => Buffer;
  readonly payload?: Uint8Array;
  readonly of?: readonly Issued[];
  readonly signer?: Issued;
}

export const PAYLOAD = Buffer.from(JSON.stringify({ targetArtifact: TARGET }));
export const CRIT: Readonly<Record<NotationFormat, unknown>> = { jws: 'crit', cose: 2 };
export const ALG: Readonly<Record<NotationFormat, unknown>> = { jws: 'alg', cose: 1 };
export const CTY: Readonly<Record<NotationFormat, unknown>> = { jws: 'cty', cose: 3 };
export const CHAIN: Readonly<Record<NotationFormat, unknown>> = { jws: 'x5c', cose: 33 };
export const SCHEME = 'io.cncf.notary.signingScheme';
export const TIME = 'io.cncf.notary.signingTime';
export const EXPIRY = 'io.cncf.notary.expiry';

/** An envelope with its signed attributes and payload changed, and signed again. */
export function forged(
  format: NotationFormat,
  { attributes, unsigned, rewrite, payload = PAYLOAD, of = chain, signer }: Forgery = {},
): Buffer {
  const by = signer ?? of[0] ?? leaf;
  const algorithm = algorithmOf(by.publicKey);
  assert.ok(algorithm);
  const signed = new Map<unknown, unknown>([
    [ALG[format], format === 'jws' ? algorithm.jws : algorithm.cose],
    [CRIT[format], [SCHEME]],
    [CTY[format], 'application/vnd.cncf.notary.payload.v1+json'],
    [SCHEME, 'notary.x509'],
    [TIME, timeIn(format, NOW)],
  ]);
  attributes?.(signed);
  const header = new Map<unknown, unknown>([
    [CHAIN[format], of.map(({ raw }) => (format === 'jws' ? raw.toString('base64') : Uint8Array.from(raw)))],
  ]);
  unsigned?.(header);
  const signatureOf = (data: Uint8Array): Buffer =>
    sign(algorithm.hash, data, { key: by.privateKey, ...signOptions(algorithm) });
  if (format === 'jws') {
    const text = Buffer.from(JSON.stringify(Object.fromEntries(signed as Map<string, unknown>))).toString(
      'base64url',
    );
    const body = Buffer.from(payload).toString('base64url');
    const signature = signatureOf(Buffer.from(`${text}.${body}`)).toString('base64url');
    const plain = Object.fromEntries(header as Map<string, unknown>);
    return Buffer.from(JSON.stringify({ payload: body, protected: text, header: plain, signature }));
  }
  const plain = encode(signed);
  const bytes = rewrite === undefined ? plain : Uint8Array.from(rewrite(Buffer.from(plain)));
  const toSign = encode(['Signature1', bytes, new Uint8Array(0), Uint8Array.from(payload)]);
  const parts = [bytes, header, Uint8Array.from(payload), Uint8Array.from(signatureOf(toSign))];
  return Buffer.from(encode(new Tagged(18, parts)));
}

export const timeIn = (format: NotationFormat, time: Date): unknown =>
  format === 'jws' ? time.toISOString().replace('.000Z', 'Z') : new Tagged(1, Math.floor(+time / 1000));

export const jsonOf = (bytes: Buffer): Record<string, unknown> =>
  JSON.parse(bytes.toString()) as Record<string, unknown>;
