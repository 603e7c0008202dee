import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, it } from '@jest/globals';
import { MAX_REPORT_VALUE_BYTES } from '../limits.js';
import { digestOf } from '../oci/index.js';
import { decide } from './decide.js';
import { GATE, input, NOW } from './decide-fixture.js';
import { fileBytes } from './read-file.js';
import { readScanReport } from './read-report.js';
import type { ScanReport } from './types.js';
import { vulnPredicate } from './vuln-predicate.js';

// eslint-disable-next-line @typescript-eslint/require-await -- an async iterable of pieces
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const readText = (text: string, size = 65_536): Promise<ScanReport> =>
  readScanReport(pieces(Buffer.from(text), size), 'report.json');
const read = (value: unknown, size?: number): Promise<ScanReport> => readText(JSON.stringify(value), size);
const refuses = (text: string, message?: RegExp): Promise<void> =>
  assert.rejects(readText(text), {
    code: 'REPORT_INVALID',
    fault: 'infrastructure',
    ...(message === undefined ? {} : { message }),
  });

const vulnerability = (parts: object = {}) => ({
  id: 'CVE-2024-1',
  severity: 'High',
  fix: {
    versions: ['1.2.6'],
    state: 'fixed',
    available: [{ version: '1.2.6', date: '2024-05-01', kind: 'advisory' }],
  },
  risk: 12.5,
  ...parts,
});
const match = (parts: object = {}, more: object = {}) => ({
  vulnerability: vulnerability(parts),
  relatedVulnerabilities: [],
  matchDetails: [],
  artifact: {
    name: 'minimist',
    version: '1.2.5',
    type: 'npm',
    locations: [],
    purl: 'pkg:npm/minimist@1.2.5',
  },
  ...more,
});
const grype = (matches: readonly unknown[] = [match()], parts: object = {}) => ({
  matches,
  source: { type: 'directory', target: '/src' },
  descriptor: { name: 'grype', version: '0.117.0', timestamp: '2026-11-21T10:00:00.123456789+01:00' },
  ...parts,
});
/** trivy, pkg/types/report.go: classes of results that are not about packages. */
const LOOKED_ELSEWHERE = ['secret', 'config', 'license', 'license-file', 'custom', 'none'].map((Class) => ({
  Target: Class,
  Class,
  Type: 'dockerfile',
}));
const onlyFinding = async (document: unknown) => (await read(document)).findings[0];

describe("grype's report", () => {
  const recording = resolve(import.meta.dirname, '../../../../test/src/scan/recordings/npm.grype.json');

  it('is read the same in pieces of any size, compact or not', async () => {
    const bytes = await readFile(recording);
    const whole = await readScanReport(pieces(bytes, bytes.length), 'r');
    const compact = JSON.stringify(JSON.parse(bytes.toString()));
    assert.equal(whole.findings.length, 3);
    for (const size of [1, 7, 100, 1000]) {
      assert.deepEqual(await readScanReport(pieces(bytes, size), 'r'), whole);
      assert.deepEqual(await readText(compact, size), whole);
    }
    assert.deepEqual(await readScanReport(fileBytes(recording), 'r'), whole);
    await assert.rejects(readScanReport(fileBytes(`${recording}.none`), 'r'), { code: 'ENOENT' });
  });

  it('tells scanner, database, time, target and digests', async () => {
    const report = await readScanReport(pieces(await readFile(recording), 4096), 'r');
    assert.deepEqual(report.scanner, {
      name: 'grype',
      version: '0.117.0',
      uri: 'pkg:github/anchore/grype@v0.117.0',
    });
    assert.equal(report.database.built?.toISOString(), '2026-11-01T00:00:00.000Z');
    assert.equal(report.database.version, 'v6.1.9');
    assert.equal(report.describes.length, 1);
    assert.ok(report.target.startsWith('registry.example/acme/app@sha256:'));
    const [first] = report.findings;
    assert.deepEqual(
      [first?.id, first?.aliases, first?.severity],
      ['GHSA-j8r2-6x86-q33q', ['CVE-2023-32681'], 'medium'],
    );
    assert.equal(first?.fix.availableSince?.toISOString(), '2023-05-22T00:00:00.000Z');
  });

  it('tells the checksum that the feed states in the address of the database', async () => {
    const from = `https://grype.example/v6/db.tar.zst?checksum=sha256%3A${'ab'.repeat(32)}`;
    const { database } = await read(
      grype([], {
        descriptor: {
          name: 'grype',
          version: '1',
          db: { status: { from, schemaVersion: 'v6.1.9', valid: true }, providers: {} },
        },
      }),
    );
    assert.equal(database.checksum, `sha256:${'ab'.repeat(32)}`);
  });

  it('takes EPSS, KEV and CVSS from whichever of the vulnerabilities is worst', async () => {
    const related = {
      id: 'CVE-2024-1',
      epss: [{ cve: 'CVE-2024-1', epss: 0.9 }],
      knownExploited: [{ cve: 'CVE-2024-1', dateAdded: '2024-02-01', knownRansomwareCampaignUse: 'Known' }],
      cvss: [{ version: '3.1', vector: 'V', metrics: { baseScore: 9.1 } }],
    };
    const own = {
      id: 'GHSA-1',
      epss: [{ epss: 0.1 }],
      cvss: [{ version: '3.1', vector: 'W', metrics: { baseScore: 5 } }],
    };
    const found = await onlyFinding(grype([match(own, { relatedVulnerabilities: [related] })]));
    assert.deepEqual(found?.aliases, ['CVE-2024-1']);
    assert.deepEqual(
      [found.epss, found.kev, found.cvss?.score],
      [0.9, { dateAdded: '2024-02-01', dueDate: undefined, ransomware: true }, 9.1],
    );
  });

  it('takes the first day of a fix that is no older than the suggested one', async () => {
    const available = [
      { version: '1.1.9', date: '2020-01-01' },
      { version: '1.2.6', date: '2024-05-01' },
      { version: '1.3.0', date: '2024-03-01' },
    ];
    const fix = { versions: ['1.2.6'], state: 'fixed', available };
    const day = (await onlyFinding(grype([match({ fix })])))?.fix.availableSince;
    assert.equal(day?.toISOString().slice(0, 10), '2024-03-01');
    const undated = { ...fix, available: [{ version: '1.2.6', date: '2024-13-45' }] };
    assert.equal((await onlyFinding(grype([match({ fix: undated })])))?.fix.availableSince, undefined);
  });

  it('counts what grype left out by rules of its own, and keeps what it says of the distribution once', async () => {
    const alert = { package: {}, alerts: [{ type: 'distro-eol', message: 'end of life: debian 9' }] };
    const report = await read(
      grype([], { ignoredMatches: [match(), match()], alertsByPackage: [alert, alert] }),
    );
    assert.equal(report.ignoredByScanner, 2);
    assert.deepEqual(report.alerts, ['end of life: debian 9']);
  });

  it('keeps long texts within bounds, and texts that look like structure as they are', async () => {
    const description = '},{"vulnerability":{"id":"CVE-9999-9"}},{"vulnerability":';
    const report = await read(
      grype([match({ description }), match({ description: 'é'.repeat(5000) }), match()]),
    );
    assert.equal(report.findings.length, 3);
    assert.equal(report.findings[0]?.description, description);
    assert.equal(report.findings[1]?.description.length, 1000);
  });

  it('is the same whether its elements are read quickly or one by one, over many pieces', async () => {
    const texts = ['', 'x'.repeat(3000), '\\"}},{\\', 'ü€𝄞'.repeat(200)];
    const artifact = (index: number) => ({
      name: `package-${index % 7}`,
      version: '1',
      type: 'npm',
      purl: undefined,
    });
    const matches = Array.from({ length: 2000 }, (_, index) =>
      match({ id: `CVE-2024-${index}`, description: texts[index % 4] }, { artifact: artifact(index) }),
    );
    const expected = matches.map(({ vulnerability: { id } }, index) => [id, `package-${index % 7}`]);
    for (const [indent, size] of [
      [0, 65_536],
      [2, 1000],
      [0, 3_000_000],
    ] as const) {
      const { findings } = await readText(JSON.stringify(grype(matches), undefined, indent), size);
      assert.deepEqual(
        findings.map(({ id, package: { name } }) => [id, name]),
        expected,
      );
    }
  });

  it('is not fooled by objects inside that begin as its elements do', async () => {
    const artifact = {
      name: 'a',
      version: '1',
      type: 'npm',
      metadata: [{ vulnerability: 1 }, { vulnerability: {} }],
    };
    const report = await read(grype([match({}, { artifact }), match({}, { artifact }), match()]));
    assert.deepEqual(
      report.findings.map(({ package: { name } }) => name),
      ['a', 'a', 'minimist'],
    );
  });

  describe('of which parts come again', () => {
    const filler = 'https://registry.example/'.repeat(10);
    const long = (parts: object) => vulnerability({ dataSource: filler, ...parts });

    it('takes what one byte far behind makes another for another', async () => {
      const matches = [
        match({}, { vulnerability: long({ severity: 'High' }) }),
        match({}, { vulnerability: long({ severity: 'Low' }) }),
        match({}, { vulnerability: long({ severity: 'High' }) }),
        match(),
      ];
      const { findings } = await read(grype(matches));
      assert.deepEqual(
        findings.map(({ severity }) => severity),
        ['high', 'low', 'high', 'high'],
      );
    });

    it('takes the suggestion for each package', async () => {
      const details = (suggestedVersion: string) => [{ fix: { suggestedVersion } }];
      const matches = ['1.2.6', '2.0.1', '1.2.6', ''].map((version) =>
        match({}, { matchDetails: details(version) }),
      );
      const { findings } = await read(grype(matches));
      assert.deepEqual(
        findings.map(({ fix: { suggested, availableSince } }) => [suggested, availableSince === undefined]),
        [
          ['1.2.6', false],
          ['2.0.1', true],
          ['1.2.6', false],
          ['1.2.6', false],
        ],
      );
    });

    it('looks at members that stand in another order', async () => {
      const kev = [{ cve: 'CVE-2024-1', dateAdded: '2024-02-01' }];
      const { vulnerability: first, matchDetails, artifact } = match();
      const reordered = (related: readonly unknown[]) => ({
        vulnerability: first,
        matchDetails,
        relatedVulnerabilities: related,
        artifact,
      });
      const matches = [reordered([]), reordered([{ id: 'CVE-2024-1', knownExploited: kev }]), reordered([])];
      const { findings } = await read(grype([...matches, match()]));
      assert.deepEqual(
        findings.map(({ kev: found }) => found !== undefined),
        [false, true, false, false],
      );
    });

    it('is refused where one of its parts names a member that another has', async () => {
      const text = JSON.stringify(grype([match(), match(), match()]));
      const [details, second] = ['"matchDetails":[],', '"relatedVulnerabilities":[],'];
      for (const doubled of [
        text.replace(details, `"artifact":{},${details}`),
        text.replace(details, `${details}${details}`),
        text.replace(details, `${details}${second}`),
        text.replace(details, `"\\u0061rtifact":{},${details}`),
      ])
        await refuses(doubled, /two members/);
    });

    it('is refused where a part is no JSON, also when the others came before', async () => {
      const text = JSON.stringify(grype([match(), match(), match()]));
      const at = text.indexOf('{"vulnerability"', 20);
      for (const [good, broken] of [
        ['"matchDetails":[]', '"matchDetails":[}'],
        ['"matchDetails":[]', '"matchDetails":'],
        ['"type":"npm"', '"type":npm'],
        ['"risk":12.5', '"risk":12.'],
        [',"artifact"', ',,"artifact"'],
      ] as const)
        await refuses(text.slice(0, at) + text.slice(at).replace(good, broken), /JSON|ends|comma/);
    });
  });

  it('cannot set the prototype of anything', async () => {
    await refuses('{"__proto__":{"matches":[],"descriptor":{"name":"grype","version":"1"}}}');
  });

  const good = JSON.stringify(grype());
  const bad: readonly (readonly [string, string, RegExp?])[] = [
    ['nothing', ''],
    ['a file cut off in an element', good.slice(0, 60), /ends in the middle/],
    ['a file cut off at its end', good.slice(0, -1), /ends in the middle/],
    ['text behind the end', `${good}{}`, /behind its end/],
    ['another format', '[]'],
    ['no descriptor', JSON.stringify({ matches: [] }), /descriptor/],
    ['no matches', JSON.stringify({ descriptor: { name: 'grype', version: '1' } })],
    [
      'another scanner',
      JSON.stringify(grype([], { descriptor: { name: 'other', version: '1' } })),
      /not grype/,
    ],
    ['two lists of matches', good.replace('{"matches":', '{"matches":[],"matches":'), /two members/],
    [
      'a member of an element twice',
      good.replace('"severity":"High"', '"severity":"High","severity":"Low"'),
      /two members/,
    ],
    ['a severity that is not there is', good.replace('"High"', 'NaN')],
    ['a severity that is no word', good.replace('"High"', '7'), /severity/],
    ['a severity that nobody has', good.replace('"High"', '"Grave"'), /severity/],
    ['an infinite risk', good.replace('12.5', '1e999'), /risk/],
    ['a negative risk', good.replace('12.5', '-1'), /risk/],
    ['an EPSS over 1', JSON.stringify(grype([match({ epss: [{ epss: 1.1 }] })])), /epss/],
    ['a match without an id', JSON.stringify(grype([match({ id: '' })])), /id/],
    ['a match without a package', JSON.stringify(grype([match({}, { artifact: undefined })])), /artifact/],
    ['a match that is a number', JSON.stringify(grype([1]))],
    ['matches that are an object', JSON.stringify(grype(undefined, { matches: {} }))],
    ['a fix of an unknown state', good.replace('"state":"fixed"', '"state":"soon"'), /fix.state/],
    ['a comma too many', good.replace('}],"source"', '},],"source"')],
    [
      'two elements without a comma',
      JSON.stringify(grype([match(), match()])).replace('}},{"vulnerability"', '}}{"vulnerability"'),
    ],
    ['deep nesting', `{"x":${'['.repeat(100_000)}`, /nested/],
    [
      'deep nesting in an element',
      good.replace('"matchDetails":[]', `"matchDetails":${'['.repeat(500)}${']'.repeat(500)}`),
      /nested/,
    ],
    [
      'a database that was not valid',
      JSON.stringify(
        grype([], { descriptor: { name: 'grype', version: '1', db: { status: { valid: false } } } }),
      ),
      /not valid/,
    ],
    ['a byte order mark', `\uFEFF${good}`],
    ['SARIF', '{"runs":[]}', /SARIF/],
    ['an SBOM', '{"bomFormat":"CycloneDX"}', /SBOM/],
    ['an envelope', '{"payloadType":"x","payload":"","signatures":[]}', /envelope/],
  ];
  for (const [what, text, message] of bad)
    it(`with ${what} is refused, never clean`, () => refuses(text, message));

  it('with one huge value is refused before it is held whole', async () => {
    let given = 0;
    // eslint-disable-next-line @typescript-eslint/require-await -- an async iterable of pieces
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"matches":[{"vulnerability":"');
      for (;;) yield Buffer.alloc((given += 1024 * 1024) && 1024 * 1024, 'x');
    }
    await assert.rejects(readScanReport(endless(), 'r'), { code: 'REPORT_INVALID' });
    assert.ok(given <= 4 * MAX_REPORT_VALUE_BYTES);
  });

  it('that is not UTF-8 is refused', async () => {
    const bytes = Buffer.from(good);
    bytes[bytes.indexOf('minimist')] = 0xff;
    await assert.rejects(readScanReport(pieces(bytes, 1000), 'r'), { code: 'REPORT_INVALID' });
  });

  it("passes the stream's own error on", async () => {
    // eslint-disable-next-line @typescript-eslint/require-await, require-yield -- a stream that fails
    async function* failing(): AsyncGenerator<Uint8Array> {
      throw new Error('disk');
    }
    await assert.rejects(readScanReport(failing(), 'r'), { message: 'disk' });
  });
});

describe("grype's report of which something is missing", () => {
  const withStatus = (status: unknown) =>
    grype([], { descriptor: { name: 'grype', version: '0.117.0', db: { status } } });

  it('is none where its matches are not there, or null', async () => {
    await refuses(JSON.stringify(grype([], { matches: null })), /matches/);
    await refuses(JSON.stringify(grype([], { matches: {} })), /matches/);
    await refuses(JSON.stringify(grype([], { matches: undefined })));
  });

  for (const status of [
    { valid: false },
    { valid: 'true' },
    { valid: null },
    { valid: 1 },
    { error: 'no such table' },
    { error: {} },
    { error: { message: 'no such table' } },
    { error: ['x'] },
    { error: false },
  ])
    it(`says nothing where its database was not well: ${JSON.stringify(status)}`, () =>
      refuses(JSON.stringify(withStatus(status)), /descriptor\.db/));

  for (const status of [{ valid: true }, {}, { error: null }, { error: '', valid: true }])
    it(`is read where its database was well: ${JSON.stringify(status)}`, async () => {
      assert.deepEqual((await read(withStatus(status))).findings, []);
    });
});

describe("trivy's report", () => {
  const found = {
    VulnerabilityID: 'CVE-2024-2',
    PkgName: 'zlib',
    PkgIdentifier: { PURL: 'pkg:deb/debian/zlib@1.3?distro=debian-12' },
    InstalledVersion: '1.3',
    FixedVersion: '1.3.1, 1.4',
    Severity: 'CRITICAL',
    CVSS: { nvd: { V3Score: 9.8, V3Vector: 'V', V2Score: 7 } },
  };
  const trivy = (results: unknown, parts: object = {}) => ({
    SchemaVersion: 2,
    CreatedAt: '2026-11-21T10:00:00Z',
    ArtifactName: 'registry.example/acme/app',
    Metadata: {
      RepoDigests: [`registry.example/acme/app@${digestOf('x')}`],
      OS: { Family: 'debian', Name: '9', EOSL: true },
    },
    Results: results,
    ...parts,
  });

  it('becomes the same findings, and says what it cannot say', async () => {
    const report = await read(
      trivy([
        {
          Target: 't',
          Class: 'os-pkgs',
          Type: 'debian',
          Vulnerabilities: [found, { ...found, FixedVersion: undefined, Status: 'will_not_fix' }],
        },
      ]),
    );
    const [first, second] = report.findings;
    assert.deepEqual(
      [first?.id, first?.severity, first?.package.type, first?.cvss?.score],
      ['CVE-2024-2', 'critical', 'debian', 9.8],
    );
    assert.deepEqual(
      [first?.fix.state, first?.fix.suggested, second?.fix.state],
      ['fixed', '1.3.1', 'wont-fix'],
    );
    assert.deepEqual(report.describes, [digestOf('x')]);
    assert.deepEqual(report.lacks, ['epss', 'kev', 'risk']);
    assert.ok(report.alerts.some((alert) => alert.includes('debian 9')));
  });

  it('keeps the type of its packages where it comes behind them', async () => {
    const report = await read(trivy([{ Vulnerabilities: [found], Type: 'debian' }]));
    assert.equal(report.findings[0]?.package.type, 'debian');
  });

  it('without results says that it looked into nothing', async () => {
    const { alerts, findings } = await read({ ...trivy([]), Results: undefined });
    assert.equal(findings.length, 0);
    assert.ok(alerts.some((alert) => alert.includes('found nothing')));
  });

  const looked: readonly (readonly [what: string, results: unknown, isEmpty: boolean])[] = [
    ['no results', undefined, true],
    ['an empty list of results', [], true],
    ['results that are not about packages', [{ Target: 's', Class: 'secret' }, { Class: 'config' }], true],
    ['null for results', null, true],
    ['secrets, settings and licences alone', LOOKED_ELSEWHERE, true],
    ['a result that says nothing of what it is about', [{}, { Target: 't', Class: '', Type: '' }], true],
    ['packages of an old trivy, which had no classes', [{ Target: 't', Type: 'debian' }], false],
    ['packages without a finding', [{ Target: 't', Class: 'os-pkgs', Type: 'debian' }], false],
    ['packages beside secrets', [{ Class: 'secret' }, { Class: 'lang-pkgs', Type: 'npm' }], false],
  ];
  for (const [what, results, isEmpty] of looked)
    it(`with ${what} is ${isEmpty ? 'empty' : 'not empty'}`, async () => {
      assert.equal((await read(trivy(results))).isEmpty ?? false, isEmpty);
    });

  it('of another schema is refused', () =>
    refuses(JSON.stringify(trivy([], { SchemaVersion: 1 })), /SchemaVersion/));
  it('with a finding of no severity that is known is refused', () =>
    refuses(JSON.stringify(trivy([{ Type: 'x', Vulnerabilities: [{ ...found, Severity: 'BAD' }] }]))));
});

describe("cosign's vuln predicate", () => {
  const report = async (): Promise<ScanReport> =>
    read(grype([match(), match({ id: 'CVE-2024-9', severity: 'Low' })]));
  const predicate = async () => {
    const scanned = await report();
    const subject = { reference: 'registry.example/acme/app', digest: digestOf('m'), platform: undefined };
    const decision = decide(input(scanned.findings, { gate: GATE }));
    const invocation = { uri: '', eventId: '', builderId: '', parameters: [] };
    return vulnPredicate(
      { subject, report: scanned, decision },
      { startedAt: NOW, finishedAt: NOW, invocation },
    );
  };

  it('of ours gives back which findings there were, as a baseline needs them', async () => {
    const attested = await read(await predicate());
    assert.deepEqual(
      attested.findings.map(({ id, severity }) => [id, severity]),
      [
        ['CVE-2024-1', 'high'],
        ['CVE-2024-9', 'low'],
      ],
    );
    assert.deepEqual(attested.describes, [digestOf('m')]);
    const { newCount } = decide(
      input((await report()).findings, { baseline: attested, gate: { ...GATE, maxNew: 0 } }),
    );
    assert.equal(newCount, 0);
  });

  it('is read out of its statement, and of no other one', async () => {
    const statement = {
      _type: 'https://in-toto.io/Statement/v0.1',
      subject: [],
      predicate: await predicate(),
    };
    const type = 'https://cosign.sigstore.dev/attestation/vuln/v1';
    assert.equal((await read({ ...statement, predicateType: type })).findings.length, 2);
    await refuses(
      JSON.stringify({ ...statement, predicateType: 'https://spdx.dev/Document' }),
      /another type/,
    );
  });

  it("with a scanner's own report as its result is that report", async () => {
    const { metadata } = await predicate();
    const inner = await read({ scanner: { uri: 'x', result: grype() }, metadata });
    assert.deepEqual([inner.scanner.name, inner.findings.length], ['grype', 1]);
  });

  it('that lists less than it counts is refused', async () => {
    const { scanner, ...rest } = await predicate();
    const result = { ...scanner.result, findings: scanner.result.findings.slice(1) };
    await refuses(
      JSON.stringify({ ...rest, scanner: { ...scanner, result } }),
      /counts 2 findings and lists 1/,
    );
  });

  const counts: readonly (readonly [what: string, result: object])[] = [
    ['counts below 0 that make up for others', { summary: { high: 3, low: -1 } }],
    ['half findings', { summary: { high: 0.5, low: 1.5 } }],
    ['counts that are texts', { summary: { high: '2' } }],
    ['a list of counts', { summary: [2] }],
    ['counts of waived findings that are no object', { waived: 0 }],
    ['no counts', { summary: undefined, findings: [] }],
  ];
  for (const [what, result] of counts)
    it(`with ${what} is refused`, async () => {
      const { scanner, ...rest } = await predicate();
      const changed = { ...rest, scanner: { ...scanner, result: { ...scanner.result, ...result } } };
      await refuses(JSON.stringify(changed), /scanner\.result/);
    });

  it('that says so is a baseline, and no report to judge', async () => {
    const { scanner, ...rest } = await predicate();
    const result = { ...scanner.result, findings: scanner.result.findings.slice(1), omittedFindings: 1 };
    const cut = await read({ ...rest, scanner: { ...scanner, result } });
    assert.throws(() => decide(input([], { report: cut })), { code: 'REPORT_INVALID' });
  });

  it('without its times, or with lists of two scanners, is refused', async () => {
    const { scanner } = await predicate();
    await refuses(JSON.stringify({ scanner, metadata: {} }), /scanStartedOn/);
    await refuses(JSON.stringify({ ...grype(), ...(await predicate()) }), /more than one form/);
  });
});
