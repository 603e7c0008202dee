import {
  newTufSigners,
  signTufRepository,
  sigstoreTargets,
  type TargetToSign,
  type TufSigners,
} from '@countersign/core/trust/signing';
import { FaultPlan, HttpRefusal, send, serveLoopback, type RequestLog } from '../../http/index.js';
import type { ServiceOptions } from '../options.js';

export interface TufOptions extends ServiceOptions {
  /** The texts of the documents that it vouches for. */
  readonly trustedRoot: string;
  readonly signingConfig: string;
}

/** A TUF repository that answers until it is stopped. */
export interface RunningTuf {
  /** What clients call the mirror. */
  readonly origin: string;
  /** The text of the root.json that clients are given beforehand. */
  readonly root: string;
  readonly faults: FaultPlan;
  readonly requests: RequestLog;
  /**
   * Signs and serves a next version, with what is given in place of what was served before. An `expires` in the past, a
   * `version` that was there before and `signers` that nobody knows make what clients have to refuse.
   */
  publish(next?: TufPublication): void;
  /** Serves these bytes at a path from now on; undefined: nothing. A publication takes that back. */
  replace(path: string, bytes: Uint8Array | undefined): void;
  /** The paths of all files that are served. */
  paths(): readonly string[];
  stop(): Promise<void>;
}

export interface TufPublication {
  readonly targets?: readonly TargetToSign[];
  readonly version?: number;
  readonly expires?: Date;
  readonly signers?: TufSigners;
}

/**
 * Serves a TUF repository with one key for each role and a lifetime of ten years: trusted_root.json,
 * signing_config.v0.2.json and the single files of older clients.
 */
export async function startTuf(options: TufOptions): Promise<RunningTuf> {
  const { now = () => new Date(), faults = new FaultPlan(), latencyMs = 0 } = options;
  const documents = {
    trustedRoot: Buffer.from(options.trustedRoot),
    signingConfig: Buffer.from(options.signingConfig),
  };
  const own = newTufSigners();
  const sign = (version: number, { targets, expires, signers = own }: TufPublication) =>
    signTufRepository(targets ?? sigstoreTargets(documents, now()).targets, {
      version,
      signers,
      expires: expires ?? new Date(now().getTime() + LIFETIME_MS),
    });
  let version = 1;
  const { root, files } = sign(version, {});
  let served = new Map(files);

  const server = await serveLoopback({
    faults,
    latencyMs,
    handler: (request, response, url) => {
      const bytes = served.get(url.pathname.slice(1));
      if (request.method !== 'GET' || bytes === undefined)
        throw new HttpRefusal(404, { code: 404, message: 'there is nothing here' });
      send(response, 200, { 'content-type': 'application/json' }, Buffer.from(bytes));
    },
  });
  return {
    origin: server.origin,
    root: Buffer.from(root).toString(),
    faults,
    requests: server.requests,
    publish: (next = {}) => {
      version = next.version ?? version + 1;
      served = new Map(sign(version, next).files);
      // Of signers that nobody knows the root is none either.
      for (const name of ['root.json', '1.root.json']) served.set(name, root);
    },
    replace: (path, bytes) => {
      if (bytes === undefined) served.delete(path);
      else served.set(path, bytes);
    },
    paths: () => [...served.keys()],
    stop: () => server.stop(),
  };
}

const LIFETIME_MS = 10 * 365 * 24 * 60 * 60_000;
