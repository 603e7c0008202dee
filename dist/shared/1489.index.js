export const id = 1489;
export const ids = [1489];
export const modules = {

/***/ 41489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _countersign_core_options__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61620);
/* harmony import */ var _run_flow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3975);


/** `countersign sign` */
const run = (invocation) => (0,_run_flow_js__WEBPACK_IMPORTED_MODULE_1__/* .runFlow */ .c)(invocation, {
    parse: _countersign_core_options__WEBPACK_IMPORTED_MODULE_0__/* .parseSign */ .hG,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(4187), __webpack_require__.e(534), __webpack_require__.e(9730), __webpack_require__.e(27), __webpack_require__.e(7792), __webpack_require__.e(1787), __webpack_require__.e(624), __webpack_require__.e(5487), __webpack_require__.e(1942), __webpack_require__.e(8434), __webpack_require__.e(2880), __webpack_require__.e(7421), __webpack_require__.e(102)]).then(__webpack_require__.bind(__webpack_require__, 7421))).signImages,
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

/***/ 3975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ runFlow)
/* harmony export */ });
/* harmony import */ var _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _countersign_core_limits__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99772);
/* harmony import */ var _countersign_core_report__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23224);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40728);
/* harmony import */ var _flag_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12605);
/* harmony import */ var _option_edge_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12698);






/**
 * Runs a flow with services of this process, prints its report and answers its exit code. What it throws, and what the
 * report says to do, is in the words of the command.
 */
async function runFlow(invocation, flow) {
    try {
        return await runInWordsOfActions(invocation, flow);
    }
    catch (thrown) {
        throw (0,_flag_words_js__WEBPACK_IMPORTED_MODULE_3__/* .errorInFlagWords */ .nl)((0,_countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .asCountersignError */ .ek)(thrown), invocation.command);
    }
}
async function runInWordsOfActions(invocation, flow) {
    const { edge, arguments: given, output } = invocation;
    const secrets = new Set();
    const raw = rawValues(given, flow.positionals ?? imagesOf);
    const { options, explicitCredentials, retryWindowMs } = await flow.parse(raw, await (0,_option_edge_js__WEBPACK_IMPORTED_MODULE_4__/* .optionEdge */ .B)(edge, (secret) => {
        if (secret.length >= _countersign_core_limits__WEBPACK_IMPORTED_MODULE_5__/* .MIN_SECRET_CHARS */ .Snt)
            secrets.add(secret);
    }));
    const [{ servicesOf }, runOn] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(4187), __webpack_require__.e(27), __webpack_require__.e(624), __webpack_require__.e(6296)]).then(__webpack_require__.bind(__webpack_require__, 46296)), flow.load()]);
    const services = servicesOf(edge, { credentials: explicitCredentials, retryWindowMs, secrets });
    try {
        const report = (0,_flag_words_js__WEBPACK_IMPORTED_MODULE_3__/* .reportInFlagWords */ .BF)(await runOn(options, services));
        const { text = _countersign_core_report__WEBPACK_IMPORTED_MODULE_1__.toText } = flow;
        const { error, images } = report;
        // What ended before any image was looked at is told like an error of the flags; a document has its error beside it.
        if (error !== undefined && output.json)
            edge.stderr.write((0,_countersign_core_report__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error));
        if (error === undefined || output.json || images.length > 0) {
            output.result((0,_countersign_core_report__WEBPACK_IMPORTED_MODULE_1__/* .toDocument */ .JY)(report), text(report, invocation));
        }
        else {
            edge.stderr.write(text(report, invocation));
        }
        return (0,_countersign_core_report__WEBPACK_IMPORTED_MODULE_1__.exitCodeOf)(report);
    }
    finally {
        services.close();
    }
}
/** The flags under the catalogue's names; those of every command are none of its settings. */
function rawValues({ flags, positionals }, named) {
    const own = [...flags].filter(([name]) => !_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMON_FLAGS */ .g.some((flag) => flag.name === name));
    return { ...Object.fromEntries(own), ...named(positionals) };
}
function imagesOf(positionals) {
    if (positionals.length > 0)
        return { images: positionals.join('\n') };
    throw new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_MISSING', {
        what: 'No image is given',
        remedy: 'Give it as an argument: registry/repository@sha256:<64 hexadecimal digits>.',
    });
}


/***/ })

};
