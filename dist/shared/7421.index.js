export const id = 7421;
export const ids = [7421];
export const modules = {

/***/ 77992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ postToGitHub)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30058);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99772);


/**
 * Sends a document to `path` below the repository (GitHub REST API). Only for what takes the place of the same sent before:
 * it is sent again where no answer came. Throws GITHUB_UNAVAILABLE.
 */
async function postToGitHub({ apiUrl, repository, token }, path, body, { context }) {
    const response = await context.http.send({
        service: 'github',
        method: 'POST',
        url: `${apiUrl}/repos/${repository}/${path}`,
        authorization: `Bearer ${token}`,
        headers: {
            accept: 'application/vnd.github+json',
            'content-type': 'application/json',
            'x-github-api-version': '2022-11-28',
        },
        body,
        maxResponseBytes: _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_GITHUB_ANSWER_BYTES */ .aeG,
        repeatable: true,
    });
    return { status: response.status, said: messageOf(response.body, token) };
}
/** A proxy on the way may say back what it was sent. */
function messageOf(body, token) {
    const message = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .memberAt */ .mz)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(Buffer.from(body).toString('utf8')), 'message');
    if (typeof message !== 'string' || message === '')
        return '';
    const said = token === '' ? message : message.replaceAll(token, '***');
    return `: ${said.slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_SHOWN_INPUT_CHARS */ .SpS)}`;
}


/***/ }),

/***/ 65105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ ImageRun),
  x: () => (/* binding */ openImages)
});

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
// EXTERNAL MODULE: ./packages/core/build/reference/index.js + 3 modules
var build_reference = __webpack_require__(45288);
// EXTERNAL MODULE: ./packages/core/build/registry/index.js + 36 modules
var registry = __webpack_require__(78765);
;// CONCATENATED MODULE: ./packages/core/build/digest-set/resolve.js





/**
 * What a reference means now: the manifest or index behind it, and the platform manifests of an index. A digest beside a
 * tag wins, and the tag is not looked up. In a folder, which nobody moves from afar, a tag needs no leave, and where neither
 * is named its only image is meant. Throws TAG_NOT_ALLOWED with the digest the tag resolves to, IMAGE_NOT_FOUND,
 * IMAGE_AMBIGUOUS for a folder of several images, LIMIT_EXCEEDED for more than MAX_PLATFORMS platforms, INPUT_INVALID for a nested index, and what the repository throws.
 */
async function resolveImage(repository, reference, options) {
    const { folder } = repository;
    const target = reference.digest ??
        reference.tag ??
        (await folder?.onlyImage()) ??
        (options.allowTag ? 'latest' : undefined);
    if (target === undefined)
        throw nothingNamed(reference);
    const stored = await repository.getManifest(target);
    if (stored === undefined)
        throw notFound(reference, target, await folder?.listed());
    const { descriptor, bytes } = stored;
    const pinned = (0,build_reference/* formatReference */.FH)((0,build_reference/* withDigest */.hQ)(reference, descriptor.digest));
    if (reference.digest === undefined && !options.allowTag && folder === undefined)
        throw tagNotAllowed(reference, pinned);
    const document = (0,registry/* readManifestDocument */.f$)(bytes, descriptor.mediaType, pinned);
    if (document.kind === 'index' && document.unreadable > 0) {
        throw unsupported(pinned, `has ${document.unreadable} entries that are no valid descriptor with a sha256 digest`);
    }
    const { digest, mediaType, size } = descriptor;
    return {
        name: (await folder?.nameOf(digest)) ?? nameIn(repository, reference),
        pinned,
        kind: document.kind,
        root: { digest, mediaType, size, platform: undefined },
        platforms: document.kind === 'index' ? platformsOf(document.index, pinned) : [],
    };
}
const nameIn = ({ name }, reference) => (0,build_reference/* isFolder */.lQ)(reference) ? name : { host: reference.host, repository: reference.repository };
/**
 * Each platform manifest once: an index may name one for several platforms. BuildKit's attestation manifests
 * (`unknown/unknown`) are no platform. A nested index is refused rather than flattened: verifiers disagree about
 * what it means, so a signature on its leaves would not say what people think it says.
 */
function platformsOf(index, pinned) {
    const children = index.manifests.filter((child) => !isAttestation(child));
    if (children.length > limits/* MAX_PLATFORMS */.S1p) {
        throw new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
            what: `${pinned} has ${children.length} manifests; at most ${limits/* MAX_PLATFORMS */.S1p} are handled`,
            remedy: 'Give an index with fewer platforms, or a platform manifest by its own digest.',
        });
    }
    const subjects = new Map();
    for (const child of children) {
        if ((0,oci/* isIndexMediaType */.$$)(child.mediaType)) {
            throw unsupported(pinned, `holds another index (${child.digest}); give that one by its own digest`);
        }
        const { digest, mediaType, size, platform } = child;
        if (subjects.has(digest))
            continue;
        subjects.set(digest, {
            digest,
            mediaType,
            size,
            platform: platform === undefined ? 'unspecified' : (0,oci/* formatPlatform */.Bq)(platform),
        });
    }
    return [...subjects.values()];
}
/** By its platform alone, as runtimes choose: an annotation stops nobody from running a manifest of a real platform. */
const isAttestation = ({ platform }) => platform?.os === 'unknown' && platform.architecture === 'unknown';
/** Whatever is passed over here would run unsigned where another tool reads it. */
const unsupported = (pinned, why) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what: `The index ${pinned} cannot be handled: it ${why}`,
    remedy: 'Build an index whose entries are platform manifests with sha256 digests.',
});
/** The runner hands over an input that is empty, as the output of a step that does not exist is, like one that is not given. */
const EMPTY_DIGEST = 'Where a workflow gives "digest", it is empty: is the id of the step right?';
const nothingNamed = (reference) => new errors/* CountersignError */.WS('REFERENCE_INVALID', {
    what: `${(0,build_reference/* formatName */.nD)(reference)} names neither a digest nor a tag`,
    remedy: `Write ${(0,build_reference/* formatName */.nD)(reference)}@sha256:<64 hexadecimal digits>: the digest that the build printed. ${EMPTY_DIGEST}`,
});
const notFound = (reference, target, listed) => new errors/* CountersignError */.WS('IMAGE_NOT_FOUND', {
    what: `There is no ${target} in ${(0,build_reference/* formatName */.nD)(reference)}`,
    remedy: listed !== undefined
        ? `Name an image that the folder holds:\n${listed}`
        : 'Check the name and the digest, that the image was pushed, and that these credentials may read it.',
});
const tagNotAllowed = (reference, pinned) => new errors/* CountersignError */.WS('TAG_NOT_ALLOWED', {
    what: `${(0,build_reference/* formatReference */.FH)(reference)} is a tag, which may point elsewhere tomorrow; now it means ${pinned}`,
    remedy: `Give ${pinned}, or set allow-tag: true to take whatever the tag points at when this runs. ${EMPTY_DIGEST}`,
});

;// CONCATENATED MODULE: ./packages/core/build/digest-set/index.js


// EXTERNAL MODULE: ./packages/core/build/counted.js
var counted = __webpack_require__(89264);
;// CONCATENATED MODULE: ./packages/core/build/flows/images.js





/** The images of a run, with what went wrong with one while the others went on. */
class ImageRun {
    images;
    /** Those that could not even be resolved. */
    unopened;
    #failures = new Map();
    constructor(images, unopened) {
        this.images = images;
        this.unopened = unopened;
    }
    /** Those that nothing went wrong with so far. */
    get healthy() {
        return this.images.filter((image) => !this.#failures.has(image));
    }
    failureOf(image) {
        return this.#failures.get(image);
    }
    /** The first failure of each image. */
    get failures() {
        const opened = [...this.#failures].map(([{ image }, error]) => ({ reference: image.pinned, error }));
        return [...this.unopened, ...opened];
    }
    get size() {
        return this.images.length + this.unopened.length;
    }
    fail(image, error) {
        if (!this.#failures.has(image))
            this.#failures.set(image, error);
    }
    /** Runs a step for one image. A registry's failure is that image's alone; everything else ends the run. */
    async attempt(image, step) {
        try {
            return await step();
        }
        catch (error) {
            if (!isOfOneImage(error))
                throw error;
            this.fail(image, error);
            return undefined;
        }
    }
}
/**
 * Resolves the images of a run; one that is given twice is opened once. A registry that fails is noted, the others go
 * on; a reference that is wrong ends the run. `named`: told of each digest that a reference names, with where its claims
 * live, before anybody knows whether it is there. Throws what resolveImage throws for the caller's own mistakes.
 */
async function openImages(options, services, named = () => undefined) {
    const { context, credentials, workDir } = services;
    const { plainHttpHosts, title, signatureRepository } = options;
    const claimsIn = signatureRepository?.name;
    const stores = (0,registry/* createStores */.vK)({ context, credentials, plainHttpHosts, workDir, title, claimsIn });
    if (signatureRepository !== undefined && options.images.some((reference) => !(0,build_reference/* isFolder */.lQ)(reference)))
        context.log.info(saidOf(signatureRepository, options.images));
    const results = await Promise.all(options.images.map(async (reference) => {
        const repository = stores.open(reference);
        const claims = stores.claimsAbout(reference);
        try {
            const resolving = resolveImage(repository, reference, options);
            if (reference.digest !== undefined)
                named(claims, reference.digest);
            const image = await resolving;
            const subjects = options.platforms === 'all' ? [image.root, ...image.platforms] : [image.root];
            return { image, repository, claims, subjects };
        }
        catch (error) {
            return unopened(reference, error, title);
        }
    }));
    const images = new Map();
    for (const result of results) {
        if ('image' in result && !images.has(result.image.pinned))
            images.set(result.image.pinned, result);
    }
    return new ImageRun([...images.values()], results.filter((result) => 'error' in result));
}
/** One line for the log: who looks for claims beside the image would wonder. */
function saidOf({ name, source }, images) {
    const [first, ...others] = images.filter((reference) => !(0,build_reference/* isFolder */.lQ)(reference)).map(build_reference/* formatName */.nD);
    const rest = others.length === 0 ? '' : ` and ${(0,counted/* counted */.h)(others.length, 'other image')}`;
    return `Claims about ${first}${rest} live in ${(0,build_reference/* formatName */.nD)(name)} (${source})`;
}
function unopened(reference, error, title) {
    const { digest } = reference;
    if (digest === undefined || !isOfOneImage(error))
        throw error;
    return { reference: (0,build_reference/* formatReference */.FH)(reference), name: nameOf(reference, title), digest, error };
}
/** As well as it is known where the store did not answer. */
function nameOf(reference, title) {
    if (!(0,build_reference/* isFolder */.lQ)(reference))
        return { host: reference.host, repository: reference.repository };
    const { folder } = reference;
    return { folder, title: title === undefined ? (0,build_reference/* folderTitle */.DH)(folder) : (0,build_reference/* formatName */.nD)(title) };
}
/** What a registry or a folder answered, or that it did not: another image of the run may still be well. */
const isOfOneImage = (error) => error instanceof errors/* CountersignError */.WS &&
    error.code !== 'INTERRUPTED' &&
    (error.code.startsWith('REGISTRY_') ||
        error.code.startsWith('LAYOUT_') ||
        ['WRITE_CONTENDED', 'TAG_IMMUTABLE', 'DIGEST_MISMATCH'].includes(error.code));


/***/ }),

/***/ 7421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  attestImages: () => (/* reexport */ attestImages),
  describeTree: () => (/* reexport */ describeTree),
  examineImages: () => (/* reexport */ examineImages),
  generateSboms: () => (/* reexport */ generateSboms),
  getPredicates: () => (/* reexport */ getPredicates),
  observeImages: () => (/* reexport */ observeImages),
  scanImage: () => (/* reexport */ scanImage),
  setUpTools: () => (/* reexport */ setUpTools),
  signBundleFile: () => (/* reexport */ signBundleFile),
  signImages: () => (/* reexport */ signImages),
  verifyBundleFile: () => (/* reexport */ verifyBundleFile),
  verifyImages: () => (/* reexport */ verifyImages)
});

// EXTERNAL MODULE: ./packages/core/build/errors.js
var build_errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/json.js
var build_json = __webpack_require__(30058);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
// EXTERNAL MODULE: ./packages/core/build/sign/index.js + 27 modules
var sign = __webpack_require__(1787);
// EXTERNAL MODULE: ./packages/core/build/trust/index.js + 4 modules
var build_trust = __webpack_require__(10624);
// EXTERNAL MODULE: ./packages/core/build/verify/index.js + 13 modules
var verify = __webpack_require__(51942);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/layouts/index.js + 10 modules
var build_layouts = __webpack_require__(67941);
;// CONCATENATED MODULE: ./packages/core/build/flows/guards.js




/**
 * Checks the encoded size of every claim before anything is signed. Throws LIMIT_EXCEEDED for what a service of this run
 * refuses; the answer warns of what only a verifier refuses.
 */
function checkSizes(drafts, services) {
    const warnings = drafts.flatMap(({ claim }) => (0,sign.checkEncodedSize)(`The claim ${claim.predicateType} of ${claim.subject.digest}`, claim.payload.length, services));
    return [...new Set(warnings)];
}
/**
 * Checks that what will be signed can satisfy who verifies it. Throws INPUTS_CONTRADICT for a certificate without a log
 * entry where the trusted root demands one, and for one whose time nobody tells whom the trusted root names.
 */
function checkWitnesses(identity, { rekorUrls, rekorVersion }, requirements) {
    if (identity === 'key' || requirements === undefined)
        return;
    const timed = rekorUrls.length > 0 && rekorVersion === 1;
    if (!timed && !requirements.timeSources.includes('timestamp-authority')) {
        throw new build_errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
            what: 'The trusted root names no timestamp authority, and without Rekor v1 nobody else tells when a certificate signed: nobody could verify it with that root',
            remedy: 'Write to Rekor v1 (transparency-log: rekor-v1), give a trusted root with the timestamp authority (trusted-root), or sign with a key.',
        });
    }
    if (rekorUrls.length > 0 || requirements.logEntries !== 1)
        return;
    throw new build_errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
        what: 'No transparency log is written to, and the trusted root names one: whoever verifies with that root demands a log entry',
        remedy: 'Write to the log (transparency-log: rekor-v1), give a trusted root without logs (trusted-root), or sign with a key.',
    });
}
/**
 * Checks what would be added to each place: throws SIGNATURE_NEEDED where attestation bundles would hide a `.sig`
 * signature, LIMIT_EXCEEDED where verifiers would refuse to read so many.
 */
function checkAdditions(planned, maxReferrers) {
    for (const [place, added] of additionsByPlace(planned)) {
        const bundles = added.filter(({ layout }) => layout === 'bundle-referrer');
        checkSignatureStaysVisible(place, bundles, planned);
        checkReferrers(place, bundles.length, maxReferrers);
        checkLayers(place, 'signature-tag', added);
        checkLayers(place, 'attestation-tag', added);
    }
}
function additionsByPlace(planned) {
    const additions = new Map();
    for (const { slots, wanted } of planned) {
        const kind = wanted.claim.kind === 'signature' ? 'signature' : 'attestation';
        for (const { place, layout, present } of slots) {
            if (present !== undefined)
                continue;
            const known = additions.get(place);
            if (known === undefined)
                additions.set(place, [{ layout, kind }]);
            else
                known.push({ layout, kind });
        }
    }
    return additions;
}
/**
 * Any bundle makes cosign 3 and Kyverno's ImageValidatingPolicy read bundles alone: an image that has only a `.sig` would
 * count as unsigned from then on (layouts-and-verifiers.md, R6).
 */
function checkSignatureStaysVisible(place, bundles, planned) {
    const { claims, unreadable } = place.found.collected;
    const has = (layout) => [...claims, ...unreadable].some((claim) => claim.layout === layout);
    const signs = planned.some(({ wanted, slots }) => wanted.claim.kind === 'signature' &&
        slots.some((slot) => slot.place === place && slot.layout === 'bundle-referrer'));
    if (bundles.length === 0 || signs || !has('signature-tag') || has('bundle-referrer'))
        return;
    throw new build_errors/* CountersignError */.WS('SIGNATURE_NEEDED', {
        what: `${place.image.image.pinned} is signed only in the old layout (${(0,build_layouts/* signatureTag */.bG)(place.subject.digest)}); an attestation bundle beside it would make cosign 3 and Kyverno overlook that signature`,
        remedy: 'Set "signature: true" to sign it in the new layout as well, or, with Rekor v1, "layouts: legacy".',
    });
}
function checkReferrers(place, added, maxReferrers) {
    const { length } = place.found.collected.referrers;
    if (added === 0 || length + added <= maxReferrers)
        return;
    throw new build_errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
        what: `${place.subject.digest} in ${place.image.image.pinned} has ${length} referrers and would come to hold ${length + added}, more than ${maxReferrers}`,
        remedy: 'Kyverno refuses images with more than 50 referrers. Delete referrers that nobody needs; let newer claims take the place of older ones from now on (supersede: true, on a registry that deletes manifests); or raise max-referrers if your verifiers read more.',
    });
}
function checkLayers(place, layout, added) {
    const more = added.filter((addition) => addition.layout === layout).length;
    const { claims, unreadable } = place.found.collected;
    const there = [...claims, ...unreadable].filter((claim) => claim.layout === layout).length;
    if (more === 0 || there + more <= limits/* MAX_CLAIMS_PER_DIGEST */.mcl)
        return;
    const tag = (layout === 'signature-tag' ? build_layouts/* signatureTag */.bG : build_layouts/* attestationTag */.BJ)(place.subject.digest);
    throw new build_errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
        what: `The tag ${tag} of ${place.image.image.pinned} holds ${there} layers; verifiers read at most ${limits/* MAX_CLAIMS_PER_DIGEST */.mcl}`,
        remedy: 'Delete the tag and sign again, or use "layouts: bundle".',
    });
}

;// CONCATENATED MODULE: ./packages/core/build/flows/sign-bundle.js







/**
 * Signs one file into one bundle, by the rules of sigstore-conformance's `sign-bundle`: keyless, with the services of the
 * signing config. A config that names logs of Rekor v2 alone chooses them by that: the protocol has no other way to say
 * it. The bundle is verified against the trusted root before it is handed out.
 * Throws what reading trust, the token and the services throw, INPUT_INVALID for a file that is no statement.
 */
async function signBundleFile(options, services) {
    const { artifact, inToto, identity } = options;
    const { context, cacheDir } = services;
    const subject = inToto ? subjectOf(artifact) : (0,oci/* digestOf */.ol)(artifact);
    // First: a token that is given is looked at without asking anyone.
    const token = await (0,sign.obtainIdentityToken)(identity, context);
    const signingServices = await chooseServices(options, services);
    (0,sign.refusePublicLog)(token.claims, signingServices, options.publicLog);
    const trust = await (0,build_trust/* loadTrust */.Vc)(options.trust, { context, cacheDir });
    const verifier = (0,verify/* createVerifier */.$)({ trust, keys: [] });
    checkWitnesses('token', signingServices, verifier.requirements);
    const supplier = (0,sign.renewingToken)(identity, context, token);
    const session = (0,sign.openSession)({
        context,
        trust,
        services: signingServices,
        identity: { kind: 'token', token: supplier },
    });
    const bundle = inToto
        ? (await session.signStatement(artifact)).bundle
        : await session.signMessage(artifact);
    return { bundle, verified: verifier.verify({ kind: 'bundle', bytes: bundle }, subject) };
}
async function chooseServices({ signingConfig }, { context, cacheDir }) {
    const now = context.clock.now();
    const config = await (0,build_trust/* loadSigningConfig */.Uk)(signingConfig, { context, cacheDir });
    const transparencyLog = (0,build_trust/* namesRekorV2Alone */.Zi)(config, now) ? 'rekor-v2' : 'rekor-v1';
    return (0,build_trust/* selectServices */.Zo)(config, now, { transparencyLog });
}
/** A digest that the statement is about, for verifying it. Throws INPUT_INVALID. */
function subjectOf(statement) {
    const json = parsed(statement);
    const digest = `sha256:${String((0,build_json/* memberAt */.mz)(json, 'subject', 0, 'digest', 'sha256'))}`;
    const isStatement = (0,build_json/* isObject */.Gv)(json) && String(json._type).startsWith('https://in-toto.io/Statement/');
    if (isStatement && (0,oci/* isDigest */.Bc)(digest))
        return digest;
    throw new build_errors/* CountersignError */.WS('INPUT_INVALID', {
        what: 'The file is not an in-toto statement whose first subject has a sha256 digest',
        remedy: 'Give an in-toto Statement v1 in JSON, or leave --in-toto out to sign the file as it is.',
    });
}
function parsed(bytes) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/core/build/flows/verify-bundle.js



/**
 * Verifies one bundle file for one artifact, by the rules of sigstore-conformance's `verify-bundle` and no other: the
 * predicate type of an attestation is not looked at. Resolves to what was established.
 * Throws a CountersignError of fault *rejection*, and nothing else.
 */
function verifyBundleFile(options) {
    const { artifact, signer, trust } = options;
    const verifier = verifierFor(signer, trust);
    const subject = typeof artifact === 'string' ? artifact : (0,oci/* digestOf */.ol)(artifact);
    const claim = verifier.verify({ kind: 'bundle', bytes: options.bundle }, subject, typeof artifact === 'string' ? {} : { artifact });
    if (signer.kind === 'identity')
        checkIdentity(claim, signer);
    else if (claim.signer.kind !== 'key')
        throw notAllowed('The bundle is signed with a certificate, not with the key');
    return claim;
}
/** In this protocol text that is no key is a key that signed nothing: the answer is about the bundle, and it is no. */
function verifierFor(signer, trust) {
    try {
        return (0,verify/* createVerifier */.$)({ trust, keys: signer.kind === 'key' ? [signer.publicKeyPem] : [] });
    }
    catch (cause) {
        if (cause instanceof build_errors/* CountersignError */.WS && cause.code === 'KEY_INVALID')
            throw notAllowed(cause.message, cause);
        throw cause;
    }
}
function checkIdentity(claim, wanted) {
    if (claim.signer.kind !== 'certificate')
        throw notAllowed('The bundle is signed with a key, not by an identity');
    const { identity, facts } = claim.signer;
    if (identity === wanted.identity && facts.issuer === wanted.issuer)
        return;
    throw notAllowed(`The bundle was signed by ${identity} (issuer ${facts.issuer ?? 'not named'})`);
}
const notAllowed = (what, cause) => new build_errors/* CountersignError */.WS('SIGNER_NOT_ALLOWED', {
    what,
    remedy: 'Give the identity and issuer, or the public key, of the signer, if you trust that signer.',
    cause,
});

// EXTERNAL MODULE: ./packages/core/build/claims/index.js + 17 modules
var build_claims = __webpack_require__(67792);
// EXTERNAL MODULE: ./packages/core/build/flows/report.js
var flows_report = __webpack_require__(55388);
// EXTERNAL MODULE: ./packages/core/build/counted.js
var counted = __webpack_require__(89264);
// EXTERNAL MODULE: ./packages/core/build/reference/index.js + 3 modules
var reference = __webpack_require__(45288);
// EXTERNAL MODULE: ./packages/core/build/policy/index.js + 7 modules
var policy = __webpack_require__(59959);
;// CONCATENATED MODULE: ./packages/core/build/flows/signer.js
/**
 * Who a token of GitHub Actions makes the signer: Fulcio takes the SAN from the claim that names the workflow. It saves a
 * certificate where everything is there already; undefined for tokens of others, whose identity the certificate tells.
 */
function signerOfToken(claims) {
    const { iss, job_workflow_ref: workflow } = claims;
    if (typeof iss !== 'string' || typeof workflow !== 'string')
        return undefined;
    return { kind: 'certificate', identity: `${serverOf(iss)}/${workflow}`, issuer: iss };
}
const signerOfSession = (signer) => signer.kind === 'key'
    ? { kind: 'key', hint: signer.hint }
    : { kind: 'certificate', identity: signer.identity, issuer: signer.issuer };
/** The same SAN and issuer, or the same key. */
function isSigner(found, expected) {
    if (found.kind === 'key' || expected.kind === 'key') {
        return found.kind === 'key' && expected.kind === 'key' && found.hint === expected.hint;
    }
    return found.identity === expected.identity && found.facts.issuer === expected.issuer;
}
function reportedSigner(expected) {
    if (expected === undefined)
        return undefined;
    return expected.kind === 'key'
        ? { key: expected.hint }
        : { identity: expected.identity, issuer: expected.issuer };
}
function serverOf(issuer) {
    const tenant = /^https:\/\/token\.actions\.([a-z0-9-]+\.ghe\.com)(?:\/|$)/.exec(issuer)?.[1];
    return tenant === undefined ? 'https://github.com' : `https://${tenant}`;
}

;// CONCATENATED MODULE: ./packages/core/build/flows/plan.js


/**
 * Compares what is wanted with what was found. A claim is there only if it verifies, with the same payload bytes and the
 * same signer; `signer` undefined: not known yet, so nothing counts.
 */
function planClaim(wanted, signer, canRebuild) {
    const { claim } = wanted;
    const slots = wanted.places.flatMap((place) => wanted.layouts.map((layout) => ({
        place,
        layout,
        present: findPresent(place, claim, layout, signer),
    })));
    const anywhere = (layout) => first(wanted.places, (place) => findPresent(place, claim, layout, signer));
    const tag = claim.kind === 'signature' ? 'signature-tag' : 'attestation-tag';
    // A signature that its tag refused once was kept as a referrer: it completes the tag, and is not the tag.
    const kept = claim.kind === 'signature' ? anywhere('signature-referrer') : undefined;
    const source = { bundle: anywhere('bundle-referrer'), layer: anywhere(tag) ?? kept };
    const lacks = (layout) => slots.some((slot) => slot.layout === layout && slot.present === undefined);
    const bundleMissing = lacks('bundle-referrer') && source.bundle === undefined;
    if (claim.kind === 'signature') {
        const signSimple = lacks('signature-tag') && source.layer === undefined;
        return { wanted, slots, source, signStatement: bundleMissing, signSimple };
    }
    const rebuildable = source.bundle !== undefined && canRebuild(claim, source.bundle);
    const layerMissing = lacks('attestation-tag') && source.layer === undefined && !rebuildable;
    return { wanted, slots, source, signStatement: bundleMissing || layerMissing, signSimple: false };
}
/** Whether something of the claim is still to be stored somewhere. */
const isMissing = ({ slots }) => slots.some(({ present }) => present === undefined);
/** Claims with these very bytes that verify, whoever signed them. */
const sameClaims = (wanted) => wanted.places.flatMap(({ found }) => found.checked.flatMap(({ claim }) => claim !== undefined && isSameClaim(claim, wanted.claim) ? [claim] : []));
/** A claim with these very bytes at a place in a layout, whoever signed it. */
const sameClaimAt = ({ found }, claim, layout) => found.checked.find((checked) => checked.layout === layout && checked.claim !== undefined && isSameClaim(checked.claim, claim))?.claim;
function findPresent({ found }, claim, layout, signer) {
    if (signer === undefined)
        return undefined;
    return first(found.checked, (checked) => {
        if (checked.layout !== layout || checked.claim === undefined)
            return undefined;
        if (!isSameClaim(checked.claim, claim) || !isSigner(checked.claim.signer, signer))
            return undefined;
        if (found.checked.some((newer) => takesPlaceOf(newer, checked, signer)))
            return undefined;
        const stored = found.materialOf(checked);
        return stored === undefined ? undefined : { stored, verified: checked.claim };
    });
}
/**
 * Whether a newer claim of this signer took the place of another: verifiers pass over that one, so it does not count as
 * there, and a run that says the same again signs it anew.
 */
const takesPlaceOf = (newer, older, signer) => newer.claim !== undefined &&
    newer.names.includes(older.digest) &&
    newer.layout === older.layout &&
    older.claim?.predicateType === newer.claim.predicateType &&
    isSigner(newer.claim.signer, signer) &&
    (0,policy/* isBefore */.Y8)(older.claim, newer.claim);
/** Whether a claim that verified says what a claim of this run says, byte for byte, under any of its names. */
const isSameClaim = (verified, claim) => {
    if (isPayloadOf(claim, verified))
        return true;
    if (claim.underOtherNames === undefined || verified.predicateType !== claim.predicateType)
        return false;
    return Iterator.from(claim.underOtherNames()).some((other) => isPayloadOf(other, verified));
};
/** A simple-signing document is the signature in its other form. */
const isPayloadOf = (claim, verified) => {
    const expected = verified.statement === undefined ? claim.simpleSigning : claim.payload;
    return expected !== undefined && Buffer.compare(verified.payload, expected) === 0;
};
function first(values, find) {
    for (const value of values) {
        const found = find(value);
        if (found !== undefined)
            return found;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/core/build/flows/dry-run.js


/**
 * What the real run would do: entries, timestamps, certificates, objects and requests. Requests to the signing services
 * are exact; those to registries leave out retries, redirects and what the token service is asked. Where nobody knows who
 * would sign, a claim that stands everywhere already counts nothing: a run with that identity adds none.
 */
function foresee(wanted, services, identity, progress) {
    const planned = identity === 'unknown' ? wanted.filter((one) => !standsEverywhere(one)) : wanted;
    const statements = planned.filter(({ signStatement }) => signStatement).length;
    const simple = planned.filter(({ signSimple }) => signSimple).length;
    const logEntries = (statements + simple) * services.rekorUrls.length;
    const timestamps = statements * services.tsaUrls.length;
    const certificates = identity !== 'key' && statements + simple > 0 ? 1 : 0;
    const missing = planned.flatMap(({ slots }) => slots.filter(({ present }) => present === undefined));
    const bundles = missing.filter(({ layout }) => layout === 'bundle-referrer');
    progress.figures = {
        logEntries,
        timestamps,
        certificates,
        storedObjects: bundles.length + tagsOf(missing),
        planned: true,
    };
    progress.foreseen = {
        'identity-token': certificates,
        fulcio: certificates,
        rekor: logEntries,
        tsa: timestamps,
        registry: requestsFor(missing.filter(({ place }) => place.repository.folder === undefined)),
    };
}
/** The tags that come to be written, or written again. */
const tagsOf = (missing) => new Set(missing.flatMap(({ place, layout }) => {
    const where = `${(0,reference/* formatName */.nD)(place.repository.name)} ${place.subject.digest}`;
    if (layout !== 'bundle-referrer')
        return [`${where} ${layout}`];
    return place.found.collected.source === 'fallback' ? [`${where} index`] : [];
})).size;
function requestsFor(missing) {
    const tags = tagsOf(missing);
    const bundles = missing.filter(({ layout }) => layout === 'bundle-referrer');
    return (new Set(missing.map(({ place }) => place.repository)).size * REQUESTS.access +
        new Set(bundles.map(({ place }) => place.repository)).size * REQUESTS.config +
        new Set(bundles.map(({ place }) => place)).size * REQUESTS.referrers +
        bundles.length * REQUESTS.bundle +
        (missing.length - bundles.length) * REQUESTS.layer +
        (tags > 0 ? REQUESTS.probe : 0) +
        tags * REQUESTS.tag);
}
/** The same of signatures for Notation, added to what the run would need otherwise. */
function foreseeNotation(missing, stamped, progress) {
    const { figures, foreseen } = progress;
    const timestamps = stamped ? missing.length : 0;
    const indexes = missing.filter(({ source }) => source === 'fallback').length;
    progress.figures = {
        ...figures,
        timestamps: figures.timestamps + timestamps,
        storedObjects: figures.storedObjects + missing.length + indexes,
        planned: true,
    };
    const remote = missing.filter(({ image }) => image.claims.folder === undefined);
    const written = remote.filter(({ source }) => source === 'fallback').length;
    const requests = new Set(remote.map(({ image }) => image.claims)).size * (REQUESTS.access + REQUESTS.config) +
        remote.length * REQUESTS.notation +
        (written > 0 ? REQUESTS.probe : 0) +
        written * REQUESTS.index;
    const { tsa = 0, registry = 0 } = foreseen;
    progress.foreseen = { ...foreseen, tsa: tsa + timestamps, registry: registry + requests };
}
const standsEverywhere = ({ wanted, slots }) => slots.every(({ place, layout }) => sameClaimAt(place, wanted.claim, layout) !== undefined);
/**
 * What storing takes, with the reading back, at a registry that takes a blob in one request. access: an upload opened and
 * cancelled. config: the empty one. referrers: listed again. bundle: its blob, its manifest, both read again. layer: its
 * blob, read again. probe: whether conditional writes are honoured. tag: its config, written, confirmed, read again. index:
 * as tag, without a config. notation: envelope and manifest; listed, manifest and envelope read again.
 */
const REQUESTS = {
    access: 2,
    config: 1,
    referrers: 1,
    bundle: 4,
    layer: 2,
    probe: 2,
    tag: 4,
    index: 3,
    notation: 5,
};

;// CONCATENATED MODULE: ./packages/core/build/flows/identify.js



/** Of a key in a key management service the public half is read. Throws what openSigningKey and obtainIdentityToken throw. */
async function identify(options, services) {
    const { key } = options;
    if (key !== undefined) {
        return { kind: 'key', key: await (0,sign.openSigningKey)(key, services), name: key.name };
    }
    if (options.dryRun)
        return { kind: 'unknown' };
    return { kind: 'token', token: await (0,sign.obtainIdentityToken)(options.identity, services.context) };
}
/** Whose claims count as this run's own before a certificate was asked for; undefined: only the certificate tells. */
function expectedSigner(identity) {
    switch (identity.kind) {
        case 'key':
            return { kind: 'key', hint: identity.key.hint };
        case 'token':
            return signerOfToken(identity.token.claims);
        case 'unknown':
            return undefined;
    }
}
/** One sentence for people. */
function describeIdentity(identity) {
    switch (identity.kind) {
        case 'key':
            return `Signing with the key ${identity.name}.`;
        case 'token':
            return `Signing with the identity token from ${SOURCES[identity.token.source]}.`;
        case 'unknown':
            return 'Dry run: no identity token was asked for, nothing is signed and nothing is stored.';
    }
}
const SOURCES = {
    input: 'the input identity-token',
    runner: 'the runner',
    SIGSTORE_ID_TOKEN: 'SIGSTORE_ID_TOKEN',
};
/** What a session signs with. Throws INTERNAL for a dry run, which opens no session. */
function sessionIdentity(identity, options, context) {
    switch (identity.kind) {
        case 'key':
            return { kind: 'key', key: identity.key };
        case 'token':
            return { kind: 'token', token: (0,sign.renewingToken)(options.identity, context, identity.token) };
        case 'unknown':
            throw new build_errors/* CountersignError */.WS('INTERNAL', {
                what: 'A dry run came to sign',
                remedy: 'This is a defect in Countersign: please report it.',
            });
    }
}

// EXTERNAL MODULE: ./packages/core/build/concurrency.js
var concurrency = __webpack_require__(99045);
// EXTERNAL MODULE: ./packages/core/build/flows/inspect.js
var inspect = __webpack_require__(26928);
;// CONCATENATED MODULE: ./packages/core/build/flows/look-ahead.js

function createLookAhead() {
    const known = new Map();
    return (repository, subject, layouts) => {
        const ofRepository = known.get(repository) ?? new Map();
        known.set(repository, ofRepository);
        const key = [subject, ...layouts].join(' ');
        const collecting = ofRepository.get(key) ?? (0,build_layouts/* collectClaims */.a)(repository, subject, { layouts });
        ofRepository.set(key, collecting);
        return collecting;
    };
}
const EVERYWHERE = [
    'signature-tag',
    'attestation-tag',
    'bundle-referrer',
    'signature-referrer',
];
/**
 * Where a run has to look before it writes. With bundles alone no tag has anything to tell, but where attestation bundles
 * would come without a signature's: then the signature tag shows what they would hide (layouts-and-verifiers.md, R6).
 */
function layoutsToRead(layouts, withSignature) {
    if (layouts !== 'bundle')
        return EVERYWHERE;
    return withSignature ? ['bundle-referrer'] : ['signature-tag', 'bundle-referrer'];
}

;// CONCATENATED MODULE: ./packages/core/build/flows/wanted.js

/** The objects of one claim (layouts-and-verifiers.md, section 1.1): one per layout. */
function layoutsOf(claim, layouts) {
    const tag = claim.kind === 'signature' ? 'signature-tag' : 'attestation-tag';
    switch (layouts) {
        case 'all':
            return [tag, 'bundle-referrer'];
        case 'bundle':
            return ['bundle-referrer'];
        case 'legacy':
            return [tag];
    }
}
/**
 * One digest that stands in several images (the same image in several repositories, a platform of two indexes) is signed
 * once, with the name of the first image that holds it, and its claim goes to all.
 */
function perDigest(run, make) {
    const holders = new Map();
    for (const image of run.images) {
        for (const subject of image.subjects) {
            const known = holders.get(subject.digest);
            if (known === undefined)
                holders.set(subject.digest, { subject, images: [image] });
            else
                known.images.push(image);
        }
    }
    return [...holders.values()].map(({ subject, images }) => ({
        claim: namedAfter(images, run, (name) => make(subject, name)),
        images,
    }));
}
/**
 * A claim about an image of several names holds the first of them. An earlier run may have used another, because a
 * registry did not answer or the order was another: what stands under any of the names is this claim.
 */
function namedAfter(holders, run, make) {
    const names = [...holders.map(({ image }) => image.name), ...run.unopened.map(({ name }) => name)];
    const [first, ...others] = names;
    if (first === undefined)
        throw new Error('a claim is about no image');
    if (others.length === 0)
        return make(first);
    return { ...make(first), underOtherNames: () => others.values().map(make) };
}
/** Two drafts of the same bytes about the same digest are one claim. */
function withoutRepeats(drafts) {
    const known = new Map();
    for (const draft of drafts) {
        const { subject, payload, kind } = draft.claim;
        const key = `${subject.digest} ${kind === 'provenance' ? kind : (0,oci/* digestOf */.ol)(payload)}`;
        const other = known.get(key);
        const images = [...new Set([...(other?.images ?? []), ...draft.images])];
        known.set(key, { claim: draft.claim, images });
    }
    return [...known.values()];
}

;// CONCATENATED MODULE: ./packages/core/build/flows/inspect-places.js





/**
 * Reads and verifies what is there already at each place that claims go to, once for all claims of a digest. A place that
 * could not be read is left out: the run holds the error of its image.
 */
async function inspectPlaces({ options, run, verifier, lookAhead }, drafts) {
    const isSigned = (image, subject) => drafts.some(({ claim, images }) => claim.kind === 'signature' && claim.subject.digest === subject.digest && images.includes(image));
    const gate = (0,concurrency/* createGate */.q)(limits/* FLOW_CONCURRENCY */.ZG7);
    const known = new Map();
    const placeOf = (image, subject) => {
        const ofImage = known.get(image) ?? new Map();
        known.set(image, ofImage);
        const place = ofImage.get(subject.digest) ??
            run.attempt(image, () => gate(async () => {
                const repository = image.claims;
                const layouts = layoutsToRead(options.layouts, isSigned(image, subject));
                const collected = await lookAhead(repository, subject.digest, layouts);
                return { image, repository, subject, found: (0,inspect/* judge */.S)(collected, verifier) };
            }));
        ofImage.set(subject.digest, place);
        return place;
    };
    return Promise.all(drafts.map(async ({ claim, images }) => {
        const places = await Promise.all(images.map((image) => placeOf(image, claim.subject)));
        return {
            claim,
            layouts: layoutsOf(claim, options.layouts),
            places: places.filter((place) => place !== undefined),
        };
    }));
}

// EXTERNAL MODULE: ./packages/core/build/flows/materials.js
var materials = __webpack_require__(42462);
;// CONCATENATED MODULE: ./packages/core/build/flows/make-materials.js


/**
 * All claims in parallel: the session bounds the calls. None is abandoned half way because a service failed another. But
 * attestations of a digest whose signature failed are (`signed` gets them too, for the report): their bundles must not
 * come first (layouts-and-verifiers.md, R6). Throws what makeMaterial throws where that is final.
 */
async function makeMaterials(missing, signed, sources) {
    const results = await Promise.allSettled(missing.map((one) => (0,materials/* makeMaterial */._)(one, sources)));
    const made = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    signed.push(...made);
    const failures = results.flatMap((result, index) => result.status === 'rejected'
        ? [{ planned: missing[index], error: (0,build_errors/* asCountersignError */.ek)(result.reason) }]
        : []);
    const final = failures.find(({ error }) => error.fault !== 'infrastructure' || error.code === 'INTERRUPTED');
    if (final !== undefined)
        throw final.error;
    const unsigned = new Set(failures
        .map(({ planned }) => planned?.wanted.claim)
        .filter((claim) => claim?.kind === 'signature')
        .map((claim) => claim?.subject.digest));
    return {
        materials: made.filter(({ planned }) => !unsigned.has(planned.wanted.claim.subject.digest)),
        failure: failures[0]?.error,
    };
}

;// CONCATENATED MODULE: ./packages/core/build/flows/signing-report.js

/** The claims of one image as the report has them. */
const claimReports = (image, result) => result.planned.flatMap((planned) => planned.slots
    .filter(({ place }) => place.image === image)
    .map((slot) => claimReport(planned, slot, result)));
function claimReport(planned, slot, result) {
    const { claim } = planned.wanted;
    const { place, layout, present } = slot;
    const common = {
        subject: place.subject.digest,
        platform: place.subject.platform,
        predicateType: claim.predicateType,
        layout,
    };
    if (present !== undefined) {
        return {
            ...common,
            digest: present.stored.digest,
            ...factsOf(present.verified),
            state: 'present',
            reason: undefined,
        };
    }
    if (result.dryRun) {
        const reason = whyPlanned(sameClaimAt(place, claim, layout));
        return { ...common, digest: undefined, ...NO_FACTS, state: 'planned', reason };
    }
    const made = objectOf(planned, layout, result.materials);
    const facts = made === undefined ? NO_FACTS : factsOf(made.verified);
    const error = result.unreached(place, layout);
    const step = made && result.record.stepOf(place, layout, made.digest);
    if (made !== undefined && error === undefined && (step === 'stored' || step === 'read back')) {
        const reason = step === 'read back' ? undefined : 'not read back: the run ended before';
        return { ...common, digest: made.digest, ...facts, state: 'stored', reason };
    }
    const reason = error?.message ?? whyUnstored(made, step, result.signing && needsSigning(planned));
    return { ...common, digest: undefined, ...facts, state: 'unreached', reason };
}
const needsSigning = ({ signStatement, signSimple }) => signStatement || signSimple;
/** What the log holds stands there for good, so a run that ended early says it. */
function whyUnstored(made, step, signing) {
    if (made === undefined) {
        return signing
            ? 'not stored: the run ended while it was being signed, and the log may hold an entry of it'
            : 'nothing was signed: the run ended before';
    }
    const { logIndex } = factsOf(made.verified);
    const signed = logIndex === undefined ? 'signed' : `signed and logged (log entry ${logIndex})`;
    return step === 'sent'
        ? `${signed}, not known to be stored: the run ended while it was being written`
        : `${signed}, not stored: the run ended before`;
}
/** A dry run asks for no token, so it does not know whether the claim of someone is its own. */
function whyPlanned(same) {
    if (same === undefined)
        return undefined;
    const { identity } = factsOf(same);
    return `the same claim by ${identity ?? 'an unknown signer'} is there: a run with that identity adds nothing`;
}
function objectOf(planned, layout, materials) {
    const material = materials.find((one) => one.planned === planned);
    if (layout === 'bundle-referrer') {
        const bundle = material?.bundle;
        return bundle && { digest: bundle.referrer.descriptor.digest, verified: bundle.verified };
    }
    const layer = material?.layer;
    return layer && { digest: layer.layer.descriptor.digest, verified: layer.verified };
}
const NO_FACTS = { identity: undefined, issuer: undefined, logIndex: undefined };
/** Who signed and where it is logged, as a report names them. */
const factsOf = ({ signer, logEntries, }) => ({
    identity: signer.kind === 'certificate' ? signer.identity : `key:${signer.hint}`,
    issuer: signer.kind === 'certificate' ? signer.facts.issuer : undefined,
    logIndex: logEntries[0]?.logIndex,
});
/** Bundles that this run signed. */
const newBundles = (materials) => materials.flatMap(({ planned, bundle }) => bundle?.isNew === true
    ? [
        {
            subject: planned.wanted.claim.subject.digest,
            predicateType: planned.wanted.claim.predicateType,
            // Made when it is asked for: a large one is not held as text besides.
            get json() {
                return Buffer.from(bundle.referrer.layer).toString('utf8');
            },
        },
    ]
    : []);

;// CONCATENATED MODULE: ./packages/core/build/flows/immutable.js

/**
 * Tags of an image that may not be changed: names the layouts that were not reached. What was stored stays, and is found
 * by the next run, which signs nothing again.
 */
function unreachedLayouts(pinned, unreached) {
    const named = [...new Set(unreached.map(({ subject, layout }) => `${layout} of ${subject}`))];
    return new build_errors/* CountersignError */.WS('TAG_IMMUTABLE', {
        what: `${pinned} is signed, but not in every layout: the registry does not let tags be changed, so it refused ${named.join(', ')}`,
        remedy: 'Exclude tags that match sha256-* from immutability in the settings of this repository, then run this again: nothing is signed a second time. Or use "layouts: bundle" where the registry has the referrers API, or store claims in a repository of their own (signature-repository).',
        cause: unreached[0]?.cause,
    });
}

// EXTERNAL MODULE: ./packages/core/build/registry/index.js + 36 modules
var registry = __webpack_require__(78765);
;// CONCATENATED MODULE: ./packages/core/build/flows/store.js






/** What of the materials a place lacks. */
function missingAt(place, materials) {
    const lacking = (layout) => materials.filter(({ planned }) => planned.slots.some((slot) => slot.place === place && slot.layout === layout && slot.present === undefined));
    const layers = (layout) => lacking(layout).flatMap(({ layer }) => (layer === undefined ? [] : [layer.layer]));
    const rank = ({ planned }) => (planned.wanted.claim.kind === 'signature' ? 0 : 1);
    return {
        signatureLayers: layers('signature-tag'),
        attestationLayers: layers('attestation-tag'),
        bundles: [...lacking('bundle-referrer')]
            .sort((one, other) => rank(one) - rank(other))
            .flatMap(({ bundle }) => (bundle === undefined ? [] : [bundle])),
    };
}
/**
 * Stores what is missing at one place, in an order that leaves no state which a verifier misreads (R6) and none that a
 * re-run cannot complete: signature bundle, attestation bundles, attestation tag (a bundle holds all that a layer of the
 * tag is made of, not the reverse); the signature tag beside them, since who reads it reads no bundles. Each tag is written
 * once. A tag that may not be changed costs its own layout alone. `record`: told of each object as it is written. Throws what the registry answers otherwise.
 */
async function storeAt(place, missing, writer, record) {
    const { repository, subject } = place;
    const unreached = new Map();
    const reach = async (layout, write) => {
        try {
            await write();
        }
        catch (error) {
            if (!(error instanceof build_errors/* CountersignError */.WS) || error.code !== 'TAG_IMMUTABLE')
                throw error;
            unreached.set(layout, error);
        }
    };
    const writeTag = async (layout, layers) => {
        const note = (step) => {
            for (const { descriptor } of layers)
                record.note(place, layout, descriptor.digest, step);
        };
        note('sent');
        const tag = (layout === 'signature-tag' ? build_layouts/* signatureTag */.bG : build_layouts/* attestationTag */.BJ)(subject.digest);
        const seenAbsent = place.found.collected.absent.includes(layout);
        const { written } = await writer.write(tag, (0,registry/* layersFormat */.Cs)(repository), layers.map(descriptorOf), {
            seenAbsent,
        });
        note('stored');
        if (written)
            record.wrote();
    };
    const writeReferrers = (manifests, ordered) => reach('bundle-referrer', async () => {
        await repository.putBlob(build_layouts/* EMPTY_CONFIG */.$v, { isNew: true });
        const { source } = await (0,registry/* addReferrers */.It)(repository, writer, subject.digest, manifests, ordered);
        if (source === 'fallback')
            record.wrote();
    });
    const { signatureLayers, attestationLayers, bundles } = missing;
    const tagSignatures = async () => {
        if (signatureLayers.length === 0)
            return;
        await reach('signature-tag', () => writeTag('signature-tag', signatureLayers));
    };
    // A signature that its tag refused is kept as a referrer, for the next run to complete the tag with.
    const toKeep = () => unreached.has('signature-tag') ? signatureLayers.filter(({ blob }) => !isKept(place, blob)) : [];
    const keep = (layer) => ({
        bytes: (0,build_layouts/* signatureReferrer */.kq)(layer, subject),
        mediaType: oci/* OCI_MANIFEST */.EG,
        onStep: (step) => {
            if (step === 'stored')
                record.wrote();
        },
    });
    await uploadBlobs(place, missing);
    // A fallback index is written once, so it waits for what the signature tag may leave to it.
    const waits = bundles.length > 0 && (await repository.referrersSource(subject.digest)) === 'fallback';
    const tagging = tagSignatures();
    if (waits)
        await tagging;
    const kept = waits ? toKeep() : [];
    const noteBundle = ({ referrer }, step) => {
        record.note(place, 'bundle-referrer', referrer.descriptor.digest, step);
    };
    const toReferrer = (bundle) => ({
        bytes: bundle.referrer.manifest,
        mediaType: oci/* OCI_MANIFEST */.EG,
        onStep: (step) => {
            if (step === 'stored')
                record.wrote();
            // Where an index lists the referrers, nobody finds one before the index is written.
            noteBundle(bundle, waits ? 'sent' : step);
        },
    });
    const writeBundles = async () => {
        const signatures = bundles.filter(({ verified }) => verified.predicateType === build_claims/* COSIGN_SIGNATURE */.P8).length;
        if (bundles.length > 0) {
            const manifests = [...kept.map(keep), ...bundles.map(toReferrer)];
            await writeReferrers(manifests, kept.length + signatures);
            for (const bundle of unreached.has('bundle-referrer') ? [] : bundles)
                noteBundle(bundle, 'stored');
        }
        if (attestationLayers.length === 0)
            return;
        await reach('attestation-tag', () => writeTag('attestation-tag', attestationLayers));
    };
    await (0,concurrency/* allEnded */.C)([tagging, writeBundles()]);
    const left = toKeep().filter((layer) => !kept.includes(layer));
    if (left.length > 0)
        await writeReferrers(left.map(keep), left.length);
    return { unreached };
}
/** Whether an earlier run kept this document's signature already. */
const isKept = ({ found }, document) => found.collected.claims.some(({ layout, material }) => layout === 'signature-referrer' &&
    material.kind === 'simple-signing' &&
    Buffer.compare(material.payload, document) === 0);
const descriptorOf = ({ descriptor }) => descriptor;
/** With the configs that the tags will have where nothing stands under them yet. */
async function uploadBlobs({ repository, found }, missing) {
    const { signatureLayers, attestationLayers, bundles } = missing;
    const configOf = (layout, layers) => layers.length > 0 && found.collected.absent.includes(layout)
        ? [(0,registry/* layersConfig */.j9)(layers.map(descriptorOf))]
        : [];
    const blobs = [
        ...[...signatureLayers, ...attestationLayers].map(({ blob }) => blob),
        ...bundles.map(({ referrer }) => referrer.layer),
        ...(bundles.length > 0 ? [build_layouts/* EMPTY_CONFIG */.$v] : []),
        ...configOf('signature-tag', signatureLayers),
        ...configOf('attestation-tag', attestationLayers),
    ];
    await Promise.all(blobs.map((blob) => repository.putBlob(blob, { isNew: true })));
}

// EXTERNAL MODULE: ./packages/core/build/flows/tag-writers.js
var tag_writers = __webpack_require__(18225);
;// CONCATENATED MODULE: ./packages/core/build/flows/store-all.js






/** Why a layout was not reached at a place, where the run went on; undefined: nothing went wrong there. */
function errorAt(run, { refused }, place, layout) {
    const layouts = refused.get(place);
    return layouts === undefined ? run.failureOf(place.image) : layouts.get(layout);
}
/**
 * Stores the materials wherever they are missing, each place once, and settles the tags of each repository when all are
 * written. What goes wrong with one image is noted in `run`; the others are completed. It ends when no manifest is on its way.
 */
async function storeAll(run, planned, materials, record, options) {
    const writers = new tag_writers/* TagWriters */.b(options);
    const gate = (0,concurrency/* createGate */.q)(limits/* FLOW_CONCURRENCY */.ZG7);
    await (0,concurrency/* allEnded */.C)(placesOf(planned.filter(isMissing)).map((place) => run.attempt(place.image, () => gate(async () => {
        const missing = missingAt(place, materials);
        const { unreached } = await storeAt(place, missing, writers.of(place.repository), record);
        if (unreached.size > 0)
            record.refuse(place, unreached);
    }))));
    await writers.settle(run);
    for (const image of run.images)
        failImmutable(image, record.refused, run);
}
function failImmutable(image, immutable, run) {
    const refused = [...immutable]
        .filter(([place]) => place.image === image)
        .flatMap(([{ subject }, layouts]) => [...layouts].map(([layout, cause]) => ({ subject: subject.digest, layout, cause })));
    if (refused.length > 0)
        run.fail(image, unreachedLayouts(image.image.pinned, refused));
}
/** Reads every place back that something was written to; `look` reads one, with the slots that were reached. */
async function readBackAll(run, planned, record, look) {
    const gate = (0,concurrency/* createGate */.q)(limits/* FLOW_CONCURRENCY */.ZG7);
    const reachedAt = (place) => (one) => one.slots.filter((slot) => slot.place === place &&
        slot.present === undefined &&
        errorAt(run, record, place, slot.layout) === undefined);
    await (0,concurrency/* allEnded */.C)(placesOf(planned.filter(isMissing)).map((place) => run.attempt(place.image, () => gate(async () => {
        await look(place, reachedAt(place));
        record.noteReadBack(place);
    }))));
}
const placesOf = (planned) => [
    ...new Set(planned.flatMap(({ slots }) => slots.filter(({ present }) => present === undefined).map(({ place }) => place))),
];

;// CONCATENATED MODULE: ./packages/core/build/flows/supersede.js









/**
 * The older claims of each attestation of this run: verified, about the same digest, of the same type, signed by this
 * run's signer or by one of `from` (identities that the same issuer vouches for), and none of this run's own. A claim that was there
 * already supersedes only what was signed before it.
 */
function findOlder(planned, signer, from) {
    const signers = [signer, ...from.flatMap((identity) => sameIssuer(signer, identity))];
    return new Map(planned
        .filter(({ wanted }) => wanted.claim.kind !== 'signature')
        .map((one) => [one, one.slots.flatMap((slot) => olderAt(slot, one, planned, signers))]));
}
const sameIssuer = (signer, identity) => signer.kind === 'key' ? [] : [{ ...signer, identity }];
function olderAt({ place, layout, present }, { wanted, source }, planned, signers) {
    if (layout !== 'attestation-tag' && layout !== 'bundle-referrer')
        return [];
    const { claim: own } = wanted;
    // What is completed from a claim that is stored elsewhere is as old as that one.
    const known = present ?? source.layer ?? source.bundle;
    // Of one second, the one that named the other saw it: no two can have seen each other before they were signed.
    const named = place.found.checked.find(({ claim }) => claim === known?.verified)?.names ?? [];
    const ownClaims = planned.map((one) => one.wanted.claim).filter(({ subject }) => subject === own.subject);
    const older = place.found.checked.filter((checked) => {
        const { claim } = checked;
        return (checked.layout === layout &&
            claim?.predicateType === own.predicateType &&
            signers.some((each) => isSigner(claim.signer, each)) &&
            !ownClaims.some((one) => isSameClaim(claim, one)) &&
            (known === undefined ||
                isOlder(claim, known.verified) ||
                (named.includes(checked.digest) && (0,policy/* isBefore */.Y8)(claim, known.verified))));
    });
    if (older.length === 0)
        return [];
    const inherited = older.flatMap(({ names }) => names);
    return [{ place, layout, digests: older.map(({ digest }) => digest), inherited }];
}
/** Of two of one second neither is older: runs that do this at once would each take away what the other leaves. */
const isOlder = (one, other) => (0,policy/* isBefore */.Y8)(one, other) && !(0,policy/* isBefore */.Y8)(other, one);
/** The digests that the new object of a layout names: at all places, each once. */
const namesIn = (older, layout) => {
    const here = (older ?? []).filter((one) => one.layout === layout);
    return [...new Set([...here.flatMap(({ digests }) => digests), ...here.flatMap((one) => one.inherited)])];
};
/**
 * Takes the older claims away, once the new ones were read back: each tag in one write, referrers as the registry allows.
 * An image that something went wrong with keeps all it has.
 */
async function removeOlder(run, older, options, progress) {
    const writers = new tag_writers/* TagWriters */.b(options);
    const gate = (0,concurrency/* createGate */.q)(limits/* FLOW_CONCURRENCY */.ZG7);
    const removed = [];
    const healthy = older.filter(({ place }) => run.failureOf(place.image) === undefined);
    await (0,concurrency/* allEnded */.C)(healthy.map((one) => run.attempt(one.place.image, () => gate(async () => {
        if (await removeAt(one, writers.of(one.place.repository), progress))
            removed.push(one);
    }))));
    await writers.settle(run);
    const count = countOf(removed);
    if (count > 0) {
        progress.notices.push({ level: 'notice', text: `${count} older claims gave way to those of this run` });
    }
}
const countOf = (older) => older.reduce((count, { digests }) => count + digests.length, 0);
/** false: they stay where they are. */
async function removeAt({ place, layout, digests }, writer, { notices }) {
    const { repository, subject, image, found } = place;
    if (layout === 'attestation-tag') {
        try {
            await writer.write((0,build_layouts/* attestationTag */.BJ)(subject.digest), (0,registry/* layersFormat */.Cs)(repository), [], { drop: digests });
            return true;
        }
        catch (thrown) {
            const error = (0,build_errors/* asCountersignError */.ek)(thrown);
            if (error.code !== 'TAG_IMMUTABLE')
                throw error;
            notices.push({ level: 'warning', text: `Older claims stay in the tag: ${error.message}` });
            return false;
        }
    }
    if ((await (0,registry/* removeReferrers */.FX)(repository, writer, subject.digest, digests)) === 'removed')
        return true;
    const { length } = found.collected.referrers;
    const near = length >= limits/* WARN_REFERRERS */.YWX;
    notices.push({
        level: near ? 'warning' : 'notice',
        text: `${digests.length} older claims about ${subject.digest} stay as referrers in ${image.image.pinned}: manifests cannot be deleted there with these credentials. ` +
            `Countersign passes over them, other verifiers may not${near ? `. There are ${length} referrers, and Kyverno reads at most 50: delete old ones by the registry's own means` : ''}`,
    });
    return false;
}

;// CONCATENATED MODULE: ./packages/core/build/flows/store-record.js
/** What a run stored so far, noted while it is written: a run that ends early still tells what it left. */
class StoreRecord {
    #steps = new Map();
    #refused = new Map();
    #writtenObjects = 0;
    /** Manifests and tags that the registry took. */
    get writtenObjects() {
        return this.#writtenObjects;
    }
    wrote() {
        this.#writtenObjects += 1;
    }
    note(place, layout, digest, step) {
        const steps = this.#steps.get(place) ?? new Map();
        this.#steps.set(place, steps.set(`${layout} ${digest}`, step));
    }
    /** All that is stored at a place was seen there, as a consumer would see it. */
    noteReadBack(place) {
        const steps = this.#steps.get(place);
        for (const [key, step] of steps ?? [])
            if (step === 'stored')
                steps?.set(key, 'read back');
    }
    stepOf(place, layout, digest) {
        return this.#steps.get(place)?.get(`${layout} ${digest}`);
    }
    /** Layouts that the place does not take, with the reason; the others of it were stored. */
    refuse(place, layouts) {
        this.#refused.set(place, layouts);
    }
    get refused() {
        return this.#refused;
    }
}

;// CONCATENATED MODULE: ./packages/core/build/flows/read-back.js




/**
 * Reads one place again from the registry and verifies every claim of this run there, as a consumer would, in each
 * layout that was reached. A registry may need a while to show what it took, so a bounded number of looks is taken.
 * Throws REGISTRY_MISBEHAVED naming what is not there or does not verify.
 */
async function readBack(place, reached, materials, signer, verifier, { clock, random, signal }) {
    const written = writtenTo(reached, materials);
    for (let look = 1;; look += 1) {
        const found = await (0,inspect/* inspect */.N)(place.repository, place.subject.digest, verifier, {
            fresh: true,
            ...written,
        });
        const missing = materials.flatMap((material) => missingOf(material, reached(material.planned), { ...place, found }, signer));
        const [first] = missing;
        if (first === undefined)
            return;
        if (missing.some(({ supersedable }) => supersedable !== undefined)) {
            const { layouts } = written;
            const all = await (0,inspect/* inspect */.N)(place.repository, place.subject.digest, verifier, { fresh: true, layouts });
            if (missing.every((one) => isReplaced(one, all.checked, signer)))
                return;
        }
        if (look >= limits/* MAX_READ_BACKS */.nj4) {
            const failed = found.checked.find(({ layout, error }) => layout === first.layout && error !== undefined);
            const why = failed?.error === undefined ? 'it is not there' : failed.error.message;
            throw new build_errors/* CountersignError */.WS('REGISTRY_MISBEHAVED', {
                what: `${first.predicateType} of ${place.subject.digest} was written to ${place.image.image.pinned} as ${first.layout}, but a consumer would not accept it: ${why}`,
                remedy: 'Run this again; what is stored is kept. If it stays so, the registry loses or changes what it takes.',
            });
        }
        await clock.sleep(limits/* FIRST_READ_BACK_DELAY_MS */.ZSO * 2 ** (look - 1) * (1 + random.fraction() / 2), signal);
    }
}
/** Where to look, and what for: all digests are known, so everything can be asked for at once. */
function writtenTo(reached, materials) {
    const slots = materials.flatMap(({ planned, bundle, layer }) => reached(planned).map(({ layout }) => ({ layout, bundle, layer })));
    const bundles = slots.flatMap(({ layout, bundle }) => layout === 'bundle-referrer' && bundle !== undefined ? [bundle.referrer] : []);
    const layers = slots.flatMap(({ layout, layer }) => layout !== 'bundle-referrer' && layer !== undefined ? [layer.layer] : []);
    return {
        layouts: [...new Set(slots.map(({ layout }) => layout))],
        only: {
            manifests: bundles.map(({ descriptor }) => descriptor.digest),
            blobs: [
                ...layers,
                ...bundles.map(({ layer, layerDescriptor }) => ({ descriptor: layerDescriptor, blob: layer })),
            ],
        },
    };
}
function missingOf({ planned, bundle, layer }, reached, place, signer) {
    const { claim } = planned.wanted;
    const layouts = reached.map(({ layout }) => layout);
    const again = planClaim({ claim, layouts, places: [place] }, signer, () => false);
    const { predicateType } = claim;
    const [subject, names] = [claim.subject.digest, []];
    return again.slots
        .filter(({ present }) => present === undefined)
        .map(({ layout }) => {
        const digest = layout === 'bundle-referrer' ? bundle?.referrer.descriptor.digest : layer?.layer.descriptor.digest;
        const verified = (layout === 'bundle-referrer' ? bundle : layer)?.verified;
        const isListed = place.found.checked.some((checked) => checked.layout === layout && checked.digest === digest);
        const mayBeGone = claim.kind !== 'signature' && digest !== undefined && verified !== undefined && !isListed;
        const supersedable = mayBeGone ? { layout, subject, names, digest, claim: verified } : undefined;
        return { layout, predicateType, supersedable };
    });
}
/** Whether another run, which began later, took this claim for an older one: then what it put there is what counts. */
const isReplaced = ({ supersedable }, checked, signer) => supersedable !== undefined && checked.some((newer) => takesPlaceOf(newer, supersedable, signer));

;// CONCATENATED MODULE: ./packages/core/build/flows/write-access.js
/**
 * Each repository that claims go to is asked once. The answer is the cancelling of the uploads that proved it: nothing has
 * to wait for that but the end.
 */
async function proveWriteAccess(run, planned) {
    const slots = planned.flatMap((one) => one.slots).filter(({ present }) => present === undefined);
    const images = new Set(slots.map(({ place }) => place.image));
    const proofs = new Map();
    const cancelling = [];
    const background = (one) => {
        one.catch(() => undefined);
        cancelling.push(one);
    };
    await Promise.all([...images].map((image) => run.attempt(image, () => {
        const proof = proofs.get(image.claims) ?? image.claims.proveWriteAccess({ background });
        proofs.set(image.claims, proof);
        return proof;
    })));
    return cancelling;
}

;// CONCATENATED MODULE: ./packages/core/build/flows/complete.js
















/** Looks at what is there, signs what is missing, stores it and reads it back; the outcome goes into `progress`. */
async function completeClaims(scene, drafts, progress) {
    const { options, identity, run } = scene;
    const wanted = await inspectPlaces(scene, drafts);
    const expected = expectedSigner(identity);
    const planned = planAll(scene, wanted, expected);
    tell(scene, progress, { planned }, expected);
    // Claims that may turn out to be this run's own count only once the certificate tells who that is.
    if (expected !== undefined || wanted.every((one) => sameClaims(one).length === 0)) {
        checkAdditions(planned, options.maxReferrers);
        scene.beside?.checkRoom(planned);
    }
    if (options.dryRun) {
        foresee(planned, scene.signingServices, identity.kind, progress);
        if (options.supersede !== undefined && expected !== undefined) {
            const older = countOf([...findOlder(planned, expected, options.supersede.from).values()].flat());
            progress.notices.push({
                level: 'notice',
                text: `${older} older claims would give way to those of this run`,
            });
        }
    }
    else {
        const cancelling = await proveWriteAccess(run, planned);
        try {
            await signAndStore(scene, wanted, expected, progress);
        }
        finally {
            await Promise.allSettled(cancelling);
        }
    }
    const error = (0,flows_report/* failureOf */.g5)(run);
    if (error === undefined)
        return;
    progress.error = error;
    progress.status = (0,flows_report/* statusOf */.c2)(error);
}
async function signAndStore(scene, wanted, expected, progress) {
    const { options, run, verifier } = scene;
    const { context } = scene.services;
    let planned = planAll(scene, wanted, expected);
    tell(scene, progress, { planned }, expected);
    const session = (0,sign.openSession)({
        context,
        services: scene.signingServices,
        trust: scene.trust,
        identity: sessionIdentity(scene.identity, options, context),
    });
    let signing = false;
    let signer = expected;
    const signed = [];
    const record = new StoreRecord();
    try {
        signer = await certifiedSigner(planned, expected, session);
        if (signer !== expected) {
            planned = planAll(scene, wanted, signer);
            checkAdditions(planned, options.maxReferrers);
            scene.beside?.checkRoom(planned);
        }
        const missing = planned.filter(isMissing);
        const older = options.supersede === undefined || signer === undefined
            ? new Map()
            : findOlder(planned, signer, options.supersede.from);
        if (missing.length > 0)
            context.log.info(`Signing and storing ${(0,counted/* counted */.h)(missing.length, 'claim')}`);
        else if (planned.length > 0)
            context.log.info('Everything is there already');
        signing = true;
        const { materials, failure } = await makeMaterials(missing, signed, {
            ...{ session, verifier, rebuild: scene.rebuild },
            supersedes: (one, layout) => namesIn(older.get(one), layout),
        });
        progress.bundles = newBundles(materials);
        await storeAll(run, planned, materials, record, { context, ...options });
        const by = signer;
        if (by !== undefined && materials.length > 0) {
            context.log.info('Reading back what was stored');
            const made = materials.map((material) => material.planned);
            await readBackAll(run, made, record, (place, reached) => readBack(place, reached, materials, by, verifier, context));
        }
        if (failure !== undefined)
            throw failure;
        await removeOlder(run, [...older.values()].flat(), { context, ...options }, progress);
    }
    finally {
        progress.figures = { ...session.figures(), storedObjects: record.writtenObjects };
        const unreached = (place, layout) => errorAt(run, record, place, layout);
        tell(scene, progress, { planned, materials: signed, record, signing, unreached }, signer);
    }
}
/** Puts what is known by now into the report: a run that ends early still says what was reached. */
function tell({ run, options }, progress, result, signer) {
    const whole = {
        materials: [],
        record: new StoreRecord(),
        signing: false,
        unreached: () => undefined,
        dryRun: options.dryRun,
        ...result,
    };
    progress.images = (0,flows_report/* imageReports */.jl)(run, (image) => claimReports(image, whole));
    progress.signer = reportedSigner(signer);
}
/** Plans the claims of all images that nothing went wrong with. */
function planAll({ run, rebuild }, wanted, signer) {
    const healthy = new Set(run.healthy);
    return wanted
        .map((one) => ({ ...one, places: one.places.filter(({ image }) => healthy.has(image)) }))
        .filter(({ places }) => places.length > 0)
        .map((one) => planClaim(one, signer, (claim, bundle) => rebuild(claim, bundle) !== undefined));
}
/** Who signs, from the certificate where one is needed anyway; else who was expected. */
async function certifiedSigner(planned, expected, session) {
    if (!planned.some(({ signStatement, signSimple }) => signStatement || signSimple))
        return expected;
    const signer = signerOfSession(await session.signer());
    const same = JSON.stringify(Object.entries(signer).sort()) === JSON.stringify(Object.entries(expected ?? {}).sort());
    return same ? expected : signer;
}

;// CONCATENATED MODULE: ./packages/core/build/flows/log-choice.js

/**
 * The tags `.sig` and `.att` hold a promise of the log, and readers of them know no other witness of a certificate: Rekor v2
 * gives none, and neither does a run without a log. Then bundles alone are written, and where the tags were asked for by
 * name the run is refused. A certificate that no timestamp authority would witness either is refused as well, before
 * anything is signed. Throws INPUTS_CONTRADICT.
 */
function chooseLayouts({ layouts, key, transparencyLog }, services) {
    const unlogged = transparencyLog !== 'none' && services.rekorUrls.length === 0 ? [UNLOGGED] : [];
    const why = whyNoPromise(key !== undefined, services);
    if (why === undefined)
        return { layouts, warnings: unlogged };
    if (key === undefined && services.tsaUrls.length === 0)
        throw noTime(why.long);
    if (layouts === 'legacy') {
        throw new build_errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
            what: `"layouts: legacy" writes the tags .sig and .att alone, and ${why.long}`,
            remedy: 'Set "layouts: all" or "layouts: bundle", or write to Rekor v1 (transparency-log: rekor-v1).',
        });
    }
    if (layouts === 'bundle')
        return { layouts, warnings: [...unlogged, ...why.readers] };
    const text = `Bundles alone are written, not the tags .sig and .att: ${why.long}. Left out is who reads nothing but these tags: Kyverno's ClusterPolicy with type Cosign, signatures in policy-controller, cosign before 2.6.3 by default, slsa-verifier, Connaisseur, podman and skopeo.`;
    return { layouts: 'bundle', warnings: [...unlogged, text, ...why.readers] };
}
/** A config may leave the log out, which is no choice of whoever runs this: they get to know. */
const UNLOGGED = 'The signing config names no transparency log, so nothing is logged. Say "transparency-log: none" if that is meant, or give a config with a log.';
/** undefined: layers of the tags get what their readers demand. A key needs no promise where no log was asked for. */
function whyNoPromise(withKey, { rekorUrls, rekorVersion }) {
    if (rekorUrls.length > 0) {
        if (rekorVersion === 1)
            return undefined;
        const readers = [
            'Entries of Rekor v2 are verified by cosign from 3.0.5 on (before, from 2.6.3 on, with --use-signed-timestamps), by Kyverno 1.19, gh 2.97 and what else is built on sigstore-go from 1.1.4 on, and by sigstore-js from verify 4.1 on; older ones may refuse them.',
        ];
        return { long: 'an entry of Rekor v2 holds no promise that they could carry', readers };
    }
    return withKey
        ? undefined
        : { long: 'without a log there is no promise of one that they could carry', readers: [] };
}
const noTime = (why) => new build_errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
    what: `No timestamp authority is among the signing services, and ${why}: nothing would witness that a certificate of ten minutes was valid when it signed`,
    remedy: 'Give a timestamp authority (timestamp-server-url, or a signing config with one), write to Rekor v1 (transparency-log: rekor-v1), or sign with a key.',
});

// EXTERNAL MODULE: ./packages/core/build/flows/images.js + 2 modules
var flows_images = __webpack_require__(65105);
// EXTERNAL MODULE: ./packages/core/build/flows/open-trust.js
var open_trust = __webpack_require__(18349);
// EXTERNAL MODULE: ./packages/core/build/flows/rebuild.js
var flows_rebuild = __webpack_require__(29883);
;// CONCATENATED MODULE: ./packages/core/build/flows/remember.js

/**
 * A verifier that verifies the same bytes about the same subject once in a run: what it established of a claim before
 * storing holds for what is read back, if not a byte differs. Rejections are not kept. Documents may be large: a payload
 * is held once, as in `payloads` where it is one of those, and predicates are not held as objects besides.
 */
function rememberVerdicts(verifier, payloads = []) {
    const known = new Map();
    const held = new Map(payloads.map((payload) => [(0,oci/* digestOf */.ol)(payload), payload]));
    const slim = (verified) => {
        const { payload, statement } = verified;
        const digest = (0,oci/* digestOf */.ol)(payload);
        const same = held.get(digest) ?? payload;
        held.set(digest, same);
        return {
            ...verified,
            payload: same,
            statement: statement === undefined ? undefined : { ...statement, predicate: undefined },
        };
    };
    return {
        requirements: verifier.requirements,
        verify: (material, subject, options) => {
            if (options !== undefined)
                return verifier.verify(material, subject, options);
            const key = keyOf(material, subject);
            const verified = known.get(key) ?? slim(verifier.verify(material, subject));
            known.set(key, verified);
            return verified;
        },
    };
}
/** Everything that a verdict depends on besides the trusted root and the keys, which a verifier is made of. */
function keyOf(material, subject) {
    if (material.kind === 'bundle')
        return JSON.stringify([subject, material.kind, (0,oci/* digestOf */.ol)(material.bytes)]);
    const annotations = Object.entries(material.annotations).sort(([one], [other]) => (one < other ? -1 : 1));
    return JSON.stringify([subject, material.kind, (0,oci/* digestOf */.ol)(material.payload), annotations]);
}

;// CONCATENATED MODULE: ./packages/core/build/flows/signing.js














/**
 * The story of signing: everything cheap is checked, what is there already is looked at, only what is missing is signed,
 * in one session, stored at every place and read back as a consumer would. Nothing is signed twice: a run that was
 * interrupted is completed by running it again.
 */
const runSigning = (job, services) => (0,flows_report/* reported */.Y6)(job.command, services, async (progress) => {
    const openBeside = await job.beside?.();
    const signingServices = await signing_chooseServices(job.options, services);
    const { layouts: written, warnings } = chooseLayouts(job.options, signingServices);
    for (const text of warnings)
        progress.notices.push({ level: 'warning', text });
    const options = { ...job.options, layouts: written };
    const lookAhead = createLookAhead();
    const open = async (identity, keys) => {
        const witnessed = signingServices.rekorUrls.length + signingServices.tsaUrls.length > 0;
        const trust = await (0,open_trust/* openTrust */.N)(options.trust, keys, identity === 'key' && !witnessed, services);
        checkWitnesses(identity, signingServices, trust.verifier.requirements);
        const layouts = layoutsToRead(options.layouts, job.signs);
        const look = (repository, digest) => {
            lookAhead(repository, digest, layouts).catch(() => undefined); // told when it is asked for again
        };
        return { trust, run: await (0,flows_images/* openImages */.x)(options, services, look) };
    };
    // Registries are read while the token is on its way, but where that may show that nothing may be asked of anyone.
    const early = opensEarly(options, signingServices) ? open('token', []) : undefined;
    const ended = early?.catch(() => undefined);
    const identity = await identifyOrSkip(options, services, progress).finally(() => ended);
    if (identity === undefined)
        return;
    const token = identity.kind === 'token' ? identity.token : undefined;
    if (identity.kind !== 'unknown')
        (0,sign.refusePublicLog)(token?.claims, signingServices, options.publicLog);
    progress.notices.push({ level: 'notice', text: describeIdentity(identity) });
    const keys = identity.kind === 'key' ? [identity.key.publicKeyPem] : [];
    const { trust, run } = await (early ?? open(identity.kind, keys));
    progress.notices.push(trust.notice);
    const drafts = withoutRepeats(job.draft(run, token));
    for (const text of checkSizes(drafts, signingServices))
        progress.notices.push({ level: 'warning', text });
    const verifier = rememberVerdicts(trust.verifier, drafts.map(({ claim }) => claim.payload));
    const rebuild = (0,flows_rebuild/* createRebuild */.u)(trust.material, verifier, signingServices.rekorUrls.length > 0);
    const beside = openBeside?.(run, progress);
    await beside?.look();
    const scene = {
        options,
        services,
        signingServices,
        identity,
        run,
        lookAhead,
        rebuild,
        verifier,
        trust: trust.material,
        beside,
    };
    await completeClaims(scene, drafts, progress);
    await beside?.complete();
});
/** Whether a token has to be fetched, and cannot turn out to forbid the run (refusePublicLog). */
const opensEarly = ({ key, identity, dryRun, publicLog }, { publicServices }) => key === undefined &&
    !dryRun &&
    (identity.input ?? '').trim() === '' &&
    identity.runner !== undefined &&
    (publicServices.length === 0 || publicLog === 'allow');
async function identifyOrSkip(options, services, progress) {
    try {
        return await identify(options, services);
    }
    catch (thrown) {
        const error = (0,build_errors/* asCountersignError */.ek)(thrown);
        if (error.code !== 'IDENTITY_TOKEN_MISSING' || options.onMissingIdentity !== 'skip')
            throw error;
        progress.status = 'skipped';
        progress.notices.push({
            level: 'warning',
            text: `Nothing was signed: ${error.message}. ${error.remedy.replaceAll('\n', ' ')}`,
        });
        return undefined;
    }
}
/**
 * A key without a log needs no service at all: unless a timestamp authority was named, nothing but the registry is asked.
 */
async function signing_chooseServices(options, { context, cacheDir }) {
    const { key, transparencyLog, signingConfig } = options;
    if (key !== undefined && transparencyLog === 'none' && signingConfig.kind === 'public-good')
        return NO_SERVICES;
    const config = await (0,build_trust/* loadSigningConfig */.Uk)(signingConfig, { context, cacheDir }, transparencyLog);
    return servicesFor(options, (0,build_trust/* selectServices */.Zo)(config, context.clock.now(), options));
}
const NO_SERVICES = {
    fulcioUrl: undefined,
    rekorUrls: [],
    rekorVersion: 1,
    tsaUrls: [],
    publicServices: [],
};
/** Timestamps go into bundles; where none is written and a log witnesses, nobody would read them. */
const servicesFor = ({ layouts }, chosen) => layouts === 'legacy' && chosen.rekorUrls.length > 0 && chosen.rekorVersion === 1
    ? { ...chosen, tsaUrls: [] }
    : chosen;

;// CONCATENATED MODULE: ./packages/core/build/flows/attest.js





/**
 * Attests images: documents and predicates to the digest each belongs to, provenance (and, where asked for, the
 * signature) to the digest given and its platforms, all in one session. Documents are checked to be what they say they
 * are before anything else happens. What goes wrong is in the report.
 */
async function attestImages(options, services) {
    let documents;
    try {
        documents = await readDocuments(options);
    }
    catch (error) {
        return (0,flows_report/* reported */.Y6)('attest', services, () => {
            throw error;
        });
    }
    return runSigning({
        command: 'attest',
        options,
        signs: options.signature,
        draft: (run, token) => [
            ...(options.signature ? perDigest(run, build_claims/* signatureClaim */.P6) : []),
            ...(options.provenance ? perDigest(run, (subject, name) => provenanceOf(subject, name, token)) : []),
            ...draftDocuments(documents, run),
        ],
    }, services);
}
const VALIDATE = {
    sbom: build_claims/* validateDocument */.mv,
    'vulnerability-report': build_claims/* validateVulnerabilityReport */.XL,
    openvex: build_claims/* validateOpenVex */.sS,
};
/** One after the other: each may be large. */
async function readDocuments(options) {
    const documents = [];
    const schemas = new build_claims/* Schemas */.ny();
    for (const { kind, path, platform, bytes } of options.documents) {
        documents.push({ kind, path, platform, checked: await VALIDATE[kind](bytes, path, schemas) });
    }
    for (const { type, path, bytes } of options.predicates) {
        const checked = await (0,build_claims/* validatePredicate */.MJ)(type, bytes, path, schemas);
        documents.push({ kind: 'predicate', path, platform: undefined, checked });
    }
    if (documents.length === 0 && !options.provenance) {
        throw new build_errors/* CountersignError */.WS('INPUT_MISSING', {
            what: 'Nothing was given to attest',
            remedy: 'Give sbom, vulnerability-report, openvex, "provenance: true", or predicate-type with predicate-path.',
        });
    }
    if (options.provenance && options.key !== undefined) {
        throw new build_errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
            what: 'Provenance is written from the claims of an identity token, and with a key none is asked for',
            remedy: 'Leave out the key, or attest a predicate of your own with predicate-type and predicate-path.',
        });
    }
    return documents;
}
/**
 * Throws INPUTS_CONTRADICT where two scans come to be about one digest: verifiers differ in which of two they believe, so
 * the clean one could cover the other.
 */
function draftDocuments(documents, run) {
    const scans = new Map();
    return documents.flatMap((document) => {
        const drafts = draftDocument(document, run);
        if (document.kind !== 'vulnerability-report')
            return drafts;
        for (const { claim } of drafts) {
            const place = `${claim.subject.digest} ${claim.predicateType}`;
            const other = scans.get(place);
            if (other !== undefined)
                throw twoScans(other, document.path, claim.subject);
            scans.set(place, document.path);
        }
        return drafts;
    });
}
const twoScans = (one, other, subject) => new build_errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
    what: `${one} and ${other} are both the scan of ${subject.platform ?? 'the digest given'} (${subject.digest})`,
    remedy: 'Give one report for each digest: the one of a platform names its manifest, or is given as PLATFORM=PATH.',
});
/**
 * A document that names digests goes to the images that hold one of them, and has to find one; a document that names none
 * goes to every image. Throws DOCUMENT_SUBJECT_MISMATCH.
 */
function draftDocument({ kind, path, platform, checked }, run) {
    const { images } = run;
    const holders = images.filter(({ image }) => checked.describes.length === 0 ||
        [image.root, ...image.platforms].some(({ digest }) => checked.describes.includes(digest)));
    // Where no image holds it, routing says which digests it names.
    const homes = (holders.length > 0 ? holders : images).map((open) => ({
        open,
        subject: (0,build_claims/* routeDocument */.NJ)(checked, open.image, platform, path),
    }));
    const make = kind === 'sbom' ? build_claims/* documentClaim */.Oy : build_claims/* predicateClaim */.qz;
    return groupBy(homes).map(([subject, holders]) => ({
        claim: namedAfter(holders, run, (name) => make(subject, name, checked)),
        images: holders,
    }));
}
/** The same digest in several repositories is one claim. */
function groupBy(homes) {
    const groups = new Map();
    for (const { open, subject } of homes) {
        const group = groups.get(subject.digest);
        if (group === undefined)
            groups.set(subject.digest, [subject, [open]]);
        else
            group[1].push(open);
    }
    return [...groups.values()];
}
/** A dry run has no token: then the claim is planned without its content. */
function provenanceOf(subject, name, token) {
    if (token !== undefined)
        return (0,build_claims/* provenanceClaim */.uj)(subject, name, token.claims);
    return {
        kind: 'provenance',
        subject,
        predicateType: build_claims/* SLSA_PROVENANCE_V1 */.us,
        payload: new Uint8Array(),
        simpleSigning: undefined,
    };
}

;// CONCATENATED MODULE: ./packages/core/build/flows/get.js







/**
 * Finds the predicates of one type about one digest that verify, signed by whom the rules accept: the same decision that
 * `verify` makes. Nothing else comes out: without one the run is rejected, and undecided where the registry failed.
 */
const getPredicates = (options, services) => (0,flows_report/* reported */.Y6)('get', services, async (progress) => {
    const { signers, requirement, platform } = options;
    const keys = signers.flatMap((rule) => (rule.kind === 'key' ? [rule.publicKeyPem] : []));
    const trust = await (0,open_trust/* openTrust */.N)(options.trust, keys, keys.length === signers.length, services);
    const run = await (0,flows_images/* openImages */.x)(options, services);
    const [open] = run.images;
    const failure = (0,flows_report/* failureOf */.g5)(run);
    if (open === undefined || failure !== undefined)
        throw failure ?? new Error('a run has no image');
    const subject = platform === undefined ? open.image.root : (0,build_claims/* findPlatform */.rB)(open.image, platform);
    const { checked } = await (0,inspect/* inspect */.N)(open.claims, subject.digest, trust.verifier);
    const decision = (0,policy/* decide */.LD)({ ...open.image, root: subject, platforms: [] }, checked, signers, [requirement]);
    const refusal = (0,policy/* refusalOf */.Of)(decision);
    if (refusal !== undefined)
        throw refusal;
    // in-toto lets a statement go without a predicate: such a one has nothing to print.
    const predicates = (0,policy/* claimsThatMet */.Ln)(decision)
        .map(({ statement }) => statement?.predicate)
        .filter((predicate) => predicate !== undefined);
    if (predicates.length === 0)
        throw nothingStated(open.image.pinned, requirement.name);
    progress.predicates = options.all ? predicates : predicates.slice(0, 1);
});
const nothingStated = (image, type) => new build_errors/* CountersignError */.WS('CLAIM_MISSING', {
    what: `What verified of type ${type} about ${image} states no predicate`,
    remedy: 'Have it attested with a predicate.',
});

// EXTERNAL MODULE: ./packages/core/build/notation/index.js + 21 modules
var build_notation = __webpack_require__(95487);
// EXTERNAL MODULE: ./packages/core/build/flows/notation.js
var flows_notation = __webpack_require__(65388);
;// CONCATENATED MODULE: ./packages/core/build/flows/notation-sign.js













/**
 * Makes ready to sign for Notation: key and certificates are held together, and the timestamp authority is chosen, before
 * anything is asked of a registry. Throws KEY_INVALID, CERTIFICATE_INVALID and what the signing config throws.
 */
async function openNotation(notation, options, services) {
    const { context } = services;
    const signer = (0,build_notation/* notationSigner */.$n)(await openKey(notation, services), notation.certificates.bytes, notation.certificates.path, context.clock.now());
    const tsaUrl = notation.tsaUrl ?? (await chooseAuthority(options, services));
    return (run, progress) => new NotationSession({ notation, signer, tsaUrl, options, services, run, progress });
}
/** What is there is looked at first, only what is missing is signed, and what was stored is read back. */
class NotationSession {
    #scene;
    #gate = (0,concurrency/* createGate */.q)(limits/* FLOW_CONCURRENCY */.ZG7);
    #wanted = [];
    #looking;
    constructor(scene) {
        this.#scene = scene;
    }
    look() {
        const { run } = this.#scene;
        this.#looking ??= this.#each(run.healthy.flatMap((image) => image.subjects.map((subject) => ({ image, subject }))), async ({ image, subject }) => {
            this.#wanted.push(await this.#look(image, subject));
        });
        return this.#looking;
    }
    /** Kyverno and others read no more referrers than so many. */
    checkRoom(planned) {
        const { maxReferrers } = this.#scene.options;
        for (const { image, subject, referrers } of this.#missing()) {
            const bundles = planned
                .flatMap(({ slots }) => slots)
                .filter(({ layout, present, place }) => layout === 'bundle-referrer' &&
                present === undefined &&
                place.image === image &&
                place.subject.digest === subject.digest).length;
            if (referrers + bundles + 1 <= maxReferrers)
                continue;
            throw new build_errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
                what: `${subject.digest} in ${image.image.pinned} has ${referrers} referrers and would come to hold ${referrers + bundles + 1} with a Notation signature, more than ${maxReferrers}`,
                remedy: 'Delete referrers that nobody needs, or raise max-referrers if your verifiers read more.',
            });
        }
    }
    async complete() {
        const { run, options, progress, tsaUrl } = this.#scene;
        try {
            await this.look();
            this.checkRoom([]);
            const missing = this.#healthy(this.#missing());
            if (options.dryRun)
                foreseeNotation(missing, tsaUrl !== undefined, progress);
            else if (missing.length > 0)
                await this.#store(missing);
        }
        finally {
            this.#tell();
        }
        const error = (0,flows_report/* failureOf */.g5)(run);
        if (error === undefined)
            return;
        progress.error = error;
        progress.status = (0,flows_report/* statusOf */.c2)(error);
    }
    #missing() {
        return this.#wanted.filter(({ claim }) => claim.state === 'planned');
    }
    /** Whether this signer's signature of this digest stands there already. */
    async #look(image, subject) {
        const { signer } = this.#scene;
        const { found, referrers, source } = await (0,build_layouts/* collectNotation */.$W)(image.claims, subject.digest);
        for (const one of found) {
            const intact = 'bytes' in one ? await this.#readOwn(one, subject) : undefined;
            if (intact === undefined)
                continue;
            return {
                image,
                subject,
                referrers,
                source,
                claim: (0,flows_notation/* notationClaim */.Jk)(subject, 'present', { digest: one.digest, leaf: intact.leaf }),
            };
        }
        const claim = (0,flows_notation/* notationClaim */.Jk)(subject, 'planned', { leaf: signer.chain[0] });
        return { image, subject, referrers, source, claim };
    }
    /** A signature that holds, is about this digest and is what this run would make; undefined: it is not. */
    async #readOwn({ mediaType, bytes }, subject) {
        const { notation, signer, tsaUrl, services } = this.#scene;
        if (mediaType !== build_notation/* ENVELOPE_TYPE */.cS[notation.format])
            return undefined;
        let intact;
        try {
            intact = await (0,build_notation/* verifyIntegrity */.He)(mediaType, bytes);
        }
        catch (error) {
            if (error instanceof build_errors/* CountersignError */.WS && error.fault === 'rejection')
                return undefined;
            throw error;
        }
        const { envelope, leaf, target } = intact;
        const { expiry, timestamp } = envelope;
        const stillGood = notation.expiryMs === undefined
            ? expiry === undefined
            : expiry !== undefined && expiry > services.context.clock.now();
        const isOwn = signer.chain[0]?.raw.equals(leaf.raw) === true && envelope.scheme === 'notary.x509';
        const isAbout = target.digest === subject.digest &&
            target.size === subject.size &&
            target.mediaType === subject.mediaType;
        // What is not signed anybody may have put there: a timestamp of something else is none.
        const isStamped = tsaUrl === undefined || (timestamp !== undefined && (0,build_notation/* isTimestampOf */.oM)(timestamp, envelope.signature));
        return isOwn && isAbout && stillGood && isStamped ? intact : undefined;
    }
    async #store(missing) {
        const { run, options, services } = this.#scene;
        const { context } = services;
        for (const repository of new Set(missing.map(({ image }) => image))) {
            await run.attempt(repository, () => repository.claims.proveWriteAccess());
        }
        const writers = new tag_writers/* TagWriters */.b({ context, ...options });
        // Platforms of two indexes are signed once for each: a signature costs nothing but a timestamp.
        await this.#each(this.#healthy(missing), async (one) => {
            one.made = await this.#sign(one.subject);
        });
        await this.#each(this.#healthy(missing), async ({ image, subject, made }) => {
            if (made === undefined)
                return;
            const { claims } = image;
            await claims.putBlob(made.config, { isNew: true });
            await claims.putBlob(made.envelope, { isNew: true });
            const { source } = await (0,registry/* addReferrers */.It)(claims, writers.of(claims), subject.digest, [
                {
                    bytes: made.manifest,
                    mediaType: oci/* OCI_MANIFEST */.EG,
                    onStep: (step) => {
                        if (step === 'stored')
                            this.#count('storedObjects');
                    },
                },
            ]);
            if (source === 'fallback')
                this.#count('storedObjects');
        });
        await writers.settle(run);
        await this.#each(this.#healthy(missing), async (one) => {
            if (one.made === undefined)
                return;
            await this.#readBack(one, one.made.digest);
            const { digest } = one.made;
            one.claim = { ...one.claim, state: 'stored', digest };
        });
    }
    async #sign(subject) {
        const { notation, signer, tsaUrl, services } = this.#scene;
        const { context } = services;
        const signingTime = wholeSeconds(context.clock.now());
        const { expiryMs, format, agent } = notation;
        const stamp = async (signature, hash) => {
            const { der } = await (0,sign.requestTimestamp)(context, tsaUrl ?? '', signature, hash);
            this.#count('timestamps');
            return (0,build_notation/* tokenOf */.B9)(der);
        };
        const bytes = await (0,build_notation/* signNotation */.Wx)((0,flows_notation/* targetOf */.$r)(subject), {
            format,
            signer,
            signingTime,
            agent,
            expiry: expiryMs === undefined ? undefined : new Date(signingTime.getTime() + expiryMs),
            stamp: tsaUrl === undefined ? undefined : stamp,
        });
        const ders = signer.chain.map(({ raw }) => raw);
        return (0,build_layouts/* notationReferrer */.gx)({ mediaType: build_notation/* ENVELOPE_TYPE */.cS[format], bytes }, ders, subject, signingTime);
    }
    /** As a consumer would find it; a registry may need a while to show it. Throws REGISTRY_MISBEHAVED. */
    async #readBack({ image, subject }, digest) {
        const { clock, random, signal } = this.#scene.services.context;
        for (let look = 1;; look += 1) {
            const { found } = await (0,build_layouts/* collectNotation */.$W)(image.claims, subject.digest, { only: [digest] });
            const [one] = found;
            if (one !== undefined && 'bytes' in one && (await this.#readOwn(one, subject)) !== undefined)
                return;
            if (look >= limits/* MAX_READ_BACKS */.nj4) {
                const why = one === undefined ? 'it is not listed' : 'reason' in one ? one.reason : 'it does not verify';
                throw new build_errors/* CountersignError */.WS('REGISTRY_MISBEHAVED', {
                    what: `The Notation signature of ${subject.digest} was written to ${image.image.pinned}, but a consumer would not accept it: ${why}`,
                    remedy: 'Run this again; what is stored is kept. If it stays so, the registry loses or changes what it takes.',
                });
            }
            await clock.sleep(limits/* FIRST_READ_BACK_DELAY_MS */.ZSO * 2 ** (look - 1) * (1 + random.fraction() / 2), signal);
        }
    }
    async #each(all, step) {
        const { run } = this.#scene;
        await (0,concurrency/* allEnded */.C)(all.map((one) => run.attempt(one.image, () => this.#gate(() => step(one)))));
    }
    #count(figure) {
        const { progress } = this.#scene;
        progress.figures = { ...progress.figures, [figure]: progress.figures[figure] + 1 };
    }
    #healthy(all) {
        const healthy = new Set(this.#scene.run.healthy);
        return all.filter(({ image }) => healthy.has(image));
    }
    /** Adds the signatures to what the report says of each image. */
    #tell() {
        const { run, options, progress } = this.#scene;
        const before = new Map(progress.images.map((image) => [image.reference, image]));
        progress.images = (0,flows_report/* imageReports */.jl)(run, (open) => [
            ...(before.get(open.image.pinned)?.claims ?? []),
            ...open.subjects.flatMap(({ digest }) => this.#wanted
                .filter(({ image, subject }) => image === open && subject.digest === digest)
                .map(({ image, claim }) => claim.state === 'planned' && !options.dryRun
                ? {
                    ...claim,
                    state: 'unreached',
                    reason: run.failureOf(image)?.message ?? 'not stored: the run ended before',
                }
                : claim)),
        ]);
    }
}
async function openKey({ key }, services) {
    const isPem = 'pem' in key && key.password === undefined;
    return isPem
        ? (0,build_notation/* parseNotationKey */.d2)(key.pem, key.name)
        : (0,build_notation/* notationKeyOf */.$U)(await (0,sign.openSigningKey)(key, services), key.name);
}
/** The timestamp authority that the run names, by URL or by a signing config; the public-good default is not asked unasked. */
async function chooseAuthority({ signingConfig, transparencyLog }, { context, cacheDir }) {
    if (signingConfig.kind === 'public-good')
        return undefined;
    const config = await (0,build_trust/* loadSigningConfig */.Uk)(signingConfig, { context, cacheDir });
    return (0,build_trust/* selectServices */.Zo)(config, context.clock.now(), { transparencyLog }).tsaUrls[0];
}
const wholeSeconds = (time) => new Date(1000 * Math.floor(time.getTime() / 1000));

;// CONCATENATED MODULE: ./packages/core/build/flows/sign.js






/**
 * Signs images: each digest given and, with platforms `all`, each platform manifest below it; for Sigstore, for Notation,
 * or both in one run. What goes wrong is in the report, with the status of its fault; the promise is rejected by nothing
 * but a defect.
 */
const signImages = (options, services) => {
    const { notation } = options;
    if (notation?.alone === true)
        return signForNotation(notation, options, services);
    return runSigning({
        command: 'sign',
        options,
        signs: true,
        draft: (run) => perDigest(run, build_claims/* signatureClaim */.P6),
        ...(notation === undefined ? {} : { beside: () => openNotation(notation, options, services) }),
    }, services);
};
/** No identity, no service of Sigstore's and no trusted root: the key, the registry and a timestamp authority that is named. */
const signForNotation = (notation, options, services) => (0,flows_report/* reported */.Y6)('sign', services, async (progress) => {
    const sign = await openNotation(notation, options, services);
    await sign(await (0,flows_images/* openImages */.x)(options, services), progress).complete();
});

// EXTERNAL MODULE: ./packages/core/build/doctor/index.js + 25 modules
var build_doctor = __webpack_require__(8434);
// EXTERNAL MODULE: ./packages/core/build/report/index.js + 8 modules
var build_report = __webpack_require__(23224);
;// CONCATENATED MODULE: ./packages/core/build/flows/doctor.js









/**
 * Reads images as each verifier of the field would, and says which of them sees what, and why not; with `repair` it first
 * mends the lists and adds the layouts that can be made of what is there. `rejected` where a verifier that counts would
 * not accept something, `undecided` where the registry did not answer.
 */
async function examineImages(options, services) {
    let doctor;
    const report = await (0,flows_report/* reported */.Y6)('doctor', services, async (progress) => {
        const scene = await openScene(options, services, progress);
        const { run } = scene;
        const verifiers = build_doctor/* VERIFIERS */.a.map((one) => one.id === 'notation' && options.notation !== undefined ? { ...one, counted: true } : one);
        const repair = options.repair
            ? await (await __webpack_require__.e(/* import() */ 2777).then(__webpack_require__.bind(__webpack_require__, 32777))).repairImages(scene, progress)
            : undefined;
        const diagnoses = new Map();
        for (const [open, all] of await lookAtAll(scene)) {
            diagnoses.set(open, all.map(({ observation }) => (0,build_doctor/* diagnose */.h4)(observation, options.signers, verifiers)));
        }
        doctor = {
            images: run.images.flatMap((open) => {
                const found = diagnoses.get(open);
                return found === undefined ? [] : [{ reference: open.image.pinned, diagnoses: found }];
            }),
            verifiers,
            asked: options.asked?.map(({ id }) => id),
            ...(repair === undefined ? {} : { repair }),
        };
        for (const open of run.images) {
            const own = doctor.images.filter(({ reference }) => reference === open.image.pinned);
            const error = own.length === 0 ? undefined : unseenError(open, { ...doctor, images: own });
            if (error !== undefined)
                run.fail(open, error);
        }
        progress.images = (0,flows_report/* imageReports */.jl)(run, () => []);
        progress.error = (0,flows_report/* failureOf */.g5)(run);
        if (progress.error !== undefined)
            progress.status = (0,flows_report/* statusOf */.c2)(progress.error);
    });
    return doctor === undefined ? report : { ...report, doctor };
}
/** What stands beside each digest of the images, for a program that asks one verifier at a time (`answerOf`). */
async function observeImages(options, services) {
    const scene = await openScene(options, services);
    const found = await lookAtAll(scene);
    const failure = (0,flows_report/* failureOf */.g5)(scene.run);
    if (failure !== undefined)
        throw failure;
    return [...found.values()].flat().map(({ observation }) => observation);
}
async function openScene(options, services, progress) {
    const { signers } = options;
    const keys = signers.flatMap((rule) => (rule.kind === 'key' ? [rule.publicKeyPem] : []));
    const keysAlone = keys.length > 0 && keys.length === signers.length;
    const { material, notice } = await (0,open_trust/* openTrust */.N)(options.trust, keys, keysAlone, services);
    progress?.notices.push(notice);
    const judges = (0,build_doctor/* createJudges */.z9)(material, keys);
    const run = await (0,flows_images/* openImages */.x)(options, services);
    const gate = (0,concurrency/* createGate */.q)(limits/* FLOW_CONCURRENCY */.ZG7);
    const judge = options.notation === undefined
        ? undefined
        : new (await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 76044))).NotationJudge(options.notation, services);
    return {
        options,
        services,
        run,
        trust: material,
        strict: judges.strict,
        look: (image, subject, fresh = false) => gate(async () => {
            const elsewhere = image.claims !== image.repository;
            const seen = await (0,build_doctor/* observe */.lB)(image.claims, subject, judges, { fresh, elsewhere });
            return judge === undefined
                ? seen
                : withNotation(seen, await judge.look(image, subject, seen.collected));
        }),
    };
}
/** Signatures that the policy passes by (`skip`) stay unjudged. */
function withNotation(seen, judged) {
    const claims = judged.map(({ claim }) => claim).filter(({ state }) => state !== 'unchecked');
    if (claims.length === 0)
        return seen;
    const notation = {
        accepted: claims.flatMap(({ state, digest }) => (state === 'verified' && digest ? [digest] : [])),
        reasons: claims.flatMap(({ state, reason }) => state === 'rejected' ? [reason ?? 'it does not verify'] : []),
    };
    return { ...seen, observation: { ...seen.observation, notation } };
}
async function lookAtAll({ run, look }) {
    const found = new Map();
    await Promise.all(run.healthy.map((open) => run.attempt(open, async () => {
        found.set(open, await Promise.all(open.subjects.map((subject) => look(open, subject))));
    })));
    return found;
}
function unseenError(open, report) {
    const failed = (0,build_report/* unseen */.nv)(report);
    const [first] = failed;
    if (first === undefined)
        return undefined;
    const titles = [...new Set(failed.map(({ verifier }) => verifier.title))];
    const shown = titles.length > 3 ? `${titles.slice(0, 3).join(', ')} and ${titles.length - 3} more` : titles.join(', ');
    return new build_errors/* CountersignError */.WS('CLAIM_UNSEEN', {
        what: `${(0,counted/* counted */.h)(titles.length, 'verifier')} would not accept all that there is about ${open.image.pinned}: ${shown}`,
        remedy: first.remedy === ''
            ? 'The report says what each of them misses. With --for you name the verifiers that count.'
            : first.remedy,
    });
}

// EXTERNAL MODULE: ./packages/core/build/flows/notation-verify.js
var notation_verify = __webpack_require__(76044);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./packages/core/build/flows/predicates-dir.js







/**
 * The folder of `predicates-dir`, absolute. It must not be there yet, or be empty: what lay there from before would pass
 * for verified. Throws INPUT_INVALID.
 */
async function freshFolder(folder, workDir) {
    const path = (0,external_node_path_.resolve)(workDir, folder);
    const found = await (0,promises_.lstat)(path).catch((cause) => {
        if ((0,build_json/* memberAt */.mz)(cause, 'code') === 'ENOENT')
            return undefined;
        throw unusable(folder, 'cannot be looked at', cause);
    });
    if (found === undefined)
        return path;
    if (!found.isDirectory())
        throw unusable(folder, 'is not a folder');
    const names = await (0,promises_.readdir)(path).catch((cause) => {
        throw unusable(folder, 'cannot be read', cause);
    });
    if (names.length > 0)
        throw unusable(folder, 'is not empty');
    return path;
}
/**
 * Writes the predicates of claims, the newest first, as `sha256-HEX/NAME-N.json`: the digest they are about, a word of ours
 * for their type (spdx, cyclonedx, slsaprovenance, slsaprovenance02, vuln, vulns, openvex, predicate) and a number from 1. Nothing in a name is
 * the attestation's choice. The folder appears with all of them or not at all. Throws INPUT_INVALID.
 */
async function writePredicates(path, claims) {
    const draft = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_crypto_.randomUUID)()}`);
    try {
        await (0,promises_.mkdir)(draft, { recursive: true });
        const counts = new Map();
        for (const { subject, predicateType, statement } of claims) {
            if (statement?.predicate === undefined)
                continue;
            const folder = `sha256-${(0,oci/* hexOf */.ZD)(subject)}`;
            const stem = (0,external_node_path_.join)(folder, (0,build_claims/* shortNameOf */.PI)(predicateType));
            const number = (counts.get(stem) ?? 0) + 1;
            counts.set(stem, number);
            await (0,promises_.mkdir)((0,external_node_path_.join)(draft, folder), { recursive: true });
            await (0,promises_.writeFile)((0,external_node_path_.join)(draft, `${stem}-${number}.json`), `${JSON.stringify(statement.predicate)}\n`, {
                flag: 'wx',
            });
        }
        await (0,promises_.rename)(draft, path);
    }
    catch (cause) {
        await (0,promises_.rm)(draft, { recursive: true, force: true }).catch(() => undefined); // its parent is why it failed
        throw unusable(path, 'cannot be written', cause);
    }
}
const unusable = (folder, why, cause) => new build_errors/* CountersignError */.WS('INPUT_INVALID', {
    what: `The input predicates-dir names ${JSON.stringify(folder)}, which ${why}`,
    remedy: 'Name a folder that is not there yet, or an empty one, below one that may be written to.',
    cause,
});

;// CONCATENATED MODULE: ./packages/core/build/flows/verify.js










/**
 * Verifies images: collects every claim from every layout, verifies each, and decides whether what is required is there,
 * signed by whom the rules accept. `rejected` is a verdict, `undecided` the lack of one; where one image is rejected and
 * another could not be decided, the run is rejected and both are told apart in their reports. In mode `warn` the verdict
 * is the same: whoever called asked for it and does not fail for it.
 */
const verifyImages = (options, services) => (0,flows_report/* reported */.Y6)('verify', services, async (progress) => {
    progress.mode = options.mode;
    const { signers, requirements, predicatesDir } = options;
    const folder = predicatesDir === undefined ? undefined : await freshFolder(predicatesDir, services.workDir);
    const keys = signers.flatMap((rule) => (rule.kind === 'key' ? [rule.publicKeyPem] : []));
    const keysAlone = keys.length === signers.length;
    const required = requirements.filter(({ kind }) => kind !== 'notation');
    const byNotation = requirements.find(({ kind }) => kind === 'notation');
    const judge = new notation_verify.NotationJudge(options.notation, services);
    // What only Notation is asked about needs nothing of Sigstore's, and no trusted root.
    const trust = required.length === 0 && byNotation !== undefined
        ? undefined
        : await (0,open_trust/* openTrust */.N)(options.trust, keys, keysAlone, services);
    if (trust !== undefined)
        progress.notices.push(trust.notice);
    const run = await (0,flows_images/* openImages */.x)(options, services);
    const gate = (0,concurrency/* createGate */.q)(limits/* FLOW_CONCURRENCY */.ZG7);
    const decisions = new Map();
    const notation = new Map();
    await Promise.all(run.images.map((open) => run.attempt(open, async () => {
        if (byNotation !== undefined)
            notation.set(open, await judge.decide(open, byNotation));
        if (trust === undefined)
            return;
        const inspected = await Promise.all(demanded(open, required).map(({ digest }) => gate(() => (0,inspect/* inspect */.N)(open.claims, digest, trust.verifier))));
        const checked = inspected.flatMap((found) => found.checked);
        decisions.set(open, (0,policy/* decide */.LD)(open.image, checked, signers, required));
    })));
    for (const [open, decision] of decisions) {
        const error = (0,policy/* refusalOf */.Of)(decision);
        if (error !== undefined)
            run.fail(open, error);
    }
    for (const [open, { error, warnings }] of notation) {
        if (error !== undefined)
            run.fail(open, error);
        for (const text of new Set(warnings))
            progress.notices.push({ level: 'warning', text });
    }
    progress.images = (0,flows_report/* imageReports */.jl)(run, (open) => [
        ...judgedReports(open, decisions.get(open)?.claims ?? []),
        ...(notation.get(open)?.claims ?? []),
    ], (open) => [...requirementReports(decisions.get(open)), ...(notation.get(open)?.requirements ?? [])]);
    progress.error = (0,flows_report/* failureOf */.g5)(run);
    if (progress.error !== undefined)
        progress.status = (0,flows_report/* statusOf */.c2)(progress.error);
    if (progress.status === 'ok' && folder !== undefined) {
        await writePredicates(folder, [...decisions.values()].flatMap(policy/* claimsThatMet */.Ln));
        progress.predicatesPath = folder;
    }
    if (progress.status === 'rejected' && options.mode === 'warn') {
        progress.notices.push({
            level: 'warning',
            text: 'An image was rejected. In the mode "warn" that does not end the job: this image is not verified.',
        });
    }
});
/** The digests to look at: with `platforms: index` too, `sbom@all` asks for each platform. */
const demanded = ({ image, subjects }, requirements) => requirements.some(({ everywhere }) => everywhere) ? [image.root, ...image.platforms] : subjects;
/** Judged claims of one image as a report has them. */
const judgedReports = (open, claims) => claims.map((judged) => {
    const subject = [open.image.root, ...open.image.platforms].find(({ digest }) => digest === judged.subject);
    const common = {
        subject: judged.subject,
        platform: subject?.platform,
        layout: judged.layout,
        digest: judged.digest,
    };
    const facts = judged.claim === undefined
        ? { identity: undefined, issuer: undefined, logIndex: undefined }
        : factsOf(judged.claim);
    switch (judged.state) {
        case 'verified':
        case 'superseded':
            return {
                ...common,
                ...facts,
                predicateType: judged.claim.predicateType,
                state: judged.state,
                reason: judged.state === 'superseded' ? `a newer claim took its place: ${judged.by}` : undefined,
            };
        case 'rejected':
            return {
                ...common,
                ...facts,
                predicateType: judged.predicateType ?? '',
                state: 'rejected',
                reason: judged.error.message,
            };
    }
});
const requirementReports = (decision) => (decision?.requirements ?? []).map(({ requirement, subject, platform, met, reason }) => ({
    name: requirement.name,
    subject,
    platform,
    met,
    reason,
}));

;// CONCATENATED MODULE: ./packages/core/build/flows/tree.js









/**
 * Shows images as they are: platforms, and every claim in every layout with its state. Without a signer rule a claim is
 * `verified` where cryptography holds and it tells who signed it: nothing is decided here.
 */
const describeTree = (options, services) => (0,flows_report/* reported */.Y6)('tree', services, async (progress) => {
    const keys = options.signers.flatMap((rule) => (rule.kind === 'key' ? [rule.publicKeyPem] : []));
    const keysAlone = keys.length > 0 && keys.length === options.signers.length;
    const trust = await (0,open_trust/* openTrust */.N)(options.trust, keys, keysAlone, services);
    progress.notices.push(trust.notice);
    const run = await (0,flows_images/* openImages */.x)(options, services);
    const gate = (0,concurrency/* createGate */.q)(limits/* FLOW_CONCURRENCY */.ZG7);
    const judge = new notation_verify.NotationJudge(options.notation, services);
    const claims = new Map();
    const notation = new Map();
    await Promise.all(run.images.map((open) => run.attempt(open, async () => {
        const inspected = await Promise.all(open.subjects.map(({ digest }) => gate(() => (0,inspect/* inspect */.N)(open.claims, digest, trust.verifier))));
        const beside = await Promise.all(open.subjects.map((subject, at) => gate(() => judge.look(open, subject, inspected[at]?.collected))));
        notation.set(open, beside.flat().map(({ claim }) => claim));
        const checked = inspected.flatMap((found) => found.checked);
        claims.set(open, (0,policy/* withSuperseded */.bd)(checked.map((one) => judgeForTree(one, options.signers)), options.signers.length > 0 ? undefined : haveOneSigner));
    })));
    progress.images = (0,flows_report/* imageReports */.jl)(run, (open) => [
        ...judgedReports(open, claims.get(open) ?? []),
        ...(notation.get(open) ?? []),
    ]);
    progress.error = (0,flows_report/* failureOf */.g5)(run);
    if (progress.error !== undefined)
        progress.status = (0,flows_report/* statusOf */.c2)(progress.error);
});
function judgeForTree(checked, signers) {
    if (signers.length > 0 || checked.claim === undefined)
        return (0,policy/* judgeClaim */.e2)(checked, signers);
    const { layout, subject, digest, names, claim } = checked;
    return { layout, subject, digest, names, state: 'verified', claim };
}
/** Where nobody said whose claims are accepted, each signer replaces claims of its own alone. */
const haveOneSigner = ({ signer: one }, { signer: other }) => one.kind === 'certificate' && other.kind === 'certificate'
    ? one.identity === other.identity && one.facts.issuer === other.facts.issuer
    : one.kind === 'key' && other.kind === 'key' && one.hint === other.hint;

// EXTERNAL MODULE: ./packages/core/build/flows/path-source.js
var path_source = __webpack_require__(42943);
// EXTERNAL MODULE: ./packages/core/build/flows/program-path.js
var program_path = __webpack_require__(29286);
// EXTERNAL MODULE: ./packages/core/build/sbom/index.js + 48 modules
var build_sbom = __webpack_require__(54540);
// EXTERNAL MODULE: ./packages/core/build/flows/scan-attested.js
var scan_attested = __webpack_require__(34604);
;// CONCATENATED MODULE: ./packages/core/build/flows/sbom-baseline.js






/**
 * Reads the baseline. Of an image only SBOM attestations count that verify and that one of the given signers made.
 * Throws CLAIM_MISSING where an image has none that counts, SBOM_INVALID, IMAGE_NOT_FOUND, and what verification throws.
 */
async function openBaseline(options, services) {
    const { baseline } = options;
    if (baseline === undefined)
        return undefined;
    if (baseline.kind === 'files')
        return ofFiles(baseline.files);
    const { signers } = baseline;
    const keys = signers.flatMap((rule) => (rule.kind === 'key' ? [rule.publicKeyPem] : []));
    const trust = await (0,open_trust/* openTrust */.N)(options.trust, keys, keys.length === signers.length, services);
    const run = await (0,flows_images/* openImages */.x)({ ...options, images: [baseline.image], allowTag: true, platforms: 'all' }, services);
    const [open] = run.images;
    if (open === undefined)
        throw run.unopened[0]?.error ?? new Error('an image is neither open nor unopened');
    const found = await (0,scan_attested/* attestedPredicates */.jU)(open, isSbomType, signers, trust);
    return ofImage(open, found);
}
const SBOM_TYPES = [build_claims/* SPDX_DOCUMENT */.G9, `${build_claims/* SPDX_DOCUMENT */.G9}/v2.3`, `${build_claims/* SPDX_DOCUMENT */.G9}/v2.2`, build_claims/* CYCLONEDX_BOM */.fm];
const isSbomType = (type) => SBOM_TYPES.includes(type);
function ofFiles(files) {
    const read = files.map(({ platform, path, bytes }) => ({ platform, sbom: (0,build_sbom/* readSbom */.kH)(bytes, path) }));
    const whole = read.find(({ platform }) => platform === undefined)?.sbom;
    return {
        name: files.map(({ path }) => path).join(', '),
        of: (platform) => {
            const own = read.find((each) => each.platform !== undefined && each.platform === platform);
            return own?.sbom ?? (whole === undefined ? undefined : partOf(whole, platform));
        },
    };
}
/** Of an index's document, the packages of one platform. */
function partOf(whole, platform) {
    if (platform === undefined || whole.packages.every(({ platforms }) => platforms.length === 0))
        return whole;
    return { ...whole, packages: whole.packages.filter(({ platforms }) => platforms.includes(platform)) };
}
function ofImage({ image }, { counted, refused }) {
    if (counted.length === 0) {
        const [first] = refused;
        throw new build_errors/* CountersignError */.WS('CLAIM_MISSING', {
            what: `There is no SBOM attestation on ${image.pinned} that counts as baseline${first === undefined ? '' : `: ${first.reason}`}`,
            remedy: 'Attest the SBOM of the last release, check whose attestation counts (baseline-certificate-identity and the others), or give a file as baseline.',
        });
    }
    return {
        name: image.pinned,
        of: (platform) => {
            const here = counted.filter(({ subject }) => subject.platform === platform);
            const read = here.map(({ predicate, name, signedAt }) => ({
                sbom: (0,build_sbom/* readSbom */.kH)(Buffer.from(JSON.stringify(predicate)), `The attestation ${name}`),
                at: signedAt?.getTime() ?? 0,
            }));
            // SPDX first: both formats of one release stand side by side, and one has to be chosen always the same way.
            const rank = ({ format }) => (format === 'spdx-json' ? 0 : 1);
            const [chosen] = read.sort((one, other) => other.at - one.at || rank(one.sbom) - rank(other.sbom));
            return chosen?.sbom;
        },
    };
}

// EXTERNAL MODULE: ./packages/core/build/flows/sbom-drafts.js
var sbom_drafts = __webpack_require__(76276);
;// CONCATENATED MODULE: ./packages/core/build/flows/sbom-index-document.js

/**
 * Checks what a document of an index has to say so that no platform is covered by the packages of another: on which
 * platforms each package is, in our marks (sbom/platform-mark.ts). One without any is taken where each platform has a
 * document of the same format, all of whose packages it lists. Throws SBOM_INCOMPLETE, SBOM_SUBJECT_MISMATCH.
 */
function checkIndexDocument({ path, sbom }, subjects, own) {
    if (sbom.describes.length > 1) {
        throw new build_errors/* CountersignError */.WS('SBOM_SUBJECT_MISMATCH', {
            what: `${path} describes the index and ${sbom.describes.slice(1, 3).join(', ')} as well`,
            remedy: 'Give a document that describes the digest of the index alone.',
        });
    }
    if (sbom.format === 'syft-json')
        throw partial(path, 'is syft-json, which is about one file system');
    const known = new Set(subjects.map(({ platform }) => platform));
    if (known.size < subjects.length && own.size === 0)
        throw partial(path, 'cannot tell apart two platforms that call themselves the same');
    const unmarked = sbom.packages.filter(({ platforms }) => platforms.length === 0);
    const strange = sbom.packages.find(({ platforms }) => platforms.some((platform) => !known.has(platform)));
    if (strange !== undefined)
        throw partial(path, `marks ${JSON.stringify(strange.name)} with a platform that the index does not have`);
    const inParts = subjects.map(({ digest }) => own.get(digest)?.find((document) => document.sbom.format === sbom.format));
    const hasMarks = unmarked.length < sbom.packages.length || sbom.packages.length === 0;
    if (unmarked.length > 0 && (hasMarks || inParts.includes(undefined))) {
        throw partial(path, `does not say on which platforms ${unmarked.length} of its ${sbom.packages.length} packages are`);
    }
    const listed = new Set(sbom.packages.map(sbom_index_document_keyOf));
    for (const part of inParts) {
        const left = part?.sbom.packages.find((each) => !listed.has(sbom_index_document_keyOf(each)));
        if (part !== undefined && left !== undefined)
            throw partial(path, `lacks ${JSON.stringify(left.name)}, which ${part.path} has`);
    }
}
/** The packages of one platform as a document of its own; none where the document has no marks. */
const sbom_index_document_partOf = (sbom, platform) => platform === undefined || sbom.packages.some(({ platforms }) => platforms.length === 0)
    ? []
    : [{ ...sbom, packages: sbom.packages.filter(({ platforms }) => platforms.includes(platform)) }];
const sbom_index_document_keyOf = ({ purl, name, version }) => purl ?? JSON.stringify([name, version]);
const partial = (path, why) => new build_errors/* CountersignError */.WS('SBOM_INCOMPLETE', {
    what: `${path} describes the index and ${why}: packages of one platform would stand for another`,
    remedy: 'Give a document of each platform as well, or the document of the index that generate-sbom writes.',
});

;// CONCATENATED MODULE: ./packages/core/build/flows/sbom-given.js




/** Drafts of BuildKit's documents. They are held against the image's own layers. */
async function draftsOfBuildKit({ repository, image }, subjects, run) {
    const documents = await (0,build_sbom/* readBuildKitSboms */.NE)(repository, image.root.digest);
    const missing = subjects.filter(({ digest }) => !documents.has(digest));
    if (missing.length > 0) {
        throw noDocument(missing, 'the index brings no SBOM of BuildKit for', 'Build with --attest type=sbom (docker/build-push-action: sbom: true), or let syft describe the image.');
    }
    const fetched = await (0,sbom_drafts/* fetchAll */.mj)(repository, subjects, false, run);
    return fetched.map(({ subject, evidence, created = sbom_drafts/* EPOCH */.wI }) => {
        const bytes = documents.get(subject.digest);
        const path = `BuildKit's SBOM of ${subject.digest}`;
        const own = bytes === undefined ? [] : [adopted(bytes, path, subject, created, run.name)];
        return { subject, evidence, created, documents: own, judged: own.map(({ sbom }) => sbom) };
    });
}
/** BuildKit's documents are about a folder: the statement around them names the platform, and we write it down. */
function adopted(bytes, path, { digest, platform }, created, name) {
    const [said] = (0,build_sbom/* readSbom */.kH)(bytes, path).describes;
    if (said !== undefined)
        (0,build_sbom/* checkDescribes */.lP)({ describes: [said] }, digest, path);
    const finished = (0,build_sbom/* finishDocument */.pn)(bytes, 'spdx-json', { name, digest, platform, created });
    const sbom = (0,build_sbom/* readSbom */.kH)(finished, path);
    (0,build_sbom/* checkDescribes */.lP)(sbom, digest, path);
    return { bytes: finished, sbom };
}
/**
 * Drafts of files, each byte for byte as it was given: its owner may have signed it. Either every platform has a document
 * of its own, or the index has one that says of each package on which platforms it is. They are held against the image's
 * own layers. Throws SBOM_INVALID, SBOM_SUBJECT_MISMATCH, SBOM_INCOMPLETE, INPUTS_CONTRADICT.
 */
async function draftsOfFiles({ repository, image }, subjects, files, run) {
    const root = image.kind === 'index' ? image.root : undefined;
    const { own, ofIndex } = sorted(files, subjects, root);
    if (ofIndex.length > 0 && run.options.only !== undefined) {
        throw new build_errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
            what: `${ofIndex[0]?.path ?? ''} describes the index, and platforms names some of its platforms`,
            remedy: 'Leave platforms out, or give the documents of those platforms.',
        });
    }
    const missing = subjects.filter(({ digest }) => !own.has(digest));
    if (missing.length > 0 && (own.size > 0 || ofIndex.length === 0)) {
        throw noDocument(missing, 'no document was given for', 'Give one with sbom, or name the platforms to describe.');
    }
    for (const document of ofIndex)
        checkIndexDocument(document, subjects, own);
    const fetched = await (0,sbom_drafts/* fetchAll */.mj)(repository, subjects, false, run);
    const drafts = fetched.map(({ subject, evidence, created = sbom_drafts/* EPOCH */.wI }) => {
        const documents = own.get(subject.digest) ?? [];
        const parts = ofIndex.flatMap(({ sbom }) => sbom_index_document_partOf(sbom, subject.platform));
        const judged = [...documents.map(({ sbom }) => sbom), ...parts];
        return { subject, evidence, created, documents, judged };
    });
    return { drafts, ofIndex };
}
/** Each file to what it describes, which has to be the platform that stands before it. */
function sorted(files, subjects, root) {
    const found = new Map();
    for (const { platform, path, bytes } of files) {
        const sbom = (0,build_sbom/* readSbom */.kH)(bytes, path);
        const all = root === undefined ? subjects : [root, ...subjects];
        const subject = platform === undefined
            ? all.find(({ digest }) => digest === sbom.describes[0])
            : subjects.find((each) => each.platform === platform);
        if (subject === undefined)
            throw aboutNothing(platform, path, sbom, subjects);
        (0,build_sbom/* checkDescribes */.lP)(sbom, subject.digest, path);
        const others = found.get(subject.digest) ?? [];
        if (others.some((other) => other.sbom.format === sbom.format)) {
            throw new build_errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
                what: `${path} is a second ${sbom.format} document of ${subject.platform ?? subject.digest}`,
                remedy: 'Give one document of each format for each platform.',
            });
        }
        found.set(subject.digest, [...others, { path, bytes, sbom }]);
    }
    const ofIndex = root === undefined ? [] : (found.get(root.digest) ?? []);
    if (root !== undefined)
        found.delete(root.digest);
    return { own: found, ofIndex };
}
const aboutNothing = (platform, path, { describes }, subjects) => new build_errors/* CountersignError */.WS('SBOM_SUBJECT_MISMATCH', {
    what: platform === undefined
        ? `${path} describes ${describes.join(', ') || 'no image'}, which is neither the image nor one of its platforms`
        : `The image has no platform ${platform}, which stands before ${path}`,
    remedy: `Give documents of: ${subjects.map((each) => `${each.platform ?? 'the image'} (${each.digest})`).join(', ')}.`,
});
const noDocument = (missing, why, remedy) => new build_errors/* CountersignError */.WS('SBOM_INCOMPLETE', {
    what: `There is nothing that describes all platforms: ${why} ${missing.map(({ platform, digest }) => platform ?? digest).join(', ')}`,
    remedy,
});

// EXTERNAL MODULE: ./packages/core/build/runtime.js
var runtime = __webpack_require__(84534);
;// CONCATENATED MODULE: ./packages/core/build/flows/artifact-service.js



/**
 * Asks for an artifact of that name and answers the signed address that takes its bytes, which is a secret. Throws
 * GITHUB_REFUSED (also where the run has one of that name), GITHUB_UNAVAILABLE.
 */
async function createArtifact(about, service, services) {
    const { name, expiresAt } = about;
    const answer = await call('CreateArtifact', {
        name,
        version: 7,
        mime_type: 'application/zip',
        ...(expiresAt === undefined ? {} : { expires_at: expiresAt.toISOString() }),
    }, service, services);
    const text = member(answer, 'signed_upload_url', 'signedUploadUrl');
    const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !mayTakeUploads(url, service))
        throw artifact_service_unusable('CreateArtifact', service, 'with an address that nothing is uploaded to');
    return url;
}
/** Says that the bytes are there; answers the id of the artifact. Throws GITHUB_REFUSED, GITHUB_UNAVAILABLE. */
async function finalizeArtifact({ name, size, sha256 }, service, services) {
    const answer = await call('FinalizeArtifact', { name, size: String(size), hash: `sha256:${sha256}` }, service, services);
    const id = member(answer, 'artifact_id', 'artifactId');
    // A 64-bit number is text in protobuf's JSON; as a number it may have lost digits.
    const text = typeof id === 'number' && Number.isSafeInteger(id) ? String(id) : id;
    if (typeof text !== 'string' || !/^[1-9]\d{0,18}$/.test(text))
        throw artifact_service_unusable('FinalizeArtifact', service, 'without the id of the artifact');
    return text;
}
/** One call of the service (Twirp: a POST of JSON). It is repeated as GitHub's own client does. */
async function call(method, message, service, { context }) {
    const { origin, token, workflowRunBackendId, workflowJobRunBackendId } = service;
    let repeated = false;
    const response = await context.http.send({
        service: 'github',
        method: 'POST',
        url: `${origin}/twirp/github.actions.results.api.v1.ArtifactService/${method}`,
        authorization: `Bearer ${token}`,
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: Buffer.from(JSON.stringify({
            workflow_run_backend_id: workflowRunBackendId,
            workflow_job_run_backend_id: workflowJobRunBackendId,
            ...message,
        })),
        maxResponseBytes: limits/* MAX_GITHUB_ANSWER_BYTES */.aeG,
        repeatable: true,
        // eslint-disable-next-line @typescript-eslint/require-await -- the request layer waits for it
        beforeRepeat: async () => {
            repeated = true;
        },
    });
    const answer = parse(response.body);
    const { status } = response;
    if (status !== 200)
        throw refused(status, messageOf(answer, token), String(message.name), repeated);
    if (!(0,build_json/* isObject */.Gv)(answer) || answer.ok !== true)
        throw artifact_service_unusable(method, service, 'with something that is not the message it owes');
    return answer;
}
/** Not the parser's error: it would quote the answer, which may hold a signed address. */
function parse(body) {
    try {
        return JSON.parse(Buffer.from(body).toString('utf8'));
    }
    catch {
        return undefined;
    }
}
/** protobuf's JSON has two spellings of a name; a reader takes both. */
const member = (answer, ...names) => names.map((name) => (0,build_json/* memberAt */.mz)(answer, name)).find((value) => value !== undefined);
/** https, without a user name; plain http from a service of this machine to the same host. */
function mayTakeUploads(url, { origin }) {
    if (url.username !== '' || url.password !== '')
        return false;
    const results = new URL(origin);
    const isSameHost = results.protocol === 'http:' && url.hostname === results.hostname;
    return url.protocol === 'https:' || (url.protocol === 'http:' && isSameHost);
}
/** What Twirp's error says, on one line for the end of a sentence. A proxy on the way may say back what it was sent. */
function messageOf(answer, token) {
    const message = (0,build_json/* memberAt */.mz)(answer, 'msg');
    return typeof message === 'string' && message !== ''
        ? `: ${message
            .replaceAll(token, '***')
            .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
            .slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS)}`
        : '';
}
function refused(status, said, name, repeated) {
    if (status !== 409)
        return new build_errors/* CountersignError */.WS('GITHUB_REFUSED', {
            what: `GitHub refused the workflow artifact ${JSON.stringify(name)} (status ${status})${said}`,
            remedy: 'Read what GitHub says: the storage may be used up. The documents are complete in output-dir.',
        });
    return new build_errors/* CountersignError */.WS('GITHUB_REFUSED', {
        what: `This run of the workflow has an artifact called ${JSON.stringify(name)} already (status 409)` +
            (repeated ? ', perhaps from a first try of this step whose answer was lost' : ''),
        remedy: 'Give upload-artifact a name of its own in each job, and in each job of a matrix.',
    });
}
const artifact_service_unusable = (method, { origin }, why) => new build_errors/* CountersignError */.WS('GITHUB_UNAVAILABLE', {
    what: `The results service at ${new URL(origin).host} answered ${method} ${why}`,
    remedy: 'Run again later, and check that no proxy changes its answers. The documents are complete in output-dir.',
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./packages/core/build/flows/artifact-zip.js




/**
 * A ZIP archive with these files in its root, in their order; the same files give the same bytes. Throws LIMIT_EXCEEDED
 * where it, or what goes into it, is larger than is uploaded.
 */
async function zipOf(files) {
    const content = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (content > limits/* MAX_ARTIFACT_CONTENT_BYTES */.omx)
        throw tooLarge(`hold ${content} bytes`, limits/* MAX_ARTIFACT_CONTENT_BYTES */.omx);
    const { Zip } = await __webpack_require__.e(/* import() */ 1306).then(__webpack_require__.bind(__webpack_require__, 51306));
    const chunks = [];
    let size = 0;
    const zip = new Zip((error, chunk) => {
        if (error !== null)
            throw error;
        size += chunk.length;
        if (size > limits/* MAX_ARTIFACT_UPLOAD_BYTES */.whP)
            throw tooLarge('are larger when compressed', limits/* MAX_ARTIFACT_UPLOAD_BYTES */.whP);
        chunks.push(chunk);
    });
    for (const { name, bytes } of files) {
        const entry = { filename: name, compression: DEFLATE, mtime: OLDEST_TIME, size: 0, crc: 0 };
        zip.add(entry);
        // By zlib, beside the main thread and several times as fast as in JavaScript.
        const packed = await compressed(bytes);
        entry.crc = (0,external_node_zlib_.crc32)(bytes);
        entry.size = bytes.length;
        entry.ondata?.(null, packed, true);
    }
    zip.end();
    return Buffer.concat(chunks);
}
/** ZIP's number of it (APPNOTE.TXT, 4.4.5). */
const DEFLATE = 8;
/** The first that an archive can hold. fflate writes the local time, so a time without a zone is the same everywhere. */
const OLDEST_TIME = '1980-01-01T00:00:00';
const compressed = (0,external_node_util_.promisify)(external_node_zlib_.deflateRaw);
const tooLarge = (what, limit) => new build_errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
    what: `The documents for upload-artifact ${what}; at most ${limit} bytes are uploaded`,
    remedy: 'Leave out a format, or give output-dir to actions/upload-artifact.',
});

;// CONCATENATED MODULE: ./packages/core/build/flows/artifact-upload.js






/**
 * Uploads files as one workflow artifact (a ZIP archive), as actions/upload-artifact does: asked for, put to the storage
 * under a signed address, and made valid with its size and hash. Throws GITHUB_REFUSED, GITHUB_UNAVAILABLE, LIMIT_EXCEEDED.
 */
async function uploadArtifact(files, { name, retentionDays, service }, services) {
    const zip = await zipOf(files);
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(zip).digest('hex');
    const now = services.context.clock.now().getTime();
    const expiresAt = retentionDays === undefined ? undefined : new Date(now + retentionDays * runtime/* DAY_MS */.s);
    const url = await createArtifact({ name, expiresAt }, service, services);
    await put(zip, url, services);
    const id = await finalizeArtifact({ name, size: zip.length, sha256 }, service, services);
    return { name, id, size: zip.length, sha256 };
}
/** One request for the whole blob (Azure Storage REST API, "Put Blob"); sent again it takes the place of itself. */
async function put(zip, url, { context }) {
    const { status, headers } = await context.http.send({
        service: 'github',
        method: 'PUT',
        url: url.href,
        headers: { 'content-type': 'application/zip', 'x-ms-blob-type': 'BlockBlob' },
        body: zip,
        secrets: secretsOf(url),
        maxResponseBytes: limits/* MAX_GITHUB_ANSWER_BYTES */.aeG,
    });
    if (status === 201)
        return;
    // Of the answer's text nothing is shown: where a signature is refused it explains what was signed.
    const code = /^[A-Za-z]{1,64}$/.exec(headers['x-ms-error-code'] ?? '')?.[0];
    throw new build_errors/* CountersignError */.WS('GITHUB_REFUSED', {
        what: `The storage of workflow artifacts at ${url.host} refused the upload (status ${status}${code === undefined ? '' : `, ${code}`})`,
        remedy: 'Let the runner reach that host, without a proxy that changes requests, and run again. The documents are complete in output-dir.',
    });
}
/** A signed address as a whole and by its values, as they stand and decoded: the longest first. */
const secretsOf = ({ href, search, searchParams }) => [
    href,
    search.slice(1),
    ...search
        .slice(1)
        .split('&')
        .map((part) => part.slice(part.indexOf('=') + 1)),
    ...searchParams.values(),
];

// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(46524);
;// CONCATENATED MODULE: ./packages/core/build/flows/sbom-files.js





/**
 * Writes files into a folder, all or none: each under a passing name first, renamed only once every one of them is on the
 * disk. Throws INPUT_INVALID where the folder cannot be written to.
 */
async function writeTogether(folder, files) {
    const staged = files.map(({ name, bytes }) => ({
        path: (0,external_node_path_.join)(folder, name),
        passing: (0,external_node_path_.join)(folder, `.${name}.${(0,external_node_crypto_.randomUUID)()}`),
        bytes,
    }));
    try {
        await (0,promises_.mkdir)(folder, { recursive: true });
        for (const { passing, bytes } of staged)
            await writeSynced(passing, bytes);
        for (const { passing, path } of staged)
            await (0,promises_.rename)(passing, path);
    }
    catch (error) {
        await Promise.all(staged.map(({ passing }) => (0,promises_.rm)(passing, { force: true })));
        throw new build_errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The folder ${folder} of output-dir ${(0,read_bounded/* unreadable */.O$)(error).replace('read', 'written to')}`,
            remedy: 'Name a folder in output-dir that this user may write to.',
            cause: error,
        });
    }
    return staged.map(({ path, bytes }) => ({
        path,
        sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex'),
        size: bytes.length,
    }));
}
/** Takes files of an earlier run away, so that none is taken for one of this run. */
const removeOld = async (folder, names) => {
    await Promise.all(names.map((name) => (0,promises_.rm)((0,external_node_path_.join)(folder, name), { force: true })));
};
async function writeSynced(path, bytes) {
    const file = await (0,promises_.open)(path, 'wx');
    try {
        await file.writeFile(bytes);
        await file.sync();
    }
    finally {
        await file.close();
    }
}

// EXTERNAL MODULE: ./packages/core/build/flows/sbom-judge.js
var sbom_judge = __webpack_require__(11329);
// EXTERNAL MODULE: ./packages/core/build/flows/github-api.js
var github_api = __webpack_require__(77992);
;// CONCATENATED MODULE: ./packages/core/build/flows/sbom-snapshot.js



/**
 * A dependency snapshot (GitHub REST API, "Dependency submission"). Packages without a package URL are left out: GitHub
 * refuses a snapshot with one. The correlator holds workflow and job, so that a later run takes this one's place.
 */
function snapshotOf(manifests, target, scanned) {
    return {
        version: 0,
        sha: target.commit,
        ref: target.ref,
        job: {
            id: target.runId,
            correlator: `${target.workflow} ${target.job}`,
            html_url: `${target.serverUrl}/${target.repository}/actions/runs/${target.runId}`,
        },
        detector: {
            name: 'countersign',
            version: DETECTOR_VERSION,
            url: `${target.serverUrl}/${target.detector}`,
        },
        scanned: scanned.toISOString(),
        manifests: Object.fromEntries(manifests.map(({ name, sbom }) => [
            name,
            {
                name,
                resolved: Object.fromEntries(sbom.packages
                    .map(({ purl }) => purl)
                    .filter((purl) => purl?.startsWith('pkg:') === true)
                    .map((purl) => [purl, { package_url: purl, relationship: 'direct', scope: 'runtime' }])),
            },
        ])),
    };
}
/** Of what a snapshot says about packages; it changes with that. */
const DETECTOR_VERSION = '1';
/** Sends a snapshot; one of the same correlator takes its place. Throws GITHUB_REFUSED, GITHUB_UNAVAILABLE, LIMIT_EXCEEDED. */
async function sendSnapshot(snapshot, target, services) {
    const body = Buffer.from(JSON.stringify(snapshot));
    if (body.length > limits/* MAX_SNAPSHOT_BYTES */.qBF) {
        throw new build_errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
            what: `The dependency snapshot has ${body.length} bytes; at most ${limits/* MAX_SNAPSHOT_BYTES */.qBF} are sent`,
            remedy: 'Leave out dependency-snapshot for this image.',
        });
    }
    const { status, said } = await (0,github_api/* postToGitHub */.H)(target, 'dependency-graph/snapshots', body, services);
    if (status === 201)
        return;
    throw new build_errors/* CountersignError */.WS('GITHUB_REFUSED', {
        what: `GitHub refused the dependency snapshot (status ${status})${said}`,
        remedy: 'Give the job "permissions: contents: write" and the dependency graph to the repository, or leave out dependency-snapshot.',
    });
}

;// CONCATENATED MODULE: ./packages/core/build/flows/sbom-conclude.js










/**
 * Judges the drafts, makes the document of the index from them, writes everything or nothing and says what was found.
 * `found` is told also of a run that is rejected. Throws what writing and sending throw.
 */
async function conclude(about, progress, found) {
    const { options, services, drafts, baseline } = about;
    const judgements = drafts.map((draft) => (0,sbom_judge/* judgeDraft */.jY)(draft, baseline?.of(draft.subject?.platform), options));
    const rejection = (0,sbom_judge/* rejectionOf */.h2)(judgements, options);
    const diffs = diffsOf(drafts, baseline);
    const documents = rejection === undefined ? documentsOf(about) : [];
    const difference = baseline === undefined
        ? []
        : [{ name: DIFF_JSON, bytes: json({ baseline: baseline.name, platforms: diffs }) }];
    const markdown = diffs.map(({ platform, diff }) => diffText(platform, diff)).join('\n');
    if (baseline !== undefined)
        difference.push({ name: DIFF_MARKDOWN, bytes: Buffer.from(markdown) });
    const files = [...documents.map(({ file }) => file), ...difference];
    const folder = await folderOf(options, services, files.length > 0);
    const written = files.length === 0 ? [] : await writeTogether(folder, files);
    const pathOf = new Map(written.map((file) => [file.path, file]));
    const report = {
        documents: documents.flatMap(({ file, about: document }) => {
            const there = pathOf.get((0,external_node_path_.join)(folder, file.name));
            return there === undefined ? [] : [{ ...document, ...there }];
        }),
        ...packagesOf(drafts),
        quality: judgements.flatMap(({ quality }) => quality ?? []),
        findings: judgements.flatMap(({ findings }) => findings),
        diff: baseline === undefined
            ? undefined
            : {
                baseline: baseline.name,
                path: (0,external_node_path_.join)(folder, DIFF_JSON),
                changes: diffs.map(({ platform, diff }) => changeOf(platform, diff)),
                markdown,
            },
        generator: drafts[0]?.judged[0]?.generator,
        times: about.times(),
    };
    found(report);
    progress.notices.push(...noticesOf(judgements, drafts, documents, about));
    if (rejection !== undefined) {
        fail(progress, rejection);
        return;
    }
    // The documents first: whatever else fails, they are kept.
    if (options.artifact !== undefined)
        found({ ...report, artifact: await uploadArtifact(files, options.artifact, services) });
    if (options.snapshot !== undefined)
        await sbom_conclude_submit(about, progress);
}
const fail = (progress, error) => {
    progress.error = error;
    progress.status = (0,flows_report/* statusOf */.c2)(error);
};
const ENDING = {
    'spdx-json': 'spdx.json',
    'cyclonedx-json': 'cdx.json',
    'syft-json': 'syft.json',
};
const DIFF_JSON = 'sbom-diff.json';
const DIFF_MARKDOWN = 'sbom-diff.md';
function documentsOf(about) {
    const names = fileNames(about.drafts.map(({ subject }) => subject));
    const own = about.drafts.flatMap(({ subject, documents }) => documents.map(({ bytes, sbom }) => documentOf(subject, bytes, sbom, names)));
    return [...indexDocuments(about, names), ...own];
}
/** The one document of an index in a format: the one given, else the union of its platforms' where each has one. */
function indexDocuments({ drafts, root, ofIndex, name }, names) {
    if (root === undefined)
        return [];
    const created = new Date(Math.max(...drafts.map((draft) => draft.created.getTime())));
    return UNITED.flatMap((format) => {
        const given = ofIndex.find(({ sbom }) => sbom.format === format);
        if (given !== undefined)
            return [documentOf(root, given.bytes, given.sbom, names)];
        const parts = drafts.flatMap(({ subject, documents }) => {
            const own = documents.find(({ sbom }) => sbom.format === format);
            if (own === undefined || subject === undefined)
                return [];
            return [{ platform: subject.platform ?? subject.digest, digest: subject.digest, bytes: own.bytes }];
        });
        if (parts.length < drafts.length)
            return [];
        const bytes = (0,build_sbom/* unionDocuments */.yv)(format, parts, { name, digest: root.digest, created });
        return [documentOf(root, bytes, (0,build_sbom/* readSbom */.kH)(bytes, `The ${format} document of the index`), names)];
    });
}
/** A scanner asks for packages of one platform: syft-json is made for those alone. */
const UNITED = ['spdx-json', 'cyclonedx-json'];
function documentOf(subject, bytes, { format, specVersion, packages }, names) {
    const about = {
        platform: subject?.platform,
        subject: subject?.digest,
        format,
        specVersion,
        packages: packages.length,
    };
    return { file: { name: `${names(subject)}.${ENDING[format]}`, bytes }, about };
}
/**
 * `sbom` for the digest that was named or a folder, `sbom-linux-amd64` for a platform. What platforms are called is text of
 * others, and two may be called the same: then the digest tells them apart.
 */
function fileNames(subjects) {
    const platforms = subjects.map((subject) => subject?.platform?.toLowerCase());
    return (subject) => {
        if (subject?.platform === undefined)
            return 'sbom';
        const platform = subject.platform.toLowerCase();
        const isOnly = platforms.filter((other) => other === platform).length === 1;
        return (0,oci/* isPlainPlatform */.Kw)(platform) && isOnly
            ? `sbom-${platform.replaceAll('/', '-')}`
            : `sbom-${subject.digest.slice('sha256:'.length)}`;
    };
}
/**
 * Takes away what an earlier run left in the output folder under the names of this one: where this run fails, no later
 * step must take that for its result. Files that are inputs of this run stay.
 */
async function clearOutput({ outputDir, source, baseline }, { workDir }, subjects) {
    if (outputDir === undefined)
        return;
    const folder = (0,external_node_path_.resolve)(workDir, outputDir);
    const inputs = [source, baseline].flatMap((given) => (given?.kind === 'files' ? given.files : []));
    const kept = new Set(inputs.map(({ path }) => (0,external_node_path_.resolve)(workDir, path)));
    const beginnings = new Set([undefined, ...subjects].map(fileNames(subjects)));
    const documents = [...beginnings].flatMap((name) => Object.values(ENDING).map((ending) => `${name}.${ending}`));
    const names = [...documents, DIFF_JSON, DIFF_MARKDOWN];
    await removeOld(folder, names.filter((name) => !kept.has((0,external_node_path_.join)(folder, name))));
}
function folderOf({ outputDir }, { tempDir, workDir }, isNeeded) {
    if (outputDir !== undefined)
        return (0,external_node_path_.resolve)(workDir, outputDir);
    return isNeeded ? (0,promises_.mkdtemp)((0,external_node_path_.join)(tempDir, 'countersign-sboms-')) : tempDir;
}
function diffsOf(drafts, baseline) {
    return drafts.flatMap(({ subject, judged, documents }) => {
        const before = baseline?.of(subject?.platform);
        // The same format on both sides where there is one: formats name some packages differently.
        const now = documents.find(({ sbom }) => sbom.format === before?.format)?.sbom ?? judged[0];
        return before === undefined || now === undefined
            ? []
            : [{ platform: subject?.platform, diff: (0,build_sbom/* diffSboms */.Qj)(before, now) }];
    });
}
const changeOf = (platform, diff) => ({
    platform,
    added: diff.added.length,
    removed: diff.removed.length,
    changed: diff.changed.length,
    licenses: diff.licenses.length,
});
const diffText = (platform, diff) => platform === undefined || !(0,oci/* isPlainPlatform */.Kw)(platform)
    ? (0,build_report/* sbomDiffMarkdown */.yj)(diff)
    : `**${platform}**: ${(0,build_report/* sbomDiffMarkdown */.yj)(diff)}`;
const json = (value) => Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);
/** Different packages over all platforms, by ecosystem. */
function packagesOf(drafts) {
    const ecosystemOf = new Map();
    for (const { ecosystem, name, version, purl } of drafts.flatMap(({ judged }) => judged[0]?.packages ?? []))
        ecosystemOf.set(purl ?? JSON.stringify([ecosystem, name, version]), ecosystem);
    const counts = new Map();
    for (const ecosystem of ecosystemOf.values())
        counts.set(ecosystem, (counts.get(ecosystem) ?? 0) + 1);
    const sorted = [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
    return { packageCount: ecosystemOf.size, ecosystems: Object.fromEntries(sorted) };
}
function noticesOf(judgements, drafts, documents, { baseline, options, root }) {
    const fatal = judgements.flatMap(({ findings }) => findings.filter((finding) => finding.fatal));
    const unclear = judgements.flatMap(({ findings }) => findings.filter((finding) => !finding.fatal));
    const warned = options.onIncomplete === 'warn' ? fatal : [];
    const added = baseline === undefined
        ? []
        : drafts.filter(({ subject }) => baseline.of(subject?.platform) === undefined);
    return [
        ...[...warned, ...unclear].map((finding) => ({ level: 'warning', text: (0,sbom_judge/* findingText */.NK)(finding) })),
        ...added.map(({ subject }) => ({
            level: 'warning',
            text: `The baseline has no SBOM of ${subject?.platform ?? 'this'}: nothing was compared for it.`,
        })),
        ...sbom_conclude_tooLarge(documents),
        ...(root === undefined && options.only !== undefined
            ? [
                {
                    level: 'notice',
                    text: 'Only some platforms are described, so the index gets no document: it would speak for the others too.',
                },
            ]
            : []),
    ];
}
/** Who would not take a document once it is attested; syft-json is not attested. */
const sbom_conclude_tooLarge = (documents) => documents.flatMap(({ file, about }) => {
    if (about.format === 'syft-json')
        return [];
    const { limits, drop } = (0,build_sbom/* sizeAdvice */.a0)(file.bytes);
    const passed = limits.filter(({ fits }) => !fits);
    if (passed.length === 0)
        return [];
    const consumers = passed
        .map(({ consumer, limitBytes }) => `${consumer} (${limitBytes} bytes)`)
        .join(', ');
    const parts = drop.map(({ part, bytes }) => `${part} (${bytes} bytes)`).join(', ');
    const advice = parts === '' ? '' : ` What could be left out of it: ${parts}.`;
    return [
        {
            level: 'warning',
            text: `${file.name} has ${file.bytes.length} bytes; attested, it is more than these take: ${consumers}.${advice}`,
        },
    ];
});
async function sbom_conclude_submit({ options, services, drafts, name }, progress) {
    const { snapshot } = options;
    if (snapshot === undefined)
        return;
    if (snapshot.isFork) {
        const text = "No dependency snapshot was sent: a fork's pull request has no permission for it.";
        progress.notices.push({ level: 'notice', text });
        return;
    }
    const manifests = drafts.flatMap(({ subject, judged: [sbom] }) => sbom === undefined
        ? []
        : [{ name: subject?.platform === undefined ? name : `${name} ${subject.platform}`, sbom }]);
    const scanned = services.context.clock.now();
    await sendSnapshot(snapshotOf(manifests, snapshot, scanned), snapshot, services);
    const text = `A dependency snapshot of ${manifests.length} parts was sent to ${snapshot.repository}.`;
    progress.notices.push({ level: 'notice', text });
}

;// CONCATENATED MODULE: ./packages/core/build/flows/sbom.js












/**
 * Describes what is inside an image, a document per platform and one of the index, or inside a folder or file. Each
 * document proves which digest it is about and is held against what the image itself shows; where one is refused, none
 * is written. What goes wrong is in the report.
 */
async function generateSboms(options, services) {
    const findings = { sbom: undefined };
    const report = await (0,flows_report/* reported */.Y6)('sbom', services, async (progress) => {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(services.tempDir, 'countersign-sbom-'));
        try {
            const work = options.path === undefined ? describeImage : describePath;
            await work(options, services, folder, progress, (sbom) => {
                findings.sbom = sbom;
            });
        }
        finally {
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
    });
    return findings.sbom === undefined ? report : { ...report, sbom: findings.sbom };
}
const describeImage = async (options, services, folder, progress, found) => {
    // No claim about the image is looked for here: the baseline opens its own.
    const here = { ...options, platforms: 'all', signatureRepository: undefined };
    const run = await (0,flows_images/* openImages */.x)(here, services);
    progress.images = (0,flows_report/* imageReports */.jl)(run, () => []);
    const [open] = run.images;
    if (open === undefined)
        throw (0,flows_report/* failureOf */.g5)(run) ?? new Error('an image is neither open nor unopened');
    const subjects = subjectsOf(open, options.only);
    if (options.dryRun) {
        const names = subjects.map(({ platform, digest }) => platform ?? digest);
        plan(progress, options, names.join(', '));
        return;
    }
    const name = (0,reference/* claimedName */.Vu)(open.image.name);
    const watch = stopwatch();
    const drafting = { options, services, folder, name, watch: watch.measure };
    await clearOutput(options, services, subjects);
    // One after the other: what fails early must leave nothing running that still writes into the folder.
    const baseline = await openBaseline(options, services);
    const { drafts, ofIndex } = await draftsOf(open, subjects, drafting);
    // A document of some platforms would speak for the others as well.
    const root = open.image.kind === 'index' && options.only === undefined ? open.image.root : undefined;
    const times = watch.times;
    await conclude({ options, services, drafts, ofIndex, baseline, name, root, times }, progress, found);
};
async function draftsOf(open, subjects, run) {
    const { options, services } = run;
    const { source } = options;
    switch (source.kind) {
        case 'syft': {
            const syft = () => syftOf(options, services);
            return { drafts: await (0,sbom_drafts/* draftsBySyft */.wg)(open, subjects, syft, run), ofIndex: [] };
        }
        case 'buildkit':
            return { drafts: await draftsOfBuildKit(open, subjects, run), ofIndex: [] };
        case 'files':
            return draftsOfFiles(open, subjects, source.files, run);
    }
}
const describePath = async (options, services, folder, progress, found) => {
    const source = await (0,path_source/* pathSource */.r)(options.path ?? '', services);
    if (options.dryRun) {
        plan(progress, options, source.path);
        return;
    }
    const name = (0,external_node_path_.basename)(source.path);
    const watch = stopwatch();
    const drafting = { options, services, folder, name, watch: watch.measure };
    await clearOutput(options, services, [undefined]);
    const baseline = await openBaseline(options, services);
    const program = await syftOf(options, services);
    const created = options.sourceDate ?? services.context.clock.now();
    const drafts = [await (0,sbom_drafts/* describe */.q0)(await (0,path_source/* describedPath */.L)(source, name, created), program, drafting)];
    await conclude({ options, services, drafts, ofIndex: [], baseline, name, root: undefined, times: watch.times }, progress, found);
};
/** The platforms that are described: those that were named, each of which has to be there. */
function subjectsOf({ image }, only) {
    const all = image.kind === 'index' ? image.platforms : [image.root];
    if (all.length === 0) {
        throw new build_errors/* CountersignError */.WS('IMAGE_UNREADABLE', {
            what: `The index ${image.pinned} has no platform that could be described`,
            remedy: 'Give the digest of an image.',
        });
    }
    if (only === undefined)
        return all;
    if (image.kind === 'manifest') {
        throw new build_errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
            what: `platforms is given, and ${image.pinned} is a single manifest`,
            remedy: 'Leave platforms out, or give the digest of the index.',
        });
    }
    const chosen = new Map();
    for (const name of only) {
        const found = all.filter(({ platform }) => platform === name);
        if (found.length === 0) {
            throw new build_errors/* CountersignError */.WS('INPUT_INVALID', {
                what: `${image.pinned} has no platform ${name}`,
                remedy: `It has: ${all.map(({ platform }) => platform).join(', ')}.`,
            });
        }
        for (const subject of found)
            chosen.set(subject.digest, subject);
    }
    return [...chosen.values()];
}
const syftOf = ({ syft, trust }, services) => (0,program_path/* programPath */.kx)({ name: 'syft', ...syft }, trust, services);
function plan(progress, { formats, source }, names) {
    const documents = formats.map(({ format, specVersion }) => specVersion === undefined ? format : `${format} ${specVersion}`);
    progress.figures = { ...progress.figures, planned: true };
    progress.notices.push({
        level: 'notice',
        text: `Dry run: ${names} would be described (${source.kind}) as ${documents.join(', ')}; nothing was fetched or written.`,
    });
}
/** Milliseconds in which a part of the run was under way, however many of its kind ran at the same time. */
function stopwatch() {
    const started = performance.now();
    const parts = {
        fetch: { running: 0, since: 0, spent: 0 },
        generate: { running: 0, since: 0, spent: 0 },
    };
    return {
        measure: async (name, work) => {
            const part = parts[name];
            if (part.running === 0)
                part.since = performance.now();
            part.running += 1;
            try {
                return await work();
            }
            finally {
                part.running -= 1;
                if (part.running === 0)
                    part.spent += performance.now() - part.since;
            }
        },
        times: () => {
            const [fetch, generate] = [parts.fetch.spent, parts.generate.spent];
            const rest = performance.now() - started - fetch - generate;
            return { fetch: Math.round(fetch), generate: Math.round(generate), rest: Math.round(rest) };
        },
    };
}

;// CONCATENATED MODULE: ./packages/core/build/flows/scan.js

/**
 * Scans an image, a folder or SBOMs with grype, or reads existing reports, and decides by the gate, waivers and VEX. Every
 * file is written before the verdict: `rejected` with GATE_FAILED where the gate does not pass it; what could not be scanned
 * is `undecided` or `error`, never clean.
 */
async function scanImage(options, services) {
    let scan;
    const report = await (0,flows_report/* reported */.Y6)('scan', services, async (progress) => {
        // Loaded here: the other commands need neither scanners nor their reports.
        const { scanInto } = await Promise.all(/* import() */[__webpack_require__.e(7091), __webpack_require__.e(7151), __webpack_require__.e(6974)]).then(__webpack_require__.bind(__webpack_require__, 32079));
        await scanInto(progress, options, services, (part) => {
            scan = part;
        });
    });
    return scan === undefined ? report : { ...report, scan };
}

// EXTERNAL MODULE: ./packages/core/build/tools/index.js + 20 modules
var build_tools = __webpack_require__(12880);
;// CONCATENATED MODULE: ./packages/core/build/flows/tools.js








/**
 * Installs, lists or verifies tools. Each is tried though another failed; where one did, the run fails and no folder is
 * added to PATH.
 */
async function setUpTools(options, services) {
    let tools = [];
    const { action } = options;
    const report = await (0,flows_report/* reported */.Y6)('tools', services, async (progress) => {
        const forTools = (0,program_path/* toolServices */.rG)(options, services);
        const gate = (0,concurrency/* createGate */.q)(limits/* FLOW_CONCURRENCY */.ZG7);
        const wanted = await wantedTools(options, forTools);
        const verifying = options.tools.length === 0 ? tools_verify : verifyNamed;
        const work = { install: options.dryRun ? tools_plan : install, list, verify: verifying }[action];
        tools = await Promise.all(wanted.map((tool) => gate(() => attempt(tool, options, forTools, work))));
        const failed = tools.filter(({ error }) => error !== undefined);
        const error = gravest(failed.flatMap((each) => each.error ?? []), tools.length);
        if (error === undefined)
            return;
        progress.error = error;
        progress.status = (0,flows_report/* statusOf */.c2)(error);
    });
    const there = report.status === 'ok' && action === 'install' && !options.dryRun;
    // What was found on PATH stays where it is: its folder in front would put all else that is there before the system's own.
    const placed = there ? tools.filter(({ source }) => source !== 'path') : [];
    const folders = placed.flatMap(({ path }) => (path === undefined ? [] : [(0,external_node_path_.dirname)(path)]));
    const platform = (0,build_tools/* platformKey */.Ng)((0,build_tools/* thisPlatform */.gA)());
    return { ...report, tools: { action, platform, tools, pathFolders: [...new Set(folders)] } };
}
async function attempt({ name, version }, { allowPath, verify: mode, mirror, minAgeMs }, services, work) {
    const nothing = { path: undefined, sha256: undefined, source: undefined, verifiedBy: undefined };
    const known = { name, version: version ?? '', confirmedBy: 0, confirmed: false };
    try {
        const build = (0,build_tools/* buildOf */.Yy)(name, version, services);
        const { pinned } = build;
        const about = {
            name,
            version: build.version,
            confirmedBy: pinned?.sources.length ?? 0,
            confirmed: pinned !== undefined && (0,build_tools/* isConfirmed */.it)(pinned),
        };
        Object.assign(known, about);
        const request = { name, version: build.version, allowPath, verify: mode, minAgeMs };
        const done = await work(build, mirror === undefined ? request : { ...request, mirror }, services);
        return { ...about, ...nothing, state: 'available', error: undefined, ...done };
    }
    catch (thrown) {
        const error = (0,build_errors/* asCountersignError */.ek)((0,program_path/* sayingHowToDoWithout */.i7)(thrown, WITHOUT_THE_HOST));
        return { ...known, ...nothing, state: 'failed', error };
    }
}
const WITHOUT_THE_HOST = 'Without that host: download from elsewhere (mirror), or use what is on PATH (allow-path).';
const install = async (_build, request, services) => {
    const tool = await (0,build_tools/* ensureTool */.r7)(request, services);
    services.context.log.info(`${tool.name} ${tool.version} is at ${tool.path}`);
    return {
        ...found(tool),
        state: tool.source === 'mirror' || tool.source === 'release' ? 'installed' : 'present',
    };
};
/** What an installation would rest on; nothing is downloaded. */
const tools_plan = async (build, request, services) => {
    const cached = await (0,build_tools/* verifyCached */.ky)(build, request, services);
    if (cached !== undefined)
        return { ...found(cached), state: 'present' };
    if (build.file === undefined && !request.allowPath)
        throw (0,build_tools/* noBuild */.e7)(build);
    const verifiedBy = build.pinned !== undefined ? 'table' : (0,build_tools/* provable */.yd)(build, request.verify).kind;
    return {
        state: 'planned',
        source: request.mirror === undefined ? 'release' : 'mirror',
        verifiedBy: verifiedBy === 'table' || verifiedBy === 'checksum' ? verifiedBy : 'signature',
    };
};
const list = async (build, _request, services) => ({
    state: (await (0,build_tools/* isCached */.bm)(build, services.toolCacheDir)) ? 'cached' : 'available',
});
const tools_verify = async (build, request, services) => {
    const cached = await (0,build_tools/* verifyCached */.ky)(build, request, services);
    return cached === undefined ? { state: 'missing' } : { ...found(cached), state: 'present' };
};
/** What was named and is not there was not verified: that is no success. */
const verifyNamed = async (build, request, services) => {
    const { name, version } = request;
    const done = await tools_verify(build, request, services);
    if (done.state !== 'missing')
        return done;
    const error = new build_errors/* CountersignError */.WS('TOOL_NOT_FOUND', {
        what: `${build.label} is not installed, so there is nothing to verify`,
        remedy: `Install it first: countersign tools install ${name}@${version ?? build.version}`,
    });
    return { ...done, error };
};
const found = ({ path, sha256, source, verifiedBy }) => ({
    path,
    sha256,
    source,
    verifiedBy,
});
/** Without a name: every version that the table or the cache has; to verify, those of the cache. */
async function wantedTools({ tools, action }, services) {
    if (tools.length > 0)
        return tools;
    const perTool = await Promise.all(build_tools/* TOOL_NAMES */.K2.map(async (name) => {
        const cached = await (0,promises_.readdir)((0,external_node_path_.join)(services.toolCacheDir, name)).catch(() => []);
        const known = action === 'list'
            ? [(0,build_tools/* buildOf */.Yy)(name, undefined, services).version, ...(0,build_tools/* pinnedVersions */.ON)(build_tools/* CHECKSUMS */.vM, name)]
            : [];
        return [...new Set([...known, ...cached])].map((version) => ({ name, version }));
    }));
    return perTool.flat();
}
/** Of several failures the one that decides the status, as for images. */
function gravest(errors, of) {
    const order = ['defect', 'rejection', 'user', 'infrastructure'];
    const [first] = [...errors].sort((one, other) => order.indexOf(one.fault) - order.indexOf(other.fault));
    if (first === undefined || of === 1)
        return first;
    return new build_errors/* CountersignError */.WS(first.code, {
        what: `${errors.length} of ${of} tools failed: ${first.message}`,
        remedy: first.remedy,
        cause: first,
    });
}

;// CONCATENATED MODULE: ./packages/core/build/flows/index.js













/***/ }),

/***/ 26928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ inspect),
/* harmony export */   S: () => (/* binding */ judge)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _layouts_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67941);


/** Collects the claims beside a digest and verifies them, as `judge` does. */
const inspect = async (repository, subject, verifier, options = {}) => judge(await (0,_layouts_index_js__WEBPACK_IMPORTED_MODULE_1__/* .collectClaims */ .a)(repository, subject, options), verifier);
/**
 * Verifies each claim beside a digest as a claim about that digest. A claim that fails is there with its reason; only a
 * registry that does not answer is thrown.
 */
function judge(collected, verifier) {
    const { subject } = collected;
    const materials = new Map();
    for (const stored of collected.claims)
        materials.set(check(stored, collected, verifier), stored);
    const unreadable = collected.unreadable.map(({ layout, digest, reason }) => ({
        layout,
        subject,
        digest,
        names: [],
        predicateType: (0,_layouts_index_js__WEBPACK_IMPORTED_MODULE_1__/* .listedType */ .iu)(digest, collected),
        error: new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('BUNDLE_MALFORMED', {
            what: `The stored claim cannot be read: ${reason}`,
            remedy: 'Look at what was pushed there; it never counts.',
        }),
    }));
    return {
        collected,
        checked: [...materials.keys(), ...unreadable],
        materialOf: (checked) => materials.get(checked),
    };
}
function check(stored, collected, verifier) {
    const { layout, subject, digest, material } = stored;
    const where = { layout, subject, digest, names: (0,_layouts_index_js__WEBPACK_IMPORTED_MODULE_1__/* .statedOlder */ .OC)(stored, collected) };
    try {
        return { ...where, claim: verifier.verify(material, subject) };
    }
    catch (thrown) {
        const error = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asCountersignError */ .ek)(thrown);
        if (error.fault !== 'rejection')
            throw error;
        return { ...where, error, predicateType: (0,_layouts_index_js__WEBPACK_IMPORTED_MODULE_1__/* .statedType */ .SX)(stored, collected) };
    }
}


/***/ }),

/***/ 42462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ signedAt),
/* harmony export */   _: () => (/* binding */ makeMaterial)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _layouts_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67941);
/* harmony import */ var _oci_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66212);



/**
 * Signs what has to be signed of a claim and completes the rest from what is stored. Each object is verified against the
 * trusted root as a consumer would: trust and services that do not belong together show here, before anything is
 * written. Throws what the session throws, and rejections.
 */
async function makeMaterial(planned, sources) {
    const { claim } = planned.wanted;
    const { session, verifier } = sources;
    const [statement, simple] = await Promise.all([
        planned.signStatement ? session.signStatement(claim.payload) : undefined,
        planned.signSimple && claim.simpleSigning !== undefined
            ? session.signSimple(claim.simpleSigning)
            : undefined,
    ]);
    const bytes = statement === undefined ? bytesOf(planned.source.bundle) : statement.bundle;
    const layer = layerOf(planned, sources, statement, simple);
    return {
        planned,
        bundle: bytes === undefined ? undefined : bundleOf(bytes, planned, sources, statement !== undefined),
        layer: layer === undefined ? undefined : { layer, verified: verifyLayer(layer, claim, verifier) },
    };
}
function bundleOf(bytes, planned, { verifier, supersedes }, isNew) {
    const { claim } = planned.wanted;
    const verified = checkOwn(() => verifier.verify({ kind: 'bundle', bytes }, claim.subject.digest));
    const older = supersedes(planned, 'bundle-referrer');
    const referrer = (0,_layouts_index_js__WEBPACK_IMPORTED_MODULE_1__/* .bundleReferrer */ .GR)(bytes, claim.predicateType, claim.subject, signedAt(verified), older);
    return { referrer, verified, isNew };
}
/** The log's time before an authority's: the same for everyone who looks at the same bundle. */
function signedAt({ times }) {
    const logged = times.filter(({ witness }) => witness === 'log');
    const [earliest] = (logged.length > 0 ? logged : times)
        .map(({ at }) => at)
        .sort((one, other) => one.getTime() - other.getTime());
    return earliest;
}
function layerOf(planned, sources, statement, simple) {
    const { wanted, source } = planned;
    const { claim, layouts } = wanted;
    if (!layouts.includes(claim.kind === 'signature' ? 'signature-tag' : 'attestation-tag'))
        return undefined;
    if (simple !== undefined) {
        return (0,_layouts_index_js__WEBPACK_IMPORTED_MODULE_1__/* .signatureLayer */ .MU)(simple.payload, simple.signature, witnessOf(simple));
    }
    if (claim.kind !== 'signature' && statement !== undefined) {
        return (0,_layouts_index_js__WEBPACK_IMPORTED_MODULE_1__/* .attestationLayer */ .om)(statement.envelope, claim.predicateType, witnessOf(statement), sources.supersedes(planned, 'attestation-tag'));
    }
    if (source.layer !== undefined)
        return copyOf(source.layer);
    return source.bundle === undefined ? undefined : sources.rebuild(claim, source.bundle);
}
/**
 * Without a timestamp: where a certificate has no promise of a log, no layer is written (chooseLayouts). Throws INTERNAL
 * for an entry without a promise, which no reader of these layers knows what to do with.
 */
function witnessOf({ signer, logEntries }) {
    const certificate = signer.kind === 'key' ? undefined : { leaf: signer.leaf, chain: signer.chain };
    const [logEntry] = logEntries;
    const promised = logEntry?.signedEntryTimestamp === undefined ? undefined : logEntry;
    if (promised === undefined && (logEntry !== undefined || certificate !== undefined)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INTERNAL', {
            what: 'A layer came to be written without the promise of a log',
            remedy: 'This is a defect in Countersign: please report it.',
        });
    }
    return { certificate, logEntry: promised, timestamp: undefined };
}
/** The layer as it stands elsewhere, with its annotations. */
function copyOf({ stored }) {
    const { material } = stored;
    if (material.kind === 'bundle')
        return undefined;
    const { payload: blob, annotations } = material;
    const mediaType = material.kind === 'simple-signing' ? _oci_index_js__WEBPACK_IMPORTED_MODULE_2__/* .SIMPLE_SIGNING */ .Nj : _oci_index_js__WEBPACK_IMPORTED_MODULE_2__/* .DSSE_ENVELOPE */ .P7;
    return { descriptor: { mediaType, size: blob.length, digest: (0,_oci_index_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(blob), annotations }, blob };
}
function verifyLayer({ blob: payload, descriptor }, claim, verifier) {
    const kind = claim.kind === 'signature' ? 'simple-signing' : 'dsse-layer';
    const annotations = descriptor.annotations ?? {};
    return checkOwn(() => verifier.verify({ kind, payload, annotations }, claim.subject.digest));
}
/** What was just signed does not verify: the services and the trusted root are not of one Sigstore. */
function checkOwn(verify) {
    try {
        return verify();
    }
    catch (thrown) {
        const error = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asCountersignError */ .ek)(thrown);
        if (error.fault !== 'rejection')
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS(error.code, {
            what: `What was signed does not verify, so nothing was stored: ${error.message}`,
            remedy: 'Give a trusted root that belongs to the signing services (trusted-root, signing-config).',
            cause: error,
        });
    }
}
const bytesOf = (present) => present?.stored.material.kind === 'bundle' ? present.stored.material.bytes : undefined;


/***/ }),

/***/ 76044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NotationJudge: () => (/* binding */ NotationJudge)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(807);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99772);
/* harmony import */ var _layouts_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67941);
/* harmony import */ var _notation_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95487);
/* harmony import */ var _notation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65388);






/** Judges Notation signatures by a trust policy; without one they are looked at, and nothing is decided. */
class NotationJudge {
    #trust;
    #store;
    #services;
    constructor(trust, services) {
        this.#trust = trust;
        this.#store = trust && (0,_notation_index_js__WEBPACK_IMPORTED_MODULE_3__/* .openTrustStore */ .Mi)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(services.workDir, trust.storePath));
        this.#services = services;
    }
    /** Whether an image has the signatures that are required of it. Throws TRUST_POLICY_INVALID, INPUTS_CONTRADICT. */
    async decide(open, requirement) {
        const { image } = open;
        const subjects = requirement.everywhere ? [image.root, ...image.platforms] : [image.root];
        const statement = this.#statementOf(open);
        if (statement === undefined || statement.level === 'skip') {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CountersignError */ .WS('INPUTS_CONTRADICT', {
                what: `require says notation, and the trust policy skips verification of ${(0,_notation_js__WEBPACK_IMPORTED_MODULE_4__/* .scopeOf */ .Od)(open)}`,
                remedy: 'Leave notation out of require for this image, or give its statement the level strict.',
            });
        }
        const judged = await Promise.all(subjects.map((subject) => this.look(open, subject)));
        const requirements = subjects.map((subject, at) => {
            const here = judged[at] ?? [];
            const met = here.some(({ claim }) => claim.state === 'verified');
            return { subject, met, here, reason: met ? undefined : whyUnmet(here) };
        });
        const unmet = requirements.filter(({ met }) => !met);
        return {
            claims: judged.flat().map(({ claim }) => claim),
            requirements: requirements.map(({ subject, met, reason }) => ({
                name: requirement.name,
                subject: subject.digest,
                platform: subject.platform,
                met,
                reason,
            })),
            error: refusalOf(image.pinned, unmet),
            warnings: judged.flat().flatMap(({ warnings }) => warnings),
        };
    }
    /** The Notation signatures beside one digest, each with its state. `listed`: its referrers, if known. Throws TRUST_POLICY_INVALID. */
    async look(open, subject, listed) {
        const statement = this.#statementOf(open);
        const { found } = await (0,_layouts_index_js__WEBPACK_IMPORTED_MODULE_2__/* .collectNotation */ .$W)(open.claims, subject.digest, { ...(listed && { listed }) });
        return Promise.all(found.map((one) => this.#judge(one, subject, statement)));
    }
    #statementOf(open) {
        return this.#trust && (0,_notation_index_js__WEBPACK_IMPORTED_MODULE_3__/* .statementFor */ .JM)(this.#trust.policy, (0,_notation_js__WEBPACK_IMPORTED_MODULE_4__/* .scopeOf */ .Od)(open));
    }
    async #judge(one, subject, statement) {
        const { digest } = one;
        if ('reason' in one) {
            const reason = `the stored signature cannot be read: ${one.reason}`;
            return {
                claim: (0,_notation_js__WEBPACK_IMPORTED_MODULE_4__/* .notationClaim */ .Jk)(subject, 'rejected', { digest, reason }),
                error: undefined,
                warnings: [],
            };
        }
        if (statement === undefined || statement.level === 'skip' || this.#store === undefined) {
            return { claim: await unchecked(one, subject, statement), error: undefined, warnings: [] };
        }
        const now = this.#services.context.clock.now();
        const verdict = await (0,_notation_index_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyNotation */ .D)(one, (0,_notation_js__WEBPACK_IMPORTED_MODULE_4__/* .targetOf */ .$r)(subject), statement, this.#store, now);
        const { error, signature, validations } = verdict;
        const leaf = signature?.leaf;
        if (error !== undefined) {
            return {
                claim: (0,_notation_js__WEBPACK_IMPORTED_MODULE_4__/* .notationClaim */ .Jk)(subject, 'rejected', { digest, leaf, reason: error.message }),
                error,
                warnings: [],
            };
        }
        const warnings = validations
            .filter(({ state }) => state === 'logged')
            .map(({ type, reason }) => `The trust policy only logs ${type}, and it failed: ${reason ?? ''}`);
        const reason = warnings.length === 0 ? undefined : warnings.join('; ');
        return { claim: (0,_notation_js__WEBPACK_IMPORTED_MODULE_4__/* .notationClaim */ .Jk)(subject, 'verified', { digest, leaf, reason }), error, warnings };
    }
}
/** Whole or not is known without anybody to trust; who signed is told, and not believed. */
async function unchecked({ digest, mediaType, bytes }, subject, statement) {
    try {
        const { leaf, target } = await (0,_notation_index_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyIntegrity */ .He)(mediaType, bytes);
        if (target.digest !== subject.digest) {
            return (0,_notation_js__WEBPACK_IMPORTED_MODULE_4__/* .notationClaim */ .Jk)(subject, 'rejected', { digest, leaf, reason: 'it is about another digest' });
        }
        const reason = statement === undefined
            ? 'no trust policy says whom to trust (notation-trust-policy)'
            : 'the trust policy skips verification here';
        return (0,_notation_js__WEBPACK_IMPORTED_MODULE_4__/* .notationClaim */ .Jk)(subject, 'unchecked', { digest, leaf, reason });
    }
    catch (thrown) {
        return (0,_notation_js__WEBPACK_IMPORTED_MODULE_4__/* .notationClaim */ .Jk)(subject, 'rejected', { digest, reason: (0,_notation_js__WEBPACK_IMPORTED_MODULE_4__/* .whyRejected */ .X0)(thrown) });
    }
}
function whyUnmet(here) {
    const reasons = [...new Set(here.map(({ claim }) => `${claim.digest ?? ''}: ${claim.reason ?? ''}`))];
    if (reasons.length === 0)
        return 'no Notation signature was found';
    const more = reasons.length - _limits_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_SHOWN_REASONS */ .nnl;
    return [...reasons.slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_SHOWN_REASONS */ .nnl), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
function refusalOf(pinned, unmet) {
    const [first] = unmet;
    if (first === undefined)
        return undefined;
    const cause = unmet.flatMap(({ here }) => here).find(({ error }) => error !== undefined)?.error;
    const where = `notation on ${first.subject.platform ?? 'the digest given'} (${first.subject.digest})`;
    const more = unmet.length > 1 ? `, and ${unmet.length - 1} more` : '';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CountersignError */ .WS(cause?.code ?? 'CLAIM_MISSING', {
        what: `${pinned} lacks ${where}${more}: ${first.reason ?? 'none was found'}`,
        remedy: cause?.remedy ??
            'Do not use this image, or have it signed for Notation by whom the trust policy names; for images that were signed on the index alone, set "platforms: index".',
        cause,
    });
}


/***/ }),

/***/ 65388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   Jk: () => (/* binding */ notationClaim),
/* harmony export */   Od: () => (/* binding */ scopeOf),
/* harmony export */   X0: () => (/* binding */ whyRejected)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _layouts_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67941);
/* harmony import */ var _reference_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45288);
/* harmony import */ var _notation_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95487);




/** A Notation signature in a report: its type stands where claims have that of their predicate. */
const notationClaim = (subject, state, { digest, leaf, reason, }) => ({
    subject: subject.digest,
    platform: subject.platform,
    predicateType: _layouts_index_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTATION_ARTIFACT */ .e9,
    layout: 'notation-referrer',
    digest,
    identity: leaf && `x509.subject: ${(0,_notation_index_js__WEBPACK_IMPORTED_MODULE_3__/* .formatName */ .nD)(leaf.subjectAttributes)}`,
    issuer: undefined,
    logIndex: undefined,
    state,
    reason,
});
/** What trust policies call a repository; Docker Hub by the name that users know. */
const scopeOf = ({ image }) => (0,_reference_index_js__WEBPACK_IMPORTED_MODULE_2__/* .claimedName */ .Vu)(image.name).replace(/^index\.docker\.io\//, 'docker.io/');
/** What is signed of a digest. */
const targetOf = ({ mediaType, digest, size }) => ({ mediaType, digest, size });
/** The message of a rejection; anything else is thrown on. */
function whyRejected(thrown) {
    const error = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asCountersignError */ .ek)(thrown);
    if (error.fault !== 'rejection')
        throw error;
    return error.message;
}


/***/ }),

/***/ 18349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ openTrust)
/* harmony export */ });
/* unused harmony export noticeOf */
/* harmony import */ var _trust_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10624);
/* harmony import */ var _verify_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51942);


/**
 * Loads the trusted root and makes the verifier. `keysAlone`: only keys are accepted, so the public good's root is not
 * fetched: a key needs no network but the registry. A root that was given by file is used in any case.
 * Throws TRUSTED_ROOT_..., TRUST_UNAVAILABLE, KEY_INVALID.
 */
async function openTrust(source, keys, keysAlone, services) {
    const { context, cacheDir } = services;
    if (keysAlone && source.kind === 'public-good') {
        const notice = {
            level: 'notice',
            text: 'Trust: the given keys alone; log entries and timestamps are not looked at.',
        };
        return { material: undefined, verifier: (0,_verify_index_js__WEBPACK_IMPORTED_MODULE_1__/* .createVerifier */ .$)({ trust: undefined, keys }), notice };
    }
    const material = await (0,_trust_index_js__WEBPACK_IMPORTED_MODULE_0__/* .loadTrust */ .Vc)(source, { context, cacheDir });
    const verifier = (0,_verify_index_js__WEBPACK_IMPORTED_MODULE_1__/* .createVerifier */ .$)({ trust: material, keys });
    return { material, verifier, notice: noticeOf(material, verifier) };
}
/** In short what a root demands is said only where that is less than usual. */
function noticeOf({ origin }, { requirements }) {
    const isUsual = requirements?.logEntries === 1 && requirements.certificateLogPromises === 1;
    const demands = requirements?.text ?? '';
    const brief = origin.replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/, '$1…');
    return {
        level: 'notice',
        text: `Trust: ${origin}. ${demands}`.trim(),
        short: `Trust: ${brief}. ${isUsual ? '' : demands}`.trim(),
    };
}


/***/ }),

/***/ 42943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ describedPath),
/* harmony export */   r: () => (/* binding */ pathSource)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(807);
/* harmony import */ var _read_bounded_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46524);
/* harmony import */ var _sbom_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54540);





/** What the input `path` names, relative to the services' workDir. Throws INPUT_INVALID. */
async function pathSource(given, { workDir }) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workDir, given);
    try {
        return { kind: (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).isDirectory() ? 'folder' : 'file', path };
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CountersignError */ .WS('INPUT_INVALID', {
            what: `The input path names ${JSON.stringify(given)}, which ${(0,_read_bounded_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(error)}`,
            remedy: 'Give a folder or file that is there, relative to the working directory.',
            cause: error,
        });
    }
}
/** It with what its own files show, as syft is to describe it. */
const describedPath = async (source, about, created) => ({
    source,
    about,
    subject: undefined,
    evidence: source.kind === 'folder' ? await (0,_sbom_index_js__WEBPACK_IMPORTED_MODULE_4__/* .folderEvidence */ .kx)(source.path) : [],
    created,
});


/***/ }),

/***/ 29286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i7: () => (/* binding */ sayingHowToDoWithout),
/* harmony export */   kx: () => (/* binding */ programPath),
/* harmony export */   rG: () => (/* binding */ toolServices)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(807);
/* harmony import */ var _tools_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12880);
/* harmony import */ var _trust_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10624);





/** The program that was named, else one that is installed and verified here. Throws INPUT_INVALID and what ensureTool throws. */
async function programPath({ name, path, version, mirror, allowPath }, trust, services) {
    if (path !== undefined)
        return givenPath(name, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(services.workDir, path));
    const request = { name, version, allowPath, verify: 'strict' };
    const tool = await (0,_tools_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ensureTool */ .r7)(mirror === undefined ? request : { ...request, mirror }, toolServices({ trust }, services)).catch((error) => {
        throw sayingHowToDoWithout(error, `Without that host: name a ${name} that is there (${name}-path, such as what setup-tools installed), use the one ` +
            'on PATH (allow-path), or download from elsewhere (tool-mirror).');
    });
    services.context.log.info(`${name} ${tool.version} (${tool.source}, ${tool.verifiedBy})`);
    return tool.path;
}
async function givenPath(name, path) {
    const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (there?.isFile() === true)
        return path;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CountersignError */ .WS('INPUT_INVALID', {
        what: `${name}-path names ${JSON.stringify(path)}, which is no file`,
        remedy: `Give the ${name}-path output of setup-tools, or leave it out to have ${name} installed.`,
    });
}
/** A download that failed for its host alone, with the ways that need no such host. All else stays. */
function sayingHowToDoWithout(error, ways) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CountersignError */ .WS) || error.code !== 'RELEASE_UNAVAILABLE')
        return error;
    const { code, message, remedy, cause } = error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CountersignError */ .WS(code, { what: message, remedy: `${remedy}\n${ways}`, cause });
}
/** What ensureTool needs, of a flow's services: the trusted root is loaded at its first need, once. */
function toolServices(options, services) {
    const { context, toolCacheDir, tempDir, workDir, env, credentials, cacheDir } = services;
    let trust;
    return {
        context,
        toolCacheDir,
        tempDir,
        workDir,
        env,
        credentials,
        trust: () => (trust ??= (0,_trust_index_js__WEBPACK_IMPORTED_MODULE_4__/* .loadTrust */ .Vc)(options.trust, { context, cacheDir })),
        ...(options.releases === undefined ? {} : { releases: options.releases }),
    };
}


/***/ }),

/***/ 29883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ createRebuild)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(807);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30058);
/* harmony import */ var _layouts_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67941);
/* harmony import */ var _sign_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1787);





/**
 * A run that was interrupted after the bundle is completed without signing again: envelope, certificate and the log's
 * promise are in the bundle, the chain is in the trusted root. What comes out has to verify, or it is not taken: another
 * tool may have logged the same envelope in other bytes. `logged`: this run writes to a log, so a layer without its promise
 * would be less than what this run signs anew: a bundle without a log, or one of Rekor v2, is then not enough.
 */
function createRebuild(trust, verifier, logged) {
    const known = new Map();
    return (claim, bundle) => {
        if (!known.has(bundle)) {
            known.set(bundle, verified(rebuild(claim, bundle, trust, logged), claim, verifier));
        }
        return known.get(bundle);
    };
}
function verified(layer, claim, verifier) {
    if (layer === undefined)
        return undefined;
    const annotations = layer.descriptor.annotations ?? {};
    try {
        verifier.verify({ kind: 'dsse-layer', payload: layer.blob, annotations }, claim.subject.digest);
        return layer;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CountersignError */ .WS && error.fault === 'rejection')
            return undefined;
        throw error;
    }
}
function rebuild(claim, { stored, verified: facts }, trust, logged) {
    if (stored.material.kind !== 'bundle')
        return undefined;
    // It verified, so it is JSON of a bundle; members that it may leave out are looked for all the same.
    const json = JSON.parse(Buffer.from(stored.material.bytes).toString('utf8'));
    const signature = text((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberAt */ .mz)(json, 'dsseEnvelope', 'signatures', 0, 'sig'));
    const rawCertificate = text((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberAt */ .mz)(json, 'verificationMaterial', 'certificate', 'rawBytes'));
    const logEntry = promiseOf((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberAt */ .mz)(json, 'verificationMaterial', 'tlogEntries', 0));
    if (signature === undefined || (logged && logEntry === undefined))
        return undefined;
    const envelope = (0,_sign_index_js__WEBPACK_IMPORTED_MODULE_3__.envelopeJson)(facts.payload, Buffer.from(signature, 'base64'));
    if (facts.signer.kind === 'key') {
        return (0,_layouts_index_js__WEBPACK_IMPORTED_MODULE_2__/* .attestationLayer */ .om)(envelope, claim.predicateType, {
            certificate: undefined,
            logEntry,
            timestamp: undefined,
        });
    }
    // A certificate needs a time: without the promise the layer would need a timestamp, and those are taken when signing.
    if (rawCertificate === undefined || logEntry === undefined || trust === undefined)
        return undefined;
    const leaf = new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(Buffer.from(rawCertificate, 'base64'));
    const chain = (0,_layouts_index_js__WEBPACK_IMPORTED_MODULE_2__/* .chainAbove */ .F5)(leaf, trust);
    if (chain.length === 0)
        return undefined;
    return (0,_layouts_index_js__WEBPACK_IMPORTED_MODULE_2__/* .attestationLayer */ .om)(envelope, claim.predicateType, {
        certificate: { leaf, chain },
        logEntry,
        timestamp: undefined,
    });
}
function promiseOf(entry) {
    const body = text((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberAt */ .mz)(entry, 'canonicalizedBody'));
    const keyId = text((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberAt */ .mz)(entry, 'logId', 'keyId'));
    const signedEntryTimestamp = text((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberAt */ .mz)(entry, 'inclusionPromise', 'signedEntryTimestamp'));
    const integratedTime = Number((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberAt */ .mz)(entry, 'integratedTime'));
    const logIndex = Number((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberAt */ .mz)(entry, 'logIndex'));
    if (body === undefined || keyId === undefined || signedEntryTimestamp === undefined)
        return undefined;
    if (!Number.isSafeInteger(integratedTime) || !Number.isSafeInteger(logIndex))
        return undefined;
    const logId = Buffer.from(keyId, 'base64').toString('hex');
    return { body, integratedTime, logIndex, logId, signedEntryTimestamp };
}
const text = (value) => typeof value === 'string' && value !== '' ? value : undefined;


/***/ }),

/***/ 55388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y6: () => (/* binding */ reported),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   jl: () => (/* binding */ imageReports)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _reference_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45288);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23224);



/**
 * Runs a flow and reports it: what it throws ends up in the report, with the status of its fault, so that whoever called
 * always has the figures and what was reached. Requests are those that this flow sent.
 */
async function reported(command, services, flow) {
    const before = services.context.http.counts();
    const progress = {
        images: [],
        bundles: [],
        signer: undefined,
        figures: { logEntries: 0, timestamps: 0, certificates: 0, storedObjects: 0 },
        foreseen: {},
        notices: [],
        status: 'ok',
        mode: undefined,
        error: undefined,
    };
    try {
        await flow(progress);
    }
    catch (thrown) {
        progress.error = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asCountersignError */ .ek)(thrown);
        progress.status = statusOf(progress.error);
    }
    const { images, bundles, signer, notices, status, mode, error, foreseen } = progress;
    const requests = requestsSince(before, services.context.http.counts(), foreseen);
    const figures = { ...progress.figures, requests };
    const { predicates, predicatesPath } = progress;
    const verdict = {
        command,
        status,
        ...(mode === undefined ? {} : { mode }),
        ...(predicates === undefined ? {} : { predicates }),
        ...(predicatesPath === undefined ? {} : { predicatesPath }),
    };
    return { ...verdict, images, bundles, signer, figures, notices, error };
}
/** What a run is that ended with this error. */
const statusOf = (error) => _report_index_js__WEBPACK_IMPORTED_MODULE_2__/* .STATUS_OF */ .$n[error.fault];
/**
 * The failure that decides the status of a run: of several, a verdict before what someone has to mend and what may pass by
 * itself. None of them is a success. Where others of the run went on, the image is named.
 */
function failureOf(run) {
    const order = ['defect', 'rejection', 'user', 'infrastructure'];
    const rank = ({ error }) => order.indexOf(error.fault);
    const [gravest] = [...run.failures].sort((one, other) => rank(one) - rank(other));
    if (gravest === undefined || run.size === 1)
        return gravest?.error;
    const { reference, error } = gravest;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS(error.code, {
        what: `${run.failures.length} of ${run.size} images failed, ${reference}: ${error.message}`,
        remedy: error.remedy,
        cause: error,
    });
}
/** The images of a run in their order, those that could not be resolved last. */
function imageReports(run, claimsOf, requirementsOf = () => []) {
    return [
        ...run.images.map((open) => ({
            reference: open.image.pinned,
            digest: open.image.root.digest,
            platforms: open.image.platforms.map(({ platform, digest }) => ({
                platform: platform ?? 'unknown',
                digest,
            })),
            claims: claimsOf(open),
            requirements: requirementsOf(open),
            ...(open.claims === open.repository ? {} : { signatureRepository: (0,_reference_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatName */ .nD)(open.claims.name) }),
            error: run.failureOf(open),
        })),
        ...run.unopened.map(({ reference, digest, error }) => ({
            reference,
            digest,
            platforms: [],
            claims: [],
            requirements: [],
            error,
        })),
    ];
}
function requestsSince(before, after, foreseen) {
    const services = [...new Set([...Object.keys(after), ...Object.keys(foreseen)])];
    const counted = services.map((service) => [service, (after[service] ?? 0) - (before[service] ?? 0) + (foreseen[service] ?? 0)]);
    return Object.fromEntries(counted.filter(([, count]) => count > 0));
}


/***/ }),

/***/ 76276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mj: () => (/* binding */ fetchAll),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   wI: () => (/* binding */ EPOCH),
/* harmony export */   wg: () => (/* binding */ draftsBySyft)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _concurrency_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99045);
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(89264);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(807);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(99772);
/* harmony import */ var _read_bounded_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46524);
/* harmony import */ var _sbom_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54540);
/* harmony import */ var _still_running_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1060);










/** Drafts of platforms by syft, each from a layout folder that our own client filled. */
async function draftsBySyft({ repository }, subjects, syft, run) {
    // First: what fails here must leave no transfer running that still writes into the folder.
    const program = await syft();
    const fetched = await fetchAll(repository, subjects, true, run);
    const gate = (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_6__/* .createGate */ .q)(Math.min((0,node_os__WEBPACK_IMPORTED_MODULE_1__.availableParallelism)(), _limits_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_SYFT_CONCURRENCY */ .mOY));
    return (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_6__/* .allEnded */ .C)(fetched.map(({ subject, folder, evidence, created = EPOCH }) => gate(() => {
        const about = subject.platform ?? subject.digest;
        return describe({ source: { kind: 'layout', folder }, about, subject, evidence, created }, program, run);
    })));
}
/** Where an image does not say when it was built; any other time would make two runs differ. */
const EPOCH = new Date(0);
/**
 * Runs syft on one platform or folder, and finishes and reads what it wrote. Whatever cannot be read of that was not made
 * right: PROGRAM_FAILED, nothing is known.
 */
async function describe(described, program, run) {
    const { options, services, folder, name } = run;
    const { context, env } = services;
    const { subject, evidence, created, about } = described;
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'syft', subject?.digest.slice('sha256:'.length) ?? 'path');
    const home = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(own, 'home');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(home, { recursive: true });
    // Always there: it alone tells what syft could not look into.
    const formats = new Map([['syft-json', undefined]]);
    for (const { format, specVersion } of options.formats)
        formats.set(format, specVersion);
    const outputs = [...formats].map(([format, specVersion]) => ({
        format,
        specVersion,
        path: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(own, `${format}.json`),
    }));
    context.log.info(`Describing ${about} with syft`);
    const started = performance.now();
    const syft = {
        path: program,
        env,
        home,
        timeoutMs: options.timeoutMs,
        signal: context.signal,
        onMessage: (line) => {
            context.log.debug(`syft: ${line}`);
        },
    };
    const { source } = described;
    const { supplier } = options;
    await run.watch('generate', () => (0,_still_running_js__WEBPACK_IMPORTED_MODULE_8__/* .whileTold */ .r)(`describing ${about}`, context, () => (0,_sbom_index_js__WEBPACK_IMPORTED_MODULE_5__/* .runSyft */ .Ez)(syft, { source, name, version: subject?.digest, supplier, outputs })));
    const made = new Map();
    for (const { format, path } of outputs) {
        made.set(format, await finished(path, format, described, run));
    }
    const judged = made.get('syft-json');
    if (judged === undefined)
        throw new Error('syft-json is always written');
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    context.log.info(`${about}: ${(0,_counted_js__WEBPACK_IMPORTED_MODULE_9__/* .counted */ .h)(judged.sbom.packages.length, 'package')} in ${seconds} s`);
    const documents = options.formats.map(({ format }) => made.get(format));
    return {
        subject,
        evidence,
        created,
        documents: documents.filter((document) => document !== undefined),
        judged: [judged.sbom],
    };
}
async function finished(path, format, { subject, created }, { name }) {
    const label = `What syft wrote as ${format}`;
    const document = await readAsMade(label, async () => {
        const raw = await (0,_read_bounded_js__WEBPACK_IMPORTED_MODULE_4__/* .readBounded */ .CB)(path, _limits_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_SYFT_DOCUMENT_BYTES */ .Unr);
        const about = { name, digest: subject?.digest, platform: subject?.platform, created };
        const bytes = (0,_sbom_index_js__WEBPACK_IMPORTED_MODULE_5__/* .finishDocument */ .pn)(raw, format, about);
        const sbom = (0,_sbom_index_js__WEBPACK_IMPORTED_MODULE_5__/* .readSbom */ .kH)(bytes, label);
        if (sbom.format !== format)
            throw new Error(`it is ${sbom.format}`);
        return { bytes, sbom };
    });
    if (subject !== undefined)
        (0,_sbom_index_js__WEBPACK_IMPORTED_MODULE_5__/* .checkDescribes */ .lP)(document.sbom, subject.digest, label);
    return document;
}
async function readAsMade(label, read) {
    try {
        return await read();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CountersignError */ .WS && error.fault !== 'user')
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CountersignError */ .WS('PROGRAM_FAILED', {
            what: `${label} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
            remedy: 'Check which syft is run (syft-path, syft-version); a released one writes documents that can be read.',
            cause: error,
        });
    }
}
/** Fetches the platforms and lists their layers. */
const fetchAll = (repository, subjects, keepLayers, { folder, services: { context }, watch }) => watch('fetch', () => (0,_sbom_index_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchPlatforms */ .jf)(repository, subjects, {
    folder,
    keepLayers,
    log: context.log,
    signal: context.signal,
}));


/***/ }),

/***/ 11329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NK: () => (/* binding */ findingText),
/* harmony export */   h2: () => (/* binding */ rejectionOf),
/* harmony export */   jY: () => (/* binding */ judgeDraft)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99772);
/* harmony import */ var _sbom_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54540);



/** Holds a draft against its evidence, its baseline and the thresholds. */
function judgeDraft(draft, baseline, options) {
    const { subject, evidence, judged, documents } = draft;
    const platform = subject?.platform;
    const { allowEmpty, maxDropPercent } = options;
    const findings = judged.flatMap((sbom) => (0,_sbom_index_js__WEBPACK_IMPORTED_MODULE_1__/* .checkWhole */ .UW)({ sbom, evidence, baseline, allowEmpty, maxDropPercent }).map(({ kind, text, path, fatal }) => ({ platform, kind, text, path, fatal })));
    // Of what is published: syft-json says less about suppliers and licences than the documents made from it.
    const published = documents.find(({ sbom }) => sbom.format !== 'syft-json')?.sbom ?? judged[0];
    const quality = published === undefined ? undefined : (0,_sbom_index_js__WEBPACK_IMPORTED_MODULE_1__/* .qualityOf */ .BF)(published);
    return {
        findings: withoutRepeats(findings),
        quality: quality === undefined ? undefined : { platform, ...quality },
        missed: quality === undefined ? [] : (0,_sbom_index_js__WEBPACK_IMPORTED_MODULE_1__/* .failedThresholds */ .uy)(quality, options.thresholds).map(({ text }) => text),
    };
}
/** Several documents of one platform share their findings. */
const withoutRepeats = (findings) => [
    ...new Map(findings.map((finding) => [JSON.stringify([finding.kind, finding.text]), finding])).values(),
];
/** The rejection of a run whose documents miss something; undefined where there is none. The gravest comes first. */
function rejectionOf(judgements, { onIncomplete }, remedy = 'Mend what hides the packages; nothing was written. An image that honestly has none needs allow-empty: true; on-incomplete: warn writes the documents with a warning.') {
    const fatal = judgements.flatMap(({ findings }) => findings).filter((finding) => finding.fatal);
    if (fatal.length > 0 && onIncomplete === 'fail') {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('SBOM_INCOMPLETE', {
            what: `The SBOM does not hold what is in the image: ${listed(fatal.map(findingText))}`,
            remedy,
        });
    }
    const missed = judgements.flatMap(({ missed: texts, quality }) => texts.map((text) => (quality?.platform === undefined ? text : `${quality.platform}: ${text}`)));
    if (missed.length === 0)
        return undefined;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('SBOM_QUALITY_LOW', {
        what: `The SBOM says less than min-quality asks for: ${listed(missed)}`,
        remedy: 'Give the packages what they lack, or lower min-quality; nothing was written.',
    });
}
/** `linux/amd64: there is …` */
const findingText = ({ platform, text }) => platform === undefined ? text : `${platform}: ${text}`;
function listed(texts) {
    const rest = texts.length - _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_SHOWN_SBOM_FINDINGS */ .mwc;
    return `${texts.slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_SHOWN_SBOM_FINDINGS */ .mwc).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}


/***/ }),

/***/ 34604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fA: () => (/* binding */ openBaselineImage),
/* harmony export */   jU: () => (/* binding */ attestedPredicates),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   yQ: () => (/* binding */ openTrustFor)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30058);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59959);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65105);
/* harmony import */ var _inspect_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26928);
/* harmony import */ var _open_trust_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18349);






/** Predicates of one type on an image and its platforms; only what verifies and one of `signers` signed counts. */
async function attestedPredicates({ image, claims }, isWanted, signers, trust) {
    const counted = [];
    const refused = [];
    for (const subject of [image.root, ...image.platforms]) {
        const { checked } = await (0,_inspect_js__WEBPACK_IMPORTED_MODULE_3__/* .inspect */ .N)(claims, subject.digest, trust.verifier);
        for (const judged of (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .withSuperseded */ .bd)(checked.map((claim) => (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeClaim */ .e2)(claim, signers)))) {
            if (judged.state === 'verified')
                counted.push(...predicateOf(subject, judged, isWanted));
            else if (judged.state === 'rejected' && isWanted(judged.predicateType ?? ''))
                refused.push({ subject, reason: judged.error.message });
        }
    }
    return { counted: withoutRepeats(counted), refused };
}
/** Trust for the claims of one purpose. */
function openTrustFor(signers, options, services) {
    const keys = signers.flatMap((rule) => (rule.kind === 'key' ? [rule.publicKeyPem] : []));
    return (0,_open_trust_js__WEBPACK_IMPORTED_MODULE_4__/* .openTrust */ .N)(options.trust, keys, keys.length === signers.length, services);
}
/** The image of an attested baseline; its tag is what it is asked for. Throws what openImages throws. */
async function openBaselineImage(reference, options, services) {
    const run = await (0,_images_js__WEBPACK_IMPORTED_MODULE_2__/* .openImages */ .x)({ ...options, images: [reference], allowTag: true }, services);
    const [image] = run.images;
    if (image !== undefined)
        return image;
    throw run.unopened[0]?.error ?? new Error('an image is neither open nor unopened');
}
/**
 * The predicate of the newest claim on one platform (undefined: on the digest that was named).
 * Throws CLAIM_MISSING where none counts: nothing would then be known, and everything would be new.
 */
function newestOf({ counted, refused }, platform, image) {
    const here = counted.filter(({ subject }) => subject.platform === platform);
    const [newest] = [...here].sort((one, other) => timeOf(other) - timeOf(one));
    if (newest !== undefined)
        return newest;
    const [why] = refused.filter(({ subject }) => subject.platform === platform);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('CLAIM_MISSING', {
        what: `There is no scan attestation on ${platform ?? 'the digest'} of ${image.image.pinned} that counts as baseline${why === undefined ? '' : `: ${why.reason}`}`,
        remedy: 'Attest the scan of the last release, check whose attestation counts, or give a report file as baseline.',
    });
}
/** The signed time, else when the scan says that it ended. */
const timeOf = ({ signedAt, predicate }) => {
    const said = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .memberAt */ .mz)(predicate, 'metadata', 'scanFinishedOn');
    const at = signedAt ?? (typeof said === 'string' ? new Date(said) : undefined);
    return at === undefined || Number.isNaN(at.getTime()) ? 0 : at.getTime();
};
function predicateOf(subject, { claim, digest }, isWanted) {
    if (!isWanted(claim.predicateType) || claim.statement === undefined)
        return [];
    const { predicate } = claim.statement;
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(predicate) ? [{ subject, name: digest, predicate, signedAt: signedTime(claim) }] : [];
}
const signedTime = ({ times }) => times.map(({ at }) => at).sort((one, other) => one.getTime() - other.getTime())[0];
/** One claim in two layouts is one claim. */
const withoutRepeats = (predicates) => [
    ...new Map(predicates.map((each) => [`${each.subject.digest} ${JSON.stringify(each.predicate)}`, each])).values(),
];


/***/ }),

/***/ 1060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ whileTold)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99772);

/** Does the work, and says every PROGRESS_INTERVAL_MS that it still goes on: `Still describing linux/amd64 (1.5 min)`. */
async function whileTold(what, { clock, log }, work) {
    const ended = new AbortController();
    const telling = tellUntil(ended.signal, what, { clock, log });
    try {
        return await work();
    }
    finally {
        ended.abort();
        await telling;
    }
}
async function tellUntil(ended, what, { clock, log }) {
    for (let times = 1;; times += 1) {
        const isOver = await clock.sleep(_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .PROGRESS_INTERVAL_MS */ .vGH, ended).then(() => ended.aborted, () => true);
        if (isOver)
            return;
        log.info(`Still ${what} (${(times * _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .PROGRESS_INTERVAL_MS */ .vGH) / 60_000} min)`);
    }
}


/***/ }),

/***/ 18225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ TagWriters)
/* harmony export */ });
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78765);

/** One writer for each repository of a run, so that its writes to one tag stand behind each other. */
class TagWriters {
    #options;
    #writers = new Map();
    constructor(options) {
        this.#options = options;
    }
    of(repository) {
        const writer = this.#writers.get(repository) ?? (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_0__/* .createTagWriter */ .M5)(repository, this.#options);
        this.#writers.set(repository, writer);
        return writer;
    }
    /**
     * Once per session, when every tag has been written. What goes wrong in a repository is noted in `run` for each image
     * whose claims live there.
     */
    async settle(run) {
        const settling = new Map([...this.#writers].map(([repository, writer]) => [repository, writer.settle()]));
        for (const each of settling.values())
            each.catch(() => undefined); // told to each image that it is about
        await Promise.all(run.images.map((image) => run.attempt(image, async () => settling.get(image.claims))));
    }
}


/***/ })

};
