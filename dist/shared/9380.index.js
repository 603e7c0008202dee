export const id = 9380;
export const ids = [9380];
export const modules = {

/***/ 10328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aN: () => (/* reexport */ lastWords),
  mB: () => (/* reexport */ runProgram),
  aq: () => (/* reexport */ scrubbedEnvironment)
});

;// CONCATENATED MODULE: ./packages/core/build/program/environment.js
/** What programs need of the machine: nothing that holds a token, a password or the name of a job. */
const PASSED_ON = [
    'PATH',
    'LANG',
    'LC_ALL',
    'TZ',
    'TMPDIR',
    'TEMP',
    'TMP',
    'SystemRoot',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'no_proxy',
];
/**
 * The environment of a program we start: a short list of the machine's variables, with `own` laid over them. HOME is an
 * empty folder of this run, so that the program finds nobody's credentials or configuration there.
 */
function scrubbedEnvironment(env, home, own = {}) {
    const passed = PASSED_ON.flatMap((name) => {
        const value = env[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(passed), HOME: home, USERPROFILE: home, ...own };
}

;// CONCATENATED MODULE: ./packages/core/build/program/last-words.js
/**
 * What a program said last, to stand behind a sentence of ours: `: line | line`, or nothing where it said nothing. Colours
 * and time marks are taken out, a line that comes again stands once, and the end is kept: that is where a program says why
 * it gave up. `maxChars` bounds it.
 */
function lastWords(messages, maxChars) {
    const lines = messages
        .slice(-maxChars * LOOKED_AT)
        .replace(ESCAPE_SEQUENCES, '')
        .split(/[\r\n]+/)
        .map((line) => line.replace(TIME_MARK, '').replace(/\s+/g, ' ').trim())
        .filter((line) => line !== '');
    const distinct = lines.filter((line, at) => !lines.includes(line, at + 1));
    const text = distinct.join(' | ').slice(-maxChars);
    return text === '' ? '' : `: ${text}`;
}
/** Room for lines that come again, in lengths of what is shown. */
const LOOKED_AT = 20;
// eslint-disable-next-line no-control-regex -- escape sequences are what is taken out
const ESCAPE_SEQUENCES = /\u001b\[[0-9;?]*[A-Za-z]/g;
/** `[0000]  WARN`, of the programs' log lines: seconds since they began. */
const TIME_MARK = /^\s*\[\d{4,}\]\s*/;

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
;// CONCATENATED MODULE: ./packages/core/build/program/run.js






/**
 * Runs a program to its end, without a shell, in the environment it is given and nothing else. Throws PROGRAM_FAILED where
 * it cannot be started, runs longer than its time, prints more than it may or is ended by a signal; INTERRUPTED where the
 * run is. An exit code is the caller's to judge.
 */
async function runProgram(call) {
    const { path, args, env, cwd, signal } = call;
    if (isAborted(signal))
        throw interrupted(path);
    const child = (0,external_node_child_process_.spawn)(path, args, {
        env,
        cwd,
        shell: false,
        windowsHide: true,
        stdio: [call.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    let ended;
    const end = (why) => {
        ended ??= why;
        child.kill('SIGKILL');
        child.stdout.destroy(); // a program of its own may hold it open
        child.stderr.destroy();
    };
    const timer = setTimeout(() => {
        end(`ran longer than ${Math.round(call.timeoutMs / 1000)} s`);
    }, call.timeoutMs);
    const onAbort = () => {
        end('was interrupted');
    };
    signal.addEventListener('abort', onAbort, { once: true });
    const chunks = [];
    let printed = 0;
    const toFile = call.stdoutFile === undefined ? undefined : (0,external_node_fs_.createWriteStream)(call.stdoutFile, { flags: 'wx' });
    toFile?.on('error', () => {
        end(`could not write its output to ${call.stdoutFile ?? ''}`);
    });
    child.stdout.on('data', (chunk) => {
        printed += chunk.length;
        if (printed > call.maxOutputBytes)
            end(`printed more than ${call.maxOutputBytes} bytes`);
        else if (toFile === undefined)
            chunks.push(chunk);
        else if (!toFile.write(chunk)) {
            child.stdout.pause();
            toFile.once('drain', () => child.stdout.resume());
        }
    });
    const messages = new MessageTail(call.onMessage);
    if (child.stdin !== null) {
        child.stdin.on('error', () => undefined); // it ended, or read no more: its answer tells
        external_node_stream_.Readable.from((call.stdin ?? []).filter(({ length }) => length > 0), { objectMode: false }).pipe(child.stdin);
    }
    child.stderr.on('data', (chunk) => {
        messages.add(chunk);
    });
    try {
        const exitCode = await new Promise((resolve, reject) => {
            child.once('error', (cause) => {
                reject(failed(path, 'cannot be started', '', cause));
            });
            child.once('close', (code, killedBy) => {
                if (killedBy !== null)
                    ended ??= `was ended by ${killedBy}`;
                resolve(code);
            });
        });
        messages.end();
        if (isAborted(signal))
            throw interrupted(path);
        if (ended !== undefined || exitCode === null)
            throw failed(path, ended ?? 'ended without a status', messages.text);
        if (toFile !== undefined) {
            toFile.end();
            await (0,promises_.finished)(toFile);
        }
        return { exitCode, stdout: Buffer.concat(chunks).toString('utf8'), messages: messages.text };
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        toFile?.destroy();
    }
}
/** Asked anew each time: a signal fires while a program runs. */
const isAborted = ({ aborted }) => aborted;
/** The end of what a program says, and its lines one by one. */
class MessageTail {
    #onMessage;
    #decoder = new TextDecoder();
    #tail = '';
    #line = '';
    constructor(onMessage) {
        this.#onMessage = onMessage;
    }
    get text() {
        return this.#tail;
    }
    add(chunk) {
        const text = this.#decoder.decode(chunk, { stream: true });
        this.#tail = (this.#tail + text).slice(-limits/* MAX_PROGRAM_MESSAGE_CHARS */.wFu);
        const lines = (this.#line + text).split('\n');
        this.#line = (lines.pop() ?? '').slice(0, limits/* MAX_PROGRAM_MESSAGE_CHARS */.wFu);
        for (const line of lines)
            this.#onMessage?.(line);
    }
    end() {
        if (this.#line !== '')
            this.#onMessage?.(this.#line);
        this.#line = '';
    }
}
const failed = (path, why, messages, cause) => new errors/* CountersignError */.WS('PROGRAM_FAILED', {
    what: `The program ${path} ${why}${messages === '' ? '' : `: ${messages.trim().slice(-1000)}`}`,
    remedy: 'Run the step again; where it fails again, run that program by hand to see what it lacks.',
    cause,
});
const interrupted = (path) => new errors/* CountersignError */.WS('INTERRUPTED', {
    what: `The run was interrupted while ${path} was running`,
    remedy: 'Run it again.',
});

;// CONCATENATED MODULE: ./packages/core/build/program/index.js





/***/ }),

/***/ 39380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openProgramKey: () => (/* binding */ openProgramKey)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(807);
/* harmony import */ var _http_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20027);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(30058);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(99772);
/* harmony import */ var _program_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10328);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(86613);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68286);
/* harmony import */ var _public_key_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(23117);
/* harmony import */ var _uri_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(30786);












/**
 * Any other scheme: the program `sigstore-kms-SCHEME` on PATH (sigstore's plugin protocol v1), which is how keys in PKCS#11
 * tokens are reached. It is the user's own program, and gets the environment but for what is this step's alone.
 */
const openProgramKey = async (uri, services) => {
    (0,_uri_js__WEBPACK_IMPORTED_MODULE_9__/* .matchUri */ .oN)(uri, /^[a-z][a-z0-9-]{1,30}:\/\/[\x21-\x7e]+$/, 'SCHEME://KEY');
    const scheme = (0,_uri_js__WEBPACK_IMPORTED_MODULE_9__/* .kmsSchemeOf */ .gH)(uri) ?? '';
    const { context, env, tempDir } = services;
    const path = await findProgram(uri, `sigstore-kms-${scheme}`, env);
    const call = async (method, stdin) => {
        const options = { keyVersion: '', remoteVerification: false };
        const call = {
            initOptions: {
                protocolVersion: 'v1',
                keyResourceID: uri.slice(uri.indexOf('://') + 3),
                hashFunc: GO_SHA256,
                rpcOptions: options,
            },
            methodName: method,
            [method]: method === 'publicKey'
                ? { publicKeyOptions: { rpcOptions: options } }
                : { signOptions: { rpcOptions: options, messageOptions: { digest: null } } },
        };
        const { stdout } = await (0,_program_index_js__WEBPACK_IMPORTED_MODULE_5__/* .runProgram */ .mB)({
            path,
            args: ['v1', JSON.stringify(call)],
            env: ownEnvironment(env),
            cwd: tempDir,
            stdin,
            maxOutputBytes: _limits_js__WEBPACK_IMPORTED_MODULE_10__/* .MAX_KMS_ANSWER_BYTES */ .QyK,
            timeoutMs: _limits_js__WEBPACK_IMPORTED_MODULE_10__/* .KMS_PROGRAM_TIMEOUT_MS */ ._Pr,
            signal: context.signal,
            onMessage: (line) => {
                context.log.info(`sigstore-kms-${scheme}: ${(0,_http_index_js__WEBPACK_IMPORTED_MODULE_4__/* .excerptOf */ .zU)(line)}`);
            },
        });
        return answerIn((0,_json_js__WEBPACK_IMPORTED_MODULE_11__/* .parseJson */ .qF)(stdout), method, uri);
    };
    // The exit status says nothing in this protocol: what is printed decides.
    const read = async (method, stdin, take) => {
        const answer = await call(method, stdin);
        try {
            return take(answer);
        }
        catch (error) {
            if (error instanceof _answers_js__WEBPACK_IMPORTED_MODULE_6__/* .UnreadableAnswer */ .ym)
                throw unusable(uri, error.message);
            throw error;
        }
    };
    const publicKey = await read('publicKey', [], (answer) => (0,_public_key_js__WEBPACK_IMPORTED_MODULE_8__/* .readPublicKey */ .i)({ pem: (0,_public_key_js__WEBPACK_IMPORTED_MODULE_8__/* .base64In */ .R)((0,_json_js__WEBPACK_IMPORTED_MODULE_11__/* .memberAt */ .mz)(answer, 'publicKeyPEM')).toString('utf8') }));
    return {
        publicKey,
        // The message and not its digest: programs may disregard the option for that, and none the message.
        sign: (_sha256, parts) => read('signMessage', parts, (answer) => (0,_public_key_js__WEBPACK_IMPORTED_MODULE_8__/* .base64In */ .R)((0,_json_js__WEBPACK_IMPORTED_MODULE_11__/* .memberAt */ .mz)(answer, 'signature'))),
    };
};
/** crypto.SHA256 in Go. */
const GO_SHA256 = 5;
function answerIn(value, method, uri) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_11__/* .isObject */ .Gv)(value))
        throw unusable(uri, 'it did not print one JSON object');
    const said = (0,_json_js__WEBPACK_IMPORTED_MODULE_11__/* .memberAt */ .mz)(value, 'errorMessage');
    if (typeof said === 'string' && said !== '') {
        throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_7__/* .kmsRefused */ .W9)(uri, `the program for it says: ${(0,_http_index_js__WEBPACK_IMPORTED_MODULE_4__/* .excerptOf */ .zU)(said)}`, 'Check its set-up, and the key that the URI names.');
    }
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_11__/* .memberAt */ .mz)(value, method);
}
const unusable = (uri, why) => new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CountersignError */ .WS('PROGRAM_FAILED', {
    what: `The program for the key ${(0,_uri_js__WEBPACK_IMPORTED_MODULE_9__/* .shownUri */ .sb)(uri)} gave no usable answer: ${why}`,
    remedy: 'Check that it speaks version v1 of the plugin protocol of sigstore (pkg/signature/kms/cliplugin).',
});
/** Absolute entries of PATH alone: a relative one is whatever folder the run stands in. */
async function findProgram(uri, name, env) {
    const folders = (env.PATH ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter(node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute);
    for (const folder of folders) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        if (await isProgram(path))
            return path;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CountersignError */ .WS('INPUT_INVALID', {
        what: `The key ${(0,_uri_js__WEBPACK_IMPORTED_MODULE_9__/* .shownUri */ .sb)(uri)} needs the program ${name}, which is on no absolute entry of PATH`,
        remedy: 'Install that program, or write a path, env://NAME, awskms://, gcpkms://, azurekms://, hashivault:// or openbao://.',
    });
}
async function isProgram(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).isFile();
    }
    catch {
        return false;
    }
}
/** Without the inputs and tokens of the step: the program has its own way to its key. */
const ownEnvironment = (env) => Object.fromEntries(Object.entries(env).flatMap(([name, value]) => value === undefined || WITHHELD.test(name) ? [] : [[name, value]]));
const WITHHELD = /^(?:INPUT_.*|ACTIONS_.*|GITHUB_TOKEN|GH_TOKEN|SIGSTORE_ID_TOKEN|COSIGN_PASSWORD|NODE_OPTIONS|GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY))$/i;


/***/ }),

/***/ 23117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ base64In),
/* harmony export */   i: () => (/* binding */ readPublicKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86613);


/** A public key in an answer. Throws UnreadableAnswer for what is none. */
function readPublicKey(given) {
    try {
        if ('jwk' in given)
            return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: given.jwk, format: 'jwk' });
        if ('der' in given)
            return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: base64In(given.der), format: 'der', type: 'spki' });
        const { pem } = given;
        // createPublicKey would take a certificate or a private key as well.
        if (typeof pem === 'string' && /^\s*-----BEGIN PUBLIC KEY-----/.test(pem))
            return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(pem);
    }
    catch (error) {
        if (error instanceof _answers_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableAnswer */ .ym)
            throw error;
    }
    throw new _answers_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableAnswer */ .ym('its public key cannot be read');
}
/** The bytes of a base64 text (base64url as well) in an answer. Throws UnreadableAnswer. */
function base64In(value) {
    if (typeof value === 'string' && /^[A-Za-z0-9+/_-]+={0,2}$/.test(value))
        return Buffer.from(value, 'base64');
    throw new _answers_js__WEBPACK_IMPORTED_MODULE_1__/* .UnreadableAnswer */ .ym('it holds no base64 where some is expected');
}


/***/ })

};
