export const id = 3915;
export const ids = [3915,6296,1534];
export const modules = {

/***/ 46296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publicGoodTrust: () => (/* binding */ publicGoodTrust),
  servicesOf: () => (/* binding */ servicesOf)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/core/build/http/index.js + 12 modules
var build_http = __webpack_require__(20027);
// EXTERNAL MODULE: ./packages/core/build/trust/index.js + 4 modules
var trust = __webpack_require__(10624);
// EXTERNAL MODULE: ./packages/core/build/report/index.js + 8 modules
var report = __webpack_require__(23224);
;// CONCATENATED MODULE: ./packages/cli/build/progress.js

/** Progress of a command, on stderr: stdout belongs to the result. Text of others is neutralised here, secrets are hidden. */
function progressLogger(stderr, secrets) {
    const print = (opening, message) => {
        let shown = message;
        for (const secret of secrets)
            shown = shown.replaceAll(secret, '***');
        stderr.write(`${opening}${(0,report/* printable */.g$)(shown)}\n`);
    };
    return {
        // What only helps to find a defect is left out: a command has no debug log.
        debug: () => undefined,
        info: (message) => {
            print('', message);
        },
        warn: (message) => {
            print('Warning: ', message);
        },
    };
}

// EXTERNAL MODULE: ./packages/cli/build/version.js
var version = __webpack_require__(26795);
;// CONCATENATED MODULE: ./packages/cli/build/services.js






/** The outside world of a command, made of its edge. */
function servicesOf(edge, options = {}) {
    const log = progressLogger(edge.stderr, options.secrets ?? new Set());
    const base = { clock: build_http.systemClock, random: build_http.systemRandom, log, signal: edge.signal };
    const { retryWindowMs } = options;
    const http = (0,build_http.createHttpClient)({
        ...base,
        env: edge.env,
        userAgent: `countersign/${version/* VERSION */.x}`,
        ...(retryWindowMs === undefined ? {} : { retryWindowMs }),
    });
    return {
        context: { ...base, http },
        credentials: { explicit: options.credentials ?? [], env: edge.env, homeDir: homeOf(edge) },
        cacheDir: cacheDirOf(edge),
        tempDir: (0,external_node_os_.tmpdir)(),
        toolCacheDir: (0,external_node_path_.join)(cacheDirOf(edge), 'tools'),
        workDir: process.cwd(),
        env: edge.env,
        close: () => {
            http.close();
        },
    };
}
/** The trusted root of Sigstore's public-good instance, by TUF. Throws TRUST_UNAVAILABLE. */
async function publicGoodTrust(edge) {
    const { context, cacheDir, close } = servicesOf(edge);
    try {
        return await (0,trust/* loadTrust */.Vc)({ kind: 'public-good' }, { context, cacheDir });
    }
    finally {
        close();
    }
}
const homeOf = ({ env }) => env.HOME ?? env.USERPROFILE;
/** XDG Base Directory Specification; a folder of the system's for temporary files where there is no home. */
function cacheDirOf(edge) {
    const { env } = edge;
    const home = homeOf(edge);
    const caches = env.XDG_CACHE_HOME ?? env.LOCALAPPDATA ?? (home === undefined ? undefined : (0,external_node_path_.join)(home, '.cache'));
    return (0,external_node_path_.join)(caches ?? (0,external_node_os_.tmpdir)(), 'countersign');
}


/***/ })

};
