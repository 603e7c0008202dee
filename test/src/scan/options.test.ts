import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { RawValues } from '@countersign/core/options';
import { openStage, why, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
});

const IMAGE = { image: `registry.example/acme/app@sha256:${'1'.repeat(64)}` };

describe('the inputs of scan', () => {
  const refused: readonly (readonly [what: string, raw: RawValues, code: string])[] = [
    ['nothing to scan', {}, 'INPUT_MISSING'],
    ['two kinds of things', { sbom: 'a.json', path: '.' }, 'INPUTS_CONTRADICT'],
    ['a folder of an image', { ...IMAGE, path: '.' }, 'INPUTS_CONTRADICT'],
    ['one platform twice', { sbom: 'linux/amd64=a\nlinux/amd64=b' }, 'INPUTS_CONTRADICT'],
    ['a severity that does not exist', { sbom: 'a', 'fail-on': 'severe' }, 'INPUT_INVALID'],
    ['unknown as the severity to fail on', { sbom: 'a', 'fail-on': 'unknown' }, 'INPUT_INVALID'],
    ['a probability above 1', { sbom: 'a', 'epss-threshold': '1.1' }, 'INPUT_INVALID'],
    ['a probability that is no number', { sbom: 'a', 'epss-threshold': 'NaN' }, 'INPUT_INVALID'],
    ['a risk above 100', { sbom: 'a', 'risk-threshold': '100.5' }, 'INPUT_INVALID'],
    ['grace for a severity that does not exist', { sbom: 'a', grace: 'severe=1d' }, 'INPUT_INVALID'],
    ['a limit of new findings without a baseline', { sbom: 'a', 'max-new': '0' }, 'INPUTS_CONTRADICT'],
    ['a negative number of new findings', { sbom: 'a', 'max-new': '-1', baseline: 'b' }, 'INPUT_INVALID'],
    ['an attested baseline of nobody', { ...IMAGE, baseline: 'attested' }, 'INPUT_MISSING'],
    [
      'an attested baseline without an image',
      { sbom: 'a', baseline: 'attested', 'baseline-source-repository': 'acme/app' },
      'INPUTS_CONTRADICT',
    ],
    [
      'VEX attestations without an image',
      { sbom: 'a', 'vex-source-repository': 'acme/app' },
      'INPUTS_CONTRADICT',
    ],
    ['a format that does not exist', { sbom: 'a', formats: 'html' }, 'INPUT_INVALID'],
    ['a mirror over plain http', { sbom: 'a', 'db-mirror': 'http://mirror.example/' }, 'PLAIN_HTTP_REFUSED'],
    ['a mirror with a password', { sbom: 'a', 'db-mirror': 'https://u:p@mirror.example/' }, 'INPUT_INVALID'],
    ['a mirror that is no URL', { sbom: 'a', 'db-mirror': 'mirror' }, 'INPUT_INVALID'],
    [
      'a mirror beside a file',
      { sbom: 'a', 'db-mirror': 'https://m.example', 'db-file': 'x' },
      'INPUTS_CONTRADICT',
    ],
    ['a tool mirror with a password', { sbom: 'a', 'tool-mirror': 'https://u:p@m.example' }, 'INPUT_INVALID'],
    ['a tool mirror that is no URL', { sbom: 'a', 'tool-mirror': 'mirror' }, 'INPUT_INVALID'],
    [
      'a syft to install beside one that is there',
      { ...IMAGE, 'syft-version': '1.51.0', 'syft-path': 'syft' },
      'INPUTS_CONTRADICT',
    ],
    ['an age without a unit', { sbom: 'a', 'max-db-age': '5' }, 'INPUT_INVALID'],
    ['no age at all', { sbom: 'a', 'max-db-age': '0d' }, 'INPUT_INVALID'],
    ['a waiver cap of no days', { sbom: 'a', 'max-waiver-days': '0' }, 'INPUT_INVALID'],
    ['an input that does not exist', { sbom: 'a', 'severity-cutoff': 'high' }, 'INPUT_UNKNOWN'],
  ];
  for (const [what, raw, code] of refused)
    it(`refuse ${what}`, async () => {
      await assert.rejects(stage.run(raw), { code, fault: 'user' });
    });

  it('take a mirror on a host that plain http is allowed for', async () => {
    const raw = {
      sbom: await stage.sbom('a.json'),
      'db-mirror': 'http://mirror.example/db',
      'plain-http': 'mirror.example',
      'fail-on': 'none',
    };
    await stage.run(raw);
    assert.equal((await stage.grype.calls()).at(-1)?.env.GRYPE_DB_UPDATE_URL, 'http://mirror.example/db');
  });

  it('have grype looked for on the tool mirror first, and nowhere else where that refuses', async () => {
    const asked: string[] = [];
    const mirror = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(403).end();
    });
    await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = mirror.address() as AddressInfo;
      const report = await stage.run({
        sbom: await stage.sbom('a.json'),
        'grype-path': '',
        'tool-mirror': `http://127.0.0.1:${port}`,
      });
      assert.equal(report.status, 'error', why(report));
      assert.equal(report.error?.code, 'TOOL_NOT_FOUND', why(report));
      assert.match(asked.join('\n'), /^\/anchore\/grype\/releases\/download\/v[^/]+\/grype_\S+$/);
    } finally {
      mirror.close();
    }
  });

  it('show no password of a mirror', async () => {
    await assert.rejects(
      stage.run({ sbom: 'a', 'db-mirror': 'https://u:hunter2@mirror.example/' }),
      (error: Error) => {
        assert.doesNotMatch(error.message, /hunter2/);
        return true;
      },
    );
  });
});
