export const id = 1787;
export const ids = [1787];
export const modules = {

/***/ 29370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parseCheckpoint)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99772);

/**
 * undefined for text that is no checkpoint, or beyond its bounds. Witnesses sign it besides the log, in any order. Behind the empty line there is nothing but whole signatures: readers that skip what they cannot read come to see
 * different ones.
 */
function parseCheckpoint(text) {
    if (text.length > _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_CHECKPOINT_CHARS */ .oAn)
        return undefined;
    const end = text.indexOf('\n\n');
    const [origin, size, root] = text.slice(0, Math.max(end, 0)).split('\n');
    if (origin === undefined || origin === '' || !/^(?:0|[1-9]\d{0,14})$/.test(size ?? ''))
        return undefined;
    const hash = Buffer.from(root ?? '', 'base64');
    const signatures = signaturesIn(text.slice(end + 2));
    if (hash.length !== HASH_BYTES || signatures === undefined)
        return undefined;
    return { origin, size: Number(size), root: hash, signatures };
}
function signaturesIn(block) {
    const lines = block.split('\n');
    if (lines.pop() !== '' || lines.length === 0 || lines.length > _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_CHECKPOINT_SIGNATURES */ .oIy)
        return undefined;
    const signatures = lines.flatMap((line) => {
        const [, name = '', base64 = ''] = SIGNATURE_LINE.exec(line) ?? [];
        const signature = Buffer.from(base64, 'base64');
        return signature.length > KEY_HINT_BYTES
            ? [{ name, keyHint: signature.subarray(0, KEY_HINT_BYTES) }]
            : [];
    });
    return signatures.length === lines.length ? signatures : undefined;
}
const HASH_BYTES = 32;
const KEY_HINT_BYTES = 4;
const SIGNATURE_LINE = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/;


/***/ }),

/***/ 86613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ objectIn),
/* harmony export */   hG: () => (/* binding */ under),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   nV: () => (/* binding */ ownMember),
/* harmony export */   o$: () => (/* binding */ jsonObject),
/* harmony export */   x5: () => (/* binding */ refusal),
/* harmony export */   ym: () => (/* binding */ UnreadableAnswer)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _http_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20027);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30058);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99772);




/** An answer that is not what its protocol says. Its text is ours: nothing of the answer is in it. */
class UnreadableAnswer extends Error {
    name = 'UnreadableAnswer';
}
/**
 * Sends a request and reads its answer. An answer that cannot be read is asked for again, MAX_UNREADABLE_ANSWERS times
 * in all: what stands between may cut a body off or answer with a page of its own. Throws the service's
 * ..._UNAVAILABLE code, and whatever `read` throws.
 */
async function ask(context, request, read) {
    for (let attempt = 1;; attempt += 1) {
        const response = await context.http.send(request);
        try {
            return read(response);
        }
        catch (thrown) {
            if (!(thrown instanceof UnreadableAnswer))
                throw thrown;
            if (attempt >= _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UNREADABLE_ANSWERS */ .xyU) {
                const why = `gave no usable answer ${_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UNREADABLE_ANSWERS */ .xyU} times: ${thrown.message}`;
                throw (0,_http_index_js__WEBPACK_IMPORTED_MODULE_1__/* .unavailable */ .hU)(request.service, hostOf(request.url), why);
            }
            await context.clock.sleep(_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .FIRST_RETRY_DELAY_MS */ .bdv * attempt * (1 + context.random.fraction()), context.signal);
        }
    }
}
/**
 * The service said no (a 4xx): its own message, cut to one line of printable text, without any of `secrets`.
 * Statuses that are neither success nor refusal throw UnreadableAnswer.
 */
function refusal(code, service, response, remedy, secrets = []) {
    if (response.status < 400 || response.status > 499) {
        throw new UnreadableAnswer(`it answered with status ${response.status}`);
    }
    const message = (0,_http_index_js__WEBPACK_IMPORTED_MODULE_1__/* .excerptOf */ .zU)(messageOf(response.body), secrets);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS(code, {
        what: `${_http_index_js__WEBPACK_IMPORTED_MODULE_1__/* .SERVICE_LABEL */ .fX[service]} at ${hostOf(response.url)} refused with status ${response.status}${message === '' ? '' : `: ${message}`}`,
        remedy,
    });
}
/** The body as a JSON object. No cause is kept: a parser's message quotes the text, which may hold a token. */
function jsonObject(body) {
    let value;
    try {
        value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    }
    catch {
        throw new UnreadableAnswer('it did not answer with JSON');
    }
    return objectIn(value, 'the answer');
}
function objectIn(value, name) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return value;
    throw new UnreadableAnswer(`${name} is not a JSON object`);
}
/** A member of the object itself, never one of its prototype. */
const ownMember = (object, member) => Object.hasOwn(object, member) ? object[member] : undefined;
/** `base` with `path` behind it, whether or not the base ends in a slash. */
const under = (base, path) => `${base.replace(/\/+$/, '')}${path}`;
const hostOf = (url) => (URL.canParse(url) ? new URL(url).host : 'unknown host');
function messageOf(body) {
    const text = new TextDecoder().decode(body);
    try {
        const value = JSON.parse(text);
        if (typeof value === 'object' &&
            value !== null &&
            'message' in value &&
            typeof value.message === 'string') {
            return value.message;
        }
    }
    catch {
        return text; // not JSON: a proxy's page or plain text, shown as it is
    }
    return text;
}


/***/ }),

/***/ 1787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  blobBundle: () => (/* reexport */ blobBundle),
  bundleJson: () => (/* reexport */ bundleJson),
  checkEncodedSize: () => (/* reexport */ checkEncodedSize),
  encodedSizes: () => (/* reexport */ encodedSizes),
  encryptKey: () => (/* reexport */ encryptKey),
  envelopeJson: () => (/* reexport */ envelopeJson),
  ephemeralKey: () => (/* reexport */ keys/* ephemeralKey */.Jv),
  findLogEntry: () => (/* reexport */ findLogEntry),
  findLoggedBlob: () => (/* reexport */ findLoggedBlob),
  isEncryptedKey: () => (/* reexport */ isEncryptedKey),
  kmsSchemeOf: () => (/* reexport */ uri/* kmsSchemeOf */.gH),
  obtainIdentityToken: () => (/* reexport */ obtainIdentityToken),
  openSession: () => (/* reexport */ openSession),
  openSigningKey: () => (/* reexport */ openSigningKey),
  parseSigningKey: () => (/* reexport */ keys/* parseSigningKey */.UG),
  passwordMissing: () => (/* reexport */ passwordMissing),
  publicHalf: () => (/* reexport */ keys/* publicHalf */.h_),
  publicKeyPem: () => (/* reexport */ publicKeyPem),
  refusePublicLog: () => (/* reexport */ refusePublicLog),
  renewingToken: () => (/* reexport */ renewingToken),
  requestTimestamp: () => (/* reexport */ requestTimestamp),
  shownUri: () => (/* reexport */ uri/* shownUri */.sb)
});

// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
;// CONCATENATED MODULE: ./packages/core/build/sign/envelope.js

/**
 * The DSSE envelope as it is logged: one signature, an empty key id (Go verifiers skip a signature whose id they did not
 * compute themselves). The `.att` layer must be these bytes, for cosign compares their SHA-256 with the log entry; from
 * a bundle's payload and signature they come out the same.
 */
function envelopeJson(payload, signature) {
    const head = '{"payload":"';
    const tail = `","payloadType":"${oci/* IN_TOTO */.B1}","signatures":[{"sig":"${base64(signature)}","keyid":""}]}`;
    const json = Buffer.alloc(head.length + 4 * Math.ceil(payload.length / 3) + tail.length);
    let length = json.write(head);
    // Piece by piece: the base64 of a large payload as one text would be held beside its bytes.
    for (let at = 0; at < payload.length; at += BASE64_PIECE_BYTES) {
        length += json.write(base64(payload.subarray(at, at + BASE64_PIECE_BYTES)), length, 'latin1');
    }
    json.write(tail, length, 'latin1');
    return json;
}
/** A multiple of 3, so that no piece ends in padding but the last. */
const BASE64_PIECE_BYTES = 192 * 1024;
/** What the signature covers (DSSE protocol, "PAE"), in parts, so that a large payload is not copied. */
const preAuthEncoding = (payload) => [
    Buffer.from(`DSSEv1 ${Buffer.byteLength(oci/* IN_TOTO */.B1)} ${oci/* IN_TOTO */.B1} ${payload.length} `),
    payload,
];
const base64 = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

;// CONCATENATED MODULE: ./packages/core/build/sign/bundle.js


/**
 * A v0.3 bundle (sigstore/protobuf-specs, sigstore_bundle.proto) with the given envelope: leaf certificate alone or key
 * hint, log entries with their proof (and Rekor v1's promise), timestamps. The envelope goes in as it was logged.
 */
function bundleJson(signer, envelope, logEntries, timestamps) {
    const verificationMaterial = materialOf(signer, logEntries, 'dsse', timestamps);
    const head = JSON.stringify({ mediaType: oci/* BUNDLE_V03 */.Hd, verificationMaterial });
    return Buffer.concat([Buffer.from(`${head.slice(0, -1)},"dsseEnvelope":`), envelope, Buffer.from('}')]);
}
/** A v0.3 bundle with a signature over the bytes of this SHA-256 themselves. */
const messageBundleJson = (signer, message, logEntries, timestamps) => Buffer.from(JSON.stringify({
    mediaType: oci/* BUNDLE_V03 */.Hd,
    verificationMaterial: materialOf(signer, logEntries, 'hashedrekord', timestamps),
    messageSignature: {
        messageDigest: { algorithm: 'SHA2_256', digest: base64(message.sha256) },
        signature: base64(message.signature),
    },
}));
const materialOf = (signer, logEntries, kind, timestamps) => ({
    ...(signer.kind === 'certificate'
        ? { certificate: { rawBytes: base64(signer.leaf.raw) } }
        : { publicKey: { hint: signer.hint } }),
    tlogEntries: logEntries.map((entry) => serialisedEntry(entry, kind)),
    timestampVerificationData: {
        rfc3161Timestamps: timestamps.map((timestamp) => ({ signedTimestamp: base64(timestamp) })),
    },
});
/** A log entry as a bundle has it: of version 0.0.1 of a kind, or of the one kind that Rekor v2 has. */
const serialisedEntry = (entry, kind) => ({
    logIndex: String(entry.logIndex),
    logId: { keyId: fromHex(entry.logId) },
    ...(entry.signedEntryTimestamp === undefined
        ? {
            kindVersion: { kind: 'hashedrekord', version: '0.0.2' },
            integratedTime: '0',
            inclusionPromise: undefined,
        }
        : {
            kindVersion: { kind, version: '0.0.1' },
            integratedTime: String(entry.integratedTime),
            inclusionPromise: { signedEntryTimestamp: entry.signedEntryTimestamp },
        }),
    inclusionProof: {
        logIndex: String(entry.inclusionProof.logIndex),
        rootHash: fromHex(entry.inclusionProof.rootHash),
        treeSize: String(entry.inclusionProof.treeSize),
        hashes: entry.inclusionProof.hashes.map(fromHex),
        checkpoint: { envelope: entry.inclusionProof.checkpoint },
    },
    canonicalizedBody: entry.body,
});
const fromHex = (hex) => Buffer.from(hex, 'hex').toString('base64');

// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/sign/answers.js
var answers = __webpack_require__(86613);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
;// CONCATENATED MODULE: ./packages/core/build/sign/rekor-entry.js





/** Reads Rekor v1's answer `{uuid: {body, integratedTime, …}}`; anything amiss throws UnreadableAnswer. */
function readLogEntry(answer) {
    const [[uuid, value] = [], ...others] = Object.entries(answer);
    if (uuid === undefined || others.length > 0 || !/^(?:[0-9a-f]{64}|[0-9a-f]{80})$/.test(uuid)) {
        throw new answers/* UnreadableAnswer */.ym('it does not hold one log entry');
    }
    const entry = (0,answers/* objectIn */.D7)(value, 'the log entry');
    const verification = (0,answers/* objectIn */.D7)((0,answers/* ownMember */.nV)(entry, 'verification'), 'the verification of the log entry');
    const proof = (0,answers/* objectIn */.D7)((0,answers/* ownMember */.nV)(verification, 'inclusionProof'), 'the inclusion proof');
    const hashes = (0,answers/* ownMember */.nV)(proof, 'hashes');
    if (!Array.isArray(hashes) || hashes.length > limits/* MAX_INCLUSION_PROOF_HASHES */.gKQ) {
        throw new answers/* UnreadableAnswer */.ym('the inclusion proof has no list of hashes');
    }
    return {
        logIndex: count(entry, 'logIndex'),
        logId: rekor_entry_text(entry, 'logID', HEX_SHA256),
        integratedTime: count(entry, 'integratedTime'),
        body: rekor_entry_text(entry, 'body', BASE64),
        signedEntryTimestamp: rekor_entry_text(verification, 'signedEntryTimestamp', BASE64),
        inclusionProof: {
            logIndex: count(proof, 'logIndex'),
            treeSize: count(proof, 'treeSize'),
            rootHash: rekor_entry_text(proof, 'rootHash', HEX_SHA256),
            hashes: hashes.map((hash) => rekor_entry_text({ hash }, 'hash', HEX_SHA256)),
            checkpoint: rekor_entry_text(proof, 'checkpoint', CHECKPOINT),
        },
    };
}
/** The body of a dsse 0.0.1 entry must speak of exactly this envelope, payload, signature and verifier. */
function checkDsseBody(entry, asked) {
    const spec = specOf(entry, 'dsse');
    const signatures = (0,answers/* ownMember */.nV)(spec, 'signatures');
    const [signature, ...others] = Array.isArray(signatures) ? signatures : [];
    const signed = (0,answers/* objectIn */.D7)(signature, 'the logged signature');
    requireSame('envelope', hashIn(spec, 'envelopeHash'), sha256(asked.envelope));
    requireSame('payload', hashIn(spec, 'payloadHash'), sha256(asked.payload));
    requireSame('signature', (0,answers/* ownMember */.nV)(signed, 'signature'), base64(asked.signature));
    requireSame('signer', pemBody((0,answers/* ownMember */.nV)(signed, 'verifier')), derOf(asked.verifierPem));
    requireSame('number of signatures', others.length, 0);
}
/** The body of a hashedrekord 0.0.1 entry must speak of exactly this payload, signature and verifier. */
function checkHashedRekordBody(entry, asked) {
    const spec = specOf(entry, 'hashedrekord');
    const signature = (0,answers/* objectIn */.D7)((0,answers/* ownMember */.nV)(spec, 'signature'), 'the logged signature');
    const publicKey = (0,answers/* objectIn */.D7)((0,answers/* ownMember */.nV)(signature, 'publicKey'), 'the logged public key');
    requireSame('payload', hashIn((0,answers/* objectIn */.D7)((0,answers/* ownMember */.nV)(spec, 'data'), 'the logged data'), 'hash'), asked.payloadSha256);
    requireSame('signature', (0,answers/* ownMember */.nV)(signature, 'content'), base64(asked.signature));
    requireSame('signer', pemBody((0,answers/* ownMember */.nV)(publicKey, 'content')), derOf(asked.verifierPem));
}
const HEX_SHA256 = /^[0-9a-f]{64}$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const CHECKPOINT = /^[^]+\n\n\u2014 [^]+$/;
function specOf(entry, kind) {
    let body;
    try {
        body = JSON.parse(Buffer.from(entry.body, 'base64').toString('utf8'));
    }
    catch {
        throw new answers/* UnreadableAnswer */.ym('the body of the log entry is not JSON');
    }
    const record = (0,answers/* objectIn */.D7)(body, 'the body of the log entry');
    requireSame('kind', (0,answers/* ownMember */.nV)(record, 'kind'), kind);
    requireSame('version', (0,answers/* ownMember */.nV)(record, 'apiVersion'), '0.0.1');
    return (0,answers/* objectIn */.D7)((0,answers/* ownMember */.nV)(record, 'spec'), 'the body of the log entry');
}
function requireSame(what, logged, asked) {
    if (logged === asked)
        return;
    throw new errors/* CountersignError */.WS('LOG_ENTRY_INVALID', {
        what: `The transparency log answered with an entry for another ${what} than the one we sent`,
        remedy: 'Do not trust this log: check its URL, and what stands between it and this machine.',
    });
}
function hashIn(object, member) {
    const hash = (0,answers/* objectIn */.D7)((0,answers/* ownMember */.nV)(object, member), 'a logged hash');
    requireSame('hash algorithm', (0,answers/* ownMember */.nV)(hash, 'algorithm'), 'sha256');
    return (0,answers/* ownMember */.nV)(hash, 'value');
}
function count(object, member) {
    const value = (0,answers/* ownMember */.nV)(object, member);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
        return value;
    throw new answers/* UnreadableAnswer */.ym(`the log entry has no usable "${member}"`);
}
function rekor_entry_text(object, member, shape) {
    const value = (0,answers/* ownMember */.nV)(object, member);
    const bounded = typeof value === 'string' && (shape !== CHECKPOINT || value.length <= limits/* MAX_CHECKPOINT_CHARS */.oAn);
    if (bounded && shape.test(value))
        return value;
    throw new answers/* UnreadableAnswer */.ym(`the log entry has no usable "${member}"`);
}
/** Rekor writes a verifier's PEM anew, so the content is compared, not the text. */
const pemBody = (encoded) => typeof encoded === 'string' ? derOf(Buffer.from(encoded, 'base64').toString('latin1')) : undefined;
const derOf = (pem) => pem.replaceAll(/-----[A-Z ]+-----|\s/g, '');
const sha256 = (bytes) => (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');

;// CONCATENATED MODULE: ./packages/core/build/sign/find-entry.js



/**
 * The entry at an index of a Rekor v1 log, with its promise and its inclusion proof. What it says is for verification to
 * judge. Throws LOG_REFUSED, LOG_UNAVAILABLE.
 */
const findLogEntry = (context, rekorUrl, logIndex) => (0,answers/* ask */.kA)(context, {
    service: 'rekor',
    method: 'GET',
    url: `${(0,answers/* under */.hG)(rekorUrl, '/api/v1/log/entries')}?logIndex=${logIndex}`,
    headers: { accept: 'application/json' },
    maxResponseBytes: limits/* MAX_LOG_ANSWER_BYTES */.jK2,
}, (response) => {
    if (response.status !== 200) {
        throw (0,answers/* refusal */.x5)('LOG_REFUSED', 'rekor', response, 'Check that the trusted root names the log that the claim was written to.');
    }
    return readLogEntry((0,answers/* jsonObject */.o$)(response.body));
});

// EXTERNAL MODULE: ./packages/core/build/sign/jwt.js
var jwt = __webpack_require__(41687);
;// CONCATENATED MODULE: ./packages/core/build/sign/missing-token.js

const PERMISSIONS = ['permissions:', '  contents: read', '  id-token: write'].join('\n');
const WAYS_OUT = 'Or sign with a key (input "key"), which needs no identity token.';
const BECAUSE = {
    'no-permission': {
        why: 'the job may not ask the runner for one',
        remedy: `Add this to the job (or to the workflow), and in a reusable workflow to the calling job as well:\n${PERMISSIONS}\n${WAYS_OUT}`,
    },
    fork: {
        why: 'the run belongs to a pull request from a fork, and GitHub gives those no identity token',
        remedy: 'Sign after the merge, in a workflow on push; on pull requests set "on-missing-identity: skip". Do not turn to pull_request_target for it: that would hand the identity to the fork.',
    },
    dependabot: {
        why: 'Dependabot started the run, and GitHub gives its runs no identity token',
        remedy: 'Sign after the merge, in a workflow on push; on such runs set "on-missing-identity: skip".',
    },
    'not-a-runner': {
        why: 'this is not a GitHub Actions job, and no token was given',
        remedy: `Give one as the input "identity-token" or in the variable SIGSTORE_ID_TOKEN, for the audience "sigstore". ${WAYS_OUT}`,
    },
};
/** Why there is no identity token here and what to do about it: IDENTITY_TOKEN_MISSING. */
function missingToken(situation) {
    const { why, remedy } = BECAUSE[situation];
    return new errors/* CountersignError */.WS('IDENTITY_TOKEN_MISSING', {
        what: `There is no identity token: ${why}`,
        remedy,
    });
}
/** The runner's endpoint answered 401 or 403 although the job has its address: also IDENTITY_TOKEN_MISSING. */
function tokenRefused(status) {
    const why = status === 401
        ? 'The runner refused to give an identity token (401): its request token is not valid, or the job has ended'
        : 'The runner refused to give an identity token (403): the job or a rule of the organisation forbids it';
    return new errors/* CountersignError */.WS('IDENTITY_TOKEN_MISSING', {
        what: why,
        remedy: `Check that the job has this, and that ACTIONS_ID_TOKEN_REQUEST_TOKEN was not carried over from another job:\n${PERMISSIONS}`,
    });
}

;// CONCATENATED MODULE: ./packages/core/build/sign/identity-token.js





/** The audience Fulcio expects. */
const AUDIENCE = 'sigstore';
const NAMES = {
    input: 'The identity token of the input "identity-token"',
    runner: "The runner's identity token",
    SIGSTORE_ID_TOKEN: 'The identity token in SIGSTORE_ID_TOKEN',
};
/**
 * The first identity token there is: the input's, the runner's, SIGSTORE_ID_TOKEN's. It is masked before anything else
 * happens to it and is in no error. Throws IDENTITY_TOKEN_MISSING (also where the runner refuses), IDENTITY_TOKEN_INVALID,
 * IDENTITY_TOKEN_EXPIRED, TOKEN_ENDPOINT_UNAVAILABLE.
 */
async function obtainIdentityToken(sources, context) {
    const given = (text) => {
        if (text === undefined || text.trim() === '')
            return undefined;
        sources.mask(text.trim());
        return text.trim();
    };
    const input = given(sources.input);
    if (input !== undefined)
        return check(input, 'input', context);
    if (sources.runner !== undefined) {
        return check(await askRunner(sources.runner, sources.mask, context), 'runner', context);
    }
    const variable = given(sources.sigstoreIdToken);
    if (variable !== undefined)
        return check(variable, 'SIGSTORE_ID_TOKEN', context);
    throw missingToken(sources.situation);
}
/**
 * Gives the same token until it is about to expire, then obtains another: what a session renews its certificate with
 * when a retry outlasts them. `first` is a token obtained already.
 */
function renewingToken(sources, context, first) {
    let held = first;
    return async () => {
        const now = context.clock.now().getTime();
        const usable = held && (held.expiresAt?.getTime() ?? Infinity) - limits/* RENEW_BEFORE_EXPIRY_MS */.rcb > now;
        if (held === undefined || usable !== true)
            held = await obtainIdentityToken(sources, context);
        return held;
    };
}
function check(token, source, context) {
    const claims = (0,jwt/* readTokenClaims */.v4)(token, NAMES[source]);
    const expiresAt = (0,jwt/* expiryOf */.Im)(claims);
    if (expiresAt !== undefined && expiresAt <= context.clock.now()) {
        throw new errors/* CountersignError */.WS('IDENTITY_TOKEN_EXPIRED', {
            what: `${NAMES[source]} expired at ${expiresAt.toISOString()}`,
            remedy: source === 'runner'
                ? "Check this machine's clock: the runner gave the token a moment ago."
                : 'Ask for a new token right before this step: identity tokens live for minutes. On a GitHub runner leave it out, and a fresh one is asked for.',
        });
    }
    if (!(0,jwt/* audiencesOf */.Rm)(claims).includes(AUDIENCE)) {
        context.log.warn(`${NAMES[source]} is not made for the audience "${AUDIENCE}"; Fulcio may refuse it.`);
    }
    return { token, source, claims, expiresAt };
}
/** GitHub: "OpenID Connect reference", requesting the JWT. */
async function askRunner(runner, mask, context) {
    if (!URL.canParse(runner.requestUrl)) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: 'ACTIONS_ID_TOKEN_REQUEST_URL is not a URL',
            remedy: 'The runner sets this variable: do not set it by hand.',
        });
    }
    const url = new URL(runner.requestUrl);
    url.searchParams.set('audience', AUDIENCE);
    return (0,answers/* ask */.kA)(context, {
        service: 'identity-token',
        method: 'GET',
        url: url.href,
        headers: { accept: 'application/json' },
        authorization: `Bearer ${runner.requestToken}`,
        maxResponseBytes: limits/* MAX_TOKEN_ANSWER_BYTES */.Acy,
    }, (response) => {
        if (response.status === 401 || response.status === 403)
            throw tokenRefused(response.status);
        if (response.status !== 200)
            throw new answers/* UnreadableAnswer */.ym(`it answered with status ${response.status}`);
        const token = (0,answers/* ownMember */.nV)((0,answers/* jsonObject */.o$)(response.body), 'value');
        if (typeof token !== 'string' || token === '')
            throw new answers/* UnreadableAnswer */.ym('its answer holds no token');
        mask(token);
        return token;
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(30058);
;// CONCATENATED MODULE: ./packages/core/build/sign/encrypted-key.js





/** Whether a text is a private key as cosign keeps it: a JSON of scrypt and NaCl secretbox in one PEM block. */
const isEncryptedKey = (text) => text.length <= limits/* MAX_KEY_CHARS */.dFm && /-----BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY-----/.test(text);
/**
 * The private key in cosign's file, both labels (go-securesystemslib, `encrypted`). The file says how dear its password
 * is to try; only what cosign itself takes is computed. Throws KEY_INVALID, with nothing of the key or the password in it.
 */
async function decryptKey(text, password, name) {
    const { params, salt, nonce, ciphertext } = readBox(text, name);
    const secret = await derive(password, salt, params);
    const { xsalsa20poly1305 } = await __webpack_require__.e(/* import() */ 6382).then(__webpack_require__.bind(__webpack_require__, 46382));
    let der;
    try {
        der = xsalsa20poly1305(secret, nonce).decrypt(ciphertext);
    }
    catch {
        throw invalid(name, 'the password does not open it, or the file is damaged', 'Set COSIGN_PASSWORD to the password that it was made with (an empty one counts as well).');
    }
    try {
        return (0,external_node_crypto_.createPrivateKey)({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
    }
    catch {
        throw invalid(name, 'what is encrypted in it is not a PKCS#8 key', 'Make a new one: countersign key generate.');
    }
}
/** A private key as `cosign generate-key-pair` writes it (3.1: N 2^16), so that cosign signs with it as well. */
async function encryptKey(key, password) {
    const params = { N: 65_536, r: 8, p: 1 };
    const [salt, nonce] = [(0,external_node_crypto_.randomBytes)(SALT_BYTES), (0,external_node_crypto_.randomBytes)(NONCE_BYTES)];
    const { xsalsa20poly1305 } = await __webpack_require__.e(/* import() */ 6382).then(__webpack_require__.bind(__webpack_require__, 46382));
    const secret = await derive(password, salt, params);
    const der = key.export({ type: 'pkcs8', format: 'der' });
    const box = {
        kdf: { name: 'scrypt', params, salt: salt.toString('base64') },
        cipher: { name: 'nacl/secretbox', nonce: nonce.toString('base64') },
        ciphertext: Buffer.from(xsalsa20poly1305(secret, nonce).encrypt(der)).toString('base64'),
    };
    const body = Buffer.from(JSON.stringify(box)).toString('base64');
    const lines = body.match(/.{1,64}/g) ?? [];
    return [`-----BEGIN ${LABEL}-----`, ...lines, `-----END ${LABEL}-----`, ''].join('\n');
}
const LABEL = 'ENCRYPTED SIGSTORE PRIVATE KEY';
const SALT_BYTES = 32;
const NONCE_BYTES = 24;
const MAX_SALT_BYTES = 64;
/** cosign's three strengths, and no other: a file could ask for all the memory there is. */
const STRENGTHS = [2 ** 15, 2 ** 16, 2 ** 17];
function readBox(text, name) {
    const blocks = [...text.matchAll(/-----BEGIN ([A-Z0-9 ]{1,60})-----([^-]*)-----END \1-----/g)];
    const [block] = blocks;
    if (block === undefined || blocks.length > 1) {
        throw invalid(name, blocks.length > 1 ? 'it holds several PEM blocks' : 'its PEM block does not end', 'Give the file as cosign wrote it.');
    }
    const value = (0,json/* parseJson */.qF)(Buffer.from(block[2] ?? '', 'base64').toString('utf8'));
    const at = (...path) => (0,json/* memberAt */.mz)(value, ...path);
    const bytes = (...path) => {
        const member = at(...path);
        return Buffer.from(typeof member === 'string' ? member : '', 'base64');
    };
    const [N, r, p] = [at('kdf', 'params', 'N'), at('kdf', 'params', 'r'), at('kdf', 'params', 'p')];
    const box = {
        salt: bytes('kdf', 'salt'),
        nonce: bytes('cipher', 'nonce'),
        ciphertext: bytes('ciphertext'),
    };
    if (at('kdf', 'name') !== 'scrypt' || at('cipher', 'name') !== 'nacl/secretbox') {
        throw invalid(name, 'it is not encrypted in the way of cosign (scrypt, nacl/secretbox)', REMAKE);
    }
    if (typeof N !== 'number' || !STRENGTHS.includes(N) || r !== 8 || p !== 1) {
        throw invalid(name, 'it names scrypt parameters that cosign does not use either', REMAKE);
    }
    if (box.salt.length === 0 || box.salt.length > MAX_SALT_BYTES || box.nonce.length !== NONCE_BYTES) {
        throw invalid(name, 'its salt or nonce is missing or of a wrong length', REMAKE);
    }
    return { params: { N, r, p }, ...box };
}
const REMAKE = 'Give the file as cosign wrote it, or make a new key: countersign key generate.';
const derive = (password, salt, params) => (0,external_node_util_.promisify)(external_node_crypto_.scrypt)(password, salt, 32, {
    ...params,
    maxmem: limits/* MAX_SCRYPT_BYTES */.HdQ,
});
const invalid = (name, why, remedy) => new errors/* CountersignError */.WS('KEY_INVALID', { what: `The key ${name} cannot be used: ${why}`, remedy });

// EXTERNAL MODULE: ./packages/core/build/public-key.js
var public_key = __webpack_require__(6927);
// EXTERNAL MODULE: ./packages/core/build/sign/keys.js
var keys = __webpack_require__(96936);
;// CONCATENATED MODULE: ./packages/core/build/sign/key-source.js




/**
 * The key to sign with: PKCS#8, cosign's encrypted form, or a key management service, of which nothing is loaded unless a
 * URI names it. Throws KEY_INVALID, INPUT_MISSING (no password), INPUT_INVALID (a URI), KMS_REFUSED, KMS_UNAVAILABLE.
 */
async function openSigningKey(source, services) {
    if ('uri' in source) {
        const { openKmsKey } = await __webpack_require__.e(/* import() */ 8630).then(__webpack_require__.bind(__webpack_require__, 58630));
        return openKmsKey(source.uri, services);
    }
    const { name, pem, password } = source;
    if (!isEncryptedKey(pem))
        return (0,keys/* parseSigningKey */.UG)(pem, name);
    if (password === undefined)
        throw passwordMissing(name);
    return (0,keys/* localKey */.B$)(await decryptKey(pem, password, name), name);
}
/**
 * The public half of a key, whichever half is given: one PEM block and one newline. Throws as openSigningKey does.
 */
async function publicKeyPem(source, services) {
    if (!('uri' in source) && /-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(source.pem)) {
        const { key } = (0,public_key/* parsePublicKey */.e)(source.pem, source.name);
        return key.export({ type: 'spki', format: 'pem' }).toString();
    }
    return (await openSigningKey(source, services)).publicKeyPem;
}
/** An encrypted key came without its password. */
const passwordMissing = (name) => new errors/* CountersignError */.WS('INPUT_MISSING', {
    what: `The key ${name} is encrypted, and COSIGN_PASSWORD is not set`,
    remedy: 'Set the environment variable COSIGN_PASSWORD to its password; where it has none, set it to the empty text.',
});

// EXTERNAL MODULE: ./packages/core/build/sign/kms/uri.js
var uri = __webpack_require__(30786);
// EXTERNAL MODULE: ./packages/core/build/http/index.js + 12 modules
var http = __webpack_require__(20027);
;// CONCATENATED MODULE: ./packages/core/build/sign/public-log.js


/**
 * Private by default: throws PRIVATE_REPOSITORY where what is signed would become public although the repository is not.
 * To be called before the first request to Fulcio or Rekor. `claims` are those of the identity token; undefined for a
 * key. A token without `repository_visibility`, and a key, which proves nothing about a repository, count as private.
 * Fulcio counts only with a token (its certificates go to a public certificate transparency log), Rekor always.
 */
function refusePublicLog(claims, services, publicLog) {
    const used = {
        fulcio: claims !== undefined && services.fulcioUrl !== undefined,
        rekor: services.rekorUrls.length > 0,
    };
    const exposing = services.publicServices.filter((service) => used[service]);
    if (publicLog === 'allow' || exposing.length === 0 || claims?.repository_visibility === 'public')
        return;
    const exposed = exposing.map((service) => (service === 'fulcio' ? byFulcio(claims) : byRekor(claims)));
    throw new errors/* CountersignError */.WS('PRIVATE_REPOSITORY', {
        what: `${whyPrivate(claims)}, and this run would publish about it, for ever and for everyone: ${exposed.join('; ')}`,
        remedy: 'Use a Sigstore of your own (signing-config, trusted-root), or a key without a log (key, transparency-log: none), or say that this may become public: "public-log: allow".',
    });
}
function whyPrivate(claims) {
    if (claims === undefined)
        return 'A key does not show whether its repository is public, so it counts as private';
    const visibility = claims.repository_visibility;
    return typeof visibility === 'string'
        ? `The repository is ${(0,http/* excerptOf */.zU)(visibility)}, not public`
        : 'The identity token does not say that its repository is public, so it counts as private';
}
function byFulcio(claims) {
    const named = [
        ['repository', 'repository'],
        ['workflow', 'job_workflow_ref'],
        ['ref', 'ref'],
        ['commit', 'sha'],
    ].flatMap(([label = '', claim = '']) => {
        const value = claims?.[claim];
        return typeof value === 'string' ? [`${label} ${(0,http/* excerptOf */.zU)(value)}`] : [];
    });
    const holds = named.length === 0 ? 'the identity of the signer' : named.join(', ');
    return `in the certificate that Fulcio issues and sends to a certificate transparency log: ${holds}, the run and its trigger`;
}
const byRekor = (claims) => `in Rekor: each signature, its time, the hash of what was signed and the ${claims === undefined ? 'public key' : 'same certificate'}`;

// EXTERNAL MODULE: ./node_modules/@sigstore/core/dist/index.js
var dist = __webpack_require__(83917);
;// CONCATENATED MODULE: ./packages/core/build/sign/certificate.js


/** Fulcio's issuer extension: .8 is a DER UTF8String, the older .1 raw text (sigstore/fulcio docs/oid-info.md). */
const ISSUER_V2 = '1.3.6.1.4.1.57264.1.8';
const ISSUER_V1 = '1.3.6.1.4.1.57264.1.1';
const UTF8_STRING = 0x0c;
/** Who a certificate from Fulcio speaks for: its subject alternative name and the issuer of the token behind it. */
function identityIn(leaf) {
    let identity;
    let issuer;
    try {
        const parsed = dist.X509Certificate.parse(Buffer.from(leaf.raw));
        identity = parsed.subjectAltName;
        const [v2, v1] = [parsed.extension(ISSUER_V2), parsed.extension(ISSUER_V1)];
        const text = v2?.valueObj.subs[0];
        issuer = text?.tag.number === UTF8_STRING ? text.value.toString('utf8') : v1?.value.toString('utf8');
    }
    catch {
        throw new answers/* UnreadableAnswer */.ym('the certificate does not parse');
    }
    if (identity === undefined || identity === '')
        throw new answers/* UnreadableAnswer */.ym('the certificate names no identity');
    if (issuer === undefined || issuer === '')
        throw new answers/* UnreadableAnswer */.ym('the certificate names no issuer');
    return { identity, issuer };
}

;// CONCATENATED MODULE: ./packages/core/build/sign/fulcio.js





/**
 * Asks Fulcio (v2 API, `/api/v2/signingCert`) for a certificate on `key`: the token says who, the signature over its
 * subject proves that the key is ours. The answer is checked to be a chain, leaf first, on that very key. Throws
 * FULCIO_REFUSED (4xx), FULCIO_UNAVAILABLE, IDENTITY_TOKEN_INVALID; the token is in no error.
 */
async function requestCertificate(context, fulcioUrl, { token, claims }, key) {
    const proof = await key.sign([Buffer.from((0,jwt/* challengeOf */.p1)(claims))]);
    const body = {
        credentials: { oidcIdentityToken: token },
        publicKeyRequest: {
            publicKey: { algorithm: 'ECDSA', content: key.publicKeyPem },
            proofOfPossession: proof.toString('base64'),
        },
    };
    return (0,answers/* ask */.kA)(context, {
        service: 'fulcio',
        method: 'POST',
        url: (0,answers/* under */.hG)(fulcioUrl, '/api/v2/signingCert'),
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: Buffer.from(JSON.stringify(body)),
        maxResponseBytes: limits/* MAX_CERTIFICATE_ANSWER_BYTES */.C0z,
        secrets: [token],
        repeatable: true, // a second certificate does no harm
    }, (response) => {
        if (response.status !== 200 && response.status !== 201) {
            throw (0,answers/* refusal */.x5)('FULCIO_REFUSED', 'fulcio', response, remedyFor(response), [token]);
        }
        return readChain(chainOf((0,answers/* jsonObject */.o$)(response.body)), key);
    });
}
function remedyFor({ status }) {
    if (status === 404)
        return 'Check the URL of Fulcio in the signing config: there is no /api/v2/signingCert.';
    return 'Check that this Fulcio accepts tokens of your issuer for the audience "sigstore", and the clock of this machine.';
}
function chainOf(answer) {
    // The detached form is the answer of a Fulcio without a certificate transparency log.
    const form = (0,answers/* ownMember */.nV)(answer, 'signedCertificateEmbeddedSct') ?? (0,answers/* ownMember */.nV)(answer, 'signedCertificateDetachedSct');
    const chain = (0,answers/* objectIn */.D7)((0,answers/* ownMember */.nV)((0,answers/* objectIn */.D7)(form, 'the certificate'), 'chain'), 'the certificate chain');
    const certificates = (0,answers/* ownMember */.nV)(chain, 'certificates');
    if (!Array.isArray(certificates) || certificates.length > limits/* MAX_CERTIFICATES_IN_CHAIN */.udo) {
        throw new answers/* UnreadableAnswer */.ym('the certificate chain is not a list of certificates');
    }
    return certificates.map((certificate) => {
        if (typeof certificate === 'string')
            return certificate;
        throw new answers/* UnreadableAnswer */.ym('the certificate chain holds something that is not a text');
    });
}
function readChain(pems, key) {
    const [leaf, ...chain] = pems.map((pem) => {
        try {
            return new external_node_crypto_.X509Certificate(pem);
        }
        catch {
            throw new answers/* UnreadableAnswer */.ym('the certificate chain holds something that is not a certificate');
        }
    });
    // The tag layouts store the chain, and readers of them refuse an empty one.
    if (leaf === undefined || chain.length === 0)
        throw new answers/* UnreadableAnswer */.ym('the certificate comes without its chain');
    if (!leaf.publicKey.export({ type: 'spki', format: 'der' }).equals(key.spki)) {
        throw new answers/* UnreadableAnswer */.ym('the certificate is not on our key');
    }
    let child = leaf;
    for (const issuer of chain) {
        if (!child.checkIssued(issuer))
            throw new answers/* UnreadableAnswer */.ym('the certificate chain is not in order');
        child = issuer;
    }
    return { kind: 'certificate', ...identityIn(leaf), leaf, chain };
}

;// CONCATENATED MODULE: ./packages/core/build/sign/credential.js




/** A key of the user's own: always the same, valid without end. */
function keyCredential(key) {
    const { hint, publicKeyPem } = key;
    const signer = { kind: 'key', hint, publicKeyPem };
    return () => Promise.resolve({ key, signer, verifierPem: publicKeyPem, expiresAt: undefined });
}
/**
 * One ephemeral key and one certificate for all claims, made at the first call and shared by calls in parallel. A
 * certificate that is about to end is renewed, on the same key. A failure stays: every later call fails with it.
 */
function certificateCredential(context, fulcioUrl, token, issued) {
    let key;
    let held;
    const issue = async () => {
        key ??= await (0,keys/* ephemeralKey */.Jv)();
        const signer = await withCurrentToken(context, fulcioUrl, token, key);
        issued();
        return {
            key,
            signer,
            verifierPem: `${signer.leaf.toString().trim()}\n`,
            expiresAt: signer.leaf.validToDate,
        };
    };
    const endsSoon = ({ expiresAt }) => expiresAt !== undefined && expiresAt.getTime() - limits/* RENEW_BEFORE_EXPIRY_MS */.rcb <= context.clock.now().getTime();
    return async () => {
        const before = (held ??= issue());
        if (!endsSoon(await before))
            return before;
        // Whoever comes here first renews; the others find another promise held and wait for that.
        if (held === before)
            held = issue();
        return held;
    };
}
/**
 * Retries of an outage may outlast the token, and Fulcio then refuses it: a refusal of a token that has expired since
 * is no answer yet, and one more is asked for with a new token.
 */
async function withCurrentToken(context, fulcioUrl, token, key) {
    const first = await token();
    try {
        return await requestCertificate(context, fulcioUrl, first, key);
    }
    catch (error) {
        const refused = error instanceof errors/* CountersignError */.WS && error.code === 'FULCIO_REFUSED';
        const expired = first.expiresAt !== undefined && first.expiresAt <= context.clock.now();
        if (!refused || !expired)
            throw error;
        return requestCertificate(context, fulcioUrl, await token(), key);
    }
}

;// CONCATENATED MODULE: ./packages/core/build/sign/json-body.js
/**
 * JSON of the form `head text tail` with the ASCII `text` inside a string of it, as a request body that is made piece by
 * piece: an envelope of many megabytes would else be held once more as text and once more as bytes.
 */
function jsonBody(head, text, tail) {
    const ends = Buffer.byteLength(head) + Buffer.byteLength(tail);
    let size = ends;
    for (const piece of escaped(text))
        size += piece.length;
    return {
        size,
        // eslint-disable-next-line @typescript-eslint/require-await -- a body is an async iterable
        open: async function* () {
            yield Buffer.from(head);
            yield* escaped(text);
            yield Buffer.from(tail);
        },
    };
}
const PIECE_BYTES = 256 * 1024;
/** As JSON escapes it within a string. */
function* escaped(text) {
    for (let at = 0; at < text.length; at += PIECE_BYTES) {
        yield Buffer.from(JSON.stringify(text.toString('latin1', at, at + PIECE_BYTES)).slice(1, -1));
    }
}

;// CONCATENATED MODULE: ./packages/core/build/sign/rekor.js





/** Logs a DSSE envelope (Rekor v1, dsse 0.0.1). Throws LOG_REFUSED, LOG_UNAVAILABLE, LOG_ENTRY_INVALID. */
async function logEnvelope(context, rekorUrl, envelope, signed) {
    const verifiers = [Buffer.from(signed.verifierPem).toString('base64')];
    const tail = JSON.stringify({ verifiers }).slice(1);
    const proposal = jsonBody('{"apiVersion":"0.0.1","kind":"dsse","spec":{"proposedContent":{"envelope":"', envelope, `",${tail}}}`);
    const entry = await propose(context, rekorUrl, proposal);
    checkDsseBody(entry, { envelope, ...signed });
    return entry;
}
/** Logs a signature over a payload (Rekor v1, hashedrekord 0.0.1). Throws as logEnvelope. */
async function logHash(context, rekorUrl, payloadSha256, signed) {
    const proposal = {
        apiVersion: '0.0.1',
        kind: 'hashedrekord',
        spec: {
            data: { hash: { algorithm: 'sha256', value: payloadSha256 } },
            signature: {
                content: base64(signed.signature),
                publicKey: { content: Buffer.from(signed.verifierPem).toString('base64') },
            },
        },
    };
    const entry = await propose(context, rekorUrl, Buffer.from(JSON.stringify(proposal)));
    checkHashedRekordBody(entry, { payloadSha256, ...signed });
    return entry;
}
/**
 * A 409 says that this very entry is there: an earlier attempt arrived and its answer was lost. Then the entry is
 * fetched by the UUID that `Location` ends in, from the log we asked, wherever the header points.
 */
async function propose(context, rekorUrl, proposal) {
    const entries = (0,answers/* under */.hG)(rekorUrl, '/api/v1/log/entries');
    const answer = await (0,answers/* ask */.kA)(context, {
        service: 'rekor',
        method: 'POST',
        url: entries,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: proposal,
        maxResponseBytes: limits/* MAX_LOG_ANSWER_BYTES */.jK2,
        repeatable: true,
        answers: [409],
    }, (response) => (response.status === 409 ? existingUuid(response) : entryIn(response)));
    if (typeof answer !== 'string')
        return answer;
    return (0,answers/* ask */.kA)(context, {
        service: 'rekor',
        method: 'GET',
        url: `${entries}/${answer}`,
        headers: { accept: 'application/json' },
        maxResponseBytes: limits/* MAX_LOG_ANSWER_BYTES */.jK2,
    }, entryIn);
}
function entryIn(response) {
    if (response.status !== 200 && response.status !== 201) {
        throw (0,answers/* refusal */.x5)('LOG_REFUSED', 'rekor', response, rekor_remedyFor(response));
    }
    return readLogEntry((0,answers/* jsonObject */.o$)(response.body));
}
function existingUuid({ headers }) {
    const uuid = /\/([0-9a-f]{64}|[0-9a-f]{80})$/.exec(headers.location ?? '')?.[1];
    if (uuid === undefined)
        throw new answers/* UnreadableAnswer */.ym('it says that the entry exists, but not where');
    return uuid;
}
function rekor_remedyFor({ status }) {
    if (status === 404)
        return 'Check the URL of Rekor in the signing config: there is no Rekor v1 API behind it.';
    if (status === 413)
        return 'The log refuses entries of this size: attest a smaller document, or use a log of your own.';
    return 'Check that this is a Rekor v1 log and that it takes entries of this kind and size.';
}

// EXTERNAL MODULE: ./packages/core/build/concurrency.js
var build_concurrency = __webpack_require__(99045);
;// CONCATENATED MODULE: ./packages/core/build/sign/hashed-rekord.js



/** The request that asks for the entry. Throws KEY_INVALID as hashedRekord. */
function requestOf(signed) {
    const digest = base64(signed.digest);
    return Buffer.from(JSON.stringify({ hashedRekordRequestV002: { digest, signature: signatureOf(signed) } }));
}
/**
 * The canonical body of the entry (RFC 8785: members in order), which the log hashes. Verifiers in Go make it anew of the
 * bundle, so that no other body will do. Throws KEY_INVALID for a key whose signatures no Rekor v2 takes.
 */
const hashedRekord = (signed) => Buffer.from(JSON.stringify({
    apiVersion: '0.0.2',
    kind: 'hashedrekord',
    spec: {
        hashedRekordV002: {
            data: { algorithm: 'SHA2_256', digest: base64(signed.digest) },
            signature: signatureOf(signed),
        },
    },
}));
const signatureOf = ({ signature, verifier }) => ({
    content: base64(signature),
    verifier: {
        keyDetails: keyDetails(verifier),
        [verifier.kind === 'certificate' ? 'x509Certificate' : 'publicKey']: { rawBytes: base64(verifier.der) },
    },
});
/** The name of the key's algorithm (sigstore_common.proto, PublicKeyDetails). Throws KEY_INVALID. */
function keyDetails({ kind, der }) {
    const key = kind === 'certificate'
        ? new external_node_crypto_.X509Certificate(der).publicKey
        : (0,external_node_crypto_.createPublicKey)({ key: der, format: 'der', type: 'spki' });
    const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
    const details = key.asymmetricKeyType === 'ec'
        ? CURVES.get(namedCurve ?? '')
        : key.asymmetricKeyType === 'rsa'
            ? RSA_BITS.get(modulusLength ?? 0)
            : undefined;
    if (details !== undefined)
        return details;
    throw new errors/* CountersignError */.WS('KEY_INVALID', {
        what: 'The key cannot be used with Rekor v2: the log takes ECDSA P-256, and RSA of 2048, 3072 or 4096 bits',
        remedy: 'Sign with a key of one of these kinds, or set transparency-log: rekor-v1.',
    });
}
const CURVES = new Map([['prime256v1', 'PKIX_ECDSA_P256_SHA_256']]);
const RSA_BITS = new Map([2048, 3072, 4096].map((bits) => [bits, `PKIX_RSA_PKCS1V15_${bits}_SHA256`]));

;// CONCATENATED MODULE: ./packages/core/build/sign/rekor-v2-entry.js


/**
 * Reads Rekor v2's answer, a TransparencyLogEntry in protobuf JSON (sigstore_rekor.proto): numbers as texts, members
 * without a value left out or not. Anything amiss throws UnreadableAnswer.
 */
function readTileEntry(answer) {
    const proof = (0,answers/* objectIn */.D7)((0,answers/* ownMember */.nV)(answer, 'inclusionProof'), 'the inclusion proof');
    const checkpoint = (0,answers/* objectIn */.D7)((0,answers/* ownMember */.nV)(proof, 'checkpoint'), 'the checkpoint');
    const hashes = (0,answers/* ownMember */.nV)(proof, 'hashes') ?? [];
    if (!Array.isArray(hashes) || hashes.length > limits/* MAX_INCLUSION_PROOF_HASHES */.gKQ) {
        throw new answers/* UnreadableAnswer */.ym('the inclusion proof has no list of hashes');
    }
    const envelope = (0,answers/* ownMember */.nV)(checkpoint, 'envelope');
    if (typeof envelope !== 'string' || envelope.length > limits/* MAX_CHECKPOINT_CHARS */.oAn || envelope === '') {
        throw new answers/* UnreadableAnswer */.ym('the inclusion proof has no usable checkpoint');
    }
    const logId = bytes((0,answers/* objectIn */.D7)((0,answers/* ownMember */.nV)(answer, 'logId'), 'the log id'), 'keyId');
    return {
        logIndex: rekor_v2_entry_count(answer, 'logIndex'),
        logId: logId.toString('hex'),
        body: bytes(answer, 'canonicalizedBody').toString('base64'),
        inclusionProof: {
            logIndex: rekor_v2_entry_count(proof, 'logIndex'),
            treeSize: rekor_v2_entry_count(proof, 'treeSize'),
            rootHash: bytes(proof, 'rootHash', HASH_BYTES).toString('hex'),
            hashes: hashes.map((hash) => bytes({ hash }, 'hash', HASH_BYTES).toString('hex')),
            checkpoint: envelope,
        },
    };
}
const HASH_BYTES = 32;
function rekor_v2_entry_count(object, member) {
    const value = (0,answers/* ownMember */.nV)(object, member) ?? '0';
    if ((typeof value === 'string' || typeof value === 'number') && /^\d{1,15}$/.test(String(value))) {
        return Number(value);
    }
    throw new answers/* UnreadableAnswer */.ym(`the log entry has no usable "${member}"`);
}
function bytes(object, member, length) {
    const value = (0,answers/* ownMember */.nV)(object, member);
    if (typeof value === 'string' && /^[A-Za-z0-9+/]+={0,2}$/.test(value)) {
        const decoded = Buffer.from(value, 'base64');
        if (length === undefined || decoded.length === length)
            return decoded;
    }
    throw new answers/* UnreadableAnswer */.ym(`the log entry has no usable "${member}"`);
}

// EXTERNAL MODULE: ./packages/core/build/checkpoint.js
var build_checkpoint = __webpack_require__(29370);
;// CONCATENATED MODULE: ./packages/core/build/sign/merkle-proof.js

/** PATH(m, D[n]) of RFC 6962, section 2.1.1, for a leaf of a tree of `size` leaves. */
async function inclusionPath(index, size, nodeHash) {
    const path = async (start, end) => {
        if (end - start <= 1)
            return [];
        const middle = start + splitPoint(end - start);
        return index < middle
            ? [...(await path(start, middle)), await subtree(middle, end, nodeHash)]
            : [...(await path(middle, end)), await subtree(start, middle, nodeHash)];
    };
    return path(0, size);
}
/** The root that a leaf and its path lead to; undefined where the path is not as long as such a tree's. */
function rootOf(leaf, index, size, path) {
    const left = [...path];
    const climb = (start, end) => {
        if (end - start <= 1)
            return leaf;
        const sibling = left.pop();
        const middle = start + splitPoint(end - start);
        const own = index < middle ? climb(start, middle) : climb(middle, end);
        if (sibling === undefined || own === undefined)
            return undefined;
        return index < middle ? hashChildren(own, sibling) : hashChildren(sibling, own);
    };
    const root = index < size ? climb(0, size) : undefined;
    return left.length === 0 ? root : undefined;
}
const hashLeaf = (data) => (0,external_node_crypto_.createHash)('sha256').update(Buffer.of(0)).update(data).digest();
const hashChildren = (left, right) => (0,external_node_crypto_.createHash)('sha256').update(Buffer.of(1)).update(left).update(right).digest();
async function subtree(start, end, nodeHash) {
    const width = end - start;
    const level = Math.log2(width);
    if (Number.isInteger(level) && start % width === 0)
        return nodeHash(level, start / width);
    const middle = start + splitPoint(width);
    const [left, right] = [await subtree(start, middle, nodeHash), await subtree(middle, end, nodeHash)];
    return hashChildren(left, right);
}
/** The largest power of two below a number above 1. */
const splitPoint = (width) => 2 ** (Math.ceil(Math.log2(width)) - 1);

;// CONCATENATED MODULE: ./packages/core/build/sign/tiles.js




/** Hashes or entries in a full tile (C2SP tlog-tiles.md). */
const ENTRIES_PER_TILE = 256;
/** Levels of the tree in one tile. */
const LEVELS_PER_TILE = 8;
const tiles_HASH_BYTES = 32;
/** Reads the tiles of a tree of `size` leaves, each once. Calls throw LOG_UNAVAILABLE, LOG_REFUSED. */
function createTileReader(context, url, size) {
    const known = new Map();
    const read = (level, index, maxBytes) => {
        const key = `${level}/${index}`;
        const reading = known.get(key) ?? readTile(context, url, { level, index, size, maxBytes });
        known.set(key, reading);
        return reading;
    };
    return {
        read,
        nodeHash: async (level, index) => {
            const tileLevel = Math.floor(level / LEVELS_PER_TILE);
            const count = 2 ** (level % LEVELS_PER_TILE);
            const first = index * count;
            const tile = await read(tileLevel, Math.floor(first / ENTRIES_PER_TILE), limits/* MAX_TILE_BYTES */.kaD);
            const start = (first % ENTRIES_PER_TILE) * tiles_HASH_BYTES;
            return rootOfHashes(tile.subarray(start, start + count * tiles_HASH_BYTES));
        },
    };
}
async function readTile(context, url, wanted) {
    const { level, index, size } = wanted;
    const whole = Math.floor(size / ENTRIES_PER_TILE ** (level === 'entries' ? 0 : level));
    const width = Math.min(ENTRIES_PER_TILE, whole - index * ENTRIES_PER_TILE);
    const path = `/api/v2/tile/${level}/${tilePath(index)}`;
    const partial = width < ENTRIES_PER_TILE ? await fetchTile(context, url, `${path}.p/${width}`, wanted) : undefined;
    // Partial tiles go when the full one is there.
    const bytes = partial ?? (await fetchTile(context, url, path, wanted));
    if (bytes !== undefined && (level === 'entries' || bytes.length >= width * tiles_HASH_BYTES))
        return bytes;
    throw (0,http/* unavailable */.hU)('rekor', new URL(url).host, `does not serve ${path}, which its checkpoint covers`);
}
/** undefined: there is none. */
const fetchTile = (context, url, path, { maxBytes }) => (0,answers/* ask */.kA)(context, { service: 'rekor', method: 'GET', url: (0,answers/* under */.hG)(url, path), maxResponseBytes: maxBytes }, (response) => {
    if (response.status === 404)
        return undefined;
    if (response.status === 200)
        return Buffer.from(response.body);
    throw (0,answers/* refusal */.x5)('LOG_REFUSED', 'rekor', response, 'Check that the tiles of this log can be read.');
});
/** The entry at a place of a bundle: each has its length in two bytes before it. undefined where it has none. */
function entryAt(bundle, place) {
    let at = 0;
    for (let passed = 0; at + 2 <= bundle.length; passed += 1) {
        const end = at + 2 + bundle.readUInt16BE(at);
        if (end > bundle.length)
            return undefined;
        if (passed === place)
            return bundle.subarray(at + 2, end);
        at = end;
    }
    return undefined;
}
/** 1234067 as `x001/x234/067`. */
function tilePath(index) {
    const digits = String(index);
    const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
    return groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
}
/** Of 1, 2, 4 … 128 hashes. */
function rootOfHashes(hashes) {
    if (hashes.length <= tiles_HASH_BYTES)
        return hashes;
    const middle = hashes.length / 2;
    return hashChildren(rootOfHashes(hashes.subarray(0, middle)), rootOfHashes(hashes.subarray(middle)));
}

;// CONCATENATED MODULE: ./packages/core/build/sign/tile-log.js







/**
 * The entry at an index of a Rekor v2 log, with a proof made of its tiles and checked against its checkpoint; whether the
 * log signed that is for the verifier to say. Tiles are read where entries are written, else where the trusted root says
 * that the logs are: some instances write through another address. Throws LOG_UNAVAILABLE, LOG_ENTRY_INVALID.
 */
async function entryFromTiles(context, rekorUrl, index, body, trust) {
    const logs = trust?.trustedRoot.tlogs ?? [];
    const places = [...new Set([rekorUrl, ...logs.map(({ baseUrl }) => baseUrl)])];
    let failure;
    for (const url of places.filter(isHttpUrl).slice(0, limits/* MAX_TRUSTED_LOGS_ASKED */.GVs)) {
        try {
            const entry = await provenAt(context, url, index, trust);
            // Another log of the trusted root has another entry there.
            if (entry !== undefined && (url === rekorUrl || body.equals(Buffer.from(entry.body, 'base64'))))
                return entry;
        }
        catch (thrown) {
            const error = (0,errors/* asCountersignError */.ek)(thrown);
            // What is wrong with one of the others says nothing yet: the entry may be in the next.
            if (url === rekorUrl || error.code === 'INTERRUPTED')
                throw error;
            failure ??= error;
        }
    }
    if (failure !== undefined)
        throw failure;
    throw (0,http/* unavailable */.hU)('rekor', URL.canParse(rekorUrl) ? new URL(rekorUrl).host : 'unknown host', `has the entry already, at index ${index}, and no log of the trusted root could be read for its proof`);
}
/** undefined: no log of the trusted root is read here. */
async function provenAt(context, url, index, trust) {
    const found = await checkpointAt(context, url, index);
    const logId = found && logIdOf(found.checkpoint, trust);
    if (found === undefined || logId === undefined)
        return undefined;
    const { body, path } = await prove(context, url, index, found.checkpoint);
    return {
        logIndex: index,
        logId: logId.toString('hex'),
        body: body.toString('base64'),
        inclusionProof: {
            logIndex: index,
            treeSize: found.checkpoint.size,
            rootHash: found.checkpoint.root.toString('hex'),
            hashes: path.map((hash) => hash.toString('hex')),
            checkpoint: found.text,
        },
    };
}
/** undefined: no log of tiles is read here, or it is out of reach. */
async function checkpointAt(context, url, index) {
    try {
        return await (0,answers/* ask */.kA)(context, {
            service: 'rekor',
            method: 'GET',
            url: (0,answers/* under */.hG)(url, '/api/v2/checkpoint'),
            maxResponseBytes: limits/* MAX_CHECKPOINT_CHARS */.oAn,
        }, ({ status, body }) => {
            // The server that takes entries has no files: it answers 501 (rekor-tiles 2.3).
            if ((status >= 400 && status < 500) || status === 501)
                return undefined;
            const text = new TextDecoder().decode(body);
            const checkpoint = status === 200 ? (0,build_checkpoint/* parseCheckpoint */.S)(text) : undefined;
            if (checkpoint === undefined)
                throw new answers/* UnreadableAnswer */.ym('it did not answer with a checkpoint');
            if (checkpoint.size <= index)
                throw new answers/* UnreadableAnswer */.ym('its checkpoint does not cover the entry');
            return { text, checkpoint };
        });
    }
    catch (thrown) {
        const error = (0,errors/* asCountersignError */.ek)(thrown);
        if (error.code === 'LOG_UNAVAILABLE')
            return undefined;
        throw error;
    }
}
/** The id under which the trusted root knows who signed: the answer to a conflict does not say it. */
function logIdOf({ origin, signatures }, trust) {
    const log = trust?.trustedRoot.tlogs.find(({ logId, checkpointKeyId, baseUrl }) => {
        const id = (checkpointKeyId ?? logId)?.keyId;
        return (URL.canParse(baseUrl) &&
            new URL(baseUrl).hostname === origin &&
            signatures.some(({ name, keyHint }) => name === origin && id?.subarray(0, 4).equals(keyHint) === true));
    });
    return log?.logId?.keyId;
}
async function prove(context, url, index, { size, root }) {
    const reader = createTileReader(context, url, size);
    const bundle = await reader.read('entries', Math.floor(index / ENTRIES_PER_TILE), limits/* MAX_ENTRY_BUNDLE_BYTES */.VVr);
    const body = entryAt(bundle, index % ENTRIES_PER_TILE);
    const path = await inclusionPath(index, size, (level, at) => reader.nodeHash(level, at));
    if (body !== undefined && rootOf(hashLeaf(body), index, size, path)?.equals(root) === true) {
        return { body, path };
    }
    throw new errors/* CountersignError */.WS('LOG_ENTRY_INVALID', {
        what: `The tiles of the transparency log do not lead to its own checkpoint (entry ${index}, tile ${tilePath(Math.floor(index / ENTRIES_PER_TILE))})`,
        remedy: 'Do not trust this log: check its URL, and what stands between it and this machine.',
    });
}
const isHttpUrl = (url) => /^https?:/i.test(url) && URL.canParse(url);

;// CONCATENATED MODULE: ./packages/core/build/sign/rekor-v2.js






/**
 * Logs a signature over a SHA-256 (Rekor v2, hashedrekord 0.0.2, the one kind that it takes). The log answers when a
 * checkpoint covers the entry, which takes seconds. One that is there already, because an answer was lost, is read from
 * the log's tiles; `trust` tells which log that is. Throws LOG_REFUSED, LOG_UNAVAILABLE, LOG_ENTRY_INVALID, KEY_INVALID.
 */
async function logToTiles(context, rekorUrl, signed, trust) {
    const body = hashedRekord(signed);
    const answer = await (0,answers/* ask */.kA)(context, {
        service: 'rekor',
        method: 'POST',
        url: (0,answers/* under */.hG)(rekorUrl, '/api/v2/log/entries'),
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: requestOf(signed),
        maxResponseBytes: limits/* MAX_LOG_ANSWER_BYTES */.jK2,
        timeoutMs: limits/* REKOR_V2_TIMEOUT_MS */.k0l,
        repeatable: true,
        answers: [409],
    }, (response) => (response.status === 409 ? existingIndex(response) : rekor_v2_entryIn(response)));
    const entry = typeof answer === 'number' ? await entryFromTiles(context, rekorUrl, answer, body, trust) : answer;
    if (body.equals(Buffer.from(entry.body, 'base64')))
        return entry;
    throw new errors/* CountersignError */.WS('LOG_ENTRY_INVALID', {
        what: 'The transparency log answered with an entry for another signature than the one we sent',
        remedy: 'Do not trust this log: check its URL, and what stands between it and this machine.',
    });
}
function rekor_v2_entryIn(response) {
    if (response.status !== 200 && response.status !== 201) {
        throw (0,answers/* refusal */.x5)('LOG_REFUSED', 'rekor', response, rekor_v2_remedyFor(response));
    }
    return readTileEntry((0,answers/* jsonObject */.o$)(response.body));
}
function existingIndex({ headers }) {
    const index = /^\d{1,15}$/.exec(headers['x-log-index'] ?? '')?.[0];
    if (index === undefined)
        throw new answers/* UnreadableAnswer */.ym('it says that the entry exists, but not where');
    return Number(index);
}
function rekor_v2_remedyFor({ status }) {
    if (status === 404)
        return 'Check the URL of Rekor (rekor-url, or the signing config): there is no Rekor v2 API behind it. For Rekor v1 set transparency-log: rekor-v1.';
    if (status === 405)
        return 'This log takes no entries any more: give the one that followed it (rekor-url, or a newer signing config).';
    return 'Check that this is a Rekor v2 log and that it takes signatures of this kind of key.';
}

;// CONCATENATED MODULE: ./packages/core/build/sign/tsa-response.js




const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
/**
 * Reads a TimeStampResp (RFC 3161, section 2.4.2) and checks that it is granted, over our imprint, with our nonce and
 * with a certificate. Throws TSA_REFUSED for a refusal, UnreadableAnswer for anything that is no answer to our request.
 */
function readTimestamp(body, imprint, nonce, hash) {
    const bytes = Buffer.from(body);
    try {
        const root = dist.ASN1Obj.parseBuffer(bytes);
        checkStatus(root);
        return { der: body, time: checkToken(new dist.RFC3161Timestamp(root), root, { imprint, nonce, hash }) };
    }
    catch (thrown) {
        if (thrown instanceof errors/* CountersignError */.WS || thrown instanceof answers/* UnreadableAnswer */.ym)
            throw thrown;
        // The parser throws several kinds, TypeErrors among them, for bytes that are not the structure it expects.
        throw new answers/* UnreadableAnswer */.ym('it did not answer with a timestamp');
    }
}
function checkStatus(root) {
    const [statusInfo] = root.subs;
    const status = statusInfo?.subs[0]?.toInteger();
    if (status === 0n || status === 1n)
        return; // granted, granted with changes
    if (status === undefined)
        throw new answers/* UnreadableAnswer */.ym('it did not answer with a timestamp');
    const words = statusInfo?.subs[1]?.subs.map((text) => text.value.toString('utf8')).join(' ') ?? '';
    throw new errors/* CountersignError */.WS('TSA_REFUSED', {
        what: `The timestamp authority refused with status ${status.toString()}${words === '' ? '' : `: ${(0,http/* excerptOf */.zU)(words)}`}`,
        remedy: 'Check that this timestamp authority takes SHA-2 imprints and requests without a policy.',
    });
}
function checkToken(timestamp, root, { imprint, nonce, hash }) {
    if (timestamp.contentType !== SIGNED_DATA || timestamp.eContentType !== TST_INFO) {
        throw new answers/* UnreadableAnswer */.ym('its answer holds no timestamp token');
    }
    const { tstInfo } = timestamp;
    const about = tstInfo.messageImprintHashedMessage;
    if (tstInfo.messageImprintHashAlgorithm !== hash || !about.equals(imprint)) {
        throw new answers/* UnreadableAnswer */.ym('its timestamp is over something else than our signature');
    }
    // After version, policy, imprint, serial number and time; accuracy and ordering are of other types.
    const [, , , , genTime, ...rest] = tstInfo.root.subs;
    const echoed = rest.find((part) => part.tag.isUniversal() && part.tag.isInteger());
    if (echoed?.value.equals(nonce) !== true)
        throw new answers/* UnreadableAnswer */.ym('its timestamp is not for our request');
    // SignedData: certificates stand under the context tag 0.
    const signedData = root.subs[1]?.subs[1]?.subs[0];
    if (signedData?.subs.some((part) => part.tag.isContextSpecific(0) && part.subs.length > 0) !== true) {
        throw new answers/* UnreadableAnswer */.ym('its timestamp comes without a certificate');
    }
    return timeOf(genTime?.value.toString('latin1') ?? '');
}
/** GeneralizedTime with any number of fraction digits: DER drops trailing zeros, and some parsers take 0 or 3 alone. */
function timeOf(text) {
    const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text);
    const [, year, month, day, hour, minute, second, fraction = ''] = parts ?? [];
    const time = new Date(`${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}${fraction.slice(0, 4)}Z`);
    if (Number.isNaN(time.getTime()))
        throw new answers/* UnreadableAnswer */.ym('its timestamp has no time');
    return time;
}

;// CONCATENATED MODULE: ./packages/core/build/sign/tsa.js




const tsa_NONCE_BYTES = 16;
/**
 * Has a timestamp authority (RFC 3161 over HTTP, section 3.4) witness the hash of `signature` (SHA-256, unless said), with a nonce and the
 * authority's certificate. The answer is checked to speak of exactly that; its signature is verified when the bundle
 * is. Throws TSA_REFUSED, TSA_UNAVAILABLE.
 */
async function requestTimestamp(context, tsaUrl, signature, hash = 'sha256') {
    const imprint = (0,external_node_crypto_.createHash)(hash).update(signature).digest();
    const nonce = Buffer.from(context.random.bytes(tsa_NONCE_BYTES));
    // A positive DER integer without leading zeros, whatever was drawn.
    nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
    return (0,answers/* ask */.kA)(context, {
        service: 'tsa',
        method: 'POST',
        url: tsaUrl,
        headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
        body: timestampQuery(imprint, nonce, hash),
        maxResponseBytes: limits/* MAX_TIMESTAMP_BYTES */.UiQ,
        repeatable: true,
    }, (response) => {
        if (response.status !== 200 && response.status !== 201) {
            const remedy = 'Check the URL of the timestamp authority: it is the full URL of its RFC 3161 endpoint.';
            throw (0,answers/* refusal */.x5)('TSA_REFUSED', 'tsa', response, remedy);
        }
        return readTimestamp(response.body, imprint, nonce, hash);
    });
}
/** RFC 3161, section 2.4.1: version 1, imprint, nonce, certReq true. */
function timestampQuery(imprint, nonce, hash) {
    // 2.16.840.1.101.3.4.2 and the number of the hash, without parameters (NULL).
    const algorithm = Buffer.from(`300d060960864801650304020${HASH_NUMBERS[hash]}0500`, 'hex');
    const messageImprint = der(0x30, algorithm, der(0x04, imprint));
    return der(0x30, der(0x02, Buffer.from([1])), messageImprint, der(0x02, nonce), der(0x01, Buffer.from([0xff])));
}
const HASH_NUMBERS = { sha256: 1, sha384: 2, sha512: 3 };
/** Tag, length, value; every length here is below 128, so one byte holds it. */
function der(tag, ...parts) {
    const value = Buffer.concat(parts);
    return Buffer.concat([Buffer.from([tag, value.length]), value]);
}

;// CONCATENATED MODULE: ./packages/core/build/sign/session-witnesses.js




/**
 * The logs and timestamp authorities of one session. Nothing is left under way when a call throws LOG_... or TSA_...
 * codes.
 */
function sessionWitnesses(context, { services, trust, concurrency }) {
    const gate = (0,build_concurrency/* createGate */.q)(concurrency ?? limits/* DEFAULT_SIGNING_CONCURRENCY */.QCy);
    const counted = { logEntries: 0, timestamps: 0 };
    const asked = (urls, figure, ask) => (0,build_concurrency/* allEnded */.C)(urls.map((url) => gate(async () => {
        const answer = await ask(url);
        counted[figure] += 1;
        return answer;
    })));
    return {
        counted,
        entries: (log) => asked(services.rekorUrls, 'logEntries', log),
        all: async (signature, log, hashed) => {
            const logging = asked(services.rekorUrls, 'logEntries', (url) => services.rekorVersion === 1 ? log(url) : logToTiles(context, url, hashed(), trust));
            const stamping = asked(services.tsaUrls, 'timestamps', (url) => requestTimestamp(context, url, signature));
            await Promise.allSettled([logging, stamping]);
            const [logEntries, stamps] = [await logging, await stamping];
            return {
                logEntries,
                timestamps: stamps.map(({ der }) => der),
                times: [...logTimes(logEntries), ...stamps.map(({ time }) => time)],
            };
        },
    };
}
const logTimes = (entries) => entries.flatMap((entry) => entry.signedEntryTimestamp === undefined ? [] : [new Date(entry.integratedTime * 1000)]);

;// CONCATENATED MODULE: ./packages/core/build/sign/within-validity.js


/**
 * A witness that answered only after long retries may testify to a time when the certificate was no longer valid, and
 * no verifier takes that: then the claim is signed again with a new certificate. Throws LOG_UNAVAILABLE after
 * MAX_SIGNATURES_PER_CLAIM of them.
 */
async function withinValidity(credential, sign) {
    for (let attempt = 1; attempt <= limits/* MAX_SIGNATURES_PER_CLAIM */.kqT; attempt += 1) {
        const held = await credential();
        const { signed, times } = await sign(held);
        const { expiresAt } = held;
        if (expiresAt === undefined || times.every((time) => time <= expiresAt))
            return signed;
    }
    throw new errors/* CountersignError */.WS('LOG_UNAVAILABLE', {
        what: `The log or the timestamp authority witnessed the signature after its certificate had expired, ${limits/* MAX_SIGNATURES_PER_CLAIM */.kqT} times`,
        remedy: 'Check the clocks of the services, and run this again when they answer faster.',
    });
}

;// CONCATENATED MODULE: ./packages/core/build/sign/session.js








/**
 * Opens a session: nothing is asked of any service before the first claim. Throws INPUTS_CONTRADICT where certificates
 * would be left without any witness of their time, SIGNING_CONFIG_INVALID without a Fulcio. The session's calls throw
 * FULCIO_..., LOG_..., TSA_... and IDENTITY_TOKEN_... codes.
 */
function openSession(options) {
    const { context, services, identity } = options;
    const witnesses = sessionWitnesses(context, options);
    let certificates = 0;
    const credential = identity.kind === 'key'
        ? keyCredential(identity.key)
        : certificateCredential(context, fulcioFor(services), identity.token, () => (certificates += 1));
    const signStatement = async (payload, held) => {
        const signature = await held.key.sign(preAuthEncoding(payload));
        const envelope = envelopeJson(payload, signature);
        const { signer, verifierPem } = held;
        const { logEntries, timestamps, times } = await witnesses.all(signature, (url) => logEnvelope(context, url, envelope, { payload, signature, verifierPem }), () => ({ digest: encodingDigest(payload), signature, verifier: session_derOf(held) }));
        const bundle = bundleJson(signer, envelope, logEntries, timestamps);
        return { signed: { signer, signature, logEntries, payload, envelope, bundle }, times };
    };
    // No timestamp: verifiers of the tag layout without roots for it fail on one (layouts-and-verifiers.md, R2).
    const signSimple = async (payload, held) => {
        if (services.rekorVersion !== 1)
            throw notForTags();
        const signature = await held.key.sign([payload]);
        const payloadSha256 = (0,external_node_crypto_.createHash)('sha256').update(payload).digest('hex');
        const { signer, verifierPem } = held;
        const logEntries = await witnesses.entries((url) => logHash(context, url, payloadSha256, { payload, signature, verifierPem }));
        return { signed: { signer, signature, logEntries, payload }, times: logTimes(logEntries) };
    };
    const signMessage = async (message, held) => {
        const signature = await held.key.sign([message]);
        const sha256 = (0,external_node_crypto_.createHash)('sha256').update(message).digest();
        const { signer, verifierPem } = held;
        const { logEntries, timestamps, times } = await witnesses.all(signature, (url) => logHash(context, url, sha256.toString('hex'), { payload: message, signature, verifierPem }), () => ({ digest: sha256, signature, verifier: session_derOf(held) }));
        return { signed: messageBundleJson(signer, { sha256, signature }, logEntries, timestamps), times };
    };
    return {
        signer: async () => (await credential()).signer,
        signStatement: (payload) => withinValidity(credential, (held) => signStatement(payload, held)),
        signSimple: (payload) => withinValidity(credential, (held) => signSimple(payload, held)),
        signMessage: (message) => withinValidity(credential, (held) => signMessage(message, held)),
        figures: () => ({ certificates, ...witnesses.counted }),
    };
}
/** SHA-256 of what an envelope's signature covers. */
function encodingDigest(payload) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const part of preAuthEncoding(payload))
        hash.update(part);
    return hash.digest();
}
const session_derOf = ({ key, signer }) => signer.kind === 'key'
    ? { kind: 'key', der: key.spki }
    : { kind: 'certificate', der: Buffer.from(signer.leaf.raw) };
const notForTags = () => new errors/* CountersignError */.WS('INTERNAL', {
    what: 'An entry of Rekor v2, which promises nothing, came to be made for a signature tag',
    remedy: 'This is a defect in Countersign: please report it.',
});
function fulcioFor(services) {
    if (services.fulcioUrl === undefined) {
        throw new errors/* CountersignError */.WS('SIGNING_CONFIG_INVALID', {
            what: 'The signing config names no Fulcio that can be used now, and no key was given',
            remedy: 'Give a signing config with a Fulcio, "fulcio-url", or a key.',
        });
    }
    const timed = services.rekorUrls.length > 0 && services.rekorVersion === 1;
    if (!timed && services.tsaUrls.length === 0) {
        const log = services.rekorUrls.length > 0 ? 'With Rekor v2, which tells no time,' : 'Without a log';
        throw new errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
            what: `${log} and without a timestamp authority nothing witnesses that a certificate of ten minutes was valid when it signed`,
            remedy: 'Give a timestamp authority (timestamp-server-url, or a signing config with one), a Rekor v1 log, or a key.',
        });
    }
    return services.fulcioUrl;
}

;// CONCATENATED MODULE: ./packages/core/build/sign/signed-blob.js







/**
 * Asks a Rekor v1 log for the entry of exactly this hash, signature and certificate: what it would contain, which the log
 * turns into its leaf hash. undefined where the log has none, or is no Rekor v1. What is answered is not believed either: the
 * bundle made of it is verified. Throws LOG_UNAVAILABLE.
 */
function findLoggedBlob(context, rekorUrl, { sha256, signature, certificate }) {
    const pem = `${certificate.toString().trim()}\n`;
    const proposal = {
        apiVersion: '0.0.1',
        kind: 'hashedrekord',
        spec: {
            data: { hash: { algorithm: 'sha256', value: sha256 } },
            signature: {
                content: base64(signature),
                publicKey: { content: Buffer.from(pem).toString('base64') },
            },
        },
    };
    return (0,answers/* ask */.kA)(context, {
        service: 'rekor',
        method: 'POST',
        url: (0,answers/* under */.hG)(rekorUrl, '/api/v1/log/entries/retrieve'),
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: Buffer.from(JSON.stringify({ entries: [proposal] })),
        maxResponseBytes: limits/* MAX_LOG_ANSWER_BYTES */.jK2,
        repeatable: true, // it adds nothing
    }, ({ status, body }) => {
        if (status >= 400 && status < 500)
            return undefined;
        if (status !== 200)
            throw new answers/* UnreadableAnswer */.ym(`it answered with status ${status}`);
        return firstEntry(body);
    });
}
function firstEntry(body) {
    let entries;
    try {
        entries = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    }
    catch {
        throw new answers/* UnreadableAnswer */.ym('it did not answer with JSON');
    }
    if (!Array.isArray(entries))
        throw new answers/* UnreadableAnswer */.ym('it did not answer with a list of log entries');
    const first = entries[0];
    if (first === undefined)
        return undefined;
    if (!(0,json/* isObject */.Gv)(first))
        throw new answers/* UnreadableAnswer */.ym('it does not hold one log entry');
    return readLogEntry(first);
}
/** The v0.3 bundle of a signed file and its log entry, with promise and proof. */
const blobBundle = ({ sha256, signature, certificate }, entry) => Buffer.from(JSON.stringify({
    mediaType: oci/* BUNDLE_V03 */.Hd,
    verificationMaterial: {
        certificate: { rawBytes: base64(certificate.raw) },
        tlogEntries: [serialisedEntry(entry, 'hashedrekord')],
    },
    messageSignature: {
        messageDigest: { algorithm: 'SHA2_256', digest: Buffer.from(sha256, 'hex').toString('base64') },
        signature: base64(signature),
    },
}));

;// CONCATENATED MODULE: ./packages/core/build/sign/sizes.js



/** How large a payload of `payloadBytes` becomes: the envelope exactly but for its signature, the bundle at most. */
function encodedSizes(payloadBytes) {
    const envelopeBytes = Math.ceil(payloadBytes / 3) * 4 + ENVELOPE_OVERHEAD_BYTES;
    return { envelopeBytes, bundleBytes: envelopeBytes + limits/* BUNDLE_OVERHEAD_BYTES */.kin };
}
/** Around the payload; the longest signature is that of an RSA key of 4096 bits. */
const ENVELOPE_OVERHEAD_BYTES = envelopeJson(new Uint8Array(), new Uint8Array(512)).length;
/**
 * Checks the encoded size before anything is signed. Throws LIMIT_EXCEEDED for what a service of this run refuses; the
 * answer is a warning for each verifier that would refuse the result. `name` says which claim it is.
 */
function checkEncodedSize(name, payloadBytes, services) {
    const { envelopeBytes, bundleBytes } = encodedSizes(payloadBytes);
    const publicRekor = services.publicServices.includes('rekor') && services.rekorUrls.length > 0 && services.rekorVersion === 1;
    if (publicRekor && envelopeBytes > limits/* PUBLIC_REKOR_MAX_ENVELOPE_BYTES */.M8Z) {
        throw new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
            what: `${name} comes to an envelope of ${envelopeBytes} bytes; the public Rekor refuses more than about ${limits/* PUBLIC_REKOR_MAX_ENVELOPE_BYTES */.M8Z}`,
            remedy: 'Leave out what no consumer reads (for an SBOM, its file entries: SYFT_FILE_METADATA_SELECTION=none), or use a log of your own, or "transparency-log: rekor-v2", or "none" with a timestamp authority.',
        });
    }
    if (bundleBytes <= limits/* KYVERNO_MAX_BUNDLE_BYTES */.F41)
        return [];
    return [
        `${name} comes to a bundle of about ${bundleBytes} bytes. Kyverno's bundle reader (SigstoreBundle) refuses more than ${limits/* KYVERNO_MAX_BUNDLE_BYTES */.F41}; other verifiers read it.`,
    ];
}

;// CONCATENATED MODULE: ./packages/core/build/sign/index.js















/***/ }),

/***/ 96936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B$: () => (/* binding */ localKey),
/* harmony export */   Jv: () => (/* binding */ ephemeralKey),
/* harmony export */   UG: () => (/* binding */ parseSigningKey),
/* harmony export */   h_: () => (/* binding */ publicHalf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(807);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99772);
/* harmony import */ var _public_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6927);





/** A fresh P-256 key: for one session, or to be kept. */
async function ephemeralKey() {
    const { privateKey } = await (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPair)('ec', { namedCurve: 'P-256' });
    return sealed(privateKey);
}
/**
 * Reads an unencrypted PKCS#8 key: ECDSA P-256, or RSA of 2048 to 4096 bits (PKCS #1 v1.5). For other kinds verifiers
 * disagree about the hash or the variant, so what they sign would not verify everywhere. `name` is for messages.
 * Throws KEY_INVALID; nothing of the key is in the error.
 */
function parseSigningKey(pem, name) {
    const blocks = pem.length > _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_KEY_CHARS */ .dFm ? [] : [...pem.matchAll(/-----BEGIN ([A-Z0-9 ]{1,60})-----/g)];
    const [, label] = blocks[0] ?? [];
    if (label === undefined)
        throw invalid(name, 'it holds no PEM block', MAKE_ONE);
    const refused = LABELS_REFUSED.get(label);
    if (refused !== undefined)
        throw invalid(name, refused.why, refused.remedy);
    if (label !== 'PRIVATE KEY' || blocks.length > 1) {
        throw invalid(name, `it holds ${blocks.length > 1 ? 'several PEM blocks' : `a "${label}"`}`, MAKE_ONE);
    }
    return localKey(readKey(pem, name), name);
}
/** A private key of one of the kinds that parseSigningKey takes. Throws KEY_INVALID. */
function localKey(privateKey, name) {
    checkKind(privateKey, name);
    return sealed(privateKey);
}
/** The public half of a key in the forms that others want. */
function publicHalf(given) {
    const publicKey = (0,_public_key_js__WEBPACK_IMPORTED_MODULE_3__/* .withWholePoint */ .S)(given);
    const spki = publicKey.export({ type: 'spki', format: 'der' });
    return {
        spki,
        publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        hint: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(spki).digest('base64'),
    };
}
const MAKE_ONE = 'Make one with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem (cosign takes it by: cosign import-key-pair --key key.pem).';
const TO_PKCS8 = 'Convert it with: openssl pkcs8 -topk8 -nocrypt -in key.pem -out pkcs8.pem';
const COSIGN_KEY = {
    why: "it is a key in cosign's own encrypted form, and one that is not encrypted is expected here",
    remedy: `Give an unencrypted PKCS#8 key. ${MAKE_ONE}`,
};
const LABELS_REFUSED = new Map([
    ['ENCRYPTED SIGSTORE PRIVATE KEY', COSIGN_KEY],
    ['ENCRYPTED COSIGN PRIVATE KEY', COSIGN_KEY],
    [
        'ENCRYPTED PRIVATE KEY',
        {
            why: "it is encrypted in another way than cosign's, which no password here opens",
            remedy: "Bring it into cosign's form: openssl pkey -in key.pem -out plain.pem, then cosign import-key-pair --key plain.pem.",
        },
    ],
    ['EC PRIVATE KEY', { why: 'it is a SEC 1 key, not PKCS#8', remedy: TO_PKCS8 }],
    ['EC PARAMETERS', { why: 'it is a SEC 1 key, not PKCS#8', remedy: TO_PKCS8 }],
    ['RSA PRIVATE KEY', { why: 'it is a PKCS #1 key, not PKCS#8', remedy: TO_PKCS8 }],
    [
        'PUBLIC KEY',
        { why: 'it is a public key', remedy: 'Give the private key; verifiers get the public one.' },
    ],
]);
function readKey(pem, name) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: pem, format: 'pem' });
    }
    catch {
        throw invalid(name, 'it does not parse as PKCS#8', MAKE_ONE); // without the cause: nothing near a key is printed
    }
}
function checkKind(key, name) {
    const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
    if (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1')
        return;
    if (key.asymmetricKeyType === 'rsa' && modulusLength >= 2048 && modulusLength <= 4096)
        return;
    const kind = [
        key.asymmetricKeyType,
        namedCurve ?? (modulusLength > 0 ? `${modulusLength} bits` : undefined),
    ];
    throw invalid(name, `it is of the kind ${kind.filter((part) => part !== undefined).join(' ')}, whose signatures not every verifier accepts`, `Use ECDSA P-256 (or RSA of 2048 to 4096 bits). ${MAKE_ONE}`);
}
const invalid = (name, why, remedy) => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CountersignError */ .WS('KEY_INVALID', { what: `The key ${name} cannot be used: ${why}`, remedy });
function sealed(privateKey) {
    const sign = (parts) => {
        const signer = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSign)('sha256');
        for (const part of parts)
            signer.update(part);
        return signer.sign({ key: privateKey, dsaEncoding: 'der' });
    };
    return {
        privateKey,
        ...publicHalf((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(privateKey)),
        sign: (parts) => Promise.resolve(sign(parts)),
    };
}


/***/ }),

/***/ 30786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gH: () => (/* binding */ kmsSchemeOf),
/* harmony export */   oN: () => (/* binding */ matchUri),
/* harmony export */   sb: () => (/* binding */ shownUri)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99772);


/** The scheme of a text that is a URI of a key management service; undefined: it is a path or `env://NAME`. */
function kmsSchemeOf(text) {
    const scheme = /^([a-z][a-z0-9-]{1,30}):\/\//.exec(text)?.[1];
    return scheme === 'env' ? undefined : scheme;
}
/** A URI fit to be shown: what stands before an @ may be a password, and a query or `pin-value` the PIN of a token. */
const shownUri = (uri) => /[@?]|%40|%3f|pin-value|(?:pin|password|secret)=/i.test(uri) ||
    !/^[\x21-\x7e]*$/.test(uri) ||
    uri.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_KEY_URI_CHARS */ .AWY
    ? `${kmsSchemeOf(uri) ?? ''}://...`
    : uri;
/** The parts of a URI by its service's pattern. Throws INPUT_INVALID, saying what form it has to have. */
function matchUri(uri, pattern, form) {
    const match = uri.length <= _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_KEY_URI_CHARS */ .AWY ? pattern.exec(uri) : null;
    if (match !== null)
        return match;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_INVALID', {
        what: `The key ${shownUri(uri)} is not of the form that its service has`,
        remedy: `Write ${form}.`,
    });
}


/***/ })

};
