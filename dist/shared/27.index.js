export const id = 27;
export const ids = [27];
export const modules = {

/***/ 20027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fX: () => (/* reexport */ SERVICE_LABEL),
  createHttpClient: () => (/* reexport */ createHttpClient),
  zU: () => (/* reexport */ excerptOf),
  U9: () => (/* reexport */ loopback/* isLoopback */.U),
  ty: () => (/* reexport */ misbehaved),
  BO: () => (/* reexport */ redactUrl),
  systemClock: () => (/* reexport */ systemClock),
  systemRandom: () => (/* reexport */ systemRandom),
  hU: () => (/* reexport */ unavailable)
});

// UNUSED EXPORTS: interrupted

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./packages/core/build/http/loopback.js
var loopback = __webpack_require__(98762);
;// CONCATENATED MODULE: ./packages/core/build/http/agents.js





/**
 * `env`: HTTP_PROXY, HTTPS_PROXY and NO_PROXY in either case; nothing else is looked at. Loopback and the metadata
 * servers of machines in clouds never go through a proxy, which would see their tokens. Throws INPUT_INVALID for a proxy that is not an http(s) URL, without its value: it may hold a password.
 */
function createAgents(env) {
    const options = { keepAlive: true, maxSockets: limits/* MAX_CONNECTIONS_PER_ORIGIN */.UWe };
    const proxied = { ...options, proxyEnv: proxyVariables(env) };
    const direct = { 'http:': new external_node_http_.Agent(options), 'https:': new external_node_https_.Agent(options) };
    const outward = { 'http:': new external_node_http_.Agent(proxied), 'https:': new external_node_https_.Agent(proxied) };
    return {
        for: (url) => ((0,loopback/* isLoopback */.U)(url.hostname) || METADATA_SERVER.test(url.hostname) ? direct : outward)[url.protocol === 'http:' ? 'http:' : 'https:'],
        close: () => {
            for (const agent of [...Object.values(direct), ...Object.values(outward)])
                agent.destroy();
        },
    };
}
/** Link-local addresses (RFC 3927) and the name that Google Cloud has for one. */
const METADATA_SERVER = /^(?:169\.254\.\d{1,3}\.\d{1,3}|metadata\.google\.internal\.?)$/;
function proxyVariables(env) {
    const variables = {};
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy']) {
        const value = env[name]?.trim() ?? '';
        if (value !== '')
            variables[name] = proxyUrl(name, value);
    }
    for (const name of ['NO_PROXY', 'no_proxy']) {
        const value = env[name];
        if (value !== undefined && value !== '')
            variables[name] = value;
    }
    return variables;
}
function proxyUrl(name, value) {
    // curl and Go read `proxy:3128` as http; node would pass over it and go out directly.
    const text = value.includes('://') ? value : `http://${value}`;
    if (/^https?:\/\//i.test(text) && URL.canParse(text))
        return text;
    throw new errors/* CountersignError */.WS('INPUT_INVALID', {
        what: `${name} is not the URL of an http or https proxy`,
        remedy: `Set ${name} to http://host:port (a password percent-encoded), or unset it.`,
    });
}

;// CONCATENATED MODULE: ./packages/core/build/http/attempt.js



/** The connection was there and nothing came any more. */
class Stalled extends Error {
    name = 'Stalled';
    code = 'STALLED';
}
/** The source of a request body failed, or gave another number of bytes than it said: nothing of the network's. */
class BodyFailed extends Error {
    name = 'BodyFailed';
}
/** Sends the request and answers with the response's head. Throws what the socket throws, Stalled or BodyFailed. */
async function attempt(about) {
    const request = attempt_open(about);
    // Kept beside the stream: a response whose request is destroyed only says "aborted".
    const end = { reason: undefined };
    const giveUp = (reason) => {
        end.reason = reason;
        request.destroy(reason);
    };
    const total = setTimeout(() => {
        giveUp(new Stalled(`took longer than ${about.totalMs} ms`));
    }, about.totalMs);
    const watch = new StallWatch(about.stallMs, giveUp);
    // Not handed to node: it would keep the signal on the socket as well, whose error has no listener once the request ended.
    const onAbort = () => {
        request.destroy(new Error('aborted', { cause: about.signal.reason }));
    };
    about.signal.addEventListener('abort', onAbort, { once: true });
    const done = () => {
        clearTimeout(total);
        watch.stop();
        about.signal.removeEventListener('abort', onAbort);
    };
    const source = { failure: undefined };
    try {
        const response = await new Promise((resolve, reject) => {
            request.once('response', resolve);
            request.on('error', reject); // stays: a later error must not be an uncaught one
            // Waiting for a free connection is no stall: those before it in the queue are bounded themselves.
            request.once('socket', () => {
                watch.arm();
            });
            writeBody(request, about.body, watch).catch((error) => {
                source.failure = error instanceof Error ? error : new BodyFailed(String(error));
                request.destroy();
                reject(source.failure);
            });
        });
        watch.stop();
        return {
            status: response.statusCode ?? 0,
            headers: headersOf(response),
            body: read(request, response, watch, end, done),
            discard: () => {
                done();
                request.destroy();
            },
        };
    }
    catch (error) {
        done();
        throw source.failure ?? error;
    }
}
function attempt_open({ url, method, headers, agent }) {
    const send = url.protocol === 'http:' ? external_node_http_.request : external_node_https_.request;
    return send(url, { method, headers, agent, maxHeaderSize: limits/* MAX_RESPONSE_HEADER_BYTES */.n_T });
}
const CHUNK_BYTES = 64 * 1024;
/** Small pieces, so that the stall watch sees a slow but moving upload move. */
async function writeBody(request, body, watch) {
    if (body === undefined) {
        request.end();
        return;
    }
    const answer = { refuses: false };
    request.once('response', (response) => {
        // The answer is there already and it is no "yes": the rest of the body has no reader.
        answer.refuses = (response.statusCode ?? 0) >= 300;
    });
    const size = body instanceof Uint8Array ? body.length : body.size;
    let sent = 0;
    for await (const chunk of chunksOf(body)) {
        sent += chunk.length;
        if (sent > size)
            throw new BodyFailed(`the body is longer than the ${size} bytes announced`);
        if (answer.refuses || request.destroyed)
            return;
        await new Promise((resolve) => {
            // Also called, with an error, when the connection breaks; the 'error' event tells of that.
            request.write(chunk, () => {
                resolve();
            });
        });
        watch.touch();
    }
    if (sent < size)
        throw new BodyFailed(`the body ended after ${sent} of ${size} bytes`);
    request.end();
}
async function* chunksOf(body) {
    const source = body instanceof Uint8Array ? [body] : body.open();
    const iterator = (async function* () {
        yield* source;
    })();
    while (true) {
        let next;
        try {
            next = await iterator.next();
        }
        catch (cause) {
            throw new BodyFailed('the body could not be read', { cause });
        }
        if (next.done === true)
            return;
        for (let at = 0; at < next.value.length; at += CHUNK_BYTES)
            yield next.value.subarray(at, at + CHUNK_BYTES);
    }
}
async function* read(request, response, watch, end, done) {
    try {
        const chunks = response[Symbol.asyncIterator]();
        while (true) {
            watch.arm(); // only while we wait: a reader that takes its time is no stall
            const next = await chunks.next();
            watch.stop();
            if (next.done === true)
                break;
            yield next.value;
        }
        if (!response.complete)
            throw Object.assign(new Error('the answer was cut off'), { code: 'ECONNRESET' });
    }
    catch (error) {
        throw end.reason ?? error;
    }
    finally {
        done();
        // An answer left half read, or one that came before the request was out, leaves a connection nobody can use.
        if (!response.complete || !request.writableFinished)
            request.destroy();
    }
}
const headersOf = (response) => Object.fromEntries(Object.entries(response.headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]));
class StallWatch {
    #ms;
    #onStall;
    #timer;
    constructor(ms, onStall) {
        this.#ms = ms;
        this.#onStall = onStall;
    }
    arm() {
        this.stop();
        this.#timer = setTimeout(() => {
            this.#onStall(new Stalled(`sent nothing for ${this.#ms} ms`));
        }, this.#ms);
    }
    /** Something moved; a watch that is off stays off. */
    touch() {
        if (this.#timer !== undefined)
            this.arm();
    }
    stop() {
        clearTimeout(this.#timer);
        this.#timer = undefined;
    }
}

;// CONCATENATED MODULE: ./packages/core/build/http/backoff.js

/** Milliseconds before attempt `attempt + 1`: doubling, capped, the upper half of it random so that clients spread. */
function backoffMs(attempt, fraction) {
    const ceiling = Math.min(limits/* MAX_RETRY_DELAY_MS */.pQt, limits/* FIRST_RETRY_DELAY_MS */.bdv * 2 ** Math.min(attempt - 1, 16));
    return Math.round(ceiling * (0.5 + fraction / 2));
}
/**
 * Retry-After as milliseconds from `now` (RFC 9110, section 10.2.3): seconds or an HTTP date. Undefined for
 * anything else; a date that has passed is 0.
 */
function retryAfterMs(header, now) {
    const text = header?.trim() ?? '';
    if (/^\d{1,9}$/.test(text))
        return Number(text) * 1000;
    // Date.parse takes much that is no HTTP date; every form of one starts with a day's name.
    if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /.test(text))
        return undefined;
    const at = Date.parse(text);
    return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
/** RFC 9110: too slow a request, too many of them, and the server's own faults. 501 and 505 stay what they are. */
const isRetryableStatus = (status) => status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);

;// CONCATENATED MODULE: ./packages/core/build/http/failure.js

/** How a service is called in a message. */
const SERVICE_LABEL = {
    registry: 'The registry',
    'registry-token': "The registry's token service",
    'identity-token': 'The identity token endpoint',
    fulcio: 'Fulcio',
    rekor: 'The transparency log (Rekor)',
    tsa: 'The timestamp authority',
    kms: 'The key management service',
    trust: 'The trust repository',
    release: 'The release host',
    github: 'GitHub',
};
const UNAVAILABLE = {
    registry: 'REGISTRY_UNAVAILABLE',
    'registry-token': 'REGISTRY_UNAVAILABLE',
    'identity-token': 'TOKEN_ENDPOINT_UNAVAILABLE',
    fulcio: 'FULCIO_UNAVAILABLE',
    rekor: 'LOG_UNAVAILABLE',
    tsa: 'TSA_UNAVAILABLE',
    kms: 'KMS_UNAVAILABLE',
    trust: 'TRUST_UNAVAILABLE',
    release: 'RELEASE_UNAVAILABLE',
    github: 'GITHUB_UNAVAILABLE',
};
/** The service gave no usable answer. `why` continues "<The registry> at <host> " and holds no secret. */
const unavailable = (service, host, why, cause) => new errors/* CountersignError */.WS(UNAVAILABLE[service], {
    what: `${SERVICE_LABEL[service]} at ${host} ${why}`,
    remedy: 'Run again later. If it stays: check that this machine reaches that host (network, HTTPS_PROXY, NO_PROXY, ' +
        'NODE_EXTRA_CA_CERTS) and that the service is up.',
    cause,
});
/** The service answered with something that is no valid answer; asking again would not help. */
const misbehaved = (service, host, why, cause) => new errors/* CountersignError */.WS(service === 'registry' || service === 'registry-token' ? 'REGISTRY_MISBEHAVED' : UNAVAILABLE[service], {
    what: `${SERVICE_LABEL[service]} at ${host} ${why}`,
    remedy: 'Check that the address is the right one, and that no proxy changes its answers.',
    cause,
});
const interrupted = (cause) => new errors/* CountersignError */.WS('INTERRUPTED', {
    what: 'The run was interrupted',
    remedy: 'Run again: what is stored already is kept, and the rest is completed.',
    cause,
});

;// CONCATENATED MODULE: ./packages/core/build/http/redact.js

/**
 * A URL fit for a message: user name, password and fragment dropped, query names kept and their values dropped
 * (signed URLs of blob stores and token endpoints carry secrets there).
 */
function redactUrl(text) {
    if (!URL.canParse(text))
        return '(not a URL)';
    const url = new URL(text);
    const names = [...new Set(url.searchParams.keys())].map((name) => `${printable(name)}=...`);
    return `${url.protocol}//${url.host}${url.pathname}${names.length === 0 ? '' : `?${names.join('&')}`}`;
}
/**
 * The beginning of a foreign text on one line, control characters replaced. Where one of `secrets` stands in it
 * (a server may echo what it was sent), dots stand instead.
 */
function excerptOf(body, secrets = []) {
    let text = typeof body === 'string' ? body : new TextDecoder().decode(body);
    for (const spelled of spellings(secrets))
        text = text.replaceAll(spelled, '...');
    const line = printable(text).replaceAll(/ {2,}/g, ' ').trim();
    return line.length <= limits/* MAX_ERROR_EXCERPT_CHARS */.EbZ ? line : `${line.slice(0, limits/* MAX_ERROR_EXCERPT_CHARS */.EbZ)}...`;
}
/** As a server repeats what it was sent: plain, of a form, of an address, of a JSON text. The longest first: one may begin another. */
const spellings = (secrets) => secrets
    .filter(({ length }) => length >= limits/* MIN_SECRET_CHARS */.Snt)
    .flatMap((secret) => [
    secret,
    new URLSearchParams([['', secret]]).toString().slice(1),
    encodeURIComponent(secret.toWellFormed()),
    JSON.stringify(secret).slice(1, -1),
])
    .sort((one, other) => other.length - one.length);
// Also the characters that reorder or hide text (Unicode Cc, Cf, Zl, Zp).
const printable = (text) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');

;// CONCATENATED MODULE: ./packages/core/build/http/redirect.js

/** Headers that say nothing of us: all that goes along to another origin. */
const HARMLESS = new Set(['accept', 'content-type', 'range']);
/**
 * The next hop of a redirect, or undefined where the answer is not followed but returned: a 301, 302 or 304 to a
 * write. 307 and 308 keep method and body, 303 turns a POST into a GET. The Authorization header and every header
 * that may hold a secret stay with their origin. Refused (…_MISBEHAVED or …_UNAVAILABLE): https to http, another
 * scheme, an address with a user name, and a body to another origin, except the registry's: blob stores take uploads,
 * and a blob is for the registry to place; the body of a token or certificate request is a secret. The error names the
 * other host alone: what stands behind it may repeat a secret of the request.
 */
function followRedirect(service, hop, status, location) {
    const reads = hop.method === 'GET' || hop.method === 'HEAD';
    const follows = status === 307 ||
        status === 308 ||
        (reads && (status === 301 || status === 302 || status === 303)) ||
        (status === 303 && hop.method === 'POST');
    if (!follows || location === undefined)
        return undefined;
    const refuse = (why) => misbehaved(service, hop.url.host, `redirected ${why}`);
    if (!URL.canParse(location, hop.url.href))
        throw refuse('to something that is not an address');
    const url = new URL(location, hop.url.href);
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        throw refuse(`to the scheme "${url.protocol}"`);
    if (url.username !== '' || url.password !== '')
        throw refuse('to an address with a user name in it');
    if (hop.url.protocol === 'https:' && url.protocol === 'http:') {
        throw refuse(`from https to plain http: ${url.origin}`);
    }
    const becomesGet = status === 303 && !reads;
    const body = becomesGet ? undefined : hop.body;
    const headers = becomesGet ? without(hop.headers, 'content-type') : hop.headers;
    const method = becomesGet ? 'GET' : hop.method;
    if (url.origin === hop.url.origin)
        return { ...hop, url, method, headers, body };
    if (body !== undefined && service !== 'registry') {
        throw refuse(`a ${hop.method} with its body to another host: ${url.origin}`);
    }
    return {
        url,
        method,
        headers: Object.fromEntries(Object.entries(headers).filter(([name]) => HARMLESS.has(name.toLowerCase()))),
        authorization: undefined,
        body,
    };
}
const without = (headers, name) => Object.fromEntries(Object.entries(headers).filter(([key]) => key.toLowerCase() !== name));

;// CONCATENATED MODULE: ./packages/core/build/http/retry-window.js
/**
 * The time that one client may spend on repeating requests. It runs while at least one request is being repeated,
 * from the start of its first failed attempt, and stands still otherwise: the retries of a step are bounded in all,
 * whatever number of requests fail at once, and a long step without faults keeps its whole window.
 */
class RetryWindow {
    lengthMs;
    #clock;
    #usedMs = 0;
    #openSince = 0;
    #lastClosed = -Infinity;
    #open = 0;
    constructor(lengthMs, clock) {
        this.lengthMs = lengthMs;
        this.#clock = clock;
    }
    now() {
        return this.#clock.now().getTime();
    }
    /** A request whose first attempt began at `since` failed and is going to be repeated. */
    enter(since) {
        const from = Math.max(since, this.#lastClosed);
        this.#openSince = this.#open === 0 ? from : Math.min(this.#openSince, from);
        this.#open += 1;
    }
    /** It was answered, or given up. */
    leave() {
        this.#open -= 1;
        if (this.#open > 0)
            return;
        this.#lastClosed = this.now();
        this.#usedMs += this.#lastClosed - this.#openSince;
    }
    remainingMs() {
        const running = this.#open === 0 ? 0 : this.now() - this.#openSince;
        return Math.max(0, this.lengthMs - this.#usedMs - running);
    }
}

;// CONCATENATED MODULE: ./packages/core/build/http/repeat.js



/**
 * Attempts until there is an answer, the request may not be repeated, or waiting for another try would go beyond the
 * retry window; then throws ..._UNAVAILABLE with the last cause and how much was tried.
 */
async function repeat(about) {
    const { window, service, host } = about;
    const began = window.now();
    let entered = false;
    try {
        for (let attempts = 1;; attempts += 1) {
            const outcome = await about.once(silenceAllowed(window, entered));
            if (outcome.kind === 'answer')
                return outcome.answer;
            if (!entered)
                window.enter(began);
            entered = true;
            const wait = waitBefore(about, outcome, attempts);
            if (wait.kind === 'stop') {
                const tried = triedFor(attempts, window.now() - began);
                if (outcome.kind === 'fault')
                    throw outcome.fault.toError(service, host, `${wait.why}${tried}`);
                throw unavailable(service, host, `${describe(outcome, about.secrets)} (${wait.why}${tried})`);
            }
            about.log.info(`${about.label} ${outcome.kind === 'fault' ? outcome.fault.why : `answered ${outcome.status}`}; ` +
                `trying again in ${(wait.ms / 1000).toFixed(1)} s`);
            await about.clock.sleep(wait.ms, about.signal);
            await about.beforeRepeat?.();
        }
    }
    finally {
        if (entered)
            window.leave();
    }
}
/** The window bounds a silence too; the last attempt gets a second, or its failure would say nothing. */
const silenceAllowed = (window, entered) => entered ? Math.max(Math.min(1000, window.lengthMs), window.remainingMs()) : Math.max(1, window.lengthMs);
function waitBefore(about, outcome, attempts) {
    const safe = about.repeatable || (outcome.kind === 'fault' && outcome.fault.neverSent);
    if (!safe)
        return { kind: 'stop', why: 'this request may not be repeated; ' };
    if (outcome.kind === 'fault' && attempts >= outcome.fault.maxAttempts)
        return { kind: 'stop', why: '' };
    const remaining = about.window.remainingMs();
    const asked = outcome.kind === 'status' ? outcome.retryAfterMs : undefined;
    if (asked !== undefined && asked >= remaining) {
        return {
            kind: 'stop',
            why: `it asks to wait ${Math.ceil(asked / 1000)} s, beyond the retry window of ${about.window.lengthMs / 1000} s; `,
        };
    }
    const fraction = about.random.fraction();
    // A little later than asked for, each client by its own measure: all were told the same time.
    const ms = asked === undefined ? backoffMs(attempts, fraction) : asked + Math.round(fraction * 250);
    if (ms < remaining)
        return { kind: 'wait', ms };
    return { kind: 'stop', why: `the retry window of ${about.window.lengthMs / 1000} s is used up; ` };
}
const describe = (outcome, secrets) => {
    const text = excerptOf(outcome.body, secrets);
    return text === '' ? `answered ${outcome.status}` : `answered ${outcome.status}: ${text}`;
};
const triedFor = (attempts, ms) => attempts === 1 ? 'tried once' : `tried ${attempts} times in ${(ms / 1000).toFixed(1)} s`;

;// CONCATENATED MODULE: ./packages/core/build/http/response-body.js
/** The whole body, up to `maxBytes`: more throws what `tooLarge` makes, or is cut off where an error's page is read. */
async function collect(answer, maxBytes, tooLarge) {
    const refuse = answer.status >= 200 && answer.status < 300 ? tooLarge : undefined;
    const announced = Number(answer.headers['content-length'] ?? 0);
    if (refuse !== undefined && announced > maxBytes) {
        answer.discard();
        throw refuse();
    }
    const chunks = [];
    let length = 0;
    for await (const chunk of answer.body) {
        const room = maxBytes - length;
        if (chunk.length > room) {
            if (refuse !== undefined)
                throw refuse();
            chunks.push(chunk.subarray(0, room));
            break;
        }
        length += chunk.length;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/** The body as a stream that throws once it is longer than `maxBytes`; what else goes wrong is put by `fail`. */
async function* bounded(body, maxBytes, tooLarge, fail) {
    let length = 0;
    const chunks = body[Symbol.asyncIterator]();
    try {
        while (true) {
            const next = await chunks.next().catch((error) => {
                throw fail(error);
            });
            if (next.done === true)
                return;
            length += next.value.length;
            if (length > maxBytes)
                throw tooLarge();
            yield next.value;
        }
    }
    finally {
        await chunks.return?.();
    }
}

;// CONCATENATED MODULE: ./packages/core/build/http/network-fault.js




/** What a socket, TLS or the parser threw, sorted. Throws on what is no fault of the network (a body that failed). */
function faultOf(error) {
    if (error instanceof BodyFailed || !(error instanceof Error))
        throw error;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    const invalid = code.startsWith('HPE_');
    const why = wordsFor(code, error.message);
    // The proxy's address, with its password, may stand in node's own words.
    const cause = code.startsWith('ERR_PROXY') ? undefined : error;
    return {
        why,
        maxAttempts: attemptsFor(code),
        neverSent: code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ECONNREFUSED',
        toError: (service, host, when) => {
            const text = when === '' ? why : `${why} (${when})`;
            return invalid ? misbehaved(service, host, text, cause) : unavailable(service, host, text, cause);
        },
    };
}
function wordsFor(code, message) {
    if (code === 'STALLED')
        return message;
    if (code === 'ECONNRESET' || code === 'EPIPE')
        return 'closed the connection before its answer was whole';
    if (code.startsWith('HPE_'))
        return `gave an answer that is not valid HTTP (${code})`;
    if (code.startsWith('ERR_PROXY')) {
        const status = /HTTP\/1\.[01] (\d{3})/.exec(message)?.[1];
        return `could not be reached: the proxy refused the connection${status === undefined ? '' : ` (${status})`}`;
    }
    if (code === 'EPROTO' || code.startsWith('ERR_SSL'))
        return 'does not answer in TLS; it may speak plain http only';
    const words = excerptOf(message);
    return `could not be reached: ${words}${code === '' || words.includes(code) ? '' : ` (${code})`}`;
}
function attemptsFor(code) {
    if (code === 'ENOTFOUND' || code.startsWith('ERR_PROXY'))
        return limits/* MAX_ATTEMPTS_HOST_NOT_FOUND */.QAd;
    if (code === 'ECONNREFUSED')
        return limits/* MAX_ATTEMPTS_CONNECTION_REFUSED */.E6C;
    // A certificate does not mend itself, and plain http behind https answers the same each time.
    if (/CERT|^ERR_TLS|^ERR_SSL|^UNABLE_TO_|SELF_SIGNED|^HPE_HEADER_OVERFLOW|^ERR_INVALID|^EPROTO$/.test(code))
        return 1;
    return Infinity;
}

;// CONCATENATED MODULE: ./packages/core/build/http/client.js












/**
 * The request layer over node:http and node:https. A certificate authority of the user's own comes from
 * NODE_EXTRA_CA_CERTS, which node reads itself. `close` ends the connections and what is under way, as INTERRUPTED.
 * Throws INPUT_INVALID for a proxy variable that is no URL.
 */
function createHttpClient(options) {
    const closing = new AbortController();
    const client = {
        // What nobody waits for any more is not tried again behind the back of a run that has ended.
        options: { ...options, signal: AbortSignal.any([options.signal, closing.signal]) },
        agents: createAgents(options.env ?? {}),
        window: new RetryWindow(options.retryWindowMs ?? limits/* DEFAULT_RETRY_WINDOW_MS */.d0X, options.clock),
        counts: new Map(),
    };
    return {
        send: (request) => withRetries(client, request, async ({ answer, url }) => {
            const body = await collect(answer, limitOf(request, answer.status), () => tooLarge(request, url));
            return { status: answer.status, headers: answer.headers, url: url.href, body };
        }),
        stream: (request) => withRetries(client, request, async ({ answer, url }) => {
            const head = { status: answer.status, headers: answer.headers, url: url.href };
            if (isOk(answer.status)) {
                const fail = (error) => asFailure(client, request, url, error);
                return {
                    ...head,
                    body: bounded(answer.body, request.maxResponseBytes, () => tooLarge(request, url), fail),
                };
            }
            const body = await collect(answer, limitOf(request, answer.status), () => tooLarge(request, url));
            return { ...head, body: once(body) };
        }),
        counts: () => Object.fromEntries(client.counts),
        close: () => {
            closing.abort();
            client.agents.close();
        },
    };
}
function withRetries(client, request, take) {
    const url = addressOf(request);
    checkAuthorization(request);
    const credential = request.authorization?.replace(/^\S+ +/, '');
    const secrets = [...(request.secrets ?? []), ...(credential === undefined ? [] : [credential])];
    return repeat({
        service: request.service,
        host: url.host,
        label: `${SERVICE_LABEL[request.service]} at ${url.host} (${request.method} ${redactUrl(url.href)})`,
        repeatable: request.repeatable ?? !(request.method === 'POST' || request.method === 'PATCH'),
        secrets,
        beforeRepeat: request.beforeRepeat,
        ...client.options,
        window: client.window,
        once: async (stallMs) => {
            try {
                const arrived = await walk(client, request, url, Math.min(stallMs, request.timeoutMs ?? limits/* DEFAULT_STALL_MS */.MXH));
                const { status, headers } = arrived.answer;
                if (isRetryableStatus(status) && !(request.answers ?? []).includes(status)) {
                    const body = await collect(arrived.answer, limits/* MAX_ERROR_BODY_BYTES */.f5k, undefined);
                    return {
                        kind: 'status',
                        status,
                        body,
                        retryAfterMs: retryAfterMs(headers['retry-after'], client.options.clock.now()),
                    };
                }
                return { kind: 'answer', answer: await take(arrived) };
            }
            catch (error) {
                if (error instanceof errors/* CountersignError */.WS)
                    throw error;
                if (client.options.signal.aborted)
                    throw interrupted(error);
                return { kind: 'fault', fault: faultOf(error) };
            }
        },
    });
}
/** The request and its redirects, up to an answer that is none. */
async function walk(client, request, url, stallMs) {
    let hop = {
        url,
        method: request.method,
        headers: request.headers ?? {},
        authorization: request.authorization,
        body: request.body,
    };
    for (let redirects = 0; redirects <= limits/* MAX_REDIRECTS */.NXV; redirects += 1) {
        const answer = await ask(client, request, hop, stallMs);
        const next = nextHop(request, hop, answer);
        if (next === undefined)
            return { answer, url: hop.url };
        await collect(answer, limits/* MAX_ERROR_BODY_BYTES */.f5k, undefined);
        hop = next;
    }
    throw misbehaved(request.service, url.host, `redirected more than ${limits/* MAX_REDIRECTS */.NXV} times`);
}
/** A redirect that is refused is not read either: an answer left open would keep the process waiting for its end. */
function nextHop(request, hop, answer) {
    try {
        const next = followRedirect(request.service, hop, answer.status, answer.headers.location);
        if (next !== undefined)
            checkRedirectHost(request, hop, next);
        return next;
    }
    catch (error) {
        answer.discard();
        throw error;
    }
}
function checkRedirectHost({ service, url, redirectHosts }, from, { url: to }) {
    if (redirectHosts === undefined || to.host === new URL(url).host || redirectHosts.includes(to.host))
        return;
    throw misbehaved(service, from.url.host, `redirected to another host, ${to.host}, which is not followed`);
}
function ask(client, request, hop, stallMs) {
    const { signal, userAgent = 'countersign' } = client.options;
    if (signal.aborted)
        throw interrupted(signal.reason);
    client.counts.set(request.service, (client.counts.get(request.service) ?? 0) + 1);
    const size = hop.body === undefined ? 0 : hop.body instanceof Uint8Array ? hop.body.length : hop.body.size;
    const hasBody = hop.body !== undefined || hop.method === 'POST' || hop.method === 'PUT' || hop.method === 'PATCH';
    return attempt({
        method: hop.method,
        url: hop.url,
        headers: {
            // What is hashed must be what was sent: no one on the way is asked to compress it.
            'accept-encoding': 'identity',
            'user-agent': userAgent,
            ...hop.headers,
            ...(hasBody ? { 'content-length': String(size) } : {}),
            ...(hop.authorization === undefined ? {} : { authorization: hop.authorization }),
        },
        body: hop.body,
        agent: client.agents.for(hop.url),
        stallMs,
        totalMs: 4 * stallMs + Math.ceil((size + request.maxResponseBytes) / limits/* MIN_TRANSFER_BYTES_PER_MS */._Sw),
        signal,
    });
}
function addressOf(request) {
    const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
    const why = url === undefined
        ? 'not a URL'
        : url.protocol !== 'https:' && url.protocol !== 'http:'
            ? 'not an http or https URL'
            : url.username !== '' || url.password !== ''
                ? 'a URL with a user name in it'
                : undefined;
    if (url !== undefined && why === undefined)
        return url;
    throw new errors/* CountersignError */.WS('INPUT_INVALID', {
        what: `The address of ${SERVICE_LABEL[request.service].toLowerCase()} is ${why ?? ''}: ${redactUrl(request.url)}`,
        remedy: 'Give an address of the form https://host[:port]/path.',
    });
}
/** A line break in a token (a file read with its newline) would be a header of its own; node refuses it without a name. */
function checkAuthorization({ authorization, service }) {
    if (authorization === undefined || /^[\x20-\x7e]*$/.test(authorization))
        return;
    throw new errors/* CountersignError */.WS('CREDENTIALS_INVALID', {
        what: `The credential for ${SERVICE_LABEL[service].toLowerCase()} holds characters that no header may hold`,
        remedy: 'Check the secret for a line break or other invisible characters.',
    });
}
function asFailure(client, request, url, error) {
    if (error instanceof errors/* CountersignError */.WS)
        return error;
    if (client.options.signal.aborted)
        return interrupted(error);
    return faultOf(error).toError(request.service, url.host, 'while its answer was read');
}
const tooLarge = (request, url) => misbehaved(request.service, url.host, `answered ${request.method} ${redactUrl(url.href)} with more than ${request.maxResponseBytes} bytes`);
const isOk = (status) => status >= 200 && status < 300;
/** A HEAD announces the length of what it does not send. An error's page may be longer than the answer asked for. */
const limitOf = ({ method, maxResponseBytes }, status) => {
    if (method === 'HEAD')
        return Infinity;
    return isOk(status) ? maxResponseBytes : Math.max(maxResponseBytes, limits/* MAX_ERROR_BODY_BYTES */.f5k);
};
// eslint-disable-next-line @typescript-eslint/require-await -- an async iterable of one piece
async function* once(body) {
    yield body;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./packages/core/build/http/system.js



/** The machine's clock and timers. */
const systemClock = {
    now: () => new Date(),
    sleep: async (ms, signal) => {
        try {
            await (0,promises_.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
        }
        catch (error) {
            throw interrupted(error);
        }
    },
};
/** The machine's random source. */
const systemRandom = {
    bytes: (length) => (0,external_node_crypto_.randomBytes)(length),
    fraction: () => Math.random(),
};

;// CONCATENATED MODULE: ./packages/core/build/http/index.js







/***/ })

};
