export const id = 849;
export const ids = [849];
export const modules = {

/***/ 1849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _countersign_core_options__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1592);
/* harmony import */ var _run_flow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3969);


/** `countersign verify` */
const run = (invocation) => (0,_run_flow_js__WEBPACK_IMPORTED_MODULE_1__/* .runFlow */ .c)(invocation, {
    parse: _countersign_core_options__WEBPACK_IMPORTED_MODULE_0__/* .parseVerify */ .LT,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(534), __webpack_require__.e(187), __webpack_require__.e(152), __webpack_require__.e(652), __webpack_require__.e(446)]).then(__webpack_require__.bind(__webpack_require__, 8446))).verifyImages,
});


/***/ }),

/***/ 3969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ runFlow)
});

// EXTERNAL MODULE: ./packages/core/build/report/index.js + 5 modules
var build_report = __webpack_require__(2573);
// EXTERNAL MODULE: ./packages/cli/build/flags.js
var build_flags = __webpack_require__(728);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
;// CONCATENATED MODULE: ./packages/cli/build/option-edge.js


/** What the options of a command are read from besides its flags: files, the environment, a job's identity. */
function optionEdge({ env }, mask) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: requestUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken } = env;
    const hasRunner = isSet(requestUrl) && isSet(requestToken);
    return {
        env,
        readFile: async (path, maxBytes) => {
            const { size } = await (0,promises_.stat)(path);
            if (size > maxBytes)
                throw tooLarge(path, size, maxBytes);
            return (0,promises_.readFile)(path);
        },
        identity: {
            runner: hasRunner ? { requestUrl, requestToken } : undefined,
            sigstoreIdToken: isSet(env.SIGSTORE_ID_TOKEN) ? env.SIGSTORE_ID_TOKEN : undefined,
            situation: situationOf(env),
            mask,
        },
    };
}
const isSet = (value) => value !== undefined && value !== '';
/** Why a token may be missing, as far as the environment tells; that of a fork is for the actions, which read the event. */
function situationOf(env) {
    if (env.GITHUB_ACTIONS !== 'true')
        return 'not-a-runner';
    return env.GITHUB_ACTOR === 'dependabot[bot]' ? 'dependabot' : 'no-permission';
}
const tooLarge = (path, size, maxBytes) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what: `${path} has ${size} bytes, more than the ${maxBytes} that are read`,
    remedy: 'Give a smaller file.',
});

;// CONCATENATED MODULE: ./packages/cli/build/run-flow.js



/** Runs a flow with services of this process, prints its report and answers its exit code. */
async function runFlow(invocation, flow) {
    const { edge, arguments: given, output } = invocation;
    const secrets = new Set();
    const raw = rawValues(given);
    const { options, explicitCredentials, retryWindowMs } = await flow.parse(raw, optionEdge(edge, (secret) => secrets.add(secret)));
    const [{ servicesOf }, runOn] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(187), __webpack_require__.e(152), __webpack_require__.e(915)]).then(__webpack_require__.bind(__webpack_require__, 6296)), flow.load()]);
    const services = servicesOf(edge, { credentials: explicitCredentials, retryWindowMs, secrets });
    try {
        const report = await runOn(options, services);
        const { text = build_report.toText } = flow;
        const { error, images } = report;
        // What ended before any image was looked at is told like an error of the flags; a document has its error beside it.
        if (error !== undefined && output.json)
            edge.stderr.write((0,build_report/* errorText */.kc)(error));
        if (error === undefined || output.json || images.length > 0) {
            output.result((0,build_report/* toDocument */.JY)(report), text(report, invocation));
        }
        else {
            edge.stderr.write(text(report, invocation));
        }
        return (0,build_report.exitCodeOf)(report);
    }
    finally {
        services.close();
    }
}
/** The flags under the catalogue's names; those of every command are none of its settings. */
function rawValues({ flags, positionals }) {
    const own = [...flags].filter(([name]) => !build_flags/* COMMON_FLAGS */.g.some((flag) => flag.name === name));
    return { ...Object.fromEntries(own), images: positionals.join('\n') };
}


/***/ })

};
