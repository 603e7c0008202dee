export const id = 8969;
export const ids = [8969];
export const modules = {

/***/ 84226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _countersign_core_errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(807);
/* harmony import */ var _countersign_core_limits__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(99772);
/* harmony import */ var _countersign_core_notation__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95487);
/* harmony import */ var _countersign_core_reference__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45288);
/* harmony import */ var _countersign_core_report__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23224);
/* harmony import */ var _flag_values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90560);
/* harmony import */ var _read_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(80382);
/* harmony import */ var _subcommand_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(78824);










/** `countersign notation policy`: a trust policy and trust store from what signs, and where it holds. */
const run = async ({ arguments: { positionals, flags }, output }) => {
    const [word, ...places] = positionals;
    await (0,_subcommand_js__WEBPACK_IMPORTED_MODULE_8__/* .subcommandOf */ .b)('notation', ['policy'], word);
    const folder = (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_6__/* .requiredFlag */ .SN)(flags, 'output-dir', 'Give a folder that is not there yet.');
    const made = (0,_countersign_core_notation__WEBPACK_IMPORTED_MODULE_3__/* .trustPolicyFiles */ .EE)({
        name: flags.get('name') ?? 'countersign',
        scopes: places.length === 0 ? refuseScopes() : places.map(scopeOf),
        level: (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_6__/* .choiceFlag */ .yq)(flags, 'level', ['strict', 'permissive', 'audit']),
        certificates: await pemFile('the certificates', (0,_flag_values_js__WEBPACK_IMPORTED_MODULE_6__/* .requiredFlag */ .SN)(flags, 'notation-certificates', 'Give the PEM chain that signs, leaf first and root last.')),
        timestampAuthority: flags.has('tsa-certificates')
            ? await pemFile("the timestamp authority's certificates", flags.get('tsa-certificates') ?? '')
            : undefined,
    });
    await writeFolder(folder, made);
    output.result({
        ...(0,_countersign_core_report__WEBPACK_IMPORTED_MODULE_5__/* .resultDocument */ .jP)('notation'),
        folder,
        trustedIdentity: made.identity,
        files: made.files.map(({ path }) => path),
        caution: made.caution ?? null,
    }, [
        `Wrote ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'trustpolicy.json')} and its trust store; trusted: ${made.identity}`,
        ...(made.caution === undefined ? [] : [`Warning: ${made.caution}`]),
        'For notation: copy the folder to ~/.config/notation. For countersign: --notation-trust-policy and --require notation.',
    ]
        .map(_countersign_core_report__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)
        .join('\n'));
    return _countersign_core_report__WEBPACK_IMPORTED_MODULE_5__/* .EXIT_CODE */ .F3.ok;
};
function refuseScopes() {
    throw new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_2__/* .CountersignError */ .WS('INPUT_MISSING', {
        what: 'No repository is given',
        remedy: 'Give each as registry/repository, or "*" for all.',
    });
}
/** As trust policies name a repository; a tag or a digest behind it is left out, since a statement holds for all of them. */
function scopeOf(place) {
    if (place === '*')
        return place;
    const reference = (0,_countersign_core_reference__WEBPACK_IMPORTED_MODULE_4__/* .parseReference */ .F2)(place);
    if ((0,_countersign_core_reference__WEBPACK_IMPORTED_MODULE_4__/* .isFolder */ .lQ)(reference))
        return place;
    return (0,_countersign_core_reference__WEBPACK_IMPORTED_MODULE_4__/* .claimedName */ .Vu)({ host: reference.host, repository: reference.repository }).replace(/^index\.docker\.io\//, 'docker.io/');
}
const pemFile = async (what, path) => ({
    path,
    bytes: await (0,_read_file_js__WEBPACK_IMPORTED_MODULE_7__/* .readFileOf */ .m)(what, path, _countersign_core_limits__WEBPACK_IMPORTED_MODULE_9__/* .MAX_NOTATION_CERTIFICATES_BYTES */ .RAZ),
});
/** Made beside it and moved there: the folder is there whole or not at all, and nothing is written over. */
async function writeFolder(folder, { files }) {
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder);
    const draft = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(target)}.${process.pid}.tmp`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(target); // fails where something is there
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(draft);
        for (const { path, text } of files) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(draft, path)), { recursive: true });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(draft, path), text);
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(draft, target); // over the empty folder
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(draft, { recursive: true, force: true });
        if (code !== 'EEXIST')
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(target).catch(() => undefined); // made a moment ago, and still empty
        throw new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_2__/* .CountersignError */ .WS('INPUT_INVALID', {
            what: `The folder ${JSON.stringify(folder)} cannot be written: ${code === 'EEXIST' ? 'it is there already' : code}`,
            remedy: 'Give a new folder in one that this user may write to.',
            cause: error,
        });
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

/***/ 80382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ readFileOf)
/* harmony export */ });
/* harmony import */ var _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _countersign_core_read_bounded__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46524);


/**
 * A file that a flag names, whole. `what` says in an error which one it is. Throws INPUT_INVALID where it cannot be read
 * or is larger than `maxBytes`.
 */
async function readFileOf(what, path, maxBytes) {
    try {
        return await (0,_countersign_core_read_bounded__WEBPACK_IMPORTED_MODULE_1__/* .readBounded */ .CB)(path, maxBytes);
    }
    catch (error) {
        if (error instanceof _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS)
            throw error;
        throw new _countersign_core_errors__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_INVALID', {
            what: `${what} ${JSON.stringify(path)} ${(0,_countersign_core_read_bounded__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)(error)}`,
            remedy: `Give the path of a file that this user can read, of at most ${sizeOf(maxBytes)}.`,
            cause: error,
        });
    }
}
const MIB = 1024 * 1024;
const sizeOf = (bytes) => (bytes % MIB === 0 ? `${bytes / MIB} MiB` : `${bytes} bytes`);


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

/***/ 30058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   mz: () => (/* binding */ memberAt),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/** The value of a JSON text; undefined for a text that is none. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** A JSON object: neither null nor a list. */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/**
 * The member at a path of names, or undefined wherever the path ends early. Array elements are named by number; a member
 * of an object is its own, never one of its prototype.
 */
function memberAt(value, ...path) {
    let here = value;
    for (const name of path) {
        if (typeof name === 'number')
            here = Array.isArray(here) ? here[name] : undefined;
        else
            here = isObject(here) && Object.hasOwn(here, name) ? here[name] : undefined;
    }
    return here;
}


/***/ }),

/***/ 46524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   SJ: () => (/* binding */ unreadableInput)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(807);


/**
 * A whole file. Where it says that it is no larger than `maxBytes` that is not relied on: a pipe or a device says 0.
 * Rejects with the file system's error, and with INPUT_INVALID where more than `maxBytes` come.
 */
async function readBounded(path, maxBytes) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
    try {
        const about = await file.stat();
        const { size } = about;
        if (about.isFile() && size > maxBytes)
            throw tooLarge(path, `${size} bytes`, maxBytes);
        let bytes = Buffer.allocUnsafe(Math.min(Math.max(size, LEAST_ROOM_BYTES), maxBytes) + 1);
        let length = 0;
        for (;;) {
            const { bytesRead } = await file.read(bytes, length, bytes.length - length, null);
            if (bytesRead === 0)
                return bytes.subarray(0, length);
            length += bytesRead;
            if (length > maxBytes)
                throw tooLarge(path, 'more', maxBytes);
            if (length === bytes.length)
                bytes = Buffer.concat([bytes], Math.min(2 * length, maxBytes + 1));
        }
    }
    finally {
        await file.close();
    }
}
/** The error of an input that names a file which cannot be read: INPUT_INVALID, or one that says more. */
const unreadableInput = (input, path, error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CountersignError */ .WS
    ? error
    : new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CountersignError */ .WS('INPUT_INVALID', {
        what: `The input ${input} names the file ${JSON.stringify(path)}, which ${unreadable(error)}`,
        remedy: 'Give the path of a file that is there and may be read, relative to the working directory.',
        cause: error,
    });
/** Why a file could not be read, to stand behind its name. */
function unreadable(error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return WHY[code] ?? `cannot be read (${code === '' ? String(error) : code})`;
}
const WHY = {
    ENOENT: 'is not there',
    ENOTDIR: 'is not there',
    EISDIR: 'is a folder',
    EACCES: 'may not be read by this user',
    EPERM: 'may not be read by this user',
};
const LEAST_ROOM_BYTES = 4096;
const tooLarge = (path, size, maxBytes) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CountersignError */ .WS('INPUT_INVALID', {
    what: `The file ${path} has ${size}, and at most ${maxBytes} bytes are read`,
    remedy: 'Give a smaller file.',
});


/***/ })

};
