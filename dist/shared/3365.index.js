export const id = 3365;
export const ids = [3365];
export const modules = {

/***/ 29370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parseCheckpoint)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99772);

/**
 * undefined for text that is no checkpoint, or beyond its bounds. Witnesses sign it besides the log, in any order. Behind the empty line there is nothing but whole signatures: readers that skip what they cannot read come to see
 * different ones.
 */
function parseCheckpoint(text) {
    if (text.length > _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_CHECKPOINT_CHARS */ .oAn)
        return undefined;
    const end = text.indexOf('\n\n');
    const [origin, size, root] = text.slice(0, Math.max(end, 0)).split('\n');
    if (origin === undefined || origin === '' || !/^(?:0|[1-9]\d{0,14})$/.test(size ?? ''))
        return undefined;
    const hash = Buffer.from(root ?? '', 'base64');
    const signatures = signaturesIn(text.slice(end + 2));
    if (hash.length !== HASH_BYTES || signatures === undefined)
        return undefined;
    return { origin, size: Number(size), root: hash, signatures };
}
function signaturesIn(block) {
    const lines = block.split('\n');
    if (lines.pop() !== '' || lines.length === 0 || lines.length > _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_CHECKPOINT_SIGNATURES */ .oIy)
        return undefined;
    const signatures = lines.flatMap((line) => {
        const [, name = '', base64 = ''] = SIGNATURE_LINE.exec(line) ?? [];
        const signature = Buffer.from(base64, 'base64');
        return signature.length > KEY_HINT_BYTES
            ? [{ name, keyHint: signature.subarray(0, KEY_HINT_BYTES) }]
            : [];
    });
    return signatures.length === lines.length ? signatures : undefined;
}
const HASH_BYTES = 32;
const KEY_HINT_BYTES = 4;
const SIGNATURE_LINE = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/;


/***/ }),

/***/ 89264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
/** `1 finding`, `2 findings`; `many` where an s behind the word is not its plural. */
const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;


/***/ })

};
