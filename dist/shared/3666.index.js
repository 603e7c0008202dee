export const id = 3666;
export const ids = [3666];
export const modules = {

/***/ 3666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readTufMirror: () => (/* binding */ readTufMirror)
/* harmony export */ });
/* harmony import */ var _tufjs_models__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68908);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(807);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99772);
/* harmony import */ var _read_bounded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46524);




/**
 * A repository of one's own: where it is served, and the root metadata of a file that came by another way. The root is
 * checked against its own keys here, so that a file that is none is not told as a mirror that cannot be trusted.
 * Throws TUF_ROOT_INVALID.
 */
async function readTufMirror({ mirrorUrl, rootPath }) {
    const root = await readRoot(rootPath);
    try {
        const metadata = _tufjs_models__WEBPACK_IMPORTED_MODULE_0__.Metadata.fromJSON(_tufjs_models__WEBPACK_IMPORTED_MODULE_0__.MetadataKind.Root, JSON.parse(root.toString()));
        metadata.verifyDelegate(_tufjs_models__WEBPACK_IMPORTED_MODULE_0__.MetadataKind.Root, metadata);
    }
    catch (cause) {
        throw invalid(rootPath, 'is no TUF root metadata that its own keys have signed', cause);
    }
    return { mirrorUrl, root, cachedFor: 'its-lifetime' };
}
async function readRoot(path) {
    try {
        return await (0,_read_bounded_js__WEBPACK_IMPORTED_MODULE_2__/* .readBounded */ .CB)(path, _limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_TUF_ROOT_BYTES */ .yd3);
    }
    catch (cause) {
        const why = cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CountersignError */ .WS ? `is larger than ${_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_TUF_ROOT_BYTES */ .yd3} bytes` : (0,_read_bounded_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O$)(cause);
        throw invalid(path, why, cause);
    }
}
const invalid = (path, why, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CountersignError */ .WS('TUF_ROOT_INVALID', {
    what: `The TUF root ${JSON.stringify(path)} ${why}`,
    remedy: 'Give the root.json that the operator of the TUF mirror hands out (tuf-root).',
    cause,
});


/***/ })

};
