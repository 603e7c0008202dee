export const id = 5487;
export const ids = [5487];
export const modules = {

/***/ 72228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readAttributes)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54859);
/* harmony import */ var _rejection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70010);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16536);



/**
 * Reads the attributes that decide how a signature is verified (signature specification, "Standard attributes"): what has to
 * be critical is, what is critical is known here, and times belong to the scheme. Throws NOTATION_MALFORMED.
 */
function readAttributes({ scheme, critical, names, time, }) {
    if (!isScheme(scheme))
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Qm)(`The signing scheme ${(0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(scheme)} is not known`);
    if (critical === undefined || critical.length === 0)
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Qm)('The signature has no "crit" header');
    const byAuthority = scheme === 'notary.x509.signingAuthority';
    const [own, others] = byAuthority
        ? [_types_js__WEBPACK_IMPORTED_MODULE_2__/* .AUTHENTIC_SIGNING_TIME */ .KS, _types_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNING_TIME */ .gt]
        : [_types_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNING_TIME */ .gt, _types_js__WEBPACK_IMPORTED_MODULE_2__/* .AUTHENTIC_SIGNING_TIME */ .KS];
    if (names.includes(others))
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Qm)(`The attribute ${others} does not belong to ${scheme}`);
    const signingTime = time(own);
    if (signingTime === undefined)
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Qm)(`The attribute ${own} is missing`);
    const expiry = time(_types_js__WEBPACK_IMPORTED_MODULE_2__/* .EXPIRY */ .Gp);
    if (expiry !== undefined && expiry <= signingTime)
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Qm)('The expiry is not after the signing time');
    const demanded = [_types_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNING_SCHEME */ .cq, ...(byAuthority ? [own] : []), ...(expiry === undefined ? [] : [_types_js__WEBPACK_IMPORTED_MODULE_2__/* .EXPIRY */ .Gp])];
    // No others: notation takes them for attributes of somebody's own, which it does not know.
    const unmarked = demanded.find((name) => !critical.includes(name));
    if (unmarked !== undefined)
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Qm)(`The attribute ${unmarked} is not marked critical`);
    const unknown = critical.find((name) => typeof name !== 'string' || !demanded.includes(name));
    if (unknown !== undefined) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Qm)(`The attribute ${(0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(unknown)} is critical, and not one that may be`);
    }
    const absent = critical.find((name) => !names.includes(name));
    if (absent !== undefined)
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Qm)(`The attribute ${(0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(absent)} is critical and not there`);
    if (new Set(critical).size < critical.length)
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Qm)('"crit" names an attribute twice');
    // Programs in Go take a member of JSON in another case for the one that is known: they would read an end that we do not.
    const folded = names.find((name) => typeof name === 'string' && !STANDARD.has(name) && STANDARD_FOLDED.has((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .foldCase */ .SP)(name)));
    if (folded !== undefined)
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Qm)(`The attribute ${(0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(folded)} is known in another case`);
    // A plugin's name that is not critical was meant to be: passing over it would leave out a check of the signer's.
    if (names.some((name) => typeof name === 'string' && (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .foldCase */ .SP)(name).startsWith(PLUGIN_FOLDED))) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Qm)('The signature is to be verified by a plugin of notation');
    }
    return { scheme, signingTime, expiry };
}
/** What has a meaning in a signed header, in either format. */
const STANDARD = new Set([
    'alg',
    'crit',
    'cty',
    _types_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNING_SCHEME */ .cq,
    _types_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNING_TIME */ .gt,
    _types_js__WEBPACK_IMPORTED_MODULE_2__/* .AUTHENTIC_SIGNING_TIME */ .KS,
    _types_js__WEBPACK_IMPORTED_MODULE_2__/* .EXPIRY */ .Gp,
]);
const STANDARD_FOLDED = new Set([...STANDARD].map(_json_js__WEBPACK_IMPORTED_MODULE_0__/* .foldCase */ .SP));
const PLUGIN_FOLDED = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .foldCase */ .SP)(_types_js__WEBPACK_IMPORTED_MODULE_2__/* .VERIFICATION_PLUGIN */ .wd);
const isScheme = (value) => value === 'notary.x509' || value === 'notary.x509.signingAuthority';


/***/ }),

/***/ 95487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cS: () => (/* reexport */ types/* ENVELOPE_TYPE */.cS),
  nD: () => (/* reexport */ formatName),
  oM: () => (/* reexport */ isTimestampOf),
  $U: () => (/* reexport */ notationKeyOf),
  $n: () => (/* reexport */ notationSigner),
  Mi: () => (/* reexport */ openTrustStore),
  d2: () => (/* reexport */ parseNotationKey),
  parseTrustPolicy: () => (/* reexport */ parseTrustPolicy),
  Wx: () => (/* reexport */ signNotation),
  JM: () => (/* reexport */ statementFor),
  B9: () => (/* reexport */ tokenOf),
  EE: () => (/* reexport */ trustPolicyFiles),
  He: () => (/* reexport */ verifyIntegrity),
  D: () => (/* reexport */ verifyNotation)
});

// UNUSED EXPORTS: checkChain, isIssuedBy, readCertificates, verifyTimestamp

// EXTERNAL MODULE: ./packages/core/build/notation/types.js
var types = __webpack_require__(16536);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./packages/core/build/notation/der.js
const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OID = 0x06;
const BOOLEAN = 0x01;
/** A constructed element under the context-specific tag `number`. */
const context = (number) => 0xa0 | number;
/** What is thrown for bytes that are not DER; whoever reads says what they should have been. */
class NotDer extends Error {
    name = 'NotDer';
}
/** The one element that these bytes are, with nothing behind it. Throws NotDer. */
function readDer(bytes, tag) {
    const [element, ...more] = der_elements(Buffer.from(bytes));
    if (element === undefined || more.length > 0)
        throw new NotDer('not exactly one element');
    return expect(element, tag);
}
/** The elements in a constructed one. Throws NotDer. */
const inside = ({ contents }) => der_elements(contents);
/** The element itself where it has this tag. Throws NotDer. */
function expect(element, tag) {
    if (element === undefined || (tag !== undefined && element.tag !== tag)) {
        throw new NotDer(`an element is not of the tag ${String(tag)}`);
    }
    return element;
}
/** An object identifier in dotted form. Throws NotDer. */
function oidOf(element) {
    const { contents } = expect(element, OID);
    const arcs = [];
    let arc = 0;
    for (const [at, byte] of contents.entries()) {
        const starts = at === 0 || ((contents[at - 1] ?? 0) & 0x80) === 0;
        if (starts && byte === 0x80)
            throw new NotDer('an object identifier has a leading zero');
        arc = arc * 128 + (byte & 0x7f);
        if (arc > Number.MAX_SAFE_INTEGER)
            throw new NotDer('an object identifier is too large');
        if ((byte & 0x80) === 0) {
            arcs.push(arc);
            arc = 0;
        }
    }
    const [first] = arcs;
    if (first === undefined || ((contents.at(-1) ?? 0x80) & 0x80) !== 0) {
        throw new NotDer('an object identifier ends early');
    }
    const top = Math.min(Math.floor(first / 40), 2);
    return [top, first - 40 * top, ...arcs.slice(1)].join('.');
}
/** A small non-negative INTEGER. Throws NotDer. */
function smallInteger(element) {
    const { contents } = expect(element, INTEGER);
    if (contents.length === 0 || contents.length > 4 || (contents[0] ?? 0) >= 0x80) {
        throw new NotDer('an integer is negative or too large');
    }
    return contents.readUIntBE(0, contents.length);
}
const UTC_TIME = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
const GENERALIZED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/;
/** UTCTime or GeneralizedTime, in UTC (RFC 5280 4.1.2.5, RFC 3161 2.4.2). Throws NotDer. */
function timeOf(element) {
    const { tag, contents } = expect(element, undefined);
    const match = (tag === 0x17 ? UTC_TIME : tag === 0x18 ? GENERALIZED_TIME : undefined)?.exec(contents.toString('latin1'));
    const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = ''] = match ?? [];
    const century = tag === 0x17 ? (Number(year) >= 50 ? '19' : '20') : '';
    const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
    const text = `${century}${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}Z`;
    const time = new Date(text);
    // Date would count on from the last day of a month, and from hour 24.
    if (Number.isNaN(time.getTime()) || time.toISOString() !== text)
        throw new NotDer('a time cannot be read');
    return time;
}
function der_elements(bytes) {
    const found = [];
    for (let at = 0; at < bytes.length;) {
        const element = elementAt(bytes, at);
        found.push(element);
        at += element.raw.length;
    }
    return found;
}
function elementAt(bytes, at) {
    const [tag, first] = [bytes[at], bytes[at + 1]];
    if (tag === undefined || first === undefined)
        throw new NotDer('an element ends early');
    if ((tag & 0x1f) === 0x1f)
        throw new NotDer('a tag has several bytes');
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    // 0x80 is BER's indefinite length, which DER does not have.
    if (first === 0x80 || lengthBytes > 4 || at + 2 + lengthBytes > bytes.length) {
        throw new NotDer('a length is not definite, or too long');
    }
    const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
    if (lengthBytes > 0 && (length < 0x80 || (lengthBytes > 1 && bytes[at + 2] === 0))) {
        throw new NotDer('a length is not written in its shortest form');
    }
    const start = at + 2 + lengthBytes;
    if (start + length > bytes.length)
        throw new NotDer('an element is longer than what holds it');
    return { tag, contents: bytes.subarray(start, start + length), raw: bytes.subarray(at, start + length) };
}

;// CONCATENATED MODULE: ./packages/core/build/notation/certificate-signature.js

/**
 * Whether an AlgorithmIdentifier of a certificate is RSA (PKCS #1 v1.5, PSS) or ECDSA over SHA-2. SHA-1 and MD5 are refused;
 * so is PSS by its defaults, which are SHA-1 (RFC 4055 3.1). Throws NotDer.
 */
function isSoundSignature(identifier) {
    const [name, parameters] = inside(identifier);
    const algorithm = oidOf(name);
    return algorithm === PSS ? isSoundPss(parameters) : OVER_SHA_2.has(algorithm);
}
const PSS = '1.2.840.113549.1.1.10';
const MGF_1 = '1.2.840.113549.1.1.8';
const SHA_2 = new Set([1, 2, 3].map((number) => `2.16.840.1.101.3.4.2.${number}`));
const OVER_SHA_2 = new Set([
    ...[11, 12, 13].map((number) => `1.2.840.113549.1.1.${number}`),
    ...[2, 3, 4].map((number) => `1.2.840.10045.4.3.${number}`),
]);
/** One hash of SHA-2 for the message and for the mask. */
function isSoundPss(parameters) {
    if (parameters === undefined)
        return false;
    const fields = inside(expect(parameters, SEQUENCE));
    const field = (number) => {
        const found = fields.find(({ tag }) => tag === context(number));
        return found && inside(found)[0];
    };
    const [hash, mask] = [field(0), field(1)];
    if (hash === undefined || mask === undefined)
        return false;
    const [maskName, maskHash] = inside(expect(mask, SEQUENCE));
    const used = oidOf(inside(expect(hash, SEQUENCE))[0]);
    return (SHA_2.has(used) && oidOf(maskName) === MGF_1 && oidOf(inside(expect(maskHash, SEQUENCE))[0]) === used);
}

;// CONCATENATED MODULE: ./packages/core/build/notation/distinguished-name.js

/** The short names of RFC 4514 and X.520 that notation knows; others it writes as `OID=#hex` and does not compare. */
const SHORT_NAMES = new Map([
    ['2.5.4.3', 'CN'],
    ['2.5.4.5', 'SERIALNUMBER'],
    ['2.5.4.6', 'C'],
    ['2.5.4.7', 'L'],
    ['2.5.4.8', 'ST'],
    ['2.5.4.9', 'STREET'],
    ['2.5.4.10', 'O'],
    ['2.5.4.11', 'OU'],
    ['2.5.4.17', 'POSTALCODE'],
]);
const MANDATORY = ['C', 'ST', 'O'];
/**
 * The text of a trusted identity behind `x509.subject:` (RFC 4514 syntax; trust policy specification, "Trusted identities
 * constraints"): every attribute once, no multi-valued part, C, ST (or S) and O among them. Throws an error that says what
 * is wrong, without a code.
 */
function parseDistinguishedName(text) {
    const attributes = splitParts(text).map((part) => {
        const equals = part.indexOf('=');
        const type = part.slice(0, equals).trim();
        if (equals < 0 || !/^(?:[A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)+)$/.test(type)) {
            throw new Error('a part of it is not "TYPE=value"');
        }
        return { type, value: unescapeValue(part.slice(equals + 1)) };
    });
    return named(attributes);
}
/** The subject of a certificate in the same form. Throws where it holds what cannot be compared. */
const subjectName = (attributes) => named(attributes);
/** Whether all that is demanded stands in the name, with the same values. */
const isPartOf = (demanded, name) => [...demanded].every(([type, value]) => name.get(type) === value);
/** A name as people read it, the most specific part first, escaped as RFC 4514 has it. */
const formatName = (attributes) => [...attributes]
    .reverse()
    .map(({ type, value }) => `${type}=${value === undefined ? '#' : escapeValue(value)}`)
    .join(',');
/** The attributes of a Name (RFC 5280 4.1.2.4) in their order. Throws NotDer. */
const readName = (name) => inside(name).flatMap((part) => inside(expect(part, SET)).map((attribute) => {
    const [type, value] = inside(expect(attribute, SEQUENCE));
    const oid = oidOf(type);
    const short = SHORT_NAMES.get(oid);
    return {
        type: short ?? oid,
        value: short === undefined ? undefined : textOf(expect(value, undefined)),
    };
}));
function named(attributes) {
    const name = new Map();
    for (const { type, value } of attributes) {
        const key = type === 'S' ? 'ST' : type;
        if (value === undefined)
            throw new Error(`its attribute ${type} is not one that is compared`);
        if (value.includes('=#'))
            throw new Error(`its attribute ${key} holds "=#", which notation does not compare`);
        if (value === '')
            throw new Error(`its attribute ${key} is empty`);
        if (name.has(key))
            throw new Error(`it has the attribute ${key} twice`);
        name.set(key, value);
    }
    const missing = MANDATORY.filter((type) => !name.has(type));
    if (missing.length > 0)
        throw new Error(`it lacks ${missing.join(', ')}: C, ST and O are demanded`);
    return name;
}
/** At commas that are not escaped. */
function splitParts(text) {
    const parts = [];
    let part = '';
    for (let at = 0; at < text.length; at += 1) {
        const char = text.charAt(at);
        if (char === '\\') {
            part += char + text.charAt(at + 1);
            at += 1;
        }
        else if (char === ',') {
            parts.push(part);
            part = '';
        }
        else if (char === '+')
            throw new Error('a part of it has several attributes (+), which are not supported');
        else if (char === '"' || char === ';' || char === '<' || char === '>') {
            throw new Error(`it holds ${char} that is not escaped`);
        }
        else
            part += char;
    }
    return [...parts, part];
}
/** RFC 4514, section 2.4 and 3: `\,` and `\2C`; spaces at both ends count only where they are escaped. */
function unescapeValue(written) {
    const text = written.replace(/^ +/, '').replace(/(?<!\\) +$/, '');
    if (text.startsWith('#'))
        throw new Error('a value is given as hexadecimal BER (=#), which is not supported');
    const bytes = [];
    for (let at = 0; at < text.length;) {
        const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
        at += char.length;
        if (char !== '\\') {
            bytes.push(...Buffer.from(char));
            continue;
        }
        const pair = /^[0-9A-Fa-f]{2}/.exec(text.slice(at, at + 2))?.[0];
        const next = text.charAt(at);
        if (pair !== undefined)
            bytes.push(Number.parseInt(pair, 16));
        else if (next !== '' && ' "#+,;<=>\\'.includes(next))
            bytes.push(...Buffer.from(next));
        else
            throw new Error('a value has a backslash that escapes nothing');
        at += pair === undefined ? 1 : 2;
    }
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(bytes));
}
const escapeValue = (value) => value.replace(/[\\",+;<>=]|^[ #]| $/g, (char) => `\\${char}`);
const TEXT_TAGS = new Map([
    [0x0c, 'utf-8'], // UTF8String
    [0x13, 'ascii'], // PrintableString
    [0x16, 'ascii'], // IA5String
    [0x12, 'ascii'], // NumericString
]);
function textOf({ tag, contents }) {
    const encoding = TEXT_TAGS.get(tag);
    if (encoding === undefined)
        return undefined;
    if (encoding === 'ascii' && contents.some((byte) => byte > 0x7e))
        return undefined;
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(contents);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/core/build/notation/certificate.js





const NAME_CONSTRAINTS = '2.5.29.30';
const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';
/** Reads one certificate in DER with nothing behind it. Throws an error that says what is wrong, without a code. */
function readCertificate(der) {
    if (der.length > limits/* MAX_CERTIFICATE_BYTES */.tos)
        throw new Error(`it has more than ${limits/* MAX_CERTIFICATE_BYTES */.tos} bytes`);
    const raw = Buffer.from(der);
    const whole = readDer(raw, SEQUENCE);
    const x509 = new external_node_crypto_.X509Certificate(raw);
    const [signedPart, algorithm] = inside(whole);
    const [version, ...members] = inside(expect(signedPart, SEQUENCE));
    // RFC 5280 4.1.2.1: extensions need version 3, and all that is demanded here stands in extensions.
    if (version?.tag !== context(0) || smallInteger(inside(version)[0]) !== 2) {
        throw new Error('it is not of version 3');
    }
    const [serialNumber, , issuer, validity, subject, , ...optional] = members;
    const [notBefore, notAfter] = inside(expect(validity, SEQUENCE));
    const extensions = readExtensions(optional.find(({ tag }) => tag === context(3)));
    return {
        raw,
        x509,
        publicKey: keyOf(x509),
        subject: expect(subject, SEQUENCE).raw,
        issuer: expect(issuer, SEQUENCE).raw,
        subjectAttributes: readName(expect(subject, SEQUENCE)),
        serialNumber: expect(serialNumber, INTEGER).contents,
        notBefore: timeOf(notBefore),
        notAfter: timeOf(notAfter),
        hasSoundSignature: isSoundSignature(expect(algorithm, SEQUENCE)),
        extensions,
        basicConstraints: basicConstraintsOf(extensions.get(BASIC_CONSTRAINTS)),
        keyUsage: keyUsageOf(extensions.get(KEY_USAGE)),
        extendedKeyUsage: extendedKeyUsageOf(extensions.get(EXTENDED_KEY_USAGE)),
    };
}
/** As programs in Go have it; a longer exponent makes each look at a signature of this key cost as much as signing. */
const MAX_RSA_EXPONENT = 2n ** 31n - 1n;
function keyOf(x509) {
    let key;
    try {
        key = x509.publicKey;
    }
    catch (cause) {
        throw new Error('its public key is of a kind that is not known', { cause });
    }
    if ((key.asymmetricKeyDetails?.publicExponent ?? 0n) > MAX_RSA_EXPONENT) {
        throw new Error('its RSA key has an exponent that is too large');
    }
    return key;
}
/** Whether two certificates are the same bytes. */
const isSame = (one, other) => one.raw.equals(other.raw);
function readExtensions(field) {
    const found = new Map();
    if (field === undefined)
        return found;
    for (const extension of inside(expect(inside(field)[0], SEQUENCE))) {
        const [name, ...rest] = inside(expect(extension, SEQUENCE));
        const flag = rest[0]?.tag === BOOLEAN ? rest.shift() : undefined;
        const [value, ...more] = rest;
        const oid = oidOf(name);
        if (more.length > 0)
            throw new Error(`its extension ${oid} has too many parts`);
        if (found.has(oid))
            throw new Error(`it holds the extension ${oid} twice`);
        found.set(oid, { critical: flag !== undefined && isTrue(flag), value: expect(value, 0x04).contents });
    }
    return found;
}
function basicConstraintsOf(extension) {
    if (extension === undefined)
        return undefined;
    const parts = [...inside(readDer(extension.value, SEQUENCE))];
    const flag = parts[0]?.tag === BOOLEAN ? parts.shift() : undefined;
    const ca = flag !== undefined && isTrue(flag);
    const [length, ...more] = parts;
    if (more.length > 0)
        throw new Error('its basic constraints have too many parts');
    return { ca, pathLength: length === undefined ? undefined : smallInteger(length) };
}
/** DER writes true as one byte, and never writes false where it is the default. */
function isTrue({ contents }) {
    if (contents.length === 1 && contents[0] === 0xff)
        return true;
    throw new Error('a boolean of it is not true in DER');
}
function keyUsageOf(extension) {
    if (extension === undefined)
        return undefined;
    const { contents } = readDer(extension.value, BIT_STRING);
    const bits = new Set();
    for (const [at, byte] of contents.subarray(1).entries()) {
        for (let bit = 0; bit < 8; bit += 1)
            if ((byte & (0x80 >> bit)) !== 0)
                bits.add(8 * at + bit);
    }
    return bits;
}
const extendedKeyUsageOf = (extension) => extension && inside(readDer(extension.value, SEQUENCE)).map(oidOf);

;// CONCATENATED MODULE: ./packages/core/build/notation/certificate-file.js


const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/g;
const ANY_PEM = /-----BEGIN ([A-Z0-9 ]{1,60})-----/g;
/** The certificates of a file: PEM blocks, or one certificate in DER. Throws an error that says what is wrong. */
function readCertificates(bytes) {
    const text = Buffer.from(bytes).toString('latin1');
    const labels = [...text.matchAll(ANY_PEM)].map(([, label]) => label);
    if (labels.length === 0)
        return [readCertificate(bytes)];
    const other = labels.find((label) => label !== 'CERTIFICATE');
    if (other !== undefined)
        throw new Error(`it holds a ${other}, and only certificates belong there`);
    const blocks = [...text.matchAll(PEM)].map(([, body = '']) => Buffer.from(body, 'base64'));
    if (blocks.length !== labels.length)
        throw new Error('a PEM block of it is broken');
    if (blocks.length > limits/* MAX_CERTIFICATES_PER_FILE */.toO) {
        throw new Error(`it holds more than ${limits/* MAX_CERTIFICATES_PER_FILE */.toO} certificates`);
    }
    return blocks.map(readCertificate);
}

;// CONCATENATED MODULE: ./packages/core/build/notation/algorithm.js

const ALGORITHMS = [
    { jws: 'ES256', cose: -7, hash: 'sha256', kind: 'ec', key: 'prime256v1' },
    { jws: 'ES384', cose: -35, hash: 'sha384', kind: 'ec', key: 'secp384r1' },
    { jws: 'ES512', cose: -36, hash: 'sha512', kind: 'ec', key: 'secp521r1' },
    { jws: 'PS256', cose: -37, hash: 'sha256', kind: 'rsa', key: '2048' },
    { jws: 'PS384', cose: -38, hash: 'sha384', kind: 'rsa', key: '3072' },
    { jws: 'PS512', cose: -39, hash: 'sha512', kind: 'rsa', key: '4096' },
];
/** The algorithm of a public key; undefined for kinds and lengths that the specification does not have. */
function algorithmOf(key) {
    const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
    const found = namedCurve ?? String(modulusLength);
    return ALGORITHMS.find((each) => each.kind === key.asymmetricKeyType && each.key === found);
}
/** How node signs and verifies it: ECDSA as r and s side by side, PSS with a salt as long as the hash. */
const signOptions = ({ kind }) => kind === 'ec'
    ? { dsaEncoding: 'ieee-p1363' }
    : { padding: external_node_crypto_.constants.RSA_PKCS1_PSS_PADDING, saltLength: external_node_crypto_.constants.RSA_PSS_SALTLEN_DIGEST };
/** Whether `signature` is over `data`, by the algorithm of this key and no other. */
const isSignedBy = (key, algorithm, data, signature) => {
    try {
        return (0,external_node_crypto_.verify)(algorithm.hash, data, { key, ...signOptions(algorithm) }, signature);
    }
    catch {
        return false; // a signature of the wrong length
    }
};

// EXTERNAL MODULE: ./packages/core/build/notation/rejection.js
var rejection = __webpack_require__(70010);
;// CONCATENATED MODULE: ./packages/core/build/notation/chain.js






/** Reads the certificates of an envelope, leaf first. Throws NOTATION_MALFORMED. */
function readChain(ders) {
    if (ders.length === 0)
        throw (0,rejection/* rejection */.cz)('NOTATION_MALFORMED', 'The signature holds no certificate');
    if (ders.length > limits/* MAX_CERTIFICATES_IN_CHAIN */.udo) {
        throw (0,rejection/* rejection */.cz)('NOTATION_MALFORMED', `The signature holds ${ders.length} certificates, more than ${limits/* MAX_CERTIFICATES_IN_CHAIN */.udo}`);
    }
    return ders.map((der, at) => {
        try {
            return readCertificate(der);
        }
        catch (cause) {
            const why = cause instanceof Error ? `: ${cause.message}` : '';
            throw (0,rejection/* rejection */.cz)('NOTATION_MALFORMED', `Certificate ${at + 1} of the signature cannot be read${why}`, cause);
        }
    });
}
/**
 * Holds an ordered chain (leaf first, root last and self-signed; or one self-signed leaf) to the rules of the signature
 * specification, "Certificate Requirements". When each was valid is for others to say. Throws CERTIFICATE_UNTRUSTED.
 */
function checkChain(chain, purpose) {
    const [leaf, ...authorities] = chain;
    if (leaf === undefined)
        throw (0,rejection/* rejection */.cz)('CERTIFICATE_UNTRUSTED', 'There is no certificate');
    for (const [at, certificate] of chain.entries()) {
        const issuer = chain[at + 1];
        const selfSigned = isIssuedBy(certificate, certificate);
        if (issuer === undefined) {
            if (!selfSigned)
                throw untrusted(certificate, 'ends the chain and is not self-signed');
        }
        else if (selfSigned) {
            throw untrusted(certificate, 'is self-signed, and others follow it');
        }
        else if (!isIssuedBy(certificate, issuer)) {
            throw untrusted(certificate, `was not issued by the one that follows it, ${nameOf(issuer)}`);
        }
        if (at > 0 && chain.slice(0, at).some((other) => isSame(other, certificate))) {
            throw untrusted(certificate, 'stands in the chain twice');
        }
    }
    checkLeaf(leaf, purpose);
    for (const [below, authority] of authorities.entries())
        checkAuthority(authority, below, purpose);
    for (const certificate of chain)
        checkExtensions(certificate);
    // What a root says of uses binds nobody: it is trusted for what its store is for.
    for (const authority of authorities.slice(0, -1))
        checkUses(authority, purpose);
}
/** Whether `certificate` bears the name of `issuer` as its issuer, and a signature of its key that is not over SHA-1. */
function isIssuedBy(certificate, issuer) {
    if (!certificate.issuer.equals(issuer.subject))
        return false;
    if (!certificate.hasSoundSignature)
        return false;
    try {
        return certificate.x509.verify(issuer.publicKey);
    }
    catch {
        return false; // a key of another kind than the signature's
    }
}
/** The subject of a certificate, for messages. */
const nameOf = ({ subjectAttributes }) => (0,rejection/* quote */.hD)(formatName(subjectAttributes));
/** The first certificate that was not valid at that time; undefined: all were. */
const invalidAt = (chain, time) => chain.find(({ notBefore, notAfter }) => time < notBefore || time > notAfter);
const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const ANY_USE = '2.5.29.37.0';
/** anyExtendedKeyUsage, serverAuth, clientAuth, emailProtection, OCSPSigning: a signer of code is none of them. */
const OTHER_USES = [ANY_USE, ...[1, 2, 4, 9].map((use) => `1.3.6.1.5.5.7.3.${use}`)];
const [DIGITAL_SIGNATURE, CERTIFICATE_SIGNING] = [0, 5];
/** keyEncipherment, dataEncipherment, keyAgreement, keyCertSign, cRLSign, encipherOnly, decipherOnly. */
const LEAF_BITS_REFUSED = [2, 3, 4, 5, 6, 7, 8];
function checkLeaf(leaf, purpose) {
    const { basicConstraints, keyUsage, extendedKeyUsage: uses, extensions, publicKey } = leaf;
    if (basicConstraints?.ca === true)
        throw untrusted(leaf, 'signed and is a certificate authority');
    if (keyUsage === undefined)
        throw untrusted(leaf, 'has no key usage');
    if (purpose === 'code signing' && extensions.get(KEY_USAGE)?.critical !== true) {
        throw untrusted(leaf, 'has a key usage that is not critical');
    }
    if (!keyUsage.has(DIGITAL_SIGNATURE))
        throw untrusted(leaf, 'may not make digital signatures');
    if (LEAF_BITS_REFUSED.some((bit) => keyUsage.has(bit))) {
        throw untrusted(leaf, 'may use its key for more than digital signatures');
    }
    if (purpose === 'timestamping') {
        // RFC 3161 2.3: this one use alone, and critical.
        const alone = uses?.length === 1 && uses[0] === TIME_STAMPING;
        if (!alone || extensions.get(EXTENDED_KEY_USAGE)?.critical !== true) {
            throw untrusted(leaf, 'was not issued for timestamps alone');
        }
    }
    else if (uses?.some((use) => use === TIME_STAMPING || OTHER_USES.includes(use)) === true) {
        throw untrusted(leaf, 'was issued for other uses than signing code');
    }
    if (algorithmOf(publicKey) === undefined) {
        throw untrusted(leaf, 'has a key that is neither ECDSA P-256, P-384, P-521 nor RSA of 2048, 3072, 4096 bits');
    }
}
function checkAuthority(authority, below, purpose) {
    const { basicConstraints, keyUsage, extensions } = authority;
    if (basicConstraints?.ca !== true || extensions.get(BASIC_CONSTRAINTS)?.critical !== true) {
        throw untrusted(authority, 'issued another one and is no certificate authority by critical basic constraints');
    }
    if (basicConstraints.pathLength !== undefined && basicConstraints.pathLength < below) {
        throw untrusted(authority, `allows ${basicConstraints.pathLength} authorities below it, and there are ${below}`);
    }
    if (keyUsage?.has(CERTIFICATE_SIGNING) !== true)
        throw untrusted(authority, 'may not sign certificates');
    if (purpose === 'code signing' && extensions.get(KEY_USAGE)?.critical !== true) {
        throw untrusted(authority, 'has a key usage that is not critical');
    }
    if (!isStrong(authority)) {
        throw untrusted(authority, 'has a key that is neither ECDSA P-256, P-384, P-521 nor RSA of 2048 bits or more');
    }
}
/** Whoever breaks a weak key below a trusted root issues certificates in the root's name. */
function isStrong({ publicKey }) {
    const { modulusLength = 0 } = publicKey.asymmetricKeyDetails ?? {};
    return publicKey.asymmetricKeyType === 'rsa'
        ? modulusLength >= 2048
        : algorithmOf(publicKey)?.kind === 'ec';
}
/** An authority that is made for other uses (e-mail, servers) issues none for this one, as all readers of X.509 have it. */
function checkUses(authority, purpose) {
    const demanded = purpose === 'timestamping' ? TIME_STAMPING : CODE_SIGNING;
    const uses = authority.extendedKeyUsage;
    if (uses === undefined || uses.some((use) => use === demanded || use === ANY_USE))
        return;
    throw untrusted(authority, `may not issue certificates for ${purpose}`);
}
/**
 * Key usage, extended key usage, basic and name constraints, revocation lists, and those that say nothing about who may
 * issue what: key identifiers, policies, alternative names.
 */
const UNDERSTOOD = [
    KEY_USAGE,
    EXTENDED_KEY_USAGE,
    BASIC_CONSTRAINTS,
    NAME_CONSTRAINTS,
    ...[14, 17, 31, 32, 35].map((number) => `2.5.29.${number}`),
];
/** RFC 5280 4.2: a certificate with a critical extension that is not known is refused. */
function checkExtensions(certificate) {
    const { extensions } = certificate;
    const strange = [...extensions].find(([oid, { critical }]) => critical && !UNDERSTOOD.includes(oid));
    if (strange !== undefined) {
        throw untrusted(certificate, `has the critical extension ${strange[0]}, which is not known`);
    }
    const constraints = extensions.get(NAME_CONSTRAINTS);
    if (constraints !== undefined && constrainsSubjects(constraints.value)) {
        throw untrusted(certificate, 'constrains the subjects that it may issue for, which is not supported');
    }
}
/** Whether name constraints (RFC 5280 4.2.1.10) speak of directory names: no other kind of name is looked at here. */
function constrainsSubjects(value) {
    const DIRECTORY_NAME = context(4);
    try {
        return inside(readDer(value, SEQUENCE)).some((subtrees) => inside(subtrees).some((subtree) => inside(expect(subtree, SEQUENCE))[0]?.tag === DIRECTORY_NAME));
    }
    catch {
        return true;
    }
}
const untrusted = (certificate, what) => (0,rejection/* rejection */.cz)('CERTIFICATE_UNTRUSTED', `The certificate ${nameOf(certificate)} ${what}`);

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(30058);
// EXTERNAL MODULE: ./packages/core/build/notation/attributes.js
var notation_attributes = __webpack_require__(72228);
// EXTERNAL MODULE: ./packages/core/build/notation/json.js
var notation_json = __webpack_require__(54859);
;// CONCATENATED MODULE: ./packages/core/build/notation/jws.js






/** The flattened JWS JSON of the Notary Project (specs/signature-envelope-jws.md). Throws NOTATION_MALFORMED. */
function readJws(bytes) {
    const envelope = (0,notation_json/* readStrictObject */.vU)(bytes, 'JWS envelope');
    const unknown = Object.keys(envelope).find((name) => !MEMBERS.includes(name));
    if (unknown !== undefined)
        throw (0,rejection/* malformed */.Qm)(`The JWS envelope has the member ${(0,rejection/* quote */.hD)(unknown)}`);
    const { payload, protected: signed, header, signature } = envelope;
    if (typeof payload !== 'string' || typeof signed !== 'string' || !(0,json/* isObject */.Gv)(header)) {
        throw (0,rejection/* malformed */.Qm)('The JWS envelope lacks payload, protected or header');
    }
    const attributes = (0,notation_json/* readStrictObject */.vU)(base64url(signed, 'protected header'), 'protected header');
    const both = Object.keys(header).find((name) => Object.hasOwn(attributes, name));
    if (both !== undefined)
        throw (0,rejection/* malformed */.Qm)(`The header ${(0,rejection/* quote */.hD)(both)} is signed and stands unsigned too`);
    // RFC 7797: it would change what the signature is over.
    if (Object.hasOwn(attributes, 'b64'))
        throw (0,rejection/* malformed */.Qm)('The payload is not base64url in the signed bytes');
    if (attributes.cty !== types/* PAYLOAD_TYPE */.Uc)
        throw (0,rejection/* malformed */.Qm)(`The payload is of the type ${(0,rejection/* shown */.SP)(attributes.cty)}`);
    return {
        format: 'jws',
        algorithm: algorithmIn(attributes),
        payload: base64url(payload, 'payload'),
        signedBytes: Buffer.from(`${signed}.${payload}`),
        signature: base64url(signature, 'signature'),
        ...(0,notation_attributes/* readAttributes */.w)({
            scheme: attributes[types/* SIGNING_SCHEME */.cq],
            critical: Array.isArray(attributes.crit) ? attributes.crit : undefined,
            names: Object.keys(attributes),
            time: (name) => timeIn(attributes, name),
        }),
        chain: chainIn(header),
        timestamp: header[types/* TIMESTAMP_SIGNATURE */.eX] === undefined
            ? undefined
            : base64(header[types/* TIMESTAMP_SIGNATURE */.eX], 'timestamp'),
        agent: typeof header[types/* SIGNING_AGENT */.Kp] === 'string' ? header[types/* SIGNING_AGENT */.Kp] : undefined,
    };
}
/** The bytes to sign, and how they become an envelope. */
function draftJws(draft) {
    const { algorithm, payload, signingTime, expiry, agent, chain } = draft;
    const attributes = {
        alg: algorithm.jws,
        cty: types/* PAYLOAD_TYPE */.Uc,
        crit: [types/* SIGNING_SCHEME */.cq, ...(expiry === undefined ? [] : [types/* EXPIRY */.Gp])],
        [types/* SIGNING_SCHEME */.cq]: 'notary.x509',
        [types/* SIGNING_TIME */.gt]: wholeSeconds(signingTime),
        ...(expiry === undefined ? {} : { [types/* EXPIRY */.Gp]: wholeSeconds(expiry) }),
    };
    const signed = Buffer.from(JSON.stringify(attributes)).toString('base64url');
    const body = Buffer.from(payload).toString('base64url');
    return {
        signedBytes: Buffer.from(`${signed}.${body}`),
        seal: (signature, timestamp) => Buffer.from(JSON.stringify({
            payload: body,
            protected: signed,
            header: {
                ...(timestamp === undefined
                    ? {}
                    : { [types/* TIMESTAMP_SIGNATURE */.eX]: Buffer.from(timestamp).toString('base64') }),
                x5c: chain.map((der) => Buffer.from(der).toString('base64')),
                [types/* SIGNING_AGENT */.Kp]: agent,
            },
            signature: Buffer.from(signature).toString('base64url'),
        })),
    };
}
const MEMBERS = ['payload', 'protected', 'header', 'signature'];
const NAMES = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'];
function algorithmIn({ alg }) {
    const found = NAMES.find((name) => name === alg);
    if (found === undefined)
        throw (0,rejection/* malformed */.Qm)(`The algorithm ${(0,rejection/* shown */.SP)(alg)} is not one of the Notary Project`);
    return found;
}
/** RFC 3339, at most to the nanosecond; Go writes no fraction here. */
const RFC_3339 = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
function timeIn(attributes, name) {
    const text = attributes[name];
    if (text === undefined)
        return undefined;
    const isTime = typeof text === 'string' && RFC_3339.test(text);
    const time = new Date(isTime ? text : Number.NaN);
    if (!isTime || Number.isNaN(time.getTime()) || !isDay(text.slice(0, 10))) {
        throw (0,rejection/* malformed */.Qm)(`The attribute ${name} is no RFC 3339 time`);
    }
    return time;
}
/** Date would count on from the last day of a month. */
const isDay = (day) => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
function chainIn({ x5c }) {
    if (!Array.isArray(x5c))
        throw (0,rejection/* malformed */.Qm)('The JWS envelope holds no certificate chain (x5c)');
    if (x5c.length > limits/* MAX_CERTIFICATES_IN_CHAIN */.udo)
        throw (0,rejection/* malformed */.Qm)('The certificate chain is too long');
    return x5c.map((der) => base64(der, 'certificate'));
}
/** Without padding and in its one form (RFC 7515, section 2): other texts for the same bytes are refused. */
function base64url(value, what) {
    const bytes = typeof value === 'string' ? Buffer.from(value, 'base64url') : Buffer.alloc(0);
    if (bytes.length === 0 || bytes.toString('base64url') !== value)
        throw (0,rejection/* malformed */.Qm)(`The ${what} is not base64url`);
    return bytes;
}
function base64(value, what) {
    const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.alloc(0);
    if (bytes.length === 0 || bytes.toString('base64') !== value)
        throw (0,rejection/* malformed */.Qm)(`The ${what} is not base64`);
    return bytes;
}
const wholeSeconds = (time) => time.toISOString().replace(/\.\d{3}Z$/, 'Z');

;// CONCATENATED MODULE: ./packages/core/build/notation/payload.js



/** The payload about a manifest (signature specification, "Payload"). */
const payloadOf = ({ mediaType, digest, size }) => Buffer.from(JSON.stringify({ targetArtifact: { mediaType, digest, size } }));
/** What a payload is about. Throws NOTATION_MALFORMED. */
function readPayload(bytes) {
    const { targetArtifact: target } = (0,notation_json/* readStrictObject */.vU)(bytes, 'payload');
    if (!(0,json/* isObject */.Gv)(target))
        throw (0,rejection/* malformed */.Qm)('The payload names no target artifact');
    if ((0,notation_json/* hasFraction */.nx)(Buffer.from(bytes).toString()))
        throw (0,rejection/* malformed */.Qm)('A number of the payload is no integer');
    const { mediaType, digest, size } = target;
    if (typeof mediaType !== 'string' || typeof digest !== 'string' || !Number.isSafeInteger(size)) {
        throw (0,rejection/* malformed */.Qm)('The target artifact of the payload lacks media type, digest or size');
    }
    return { mediaType, digest, size: Number(size) };
}
/** Throws SUBJECT_MISMATCH where the signature is about another manifest than this one. */
function checkTarget(signed, wanted) {
    if (signed.digest === wanted.digest &&
        signed.size === wanted.size &&
        signed.mediaType === wanted.mediaType) {
        return;
    }
    const what = signed.digest === wanted.digest ? 'a descriptor with another size or media type' : (0,rejection/* quote */.hD)(signed.digest);
    throw (0,rejection/* rejection */.cz)('SUBJECT_MISMATCH', `The signature is about ${what}, not about ${wanted.digest}`);
}

;// CONCATENATED MODULE: ./packages/core/build/notation/integrity.js








/**
 * Verifies that an envelope is whole: its form, the rules for its certificates, its signature by the leaf's key and by the
 * one algorithm of that key. Nothing says yet that anybody trusts the chain, or that all was valid then. `mediaType` is
 * the layer's. Throws NOTATION_MALFORMED, CERTIFICATE_UNTRUSTED, SIGNATURE_INVALID.
 */
async function verifyIntegrity(mediaType, bytes) {
    const read = await readerOf(mediaType, bytes);
    try {
        return verifyWhole(read(bytes));
    }
    catch (thrown) {
        // Whatever else these bytes make a parser do is a fact about them: one hostile signature must not hide the others.
        throw thrown instanceof errors/* CountersignError */.WS ? thrown : (0,rejection/* malformed */.Qm)('The signature cannot be read', thrown);
    }
}
function verifyWhole(envelope) {
    const chain = readChain(envelope.chain);
    checkChain(chain, 'code signing');
    const [leaf] = chain;
    const key = leaf?.publicKey;
    const algorithm = key && algorithmOf(key);
    if (leaf === undefined || key === undefined || algorithm === undefined) {
        throw (0,rejection/* rejection */.cz)('CERTIFICATE_UNTRUSTED', 'The signing certificate has no key of the Notary Project');
    }
    if (algorithm.jws !== envelope.algorithm) {
        throw (0,rejection/* rejection */.cz)('SIGNATURE_INVALID', `The signature says ${envelope.algorithm}, and the key of its certificate signs by ${algorithm.jws}`);
    }
    if (!isSignedBy(key, algorithm, envelope.signedBytes, envelope.signature)) {
        throw (0,rejection/* rejection */.cz)('SIGNATURE_INVALID', 'The signature does not match what it is said to be over');
    }
    return { envelope, chain, leaf, target: readPayload(envelope.payload) };
}
async function readerOf(mediaType, bytes) {
    if (bytes.length > limits/* MAX_NOTATION_ENVELOPE_BYTES */.DHN) {
        throw (0,rejection/* malformed */.Qm)(`The envelope has more than ${limits/* MAX_NOTATION_ENVELOPE_BYTES */.DHN} bytes`);
    }
    if (mediaType === types/* ENVELOPE_TYPE */.cS.jws)
        return readJws;
    if (mediaType === types/* ENVELOPE_TYPE */.cS.cose)
        return (await Promise.all(/* import() */[__webpack_require__.e(6288), __webpack_require__.e(8151)]).then(__webpack_require__.bind(__webpack_require__, 28151))).readCose;
    throw (0,rejection/* malformed */.Qm)(`The envelope is of the type ${(0,rejection/* quote */.hD)(mediaType)}`);
}

;// CONCATENATED MODULE: ./packages/core/build/notation/key.js







/**
 * Reads an unencrypted PKCS#8 key of any kind that the Notary Project has. `name` is for messages. Throws KEY_INVALID;
 * nothing of the key is in the error.
 */
function parseNotationKey(pem, name) {
    const labels = pem.length > limits/* MAX_KEY_CHARS */.dFm ? [] : [...pem.matchAll(/-----BEGIN ([A-Z0-9 ]{1,60})-----/g)];
    const [, label = 'nothing in PEM'] = labels[0] ?? [];
    if (labels.length !== 1 || !['PRIVATE KEY', 'EC PRIVATE KEY', 'RSA PRIVATE KEY'].includes(label)) {
        throw invalidKey(name, `it holds ${labels.length > 1 ? 'several PEM blocks' : label}, not one private key`);
    }
    let key;
    try {
        key = (0,external_node_crypto_.createPrivateKey)({ key: pem, format: 'pem' });
    }
    catch {
        throw invalidKey(name, 'it does not parse'); // without the cause: nothing near a key is printed
    }
    const algorithm = algorithmOf(key);
    if (algorithm === undefined) {
        throw invalidKey(name, 'it is neither ECDSA P-256, P-384, P-521 nor RSA of 2048, 3072 or 4096 bits');
    }
    return {
        algorithm,
        spki: (0,external_node_crypto_.createPublicKey)(key).export({ type: 'spki', format: 'der' }),
        sign: (data) => Promise.resolve((0,external_node_crypto_.sign)(algorithm.hash, data, { key, ...signOptions(algorithm) })),
    };
}
/** A key that signs claims elsewhere (a KMS): ECDSA P-256 alone, since RSA signs by another padding there. Throws KEY_INVALID. */
function notationKeyOf(key, name) {
    const algorithm = algorithmOf((0,external_node_crypto_.createPublicKey)({ key: key.spki, type: 'spki', format: 'der' }));
    if (algorithm?.jws !== 'ES256')
        throw invalidKey(name, 'a key that is not in a PEM file has to be ECDSA P-256');
    return { algorithm, spki: key.spki, sign: async (data) => rawSignature(await key.sign([data])) };
}
/**
 * Puts a key and the certificates of its chain together (PEM, leaf first), as the specification demands them. A root that
 * is missing at the end is not made up. Throws CERTIFICATE_INVALID for a chain that no verifier would take now.
 */
function notationSigner(key, pem, path, now) {
    const invalid = (why, cause) => new errors/* CountersignError */.WS('CERTIFICATE_INVALID', {
        what: `The certificates ${JSON.stringify(path)} cannot be signed with: ${why}`,
        remedy: 'Give PEM certificates in this order: the one of the key, those that issued it, the root at the end. The first has to have the critical key usage digitalSignature alone, and may have the extended use codeSigning.',
        cause,
    });
    let chain;
    try {
        chain = readCertificates(pem);
        if (chain.length > limits/* MAX_CERTIFICATES_IN_CHAIN */.udo)
            throw new Error('there are too many');
        checkChain(chain, 'code signing');
    }
    catch (cause) {
        throw invalid(cause instanceof Error ? cause.message : String(cause), cause);
    }
    const own = chain[0]?.publicKey.export({ type: 'spki', format: 'der' });
    if (own?.equals(key.spki) !== true)
        throw invalid('the first of them is not of the key that was given');
    const ended = invalidAt(chain, now);
    if (ended !== undefined) {
        const { notBefore, notAfter } = ended;
        throw invalid(`${nameOf(ended)} is valid from ${notBefore.toISOString()} to ${notAfter.toISOString()}, and not now`);
    }
    return { key, chain };
}
const P256_BYTES = 32;
/** From the DER form that others give to r and s side by side. */
function rawSignature(der) {
    const parts = inside(readDer(der, SEQUENCE)).map((part) => {
        const { contents } = expect(part, INTEGER);
        const digits = contents.subarray(Math.max(0, contents.length - P256_BYTES));
        return Buffer.concat([Buffer.alloc(P256_BYTES - digits.length), digits]);
    });
    return Buffer.concat(parts);
}
const invalidKey = (name, why) => new errors/* CountersignError */.WS('KEY_INVALID', {
    what: `The key ${name} cannot sign for Notation: ${why}`,
    remedy: 'Give an unencrypted private key in PEM, such as openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 writes.',
});

;// CONCATENATED MODULE: ./packages/core/build/notation/trust-statement.js



/** One member of `trustPolicies`. Throws an error that says what is wrong, without a code. */
function parseStatement(value) {
    if (!(0,json/* isObject */.Gv)(value))
        throw new Error('a statement is not an object');
    const name = value.name;
    if (typeof name !== 'string' || name === '')
        throw new Error('a statement has no name');
    const where = `the statement ${(0,rejection/* quote */.hD)(name)}`;
    checkMembers(value, trust_statement_MEMBERS, where);
    const { level, actions, verifyTimestamp } = parseVerification(value.signatureVerification, where);
    const stores = texts(value.trustStores, `trustStores of ${where}`).map((text) => parseStore(text, where));
    const identities = texts(value.trustedIdentities, `trustedIdentities of ${where}`);
    if (level === 'skip' && stores.length + identities.length > 0) {
        throw new Error(`${where} skips verification and names trust stores or identities`);
    }
    if (level !== 'skip' && (stores.length === 0 || identities.length === 0)) {
        throw new Error(`${where} lacks trustStores or trustedIdentities`);
    }
    const scopes = texts(value.registryScopes, `registryScopes of ${where}`);
    checkScopes(scopes, where);
    return {
        name,
        scopes,
        level,
        actions,
        verifyTimestamp,
        stores,
        identities: parseIdentities(identities, where),
    };
}
/** Whether a statement trusts this subject. `subject` throws where it cannot be compared; then only `*` trusts it. */
function trusts({ identities }, subject) {
    if (identities === 'any')
        return true;
    const name = subject();
    return identities.some((identity) => isPartOf(identity, name));
}
/** Throws for a member that is not known: it was meant to do something. */
function checkMembers(object, known, where) {
    const unknown = Object.keys(object).find((name) => !known.includes(name));
    if (unknown !== undefined)
        throw new Error(`${where} has the member ${(0,rejection/* quote */.hD)(unknown)}, which is not known`);
}
const TYPES = [
    'integrity',
    'authenticity',
    'authenticTimestamp',
    'expiry',
    'revocation',
];
/** What each level does in the order of TYPES (specification, "Signature verification details"). */
const LEVELS = {
    strict: ['enforce', 'enforce', 'enforce', 'enforce', 'enforce'],
    permissive: ['enforce', 'enforce', 'log', 'log', 'log'],
    audit: ['enforce', 'log', 'log', 'log', 'log'],
    skip: ['skip', 'skip', 'skip', 'skip', 'skip'],
};
const DOMAIN = /^(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*(?::\d+)?$/;
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const STORE_NAME = /^[a-zA-Z0-9_.-]+$/;
const trust_statement_MEMBERS = ['name', 'registryScopes', 'signatureVerification', 'trustStores', 'trustedIdentities'];
function parseVerification(value, where) {
    if (!(0,json/* isObject */.Gv)(value))
        throw new Error(`${where} has no signatureVerification`);
    checkMembers(value, ['level', 'override', 'verifyTimestamp'], where);
    const level = ['strict', 'permissive', 'audit', 'skip'].find((each) => each === value.level);
    if (level === undefined)
        throw new Error(`${where} has the level ${(0,rejection/* quote */.hD)(String(value.level))}`);
    const actions = Object.fromEntries(TYPES.map((type, at) => [type, LEVELS[level][at]]));
    const { override = {}, verifyTimestamp = 'always' } = value;
    if (!(0,json/* isObject */.Gv)(override))
        throw new Error(`${where} has an override that is not an object`);
    if (level === 'skip' && Object.keys(override).length > 0)
        throw new Error(`${where} overrides the level skip`);
    for (const [name, action] of Object.entries(override)) {
        const type = TYPES.find((each) => each === name);
        if (type === undefined || type === 'integrity')
            throw new Error(`${where} cannot override ${(0,rejection/* quote */.hD)(name)}`);
        if (action !== 'enforce' && action !== 'log' && !(action === 'skip' && type === 'revocation')) {
            throw new Error(`${where} cannot set ${type} to ${(0,rejection/* quote */.hD)(String(action))}`);
        }
        actions[type] = action;
    }
    if (verifyTimestamp !== 'always' && verifyTimestamp !== 'afterCertExpiry') {
        throw new Error(`${where} has verifyTimestamp ${(0,rejection/* quote */.hD)(String(verifyTimestamp))}`);
    }
    return { level, actions, verifyTimestamp };
}
function parseStore(text, where) {
    const [type = '', name = '', ...more] = text.split(':');
    const known = ['ca', 'signingAuthority', 'tsa'].find((each) => each === type);
    // A name is a folder's: "." and ".." are none, though notation's pattern takes them.
    if (known === undefined || more.length > 0 || !STORE_NAME.test(name) || name === '.' || name === '..') {
        throw new Error(`${where} has the trust store ${(0,rejection/* quote */.hD)(text)}, not ca:NAME, signingAuthority:NAME or tsa:NAME`);
    }
    return { type: known, name };
}
function parseIdentities(identities, where) {
    if (identities.includes('*')) {
        if (identities.length > 1)
            throw new Error(`${where} trusts "*" and others beside it`);
        return 'any';
    }
    const names = identities.map((text) => {
        // notation leaves other kinds to plugins, which are not run here: passing over one would trust less than was meant.
        if (!text.startsWith('x509.subject:')) {
            throw new Error(`${where} trusts ${(0,rejection/* quote */.hD)(text)}; only "*" and "x509.subject: ..." are known`);
        }
        try {
            return parseDistinguishedName(text.slice('x509.subject:'.length).trim());
        }
        catch (cause) {
            const why = cause instanceof Error ? cause.message : String(cause);
            throw new Error(`${where} trusts ${(0,rejection/* quote */.hD)(text)}, which is no distinguished name: ${why}`, { cause });
        }
    });
    names.forEach((one, at) => {
        if (names.some((other, index) => index !== at && isPartOf(one, other))) {
            throw new Error(`${where} trusts identities that overlap`);
        }
    });
    return names;
}
function checkScopes(scopes, where) {
    if (scopes.length === 0)
        throw new Error(`${where} has no registryScopes`);
    if (scopes.includes('*') && scopes.length > 1)
        throw new Error(`${where} holds for "*" and others beside it`);
    for (const scope of scopes) {
        const [domain = '', ...repository] = scope.split('/');
        const whole = DOMAIN.test(domain) && repository.length > 0 && repository.every((part) => COMPONENT.test(part));
        if (scope !== '*' && !whole) {
            throw new Error(`${where} has the scope ${(0,rejection/* quote */.hD)(scope)}, not host/repository without a tag`);
        }
    }
}
function texts(value, what) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) {
        throw new Error(`${what} is not a list of texts`);
    }
    return value;
}

;// CONCATENATED MODULE: ./packages/core/build/notation/trust-policy.js




/**
 * Reads a trust policy (specs/trust-store-trust-policy.md, version 1.0) by the rules that notation holds it to, and stricter
 * where a slip would go unnoticed: a member that is not known or stands twice is refused. Throws TRUST_POLICY_INVALID.
 */
function parseTrustPolicy(bytes, path) {
    try {
        const document = (0,notation_json/* readStrictObject */.vU)(bytes, 'document');
        checkMembers(document, ['version', 'trustPolicies'], 'The document');
        if (document.version !== '1.0')
            throw new Error(`its version is ${(0,rejection/* quote */.hD)(String(document.version))}, not "1.0"`);
        const { trustPolicies } = document;
        if (!Array.isArray(trustPolicies) || trustPolicies.length === 0)
            throw new Error('it has no statement');
        const statements = trustPolicies.map(parseStatement);
        checkDistinct(statements.map(({ name }) => name), 'the name');
        checkDistinct(statements.flatMap(({ scopes }) => scopes), 'the registry scope');
        return { path, statements };
    }
    catch (cause) {
        throw new errors/* CountersignError */.WS('TRUST_POLICY_INVALID', {
            what: `The trust policy ${(0,rejection/* quote */.hD)(path)} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`,
            remedy: 'Write it as notation reads it (notaryproject.dev, "Trust store and trust policy"), or let "countersign notation policy" make it.',
            cause,
        });
    }
}
/** The statement for `host/repository`: the one that names it, else the one for `*`. Throws TRUST_POLICY_INVALID. */
function statementFor({ path, statements }, repository) {
    const found = statements.find(({ scopes }) => scopes.includes(repository)) ??
        statements.find(({ scopes }) => scopes.includes('*'));
    if (found !== undefined)
        return found;
    throw new errors/* CountersignError */.WS('TRUST_POLICY_INVALID', {
        what: `The trust policy ${(0,rejection/* quote */.hD)(path)} has no statement for ${repository}`,
        remedy: `Add "${repository}" to the registryScopes of the statement that is to hold for it.`,
    });
}
function checkDistinct(values, what) {
    const twice = values.find((value, at) => values.indexOf(value) !== at);
    if (twice !== undefined)
        throw new Error(`${what} ${(0,rejection/* quote */.hD)(twice)} stands twice`);
}

;// CONCATENATED MODULE: ./packages/core/build/notation/policy-files.js





/**
 * A trust policy and trust store for what a key and its certificates sign: the root, the subject of the leaf, and the
 * repositories that are named. Notation, Countersign and (by the root certificate) Kyverno and Ratify read them. Throws
 * CERTIFICATE_INVALID, TRUST_POLICY_INVALID.
 */
function trustPolicyFiles(request) {
    const { name, scopes, level, certificates, timestampAuthority } = request;
    const chain = readPem(certificates, (read) => {
        checkChain(read, 'code signing');
    });
    const root = chain.at(-1);
    const stamping = timestampAuthority &&
        readPem(timestampAuthority, (read) => {
            if (!read.some(isRoot))
                throw new Error('no certificate of it is a self-signed root');
        }).filter(isRoot);
    const identity = identityOf(chain[0]);
    const policy = {
        version: '1.0',
        trustPolicies: [
            {
                name,
                registryScopes: scopes,
                signatureVerification: { level },
                trustStores: [`ca:${name}`, ...(stamping === undefined ? [] : [`tsa:${name}`])],
                trustedIdentities: [identity ?? '*'],
            },
        ],
    };
    const text = `${JSON.stringify(policy, undefined, 2)}\n`;
    parseTrustPolicy(Buffer.from(text), 'trustpolicy.json'); // names and scopes come from the user
    return {
        files: [
            { path: 'trustpolicy.json', text },
            { path: `truststore/x509/ca/${name}/root.pem`, text: pemOf(root) },
            ...(stamping ?? []).map((certificate, at) => ({
                path: `truststore/x509/tsa/${name}/root-${at + 1}.pem`,
                text: pemOf(certificate),
            })),
        ],
        identity: identity ?? '*',
        caution: identity === undefined
            ? 'The subject of the certificate lacks C, ST or O, or holds what notation does not compare: every certificate under its root is trusted ("*").'
            : undefined,
    };
}
const isRoot = (certificate) => isIssuedBy(certificate, certificate);
const pemOf = (certificate) => certificate === undefined ? '' : `${certificate.x509.toString().trim()}\n`;
/** undefined: notation could not compare it. */
function identityOf(leaf) {
    if (leaf === undefined)
        return undefined;
    try {
        subjectName(leaf.subjectAttributes);
    }
    catch {
        return undefined;
    }
    return `x509.subject: ${formatName(leaf.subjectAttributes)}`;
}
function readPem({ path, bytes }, check) {
    try {
        const certificates = readCertificates(bytes);
        check(certificates);
        return certificates;
    }
    catch (cause) {
        throw new errors/* CountersignError */.WS('CERTIFICATE_INVALID', {
            what: `The certificates ${JSON.stringify(path)} cannot be trusted: ${cause instanceof Error ? cause.message : String(cause)}`,
            remedy: 'Give the PEM chain that signs (notation-certificates), leaf first and root last.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./packages/core/build/notation/sign.js


/** Signs the descriptor of a manifest, as `notation sign` does with the scheme notary.x509. Answers the envelope. */
async function signNotation(target, signing) {
    const { format, signer, signingTime, expiry, agent, stamp } = signing;
    const { key, chain } = signer;
    const { algorithm } = key;
    const ders = chain.map(({ raw }) => raw);
    const draft = { algorithm, payload: payloadOf(target), signingTime, expiry, agent, chain: ders };
    const { signedBytes, seal } = format === 'jws' ? draftJws(draft) : (await Promise.all(/* import() */[__webpack_require__.e(6288), __webpack_require__.e(8151)]).then(__webpack_require__.bind(__webpack_require__, 28151))).draftCose(draft);
    const signature = await key.sign(signedBytes);
    return seal(signature, await stamp?.(signature, algorithm.hash));
}

;// CONCATENATED MODULE: ./packages/core/build/notation/timestamp-token.js



const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
/** ETSI's baseline policy: it promises one second where the token tells no accuracy (trust policy specification). */
const BASELINE_POLICY = '0.4.0.2023.1.1';
/** CMS SignedData (RFC 5652 5.1) with one signer, as RFC 3161 2.4.2 demands. Throws an error that says what is wrong, without a code. */
function readToken(bytes) {
    const [type, wrapped] = inside(readDer(bytes, SEQUENCE));
    if (oidOf(type) !== SIGNED_DATA)
        throw new Error('it holds no signed data');
    const [, , encapsulated, ...rest] = inside(expect(inside(expect(wrapped, context(0)))[0], SEQUENCE));
    const [contentType, content] = inside(expect(encapsulated, SEQUENCE));
    if (oidOf(contentType) !== TST_INFO)
        throw new Error('it holds no TSTInfo');
    const certificates = rest.find(({ tag }) => tag === context(0));
    const [signer, ...others] = inside(expect(rest.at(-1), SET));
    if (others.length > 0)
        throw new Error('it has several signers');
    const [version, identifier, digestAlgorithm, ...tail] = inside(expect(signer, SEQUENCE));
    if (smallInteger(version) !== 1)
        throw new Error('its signer is not named by issuer and serial number');
    const [attributes, signatureAlgorithm, signature] = tail;
    const [issuer, serial] = inside(expect(identifier, SEQUENCE));
    const signedAttributes = expect(attributes, context(0));
    const all = inside(expect(certificates, context(0)));
    if (all.length > limits/* MAX_CERTIFICATES_IN_TIMESTAMP */.L8y)
        throw new Error('it holds too many certificates');
    return {
        content: expect(inside(expect(content, context(0)))[0], OCTET_STRING).contents,
        certificates: all.map(({ raw }) => readCertificate(raw)),
        signedAttributes: readAttributes(signedAttributes),
        // RFC 5652 5.4: the attributes are signed as a SET, not under the tag that they stand under.
        signedBytes: Buffer.concat([Buffer.of(SET), signedAttributes.raw.subarray(1)]),
        digestAlgorithm: oidOf(inside(expect(digestAlgorithm, SEQUENCE))[0]),
        signatureAlgorithm: oidOf(inside(expect(signatureAlgorithm, SEQUENCE))[0]),
        signature: expect(signature, OCTET_STRING).contents,
        signerIssuer: expect(issuer, SEQUENCE).raw,
        signerSerial: expect(serial, INTEGER).contents,
    };
}
/** DER of a TSTInfo (RFC 3161 2.4.2). Throws an error that says what is wrong, without a code. */
function readInfo(der) {
    const [version, policy, imprint, , time, ...rest] = inside(readDer(der, SEQUENCE));
    if (smallInteger(version) !== 1)
        throw new Error('TSTInfo is not of version 1');
    const [algorithm, digest] = inside(expect(imprint, SEQUENCE));
    const accuracy = rest.find(({ tag }) => tag === SEQUENCE);
    return {
        imprint: {
            algorithm: oidOf(inside(expect(algorithm, SEQUENCE))[0]),
            digest: expect(digest, OCTET_STRING).contents,
        },
        time: timeOf(expect(time, 0x18)),
        accuracyMs: accuracyOf(accuracy) || (oidOf(policy) === BASELINE_POLICY ? 1000 : 0),
    };
}
function readAttributes(field) {
    const attributes = new Map();
    for (const attribute of inside(field)) {
        const [type, values] = inside(expect(attribute, SEQUENCE));
        const [value, ...more] = inside(expect(values, SET));
        const oid = oidOf(type);
        if (value === undefined || more.length > 0 || attributes.has(oid)) {
            throw new Error(`the attribute ${oid} does not have one value`);
        }
        attributes.set(oid, value);
    }
    return attributes;
}
/** Rounded up to milliseconds: what cannot be told apart must not be narrower than it is. */
function accuracyOf(accuracy) {
    if (accuracy === undefined)
        return 0;
    const part = (tag) => {
        const found = inside(accuracy).find((each) => each.tag === tag);
        return found === undefined ? 0 : smallInteger({ ...found, tag: INTEGER });
    };
    return 1000 * part(INTEGER) + part(0x80) + Math.ceil(part(0x81) / 1000);
}
/** The token in a TimeStampResp that a timestamp authority granted. Throws NotDer. */
const tokenOf = (response) => expect(inside(readDer(response, SEQUENCE))[1], SEQUENCE).raw;

;// CONCATENATED MODULE: ./packages/core/build/notation/timestamp-signer.js




/** The certificate that signed, once digest, attributes and signature hold together. Throws TIMESTAMP_INVALID. */
function verifySigner(token) {
    const leaf = token.certificates.find(({ issuer, serialNumber }) => issuer.equals(token.signerIssuer) && serialNumber.equals(token.signerSerial));
    if (leaf === undefined)
        throw (0,rejection/* invalidTimestamp */.eI)('does not hold the certificate of its signer');
    try {
        checkAttributes(token, leaf);
    }
    catch (cause) {
        throw (0,rejection/* invalidTimestamp */.eI)('has signed attributes that do not hold', cause);
    }
    const hash = HASHES.get(token.digestAlgorithm);
    const scheme = SIGNATURES.get(token.signatureAlgorithm);
    const key = leaf.publicKey;
    if (hash === undefined || scheme === undefined || key.asymmetricKeyType !== scheme.key) {
        throw (0,rejection/* invalidTimestamp */.eI)('is signed by an algorithm that is not accepted');
    }
    if (!(0,external_node_crypto_.verify)(scheme.hash ?? hash, token.signedBytes, { key, ...scheme.options }, token.signature)) {
        throw (0,rejection/* invalidTimestamp */.eI)('has a signature that does not match');
    }
    return leaf;
}
/** The hashes of SHA-2, by their object identifiers. */
const HASHES = new Map([
    ['2.16.840.1.101.3.4.2.1', 'sha256'],
    ['2.16.840.1.101.3.4.2.2', 'sha384'],
    ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
function checkAttributes({ signedAttributes, content, digestAlgorithm }, leaf) {
    if (oidOf(signedAttributes.get(CONTENT_TYPE)) !== TST_INFO)
        throw new Error('another content type');
    const hash = HASHES.get(digestAlgorithm);
    if (hash === undefined)
        throw new Error('a digest that is not accepted');
    const digest = expect(signedAttributes.get(MESSAGE_DIGEST), OCTET_STRING).contents;
    if (!(0,external_node_crypto_.createHash)(hash).update(content).digest().equals(digest))
        throw new Error('another digest');
    // ESSCertIDv2 (RFC 5816): the first names the signer's certificate by its hash, SHA-256 unless it says otherwise.
    const named = inside(expect(signedAttributes.get(SIGNING_CERTIFICATE_V2), SEQUENCE))[0];
    const [id] = inside(expect(named, SEQUENCE));
    const parts = inside(expect(id, SEQUENCE));
    const [algorithm, certificateHash] = parts[0]?.tag === SEQUENCE ? parts : [undefined, parts[0]];
    const by = algorithm === undefined ? 'sha256' : HASHES.get(oidOf(inside(algorithm)[0]));
    if (by === undefined)
        throw new Error('a certificate hash that is not accepted');
    const expected = (0,external_node_crypto_.createHash)(by).update(leaf.raw).digest();
    if (!expected.equals(expect(certificateHash, OCTET_STRING).contents))
        throw new Error('another certificate');
}
const PKCS1 = { padding: external_node_crypto_.constants.RSA_PKCS1_PADDING };
const SIGNATURES = new Map([
    ['1.2.840.113549.1.1.1', { key: 'rsa', options: PKCS1 }],
    ['1.2.840.113549.1.1.11', { key: 'rsa', hash: 'sha256', options: PKCS1 }],
    ['1.2.840.113549.1.1.12', { key: 'rsa', hash: 'sha384', options: PKCS1 }],
    ['1.2.840.113549.1.1.13', { key: 'rsa', hash: 'sha512', options: PKCS1 }],
    ['1.2.840.10045.4.3.2', { key: 'ec', hash: 'sha256', options: {} }],
    ['1.2.840.10045.4.3.3', { key: 'ec', hash: 'sha384', options: {} }],
    ['1.2.840.10045.4.3.4', { key: 'ec', hash: 'sha512', options: {} }],
]);

;// CONCATENATED MODULE: ./packages/core/build/notation/timestamp.js








/**
 * Verifies an RFC 3161 TimeStampToken over `signature` against the roots of `tsa` trust stores: imprint, the authority's
 * signature, the one certificate that it names (RFC 5816), and its chain at the time that it tells. Throws TIMESTAMP_INVALID.
 */
function verifyTimestamp(token, signature, roots) {
    try {
        return verifyToken(token, signature, roots);
    }
    catch (thrown) {
        // Nobody has vouched for these bytes yet: whatever they make a parser do is a fact about them.
        throw thrown instanceof errors/* CountersignError */.WS ? thrown : (0,rejection/* invalidTimestamp */.eI)('cannot be verified', thrown);
    }
}
/** Whether a TimeStampToken says that it is over `signature`; who made it is not asked. */
function isTimestampOf(token, signature) {
    try {
        readOver(token, signature);
        return true;
    }
    catch {
        return false;
    }
}
function verifyToken(token, signature, roots) {
    const { signed, info } = readOver(token, signature);
    const leaf = verifySigner(signed);
    const chain = chainTo(roots, leaf, signed.certificates);
    if (chain === undefined) {
        throw (0,rejection/* invalidTimestamp */.eI)(`was signed by ${nameOf(leaf)}, whose chain does not end in a tsa trust store of the policy`);
    }
    timestamp_checkAuthority(chain, info.time);
    return {
        earliest: new Date(info.time.getTime() - info.accuracyMs),
        latest: new Date(info.time.getTime() + info.accuracyMs),
        chain,
    };
}
/** The token once its imprint is that of `signature`. Throws TIMESTAMP_INVALID. */
function readOver(token, signature) {
    if (token.length > limits/* MAX_TIMESTAMP_BYTES */.UiQ)
        throw (0,rejection/* invalidTimestamp */.eI)('is too large');
    let signed;
    let info;
    try {
        signed = readToken(token);
        info = readInfo(signed.content);
    }
    catch (cause) {
        throw (0,rejection/* invalidTimestamp */.eI)('is no RFC 3161 token in DER', cause);
    }
    const { imprint } = info;
    const hash = HASHES.get(imprint.algorithm);
    if (hash === undefined)
        throw (0,rejection/* invalidTimestamp */.eI)('is over a hash that is not accepted');
    if (!(0,external_node_crypto_.createHash)(hash).update(signature).digest().equals(imprint.digest)) {
        throw (0,rejection/* invalidTimestamp */.eI)('is over another signature');
    }
    return { signed, info };
}
/** From the leaf up to one of the roots, over certificates that the token brings. */
function chainTo(roots, leaf, others) {
    const chain = [leaf];
    for (let last = leaf; chain.length <= limits/* MAX_CERTIFICATES_IN_CHAIN */.udo;) {
        if (roots.some((root) => isSame(root, last)))
            return chain;
        const top = last;
        const above = roots.find((root) => isIssuedBy(top, root)) ??
            others.find((other) => !chain.some((known) => isSame(known, other)) && isIssuedBy(top, other));
        if (above === undefined)
            return undefined;
        chain.push(above);
        last = above;
    }
    return undefined;
}
function timestamp_checkAuthority(chain, time) {
    try {
        checkChain(chain, 'timestamping');
    }
    catch (cause) {
        throw (0,rejection/* invalidTimestamp */.eI)(`was signed by a chain that may not: ${cause instanceof Error ? cause.message : ''}`, cause);
    }
    const late = invalidAt(chain, time);
    if (late !== undefined)
        throw (0,rejection/* invalidTimestamp */.eI)(`was made when ${nameOf(late)} was not valid`);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(46524);
;// CONCATENATED MODULE: ./packages/core/build/notation/trust-store.js








/**
 * A trust store folder as notation has it: `x509/TYPE/NAME/*` below `truststore`, PEM or DER. Links and folders in a store
 * are refused, as are certificates that are no authority and not self-signed, and `tsa` certificates that are no root.
 */
function openTrustStore(folder) {
    const known = new Map();
    return (store) => {
        const key = `${store.type}:${store.name}`;
        const reading = known.get(key) ?? readStore(folder, store);
        known.set(key, reading);
        return reading;
    };
}
async function readStore(folder, { type, name }) {
    const where = `${type}:${name}`;
    const path = (0,external_node_path_.join)(folder, 'x509', type, name);
    const files = await listFiles(path, where);
    if (files.length === 0)
        throw invalid(where, `the folder ${(0,rejection/* quote */.hD)(path)} holds no certificate`);
    if (files.length > limits/* MAX_TRUST_STORE_FILES */.mVI)
        throw invalid(where, `it has more than ${limits/* MAX_TRUST_STORE_FILES */.mVI} files`);
    const certificates = [];
    for (const file of files) {
        const at = (0,external_node_path_.join)(path, file);
        let read;
        try {
            read = readCertificates(await (0,read_bounded/* readBounded */.CB)(at, limits/* MAX_TRUST_STORE_FILE_BYTES */.rLD));
        }
        catch (cause) {
            throw invalid(where, `${(0,rejection/* quote */.hD)(file)}: ${cause instanceof Error ? cause.message : (0,read_bounded/* unreadable */.O$)(cause)}`, cause);
        }
        for (const certificate of read) {
            const selfSigned = isIssuedBy(certificate, certificate);
            if (certificate.basicConstraints?.ca !== true && !selfSigned) {
                throw invalid(where, `${(0,rejection/* quote */.hD)(file)} holds a certificate that is neither an authority nor self-signed`);
            }
            if (type === 'tsa' && !selfSigned)
                throw invalid(where, `${(0,rejection/* quote */.hD)(file)} holds a certificate that is no root`);
            certificates.push(certificate);
        }
    }
    return certificates;
}
async function listFiles(path, where) {
    try {
        if (!(await (0,promises_.lstat)(path)).isDirectory())
            throw invalid(where, `${(0,rejection/* quote */.hD)(path)} is no folder (links are refused)`);
        const entries = await (0,promises_.readdir)(path, { withFileTypes: true });
        const strange = entries.find((entry) => !entry.isFile());
        if (strange !== undefined)
            throw invalid(where, `${(0,rejection/* quote */.hD)(strange.name)} is no file (links are refused)`);
        return entries.map(({ name }) => name).sort();
    }
    catch (error) {
        if (error instanceof errors/* CountersignError */.WS)
            throw error;
        throw invalid(where, `the folder ${(0,rejection/* quote */.hD)(path)} ${(0,read_bounded/* unreadable */.O$)(error)}`, error);
    }
}
const invalid = (store, why, cause) => new errors/* CountersignError */.WS('TRUST_POLICY_INVALID', {
    what: `The trust store ${store} cannot be used: ${why}`,
    remedy: 'Give the folder "truststore" of notation as notation-trust-store: x509/ca/NAME in it holds the root certificates, as files.',
    cause,
});

;// CONCATENATED MODULE: ./packages/core/build/notation/revocation.js
const AUTHORITY_INFORMATION_ACCESS = '1.3.6.1.5.5.7.1.1';
const CRL_DISTRIBUTION_POINTS = '2.5.29.31';
/** id-ad-ocsp, as it stands in the extension: 1.3.6.1.5.5.7.48.1 in DER. */
const OCSP = Buffer.from('06082b06010505073001', 'hex');
/** How a certificate says that its revocation can be looked up; empty: it cannot be, and notation lets it pass as well. */
const revocationSources = ({ extensions }) => [
    ...(extensions.get(AUTHORITY_INFORMATION_ACCESS)?.value.includes(OCSP) === true ? ['OCSP'] : []),
    ...(extensions.has(CRL_DISTRIBUTION_POINTS) ? ['a CRL'] : []),
];

;// CONCATENATED MODULE: ./packages/core/build/notation/verify.js










/**
 * Verifies one signature about one manifest by one statement of a trust policy, in the order of the specification
 * (specs/trust-store-trust-policy.md, "Signature verification"). Stricter than notation in one thing: where the policy only
 * logs that nobody in the trust stores stands behind a signature (level audit), it is told and still not accepted, since
 * anyone who may push could have made it. Rejects only where the trust stores cannot be read.
 */
async function verifyNotation(found, target, statement, store, now) {
    const validations = [];
    let signature;
    try {
        signature = await verifyIntegrity(found.mediaType, found.bytes);
        checkTarget(signature.target, target);
        validations.push({ type: 'integrity', state: 'passed', reason: undefined });
    }
    catch (thrown) {
        const error = (0,errors/* asCountersignError */.ek)(thrown);
        if (error.fault !== 'rejection')
            throw error;
        validations.push({ type: 'integrity', state: 'failed', reason: error.message });
        return { error, validations, signature };
    }
    const intact = signature;
    const checks = [
        ['authenticity', () => checkAuthenticity(intact, statement, store)],
        [
            'expiry',
            () => {
                checkExpiry(intact, now);
            },
        ],
        ['authenticTimestamp', () => checkTime(intact, statement, store, now)],
        [
            'revocation',
            () => {
                checkRevocation(intact.chain);
            },
        ],
    ];
    let failure;
    for (const [type, check] of checks) {
        const { error, ...validation } = await validate(type, check, statement);
        validations.push(validation);
        const counts = validation.state === 'failed' || (type === 'authenticity' && error !== undefined);
        if (counts)
            failure ??= error;
    }
    return { error: failure, validations, signature };
}
async function validate(type, check, { actions }) {
    const action = actions[type];
    if (action === 'skip')
        return { type, state: 'skipped', reason: undefined, error: undefined };
    try {
        await check();
        return { type, state: 'passed', reason: undefined, error: undefined };
    }
    catch (thrown) {
        const error = (0,errors/* asCountersignError */.ek)(thrown);
        if (error.fault !== 'rejection')
            throw error;
        return { type, state: action === 'log' ? 'logged' : 'failed', reason: error.message, error };
    }
}
/** A certificate of the chain stands in a trust store of the scheme's type, and the leaf's subject is trusted. */
async function checkAuthenticity({ chain, leaf, envelope }, statement, store) {
    const type = envelope.scheme === 'notary.x509' ? 'ca' : 'signingAuthority';
    const trusted = await certificatesOf(type, statement, store);
    if (!trusted.some((each) => chain.some((certificate) => isSame(each, certificate)))) {
        throw (0,rejection/* rejection */.cz)('CERTIFICATE_UNTRUSTED', `The signature is by ${nameOf(leaf)}, and no certificate of its chain is in a trust store ${type} of the statement`);
    }
    if (!isTrustedIdentity(leaf, statement)) {
        throw (0,rejection/* rejection */.cz)('SIGNER_NOT_ALLOWED', `The signature is by ${nameOf(leaf)}, whom the trust policy does not name`);
    }
}
function isTrustedIdentity(leaf, statement) {
    try {
        return trusts(statement, () => subjectName(leaf.subjectAttributes));
    }
    catch {
        return false; // a subject that cannot be compared is none that is trusted
    }
}
async function certificatesOf(type, { stores }, store) {
    const named = stores.filter((each) => each.type === type);
    return (await Promise.all(named.map(store))).flat();
}
function checkExpiry({ envelope: { expiry } }, now) {
    if (expiry !== undefined && now >= expiry) {
        throw (0,rejection/* rejection */.cz)('SIGNATURE_EXPIRED', `The signature expired at ${expiry.toISOString()}`);
    }
}
/**
 * That the chain was valid when it signed: by the signing authority's own time, by a timestamp where the policy has a tsa
 * trust store (with `afterCertExpiry` only once a certificate has ended), else by being valid now.
 */
async function checkTime({ chain, envelope }, statement, store, now) {
    if (envelope.scheme === 'notary.x509.signingAuthority') {
        checkValidAt(chain, envelope.signingTime, 'when the signing authority signed');
        return;
    }
    const ended = chain.some(({ notAfter }) => now > notAfter);
    const stamped = statement.stores.some(({ type }) => type === 'tsa') && (statement.verifyTimestamp === 'always' || ended);
    if (!stamped) {
        checkValidAt(chain, now, 'now, and no timestamp is asked for');
        return;
    }
    if (envelope.timestamp === undefined) {
        throw (0,rejection/* rejection */.cz)('TIMESTAMP_INVALID', 'The signature has no timestamp, which the trust policy demands');
    }
    const roots = await certificatesOf('tsa', statement, store);
    const timestamp = verifyTimestamp(envelope.timestamp, envelope.signature, roots);
    checkValidAt(chain, timestamp.earliest, 'at the time of its timestamp');
    checkValidAt(chain, timestamp.latest, 'at the time of its timestamp');
    // notation asks for the authority's revocation whatever the policy says of it; here the policy is followed.
    if (statement.actions.revocation === 'enforce')
        checkRevocation(timestamp.chain);
}
function checkValidAt(chain, time, when) {
    const outside = invalidAt(chain, time);
    if (outside === undefined)
        return;
    const { notBefore, notAfter } = outside;
    throw (0,rejection/* rejection */.cz)('TIMESTAMP_INVALID', `The certificate ${nameOf(outside)}, valid from ${notBefore.toISOString()} to ${notAfter.toISOString()}, was not valid ${when} (${time.toISOString()})`);
}
/** A certificate that names neither OCSP nor a CRL cannot be revoked; of one that does, nobody is asked here. */
function checkRevocation(chain) {
    const revocable = chain.slice(0, -1).find((certificate) => revocationSources(certificate).length > 0);
    if (revocable === undefined)
        return;
    throw (0,rejection/* rejection */.cz)('REVOCATION_UNKNOWN', `Whether the certificate ${nameOf(revocable)} was revoked was not looked up: it names ${revocationSources(revocable).join(' and ')}`);
}

;// CONCATENATED MODULE: ./packages/core/build/notation/index.js















/***/ }),

/***/ 54859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ foldCase),
/* harmony export */   nx: () => (/* binding */ hasFraction),
/* harmony export */   vU: () => (/* binding */ readStrictObject)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30058);
/* harmony import */ var _rejection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70010);


/**
 * Bytes as a JSON object whose members each stand once at every depth, not even in another case: programs in Go take two
 * such names for one and keep the last, so they would read another document than we do. Throws NOTATION_MALFORMED.
 */
function readStrictObject(bytes, what) {
    let text;
    let value;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        value = JSON.parse(text);
    }
    catch (cause) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_0__/* .malformed */ .Qm)(`The ${what} is not JSON`, cause);
    }
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_0__/* .malformed */ .Qm)(`The ${what} is not a JSON object`);
    const twice = repeatedMember(text);
    if (twice !== undefined)
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_0__/* .malformed */ .Qm)(`The ${what} holds a member twice`);
    return value;
}
/** Names that are one to a program in Go fold to the same: the Kelvin sign is a k there, and the long s an s. */
function foldCase(name) {
    return name.toUpperCase().toLowerCase();
}
/** The first member of any object in a valid JSON text that stands there before, case aside. */
function repeatedMember(text) {
    const open = [];
    const tokens = /"(?:[^"\\]|\\.)*"(?<name>\s*:)?|[{}[\]]/g;
    for (const { 0: token, groups } of text.matchAll(tokens)) {
        if (token === '{')
            open.push(new Set());
        else if (token === '[')
            open.push(undefined);
        else if (token === '}' || token === ']')
            open.pop();
        else if (groups?.name !== undefined) {
            const name = String(JSON.parse(token.slice(0, token.length - groups.name.length)));
            const folded = foldCase(name);
            const names = open.at(-1);
            if (names?.has(folded) === true)
                return name;
            names?.add(folded);
        }
    }
    return undefined;
}
/** Whether any number of a valid JSON text has a fraction or an exponent: programs in Go take no such number for an integer. */
function hasFraction(text) {
    return [...text.matchAll(/"(?:[^"\\]|\\.)*"|\d[.eE]/g)].some(([token]) => !token.startsWith('"'));
}


/***/ }),

/***/ 70010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qm: () => (/* binding */ malformed),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   cz: () => (/* binding */ rejection),
/* harmony export */   eI: () => (/* binding */ invalidTimestamp),
/* harmony export */   hD: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99772);


const REMEDY = {
    NOTATION_MALFORMED: 'Do not use the image on the strength of this signature; sign it again to replace it.',
    SIGNATURE_INVALID: 'Treat what was signed as changed after signing: find out who changed it before signing again.',
    SIGNATURE_EXPIRED: 'Sign the image again, or use a newer image: its signer set this end.',
    CERTIFICATE_UNTRUSTED: 'Check that the trust store holds the root of the authority that issued the certificate, and that the certificate is made for signing code.',
    TIMESTAMP_INVALID: 'Sign again with a certificate that is valid, or with a timestamp authority whose root is in a tsa trust store of the policy.',
    REVOCATION_UNKNOWN: 'Countersign asks no OCSP responder and reads no CRL: verify with notation, or set "revocation" to "log" or "skip" under "override" in the trust policy.',
    SUBJECT_MISMATCH: 'Look for who put a signature of another image here, and sign this digest itself.',
    SIGNER_NOT_ALLOWED: 'Add the subject of the certificate to trustedIdentities, if you trust that signer.',
};
/** A rejection with the remedy of its code. What `what` quotes of others goes through {@link quote}. */
const rejection = (code, what, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS(code, { what, remedy: REMEDY[code], cause });
/** Text of others on one line, escaped and cut. */
const quote = (text) => JSON.stringify(text.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_SHOWN_INPUT_CHARS */ .SpS ? `${text.slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_SHOWN_INPUT_CHARS */ .SpS)}...` : text);
const malformed = (what, cause) => rejection('NOTATION_MALFORMED', what, cause);
/** `what` goes on from "The timestamp". */
const invalidTimestamp = (what, cause) => rejection('TIMESTAMP_INVALID', `The timestamp ${what}`, cause);
/** What stands where a name or a number belongs, for messages; whatever else it is, nothing of it is asked for its text. */
const shown = (value) => typeof value === 'string' || typeof value === 'number' ? quote(String(value)) : 'of another kind';


/***/ }),

/***/ 16536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gp: () => (/* binding */ EXPIRY),
/* harmony export */   KS: () => (/* binding */ AUTHENTIC_SIGNING_TIME),
/* harmony export */   Kp: () => (/* binding */ SIGNING_AGENT),
/* harmony export */   Uc: () => (/* binding */ PAYLOAD_TYPE),
/* harmony export */   cS: () => (/* binding */ ENVELOPE_TYPE),
/* harmony export */   cq: () => (/* binding */ SIGNING_SCHEME),
/* harmony export */   eX: () => (/* binding */ TIMESTAMP_SIGNATURE),
/* harmony export */   gt: () => (/* binding */ SIGNING_TIME),
/* harmony export */   wd: () => (/* binding */ VERIFICATION_PLUGIN)
/* harmony export */ });
/** Media types of the envelopes (signature specification, "Signature Envelope"). */
const ENVELOPE_TYPE = {
    jws: 'application/jose+json',
    cose: 'application/cose',
};
const PAYLOAD_TYPE = 'application/vnd.cncf.notary.payload.v1+json';
/** Names of the signed and unsigned attributes, the same in both formats. */
const SIGNING_SCHEME = 'io.cncf.notary.signingScheme';
const SIGNING_TIME = 'io.cncf.notary.signingTime';
const AUTHENTIC_SIGNING_TIME = 'io.cncf.notary.authenticSigningTime';
const EXPIRY = 'io.cncf.notary.expiry';
const VERIFICATION_PLUGIN = 'io.cncf.notary.verificationPlugin';
const TIMESTAMP_SIGNATURE = 'io.cncf.notary.timestampSignature';
const SIGNING_AGENT = 'io.cncf.notary.signingAgent';


/***/ })

};
