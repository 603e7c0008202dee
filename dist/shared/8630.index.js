export const id = 8630;
export const ids = [8630];
export const modules = {

/***/ 68286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CZ: () => (/* binding */ ofKind),
/* harmony export */   W9: () => (/* binding */ kmsRefused),
/* harmony export */   Z3: () => (/* binding */ kmsSetUp),
/* harmony export */   oF: () => (/* binding */ wrongKind)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _uri_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30786);


/** The service said no, or cannot be asked as things are set up. `why` and `remedy` hold no secret. */
const kmsRefused = (uri, why, remedy) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('KMS_REFUSED', {
    what: `The key ${(0,_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .shownUri */ .sb)(uri)} cannot be used: ${why}`,
    remedy,
});
/** A variable of the environment that has to be there is not, or is not what it has to be. */
const kmsSetUp = (uri, why, remedy) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_MISSING', {
    what: `The key ${(0,_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .shownUri */ .sb)(uri)} cannot be reached: ${why}`,
    remedy,
});
/** A service's own word for the kind of a key, as `of the kind ...`: a short word, or none is shown. */
const ofKind = (word) => `of the kind ${typeof word === 'string' && /^[A-Za-z][A-Za-z0-9_ -]{0,31}$/.test(word) ? word : 'unknown'}`;
/** A key of a kind, state or purpose that cannot sign what is signed here. */
const wrongKind = (uri, kind) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('KEY_INVALID', {
    what: `The key ${(0,_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .shownUri */ .sb)(uri)} cannot be used: it is ${kind}`,
    remedy: 'Make a key for signing with ECDSA on P-256 over SHA-256: the one kind that every verifier accepts.',
});


/***/ }),

/***/ 58630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openKmsKey: () => (/* binding */ openKmsKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _http_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20027);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99772);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(807);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96936);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68286);
/* harmony import */ var _uri_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30786);







/**
 * The key that a URI names: AWS KMS, Google Cloud KMS, Azure Key Vault, Vault or OpenBao, each loaded only where its scheme
 * is named; any other scheme runs the program `sigstore-kms-SCHEME`. The key has to be ECDSA P-256, and each signature is
 * verified here before it is used. Throws INPUT_INVALID, INPUT_MISSING (what the environment lacks), KEY_INVALID (kind),
 * KMS_REFUSED, KMS_UNAVAILABLE, PROGRAM_FAILED.
 */
async function openKmsKey(uri, services) {
    const open = await providerOf(uri);
    const key = await open(uri, services);
    const { publicKey } = key;
    if (publicKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
        throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .wrongKind */ .oF)(uri, kindOf(publicKey));
    return {
        ...(0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .publicHalf */ .h_)(publicKey),
        sign: async (parts) => {
            const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
            for (const part of parts)
                hash.update(part);
            const sha256 = hash.digest();
            for (let attempt = 1; attempt <= _limits_js__WEBPACK_IMPORTED_MODULE_6__/* .MAX_WRONG_KMS_SIGNATURES */ .dY7; attempt += 1) {
                if (attempt > 1)
                    await services.context.clock.sleep(_limits_js__WEBPACK_IMPORTED_MODULE_6__/* .FIRST_RETRY_DELAY_MS */ .bdv, services.context.signal);
                const signature = await key.sign(sha256, parts);
                if (isSignature(publicKey, parts, signature))
                    return signature;
            }
            throw wrongSignature(uri);
        },
    };
}
async function providerOf(uri) {
    switch ((0,_uri_js__WEBPACK_IMPORTED_MODULE_5__/* .kmsSchemeOf */ .gH)(uri)) {
        case 'awskms':
            return (await __webpack_require__.e(/* import() */ 6384).then(__webpack_require__.bind(__webpack_require__, 26384))).openAwsKey;
        case 'gcpkms':
            return (await __webpack_require__.e(/* import() */ 6106).then(__webpack_require__.bind(__webpack_require__, 36106))).openGoogleKey;
        case 'azurekms':
            return (await __webpack_require__.e(/* import() */ 7589).then(__webpack_require__.bind(__webpack_require__, 67589))).openAzureKey;
        case 'hashivault':
        case 'openbao':
            return (await __webpack_require__.e(/* import() */ 9008).then(__webpack_require__.bind(__webpack_require__, 9008))).openVaultKey;
        default:
            return (await __webpack_require__.e(/* import() */ 9380).then(__webpack_require__.bind(__webpack_require__, 39380))).openProgramKey;
    }
}
function isSignature(publicKey, parts, signature) {
    const verifier = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createVerify)('sha256');
    for (const part of parts)
        verifier.update(part);
    return verifier.verify({ key: publicKey, dsaEncoding: 'der' }, signature);
}
const kindOf = ({ asymmetricKeyType: type, asymmetricKeyDetails }) => `of the kind ${[type ?? 'unknown', asymmetricKeyDetails?.namedCurve ?? ''].join(' ').trim()}`;
function wrongSignature(uri) {
    const { code, remedy } = (0,_http_index_js__WEBPACK_IMPORTED_MODULE_1__/* .unavailable */ .hU)('kms', '', '');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CountersignError */ .WS(code, {
        what: `The key ${(0,_uri_js__WEBPACK_IMPORTED_MODULE_5__/* .shownUri */ .sb)(uri)} cannot be used: the service answered ${_limits_js__WEBPACK_IMPORTED_MODULE_6__/* .MAX_WRONG_KMS_SIGNATURES */ .dY7} times with a signature that its own public key does not verify`,
        remedy: `Nothing was signed with it. If the key was changed a moment ago, run again. ${remedy}`,
    });
}


/***/ })

};
