import { stringify } from 'yaml';
import { certificatesOf, lostWindows, oneEcdsaLog } from './choices.js';
import { textFile, type Form, type ToExport } from './form.js';

/**
 * What stands under `keyless:` of an attestor's entry in a ClusterPolicy with `type: Cosign`, beside issuer and subject:
 * the one way of Kyverno that asks no TUF repository. All certificates go to the roots: there is no other field for the
 * intermediate ones.
 */
export function kyvernoForm({ parts }: ToExport): Form {
  const { tlogs, ctlogs, certificateAuthorities } = parts;
  const rekor = oneEcdsaLog(tlogs, 'transparency log');
  const ctlog = oneEcdsaLog(ctlogs, 'certificate transparency log');
  if (certificateAuthorities.length === 0 || rekor.part === undefined) {
    const missing =
      rekor.part === undefined ? 'no transparency log with an ECDSA key' : 'no certificate authority';
    return {
      files: [],
      notes: [],
      impossible: `a ClusterPolicy of type Cosign needs both, and there is ${missing}`,
    };
  }
  const entry = {
    roots: certificatesOf(certificateAuthorities),
    rekor: { url: rekor.part.url, pubkey: rekor.part.pem },
    // Without a key Kyverno would take the public good's: with no log in the root there is nothing to look for.
    ctlog: ctlog.part === undefined ? { ignoreSCT: true } : { pubkey: ctlog.part.pem },
  };
  return {
    files: [textFile('kyverno/keyless.yaml', HEAD + stringify(entry))],
    notes: [
      ...lostWindows([rekor.part, ctlog.part, ...certificateAuthorities]),
      ...rekor.notes,
      ...ctlog.notes,
      ...(ctlog.part === undefined
        ? ['There is no certificate transparency log with an ECDSA key: ctlog.ignoreSCT is set.']
        : []),
      'ClusterPolicy of type SigstoreBundle and ImageValidatingPolicy read none of this: they want a TUF repository (format tuf).',
    ],
  };
}

const HEAD = `# kyverno.io/v1 ClusterPolicy, verifyImages[] with type: Cosign: goes under attestors[].entries[].keyless, beside issuer and subject.
`;
