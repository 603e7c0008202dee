import { COSIGN_SIGNATURE, TYPES_OF_NAME } from '../claims/predicate-types.js';
import { CountersignError } from '../errors.js';
import { MAX_PREDICATE_TYPE_CHARS, MAX_REQUIREMENTS, MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import type { Requirement } from './types.js';

const ALL = '@all';

/**
 * Reads what must be there: `signature`, `sbom`, `provenance` (SLSA v1 or v0.2; one of them alone with cosign's words
 * `slsaprovenance1` and `slsaprovenance02`), `scan` (cosign's vuln v1 or in-toto's vulns v0.2), `vuln`
 * (cosign's alone), `openvex`, `notation` or predicate type URIs, separated by commas, spaces or line ends. Signature and provenance are demanded of the digest given and of each platform, of the digest alone with
 * platforms `index`; a document of the digest given, and everywhere where written `sbom@all` or `URI@all`.
 * Throws INPUT_MISSING for an empty list, INPUT_INVALID, INPUTS_CONTRADICT.
 */
export function parseRequirements(text: string, platforms: 'all' | 'index'): readonly Requirement[] {
  const words = [...new Set(text.split(/[\s,]+/).filter((word) => word !== ''))];
  if (words.length === 0) {
    throw new CountersignError('INPUT_MISSING', {
      what: 'require names nothing, so every image would pass',
      remedy: 'Give at least one of signature, sbom, provenance, scan, openvex or a predicate type URI.',
    });
  }
  if (words.length > MAX_REQUIREMENTS) {
    throw invalid(`require names ${words.length} things; at most ${MAX_REQUIREMENTS} are read`);
  }
  return words.map((word) => parseRequirement(word, platforms));
}

function parseRequirement(word: string, platforms: 'all' | 'index'): Requirement {
  const all = word.endsWith(ALL);
  const name = all ? word.slice(0, -ALL.length) : word;
  switch (name) {
    case 'signature':
    case COSIGN_SIGNATURE:
      return spread(word, 'signature', [COSIGN_SIGNATURE], all, platforms);
    case 'notation':
      return spread(word, 'notation', [], all, platforms);
    case 'provenance':
    case 'slsaprovenance':
      // Both words mean either version, though cosign's `slsaprovenance` is v0.2 alone.
      return spread(word, 'attestation', TYPES_OF_NAME.provenance, all, platforms);
    case 'slsaprovenance1':
    case 'slsaprovenance02':
      return spread(word, 'attestation', TYPES_OF_NAME[name], all, platforms);
    case 'sbom':
    case 'spdx':
    case 'cyclonedx':
    case 'scan':
    case 'vuln':
    case 'openvex':
      return { name: word, kind: 'attestation', predicateTypes: TYPES_OF_NAME[name], everywhere: all };
    default:
      checkUri(name);
      return { name: word, kind: 'attestation', predicateTypes: [name], everywhere: all };
  }
}

function spread(
  word: string,
  kind: Requirement['kind'],
  predicateTypes: readonly string[],
  all: boolean,
  platforms: 'all' | 'index',
): Requirement {
  if (all && platforms === 'index') {
    throw new CountersignError('INPUTS_CONTRADICT', {
      what: `require says ${word}, and platforms is index`,
      remedy: `Leave out "platforms: index" to demand it everywhere, or write ${word.slice(0, -ALL.length)} alone.`,
    });
  }
  return { name: word, kind, predicateTypes, everywhere: platforms === 'all' };
}

function checkUri(name: string): void {
  const isUri =
    name.length <= MAX_PREDICATE_TYPE_CHARS &&
    /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i.test(name) &&
    URL.canParse(name);
  if (!isUri)
    throw invalid(
      `require names ${JSON.stringify(name.slice(0, MAX_SHOWN_INPUT_CHARS))}, which is not known`,
    );
}

const invalid = (what: string): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what,
    remedy:
      'Use signature, notation, sbom, provenance, scan, vuln, openvex or whole predicate type URIs; with @all (sbom@all) of each platform too.',
  });
