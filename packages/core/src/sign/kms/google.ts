import { jsonObject, ownMember, UnreadableAnswer } from '../answers.js';
import { MAX_KMS_LIST_BYTES } from '../../limits.js';
import { isObject } from '../../json.js';
import { askKms, type KmsRequest } from './ask.js';
import { crc32c } from './crc32c.js';
import { given } from './credentials-file.js';
import { endpoint } from './endpoint.js';
import { kmsRefused, ofKind, wrongKind } from './failure.js';
import { googleToken } from './google-credentials.js';
import { base64In, readPublicKey } from './public-key.js';
import type { OpenKey } from './types.js';
import { matchUri } from './uri.js';

/**
 * Google Cloud KMS (REST v1) by `gcpkms://projects/P/locations/L/keyRings/R/cryptoKeys/K[/cryptoKeyVersions/N]`. Without a
 * version: the newest that is enabled, held on to for the run. CRC-32C guards what goes to and fro.
 */
export const openGoogleKey: OpenKey = async (uri, services) => {
  const [, keyName = '', number] = matchUri(
    uri,
    REFERENCE,
    'gcpkms://projects/PROJECT/locations/LOCATION/keyRings/RING/cryptoKeys/KEY/cryptoKeyVersions/VERSION (the version may be left out)',
  );
  const override = given(services.env, OVERRIDE);
  const base = override === undefined ? 'https://cloudkms.googleapis.com' : endpoint(override, OVERRIDE);
  const token = googleToken(uri, services);

  const call = <T>(
    request: Pick<KmsRequest, 'method' | 'body' | 'maxResponseBytes'> & { readonly path: string },
    read: (answer: Readonly<Record<string, unknown>>) => T,
  ): Promise<T> =>
    askKms(services, {
      uri,
      request: async (fresh) => {
        const { path, ...rest } = request;
        const json = { accept: 'application/json' };
        return {
          ...rest,
          url: `${base}/v1/${path}`,
          headers: rest.body === undefined ? json : { ...json, 'content-type': 'application/json' },
          authorization: `Bearer ${await token(fresh)}`,
        };
      },
      read: ({ body }) => read(jsonObject(body)),
      remedy: remedyFor,
    });

  const newest = (): Promise<string> =>
    call(
      {
        method: 'GET',
        path: `${keyName}/cryptoKeyVersions?filter=state%3DENABLED&pageSize=1000`,
        maxResponseBytes: MAX_KMS_LIST_BYTES,
      },
      (answer) => newestOf(answer, keyName, uri),
    );
  const name = number === undefined ? await newest() : `${keyName}/cryptoKeyVersions/${number}`;

  const publicKey = await call({ method: 'GET', path: `${name}/publicKey` }, (answer) => {
    const [pem, algorithm] = [ownMember(answer, 'pem'), ownMember(answer, 'algorithm')];
    if (algorithm !== 'EC_SIGN_P256_SHA256') throw wrongKind(uri, ofKind(algorithm));
    checkName(answer, name);
    if (typeof pem === 'string') checkSum(ownMember(answer, 'pemCrc32c'), Buffer.from(pem));
    return readPublicKey({ pem });
  });
  return {
    publicKey,
    sign: (sha256) => {
      const digest = { sha256: sha256.toString('base64') };
      const body = Buffer.from(JSON.stringify({ digest, digestCrc32c: String(crc32c(sha256)) }));
      return call({ method: 'POST', path: `${name}:asymmetricSign`, body }, (answer) => {
        checkName(answer, name);
        if (ownMember(answer, 'verifiedDigestCrc32c') !== true)
          throw new UnreadableAnswer('it did not check the digest that it was sent');
        const signature = base64In(ownMember(answer, 'signature'));
        checkSum(ownMember(answer, 'signatureCrc32c'), signature);
        return signature;
      });
    },
  };
};

/** gcloud's own variable for another endpoint, such as one of Private Service Connect. */
const OVERRIDE = 'CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS';

const REFERENCE =
  /^gcpkms:\/\/(projects\/[a-z0-9][a-z0-9:.-]{0,62}\/locations\/[a-z0-9-]{1,63}\/keyRings\/[A-Za-z0-9_-]{1,63}\/cryptoKeys\/[A-Za-z0-9_-]{1,63})(?:\/(?:cryptoKeyVersions|versions)\/([1-9][0-9]{0,9}))?$/;

function newestOf(answer: Readonly<Record<string, unknown>>, keyName: string, uri: string): string {
  const listed = ownMember(answer, 'cryptoKeyVersions');
  const more = ownMember(answer, 'nextPageToken');
  const prefix = `${keyName}/cryptoKeyVersions/`;
  const numbers = (Array.isArray(listed) ? (listed as unknown[]) : []).flatMap((version) => {
    const name = isObject(version) ? ownMember(version, 'name') : undefined;
    if (typeof name !== 'string' || !name.startsWith(prefix)) return [];
    const number = Number(name.slice(prefix.length));
    return Number.isSafeInteger(number) ? [number] : [];
  });
  if (numbers.length === 0 || (typeof more === 'string' && more !== '')) {
    throw kmsRefused(
      uri,
      numbers.length === 0 ? 'no version of it is enabled' : 'it has more versions than are looked through',
      'Name the version: .../cryptoKeyVersions/1.',
    );
  }
  return `${prefix}${Math.max(...numbers)}`;
}

function checkName(answer: Readonly<Record<string, unknown>>, name: string): void {
  if (ownMember(answer, 'name') !== name) throw new UnreadableAnswer('it answered for another key version');
}

/** An int64, which JSON of Google writes as a text. */
function checkSum(sum: unknown, bytes: Uint8Array): void {
  if (Number(sum) !== crc32c(bytes) || (typeof sum !== 'string' && typeof sum !== 'number'))
    throw new UnreadableAnswer('its answer does not have its CRC-32C: it was damaged on its way');
}

const remedyFor = (status: number): string =>
  status === 404
    ? 'Check project, location, key ring, key and version.'
    : 'Give the account of the step the roles cloudkms.signer and cloudkms.publicKeyViewer on this key, and check that the version is enabled.';
