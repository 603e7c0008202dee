import type { Flag } from './flags.js';

/** Flags of the commands that have no action beside them. */
export const TESTBED_FLAGS: readonly Flag[] = [
  {
    name: 'state',
    kind: 'text',
    value: 'DIR',
    help: 'Folder for testbed.json, testbed.env and the trust files; images are kept in memory. Made if it is not there, in a folder that is; required.',
  },
  {
    name: 'referrers',
    kind: 'text',
    value: 'on|off|header|wrong-type',
    help:
      'Whether the registry has the referrers API. header: it sends OCI-Subject and has no API, as ECR was seen to do; ' +
      'wrong-type: its list comes as application/json. Default: on.',
  },
  {
    name: 'auth',
    kind: 'text',
    value: 'none|basic|token',
    help: 'How the registry asks for credentials. Default: none.',
  },
  {
    name: 'if-match',
    kind: 'text',
    value: 'on|off',
    help: 'Whether the registry honours If-Match and If-None-Match. Default: on.',
  },
  {
    name: 'delete',
    kind: 'text',
    value: 'on|off',
    help: 'Whether manifests can be deleted from the registry. Default: on.',
  },
  {
    name: 'immutable-tags',
    kind: 'text',
    value: 'off|on',
    help: 'Whether a tag of the registry that stands can never be moved. Default: off.',
  },
  {
    name: 'upstream',
    kind: 'text',
    value: 'HOST',
    help:
      'Serve a pull-through cache of this registry on loopback, as 127.0.0.1:PORT, in place of an own one: it serves images, ' +
      'no claims, and takes no writes. Its list of referrers is empty, or not there with --referrers off.',
  },
  {
    name: 'rekor',
    kind: 'text',
    value: 'v1|v2',
    help:
      'The log that signing_config.json names. Both are served, and trusted_root.json holds both. With v2, sign and attest ' +
      'want --transparency-log rekor-v2; with v1 they do not find the other one. Default: v1.',
  },
  { name: 'latency', kind: 'text', value: 'MS', help: 'Milliseconds added to every request. Default: 0.' },
  {
    name: 'issuer',
    kind: 'text',
    value: 'URL|own',
    help:
      'The issuer in tokens and certificates. Default: the string of GitHub Actions, since some verifiers accept no other; ' +
      "own is the test bed's own URL, for a real Fulcio.",
  },
  {
    name: 'claims',
    kind: 'text',
    value: 'FILE',
    help: 'A JSON object of token claims, laid over the defaults.',
  },
];

export const KEY_FLAGS: readonly Flag[] = [
  {
    name: 'output-prefix',
    kind: 'text',
    value: 'PREFIX',
    help: 'generate: the files are PREFIX.key and PREFIX.pub. Default: countersign.',
  },
  {
    name: 'key',
    kind: 'text',
    value: 'KEY',
    help:
      "public: a private key (PKCS#8, or cosign's encrypted form with COSIGN_PASSWORD) or a public one as a path or env://NAME, or " +
      'the URI of a key management service.',
  },
];

export const NOTATION_FLAGS: readonly Flag[] = [
  {
    name: 'notation-certificates',
    kind: 'text',
    value: 'FILE',
    help: 'The PEM chain that signs, leaf first and root last; required.',
  },
  {
    name: 'tsa-certificates',
    kind: 'text',
    value: 'FILE',
    help: 'PEM with the root of the timestamp authority; then a timestamp is demanded of every signature.',
  },
  { name: 'output-dir', kind: 'text', value: 'DIR', help: 'A new folder; required.' },
  {
    name: 'name',
    kind: 'text',
    value: 'NAME',
    help: 'What the statement and its trust stores are called. Default: countersign.',
  },
  {
    name: 'level',
    kind: 'text',
    value: 'strict|permissive|audit',
    help: 'How strictly signatures are verified. Default: strict.',
  },
];

/** The first five say where trust comes from, in the words of the settings that sign and verify have. */
export const TRUST_FLAGS: readonly Flag[] = [
  {
    name: 'trusted-root',
    kind: 'text',
    value: 'FILE',
    help: "A trusted_root.json. Else COUNTERSIGN_TRUSTED_ROOT, else Sigstore's public-good instance by TUF.",
  },
  {
    name: 'trusted-root-sha256',
    kind: 'text',
    value: 'HEX',
    help: 'The sha256 that the file of --trusted-root must have.',
  },
  {
    name: 'tuf-mirror',
    kind: 'text',
    value: 'URL',
    help: 'A TUF repository instead; needs --tuf-root. Else COUNTERSIGN_TUF_MIRROR with COUNTERSIGN_TUF_ROOT.',
  },
  {
    name: 'tuf-root',
    kind: 'text',
    value: 'FILE',
    help: 'The root.json that the mirror is trusted by.',
  },
  {
    name: 'signing-config',
    kind: 'text',
    value: 'FILE',
    help: 'export: a signing_config.json for the TUF repository. Else COUNTERSIGN_SIGNING_CONFIG, else that of the repository that trust comes from.',
  },
  {
    name: 'format',
    kind: 'text',
    value: 'all|cosign2|gh|kyverno|policy-controller|tuf',
    help: 'export: the form to write. Default: all.',
  },
  {
    name: 'output-dir',
    kind: 'text',
    value: 'DIR',
    help: 'export: the folder that the files go to, one that is not there yet or is empty; required.',
  },
  {
    name: 'force',
    kind: 'switch',
    value: '',
    help: 'export: replace the folder where it holds an earlier export and nothing else.',
  },
  {
    name: 'lifetime',
    kind: 'text',
    value: 'DAYSd',
    help: 'export: how long the TUF repository is valid, such as 90d; then export again. Default: 365d.',
  },
  {
    name: 'name',
    kind: 'text',
    value: 'NAME',
    help: 'export: the name of the TrustRoot of policy-controller. Default: sigstore.',
  },
];

export const DEMO_FLAGS: readonly Flag[] = [
  {
    name: 'image',
    kind: 'text',
    value: 'REF',
    help: 'Use a copy of this image instead. It is read from its registry, which is never written to.',
  },
  {
    name: 'sbom',
    kind: 'text',
    value: 'PATH',
    help: 'With --image: the SPDX or CycloneDX document to attest for it.',
  },
  {
    name: 'keep',
    kind: 'switch',
    value: '',
    help: 'Leave the test bed up until Ctrl-C and print how to go on with cosign and countersign.',
  },
];

/** The commands of the sigstore-conformance protocol read no variable for it. */
const BUNDLE_TRUSTED_ROOT: Flag = {
  name: 'trusted-root',
  kind: 'text',
  value: 'FILE',
  help: "A trusted_root.json. Default: Sigstore's public-good instance.",
};

export const SIGN_BUNDLE_FLAGS: readonly Flag[] = [
  {
    name: 'staging',
    kind: 'switch',
    value: '',
    help: "Sigstore's staging instance; needs --trusted-root and --signing-config, which are not built in.",
  },
  {
    name: 'in-toto',
    kind: 'switch',
    value: '',
    help: 'The file is an in-toto statement: it is signed in an envelope. Default: the file itself is signed.',
  },
  {
    name: 'identity-token',
    kind: 'text',
    value: 'TOKEN',
    help: 'OpenID Connect token for the audience "sigstore"; required.',
  },
  { name: 'bundle', kind: 'text', value: 'FILE', help: 'Where the bundle goes; required.' },
  BUNDLE_TRUSTED_ROOT,
  {
    name: 'signing-config',
    kind: 'text',
    value: 'FILE',
    help: "A signing_config.json; one that names Rekor v2 alone chooses it. Default: Sigstore's public-good instance.",
  },
  {
    name: 'public-log',
    kind: 'text',
    value: 'refuse|allow',
    help: 'Whether what is not known to be of a public repository may reach public logs. Default: refuse.',
  },
];

export const VERIFY_BUNDLE_FLAGS: readonly Flag[] = [
  {
    name: 'staging',
    kind: 'switch',
    value: '',
    help: "Sigstore's staging instance; needs --trusted-root, since its root is not built in.",
  },
  { name: 'bundle', kind: 'text', value: 'FILE', help: 'The bundle; required.' },
  { name: 'certificate-identity', kind: 'text', value: 'ID', help: 'The exact identity in the certificate.' },
  {
    name: 'certificate-oidc-issuer',
    kind: 'text',
    value: 'URL',
    help: 'The exact issuer in the certificate.',
  },
  { name: 'key', kind: 'text', value: 'PEM', help: 'A file with the public key, instead of an identity.' },
  BUNDLE_TRUSTED_ROOT,
];
