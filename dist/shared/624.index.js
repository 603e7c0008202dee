export const id = 624;
export const ids = [624];
export const modules = {

/***/ 10624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qW: () => (/* reexport */ parts/* currentFirst */.qW),
  NT: () => (/* reexport */ parts/* isEcdsa */.NT),
  Uk: () => (/* reexport */ loadSigningConfig),
  Vc: () => (/* reexport */ loadTrust),
  RC: () => (/* reexport */ loadTrustToShow),
  Zi: () => (/* reexport */ namesRekorV2Alone),
  t1: () => (/* reexport */ trusted_root/* parseTrustedRoot */.t1),
  Zo: () => (/* reexport */ selectServices),
  Fq: () => (/* reexport */ parts/* trustParts */.Fq)
});

// UNUSED EXPORTS: checkUsable, isPublicGood, parseSigningConfig

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(46524);
// EXTERNAL MODULE: ./node_modules/@sigstore/protobuf-specs/dist/index.js
var dist = __webpack_require__(19654);
// EXTERNAL MODULE: ./packages/core/build/trust/list-members.js
var list_members = __webpack_require__(78925);
;// CONCATENATED MODULE: ./packages/core/build/trust/signing-config.js




const MEDIA_TYPE = 'application/vnd.dev.sigstore.signingconfig.v0.2+json';
const LISTS = ['caUrls', 'oidcUrls', 'rekorTlogUrls', 'tsaUrls'];
/**
 * Reads a signing_config.json v0.2 (sigstore/protobuf-specs, sigstore_trustroot.proto). `origin` names it in errors.
 * Throws SIGNING_CONFIG_INVALID.
 */
function parseSigningConfig(bytes, origin) {
    if (bytes.length > limits/* MAX_TRUSTED_ROOT_BYTES */.ciU)
        throw signingConfigInvalid(`${origin} is too large`);
    let config;
    let fault;
    try {
        const json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        config = dist.SigningConfig.fromJSON(json);
        fault = (0,list_members/* faultInLists */.v)(json, LISTS);
    }
    catch (cause) {
        throw signingConfigInvalid(`${origin} is not a signing config in JSON`, cause);
    }
    if (config.mediaType !== MEDIA_TYPE) {
        throw signingConfigInvalid(`${origin} is not of the media type ${MEDIA_TYPE}`);
    }
    if (fault !== undefined)
        throw signingConfigInvalid(`${origin} ${fault}`);
    return { kind: 'config', config, origin, bytes };
}
const signingConfigInvalid = (what, cause) => new errors/* CountersignError */.WS('SIGNING_CONFIG_INVALID', {
    what: `The signing config ${what}`,
    remedy: 'Give the signing_config.v0.2.json of your Sigstore instance (input signing-config), or the URLs of its services.',
    cause,
});

// EXTERNAL MODULE: ./packages/core/build/trust/trusted-root.js
var trusted_root = __webpack_require__(48945);
;// CONCATENATED MODULE: ./packages/core/build/trust/load.js





/**
 * The trusted root of a source, parsed, and usable now.
 * Throws TRUSTED_ROOT_INVALID, TRUSTED_ROOT_EXPIRED, TUF_ROOT_INVALID, TRUST_UNAVAILABLE, INTERRUPTED.
 */
async function loadTrust(source, loading) {
    const material = await loadTrustToShow(source, loading);
    (0,trusted_root/* checkUsable */.HW)(material, loading.context.clock.now());
    return material;
}
/** The same, also where nothing in it is valid now: to be shown, never to verify with. Throws all but TRUSTED_ROOT_EXPIRED. */
const loadTrustToShow = (source, loading) => source.kind === 'file' ? fromFile(source) : fromTuf(source, loading);
/**
 * The signing config of a source, parsed; see selectServices. The public good names Rekor v2 in a config of its own.
 * Throws SIGNING_CONFIG_INVALID, TUF_ROOT_INVALID, TRUST_UNAVAILABLE, INTERRUPTED.
 */
async function loadSigningConfig(source, loading, transparencyLog) {
    switch (source.kind) {
        case 'urls':
            return source;
        case 'file':
            return parseSigningConfig(await read(source.path, 'SIGNING_CONFIG_INVALID', 'signing config'), source.path);
        case 'tuf-mirror':
        case 'public-good': {
            const optIn = source.kind === 'public-good' && transparencyLog === 'rekor-v2';
            const target = optIn ? 'signing_config_rekor_v2.v0.2.json' : 'signing_config.v0.2.json';
            const { bytes, age } = await readTuf(target, source, loading);
            return parseSigningConfig(bytes, `of ${nameOf(source)} (TUF, ${age})`);
        }
    }
}
async function fromFile({ path, sha256 }) {
    const bytes = await read(path, 'TRUSTED_ROOT_INVALID', 'trusted root');
    const material = (0,trusted_root/* parseTrustedRoot */.t1)(bytes, path);
    if (sha256 !== undefined && sha256.replace(/^sha256:/, '').toLowerCase() !== material.sha256) {
        throw new errors/* CountersignError */.WS('TRUSTED_ROOT_INVALID', {
            what: `The trusted root ${path} has the SHA-256 ${material.sha256}, not the one that is asked for`,
            remedy: 'Find out why the file changed; then give its new SHA-256, or the old file.',
        });
    }
    return { ...material, origin: `${path} (sha256 ${material.sha256})` };
}
async function fromTuf(source, loading) {
    const { bytes, age } = await readTuf('trusted_root.json', source, loading);
    return (0,trusted_root/* parseTrustedRoot */.t1)(bytes, `${nameOf(source).replace(/^the /, '')} (TUF, ${age})`);
}
const nameOf = (source) => source.kind === 'public-good' ? 'the public good' : source.mirrorUrl;
async function readTuf(name, source, loading) {
    // Loaded only here: a run with a trusted root of its own needs no TUF client.
    const tuf = await Promise.all(/* import() */[__webpack_require__.e(8908), __webpack_require__.e(8637), __webpack_require__.e(7236)]).then(__webpack_require__.bind(__webpack_require__, 17236));
    if (source.kind === 'public-good')
        return tuf.readTufTarget(name, loading);
    const { readTufMirror } = await Promise.all(/* import() */[__webpack_require__.e(8908), __webpack_require__.e(3666)]).then(__webpack_require__.bind(__webpack_require__, 3666));
    return tuf.readTufTarget(name, { ...loading, repository: await readTufMirror(source) });
}
async function read(path, code, what) {
    try {
        return await (0,read_bounded/* readBounded */.CB)(path, limits/* MAX_TRUSTED_ROOT_BYTES */.ciU);
    }
    catch (cause) {
        throw new errors/* CountersignError */.WS(code, {
            what: `The ${what} ${JSON.stringify(path)} ${cause instanceof errors/* CountersignError */.WS
                ? `is larger than ${limits/* MAX_TRUSTED_ROOT_BYTES */.ciU} bytes`
                : (0,read_bounded/* unreadable */.O$)(cause)}`,
            remedy: 'Give the path of a file that is there and may be read.',
            cause,
        });
    }
}

// EXTERNAL MODULE: ./packages/core/build/trust/parts.js + 1 modules
var parts = __webpack_require__(19995);
;// CONCATENATED MODULE: ./packages/core/build/trust/public-good.js
const PUBLIC_DOMAINS = ['sigstore.dev', 'sigstage.dev'];
/** Whether a service belongs to the public-good Sigstore, where everyone reads what is written. Compared by whole host labels. */
function isPublicGood(url) {
    const host = URL.parse(url)?.hostname.replace(/\.$/, '');
    return (host !== undefined && PUBLIC_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`)));
}

;// CONCATENATED MODULE: ./packages/core/build/trust/select-services.js




/** The API versions that Countersign speaks. Rekor's is the one that was chosen: "the highest version" never turns v2 on. */
const SUPPORTED = { fulcio: 1, tsa: 1 };
/**
 * Chooses the services to sign with by the rules of sigstore_trustroot.proto: valid at `now` (bounds included), highest
 * supported API version, newest start first, at most one of an operator, as many as the selector says. URLs given in
 * place of a config are taken as they are. An empty `rekorUrls` and Rekor v2 leave a certificate without a time where there
 * is no TSA: the caller refuses that unless a key signs. Throws SIGNING_CONFIG_INVALID, naming the input.
 */
function selectServices(loaded, now, { transparencyLog }) {
    const chosen = loaded.kind === 'urls'
        ? fromUrls(loaded)
        : fromConfig(loaded.config, loaded.origin, now, transparencyLog);
    const rekorUrls = transparencyLog === 'none' ? [] : chosen.rekorUrls;
    const services = { ...chosen, rekorUrls, rekorVersion: versionOf(transparencyLog) };
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
/** Whether a config names logs that can be used now, all of them Rekor v2. */
function namesRekorV2Alone(loaded, now) {
    if (loaded.kind === 'urls')
        return false;
    const valid = loaded.config.rekorTlogUrls.filter((service) => isValid(service, now));
    return valid.length > 0 && valid.every(({ majorApiVersion }) => majorApiVersion === 2);
}
const versionOf = (transparencyLog) => (transparencyLog === 'rekor-v2' ? 2 : 1);
const fromUrls = (urls) => ({
    fulcioUrl: urls.fulcioUrl,
    rekorUrls: urls.rekorUrl === undefined ? [] : [urls.rekorUrl],
    tsaUrls: urls.tsaUrl === undefined ? [] : [urls.tsaUrl],
});
function fromConfig(config, origin, now, transparencyLog) {
    const [fulcio] = candidates(config.caUrls, SUPPORTED.fulcio, now);
    return {
        fulcioUrl: fulcio?.url,
        rekorUrls: transparencyLog === 'none' ? [] : rekorOf(config, origin, now, versionOf(transparencyLog)),
        tsaUrls: select_services_select(config.tsaUrls, config.tsaConfig, SUPPORTED.tsa, now, `${origin} names no timestamp authority`),
    };
}
function rekorOf({ rekorTlogUrls, rekorTlogConfig }, origin, now, version) {
    const valid = rekorTlogUrls.filter((service) => isValid(service, now));
    const wanted = `Rekor v${version}`;
    if (version === 1 && valid.length > 0 && valid.every(({ majorApiVersion }) => majorApiVersion > 1)) {
        throw signingConfigInvalid(`${origin} names only transparency logs of Rekor v2, which are written to where that is asked for: ` +
            'set transparency-log: rekor-v2 (or none), or name a Rekor v1 log in signing-config');
    }
    if (version === 2 && !valid.some(({ majorApiVersion }) => majorApiVersion === 2)) {
        throw signingConfigInvalid(`${origin} names no transparency log of Rekor v2, and transparency-log: rekor-v2 asks for one; ` +
            'name one in signing-config or rekor-url, or leave transparency-log out');
    }
    return select_services_select(rekorTlogUrls, rekorTlogConfig, version, now, `${origin} names no ${wanted} log`);
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
    throw signingConfigInvalid(`${origin} names ${JSON.stringify(url.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}, which is no http(s) URL`);
}

;// CONCATENATED MODULE: ./packages/core/build/trust/index.js








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
