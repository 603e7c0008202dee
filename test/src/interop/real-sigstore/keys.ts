import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProcess } from '../../support/run-process.js';

/** What the servers are given; the password opens the two keys that their programs want encrypted. */
export interface ServerKeys {
  readonly password: string;
  /** Paths of PEM files. */
  readonly fulcioRoot: string;
  /** Intermediate, then root. */
  readonly fulcioChain: string;
  readonly fulcioKey: string;
  readonly ctlogKey: string;
  readonly ctlogPublic: string;
  readonly rekorKey: string;
  readonly rekorPublic: string;
  readonly rekorV2Key: string;
  readonly rekorV2Public: string;
}

const PASSWORD = 'only for this run';
const CURVE = { namedCurve: 'P-256' };
const PUBLIC = { type: 'spki', format: 'pem' } as const;
const ENCRYPTED = { cipher: 'aes-256-cbc', passphrase: PASSWORD } as const;

/** Makes every key, and the certificate authority of Fulcio as real ones are: a root, and an intermediate for code signing. */
export async function makeKeys(folder: string): Promise<ServerKeys> {
  const write = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text, { mode: 0o600 });
    return path;
  };
  const ctlog = generateKeyPairSync('ec', {
    ...CURVE,
    publicKeyEncoding: PUBLIC,
    // The CT server reads the older PEM encryption alone.
    privateKeyEncoding: { type: 'sec1', format: 'pem', ...ENCRYPTED },
  });
  const plain = { type: 'pkcs8', format: 'pem' } as const;
  const rekor = generateKeyPairSync('ec', {
    ...CURVE,
    publicKeyEncoding: PUBLIC,
    privateKeyEncoding: plain,
  });
  const rekorV2 = generateKeyPairSync('ed25519', { publicKeyEncoding: PUBLIC, privateKeyEncoding: plain });
  const authority = await makeAuthority(folder, write);
  return {
    password: PASSWORD,
    ...authority,
    ctlogKey: await write('ctlog.key.pem', ctlog.privateKey),
    ctlogPublic: await write('ctlog.pub.pem', ctlog.publicKey),
    rekorKey: await write('rekor.key.pem', rekor.privateKey),
    rekorPublic: await write('rekor.pub.pem', rekor.publicKey),
    rekorV2Key: await write('rekor-v2.key.pem', rekorV2.privateKey),
    rekorV2Public: await write('rekor-v2.pub.pem', rekorV2.publicKey),
  };
}

const ROOT_EXTENSIONS = [
  'basicConstraints=critical,CA:TRUE,pathlen:1',
  'keyUsage=critical,keyCertSign,cRLSign',
  'subjectKeyIdentifier=hash',
];
const INTERMEDIATE_EXTENSIONS = [
  'basicConstraints=critical,CA:TRUE,pathlen:0',
  'keyUsage=critical,keyCertSign,cRLSign',
  'extendedKeyUsage=codeSigning',
  'subjectKeyIdentifier=hash',
  'authorityKeyIdentifier=keyid',
];

async function makeAuthority(
  folder: string,
  write: (name: string, text: string) => Promise<string>,
): Promise<Pick<ServerKeys, 'fulcioRoot' | 'fulcioChain' | 'fulcioKey'>> {
  const key = (): string =>
    generateKeyPairSync('ec', {
      ...CURVE,
      publicKeyEncoding: PUBLIC,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem', ...ENCRYPTED },
    }).privateKey;
  const [rootKey, fulcioKey] = [
    await write('fulcio-root.key.pem', key()),
    await write('fulcio.key.pem', key()),
  ];
  const certificate = (name: string, ownKey: string, extensions: readonly string[], issuer: string[]) =>
    openssl(folder, [
      ...['req', '-x509', '-new', '-days', '30', '-subj', `/O=interop/CN=${name}`],
      ...['-key', ownKey, '-passin', `pass:${PASSWORD}`],
      ...extensions.flatMap((each) => ['-addext', each]),
      ...issuer,
    ]);
  const root = await certificate('fulcio root', rootKey, ROOT_EXTENSIONS, []);
  const fulcioRoot = await write('fulcio-root.pem', root);
  const intermediate = await certificate('fulcio', fulcioKey, INTERMEDIATE_EXTENSIONS, [
    ...['-CA', fulcioRoot, '-CAkey', rootKey],
  ]);
  return { fulcioRoot, fulcioChain: await write('fulcio-chain.pem', intermediate + root), fulcioKey };
}

async function openssl(folder: string, args: readonly string[]): Promise<string> {
  // An empty configuration: none of the machine's own extensions gets into the certificates.
  const config = join(folder, 'openssl.cnf');
  await writeFile(config, '[req]\ndistinguished_name = name\n[name]\n');
  const { code, stdout, stderr } = await runProcess('openssl', args, { env: { OPENSSL_CONF: config } });
  if (code !== 0) throw new Error(`openssl ${args[0] ?? ''}: ${stderr}`);
  return stdout;
}
