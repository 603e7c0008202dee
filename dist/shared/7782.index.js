export const id = 7782;
export const ids = [7782];
export const modules = {

/***/ 15396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readJsonDocument)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30058);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99772);



/**
 * Reads a file that must hold one JSON object. Bounded in size and depth before it is parsed. Throws what `invalid`
 * makes, or LIMIT_EXCEEDED for a file over `maxBytes`.
 */
function readJsonDocument(bytes, path, invalid, maxBytes = _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_DOCUMENT_BYTES */ .biz) {
    if (bytes.length > maxBytes) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('LIMIT_EXCEEDED', {
            what: `${path} has ${bytes.length} bytes; at most ${maxBytes} are read`,
            remedy: 'Leave out what no consumer reads: for an SBOM, its file entries.',
        });
    }
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
        throw invalid(path, 'it starts with a byte order mark, which JSON does not allow');
    }
    const value = parse(decode(bytes, path, invalid), path, invalid);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        throw invalid(path, 'it is not a JSON object');
    const { compact, members } = withoutSpace(bytes, path, invalid);
    // RFC 8259, section 4: readers differ in which of two members they take, so what we checked may not be what they read.
    if (membersOf(value) !== members)
        throw invalid(path, 'an object in it has two members of one name');
    return { value, compact };
}
function decode(bytes, path, invalid) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw invalid(path, 'it is not UTF-8 text');
    }
}
function parse(text, path, invalid) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        const where = cause instanceof SyntaxError ? /position \d+|end of JSON/.exec(cause.message)?.[0] : undefined;
        throw invalid(path, where === undefined ? 'it is not JSON' : `it is not JSON (${where})`);
    }
}
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const isSpace = (byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const opens = (byte) => byte === 0x7b || byte === 0x5b;
const closes = (byte) => byte === 0x7d || byte === 0x5d;
/**
 * Valid JSON without the space outside its strings, and how many members its text names. Every structural byte is ASCII,
 * so UTF-8 is copied as it is.
 */
function withoutSpace(bytes, path, invalid) {
    let compact = bytes; // itself, up to the first space
    let length = 0;
    let depth = 0;
    let members = 0;
    let inString = false;
    const keep = (byte) => {
        if (compact !== bytes)
            compact[length] = byte;
        length += 1;
    };
    for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0;
        if (!inString && isSpace(byte)) {
            if (compact === bytes)
                compact = new Uint8Array(bytes);
            continue;
        }
        keep(byte);
        if (byte === QUOTE)
            inString = !inString;
        else if (inString) {
            if (byte === BACKSLASH)
                keep(bytes[(at += 1)] ?? 0);
        }
        else if (opens(byte)) {
            if ((depth += 1) > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_DOCUMENT_DEPTH */ .RUZ) {
                throw invalid(path, `it is nested deeper than ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_DOCUMENT_DEPTH */ .RUZ} levels`);
            }
        }
        else if (closes(byte))
            depth -= 1;
        else if (byte === COLON)
            members += 1;
    }
    return { compact: compact.subarray(0, length), members };
}
/** Members of all objects at any depth; of two with one name the parser kept one. */
function membersOf(value) {
    if (typeof value !== 'object' || value === null)
        return 0;
    const inner = Object.values(value);
    let members = Array.isArray(value) ? 0 : inner.length;
    for (const each of inner)
        members += membersOf(each);
    return members;
}


/***/ }),

/***/ 99967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ Shape)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30058);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99772);


/** Reads members of a parsed document and says which one is not as it should be. All throw what `invalid` makes. */
class Shape {
    path;
    format;
    invalid;
    constructor(path, format, invalid) {
        this.path = path;
        this.format = format;
        this.invalid = invalid;
    }
    text(object, member, at = '') {
        const value = this.optionalText(object, member, at);
        return value ?? this.refuse(`${at}${member}`, 'is missing');
    }
    optionalText(object, member, at = '') {
        const value = own(object, member);
        if (value === undefined || typeof value === 'string')
            return value;
        return this.refuse(`${at}${member}`, 'is not a string');
    }
    object(object, member, at = '') {
        return this.optionalObject(object, member, at) ?? this.refuse(`${at}${member}`, 'is missing');
    }
    optionalObject(object, member, at = '') {
        const value = own(object, member);
        if (value === undefined || (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
            return value;
        return this.refuse(`${at}${member}`, 'is not an object');
    }
    /** The elements of an array of objects; none where the member is absent. */
    objects(object, member, at = '') {
        return this.array(object, member, at).map((element, index) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(element) ? element : this.refuse(`${at}${member}[${index}]`, 'is not an object'));
    }
    /** The elements of an array of strings; none where the member is absent. */
    texts(object, member, at = '') {
        return this.array(object, member, at).map((element, index) => typeof element === 'string' ? element : this.refuse(`${at}${member}[${index}]`, 'is not a string'));
    }
    refuse(member, why) {
        throw this.invalid(this.path, `as ${this.format}, its member ${clipped(member)} ${why}`);
    }
    array(object, member, at) {
        const value = own(object, member);
        if (value === undefined)
            return [];
        return Array.isArray(value)
            ? value
            : this.refuse(`${at}${member}`, 'is not an array');
    }
}
/** A member's name may hold an id of the document, which may be of any length. */
const clipped = (member) => member.length <= 2 * _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_SHOWN_INPUT_CHARS */ .SpS ? member : `${member.slice(0, 2 * _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_SHOWN_INPUT_CHARS */ .SpS)}…`;
const own = (object, member) => Object.hasOwn(object, member) ? object[member] : undefined;


/***/ })

};
