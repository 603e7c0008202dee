export const id = 652;
export const ids = [652];
export const modules = {

/***/ 9045:
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


/***/ }),

/***/ 154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  It: () => (/* reexport */ addReferrers),
  Hn: () => (/* reexport */ createRegistryClient),
  M5: () => (/* reexport */ createTagWriter),
  j9: () => (/* reexport */ layersConfig),
  Cs: () => (/* reexport */ layersFormat),
  f$: () => (/* reexport */ readManifestDocument)
});

// UNUSED EXPORTS: fallbackTag, readDescriptor

// EXTERNAL MODULE: ./packages/core/build/reference/index.js + 2 modules
var reference = __webpack_require__(8132);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/http/index.js + 13 modules
var http = __webpack_require__(5152);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(9772);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(8027);
;// CONCATENATED MODULE: ./packages/core/build/registry/readable.js

/**
 * Asks again while an answer is not what it should be, by default JSON, MAX_UNREADABLE_ANSWERS times in all: what stands
 * between may cut a body off or answer with a page of its own. The last answer is handed over as it is, for the caller
 * to judge.
 */
async function whileUnreadable({ clock, random, signal }, ask, isUnreadable = isNoJson) {
    let response = await ask();
    for (let attempt = 1; attempt < limits/* MAX_UNREADABLE_ANSWERS */.xy && isUnreadable(response); attempt += 1) {
        await clock.sleep(limits/* FIRST_RETRY_DELAY_MS */.bd * attempt * (1 + random.fraction()), signal);
        response = await ask();
    }
    return response;
}
/** Whether a 200 holds something that is no JSON. */
function isNoJson({ status, body }) {
    if (status !== 200)
        return false;
    try {
        JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
        return false;
    }
    catch {
        return true;
    }
}

;// CONCATENATED MODULE: ./packages/core/build/registry/blobs.js







/** The blobs of one repository (OCI distribution specification, "Pulling blobs", "Pushing blobs"). */
class Blobs {
    #connection;
    #name;
    /** Blobs that were new to this run: stored, or on their way. */
    #added = new Map();
    constructor(connection, name) {
        this.#connection = connection;
        this.#name = name;
    }
    async getBlob(descriptor, maxBytes) {
        const { digest, size } = descriptor;
        if (size > maxBytes) {
            throw new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
                what: `The blob ${digest} in ${(0,reference/* formatName */.nD)(this.#name)} has ${size} bytes; at most ${maxBytes} are read`,
                remedy: 'Look at what was stored there: it is larger than anything of its kind.',
            });
        }
        // Not as a stream: what is handed over piece by piece cannot be asked for again where it breaks off.
        const request = this.#pull(descriptor);
        const response = await whileUnreadable(this.#connection.context, () => this.#connection.send(request), ({ status, body }) => status === 200 && body.length < size);
        if (response.status === 404)
            return undefined;
        if (response.status !== 200)
            throw await this.#connection.refusal(response, request.doing);
        checkContent((0,oci/* digestOf */.ol)(response.body), response.body.length, descriptor, this.#name);
        return response.body;
    }
    async openBlob(descriptor) {
        const request = this.#pull(descriptor);
        const response = await this.#connection.stream(request);
        if (response.status === 404)
            return undefined;
        if (response.status !== 200)
            throw await this.#connection.refusal(response, request.doing);
        return checked(response.body, descriptor, this.#name);
    }
    putBlob(blob, { isNew = false } = {}) {
        const digest = blob instanceof Uint8Array ? (0,oci/* digestOf */.ol)(blob) : blob.digest;
        if (!isNew)
            return this.#store(blob, digest, true);
        const added = this.#added.get(digest);
        if (added !== undefined)
            return added;
        const storing = this.#store(blob, digest, false);
        this.#added.set(digest, storing);
        storing.catch(() => this.#added.delete(digest));
        return storing;
    }
    async #store(blob, digest, mayBeThere) {
        const size = blob instanceof Uint8Array ? blob.length : blob.size;
        const doing = this.#doing(`upload the blob ${digest}`);
        const descriptor = { mediaType: 'application/octet-stream', digest, size };
        if (mayBeThere && (await this.#has(digest)))
            return descriptor;
        if (size <= limits/* MAX_SINGLE_POST_BYTES */.L5 && (await this.#uploadAtOnce(digest, blob, doing)))
            return descriptor;
        for (let session = 1;; session += 1) {
            const response = await this.#upload(await this.#openSession(doing), digest, blob, doing);
            if (isOk(response)) {
                this.#checkStated(response, digest);
                return descriptor;
            }
            // The session is gone: its answer was lost and this was the second PUT, or the registry forgot it.
            if (response.status === 404 && (await this.#has(digest)))
                return descriptor;
            if (response.status !== 404 || session === limits/* MAX_UPLOAD_SESSIONS */.DB) {
                throw await this.#connection.refusal(response, doing);
            }
        }
    }
    async proveWriteAccess({ background, } = {}) {
        const cancelling = this.#cancel(await this.#openSession(this.#doing('open an upload')));
        if (background === undefined)
            await cancelling;
        else
            background(cancelling);
    }
    /** A courtesy: the session that was opened proved the access, and a registry drops what is left open. */
    async #cancel(location) {
        const { log } = this.#connection.context;
        try {
            await this.#connection.send({
                method: 'DELETE',
                path: location,
                access: 'pull,push',
                doing: this.#doing('cancel an upload'),
                maxResponseBytes: limits/* MAX_WRITE_ANSWER_BYTES */.Ax,
                repeatable: false,
            });
        }
        catch (error) {
            if (!(error instanceof errors/* CountersignError */.WS) || error.code === 'INTERRUPTED')
                throw error;
            log.debug(`An upload to ${(0,reference/* formatName */.nD)(this.#name)} was left open: ${error.message}`);
        }
    }
    #pull({ digest, size }) {
        const doing = this.#doing(`read the blob ${digest}`);
        return { method: 'GET', path: `blobs/${digest}`, access: 'pull', doing, maxResponseBytes: size };
    }
    async #has(digest) {
        const doing = this.#doing(`look up the blob ${digest}`);
        const response = await this.#connection.send({
            method: 'HEAD',
            path: `blobs/${digest}`,
            access: 'pull,push',
            doing,
            maxResponseBytes: 0,
        });
        if (response.status === 200)
            return true;
        if (response.status === 404)
            return false;
        throw await this.#connection.refusal(response, doing);
    }
    /**
     * One POST with the whole blob, which a registry may take or answer with an opened session (distribution does). One that
     * knows neither is not asked again: sessions are what every registry has. false: nothing was stored.
     */
    async #uploadAtOnce(digest, body, doing) {
        const { lacks } = this.#connection;
        if (lacks.has('single POST'))
            return false;
        const response = await this.#connection.send({
            method: 'POST',
            path: `blobs/uploads/?digest=${encodeURIComponent(digest)}`,
            access: 'pull,push',
            doing,
            headers: { 'content-type': 'application/octet-stream' },
            body,
            maxResponseBytes: limits/* MAX_WRITE_ANSWER_BYTES */.Ax,
            repeatable: true, // the same bytes under the same digest
            answers: [500],
        });
        if (isOk(response) && response.status !== 202) {
            this.#checkStated(response, digest);
            return true;
        }
        lacks.add('single POST');
        if (response.status !== 202)
            return false;
        const put = await this.#upload(locationOf(response, this.#name), digest, body, doing);
        if (isOk(put))
            this.#checkStated(put, digest);
        return isOk(put);
    }
    #upload(location, digest, body, doing) {
        location.searchParams.set('digest', digest);
        return this.#connection.send({
            method: 'PUT',
            path: location,
            access: 'pull,push',
            doing,
            headers: { 'content-type': 'application/octet-stream' },
            body,
            maxResponseBytes: limits/* MAX_WRITE_ANSWER_BYTES */.Ax,
        });
    }
    /** Opening a session twice leaves one unused, which the registry drops: the POST may be repeated. */
    async #openSession(doing) {
        const response = await this.#connection.send({
            method: 'POST',
            path: 'blobs/uploads/',
            access: 'pull,push',
            doing,
            maxResponseBytes: limits/* MAX_WRITE_ANSWER_BYTES */.Ax,
            repeatable: true,
        });
        if (response.status !== 202)
            throw await this.#connection.refusal(response, doing);
        return locationOf(response, this.#name);
    }
    #checkStated(response, digest) {
        const stated = response.headers['docker-content-digest'];
        if (stated === undefined || stated === digest || !(0,oci/* isDigest */.Bc)(stated))
            return;
        throw (0,http/* misbehaved */.ty)('registry', this.#name.host, `stored the blob ${digest} as ${stated}`);
    }
    #doing(what) {
        return { name: this.#name, what };
    }
}
const isOk = ({ status }) => status >= 200 && status < 300;
/**
 * Where an upload goes on: relative or absolute, here or on another origin (which then gets no credentials: the request
 * layer sends them to this registry alone). A registry behind a proxy that ends TLS may call itself http.
 */
function locationOf(response, name) {
    const text = response.headers.location ?? '';
    if (text === '' || !URL.canParse(text, response.url)) {
        throw (0,http/* misbehaved */.ty)('registry', name.host, 'opened an upload without saying where it goes on');
    }
    const url = new URL(text, response.url);
    const asked = new URL(response.url);
    if (asked.protocol === 'https:' && url.protocol === 'http:' && url.host === asked.host)
        url.protocol = 'https:';
    const downgraded = asked.protocol === 'https:' && url.protocol !== 'https:';
    if (downgraded ||
        (url.protocol !== 'https:' && url.protocol !== 'http:') ||
        url.username !== '' ||
        url.password !== '') {
        throw (0,http/* misbehaved */.ty)('registry', name.host, `wants the upload at ${(0,http/* redactUrl */.BO)(url.href)}`);
    }
    return url;
}
async function* checked(body, descriptor, name) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let length = 0;
    for await (const chunk of body) {
        length += chunk.length;
        hash.update(chunk);
        yield chunk;
    }
    checkContent(`sha256:${hash.digest('hex')}`, length, descriptor, name);
}
function checkContent(found, length, { digest, size }, name) {
    if (found === digest && length === size)
        return;
    throw new errors/* CountersignError */.WS('DIGEST_MISMATCH', {
        what: `${(0,reference/* formatName */.nD)(name)} answered the blob ${digest} (${size} bytes) with other bytes: ${found} (${length} bytes)`,
        remedy: 'Do not use this image: the registry, or something before it, changed what was stored.',
    });
}

;// CONCATENATED MODULE: ./packages/core/build/registry/token.js




/**
 * Asks the token service that a Bearer challenge names (distribution, "Token Authentication"; with an identity token
 * "OAuth2 Token Authentication"). The service may be another origin, that is how Docker Hub and GHCR work, and it gets
 * the credential of the registry that named it. What a hostile registry can win by that: its own credential, which it
 * had already. The scope is ours and never the challenge's, so it cannot have a shared token service make a token
 * for another repository; a realm must be https, or plain http where the registry itself is plain http; and a
 * registry elsewhere cannot point at this machine. Throws REGISTRY_UNAUTHORIZED, REGISTRY_FORBIDDEN,
 * REGISTRY_MISBEHAVED, REGISTRY_UNAVAILABLE.
 */
async function fetchToken(request) {
    const { context, credential } = request;
    const realm = realmOf(request);
    const response = await whileUnreadable(context, () => context.http.send({
        ...(credential?.kind === 'identity-token'
            ? oauthRequest(request, realm, credential.token)
            : tokenRequest(request, realm)),
        service: 'registry-token',
        maxResponseBytes: limits/* MAX_REGISTRY_TOKEN_BYTES */.NZ,
        repeatable: true,
    }));
    if (response.status !== 200)
        throw refused(request, response.status, response.body);
    const answer = parse(response.body);
    const value = textOf(answer, 'token') ?? textOf(answer, 'access_token');
    if (value === undefined || !/^[\x21-\x7e]+$/.test(value)) {
        throw (0,http/* misbehaved */.ty)('registry-token', realm.host, 'answered 200 without a token that could be used');
    }
    const seconds = answer.expires_in;
    const lifetime = typeof seconds === 'number' && seconds > 0 ? seconds : limits/* DEFAULT_REGISTRY_TOKEN_SECONDS */.kr;
    // A tenth early: what is sent now must still be good when it arrives, and the clocks need not agree.
    return { value, usableUntil: context.clock.now().getTime() + lifetime * 900 };
}
const basicAuthorization = (username, password) => `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
function realmOf({ challenge, registry, plainHttpHosts }) {
    const text = challenge.parameters.realm ?? '';
    const refuse = (why) => (0,http/* misbehaved */.ty)('registry', registry.host, `sends for a token to ${(0,http/* redactUrl */.BO)(text)}, ${why}`);
    if (!URL.canParse(text))
        throw refuse('which is not an address');
    const realm = new URL(text);
    if (realm.username !== '' || realm.password !== '')
        throw refuse('an address with a user name in it');
    if ((0,http/* isLoopback */.U9)(realm.hostname) && !(0,http/* isLoopback */.U9)(registry.hostname))
        throw refuse('which is this machine itself');
    if (realm.protocol === 'https:')
        return realm;
    const plainAllowed = (0,http/* isLoopback */.U9)(realm.hostname) || realm.host === registry.host || plainHttpHosts.includes(realm.host);
    if (realm.protocol === 'http:' && registry.protocol === 'http:' && plainAllowed)
        return realm;
    throw refuse('and credentials are sent over https only');
}
function tokenRequest({ challenge, scope, credential }, realm) {
    const url = new URL(realm);
    const { service } = challenge.parameters;
    if (service !== undefined)
        url.searchParams.set('service', service);
    url.searchParams.set('scope', scope);
    return {
        method: 'GET',
        url: url.href,
        ...(credential?.kind === 'basic'
            ? { authorization: basicAuthorization(credential.username, credential.password) }
            : {}),
    };
}
function oauthRequest({ challenge, scope }, realm, refreshToken) {
    const form = new URLSearchParams({
        grant_type: 'refresh_token',
        service: challenge.parameters.service ?? '',
        client_id: 'countersign',
        scope,
        refresh_token: refreshToken,
    });
    return {
        method: 'POST',
        url: realm.href,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: Buffer.from(form.toString()),
        secrets: [refreshToken],
    };
}
function refused({ registry, credential, scope }, status, body) {
    const secrets = credential === undefined ? [] : [credential.kind === 'basic' ? credential.password : credential.token];
    const words = (0,http/* excerptOf */.zU)(body, secrets);
    const what = `The token service of ${registry.host} gave no token for ${scope} (${status}${words === '' ? '' : `: ${words}`})`;
    const login = loginOf(credential);
    if (status === 403 && credential !== undefined) {
        return new errors/* CountersignError */.WS('REGISTRY_FORBIDDEN', {
            what,
            remedy: `Give this account the right to that repository. ${login}`,
        });
    }
    // 400 is how an OAuth2 endpoint refuses a grant (RFC 6749, section 5.2: invalid_grant).
    if (status === 401 || status === 403 || (status === 400 && credential?.kind === 'identity-token')) {
        return new errors/* CountersignError */.WS('REGISTRY_UNAUTHORIZED', {
            what,
            remedy: `Log in to ${registry.host} with an account that exists there (docker login, or registry-username and registry-password). ${login}`,
        });
    }
    return new errors/* CountersignError */.WS('REGISTRY_REFUSED', { what, remedy: 'Check the name of the repository.' });
}
/** Which credential was used, without it. */
const loginOf = (credential) => credential === undefined
    ? 'No credentials were found for it; this run asked anonymously.'
    : `Credentials used: ${credential.source}.`;
function parse(body) {
    try {
        const json = JSON.parse(new TextDecoder().decode(body));
        return typeof json === 'object' && json !== null ? json : {};
    }
    catch {
        return {}; // told below as an answer without a token
    }
}
function textOf(answer, name) {
    const value = answer[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
}

;// CONCATENATED MODULE: ./packages/core/build/registry/authorizer.js

/** The Authorization header for one registry host: what it challenged with, and a token for each scope. */
class Authorizer {
    #context;
    #registry;
    #plainHttpHosts;
    #credentials;
    #tokens = new Map();
    #tokenValues = new Set();
    #refused = new Set();
    #challenge;
    constructor(about) {
        this.#context = about.context;
        this.#registry = about.registry;
        this.#plainHttpHosts = about.plainHttpHosts;
        this.#credentials = about.credentials;
    }
    /** Who asks, for people; and every secret that was sent, for blotting them out of what a registry says. */
    async account(name) {
        const credential = await this.#credentials.find(name);
        return { login: loginOf(credential), secrets: [...secretsOf(credential), ...this.#tokenValues] };
    }
    /** Takes what the registry asks for; Bearer before Basic. false: it asks for nothing that we could give. */
    learn(challenges) {
        const chosen = challenges.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.realm !== undefined) ??
            challenges.find(({ scheme }) => scheme === 'basic');
        this.#challenge = chosen ?? this.#challenge;
        return chosen !== undefined;
    }
    /** undefined: nothing has been asked for yet, or there is nothing to give. */
    async header(name, access) {
        const challenge = this.#challenge;
        if (challenge === undefined)
            return undefined;
        const credential = await this.#credentials.find(name);
        if (credential?.kind === 'registry-token')
            return `Bearer ${credential.token}`;
        if (challenge.scheme === 'basic') {
            return credential?.kind === 'basic'
                ? basicAuthorization(credential.username, credential.password)
                : undefined;
        }
        return `Bearer ${(await this.#token(challenge, name, credential, access)).value}`;
    }
    /** A token that was refused is not used again, however long it should be good. */
    forget(header) {
        this.#refused.add(header);
    }
    async #token(challenge, name, credential, access) {
        // Who may write may read: a token for both is used for either.
        const both = await this.#cached(scopeOf(name, 'pull,push'), credential);
        if (both !== undefined)
            return both;
        const scope = scopeOf(name, access);
        const cached = await this.#cached(scope, credential);
        if (cached !== undefined)
            return cached;
        const key = keyOf(scope, credential);
        const fetching = fetchToken({
            context: this.#context,
            registry: this.#registry,
            plainHttpHosts: this.#plainHttpHosts,
            challenge,
            credential,
            scope,
        });
        this.#tokens.set(key, fetching);
        const token = await fetching;
        this.#tokenValues.add(token.value);
        return token;
    }
    /** A token that is there, or on its way, and is good for a while. */
    async #cached(scope, credential) {
        const key = keyOf(scope, credential);
        const fetching = this.#tokens.get(key);
        if (fetching === undefined)
            return undefined;
        try {
            const token = await fetching;
            const fresh = token.usableUntil > this.#context.clock.now().getTime();
            if (fresh && !this.#refused.has(`Bearer ${token.value}`))
                return token;
        }
        catch {
            // The caller that asked for it was told; this one asks for itself.
        }
        if (this.#tokens.get(key) === fetching)
            this.#tokens.delete(key);
        return undefined;
    }
}
function secretsOf(credential) {
    if (credential === undefined)
        return [];
    if (credential.kind !== 'basic')
        return [credential.token];
    const { username, password } = credential;
    return [password, basicAuthorization(username, password).slice('Basic '.length)];
}
const scopeOf = ({ repository }, access) => `repository:${repository}:${access}`;
// One host may hold several accounts, by path: a token of one is not for another.
const keyOf = (scope, credential) => `${scope} ${credential?.source ?? ''}`;

;// CONCATENATED MODULE: ./packages/core/build/registry/challenge.js

/**
 * Reads a WWW-Authenticate header, several headers joined by ", " (RFC 9110, sections 11.2 to 11.6.1): any case, several
 * challenges, quoted commas and backslashes, empty list elements. What cannot be read ends the list: it is a
 * server's word about how to log in, and the challenges before it still count. A repeated parameter keeps its first value.
 */
function parseChallenges(header) {
    const scanner = new Scanner(header.slice(0, limits/* MAX_CHALLENGE_CHARS */.nv));
    const challenges = [];
    scanner.skipSeparators();
    while (challenges.length < limits/* MAX_CHALLENGES */.Qr) {
        const scheme = scanner.take(TOKEN)?.toLowerCase();
        if (scheme === undefined)
            break;
        const parameters = parametersOf(scanner);
        if (parameters === undefined)
            break;
        challenges.push({ scheme, parameters });
    }
    return challenges;
}
const TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
const TOKEN68 = /[A-Za-z0-9._~+/-]+=*(?=\s*(?:,|$))/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"/y;
const SPACE = /[ \t]+/y;
const EQUALS = /[ \t]*=[ \t]*/y;
const SEPARATORS = /[ \t]*(?:,[ \t]*)*/y;
/** Undefined where the text is broken. */
function parametersOf(scanner) {
    const parameters = Object.create(null);
    const spaced = scanner.take(SPACE) !== undefined;
    // A token68 (`Negotiate abc==`) stands in place of parameters, and says nothing to us.
    if (spaced && scanner.take(TOKEN68) !== undefined) {
        scanner.skipSeparators();
        return parameters;
    }
    scanner.skipSeparators();
    while (!scanner.atEnd()) {
        const before = scanner.position;
        const name = scanner.take(TOKEN)?.toLowerCase();
        if (name === undefined)
            return undefined;
        if (scanner.take(EQUALS) === undefined) {
            scanner.position = before; // a scheme: the next challenge begins here
            return parameters;
        }
        const quoted = scanner.take(QUOTED);
        const value = quoted === undefined ? scanner.take(TOKEN) : quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1');
        if (value === undefined)
            return undefined;
        parameters[name] ??= value;
        scanner.skipSeparators();
    }
    return parameters;
}
class Scanner {
    #text;
    position = 0;
    constructor(text) {
        this.#text = text;
    }
    take(pattern) {
        pattern.lastIndex = this.position;
        const found = pattern.exec(this.#text)?.[0];
        if (found !== undefined)
            this.position += found.length;
        return found;
    }
    skipSeparators() {
        this.take(SEPARATORS);
    }
    atEnd() {
        return this.position >= this.#text.length;
    }
}

;// CONCATENATED MODULE: ./packages/core/build/registry/refusal.js



/**
 * An answer that is neither success nor one the caller expected, as an error with the registry's own words. `login` tells
 * which credentials were used; `secrets` are blotted out, since a registry may echo what it was sent.
 */
function refusalOf(response, doing, { login, secrets }) {
    const words = wordsOf(response.body, secrets);
    const said = words === '' ? `${response.status}` : `${response.status}: ${words}`;
    const { code, remedy } = kindOf(response.status, words, doing, login);
    return new errors/* CountersignError */.WS(code, {
        what: `${doing.name.host} refused to ${doing.what} in ${(0,reference/* formatName */.nD)(doing.name)} (${said})`,
        remedy,
    });
}
/** Whether the registry refuses because tags may not be moved there. */
const saysImmutable = (response) => IMMUTABLE_STATUSES.has(response.status) && IMMUTABLE.test(wordsOf(response.body));
/** Whether a manifest was refused because a blob or manifest that it names is not visible yet. */
const saysContentUnknown = (response) => (response.status === 404 || response.status === 400) &&
    /\b(MANIFEST_BLOB_UNKNOWN|BLOB_UNKNOWN)\b/.test(wordsOf(response.body));
// Each registry says it in its own way: ECR 400 "is immutable", Harbor 412 "configured as immutable", Artifact Registry
// 400 "tag immutability", ACR 405 "locked", Quay and Nexus 400 "cannot be overwritten", "updating ... disallowed".
const IMMUTABLE = /\bimmutab|\bTAG_INVALID\b|cannot be overwritten|\boverwrit|is locked|already exists/i;
const IMMUTABLE_STATUSES = new Set([400, 403, 405, 409, 412]);
function kindOf(status, words, doing, login) {
    if (doing.movesTag !== undefined && IMMUTABLE_STATUSES.has(status) && IMMUTABLE.test(words)) {
        return {
            code: 'TAG_IMMUTABLE',
            remedy: `Exclude tags of the form sha256-* from the registry's immutability rule (here: ${doing.movesTag}), then run again.`,
        };
    }
    if (status === 401)
        return {
            code: 'REGISTRY_UNAUTHORIZED',
            remedy: `Log in to the registry with an account that may do this (docker login, or registry-username and registry-password). ${login}`,
        };
    if (status === 403) {
        return {
            code: 'REGISTRY_FORBIDDEN',
            remedy: `The registry knows who asks and says no: give this account the right to it (on GHCR: packages: write for the job, and the package linked to the repository). ${login}`,
        };
    }
    return { code: 'REGISTRY_REFUSED', remedy: "See the registry's own words above; its log has more." };
}
/** The registry's codes and messages (OCI distribution specification, "Error Codes"), else the beginning of the body. */
function wordsOf(body, secrets = []) {
    const text = new TextDecoder().decode(body);
    try {
        const json = JSON.parse(text);
        const errors = typeof json === 'object' && json !== null && 'errors' in json ? json.errors : undefined;
        if (Array.isArray(errors)) {
            const words = errors.slice(0, 5).map((error) => {
                const { code, message } = typeof error === 'object' && error !== null ? error : {};
                return [code, message].filter((part) => typeof part === 'string').join(' ');
            });
            return (0,http/* excerptOf */.zU)(words.filter((each) => each !== '').join('; '), secrets);
        }
    }
    catch {
        return (0,http/* excerptOf */.zU)(text, secrets); // not JSON: a proxy's page, or plain words
    }
    return (0,http/* excerptOf */.zU)(text, secrets);
}

;// CONCATENATED MODULE: ./packages/core/build/registry/connection.js






/** One registry host: where it answers, and the authorization of each request. */
class Connection {
    origin;
    context;
    /** What this registry was seen not to have, so that it is not asked for again. */
    lacks = new Set();
    #authorizer;
    constructor(about) {
        const { context, host, plainHttpHosts, credentials } = about;
        this.context = context;
        this.origin = originOf(host, plainHttpHosts);
        this.#authorizer = new Authorizer({ context, registry: this.origin, plainHttpHosts, credentials });
    }
    /** Any status but 401 and 403 is an answer. Throws REGISTRY_UNAUTHORIZED and REGISTRY_FORBIDDEN. */
    send(request) {
        return this.#authorized(request, (each) => this.context.http.send(each));
    }
    stream(request) {
        return this.#authorized(request, (each) => this.context.http.stream(each));
    }
    /** An unexpected answer as the error it is. */
    async refusal({ status, body }, doing) {
        const bytes = body instanceof Uint8Array ? body : await bytesOf(body);
        return refusalOf({ status, body: bytes }, doing, await this.#authorizer.account(doing.name));
    }
    /**
     * First without anything, until a challenge says how; then with the credential that belongs to this host. Credentials
     * never go to another origin: neither to an upload's Location elsewhere nor on a redirect, and a challenge counts
     * only where this origin itself sent it.
     */
    async #authorized(request, send) {
        const { path, access, doing, ...rest } = request;
        const url = path instanceof URL ? path : new URL(`/v2/${doing.name.repository}/${path}`, this.origin);
        const base = { ...rest, service: 'registry', url: url.href };
        const own = url.origin === this.origin.origin;
        const once = async (authorization) => {
            try {
                return await send(authorization === undefined ? base : { ...base, authorization });
            }
            catch (error) {
                throw explainTls(error, this.origin);
            }
        };
        let header = own ? await this.#authorizer.header(doing.name, access) : undefined;
        let response = await once(header);
        if (response.status === 401 && own && new URL(response.url).origin === this.origin.origin) {
            if (header !== undefined)
                this.#authorizer.forget(header);
            const challenged = this.#authorizer.learn(parseChallenges(response.headers['www-authenticate'] ?? ''));
            const renewed = challenged ? await this.#authorizer.header(doing.name, access) : undefined;
            if (renewed !== undefined && renewed !== header) {
                header = renewed;
                response = await once(header);
            }
        }
        if (response.status === 401 || response.status === 403) {
            throw await this.refusal(response, doing);
        }
        return response;
    }
}
/** https, but plain http on this machine and for hosts that were named. */
function originOf(host, plainHttpHosts) {
    const api = (0,reference/* apiHost */.nz)(host);
    const { hostname } = new URL(`https://${api}`);
    return new URL(`${(0,http/* isLoopback */.U9)(hostname) || plainHttpHosts.includes(host) ? 'http' : 'https'}://${api}`);
}
function explainTls(error, origin) {
    if (!(error instanceof errors/* CountersignError */.WS) || origin.protocol !== 'https:')
        return error;
    const { cause } = error;
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code !== 'EPROTO' && code !== 'ERR_SSL_WRONG_VERSION_NUMBER')
        return error;
    return new errors/* CountersignError */.WS('PLAIN_HTTP_REFUSED', {
        what: `${origin.host} does not answer in TLS; it seems to speak plain http, which is used on this machine (loopback) alone`,
        remedy: `Serve the registry over https, or name ${origin.host} in plain-http if the network between is yours.`,
        cause: error,
    });
}
async function bytesOf(body) {
    const chunks = [];
    for await (const chunk of body)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/build/json.js
var build_json = __webpack_require__(58);
// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(6524);
;// CONCATENATED MODULE: ./packages/core/build/registry/credentials/auth-file.js





/** The key under which Docker stores its own registry. */
const DOCKER_HUB_SERVER = 'https://index.docker.io/v1/';
/** undefined: there is no such file. Throws CREDENTIALS_INVALID for one that cannot be read, naming it. */
async function readAuthFile(path) {
    const text = await readIfThere(path);
    if (text === undefined)
        return undefined;
    const invalid = (why) => new errors/* CountersignError */.WS('CREDENTIALS_INVALID', {
        what: `The registry credentials in ${path} cannot be used: ${why}`,
        remedy: 'Log in again (docker login), or mend or remove that file.',
    });
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        // Without the parser's words: they quote the text, which holds passwords.
        throw invalid('it is not JSON');
    }
    if (!(0,build_json/* isObject */.G)(json))
        throw invalid('it is not a JSON object');
    const auths = new Map();
    for (const [key, entry] of entriesOf(json.auths)) {
        const credential = credentialOf(entry, `${path}, entry ${JSON.stringify(key)}`, invalid);
        if (credential !== undefined)
            auths.set(normalizeKey(key), credential);
    }
    const helpers = new Map();
    for (const [key, name] of entriesOf(json.credHelpers)) {
        if (typeof name !== 'string')
            throw invalid(`the helper of ${JSON.stringify(key)} is not a name`);
        if (name !== '')
            helpers.set(normalizeKey(key), { name, serverUrl: key });
    }
    const store = json.credsStore;
    return { path, auths, helpers, store: typeof store === 'string' && store !== '' ? store : undefined };
}
/** `https://host/v1/` as older tools wrote it, capitals in the host and Docker Hub's names: one spelling. */
function normalizeKey(key) {
    const bare = key.replace(/^https?:\/\//i, '');
    const path = bare === key ? bare : bare.replace(/\/v[12]\/?$/, '');
    const [host = '', ...rest] = path.replace(/\/+$/, '').split('/');
    const name = host.toLowerCase();
    return [(0,reference/* isDockerHub */.gr)(name) ? reference/* DOCKER_HUB */.Xb : name, ...rest].join('/');
}
async function readIfThere(path) {
    try {
        return (await (0,read_bounded/* readBounded */.C)(path, limits/* MAX_DOCKER_CONFIG_BYTES */.LD)).toString('utf8');
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new errors/* CountersignError */.WS('CREDENTIALS_INVALID', {
            what: `The registry credentials in ${path} cannot be read: ${error instanceof Error ? error.message : ''}`,
            remedy: 'Make the file readable for this user, or remove it.',
            cause: error,
        });
    }
}
function credentialOf(entry, source, invalid) {
    if (!(0,build_json/* isObject */.G)(entry))
        return undefined;
    const text = (name) => {
        const value = entry[name];
        return typeof value === 'string' ? value : '';
    };
    if (text('identitytoken') !== '')
        return { kind: 'identity-token', token: text('identitytoken'), source };
    if (text('registrytoken') !== '')
        return { kind: 'registry-token', token: text('registrytoken'), source };
    if (text('auth') !== '') {
        const pair = Buffer.from(text('auth'), 'base64').toString('utf8').replace(/\0+$/, '');
        const colon = pair.indexOf(':');
        if (colon < 1)
            throw invalid(`"auth" of ${source} is not the base64 of user:password`);
        return { kind: 'basic', username: pair.slice(0, colon), password: pair.slice(colon + 1), source };
    }
    // `{}`: the entry only says that a credentials store has it.
    if (text('username') === '')
        return undefined;
    return { kind: 'basic', username: text('username'), password: text('password'), source };
}
const entriesOf = (value) => ((0,build_json/* isObject */.G)(value) ? Object.entries(value) : []);

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./packages/core/build/registry/credentials/helper.js



/**
 * Asks `docker-credential-NAME get` (docker/docker-credential-helpers), without a shell, its output and time bounded.
 * undefined: it knows nothing of this server. Throws CREDENTIALS_INVALID where it is missing, fails or answers nonsense;
 * what it printed is not shown, since it may hold the secret.
 */
async function askHelper(call) {
    const program = `docker-credential-${call.name}`;
    const invalid = (why, cause) => new errors/* CountersignError */.WS('CREDENTIALS_INVALID', {
        what: `The credential helper ${JSON.stringify(program)} ${why} (asked for ${call.serverUrl})`,
        remedy: `Install ${program} on PATH and log in with it, or take it out of the Docker configuration.`,
        cause,
    });
    // A name with a slash would be a path of the configuration's choice.
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(call.name))
        throw invalid('has a name that cannot be right');
    const { code, stdout, failure } = await run(program, call);
    if (failure !== undefined)
        throw invalid(failure);
    if (code !== 0) {
        // Helpers say this on stdout, in these words, with status 1.
        if (/credentials not found|no credentials|not found in native keychain/i.test(stdout))
            return undefined;
        throw invalid(`failed with status ${code}`);
    }
    const answer = helper_parse(stdout);
    if (answer === undefined)
        throw invalid('answered something that is not a credential');
    const source = `${program} for ${call.serverUrl}`;
    if (answer.Secret === '')
        return undefined;
    return answer.Username === '<token>'
        ? { kind: 'identity-token', token: answer.Secret, source }
        : { kind: 'basic', username: answer.Username, password: answer.Secret, source };
}
function run(program, { serverUrl, env, signal }) {
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.spawn)(program, ['get'], {
            env,
            signal,
            shell: false,
            windowsHide: true,
            stdio: ['pipe', 'pipe', 'ignore'],
        });
        // Not spawn's own timeout: where there is no such program, that one would keep this process waiting.
        const timer = setTimeout(() => {
            stop();
        }, limits/* CREDENTIAL_HELPER_TIMEOUT_MS */.sE);
        const stop = () => {
            child.kill('SIGKILL');
            child.stdout.destroy(); // a program of the helper's own may hold it open
        };
        const chunks = [];
        let length = 0;
        child.stdout.on('data', (chunk) => {
            length += chunk.length;
            if (length > limits/* MAX_CREDENTIAL_HELPER_BYTES */.EX)
                stop();
            else
                chunks.push(chunk);
        });
        child.stdin.on('error', () => {
            // It ended without reading: its status says what that means.
        });
        child.once('error', (error) => {
            clearTimeout(timer);
            const missing = 'code' in error && error.code === 'ENOENT';
            resolve({ code: null, stdout: '', failure: missing ? 'is not installed' : 'could not be run' });
        });
        child.once('close', (code, killed) => {
            clearTimeout(timer);
            resolve({
                code,
                stdout: Buffer.concat(chunks).toString('utf8'),
                failure: length > limits/* MAX_CREDENTIAL_HELPER_BYTES */.EX
                    ? `answered more than ${limits/* MAX_CREDENTIAL_HELPER_BYTES */.EX} bytes`
                    : killed === null
                        ? undefined
                        : `was ended (${killed}); it has ${limits/* CREDENTIAL_HELPER_TIMEOUT_MS */.sE / 1000} s to answer`,
            });
        });
        child.stdin.end(serverUrl);
    });
}
function helper_parse(stdout) {
    let json;
    try {
        json = JSON.parse(stdout);
    }
    catch {
        return undefined;
    }
    if (typeof json !== 'object' || json === null || !('Username' in json) || !('Secret' in json))
        return undefined;
    const { Username, Secret } = json;
    return typeof Username === 'string' && typeof Secret === 'string' ? { Username, Secret } : undefined;
}

;// CONCATENATED MODULE: ./packages/core/build/registry/credentials/finder.js




/** Finds the credential of a repository. Files are read, and helpers asked, at the first need and once. */
class CredentialFinder {
    #sources;
    #signal;
    #files = new Map();
    #answers = new Map();
    constructor(sources, signal) {
        this.#sources = sources;
        this.#signal = signal;
    }
    /**
     * Explicit credentials of exactly this host; else, file by file: entries for a path above the repository, the longest
     * first; the host's helper; the store; the host's entry. undefined: anonymous. Throws CREDENTIALS_INVALID.
     */
    async find(name) {
        const host = canonical(name.host);
        const explicit = this.#sources.explicit.find((each) => canonical(each.host) === host);
        if (explicit !== undefined) {
            const { username, password } = explicit;
            return { kind: 'basic', username, password, source: `the credentials given for ${explicit.host}` };
        }
        for (const path of authFilePaths(this.#sources)) {
            const file = await this.#read(path);
            const found = file === undefined ? undefined : await this.#findIn(file, { ...name, host });
            if (found !== undefined)
                return found;
        }
        return undefined;
    }
    async #findIn(file, name) {
        for (const key of pathsAbove(name)) {
            const helper = file.helpers.get(key);
            const found = helper === undefined ? file.auths.get(key) : await this.#ask(helper.name, helper.serverUrl);
            if (found !== undefined)
                return found;
        }
        const serverUrl = name.host === reference/* DOCKER_HUB */.Xb ? DOCKER_HUB_SERVER : name.host;
        const helper = file.helpers.get(name.host);
        if (helper !== undefined)
            return this.#ask(helper.name, serverUrl);
        const stored = file.store === undefined ? undefined : await this.#ask(file.store, serverUrl);
        return stored ?? file.auths.get(name.host);
    }
    #read(path) {
        const reading = this.#files.get(path) ?? readAuthFile(path);
        this.#files.set(path, reading);
        return reading;
    }
    #ask(name, serverUrl) {
        const key = `${name} ${serverUrl}`;
        const asking = this.#answers.get(key) ?? askHelper({ name, serverUrl, env: this.#sources.env, signal: this.#signal });
        this.#answers.set(key, asking);
        return asking;
    }
}
function authFilePaths({ env, homeDir }) {
    const set = (name) => (env[name] === '' ? undefined : env[name]);
    const docker = set('DOCKER_CONFIG') ?? (homeDir === undefined ? undefined : (0,external_node_path_.join)(homeDir, '.docker'));
    const runtime = set('XDG_RUNTIME_DIR');
    const containers = set('REGISTRY_AUTH_FILE') ??
        (runtime === undefined ? undefined : (0,external_node_path_.join)(runtime, 'containers', 'auth.json'));
    return [docker === undefined ? undefined : (0,external_node_path_.join)(docker, 'config.json'), containers].filter((path) => path !== undefined);
}
/** `host/a/b/c`, `host/a/b`, `host/a`: without the host alone. */
function pathsAbove(name) {
    const parts = (0,reference/* formatName */.nD)(name).split('/');
    return parts.map((_part, index) => parts.slice(0, parts.length - index).join('/')).slice(0, -1);
}
const canonical = (host) => (0,reference/* isDockerHub */.gr)(host.toLowerCase()) ? reference/* DOCKER_HUB */.Xb : normalizeKey(host);

;// CONCATENATED MODULE: ./packages/core/build/registry/credentials/index.js


;// CONCATENATED MODULE: ./packages/core/build/registry/fresh.js

/**
 * Reads again, a bounded number of times, while what was written a moment ago is not there yet: replicated registries
 * answer a read from another copy than the one that took the write.
 */
async function whileMissing({ clock, random, signal }, read, isMissing) {
    let result = await read();
    for (let attempt = 0; attempt < limits/* MAX_FRESH_READS */.as && isMissing(result); attempt += 1) {
        await clock.sleep(limits/* FIRST_FRESH_DELAY_MS */.zQ * 2 ** attempt * (1 + random.fraction() / 2), signal);
        result = await read();
    }
    return result;
}

;// CONCATENATED MODULE: ./packages/core/build/registry/manifest-document.js




/**
 * Reads the bytes of an image manifest or an index (OCI image specification; Docker schema 2 likewise). Entries of an
 * index that are no valid descriptor are left out: other tools write there. Throws REGISTRY_MISBEHAVED for anything else that is
 * not what the media type says, `where` naming it.
 */
function readManifestDocument(bytes, mediaType, where) {
    const json = readJson(bytes, where);
    if (json.schemaVersion !== 2)
        throw malformed(where, 'its schemaVersion is not 2');
    checkKind(json, mediaType, where);
    const common = {
        schemaVersion: 2,
        mediaType,
        ...optionalText(json, 'artifactType'),
        ...optional('subject', readDescriptor(json.subject)),
        ...optional('annotations', readAnnotations(json.annotations)),
    };
    if ((0,oci/* isIndexMediaType */.$$)(mediaType)) {
        const entries = listOf(json.manifests, where).map(readDescriptor);
        const manifests = entries.filter((each) => each !== undefined);
        return { kind: 'index', index: { ...common, manifests }, unreadable: entries.length - manifests.length };
    }
    const config = readDescriptor(json.config);
    const layers = listOf(json.layers, where).map(readDescriptor);
    if (config === undefined)
        throw malformed(where, 'its config is no descriptor');
    if (!allDefined(layers))
        throw malformed(where, 'a layer of it is no descriptor');
    return { kind: 'manifest', manifest: { ...common, config, layers } };
}
/** The media type a manifest's own bytes state; undefined where they state none. Throws REGISTRY_MISBEHAVED. */
function statedMediaType(bytes, where) {
    const json = readJson(bytes, where);
    const stated = json.mediaType;
    if (stated === undefined || stated === '')
        return undefined;
    if (typeof stated !== 'string')
        throw malformed(where, 'its mediaType is no text');
    return stated;
}
/** undefined for what is not a valid descriptor (OCI image specification, "Content Descriptors"). */
function readDescriptor(value) {
    if (!(0,build_json/* isObject */.G)(value))
        return undefined;
    const { mediaType, digest, size } = value;
    if (typeof mediaType !== 'string' ||
        !MEDIA_TYPE.test(mediaType) ||
        mediaType.length > limits/* MAX_MEDIA_TYPE_CHARS */.fJ) {
        return undefined;
    }
    if (typeof digest !== 'string' || !(0,oci/* isDigest */.Bc)(digest))
        return undefined;
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        return undefined;
    return {
        mediaType,
        digest,
        size,
        ...optionalText(value, 'artifactType'),
        ...optional('annotations', readAnnotations(value.annotations)),
        ...optional('platform', readPlatform(value.platform)),
    };
}
// RFC 6838, section 4.2, loosely.
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:;[\x20-\x7e]*)?$/;
/** A document that is both an image and an index would be read as one by us and as the other by someone else. */
function checkKind(json, mediaType, where) {
    switch (mediaType) {
        case oci/* OCI_INDEX */.$p:
        case oci/* DOCKER_INDEX */.Mu:
            if (json.layers !== undefined || json.config !== undefined) {
                throw malformed(where, 'it is called an index and has layers');
            }
            return;
        case oci/* OCI_MANIFEST */.EG:
        case oci/* DOCKER_MANIFEST */.Vv:
            if (json.manifests !== undefined)
                throw malformed(where, 'it is called a manifest and has manifests');
            return;
        default:
            throw malformed(where, `its media type ${JSON.stringify(mediaType.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.Sp))} is neither manifest nor index`);
    }
}
function listOf(value, where) {
    if (value === null || value === undefined)
        return []; // Go writes an empty list as null
    if (!Array.isArray(value))
        throw malformed(where, 'a list in it is no list');
    if (value.length > limits/* MAX_DESCRIPTORS_PER_MANIFEST */.GA) {
        throw malformed(where, `it has more than ${limits/* MAX_DESCRIPTORS_PER_MANIFEST */.GA} entries`);
    }
    return value;
}
function readJson(bytes, where) {
    let json;
    try {
        json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (cause) {
        throw malformed(where, 'it is not JSON', cause);
    }
    if (!(0,build_json/* isObject */.G)(json))
        throw malformed(where, 'it is not a JSON object');
    return json;
}
function readAnnotations(value) {
    if (!(0,build_json/* isObject */.G)(value))
        return undefined;
    return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'string'));
}
function readPlatform(value) {
    if (!(0,build_json/* isObject */.G)(value))
        return undefined;
    const { os, architecture } = value;
    if (typeof os !== 'string' || typeof architecture !== 'string')
        return undefined;
    return { os, architecture, ...optionalText(value, 'variant') };
}
const allDefined = (values) => values.every((value) => value !== undefined);
const optionalText = (json, name) => {
    const value = json[name];
    return typeof value === 'string' && value !== '' ? { [name]: value } : {};
};
const optional = (name, value) => value === undefined ? {} : { [name]: value };
const malformed = (where, why, cause) => new errors/* CountersignError */.WS('REGISTRY_MISBEHAVED', {
    what: `${where} cannot be read: ${why}`,
    remedy: 'Check what was pushed there, and that no proxy changes the answers of the registry.',
    cause,
});

;// CONCATENATED MODULE: ./packages/core/build/registry/manifests.js









/** The manifests of one repository (OCI distribution specification, "Pulling manifests", "Pushing Manifests"). */
class Manifests {
    #connection;
    #name;
    constructor(connection, name) {
        this.#connection = connection;
        this.#name = name;
    }
    async getManifest(target, options) {
        const read = () => this.#read(target);
        return options?.fresh === true
            ? whileMissing(this.#connection.context, read, (found) => found === undefined)
            : read();
    }
    async headManifest(target) {
        const doing = this.#doing(`look up the manifest ${target}`);
        const response = await this.#connection.send({
            method: 'HEAD',
            path: `manifests/${target}`,
            access: 'pull',
            doing,
            headers: { accept: ACCEPT },
            maxResponseBytes: 0,
        });
        if (response.status === 404)
            return undefined;
        if (response.status !== 200)
            throw await this.#connection.refusal(response, doing);
        const size = Number(response.headers['content-length']);
        const digest = (0,oci/* isDigest */.Bc)(target) ? target : response.headers['docker-content-digest'];
        const mediaType = contentType(response);
        // What a HEAD leaves out, the manifest itself says.
        if (digest === undefined || !(0,oci/* isDigest */.Bc)(digest) || !oci/* IMAGE_MEDIA_TYPES */.xp.includes(mediaType) || !(size > 0)) {
            return (await this.#read(target))?.descriptor;
        }
        return { mediaType, digest, size };
    }
    async putManifest(target, bytes, mediaType, condition) {
        const digest = (0,oci/* digestOf */.ol)(bytes);
        const doing = {
            ...this.#doing(`store the manifest ${target}`),
            ...((0,oci/* isDigest */.Bc)(target) ? {} : { movesTag: target }),
        };
        const stillHolds = async () => {
            if (condition?.kind !== 'unchanged')
                return;
            const standing = await this.#read(target);
            if (standing?.descriptor.digest !== condition.digest)
                throw new Overtaken();
        };
        const write = async () => {
            await stillHolds();
            return this.#connection.send({
                method: 'PUT',
                path: `manifests/${target}`,
                access: 'pull,push',
                doing,
                headers: { 'content-type': mediaType, ...headersOf(condition) },
                body: bytes,
                maxResponseBytes: limits/* MAX_WRITE_ANSWER_BYTES */.Ax,
                beforeRepeat: stillHolds,
            });
        };
        // A blob uploaded a moment ago may not be visible yet to what checks the manifest.
        const response = await whileMissing(this.#connection.context, write, saysContentUnknown).catch(overtaken);
        if (response === undefined)
            return undefined;
        if (response.status === 412 && condition !== undefined && !saysImmutable(response))
            return undefined;
        if (response.status < 200 || response.status > 299)
            throw await this.#connection.refusal(response, doing);
        const stated = response.headers['docker-content-digest'];
        if (stated !== undefined && stated !== digest && (0,oci/* isDigest */.Bc)(stated)) {
            throw (0,http/* misbehaved */.ty)('registry', this.#name.host, `stored ${target} as ${stated}, but the bytes sent are ${digest}`);
        }
        return { digest, referrerIndexed: response.headers['oci-subject'] !== undefined };
    }
    async #read(target) {
        const doing = this.#doing(`read the manifest ${target}`);
        const response = await whileUnreadable(this.#connection.context, () => this.#connection.send({
            method: 'GET',
            path: `manifests/${target}`,
            access: 'pull',
            doing,
            headers: { accept: ACCEPT },
            maxResponseBytes: limits/* MAX_MANIFEST_BYTES */.ZJ,
        }));
        if (response.status === 404)
            return undefined;
        if (response.status !== 200)
            throw await this.#connection.refusal(response, doing);
        const { body: bytes } = response;
        // Before the digest is looked at: what is no manifest of anyone decides nothing about the image.
        if (isNoJson(response)) {
            throw (0,http/* misbehaved */.ty)('registry', this.#name.host, `answered the manifest ${target} with something that is no JSON`);
        }
        const digest = (0,oci/* digestOf */.ol)(bytes);
        const expected = (0,oci/* isDigest */.Bc)(target) ? target : response.headers['docker-content-digest'];
        if (expected !== undefined && (0,oci/* isDigest */.Bc)(expected) && expected !== digest) {
            throw new errors/* CountersignError */.WS('DIGEST_MISMATCH', {
                what: `${(0,reference/* formatName */.nD)(this.#name)} answered ${expected} with other bytes: they are ${digest}`,
                remedy: 'Do not use this image: the registry, or something before it, changed what was stored.',
            });
        }
        return {
            bytes,
            descriptor: { mediaType: this.#mediaType(response, target), digest, size: bytes.length },
            etag: response.headers.etag,
        };
    }
    /** Content-Type and the body's own word must agree: a manifest that two readers take for two things is an attack. */
    #mediaType(response, target) {
        const served = contentType(response);
        const where = `The manifest ${target} in ${(0,reference/* formatName */.nD)(this.#name)}`;
        const stated = statedMediaType(response.body, where);
        const known = !UNTYPED.has(served);
        if (known && stated !== undefined && stated !== served) {
            throw (0,http/* misbehaved */.ty)('registry', this.#name.host, `served ${target} as ${JSON.stringify(served.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.Sp))}, but it calls itself ${JSON.stringify(stated.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.Sp))}`);
        }
        return stated ?? served;
    }
    #doing(what) {
        return { name: this.#name, what };
    }
}
/** What stands under the tag is not what the caller read any more. */
class Overtaken extends Error {
    name = 'Overtaken';
}
function overtaken(error) {
    if (error instanceof Overtaken)
        return undefined;
    throw error;
}
const ACCEPT = oci/* IMAGE_MEDIA_TYPES */.xp.join(', ');
/** What a server says that does not know what it serves. */
const UNTYPED = new Set(['', 'application/json', 'application/octet-stream', 'text/plain']);
const contentType = (response) => (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
function headersOf(condition) {
    switch (condition?.kind) {
        case 'absent':
            return { 'if-none-match': '*' };
        case 'match':
            return { 'if-match': condition.etag };
        case 'unchanged':
        case undefined:
            return {};
    }
}

;// CONCATENATED MODULE: ./packages/core/build/registry/kept-entries.js




/**
 * The entries of others as they stand in a manifest that is about to be written again, with every member that we do
 * not know (`urls`, `data`, whatever comes later): a descriptor as we read it has only those that we use.
 */
class KeptEntries {
    #keyOf;
    #raw = new Map();
    /** `keyOf`: tells entries apart as the format does. */
    constructor(keyOf) {
        this.#keyOf = keyOf;
    }
    /** Takes note of a list of a stored manifest. What is no descriptor, or could not be written again, is passed over. */
    note(stored, list) {
        for (const entry of kept_entries_entriesOf(stored, list)) {
            const descriptor = readDescriptor(entry);
            if (descriptor === undefined || !isShallow(entry))
                continue;
            const key = this.#keyOf(descriptor);
            if (!this.#raw.has(key))
                this.#raw.set(key, entry);
        }
    }
    /** The entry with all its members; those of `descriptor` win, since they may have been mended. */
    asStored(descriptor) {
        const raw = this.#raw.get(this.#keyOf(descriptor));
        if (raw === undefined)
            return { ...descriptor };
        const platform = (0,build_json/* isObject */.G)(raw.platform) ? { platform: { ...raw.platform, ...descriptor.platform } } : {};
        return { ...raw, ...descriptor, ...platform };
    }
}
/** Entries of an index by another digest algorithm: valid, not for us to read, and not for us to lose. */
const foreignEntries = (stored) => (0,oci/* isIndexMediaType */.$$)(stored.descriptor.mediaType)
    ? kept_entries_entriesOf(stored, 'manifests').filter((entry) => typeof entry.digest === 'string' && OTHER_ALGORITHM.test(entry.digest) && isShallow(entry))
    : [];
/** Whether an index names anything at all, readable or not. */
const holdsEntries = (stored) => (0,oci/* isIndexMediaType */.$$)(stored.descriptor.mediaType) && kept_entries_entriesOf(stored, 'manifests').length > 0;
/** OCI image specification, "Digests": `algorithm ":" encoded`. */
const OTHER_ALGORITHM = /^(?!sha256:)[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]{32,200}$/;
/** The objects in a list of a manifest's JSON; none where there is no such list. */
function kept_entries_entriesOf({ bytes }, list) {
    let json;
    try {
        json = JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return []; // junk holds no entries
    }
    const entries = (0,build_json/* isObject */.G)(json) ? json[list] : undefined;
    return Array.isArray(entries) ? entries.filter(build_json/* isObject */.G) : [];
}
/** JSON that is nested deeply enough can be parsed and not be written. */
const isShallow = (value, depth = 0) => typeof value !== 'object' ||
    value === null ||
    (depth < limits/* MAX_ENTRY_DEPTH */.aK && Object.values(value).every((member) => isShallow(member, depth + 1)));

;// CONCATENATED MODULE: ./packages/core/build/registry/fallback-index.js






/** The tag of the fallback index (OCI distribution specification, "Referrers Tag Schema"). */
const fallbackTag = (subject) => `sha256-${(0,oci/* hexOf */.ZD)(subject)}`;
/** The entries of a fallback index; none where something else stands under its tag. */
function fallbackEntries(stored, subject) {
    // `cosign copy` puts the image itself under this tag: its platform manifests are no referrers.
    if (stored === undefined || stored.descriptor.digest === subject)
        return [];
    const document = documentOf(stored, `The fallback index of ${subject}`);
    return document?.kind === 'index' ? document.index.manifests : [];
}
/**
 * How the fallback index of a subject is written: descriptors that other tools wrote wrongly are mended on the way, and
 * nothing else of theirs is changed or lost. Composing throws REGISTRY_MISBEHAVED for an index that cannot be read.
 */
function fallbackFormat(repository, subject) {
    const known = new Map();
    const kept = new KeptEntries(({ digest }) => digest);
    return {
        entries: (stored) => {
            const entries = fallbackEntries(stored, subject);
            if (entries.length > 0)
                kept.note(stored, 'manifests');
            return entries;
        },
        keyOf: ({ digest }) => digest,
        compose: async (entries, current) => {
            const mended = await mendDescriptors(repository, entries, known, lacksTypeOrAnnotations);
            const others = current === undefined || current.descriptor.digest === subject ? undefined : current;
            const document = others && toReplace(others, `The fallback index of ${subject}`);
            const manifests = [
                ...mended.map((entry) => kept.asStored(entry)),
                ...(others === undefined ? [] : foreignEntries(others)),
            ];
            const annotations = document?.kind === 'index' ? document.index.annotations : undefined;
            const index = {
                schemaVersion: 2,
                mediaType: oci/* OCI_INDEX */.$p,
                manifests,
                ...(annotations === undefined ? {} : { annotations }),
            };
            return { bytes: Buffer.from(JSON.stringify(index)), mediaType: oci/* OCI_INDEX */.$p };
        },
    };
}
/**
 * The descriptor of a referrer as an index must have it: with the artifact type of its manifest (its config's type where
 * it names none) and its annotations.
 */
function referrerDescriptor(descriptor, document) {
    const { artifactType, annotations } = document.kind === 'index' ? document.index : document.manifest;
    const type = artifactType ?? (document.kind === 'manifest' ? document.manifest.config.mediaType : undefined);
    return {
        mediaType: descriptor.mediaType,
        digest: descriptor.digest,
        size: descriptor.size,
        ...(type === undefined ? {} : { artifactType: type }),
        ...(annotations === undefined ? {} : { annotations }),
    };
}
/**
 * go-containerregistry before 0.21.6 (cosign up to 3.0.6) writes the empty type as artifactType and no annotations,
 * later ones no annotations: readers that filter by type see nothing then. The manifests themselves say what is right.
 * A manifest that is gone, or cannot be read, leaves its entry as it is. `known` saves asking twice.
 */
async function mendDescriptors(repository, entries, known, looksWrong) {
    const doubtful = entries.filter((entry) => looksWrong(entry) && !known.has(entry.digest));
    const bounded = doubtful.slice(0, limits/* MAX_MENDED_DESCRIPTORS */.ks);
    for (let at = 0; at < bounded.length; at += limits/* MEND_CONCURRENCY */.fX) {
        const batch = bounded.slice(at, at + limits/* MEND_CONCURRENCY */.fX);
        const found = await Promise.all(batch.map((entry) => fromManifest(repository, entry)));
        for (const [index, entry] of batch.entries())
            known.set(entry.digest, found[index] ?? entry);
    }
    return entries.map((entry) => (looksWrong(entry) ? (known.get(entry.digest) ?? entry) : entry));
}
/** For a reader: a filter by type would pass it over. */
const lacksType = ({ artifactType }) => artifactType === undefined || artifactType === oci/* OCI_EMPTY */.g1;
/** For a writer, who leaves nothing wrong behind. */
const lacksTypeOrAnnotations = (entry) => lacksType(entry) || entry.annotations === undefined;
async function fromManifest(repository, entry) {
    const stored = await repository.getManifest(entry.digest).catch((error) => {
        // An entry that anyone put there must not stop the others: only what could pass on a later run is passed on.
        if (error instanceof errors/* CountersignError */.WS &&
            (error.code === 'REGISTRY_MISBEHAVED' || error.fault === 'rejection')) {
            return undefined;
        }
        throw error;
    });
    if (stored === undefined)
        return undefined;
    const document = documentOf(stored, `The manifest ${entry.digest} in ${(0,reference/* formatName */.nD)(repository.name)}`);
    return document === undefined ? undefined : referrerDescriptor(stored.descriptor, document);
}
/** As documentOf; but an index with entries that are ours to keep and cannot be read must not be written over. */
function toReplace(stored, where) {
    const document = documentOf(stored, where);
    if (document !== undefined || !holdsEntries(stored))
        return document;
    return readManifestDocument(stored.bytes, stored.descriptor.mediaType, where);
}
/** undefined for what is neither manifest nor index: anyone who may push may put anything there. */
function documentOf(stored, where) {
    try {
        return readManifestDocument(stored.bytes, stored.descriptor.mediaType, where);
    }
    catch (error) {
        if (error instanceof errors/* CountersignError */.WS)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/core/build/registry/referrers.js








/** Referrers of one repository (OCI distribution specification, "Listing Referrers"). */
class Referrers {
    #connection;
    #repository;
    /** Once a repository has shown that it lacks the API, it is not asked again. */
    #api = 'unknown';
    constructor(connection, repository) {
        this.#connection = connection;
        this.#repository = repository;
    }
    async list(subject, filter = {}) {
        const found = this.#api === 'absent' ? undefined : await this.#fromApi(subject, filter.artifactType);
        const all = found ?? (await this.#fromFallback(subject));
        const descriptors = all.filter(({ artifactType }) => filter.artifactType === undefined || artifactType === filter.artifactType);
        return { source: found === undefined ? 'fallback' : 'api', descriptors };
    }
    async source(subject) {
        if (this.#api === 'unknown')
            return (await this.list(subject)).source;
        return this.#api === 'present' ? 'api' : 'fallback';
    }
    async #fromApi(subject, artifactType) {
        const query = artifactType === undefined ? '' : `?artifactType=${encodeURIComponent(artifactType)}`;
        const first = await this.#page(`referrers/${subject}${query}`, subject);
        if (!isIndexAnswer(first)) {
            this.#api = 'absent';
            return undefined;
        }
        this.#api = 'present';
        const found = new Map();
        let page = first;
        for (let pages = 1;; pages += 1) {
            for (const each of this.#read(page, subject))
                found.set(each.digest, each);
            const next = nextPage(page, this.#connection.origin, this.#name);
            if (next === undefined)
                return [...found.values()];
            if (pages >= limits/* MAX_REFERRER_PAGES */.Qy || found.size > limits/* MAX_REFERRERS */.OB) {
                throw (0,http/* misbehaved */.ty)('registry', this.#name.host, `has more than ${limits/* MAX_REFERRERS */.OB} referrers of ${subject}`);
            }
            page = await this.#page(next, subject);
            if (!isIndexAnswer(page)) {
                throw (0,http/* misbehaved */.ty)('registry', this.#name.host, `broke off the list of referrers of ${subject} (${page.status})`);
            }
        }
    }
    /** Descriptors that other tools wrote without their type are completed, or a filter would miss their manifests. */
    async #fromFallback(subject) {
        const stored = await this.#repository.getManifest(fallbackTag(subject));
        return mendDescriptors(this.#repository, fallbackEntries(stored, subject), new Map(), lacksType);
    }
    /** 501 is how some registries say that they have no such route; the request layer does not repeat it. */
    #page(path, subject) {
        return whileUnreadable(this.#connection.context, () => this.#connection.send({
            method: 'GET',
            path,
            access: 'pull',
            doing: { name: this.#name, what: `list the referrers of ${subject}` },
            headers: { accept: oci/* OCI_INDEX */.$p },
            maxResponseBytes: limits/* MAX_MANIFEST_BYTES */.ZJ,
        }));
    }
    #read(page, subject) {
        const where = `The list of referrers of ${subject} in ${(0,reference/* formatName */.nD)(this.#name)}`;
        const document = readManifestDocument(page.body, oci/* OCI_INDEX */.$p, where);
        return document.kind === 'index' ? document.index.manifests : [];
    }
    get #name() {
        return this.#repository.name;
    }
}
/**
 * The API is there only if it answers 200 with exactly the index type: some registries answer every route with a page,
 * and OCI-Subject alone proves nothing (ECR sends it without having the API).
 */
const isIndexAnswer = (response) => response.status === 200 && contentType(response) === oci/* OCI_INDEX */.$p;
/** RFC 8288: the link whose relation is "next"; only of this very registry, since credentials go along. */
function nextPage(response, origin, name) {
    for (const [, target = '', parameters = ''] of (response.headers.link ?? '').matchAll(/<([^<>]*)>([^<]*)/g)) {
        if (!/;\s*rel\s*=\s*"?next"?\s*(?:[;,]|$)/i.test(parameters))
            continue;
        const url = URL.canParse(target, response.url) ? new URL(target, response.url) : undefined;
        if (url?.origin !== origin.origin) {
            throw (0,http/* misbehaved */.ty)('registry', name.host, 'continues its list of referrers on another host');
        }
        return url;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/core/build/registry/client.js






/** Registries over the distribution API (OCI distribution specification 1.1). Nothing is asked or read before the first need. */
function createRegistryClient({ context, credentials, plainHttpHosts, }) {
    const finder = new CredentialFinder(credentials, context.signal);
    const connections = new Map();
    const repositories = new Map();
    const connect = (host) => {
        const connection = connections.get(host) ?? new Connection({ context, host, plainHttpHosts, credentials: finder });
        connections.set(host, connection);
        return connection;
    };
    return {
        repository: ({ host, repository }) => {
            const name = { host, repository };
            const key = (0,reference/* formatName */.nD)(name);
            const found = repositories.get(key) ?? repositoryOf(connect(host), name);
            repositories.set(key, found);
            return found;
        },
    };
}
function repositoryOf(connection, name) {
    const manifests = new Manifests(connection, name);
    const blobs = new Blobs(connection, name);
    const repository = {
        name,
        getManifest: (target, options) => manifests.getManifest(target, options),
        headManifest: (target) => manifests.headManifest(target),
        putManifest: (target, bytes, mediaType, condition) => manifests.putManifest(target, bytes, mediaType, condition),
        getBlob: (descriptor, maxBytes) => blobs.getBlob(descriptor, maxBytes),
        openBlob: (descriptor) => blobs.openBlob(descriptor),
        putBlob: (blob, options) => blobs.putBlob(blob, options),
        listReferrers: (subject, filter) => referrers.list(subject, filter),
        referrersSource: (subject) => referrers.source(subject),
        proveWriteAccess: (options) => blobs.proveWriteAccess(options),
    };
    const referrers = new Referrers(connection, repository);
    return repository;
}

// EXTERNAL MODULE: ./packages/core/build/concurrency.js
var concurrency = __webpack_require__(9045);
;// CONCATENATED MODULE: ./packages/core/build/registry/add-referrers.js





/**
 * Stores referrers of one subject, each under its digest: the first `ordered` (all, unless said) one after the other, the
 * rest after them and in parallel; then, where the registry lacks the referrers
 * API, enters all of them in the fallback index in one write. `writer` has to be settled afterwards. The descriptors
 * are as an index has them.
 */
async function addReferrers(repository, writer, subject, referrers, ordered = referrers.length) {
    const store = async ({ bytes, mediaType, onStep }) => {
        const where = `A new referrer of ${subject} in ${(0,reference/* formatName */.nD)(repository.name)}`;
        const document = readManifestDocument(bytes, mediaType, where);
        const digest = (0,oci/* digestOf */.ol)(bytes);
        onStep?.('sent');
        await repository.putManifest(digest, bytes, mediaType);
        onStep?.('stored');
        return referrerDescriptor({ mediaType, digest, size: bytes.length }, document);
    };
    const descriptors = [];
    for (const referrer of referrers.slice(0, ordered))
        descriptors.push(await store(referrer));
    descriptors.push(...(await (0,concurrency/* allEnded */.C)(referrers.slice(ordered).map(store))));
    // OCI-Subject in the answer does not prove that the API is there (ECR): only the API itself does.
    const source = await repository.referrersSource(subject);
    if (source === 'fallback' && descriptors.length > 0) {
        await writer.write(fallbackTag(subject), fallbackFormat(repository, subject), descriptors);
    }
    return { source, descriptors };
}

;// CONCATENATED MODULE: ./packages/core/build/registry/layers-format.js




/**
 * The manifest of a `.sig` or `.att` tag: one layer per signature or attestation, and a config whose diff_ids are the
 * layers' digests (sigstore/cosign specs/SIGNATURE_SPEC.md, ATTESTATION_SPEC.md). The layers' blobs must be there already.
 * Two signers of one image sign the same document: a layer is told apart by its annotations too. Layers of others are
 * written again as they stood.
 */
const layersFormat = (repository) => {
    const kept = new KeptEntries(layers_format_keyOf);
    return {
        entries: (stored) => {
            const { bytes, descriptor } = stored;
            const where = `The manifest ${descriptor.digest} in ${(0,reference/* formatName */.nD)(repository.name)}`;
            const document = readManifestDocument(bytes, descriptor.mediaType, where);
            if (document.kind !== 'manifest')
                return [];
            kept.note(stored, 'layers');
            return document.manifest.layers;
        },
        keyOf: layers_format_keyOf,
        compose: async (layers) => {
            const config = layersConfig(layers);
            await repository.putBlob(config, { isNew: true });
            const manifest = {
                schemaVersion: 2,
                mediaType: oci/* OCI_MANIFEST */.EG,
                config: { mediaType: oci/* OCI_CONFIG */.TF, digest: (0,oci/* digestOf */.ol)(config), size: config.length },
                layers: layers.map((layer) => kept.asStored(layer)),
            };
            return { bytes: Buffer.from(JSON.stringify(manifest)), mediaType: oci/* OCI_MANIFEST */.EG };
        },
    };
};
/**
 * A layer of the same bytes with another signature or another witness is another claim. Were it not, a layer with its
 * certificate taken away would stand in for the whole one for ever: what is signed with RSA is the same bytes each time.
 */
const layers_format_keyOf = ({ mediaType, digest, size, annotations = {} }) => JSON.stringify([mediaType, digest, size, Object.entries(annotations).sort()]);
/** The config of a tag that holds these layers and no others, as cosign writes it: of no platform, created at no time. */
const layersConfig = (layers) => Buffer.from(JSON.stringify({
    architecture: '',
    created: '0001-01-01T00:00:00Z',
    history: layers.map(() => ({ created: '0001-01-01T00:00:00Z' })),
    os: '',
    rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digest) },
    config: {},
}));

;// CONCATENATED MODULE: ./packages/core/build/registry/condition-probe.js

/**
 * Finds out whether a registry honours conditional writes, since many send an ETag and ignore If-Match (and a write that
 * was not refused proves nothing). The question does no harm: a manifest that is there already is put under its own digest
 * with a condition that cannot hold. 412 means honoured; success stored the bytes that stood there already.
 */
class ConditionProbe {
    #repository;
    #answers = new Map();
    #inVain = 0;
    constructor(repository) {
        this.#repository = repository;
    }
    /** The condition under which `next` may replace `current`: `unchanged` where the registry knows none that it keeps. */
    async conditionFor(current, next) {
        const plainly = { kind: 'unchanged', digest: current?.descriptor.digest };
        if (this.#inVain >= MAX_IN_VAIN)
            return plainly;
        if (current !== undefined) {
            if (current.etag === undefined || current.etag.startsWith('W/'))
                return plainly; // If-Match compares strongly
            const { bytes, descriptor } = current;
            const honoured = await this.#ask('match', () => this.#isRefused(bytes, descriptor.mediaType, { kind: 'match', etag: '"no-such-version"' }));
            return honoured ? { kind: 'match', etag: current.etag } : plainly;
        }
        const honoured = await this.#ask('absent', async () => {
            // Nothing stands there to ask with: the new manifest goes in first, under its digest alone.
            await this.#repository.putManifest((0,oci/* digestOf */.ol)(next.bytes), next.bytes, next.mediaType);
            return this.#isRefused(next.bytes, next.mediaType, { kind: 'absent' });
        });
        return honoured ? { kind: 'absent' } : plainly;
    }
    /** A condition was refused although nothing had changed: after a few of those none is sent any more. */
    refusedInVain() {
        this.#inVain += 1;
    }
    #ask(kind, question) {
        const asking = this.#answers.get(kind) ?? question();
        this.#answers.set(kind, asking);
        return asking;
    }
    async #isRefused(bytes, mediaType, condition) {
        return (await this.#repository.putManifest((0,oci/* digestOf */.ol)(bytes), bytes, mediaType, condition)) === undefined;
    }
}
const MAX_IN_VAIN = 3;

;// CONCATENATED MODULE: ./packages/core/build/registry/tag-writer.js




function createTagWriter(repository, options) {
    const session = {
        repository,
        options,
        probe: new ConditionProbe(repository),
    };
    const tags = new Map();
    return {
        write: (tag, format, own, { seenAbsent = false } = {}) => {
            const known = tags.get(tag);
            const state = known ?? newState(tag, format);
            tags.set(tag, state);
            const isFirst = known === undefined && seenAbsent;
            // After the one before it, whatever became of that one: its caller was told.
            const writing = state.queue.then(() => mergeAndWrite(session, state, own, isFirst), () => mergeAndWrite(session, state, own, isFirst));
            state.queue = writing;
            return writing;
        },
        settle: async () => {
            if (options.unsafeNoSettle === true)
                return;
            await Promise.all([...tags.values()].map(async (state) => {
                if (state.written === 'under condition' && (await stillStands(session, state)))
                    return;
                if (state.written !== 'no')
                    await settleTag(session, state);
            }));
        },
    };
}
const newState = (tag, format) => ({
    tag,
    format,
    seen: new Map(),
    queue: Promise.resolve(),
    written: 'no',
});
async function mergeAndWrite(session, state, own, seenAbsent) {
    const { clock, random, signal } = session.options.context;
    let current = seenAbsent ? undefined : await session.repository.getManifest(state.tag);
    take(state, current);
    for (const entry of own)
        remember(state, entry);
    for (let attempt = 1; attempt <= limits/* MAX_TAG_WRITES */.ns; attempt += 1) {
        const standing = take(state, current);
        if (allStand(state, standing))
            return { written: attempt > 1 };
        const manifest = await state.format.compose(merged(state, current), current);
        const condition = await session.probe.conditionFor(current, manifest);
        if ((await put(session, state, manifest, condition)) === 'stored')
            return { written: true };
        // Someone else was first. A little apart, or all who were refused come back at once.
        await clock.sleep(random.fraction() * Math.min(50 * attempt, 1000), signal);
        const latest = await session.repository.getManifest(state.tag);
        if (condition.kind !== 'unchanged' && sameVersion(latest, current))
            session.probe.refusedInVain();
        current = latest;
    }
    throw contended(session, state, `${limits/* MAX_TAG_WRITES */.ns} writes were each overtaken by another`);
}
/** One look at what was written under a condition: an entry that is gone shows a writer, or a registry, that keeps none. */
async function stillStands({ repository }, state) {
    return allStand(state, take(state, await repository.getManifest(state.tag, { fresh: true })));
}
async function settleTag(session, state) {
    const { clock, random, log, signal } = session.options.context;
    const { settleMs = limits/* DEFAULT_SETTLE_MS */.dk } = session.options;
    for (let round = 1, confirmed = 0; confirmed < limits/* SETTLE_READS */.Yv; round += 1) {
        if (round > limits/* MAX_SETTLE_ROUNDS */.BV) {
            throw contended(session, state, `it was not confirmed in ${limits/* MAX_SETTLE_ROUNDS */.BV} readings`);
        }
        await clock.sleep(settleMs * (0.5 + random.fraction()), signal);
        const current = await session.repository.getManifest(state.tag);
        const standing = take(state, current);
        if (allStand(state, standing)) {
            confirmed += 1;
            continue;
        }
        confirmed = 0;
        log.debug(`Entries of ${state.tag} were overwritten by another writer; writing them again`);
        await writeAgain(session, state, current);
    }
}
/** Without a condition of the registry's: it was seen to lose an entry. */
async function writeAgain(session, state, read) {
    let current = read;
    for (let attempt = 1; attempt <= limits/* MAX_TAG_WRITES */.ns; attempt += 1) {
        const manifest = await state.format.compose(merged(state, current), current);
        const condition = { kind: 'unchanged', digest: digestOf(current) };
        if ((await put(session, state, manifest, condition)) === 'stored')
            return;
        current = await session.repository.getManifest(state.tag);
        if (allStand(state, take(state, current)))
            return;
    }
}
async function put({ repository }, state, { bytes, mediaType }, condition) {
    // Said before: a write whose answer is lost may have taken effect.
    if (condition.kind === 'unchanged')
        state.written = 'plainly';
    const answer = await repository.putManifest(state.tag, bytes, mediaType, condition);
    if (answer === undefined)
        return 'overtaken';
    if (state.written === 'no')
        state.written = 'under condition';
    return 'stored';
}
/** What stands there, each entry once and in its order, then what is missing in the order first seen. */
function merged({ format, seen }, current) {
    const standing = current === undefined ? [] : format.entries(current);
    const union = new Map(standing.map((entry) => [format.keyOf(entry), entry]));
    for (const [key, entry] of seen)
        if (!union.has(key))
            union.set(key, entry);
    return [...union.values()];
}
/** The keys that stand there now; what was not known is remembered. */
function take(state, stored) {
    const entries = stored === undefined ? [] : state.format.entries(stored);
    for (const entry of entries)
        remember(state, entry);
    return new Set(entries.map((entry) => state.format.keyOf(entry)));
}
function remember(state, entry) {
    const key = state.format.keyOf(entry);
    if (!state.seen.has(key))
        state.seen.set(key, entry);
}
const allStand = (state, standing) => [...state.seen.keys()].every((key) => standing.has(key));
const digestOf = (stored) => stored?.descriptor.digest;
const sameVersion = (left, right) => digestOf(left) === digestOf(right) && left?.etag === right?.etag;
const contended = ({ repository }, { tag }, why) => new errors/* CountersignError */.WS('WRITE_CONTENDED', {
    what: `The tag ${tag} in ${(0,reference/* formatName */.nD)(repository.name)} could not be brought up to date: ${why}`,
    remedy: 'Run again when fewer runs write to this image: what is stored already is kept.',
});

;// CONCATENATED MODULE: ./packages/core/build/registry/index.js








/***/ }),

/***/ 9083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Uk: () => (/* reexport */ loadSigningConfig),
  Vc: () => (/* reexport */ loadTrust),
  t1: () => (/* reexport */ parseTrustedRoot),
  Zo: () => (/* reexport */ selectServices)
});

// UNUSED EXPORTS: checkUsable, isPublicGood, parseSigningConfig

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(9772);
// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(6524);
// EXTERNAL MODULE: ./node_modules/@sigstore/protobuf-specs/dist/index.js
var dist = __webpack_require__(9654);
;// CONCATENATED MODULE: ./packages/core/build/trust/list-members.js

/**
 * What is wrong with the lists in a document, in words that follow its name; undefined where nothing is. The generated
 * reader takes a list under another spelling (`timestamp_authorities`), or something else in its place, for an empty one:
 * then a trusted root that was meant to demand a log would demand none.
 */
function faultInLists(json, lists) {
    if (typeof json !== 'object' || json === null)
        return undefined;
    for (const [name, value] of Object.entries(json)) {
        const list = lists.find((each) => plain(each) === plain(name));
        if (list === undefined)
            continue;
        if (name !== list)
            return `names ${JSON.stringify(name.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.Sp))}, which is spelled ${list}`;
        if (value !== null && !Array.isArray(value))
            return `has something else than a list at ${list}`;
    }
    return undefined;
}
const plain = (name) => name.toLowerCase().replaceAll(/[^a-z]/g, '');

;// CONCATENATED MODULE: ./packages/core/build/trust/signing-config.js




const MEDIA_TYPE = 'application/vnd.dev.sigstore.signingconfig.v0.2+json';
const LISTS = ['caUrls', 'oidcUrls', 'rekorTlogUrls', 'tsaUrls'];
/**
 * Reads a signing_config.json v0.2 (sigstore/protobuf-specs, sigstore_trustroot.proto). `origin` names it in errors.
 * Throws SIGNING_CONFIG_INVALID.
 */
function parseSigningConfig(bytes, origin) {
    if (bytes.length > limits/* MAX_TRUSTED_ROOT_BYTES */.ci)
        throw signingConfigInvalid(`${origin} is too large`);
    let config;
    let fault;
    try {
        const json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        config = dist.SigningConfig.fromJSON(json);
        fault = faultInLists(json, LISTS);
    }
    catch (cause) {
        throw signingConfigInvalid(`${origin} is not a signing config in JSON`, cause);
    }
    if (config.mediaType !== MEDIA_TYPE) {
        throw signingConfigInvalid(`${origin} is not of the media type ${MEDIA_TYPE}`);
    }
    if (fault !== undefined)
        throw signingConfigInvalid(`${origin} ${fault}`);
    return { kind: 'config', config, origin };
}
const signingConfigInvalid = (what, cause) => new errors/* CountersignError */.WS('SIGNING_CONFIG_INVALID', {
    what: `The signing config ${what}`,
    remedy: 'Give the signing_config.v0.2.json of your Sigstore instance (input signing-config), or the URLs of its services.',
    cause,
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@sigstore/verify/dist/index.js
var verify_dist = __webpack_require__(4187);
;// CONCATENATED MODULE: ./packages/core/build/trust/trusted-root.js






const MEDIA_TYPES = [
    'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    'application/vnd.dev.sigstore.trustedroot.v0.1+json',
    'application/vnd.dev.sigstore.trustedroot.v0.2+json',
];
const trusted_root_LISTS = ['tlogs', 'ctlogs', 'certificateAuthorities', 'timestampAuthorities'];
/**
 * Reads a trusted_root.json (sigstore/protobuf-specs, sigstore_trustroot.proto) and builds every key and chain in it
 * once, so that what is wrong shows here and not in the middle of a verification. A log or authority without the start
 * of its validity is refused: a missing bound is no bound. `origin` names the input in errors.
 * Throws TRUSTED_ROOT_INVALID.
 */
function parseTrustedRoot(bytes, origin) {
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
    if (bytes.length > limits/* MAX_TRUSTED_ROOT_BYTES */.ci)
        throw invalid(origin, 'is too large');
    let trustedRoot;
    let fault;
    try {
        const json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        trustedRoot = dist.TrustedRoot.fromJSON(json);
        fault = faultInLists(json, trusted_root_LISTS);
    }
    catch (cause) {
        throw invalid(origin, 'is not a trusted root in JSON', cause);
    }
    if (!MEDIA_TYPES.includes(trustedRoot.mediaType))
        throw invalid(origin, 'is not of a known media type');
    if (fault !== undefined)
        throw invalid(origin, fault);
    for (const [name, logs] of [
        ['tlogs', trustedRoot.tlogs],
        ['ctlogs', trustedRoot.ctlogs],
    ]) {
        logs.forEach((log, at) => {
            checkLog(log, origin, `${name}[${String(at)}]`);
        });
    }
    for (const [name, authorities] of [
        ['certificateAuthorities', trustedRoot.certificateAuthorities],
        ['timestampAuthorities', trustedRoot.timestampAuthorities],
    ]) {
        authorities.forEach((authority, at) => {
            checkAuthority(authority, origin, `${name}[${String(at)}]`);
        });
    }
    try {
        (0,verify_dist/* toTrustMaterial */.jO)(trustedRoot);
    }
    catch (cause) {
        throw invalid(origin, 'holds a key or a certificate that cannot be read', cause);
    }
    return { trustedRoot, origin, sha256 };
}
/**
 * Throws TRUSTED_ROOT_EXPIRED where neither a certificate authority, a log nor a timestamp authority is valid at `now`:
 * such a root was left behind, and nothing that is signed today can verify with it.
 */
function checkUsable(material, now) {
    const { tlogs, certificateAuthorities, timestampAuthorities } = material.trustedRoot;
    const windows = [
        ...tlogs.map(({ publicKey }) => publicKey?.validFor),
        ...[...certificateAuthorities, ...timestampAuthorities].map(({ validFor }) => validFor),
    ];
    const usable = windows.some((window) => window?.start !== undefined && window.start <= now && (window.end ?? now) >= now);
    if (usable)
        return;
    throw new errors/* CountersignError */.WS('TRUSTED_ROOT_EXPIRED', {
        what: `The trusted root ${material.origin} holds no authority and no log that is valid now`,
        remedy: 'Fetch the current trusted root of your Sigstore instance.',
    });
}
function checkLog(log, origin, at) {
    if (log.logId === undefined || log.logId.keyId.length === 0)
        throw invalid(origin, `has no log id at ${at}`);
    if (log.publicKey?.rawBytes === undefined)
        throw invalid(origin, `has no public key at ${at}`);
    checkWindow(log.publicKey.validFor, origin, at);
}
function checkAuthority(authority, origin, at) {
    if ((authority.certChain?.certificates.length ?? 0) === 0)
        throw invalid(origin, `has no certificates at ${at}`);
    checkWindow(authority.validFor, origin, at);
}
function checkWindow(window, origin, at) {
    if (window?.start === undefined)
        throw invalid(origin, `does not say from when ${at} is valid`);
    for (const bound of [window.start, window.end]) {
        if (bound !== undefined && Number.isNaN(bound.getTime()))
            throw invalid(origin, `has a time that is none at ${at}`);
    }
}
const invalid = (origin, what, cause) => new errors/* CountersignError */.WS('TRUSTED_ROOT_INVALID', {
    what: `The trusted root ${origin} ${what}`,
    remedy: 'Give the trusted_root.json of your Sigstore instance as its operator publishes it.',
    cause,
});

;// CONCATENATED MODULE: ./packages/core/build/trust/load.js





/**
 * The trusted root of a source, parsed, and usable now.
 * Throws TRUSTED_ROOT_INVALID, TRUSTED_ROOT_EXPIRED, TRUST_UNAVAILABLE, INTERRUPTED.
 */
async function loadTrust(source, loading) {
    const material = source.kind === 'file' ? await fromFile(source) : await fromTuf(loading);
    checkUsable(material, loading.context.clock.now());
    return material;
}
/** The signing config of a source, parsed; see selectServices. Throws SIGNING_CONFIG_INVALID, TRUST_UNAVAILABLE, INTERRUPTED. */
async function loadSigningConfig(source, loading) {
    switch (source.kind) {
        case 'urls':
            return source;
        case 'file':
            return parseSigningConfig(await read(source.path, 'SIGNING_CONFIG_INVALID', 'signing config'), source.path);
        case 'public-good': {
            const { readTufTarget } = await Promise.all(/* import() */[__webpack_require__.e(637), __webpack_require__.e(236)]).then(__webpack_require__.bind(__webpack_require__, 7236));
            const { bytes, age } = await readTufTarget('signing_config.v0.2.json', loading);
            return parseSigningConfig(bytes, `of the public good (TUF, ${age})`);
        }
    }
}
async function fromFile({ path, sha256 }) {
    const bytes = await read(path, 'TRUSTED_ROOT_INVALID', 'trusted root');
    const material = parseTrustedRoot(bytes, path);
    if (sha256 !== undefined && sha256.replace(/^sha256:/, '').toLowerCase() !== material.sha256) {
        throw new errors/* CountersignError */.WS('TRUSTED_ROOT_INVALID', {
            what: `The trusted root ${path} has the SHA-256 ${material.sha256}, not the one that is asked for`,
            remedy: 'Find out why the file changed; then give its new SHA-256, or the old file.',
        });
    }
    return { ...material, origin: `${path} (sha256 ${material.sha256})` };
}
async function fromTuf(loading) {
    // Loaded only here: a run with a trusted root of its own needs no TUF client.
    const { readTufTarget } = await Promise.all(/* import() */[__webpack_require__.e(637), __webpack_require__.e(236)]).then(__webpack_require__.bind(__webpack_require__, 7236));
    const { bytes, age } = await readTufTarget('trusted_root.json', loading);
    return parseTrustedRoot(bytes, `public good (TUF, ${age})`);
}
async function read(path, code, what) {
    try {
        return await (0,read_bounded/* readBounded */.C)(path, limits/* MAX_TRUSTED_ROOT_BYTES */.ci);
    }
    catch (cause) {
        throw new errors/* CountersignError */.WS(code, {
            what: `The ${what} ${JSON.stringify(path)} ${cause instanceof errors/* CountersignError */.WS
                ? `is larger than ${limits/* MAX_TRUSTED_ROOT_BYTES */.ci} bytes`
                : (0,read_bounded/* unreadable */.O)(cause)}`,
            remedy: 'Give the path of a file that is there and may be read.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./packages/core/build/trust/public-good.js
const PUBLIC_DOMAINS = ['sigstore.dev', 'sigstage.dev'];
/** Whether a service belongs to the public-good Sigstore, where everyone reads what is written. Compared by whole host labels. */
function isPublicGood(url) {
    const host = URL.parse(url)?.hostname.replace(/\.$/, '');
    return (host !== undefined && PUBLIC_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`)));
}

;// CONCATENATED MODULE: ./packages/core/build/trust/select-services.js




/** The API versions that Countersign speaks. Rekor v2 is none of them: "the highest version" never turns it on. */
const SUPPORTED = { fulcio: 1, rekor: 1, tsa: 1 };
/**
 * Chooses the services to sign with by the rules of sigstore_trustroot.proto: valid at `now` (bounds included), highest
 * supported API version, newest start first, at most one of an operator, as many as the selector says. URLs given in
 * place of a config are taken as they are. An empty `rekorUrls` without a TSA leaves a certificate without a time: the
 * caller refuses that unless a key signs. Throws SIGNING_CONFIG_INVALID, naming the input.
 */
function selectServices(loaded, now, options) {
    const chosen = loaded.kind === 'urls' ? fromUrls(loaded) : fromConfig(loaded.config, loaded.origin, now, options);
    const rekorUrls = options.transparencyLog === 'none' ? [] : chosen.rekorUrls;
    const services = { ...chosen, rekorUrls };
    for (const url of [services.fulcioUrl, ...services.rekorUrls, ...services.tsaUrls]) {
        if (url !== undefined)
            checkUrl(url, loaded.kind === 'urls' ? 'given by URLs' : loaded.origin);
    }
    return {
        ...services,
        publicServices: [
            ...(services.fulcioUrl !== undefined && isPublicGood(services.fulcioUrl) ? ['fulcio'] : []),
            ...(rekorUrls.some(isPublicGood) ? ['rekor'] : []),
        ],
    };
}
const fromUrls = (urls) => ({
    fulcioUrl: urls.fulcioUrl,
    rekorUrls: urls.rekorUrl === undefined ? [] : [urls.rekorUrl],
    tsaUrls: urls.tsaUrl === undefined ? [] : [urls.tsaUrl],
});
function fromConfig(config, origin, now, { transparencyLog }) {
    const [fulcio] = candidates(config.caUrls, SUPPORTED.fulcio, now);
    return {
        fulcioUrl: fulcio?.url,
        rekorUrls: transparencyLog === 'none' ? [] : rekorOf(config, origin, now),
        tsaUrls: select_services_select(config.tsaUrls, config.tsaConfig, SUPPORTED.tsa, now, `${origin} names no timestamp authority`),
    };
}
function rekorOf({ rekorTlogUrls, rekorTlogConfig }, origin, now) {
    const valid = rekorTlogUrls.filter((service) => isValid(service, now));
    if (valid.length > 0 && valid.every(({ majorApiVersion }) => majorApiVersion > SUPPORTED.rekor)) {
        throw signingConfigInvalid(`${origin} names only transparency logs of Rekor v2, which Countersign does not write to; ` +
            'name a Rekor v1 log in signing-config, or set transparency-log: none');
    }
    return select_services_select(rekorTlogUrls, rekorTlogConfig, SUPPORTED.rekor, now, `${origin} names no Rekor v1 log`);
}
/** No service listed: none wanted. Some listed and too few to be used: refused. */
function select_services_select(services, configuration, supported, now, lacking) {
    if (services.length === 0)
        return [];
    const usable = onePerOperator(candidates(services, supported, now)).map(({ url }) => url);
    const wanted = wantedCount(configuration, usable.length, lacking);
    if (usable.length < wanted || usable.length === 0) {
        throw signingConfigInvalid(`${lacking} that is valid now (it asks for ${String(wanted)}, and ${String(usable.length)} can be used)`);
    }
    return usable.slice(0, wanted);
}
function wantedCount(configuration, usable, lacking) {
    switch (configuration?.selector) {
        case dist.ServiceSelector.ANY:
            return 1;
        case dist.ServiceSelector.ALL:
            return Math.max(usable, 1);
        case dist.ServiceSelector.EXACT:
            if (configuration.count > 0)
                return configuration.count;
            throw signingConfigInvalid(`${lacking} by count: its selector EXACT has no count`);
        default:
            throw signingConfigInvalid(`${lacking} by a known selector (ANY, ALL or EXACT)`);
    }
}
/** Valid now and of the supported version, newest start first; the order of the file where starts are equal. */
const candidates = (services, supported, now) => services
    .filter((service) => service.majorApiVersion === supported && isValid(service, now))
    .sort((one, other) => startOf(other) - startOf(one));
const startOf = ({ validFor }) => validFor?.start?.getTime() ?? -Infinity;
const isValid = ({ validFor }, now) => validFor?.start !== undefined && validFor.start <= now && (validFor.end ?? now) >= now;
/** An operator's second log proves nothing more. A service without an operator is its own. */
const onePerOperator = (services) => services.filter(({ operator }, at) => operator === '' || services.findIndex((other) => other.operator === operator) === at);
function checkUrl(url, origin) {
    const parsed = URL.parse(url);
    if (parsed !== null && ['https:', 'http:'].includes(parsed.protocol) && parsed.username === '')
        return;
    throw signingConfigInvalid(`${origin} names ${JSON.stringify(url.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.Sp))}, which is no http(s) URL`);
}

;// CONCATENATED MODULE: ./packages/core/build/trust/index.js







/***/ })

};
