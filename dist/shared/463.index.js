export const id = 463;
export const ids = [463];
export const modules = {

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


/***/ })

};
