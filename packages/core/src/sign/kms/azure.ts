import { memberAt } from '../../json.js';
import { jsonObject, objectIn, ownMember, UnreadableAnswer } from '../answers.js';
import { askKms } from './ask.js';
import { azureToken, cloudOf } from './azure-credentials.js';
import { ecdsaDer } from './ecdsa-der.js';
import { hostEndpoint } from './endpoint.js';
import { ofKind, wrongKind } from './failure.js';
import { base64In, readPublicKey } from './public-key.js';
import type { OpenKey } from './types.js';
import { matchUri } from './uri.js';

/**
 * Azure Key Vault and Managed HSM (REST 7.4) by `azurekms://VAULT.vault.azure.net/KEY[/VERSION]`. Without a version: the
 * current one, held on to for the run. Key Vault answers r and s, which become DER here.
 */
export const openAzureKey: OpenKey = async (uri, services) => {
  const [, host = '', keyName = '', version] = matchUri(
    uri,
    REFERENCE,
    'azurekms://VAULT.vault.azure.net/KEY[/VERSION]',
  );
  const base = hostEndpoint(host, 'The vault in the URI');
  const token = azureToken(uri, cloudOf(uri, host), services);

  const call = <T>(
    path: string,
    body: object | undefined,
    read: (answer: Readonly<Record<string, unknown>>) => T,
  ): Promise<T> =>
    askKms(services, {
      uri,
      request: async (fresh) => ({
        method: body === undefined ? 'GET' : 'POST',
        url: `${base}${path}?api-version=7.4`,
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        authorization: `Bearer ${await token(fresh)}`,
        ...(body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }),
      }),
      read: (response) => read(jsonObject(response.body)),
      remedy: remedyFor,
    });

  const path = `/keys/${keyName}${version === undefined ? '' : `/${version}`}`;
  const { publicKey, pinned } = await call(path, undefined, (answer) => {
    const key = objectIn(ownMember(answer, 'key'), 'the key');
    const [kty, crv, x, y] = ['kty', 'crv', 'x', 'y'].map((name) => ownMember(key, name));
    if ((kty !== 'EC' && kty !== 'EC-HSM') || crv !== 'P-256')
      throw wrongKind(uri, ofKind([kty, crv].filter((each) => typeof each === 'string').join(' ')));
    const operations = ownMember(key, 'key_ops');
    if (Array.isArray(operations) && !operations.includes('sign'))
      throw wrongKind(uri, 'not a key for signing');
    if (memberAt(answer, 'attributes', 'enabled') === false) throw wrongKind(uri, 'disabled');
    return {
      publicKey: readPublicKey({ jwk: { kty: 'EC', crv, x: text(x), y: text(y) } }),
      pinned: versionIn(ownMember(key, 'kid'), base, keyName, version),
    };
  });
  return {
    publicKey,
    sign: (sha256) =>
      call(
        `/keys/${keyName}/${pinned}/sign`,
        { alg: 'ES256', value: sha256.toString('base64url') },
        (answer) => {
          versionIn(ownMember(answer, 'kid'), base, keyName, pinned);
          return ecdsaDer(base64In(ownMember(answer, 'value')));
        },
      ),
  };
};

const REFERENCE =
  /^azurekms:\/\/([a-z0-9][a-z0-9.-]{0,126}(?::[0-9]{1,5})?)\/([A-Za-z0-9-]{1,127})(?:\/([0-9a-f]{32})?)?$/;

/** The version in a key's id, which names this vault and this key. */
function versionIn(kid: unknown, base: string, keyName: string, wanted: string | undefined): string {
  const id = typeof kid === 'string' && URL.canParse(kid) ? new URL(kid) : undefined;
  const match = /^\/keys\/([A-Za-z0-9-]{1,127})\/([0-9a-f]{32})$/.exec(id?.pathname ?? '');
  const [, name, version] = match ?? [];
  const same = id?.host === new URL(base).host && name?.toLowerCase() === keyName.toLowerCase();
  if (!same || version === undefined || (wanted !== undefined && version !== wanted))
    throw new UnreadableAnswer('it answered for another key or version');
  return version;
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new UnreadableAnswer('its public key cannot be read');
}

const remedyFor = (status: number): string =>
  status === 404
    ? 'Check the vault, the name of the key and its version.'
    : 'Give the application of AZURE_CLIENT_ID the role "Key Vault Crypto User" (or the permissions get and sign) on this key.';
