export const id = 7792;
export const ids = [7792,9045,7782];
export const modules = {

/***/ 67792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P8: () => (/* reexport */ predicate_types/* COSIGN_SIGNATURE */.P8),
  fm: () => (/* reexport */ predicate_types/* CYCLONEDX_BOM */.fm),
  us: () => (/* reexport */ predicate_types/* SLSA_PROVENANCE_V1 */.us),
  G9: () => (/* reexport */ predicate_types/* SPDX_DOCUMENT */.G9),
  ny: () => (/* reexport */ Schemas),
  GA: () => (/* reexport */ predicate_types/* TYPES_OF_NAME */.GA),
  Oy: () => (/* reexport */ documentClaim),
  rB: () => (/* reexport */ findPlatform),
  qz: () => (/* reexport */ predicateClaim),
  uj: () => (/* reexport */ provenanceClaim),
  NJ: () => (/* reexport */ routeDocument),
  PI: () => (/* reexport */ predicate_types/* shortNameOf */.PI),
  P6: () => (/* reexport */ signatureClaim),
  mv: () => (/* reexport */ validateDocument),
  sS: () => (/* reexport */ validateOpenVex),
  MJ: () => (/* reexport */ validatePredicate),
  XL: () => (/* reexport */ validateVulnerabilityReport)
});

// UNUSED EXPORTS: COSIGN_VULN, IN_TOTO_VULNS, OPENVEX, SLSA_PROVENANCE_V02, STATEMENT_TYPE, checkDocument, checkPredicate

// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
// EXTERNAL MODULE: ./packages/core/build/reference/index.js + 3 modules
var reference = __webpack_require__(45288);
;// CONCATENATED MODULE: ./packages/core/build/claims/statement.js


/** in-toto attestation framework, spec/v1/statement.md. */
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
/**
 * The exact bytes of a Statement v1 about one subject. `predicateJson` is embedded as it stands, so a large document is
 * copied once and never parsed again. `name` is left out for an image signature (as cosign 3 writes it).
 */
function statementBytes(subject, name, predicateType, predicateJson) {
    const head = JSON.stringify({
        _type: STATEMENT_TYPE,
        subject: [
            {
                ...(name === undefined ? {} : { name: (0,reference/* claimedName */.Vu)(name) }),
                digest: { sha256: (0,oci/* hexOf */.ZD)(subject.digest) },
            },
        ],
        predicateType,
    });
    return Buffer.concat([Buffer.from(`${head.slice(0, -1)},"predicate":`), predicateJson, Buffer.from('}')]);
}

;// CONCATENATED MODULE: ./packages/core/build/claims/attestation.js

/** An SBOM that checkDocument read, as an attestation about `subject`. */
const documentClaim = (subject, name, checked) => attestation('sbom', subject, name, checked);
/** A predicate that checkPredicate read, as an attestation about `subject`. */
const predicateClaim = (subject, name, checked) => attestation('predicate', subject, name, checked);
function attestation(kind, subject, name, { predicateType, predicateJson }) {
    return {
        kind,
        subject,
        predicateType,
        payload: statementBytes(subject, name, predicateType, predicateJson),
        simpleSigning: undefined,
    };
}

// EXTERNAL MODULE: ./packages/core/build/sbom/index.js + 48 modules
var sbom = __webpack_require__(54540);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
;// CONCATENATED MODULE: ./packages/core/build/claims/invalid-document.js

/** PREDICATE_INVALID for a file that cannot be attested. */
const invalidDocument = (path, why) => new errors/* CountersignError */.WS('PREDICATE_INVALID', {
    what: `${path} cannot be attested: ${why}`,
    remedy: 'Check the tool that wrote the file, and that the path names the file it wrote.',
});

;// CONCATENATED MODULE: ./packages/core/build/claims/cyclonedx.js


const VERSIONS = new Map([
    ['1.4', 'cyclonedx-1.4'],
    ['1.5', 'cyclonedx-1.5'],
    ['1.6', 'cyclonedx-1.6'],
    ['1.7', 'cyclonedx-1.7'],
]);
/**
 * Checks a CycloneDX 1.4 to 1.7 JSON document (ECMA-424) and finds the image that metadata.component names.
 * Throws PREDICATE_INVALID naming the member.
 */
function checkCycloneDx(document, path) {
    const shape = new sbom/* Shape */.yp(path, 'CycloneDX', invalidDocument);
    if (shape.text(document, 'bomFormat') !== 'CycloneDX')
        shape.refuse('bomFormat', 'is not CycloneDX');
    const format = VERSIONS.get(shape.text(document, 'specVersion'));
    if (format === undefined)
        shape.refuse('specVersion', `is none of ${[...VERSIONS.keys()].join(', ')}`);
    const version = document.version;
    if (version !== undefined && !(Number.isSafeInteger(version) && Number(version) >= 1)) {
        shape.refuse('version', 'is not a whole number from 1');
    }
    const serial = shape.optionalText(document, 'serialNumber');
    if (serial !== undefined && !/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(serial)) {
        shape.refuse('serialNumber', 'is not a urn:uuid:');
    }
    for (const [index, component] of shape.objects(document, 'components').entries()) {
        checkComponent(component, shape, `components[${index}].`);
    }
    for (const [index, dependency] of shape.objects(document, 'dependencies').entries()) {
        shape.text(dependency, 'ref', `dependencies[${index}].`);
    }
    for (const member of ['services', 'compositions', 'vulnerabilities', 'externalReferences']) {
        shape.objects(document, member);
    }
    return { format, describes: (0,sbom/* cycloneDxDescribes */.GC)(document, shape) };
}
function checkComponent(component, shape, at) {
    shape.text(component, 'type', at);
    shape.text(component, 'name', at);
}

// EXTERNAL MODULE: ./packages/core/build/claims/predicate-types.js
var predicate_types = __webpack_require__(52687);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
;// CONCATENATED MODULE: ./packages/core/build/claims/schema-files.js
/** The schema of a format; SPDX 2.3 demands less than 2.2 did and allows what it allowed. undefined for others. */
function schemaOf(format) {
    if (format === 'other')
        return undefined;
    return format === 'spdx-2.2' ? 'spdx-2.3' : format;
}
/** A schema, and those that it refers to. Read only when a document of that form is checked. */
async function loadSchema(name) {
    switch (name) {
        case 'spdx-2.3':
            return alone(__webpack_require__.e(/* import() */ 8035).then(__webpack_require__.t.bind(__webpack_require__, 48035, 17)));
        case 'cyclonedx-1.4':
            return cycloneDx(__webpack_require__.e(/* import() */ 8389).then(__webpack_require__.t.bind(__webpack_require__, 38389, 17)));
        case 'cyclonedx-1.5':
            return cycloneDx(__webpack_require__.e(/* import() */ 5162).then(__webpack_require__.t.bind(__webpack_require__, 65162, 17)));
        case 'cyclonedx-1.6':
            return cycloneDx(__webpack_require__.e(/* import() */ 2875).then(__webpack_require__.t.bind(__webpack_require__, 2875, 17)));
        case 'cyclonedx-1.7':
            return cycloneDx(__webpack_require__.e(/* import() */ 7176).then(__webpack_require__.t.bind(__webpack_require__, 17176, 17)), __webpack_require__.e(/* import() */ 2985).then(__webpack_require__.t.bind(__webpack_require__, 82985, 17)));
        case 'slsa-provenance-v1':
            return alone(__webpack_require__.e(/* import() */ 9685).then(__webpack_require__.t.bind(__webpack_require__, 29685, 17)));
        case 'cosign-vuln-v1':
            return alone(__webpack_require__.e(/* import() */ 753).then(__webpack_require__.t.bind(__webpack_require__, 60753, 17)));
        case 'in-toto-vulns-v0.2':
            return alone(__webpack_require__.e(/* import() */ 3852).then(__webpack_require__.t.bind(__webpack_require__, 3852, 17)));
        case 'openvex-0.2.0':
            return alone(__webpack_require__.e(/* import() */ 5680).then(__webpack_require__.t.bind(__webpack_require__, 45680, 17)));
    }
}
const alone = async (schema) => ({ schema: (await schema).default, references: [] });
/** CycloneDX refers to JSON Signature Format and to the SPDX licence list. */
async function cycloneDx(schema, ...more) {
    const references = await Promise.all([
        __webpack_require__.e(/* import() */ 230).then(__webpack_require__.t.bind(__webpack_require__, 90230, 17)),
        __webpack_require__.e(/* import() */ 4374).then(__webpack_require__.t.bind(__webpack_require__, 74374, 17)),
        ...more,
    ]);
    return { schema: (await schema).default, references: references.map((module) => module.default) };
}

;// CONCATENATED MODULE: ./packages/core/build/claims/schema-findings.js

/**
 * What is wrong with a document, in bounded text: `/packages/0 lacks "name"; /files is not an array; and 3 more`. Names that
 * the document chose are quoted; its values are not shown.
 */
function findingsText(errors) {
    // That none of several forms fits says less than what is wrong with each of them.
    const plain = errors.filter(({ keyword }) => !['oneOf', 'anyOf', 'if', 'allOf'].includes(keyword));
    const byPlace = new Map();
    for (const error of plain.length > 0 ? plain : errors) {
        if (!byPlace.has(error.instancePath))
            byPlace.set(error.instancePath, error);
    }
    const shown = [...byPlace.values()].slice(0, limits/* MAX_SHOWN_FAULTS */.BuP).map(findingText);
    const more = byPlace.size - shown.length;
    return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
const findingText = (error) => `${placeOf(error.instancePath)} ${faultOf(error)}`;
function faultOf({ keyword, params, message }) {
    const given = params;
    switch (keyword) {
        case 'required':
            return `lacks ${quoted(given.missingProperty)}`;
        case 'additionalProperties':
            return `has the unknown member ${quoted(given.additionalProperty)}`;
        case 'type':
            return `is not ${[given.type].flat().join(' or ')}`;
        case 'enum':
            return `is none of the values that are allowed${listed(given.allowedValues)}`;
        case 'const':
            return `is not ${JSON.stringify(given.allowedValue)}`;
        case 'format':
            return `is not a ${String(given.format)}`;
        case 'uniqueItems':
            return 'has two elements that are equal';
        case 'oneOf':
        case 'anyOf':
            return 'has none of the forms that are allowed';
        default:
            // The library's words about the schema: nothing of the document is in them.
            return message ?? `breaks the rule ${keyword}`;
    }
}
/** A JSON pointer as it stands where it is plain, else quoted; the document chose the names in it. */
function placeOf(pointer) {
    if (pointer === '')
        return 'the document';
    const short = pointer.slice(0, limits/* MAX_SHOWN_POINTER_CHARS */.z4_);
    const text = /^[\w/~.$@:+-]+$/.test(short) ? short : JSON.stringify(short);
    return pointer.length > short.length ? `${text}…` : text;
}
const quoted = (name) => JSON.stringify(String(name).slice(0, limits/* MAX_SHOWN_POINTER_CHARS */.z4_));
const listed = (values) => Array.isArray(values) && values.length <= 8
    ? ` (${values.map((value) => JSON.stringify(value)).join(', ')})`
    : '';

;// CONCATENATED MODULE: ./packages/core/build/claims/unique-items.js
/**
 * Whether no two of the elements are equal (JSON Schema, uniqueItems: objects regardless of the order of their members).
 * In linear time: a schema library compares each pair, which takes minutes for an SBOM of 50,000 components. Equal values
 * get the same number, made of the numbers of what they hold; `numbers` may serve several lists of one document.
 */
function areUnique(elements, numbers) {
    if (elements.length < 2)
        return true;
    return new Set(elements.map((element) => numbers.of(element))).size === elements.length;
}
/** A number for each distinct JSON value. */
class ValueNumbers {
    #byText = new Map();
    #byObject = new WeakMap();
    of(value) {
        if (typeof value !== 'object' || value === null)
            return this.#numberOf(JSON.stringify(value));
        const known = this.#byObject.get(value);
        if (known !== undefined)
            return known;
        const number = this.#numberOf(Array.isArray(value) ? this.#textOfList(value) : this.#textOfObject(value));
        this.#byObject.set(value, number);
        return number;
    }
    #textOfList(list) {
        return `[${list.map((element) => this.of(element)).join()}]`;
    }
    #textOfObject(object) {
        const members = Object.entries(object).map(([name, value]) => `${JSON.stringify(name)}:${this.of(value)}`);
        return `{${members.sort().join()}}`;
    }
    #numberOf(text) {
        const known = this.#byText.get(text);
        if (known !== undefined)
            return known;
        const number = this.#byText.size;
        this.#byText.set(text, number);
        return number;
    }
}

;// CONCATENATED MODULE: ./packages/core/build/claims/schema-check.js





/**
 * The schemas of a run, each compiled at its first use: compiling takes longer than checking most documents, and an image
 * has one of the same form for each platform. The library and the schemas are loaded only here.
 */
class Schemas {
    #compiled = new Map();
    /** What is wrong with a document, all of it or the first of it; empty where it follows the schema. */
    async errorsOf(name, document, all) {
        const key = `${name} ${all}`;
        const compiling = this.#compiled.get(key) ?? compile(name, all);
        this.#compiled.set(key, compiling);
        return (await compiling)(document);
    }
}
/**
 * Checks a parsed document against the schema of its format. `size`: of its text, in bytes; of a large document only the
 * first member that is wrong is named, since there may be as many as it has bytes. Throws PREDICATE_INVALID naming the
 * members by their JSON pointers.
 */
async function requireSchema(name, document, path, size, schemas) {
    const first = await schemas.errorsOf(name, document, false);
    if (first.length === 0)
        return;
    const errors = size > limits/* MAX_BYTES_FOR_ALL_FINDINGS */.eU3 ? first : await schemas.errorsOf(name, document, true);
    throw invalidDocument(path, `it does not follow the schema ${name}: ${findingsText(errors)}`);
}
async function compile(name, allErrors) {
    // Its module is a class: a bundler hands on the default export of such a one, and none of its names.
    const [{ default: ajvModule }, { fullFormats }, { schema, references }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8739), __webpack_require__.e(1169)]).then(__webpack_require__.t.bind(__webpack_require__, 1169, 19)),
        __webpack_require__.e(/* import() */ 779).then(__webpack_require__.t.bind(__webpack_require__, 10779, 19)),
        loadSchema(name),
    ]);
    const ajv = new ajvModule.Ajv({
        strict: false,
        allErrors,
        logger: false,
        // The schemas are ours: a test holds them against the schema of schemas.
        validateSchema: false,
        schemas: [...references],
        // Every other format is taken as it is, as consumers do (schemas/README.md).
        formats: { date: fullFormats.date, 'date-time': fullFormats['date-time'] },
    });
    let numbers = new ValueNumbers();
    ajv.removeKeyword('uniqueItems');
    ajv.addKeyword({
        keyword: 'uniqueItems',
        type: 'array',
        schemaType: 'boolean',
        validate: (wanted, elements) => !wanted || areUnique(elements, numbers),
        errors: false,
    });
    const validate = ajv.compile(schema);
    return (document) => {
        numbers = new ValueNumbers(); // one document's values are not kept beside another's
        return validate(document) ? [] : (validate.errors ?? []);
    };
}

;// CONCATENATED MODULE: ./packages/core/build/claims/read-document.js

/** Holds a document against the whole schema of its format. Throws PREDICATE_INVALID naming the members. */
async function validated({ checked, value, schema }, path, schemas) {
    if (schema !== undefined)
        await requireSchema(schema, value, path, checked.predicateJson.length, schemas);
    return checked;
}

;// CONCATENATED MODULE: ./packages/core/build/claims/spdx.js


/**
 * Checks an SPDX 2.2 or 2.3 JSON document (SPDX specification, clauses 6, 7 and 11) and finds the images it describes.
 * Throws PREDICATE_INVALID naming the member.
 */
function checkSpdx(document, path) {
    const shape = new sbom/* Shape */.yp(path, 'SPDX', invalidDocument);
    const version = shape.text(document, 'spdxVersion');
    if (version !== 'SPDX-2.2' && version !== 'SPDX-2.3') {
        shape.refuse('spdxVersion', 'is neither SPDX-2.2 nor SPDX-2.3');
    }
    if (shape.text(document, 'SPDXID') !== 'SPDXRef-DOCUMENT')
        shape.refuse('SPDXID', 'is not SPDXRef-DOCUMENT');
    for (const member of ['dataLicense', 'name', 'documentNamespace'])
        shape.text(document, member);
    const creation = shape.object(document, 'creationInfo');
    shape.text(creation, 'created', 'creationInfo.');
    if (shape.texts(creation, 'creators', 'creationInfo.').length === 0) {
        shape.refuse('creationInfo.creators', 'names nobody');
    }
    shape.objects(document, 'files');
    return {
        format: version === 'SPDX-2.2' ? 'spdx-2.2' : 'spdx-2.3',
        describes: (0,sbom/* spdxDescribes */.CA)(document, shape),
    };
}

;// CONCATENATED MODULE: ./packages/core/build/claims/document.js








/**
 * Reads an SBOM (SPDX 2.2 or 2.3 JSON, CycloneDX 1.4 to 1.7 JSON), checks that it is what it says it is and finds the
 * image digests it describes. `path` is for messages. Throws PREDICATE_INVALID naming the member, LIMIT_EXCEEDED.
 */
const checkDocument = (bytes, path) => readSbom(bytes, path).checked;
/** checkDocument, and the whole schema of the format: what is signed follows it. Throws the same. */
const validateDocument = async (bytes, path, schemas = new Schemas()) => validated(readSbom(bytes, path), path, schemas);
function readSbom(bytes, path) {
    const { value, compact } = (0,sbom/* readJsonDocument */.E_)(bytes, path, invalidDocument);
    const of = (predicateType, read) => ({
        checked: { ...read, predicateType, predicateJson: compact },
        value,
        schema: schemaOf(read.format),
    });
    if (Object.hasOwn(value, 'spdxVersion'))
        return of(predicate_types/* SPDX_DOCUMENT */.G9, checkSpdx(value, path));
    if (Object.hasOwn(value, 'bomFormat'))
        return of(predicate_types/* CYCLONEDX_BOM */.fm, checkCycloneDx(value, path));
    throw invalidDocument(path, whatElse(value));
}
function whatElse(value) {
    if (Object.hasOwn(value, '@context') && Object.hasOwn(value, '@graph')) {
        return 'it is SPDX 3 (JSON-LD), which verifiers do not read as https://spdx.dev/Document; write SPDX 2.3 (syft: -o spdx-json@2.3)';
    }
    if (Object.hasOwn(value, 'artifacts') && Object.hasOwn(value, 'descriptor')) {
        return "it is syft's own JSON; write SPDX or CycloneDX (syft: -o spdx-json@2.3 or -o cyclonedx-json@1.6)";
    }
    if (Object.hasOwn(value, 'predicateType') || Object.hasOwn(value, 'payloadType')) {
        return 'it is an in-toto statement or envelope; give the document inside it';
    }
    return 'it has neither spdxVersion (SPDX) nor bomFormat (CycloneDX)';
}

;// CONCATENATED MODULE: ./packages/core/build/claims/openvex.js





/**
 * Reads an OpenVEX 0.2.0 document. It is about the products that it names, so nothing in it says to which digest it
 * belongs. Throws PREDICATE_INVALID naming the members, LIMIT_EXCEEDED.
 */
async function validateOpenVex(bytes, path, schemas = new Schemas()) {
    const { value, compact } = (0,sbom/* readJsonDocument */.E_)(bytes, path, invalidDocument);
    const context = value['@context'];
    if (typeof context !== 'string' || !context.startsWith(predicate_types/* OPENVEX */.ot)) {
        throw invalidDocument(path, 'its "@context" is not that of OpenVEX (https://openvex.dev/ns/v0.2.0)');
    }
    const checked = {
        format: 'other',
        predicateType: predicate_types/* OPENVEX */.ot,
        predicateJson: compact,
        describes: [],
    };
    return validated({ checked, value, schema: 'openvex-0.2.0' }, path, schemas);
}

// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(30058);
;// CONCATENATED MODULE: ./packages/core/build/claims/vulnerability-report.js







/**
 * Reads the predicate of a vulnerability scan: cosign's vuln v1, as `scan` writes it, or in-toto's vulns v0.2. It describes
 * the digest in `scanner.result.subject.digest`, where it has one. A scanner's own report is none of these: it says neither
 * when it was scanned nor with which database in the way that verifiers read. Throws PREDICATE_INVALID, LIMIT_EXCEEDED.
 */
async function validateVulnerabilityReport(bytes, path, schemas = new Schemas()) {
    const { value, compact } = (0,sbom/* readJsonDocument */.E_)(bytes, path, invalidDocument);
    const result = (0,json/* memberAt */.mz)(value, 'scanner', 'result');
    if (!Object.hasOwn(value, 'metadata') || (!(0,json/* isObject */.Gv)(result) && !Array.isArray(result))) {
        throw invalidDocument(path, vulnerability_report_whatElse(value));
    }
    const isList = Array.isArray(result);
    const checked = {
        format: 'other',
        predicateType: isList ? predicate_types/* IN_TOTO_VULNS */.gN : predicate_types/* COSIGN_VULN */.uW,
        predicateJson: compact,
        describes: scannedDigest(value, path),
    };
    return validated({ checked, value, schema: isList ? 'in-toto-vulns-v0.2' : 'cosign-vuln-v1' }, path, schemas);
}
/** The image that a report of cosign's form says was scanned. Throws PREDICATE_INVALID where it is not a digest. */
function scannedDigest(predicate, path) {
    const digest = (0,json/* memberAt */.mz)(predicate, 'scanner', 'result', 'subject', 'digest');
    if (digest === undefined)
        return [];
    if (typeof digest === 'string' && (0,oci/* isDigest */.Bc)(digest))
        return [digest];
    throw invalidDocument(path, 'its member scanner.result.subject.digest is not a sha256 digest');
}
function vulnerability_report_whatElse(value) {
    const scanner = ownReportOf(value);
    if (scanner !== undefined) {
        return `it is ${scanner}, not the predicate of a scan; run the scan action on it (or countersign scan) and give the vuln-predicate that it writes`;
    }
    if (Object.hasOwn(value, 'predicateType') || Object.hasOwn(value, 'payloadType')) {
        return 'it is an in-toto statement or envelope; give the predicate inside it';
    }
    if (Object.hasOwn(value, 'scanners')) {
        return 'it has "scanners", as the text of the specification writes it; verifiers read "scanner"';
    }
    return 'it has no scanner.result and metadata: it is neither cosign vuln v1 nor in-toto vulns v0.2';
}
function ownReportOf(value) {
    if (Object.hasOwn(value, 'matches'))
        return "grype's JSON";
    if (Object.hasOwn(value, 'SchemaVersion') || Object.hasOwn(value, 'ArtifactName'))
        return "trivy's JSON";
    if (Array.isArray(value.runs))
        return 'SARIF';
    if (Object.hasOwn(value, 'bomFormat'))
        return 'a CycloneDX document';
    return undefined;
}

;// CONCATENATED MODULE: ./packages/core/build/claims/predicate.js











/**
 * Reads a predicate of the given type: any JSON object for a type we do not know, the right shape for SPDX, CycloneDX,
 * SLSA provenance v1 and scans. Throws INPUT_INVALID for the type, PREDICATE_INVALID and LIMIT_EXCEEDED for the file.
 */
const checkPredicate = (type, bytes, path) => readPredicate(type, bytes, path).checked;
/** checkPredicate, and the whole schema of a type that we know. Throws the same. */
const validatePredicate = async (type, bytes, path, schemas = new Schemas()) => validated(readPredicate(type, bytes, path), path, schemas);
function readPredicate(type, bytes, path) {
    checkType(type);
    const { value, compact } = (0,sbom/* readJsonDocument */.E_)(bytes, path, invalidDocument);
    if (Object.hasOwn(value, 'predicateType') && Object.hasOwn(value, 'subject')) {
        throw invalidDocument(path, 'it is a whole in-toto statement; give its predicate alone');
    }
    const { schema, ...read } = checkKnown(type, value, path);
    return { checked: { ...read, predicateType: type, predicateJson: compact }, value, schema };
}
function checkKnown(type, value, path) {
    const sbom = (read) => ({
        ...read,
        schema: schemaOf(read.format),
    });
    const other = (schema, describes = []) => ({
        format: 'other',
        describes,
        schema,
    });
    const isOf = (base) => type === base || type.startsWith(`${base}/`);
    if (isOf(predicate_types/* SPDX_DOCUMENT */.G9))
        return sbom(checkSpdx(value, path));
    if (isOf(predicate_types/* CYCLONEDX_BOM */.fm))
        return sbom(checkCycloneDx(value, path));
    switch (type) {
        case predicate_types/* SLSA_PROVENANCE_V1 */.us:
            checkProvenance(value, path);
            return other('slsa-provenance-v1');
        case predicate_types/* COSIGN_VULN */.uW:
            return other('cosign-vuln-v1', scannedDigest(value, path));
        case predicate_types/* IN_TOTO_VULNS */.gN:
            return other('in-toto-vulns-v0.2');
        case predicate_types/* OPENVEX */.ot:
        case `${predicate_types/* OPENVEX */.ot}/v0.2.0`:
            return other('openvex-0.2.0');
        default:
            return other();
    }
}
/** SLSA specification v1, "Provenance": the members it requires. */
function checkProvenance(predicate, path) {
    const shape = new sbom/* Shape */.yp(path, 'SLSA provenance v1', invalidDocument);
    const build = shape.object(predicate, 'buildDefinition');
    shape.text(build, 'buildType', 'buildDefinition.');
    shape.object(build, 'externalParameters', 'buildDefinition.');
    shape.optionalObject(build, 'internalParameters', 'buildDefinition.');
    shape.objects(build, 'resolvedDependencies', 'buildDefinition.');
    const run = shape.object(predicate, 'runDetails');
    shape.text(shape.object(run, 'builder', 'runDetails.'), 'id', 'runDetails.builder.');
    shape.optionalObject(run, 'metadata', 'runDetails.');
}
/** An absolute URI, as in-toto's TypeURI demands; compared byte by byte, so it must be printable ASCII as it stands. */
function checkType(type) {
    const shown = JSON.stringify(type.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS));
    if (type === predicate_types/* COSIGN_SIGNATURE */.P8) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The predicate type ${shown} is that of an image signature, not of an attestation`,
            remedy: 'To sign the image, use "signature: true" or the sign action.',
        });
    }
    const wellFormed = type.length <= limits/* MAX_PREDICATE_TYPE_CHARS */.CdL &&
        /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i.test(type) &&
        URL.canParse(type);
    if (!wellFormed || (/^https?:/i.test(type) && !/^https?:\/\/[^/]/i.test(type))) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The predicate type ${shown} is not an absolute URI`,
            remedy: 'Give the whole URI, such as https://slsa.dev/provenance/v1; verifiers compare it byte by byte.',
        });
    }
}

;// CONCATENATED MODULE: ./packages/core/build/claims/provenance.js



/** GitHub's documented build type (https://actions.github.io/buildtypes/workflow/v1), as gh and slsa-verifier know it. */
const BUILD_TYPE = 'https://actions.github.io/buildtypes/workflow/v1';
/**
 * SLSA provenance v1 in GitHub's form (actions/toolkit packages/attest). Every field comes from the claims of the
 * identity token, which its issuer vouches for; nothing is read from the environment, which a build step can set.
 * Throws IDENTITY_TOKEN_INVALID where the token is not one of a GitHub Actions job.
 */
function provenanceClaim(subject, name, claims) {
    const read = claimReader(claims);
    const server = serverOf(read('iss', HTTP_URL));
    const repository = read('repository', REPOSITORY);
    const source = `${server}/${repository}`;
    const workflow = splitWorkflowRef(read('workflow_ref', PRINTABLE), repository);
    const predicate = {
        buildDefinition: {
            buildType: BUILD_TYPE,
            externalParameters: { workflow: { ref: workflow.ref, repository: source, path: workflow.path } },
            internalParameters: {
                github: {
                    event_name: read('event_name', PRINTABLE),
                    repository_id: read('repository_id', NUMBER),
                    repository_owner_id: read('repository_owner_id', NUMBER),
                    runner_environment: read('runner_environment', PRINTABLE),
                },
            },
            resolvedDependencies: [
                { uri: `git+${source}@${read('ref', PRINTABLE)}`, digest: { gitCommit: read('sha', COMMIT) } },
            ],
        },
        runDetails: {
            builder: { id: `${server}/${read('job_workflow_ref', PRINTABLE)}` },
            metadata: {
                invocationId: `${source}/actions/runs/${read('run_id', NUMBER)}/attempts/${read('run_attempt', NUMBER)}`,
            },
        },
    };
    return {
        kind: 'provenance',
        subject,
        predicateType: predicate_types/* SLSA_PROVENANCE_V1 */.us,
        payload: statementBytes(subject, name, predicate_types/* SLSA_PROVENANCE_V1 */.us, Buffer.from(JSON.stringify(predicate))),
        simpleSigning: undefined,
    };
}
const HTTP_URL = /^https?:\/\/[\x21-\x7e]{1,500}$/;
const REPOSITORY = /^[\w.-]{1,100}\/[\w.-]{1,200}$/;
/** Refs and workflow paths hold almost anything (spaces and other scripts too), but no control character. */
const PRINTABLE = /^\P{Cc}{1,2000}$/u;
const NUMBER = /^\d{1,20}$/;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const claimReader = (claims) => (claim, shape) => {
    const value = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
    if (typeof value === 'string' && shape.test(value))
        return value;
    throw notFromGitHub(value === undefined ? `it has no claim "${claim}"` : `its claim "${claim}" has an unexpected form`);
};
const notFromGitHub = (why) => new errors/* CountersignError */.WS('IDENTITY_TOKEN_INVALID', {
    what: `The identity token cannot serve as the source of provenance: ${why}`,
    remedy: 'Provenance is written from the identity token of a GitHub Actions job. Run this in a job with "id-token: write", or attest a predicate of your own with predicate-type and predicate-path.',
});
/**
 * Where the repositories of an issuer live: GitHub's own issuer (also with an enterprise's name behind it), GHE.com with
 * data residency, GitHub Enterprise Server. Others get https://github.com, as Fulcio's template for this kind of token.
 */
function serverOf(issuer) {
    const url = new URL(issuer);
    const tenant = /^token\.actions\.([a-z0-9-]+\.ghe\.com)$/.exec(url.hostname)?.[1];
    if (tenant !== undefined)
        return `https://${tenant}`;
    return url.pathname === '/_services/token' ? url.origin : 'https://github.com';
}
/**
 * `owner/name/.github/workflows/file@ref`. File names and refs may hold "@"; yet a workflow's file name has no "/" and
 * its ref starts with "refs/" (or is a commit), so the first "@refs/" is the seam.
 */
function splitWorkflowRef(text, repository) {
    const inRepository = text.startsWith(`${repository}/`) ? text.slice(repository.length + 1) : undefined;
    const parts = /^(.+?)@(refs\/.+|[0-9a-f]{40}|[0-9a-f]{64})$/u.exec(inRepository ?? '');
    const [, path, ref] = parts ?? [];
    if (path === undefined || ref === undefined) {
        throw notFromGitHub('its claim "workflow_ref" does not name a workflow of its own repository');
    }
    return { path, ref };
}

;// CONCATENATED MODULE: ./packages/core/build/claims/route.js


/**
 * The subject that a document belongs to: the index or platform of this image whose digest it names; else `platform`;
 * else the digest that was given. A document that names both the index and one platform was made for the platform.
 * `path`: what a refusal calls it. Throws DOCUMENT_SUBJECT_MISMATCH where document, platform and image disagree, INPUT_INVALID for an unknown platform.
 */
function routeDocument(checked, image, platform, path) {
    const asked = platform === undefined ? undefined : findPlatform(image, platform);
    if (checked.describes.length === 0)
        return asked ?? image.root;
    const named = [image.root, ...image.platforms].filter(({ digest }) => checked.describes.includes(digest));
    if (named.length === 0) {
        throw mismatch(`${path} describes ${checked.describes.join(', ')}, which is not part of ${image.pinned}`, 'Make the document from this image by its digest, or give the image that it describes.');
    }
    if (asked !== undefined) {
        if (named.some(({ digest }) => digest === asked.digest))
            return asked;
        throw mismatch(`${path} was given for ${platform ?? ''} (${asked.digest}), but it describes ${named.map(({ digest }) => digest).join(', ')}`, 'Give the document of that platform, or leave the platform out: the digest in the document decides.');
    }
    const platforms = named.filter(({ digest }) => digest !== image.root.digest);
    const [only, another] = platforms;
    if (only !== undefined && another === undefined)
        return only;
    if (platforms.length < named.length)
        return image.root;
    throw mismatch(`${path} describes several platforms of ${image.pinned}: ${platforms.map((subject) => subject.platform ?? subject.digest).join(', ')}`, 'Say which one it is attached to with PLATFORM=PATH, or give one document per platform.');
}
/** `linux/arm64` finds `linux/arm64/v8` too where that is the only one. Throws INPUT_INVALID. */
function findPlatform(image, platform) {
    const exact = image.platforms.find((subject) => subject.platform === platform);
    const variants = image.platforms.filter((subject) => subject.platform?.startsWith(`${platform}/`));
    const found = exact ?? (variants.length === 1 ? variants[0] : undefined);
    if (found !== undefined)
        return found;
    const known = image.platforms.map((subject) => subject.platform ?? '').join(', ');
    throw new errors/* CountersignError */.WS('INPUT_INVALID', {
        what: `${image.pinned} has no platform ${JSON.stringify(platform.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}`,
        remedy: known === ''
            ? 'It is a single image, not an index: leave the platform out.'
            : `Give one of its platforms: ${known}.`,
    });
}
const mismatch = (what, remedy) => new errors/* CountersignError */.WS('DOCUMENT_SUBJECT_MISMATCH', { what, remedy });

;// CONCATENATED MODULE: ./packages/core/build/claims/signature.js



/**
 * The image signature in both forms: the statement of cosign 3 (sigstore/cosign specs/BUNDLE_SPEC.md) and the
 * simple-signing document of the `.sig` tag (specs/SIGNATURE_SPEC.md). The same subject and name give the same bytes.
 */
function signatureClaim(subject, name) {
    const simpleSigning = {
        critical: {
            identity: { 'docker-reference': (0,reference/* claimedName */.Vu)(name) },
            image: { 'docker-manifest-digest': subject.digest },
            type: 'cosign container image signature',
        },
        optional: null,
    };
    return {
        kind: 'signature',
        subject,
        predicateType: predicate_types/* COSIGN_SIGNATURE */.P8,
        payload: statementBytes(subject, undefined, predicate_types/* COSIGN_SIGNATURE */.P8, Buffer.from('{}')),
        simpleSigning: Buffer.from(JSON.stringify(simpleSigning)),
    };
}

;// CONCATENATED MODULE: ./packages/core/build/claims/index.js













/***/ }),

/***/ 99045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ allEnded),
/* harmony export */   q: () => (/* binding */ createGate)
/* harmony export */ });
/** Runs at most `limit` tasks at a time; the others wait in the order they came. */
function createGate(limit) {
    let free = limit;
    const waiting = [];
    return async (task) => {
        if (free > 0)
            free -= 1;
        else
            await new Promise((resolve) => waiting.push(resolve));
        try {
            return await task();
        }
        finally {
            const next = waiting.shift();
            if (next === undefined)
                free += 1;
            else
                next();
        }
    };
}
/** As Promise.all, but it fails only when every task has ended: no request of a failed claim goes on behind its error. */
async function allEnded(tasks) {
    await Promise.allSettled(tasks);
    return Promise.all(tasks);
}


/***/ }),

/***/ 10328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aN: () => (/* reexport */ lastWords),
  mB: () => (/* reexport */ runProgram),
  aq: () => (/* reexport */ scrubbedEnvironment)
});

;// CONCATENATED MODULE: ./packages/core/build/program/environment.js
/** What programs need of the machine: nothing that holds a token, a password or the name of a job. */
const PASSED_ON = [
    'PATH',
    'LANG',
    'LC_ALL',
    'TZ',
    'TMPDIR',
    'TEMP',
    'TMP',
    'SystemRoot',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'no_proxy',
];
/**
 * The environment of a program we start: a short list of the machine's variables, with `own` laid over them. HOME is an
 * empty folder of this run, so that the program finds nobody's credentials or configuration there.
 */
function scrubbedEnvironment(env, home, own = {}) {
    const passed = PASSED_ON.flatMap((name) => {
        const value = env[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(passed), HOME: home, USERPROFILE: home, ...own };
}

;// CONCATENATED MODULE: ./packages/core/build/program/last-words.js
/**
 * What a program said last, to stand behind a sentence of ours: `: line | line`, or nothing where it said nothing. Colours
 * and time marks are taken out, a line that comes again stands once, and the end is kept: that is where a program says why
 * it gave up. `maxChars` bounds it.
 */
function lastWords(messages, maxChars) {
    const lines = messages
        .slice(-maxChars * LOOKED_AT)
        .replace(ESCAPE_SEQUENCES, '')
        .split(/[\r\n]+/)
        .map((line) => line.replace(TIME_MARK, '').replace(/\s+/g, ' ').trim())
        .filter((line) => line !== '');
    const distinct = lines.filter((line, at) => !lines.includes(line, at + 1));
    const text = distinct.join(' | ').slice(-maxChars);
    return text === '' ? '' : `: ${text}`;
}
/** Room for lines that come again, in lengths of what is shown. */
const LOOKED_AT = 20;
// eslint-disable-next-line no-control-regex -- escape sequences are what is taken out
const ESCAPE_SEQUENCES = /\u001b\[[0-9;?]*[A-Za-z]/g;
/** `[0000]  WARN`, of the programs' log lines: seconds since they began. */
const TIME_MARK = /^\s*\[\d{4,}\]\s*/;

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
;// CONCATENATED MODULE: ./packages/core/build/program/run.js






/**
 * Runs a program to its end, without a shell, in the environment it is given and nothing else. Throws PROGRAM_FAILED where
 * it cannot be started, runs longer than its time, prints more than it may or is ended by a signal; INTERRUPTED where the
 * run is. An exit code is the caller's to judge.
 */
async function runProgram(call) {
    const { path, args, env, cwd, signal } = call;
    if (isAborted(signal))
        throw interrupted(path);
    const child = (0,external_node_child_process_.spawn)(path, args, {
        env,
        cwd,
        shell: false,
        windowsHide: true,
        stdio: [call.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    let ended;
    const end = (why) => {
        ended ??= why;
        child.kill('SIGKILL');
        child.stdout.destroy(); // a program of its own may hold it open
        child.stderr.destroy();
    };
    const timer = setTimeout(() => {
        end(`ran longer than ${Math.round(call.timeoutMs / 1000)} s`);
    }, call.timeoutMs);
    const onAbort = () => {
        end('was interrupted');
    };
    signal.addEventListener('abort', onAbort, { once: true });
    const chunks = [];
    let printed = 0;
    const toFile = call.stdoutFile === undefined ? undefined : (0,external_node_fs_.createWriteStream)(call.stdoutFile, { flags: 'wx' });
    toFile?.on('error', () => {
        end(`could not write its output to ${call.stdoutFile ?? ''}`);
    });
    child.stdout.on('data', (chunk) => {
        printed += chunk.length;
        if (printed > call.maxOutputBytes)
            end(`printed more than ${call.maxOutputBytes} bytes`);
        else if (toFile === undefined)
            chunks.push(chunk);
        else if (!toFile.write(chunk)) {
            child.stdout.pause();
            toFile.once('drain', () => child.stdout.resume());
        }
    });
    const messages = new MessageTail(call.onMessage);
    if (child.stdin !== null) {
        child.stdin.on('error', () => undefined); // it ended, or read no more: its answer tells
        external_node_stream_.Readable.from((call.stdin ?? []).filter(({ length }) => length > 0), { objectMode: false }).pipe(child.stdin);
    }
    child.stderr.on('data', (chunk) => {
        messages.add(chunk);
    });
    try {
        const exitCode = await new Promise((resolve, reject) => {
            child.once('error', (cause) => {
                reject(failed(path, 'cannot be started', '', cause));
            });
            child.once('close', (code, killedBy) => {
                if (killedBy !== null)
                    ended ??= `was ended by ${killedBy}`;
                resolve(code);
            });
        });
        messages.end();
        if (isAborted(signal))
            throw interrupted(path);
        if (ended !== undefined || exitCode === null)
            throw failed(path, ended ?? 'ended without a status', messages.text);
        if (toFile !== undefined) {
            toFile.end();
            await (0,promises_.finished)(toFile);
        }
        return { exitCode, stdout: Buffer.concat(chunks).toString('utf8'), messages: messages.text };
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        toFile?.destroy();
    }
}
/** Asked anew each time: a signal fires while a program runs. */
const isAborted = ({ aborted }) => aborted;
/** The end of what a program says, and its lines one by one. */
class MessageTail {
    #onMessage;
    #decoder = new TextDecoder();
    #tail = '';
    #line = '';
    constructor(onMessage) {
        this.#onMessage = onMessage;
    }
    get text() {
        return this.#tail;
    }
    add(chunk) {
        const text = this.#decoder.decode(chunk, { stream: true });
        this.#tail = (this.#tail + text).slice(-limits/* MAX_PROGRAM_MESSAGE_CHARS */.wFu);
        const lines = (this.#line + text).split('\n');
        this.#line = (lines.pop() ?? '').slice(0, limits/* MAX_PROGRAM_MESSAGE_CHARS */.wFu);
        for (const line of lines)
            this.#onMessage?.(line);
    }
    end() {
        if (this.#line !== '')
            this.#onMessage?.(this.#line);
        this.#line = '';
    }
}
const failed = (path, why, messages, cause) => new errors/* CountersignError */.WS('PROGRAM_FAILED', {
    what: `The program ${path} ${why}${messages === '' ? '' : `: ${messages.trim().slice(-1000)}`}`,
    remedy: 'Run the step again; where it fails again, run that program by hand to see what it lacks.',
    cause,
});
const interrupted = (path) => new errors/* CountersignError */.WS('INTERRUPTED', {
    what: `The run was interrupted while ${path} was running`,
    remedy: 'Run it again.',
});

;// CONCATENATED MODULE: ./packages/core/build/program/index.js





/***/ }),

/***/ 78765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  It: () => (/* reexport */ addReferrers),
  Hn: () => (/* reexport */ createRegistryClient),
  vK: () => (/* reexport */ createStores),
  M5: () => (/* reexport */ createTagWriter),
  H$: () => (/* reexport */ fallbackEntries),
  fH: () => (/* reexport */ fallbackTag),
  j9: () => (/* reexport */ layersConfig),
  Cs: () => (/* reexport */ layersFormat),
  _: () => (/* reexport */ mendingFormat),
  B9: () => (/* reexport */ openLayout),
  f$: () => (/* reexport */ readManifestDocument),
  FX: () => (/* reexport */ removeReferrers),
  Aw: () => (/* reexport */ requireFallbackEntries),
  Bq: () => (/* reexport */ rightDescriptors),
  jw: () => (/* reexport */ saysAsItShould),
  gT: () => (/* reexport */ supersededBy),
  ZM: () => (/* reexport */ supersedesAnnotation)
});

// UNUSED EXPORTS: readDescriptor

// EXTERNAL MODULE: ./packages/core/build/reference/index.js + 3 modules
var build_reference = __webpack_require__(45288);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/http/index.js + 12 modules
var http = __webpack_require__(20027);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
;// CONCATENATED MODULE: ./packages/core/build/registry/readable.js

/**
 * Asks again while an answer is not what it should be, by default JSON, MAX_UNREADABLE_ANSWERS times in all: what stands
 * between may cut a body off or answer with a page of its own. The last answer is handed over as it is, for the caller
 * to judge.
 */
async function whileUnreadable({ clock, random, signal }, ask, isUnreadable = isNoJson) {
    let response = await ask();
    for (let attempt = 1; attempt < limits/* MAX_UNREADABLE_ANSWERS */.xyU && isUnreadable(response); attempt += 1) {
        await clock.sleep(limits/* FIRST_RETRY_DELAY_MS */.bdv * attempt * (1 + random.fraction()), signal);
        response = await ask();
    }
    return response;
}
/** Whether a 200 holds something that is no JSON. */
function isNoJson({ status, body }) {
    if (status !== 200)
        return false;
    try {
        JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
        return false;
    }
    catch {
        return true;
    }
}

;// CONCATENATED MODULE: ./packages/core/build/registry/blobs.js







/** The blobs of one repository (OCI distribution specification, "Pulling blobs", "Pushing blobs"). */
class Blobs {
    #connection;
    #name;
    /** Blobs that were new to this run: stored, or on their way. */
    #added = new Map();
    constructor(connection, name) {
        this.#connection = connection;
        this.#name = name;
    }
    async getBlob(descriptor, maxBytes) {
        const { digest, size } = descriptor;
        if (size > maxBytes) {
            throw new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
                what: `The blob ${digest} in ${(0,build_reference/* formatName */.nD)(this.#name)} has ${size} bytes; at most ${maxBytes} are read`,
                remedy: 'Look at what was stored there: it is larger than anything of its kind.',
            });
        }
        // Not as a stream: what is handed over piece by piece cannot be asked for again where it breaks off.
        const request = this.#pull(descriptor);
        const response = await whileUnreadable(this.#connection.context, () => this.#connection.send(request), ({ status, body }) => status === 200 && body.length < size);
        if (response.status === 404)
            return undefined;
        if (response.status !== 200)
            throw await this.#connection.refusal(response, request.doing);
        checkContent((0,oci/* digestOf */.ol)(response.body), response.body.length, descriptor, this.#name);
        return response.body;
    }
    async openBlob(descriptor) {
        const request = this.#pull(descriptor);
        const response = await this.#connection.stream(request);
        if (response.status === 404)
            return undefined;
        if (response.status !== 200)
            throw await this.#connection.refusal(response, request.doing);
        return checked(response.body, descriptor, this.#name);
    }
    putBlob(blob, { isNew = false } = {}) {
        const digest = blob instanceof Uint8Array ? (0,oci/* digestOf */.ol)(blob) : blob.digest;
        if (!isNew)
            return this.#store(blob, digest, true);
        const added = this.#added.get(digest);
        if (added !== undefined)
            return added;
        const storing = this.#store(blob, digest, false);
        this.#added.set(digest, storing);
        storing.catch(() => this.#added.delete(digest));
        return storing;
    }
    async #store(blob, digest, mayBeThere) {
        const size = blob instanceof Uint8Array ? blob.length : blob.size;
        const doing = this.#doing(`upload the blob ${digest}`);
        const descriptor = { mediaType: 'application/octet-stream', digest, size };
        if (mayBeThere && (await this.#has(digest)))
            return descriptor;
        if (size <= limits/* MAX_SINGLE_POST_BYTES */.L5F && (await this.#uploadAtOnce(digest, blob, doing)))
            return descriptor;
        for (let session = 1;; session += 1) {
            const response = await this.#upload(await this.#openSession(doing), digest, blob, doing);
            if (isOk(response)) {
                this.#checkStated(response, digest);
                return descriptor;
            }
            // The session is gone: its answer was lost and this was the second PUT, or the registry forgot it.
            if (response.status === 404 && (await this.#has(digest)))
                return descriptor;
            if (response.status !== 404 || session === limits/* MAX_UPLOAD_SESSIONS */.DBE) {
                throw await this.#connection.refusal(response, doing);
            }
        }
    }
    async proveWriteAccess({ background, } = {}) {
        const cancelling = this.#cancel(await this.#openSession(this.#doing('open an upload')));
        if (background === undefined)
            await cancelling;
        else
            background(cancelling);
    }
    /** A courtesy: the session that was opened proved the access, and a registry drops what is left open. */
    async #cancel(location) {
        const { log } = this.#connection.context;
        try {
            await this.#connection.send({
                method: 'DELETE',
                path: location,
                access: 'pull,push',
                doing: this.#doing('cancel an upload'),
                maxResponseBytes: limits/* MAX_WRITE_ANSWER_BYTES */.Axt,
                repeatable: false,
            });
        }
        catch (error) {
            if (!(error instanceof errors/* CountersignError */.WS) || error.code === 'INTERRUPTED')
                throw error;
            log.debug(`An upload to ${(0,build_reference/* formatName */.nD)(this.#name)} was left open: ${error.message}`);
        }
    }
    #pull({ digest, size }) {
        const doing = this.#doing(`read the blob ${digest}`);
        return { method: 'GET', path: `blobs/${digest}`, access: 'pull', doing, maxResponseBytes: size };
    }
    async #has(digest) {
        const doing = this.#doing(`look up the blob ${digest}`);
        const response = await this.#connection.send({
            method: 'HEAD',
            path: `blobs/${digest}`,
            access: 'pull,push',
            doing,
            maxResponseBytes: 0,
        });
        if (response.status === 200)
            return true;
        if (response.status === 404)
            return false;
        throw await this.#connection.refusal(response, doing);
    }
    /**
     * One POST with the whole blob, which a registry may take or answer with an opened session (distribution does). One that
     * knows neither is not asked again: sessions are what every registry has. false: nothing was stored.
     */
    async #uploadAtOnce(digest, body, doing) {
        const { lacks } = this.#connection;
        if (lacks.has('single POST'))
            return false;
        const response = await this.#connection.send({
            method: 'POST',
            path: `blobs/uploads/?digest=${encodeURIComponent(digest)}`,
            access: 'pull,push',
            doing,
            headers: { 'content-type': 'application/octet-stream' },
            body,
            maxResponseBytes: limits/* MAX_WRITE_ANSWER_BYTES */.Axt,
            repeatable: true, // the same bytes under the same digest
            answers: [500],
        });
        if (isOk(response) && response.status !== 202) {
            this.#checkStated(response, digest);
            return true;
        }
        lacks.add('single POST');
        if (response.status !== 202)
            return false;
        const put = await this.#upload(locationOf(response, this.#name), digest, body, doing);
        if (isOk(put))
            this.#checkStated(put, digest);
        return isOk(put);
    }
    #upload(location, digest, body, doing) {
        location.searchParams.set('digest', digest);
        return this.#connection.send({
            method: 'PUT',
            path: location,
            access: 'pull,push',
            doing,
            headers: { 'content-type': 'application/octet-stream' },
            body,
            maxResponseBytes: limits/* MAX_WRITE_ANSWER_BYTES */.Axt,
        });
    }
    /** Opening a session twice leaves one unused, which the registry drops: the POST may be repeated. */
    async #openSession(doing) {
        const response = await this.#connection.send({
            method: 'POST',
            path: 'blobs/uploads/',
            access: 'pull,push',
            doing,
            maxResponseBytes: limits/* MAX_WRITE_ANSWER_BYTES */.Axt,
            repeatable: true,
        });
        if (response.status !== 202)
            throw await this.#connection.refusal(response, doing);
        return locationOf(response, this.#name);
    }
    #checkStated(response, digest) {
        const stated = response.headers['docker-content-digest'];
        if (stated === undefined || stated === digest || !(0,oci/* isDigest */.Bc)(stated))
            return;
        throw (0,http/* misbehaved */.ty)('registry', this.#name.host, `stored the blob ${digest} as ${stated}`);
    }
    #doing(what) {
        return { name: this.#name, what };
    }
}
const isOk = ({ status }) => status >= 200 && status < 300;
/**
 * Where an upload goes on: relative or absolute, here or on another origin (which then gets no credentials: the request
 * layer sends them to this registry alone). A registry behind a proxy that ends TLS may call itself http.
 */
function locationOf(response, name) {
    const text = response.headers.location ?? '';
    if (text === '' || !URL.canParse(text, response.url)) {
        throw (0,http/* misbehaved */.ty)('registry', name.host, 'opened an upload without saying where it goes on');
    }
    const url = new URL(text, response.url);
    const asked = new URL(response.url);
    if (asked.protocol === 'https:' && url.protocol === 'http:' && url.host === asked.host)
        url.protocol = 'https:';
    const downgraded = asked.protocol === 'https:' && url.protocol !== 'https:';
    if (downgraded ||
        (url.protocol !== 'https:' && url.protocol !== 'http:') ||
        url.username !== '' ||
        url.password !== '') {
        throw (0,http/* misbehaved */.ty)('registry', name.host, `wants the upload at ${(0,http/* redactUrl */.BO)(url.href)}`);
    }
    return url;
}
async function* checked(body, descriptor, name) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let length = 0;
    for await (const chunk of body) {
        length += chunk.length;
        hash.update(chunk);
        yield chunk;
    }
    checkContent(`sha256:${hash.digest('hex')}`, length, descriptor, name);
}
function checkContent(found, length, { digest, size }, name) {
    if (found === digest && length === size)
        return;
    throw new errors/* CountersignError */.WS('DIGEST_MISMATCH', {
        what: `${(0,build_reference/* formatName */.nD)(name)} answered the blob ${digest} (${size} bytes) with other bytes: ${found} (${length} bytes)`,
        remedy: 'Do not use this image: the registry, or something before it, changed what was stored.',
    });
}

;// CONCATENATED MODULE: ./packages/core/build/registry/token.js




/**
 * Asks the token service that a Bearer challenge names (distribution, "Token Authentication"; with an identity token
 * "OAuth2 Token Authentication"). The service may be another origin, that is how Docker Hub and GHCR work, and it gets
 * the credential of the registry that named it. What a hostile registry can win by that: its own credential, which it
 * had already. The scope is ours and never the challenge's, so it cannot have a shared token service make a token
 * for another repository; a realm must be https, or plain http where the registry itself is plain http; and a
 * registry elsewhere cannot point at this machine. Throws REGISTRY_UNAUTHORIZED, REGISTRY_FORBIDDEN,
 * REGISTRY_MISBEHAVED, REGISTRY_UNAVAILABLE.
 */
async function fetchToken(request) {
    const { context, credential } = request;
    const realm = realmOf(request);
    const response = await whileUnreadable(context, () => context.http.send({
        ...(credential?.kind === 'identity-token'
            ? oauthRequest(request, realm, credential.token)
            : tokenRequest(request, realm)),
        service: 'registry-token',
        maxResponseBytes: limits/* MAX_REGISTRY_TOKEN_BYTES */.NZo,
        repeatable: true,
    }));
    if (response.status !== 200)
        throw refused(request, response.status, response.body);
    const answer = parse(response.body);
    const value = textOf(answer, 'token') ?? textOf(answer, 'access_token');
    if (value === undefined || !/^[\x21-\x7e]+$/.test(value)) {
        throw (0,http/* misbehaved */.ty)('registry-token', realm.host, 'answered 200 without a token that could be used');
    }
    const seconds = answer.expires_in;
    const lifetime = typeof seconds === 'number' && seconds > 0 ? seconds : limits/* DEFAULT_REGISTRY_TOKEN_SECONDS */.krv;
    // A tenth early: what is sent now must still be good when it arrives, and the clocks need not agree.
    return { value, usableUntil: context.clock.now().getTime() + lifetime * 900 };
}
const basicAuthorization = (username, password) => `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
function realmOf({ challenge, registry, plainHttpHosts }) {
    const text = challenge.parameters.realm ?? '';
    const refuse = (why) => (0,http/* misbehaved */.ty)('registry', registry.host, `sends for a token to ${(0,http/* redactUrl */.BO)(text)}, ${why}`);
    if (!URL.canParse(text))
        throw refuse('which is not an address');
    const realm = new URL(text);
    if (realm.username !== '' || realm.password !== '')
        throw refuse('an address with a user name in it');
    if ((0,http/* isLoopback */.U9)(realm.hostname) && !(0,http/* isLoopback */.U9)(registry.hostname))
        throw refuse('which is this machine itself');
    if (realm.protocol === 'https:')
        return realm;
    const plainAllowed = (0,http/* isLoopback */.U9)(realm.hostname) || realm.host === registry.host || plainHttpHosts.includes(realm.host);
    if (realm.protocol === 'http:' && registry.protocol === 'http:' && plainAllowed)
        return realm;
    throw refuse('and credentials are sent over https only');
}
function tokenRequest({ challenge, scope, credential }, realm) {
    const url = new URL(realm);
    const { service } = challenge.parameters;
    if (service !== undefined)
        url.searchParams.set('service', service);
    url.searchParams.set('scope', scope);
    return {
        method: 'GET',
        url: url.href,
        ...(credential?.kind === 'basic'
            ? { authorization: basicAuthorization(credential.username, credential.password) }
            : {}),
    };
}
function oauthRequest({ challenge, scope }, realm, refreshToken) {
    const form = new URLSearchParams({
        grant_type: 'refresh_token',
        service: challenge.parameters.service ?? '',
        client_id: 'countersign',
        scope,
        refresh_token: refreshToken,
    });
    return {
        method: 'POST',
        url: realm.href,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: Buffer.from(form.toString()),
        secrets: [refreshToken],
    };
}
function refused({ registry, credential, scope }, status, body) {
    const secrets = credential === undefined ? [] : [credential.kind === 'basic' ? credential.password : credential.token];
    const words = (0,http/* excerptOf */.zU)(body, secrets);
    const what = `The token service of ${registry.host} gave no token for ${scope} (${status}${words === '' ? '' : `: ${words}`})`;
    const login = loginOf(credential);
    if (status === 403 && credential !== undefined) {
        return new errors/* CountersignError */.WS('REGISTRY_FORBIDDEN', {
            what,
            remedy: `Give this account the right to that repository. ${login}`,
        });
    }
    // 400 is how an OAuth2 endpoint refuses a grant (RFC 6749, section 5.2: invalid_grant).
    if (status === 401 || status === 403 || (status === 400 && credential?.kind === 'identity-token')) {
        return new errors/* CountersignError */.WS('REGISTRY_UNAUTHORIZED', {
            what,
            remedy: `Log in to ${registry.host} with an account that exists there (docker login, or registry-username and registry-password). ${login}`,
        });
    }
    return new errors/* CountersignError */.WS('REGISTRY_REFUSED', { what, remedy: 'Check the name of the repository.' });
}
/** Which credential was used, without it. */
const loginOf = (credential) => credential === undefined
    ? 'No credentials were found for it; this run asked anonymously.'
    : `Credentials used: ${credential.source}.`;
function parse(body) {
    try {
        const json = JSON.parse(new TextDecoder().decode(body));
        return typeof json === 'object' && json !== null ? json : {};
    }
    catch {
        return {}; // told below as an answer without a token
    }
}
function textOf(answer, name) {
    const value = answer[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
}

;// CONCATENATED MODULE: ./packages/core/build/registry/authorizer.js

/** The Authorization header for one registry host: what it challenged with, and a token for each scope. */
class Authorizer {
    #context;
    #registry;
    #plainHttpHosts;
    #credentials;
    #tokens = new Map();
    #tokenValues = new Set();
    #refused = new Set();
    #challenge;
    constructor(about) {
        this.#context = about.context;
        this.#registry = about.registry;
        this.#plainHttpHosts = about.plainHttpHosts;
        this.#credentials = about.credentials;
    }
    /** Who asks, for people; and every secret that was sent, for blotting them out of what a registry says. */
    async account(name) {
        const credential = await this.#credentials.find(name);
        return { login: loginOf(credential), secrets: [...secretsOf(credential), ...this.#tokenValues] };
    }
    /** Takes what the registry asks for; Bearer before Basic. false: it asks for nothing that we could give. */
    learn(challenges) {
        const chosen = challenges.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.realm !== undefined) ??
            challenges.find(({ scheme }) => scheme === 'basic');
        this.#challenge = chosen ?? this.#challenge;
        return chosen !== undefined;
    }
    /** undefined: nothing has been asked for yet, or there is nothing to give. */
    async header(name, access) {
        const challenge = this.#challenge;
        if (challenge === undefined)
            return undefined;
        const credential = await this.#credentials.find(name);
        if (credential?.kind === 'registry-token')
            return `Bearer ${credential.token}`;
        if (challenge.scheme === 'basic') {
            return credential?.kind === 'basic'
                ? basicAuthorization(credential.username, credential.password)
                : undefined;
        }
        return `Bearer ${(await this.#token(challenge, name, credential, access)).value}`;
    }
    /** A token that was refused is not used again, however long it should be good. */
    forget(header) {
        this.#refused.add(header);
    }
    async #token(challenge, name, credential, access) {
        // Who may write may read: a token for both is used for either.
        const both = access === 'delete' ? undefined : await this.#cached(scopeOf(name, 'pull,push'), credential);
        if (both !== undefined)
            return both;
        const scope = scopeOf(name, access);
        const cached = await this.#cached(scope, credential);
        if (cached !== undefined)
            return cached;
        const key = keyOf(scope, credential);
        const fetching = fetchToken({
            context: this.#context,
            registry: this.#registry,
            plainHttpHosts: this.#plainHttpHosts,
            challenge,
            credential,
            scope,
        });
        this.#tokens.set(key, fetching);
        const token = await fetching;
        this.#tokenValues.add(token.value);
        return token;
    }
    /** A token that is there, or on its way, and is good for a while. */
    async #cached(scope, credential) {
        const key = keyOf(scope, credential);
        const fetching = this.#tokens.get(key);
        if (fetching === undefined)
            return undefined;
        try {
            const token = await fetching;
            const fresh = token.usableUntil > this.#context.clock.now().getTime();
            if (fresh && !this.#refused.has(`Bearer ${token.value}`))
                return token;
        }
        catch {
            // The caller that asked for it was told; this one asks for itself.
        }
        if (this.#tokens.get(key) === fetching)
            this.#tokens.delete(key);
        return undefined;
    }
}
function secretsOf(credential) {
    if (credential === undefined)
        return [];
    if (credential.kind !== 'basic')
        return [credential.token];
    const { username, password } = credential;
    return [password, basicAuthorization(username, password).slice('Basic '.length)];
}
const scopeOf = ({ repository }, access) => `repository:${repository}:${access}`;
// One host may hold several accounts, by path: a token of one is not for another.
const keyOf = (scope, credential) => `${scope} ${credential?.source ?? ''}`;

;// CONCATENATED MODULE: ./packages/core/build/registry/challenge.js

/**
 * Reads a WWW-Authenticate header, several headers joined by ", " (RFC 9110, sections 11.2 to 11.6.1): any case, several
 * challenges, quoted commas and backslashes, empty list elements. What cannot be read ends the list: it is a
 * server's word about how to log in, and the challenges before it still count. A repeated parameter keeps its first value.
 */
function parseChallenges(header) {
    const scanner = new Scanner(header.slice(0, limits/* MAX_CHALLENGE_CHARS */.nvn));
    const challenges = [];
    scanner.skipSeparators();
    while (challenges.length < limits/* MAX_CHALLENGES */.QrG) {
        const scheme = scanner.take(TOKEN)?.toLowerCase();
        if (scheme === undefined)
            break;
        const parameters = parametersOf(scanner);
        if (parameters === undefined)
            break;
        challenges.push({ scheme, parameters });
    }
    return challenges;
}
const TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
const TOKEN68 = /[A-Za-z0-9._~+/-]+=*(?=\s*(?:,|$))/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"/y;
const SPACE = /[ \t]+/y;
const EQUALS = /[ \t]*=[ \t]*/y;
const SEPARATORS = /[ \t]*(?:,[ \t]*)*/y;
/** Undefined where the text is broken. */
function parametersOf(scanner) {
    const parameters = Object.create(null);
    const spaced = scanner.take(SPACE) !== undefined;
    // A token68 (`Negotiate abc==`) stands in place of parameters, and says nothing to us.
    if (spaced && scanner.take(TOKEN68) !== undefined) {
        scanner.skipSeparators();
        return parameters;
    }
    scanner.skipSeparators();
    while (!scanner.atEnd()) {
        const before = scanner.position;
        const name = scanner.take(TOKEN)?.toLowerCase();
        if (name === undefined)
            return undefined;
        if (scanner.take(EQUALS) === undefined) {
            scanner.position = before; // a scheme: the next challenge begins here
            return parameters;
        }
        const quoted = scanner.take(QUOTED);
        const value = quoted === undefined ? scanner.take(TOKEN) : quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1');
        if (value === undefined)
            return undefined;
        parameters[name] ??= value;
        scanner.skipSeparators();
    }
    return parameters;
}
class Scanner {
    #text;
    position = 0;
    constructor(text) {
        this.#text = text;
    }
    take(pattern) {
        pattern.lastIndex = this.position;
        const found = pattern.exec(this.#text)?.[0];
        if (found !== undefined)
            this.position += found.length;
        return found;
    }
    skipSeparators() {
        this.take(SEPARATORS);
    }
    atEnd() {
        return this.position >= this.#text.length;
    }
}

;// CONCATENATED MODULE: ./packages/core/build/registry/refusal.js



/**
 * An answer that is neither success nor one the caller expected, as an error with the registry's own words. `login` tells
 * which credentials were used; `secrets` are blotted out, since a registry may echo what it was sent.
 */
function refusalOf(response, doing, { login, secrets }) {
    const words = wordsOf(response.body, secrets);
    const said = words === '' ? `${response.status}` : `${response.status}: ${words}`;
    const { code, remedy } = kindOf(response.status, words, doing, login);
    return new errors/* CountersignError */.WS(code, {
        what: `${doing.name.host} refused to ${doing.what} in ${(0,build_reference/* formatName */.nD)(doing.name)} (${said})`,
        remedy,
    });
}
/** Whether the registry refuses because tags may not be moved there. */
const saysImmutable = (response) => IMMUTABLE_STATUSES.has(response.status) && IMMUTABLE.test(wordsOf(response.body));
/** Whether a manifest was refused because a blob or manifest that it names is not visible yet. */
const saysContentUnknown = (response) => (response.status === 404 || response.status === 400) &&
    /\b(MANIFEST_BLOB_UNKNOWN|BLOB_UNKNOWN)\b/.test(wordsOf(response.body));
// Each registry says it in its own way: ECR 400 "is immutable", Harbor 412 "configured as immutable", Artifact Registry
// 400 "tag immutability", ACR 405 "locked", Quay and Nexus 400 "cannot be overwritten", "updating ... disallowed".
const IMMUTABLE = /\bimmutab|\bTAG_INVALID\b|cannot be overwritten|\boverwrit|is locked|already exists/i;
const IMMUTABLE_STATUSES = new Set([400, 403, 405, 409, 412]);
function kindOf(status, words, doing, login) {
    if (doing.movesTag !== undefined && IMMUTABLE_STATUSES.has(status) && IMMUTABLE.test(words)) {
        return {
            code: 'TAG_IMMUTABLE',
            remedy: `Exclude tags of the form sha256-* from the registry's immutability rule (here: ${doing.movesTag}), or store claims in another repository (signature-repository), then run again.`,
        };
    }
    if (status === 401)
        return {
            code: 'REGISTRY_UNAUTHORIZED',
            remedy: `Log in to the registry with an account that may do this (docker login, or registry-username and registry-password). ${login}`,
        };
    if (status === 403) {
        return {
            code: 'REGISTRY_FORBIDDEN',
            remedy: `The registry knows who asks and says no: give this account the right to it (on GHCR: packages: write for the job, and the package linked to the repository); where it may only read, store claims in another repository (signature-repository). ${login}`,
        };
    }
    // Distribution's pull-through cache, Harbor's proxy projects and registries in maintenance answer a write so.
    if (status === 405) {
        return {
            code: 'REGISTRY_REFUSED',
            remedy: 'A registry that takes no writes here is a pull-through cache or read-only: name the image in the registry that it comes from, or store claims in another repository (signature-repository).',
        };
    }
    return { code: 'REGISTRY_REFUSED', remedy: "See the registry's own words above; its log has more." };
}
/** The registry's codes and messages (OCI distribution specification, "Error Codes"), else the beginning of the body. */
function wordsOf(body, secrets = []) {
    const text = new TextDecoder().decode(body);
    try {
        const json = JSON.parse(text);
        const errors = typeof json === 'object' && json !== null && 'errors' in json ? json.errors : undefined;
        if (Array.isArray(errors)) {
            const words = errors.slice(0, 5).map((error) => {
                const { code, message } = typeof error === 'object' && error !== null ? error : {};
                return [code, message].filter((part) => typeof part === 'string').join(' ');
            });
            return (0,http/* excerptOf */.zU)(words.filter((each) => each !== '').join('; '), secrets);
        }
    }
    catch {
        return (0,http/* excerptOf */.zU)(text, secrets); // not JSON: a proxy's page, or plain words
    }
    return (0,http/* excerptOf */.zU)(text, secrets);
}

;// CONCATENATED MODULE: ./packages/core/build/registry/connection.js






/** One registry host: where it answers, and the authorization of each request. */
class Connection {
    origin;
    context;
    /** What this registry was seen not to have, so that it is not asked for again. */
    lacks = new Set();
    #authorizer;
    constructor(about) {
        const { context, host, plainHttpHosts, credentials } = about;
        this.context = context;
        this.origin = originOf(host, plainHttpHosts);
        this.#authorizer = new Authorizer({ context, registry: this.origin, plainHttpHosts, credentials });
    }
    /** Any status but 401 and 403 is an answer. Throws REGISTRY_UNAUTHORIZED and REGISTRY_FORBIDDEN. */
    send(request) {
        return this.#authorized(request, (each) => this.context.http.send(each));
    }
    stream(request) {
        return this.#authorized(request, (each) => this.context.http.stream(each));
    }
    /** An unexpected answer as the error it is. */
    async refusal({ status, body }, doing) {
        const bytes = body instanceof Uint8Array ? body : await bytesOf(body);
        return refusalOf({ status, body: bytes }, doing, await this.#authorizer.account(doing.name));
    }
    /**
     * First without anything, until a challenge says how; then with the credential that belongs to this host. Credentials
     * never go to another origin: neither to an upload's Location elsewhere nor on a redirect, and a challenge counts
     * only where this origin itself sent it.
     */
    async #authorized(request, send) {
        const { path, access, doing, ...rest } = request;
        const url = path instanceof URL ? path : new URL(`/v2/${doing.name.repository}/${path}`, this.origin);
        const base = { ...rest, service: 'registry', url: url.href };
        const own = url.origin === this.origin.origin;
        const once = async (authorization) => {
            try {
                return await send(authorization === undefined ? base : { ...base, authorization });
            }
            catch (error) {
                throw explainTls(error, this.origin);
            }
        };
        let header = own ? await this.#authorizer.header(doing.name, access) : undefined;
        let response = await once(header);
        if (response.status === 401 && own && new URL(response.url).origin === this.origin.origin) {
            if (header !== undefined)
                this.#authorizer.forget(header);
            const challenged = this.#authorizer.learn(parseChallenges(response.headers['www-authenticate'] ?? ''));
            const renewed = challenged ? await this.#authorizer.header(doing.name, access) : undefined;
            if (renewed !== undefined && renewed !== header) {
                header = renewed;
                response = await once(header);
            }
        }
        if (response.status === 401 || response.status === 403) {
            throw await this.refusal(response, doing);
        }
        return response;
    }
}
/** https, but plain http on this machine and for hosts that were named. */
function originOf(host, plainHttpHosts) {
    const api = (0,build_reference/* apiHost */.nz)(host);
    const { hostname } = new URL(`https://${api}`);
    return new URL(`${(0,http/* isLoopback */.U9)(hostname) || plainHttpHosts.includes(host) ? 'http' : 'https'}://${api}`);
}
function explainTls(error, origin) {
    if (!(error instanceof errors/* CountersignError */.WS) || origin.protocol !== 'https:')
        return error;
    const { cause } = error;
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code !== 'EPROTO' && code !== 'ERR_SSL_WRONG_VERSION_NUMBER')
        return error;
    return new errors/* CountersignError */.WS('PLAIN_HTTP_REFUSED', {
        what: `${origin.host} does not answer in TLS; it seems to speak plain http, which is used on this machine (loopback) alone`,
        remedy: `Serve the registry over https, or name ${origin.host} in plain-http if the network between is yours.`,
        cause: error,
    });
}
async function bytesOf(body) {
    const chunks = [];
    for await (const chunk of body)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/core/build/json.js
var build_json = __webpack_require__(30058);
// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(46524);
;// CONCATENATED MODULE: ./packages/core/build/registry/credentials/auth-file.js





/** The key under which Docker stores its own registry. */
const DOCKER_HUB_SERVER = 'https://index.docker.io/v1/';
/** undefined: there is no such file. Throws CREDENTIALS_INVALID for one that cannot be read, naming it. */
async function readAuthFile(path) {
    const text = await readIfThere(path);
    if (text === undefined)
        return undefined;
    const invalid = (why) => new errors/* CountersignError */.WS('CREDENTIALS_INVALID', {
        what: `The registry credentials in ${path} cannot be used: ${why}`,
        remedy: 'Log in again (docker login), or mend or remove that file.',
    });
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        // Without the parser's words: they quote the text, which holds passwords.
        throw invalid('it is not JSON');
    }
    if (!(0,build_json/* isObject */.Gv)(json))
        throw invalid('it is not a JSON object');
    const auths = new Map();
    for (const [key, entry] of entriesOf(json.auths)) {
        const credential = credentialOf(entry, `${path}, entry ${JSON.stringify(key)}`, invalid);
        if (credential !== undefined)
            auths.set(normalizeKey(key), credential);
    }
    const helpers = new Map();
    for (const [key, name] of entriesOf(json.credHelpers)) {
        if (typeof name !== 'string')
            throw invalid(`the helper of ${JSON.stringify(key)} is not a name`);
        if (name !== '')
            helpers.set(normalizeKey(key), { name, serverUrl: key });
    }
    const store = json.credsStore;
    return { path, auths, helpers, store: typeof store === 'string' && store !== '' ? store : undefined };
}
/** `https://host/v1/` as older tools wrote it, capitals in the host and Docker Hub's names: one spelling. */
function normalizeKey(key) {
    const bare = key.replace(/^https?:\/\//i, '');
    const path = bare === key ? bare : bare.replace(/\/v[12]\/?$/, '');
    const [host = '', ...rest] = path.replace(/\/+$/, '').split('/');
    const name = host.toLowerCase();
    return [(0,build_reference/* isDockerHub */.gr)(name) ? build_reference/* DOCKER_HUB */.Xb : name, ...rest].join('/');
}
async function readIfThere(path) {
    try {
        return (await (0,read_bounded/* readBounded */.CB)(path, limits/* MAX_DOCKER_CONFIG_BYTES */.LDl)).toString('utf8');
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new errors/* CountersignError */.WS('CREDENTIALS_INVALID', {
            what: `The registry credentials in ${path} cannot be read: ${error instanceof Error ? error.message : ''}`,
            remedy: 'Make the file readable for this user, or remove it.',
            cause: error,
        });
    }
}
function credentialOf(entry, source, invalid) {
    if (!(0,build_json/* isObject */.Gv)(entry))
        return undefined;
    const text = (name) => {
        const value = entry[name];
        return typeof value === 'string' ? value : '';
    };
    if (text('identitytoken') !== '')
        return { kind: 'identity-token', token: text('identitytoken'), source };
    if (text('registrytoken') !== '')
        return { kind: 'registry-token', token: text('registrytoken'), source };
    if (text('auth') !== '') {
        const pair = Buffer.from(text('auth'), 'base64').toString('utf8').replace(/\0+$/, '');
        const colon = pair.indexOf(':');
        if (colon < 1)
            throw invalid(`"auth" of ${source} is not the base64 of user:password`);
        return { kind: 'basic', username: pair.slice(0, colon), password: pair.slice(colon + 1), source };
    }
    // `{}`: the entry only says that a credentials store has it.
    if (text('username') === '')
        return undefined;
    return { kind: 'basic', username: text('username'), password: text('password'), source };
}
const entriesOf = (value) => ((0,build_json/* isObject */.Gv)(value) ? Object.entries(value) : []);

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./packages/core/build/registry/credentials/helper.js



/**
 * Asks `docker-credential-NAME get` (docker/docker-credential-helpers), without a shell, its output and time bounded.
 * undefined: it knows nothing of this server. Throws CREDENTIALS_INVALID where it is missing, fails or answers nonsense;
 * what it printed is not shown, since it may hold the secret.
 */
async function askHelper(call) {
    const program = `docker-credential-${call.name}`;
    const invalid = (why, cause) => new errors/* CountersignError */.WS('CREDENTIALS_INVALID', {
        what: `The credential helper ${JSON.stringify(program)} ${why} (asked for ${call.serverUrl})`,
        remedy: `Install ${program} on PATH and log in with it, or take it out of the Docker configuration.`,
        cause,
    });
    // A name with a slash would be a path of the configuration's choice.
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(call.name))
        throw invalid('has a name that cannot be right');
    const { code, stdout, failure } = await run(program, call);
    if (failure !== undefined)
        throw invalid(failure);
    if (code !== 0) {
        // Helpers say this on stdout, in these words, with status 1.
        if (/credentials not found|no credentials|not found in native keychain/i.test(stdout))
            return undefined;
        throw invalid(`failed with status ${code}`);
    }
    const answer = helper_parse(stdout);
    if (answer === undefined)
        throw invalid('answered something that is not a credential');
    const source = `${program} for ${call.serverUrl}`;
    if (answer.Secret === '')
        return undefined;
    return answer.Username === '<token>'
        ? { kind: 'identity-token', token: answer.Secret, source }
        : { kind: 'basic', username: answer.Username, password: answer.Secret, source };
}
function run(program, { serverUrl, env, signal }) {
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.spawn)(program, ['get'], {
            env,
            signal,
            shell: false,
            windowsHide: true,
            stdio: ['pipe', 'pipe', 'ignore'],
        });
        // Not spawn's own timeout: where there is no such program, that one would keep this process waiting.
        const timer = setTimeout(() => {
            stop();
        }, limits/* CREDENTIAL_HELPER_TIMEOUT_MS */.sEH);
        const stop = () => {
            child.kill('SIGKILL');
            child.stdout.destroy(); // a program of the helper's own may hold it open
        };
        const chunks = [];
        let length = 0;
        child.stdout.on('data', (chunk) => {
            length += chunk.length;
            if (length > limits/* MAX_CREDENTIAL_HELPER_BYTES */.EXi)
                stop();
            else
                chunks.push(chunk);
        });
        child.stdin.on('error', () => {
            // It ended without reading: its status says what that means.
        });
        child.once('error', (error) => {
            clearTimeout(timer);
            const missing = 'code' in error && error.code === 'ENOENT';
            resolve({ code: null, stdout: '', failure: missing ? 'is not installed' : 'could not be run' });
        });
        child.once('close', (code, killed) => {
            clearTimeout(timer);
            resolve({
                code,
                stdout: Buffer.concat(chunks).toString('utf8'),
                failure: length > limits/* MAX_CREDENTIAL_HELPER_BYTES */.EXi
                    ? `answered more than ${limits/* MAX_CREDENTIAL_HELPER_BYTES */.EXi} bytes`
                    : killed === null
                        ? undefined
                        : `was ended (${killed}); it has ${limits/* CREDENTIAL_HELPER_TIMEOUT_MS */.sEH / 1000} s to answer`,
            });
        });
        child.stdin.end(serverUrl);
    });
}
function helper_parse(stdout) {
    let json;
    try {
        json = JSON.parse(stdout);
    }
    catch {
        return undefined;
    }
    if (typeof json !== 'object' || json === null || !('Username' in json) || !('Secret' in json))
        return undefined;
    const { Username, Secret } = json;
    return typeof Username === 'string' && typeof Secret === 'string' ? { Username, Secret } : undefined;
}

;// CONCATENATED MODULE: ./packages/core/build/registry/credentials/finder.js




/** Finds the credential of a repository. Files are read, and helpers asked, at the first need and once. */
class CredentialFinder {
    #sources;
    #signal;
    #files = new Map();
    #answers = new Map();
    constructor(sources, signal) {
        this.#sources = sources;
        this.#signal = signal;
    }
    /**
     * Explicit credentials of exactly this host; else, file by file: entries for a path above the repository, the longest
     * first; the host's helper; the store; the host's entry. undefined: anonymous. Throws CREDENTIALS_INVALID.
     */
    async find(name) {
        const host = canonical(name.host);
        const explicit = this.#sources.explicit.find((each) => canonical(each.host) === host);
        if (explicit !== undefined) {
            const { username, password } = explicit;
            return { kind: 'basic', username, password, source: `the credentials given for ${explicit.host}` };
        }
        for (const path of authFilePaths(this.#sources)) {
            const file = await this.#read(path);
            const found = file === undefined ? undefined : await this.#findIn(file, { ...name, host });
            if (found !== undefined)
                return found;
        }
        return undefined;
    }
    async #findIn(file, name) {
        for (const key of pathsAbove(name)) {
            const helper = file.helpers.get(key);
            const found = helper === undefined ? file.auths.get(key) : await this.#ask(helper.name, helper.serverUrl);
            if (found !== undefined)
                return found;
        }
        const serverUrl = name.host === build_reference/* DOCKER_HUB */.Xb ? DOCKER_HUB_SERVER : name.host;
        const helper = file.helpers.get(name.host);
        if (helper !== undefined)
            return this.#ask(helper.name, serverUrl);
        const stored = file.store === undefined ? undefined : await this.#ask(file.store, serverUrl);
        return stored ?? file.auths.get(name.host);
    }
    #read(path) {
        const reading = this.#files.get(path) ?? readAuthFile(path);
        this.#files.set(path, reading);
        return reading;
    }
    #ask(name, serverUrl) {
        const key = `${name} ${serverUrl}`;
        const asking = this.#answers.get(key) ?? askHelper({ name, serverUrl, env: this.#sources.env, signal: this.#signal });
        this.#answers.set(key, asking);
        return asking;
    }
}
function authFilePaths({ env, homeDir }) {
    const set = (name) => (env[name] === '' ? undefined : env[name]);
    const docker = set('DOCKER_CONFIG') ?? (homeDir === undefined ? undefined : (0,external_node_path_.join)(homeDir, '.docker'));
    const runtime = set('XDG_RUNTIME_DIR');
    const containers = set('REGISTRY_AUTH_FILE') ??
        (runtime === undefined ? undefined : (0,external_node_path_.join)(runtime, 'containers', 'auth.json'));
    return [docker === undefined ? undefined : (0,external_node_path_.join)(docker, 'config.json'), containers].filter((path) => path !== undefined);
}
/** `host/a/b/c`, `host/a/b`, `host/a`: without the host alone. */
function pathsAbove(name) {
    const parts = (0,build_reference/* formatName */.nD)(name).split('/');
    return parts.map((_part, index) => parts.slice(0, parts.length - index).join('/')).slice(0, -1);
}
const canonical = (host) => (0,build_reference/* isDockerHub */.gr)(host.toLowerCase()) ? build_reference/* DOCKER_HUB */.Xb : normalizeKey(host);

;// CONCATENATED MODULE: ./packages/core/build/registry/credentials/index.js


;// CONCATENATED MODULE: ./packages/core/build/registry/fresh.js

/**
 * Reads again, a bounded number of times, while what was written a moment ago is not there yet: replicated registries
 * answer a read from another copy than the one that took the write.
 */
async function whileMissing({ clock, random, signal }, read, isMissing) {
    let result = await read();
    for (let attempt = 0; attempt < limits/* MAX_FRESH_READS */.aso && isMissing(result); attempt += 1) {
        await clock.sleep(limits/* FIRST_FRESH_DELAY_MS */.zQB * 2 ** attempt * (1 + random.fraction() / 2), signal);
        result = await read();
    }
    return result;
}

;// CONCATENATED MODULE: ./packages/core/build/registry/manifest-document.js




/**
 * Reads the bytes of an image manifest or an index (OCI image specification; Docker schema 2 likewise). Entries of an
 * index that are no valid descriptor are left out: other tools write there. Throws REGISTRY_MISBEHAVED for anything else that is
 * not what the media type says, `where` naming it.
 */
function readManifestDocument(bytes, mediaType, where) {
    const json = readJson(bytes, where);
    if (json.schemaVersion !== 2)
        throw malformed(where, 'its schemaVersion is not 2');
    checkKind(json, mediaType, where);
    const common = {
        schemaVersion: 2,
        mediaType,
        ...optionalText(json, 'artifactType'),
        ...optional('subject', readDescriptor(json.subject)),
        ...optional('annotations', readAnnotations(json.annotations)),
    };
    if ((0,oci/* isIndexMediaType */.$$)(mediaType)) {
        const entries = listOf(json.manifests, where).map(readDescriptor);
        const manifests = entries.filter((each) => each !== undefined);
        return { kind: 'index', index: { ...common, manifests }, unreadable: entries.length - manifests.length };
    }
    const config = readDescriptor(json.config);
    const layers = listOf(json.layers, where).map(readDescriptor);
    if (config === undefined)
        throw malformed(where, 'its config is no descriptor');
    if (!allDefined(layers))
        throw malformed(where, 'a layer of it is no descriptor');
    return { kind: 'manifest', manifest: { ...common, config, layers } };
}
/** The media type a manifest's own bytes state; undefined where they state none. Throws REGISTRY_MISBEHAVED. */
function statedMediaType(bytes, where) {
    const json = readJson(bytes, where);
    const stated = json.mediaType;
    if (stated === undefined || stated === '')
        return undefined;
    if (typeof stated !== 'string')
        throw malformed(where, 'its mediaType is no text');
    return stated;
}
/** undefined for what is not a valid descriptor (OCI image specification, "Content Descriptors"). */
function readDescriptor(value) {
    if (!(0,build_json/* isObject */.Gv)(value))
        return undefined;
    const { mediaType, digest, size } = value;
    if (typeof mediaType !== 'string' ||
        !MEDIA_TYPE.test(mediaType) ||
        mediaType.length > limits/* MAX_MEDIA_TYPE_CHARS */.fJf) {
        return undefined;
    }
    if (typeof digest !== 'string' || !(0,oci/* isDigest */.Bc)(digest))
        return undefined;
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        return undefined;
    return {
        mediaType,
        digest,
        size,
        ...optionalText(value, 'artifactType'),
        ...optional('annotations', readAnnotations(value.annotations)),
        ...optional('platform', readPlatform(value.platform)),
    };
}
// RFC 6838, section 4.2, loosely.
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:;[\x20-\x7e]*)?$/;
/** A document that is both an image and an index would be read as one by us and as the other by someone else. */
function checkKind(json, mediaType, where) {
    switch (mediaType) {
        case oci/* OCI_INDEX */.$p:
        case oci/* DOCKER_INDEX */.Mu:
            if (json.layers !== undefined || json.config !== undefined) {
                throw malformed(where, 'it is called an index and has layers');
            }
            return;
        case oci/* OCI_MANIFEST */.EG:
        case oci/* DOCKER_MANIFEST */.Vv:
            if (json.manifests !== undefined)
                throw malformed(where, 'it is called a manifest and has manifests');
            return;
        default:
            throw malformed(where, `its media type ${JSON.stringify(mediaType.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))} is neither manifest nor index`);
    }
}
function listOf(value, where) {
    if (value === null || value === undefined)
        return []; // Go writes an empty list as null
    if (!Array.isArray(value))
        throw malformed(where, 'a list in it is no list');
    if (value.length > limits/* MAX_DESCRIPTORS_PER_MANIFEST */.GA1) {
        throw malformed(where, `it has more than ${limits/* MAX_DESCRIPTORS_PER_MANIFEST */.GA1} entries`);
    }
    return value;
}
function readJson(bytes, where) {
    let json;
    try {
        json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (cause) {
        throw malformed(where, 'it is not JSON', cause);
    }
    if (!(0,build_json/* isObject */.Gv)(json))
        throw malformed(where, 'it is not a JSON object');
    return json;
}
function readAnnotations(value) {
    if (!(0,build_json/* isObject */.Gv)(value))
        return undefined;
    return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'string'));
}
function readPlatform(value) {
    if (!(0,build_json/* isObject */.Gv)(value))
        return undefined;
    const { os, architecture } = value;
    if (typeof os !== 'string' || typeof architecture !== 'string')
        return undefined;
    return { os, architecture, ...optionalText(value, 'variant') };
}
const allDefined = (values) => values.every((value) => value !== undefined);
const optionalText = (json, name) => {
    const value = json[name];
    return typeof value === 'string' && value !== '' ? { [name]: value } : {};
};
const optional = (name, value) => value === undefined ? {} : { [name]: value };
const malformed = (where, why, cause) => new errors/* CountersignError */.WS('REGISTRY_MISBEHAVED', {
    what: `${where} cannot be read: ${why}`,
    remedy: 'Check what was pushed there, and that no proxy changes the answers of the registry.',
    cause,
});

;// CONCATENATED MODULE: ./packages/core/build/registry/manifests.js









/** The manifests of one repository (OCI distribution specification, "Pulling manifests", "Pushing Manifests"). */
class Manifests {
    #connection;
    #name;
    constructor(connection, name) {
        this.#connection = connection;
        this.#name = name;
    }
    async getManifest(target, options) {
        const read = () => this.#read(target);
        return options?.fresh === true
            ? whileMissing(this.#connection.context, read, (found) => found === undefined)
            : read();
    }
    async headManifest(target) {
        const doing = this.#doing(`look up the manifest ${target}`);
        const response = await this.#connection.send({
            method: 'HEAD',
            path: `manifests/${target}`,
            access: 'pull',
            doing,
            headers: { accept: ACCEPT },
            maxResponseBytes: 0,
        });
        if (response.status === 404)
            return undefined;
        if (response.status !== 200)
            throw await this.#connection.refusal(response, doing);
        const size = Number(response.headers['content-length']);
        const digest = (0,oci/* isDigest */.Bc)(target) ? target : response.headers['docker-content-digest'];
        const mediaType = contentType(response);
        // What a HEAD leaves out, the manifest itself says.
        if (digest === undefined || !(0,oci/* isDigest */.Bc)(digest) || !oci/* IMAGE_MEDIA_TYPES */.xp.includes(mediaType) || !(size > 0)) {
            return (await this.#read(target))?.descriptor;
        }
        return { mediaType, digest, size };
    }
    async putManifest(target, bytes, mediaType, condition) {
        const digest = (0,oci/* digestOf */.ol)(bytes);
        const doing = {
            ...this.#doing(`store the manifest ${target}`),
            ...((0,oci/* isDigest */.Bc)(target) ? {} : { movesTag: target }),
        };
        const stillHolds = async () => {
            if (condition?.kind !== 'unchanged')
                return;
            const standing = await this.#read(target);
            if (standing?.descriptor.digest !== condition.digest)
                throw new Overtaken();
        };
        const write = async () => {
            await stillHolds();
            return this.#connection.send({
                method: 'PUT',
                path: `manifests/${target}`,
                access: 'pull,push',
                doing,
                headers: { 'content-type': mediaType, ...headersOf(condition) },
                body: bytes,
                maxResponseBytes: limits/* MAX_WRITE_ANSWER_BYTES */.Axt,
                beforeRepeat: stillHolds,
            });
        };
        // A blob uploaded a moment ago may not be visible yet to what checks the manifest.
        const response = await whileMissing(this.#connection.context, write, saysContentUnknown).catch(overtaken);
        if (response === undefined)
            return undefined;
        if (response.status === 412 && condition !== undefined && !saysImmutable(response))
            return undefined;
        if (response.status < 200 || response.status > 299)
            throw await this.#connection.refusal(response, doing);
        const stated = response.headers['docker-content-digest'];
        if (stated !== undefined && stated !== digest && (0,oci/* isDigest */.Bc)(stated)) {
            throw (0,http/* misbehaved */.ty)('registry', this.#name.host, `stored ${target} as ${stated}, but the bytes sent are ${digest}`);
        }
        return { digest, referrerIndexed: response.headers['oci-subject'] !== undefined };
    }
    async deleteManifest(digest) {
        const doing = this.#doing(`delete the manifest ${digest}`);
        const response = await this.#connection.send({
            method: 'DELETE',
            path: `manifests/${digest}`,
            access: 'delete',
            doing,
            maxResponseBytes: limits/* MAX_WRITE_ANSWER_BYTES */.Axt,
        });
        if (response.status >= 200 && response.status <= 299)
            return 'deleted';
        if (response.status === 404)
            return 'absent';
        if (NO_DELETING.has(response.status))
            return 'unsupported';
        throw await this.#connection.refusal(response, doing);
    }
    async #read(target) {
        const doing = this.#doing(`read the manifest ${target}`);
        const response = await whileUnreadable(this.#connection.context, () => this.#connection.send({
            method: 'GET',
            path: `manifests/${target}`,
            access: 'pull',
            doing,
            headers: { accept: ACCEPT },
            maxResponseBytes: limits/* MAX_MANIFEST_BYTES */.ZJy,
        }));
        if (response.status === 404)
            return undefined;
        if (response.status !== 200)
            throw await this.#connection.refusal(response, doing);
        const { body: bytes } = response;
        // Before the digest is looked at: what is no manifest of anyone decides nothing about the image.
        if (isNoJson(response)) {
            throw (0,http/* misbehaved */.ty)('registry', this.#name.host, `answered the manifest ${target} with something that is no JSON`);
        }
        const digest = (0,oci/* digestOf */.ol)(bytes);
        const expected = (0,oci/* isDigest */.Bc)(target) ? target : response.headers['docker-content-digest'];
        if (expected !== undefined && (0,oci/* isDigest */.Bc)(expected) && expected !== digest) {
            throw new errors/* CountersignError */.WS('DIGEST_MISMATCH', {
                what: `${(0,build_reference/* formatName */.nD)(this.#name)} answered ${expected} with other bytes: they are ${digest}`,
                remedy: 'Do not use this image: the registry, or something before it, changed what was stored.',
            });
        }
        return {
            bytes,
            descriptor: { mediaType: this.#mediaType(response, target), digest, size: bytes.length },
            etag: response.headers.etag,
        };
    }
    /** Content-Type and the body's own word must agree: a manifest that two readers take for two things is an attack. */
    #mediaType(response, target) {
        const served = contentType(response);
        const where = `The manifest ${target} in ${(0,build_reference/* formatName */.nD)(this.#name)}`;
        const stated = statedMediaType(response.body, where);
        const known = !UNTYPED.has(served);
        if (known && stated !== undefined && stated !== served) {
            throw (0,http/* misbehaved */.ty)('registry', this.#name.host, `served ${target} as ${JSON.stringify(served.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}, but it calls itself ${JSON.stringify(stated.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}`);
        }
        return stated ?? served;
    }
    #doing(what) {
        return { name: this.#name, what };
    }
}
/** What stands under the tag is not what the caller read any more. */
class Overtaken extends Error {
    name = 'Overtaken';
}
function overtaken(error) {
    if (error instanceof Overtaken)
        return undefined;
    throw error;
}
/** Distribution and Harbor answer 405, others 400 UNSUPPORTED or 501: nobody deletes there. */
const NO_DELETING = new Set([400, 405, 501]);
const ACCEPT = oci/* IMAGE_MEDIA_TYPES */.xp.join(', ');
/** What a server says that does not know what it serves. */
const UNTYPED = new Set(['', 'application/json', 'application/octet-stream', 'text/plain']);
const contentType = (response) => (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
function headersOf(condition) {
    switch (condition?.kind) {
        case 'absent':
            return { 'if-none-match': '*' };
        case 'match':
            return { 'if-match': condition.etag };
        case 'unchanged':
        case undefined:
            return {};
    }
}

;// CONCATENATED MODULE: ./packages/core/build/registry/kept-entries.js




/**
 * The entries of others as they stand in a manifest that is about to be written again, with every member that we do
 * not know (`urls`, `data`, whatever comes later): a descriptor as we read it has only those that we use.
 */
class KeptEntries {
    #keyOf;
    #raw = new Map();
    /** `keyOf`: tells entries apart as the format does. */
    constructor(keyOf) {
        this.#keyOf = keyOf;
    }
    /** Takes note of a list of a stored manifest. What is no descriptor, or could not be written again, is passed over. */
    note(stored, list) {
        for (const entry of kept_entries_entriesOf(stored, list)) {
            const descriptor = readDescriptor(entry);
            if (descriptor === undefined || !isShallow(entry))
                continue;
            const key = this.#keyOf(descriptor);
            if (!this.#raw.has(key))
                this.#raw.set(key, entry);
        }
    }
    /** The entry with all its members; those of `descriptor` win, since they may have been mended. */
    asStored(descriptor) {
        const raw = this.#raw.get(this.#keyOf(descriptor));
        if (raw === undefined)
            return { ...descriptor };
        const platform = (0,build_json/* isObject */.Gv)(raw.platform) ? { platform: { ...raw.platform, ...descriptor.platform } } : {};
        return { ...raw, ...descriptor, ...platform };
    }
}
/** Entries of an index by another digest algorithm: valid, not for us to read, and not for us to lose. */
const foreignEntries = (stored) => (0,oci/* isIndexMediaType */.$$)(stored.descriptor.mediaType)
    ? kept_entries_entriesOf(stored, 'manifests').filter((entry) => typeof entry.digest === 'string' && OTHER_ALGORITHM.test(entry.digest) && isShallow(entry))
    : [];
/** Whether an index names anything at all, readable or not. */
const holdsEntries = (stored) => (0,oci/* isIndexMediaType */.$$)(stored.descriptor.mediaType) && kept_entries_entriesOf(stored, 'manifests').length > 0;
/** OCI image specification, "Digests": `algorithm ":" encoded`. */
const OTHER_ALGORITHM = /^(?!sha256:)[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]{32,200}$/;
/** The objects in a list of a manifest's JSON; none where there is no such list. */
function kept_entries_entriesOf({ bytes }, list) {
    let json;
    try {
        json = JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return []; // junk holds no entries
    }
    const entries = (0,build_json/* isObject */.Gv)(json) ? json[list] : undefined;
    return Array.isArray(entries) ? entries.filter(build_json/* isObject */.Gv) : [];
}
/** JSON that is nested deeply enough can be parsed and not be written. */
const isShallow = (value, depth = 0) => typeof value !== 'object' ||
    value === null ||
    (depth < limits/* MAX_ENTRY_DEPTH */.aK7 && Object.values(value).every((member) => isShallow(member, depth + 1)));

;// CONCATENATED MODULE: ./packages/core/build/registry/fallback-index.js






/** The tag of the fallback index (OCI distribution specification, "Referrers Tag Schema"). */
const fallbackTag = (subject) => `sha256-${(0,oci/* hexOf */.ZD)(subject)}`;
/** The entries of a fallback index; none where something else stands under its tag. */
function fallbackEntries(stored, subject) {
    // `cosign copy` puts the image itself under this tag: its platform manifests are no referrers.
    if (stored === undefined || stored.descriptor.digest === subject)
        return [];
    const document = documentOf(stored, `The fallback index of ${subject}`);
    return document?.kind === 'index' ? document.index.manifests : [];
}
/** The same; throws REGISTRY_MISBEHAVED for an index that holds entries and cannot be read: others may read it. */
function requireFallbackEntries(stored, subject) {
    if (stored !== undefined && stored.descriptor.digest !== subject) {
        readUnlessJunk(stored, `The fallback index of ${subject}`);
    }
    return fallbackEntries(stored, subject);
}
/**
 * How the fallback index of a subject is written: descriptors that other tools wrote wrongly are mended on the way, and
 * nothing else of theirs is changed or lost. Composing throws REGISTRY_MISBEHAVED for an index that cannot be read.
 */
function fallbackFormat(repository, subject, looksWrong = lacksTypeOrAnnotations) {
    const known = new Map();
    const kept = new KeptEntries(({ digest }) => digest);
    return {
        entries: (stored) => {
            const entries = fallbackEntries(stored, subject);
            if (entries.length > 0)
                kept.note(stored, 'manifests');
            return entries;
        },
        keyOf: ({ digest }) => digest,
        compose: async (entries, current) => {
            const mended = await mendDescriptors(repository, entries, known, looksWrong);
            const others = current === undefined || current.descriptor.digest === subject ? undefined : current;
            const document = others && readUnlessJunk(others, `The fallback index of ${subject}`);
            const manifests = [
                ...mended.map((entry) => kept.asStored(entry)),
                ...(others === undefined ? [] : foreignEntries(others)),
            ];
            const annotations = document?.kind === 'index' ? document.index.annotations : undefined;
            const index = {
                schemaVersion: 2,
                mediaType: oci/* OCI_INDEX */.$p,
                manifests,
                ...(annotations === undefined ? {} : { annotations }),
            };
            return { bytes: Buffer.from(JSON.stringify(index)), mediaType: oci/* OCI_INDEX */.$p };
        },
    };
}
/**
 * The descriptor of a referrer as an index must have it: with the artifact type of its manifest (its config's type where
 * it names none) and its annotations.
 */
function referrerDescriptor(descriptor, document) {
    const { artifactType, annotations } = document.kind === 'index' ? document.index : document.manifest;
    const type = artifactType ?? (document.kind === 'manifest' ? document.manifest.config.mediaType : undefined);
    return {
        mediaType: descriptor.mediaType,
        digest: descriptor.digest,
        size: descriptor.size,
        ...(type === undefined ? {} : { artifactType: type }),
        ...(annotations === undefined ? {} : { annotations }),
    };
}
/**
 * go-containerregistry before 0.21.6 (cosign up to 3.0.6) writes the empty type as artifactType and no annotations,
 * later ones no annotations: readers that filter by type see nothing then. The manifests themselves say what is right.
 * A manifest that is gone, cannot be read, has no subject or annotations that would fill the index leaves its entry as it is: `oras cp -r` adds referrers to what
 * `cosign copy` put under this tag, so platform manifests of the image may stand among them. `known` saves asking twice.
 */
async function mendDescriptors(repository, entries, known, looksWrong) {
    const doubtful = entries.filter((entry) => looksWrong(entry) && !known.has(entry.digest));
    const bounded = doubtful.slice(0, limits/* MAX_MENDED_DESCRIPTORS */.ksb);
    for (let at = 0; at < bounded.length; at += limits/* MEND_CONCURRENCY */.fXc) {
        const batch = bounded.slice(at, at + limits/* MEND_CONCURRENCY */.fXc);
        const found = await Promise.all(batch.map((entry) => fromManifest(repository, entry)));
        for (const [index, entry] of batch.entries())
            known.set(entry.digest, found[index] ?? entry);
    }
    return entries.map((entry) => (looksWrong(entry) ? (known.get(entry.digest) ?? entry) : entry));
}
/** For a reader: a filter by type would pass it over. */
const lacksType = ({ artifactType }) => artifactType === undefined || artifactType === oci/* OCI_EMPTY */.g1;
/** For a writer, who leaves nothing wrong behind. */
const lacksTypeOrAnnotations = (entry) => lacksType(entry) || entry.annotations === undefined;
async function fromManifest(repository, entry) {
    const stored = await repository.getManifest(entry.digest).catch((error) => {
        // An entry that anyone put there must not stop the others: only what could pass on a later run is passed on.
        if (error instanceof errors/* CountersignError */.WS &&
            (error.code === 'REGISTRY_MISBEHAVED' || error.fault === 'rejection')) {
            return undefined;
        }
        throw error;
    });
    if (stored === undefined)
        return undefined;
    const document = documentOf(stored, `The manifest ${entry.digest} in ${(0,build_reference/* formatName */.nD)(repository.name)}`);
    if (document === undefined)
        return undefined;
    const { subject, annotations = {} } = document.kind === 'index' ? document.index : document.manifest;
    const isTooLong = JSON.stringify(annotations).length > limits/* MAX_MENDED_ANNOTATION_CHARS */.$Go;
    return subject === undefined || isTooLong ? undefined : referrerDescriptor(stored.descriptor, document);
}
/** As documentOf; but an index with entries that cannot be read must not be written over, nor be called empty. */
function readUnlessJunk(stored, where) {
    const document = documentOf(stored, where);
    if (document !== undefined || !holdsEntries(stored))
        return document;
    return readManifestDocument(stored.bytes, stored.descriptor.mediaType, where);
}
/** undefined for what is neither manifest nor index: anyone who may push may put anything there. */
function documentOf(stored, where) {
    try {
        return readManifestDocument(stored.bytes, stored.descriptor.mediaType, where);
    }
    catch (error) {
        if (error instanceof errors/* CountersignError */.WS)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/core/build/registry/referrers.js








/** Referrers of one repository (OCI distribution specification, "Listing Referrers"). */
class Referrers {
    #connection;
    #repository;
    /** Once a repository has shown that it lacks the API, it is not asked again. */
    #api = 'unknown';
    constructor(connection, repository) {
        this.#connection = connection;
        this.#repository = repository;
    }
    async list(subject, filter = {}) {
        const found = this.#api === 'absent' ? undefined : await this.#fromApi(subject, filter.artifactType);
        const all = found ?? (await this.#fromFallback(subject));
        const descriptors = all.filter(({ artifactType }) => filter.artifactType === undefined || artifactType === filter.artifactType);
        return { source: found === undefined ? 'fallback' : 'api', descriptors };
    }
    async source(subject) {
        if (this.#api === 'unknown')
            return (await this.list(subject)).source;
        return this.#api === 'present' ? 'api' : 'fallback';
    }
    async #fromApi(subject, artifactType) {
        const query = artifactType === undefined ? '' : `?artifactType=${encodeURIComponent(artifactType)}`;
        const first = await this.#page(`referrers/${subject}${query}`, subject);
        if (!isIndexAnswer(first)) {
            this.#api = 'absent';
            return undefined;
        }
        this.#api = 'present';
        const found = new Map();
        let page = first;
        for (let pages = 1;; pages += 1) {
            for (const each of this.#read(page, subject))
                found.set(each.digest, each);
            const next = nextPage(page, this.#connection.origin, this.#name);
            if (next === undefined)
                return [...found.values()];
            if (pages >= limits/* MAX_REFERRER_PAGES */.QyO || found.size > limits/* MAX_REFERRERS */.OBs) {
                throw (0,http/* misbehaved */.ty)('registry', this.#name.host, `has more than ${limits/* MAX_REFERRERS */.OBs} referrers of ${subject}`);
            }
            page = await this.#page(next, subject);
            if (!isIndexAnswer(page)) {
                throw (0,http/* misbehaved */.ty)('registry', this.#name.host, `broke off the list of referrers of ${subject} (${page.status})`);
            }
        }
    }
    /** Descriptors that other tools wrote without their type are completed, or a filter would miss their manifests. */
    async #fromFallback(subject) {
        const stored = await this.#repository.getManifest(fallbackTag(subject));
        return mendDescriptors(this.#repository, fallbackEntries(stored, subject), new Map(), lacksType);
    }
    /** 501 is how some registries say that they have no such route; the request layer does not repeat it. */
    #page(path, subject) {
        return whileUnreadable(this.#connection.context, () => this.#connection.send({
            method: 'GET',
            path,
            access: 'pull',
            doing: { name: this.#name, what: `list the referrers of ${subject}` },
            headers: { accept: oci/* OCI_INDEX */.$p },
            maxResponseBytes: limits/* MAX_MANIFEST_BYTES */.ZJy,
        }));
    }
    #read(page, subject) {
        const where = `The list of referrers of ${subject} in ${(0,build_reference/* formatName */.nD)(this.#name)}`;
        const document = readManifestDocument(page.body, oci/* OCI_INDEX */.$p, where);
        return document.kind === 'index' ? document.index.manifests : [];
    }
    get #name() {
        return this.#repository.name;
    }
}
/**
 * The API is there only if it answers 200 with exactly the index type: some registries answer every route with a page,
 * and OCI-Subject alone proves nothing (ECR sends it without having the API).
 */
const isIndexAnswer = (response) => response.status === 200 && contentType(response) === oci/* OCI_INDEX */.$p;
/** RFC 8288: the link whose relation is "next"; only of this very registry, since credentials go along. */
function nextPage(response, origin, name) {
    for (const [, target = '', parameters = ''] of (response.headers.link ?? '').matchAll(/<([^<>]*)>([^<]*)/g)) {
        if (!/;\s*rel\s*=\s*"?next"?\s*(?:[;,]|$)/i.test(parameters))
            continue;
        const url = URL.canParse(target, response.url) ? new URL(target, response.url) : undefined;
        if (url?.origin !== origin.origin) {
            throw (0,http/* misbehaved */.ty)('registry', name.host, 'continues its list of referrers on another host');
        }
        return url;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/core/build/registry/client.js






/** Registries over the distribution API (OCI distribution specification 1.1). Nothing is asked or read before the first need. */
function createRegistryClient({ context, credentials, plainHttpHosts, }) {
    const finder = new CredentialFinder(credentials, context.signal);
    const connections = new Map();
    const repositories = new Map();
    const connect = (host) => {
        const connection = connections.get(host) ?? new Connection({ context, host, plainHttpHosts, credentials: finder });
        connections.set(host, connection);
        return connection;
    };
    return {
        repository: ({ host, repository }) => {
            const name = { host, repository };
            const key = (0,build_reference/* formatName */.nD)(name);
            const found = repositories.get(key) ?? repositoryOf(connect(host), name);
            repositories.set(key, found);
            return found;
        },
    };
}
function repositoryOf(connection, name) {
    const manifests = new Manifests(connection, name);
    const blobs = new Blobs(connection, name);
    const repository = {
        name,
        getManifest: (target, options) => manifests.getManifest(target, options),
        headManifest: (target) => manifests.headManifest(target),
        putManifest: (target, bytes, mediaType, condition) => manifests.putManifest(target, bytes, mediaType, condition),
        deleteManifest: (digest) => manifests.deleteManifest(digest),
        getBlob: (descriptor, maxBytes) => blobs.getBlob(descriptor, maxBytes),
        openBlob: (descriptor) => blobs.openBlob(descriptor),
        putBlob: (blob, options) => blobs.putBlob(blob, options),
        listReferrers: (subject, filter) => referrers.list(subject, filter),
        referrersSource: (subject) => referrers.source(subject),
        proveWriteAccess: (options) => blobs.proveWriteAccess(options),
    };
    const referrers = new Referrers(connection, repository);
    return repository;
}

// EXTERNAL MODULE: ./packages/core/build/concurrency.js
var concurrency = __webpack_require__(99045);
;// CONCATENATED MODULE: ./packages/core/build/registry/add-referrers.js





/**
 * Stores referrers of one subject, each under its digest: the first `ordered` (all, unless said) one after the other, the
 * rest after them and in parallel; then, where the registry lacks the referrers
 * API, enters all of them in the fallback index in one write. `writer` has to be settled afterwards. The descriptors
 * are as an index has them.
 */
async function addReferrers(repository, writer, subject, referrers, ordered = referrers.length) {
    const store = async ({ bytes, mediaType, onStep }) => {
        const where = `A new referrer of ${subject} in ${(0,build_reference/* formatName */.nD)(repository.name)}`;
        const document = readManifestDocument(bytes, mediaType, where);
        const digest = (0,oci/* digestOf */.ol)(bytes);
        onStep?.('sent');
        await repository.putManifest(digest, bytes, mediaType);
        onStep?.('stored');
        return referrerDescriptor({ mediaType, digest, size: bytes.length }, document);
    };
    const descriptors = [];
    for (const referrer of referrers.slice(0, ordered))
        descriptors.push(await store(referrer));
    descriptors.push(...(await (0,concurrency/* allEnded */.C)(referrers.slice(ordered).map(store))));
    // OCI-Subject in the answer does not prove that the API is there (ECR): only the API itself does.
    const source = await repository.referrersSource(subject);
    if (source === 'fallback' && descriptors.length > 0) {
        await writer.write(fallbackTag(subject), fallbackFormat(repository, subject), descriptors);
    }
    return { source, descriptors };
}

;// CONCATENATED MODULE: ./packages/core/build/registry/mend-index.js

/**
 * The entries of an index as their manifests say that they have to be; those whose manifest cannot be read, and those
 * beyond MAX_MENDED_DESCRIPTORS, as they are.
 */
const rightDescriptors = (repository, entries) => mendDescriptors(repository, entries, new Map(), () => true);
/** Whether an entry tells readers what it should: a manifest that is of no type leaves the one that is stated. */
const saysAsItShould = (stated, right) => (right.artifactType === undefined || right.artifactType === stated.artifactType) &&
    annotationsOf(right) === annotationsOf(stated);
const annotationsOf = ({ annotations = {} }) => JSON.stringify(Object.entries(annotations).sort());
/**
 * How a fallback index is mended: entries that have to stand there as given (`right`) count as missing until they do, and
 * nothing else does. All others, wrong or not, are written again as they stand.
 */
function mendingFormat(repository, subject, right) {
    const base = fallbackFormat(repository, subject, () => false);
    // An entry whose manifest has no annotations states none: left out, those that stood there would stay.
    const wanted = new Map(right.map((entry) => [entry.digest, { ...entry, annotations: entry.annotations ?? {} }]));
    return {
        keyOf: (entry) => base.keyOf(entry),
        keeps: new Set(wanted.keys()),
        entries: (stored) => {
            const standing = base.entries(stored);
            const wrong = new Set(standing.flatMap((entry) => {
                const should = wanted.get(entry.digest);
                return should === undefined || saysAsItShould(entry, should) ? [] : [entry.digest];
            }));
            return standing.filter(({ digest }) => !wrong.has(digest));
        },
        compose: (entries, current) => {
            const standing = current === undefined ? [] : base.entries(current);
            const union = new Map([...standing, ...entries].map((entry) => [entry.digest, wanted.get(entry.digest) ?? entry]));
            return base.compose([...union.values()], current);
        },
    };
}

;// CONCATENATED MODULE: ./packages/core/build/registry/remove-referrers.js


/**
 * Takes referrers of one subject away: out of the fallback index, or, where the registry lists them itself, by deleting
 * their manifests. `writer` has to be settled afterwards. `kept`: nothing can be deleted here, with these credentials or
 * at all.
 */
async function removeReferrers(repository, writer, subject, digests) {
    if ((await repository.referrersSource(subject)) === 'fallback') {
        await writer.write(fallbackTag(subject), fallbackFormat(repository, subject), [], { drop: digests });
        return 'removed';
    }
    const answers = await Promise.all(digests.map((digest) => deleteOrKeep(repository, digest)));
    return answers.includes('unsupported') ? 'kept' : 'removed';
}
/** Who may push may not always delete: that stops nobody from adding what is newer. */
async function deleteOrKeep(repository, digest) {
    try {
        return await repository.deleteManifest(digest);
    }
    catch (error) {
        const code = error instanceof errors/* CountersignError */.WS ? error.code : undefined;
        if (code === 'REGISTRY_FORBIDDEN' || code === 'REGISTRY_UNAUTHORIZED')
            return 'unsupported';
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/core/build/registry/layers-format.js




/**
 * The manifest of a `.sig` or `.att` tag: one layer per signature or attestation, and a config whose diff_ids are the
 * layers' digests (sigstore/cosign specs/SIGNATURE_SPEC.md, ATTESTATION_SPEC.md). The layers' blobs must be there already.
 * Two signers of one image sign the same document: a layer is told apart by its annotations too. Layers of others are
 * written again as they stood.
 */
const layersFormat = (repository) => {
    const kept = new KeptEntries(layers_format_keyOf);
    return {
        entries: (stored) => {
            const { bytes, descriptor } = stored;
            const where = `The manifest ${descriptor.digest} in ${(0,build_reference/* formatName */.nD)(repository.name)}`;
            const document = readManifestDocument(bytes, descriptor.mediaType, where);
            if (document.kind !== 'manifest')
                return [];
            kept.note(stored, 'layers');
            return document.manifest.layers;
        },
        keyOf: layers_format_keyOf,
        compose: async (layers) => {
            const config = layersConfig(layers);
            await repository.putBlob(config, { isNew: true });
            const manifest = {
                schemaVersion: 2,
                mediaType: oci/* OCI_MANIFEST */.EG,
                config: { mediaType: oci/* OCI_CONFIG */.TF, digest: (0,oci/* digestOf */.ol)(config), size: config.length },
                layers: layers.map((layer) => kept.asStored(layer)),
            };
            return { bytes: Buffer.from(JSON.stringify(manifest)), mediaType: oci/* OCI_MANIFEST */.EG };
        },
    };
};
/**
 * A layer of the same bytes with another signature or another witness is another claim. Were it not, a layer with its
 * certificate taken away would stand in for the whole one for ever: what is signed with RSA is the same bytes each time.
 */
const layers_format_keyOf = ({ mediaType, digest, size, annotations = {} }) => JSON.stringify([mediaType, digest, size, Object.entries(annotations).sort()]);
/** The config of a tag that holds these layers and no others, as cosign writes it: of no platform, created at no time. */
const layersConfig = (layers) => Buffer.from(JSON.stringify({
    architecture: '',
    created: '0001-01-01T00:00:00Z',
    history: layers.map(() => ({ created: '0001-01-01T00:00:00Z' })),
    os: '',
    rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digest) },
    config: {},
}));

;// CONCATENATED MODULE: ./packages/core/build/registry/layout-failure.js

/**
 * What the file system answered about a layout folder, as an error of the folder: LAYOUT_FORBIDDEN where this user may not,
 * LAYOUT_INVALID where the folder is not as it has to be, LAYOUT_UNAVAILABLE for what may pass (a full disk, a failed read).
 */
function fileFailure(error, where, doing) {
    if (error instanceof errors/* CountersignError */.WS)
        return error;
    const cause = codeOf(error) ?? 'UNKNOWN';
    const [code, why, remedy] = (Object.hasOwn(KNOWN, cause) ? KNOWN[cause] : undefined) ?? UNKNOWN;
    return new errors/* CountersignError */.WS(code, {
        what: `Cannot ${doing} ${where}: ${why} (${cause})`,
        remedy,
        cause: error,
    });
}
const codeOf = (error) => error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
/** The error of a folder that is no layout, or not a whole one. */
const notALayout = (where, why, cause) => new errors/* CountersignError */.WS('LAYOUT_INVALID', {
    what: `${where} cannot be used as an OCI layout folder: ${why}`,
    remedy: 'Give a folder that holds oci-layout, index.json and blobs/ (docker buildx --output type=oci,tar=false; skopeo copy … oci:FOLDER).',
    cause,
});
/** The error of a file in a folder that lies elsewhere. */
const escapes = (where, file) => new errors/* CountersignError */.WS('LAYOUT_ESCAPES', {
    what: `${file} in ${where} is a link to a place outside that folder`,
    remedy: 'Do not use a folder of others as it is. One that you linked together yourself: copy it with its contents (cp -RL).',
});
const FORBIDDEN = [
    'LAYOUT_FORBIDDEN',
    'this user may not',
    'Check who owns the folder and its files, and that the disk is not mounted read-only.',
];
const MISSING = [
    'LAYOUT_INVALID',
    'it is not there',
    'Check the path: a relative one starts at the working directory. A folder whose name has a colon is written with a slash at its end.',
];
const UNKNOWN = [
    'LAYOUT_UNAVAILABLE',
    'the file system failed',
    'Check the disk, then run this again: what is stored already is kept.',
];
const KNOWN = {
    EACCES: FORBIDDEN,
    EPERM: FORBIDDEN,
    EROFS: FORBIDDEN,
    ENOENT: MISSING,
    ENOTDIR: ['LAYOUT_INVALID', 'a part of its path is a file', MISSING[2]],
    ELOOP: ['LAYOUT_INVALID', 'its links lead round in a circle', MISSING[2]],
    EISDIR: ['LAYOUT_INVALID', 'a folder stands where a file belongs', 'Build or copy the folder again.'],
    ENOSPC: [
        'LAYOUT_UNAVAILABLE',
        'the disk is full',
        'Make room and run this again: what is stored already is kept.',
    ],
};

;// CONCATENATED MODULE: ./packages/core/build/registry/layout-index.js








/** The tag of an entry, or (docker, podman) its full reference (OCI image specification, "Pre-Defined Annotation Keys"). */
const REF_NAME = 'org.opencontainers.image.ref.name';
/** The full reference that BuildKit writes beside the tag. */
const CONTAINERD_NAME = 'io.containerd.image.name';
/** Throws LAYOUT_INVALID for what is no index. */
function readLayoutIndex(bytes, where) {
    let document;
    try {
        document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (cause) {
        throw notALayout(where, 'its index.json is not JSON', cause);
    }
    if (!(0,build_json/* isObject */.Gv)(document) || !isShallow(document))
        throw notALayout(where, 'its index.json is no index');
    const { schemaVersion, mediaType = oci/* OCI_INDEX */.$p, manifests } = document;
    if (schemaVersion !== 2)
        throw notALayout(where, 'the schemaVersion of its index.json is not 2');
    if (mediaType !== oci/* OCI_INDEX */.$p)
        throw notALayout(where, 'its index.json calls itself something else than an index');
    const entries = manifests ?? []; // Go writes an empty list as null
    if (!Array.isArray(entries))
        throw notALayout(where, 'the manifests of its index.json are no list');
    if (entries.length > limits/* MAX_DESCRIPTORS_PER_MANIFEST */.GA1) {
        throw notALayout(where, `its index.json has more than ${limits/* MAX_DESCRIPTORS_PER_MANIFEST */.GA1} entries`);
    }
    if (!entries.every(build_json/* isObject */.Gv))
        throw notALayout(where, 'an entry of its index.json is no object');
    return { document, entries: entries.map(entryOf) };
}
/** The index with these entries. Throws LIMIT_EXCEEDED where nobody would read it again. */
function writeLayoutIndex({ document }, entries, where) {
    const bytes = Buffer.from(JSON.stringify({ ...document, manifests: entries.map(({ raw }) => raw) }));
    if (bytes.length <= limits/* MAX_MANIFEST_BYTES */.ZJy && entries.length <= limits/* MAX_DESCRIPTORS_PER_MANIFEST */.GA1)
        return bytes;
    throw new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
        what: `The index.json of ${where} would have ${entries.length} entries and ${bytes.length} bytes, more than is read`,
        remedy: 'Use a folder of its own for each image.',
    });
}
/** The entries under a tag: it is their name, or the tag of the full reference that they have for one. */
function entriesTagged({ entries }, tag) {
    const exactly = entries.filter(({ raw }) => layout_index_annotationsOf(raw)[REF_NAME] === tag);
    if (exactly.length > 0)
        return exactly;
    return entries.filter(({ raw }) => fullNames(raw).some((name) => name.tag === tag));
}
const entriesOfDigest = ({ entries }, digest) => entries.filter(({ descriptor }) => descriptor?.digest === digest);
/** The entries with one more under a tag, in the place of the one that stood there, or of one that stood there twice. */
function withTag(entries, tag, descriptor) {
    const isThere = ({ raw }) => layout_index_annotationsOf(raw)[REF_NAME] === tag;
    const at = entries.findIndex(isThere);
    const before = entries[at];
    const annotations = { ...(before === undefined ? {} : layout_index_annotationsOf(before.raw)), [REF_NAME]: tag };
    const entry = entryOf({ ...descriptor, annotations });
    if (before === undefined)
        return [...entries, entry];
    return entries.flatMap((each, index) => (index === at ? [entry] : isThere(each) ? [] : [each]));
}
/** The entry with one more annotation. */
const annotated = ({ raw }, key, value) => entryOf({ ...raw, annotations: { ...layout_index_annotationsOf(raw), [key]: value } });
function layout_index_annotationsOf(raw) {
    return (0,build_json/* isObject */.Gv)(raw.annotations) ? raw.annotations : {};
}
/** The repositories, with their tags, that an entry says it belongs to; none where it names a tag alone. */
const fullNames = (raw) => [CONTAINERD_NAME, REF_NAME].flatMap((key) => {
    const text = layout_index_annotationsOf(raw)[key];
    const full = typeof text === 'string' ? fullName(text) : undefined;
    return full === undefined ? [] : [full];
});
/** A reference that spells its host out: `team/app` may be a tag of skopeo's as well. */
function fullName(text) {
    const [first = '', ...rest] = text.split('/');
    if (rest.length === 0 || !(/[.:]/.test(first) || first === 'localhost'))
        return undefined;
    try {
        const { host, repository, tag } = (0,build_reference/* parseReference */.F2)(text);
        return { host, repository, tag };
    }
    catch {
        return undefined; // a name of another kind
    }
}
const entryOf = (raw) => ({ raw, descriptor: readDescriptor(raw) });

;// CONCATENATED MODULE: ./packages/core/build/registry/layout-cosign.js


/**
 * Marks what `cosign verify --local-image` and `cosign load` look for: they know one image in a folder and find it, its
 * signatures and its attestations by the annotation `kind` (sigstore/cosign pkg/oci/layout). `tag` is what was entered: one
 * of `sha256-<hex>` and, with its ending, `.sig` or `.att`. The first image of a folder that is signed is the one; what
 * belongs to others stays unmarked.
 */
function markForCosign(entries, tag) {
    const [, hex, ending = ''] = CLAIM_TAG.exec(tag) ?? [];
    if (hex === undefined)
        return entries;
    const subject = `sha256:${hex}`;
    const image = entries.find(({ raw }) => IMAGE_KINDS.has(layout_cosign_kindOf(raw))) ?? imageOf(entries, subject);
    if (image?.descriptor?.digest !== subject)
        return entries;
    const { mediaType } = image.descriptor;
    const kind = (0,oci/* isIndexMediaType */.$$)(mediaType) ? IMAGE_INDEX : IMAGE;
    const claims = CLAIM_KINDS[ending];
    return entries.map((entry) => {
        if (entry === image)
            return annotated(entry, KIND, kind);
        const isTagged = layout_index_annotationsOf(entry.raw)[REF_NAME] === tag;
        return isTagged && claims !== undefined ? annotated(entry, KIND, claims) : entry;
    });
}
/** Whether an entry holds claims about an image and is none itself. */
const isClaimEntry = ({ raw }) => {
    const name = layout_index_annotationsOf(raw)[REF_NAME];
    return ((typeof name === 'string' && CLAIM_TAG.test(name)) || Object.values(CLAIM_KINDS).includes(layout_cosign_kindOf(raw)));
};
const KIND = 'kind';
const IMAGE = 'dev.cosignproject.cosign/image';
const IMAGE_INDEX = 'dev.cosignproject.cosign/imageIndex';
const IMAGE_KINDS = new Set([IMAGE, IMAGE_INDEX]);
const CLAIM_KINDS = {
    '.sig': 'dev.cosignproject.cosign/sigs',
    '.att': 'dev.cosignproject.cosign/atts',
};
/** cosign's tags, and the fallback index. */
const CLAIM_TAG = /^sha256-([0-9a-f]{64})(\.[a-z]{3,4})?$/;
const layout_cosign_kindOf = (raw) => {
    const kind = layout_index_annotationsOf(raw)[KIND];
    return typeof kind === 'string' ? kind : '';
};
const imageOf = (entries, subject) => entries.find((entry) => entry.descriptor?.digest === subject && !isClaimEntry(entry));

;// CONCATENATED MODULE: ./packages/core/build/registry/layout-images.js








/** What a folder says of its images: entries of its index that are no claims about another. */
class LayoutImages {
    #store;
    #read;
    #path;
    #folder;
    #title;
    constructor(store, read, about) {
        this.#store = store;
        this.#read = read;
        this.#path = about.path;
        this.#folder = about.folder;
        this.#title = about.title;
    }
    async onlyImage() {
        const images = await this.#images();
        const [first, ...others] = new Set(images.map(({ digest }) => digest));
        if (first === undefined) {
            throw new errors/* CountersignError */.WS('IMAGE_NOT_FOUND', {
                what: `${this.#store.where} holds no image`,
                remedy: 'Check that the build wrote its image into this folder.',
            });
        }
        if (others.length === 0)
            return first;
        throw new errors/* CountersignError */.WS('IMAGE_AMBIGUOUS', {
            what: `${this.#store.where} holds ${others.length + 1} images`,
            remedy: `Name one of them, by ${this.#store.where}:TAG or ${this.#store.where}@DIGEST:\n${layout_images_listOf(images)}`,
        });
    }
    /** The setting before the folder's word, and that before the folder's own name. */
    async nameOf(image) {
        const { entries } = await this.#store.index();
        const said = entriesOfDigest({ document: {}, entries }, image).flatMap(({ raw }) => fullNames(raw))[0];
        const name = this.#title ?? said;
        return {
            folder: this.#folder,
            title: name === undefined ? (0,build_reference/* folderTitle */.DH)((0,external_node_path_.basename)(this.#path)) : (0,build_reference/* formatName */.nD)(name),
        };
    }
    async listed() {
        return layout_images_listOf(await this.#images());
    }
    async #images() {
        const { entries } = await this.#store.index();
        const gate = (0,concurrency/* createGate */.q)(limits/* COLLECT_CONCURRENCY */.t21);
        const found = await Promise.all(entries.map(async (entry) => {
            const { descriptor } = entry;
            if (descriptor === undefined || !oci/* IMAGE_MEDIA_TYPES */.xp.includes(descriptor.mediaType))
                return undefined;
            if (isClaimEntry(entry) || isUnknown(descriptor))
                return undefined;
            const { digest } = descriptor;
            const manifest = await gate(() => this.#read(digest));
            if (manifest?.subject !== undefined)
                return undefined;
            return { digest, entry, children: manifest?.children ?? [] };
        }));
        const images = found.filter((image) => image !== undefined);
        // oras enters the platforms of an index beside it: what has no name of its own is a part.
        const parts = new Set(images.flatMap(({ children }) => children));
        return images.filter(({ digest, entry }) => !parts.has(digest) || nameOf(entry) !== undefined);
    }
}
function nameOf({ raw }) {
    const name = layout_index_annotationsOf(raw)[REF_NAME];
    return typeof name === 'string' && name !== '' ? name : undefined;
}
/** What BuildKit attests beside an image. */
const isUnknown = ({ platform }) => platform?.os === 'unknown' && platform.architecture === 'unknown';
function layout_images_listOf(images) {
    const lines = images.slice(0, limits/* MAX_LISTED_IMAGES */.m7w).map(({ digest, entry }) => {
        const name = nameOf(entry);
        const platform = entry.descriptor?.platform;
        const about = [
            name !== undefined ? JSON.stringify(name.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS)) : 'without a name',
            ...(platform === undefined
                ? []
                : [JSON.stringify((0,oci/* formatPlatform */.Bq)(platform).slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))]),
        ];
        return `${digest} ${about.join(' ')}`;
    });
    const left = images.length - lines.length;
    return [...lines, ...(left > 0 ? [`and ${left} more`] : [])].join('\n');
}

;// CONCATENATED MODULE: ./packages/core/build/registry/layout-manifest.js




/**
 * The media type of a manifest in a folder: what its entry says and what it says itself must agree; where neither says
 * anything, its shape tells. Throws REGISTRY_MISBEHAVED for what is no manifest, or is called two things.
 */
function layoutMediaType(bytes, entry, where) {
    const stated = statedMediaType(bytes, where);
    if (stated !== undefined && entry !== undefined && stated !== entry.mediaType) {
        throw noManifest(where, `its index.json calls it ${entry.mediaType}, and it calls itself something else`);
    }
    const mediaType = stated ?? entry?.mediaType ?? shapeOf(bytes);
    if (mediaType === undefined || !oci/* IMAGE_MEDIA_TYPES */.xp.includes(mediaType)) {
        throw noManifest(where, 'it is neither a manifest nor an index');
    }
    return mediaType;
}
/** OCI image specification: `mediaType` is a member that a manifest should have, and need not. */
function shapeOf(bytes) {
    const json = JSON.parse(new TextDecoder().decode(bytes));
    if (!(0,build_json/* isObject */.Gv)(json))
        return undefined;
    const [isIndex, isManifest] = [
        Array.isArray(json.manifests),
        (0,build_json/* isObject */.Gv)(json.config) && Array.isArray(json.layers),
    ];
    if (isIndex === isManifest)
        return undefined;
    return isIndex ? oci/* OCI_INDEX */.$p : oci/* OCI_MANIFEST */.EG;
}
const noManifest = (where, why) => new errors/* CountersignError */.WS('REGISTRY_MISBEHAVED', {
    what: `${where} cannot be read: ${why}`,
    remedy: 'Look at what was put into the folder, or build or copy it again.',
});

;// CONCATENATED MODULE: ./packages/core/build/registry/layout-referrers.js







/** What is under a digest does not change, so it is read once. */
function createManifestReader(store) {
    const known = new Map();
    return (digest) => {
        const reading = known.get(digest) ?? readManifest(store, digest);
        known.set(digest, reading);
        const forget = () => known.delete(digest);
        reading.then((found) => (found === 'absent' ? forget() : undefined), forget);
        return reading.then((found) => (typeof found === 'string' ? undefined : found));
    };
}
/**
 * All referrers of a digest in a folder: those in its fallback index, as this client and regclient enter them, and those
 * that stand in `index.json` themselves, as oras enters them.
 */
async function listLayoutReferrers(repository, store, read, subject, { artifactType } = {}) {
    const [{ entries }, stored] = await Promise.all([
        store.index(),
        repository.getManifest(fallbackTag(subject)),
    ]);
    const gate = (0,concurrency/* createGate */.q)(limits/* COLLECT_CONCURRENCY */.t21);
    const direct = await Promise.all(entries.map(async ({ descriptor }) => {
        if (descriptor === undefined || !oci/* IMAGE_MEDIA_TYPES */.xp.includes(descriptor.mediaType))
            return undefined;
        const found = await gate(() => read(descriptor.digest));
        return found?.subject === subject ? found.descriptor : undefined;
    }));
    const entered = await mendDescriptors(repository, fallbackEntries(stored, subject), new Map(), lacksType);
    const all = new Map([...entered, ...direct.filter((one) => one !== undefined)].map((one) => [one.digest, one]));
    const descriptors = [...all.values()].filter((one) => artifactType === undefined || one.artifactType === artifactType);
    return { source: 'fallback', descriptors };
}
async function readManifest(store, digest) {
    try {
        const bytes = await store.manifest(digest);
        if (bytes === undefined)
            return 'absent';
        const where = `The manifest ${digest} in ${store.where}`;
        const mediaType = layoutMediaType(bytes, undefined, where);
        const document = readManifestDocument(bytes, mediaType, where);
        const { subject } = document.kind === 'index' ? document.index : document.manifest;
        const children = document.kind === 'index' ? document.index.manifests : [];
        return {
            descriptor: referrerDescriptor({ mediaType, digest, size: bytes.length }, document),
            subject: subject?.digest,
            children: children.map((child) => child.digest),
        };
    }
    catch (error) {
        // What is no manifest refers to nothing; what could not be looked at is told.
        if (error instanceof errors/* CountersignError */.WS &&
            (error.code === 'REGISTRY_MISBEHAVED' || error.fault === 'rejection')) {
            return 'no manifest';
        }
        throw error;
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./packages/core/build/registry/layout-files.js






/**
 * The files of one layout folder (OCI image specification 1.1, "Image Layout"). The folder may be of anybody: what is a
 * link to a place outside it, or no regular file, is neither read nor written. Files are written beside their place and
 * moved there whole. Throws LAYOUT_INVALID, LAYOUT_ESCAPES, LAYOUT_FORBIDDEN, LAYOUT_UNAVAILABLE.
 */
class LayoutFiles {
    /** The folder for people. */
    where;
    #path;
    #random;
    #root;
    constructor(path, where, random) {
        this.#path = path;
        this.where = where;
        this.#random = random;
    }
    /** A whole file; undefined: there is none. Throws LAYOUT_INVALID where it has more than `maxBytes`. */
    async read(file, maxBytes) {
        return this.#opened(file, async (handle, size) => {
            if (size > maxBytes) {
                throw notALayout(this.where, `${file} has ${size} bytes, and at most ${maxBytes} are read`);
            }
            // One more than it says it has: a file that grows meanwhile is not what it was.
            const bytes = Buffer.alloc(size + 1);
            let length = 0;
            for (;;) {
                const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
                length += bytesRead;
                if (bytesRead === 0 || length > size)
                    return bytes.subarray(0, length);
            }
        });
    }
    /** Bytes; undefined: there is no such file. */
    sizeOf(file) {
        return this.#opened(file, (_handle, size) => Promise.resolve(size));
    }
    /** The file piece by piece; nothing where there is none. */
    async *stream(file) {
        const handle = await this.#open(file);
        if (handle === undefined)
            return;
        try {
            for (let at = 0;;) {
                const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
                const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
                if (bytesRead === 0)
                    return;
                at += bytesRead;
                yield chunk.subarray(0, bytesRead);
            }
        }
        catch (error) {
            throw fileFailure(error, this.where, `read ${file} in`);
        }
        finally {
            await handle.close();
        }
    }
    /** Writes a file whole or not at all. `beforeMove`: what it throws leaves everything as it was. */
    async write(file, content, beforeMove) {
        const target = await this.#placeFor(file);
        const temporary = (0,external_node_path_.join)(await this.#opening(), `${TEMPORARY}${this.#unique()}`);
        try {
            const handle = await (0,promises_.open)(temporary, 'wx');
            try {
                await handle.writeFile(content);
                await handle.sync();
            }
            finally {
                await handle.close();
            }
            await beforeMove?.();
            await (0,promises_.rename)(temporary, target);
        }
        catch (error) {
            await (0,promises_.rm)(temporary, { force: true }).catch(() => undefined); // the error before is the one to tell
            throw fileFailure(error, this.where, `write ${file} to`);
        }
    }
    /** false: there was none. */
    async remove(file) {
        if ((await this.sizeOf(file)) === undefined)
            return false;
        try {
            await (0,promises_.rm)(await this.#placeFor(file));
            return true;
        }
        catch (error) {
            if (codeOf(error) === 'ENOENT')
                return false;
            throw fileFailure(error, this.where, `delete ${file} in`);
        }
    }
    /** Writes a file and takes it away again. Files that an interrupted run left long ago go with it. */
    async proveWritable() {
        const root = await this.#opening();
        const proof = (0,external_node_path_.join)(root, `${TEMPORARY}${this.#unique()}`);
        try {
            await (0,promises_.access)(await this.#inside('blobs/sha256', { make: true }), external_node_fs_.constants.W_OK);
            const handle = await (0,promises_.open)(proof, 'wx');
            const { mtimeMs: now } = await handle.stat().finally(() => handle.close());
            for (const name of await (0,promises_.readdir)(root)) {
                if (!name.startsWith(TEMPORARY) || name.length > TEMPORARY.length + 40)
                    continue;
                const { mtimeMs } = (await (0,promises_.stat)((0,external_node_path_.join)(root, name)).catch(() => undefined)) ?? {};
                if (mtimeMs !== undefined && now - mtimeMs > limits/* LAYOUT_LEFTOVER_MS */.eoU)
                    await (0,promises_.rm)((0,external_node_path_.join)(root, name), { force: true });
            }
        }
        catch (error) {
            throw fileFailure(error, this.where, 'write to');
        }
        finally {
            await (0,promises_.rm)(proof, { force: true }).catch(() => undefined);
        }
    }
    /** The path of a file that is ours alone, such as a lock, at the top of the folder. */
    async ownFile(name) {
        return (0,external_node_path_.join)(await this.#opening(), name);
    }
    #opening() {
        this.#root ??= this.#find();
        this.#root.catch(() => (this.#root = undefined)); // a later try may find it
        return this.#root;
    }
    async #find() {
        const root = await (0,promises_.realpath)(this.#path).catch((error) => {
            throw fileFailure(error, this.where, 'open the folder');
        });
        const marker = await this.#readMarker(root);
        if (marker === undefined)
            throw notALayout(this.where, 'it has no file oci-layout');
        const version = versionOf(marker);
        if (version === '1.0.0')
            return root;
        throw notALayout(this.where, version === undefined
            ? 'its file oci-layout has no imageLayoutVersion'
            : `its layout is of version ${JSON.stringify(version.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}, not 1.0.0`);
    }
    async #readMarker(root) {
        const handle = await this.#openAt(root, 'oci-layout');
        try {
            const { bytesRead, buffer } = (await handle?.read(Buffer.alloc(limits/* MAX_LAYOUT_FILE_BYTES */.Z9d), 0)) ?? {};
            return buffer?.subarray(0, bytesRead);
        }
        catch (error) {
            throw fileFailure(error, this.where, 'read oci-layout in');
        }
        finally {
            await handle?.close();
        }
    }
    async #opened(file, use) {
        const handle = await this.#open(file);
        if (handle === undefined)
            return undefined;
        try {
            return await use(handle, (await handle.stat()).size);
        }
        catch (error) {
            throw fileFailure(error, this.where, `read ${file} in`);
        }
        finally {
            await handle.close();
        }
    }
    async #open(file) {
        return this.#openAt(await this.#opening(), file);
    }
    async #openAt(root, file) {
        let handle;
        try {
            const real = await (0,promises_.realpath)((0,external_node_path_.join)(root, file));
            if (!isInside(real, root))
                throw escapes(this.where, file);
            // Not through a link that came in this moment, and without waiting for the other end of a pipe.
            handle = await (0,promises_.open)(real, READ);
            if ((await handle.stat()).isFile())
                return handle;
            throw notALayout(this.where, `${file} is no regular file`);
        }
        catch (error) {
            await handle?.close();
            if (codeOf(error) === 'ENOENT')
                return undefined;
            throw fileFailure(error, this.where, `read ${file} in`);
        }
    }
    async #placeFor(file) {
        const parts = file.split('/');
        const name = parts.pop() ?? file;
        try {
            return (0,external_node_path_.join)(await this.#inside(parts.join('/'), { make: true }), name);
        }
        catch (error) {
            throw fileFailure(error, this.where, `write ${file} to`);
        }
    }
    /** A folder in this one, through links that stay in it. */
    async #inside(folder, { make }) {
        const root = await this.#opening();
        let path = root;
        for (const part of folder.split('/').filter((each) => each !== '')) {
            path = (0,external_node_path_.join)(path, part);
            if (make) {
                await (0,promises_.mkdir)(path).catch((error) => {
                    if (codeOf(error) !== 'EEXIST')
                        throw error;
                });
            }
            path = await (0,promises_.realpath)(path);
            if (!isInside(path, root))
                throw escapes(this.where, folder);
        }
        return path;
    }
    #unique() {
        return Buffer.from(this.#random.bytes(8)).toString('hex');
    }
}
/** What files that are being written are called until they are whole. */
const TEMPORARY = '.countersign-new-';
const CHUNK_BYTES = 256 * 1024;
// Windows knows neither.
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0, } = external_node_fs_.constants;
const READ = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;
const isInside = (path, root) => path === root || path.startsWith(root.endsWith(external_node_path_.sep) ? root : `${root}${external_node_path_.sep}`);
/** undefined for what is no JSON, or says none. */
function versionOf(marker) {
    const version = (0,build_json/* memberAt */.mz)((0,build_json/* parseJson */.qF)(marker.toString('utf8')), 'imageLayoutVersion');
    return typeof version === 'string' ? version : undefined;
}

;// CONCATENATED MODULE: ./packages/core/build/registry/layout-lock.js




/**
 * Runs `task` while a lock file is there that says so to all processes which write to one folder. `stillHeld` throws where
 * the lock was taken over meanwhile: it is to be called right before what must not be done twice. A lock that stands
 * unchanged for LAYOUT_LOCK_STALE_MS is one whose owner was ended, since it is held for milliseconds; nobody's clock
 * is compared with another's. Throws WRITE_CONTENDED after MAX_LAYOUT_LOCK_WAIT_MS.
 */
async function withLock(path, where, context, task) {
    const own = await acquire(path, where, context);
    const holds = async () => (await look(path, where)) === own;
    try {
        return await task(async () => {
            if (!(await holds()))
                throw contended(where, 'another process took this one for ended');
        });
    }
    finally {
        if (await holds())
            await (0,promises_.rm)(path, { force: true });
    }
}
async function acquire(path, where, { clock, random, signal }) {
    let waited = 0;
    let seen = { lock: undefined, since: 0 };
    for (;;) {
        const own = await create(path, where);
        if (own !== undefined)
            return own;
        const lock = await look(path, where);
        if (lock !== seen.lock)
            seen = { lock, since: waited };
        if (lock !== undefined && waited - seen.since >= limits/* LAYOUT_LOCK_STALE_MS */.ilk) {
            await takeAway(path, where, lock, random);
            continue;
        }
        if (waited >= limits/* MAX_LAYOUT_LOCK_WAIT_MS */.tlA)
            throw contended(where, 'others kept writing to its index.json');
        const pause = 1 + random.fraction() * limits/* MAX_LAYOUT_LOCK_POLL_MS */.tNR;
        await clock.sleep(pause, signal);
        waited += pause;
    }
}
/** undefined: someone else's stands there. */
async function create(path, where) {
    try {
        const handle = await (0,promises_.open)(path, 'wx');
        try {
            return identityOf(await handle.stat());
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        if (codeOf(error) === 'EEXIST')
            return undefined;
        throw fileFailure(error, where, 'write to');
    }
}
async function look(path, where) {
    try {
        const found = await (0,promises_.lstat)(path);
        if (found.isFile())
            return identityOf(found);
    }
    catch (error) {
        if (codeOf(error) === 'ENOENT')
            return undefined;
        throw fileFailure(error, where, 'read the lock in');
    }
    throw notALayout(where, 'its lock is no regular file');
}
/** Of several that see the same old lock one takes it away; a new one that came meanwhile is put back. */
async function takeAway(path, where, stale, random) {
    const aside = `${path}-${Buffer.from(random.bytes(8)).toString('hex')}`;
    try {
        await (0,promises_.rename)(path, aside);
        if ((await look(aside, where)) !== stale)
            await (0,promises_.link)(aside, path);
    }
    catch (error) {
        // Another was faster with either.
        if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST')
            throw fileFailure(error, where, 'write to');
    }
    finally {
        await (0,promises_.rm)(aside, { force: true });
    }
}
/** The same file as it was made: a name says nothing about that. */
const identityOf = ({ ino, mtimeMs }) => `${ino} ${mtimeMs}`;
const contended = (where, why) => new errors/* CountersignError */.WS('WRITE_CONTENDED', {
    what: `${where} could not be brought up to date: ${why}`,
    remedy: 'Run again when fewer runs write to this folder: what is stored already is kept.',
});

;// CONCATENATED MODULE: ./packages/core/build/registry/layout-store.js








/** What a layout folder holds: blobs by digest, and the index that names some of them. Throws what LayoutFiles throws. */
class LayoutStore {
    where;
    #files;
    #context;
    /** Writers of this process wait here and not at the lock. */
    #writing = Promise.resolve();
    constructor(path, where, context) {
        this.where = where;
        this.#context = context;
        this.#files = new LayoutFiles(path, where, context.random);
    }
    async index() {
        const bytes = await this.#files.read(INDEX, limits/* MAX_MANIFEST_BYTES */.ZJy);
        if (bytes === undefined)
            throw notALayout(this.where, 'it has no index.json');
        return readLayoutIndex(bytes, this.where);
    }
    /**
     * Replaces the entries of the index, while no other process that asks for the lock does. `edit` answers undefined where
     * nothing is to be changed. Throws WRITE_CONTENDED, LIMIT_EXCEEDED.
     */
    editIndex(edit) {
        const write = () => this.#editAlone(edit);
        const writing = this.#writing.then(write, write);
        this.#writing = writing;
        return writing;
    }
    /** The bytes of a manifest; undefined: there are none. Throws DIGEST_MISMATCH, LAYOUT_INVALID. */
    async manifest(digest) {
        const bytes = await this.#files.read(blobFile(digest), limits/* MAX_MANIFEST_BYTES */.ZJy);
        if (bytes !== undefined)
            this.#check((0,oci/* digestOf */.ol)(bytes), bytes.length, { digest, size: bytes.length });
        return bytes;
    }
    /** undefined: there is none. Throws DIGEST_MISMATCH. */
    async blob(descriptor) {
        const { digest, size } = descriptor;
        const length = await this.#files.sizeOf(blobFile(digest));
        if (length === undefined)
            return undefined;
        if (length !== size)
            throw this.#mismatch(descriptor, `${length} bytes`);
        const bytes = await this.#files.read(blobFile(digest), size);
        if (bytes !== undefined)
            this.#check((0,oci/* digestOf */.ol)(bytes), bytes.length, descriptor);
        return bytes;
    }
    /** undefined: there is none. The stream throws DIGEST_MISMATCH at its end, or where more comes than should. */
    async stream(descriptor) {
        const length = await this.#files.sizeOf(blobFile(descriptor.digest));
        return length === undefined ? undefined : this.#checked(descriptor);
    }
    /** Stores a blob unless it is there whole. Throws DIGEST_MISMATCH where the content is another. */
    async put(digest, size, open) {
        if (await this.#isWhole({ digest, size }))
            return;
        let found;
        const content = open();
        const hashed = content instanceof Uint8Array ? content : hashing(content, (hex) => (found = hex));
        await this.#files.write(blobFile(digest), hashed, () => {
            const digested = content instanceof Uint8Array ? (0,oci/* digestOf */.ol)(content) : `sha256:${found ?? ''}`;
            if (digested !== digest)
                throw this.#mismatch({ digest, size }, digested);
            return Promise.resolve();
        });
    }
    has(digest) {
        return this.#files.sizeOf(blobFile(digest)).then((size) => size !== undefined);
    }
    /** Takes a manifest away, and what the index names it with; false: there was none. */
    async deleteManifest(digest) {
        await this.editIndex(({ entries }) => {
            const left = entries.filter(({ descriptor }) => descriptor?.digest !== digest);
            return left.length === entries.length ? undefined : left;
        });
        return this.#files.remove(blobFile(digest));
    }
    /** Does all that a write does, and changes nothing. */
    async proveWritable() {
        await this.#files.proveWritable();
        await this.editIndex(() => undefined);
    }
    async #editAlone(edit) {
        const lock = await this.#files.ownFile(LOCK);
        return withLock(lock, this.where, this.#context, async (stillHeld) => {
            const index = await this.index();
            const entries = edit(index);
            if (entries === undefined)
                return false;
            await this.#files.write(INDEX, writeLayoutIndex(index, entries, this.where), stillHeld);
            return true;
        });
    }
    /** What an interrupted copy left half written is written again. */
    async #isWhole(descriptor) {
        if ((await this.#files.sizeOf(blobFile(descriptor.digest))) !== descriptor.size)
            return false;
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for await (const chunk of this.#files.stream(blobFile(descriptor.digest)))
            hash.update(chunk);
        return `sha256:${hash.digest('hex')}` === descriptor.digest;
    }
    async *#checked(descriptor) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let length = 0;
        for await (const chunk of this.#files.stream(blobFile(descriptor.digest))) {
            length += chunk.length;
            if (length > descriptor.size)
                throw this.#mismatch(descriptor, `more than ${descriptor.size} bytes`);
            hash.update(chunk);
            yield chunk;
        }
        this.#check(`sha256:${hash.digest('hex')}`, length, descriptor);
    }
    #check(found, length, descriptor) {
        if (found === descriptor.digest && length === descriptor.size)
            return;
        throw this.#mismatch(descriptor, `${found} (${length} bytes)`);
    }
    #mismatch({ digest, size }, found) {
        return new errors/* CountersignError */.WS('DIGEST_MISMATCH', {
            what: `${this.where} holds other bytes under ${digest} (${size} bytes): ${found}`,
            remedy: 'Do not use this image: what is in the folder was changed or damaged. Build or copy it again.',
        });
    }
}
const INDEX = 'index.json';
const LOCK = '.countersign-index.lock';
/** A digest is made by a parser alone; looked at again, since here it becomes a path. */
function blobFile(digest) {
    if (!(0,oci/* isDigest */.Bc)(digest))
        throw new Error('a digest is none');
    return `blobs/sha256/${(0,oci/* hexOf */.ZD)(digest)}`;
}
async function* hashing(content, atEnd) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of content) {
        hash.update(chunk);
        yield chunk;
    }
    atEnd(hash.digest('hex'));
}

;// CONCATENATED MODULE: ./packages/core/build/registry/layout.js











/**
 * An OCI layout folder as a repository (OCI image specification 1.1, "Image Layout"). Tags are entries of `index.json`;
 * what is put under a digest is a blob, which nobody finds before an index names it. Conditions are kept, since
 * `index.json` is replaced whole under a lock. Referrers are entered in the fallback index under `sha256-<hex>`, in which
 * oras and regclient find them, and which registries without the referrers API know as well. Nothing is read
 * before the first need. Throws LAYOUT_INVALID, LAYOUT_FORBIDDEN, LAYOUT_UNAVAILABLE, LAYOUT_ESCAPES, IMAGE_AMBIGUOUS,
 * WRITE_CONTENDED, DIGEST_MISMATCH and, for what is no manifest, REGISTRY_MISBEHAVED.
 */
function openLayout(path, { context, shown, title }) {
    const where = (0,build_reference/* formatName */.nD)({ folder: shown });
    const store = new LayoutStore(path, where, context);
    const readOnce = createManifestReader(store);
    const name = { folder: shown, title: title === undefined ? (0,build_reference/* folderTitle */.DH)(path) : (0,build_reference/* formatName */.nD)(title) };
    const read = async (digest, entry) => {
        const bytes = await store.manifest(digest);
        if (bytes === undefined)
            return undefined;
        if (entry !== undefined && entry.size !== bytes.length) {
            throw otherSize(where, entry, bytes.length);
        }
        const mediaType = layoutMediaType(bytes, entry, `The manifest ${digest} in ${where}`);
        return { bytes, descriptor: { mediaType, digest, size: bytes.length }, etag: etagOf(digest) };
    };
    const getManifest = async (target) => {
        const index = await store.index();
        if ((0,oci/* isDigest */.Bc)(target))
            return read(target, entriesOfDigest(index, target)[0]?.descriptor);
        const entry = entryAt(index, target, where);
        if (entry === undefined)
            return undefined;
        const stored = await read(entry.digest, entry);
        if (stored !== undefined)
            return stored;
        throw notALayout(where, `its index.json names ${entry.digest}, which is not among its blobs`);
    };
    const putAt = async (digest, bytes, condition) => {
        if ((0,oci/* digestOf */.ol)(bytes) !== digest)
            throw new Error('a manifest is put under the digest of another');
        if (condition !== undefined && !holds(condition, (await store.has(digest)) ? digest : undefined))
            return false;
        await store.put(digest, bytes.length, () => bytes);
        return true;
    };
    const putTag = async (tag, descriptor, condition) => store.editIndex((index) => {
        if (condition !== undefined && !holds(condition, entryAt(index, tag, where)?.digest))
            return undefined;
        return markForCosign(withTag(index.entries, tag, descriptor), tag);
    });
    const repository = {
        name,
        folder: new LayoutImages(store, readOnce, { path, folder: shown, title }),
        getManifest,
        headManifest: async (target) => (await getManifest(target))?.descriptor,
        putManifest: async (target, bytes, mediaType, condition) => {
            const digest = (0,oci/* digestOf */.ol)(bytes);
            const descriptor = { mediaType, digest, size: bytes.length };
            if (!(0,oci/* isDigest */.Bc)(target))
                await store.put(digest, bytes.length, () => bytes);
            const done = (0,oci/* isDigest */.Bc)(target)
                ? await putAt(target, bytes, condition)
                : await putTag(target, descriptor, condition);
            return done ? { digest, referrerIndexed: false } : undefined;
        },
        deleteManifest: async (digest) => ((await store.deleteManifest(digest)) ? 'deleted' : 'absent'),
        getBlob: async (descriptor, maxBytes) => {
            if (descriptor.size > maxBytes)
                throw tooLarge(where, descriptor, maxBytes);
            return store.blob(descriptor);
        },
        openBlob: (descriptor) => store.stream(descriptor),
        putBlob: async (blob) => {
            const isBytes = blob instanceof Uint8Array;
            const [digest, size] = isBytes ? [(0,oci/* digestOf */.ol)(blob), blob.length] : [blob.digest, blob.size];
            await store.put(digest, size, () => (isBytes ? blob : blob.open()));
            return { mediaType: 'application/octet-stream', digest, size };
        },
        listReferrers: (subject, filter) => listLayoutReferrers(repository, store, readOnce, subject, filter),
        referrersSource: () => Promise.resolve('fallback'),
        proveWriteAccess: () => store.proveWritable(),
    };
    return repository;
}
/** The one thing that stands under a tag. Throws IMAGE_AMBIGUOUS where that is not one thing. */
function entryAt(index, tag, where) {
    const tagged = entriesTagged(index, tag);
    const [first, ...others] = new Map(tagged.map((entry) => [digestText(entry), entry])).values();
    if (others.length > 0)
        throw ambiguous(where, tag, [first, ...others]);
    if (first !== undefined && first.descriptor === undefined) {
        throw notALayout(where, `what its index.json has under ${tag} is no descriptor with a sha256 digest`);
    }
    return first?.descriptor;
}
const digestText = ({ descriptor }) => descriptor?.digest ?? '';
/** Tags move, what is under a digest does not: the digest is version enough. */
const etagOf = (digest) => `"${digest}"`;
function holds(condition, standing) {
    switch (condition.kind) {
        case 'absent':
            return standing === undefined;
        case 'match':
            return standing !== undefined && condition.etag === etagOf(standing);
        case 'unchanged':
            return standing === condition.digest;
    }
}
const ambiguous = (where, tag, entries) => new errors/* CountersignError */.WS('IMAGE_AMBIGUOUS', {
    what: `${where} has ${entries.length} entries under ${tag.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS)}`,
    remedy: `Name one by its digest:\n${entries.map((entry) => entry?.descriptor?.digest ?? 'no digest').join('\n')}`,
});
const otherSize = (where, { digest, size }, length) => new errors/* CountersignError */.WS('DIGEST_MISMATCH', {
    what: `The index.json of ${where} gives ${digest} ${size} bytes, and it has ${length}`,
    remedy: 'Do not use this image: what is in the folder was changed or damaged. Build or copy it again.',
});
const tooLarge = (where, { digest, size }, maxBytes) => new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
    what: `The blob ${digest} in ${where} has ${size} bytes; at most ${maxBytes} are read`,
    remedy: 'Look at what was stored there: it is larger than anything of its kind.',
});

;// CONCATENATED MODULE: ./packages/core/build/registry/stores.js




/** References to one registry share its connections; references to one folder share its repository. */
function createStores(options) {
    const registries = createRegistryClient(options);
    const folders = new Map();
    const open = (reference) => {
        if (!(0,build_reference/* isFolder */.lQ)(reference))
            return registries.repository(reference);
        const path = (0,external_node_path_.resolve)(options.workDir, reference.folder);
        const found = folders.get(path) ?? openLayout(path, { ...options, shown: reference.folder });
        folders.set(path, found);
        return found;
    };
    const { claimsIn } = options;
    return {
        open,
        claimsAbout: (reference) => claimsIn === undefined || (0,build_reference/* isFolder */.lQ)(reference) ? open(reference) : registries.repository(claimsIn),
    };
}

;// CONCATENATED MODULE: ./packages/core/build/registry/condition-probe.js

/**
 * Finds out whether a registry honours conditional writes, since many send an ETag and ignore If-Match (and a write that
 * was not refused proves nothing). The question does no harm: a manifest that is there already is put under its own digest
 * with a condition that cannot hold. 412 means honoured; success stored the bytes that stood there already.
 */
class ConditionProbe {
    #repository;
    #answers = new Map();
    #inVain = 0;
    constructor(repository) {
        this.#repository = repository;
    }
    /** The condition under which `next` may replace `current`: `unchanged` where the registry knows none that it keeps. */
    async conditionFor(current, next) {
        const plainly = { kind: 'unchanged', digest: current?.descriptor.digest };
        if (this.#inVain >= MAX_IN_VAIN)
            return plainly;
        if (current !== undefined) {
            if (current.etag === undefined || current.etag.startsWith('W/'))
                return plainly; // If-Match compares strongly
            const { bytes, descriptor } = current;
            const honoured = await this.#ask('match', () => this.#isRefused(bytes, descriptor.mediaType, { kind: 'match', etag: '"no-such-version"' }));
            return honoured ? { kind: 'match', etag: current.etag } : plainly;
        }
        const honoured = await this.#ask('absent', async () => {
            // Nothing stands there to ask with: the new manifest goes in first, under its digest alone.
            await this.#repository.putManifest((0,oci/* digestOf */.ol)(next.bytes), next.bytes, next.mediaType);
            return this.#isRefused(next.bytes, next.mediaType, { kind: 'absent' });
        });
        return honoured ? { kind: 'absent' } : plainly;
    }
    /** A condition was refused although nothing had changed: after a few of those none is sent any more. */
    refusedInVain() {
        this.#inVain += 1;
    }
    #ask(kind, question) {
        const asking = this.#answers.get(kind) ?? question();
        this.#answers.set(kind, asking);
        return asking;
    }
    async #isRefused(bytes, mediaType, condition) {
        return (await this.#repository.putManifest((0,oci/* digestOf */.ol)(bytes), bytes, mediaType, condition)) === undefined;
    }
}
const MAX_IN_VAIN = 3;

;// CONCATENATED MODULE: ./packages/core/build/registry/supersedes.js


/**
 * Annotation of a stored claim (the layer in an `.att` manifest, the manifest of a bundle): digests of the older objects
 * whose place it took, comma-separated. Nobody signed it, so a reader believes it only of a claim that verifies, of the
 * same type and not older; whoever merges entries under a tag may have removed them anyway.
 */
const SUPERSEDES = 'dev.countersign.supersedes';
/** The digests that an object names as superseded, bounded; none where it names nothing. */
const supersededBy = (annotations) => (annotations?.[SUPERSEDES] ?? '').split(',', limits/* MAX_SUPERSEDED_NAMES */.nLo).filter(oci/* isDigest */.Bc);
/** The annotation that names them; of more than MAX_SUPERSEDED_NAMES the first. */
const supersedesAnnotation = (digests) => digests.length === 0 ? {} : { [SUPERSEDES]: digests.slice(0, limits/* MAX_SUPERSEDED_NAMES */.nLo).join(',') };

;// CONCATENATED MODULE: ./packages/core/build/registry/tag-writer.js





function createTagWriter(repository, options) {
    const session = {
        repository,
        options,
        probe: new ConditionProbe(repository),
    };
    const tags = new Map();
    return {
        write: (tag, format, own, { seenAbsent = false, drop = [] } = {}) => {
            const known = tags.get(tag);
            const state = known ?? newState(tag, format);
            tags.set(tag, state);
            const isFirst = known === undefined && seenAbsent;
            // After the one before it, whatever became of that one: its caller was told.
            const writing = state.queue.then(() => mergeAndWrite(session, state, { own, drop, seenAbsent: isFirst }), () => mergeAndWrite(session, state, { own, drop, seenAbsent: isFirst }));
            state.queue = writing;
            return writing;
        },
        settle: async () => {
            if (options.unsafeNoSettle === true)
                return;
            await Promise.all([...tags.values()].map(async (state) => {
                if (state.written === 'under condition' && (await stillStands(session, state)))
                    return;
                if (state.written !== 'no')
                    await settleTag(session, state);
            }));
        },
    };
}
const newState = (tag, format) => ({
    tag,
    format,
    seen: new Map(),
    dropped: new Set(),
    queue: Promise.resolve(),
    written: 'no',
});
async function mergeAndWrite(session, state, { own, drop, seenAbsent, }) {
    const { clock, random, signal } = session.options.context;
    let current = seenAbsent ? undefined : await session.repository.getManifest(state.tag);
    for (const digest of drop)
        state.dropped.add(digest);
    take(state, current);
    for (const entry of own)
        remember(state, entry);
    for (let attempt = 1; attempt <= limits/* MAX_TAG_WRITES */.nsj; attempt += 1) {
        if (isAsWanted(state, take(state, current)))
            return { written: attempt > 1 };
        const manifest = await state.format.compose(merged(state, current), current);
        const condition = await session.probe.conditionFor(current, manifest);
        if ((await put(session, state, manifest, condition)) === 'stored')
            return { written: true };
        // Someone else was first. A little apart, or all who were refused come back at once.
        await clock.sleep(random.fraction() * Math.min(50 * attempt, 1000), signal);
        const latest = await session.repository.getManifest(state.tag);
        if (condition.kind !== 'unchanged' && sameVersion(latest, current))
            session.probe.refusedInVain();
        current = latest;
    }
    throw tag_writer_contended(session, state, `${limits/* MAX_TAG_WRITES */.nsj} writes were each overtaken by another`);
}
/** One look at what was written under a condition: an entry that is gone shows a writer, or a registry, that keeps none. */
async function stillStands({ repository }, state) {
    return isAsWanted(state, take(state, await repository.getManifest(state.tag, { fresh: true })));
}
async function settleTag(session, state) {
    const { clock, random, log, signal } = session.options.context;
    const { settleMs = limits/* DEFAULT_SETTLE_MS */.dko } = session.options;
    for (let round = 1, confirmed = 0; confirmed < limits/* SETTLE_READS */.Yv6; round += 1) {
        if (round > limits/* MAX_SETTLE_ROUNDS */.BV4) {
            throw tag_writer_contended(session, state, `it was not confirmed in ${limits/* MAX_SETTLE_ROUNDS */.BV4} readings`);
        }
        await clock.sleep(settleMs * (0.5 + random.fraction()), signal);
        const current = await session.repository.getManifest(state.tag);
        if (isAsWanted(state, take(state, current))) {
            confirmed += 1;
            continue;
        }
        confirmed = 0;
        log.debug(`Entries of ${state.tag} were overwritten by another writer; writing them again`);
        await writeAgain(session, state, current);
    }
}
/** Without a condition of the registry's: it was seen to lose an entry. */
async function writeAgain(session, state, read) {
    let current = read;
    for (let attempt = 1; attempt <= limits/* MAX_TAG_WRITES */.nsj; attempt += 1) {
        const manifest = await state.format.compose(merged(state, current), current);
        const condition = { kind: 'unchanged', digest: digestOf(current) };
        if ((await put(session, state, manifest, condition)) === 'stored')
            return;
        current = await session.repository.getManifest(state.tag);
        if (isAsWanted(state, take(state, current)))
            return;
    }
}
async function put({ repository }, state, { bytes, mediaType }, condition) {
    // Said before: a write whose answer is lost may have taken effect.
    if (condition.kind === 'unchanged')
        state.written = 'plainly';
    const answer = await repository.putManifest(state.tag, bytes, mediaType, condition);
    if (answer === undefined)
        return 'overtaken';
    if (state.written === 'no')
        state.written = 'under condition';
    return 'stored';
}
/**
 * What stands there, each entry once and in its order, then what is missing in the order first seen; without what was
 * dropped. What an entry that stands names as superseded is not brought back, and stays where it stands: nobody signed
 * those names, so a stranger's must not take anything away.
 */
function merged(state, current) {
    const { format, seen } = state;
    const standing = current === undefined ? [] : format.entries(current);
    const union = new Map(standing.map((entry) => [format.keyOf(entry), entry]));
    const gone = goneFrom(state, standing);
    for (const [key, entry] of seen)
        if (!union.has(key) && !gone.has(entry.digest))
            union.set(key, entry);
    return [...union.values()].filter(({ digest }) => !state.dropped.has(digest));
}
/** The entries that stand there now; what was not known is remembered. */
function take(state, stored) {
    const entries = stored === undefined ? [] : state.format.entries(stored);
    for (const entry of entries)
        remember(state, entry);
    return entries;
}
function remember(state, entry) {
    const key = state.format.keyOf(entry);
    if (!state.seen.has(key))
        state.seen.set(key, entry);
}
/** Whether all that this session wrote or saw stands there, but for what has left, and nothing that it dropped. */
function isAsWanted(state, standing) {
    const keys = new Set(standing.map((entry) => state.format.keyOf(entry)));
    const gone = goneFrom(state, standing);
    return ([...state.seen].every(([key, { digest }]) => keys.has(key) || gone.has(digest)) &&
        !standing.some(({ digest }) => state.dropped.has(digest)));
}
function goneFrom({ dropped, format }, standing) {
    const named = standing.flatMap(({ annotations }) => supersededBy(annotations));
    return new Set([...dropped, ...named.filter((digest) => format.keeps?.has(digest) !== true)]);
}
const digestOf = (stored) => stored?.descriptor.digest;
const sameVersion = (left, right) => digestOf(left) === digestOf(right) && left?.etag === right?.etag;
const tag_writer_contended = ({ repository }, { tag }, why) => new errors/* CountersignError */.WS('WRITE_CONTENDED', {
    what: `The tag ${tag} in ${(0,build_reference/* formatName */.nD)(repository.name)} could not be brought up to date: ${why}`,
    remedy: 'Run again when fewer runs write to this image: what is stored already is kept.',
});

;// CONCATENATED MODULE: ./packages/core/build/registry/index.js













/***/ }),

/***/ 54540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yp: () => (/* reexport */ shape/* Shape */.y),
  lP: () => (/* reexport */ checkDescribes),
  UW: () => (/* reexport */ checkWhole),
  GC: () => (/* reexport */ cycloneDxDescribes),
  Qj: () => (/* reexport */ diffSboms),
  uy: () => (/* reexport */ quality/* failedThresholds */.uy),
  jf: () => (/* reexport */ fetchPlatforms),
  pn: () => (/* reexport */ finishDocument),
  kx: () => (/* reexport */ folderEvidence),
  BF: () => (/* reexport */ quality/* qualityOf */.BF),
  NE: () => (/* reexport */ readBuildKitSboms),
  E_: () => (/* reexport */ json_text/* readJsonDocument */.E),
  kH: () => (/* reexport */ readSbom),
  Ez: () => (/* reexport */ runSyft),
  a0: () => (/* reexport */ sizeAdvice),
  CA: () => (/* reexport */ spdxDescribes),
  yv: () => (/* reexport */ unionDocuments)
});

// UNUSED EXPORTS: QUALITY_MEASURES, countsOf, imagePurl, lockFileEcosystem

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
;// CONCATENATED MODULE: ./packages/core/build/sbom/check-describes.js

/**
 * Checks that a document describes this digest: it stands first among those that the document names (a platform's
 * document may name the index that it was found in as well). Throws SBOM_SUBJECT_MISMATCH where another stands there,
 * or none.
 */
function checkDescribes({ describes }, subject, path) {
    if (describes[0] === subject)
        return;
    throw new errors/* CountersignError */.WS('SBOM_SUBJECT_MISMATCH', {
        what: describes.length === 0
            ? `${path} does not say which image it describes; it should name ${subject}`
            : `${path} describes ${describes.slice(0, MAX_SHOWN_DIGESTS).join(', ')}, not ${subject}`,
        remedy: 'Make the SBOM from the image by its digest (registry:HOST/REPOSITORY@sha256:…); for an image of several platforms, from the manifest of each platform.',
    });
}
const MAX_SHOWN_DIGESTS = 3;

// EXTERNAL MODULE: ./packages/core/build/counted.js
var counted = __webpack_require__(89264);
;// CONCATENATED MODULE: ./packages/core/build/sbom/distributions.js
/** Ecosystems of the package managers that distributions are made of. */
const OS_ECOSYSTEMS = ['apk', 'deb', 'rpm', 'alpm', 'portage'];
const ECOSYSTEM_OF = new Map(Object.entries({
    deb: 'debian ubuntu raspbian linuxmint kali',
    apk: 'alpine wolfi chainguard postmarketos',
    rpm: 'rhel centos fedora rocky almalinux amzn ol sles opensuse-leap opensuse-tumbleweed photon mariner azurelinux',
    alpm: 'arch archlinux manjaro',
    portage: 'gentoo',
}).flatMap(([ecosystem, ids]) => ids.split(' ').map((id) => [id, ecosystem])));
/** The package manager of a distribution, by the id that its os-release file has (`debian 12`); undefined where it is not known. */
const osEcosystemOf = (distro) => ECOSYSTEM_OF.get(distro?.split(' ', 1)[0]?.toLowerCase() ?? '');

// EXTERNAL MODULE: ./packages/core/build/limits.js
var build_limits = __webpack_require__(99772);
;// CONCATENATED MODULE: ./packages/core/build/sbom/evidence-groups.js

/** Packages by ecosystem. */
function countsOf({ packages }) {
    const counts = new Map();
    for (const { ecosystem } of packages)
        counts.set(ecosystem, (counts.get(ecosystem) ?? 0) + 1);
    return counts;
}
/** The ecosystems that evidence of this kind shows and no package has. */
const missing = (evidence, kind, counts) => byEcosystem(evidence, kind).filter(({ ecosystem }) => !counts.has(ecosystem));
function byEcosystem(evidence, kind) {
    const groups = new Map();
    for (const { ecosystem, path, kind: theirs } of evidence) {
        if (theirs !== kind)
            continue;
        const paths = groups.get(ecosystem);
        if (paths === undefined)
            groups.set(ecosystem, [path]);
        else
            paths.push(path);
    }
    return [...groups].map(([ecosystem, paths]) => ({ ecosystem, paths }));
}
/** The first of several paths, each in part where it is long, and how many there are beside them. */
function shown(paths) {
    const rest = paths.length - build_limits/* MAX_SHOWN_PATHS */.gBW;
    const first = paths.slice(0, build_limits/* MAX_SHOWN_PATHS */.gBW).map(clipped).join(', ');
    return rest > 0 ? `${first} and ${rest} more` : first;
}
const clipped = (text) => text.length <= build_limits/* MAX_SHOWN_INPUT_CHARS */.SpS ? text : `${text.slice(0, build_limits/* MAX_SHOWN_INPUT_CHARS */.SpS)}…`;

;// CONCATENATED MODULE: ./packages/core/build/sbom/lock-commands.js
/** What writes the lock file of a manifest, by the manifest's name (sbom-and-scan.md, section 4). */
const LOCK_COMMANDS = new Map([
    ['package.json', 'npm install --package-lock-only, pnpm install --lockfile-only or yarn install'],
    ['go.mod', 'go mod tidy'],
    ['pyproject.toml', 'uv lock, poetry lock or pdm lock'],
    ['Pipfile', 'pipenv lock'],
    ['Gemfile', 'bundle lock'],
    ['Cargo.toml', 'cargo generate-lockfile'],
    ['pom.xml', 'mvn package, and make the SBOM of what it built'],
    ['build.gradle', 'gradle dependencies --write-locks'],
    ['build.gradle.kts', 'gradle dependencies --write-locks'],
    ['composer.json', 'composer update --no-install'],
]);

;// CONCATENATED MODULE: ./packages/core/build/sbom/check-evidence.js



/** What the files of the image or folder show and the document does not have. */
const checkEvidence = (about, counts) => [
    ...databases(about, counts),
    ...distribution(about, counts),
    ...lockFiles(about, counts),
    ...manifests(about, counts),
    ...binaries(about, counts),
];
function databases({ evidence }, counts) {
    return missing(evidence, 'package-database', counts).map(({ paths, ecosystem }) => ({
        kind: 'package-database',
        text: `there is a package database of ${ecosystem} (${shown(paths)}), and no ${ecosystem} package in the SBOM`,
        path: paths[0] ?? '',
        fatal: true,
    }));
}
function distribution({ sbom, evidence, allowEmpty }, counts) {
    if (OS_ECOSYSTEMS.some((ecosystem) => counts.has(ecosystem)))
        return [];
    const file = evidence.find(({ kind }) => kind === 'distribution');
    if (file === undefined && sbom.distro === undefined)
        return [];
    const expected = OS_ECOSYSTEMS.find((each) => each === file?.ecosystem) ?? osEcosystemOf(sbom.distro);
    const name = sbom.distro === undefined ? '' : ` (${clipped(sbom.distro)})`;
    return [
        {
            kind: 'distribution',
            text: expected === undefined
                ? `the distribution is named${name}, and no package of a package manager is in the SBOM`
                : `the distribution is named${name}, and no ${expected} package is in the SBOM`,
            ...(file === undefined ? {} : { path: file.path }),
            fatal: expected !== undefined && !allowEmpty,
        },
    ];
}
function lockFiles({ evidence }, counts) {
    return missing(evidence, 'lock-file', counts).map(({ paths, ecosystem }) => ({
        kind: 'lock-file',
        text: `there is a lock file of ${ecosystem} (${shown(paths)}), and no ${ecosystem} package in the SBOM`,
        path: paths[0] ?? '',
        fatal: true,
    }));
}
/**
 * A manifest by itself yields the project at most (anchore/syft#200): there must be more packages than manifests. A go.mod
 * yields what it requires and never the project.
 */
function manifests({ evidence }, counts) {
    const locked = new Set(evidence.filter(({ kind }) => kind === 'lock-file').map(({ ecosystem }) => ecosystem));
    return byEcosystem(evidence, 'manifest')
        .filter(({ ecosystem, paths }) => !locked.has(ecosystem) && (counts.get(ecosystem) ?? 0) <= (ecosystem === 'golang' ? 0 : paths.length))
        .map(({ paths, ecosystem }) => {
        const command = LOCK_COMMANDS.get(baseName(paths[0] ?? ''));
        return {
            kind: 'manifest',
            text: `${shown(paths)} names dependencies of ${ecosystem}, and none of them is in the SBOM${command === undefined ? '' : `: lock them (${command}) or install them before`}`,
            path: paths[0] ?? '',
            fatal: true,
        };
    });
}
/** A Go program without build information, a Rust program without an audit section: there is nothing to read in it. */
function binaries({ evidence, allowEmpty }, counts) {
    return missing(evidence, 'binary', counts)
        .filter(({ ecosystem }) => ecosystem === 'golang' || ecosystem === 'cargo')
        .map(({ paths, ecosystem }) => ({
        kind: 'binary',
        text: ecosystem === 'golang'
            ? `${shown(paths)} was built by Go, and no golang package is in the SBOM: build it with module support, and with no tool that takes out its build information`
            : `${shown(paths)} was built by Rust, and no cargo package is in the SBOM: build it with cargo auditable`,
        path: paths[0] ?? '',
        fatal: !allowEmpty,
    }));
}
const baseName = (path) => path.slice(path.lastIndexOf('/') + 1);

;// CONCATENATED MODULE: ./packages/core/build/sbom/check-whole.js



/** Everything by which a document shows that it is empty or partial (sbom-and-scan.md, section 4); none where it is whole. */
function checkWhole(about) {
    const counts = countsOf(about.sbom);
    return [
        ...empty(about),
        ...checkEvidence(about, counts),
        ...vague(about.sbom),
        ...(about.baseline === undefined ? [] : collapsed(about, about.baseline, counts)),
    ];
}
function empty({ sbom, evidence, allowEmpty }) {
    if (sbom.packages.length > 0)
        return [];
    const binary = evidence.find(({ kind }) => kind === 'binary');
    const about = binary === undefined ? { kind: 'empty' } : { kind: 'empty', path: binary.path };
    if (!allowEmpty)
        return [{ ...about, text: 'the SBOM has no package', fatal: true }];
    return binary === undefined
        ? [
            {
                ...about,
                text: 'the SBOM has no package, and no program was found that could stand alone',
                fatal: false,
            },
        ]
        : [];
}
function vague({ packages, unknowns }) {
    const found = [];
    const versionless = packages.filter(({ version }) => version === undefined).length;
    const purlless = packages.filter(({ purl }) => purl === undefined).length;
    const [first] = unknowns;
    if (versionless > 0) {
        found.push({
            kind: 'unknown-version',
            text: `${versionless} of ${packages.length} packages have no version`,
            fatal: false,
        });
    }
    if (purlless > 0) {
        found.push({
            kind: 'no-purl',
            text: `${purlless} of ${packages.length} packages have no package URL`,
            fatal: false,
        });
    }
    if (first !== undefined) {
        found.push({
            kind: 'unknowns',
            text: `the generator could not look into ${(0,counted/* counted */.h)(unknowns.length, 'file')}: ${shown(unknowns.map(({ path }) => path))} (${clipped(first.reason)})`,
            path: first.path,
            fatal: false,
        });
    }
    return found;
}
function collapsed({ sbom, maxDropPercent }, baseline, counts) {
    const found = [];
    const [before, now] = [baseline.packages.length, sbom.packages.length];
    if ((before - now) * 100 > maxDropPercent * before) {
        found.push({
            kind: 'fewer-packages',
            text: `the SBOM has ${now} packages, the baseline ${before}: more than ${maxDropPercent} % fewer`,
            fatal: true,
        });
    }
    for (const [ecosystem, count] of countsOf(baseline)) {
        if (counts.has(ecosystem) || ecosystem === 'unknown')
            continue;
        found.push({
            kind: 'ecosystem-gone',
            text: `the baseline has ${count} ${clipped(ecosystem)} packages, the SBOM none`,
            fatal: true,
        });
    }
    return found;
}

// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
;// CONCATENATED MODULE: ./packages/core/build/sbom/image-digests.js


/** The digest in a package URL of an image (`pkg:oci/app@sha256%3A…`, `pkg:docker/…`); undefined for any other text. */
function digestOfPurl(text) {
    if (!isImagePurl(text))
        return undefined;
    const version = /@([^?#]*)/.exec(text)?.[1]?.replaceAll(/%3a/gi, ':');
    return asDigest(version);
}
const isImagePurl = (text) => text !== undefined && text.length <= build_limits/* MAX_PURL_CHARS */.TB_ && /^pkg:(?:oci|docker)\//i.test(text);
/** A text that is a digest as it stands, or an image name that ends in one (`host/app@sha256:…`). */
const asDigest = (text) => {
    if (text === undefined || text.length > build_limits/* MAX_PURL_CHARS */.TB_)
        return undefined;
    const digest = text.slice(text.lastIndexOf('@') + 1).toLowerCase();
    return (0,oci/* isDigest */.Bc)(digest) ? digest : undefined;
};
/** 64 hexadecimal digits, as documents write a SHA-256. */
const digestOfHex = (hex) => hex === undefined ? undefined : asDigest(`sha256:${hex}`);
const distinct = (digests) => [
    ...new Set(digests.filter((digest) => digest !== undefined)),
];

;// CONCATENATED MODULE: ./packages/core/build/sbom/cyclonedx-describes.js

/** The image that metadata.component of a CycloneDX document names. Throws what `shape` throws. */
function cycloneDxDescribes(document, shape) {
    const metadata = shape.optionalObject(document, 'metadata');
    const root = metadata && shape.optionalObject(metadata, 'component', 'metadata.');
    return root === undefined ? [] : digestsOf(root, shape);
}
/** A hash counts only where the component is an image: an application or a file has one as well. */
function digestsOf(root, shape) {
    const at = 'metadata.component.';
    shape.text(root, 'type', at);
    shape.text(root, 'name', at);
    const purl = shape.optionalText(root, 'purl', at);
    const bomRef = shape.optionalText(root, 'bom-ref', at);
    const named = [
        digestOfPurl(purl),
        digestOfPurl(bomRef) ?? asDigest(bomRef),
        asDigest(shape.optionalText(root, 'version', at)),
        asDigest(shape.optionalText(root, 'name', at)),
    ];
    const hashes = shape
        .objects(root, 'hashes', at)
        .filter((hash) => hash.alg === 'SHA-256')
        .map((hash) => digestOfHex(shape.optionalText(hash, 'content', `${at}hashes `)));
    const isImage = root.type === 'container' || isImagePurl(purl) || named.some((digest) => digest !== undefined);
    return distinct(isImage ? [...hashes, ...named] : named);
}

;// CONCATENATED MODULE: ./packages/core/build/sbom/order.js
/** By code units: the same order everywhere, whatever the locale. */
const compareText = (left, right) => left < right ? -1 : left > right ? 1 : 0;
/** Sorted by a text that each element has; of those with the same text the first stays first. */
function sortedBy(list, textOf) {
    return list
        .map((element) => [textOf(element), element])
        .sort(([left], [right]) => compareText(left, right))
        .map(([, element]) => element);
}
/** An object without some of its members. */
const without = (object, members) => Object.fromEntries(Object.entries(object).filter(([member]) => !members.has(member)));

;// CONCATENATED MODULE: ./packages/core/build/sbom/package-url.js

/** Reads a package URL; undefined for any other text, and for one over MAX_PURL_CHARS. Does not check it further. */
function readPackageUrl(text) {
    if (text === undefined || text.length > build_limits/* MAX_PURL_CHARS */.TB_)
        return undefined;
    const match = /^pkg:\/{0,2}([A-Za-z][A-Za-z0-9.+-]*)\/([^?#]+)(?:\?[^#]*)?(#.*)?$/s.exec(text);
    if (match === null)
        return undefined;
    const [, type = '', path = '', subpath = ''] = match;
    const at = path.lastIndexOf('@');
    // A scope of npm may stand unescaped, as in pkg:npm/@scope/name: its mark is not that of a version.
    const name = at > path.lastIndexOf('/') && at > 0 && path[at - 1] !== '/' ? path.slice(0, at) : path;
    const lower = type.toLowerCase();
    return { type: lower, withoutVersion: `pkg:${lower}/${name}${subpath}` };
}
/** The value of a qualifier (`?distro=debian-12`), decoded; undefined where there is none. */
function qualifierOf(text, name) {
    if (text.length > build_limits/* MAX_PURL_CHARS */.TB_)
        return undefined;
    const query = /\?([^#]*)/.exec(text)?.[1];
    for (const pair of query?.split('&') ?? []) {
        if (pair.startsWith(`${name}=`))
            return decoded(pair.slice(name.length + 1));
    }
    return undefined;
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined; // a broken escape: no value that could be compared
    }
}
/** What generators (syft) call an ecosystem, where it is not the type of its package URLs. */
const PURL_TYPE_OF = new Map([
    ['go-module', 'golang'],
    ['python', 'pypi'],
    ['java-archive', 'maven'],
    ['jenkins-plugin', 'maven'],
    ['rust-crate', 'cargo'],
    ['dotnet', 'nuget'],
    ['php-composer', 'composer'],
    ['pod', 'cocoapods'],
    ['dart-pub', 'pub'],
    ['binary', 'generic'],
]);
/** The type of the package URL, else the generator's own word, else `unknown`. */
function ecosystemOf(purl, generatorWord) {
    const type = readPackageUrl(purl)?.type;
    if (type !== undefined)
        return type;
    const word = generatorWord?.toLowerCase() ?? '';
    return word === '' ? 'unknown' : (PURL_TYPE_OF.get(word) ?? word);
}

;// CONCATENATED MODULE: ./packages/core/build/sbom/diff.js


/** Compares packages by package URL without version, else by ecosystem and name. */
function diffSboms(before, after) {
    const [old, now] = [entriesOf(before), entriesOf(after)];
    const changed = [];
    const licenses = [];
    let unchanged = 0;
    const added = [];
    for (const [key, entry] of now) {
        const earlier = old.get(key);
        if (earlier === undefined) {
            added.push({ ...entry.about, versions: sorted(entry.versions) });
            continue;
        }
        const sameVersions = equal(earlier.versions, entry.versions);
        const sameLicenses = equal(earlier.licenses, entry.licenses);
        if (!sameVersions) {
            changed.push({ ...entry.about, from: sorted(earlier.versions), to: sorted(entry.versions) });
        }
        if (!sameLicenses) {
            licenses.push({ ...entry.about, from: sorted(earlier.licenses), to: sorted(entry.licenses) });
        }
        if (sameVersions && sameLicenses)
            unchanged += 1;
    }
    const removed = [...old]
        .filter(([key]) => !now.has(key))
        .map(([, { about, versions }]) => ({ ...about, versions: sorted(versions) }));
    return {
        added: inOrder(added),
        removed: inOrder(removed),
        changed: inOrder(changed),
        licenses: inOrder(licenses),
        unchanged,
        before: old.size,
        after: now.size,
    };
}
function entriesOf({ packages }) {
    const entries = new Map();
    for (const part of packages) {
        const purl = readPackageUrl(part.purl)?.withoutVersion;
        const key = purl ?? keyWithout(part);
        let entry = entries.get(key);
        if (entry === undefined) {
            const about = { name: part.name, ecosystem: part.ecosystem, purl };
            entry = { about, versions: new Set(), licenses: new Set() };
            entries.set(key, entry);
        }
        entry.versions.add(part.version ?? '');
        for (const license of part.licenses)
            entry.licenses.add(license);
    }
    return entries;
}
/** Written as JSON, so that no name can be built that equals another key. */
const keyWithout = ({ ecosystem, name }) => JSON.stringify([ecosystem, name]);
const equal = (left, right) => left.size === right.size && left.values().every((each) => right.has(each));
const sorted = (texts) => [...texts].sort();
const inOrder = (entries) => entries.toSorted((left, right) => compareText(left.ecosystem, right.ecosystem) ||
    compareText(left.name, right.name) ||
    compareText(left.purl ?? '', right.purl ?? ''));

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./packages/core/build/sbom/name-uuid.js

/** A name-based UUID (RFC 9562, version 5) in the namespace of URLs: the same text gives the same UUID. */
function nameUuid(text) {
    const hash = (0,external_node_crypto_.createHash)('sha1').update(URL_NAMESPACE).update(text).digest().subarray(0, 16);
    hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
    hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
    return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
/** RFC 9562, section 6.6. */
const URL_NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

;// CONCATENATED MODULE: ./packages/core/build/sbom/cyclonedx-bytes.js


const HEAD = new Set(['$schema', 'bomFormat', 'specVersion', 'serialNumber', 'version']);
/** A CycloneDX document as JSON, with a serial number that depends on its content and subject alone. */
function cycloneDxBytes(document, { name, digest }) {
    const tail = JSON.stringify(without(document, HEAD)).slice(1);
    const { specVersion } = document;
    const id = nameUuid(JSON.stringify([specVersion, name, digest ?? '', tail]));
    const head = {
        $schema: `http://cyclonedx.org/schema/bom-${String(specVersion)}.schema.json`,
        bomFormat: 'CycloneDX',
        specVersion,
        serialNumber: `urn:uuid:${id}`,
        version: 1,
    };
    return Buffer.from(`${JSON.stringify(head).slice(0, -1)},${tail}`);
}

;// CONCATENATED MODULE: ./packages/core/build/sbom/image-purl.js
/**
 * The package URL of an image (purl-spec, type oci): the last part of the repository as name, the digest as version, the
 * architecture of a platform, and the repository it stands in. `name` is `host/repository`, or a name without host.
 */
function imagePurl(name, digest, platform) {
    const repository = name.toLowerCase();
    const last = repository.slice(repository.lastIndexOf('/') + 1);
    const architecture = platform?.split('/')[1];
    const qualifiers = [
        ...(architecture === undefined ? [] : [`arch=${escaped(architecture)}`]),
        `repository_url=${repository.split('/').map(escaped).join('/')}`,
    ];
    return `pkg:oci/${escaped(last)}@${escaped(digest)}?${qualifiers.join('&')}`;
}
/** A lone surrogate, which has no UTF-8, becomes a replacement mark: a name is never a reason to throw. */
const escaped = (text) => encodeURIComponent(text.toWellFormed());

;// CONCATENATED MODULE: ./packages/core/build/sbom/cyclonedx-image-root.js



/** metadata.component for an image: hash, version and package URL prove the digest. `known` is the generator's. */
function cycloneDxImageRoot({ name, platform }, digest, known) {
    const purl = imagePurl(name, digest, platform);
    const ref = known?.['bom-ref'];
    return {
        ...known,
        // A package URL as reference may name another digest, or another image.
        'bom-ref': typeof ref === 'string' && ref !== '' && !ref.startsWith('pkg:') ? ref : purl,
        type: 'container',
        name,
        version: digest,
        hashes: [{ alg: 'SHA-256', content: (0,oci/* hexOf */.ZD)(digest) }],
        purl,
    };
}
/** Whether the root of a generator stands for the image, or is a component of its own that the image holds. */
const standsForImage = ({ type, purl }) => type === 'container' || purl === undefined || (typeof purl === 'string' && isImagePurl(purl));

;// CONCATENATED MODULE: ./packages/core/build/sbom/document-subject.js
/** As SPDX demands it: `2026-01-01T00:00:00Z`. Throws a RangeError for a time that is none. */
const timeText = (time) => time.toISOString().replace(/\.\d+Z$/, 'Z');
/** How a message names a document that has no path of its own. */
const titleOf = (format, { name, platform }) => `the ${format} document of ${name}${platform === undefined ? '' : ` for ${platform}`}`;

;// CONCATENATED MODULE: ./packages/core/build/sbom/finish-cyclonedx.js



/** A CycloneDX document with the root of its subject and without files, in a stable order; its serial number is not set. */
function finishCycloneDx({ value, shape, specVersion }, subject) {
    const metadata = shape.optionalObject(value, 'metadata') ?? {};
    const known = shape.optionalObject(metadata, 'component', 'metadata.');
    const stands = known !== undefined && standsForImage(known);
    const root = subject.digest === undefined
        ? known
        : cycloneDxImageRoot(subject, subject.digest, stands ? known : undefined);
    const held = subject.digest !== undefined && known !== undefined && !stands ? [known] : [];
    const files = new Set();
    const components = withoutFiles([...held, ...shape.objects(value, 'components')], shape, files);
    const oldRef = textOf(known?.['bom-ref']);
    const newRef = textOf(root?.['bom-ref']);
    const renamed = stands && oldRef !== undefined && newRef !== undefined ? new Map([[oldRef, newRef]]) : undefined;
    const dependencies = dependenciesOf(value, shape, files, renamed ?? new Map());
    const heldRef = held.length > 0 ? oldRef : undefined;
    return {
        ...value,
        metadata: {
            ...metadata,
            timestamp: timeText(subject.created),
            ...(root === undefined ? {} : { component: root }),
            ...authorOf(metadata, subject, specVersion, shape),
        },
        components,
        dependencies: heldRef === undefined || newRef === undefined
            ? dependencies
            : finish_cyclonedx_inOrder([...dependencies, { ref: newRef, dependsOn: [heldRef] }]),
        ...(Object.hasOwn(value, 'compositions')
            ? { compositions: compositionsOf(value, shape, files, renamed ?? new Map()) }
            : {}),
    };
}
/** metadata.authors is for people; an organisation stands as manufacturer (1.6) or manufacture (before). */
function authorOf(metadata, { author }, specVersion, shape) {
    const member = specVersion === '1.4' || specVersion === '1.5' ? 'manufacture' : 'manufacturer';
    if (author === undefined || shape.optionalObject(metadata, member, 'metadata.') !== undefined)
        return {};
    return { [member]: { name: author } };
}
/** Dependencies sorted, of each component one, its targets each once. */
function finish_cyclonedx_inOrder(dependencies) {
    const targets = new Map();
    for (const dependency of dependencies) {
        const ref = textOf(dependency.ref) ?? '';
        const known = targets.get(ref) ?? { first: dependency, dependsOn: new Set() };
        for (const each of textsOf(dependency.dependsOn))
            known.dependsOn.add(each);
        targets.set(ref, known);
    }
    return sortedBy([...targets], ([ref]) => ref).map(([, { first, dependsOn }]) => ({
        ...first,
        ...(dependsOn.size === 0 && !Object.hasOwn(first, 'dependsOn')
            ? {}
            : { dependsOn: [...dependsOn].sort(compareText) }),
    }));
}
/** Components at every depth without those of type file, sorted; the references of what is left out go into `files`. */
function withoutFiles(components, shape, files) {
    const kept = [];
    for (const component of components) {
        const inner = shape.objects(component, 'components', 'components[].');
        const ref = textOf(component['bom-ref']);
        if (component.type === 'file') {
            if (ref !== undefined)
                files.add(ref);
            for (const each of withoutFiles(inner, shape, files))
                kept.push(each);
        }
        else {
            kept.push(inner.length === 0 ? component : { ...component, components: withoutFiles(inner, shape, files) });
        }
    }
    return sortedBy(kept, (component) => JSON.stringify([component['bom-ref'], component.purl, component.name, component.version]));
}
function dependenciesOf(value, shape, files, renamed) {
    const rename = (ref) => renamed.get(ref) ?? ref;
    const dependencies = shape.objects(value, 'dependencies').map((dependency) => {
        const ref = rename(shape.text(dependency, 'ref', 'dependencies[].'));
        if (!Object.hasOwn(dependency, 'dependsOn'))
            return { ...dependency, ref };
        const dependsOn = shape
            .texts(dependency, 'dependsOn', 'dependencies[].')
            .filter((each) => !files.has(each));
        return { ...dependency, ref, dependsOn: dependsOn.map(rename) };
    });
    return finish_cyclonedx_inOrder(dependencies.filter(({ ref }) => !files.has(textOf(ref) ?? '')));
}
function compositionsOf(value, shape, files, renamed) {
    return shape.objects(value, 'compositions').map((composition) => {
        const members = ['assemblies', 'dependencies'].filter((member) => Object.hasOwn(composition, member));
        return {
            ...composition,
            ...Object.fromEntries(members.map((member) => [
                member,
                shape
                    .texts(composition, member, 'compositions[].')
                    .filter((ref) => !files.has(ref))
                    .map((ref) => renamed.get(ref) ?? ref),
            ])),
        };
    });
}
const textOf = (value) => (typeof value === 'string' ? value : undefined);
const textsOf = (value) => Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

;// CONCATENATED MODULE: ./packages/core/build/sbom/invalid-sbom.js

/** SBOM_INVALID for a file that cannot be read as an SBOM. */
const invalidSbom = (path, why) => new errors/* CountersignError */.WS('SBOM_INVALID', {
    what: `${path} cannot be read as an SBOM: ${why}`,
    remedy: 'Give SPDX 2.2 or 2.3 JSON, CycloneDX 1.4 to 1.7 JSON or syft-json, as the tool wrote it; check that the path names that file.',
});

;// CONCATENATED MODULE: ./packages/core/build/sbom/spdx-describes.js

const DOCUMENT_ID = 'SPDXRef-DOCUMENT';
/**
 * The images that an SPDX 2.2 or 2.3 document describes (SPDX specification, clauses 6, 7 and 11). Throws what `shape`
 * throws for a package or relationship that is not as it should be.
 */
function spdxDescribes(document, shape) {
    const packages = new Map();
    for (const [index, part] of shape.objects(document, 'packages').entries()) {
        shape.text(part, 'name', `packages[${index}].`);
        packages.set(shape.text(part, 'SPDXID', `packages[${index}].`), part);
    }
    const described = [...spdxDescribedIds(document, shape)]
        .map((id) => packages.get(id))
        .filter((part) => part !== undefined);
    return distinct(described.flatMap((part) => spdx_describes_digestsOf(part, shape)));
}
/** The ids of what the document says it is about: documentDescribes, DESCRIBES and DESCRIBED_BY. */
function spdxDescribedIds(document, shape) {
    const ids = new Set(shape.texts(document, 'documentDescribes'));
    for (const [index, relationship] of shape.objects(document, 'relationships').entries()) {
        const at = `relationships[${index}].`;
        const from = shape.text(relationship, 'spdxElementId', at);
        const to = shape.text(relationship, 'relatedSpdxElement', at);
        const type = shape.text(relationship, 'relationshipType', at);
        if (type === 'DESCRIBES' && from === DOCUMENT_ID)
            ids.add(to);
        if (type === 'DESCRIBED_BY' && to === DOCUMENT_ID)
            ids.add(from);
    }
    return ids;
}
/**
 * Digests a package names as its own. A checksum counts only where the package is an image: a described archive or
 * binary has one as well, and it says nothing about which image the document belongs to.
 */
function spdx_describes_digestsOf(part, shape) {
    const at = `packages ${JSON.stringify(part.SPDXID)} `;
    const purls = shape
        .objects(part, 'externalRefs', at)
        .filter((ref) => ref.referenceType === 'purl')
        .map((ref) => shape.optionalText(ref, 'referenceLocator', `${at}externalRefs `));
    const named = [
        ...purls.map(digestOfPurl),
        asDigest(shape.optionalText(part, 'versionInfo', at)),
        asDigest(shape.optionalText(part, 'name', at)),
    ];
    const purpose = shape.optionalText(part, 'primaryPackagePurpose', at);
    // SPDX 2.2 knows no purpose: there, a package that names no other kind of package URL may be an image.
    const mayBeImage = purpose === 'CONTAINER' || (purpose === undefined && purls.length === 0);
    const isImage = mayBeImage || purls.some(isImagePurl) || named.some((digest) => digest !== undefined);
    const checksums = shape
        .objects(part, 'checksums', at)
        .filter((checksum) => checksum.algorithm === 'SHA256')
        .map((checksum) => digestOfHex(shape.optionalText(checksum, 'checksumValue', `${at}checksums `)));
    return isImage ? [...checksums, ...named] : named;
}

;// CONCATENATED MODULE: ./packages/core/build/sbom/spdx-roots.js

/**
 * The packages that an SPDX document is about rather than made of. Some tools say that the document describes every one
 * of its packages; then none is a root but an image or a root that the generator marked.
 */
function rootsOf(document, shape) {
    const ids = spdxDescribedIds(document, shape);
    const parts = shape.objects(document, 'packages');
    const described = parts.filter((part) => typeof part.SPDXID === 'string' && ids.has(part.SPDXID));
    const all = described.length === parts.length;
    return new Set(described.filter((part) => !all || isDocumentRoot(part) || isImage(part)));
}
/** syft's mark of what was looked into: an image, a folder, a file. */
const isDocumentRoot = ({ SPDXID: id }) => typeof id === 'string' && id.startsWith('SPDXRef-DocumentRoot-');
const isImage = (part) => part.primaryPackagePurpose === 'CONTAINER';

;// CONCATENATED MODULE: ./packages/core/build/sbom/spdx-image-root.js




/**
 * The package that an SPDX document describes, for an image: checksum, version and package URL prove the digest. `known`
 * is the root that the generator wrote, whose id and other members stay.
 */
function spdxImageRoot({ name, platform }, digest, { specVersion, shape }, known) {
    const refs = known === undefined ? [] : shape.objects(known, 'externalRefs', 'packages[].');
    return {
        supplier: 'NOASSERTION',
        downloadLocation: 'NOASSERTION',
        licenseConcluded: 'NOASSERTION',
        licenseDeclared: 'NOASSERTION',
        copyrightText: 'NOASSERTION',
        ...known,
        name,
        SPDXID: known === undefined ? rootId(name) : shape.text(known, 'SPDXID', 'packages[].'),
        versionInfo: digest,
        filesAnalyzed: false,
        checksums: [{ algorithm: 'SHA256', checksumValue: (0,oci/* hexOf */.ZD)(digest) }],
        externalRefs: [
            ...refs.filter(({ referenceType, referenceLocator }) => referenceType !== 'purl' || !isImagePurlText(referenceLocator)),
            {
                referenceCategory: 'PACKAGE-MANAGER',
                referenceType: 'purl',
                referenceLocator: imagePurl(name, digest, platform),
            },
        ],
        ...(specVersion === '2.2' ? {} : { primaryPackagePurpose: 'CONTAINER' }),
    };
}
/** Whether the root of a generator stands for the image, or is a package of its own that the image holds. */
const spdx_image_root_standsForImage = (root, shape) => isDocumentRoot(root) ||
    root.primaryPackagePurpose === 'CONTAINER' ||
    shape
        .objects(root, 'externalRefs', 'packages[].')
        .every(({ referenceType, referenceLocator }) => referenceType !== 'purl' || isImagePurlText(referenceLocator));
const isImagePurlText = (locator) => typeof locator === 'string' && isImagePurl(locator);
const MAX_ID_CHARS = 200;
const rootId = (name) => `SPDXRef-DocumentRoot-Image-${name.slice(0, MAX_ID_CHARS).replace(/[^A-Za-z0-9.]+/g, '-')}`;

;// CONCATENATED MODULE: ./packages/core/build/sbom/finish-spdx.js





const finish_spdx_DOCUMENT_ID = 'SPDXRef-DOCUMENT';
/** What goes with the file entries, and what says a second time which package is described. */
const LEFT_OUT = new Set(['files', 'snippets', 'documentDescribes']);
/** What a package may only have where its files were looked into (clauses 7.8, 7.9, 7.14). */
const OF_FILES = new Set(['hasFiles', 'packageVerificationCode', 'licenseInfoFromFiles']);
/** An SPDX document with the root of its subject and without file entries, in a stable order; its namespace is not set. */
function finishSpdx(document, subject) {
    const { value, shape } = document;
    const { packages, described, added } = withRoot(document, subject);
    const ids = new Set(packages.map((part) => shape.text(part, 'SPDXID', 'packages[].')));
    const own = shape
        .objects(value, 'relationships')
        .filter((relationship) => !namesRoot(relationship) && staysIn(relationship, ids));
    const describing = described.map((id) => relation(finish_spdx_DOCUMENT_ID, 'DESCRIBES', id));
    return {
        ...without(value, LEFT_OUT),
        creationInfo: creationOf(value, subject, shape),
        packages,
        relationships: finish_spdx_inOrder([...own, ...added, ...describing]),
    };
}
/** A relationship as SPDX writes it (clause 11). */
const relation = (from, type, to) => ({
    spdxElementId: from,
    relatedSpdxElement: to,
    relationshipType: type,
});
/** Relationships sorted, each once. */
function finish_spdx_inOrder(relationships) {
    const once = new Map();
    for (const each of relationships) {
        const key = JSON.stringify([
            each.spdxElementId,
            each.relationshipType,
            each.relatedSpdxElement,
            each.comment,
        ]);
        if (!once.has(key))
            once.set(key, each);
    }
    return sortedBy([...once], ([key]) => key).map(([, each]) => each);
}
/** Who made the document and when: tools and organisations as they stand. */
function creationOf(value, { created, author }, shape) {
    const creation = shape.optionalObject(value, 'creationInfo') ?? {};
    const creators = shape.texts(creation, 'creators', 'creationInfo.');
    const all = [...creators, ...(author === undefined ? [] : [`Organization: ${author}`])];
    return {
        ...creation,
        created: timeText(created),
        creators: all.length === 0 ? ['Tool: countersign'] : [...new Set(all)],
    };
}
function withRoot(document, subject) {
    const { value, shape } = document;
    const idOf = (part) => shape.text(part, 'SPDXID', 'packages[].');
    const roots = [...rootsOf(value, shape)];
    const parts = onceEach(shape.objects(value, 'packages'), idOf, shape.path);
    if (subject.digest === undefined) {
        return { packages: sortedBy(parts.map(cleaned), idOf), described: roots.map(idOf), added: [] };
    }
    const [only, another] = roots;
    const known = only !== undefined && another === undefined && spdx_image_root_standsForImage(only, shape) ? only : undefined;
    const root = cleaned(spdxImageRoot(subject, subject.digest, document, known));
    const others = parts.filter((part) => idOf(part) !== root.SPDXID);
    return {
        packages: [root, ...sortedBy(others.map(cleaned), idOf)],
        described: [root.SPDXID],
        // A root of ours holds what the document described, and everything where it described nothing.
        added: known === undefined ? contained(root.SPDXID, roots.length > 0 ? roots : others, idOf) : [],
    };
}
const contained = (root, parts, idOf) => parts.map((part) => relation(root, 'CONTAINS', idOf(part)));
/** Packages by id. Throws SBOM_INVALID for one id of two packages: readers would differ in which of them they take. */
function onceEach(parts, idOf, path) {
    const once = new Map();
    for (const part of parts) {
        const id = idOf(part);
        const other = once.get(id);
        if (other === undefined)
            once.set(id, part);
        else if (JSON.stringify(other) !== JSON.stringify(part)) {
            throw invalidSbom(path, `two packages have the id ${JSON.stringify(id.slice(0, 200))}`);
        }
    }
    return [...once.values()];
}
const cleaned = (part) => ({ ...without(part, OF_FILES), filesAnalyzed: false });
/** Which package is described is said anew. */
const namesRoot = ({ spdxElementId: from, relatedSpdxElement: to, relationshipType: type }) => (type === 'DESCRIBES' && from === finish_spdx_DOCUMENT_ID) || (type === 'DESCRIBED_BY' && to === finish_spdx_DOCUMENT_ID);
/** Relationships between packages, to other documents and to nothing; those with files go with the files. */
const staysIn = ({ spdxElementId: from, relatedSpdxElement: to }, ids) => [from, to].every((id) => typeof id === 'string' && (ids.has(id) || isOutside(id)));
const isOutside = (id) => id === finish_spdx_DOCUMENT_ID || id === 'NONE' || id === 'NOASSERTION' || id.startsWith('DocumentRef-');

// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(30058);
;// CONCATENATED MODULE: ./packages/core/build/sbom/finish-syft.js


const LEFT_OUT_OF_DESCRIPTOR = new Set(['configuration']);
/**
 * syft-json with the digest in its source, in a stable order. Left out are file entries (but for those that syft could
 * not look into), relationships with them, and the generator's configuration: it names folders of the machine.
 */
function finishSyft({ value, shape }, { name, digest }) {
    const artifacts = shape.objects(value, 'artifacts');
    const files = shape
        .objects(value, 'files')
        .filter(({ unknowns }) => Array.isArray(unknowns) && unknowns.length > 0);
    const source = shape.object(value, 'source');
    const ids = new Set([...artifacts, ...files, source].map(({ id }) => id));
    return {
        ...value,
        artifacts: sortedBy(artifacts, textOfId),
        artifactRelationships: sortedBy(shape
            .objects(value, 'artifactRelationships')
            .filter(({ parent, child }) => ids.has(parent) && ids.has(child)), (relationship) => JSON.stringify([relationship.parent, relationship.child, relationship.type])),
        files: sortedBy(files, textOfId),
        source: digest === undefined ? source : sourceOf(source, `${name}@${digest}`, name, digest),
        descriptor: without(shape.object(value, 'descriptor'), LEFT_OUT_OF_DESCRIPTOR),
    };
}
function sourceOf(source, reference, name, digest) {
    const metadata = (0,json/* isObject */.Gv)(source.metadata) ? source.metadata : {};
    const known = Array.isArray(metadata.repoDigests) ? metadata.repoDigests : [];
    return {
        ...source,
        name,
        version: digest,
        metadata: {
            ...metadata,
            userInput: reference,
            manifestDigest: digest,
            // Scanners match VEX statements about the image by these names.
            repoDigests: [...new Set([reference, ...known])],
        },
    };
}
const textOfId = ({ id }) => (typeof id === 'string' ? id : '');

;// CONCATENATED MODULE: ./packages/core/build/sbom/case-twins.js

/**
 * The first pair of members that differ in case alone, in the document itself, in what stands directly in it, and in each
 * package of it; undefined where there is none. Programs in Go take two such names for one and keep the last, so a scanner
 * would look at other packages than we do. Deeper members are not looked at: maps of others stand there.
 */
function caseTwins(document) {
    const known = new Map();
    const twinsOf = (object) => {
        const names = Object.keys(object);
        const form = JSON.stringify(names);
        if (!known.has(form))
            known.set(form, twinsAmong(names)); // packages have a few forms alone
        return known.get(form);
    };
    const objects = [
        document,
        ...Object.values(document)
            .flatMap((member) => member)
            .filter(json/* isObject */.Gv),
    ];
    for (const object of objects) {
        const twins = twinsOf(object);
        if (twins !== undefined)
            return twins;
    }
    return undefined;
}
function twinsAmong(names) {
    const first = new Map();
    for (const name of names) {
        const folded = name.toLowerCase();
        const other = first.get(folded);
        if (other !== undefined)
            return `${other} and ${name}`;
        first.set(folded, name);
    }
    return undefined;
}

// EXTERNAL MODULE: ./packages/core/build/sbom/json-text.js
var json_text = __webpack_require__(15396);
// EXTERNAL MODULE: ./packages/core/build/sbom/shape.js
var shape = __webpack_require__(99967);
;// CONCATENATED MODULE: ./packages/core/build/sbom/raw-document.js





const SPDX_VERSIONS = ['2.2', '2.3'];
const CYCLONEDX_VERSIONS = ['1.4', '1.5', '1.6', '1.7'];
/** syft's JSON changes with its major version: https://github.com/anchore/syft, schema/json. */
const SYFT_MAJOR = '16';
/** Throws SBOM_INVALID for what is none of the formats and versions, LIMIT_EXCEEDED beyond MAX_SBOM_BYTES. */
function readRawDocument(bytes, path) {
    const { value } = (0,json_text/* readJsonDocument */.E)(bytes, path, invalidSbom, build_limits/* MAX_SBOM_BYTES */.rIg);
    const twins = caseTwins(value);
    if (twins !== undefined) {
        throw invalidSbom(path, `its members ${JSON.stringify(twins.slice(0, build_limits/* MAX_SHOWN_INPUT_CHARS */.SpS))} differ in case alone`);
    }
    const shapeOf = (format) => new shape/* Shape */.y(path, format, invalidSbom);
    if (Object.hasOwn(value, 'spdxVersion')) {
        const shape = shapeOf('SPDX');
        const specVersion = shape.text(value, 'spdxVersion').replace(/^SPDX-/, '');
        checkVersion(shape, 'spdxVersion', specVersion, SPDX_VERSIONS);
        return { format: 'spdx-json', specVersion, value, shape };
    }
    if (Object.hasOwn(value, 'bomFormat')) {
        const shape = shapeOf('CycloneDX');
        if (shape.text(value, 'bomFormat') !== 'CycloneDX')
            shape.refuse('bomFormat', 'is not CycloneDX');
        const specVersion = shape.text(value, 'specVersion');
        checkVersion(shape, 'specVersion', specVersion, CYCLONEDX_VERSIONS);
        return { format: 'cyclonedx-json', specVersion, value, shape };
    }
    if (Object.hasOwn(value, 'artifacts') && Object.hasOwn(value, 'schema')) {
        const shape = shapeOf('syft-json');
        const specVersion = shape.text(shape.object(value, 'schema'), 'version', 'schema.');
        if (specVersion.split('.', 1)[0] !== SYFT_MAJOR) {
            shape.refuse('schema.version', `is not ${SYFT_MAJOR}.x; use a syft that writes it`);
        }
        return { format: 'syft-json', specVersion, value, shape };
    }
    throw invalidSbom(path, whatElse(value));
}
function checkVersion(shape, member, version, known) {
    if (!known.includes(version))
        shape.refuse(member, `is none of ${known.join(', ')}`);
}
function whatElse(value) {
    if (Object.hasOwn(value, '@context') && Object.hasOwn(value, '@graph')) {
        return 'it is SPDX 3 (JSON-LD); write SPDX 2.3 (syft: -o spdx-json@2.3)';
    }
    if (Object.hasOwn(value, 'predicateType') && Object.hasOwn(value, 'subject')) {
        return 'it is a whole in-toto statement; give its predicate alone';
    }
    return 'it has the members of neither SPDX (spdxVersion) nor CycloneDX (bomFormat) nor syft-json (artifacts, schema)';
}

;// CONCATENATED MODULE: ./packages/core/build/sbom/known.js
/** Words by which SPDX, CycloneDX and syft say that something is not known. */
const NOT_KNOWN = new Set(['', 'noassertion', 'none', 'unknown']);
/** A text that says something; undefined for an absent or empty one and for a stub (NOASSERTION, NONE, UNKNOWN). */
const known = (text) => text === undefined || (text.length <= LONGEST_STUB && NOT_KNOWN.has(text.trim().toLowerCase()))
    ? undefined
    : text;
const LONGEST_STUB = 32;
/** A time as RFC 3339 writes it; undefined for an absent one and for any other text. */
function timeOf(text) {
    if (text === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(text))
        return undefined;
    const time = new Date(text);
    return Number.isNaN(time.getTime()) ? undefined : time;
}

;// CONCATENATED MODULE: ./packages/core/build/sbom/platform-mark.js

/** The CycloneDX property that marks a component with one platform of the image. */
const PLATFORM_PROPERTY = 'countersign:platform';
const COMMENT = 'countersign:platforms ';
const MAX_COMMENT_CHARS = 64 * 1024;
/** The SPDX annotation that marks a package with its platforms (clause 12): a comment that is text and can be read back. */
const platformAnnotation = (platforms, date) => ({
    annotationDate: date,
    annotationType: 'OTHER',
    annotator: 'Tool: countersign',
    comment: `${COMMENT}${JSON.stringify(platforms)}`,
});
/** The platforms of such a comment; none for any other text. */
function platformsOfComment(comment) {
    if (typeof comment !== 'string' || !comment.startsWith(COMMENT))
        return [];
    if (comment.length > MAX_COMMENT_CHARS)
        return [];
    try {
        const platforms = JSON.parse(comment.slice(COMMENT.length));
        if (!Array.isArray(platforms))
            return [];
        return platforms.filter((each) => typeof each === 'string').slice(0, build_limits/* MAX_SBOM_PLATFORMS */.Uf8);
    }
    catch {
        return []; // not our mark: somebody's remark that begins like it
    }
}

;// CONCATENATED MODULE: ./packages/core/build/sbom/read-cyclonedx.js






/** Types of components that are packages of no ecosystem. */
const NO_PACKAGE = new Set([
    'file',
    'operating-system',
    'container',
    'device',
    'data',
    'cryptographic-asset',
]);
/** CycloneDX 1.4 to 1.7 (ECMA-424) as an Sbom, components inside components among them. Throws SBOM_INVALID naming the member. */
function readCycloneDx({ value, specVersion, shape }) {
    const components = flattened(value, shape);
    const metadata = shape.optionalObject(value, 'metadata') ?? {};
    const system = components.find(({ type }) => type === 'operating-system');
    return {
        format: 'cyclonedx-json',
        specVersion,
        describes: cycloneDxDescribes(value, shape),
        packages: components
            .filter(({ type }) => !NO_PACKAGE.has(type))
            .map((component) => packageOf(component, shape)),
        generator: generatorOf(metadata),
        created: timeOf(shape.optionalText(metadata, 'timestamp', 'metadata.')),
        hasAuthor: shape.objects(metadata, 'authors', 'metadata.').length > 0 ||
            ['manufacturer', 'manufacture', 'supplier'].some((member) => (0,json/* isObject */.Gv)(metadata[member])),
        hasRelationships: shape.objects(value, 'dependencies').length > 0,
        unknowns: [],
        distro: system && [system.name, system.version].filter((text) => typeof text === 'string').join(' '),
        fileCount: components.filter(({ type }) => type === 'file').length,
    };
}
/** Components at every depth, each before those inside it. The reader bounded the depth. */
function flattened(parent, shape, at = '') {
    const found = [];
    const take = (object, where) => {
        for (const component of shape.objects(object, 'components', where)) {
            found.push(component);
            if (Object.hasOwn(component, 'components'))
                take(component, `${where}components[].`);
        }
    };
    take(parent, at);
    return found;
}
function packageOf(component, shape) {
    const at = 'components[].';
    shape.text(component, 'type', at);
    const name = shape.text(component, 'name', at);
    const group = known(shape.optionalText(component, 'group', at));
    const purl = known(shape.optionalText(component, 'purl', at));
    const platforms = [];
    let word;
    for (const { name: property, value } of shape.objects(component, 'properties', at)) {
        if (typeof value !== 'string')
            continue;
        if (property === 'syft:package:type')
            word = value;
        if (property === PLATFORM_PROPERTY && platforms.length < build_limits/* MAX_SBOM_PLATFORMS */.Uf8)
            platforms.push(value);
    }
    return {
        name: group === undefined ? name : `${group}/${name}`,
        version: known(shape.optionalText(component, 'version', at)),
        purl,
        ecosystem: ecosystemOf(purl, word),
        licenses: licensesOf(component, shape),
        supplier: supplierOf(component, shape),
        hasHash: shape.objects(component, 'hashes', at).length > 0,
        platforms,
    };
}
function licensesOf(component, shape) {
    const found = shape.objects(component, 'licenses', 'components[].').map((choice) => {
        const license = (0,json/* isObject */.Gv)(choice.license) ? choice.license : {};
        const name = choice.expression ?? license.id ?? license.name;
        return known(typeof name === 'string' ? name : undefined);
    });
    return [...new Set(found.filter((license) => license !== undefined))];
}
function supplierOf(component, shape) {
    const at = 'components[].';
    const [author] = shape.objects(component, 'authors', at);
    const named = [component.supplier, component.manufacturer, author].map((entity) => (0,json/* isObject */.Gv)(entity) && typeof entity.name === 'string' ? known(entity.name) : undefined);
    return (named.find((name) => name !== undefined) ??
        known(shape.optionalText(component, 'publisher', at)) ??
        known(shape.optionalText(component, 'author', at)));
}
/** The first tool: a component of `tools` since 1.5, an element of the list before. */
function generatorOf({ tools }) {
    const list = (0,json/* isObject */.Gv)(tools) ? tools.components : tools;
    const first = Array.isArray(list) ? list[0] : undefined;
    if (!(0,json/* isObject */.Gv)(first) || typeof first.name !== 'string')
        return undefined;
    return typeof first.version === 'string' ? `${first.name}-${first.version}` : first.name;
}

;// CONCATENATED MODULE: ./packages/core/build/sbom/read-spdx.js





/** Packages that are no packages of an ecosystem: what the document is about, and what holds them. */
const SYSTEMS = new Set(['OPERATING-SYSTEM', 'OPERATING_SYSTEM']);
const CONTAINERS = new Set([...SYSTEMS, 'CONTAINER', 'FILE']);
/** SPDX 2.2 or 2.3 (clauses 6 to 12) as an Sbom. Throws SBOM_INVALID naming the member. */
function readSpdx({ value, specVersion, shape }) {
    if (shape.text(value, 'SPDXID') !== 'SPDXRef-DOCUMENT')
        shape.refuse('SPDXID', 'is not SPDXRef-DOCUMENT');
    const describes = spdxDescribes(value, shape);
    const roots = rootsOf(value, shape);
    const parts = shape.objects(value, 'packages');
    const packages = parts
        .filter((part) => !roots.has(part) && !isContainer(part) && !isDocumentRoot(part))
        .map((part) => read_spdx_packageOf(part, shape));
    const creation = shape.optionalObject(value, 'creationInfo') ?? {};
    const creators = shape.texts(creation, 'creators', 'creationInfo.');
    return {
        format: 'spdx-json',
        specVersion,
        describes,
        packages,
        generator: creators
            .find((creator) => creator.startsWith('Tool:'))
            ?.slice('Tool:'.length)
            .trim(),
        created: timeOf(shape.optionalText(creation, 'created', 'creationInfo.')),
        hasAuthor: creators.some((creator) => /^(?:Person|Organization):/.test(creator)),
        hasRelationships: shape.objects(value, 'relationships').length > 0,
        unknowns: [],
        distro: distroOf(parts, packages),
        fileCount: shape.objects(value, 'files').length,
    };
}
const isContainer = (part) => CONTAINERS.has(part.primaryPackagePurpose);
function read_spdx_packageOf(part, shape) {
    const at = 'packages[].';
    const name = shape.text(part, 'name', at);
    const purl = purlOf(part, shape);
    const licenses = ['licenseDeclared', 'licenseConcluded']
        .map((member) => known(shape.optionalText(part, member, at)))
        .filter((license) => license !== undefined);
    return {
        name,
        version: known(shape.optionalText(part, 'versionInfo', at)),
        purl,
        ecosystem: ecosystemOf(purl, undefined),
        licenses: [...new Set(licenses)],
        supplier: known(shape.optionalText(part, 'supplier', at)) ?? known(shape.optionalText(part, 'originator', at)),
        hasHash: shape.objects(part, 'checksums', at).length > 0,
        platforms: shape
            .objects(part, 'annotations', at)
            .flatMap((annotation) => platformsOfComment(annotation.comment)),
    };
}
const purlOf = (part, shape) => {
    for (const ref of shape.objects(part, 'externalRefs', 'packages[].')) {
        if (ref.referenceType === 'purl')
            return shape.text(ref, 'referenceLocator', 'packages[].externalRefs[].');
    }
    return undefined;
};
/** SPDX names no distribution: it stands as an operating system (trivy), or in the package URLs of its packages (syft). */
function distroOf(parts, packages) {
    const system = parts.find(({ primaryPackagePurpose: purpose }) => SYSTEMS.has(purpose));
    if (system !== undefined) {
        return [system.name, system.versionInfo].filter((text) => typeof text === 'string').join(' ');
    }
    for (const { purl } of packages) {
        const distro = purl === undefined ? undefined : qualifierOf(purl, 'distro');
        if (distro !== undefined)
            return distro.replace(/-(?=[^-]*$)/, ' ');
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/core/build/sbom/read-syft.js




/** syft-json 16.x (anchore/syft schema/json) as an Sbom. Throws SBOM_INVALID naming the member. */
function readSyft({ value, specVersion, shape }) {
    const descriptor = shape.optionalObject(value, 'descriptor') ?? {};
    const files = shape.objects(value, 'files');
    return {
        format: 'syft-json',
        specVersion,
        describes: describedBy(value, shape),
        packages: shape.objects(value, 'artifacts').map((artifact) => read_syft_packageOf(artifact, shape)),
        generator: read_syft_generatorOf(descriptor),
        created: undefined,
        hasAuthor: false,
        hasRelationships: shape.objects(value, 'artifactRelationships').length > 0,
        unknowns: files.flatMap(unknownsOf),
        distro: read_syft_distroOf(shape.optionalObject(value, 'distro') ?? {}),
        fileCount: files.length,
    };
}
/** The manifest that syft read; `repoDigests` may name the index that the reference resolved to. */
function describedBy(value, shape) {
    const source = shape.optionalObject(value, 'source') ?? {};
    if (source.type !== 'image')
        return [];
    const metadata = shape.optionalObject(source, 'metadata', 'source.') ?? {};
    const at = 'source.metadata.';
    // syft writes null for "no repository": an image that came from a folder.
    const repoDigests = metadata.repoDigests === null ? [] : shape.texts(metadata, 'repoDigests', at);
    return distinct([
        asDigest(shape.optionalText(metadata, 'manifestDigest', at)),
        asDigest(shape.optionalText(source, 'version', 'source.')),
        ...repoDigests.map(asDigest),
    ]);
}
function read_syft_packageOf(artifact, shape) {
    const at = 'artifacts[].';
    const purl = known(shape.optionalText(artifact, 'purl', at));
    const metadata = (0,json/* isObject */.Gv)(artifact.metadata) ? artifact.metadata : {};
    return {
        name: shape.text(artifact, 'name', at),
        version: known(shape.optionalText(artifact, 'version', at)),
        purl,
        ecosystem: ecosystemOf(purl, shape.optionalText(artifact, 'type', at)),
        licenses: read_syft_licensesOf(artifact, shape),
        supplier: firstText(metadata, SUPPLIERS),
        hasHash: HASHES.some((member) => holdsSomething(metadata[member])),
        platforms: [],
    };
}
/** Members of syft's metadata by ecosystem that name who supplies a package, and that hold its hash. */
const SUPPLIERS = ['maintainer', 'vendor', 'author', 'authors', 'publisher'];
const HASHES = ['pullChecksum', 'h1Digest', 'integrity', 'digest', 'digests', 'checksum', 'hashes', 'hash'];
function firstText(metadata, members) {
    for (const member of members) {
        const value = metadata[member];
        const text = Array.isArray(value) ? value[0] : value;
        if (Object.hasOwn(metadata, member) && typeof text === 'string' && known(text) !== undefined)
            return text;
    }
    return undefined;
}
const holdsSomething = (value) => typeof value === 'string' ? value !== '' : Array.isArray(value) ? value.length > 0 : (0,json/* isObject */.Gv)(value);
function read_syft_licensesOf(artifact, shape) {
    const found = shape.objects(artifact, 'licenses', 'artifacts[].').map(({ spdxExpression, value }) => {
        const expression = typeof spdxExpression === 'string' ? known(spdxExpression) : undefined;
        return expression ?? (typeof value === 'string' ? known(value) : undefined);
    });
    return [...new Set(found.filter((license) => license !== undefined))];
}
function unknownsOf(file) {
    const path = (0,json/* memberAt */.mz)(file, 'location', 'path');
    if (!Array.isArray(file.unknowns) || typeof path !== 'string')
        return [];
    return file.unknowns.filter((reason) => typeof reason === 'string').map((reason) => ({ path, reason }));
}
const read_syft_generatorOf = ({ name, version }) => {
    if (typeof name !== 'string' || name === '')
        return undefined;
    return typeof version === 'string' && version !== '' ? `${name}-${version}` : name;
};
const read_syft_distroOf = ({ id, versionID }) => {
    if (typeof id !== 'string' || id === '')
        return undefined;
    return typeof versionID === 'string' && versionID !== '' ? `${id} ${versionID}` : id;
};

;// CONCATENATED MODULE: ./packages/core/build/sbom/read.js






/**
 * Reads an SBOM: SPDX 2.2 or 2.3 JSON, CycloneDX 1.4 to 1.7 JSON, or syft-json 16.x. `path` is for messages. Throws
 * SBOM_INVALID naming the member, LIMIT_EXCEEDED for a document over MAX_SBOM_BYTES or MAX_SBOM_PACKAGES.
 */
const readSbom = (bytes, path) => readDocument(readRawDocument(bytes, path), path);
/** The same of a document whose format is known already. */
function readDocument(document, path) {
    const sbom = read(document);
    if (sbom.packages.length > build_limits/* MAX_SBOM_PACKAGES */.B_r) {
        throw new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
            what: `${path} has ${sbom.packages.length} packages; at most ${build_limits/* MAX_SBOM_PACKAGES */.B_r} are read`,
            remedy: 'Make one SBOM per image or platform, without its file entries.',
        });
    }
    return sbom;
}
function read(document) {
    switch (document.format) {
        case 'spdx-json':
            return readSpdx(document);
        case 'cyclonedx-json':
            return readCycloneDx(document);
        case 'syft-json':
            return readSyft(document);
    }
}

;// CONCATENATED MODULE: ./packages/core/build/sbom/spdx-bytes.js


const spdx_bytes_HEAD = new Set(['spdxVersion', 'dataLicense', 'SPDXID', 'name', 'documentNamespace']);
/**
 * An SPDX document as JSON, with a namespace that depends on its content and subject alone. The namespace is the one
 * that clause 6.5 gives to those who have no domain for it.
 */
function spdxBytes(document, { name, digest }) {
    const tail = JSON.stringify(without(document, spdx_bytes_HEAD)).slice(1);
    const head = {
        spdxVersion: document.spdxVersion,
        dataLicense: 'CC0-1.0',
        SPDXID: 'SPDXRef-DOCUMENT',
        name,
    };
    const id = nameUuid(JSON.stringify([head, digest ?? '', tail]));
    const documentNamespace = `https://spdx.org/spdxdocs/${pathOf(name)}-${id}`;
    return Buffer.from(`${JSON.stringify({ ...head, documentNamespace }).slice(0, -1)},${tail}`);
}
const MAX_NAME_CHARS = 200;
const pathOf = (name) => name.slice(0, MAX_NAME_CHARS).replace(/[^A-Za-z0-9._-]+/g, '-');

;// CONCATENATED MODULE: ./packages/core/build/sbom/finish.js










/**
 * A document as it is published: its root proves the digest (checksum or hash, version and package URL), its ids, order
 * and time depend on its content alone, file entries are left out. What the generator says about packages, licences
 * and itself stays. The same document but for its random ids and time gives the same bytes. Throws SBOM_INVALID,
 * LIMIT_EXCEEDED, and SBOM_SUBJECT_MISMATCH for a document that names another digest (one that names none is given it).
 */
function finishDocument(bytes, format, subject) {
    const title = titleOf(format, subject);
    const document = readRawDocument(bytes, title);
    if (document.format !== format)
        throw invalidSbom(title, `it is ${document.format}`);
    const { describes } = readDocument(document, title);
    if (subject.digest !== undefined && describes.length > 0) {
        checkDescribes({ describes }, subject.digest, title);
    }
    switch (format) {
        case 'spdx-json':
            return spdxBytes(finishSpdx(document, subject), subject);
        case 'cyclonedx-json':
            return cycloneDxBytes(finishCycloneDx(document, subject), subject);
        case 'syft-json':
            return Buffer.from(JSON.stringify(finishSyft(document, subject)));
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(46524);
;// CONCATENATED MODULE: ./packages/core/build/sbom/image-whiteouts.js
/**
 * What a layer takes away from those below it, as a tree: to ask about a path takes as long as the path is, however many
 * whiteouts a layer has.
 */
class Whiteouts {
    #root = newPart();
    constructor({ removed, emptied, }) {
        for (const path of removed)
            this.#part(path).isRemoved = true;
        for (const folder of emptied)
            this.#part(folder).isEmptied = true;
    }
    /** Whether a path of a layer below is gone. */
    takeAway(path) {
        let here = this.#root;
        for (const name of path.split('/')) {
            if (here.isEmptied)
                return true;
            const next = here.below.get(name);
            if (next === undefined)
                return false;
            if (next.isRemoved)
                return true;
            here = next;
        }
        return false;
    }
    #part(path) {
        let here = this.#root;
        for (const name of path === '' ? [] : path.split('/')) {
            let next = here.below.get(name);
            if (next === undefined)
                here.below.set(name, (next = newPart()));
            here = next;
        }
        return here;
    }
}
const newPart = () => ({ below: new Map(), isRemoved: false, isEmptied: false });

;// CONCATENATED MODULE: ./packages/core/build/sbom/image-evidence.js



/** The files of a layer that are evidence of packages, whatever layer lies above it. */
const EVIDENCE_WISHES = {
    bytesWanted: (path, { kind, size, mode }) => {
        if (isOsRelease(path))
            return build_limits/* MAX_OS_RELEASE_BYTES */.IIR;
        if (byPath(path) !== undefined)
            return 0;
        return kind === 'file' && size >= MIN_PROGRAM_BYTES && (mode & 0o111) !== 0
            ? PROGRAM_HEAD_BYTES
            : undefined;
    },
    note: (path, head) => {
        if (isOsRelease(path))
            return /^ID=["']?([a-z0-9._-]+)["']?\s*$/m.exec(head.toString('utf8'))?.[1];
        if (head.readUInt32BE(0) !== ELF)
            return undefined;
        return head.includes(GO_BUILD_ID) ? 'golang' : 'program';
    },
};
/**
 * What the layers of an image show together, the lowest first: a file that a higher layer takes away is no evidence, nor is
 * an empty one. A program is evidence where
 * no package database can list it. Sorted by path.
 */
function imageEvidence(layers) {
    const files = new Map();
    for (const layer of layers) {
        const whiteouts = new Whiteouts(layer);
        for (const path of files.keys())
            if (whiteouts.takeAway(path))
                files.delete(path);
        for (const [path, file] of layer.files)
            files.set(path, file);
    }
    const found = [...files]
        .filter(([, { size }]) => size > 0)
        .map(([path, file]) => byPath(path) ?? byNote(path, file))
        .filter((evidence) => evidence !== undefined)
        .sort((one, other) => (one.path < other.path ? -1 : 1));
    const installed = found.some(({ kind }) => kind === 'package-database');
    const programs = found.filter(({ kind, ecosystem, path }) => kind === 'binary' && (!installed || (ecosystem === 'golang' && !OF_DISTRIBUTION.test(path))));
    return [...found.filter(({ kind }) => kind !== 'binary'), ...programs.slice(0, MAX_SHOWN_PROGRAMS)];
}
/** Where a distribution's packages put their programs, which its database lists. */
const OF_DISTRIBUTION = /^\/(?:usr\/)?(?:s?bin|lib\w*)\//;
/** Smaller files that may be run are scripts and stubs. */
const MIN_PROGRAM_BYTES = 16 * 1024;
/** Go's linker puts the note with its build id before everything else. */
const PROGRAM_HEAD_BYTES = 8 * 1024;
const GO_BUILD_ID = Buffer.from('Go\0\0');
const ELF = 0x7f454c46;
const MAX_SHOWN_PROGRAMS = 20;
/** The package databases of distributions, where their own tools look for them. */
const DATABASES = [
    [/^(?:usr\/)?lib\/apk\/db\/installed$/, 'apk'],
    [/^var\/lib\/dpkg\/status$/, 'deb'],
    [/^(?:var\/lib|usr\/lib)\/dpkg\/status\.d\/[^/]+(?<!\.md5sums)$/, 'deb'],
    [/^(?:var\/lib|usr\/share|usr\/lib\/sysimage)\/rpm\/(?:Packages|Packages\.db|rpmdb\.sqlite)$/, 'rpm'],
    [/^var\/lib\/rpmmanifest\/container-manifest-2$/, 'rpm'],
    [/^var\/lib\/pacman\/local\/[^/]+\/desc$/, 'alpm'],
];
/** What package managers of languages leave beside an application: by it the packages are told exactly. */
const LOCK_FILES = new Map([
    ['package-lock.json', 'npm'],
    ['npm-shrinkwrap.json', 'npm'],
    ['yarn.lock', 'npm'],
    ['pnpm-lock.yaml', 'npm'],
    ['bun.lock', 'npm'],
    ['poetry.lock', 'pypi'],
    ['uv.lock', 'pypi'],
    ['pdm.lock', 'pypi'],
    ['Pipfile.lock', 'pypi'],
    ['Gemfile.lock', 'gem'],
    ['Cargo.lock', 'cargo'],
    ['composer.lock', 'composer'],
    ['gradle.lockfile', 'maven'],
    ['packages.lock.json', 'nuget'],
    ['go.sum', 'golang'],
]);
/** The ecosystem that a lock file of this name is of. */
const lockFileEcosystem = (name) => LOCK_FILES.get(name);
/** Where packages come with lock files of their own: those say what their authors worked with. */
const OF_PACKAGES = /(?:^|\/)(?:node_modules|site-packages|dist-packages|vendor|gems|registry\/src|pkg\/mod|test|tests|testdata|examples?|share\/doc)\//;
/** What the name of a file tells. */
function byPath(path) {
    const database = DATABASES.find(([pattern]) => pattern.test(path));
    if (database !== undefined)
        return { path: `/${path}`, ecosystem: database[1], kind: 'package-database' };
    const ecosystem = LOCK_FILES.get(path.slice(path.lastIndexOf('/') + 1));
    if (ecosystem === undefined || OF_PACKAGES.test(path))
        return undefined;
    return { path: `/${path}`, ecosystem, kind: 'lock-file' };
}
const isOsRelease = (path) => path === 'etc/os-release' || path === 'usr/lib/os-release';
/** What the content of a file told when its layer was listed. */
function byNote(path, { note }) {
    if (note === undefined)
        return undefined;
    if (!isOsRelease(path))
        return { path: `/${path}`, ecosystem: note, kind: 'binary' };
    const ecosystem = osEcosystemOf(note);
    return ecosystem === undefined ? undefined : { path: `/${path}`, ecosystem, kind: 'distribution' };
}

;// CONCATENATED MODULE: ./packages/core/build/sbom/folder-evidence.js







/**
 * What a folder shows about the packages it is made with: lock files, and manifests that name dependencies and have no lock
 * file of their ecosystem beside them or above. Links are not followed; folders of installed packages and of version
 * control are passed over. Sorted by path. Throws LIMIT_EXCEEDED for more than MAX_FOLDER_ENTRIES entries, and INPUT_INVALID
 * for an OCI layout: its packages are in the layers, where nobody looks in a folder.
 */
async function folderEvidence(folder) {
    const evidence = [];
    const queue = [['', new Set()]];
    let entries = 0;
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const [below, inherited] = next;
        const found = await (0,promises_.readdir)((0,external_node_path_.join)(folder, below), { withFileTypes: true });
        entries += found.length;
        if (entries > build_limits/* MAX_FOLDER_ENTRIES */.dcU) {
            throw new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
                what: `The folder ${folder} has more than ${build_limits/* MAX_FOLDER_ENTRIES */.dcU} files and folders`,
                remedy: 'Give a folder further down.',
            });
        }
        const names = found.filter((entry) => entry.isFile()).map(({ name }) => name);
        if (below === '' && names.includes('oci-layout'))
            throw isLayout(folder);
        const locks = names.flatMap((name) => {
            const ecosystem = lockFileEcosystem(name);
            return ecosystem === undefined ? [] : [{ path: (0,external_node_path_.join)(below, name), ecosystem }];
        });
        evidence.push(...locks.map((lock) => ({ ...lock, kind: 'lock-file' })));
        const locked = new Set([...inherited, ...locks.map(({ ecosystem }) => ecosystem)]);
        for (const name of names) {
            const manifest = await manifestEvidence(folder, (0,external_node_path_.join)(below, name));
            if (manifest !== undefined && !locked.has(manifest.ecosystem))
                evidence.push(manifest);
        }
        for (const entry of found) {
            if (entry.isDirectory() && !PASSED_OVER.has(entry.name))
                queue.push([(0,external_node_path_.join)(below, entry.name), locked]);
        }
    }
    return evidence.sort((one, other) => (one.path < other.path ? -1 : 1));
}
const isLayout = (folder) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what: `The folder ${JSON.stringify(folder)} holds an OCI layout (oci-layout), whose packages are in the layers of an image`,
    remedy: `For the image give "oci:FOLDER" as image; for a checkout that holds one, move the layout out or further down.`,
});
const PASSED_OVER = new Set([
    '.git',
    '.hg',
    '.svn',
    'node_modules',
    'vendor',
    'testdata',
    '.venv',
    'site-packages',
]);
/** Where each package manager writes down what a project depends on. */
const MANIFESTS = [
    { isOne: (name) => name === 'package.json', ecosystem: 'npm', namesDependencies: hasNpmDependencies },
    {
        isOne: (name) => name === 'go.mod',
        ecosystem: 'golang',
        namesDependencies: (text) => /^\s*require\s*(?:\(\s*$|\S+ v)/m.test(text),
    },
    {
        isOne: (name) => name === 'pyproject.toml',
        ecosystem: 'pypi',
        namesDependencies: (text) => /^dependencies\s*=\s*\[\s*["'\n]|^\[tool\.poetry\.dependencies\]/m.test(text),
    },
    {
        isOne: (name) => name === 'Cargo.toml',
        ecosystem: 'cargo',
        namesDependencies: (text) => /^\[(?:workspace\.)?dependencies\]\s*\n\s*[\w"-]/m.test(text),
    },
    {
        isOne: (name) => name === 'Gemfile',
        ecosystem: 'gem',
        namesDependencies: (text) => /^\s*gem\s+["']/m.test(text),
    },
    {
        isOne: (name) => name === 'composer.json',
        ecosystem: 'composer',
        namesDependencies: (text) => (0,json/* isObject */.Gv)((0,json/* memberAt */.mz)((0,json/* parseJson */.qF)(text), 'require')),
    },
    {
        isOne: (name) => name === 'pom.xml',
        ecosystem: 'maven',
        namesDependencies: (text) => text.includes('<dependency>'),
    },
    {
        isOne: (name) => name === 'build.gradle' || name === 'build.gradle.kts',
        ecosystem: 'maven',
        namesDependencies: (text) => /^\s*(?:implementation|api|compile)\b/m.test(text),
    },
    {
        isOne: (name) => name.endsWith('.csproj'),
        ecosystem: 'nuget',
        namesDependencies: (text) => text.includes('<PackageReference'),
    },
];
async function manifestEvidence(folder, path) {
    const kind = MANIFESTS.find(({ isOne }) => isOne((0,external_node_path_.basename)(path)));
    if (kind === undefined)
        return undefined;
    const bytes = await (0,read_bounded/* readBounded */.CB)((0,external_node_path_.join)(folder, path), build_limits/* MAX_PACKAGE_MANIFEST_BYTES */.UW7);
    if (!kind.namesDependencies(bytes.toString('utf8')))
        return undefined;
    return { path, ecosystem: kind.ecosystem, kind: 'manifest' };
}
/** Those that are only for development are not what the project is made of. */
function hasNpmDependencies(text) {
    const dependencies = (0,json/* memberAt */.mz)((0,json/* parseJson */.qF)(text), 'dependencies');
    return (0,json/* isObject */.Gv)(dependencies) && Object.keys(dependencies).length > 0;
}

// EXTERNAL MODULE: ./packages/core/build/sbom/quality.js
var quality = __webpack_require__(37171);
// EXTERNAL MODULE: ./packages/core/build/registry/index.js + 36 modules
var registry = __webpack_require__(78765);
;// CONCATENATED MODULE: ./packages/core/build/sbom/image-buildkit.js






const SPDX = 'https://spdx.dev/Document';
/**
 * The SPDX documents that BuildKit put into an index beside its platforms (`--attest type=sbom`), by the platform manifest
 * they are about: the statement has to name it as its subject, not the annotation alone. They are not signed; the digest
 * of the index covers them. Throws IMAGE_UNREADABLE for one that is about something else, LIMIT_EXCEEDED, and what the
 * repository throws.
 */
async function readBuildKitSboms(repository, root) {
    const stored = await repository.getManifest(root);
    if (stored === undefined)
        return new Map();
    const document = (0,registry/* readManifestDocument */.f$)(stored.bytes, stored.descriptor.mediaType, root);
    if (document.kind !== 'index')
        return new Map();
    const documents = new Map();
    const ids = new Set(document.index.manifests.map(({ digest }) => digest));
    for (const entry of document.index.manifests) {
        const about = entry.annotations?.['vnd.docker.reference.digest'];
        const isAttestation = entry.annotations?.['vnd.docker.reference.type'] === 'attestation-manifest';
        const platform = [...ids].find((digest) => digest === about);
        if (!isAttestation || platform === undefined)
            continue;
        const found = await documentOf(repository, entry, platform);
        if (found === undefined)
            continue;
        if (documents.has(platform))
            throw wrong(entry.digest, `is a second one about ${platform}`);
        documents.set(platform, found);
    }
    return documents;
}
async function documentOf(repository, entry, platform) {
    const stored = await repository.getManifest(entry.digest);
    if (stored === undefined)
        return undefined;
    const document = (0,registry/* readManifestDocument */.f$)(stored.bytes, stored.descriptor.mediaType, entry.digest);
    if (document.kind !== 'manifest')
        throw wrong(entry.digest, 'is no manifest');
    const layers = document.manifest.layers.filter(({ mediaType, annotations }) => mediaType === oci/* IN_TOTO */.B1 && annotations?.['in-toto.io/predicate-type'] === SPDX);
    if (layers.length > build_limits/* MAX_BUILDKIT_LAYERS */.zfv)
        throw wrong(entry.digest, `has ${layers.length} documents`);
    const predicates = [];
    for (const layer of layers) {
        const bytes = await repository.getBlob(layer, build_limits/* MAX_DOCUMENT_BYTES */.biz);
        if (bytes === undefined)
            throw wrong(entry.digest, `names the document ${layer.digest}, which is not there`);
        predicates.push(predicateOf(bytes, layer.digest, platform));
    }
    const chosen = finalStage(predicates);
    if (chosen === undefined && predicates.length > 0)
        throw wrong(entry.digest, `has ${predicates.length} documents, and none of them is called sbom`);
    return chosen === undefined ? undefined : Buffer.from(JSON.stringify(chosen));
}
/** Where stages of the build and its context are scanned too, the image's own document is the one called `sbom`. */
const finalStage = (predicates) => {
    const named = predicates.filter(({ name }) => name === 'sbom');
    if (named.length === 1)
        return named[0];
    return predicates.length === 1 ? predicates[0] : undefined;
};
function predicateOf(bytes, digest, platform) {
    const { value } = (0,json_text/* readJsonDocument */.E)(bytes, `BuildKit's statement ${digest}`, unreadable);
    if (value.predicateType !== SPDX)
        throw wrong(digest, 'is of another type than its annotation says');
    const subjects = Array.isArray(value.subject) ? value.subject : [];
    const names = subjects.map((subject) => (0,json/* isObject */.Gv)(subject) && (0,json/* isObject */.Gv)(subject.digest) ? subject.digest.sha256 : undefined);
    if (names.length === 0 || names.some((name) => name !== (0,oci/* hexOf */.ZD)(platform)))
        throw wrong(digest, `does not have ${platform} as its only subject`);
    if (!(0,json/* isObject */.Gv)(value.predicate))
        throw wrong(digest, 'has no document in it');
    return value.predicate;
}
const unreadable = (path, why) => new errors/* CountersignError */.WS('IMAGE_UNREADABLE', {
    what: `${path} cannot be read: ${why}`,
    remedy: REMEDY,
});
const REMEDY = 'Build the image again with --attest type=sbom, or leave out "source: buildkit".';
const wrong = (digest, why) => new errors/* CountersignError */.WS('IMAGE_UNREADABLE', {
    what: `BuildKit's SBOM attestation ${digest} ${why}`,
    remedy: REMEDY,
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./packages/core/build/concurrency.js
var concurrency = __webpack_require__(99045);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./packages/core/build/sbom/image-tar.js
/** Says why an archive is none; the caller knows which one it was. */
class TarError extends Error {
}
/**
 * Reads the headers of a tar archive (POSIX ustar and pax, GNU long names and sparse files, as Go's archive/tar reads them)
 * piece by piece, and passes over contents. It holds one header and what `onEntry` asked for, never an entry.
 */
class TarScanner {
    #reader;
    #state = 'header';
    /** The part of a header block that came so far. */
    #block = Buffer.alloc(BLOCK_BYTES);
    #filled = 0;
    /** Content, then padding, that is still to come. */
    #content = 0;
    #padding = 0;
    #kept = [];
    #keep = 0;
    #whenRead;
    /** What a header before the entry says of it. */
    #longName;
    #pax = new Map();
    constructor(reader) {
        this.#reader = reader;
    }
    /** Throws TarError. */
    write(chunk) {
        let at = 0;
        while (at < chunk.length && this.#state !== 'end') {
            at += this.#state === 'body' ? this.#takeBody(chunk, at) : this.#takeBlock(chunk, at);
        }
    }
    /** Throws TarError where the archive stops in the middle. An archive without its closing blocks is taken, as Go does. */
    end() {
        const inBody = this.#state === 'body' && this.#content > 0;
        if (inBody || this.#state === 'sparse' || this.#filled > 0)
            throw new TarError('it stops in the middle');
    }
    #takeBlock(chunk, at) {
        const taken = Math.min(BLOCK_BYTES - this.#filled, chunk.length - at);
        chunk.copy(this.#block, this.#filled, at, at + taken);
        this.#filled += taken;
        if (this.#filled < BLOCK_BYTES)
            return taken;
        this.#filled = 0;
        if (this.#state === 'sparse') {
            if (this.#block[SPARSE_GOES_ON] === 0)
                this.#state = 'body';
        }
        else {
            this.#header(this.#block);
        }
        return taken;
    }
    #takeBody(chunk, at) {
        const taken = Math.min(this.#content, chunk.length - at);
        if (this.#keep > 0) {
            const kept = Buffer.from(chunk.subarray(at, at + Math.min(taken, this.#keep)));
            this.#kept.push(kept);
            this.#keep -= kept.length;
        }
        this.#content -= taken;
        const padding = Math.min(this.#content === 0 ? this.#padding : 0, chunk.length - at - taken);
        this.#padding -= padding;
        if (this.#content === 0)
            this.#finishContent();
        if (this.#content === 0 && this.#padding === 0)
            this.#state = 'header';
        return taken + padding;
    }
    #finishContent() {
        const done = this.#whenRead;
        this.#whenRead = undefined;
        done?.(Buffer.concat(this.#kept));
        this.#kept = [];
    }
    #header(block) {
        if (block.every((byte) => byte === 0)) {
            this.#state = 'end';
            return;
        }
        checkSum(block);
        const type = String.fromCharCode(block[156] ?? 0);
        const size = numberIn(block, 124, 12);
        if (type === 'x' || type === 'L' || type === 'K' || type === 'g') {
            if (size > MAX_SPECIAL_BYTES)
                throw new TarError(`a header of it has ${size} bytes`);
            this.#expect(size, size, (content) => {
                if (type === 'x')
                    this.#pax = paxRecords(content);
                else if (type === 'L')
                    this.#longName = textIn(content, 0, content.length);
            });
            return;
        }
        const kind = KINDS.get(type) ?? 'other';
        const stated = kind === 'file' || !WITHOUT_CONTENT.has(type) ? (paxSize(this.#pax) ?? size) : 0;
        const name = this.#pax.get('GNU.sparse.name') ?? this.#pax.get('path') ?? this.#longName ?? nameIn(block);
        const entry = { name, kind, size: stated, mode: numberIn(block, 100, 8) };
        this.#longName = undefined;
        this.#pax = new Map();
        const wanted = Math.min(this.#reader.onEntry(entry), stated);
        this.#expect(stated, wanted, wanted === 0
            ? undefined
            : (content) => {
                this.#reader.onContent(entry, content);
            });
        if (type === GNU_SPARSE && block[SPARSE_BEGINS] !== 0)
            this.#state = 'sparse';
    }
    #expect(size, keep, done) {
        this.#content = size;
        this.#padding = (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
        this.#keep = keep;
        this.#whenRead = done;
        if (size === 0)
            this.#finishContent();
        this.#state = size === 0 ? 'header' : 'body';
    }
}
const BLOCK_BYTES = 512;
/** Go's archive/tar takes no longer one. */
const MAX_SPECIAL_BYTES = 1024 * 1024;
const GNU_SPARSE = 'S';
const SPARSE_BEGINS = 482;
const SPARSE_GOES_ON = 504;
const KINDS = new Map([
    ['\0', 'file'],
    ['0', 'file'],
    ['7', 'file'],
    [GNU_SPARSE, 'file'],
    ['1', 'hard-link'],
]);
/** Links, devices, folders and pipes: a size in their header is no content. */
const WITHOUT_CONTENT = new Set(['1', '2', '3', '4', '5', '6']);
function checkSum(block) {
    let sum = 0;
    for (let at = 0; at < BLOCK_BYTES; at += 1)
        sum += at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
    if (numberIn(block, 148, 8) !== sum)
        throw new TarError('a header of it is damaged');
}
/** Octal digits, or base 256 where the first bit is set (GNU, for sizes from 8 GiB on). */
function numberIn(block, at, length) {
    const first = block[at] ?? 0;
    let value;
    if ((first & 0x80) !== 0) {
        value = first & 0x7f;
        for (let index = at + 1; index < at + length; index += 1)
            value = value * 256 + (block[index] ?? 0);
    }
    else {
        const text = textIn(block, at, length).trim();
        if (!/^[0-7]*$/.test(text))
            throw new TarError('a number in a header of it is none');
        value = text === '' ? 0 : Number.parseInt(text, 8);
    }
    if (!Number.isSafeInteger(value))
        throw new TarError('a number in a header of it is too large');
    return value;
}
function nameIn(block) {
    const name = textIn(block, 0, 100);
    const isPosix = block.toString('latin1', 257, 263) === 'ustar\0';
    const prefix = isPosix ? textIn(block, 345, 155) : '';
    return prefix === '' ? name : `${prefix}/${name}`;
}
function textIn(bytes, at, length) {
    const field = bytes.subarray(at, at + length);
    const end = field.indexOf(0);
    return field.toString('utf8', 0, end === -1 ? field.length : end);
}
/** `LENGTH KEY=VALUE\n`, the length counting the whole record. */
function paxRecords(content) {
    const records = new Map();
    let at = 0;
    while (at < content.length) {
        const space = content.indexOf(0x20, at);
        const digits = space === -1 ? '' : content.toString('latin1', at, space);
        const end = at + Number(digits);
        if (!/^[1-9]\d{0,7}$/.test(digits) || end > content.length || end <= space)
            throw new TarError('an extended header of it is malformed');
        const record = content.toString('utf8', space + 1, end - 1);
        const equals = record.indexOf('=');
        if (equals < 1)
            throw new TarError('an extended header of it is malformed');
        records.set(record.slice(0, equals), record.slice(equals + 1));
        at = end;
    }
    return records;
}
function paxSize(pax) {
    const text = pax.get('size');
    if (text === undefined)
        return undefined;
    if (!/^\d{1,15}$/.test(text))
        throw new TarError('a size in it is no number');
    return Number(text);
}

;// CONCATENATED MODULE: ./packages/core/build/sbom/image-unpacked.js


/**
 * Keeps what comes out of a layer's packing, because syft unpacks a layer of a layout twice: once to have its diff id, which
 * other sources have from the config. Only a help: where it cannot be written, it is given up.
 */
class UnpackedCopy {
    #path;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #file;
    #head = Buffer.alloc(0);
    constructor(path, file) {
        this.#path = path;
        this.#file = file;
    }
    static async open(path) {
        return new UnpackedCopy(path, await (0,promises_.open)(path, 'wx').catch(() => undefined));
    }
    async write(chunk) {
        if (this.#file === undefined)
            return;
        if (this.#head.length < HEAD_BYTES)
            this.#head = Buffer.concat([this.#head, chunk.subarray(0, HEAD_BYTES)]);
        this.#hash.update(chunk);
        try {
            await this.#file.writeFile(chunk);
        }
        catch {
            await this.drop(); // a full disk: the layer as it came is smaller
        }
    }
    /** undefined where nothing was kept, or what is packed again: syft would look into that, and find other files. */
    async finish() {
        if (this.#file === undefined || isPacked(this.#head)) {
            await this.drop();
            return undefined;
        }
        await this.#file.close();
        this.#file = undefined;
        return { path: this.#path, diffId: `sha256:${this.#hash.digest('hex')}` };
    }
    async drop() {
        const file = this.#file;
        this.#file = undefined;
        await file?.close().catch(() => undefined);
        if (file !== undefined)
            await (0,promises_.rm)(this.#path, { force: true });
    }
}
const HEAD_BYTES = 4;
/** How an archive is packed, told by its first bytes. */
function packingOfHead(head) {
    if (head[0] === 0x1f && head[1] === 0x8b)
        return 'gzip';
    return head.length >= HEAD_BYTES && head.readUInt32LE(0) === 0xfd2fb528 ? 'zstd' : undefined;
}
const isPacked = (head) => packingOfHead(head) !== undefined;

;// CONCATENATED MODULE: ./packages/core/build/sbom/image-listing.js









/**
 * Lists a layer from its file: tar, plain or packed with gzip or zstd, told by its first bytes as runtimes do. Bounded in
 * entries, in bytes and in how far it expands, so that no archive that is small on the registry fills this machine.
 * `name` is for messages; `unpackTo`: where a packed layer is left unpacked. Throws IMAGE_UNREADABLE for what is no such archive, LIMIT_EXCEEDED, INTERRUPTED.
 */
async function listLayer(path, name, wishes, signal, unpackTo) {
    const { packing, size } = await packingOf(path);
    const copy = packing === undefined || unpackTo === undefined ? undefined : await UnpackedCopy.open(unpackTo);
    const found = new Findings(wishes, name);
    const scanner = new TarScanner({
        onEntry: (entry) => found.add(entry),
        onContent: (entry, content) => {
            found.read(entry, content);
        },
    });
    const archive = new external_node_stream_.Writable({
        highWaterMark: CHUNK_BYTES,
        write: (chunk, _encoding, done) => {
            try {
                scanner.write(chunk);
                if (copy === undefined)
                    done();
                else
                    copy.write(chunk).then(() => {
                        done();
                    }, done);
            }
            catch (error) {
                done(error instanceof Error ? error : new Error(String(error)));
            }
        },
    });
    const meter = new Meter(size, name);
    try {
        const source = (0,external_node_fs_.createReadStream)(path, { highWaterMark: CHUNK_BYTES, signal });
        if (packing === undefined)
            await (0,external_node_stream_promises_.pipeline)(source, meter, archive, { signal });
        else
            await (0,external_node_stream_promises_.pipeline)(source, packing(), meter, archive, { signal });
        scanner.end();
    }
    catch (error) {
        await copy?.drop();
        if (error instanceof errors/* CountersignError */.WS)
            throw error;
        if (signal.aborted) {
            throw new errors/* CountersignError */.WS('INTERRUPTED', {
                what: `The run was interrupted while ${name} was being listed`,
                remedy: 'Run it again.',
            });
        }
        throw new errors/* CountersignError */.WS('IMAGE_UNREADABLE', {
            what: `${name} is no archive that can be listed: ${error instanceof Error ? error.message : String(error)}`,
            remedy: 'Build the image again; its layers have to be tar archives, plain or packed with gzip or zstd.',
            cause: error,
        });
    }
    return { ...found.listing(), unpackedBytes: meter.bytes, unpacked: await copy?.finish() };
}
const CHUNK_BYTES = 256 * 1024;
/** Told by the first bytes, not by the media type: the generator does the same. */
async function packingOf(path) {
    const file = await (0,promises_.open)(path);
    try {
        const head = Buffer.alloc(4);
        await file.read(head, 0, head.length, 0);
        const { size } = await file.stat();
        const unpack = { chunkSize: CHUNK_BYTES };
        switch (packingOfHead(head)) {
            case 'gzip':
                return { size, packing: () => (0,external_node_zlib_.createGunzip)(unpack) };
            case 'zstd':
                return { size, packing: () => (0,external_node_zlib_.createZstdDecompress)(unpack) };
            case undefined:
                return { size, packing: undefined };
        }
    }
    finally {
        await file.close();
    }
}
/** Counts what comes out of the packing and stops where it is more than an honest layer has. */
class Meter extends external_node_stream_.Transform {
    bytes = 0;
    #packed;
    #name;
    constructor(packed, name) {
        super({ highWaterMark: CHUNK_BYTES });
        this.#packed = packed;
        this.#name = name;
    }
    _transform(chunk, _encoding, done) {
        this.bytes += chunk.length;
        const expands = this.bytes > build_limits/* UNSUSPICIOUS_LAYER_BYTES */.Twy && this.bytes > this.#packed * build_limits/* MAX_LAYER_EXPANSION */.PX1;
        if (this.bytes > build_limits/* MAX_LAYER_UNPACKED_BYTES */.TMv || expands) {
            const why = expands
                ? `expands to more than ${build_limits/* MAX_LAYER_EXPANSION */.PX1} times its size`
                : `has more than ${build_limits/* MAX_LAYER_UNPACKED_BYTES */.TMv} bytes unpacked`;
            done(tooMuch(this.#name, why));
        }
        else {
            done(null, chunk);
        }
    }
}
const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
class Findings {
    #wishes;
    #name;
    #files = new Map();
    #removed = [];
    #emptied = [];
    #entries = 0;
    #pathChars = 0;
    constructor(wishes, name) {
        this.#wishes = wishes;
        this.#name = name;
    }
    /** Answers how much of the content is wanted. */
    add(entry) {
        this.#entries += 1;
        if (this.#entries > build_limits/* MAX_LAYER_ENTRIES */.O8D)
            throw tooMuch(this.#name, `has more than ${build_limits/* MAX_LAYER_ENTRIES */.O8D} entries`);
        const path = plainPath(entry.name);
        const slash = path.lastIndexOf('/');
        const base = path.slice(slash + 1);
        if (base === OPAQUE)
            this.#emptied.push(this.#kept(path.slice(0, Math.max(slash, 0))));
        else if (base.startsWith(WHITEOUT))
            this.#removed.push(this.#kept(path.slice(0, slash + 1) + base.slice(WHITEOUT.length)));
        else
            return this.#addFile(path, entry);
        return 0;
    }
    /** A symbolic link is no evidence: what it points at is, where it is there. A hard link has its content elsewhere. */
    #addFile(path, entry) {
        this.#files.delete(path); // an archive may have a path twice: the last one stands
        const wanted = entry.kind === 'other' ? undefined : this.#wishes.bytesWanted(path, entry);
        if (wanted === undefined)
            return 0;
        const size = entry.kind === 'file' ? entry.size : 1;
        const toRead = entry.kind === 'file' ? Math.min(wanted, size) : 0;
        if (wanted === 0 || toRead === 0)
            this.#files.set(this.#kept(path), { size, note: undefined });
        return toRead;
    }
    read({ name, size }, head) {
        const path = plainPath(name);
        const note = this.#wishes.note(path, head);
        if (note !== undefined)
            this.#files.set(this.#kept(path), { size, note });
    }
    /** A path may have 1 MiB, and there may be millions. */
    #kept(path) {
        this.#pathChars += path.length;
        if (this.#pathChars > build_limits/* MAX_LAYER_KEPT_PATH_CHARS */.aeR)
            throw tooMuch(this.#name, `has whiteouts and lists of packages whose paths have more than ${build_limits/* MAX_LAYER_KEPT_PATH_CHARS */.aeR} characters`);
        return path;
    }
    listing() {
        return {
            files: this.#files,
            removed: this.#removed,
            emptied: this.#emptied,
            entries: this.#entries,
        };
    }
}
/** `./usr/lib/x`, `/usr/lib/x` and `usr//lib/x` are one file. */
const plainPath = (name) => name
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
const tooMuch = (name, why) => new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
    what: `${name} ${why}`,
    remedy: 'Look at what was pushed there before anything unpacks it; an honest layer is smaller.',
});

;// CONCATENATED MODULE: ./packages/core/build/sbom/image-layout.js














/**
 * Fetches platform manifests with their configs and layers, each blob once, its digest checked, and lists each layer for
 * evidence of packages before anything unpacks it. Throws what the repository throws, IMAGE_UNREADABLE for what is no image
 * of archives, LIMIT_EXCEEDED, REGISTRY_MISBEHAVED where a blob is missing.
 */
async function fetchPlatforms(repository, subjects, options) {
    const blobs = (0,external_node_path_.join)(options.folder, 'blobs', 'sha256');
    await (0,promises_.mkdir)(blobs, { recursive: true });
    const manifests = await Promise.all(subjects.map((subject) => readImage(repository, subject, blobs)));
    const layers = new Map(manifests.flatMap(({ manifest }) => manifest.layers).map((layer) => [layer.digest, layer]));
    const packed = [...layers.values()].reduce((sum, { size }) => sum + size, 0);
    if (packed > build_limits/* MAX_IMAGE_PACKED_BYTES */.cJt) {
        throw new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
            what: `The layers of the image have ${packed} bytes; at most ${build_limits/* MAX_IMAGE_PACKED_BYTES */.cJt} are fetched`,
            remedy: 'Give fewer platforms in one run.',
        });
    }
    options.log.info(`Fetching ${(0,counted/* counted */.h)(layers.size, 'layer')} (${megabytes(packed)}) of ${(0,counted/* counted */.h)(subjects.length, 'platform')}`);
    const gate = (0,concurrency/* createGate */.q)(build_limits/* LAYER_CONCURRENCY */.EqX);
    const diffIds = diffIdsOf(manifests);
    const listings = new Map();
    await (0,concurrency/* allEnded */.C)([...layers.values()].map((layer) => gate(async () => {
        listings.set(layer.digest, await fetchLayer(repository, layer, blobs, diffIds, options));
    })));
    return Promise.all(manifests.map(async ({ subject, manifest, created }) => {
        const own = manifest.layers.map(({ digest }) => listings.get(digest));
        return {
            subject,
            folder: await layoutOf(subject, options.folder),
            evidence: imageEvidence(own.filter((listing) => listing !== undefined)),
            created,
        };
    }));
}
/** What all configs together say of each layer. */
function diffIdsOf(images) {
    const found = new Map();
    for (const { manifest, diffIds } of images) {
        for (const [at, { digest }] of manifest.layers.entries())
            found.set(digest, (found.get(digest) ?? new Set()).add(diffIds[at]));
    }
    return found;
}
const megabytes = (bytes) => `${(bytes / 1_000_000).toFixed(1)} MB`;
async function readImage(repository, subject, blobs) {
    const stored = await repository.getManifest(subject.digest);
    if (stored === undefined)
        throw image_layout_missing(`the manifest ${subject.digest}`);
    const document = (0,registry/* readManifestDocument */.f$)(stored.bytes, stored.descriptor.mediaType, subject.digest);
    if (document.kind !== 'manifest')
        throw noImage(subject, 'it is an index inside an index');
    const { manifest } = document;
    if (manifest.layers.length > build_limits/* MAX_LAYERS_PER_IMAGE */.iDm)
        throw noImage(subject, `it has ${manifest.layers.length} layers`);
    const config = await repository.getBlob(manifest.config, build_limits/* MAX_IMAGE_CONFIG_BYTES */.kaK);
    if (config === undefined)
        throw image_layout_missing(`the config ${manifest.config.digest}`);
    const about = (0,json/* parseJson */.qF)(Buffer.from(config).toString('utf8'));
    // An artifact that is no image has another document there, and nothing that could be unpacked as one.
    const diffIds = (0,json/* memberAt */.mz)(about, 'rootfs', 'diff_ids');
    if (diffIds === undefined)
        throw noImage(subject, 'its config names no layers');
    await (0,promises_.writeFile)((0,external_node_path_.join)(blobs, (0,oci/* hexOf */.ZD)(subject.digest)), stored.bytes);
    await (0,promises_.writeFile)((0,external_node_path_.join)(blobs, (0,oci/* hexOf */.ZD)(manifest.config.digest)), config);
    const created = (0,json/* memberAt */.mz)(about, 'created');
    return {
        subject,
        manifest,
        created: typeof created === 'string' ? dateOf(created) : undefined,
        diffIds: Array.isArray(diffIds) ? diffIds : [],
    };
}
function dateOf(text) {
    const date = new Date(text);
    return Number.isNaN(date.getTime()) ? undefined : date;
}
/** Listed only once its digest is known to be right: nothing is unpacked that somebody changed on the way. */
async function fetchLayer(repository, layer, blobs, diffIds, { keepLayers, log, signal }) {
    const path = (0,external_node_path_.join)(blobs, (0,oci/* hexOf */.ZD)(layer.digest));
    const started = performance.now();
    await transfer(repository, layer, `${path}.part`, log);
    const name = `The layer ${layer.digest}`;
    const unpackTo = keepLayers ? `${path}.tar` : undefined;
    const listing = await listLayer(`${path}.part`, name, EVIDENCE_WISHES, signal, unpackTo);
    if (keepLayers)
        await keepLayer(path, listing, diffIds.get(layer.digest) ?? new Set());
    else
        await (0,promises_.rm)(`${path}.part`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    log.debug(`Layer ${layer.digest}: ${megabytes(layer.size)}, unpacked ${megabytes(listing.unpackedBytes)}, ${listing.entries} entries, ${seconds} s`);
    return listing;
}
/**
 * Leaves the layer unpacked under the digest of the packed one: syft finds by the first bytes which it is, and so unpacks it
 * no further times. Only where it is what every config says, as runtimes ask before they run it; else it stays as it came.
 */
async function keepLayer(path, { unpacked }, diffIds) {
    if (unpacked !== undefined && diffIds.size === 1 && diffIds.has(unpacked.diffId)) {
        await (0,promises_.rename)(unpacked.path, path);
        await (0,promises_.rm)(`${path}.part`);
        return;
    }
    if (unpacked !== undefined)
        await (0,promises_.rm)(unpacked.path);
    await (0,promises_.rename)(`${path}.part`, path);
}
/** A stream that was handed over cannot be asked for again by the request layer: here the whole blob is. */
async function transfer(repository, layer, path, log) {
    for (let attempt = 1;; attempt += 1) {
        try {
            const stream = await repository.openBlob(layer);
            if (stream === undefined)
                throw image_layout_missing(`the layer ${layer.digest}`);
            await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(stream, { objectMode: true }), (0,external_node_fs_.createWriteStream)(path));
            return;
        }
        catch (error) {
            const brokeOff = error instanceof errors/* CountersignError */.WS && error.code === 'REGISTRY_UNAVAILABLE';
            if (!brokeOff || attempt === build_limits/* MAX_LAYER_TRANSFERS */.Qry)
                throw error;
            log.info(`The layer ${layer.digest} is fetched again: ${error.message}`);
        }
    }
}
/** OCI image specification, "Image Layout"; the blobs are those of the whole run. */
async function layoutOf({ digest, mediaType, size }, folder) {
    const layout = (0,external_node_path_.join)(folder, (0,oci/* hexOf */.ZD)(digest), 'image');
    await (0,promises_.mkdir)(layout, { recursive: true });
    await (0,promises_.symlink)((0,external_node_path_.join)(folder, 'blobs'), (0,external_node_path_.join)(layout, 'blobs'), 'junction');
    await (0,promises_.writeFile)((0,external_node_path_.join)(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
    const index = { schemaVersion: 2, mediaType: oci/* OCI_INDEX */.$p, manifests: [{ mediaType, digest, size }] };
    await (0,promises_.writeFile)((0,external_node_path_.join)(layout, 'index.json'), JSON.stringify(index));
    return layout;
}
const image_layout_missing = (what) => new errors/* CountersignError */.WS('REGISTRY_MISBEHAVED', {
    what: `The image cannot be read: ${what} is not there`,
    remedy: 'Push the image again; where it was removed by a clean-up, its manifest should have gone too.',
});
const noImage = ({ digest }, why) => new errors/* CountersignError */.WS('IMAGE_UNREADABLE', {
    what: `${digest} is no image that has a content to list: ${why}`,
    remedy: 'Give a container image; for another artifact give its file as path.',
});

// EXTERNAL MODULE: ./packages/core/build/program/index.js + 3 modules
var program = __webpack_require__(10328);
;// CONCATENATED MODULE: ./packages/core/build/sbom/run-syft.js




/**
 * Runs syft once, every document in one run, without file entries: of an SPDX document they are most of its bytes, and
 * verifiers bound those. It asks no network, starts no other program, and has no credentials and nobody's configuration. Throws PROGRAM_FAILED where it ends
 * with anything but 0: nothing is known about the image then.
 */
async function runSyft(syft, run) {
    const { source, name, version, supplier, outputs } = run;
    const image = source.kind === 'layout';
    const { exitCode, messages } = await (0,program/* runProgram */.mB)({
        path: syft.path,
        args: [
            'scan',
            run_syft_sourceOf(source),
            '--source-name',
            name,
            ...(version === undefined ? [] : ['--source-version', version]),
            ...(supplier === undefined ? [] : ['--source-supplier', supplier]),
            ...outputs.flatMap(({ format, specVersion, path }) => [
                '--output',
                `${format}${specVersion === undefined ? '' : `@${specVersion}`}=${path}`,
            ]),
        ],
        env: environmentOf(syft),
        // Never the user's folder: syft reads a .syft.yaml of its working directory. For a layout a relative path, because it
        // stands in the document.
        cwd: image ? (0,external_node_path_.dirname)(source.folder) : syft.home,
        maxOutputBytes: build_limits/* MAX_SYFT_PRINTED_BYTES */.PfF,
        timeoutMs: syft.timeoutMs,
        signal: syft.signal,
        onMessage: syft.onMessage,
    });
    if (exitCode === 0)
        return;
    throw new errors/* CountersignError */.WS('PROGRAM_FAILED', {
        what: `syft could not describe ${name} (exit code ${exitCode})${(0,program/* lastWords */.aN)(messages, build_limits/* MAX_SHOWN_PROGRAM_MESSAGE_CHARS */.kGn)}`,
        remedy: 'Read what syft says. Nothing is known about the packages, so nothing was written.',
    });
}
/**
 * syft's `dir:` also takes a folder for the image of an OCI layout that lies in it, and `file:` a file for an archive of
 * one: the names of single providers (syft/source) take what they say.
 */
function run_syft_sourceOf(source) {
    switch (source.kind) {
        case 'layout':
            return `oci-dir:${(0,external_node_path_.basename)(source.folder)}`;
        case 'folder':
            return `local-directory:${source.path}`;
        case 'file':
            return `local-file:${source.path}`;
    }
}
/** Without the proxies of the machine too: syft has nothing to ask anybody, and a proxy's address may hold a password. */
function environmentOf({ env, home }) {
    const { PATH, LANG, TZ, SystemRoot } = env;
    return (0,program/* scrubbedEnvironment */.aq)({ PATH, LANG, TZ, SystemRoot }, home, {
        TMPDIR: home,
        TEMP: home,
        TMP: home,
        NO_COLOR: '1',
        SYFT_CHECK_FOR_APP_UPDATE: 'false',
        SYFT_QUIET: 'true',
        SYFT_FILE_METADATA_SELECTION: 'none',
        // Else it runs the `go` of PATH in a checkout, and that fetches what go.mod names, its own newer release among it. All
        // else that asks a network is off unless `enrich` is set; a syft that does not know this setting still fetches nothing.
        SYFT_GOLANG_USE_PACKAGES_LIB: 'false',
        GOPROXY: 'off',
        GOTOOLCHAIN: 'local',
        GOFLAGS: '-mod=readonly',
    });
}

;// CONCATENATED MODULE: ./packages/core/build/sbom/package-identity.js

/**
 * What makes two entries of two documents one package: the package URL whole (architecture and distribution belong to
 * it), name and version; without a package URL a word for the kind beside them. JSON, so that no text can be built that equals another's.
 */
const identityOf = (purl, name, version, kind) => JSON.stringify(purl === undefined ? [kind, name, version ?? ''] : [purl, name, version ?? '']);
/** An id that depends on the identity alone: 128 bits of its hash, so that nobody finds two packages with one id. */
const identityHash = (identity) => (0,external_node_crypto_.createHash)('sha256').update(identity).digest('hex').slice(0, 32);

;// CONCATENATED MODULE: ./packages/core/build/sbom/unite-cyclonedx.js







/** The union of CycloneDX documents; its serial number is not set. Throws SBOM_INVALID. */
function uniteCycloneDx(parts, specVersion, subject, title) {
    const [first] = parts;
    if (first === undefined)
        throw new RangeError(title);
    const root = cycloneDxImageRoot(subject, subject.digest, undefined);
    const top = new Map();
    const dependencies = [];
    for (const part of parts) {
        const { value, shape } = part.document;
        const refs = new Map();
        const own = shape.optionalObject(shape.optionalObject(value, 'metadata') ?? {}, 'component', 'metadata.');
        if (typeof own?.['bom-ref'] === 'string')
            refs.set(own['bom-ref'], root['bom-ref']);
        merge(shape.objects(value, 'components'), '', top, refs, part);
        for (const each of unite_cyclonedx_dependenciesOf(value, shape, refs))
            dependencies.push(each);
    }
    const metadata = metadataOf(first);
    return {
        specVersion,
        metadata: {
            timestamp: timeText(subject.created),
            ...toolsOf(parts),
            component: root,
            ...authorOf(metadata, subject, specVersion, first.document.shape),
        },
        components: written(top),
        dependencies: finish_cyclonedx_inOrder(dependencies),
    };
}
const INNER = new Set(['components']);
/** Takes components of one platform, each inside the component that it stands in; `refs` learns what became of each reference. */
function merge(components, parent, level, refs, part) {
    const { platform, document: { shape }, } = part;
    for (const component of components) {
        const ref = identityHash(`${parent}/${identityOfComponent(component, shape)}`);
        let merged = level.get(ref);
        if (merged === undefined) {
            merged = { component: without(component, INNER), platforms: new Set(), inner: new Map() };
            level.set(ref, merged);
        }
        merged.platforms.add(platform);
        if (typeof component['bom-ref'] === 'string')
            refs.set(component['bom-ref'], ref);
        merge(shape.objects(component, 'components', 'components[].'), ref, merged.inner, refs, part);
    }
}
function identityOfComponent(component, shape) {
    const at = 'components[].';
    const group = shape.optionalText(component, 'group', at);
    return identityOf(shape.optionalText(component, 'purl', at), JSON.stringify([group ?? '', shape.text(component, 'name', at)]), shape.optionalText(component, 'version', at), shape.text(component, 'type', at));
}
const written = (level) => sortedBy([...level], ([ref]) => ref).map(([ref, { component, platforms, inner }]) => ({
    'bom-ref': ref,
    ...without(component, REF),
    properties: [
        ...(Array.isArray(component.properties) ? component.properties : []),
        ...[...platforms].map((platform) => ({ name: PLATFORM_PROPERTY, value: platform })),
    ],
    ...(inner.size === 0 ? {} : { components: written(inner) }),
}));
const REF = new Set(['bom-ref']);
function* unite_cyclonedx_dependenciesOf(value, shape, refs) {
    const at = 'dependencies[].';
    for (const dependency of shape.objects(value, 'dependencies')) {
        const ref = refs.get(shape.text(dependency, 'ref', at));
        if (ref === undefined)
            continue;
        const dependsOn = shape
            .texts(dependency, 'dependsOn', at)
            .map((each) => refs.get(each))
            .filter((each) => each !== undefined && each !== ref);
        yield { ref, dependsOn };
    }
}
const metadataOf = ({ document: { value, shape } }) => shape.optionalObject(value, 'metadata') ?? {};
/** The tools of every document, each once; the older form (a list) only where none has the newer one. */
function toolsOf(parts) {
    const all = parts.map((part) => metadataOf(part).tools);
    const objects = all.filter(json/* isObject */.Gv);
    const [first] = objects;
    const lists = all.filter((tools) => Array.isArray(tools));
    if (first === undefined)
        return lists.length === 0 ? {} : { tools: unite_cyclonedx_onceEach(lists.flat()) };
    const components = objects.flatMap(({ components: own }) => Array.isArray(own) ? own : []);
    return { tools: { ...first, ...(components.length === 0 ? {} : { components: unite_cyclonedx_onceEach(components) }) } };
}
const unite_cyclonedx_onceEach = (elements) => [
    ...new Map(elements.map((element) => [JSON.stringify(element), element])).values(),
];

;// CONCATENATED MODULE: ./packages/core/build/sbom/spdx-license-texts.js


const EXPRESSIONS = ['licenseConcluded', 'licenseDeclared'];
const REFERENCE = /LicenseRef-[A-Za-z0-9.-]+/g;
/**
 * Licence texts of several documents (SPDX clause 10). One id may stand for different texts in two of them; then the
 * later one gets an id of its own.
 */
class LicenseTexts {
    texts = new Map();
    /** Takes the texts of a document; the answer renames in a package what had to be renamed. */
    take(infos, platform) {
        const renamed = new Map();
        for (const info of infos) {
            const id = typeof info.licenseId === 'string' ? info.licenseId : '';
            const text = JSON.stringify(info);
            const other = this.texts.get(id);
            if (other === undefined)
                this.texts.set(id, info);
            else if (JSON.stringify(other) !== text) {
                const own = `${id}-${identityHash(JSON.stringify([platform, text]))}`;
                renamed.set(id, own);
                this.texts.set(own, { ...info, licenseId: own });
            }
        }
        return renamed.size === 0 ? (part) => part : (part) => withLicenses(part, renamed);
    }
    all() {
        return sortedBy([...this.texts], ([id]) => id).map(([, info]) => info);
    }
}
const withLicenses = (part, renamed) => ({
    ...part,
    ...Object.fromEntries(EXPRESSIONS.filter((member) => typeof part[member] === 'string').map((member) => [
        member,
        String(part[member]).replace(REFERENCE, (id) => renamed.get(id) ?? id),
    ])),
});

;// CONCATENATED MODULE: ./packages/core/build/sbom/unite-spdx.js









/** The union of SPDX documents; its namespace is not set. Throws SBOM_INVALID. */
function uniteSpdx(parts, specVersion, subject, title) {
    const [first] = parts;
    if (first === undefined)
        throw new RangeError(title);
    const root = spdxImageRoot(subject, subject.digest, { specVersion, shape: first.document.shape }, undefined);
    const packages = new Map();
    const licenses = new LicenseTexts();
    const relationships = [];
    for (const part of parts) {
        const ids = mergePackages(part, root.SPDXID, packages, licenses);
        for (const each of relationshipsOf(part, ids))
            relationships.push(each);
    }
    const held = new Set(relationships
        .filter(({ spdxElementId: from, relationshipType: type }) => from === root.SPDXID && type === 'CONTAINS')
        .map(({ relatedSpdxElement: to }) => to));
    for (const id of packages.keys()) {
        if (!held.has(id))
            relationships.push(relation(root.SPDXID, 'CONTAINS', id));
    }
    const texts = licenses.all();
    return {
        spdxVersion: `SPDX-${specVersion}`,
        creationInfo: { ...creationOf(creatorsOf(parts), subject, first.document.shape) },
        packages: [
            root,
            ...sortedBy([...packages], ([id]) => id).map(([id, merged]) => unite_spdx_written(id, merged, subject.created)),
        ],
        ...(texts.length === 0 ? {} : { hasExtractedLicensingInfos: texts }),
        relationships: finish_spdx_inOrder([...relationships, relation(finish_spdx_DOCUMENT_ID, 'DESCRIBES', root.SPDXID)]),
    };
}
const unite_spdx_written = (id, { part, platforms }, created) => ({
    ...part,
    SPDXID: id,
    annotations: [
        ...(Array.isArray(part.annotations) ? part.annotations : []),
        platformAnnotation([...platforms], timeText(created)),
    ],
});
/** Takes the packages of one platform; the answer says what each id of its document has become. */
function mergePackages({ platform, document: { value, shape } }, rootId, packages, licenses) {
    const ids = new Map();
    const described = spdxDescribedIds(value, shape);
    const rename = licenses.take(shape.objects(value, 'hasExtractedLicensingInfos'), platform);
    for (const part of shape.objects(value, 'packages')) {
        const id = shape.text(part, 'SPDXID', 'packages[].');
        if (described.has(id)) {
            ids.set(id, rootId);
            continue;
        }
        const newId = idOf(part);
        ids.set(id, newId);
        const own = rename(part);
        const other = packages.get(newId);
        if (other === undefined)
            packages.set(newId, { part: own, platforms: new Set([platform]) });
        else {
            other.part = filled(other.part, own);
            other.platforms.add(platform);
        }
    }
    return ids;
}
function idOf(part) {
    const refs = Array.isArray(part.externalRefs) ? part.externalRefs : [];
    const purl = refs.find(({ referenceType }) => referenceType === 'purl')?.referenceLocator;
    const name = String(part.name);
    const version = typeof part.versionInfo === 'string' ? part.versionInfo : undefined;
    const kind = typeof part.primaryPackagePurpose === 'string' ? part.primaryPackagePurpose : '';
    const identity = identityOf(typeof purl === 'string' ? purl : undefined, name, version, kind);
    return `SPDXRef-Package-${name.slice(0, unite_spdx_MAX_NAME_CHARS).replace(/[^A-Za-z0-9.]+/g, '-')}-${identityHash(identity)}`;
}
const unite_spdx_MAX_NAME_CHARS = 100;
const FILLED = [
    'licenseDeclared',
    'licenseConcluded',
    'supplier',
    'originator',
    'copyrightText',
    'downloadLocation',
];
/** What one document does not know about a package, the other may. */
function filled(part, other) {
    const more = FILLED.filter((member) => says(other[member]) && !says(part[member]));
    return more.length === 0
        ? part
        : { ...part, ...Object.fromEntries(more.map((member) => [member, other[member]])) };
}
const says = (value) => typeof value === 'string' && known(value) !== undefined;
function* relationshipsOf({ document: { value, shape } }, ids) {
    for (const each of shape.objects(value, 'relationships')) {
        const from = ids.get(shape.text(each, 'spdxElementId', 'relationships[].'));
        const to = ids.get(shape.text(each, 'relatedSpdxElement', 'relationships[].'));
        if (from === undefined || to === undefined || from === to)
            continue;
        yield { ...each, spdxElementId: from, relatedSpdxElement: to };
    }
}
/** Who made the documents: each named once. */
function creatorsOf(parts) {
    const infos = parts.map(({ document: { value, shape } }) => shape.optionalObject(value, 'creationInfo') ?? {});
    const creators = parts.flatMap(({ document: { shape } }, index) => shape.texts(infos[index] ?? {}, 'creators', 'creationInfo.'));
    return { creationInfo: { ...infos[0], creators: [...new Set(creators)] } };
}

;// CONCATENATED MODULE: ./packages/core/build/sbom/union.js











/**
 * One document for an index from those of its platforms: every package once, marked with its platforms (readSbom's
 * `platforms`), relationships between packages kept, ids new and unique. It describes the index digest alone. The same
 * parts in the same order give the same bytes. Throws SBOM_INVALID, also where the parts differ in version;
 * SBOM_SUBJECT_MISMATCH for a part that does not describe its digest; LIMIT_EXCEEDED.
 */
function unionDocuments(format, parts, index) {
    const subject = { ...index, platform: undefined };
    const title = titleOf(format, subject);
    const read = readParts(format, parts, subject);
    const version = read[0]?.document.specVersion;
    if (version === undefined)
        throw invalidSbom(title, 'it is to be made of no document at all');
    if (read.some(({ document }) => document.specVersion !== version)) {
        throw invalidSbom(title, `its platforms have documents of versions ${read.map(({ document }) => document.specVersion).join(', ')}`);
    }
    return format === 'spdx-json'
        ? spdxBytes(uniteSpdx(read, version, subject, title), subject)
        : cycloneDxBytes(uniteCycloneDx(read, version, subject, title), subject);
}
function readParts(format, parts, index) {
    const bytes = parts.reduce((sum, part) => sum + part.bytes.length, 0);
    if (bytes > build_limits/* MAX_SBOM_BYTES */.rIg)
        throw union_tooMuch(index, `${bytes} bytes`, `${build_limits/* MAX_SBOM_BYTES */.rIg}`);
    let packages = 0;
    return parts.map(({ platform, digest, bytes: own }) => {
        const title = titleOf(format, { ...index, platform });
        const document = readRawDocument(own, title);
        if (document.format !== format)
            throw invalidSbom(title, `it is ${document.format}`);
        const sbom = readDocument(document, title);
        checkDescribes(sbom, digest, title);
        packages += sbom.packages.length;
        if (packages > build_limits/* MAX_SBOM_PACKAGES */.B_r)
            throw union_tooMuch(index, `${packages} packages`, `${build_limits/* MAX_SBOM_PACKAGES */.B_r}`);
        return { platform, document };
    });
}
const union_tooMuch = ({ name }, is, most) => new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
    what: `The documents of the platforms of ${name} have ${is} together; at most ${most} are made into one`,
    remedy: 'Attest the SBOM of each platform alone, or leave out what no consumer reads.',
});

;// CONCATENATED MODULE: ./packages/core/build/sbom/size-advice.js


/** How a finished document stands to the limits of those who read it, and what could be left out of it where one is passed. */
function sizeAdvice(document) {
    const documentBytes = document.length;
    const envelopeBytes = Math.ceil((documentBytes + STATEMENT_BYTES) / 3) * 4 + ENVELOPE_BYTES;
    const bundleBytes = envelopeBytes + build_limits/* BUNDLE_OVERHEAD_BYTES */.kin;
    const sizes = { document: documentBytes, envelope: envelopeBytes, bundle: bundleBytes };
    const limits = LIMITS.map(([consumer, what, limitBytes]) => ({
        consumer,
        what,
        bytes: sizes[what],
        limitBytes,
        fits: sizes[what] <= limitBytes,
    }));
    const drop = limits.every(({ fits }) => fits) ? [] : partsOf(document);
    return { documentBytes, envelopeBytes, bundleBytes, limits, drop };
}
/** What a statement adds to its predicate, and an envelope to its payload: names, a digest, a key hint, a signature. */
const STATEMENT_BYTES = 2048;
const ENVELOPE_BYTES = 1024;
const LIMITS = [
    ['the public Rekor', 'envelope', build_limits/* PUBLIC_REKOR_MAX_ENVELOPE_BYTES */.M8Z],
    ["Kyverno's bundle reader", 'bundle', build_limits/* KYVERNO_MAX_BUNDLE_BYTES */.F41],
    ["GitHub's attestation store (actions/attest)", 'document', build_limits/* GITHUB_MAX_PREDICATE_BYTES */.VkA],
    ['Countersign itself', 'document', build_limits/* MAX_DOCUMENT_BYTES */.biz],
    ['cosign', 'bundle', build_limits/* MAX_CLAIM_BYTES */.ASs],
];
/** Where each part stands: in the document, in each package of SPDX, in each component of CycloneDX. */
const PARTS = [
    ['file entries', '', 'files'],
    ['relationships', '', 'relationships'],
    ['dependencies', '', 'dependencies'],
    ['descriptions', 'packages', 'description'],
    ['notes on where packages were found (sourceInfo)', 'packages', 'sourceInfo'],
    ['CPE names and package URLs (externalRefs)', 'packages', 'externalRefs'],
    ['properties', 'components', 'properties'],
    ['descriptions', 'components', 'description'],
    ['external references', 'components', 'externalReferences'],
];
function partsOf(document) {
    const value = JSON.parse(new TextDecoder().decode(document));
    if (!(0,json/* isObject */.Gv)(value))
        return [];
    return PARTS.map(([part, holder, member]) => ({ part, bytes: bytesOf(value, holder, member) }))
        .filter(({ bytes }) => bytes > 0)
        .sort((left, right) => right.bytes - left.bytes);
}
function bytesOf(value, holder, member) {
    const held = holder === '' ? [value] : value[holder];
    if (!Array.isArray(held))
        return 0;
    let bytes = 0;
    for (const each of held) {
        if (!(0,json/* isObject */.Gv)(each) || !Object.hasOwn(each, member))
            continue;
        bytes += Buffer.byteLength(JSON.stringify(each[member])) + member.length + '"":,'.length;
    }
    return bytes;
}

;// CONCATENATED MODULE: ./packages/core/build/sbom/index.js





















/***/ }),

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
