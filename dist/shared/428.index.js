export const id = 428;
export const ids = [428,573,132,463,64,168];
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

/***/ 4428:
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
;// CONCATENATED MODULE: ./packages/cli/build/suggestion.js
/** The name that a misspelled one most likely meant. A longer one than this is no slip of the finger. */
async function suggestion(name, names) {
    if (name.length > MAX_MISSPELLED_CHARS)
        return undefined;
    const { nearest } = await Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(18), __webpack_require__.e(592)]).then(__webpack_require__.bind(__webpack_require__, 1592));
    return nearest(name, names);
}
const MAX_MISSPELLED_CHARS = 64;

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
    const remedy = `Write --${flag.name} ${flag.value}, or --${flag.name}=${flag.value} where the value begins with a dash.`;
    if (value === undefined)
        throw invalid(`--${flag.name} has no value`, remedy);
    // `--sbom --json` is a forgotten value more often than a file called --json.
    if (inline !== true && value.startsWith('-'))
        throw invalid(`--${flag.name} is followed by a flag, not by its value`, remedy);
    return value;
}
async function unknown(command, name, known) {
    const meant = await suggestion(name.replace(/^-+/, ''), known.map((flag) => flag.name));
    const help = `See countersign ${command} --help for its flags.`;
    return new errors/* CountersignError */.WS('INPUT_UNKNOWN', {
        what: `countersign ${command} has no flag ${JSON.stringify(name.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.Sp))}`,
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
    const { settingsOf } = await Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(18), __webpack_require__.e(592)]).then(__webpack_require__.bind(__webpack_require__, 1592));
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
const POSITIONAL = ['images', 'image', 'digest'];
const HEADINGS = {
    image: 'Image',
    claims: 'Claims',
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
        help: 'Folder for testbed.json, the trust files and the images. Made if it is not there; required.',
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(18), __webpack_require__.e(592), __webpack_require__.e(489)]).then(__webpack_require__.bind(__webpack_require__, 1489)),
    },
    {
        name: 'attest',
        summary: 'attest an SBOM, a provenance or any predicate about an image',
        usage: 'IMAGE@DIGEST... [flags]',
        about: 'Makes signed claims about each image: --sbom, --provenance, or --predicate-type with --predicate-path. With --signature ' +
            'the image is signed in the same session.',
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
                what: 'a predicate of your own',
                line: `countersign attest ${IMAGE} --predicate-type https://team.example/review/v1 --predicate-path review.json`,
            },
        ],
        flags: () => settingFlags('attest'),
        load: () => Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(18), __webpack_require__.e(592), __webpack_require__.e(97)]).then(__webpack_require__.bind(__webpack_require__, 4097)),
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(18), __webpack_require__.e(592), __webpack_require__.e(849)]).then(__webpack_require__.bind(__webpack_require__, 1849)),
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(18), __webpack_require__.e(592), __webpack_require__.e(903)]).then(__webpack_require__.bind(__webpack_require__, 9903)),
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(534), __webpack_require__.e(188), __webpack_require__.e(106), __webpack_require__.e(273)]).then(__webpack_require__.bind(__webpack_require__, 3273)),
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(534), __webpack_require__.e(187), __webpack_require__.e(188), __webpack_require__.e(152), __webpack_require__.e(652), __webpack_require__.e(106), __webpack_require__.e(825)]).then(__webpack_require__.bind(__webpack_require__, 2825)),
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
        load: () => Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(534), __webpack_require__.e(187), __webpack_require__.e(18), __webpack_require__.e(152), __webpack_require__.e(652), __webpack_require__.e(446), __webpack_require__.e(165)]).then(__webpack_require__.bind(__webpack_require__, 3165)),
    },
];

;// CONCATENATED MODULE: ./packages/cli/build/edge.js
/** Exit code of a process that the signal ends by default: 128 + SIGINT. */
const KILLED = 130;
/** The edge of this process. A second signal ends it at once. */
function processEdge() {
    const abort = new AbortController();
    const onSignal = () => {
        if (abort.signal.aborted)
            process.exit(KILLED);
        abort.abort();
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    return {
        argv: process.argv.slice(2),
        entry: process.argv[1] ?? '',
        env: process.env,
        stdout: sinkOf(process.stdout),
        stderr: sinkOf(process.stderr),
        signal: abort.signal,
        // Not process.exit: what was written to a pipe would be cut off.
        exit: (code) => {
            process.exitCode = code;
            process.off('SIGINT', onSignal);
            process.off('SIGTERM', onSignal);
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

// EXTERNAL MODULE: ./packages/core/build/report/index.js + 5 modules
var report = __webpack_require__(2573);
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
        'countersign signs, attests and verifies container images so that every verifier agrees.',
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
    const meant = await suggestion(name, COMMANDS.map((each) => each.name));
    throw new errors/* CountersignError */.WS('INPUT_UNKNOWN', {
        what: `countersign has no command ${JSON.stringify(name.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.Sp))}`,
        remedy: meant === undefined ? 'See countersign --help for the commands.' : `Did you mean ${meant}?`,
    });
}

;// CONCATENATED MODULE: ./packages/cli/build/index.js



/***/ }),

/***/ 6795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The version that `countersign --version` prints; a test compares it with package.json. */
const VERSION = '0.1.0';


/***/ }),

/***/ 7168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ toDocument),
/* harmony export */   failureDocument: () => (/* binding */ failureDocument),
/* harmony export */   m: () => (/* binding */ API_VERSION)
/* harmony export */ });
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2132);

/** The version of the document's form: members are added to it, never renamed (docs/schema/report.v1.json). */
const API_VERSION = 'countersign/v1';
/** A report as the document that scripts rely on. */
const toDocument = (report) => ({
    apiVersion: API_VERSION,
    command: report.command,
    status: report.status,
    images: report.images.map(({ reference, digest, platforms, claims, requirements, error }) => ({
        reference,
        digest,
        platforms,
        claims: claims.map(claimDocument),
        requirements: requirements.map(({ name, subject, platform, met, reason }) => ({
            name,
            subject,
            platform: platform ?? null,
            met,
            reason: reason ?? null,
        })),
        error: errorDocument(error),
    })),
    signer: report.signer ?? null,
    figures: report.figures,
    notices: report.notices,
    error: errorDocument(report.error),
});
/** The document of a run that ended before there was a report. */
const failureDocument = (command, error) => ({
    apiVersion: API_VERSION,
    command,
    status: _verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .STATUS_OF */ .$[error.fault],
    images: [],
    signer: null,
    figures: null,
    notices: [],
    error: errorDocument(error),
});
const claimDocument = (claim) => ({
    subject: claim.subject,
    platform: claim.platform ?? null,
    predicateType: claim.predicateType,
    layout: claim.layout,
    digest: claim.digest ?? null,
    identity: claim.identity ?? null,
    issuer: claim.issuer ?? null,
    logIndex: claim.logIndex ?? null,
    state: claim.state,
    reason: claim.reason ?? null,
});
const errorDocument = (error) => error === undefined
    ? null
    : { code: error.code, fault: error.fault, message: error.message, remedy: error.remedy };


/***/ }),

/***/ 463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EXIT_CODE: () => (/* binding */ EXIT_CODE),
/* harmony export */   F: () => (/* binding */ exitCodeOf)
/* harmony export */ });
/** Exit codes of the command and the actions, by whose fault it is. */
const EXIT_CODE = {
    ok: 0,
    rejection: 1,
    user: 2,
    infrastructure: 3,
    defect: 4,
};
/**
 * `skipped` is no failure: the caller asked for it, and the status says that nothing was signed. Nor is a rejection in the
 * mode `warn`, which stays the status; an image that failed for another reason fails that run all the same.
 */
function exitCodeOf({ status, mode, error, images }) {
    switch (status) {
        case 'ok':
        case 'skipped':
            return EXIT_CODE.ok;
        case 'rejected':
            return mode === 'warn' ? otherThanRejection(images) : EXIT_CODE.rejection;
        case 'undecided':
            return EXIT_CODE.infrastructure;
        case 'error':
            return EXIT_CODE[error?.fault ?? 'defect'];
    }
}
function otherThanRejection(images) {
    const faults = images.map(({ error }) => error?.fault).filter((fault) => fault !== undefined);
    const other = ['defect', 'user', 'infrastructure'].find((fault) => faults.includes(fault));
    return other === undefined ? EXIT_CODE.ok : EXIT_CODE[other];
}


/***/ }),

/***/ 2573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mG: () => (/* reexport */ report_document/* API_VERSION */.m),
  F3: () => (/* reexport */ exit_code.EXIT_CODE),
  OPENING: () => (/* reexport */ verdict.OPENING),
  kc: () => (/* reexport */ errorText),
  exitCodeOf: () => (/* reexport */ exit_code/* exitCodeOf */.F),
  uU: () => (/* reexport */ report_document.failureDocument),
  g$: () => (/* reexport */ printable/* printable */.g),
  JY: () => (/* reexport */ report_document/* toDocument */.J),
  toSummary: () => (/* reexport */ toSummary),
  toText: () => (/* reexport */ toText),
  I6: () => (/* reexport */ verifyCommands)
});

// UNUSED EXPORTS: code, markdown, markdownLines, printableLines, verdictOf

// EXTERNAL MODULE: ./packages/core/build/report/document.js
var report_document = __webpack_require__(7168);
// EXTERNAL MODULE: ./packages/core/build/report/exit-code.js
var exit_code = __webpack_require__(463);
// EXTERNAL MODULE: ./packages/core/build/report/printable.js
var printable = __webpack_require__(6698);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(9772);
;// CONCATENATED MODULE: ./packages/core/build/report/claim-rows.js
/** Claims that differ in layout and log entry alone become one row; the order of the first of each stays. */
function claimRows(claims) {
    const groups = Map.groupBy(claims, ({ predicateType, subject, state, reason, identity }) => JSON.stringify([predicateType, subject, state, reason, identity]));
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        return first === undefined ? [] : [{ ...first, stored: group }];
    });
}
/** `bundle-referrer (log entry 3), signature-tag` */
const storedText = ({ stored }) => stored
    .map(({ layout, logIndex }) => (logIndex === undefined ? layout : `${layout} (log entry ${logIndex})`))
    .join(', ');

;// CONCATENATED MODULE: ./packages/core/build/report/figures.js
/** What a signing run came to, as one sentence without its full stop; undefined for a command that signs nothing. */
function figuresText({ figures, command }) {
    if (command === 'verify' || command === 'tree')
        return undefined;
    const counts = [
        counted(figures.certificates, 'certificate', 'certificates'),
        counted(figures.logEntries, 'log entry', 'log entries'),
        counted(figures.timestamps, 'timestamp', 'timestamps'),
        counted(figures.storedObjects, 'object stored', 'objects stored'),
    ];
    const requests = Object.entries(figures.requests).map(([service, count]) => `${service} ${count}`);
    return `${counts.join(', ')}; requests: ${requests.join(', ') || 'none'}`;
}
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

// EXTERNAL MODULE: ./packages/core/build/report/markdown.js
var markdown = __webpack_require__(5064);
// EXTERNAL MODULE: ./packages/core/build/report/verdict.js
var verdict = __webpack_require__(2132);
// EXTERNAL MODULE: ./packages/core/build/claims/index.js + 13 modules
var build_claims = __webpack_require__(9091);
;// CONCATENATED MODULE: ./packages/core/build/report/verify-commands.js

/** What a consumer types to verify the claims of a report with the same identity; empty where a key signed (gh). */
function verifyCommands({ images, signer }) {
    if (signer === undefined)
        return { cosign: [], gh: [] };
    const keyless = 'identity' in signer;
    const who = keyless
        ? `--certificate-identity ${quoted(signer.identity)} --certificate-oidc-issuer ${quoted(signer.issuer)}`
        : '--key cosign.pub';
    const owner = keyless ? /^https:\/\/github\.com\/([A-Za-z0-9-]+)\//.exec(signer.identity)?.[1] : undefined;
    const claims = images.flatMap(({ reference, digest, claims: all }) => [
        ...new Set(all
            .filter(({ subject, state }) => subject === digest && MADE.has(state))
            .map(({ predicateType }) => predicateType)),
    ].map((predicateType) => ({ reference, predicateType })));
    return {
        cosign: claims.map(({ reference, predicateType }) => predicateType === build_claims/* COSIGN_SIGNATURE */.P8
            ? `cosign verify ${who} ${quoted(reference)}`
            : `cosign verify-attestation --type ${quoted(predicateType)} ${who} ${quoted(reference)}`),
        gh: owner === undefined || !keyless
            ? []
            : claims.map(({ reference, predicateType }) => `gh attestation verify ${quoted(`oci://${reference}`)} --bundle-from-oci --owner ${quoted(owner)} --predicate-type ${quoted(predicateType)} --cert-identity ${quoted(signer.identity)} --cert-oidc-issuer ${quoted(signer.issuer)}`),
    };
}
const MADE = new Set(['stored', 'present', 'verified']);
/** A word for a POSIX shell: plain where it can be, else in single quotes. */
const quoted = (word) => /^[A-Za-z0-9_./:@=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

;// CONCATENATED MODULE: ./packages/core/build/report/summary.js






/**
 * A report as GitHub job summary: a compact table per image. The runner drops a summary of more than 1 MiB whole, so
 * rows are left out beyond the bound, and their number is said.
 */
function toSummary(report) {
    const head = [`### Countersign ${report.command}: ${(0,markdown.markdown)((0,verdict/* verdictOf */.V)(report))}`, ''];
    const tail = [
        ...errorLines(report.error),
        ...noticeLines(report),
        ...figureLines(report),
        ...commandLines(report),
    ];
    const rows = report.images.flatMap(imageRows);
    return fitted(head, rows, tail);
}
function imageRows(image) {
    const fixed = (text) => ({ text, optional: false });
    const row = (text) => ({ text, optional: true });
    return [
        fixed(`**${(0,markdown/* code */.a)(image.reference)}**`),
        ...errorLines(image.error).map(row),
        ...(image.requirements.length === 0
            ? []
            : [fixed(''), fixed('| required | on | | |'), fixed('| --- | --- | --- | --- |')]),
        ...image.requirements.map(({ name, platform, subject, met, reason }) => row(`| ${(0,markdown.markdown)(name)} | ${platform === undefined ? 'the digest given' : (0,markdown.markdown)(platform)} ${(0,markdown/* code */.a)(summary_short(subject))} | ${met ? '✓ found' : '✗ missing'} | ${(0,markdown.markdown)(reason ?? '')} |`)),
        ...(image.claims.length === 0
            ? []
            : [
                fixed(''),
                fixed('| claim | on | state | layouts | by |'),
                fixed('| --- | --- | --- | --- | --- |'),
            ]),
        ...claimRows(image.claims).map((claim) => row(claimCells(claim))),
        fixed(''),
    ];
}
const claimCells = (claim) => `| ${(0,markdown.markdown)(claim.predicateType)} | ${(0,markdown.markdown)(claim.platform ?? '')} ${(0,markdown/* code */.a)(summary_short(claim.subject))} | ${claim.state}${claim.reason === undefined ? '' : `: ${(0,markdown.markdown)(claim.reason)}`} | ${storedText(claim)} | ${(0,markdown.markdown)(claim.identity ?? '')} |`;
const summary_short = (digest) => `${digest.slice(0, 19)}…`;
const errorLines = (error) => error === undefined
    ? []
    : [
        '',
        `**${verdict.OPENING[error.fault]}** (${error.code}): ${(0,markdown.markdown)(clipped(error.message))}`,
        '',
        (0,markdown.markdownLines)(clipped(error.remedy)),
        '',
    ];
const noticeLines = ({ notices }) => notices.map(({ level, text }) => `- ${level === 'warning' ? '**Warning:** ' : ''}${(0,markdown.markdown)(clipped(text))}`);
/** The rows are fitted into what is left beside errors and notices, so none of these may take it all. */
const clipped = (text) => text.length <= limits/* MAX_SUMMARY_TEXT_CHARS */.Ol ? text : `${text.slice(0, limits/* MAX_SUMMARY_TEXT_CHARS */.Ol)}…`;
function figureLines(report) {
    const text = figuresText(report);
    return text === undefined ? [] : ['', `${(0,markdown.markdown)(text)}.`];
}
function commandLines(report) {
    if (report.command === 'verify' || report.status !== 'ok')
        return [];
    const { cosign, gh } = verifyCommands(report);
    const lines = [...cosign, ...gh].slice(0, limits/* MAX_SUMMARY_COMMANDS */.J0);
    // Indented code: no line of it can end the block.
    return lines.length === 0 ? [] : ['', 'Verify it with:', '', ...lines.map((line) => `    ${line}`)];
}
function fitted(head, rows, tail) {
    const fixed = rows.filter(({ optional }) => !optional).map(({ text }) => text);
    let room = [...head, ...fixed, ...tail].reduce((left, line) => left - sizeOf(line), limits/* MAX_SUMMARY_BYTES */.Q0 - NOTE_BYTES);
    const kept = rows.filter(({ text, optional }) => {
        if (!optional)
            return true;
        const fits = sizeOf(text) <= room;
        if (fits)
            room -= sizeOf(text);
        return fits;
    });
    const left = rows.length - kept.length;
    const note = left === 0 ? [] : ['', `${left} rows are left out here; the result output has them all.`];
    return [...head, ...kept.map(({ text }) => text), ...note, ...tail, ''].join('\n');
}
/** Room for the note about rows that are left out. */
const NOTE_BYTES = 200;
const sizeOf = (line) => Buffer.byteLength(line) + 1;

;// CONCATENATED MODULE: ./packages/core/build/report/text.js




/** A report for a terminal: verdict and digest first, one fact per line, then what to do. */
function toText(report) {
    const heads = report.images.map((image) => `${(0,verdict/* verdictOf */.V)({ ...report, ...ofImage(report, image), images: [image] })}: ${(0,printable/* printable */.g)(image.reference)}`);
    const lines = report.images.flatMap((image, index) => [
        heads[index] ?? '',
        ...imageLines(image, signerOf(report)),
    ]);
    const own = report.error !== undefined && !report.images.some(({ error }) => error === report.error)
        ? text_errorLines(report.error)
        : [];
    const opening = heads.length === 0 && own.length === 0 ? [(0,verdict/* verdictOf */.V)(report)] : [];
    const notices = report.notices.map(({ level, text }) => `${level === 'warning' ? 'Warning' : 'Note'}: ${(0,printable/* printable */.g)(text)}`);
    const figures = [figuresText(report)].filter((text) => text !== undefined);
    return [...opening, ...lines, ...notices, ...figures, ...own].join('\n') + '\n';
}
/** An error for people: what is wrong, then what to do. */
const errorText = (error) => text_errorLines(error).join('\n') + '\n';
/** One image of several may have failed where the others were done; a run that failed as a whole did none of them. */
function ofImage(report, image) {
    if (image.error !== undefined)
        return { status: verdict/* STATUS_OF */.$[image.error.fault], error: image.error };
    if (image.requirements.some(({ met }) => !met))
        return { status: 'rejected', error: undefined };
    const done = image.claims.length > 0 && image.claims.every(({ state }) => state !== 'unreached');
    return done ? { status: 'ok', error: undefined } : report;
}
const signerOf = ({ signer }) => signer !== undefined && 'identity' in signer ? signer.identity : undefined;
/** `signer`: who signs in this run, said once for all claims. */
const imageLines = ({ claims, requirements, error }, signer) => [
    ...(signer === undefined ? [] : [`  by        ${(0,printable/* printable */.g)(signer)}`]),
    ...requirements.map(({ name, subject, platform, met, reason }) => `  ${met ? 'found    ' : 'missing  '} ${(0,printable/* printable */.g)(name)} on ${platform === undefined ? 'the digest given' : `${(0,printable/* printable */.g)(platform)} (${subject})`}${reason === undefined ? '' : `: ${(0,printable/* printable */.g)(reason)}`}`),
    ...claimRows(claims).map((row) => claimLine(row, signer)),
    ...(error === undefined ? [] : imageErrorLines(error, requirements).map((line) => `  ${line}`)),
];
const claimLine = (row, signer) => {
    const where = row.platform === undefined ? '' : ` on ${(0,printable/* printable */.g)(row.platform)}`;
    const by = row.identity === undefined || row.identity === signer ? '' : ` by ${(0,printable/* printable */.g)(row.identity)}`;
    const why = row.reason === undefined ? '' : `: ${(0,printable/* printable */.g)(row.reason)}`;
    return `  ${row.state.padEnd(9)} ${(0,printable/* printable */.g)(row.predicateType)}${where}, ${storedText(row)}${by}${why}`;
};
/** What is missing stands above already: then the error adds its code and what to do. */
const imageErrorLines = (error, requirements) => requirements.some(({ met }) => !met)
    ? [`${verdict.OPENING[error.fault]} (${error.code})`, ...remedyLines(error)]
    : text_errorLines(error);
const text_errorLines = (error) => [
    `${verdict.OPENING[error.fault]}: ${(0,printable/* printable */.g)(error.message)} (${error.code})`,
    ...remedyLines(error),
];
const remedyLines = ({ remedy }) => (0,printable/* printableLines */.f)(remedy).map((line) => `  ${line}`);

;// CONCATENATED MODULE: ./packages/core/build/report/index.js










/***/ }),

/***/ 5064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ code),
/* harmony export */   markdown: () => (/* binding */ markdown),
/* harmony export */   markdownLines: () => (/* binding */ markdownLines)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6698);

/** Text of others for a Markdown table cell or line: nothing of it becomes Markdown, HTML, a link or a mention. */
const markdown = (text) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+.!|~@:-]/g, (mark) => `&#${mark.charCodeAt(0)};`);
/** A text of our own that has several lines, their indentation kept: YAML to add. */
const markdownLines = (text) => text
    .split('\n')
    .map((line) => markdown(line).replace(/^ +/, (indent) => '&nbsp;'.repeat(indent.length)))
    .join('<br>');
/** Text of others as code, to the letter: Markdown is read inside an HTML element too, so it is neutralised here as well. */
const code = (text) => `<code>${markdown(text)}</code>`;


/***/ }),

/***/ 2132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ STATUS_OF),
/* harmony export */   OPENING: () => (/* binding */ OPENING),
/* harmony export */   V: () => (/* binding */ verdictOf)
/* harmony export */ });
/** The first words about an error: a verdict and a failure to reach one are never mixed. */
const OPENING = {
    rejection: 'Rejected',
    infrastructure: 'Could not decide',
    user: 'Error',
    defect: 'Defect',
};
/** What a fault makes of the run or image that it ended. */
const STATUS_OF = {
    user: 'error',
    infrastructure: 'undecided',
    rejection: 'rejected',
    defect: 'error',
};
/** The first words of a report, copied by every format. */
function verdictOf({ command, status, error, images, }) {
    switch (status) {
        case 'ok':
            return isPlan(images) ? 'Dry run, nothing was signed' : DONE[command];
        case 'rejected':
            return OPENING.rejection;
        case 'undecided':
            return OPENING.infrastructure;
        case 'skipped':
            return 'Skipped, nothing was signed';
        case 'error':
            return OPENING[error?.fault ?? 'defect'];
    }
}
/** A dry run stores nothing, and what is there already is no news. */
const isPlan = (images) => {
    const states = new Set(images.flatMap(({ claims }) => claims.map(({ state }) => state)));
    return states.has('planned') && !states.has('stored');
};
const DONE = {
    sign: 'Signed and verified',
    attest: 'Attested and verified',
    verify: 'Accepted',
    tree: 'Read',
};


/***/ })

};
