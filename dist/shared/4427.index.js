export const id = 4427;
export const ids = [4427];
export const modules = {

/***/ 94427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* reexport */ run)
});

// EXTERNAL MODULE: ./packages/core/build/options/index.js + 39 modules
var build_options = __webpack_require__(61620);
// EXTERNAL MODULE: ./packages/core/build/runner/index.js + 7 modules
var runner = __webpack_require__(73469);
;// CONCATENATED MODULE: ./actions/sign/build/main.js


/** The action `sign`: inputs to options, options to a report; the runner adapter tells the report. */
const run = () => (0,runner/* onRunner */.o)('sign', async (runner) => {
    const { options, ...forServices } = await (0,build_options/* parseSign */.hG)(runner.inputs, runner.edge); // strings end here
    // Loaded only now: an input error is told before the signing and verifying code is read.
    const { signImages } = await Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(4187), __webpack_require__.e(534), __webpack_require__.e(9730), __webpack_require__.e(27), __webpack_require__.e(7792), __webpack_require__.e(1787), __webpack_require__.e(624), __webpack_require__.e(5487), __webpack_require__.e(1942), __webpack_require__.e(6050), __webpack_require__.e(8434), __webpack_require__.e(2880), __webpack_require__.e(7168), __webpack_require__.e(7421), __webpack_require__.e(3224)]).then(__webpack_require__.bind(__webpack_require__, 7421));
    return signImages(options, await runner.services(forServices));
});

;// CONCATENATED MODULE: ./actions/sign/build/index.js



/***/ })

};
