export const id = 9008;
export const ids = [9008];
export const modules = {

/***/ 76313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ askKms)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _http_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20027);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30058);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99772);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86613);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68286);
/* harmony import */ var _uri_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30786);







/**
 * Asks a key management service, or the token service before it, as often as it takes within bounds. No redirect to
 * another host is followed: each request carries a credential. Every error names the key's URI, and none holds a secret. Throws
 * KMS_REFUSED (4xx) and KMS_UNAVAILABLE.
 */
async function askKms({ context }, { uri, request: make, read, remedy, isThrottle = () => false }) {
    let renewed = false;
    for (let attempt = 1;; attempt += 1) {
        const request = await make(renewed);
        const asked = context.clock.now().getTime();
        const response = await send(context, uri, request);
        const host = new URL(request.url).host;
        try {
            if (response.status === 200)
                return read(response);
            const { code, message } = complaint(response.body);
            if (isThrottle(code))
                throw new _answers_js__WEBPACK_IMPORTED_MODULE_2__/* .UnreadableAnswer */ .ym('it asks to slow down');
            if (response.status < 400 || response.status > 499)
                throw new _answers_js__WEBPACK_IMPORTED_MODULE_2__/* .UnreadableAnswer */ .ym(`it answered with status ${response.status}`);
            const stale = context.clock.now().getTime() - asked >= _limits_js__WEBPACK_IMPORTED_MODULE_5__/* .RESIGN_AFTER_MS */ .Zmw;
            if (!renewed && (stale || response.status === 401)) {
                renewed = true;
                continue;
            }
            throw refusal(uri, request, response.status, `${code} ${message}`, remedy(response.status, code));
        }
        catch (thrown) {
            if (!(thrown instanceof _answers_js__WEBPACK_IMPORTED_MODULE_2__/* .UnreadableAnswer */ .ym))
                throw thrown;
            if (attempt >= _limits_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_KMS_ATTEMPTS */ .YA0) {
                throw naming(uri, (0,_http_index_js__WEBPACK_IMPORTED_MODULE_1__/* .unavailable */ .hU)('kms', host, `gave no usable answer ${_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_KMS_ATTEMPTS */ .YA0} times: ${thrown.message}`));
            }
            const pause = _limits_js__WEBPACK_IMPORTED_MODULE_5__/* .FIRST_RETRY_DELAY_MS */ .bdv * 2 ** (attempt - 1) * (1 + context.random.fraction());
            await context.clock.sleep(pause, context.signal);
        }
    }
}
async function send(context, uri, { maxResponseBytes = _limits_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_KMS_ANSWER_BYTES */ .QyK, ...request }) {
    try {
        return await context.http.send({
            ...request,
            service: 'kms',
            maxResponseBytes,
            redirectHosts: [],
            repeatable: true, // a second signature does no harm
        });
    }
    catch (thrown) {
        throw thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS && thrown.code === 'KMS_UNAVAILABLE'
            ? naming(uri, thrown)
            : thrown;
    }
}
const naming = (uri, { code, message, remedy, cause }) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS(code, {
    what: `The key ${(0,_uri_js__WEBPACK_IMPORTED_MODULE_4__/* .shownUri */ .sb)(uri)} cannot be reached: ${message}`,
    remedy,
    cause,
});
function refusal(uri, { url, secrets = [], authorization }, status, message, remedy) {
    const hidden = authorization === undefined ? secrets : [...secrets, authorization.replace(/^\S+ +/, '')];
    const said = (0,_http_index_js__WEBPACK_IMPORTED_MODULE_1__/* .excerptOf */ .zU)(message, hidden);
    const why = `${_http_index_js__WEBPACK_IMPORTED_MODULE_1__/* .SERVICE_LABEL */ .fX.kms} at ${new URL(url).host} refused with status ${status}`;
    return (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .kmsRefused */ .W9)(uri, `${why}${said === '' ? '' : `: ${said}`}`, remedy);
}
/** What the services say of an error: each has a JSON of its own, and the token services have theirs. */
function complaint(body) {
    const text = new TextDecoder().decode(body);
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(text);
    const first = (...paths) => {
        const found = paths.map((path) => (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .memberAt */ .mz)(value, ...path)).find((each) => typeof each === 'string');
        return typeof found === 'string' ? found : '';
    };
    const code = first(['__type'], ['error', 'status'], ['error', 'code'], ['error']).replace(/^.*#/, '');
    const message = first(['message'], ['Message'], ['error', 'message'], ['error_description'], ['errors', 0]);
    return code === '' && message === ''
        ? { code: '', message: value === undefined ? text : '' }
        : { code, message };
}


/***/ }),

/***/ 12233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ givenForHeader),
/* harmony export */   XE: () => (/* binding */ credentialsFile),
/* harmony export */   cw: () => (/* binding */ HEADER_VALUE),
/* harmony export */   gI: () => (/* binding */ given)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99772);
/* harmony import */ var _read_bounded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46524);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(807);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68286);




/** A file that a variable of the environment names. Throws INPUT_MISSING, naming the variable and nothing of the file. */
async function credentialsFile(uri, variable, path) {
    try {
        return (await (0,_read_bounded_js__WEBPACK_IMPORTED_MODULE_0__/* .readBounded */ .CB)(path, _limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_CREDENTIALS_FILE_BYTES */ .$UH)).toString('utf8');
    }
    catch (error) {
        const why = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CountersignError */ .WS ? error.message : (0,_read_bounded_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(error);
        throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .kmsSetUp */ .Z3)(uri, `the file that ${variable} names ${why}`, `Check ${variable}: it names a file that this step may read.`);
    }
}
/** What goes into a header: one line of ASCII. Throws INPUT_MISSING, naming the variable and nothing of what it holds. */
function givenForHeader(uri, env, ...names) {
    const value = given(env, ...names);
    if (value === undefined || HEADER_VALUE.test(value))
        return value;
    throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .kmsSetUp */ .Z3)(uri, `${names.join(' or ')} holds characters that no header may hold`, 'Check it for a line break.');
}
const HEADER_VALUE = /^[\x20-\x7e]*$/;
/** A variable that is set to something. */
function given(env, ...names) {
    return names.map((name) => env[name]?.trim()).find((value) => value !== undefined && value !== '');
}


/***/ }),

/***/ 84455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ endpoint),
/* harmony export */   y: () => (/* binding */ hostEndpoint)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _http_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20027);


/**
 * The base of a service's addresses, without a slash at its end. https, or plain http on loopback alone: every request
 * carries a credential. `name` says where the text comes from. Throws INPUT_INVALID; the text is shown only once it is known to hold
 * no password.
 */
function endpoint(text, name) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const plain = url?.protocol === 'http:';
    const fit = url !== undefined &&
        (plain || url.protocol === 'https:') &&
        url.username === '' &&
        url.password === '' &&
        url.search === '' &&
        url.hash === '';
    if (!fit) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_INVALID', {
            what: `${name} is not an https URL without user name and query`,
            remedy: 'Write https://host[:port][/path].',
        });
    }
    if (plain && !(0,_http_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U9)(url.hostname)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('PLAIN_HTTP_REFUSED', {
            what: `${name} names ${url.host} by plain http`,
            remedy: 'Use https: credentials would be sent in the clear. Plain http is for loopback alone.',
        });
    }
    // Not `href`: that keeps the mark of a query that is empty, behind which a path would be none.
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
/** The base address of a host that a URI names, with its port. */
function hostEndpoint(host, name) {
    const hostname = host.replace(/:\d+$/, '');
    return endpoint(`${(0,_http_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U9)(hostname) ? 'http' : 'https'}://${host}`, name);
}


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


/***/ }),

/***/ 9008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openVaultKey: () => (/* binding */ openVaultKey)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(30058);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86613);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76313);
/* harmony import */ var _credentials_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12233);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84455);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68286);
/* harmony import */ var _public_key_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23117);
/* harmony import */ var _uri_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30786);








/**
 * The transit engine of HashiCorp Vault and OpenBao (HTTP API v1) by `hashivault://KEY` and `openbao://KEY`: VAULT_ADDR,
 * VAULT_TOKEN and VAULT_NAMESPACE, or the same with BAO_ in front; TRANSIT_SECRET_ENGINE_PATH where it is not `transit`. The
 * newest version of the key signs, held on to for the run.
 */
const openVaultKey = async (uri, services) => {
    const [, scheme = '', keyName = ''] = (0,_uri_js__WEBPACK_IMPORTED_MODULE_6__/* .matchUri */ .oN)(uri, REFERENCE, 'hashivault://KEY or openbao://KEY');
    const { base, token, namespace, engine } = readSetUp(uri, scheme, services.env);
    const call = (path, body, read) => {
        const request = {
            method: body === undefined ? 'GET' : 'POST',
            url: `${base}/v1/${engine}/${path}`,
            headers: {
                'x-vault-token': token,
                'x-vault-request': 'true',
                ...(namespace === undefined ? {} : { 'x-vault-namespace': namespace }),
                'content-type': 'application/json',
            },
            secrets: [token],
            ...(body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }),
        };
        return (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .askKms */ .P)(services, {
            uri,
            request: () => request,
            read: (response) => {
                const data = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .memberAt */ .mz)((0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o$)(response.body), 'data');
                if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isObject */ .Gv)(data))
                    throw new _answers_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableAnswer */ .ym('its answer holds no data');
                return read(data);
            },
            remedy: (status) => status === 404
                ? `Check the key, and the path of the transit engine (TRANSIT_SECRET_ENGINE_PATH is ${engine}).`
                : `Give the token a policy with read on ${engine}/keys/${keyName} and update on ${engine}/sign/${keyName}/*; check that it has not expired.`,
        });
    };
    const { publicKey, version } = await call(`keys/${keyName}`, undefined, (data) => {
        const [type, latest] = [(0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .memberAt */ .mz)(data, 'type'), (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .memberAt */ .mz)(data, 'latest_version')];
        if (type !== 'ecdsa-p256')
            throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .wrongKind */ .oF)(uri, (0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .ofKind */ .CZ)(type));
        if (!Number.isSafeInteger(latest))
            throw new _answers_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableAnswer */ .ym('it names no latest version');
        const pem = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .memberAt */ .mz)(data, 'keys', String(latest), 'public_key');
        return { publicKey: (0,_public_key_js__WEBPACK_IMPORTED_MODULE_5__/* .readPublicKey */ .i)({ pem }), version: Number(latest) };
    });
    return {
        publicKey,
        sign: (sha256) => call(`sign/${keyName}/sha2-256`, {
            input: sha256.toString('base64'),
            prehashed: true,
            key_version: version,
            marshaling_algorithm: 'asn1',
        }, (data) => {
            const signature = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .memberAt */ .mz)(data, 'signature');
            const match = /^vault:v([0-9]{1,9}):(.+)$/.exec(typeof signature === 'string' ? signature : '');
            if (Number(match?.[1]) !== version)
                throw new _answers_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableAnswer */ .ym('it signed with another version of the key');
            return (0,_public_key_js__WEBPACK_IMPORTED_MODULE_5__/* .base64In */ .R)(match?.[2]);
        }),
    };
};
const REFERENCE = /^(hashivault|openbao):\/\/([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,126}[A-Za-z0-9_])?)$/;
function readSetUp(uri, scheme, env) {
    const names = (name) => scheme === 'openbao' ? [`BAO_${name}`, `VAULT_${name}`] : [`VAULT_${name}`, `BAO_${name}`];
    const [address, token] = [(0,_credentials_file_js__WEBPACK_IMPORTED_MODULE_2__/* .given */ .gI)(env, ...names('ADDR')), (0,_credentials_file_js__WEBPACK_IMPORTED_MODULE_2__/* .givenForHeader */ .CA)(uri, env, ...names('TOKEN'))];
    if (address === undefined || token === undefined) {
        throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .kmsSetUp */ .Z3)(uri, `${names(address === undefined ? 'ADDR' : 'TOKEN').join(' or ')} is not set`, 'Set the address and a token (hashicorp/vault-action exports one with exportToken: true).');
    }
    const engine = ((0,_credentials_file_js__WEBPACK_IMPORTED_MODULE_2__/* .given */ .gI)(env, 'TRANSIT_SECRET_ENGINE_PATH') ?? 'transit').replace(/^\/+|\/+$/g, '');
    if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/.test(engine)) {
        throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .kmsSetUp */ .Z3)(uri, 'TRANSIT_SECRET_ENGINE_PATH is no path of an engine', 'Write it as vault secrets list does.');
    }
    const namespace = (0,_credentials_file_js__WEBPACK_IMPORTED_MODULE_2__/* .givenForHeader */ .CA)(uri, env, ...names('NAMESPACE'));
    return { base: (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_3__/* .endpoint */ .s)(address, names('ADDR').join(' or ')), token, namespace, engine };
}


/***/ })

};
