import { stringify } from 'yaml';
import { memberAt } from '../json.js';
import {
  isEcdsa,
  type AuthorityPart,
  type LogPart,
  type TrustMaterial,
  type TrustParts,
} from '../trust/index.js';
import { signTufRepository, type TargetToSign } from '../trust/signing/index.js';
import { leftOutKeys, lostWindows } from './choices.js';
import { textFile, type ExportedFile, type Form, type ToExport } from './form.js';
import { packMirror } from './mirror-archive.js';

/**
 * A TrustRoot of policy-controller in two forms, of which one is applied: `sigstoreKeys` (keys and chains), and
 * `repository` (a TUF repository in the object itself). Its controller refuses a whole root for one log whose key is not
 * ECDSA, so both are without such logs.
 */
export async function policyControllerForm(given: ToExport): Promise<Form> {
  const { parts, name, material, expires } = given;
  const { tlogs, ctlogs, certificateAuthorities, timestampAuthorities } = parts;
  const nameless = [...certificateAuthorities, ...timestampAuthorities, ...tlogs, ...ctlogs].filter(
    ({ url }) => url === '',
  );
  const withUrl = <T extends { readonly url: string }>(list: readonly T[]): readonly T[] =>
    list.filter(({ url }) => url !== '');
  const authorities = withUrl(certificateAuthorities);
  if (authorities.length === 0) {
    return { files: [], notes: [], impossible: 'a TrustRoot needs a certificate authority with a URL' };
  }
  const keys = {
    certificateAuthorities: authorities.map(authority),
    tLogs: withUrl(tlogs).filter(isEcdsa).map(log),
    ctLogs: withUrl(ctlogs).filter(isEcdsa).map(log),
    timestampAuthorities: withUrl(timestampAuthorities).map(authority),
  };
  const mirror = await repository(material, parts, expires);
  return {
    files: [
      trustRoot('keys', name, { sigstoreKeys: keys }),
      ...(mirror === undefined ? [] : [trustRoot('repository', name, { repository: mirror })]),
    ],
    notes: [
      'trustroot-keys.yaml and trustroot-repository.yaml have the same name: apply one of them.',
      ...lostWindows([...[...tlogs, ...ctlogs].filter(isEcdsa), ...authorities, ...timestampAuthorities]).map(
        (note) => `trustroot-keys.yaml: ${note}`,
      ),
      ...leftOutKeys(tlogs, 'transparency log'),
      ...leftOutKeys(ctlogs, 'certificate transparency log'),
      ...nameless.map(
        () => 'trustroot-keys.yaml: an entry without a URL is left out, since the field is required.',
      ),
      mirror === undefined
        ? 'trustroot-repository.yaml is left out: policy-controller reads no file of a repository beyond 31 KiB whole.'
        : `trustroot-repository.yaml works until ${expires.toISOString()}; then export it again.`,
      'policy-controller 0.15.1 verifies bundles with no TrustRoot of your own (sigstore/policy-controller#1968): these serve the legacy layout.',
    ],
  };
}

const trustRoot = (kind: string, name: string, spec: object): ExportedFile =>
  textFile(
    `policy-controller/trustroot-${kind}.yaml`,
    stringify(
      { apiVersion: 'policy.sigstore.dev/v1alpha1', kind: 'TrustRoot', metadata: { name }, spec },
      // A base64 text is one line: the field is bytes.
      { lineWidth: 0 },
    ),
  );

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const log = ({ url, pem }: LogPart): object => ({
  baseURL: url,
  hashAlgorithm: 'sha-256',
  publicKey: base64(pem),
});

/** Both names are required and neither is compared with anything. */
const authority = ({ url, organization, commonName, certificates }: AuthorityPart): object => ({
  subject: { organization: organization || 'unknown', commonName: commonName || 'unknown' },
  uri: url,
  certChain: base64(certificates.map(({ pem }) => pem).join('')),
});

/**
 * The controller takes trusted_root.json. policy-tester 0.15.1 asks for a target without a name and then falls back to
 * single files by their usage (cmd/tester/trustroot.go), so those are there too: it knows no timestamp authority.
 * undefined: a file is too large to be read whole.
 */
async function repository(
  material: TrustMaterial,
  { tlogs, ctlogs, certificateAuthorities }: TrustParts,
  expires: Date,
): Promise<object | undefined> {
  const bytes = withLogs(material, tlogs.map(isEcdsa), ctlogs.map(isEcdsa));
  const targets = [
    { path: 'trusted_root.json', bytes },
    ...certificateAuthorities.map(({ url, certificates }, at) =>
      used('Fulcio', `fulcio-${at}.pem`, url, certificates.map(({ pem }) => pem).join('')),
    ),
    ...tlogs.filter(isEcdsa).map(({ url, pem }, at) => used('Rekor', `rekor-${at}.pub`, url, pem)),
    ...ctlogs.filter(isEcdsa).map(({ url, pem }, at) => used('CTFE', `ctfe-${at}.pub`, url, pem)),
  ];
  const { root, files } = signTufRepository(targets, { expires });
  const archive = await packMirror(files);
  if (archive === undefined) return undefined;
  return {
    root: Buffer.from(root).toString('base64'),
    mirrorFS: archive.toString('base64'),
    targets: 'targets',
  };
}

const used = (usage: string, path: string, uri: string, pem: string): TargetToSign => ({
  path,
  bytes: Buffer.from(pem),
  custom: { sigstore: { usage, status: 'Active', uri } },
});

/** The document without some logs, all else as it was read; its very bytes where every log stays. */
function withLogs(
  { bytes }: TrustMaterial,
  tlogs: readonly boolean[],
  ctlogs: readonly boolean[],
): Uint8Array {
  if ([...tlogs, ...ctlogs].every(Boolean)) return bytes;
  const document = JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>;
  const kept = (name: string, keep: readonly boolean[]): unknown[] => {
    const list = memberAt(document, name);
    return Array.isArray(list) ? (list as unknown[]).filter((_, at) => keep[at]) : [];
  };
  return Buffer.from(
    JSON.stringify({ ...document, tlogs: kept('tlogs', tlogs), ctlogs: kept('ctlogs', ctlogs) }),
  );
}
