export const id = 3632;
export const ids = [3632,9045];
export const modules = {

/***/ 41050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/options/index.js + 39 modules
var build_options = __webpack_require__(61620);
// EXTERNAL MODULE: ./packages/core/build/report/index.js + 8 modules
var report = __webpack_require__(23224);
// EXTERNAL MODULE: ./packages/core/build/sign/index.js + 27 modules
var sign = __webpack_require__(1787);
// EXTERNAL MODULE: ./packages/cli/build/option-edge.js
var option_edge = __webpack_require__(12698);
// EXTERNAL MODULE: ./packages/cli/build/subcommand.js
var subcommand = __webpack_require__(78824);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./packages/cli/build/commands/key-files.js


/**
 * Writes PREFIX.key, for its owner alone, and PREFIX.pub: both or neither, and over nothing, be it a link. Throws INPUT_INVALID.
 */
async function writePair(prefix, privateKey, publicKey) {
    const files = { privateKeyFile: `${prefix}.key`, publicKeyFile: `${prefix}.pub` };
    await writeNew(files.privateKeyFile, privateKey, 0o600);
    try {
        await writeNew(files.publicKeyFile, publicKey, 0o644);
    }
    catch (error) {
        await (0,promises_.rm)(files.privateKeyFile, { force: true });
        throw error;
    }
    return files;
}
async function writeNew(path, text, mode) {
    // wx is O_EXCL: it follows no link, and what is there stays as it is.
    const file = await (0,promises_.open)(path, 'wx', mode).catch((error) => {
        throw notWritten(path, error);
    });
    try {
        await file.writeFile(text);
        await file.sync();
    }
    catch (error) {
        await (0,promises_.rm)(path, { force: true });
        throw notWritten(path, error);
    }
    finally {
        await file.close();
    }
}
function notWritten(path, error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = code === 'EEXIST' ? 'something is there already' : (WHY[code] ?? String(error));
    return new errors/* CountersignError */.WS('INPUT_INVALID', {
        what: `The key file ${JSON.stringify(path)} cannot be written: ${why}`,
        remedy: code === 'EEXIST'
            ? 'Give another --output-prefix: a key is never written over, since what it signed needs its public half.'
            : 'Give an --output-prefix in a folder that is there and that this user may write to.',
        cause: error,
    });
}
const WHY = {
    ENOENT: 'its folder is not there',
    ENOTDIR: 'something on its path is not a folder',
    EACCES: 'this user may not write there',
    EROFS: 'the file system is read-only',
};

;// CONCATENATED MODULE: ./packages/cli/build/commands/key.js









const ACTIONS = ['generate', 'public'];
/** `countersign key`: the first word says what to do. */
const run = async (invocation) => {
    const [word, extra] = invocation.arguments.positionals;
    if (extra !== undefined) {
        throw new errors/* CountersignError */.WS('INPUT_UNKNOWN', {
            what: `countersign key does not know what to do with ${JSON.stringify(extra.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}`,
            remedy: 'Give the key by --key, and where a new pair goes by --output-prefix.',
        });
    }
    switch (await (0,subcommand/* subcommandOf */.b)('key', ACTIONS, word)) {
        case 'generate':
            return generate(invocation);
        case 'public':
            return printPublic(invocation);
    }
};
async function generate({ edge, arguments: { flags }, output }) {
    refuseFlag(flags, 'key', 'generate');
    const prefix = flags.get('output-prefix') ?? 'countersign';
    const password = edge.env.COSIGN_PASSWORD;
    if (prefix === '')
        throw missing('--output-prefix is empty', 'Give a path: PREFIX.key and PREFIX.pub are written.');
    if (/(?:^|[/\\])\.{0,2}$/.test(prefix)) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `--output-prefix is ${JSON.stringify(prefix.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}, a folder: the files would be hidden ones`,
            remedy: 'Put a name behind the folder: FOLDER/NAME makes FOLDER/NAME.key and FOLDER/NAME.pub.',
        });
    }
    if (password === undefined) {
        throw missing('COSIGN_PASSWORD is not set', 'Set the environment variable to the password of the new key; the empty text stands for no password.');
    }
    const key = await (0,sign.ephemeralKey)();
    const files = await writePair(prefix, await (0,sign.encryptKey)(key.privateKey, password), key.publicKeyPem);
    if (password === '')
        edge.stderr.write('The password is empty: whoever reads the file can sign with this key.\n');
    output.result({ ...(0,report/* resultDocument */.jP)('key'), ...files, keyHint: key.hint, publicKey: key.publicKeyPem }, (0,report/* printable */.g$)(`Wrote ${files.privateKeyFile} (keep it secret) and ${files.publicKeyFile} (give it to verifiers).`));
    return report/* EXIT_CODE */.F3.ok;
}
async function printPublic({ edge, arguments: { flags }, output }) {
    refuseFlag(flags, 'output-prefix', 'public');
    const given = flags.get('key') ?? '';
    if (given.trim() === '')
        throw missing('--key is missing', 'Give --key a path, env://NAME or the URI of a key management service.');
    const options = await (0,option_edge/* optionEdge */.B)(edge, () => undefined);
    const [key, another] = await (0,build_options/* readKeySources */.qh)('key', given, [given.trim()], options);
    if (key === undefined || another !== undefined)
        throw missing('--key is missing', 'Give one key.');
    const publicKey = await (0,option_edge/* publicKeyOf */.k)(key, edge);
    output.result({
        ...(0,report/* resultDocument */.jP)('key'),
        key: key.name,
        keyHint: (0,sign.publicHalf)((0,external_node_crypto_.createPublicKey)(publicKey)).hint,
        publicKey,
    }, publicKey);
    return report/* EXIT_CODE */.F3.ok;
}
function refuseFlag(flags, name, action) {
    if (!flags.has(name))
        return;
    throw new errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
        what: `--${name} is given, which countersign key ${action} does not take`,
        remedy: `Leave --${name} out.`,
    });
}
const missing = (what, remedy) => new errors/* CountersignError */.WS('INPUT_MISSING', { what, remedy });


/***/ }),

/***/ 12698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ optionEdge),
/* harmony export */   k: () => (/* binding */ publicKeyOf)
/* harmony export */ });
/* harmony import */ var _countersign_core_options__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61620);
/* harmony import */ var _countersign_core_read_bounded__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46524);


/** What the options of a command are read from besides its flags: files, the environment, a job's identity. */
const optionEdge = async (edge, hide) => ({
    env: edge.env,
    readFile: _countersign_core_read_bounded__WEBPACK_IMPORTED_MODULE_1__/* .readBounded */ .CB,
    identity: await (0,_countersign_core_options__WEBPACK_IMPORTED_MODULE_0__/* .identitySources */ .rU)(edge.env, { mask: hide, conceal: hide }),
    kmsPublicKey: (uri, retryWindowMs) => publicKeyOf({ name: uri, uri }, edge, retryWindowMs),
});
/** The PEM public half of a key, with services of its own where a key management service has to be asked. */
async function publicKeyOf(key, edge, retryWindowMs) {
    const [{ servicesOf }, { publicKeyPem }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(4187), __webpack_require__.e(27), __webpack_require__.e(624), __webpack_require__.e(6296)]).then(__webpack_require__.bind(__webpack_require__, 46296)),
        Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(27), __webpack_require__.e(1787), __webpack_require__.e(9045)]).then(__webpack_require__.bind(__webpack_require__, 1787)),
    ]);
    const services = servicesOf(edge, retryWindowMs === undefined ? {} : { retryWindowMs });
    try {
        return await publicKeyPem(key, services);
    }
    finally {
        services.close();
    }
}


/***/ }),

/***/ 78824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ subcommandOf)
/* harmony export */ });
/* harmony import */ var _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _countersign_core_limits__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99772);
/* harmony import */ var _suggestion_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48867);



/**
 * The word behind a command that says what to do, such as `generate` behind `countersign key`. Throws INPUT_MISSING and
 * INPUT_UNKNOWN, naming the words that there are.
 */
async function subcommandOf(command, words, given) {
    const found = words.find((word) => word === given);
    if (found !== undefined)
        return found;
    const remedy = `Write countersign ${command} ${words.join('|')}; countersign ${command} --help says more.`;
    if (given === undefined) {
        throw new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_MISSING', {
            what: `countersign ${command} does not say what to do`,
            remedy,
        });
    }
    const meant = await (0,_suggestion_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(given, words);
    throw new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_UNKNOWN', {
        what: `countersign ${command} does not know ${JSON.stringify(given.slice(0, _countersign_core_limits__WEBPACK_IMPORTED_MODULE_2__/* .MAX_SHOWN_INPUT_CHARS */ .SpS))}`,
        remedy: meant === undefined ? remedy : `Did you mean ${meant}?`,
    });
}


/***/ }),

/***/ 99045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ allEnded),
/* harmony export */   q: () => (/* binding */ createGate)
/* harmony export */ });
/** Runs at most `limit` tasks at a time; the others wait in the order they came. */
function createGate(limit) {
    let free = limit;
    const waiting = [];
    return async (task) => {
        if (free > 0)
            free -= 1;
        else
            await new Promise((resolve) => waiting.push(resolve));
        try {
            return await task();
        }
        finally {
            const next = waiting.shift();
            if (next === undefined)
                free += 1;
            else
                next();
        }
    };
}
/** As Promise.all, but it fails only when every task has ended: no request of a failed claim goes on behind its error. */
async function allEnded(tasks) {
    await Promise.allSettled(tasks);
    return Promise.all(tasks);
}


/***/ })

};
