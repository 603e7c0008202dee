export const id = 6384;
export const ids = [6384];
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

/***/ 26384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openAwsKey: () => (/* binding */ openAwsKey)
});

// EXTERNAL MODULE: ./packages/core/build/sign/answers.js
var answers = __webpack_require__(86613);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/ask.js
var ask = __webpack_require__(76313);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/credentials-file.js
var credentials_file = __webpack_require__(12233);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/endpoint.js
var endpoint = __webpack_require__(84455);
;// CONCATENATED MODULE: ./packages/core/build/sign/kms/aws-endpoint.js


/**
 * Where a service of AWS is asked, without a slash at its end: AWS_ENDPOINT_URL_KMS (or _STS), else AWS_ENDPOINT_URL, else
 * its host in the region. Throws INPUT_INVALID, PLAIN_HTTP_REFUSED.
 */
function awsEndpoint(service, region, env) {
    for (const name of [`AWS_ENDPOINT_URL_${service.toUpperCase()}`, 'AWS_ENDPOINT_URL']) {
        const url = (0,credentials_file/* given */.gI)(env, name);
        if (url !== undefined)
            return (0,endpoint/* endpoint */.s)(url, name);
    }
    const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    return `https://${service}.${region}.${domain}`;
}

// EXTERNAL MODULE: ./packages/core/build/sign/kms/failure.js
var failure = __webpack_require__(68286);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/renewing.js
var renewing = __webpack_require__(6585);
;// CONCATENATED MODULE: ./packages/core/build/sign/kms/aws-credentials.js






/**
 * Credentials as AWS' own tools find them in an environment: AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY (and
 * AWS_SESSION_TOKEN), else the role AWS_ROLE_ARN for the token in AWS_WEB_IDENTITY_TOKEN_FILE. Profiles in files and the
 * metadata of machines are not looked at. Throws INPUT_MISSING.
 */
function awsCredentials(uri, region, services) {
    const { env, context } = services;
    const accessKeyId = (0,credentials_file/* givenForHeader */.CA)(uri, env, 'AWS_ACCESS_KEY_ID');
    const secretAccessKey = (0,credentials_file/* given */.gI)(env, 'AWS_SECRET_ACCESS_KEY');
    const sessionToken = (0,credentials_file/* givenForHeader */.CA)(uri, env, 'AWS_SESSION_TOKEN');
    if (accessKeyId !== undefined && secretAccessKey !== undefined) {
        const credentials = {
            accessKeyId,
            secretAccessKey,
            ...(sessionToken === undefined ? {} : { sessionToken }),
        };
        return () => Promise.resolve(credentials);
    }
    const tokenFile = (0,credentials_file/* given */.gI)(env, 'AWS_WEB_IDENTITY_TOKEN_FILE');
    const roleArn = (0,credentials_file/* given */.gI)(env, 'AWS_ROLE_ARN');
    if (tokenFile === undefined || roleArn === undefined) {
        throw (0,failure/* kmsSetUp */.Z3)(uri, 'there are no credentials for AWS', 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (aws-actions/configure-aws-credentials does), or AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE.');
    }
    return (0,renewing/* renewing */.I)(() => assumeRole(uri, region, { tokenFile, roleArn }, services), context.clock);
}
/** AWS STS (API 2011-06-15), AssumeRoleWithWebIdentity. */
async function assumeRole(uri, region, { tokenFile, roleArn }, services) {
    const { env } = services;
    const token = (await (0,credentials_file/* credentialsFile */.XE)(uri, 'AWS_WEB_IDENTITY_TOKEN_FILE', tokenFile)).trim();
    const base = awsEndpoint('sts', region, env);
    const form = new URLSearchParams({
        Action: 'AssumeRoleWithWebIdentity',
        Version: '2011-06-15',
        RoleArn: roleArn,
        RoleSessionName: (0,credentials_file/* given */.gI)(env, 'AWS_ROLE_SESSION_NAME') ?? 'countersign',
        WebIdentityToken: token,
    });
    return (0,ask/* askKms */.P)(services, {
        uri,
        request: () => ({
            method: 'POST',
            url: `${base}/`,
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: Buffer.from(form.toString()),
            secrets: [token],
        }),
        read: ({ body }) => readCredentials(new TextDecoder().decode(body)),
        remedy: () => 'Check that the trust policy of AWS_ROLE_ARN accepts this token, and that the token has not expired.',
    });
}
function readCredentials(xml) {
    // One word of ASCII that needs no escape: each of them goes into a header, or is a time.
    const element = (name) => {
        const [found, another] = [
            ...xml.matchAll(new RegExp(`<${name}>([\\x21-\\x25\\x27-\\x3b\\x3d\\x3f-\\x7e]{1,8192})</${name}>`, 'g')),
        ];
        if (found === undefined || another !== undefined)
            throw new answers/* UnreadableAnswer */.ym(`its answer has no one ${name}`);
        return found[1] ?? '';
    };
    const expiresAt = new Date(element('Expiration'));
    if (Number.isNaN(expiresAt.getTime()))
        throw new answers/* UnreadableAnswer */.ym('its answer has no time for Expiration');
    const value = {
        accessKeyId: element('AccessKeyId'),
        secretAccessKey: element('SecretAccessKey'),
        sessionToken: element('SessionToken'),
    };
    return { value, expiresAt };
}

// EXTERNAL MODULE: ./packages/core/build/sign/kms/public-key.js
var public_key = __webpack_require__(23117);
// EXTERNAL MODULE: ./packages/core/build/sign/kms/uri.js
var kms_uri = __webpack_require__(30786);
;// CONCATENATED MODULE: ./packages/core/build/sign/kms/aws.js









/**
 * AWS KMS (API 2014-11-01) by `awskms://[ENDPOINT]/KEY`, where KEY is a key's id or ARN, `alias/NAME` or an alias' ARN. What
 * an alias points at is held on to for the run.
 */
const openAwsKey = async (uri, services) => {
    const reference = readReference(uri, services.env);
    const credentials = awsCredentials(uri, reference.region, services);
    const { default: aws4 } = await __webpack_require__.e(/* import() */ 8832).then(__webpack_require__.t.bind(__webpack_require__, 88832, 19));
    const call = (operation, input, read) => (0,ask/* askKms */.P)(services, {
        uri,
        request: async (fresh) => signed(aws4, reference, operation, input, await credentials(fresh), services.context.clock.now()),
        read: ({ body }) => read((0,answers/* jsonObject */.o$)(body)),
        remedy: remedyFor,
        isThrottle: (code) => ['ThrottlingException', 'LimitExceededException'].includes(code),
    });
    const { keyId, publicKey } = await call('GetPublicKey', { KeyId: reference.key }, (answer) => {
        const [usage, spec] = [(0,answers/* ownMember */.nV)(answer, 'KeyUsage'), (0,answers/* ownMember */.nV)(answer, 'KeySpec')];
        const algorithms = (0,answers/* ownMember */.nV)(answer, 'SigningAlgorithms');
        if (usage !== 'SIGN_VERIFY')
            throw (0,failure/* wrongKind */.oF)(uri, 'not a key for signing');
        if (spec !== 'ECC_NIST_P256' || !Array.isArray(algorithms) || !algorithms.includes(ALGORITHM))
            throw (0,failure/* wrongKind */.oF)(uri, (0,failure/* ofKind */.CZ)(spec));
        return {
            keyId: keyIdIn(answer) ?? reference.key,
            publicKey: (0,public_key/* readPublicKey */.i)({ der: (0,answers/* ownMember */.nV)(answer, 'PublicKey') }),
        };
    });
    return {
        publicKey,
        sign: (sha256) => call('Sign', {
            KeyId: keyId,
            Message: sha256.toString('base64'),
            MessageType: 'DIGEST',
            SigningAlgorithm: ALGORITHM,
        }, (answer) => {
            if ((keyIdIn(answer) ?? keyId) !== keyId)
                throw new answers/* UnreadableAnswer */.ym('it signed with another key');
            return (0,public_key/* base64In */.R)((0,answers/* ownMember */.nV)(answer, 'Signature'));
        }),
    };
};
const ALGORITHM = 'ECDSA_SHA_256';
// AWS KMS: "Key identifiers (KeyId)"; the forms are those of sigstore's own reader.
const ID = '(?:mrk-[0-9a-f]{32}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})';
const ALIAS = 'alias/[A-Za-z0-9/_-]{1,250}';
const ARN = `arn:(?<partition>aws|aws-us-gov|aws-cn):kms:(?<region>[a-z0-9-]{1,32}):[0-9]{12}:(?:key/${ID}|${ALIAS})`;
const REFERENCE = new RegExp(`^awskms://(?<host>[A-Za-z0-9.-]+(?::[0-9]{1,5})?)?/(?<key>${ID}|${ALIAS}|${ARN})$`);
function readReference(uri, env) {
    const { groups = {} } = (0,kms_uri/* matchUri */.oN)(uri, REFERENCE, 'awskms://[ENDPOINT]/KEY, where KEY is the id or ARN of a key, alias/NAME or the ARN of an alias (awskms:///alias/signing)');
    const { host, key = '' } = groups;
    const region = groups.region ?? (0,credentials_file/* given */.gI)(env, 'AWS_REGION', 'AWS_DEFAULT_REGION');
    if (region === undefined || !/^[a-z0-9-]{1,32}$/.test(region)) {
        throw (0,failure/* kmsSetUp */.Z3)(uri, 'nothing says in which region it is', 'Set AWS_REGION, or give the ARN of the key.');
    }
    if (host !== undefined)
        return { key, region, base: (0,endpoint/* hostEndpoint */.y)(host, 'The endpoint in the URI') };
    return { key, region, base: awsEndpoint('kms', region, env) };
}
/** Signature Version 4 over the request as it is sent. */
function signed(aws4, { base, region }, operation, input, credentials, now) {
    const url = new URL(`${base}/`);
    const body = JSON.stringify(input);
    const { headers = {} } = aws4.sign({
        service: 'kms',
        region,
        method: 'POST',
        host: url.host,
        path: url.pathname,
        headers: {
            'Content-Type': 'application/x-amz-json-1.1',
            'X-Amz-Target': `TrentService.${operation}`,
            'X-Amz-Date': now.toISOString().replace(/[-:]|\.\d{3}/g, ''),
        },
        body,
    }, { ...credentials });
    const { Authorization: authorization, ...others } = headers;
    return {
        method: 'POST',
        url: url.href,
        // The length is told by the request layer.
        headers: Object.fromEntries(Object.entries(others).flatMap(([name, value]) => name === 'Content-Length' ? [] : [[name, String(value)]])),
        authorization: String(authorization),
        secrets: [credentials.secretAccessKey, credentials.sessionToken ?? ''],
        body: Buffer.from(body),
    };
}
function keyIdIn(answer) {
    const keyId = (0,answers/* ownMember */.nV)(answer, 'KeyId');
    return typeof keyId === 'string' && new RegExp(`^(?:${ID}|${ARN})$`).test(keyId) ? keyId : undefined;
}
function remedyFor(_status, code) {
    switch (code) {
        case 'AccessDeniedException':
            return 'Allow kms:GetPublicKey and kms:Sign on this key to the role or user whose credentials the step has.';
        case 'NotFoundException':
            return 'Check the key or alias, the account and the region (AWS_REGION).';
        case 'DisabledException':
        case 'KMSInvalidStateException':
            return 'Enable the key, or name another one.';
        default:
            return 'Check the credentials of the step (aws-actions/configure-aws-credentials sets them), the region and the clock.';
    }
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


/***/ })

};
