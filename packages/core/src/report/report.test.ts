import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import { CountersignError, ERROR_CODES } from '../errors.js';
import type { ClaimReport, FlowReport, ImageReport } from './types.js';
import { MAX_SUMMARY_BYTES } from '../limits.js';
import type { Digest } from '../oci/index.js';
import { exitCodeOf, failureDocument, toDocument, toSummary, toText, verifyCommands } from './index.js';

const DOCS = join(import.meta.dirname, '../../../../docs');
const DIGEST = `sha256:${'a'.repeat(64)}` as Digest;
const PLATFORM = `sha256:${'b'.repeat(64)}` as Digest;
const IDENTITY = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';
const ISSUER = 'https://token.actions.githubusercontent.com';
const SIGNATURE = 'https://sigstore.dev/cosign/sign/v1';
const SPDX = 'https://spdx.dev/Document';

const CLAIM: ClaimReport = {
  subject: DIGEST,
  platform: undefined,
  predicateType: SIGNATURE,
  layout: 'bundle-referrer',
  digest: PLATFORM,
  identity: IDENTITY,
  issuer: ISSUER,
  logIndex: 7,
  state: 'stored',
  reason: undefined,
};
const PLANNED: ClaimReport = {
  subject: PLATFORM,
  platform: 'linux/amd64',
  predicateType: SPDX,
  layout: 'attestation-tag',
  digest: undefined,
  identity: undefined,
  issuer: undefined,
  logIndex: undefined,
  state: 'planned',
  reason: undefined,
};

const IMAGE: ImageReport = {
  reference: `registry.example/acme/app@${DIGEST}`,
  digest: DIGEST,
  platforms: [{ platform: 'linux/amd64', digest: PLATFORM }],
  claims: [CLAIM, PLANNED],
  requirements: [],
  error: undefined,
};

const SIGNED: FlowReport = {
  command: 'sign',
  status: 'ok',
  images: [IMAGE],
  bundles: [],
  signer: { identity: IDENTITY, issuer: ISSUER },
  figures: {
    logEntries: 2,
    timestamps: 2,
    certificates: 1,
    storedObjects: 4,
    requests: { registry: 12, rekor: 2 },
  },
  notices: [{ level: 'warning', text: 'Kyverno reads no more than 10,000,000 bytes' }],
  error: undefined,
};

const MISSING = new CountersignError('CLAIM_MISSING', {
  what: 'No signature of an accepted signer was found',
  remedy: 'Sign the image, or accept its signer.',
});
const UNAVAILABLE = new CountersignError('REGISTRY_UNAVAILABLE', {
  what: 'The registry did not answer',
  remedy: 'Run it again later.',
});

const REJECTED: FlowReport = {
  ...SIGNED,
  command: 'verify',
  status: 'rejected',
  images: [
    {
      ...IMAGE,
      claims: [{ ...CLAIM, state: 'rejected', reason: 'another workflow signed it' }],
      requirements: [
        { name: 'signature', subject: DIGEST, platform: undefined, met: false, reason: 'none found' },
      ],
      error: MISSING,
    },
  ],
  error: MISSING,
};
const UNDECIDED: FlowReport = {
  ...REJECTED,
  status: 'undecided',
  images: [{ ...IMAGE, claims: [], error: UNAVAILABLE }],
  error: UNAVAILABLE,
};
const SKIPPED: FlowReport = { ...SIGNED, status: 'skipped', images: [], signer: undefined };
const BY_KEY: FlowReport = { ...SIGNED, signer: { key: 'hint=' } };

describe('the document of a report', () => {
  const schema = JSON.parse(readFileSync(join(DOCS, 'schema/report.v1.json'), 'utf8')) as Schema;
  const parsed = (document: unknown): unknown => JSON.parse(JSON.stringify(document));

  for (const [what, document] of [
    ['a signed image', toDocument(SIGNED)],
    ['an image signed by a key', toDocument(BY_KEY)],
    ['a rejected image', toDocument(REJECTED)],
    ['an image that could not be decided', toDocument(UNDECIDED)],
    ['a skipped run', toDocument(SKIPPED)],
    ['a dry run', toDocument({ ...SIGNED, figures: { ...SIGNED.figures, planned: true } })],
    ['a run that ended before there was a report', failureDocument('verify', MISSING)],
  ] as const) {
    it(`fits docs/schema/report.v1.json for ${what}`, () => {
      assert.deepEqual(faults(schema, parsed(document)), []);
    });
    it(`leaves no member out for ${what}: what is not known is null`, () => {
      assert.deepEqual(parsed(document), document);
    });
  }

  const twins: ReadonlyMap<string, (document: Json) => unknown> = new Map([
    ['no apiVersion', (document) => without(document, 'apiVersion')],
    ['another apiVersion', (document) => ({ ...document, apiVersion: 'countersign/v2' })],
    ['a status that is none', (document) => ({ ...document, status: 'passed' })],
    ['images that are no list', (document) => ({ ...document, images: {} })],
    [
      'an image without its digest',
      (document) => ({ ...document, images: [{ reference: 'x', claims: [] }] }),
    ],
    [
      'real figures that say planned: false',
      (document) => ({ ...document, figures: { ...SIGNED.figures, planned: false } }),
    ],
    ['no error member', (document) => without(document, 'error')],
    [
      'an error without a remedy',
      (document) => ({ ...document, error: { code: 'X', fault: 'user', message: '' } }),
    ],
  ]);
  for (const [what, tamper] of twins) {
    it(`does not fit with ${what}`, () => {
      const document = parsed(toDocument(SIGNED)) as Json;
      assert.notDeepEqual(faults(schema, tamper(document)), []);
    });
  }
});

describe('the exit code', () => {
  const inStatus = (status: FlowReport['status'], error?: CountersignError): number =>
    exitCodeOf({ status, error, images: [{ error }] });
  const warned = (...errors: readonly CountersignError[]): number =>
    exitCodeOf({
      status: 'rejected',
      mode: 'warn',
      error: MISSING,
      images: errors.map((error) => ({ error })),
    });
  const failure = (code: 'INPUT_INVALID' | 'INTERNAL'): CountersignError =>
    new CountersignError(code, { what: 'x', remedy: 'y' });
  for (const [code, what, got] of [
    [0, 'a report that is ok', inStatus('ok')],
    [0, 'a skipped run', inStatus('skipped')],
    [1, 'a rejection', inStatus('rejected', MISSING)],
    [2, 'an error of the user', inStatus('error', failure('INPUT_INVALID'))],
    [3, 'no decision', inStatus('undecided', UNAVAILABLE)],
    [4, 'a defect', inStatus('error', failure('INTERNAL'))],
    [0, 'a rejection in the mode warn', warned(MISSING)],
    [3, 'a rejection in the mode warn beside an image that was not decided', warned(MISSING, UNAVAILABLE)],
    [2, 'a rejection in the mode warn beside a wrong input', warned(MISSING, failure('INPUT_INVALID'))],
  ] as const) {
    it(`is ${code} for ${what}`, () => {
      assert.equal(got, code);
    });
  }
});

describe('the text of a report', () => {
  for (const [report, first] of [
    [SIGNED, `Signed and verified: ${IMAGE.reference}`],
    [REJECTED, `Rejected: ${IMAGE.reference}`],
    [UNDECIDED, `Could not decide: ${IMAGE.reference}`],
    [SKIPPED, 'Skipped, nothing was signed'],
  ] as const) {
    it(`begins with the verdict and the whole digest: ${first.slice(0, 20)}`, () => {
      assert.equal(toText(report).split('\n')[0], first);
    });
  }
  it('says a verdict about an image once', () => {
    for (const [report, verdict] of [
      [
        { ...REJECTED, images: REJECTED.images.map((one) => ({ ...one, error: MISSING, requirements: [] })) },
        'Rejected',
      ],
      [{ ...UNDECIDED, images: [{ ...IMAGE, error: UNAVAILABLE }] }, 'Could not decide'],
    ] as const) {
      assert.equal(toText({ ...report, error: report.images[0].error }).split(`${verdict}:`).length, 2);
    }
  });
  it('says what to do about a rejection', () => {
    assert.ok(toText(REJECTED).includes(MISSING.remedy));
  });
  it('calls no undecided image rejected, in no format', () => {
    for (const text of [toText(UNDECIDED), toSummary(UNDECIDED)])
      assert.doesNotMatch(text, /rejected|accepted|verified/i);
  });
});

describe('a rejection', () => {
  const reason = 'signed by https://evil.example/x, which no rule accepts';
  const code = 'SIGNER_NOT_ALLOWED';
  const error = new CountersignError(code, { what: `lacks: ${reason}`, remedy: 'Accept the signer.' });
  const places = [
    [DIGEST, undefined],
    [PLATFORM, 'linux/amd64'],
  ] as const;
  const layouts = ['signature-tag', 'bundle-referrer'] as const;
  const claims = places.flatMap(([subject, platform]) =>
    layouts.map((layout): ClaimReport => ({
      ...{ ...CLAIM, subject, platform, layout, reason },
      state: 'rejected',
    })),
  );
  const requirements = places.flatMap(([subject, platform]) => [
    { name: 'sbom', subject, platform, met: false, reason: 'no sbom was found' },
    {
      ...{ name: 'signature', subject, platform, met: false },
      reason: layouts.map((layout) => `${layout} ${PLATFORM}: ${reason}`).join('; '),
    },
  ]);
  const image = { ...IMAGE, claims, requirements, error };
  const report: FlowReport = { ...REJECTED, images: [image], error, signer: undefined };

  it('says its code and reason first, each reason once, and then where', () => {
    const on = `linux/amd64 (${PLATFORM})`;
    const stored = 'signature-tag (log entry 7), bundle-referrer (log entry 7)';
    assert.deepEqual(toText(report).split('\n').slice(1, 9), [
      `  ${code}: ${reason}`,
      '    not accepted signature on the digest given',
      `    not accepted signature on ${on}`,
      `    rejected     ${SIGNATURE}, ${stored} by ${IDENTITY}`,
      `    rejected     ${SIGNATURE} on linux/amd64, ${stored} by ${IDENTITY}`,
      '  no sbom was found',
      '    missing      sbom on the digest given',
      `    missing      sbom on ${on}`,
    ]);
    assert.equal(toText(report).split(reason).length, 2);
    assert.ok(toText(report).includes(error.remedy));
  });
  it('is not softened for a claim that is not there: that is missing', () => {
    const bare = { ...image, claims: [], requirements: requirements.slice(0, 1) };
    const text = toText({ ...report, images: [bare] });
    assert.match(text, /missing {6}sbom on the digest given/);
    assert.doesNotMatch(text, /not accepted/);
  });
  it('of a claim beside an accepted one comes after what was found', () => {
    const [first] = requirements;
    assert.ok(first);
    const met = { ...image, requirements: [{ ...first, met: true, reason: undefined }], error: undefined };
    const lines = toText({ ...report, status: 'ok', images: [met], error: undefined }).split('\n');
    assert.deepEqual(lines.slice(1, 3), ['  found     sbom on the digest given', `  ${reason}`]);
  });
  it('has the same words in the summary', () => {
    const rows = toSummary(report).split('\n');
    assert.equal(rows.filter((row) => row.includes('✗ not accepted')).length, 2);
    assert.equal(rows.filter((row) => row.includes('✗ missing')).length, 2);
  });
});

describe('a claim in several layouts', () => {
  const layouts = [
    { ...CLAIM, layout: 'signature-tag', logIndex: 1 },
    { ...CLAIM, layout: 'bundle-referrer', logIndex: 2 },
  ] as const;
  it('is one line of the text, with each layout and log entry', () => {
    const text = toText({ ...SIGNED, images: [{ ...IMAGE, claims: layouts }] });
    assert.match(text, /signature-tag \(log entry 1\), bundle-referrer \(log entry 2\)/);
  });
  it('stays two lines where one layout was not reached', () => {
    const [first, second] = layouts;
    const claims = [first, { ...second, state: 'unreached', reason: 'immutable' } as const];
    const text = toText({ ...SIGNED, images: [{ ...IMAGE, claims }] });
    assert.equal(text.split('\n').filter((line) => line.includes(SIGNATURE)).length, 2);
  });
});

describe('a run that failed as a whole', () => {
  it('calls no image signed that it did not reach', () => {
    const error = new CountersignError('FULCIO_UNAVAILABLE', { what: 'no answer', remedy: 'Run again.' });
    const claims = [{ ...CLAIM, state: 'unreached', reason: 'the run ended before' } as const];
    for (const reached of [claims, []]) {
      const images = [{ ...IMAGE, claims: reached }];
      const [first = ''] = toText({ ...SIGNED, status: 'undecided', images, error }).split('\n');
      assert.match(first, /^Could not decide/);
    }
  });
});

describe('a dry run', () => {
  it('is never called signed', () => {
    const claims = [{ ...CLAIM, state: 'planned' } as const];
    const report = { ...SIGNED, images: [{ ...IMAGE, claims }] };
    for (const text of [toText(report), toSummary(report)]) assert.match(text, /Dry run, nothing was signed/);
  });
  it('says what would be needed, and of a real run what was used', () => {
    const planned = { ...SIGNED, figures: { ...SIGNED.figures, planned: true as const } };
    for (const format of [toText, toSummary]) {
      assert.match(
        format(planned),
        /Would need(:|&#58;) 1 certificate, 2 log entries, 2 timestamps, 4 objects;/,
      );
      assert.doesNotMatch(format(planned), /stored;/);
      assert.doesNotMatch(format(SIGNED), /would need/i);
      assert.match(format(SIGNED), /4 objects stored; requests/);
    }
  });
});

describe('a platform that an index names', () => {
  const platform = 'linux/x\n::set-output name=digest::forged \u001b[2J##[error]forged';
  const report: FlowReport = {
    ...REJECTED,
    images: [
      {
        ...IMAGE,
        claims: [{ ...CLAIM, platform }],
        requirements: [{ name: 'signature', subject: DIGEST, platform, met: false, reason: undefined }],
      },
    ],
  };
  it('makes no line, command or escape sequence of its own in the text', () => {
    assert.doesNotMatch(toText(report), /^\s*::|##\[/m);
    assert.ok(!toText(report).includes('\u001b'));
  });
});

describe('the lines for other verifiers', () => {
  it('name each claim on the digest given, with the identity that signed', () => {
    assert.deepEqual(verifyCommands(SIGNED), {
      cosign: [
        `cosign verify --certificate-identity ${IDENTITY} --certificate-oidc-issuer ${ISSUER} ${IMAGE.reference}`,
      ],
      gh: [
        `gh attestation verify oci://${IMAGE.reference} --bundle-from-oci --owner acme --predicate-type ${SIGNATURE} --cert-identity ${IDENTITY} --cert-oidc-issuer ${ISSUER}`,
      ],
    });
  });
  it('leave out what was only planned or not reached', () => {
    const images = [{ ...IMAGE, claims: [PLANNED, { ...CLAIM, state: 'unreached' as const }] }];
    assert.deepEqual(verifyCommands({ ...SIGNED, images }), { cosign: [], gh: [] });
  });
  it('let no identity end its shell word', () => {
    const signer = { identity: "x'; rm -rf ~ #$(id)`id`", issuer: ISSUER };
    const [line = ''] = verifyCommands({ ...SIGNED, signer }).cosign;
    assert.ok(
      line.includes("--certificate-identity 'x'\\''; rm -rf ~ #$(id)`id`' --certificate-oidc-issuer"),
    );
  });
  it('offer no gh line for what was stored in the old layouts alone: gh reads bundles', () => {
    const images = [{ ...IMAGE, claims: [{ ...CLAIM, layout: 'signature-tag' as const }] }];
    const { cosign, gh } = verifyCommands({ ...SIGNED, images });
    assert.deepEqual([cosign.length, gh.length], [1, 0]);
  });
  it("call SLSA v1 by cosign's own word, not by the one that means v0.2 to it", () => {
    const predicateType = 'https://slsa.dev/provenance/v1';
    const images = [{ ...IMAGE, claims: [{ ...CLAIM, predicateType }] }];
    const [line = ''] = verifyCommands({ ...SIGNED, images }).cosign;
    assert.match(line, / --type slsaprovenance1 /);
  });
  it('tell cosign of a signature repository, and offer no gh line, which looks beside the image alone', () => {
    const there = { ...IMAGE, signatureRepository: 'claims.example/acme/claims' };
    const { cosign, gh } = verifyCommands({ ...SIGNED, images: [there, IMAGE] });
    assert.deepEqual(
      cosign.map((line) => line.split(' ', 2)),
      [
        ['COSIGN_REPOSITORY=claims.example/acme/claims', 'cosign'],
        ['cosign', 'verify'],
      ],
    );
    assert.equal(gh.length, 1);
  });
  it('offer no gh line for a key', () => {
    assert.deepEqual(verifyCommands(BY_KEY).gh, []);
  });
});

describe('a report on claims in a signature repository', () => {
  const where = 'claims.example/acme/claims';
  const report = { ...SIGNED, images: [{ ...IMAGE, signatureRepository: where }] };
  it('says where they are, in the text, the summary and the document', () => {
    assert.match(toText(report), /^ {2}claims in claims\.example\/acme\/claims$/m);
    assert.match(toSummary(report), /Claims in <code>claims&#46;example/);
    assert.equal(toDocument(report).images[0]?.signatureRepository, where);
  });
  it('says nothing of it where they are beside the image', () => {
    assert.doesNotMatch(toText(SIGNED), /claims in/);
    assert.ok(!('signatureRepository' in (toDocument(SIGNED).images[0] ?? {})));
  });
});

describe('the summary', () => {
  const evil = '<img src=x> | [x](https://evil.example) @acme/all\n::error::forged ##[error]forged';
  const hostile: FlowReport = {
    ...REJECTED,
    images: [
      {
        ...IMAGE,
        claims: [{ ...CLAIM, predicateType: evil, identity: evil, state: 'rejected', reason: evil }],
        requirements: [{ name: 'sbom', subject: DIGEST, platform: undefined, met: false, reason: evil }],
      },
    ],
    notices: [{ level: 'warning', text: evil }],
    error: new CountersignError('CLAIM_MISSING', { what: evil, remedy: evil }),
  };
  it('lets no text of others become Markdown, HTML or a command', () => {
    const text = toSummary(hostile);
    assert.doesNotMatch(text, /<img|\]\(https|@acme|##\[/);
    assert.doesNotMatch(text, /^\s*::/m);
  });
  it('keeps every row of its table whole: a hostile cell adds none', () => {
    const cells = toSummary(hostile)
      .split('\n')
      .filter((line) => line.startsWith('| ') && line.includes('bundle-referrer'))
      .map((line) => line.split('|').length);
    assert.deepEqual(cells, [7]);
  });
  it('stays within its bound where every image failed at length', () => {
    const error = new CountersignError('CLAIM_MISSING', {
      what: '<'.repeat(20_000),
      remedy: '<'.repeat(20_000),
    });
    const images = Array.from({ length: 100 }, () => ({ ...IMAGE, error }));
    const notices = Array.from({ length: 10 }, () => ({
      level: 'notice' as const,
      text: '<'.repeat(20_000),
    }));
    assert.ok(Buffer.byteLength(toSummary({ ...REJECTED, images, notices, error })) <= MAX_SUMMARY_BYTES);
  });
  it('stays within its bound and says how many rows it left out', () => {
    const claims = Array.from({ length: 5000 }, (_, index) => ({
      ...CLAIM,
      reason: `${index} ${'long '.repeat(60)}`,
    }));
    const text = toSummary({ ...REJECTED, images: [{ ...IMAGE, claims }] });
    assert.ok(Buffer.byteLength(text) <= MAX_SUMMARY_BYTES);
    assert.match(text, /\d+ rows are left out here/);
  });
});

describe('docs/errors.md', () => {
  const headings = readFileSync(join(DOCS, 'errors.md'), 'utf8')
    .split('\n')
    .flatMap((line) => /^### (\S+)$/.exec(line)?.[1] ?? []);
  it('has a heading for every code, each once and none besides', () => {
    assert.deepEqual([...headings].sort(), [...ERROR_CODES].sort());
  });
});

type Json = Readonly<Record<string, unknown>>;

const without = (document: Json, member: string): Json =>
  Object.fromEntries(Object.entries(document).filter(([name]) => name !== member));

/** The keywords of JSON Schema 2020-12 that the schema uses. Any other is refused, so that none is passed over. */
interface Schema {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const KEYWORDS = new Set(
  '$schema $defs $ref title description type const enum pattern required properties additionalProperties items anyOf'.split(
    ' ',
  ),
);

/** Where a value does not fit, as paths. */
function faults(root: Schema, value: unknown, schema: Schema = root, path = '$'): string[] {
  const foreign = Object.keys(schema).filter((keyword) => !KEYWORDS.has(keyword));
  assert.deepEqual(foreign, [], 'keywords that this test does not check');
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    assert.ok(target, schema.$ref);
    return faults(root, value, target, path);
  }
  if (schema.anyOf !== undefined) {
    return schema.anyOf.some((each) => faults(root, value, each, path).length === 0) ? [] : [path];
  }
  const types = schema.type === undefined ? [typeOf(value)] : [schema.type].flat();
  const fits =
    (types.includes(typeOf(value)) || (types.includes('number') && typeOf(value) === 'integer')) &&
    (!('const' in schema) || schema.const === value) &&
    (schema.enum === undefined || schema.enum.includes(value)) &&
    (schema.pattern === undefined ||
      (typeof value === 'string' && new RegExp(schema.pattern, 'u').test(value)));
  if (!fits) return [path];
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined
      ? []
      : value.flatMap((item, index) => faults(root, item, items, `${path}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const members = value as Readonly<Record<string, unknown>>;
  return [
    ...(schema.required ?? [])
      .filter((name) => !Object.hasOwn(members, name))
      .map((name) => `${path}.${name}`),
    ...Object.entries(members).flatMap(([name, member]) => {
      const known = schema.properties?.[name] ?? schema.additionalProperties;
      return known === undefined ? [] : faults(root, member, known, `${path}.${name}`);
    }),
  ];
}

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};
