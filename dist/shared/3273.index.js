export const id = 3273;
export const ids = [3273];
export const modules = {

/***/ 3273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(58);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(9772);
// EXTERNAL MODULE: ./packages/testbed/build/index.js + 64 modules
var build = __webpack_require__(6932);
// EXTERNAL MODULE: ./packages/cli/build/abort.js
var abort = __webpack_require__(8445);
// EXTERNAL MODULE: ./packages/core/build/report/index.js + 8 modules
var report = __webpack_require__(3224);
// EXTERNAL MODULE: ./packages/cli/build/demo/look-inside-lines.js
var look_inside_lines = __webpack_require__(5703);
// EXTERNAL MODULE: ./packages/cli/build/demo/repository-root.js
var repository_root = __webpack_require__(8228);
// EXTERNAL MODULE: ./packages/cli/build/shell.js
var shell = __webpack_require__(2501);
// EXTERNAL MODULE: ./packages/cli/build/read-file.js
var read_file = __webpack_require__(382);
;// CONCATENATED MODULE: ./packages/cli/build/commands/testbed-options.js

/** Longer would be a stall, which is a fault and not a latency. */
const MAX_LATENCY_MS = 60_000;
/** Throws INPUT_MISSING without --state, INPUT_INVALID for a value that a switch does not have. */
function readTestbedSwitches({ flags, positionals }) {
    const [extra] = positionals;
    if (extra !== undefined)
        throw invalid(`testbed takes no image, and ${JSON.stringify(extra)} was given`, 'Leave it out.');
    const state = flags.get('state') ?? '';
    if (state === '') {
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: '--state is missing',
            remedy: 'Give --state DIR: the folder that testbed.json, testbed.env and the trust files go to.',
        });
    }
    const choice = (name, choices) => {
        const given = flags.get(name) ?? choices[0];
        const found = choices.find((each) => each === given);
        if (found !== undefined)
            return found;
        throw invalid(`--${name} is ${JSON.stringify(given)}`, `Give --${name} ${choices.join(' or ')}.`);
    };
    return {
        state,
        referrers: choice('referrers', ['on', 'off']) === 'on',
        auth: choice('auth', ['none', 'basic', 'token']),
        ifMatch: choice('if-match', ['on', 'off']) === 'on',
        delete: choice('delete', ['on', 'off']) === 'on',
        latencyMs: milliseconds(flags.get('latency') ?? '0'),
        issuer: issuer(flags.get('issuer')),
        claims: flags.get('claims'),
    };
}
function milliseconds(text) {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (value <= MAX_LATENCY_MS)
        return value;
    throw invalid(`--latency is ${JSON.stringify(text)}`, `Give --latency as whole milliseconds, 0 to ${MAX_LATENCY_MS}.`);
}
function issuer(text) {
    if (text === undefined || text === 'own')
        return text;
    const url = URL.parse(text);
    if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:'))
        return text;
    throw invalid(`--issuer is ${JSON.stringify(text)}`, 'Give --issuer own, or an http or https URL.');
}
const invalid = (what, remedy) => new errors/* CountersignError */.WS('INPUT_INVALID', { what, remedy });

;// CONCATENATED MODULE: ./packages/cli/build/commands/testbed.js











/** `countersign testbed`: serves until SIGTERM or SIGINT, which is its ordinary end. */
async function run({ edge, arguments: given, output }) {
    const switches = readTestbedSwitches(given);
    const claims = switches.claims === undefined ? undefined : await readClaims(switches.claims);
    const testbed = await start(switches, claims);
    try {
        const { stateDir } = testbed;
        output.result({ ...(0,report/* resultDocument */.jP)('testbed'), stateDir, testbed: testbed.description }, describe(testbed, (0,shell/* ownCommand */.w)(edge), checkoutOf(edge.entry)));
        await (0,abort/* untilAborted */.E)(edge.signal);
        edge.stderr.write('The test bed is stopping.\n');
    }
    finally {
        await testbed.stop();
    }
    return report/* EXIT_CODE */.F3.ok;
}
async function readClaims(path) {
    const text = (await (0,read_file/* readFileOf */.m)('the file of --claims', path, limits/* MAX_CLAIMS_FILE_BYTES */.km_)).toString('utf8');
    try {
        const claims = JSON.parse(text);
        if ((0,json/* isObject */.Gv)(claims))
            return claims;
    }
    catch (error) {
        throw notClaims(path, error);
    }
    throw notClaims(path);
}
const notClaims = (path, cause) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what: `the file of --claims, ${path}, is not a JSON object`,
    remedy: 'Give an object of claims, e.g. {"repository": "acme/other"}.',
    cause,
});
async function start(switches, claims) {
    const { state, referrers, auth, ifMatch, latencyMs, issuer } = switches;
    try {
        return await (0,build/* startTestbed */.AE)({
            stateDir: state,
            referrers,
            auth,
            ifMatch,
            delete: switches.delete,
            latencyMs,
            ...(issuer === undefined ? {} : { issuer }),
            ...(claims === undefined ? {} : { claims }),
        });
    }
    catch (error) {
        if (!isFileSystemError(error))
            throw (0,errors/* asCountersignError */.ek)(error);
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `--state ${state} cannot be written to: ${WHY[error.code ?? ''] ?? error.message}`,
            remedy: 'Give a folder that is there, or a new one in a folder where this user can make files.',
            cause: error,
        });
    }
}
const WHY = {
    ENOENT: 'the folder that it is to stand in is not there, or takes no folders',
    ENOTDIR: 'something on its path is not a folder',
    EEXIST: 'it is a file',
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'the file system is read-only',
};
const isFileSystemError = (error) => error instanceof Error && 'syscall' in error && 'path' in error;
const describe = ({ stateDir, registry, auth, oidcUrl, fulcioUrl, rekorUrl, tsaUrl, env, issuer }, countersign, root) => `The test bed is up until Ctrl-C or SIGTERM. Everything is on loopback; ${stateDir}/testbed.json says where.

  registry              ${registry}${auth === null ? '' : ` (user ${auth.username}; DOCKER_CONFIG is in the environment file)`}
  token issuer          ${oidcUrl} (tokens say ${issuer})
  Fulcio                ${fulcioUrl}
  Rekor                 ${rekorUrl}
  timestamp authority   ${tsaUrl}

In another terminal, with an image pushed to ${registry}:

  set -a; . ${(0,report/* shellWord */.r7)(env)}; set +a
  ${countersign} attest ${registry}/NAME@DIGEST --signature --provenance
  ${countersign} verify ${registry}/NAME@DIGEST --source-repository acme/app --require signature --require provenance
  ${countersign} tree ${registry}/NAME@DIGEST

${(0,look_inside_lines/* lookInsideLines */.R)(countersign, `${registry}/NAME@DIGEST`, root)}`;
/** The checkout that the command is part of; the working directory where it stands elsewhere. */
function checkoutOf(entry) {
    try {
        return (0,repository_root/* repositoryRoot */.H)(entry);
    }
    catch {
        return '.';
    }
}


/***/ })

};
