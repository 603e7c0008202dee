export const id = 614;
export const ids = [614];
export const modules = {

/***/ 728:
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

/***/ 614:
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
var limits = __webpack_require__(9772);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./packages/cli/build/suggestion.js
var suggestion = __webpack_require__(8867);
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
    const { settingsOf } = await Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7275), __webpack_require__.e(7190)]).then(__webpack_require__.bind(__webpack_require__, 7190));
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
        value: 'on|off',
        help: 'Whether the registry has the referrers API. Default: on.',
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
    {
        name: 'trusted-root',
        kind: 'text',
        value: 'FILE',
        help: "A trusted_root.json. Default: Sigstore's public-good instance.",
    },
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7275), __webpack_require__.e(7190), __webpack_require__.e(1489)]).then(__webpack_require__.bind(__webpack_require__, 1489)),
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7275), __webpack_require__.e(7190), __webpack_require__.e(4097)]).then(__webpack_require__.bind(__webpack_require__, 4097)),
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7275), __webpack_require__.e(7190), __webpack_require__.e(1849)]).then(__webpack_require__.bind(__webpack_require__, 1849)),
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7275), __webpack_require__.e(7190), __webpack_require__.e(9903)]).then(__webpack_require__.bind(__webpack_require__, 9903)),
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7275), __webpack_require__.e(7190), __webpack_require__.e(8205)]).then(__webpack_require__.bind(__webpack_require__, 8205)),
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7275), __webpack_require__.e(7190), __webpack_require__.e(3597)]).then(__webpack_require__.bind(__webpack_require__, 3597)),
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7275), __webpack_require__.e(7190), __webpack_require__.e(2869)]).then(__webpack_require__.bind(__webpack_require__, 2869)),
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7275), __webpack_require__.e(7190), __webpack_require__.e(1206)]).then(__webpack_require__.bind(__webpack_require__, 1206)),
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(534), __webpack_require__.e(2188), __webpack_require__.e(740), __webpack_require__.e(3273)]).then(__webpack_require__.bind(__webpack_require__, 3273)),
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(534), __webpack_require__.e(4187), __webpack_require__.e(2188), __webpack_require__.e(27), __webpack_require__.e(7792), __webpack_require__.e(740), __webpack_require__.e(8284)]).then(__webpack_require__.bind(__webpack_require__, 1169)),
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(534), __webpack_require__.e(4187), __webpack_require__.e(9730), __webpack_require__.e(7275), __webpack_require__.e(27), __webpack_require__.e(7792), __webpack_require__.e(2880), __webpack_require__.e(5936), __webpack_require__.e(3202)]).then(__webpack_require__.bind(__webpack_require__, 3165)),
    },
];

// EXTERNAL MODULE: ./packages/core/build/interruption.js
var interruption = __webpack_require__(2775);
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
var report = __webpack_require__(3224);
// EXTERNAL MODULE: ./packages/cli/build/flags.js
var build_flags = __webpack_require__(728);
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
            edge.stdout.write(withLineEnd(json ? JSON.stringify(document, undefined, 2) : text));
        },
    };
}
const withLineEnd = (text) => text === '' || text.endsWith('\n') ? text : `${text}\n`;

// EXTERNAL MODULE: ./packages/cli/build/version.js
var version = __webpack_require__(6795);
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

/***/ 8867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
/** The name that a misspelled one most likely meant. A longer one than this is no slip of the finger. */
async function suggestion(name, names) {
    if (name.length > MAX_MISSPELLED_CHARS)
        return undefined;
    const { nearest } = await Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(7275), __webpack_require__.e(7190)]).then(__webpack_require__.bind(__webpack_require__, 7190));
    return nearest(name, names);
}
const MAX_MISSPELLED_CHARS = 64;


/***/ }),

/***/ 6795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The version that `countersign --version` prints; a test compares it with package.json. */
const VERSION = '0.1.0';


/***/ })

};
