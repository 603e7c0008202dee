import { isObject, memberAt } from '../../json.js';
import { jsonObject, UnreadableAnswer } from '../answers.js';
import { askKms, type KmsRequest } from './ask.js';
import { given, givenForHeader } from './credentials-file.js';
import { endpoint } from './endpoint.js';
import { kmsSetUp, ofKind, wrongKind } from './failure.js';
import { base64In, readPublicKey } from './public-key.js';
import type { Env, OpenKey } from './types.js';
import { matchUri } from './uri.js';

/**
 * The transit engine of HashiCorp Vault and OpenBao (HTTP API v1) by `hashivault://KEY` and `openbao://KEY`: VAULT_ADDR,
 * VAULT_TOKEN and VAULT_NAMESPACE, or the same with BAO_ in front; TRANSIT_SECRET_ENGINE_PATH where it is not `transit`. The
 * newest version of the key signs, held on to for the run.
 */
export const openVaultKey: OpenKey = async (uri, services) => {
  const [, scheme = '', keyName = ''] = matchUri(uri, REFERENCE, 'hashivault://KEY or openbao://KEY');
  const { base, token, namespace, engine } = readSetUp(uri, scheme, services.env);

  const call = <T>(
    path: string,
    body: object | undefined,
    read: (data: Readonly<Record<string, unknown>>) => T,
  ): Promise<T> => {
    const request: KmsRequest = {
      method: body === undefined ? 'GET' : 'POST',
      url: `${base}/v1/${engine}/${path}`,
      headers: {
        'x-vault-token': token,
        'x-vault-request': 'true',
        ...(namespace === undefined ? {} : { 'x-vault-namespace': namespace }),
        'content-type': 'application/json',
      },
      secrets: [token],
      ...(body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }),
    };
    return askKms(services, {
      uri,
      request: () => request,
      read: (response) => {
        const data = memberAt(jsonObject(response.body), 'data');
        if (!isObject(data)) throw new UnreadableAnswer('its answer holds no data');
        return read(data);
      },
      remedy: (status) =>
        status === 404
          ? `Check the key, and the path of the transit engine (TRANSIT_SECRET_ENGINE_PATH is ${engine}).`
          : `Give the token a policy with read on ${engine}/keys/${keyName} and update on ${engine}/sign/${keyName}/*; check that it has not expired.`,
    });
  };

  const { publicKey, version } = await call(`keys/${keyName}`, undefined, (data) => {
    const [type, latest] = [memberAt(data, 'type'), memberAt(data, 'latest_version')];
    if (type !== 'ecdsa-p256') throw wrongKind(uri, ofKind(type));
    if (!Number.isSafeInteger(latest)) throw new UnreadableAnswer('it names no latest version');
    const pem = memberAt(data, 'keys', String(latest), 'public_key');
    return { publicKey: readPublicKey({ pem }), version: Number(latest) };
  });
  return {
    publicKey,
    sign: (sha256) =>
      call(
        `sign/${keyName}/sha2-256`,
        {
          input: sha256.toString('base64'),
          prehashed: true,
          key_version: version,
          marshaling_algorithm: 'asn1',
        },
        (data) => {
          const signature = memberAt(data, 'signature');
          const match = /^vault:v([0-9]{1,9}):(.+)$/.exec(typeof signature === 'string' ? signature : '');
          if (Number(match?.[1]) !== version)
            throw new UnreadableAnswer('it signed with another version of the key');
          return base64In(match?.[2]);
        },
      ),
  };
};

const REFERENCE = /^(hashivault|openbao):\/\/([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,126}[A-Za-z0-9_])?)$/;

interface SetUp {
  readonly base: string;
  readonly token: string;
  readonly namespace: string | undefined;
  readonly engine: string;
}

function readSetUp(uri: string, scheme: string, env: Env): SetUp {
  const names = (name: string): readonly string[] =>
    scheme === 'openbao' ? [`BAO_${name}`, `VAULT_${name}`] : [`VAULT_${name}`, `BAO_${name}`];
  const [address, token] = [given(env, ...names('ADDR')), givenForHeader(uri, env, ...names('TOKEN'))];
  if (address === undefined || token === undefined) {
    throw kmsSetUp(
      uri,
      `${names(address === undefined ? 'ADDR' : 'TOKEN').join(' or ')} is not set`,
      'Set the address and a token (hashicorp/vault-action exports one with exportToken: true).',
    );
  }
  const engine = (given(env, 'TRANSIT_SECRET_ENGINE_PATH') ?? 'transit').replace(/^\/+|\/+$/g, '');
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/.test(engine)) {
    throw kmsSetUp(
      uri,
      'TRANSIT_SECRET_ENGINE_PATH is no path of an engine',
      'Write it as vault secrets list does.',
    );
  }
  const namespace = givenForHeader(uri, env, ...names('NAMESPACE'));
  return { base: endpoint(address, names('ADDR').join(' or ')), token, namespace, engine };
}
