/** A row of the table that says which layout serves whom. */
export interface Reader {
  /** The id of the verifier in this rig; absent where it was not run. */
  readonly verifier?: string;
  readonly title: string;
  /** The releases that read so. */
  readonly from: string;
  /** What of an image it looks at. */
  readonly reads: string;
  /** Why it was not run. */
  readonly notRun?: string;
}

/**
 * Who reads what, from which release on. The releases in which something changed are from the programs' sources and change
 * logs; what is said of the release that was run is checked by the run.
 */
export const READERS: readonly Reader[] = [
  { verifier: 'cosign2.4', title: 'cosign', from: 'up to 2.6.2', reads: 'tags' },
  {
    verifier: 'cosign2',
    title: 'cosign',
    from: '2.6.3 and later 2.6',
    reads: 'bundles, where there is none tags',
  },
  {
    verifier: 'cosign3',
    title: 'cosign',
    from: '3.0 on; Rekor v2 as Countersign logs it from 3.0.5 on',
    reads: 'bundles, where there is none tags',
  },
  {
    verifier: 'kyverno-cosign',
    title: 'Kyverno ClusterPolicy, `type: Cosign`',
    from: '1.13 to 1.19',
    reads: 'tags',
  },
  {
    verifier: 'kyverno-bundle',
    title: 'Kyverno ClusterPolicy, `type: SigstoreBundle`',
    from: '1.13 on; keys 1.19 on',
    reads: 'bundles',
  },
  {
    verifier: 'kyverno-image-validating',
    title: 'Kyverno ImageValidatingPolicy',
    from: '1.17 on',
    reads: 'bundles, where there is none tags',
  },
  {
    verifier: 'policy-tester',
    title: 'policy-controller',
    from: '0.12 on',
    reads: 'tags; bundles of certificates with `signatureFormat: bundle`',
  },
  {
    verifier: 'gh',
    title: 'gh attestation verify',
    from: '2.60 on, with `--bundle-from-oci`',
    reads: 'bundles',
  },
  {
    verifier: 'slsa-verifier',
    title: 'slsa-verifier verify-image',
    from: '2.7',
    reads: 'the `.att` tag, provenance of the builders that it knows',
  },
  { verifier: 'sigstore-js', title: 'sigstore-js', from: '5.0', reads: 'a bundle that it is handed' },
  {
    verifier: 'sigstore-python',
    title: 'sigstore-python',
    from: '4.5',
    reads: 'a bundle that it is handed',
  },
  {
    verifier: 'oras',
    title: 'oras discover',
    from: '1.3',
    reads: 'lists bundles and Notation’s signatures',
  },
  { verifier: 'notation', title: 'notation', from: '1.3', reads: 'Notation’s signatures' },
  {
    verifier: 'kyverno-notary',
    title: 'Kyverno, `type: Notary` and `notary` attestors',
    from: '1.19',
    reads: 'Notation’s signatures',
  },
  {
    title: 'Ratify',
    from: '1.4',
    reads: 'the `.sig` tag',
    notRun: 'it is a service for a cluster with a store of its own; what it reads is from its sources',
  },
  {
    title: 'podman, skopeo, Connaisseur, Kubewarden up to 1.30',
    from: 'all that are known',
    reads: 'the `.sig` tag',
    notRun: 'they verify with the form that cosign 2 writes, which the first row stands for',
  },
];
