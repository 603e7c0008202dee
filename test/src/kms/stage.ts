import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { CountersignError, type ErrorCode } from '@countersign/core/errors';
import { createHttpClient, systemClock, systemRandom } from '@countersign/core/http';
import { openSigningKey, type KeyServices, type SigningKey } from '@countersign/core/sign';

export const MESSAGE = [Buffer.from('DSSEv1 '), Buffer.from('payload')];

/** What keys are opened with in a test: waiting takes no time, and all that is logged is kept. */
export interface KeyStage {
  readonly logged: readonly string[];
  open(uri: string, env: KeyServices['env']): Promise<SigningKey>;
  /** Asserts the code, and that neither the error nor the log tells a secret. */
  fails(doing: Promise<unknown>, code: ErrorCode, secrets?: readonly string[]): Promise<CountersignError>;
  close(): void;
}

export function openKeyStage(): KeyStage {
  const logged: string[] = [];
  const tell = (line: string): void => void logged.push(line);
  const base = {
    clock: { now: () => systemClock.now(), sleep: () => Promise.resolve() },
    random: systemRandom,
    log: { debug: tell, info: tell, warn: tell },
    signal: new AbortController().signal,
  };
  const http = createHttpClient({ ...base, retryWindowMs: 5000 });
  return {
    logged,
    open: (uri, env) =>
      openSigningKey({ name: uri, uri }, { context: { ...base, http }, env, tempDir: tmpdir() }),
    fails: async (doing, code, secrets = []) => {
      const error = await doing.then(
        () => assert.fail(`it did not fail with ${code}`),
        (thrown: unknown) => thrown,
      );
      assert.ok(error instanceof CountersignError, String(error));
      assert.equal(error.code, code, error.message);
      const texts = [error.message, error.remedy, String(error.cause), ...logged].join('\n');
      for (const secret of secrets) assert.ok(!texts.includes(secret), texts);
      assert.ok(!error.message.includes('\n'), error.message);
      return error;
    },
    close: () => {
      http.close();
    },
  };
}
