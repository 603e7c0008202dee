export const id = 444;
export const ids = [444];
export const modules = {

/***/ 9091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P8: () => (/* reexport */ COSIGN_SIGNATURE),
  fm: () => (/* reexport */ CYCLONEDX_BOM),
  us: () => (/* reexport */ SLSA_PROVENANCE_V1),
  G9: () => (/* reexport */ SPDX_DOCUMENT),
  sw: () => (/* reexport */ checkDocument),
  y6: () => (/* reexport */ checkPredicate),
  Oy: () => (/* reexport */ documentClaim),
  qz: () => (/* reexport */ predicateClaim),
  uj: () => (/* reexport */ provenanceClaim),
  NJ: () => (/* reexport */ routeDocument),
  P6: () => (/* reexport */ signatureClaim)
});

// UNUSED EXPORTS: STATEMENT_TYPE

// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(8027);
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
                ...(name === undefined ? {} : { name: repositoryText(name) }),
                digest: { sha256: (0,oci/* hexOf */.ZD)(subject.digest) },
            },
        ],
        predicateType,
    });
    return Buffer.concat([Buffer.from(`${head.slice(0, -1)},"predicate":`), predicateJson, Buffer.from('}')]);
}
/** `host/repository`, as claims name an image. */
const repositoryText = (name) => `${name.host}/${name.repository}`;

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

// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(9772);
;// CONCATENATED MODULE: ./packages/core/build/claims/image-digests.js


/** The digest in a package URL of an image (`pkg:oci/app@sha256%3A…`, `pkg:docker/…`); undefined for any other text. */
function digestOfPurl(text) {
    if (!isImagePurl(text))
        return undefined;
    const version = /@([^?#]*)/.exec(text)?.[1]?.replaceAll(/%3a/gi, ':');
    return asDigest(version);
}
const isImagePurl = (text) => text !== undefined && text.length <= limits/* MAX_PURL_CHARS */.TB && /^pkg:(?:oci|docker)\//i.test(text);
/** A text that is a digest as it stands, or an image name that ends in one (`host/app@sha256:…`). */
const asDigest = (text) => {
    if (text === undefined || text.length > limits/* MAX_PURL_CHARS */.TB)
        return undefined;
    const digest = text.slice(text.lastIndexOf('@') + 1).toLowerCase();
    return (0,oci/* isDigest */.Bc)(digest) ? digest : undefined;
};
/** 64 hexadecimal digits, as documents write a SHA-256. */
const digestOfHex = (hex) => hex === undefined ? undefined : asDigest(`sha256:${hex}`);
const distinct = (digests) => [
    ...new Set(digests.filter((digest) => digest !== undefined)),
];

// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(58);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
;// CONCATENATED MODULE: ./packages/core/build/claims/json-text.js



/**
 * Reads a file that must hold one JSON object. Bounded in size and depth before it is parsed.
 * Throws PREDICATE_INVALID, or LIMIT_EXCEEDED for a file over MAX_DOCUMENT_BYTES.
 */
function readJsonDocument(bytes, path) {
    if (bytes.length > limits/* MAX_DOCUMENT_BYTES */.bi) {
        throw new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
            what: `${path} has ${bytes.length} bytes; at most ${limits/* MAX_DOCUMENT_BYTES */.bi} can be attested`,
            remedy: 'Leave out what no consumer reads: for an SBOM, its file entries.',
        });
    }
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
        throw invalidDocument(path, 'it starts with a byte order mark, which JSON does not allow');
    }
    const value = parse(decode(bytes, path), path);
    if (!(0,json/* isObject */.G)(value))
        throw invalidDocument(path, 'it is not a JSON object');
    const { compact, members } = withoutSpace(bytes, path);
    // RFC 8259, section 4: readers differ in which of two members they take, so what we checked may not be what they read.
    if (membersOf(value) !== members)
        throw invalidDocument(path, 'an object in it has two members of one name');
    return { value, compact };
}
const invalidDocument = (path, why) => new errors/* CountersignError */.WS('PREDICATE_INVALID', {
    what: `${path} cannot be attested: ${why}`,
    remedy: 'Check the tool that wrote the file, and that the path names the file it wrote.',
});
function decode(bytes, path) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw new errors/* CountersignError */.WS('PREDICATE_INVALID', {
            what: `${path} cannot be attested: it is not UTF-8 text`,
            remedy: 'Write the document as UTF-8 JSON.',
            cause,
        });
    }
}
function parse(text, path) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        const where = cause instanceof SyntaxError ? /position \d+|end of JSON/.exec(cause.message)?.[0] : undefined;
        throw invalidDocument(path, where === undefined ? 'it is not JSON' : `it is not JSON (${where})`);
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
function withoutSpace(bytes, path) {
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
            if ((depth += 1) > limits/* MAX_DOCUMENT_DEPTH */.RU) {
                throw invalidDocument(path, `it is nested deeper than ${limits/* MAX_DOCUMENT_DEPTH */.RU} levels`);
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

;// CONCATENATED MODULE: ./packages/core/build/claims/shape.js


/** Reads members of a parsed document and says which one is not as it should be. All throw PREDICATE_INVALID. */
class Shape {
    path;
    format;
    constructor(path, format) {
        this.path = path;
        this.format = format;
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
        if (value === undefined || (0,json/* isObject */.G)(value))
            return value;
        return this.refuse(`${at}${member}`, 'is not an object');
    }
    /** The elements of an array of objects; none where the member is absent. */
    objects(object, member, at = '') {
        return this.array(object, member, at).map((element, index) => (0,json/* isObject */.G)(element) ? element : this.refuse(`${at}${member}[${index}]`, 'is not an object'));
    }
    /** The elements of an array of strings; none where the member is absent. */
    texts(object, member, at = '') {
        return this.array(object, member, at).map((element, index) => typeof element === 'string' ? element : this.refuse(`${at}${member}[${index}]`, 'is not a string'));
    }
    refuse(member, why) {
        throw invalidDocument(this.path, `as ${this.format}, its member ${member} ${why}`);
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
const own = (object, member) => Object.hasOwn(object, member) ? object[member] : undefined;

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
    const shape = new Shape(path, 'CycloneDX');
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
    const metadata = shape.optionalObject(document, 'metadata');
    const root = metadata && shape.optionalObject(metadata, 'component', 'metadata.');
    return { format, describes: root === undefined ? [] : digestsOf(root, shape) };
}
function checkComponent(component, shape, at) {
    shape.text(component, 'type', at);
    shape.text(component, 'name', at);
}
/** A hash counts only where the component is an image: an application or a file has one as well. */
function digestsOf(root, shape) {
    const at = 'metadata.component.';
    checkComponent(root, shape, at);
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

;// CONCATENATED MODULE: ./packages/core/build/claims/predicate-types.js
/** Predicate types in the spelling that verifiers compare byte by byte (cosign, Kyverno). */
const COSIGN_SIGNATURE = 'https://sigstore.dev/cosign/sign/v1';
const SPDX_DOCUMENT = 'https://spdx.dev/Document';
const CYCLONEDX_BOM = 'https://cyclonedx.org/bom';
const SLSA_PROVENANCE_V1 = 'https://slsa.dev/provenance/v1';

;// CONCATENATED MODULE: ./packages/core/build/claims/spdx.js


const DOCUMENT_ID = 'SPDXRef-DOCUMENT';
/**
 * Checks an SPDX 2.2 or 2.3 JSON document (SPDX specification, clauses 6, 7 and 11) and finds the images it describes.
 * Throws PREDICATE_INVALID naming the member.
 */
function checkSpdx(document, path) {
    const shape = new Shape(path, 'SPDX');
    const version = shape.text(document, 'spdxVersion');
    if (version !== 'SPDX-2.2' && version !== 'SPDX-2.3') {
        shape.refuse('spdxVersion', 'is neither SPDX-2.2 nor SPDX-2.3');
    }
    if (shape.text(document, 'SPDXID') !== DOCUMENT_ID)
        shape.refuse('SPDXID', `is not ${DOCUMENT_ID}`);
    for (const member of ['dataLicense', 'name', 'documentNamespace'])
        shape.text(document, member);
    const creation = shape.object(document, 'creationInfo');
    shape.text(creation, 'created', 'creationInfo.');
    if (shape.texts(creation, 'creators', 'creationInfo.').length === 0) {
        shape.refuse('creationInfo.creators', 'names nobody');
    }
    shape.objects(document, 'files');
    const packages = new Map();
    for (const [index, part] of shape.objects(document, 'packages').entries()) {
        shape.text(part, 'name', `packages[${index}].`);
        packages.set(shape.text(part, 'SPDXID', `packages[${index}].`), part);
    }
    const described = [...describedIds(document, shape)]
        .map((id) => packages.get(id))
        .filter((part) => part !== undefined);
    return {
        format: version === 'SPDX-2.2' ? 'spdx-2.2' : 'spdx-2.3',
        describes: distinct(described.flatMap((part) => spdx_digestsOf(part, shape))),
    };
}
function describedIds(document, shape) {
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
function spdx_digestsOf(part, shape) {
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

;// CONCATENATED MODULE: ./packages/core/build/claims/document.js




/**
 * Reads an SBOM (SPDX 2.2 or 2.3 JSON, CycloneDX 1.4 to 1.7 JSON), checks that it is what it says it is and finds the
 * image digests it describes. `path` is for messages. Throws PREDICATE_INVALID naming the member, LIMIT_EXCEEDED.
 */
function checkDocument(bytes, path) {
    const { value, compact } = readJsonDocument(bytes, path);
    if (Object.hasOwn(value, 'spdxVersion')) {
        return { ...checkSpdx(value, path), predicateType: SPDX_DOCUMENT, predicateJson: compact };
    }
    if (Object.hasOwn(value, 'bomFormat')) {
        return { ...checkCycloneDx(value, path), predicateType: CYCLONEDX_BOM, predicateJson: compact };
    }
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

;// CONCATENATED MODULE: ./packages/core/build/claims/predicate.js







/**
 * Reads a predicate of the given type: any JSON object for a type we do not know, the right shape for SPDX, CycloneDX
 * and SLSA provenance v1. Throws INPUT_INVALID for the type, PREDICATE_INVALID and LIMIT_EXCEEDED for the file.
 */
function checkPredicate(type, bytes, path) {
    checkType(type);
    const { value, compact } = readJsonDocument(bytes, path);
    if (Object.hasOwn(value, 'predicateType') && Object.hasOwn(value, 'subject')) {
        throw invalidDocument(path, 'it is a whole in-toto statement; give its predicate alone');
    }
    return { ...checkKnown(type, value, path), predicateType: type, predicateJson: compact };
}
function checkKnown(type, value, path) {
    if (type === SPDX_DOCUMENT || type.startsWith(`${SPDX_DOCUMENT}/`))
        return checkSpdx(value, path);
    if (type === CYCLONEDX_BOM || type.startsWith(`${CYCLONEDX_BOM}/`))
        return checkCycloneDx(value, path);
    if (type === SLSA_PROVENANCE_V1)
        checkProvenance(value, path);
    return { format: 'other', describes: [] };
}
/** SLSA specification v1, "Provenance": the members it requires. */
function checkProvenance(predicate, path) {
    const shape = new Shape(path, 'SLSA provenance v1');
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
    const shown = JSON.stringify(type.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.Sp));
    if (type === COSIGN_SIGNATURE) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The predicate type ${shown} is that of an image signature, not of an attestation`,
            remedy: 'To sign the image, use "signature: true" or the sign action.',
        });
    }
    const wellFormed = type.length <= limits/* MAX_PREDICATE_TYPE_CHARS */.Cd &&
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
        predicateType: SLSA_PROVENANCE_V1,
        payload: statementBytes(subject, name, SLSA_PROVENANCE_V1, Buffer.from(JSON.stringify(predicate))),
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
 * Throws DOCUMENT_SUBJECT_MISMATCH where document, platform and image disagree, INPUT_INVALID for an unknown platform.
 */
function routeDocument(checked, image, platform) {
    const asked = platform === undefined ? undefined : findPlatform(image, platform);
    if (checked.describes.length === 0)
        return asked ?? image.root;
    const named = [image.root, ...image.platforms].filter(({ digest }) => checked.describes.includes(digest));
    if (named.length === 0) {
        throw mismatch(`The document describes ${checked.describes.join(', ')}, which is not part of ${image.pinned}`, 'Make the document from this image by its digest, or give the image that it describes.');
    }
    if (asked !== undefined) {
        if (named.some(({ digest }) => digest === asked.digest))
            return asked;
        throw mismatch(`The document was given for ${platform ?? ''} (${asked.digest}), but it describes ${named.map(({ digest }) => digest).join(', ')}`, 'Give the document of that platform, or leave the platform out: the digest in the document decides.');
    }
    const platforms = named.filter(({ digest }) => digest !== image.root.digest);
    const [only, another] = platforms;
    if (only !== undefined && another === undefined)
        return only;
    if (platforms.length < named.length)
        return image.root;
    throw mismatch(`The document describes several platforms of ${image.pinned}: ${platforms.map((subject) => subject.platform ?? subject.digest).join(', ')}`, 'Say which one it is attached to with PLATFORM=PATH, or give one document per platform.');
}
/** `linux/arm64` finds `linux/arm64/v8` too where that is the only one. */
function findPlatform(image, platform) {
    const exact = image.platforms.find((subject) => subject.platform === platform);
    const variants = image.platforms.filter((subject) => subject.platform?.startsWith(`${platform}/`));
    const found = exact ?? (variants.length === 1 ? variants[0] : undefined);
    if (found !== undefined)
        return found;
    const known = image.platforms.map((subject) => subject.platform ?? '').join(', ');
    throw new errors/* CountersignError */.WS('INPUT_INVALID', {
        what: `${image.pinned} has no platform ${JSON.stringify(platform.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.Sp))}`,
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
            identity: { 'docker-reference': repositoryText(name) },
            image: { 'docker-manifest-digest': subject.digest },
            type: 'cosign container image signature',
        },
        optional: null,
    };
    return {
        kind: 'signature',
        subject,
        predicateType: COSIGN_SIGNATURE,
        payload: statementBytes(subject, undefined, COSIGN_SIGNATURE, Buffer.from('{}')),
        simpleSigning: Buffer.from(JSON.stringify(simpleSigning)),
    };
}

;// CONCATENATED MODULE: ./packages/core/build/claims/index.js










/***/ }),

/***/ 807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OQ: () => (/* binding */ ERROR_CODES),
/* harmony export */   WS: () => (/* binding */ CountersignError),
/* harmony export */   ek: () => (/* binding */ asCountersignError)
/* harmony export */ });
const FAULT_OF = {
    INPUT_MISSING: 'user',
    INPUT_INVALID: 'user',
    INPUT_UNKNOWN: 'user',
    INPUTS_CONTRADICT: 'user',
    REFERENCE_INVALID: 'user',
    DIGEST_INVALID: 'user',
    TAG_NOT_ALLOWED: 'user',
    IMAGE_NOT_FOUND: 'user',
    CREDENTIALS_INVALID: 'user',
    REGISTRY_UNAUTHORIZED: 'user',
    REGISTRY_FORBIDDEN: 'user',
    REGISTRY_REFUSED: 'user',
    PLAIN_HTTP_REFUSED: 'user',
    TAG_IMMUTABLE: 'user',
    IDENTITY_TOKEN_MISSING: 'user',
    IDENTITY_TOKEN_INVALID: 'user',
    IDENTITY_TOKEN_EXPIRED: 'user',
    PRIVATE_REPOSITORY: 'user',
    KEY_INVALID: 'user',
    PREDICATE_INVALID: 'user',
    LIMIT_EXCEEDED: 'user',
    DOCUMENT_SUBJECT_MISMATCH: 'user',
    SIGNATURE_NEEDED: 'user',
    TRUSTED_ROOT_INVALID: 'user',
    TRUSTED_ROOT_EXPIRED: 'user',
    SIGNING_CONFIG_INVALID: 'user',
    FULCIO_REFUSED: 'user',
    LOG_REFUSED: 'user',
    TSA_REFUSED: 'user',
    REGISTRY_UNAVAILABLE: 'infrastructure',
    REGISTRY_MISBEHAVED: 'infrastructure',
    WRITE_CONTENDED: 'infrastructure',
    TOKEN_ENDPOINT_UNAVAILABLE: 'infrastructure',
    FULCIO_UNAVAILABLE: 'infrastructure',
    LOG_UNAVAILABLE: 'infrastructure',
    TSA_UNAVAILABLE: 'infrastructure',
    TRUST_UNAVAILABLE: 'infrastructure',
    INTERRUPTED: 'infrastructure',
    DIGEST_MISMATCH: 'rejection',
    BUNDLE_MALFORMED: 'rejection',
    BUNDLE_UNSUPPORTED: 'rejection',
    SIGNATURE_INVALID: 'rejection',
    CERTIFICATE_UNTRUSTED: 'rejection',
    LOG_ENTRY_INVALID: 'rejection',
    TIMESTAMP_INVALID: 'rejection',
    SIGNER_NOT_ALLOWED: 'rejection',
    SUBJECT_MISMATCH: 'rejection',
    PREDICATE_TYPE_MISMATCH: 'rejection',
    CLAIM_MISSING: 'rejection',
    INTERNAL: 'defect',
};
/** Every code of the catalogue: docs/errors.md has a heading for each. */
const ERROR_CODES = Object.keys(FAULT_OF);
/** What went wrong (`message`), whose fault it is (`fault`, fixed by `code`) and what to do (`remedy`). */
class CountersignError extends Error {
    // Written out, not read from the constructor: a minified bundle renames classes.
    name = 'CountersignError';
    code;
    fault;
    remedy;
    constructor(code, about) {
        super(about.what, { cause: about.cause });
        this.code = code;
        this.fault = FAULT_OF[code];
        this.remedy = about.remedy;
    }
}
/** Any thrown value as a CountersignError: what is not one already is a defect of ours. */
function asCountersignError(thrown) {
    if (thrown instanceof CountersignError)
        return thrown;
    return new CountersignError('INTERNAL', {
        what: thrown instanceof Error ? thrown.message : String(thrown),
        remedy: 'This is a defect in Countersign: please report it with the log of this run.',
        cause: thrown,
    });
}


/***/ }),

/***/ 58:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isObject),
/* harmony export */   m: () => (/* binding */ memberAt)
/* harmony export */ });
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

/***/ 9772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ TRUST_REFRESH_AFTER_MS),
/* harmony export */   AS: () => (/* binding */ MAX_CLAIM_BYTES),
/* harmony export */   Ac: () => (/* binding */ MAX_TOKEN_ANSWER_BYTES),
/* harmony export */   Au: () => (/* binding */ MAX_EVENT_BYTES),
/* harmony export */   Ax: () => (/* binding */ MAX_WRITE_ANSWER_BYTES),
/* harmony export */   BV: () => (/* binding */ MAX_SETTLE_ROUNDS),
/* harmony export */   C0: () => (/* binding */ MAX_CERTIFICATE_ANSWER_BYTES),
/* harmony export */   CR: () => (/* binding */ MAX_WITNESSES_PER_CLAIM),
/* harmony export */   Cd: () => (/* binding */ MAX_PREDICATE_TYPE_CHARS),
/* harmony export */   D7: () => (/* binding */ MAX_REFERENCE_CHARS),
/* harmony export */   DB: () => (/* binding */ MAX_UPLOAD_SESSIONS),
/* harmony export */   E6: () => (/* binding */ MAX_ATTEMPTS_CONNECTION_REFUSED),
/* harmony export */   EX: () => (/* binding */ MAX_CREDENTIAL_HELPER_BYTES),
/* harmony export */   Eb: () => (/* binding */ MAX_ERROR_EXCERPT_CHARS),
/* harmony export */   F4: () => (/* binding */ KYVERNO_MAX_BUNDLE_BYTES),
/* harmony export */   GA: () => (/* binding */ MAX_DESCRIPTORS_PER_MANIFEST),
/* harmony export */   J0: () => (/* binding */ MAX_SUMMARY_COMMANDS),
/* harmony export */   Jb: () => (/* binding */ MAX_LAYER_ANNOTATION_CHARS),
/* harmony export */   Jc: () => (/* binding */ MAX_LOG_BODY_BYTES),
/* harmony export */   Jp: () => (/* binding */ MAX_IDENTITY_PATTERN_CHARS),
/* harmony export */   Ke: () => (/* binding */ MAX_IDENTITY_TOKEN_CHARS),
/* harmony export */   L5: () => (/* binding */ MAX_SINGLE_POST_BYTES),
/* harmony export */   LD: () => (/* binding */ MAX_DOCKER_CONFIG_BYTES),
/* harmony export */   LK: () => (/* binding */ MAX_ANNOTATIONS_PER_KIND),
/* harmony export */   M8: () => (/* binding */ PUBLIC_REKOR_MAX_ENVELOPE_BYTES),
/* harmony export */   MX: () => (/* binding */ DEFAULT_STALL_MS),
/* harmony export */   N4: () => (/* binding */ MAX_TUF_CACHE_BYTES),
/* harmony export */   NX: () => (/* binding */ MAX_REDIRECTS),
/* harmony export */   NZ: () => (/* binding */ MAX_REGISTRY_TOKEN_BYTES),
/* harmony export */   OB: () => (/* binding */ MAX_REFERRERS),
/* harmony export */   Ol: () => (/* binding */ MAX_SUMMARY_TEXT_CHARS),
/* harmony export */   PD: () => (/* binding */ WARN_TRUST_AGE_MS),
/* harmony export */   Q0: () => (/* binding */ MAX_SUMMARY_BYTES),
/* harmony export */   QA: () => (/* binding */ MAX_ATTEMPTS_HOST_NOT_FOUND),
/* harmony export */   QC: () => (/* binding */ DEFAULT_SIGNING_CONCURRENCY),
/* harmony export */   Qr: () => (/* binding */ MAX_CHALLENGES),
/* harmony export */   Qy: () => (/* binding */ MAX_REFERRER_PAGES),
/* harmony export */   RU: () => (/* binding */ MAX_DOCUMENT_DEPTH),
/* harmony export */   S1: () => (/* binding */ MAX_PLATFORMS),
/* harmony export */   Sn: () => (/* binding */ MIN_SECRET_CHARS),
/* harmony export */   Sp: () => (/* binding */ MAX_SHOWN_INPUT_CHARS),
/* harmony export */   TB: () => (/* binding */ MAX_PURL_CHARS),
/* harmony export */   UW: () => (/* binding */ MAX_CONNECTIONS_PER_ORIGIN),
/* harmony export */   Ui: () => (/* binding */ MAX_TIMESTAMP_BYTES),
/* harmony export */   VU: () => (/* binding */ MAX_ANNOTATION_CHARS),
/* harmony export */   Ws: () => (/* binding */ MAX_TRUST_AGE_MS),
/* harmony export */   Yv: () => (/* binding */ SETTLE_READS),
/* harmony export */   ZG: () => (/* binding */ FLOW_CONCURRENCY),
/* harmony export */   ZJ: () => (/* binding */ MAX_MANIFEST_BYTES),
/* harmony export */   ZS: () => (/* binding */ FIRST_READ_BACK_DELAY_MS),
/* harmony export */   _I: () => (/* binding */ MAX_ACTION_OUTPUT_BYTES),
/* harmony export */   _S: () => (/* binding */ MIN_TRANSFER_BYTES_PER_MS),
/* harmony export */   aK: () => (/* binding */ MAX_ENTRY_DEPTH),
/* harmony export */   as: () => (/* binding */ MAX_FRESH_READS),
/* harmony export */   bE: () => (/* binding */ MAX_CLAIM_PARTS),
/* harmony export */   bd: () => (/* binding */ FIRST_RETRY_DELAY_MS),
/* harmony export */   bi: () => (/* binding */ MAX_DOCUMENT_BYTES),
/* harmony export */   cU: () => (/* binding */ TESTBED_PROBE_TIMEOUT_MS),
/* harmony export */   ci: () => (/* binding */ MAX_TRUSTED_ROOT_BYTES),
/* harmony export */   d0: () => (/* binding */ DEFAULT_RETRY_WINDOW_MS),
/* harmony export */   dF: () => (/* binding */ MAX_KEY_CHARS),
/* harmony export */   dk: () => (/* binding */ DEFAULT_SETTLE_MS),
/* harmony export */   ed: () => (/* binding */ MAX_BLOB_HELD_TWICE_BYTES),
/* harmony export */   eq: () => (/* binding */ MAX_SIGNER_RULES),
/* harmony export */   f5: () => (/* binding */ MAX_ERROR_BODY_BYTES),
/* harmony export */   fJ: () => (/* binding */ MAX_MEDIA_TYPE_CHARS),
/* harmony export */   fX: () => (/* binding */ MEND_CONCURRENCY),
/* harmony export */   gF: () => (/* binding */ MAX_TESTBED_DESCRIPTION_BYTES),
/* harmony export */   gK: () => (/* binding */ MAX_INCLUSION_PROOF_HASHES),
/* harmony export */   iD: () => (/* binding */ MAX_REQUIREMENTS),
/* harmony export */   iE: () => (/* binding */ DEFAULT_MAX_REFERRERS),
/* harmony export */   jK: () => (/* binding */ MAX_LOG_ANSWER_BYTES),
/* harmony export */   jd: () => (/* binding */ MAX_OUTPUT_CHARS),
/* harmony export */   ki: () => (/* binding */ BUNDLE_OVERHEAD_BYTES),
/* harmony export */   km: () => (/* binding */ MAX_CLAIMS_FILE_BYTES),
/* harmony export */   kq: () => (/* binding */ MAX_SIGNATURES_PER_CLAIM),
/* harmony export */   kr: () => (/* binding */ DEFAULT_REGISTRY_TOKEN_SECONDS),
/* harmony export */   ks: () => (/* binding */ MAX_MENDED_DESCRIPTORS),
/* harmony export */   ld: () => (/* binding */ MAX_CLAIM_BYTES_PER_DIGEST),
/* harmony export */   mC: () => (/* binding */ MAX_IMAGES),
/* harmony export */   mc: () => (/* binding */ MAX_CLAIMS_PER_DIGEST),
/* harmony export */   n_: () => (/* binding */ MAX_RESPONSE_HEADER_BYTES),
/* harmony export */   nj: () => (/* binding */ MAX_READ_BACKS),
/* harmony export */   nn: () => (/* binding */ MAX_SHOWN_REASONS),
/* harmony export */   ns: () => (/* binding */ MAX_TAG_WRITES),
/* harmony export */   nv: () => (/* binding */ MAX_CHALLENGE_CHARS),
/* harmony export */   o9: () => (/* binding */ MAX_ARTIFACT_BYTES),
/* harmony export */   oA: () => (/* binding */ MAX_CHECKPOINT_CHARS),
/* harmony export */   pQ: () => (/* binding */ MAX_RETRY_DELAY_MS),
/* harmony export */   rG: () => (/* binding */ MAX_DURATION_MS),
/* harmony export */   rc: () => (/* binding */ RENEW_BEFORE_EXPIRY_MS),
/* harmony export */   sE: () => (/* binding */ CREDENTIAL_HELPER_TIMEOUT_MS),
/* harmony export */   t2: () => (/* binding */ COLLECT_CONCURRENCY),
/* harmony export */   to: () => (/* binding */ MAX_CERTIFICATE_BYTES),
/* harmony export */   ud: () => (/* binding */ MAX_CERTIFICATES_IN_CHAIN),
/* harmony export */   xb: () => (/* binding */ MAX_STATEMENT_PARTS),
/* harmony export */   xy: () => (/* binding */ MAX_UNREADABLE_ANSWERS),
/* harmony export */   zQ: () => (/* binding */ FIRST_FRESH_DELAY_MS)
/* harmony export */ });
/** Every bound on untrusted input and every default time, each with its unit in its name. */
// http
/** No byte for this long counts as a stall of one attempt. */
const DEFAULT_STALL_MS = 30_000;
/** The slowest transfer that is waited for: an attempt may last four stalls and the time its bytes take at this rate. */
const MIN_TRANSFER_BYTES_PER_MS = 32;
/** Google Artifact Registry answers with more than node's 16 KiB. */
const MAX_RESPONSE_HEADER_BYTES = 256 * 1024;
/** What is read of the body of an answer that is an error. */
const MAX_ERROR_BODY_BYTES = 64 * 1024;
/** What is shown of it. */
const MAX_ERROR_EXCERPT_CHARS = 300;
/** Hiding a shorter text would blot out ordinary words, digests among them; nothing so short is a secret for long. */
const MIN_SECRET_CHARS = 4;
const MAX_REDIRECTS = 5;
const MAX_CONNECTIONS_PER_ORIGIN = 32;
const DEFAULT_RETRY_WINDOW_MS = 10 * 60_000;
const FIRST_RETRY_DELAY_MS = 250;
const MAX_RETRY_DELAY_MS = 15_000;
/** A host that is not found, or nothing listening there, is a mistake far more often than an outage. */
const MAX_ATTEMPTS_HOST_NOT_FOUND = 3;
const MAX_ATTEMPTS_CONNECTION_REFUSED = 6;
// claims
/** A document or predicate as given. cosign's own bound on an attachment (128 MiB) is not reached from here. */
const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
const MAX_DOCUMENT_DEPTH = 200;
const MAX_PREDICATE_TYPE_CHARS = 1024;
/** Longer purls, names and versions of a document are not looked into: no image's are. */
const MAX_PURL_CHARS = 4096;
// sign
const MAX_IDENTITY_TOKEN_CHARS = 32 * 1024;
const MAX_TOKEN_ANSWER_BYTES = 64 * 1024;
const MAX_CERTIFICATE_ANSWER_BYTES = 256 * 1024;
const MAX_CERTIFICATES_IN_CHAIN = 10;
const MAX_LOG_ANSWER_BYTES = 1024 * 1024;
const MAX_INCLUSION_PROOF_HASHES = 64;
const MAX_CHECKPOINT_CHARS = 64 * 1024;
const MAX_TIMESTAMP_BYTES = 128 * 1024;
const MAX_KEY_CHARS = 64 * 1024;
/** An answer that cannot be read is asked for again: a proxy's page, a body cut off behind a proxy. */
const MAX_UNREADABLE_ANSWERS = 3;
/** A token or certificate with less than this left is renewed before it is used. */
const RENEW_BEFORE_EXPIRY_MS = 30_000;
/** How often one claim is signed again because the log was so slow that the certificate had expired by then. */
const MAX_SIGNATURES_PER_CLAIM = 3;
const DEFAULT_SIGNING_CONCURRENCY = 12;
/** Public-good Rekor v1 refuses larger DSSE envelopes (sigstore/rekor#2808, #2915). */
const PUBLIC_REKOR_MAX_ENVELOPE_BYTES = 3_500_000;
/** Kyverno's bundle reader refuses a larger layer. */
const KYVERNO_MAX_BUNDLE_BYTES = 10_000_000;
/** What certificate, log entry and timestamps add to a bundle, at most in practice. */
const BUNDLE_OVERHEAD_BYTES = 32 * 1024;
// reference
const MAX_REFERENCE_CHARS = 1024;
// verify
/** A stored claim: a bundle, an envelope or a simple-signing document (cosign's COSIGN_MAX_ATTACHMENT_SIZE). */
const MAX_CLAIM_BYTES = 128 * 1024 * 1024;
/** Members and elements at any depth of a bundle, an envelope or a log entry: honest ones have a few hundred. */
const MAX_CLAIM_PARTS = 20_000;
/** The same of a statement: an SBOM has a part for some 20 of its bytes. */
const MAX_STATEMENT_PARTS = 5_000_000;
const MAX_CERTIFICATE_BYTES = 64 * 1024;
/** Log entries, timestamps or certificates of one claim; sigstore-go has the same bound. */
const MAX_WITNESSES_PER_CLAIM = 32;
/** A log entry's canonical body, as base64 in an annotation or a bundle. */
const MAX_LOG_BODY_BYTES = 8 * 1024 * 1024;
// policy
const MAX_IDENTITY_PATTERN_CHARS = 4096;
/** Alternatives of who may have signed: what the values of the identity inputs multiply to. */
const MAX_SIGNER_RULES = 200;
const MAX_REQUIREMENTS = 50;
/** Reasons that one refusal lists. */
const MAX_SHOWN_REASONS = 5;
// layouts
/** Signatures or attestations in one `.sig` or `.att` manifest, and bundles beside one digest, that are read (cosign's bound). */
const MAX_CLAIMS_PER_DIGEST = 1000;
/** All that is read of the claims beside one digest. */
const MAX_CLAIM_BYTES_PER_DIGEST = 512 * 1024 * 1024;
/** What was stored is read back without holding it a second time where it is larger. */
const MAX_BLOB_HELD_TWICE_BYTES = 1024 * 1024;
/** Annotations of one layer (certificate, chain, log entry); larger ones are not looked into. */
const MAX_LAYER_ANNOTATION_CHARS = 1024 * 1024;
/** Manifests and blobs of one digest's claims that are fetched at a time. */
const COLLECT_CONCURRENCY = 16;
// trust
const MAX_TRUSTED_ROOT_BYTES = 4 * 1024 * 1024;
/** What TUF fetched for one repository, as it is cached. */
const MAX_TUF_CACHE_BYTES = 32 * 1024 * 1024;
/** Steps of one job share what the first of them fetched. */
const TRUST_REFRESH_AFTER_MS = 60 * 60_000;
const WARN_TRUST_AGE_MS = 24 * 60 * 60_000;
/** Older material decides nothing (sigstore/sigstore-python#1175). */
const MAX_TRUST_AGE_MS = 7 * 24 * 60 * 60_000;
// registry
/** OCI distribution specification, "Pushing Manifests": registries should take 4 MiB at least; few take more. */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
const MAX_DESCRIPTORS_PER_MANIFEST = 5_000;
const MAX_MEDIA_TYPE_CHARS = 255;
/** Entries of others that are nested deeper lose the members that we do not know when their index is written again. */
const MAX_ENTRY_DEPTH = 20;
const MAX_REFERRER_PAGES = 100;
const MAX_REFERRERS = 10_000;
/** Referrers whose descriptor in a fallback index is wrong are fetched to mend it. */
const MAX_MENDED_DESCRIPTORS = 200;
const MEND_CONCURRENCY = 8;
/** The body of the answer to a write or an upload. */
const MAX_WRITE_ANSWER_BYTES = 64 * 1024;
const MAX_CHALLENGE_CHARS = 8 * 1024;
const MAX_CHALLENGES = 16;
const MAX_REGISTRY_TOKEN_BYTES = 1024 * 1024;
/** Token specification: a token without expires_in is good for 60 s. */
const DEFAULT_REGISTRY_TOKEN_SECONDS = 60;
const MAX_DOCKER_CONFIG_BYTES = 4 * 1024 * 1024;
const MAX_CREDENTIAL_HELPER_BYTES = 1024 * 1024;
const CREDENTIAL_HELPER_TIMEOUT_MS = 30_000;
/** How long after a write a 404 is still put down to slow visibility: this often, doubling from the first delay. */
const MAX_FRESH_READS = 7;
const FIRST_FRESH_DELAY_MS = 50;
/** Sent with the request that opens an upload: a registry that wants a session all the same is sent it twice. */
const MAX_SINGLE_POST_BYTES = 1024 * 1024;
/** An upload session that is lost on the way is opened again. */
const MAX_UPLOAD_SESSIONS = 3;
/** Many writers on one tag: the pause between the re-reads that confirm a write, and how often it is tried again. */
const DEFAULT_SETTLE_MS = 300;
const SETTLE_READS = 3;
const MAX_TAG_WRITES = 200;
const MAX_SETTLE_ROUNDS = 200;
// digest-set
const MAX_PLATFORMS = 200;
// options
const MAX_IMAGES = 100;
/** The longest duration that an input may give. */
const MAX_DURATION_MS = 24 * 60 * 60_000;
/** How much of a wrong input, or of a value in an answer, an error shows. */
const MAX_SHOWN_INPUT_CHARS = 200;
/** Kyverno reads no digest with more referrers than this. */
const DEFAULT_MAX_REFERRERS = 50;
// report
/** The runner drops a job summary of more than 1 MiB whole. */
const MAX_SUMMARY_BYTES = 900 * 1024;
/** What a summary shows of one error or notice, and how many lines for other verifiers. */
const MAX_SUMMARY_TEXT_CHARS = 4000;
const MAX_SUMMARY_COMMANDS = 100;
// flows
/** Digests that are read, written or verified at a time. */
const FLOW_CONCURRENCY = 8;
/** Looks at the registry until it shows what it took a moment ago, and the wait after the first. */
const MAX_READ_BACKS = 5;
const FIRST_READ_BACK_DELAY_MS = 200;
// runner
/** The event that started the run; GitHub caps a webhook's payload at 25 MB. */
const MAX_EVENT_BYTES = 32 * 1024 * 1024;
/** One output of an action, in UTF-16 code units: all outputs of a job together may have 1 MB as UTF-16. */
const MAX_OUTPUT_CHARS = 200_000;
/** A step's warnings that become annotations, the last one saying how many are left out; the runner shows ten. */
const MAX_ANNOTATIONS_PER_KIND = 10;
/** The message of an annotation; the runner cuts at 4096. */
const MAX_ANNOTATION_CHARS = 4000;
// command
/** What verify-bundle reads; a larger artifact is given by its digest. */
const MAX_ARTIFACT_BYTES = 1024 * 1024 * 1024;
/** What testbed.json of an earlier test bed may have, and how long its registry has to answer. */
const MAX_TESTBED_DESCRIPTION_BYTES = 64 * 1024;
const TESTBED_PROBE_TIMEOUT_MS = 1000;
/** The claims of a test bed's tokens are some dozens of short texts. */
const MAX_CLAIMS_FILE_BYTES = 1024 * 1024;
/** What the demo reads of the output of an action that it runs. */
const MAX_ACTION_OUTPUT_BYTES = 16 * 1024 * 1024;


/***/ }),

/***/ 8027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Hd: () => (/* reexport */ BUNDLE_V03),
  Mu: () => (/* reexport */ DOCKER_INDEX),
  Vv: () => (/* reexport */ DOCKER_MANIFEST),
  P7: () => (/* reexport */ DSSE_ENVELOPE),
  xp: () => (/* reexport */ IMAGE_MEDIA_TYPES),
  B1: () => (/* reexport */ IN_TOTO),
  TF: () => (/* reexport */ OCI_CONFIG),
  g1: () => (/* reexport */ OCI_EMPTY),
  $p: () => (/* reexport */ OCI_INDEX),
  BQ: () => (/* reexport */ OCI_LAYER_GZIP),
  EG: () => (/* reexport */ OCI_MANIFEST),
  Nj: () => (/* reexport */ SIMPLE_SIGNING),
  ol: () => (/* reexport */ digestOf),
  Bq: () => (/* reexport */ formatPlatform),
  ZD: () => (/* reexport */ hexOf),
  Bc: () => (/* reexport */ isDigest),
  $$: () => (/* reexport */ isIndexMediaType),
  m: () => (/* reexport */ parseDigest)
});

;// CONCATENATED MODULE: ./packages/core/build/oci/descriptor.js
/** `os/architecture[/variant]`, as BuildKit and Docker write it. */
const formatPlatform = (platform) => [platform.os, platform.architecture, platform.variant]
    .filter((part) => part !== undefined && part !== '')
    .join('/');

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(9772);
;// CONCATENATED MODULE: ./packages/core/build/oci/digest.js



const DIGEST = /^sha256:[0-9a-f]{64}$/;
const isDigest = (text) => DIGEST.test(text);
/** Throws DIGEST_INVALID. */
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new errors/* CountersignError */.WS('DIGEST_INVALID', {
        what: `${JSON.stringify(text.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.Sp))} is not a digest`,
        remedy: 'Give a digest as sha256: and 64 lower-case hexadecimal digits.',
    });
}
const digestOf = (bytes) => `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
/** The hexadecimal part. */
const hexOf = (digest) => digest.slice('sha256:'.length);

;// CONCATENATED MODULE: ./packages/core/build/oci/media-types.js
/** Media types of the OCI image specification 1.1, Docker, cosign and Sigstore bundles. */
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json';
const OCI_EMPTY = 'application/vnd.oci.empty.v1+json';
const OCI_LAYER_GZIP = 'application/vnd.oci.image.layer.v1.tar+gzip';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const DOCKER_INDEX = 'application/vnd.docker.distribution.manifest.list.v2+json';
const SIMPLE_SIGNING = 'application/vnd.dev.cosign.simplesigning.v1+json';
const DSSE_ENVELOPE = 'application/vnd.dsse.envelope.v1+json';
const BUNDLE_V03 = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const IN_TOTO = 'application/vnd.in-toto+json';
const IMAGE_MEDIA_TYPES = [OCI_MANIFEST, OCI_INDEX, DOCKER_MANIFEST, DOCKER_INDEX];
const isIndexMediaType = (mediaType) => mediaType === OCI_INDEX || mediaType === DOCKER_INDEX;

;// CONCATENATED MODULE: ./packages/core/build/oci/index.js





/***/ }),

/***/ 6698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ printableLines),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/**
 * Text of others made safe for one line of a log or a terminal: control characters (escape sequences, line ends) and
 * the marks that reorder or hide text are shown as their code points, e.g. `\u{1b}`; what a GitHub runner would take
 * for a command (`::name::` at the start of a line, `##[name]` anywhere) is broken up.
 */
const printable = (text) => text
    .replace(UNSAFE, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(/##\[/g, '##\\[')
    .replace(/^(\s*):/, '$1\\:');
/** A text of our own that has several lines (what to do, with YAML to add), each made safe; nothing of others begins one. */
const printableLines = (text) => text.split('\n').map(printable);
/** Cc (controls), Cf (bidirectional and zero-width marks), Cs (lone surrogates), Zl and Zp (line separators). */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;


/***/ })

};
