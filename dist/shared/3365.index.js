export const id = 3365;
export const ids = [3365];
export const modules = {

/***/ 29370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parseCheckpoint)
/* harmony export */ });
/** undefined for text that is no checkpoint. Witnesses sign it besides the log, in any order. */
function parseCheckpoint(text) {
    const end = text.indexOf('\n\n');
    const [origin, size, root] = text.slice(0, Math.max(end, 0)).split('\n');
    if (origin === undefined || origin === '' || !/^(?:0|[1-9]\d{0,14})$/.test(size ?? ''))
        return undefined;
    const hash = Buffer.from(root ?? '', 'base64');
    if (hash.length !== HASH_BYTES)
        return undefined;
    const signatures = [...text.slice(end + 2).matchAll(SIGNATURE_LINE)].map(([, name = '', signature = '']) => ({
        name,
        keyHint: Buffer.from(signature, 'base64').subarray(0, KEY_HINT_BYTES),
    }));
    return { origin, size: Number(size), root: hash, signatures };
}
const HASH_BYTES = 32;
const KEY_HINT_BYTES = 4;
const SIGNATURE_LINE = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/gm;


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
