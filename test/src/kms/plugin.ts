import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface PluginOptions {
  /** Signs in place of the key whose public half is told. */
  readonly secret?: KeyObject;
  /** JavaScript that runs in place of its answer to signing. */
  readonly instead?: string;
}

export interface Plugin {
  readonly publicKeyPem: string;
  /** A file with what it was called with last. */
  readonly seen: string;
}

/** Writes a program `sigstore-kms-NAME` that speaks sigstore's plugin protocol v1 into a folder, with a key of its own. */
export async function writePlugin(
  folder: string,
  name: string,
  { secret, instead }: PluginOptions = {},
): Promise<Plugin> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const secretPem = (secret ?? privateKey).export({ type: 'pkcs8', format: 'pem' }).toString();
  const seen = join(folder, 'seen.json');
  const script = `#!${process.execPath}
const { createSign } = require('node:crypto');
const { readFileSync, writeFileSync } = require('node:fs');
const call = JSON.parse(process.argv[3]);
const stdin = readFileSync(0);
const seen = { version: process.argv[2], call, stdin: stdin.toString('base64'), env: process.env };
writeFileSync(${JSON.stringify(seen)}, JSON.stringify(seen));
process.stderr.write('touch your token\\n');
// The protocol disregards the exit status.
const answer = (value) => { process.stdout.write(JSON.stringify(value)); process.exitCode = 3; };
const sign = () => createSign('sha256').update(stdin).sign(${JSON.stringify(secretPem)}).toString('base64');
const pem = Buffer.from(${JSON.stringify(publicKeyPem)}).toString('base64');
if (call.methodName === 'publicKey') answer({ publicKey: { publicKeyPEM: pem } });
else { ${instead ?? 'answer({ signMessage: { signature: sign() } })'} }
`;
  const path = join(folder, `sigstore-kms-${name}`);
  await writeFile(path, script);
  await chmod(path, 0o755);
  return { publicKeyPem, seen };
}
