export const id = 8151;
export const ids = [8151];
export const modules = {

/***/ 28151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   draftCose: () => (/* binding */ draftCose),
/* harmony export */   readCose: () => (/* binding */ readCose)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var cborg__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36288);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99772);
/* harmony import */ var _attributes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72228);
/* harmony import */ var _rejection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70010);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16536);






/*
 * COSE_Sign1 of the Notary Project (specs/signature-envelope-cose.md over RFC 9052). Imported only where such an envelope is
 * read or written: nothing else needs CBOR.
 */
/** Reads a tagged COSE_Sign1. Throws NOTATION_MALFORMED, also for CBOR that has several forms for the same value. */
function readCose(bytes) {
    const message = decodeStrictly(bytes, 'COSE envelope', COSE_SIGN1);
    if (!(message instanceof cborg__WEBPACK_IMPORTED_MODULE_1__/* .Tagged */ .d2))
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)('The COSE envelope is not tagged as COSE_Sign1');
    const parts = valueOf(message);
    if (!Array.isArray(parts) || parts.length !== 4)
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)('The COSE envelope has not four parts');
    const [signed, unsigned, payload, signature] = parts;
    if (!isBytes(signed) || !(unsigned instanceof Map) || !isBytes(payload) || !isBytes(signature)) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)('The parts of the COSE envelope are not of their kinds');
    }
    const attributes = decodeStrictly(signed, 'protected header', TIME);
    if (!(attributes instanceof Map))
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)('The protected header is not a map');
    // RFC 9052 1.4: a label is an integer or a text.
    if ([...attributes.keys(), ...unsigned.keys()].some((label) => !LABEL_KINDS.has(typeof label))) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)('A label of the COSE headers is neither an integer nor a text');
    }
    const both = [...unsigned.keys()].find((label) => attributes.has(label));
    if (both !== undefined)
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)(`The header ${(0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(both)} is signed and stands unsigned too`);
    if (attributes.get(CONTENT_TYPE) !== _types_js__WEBPACK_IMPORTED_MODULE_4__/* .PAYLOAD_TYPE */ .Uc) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)(`The payload is of the type ${(0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(attributes.get(CONTENT_TYPE))}`);
    }
    const critical = attributes.get(CRITICAL);
    return {
        format: 'cose',
        algorithm: algorithmIn(attributes.get(ALGORITHM)),
        payload,
        signedBytes: toBeSigned(signed, payload),
        signature,
        ...(0,_attributes_js__WEBPACK_IMPORTED_MODULE_2__/* .readAttributes */ .w)({
            scheme: attributes.get(_types_js__WEBPACK_IMPORTED_MODULE_4__/* .SIGNING_SCHEME */ .cq),
            critical: Array.isArray(critical) ? critical : undefined,
            names: [...attributes.keys()],
            time: (name) => timeIn(attributes, name),
        }),
        chain: chainIn(unsigned.get(X5CHAIN)),
        timestamp: bytesIn(unsigned, _types_js__WEBPACK_IMPORTED_MODULE_4__/* .TIMESTAMP_SIGNATURE */ .eX),
        agent: textIn(unsigned, _types_js__WEBPACK_IMPORTED_MODULE_4__/* .SIGNING_AGENT */ .Kp),
    };
}
/** The bytes to sign, and how they become an envelope. Maps are in deterministic order (RFC 8949 4.2). */
function draftCose({ algorithm, payload, signingTime, expiry, agent, chain, }) {
    const attributes = new Map([
        [ALGORITHM, algorithm.cose],
        [CRITICAL, [_types_js__WEBPACK_IMPORTED_MODULE_4__/* .SIGNING_SCHEME */ .cq, ...(expiry === undefined ? [] : [_types_js__WEBPACK_IMPORTED_MODULE_4__/* .EXPIRY */ .Gp])]],
        [CONTENT_TYPE, _types_js__WEBPACK_IMPORTED_MODULE_4__/* .PAYLOAD_TYPE */ .Uc],
        [_types_js__WEBPACK_IMPORTED_MODULE_4__/* .SIGNING_SCHEME */ .cq, 'notary.x509'],
        [_types_js__WEBPACK_IMPORTED_MODULE_4__/* .SIGNING_TIME */ .gt, dateTime(signingTime)],
        ...(expiry === undefined ? [] : [[_types_js__WEBPACK_IMPORTED_MODULE_4__/* .EXPIRY */ .Gp, dateTime(expiry)]]),
    ]);
    const signed = (0,cborg__WEBPACK_IMPORTED_MODULE_1__/* .encode */ .lF)(attributes);
    return {
        signedBytes: toBeSigned(signed, payload),
        seal: (signature, timestamp) => {
            const unsigned = new Map([
                [X5CHAIN, chain.map((der) => Uint8Array.from(der))],
                [_types_js__WEBPACK_IMPORTED_MODULE_4__/* .SIGNING_AGENT */ .Kp, agent],
                ...(timestamp === undefined ? [] : [[_types_js__WEBPACK_IMPORTED_MODULE_4__/* .TIMESTAMP_SIGNATURE */ .eX, Uint8Array.from(timestamp)]]),
            ]);
            const parts = [signed, unsigned, Uint8Array.from(payload), Uint8Array.from(signature)];
            return Buffer.from((0,cborg__WEBPACK_IMPORTED_MODULE_1__/* .encode */ .lF)(new cborg__WEBPACK_IMPORTED_MODULE_1__/* .Tagged */ .d2(COSE_SIGN1, parts)));
        },
    };
}
const COSE_SIGN1 = 18;
/** Seconds since 1970 (RFC 8949 3.4.2). */
const TIME = 1;
const [ALGORITHM, CRITICAL, CONTENT_TYPE, X5CHAIN] = [1, 2, 3, 33];
const LABEL_KINDS = new Set(['number', 'string']);
const NUMBERS = new Map([
    [-7, 'ES256'],
    [-35, 'ES384'],
    [-36, 'ES512'],
    [-37, 'PS256'],
    [-38, 'PS384'],
    [-39, 'PS512'],
]);
/** Shortest lengths, no indefinite ones, no key twice, nothing behind it, no tag but the one that belongs there, and what {@link PlainTokenizer} refuses. */
function decodeStrictly(bytes, what, tag) {
    const data = Uint8Array.from(bytes);
    const options = {
        strict: true,
        allowIndefinite: false,
        allowUndefined: false,
        allowBigInt: false,
        retainStringBytes: true,
        useMaps: true,
        rejectDuplicateMapKeys: true,
        tags: cborg__WEBPACK_IMPORTED_MODULE_1__/* .Tagged */ .d2.preserve(tag),
    };
    try {
        return (0,cborg__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D4)(data, { ...options, tokenizer: new PlainTokenizer(data, options) });
    }
    catch (cause) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)(`The ${what} is not CBOR in its strict form`, cause);
    }
}
/** Without floats, which would pass for the integer that they equal, and without text that is not UTF-8. */
class PlainTokenizer extends cborg__WEBPACK_IMPORTED_MODULE_1__/* .Tokenizer */ ._F {
    next() {
        const token = super.next();
        if (cborg__WEBPACK_IMPORTED_MODULE_1__/* .Type */ .ZU.equals(token.type, cborg__WEBPACK_IMPORTED_MODULE_1__/* .Type */ .ZU.float))
            throw new Error('it holds a float');
        if (token.byteValue !== undefined && cborg__WEBPACK_IMPORTED_MODULE_1__/* .Type */ .ZU.equals(token.type, cborg__WEBPACK_IMPORTED_MODULE_1__/* .Type */ .ZU.string) && !(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(token.byteValue)) {
            throw new Error('it holds a text that is not UTF-8');
        }
        return token;
    }
}
/** RFC 9052 4.4, with the protected header as it was received. */
const toBeSigned = (signed, payload) => (0,cborg__WEBPACK_IMPORTED_MODULE_1__/* .encode */ .lF)(['Signature1', Uint8Array.from(signed), new Uint8Array(0), Uint8Array.from(payload)]);
function algorithmIn(value) {
    const found = NUMBERS.get(value);
    if (found === undefined)
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)(`The algorithm ${(0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(value)} is not one of the Notary Project`);
    return found;
}
const MAX_SECONDS = 8_640_000_000_000;
function timeIn(attributes, name) {
    const value = attributes.get(name);
    if (value === undefined)
        return undefined;
    const seconds = value instanceof cborg__WEBPACK_IMPORTED_MODULE_1__/* .Tagged */ .d2 && value.tag === TIME ? valueOf(value) : undefined;
    if (typeof seconds !== 'number' || !Number.isInteger(seconds) || Math.abs(seconds) > MAX_SECONDS) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)(`The attribute ${name} is no time in whole seconds`);
    }
    return new Date(1000 * seconds);
}
function chainIn(value) {
    if (!Array.isArray(value))
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)('The COSE envelope holds no certificate chain (x5chain)');
    if (value.length > _limits_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_CERTIFICATES_IN_CHAIN */ .udo)
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)('The certificate chain is too long');
    return value.map((der) => {
        if (!isBytes(der))
            throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)('A certificate of the COSE envelope is not a byte string');
        return der;
    });
}
function bytesIn(header, name) {
    const value = header.get(name);
    if (value !== undefined && !isBytes(value))
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)(`The attribute ${name} is not a byte string`);
    return value;
}
function textIn(header, name) {
    const value = header.get(name);
    return typeof value === 'string' ? value : undefined;
}
/** The library types what is in a tag as any. */
const valueOf = (tagged) => tagged.value;
const isBytes = (value) => value instanceof Uint8Array && value.length > 0;
const dateTime = (time) => new cborg__WEBPACK_IMPORTED_MODULE_1__/* .Tagged */ .d2(TIME, Math.floor(time.getTime() / 1000));


/***/ })

};
