export const id = 3915;
export const ids = [3915,6296];
export const modules = {

/***/ 6296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publicGoodTrust: () => (/* binding */ publicGoodTrust),
  servicesOf: () => (/* binding */ servicesOf)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/build/http/index.js + 12 modules
var build_http = __webpack_require__(27);
// EXTERNAL MODULE: ./packages/core/build/trust/index.js + 6 modules
var trust = __webpack_require__(9083);
// EXTERNAL MODULE: ./packages/core/build/report/index.js + 8 modules
var report = __webpack_require__(3224);
;// CONCATENATED MODULE: ./packages/cli/build/progress.js

/** Progress of a command, on stderr: stdout belongs to the result. Text of others is neutralised here, secrets are hidden. */
function progressLogger(stderr, secrets) {
    const print = (opening, message) => {
        let shown = message;
        for (const secret of secrets)
            shown = shown.replaceAll(secret, '***');
        stderr.write(`${opening}${(0,report/* printable */.g$)(shown)}\n`);
    };
    return {
        // What only helps to find a defect is left out: a command has no debug log.
        debug: () => undefined,
        info: (message) => {
            print('', message);
        },
        warn: (message) => {
            print('Warning: ', message);
        },
    };
}

// EXTERNAL MODULE: ./packages/cli/build/version.js
var version = __webpack_require__(6795);
;// CONCATENATED MODULE: ./packages/cli/build/services.js






/** The outside world of a command, made of its edge. */
function servicesOf(edge, options = {}) {
    const log = progressLogger(edge.stderr, options.secrets ?? new Set());
    const base = { clock: build_http.systemClock, random: build_http.systemRandom, log, signal: edge.signal };
    const { retryWindowMs } = options;
    const http = (0,build_http.createHttpClient)({
        ...base,
        env: edge.env,
        userAgent: `countersign/${version/* VERSION */.x}`,
        ...(retryWindowMs === undefined ? {} : { retryWindowMs }),
    });
    return {
        context: { ...base, http },
        credentials: { explicit: options.credentials ?? [], env: edge.env, homeDir: homeOf(edge) },
        cacheDir: cacheDirOf(edge),
        tempDir: (0,external_node_os_.tmpdir)(),
        toolCacheDir: (0,external_node_path_.join)(cacheDirOf(edge), 'tools'),
        workDir: process.cwd(),
        env: edge.env,
        close: () => {
            http.close();
        },
    };
}
/** The trusted root of Sigstore's public-good instance, by TUF. Throws TRUST_UNAVAILABLE. */
async function publicGoodTrust(edge) {
    const { context, cacheDir, close } = servicesOf(edge);
    try {
        return await (0,trust/* loadTrust */.Vc)({ kind: 'public-good' }, { context, cacheDir });
    }
    finally {
        close();
    }
}
const homeOf = ({ env }) => env.HOME ?? env.USERPROFILE;
/** XDG Base Directory Specification; a folder of the system's for temporary files where there is no home. */
function cacheDirOf(edge) {
    const { env } = edge;
    const home = homeOf(edge);
    const caches = env.XDG_CACHE_HOME ?? env.LOCALAPPDATA ?? (home === undefined ? undefined : (0,external_node_path_.join)(home, '.cache'));
    return (0,external_node_path_.join)(caches ?? (0,external_node_os_.tmpdir)(), 'countersign');
}


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
            return `names ${JSON.stringify(name.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}, which is spelled ${list}`;
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
    if (bytes.length > limits/* MAX_TRUSTED_ROOT_BYTES */.ciU)
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
    if (bytes.length > limits/* MAX_TRUSTED_ROOT_BYTES */.ciU)
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
            const { readTufTarget } = await Promise.all(/* import() */[__webpack_require__.e(8637), __webpack_require__.e(7236)]).then(__webpack_require__.bind(__webpack_require__, 7236));
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
    const { readTufTarget } = await Promise.all(/* import() */[__webpack_require__.e(8637), __webpack_require__.e(7236)]).then(__webpack_require__.bind(__webpack_require__, 7236));
    const { bytes, age } = await readTufTarget('trusted_root.json', loading);
    return parseTrustedRoot(bytes, `public good (TUF, ${age})`);
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
    throw signingConfigInvalid(`${origin} names ${JSON.stringify(url.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}, which is no http(s) URL`);
}

;// CONCATENATED MODULE: ./packages/core/build/trust/index.js







/***/ })

};
