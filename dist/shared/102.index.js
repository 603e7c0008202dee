export const id = 102;
export const ids = [102];
export const modules = {

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
