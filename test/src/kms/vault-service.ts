import { generateKeyPairSync } from 'node:crypto';
import { commonTwist, serve, type Answer, type Arrived, type KeyService, type Twist } from './service.js';
import { answeredSignature } from './sign-digest.js';

const TOKEN = 'hvs.vault-token-0123456789';

/** The transit engine of Vault, with a key whose second version is the newest. */
export async function startVault(elsewhere: string): Promise<KeyService> {
  const [first, key, other] = [1, 2, 3].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  if (first === undefined || key === undefined || other === undefined) throw new Error('no keys');
  const complaints: string[] = [];
  let signed = 0;
  const service: { twist: Twist | undefined } = { twist: undefined };
  const pemOf = (pair: typeof key): string =>
    pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();

  const handle = ({ method, path, headers, body }: Arrived): Answer => {
    if (headers['x-vault-token'] !== TOKEN || headers['x-vault-namespace'] !== 'team') {
      complaints.push(`without token or namespace: ${path}`);
      return { status: 403, json: { errors: ['permission denied'] } };
    }
    if (method === 'GET' && path === '/v1/signing/transit/keys/release') {
      const keys = {
        '1': { name: 'P-256', public_key: pemOf(first) },
        '2': { name: 'P-256', public_key: pemOf(key) },
      };
      const type = service.twist === 'wrong-kind' ? 'ed25519' : 'ecdsa-p256';
      return { status: 200, json: { data: { name: 'release', type, latest_version: 2, keys } } };
    }
    // Vault takes either, and its own client sends PUT.
    if (!['POST', 'PUT'].includes(method) || path !== '/v1/signing/transit/sign/release/sha2-256') {
      complaints.push(`an unknown request: ${method} ${path}`);
      return { status: 404, json: { errors: [] } };
    }
    signed += 1;
    const common = commonTwist(service, elsewhere, TOKEN, {
      status: 429,
      headers: { 'retry-after': '0' },
      json: { errors: ['request path quota exceeded'] },
    });
    if (common !== undefined) return common;
    const input = JSON.parse(body.toString()) as Record<string, unknown>;
    if (input.prehashed !== true || input.key_version !== 2 || input.marshaling_algorithm !== 'asn1')
      complaints.push(`not the request of a signature: ${JSON.stringify(input)}`);
    const secret = service.twist === 'wrong-signature' ? other.privateKey : key.privateKey;
    const signature = answeredSignature(
      service.twist,
      secret,
      Buffer.from(String(input.input), 'base64'),
      'der',
    );
    const version = service.twist === 'other-key' ? 'v1' : 'v2';
    return { status: 200, json: { data: { signature: `vault:${version}:${signature.toString('base64')}` } } };
  };
  const server = await serve(handle);
  const { host } = server;
  return Object.assign(service, {
    uri: 'hashivault://release',
    env: {
      VAULT_ADDR: `http://${host}`,
      VAULT_TOKEN: TOKEN,
      VAULT_NAMESPACE: 'team',
      TRANSIT_SECRET_ENGINE_PATH: 'signing/transit',
    },
    publicKeyPem: pemOf(key),
    secrets: [TOKEN],
    complaints,
    signed: () => signed,
    stop: () => server.stop(),
  });
}
