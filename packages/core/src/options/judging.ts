import { CountersignError } from '../errors.js';
import { nearest } from '../nearest.js';
import type { GetOptions, TreeOptions, VerifyOptions } from '../flows/index.js';
import { parseRequirements, parseSignerRules, type Requirement, type SignerRule } from '../policy/index.js';
import { parsePublicKey } from '../public-key.js';
import { openReader, parsed, readCommon, type Parsed } from './common.js';
import type { OptionEdge } from './edge.js';
import { readPublicKeys } from './keys.js';
import { readNotationTrust } from './notation.js';
import { contradiction, invalidInput, type Reader } from './read.js';
import { settingsOf } from './catalogue.js';
import type { RawValues } from './setting.js';

/** The inputs of `verify`. Without an identity or a key it refuses. Throws errors of fault user that name the input. */
export async function parseVerify(raw: RawValues, edge: OptionEdge): Promise<Parsed<VerifyOptions>> {
  const reader = openReader('verify', raw, edge);
  const common = readCommon(reader, edge);
  const requirements = parseRequirements(reader.lines('require').join('\n'), common.platforms);
  const notation = await readNotationTrust(reader, edge);
  const asksNotation = requirements.some(({ kind }) => kind === 'notation');
  if (asksNotation !== (notation !== undefined)) {
    throw contradiction(
      asksNotation
        ? 'require says notation, and no notation-trust-policy says whom to trust'
        : 'notation-trust-policy is given, and require does not say notation',
      'Give both: "require: notation" (with others, such as signature) and the trust policy.',
    );
  }
  const options: VerifyOptions = {
    ...common,
    signers: requirements.every(({ kind }) => kind === 'notation')
      ? await refuseSigners(reader, edge)
      : await readSigners(reader, edge),
    requirements,
    notation,
    mode: reader.choice('mode', ['enforce', 'warn']),
    predicatesDir: reader.text('predicates-dir'),
  };
  return parsed(options, reader);
}

/** The inputs of `get`: one image, one type. Throws errors of fault user that name the input. */
export async function parseGet(raw: RawValues, edge: OptionEdge): Promise<Parsed<GetOptions>> {
  const reader = openReader('get', raw, edge);
  const common = readCommon(reader, edge, undefined, 'index');
  if (common.images.length !== 1) {
    throw contradiction('get is given several images', 'Give one image: one predicate is printed.');
  }
  const options: GetOptions = {
    ...common,
    signers: await readSigners(reader, edge),
    requirement: readType(reader.text('type')),
    platform: reader.text('platform'),
    all: reader.boolean('all'),
  };
  return parsed(options, reader);
}

function readType(text: string | undefined): Requirement {
  if (text === undefined) {
    throw new CountersignError('INPUT_MISSING', {
      what: 'type is not given',
      remedy: `Say what to print: ${PRINTED}.`,
    });
  }
  const [requirement, another] = requirementsOf(text);
  if (
    requirement === undefined ||
    another !== undefined ||
    requirement.everywhere ||
    requirement.kind !== 'attestation'
  ) {
    throw invalidInput('type', text, `Give one of: ${PRINTED}.`);
  }
  return requirement;
}

const PRINTED_NAMES = [
  'spdx',
  'cyclonedx',
  'sbom',
  'slsaprovenance',
  'slsaprovenance1',
  'slsaprovenance02',
  'vuln',
  'scan',
  'openvex',
];
const PRINTED = `${PRINTED_NAMES.join(', ')} or a predicate type URI`;

/** The words are those of verify's "require"; what it says of one that it does not know is about verify. */
function requirementsOf(text: string): readonly Requirement[] {
  try {
    return parseRequirements(text, 'index');
  } catch (error) {
    if (!(error instanceof CountersignError) || error.code !== 'INPUT_INVALID') throw error;
    const meant = nearest(text, PRINTED_NAMES);
    const question = meant === undefined ? '' : `Did you mean ${meant}? `;
    throw invalidInput('type', text, `${question}Give one of: ${PRINTED}.`);
  }
}

/** The inputs of `tree`, which shows every claim and who made it; an identity is not needed. */
export async function parseTree(raw: RawValues, edge: OptionEdge): Promise<Parsed<TreeOptions>> {
  const reader = openReader('tree', raw, edge);
  return parsed(
    {
      ...readCommon(reader, edge),
      signers: await readOptionalSigners('tree', reader, edge),
      notation: await readNotationTrust(reader, edge),
    },
    reader,
  );
}

/** Of Notation alone the trust policy says who is accepted: identities would say nothing. Throws INPUTS_CONTRADICT. */
async function refuseSigners(reader: Reader, edge: OptionEdge): Promise<readonly SignerRule[]> {
  if (!isSignerGiven('verify', reader)) return [];
  await readSigners(reader, edge);
  throw contradiction(
    'An identity or a key is given, and require says notation alone',
    'Add signature to require, or leave the identity out: the trust policy says who is accepted.',
  );
}

/** Who is accepted, for a command that can do without; empty where nothing says so. */
export async function readOptionalSigners(
  command: 'tree' | 'doctor',
  reader: Reader,
  edge: OptionEdge,
): Promise<readonly SignerRule[]> {
  return isSignerGiven(command, reader) ? readSigners(reader, edge) : [];
}

const isSignerGiven = (command: 'verify' | 'tree' | 'doctor', reader: Reader): boolean =>
  settingsOf(command).some(({ name, group }) => {
    const value = reader.text(name);
    return (group === 'signer' || name === 'key') && value !== undefined && value !== 'false';
  });

async function readSigners(reader: Reader, edge: OptionEdge): Promise<readonly SignerRule[]> {
  const keys = await readPublicKeys('key', reader, edge);
  // Here, where each key's name is known: the rules are made of the texts alone.
  for (const { name, pem } of keys) parsePublicKey(pem, name);
  return parseSignerRules({
    certificateIdentity: reader.lines('certificate-identity'),
    certificateIdentityRegexp: reader.lines('certificate-identity-regexp'),
    certificateOidcIssuer: reader.text('certificate-oidc-issuer'),
    sourceRepository: reader.lines('source-repository'),
    sourceOwner: reader.lines('source-owner'),
    sourceRef: reader.text('source-ref'),
    sourceDigest: reader.text('source-digest'),
    signerWorkflow: reader.lines('signer-workflow'),
    signerDigest: reader.text('signer-digest'),
    buildTrigger: reader.text('build-trigger'),
    denySelfHostedRunners: reader.boolean('deny-self-hosted-runners'),
    keys: keys.map(({ pem }) => pem),
  });
}
