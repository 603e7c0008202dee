import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { CountersignError } from '../../errors.js';
import { excerptOf } from '../../http/index.js';
import { isObject, memberAt, parseJson } from '../../json.js';
import { KMS_PROGRAM_TIMEOUT_MS, MAX_KMS_ANSWER_BYTES } from '../../limits.js';
import { runProgram } from '../../program/index.js';
import { UnreadableAnswer } from '../answers.js';
import { kmsRefused } from './failure.js';
import { base64In, readPublicKey } from './public-key.js';
import type { Env, OpenKey } from './types.js';
import { kmsSchemeOf, matchUri, shownUri } from './uri.js';

/**
 * Any other scheme: the program `sigstore-kms-SCHEME` on PATH (sigstore's plugin protocol v1), which is how keys in PKCS#11
 * tokens are reached. It is the user's own program, and gets the environment but for what is this step's alone.
 */
export const openProgramKey: OpenKey = async (uri, services) => {
  matchUri(uri, /^[a-z][a-z0-9-]{1,30}:\/\/[\x21-\x7e]+$/, 'SCHEME://KEY');
  const scheme = kmsSchemeOf(uri) ?? '';
  const { context, env, tempDir } = services;
  const path = await findProgram(uri, `sigstore-kms-${scheme}`, env);

  const call = async (method: Method, stdin: readonly Uint8Array[]): Promise<unknown> => {
    const options = { keyVersion: '', remoteVerification: false };
    const call = {
      initOptions: {
        protocolVersion: 'v1',
        keyResourceID: uri.slice(uri.indexOf('://') + 3),
        hashFunc: GO_SHA256,
        rpcOptions: options,
      },
      methodName: method,
      [method]:
        method === 'publicKey'
          ? { publicKeyOptions: { rpcOptions: options } }
          : { signOptions: { rpcOptions: options, messageOptions: { digest: null } } },
    };
    const { stdout } = await runProgram({
      path,
      args: ['v1', JSON.stringify(call)],
      env: ownEnvironment(env),
      cwd: tempDir,
      stdin,
      maxOutputBytes: MAX_KMS_ANSWER_BYTES,
      timeoutMs: KMS_PROGRAM_TIMEOUT_MS,
      signal: context.signal,
      onMessage: (line) => {
        context.log.info(`sigstore-kms-${scheme}: ${excerptOf(line)}`);
      },
    });
    return answerIn(parseJson(stdout), method, uri);
  };

  // The exit status says nothing in this protocol: what is printed decides.
  const read = async <T>(
    method: Method,
    stdin: readonly Uint8Array[],
    take: (answer: unknown) => T,
  ): Promise<T> => {
    const answer = await call(method, stdin);
    try {
      return take(answer);
    } catch (error) {
      if (error instanceof UnreadableAnswer) throw unusable(uri, error.message);
      throw error;
    }
  };
  const publicKey = await read('publicKey', [], (answer) =>
    readPublicKey({ pem: base64In(memberAt(answer, 'publicKeyPEM')).toString('utf8') }),
  );
  return {
    publicKey,
    // The message and not its digest: programs may disregard the option for that, and none the message.
    sign: (_sha256, parts) => read('signMessage', parts, (answer) => base64In(memberAt(answer, 'signature'))),
  };
};

type Method = 'publicKey' | 'signMessage';

/** crypto.SHA256 in Go. */
const GO_SHA256 = 5;

function answerIn(value: unknown, method: Method, uri: string): unknown {
  if (!isObject(value)) throw unusable(uri, 'it did not print one JSON object');
  const said = memberAt(value, 'errorMessage');
  if (typeof said === 'string' && said !== '') {
    throw kmsRefused(
      uri,
      `the program for it says: ${excerptOf(said)}`,
      'Check its set-up, and the key that the URI names.',
    );
  }
  return memberAt(value, method);
}

const unusable = (uri: string, why: string): CountersignError =>
  new CountersignError('PROGRAM_FAILED', {
    what: `The program for the key ${shownUri(uri)} gave no usable answer: ${why}`,
    remedy:
      'Check that it speaks version v1 of the plugin protocol of sigstore (pkg/signature/kms/cliplugin).',
  });

/** Absolute entries of PATH alone: a relative one is whatever folder the run stands in. */
async function findProgram(uri: string, name: string, env: Env): Promise<string> {
  const folders = (env.PATH ?? '').split(delimiter).filter(isAbsolute);
  for (const folder of folders) {
    const path = join(folder, name);
    if (await isProgram(path)) return path;
  }
  throw new CountersignError('INPUT_INVALID', {
    what: `The key ${shownUri(uri)} needs the program ${name}, which is on no absolute entry of PATH`,
    remedy:
      'Install that program, or write a path, env://NAME, awskms://, gcpkms://, azurekms://, hashivault:// or openbao://.',
  });
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** Without the inputs and tokens of the step: the program has its own way to its key. */
const ownEnvironment = (env: Env): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value === undefined || WITHHELD.test(name) ? [] : [[name, value] as const],
    ),
  );

const WITHHELD =
  /^(?:INPUT_.*|ACTIONS_.*|GITHUB_TOKEN|GH_TOKEN|SIGSTORE_ID_TOKEN|COSIGN_PASSWORD|NODE_OPTIONS|GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY))$/i;
