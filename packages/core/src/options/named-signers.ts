import { parseSignerRules, type SignerRule } from '../policy/index.js';
import { parsePublicKey } from '../public-key.js';
import type { OptionEdge } from './edge.js';
import { readPublicKeys } from './keys.js';
import type { Reader } from './read.js';

/** Whose attestations count for one purpose, from the settings that begin with its name; empty where none is given. */
export async function readSignersOf(
  prefix: 'vex' | 'baseline',
  reader: Reader,
  edge: OptionEdge,
): Promise<readonly SignerRule[]> {
  const given = [
    'certificate-identity',
    'certificate-oidc-issuer',
    'source-repository',
    'signer-workflow',
    'key',
  ];
  if (given.every((name) => reader.text(`${prefix}-${name}`) === undefined)) return [];
  const keys = await readPublicKeys(`${prefix}-key`, reader, edge);
  for (const { name, pem } of keys) parsePublicKey(pem, name);
  return parseSignerRules({
    certificateIdentity: reader.lines(`${prefix}-certificate-identity`),
    certificateOidcIssuer: reader.text(`${prefix}-certificate-oidc-issuer`),
    sourceRepository: reader.lines(`${prefix}-source-repository`),
    signerWorkflow: reader.lines(`${prefix}-signer-workflow`),
    keys: keys.map(({ pem }) => pem),
  });
}
