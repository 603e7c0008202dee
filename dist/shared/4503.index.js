export const id = 4503;
export const ids = [4503,102,6296,3915,1534];
export const modules = {

/***/ 11714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/flows/index.js + 43 modules
var flows = __webpack_require__(7421);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/report/index.js + 8 modules
var report = __webpack_require__(23224);
// EXTERNAL MODULE: ./packages/cli/build/read-file.js
var read_file = __webpack_require__(80382);
// EXTERNAL MODULE: ./packages/cli/build/services.js + 1 modules
var build_services = __webpack_require__(46296);
// EXTERNAL MODULE: ./packages/cli/build/flag-values.js
var flag_values = __webpack_require__(90560);
;// CONCATENATED MODULE: ./packages/cli/build/commands/sign-bundle-options.js


/** Throws INPUT_MISSING for what the protocol demands, INPUTS_CONTRADICT for two files, INPUT_INVALID. */
function readBundleOrder({ flags, positionals }) {
    const [artifact, extra] = positionals;
    if (artifact === undefined)
        throw missing('no file is given', 'Give the file to sign as the last argument.');
    if (extra !== undefined) {
        throw new errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
            what: `two files are given, the second is ${JSON.stringify(extra)}`,
            remedy: 'Give one file.',
        });
    }
    const identityToken = (0,flag_values/* requiredFlag */.SN)(flags, 'identity-token', 'Give --identity-token TOKEN.');
    const bundle = (0,flag_values/* requiredFlag */.SN)(flags, 'bundle', 'Give --bundle FILE.');
    const [trustedRoot, signingConfig] = [flags.get('trusted-root'), flags.get('signing-config')];
    if (flags.get('staging') === 'true' && (trustedRoot === undefined || signingConfig === undefined)) {
        throw missing("--staging needs --trusted-root and --signing-config: those of Sigstore's staging instance are not built in", 'Give both files of that instance.');
    }
    const publicLog = (0,flag_values/* choiceFlag */.yq)(flags, 'public-log', ['refuse', 'allow']);
    const inToto = flags.get('in-toto') === 'true';
    return { artifact, bundle, identityToken, inToto, trustedRoot, signingConfig, publicLog };
}
const missing = (what, remedy) => new errors/* CountersignError */.WS('INPUT_MISSING', { what, remedy });

;// CONCATENATED MODULE: ./packages/cli/build/commands/sign-bundle.js









/** `countersign sign-bundle`: the command-line protocol of sigstore-conformance. Nothing but a bundle that verifies is written. */
async function run({ edge, arguments: given, output }) {
    const order = readBundleOrder(given);
    await refuseSameFile(order);
    const artifact = await (0,read_file/* readFileOf */.m)('the file', order.artifact, limits/* MAX_ARTIFACT_BYTES */.o9w);
    const secrets = new Set();
    const services = (0,build_services.servicesOf)(edge, { secrets });
    // What is signed is in a log for good: whether its bundle can be kept is known before.
    const draft = await openDraft(order.bundle);
    try {
        const { bundle, verified } = await (0,flows.signBundleFile)({
            artifact,
            inToto: order.inToto,
            identity: identityOf(order, secrets),
            trust: order.trustedRoot === undefined ? PUBLIC_GOOD : { kind: 'file', path: order.trustedRoot },
            signingConfig: order.signingConfig === undefined ? PUBLIC_GOOD : { kind: 'file', path: order.signingConfig },
            publicLog: order.publicLog,
        }, services);
        await moveInto(order.bundle, draft, bundle);
        const { subject, predicateType } = verified;
        output.result({ ...(0,report/* resultDocument */.jP)('sign-bundle'), subject, predicateType, bundle: order.bundle }, `Signed ${subject} into ${order.bundle}`);
        return report/* EXIT_CODE */.F3.ok;
    }
    finally {
        services.close();
        await (0,promises_.rm)(draft, { force: true });
    }
}
const PUBLIC_GOOD = { kind: 'public-good' };
/** The protocol hands the token over; nothing else is asked for one. */
const identityOf = ({ identityToken }, secrets) => ({
    input: identityToken,
    runner: undefined,
    sigstoreIdToken: undefined,
    situation: 'not-a-runner',
    mask: (secret) => {
        if (secret.length >= limits/* MIN_SECRET_CHARS */.Snt)
            secrets.add(secret);
    },
});
/** An empty file beside the bundle to be, by a name that nobody can put a link at beforehand. */
async function openDraft(path) {
    const draft = `${path}.${(0,external_node_crypto_.randomUUID)()}.new`;
    try {
        if ((await (0,promises_.stat)(path).catch(() => undefined))?.isDirectory() === true)
            throw new Error('it is a folder');
        await (0,promises_.writeFile)(draft, '', { flag: 'wx' });
        return draft;
    }
    catch (error) {
        throw notWritten(path, error);
    }
}
/** By rename, so that no half of a bundle is ever there. */
async function moveInto(path, draft, bytes) {
    try {
        await (0,promises_.writeFile)(draft, bytes);
        await (0,promises_.rename)(draft, path);
    }
    catch (error) {
        throw notWritten(path, error);
    }
}
async function refuseSameFile({ artifact, bundle }) {
    const [one, other] = await Promise.all([artifact, bundle].map((path) => (0,promises_.stat)(path).catch(() => undefined)));
    if (one === undefined || one.ino !== other?.ino || one.dev !== other.dev)
        return;
    throw new errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
        what: `--bundle ${JSON.stringify(bundle)} is the file to sign itself, which would be lost`,
        remedy: 'Give --bundle another path.',
    });
}
const notWritten = (path, error) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what: `the bundle cannot be written to ${JSON.stringify(path)} (${codeOf(error)})`,
    remedy: 'Give --bundle a path in a folder that is there and can be written to.',
    cause: error,
});
const codeOf = (error) => error instanceof Error ? String('code' in error ? error.code : error.message) : String(error);


/***/ }),

/***/ 90560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SN: () => (/* binding */ requiredFlag),
/* harmony export */   cU: () => (/* binding */ invalidFlag),
/* harmony export */   yq: () => (/* binding */ choiceFlag)
/* harmony export */ });
/* harmony import */ var _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _countersign_core_limits__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99772);


/** The text of a flag that a command cannot do without. `remedy` says what to give. Throws INPUT_MISSING. */
function requiredFlag(flags, name, remedy) {
    const value = flags.get(name) ?? '';
    if (value !== '')
        return value;
    throw new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_MISSING', { what: `--${name} is missing`, remedy });
}
/** The one of its values that a flag has; the first where it is not given. Throws INPUT_INVALID. */
function choiceFlag(flags, name, choices) {
    const given = flags.get(name) ?? choices[0];
    const found = choices.find((each) => each === given);
    if (found !== undefined)
        return found;
    throw invalidFlag(name, given, `Give --${name} ${choices.join(' or ')}.`);
}
/** A flag has a value that it cannot have. */
const invalidFlag = (name, value, remedy) => new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_INVALID', {
    what: `--${name} is ${JSON.stringify(value.slice(0, _countersign_core_limits__WEBPACK_IMPORTED_MODULE_1__/* .MAX_SHOWN_INPUT_CHARS */ .SpS))}`,
    remedy,
});


/***/ }),

/***/ 80382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ readFileOf)
/* harmony export */ });
/* harmony import */ var _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _countersign_core_read_bounded__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46524);


/**
 * A file that a flag names, whole. `what` says in an error which one it is. Throws INPUT_INVALID where it cannot be read
 * or is larger than `maxBytes`.
 */
async function readFileOf(what, path, maxBytes) {
    try {
        return await (0,_countersign_core_read_bounded__WEBPACK_IMPORTED_MODULE_1__/* .readBounded */ .CB)(path, maxBytes);
    }
    catch (error) {
        if (error instanceof _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS)
            throw error;
        throw new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_INVALID', {
            what: `${what} ${JSON.stringify(path)} ${(0,_countersign_core_read_bounded__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)(error)}`,
            remedy: `Give the path of a file that this user can read, of at most ${sizeOf(maxBytes)}.`,
            cause: error,
        });
    }
}
const MIB = 1024 * 1024;
const sizeOf = (bytes) => (bytes % MIB === 0 ? `${bytes / MIB} MiB` : `${bytes} bytes`);


/***/ }),

/***/ 46296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publicGoodTrust: () => (/* binding */ publicGoodTrust),
  servicesOf: () => (/* binding */ servicesOf)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/core/build/http/index.js + 12 modules
var build_http = __webpack_require__(20027);
// EXTERNAL MODULE: ./packages/core/build/trust/index.js + 4 modules
var trust = __webpack_require__(10624);
// EXTERNAL MODULE: ./packages/core/build/report/index.js + 8 modules
var report = __webpack_require__(23224);
;// CONCATENATED MODULE: ./packages/cli/build/progress.js

/** Progress of a command, on stderr: stdout belongs to the result. Text of others is neutralised here, secrets are hidden. */
function progressLogger(stderr, secrets) {
    const print = (opening, message) => {
        let shown = message;
        for (const secret of secrets)
            shown = shown.replaceAll(secret, '***');
        stderr.write(`${opening}${(0,report/* printable */.g$)(shown)}\n`);
    };
    return {
        // What only helps to find a defect is left out: a command has no debug log.
        debug: () => undefined,
        info: (message) => {
            print('', message);
        },
        warn: (message) => {
            print('Warning: ', message);
        },
    };
}

// EXTERNAL MODULE: ./packages/cli/build/version.js
var version = __webpack_require__(26795);
;// CONCATENATED MODULE: ./packages/cli/build/services.js






/** The outside world of a command, made of its edge. */
function servicesOf(edge, options = {}) {
    const log = progressLogger(edge.stderr, options.secrets ?? new Set());
    const base = { clock: build_http.systemClock, random: build_http.systemRandom, log, signal: edge.signal };
    const { retryWindowMs } = options;
    const http = (0,build_http.createHttpClient)({
        ...base,
        env: edge.env,
        userAgent: `countersign/${version/* VERSION */.x}`,
        ...(retryWindowMs === undefined ? {} : { retryWindowMs }),
    });
    return {
        context: { ...base, http },
        credentials: { explicit: options.credentials ?? [], env: edge.env, homeDir: homeOf(edge) },
        cacheDir: cacheDirOf(edge),
        tempDir: (0,external_node_os_.tmpdir)(),
        toolCacheDir: (0,external_node_path_.join)(cacheDirOf(edge), 'tools'),
        workDir: process.cwd(),
        env: edge.env,
        close: () => {
            http.close();
        },
    };
}
/** The trusted root of Sigstore's public-good instance, by TUF. Throws TRUST_UNAVAILABLE. */
async function publicGoodTrust(edge) {
    const { context, cacheDir, close } = servicesOf(edge);
    try {
        return await (0,trust/* loadTrust */.Vc)({ kind: 'public-good' }, { context, cacheDir });
    }
    finally {
        close();
    }
}
const homeOf = ({ env }) => env.HOME ?? env.USERPROFILE;
/** XDG Base Directory Specification; a folder of the system's for temporary files where there is no home. */
function cacheDirOf(edge) {
    const { env } = edge;
    const home = homeOf(edge);
    const caches = env.XDG_CACHE_HOME ?? env.LOCALAPPDATA ?? (home === undefined ? undefined : (0,external_node_path_.join)(home, '.cache'));
    return (0,external_node_path_.join)(caches ?? (0,external_node_os_.tmpdir)(), 'countersign');
}


/***/ }),

/***/ 40102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ TOOL_NAMES)
/* harmony export */ });
/** Every tool that can be installed, in the order of the documentation. */
const TOOL_NAMES = [
    'cosign',
    'syft',
    'grype',
    'trivy',
    'kyverno',
    'policy-tester',
    'notation',
    'oras',
    'crane',
    'slsa-verifier',
];


/***/ })

};
