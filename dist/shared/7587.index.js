export const id = 7587;
export const ids = [7587];
export const modules = {

/***/ 13273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(30058);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/testbed/build/index.js + 74 modules
var build = __webpack_require__(39452);
// EXTERNAL MODULE: ./packages/cli/build/abort.js
var abort = __webpack_require__(58445);
// EXTERNAL MODULE: ./packages/core/build/report/index.js + 8 modules
var report = __webpack_require__(23224);
// EXTERNAL MODULE: ./packages/cli/build/demo/look-inside-lines.js
var look_inside_lines = __webpack_require__(5703);
// EXTERNAL MODULE: ./packages/cli/build/demo/repository-root.js
var repository_root = __webpack_require__(98228);
// EXTERNAL MODULE: ./packages/cli/build/shell.js
var shell = __webpack_require__(82501);
// EXTERNAL MODULE: ./packages/cli/build/read-file.js
var read_file = __webpack_require__(80382);
// EXTERNAL MODULE: ./packages/cli/build/flag-values.js
var flag_values = __webpack_require__(90560);
;// CONCATENATED MODULE: ./packages/cli/build/commands/testbed-options.js


/** Longer would be a stall, which is a fault and not a latency. */
const MAX_LATENCY_MS = 60_000;
/** Throws INPUT_MISSING without --state, INPUT_INVALID for a value that a switch does not have. */
function readTestbedSwitches({ flags, positionals }) {
    const [extra] = positionals;
    if (extra !== undefined) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `testbed takes no image, and ${JSON.stringify(extra)} was given`,
            remedy: 'Leave it out.',
        });
    }
    const state = (0,flag_values/* requiredFlag */.SN)(flags, 'state', 'Give --state DIR: the folder that testbed.json, testbed.env and the trust files go to.');
    return {
        state,
        referrers: referrers((0,flag_values/* choiceFlag */.yq)(flags, 'referrers', ['on', 'off', 'header', 'wrong-type'])),
        auth: (0,flag_values/* choiceFlag */.yq)(flags, 'auth', ['none', 'basic', 'token']),
        ifMatch: (0,flag_values/* choiceFlag */.yq)(flags, 'if-match', ['on', 'off']) === 'on',
        delete: (0,flag_values/* choiceFlag */.yq)(flags, 'delete', ['on', 'off']) === 'on',
        immutableTags: (0,flag_values/* choiceFlag */.yq)(flags, 'immutable-tags', ['off', 'on']) === 'on',
        upstream: upstream(flags.get('upstream')),
        rekor: (0,flag_values/* choiceFlag */.yq)(flags, 'rekor', ['v1', 'v2']),
        latencyMs: milliseconds(flags.get('latency') ?? '0'),
        issuer: issuer(flags.get('issuer')),
        claims: flags.get('claims'),
    };
}
const referrers = (given) => given === 'on' || given === 'off' ? given === 'on' : given;
/** On this machine alone: the test bed speaks plain http, and asks no other host. */
function upstream(text) {
    if (text === undefined)
        return undefined;
    const [, port] = /^(?:127\.0\.0\.1|localhost|\[::1\]):([1-9]\d{0,4})$/.exec(text) ?? [];
    if (Number(port) <= 65_535)
        return `http://${text}`;
    throw (0,flag_values/* invalidFlag */.cU)('upstream', text, 'Give the address of a registry on this machine, such as 127.0.0.1:5000.');
}
function milliseconds(text) {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (value <= MAX_LATENCY_MS)
        return value;
    throw (0,flag_values/* invalidFlag */.cU)('latency', text, `Give --latency as whole milliseconds, 0 to ${MAX_LATENCY_MS}.`);
}
function issuer(text) {
    if (text === undefined || text === 'own')
        return text;
    const url = URL.parse(text);
    if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:'))
        return text;
    throw (0,flag_values/* invalidFlag */.cU)('issuer', text, 'Give --issuer own, or an http or https URL.');
}

;// CONCATENATED MODULE: ./packages/cli/build/commands/testbed.js











/** `countersign testbed`: serves until SIGTERM or SIGINT, which is its ordinary end. */
async function run({ edge, arguments: given, output }) {
    const switches = readTestbedSwitches(given);
    const claims = switches.claims === undefined ? undefined : await readClaims(switches.claims);
    const testbed = await start(switches, claims);
    try {
        const { stateDir } = testbed;
        output.result({ ...(0,report/* resultDocument */.jP)('testbed'), stateDir, testbed: testbed.description }, describe(testbed, switches, (0,shell/* ownCommand */.w)(edge), checkoutOf(edge.entry)));
        await (0,abort/* untilAborted */.E)(edge.signal);
        edge.stderr.write('The test bed is stopping.\n');
    }
    finally {
        await testbed.stop();
    }
    return report/* EXIT_CODE */.F3.ok;
}
async function readClaims(path) {
    const text = (await (0,read_file/* readFileOf */.m)('the file of --claims', path, limits/* MAX_CLAIMS_FILE_BYTES */.km_)).toString('utf8');
    try {
        const claims = JSON.parse(text);
        if ((0,json/* isObject */.Gv)(claims))
            return claims;
    }
    catch (error) {
        throw notClaims(path, error);
    }
    throw notClaims(path);
}
const notClaims = (path, cause) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what: `the file of --claims, ${path}, is not a JSON object`,
    remedy: 'Give an object of claims, e.g. {"repository": "acme/other"}.',
    cause,
});
async function start(switches, claims) {
    const { state, referrers, auth, ifMatch, latencyMs, issuer, upstream } = switches;
    try {
        return await (0,build/* startTestbed */.AE)({
            stateDir: state,
            referrers,
            auth,
            ifMatch,
            delete: switches.delete,
            registryOptions: {
                ...(switches.immutableTags ? { immutableTags: () => true } : {}),
                ...(upstream === undefined ? {} : { upstream: { origin: upstream } }),
            },
            rekor: switches.rekor,
            latencyMs,
            ...(issuer === undefined ? {} : { issuer }),
            ...(claims === undefined ? {} : { claims }),
        });
    }
    catch (error) {
        if (!isFileSystemError(error))
            throw (0,errors/* asCountersignError */.ek)(error);
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `--state ${state} cannot be written to: ${WHY[error.code ?? ''] ?? error.message}`,
            remedy: 'Give a folder that is there, or a new one in a folder where this user can make files.',
            cause: error,
        });
    }
}
const WHY = {
    ENOENT: 'the folder that it is to stand in is not there, or takes no folders',
    ENOTDIR: 'something on its path is not a folder',
    EEXIST: 'it is a file',
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'the file system is read-only',
};
const isFileSystemError = (error) => error instanceof Error && 'syscall' in error && 'path' in error;
const CHOSEN = ' (in the signing config)';
const describe = ({ stateDir, registry, auth, oidcUrl, fulcioUrl, rekorUrl, rekorV2Url, tsaUrl, tufUrl, tufRoot, env, issuer, }, { rekor, upstream }, countersign, root) => `The test bed is up until Ctrl-C or SIGTERM. Everything is on loopback; ${stateDir}/testbed.json says where.

  registry              ${registry}${auth === null ? '' : ` (user ${auth.username}; DOCKER_CONFIG is in the environment file)`}
  token issuer          ${oidcUrl} (tokens say ${issuer})
  Fulcio                ${fulcioUrl}
  Rekor v1              ${rekorUrl}${rekor === 'v1' ? CHOSEN : ''}
  Rekor v2              ${rekorV2Url}${rekor === 'v2' ? CHOSEN : ''}
  timestamp authority   ${tsaUrl}
  TUF mirror            ${tufUrl} (its root.json: ${(0,report/* shellWord */.r7)(tufRoot)})

In another terminal, with an image pushed to ${upstream === undefined ? registry : `${hostOf(upstream)}, of which that registry is a cache that takes no writes`}:

  set -a; . ${(0,report/* shellWord */.r7)(env)}; set +a
  ${countersign} attest ${registry}/NAME@DIGEST --signature --provenance${rekor === 'v2' ? ' --transparency-log rekor-v2' : ''}${claimsAt(upstream)}
  ${countersign} verify ${registry}/NAME@DIGEST --source-repository acme/app --require signature --require provenance${claimsAt(upstream)}
  ${countersign} tree ${registry}/NAME@DIGEST${claimsAt(upstream)}

${(0,look_inside_lines/* lookInsideLines */.R)(countersign, `${registry}/NAME@DIGEST`, root)}`;
/** Beside the image of a cache nothing can be written. */
const claimsAt = (upstream) => upstream === undefined ? '' : ` --signature-repository ${hostOf(upstream)}/claims`;
const hostOf = (origin) => new URL(origin).host;
/** The checkout that the command is part of; the working directory where it stands elsewhere. */
function checkoutOf(entry) {
    try {
        return (0,repository_root/* repositoryRoot */.H)(entry);
    }
    catch {
        return '.';
    }
}


/***/ }),

/***/ 90560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SN: () => (/* binding */ requiredFlag),
/* harmony export */   cU: () => (/* binding */ invalidFlag),
/* harmony export */   yq: () => (/* binding */ choiceFlag)
/* harmony export */ });
/* harmony import */ var _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _countersign_core_limits__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99772);


/** The text of a flag that a command cannot do without. `remedy` says what to give. Throws INPUT_MISSING. */
function requiredFlag(flags, name, remedy) {
    const value = flags.get(name) ?? '';
    if (value !== '')
        return value;
    throw new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_MISSING', { what: `--${name} is missing`, remedy });
}
/** The one of its values that a flag has; the first where it is not given. Throws INPUT_INVALID. */
function choiceFlag(flags, name, choices) {
    const given = flags.get(name) ?? choices[0];
    const found = choices.find((each) => each === given);
    if (found !== undefined)
        return found;
    throw invalidFlag(name, given, `Give --${name} ${choices.join(' or ')}.`);
}
/** A flag has a value that it cannot have. */
const invalidFlag = (name, value, remedy) => new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_INVALID', {
    what: `--${name} is ${JSON.stringify(value.slice(0, _countersign_core_limits__WEBPACK_IMPORTED_MODULE_1__/* .MAX_SHOWN_INPUT_CHARS */ .SpS))}`,
    remedy,
});


/***/ }),

/***/ 78925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ faultInLists)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99772);

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
            return `names ${JSON.stringify(name.slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_SHOWN_INPUT_CHARS */ .SpS))}, which is spelled ${list}`;
        if (value !== null && !Array.isArray(value))
            return `has something else than a list at ${list}`;
    }
    return undefined;
}
const plain = (name) => name.toLowerCase().replaceAll(/[^a-z]/g, '');


/***/ }),

/***/ 19995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qW: () => (/* binding */ currentFirst),
  NT: () => (/* binding */ isEcdsa),
  Fq: () => (/* binding */ trustParts)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./packages/core/build/trust/pem.js
/** DER as PEM with lines of 64 characters (RFC 7468) and an end of line at its end. */
function pemOf(label, der) {
    const lines = Buffer.from(der)
        .toString('base64')
        .match(/.{1,64}/g) ?? [];
    return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

// EXTERNAL MODULE: ./packages/core/build/trust/trusted-root.js
var trusted_root = __webpack_require__(48945);
;// CONCATENATED MODULE: ./packages/core/build/trust/parts.js



/**
 * Takes a trusted root apart that parseTrustedRoot has read. Throws TRUSTED_ROOT_INVALID for a certificate that verifying
 * could read and that cannot be shown.
 */
function trustParts({ trustedRoot, origin }, now) {
    const authorities = (name) => trustedRoot[name].map((authority, at) => {
        try {
            return authorityPart(authority, now);
        }
        catch (cause) {
            throw (0,trusted_root/* trustedRootInvalid */.f0)(origin, `holds a certificate that cannot be read at ${name}[${at}]`, cause);
        }
    });
    return {
        tlogs: trustedRoot.tlogs.map((log) => logPart(log, now)),
        ctlogs: trustedRoot.ctlogs.map((log) => logPart(log, now)),
        certificateAuthorities: authorities('certificateAuthorities'),
        timestampAuthorities: authorities('timestampAuthorities'),
    };
}
/**
 * The one that a form with room for one is given: valid now before all others, then the one that began last; the order
 * of the document where both are equal.
 */
const currentFirst = (parts) => [...parts].sort((one, other) => Number(other.validity === 'valid') - Number(one.validity === 'valid') ||
    other.start.getTime() - one.start.getTime());
/** Whether a log's key is of the one kind that clients older than Rekor v2 read. */
const isEcdsa = ({ keyType }) => keyType.startsWith('ecdsa');
function logPart(log, now) {
    const spki = log.publicKey?.rawBytes ?? Buffer.alloc(0);
    return {
        ...windowOf(log.publicKey?.validFor, now),
        url: log.baseUrl,
        logId: Buffer.from(log.logId?.keyId ?? []).toString('hex'),
        keyType: keyName(() => (0,external_node_crypto_.createPublicKey)({ key: Buffer.from(spki), format: 'der', type: 'spki' })),
        pem: pemOf('PUBLIC KEY', spki),
    };
}
function authorityPart(authority, now) {
    const { subject, uri, certChain, validFor } = authority;
    return {
        ...windowOf(validFor, now),
        url: uri,
        organization: subject?.organization ?? '',
        commonName: subject?.commonName ?? '',
        certificates: (certChain?.certificates ?? []).map(({ rawBytes }) => certificatePart(rawBytes, now)),
    };
}
function certificatePart(der, now) {
    const certificate = new external_node_crypto_.X509Certificate(der);
    const { subject, issuer } = certificate;
    return {
        // The texts: the members that are dates are declared, and not there in every node that is supported.
        ...windowOf({ start: new Date(certificate.validFrom), end: new Date(certificate.validTo) }, now),
        subject,
        issuer,
        isCa: certificate.ca,
        isSelfSigned: subject === issuer,
        keyType: keyName(() => certificate.publicKey),
        pem: pemOf('CERTIFICATE', der),
    };
}
/** parseTrustedRoot lets no window through that has no start. */
function windowOf(window, now) {
    const start = window?.start ?? new Date(Number.NaN);
    const end = window?.end;
    if (end !== undefined && end < now)
        return { start, end, validity: 'expired' };
    return { start, end, validity: start <= now ? 'valid' : 'not yet' };
}
/** `unknown`: a log may publish its key in another form, such as PKCS#1, and a certificate have one of a newer kind. */
function keyName(read) {
    let key;
    try {
        key = read();
    }
    catch {
        return 'unknown';
    }
    const { asymmetricKeyType, asymmetricKeyDetails } = key;
    const curve = asymmetricKeyDetails?.namedCurve;
    switch (asymmetricKeyType) {
        case 'ec':
            return `ecdsa ${CURVES[curve ?? ''] ?? curve ?? ''}`.trim();
        case 'rsa':
            return `rsa ${asymmetricKeyDetails?.modulusLength ?? ''}`.trim();
        default:
            return asymmetricKeyType ?? 'unknown';
    }
}
const CURVES = {
    prime256v1: 'P-256',
    secp384r1: 'P-384',
    secp521r1: 'P-521',
};


/***/ }),

/***/ 48945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HW: () => (/* binding */ checkUsable),
/* harmony export */   f0: () => (/* binding */ trustedRootInvalid),
/* harmony export */   t1: () => (/* binding */ parseTrustedRoot)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19654);
/* harmony import */ var _sigstore_verify__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54187);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(807);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99772);
/* harmony import */ var _list_members_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78925);






const MEDIA_TYPES = [
    'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    'application/vnd.dev.sigstore.trustedroot.v0.1+json',
    'application/vnd.dev.sigstore.trustedroot.v0.2+json',
];
const LISTS = ['tlogs', 'ctlogs', 'certificateAuthorities', 'timestampAuthorities'];
/**
 * Reads a trusted_root.json (sigstore/protobuf-specs, sigstore_trustroot.proto) and builds every key and chain in it
 * once, so that what is wrong shows here and not in the middle of a verification. A log or authority without the start
 * of its validity is refused: a missing bound is no bound. `origin` names the input in errors.
 * Throws TRUSTED_ROOT_INVALID.
 */
function parseTrustedRoot(bytes, origin) {
    const sha256 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
    if (bytes.length > _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_TRUSTED_ROOT_BYTES */ .ciU)
        throw trustedRootInvalid(origin, 'is too large');
    let trustedRoot;
    let fault;
    try {
        const json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        trustedRoot = _sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_1__.TrustedRoot.fromJSON(json);
        fault = (0,_list_members_js__WEBPACK_IMPORTED_MODULE_5__/* .faultInLists */ .v)(json, LISTS);
    }
    catch (cause) {
        throw trustedRootInvalid(origin, 'is not a trusted root in JSON', cause);
    }
    if (!MEDIA_TYPES.includes(trustedRoot.mediaType))
        throw trustedRootInvalid(origin, 'is not of a known media type');
    if (fault !== undefined)
        throw trustedRootInvalid(origin, fault);
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
        (0,_sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .toTrustMaterial */ .jO)(trustedRoot);
    }
    catch (cause) {
        throw trustedRootInvalid(origin, 'holds a key or a certificate that cannot be read', cause);
    }
    return { trustedRoot, origin, sha256, bytes };
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CountersignError */ .WS('TRUSTED_ROOT_EXPIRED', {
        what: `The trusted root ${material.origin} holds no authority and no log that is valid now`,
        remedy: 'Fetch the current trusted root of your Sigstore instance.',
    });
}
function checkLog(log, origin, at) {
    if (log.logId === undefined || log.logId.keyId.length === 0)
        throw trustedRootInvalid(origin, `has no log id at ${at}`);
    if (log.publicKey?.rawBytes === undefined)
        throw trustedRootInvalid(origin, `has no public key at ${at}`);
    checkWindow(log.publicKey.validFor, origin, at);
}
function checkAuthority(authority, origin, at) {
    if ((authority.certChain?.certificates.length ?? 0) === 0)
        throw trustedRootInvalid(origin, `has no certificates at ${at}`);
    checkWindow(authority.validFor, origin, at);
}
function checkWindow(window, origin, at) {
    if (window?.start === undefined)
        throw trustedRootInvalid(origin, `does not say from when ${at} is valid`);
    for (const bound of [window.start, window.end]) {
        if (bound !== undefined && Number.isNaN(bound.getTime()))
            throw trustedRootInvalid(origin, `has a time that is none at ${at}`);
    }
}
/** `what` goes on behind the name of the input. */
const trustedRootInvalid = (origin, what, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CountersignError */ .WS('TRUSTED_ROOT_INVALID', {
    what: `The trusted root ${origin} ${what}`,
    remedy: 'Give the trusted_root.json of your Sigstore instance as its operator publishes it.',
    cause,
});


/***/ })

};
