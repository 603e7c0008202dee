import { createServer, type Server } from 'node:net';

/** The timestamp authority serves its metrics there, and cannot be told otherwise. */
const TSA_METRICS_PORT = 2112;

/** That many ports on loopback that nobody listens on. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map((server) => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a port is expected');
    return address.port;
  });
  await Promise.all(servers.map(close));
  return ports;
}

/** Rejects, saying which port it is, where the one port that cannot be chosen is taken. */
export async function demandMetricsPort(): Promise<void> {
  try {
    await close(await listen(TSA_METRICS_PORT));
  } catch {
    throw new Error(
      `port ${String(TSA_METRICS_PORT)} is taken: the timestamp authority needs it for its metrics, and cannot be told otherwise`,
    );
  }
}

const listen = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
