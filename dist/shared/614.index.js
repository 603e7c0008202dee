export const id = 614;
export const ids = [614];
export const modules = {

/***/ 40728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ COMMON_FLAGS)
/* harmony export */ });
/** Flags of every command. */
const COMMON_FLAGS = [
    {
        name: 'json',
        kind: 'switch',
        value: '',
        help: 'Print one JSON document on stdout and nothing else there.',
    },
    { name: 'help', kind: 'switch', value: '', help: 'Print this help.' },
];


/***/ }),

/***/ 40614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./packages/cli/build/suggestion.js
var suggestion = __webpack_require__(48867);
;// CONCATENATED MODULE: ./packages/cli/build/arguments.js




/**
 * Reads the arguments after a command's name. Throws INPUT_UNKNOWN for a flag the command does not have,
 * INPUT_INVALID for a flag without its value and INPUTS_CONTRADICT for one that is given twice.
 */
async function readArguments(command, known, argv) {
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...argv],
        options: Object.fromEntries(known.map(({ name, kind }) => [name, { type: kind === 'switch' ? 'boolean' : 'string' }])),
        strict: false,
        allowPositionals: true,
        tokens: true,
    });
    const flags = new Map();
    const positionals = [];
    for (const token of tokens) {
        if (token.kind === 'positional')
            positionals.push(token.value);
        if (token.kind !== 'option')
            continue;
        const flag = known.find(({ name }) => token.rawName === `--${name}`);
        if (flag === undefined)
            throw await unknown(command, token.rawName, known);
        const value = arguments_valueOf(flag, token.value, token.inlineValue);
        const before = flags.get(flag.name);
        if (before !== undefined && flag.kind !== 'lines')
            throw twice(flag);
        flags.set(flag.name, before === undefined ? value : `${before}\n${value}`);
    }
    return { flags, positionals };
}
function arguments_valueOf(flag, value, inline) {
    if (flag.kind === 'switch') {
        if (value === undefined || value === 'true' || value === 'false')
            return value ?? 'true';
        throw invalid(`--${flag.name} is a switch and takes no value but true or false`, `Write --${flag.name}.`);
    }
    // The value of a choice (`all|index`) never begins with a dash.
    const dashed = flag.value.includes('|')
        ? ''
        : `, or --${flag.name}=${flag.value} where the value begins with a dash`;
    const remedy = `Write --${flag.name} ${flag.value}${dashed}.`;
    if (value === undefined)
        throw invalid(`--${flag.name} has no value`, remedy);
    // `--sbom --json` is a forgotten value more often than a file called --json.
    if (inline !== true && value.startsWith('-'))
        throw invalid(`--${flag.name} is followed by a flag, not by its value`, remedy);
    return value;
}
async function unknown(command, name, known) {
    const meant = await (0,suggestion/* suggestion */.h)(name.replace(/^-+/, ''), known.map((flag) => flag.name));
    const help = `See countersign ${command} --help for its flags.`;
    return new errors/* CountersignError */.WS('INPUT_UNKNOWN', {
        what: `countersign ${command} has no flag ${JSON.stringify(name.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}`,
        remedy: meant === undefined ? help : `Did you mean --${meant}? ${help}`,
    });
}
const twice = ({ name }) => new errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
    what: `--${name} is given twice`,
    remedy: `Give --${name} once.`,
});
const invalid = (what, remedy) => new errors/* CountersignError */.WS('INPUT_INVALID', { what, remedy });

;// CONCATENATED MODULE: ./packages/cli/build/setting-flags.js
/** The flags of a command that an action has too: those of the catalogue, but for the images, which stand alone. */
async function settingFlags(command) {
    // Loaded here: the help of the whole command and the commands without an action need no catalogue.
    const { settingsOf } = await Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7929), __webpack_require__.e(1620)]).then(__webpack_require__.bind(__webpack_require__, 61620));
    return settingsOf(command)
        .filter(({ name }) => !POSITIONAL.includes(name))
        .map((setting) => ({
        name: setting.name,
        kind: kindOf(setting),
        value: setting.choices?.join('|') ?? setting.value,
        help: helpOf(setting),
        group: HEADINGS[setting.group],
    }));
}
const POSITIONAL = ['images', 'image', 'digest', 'tools'];
const HEADINGS = {
    image: 'Image',
    claims: 'Claims',
    sbom: 'SBOM',
    scan: 'Scan',
    gate: 'Gate',
    tools: 'Tools',
    signer: 'Whom to accept',
    requirements: 'What to require',
    identity: 'Identity and keys',
    storage: 'Storage',
    registry: 'Registry',
    services: 'Services and trust',
};
function kindOf({ kind }) {
    if (kind === 'boolean')
        return 'switch';
    return kind === 'lines' ? 'lines' : 'text';
}
/** The catalogue's texts mark names with backquotes, for pages, and speak of lines; a terminal has neither. */
function helpOf({ help, default: standard, kind }) {
    const repeated = kind === 'lines' ? ' May be given several times.' : '';
    const text = help.replaceAll('`', '').replace(/[,;] one per line/g, '') + repeated;
    return standard === undefined || kind === 'boolean' ? text : `${text} Default: ${standard}.`;
}

;// CONCATENATED MODULE: ./packages/cli/build/own-flags.js
/** Flags of the commands that have no action beside them. */
const TESTBED_FLAGS = [
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
        help: 'Whether the registry has the referrers API. header: it sends OCI-Subject and has no API, as ECR was seen to do; ' +
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
        help: 'Serve a pull-through cache of this registry on loopback, as 127.0.0.1:PORT, in place of an own one: it serves images, ' +
            'no claims, and takes no writes. Its list of referrers is empty, or not there with --referrers off.',
    },
    {
        name: 'rekor',
        kind: 'text',
        value: 'v1|v2',
        help: 'The log that signing_config.json names. Both are served, and trusted_root.json holds both. With v2, sign and attest ' +
            'want --transparency-log rekor-v2; with v1 they do not find the other one. Default: v1.',
    },
    { name: 'latency', kind: 'text', value: 'MS', help: 'Milliseconds added to every request. Default: 0.' },
    {
        name: 'issuer',
        kind: 'text',
        value: 'URL|own',
        help: 'The issuer in tokens and certificates. Default: the string of GitHub Actions, since some verifiers accept no other; ' +
            "own is the test bed's own URL, for a real Fulcio.",
    },
    {
        name: 'claims',
        kind: 'text',
        value: 'FILE',
        help: 'A JSON object of token claims, laid over the defaults.',
    },
];
const KEY_FLAGS = [
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
        help: "public: a private key (PKCS#8, or cosign's encrypted form with COSIGN_PASSWORD) or a public one as a path or env://NAME, or " +
            'the URI of a key management service.',
    },
];
const NOTATION_FLAGS = [
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
const TRUST_FLAGS = [
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
const DEMO_FLAGS = [
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
const BUNDLE_TRUSTED_ROOT = {
    name: 'trusted-root',
    kind: 'text',
    value: 'FILE',
    help: "A trusted_root.json. Default: Sigstore's public-good instance.",
};
const SIGN_BUNDLE_FLAGS = [
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
const VERIFY_BUNDLE_FLAGS = [
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

;// CONCATENATED MODULE: ./packages/cli/build/commands.js


const IMAGE = 'registry.example/team/app@sha256:…';
const IDENTITY = '--certificate-identity https://github.com/team/app/.github/workflows/release.yml@refs/tags/v1.0.0';
const GITHUB_ISSUER = '--certificate-oidc-issuer https://token.actions.githubusercontent.com';
/** Every command, in the order of the help. Each one's code is imported only when it runs. */
const COMMANDS = [
    {
        name: 'sign',
        summary: 'sign an image and its platforms, and store the signature in every layout',
        usage: 'IMAGE@DIGEST... [flags]',
        about: 'Signs each image given by digest: the index and its platform manifests. The signature is stored beside the image as ' +
            'verifiers of every age read it, then read back and verified. A re-run adds nothing that is there already.',
        examples: [
            {
                what: 'with an identity token (SIGSTORE_ID_TOKEN, or that of a GitHub job)',
                line: `countersign sign ${IMAGE}`,
            },
            {
                what: 'with a key and without a transparency log',
                line: `countersign sign ${IMAGE} --key signing.pem --transparency-log none`,
            },
            { what: 'only say what would be written', line: `countersign sign ${IMAGE} --dry-run` },
        ],
        flags: () => settingFlags('sign'),
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7929), __webpack_require__.e(1620), __webpack_require__.e(1489)]).then(__webpack_require__.bind(__webpack_require__, 41489)),
    },
    {
        name: 'attest',
        summary: 'attest SBOMs, scans, VEX, a provenance or any predicate about an image',
        usage: 'IMAGE@DIGEST... [flags]',
        about: 'Makes signed claims about each image: --sbom, --vulnerability-report, --openvex, --provenance, or --predicate-type with ' +
            '--predicate-path. Each document goes to the digest that it names. With --signature the image is signed in the same session.',
        examples: [
            {
                what: 'sign, and attest an SBOM',
                line: `countersign attest ${IMAGE} --signature --sbom sbom.spdx.json`,
            },
            {
                what: 'one SBOM per platform',
                line: `countersign attest ${IMAGE} --sbom linux/amd64=amd64.json --sbom linux/arm64=arm64.json`,
            },
            {
                what: 'what sbom and scan wrote, and what does not affect the image',
                line: `countersign attest ${IMAGE} --sbom sbom.spdx.json --vulnerability-report scan.vuln.json --openvex vex.json`,
            },
            {
                what: 'a predicate of your own',
                line: `countersign attest ${IMAGE} --predicate-type https://team.example/review/v1 --predicate-path review.json`,
            },
        ],
        flags: () => settingFlags('attest'),
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7929), __webpack_require__.e(1620), __webpack_require__.e(4097)]).then(__webpack_require__.bind(__webpack_require__, 4097)),
    },
    {
        name: 'verify',
        summary: 'decide whether an image carries the claims you require, signed by whom you accept',
        usage: 'IMAGE@DIGEST... IDENTITY [flags]',
        about: 'Collects the claims of every layout, verifies each against the trusted root and compares its signer with the identity ' +
            'you accept. Without an identity or a key nothing is accepted. Rejected (exit code 1) and could not decide (3) are never mixed.',
        examples: [
            {
                what: 'anything built from one repository',
                line: `countersign verify ${IMAGE} --source-repository team/app`,
            },
            {
                what: 'exactly one workflow at one tag',
                line: `countersign verify ${IMAGE} ${IDENTITY} ${GITHUB_ISSUER}`,
            },
            { what: 'a public key', line: `countersign verify ${IMAGE} --key signing.pub` },
            {
                what: 'a signature, an SBOM on every platform and a provenance',
                line: `countersign verify ${IMAGE} --source-repository team/app --require signature --require sbom@all --require provenance`,
            },
        ],
        flags: () => settingFlags('verify'),
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7929), __webpack_require__.e(1620), __webpack_require__.e(1849)]).then(__webpack_require__.bind(__webpack_require__, 81849)),
    },
    {
        name: 'tree',
        summary: 'show an image, its platforms and every claim in every layout with its state',
        usage: 'IMAGE@DIGEST... [flags]',
        about: 'Shows what is stored beside an image and beside each of its platforms. Without an identity the tree tells whether each ' +
            'claim verifies and who signed it; with one, whether that signer is accepted too.',
        examples: [
            { what: 'all that is there', line: `countersign tree ${IMAGE}` },
            { what: 'for a program', line: `countersign tree ${IMAGE} --json` },
        ],
        flags: () => settingFlags('tree'),
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7929), __webpack_require__.e(1620), __webpack_require__.e(9903)]).then(__webpack_require__.bind(__webpack_require__, 79903)),
    },
    {
        name: 'doctor',
        summary: 'tell which verifiers of the field accept what an image carries, and why not',
        usage: 'IMAGE@DIGEST... [flags]',
        about: 'Reads what stands beside each image and its platforms as cosign, Kyverno, policy-controller, gh and others would, and says ' +
            'which of them see what. Exit code 1: one of them (with --for: of those named) would not accept something. --repair mends the ' +
            'list of referrers and adds the layouts that can be made of what is there, without signing.',
        examples: [
            { what: 'everything', line: `countersign doctor ${IMAGE}` },
            {
                what: 'before a cluster with Kyverno gets it',
                line: `countersign doctor ${IMAGE} --for kyverno --source-repository team/app`,
            },
            {
                what: 'a copy that lost a layout on its way: first what would be done, then the same without --dry-run',
                line: `countersign doctor ${IMAGE} --repair --dry-run --source-repository team/app`,
            },
        ],
        flags: () => settingFlags('doctor'),
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7929), __webpack_require__.e(1620), __webpack_require__.e(6231)]).then(__webpack_require__.bind(__webpack_require__, 86231)),
    },
    {
        name: 'tools',
        summary: 'install cosign, syft, grype and others of the field, each verified before it is placed',
        usage: 'install|list|verify [TOOL[@VERSION]...] [flags]',
        about: 'install takes each tool from the tool cache, PATH (--allow-path), a mirror or its vendor, and places it only once its bytes are ' +
            'those of the table, or those that its vendor signed. list tells what the table and the cache hold; verify judges the cache anew. ' +
            'No script of a vendor is ever run.',
        examples: [
            { what: 'the versions that the table holds', line: 'countersign tools install cosign syft grype' },
            {
                what: 'one version, from a mirror',
                line: 'countersign tools install syft@1.51.0 --mirror https://mirror.example/github',
            },
            { what: 'only say what would be done', line: 'countersign tools install trivy --dry-run' },
            { what: 'everything that the cache holds', line: 'countersign tools verify --json' },
        ],
        flags: () => settingFlags('tools'),
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7929), __webpack_require__.e(1620), __webpack_require__.e(8205)]).then(__webpack_require__.bind(__webpack_require__, 18205)),
    },
    {
        name: 'sbom',
        summary: 'describe what is inside an image or a folder, whole and by digest',
        usage: '(IMAGE@DIGEST | oci:FOLDER | FOLDER) [flags]',
        about: 'Writes an SBOM of each platform and one of the index, in SPDX, CycloneDX and syft-json. The image is read by digest, syft gets ' +
            'neither credentials nor a network, and each document is held against what the image itself shows: an SBOM that misses ' +
            'packages is rejected, and nothing is written.',
        examples: [
            { what: 'every platform, into a folder', line: `countersign sbom ${IMAGE} --output-dir sboms` },
            { what: 'a checkout', line: 'countersign sbom . --formats spdx-json' },
            {
                what: "against the last release's verified SBOM",
                line: `countersign sbom ${IMAGE} --baseline registry.example/team/app:1.0 --baseline-source-repository team/app`,
            },
            {
                what: 'check files of another tool',
                line: `countersign sbom ${IMAGE} --sbom linux/amd64=amd64.json --sbom linux/arm64=arm64.json`,
            },
        ],
        flags: () => settingFlags('sbom'),
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7929), __webpack_require__.e(1620), __webpack_require__.e(3597)]).then(__webpack_require__.bind(__webpack_require__, 73597)),
    },
    {
        name: 'scan',
        summary: 'scan an image, a folder or SBOMs for vulnerabilities, and decide by a gate',
        usage: '(IMAGE@DIGEST | oci:FOLDER | PATH | SBOM...) [flags]',
        about: 'Runs grype once for each platform and decides from its report: severity, KEV, EPSS, risk, grace after a fix, waivers that ' +
            'expire, VEX. Every report is written before the verdict. What could not be scanned, or only with a database that is missing ' +
            'or too old, is never clean (exit code 3).',
        examples: [
            { what: 'an image, each platform by itself', line: `countersign scan ${IMAGE}` },
            {
                what: 'the SBOMs of an image, made before',
                line: `countersign scan linux/amd64=amd64.syft.json linux/arm64=arm64.syft.json --fail-on critical`,
            },
            { what: 'a checkout, only what can be mended', line: 'countersign scan . --only-fixed' },
            {
                what: 'judge a report that another step has made',
                line: 'countersign scan --report trivy.json --kev ignore',
            },
        ],
        flags: () => settingFlags('scan'),
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7929), __webpack_require__.e(1620), __webpack_require__.e(2869)]).then(__webpack_require__.bind(__webpack_require__, 22869)),
    },
    {
        name: 'get',
        summary: 'print a predicate of an image that verified, and only then',
        usage: 'IMAGE@DIGEST IDENTITY --type NAME|URI [flags]',
        about: 'Verifies the claims of one type beside one digest as verify does, and prints the predicate of the newest that verified and was ' +
            'signed by whom you accept: exactly that JSON on stdout, or nothing. Exit code 1: there is none; 3: could not decide.',
        examples: [
            {
                what: "a platform's SBOM",
                line: `countersign get ${IMAGE} --type spdx --platform linux/amd64 --source-repository team/app`,
            },
            {
                what: 'every scan, the newest first',
                line: `countersign get ${IMAGE} --type vuln --all --key signing.pub`,
            },
        ],
        flags: () => settingFlags('get'),
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7929), __webpack_require__.e(1620), __webpack_require__.e(1206)]).then(__webpack_require__.bind(__webpack_require__, 61206)),
    },
    {
        name: 'key',
        summary: 'make a key pair that cosign takes too, or print the public half of any key',
        usage: 'generate|public [flags]',
        about: 'generate writes PREFIX.key, an ECDSA P-256 key encrypted with COSIGN_PASSWORD (which has to be set, and may be empty) as cosign ' +
            'keeps it, and PREFIX.pub. It writes over nothing. public prints the public key, as PEM, of a key file or of a key in AWS KMS, ' +
            'Google Cloud KMS, Azure Key Vault, Vault or OpenBao.',
        examples: [
            { what: 'a new pair, countersign.key and countersign.pub', line: 'countersign key generate' },
            {
                what: 'beside the old one, to change keys',
                line: 'countersign key generate --output-prefix release-2027',
            },
            {
                what: 'what verifiers of a key in AWS KMS need',
                line: 'countersign key public --key awskms:///alias/release > release.pub',
            },
        ],
        flags: () => Promise.resolve(KEY_FLAGS),
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(3917), __webpack_require__.e(7929), __webpack_require__.e(1620), __webpack_require__.e(27), __webpack_require__.e(1787), __webpack_require__.e(3632)]).then(__webpack_require__.bind(__webpack_require__, 41050)),
    },
    {
        name: 'notation',
        summary: 'write a trust policy and trust store for signatures of the Notary Project',
        usage: 'policy REPOSITORY... [flags]',
        about: 'policy writes trustpolicy.json and a trust store from the certificates that sign: their root, the subject of the first, ' +
            'and the repositories that are given. notation reads the folder as its configuration, verify by --notation-trust-policy.',
        examples: [
            {
                what: 'for one repository',
                line: 'countersign notation policy registry.example/team/app --notation-certificates chain.pem --output-dir notation',
            },
            {
                what: 'verify by it',
                line: `countersign verify ${IMAGE} --require notation --notation-trust-policy notation/trustpolicy.json`,
            },
        ],
        flags: () => Promise.resolve(NOTATION_FLAGS),
        load: () => Promise.all(/* import() */[__webpack_require__.e(5487), __webpack_require__.e(8969)]).then(__webpack_require__.bind(__webpack_require__, 84226)),
    },
    {
        name: 'trust',
        summary: 'show what a trusted root holds, or export it in the forms that other verifiers want',
        usage: 'export|inspect [flags]',
        about: 'inspect prints authorities, logs, keys and dates of a trusted root. export writes it in every other form: PEM files and an ' +
            'environment file for cosign 2 and slsa-verifier, JSON lines for gh, a snippet for Kyverno, TrustRoots for policy-controller, and ' +
            'a signed TUF repository. What a form cannot carry is said. The folder is there whole or not at all.',
        examples: [
            { what: "Sigstore's public-good instance", line: 'countersign trust inspect' },
            {
                what: 'every form of your own Sigstore',
                line: 'countersign trust export --trusted-root trusted_root.json --output-dir trust',
            },
            {
                what: 'a TUF repository for 90 days, from a TUF mirror',
                line: 'countersign trust export --tuf-mirror https://tuf.example --tuf-root root.json --format tuf --lifetime 90d --output-dir trust',
            },
        ],
        flags: () => Promise.resolve(TRUST_FLAGS),
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(3917), __webpack_require__.e(4187), __webpack_require__.e(8908), __webpack_require__.e(8815), __webpack_require__.e(6118), __webpack_require__.e(7929), __webpack_require__.e(1620), __webpack_require__.e(624), __webpack_require__.e(2058)]).then(__webpack_require__.bind(__webpack_require__, 72058)),
    },
    {
        name: 'testbed',
        summary: 'serve an OCI registry and a small Sigstore on loopback until SIGTERM',
        usage: '--state DIR [flags]',
        about: 'Starts an OCI registry and a small Sigstore (token issuer, Fulcio, Rekor, timestamp authority) in one process on loopback. ' +
            'DIR/testbed.json, written last, says where everything is; DIR/testbed.env holds the variables with which sign, attest and verify need no further flags.',
        examples: [
            { what: 'everything on', line: 'countersign testbed --state /tmp/testbed' },
            {
                what: 'like GitHub Container Registry: no referrers API, a token service, no conditional writes',
                line: 'countersign testbed --state /tmp/testbed --referrers off --auth token --if-match off',
            },
            { what: 'in another terminal', line: 'set -a; . /tmp/testbed/testbed.env; set +a' },
        ],
        flags: () => Promise.resolve(TESTBED_FLAGS),
        load: () => Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(4187), __webpack_require__.e(534), __webpack_require__.e(8908), __webpack_require__.e(2188), __webpack_require__.e(5708), __webpack_require__.e(7587)]).then(__webpack_require__.bind(__webpack_require__, 13273)),
    },
    {
        name: 'demo',
        summary: 'sign, attest and verify a real image on a test bed, and see five attacks refused',
        usage: '[flags]',
        about: 'Starts a test bed, puts a two-platform image of Countersign there (or a copy of your own), signs and attests it by running ' +
            'the bundled actions as a runner would, verifies it, and shows five attacks being refused. Nothing leaves this machine.',
        examples: [
            { what: 'all of it', line: 'countersign demo' },
            {
                what: 'with an image of your own: it is read, never written to',
                line: 'countersign demo --image registry.example/team/app:1.0',
            },
            {
                what: 'leave the test bed up to try cosign and countersign by hand',
                line: 'countersign demo --keep',
            },
        ],
        flags: () => Promise.resolve(DEMO_FLAGS),
        load: () => Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(4187), __webpack_require__.e(534), __webpack_require__.e(8908), __webpack_require__.e(2188), __webpack_require__.e(27), __webpack_require__.e(7792), __webpack_require__.e(624), __webpack_require__.e(5708), __webpack_require__.e(8284)]).then(__webpack_require__.bind(__webpack_require__, 51169)),
    },
    {
        name: 'sign-bundle',
        summary: 'sign one file into one Sigstore bundle (the sigstore-conformance protocol)',
        usage: '[--in-toto] --identity-token TOKEN --bundle FILE [flags] FILE',
        about: 'Signs a file keylessly as the sigstore-conformance suite asks for it, with the services of the signing config, and writes the ' +
            'bundle only when it verifies with the trusted root. Exit code 0: it is there. For images, sign and attest do more.',
        examples: [
            {
                what: 'a file, with a token of your own',
                line: 'countersign sign-bundle --identity-token "$TOKEN" --bundle app.sigstore.json app.tar',
            },
        ],
        flags: () => Promise.resolve(SIGN_BUNDLE_FLAGS),
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(3917), __webpack_require__.e(4187), __webpack_require__.e(534), __webpack_require__.e(9730), __webpack_require__.e(7929), __webpack_require__.e(27), __webpack_require__.e(7792), __webpack_require__.e(1787), __webpack_require__.e(624), __webpack_require__.e(5487), __webpack_require__.e(1942), __webpack_require__.e(8434), __webpack_require__.e(2880), __webpack_require__.e(7421), __webpack_require__.e(4503)]).then(__webpack_require__.bind(__webpack_require__, 11714)),
    },
    {
        name: 'verify-bundle',
        summary: 'verify one Sigstore bundle over a file or digest (the sigstore-conformance protocol)',
        usage: '--bundle FILE (IDENTITY | --key PEM) [--trusted-root FILE] FILE_OR_DIGEST',
        about: 'Verifies a bundle as the sigstore-conformance suite asks for it: exit code 0 accepts, any other rejects. FILE_OR_DIGEST is a ' +
            'file, or sha256: and 64 hexadecimal digits where no such file exists. The rules about whole images do not apply here.',
        examples: [
            {
                what: 'a file signed by a workflow',
                line: `countersign verify-bundle --bundle app.sigstore.json ${IDENTITY} ${GITHUB_ISSUER} app.tar`,
            },
        ],
        flags: () => Promise.resolve(VERIFY_BUNDLE_FLAGS),
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(3917), __webpack_require__.e(4187), __webpack_require__.e(534), __webpack_require__.e(9730), __webpack_require__.e(7929), __webpack_require__.e(27), __webpack_require__.e(7792), __webpack_require__.e(1787), __webpack_require__.e(624), __webpack_require__.e(5487), __webpack_require__.e(1942), __webpack_require__.e(8434), __webpack_require__.e(2880), __webpack_require__.e(7421), __webpack_require__.e(3202)]).then(__webpack_require__.bind(__webpack_require__, 83165)),
    },
];

// EXTERNAL MODULE: ./packages/core/build/interruption.js
var interruption = __webpack_require__(62775);
;// CONCATENATED MODULE: ./packages/cli/build/edge.js

/** The edge of this process. A second signal ends it at once. */
function processEdge() {
    const { signal, release } = (0,interruption/* abortedBySignals */.A)(process);
    return {
        argv: process.argv.slice(2),
        entry: process.argv[1] ?? '',
        env: process.env,
        stdout: sinkOf(process.stdout),
        stderr: sinkOf(process.stderr),
        signal,
        // Not process.exit: what was written to a pipe would be cut off.
        exit: (code) => {
            process.exitCode = code;
            release();
        },
    };
}
/** A reader that went away (`countersign tree | head`) ends the output, not the run: the verdict still is the exit code. */
function sinkOf(stream) {
    let gone = false;
    stream.on('error', (error) => {
        if (error.code !== 'EPIPE')
            throw error;
        gone = true;
    });
    return {
        isTerminal: stream.isTTY,
        columns: stream.isTTY ? stream.columns : undefined,
        write: (text) => {
            if (!gone)
                stream.write(text);
        },
    };
}

// EXTERNAL MODULE: ./packages/core/build/report/index.js + 8 modules
var report = __webpack_require__(23224);
// EXTERNAL MODULE: ./packages/cli/build/flags.js
var build_flags = __webpack_require__(40728);
;// CONCATENATED MODULE: ./packages/cli/build/help.js

/** Lines longer than this are hard to read, however wide the terminal is. */
const MAX_COLUMNS = 100;
const MIN_COLUMNS = 40;
const INDENT = '      ';
/** The help of the whole command. */
function generalHelp(commands) {
    const width = Math.max(...commands.map(({ name }) => name.length));
    return [
        'countersign describes, scans, signs, attests and verifies container images so that every verifier agrees.',
        '',
        'Usage: countersign COMMAND [IMAGE...] [flags]',
        '',
        'Commands',
        ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
        '',
        'countersign COMMAND --help shows the flags of a command and examples. countersign --version prints the version.',
        '',
        EXIT_CODES,
    ].join('\n');
}
/** The help of one command, wrapped to the terminal's width. */
function commandHelp(command, flags, columns = MAX_COLUMNS) {
    const width = Math.max(MIN_COLUMNS, Math.min(columns, MAX_COLUMNS));
    return [
        `Usage: countersign ${command.name} ${command.usage}`,
        '',
        ...wrap(command.about, width, ''),
        '',
        'Examples',
        ...command.examples.flatMap(({ what, line }) => [`  # ${what}`, `  ${line}`]),
        '',
        ...flagLines([...flags, ...build_flags/* COMMON_FLAGS */.g], width),
        EXIT_CODES,
    ].join('\n');
}
const EXIT_CODES = 'Exit codes: 0 ok, 1 rejected, 2 wrong input, 3 could not decide, 4 defect in countersign.';
function flagLines(flags, width) {
    const headings = new Set(flags.map(({ group = 'Flags' }) => group));
    return [...headings].flatMap((heading) => [
        heading,
        ...flags
            .filter(({ group = 'Flags' }) => group === heading)
            .flatMap((flag) => [`  ${spelling(flag)}`, ...wrap(flag.help, width, INDENT)]),
        '',
    ]);
}
/** A flag with its value, as it is typed. */
function spelling({ name, kind, value }) {
    switch (kind) {
        case 'switch':
            return `--${name}`;
        case 'text':
            return `--${name} ${value}`;
        case 'lines':
            return `--${name} ${value} ...`;
    }
}
function wrap(text, width, indent) {
    const lines = [];
    let line = '';
    for (const word of text.split(/\s+/)) {
        if (line !== '' && indent.length + line.length + 1 + word.length > width) {
            lines.push(indent + line);
            line = word;
        }
        else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, indent + line];
}

;// CONCATENATED MODULE: ./packages/cli/build/output.js
function createOutput(edge, json) {
    let printed = false;
    return {
        json,
        printed: () => printed,
        result: (document, text) => {
            if (json && printed)
                return;
            printed = true;
            edge.stdout.write(withLineEnd(json ? escaped(JSON.stringify(document, undefined, 2)) : text));
        },
    };
}
/**
 * The same JSON without the marks that a terminal acts upon or that reorder and hide text (C1 controls, DEL, bidirectional
 * and zero-width marks): `JSON.stringify` leaves them in, and they may be texts of a registry.
 */
const escaped = (json) => json.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (mark) => (mark === '\n' ? mark : unicodeEscapes(mark)));
const unicodeEscapes = (mark) => Array.from({ length: mark.length }, (_, at) => `\\u${mark.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
const withLineEnd = (text) => text === '' || text.endsWith('\n') ? text : `${text}\n`;

// EXTERNAL MODULE: ./packages/cli/build/version.js
var version = __webpack_require__(26795);
;// CONCATENATED MODULE: ./packages/cli/build/main.js











/** The `countersign` command. Never throws: every failure becomes a message or a document, and an exit code. */
async function run(edge = processEdge()) {
    const [name = '', ...rest] = edge.argv;
    // Known before the arguments are read: an error in them is printed in the form that was asked for.
    const output = createOutput(edge, edge.argv.includes('--json'));
    try {
        edge.exit(await dispatch(edge, name, rest, output));
    }
    catch (thrown) {
        const error = (0,errors/* asCountersignError */.ek)(thrown);
        edge.stderr.write((0,report/* errorText */.kc)(error));
        if (output.json)
            output.result((0,report/* failureDocument */.uU)(name, error), '');
        edge.exit(report/* EXIT_CODE */.F3[error.fault]);
    }
}
async function dispatch(edge, name, rest, output) {
    if (name === '--version')
        return print(edge, `countersign ${version/* VERSION */.x}`);
    if (name === 'help' || name === '--help' || name === '-h') {
        const [about] = rest;
        return print(edge, about === undefined ? generalHelp(COMMANDS) : await main_helpOf(await commandNamed(about), edge));
    }
    if (name === '') {
        edge.stderr.write(withLineEnd(generalHelp(COMMANDS)));
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: 'no command is given',
            remedy: 'Give one of the commands above.',
        });
    }
    const command = await commandNamed(name);
    if (rest.includes('--help') || rest.includes('-h'))
        return print(edge, await main_helpOf(command, edge));
    const given = await readArguments(name, [...(await command.flags()), ...build_flags/* COMMON_FLAGS */.g], rest);
    const { run: runCommand } = await command.load();
    return runCommand({ command: name, edge, arguments: given, output });
}
const main_helpOf = async (command, edge) => commandHelp(command, await command.flags(), edge.stdout.columns);
function print(edge, text) {
    edge.stdout.write(withLineEnd(text));
    return report/* EXIT_CODE */.F3.ok;
}
async function commandNamed(name) {
    const command = COMMANDS.find((each) => each.name === name);
    if (command !== undefined)
        return command;
    const meant = await (0,suggestion/* suggestion */.h)(name, COMMANDS.map((each) => each.name));
    throw new errors/* CountersignError */.WS('INPUT_UNKNOWN', {
        what: `countersign has no command ${JSON.stringify(name.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}`,
        remedy: meant === undefined ? 'See countersign --help for the commands.' : `Did you mean ${meant}?`,
    });
}

;// CONCATENATED MODULE: ./packages/cli/build/index.js



/***/ }),

/***/ 48867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
/** The name that a misspelled one most likely meant. A longer one than this is no slip of the finger. */
async function suggestion(name, names) {
    if (name.length > MAX_MISSPELLED_CHARS)
        return undefined;
    const { nearest } = await Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7929), __webpack_require__.e(1620)]).then(__webpack_require__.bind(__webpack_require__, 61620));
    return nearest(name, names);
}
const MAX_MISSPELLED_CHARS = 64;


/***/ }),

/***/ 26795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The version that `countersign --version` prints; a test compares it with package.json. */
const VERSION = '0.1.0';


/***/ })

};
