export const id = 5708;
export const ids = [5708];
export const modules = {

/***/ 58445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ untilAborted)
/* harmony export */ });
/** Resolves when the run is interrupted: the ordinary end of what serves until then. */
const untilAborted = (signal) => new Promise((resolve) => {
    if (signal.aborted)
        resolve();
    const end = () => {
        resolve();
    };
    signal.addEventListener('abort', end, { once: true });
});


/***/ }),

/***/ 5703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ lookInsideLines)
/* harmony export */ });
/* harmony import */ var _countersign_core_report__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23224);

/** Where the small vulnerability database lies in a checkout: it needs no network, and must not decide about a real image. */
const DATABASE = 'packages/testbed/vulnerability-db/vulnerability-db.tar.gz';
/** Lines that describe and scan an image of the test bed by hand, to be pasted; `root`: of the checkout. */
const lookInsideLines = (countersign, reference, root) => `  # what is in it, and whether that is safe, with a small database for trials (syft and grype are downloaded and verified)
  ${countersign} sbom ${reference} --output-dir sboms
  ${countersign} scan ${reference} --db-file ${(0,_countersign_core_report__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(`${root}/${DATABASE}`)} --max-db-age 3650d`;


/***/ }),

/***/ 98228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ repositoryRoot)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _countersign_core_errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(807);



/** The checkout that a script belongs to: the nearest folder above it whose `dist` holds the bundled actions. */
function repositoryRoot(entry) {
    for (let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(entry));; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        if (ACTIONS.every((action) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'dist', action, 'index.js'))))
            return folder;
        if (folder === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder))
            break;
    }
    throw new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_2__/* .CountersignError */ .WS('INPUT_MISSING', {
        what: 'no folder above the countersign command holds the bundled actions (dist/sign, dist/attest, dist/verify)',
        remedy: 'Run the demo from a checkout of Countersign; `npm run build` writes dist.',
    });
}
const ACTIONS = ['sign', 'attest', 'verify'];


/***/ }),

/***/ 80382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ readFileOf)
/* harmony export */ });
/* harmony import */ var _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _countersign_core_read_bounded__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46524);


/**
 * A file that a flag names, whole. `what` says in an error which one it is. Throws INPUT_INVALID where it cannot be read
 * or is larger than `maxBytes`.
 */
async function readFileOf(what, path, maxBytes) {
    try {
        return await (0,_countersign_core_read_bounded__WEBPACK_IMPORTED_MODULE_1__/* .readBounded */ .CB)(path, maxBytes);
    }
    catch (error) {
        if (error instanceof _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS)
            throw error;
        throw new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_INVALID', {
            what: `${what} ${JSON.stringify(path)} ${(0,_countersign_core_read_bounded__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)(error)}`,
            remedy: `Give the path of a file that this user can read, of at most ${sizeOf(maxBytes)}.`,
            cause: error,
        });
    }
}
const MIB = 1024 * 1024;
const sizeOf = (bytes) => (bytes % MIB === 0 ? `${bytes / MIB} MiB` : `${bytes} bytes`);


/***/ }),

/***/ 82501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ ownCommand)
/* harmony export */ });
/* harmony import */ var _countersign_core_report__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23224);

/**
 * How this command was started, for lines that can be pasted: `countersign`, or the script's path after the very node that
 * runs it, since the one on PATH may be too old.
 */
const ownCommand = ({ entry }) => entry.endsWith('.js') ? `${(0,_countersign_core_report__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(process.execPath)} ${(0,_countersign_core_report__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(entry)}` : 'countersign';


/***/ }),

/***/ 30058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   mz: () => (/* binding */ memberAt),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/** The value of a JSON text; undefined for a text that is none. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** A JSON object: neither null nor a list. */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/**
 * The member at a path of names, or undefined wherever the path ends early. Array elements are named by number; a member
 * of an object is its own, never one of its prototype.
 */
function memberAt(value, ...path) {
    let here = value;
    for (const name of path) {
        if (typeof name === 'number')
            here = Array.isArray(here) ? here[name] : undefined;
        else
            here = isObject(here) && Object.hasOwn(here, name) ? here[name] : undefined;
    }
    return here;
}


/***/ }),

/***/ 46524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   SJ: () => (/* binding */ unreadableInput)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(807);


/**
 * A whole file. Where it says that it is no larger than `maxBytes` that is not relied on: a pipe or a device says 0.
 * Rejects with the file system's error, and with INPUT_INVALID where more than `maxBytes` come.
 */
async function readBounded(path, maxBytes) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
    try {
        const about = await file.stat();
        const { size } = about;
        if (about.isFile() && size > maxBytes)
            throw tooLarge(path, `${size} bytes`, maxBytes);
        let bytes = Buffer.allocUnsafe(Math.min(Math.max(size, LEAST_ROOM_BYTES), maxBytes) + 1);
        let length = 0;
        for (;;) {
            const { bytesRead } = await file.read(bytes, length, bytes.length - length, null);
            if (bytesRead === 0)
                return bytes.subarray(0, length);
            length += bytesRead;
            if (length > maxBytes)
                throw tooLarge(path, 'more', maxBytes);
            if (length === bytes.length)
                bytes = Buffer.concat([bytes], Math.min(2 * length, maxBytes + 1));
        }
    }
    finally {
        await file.close();
    }
}
/** The error of an input that names a file which cannot be read: INPUT_INVALID, or one that says more. */
const unreadableInput = (input, path, error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CountersignError */ .WS
    ? error
    : new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CountersignError */ .WS('INPUT_INVALID', {
        what: `The input ${input} names the file ${JSON.stringify(path)}, which ${unreadable(error)}`,
        remedy: 'Give the path of a file that is there and may be read, relative to the working directory.',
        cause: error,
    });
/** Why a file could not be read, to stand behind its name. */
function unreadable(error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return WHY[code] ?? `cannot be read (${code === '' ? String(error) : code})`;
}
const WHY = {
    ENOENT: 'is not there',
    ENOTDIR: 'is not there',
    EISDIR: 'is a folder',
    EACCES: 'may not be read by this user',
    EPERM: 'may not be read by this user',
};
const LEAST_ROOM_BYTES = 4096;
const tooLarge = (path, size, maxBytes) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CountersignError */ .WS('INPUT_INVALID', {
    what: `The file ${path} has ${size}, and at most ${maxBytes} bytes are read`,
    remedy: 'Give a smaller file.',
});


/***/ }),

/***/ 35053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F3: () => (/* reexport */ newTufSigners),
  NX: () => (/* reexport */ signTufRepository),
  PM: () => (/* reexport */ sigstoreTargets)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@tufjs/models/dist/index.js
var dist = __webpack_require__(68908);
;// CONCATENATED MODULE: ./packages/core/build/trust/signing/sign-repository.js


const ROLES = ['root', 'timestamp', 'snapshot', 'targets'];
/** Four fresh ed25519 keys. Whoever keeps them can sign later versions for the same root. */
const newTufSigners = () => ({
    root: newSigner(),
    timestamp: newSigner(),
    snapshot: newSigner(),
    targets: newSigner(),
});
/**
 * A whole TUF repository (specification 1.0.31, section 4) with consistent snapshots: what lies at names that hold a
 * version or a hash never changes, so that a client reads no mixture of two versions. `version` is that of timestamp,
 * snapshot and targets; the root is always the first. Metadata says the length and the hash of what it points at.
 */
function signTufRepository(targets, options) {
    const { version = 1, signers = newTufSigners() } = options;
    const common = (number) => ({
        version: number,
        specVersion: '1.0.31',
        expires: options.expires.toISOString().replace(/\.\d+Z$/, 'Z'),
    });
    const files = new Map();
    const root = new dist.Root({ ...common(1), consistentSnapshot: true });
    for (const role of ROLES)
        root.addKey(signers[role].key, role);
    const rootBytes = signedBy(signers.root, root);
    // Under its bare name too: older clients ask for it where they are given no root.
    for (const name of ['1.root.json', 'root.json'])
        files.set(name, rootBytes);
    const list = new dist.Targets(common(version));
    for (const { path, bytes, custom } of targets) {
        const hashes = { sha256: sha256(bytes) };
        const unrecognizedFields = custom === undefined ? {} : { custom: { ...custom } };
        list.addTarget(new dist.TargetFile({ path, length: bytes.length, hashes, unrecognizedFields }));
        files.set(`targets/${hashes.sha256}.${path}`, bytes);
    }
    const targetsBytes = signedBy(signers.targets, list);
    files.set(`${version}.targets.json`, targetsBytes);
    const snapshot = new dist.Snapshot({
        ...common(version),
        meta: { 'targets.json': metaOf(version, targetsBytes) },
    });
    const snapshotBytes = signedBy(signers.snapshot, snapshot);
    files.set(`${version}.snapshot.json`, snapshotBytes);
    const timestamp = new dist.Timestamp({ ...common(version), snapshotMeta: metaOf(version, snapshotBytes) });
    files.set('timestamp.json', signedBy(signers.timestamp, timestamp));
    return { root: rootBytes, files };
}
function newSigner() {
    const { privateKey, publicKey } = (0,external_node_crypto_.generateKeyPairSync)('ed25519');
    const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
    // The hash of the key's canonical JSON: clients of the go-tuf 0.x line compute it and refuse another id.
    const canonical = `{"keytype":"ed25519","keyval":{"public":"${raw}"},"scheme":"ed25519"}`;
    const keyID = sha256(Buffer.from(canonical));
    return {
        key: new dist.Key({ keyID, keyType: 'ed25519', scheme: 'ed25519', keyVal: { public: raw } }),
        sign: (data) => new dist.Signature({ keyID, sig: (0,external_node_crypto_.sign)(null, data, privateKey).toString('hex') }),
    };
}
function signedBy(signer, content) {
    const metadata = new dist.Metadata(content);
    metadata.sign((data) => signer.sign(data));
    return Buffer.from(JSON.stringify(metadata.toJSON()));
}
const metaOf = (version, bytes) => new dist.MetaFile({ version, length: bytes.length, hashes: { sha256: sha256(bytes) } });
const sha256 = (bytes) => (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');

// EXTERNAL MODULE: ./packages/core/build/trust/parts.js + 1 modules
var trust_parts = __webpack_require__(19995);
// EXTERNAL MODULE: ./packages/core/build/trust/trusted-root.js
var trusted_root = __webpack_require__(48945);
;// CONCATENATED MODULE: ./packages/core/build/trust/signing/sigstore-targets.js


/**
 * What a TUF repository of a Sigstore holds: trusted_root.json and signing_config.v0.2.json, and the single files that
 * clients older than trusted_root.json look for (cosign up to 2.5, Kyverno, slsa-verifier): by `usage` and `status` in
 * the custom metadata, else by these names (sigstore/sigstore pkg/tuf). Throws TRUSTED_ROOT_INVALID.
 */
function sigstoreTargets(documents, now) {
    const { trustedRoot, signingConfig } = documents;
    const parts = (0,trust_parts/* trustParts */.Fq)((0,trusted_root/* parseTrustedRoot */.t1)(trustedRoot, 'for the TUF repository'), now);
    const notes = [];
    const logs = (0,trust_parts/* currentFirst */.qW)(parts.tlogs).filter(trust_parts/* isEcdsa */.NT);
    const left = parts.tlogs.length - logs.length;
    if (left > 0)
        notes.push(`${left} of ${parts.tlogs.length} logs have no ECDSA key: only trusted_root.json names them.`);
    const [tsa, ...otherTsas] = (0,trust_parts/* currentFirst */.qW)(parts.timestampAuthorities);
    if (otherTsas.length > 0)
        notes.push(`Older clients know one timestamp authority: ${otherTsas.length} more are in trusted_root.json alone.`);
    return {
        targets: [
            { path: 'trusted_root.json', bytes: trustedRoot },
            ...(signingConfig === undefined ? [] : [{ path: 'signing_config.v0.2.json', bytes: signingConfig }]),
            ...(0,trust_parts/* currentFirst */.qW)(parts.certificateAuthorities).flatMap(fulcioTargets),
            ...logs.map((log, at) => logTarget('Rekor', 'rekor', log, at)),
            ...(0,trust_parts/* currentFirst */.qW)(parts.ctlogs).map((log, at) => logTarget('CTFE', 'ctfe', log, at)),
            ...(tsa === undefined ? [] : tsaTargets(tsa)),
        ],
        notes,
    };
}
const target = (path, pem, usage, { validity, url }) => ({
    path,
    bytes: Buffer.from(pem),
    custom: { sigstore: { usage, status: validity === 'expired' ? 'Expired' : 'Active', uri: url } },
});
/** The first authority under the names that clients fall back to; of `fulcio.crt.pem` they know that it is a root. */
function fulcioTargets(authority, at) {
    const { certificates } = authority;
    const version = `v${at + 1}`;
    const root = certificates.at(-1);
    const intermediates = certificates.slice(0, -1);
    return [
        ...(root === undefined
            ? []
            : [
                ...(at === 0 ? [target('fulcio.crt.pem', root.pem, 'Fulcio', authority)] : []),
                target(`fulcio_${version}.crt.pem`, root.pem, 'Fulcio', authority),
            ]),
        ...intermediates.map(({ pem }, place) => target(`fulcio_intermediate_${version}${place === 0 ? '' : `_${place}`}.crt.pem`, pem, 'Fulcio', authority)),
    ];
}
const logTarget = (usage, name, log, at) => target(at === 0 ? `${name}.pub` : `${name}_${at + 1}.pub`, log.pem, usage, log);
/** cosign wants exactly one certificate that is no authority's, and its root. */
function tsaTargets(authority) {
    const [leaf, ...chain] = authority.certificates;
    const root = chain.at(-1);
    if (leaf === undefined || root === undefined || leaf.isCa)
        return [];
    return [
        target('tsa_leaf.crt.pem', leaf.pem, 'TSA', authority),
        ...chain
            .slice(0, -1)
            .map(({ pem }, at) => target(`tsa_intermediate_${at}.crt.pem`, pem, 'TSA', authority)),
        target('tsa_root.crt.pem', root.pem, 'TSA', authority),
    ];
}

;// CONCATENATED MODULE: ./packages/core/build/trust/signing/index.js




/***/ }),

/***/ 39452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jp: () => (/* reexport */ alpineFiles),
  Zs: () => (/* reexport */ buildDemoImage),
  _w: () => (/* reexport */ buildImage),
  lt: () => (/* reexport */ debianFiles),
  ls: () => (/* reexport */ npmFiles),
  Ee: () => (/* reexport */ pushBlob),
  GH: () => (/* reexport */ pushImage),
  y6: () => (/* reexport */ pushManifest),
  ww: () => (/* reexport */ pythonFiles),
  AE: () => (/* reexport */ startTestbed)
});

// UNUSED EXPORTS: DEMO_PLATFORMS, FaultPlan, GITHUB_ISSUER, HttpRefusal, RequestLog, SIGSTORE_AUDIENCE, serveLoopback, startRegistry, startSigstore, writeLayout

;// CONCATENATED MODULE: ./packages/testbed/build/http/authorized-fetch.js
/**
 * Sends a request, again with credentials where it is challenged. For the test bed alone: no retries, and the credentials
 * go where the registry's challenge says.
 */
async function authorizedFetch(target, path, ask) {
    const response = await fetch(target.origin + path, ask);
    const challenge = response.headers.get('www-authenticate');
    if (response.status !== 401 || challenge === null || !target.auth)
        return response;
    await response.body?.cancel();
    const authorization = await answerTo(challenge, target.auth);
    return fetch(target.origin + path, { ...ask, headers: { ...ask.headers, authorization } });
}
async function answerTo(challenge, auth) {
    const basic = `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`;
    if (!/^bearer /i.test(challenge))
        return basic;
    const parameter = (name) => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? '';
    const query = new URLSearchParams({ service: parameter('service'), scope: parameter('scope') });
    const response = await fetch(`${parameter('realm')}?${query.toString()}`, {
        headers: { authorization: basic },
    });
    const answer = (await response.json());
    if (typeof answer.token !== 'string')
        throw new Error(`the token service answered ${response.status}`);
    return `Bearer ${answer.token}`;
}

;// CONCATENATED MODULE: ./packages/testbed/build/http/body.js
/** A refusal that the server answers with its status; `body` is sent as JSON. */
class HttpRefusal extends Error {
    name = 'HttpRefusal';
    status;
    body;
    headers;
    constructor(status, body, headers = {}) {
        super(`HTTP ${status}`);
        this.status = status;
        this.body = body;
        this.headers = headers;
    }
}
/**
 * Reads a request's body whole. Throws an HttpRefusal of 413 beyond `maxBytes`, after the rest was read and thrown away:
 * a client in the middle of its upload then sees the refusal, not a broken connection.
 */
async function readBody(request, maxBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        if (size <= maxBytes)
            chunks.push(chunk);
        else
            chunks.length = 0;
    }
    if (size > maxBytes)
        throw new HttpRefusal(413, { message: `the body is larger than ${maxBytes} bytes` });
    return Buffer.concat(chunks);
}
/** Answers bytes with their length; the body is left out where the request is a HEAD. */
function send(response, status, headers, body = '') {
    response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
    response.end(response.req.method === 'HEAD' ? undefined : body);
}
/** Answers a JSON document. */
function sendJson(response, status, document, headers = {}) {
    send(response, status, { 'content-type': 'application/json', ...headers }, JSON.stringify(document));
}

;// CONCATENATED MODULE: ./packages/testbed/build/http/faults.js
/** An ordered list of faults. The first rule that still applies takes the request; later ones do not see it. */
class FaultPlan {
    #rules = new Set();
    add(rule) {
        const active = { rule, toPass: rule.after ?? 0, left: rule.times ?? 1, hits: 0 };
        this.#rules.add(active);
        const remove = () => {
            this.#rules.delete(active);
        };
        return {
            get hits() {
                return active.hits;
            },
            remove,
        };
    }
    clear() {
        this.#rules.clear();
    }
    /** The fault that strikes this request, counted as a hit. */
    take(method, path) {
        for (const active of this.#rules) {
            if (active.left <= 0 || !matches(active.rule.match, method, path))
                continue;
            if (active.toPass > 0) {
                active.toPass -= 1;
                continue;
            }
            active.left -= 1;
            active.hits += 1;
            return active.rule.action;
        }
        return undefined;
    }
}
/** Whether a request of this method to this path (with its query) is meant. */
function matches(match, method, path) {
    const methods = [match.method ?? []].flat();
    if (methods.length > 0 && !methods.some((each) => each.toUpperCase() === method))
        return false;
    // search(), unlike test(), does not remember where a global pattern stopped.
    return match.path === undefined || path.search(match.path) !== -1;
}
/** Milliseconds for which what this request stores must stay invisible: a `late` fault struck it. 0 without one. */
const lateBy = (request) => lateness.get(request) ?? 0;
/** Notes the `late` fault of a request for its handler. */
const markLate = (request, ms) => {
    lateness.set(request, ms);
};
const lateness = new WeakMap();

;// CONCATENATED MODULE: ./packages/testbed/build/http/request-log.js

/** Every request that a server received, in order of arrival. */
class RequestLog {
    #entries = [];
    get entries() {
        return this.#entries;
    }
    /** The end of the log as it is now. */
    mark() {
        return this.#entries.length;
    }
    /** What came after the mark. */
    since(mark) {
        return this.#entries.slice(mark);
    }
    /** How many requests match, of all or of those after the mark. */
    count(match = {}, mark = 0) {
        return this.since(mark).filter(({ method, path }) => matches(match, method, path)).length;
    }
    /** How many requests of each route, such as `{ 'PUT manifest': 3 }`, of all or of those after the mark. */
    counts(mark = 0) {
        const counts = new Map();
        for (const { route } of this.since(mark))
            counts.set(route, (counts.get(route) ?? 0) + 1);
        return Object.fromEntries(counts);
    }
    /** Enters a request; the function returned notes the status that was answered. */
    enter(request) {
        const index = this.#entries.length;
        const entry = { ...request, status: 0, at: Date.now() };
        this.#entries.push(entry);
        return (status) => {
            this.#entries[index] = { ...entry, status };
        };
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./packages/testbed/build/http/damage.js
/** Holds the answer back and sends it with half of its body, then closes; or whole, with one byte flipped. */
function spoilBody(response, how) {
    const { end, write } = sender(response);
    intercept(response, (body) => {
        if (how === 'wrong-digest') {
            end(flipped(body));
            return;
        }
        response.flushHeaders();
        write(body.subarray(0, Math.floor(body.length / 2)), () => {
            response.destroy();
        });
    });
}
/** Lets the handler do its work and drops the connection in place of the answer. */
function loseAnswer(response) {
    intercept(response, () => {
        response.socket?.resetAndDestroy();
    });
}
const flipped = (body) => {
    const copy = Buffer.from(body);
    const middle = Math.floor(copy.length / 2);
    const byte = copy[middle];
    if (byte !== undefined)
        copy[middle] = byte ^ 1; // one bit: a letter or a digit stays one, so JSON mostly still parses
    return copy;
};
const sender = (response) => ({
    end: response.end.bind(response),
    write: response.write.bind(response),
});
/** Gathers what the handler writes and hands it over when it ends. */
function intercept(response, whenDone) {
    const chunks = [];
    const keep = (chunk) => {
        if (typeof chunk === 'string' || chunk instanceof Uint8Array)
            chunks.push(Buffer.from(chunk));
    };
    response.write = (chunk) => {
        keep(chunk);
        return true;
    };
    response.end = (chunk) => {
        keep(chunk);
        whenDone(Buffer.concat(chunks));
        return response;
    };
}

;// CONCATENATED MODULE: ./packages/testbed/build/http/serve.js






/**
 * Serves a handler on 127.0.0.1, with injected faults and latency and a log of requests. A handler that throws an
 * HttpRefusal is answered with it, any other error with 500 and its message.
 */
async function serveLoopback(options) {
    const requests = new RequestLog();
    const stopping = new AbortController();
    let origin = '';
    const server = (0,external_node_http_.createServer)({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
        const { method = 'GET', url: path = '/' } = request;
        const answered = requests.enter({
            method,
            path,
            route: options.routeOf?.(method, path) ?? `${method} ${path.split('?', 1)[0] ?? ''}`,
        });
        response.once('finish', () => {
            if (!response.destroyed)
                answered(response.statusCode);
        });
        answer(options, request, response, origin, stopping.signal).catch((error) => {
            refuse(response, error);
        });
    });
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    const host = `127.0.0.1:${server.address().port}`;
    origin = `http://${host}`;
    return {
        origin,
        host,
        requests,
        stop: async () => {
            stopping.abort();
            const closed = new Promise((resolve) => {
                server.close(() => {
                    resolve();
                });
            });
            server.closeAllConnections();
            await closed;
        },
    };
}
// Longer than any pause between a client's requests, so that none races the server's closing of an idle connection.
const KEEP_ALIVE_MS = 60_000;
async function answer(options, request, response, origin, signal) {
    const path = request.url ?? '/';
    // An absolute form is for proxies, and would name another host.
    if (!path.startsWith('/') || !URL.canParse(origin + path)) {
        throw new HttpRefusal(400, { message: 'the request target is not a path' });
    }
    if (options.latencyMs !== undefined && options.latencyMs > 0)
        await (0,promises_.setTimeout)(options.latencyMs, undefined, { signal });
    const fault = options.faults?.take(request.method ?? 'GET', path);
    if (fault !== undefined && (await strike(fault, request, response, signal)) === 'answered')
        return;
    await options.handler(request, response, new URL(origin + path));
}
async function strike(fault, request, response, signal) {
    const action = typeof fault === 'string' ? { kind: fault } : fault;
    switch (action.kind) {
        case 'status': {
            // The body of the request is read away: a client in the middle of an upload then sees the status, not a reset.
            request.resume();
            send(response, action.status, {
                'content-type': action.contentType ?? 'application/json',
                ...(action.retryAfter === undefined ? {} : { 'retry-after': String(action.retryAfter) }),
            }, action.body ?? '{"errors":[{"code":"UNKNOWN","message":"injected by the test bed"}]}');
            return 'answered';
        }
        case 'redirect':
            request.resume();
            send(response, 307, { location: action.location });
            return 'answered';
        case 'reset':
            if ('when' in action && action.when === 'after') {
                loseAnswer(response);
                return 'go on';
            }
            request.socket.resetAndDestroy();
            return 'answered';
        case 'stall':
            request.resume();
            await (0,promises_.setTimeout)(action.ms ?? FOREVER_MS, undefined, { signal });
            request.socket.resetAndDestroy();
            return 'answered';
        case 'delay':
            await (0,promises_.setTimeout)(action.ms, undefined, { signal });
            return 'go on';
        case 'late':
            markLate(request, action.ms);
            return 'go on';
        case 'truncate':
        case 'wrong-digest':
            spoilBody(response, action.kind);
            return 'go on';
    }
}
const FOREVER_MS = 2 ** 31 - 1;
function refuse(response, error) {
    if (response.headersSent || response.destroyed) {
        response.destroy();
        return;
    }
    if (error instanceof Error && error.name === 'AbortError') {
        response.destroy(); // the server is stopping
        return;
    }
    response.req.resume(); // a body that nobody read must not hold up the connection
    if (error instanceof HttpRefusal)
        sendJson(response, error.status, error.body, error.headers);
    else
        sendJson(response, 500, { message: error instanceof Error ? error.message : String(error) });
}

;// CONCATENATED MODULE: ./packages/testbed/build/http/index.js






// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
;// CONCATENATED MODULE: ./packages/testbed/build/image/tar.js
/**
 * Packs files, sorted by path, each folder before what is in it, into a tar archive (POSIX ustar). Owner 0, time 0: the
 * same files give the same bytes. Throws a RangeError for a path that ustar cannot hold.
 */
function packTar(files) {
    const sorted = [...files].sort((left, right) => (left.path < right.path ? -1 : 1));
    const folders = new Set();
    const blocks = [];
    for (const { path, bytes, mode = 0o644 } of sorted) {
        for (const folder of parents(path)) {
            if (folders.has(folder))
                continue;
            folders.add(folder);
            blocks.push(header({ path: `${folder}/`, size: 0, mode: 0o755, type: '5' }));
        }
        blocks.push(header({ path, size: bytes.length, mode, type: '0' }), Buffer.from(bytes), padding(bytes.length));
    }
    blocks.push(Buffer.alloc(2 * BLOCK_BYTES)); // the end of the archive
    return Buffer.concat(blocks);
}
const BLOCK_BYTES = 512;
const NAME_BYTES = 100;
const PREFIX_BYTES = 155;
const padding = (size) => Buffer.alloc((BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES);
const parents = (path) => {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
};
function header(entry) {
    const { prefix, name } = splitPath(entry.path);
    const block = Buffer.alloc(BLOCK_BYTES);
    const octal = (value, digits) => `${value.toString(8).padStart(digits, '0')}\0`;
    block.write(name, 0);
    block.write(octal(entry.mode, 7), 100);
    block.write(octal(0, 7), 108); // owner
    block.write(octal(0, 7), 116); // group
    block.write(octal(entry.size, 11), 124);
    block.write(octal(0, 11), 136); // time
    block.write(' '.repeat(8), 148); // the checksum counts itself as spaces
    block.write(entry.type, 156);
    block.write('ustar\0' + '00', 257);
    block.write(prefix, 345);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return block;
}
function splitPath(path) {
    if (path === '' || path.startsWith('/') || path.split('/').includes('..')) {
        throw new RangeError(`${JSON.stringify(path)} is not a path inside an image`);
    }
    if (Buffer.byteLength(path) <= NAME_BYTES)
        return { prefix: '', name: path };
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
        const [prefix, name] = [path.slice(0, slash), path.slice(slash + 1)];
        if (name !== '' && Buffer.byteLength(prefix) <= PREFIX_BYTES && Buffer.byteLength(name) <= NAME_BYTES) {
            return { prefix, name };
        }
    }
    throw new RangeError(`${JSON.stringify(path)} is too long for a tar archive`);
}

;// CONCATENATED MODULE: ./packages/testbed/build/image/demo-image.js



const DEMO_PLATFORMS = [
    { os: 'linux', architecture: 'amd64' },
    { os: 'linux', architecture: 'arm64' },
];
/**
 * Builds an OCI image: an index, a manifest and a config for each platform, one layer with the files and an
 * `etc/os-release` where they have none. The same input gives the same digests. Throws a RangeError for a path that an
 * image cannot hold.
 */
function buildDemoImage(files, platforms = DEMO_PLATFORMS, options = {}) {
    const layers = [files.some(({ path }) => path === OS_RELEASE.path) ? files : [...files, OS_RELEASE]];
    return buildImage(platforms.map((platform) => ({ platform, layers })), options);
}
/** The same with layers of its own for each platform; a list of files that several platforms share is packed once. */
function buildImage(parts, options = {}) {
    const blobs = new Map();
    const add = (bytes, mediaType) => {
        const digest = (0,oci/* digestOf */.ol)(bytes);
        blobs.set(digest, bytes);
        return { mediaType, digest, size: bytes.length };
    };
    const packed = new Map();
    const pack = (files) => {
        const known = packed.get(files);
        if (known !== undefined)
            return known;
        const tar = packTar(files);
        const layer = { diffId: (0,oci/* digestOf */.ol)(tar), descriptor: add(gzip(tar), oci/* OCI_LAYER_GZIP */.BQ) };
        packed.set(files, layer);
        return layer;
    };
    const built = parts.map(({ platform, layers }) => {
        const own = layers.map(pack);
        const diffIds = own.map(({ diffId }) => diffId);
        const config = add(json(configOf(platform, diffIds, options)), oci/* OCI_CONFIG */.TF);
        const manifest = json({
            schemaVersion: 2,
            mediaType: oci/* OCI_MANIFEST */.EG,
            config,
            layers: own.map(({ descriptor }) => descriptor),
        });
        return {
            platform,
            manifest,
            descriptor: { mediaType: oci/* OCI_MANIFEST */.EG, digest: (0,oci/* digestOf */.ol)(manifest), size: manifest.length, platform },
        };
    });
    const index = json({
        schemaVersion: 2,
        mediaType: oci/* OCI_INDEX */.$p,
        manifests: built.map(({ descriptor }) => descriptor),
        annotations: { 'org.opencontainers.image.title': 'Countersign demo', ...options.annotations },
    });
    return { index: { digest: (0,oci/* digestOf */.ol)(index), bytes: index }, platforms: built, blobs };
}
const OS_RELEASE = {
    path: 'etc/os-release',
    bytes: Buffer.from('ID=countersign-demo\nNAME="Countersign demo"\nPRETTY_NAME="Countersign demo image"\nVERSION_ID=1\n'),
};
/** OCI image specification, "Image Configuration"; the epoch as its time, so that nothing changes between builds. */
const configOf = (platform, diffIds, { entrypoint }) => ({
    created: '1970-01-01T00:00:00Z',
    ...platform,
    config: {
        Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
        ...(entrypoint === undefined ? {} : { Entrypoint: entrypoint }),
    },
    rootfs: { type: 'layers', diff_ids: diffIds },
    history: [{ created: '1970-01-01T00:00:00Z', created_by: 'countersign testbed' }],
});
const json = (document) => Buffer.from(JSON.stringify(document));
const GZIP_OS_BYTE = 9;
function gzip(bytes) {
    const packed = (0,external_node_zlib_.gzipSync)(bytes, { level: 9 });
    packed[GZIP_OS_BYTE] = 255; // "unknown": zlib writes the operating system of the build
    return packed;
}

;// CONCATENATED MODULE: ./packages/testbed/build/image/package-files.js
const package_files_text = (path, ...lines) => ({
    path,
    bytes: Buffer.from(`${lines.join('\n')}\n`),
});
/**
 * What a Debian system is known by: `etc/os-release` and dpkg's database. `status` is such a database as a machine has it
 * (`/var/lib/dpkg/status`); without it a few packages of Debian 12 stand in for one.
 */
function debianFiles({ osRelease, status, } = {}) {
    return [
        osRelease === undefined
            ? package_files_text('etc/os-release', 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"', 'NAME="Debian GNU/Linux"', 'VERSION_ID="12"', 'VERSION_CODENAME=bookworm', 'ID=debian')
            : { path: 'etc/os-release', bytes: osRelease },
        status === undefined
            ? package_files_text('var/lib/dpkg/status', ...DEBIAN.flatMap(dpkgEntry))
            : { path: 'var/lib/dpkg/status', bytes: status },
    ];
}
/** Source packages stand behind the names that differ: vulnerabilities are listed under them. */
const DEBIAN = [
    { name: 'apt', version: '2.6.1' },
    { name: 'base-files', version: '12.4+deb12u12' },
    { name: 'bash', version: '5.2.15-2+b8' },
    { name: 'ca-certificates', version: '20230311+deb12u1' },
    { name: 'coreutils', version: '9.1-1' },
    { name: 'debianutils', version: '5.7-0.5~deb12u1' },
    { name: 'dpkg', version: '1.21.22' },
    { name: 'gzip', version: '1.12-1' },
    { name: 'libc6', version: '2.36-9+deb12u13', source: 'glibc' },
    { name: 'libssl3', version: '3.0.17-1~deb12u3', source: 'openssl' },
    { name: 'perl-base', version: '5.36.0-7+deb12u3', source: 'perl' },
    { name: 'tar', version: '1.34+dfsg-1.2+deb12u1' },
    { name: 'zlib1g', version: '1:1.2.13.dfsg-1', source: 'zlib' },
];
/** Debian policy, chapter 5; the fields that dpkg keeps of an installed package. */
const dpkgEntry = ({ name, version, source }) => [
    `Package: ${name}`,
    'Status: install ok installed',
    'Maintainer: Debian <debian@example.org>',
    'Architecture: amd64',
    ...(source === undefined ? [] : [`Source: ${source}`]),
    `Version: ${version}`,
    `Description: ${name}`,
    '',
];
/** What an Alpine system is known by; `changes` gives packages another version. */
function alpineFiles(changes = {}) {
    const packages = ALPINE.map((one) => ({ ...one, version: changes[one.name] ?? one.version }));
    return [
        package_files_text('etc/os-release', 'NAME="Alpine Linux"', 'ID=alpine', 'VERSION_ID=3.20.8', 'PRETTY_NAME="Alpine Linux v3.20"'),
        package_files_text('etc/alpine-release', '3.20.8'),
        package_files_text('lib/apk/db/installed', ...packages.flatMap(apkEntry)),
    ];
}
const ALPINE = [
    { name: 'alpine-baselayout', version: '3.6.5-r0', origin: 'alpine-baselayout', license: 'GPL-2.0-only' },
    { name: 'alpine-keys', version: '2.4-r1', origin: 'alpine-keys', license: 'MIT' },
    { name: 'apk-tools', version: '2.14.4-r1', origin: 'apk-tools', license: 'GPL-2.0-only' },
    { name: 'busybox', version: '1.36.1-r31', origin: 'busybox', license: 'GPL-2.0-only' },
    {
        name: 'ca-certificates-bundle',
        version: '20241121-r0',
        origin: 'ca-certificates',
        license: 'MPL-2.0 AND MIT',
    },
    { name: 'libcrypto3', version: '3.3.4-r0', origin: 'openssl', license: 'Apache-2.0' },
    { name: 'libcurl', version: '8.14.1-r1', origin: 'curl', license: 'curl' },
    { name: 'libssl3', version: '3.3.4-r0', origin: 'openssl', license: 'Apache-2.0' },
    { name: 'musl', version: '1.2.5-r1', origin: 'musl', license: 'MIT' },
    { name: 'scanelf', version: '1.3.7-r2', origin: 'pax-utils', license: 'GPL-2.0-only' },
    { name: 'zlib', version: '1.3.1-r1', origin: 'zlib', license: 'Zlib' },
];
/** apk-tools, "APKINDEX and installed database": one letter a field. */
const apkEntry = ({ name, version, origin, license }) => [
    `C:Q1${Buffer.from(name.padEnd(20, '.').slice(0, 20)).toString('base64')}`,
    `P:${name}`,
    `V:${version}`,
    'A:x86_64',
    'S:1000',
    'I:4000',
    `T:${name}`,
    'U:https://alpinelinux.org',
    `L:${license}`,
    `o:${origin}`,
    'm:Alpine <alpine@example.org>',
    '',
];
/** Packages as npm installs them. */
const npmFiles = (folder, packages) => packages.map(({ name, version, license }) => package_files_text(`${folder}/node_modules/${name}/package.json`, JSON.stringify({ name, version, license: license ?? 'MIT' })));
/** Packages as pip installs them (PyPA, "Recording installed projects"). */
const pythonFiles = (folder, packages) => packages.flatMap(({ name, version }) => {
    const info = `${folder}/${name}-${version}.dist-info`;
    return [
        package_files_text(`${info}/METADATA`, 'Metadata-Version: 2.1', `Name: ${name}`, `Version: ${version}`, 'License: MIT'),
        package_files_text(`${info}/RECORD`, `${name}-${version}.dist-info/METADATA,,`),
    ];
});

;// CONCATENATED MODULE: ./packages/testbed/build/image/push.js


/**
 * Pushes an image to the test bed's registry: blobs, platform manifests, then the index, under a tag where one is given.
 */
async function pushImage(target, repository, image, tag) {
    for (const [digest, bytes] of image.blobs)
        await pushBlob(target, repository, digest, bytes);
    for (const { descriptor, manifest } of image.platforms) {
        await pushManifest(target, repository, descriptor.digest, manifest, oci/* OCI_MANIFEST */.EG);
    }
    const { digest, bytes } = image.index;
    await pushManifest(target, repository, tag ?? digest, bytes, oci/* OCI_INDEX */.$p);
    return {
        digest,
        platforms: image.platforms.map(({ platform, descriptor }) => ({ platform, digest: descriptor.digest })),
    };
}
/** Uploads a blob unless it is there. */
async function pushBlob(target, repository, digest, bytes) {
    const path = `/v2/${repository}/blobs`;
    const head = await authorized(target, `${path}/${digest}`, { method: 'HEAD' }, [404]);
    if (head.status === 200)
        return;
    const body = Buffer.from(bytes);
    const posted = await authorized(target, `${path}/uploads/?digest=${digest}`, { method: 'POST', body });
    if (posted.status !== 202)
        return;
    // A registry that opens a session all the same.
    const location = new URL(posted.headers.get('location') ?? '', target.origin);
    location.searchParams.append('digest', digest);
    await authorized(target, `${location.pathname}${location.search}`, { method: 'PUT', body });
}
/** Stores a manifest under a tag or its digest. */
async function pushManifest(target, repository, reference, bytes, mediaType) {
    await authorized(target, `/v2/${repository}/manifests/${reference}`, {
        method: 'PUT',
        body: Buffer.from(bytes),
        headers: { 'content-type': mediaType },
    });
}
/** Throws where the answer is neither 2xx nor expected. */
async function authorized(target, path, ask, expected = []) {
    const response = await authorizedFetch(target, path, ask);
    await response.arrayBuffer();
    if (!response.ok && !expected.includes(response.status)) {
        throw new Error(`the registry answered ${response.status} to ${ask.method} ${path}`);
    }
    return response;
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./packages/testbed/build/image/write-layout.js



/**
 * Writes an image as an OCI layout folder (OCI image specification 1.1, "Image Layout"), as a build tool leaves it, and
 * makes the folder. One that is a layout already gets the image beside those that are there; an entry of the same
 * `refName` is replaced. Resolves to the digest of the image's index. For the test bed alone: nobody else may write at
 * the same time.
 */
async function writeLayout(image, dir, { refName, containerdName } = {}) {
    const blobs = join(dir, 'blobs', 'sha256');
    await mkdir(blobs, { recursive: true });
    const contents = [
        ...image.blobs,
        ...image.platforms.map(({ descriptor, manifest }) => [descriptor.digest, manifest]),
        [image.index.digest, image.index.bytes],
    ];
    for (const [digest, bytes] of contents)
        await writeFile(join(blobs, hexOf(digest)), bytes);
    const annotations = {
        ...(refName === undefined ? {} : { [REF_NAME]: refName }),
        ...(containerdName === undefined ? {} : { 'io.containerd.image.name': containerdName }),
    };
    const entry = {
        mediaType: OCI_INDEX,
        digest: image.index.digest,
        size: image.index.bytes.length,
        ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    };
    const others = (await entriesOf(dir)).filter(({ digest, annotations: theirs }) => refName === undefined ? digest !== entry.digest : theirs?.[REF_NAME] !== refName);
    const index = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: [...others, entry] };
    await writeFile(join(dir, 'index.json'), JSON.stringify(index));
    await writeFile(join(dir, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
    return image.index.digest;
}
const REF_NAME = 'org.opencontainers.image.ref.name';
async function entriesOf(dir) {
    try {
        const text = await readFile(join(dir, 'index.json'), 'utf8');
        return JSON.parse(text).manifests;
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/testbed/build/image/index.js





;// CONCATENATED MODULE: ./packages/testbed/build/registry/auth/access.js
const EVERYTHING = { allows: () => true };
const PULL_ONLY = { allows: (_repository, action) => action === 'pull' };
const NOTHING = { allows: () => false };
/** The action behind a method on a route of a repository: a cancelled upload is a push, not a deletion. */
function actionOf(method, route) {
    if (route === 'upload')
        return 'push';
    if (method === 'GET' || method === 'HEAD')
        return 'pull';
    return method === 'DELETE' ? 'delete' : 'push';
}
/** The scope that a challenge asks for: who may push must read too. */
const scopeOf = ({ repository, action }) => `repository:${repository}:${action === 'push' ? 'pull,push' : action}`;

;// CONCATENATED MODULE: ./packages/testbed/build/registry/errors.js

/** Error codes of the OCI distribution specification, "Error Codes", with the status that distribution answers. */
const STATUS_OF = {
    BLOB_UNKNOWN: 404,
    BLOB_UPLOAD_INVALID: 400,
    BLOB_UPLOAD_UNKNOWN: 404,
    DIGEST_INVALID: 400,
    MANIFEST_BLOB_UNKNOWN: 400,
    MANIFEST_INVALID: 400,
    MANIFEST_UNKNOWN: 404,
    NAME_INVALID: 400,
    NAME_UNKNOWN: 404,
    SIZE_INVALID: 413,
    TAG_INVALID: 400,
    UNAUTHORIZED: 401,
    DENIED: 403,
    UNSUPPORTED: 405,
    // Not of the specification: what is answered with 404 for no route, 412 and 416.
    NOT_FOUND: 404,
    PRECONDITION_FAILED: 412,
    RANGE_INVALID: 416,
};
/** A refusal in the specification's JSON form; `status` stands in for the code's own. */
function refusal(code, message, more = {}) {
    return new HttpRefusal(more.status ?? STATUS_OF[code], { errors: [{ code, message, detail: null }] }, more.headers);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./packages/testbed/build/registry/auth/users.js


/** Users with passwords of their own run: none can be known beforehand. */
const newUsers = () => ({
    writer: { username: 'testbed', password: secret(), access: EVERYTHING },
    reader: { username: 'testbed-reader', password: secret(), access: PULL_ONLY },
});
/** The user with this name and password. */
const findUser = (users, username, password) => [users.writer, users.reader].find((user) => user.username === username && same(user.password, password));
/** The user that an Authorization header of the Basic scheme names (RFC 7617). */
function basicUser(users, authorization) {
    const [, encoded = ''] = /^basic +([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '') ?? [];
    const text = Buffer.from(encoded, 'base64').toString();
    const colon = text.indexOf(':');
    return colon === -1 ? undefined : findUser(users, text.slice(0, colon), text.slice(colon + 1));
}
/** A random secret without characters that a shell or a file would need quoted. */
const secret = () => (0,external_node_crypto_.randomBytes)(18).toString('base64url');
function same(left, right) {
    const [a, b] = [Buffer.from(left), Buffer.from(right)];
    return a.length === b.length && (0,external_node_crypto_.timingSafeEqual)(a, b);
}

;// CONCATENATED MODULE: ./packages/testbed/build/registry/auth/guard.js



/**
 * What this client may do; without a demand (the ping) being known is enough. Throws 401 UNAUTHORIZED with a challenge
 * where other credentials or another token would help, 403 DENIED where this user may not at all.
 */
function admit(guard, request, demand) {
    const { authorization } = request.headers;
    switch (guard.auth) {
        case 'none':
            return EVERYTHING;
        case 'basic': {
            const user = basicUser(guard.users, authorization);
            if (user === undefined && authorization !== undefined)
                throw challenge(guard, demand);
            return allowed(guard, user?.access ?? anonymous(guard), user !== undefined, demand);
        }
        case 'token': {
            const [, text] = /^bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
            const token = text === undefined ? undefined : guard.tokens.find(text);
            if (token === undefined) {
                if (authorization !== undefined)
                    throw challenge(guard, demand, 'invalid_token');
                throw challenge(guard, demand);
            }
            if (demand === undefined || token.granted.allows(demand.repository, demand.action))
                return token.granted;
            // A token that was not asked for this can be replaced; a user who may not do this cannot.
            if (token.user !== undefined && !token.user.access.allows(demand.repository, demand.action))
                throw denied(demand);
            throw challenge(guard, demand, 'insufficient_scope');
        }
    }
}
const anonymous = ({ anonymousPull }) => (anonymousPull ? PULL_ONLY : NOTHING);
function allowed(guard, access, known, demand) {
    if (demand === undefined ? known : access.allows(demand.repository, demand.action))
        return access;
    throw known && demand !== undefined ? denied(demand) : challenge(guard, demand);
}
const denied = ({ repository, action }) => refusal('DENIED', `this user may not ${action} in ${repository}`);
function challenge(guard, demand, error) {
    const scope = demand === undefined ? '' : `,scope="${scopeOf(demand)}"`;
    const reason = error === undefined ? '' : `,error="${error}"`;
    return refusal('UNAUTHORIZED', 'authentication required', {
        headers: {
            'www-authenticate': guard.auth === 'basic'
                ? `Basic realm="${guard.service}"`
                : `Bearer realm="${guard.realm}",service="${guard.service}"${scope}${reason}`,
        },
    });
}

;// CONCATENATED MODULE: ./packages/testbed/build/registry/bounds.js
/** Bounds on what a client may send to the test bed's registry. */
/** The OCI distribution specification asks registries for at least 4 MiB ("Pushing Manifests"). */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
/** Blobs are held in memory. */
const MAX_BLOB_BYTES = 256 * 1024 * 1024;
/** A form sent to the token service. */
const MAX_FORM_BYTES = 64 * 1024;
/** Names on one page of tags, where neither the client nor an option says less. */
const MAX_TAGS_PER_PAGE = 1000;
/** Descriptors on one page of referrers, where no option says less. */
const MAX_REFERRERS_PER_PAGE = 1000;

;// CONCATENATED MODULE: ./packages/testbed/build/registry/auth/tokens.js

/** The tokens that a token service gave out. They are opaque: the registry looks them up. */
class TokenBook {
    #lifetimeMs;
    #tokens = new Map();
    #refreshTokens = new Map();
    constructor(lifetimeMs) {
        this.#lifetimeMs = lifetimeMs;
    }
    /** A token for those of the scopes that `most` allows. */
    issue(user, scopes, most) {
        const granted = new Set(scopes.flatMap(({ repository, actions }) => actions.filter((action) => most.allows(repository, action)).map((action) => key(repository, action))));
        this.#forgetExpired();
        const token = `testbed-${secret()}`;
        this.#tokens.set(token, {
            user,
            granted: { allows: (repository, action) => granted.has(key(repository, action)) },
            expiresAt: performance.now() + this.#lifetimeMs,
        });
        return token;
    }
    /** A token that is still good. */
    find(token) {
        const found = this.#tokens.get(token);
        return found !== undefined && found.expiresAt > performance.now() ? found : undefined;
    }
    /** A token that does not expire and buys others (OAuth2; what a Docker configuration calls an identity token). */
    issueRefreshToken(user) {
        const token = `refresh-${secret()}`;
        this.#refreshTokens.set(token, user);
        return token;
    }
    userOfRefreshToken(token) {
        return this.#refreshTokens.get(token);
    }
    #forgetExpired() {
        const now = performance.now();
        for (const [token, { expiresAt }] of this.#tokens)
            if (expiresAt <= now)
                this.#tokens.delete(token);
    }
}
/** Reads scopes, each of which may hold several with spaces between; what is not about a repository is left out. */
const parseScopes = (texts) => texts
    .flatMap((text) => text.split(' '))
    .flatMap((text) => {
    const [, repository = '', actions = ''] = /^repository:(.+):([a-z*,]+)$/.exec(text) ?? [];
    return repository === '' ? [] : [{ repository, actions: parseActions(actions) }];
});
const parseActions = (text) => ACTIONS.filter((action) => text.split(',').some((each) => each === '*' || each === action));
const ACTIONS = ['pull', 'push', 'delete'];
const key = (repository, action) => `${action} ${repository}`;

;// CONCATENATED MODULE: ./packages/testbed/build/registry/auth/token-service.js






/**
 * `/token`: GET with Basic credentials or none (distribution, "Token Authentication Specification"), or POST of a form
 * with grant_type password or refresh_token ("OAuth2 Token Authentication").
 */
async function giveToken(service, request, response, url) {
    if (request.method === 'POST') {
        const form = new URLSearchParams((await readBody(request, MAX_FORM_BYTES)).toString());
        checkService(service, form.get('service'));
        const user = formUser(service, form);
        if (user === undefined)
            throw refusal('UNAUTHORIZED', 'the grant is not accepted');
        const scopes = form.getAll('scope');
        const refresh = form.get('refresh_token') ?? offline(service, user, form.get('access_type') === 'offline');
        sendJson(response, 200, {
            access_token: service.tokens.issue(user, parseScopes(scopes), user.access),
            scope: scopes.join(' '),
            ...lifetime(service),
            ...(refresh === undefined ? {} : { refresh_token: refresh }),
        });
        return;
    }
    if (request.method !== 'GET')
        throw refusal('UNSUPPORTED', `${request.method ?? ''} is not supported here`);
    checkService(service, url.searchParams.get('service'));
    const { user, most } = clientOf(service, request.headers.authorization);
    const token = service.tokens.issue(user, parseScopes(url.searchParams.getAll('scope')), most);
    const refresh = user && offline(service, user, url.searchParams.get('offline_token')?.toLowerCase() === 'true');
    sendJson(response, 200, {
        token,
        access_token: token,
        ...lifetime(service),
        ...(refresh === undefined ? {} : { refresh_token: refresh }),
    });
}
function checkService({ service }, asked) {
    if (asked !== service)
        throw refusal('DENIED', 'the service is another', { status: 400 });
}
function clientOf({ users, anonymousPull }, authorization) {
    if (authorization === undefined)
        return { user: undefined, most: anonymousPull ? PULL_ONLY : NOTHING };
    const user = basicUser(users, authorization);
    if (user === undefined)
        throw refusal('UNAUTHORIZED', 'the username or the password is wrong');
    return { user, most: user.access };
}
function formUser({ users, tokens }, form) {
    switch (form.get('grant_type')) {
        case 'password':
            return findUser(users, form.get('username') ?? '', form.get('password') ?? '');
        case 'refresh_token':
            return tokens.userOfRefreshToken(form.get('refresh_token') ?? '');
        default:
            return undefined;
    }
}
const offline = ({ tokens }, user, asked) => asked ? tokens.issueRefreshToken(user) : undefined;
const lifetime = ({ lifetimeMs }) => ({
    expires_in: Math.max(Math.floor(lifetimeMs / 1000), 1),
    issued_at: new Date().toISOString(),
});

;// CONCATENATED MODULE: ./packages/testbed/build/registry/credentials.js
function credentialsOf(host, user, tokens) {
    const { username, password } = user;
    const basic = (secret) => Buffer.from(`${username}:${secret}`).toString('base64');
    const config = (entry) => JSON.stringify({ auths: { [host]: entry } }, undefined, 2);
    return {
        username,
        password,
        dockerConfig: () => config({ auth: basic(password) }),
        identityTokenConfig: () => tokens && config({ auth: basic(''), identitytoken: tokens.issueRefreshToken(user) }),
    };
}

;// CONCATENATED MODULE: ./packages/testbed/build/registry/grammar.js

// OCI distribution specification 1.1, "Pulling manifests".
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
// OCI image specification, "Digests": the two registered algorithms.
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const MAX_REPOSITORY_LENGTH = 255;
const isRepository = (text) => text.length <= MAX_REPOSITORY_LENGTH && REPOSITORY.test(text);
const isTag = (text) => TAG.test(text);
const isDigest = (text) => DIGEST.test(text);
/** The digest of bytes in the algorithm of another digest, to compare the two; sha256 where that is a tag. */
function digestLike(bytes, other) {
    const algorithm = other.startsWith('sha512:') ? 'sha512' : 'sha256';
    return `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(bytes).digest('hex')}`;
}

// EXTERNAL MODULE: ./packages/core/build/json.js
var build_json = __webpack_require__(30058);
;// CONCATENATED MODULE: ./packages/testbed/build/registry/manifest.js




/** Reads a manifest or an index. Throws a refusal of MANIFEST_INVALID. */
function readManifest(bytes, contentType) {
    const mediaType = contentType?.split(';', 1)[0]?.trim() ?? '';
    if (!MEDIA_TYPES.has(mediaType))
        throw invalid(`the media type ${JSON.stringify(mediaType)} is not supported`);
    const document = parse(bytes);
    if (document.schemaVersion !== 2)
        throw invalid('schemaVersion is not 2');
    if (document.mediaType !== undefined && document.mediaType !== mediaType) {
        throw invalid('mediaType differs from Content-Type');
    }
    const index = (0,oci/* isIndexMediaType */.$$)(mediaType);
    const config = index ? undefined : descriptor(document.config, 'config');
    const subject = document.subject === undefined ? undefined : descriptor(document.subject, 'subject');
    const artifactType = manifest_text(document.artifactType, 'artifactType');
    return {
        mediaType,
        artifactType: artifactType === undefined || artifactType === '' ? config?.mediaType : artifactType,
        annotations: annotations(document.annotations),
        subject: subject?.digest,
        blobs: config === undefined
            ? []
            : [
                config.digest,
                ...descriptors(document.layers, 'layers')
                    // Kept by its vendor, not by the registry.
                    .filter((layer) => !/nondistributable|foreign/.test(layer.mediaType))
                    .map(({ digest }) => digest),
            ],
        manifests: index ? descriptors(document.manifests, 'manifests').map(({ digest }) => digest) : [],
    };
}
const MEDIA_TYPES = new Set([oci/* OCI_MANIFEST */.EG, oci/* OCI_INDEX */.$p, oci/* DOCKER_MANIFEST */.Vv, oci/* DOCKER_INDEX */.Mu]);
const invalid = (message) => refusal('MANIFEST_INVALID', message);
function parse(bytes) {
    let document;
    try {
        document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        throw invalid('the manifest is not JSON');
    }
    if (!(0,build_json/* isObject */.Gv)(document))
        throw invalid('the manifest is not a JSON object');
    return document;
}
function descriptor(value, where) {
    if (!(0,build_json/* isObject */.Gv)(value))
        throw invalid(`${where} is not a descriptor`);
    const { mediaType, digest, size } = value;
    if (typeof mediaType !== 'string' || typeof digest !== 'string' || !isDigest(digest)) {
        throw invalid(`${where} is not a descriptor`);
    }
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        throw invalid(`${where} has no size`);
    return { mediaType, digest };
}
function descriptors(value, where) {
    if (!Array.isArray(value))
        throw invalid(`${where} is not a list`);
    return value.map((element) => descriptor(element, where));
}
function manifest_text(value, where) {
    if (value === undefined || typeof value === 'string')
        return value;
    throw invalid(`${where} is not a string`);
}
function annotations(value) {
    if (value === undefined || value === null)
        return undefined;
    if (!(0,build_json/* isObject */.Gv)(value))
        throw invalid('annotations is not an object');
    const entries = Object.entries(value).map(([key, each]) => [key, manifest_text(each, 'an annotation') ?? '']);
    return Object.fromEntries(entries);
}

;// CONCATENATED MODULE: ./packages/testbed/build/registry/pull-through.js





/**
 * What a pull-through cache does before it answers from its own store: it fetches what it lacks, by digest or tag. It has
 * nothing of what is said about an image: the tags that claims stand under are never fetched, its list of referrers is
 * empty or not there, and nothing can be written (sigstore/policy-controller#1830 is what readers then see).
 */
async function pullThrough(upstream, route, exchange) {
    const { method, request } = exchange;
    if (method !== 'GET' && method !== 'HEAD') {
        request.resume();
        throw refusal('UNSUPPORTED', 'this is a pull-through cache: nothing is written here');
    }
    if (route === 'manifest')
        await fetchManifest(upstream, exchange);
    if (route === 'blob')
        await fetchBlob(upstream, exchange);
}
/** The tags `sha256-<hex>` with `.sig`, `.att` or `.sbom`, and the fallback index. */
const CLAIM_TAG = /^sha256-[0-9a-f]{64}(?:\.\w+)?$/;
/** A tag is looked up each time: it may have moved. */
async function fetchManifest(upstream, { name, target, store }) {
    if (CLAIM_TAG.test(target))
        throw refusal('MANIFEST_UNKNOWN', `there is no manifest ${target}`);
    if (isDigest(target) && store.find(name)?.manifest(target, 'visible') !== undefined)
        return;
    const response = await get(upstream, `/v2/${name}/manifests/${target}`, MANIFEST_TYPES);
    if (response === undefined)
        return;
    const bytes = Buffer.from(await response.arrayBuffer());
    const facts = readManifest(bytes, response.headers.get('content-type') ?? undefined);
    const digest = digestLike(bytes, target);
    if (isDigest(target) && digest !== target)
        throw failed(`another manifest than ${target}`);
    store.open(name).putManifest({ digest, bytes, facts }, isDigest(target) ? undefined : target, 0);
}
async function fetchBlob(upstream, { name, target, store }) {
    if (!isDigest(target) || store.find(name)?.blobs.has(target) === true)
        return;
    const response = await get(upstream, `/v2/${name}/blobs/${target}`, '*/*');
    if (response === undefined)
        return;
    const bytes = Buffer.from(await response.arrayBuffer());
    if (digestLike(bytes, target) !== target)
        throw failed(`another blob than ${target}`);
    store.open(name).blobs.set(target, bytes);
}
const MANIFEST_TYPES = [oci/* OCI_INDEX */.$p, oci/* OCI_MANIFEST */.EG, oci/* DOCKER_INDEX */.Mu, oci/* DOCKER_MANIFEST */.Vv].join(', ');
/** undefined: it is not there, or not for us. */
async function get(upstream, path, accept) {
    const response = await authorizedFetch(upstream, path, { method: 'GET', headers: { accept } });
    if (response.ok)
        return response;
    await response.body?.cancel();
    if (response.status >= 500)
        throw failed(String(response.status));
    return undefined;
}
const failed = (what) => refusal('NOT_FOUND', `the upstream registry answered ${what}`, { status: 502 });

;// CONCATENATED MODULE: ./packages/testbed/build/registry/routes/blobs.js



/** `/v2/<name>/blobs/<digest>`: OCI distribution specification, "Pulling blobs", "Deleting Blobs". */
function blobs({ request, response, method, name, target, store }) {
    if (!isDigest(target))
        throw refusal('DIGEST_INVALID', 'this is not a digest');
    const repository = store.find(name);
    const blob = repository?.blobs.get(target);
    if (repository === undefined || blob === undefined)
        throw refusal('BLOB_UNKNOWN', `there is no blob ${target}`);
    const headers = {
        'content-type': 'application/octet-stream',
        'docker-content-digest': target,
        'accept-ranges': 'bytes',
    };
    switch (method) {
        case 'HEAD':
            send(response, 200, headers, blob);
            return;
        case 'GET': {
            const range = byteRange(request.headers.range, blob.length);
            if (range === undefined) {
                send(response, 200, headers, blob);
                return;
            }
            const { first, last } = range;
            const contentRange = `bytes ${first}-${last}/${blob.length}`;
            send(response, 206, { ...headers, 'content-range': contentRange }, blob.subarray(first, last + 1));
            return;
        }
        case 'DELETE':
            repository.blobs.delete(target);
            send(response, 202, {});
            return;
        default:
            throw refusal('UNSUPPORTED', `${method} is not supported here`);
    }
}
/** One range of RFC 9110, 14.1.2, first and last byte included. Other forms are ignored, as it allows; 416 outside. */
function byteRange(header, size) {
    const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
    if (from === '' && to === '')
        return undefined;
    const first = from === '' ? Math.max(size - Number(to), 0) : Number(from);
    const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
    if (first > last) {
        throw refusal('RANGE_INVALID', `the blob has ${size} bytes`, {
            headers: { 'content-range': `bytes */${size}` },
        });
    }
    return { first, last };
}

;// CONCATENATED MODULE: ./packages/testbed/build/registry/conditions.js

/** The ETag header of a manifest; none where the registry knows no conditions. */
const entityTag = (options, digest) => options.ifMatch === false ? {} : { etag: quoted(digest) };
/**
 * RFC 9110, 13.1: refuses with 412 a write whose If-Match or If-None-Match does not hold for what stands there now.
 * A registry that knows no conditions ignores both, as distribution and go-containerregistry do.
 */
function checkConditions(options, request, current) {
    if (options.ifMatch === false)
        return;
    const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
    if (ifMatch !== undefined && !names(ifMatch, current))
        throw conditions_failed('If-Match');
    if (ifNoneMatch !== undefined && names(ifNoneMatch, current))
        throw conditions_failed('If-None-Match');
}
/** Whether a reader's If-None-Match names what stands there: 304. */
const isCurrent = (options, request, current) => options.ifMatch !== false && names(request.headers['if-none-match'] ?? '', current);
const quoted = (digest) => `"${digest}"`;
const conditions_failed = (header) => refusal('PRECONDITION_FAILED', `${header} does not hold`);
function names(list, current) {
    if (current === undefined)
        return false;
    return list.split(',').some((each) => ['*', quoted(current)].includes(each.trim()));
}

;// CONCATENATED MODULE: ./packages/testbed/build/registry/routes/manifests.js







/** `/v2/<name>/manifests/<reference>`: OCI distribution specification, "Pulling manifests", "Pushing Manifests". */
async function manifests(exchange) {
    const { target } = exchange;
    if (!isDigest(target) && !isTag(target)) {
        // A digest always has a colon, a tag never.
        throw target.includes(':')
            ? refusal('DIGEST_INVALID', 'the reference is not a digest')
            : refusal('MANIFEST_UNKNOWN', 'the reference is not a tag');
    }
    switch (exchange.method) {
        case 'GET':
        case 'HEAD':
            pull(exchange);
            return;
        case 'PUT':
            await push(exchange);
            return;
        case 'DELETE':
            if (exchange.options.delete === false)
                throw refusal('UNSUPPORTED', 'nothing is deleted here');
            remove(exchange);
            return;
        default:
            throw refusal('UNSUPPORTED', `${exchange.method} is not supported here`);
    }
}
function pull({ request, response, name, target, store, options }) {
    const repository = store.find(name);
    if (repository === undefined)
        throw refusal('NAME_UNKNOWN', `there is no repository ${name}`);
    const found = repository.manifest(target, 'visible');
    if (found === undefined)
        throw refusal('MANIFEST_UNKNOWN', `there is no manifest ${target}`);
    const headers = { 'docker-content-digest': found.digest, ...entityTag(options, found.digest) };
    if (isCurrent(options, request, found.digest)) {
        response.writeHead(304, headers).end();
        return;
    }
    send(response, 200, { 'content-type': found.facts.mediaType, ...headers }, found.bytes);
}
async function push({ request, response, name, target, store, options }) {
    const bytes = await readBody(request, MAX_MANIFEST_BYTES);
    const facts = readManifest(bytes, request.headers['content-type']);
    const digest = digestLike(bytes, target);
    const tag = isDigest(target) ? undefined : target;
    if (tag === undefined && digest !== target)
        throw refusal('DIGEST_INVALID', `the manifest's digest is ${digest}`);
    await (0,promises_.setTimeout)((options.writeDelayMs ?? 0) + Math.random() * (options.writeJitterMs ?? 0));
    // From here to the write nothing waits: a condition that holds still holds when the manifest is stored.
    const repository = store.open(name);
    checkReferences(repository, facts);
    const current = repository.manifest(target, 'latest')?.digest;
    checkConditions(options, request, current);
    if (tag !== undefined && current !== undefined && current !== digest)
        checkMutable(options, tag, name);
    repository.putManifest({ digest, bytes, facts }, tag, lateBy(request));
    send(response, 201, {
        location: `/v2/${name}/manifests/${digest}`,
        'docker-content-digest': digest,
        ...entityTag(options, digest),
        ...(options.referrers !== false && facts.subject !== undefined ? { 'oci-subject': facts.subject } : {}),
    });
}
function remove({ request, response, name, target, store, options }) {
    const repository = store.find(name);
    const current = repository?.manifest(target, 'latest')?.digest;
    if (repository === undefined || current === undefined) {
        throw refusal('MANIFEST_UNKNOWN', `there is no manifest ${target}`);
    }
    checkConditions(options, request, current);
    repository.deleteManifest(target);
    send(response, 202, {});
}
function checkReferences(repository, facts) {
    const missing = facts.blobs.find((digest) => !repository.blobs.has(digest)) ??
        facts.manifests.find((digest) => repository.manifest(digest, 'latest') === undefined);
    // The subject may be missing: the specification lets a referrer come first.
    if (missing !== undefined)
        throw refusal('MANIFEST_BLOB_UNKNOWN', `${missing} is not in this repository`);
}
function checkMutable({ immutableTags, immutableStatus }, tag, name) {
    if (immutableTags === undefined)
        return;
    const fixed = typeof immutableTags === 'function' ? immutableTags(tag, name) : tag.search(immutableTags) !== -1;
    if (!fixed)
        return;
    throw refusal('TAG_INVALID', `the tag ${tag} is immutable and cannot be overwritten`, {
        status: immutableStatus ?? 400,
    });
}

;// CONCATENATED MODULE: ./packages/testbed/build/registry/routes/referrers.js





/** `/v2/<name>/referrers/<digest>`: OCI distribution specification, "Listing Referrers". */
function referrers({ response, method, url, name, target, store, options }) {
    if (options.referrers === false || options.referrers === 'header')
        throw refusal('NOT_FOUND', 'this registry has no referrers API');
    if (method !== 'GET' && method !== 'HEAD')
        throw refusal('UNSUPPORTED', `${method} is not supported here`);
    if (!isDigest(target))
        throw refusal('DIGEST_INVALID', 'this is not a digest');
    const artifactType = url.searchParams.get('artifactType');
    const after = Number(url.searchParams.get('after') ?? 0);
    const pageSize = options.referrersPageSize ?? MAX_REFERRERS_PER_PAGE;
    // What a cache fetched by digest is there, but it never says what that is about.
    const stored = options.upstream === undefined ? (store.find(name)?.manifests() ?? []) : [];
    const found = stored.filter(({ facts, sequence }) => facts.subject === target &&
        sequence > after &&
        (artifactType === null || facts.artifactType === artifactType));
    const page = found.slice(0, pageSize);
    const last = page.at(-1);
    const more = new URLSearchParams({ after: String(last?.sequence ?? 0) });
    if (artifactType !== null)
        more.set('artifactType', artifactType);
    sendJson(response, 200, { schemaVersion: 2, mediaType: oci/* OCI_INDEX */.$p, manifests: page.map(referrers_descriptor) }, {
        'content-type': options.referrers === 'wrong-type' ? 'application/json' : oci/* OCI_INDEX */.$p,
        ...(artifactType === null ? {} : { 'oci-filters-applied': 'artifactType' }),
        ...(found.length > page.length
            ? { link: `</v2/${name}/referrers/${target}?${more.toString()}>; rel="next"` }
            : {}),
    });
}
/** With the manifest's own artifact type and annotations, as the specification asks. */
const referrers_descriptor = ({ digest, bytes, facts }) => ({
    mediaType: facts.mediaType,
    digest,
    size: bytes.length,
    artifactType: facts.artifactType,
    annotations: facts.annotations,
});

;// CONCATENATED MODULE: ./packages/testbed/build/registry/routes/tags.js



/** `/v2/<name>/tags/list`: OCI distribution specification, "Listing Tags". */
function tags({ response, method, url, name, store, options }) {
    if (method !== 'GET' && method !== 'HEAD')
        throw refusal('UNSUPPORTED', `${method} is not supported here`);
    const repository = store.find(name);
    if (repository === undefined)
        throw refusal('NAME_UNKNOWN', `there is no repository ${name}`);
    const asked = url.searchParams.get('n');
    if (asked !== null && !/^\d{1,9}$/.test(asked)) {
        throw refusal('UNSUPPORTED', 'n is not a number', { status: 400 });
    }
    const pageSize = Math.min(Number(asked ?? Infinity), options.tagsPageSize ?? MAX_TAGS_PER_PAGE);
    const after = url.searchParams.get('last');
    const rest = repository.tags().filter((tag) => after === null || tag > after);
    const page = rest.slice(0, pageSize);
    const last = page.at(-1);
    const next = last === undefined || rest.length === page.length ? undefined : { n: String(pageSize), last };
    sendJson(response, 200, { name, tags: page }, next === undefined
        ? {}
        : { link: `</v2/${name}/tags/list?${new URLSearchParams(next).toString()}>; rel="next"` });
}

;// CONCATENATED MODULE: ./packages/testbed/build/registry/routes/uploads.js





/** `/v2/<name>/blobs/uploads/[id]`: OCI distribution specification, "Pushing blobs", "Mounting". */
async function uploads(exchange) {
    const { method, target } = exchange;
    if (target === '') {
        if (method !== 'POST')
            throw refusal('UNSUPPORTED', `${method} is not supported here`);
        await begin(exchange);
        return;
    }
    const upload = exchange.store.find(exchange.name)?.uploads.get(target);
    if (upload === undefined)
        throw refusal('BLOB_UPLOAD_UNKNOWN', 'there is no such upload');
    switch (method) {
        case 'GET':
            send(exchange.response, 204, progress(exchange, target, upload));
            return;
        case 'PATCH':
            await append(exchange, upload);
            send(exchange.response, 202, progress(exchange, target, upload));
            return;
        case 'PUT': {
            const digest = wantedDigest(exchange);
            await append(exchange, upload);
            exchange.store.open(exchange.name).uploads.delete(target);
            finish(exchange, digest, Buffer.concat(upload.chunks));
            return;
        }
        case 'DELETE':
            exchange.store.open(exchange.name).uploads.delete(target);
            send(exchange.response, 204, {});
            return;
        default:
            throw refusal('UNSUPPORTED', `${method} is not supported here`);
    }
}
async function begin(exchange) {
    const { url, request, response, store, name, access, options } = exchange;
    const mount = url.searchParams.get('mount');
    const from = url.searchParams.get('from');
    if (mount !== null && from !== null && isDigest(mount) && access.allows(from, 'pull')) {
        const blob = store.find(from)?.blobs.get(mount);
        if (blob !== undefined) {
            finish(exchange, mount, blob);
            return;
        }
    }
    if (url.searchParams.has('digest') && options.singlePost !== false) {
        const digest = wantedDigest(exchange);
        finish(exchange, digest, await readBody(request, MAX_BLOB_BYTES));
        return;
    }
    request.resume();
    const upload = { chunks: [], size: 0 };
    const id = (0,external_node_crypto_.randomUUID)();
    store.open(name).uploads.set(id, upload);
    send(response, 202, progress(exchange, id, upload));
}
/** Takes a chunk, which must begin where the last one ended: 416 otherwise, with how far the upload has come. */
async function append(exchange, upload) {
    const { request } = exchange;
    const range = request.headers['content-range'];
    const chunk = await readBody(request, MAX_BLOB_BYTES);
    if (range !== undefined) {
        const [, first, last] = /^(?:bytes )?(\d+)-(\d+)(?:\/.*)?$/.exec(range) ?? [];
        if (Number(first) !== upload.size || Number(last) !== upload.size + chunk.length - 1) {
            throw refusal('RANGE_INVALID', `the upload has ${upload.size} bytes so far`, {
                headers: progress(exchange, exchange.target, upload),
            });
        }
    }
    if (upload.size + chunk.length > MAX_BLOB_BYTES)
        throw refusal('SIZE_INVALID', 'the blob is too large');
    upload.chunks.push(chunk);
    upload.size += chunk.length;
}
function wantedDigest({ url }) {
    const digest = url.searchParams.get('digest') ?? '';
    if (!isDigest(digest))
        throw refusal('DIGEST_INVALID', 'the query names no digest');
    return digest;
}
function finish({ store, name, response }, digest, blob) {
    if (digestLike(blob, digest) !== digest)
        throw refusal('DIGEST_INVALID', 'the blob has another digest');
    store.open(name).blobs.set(digest, blob);
    send(response, 201, { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest });
}
function progress({ name, options, request }, id, { size }) {
    const origin = options.uploadLocation === 'absolute' ? `http://${request.headers.host ?? ''}` : '';
    return {
        // The query is what clients forget to keep when they add the digest; its value changes with each chunk.
        location: `${origin}/v2/${name}/blobs/uploads/${id}?_state=${size}`,
        range: `0-${Math.max(size - 1, 0)}`,
        'docker-upload-uuid': id,
    };
}

;// CONCATENATED MODULE: ./packages/testbed/build/registry/router.js





/** Reads `/v2/<name>/<route>/<target>`. A name may hold slashes and words such as `blobs`, so routes match at the end. */
function destination(pathname) {
    for (const [pattern, route] of PATTERNS) {
        const [, name, target = ''] = pattern.exec(pathname) ?? [];
        if (name !== undefined)
            return { route, name, target };
    }
    return undefined;
}
const routeTo = (route, exchange) => ROUTES[route](exchange);
/** The log's name for a request: `PUT manifest`, `GET token`. */
function routeName(method, path) {
    const [pathname = ''] = path.split('?', 1);
    if (pathname === '/token')
        return `${method} token`;
    if (/^\/v2\/?$/.test(pathname))
        return `${method} ping`;
    return `${method} ${destination(pathname)?.route ?? 'other'}`;
}
const ROUTES = {
    upload: uploads,
    blob: blobs,
    manifest: manifests,
    referrers: referrers,
    tags: tags,
};
const PATTERNS = [
    [/^\/v2\/(.+)\/blobs\/uploads\/?([^/]*)$/, 'upload'],
    [/^\/v2\/(.+)\/blobs\/([^/]+)$/, 'blob'],
    [/^\/v2\/(.+)\/manifests\/([^/]+)$/, 'manifest'],
    [/^\/v2\/(.+)\/referrers\/([^/]+)$/, 'referrers'],
    [/^\/v2\/(.+)\/tags\/list$/, 'tags'],
];

;// CONCATENATED MODULE: ./packages/testbed/build/registry/store.js

/** All that a registry holds, by repository. */
class Store {
    #repositories = new Map();
    #sequence = 0;
    /** The repository, if anything was ever written to it. */
    find(name) {
        return this.#repositories.get(name);
    }
    /** The repository, made where there is none. */
    open(name) {
        const found = this.#repositories.get(name);
        if (found !== undefined)
            return found;
        const made = new RepositoryStore(() => (this.#sequence += 1));
        this.#repositories.set(name, made);
        return made;
    }
}
/** One repository. Everything here happens at once: no write can come between a condition and what it guards. */
class RepositoryStore {
    blobs = new Map();
    uploads = new Map();
    #manifests = new Map();
    #tags = new Map();
    #nextSequence;
    constructor(nextSequence) {
        this.#nextSequence = nextSequence;
    }
    /** What a tag or a digest names. */
    manifest(reference, view) {
        const digest = isDigest(reference) ? reference : this.#digestOf(reference, view);
        const found = digest === undefined ? undefined : this.#manifests.get(digest);
        return found !== undefined && (view === 'latest' || found.visibleAt <= now()) ? found : undefined;
    }
    /** Stores a manifest, under a tag where one is given; readers see neither before `lateMs` have passed. */
    putManifest(manifest, tag, lateMs) {
        const visibleAt = now() + lateMs;
        const { digest } = manifest;
        if (!this.#manifests.has(digest)) {
            this.#manifests.set(digest, { ...manifest, sequence: this.#nextSequence(), visibleAt });
        }
        if (tag !== undefined)
            this.#tags.set(tag, { digest, visibleAt, before: this.#digestOf(tag, 'visible') });
    }
    /** Removes a tag, or a manifest with every tag that names it; false where there is none. */
    deleteManifest(reference) {
        if (!isDigest(reference))
            return this.#tags.delete(reference);
        for (const [tag, { digest }] of this.#tags)
            if (digest === reference)
                this.#tags.delete(tag);
        return this.#manifests.delete(reference);
    }
    /** The tags that readers see, sorted. */
    tags() {
        return [...this.#tags.keys()].filter((tag) => this.#digestOf(tag, 'visible') !== undefined).sort();
    }
    /** The manifests that readers see, in the order in which they came. */
    manifests() {
        return [...this.#manifests.values()].filter(({ visibleAt }) => visibleAt <= now());
    }
    #digestOf(tag, view) {
        const state = this.#tags.get(tag);
        if (state === undefined)
            return undefined;
        return view === 'latest' || state.visibleAt <= now() ? state.digest : state.before;
    }
}
const now = () => performance.now();

;// CONCATENATED MODULE: ./packages/testbed/build/registry/registry.js












/** Starts an OCI registry (distribution specification 1.1) in memory, on 127.0.0.1. */
async function startRegistry(options = {}) {
    const store = new Store();
    const { auth = 'none', anonymousPull = false, tokenLifetimeMs = DEFAULT_TOKEN_LIFETIME_MS } = options;
    const users = newUsers();
    const tokens = new TokenBook(tokenLifetimeMs);
    const faults = options.faults ?? new FaultPlan();
    const handler = async (request, response, url) => {
        response.setHeader('docker-distribution-api-version', 'registry/2.0');
        pad(response, options.extraHeaderBytes ?? 0);
        const guard = {
            auth,
            anonymousPull,
            users,
            tokens,
            realm: `${url.origin}/token`,
            service: SERVICE,
        };
        if (url.pathname === '/token' && auth === 'token') {
            await giveToken({ ...guard, lifetimeMs: tokenLifetimeMs }, request, response, url);
            return;
        }
        await serve(options, store, guard, request, response, url);
    };
    const server = await serveLoopback({
        handler,
        faults,
        routeOf: routeName,
        ...(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs }),
        ...(options.port === undefined ? {} : { port: options.port }),
    });
    const { host, origin, requests } = server;
    return {
        host,
        origin,
        auth: auth === 'none' ? null : credentialsOf(host, users.writer, auth === 'token' ? tokens : undefined),
        readerAuth: auth === 'none' ? null : credentialsOf(host, users.reader, auth === 'token' ? tokens : undefined),
        faults,
        requests,
        tags: (name) => {
            const repository = store.find(name);
            const named = repository
                ?.tags()
                .map((tag) => [tag, repository.manifest(tag, 'visible')?.digest ?? '']);
            return Object.fromEntries(named ?? []);
        },
        stop: () => server.stop(),
    };
}
const DEFAULT_TOKEN_LIFETIME_MS = 300_000;
const SERVICE = 'testbed-registry';
async function serve(options, store, guard, request, response, url) {
    const method = request.method ?? 'GET';
    const pathname = decoded(url.pathname);
    if (/^\/v2\/?$/.test(pathname)) {
        admit(guard, request, undefined);
        sendJson(response, 200, {});
        return;
    }
    const found = destination(pathname);
    if (found === undefined)
        throw refusal('NOT_FOUND', 'there is nothing here');
    const { route, name, target } = found;
    if (!isRepository(name))
        throw refusal('NAME_INVALID', 'the repository has no valid name');
    const access = admit(guard, request, { repository: name, action: actionOf(method, route) });
    const exchange = { request, response, method, url, name, target, store, options, access };
    if (options.upstream !== undefined)
        await pullThrough(options.upstream, route, exchange);
    await routeTo(route, exchange);
}
function decoded(pathname) {
    try {
        return decodeURIComponent(pathname);
    }
    catch {
        throw refusal('NAME_INVALID', 'the path is not well encoded');
    }
}
/** Padding in lines of 4 KiB at most, as a registry's policy headers are. */
function pad(response, bytes) {
    for (let left = bytes, line = 0; left > 0; left -= PADDING_LINE_BYTES, line += 1) {
        response.setHeader(`x-testbed-padding-${line}`, 'p'.repeat(Math.min(left, PADDING_LINE_BYTES)));
    }
}
const PADDING_LINE_BYTES = 4096;

;// CONCATENATED MODULE: ./packages/testbed/build/registry/index.js


;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/oidc/claims.js
/** What GitHub writes as `iss`; the certificates' issuer extension repeats it. */
const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
/** The audience that Fulcio asks for. */
const SIGSTORE_AUDIENCE = 'sigstore';
/**
 * A token's claims as GitHub issues them for a job of acme/app's release workflow, started by a tag (the full set of
 * "OpenID Connect reference" in GitHub's documentation). They are valid for ten minutes from `at`.
 */
function githubClaims(issuer, audience, at, overrides) {
    const issuedAt = Math.floor(at.getTime() / 1000);
    const claims = {
        ...DEFAULT_CLAIMS,
        iss: issuer,
        aud: audience,
        iat: issuedAt,
        nbf: issuedAt,
        exp: issuedAt + TOKEN_LIFETIME_SECONDS,
        ...overrides,
    };
    return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null));
}
const TOKEN_LIFETIME_SECONDS = 600;
const claims_REPOSITORY = 'acme/app';
const REF = 'refs/tags/v1.0.0';
const COMMIT = 'c0ffee254729296a45a3885639ac7e10f9d54979';
const WORKFLOW_REF = `${claims_REPOSITORY}/.github/workflows/release.yml@${REF}`;
const DEFAULT_CLAIMS = {
    sub: `repo:${claims_REPOSITORY}:ref:${REF}`,
    actor: 'octocat',
    actor_id: '583231',
    base_ref: '',
    check_run_id: '41000000001',
    event_name: 'push',
    head_ref: '',
    job_workflow_ref: WORKFLOW_REF,
    job_workflow_sha: COMMIT,
    ref: REF,
    ref_protected: 'false',
    ref_type: 'tag',
    repository: claims_REPOSITORY,
    repository_id: '700000001',
    repository_owner: 'acme',
    repository_owner_id: '70000001',
    repository_visibility: 'public',
    run_attempt: '1',
    run_id: '9000000001',
    run_number: '42',
    runner_environment: 'github-hosted',
    sha: COMMIT,
    workflow: 'release',
    workflow_ref: WORKFLOW_REF,
    workflow_sha: COMMIT,
};

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/signing-key.js

async function newSigningKey() {
    const pair = await external_node_crypto_.webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
        'sign',
        'verify',
    ]);
    const privateKey = external_node_crypto_.KeyObject.from(pair.privateKey);
    const publicKey = external_node_crypto_.KeyObject.from(pair.publicKey);
    const spki = publicKey.export({ type: 'spki', format: 'der' });
    return {
        cryptoKey: pair.privateKey,
        spki,
        pem: publicKey.export({ type: 'spki', format: 'pem' }),
        id: (0,external_node_crypto_.createHash)('sha256').update(spki).digest(),
        sign: (data) => (0,external_node_crypto_.sign)('sha256', data, privateKey),
    };
}

// EXTERNAL MODULE: ./node_modules/asn1js/build/index.js + 12 modules
var build = __webpack_require__(91603);
// EXTERNAL MODULE: ./node_modules/pkijs/build/index.js + 14 modules
var pkijs_build = __webpack_require__(32188);
;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/x509/extensions.js



const EKU_CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
const EKU_TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** The extensions of RFC 5280 that the test bed's certificates carry, each as its DER form. */
const basicConstraints = (pathLength) => extension('2.5.29.19', true, new pkijs_build/* BasicConstraints */.N71({ cA: true, pathLenConstraint: pathLength }));
/** keyCertSign and cRLSign for a CA, digitalSignature for a leaf (section 4.2.1.3 numbers the bits). */
const keyUsage = (of) => {
    const [byte, unusedBits] = of === 'ca' ? [0b0000_0110, 1] : [0b1000_0000, 7];
    const bits = new build/* BitString */.Rq({ valueHex: Uint8Array.of(byte).buffer, unusedBits });
    return rawExtension('2.5.29.15', true, Buffer.from(bits.toBER()));
};
const extendedKeyUsage = (purpose, critical) => extension('2.5.29.37', critical, new pkijs_build/* ExtKeyUsage */.KdO({ keyPurposes: [purpose] }));
const subjectKeyIdentifier = (spki) => rawExtension('2.5.29.14', false, octets(keyIdentifier(spki)));
const authorityKeyIdentifier = (issuerSpki) => extension('2.5.29.35', false, new pkijs_build/* AuthorityKeyIdentifier */.qdQ({
    keyIdentifier: new build/* OctetString */.lW({ valueHex: copied(keyIdentifier(issuerSpki)) }),
}));
/** Critical, as it must be where the subject is empty. */
const uriSubjectAlternativeName = (uri) => extension('2.5.29.17', true, new pkijs_build/* GeneralNames */.t0$({ names: [new pkijs_build/* GeneralName */.QHW({ type: URI_NAME, value: uri })] }));
/** An extension whose value is these bytes as they are. */
const rawExtension = (oid, critical, value) => new pkijs_build/* Extension */.YYc({ extnID: oid, critical, extnValue: copied(value) });
/** An extension whose value is a DER UTF8String. */
const textExtension = (oid, text) => rawExtension(oid, false, Buffer.from(new build/* Utf8String */.Jn({ value: text }).toBER()));
/** A DER OCTET STRING. */
const octets = (value) => Buffer.from(new build/* OctetString */.lW({ valueHex: copied(value) }).toBER());
/** pkijs takes whole ArrayBuffers; a Buffer is often a window on a larger one. */
const copied = (bytes) => Uint8Array.from(bytes).buffer;
const URI_NAME = 6;
const extension = (oid, critical, value) => rawExtension(oid, critical, Buffer.from(value.toSchema().toBER()));
/** SHA-1 over the key's bits, RFC 5280 section 4.2.1.2 method 1. */
function keyIdentifier(spki) {
    const key = pkijs_build/* PublicKeyInfo */.FJ$.fromBER(copied(spki));
    return (0,external_node_crypto_.createHash)('sha1').update(key.subjectPublicKey.valueBlock.valueHexView).digest();
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/ct-log.js



async function newCtLog(now) {
    const key = await newSigningKey();
    return {
        key,
        promise: (tbs, issuerSpki) => rawExtension(SCT_LIST_OID, false, octets(sctList(key, tbs, issuerSpki, now()))),
    };
}
const SCT_LIST_OID = '1.3.6.1.4.1.11129.2.4.2';
/** SignedCertificateTimestampList with one entry: RFC 6962 sections 3.2 and 3.3. */
function sctList(key, tbs, issuerSpki, at) {
    const timestamp = unsigned(BigInt(at.getTime()), 8);
    const noExtensions = unsigned(0, 2);
    const issuerKeyHash = (0,external_node_crypto_.createHash)('sha256').update(issuerSpki).digest();
    const signed = Buffer.concat([
        VERSION_1,
        CERTIFICATE_TIMESTAMP,
        timestamp,
        PRECERT_ENTRY,
        issuerKeyHash,
        unsigned(tbs.length, 3),
        tbs,
        noExtensions,
    ]);
    const signature = key.sign(signed);
    const sct = Buffer.concat([
        VERSION_1,
        key.id,
        timestamp,
        noExtensions,
        SHA256_ECDSA,
        unsigned(signature.length, 2),
        signature,
    ]);
    return Buffer.concat([unsigned(sct.length + 2, 2), unsigned(sct.length, 2), sct]);
}
const VERSION_1 = Buffer.of(0);
const CERTIFICATE_TIMESTAMP = Buffer.of(0);
const PRECERT_ENTRY = Buffer.of(0, 1);
const SHA256_ECDSA = Buffer.of(4, 3);
const unsigned = (value, bytes) => Buffer.from(value.toString(16).padStart(bytes * 2, '0'), 'hex');

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/x509/certificate.js




/** Issues an X.509 certificate (version 3, random serial number) under the issuer's key. */
async function issueCertificate(request, signer) {
    const certificate = new pkijs_build/* Certificate */.usT();
    certificate.version = 2;
    certificate.serialNumber = new build/* Integer */.jz({ valueHex: copied(positiveSerial()) });
    certificate.subject = distinguishedName(request.subject);
    certificate.issuer = distinguishedName(request.issuer);
    certificate.notBefore = new pkijs_build/* Time */.gXL({ type: timeType(request.notBefore), value: request.notBefore });
    certificate.notAfter = new pkijs_build/* Time */.gXL({ type: timeType(request.notAfter), value: request.notAfter });
    certificate.subjectPublicKeyInfo = pkijs_build/* PublicKeyInfo */.FJ$.fromBER(copied(request.spki));
    certificate.extensions = [...request.extensions];
    await certificate.sign(signer.cryptoKey, 'SHA-256');
    if (request.lastExtension !== undefined) {
        certificate.extensions.push(request.lastExtension(Buffer.from(certificate.encodeTBS().toBER())));
        await certificate.sign(signer.cryptoKey, 'SHA-256');
    }
    const der = Buffer.from(certificate.toSchema(true).toBER());
    return { der, pem: pemOf('CERTIFICATE', der), certificate: pkijs_build/* Certificate */.usT.fromBER(copied(der)) };
}
/** One PEM block with a final newline. */
const pemOf = (label, der) => {
    const lines = Buffer.from(der)
        .toString('base64')
        .match(/.{1,64}/g) ?? [];
    return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
};
const SERIAL_BYTES = 16;
/** The first bits 01: neither negative nor with a zero byte in front. */
function positiveSerial() {
    const bytes = (0,external_node_crypto_.randomBytes)(SERIAL_BYTES);
    bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
    return bytes;
}
/**
 * A name with one attribute in each of its parts. It goes through its encoding: from a list of attributes, pkijs would
 * make one part with all of them, and an empty name with a part in it.
 */
function distinguishedName(name) {
    const parts = name === undefined ? [] : [part('2.5.4.10', name.organization), part('2.5.4.3', name.commonName)];
    const { result } = (0,build/* fromBER */.mH)(new build/* Sequence */.gd({ value: parts }).toBER());
    return new pkijs_build/* RelativeDistinguishedNames */.BQ({ schema: result });
}
const part = (type, value) => new build/* Set */.NZ({
    value: [new pkijs_build/* AttributeTypeAndValue */.Tjk({ type, value: new build/* PrintableString */.Hx({ value }) }).toSchema()],
});
/** UTCTime through 2049, GeneralizedTime from 2050 (RFC 5280 section 4.1.2.5). */
const timeType = (date) => date.getUTCFullYear() < 2050 ? pkijs_build/* TimeType */.W2l.UTCTime : pkijs_build/* TimeType */.W2l.GeneralizedTime;

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/fulcio/refusal.js

/** Refusals in the form of Fulcio's gateway: a gRPC status code and a message. */
const badRequest = (message) => refusal_refusal(400, 3, message);
const unauthenticated = (message) => refusal_refusal(401, 16, message);
const notFound = () => refusal_refusal(404, 5, 'Not Found');
const refusal_refusal = (status, code, message) => new HttpRefusal(status, { code, message, details: [] });

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/fulcio/github-extensions.js


/**
 * Maps a token's claims to Fulcio's extensions (fulcio docs/oid-info.md): .1 to .6 hold the bare text, .8 to .24 a DER
 * UTF8String. Throws a 400 refusal for a claim that is missing or no text.
 */
function githubIdentity(claims) {
    const read = (name) => {
        const value = claims[name];
        if (typeof value === 'string' && value !== '')
            return value;
        throw badRequest(`There was an error processing the identity token: the claim "${name}" is missing`);
    };
    const url = (path) => `https://github.com/${path}`;
    const repository = read('repository');
    const runUrl = url(`${repository}/actions/runs/${read('run_id')}/attempts/${read('run_attempt')}`);
    const environment = claims.environment;
    const bare = [
        [1, read('iss')],
        [2, read('event_name')],
        [3, read('sha')],
        [4, read('workflow')],
        [5, repository],
        [6, read('ref')],
    ];
    const encoded = [
        [8, read('iss')],
        [9, url(read('job_workflow_ref'))],
        [10, read('job_workflow_sha')],
        [11, read('runner_environment')],
        [12, url(repository)],
        [13, read('sha')],
        [14, read('ref')],
        [15, read('repository_id')],
        [16, url(read('repository_owner'))],
        [17, read('repository_owner_id')],
        [18, url(read('workflow_ref'))],
        [19, read('workflow_sha')],
        [20, read('event_name')],
        [21, runUrl],
        [22, read('repository_visibility')],
        ...(typeof environment === 'string' && environment !== '' ? [[23, environment]] : []),
        [24, read('sub')],
    ];
    return {
        san: url(read('job_workflow_ref')),
        extensions: [
            ...bare.map(([arc, text]) => rawExtension(`${FULCIO_ARC}.${arc}`, false, Buffer.from(text))),
            ...encoded.map(([arc, text]) => textExtension(`${FULCIO_ARC}.${arc}`, text)),
        ],
    };
}
const FULCIO_ARC = '1.3.6.1.4.1.57264.1';

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/fulcio/possession.js




/** The key's SPKI, once the proof holds: a signature over the token's subject, or a signed PKCS#10 request. */
async function provenKey(proof, subject) {
    const key = proof.kind === 'csr' ? await keyOfRequest(proof.der) : proof.key;
    const hash = hashFor(key);
    if (proof.kind === 'signed-subject' && !(0,external_node_crypto_.verify)(hash, Buffer.from(subject), key, proof.signature)) {
        throw badRequest('The signature supplied in the request could not be verified');
    }
    return key.export({ type: 'spki', format: 'der' });
}
/** A public key from PEM or from DER SPKI. Throws a 400 refusal. */
function publicKeyFrom(encoded) {
    try {
        return (0,external_node_crypto_.createPublicKey)(typeof encoded === 'string' ? encoded : { key: encoded, format: 'der', type: 'spki' });
    }
    catch {
        throw badRequest('The public key supplied in the request could not be parsed');
    }
}
/** The hash that goes with a key; null where the algorithm brings its own. Throws a 400 refusal for keys that Fulcio has not. */
function hashFor(key) {
    const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
    switch (key.asymmetricKeyType) {
        case 'ed25519':
            return null;
        case 'rsa':
            if ((modulusLength ?? 0) >= MIN_RSA_BITS)
                return 'sha256';
            break;
        case 'ec': {
            const hash = CURVE_HASHES.get(namedCurve ?? '');
            if (hash !== undefined)
                return hash;
            break;
        }
        default:
    }
    throw badRequest('The public key supplied in the request is insecure');
}
const MIN_RSA_BITS = 2048;
const CURVE_HASHES = new Map([
    ['prime256v1', 'sha256'],
    ['secp384r1', 'sha384'],
    ['secp521r1', 'sha512'],
]);
async function keyOfRequest(der) {
    try {
        const request = pkijs_build/* CertificationRequest */.irx.fromBER(copied(der));
        if (await request.verify()) {
            return publicKeyFrom(Buffer.from(request.subjectPublicKeyInfo.toSchema().toBER()));
        }
    }
    catch {
        throw badRequest('The certificate signing request could not be parsed');
    }
    throw badRequest('The signature of the certificate signing request could not be verified');
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/fulcio/request.js




/** Reads the body of `POST /api/v2/signingCert` (fulcio.proto, CreateSigningCertificateRequest). Throws a 400 refusal. */
function readRequestV2(body) {
    const request = jsonObject(body);
    const credentials = member(request, 'credentials');
    const token = textOf(credentials, 'oidcIdentityToken');
    const csr = textOf(request, 'certificateSigningRequest');
    if (csr !== undefined)
        return { token, proof: csrProof(csr) };
    const keyRequest = member(request, 'publicKeyRequest');
    const content = textOf(member(keyRequest, 'publicKey'), 'content');
    const signature = textOf(keyRequest, 'proofOfPossession');
    if (content === undefined || signature === undefined) {
        throw badRequest('The request has neither a public key with proof of possession nor a signing request');
    }
    return {
        token,
        proof: {
            kind: 'signed-subject',
            key: publicKeyFrom(content),
            signature: Buffer.from(signature, 'base64'),
        },
    };
}
/** Reads the body of the older `POST /api/v1/signingCert`: the key is base64 of DER or, from cosign 2, of PEM. Throws a 400 refusal. */
function readRequestV1(body) {
    const request = jsonObject(body);
    const csr = textOf(request, 'certificateSigningRequest');
    if (csr !== undefined)
        return { token: undefined, proof: csrProof(csr) };
    const content = textOf(member(request, 'publicKey'), 'content');
    const signature = textOf(request, 'signedEmailAddress');
    if (content === undefined || signature === undefined) {
        throw badRequest('The request has neither a signed public key nor a signing request');
    }
    const decoded = Buffer.from(content, 'base64');
    const pem = decoded.toString();
    const key = publicKeyFrom(pem.startsWith('-----BEGIN ') ? pem : decoded);
    return {
        token: undefined,
        proof: { kind: 'signed-subject', key, signature: Buffer.from(signature, 'base64') },
    };
}
/** The base64 of a PEM block, as both APIs send signing requests. */
function csrProof(base64) {
    const pem = Buffer.from(base64, 'base64').toString();
    const content = /-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([\s\S]+?)-----END/.exec(pem)?.[1];
    if (content === undefined)
        throw badRequest('The certificate signing request could not be parsed');
    return { kind: 'csr', der: Buffer.from(content, 'base64') };
}
function jsonObject(body) {
    try {
        return asObject(JSON.parse(body.toString()));
    }
    catch (error) {
        if (error instanceof HttpRefusal)
            throw error;
        throw badRequest('The request is not JSON');
    }
}
const member = (object, name) => asObject(object[name] ?? {});
function textOf(object, name) {
    const value = object[name];
    // cosign 2 sends null for what it leaves out, which is as good as absent in protobuf's JSON.
    if (value === undefined || value === null || value === '')
        return undefined;
    if (typeof value !== 'string')
        throw badRequest(`"${name}" is not text`);
    return value;
}
function asObject(value) {
    if ((0,build_json/* isObject */.Gv)(value))
        return value;
    throw badRequest('The request does not have the form of a signing request');
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/fulcio/token-check.js


/** The claims of a token that is signed, meant for Sigstore and valid now. Throws a 401 refusal for any other. */
function checkedClaims(token, trusted, now) {
    const claims = trusted.open(token);
    if (claims === undefined)
        throw refused('its signature does not verify');
    const issuers = [trusted.issuer, ...(trusted.otherIssuers ?? [])];
    if (!issuers.includes(claims.iss))
        throw refused('its issuer is not configured here');
    const audience = claims.aud;
    if (!(Array.isArray(audience) ? audience : [audience]).includes(SIGSTORE_AUDIENCE)) {
        throw refused(`its audience is not "${SIGSTORE_AUDIENCE}"`);
    }
    const seconds = now.getTime() / 1000;
    const { exp, nbf } = claims;
    if (typeof exp !== 'number' || exp <= seconds)
        throw refused('it has expired');
    if (typeof nbf === 'number' && nbf > seconds + CLOCK_SKEW_SECONDS)
        throw refused('it is not valid yet');
    return claims;
}
/** As much as Fulcio's OIDC library allows. */
const CLOCK_SKEW_SECONDS = 300;
const refused = (why) => unauthenticated(`There was an error processing the identity token: ${why}`);

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/fulcio/service.js








/** Serves Fulcio's v1 and v2 API: certificates of ten minutes for those who show an identity token and hold the key. */
async function startFulcio(options) {
    const { faults = new FaultPlan(), latencyMs = 0, authority } = options;
    const chain = [authority.intermediate.pem, authority.root.pem];
    const server = await serveLoopback({
        faults,
        latencyMs,
        handler: async (request, response, url) => {
            switch (`${request.method ?? 'GET'} ${url.pathname}`) {
                case 'POST /api/v2/signingCert': {
                    const leaf = await certify(options, request, readRequestV2);
                    sendJson(response, 200, {
                        signedCertificateEmbeddedSct: { chain: { certificates: [leaf.pem, ...chain] } },
                    });
                    return;
                }
                case 'POST /api/v1/signingCert': {
                    const leaf = await certify(options, request, readRequestV1);
                    send(response, 201, { 'content-type': PEM_CHAIN }, [leaf.pem, ...chain].join(''));
                    return;
                }
                case 'GET /api/v2/trustBundle':
                    sendJson(response, 200, { chains: [{ certificates: chain }] });
                    return;
                case 'GET /api/v1/rootCert':
                    send(response, 200, { 'content-type': PEM_CHAIN }, chain.join(''));
                    return;
                default:
                    throw notFound();
            }
        },
    });
    return { origin: server.origin, faults, requests: server.requests, stop: () => server.stop() };
}
const PEM_CHAIN = 'application/pem-certificate-chain';
const MAX_REQUEST_BYTES = 64 * 1024;
const CERTIFICATE_LIFETIME_MS = 600_000;
async function certify({ authority, ctLog, trusts, now = () => new Date() }, request, read) {
    const { token = bearer(request), proof } = read(await readBody(request, MAX_REQUEST_BYTES));
    if (token === undefined)
        throw unauthenticated('The request has no identity token');
    const claims = checkedClaims(token, trusts, now());
    const { san, extensions } = githubIdentity(claims);
    const spki = await provenKey(proof, String(claims.sub));
    const notBefore = now();
    return issueCertificate({
        subject: undefined,
        issuer: authority.name,
        spki,
        notBefore,
        notAfter: new Date(notBefore.getTime() + CERTIFICATE_LIFETIME_MS),
        extensions: [
            keyUsage('leaf'),
            extendedKeyUsage(EKU_CODE_SIGNING, false),
            subjectKeyIdentifier(spki),
            authorityKeyIdentifier(authority.key.spki),
            uriSubjectAlternativeName(san),
            ...extensions,
        ],
        lastExtension: (tbs) => ctLog.promise(tbs, authority.key.spki),
    }, authority.key);
}
const bearer = (request) => /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/oidc/token.js



async function newTokenKey() {
    const { privateKey, publicKey } = await (0,external_node_util_.promisify)(external_node_crypto_.generateKeyPair)('rsa', { modulusLength: 2048 });
    const kid = (0,external_node_crypto_.createHash)('sha256')
        .update(publicKey.export({ type: 'spki', format: 'der' }))
        .digest('hex')
        .slice(0, 40);
    return {
        jwk: { ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid },
        issue: (claims) => {
            const signed = `${encode({ typ: 'JWT', alg: 'RS256', kid })}.${encode(claims)}`;
            return `${signed}.${(0,external_node_crypto_.sign)('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
        },
        open: (token) => token_open(token, publicKey),
    };
}
const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const JWT = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;
function token_open(token, publicKey) {
    const [, header, payload, signature] = JWT.exec(token) ?? [];
    if (header === undefined || payload === undefined || signature === undefined)
        return undefined;
    const signed = Buffer.from(`${header}.${payload}`);
    if (decode(header)?.alg !== 'RS256')
        return undefined;
    if (!(0,external_node_crypto_.verify)('sha256', signed, publicKey, Buffer.from(signature, 'base64url')))
        return undefined;
    return decode(payload);
}
function decode(part) {
    try {
        const value = JSON.parse(Buffer.from(part, 'base64url').toString());
        return (0,build_json/* isObject */.Gv)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/oidc/service.js





async function startIssuer(options = {}) {
    const { now = () => new Date(), faults = new FaultPlan(), latencyMs = 0 } = options;
    const key = await newTokenKey();
    const requestToken = (0,external_node_crypto_.randomBytes)(24).toString('base64url');
    let issuer = options.issuer ?? GITHUB_ISSUER;
    const token = (claims = {}, audience = SIGSTORE_AUDIENCE) => key.issue(githubClaims(issuer, audience, now(), { ...options.claims, ...claims }));
    const server = await serveLoopback({
        faults,
        latencyMs,
        handler: (request, response, url) => {
            if (request.method !== 'GET')
                throw new HttpRefusal(405, { message: 'only GET is served here' });
            switch (url.pathname) {
                case '/.well-known/openid-configuration':
                    sendJson(response, 200, discovery(issuer, url.origin));
                    return;
                case '/.well-known/jwks':
                    sendJson(response, 200, { keys: [key.jwk] });
                    return;
                case TOKEN_PATH: {
                    demandBearer(request.headers.authorization, requestToken);
                    const audience = url.searchParams.get('audience') ?? DEFAULT_AUDIENCE;
                    sendJson(response, 200, { count: 1, value: token(requestedClaims(url), audience) });
                    return;
                }
                default:
                    throw new HttpRefusal(404, { message: 'there is nothing here' });
            }
        },
    });
    if (issuer === 'own')
        issuer = server.origin;
    return {
        oidcUrl: server.origin,
        issuer,
        tokenUrl: `${server.origin}${TOKEN_PATH}?api-version=2.0`,
        requestToken,
        token: (claims) => token(claims),
        open: (text) => key.open(text),
        faults,
        requests: server.requests,
        stop: () => server.stop(),
    };
}
const TOKEN_PATH = '/idtoken';
/** GitHub's, where a job names no audience. */
const DEFAULT_AUDIENCE = 'https://github.com/acme';
const discovery = (issuer, origin) => ({
    issuer,
    jwks_uri: `${origin}/.well-known/jwks`,
    response_types_supported: ['id_token'],
    subject_types_supported: ['public', 'pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
});
function demandBearer(header, requestToken) {
    const given = Buffer.from(/^bearer (.+)$/i.exec(header ?? '')?.[1] ?? '');
    const wanted = Buffer.from(requestToken);
    if (given.length !== wanted.length || !(0,external_node_crypto_.timingSafeEqual)(given, wanted)) {
        throw new HttpRefusal(401, { message: 'the bearer token is not the one of this job' });
    }
}
function requestedClaims(url) {
    const text = url.searchParams.get('claims');
    if (text === null)
        return {};
    try {
        const claims = JSON.parse(Buffer.from(text, 'base64url').toString());
        if ((0,build_json/* isObject */.Gv)(claims))
            return claims;
    }
    catch {
        // Said below, with the values that parse and are no object.
    }
    throw new HttpRefusal(400, { message: '"claims" is not a JSON object in base64url' });
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/rekor/canonical-json.js
/** JSON in canonical form (RFC 8785) for values of texts, whole numbers, lists and objects. */
function canonicalJson(value) {
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    const members = Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/rekor/refusal.js

/** A refusal in the form of Rekor's API. */
const rekor_refusal_refusal = (code, message, headers = {}) => new HttpRefusal(code, { code, message }, headers);
const badEntry = (why) => rekor_refusal_refusal(400, `error processing entry: ${why}`);

// EXTERNAL MODULE: ./node_modules/@noble/curves/nist.js + 6 modules
var nist = __webpack_require__(90534);
;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/rekor/verifier-key.js




/** Reads one PEM block, `CERTIFICATE` or `PUBLIC KEY`. Throws a 400 refusal. */
function readVerifierKey(pem) {
    const [, label, content, ...more] = PEM.exec(pem.trim()) ?? [];
    if (label === undefined || content === undefined || more.length > 0) {
        throw badEntry('the verifier is not one PEM block with a certificate or a public key');
    }
    const der = Buffer.from(content, 'base64');
    const key = keyOf(label, der);
    return {
        pem: pemOf(label, der),
        verifiesData: (data, signature) => tolerant(() => (0,external_node_crypto_.verify)(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', data, key, signature)),
        verifiesDigest: (digest, signature) => tolerant(() => verifyDigest(key, digest, signature)),
    };
}
const PEM = /^-----BEGIN (CERTIFICATE|PUBLIC KEY)-----\s([A-Za-z0-9+/=\s]+)-----END \1-----$/;
function keyOf(label, der) {
    try {
        return label === 'CERTIFICATE'
            ? new external_node_crypto_.X509Certificate(der).publicKey
            : (0,external_node_crypto_.createPublicKey)({ key: der, format: 'der', type: 'spki' });
    }
    catch {
        throw badEntry('the verifier does not parse');
    }
}
/** node:crypto hashes what it is given, so a bare digest needs the curve itself. */
function verifyDigest(key, digest, signature) {
    if (key.asymmetricKeyType === 'rsa') {
        const opened = (0,external_node_crypto_.publicDecrypt)({ key, padding: external_node_crypto_.constants.RSA_PKCS1_PADDING }, signature);
        return digest.length === 32 && opened.equals(Buffer.concat([SHA256_DIGEST_INFO, digest]));
    }
    const curve = CURVES[key.asymmetricKeyDetails?.namedCurve ?? ''];
    if (key.asymmetricKeyType !== 'ec' || curve === undefined)
        return false;
    const jwk = key.export({ format: 'jwk' });
    const point = [jwk.x ?? '', jwk.y ?? ''].map((coordinate) => Buffer.from(coordinate, 'base64url'));
    return curve.verify(signature, digest, Buffer.concat([UNCOMPRESSED_POINT, ...point]), {
        prehash: false,
        format: 'der',
        lowS: false,
    });
}
const UNCOMPRESSED_POINT = Buffer.of(4);
const SHA256_DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');
const CURVES = {
    prime256v1: nist/* p256 */.s9,
    secp384r1: nist/* p384 */.sL,
    secp521r1: nist/* p521 */.Bt,
};
/** A signature that does not even parse is one that does not verify. */
function tolerant(check) {
    try {
        return check();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/rekor/entry.js





/**
 * The canonical body of a proposed entry: what the log stores, never the proposal itself. Knows hashedrekord 0.0.1 and
 * dsse 0.0.1 and demands that the signatures verify. Throws a 400 refusal.
 */
function canonicalBody(proposal) {
    const entry = objectOf(proposal, 'the entry');
    const kind = `${String(entry.kind)} ${String(entry.apiVersion)}`;
    const spec = objectOf(entry.spec, 'spec');
    switch (kind) {
        case 'hashedrekord 0.0.1':
            return body('hashedrekord', hashedrekordSpec(spec));
        case 'dsse 0.0.1':
            return body('dsse', dsseSpec(spec));
        default:
            throw badEntry('this log takes hashedrekord 0.0.1 and dsse 0.0.1');
    }
}
const body = (kind, spec) => Buffer.from(canonicalJson({ apiVersion: '0.0.1', kind, spec }));
function hashedrekordSpec(spec) {
    const hash = objectOf(objectOf(spec.data, 'data').hash, 'data.hash');
    const signature = objectOf(spec.signature, 'signature');
    const content = entry_textOf(signature.content, 'signature.content');
    const key = entry_keyOf(objectOf(signature.publicKey, 'signature.publicKey').content);
    const algorithm = entry_textOf(hash.algorithm, 'data.hash.algorithm');
    const value = entry_textOf(hash.value, 'data.hash.value');
    if (value.length !== HASH_DIGITS[algorithm] || !/^[0-9a-f]+$/.test(value)) {
        throw badEntry('data.hash is not a hash that this log knows');
    }
    const bytes = Buffer.from(content, 'base64');
    if (!key.verifiesDigest(Buffer.from(value, 'hex'), bytes))
        throw badEntry('verifying signature: invalid signature');
    return {
        data: { hash: { algorithm, value } },
        signature: { content: bytes.toString('base64'), publicKey: { content: base64(key.pem) } },
    };
}
function dsseSpec(spec) {
    const proposed = objectOf(spec.proposedContent, 'proposedContent');
    const text = entry_textOf(proposed.envelope, 'envelope');
    const keys = listOf(proposed.verifiers, 'verifiers').map(entry_keyOf);
    const envelope = objectOf(parsed(text), 'the envelope');
    const payload = Buffer.from(entry_textOf(envelope.payload, 'payload'), 'base64');
    const encoded = preAuthEncoding(entry_textOf(envelope.payloadType, 'payloadType'), payload);
    const signatures = listOf(envelope.signatures, 'signatures').map((item) => {
        const signature = entry_textOf(objectOf(item, 'a signature').sig, 'sig');
        const key = keys.find((candidate) => candidate.verifiesData(encoded, Buffer.from(signature, 'base64')));
        if (key === undefined)
            throw badEntry('all signatures must have a key that verifies it');
        return { signature, verifier: base64(key.pem) };
    });
    return {
        envelopeHash: { algorithm: 'sha256', value: sha256(text) },
        payloadHash: { algorithm: 'sha256', value: sha256(payload) },
        signatures: signatures.sort((a, b) => (a.signature < b.signature ? -1 : 1)),
    };
}
const HASH_DIGITS = { sha256: 64, sha384: 96, sha512: 128 };
/** DSSE's PAE: what the signature covers. */
const preAuthEncoding = (type, payload) => Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `), payload]);
const entry_keyOf = (content) => readVerifierKey(Buffer.from(entry_textOf(content, 'a verifier'), 'base64').toString());
const sha256 = (data) => (0,external_node_crypto_.createHash)('sha256').update(data).digest('hex');
const base64 = (text) => Buffer.from(text).toString('base64');
function objectOf(value, what) {
    if ((0,build_json/* isObject */.Gv)(value))
        return value;
    throw badEntry(`${what} is missing or not an object`);
}
function listOf(value, what) {
    if (Array.isArray(value) && value.length > 0)
        return value;
    throw badEntry(`${what} is missing or empty`);
}
function entry_textOf(value, what) {
    if (typeof value === 'string' && value !== '')
        return value;
    throw badEntry(`${what} is missing or not text`);
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw badEntry('the envelope is not JSON');
    }
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/rekor/checkpoint.js
/**
 * The log's own name. sigstore-js looks for it inside the log's URL; it has no port, since sigstore-go takes the host
 * of the URL without one.
 */
const LOG_HOST = '127.0.0.1';
const KEY_HINT_BYTES = 4;
/** A signed tree head as a signed note (transparency-dev formats/log): origin, size, root; then name, key hint and signature. */
function checkpoint(key, treeId, size, root) {
    const note = `${LOG_HOST} - ${treeId}\n${size}\n${root.toString('base64')}\n`;
    const signature = Buffer.concat([key.id.subarray(0, KEY_HINT_BYTES), key.sign(Buffer.from(note))]);
    return `${note}\n— ${LOG_HOST} ${signature.toString('base64')}\n`;
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/rekor/merkle-tree.js

/** A growing Merkle tree (RFC 6962 section 2.1), with proofs for each size that it has had. */
class MerkleTree {
    /** Hashes of the complete subtrees: those of 2^level leaves, from the left. */
    #levels = [[]];
    get size() {
        return this.#levels[0]?.length ?? 0;
    }
    /** Appends the hash of a leaf and returns its index. */
    append(leaf) {
        const index = this.size;
        let hash = leaf;
        for (let level = 0;; level += 1) {
            const row = (this.#levels[level] ??= []);
            row.push(hash);
            const left = row.at(-2);
            if (row.length % 2 === 1 || left === undefined)
                return index;
            hash = hashChildren(left, hash);
        }
    }
    root(size = this.size) {
        return size === 0 ? (0,external_node_crypto_.createHash)('sha256').digest() : this.#subtree(0, size);
    }
    /** Hashes of complete subtrees of 2^level leaves, from the one numbered `start` to before `end`. */
    row(level, start, end) {
        return (this.#levels[level] ?? []).slice(start, end);
    }
    /** PATH(m, D[n]) */
    inclusionProof(index, size = this.size) {
        if (index < 0 || index >= size || size > this.size)
            throw new RangeError('there is no such leaf');
        return this.#path(index, 0, size);
    }
    /** PROOF(m, D[n]); empty where one of the two is empty or both are the same. */
    consistencyProof(first, second = this.size) {
        if (first < 0 || first > second || second > this.size)
            throw new RangeError('there are no such trees');
        return first === 0 || first === second ? [] : this.#subproof(first, 0, second, true);
    }
    #path(index, start, end) {
        if (end - start <= 1)
            return [];
        const middle = start + splitPoint(end - start);
        return index < middle
            ? [...this.#path(index, start, middle), this.#subtree(middle, end)]
            : [...this.#path(index, middle, end), this.#subtree(start, middle)];
    }
    /** `known`: whether the verifier has the hash of the old tree that ends here already. */
    #subproof(first, start, end, known) {
        if (first === end)
            return known ? [] : [this.#subtree(start, end)];
        const middle = start + splitPoint(end - start);
        return first <= middle
            ? [...this.#subproof(first, start, middle, known), this.#subtree(middle, end)]
            : [...this.#subproof(first, middle, end, false), this.#subtree(start, middle)];
    }
    #subtree(start, end) {
        const width = end - start;
        const level = Math.log2(width);
        const complete = Number.isInteger(level) ? this.#levels[level]?.[start / width] : undefined;
        if (complete !== undefined)
            return complete;
        const middle = start + splitPoint(width);
        return hashChildren(this.#subtree(start, middle), this.#subtree(middle, end));
    }
}
const hashLeaf = (data) => (0,external_node_crypto_.createHash)('sha256').update(Buffer.of(0)).update(data).digest();
const hashChildren = (left, right) => (0,external_node_crypto_.createHash)('sha256').update(Buffer.of(1)).update(left).update(right).digest();
/** The largest power of two below a number above 1. */
const splitPoint = (width) => 2 ** (Math.ceil(Math.log2(width)) - 1);

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/rekor/log.js




/** A transparency log in memory: one shard, one growing tree. Every entry is in the tree before it is answered. */
class TransparencyLog {
    key;
    /** Decimal, as the checkpoint's origin has it. */
    treeId;
    #now;
    #tree = new MerkleTree();
    #entries = [];
    #indexByLeafHash = new Map();
    constructor(key, now) {
        this.key = key;
        this.#now = now;
        // Trillian's ids are positive 64-bit numbers.
        this.treeId = ((0,external_node_crypto_.randomBytes)(8).readBigUInt64BE() >> 1n).toString();
    }
    /** Appends a canonical body; one that is there already is not appended again. */
    append(body) {
        const leaf = hashLeaf(body);
        const leafHash = leaf.toString('hex');
        const known = this.#indexByLeafHash.get(leafHash);
        if (known !== undefined)
            return { index: known, isNew: false };
        const index = this.#tree.append(leaf);
        this.#indexByLeafHash.set(leafHash, index);
        this.#entries.push({
            body: body.toString('base64'),
            integratedTime: Math.floor(this.#now().getTime() / 1000),
            leafHash,
        });
        return { index, isNew: true };
    }
    /** The id of an entry: the tree's in hex, then the leaf hash. */
    uuid(index) {
        const entry = this.#entries[index];
        return entry && BigInt(this.treeId).toString(16).padStart(16, '0') + entry.leafHash;
    }
    /** The index of an entry by its id, with or without the tree's part. */
    find(uuid) {
        const index = this.#indexByLeafHash.get(uuid.slice(-64));
        return uuid.length === 64 || (index !== undefined && this.uuid(index) === uuid) ? index : undefined;
    }
    /** The index of a canonical body. */
    findBody(body) {
        return this.#indexByLeafHash.get(hashLeaf(body).toString('hex'));
    }
    /** An entry with its promise and a proof against the tree as it is now; undefined beyond the tree. */
    entry(index) {
        const stored = this.#entries[index];
        if (stored === undefined)
            return undefined;
        const { body, integratedTime } = stored;
        const promised = { body, integratedTime, logID: this.key.id.toString('hex'), logIndex: index };
        return {
            ...promised,
            verification: {
                inclusionProof: {
                    checkpoint: this.checkpoint(),
                    hashes: this.#tree.inclusionProof(index).map(hex),
                    logIndex: index,
                    rootHash: hex(this.#tree.root()),
                    treeSize: this.size,
                },
                signedEntryTimestamp: this.key.sign(Buffer.from(canonicalJson(promised))).toString('base64'),
            },
        };
    }
    get size() {
        return this.#tree.size;
    }
    /** The root of the tree at a size, in hex. */
    rootHash(size = this.size) {
        return hex(this.#tree.root(size));
    }
    /** Hashes in hex. Throws a RangeError where there are no such trees. */
    consistencyProof(first, second) {
        return this.#tree.consistencyProof(first, second).map(hex);
    }
    checkpoint() {
        return checkpoint(this.key, this.treeId, this.size, this.#tree.root());
    }
}
const hex = (hash) => hash.toString('hex');

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/rekor/service.js





/** Serves Rekor's v1 API. */
async function startRekor(options = {}) {
    const { now = () => new Date(), faults = new FaultPlan(), latencyMs = 0 } = options;
    const log = new TransparencyLog(await newSigningKey(), now);
    const maxBytes = options.maxEntryBytes ?? MAX_ENTRY_BYTES;
    const server = await serveLoopback({
        faults,
        latencyMs,
        handler: (request, response, url) => service_serve(log, maxBytes, request, response, url),
    });
    return {
        origin: server.origin,
        key: log.key,
        size: () => log.size,
        faults,
        requests: server.requests,
        stop: () => server.stop(),
    };
}
const MAX_ENTRY_BYTES = 32 * 1024 * 1024;
/** As many as the public log looks up at once. */
const MAX_LOOKUPS = 10;
async function service_serve(log, maxBytes, request, response, url) {
    const route = `${request.method ?? 'GET'} ${url.pathname}`;
    switch (route) {
        case 'POST /api/v1/log/entries': {
            addEntry(log, await readJson(request, maxBytes), response);
            return;
        }
        case 'GET /api/v1/log/entries':
            sendJson(response, 200, named(log, Number(url.searchParams.get('logIndex') ?? NaN)));
            return;
        case 'POST /api/v1/log/entries/retrieve':
            sendJson(response, 200, lookUp(log, await readJson(request, maxBytes)));
            return;
        case 'GET /api/v1/log':
            sendJson(response, 200, {
                inactiveShards: [],
                rootHash: log.rootHash(),
                signedTreeHead: log.checkpoint(),
                treeID: log.treeId,
                treeSize: log.size,
            });
            return;
        case 'GET /api/v1/log/proof':
            sendJson(response, 200, consistency(log, url.searchParams));
            return;
        case 'GET /api/v1/log/publicKey':
            send(response, 200, { 'content-type': 'application/x-pem-file' }, log.key.pem);
            return;
        default: {
            const uuid = /^GET \/api\/v1\/log\/entries\/((?:[0-9a-f]{16})?[0-9a-f]{64})$/.exec(route)?.[1];
            const index = uuid === undefined ? undefined : log.find(uuid);
            sendJson(response, 200, named(log, index ?? NaN));
        }
    }
}
function addEntry(log, proposal, response) {
    const { index, isNew } = log.append(canonicalBody(proposal));
    const uuid = log.uuid(index) ?? '';
    const location = `/api/v1/log/entries/${uuid}`;
    if (!isNew) {
        throw rekor_refusal_refusal(409, `an equivalent entry already exists in the transparency log with UUID ${uuid}`, {
            location,
        });
    }
    sendJson(response, 201, named(log, index), { location, etag: uuid });
}
/** An entry under its id, as every answer has it. */
function named(log, index) {
    const [uuid, entry] = [log.uuid(index), log.entry(index)];
    if (uuid === undefined || entry === undefined)
        throw rekor_refusal_refusal(404, 'entry not found');
    return { [uuid]: entry };
}
/** Entries by index, by id, or by what they would contain; those that are not there are left out. */
function lookUp(log, query) {
    const { logIndexes = [], entryUUIDs = [], entries = [] } = (query ?? {});
    if (!Array.isArray(logIndexes) || !Array.isArray(entryUUIDs) || !Array.isArray(entries)) {
        throw rekor_refusal_refusal(400, 'the query has an unexpected form');
    }
    const wanted = [
        ...logIndexes.map(Number),
        ...entryUUIDs.map((uuid) => log.find(String(uuid))),
        ...entries.map((proposal) => log.findBody(canonicalBody(proposal))),
    ];
    if (wanted.length === 0 || wanted.length > MAX_LOOKUPS) {
        throw rekor_refusal_refusal(422, `a query names 1 to ${MAX_LOOKUPS} entries`);
    }
    return wanted.flatMap((index) => (index === undefined || index >= log.size ? [] : [named(log, index)]));
}
function consistency(log, query) {
    const first = Number(query.get('firstSize') ?? 1);
    const second = Number(query.get('lastSize') ?? NaN);
    const isOurs = (query.get('treeID') ?? log.treeId) === log.treeId;
    if (!isOurs || !Number.isSafeInteger(first) || first < 1 || !(second >= first && second <= log.size)) {
        throw rekor_refusal_refusal(400, 'firstSize and lastSize do not name two trees of this log');
    }
    return { rootHash: log.rootHash(second), hashes: log.consistencyProof(first, second) };
}
async function readJson(request, maxBytes) {
    const body = await readBody(request, maxBytes);
    try {
        return JSON.parse(body.toString());
    }
    catch {
        throw rekor_refusal_refusal(400, 'the body is not JSON');
    }
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/rekor-v2/refusal.js

/** Codes of gRPC, and what its gateway makes of them. */
const HTTP_STATUS = { 3: 400, 5: 404, 6: 409, 14: 503 };
/** A refusal in the form of a gRPC gateway. */
const rekor_v2_refusal_refusal = (code, message, headers = {}) => new HttpRefusal(HTTP_STATUS[code], { code, message, details: [] }, headers);
const refusal_badRequest = (message) => rekor_v2_refusal_refusal(3, message);

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/rekor-v2/entry.js






/**
 * The canonical body of a proposed entry, hashedrekord 0.0.2: what the log stores and hashes. The signature has to verify
 * over the digest. Throws a 400 refusal, with the words of rekor-tiles 2.3: DSSE envelopes are taken no more.
 */
function canonicalEntry(request) {
    const { hashedRekordRequestV002: proposed, ...others } = entry_objectOf(request);
    if (Object.keys(others).length > 0 || !(0,build_json/* isObject */.Gv)(proposed)) {
        throw refusal_badRequest('invalid type, must be hashedrekord');
    }
    const signature = entry_objectOf(proposed.signature);
    const verifier = entry_objectOf(signature.verifier);
    const digest = bytesOf(proposed.digest);
    const content = bytesOf(signature.content);
    const { name: keyDetails, kind } = algorithmOf(verifier.keyDetails);
    const { label, member, der } = keyIn(verifier);
    const key = keyObject(label, der);
    if (!kind.fits(key) || digest.length !== kind.digestBytes)
        throw entry_invalid();
    if (!readVerifierKey(pemOf(label, der)).verifiesDigest(digest, content))
        throw entry_invalid();
    return Buffer.from(canonicalJson({
        apiVersion: '0.0.2',
        kind: 'hashedrekord',
        spec: {
            hashedRekordV002: {
                data: { algorithm: kind.hash, digest: digest.toString('base64') },
                signature: {
                    content: content.toString('base64'),
                    verifier: { keyDetails, [member]: { rawBytes: der.toString('base64') } },
                },
            },
        },
    }));
}
const entry_invalid = () => refusal_badRequest('invalid hashedrekord request');
const rsa = (bits) => ({
    hash: 'SHA2_256',
    digestBytes: 32,
    fits: (key) => key.asymmetricKeyType === 'rsa' && key.asymmetricKeyDetails?.modulusLength === bits,
});
const ecdsa = (curve, hash, digestBytes) => ({
    hash,
    digestBytes,
    fits: (key) => key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === curve,
});
/** By name and number of sigstore_common.proto's PublicKeyDetails: what this log takes. */
const ALGORITHMS = [
    ['PKIX_RSA_PKCS1V15_2048_SHA256', 9, rsa(2048)],
    ['PKIX_RSA_PKCS1V15_3072_SHA256', 10, rsa(3072)],
    ['PKIX_RSA_PKCS1V15_4096_SHA256', 11, rsa(4096)],
    ['PKIX_ECDSA_P256_SHA_256', 5, ecdsa('prime256v1', 'SHA2_256', 32)],
    ['PKIX_ECDSA_P384_SHA_384', 12, ecdsa('secp384r1', 'SHA2_384', 48)],
    ['PKIX_ECDSA_P521_SHA_512', 13, ecdsa('secp521r1', 'SHA2_512', 64)],
];
function algorithmOf(value) {
    const found = ALGORITHMS.find(([name, number]) => value === name || value === number);
    if (found === undefined)
        throw entry_invalid();
    return { name: found[0], kind: found[2] };
}
function keyIn(verifier) {
    const { x509Certificate, publicKey } = verifier;
    if ((x509Certificate === undefined) === (publicKey === undefined))
        throw entry_invalid();
    return x509Certificate === undefined
        ? { label: 'PUBLIC KEY', member: 'publicKey', der: bytesOf(entry_objectOf(publicKey).rawBytes) }
        : { label: 'CERTIFICATE', member: 'x509Certificate', der: bytesOf(entry_objectOf(x509Certificate).rawBytes) };
}
function keyObject(label, der) {
    try {
        return label === 'CERTIFICATE'
            ? new external_node_crypto_.X509Certificate(der).publicKey
            : (0,external_node_crypto_.createPublicKey)({ key: der, format: 'der', type: 'spki' });
    }
    catch {
        throw entry_invalid();
    }
}
function entry_objectOf(value) {
    if ((0,build_json/* isObject */.Gv)(value))
        return value;
    throw entry_invalid();
}
/** Protobuf JSON takes both alphabets of base64, padded or not. */
function bytesOf(value) {
    if (typeof value === 'string' && /^[A-Za-z0-9+/_-]+={0,2}$/.test(value))
        return Buffer.from(value, 'base64');
    throw entry_invalid();
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/rekor-v2/log-key.js

function newNoteKey(name) {
    const { privateKey, publicKey } = (0,external_node_crypto_.generateKeyPairSync)('ed25519');
    const spki = publicKey.export({ type: 'spki', format: 'der' });
    const raw = spki.subarray(-RAW_KEY_BYTES);
    return {
        name,
        spki,
        pem: publicKey.export({ type: 'spki', format: 'pem' }),
        id: (0,external_node_crypto_.createHash)('sha256').update(`${name}\n`).update(Buffer.of(ED25519)).update(raw).digest(),
        sign: (data) => (0,external_node_crypto_.sign)(null, data, privateKey),
    };
}
const RAW_KEY_BYTES = 32;
/** The signature type of Ed25519 in a key id. */
const ED25519 = 1;
const log_key_KEY_HINT_BYTES = 4;
/** A signed tree head (C2SP tlog-checkpoint.md): origin, size, root; then name, key hint and signature. */
function noteCheckpoint(key, size, root) {
    const note = `${key.name}\n${size}\n${root.toString('base64')}\n`;
    const signature = Buffer.concat([key.id.subarray(0, log_key_KEY_HINT_BYTES), key.sign(Buffer.from(note))]);
    return `${note}\n— ${key.name} ${signature.toString('base64')}\n`;
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/rekor-v2/publisher.js

function createPublisher(log, intervalMs) {
    let waiting = [];
    let timer;
    const publish = () => {
        timer = undefined;
        log.publish();
        const released = waiting;
        waiting = [];
        for (const release of released)
            release();
    };
    return {
        proven: async (index) => {
            if (intervalMs === 0)
                log.publish();
            const now = log.prove(index);
            if (now !== undefined)
                return now;
            timer ??= setTimeout(publish, intervalMs);
            await new Promise((resolve) => waiting.push(resolve));
            const entry = log.prove(index);
            if (entry === undefined)
                throw rekor_v2_refusal_refusal(14, 'the log is stopping');
            return entry;
        },
        stop: () => {
            clearTimeout(timer);
            for (const release of waiting)
                release();
            waiting = [];
        },
    };
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/rekor-v2/tiles.js
/** Hashes or entries in a full tile. */
const ENTRIES_PER_TILE = 256;
/**
 * Reads `L/N[.p/W]` (C2SP tlog-tiles.md): N in groups of three digits, all but the last with an x before it. undefined for
 * anything else, other spellings of the same number included.
 */
function parseTile(path) {
    const [, level, groups, width] = /^(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
    if (level === undefined || groups === undefined)
        return undefined;
    const index = Number(groups.replaceAll(/[x/]/g, ''));
    const partial = width === undefined ? ENTRIES_PER_TILE : Number(width);
    const named = `${level}/${tilePath(index)}${width === undefined ? '' : `.p/${partial}`}`;
    if (named !== path || partial < 1 || (width !== undefined && partial >= ENTRIES_PER_TILE))
        return undefined;
    return { level: level === 'entries' ? level : Number(level), index, width: partial };
}
/** 1234067 as `x001/x234/067`. */
function tilePath(index) {
    const digits = String(index);
    const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
    return groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
}
/** Entries one after the other, each with its length in two bytes before it. */
const entryBundle = (bodies) => Buffer.concat(bodies.flatMap((body) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(body.length);
    return [length, body];
}));

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/rekor-v2/tile-log.js



/**
 * A transparency log in memory whose tree is read as tiles (C2SP tlog-tiles.md). An entry is in the tree at once, and
 * proven once a checkpoint is published that covers it.
 */
class TileLog {
    key;
    #tree = new MerkleTree();
    #bodies = [];
    #indexByLeafHash = new Map();
    /** Sizes that a checkpoint told: partial tiles stand for these alone. */
    #published = new Set();
    #checkpoint;
    constructor(key) {
        this.key = key;
        this.#checkpoint = this.publish();
    }
    /** Entries in the tree, published or not. */
    get size() {
        return this.#tree.size;
    }
    get checkpoint() {
        return this.#checkpoint.text;
    }
    /** Appends a canonical body; one that is there already is not appended again. */
    append(body) {
        const leaf = hashLeaf(body);
        const leafHash = leaf.toString('hex');
        const known = this.#indexByLeafHash.get(leafHash);
        if (known !== undefined)
            return { index: known, isNew: false };
        const index = this.#tree.append(leaf);
        this.#indexByLeafHash.set(leafHash, index);
        this.#bodies.push(body);
        return { index, isNew: true };
    }
    /** Signs the tree as it is now; a tree that did not grow keeps its checkpoint. */
    publish() {
        const size = this.#tree.size;
        if (this.#published.has(size))
            return this.#checkpoint;
        const root = this.#tree.root();
        this.#published.add(size);
        this.#checkpoint = { size, root, text: noteCheckpoint(this.key, size, root) };
        return this.#checkpoint;
    }
    /** undefined where no checkpoint covers the entry yet. */
    prove(index) {
        const body = this.#bodies[index];
        const { size, root, text } = this.#checkpoint;
        if (body === undefined || index >= size)
            return undefined;
        return {
            index,
            body,
            treeSize: size,
            root,
            hashes: this.#tree.inclusionProof(index, size),
            checkpoint: text,
        };
    }
    /** The hashes of a tile: of complete subtrees of 256^level leaves. undefined where there is no such tile. */
    tile(level, index, width) {
        if (!this.#stands(level, index, width))
            return undefined;
        const start = index * ENTRIES_PER_TILE;
        return Buffer.concat(this.#tree.row(level * LEVELS_PER_TILE, start, start + width));
    }
    /** The entries of a tile of level 0, each with its length before it. */
    entryBundle(index, width) {
        if (!this.#stands(0, index, width))
            return undefined;
        const start = index * ENTRIES_PER_TILE;
        return entryBundle(this.#bodies.slice(start, start + width));
    }
    /** A full tile stands for good, a partial one for published sizes and until the full one is there. */
    #stands(level, index, width) {
        const span = ENTRIES_PER_TILE ** level;
        const wanted = (index * ENTRIES_PER_TILE + width) * span;
        const whole = (index + 1) * ENTRIES_PER_TILE * span;
        if (width === ENTRIES_PER_TILE)
            return wanted <= this.size;
        return (whole > this.size && this.#published.values().some((size) => size >= wanted && size < wanted + span));
    }
}
/** Levels of the binary tree in one tile. */
const LEVELS_PER_TILE = 8;

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/rekor-v2/service.js







/** Serves Rekor's v2 API: entries are written, everything else is read as static files. */
async function startRekorV2(options = {}) {
    const { faults = new FaultPlan(), latencyMs = 0 } = options;
    const log = new TileLog(newNoteKey(LOG_NAME));
    const publisher = createPublisher(log, options.checkpointIntervalMs ?? 0);
    const server = await serveLoopback({
        faults,
        latencyMs,
        handler: (request, response, url) => rekor_v2_service_serve(log, publisher, request, response, url),
    });
    return {
        origin: server.origin,
        baseUrl: `http://${LOG_NAME}`,
        key: log.key,
        size: () => log.size,
        faults,
        requests: server.requests,
        stop: async () => {
            publisher.stop();
            await server.stop();
        },
    };
}
const LOG_NAME = 'rekor.test';
/** As much as the real server takes at once. */
const service_MAX_REQUEST_BYTES = 4 * 1024 * 1024;
const BINARY = { 'content-type': 'application/octet-stream' };
async function rekor_v2_service_serve(log, publisher, request, response, url) {
    const route = `${request.method ?? 'GET'} ${url.pathname}`;
    if (route === 'POST /api/v2/log/entries') {
        const { index, isNew } = log.append(canonicalEntry(await service_readJson(request)));
        const entry = await publisher.proven(index);
        if (!isNew)
            throw alreadyThere(index);
        sendJson(response, 201, answerOf(log, entry));
        return;
    }
    if (route === 'GET /api/v2/checkpoint') {
        send(response, 200, { 'content-type': 'text/plain; charset=utf-8' }, log.checkpoint);
        return;
    }
    const tile = parseTile(/^GET \/api\/v2\/tile\/(.+)$/.exec(route)?.[1] ?? '');
    const bytes = tile === undefined ? undefined : contentOf(log, tile);
    if (bytes === undefined)
        throw rekor_v2_refusal_refusal(5, 'Not Found');
    send(response, 200, BINARY, bytes);
}
const contentOf = (log, { level, index, width }) => level === 'entries' ? log.entryBundle(index, width) : log.tile(level, index, width);
const alreadyThere = (index) => rekor_v2_refusal_refusal(6, `an equivalent entry already exists in the transparency log with index ${index}`, {
    'x-log-index': String(index),
});
/** A TransparencyLogEntry as protobuf JSON, with every member that has no value, as the gateway writes it. */
const answerOf = ({ key }, entry) => ({
    logIndex: String(entry.index),
    logId: { keyId: key.id.toString('base64') },
    kindVersion: { kind: 'hashedrekord', version: '0.0.2' },
    integratedTime: '0',
    inclusionPromise: null,
    inclusionProof: {
        logIndex: String(entry.index),
        rootHash: entry.root.toString('base64'),
        treeSize: String(entry.treeSize),
        hashes: entry.hashes.map((hash) => hash.toString('base64')),
        checkpoint: { envelope: entry.checkpoint },
    },
    canonicalizedBody: entry.body.toString('base64'),
});
async function service_readJson(request) {
    const body = await readBody(request, service_MAX_REQUEST_BYTES);
    try {
        return JSON.parse(body.toString());
    }
    catch {
        throw refusal_badRequest('the body is not JSON');
    }
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/trust/signing-config.js
/** The SigningConfig v0.2 (sigstore_trustroot.proto) as protobuf JSON: one service of each kind. */
function signingConfig(parts) {
    const service = (url, majorApiVersion = 1) => ({
        url,
        majorApiVersion,
        validFor: { start: parts.since.toISOString() },
        operator: parts.operator,
    });
    return {
        mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
        caUrls: [service(parts.fulcioUrl)],
        oidcUrls: [service(parts.oidcUrl)],
        rekorTlogUrls: [service(parts.rekor.url, parts.rekor.majorApiVersion)],
        rekorTlogConfig: { selector: 'ANY' },
        tsaUrls: [service(parts.tsaUrl)],
        tsaConfig: { selector: 'ANY' },
    };
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/trust/trusted-root.js
/** The TrustedRoot (sigstore_trustroot.proto) as protobuf JSON, in the form that cosign writes. */
function trustedRoot(parts) {
    const { organization, fulcio, ctLog, rekor, rekorV2, tsa } = parts;
    const validFor = { start: parts.since.toISOString() };
    const log = ({ url, key }, keyDetails) => ({
        baseUrl: url,
        hashAlgorithm: 'SHA2_256',
        publicKey: { rawBytes: key.spki.toString('base64'), keyDetails, validFor },
        logId: { keyId: key.id.toString('base64') },
    });
    const authority = ({ url, chain }, commonName) => ({
        subject: { organization, commonName },
        uri: url,
        certChain: { certificates: chain.map((der) => ({ rawBytes: der.toString('base64') })) },
        validFor,
    });
    return {
        mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
        tlogs: [log(rekor, 'PKIX_ECDSA_P256_SHA_256'), log(rekorV2, 'PKIX_ED25519')],
        certificateAuthorities: [authority(fulcio, 'fulcio root')],
        ctlogs: [log(ctLog, 'PKIX_ECDSA_P256_SHA_256')],
        timestampAuthorities: [authority(tsa, 'timestamping root')],
    };
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/tsa/request.js



/** Reads `application/timestamp-query`. Throws a RequestUnreadable. */
function readDerRequest(der) {
    const request = readable(() => pkijs_build/* TimeStampReq */.DLy.fromBER(copied(der)));
    return checked({
        imprint: request.messageImprint,
        wantsCertificates: request.certReq ?? false,
        nonce: request.nonce,
        policy: request.reqPolicy,
    });
}
/** Reads `{artifactHash, hashAlgorithm, nonce, certificates, tsaPolicyOID}`. Throws a RequestUnreadable. */
function readJsonRequest(text) {
    const request = readable(() => parseKeepingNonce(text));
    const { artifactHash, hashAlgorithm, nonce, certificates, tsaPolicyOID } = request;
    const algorithm = [...HASHES].find(([, { name }]) => name === hashAlgorithm)?.[0];
    if (typeof artifactHash !== 'string' || algorithm === undefined) {
        throw new RequestUnreadable('artifactHash and hashAlgorithm are demanded');
    }
    return checked({
        imprint: new pkijs_build/* MessageImprint */.Jm$({
            hashAlgorithm: new pkijs_build/* AlgorithmIdentifier */.NE_({ algorithmId: algorithm }),
            hashedMessage: new build/* OctetString */.lW({ valueHex: copied(Buffer.from(artifactHash, 'base64')) }),
        }),
        wantsCertificates: certificates === true,
        nonce: typeof nonce === 'bigint' && nonce > 0n ? build/* Integer */.jz.fromBigInt(nonce) : undefined,
        policy: typeof tsaPolicyOID === 'string' && tsaPolicyOID !== '' ? tsaPolicyOID : undefined,
    });
}
class RequestUnreadable extends Error {
    name = 'RequestUnreadable';
}
const HASHES = new Map([
    ['2.16.840.1.101.3.4.2.1', { name: 'sha256', bytes: 32 }],
    ['2.16.840.1.101.3.4.2.2', { name: 'sha384', bytes: 48 }],
    ['2.16.840.1.101.3.4.2.3', { name: 'sha512', bytes: 64 }],
]);
function checked(request) {
    const { hashAlgorithm, hashedMessage } = request.imprint;
    const hash = HASHES.get(hashAlgorithm.algorithmId);
    if (hash === undefined)
        throw new RequestUnreadable('the hash algorithm is weak or not known');
    if (hashedMessage.valueBlock.valueHexView.length !== hash.bytes) {
        throw new RequestUnreadable('the digest does not have the length of its algorithm');
    }
    return request;
}
function readable(read) {
    try {
        return read();
    }
    catch {
        throw new RequestUnreadable('the request could not be parsed');
    }
}
/** A nonce is a number of up to 160 bits: only its source text holds it whole. */
function parseKeepingNonce(text) {
    const value = JSON.parse(text, ((name, member, context) => name === 'nonce' && typeof member === 'number' && /^\d+$/.test(context.source ?? '')
        ? BigInt(context.source ?? 0)
        : member));
    if (typeof value !== 'object' || value === null)
        throw new TypeError('not an object');
    return value;
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/tsa/token.js




/** A granted TimeStampResp (RFC 3161 section 2.4.2) in DER, with `genTime` as given. */
async function timestampResponse(request, signer, genTime) {
    const info = Buffer.from(timestampInfo(request, genTime).toSchema().toBER());
    const signed = new pkijs_build/* SignedData */.dA6({
        version: 3,
        encapContentInfo: encapsulated(info),
        signerInfos: [
            new pkijs_build/* SignerInfo */.hfb({
                version: 1,
                sid: new pkijs_build/* IssuerAndSerialNumber */.com({
                    issuer: signer.leaf.certificate.issuer,
                    serialNumber: signer.leaf.certificate.serialNumber,
                }),
                signedAttrs: new pkijs_build/* SignedAndUnsignedAttributes */.W6B({
                    type: 0,
                    attributes: signedAttributes(info, signer.leaf.der, genTime),
                }),
            }),
        ],
        ...(request.wantsCertificates
            ? { certificates: embedded(signer).map(({ certificate }) => certificate) }
            : {}),
    });
    await signed.sign(signer.key.cryptoKey, 0, 'SHA-256');
    const response = new pkijs_build/* TimeStampResp */.pAG({
        status: new pkijs_build/* PKIStatusInfo */.zhD({ status: pkijs_build/* PKIStatus */.F6Z.granted }),
        timeStampToken: new pkijs_build/* ContentInfo */._Fs({
            contentType: pkijs_build/* id_ContentType_SignedData */.p30,
            content: signed.toSchema(true),
        }),
    });
    return Buffer.from(response.toSchema().toBER());
}
/**
 * In DER a set stands in the order of its bytes, which some demand (sigstore-python), while others take the first certificate for
 * the leaf (sigstore/timestamp-authority#1022): both are right without the root, which is shorter than the rest.
 */
const embedded = ({ leaf, chain }) => [
    leaf,
    ...chain.slice(0, -1),
];
/** Given to the constructor, pkijs would cut the content into a constructed OCTET STRING, which is BER and not DER. */
function encapsulated(info) {
    const content = new pkijs_build/* EncapsulatedContentInfo */.lTk({ eContentType: pkijs_build/* id_eContentType_TSTInfo */.LT3 });
    content.eContent = new build/* OctetString */.lW({ valueHex: copied(info) });
    return content;
}
/** The policy of Sigstore's own authority. */
const TIMESTAMP_POLICY = '1.3.6.1.4.1.57264.2';
const token_SERIAL_BYTES = 16;
const ACCURACY_SECONDS = 1;
function timestampInfo(request, genTime) {
    const serial = (0,external_node_crypto_.randomBytes)(token_SERIAL_BYTES);
    serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
    return new pkijs_build/* TSTInfo */.YLc({
        version: 1,
        policy: TIMESTAMP_POLICY,
        messageImprint: request.imprint,
        serialNumber: new build/* Integer */.jz({ valueHex: copied(serial) }),
        genTime,
        accuracy: new pkijs_build/* Accuracy */.CaG({ seconds: ACCURACY_SECONDS }),
        ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
    });
}
/** Content type, digest, time and the signer's certificate (RFC 5816), in DER's order of a set. */
function signedAttributes(info, leaf, genTime) {
    const sha256 = (data) => new build/* OctetString */.lW({ valueHex: copied((0,external_node_crypto_.createHash)('sha256').update(data).digest()) });
    // SHA-256 is the default algorithm of ESSCertIDv2 and must then be left out.
    const certificateId = new build/* Sequence */.gd({ value: [sha256(leaf)] });
    const attributes = [
        new pkijs_build/* Attribute */.nWp({
            type: '1.2.840.113549.1.9.3',
            values: [new build/* ObjectIdentifier */.dS({ value: pkijs_build/* id_eContentType_TSTInfo */.LT3 })],
        }),
        new pkijs_build/* Attribute */.nWp({ type: '1.2.840.113549.1.9.4', values: [sha256(info)] }),
        new pkijs_build/* Attribute */.nWp({ type: '1.2.840.113549.1.9.5', values: [new build/* UTCTime */.O6({ valueDate: genTime })] }),
        new pkijs_build/* Attribute */.nWp({
            type: '1.2.840.113549.1.9.16.2.47',
            values: [new build/* Sequence */.gd({ value: [new build/* Sequence */.gd({ value: [certificateId] })] })],
        }),
    ];
    const encoded = (attribute) => Buffer.from(attribute.toSchema().toBER());
    return attributes.sort((a, b) => Buffer.compare(encoded(a), encoded(b)));
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/tsa/service.js






/** Serves the API of Sigstore's timestamp authority: RFC 3161 requests in DER or JSON, and the certificate chain. */
async function startTsa(options) {
    const { now = () => new Date(), faults = new FaultPlan(), latencyMs = 0 } = options;
    const signer = await newSigner(options.authority);
    const chain = [signer.leaf, ...signer.chain];
    const chainPem = chain.map(({ pem }) => pem).join('');
    const server = await serveLoopback({
        faults,
        latencyMs,
        handler: async (request, response, url) => {
            switch (`${request.method ?? 'GET'} ${url.pathname}`) {
                case `POST ${TIMESTAMP_PATH}`: {
                    const wanted = await readRequest(request);
                    const time = new Date(now());
                    const fraction = options.fractionalTimestamps === true ? time.getUTCMilliseconds() || 1 : 0;
                    time.setUTCMilliseconds(fraction);
                    const answer = await timestampResponse(wanted, signer, time);
                    send(response, 201, { 'content-type': 'application/timestamp-reply' }, answer);
                    return;
                }
                case `GET ${TIMESTAMP_PATH}/certchain`:
                    send(response, 200, { 'content-type': 'application/pem-certificate-chain' }, chainPem);
                    return;
                default:
                    throw new HttpRefusal(404, { code: 404, message: 'there is nothing here' });
            }
        },
    });
    return {
        origin: server.origin,
        url: `${server.origin}${TIMESTAMP_PATH}`,
        chain: chain.map(({ der }) => der),
        chainPem,
        faults,
        requests: server.requests,
        stop: () => server.stop(),
    };
}
const TIMESTAMP_PATH = '/api/v1/timestamp';
const tsa_service_MAX_REQUEST_BYTES = 16 * 1024;
async function newSigner(authority) {
    const key = await newSigningKey();
    const { intermediate, root } = authority;
    const name = { ...authority.name, commonName: 'timestamping' };
    const leaf = await issueCertificate({
        subject: name,
        issuer: authority.name,
        spki: key.spki,
        notBefore: intermediate.certificate.notBefore.value,
        notAfter: intermediate.certificate.notAfter.value,
        extensions: [
            keyUsage('leaf'),
            extendedKeyUsage(EKU_TIME_STAMPING, true),
            subjectKeyIdentifier(key.spki),
            authorityKeyIdentifier(authority.key.spki),
        ],
    }, authority.key);
    return { leaf, key, chain: [intermediate, root] };
}
async function readRequest(request) {
    const body = await readBody(request, tsa_service_MAX_REQUEST_BYTES);
    const wanted = readTyped(request.headers['content-type'] ?? '', body);
    if (wanted.policy !== undefined && wanted.policy !== TIMESTAMP_POLICY) {
        throw service_refused(400, 'the requested policy is not accepted');
    }
    return wanted;
}
function readTyped(contentType, body) {
    try {
        switch (contentType.split(';', 1)[0]?.trim()) {
            case 'application/timestamp-query':
                return readDerRequest(body);
            case 'application/json':
                return readJsonRequest(body.toString());
            default:
                throw service_refused(415, 'requests are application/timestamp-query or application/json');
        }
    }
    catch (error) {
        if (error instanceof RequestUnreadable)
            throw service_refused(400, error.message);
        throw error;
    }
}
const service_refused = (code, message) => new HttpRefusal(code, { code, message });

// EXTERNAL MODULE: ./packages/core/build/trust/signing/index.js + 2 modules
var signing = __webpack_require__(35053);
;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/tuf/service.js


/**
 * Serves a TUF repository with one key for each role and a lifetime of ten years: trusted_root.json,
 * signing_config.v0.2.json and the single files of older clients.
 */
async function startTuf(options) {
    const { now = () => new Date(), faults = new FaultPlan(), latencyMs = 0 } = options;
    const documents = {
        trustedRoot: Buffer.from(options.trustedRoot),
        signingConfig: Buffer.from(options.signingConfig),
    };
    const own = (0,signing/* newTufSigners */.F3)();
    const sign = (version, { targets, expires, signers = own }) => (0,signing/* signTufRepository */.NX)(targets ?? (0,signing/* sigstoreTargets */.PM)(documents, now()).targets, {
        version,
        signers,
        expires: expires ?? new Date(now().getTime() + LIFETIME_MS),
    });
    let version = 1;
    const { root, files } = sign(version, {});
    let served = new Map(files);
    const server = await serveLoopback({
        faults,
        latencyMs,
        handler: (request, response, url) => {
            const bytes = served.get(url.pathname.slice(1));
            if (request.method !== 'GET' || bytes === undefined)
                throw new HttpRefusal(404, { code: 404, message: 'there is nothing here' });
            send(response, 200, { 'content-type': 'application/json' }, Buffer.from(bytes));
        },
    });
    return {
        origin: server.origin,
        root: Buffer.from(root).toString(),
        faults,
        requests: server.requests,
        publish: (next = {}) => {
            version = next.version ?? version + 1;
            served = new Map(sign(version, next).files);
            // Of signers that nobody knows the root is none either.
            for (const name of ['root.json', '1.root.json'])
                served.set(name, root);
        },
        replace: (path, bytes) => {
            if (bytes === undefined)
                served.delete(path);
            else
                served.set(path, bytes);
        },
        paths: () => [...served.keys()],
        stop: () => server.stop(),
    };
}
const LIFETIME_MS = 10 * 365 * 24 * 60 * 60_000;

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/x509/authority.js



/** Makes a root (path length 1) and an intermediate (path length 0, bound to one purpose), both with fresh keys. */
async function newAuthority(options) {
    const { organization, label, purpose, notBefore, notAfter } = options;
    const [rootKey, key] = await Promise.all([newSigningKey(), newSigningKey()]);
    const rootName = { organization, commonName: `${label} root` };
    const name = { organization, commonName: `${label} intermediate` };
    const root = await issueCertificate({
        subject: rootName,
        issuer: rootName,
        spki: rootKey.spki,
        notBefore,
        notAfter,
        extensions: [keyUsage('ca'), basicConstraints(1), subjectKeyIdentifier(rootKey.spki)],
    }, rootKey);
    const intermediate = await issueCertificate({
        subject: name,
        issuer: rootName,
        spki: key.spki,
        notBefore,
        notAfter,
        extensions: [
            keyUsage('ca'),
            extendedKeyUsage(purpose, false),
            basicConstraints(0),
            subjectKeyIdentifier(key.spki),
            authorityKeyIdentifier(rootKey.spki),
        ],
    }, rootKey);
    return { root, intermediate, name, key };
}

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/start.js











async function startSigstore(options = {}) {
    const { now = () => new Date(), latencyMs = 0, organization = 'countersign test bed' } = options;
    const since = yearsFrom(now(), -1);
    const validity = { organization, notBefore: since, notAfter: yearsFrom(now(), CA_YEARS) };
    const [fulcioCa, tsaCa, ctLog] = await Promise.all([
        newAuthority({ ...validity, label: 'fulcio', purpose: EKU_CODE_SIGNING }),
        newAuthority({ ...validity, label: 'timestamping', purpose: EKU_TIME_STAMPING }),
        newCtLog(now),
    ]);
    const common = { now, latencyMs };
    const oidc = await startIssuer({
        ...common,
        ...(options.issuer === undefined ? {} : { issuer: options.issuer }),
        ...(options.claims === undefined ? {} : { claims: options.claims }),
    });
    const [fulcio, rekor, rekorV2, tsa] = await Promise.all([
        startFulcio({
            ...common,
            authority: fulcioCa,
            ctLog,
            trusts: { ...oidc, otherIssuers: options.otherIssuers ?? [] },
        }),
        startRekor({
            ...common,
            ...(options.maxEntryBytes === undefined ? {} : { maxEntryBytes: options.maxEntryBytes }),
        }),
        startRekorV2({
            latencyMs,
            ...(options.checkpointIntervalMs === undefined
                ? {}
                : { checkpointIntervalMs: options.checkpointIntervalMs }),
        }),
        startTsa({ ...common, authority: tsaCa, fractionalTimestamps: options.fractionalTimestamps ?? false }),
    ]);
    const fulcioUrl = fulcio.origin;
    const [rekorUrl, rekorV2Url] = [rekor.origin, rekorV2.origin];
    const urls = { fulcioUrl, rekorUrl, rekorV2Url, tsaUrl: tsa.url, oidcUrl: oidc.oidcUrl };
    const { root, intermediate } = fulcioCa;
    const documents = {
        trustedRoot: start_json(trustedRoot({
            organization,
            since,
            fulcio: { url: fulcioUrl, chain: [intermediate.der, root.der] },
            // The log's key is all that is used of it: no request ever goes to a CT log.
            ctLog: { url: `${fulcioUrl}/ct`, key: ctLog.key },
            rekor: { url: rekorUrl, key: rekor.key },
            rekorV2: { url: rekorV2.baseUrl, key: rekorV2.key },
            tsa: { url: tsa.url, chain: tsa.chain },
        })),
        signingConfig: start_json(signingConfig({
            ...{ fulcioUrl, tsaUrl: tsa.url, oidcUrl: oidc.oidcUrl, operator: organization, since },
            rekor: options.rekor === 'v2'
                ? { url: rekorV2Url, majorApiVersion: 2 }
                : { url: rekorUrl, majorApiVersion: 1 },
        })),
    };
    const tuf = await startTuf({ ...common, ...documents });
    return {
        ...urls,
        ...documents,
        tufUrl: tuf.origin,
        tufRoot: tuf.root,
        tuf,
        issuer: oidc.issuer,
        tokenUrl: oidc.tokenUrl,
        requestToken: oidc.requestToken,
        pem: {
            fulcioChain: intermediate.pem + root.pem,
            fulcioRoot: root.pem,
            rekorKey: rekor.key.pem,
            rekorV2Key: rekorV2.key.pem,
            ctlogKey: ctLog.key.pem,
            tsaChain: tsa.chainPem,
        },
        faults: {
            oidc: oidc.faults,
            fulcio: fulcio.faults,
            rekor: rekor.faults,
            rekorV2: rekorV2.faults,
            tsa: tsa.faults,
            tuf: tuf.faults,
        },
        requests: {
            oidc: oidc.requests,
            fulcio: fulcio.requests,
            rekor: rekor.requests,
            rekorV2: rekorV2.requests,
            tsa: tsa.requests,
            tuf: tuf.requests,
        },
        token: (claims) => oidc.token(claims),
        logSize: () => rekor.size(),
        tileLogSize: () => rekorV2.size(),
        stop: async () => {
            await Promise.all([oidc.stop(), fulcio.stop(), rekor.stop(), rekorV2.stop(), tsa.stop(), tuf.stop()]);
        },
    };
}
const CA_YEARS = 10;
/** To the second: certificates hold no more. */
function yearsFrom(date, years) {
    const moved = new Date(date);
    moved.setUTCMilliseconds(0);
    moved.setUTCFullYear(date.getUTCFullYear() + years);
    return moved;
}
const start_json = (document) => `${JSON.stringify(document, undefined, 2)}\n`;

;// CONCATENATED MODULE: ./packages/testbed/build/sigstore/index.js



// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
;// CONCATENATED MODULE: ./packages/testbed/build/state/make-folder.js

/**
 * Makes a folder where there is none. The folder around it has to be there: Node's own recursive mkdir never ends, nor can
 * it be interrupted, where the file system says of every parent that it is not there (below /proc). Rejects with the file
 * system's error, EEXIST for what is there and is no folder.
 */
async function makeFolder(path) {
    try {
        await (0,external_node_fs_promises_.mkdir)(path);
    }
    catch (error) {
        const isThere = await (0,external_node_fs_promises_.stat)(path).then((found) => found.isDirectory(), () => false);
        if (!isThere)
            throw error;
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(46524);
;// CONCATENATED MODULE: ./packages/testbed/build/state/still-served.js





/** Refuses a folder whose description names a registry that still answers: INPUT_INVALID. One left behind is no reason. */
async function refuseWhileServed(folder, description) {
    const port = await registryPort(description);
    if (port === undefined || !(await answers(port)))
        return;
    throw new errors/* CountersignError */.WS('INPUT_INVALID', {
        what: `A test bed that still answers uses the folder ${folder}: its registry is 127.0.0.1:${port}`,
        remedy: `Stop it, choose another folder, or, if something else has that port by now, delete ${description}.`,
    });
}
/** undefined where there is no description, or none that can be understood. */
async function registryPort(path) {
    try {
        const description = JSON.parse((await (0,read_bounded/* readBounded */.CB)(path, limits/* MAX_TESTBED_DESCRIPTION_BYTES */.gFu)).toString('utf8'));
        const registry = (0,build_json/* isObject */.Gv)(description) ? description.registry : undefined;
        const [, port] = (typeof registry === 'string' ? /^127\.0\.0\.1:(\d{1,5})$/.exec(registry) : null) ?? [];
        return port === undefined || Number(port) > 65_535 ? undefined : Number(port);
    }
    catch {
        return undefined;
    }
}
/** Whether it takes connections: one that delays every request answers too. */
const answers = (port) => new Promise((resolve) => {
    const socket = (0,external_node_net_.connect)({ host: '127.0.0.1', port, timeout: limits/* TESTBED_PROBE_TIMEOUT_MS */.cU8 });
    const end = (answered) => () => {
        socket.destroy();
        resolve(answered);
    };
    socket.once('connect', end(true)).once('timeout', end(false)).once('error', end(false));
});

;// CONCATENATED MODULE: ./packages/testbed/build/testbed.js








/**
 * Starts a registry and a Sigstore on 127.0.0.1 and writes what a client needs to use them. Throws INPUT_INVALID for a
 * folder whose name would need quoting in the environment file, or that a running test bed uses.
 * Rejects with the file system's error where the folder cannot be made or written to.
 */
async function startTestbed(options = {}) {
    const { stateDir: wanted, referrers, auth, ifMatch, delete: deletes, registryOptions, ...sigstoreOptions } = options;
    const stateDir = await emptyOfDescription(wanted);
    const registry = await startRegistry({
        ...registryOptions,
        ...(referrers === undefined ? {} : { referrers }),
        ...(auth === undefined ? {} : { auth }),
        ...(ifMatch === undefined ? {} : { ifMatch }),
        ...(deletes === undefined ? {} : { delete: deletes }),
        ...(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs }),
    });
    const sigstore = await startSigstore(sigstoreOptions);
    const stop = async () => {
        try {
            await removeDescription(stateDir);
        }
        finally {
            await Promise.all([registry.stop(), sigstore.stop()]);
        }
        if (wanted === undefined)
            await (0,external_node_fs_promises_.rm)(stateDir, { recursive: true, force: true });
    };
    try {
        const { environment, ...description } = await writeFiles(stateDir, registry, sigstore);
        await writeLast((0,external_node_path_.join)(stateDir, DESCRIPTION), description);
        return {
            ...description,
            description,
            stateDir,
            environment,
            requestToken: sigstore.requestToken,
            faults: { ...sigstore.faults, registry: registry.faults },
            requests: { ...sigstore.requests, registry: registry.requests },
            services: { registry, sigstore },
            token: (claims) => sigstore.token(claims),
            stop,
        };
    }
    catch (error) {
        await stop();
        throw error;
    }
}
const DESCRIPTION = 'testbed.json';
const ENVIRONMENT = 'testbed.env';
/** What needs no quoting, in a shell or in a file of variables. */
const PLAIN_PATH = /^[\w./:@%+,-]+$/;
/** The folder's absolute path. A description of an earlier run is removed: it must not be taken for this one's. */
async function emptyOfDescription(wanted) {
    const folder = (0,external_node_path_.resolve)(wanted ?? (await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'countersign-testbed-'))));
    if (!PLAIN_PATH.test(folder)) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The test bed's folder ${JSON.stringify(folder)} has characters that an environment file would have to quote`,
            remedy: 'Choose a folder whose path consists of letters, digits and the characters . _ - / : @ % + ,',
        });
    }
    await makeFolder(folder);
    await refuseWhileServed(folder, (0,external_node_path_.join)(folder, DESCRIPTION));
    await removeDescription(folder);
    return folder;
}
/** The description first: who finds it finds everything that it names. */
async function removeDescription(folder) {
    for (const name of [DESCRIPTION, ENVIRONMENT])
        await (0,external_node_fs_promises_.rm)((0,external_node_path_.join)(folder, name), { force: true });
}
async function writeFiles(stateDir, registry, sigstore) {
    const write = async (name, text) => {
        const path = (0,external_node_path_.join)(stateDir, name);
        await (0,external_node_fs_promises_.writeFile)(path, text, { mode: 0o600 });
        return path;
    };
    const { pem } = sigstore;
    const trustedRoot = await write('trusted_root.json', sigstore.trustedRoot);
    const signingConfig = await write('signing_config.json', sigstore.signingConfig);
    const tufRoot = await write('root.json', sigstore.tufRoot);
    const pemPaths = {
        fulcioChain: await write('fulcio-chain.pem', pem.fulcioChain),
        fulcioRoot: await write('fulcio-root.pem', pem.fulcioRoot),
        rekorKey: await write('rekor.pub.pem', pem.rekorKey),
        rekorV2Key: await write('rekor-v2.pub.pem', pem.rekorV2Key),
        ctlogKey: await write('ctlog.pub.pem', pem.ctlogKey),
        tsaChain: await write('tsa-chain.pem', pem.tsaChain),
    };
    const dockerConfig = (0,external_node_path_.join)(stateDir, 'docker');
    if (registry.auth !== null) {
        await makeFolder(dockerConfig);
        await write((0,external_node_path_.join)('docker', 'config.json'), registry.auth.dockerConfig());
    }
    const environment = {
        ACTIONS_ID_TOKEN_REQUEST_URL: sigstore.tokenUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: sigstore.requestToken,
        COUNTERSIGN_TRUSTED_ROOT: trustedRoot,
        COUNTERSIGN_SIGNING_CONFIG: signingConfig,
        ...(registry.auth === null ? {} : { DOCKER_CONFIG: dockerConfig }),
    };
    const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}\n`);
    return {
        registry: registry.host,
        auth: registry.auth && {
            username: registry.auth.username,
            password: registry.auth.password,
            dockerConfig,
        },
        issuer: sigstore.issuer,
        oidcUrl: sigstore.oidcUrl,
        tokenUrl: sigstore.tokenUrl,
        fulcioUrl: sigstore.fulcioUrl,
        rekorUrl: sigstore.rekorUrl,
        rekorV2Url: sigstore.rekorV2Url,
        tsaUrl: sigstore.tsaUrl,
        trustedRoot,
        signingConfig,
        tufUrl: sigstore.tufUrl,
        tufRoot,
        pem: pemPaths,
        env: await write(ENVIRONMENT, lines.join('')),
        environment,
    };
}
/** By rename, so that whoever waits for the file never reads half of it. */
async function writeLast(path, description) {
    const draft = `${path}.new`;
    await (0,external_node_fs_promises_.writeFile)(draft, `${JSON.stringify(description, undefined, 2)}\n`, { mode: 0o600 });
    await (0,external_node_fs_promises_.rename)(draft, path);
}

;// CONCATENATED MODULE: ./packages/testbed/build/index.js







/***/ })

};
