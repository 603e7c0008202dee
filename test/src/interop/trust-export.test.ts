import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { attestImages } from '@countersign/core/flows';
import { parseTrustedRoot } from '@countersign/core/trust';
import { EXPORT_FORMATS, exportTrust, writeExport } from '@countersign/core/trust-export';
import { serveLoopback, startTestbed } from '@countersign/testbed';
import { IDENTITY, ISSUER, openStage, why, type Stage } from '../flows/stage.js';
import { runProcess, type Finished } from '../support/run-process.js';
import { describeWith, realProgram } from './real-program.js';

const BY = ['--certificate-identity', IDENTITY, '--certificate-oidc-issuer', ISSUER];

let stage: Stage;
let own: string;
let strangers: string;
beforeAll(async () => {
  stage = await openStage();
  const report = await attestImages(
    stage.attest({ signature: true, provenance: true, platforms: 'index' }),
    stage.services(),
  );
  assert.equal(report.status, 'ok', why(report));
  own = await exported('own', await readFile(stage.bed.trustedRoot));
  const stranger = await startTestbed();
  strangers = await exported('strangers', Buffer.from(stranger.services.sigstore.trustedRoot));
  await stranger.stop();
});
afterAll(() => stage.stop());

async function exported(name: string, bytes: Buffer): Promise<string> {
  const folder = join(stage.bed.stateDir, name);
  const now = new Date();
  const { files } = await exportTrust(EXPORT_FORMATS, {
    ...{ material: parseTrustedRoot(bytes, name), signingConfig: undefined, folder, name, now },
    expires: new Date(now.getTime() + 86_400_000),
  });
  await writeExport(folder, files, false);
  return folder;
}

const run = (
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> => runProcess(realProgram(program), args, { env: { HOME: stage.bed.stateDir, ...env } });
const accepted = ({ code, stderr }: Finished): void => {
  assert.equal(code, 0, stderr);
};
const refused = ({ code, stdout, stderr }: Finished): void => {
  assert.notEqual(code, 0, stdout + stderr);
};

/** Through a cache of its own, filled from a mirror by `initialize`. */
async function verifiedBy(program: string, mirror: string, root: string, cache: string): Promise<Finished> {
  const env = { TUF_ROOT: join(stage.bed.stateDir, cache) };
  accepted(await run(program, ['initialize', '--mirror', mirror, '--root', root], env));
  return run(program, ['verify', ...BY, stage.reference], env);
}

/** The folder `tuf` of an export, as any server of static files serves it. */
async function withMirror<T>(folder: string, work: (url: string, root: string) => Promise<T>): Promise<T> {
  const server = await serveLoopback({
    handler: async (_request, response, { pathname }) => {
      const bytes = await readFile(join(folder, 'tuf', pathname)).catch(() => undefined);
      response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
    },
  });
  try {
    return await work(server.origin, join(folder, 'tuf', 'root.json'));
  } finally {
    await server.stop();
  }
}

/** The last knows trusted_root.json not at all: it takes the single files by their usage. */
for (const program of ['cosign', 'cosign-2', 'cosign-2.4']) {
  describeWith(program)(`the real ${program}`, () => {
    it('initializes from the TUF repository of the test bed, and verifies by it', async () => {
      const { tufUrl, tufRoot } = stage.bed;
      accepted(await verifiedBy(program, tufUrl, tufRoot, `bed-${program}`));
    });

    it('initializes from an exported one, verifies by it, and refuses by that of a stranger', async () => {
      await withMirror(own, async (url, root) => {
        accepted(await verifiedBy(program, url, root, `own-${program}`));
      });
      await withMirror(strangers, async (url, root) => {
        refused(await verifiedBy(program, url, root, `strangers-${program}`));
      });
    });

    it('does not initialize with a root of a stranger', async () => {
      const root = join(strangers, 'tuf', 'root.json');
      await withMirror(own, async (url) => {
        const env = { TUF_ROOT: join(stage.bed.stateDir, `wrong-${program}`) };
        refused(await run(program, ['initialize', '--mirror', url, '--root', root], env));
      });
    });
  });
}

const variablesIn = async (folder: string): Promise<Readonly<Record<string, string>>> => {
  const text = await readFile(join(folder, 'cosign2', 'cosign2.env'), 'utf8');
  const lines = text.split('\n').filter((line) => /^\w+=/.test(line));
  return Object.fromEntries(lines.map((line) => line.split('=', 2) as [string, string]));
};

for (const [program, ...flags] of [['cosign', '--new-bundle-format=false'], ['cosign-2.4']] as const) {
  describeWith(program)(`the exported environment file and ${program}`, () => {
    it('lets it verify the legacy layout, and not with that of a stranger', async () => {
      const args = ['verify', ...flags, ...BY, stage.reference];
      const offline = { TUF_ROOT: join(stage.bed.stateDir, 'none'), TUF_MIRROR: 'http://127.0.0.1:9' };
      accepted(await run(program, args, { ...offline, ...(await variablesIn(own)) }));
      refused(await run(program, args, { ...offline, ...(await variablesIn(strangers)) }));
      const attestation = ['verify-attestation', '--type', 'slsaprovenance1', ...args.slice(1)];
      accepted(await run(program, attestation, { ...offline, ...(await variablesIn(own)) }));
    });
  });
}

describe('the exported environment file', () => {
  it('is not for cosign 2.6 beside bundles, as it says: that takes the trusted root', async () => {
    const env = await variablesIn(own);
    const { code, stderr } = await run('cosign-2', ['verify', ...BY, stage.reference], env);
    assert.notEqual(code, 0);
    assert.match(stderr, /trusted root is required/);
    const root = join(own, 'trusted_root.json');
    accepted(await run('cosign-2', ['verify', '--trusted-root', root, ...BY, stage.reference], env));
  });
});

describeWith('gh')('the exported JSON lines', () => {
  const verify = async (root: string): Promise<Finished> =>
    run(
      'gh',
      [
        ...['attestation', 'verify', `oci://${stage.reference}`, '--bundle-from-oci', '--owner', 'acme'],
        ...['--custom-trusted-root', root, '--cert-oidc-issuer', ISSUER],
        ...['--predicate-type', 'https://slsa.dev/provenance/v1'],
      ],
      { GH_TOKEN: 'none' },
    );

  it('let gh verify, and not those of a stranger', async () => {
    accepted(await verify(join(own, 'gh', 'trusted_root.jsonl')));
    refused(await verify(join(strangers, 'gh', 'trusted_root.jsonl')));
  });

  it('need the end of their last line', async () => {
    const cut = join(stage.bed.stateDir, 'cut.jsonl');
    await writeFile(cut, (await readFile(join(own, 'gh', 'trusted_root.jsonl'), 'utf8')).trimEnd());
    refused(await verify(cut));
  });
});
