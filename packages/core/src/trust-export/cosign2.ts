import { join } from 'node:path';
import { shellWord } from '../report/index.js';
import { certificatesOf, lostWindows, oneEcdsaLog, oneTsa } from './choices.js';
import { textFile, type Form, type ToExport } from './form.js';

/**
 * PEM files, and a file of variables that names them: what cosign 2 and slsa-verifier read (and cosign 3 with
 * `--new-bundle-format=false`) in place of a TUF repository, for signatures in the legacy layout.
 */
export function cosign2Form({ parts, folder }: ToExport): Form {
  const { tlogs, ctlogs, certificateAuthorities, timestampAuthorities } = parts;
  if (certificateAuthorities.length === 0)
    return { files: [], notes: [], impossible: 'the trusted root has no certificate authority' };
  const rekor = oneEcdsaLog(tlogs, 'transparency log');
  const ctlog = oneEcdsaLog(ctlogs, 'certificate transparency log');
  const tsa = oneTsa(timestampAuthorities);
  const named: readonly (readonly [variable: string, file: string, pem: string | undefined])[] = [
    ['SIGSTORE_ROOT_FILE', 'fulcio.pem', certificatesOf(certificateAuthorities)],
    ['SIGSTORE_REKOR_PUBLIC_KEY', 'rekor.pub', rekor.part?.pem],
    ['SIGSTORE_CT_LOG_PUBLIC_KEY_FILE', 'ctfe.pub', ctlog.part?.pem],
    ['SIGSTORE_TSA_CERTIFICATE_FILE', 'tsa.pem', tsa.part && certificatesOf([tsa.part])],
  ];
  const there = named.flatMap(([variable, file, pem]) =>
    pem === undefined ? [] : [{ variable, path: `cosign2/${file}`, pem }],
  );
  const lines = there.map(({ variable, path }) => `${variable}=${shellWord(join(folder, path))}\n`);
  return {
    files: [
      ...there.map(({ path, pem }) => textFile(path, pem)),
      textFile('cosign2/cosign2.env', HEAD + lines.join('')),
    ],
    notes: [
      'cosign 2.6 and 3 look at bundles first and want --trusted-root trusted_root.json for them, not this file.',
      ...lostWindows([rekor.part, ctlog.part, tsa.part, ...certificateAuthorities]),
      ...rekor.notes,
      ...ctlog.notes,
      ...tsa.notes,
      ...lacking('a transparency log', rekor.part, '--insecure-ignore-tlog=true'),
      ...lacking('a certificate transparency log', ctlog.part, '--insecure-ignore-sct=true'),
      ...(tsa.part === undefined
        ? []
        : [
            'SIGSTORE_TSA_CERTIFICATE_FILE is read with --use-signed-timestamps alone: signatures in the legacy layout hold no timestamps by default.',
          ]),
    ],
  };
}

const HEAD = `# For cosign up to 2.5, slsa-verifier, and cosign 3 with --new-bundle-format=false: set -a; . cosign2.env; set +a
# Not where bundles stand beside an image: cosign 2.6 and 3 look at those first, and each of these variables then ends in
# "trusted root is required". Give them --trusted-root with the trusted_root.json that lies beside this folder.
`;

/** Without the variable cosign takes the key of the public good: then it trusts somebody else's log. */
const lacking = (what: string, part: unknown, flag: string): readonly string[] =>
  part === undefined
    ? [`There is no key of ${what}: without ${flag} cosign asks the public-good TUF repository for one.`]
    : [];
