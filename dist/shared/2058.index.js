export const id = 2058;
export const ids = [2058];
export const modules = {

/***/ 72058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/options/index.js + 39 modules
var options = __webpack_require__(61620);
// EXTERNAL MODULE: ./packages/core/build/report/index.js + 8 modules
var report = __webpack_require__(23224);
// EXTERNAL MODULE: ./packages/core/build/trust/index.js + 4 modules
var build_trust = __webpack_require__(10624);
// EXTERNAL MODULE: ./packages/cli/build/flag-words.js
var flag_words = __webpack_require__(12605);
// EXTERNAL MODULE: ./packages/cli/build/flags.js
var flags = __webpack_require__(40728);
// EXTERNAL MODULE: ./packages/cli/build/option-edge.js
var option_edge = __webpack_require__(12698);
// EXTERNAL MODULE: ./packages/cli/build/subcommand.js
var subcommand = __webpack_require__(78824);
;// CONCATENATED MODULE: ./packages/cli/build/trust-text.js

/** What a trusted root holds, for people. Every text of it is made safe for a terminal. */
function trustText(material, parts) {
    const { certificateAuthorities, tlogs, ctlogs, timestampAuthorities } = parts;
    return [
        `Trusted root: ${material.origin}`,
        ...(material.origin.includes(material.sha256) ? [] : [`sha256 ${material.sha256}`]),
        '',
        ...section('Certificate authorities', certificateAuthorities, authorityLines),
        ...section('Transparency logs', tlogs, logLines),
        ...section('Certificate transparency logs', ctlogs, logLines),
        ...section('Timestamp authorities', timestampAuthorities, authorityLines),
    ]
        .map(report/* printable */.g$)
        .join('\n');
}
/** The same for machines: dates as ISO 8601, what is not there as null. */
const trustDocument = ({ origin, sha256 }, parts) => ({
    origin,
    sha256,
    certificateAuthorities: parts.certificateAuthorities.map(authorityDocument),
    tlogs: parts.tlogs.map(logDocument),
    ctlogs: parts.ctlogs.map(logDocument),
    timestampAuthorities: parts.timestampAuthorities.map(authorityDocument),
});
function section(title, parts, lines) {
    const none = parts.length === 0 ? ['  none'] : [];
    return [title, ...none, ...parts.flatMap(lines), ''];
}
const logLines = (log) => [
    `  ${log.url || '(no URL)'}  ${windowText(log)}`,
    `    key ${log.keyType}, log id ${log.logId}`,
];
const authorityLines = (authority) => [
    `  ${authority.url || '(no URL)'}  ${windowText(authority)}`,
    `    ${[authority.organization, authority.commonName].filter((name) => name !== '').join(', ') || '(no name)'}`,
    ...authority.certificates.map((each) => `    ${roleOf(each)} ${oneLine(each.subject)}, ${each.keyType}, ${windowText(each)}`),
];
const roleOf = ({ isCa, isSelfSigned }) => {
    if (!isCa)
        return 'leaf';
    return isSelfSigned ? 'root' : 'intermediate';
};
/** node prints each attribute of a name on a line of its own. */
const oneLine = (name) => name.split('\n').join(', ');
function windowText({ start, end, validity }) {
    const until = end === undefined ? 'on' : `until ${iso(end)}`;
    const mark = { valid: '', expired: ' (EXPIRED)', 'not yet': ' (NOT YET VALID)' }[validity];
    return `from ${iso(start)} ${until}${mark}`;
}
/** A certificate may hold a time that is none. */
const iso = (date) => (Number.isNaN(date.getTime()) ? 'unreadable' : date.toISOString());
const windowDocument = ({ start, end, validity }) => ({
    start: iso(start),
    end: end === undefined ? null : iso(end),
    validity: validity.replace(' ', '-'),
});
const logDocument = (log) => ({
    url: log.url,
    logId: log.logId,
    keyType: log.keyType,
    ...windowDocument(log),
});
const authorityDocument = (authority) => ({
    url: authority.url,
    organization: authority.organization,
    commonName: authority.commonName,
    ...windowDocument(authority),
    certificates: authority.certificates.map((each) => ({
        role: roleOf(each),
        subject: oneLine(each.subject),
        issuer: oneLine(each.issuer),
        keyType: each.keyType,
        ...windowDocument(each),
    })),
});

// EXTERNAL MODULE: ./packages/core/build/trust-export/index.js + 10 modules
var trust_export = __webpack_require__(43039);
// EXTERNAL MODULE: ./packages/cli/build/flag-values.js
var flag_values = __webpack_require__(90560);
;// CONCATENATED MODULE: ./packages/cli/build/commands/trust-options.js




/** Throws INPUT_MISSING without --output-dir, INPUT_INVALID for a value that a flag does not have. */
function readExportSwitches({ flags }) {
    const outputDir = (0,flag_values/* requiredFlag */.SN)(flags, 'output-dir', 'Give --output-dir DIR: the folder that the files go to, one that is not there yet or is empty.');
    return {
        formats: formatsOf(flags.get('format') ?? 'all'),
        outputDir,
        name: nameOf(flags.get('name') ?? 'sigstore'),
        lifetimeMs: lifetimeOf(flags.get('lifetime') ?? `${limits/* DEFAULT_TUF_LIFETIME_DAYS */.Sb_}d`),
        force: flags.get('force') === 'true',
    };
}
/** Flags of the export mean nothing to `inspect`: what is given and not looked at was meant otherwise. */
function refuseExportFlags({ flags }) {
    const [extra] = ['format', 'output-dir', 'name', 'lifetime', 'force', 'signing-config'].filter((name) => flags.has(name));
    if (extra === undefined)
        return;
    throw new errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
        what: `--${extra} is given to trust inspect, which writes nothing`,
        remedy: `Leave --${extra} out, or use trust export.`,
    });
}
function formatsOf(text) {
    if (text === 'all')
        return trust_export/* EXPORT_FORMATS */.U;
    const found = trust_export/* EXPORT_FORMATS */.U.find((format) => format === text);
    if (found !== undefined)
        return [found];
    throw (0,flag_values/* invalidFlag */.cU)('format', text, `Give --format all, or one of: ${trust_export/* EXPORT_FORMATS */.U.join(', ')}.`);
}
/** A DNS label (RFC 1123), as names of Kubernetes objects are. */
function nameOf(text) {
    if (/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text))
        return text;
    throw (0,flag_values/* invalidFlag */.cU)('name', text, 'Give lower-case letters, digits and dashes, 63 at most.');
}
function lifetimeOf(text) {
    const days = Number(/^([1-9]\d{0,4})d$/.exec(text)?.[1]);
    if (days <= limits/* MAX_TUF_LIFETIME_DAYS */.PxW)
        return days * DAY_MS;
    throw (0,flag_values/* invalidFlag */.cU)('lifetime', text, `Give whole days, such as 90d; at most ${limits/* MAX_TUF_LIFETIME_DAYS */.PxW}d.`);
}
const DAY_MS = 24 * 60 * 60_000;

;// CONCATENATED MODULE: ./packages/cli/build/commands/trust.js












/** `countersign trust`: the first word says what to do. */
const run = async (invocation) => {
    const [word, extra] = invocation.arguments.positionals;
    const action = ACTIONS[await (0,subcommand/* subcommandOf */.b)('trust', WORDS, word)];
    if (extra !== undefined) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `trust takes no image, and ${JSON.stringify(extra.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))} was given`,
            remedy: 'Leave it out; a trusted root is given with --trusted-root FILE.',
        });
    }
    try {
        return await action(invocation);
    }
    catch (thrown) {
        // Trust is read by the settings of the actions, whose words the errors speak.
        throw (0,flag_words/* errorInFlagWords */.nl)((0,errors/* asCountersignError */.ek)(thrown), 'sign');
    }
};
const inspect = async (invocation) => {
    refuseExportFlags(invocation.arguments);
    return withTrust(invocation, async ({ trust }, loading) => {
        const material = await (0,build_trust/* loadTrustToShow */.RC)(trust, loading);
        const parts = (0,build_trust/* trustParts */.Fq)(material, loading.context.clock.now());
        invocation.output.result({ ...(0,report/* resultDocument */.jP)('trust'), trust: trustDocument(material, parts) }, trustText(material, parts));
        return report/* EXIT_CODE */.F3.ok;
    });
};
const exportForms = async (invocation) => {
    const { formats, outputDir, name, lifetimeMs, force } = readExportSwitches(invocation.arguments);
    return withTrust(invocation, async ({ trust, signingConfig }, loading) => {
        const { exportTrust, writeExport } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 43039));
        const now = loading.context.clock.now();
        const folder = (0,external_node_path_.resolve)(outputDir);
        const material = await (0,build_trust/* loadTrust */.Vc)(trust, loading);
        const expires = new Date(now.getTime() + lifetimeMs);
        const config = formats.includes('tuf') && signingConfig !== undefined
            ? await configBytes(signingConfig, loading)
            : undefined;
        const { files, forms } = await exportTrust(formats, {
            material,
            signingConfig: config,
            folder,
            name,
            expires,
            now,
        });
        await writeExport(folder, files, force);
        const lines = forms.flatMap(({ format, files: written, notes, impossible }) => [
            `${format}${impossible === undefined ? '' : `: not written, ${impossible}`}`,
            ...written
                .filter((path) => !path.startsWith('tuf/') || path === 'tuf/root.json')
                .map((path) => `  ${path}`),
            ...notes.map((note) => `  - ${note}`),
        ]);
        invocation.output.result({
            ...(0,report/* resultDocument */.jP)('trust'),
            export: {
                outputDir: folder,
                origin: material.origin,
                sha256: material.sha256,
                expires: expires.toISOString(),
                forms: forms.map((form) => ({ ...form, impossible: form.impossible ?? null })),
            },
        }, [`${folder} has the trust of ${material.origin} in these forms:`, '', ...lines]
            .map(report/* printable */.g$)
            .join('\n'));
        return report/* EXIT_CODE */.F3.ok;
    });
};
const WORDS = ['export', 'inspect'];
const ACTIONS = { export: exportForms, inspect };
/** A repository need not hold a signing config; one that was named has to be there. */
async function configBytes(source, loading) {
    try {
        const loaded = await (0,build_trust/* loadSigningConfig */.Uk)(source, loading);
        return loaded.kind === 'config' ? loaded.bytes : undefined;
    }
    catch (error) {
        if (source.kind !== 'file' && (0,errors/* asCountersignError */.ek)(error).code === 'TRUST_UNAVAILABLE')
            return undefined;
        throw error;
    }
}
async function withTrust({ edge, arguments: given }, work) {
    const own = [...given.flags].filter(([name]) => !flags/* COMMON_FLAGS */.g.some((flag) => flag.name === name));
    const sources = (0,options/* parseTrustSources */.EV)(Object.fromEntries(own), await (0,option_edge/* optionEdge */.B)(edge, () => undefined));
    const { servicesOf } = await Promise.all(/* import() */[__webpack_require__.e(27), __webpack_require__.e(3915)]).then(__webpack_require__.bind(__webpack_require__, 46296));
    const services = servicesOf(edge);
    try {
        return await work(sources, services);
    }
    finally {
        services.close();
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

/***/ 12605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ reportInFlagWords),
/* harmony export */   nl: () => (/* binding */ errorInFlagWords)
/* harmony export */ });
/* unused harmony export inFlagWords */
/* harmony import */ var _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _countersign_core_options__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61620);


/**
 * An advice in the words of this command: errors are written for the actions, whose inputs are lines of YAML. What is a
 * setting of the command becomes the flag that is typed for it: `name: value`, `the input "name"`, `"name"`, and a name with
 * a dash in it where it stands alone. All else stays.
 */
function inFlagWords(advice, command) {
    const settings = _countersign_core_options__WEBPACK_IMPORTED_MODULE_1__/* .SETTINGS */ .yy.filter(({ name, commands }) => !WITHOUT_FLAG.includes(name) && commands.some((each) => each === command));
    // The longest first: certificate-identity begins certificate-identity-regexp.
    return [...settings]
        .sort((one, other) => other.name.length - one.name.length)
        .reduce((text, setting) => withFlag(text, setting), advice);
}
/** An error with its advice in the words of the command; its code and cause stay. */
function errorInFlagWords(error, command) {
    return new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS(error.code, {
        what: error.message
            .replace(/^The input tools (?=holds|names)/, 'The list of tools ')
            .replace(/^(?:The input )?([a-z][a-z-]*)(?= (?:is|names|holds|has)\b)/, (whole, name) => (name.includes('-') || whole !== name) &&
            _countersign_core_options__WEBPACK_IMPORTED_MODULE_1__/* .SETTINGS */ .yy.some((setting) => setting.name === name) &&
            !WITHOUT_FLAG.includes(name)
            ? `--${name}`
            : whole),
        remedy: inFlagWords(error.remedy, command),
        cause: error.cause,
    });
}
/** A report whose errors are in the words of the command; one error stays one, also where two members hold it. */
function reportInFlagWords(report) {
    const known = new Map();
    const rewritten = (error) => {
        if (error === undefined)
            return undefined;
        const flagged = known.get(error) ?? errorInFlagWords(error, report.command);
        known.set(error, flagged);
        return flagged;
    };
    return {
        ...report,
        error: rewritten(report.error),
        images: report.images.map((image) => ({ ...image, error: rewritten(image.error) })),
    };
}
/** Images and tools stand alone on the command line. */
const WITHOUT_FLAG = ['images', 'image', 'digest', 'tools'];
function withFlag(text, setting) {
    const { name } = setting;
    const lines = text
        .replace(new RegExp(`(?:\\b([Ss])et )?"${name}: ([^"\\n]+)"`, 'g'), line(setting))
        .replace(new RegExp(`(?<![\\w"-])(?:([Ss])et )?${name}: (${plainValues(setting)})(?![\\w-])`, 'g'), line(setting))
        .replace(new RegExp(`(?:\\bthe )?\\binput "${name}"|"${name}"`, 'g'), `--${name}`);
    // A name of one word may be a word of the sentence: only one with a dash is known to be the setting.
    return name.includes('-')
        ? lines.replace(new RegExp(`(?<![\\w./"-])${name}(?![\\w/:-]| outputs?\\b)`, 'g'), `--${name}`)
        : lines;
}
const line = ({ name, kind }) => (_whole, set, value) => {
    const flag = kind === 'boolean' ? (value === 'true' ? `--${name}` : `--${name}=${value}`) : `--${name} ${value}`;
    return set === undefined ? flag : `${set === 'S' ? 'Give' : 'give'} ${flag}`;
};
/** Values by which a `name: value` without quotes is told from a sentence with a colon; a pattern that matches nothing else. */
const plainValues = ({ kind, choices }) => kind === 'boolean' ? 'true|false' : (choices?.join('|') ?? '[^\\s\\S]');


/***/ }),

/***/ 12698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ optionEdge),
/* harmony export */   k: () => (/* binding */ publicKeyOf)
/* harmony export */ });
/* harmony import */ var _countersign_core_options__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61620);
/* harmony import */ var _countersign_core_read_bounded__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46524);


/** What the options of a command are read from besides its flags: files, the environment, a job's identity. */
const optionEdge = async (edge, hide) => ({
    env: edge.env,
    readFile: _countersign_core_read_bounded__WEBPACK_IMPORTED_MODULE_1__/* .readBounded */ .CB,
    identity: await (0,_countersign_core_options__WEBPACK_IMPORTED_MODULE_0__/* .identitySources */ .rU)(edge.env, { mask: hide, conceal: hide }),
    kmsPublicKey: (uri, retryWindowMs) => publicKeyOf({ name: uri, uri }, edge, retryWindowMs),
});
/** The PEM public half of a key, with services of its own where a key management service has to be asked. */
async function publicKeyOf(key, edge, retryWindowMs) {
    const [{ servicesOf }, { publicKeyPem }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(4187), __webpack_require__.e(27), __webpack_require__.e(624), __webpack_require__.e(6296)]).then(__webpack_require__.bind(__webpack_require__, 46296)),
        Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(27), __webpack_require__.e(1787), __webpack_require__.e(9045)]).then(__webpack_require__.bind(__webpack_require__, 1787)),
    ]);
    const services = servicesOf(edge, retryWindowMs === undefined ? {} : { retryWindowMs });
    try {
        return await publicKeyPem(key, services);
    }
    finally {
        services.close();
    }
}


/***/ }),

/***/ 78824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ subcommandOf)
/* harmony export */ });
/* harmony import */ var _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _countersign_core_limits__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99772);
/* harmony import */ var _suggestion_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48867);



/**
 * The word behind a command that says what to do, such as `generate` behind `countersign key`. Throws INPUT_MISSING and
 * INPUT_UNKNOWN, naming the words that there are.
 */
async function subcommandOf(command, words, given) {
    const found = words.find((word) => word === given);
    if (found !== undefined)
        return found;
    const remedy = `Write countersign ${command} ${words.join('|')}; countersign ${command} --help says more.`;
    if (given === undefined) {
        throw new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_MISSING', {
            what: `countersign ${command} does not say what to do`,
            remedy,
        });
    }
    const meant = await (0,_suggestion_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(given, words);
    throw new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_UNKNOWN', {
        what: `countersign ${command} does not know ${JSON.stringify(given.slice(0, _countersign_core_limits__WEBPACK_IMPORTED_MODULE_2__/* .MAX_SHOWN_INPUT_CHARS */ .SpS))}`,
        remedy: meant === undefined ? remedy : `Did you mean ${meant}?`,
    });
}


/***/ }),

/***/ 43039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* reexport */ EXPORT_FORMATS),
  exportTrust: () => (/* reexport */ exportTrust),
  writeExport: () => (/* reexport */ writeExport)
});

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/trust/index.js + 4 modules
var trust = __webpack_require__(10624);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/core/build/report/index.js + 8 modules
var report = __webpack_require__(23224);
;// CONCATENATED MODULE: ./packages/core/build/trust-export/choices.js

/**
 * The one key that a field for a single ECDSA key is given. Rekor v2 logs mostly have ed25519 keys, and what knows one
 * key alone speaks Rekor v1.
 */
function oneEcdsaLog(logs, what) {
    const fitting = (0,trust/* currentFirst */.qW)(logs).filter(trust/* isEcdsa */.NT);
    const [part, ...others] = fitting;
    return {
        part,
        notes: [
            ...leftOutKeys(logs, what),
            ...others.map(({ url }) => `There is room for one ${what}: ${url} is left out, and what it witnessed is not accepted.`),
        ],
    };
}
/** What is said of logs whose keys are of another kind than a field takes. */
const leftOutKeys = (logs, what) => logs
    .filter((log) => !(0,trust/* isEcdsa */.NT)(log))
    .map(({ url, keyType }) => `Only ECDSA keys are read here: the ${what} ${url} (${keyType}) is left out.`);
/** The one timestamp authority of a form that knows one, with its own certificate first, as such forms want it. */
function oneTsa(authorities) {
    const whole = (0,trust/* currentFirst */.qW)(authorities).filter(hasLeaf);
    const [part, ...others] = whole;
    return {
        part,
        notes: [
            ...authorities
                .filter((authority) => !hasLeaf(authority))
                .map(({ url }) => `The timestamp authority ${url} is left out: its chain must begin with its one signing certificate and end with a root.`),
            ...others.map(({ url }) => `There is room for one timestamp authority: ${url} is left out.`),
        ],
    };
}
const hasLeaf = ({ certificates }) => certificates.filter(({ isCa }) => !isCa).length === 1 && certificates.some((each) => each.isSelfSigned);
/** Every certificate of the authorities once, as PEM, in the order of the document. */
const certificatesOf = (authorities) => [...new Set(authorities.flatMap(({ certificates }) => certificates.map(({ pem }) => pem)))].join('');
/** What a form without windows of validity loses: those that end, or have not begun. `carried` is what it holds. */
function lostWindows(carried) {
    const bounded = carried
        .flatMap((part) => part ?? [])
        .filter(({ end, validity }) => end !== undefined || validity === 'not yet');
    return bounded.map(({ url, start, end }) => end === undefined
        ? `This form knows no windows of validity: ${url} is trusted at once, not from ${day(start)} on.`
        : `This form knows no windows of validity: ${url} is trusted beyond ${day(end)}.`);
}
const day = (date) => date.toISOString().slice(0, 10);

;// CONCATENATED MODULE: ./packages/core/build/trust-export/form.js
const EXPORT_FORMATS = ['cosign2', 'gh', 'kyverno', 'policy-controller', 'tuf'];
const textFile = (path, text) => ({ path, bytes: Buffer.from(text) });

;// CONCATENATED MODULE: ./packages/core/build/trust-export/cosign2.js




/**
 * PEM files, and a file of variables that names them: what cosign 2 and slsa-verifier read (and cosign 3 with
 * `--new-bundle-format=false`) in place of a TUF repository, for signatures in the legacy layout.
 */
function cosign2Form({ parts, folder }) {
    const { tlogs, ctlogs, certificateAuthorities, timestampAuthorities } = parts;
    if (certificateAuthorities.length === 0)
        return { files: [], notes: [], impossible: 'the trusted root has no certificate authority' };
    const rekor = oneEcdsaLog(tlogs, 'transparency log');
    const ctlog = oneEcdsaLog(ctlogs, 'certificate transparency log');
    const tsa = oneTsa(timestampAuthorities);
    const named = [
        ['SIGSTORE_ROOT_FILE', 'fulcio.pem', certificatesOf(certificateAuthorities)],
        ['SIGSTORE_REKOR_PUBLIC_KEY', 'rekor.pub', rekor.part?.pem],
        ['SIGSTORE_CT_LOG_PUBLIC_KEY_FILE', 'ctfe.pub', ctlog.part?.pem],
        ['SIGSTORE_TSA_CERTIFICATE_FILE', 'tsa.pem', tsa.part && certificatesOf([tsa.part])],
    ];
    const there = named.flatMap(([variable, file, pem]) => pem === undefined ? [] : [{ variable, path: `cosign2/${file}`, pem }]);
    const lines = there.map(({ variable, path }) => `${variable}=${(0,report/* shellWord */.r7)((0,external_node_path_.join)(folder, path))}\n`);
    return {
        files: [
            ...there.map(({ path, pem }) => textFile(path, pem)),
            textFile('cosign2/cosign2.env', HEAD + lines.join('')),
        ],
        notes: [
            'cosign 2.6 and 3 look at bundles first and want --trusted-root trusted_root.json for them, not this file.',
            ...lostWindows([rekor.part, ctlog.part, tsa.part, ...certificateAuthorities]),
            ...rekor.notes,
            ...ctlog.notes,
            ...tsa.notes,
            ...lacking('a transparency log', rekor.part, '--insecure-ignore-tlog=true'),
            ...lacking('a certificate transparency log', ctlog.part, '--insecure-ignore-sct=true'),
            ...(tsa.part === undefined
                ? []
                : [
                    'SIGSTORE_TSA_CERTIFICATE_FILE is read with --use-signed-timestamps alone: signatures in the legacy layout hold no timestamps by default.',
                ]),
        ],
    };
}
const HEAD = `# For cosign up to 2.5, slsa-verifier, and cosign 3 with --new-bundle-format=false: set -a; . cosign2.env; set +a
# Not where bundles stand beside an image: cosign 2.6 and 3 look at those first, and each of these variables then ends in
# "trusted root is required". Give them --trusted-root with the trusted_root.json that lies beside this folder.
`;
/** Without the variable cosign takes the key of the public good: then it trusts somebody else's log. */
const lacking = (what, part, flag) => part === undefined
    ? [`There is no key of ${what}: without ${flag} cosign asks the public-good TUF repository for one.`]
    : [];

;// CONCATENATED MODULE: ./packages/core/build/trust-export/gh.js

/**
 * The trusted root as JSON lines, for `gh attestation verify --custom-trusted-root`: one line, and an end of line behind
 * it, without which gh reads no line at all. gh finds a root by the organisation that issued a certificate, so the lowest
 * certificate of an authority has to name exactly one, and the same one as its own issuer (cli/cli
 * pkg/cmd/attestation/verification/sigstore.go).
 */
function ghForm({ material, parts }) {
    const { certificateAuthorities } = parts;
    const usable = certificateAuthorities.filter((each) => organisationOf(each) !== undefined);
    if (usable.length === 0) {
        return {
            files: [],
            notes: [],
            impossible: 'gh finds a trusted root by the one organisation (O) in the name of its certificate authority, and none here has exactly one',
        };
    }
    const json = JSON.stringify(JSON.parse(Buffer.from(material.bytes).toString()));
    return {
        files: [textFile('gh/trusted_root.jsonl', `${json}\n`)],
        notes: [
            ...certificateAuthorities
                .filter((each) => organisationOf(each) === undefined)
                .map(({ url }) => `gh does not find the certificate authority ${url}: its lowest certificate and that one's issuer do not name one and the same organisation.`),
            ...(parts.timestampAuthorities.length === 0
                ? ['Without a timestamp authority gh needs the time of a Rekor v1 entry in each bundle.']
                : []),
        ],
    };
}
/** undefined: not exactly one, the same in subject and issuer. */
function organisationOf({ certificates }) {
    const [lowest] = certificates;
    const [subject, ...moreSubjects] = organisationsIn(lowest?.subject);
    const [issuer, ...moreIssuers] = organisationsIn(lowest?.issuer);
    return moreSubjects.length + moreIssuers.length === 0 && subject === issuer ? subject : undefined;
}
/** A name as node prints it has an attribute on each line; a line end within a value is escaped there. */
const organisationsIn = (name = '') => name
    .split('\n')
    .filter((line) => line.startsWith('O='))
    .map((line) => line.slice('O='.length));

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./packages/core/build/trust-export/kyverno.js



/**
 * What stands under `keyless:` of an attestor's entry in a ClusterPolicy with `type: Cosign`, beside issuer and subject:
 * the one way of Kyverno that asks no TUF repository. All certificates go to the roots: there is no other field for the
 * intermediate ones.
 */
function kyvernoForm({ parts }) {
    const { tlogs, ctlogs, certificateAuthorities } = parts;
    const rekor = oneEcdsaLog(tlogs, 'transparency log');
    const ctlog = oneEcdsaLog(ctlogs, 'certificate transparency log');
    if (certificateAuthorities.length === 0 || rekor.part === undefined) {
        const missing = rekor.part === undefined ? 'no transparency log with an ECDSA key' : 'no certificate authority';
        return {
            files: [],
            notes: [],
            impossible: `a ClusterPolicy of type Cosign needs both, and there is ${missing}`,
        };
    }
    const entry = {
        roots: certificatesOf(certificateAuthorities),
        rekor: { url: rekor.part.url, pubkey: rekor.part.pem },
        // Without a key Kyverno would take the public good's: with no log in the root there is nothing to look for.
        ctlog: ctlog.part === undefined ? { ignoreSCT: true } : { pubkey: ctlog.part.pem },
    };
    return {
        files: [textFile('kyverno/keyless.yaml', kyverno_HEAD + (0,dist/* stringify */.As)(entry))],
        notes: [
            ...lostWindows([rekor.part, ctlog.part, ...certificateAuthorities]),
            ...rekor.notes,
            ...ctlog.notes,
            ...(ctlog.part === undefined
                ? ['There is no certificate transparency log with an ECDSA key: ctlog.ignoreSCT is set.']
                : []),
            'ClusterPolicy of type SigstoreBundle and ImageValidatingPolicy read none of this: they want a TUF repository (format tuf).',
        ],
    };
}
const kyverno_HEAD = `# kyverno.io/v1 ClusterPolicy, verifyImages[] with type: Cosign: goes under attestors[].entries[].keyless, beside issuer and subject.
`;

// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(30058);
// EXTERNAL MODULE: ./packages/core/build/trust/signing/index.js + 2 modules
var signing = __webpack_require__(35053);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
;// CONCATENATED MODULE: ./packages/core/build/trust-export/mirror-archive.js




const BLOCK = 512;
/** Go's decompressor hands out no more at a time than what lies before the next multiple of this. */
const WINDOW = 32 * 1024;
/**
 * A TUF repository as `mirrorFS` of policy-controller: a gzipped tar archive. policy-controller 0.15.1 reads each file
 * with a single Read (pkg/tuf/repo.go, UncompressMemFS), which ends wherever the decompressor's window does; the rest of
 * the file would be zeros. So that no file lies across such a place, a file of zeros that nobody reads goes before one
 * that would. undefined: a file is larger than a window.
 */
async function packMirror(files) {
    const archive = (0,tar_stream.pack)();
    let at = 0;
    let fillers = 0;
    const add = (name, bytes) => {
        archive.entry({ name, mtime: new Date(0), mode: 0o644 }, Buffer.from(bytes));
        at += BLOCK + Math.ceil(bytes.length / BLOCK) * BLOCK;
    };
    for (const [name, bytes] of files) {
        if (bytes.length > WINDOW - BLOCK)
            return undefined;
        const next = Math.ceil((at + BLOCK + 1) / WINDOW) * WINDOW;
        if (at + BLOCK < next && at + BLOCK + bytes.length > next) {
            fillers += 1;
            add(`filler-${fillers}`, Buffer.alloc(next - 2 * BLOCK - at));
        }
        add(name, bytes);
    }
    archive.finalize();
    return (0,external_node_util_.promisify)(external_node_zlib_.gzip)(await (0,consumers_.buffer)(archive));
}

;// CONCATENATED MODULE: ./packages/core/build/trust-export/policy-controller.js







/**
 * A TrustRoot of policy-controller in two forms, of which one is applied: `sigstoreKeys` (keys and chains), and
 * `repository` (a TUF repository in the object itself). Its controller refuses a whole root for one log whose key is not
 * ECDSA, so both are without such logs.
 */
async function policyControllerForm(given) {
    const { parts, name, material, expires } = given;
    const { tlogs, ctlogs, certificateAuthorities, timestampAuthorities } = parts;
    const nameless = [...certificateAuthorities, ...timestampAuthorities, ...tlogs, ...ctlogs].filter(({ url }) => url === '');
    const withUrl = (list) => list.filter(({ url }) => url !== '');
    const authorities = withUrl(certificateAuthorities);
    if (authorities.length === 0) {
        return { files: [], notes: [], impossible: 'a TrustRoot needs a certificate authority with a URL' };
    }
    const keys = {
        certificateAuthorities: authorities.map(authority),
        tLogs: withUrl(tlogs).filter(trust/* isEcdsa */.NT).map(log),
        ctLogs: withUrl(ctlogs).filter(trust/* isEcdsa */.NT).map(log),
        timestampAuthorities: withUrl(timestampAuthorities).map(authority),
    };
    const mirror = await repository(material, parts, expires);
    return {
        files: [
            trustRoot('keys', name, { sigstoreKeys: keys }),
            ...(mirror === undefined ? [] : [trustRoot('repository', name, { repository: mirror })]),
        ],
        notes: [
            'trustroot-keys.yaml and trustroot-repository.yaml have the same name: apply one of them.',
            ...lostWindows([...[...tlogs, ...ctlogs].filter(trust/* isEcdsa */.NT), ...authorities, ...timestampAuthorities]).map((note) => `trustroot-keys.yaml: ${note}`),
            ...leftOutKeys(tlogs, 'transparency log'),
            ...leftOutKeys(ctlogs, 'certificate transparency log'),
            ...nameless.map(() => 'trustroot-keys.yaml: an entry without a URL is left out, since the field is required.'),
            mirror === undefined
                ? 'trustroot-repository.yaml is left out: policy-controller reads no file of a repository beyond 31 KiB whole.'
                : `trustroot-repository.yaml works until ${expires.toISOString()}; then export it again.`,
            'policy-controller 0.15.1 verifies bundles with no TrustRoot of your own (sigstore/policy-controller#1968): these serve the legacy layout.',
        ],
    };
}
const trustRoot = (kind, name, spec) => textFile(`policy-controller/trustroot-${kind}.yaml`, (0,dist/* stringify */.As)({ apiVersion: 'policy.sigstore.dev/v1alpha1', kind: 'TrustRoot', metadata: { name }, spec }, 
// A base64 text is one line: the field is bytes.
{ lineWidth: 0 }));
const base64 = (text) => Buffer.from(text).toString('base64');
const log = ({ url, pem }) => ({
    baseURL: url,
    hashAlgorithm: 'sha-256',
    publicKey: base64(pem),
});
/** Both names are required and neither is compared with anything. */
const authority = ({ url, organization, commonName, certificates }) => ({
    subject: { organization: organization || 'unknown', commonName: commonName || 'unknown' },
    uri: url,
    certChain: base64(certificates.map(({ pem }) => pem).join('')),
});
/**
 * The controller takes trusted_root.json. policy-tester 0.15.1 asks for a target without a name and then falls back to
 * single files by their usage (cmd/tester/trustroot.go), so those are there too: it knows no timestamp authority.
 * undefined: a file is too large to be read whole.
 */
async function repository(material, { tlogs, ctlogs, certificateAuthorities }, expires) {
    const bytes = withLogs(material, tlogs.map(trust/* isEcdsa */.NT), ctlogs.map(trust/* isEcdsa */.NT));
    const targets = [
        { path: 'trusted_root.json', bytes },
        ...certificateAuthorities.map(({ url, certificates }, at) => used('Fulcio', `fulcio-${at}.pem`, url, certificates.map(({ pem }) => pem).join(''))),
        ...tlogs.filter(trust/* isEcdsa */.NT).map(({ url, pem }, at) => used('Rekor', `rekor-${at}.pub`, url, pem)),
        ...ctlogs.filter(trust/* isEcdsa */.NT).map(({ url, pem }, at) => used('CTFE', `ctfe-${at}.pub`, url, pem)),
    ];
    const { root, files } = (0,signing/* signTufRepository */.NX)(targets, { expires });
    const archive = await packMirror(files);
    if (archive === undefined)
        return undefined;
    return {
        root: Buffer.from(root).toString('base64'),
        mirrorFS: archive.toString('base64'),
        targets: 'targets',
    };
}
const used = (usage, path, uri, pem) => ({
    path,
    bytes: Buffer.from(pem),
    custom: { sigstore: { usage, status: 'Active', uri } },
});
/** The document without some logs, all else as it was read; its very bytes where every log stays. */
function withLogs({ bytes }, tlogs, ctlogs) {
    if ([...tlogs, ...ctlogs].every(Boolean))
        return bytes;
    const document = JSON.parse(Buffer.from(bytes).toString());
    const kept = (name, keep) => {
        const list = (0,json/* memberAt */.mz)(document, name);
        return Array.isArray(list) ? list.filter((_, at) => keep[at]) : [];
    };
    return Buffer.from(JSON.stringify({ ...document, tlogs: kept('tlogs', tlogs), ctlogs: kept('ctlogs', ctlogs) }));
}

;// CONCATENATED MODULE: ./packages/core/build/trust-export/tuf.js

/**
 * A TUF repository to be served as it is, by any server of static files. Each export has fresh keys, which nobody keeps:
 * what cannot be signed again cannot be signed by a thief either, and ends with its lifetime.
 */
function tufForm({ material, signingConfig, expires, now }) {
    const documents = {
        trustedRoot: material.bytes,
        ...(signingConfig === undefined ? {} : { signingConfig }),
    };
    const { targets, notes } = (0,signing/* sigstoreTargets */.PM)(documents, now);
    const { files } = (0,signing/* signTufRepository */.NX)(targets, { expires });
    return {
        files: [...files].map(([path, bytes]) => ({ path: `tuf/${path}`, bytes })),
        notes: [
            `Serve the folder tuf over http(s), and give each client tuf/root.json by another way. It is valid until ${expires.toISOString()}.`,
            'Its keys are gone: before it expires export again, and hand out the new root.json.',
            ...(signingConfig === undefined
                ? ['It holds no signing_config.v0.2.json: signers need --signing-config. Give it to have it in.']
                : []),
            ...notes,
        ],
    };
}

;// CONCATENATED MODULE: ./packages/core/build/trust-export/export.js








/** The name of the file that says what an export is of, and by which an earlier one is known. */
const EXPORT_MANIFEST = 'countersign-trust.json';
/**
 * One trusted root in the forms that were asked for. Beside them lie the trusted root itself and a file that says what is
 * there. A form that cannot carry this root is told and left out; where none is left, INPUT_INVALID is thrown.
 */
async function exportTrust(formats, given) {
    const { material, now, expires } = given;
    const parts = (0,trust/* trustParts */.Fq)(material, now);
    const made = await Promise.all(formats.map(async (format) => ({ format, form: await FORM[format]({ ...given, parts }) })));
    if (made.every(({ form }) => form.impossible !== undefined)) {
        const why = made.map(({ format, form }) => `${format}: ${form.impossible ?? ''}`).join('; ');
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The trusted root ${material.origin} cannot be exported: ${why}`,
            remedy: 'Choose another format, or use the trusted_root.json itself.',
        });
    }
    const forms = made.map(({ format, form: { files, ...said } }) => ({
        format,
        files: files.map(({ path }) => path),
        ...said,
    }));
    const manifest = {
        trustedRoot: { origin: material.origin, sha256: material.sha256 },
        made: now.toISOString(),
        expires: expires.toISOString(),
        forms,
    };
    return {
        forms,
        files: [
            { path: 'trusted_root.json', bytes: material.bytes },
            ...made.flatMap(({ form }) => form.files),
            textFile(EXPORT_MANIFEST, `${JSON.stringify(manifest, undefined, 2)}\n`),
        ],
    };
}
const FORM = {
    cosign2: cosign2Form,
    gh: ghForm,
    kyverno: kyvernoForm,
    'policy-controller': policyControllerForm,
    tuf: tufForm,
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(46524);
;// CONCATENATED MODULE: ./packages/core/build/trust-export/write-folder.js








/**
 * Writes an export to a folder. One that is not there yet is there whole or not at all: it is made beside and moved into its
 * place. One that is there stays the same folder (a shell may stand in it, a volume may be mounted there, a link lead to it):
 * what goes in is made within and moved up, its manifest last, and put back as it was where that fails. A folder that
 * holds something is left alone; with `force` one that holds an earlier export and nothing else is replaced.
 * `folder` is absolute. Throws INPUT_INVALID.
 */
async function writeExport(folder, files, force) {
    const before = await listed(folder);
    if (before !== undefined && before.length > 0)
        await refuseUnlessReplaceable(folder, before, force);
    const draft = before === undefined
        ? (0,external_node_path_.join)((0,external_node_path_.dirname)(folder), `.${(0,external_node_path_.basename)(folder)}.${(0,external_node_crypto_.randomUUID)()}`)
        : (0,external_node_path_.join)(folder, `.countersign-${(0,external_node_crypto_.randomUUID)()}`);
    const made = before === undefined ? draft : (0,external_node_path_.join)(draft, 'new');
    try {
        for (const { path, bytes } of files) {
            const at = (0,external_node_path_.join)(made, path);
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(at), { recursive: true });
            await (0,promises_.writeFile)(at, bytes);
        }
        if (before === undefined)
            await (0,promises_.rename)(draft, folder);
        else
            await replace(folder, draft, before.map(({ name }) => name));
    }
    catch (cause) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The folder ${JSON.stringify(folder)} ${unwritable(cause)}`,
            remedy: 'Give an --output-dir in a folder that is there and may be written to.',
            cause,
        });
    }
    finally {
        await (0,promises_.rm)(made, { recursive: true, force: true });
        // Not where something of the earlier one could not be put back.
        if (before !== undefined)
            await (0,promises_.rmdir)(draft).catch(() => undefined);
    }
}
/** Moves what is there (`names`) aside and the new files up. Where that fails all of it goes back. */
async function replace(folder, draft, names) {
    const [made, old] = [(0,external_node_path_.join)(draft, 'new'), (0,external_node_path_.join)(draft, 'old')];
    await (0,promises_.mkdir)(old);
    const moved = [];
    const move = async (from, to) => {
        await (0,promises_.rename)(from, to);
        moved.push([from, to]);
    };
    try {
        for (const name of names)
            await move((0,external_node_path_.join)(folder, name), (0,external_node_path_.join)(old, name));
        for (const name of (await (0,promises_.readdir)(made)).sort(manifestLast))
            await move((0,external_node_path_.join)(made, name), (0,external_node_path_.join)(folder, name));
    }
    catch (error) {
        for (const [from, to] of moved.reverse())
            await (0,promises_.rename)(to, from);
        await (0,promises_.rmdir)(old);
        throw error;
    }
    await (0,promises_.rm)(old, { recursive: true, force: true });
}
const manifestLast = (one, other) => Number(one === EXPORT_MANIFEST) - Number(other === EXPORT_MANIFEST);
/** What a folder holds, without what is below its folders; undefined where it is not there. */
async function listed(folder) {
    try {
        return await (0,promises_.readdir)(folder, { withFileTypes: true });
    }
    catch (cause) {
        if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
            return undefined;
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The folder ${JSON.stringify(folder)} ${(0,read_bounded/* unreadable */.O$)(cause)}`,
            remedy: 'Give an --output-dir that is a folder, or is not there yet.',
            cause,
        });
    }
}
async function refuseUnlessReplaceable(folder, before, force) {
    if (!force) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The folder ${JSON.stringify(folder)} is not empty`,
            remedy: 'Give another --output-dir, or --force to replace an earlier export.',
        });
    }
    const foreign = await foreignIn(folder, before);
    if (foreign === undefined)
        return;
    throw new errors/* CountersignError */.WS('INPUT_INVALID', {
        what: `The folder ${JSON.stringify(folder)} holds ${JSON.stringify(foreign)}, which no earlier export wrote`,
        remedy: 'Give another --output-dir, or move away what is yours: --force replaces a whole folder.',
    });
}
/** Something that no export made. What is plainly somebody's own folder is not searched through. */
async function foreignIn(folder, before) {
    const odd = before.find((entry) => !entry.isFile() && !entry.isDirectory());
    if (odd !== undefined)
        return odd.name;
    const own = await ownFiles(folder);
    const tops = new Set([...own].map((path) => path.split('/')[0]));
    const strange = before.find(({ name }) => !tops.has(name));
    if (strange !== undefined)
        return strange.name;
    const below = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    return below
        .filter((entry) => !entry.isDirectory())
        .map((entry) => ({
        isPlain: entry.isFile(),
        path: (0,external_node_path_.relative)(folder, (0,external_node_path_.join)(entry.parentPath, entry.name)).replaceAll(external_node_path_.sep, '/'),
    }))
        .find(({ isPlain, path }) => !isPlain || !own.has(path))?.path;
}
/** What an earlier export says that it wrote; nothing where there was none. */
async function ownFiles(folder) {
    const text = await (0,read_bounded/* readBounded */.CB)((0,external_node_path_.join)(folder, EXPORT_MANIFEST), limits/* MAX_EXPORT_MANIFEST_BYTES */.cv).catch(() => '');
    const forms = (0,json/* memberAt */.mz)((0,json/* parseJson */.qF)(text.toString()), 'forms');
    const files = Array.isArray(forms)
        ? forms.flatMap((form) => (0,json/* isObject */.Gv)(form) && Array.isArray(form.files) ? form.files : [])
        : [];
    return new Set([EXPORT_MANIFEST, 'trusted_root.json', ...files.map(String)]);
}
const unwritable = (error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const words = code === 'ENOENT' ? 'cannot be made: the folder around it is not there' : undefined;
    return words ?? `cannot be written (${code})`;
};

;// CONCATENATED MODULE: ./packages/core/build/trust-export/index.js





/***/ }),

/***/ 35053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F3: () => (/* reexport */ newTufSigners),
  NX: () => (/* reexport */ signTufRepository),
  PM: () => (/* reexport */ sigstoreTargets)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@tufjs/models/dist/index.js
var dist = __webpack_require__(68908);
;// CONCATENATED MODULE: ./packages/core/build/trust/signing/sign-repository.js


const ROLES = ['root', 'timestamp', 'snapshot', 'targets'];
/** Four fresh ed25519 keys. Whoever keeps them can sign later versions for the same root. */
const newTufSigners = () => ({
    root: newSigner(),
    timestamp: newSigner(),
    snapshot: newSigner(),
    targets: newSigner(),
});
/**
 * A whole TUF repository (specification 1.0.31, section 4) with consistent snapshots: what lies at names that hold a
 * version or a hash never changes, so that a client reads no mixture of two versions. `version` is that of timestamp,
 * snapshot and targets; the root is always the first. Metadata says the length and the hash of what it points at.
 */
function signTufRepository(targets, options) {
    const { version = 1, signers = newTufSigners() } = options;
    const common = (number) => ({
        version: number,
        specVersion: '1.0.31',
        expires: options.expires.toISOString().replace(/\.\d+Z$/, 'Z'),
    });
    const files = new Map();
    const root = new dist.Root({ ...common(1), consistentSnapshot: true });
    for (const role of ROLES)
        root.addKey(signers[role].key, role);
    const rootBytes = signedBy(signers.root, root);
    // Under its bare name too: older clients ask for it where they are given no root.
    for (const name of ['1.root.json', 'root.json'])
        files.set(name, rootBytes);
    const list = new dist.Targets(common(version));
    for (const { path, bytes, custom } of targets) {
        const hashes = { sha256: sha256(bytes) };
        const unrecognizedFields = custom === undefined ? {} : { custom: { ...custom } };
        list.addTarget(new dist.TargetFile({ path, length: bytes.length, hashes, unrecognizedFields }));
        files.set(`targets/${hashes.sha256}.${path}`, bytes);
    }
    const targetsBytes = signedBy(signers.targets, list);
    files.set(`${version}.targets.json`, targetsBytes);
    const snapshot = new dist.Snapshot({
        ...common(version),
        meta: { 'targets.json': metaOf(version, targetsBytes) },
    });
    const snapshotBytes = signedBy(signers.snapshot, snapshot);
    files.set(`${version}.snapshot.json`, snapshotBytes);
    const timestamp = new dist.Timestamp({ ...common(version), snapshotMeta: metaOf(version, snapshotBytes) });
    files.set('timestamp.json', signedBy(signers.timestamp, timestamp));
    return { root: rootBytes, files };
}
function newSigner() {
    const { privateKey, publicKey } = (0,external_node_crypto_.generateKeyPairSync)('ed25519');
    const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
    // The hash of the key's canonical JSON: clients of the go-tuf 0.x line compute it and refuse another id.
    const canonical = `{"keytype":"ed25519","keyval":{"public":"${raw}"},"scheme":"ed25519"}`;
    const keyID = sha256(Buffer.from(canonical));
    return {
        key: new dist.Key({ keyID, keyType: 'ed25519', scheme: 'ed25519', keyVal: { public: raw } }),
        sign: (data) => new dist.Signature({ keyID, sig: (0,external_node_crypto_.sign)(null, data, privateKey).toString('hex') }),
    };
}
function signedBy(signer, content) {
    const metadata = new dist.Metadata(content);
    metadata.sign((data) => signer.sign(data));
    return Buffer.from(JSON.stringify(metadata.toJSON()));
}
const metaOf = (version, bytes) => new dist.MetaFile({ version, length: bytes.length, hashes: { sha256: sha256(bytes) } });
const sha256 = (bytes) => (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');

// EXTERNAL MODULE: ./packages/core/build/trust/parts.js + 1 modules
var trust_parts = __webpack_require__(19995);
// EXTERNAL MODULE: ./packages/core/build/trust/trusted-root.js
var trusted_root = __webpack_require__(48945);
;// CONCATENATED MODULE: ./packages/core/build/trust/signing/sigstore-targets.js


/**
 * What a TUF repository of a Sigstore holds: trusted_root.json and signing_config.v0.2.json, and the single files that
 * clients older than trusted_root.json look for (cosign up to 2.5, Kyverno, slsa-verifier): by `usage` and `status` in
 * the custom metadata, else by these names (sigstore/sigstore pkg/tuf). Throws TRUSTED_ROOT_INVALID.
 */
function sigstoreTargets(documents, now) {
    const { trustedRoot, signingConfig } = documents;
    const parts = (0,trust_parts/* trustParts */.Fq)((0,trusted_root/* parseTrustedRoot */.t1)(trustedRoot, 'for the TUF repository'), now);
    const notes = [];
    const logs = (0,trust_parts/* currentFirst */.qW)(parts.tlogs).filter(trust_parts/* isEcdsa */.NT);
    const left = parts.tlogs.length - logs.length;
    if (left > 0)
        notes.push(`${left} of ${parts.tlogs.length} logs have no ECDSA key: only trusted_root.json names them.`);
    const [tsa, ...otherTsas] = (0,trust_parts/* currentFirst */.qW)(parts.timestampAuthorities);
    if (otherTsas.length > 0)
        notes.push(`Older clients know one timestamp authority: ${otherTsas.length} more are in trusted_root.json alone.`);
    return {
        targets: [
            { path: 'trusted_root.json', bytes: trustedRoot },
            ...(signingConfig === undefined ? [] : [{ path: 'signing_config.v0.2.json', bytes: signingConfig }]),
            ...(0,trust_parts/* currentFirst */.qW)(parts.certificateAuthorities).flatMap(fulcioTargets),
            ...logs.map((log, at) => logTarget('Rekor', 'rekor', log, at)),
            ...(0,trust_parts/* currentFirst */.qW)(parts.ctlogs).map((log, at) => logTarget('CTFE', 'ctfe', log, at)),
            ...(tsa === undefined ? [] : tsaTargets(tsa)),
        ],
        notes,
    };
}
const target = (path, pem, usage, { validity, url }) => ({
    path,
    bytes: Buffer.from(pem),
    custom: { sigstore: { usage, status: validity === 'expired' ? 'Expired' : 'Active', uri: url } },
});
/** The first authority under the names that clients fall back to; of `fulcio.crt.pem` they know that it is a root. */
function fulcioTargets(authority, at) {
    const { certificates } = authority;
    const version = `v${at + 1}`;
    const root = certificates.at(-1);
    const intermediates = certificates.slice(0, -1);
    return [
        ...(root === undefined
            ? []
            : [
                ...(at === 0 ? [target('fulcio.crt.pem', root.pem, 'Fulcio', authority)] : []),
                target(`fulcio_${version}.crt.pem`, root.pem, 'Fulcio', authority),
            ]),
        ...intermediates.map(({ pem }, place) => target(`fulcio_intermediate_${version}${place === 0 ? '' : `_${place}`}.crt.pem`, pem, 'Fulcio', authority)),
    ];
}
const logTarget = (usage, name, log, at) => target(at === 0 ? `${name}.pub` : `${name}_${at + 1}.pub`, log.pem, usage, log);
/** cosign wants exactly one certificate that is no authority's, and its root. */
function tsaTargets(authority) {
    const [leaf, ...chain] = authority.certificates;
    const root = chain.at(-1);
    if (leaf === undefined || root === undefined || leaf.isCa)
        return [];
    return [
        target('tsa_leaf.crt.pem', leaf.pem, 'TSA', authority),
        ...chain
            .slice(0, -1)
            .map(({ pem }, at) => target(`tsa_intermediate_${at}.crt.pem`, pem, 'TSA', authority)),
        target('tsa_root.crt.pem', root.pem, 'TSA', authority),
    ];
}

;// CONCATENATED MODULE: ./packages/core/build/trust/signing/index.js




/***/ })

};
