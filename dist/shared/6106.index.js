export const id = 6106;
export const ids = [6106];
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

/***/ 36106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGoogleKey: () => (/* binding */ openGoogleKey)
});

// EXTERNAL MODULE: ./packages/core/build/sign/answers.js
var answers = __webpack_require__(86613);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(30058);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/ask.js
var ask = __webpack_require__(76313);
;// CONCATENATED MODULE: ./packages/core/build/sign/kms/crc32c.js
/** CRC-32C (Castagnoli; RFC 3720, appendix B.4), as Google Cloud guards what goes to and fro. */
function crc32c(bytes) {
    let crc = 0xffffffff;
    for (const byte of bytes)
        crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
    return (crc ^ 0xffffffff) >>> 0;
}
const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1)
        value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
    return value;
});

// EXTERNAL MODULE: ./packages/core/build/sign/kms/credentials-file.js
var credentials_file = __webpack_require__(12233);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/endpoint.js
var endpoint = __webpack_require__(84455);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/failure.js
var failure = __webpack_require__(68286);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./packages/core/build/sign/kms/google-file.js

/** The variable that names the credentials file, as Google's own libraries read it. */
const GOOGLE_CREDENTIALS = 'GOOGLE_APPLICATION_CREDENTIALS';
/** All that an access token is asked for. */
const KMS_SCOPE = 'https://www.googleapis.com/auth/cloudkms';
/** What to do where Google refuses an account. */
const ACCOUNT_REMEDY = `Check the account in ${GOOGLE_CREDENTIALS}, that its key or federation is not revoked, and the clock of this machine.`;
/** The credentials file lacks something. Throws INPUT_MISSING. */
function lacking(uri, what) {
    throw (0,failure/* kmsSetUp */.Z3)(uri, `the file that ${GOOGLE_CREDENTIALS} names has no ${what}`, 'Give the JSON of a service account or of workload identity federation.');
}

// EXTERNAL MODULE: ./packages/core/build/sign/kms/token-request.js
var token_request = __webpack_require__(89537);
;// CONCATENATED MODULE: ./packages/core/build/sign/kms/google-federation.js







/**
 * Workload identity federation (AIP-4117): a token of elsewhere for one of Google, and that for one of an account.
 * `needed` reads a member of the credentials file that has to be there. Throws INPUT_MISSING, KMS_REFUSED, KMS_UNAVAILABLE.
 */
async function federatedToken(uri, file, needed, impersonation, services) {
    const subject = await subjectToken(uri, file, services);
    const form = {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        subject_token_type: needed('subject_token_type'),
        audience: needed('audience'),
        scope: impersonation === undefined ? KMS_SCOPE : STS_SCOPE,
        subject_token: subject,
    };
    const sts = (0,endpoint/* endpoint */.s)(needed('token_url'), `token_url in ${GOOGLE_CREDENTIALS}`);
    const federated = await (0,token_request/* requestToken */.F)(services, {
        uri,
        url: sts,
        form,
        secrets: [subject],
        remedy: ACCOUNT_REMEDY,
    });
    if (impersonation === undefined)
        return federated;
    const url = (0,endpoint/* endpoint */.s)(impersonation, `service_account_impersonation_url in ${GOOGLE_CREDENTIALS}`);
    return (0,ask/* askKms */.P)(services, {
        uri,
        request: () => ({
            method: 'POST',
            url,
            headers: { 'content-type': 'application/json' },
            authorization: `Bearer ${federated.value}`,
            body: Buffer.from(JSON.stringify({ scope: [KMS_SCOPE] })),
        }),
        read: ({ body }) => {
            const answer = (0,answers/* jsonObject */.o$)(body);
            const [token, until] = [(0,answers/* ownMember */.nV)(answer, 'accessToken'), (0,answers/* ownMember */.nV)(answer, 'expireTime')];
            const expiresAt = new Date(typeof until === 'string' ? until : NaN);
            if (typeof token !== 'string' || !credentials_file/* HEADER_VALUE */.cw.test(token) || Number.isNaN(expiresAt.getTime()))
                throw new answers/* UnreadableAnswer */.ym('its answer holds no access token');
            return { value: token, expiresAt };
        },
        remedy: () => ACCOUNT_REMEDY,
    });
}
const STS_SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
/** The token of elsewhere, from a file or an address (GitHub's token endpoint). Programs that print one are not run. */
async function subjectToken(uri, file, services) {
    const source = (...at) => (0,json/* memberAt */.mz)(file, 'credential_source', ...at);
    const [path, url] = [source('file'), source('url')];
    const field = source('format', 'subject_token_field_name');
    const readToken = (text) => {
        const value = source('format', 'type') === 'json' && typeof field === 'string'
            ? (0,json/* memberAt */.mz)((0,json/* parseJson */.qF)(text), field)
            : text.trim();
        if (typeof value === 'string' && value !== '')
            return value;
        throw new answers/* UnreadableAnswer */.ym('its answer holds no token');
    };
    if (typeof path === 'string') {
        try {
            return readToken(await (0,credentials_file/* credentialsFile */.XE)(uri, `credential_source.file in ${GOOGLE_CREDENTIALS}`, path));
        }
        catch (error) {
            if (error instanceof answers/* UnreadableAnswer */.ym)
                return lacking(uri, 'a token in the file of credential_source');
            throw error;
        }
    }
    if (typeof url !== 'string')
        return lacking(uri, 'credential_source.file or credential_source.url');
    const [address = ''] = url.split('?', 1);
    const query = url.slice(address.length);
    const base = (0,endpoint/* endpoint */.s)(address, `credential_source.url in ${GOOGLE_CREDENTIALS}`);
    const { authorization, ...others } = headersIn(uri, source('headers'));
    const request = {
        method: 'GET',
        url: `${base}${query}`,
        headers: others,
        secrets: [...Object.values(others), ...new URLSearchParams(query).values()],
        ...(authorization === undefined ? {} : { authorization }),
    };
    return (0,ask/* askKms */.P)(services, {
        uri,
        request: () => request,
        read: ({ body }) => readToken(new TextDecoder().decode(body)),
        remedy: () => 'On GitHub: give the job the permission "id-token: write".',
    });
}
/** The names in lower case. Throws INPUT_MISSING for what no request may hold, and tells nothing of it. */
function headersIn(uri, value) {
    const headers = Object.entries((0,json/* isObject */.Gv)(value) ? value : {}).flatMap(([name, text]) => typeof text === 'string' ? [[name.toLowerCase(), text]] : []);
    if (headers.every(([name, text]) => /^[a-z0-9_-]+$/.test(name) && credentials_file/* HEADER_VALUE */.cw.test(text)))
        return Object.fromEntries(headers);
    return lacking(uri, 'credential_source.headers that a request may hold');
}

// EXTERNAL MODULE: ./packages/core/build/sign/kms/renewing.js
var renewing = __webpack_require__(6585);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/token-answer.js
var token_answer = __webpack_require__(30280);
;// CONCATENATED MODULE: ./packages/core/build/sign/kms/google-credentials.js











/**
 * An access token for Cloud KMS: CLOUDSDK_AUTH_ACCESS_TOKEN or GOOGLE_OAUTH_ACCESS_TOKEN as it is, else by the file of
 * GOOGLE_APPLICATION_CREDENTIALS (a service account's key, a user's, or workload identity federation, as google-github-actions/auth
 * writes it), else the metadata server where GCE_METADATA_HOST names it. Throws INPUT_MISSING.
 */
function googleToken(uri, services) {
    const { env, context } = services;
    const token = (0,credentials_file/* givenForHeader */.CA)(uri, env, 'CLOUDSDK_AUTH_ACCESS_TOKEN', 'GOOGLE_OAUTH_ACCESS_TOKEN');
    if (token !== undefined)
        return () => Promise.resolve(token);
    const path = (0,credentials_file/* given */.gI)(env, GOOGLE_CREDENTIALS);
    if (path !== undefined)
        return (0,renewing/* renewing */.I)(() => byFile(uri, path, services), context.clock);
    const host = (0,credentials_file/* given */.gI)(env, 'GCE_METADATA_HOST');
    if (host !== undefined)
        return (0,renewing/* renewing */.I)(() => byMetadata(uri, host, services), context.clock);
    throw (0,failure/* kmsSetUp */.Z3)(uri, 'there are no credentials for Google Cloud', `Set ${GOOGLE_CREDENTIALS} (google-github-actions/auth does), or on a machine of Google Cloud GCE_METADATA_HOST=metadata.google.internal.`);
}
const TOKEN_URI = 'https://oauth2.googleapis.com/token';
const JWT_SECONDS = 3600;
async function byFile(uri, path, services) {
    const file = (0,json/* parseJson */.qF)(await (0,credentials_file/* credentialsFile */.XE)(uri, GOOGLE_CREDENTIALS, path));
    const member = (...at) => {
        const value = (0,json/* memberAt */.mz)(file, ...at);
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const needed = (...at) => member(...at) ?? lacking(uri, at.join('.'));
    const exchange = (url, form, secrets) => (0,token_request/* requestToken */.F)(services, { uri, url, form, secrets, remedy: ACCOUNT_REMEDY });
    const tokenUrl = () => (0,endpoint/* endpoint */.s)(member('token_uri') ?? TOKEN_URI, `token_uri in ${GOOGLE_CREDENTIALS}`);
    switch (member('type')) {
        case 'service_account': {
            const address = tokenUrl();
            const assertion = serviceAccountJwt(uri, { email: needed('client_email'), key: needed('private_key'), keyId: member('private_key_id') }, address, services.context.clock.now());
            const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
            return exchange(address, form, [assertion]);
        }
        case 'authorized_user': {
            const [secret, refresh] = [needed('client_secret'), needed('refresh_token')];
            const form = {
                grant_type: 'refresh_token',
                client_id: needed('client_id'),
                client_secret: secret,
                refresh_token: refresh,
            };
            return exchange(tokenUrl(), form, [secret, refresh]);
        }
        case 'external_account':
            return federatedToken(uri, file, needed, member('service_account_impersonation_url'), services);
        default:
            return lacking(uri, 'type (service_account, authorized_user or external_account)');
    }
}
/** Google: "Using OAuth 2.0 for server to server applications", the JWT of a service account. */
function serviceAccountJwt(uri, { email, key, keyId }, audience, now) {
    const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const iat = Math.floor(now.getTime() / 1000);
    const head = { alg: 'RS256', typ: 'JWT', ...(keyId === undefined ? {} : { kid: keyId }) };
    const text = `${encode(head)}.${encode({ iss: email, scope: KMS_SCOPE, aud: audience, iat, exp: iat + JWT_SECONDS })}`;
    try {
        return `${text}.${(0,external_node_crypto_.createSign)('sha256').update(text).sign(key).toString('base64url')}`;
    }
    catch {
        return lacking(uri, 'private_key as a PEM key'); // without the cause: nothing near a key is told
    }
}
/** Google: "Access tokens from the metadata server". Its address is link-local: plain http does not leave the machine. */
function byMetadata(uri, host, services) {
    if (!METADATA_HOST.test(host)) {
        throw (0,failure/* kmsSetUp */.Z3)(uri, 'GCE_METADATA_HOST does not name the metadata server', 'Set it to metadata.google.internal, or leave it out.');
    }
    return (0,ask/* askKms */.P)(services, {
        uri,
        request: () => ({
            method: 'GET',
            url: `http://${host}/computeMetadata/v1/instance/service-accounts/default/token?scopes=${encodeURIComponent(KMS_SCOPE)}`,
            headers: { 'metadata-flavor': 'Google' },
        }),
        read: ({ body }) => (0,token_answer/* readAccessToken */.o)(body, services.context.clock.now()),
        remedy: () => 'Check that a service account with the scope cloud-platform is attached to this machine.',
    });
}
const METADATA_HOST = /^(?:metadata\.google\.internal\.?|169\.254\.169\.254|127\.0\.0\.1:[0-9]{1,5})$/;

// EXTERNAL MODULE: ./packages/core/build/sign/kms/public-key.js
var public_key = __webpack_require__(23117);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/uri.js
var kms_uri = __webpack_require__(30786);
;// CONCATENATED MODULE: ./packages/core/build/sign/kms/google.js











/**
 * Google Cloud KMS (REST v1) by `gcpkms://projects/P/locations/L/keyRings/R/cryptoKeys/K[/cryptoKeyVersions/N]`. Without a
 * version: the newest that is enabled, held on to for the run. CRC-32C guards what goes to and fro.
 */
const openGoogleKey = async (uri, services) => {
    const [, keyName = '', number] = (0,kms_uri/* matchUri */.oN)(uri, REFERENCE, 'gcpkms://projects/PROJECT/locations/LOCATION/keyRings/RING/cryptoKeys/KEY/cryptoKeyVersions/VERSION (the version may be left out)');
    const override = (0,credentials_file/* given */.gI)(services.env, OVERRIDE);
    const base = override === undefined ? 'https://cloudkms.googleapis.com' : (0,endpoint/* endpoint */.s)(override, OVERRIDE);
    const token = googleToken(uri, services);
    const call = (request, read) => (0,ask/* askKms */.P)(services, {
        uri,
        request: async (fresh) => {
            const { path, ...rest } = request;
            const json = { accept: 'application/json' };
            return {
                ...rest,
                url: `${base}/v1/${path}`,
                headers: rest.body === undefined ? json : { ...json, 'content-type': 'application/json' },
                authorization: `Bearer ${await token(fresh)}`,
            };
        },
        read: ({ body }) => read((0,answers/* jsonObject */.o$)(body)),
        remedy: remedyFor,
    });
    const newest = () => call({
        method: 'GET',
        path: `${keyName}/cryptoKeyVersions?filter=state%3DENABLED&pageSize=1000`,
        maxResponseBytes: limits/* MAX_KMS_LIST_BYTES */.kXm,
    }, (answer) => newestOf(answer, keyName, uri));
    const name = number === undefined ? await newest() : `${keyName}/cryptoKeyVersions/${number}`;
    const publicKey = await call({ method: 'GET', path: `${name}/publicKey` }, (answer) => {
        const [pem, algorithm] = [(0,answers/* ownMember */.nV)(answer, 'pem'), (0,answers/* ownMember */.nV)(answer, 'algorithm')];
        if (algorithm !== 'EC_SIGN_P256_SHA256')
            throw (0,failure/* wrongKind */.oF)(uri, (0,failure/* ofKind */.CZ)(algorithm));
        checkName(answer, name);
        if (typeof pem === 'string')
            checkSum((0,answers/* ownMember */.nV)(answer, 'pemCrc32c'), Buffer.from(pem));
        return (0,public_key/* readPublicKey */.i)({ pem });
    });
    return {
        publicKey,
        sign: (sha256) => {
            const digest = { sha256: sha256.toString('base64') };
            const body = Buffer.from(JSON.stringify({ digest, digestCrc32c: String(crc32c(sha256)) }));
            return call({ method: 'POST', path: `${name}:asymmetricSign`, body }, (answer) => {
                checkName(answer, name);
                if ((0,answers/* ownMember */.nV)(answer, 'verifiedDigestCrc32c') !== true)
                    throw new answers/* UnreadableAnswer */.ym('it did not check the digest that it was sent');
                const signature = (0,public_key/* base64In */.R)((0,answers/* ownMember */.nV)(answer, 'signature'));
                checkSum((0,answers/* ownMember */.nV)(answer, 'signatureCrc32c'), signature);
                return signature;
            });
        },
    };
};
/** gcloud's own variable for another endpoint, such as one of Private Service Connect. */
const OVERRIDE = 'CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS';
const REFERENCE = /^gcpkms:\/\/(projects\/[a-z0-9][a-z0-9:.-]{0,62}\/locations\/[a-z0-9-]{1,63}\/keyRings\/[A-Za-z0-9_-]{1,63}\/cryptoKeys\/[A-Za-z0-9_-]{1,63})(?:\/(?:cryptoKeyVersions|versions)\/([1-9][0-9]{0,9}))?$/;
function newestOf(answer, keyName, uri) {
    const listed = (0,answers/* ownMember */.nV)(answer, 'cryptoKeyVersions');
    const more = (0,answers/* ownMember */.nV)(answer, 'nextPageToken');
    const prefix = `${keyName}/cryptoKeyVersions/`;
    const numbers = (Array.isArray(listed) ? listed : []).flatMap((version) => {
        const name = (0,json/* isObject */.Gv)(version) ? (0,answers/* ownMember */.nV)(version, 'name') : undefined;
        if (typeof name !== 'string' || !name.startsWith(prefix))
            return [];
        const number = Number(name.slice(prefix.length));
        return Number.isSafeInteger(number) ? [number] : [];
    });
    if (numbers.length === 0 || (typeof more === 'string' && more !== '')) {
        throw (0,failure/* kmsRefused */.W9)(uri, numbers.length === 0 ? 'no version of it is enabled' : 'it has more versions than are looked through', 'Name the version: .../cryptoKeyVersions/1.');
    }
    return `${prefix}${Math.max(...numbers)}`;
}
function checkName(answer, name) {
    if ((0,answers/* ownMember */.nV)(answer, 'name') !== name)
        throw new answers/* UnreadableAnswer */.ym('it answered for another key version');
}
/** An int64, which JSON of Google writes as a text. */
function checkSum(sum, bytes) {
    if (Number(sum) !== crc32c(bytes) || (typeof sum !== 'string' && typeof sum !== 'number'))
        throw new answers/* UnreadableAnswer */.ym('its answer does not have its CRC-32C: it was damaged on its way');
}
const remedyFor = (status) => status === 404
    ? 'Check project, location, key ring, key and version.'
    : 'Give the account of the step the roles cloudkms.signer and cloudkms.publicKeyViewer on this key, and check that the version is enabled.';


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
