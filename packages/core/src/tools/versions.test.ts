import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { checksumOf } from './checksum-file.js';
import { parseTools, printedVersion } from './versions.js';

describe('parseTools', () => {
  it('reads names with and without a version, the "v" left out, each tool once', () => {
    assert.deepEqual(parseTools(['syft', 'cosign@v3.1.3', 'cosign@3.1.3', 'grype@0.117.0-rc.1']), [
      { name: 'syft', version: undefined },
      { name: 'cosign', version: '3.1.3' },
      { name: 'grype', version: '0.117.0-rc.1' },
    ]);
  });

  const refused: readonly (readonly [line: string, code: string])[] = [
    ['docker', 'INPUT_INVALID'],
    ['Syft', 'INPUT_INVALID'],
    ['syft@', 'INPUT_INVALID'],
    ['syft@1.0.0@2.0.0', 'INPUT_INVALID'],
    ['syft@latest', 'INPUT_INVALID'],
    ['syft@^1.0.0', 'INPUT_INVALID'],
    ['syft@1.0', 'INPUT_INVALID'],
    ['syft@1.0.0/../../evil', 'INPUT_INVALID'],
    ['constructor', 'INPUT_INVALID'],
    ['trivy@v0.69.4', 'TOOL_REVOKED'],
  ];
  for (const [line, code] of refused) {
    it(`refuses ${line}`, () => {
      assert.throws(() => parseTools([line]), { code });
    });
  }

  it('refuses one tool in two versions', () => {
    assert.throws(() => parseTools(['syft', 'syft@1.0.0']), { code: 'INPUTS_CONTRADICT' });
  });
});

describe('printedVersion', () => {
  const read: readonly (readonly [text: string, version: string | undefined])[] = [
    ['Application:   syft\nVersion:       1.51.0\nBuildDate:     [not provided]\n', '1.51.0'],
    ['GitVersion:    v3.1.3\nGitCommit: unknown\n', '3.1.3'],
    ['Version: 0.74.0\nVulnerability DB:\n  Version: 2\n', '0.74.0'],
    ['0.21.9\n', '0.21.9'],
    ['Version: 1.19.0\nTime: ---\n', '1.19.0'],
    ['GoVersion:     go1.26.8\n', undefined],
    ['Version:       [not provided]\n', undefined],
    ['SchemaVersion: 16.1.10\n', undefined],
    ['', undefined],
  ];
  for (const [text, version] of read) {
    it(`reads ${String(version)} from ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.equal(printedVersion(text), version);
    });
  }
});

describe('checksumOf', () => {
  const SUM = 'a'.repeat(64);
  const file = 'syft_1.0.0_linux_amd64.tar.gz';
  for (const [how, line] of [
    ['as sha256sum writes it', `${SUM}  ${file}`],
    ['as sha256sum writes it in binary mode', `${SUM} *${file}`],
    ['in capitals and with a carriage return', `${SUM.toUpperCase()}  ${file}\r`],
  ] as const) {
    it(`finds a name ${how}`, () => {
      assert.equal(checksumOf(file, `${'b'.repeat(64)}  other\n${line}\n`, 'list'), SUM);
    });
  }
  for (const [why, text] of [
    ['it is a part of another', `${SUM}  x${file}\n${SUM}  ${file}.sbom\n${SUM}  ./${file}\n`],
    ['the sum is too short', `${SUM.slice(1)}  ${file}\n`],
    ['the list is empty', ''],
    ['two sums are there', `${SUM}  ${file}\n${'b'.repeat(64)}  ${file}\n`],
  ] as const) {
    it(`refuses a name where ${why}`, () => {
      assert.throws(() => checksumOf(file, text, 'list'), { code: 'TOOL_REJECTED' });
    });
  }
});
