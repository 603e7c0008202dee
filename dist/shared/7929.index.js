export const id = 7929;
export const ids = [7929];
export const modules = {

/***/ 98762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback)
/* harmony export */ });
/** Whether a URL's host name (brackets of IPv6 included) is this machine: `localhost`, 127.0.0.0/8 or `[::1]`. */
const isLoopback = (hostname) => hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname);


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

/***/ 61271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G2: () => (/* binding */ workflowRepository),
/* harmony export */   LJ: () => (/* binding */ repositoryUri),
/* harmony export */   _2: () => (/* binding */ isWorkflow),
/* harmony export */   iB: () => (/* binding */ ownerUri),
/* harmony export */   oX: () => (/* binding */ GITHUB_ISSUER),
/* harmony export */   vP: () => (/* binding */ wholeRef),
/* harmony export */   vf: () => (/* binding */ wholeCommit),
/* harmony export */   w4: () => (/* binding */ workflowUri)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99772);


/** The issuer of GitHub Actions tokens on github.com. */
const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
const OWNER = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9_])?$/;
const REPOSITORY = /^[A-Za-z0-9._-]{1,100}$/;
/** What follows the seam of a workflow's URI: a ref or, for a reusable workflow called so, a commit. */
const REF = /^(?:refs\/\P{Cc}{1,1000}|[0-9a-f]{40}|[0-9a-f]{64})$/u;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** `https://github.com/acme` of `acme`, `github.com/acme` or the URL itself. Throws INPUT_INVALID. */
function ownerUri(text, issuer) {
    const { server, path } = splitServer(text, issuer);
    if (!OWNER.test(path))
        throw invalid('source-owner', text, 'an owner, as in acme');
    return `${server}/${path}`;
}
/** `https://github.com/acme/app` of `acme/app`, `github.com/acme/app` or the URL itself. Throws INPUT_INVALID. */
function repositoryUri(text, issuer) {
    const { server, path } = splitServer(text, issuer);
    const [owner = '', repository = '', ...more] = path.split('/');
    if (!OWNER.test(owner) || !isRepository(repository) || more.length > 0) {
        throw invalid('source-repository', text, 'an owner/repository, as in acme/app');
    }
    return `${server}/${path}`;
}
/**
 * The URI of a workflow, with its `@ref` where one was given:
 * `[https://github.com/]owner/repository/.github/workflows/file.yml[@ref]`. Throws INPUT_INVALID.
 */
function workflowUri(text, issuer) {
    const { server, path } = splitServer(text, issuer);
    const parts = /^([^/]+)\/([^/]+)\/\.github\/workflows\/([^/@]+\.ya?ml)(?:@(.+))?$/u.exec(path);
    const [, owner = '', repository = '', , ref] = parts ?? [];
    if (parts === null ||
        !OWNER.test(owner) ||
        !isRepository(repository) ||
        (ref !== undefined && !REF.test(ref))) {
        throw invalid('signer-workflow', text, 'an owner/repository/.github/workflows/file.yml, with or without @refs/...');
    }
    return `${server}/${path}`;
}
/** Throws INPUT_INVALID unless it is a whole ref (`refs/heads/main`). */
function wholeRef(text) {
    if (/^refs\/\P{Cc}{1,1000}$/u.test(text))
        return text;
    throw invalid('source-ref', text, 'a whole ref, as in refs/heads/main or refs/tags/v1.0.0');
}
/** Throws INPUT_INVALID unless it is a whole commit. */
function wholeCommit(name, text) {
    if (COMMIT.test(text))
        return text;
    throw invalid(name, text, 'a whole commit: 40 lower-case hexadecimal digits');
}
/** Whether a SAN is the workflow of `uri`: the same ref where `uri` names one, else any ref of exactly this file. */
function isWorkflow(san, uri) {
    if (san === uri)
        return true;
    // A file may be called `release.yml@x.yml`: what follows the seam has to be a ref, or it is another file.
    return !uri.includes('@') && san.startsWith(`${uri}@`) && REF.test(san.slice(uri.length + 1));
}
/**
 * The repository whose workflow a SAN names, `unclear` where it names one that cannot be told, `none` where it names no
 * workflow at all (an e-mail address, a service account). GitHub's form ends at `/.github/workflows/`, GitLab's at `//`.
 */
function workflowRepository(san) {
    if (!/^https?:\/\//i.test(san))
        return { kind: 'none' };
    const github = /^(https?:\/\/[^/]+\/[^/@]+\/[^/@]+)\/\.github\/workflows\/[^/]+@./iu.exec(san)?.[1];
    if (github !== undefined)
        return { kind: 'known', uri: github };
    const gitlab = /^(https?:\/\/[^/]+(?:\/[^/@]+){2,})\/\/[^@]+@./iu.exec(san)?.[1];
    if (gitlab !== undefined)
        return { kind: 'known', uri: gitlab };
    return { kind: san.includes('@') ? 'unclear' : 'none' };
}
const isRepository = (text) => REPOSITORY.test(text) && text !== '.' && text !== '..';
/** The server before the path: as written, else the one that belongs to the issuer. */
function splitServer(text, issuer) {
    const [, server, path] = /^(https:\/\/[a-z0-9.:-]+)\/(.*)$/.exec(text) ?? [];
    if (server !== undefined && path !== undefined)
        return { server, path };
    if (text.startsWith('github.com/'))
        return { server: 'https://github.com', path: text.slice('github.com/'.length) };
    return { server: serverOfIssuer(issuer), path: text };
}
/** GHE.com with data residency and GitHub Enterprise Server have an issuer each; everything else is github.com. */
function serverOfIssuer(issuer) {
    const tenant = /^https:\/\/token\.actions\.([a-z0-9-]+\.ghe\.com)(?:\/|$)/.exec(issuer)?.[1];
    if (tenant !== undefined)
        return `https://${tenant}`;
    return /^(https:\/\/[a-z0-9.:-]+)\/_services\/token$/.exec(issuer)?.[1] ?? 'https://github.com';
}
const invalid = (name, text, form) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_INVALID', {
    what: `${name} is ${JSON.stringify(text.slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_SHOWN_INPUT_CHARS */ .SpS))}, which is not ${form}`,
    remedy: `Give ${name} as ${form}.`,
});


/***/ }),

/***/ 59959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ln: () => (/* reexport */ claimsThatMet),
  LD: () => (/* reexport */ decide),
  Y8: () => (/* reexport */ isBefore),
  e2: () => (/* reexport */ judgeClaim),
  Ez: () => (/* reexport */ parseRequirements),
  rR: () => (/* reexport */ parseSignerRules),
  Of: () => (/* reexport */ refusalOf),
  K5: () => (/* reexport */ requireAllowedSigner),
  bd: () => (/* reexport */ withSuperseded)
});

// UNUSED EXPORTS: GITHUB_ISSUER

// EXTERNAL MODULE: ./packages/core/build/claims/predicate-types.js
var predicate_types = __webpack_require__(52687);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
// EXTERNAL MODULE: ./packages/core/build/policy/github-names.js
var github_names = __webpack_require__(61271);
;// CONCATENATED MODULE: ./packages/core/build/policy/match-signer.js




/**
 * Checks that one of the rules accepts the signer. Throws SIGNER_NOT_ALLOWED with, for each rule, what it expected and
 * what was found; without a rule it accepts nobody.
 */
function requireAllowedSigner(signer, rules) {
    const refusals = [];
    for (const rule of rules) {
        const refusal = whyNot(rule, signer);
        if (refusal === undefined)
            return;
        refusals.push(refusal);
    }
    const shown = [...new Set(refusals)];
    throw new errors/* CountersignError */.WS('SIGNER_NOT_ALLOWED', {
        what: shown.length === 0
            ? `Signed by ${nameOf(signer)}, and no rule says who is accepted`
            : `The signer is not one that is accepted: ${shown.slice(0, limits/* MAX_SHOWN_REASONS */.nnl).join('; or ')}`,
        remedy: 'If this signer is right, name it in the identity inputs; otherwise do not use this image.',
    });
}
/** Why a rule does not accept the signer; undefined where it does. All that is given in a rule must hold. */
function whyNot(rule, signer) {
    if (rule.kind === 'key') {
        if (signer.kind === 'key' && signer.hint === rule.hint)
            return undefined;
        return `expected the key ${rule.hint}, found ${nameOf(signer)}`;
    }
    if (signer.kind === 'key')
        return `expected a certificate of ${rule.issuer}, found ${nameOf(signer)}`;
    const { facts, identity } = signer;
    if (facts.issuer !== rule.issuer)
        return differs('the issuer', rule.issuer, facts.issuer);
    if (rule.identity !== undefined && !matches(rule.identity, identity)) {
        return differs('the identity', describeMatch(rule.identity), identity);
    }
    if (rule.signerWorkflow !== undefined && !(0,github_names/* isWorkflow */._2)(identity, rule.signerWorkflow)) {
        return differs('the signer workflow', rule.signerWorkflow, identity);
    }
    for (const [what, expected, found] of [
        ['the source repository', rule.sourceRepository, facts.sourceRepositoryUri],
        ['the source owner', rule.sourceOwner, facts.sourceRepositoryOwnerUri],
        ['the source ref', rule.sourceRef, facts.sourceRepositoryRef],
        ['the source digest', rule.sourceDigest, facts.sourceRepositoryDigest],
        ['the signer digest', rule.signerDigest, facts.buildSignerDigest],
        ['the build trigger', rule.buildTrigger, facts.buildTrigger],
        ['the runner', rule.denySelfHostedRunners ? 'github-hosted' : undefined, facts.runnerEnvironment],
    ]) {
        if (expected !== undefined && expected !== found)
            return differs(what, expected, found);
    }
    return whyOutside(rule, identity, facts.sourceRepositoryUri);
}
/**
 * Anyone can call a public reusable workflow, and its name is the SAN then. So a SAN that names a workflow outside the
 * repository the run belongs to says nothing by itself: the rule has to say whose runs count. A certificate that does
 * not name its source repository counts as outside.
 */
function whyOutside(rule, identity, source) {
    const workflow = (0,github_names/* workflowRepository */.G2)(identity);
    const named = rule.identity !== undefined || rule.signerWorkflow !== undefined;
    if (!named) {
        // source-repository alone means: any workflow of that repository.
        if (workflow.kind === 'known' && workflow.uri === rule.sourceRepository)
            return undefined;
        return differs('the signer', `a workflow of ${rule.sourceRepository ?? 'nobody'}`, identity);
    }
    if (workflow.kind === 'none')
        return undefined;
    if (workflow.kind === 'known' && workflow.uri === source)
        return undefined;
    if (rule.sourceRepository !== undefined || rule.sourceOwner !== undefined)
        return undefined;
    return (`${identity} is a workflow outside the source repository (${source ?? 'the certificate names none'}), ` +
        'which others may call too: source-repository or source-owner has to say whose runs are accepted');
}
/** Whole, never part: a text that merely contains the expected one is another identity. */
const matches = (match, text) => match.kind === 'exact' ? match.text === text : build/* RE2JS */.L3.compile(match.pattern).matches(text);
const describeMatch = (match) => match.kind === 'exact' ? match.text : `one that ${match.pattern} matches as a whole`;
const nameOf = (signer) => signer.kind === 'key'
    ? `the key ${signer.hint}`
    : `${signer.identity} (${signer.facts.issuer ?? 'no issuer'})`;
const differs = (what, expected, found) => `${what} is ${found ?? 'not stated'}, expected ${expected}`;

;// CONCATENATED MODULE: ./packages/core/build/policy/superseded.js
/**
 * Judged claims in which those that a newer one took the place of are told apart: they count for nothing. What an object
 * names as superseded is signed by nobody, so it is believed only of an accepted claim in the same layout, about the same
 * digest, of the same type, and signed no earlier: whoever may push can hide nothing behind what is older. An old claim that is
 * stored again as another object is not named by anybody and counts beside the newer one. `mayReplace`: asked
 * besides, where no rule says whose claims are accepted.
 */
function withSuperseded(claims, mayReplace = () => true) {
    const newer = claims.filter((one) => one.state === 'verified').filter(({ names }) => names.length > 0);
    if (newer.length === 0)
        return claims;
    return claims.map((older) => {
        if (older.state !== 'verified')
            return older;
        const by = newer.find((one) => one !== older &&
            one.names.includes(older.digest) &&
            one.layout === older.layout &&
            one.subject === older.subject &&
            one.claim.predicateType === older.claim.predicateType &&
            isBefore(older.claim, one.claim) &&
            mayReplace(one.claim, older.claim));
        return by === undefined ? older : { ...older, state: 'superseded', by: by.digest };
    });
}
/** By verified times alone, to the second of the log; false where one of them has none. */
function isBefore(one, other) {
    const latest = Math.max(...one.times.map(({ at }) => at.getTime()));
    const earliest = Math.min(...other.times.map(({ at }) => at.getTime()));
    return one.times.length > 0 && other.times.length > 0 && latest <= earliest;
}

;// CONCATENATED MODULE: ./packages/core/build/policy/decide.js





/** Applies the identity rules to one claim: verified only where cryptography and a rule agree. */
function judgeClaim(checked, signers) {
    const { layout, subject, digest, names } = checked;
    const where = { layout, subject, digest, names };
    if (checked.claim === undefined) {
        const { error, predicateType } = checked;
        return { ...where, state: 'rejected', predicateType, claim: undefined, error };
    }
    const { claim } = checked;
    try {
        requireAllowedSigner(claim.signer, signers);
        return { ...where, state: 'verified', claim };
    }
    catch (error) {
        const { predicateType } = claim;
        return { ...where, state: 'rejected', predicateType, claim, error: (0,errors/* asCountersignError */.ek)(error) };
    }
}
/**
 * Whether an image has all that is required of it, signed by whom the rules accept. Pure: the same facts give the same
 * decision. A claim counts for the digest beside which it was found and verified, never for another, and an attestation
 * never counts as a signature. Without a rule or a requirement nothing is accepted.
 */
function decide(image, checked, signers, required) {
    const claims = withSuperseded(checked.map((claim) => judgeClaim(claim, signers)));
    const requirements = required.flatMap((requirement) => (requirement.everywhere ? [image.root, ...image.platforms] : [image.root]).map((subject) => examine(requirement, subject, claims)));
    const accepted = requirements.length > 0 && requirements.every(({ met }) => met);
    return { image, verdict: accepted ? 'accepted' : 'rejected', claims, requirements };
}
function examine(requirement, subject, claims) {
    const here = claims.filter((claim) => claim.subject === subject.digest);
    const met = here.some((claim) => claim.state === 'verified' && satisfies(requirement, claim.claim, subject));
    const failed = met ? [] : candidates(requirement, here);
    const reason = met ? undefined : whyUnmet(requirement, failed);
    const cause = failed[0]?.error;
    return { requirement, subject: subject.digest, platform: subject.platform, met, reason, cause };
}
const satisfies = (requirement, claim, subject) => claim.subject === subject.digest && hasType(requirement, claim.predicateType);
/** Whether a claim of this type is what is asked for. */
const hasType = (requirement, predicateType) => requirement.kind === 'signature'
    ? predicateType === predicate_types/* COSIGN_SIGNATURE */.P8
    : predicateType !== predicate_types/* COSIGN_SIGNATURE */.P8 && requirement.predicateTypes.includes(predicateType);
/** Claims of the required type that failed, and those that failed before their type could be told. */
const candidates = (requirement, here) => here
    .filter((claim) => claim.state === 'rejected')
    .filter(({ predicateType }) => predicateType === undefined || hasType(requirement, predicateType));
function whyUnmet(requirement, failed) {
    const reasons = failed.map(({ layout, digest, error }) => `${layout} ${digest}: ${error.message}`);
    const distinct = [...new Set(reasons)];
    if (distinct.length === 0)
        return `no ${requirement.name} was found`;
    const more = distinct.length - limits/* MAX_SHOWN_REASONS */.nnl;
    return [...distinct.slice(0, limits/* MAX_SHOWN_REASONS */.nnl), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

;// CONCATENATED MODULE: ./packages/core/build/policy/met.js

/**
 * The attestations that met a requirement: they verified, a rule accepts their signer, and something of their type was
 * demanded of just that digest. The newest first; one that is stored in several layouts is there once.
 */
function claimsThatMet({ claims, requirements }) {
    const met = claims
        .filter((judged) => judged.state === 'verified')
        .filter(({ subject, claim }) => requirements.some(({ requirement, subject: demanded }) => requirement.kind === 'attestation' &&
        demanded === subject &&
        claim.subject === subject &&
        hasType(requirement, claim.predicateType)))
        .map(({ claim }) => claim);
    const distinct = new Map(met.map((claim) => [`${claim.subject} ${textOf(claim)}`, claim]));
    return [...distinct.values()].sort((one, other) => signedAt(other) - signedAt(one) || byText(one, other));
}
/** The latest time that a log or a timestamp authority vouches for; the epoch where none does (a key without a log). */
const signedAt = ({ times }) => Math.max(0, ...times.map(({ at }) => at.getTime()));
const textOf = ({ payload }) => Buffer.from(payload).toString('latin1');
/** Claims of the same second are in the same order in each run. */
const byText = (one, other) => Buffer.compare(one.payload, other.payload);

;// CONCATENATED MODULE: ./packages/core/build/policy/refusal.js

/**
 * The error of a rejected image; undefined for an accepted one. Its code is that of a claim which might have met the first
 * unmet requirement (SIGNER_NOT_ALLOWED, SUBJECT_MISMATCH, ...), else CLAIM_MISSING.
 */
function refusalOf({ verdict, requirements, image }) {
    if (verdict === 'accepted')
        return undefined;
    const unmet = requirements.filter(({ met }) => !met);
    const [first] = unmet;
    if (first === undefined) {
        return new errors/* CountersignError */.WS('CLAIM_MISSING', {
            what: `${image.pinned} is not accepted: nothing was required of it`,
            remedy: 'Say with require what has to be there.',
        });
    }
    const cause = unmet.find(({ cause: found }) => found !== undefined)?.cause;
    const where = `${first.requirement.name} on ${first.platform ?? 'the digest given'} (${first.subject})`;
    // Who asks for one digest alone has nothing to narrow.
    const ofIndexAlone = unmet.some(({ platform }) => platform !== undefined)
        ? '; for images that other tools signed on the index alone, set "platforms: index"'
        : '';
    const more = unmet.length > 1 ? `, and ${unmet.length - 1} more` : '';
    return new errors/* CountersignError */.WS(cause?.code ?? 'CLAIM_MISSING', {
        what: `${image.pinned} lacks ${where}${more}: ${first.reason ?? 'none was found'}`,
        remedy: cause?.remedy ??
            `Do not use this image, or have it signed (and attested) by whom the identity inputs name${ofIndexAlone}.`,
        cause,
    });
}

;// CONCATENATED MODULE: ./packages/core/build/policy/requirements.js



const ALL = '@all';
/**
 * Reads what must be there: `signature`, `sbom`, `provenance` (SLSA v1 or v0.2; one of them alone with cosign's words
 * `slsaprovenance1` and `slsaprovenance02`), `scan` (cosign's vuln v1 or in-toto's vulns v0.2), `vuln`
 * (cosign's alone), `openvex`, `notation` or predicate type URIs, separated by commas, spaces or line ends. Signature and provenance are demanded of the digest given and of each platform, of the digest alone with
 * platforms `index`; a document of the digest given, and everywhere where written `sbom@all` or `URI@all`.
 * Throws INPUT_MISSING for an empty list, INPUT_INVALID, INPUTS_CONTRADICT.
 */
function parseRequirements(text, platforms) {
    const words = [...new Set(text.split(/[\s,]+/).filter((word) => word !== ''))];
    if (words.length === 0) {
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: 'require names nothing, so every image would pass',
            remedy: 'Give at least one of signature, sbom, provenance, scan, openvex or a predicate type URI.',
        });
    }
    if (words.length > limits/* MAX_REQUIREMENTS */.iDN) {
        throw invalid(`require names ${words.length} things; at most ${limits/* MAX_REQUIREMENTS */.iDN} are read`);
    }
    return words.map((word) => parseRequirement(word, platforms));
}
function parseRequirement(word, platforms) {
    const all = word.endsWith(ALL);
    const name = all ? word.slice(0, -ALL.length) : word;
    switch (name) {
        case 'signature':
        case predicate_types/* COSIGN_SIGNATURE */.P8:
            return spread(word, 'signature', [predicate_types/* COSIGN_SIGNATURE */.P8], all, platforms);
        case 'notation':
            return spread(word, 'notation', [], all, platforms);
        case 'provenance':
        case 'slsaprovenance':
            // Both words mean either version, though cosign's `slsaprovenance` is v0.2 alone.
            return spread(word, 'attestation', predicate_types/* TYPES_OF_NAME */.GA.provenance, all, platforms);
        case 'slsaprovenance1':
        case 'slsaprovenance02':
            return spread(word, 'attestation', predicate_types/* TYPES_OF_NAME */.GA[name], all, platforms);
        case 'sbom':
        case 'spdx':
        case 'cyclonedx':
        case 'scan':
        case 'vuln':
        case 'openvex':
            return { name: word, kind: 'attestation', predicateTypes: predicate_types/* TYPES_OF_NAME */.GA[name], everywhere: all };
        default:
            checkUri(name);
            return { name: word, kind: 'attestation', predicateTypes: [name], everywhere: all };
    }
}
function spread(word, kind, predicateTypes, all, platforms) {
    if (all && platforms === 'index') {
        throw new errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
            what: `require says ${word}, and platforms is index`,
            remedy: `Leave out "platforms: index" to demand it everywhere, or write ${word.slice(0, -ALL.length)} alone.`,
        });
    }
    return { name: word, kind, predicateTypes, everywhere: platforms === 'all' };
}
function checkUri(name) {
    const isUri = name.length <= limits/* MAX_PREDICATE_TYPE_CHARS */.CdL &&
        /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i.test(name) &&
        URL.canParse(name);
    if (!isUri)
        throw invalid(`require names ${JSON.stringify(name.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}, which is not known`);
}
const invalid = (what) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what,
    remedy: 'Use signature, notation, sbom, provenance, scan, vuln, openvex or whole predicate type URIs; with @all (sbom@all) of each platform too.',
});

// EXTERNAL MODULE: ./packages/core/build/public-key.js
var public_key = __webpack_require__(6927);
;// CONCATENATED MODULE: ./packages/core/build/policy/signer-rules.js





/**
 * Whom we accept: one rule per alternative, any one suffices. Without an identity (`certificate-identity`, its pattern,
 * `signer-workflow` or `source-repository`) and without a key it refuses: an empty list would accept nobody, and a
 * caller who meant "anyone" has to say whom. Throws INPUT_MISSING, INPUT_INVALID, INPUTS_CONTRADICT, KEY_INVALID.
 */
function parseSignerRules(raw) {
    const keys = given(raw.keys).map(keyRule);
    const certificates = certificateRules(raw);
    const rules = [...certificates, ...keys];
    if (rules.length > limits/* MAX_SIGNER_RULES */.eq) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The inputs make ${rules.length} alternatives of who may have signed; at most ${limits/* MAX_SIGNER_RULES */.eq} are read`,
            remedy: 'Give fewer values, or one certificate-identity-regexp instead of many identities.',
        });
    }
    if (rules.length > 0)
        return rules;
    throw new errors/* CountersignError */.WS('INPUT_MISSING', {
        what: 'Nothing says whose signature counts',
        remedy: 'Give source-repository (owner/repository whose workflows may sign), or certificate-identity with certificate-oidc-issuer, or a public key.',
    });
}
function certificateRules(raw) {
    const identities = [
        ...given(raw.certificateIdentity).map((text) => ({ kind: 'exact', text })),
        ...given(raw.certificateIdentityRegexp).map(patternMatch),
    ];
    const workflows = given(raw.signerWorkflow);
    const repositories = given(raw.sourceRepository);
    const owners = given(raw.sourceOwner);
    const facts = [...workflows, ...repositories, ...owners, ...given(singles(raw))];
    const issuer = one(raw.certificateOidcIssuer);
    const narrowing = facts.length > 0 || raw.denySelfHostedRunners === true;
    if (identities.length + workflows.length + repositories.length === 0) {
        if (issuer !== undefined || narrowing)
            throw onlyNarrowing(given(raw.keys).length > 0);
        return [];
    }
    const from = issuer ?? (narrowing ? github_names/* GITHUB_ISSUER */.oX : undefined);
    if (from === undefined) {
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: 'An identity was given without certificate-oidc-issuer',
            remedy: `Give the issuer that vouches for the identity; for GitHub Actions it is ${github_names/* GITHUB_ISSUER */.oX}.`,
        });
    }
    checkIssuer(from);
    const common = {
        kind: 'certificate',
        issuer: from,
        sourceRef: mapped(raw.sourceRef, github_names/* wholeRef */.vP),
        sourceDigest: mapped(raw.sourceDigest, (text) => (0,github_names/* wholeCommit */.vf)('source-digest', text)),
        signerDigest: mapped(raw.signerDigest, (text) => (0,github_names/* wholeCommit */.vf)('signer-digest', text)),
        buildTrigger: one(raw.buildTrigger),
        denySelfHostedRunners: raw.denySelfHostedRunners === true,
    };
    return combine(identities).flatMap((identity) => combine(workflows.map((text) => (0,github_names/* workflowUri */.w4)(text, from))).flatMap((signerWorkflow) => combine(repositories.map((text) => (0,github_names/* repositoryUri */.LJ)(text, from))).flatMap((sourceRepository) => combine(owners.map((text) => (0,github_names/* ownerUri */.iB)(text, from))).map((sourceOwner) => ({
        ...common,
        identity,
        signerWorkflow,
        sourceRepository,
        sourceOwner,
    })))));
}
/** Facts, an issuer or runner demands on their own say nothing about who signed, and a key has none of them. */
const onlyNarrowing = (withKey) => new errors/* CountersignError */.WS(withKey ? 'INPUTS_CONTRADICT' : 'INPUT_MISSING', {
    what: withKey
        ? 'Facts about a certificate were given together with a key alone: a key states none of them'
        : 'Nothing says whose signature counts: the inputs given only narrow an identity',
    remedy: 'Give an identity as well: source-repository, signer-workflow, certificate-identity or certificate-identity-regexp.',
});
const singles = (raw) => [raw.sourceRef, raw.sourceDigest, raw.signerDigest, raw.buildTrigger].filter((text) => text !== undefined);
const given = (texts) => (texts ?? []).map((text) => text.trim()).filter((text) => text !== '');
const one = (text) => given(text === undefined ? [] : [text])[0];
const mapped = (text, parse) => {
    const value = one(text);
    return value === undefined ? undefined : parse(value);
};
/** Alternatives to combine with others: "not given" is one alternative that demands nothing. */
const combine = (values) => values.length === 0 ? [undefined] : values;
function checkIssuer(issuer) {
    const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
    if (url?.protocol === 'https:' || url?.protocol === 'http:')
        return;
    throw new errors/* CountersignError */.WS('INPUT_INVALID', {
        what: `certificate-oidc-issuer is ${JSON.stringify(issuer.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}, which is not a URL`,
        remedy: `Give the issuer exactly as the certificate states it, such as ${github_names/* GITHUB_ISSUER */.oX}.`,
    });
}
function patternMatch(pattern) {
    const why = pattern.length > limits/* MAX_IDENTITY_PATTERN_CHARS */.JpK ? 'it is too long' : compileFault(pattern);
    if (why === undefined)
        return { kind: 'pattern', pattern };
    throw new errors/* CountersignError */.WS('INPUT_INVALID', {
        what: `certificate-identity-regexp is not an RE2 pattern: ${why}`,
        remedy: 'Use RE2 syntax (github.com/google/re2/wiki/Syntax); the pattern has to match the whole identity.',
    });
}
function compileFault(pattern) {
    try {
        build/* RE2JS */.L3.compile(pattern);
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
function keyRule(pem) {
    const { key, hint } = (0,public_key/* parsePublicKey */.e)(pem);
    return { kind: 'key', hint, publicKeyPem: key.export({ type: 'spki', format: 'pem' }).toString() };
}

;// CONCATENATED MODULE: ./packages/core/build/policy/index.js










/***/ }),

/***/ 6927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ withWholePoint),
/* harmony export */   e: () => (/* binding */ parsePublicKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(807);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99772);



/**
 * Reads a PEM public key (SPKI). A private key is refused: nobody should hand one to a verifier. `name` is for messages,
 * such as the path it was read from. Throws KEY_INVALID.
 */
function parsePublicKey(pem, name) {
    const invalid = (why, cause) => notPublicKey(name, why, cause);
    if (pem.length > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_KEY_CHARS */ .dFm)
        throw invalid('it is too long to be one');
    if (/-----BEGIN [A-Z0-9 ]{0,60}PRIVATE KEY-----/.test(pem))
        throw invalid('it is a private key, which belongs to the signer alone');
    // createPublicKey takes a private key or a certificate as well, and would quietly use the public half of either.
    if (!/^\s*-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(pem))
        throw invalid('it is not a PEM block of a public key');
    try {
        const key = withWholePoint((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(pem));
        const spki = key.export({ type: 'spki', format: 'der' });
        return { key, hint: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(spki).digest('base64') };
    }
    catch (cause) {
        throw invalid('its PEM block does not hold a public key', cause);
    }
}
/**
 * The same key. One on P-256 may come with its point compressed, which Go does not read and whose hint no signature has: it
 * is made whole, by way of a JWK.
 */
const withWholePoint = (key) => key.asymmetricKeyDetails?.namedCurve === 'prime256v1'
    ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: key.export({ format: 'jwk' }), format: 'jwk' })
    : key;
const notPublicKey = (name, why, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CountersignError */ .WS('KEY_INVALID', {
    what: `The public key ${name === undefined ? '' : `${name} `}cannot be used: ${why}`,
    remedy: 'Give the public key as PEM ("-----BEGIN PUBLIC KEY-----"), as cosign.pub holds it.',
    cause,
});


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


/***/ }),

/***/ 37171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ qualityOf),
/* harmony export */   I: () => (/* binding */ QUALITY_MEASURES),
/* harmony export */   uy: () => (/* binding */ failedThresholds)
/* harmony export */ });
const QUALITY_MEASURES = ['version', 'purl', 'license', 'supplier', 'hash'];
/** How much a document says about its packages. */
function qualityOf(sbom) {
    const { packages } = sbom;
    const share = (says) => packages.length === 0 ? 0 : packages.filter(says).length / packages.length;
    const shares = {
        version: share(({ version }) => version !== undefined),
        purl: share(({ purl }) => purl !== undefined),
        license: share(({ licenses }) => licenses.length > 0),
        supplier: share(({ supplier }) => supplier !== undefined),
        hash: share(({ hasHash }) => hasHash),
    };
    return {
        packages: packages.length,
        ...shares,
        ntia: {
            supplier: shares.supplier === 1,
            name: share(({ name }) => name !== '') === 1,
            version: shares.version === 1,
            identifiers: shares.purl === 1,
            relationships: sbom.hasRelationships,
            author: sbom.hasAuthor,
            timestamp: sbom.created !== undefined,
        },
    };
}
/** The thresholds that a document does not reach, in the order of QUALITY_MEASURES. */
function failedThresholds(quality, thresholds) {
    const failed = [];
    for (const measure of QUALITY_MEASURES) {
        const wanted = thresholds[measure];
        // Written so that a share or threshold that is no number fails.
        if (wanted === undefined || quality[measure] >= wanted)
            continue;
        failed.push({
            measure,
            text: `${percent(quality[measure])} of the packages have a ${measure}; at least ${percent(wanted)} are asked for`,
        });
    }
    const absent = Object.entries(quality.ntia).filter(([, there]) => !there);
    if (thresholds.ntia === true && absent.length > 0) {
        failed.push({
            measure: 'ntia',
            text: `minimum elements of NTIA are missing: ${absent.map(([element]) => element).join(', ')}`,
        });
    }
    return failed;
}
/** Rounded down, so that 99.99 % does not read as all. */
const percent = (share) => `${Math.floor(share * 1000) / 10} %`;


/***/ }),

/***/ 41687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ expiryOf),
/* harmony export */   Rm: () => (/* binding */ audiencesOf),
/* harmony export */   p1: () => (/* binding */ challengeOf),
/* harmony export */   v4: () => (/* binding */ readTokenClaims)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30058);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99772);



/**
 * Reads the claims of a JSON Web Token (RFC 7519) without verifying it: Fulcio does that, and a token that lies about
 * itself gets no certificate. Throws IDENTITY_TOKEN_INVALID; nothing of the token is in the error.
 */
function readTokenClaims(token, from) {
    if (token.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_IDENTITY_TOKEN_CHARS */ .Kek) {
        throw invalidToken(from, `it is longer than ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_IDENTITY_TOKEN_CHARS */ .Kek} characters`);
    }
    const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token) ?? [];
    if (payload === undefined)
        throw invalidToken(from, 'it is not a JSON Web Token (three base64url parts)');
    const claims = parsePayload(payload);
    if (claims === undefined)
        throw invalidToken(from, 'its middle part does not hold a JSON object');
    return claims;
}
/** When the token ends (`exp`); undefined where it does not say. */
function expiryOf(claims) {
    const exp = claims.exp;
    // Beyond 8.64e12 seconds a Date cannot reach.
    return typeof exp === 'number' && Math.abs(exp) < 8.64e12 ? new Date(exp * 1000) : undefined;
}
/** `aud`, which is one string or several. */
function audiencesOf(claims) {
    const audiences = [claims.aud].flat();
    return audiences.filter((audience) => typeof audience === 'string');
}
/** What the proof of possession signs (Fulcio): the verified e-mail address where there is one, else the subject. */
function challengeOf(claims) {
    const { email, sub } = claims;
    if (typeof email === 'string' && email !== '') {
        if (claims.email_verified === true || claims.email_verified === 'true')
            return email;
        throw invalidToken('The identity token', 'its e-mail address is not verified by its issuer');
    }
    if (typeof sub === 'string' && sub !== '')
        return sub;
    throw invalidToken('The identity token', 'it has no subject ("sub")');
}
const invalidToken = (from, why) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('IDENTITY_TOKEN_INVALID', {
    what: `${from} cannot be used: ${why}`,
    remedy: 'Give an OpenID Connect identity token for the audience "sigstore", or leave it to the runner.',
});
function parsePayload(part) {
    try {
        const value = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) ? value : undefined;
    }
    catch {
        return undefined; // the parser's message would quote the token
    }
}


/***/ }),

/***/ 34059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ parseMirror)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _reference_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45288);


/** What `oci://host/path` or `oci:FOLDER` names. Throws INPUT_INVALID, REFERENCE_INVALID. */
function parseMirror(mirror) {
    const reference = mirror.startsWith('oci://')
        ? (0,_reference_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(mirror.slice('oci://'.length))
        : (0,_reference_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImage */ .zZ)(mirror);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS('INPUT_INVALID', {
        what: `The mirror ${JSON.stringify(mirror)} names a tag or a digest`,
        remedy: 'Name the folder, or the repository above the tools, alone: each tool has its version in a tag of its own.',
    });
}


/***/ })

};
