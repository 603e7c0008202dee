import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, it } from '@jest/globals';
import type { FlowReport, SbomOptions } from '@countersign/core/flows';
import { parseReference } from '@countersign/core/reference';
import { OK, openStage, PLATFORMS, type Stage } from './stage.js';

let stage: Stage;
/** What generate-sbom wrote of the image: of the index and of each platform. */
let index: Buffer;
let own: ReadonlyMap<string, Buffer>;
let syftJson: Buffer;
beforeAll(async () => {
  stage = await openStage();
  await stage.next();
  await stage.run(OK);
  index = await stage.document('sbom.spdx.json');
  syftJson = await stage.document('sbom-linux-amd64.syft.json');
  own = new Map([
    ['linux/amd64', await stage.document('sbom-linux-amd64.spdx.json')],
    ['linux/arm64', await stage.document('sbom-linux-arm64.spdx.json')],
  ]);
}, 30_000);
afterAll(() => stage.stop());
beforeEach(() => stage.next());

type Source = Extract<SbomOptions['source'], { kind: 'files' }>;
type File = Source['files'][number];

const file = (bytes: Uint8Array, path: string, platform?: string): File => ({ platform, path, bytes });
const platformFiles = (): File[] =>
  [...own].map(([platform, bytes]) => file(bytes, `${platform.replace('/', '-')}.json`, platform));
const indexFile = (bytes: Uint8Array = index): File => file(bytes, 'index.json');

const check = async (
  files: readonly File[],
  changes: Partial<SbomOptions> = {},
): Promise<{ report: FlowReport; program: string }> =>
  stage.run(OK, { source: { kind: 'files', files }, ...changes });
const ending = ({ status, error }: FlowReport) => [status, error?.code];

interface Spdx {
  packages: {
    name: string;
    SPDXID: string;
    annotations?: { comment: string }[];
    checksums?: { checksumValue: string }[];
  }[];
}
const changed = (bytes: Buffer, change: (document: Spdx) => void): Buffer => {
  const document = JSON.parse(bytes.toString()) as Spdx;
  change(document);
  return Buffer.from(JSON.stringify(document));
};
const onlyOn = (platform: string) => (document: Spdx) => {
  for (const { annotations = [] } of document.packages)
    for (const one of annotations)
      if (one.comment.startsWith('countersign:platforms'))
        one.comment = `countersign:platforms ${JSON.stringify([platform])}`;
};
const unmarked = (bytes: Buffer): Buffer =>
  changed(bytes, (document) => {
    for (const one of document.packages) delete one.annotations;
  });

describe('documents that are given', () => {
  it('are written on byte for byte, and the index gets their union', async () => {
    const { report, program } = await check(platformFiles());
    assert.equal(report.status, 'ok', report.error?.message);
    assert.equal(existsSync(`${program}.call.json`), false);
    assert.deepEqual(await stage.document('sbom-linux-amd64.spdx.json'), own.get('linux/amd64'));
    assert.deepEqual(await stage.document('sbom.spdx.json'), index);
  });

  it('find their platform by the digest that they describe', async () => {
    const { report } = await check(platformFiles().map(({ bytes, path }) => file(bytes, path)));
    assert.equal(report.status, 'ok', report.error?.message);
  });

  const [amd64, arm64] = PLATFORMS;
  const documentOf = (platform: string): Buffer => own.get(platform) ?? Buffer.alloc(0);
  const refused: readonly (readonly [what: string, files: () => readonly File[], code: string])[] = [
    [
      "one platform's stands for another",
      () => PLATFORMS.map((platform) => file(documentOf(amd64), `${platform}.json`, platform)),
      'SBOM_SUBJECT_MISMATCH',
    ],
    [
      'one describes a digest that is not of this image',
      () => [
        file(
          Buffer.from(
            documentOf(amd64)
              .toString()
              .replaceAll(stage.image.platforms[0]?.digest.slice(7) ?? '', '0'.repeat(64)),
          ),
          'a.json',
        ),
        file(documentOf(arm64), 'b.json'),
      ],
      'SBOM_SUBJECT_MISMATCH',
    ],
    ['one platform has none', () => [file(documentOf(amd64), 'a.json', amd64)], 'SBOM_INCOMPLETE'],
    [
      'one is for a platform that the image does not have',
      () => [...platformFiles(), file(documentOf(amd64), 'a.json', 'linux/s390x')],
      'SBOM_SUBJECT_MISMATCH',
    ],
    [
      'two are of one platform and format',
      () => [...platformFiles(), file(documentOf(amd64), 'again.json')],
      'INPUTS_CONTRADICT',
    ],
    [
      'one lacks the packages of the database in the image',
      () => [
        file(
          changed(documentOf(amd64), (document) => {
            document.packages = document.packages.filter(
              ({ name }) => !['apt', 'bash', 'tar'].includes(name),
            );
            Object.assign(document, {
              relationships: (
                document as unknown as { relationships: { relationshipType: string }[] }
              ).relationships.filter(({ relationshipType }) => relationshipType === 'DESCRIBES'),
            });
          }),
          'a.json',
        ),
        file(documentOf(arm64), 'b.json'),
      ],
      'SBOM_INCOMPLETE',
    ],
  ];
  for (const [what, files, code] of refused) {
    it(`are refused where ${what}`, async () => {
      const { report } = await check(files());
      assert.equal(report.error?.code, code, report.error?.message);
      assert.notEqual(report.status, 'ok');
      assert.deepEqual(await stage.written(), []);
    });
  }
});

describe('a document of the index that is given', () => {
  it('stands alone where it says of each package on which platforms it is', async () => {
    const { report } = await check([indexFile()]);
    assert.equal(report.status, 'ok', report.error?.message);
    assert.deepEqual(await stage.written(), ['sbom.spdx.json']);
    assert.deepEqual(await stage.document('sbom.spdx.json'), index);
    assert.deepEqual(
      report.sbom?.quality.map(({ platform, packages }) => [platform, packages]),
      PLATFORMS.map((platform) => [platform, 3]),
    );
  });

  it('stands beside documents of all platforms, also without marks, and is written instead of a union', async () => {
    for (const bytes of [index, unmarked(index)]) {
      const { report } = await check([indexFile(bytes), ...platformFiles()]);
      assert.equal(report.status, 'ok', report.error?.message);
      assert.deepEqual(await stage.document('sbom.spdx.json'), bytes);
      assert.equal((await stage.written()).length, 3);
    }
  });

  it('is accepted of an image with one platform only as that of the platform', async () => {
    const [amd64] = stage.image.platforms;
    const digest = amd64?.digest ?? '';
    const images = [parseReference(stage.reference.replace(/@.*/, `@${digest}`))];
    assert.equal(
      (await check([file(own.get('linux/amd64') ?? index, 'a.json')], { images })).report.status,
      'ok',
    );
    const { report } = await check([indexFile()], { images });
    assert.deepEqual(ending(report), ['rejected', 'SBOM_SUBJECT_MISMATCH']);
  });

  const [amd64, arm64] = PLATFORMS;
  const refused: readonly (readonly [
    what: string,
    files: () => readonly File[],
    code: string,
    changes?: Partial<SbomOptions>,
  ])[] = [
    [
      "one platform's packages stand for another's",
      () => [indexFile(changed(index, onlyOn(amd64)))],
      'SBOM_INCOMPLETE',
    ],
    ['it does not say where its packages are', () => [indexFile(unmarked(index))], 'SBOM_INCOMPLETE'],
    [
      'it does not say where one of its packages is',
      () => [
        indexFile(
          changed(index, ({ packages }) => {
            delete packages.find(({ name }) => name === 'bash')?.annotations;
          }),
        ),
        ...platformFiles(),
      ],
      'SBOM_INCOMPLETE',
    ],
    [
      'it marks packages with a platform that the image does not have',
      () => [indexFile(changed(index, onlyOn('linux/s390x')))],
      'SBOM_INCOMPLETE',
    ],
    [
      'one platform alone has a document of its own',
      () => [indexFile(), file(own.get(amd64) ?? index, 'a.json')],
      'SBOM_INCOMPLETE',
    ],
    [
      'it lacks a package of a platform',
      () => [
        indexFile(),
        ...platformFiles().map((each) =>
          each.platform === arm64
            ? { ...each, bytes: Buffer.from(each.bytes.toString().replaceAll('5.2.15', '5.2.16')) }
            : each,
        ),
      ],
      'SBOM_INCOMPLETE',
    ],
    ['it stands for one platform', () => [file(index, 'index.json', amd64)], 'SBOM_SUBJECT_MISMATCH'],
    ['some platforms are named', () => [indexFile()], 'INPUTS_CONTRADICT', { only: [amd64] }],
    [
      'it is syft-json, which knows one platform',
      () => {
        const about = (digest: string, path: string): File =>
          file(
            Buffer.from(syftJson.toString().replaceAll(stage.image.platforms[0]?.digest ?? '', digest)),
            path,
          );
        const { digest, platforms } = stage.image;
        return [about(digest, 'index.json'), ...platforms.map((each) => about(each.digest, 'own.json'))];
      },
      'SBOM_INCOMPLETE',
    ],
    ['it comes twice', () => [indexFile(), file(index, 'again.json')], 'INPUTS_CONTRADICT'],
  ];
  for (const [what, files, code, changes] of refused) {
    it(`is refused where ${what}`, async () => {
      const { report } = await check(files(), changes);
      assert.equal(report.error?.code, code, report.error?.message);
      assert.deepEqual(await stage.written(), []);
    });
  }

  it('holds what a platform shows also where all packages are of the other platform', async () => {
    const { report } = await check([indexFile(changed(index, onlyOn(arm64)))]);
    assert.match(
      report.error?.message ?? '',
      /linux\/amd64.*\/var\/lib\/dpkg\/status|linux\/amd64: the SBOM has no package/,
    );
  });
});
