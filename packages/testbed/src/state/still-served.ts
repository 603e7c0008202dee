import { connect } from 'node:net';
import { CountersignError } from '@countersign/core/errors';
import { isObject } from '@countersign/core/json';
import { MAX_TESTBED_DESCRIPTION_BYTES, TESTBED_PROBE_TIMEOUT_MS } from '@countersign/core/limits';
import { readBounded } from '@countersign/core/read-bounded';

/** Refuses a folder whose description names a registry that still answers: INPUT_INVALID. One left behind is no reason. */
export async function refuseWhileServed(folder: string, description: string): Promise<void> {
  const port = await registryPort(description);
  if (port === undefined || !(await answers(port))) return;
  throw new CountersignError('INPUT_INVALID', {
    what: `A test bed that still answers uses the folder ${folder}: its registry is 127.0.0.1:${port}`,
    remedy: `Stop it, choose another folder, or, if something else has that port by now, delete ${description}.`,
  });
}

/** undefined where there is no description, or none that can be understood. */
async function registryPort(path: string): Promise<number | undefined> {
  try {
    const description: unknown = JSON.parse(
      (await readBounded(path, MAX_TESTBED_DESCRIPTION_BYTES)).toString('utf8'),
    );
    const registry = isObject(description) ? description.registry : undefined;
    const [, port] = (typeof registry === 'string' ? /^127\.0\.0\.1:(\d{1,5})$/.exec(registry) : null) ?? [];
    return port === undefined || Number(port) > 65_535 ? undefined : Number(port);
  } catch {
    return undefined;
  }
}

/** Whether it takes connections: one that delays every request answers too. */
const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: TESTBED_PROBE_TIMEOUT_MS });
    const end = (answered: boolean) => (): void => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', end(true)).once('timeout', end(false)).once('error', end(false));
  });
