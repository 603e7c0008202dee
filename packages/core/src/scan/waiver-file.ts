import type { ErrorObject } from 'ajv';
import { memberAt } from '../json.js';
import { MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import { nearest } from '../nearest.js';
import type { Waiver } from './types.js';
import { daysAhead, isDay } from './waiver-days.js';
import { invalidWaivers } from './waiver-invalid.js';
import { packageFault, versionsFault } from './waiver-package.js';
import { readYaml, type YamlFile } from './waiver-yaml.js';

/**
 * Reads the waiver file (docs/schema/waivers.v1.json). Throws WAIVERS_INVALID naming the line: for a file that is no YAML,
 * an unknown or missing key, an end that is no day or more than `maxWaiverDays` ahead, versions that cannot be compared.
 * Waivers that have expired are read: that they no longer apply is told, not passed over.
 */
export async function parseWaivers(
  bytes: Uint8Array,
  path: string,
  limits: { readonly now: Date; readonly maxWaiverDays: number },
): Promise<readonly Waiver[]> {
  const file = await readYaml(bytes, path);
  const [error] = await schemaErrors(file.value);
  if (error !== undefined) throw invalidWaivers(path, faultText(error, file));
  const entries = memberAt(file.value, 'waivers') as readonly Entry[];
  return entries.map((entry, place) => {
    const waiver = waiverOf(entry, place + 1);
    const fault = faultOf(waiver, limits);
    if (fault === undefined) return waiver;
    const line = file.lineOf(['waivers', String(place)], fault.key);
    throw invalidWaivers(
      path,
      `line ${line}: ${fault.key} of waiver ${waiver.index} (${waiver.id}) ${fault.why}`,
    );
  });
}

/** An entry that follows the schema. */
interface Entry {
  readonly id: string;
  readonly package?: string;
  readonly versions?: string;
  readonly images?: readonly string[];
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
  readonly 'until-fixed'?: boolean;
  readonly 'allow-kev'?: boolean;
}

const waiverOf = (entry: Entry, index: number): Waiver => ({
  index,
  id: entry.id,
  package: entry.package,
  versions: entry.versions,
  images: entry.images ?? [],
  reason: entry.reason.trim(),
  owner: entry.owner.trim(),
  expires: entry.expires,
  untilFixed: entry['until-fixed'] ?? false,
  allowKev: entry['allow-kev'] ?? false,
});

/** What the schema cannot say. */
function faultOf(
  waiver: Waiver,
  { now, maxWaiverDays }: { readonly now: Date; readonly maxWaiverDays: number },
): { readonly key: string; readonly why: string } | undefined {
  if (!isDay(waiver.expires)) return { key: 'expires', why: `is no day: ${waiver.expires}` };
  const ahead = daysAhead(waiver.expires, now);
  if (ahead > maxWaiverDays)
    return {
      key: 'expires',
      why: `is ${ahead} days ahead, and at most ${maxWaiverDays} are allowed (max-waiver-days)`,
    };
  const blank = (['reason', 'owner'] as const).find((key) => waiver[key] === '');
  if (blank !== undefined) return { key: blank, why: 'is blank' };
  const unsaid = (['reason', 'owner'] as const).find((key) => /^TODO\b/i.test(waiver[key]));
  if (unsaid !== undefined)
    return { key: unsaid, why: 'is still to be written (TODO): nobody has accepted this risk yet' };
  const tagged = waiver.images.find(hasTag);
  if (tagged !== undefined)
    return {
      key: 'images',
      why: `has ${quoted(tagged)}: leave the tag out, as registry/repository (@sha256:… behind it for one digest)`,
    };
  const badPackage = packageFault(waiver.package);
  if (badPackage !== undefined) return { key: 'package', why: badPackage };
  const badVersions = versionsFault(waiver);
  return badVersions === undefined ? undefined : { key: 'versions', why: badVersions };
}

/** A tag is not part of a name: what it stands for changes. The port of a registry has a path behind it. */
const hasTag = (pattern: string): boolean =>
  /:[^/]*$/.test(pattern.replace(/^oci:/, '').replace(/@.*$/s, ''));

async function schemaErrors(value: unknown): Promise<readonly ErrorObject[]> {
  // Its module is a class: a bundler hands on the default export of such a one, and none of its names.
  const [{ default: ajvModule }, { default: schema }] = await Promise.all([
    import('ajv/dist/2020.js'),
    import('./waivers.v1.json', { with: { type: 'json' } }),
  ]);
  const validate = new ajvModule.Ajv2020({ strict: false, logger: false }).compile(schema);
  return validate(value) ? [] : (validate.errors ?? []);
}

function faultText({ instancePath, keyword, params, message }: ErrorObject, file: YamlFile): string {
  const given = params as Readonly<Record<string, unknown>>;
  const pointer = instancePath.split('/').slice(1);
  const where = placeText(pointer, file.value);
  if (keyword === 'additionalProperties') {
    const name = String(given.additionalProperty);
    const meant = nearest(name, pointer.length === 0 ? TOP_KEYS : WAIVER_KEYS);
    return (
      `line ${file.lineOf(pointer, name)}: ${where} has the unknown key ${quoted(name)}` +
      (meant === undefined
        ? ` (it has ${(pointer.length === 0 ? TOP_KEYS : WAIVER_KEYS).join(', ')})`
        : `; did you mean ${meant}?`)
    );
  }
  const line = `line ${file.lineOf(pointer)}: ${where}`;
  if (keyword === 'required') return `${line} lacks ${quoted(String(given.missingProperty))}`;
  if (keyword === 'type')
    return `${line} is not ${TYPE_WORDS[String(given.type)] ?? String(given.type)}${typeHint(pointer)}`;
  return `${line} ${ruleText(keyword, given, pointer) ?? message ?? 'is not as it should be'}`;
}

/** What a rule of the schema asks for, with what to write. */
function ruleText(
  keyword: string,
  { limit }: Readonly<Record<string, unknown>>,
  [, , key]: readonly string[],
): string | undefined {
  switch (keyword) {
    case 'minLength':
      return `has to have at least ${String(limit)} characters`;
    case 'maxLength':
      return `has to have at most ${String(limit)} characters`;
    case 'minItems':
      return 'is empty: leave it out for every image';
    case 'maxItems':
      return `has to have at most ${String(limit)} entries`;
    case 'const':
      return 'is not 1, the only version of this form';
    case 'pattern':
      return PATTERN_WORDS[key ?? ''];
    default:
      return undefined;
  }
}

const PATTERN_WORDS: Readonly<Record<string, string | undefined>> = {
  id: 'is no id of a vulnerability: write one such as CVE-2024-1234 or GHSA-xvch-5gv4-984h',
  images: 'is no name of an image: write registry/repository, * for any part of a name',
  expires: 'is no day: write YYYY-MM-DD',
};

function placeText([list, place, key]: readonly string[], value: unknown): string {
  if (place === undefined) return list ?? 'the file';
  const id: unknown = memberAt(value, 'waivers', Number(place), 'id');
  const waiver = `waiver ${Number(place) + 1}${typeof id === 'string' ? ` (${quoted(id)})` : ''}`;
  return key === undefined ? waiver : `${key} of ${waiver}`;
}

/** An empty file and an empty list are written, not left out: what is cut off must not read as nothing to waive. */
function typeHint([list, , key]: readonly string[]): string {
  if (key === 'expires') return ": write 'YYYY-MM-DD'";
  return key === undefined && (list === undefined || list === 'waivers')
    ? '; with nothing to waive write waivers: []'
    : '';
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, MAX_SHOWN_INPUT_CHARS));

const TYPE_WORDS: Readonly<Record<string, string | undefined>> = {
  object: 'an object (keys and values)',
  array: 'an array',
  string: 'a string',
  boolean: 'a boolean (true or false)',
};

const TOP_KEYS = ['version', 'waivers'];
const WAIVER_KEYS = [
  'id',
  'package',
  'versions',
  'images',
  'reason',
  'owner',
  'expires',
  'until-fixed',
  'allow-kev',
];
