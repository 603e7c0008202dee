export const id = 205;
export const ids = [205,102];
export const modules = {

/***/ 89264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
/** `1 finding`, `2 findings`; `many` where an s behind the word is not its plural. */
const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;


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
