export const id = 7589;
export const ids = [7589];
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

/***/ 67589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openAzureKey: () => (/* binding */ openAzureKey)
});

// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(30058);
// EXTERNAL MODULE: ./packages/core/build/sign/answers.js
var answers = __webpack_require__(86613);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/ask.js
var ask = __webpack_require__(76313);
// EXTERNAL MODULE: ./packages/core/build/http/index.js + 12 modules
var http = __webpack_require__(20027);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/credentials-file.js
var credentials_file = __webpack_require__(12233);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/endpoint.js
var endpoint = __webpack_require__(84455);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/failure.js
var failure = __webpack_require__(68286);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/renewing.js
var renewing = __webpack_require__(6585);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/token-request.js
var token_request = __webpack_require__(89537);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/uri.js
var kms_uri = __webpack_require__(30786);
;// CONCATENATED MODULE: ./packages/core/build/sign/kms/azure-credentials.js








const PUBLIC = 'https://login.microsoftonline.com';
const CLOUDS = [
    { suffix: '.vault.azure.net', authority: PUBLIC, resource: 'https://vault.azure.net' },
    { suffix: '.managedhsm.azure.net', authority: PUBLIC, resource: 'https://managedhsm.azure.net' },
    {
        suffix: '.vault.azure.cn',
        authority: 'https://login.chinacloudapi.cn',
        resource: 'https://vault.azure.cn',
    },
    {
        suffix: '.vault.usgovcloudapi.net',
        authority: 'https://login.microsoftonline.us',
        resource: 'https://vault.usgovcloudapi.net',
    },
];
/** The cloud of a vault's host. A host that is no vault is refused: it would be sent a token that opens vaults. */
function cloudOf(uri, host) {
    const hostname = host.replace(/:\d+$/, '');
    const cloud = (0,http/* isLoopback */.U9)(hostname) ? CLOUDS[0] : CLOUDS.find(({ suffix }) => host.endsWith(suffix));
    if (cloud !== undefined)
        return cloud;
    throw new errors/* CountersignError */.WS('INPUT_INVALID', {
        what: `The key ${(0,kms_uri/* shownUri */.sb)(uri)} names a host that is no Azure Key Vault`,
        remedy: `Write azurekms://VAULT followed by one of ${CLOUDS.map(({ suffix }) => suffix).join(', ')}.`,
    });
}
/**
 * An access token for vaults, of the application AZURE_CLIENT_ID in AZURE_TENANT_ID: by AZURE_CLIENT_SECRET, else by the
 * token in AZURE_FEDERATED_TOKEN_FILE (workload identity). AZURE_AUTHORITY_HOST as Azure's own tools read it. Throws INPUT_MISSING.
 */
function azureToken(uri, cloud, services) {
    const { env, context } = services;
    const [tenant, client] = [(0,credentials_file/* given */.gI)(env, 'AZURE_TENANT_ID'), (0,credentials_file/* given */.gI)(env, 'AZURE_CLIENT_ID')];
    const secret = (0,credentials_file/* given */.gI)(env, 'AZURE_CLIENT_SECRET');
    const tokenFile = (0,credentials_file/* given */.gI)(env, 'AZURE_FEDERATED_TOKEN_FILE');
    if (tenant === undefined || client === undefined || (secret === undefined && tokenFile === undefined)) {
        throw (0,failure/* kmsSetUp */.Z3)(uri, 'there are no credentials for Azure', 'Set AZURE_TENANT_ID and AZURE_CLIENT_ID, and AZURE_CLIENT_SECRET or AZURE_FEDERATED_TOKEN_FILE.');
    }
    if (!/^[A-Za-z0-9.-]{1,128}$/.test(tenant)) {
        throw (0,failure/* kmsSetUp */.Z3)(uri, 'AZURE_TENANT_ID is no tenant', 'Set it to the id or the domain of the tenant.');
    }
    const host = (0,credentials_file/* given */.gI)(env, 'AZURE_AUTHORITY_HOST');
    const authority = host === undefined ? cloud.authority : (0,endpoint/* endpoint */.s)(host, 'AZURE_AUTHORITY_HOST');
    const proof = async () => secret !== undefined
        ? { client_secret: secret }
        : {
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            client_assertion: (await (0,credentials_file/* credentialsFile */.XE)(uri, 'AZURE_FEDERATED_TOKEN_FILE', tokenFile ?? '')).trim(),
        };
    const obtain = async () => {
        const shown = await proof();
        const form = {
            grant_type: 'client_credentials',
            client_id: client,
            scope: `${cloud.resource}/.default`,
            ...shown,
        };
        return (0,token_request/* requestToken */.F)(services, {
            uri,
            url: `${authority}/${tenant}/oauth2/v2.0/token`,
            form,
            secrets: Object.values(shown),
            remedy: 'Check tenant, application, and its secret or federated credential.',
        });
    };
    return (0,renewing/* renewing */.I)(obtain, context.clock);
}

;// CONCATENATED MODULE: ./packages/core/build/sign/kms/ecdsa-der.js

/** An ECDSA signature on P-256 as r and s (IEEE P1363) in DER. Throws UnreadableAnswer where it is not 64 bytes. */
function ecdsaDer(raw) {
    if (raw.length !== 64)
        throw new answers/* UnreadableAnswer */.ym('its signature is not r and s of a P-256 key');
    const body = Buffer.concat([integer(raw.subarray(0, 32)), integer(raw.subarray(32))]);
    return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}
function integer(bytes) {
    let start = 0;
    while (start < bytes.length - 1 && bytes[start] === 0)
        start += 1;
    const short = bytes.subarray(start);
    // A first bit of 1 would make it negative.
    const sign = (short[0] ?? 0) >= 0x80 ? [0] : [];
    return Buffer.from([0x02, short.length + sign.length, ...sign, ...short]);
}

// EXTERNAL MODULE: ./packages/core/build/sign/kms/public-key.js
var public_key = __webpack_require__(23117);
;// CONCATENATED MODULE: ./packages/core/build/sign/kms/azure.js









/**
 * Azure Key Vault and Managed HSM (REST 7.4) by `azurekms://VAULT.vault.azure.net/KEY[/VERSION]`. Without a version: the
 * current one, held on to for the run. Key Vault answers r and s, which become DER here.
 */
const openAzureKey = async (uri, services) => {
    const [, host = '', keyName = '', version] = (0,kms_uri/* matchUri */.oN)(uri, REFERENCE, 'azurekms://VAULT.vault.azure.net/KEY[/VERSION]');
    const base = (0,endpoint/* hostEndpoint */.y)(host, 'The vault in the URI');
    const token = azureToken(uri, cloudOf(uri, host), services);
    const call = (path, body, read) => (0,ask/* askKms */.P)(services, {
        uri,
        request: async (fresh) => ({
            method: body === undefined ? 'GET' : 'POST',
            url: `${base}${path}?api-version=7.4`,
            headers: { accept: 'application/json', 'content-type': 'application/json' },
            authorization: `Bearer ${await token(fresh)}`,
            ...(body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }),
        }),
        read: (response) => read((0,answers/* jsonObject */.o$)(response.body)),
        remedy: remedyFor,
    });
    const path = `/keys/${keyName}${version === undefined ? '' : `/${version}`}`;
    const { publicKey, pinned } = await call(path, undefined, (answer) => {
        const key = (0,answers/* objectIn */.D7)((0,answers/* ownMember */.nV)(answer, 'key'), 'the key');
        const [kty, crv, x, y] = ['kty', 'crv', 'x', 'y'].map((name) => (0,answers/* ownMember */.nV)(key, name));
        if ((kty !== 'EC' && kty !== 'EC-HSM') || crv !== 'P-256')
            throw (0,failure/* wrongKind */.oF)(uri, (0,failure/* ofKind */.CZ)([kty, crv].filter((each) => typeof each === 'string').join(' ')));
        const operations = (0,answers/* ownMember */.nV)(key, 'key_ops');
        if (Array.isArray(operations) && !operations.includes('sign'))
            throw (0,failure/* wrongKind */.oF)(uri, 'not a key for signing');
        if ((0,json/* memberAt */.mz)(answer, 'attributes', 'enabled') === false)
            throw (0,failure/* wrongKind */.oF)(uri, 'disabled');
        return {
            publicKey: (0,public_key/* readPublicKey */.i)({ jwk: { kty: 'EC', crv, x: azure_text(x), y: azure_text(y) } }),
            pinned: versionIn((0,answers/* ownMember */.nV)(key, 'kid'), base, keyName, version),
        };
    });
    return {
        publicKey,
        sign: (sha256) => call(`/keys/${keyName}/${pinned}/sign`, { alg: 'ES256', value: sha256.toString('base64url') }, (answer) => {
            versionIn((0,answers/* ownMember */.nV)(answer, 'kid'), base, keyName, pinned);
            return ecdsaDer((0,public_key/* base64In */.R)((0,answers/* ownMember */.nV)(answer, 'value')));
        }),
    };
};
const REFERENCE = /^azurekms:\/\/([a-z0-9][a-z0-9.-]{0,126}(?::[0-9]{1,5})?)\/([A-Za-z0-9-]{1,127})(?:\/([0-9a-f]{32})?)?$/;
/** The version in a key's id, which names this vault and this key. */
function versionIn(kid, base, keyName, wanted) {
    const id = typeof kid === 'string' && URL.canParse(kid) ? new URL(kid) : undefined;
    const match = /^\/keys\/([A-Za-z0-9-]{1,127})\/([0-9a-f]{32})$/.exec(id?.pathname ?? '');
    const [, name, version] = match ?? [];
    const same = id?.host === new URL(base).host && name?.toLowerCase() === keyName.toLowerCase();
    if (!same || version === undefined || (wanted !== undefined && version !== wanted))
        throw new answers/* UnreadableAnswer */.ym('it answered for another key or version');
    return version;
}
function azure_text(value) {
    if (typeof value === 'string')
        return value;
    throw new answers/* UnreadableAnswer */.ym('its public key cannot be read');
}
const remedyFor = (status) => status === 404
    ? 'Check the vault, the name of the key and its version.'
    : 'Give the application of AZURE_CLIENT_ID the role "Key Vault Crypto User" (or the permissions get and sign) on this key.';


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

/***/ 6585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ renewing)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99772);

/**
 * One credential for all calls, shared by those in parallel, and obtained again shortly before it ends or where `fresh`
 * asks for it. A failure is told to those who wait for it, and is not kept.
 */
function renewing(obtain, clock) {
    let held;
    const start = () => {
        const started = obtain();
        held = started;
        started.catch(() => {
            if (held === started)
                held = undefined;
        });
        return started;
    };
    return async (fresh) => {
        const before = held ?? start();
        const { value, expiresAt } = await before;
        const ends = (expiresAt?.getTime() ?? Infinity) - _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .RENEW_BEFORE_EXPIRY_MS */ .rcb <= clock.now().getTime();
        if (!ends && !fresh)
            return value;
        // Whoever comes first renews; the others find another promise held and wait for that.
        return (await (held === before || held === undefined ? start() : held)).value;
    };
}


/***/ }),

/***/ 30280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ readAccessToken)
/* harmony export */ });
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86613);

/** An access token in the answer of an OAuth 2 token endpoint (RFC 6749, section 5.1), with its lifetime from `now`. */
function readAccessToken(body, now) {
    const answer = (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o$)(body);
    const [token, seconds] = [(0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .ownMember */ .nV)(answer, 'access_token'), Number((0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .ownMember */ .nV)(answer, 'expires_in'))];
    if (typeof token !== 'string' || !/^[\x21-\x7e]{1,16384}$/.test(token))
        throw new _answers_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableAnswer */ .ym('its answer holds no access token');
    const lifetime = Number.isFinite(seconds) && seconds > 0 ? seconds : DEFAULT_TOKEN_SECONDS;
    return { value: token, expiresAt: new Date(now.getTime() + Math.min(lifetime, MAX_TOKEN_SECONDS) * 1000) };
}
const DEFAULT_TOKEN_SECONDS = 300;
const MAX_TOKEN_SECONDS = 24 * 60 * 60;


/***/ }),

/***/ 89537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ requestToken)
/* harmony export */ });
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76313);
/* harmony import */ var _token_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30280);


/**
 * An access token for what a form proves (RFC 6749, section 3.2). `secrets`: what of the form no message may show. Throws
 * KMS_REFUSED, KMS_UNAVAILABLE.
 */
const requestToken = (services, request) => {
    const { uri, url, form, secrets, remedy } = request;
    return (0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .askKms */ .P)(services, {
        uri,
        request: () => ({
            method: 'POST',
            url,
            headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
            body: Buffer.from(new URLSearchParams(form).toString()),
            secrets,
        }),
        read: ({ body }) => (0,_token_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .readAccessToken */ .o)(body, services.context.clock.now()),
        remedy: () => remedy,
    });
};


/***/ })

};
