export const id = 3202;
export const ids = [3202,102];
export const modules = {

/***/ 83165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./packages/core/build/flows/index.js + 43 modules
var flows = __webpack_require__(7421);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
// EXTERNAL MODULE: ./packages/core/build/trust/index.js + 4 modules
var trust = __webpack_require__(10624);
// EXTERNAL MODULE: ./packages/core/build/report/index.js + 8 modules
var report = __webpack_require__(23224);
// EXTERNAL MODULE: ./packages/cli/build/read-file.js
var read_file = __webpack_require__(80382);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/cli/build/flag-values.js
var flag_values = __webpack_require__(90560);
;// CONCATENATED MODULE: ./packages/cli/build/commands/verify-bundle-options.js


/** Throws INPUT_MISSING for what the protocol demands and INPUTS_CONTRADICT for a key beside an identity. */
function readBundleQuestion({ flags, positionals }) {
    const [artifact, extra] = positionals;
    if (artifact === undefined)
        throw missing('no file is given', 'Give the signed file, or its digest, as the last argument.');
    if (extra !== undefined)
        throw contradicts(`two files are given, the second is ${JSON.stringify(extra)}`, 'Give one file or digest.');
    const bundle = (0,flag_values/* requiredFlag */.SN)(flags, 'bundle', 'Give --bundle FILE.');
    const trustedRoot = flags.get('trusted-root');
    if (flags.get('staging') === 'true' && trustedRoot === undefined) {
        throw missing("--staging needs --trusted-root: the root of Sigstore's staging instance is not built in", 'Give --trusted-root FILE with the trusted_root.json of that instance.');
    }
    const key = flags.get('key');
    if (key === undefined) {
        const identity = (0,flag_values/* requiredFlag */.SN)(flags, 'certificate-identity', 'Give --certificate-identity ID, or --key PEM.');
        const issuer = (0,flag_values/* requiredFlag */.SN)(flags, 'certificate-oidc-issuer', 'Give --certificate-oidc-issuer URL.');
        return { bundle, trustedRoot, artifact, signer: { kind: 'certificate', identity, issuer } };
    }
    if (flags.has('certificate-identity') || flags.has('certificate-oidc-issuer')) {
        throw contradicts('--key and a certificate identity are both given', 'Give one of them: who signed.');
    }
    return { bundle, trustedRoot, artifact, signer: { kind: 'key', path: key } };
}
const missing = (what, remedy) => new errors/* CountersignError */.WS('INPUT_MISSING', { what, remedy });
const contradicts = (what, remedy) => new errors/* CountersignError */.WS('INPUTS_CONTRADICT', { what, remedy });

;// CONCATENATED MODULE: ./packages/cli/build/commands/verify-bundle.js








/** `countersign verify-bundle`: the command-line protocol of sigstore-conformance. Returning accepts, throwing rejects. */
async function run({ edge, arguments: given, output }) {
    const question = readBundleQuestion(given);
    const claim = (0,flows.verifyBundleFile)({
        bundle: await (0,read_file/* readFileOf */.m)('the bundle', question.bundle, limits/* MAX_CLAIM_BYTES */.ASs),
        artifact: await artifactOf(question.artifact),
        signer: await signerOf(question),
        trust: await trustOf(question, edge),
    });
    output.result({ ...(0,report/* resultDocument */.jP)('verify-bundle'), subject: claim.subject, predicateType: claim.predicateType }, `Verified ${claim.subject}`);
    return report/* EXIT_CODE */.F3.ok;
}
/** A digest only where no file of that name exists. */
const artifactOf = async (artifact) => (0,oci/* isDigest */.Bc)(artifact) && !(0,external_node_fs_.existsSync)(artifact)
    ? artifact
    : (0,read_file/* readFileOf */.m)('the file', artifact, limits/* MAX_ARTIFACT_BYTES */.o9w);
const signerOf = async ({ signer }) => signer.kind === 'certificate'
    ? { kind: 'identity', identity: signer.identity, issuer: signer.issuer }
    : {
        kind: 'key',
        publicKeyPem: (await (0,read_file/* readFileOf */.m)('the key', signer.path, limits/* MAX_KEY_CHARS */.dFm)).toString('utf8'),
    };
/** A root that is given is taken as it is, also one that is of the past: so are the bundles that it goes with. */
async function trustOf({ trustedRoot }, edge) {
    if (trustedRoot !== undefined) {
        const bytes = await (0,read_file/* readFileOf */.m)('the trusted root', trustedRoot, limits/* MAX_TRUSTED_ROOT_BYTES */.ciU);
        return (0,trust/* parseTrustedRoot */.t1)(bytes, trustedRoot);
    }
    const { publicGoodTrust } = await __webpack_require__.e(/* import() */ 1534).then(__webpack_require__.bind(__webpack_require__, 46296));
    return publicGoodTrust(edge);
}


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
