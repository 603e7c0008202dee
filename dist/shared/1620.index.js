export const id = 1620;
export const ids = [1620];
export const modules = {

/***/ 38684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/**
 * The name that a misspelled or shortened one most likely meant: the only one that begins with it, else the nearest, if at
 * most a third of its letters are wrong.
 */
function nearest(name, names) {
    const [begun, ...others] = names.filter((candidate) => candidate.startsWith(name));
    if (begun !== undefined && others.length === 0 && name.length >= MIN_PREFIX_CHARS)
        return begun;
    const allowed = Math.max(1, Math.floor(name.length / 3));
    const [best] = names
        .map((candidate) => ({ candidate, distance: distance(name, candidate) }))
        .filter((each) => each.distance <= allowed)
        .sort((a, b) => a.distance - b.distance);
    return best?.candidate;
}
/** Fewer letters say little about what was meant, even where only one name begins with them. */
const MIN_PREFIX_CHARS = 3;
/**
 * How many slips of the finger lie between two texts: a letter too many, one missing, another one, or two neighbours
 * swapped (optimal string alignment), one row at a time.
 */
function distance(from, to) {
    let [before, row] = [
        [],
        Array.from({ length: to.length + 1 }, (_, column) => column),
    ];
    for (let index = 0; index < from.length; index++) {
        const next = [index + 1];
        for (let column = 1; column <= to.length; column++) {
            const replaced = (row[column - 1] ?? 0) + (from[index] === to[column - 1] ? 0 : 1);
            const swapped = index > 0 && column > 1 && from[index] === to[column - 2] && from[index - 1] === to[column - 1]
                ? (before[column - 2] ?? 0) + 1
                : Infinity;
            next.push(Math.min(replaced, swapped, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
        }
        [before, row] = [row, next];
    }
    return row[to.length] ?? 0;
}


/***/ }),

/***/ 61620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yy: () => (/* reexport */ SETTINGS),
  rU: () => (/* reexport */ identitySources),
  nearest: () => (/* reexport */ build_nearest/* nearest */.p),
  Tj: () => (/* reexport */ parseAttest),
  Xs: () => (/* reexport */ parseDoctor),
  ii: () => (/* reexport */ parseGet),
  rl: () => (/* reexport */ parseSbom),
  b5: () => (/* reexport */ parseScan),
  hG: () => (/* reexport */ parseSign),
  J3: () => (/* reexport */ parseTools),
  cZ: () => (/* reexport */ parseTree),
  EV: () => (/* reexport */ parseTrustSources),
  LT: () => (/* reexport */ parseVerify),
  qh: () => (/* reexport */ readKeySources),
  settingsOf: () => (/* reexport */ settingsOf)
});

// UNUSED EXPORTS: unknownName

;// CONCATENATED MODULE: ./packages/core/build/options/catalogue-entry.js
/** An entry of the catalogue that is an input of its own. */
const input = (name, group, commands, help, about = {}) => ({
    name,
    commands,
    group,
    help,
    input: true,
    kind: 'text',
    value: 'TEXT',
    secret: false,
    ...about,
});
/** An entry that is a line of the `settings` input. */
const line = (name, group, commands, help, about) => input(name, group, commands, help, { ...about, input: false });

;// CONCATENATED MODULE: ./packages/core/build/options/commands.js
const SIGNING = ['sign', 'attest'];
const ATTEST = ['attest'];
const VERIFY = ['verify'];
/** Commands that are told whose claims count. */
const JUDGING = ['verify', 'tree', 'doctor', 'get'];
/** Commands about the claims of any number of images. */
const EVERY = [...SIGNING, 'verify', 'tree', 'doctor'];
/** Commands that read an image from a registry. */
const READING = [...EVERY, 'get', 'sbom', 'scan'];
/** Commands that speak to any server. */
const CONNECTING = [...READING, 'tools'];

;// CONCATENATED MODULE: ./packages/core/build/options/catalogue-claims.js


/** What is attested. */
const CLAIM_SETTINGS = [
    input('signature', 'claims', ATTEST, 'Sign the image too, in the same session: one key, one certificate.', {
        kind: 'boolean',
        default: 'false',
    }),
    input('sbom', 'claims', ATTEST, 'SPDX or CycloneDX JSON files, one per line, as `[PLATFORM=]PATH`. A document goes to the digest that it names, else to PLATFORM, else to the digest given.', {
        kind: 'lines',
        value: '[PLATFORM=]PATH',
    }),
    input('vulnerability-report', 'claims', ATTEST, 'Predicates of scans as `scan` writes them (cosign vuln v1; in-toto vulns v0.2), one per line. Each goes to the digest that it names, else to PLATFORM, else to the digest given.', {
        kind: 'lines',
        value: '[PLATFORM=]PATH',
    }),
    input('openvex', 'claims', ATTEST, 'OpenVEX 0.2.0 documents, one per line. Each goes to PLATFORM, else to the digest given.', {
        kind: 'lines',
        value: '[PLATFORM=]PATH',
    }),
    input('provenance', 'claims', ATTEST, 'Attest SLSA provenance v1 from the claims of the identity token (cosign calls that type `slsaprovenance1`).', {
        kind: 'boolean',
        default: 'false',
    }),
    input('predicate-type', 'claims', ATTEST, 'The type URI of the predicate in `predicate-path`.', {
        value: 'URI',
    }),
    input('predicate-path', 'claims', ATTEST, 'A JSON file with a predicate of the type given.', {
        value: 'PATH',
    }),
];

;// CONCATENATED MODULE: ./packages/core/build/options/catalogue-doctor.js

const DOCTOR = ['doctor'];
/** Settings that only doctor has. */
const DOCTOR_SETTINGS = [
    input('for', 'requirements', DOCTOR, 'Verifiers that have to accept the image, such as `kyverno,cosign3`; by default all, but for what they are not made for.', { kind: 'lines', value: 'NAME' }),
    input('repair', 'storage', DOCTOR, 'Mend the list of referrers, and add the layouts that can be made of the claims of the identity or key given. Nothing is signed.', { kind: 'boolean', default: 'false' }),
    input('markdown', 'requirements', DOCTOR, 'Print the tables as Markdown.', {
        kind: 'boolean',
        default: 'false',
    }),
];

;// CONCATENATED MODULE: ./packages/core/build/options/catalogue-get.js

const GET = ['get'];
/** Settings that only get has. */
const GET_SETTINGS = [
    input('type', 'claims', GET, 'What to print: `spdx`, `cyclonedx`, `sbom`, `slsaprovenance` (v1 or v0.2; `slsaprovenance1` and `slsaprovenance02` one of them), `vuln`, `scan`, `openvex` or a predicate type URI. Required.', { value: 'NAME|URI' }),
    input('platform', 'image', GET, 'The platform whose predicate is meant. Else the digest given.', {
        value: 'OS/ARCH',
    }),
    input('all', 'claims', GET, 'Print a JSON list of all that verified, the newest first.', {
        kind: 'boolean',
        default: 'false',
    }),
];

;// CONCATENATED MODULE: ./packages/core/build/options/catalogue-image.js


/** Which image is meant. */
const IMAGE_SETTINGS = [
    input('images', 'image', [...EVERY, 'get'], 'Images, one per line, as `registry/repository@sha256:…`, or OCI layout folders as `oci:FOLDER[:TAG][@sha256:…]`.', {
        kind: 'lines',
        value: 'IMAGE',
    }),
    input('image', 'image', READING, 'One image as `registry/repository`, together with `digest`; or an OCI layout folder as `oci:FOLDER[:TAG]`.', {
        value: 'IMAGE',
    }),
    input('digest', 'image', READING, 'The digest of `image`, as docker/build-push-action gives it (`name@sha256:…` is taken apart).', {
        value: 'DIGEST',
    }),
    input('allow-tag', 'image', READING, 'Accept a tag and resolve it once, at the start. Without it a tag is refused with the digest that it points at. A tag of a folder needs no leave.', {
        kind: 'boolean',
        default: 'false',
    }),
    input('platforms', 'image', EVERY, '`all`: the index and each platform manifest; `index`: only the digest given.', {
        kind: 'choice',
        choices: ['all', 'index'],
        default: 'all',
    }),
    line('name', 'image', SIGNING, 'What claims call images in folders, as `registry/repository`: where they will be pushed. Else the full name that the folder gives them, else the name of the folder.', { value: 'NAME' }),
];

;// CONCATENATED MODULE: ./packages/core/build/options/catalogue-notation.js

/** Signatures of the Notary Project: to make them, and whom to trust for them. */
const NOTATION_SETTINGS = [
    line('notation-key', 'identity', ['sign'], 'Sign for Notation as well, with this key (PEM; ECDSA P-256, P-384, P-521, RSA 2048, 3072, 4096): a path, `env://NAME`, or the URI of a key management service (P-256).', { value: 'KEY' }),
    line('notation-certificates', 'identity', ['sign'], 'PEM file with the certificate of `notation-key`, then those that issued it, the root last.', { value: 'PATH' }),
    line('signature-format', 'storage', ['sign'], 'The envelope of a Notation signature.', {
        kind: 'choice',
        choices: ['jws', 'cose'],
        default: 'jws',
    }),
    line('notation-expiry', 'storage', ['sign'], 'How long a Notation signature is good, such as `90d` or `12h`. Without it: as long as its certificate or timestamp.', { value: 'DURATION' }),
    line('notation-trust-policy', 'requirements', ['verify', 'tree', 'doctor'], 'A trust policy of notation (trustpolicy.json or trustpolicy.oci.json): whom `require: notation` accepts; with it doctor asks Notation too.', { value: 'PATH' }),
    line('notation-trust-store', 'requirements', ['verify', 'tree', 'doctor'], 'The folder with the certificates that `notation-trust-policy` trusts (`x509/ca/NAME/...`). Default: `truststore` beside the policy.', { value: 'DIR' }),
];

// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
;// CONCATENATED MODULE: ./packages/core/build/options/catalogue-sbom.js


const SBOM = ['sbom'];
/** Settings that only generate-sbom has. */
const SBOM_SETTINGS = [
    input('path', 'image', SBOM, 'A folder or file to describe instead of an image, such as a checkout.', {
        value: 'PATH',
    }),
    input('platforms', 'image', SBOM, '`all`, or the platforms to describe, one per line (`linux/amd64`). The index gets a document only where all of its platforms are described.', { kind: 'lines', value: 'PLATFORM', default: 'all' }),
    input('formats', 'sbom', SBOM, 'Documents to write: `spdx-json`, `cyclonedx-json`, `syft-json`; one per line.', {
        kind: 'lines',
        value: 'FORMAT',
        default: 'spdx-json, cyclonedx-json, syft-json',
    }),
    input('source', 'sbom', SBOM, '`syft`: describe the image; `buildkit`: take the SBOM attestation that BuildKit put into its index, and check it alike.', { kind: 'choice', choices: ['syft', 'buildkit'], default: 'syft' }),
    input('sbom', 'sbom', SBOM, 'Files to check instead of making any, one per line, as `[PLATFORM=]PATH`. They are written on byte for byte.', { kind: 'lines', value: '[PLATFORM=]PATH' }),
    input('output-dir', 'sbom', SBOM, 'The folder for the documents; without it a temporary one.', {
        value: 'DIR',
    }),
    input('on-incomplete', 'sbom', SBOM, 'What an SBOM does that misses what is in the image: `fail` (nothing is written) or `warn`.', { kind: 'choice', choices: ['fail', 'warn'], default: 'fail' }),
    input('allow-empty', 'sbom', SBOM, 'Accept an SBOM without any package, as of a static binary.', {
        kind: 'boolean',
        default: 'false',
    }),
    input('baseline', 'sbom', SBOM, 'What to compare with: files as `[PLATFORM=]PATH.json`, one per line, or the image of the last release, a tag allowed, whose verified SBOM attestations count.', { kind: 'lines', value: 'BASELINE' }),
    input('max-drop', 'sbom', SBOM, 'By how many percent the number of packages may be below that of the baseline.', { kind: 'number', value: 'PERCENT', default: '30' }),
    input('min-quality', 'sbom', SBOM, 'What the documents have to say at least, one per line: the share of packages with `version`, `purl`, `license`, `supplier` or `hash` (`version=0.9`), or `ntia`.', { kind: 'lines', value: 'MEASURE=SHARE' }),
    input('dependency-snapshot', 'sbom', SBOM, "Send the packages to GitHub's dependency graph (`contents: write`). A fork's pull request skips it with a note.", { kind: 'boolean', default: 'false' }),
    input('github-token', 'sbom', SBOM, 'The token for `dependency-snapshot`: that of the job, `github.token`.', {
        value: 'TOKEN',
        secret: true,
    }),
    input('upload-artifact', 'sbom', SBOM, 'Upload what was written as a workflow artifact of this name; without it nothing is uploaded. It needs no permission; not on GitHub Enterprise Server.', { value: 'NAME' }),
    input('dry-run', 'sbom', SBOM, 'Resolve the image and say what would be described; describe nothing.', {
        kind: 'boolean',
        default: 'false',
    }),
    line('spdx-version', 'sbom', SBOM, 'The version of SPDX that is written.', {
        kind: 'choice',
        choices: ['2.2', '2.3'],
        default: '2.3',
    }),
    line('cyclonedx-version', 'sbom', SBOM, 'The version of CycloneDX that is written.', {
        kind: 'choice',
        choices: ['1.4', '1.5', '1.6', '1.7'],
        default: '1.6',
    }),
    line('artifact-retention', 'sbom', SBOM, 'How many days the workflow artifact is kept; without it what the repository says.', { kind: 'number', value: 'DAYS' }),
    line('supplier', 'sbom', SBOM, 'Who supplies the image, as the documents name it.', { value: 'NAME' }),
    line('syft-version', 'sbom', SBOM, 'The syft to use; without it the one that this release knows.', {
        value: 'VERSION',
    }),
    line('allow-path', 'sbom', SBOM, 'Use a syft that is on PATH; its version is checked, its bytes are not.', {
        kind: 'boolean',
        default: 'false',
    }),
    line('syft-path', 'sbom', SBOM, 'A syft that is there already: the syft-path output of setup-tools.', {
        value: 'PATH',
    }),
    line('tool-mirror', 'sbom', SBOM, 'Where syft is downloaded from first: a base URL, or `oci:` and a repository.', {
        value: 'MIRROR',
    }),
    line('syft-timeout', 'sbom', SBOM, 'How long describing one platform may take.', {
        kind: 'duration',
        value: 'DURATION',
        default: `${limits/* DEFAULT_SYFT_TIMEOUT_MINUTES */.Dwl}m`,
    }),
    line('baseline-certificate-identity', 'signer', SBOM, 'The attested baseline counts where made by this identity (SAN), exactly; one per line.', { kind: 'lines', value: 'IDENTITY' }),
    line('baseline-certificate-oidc-issuer', 'signer', SBOM, 'The attested baseline counts where made by an identity of this issuer.', { value: 'URL' }),
    line('baseline-source-repository', 'signer', SBOM, 'The attested baseline counts where made by a workflow of this repository (owner/name).', { kind: 'lines', value: 'OWNER/NAME' }),
    line('baseline-signer-workflow', 'signer', SBOM, 'The attested baseline counts where made by this workflow (owner/name/.github/workflows/file.yml[@ref]).', { kind: 'lines', value: 'WORKFLOW' }),
    line('baseline-key', 'signer', SBOM, 'The attested baseline counts where made by this public key: a PEM file, or `env://NAME`.', { kind: 'lines', value: 'PATH' }),
];

;// CONCATENATED MODULE: ./packages/core/build/options/catalogue-scan.js

const SCAN = ['scan'];
/** Settings that only scan has. */
const SCAN_SETTINGS = [
    input('sbom', 'scan', SCAN, 'SBOM files to scan, one per line, as `[PLATFORM=]PATH`: syft-json (best), SPDX or CycloneDX JSON. With `image`: each has to describe the digest that it is scanned for.', { kind: 'lines', value: '[PLATFORM=]PATH' }),
    input('path', 'scan', SCAN, 'A folder or file to scan, such as a checkout.', { value: 'PATH' }),
    input('report', 'scan', SCAN, 'Existing reports to judge, one per line, as `[PLATFORM=]PATH`: grype JSON, trivy JSON or a cosign vuln predicate. Nothing is scanned then.', { kind: 'lines', value: '[PLATFORM=]PATH' }),
    input('fail-on', 'gate', SCAN, 'The lowest severity that fails; `none`: severity does not decide.', {
        kind: 'choice',
        choices: ['critical', 'high', 'medium', 'low', 'negligible', 'none'],
        default: 'high',
    }),
    input('only-fixed', 'gate', SCAN, 'Only findings with a fix count for `fail-on`.', {
        kind: 'boolean',
        default: 'false',
    }),
    input('on-unknown-severity', 'gate', SCAN, 'What a finding without a severity does.', {
        kind: 'choice',
        choices: ['fail', 'warn', 'ignore'],
        default: 'warn',
    }),
    input('epss-threshold', 'gate', SCAN, 'Fail from this probability of exploitation on (EPSS, 0 to 1).', {
        value: 'PROBABILITY',
    }),
    input('kev', 'gate', SCAN, 'What a vulnerability does that is known to be exploited (CISA KEV).', {
        kind: 'choice',
        choices: ['fail', 'ignore'],
        default: 'fail',
    }),
    input('risk-threshold', 'gate', SCAN, "Fail from this risk on (grype's, 0 to 100).", { value: 'RISK' }),
    input('grace', 'gate', SCAN, 'Days by severity before a finding counts, from the day on which a fix was available: `critical=0d, high=7d`.', { value: 'GRACE' }),
    input('max-new', 'gate', SCAN, 'At most so many findings that the baseline does not have.', {
        value: 'COUNT',
    }),
    input('baseline', 'gate', SCAN, 'What `max-new` compares with: a report file, `attested` (the last verified scan attestation of this image) or `attested:IMAGE`, a tag allowed.', { value: 'BASELINE' }),
    input('waivers', 'gate', SCAN, 'The waiver file. Without it `.countersign/waivers.yaml`, where there is one.', { value: 'PATH' }),
    input('vex', 'gate', SCAN, 'VEX files (OpenVEX or CSAF), one per line.', { kind: 'lines', value: 'PATH' }),
    input('formats', 'scan', SCAN, 'Further files besides grype JSON, SARIF, vuln predicate and summary: `vdr` (CycloneDX), `junit`, `in-toto-vulns`; one per line.', { kind: 'lines', value: 'vdr|junit|in-toto-vulns' }),
    input('output-dir', 'scan', SCAN, 'The folder for the files; without it a temporary one.', {
        value: 'DIR',
    }),
    input('upload-sarif', 'scan', SCAN, "Send the SARIF to GitHub's code scanning (`security-events: write`). A fork's pull request skips it with a note.", { kind: 'boolean', default: 'false' }),
    input('github-token', 'scan', SCAN, 'The token for `upload-sarif`: that of the job, `github.token`.', {
        value: 'TOKEN',
        secret: true,
    }),
    line('dry-run', 'scan', SCAN, 'Check everything and say what would be scanned; scan nothing.', {
        kind: 'boolean',
        default: 'false',
    }),
    line('db-update', 'scan', SCAN, '`auto`: update the vulnerability database first; `never`: use the one that is there.', { kind: 'choice', choices: ['auto', 'never'], default: 'auto' }),
    line('db-mirror', 'scan', SCAN, "A URL to update the database from, instead of the vendor's.", {
        value: 'URL',
    }),
    line('db-file', 'scan', SCAN, 'A database file to import instead: an archive as the vendor makes it, or a `.db`.', {
        value: 'PATH',
    }),
    line('db-dir', 'scan', SCAN, 'The folder that keeps the database between runs (for a cache). Without it one of ours.', { value: 'DIR' }),
    line('max-db-age', 'scan', SCAN, 'How old a database may be to decide: days or hours.', {
        value: 'AGE',
        default: '5d',
    }),
    line('db-timeout', 'scan', SCAN, 'How long one attempt to update the database may take.', {
        kind: 'duration',
        value: 'DURATION',
        default: '10m',
    }),
    line('scan-timeout', 'scan', SCAN, 'How long the scan of one platform may take.', {
        kind: 'duration',
        value: 'DURATION',
        default: '15m',
    }),
    line('grype-version', 'scan', SCAN, 'The grype to use; without it the one that this release knows.', {
        value: 'VERSION',
    }),
    line('grype-path', 'scan', SCAN, 'A grype that is there already: the path output of setup-tools.', {
        value: 'PATH',
    }),
    line('allow-path', 'scan', SCAN, 'Use a grype and a syft that are on PATH; their versions are checked, their bytes are not.', {
        kind: 'boolean',
        default: 'false',
    }),
    line('syft-version', 'scan', SCAN, 'The syft to use for `image` and `path`; without it the one that this release knows.', { value: 'VERSION' }),
    line('syft-path', 'scan', SCAN, 'A syft that is there already, for `image` and `path`.', { value: 'PATH' }),
    line('tool-mirror', 'scan', SCAN, 'Where grype and syft are downloaded from first: a base URL, or `oci:` and a repository.', { value: 'MIRROR' }),
    line('allow-empty', 'scan', SCAN, 'What honestly has no package may be scanned.', {
        kind: 'boolean',
        default: 'false',
    }),
    line('max-waiver-days', 'gate', SCAN, 'How far ahead a waiver may end.', {
        kind: 'number',
        value: 'DAYS',
        default: '90',
    }),
    ...identityLines('vex', 'OpenVEX attestations on the image count where made by'),
    ...identityLines('baseline', 'The attested baseline counts where made by'),
];
/** Whose attestations count for one purpose; without any of them, nobody's. */
function identityLines(prefix, whose) {
    return [
        line(`${prefix}-certificate-identity`, 'signer', SCAN, `${whose} this identity (SAN), exactly; one per line.`, {
            kind: 'lines',
            value: 'IDENTITY',
        }),
        line(`${prefix}-certificate-oidc-issuer`, 'signer', SCAN, `${whose} an identity of this issuer.`, {
            value: 'URL',
        }),
        line(`${prefix}-source-repository`, 'signer', SCAN, `${whose} a workflow of this repository (owner/name).`, {
            kind: 'lines',
            value: 'OWNER/NAME',
        }),
        line(`${prefix}-signer-workflow`, 'signer', SCAN, `${whose} this workflow (owner/name/.github/workflows/file.yml[@ref]).`, {
            kind: 'lines',
            value: 'WORKFLOW',
        }),
        line(`${prefix}-key`, 'signer', SCAN, `${whose} this public key: a PEM file, or \`env://NAME\`.`, {
            kind: 'lines',
            value: 'PATH',
        }),
    ];
}

;// CONCATENATED MODULE: ./packages/core/build/options/catalogue-services.js


/** Registries and the services of Sigstore. */
const SERVICE_SETTINGS = [
    input('registry-username', 'registry', READING, "User name for the registry of the images. Without it: Docker's and podman's credential files and helpers.", {
        value: 'NAME',
    }),
    input('registry-password', 'registry', READING, 'Password or token for the registry of the images.', {
        value: 'PASSWORD',
        secret: true,
    }),
    line('signature-repository', 'registry', READING, "Repository, as `registry/repository`, that claims are read from and written to in place of the image's own. Else `COSIGN_REPOSITORY`. The image itself is then never written to.", { value: 'REPOSITORY' }),
    line('plain-http', 'registry', READING, 'Hosts that are reached by plain http although they are not loopback.', {
        kind: 'lines',
        value: 'HOST',
    }),
    input('transparency-log', 'services', SIGNING, '`rekor-v1`, `rekor-v2` (used only where it is named) or `none`. Without `rekor-v1` a timestamp authority or a key is needed; with `rekor-v2`, and with `none` and no key, bundles alone are written.', {
        kind: 'choice',
        choices: ['rekor-v1', 'rekor-v2', 'none'],
        default: 'rekor-v1',
    }),
    input('public-log', 'services', SIGNING, '`allow`: a repository that is not public may reach public logs (its name, workflow and commit become public).', {
        kind: 'choice',
        choices: ['refuse', 'allow'],
        default: 'refuse',
    }),
    line('trusted-root', 'services', CONNECTING, 'Path of a trusted_root.json. Else `COUNTERSIGN_TRUSTED_ROOT`, else the public-good one by TUF.', { value: 'PATH' }),
    line('trusted-root-sha256', 'services', CONNECTING, 'The sha256 (64 hexadecimal digits) that the file of trusted-root must have.', { value: 'HEX' }),
    line('tuf-mirror', 'services', CONNECTING, 'URL of a TUF repository with trusted_root.json and signing_config.v0.2.json; needs tuf-root. Else ' +
        '`COUNTERSIGN_TUF_MIRROR` with `COUNTERSIGN_TUF_ROOT`.', { value: 'URL' }),
    line('tuf-root', 'services', CONNECTING, 'Path of the root.json that the mirror of tuf-mirror is trusted by.', { value: 'PATH' }),
    line('signing-config', 'services', SIGNING, 'Path of a signing_config.json. Else `COUNTERSIGN_SIGNING_CONFIG`, else the public-good one by TUF.', { value: 'PATH' }),
    line('fulcio-url', 'services', SIGNING, 'URL of the certificate authority, instead of a signing config.', {
        value: 'URL',
    }),
    line('rekor-url', 'services', SIGNING, 'URL of the transparency log (of the kind that transparency-log names), instead of a signing config.', { value: 'URL' }),
    line('timestamp-server-url', 'services', SIGNING, 'Whole URL of the timestamp authority, instead of a signing config. With `notation-key` and without the other URLs: for Notation alone.', { value: 'URL' }),
    line('retry-window', 'services', CONNECTING, 'How long all retries of a run may take together.', {
        kind: 'duration',
        value: 'DURATION',
        default: '10m',
    }),
];

;// CONCATENATED MODULE: ./packages/core/build/options/catalogue-signing.js



/** Who signs, and how claims are stored. */
const SIGNING_SETTINGS = [
    input('key', 'identity', [...EVERY, 'get'], "A key instead of an identity: to sign, a private key (PKCS#8, or cosign's encrypted form with `COSIGN_PASSWORD`); to verify, public keys, one per line. A path, `env://NAME`, or a key management service: `awskms://`, `gcpkms://`, `azurekms://`, `hashivault://`, `openbao://`.", {
        kind: 'lines',
        value: 'KEY',
    }),
    input('identity-token', 'identity', SIGNING, "An identity token (JWT, audience `sigstore`). Else the runner's, else `SIGSTORE_ID_TOKEN`.", {
        value: 'TOKEN',
        secret: true,
    }),
    input('on-missing-identity', 'identity', SIGNING, '`skip` ends with status `skipped` where no identity token can be had (forks, Dependabot); nothing then counts as signed.', {
        kind: 'choice',
        choices: ['fail', 'skip'],
        default: 'fail',
    }),
    input('layouts', 'storage', ATTEST, '`all`: every layout that verifiers read; `bundle`: bundle referrers; `legacy`: the `.sig` and `.att` tags.', {
        kind: 'choice',
        choices: ['all', 'bundle', 'legacy'],
        default: 'all',
    }),
    input('layouts', 'storage', ['sign'], '`all`: every layout that verifiers read; `bundle`: bundle referrers; `legacy`: the `.sig` tag; `notation`: a Notation signature alone.', {
        kind: 'choice',
        choices: ['all', 'bundle', 'legacy', 'notation'],
        default: 'all',
    }),
    input('dry-run', 'storage', [...SIGNING, 'tools', 'doctor'], 'Check everything and say what would be written; sign and write nothing.', {
        kind: 'boolean',
        default: 'false',
    }),
    input('supersede', 'storage', ATTEST, 'Once a new attestation is verified, older ones of its type by the same identity leave the image: verifiers disagree about a stale claim beside a fresh one.', { kind: 'boolean', default: 'false' }),
    line('supersede-from', 'storage', ATTEST, 'Identities (SAN, exactly; of the same issuer) whose older claims leave too; one per line.', { kind: 'lines', value: 'IDENTITY' }),
    line('max-referrers', 'storage', SIGNING, 'How many referrers a digest may come to hold; Kyverno reads at most 50.', {
        kind: 'number',
        value: 'COUNT',
        default: String(limits/* DEFAULT_MAX_REFERRERS */.iEh),
    }),
    line('settle', 'storage', [...SIGNING, 'doctor'], 'Pause between the re-reads that confirm a tag which others write too, on registries without If-Match.', {
        kind: 'duration',
        value: 'DURATION',
        default: `${limits/* DEFAULT_SETTLE_MS */.dko}ms`,
    }),
    line('unsafe-no-settle', 'storage', [...SIGNING, 'doctor'], 'Do not confirm such tags: claims of parallel writers may be lost.', {
        kind: 'boolean',
        default: 'false',
    }),
];

;// CONCATENATED MODULE: ./packages/core/build/options/catalogue-tools.js

const TOOLS = ['tools'];
/** Settings that only setup-tools has. */
const TOOLS_SETTINGS = [
    input('tools', 'tools', TOOLS, 'Tools, one per line, as `name` or `name@version`: cosign, syft, grype, trivy, kyverno, policy-tester, notation, oras, crane, slsa-verifier.', { kind: 'lines', value: 'TOOL' }),
    input('verify', 'tools', TOOLS, "How a version outside the table is verified. `strict`: by its vendor's Sigstore signature; `checksum`: the vendor's unsigned checksum file is enough.", { kind: 'choice', choices: ['strict', 'checksum'], default: 'strict' }),
    input('mirror', 'tools', TOOLS, 'Asked before the vendor: a base URL with the layout of github.com, `oci://host/repository`, or a layout folder `oci:FOLDER`. What it serves is verified alike.', { value: 'URL' }),
    input('allow-path', 'tools', TOOLS, 'Take a tool from PATH where it says that it is the version asked for. It is not verified.', { kind: 'boolean', default: 'false' }),
    input('min-age', 'tools', TOOLS, 'How long ago a version that is not in the table must have been signed, such as `3d` or `12h`; `0d`: any.', { value: 'DURATION', default: '3d' }),
    line('release-url', 'tools', TOOLS, 'Where the releases of vendors are, in the layout of github.com. Redirects to other hosts are then not followed.', { value: 'URL', default: 'https://github.com' }),
];

;// CONCATENATED MODULE: ./packages/core/build/options/catalogue-verdict.js


/** Whose claims count, and what has to be there. */
const VERDICT_SETTINGS = [
    input('certificate-identity', 'signer', JUDGING, 'Identities of the certificate (SAN), exactly; one per line, any suffices.', {
        kind: 'lines',
        value: 'IDENTITY',
    }),
    input('certificate-identity-regexp', 'signer', JUDGING, 'RE2 patterns that match a whole identity; one per line, any suffices.', {
        kind: 'lines',
        value: 'PATTERN',
    }),
    input('certificate-oidc-issuer', 'signer', JUDGING, "The issuer that vouches for the identity, exactly. GitHub's where a GitHub fact is given, else required.", {
        value: 'URL',
    }),
    input('source-repository', 'signer', JUDGING, 'The repository whose workflow signed, as `owner/name`. Alone: any workflow of that repository.', {
        kind: 'lines',
        value: 'OWNER/NAME',
    }),
    input('source-owner', 'signer', JUDGING, 'The owner of the repository whose workflow signed.', {
        kind: 'lines',
        value: 'OWNER',
    }),
    input('source-ref', 'signer', JUDGING, 'The ref that was built, such as `refs/heads/main`.', {
        value: 'REF',
    }),
    input('source-digest', 'signer', JUDGING, 'The commit that was built.', { value: 'COMMIT' }),
    input('signer-workflow', 'signer', JUDGING, 'The workflow that signed, as `owner/name/.github/workflows/file.yml[@ref]`.', {
        kind: 'lines',
        value: 'WORKFLOW',
    }),
    input('signer-digest', 'signer', JUDGING, 'The commit of the workflow that signed.', { value: 'COMMIT' }),
    input('build-trigger', 'signer', JUDGING, 'The event that started the run, such as `push`.', {
        value: 'EVENT',
    }),
    input('deny-self-hosted-runners', 'signer', JUDGING, 'Refuse what a self-hosted runner signed.', {
        kind: 'boolean',
        default: 'false',
    }),
    input('require', 'requirements', VERIFY, 'What must be there: `signature`, `notation` (by `notation-trust-policy`), `sbom`, `provenance`, `scan`, `vuln`, `openvex` or predicate type URIs; `sbom@all` and `URI@all` mean each platform too.', {
        kind: 'lines',
        value: 'NAME',
        default: 'signature',
    }),
    input('mode', 'requirements', VERIFY, '`enforce` fails when the image is rejected; `warn` only says so. Not being able to decide fails in both.', {
        kind: 'choice',
        choices: ['enforce', 'warn'],
        default: 'enforce',
    }),
    input('predicates-dir', 'requirements', VERIFY, 'A folder, new or empty, for the predicates of the claims that verified and met `require`, as `sha256-HEX/spdx-1.json`. Where anything is rejected it is not written.', { value: 'PATH' }),
];

;// CONCATENATED MODULE: ./packages/core/build/options/catalogue.js











/** Every setting there is, in the order of the help. Names follow cosign and gh where they have one. */
const SETTINGS = [
    ...IMAGE_SETTINGS,
    ...GET_SETTINGS,
    ...DOCTOR_SETTINGS,
    ...SBOM_SETTINGS,
    ...SCAN_SETTINGS,
    ...TOOLS_SETTINGS,
    ...CLAIM_SETTINGS,
    ...VERDICT_SETTINGS,
    ...SIGNING_SETTINGS,
    ...NOTATION_SETTINGS,
    ...SERVICE_SETTINGS,
];
/** The settings of one command, in the order of the help. */
const settingsOf = (command) => SETTINGS.filter(({ commands }) => commands.includes(command));

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(46524);
;// CONCATENATED MODULE: ./packages/core/build/options/read.js



// A map, not an object: an object also answers to "constructor", which would then count as a boolean.
const TRUTH = new Map([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
]);
const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
function readerOf(raw, settings = SETTINGS) {
    const given = (name) => {
        const value = raw[name]?.trim();
        return value === undefined || value === '' ? settingNamed(name, settings).default : value;
    };
    const required = (name) => given(name) ?? '';
    return {
        text: given,
        lines: (name) => (given(name) ?? '')
            .split(/\r\n|\r|\n/)
            .map((text) => text.trim())
            .filter((text) => text !== ''),
        boolean(name) {
            const value = TRUTH.get(required(name));
            if (value === undefined)
                throw invalidInput(name, required(name), 'Write true or false.');
            return value;
        },
        choice(name, choices) {
            const value = choices.find((choice) => choice === required(name));
            if (value === undefined)
                throw invalidInput(name, required(name), `Write one of: ${choices.join(', ')}.`);
            return value;
        },
        number(name) {
            if (!/^[1-9]\d{0,8}$/.test(required(name)))
                throw invalidInput(name, required(name), 'Write a whole number of at least 1.');
            return Number(required(name));
        },
        duration(name) {
            const [, amount, unit] = /^(\d{1,9})(ms|s|m|h)$/.exec(required(name)) ?? [];
            const ms = Number(amount) * (UNIT_MS[unit ?? ''] ?? Number.NaN);
            if (!(ms <= limits/* MAX_DURATION_MS */.rGx))
                throw invalidInput(name, required(name), 'Write a number and ms, s, m or h, such as 300ms or 10m; at most 24h.');
            return ms;
        },
    };
}
/** The error of a value that an input cannot have. A secret is not shown. */
const invalidInput = (name, value, remedy) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what: settingNamed(name).secret
        ? `The input ${name} is not valid`
        : `The input ${name} is ${JSON.stringify(value.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}`,
    remedy,
});
/** The error of inputs that exclude each other. */
const contradiction = (what, remedy) => new errors/* CountersignError */.WS('INPUTS_CONTRADICT', { what, remedy });
function settingNamed(name, settings = SETTINGS) {
    // One name may be another setting in another command: that command's own comes first.
    const setting = [...settings, ...SETTINGS].find((each) => each.name === name);
    if (setting === undefined)
        throw new Error(`there is no setting ${name} in the catalogue`);
    return setting;
}

;// CONCATENATED MODULE: ./packages/core/build/options/files.js




/**
 * The documents of `sbom`, `vulnerability-report` and `openvex`: `[PLATFORM=]PATH` per line, where PLATFORM is
 * `os/architecture[/variant]`.
 */
async function readDocuments(reader, edge) {
    const kinds = ['sbom', 'vulnerability-report', 'openvex'];
    const documents = await Promise.all(kinds.map(async (kind) => (await readPlatformFiles(kind, reader.lines(kind), edge)).map((file) => ({ kind, ...file }))));
    return documents.flat();
}
/** The files of an input, `[PLATFORM=]PATH` per line. */
const readPlatformFiles = (input, lines, edge) => Promise.all(lines.map(async (line) => {
    const { platform, path } = (0,oci/* splitPlatformPath */.Hi)(line);
    return { platform, ...(await readInput(input, path, limits/* MAX_DOCUMENT_BYTES */.biz, edge)) };
}));
/** The predicate of `predicate-type` and `predicate-path`, which come together. Throws INPUTS_CONTRADICT. */
async function readPredicates(reader, edge) {
    const [type, path] = [reader.text('predicate-type'), reader.text('predicate-path')];
    if (type === undefined && path === undefined)
        return [];
    if (type === undefined)
        throw contradiction('predicate-path is given without predicate-type', 'Give the type URI of the predicate as well.');
    if (path === undefined)
        throw contradiction('predicate-type is given without predicate-path', 'Give the path of the predicate as well.');
    return [{ type, ...(await readInput('predicate-path', path, limits/* MAX_DOCUMENT_BYTES */.biz, edge)) }];
}
/** A file that an input names. Throws INPUT_INVALID. */
async function readInput(input, path, maxBytes, edge) {
    try {
        return { path, bytes: await edge.readFile(path, maxBytes) };
    }
    catch (error) {
        throw (0,read_bounded/* unreadableInput */.SJ)(input, path, error);
    }
}

;// CONCATENATED MODULE: ./packages/core/build/options/keys.js




/** The one key of `key` to sign with. Throws KEY_INVALID, INPUT_INVALID, INPUT_MISSING, INPUTS_CONTRADICT. */
async function readSigningKey(reader, edge) {
    const [key, ...others] = await readKeySources('key', reader.text('key'), reader.lines('key'), edge);
    if (others.length > 0)
        throw contradiction('key names several keys', 'Sign with one key in a run.');
    return key;
}
/** PEM texts of the keys that an input names to verify with, and their names. Throws as readKeySources does, and KMS_.... */
async function readPublicKeys(input, reader, edge) {
    const sources = await readKeySources(input, reader.text(input), reader.lines(input), edge, 'public');
    return Promise.all(sources.map(async (source) => {
        if (!('uri' in source))
            return source;
        const { name, uri } = source;
        return { name, pem: await kmsPublicKey(uri, edge, reader.duration('retry-window')) };
    }));
}
/**
 * Where the keys of an input come from: each line a path, `env://NAME` for an environment variable, or a URI of a key
 * management service. `half`: the private one needs COSIGN_PASSWORD where it is encrypted. Throws KEY_INVALID (a key in place of its
 * name), INPUT_INVALID, INPUT_MISSING.
 */
async function readKeySources(input, whole, lines, edge, half = 'private') {
    // Refused before any of its lines is taken for a path: an error would show that line of a private key.
    if (whole?.includes('-----BEGIN') === true) {
        throw new errors/* CountersignError */.WS('KEY_INVALID', {
            what: `The input ${input} holds a key itself, where a path, env://NAME or a URI is expected`,
            remedy: `Put the key into an environment variable and write "${input}: env://NAME" with its name.`,
        });
    }
    if (lines.length === 0)
        return [];
    const { isEncryptedKey, kmsSchemeOf, passwordMissing, shownUri } = await Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(27), __webpack_require__.e(1787), __webpack_require__.e(9045)]).then(__webpack_require__.bind(__webpack_require__, 1787));
    return Promise.all(lines.map(async (line) => {
        if (line.startsWith('pkcs11:'))
            throw keys_pkcs11(input);
        if (kmsSchemeOf(line) !== undefined) {
            maskCredentials(edge);
            return { name: shownUri(line), uri: line };
        }
        const source = await readPem(input, line, edge);
        if (half === 'public' || !isEncryptedKey(source.pem))
            return source;
        const password = edge.env.COSIGN_PASSWORD;
        if (password === undefined)
            throw passwordMissing(line);
        if (password !== '')
            edge.identity.mask(password);
        return { ...source, password };
    }));
}
async function readPem(input, name, edge) {
    if (!name.startsWith('env://')) {
        const { bytes } = await readInput(input, name, limits/* MAX_KEY_CHARS */.dFm, edge);
        return { name, pem: Buffer.from(bytes).toString('utf8') };
    }
    const pem = edge.env[name.slice('env://'.length)];
    if (pem === undefined || pem === '') {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The input ${input} names ${name}, which is not set in the environment`,
            remedy: 'Set that environment variable for this run.',
        });
    }
    return { name, pem };
}
function kmsPublicKey(uri, edge, retryWindowMs) {
    if (edge.kmsPublicKey !== undefined)
        return edge.kmsPublicKey(uri, retryWindowMs);
    throw new errors/* CountersignError */.WS('INTERNAL', {
        what: 'A key management service was named where none can be asked',
        remedy: 'This is a defect in Countersign: please report it.',
    });
}
/** What opens key management services: a server's message may repeat what it was sent. */
function maskCredentials({ env, identity }) {
    for (const name of CREDENTIALS) {
        const value = env[name];
        if (value !== undefined && value !== '')
            identity.mask(value);
    }
}
const CREDENTIALS = [
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AZURE_CLIENT_SECRET',
    'CLOUDSDK_AUTH_ACCESS_TOKEN',
    'GOOGLE_OAUTH_ACCESS_TOKEN',
    'VAULT_TOKEN',
    'BAO_TOKEN',
];
const keys_pkcs11 = (input) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what: `The input ${input} is a PKCS#11 URI, which is not read here`,
    remedy: 'Reach the token by a program sigstore-kms-NAME on PATH and write NAME://KEY (docs/keys.md).',
});

// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(30058);
;// CONCATENATED MODULE: ./packages/core/build/options/identity-sources.js



/**
 * Where this job's identity token can come from, and what explains it where there is none. `mask`: called with each token
 * before it is used; `conceal`: with what opens the runner's endpoint.
 */
async function identitySources(env, log) {
    const requestUrl = env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '';
    const requestToken = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '';
    log.conceal(requestToken);
    const mayAsk = requestUrl !== '' && requestToken !== '';
    return {
        runner: mayAsk ? { requestUrl, requestToken } : undefined,
        sigstoreIdToken: env.SIGSTORE_ID_TOKEN,
        // Without a token to ask for, the cause is wanted; with one the event need not be read.
        situation: mayAsk ? 'no-permission' : await situationOf(env),
        mask: log.mask,
    };
}
async function situationOf(env) {
    if (env.GITHUB_ACTIONS !== 'true')
        return 'not-a-runner';
    if (env.GITHUB_ACTOR === 'dependabot[bot]')
        return 'dependabot';
    return (await isFromFork(env)) ? 'fork' : 'no-permission';
}
/** GitHub: "Webhook events and payloads", pull_request. The repository of the head is null once the fork is deleted. */
async function isFromFork(env) {
    const path = env.GITHUB_EVENT_PATH;
    if (env.GITHUB_EVENT_NAME?.startsWith('pull_request') !== true || path === undefined)
        return false;
    try {
        const event = JSON.parse((await (0,read_bounded/* readBounded */.CB)(path, limits/* MAX_EVENT_BYTES */.AuO)).toString('utf8'));
        const pullRequest = (0,json/* memberAt */.mz)(event, 'pull_request');
        const [head, base] = ['head', 'base'].map((side) => (0,json/* memberAt */.mz)(pullRequest, side, 'repo', 'full_name'));
        return pullRequest !== undefined && head !== base;
    }
    catch {
        return false; // an event that cannot be read explains nothing
    }
}

// EXTERNAL MODULE: ./packages/core/build/nearest.js
var build_nearest = __webpack_require__(38684);
;// CONCATENATED MODULE: ./packages/core/build/options/other-actions.js
/**
 * What inputs of actions that people come from are called here: anchore/sbom-action, anchore/scan-action and
 * aquasecurity/trivy-action, as action-examples/migrate-from-anchore.yml and migrate-from-trivy.yml have them. A sentence
 * for the remedy; undefined: no input of theirs that is known here.
 */
function counterpartOf(command, name) {
    const known = COUNTERPARTS[command];
    return known !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
}
const OF_BOTH = {
    'image-ref': 'Give "image", with the digest that was built as "digest".',
    file: 'Give "path", which takes a folder.',
    'scan-ref': 'Give "path".',
    'github-pat': 'Nothing is fetched with it: leave it out.',
    config: 'Leave it out: no configuration of a checkout changes what is found.',
    'trivy-config': 'Leave it out: no configuration of a checkout changes what is found.',
    'skip-dirs': 'Leave it out: no configuration of a checkout leaves anything out.',
    'skip-files': 'Leave it out: no configuration of a checkout leaves anything out.',
    'output-file': 'Give "output-dir": the names in it are fixed, and outputs hold the paths.',
    output: 'Give "output-dir": the names in it are fixed, and outputs hold the paths.',
};
const COUNTERPARTS = {
    sbom: {
        ...OF_BOTH,
        file: 'Give "path", which takes a file too.',
        format: 'Give "formats": spdx-json, cyclonedx-json, syft-json, one or more of them.',
        'artifact-name': 'Give "upload-artifact", which takes the name.',
        'upload-artifact-retention': 'Give "artifact-retention" as a line of "settings".',
        'upload-release-assets': 'Run "gh release upload TAG FILE" in a step of its own that may write contents.',
    },
    scan: {
        ...OF_BOTH,
        'severity-cutoff': 'Give "fail-on", such as "fail-on: medium"; its default is high.',
        severity: 'Give "fail-on": this severity and all above it, such as "fail-on: high".',
        'fail-build': 'Set "fail-on: none" and "kev: ignore" to see findings without being stopped by them.',
        'exit-code': 'Set "fail-on: none" and "kev: ignore" to see findings without being stopped by them.',
        'ignore-unfixed': 'Give "only-fixed".',
        format: 'JSON, SARIF and Markdown are written in each run; "formats" adds vdr, junit and in-toto-vulns.',
        'output-format': 'JSON, SARIF and Markdown are written in each run; "formats" adds vdr, junit and in-toto-vulns.',
        template: 'JSON, SARIF and Markdown are written in each run; "formats" adds vdr, junit and in-toto-vulns.',
        trivyignores: 'Move each entry to .countersign/waivers.yaml, with owner, reason and the day it ends.',
        'ignore-policy': 'Use the gate (grace, epss-threshold, kev, max-new) and waivers.',
        'by-cve': 'Leave it out: waivers and VEX match a finding by any of its ids.',
        'add-cpes-if-none': 'Leave it out: scan a syft-json, which has them.',
        'cache-db': 'Give "db-dir" as a line of "settings", and keep that folder under the key of the db-cache-key output.',
        'cache-dir': 'Give "db-dir" as a line of "settings", and keep that folder under the key of the db-cache-key output.',
        timeout: 'Give "scan-timeout" as a line of "settings".',
        version: 'Give "grype-version" as a line of "settings".',
        'scan-type': 'Leave it out: what is given (image, path, sbom or report) says what is scanned.',
        'vuln-type': 'Leave it out: packages of the system and of languages are both scanned.',
    },
};

;// CONCATENATED MODULE: ./packages/core/build/options/settings-lines.js






/**
 * The raw values of a command with the lines of its `settings` input (`name: value`, `#` begins a comment line) laid
 * beside the others. Throws INPUT_UNKNOWN for a name that the command does not take, INPUT_INVALID for a line of another
 * form, INPUTS_CONTRADICT for a name given twice.
 */
function withSettingsLines(command, raw) {
    const values = { ...raw };
    delete values.settings;
    const names = settingsOf(command).map(({ name }) => name);
    for (const name of Object.keys(values))
        if (!names.includes(name))
            throw unknownInput(`${command} takes no input`, name, command);
    for (const [name, value] of settingsLines(raw.settings ?? '')) {
        const setting = settingsOf(command).find((each) => each.name === name);
        if (setting === undefined)
            throw unknownInput(`settings of ${command} has no`, name, command);
        const before = values[name];
        if (before !== undefined && before.trim() !== '' && setting.kind !== 'lines') {
            throw contradiction(`${name} is given twice`, 'Give it once: as an input or as a line of settings.');
        }
        values[name] = before === undefined || before.trim() === '' ? value : `${before}\n${value}`;
    }
    return values;
}
function settingsLines(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => {
        const [, name, value] = /^([a-z0-9-]+)\s*:\s*(.*)$/.exec(line) ?? [];
        if (name === undefined || value === undefined) {
            throw new errors/* CountersignError */.WS('INPUT_INVALID', {
                what: `The input settings has a line that is not "name: value": ${JSON.stringify(line.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}`,
                remedy: 'Write one setting per line, such as "retry-window: 5m".',
            });
        }
        return [name, value];
    });
}
/** The same of an input or a line, with what another action's input is called here; else all names, each where it belongs. */
function unknownInput(what, name, command) {
    const settings = settingsOf(command);
    const namesOf = (own) => settings
        .filter(({ input }) => input === own)
        .map((setting) => setting.name)
        .join(', ');
    const known = settings.map((setting) => setting.name);
    const meant = (0,build_nearest/* nearest */.p)(name, known);
    const lists = `Inputs: ${namesOf(true)}.\nLines of "settings": ${namesOf(false)}.`;
    return new errors/* CountersignError */.WS('INPUT_UNKNOWN', {
        what: `${what} ${JSON.stringify(name.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}`,
        remedy: counterpartOf(command, name) ?? (meant === undefined ? lists : `Did you mean ${meant}?`),
    });
}
/** The error of a name that does not exist, with the one that was likely meant. */
function unknownName(what, name, names) {
    const meant = nearest(name, names);
    return new CountersignError('INPUT_UNKNOWN', {
        what: `${what} ${JSON.stringify(name.slice(0, MAX_SHOWN_INPUT_CHARS))}`,
        remedy: meant === undefined ? `It takes: ${names.join(', ')}.` : `Did you mean ${meant}?`,
    });
}

// EXTERNAL MODULE: ./packages/core/build/reference/index.js + 3 modules
var build_reference = __webpack_require__(45288);
;// CONCATENATED MODULE: ./packages/core/build/options/images.js





/**
 * The images of a run: the lines of `images`, or `image` with `digest` as docker/build-push-action gives them. A digest
 * that holds `name@sha256:…` is taken apart; a tag beside a digest says nothing and is dropped; the same image twice
 * counts once. Throws INPUT_MISSING, INPUTS_CONTRADICT, INPUT_INVALID, REFERENCE_INVALID, DIGEST_INVALID.
 */
function readImages(reader) {
    const lines = reader.lines('images');
    const image = reader.text('image');
    const digest = reader.text('digest');
    if (lines.length > 0 && (image !== undefined || digest !== undefined)) {
        throw contradiction('images is given together with image or digest', 'Give images alone, or image with digest.');
    }
    const references = lines.length > 0 ? lines.map(pinned) : [fromImageAndDigest(image, digest)];
    const unique = [
        ...new Map(references.map((reference) => [(0,build_reference/* formatReference */.FH)(reference), reference])).values(),
    ];
    if (unique.length > limits/* MAX_IMAGES */.mCE) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `images names ${unique.length} images; at most ${limits/* MAX_IMAGES */.mCE} are taken in one run`,
            remedy: 'Split them over several runs.',
        });
    }
    return unique;
}
function fromImageAndDigest(image, digest) {
    const at = digest?.lastIndexOf('@') ?? -1;
    const named = digest !== undefined && at >= 0 ? (0,build_reference/* parseImage */.zZ)(digest) : undefined;
    if (image === undefined) {
        if (named !== undefined)
            return pinned((0,build_reference/* formatReference */.FH)(named));
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: digest === undefined ? 'No image is given' : 'digest is given without image',
            remedy: 'Name images as registry/repository@sha256:… or oci:FOLDER, one per line, or give image together with digest.',
        });
    }
    const reference = (0,build_reference/* parseImage */.zZ)(image);
    if (digest === undefined)
        return pinned(image);
    if (named !== undefined && (0,build_reference/* formatName */.nD)(named) !== (0,build_reference/* formatName */.nD)(reference)) {
        throw contradiction(`image is ${(0,build_reference/* formatName */.nD)(reference)}, and digest names ${(0,build_reference/* formatName */.nD)(named)}`, 'Give the digest of that image.');
    }
    const wanted = (0,oci/* parseDigest */.m)(digest.slice(at + 1));
    if (reference.digest !== undefined && reference.digest !== wanted) {
        throw contradiction(`image holds ${reference.digest}, and digest is ${wanted}`, 'Give one of them.');
    }
    return (0,build_reference/* withDigest */.hQ)(reference, wanted);
}
/** A tag beside a digest is dropped: the digest decides. */
function pinned(text) {
    const reference = (0,build_reference/* parseImage */.zZ)(text);
    return reference.digest === undefined ? reference : (0,build_reference/* withDigest */.hQ)(reference, reference.digest);
}

;// CONCATENATED MODULE: ./packages/core/build/options/tuf-mirror.js


/**
 * The TUF mirror of a run: the inputs tuf-mirror and tuf-root, else COUNTERSIGN_TUF_MIRROR and COUNTERSIGN_TUF_ROOT. A
 * mirror and its root stay together: one from here and one from there are a contradiction.
 * Throws INPUTS_CONTRADICT, INPUT_INVALID.
 */
function readMirror(reader, { env }) {
    const inputs = pair('tuf-mirror', reader.text('tuf-mirror'), 'tuf-root', reader.text('tuf-root'));
    if (inputs !== undefined)
        return { by: 'inputs', mirror: inputs };
    const { COUNTERSIGN_TUF_MIRROR: url, COUNTERSIGN_TUF_ROOT: root } = env;
    const fromEnv = pair('COUNTERSIGN_TUF_MIRROR', url === '' ? undefined : url, 'COUNTERSIGN_TUF_ROOT', root === '' ? undefined : root);
    return fromEnv && { by: 'environment', mirror: fromEnv };
}
function pair(urlName, url, rootName, rootPath) {
    if (url === undefined && rootPath === undefined)
        return undefined;
    if (url === undefined) {
        throw contradiction(`${rootName} is given without ${urlName}`, `Give the URL of the TUF mirror that this root is of (${urlName}), or leave ${rootName} out.`);
    }
    if (rootPath === undefined) {
        throw contradiction(`${urlName} is given without ${rootName}`, `Give the path of the root.json that the mirror's operator hands out (${rootName}): a mirror alone proves nothing.`);
    }
    return { mirrorUrl: mirrorUrl(urlName, url), rootPath };
}
function mirrorUrl(name, text) {
    const url = URL.parse(text);
    const plain = url !== null &&
        ['https:', 'http:'].includes(url.protocol) &&
        [url.username, url.password, url.search, url.hash].every((part) => part === '');
    // Not shown: what stands before an @ may be a password.
    if (!plain) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The input ${name} is not a whole http or https URL without a user name and a query`,
            remedy: 'Write https://host[:port][/path]: the address below which timestamp.json lies.',
        });
    }
    return url.href.replace(/\/+$/, '');
}

;// CONCATENATED MODULE: ./packages/core/build/options/signature-repository.js




/**
 * The repository that claims live in, in place of the images' own: the setting, else COSIGN_REPOSITORY, which cosign reads
 * in the same way. A folder holds its claims itself: the setting is refused there, the variable (set for a whole job) passes
 * it by. Throws REFERENCE_INVALID, INPUTS_CONTRADICT.
 */
function readSignatureRepository(reader, { env }, images) {
    const setting = reader.text('signature-repository');
    if (setting === undefined) {
        const variable = env.COSIGN_REPOSITORY?.trim() ?? '';
        return variable === '' ? undefined : named(variable, 'COSIGN_REPOSITORY');
    }
    if (images.some(build_reference/* isFolder */.lQ)) {
        throw contradiction('signature-repository is given, and an image is an OCI layout folder, which holds its claims itself', 'Leave signature-repository out, or name the image in its registry.');
    }
    return named(setting, 'signature-repository');
}
function named(text, source) {
    if (text.startsWith(build_reference/* FOLDER_PREFIX */.kE))
        throw notARepository(source, 'it is a folder, and a folder holds its own claims alone');
    // Alone it would be an official image of Docker Hub, which nobody means.
    if (!text.includes('/'))
        throw notARepository(source, `${JSON.stringify(text.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))} is a bare name`);
    try {
        return { name: (0,build_reference/* parseName */.$q)(text), source };
    }
    catch (error) {
        if (!(error instanceof errors/* CountersignError */.WS))
            throw error;
        throw notARepository(source, error.message);
    }
}
const notARepository = (source, why) => new errors/* CountersignError */.WS('REFERENCE_INVALID', {
    what: `${source} names no repository: ${why}`,
    remedy: 'Write registry/repository alone, without a tag or a digest, such as ghcr.io/acme/signatures.',
});

;// CONCATENATED MODULE: ./packages/core/build/options/common.js







/** Typed access to the values of a command; what is secret among them is masked before anything else. */
function openReader(command, raw, edge) {
    const reader = readerOf(withSettingsLines(command, raw), settingsOf(command));
    for (const { name } of settingsOf(command).filter(({ secret }) => secret)) {
        const value = reader.text(name);
        if (value !== undefined)
            edge.identity.mask(value);
    }
    return reader;
}
function parsed(options, reader) {
    return {
        options,
        explicitCredentials: readCredentials(reader, options),
        retryWindowMs: reader.duration('retry-window'),
    };
}
/** What every command takes; `images` where a command can do without one. */
function readCommon(reader, edge, images = readImages(reader), platforms = reader.choice('platforms', ['all', 'index'])) {
    return {
        images,
        allowTag: reader.boolean('allow-tag'),
        platforms,
        plainHttpHosts: reader.lines('plain-http').map(checkHost),
        trust: readTrust(reader, edge),
        signatureRepository: readSignatureRepository(reader, edge, images),
    };
}
/**
 * The trusted root of a run: the input trusted-root, or those of a TUF mirror, else what the environment says of either,
 * else the public good. Both at once are a contradiction: nobody can tell which was meant. Throws INPUTS_CONTRADICT.
 */
function readTrust(reader, edge) {
    const sha256 = reader.text('trusted-root-sha256');
    const input = reader.text('trusted-root');
    const given = readMirror(reader, edge);
    if (given?.by === 'inputs' && input !== undefined) {
        throw contradiction('trusted-root and tuf-mirror are both given', 'Give the file, or the mirror with its root.json (tuf-root): the trusted root comes from one place.');
    }
    const fromEnv = edge.env.COUNTERSIGN_TRUSTED_ROOT ?? '';
    if (given?.by === 'environment' && input === undefined && fromEnv !== '') {
        throw contradiction('COUNTERSIGN_TRUSTED_ROOT and COUNTERSIGN_TUF_MIRROR are both set', 'Unset one of them, or say which is meant by the inputs (trusted-root, or tuf-mirror and tuf-root).');
    }
    const mirror = given?.by === 'inputs' || input === undefined ? given?.mirror : undefined;
    const path = mirror === undefined ? (input ?? fromEnv) : undefined;
    if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) {
        throw invalidInput('trusted-root-sha256', sha256, 'Give the 64 lower-case hexadecimal digits that sha256sum prints.');
    }
    if (path === undefined || path === '') {
        if (sha256 !== undefined)
            throw contradiction('trusted-root-sha256 is given without trusted-root', 'Give the path of the file as well.');
        return mirror === undefined ? { kind: 'public-good' } : { kind: 'tuf-mirror', ...mirror };
    }
    return { kind: 'file', path, ...(sha256 === undefined ? {} : { sha256 }) };
}
function checkHost(host) {
    if ((0,build_reference/* isHost */.jU)(host.toLowerCase()))
        return host.toLowerCase();
    throw invalidInput('plain-http', host, 'Give a host with its port, such as registry.internal:5000.');
}
/**
 * User name and password are bound to the one host that all images of the run, and the repository of their claims, share
 * (folders have none).
 */
function readCredentials(reader, { images, signatureRepository }) {
    const [username, password] = [reader.text('registry-username'), reader.text('registry-password')];
    if (username === undefined && password === undefined)
        return [];
    if (username === undefined || password === undefined) {
        throw contradiction('registry-username and registry-password are not both given', 'Give both, or log in to the registry before (docker login, docker/login-action).');
    }
    const hosts = images.flatMap((image) => ((0,build_reference/* isFolder */.lQ)(image) ? [] : [image.host]));
    const [host, ...others] = new Set(hosts);
    if (host === undefined) {
        throw contradiction('registry-username is given, and no image is in a registry', 'Leave registry-username and registry-password out: a folder needs none.');
    }
    const claims = signatureRepository?.name.host;
    if (claims !== undefined && claims !== host && others.length === 0) {
        throw contradiction(`registry-username is given, and the images are at ${host}, their claims at ${claims} (${signatureRepository?.source})`, 'Log in to each of the two before (docker login, docker/login-action): those credentials are bound to their hosts.');
    }
    if (others.length > 0) {
        throw contradiction('registry-username is given for images of several registries', 'Log in to each registry before (docker login, docker/login-action): those credentials are bound to their hosts.');
    }
    return [{ host, username, password }];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/core/build/runtime.js
var runtime = __webpack_require__(84534);
;// CONCATENATED MODULE: ./packages/core/build/options/service-url.js

/** A setting that is the URL of a service; undefined where it is not given. Throws INPUT_INVALID. */
function readServiceUrl(reader, name) {
    const text = reader.text(name);
    if (text === undefined)
        return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined ||
        !['https:', 'http:'].includes(url.protocol) ||
        url.username !== '' ||
        url.password !== '') {
        // Not shown: what stands before an @ may be a password.
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The input ${name} is not a whole http or https URL without a user name`,
            remedy: 'Write https://host[:port][/path].',
        });
    }
    return text;
}

;// CONCATENATED MODULE: ./packages/core/build/options/notation.js







/** What `sign` is to make for Notation; undefined: nothing. Throws INPUTS_CONTRADICT, INPUT_INVALID, KEY_INVALID. */
async function readNotationSigning(reader, edge, alone) {
    const keyName = reader.text('notation-key');
    const path = reader.text('notation-certificates');
    if (keyName === undefined || path === undefined) {
        const [given] = ['notation-key', 'notation-certificates', 'notation-expiry'].filter((name) => reader.text(name) !== undefined);
        if (given === undefined && !alone)
            return undefined;
        const missing = ['notation-key', 'notation-certificates'].filter((name) => reader.text(name) === undefined);
        throw contradiction(`${alone ? 'layouts is notation' : `${given ?? ''} is given`} without ${missing.join(' and ')}`, 'Give the key, and a PEM file with its certificate chain.');
    }
    const [key] = await readKeySources('notation-key', keyName, [keyName], edge);
    if (key === undefined)
        throw new Error('a key was given and is not there');
    return {
        alone,
        key,
        certificates: await readInput('notation-certificates', path, limits/* MAX_NOTATION_CERTIFICATES_BYTES */.RAZ, edge),
        format: reader.choice('signature-format', ['jws', 'cose']),
        expiryMs: readExpiry(reader),
        ...(alone ? {} : readAuthority(reader)),
        agent: 'countersign',
    };
}
/**
 * Beside Sigstore's services a timestamp authority that is named without any of them is Notation's alone: those of Sigstore
 * stay what they are. Where the services are given by URLs, or there is no log, it is one of them.
 */
function readAuthority(reader) {
    const others = ['fulcio-url', 'rekor-url'].some((name) => reader.text(name) !== undefined);
    if (others || reader.text('transparency-log') === 'none')
        return {};
    const tsaUrl = readServiceUrl(reader, 'timestamp-server-url');
    return tsaUrl === undefined ? {} : { tsaUrl };
}
/** Whom to trust for Notation signatures; undefined: nothing is said. Throws INPUTS_CONTRADICT, TRUST_POLICY_INVALID. */
async function readNotationTrust(reader, edge) {
    const path = reader.text('notation-trust-policy');
    const store = reader.text('notation-trust-store');
    if (path === undefined) {
        if (store === undefined)
            return undefined;
        throw contradiction('notation-trust-store is given without notation-trust-policy', 'Give the trust policy as well: it says which store counts for which repository.');
    }
    const { bytes } = await readInput('notation-trust-policy', path, limits/* MAX_TRUST_POLICY_BYTES */.ppL, edge);
    const { parseTrustPolicy } = await __webpack_require__.e(/* import() */ 5487).then(__webpack_require__.bind(__webpack_require__, 95487));
    return { policy: parseTrustPolicy(bytes, path), storePath: store ?? (0,external_node_path_.join)((0,external_node_path_.dirname)(path), 'truststore') };
}
const notation_UNIT_MS = { m: 60_000, h: 60 * 60_000, d: runtime/* DAY_MS */.s };
function readExpiry(reader) {
    const text = reader.text('notation-expiry');
    if (text === undefined)
        return undefined;
    const [, amount, unit] = /^([1-9]\d{0,8})([mhd])$/.exec(text) ?? [];
    const ms = Number(amount) * (notation_UNIT_MS[unit ?? ''] ?? Number.NaN);
    if (!(ms <= limits/* MAX_NOTATION_EXPIRY_DAYS */.YfX * runtime/* DAY_MS */.s)) {
        throw invalidInput('notation-expiry', text, `Write a number and m, h or d, such as 90d; at most ${limits/* MAX_NOTATION_EXPIRY_DAYS */.YfX}d.`);
    }
    return ms;
}

;// CONCATENATED MODULE: ./packages/core/build/options/signing-config.js




/**
 * Where the services that sign are found: their URLs, else a signing config. Throws INPUTS_CONTRADICT, INPUT_MISSING (no log
 * among the URLs), INPUT_INVALID.
 */
function readSigningConfig(reader, edge, notation) {
    const alone = notation?.alone === true;
    const urls = {
        fulcioUrl: readServiceUrl(reader, 'fulcio-url'),
        rekorUrl: readServiceUrl(reader, 'rekor-url'),
        // What is for Notation alone is none of Sigstore's services.
        tsaUrl: notation?.tsaUrl === undefined ? readServiceUrl(reader, 'timestamp-server-url') : undefined,
    };
    const named = Object.fromEntries(Object.entries(urls).filter(([, url]) => url !== undefined));
    if (Object.keys(named).length > 0) {
        if (reader.text('signing-config') !== undefined)
            throw contradiction('signing-config is given together with the URL of a service', 'Give the config or the URLs.');
        // URLs are all the services there are: a log that is left out would silently not be written to.
        if (!alone && urls.rekorUrl === undefined && reader.text('transparency-log') !== 'none') {
            throw new errors/* CountersignError */.WS('INPUT_MISSING', {
                what: 'The services are given by URLs, and rekor-url is not among them',
                remedy: 'Give rekor-url as well, or say "transparency-log: none". A timestamp authority beside the services that you have anyway belongs in a signing config.',
            });
        }
        return { kind: 'urls', ...named };
    }
    const file = readSigningConfigFile(reader, edge);
    if (file !== undefined)
        return { kind: 'file', path: file };
    const given = readMirror(reader, edge);
    return given === undefined ? { kind: 'public-good' } : { kind: 'tuf-mirror', ...given.mirror };
}
/**
 * The path of a signing config: the input, else COUNTERSIGN_SIGNING_CONFIG. A mirror that this run names goes before a file
 * that the environment names. Throws as readMirror does.
 */
function readSigningConfigFile(reader, edge) {
    const path = reader.text('signing-config');
    if (path !== undefined)
        return path;
    const file = edge.env.COUNTERSIGN_SIGNING_CONFIG;
    return file === '' || readMirror(reader, edge)?.by === 'inputs' ? undefined : file;
}

;// CONCATENATED MODULE: ./packages/core/build/options/signing.js








/** The inputs of `sign`. Throws errors of fault user that name the input. */
async function parseSign(raw, edge) {
    const reader = openReader('sign', raw, edge);
    const alone = reader.text('layouts') === 'notation';
    const notation = await readNotationSigning(reader, edge, alone);
    const options = { ...(await readSigning(reader, edge, notation)), notation };
    if (alone && (options.key !== undefined || options.identity.input !== undefined)) {
        throw contradiction(`layouts is notation, and ${options.key === undefined ? 'identity-token' : 'key'} is given`, 'Leave it out, since nothing but the Notation signature is made; or choose other layouts.');
    }
    return parsed(options, reader);
}
/** The inputs of `attest`. Throws errors of fault user that name the input. */
async function parseAttest(raw, edge) {
    const reader = openReader('attest', raw, edge);
    const signing = await readSigning(reader, edge);
    const options = {
        ...signing,
        ...readSupersede(reader, signing.key !== undefined),
        signature: reader.boolean('signature'),
        provenance: reader.boolean('provenance'),
        documents: await readDocuments(reader, edge),
        predicates: await readPredicates(reader, edge),
    };
    if (!options.provenance && options.documents.length === 0 && options.predicates.length === 0) {
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: 'There is nothing to attest',
            remedy: 'Give "sbom", "vulnerability-report", "openvex", "provenance: true", or predicate-type with predicate-path; to sign alone, use sign.',
        });
    }
    return parsed(options, reader);
}
async function readSigning(reader, edge, notation) {
    const alone = notation?.alone === true;
    const key = await readSigningKey(reader, edge);
    const token = reader.text('identity-token');
    if (key !== undefined && token !== undefined)
        throw contradiction('key and identity-token are both given', 'Sign with a key or keylessly with a token.');
    const common = readCommon(reader, edge);
    return {
        ...common,
        ...readTitle(reader, common.images),
        layouts: alone ? 'all' : reader.choice('layouts', ['all', 'bundle', 'legacy']),
        identity: { ...edge.identity, input: token },
        onMissingIdentity: reader.choice('on-missing-identity', ['fail', 'skip']),
        key,
        signingConfig: readSigningConfig(reader, edge, notation),
        transparencyLog: reader.choice('transparency-log', ['rekor-v1', 'rekor-v2', 'none']),
        publicLog: reader.choice('public-log', ['refuse', 'allow']),
        maxReferrers: reader.number('max-referrers'),
        settleMs: reader.duration('settle'),
        unsafeNoSettle: reader.boolean('unsafe-no-settle'),
        dryRun: reader.boolean('dry-run'),
    };
}
/** `name` is the name of images in folders; those of a registry have theirs. Throws INPUTS_CONTRADICT, REFERENCE_INVALID. */
function readTitle(reader, images) {
    const name = reader.text('name');
    if (name === undefined)
        return {};
    if (images.some(build_reference/* isFolder */.lQ))
        return { title: (0,build_reference/* parseName */.$q)(name) };
    throw contradiction('name is given, and no image is an OCI layout folder', 'Leave name out: claims about an image of a registry hold its own name.');
}
/** `supersede-from` says whose older claims leave too; alone it would do nothing. Throws INPUTS_CONTRADICT. */
function readSupersede(reader, byKey) {
    const from = reader.lines('supersede-from');
    if (byKey && from.length > 0) {
        throw contradiction('supersede-from names identities, and a key signs', 'Leave supersede-from out: with a key, older claims of that same key give way, and those of another key stay.');
    }
    if (reader.boolean('supersede'))
        return { supersede: { from } };
    if (from.length > 0) {
        throw contradiction('supersede-from is given without supersede', 'Set "supersede: true" as well, or leave supersede-from out.');
    }
    return {};
}

// EXTERNAL MODULE: ./packages/core/build/policy/index.js + 7 modules
var policy = __webpack_require__(59959);
// EXTERNAL MODULE: ./packages/core/build/public-key.js
var public_key = __webpack_require__(6927);
;// CONCATENATED MODULE: ./packages/core/build/options/judging.js









/** The inputs of `verify`. Without an identity or a key it refuses. Throws errors of fault user that name the input. */
async function parseVerify(raw, edge) {
    const reader = openReader('verify', raw, edge);
    const common = readCommon(reader, edge);
    const requirements = (0,policy/* parseRequirements */.Ez)(reader.lines('require').join('\n'), common.platforms);
    const notation = await readNotationTrust(reader, edge);
    const asksNotation = requirements.some(({ kind }) => kind === 'notation');
    if (asksNotation !== (notation !== undefined)) {
        throw contradiction(asksNotation
            ? 'require says notation, and no notation-trust-policy says whom to trust'
            : 'notation-trust-policy is given, and require does not say notation', 'Give both: "require: notation" (with others, such as signature) and the trust policy.');
    }
    const options = {
        ...common,
        signers: requirements.every(({ kind }) => kind === 'notation')
            ? await refuseSigners(reader, edge)
            : await readSigners(reader, edge),
        requirements,
        notation,
        mode: reader.choice('mode', ['enforce', 'warn']),
        predicatesDir: reader.text('predicates-dir'),
    };
    return parsed(options, reader);
}
/** The inputs of `get`: one image, one type. Throws errors of fault user that name the input. */
async function parseGet(raw, edge) {
    const reader = openReader('get', raw, edge);
    const common = readCommon(reader, edge, undefined, 'index');
    if (common.images.length !== 1) {
        throw contradiction('get is given several images', 'Give one image: one predicate is printed.');
    }
    const options = {
        ...common,
        signers: await readSigners(reader, edge),
        requirement: readType(reader.text('type')),
        platform: reader.text('platform'),
        all: reader.boolean('all'),
    };
    return parsed(options, reader);
}
function readType(text) {
    if (text === undefined) {
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: 'type is not given',
            remedy: `Say what to print: ${PRINTED}.`,
        });
    }
    const [requirement, another] = requirementsOf(text);
    if (requirement === undefined ||
        another !== undefined ||
        requirement.everywhere ||
        requirement.kind !== 'attestation') {
        throw invalidInput('type', text, `Give one of: ${PRINTED}.`);
    }
    return requirement;
}
const PRINTED_NAMES = [
    'spdx',
    'cyclonedx',
    'sbom',
    'slsaprovenance',
    'slsaprovenance1',
    'slsaprovenance02',
    'vuln',
    'scan',
    'openvex',
];
const PRINTED = `${PRINTED_NAMES.join(', ')} or a predicate type URI`;
/** The words are those of verify's "require"; what it says of one that it does not know is about verify. */
function requirementsOf(text) {
    try {
        return (0,policy/* parseRequirements */.Ez)(text, 'index');
    }
    catch (error) {
        if (!(error instanceof errors/* CountersignError */.WS) || error.code !== 'INPUT_INVALID')
            throw error;
        const meant = (0,build_nearest/* nearest */.p)(text, PRINTED_NAMES);
        const question = meant === undefined ? '' : `Did you mean ${meant}? `;
        throw invalidInput('type', text, `${question}Give one of: ${PRINTED}.`);
    }
}
/** The inputs of `tree`, which shows every claim and who made it; an identity is not needed. */
async function parseTree(raw, edge) {
    const reader = openReader('tree', raw, edge);
    return parsed({
        ...readCommon(reader, edge),
        signers: await readOptionalSigners('tree', reader, edge),
        notation: await readNotationTrust(reader, edge),
    }, reader);
}
/** Of Notation alone the trust policy says who is accepted: identities would say nothing. Throws INPUTS_CONTRADICT. */
async function refuseSigners(reader, edge) {
    if (!isSignerGiven('verify', reader))
        return [];
    await readSigners(reader, edge);
    throw contradiction('An identity or a key is given, and require says notation alone', 'Add signature to require, or leave the identity out: the trust policy says who is accepted.');
}
/** Who is accepted, for a command that can do without; empty where nothing says so. */
async function readOptionalSigners(command, reader, edge) {
    return isSignerGiven(command, reader) ? readSigners(reader, edge) : [];
}
const isSignerGiven = (command, reader) => settingsOf(command).some(({ name, group }) => {
    const value = reader.text(name);
    return (group === 'signer' || name === 'key') && value !== undefined && value !== 'false';
});
async function readSigners(reader, edge) {
    const keys = await readPublicKeys('key', reader, edge);
    // Here, where each key's name is known: the rules are made of the texts alone.
    for (const { name, pem } of keys)
        (0,public_key/* parsePublicKey */.e)(pem, name);
    return (0,policy/* parseSignerRules */.rR)({
        certificateIdentity: reader.lines('certificate-identity'),
        certificateIdentityRegexp: reader.lines('certificate-identity-regexp'),
        certificateOidcIssuer: reader.text('certificate-oidc-issuer'),
        sourceRepository: reader.lines('source-repository'),
        sourceOwner: reader.lines('source-owner'),
        sourceRef: reader.text('source-ref'),
        sourceDigest: reader.text('source-digest'),
        signerWorkflow: reader.lines('signer-workflow'),
        signerDigest: reader.text('signer-digest'),
        buildTrigger: reader.text('build-trigger'),
        denySelfHostedRunners: reader.boolean('deny-self-hosted-runners'),
        keys: keys.map(({ pem }) => pem),
    });
}

;// CONCATENATED MODULE: ./packages/core/build/options/doctor.js






/**
 * The inputs of `doctor`. A repair needs to be told whose claims count: on a public Sigstore everyone's verify, and nothing
 * of a stranger's may be carried into other layouts. Throws errors of fault user that name the input.
 */
async function parseDoctor(raw, edge) {
    const reader = openReader('doctor', raw, edge);
    const common = readCommon(reader, edge);
    const signers = await readOptionalSigners('doctor', reader, edge);
    const [repair, dryRun] = [reader.boolean('repair'), reader.boolean('dry-run')];
    if (repair && signers.length === 0) {
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: 'repair is asked for, and nothing says whose claims may be stored anew',
            remedy: 'Give the identity (certificate-identity, source-repository) or the key of the signer.',
        });
    }
    if (dryRun && !repair) {
        throw contradiction('dry-run is given without repair', 'Leave it out: nothing is written without repair.');
    }
    const notation = await readNotationTrust(reader, edge);
    const asked = await readVerifiers(reader);
    if (notation !== undefined && asked?.every(({ id }) => id !== 'notation') === true) {
        throw contradiction('notation-trust-policy is given, and notation is not among the verifiers in for', 'Add notation to them, or leave the trust policy out.');
    }
    const options = {
        ...common,
        signers,
        asked,
        notation,
        repair,
        dryRun,
        settleMs: reader.duration('settle'),
        unsafeNoSettle: reader.boolean('unsafe-no-settle'),
    };
    return parsed(options, reader);
}
async function readVerifiers(reader) {
    const names = reader.lines('for').flatMap((line) => line.split(/[\s,]+/).filter((name) => name !== ''));
    if (names.length === 0)
        return undefined;
    // Loaded here: no other command knows verifiers.
    const { VERIFIER_NAMES, verifiersNamed } = await Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(4187), __webpack_require__.e(534), __webpack_require__.e(27), __webpack_require__.e(7792), __webpack_require__.e(1942), __webpack_require__.e(8434), __webpack_require__.e(3365)]).then(__webpack_require__.bind(__webpack_require__, 8434));
    const found = names.flatMap((name) => {
        const meant = verifiersNamed(name);
        if (meant !== undefined)
            return meant;
        const near = (0,build_nearest/* nearest */.p)(name, VERIFIER_NAMES);
        const question = near === undefined ? '' : `Did you mean ${near}? `;
        throw invalidInput('for', name, `${question}Name any of: ${VERIFIER_NAMES.join(', ')}.`);
    });
    return [...new Set(found)];
}

// EXTERNAL MODULE: ./packages/core/build/sbom/quality.js
var quality = __webpack_require__(37171);
// EXTERNAL MODULE: ./packages/core/build/http/loopback.js
var loopback = __webpack_require__(98762);
// EXTERNAL MODULE: ./packages/core/build/sign/jwt.js
var jwt = __webpack_require__(41687);
;// CONCATENATED MODULE: ./packages/core/build/options/artifact.js





/**
 * The workflow artifact that `upload-artifact` asks for, undefined where nothing is to be uploaded. All that can be known
 * beforehand is looked at here. Throws INPUT_INVALID, INPUTS_CONTRADICT.
 */
function readArtifact(reader, edge) {
    const name = reader.text('upload-artifact');
    const days = reader.text('artifact-retention') === undefined ? undefined : readRetention(reader, edge);
    if (name === undefined) {
        if (days === undefined)
            return undefined;
        throw contradiction('artifact-retention is given without upload-artifact', 'Give the artifact a name, or leave both out.');
    }
    checkName(name);
    return { name, retentionDays: days, service: serviceOf(edge) };
}
/** What GitHub refuses in a name, and what would leave the folder that an artifact is unpacked into. */
function checkName(name) {
    // anchore/sbom-action takes a yes or no here.
    if (/^(?:true|false)$/i.test(name))
        throw invalidInput('upload-artifact', name, 'Give the artifact a name, or leave it out.');
    if (name.length > limits/* MAX_ARTIFACT_NAME_CHARS */.YLD)
        throw invalidInput('upload-artifact', name, `Give a name of at most ${limits/* MAX_ARTIFACT_NAME_CHARS */.YLD} characters.`);
    if (/["*/:<>?\\|]|\p{Cc}|\p{Cf}|\p{Cs}|^\.{1,2}$/u.test(name))
        throw invalidInput('upload-artifact', name, 'Give a name without any of " : < > | * ? / \\ and line breaks.');
}
/** The runner says how long the repository keeps artifacts at most. */
function readRetention(reader, { env }) {
    const days = reader.number('artifact-retention');
    const limit = /^[1-9]\d{0,3}$/.test(env.GITHUB_RETENTION_DAYS ?? '')
        ? Number(env.GITHUB_RETENTION_DAYS)
        : Infinity;
    const most = Math.min(limit, limits/* MAX_ARTIFACT_RETENTION_DAYS */.Tr);
    if (days <= most)
        return days;
    throw invalidInput('artifact-retention', String(days), `Artifacts of this repository are kept ${most} days at most: write so many or fewer.`);
}
function serviceOf({ env, identity }) {
    if (env.GITHUB_ACTIONS !== 'true')
        throw refused('this is no job of GitHub Actions', `Leave it out here: the documents are in output-dir.`);
    if (isEnterpriseServer(env.GITHUB_SERVER_URL))
        throw refused('GitHub Enterprise Server does not take artifacts in this way (v4)', 'Give output-dir to actions/upload-artifact@v3.');
    const token = env.ACTIONS_RUNTIME_TOKEN ?? '';
    const address = env.ACTIONS_RESULTS_URL ?? '';
    if (token === '' || address === '')
        throw refused('ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are not there', 'The runner gives them to actions alone: call this one with "uses:", or give output-dir to actions/upload-artifact.');
    identity.mask(token);
    return { origin: originOf(address), token, ...idsOf(token) };
}
/** As GitHub's own client tells it: every host that is not one of GitHub's. */
function isEnterpriseServer(text = 'https://github.com') {
    const hostname = URL.canParse(text) ? new URL(text).hostname.toLowerCase() : 'github.com';
    return hostname !== 'github.com' && !/\.(ghe\.com|localhost)$/.test(hostname);
}
function originOf(address) {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url?.protocol === 'https:' || (url?.protocol === 'http:' && (0,loopback/* isLoopback */.U)(url.hostname)))
        return url.origin;
    throw refused('ACTIONS_RESULTS_URL is no https address, so the token is not sent there', SET_BY_RUNNER);
}
const SET_BY_RUNNER = 'The runner sets it: do not set it by hand. Or give output-dir to actions/upload-artifact.';
/** Run and job stand in the token's scopes, as `Actions.Results:RUN:JOB` among others. */
function idsOf(token) {
    const scopes = scopesOf(token);
    const results = scopes.find((scope) => scope.startsWith('Actions.Results:'));
    const [, run, job] = /^Actions\.Results:([\w-]{1,128}):([\w-]{1,128})$/.exec(results ?? '') ?? [];
    if (run === undefined || job === undefined)
        throw refused('ACTIONS_RUNTIME_TOKEN does not name the run and the job', SET_BY_RUNNER);
    return { workflowRunBackendId: run, workflowJobRunBackendId: job };
}
function scopesOf(token) {
    try {
        const { scp } = (0,jwt/* readTokenClaims */.v4)(token, 'ACTIONS_RUNTIME_TOKEN');
        return typeof scp === 'string' ? scp.split(' ') : [];
    }
    catch {
        return []; // its advice is about identity tokens
    }
}
const refused = (what, remedy) => new errors/* CountersignError */.WS('INPUT_INVALID', { what: `upload-artifact is set, and ${what}`, remedy });

;// CONCATENATED MODULE: ./packages/core/build/options/github-commit.js



/** The commit of this job and its token; undefined where nothing is to be sent. Throws INPUT_MISSING, INPUT_INVALID. */
async function readGitHubCommit({ input, permission, elsewhere }, reader, { env }) {
    if (!reader.boolean(input))
        return undefined;
    const isFork = await isFromFork(env);
    const token = reader.text('github-token');
    if (token === undefined && !isFork)
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: `${input} is set, and no github-token is given`,
            remedy: `Set "github-token: \${{ github.token }}", and "${permission}" in the permissions of the job.`,
        });
    const [repository = '', ref = '', commit = ''] = [env.GITHUB_REPOSITORY, env.GITHUB_REF, env.GITHUB_SHA];
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository) ||
        !ref.startsWith('refs/') ||
        !/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit))
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `${input} is set, and GITHUB_REPOSITORY, GITHUB_REF and GITHUB_SHA do not name a commit`,
            remedy: elsewhere,
        });
    return { token: token ?? '', apiUrl: apiUrlOf(env), repository, ref, commit, isFork };
}
function apiUrlOf(env) {
    const text = env.GITHUB_API_URL ?? 'https://api.github.com';
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol === 'https:' || (url?.protocol === 'http:' && (0,loopback/* isLoopback */.U)(url.hostname)))
        return text.replace(/\/+$/, '');
    throw new errors/* CountersignError */.WS('INPUT_INVALID', {
        what: 'GITHUB_API_URL is no https address, so the token is not sent there',
        remedy: 'The runner sets this variable: do not set it by hand.',
    });
}

;// CONCATENATED MODULE: ./packages/core/build/options/named-signers.js



/** Whose attestations count for one purpose, from the settings that begin with its name; empty where none is given. */
async function readSignersOf(prefix, reader, edge) {
    const given = [
        'certificate-identity',
        'certificate-oidc-issuer',
        'source-repository',
        'signer-workflow',
        'key',
    ];
    if (given.every((name) => reader.text(`${prefix}-${name}`) === undefined))
        return [];
    const keys = await readPublicKeys(`${prefix}-key`, reader, edge);
    for (const { name, pem } of keys)
        (0,public_key/* parsePublicKey */.e)(pem, name);
    return (0,policy/* parseSignerRules */.rR)({
        certificateIdentity: reader.lines(`${prefix}-certificate-identity`),
        certificateOidcIssuer: reader.text(`${prefix}-certificate-oidc-issuer`),
        sourceRepository: reader.lines(`${prefix}-source-repository`),
        signerWorkflow: reader.lines(`${prefix}-signer-workflow`),
        keys: keys.map(({ pem }) => pem),
    });
}

// EXTERNAL MODULE: ./packages/core/build/tools/mirror.js
var tools_mirror = __webpack_require__(34059);
;// CONCATENATED MODULE: ./packages/core/build/options/tool-mirror.js
 // alone: whoever reads an option downloads nothing

/** Where tools are downloaded from first: a URL, or `oci:` and a repository or folder. Throws INPUT_INVALID. */
function tool_mirror_readMirror(reader, name) {
    const mirror = reader.text(name);
    if (mirror === undefined)
        return undefined;
    if (mirror.startsWith('oci:'))
        (0,tools_mirror/* parseMirror */.v)(mirror);
    else
        checkDownloadUrl(name, mirror);
    return mirror;
}
/** Files are looked for below it by name, so nothing may follow its path. Throws INPUT_INVALID. */
function checkDownloadUrl(name, text) {
    const url = URL.parse(text);
    const plain = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
    if (plain && (url.protocol === 'https:' || url.protocol === 'http:'))
        return;
    // What is wrong may be a password in it.
    throw invalidInput(name, text.replace(/\/\/[^/]*@/, '//***@'), 'Give https://host[:port]/path, without a user name or a query.');
}

;// CONCATENATED MODULE: ./packages/core/build/options/sbom.js












/** The inputs of `sbom`. Throws errors of fault user that name the input. */
async function parseSbom(raw, edge) {
    const reader = openReader('sbom', raw, edge);
    const path = reader.text('path');
    const hasImage = reader.text('image') !== undefined || reader.text('digest') !== undefined;
    checkTarget(reader, path, hasImage);
    const options = {
        ...readCommon(reader, edge, hasImage ? readImages(reader) : [], 'all'),
        path,
        only: readPlatforms(reader),
        source: await readSource(reader, edge),
        formats: readFormats(reader),
        onIncomplete: reader.choice('on-incomplete', ['fail', 'warn']),
        allowEmpty: reader.boolean('allow-empty'),
        baseline: await readBaseline(reader, edge),
        maxDropPercent: readPercent(reader),
        thresholds: readThresholds(reader),
        outputDir: reader.text('output-dir'),
        snapshot: await readSnapshot(reader, edge),
        artifact: readArtifact(reader, edge),
        supplier: reader.text('supplier'),
        syft: {
            path: reader.text('syft-path'),
            version: reader.text('syft-version'),
            mirror: tool_mirror_readMirror(reader, 'tool-mirror'),
            allowPath: reader.boolean('allow-path'),
        },
        timeoutMs: reader.duration('syft-timeout'),
        sourceDate: readSourceDate(edge),
        dryRun: reader.boolean('dry-run'),
    };
    return parsed(options, reader);
}
function checkTarget(reader, path, hasImage) {
    if (path === undefined && !hasImage) {
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: 'There is nothing to describe',
            remedy: 'Give an image by its digest (registry/repository@sha256:…), or "path".',
        });
    }
    if (path !== undefined && hasImage)
        throw contradiction('path is given together with image', 'Describe the image or the folder, each in a run.');
    const files = reader.lines('sbom').length > 0;
    const source = reader.choice('source', ['syft', 'buildkit']);
    if (files && source === 'buildkit')
        throw contradiction('sbom is given with "source: buildkit"', 'Give files, or leave them to BuildKit.');
    if (path !== undefined && (files || source === 'buildkit'))
        throw contradiction('path is given together with sbom or "source: buildkit"', 'These are about an image.');
}
function readPlatforms(reader) {
    const lines = listed(reader, 'platforms');
    if (lines.length === 1 && lines[0] === 'all')
        return undefined;
    const wrong = lines.find((text) => !(0,oci/* isPlainPlatform */.Kw)(text));
    if (wrong !== undefined)
        throw invalidInput('platforms', wrong, 'Write all, or platforms such as linux/amd64, one per line.');
    return [...new Set(lines)];
}
/** Values by line or by comma. */
const listed = (reader, name) => reader
    .lines(name)
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
function readFormats(reader) {
    const versions = {
        'spdx-json': reader.choice('spdx-version', ['2.2', '2.3']),
        'cyclonedx-json': reader.choice('cyclonedx-version', ['1.4', '1.5', '1.6', '1.7']),
        'syft-json': undefined,
    };
    const known = (text) => Object.hasOwn(versions, text);
    return [...new Set(listed(reader, 'formats'))].map((format) => {
        if (!known(format))
            throw invalidInput('formats', format, `Write of these: ${Object.keys(versions).join(', ')}.`);
        return { format, specVersion: versions[format] };
    });
}
async function readSource(reader, edge) {
    const files = await readPlatformFiles('sbom', reader.lines('sbom'), edge);
    if (files.length > 0)
        return { kind: 'files', files };
    return { kind: reader.choice('source', ['syft', 'buildkit']) };
}
/** By its spelling alone, so that no file of a checkout can stand in for an image: a file ends in .json. */
async function readBaseline(reader, edge) {
    const lines = reader.lines('baseline');
    const signers = await readSignersOf('baseline', reader, edge);
    const [first] = lines;
    if (first === undefined || lines.every((text) => text.endsWith('.json'))) {
        if (signers.length > 0)
            throw contradiction('an identity is given for the baseline, and the baseline is no image', 'Give baseline as registry/repository:tag, or leave the identity out.');
        if (first === undefined)
            return undefined;
        const files = await readPlatformFiles('baseline', lines, edge);
        return { kind: 'files', files };
    }
    if (lines.length > 1)
        throw invalidInput('baseline', lines.join(' '), 'Give one image, or files that end in .json.');
    const image = (0,build_reference/* parseImage */.zZ)(first);
    if (signers.length === 0) {
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: 'baseline names an image, and nobody is named whose attestation of it counts',
            remedy: 'Give baseline-source-repository, baseline-certificate-identity with its issuer, or baseline-key. A file as baseline ends in .json.',
        });
    }
    return { kind: 'image', image, signers };
}
function readPercent(reader) {
    const percent = reader.number('max-drop');
    if (percent > 100)
        throw invalidInput('max-drop', String(percent), 'Write a percentage of at most 100.');
    return percent;
}
function readThresholds(reader) {
    const thresholds = {};
    for (const text of listed(reader, 'min-quality')) {
        const [, measure = '', share] = /^([a-z]+)(?:=(0(?:\.\d{1,6})?|1(?:\.0{1,6})?))?$/.exec(text) ?? [];
        const isShare = quality/* QUALITY_MEASURES */.I.some((name) => name === measure) && share !== undefined;
        if (!isShare && !(measure === 'ntia' && share === undefined))
            throw invalidInput('min-quality', text, `Write lines such as version=0.9 with one of ${quality/* QUALITY_MEASURES */.I.join(', ')} and a share from 0 to 1, or ntia.`);
        thresholds[measure] = share === undefined ? true : Number(share);
    }
    return thresholds;
}
async function readSnapshot(reader, edge) {
    const commit = await readGitHubCommit({
        input: 'dependency-snapshot',
        permission: 'contents: write',
        elsewhere: 'Set it in a GitHub job alone.',
    }, reader, edge);
    if (commit === undefined)
        return undefined;
    const { env } = edge;
    return {
        ...commit,
        workflow: env.GITHUB_WORKFLOW ?? 'workflow',
        job: env.GITHUB_JOB ?? 'job',
        runId: env.GITHUB_RUN_ID ?? '0',
        serverUrl: env.GITHUB_SERVER_URL ?? 'https://github.com',
        detector: env.GITHUB_ACTION_REPOSITORY ?? commit.repository,
    };
}
/** reproducible-builds.org, SOURCE_DATE_EPOCH. */
function readSourceDate({ env }) {
    const text = env.SOURCE_DATE_EPOCH;
    if (text === undefined || text === '')
        return undefined;
    if (/^\d{1,11}$/.test(text))
        return new Date(Number(text) * 1000);
    throw new errors/* CountersignError */.WS('INPUT_INVALID', {
        what: 'The environment variable SOURCE_DATE_EPOCH is no number of seconds',
        remedy: 'Set it to the time of the commit: git log -1 --format=%ct.',
    });
}

;// CONCATENATED MODULE: ./packages/core/build/options/scan-gate.js

/** What lets a finding break the gate, from the inputs of the group `gate`. Throws INPUT_INVALID. */
async function readGate(reader) {
    const { parseGrace } = await Promise.all(/* import() */[__webpack_require__.e(9730), __webpack_require__.e(7091), __webpack_require__.e(6050), __webpack_require__.e(7151), __webpack_require__.e(7782)]).then(__webpack_require__.bind(__webpack_require__, 67151));
    const failOn = reader.choice('fail-on', ['critical', 'high', 'medium', 'low', 'negligible', 'none']);
    const grace = reader.text('grace');
    return {
        failOn: failOn === 'none' ? undefined : failOn,
        onlyFixed: reader.boolean('only-fixed'),
        onUnknownSeverity: reader.choice('on-unknown-severity', ['fail', 'warn', 'ignore']),
        epssThreshold: readAmount(reader, 'epss-threshold', 1),
        kev: reader.choice('kev', ['fail', 'ignore']),
        riskThreshold: readAmount(reader, 'risk-threshold', 100),
        graceDays: grace === undefined ? {} : parseGrace(grace),
        maxNew: readCount(reader, 'max-new'),
    };
}
function readAmount(reader, name, most) {
    const text = reader.text(name);
    if (text === undefined)
        return undefined;
    const amount = /^\d{1,3}(?:\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN;
    if (!(amount <= most))
        throw invalidInput(name, text, `Write a number from 0 to ${most}, such as ${most / 2}.`);
    return amount;
}
function readCount(reader, name) {
    const text = reader.text(name);
    if (text === undefined)
        return undefined;
    if (!/^\d{1,9}$/.test(text))
        throw invalidInput(name, text, 'Write a whole number, such as 0.');
    return Number(text);
}

;// CONCATENATED MODULE: ./packages/core/build/options/scan.js












/** The inputs of `scan`. Throws errors of fault user that name the input. */
async function parseScan(raw, edge) {
    const reader = openReader('scan', raw, edge);
    const hasImage = reader.text('image') !== undefined || reader.text('digest') !== undefined;
    const common = readCommon(reader, edge, hasImage ? readImages(reader) : []);
    const options = {
        ...common,
        target: readTarget(reader, hasImage),
        gate: await readGate(reader),
        baseline: await scan_readBaseline(reader, edge, hasImage),
        waivers: reader.text('waivers'),
        maxWaiverDays: reader.number('max-waiver-days'),
        vexFiles: reader.lines('vex'),
        vexSigners: await readVexSigners(reader, edge, hasImage),
        formats: scan_readFormats(reader),
        outputDir: reader.text('output-dir'),
        upload: await readGitHubCommit(SARIF, reader, edge),
        grype: readProgram('grype', reader),
        allowPath: reader.boolean('allow-path'),
        syft: readProgram('syft', reader),
        toolMirror: tool_mirror_readMirror(reader, 'tool-mirror'),
        allowEmpty: reader.boolean('allow-empty'),
        database: readDatabase(reader, common.plainHttpHosts),
        scanTimeoutMs: reader.duration('scan-timeout'),
        dryRun: reader.boolean('dry-run'),
    };
    return parsed(options, reader);
}
const SARIF = {
    input: 'upload-sarif',
    permission: 'security-events: write',
    elsewhere: 'Upload from a GitHub job; elsewhere send the file of the sarif output by other means.',
};
function readTarget(reader, hasImage) {
    const [sboms, reports, path] = [reader.lines('sbom'), reader.lines('report'), reader.text('path')];
    const given = [
        ...(sboms.length > 0 ? ['sbom'] : []),
        ...(reports.length > 0 ? ['report'] : []),
        ...(path === undefined ? [] : ['path']),
    ];
    if (given.length > 1) {
        throw contradiction(`${given.join(' and ')} are given together`, 'Give one of them: what is scanned has to be one thing.');
    }
    if (sboms.length > 0)
        return { kind: 'sbom', files: readFiles('sbom', sboms) };
    if (reports.length > 0)
        return { kind: 'report', files: readFiles('report', reports) };
    if (path !== undefined) {
        if (hasImage)
            throw contradiction('path is given together with image', 'Scan the image or the folder, each in a run.');
        return { kind: 'path', path };
    }
    if (hasImage)
        return { kind: 'image' };
    throw new errors/* CountersignError */.WS('INPUT_MISSING', {
        what: 'There is nothing to scan',
        remedy: 'Give an image by its digest (registry/repository@sha256:…), "sbom", "path" or "report".',
    });
}
function readFiles(input, lines) {
    if (lines.length > limits/* MAX_SCAN_FILES */.Xwi)
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The input ${input} names ${lines.length} files; at most ${limits/* MAX_SCAN_FILES */.Xwi} are taken`,
            remedy: 'Split them over several runs.',
        });
    const files = lines.map(oci/* splitPlatformPath */.Hi);
    const [twice] = files.filter(({ platform }, at) => platform !== undefined && files.findIndex((other) => other.platform === platform) !== at);
    if (twice?.platform !== undefined)
        throw contradiction(`${input} names ${twice.platform} twice`, 'Give one file for each platform.');
    return files;
}
async function scan_readBaseline(reader, edge, hasImage) {
    const text = reader.text('baseline');
    const signers = await readSignersOf('baseline', reader, edge);
    if (reader.text('max-new') !== undefined && text === undefined)
        throw contradiction('max-new is given without baseline', 'Say with "baseline" what is not new.');
    if (text === undefined)
        return undefined;
    const [, reference] = /^attested(?::(.+))?$/.exec(text) ?? [];
    const isAttested = text === 'attested' || reference !== undefined;
    if (!isAttested)
        return { kind: 'file', path: text };
    if (signers.length === 0)
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: 'baseline is attested, and nobody is named whose attestation counts',
            remedy: 'Set baseline-source-repository, baseline-certificate-identity or baseline-key.',
        });
    if (reference === undefined && !hasImage)
        throw contradiction('baseline is attested, and no image is given', 'Give "image", or name one: "baseline: attested:registry/repository:tag".');
    const image = reference === undefined ? undefined : (0,build_reference/* parseImage */.zZ)(reference);
    return { kind: 'attested', image, signers };
}
async function readVexSigners(reader, edge, hasImage) {
    const signers = await readSignersOf('vex', reader, edge);
    if (signers.length > 0 && !hasImage)
        throw contradiction('a vex identity or key is given, and no image that could carry attestations', 'Give "image", or the VEX documents as files (vex).');
    return signers;
}
const FORMATS = new Set(['vdr', 'junit', 'in-toto-vulns']);
function scan_readFormats(reader) {
    const words = reader.lines('formats').flatMap((each) => each.split(/[\s,]+/).filter((word) => word !== ''));
    return [...new Set(words)].map((word) => {
        if (isFormat(word))
            return word;
        throw invalidInput('formats', word, `Write one or more of: ${[...FORMATS].join(', ')}.`);
    });
}
const isFormat = (word) => FORMATS.has(word);
function readProgram(name, reader) {
    const [version, path] = [reader.text(`${name}-version`), reader.text(`${name}-path`)];
    if (version !== undefined && path !== undefined)
        throw contradiction(`${name}-version and ${name}-path are both given`, 'Name the version to install, or the program that is there.');
    return { version, path };
}
function readDatabase(reader, plainHttpHosts) {
    const [mirror, file] = [reader.text('db-mirror'), reader.text('db-file')];
    if (mirror !== undefined && file !== undefined)
        throw contradiction('db-mirror and db-file are both given', 'Update the database, or import a file.');
    return {
        update: reader.choice('db-update', ['auto', 'never']),
        mirror: mirror === undefined ? undefined : checkMirror(mirror, plainHttpHosts),
        file,
        folder: reader.text('db-dir'),
        maxAgeMs: readAge(reader),
        timeoutMs: reader.duration('db-timeout'),
    };
}
/** A feed vouches for its archive by a checksum that it sends itself, so nobody on the way may change it. */
function checkMirror(text, plainHttpHosts) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const remedy = 'Give the address of a feed as https://host/path, without a user name.';
    if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:'))
        throw invalidInput('db-mirror', text, remedy);
    if (url.username !== '' || url.password !== '')
        throw new errors/* CountersignError */.WS('INPUT_INVALID', { what: 'The input db-mirror holds a user name', remedy });
    if (url.protocol === 'http:' && !(0,loopback/* isLoopback */.U)(url.hostname) && !plainHttpHosts.includes(url.host))
        throw new errors/* CountersignError */.WS('PLAIN_HTTP_REFUSED', {
            what: `The input db-mirror is ${JSON.stringify(text)}: over plain http anybody on the way could change the database`,
            remedy: `Use https, or name ${url.host} in plain-http.`,
        });
    return text;
}
function readAge(reader) {
    const text = reader.text('max-db-age') ?? '';
    const [, amount, unit] = /^(\d{1,6})(d|h)$/.exec(text) ?? [];
    const hours = Number(amount) * (unit === 'd' ? 24 : 1);
    if (!(hours >= 1 && hours <= limits/* MAX_DATABASE_AGE_DAYS */.HYz * 24))
        throw invalidInput('max-db-age', text, `Write a number and d or h, such as 5d or 36h; at most ${limits/* MAX_DATABASE_AGE_DAYS */.HYz}d.`);
    return hours * 3_600_000;
}

;// CONCATENATED MODULE: ./packages/core/build/options/tools.js





/**
 * The inputs of `tools`. Without a tool there is nothing to install; list and verify then mean all that there are.
 * Throws errors of fault user that name the input, and TOOL_REVOKED.
 */
async function parseTools(raw, edge, action = 'install') {
    // Loaded here: the other actions know nothing of tools, and start without them.
    const { GITHUB_RELEASES, parseTools: readTools } = await Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(4187), __webpack_require__.e(534), __webpack_require__.e(9730), __webpack_require__.e(27), __webpack_require__.e(7792), __webpack_require__.e(1787), __webpack_require__.e(1942), __webpack_require__.e(2880), __webpack_require__.e(205)]).then(__webpack_require__.bind(__webpack_require__, 12880));
    const reader = openReader('tools', raw, edge);
    const tools = readTools(reader.lines('tools'));
    if (tools.length === 0 && action === 'install') {
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: 'No tool is named',
            remedy: 'Name at least one tool, as name or name@version, such as cosign or syft@1.51.0.',
        });
    }
    const options = {
        images: [],
        action,
        tools,
        verify: reader.choice('verify', ['strict', 'checksum']),
        mirror: tool_mirror_readMirror(reader, 'mirror'),
        allowPath: reader.boolean('allow-path'),
        minAgeMs: tools_readAge(reader),
        releases: readReleases(reader, GITHUB_RELEASES),
        trust: readTrust(reader, edge),
        dryRun: reader.boolean('dry-run'),
    };
    return parsed(options, reader);
}
function readReleases(reader, vendor) {
    const baseUrl = reader.text('release-url') ?? vendor.baseUrl;
    if (baseUrl.replace(/\/+$/, '') === vendor.baseUrl)
        return vendor;
    checkDownloadUrl('release-url', baseUrl);
    return { baseUrl, redirectHosts: [] };
}
const tools_UNIT_MS = { h: 3_600_000, d: 86_400_000 };
function tools_readAge(reader) {
    const text = reader.text('min-age') ?? '';
    const [, amount, unit] = /^(\d{1,5})(h|d)$/.exec(text) ?? [];
    const ms = Number(amount) * (tools_UNIT_MS[unit ?? ''] ?? Number.NaN);
    if (ms <= limits/* MAX_MIN_AGE_DAYS */.IPW * 86_400_000)
        return ms;
    throw invalidInput('min-age', text, `Write a number and h or d, such as 3d; at most ${limits/* MAX_MIN_AGE_DAYS */.IPW}d.`);
}

;// CONCATENATED MODULE: ./packages/core/build/options/trust.js



/** Reads trusted-root, trusted-root-sha256, tuf-mirror, tuf-root and signing-config. Throws INPUTS_CONTRADICT, INPUT_INVALID. */
function parseTrustSources(raw, edge) {
    const reader = readerOf(raw);
    const trust = readTrust(reader, edge);
    const file = readSigningConfigFile(reader, edge);
    if (file !== undefined)
        return { trust, signingConfig: { kind: 'file', path: file } };
    return { trust, signingConfig: trust.kind === 'file' ? undefined : trust };
}

;// CONCATENATED MODULE: ./packages/core/build/options/index.js














/***/ })

};
