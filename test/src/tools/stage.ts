import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createHttpClient, systemClock, systemRandom } from '@countersign/core/http';
import { blobBundle, openSession } from '@countersign/core/sign';
import {
  ensureTool,
  type ChecksumTable,
  type InstalledTool,
  type ToolRequest,
  type ToolServices,
} from '@countersign/core/tools';
import { parseTrustedRoot } from '@countersign/core/trust';
import {
  FaultPlan,
  HttpRefusal,
  serveLoopback,
  startSigstore,
  type LoopbackServer,
  type RunningSigstore,
} from '@countersign/testbed';
import { pack, type Header } from 'tar-stream';

/** A day on which everything that a test signs is old enough. */
const LATER_MS = 10 * 24 * 60 * 60_000;

/** A release host, a Sigstore that its vendors sign with, and an empty tool cache. */
export interface Stage {
  readonly host: LoopbackServer;
  readonly faults: FaultPlan;
  readonly sigstore: RunningSigstore;
  readonly toolCacheDir: string;
  readonly warnings: string[];
  /** What the host serves, by path. */
  readonly files: Map<string, Uint8Array>;
  /** Puts files into the release of a version. */
  release(repository: string, version: string, files: Readonly<Record<string, Uint8Array | string>>): void;
  /** Signs a text as a workflow of GitHub: what `cosign sign-blob` writes. */
  sign(
    bytes: Uint8Array | string,
    workflow: string,
  ): Promise<{ readonly signature: string; readonly certificate: string; readonly bundle: Buffer }>;
  services(changes?: Partial<ToolServices> & { readonly signal?: AbortSignal }): ToolServices;
  ensure(
    request: Partial<ToolRequest> & Pick<ToolRequest, 'name'>,
    services?: ToolServices,
  ): Promise<InstalledTool>;
  /** Every file below the tool cache and the temporary folder. */
  leftBehind(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-tools-'));
  const toolCacheDir = join(folder, 'cache');
  const faults = new FaultPlan();
  const files = new Map<string, Uint8Array>();
  const host = await serveLoopback({
    faults,
    handler: (_request, response, url) => {
      const bytes = files.get(decodeURIComponent(url.pathname));
      if (bytes === undefined) throw new HttpRefusal(404, { message: 'Not Found' });
      response.writeHead(200, {
        'content-length': bytes.length,
        'last-modified': new Date().toUTCString(),
      });
      response.end(bytes);
    },
  });
  const sigstore = await startSigstore();
  const warnings: string[] = [];
  const clients: { close(): void }[] = [];
  const material = parseTrustedRoot(Buffer.from(sigstore.trustedRoot), 'of the test bed');

  const services: Stage['services'] = ({ signal = new AbortController().signal, ...changes } = {}) => {
    const log = {
      debug: () => undefined,
      info: () => undefined,
      warn: (message: string) => warnings.push(message),
    };
    const base = { clock: systemClock, random: systemRandom, log, signal };
    const http = createHttpClient({ ...base, retryWindowMs: 3000 });
    clients.push(http);
    return {
      context: { ...base, clock: { ...systemClock, now: () => new Date(Date.now() + LATER_MS) }, http },
      toolCacheDir,
      tempDir: folder,
      env: { PATH: '/usr/bin:/bin' },
      credentials: { explicit: [], env: {}, homeDir: undefined },
      trust: () => Promise.resolve(material),
      releases: { baseUrl: host.origin, redirectHosts: [] },
      platform: LINUX,
      table: EMPTY_TABLE,
      ...changes,
    };
  };
  return {
    host,
    faults,
    sigstore,
    toolCacheDir,
    warnings,
    files,
    services,
    release: (repository, version, contents) => {
      for (const [name, bytes] of Object.entries(contents))
        files.set(`/${repository}/releases/download/v${version}/${name}`, Buffer.from(bytes));
    },
    sign: async (bytes, workflow) => {
      const [owner = '', name = ''] = workflow.split('/');
      const claims = {
        job_workflow_ref: workflow,
        workflow_ref: workflow,
        repository: `${owner}/${name}`,
        repository_owner: owner,
      };
      const session = openSession({
        context: { ...services().context, clock: systemClock },
        services: {
          fulcioUrl: sigstore.fulcioUrl,
          rekorUrls: [sigstore.rekorUrl],
          rekorVersion: 1,
          tsaUrls: [],
          publicServices: [],
        },
        identity: {
          kind: 'token',
          token: () => {
            const token = sigstore.token(claims);
            const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
            return Promise.resolve({
              token,
              source: 'input',
              claims: JSON.parse(payload) as Record<string, unknown>,
              expiresAt: undefined,
            });
          },
        },
      });
      const { signer, signature, logEntries } = await session.signSimple(Buffer.from(bytes));
      const [entry] = logEntries;
      if (signer.kind !== 'certificate' || entry === undefined) throw new Error('nothing was signed');
      return {
        signature: Buffer.from(signature).toString('base64'),
        certificate: signer.leaf.toString(),
        bundle: blobBundle({ sha256: sha256(bytes), signature, certificate: signer.leaf }, entry),
      };
    },
    ensure: (request, given = services()) =>
      ensureTool({ version: undefined, allowPath: false, verify: 'strict', ...request }, given),
    leftBehind: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    },
    stop: async () => {
      for (const client of clients) client.close();
      await Promise.all([host.stop(), sigstore.stop()]);
      await rm(folder, { recursive: true });
    },
  };
}

const LINUX = { os: 'linux', arch: 'x64' };
const EMPTY_TABLE: ChecksumTable = { sources: {}, tools: {} };

/** A table of one asset. */
export const tableOf = (
  tool: string,
  version: string,
  asset: string,
  bytes: Uint8Array,
  platform = 'linux-x64',
): ChecksumTable => ({
  sources: { test: 'made by a test' },
  tools: { [tool]: { [version]: { [platform]: { asset, sha256: sha256(bytes), sources: ['test'] } } } },
});

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** A program that says its version, as every tool here does. */
export const program = (version: string, more = ''): Buffer =>
  Buffer.from(`#!/bin/sh\n${more}\necho "Version:       ${version}"\n`);

/** A `.tar.gz`; an entry with a `linkname` is a link. */
export async function tarGz(
  entries: readonly (Partial<Header> & { readonly name: string; readonly bytes?: Uint8Array })[],
): Promise<Buffer> {
  const archive = pack();
  for (const { bytes, ...header } of entries)
    archive.entry({ mtime: new Date(0), ...header }, Buffer.from(bytes ?? ''));
  archive.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return gzipSync(Buffer.concat(chunks));
}

/** What vendors put beside the program. */
export const ARCHIVE_OF = (bytes: Uint8Array, name = 'syft'): Promise<Buffer> =>
  tarGz([
    { name: 'LICENSE', bytes: Buffer.from('licence') },
    { name: 'README.md', bytes: Buffer.from('read me') },
    { name, bytes, mode: 0o755 },
  ]);
