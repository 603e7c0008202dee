import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { scanImage, type FlowReport } from '@countersign/core/flows';
import { createHttpClient, systemRandom } from '@countersign/core/http';
import { parseScan, type RawValues } from '@countersign/core/options';
import { readBounded } from '@countersign/core/read-bounded';
import { hurriedClock } from '../support/hurried-clock.js';
import { fakeGrype, RECORDINGS, type Behaviour, type FakeGrype } from './fake-grype.js';

export const DIGEST = `sha256:${'1'.repeat(64)}`;

export interface Stage {
  readonly grype: FakeGrype;
  /** The working directory of the runs. */
  readonly folder: string;
  /** What was said while it ran. */
  readonly lines: string[];
  /** An SBOM of syft's about this digest, under this name in the working directory. */
  sbom(name: string, digest?: string): Promise<string>;
  write(name: string, text: string): Promise<string>;
  read(path: string): Promise<string>;
  /** Runs a scan from raw inputs, as the action and the command do. */
  run(raw: RawValues, options?: RunOptions): Promise<FlowReport>;
  close(): Promise<void>;
}

interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export async function openStage(behaviour: Behaviour = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-scan-test-'));
  const grype = await fakeGrype(behaviour);
  const lines: string[] = [];
  const write: Stage['write'] = async (name, text) => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return path;
  };
  return {
    grype,
    folder,
    lines,
    write,
    sbom: async (name, digest = DIGEST) => {
      const text = await readFile(join(RECORDINGS, 'npm.syft.json'), 'utf8');
      await write(name, text.replaceAll(DIGEST, digest));
      return name;
    },
    read: (path) => readFile(path, 'utf8'),
    run: async (raw, { env = {}, signal = new AbortController().signal } = {}) => {
      const edge = {
        readFile: readBounded,
        env,
        identity: {
          runner: undefined,
          sigstoreIdToken: undefined,
          situation: 'not-a-runner' as const,
          mask: () => undefined,
        },
      };
      const { options } = await parseScan({ 'grype-path': grype.path, 'output-dir': 'out', ...raw }, edge);
      const say = (message: string): void => {
        lines.push(message);
      };
      const base = {
        clock: hurriedClock(),
        random: systemRandom,
        log: { debug: say, info: say, warn: say },
        signal,
      };
      const http = createHttpClient({ ...base, retryWindowMs: 10_000 });
      try {
        return await scanImage(options, {
          context: { ...base, http },
          credentials: { explicit: [], env: {}, homeDir: undefined },
          cacheDir: join(folder, 'cache'),
          tempDir: folder,
          toolCacheDir: join(folder, 'tools'),
          workDir: folder,
          env: { ...env, PATH: process.env.PATH },
        });
      } finally {
        http.close();
      }
    },
    close: async () => {
      await Promise.all([folder, grype.folder].map((path) => rm(path, { recursive: true, force: true })));
    },
  };
}

/** Why a report is not as expected, for the message of an assertion. */
export const why = ({ status, error, notices }: FlowReport): string =>
  JSON.stringify({ status, error: error && { code: error.code, message: error.message }, notices });
