export const id = 8434;
export const ids = [8434];
export const modules = {

/***/ 8434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* reexport */ verifiers_VERIFIERS),
  VERIFIER_NAMES: () => (/* reexport */ VERIFIER_NAMES),
  gB: () => (/* reexport */ acceptsAsVerifiersDo),
  z9: () => (/* reexport */ createJudges),
  h4: () => (/* reexport */ diagnose),
  r0: () => (/* reexport */ hasBundle),
  lB: () => (/* reexport */ observe),
  verifiersNamed: () => (/* reexport */ verifiersNamed)
});

// UNUSED EXPORTS: answerOf, questionsOf

// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
;// CONCATENATED MODULE: ./packages/core/build/doctor/accepts.js

/**
 * Whether a signer is asked for, as the programs of the field compare: issuer and identity, and of GitHub's facts those
 * that are given. Countersign's own policy asks for more where a workflow of another repository signed (see `caution`).
 * Without a rule every signer counts.
 */
const acceptsAsVerifiersDo = (rules) => (claim) => rules.length === 0 || rules.some((rule) => matches(rule, claim));
function matches(rule, { signer }) {
    if (rule.kind === 'key')
        return signer.kind === 'key' && signer.hint === rule.hint;
    if (signer.kind === 'key')
        return false;
    const { facts, identity } = signer;
    return (facts.issuer === rule.issuer &&
        hasIdentity(rule, identity) &&
        (rule.sourceRepository === undefined || rule.sourceRepository === facts.sourceRepositoryUri) &&
        (rule.sourceOwner === undefined || rule.sourceOwner === facts.sourceRepositoryOwnerUri) &&
        (rule.sourceRef === undefined || rule.sourceRef === facts.sourceRepositoryRef) &&
        (rule.sourceDigest === undefined || rule.sourceDigest === facts.sourceRepositoryDigest));
}
const hasIdentity = ({ identity: match }, identity) => match === undefined ||
    (match.kind === 'exact' ? match.text === identity : build/* RE2JS */.L3.compile(match.pattern).matches(identity));

// EXTERNAL MODULE: ./packages/core/build/claims/index.js + 17 modules
var build_claims = __webpack_require__(67792);
// EXTERNAL MODULE: ./packages/core/build/counted.js
var counted = __webpack_require__(89264);
// EXTERNAL MODULE: ./packages/core/build/layouts/bundle-referrer.js
var bundle_referrer = __webpack_require__(99866);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
;// CONCATENATED MODULE: ./packages/core/build/doctor/answers.js
/** The five answers. `remedy`: what someone has to do for another answer. */
const verifies = (accepted) => ({
    verdict: 'verifies',
    why: '',
    remedy: '',
    accepted,
});
const seesNothing = (why, remedy) => ({
    verdict: 'sees-nothing',
    why,
    remedy,
    accepted: [],
});
const refuses = (why, remedy) => ({
    verdict: 'refuses',
    why,
    remedy,
    accepted: [],
});
const there = (why, remedy) => ({
    verdict: 'there',
    why,
    remedy,
    accepted: [],
});
const cannot = (why, remedy) => ({
    verdict: 'cannot',
    why,
    remedy,
    accepted: [],
});
/** Of a program that cannot be told where claims are. */
const looksBesideImage = () => cannot('it looks beside the image alone, and the claims are in a repository of their own', 'Store claims beside the image too, or use a verifier that can be told the repository.');
/** What several refused claims come to: each different reason once, a bounded number of them. */
function refusesAll(objections) {
    const reasons = [...new Set(objections.map(({ why }) => why))];
    const remedies = [...new Set(objections.map(({ remedy }) => remedy).filter((text) => text !== ''))];
    const more = reasons.length - MAX_REASONS;
    const shown = [...reasons.slice(0, MAX_REASONS), ...(more > 0 ? [`and ${more} more reasons`] : [])];
    return refuses(shown.join('; '), remedies.slice(0, MAX_REASONS).join(' '));
}
const MAX_REASONS = 3;

;// CONCATENATED MODULE: ./packages/core/build/doctor/signer-objection.js
const SIGN_AGAIN = 'Sign the image again with Countersign, which writes every layout.';
/** What every reader objects to in a claim: that it does not verify, or that another signed it than is asked for. */
function signerObjection(claim, question) {
    const { verified, error } = claim;
    if (verified === undefined) {
        return { why: error?.message ?? 'it does not verify', remedy: error?.remedy ?? SIGN_AGAIN };
    }
    const { signer } = verified;
    if (signer.kind !== question.by) {
        return signer.kind === 'key'
            ? { why: 'it is signed with a key, and a certificate is asked for', remedy: 'Ask with the key.' }
            : { why: 'it is signed with a certificate, and a key is given', remedy: 'Ask for the identity.' };
    }
    if (question.accepts(verified))
        return undefined;
    const by = signer.kind === 'key'
        ? `the key ${signer.hint}`
        : `${signer.identity} (${signer.facts.issuer ?? 'no issuer'})`;
    return {
        why: `it is signed by ${by}, who is not asked for`,
        remedy: 'Ask for that signer, or have the image signed by the one you accept.',
    };
}

;// CONCATENATED MODULE: ./packages/core/build/doctor/bundle-reader.js






/** The bundles that a reader finds in the list. */
const visibleBundles = (seen, { listing }) => {
    const types = new Map(seen.referrers.entries.map(({ digest, artifactType }) => [digest, artifactType]));
    return seen.claims.filter(({ layout, digest }) => layout === 'bundle-referrer' &&
        types.has(digest) &&
        (listing === 'all' || types.get(digest)?.startsWith(bundle_referrer/* BUNDLE_PREFIX */.Y2) === true));
};
/** Whether cosign from 2.6.3 on, and what is built on it, finds any bundle: then it looks at nothing else. */
const hasBundle = (seen) => visibleBundles(seen, { listing: 'all' }).some(({ traits }) => traits?.form === 'bundle' && traits.unparsable === undefined && traits.version >= 0.3);
/** What a reader of bundle referrers answers. */
function readBundles(seen, question, reader) {
    const { entries } = seen.referrers;
    if (reader.maxReferrers !== undefined && entries.length > reader.maxReferrers) {
        return refuses(`the digest has ${entries.length} referrers, more than the ${reader.maxReferrers} that it reads`, 'Delete referrers that nobody needs, or attest with supersede.');
    }
    const visible = visibleBundles(seen, reader);
    if (visible.length === 0)
        return seesNothing(whyNone(seen), remedyForNone(seen, question));
    const broken = reader.breaksOnUnparsable ? visible.find((claim) => isBroken(claim, reader)) : undefined;
    if (broken !== undefined) {
        return refuses(`the bundle ${broken.digest} ${whyBroken(broken, reader)}, and one such ends it all`, 'Delete that referrer.');
    }
    const asked = visible.filter((claim) => isAsked(claim, question, reader));
    if (asked.length === 0) {
        const what = question.predicateType === undefined ? 'a signature' : `of the type ${question.predicateType}`;
        return seesNothing(`none of ${(0,counted/* counted */.h)(visible.length, 'bundle')} is ${what}`, remedyForNone(seen, question));
    }
    const objections = asked.map((claim) => objectionTo(claim, question, reader));
    const accepted = asked.filter((_, index) => objections[index] === undefined);
    if (accepted.length > 0)
        return verifies(accepted.map(({ digest }) => digest));
    return refusesAll(objections.filter((one) => one !== undefined));
}
function whyNone({ claims, referrers }) {
    const { source, entries, tag, unlisted } = referrers;
    const list = LISTS[source];
    const bundles = claims.filter(({ layout }) => layout === 'bundle-referrer');
    const [first] = bundles;
    if (first !== undefined) {
        const stated = entries.find(({ digest }) => digest === first.digest)?.artifactType;
        const as = stated === undefined ? 'no artifactType' : `the artifactType ${stated}`;
        const known = stated === oci/* OCI_EMPTY */.g1 ? ' (cosign up to 3.0.6 writes it so)' : '';
        return `${(0,counted/* counted */.h)(bundles.length, 'bundle')} stands in ${list} with ${as}${known}`;
    }
    if (unlisted.length > 0) {
        return `the referrers API lists no bundle, and ${(0,counted/* counted */.h)(unlisted.length, 'referrer')} stand in a fallback index that nobody reads beside it`;
    }
    if (source === 'fallback' && tag === 'image') {
        return 'the image itself stands under the tag of the fallback index, as cosign copy leaves it';
    }
    return entries.length === 0
        ? `${list} lists no referrer`
        : `no bundle is among ${(0,counted/* counted */.h)(entries.length, 'referrer')} in ${list}`;
}
const LISTS = {
    api: 'the referrers API',
    fallback: 'the fallback index',
    folder: "the folder's list of referrers",
};
function remedyForNone({ claims, referrers }, question) {
    if (claims.some(({ layout }) => layout === 'bundle-referrer') || referrers.unlisted.length > 0) {
        return 'Run countersign doctor --repair: it writes the list anew from the manifests.';
    }
    const { predicateType = build_claims/* COSIGN_SIGNATURE */.P8 } = question;
    const ofSignature = predicateType === build_claims/* COSIGN_SIGNATURE */.P8;
    const tagged = claims.some(({ layout, verified }) => verified !== undefined &&
        (ofSignature
            ? layout === 'signature-tag'
            : layout === 'attestation-tag' && verified.predicateType === predicateType));
    const again = ofSignature ? 'sign the image' : 'attest it';
    if (!tagged)
        return `${again.replace(/^./, (first) => first.toUpperCase())} with Countersign, which writes every layout.`;
    const why = ofSignature ? ': the bundle has a signature of its own, which no .sig layer holds' : '';
    return `If this is a copy, copy the bundles too (oras copy -r takes them along), else ${again} again with Countersign${why}.`;
}
const isBroken = (claim, reader) => {
    const { traits } = claim;
    if (traits?.form !== 'bundle')
        return true;
    return traits.unparsable !== undefined || (reader.maxBytes !== undefined && traits.size > reader.maxBytes);
};
const whyBroken = ({ traits }, { maxBytes }) => traits?.form === 'bundle' && traits.unparsable === undefined
    ? `has ${traits.size} bytes, more than ${maxBytes ?? 0}`
    : 'cannot be parsed';
/** A claim of an unknown type might be of any. */
function isAsked({ predicateType, traits }, question, reader) {
    if (question.predicateType !== undefined)
        return predicateType === question.predicateType;
    if (traits?.form === 'bundle' && traits.content === 'message')
        return true;
    return reader.anyTypeSigns || predicateType === undefined || predicateType === build_claims/* COSIGN_SIGNATURE */.P8;
}
function objectionTo(claim, question, reader) {
    const { traits } = claim;
    if (traits?.form !== 'bundle')
        return signerObjection(claim, question) ?? { why: 'it cannot be read', remedy: '' };
    return (formObjection(traits, reader) ??
        signerObjection(claim, question) ??
        witnessObjection(claim, traits, question, reader));
}
const bundle_reader_SIGN_AGAIN = 'Sign the image again with Countersign, which writes bundles of version 0.3.';
function formObjection(traits, reader) {
    if (traits.unparsable !== undefined)
        return { why: traits.unparsable, remedy: bundle_reader_SIGN_AGAIN };
    if (traits.version < reader.minVersion) {
        return {
            why: `the bundle is of version ${traits.version}, and it reads ${reader.minVersion} and newer`,
            remedy: bundle_reader_SIGN_AGAIN,
        };
    }
    if (traits.content === 'message' && !reader.messages) {
        return { why: 'the bundle does not contain a DSSE envelope', remedy: bundle_reader_SIGN_AGAIN };
    }
    if ((traits.keyid ?? '') !== '') {
        return {
            why: 'the envelope names a key id, which go-securesystemslib compares with its own',
            remedy: 'Sign it again with a signer that leaves keyid empty.',
        };
    }
    return undefined;
}
function witnessObjection({ verified }, { entries }, { witness, by }, reader) {
    const isStamped = verified?.times.some((time) => time.witness === 'timestamp-authority') === true;
    const onlyV2 = entries.length > 0 && entries.every(({ v2 }) => v2);
    const wantsLog = witness === 'log' || witness === 'log-and-timestamp';
    if (wantsLog && entries.length === 0) {
        return {
            why: 'the bundle has no entry of a transparency log',
            remedy: 'Sign with a log, or ask without one.',
        };
    }
    if (wantsLog && onlyV2 && reader.rekorV2 === 'never') {
        return {
            why: 'it does not read entries of a Rekor v2 log',
            remedy: 'Sign with transparency-log: rekor-v1.',
        };
    }
    if (by === 'key')
        return undefined;
    if (witness === 'none') {
        return {
            why: 'nothing is asked to say when the certificate was used, and it has expired',
            remedy: 'Ask for the log entry or a signed timestamp.',
        };
    }
    const asksStamp = witness !== 'log' || (onlyV2 && reader.rekorV2 === 'reads');
    if (wantsLog && onlyV2 && reader.rekorV2 === 'flag' && witness === 'log') {
        return {
            why: 'an entry of a Rekor v2 log tells no time, and no signed timestamp is asked for',
            remedy: 'Ask with --use-signed-timestamps, or sign with transparency-log: rekor-v1.',
        };
    }
    const promised = entries.some(({ promise }) => promise);
    if (reader.anyTime ? isStamped || (wantsLog && promised) : asksStamp ? isStamped : promised)
        return undefined;
    return asksStamp || reader.anyTime
        ? { why: 'the bundle has no signed timestamp', remedy: 'Sign with a timestamp authority.' }
        : {
            why: 'the log entry has no promise, so that it tells no time',
            remedy: 'Ask with --use-signed-timestamps.',
        };
}

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/policy/index.js + 7 modules
var policy = __webpack_require__(59959);
;// CONCATENATED MODULE: ./packages/core/build/doctor/questions.js


/**
 * What there is to ask about a digest: whether it is signed, always; and for each attestation that verified and whose
 * signer counts, whether it is seen. Each is asked the way that its signer would have it asked: by certificate or key,
 * with the log that it was written to. What does not verify raises no question: anyone who may push could.
 */
function questionsOf(seen, rules) {
    const accepts = acceptsAsVerifiersDo(rules);
    const good = seen.claims.filter(({ verified }) => verified !== undefined && accepts(verified));
    const types = new Set(good.map(({ predicateType }) => predicateType).filter((type) => type !== build_claims/* COSIGN_SIGNATURE */.P8));
    const asked = [undefined, ...[...types].filter((type) => type !== undefined).sort()];
    return asked.flatMap((predicateType) => {
        const ofType = good.filter((claim) => claim.predicateType === (predicateType ?? build_claims/* COSIGN_SIGNATURE */.P8));
        const kinds = new Set(ofType.map(({ verified }) => verified?.signer.kind).filter((kind) => kind !== undefined));
        // Where nothing verified, the question is asked as the rules suggest.
        if (kinds.size === 0)
            kinds.add(onlyKeys(seen, rules) ? 'key' : 'certificate');
        return [...kinds].sort().map((by) => {
            const claims = ofType.filter(({ verified }) => verified?.signer.kind === by);
            return {
                predicateType,
                by,
                witness: witnessOf(claims, by),
                intermediates: undefined,
                trust: 'either',
                accepts,
            };
        });
    });
}
const onlyKeys = ({ claims }, rules) => rules.length > 0
    ? rules.every(({ kind }) => kind === 'key')
    : claims.length > 0 && claims.every(({ traits }) => traits !== undefined && !hasCertificate(traits));
const hasCertificate = (traits) => traits.form === 'layer' ? traits.certificate : traits.material !== 'key';
function witnessOf(claims, by) {
    const traits = claims.map((claim) => claim.traits).filter((one) => one !== undefined);
    const isPromised = traits.some((one) => one.form === 'layer' ? one.promise : one.entries.some(({ promise }) => promise));
    if (isPromised)
        return 'log';
    if (traits.some((one) => one.form === 'bundle' && one.entries.length > 0)) {
        return by === 'key' ? 'log' : 'log-and-timestamp';
    }
    if (by === 'key')
        return claims.length === 0 ? 'log' : 'none';
    const isStamped = claims.some(({ verified }) => verified?.times.some(({ witness }) => witness === 'timestamp-authority'));
    return isStamped ? 'timestamp' : 'log';
}

;// CONCATENATED MODULE: ./packages/core/build/doctor/layer-reader.js



/** What a reader of the tags answers: any layer that it takes suffices, those that it does not are passed over. */
function readLayers(seen, question, reader) {
    const { predicateType } = question;
    const layout = predicateType === undefined ? 'signature-tag' : 'attestation-tag';
    const tag = predicateType === undefined ? '.sig' : '.att';
    if (!seen.tags[layout])
        return seesNothing(`there is no ${tag} tag`, remedyFor(seen, question));
    const claims = seen.claims.filter((claim) => claim.layout === layout);
    const asked = claims.filter((claim) => predicateType === undefined || claim.predicateType === predicateType);
    if (asked.length === 0) {
        const why = claims.length === 0
            ? `the ${tag} tag holds no layer`
            : `no attestation of the type ${predicateType} is among the ${claims.length} in the .att tag`;
        return seesNothing(why, remedyFor(seen, question));
    }
    const objections = asked.map((claim) => layer_reader_objectionTo(claim, question, reader, tag));
    const accepted = asked.filter((_, index) => objections[index] === undefined);
    if (accepted.length > 0)
        return verifies(accepted.map(({ digest }) => digest));
    return refusesAll(objections.filter((one) => one !== undefined));
}
/** A bundle of the attestation has all that a layer needs, where a Rekor v1 log witnesses it; a signature's has not. */
function remedyFor({ claims }, { predicateType }) {
    const bundled = claims.flatMap(({ layout, verified }) => layout === 'bundle-referrer' && verified?.predicateType === (predicateType ?? build_claims/* COSIGN_SIGNATURE */.P8)
        ? [verified]
        : []);
    const again = predicateType === undefined ? 'Sign the image' : 'Attest it';
    if (bundled.length === 0)
        return `${again} with Countersign, which writes every layout.`;
    const promised = bundled.some(({ signer, times }) => signer.kind === 'key' || times.some(({ witness }) => witness === 'log'));
    if (!promised) {
        return `${again} again with transparency-log: rekor-v1, if this verifier is yours: a layer needs the promise of such a log.`;
    }
    return predicateType === undefined
        ? 'If this is a copy, copy the tag sha256-<hex>.sig too (oras copy takes it by its name), else sign the image again with Countersign: the .sig layer has a signature of its own, which no bundle holds.'
        : 'Run countersign doctor --repair: the layer can be made from the bundle.';
}
function layer_reader_objectionTo(claim, question, reader, tag) {
    const { traits, verified } = claim;
    if (traits?.form !== 'layer')
        return signerObjection(claim, question) ?? { why: 'it cannot be read', remedy: '' };
    const { keyid = '' } = traits;
    if (keyid !== '') {
        return {
            why: `the envelope in the ${tag} layer names a key id, which go-securesystemslib compares with its own`,
            remedy: 'Attest it again with a signer that leaves keyid empty.',
        };
    }
    return (signerObjection(claim, question) ??
        layer_reader_witnessObjection(traits, question, tag, verified?.times.some(({ witness }) => witness !== 'log') === true) ??
        chainObjection(traits, question, reader, tag) ??
        timestampObjection(traits, question, reader, tag));
}
function layer_reader_witnessObjection(traits, { witness, by }, tag, isStamped) {
    const wantsLog = witness === 'log' || witness === 'log-and-timestamp';
    if (wantsLog && !traits.promise) {
        return {
            why: `the ${tag} layer has no signed entry timestamp of a Rekor v1 log`,
            remedy: 'Sign with transparency-log: rekor-v1; a Rekor v2 log gives no such promise.',
        };
    }
    if (witness === 'none' && by === 'certificate') {
        return {
            why: 'nothing is asked to say when the certificate was used, and it has expired',
            remedy: 'Ask for the log entry or a signed timestamp.',
        };
    }
    // A log entry beside it tells the time as well: the timestamp is then only asked for where it is there.
    if (witness === 'timestamp' && by === 'certificate' && !isStamped) {
        return {
            why: `the ${tag} layer has no signed timestamp`,
            remedy: 'Ask for the log entry instead: timestamps stand in the bundles alone.',
        };
    }
    return undefined;
}
function chainObjection({ chain }, { by, intermediates }, reader, tag) {
    if (by === 'key' || chain > 0 || (intermediates ?? reader.chain === 'own'))
        return undefined;
    return {
        why: `no chain of its certificate in the ${tag} layer`,
        remedy: 'Run countersign doctor --repair, or put the intermediate certificate among the roots of the policy.',
    };
}
function timestampObjection({ timestamp }, { witness }, reader, tag) {
    const asked = witness === 'timestamp' || witness === 'log-and-timestamp';
    if (!timestamp || reader.timestamps !== 'always' || asked)
        return undefined;
    return {
        why: `a timestamp stands in the ${tag} layer, and cosign up to 2.4.1 refuses one that it has no roots for`,
        remedy: 'Run countersign doctor --repair, or give the verifier the certificates of the timestamp authority.',
    };
}

;// CONCATENATED MODULE: ./packages/core/build/doctor/verifiers/cosign-2.4.js

/** cosign up to 2.4.1: the tags alone, and it verifies a timestamp in a layer even where nobody asked (fixed in 2.4.2). */
const cosign24 = {
    id: 'cosign-2.4',
    title: 'cosign up to 2.4.1',
    versions: '2.0 to 2.4.1',
    reads: '.sig and .att tags',
    counted: true,
    answer: (seen, question) => readLayers(seen, question, { chain: 'own', timestamps: 'always' }),
};

;// CONCATENATED MODULE: ./packages/core/build/doctor/verifiers/cosign-2.6.2.js

/** cosign 2.4.2 to 2.6.2: the tags, unless `--new-bundle-format` is given. */
const cosign262 = {
    id: 'cosign-2.6.2',
    title: 'cosign 2.4.2 to 2.6.2',
    versions: '2.4.2 to 2.6.2',
    reads: '.sig and .att tags',
    counted: true,
    answer: (seen, question) => readLayers(seen, question, { chain: 'own', timestamps: 'asked' }),
};

;// CONCATENATED MODULE: ./packages/core/build/doctor/cosign-detection.js


/** cosign's own reader of bundles. */
const COSIGN_BUNDLES = {
    listing: 'all',
    minVersion: 0.3,
    messages: false,
    anyTypeSigns: true,
    breaksOnUnparsable: false,
    rekorV2: 'reads',
    anyTime: false,
};
/**
 * cosign from 2.6.3 on: one bundle of any kind among the referrers, and it reads bundles alone; else it falls back to the
 * tags without a word (sigstore/cosign pkg/cosign/verify.go, GetBundles).
 */
function detectAndRead(seen, question, reader = COSIGN_BUNDLES) {
    if (!hasBundle(seen))
        return readLayers(seen, question, { chain: 'own', timestamps: 'asked' });
    const answer = readBundles(seen, question, reader);
    if (answer.verdict === 'verifies')
        return answer;
    const legacy = readLayers(seen, question, { chain: 'own', timestamps: 'asked' });
    if (legacy.verdict !== 'verifies')
        return answer;
    return {
        ...answer,
        why: `${answer.why}; a bundle stands beside the image, so the tag that it would take is not looked at`,
    };
}

;// CONCATENATED MODULE: ./packages/core/build/doctor/verifiers/cosign-2.6.js




/** cosign 2.6.3 and later of its line: bundles where there is any, else the tags. */
const cosign26 = {
    id: 'cosign-2.6',
    title: 'cosign 2.6.3 and later 2.6',
    versions: '2.6.3 to 2.6.x',
    reads: 'bundle referrers; .sig and .att tags where there is no bundle',
    counted: true,
    answer: (seen, question) => {
        const { trust, predicateType } = question;
        // It is told the repository for the tags alone, and looks for bundles beside the image.
        const seesBundle = !seen.elsewhere && hasBundle(seen);
        if (trust === 'pem' && seesBundle) {
            return refuses('a bundle stands beside the image, and bundles it verifies with a trusted_root.json alone', 'Give it --trusted-root instead of roots and keys in PEM.');
        }
        if (trust === 'trusted-root' && predicateType !== undefined && !seesBundle) {
            return refuses(`there is no bundle${seen.elsewhere ? ' beside the image' : ''}, and attestations in the .att tag it does not verify with a trusted_root.json`, 'Give it roots and keys in PEM (countersign trust export), or store bundles too.');
        }
        if (seen.elsewhere)
            return readLayers(seen, question, { chain: 'own', timestamps: 'asked' });
        return detectAndRead(seen, question, { ...COSIGN_BUNDLES, rekorV2: 'flag' });
    },
};

;// CONCATENATED MODULE: ./packages/core/build/doctor/verifiers/cosign-3.0.js

/**
 * cosign 3.0.5 and 3.0.6, which look at signed timestamps unasked where an entry is of Rekor v2 (pkg/cosign/verify_bundle.go);
 * before, they have to be asked for, as with 2.6. Its sigstore-go is that of cosign 2.6.4, which was run.
 */
const cosign30 = {
    id: 'cosign-3.0',
    title: 'cosign 3.0',
    versions: '3.0.x; entries of Rekor v2 from 3.0.5 on',
    reads: 'bundle referrers; .sig and .att tags where there is no bundle',
    counted: true,
    answer: (seen, question) => detectAndRead(seen, question),
};

;// CONCATENATED MODULE: ./packages/core/build/doctor/verifiers/cosign-3.js

/** cosign from 3.1 on. */
const cosign3 = {
    id: 'cosign-3',
    title: 'cosign 3.1 and later',
    versions: '3.1.0 and later',
    reads: 'bundle referrers; .sig and .att tags where there is no bundle',
    counted: true,
    answer: (seen, question) => detectAndRead(seen, question),
};

;// CONCATENATED MODULE: ./packages/core/build/doctor/verifiers/gh.js



/** `gh attestation verify --bundle-from-oci`: asks for one predicate type, and for who owns the source. */
const gh = {
    id: 'gh',
    title: 'gh attestation verify --bundle-from-oci',
    versions: '2.60 and later',
    reads: 'bundle referrers whose artifactType the list states',
    counted: true,
    answer: (seen, question) => {
        if (question.by === 'key')
            return cannot('it verifies certificates alone', 'Use cosign for keys.');
        if (seen.elsewhere)
            return looksBesideImage();
        const asked = {
            ...question,
            predicateType: question.predicateType ?? build_claims/* COSIGN_SIGNATURE */.P8,
            // It has no flags for that: a root that names logs demands an entry.
            witness: seen.trust.logs ? 'log' : 'timestamp',
        };
        const answer = readBundles(seen, asked, {
            listing: 'by-type',
            minVersion: 0.2,
            messages: false,
            anyTypeSigns: false,
            breaksOnUnparsable: true,
            rekorV2: 'reads',
            anyTime: true,
        });
        if (answer.verdict !== 'verifies')
            return answer;
        const taken = seen.claims.filter(({ digest }) => answer.accepted.includes(digest));
        const objections = taken.map((claim) => gh_objectionTo(claim, seen.trust));
        const accepted = taken.filter((_, index) => objections[index] === undefined);
        if (accepted.length > 0)
            return { ...answer, accepted: accepted.map(({ digest }) => digest) };
        return refusesAll(objections.filter((one) => one !== undefined));
    },
};
function gh_objectionTo({ verified, traits }, { organizations }) {
    const issuers = traits?.form === 'bundle' ? traits.organizations : [];
    const [issuer] = issuers;
    if (issuer === undefined || issuers.length > 1) {
        return {
            why: 'the issuer of the certificate names not exactly one organisation',
            remedy: 'Use a certificate authority whose name holds one organisation (O).',
        };
    }
    if (!organizations.includes(issuer)) {
        return {
            why: `the trusted root holds no authority of the organisation ${JSON.stringify(issuer)}`,
            remedy: 'Put the organisation (O) of the issuing authority into the name of the authority above it too.',
        };
    }
    const owner = verified?.signer.kind === 'certificate' ? verified.signer.facts.sourceRepositoryOwnerUri : undefined;
    if (owner !== undefined)
        return undefined;
    return {
        why: 'the certificate does not say who owns the source repository, and gh asks for it',
        remedy: 'Sign with the identity of a workflow, or verify with cosign.',
    };
}

// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
;// CONCATENATED MODULE: ./packages/core/build/doctor/verifiers/kyverno-bundle.js



/** Referrers of any kind that it reads for one digest (kyverno/kyverno pkg/image/verifiers/cpol/cosign/sigstore.go). */
const MAX_REFERRERS = 50;
/** Kyverno's ClusterPolicy, `type: SigstoreBundle`: what the list calls a bundle, all of it or nothing. */
const kyvernoBundle = {
    id: 'kyverno-bundle',
    title: 'Kyverno ClusterPolicy SigstoreBundle',
    versions: '1.13 to 1.19 (keys from 1.19)',
    reads: 'bundle referrers whose artifactType the list states',
    counted: true,
    answer: (seen, question) => {
        if (seen.elsewhere)
            return looksBesideImage();
        return readBundles(seen, question, {
            listing: 'by-type',
            minVersion: 0.1,
            messages: true,
            anyTypeSigns: true,
            breaksOnUnparsable: true,
            maxReferrers: MAX_REFERRERS,
            maxBytes: limits/* KYVERNO_MAX_BUNDLE_BYTES */.F41,
            rekorV2: 'reads',
            anyTime: true,
        });
    },
};

;// CONCATENATED MODULE: ./packages/core/build/doctor/verifiers/kyverno-cosign.js

/** Kyverno's ClusterPolicy, `type: Cosign`: knows the roots of its policy, and takes intermediates from the layer. */
const kyvernoCosign = {
    id: 'kyverno-cosign',
    title: 'Kyverno ClusterPolicy Cosign',
    versions: '1.13 to 1.19',
    reads: '.sig and .att tags',
    counted: true,
    answer: (seen, question) => readLayers(seen, question, { chain: 'annotation', timestamps: 'asked' }),
};

;// CONCATENATED MODULE: ./packages/core/build/doctor/verifiers/kyverno-ivpol.js

/** Kyverno's ImageValidatingPolicy: cosign's library, with cosign's own way of choosing what it reads. */
const kyvernoIvpol = {
    id: 'kyverno-ivpol',
    title: 'Kyverno ImageValidatingPolicy',
    versions: '1.17 to 1.19',
    reads: 'bundle referrers; .sig and .att tags where there is no bundle',
    counted: true,
    answer: (seen, question) => detectAndRead(seen, question),
};

;// CONCATENATED MODULE: ./packages/core/build/doctor/verifiers/notation.js


const NOTARY_SIGNATURE = 'application/vnd.cncf.notary.signature';
/** Notation has certificates and a trust policy of its own: without that it is only told whether there is anything for it. */
const notation = {
    id: 'notation',
    title: 'Notation',
    versions: '1.3',
    reads: `referrers of the artifactType ${NOTARY_SIGNATURE}`,
    // Where a trust policy is given it does.
    counted: false,
    answer: ({ referrers, elsewhere, notation: judged }, { predicateType }) => {
        if (elsewhere)
            return looksBesideImage();
        if (predicateType !== undefined)
            return cannot('it reads signatures alone', 'Use cosign for attestations.');
        const found = referrers.entries.filter(({ artifactType }) => artifactType === NOTARY_SIGNATURE);
        if (found.length === 0)
            return seesNothing('there is no Notation signature', 'Sign with notation-key and notation-certificates too.');
        if (judged === undefined)
            return there(`${(0,counted/* counted */.h)(found.length, 'Notation signature')} beside the image, and a trust policy says whether any counts`, 'Give notation-trust-policy, or run notation verify.');
        const accepted = found.map(({ digest }) => digest).filter((digest) => judged.accepted.includes(digest));
        if (accepted.length > 0)
            return verifies(accepted);
        return refusesAll(judged.reasons.map((why) => ({
            why,
            remedy: 'Have it signed by whom the trust policy names, or look at the policy and its trust store.',
        })));
    },
};

;// CONCATENATED MODULE: ./packages/core/build/doctor/verifiers/policy-controller-bundle.js



/** policy-controller with `signatureFormat: bundle`: keyless attestations alone (sigstore/policy-controller#1958, #1899). */
const policyControllerBundle = {
    id: 'policy-controller-bundle',
    title: 'policy-controller, signatureFormat: bundle',
    versions: '0.13 to 0.15.1',
    reads: 'bundle referrers, as attestations by identity',
    counted: true,
    answer: (seen, question) => {
        if (question.by === 'key') {
            return cannot('it reads bundles of identities alone', 'Use its default format for keys.');
        }
        if (question.predicateType === undefined) {
            return cannot('it reads bundles as attestations alone', 'Ask for the attestation https://sigstore.dev/cosign/sign/v1, which the signature is.');
        }
        if (seen.elsewhere)
            return looksBesideImage();
        return readBundles(seen, question, COSIGN_BUNDLES);
    },
};

;// CONCATENATED MODULE: ./packages/core/build/doctor/verifiers/policy-controller.js

/** policy-controller with its default format: the tags, trust from a TrustRoot or from keys. */
const policyController = {
    id: 'policy-controller',
    title: 'policy-controller',
    versions: '0.12 to 0.15.1',
    reads: '.sig and .att tags',
    counted: true,
    answer: (seen, question) => readLayers(seen, question, { chain: 'own', timestamps: 'asked' }),
};

;// CONCATENATED MODULE: ./packages/core/build/doctor/verifiers/ratify.js


/** Ratify 1 with `cosignEnabled`; its answers are from its sources, it was not run beside the others. */
const ratify = {
    id: 'ratify',
    title: 'Ratify 1',
    versions: '1.4',
    reads: '.sig tag',
    counted: true,
    answer: (seen, question) => question.predicateType === undefined
        ? readLayers(seen, question, { chain: 'annotation', timestamps: 'always' })
        : cannot('it reads signatures alone', 'Use cosign for attestations.'),
};

// EXTERNAL MODULE: ./packages/core/build/json.js
var build_json = __webpack_require__(30058);
// EXTERNAL MODULE: ./packages/core/build/policy/github-names.js
var github_names = __webpack_require__(61271);
;// CONCATENATED MODULE: ./packages/core/build/doctor/verifiers/slsa-verifier.js





const SLSA_PROVENANCE_V02 = 'https://slsa.dev/provenance/v0.2';
const GENERATOR = 'https://github.com/slsa-framework/slsa-github-generator/.github/workflows';
/** Builders whose provenance it can read at all (slsa-framework/slsa-verifier v2.7.1, buildTypeMap of v0.2 and v1.0). */
const BUILDERS = {
    [SLSA_PROVENANCE_V02]: [
        `${GENERATOR}/generator_container_slsa3.yml`,
        `${GENERATOR}/generator_generic_slsa3.yml`,
        `${GENERATOR}/builder_go_slsa3.yml`,
        `${GENERATOR}/delegator_generic_slsa3.yml`,
        `${GENERATOR}/delegator_lowperms-generic_slsa3.yml`,
    ],
    [build_claims/* SLSA_PROVENANCE_V1 */.us]: [
        `${GENERATOR}/delegator_generic_slsa3.yml`,
        `${GENERATOR}/delegator_lowperms-generic_slsa3.yml`,
        `${GENERATOR}/builder_container-based_slsa3.yml`,
        'https://github.com/bazel-contrib/.github/.github/workflows/release_ruleset.yaml',
        'https://github.com/bazel-contrib/publish-to-bcr/.github/workflows/publish.yaml',
    ],
};
/** `slsa-verifier verify-image`: provenance of builders that it knows by name, from the `.att` tag. */
const slsaVerifier = {
    id: 'slsa-verifier',
    title: 'slsa-verifier verify-image',
    versions: '2.7.1',
    reads: 'SLSA provenance in the .att tag',
    counted: true,
    answer: (seen, question) => {
        const { predicateType, by } = question;
        if (predicateType === undefined || BUILDERS[predicateType] === undefined) {
            return cannot('it verifies SLSA provenance alone', 'Use cosign for signatures and other attestations.');
        }
        if (by === 'key')
            return cannot('it verifies certificates alone', 'Use cosign for keys.');
        // Wherever it stands: of a builder that it does not know it reads nothing.
        const attested = seen.claims.filter((claim) => slsa_verifier_isAsked(claim, question));
        const limits = attested.map((claim) => builderObjection(claim, predicateType));
        const [limit] = limits;
        if (limit !== undefined && limits.every((one) => one !== undefined))
            return cannot(limit.why, limit.remedy);
        const asked = { ...question, witness: 'log' };
        const answer = readLayers(seen, asked, { chain: 'own', timestamps: 'always' });
        if (answer.verdict !== 'verifies')
            return answer;
        const taken = seen.claims.filter(({ digest }) => answer.accepted.includes(digest));
        const objections = taken.map((claim) => builderObjection(claim, predicateType) ?? refObjection(claim));
        const accepted = taken.filter((_, index) => objections[index] === undefined);
        if (accepted.length > 0)
            return { ...answer, accepted: accepted.map(({ digest }) => digest) };
        return refusesAll(objections.filter((one) => one !== undefined));
    },
};
const slsa_verifier_isAsked = ({ verified }, { predicateType, accepts }) => verified?.predicateType === predicateType && verified?.signer.kind === 'certificate' && accepts(verified);
/** What no image can help: an issuer or a builder that the program does not know. */
function builderObjection({ verified }, predicateType) {
    if (verified?.signer.kind !== 'certificate')
        return undefined;
    const { identity, facts } = verified.signer;
    if (facts.issuer !== github_names/* GITHUB_ISSUER */.oX) {
        return {
            why: `it knows no issuer but ${github_names/* GITHUB_ISSUER */.oX}`,
            remedy: 'Verify with countersign verify --require provenance.',
        };
    }
    const [workflow = ''] = identity.split('@');
    if (BUILDERS[predicateType]?.includes(workflow) === true)
        return undefined;
    return {
        why: `it reads ${predicateType} of the builders that it knows alone, and ${workflow} is none of them`,
        remedy: 'Verify with countersign verify --require provenance, or with cosign verify-attestation.',
    };
}
function refObjection({ verified }) {
    if (verified?.signer.kind !== 'certificate')
        return undefined;
    const [, ref = ''] = verified.signer.identity.split('@');
    if (/^refs\/tags\/v\d+\.\d+\.\d+$/.test(ref))
        return predicateObjection(verified.statement?.predicate);
    return {
        why: `the builder was called at ${ref === '' ? 'no ref' : ref}, and it takes refs/tags/vX.Y.Z alone`,
        remedy: 'Call the builder by the tag of a release.',
    };
}
function predicateObjection(predicate) {
    const type = (0,build_json/* memberAt */.mz)(predicate, 'buildType') ?? (0,build_json/* memberAt */.mz)(predicate, 'buildDefinition', 'buildType');
    if (typeof type === 'string')
        return undefined;
    return { why: 'the provenance names no build type', remedy: 'Attest the provenance of the builder.' };
}

;// CONCATENATED MODULE: ./packages/core/build/doctor/verifiers/index.js














/** Every verifier that the doctor knows, in the order of its tables. */
const verifiers_VERIFIERS = [
    cosign24,
    cosign262,
    cosign26,
    cosign30,
    cosign3,
    kyvernoCosign,
    kyvernoBundle,
    kyvernoIvpol,
    policyController,
    policyControllerBundle,
    gh,
    slsaVerifier,
    ratify,
    notation,
];
/** Names that stand for several of them, or for one in a shorter form. */
const GROUPS = {
    cosign: ['cosign-2.4', 'cosign-2.6.2', 'cosign-2.6', 'cosign-3.0', 'cosign-3'],
    cosign2: ['cosign-2.4', 'cosign-2.6.2', 'cosign-2.6'],
    cosign3: ['cosign-3.0', 'cosign-3'],
    kyverno: ['kyverno-cosign', 'kyverno-bundle', 'kyverno-ivpol'],
    'policy-tester': ['policy-controller'],
};
/** All names by which verifiers can be asked for. */
const VERIFIER_NAMES = [...verifiers_VERIFIERS.map(({ id }) => id), ...Object.keys(GROUPS)];
/** The verifiers that a name stands for; undefined for a name that is not known. */
function verifiersNamed(name) {
    const ids = Object.hasOwn(GROUPS, name) ? GROUPS[name] : undefined;
    const found = verifiers_VERIFIERS.filter(({ id }) => id === name || ids?.includes(id) === true);
    return found.length === 0 ? undefined : found;
}

;// CONCATENATED MODULE: ./packages/core/build/doctor/diagnose.js





/** Asks every verifier everything that there is to ask about one digest. Pure. */
const diagnose = (observation, rules, verifiers = verifiers_VERIFIERS) => ({
    observation,
    questions: questionsOf(observation, rules).map((question) => ({
        question,
        findings: verifiers.map((verifier) => {
            const answer = verifier.answer(observation, question);
            return { ...answer, verifier, caution: cautionOf(observation, question, answer, rules) };
        }),
    })),
});
/** What one verifier, by its id, would say to one question: for a program that compares it with what the verifier did. */
function answerOf(observation, id, question) {
    const verifier = VERIFIERS.find((one) => one.id === id);
    if (verifier === undefined)
        throw new Error(`there is no verifier ${id}`);
    return verifier.answer(observation, question);
}
function cautionOf({ claims }, { predicateType }, { verdict, accepted }, rules) {
    if (verdict !== 'verifies')
        return '';
    const taken = claims.filter(({ digest }) => accepted.includes(digest));
    if (predicateType === undefined && taken.every((claim) => claim.predicateType !== build_claims/* COSIGN_SIGNATURE */.P8)) {
        return 'it takes an attestation for a signature of the image, which countersign verify does not';
    }
    const refusals = rules.length === 0 ? [] : taken.map((claim) => refusalOf(claim.verified, rules));
    const [first] = refusals;
    return first !== undefined && refusals.every((one) => one !== undefined)
        ? `countersign verify would refuse: ${first}`
        : '';
}
function refusalOf(verified, rules) {
    if (verified === undefined)
        return undefined;
    try {
        (0,policy/* requireAllowedSigner */.K5)(verified.signer, rules);
        return undefined;
    }
    catch (error) {
        return (0,errors/* asCountersignError */.ek)(error).message;
    }
}

// EXTERNAL MODULE: ./packages/core/build/layouts/index.js + 10 modules
var layouts = __webpack_require__(67941);
// EXTERNAL MODULE: ./packages/core/build/registry/index.js + 36 modules
var registry = __webpack_require__(78765);
// EXTERNAL MODULE: ./packages/core/build/verify/index.js + 13 modules
var verify = __webpack_require__(51942);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./packages/core/build/verify/bundle-evidence.js
var bundle_evidence = __webpack_require__(30896);
// EXTERNAL MODULE: ./packages/core/build/verify/parse.js
var parse = __webpack_require__(46777);
// EXTERNAL MODULE: ./packages/core/build/verify/verdict.js
var verdict = __webpack_require__(34795);
;// CONCATENATED MODULE: ./packages/core/build/doctor/traits.js







/** Reads the traits of a claim. Never throws: hostile bytes have few of them. */
const traitsOf = (material) => material.kind === 'bundle' ? bundleTraits(material.bytes) : layerTraits(material);
const CERTIFICATE = 'dev.sigstore.cosign/certificate';
const CHAIN = 'dev.sigstore.cosign/chain';
const LOG_ENTRY = 'dev.sigstore.cosign/bundle';
const TIMESTAMP = 'dev.sigstore.cosign/rfc3161timestamp';
function layerTraits({ kind, payload, annotations, }) {
    const promise = (0,build_json/* memberAt */.mz)((0,build_json/* parseJson */.qF)(annotations[LOG_ENTRY] ?? ''), 'SignedEntryTimestamp');
    return {
        form: 'layer',
        size: payload.length,
        certificate: isGiven(annotations[CERTIFICATE]),
        chain: chainLength(annotations[CHAIN] ?? '', annotations[CERTIFICATE] ?? ''),
        promise: typeof promise === 'string' && promise !== '',
        timestamp: isGiven(annotations[TIMESTAMP]),
        keyid: kind === 'dsse-layer' ? keyidOf(jsonOf(payload)) : undefined,
    };
}
function bundleTraits(bytes) {
    const json = jsonOf(bytes);
    const { mediaType, verificationMaterial: material } = json;
    const entries = (0,build_json/* memberAt */.mz)(material, 'tlogEntries');
    const stamps = (0,build_json/* memberAt */.mz)(material, 'timestampVerificationData', 'rfc3161Timestamps');
    return {
        form: 'bundle',
        size: bytes.length,
        unparsable: whyUnparsable(bytes),
        version: Number(/(?:\.v|version=)(0\.\d)\b/.exec(traits_text(mediaType))?.[1] ?? 0),
        content: (0,build_json/* isObject */.Gv)(json.dsseEnvelope)
            ? 'envelope'
            : (0,build_json/* isObject */.Gv)(json.messageSignature)
                ? 'message'
                : undefined,
        material: (0,build_json/* isObject */.Gv)((0,build_json/* memberAt */.mz)(material, 'certificate'))
            ? 'certificate'
            : (0,build_json/* isObject */.Gv)((0,build_json/* memberAt */.mz)(material, 'x509CertificateChain'))
                ? 'chain'
                : (0,build_json/* isObject */.Gv)((0,build_json/* memberAt */.mz)(material, 'publicKey'))
                    ? 'key'
                    : undefined,
        organizations: organizationsOf(leafOf(material)),
        entries: Array.isArray(entries) ? entries.map(entryOf) : [],
        timestamps: Array.isArray(stamps) ? stamps.length : 0,
        keyid: keyidOf(json.dsseEnvelope),
    };
}
function entryOf(entry) {
    const kind = `${traits_text((0,build_json/* memberAt */.mz)(entry, 'kindVersion', 'kind'))} ${traits_text((0,build_json/* memberAt */.mz)(entry, 'kindVersion', 'version'))}`;
    return {
        kind,
        promise: isGiven((0,build_json/* memberAt */.mz)(entry, 'inclusionPromise', 'signedEntryTimestamp')),
        proof: isGiven((0,build_json/* memberAt */.mz)(entry, 'inclusionProof', 'checkpoint', 'envelope')),
        v2: kind.endsWith(' 0.0.2') && !kind.startsWith('intoto '),
    };
}
/** Who reads the chain builds on it: certificates of anyone's there are as good as none. */
function chainLength(chain, certificate) {
    const blocks = chain.split(/(?=-----BEGIN CERTIFICATE-----)/, limits/* MAX_CERTIFICATES_IN_CHAIN */.udo + 1);
    if (blocks.length > limits/* MAX_CERTIFICATES_IN_CHAIN */.udo)
        return 0;
    try {
        const leaf = new external_node_crypto_.X509Certificate(certificate);
        const above = blocks.filter((block) => block.trim() !== '').map((block) => new external_node_crypto_.X509Certificate(block));
        return above.some((one) => leaf.checkIssued(one) && leaf.verify(one.publicKey)) ? above.length : 0;
    }
    catch {
        return 0;
    }
}
/** The organisations in the issuer of a certificate, as a Go program reads them; none for what is no certificate. */
function organizationsOf(der) {
    if (der === undefined || der.length > limits/* MAX_CERTIFICATE_BYTES */.tos)
        return [];
    try {
        const { issuer } = new external_node_crypto_.X509Certificate(der);
        return issuer.split('\n').flatMap((line) => (line.startsWith('O=') ? [line.slice('O='.length)] : []));
    }
    catch {
        return [];
    }
}
function leafOf(material) {
    const raw = (0,build_json/* memberAt */.mz)(material, 'certificate', 'rawBytes') ??
        (0,build_json/* memberAt */.mz)(material, 'x509CertificateChain', 'certificates', 0, 'rawBytes');
    return typeof raw === 'string' ? Buffer.from(raw, 'base64') : undefined;
}
function whyUnparsable(bytes) {
    try {
        (0,bundle_evidence/* readBundle */.B)(bytes, undefined);
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message : 'it cannot be read';
    }
}
/** A bounded parse; an empty object for what is none. */
function jsonOf(bytes) {
    try {
        return (0,verdict/* asVerdict */.Q)(() => (0,parse/* parseJsonObject */.dw)(bytes, 'claim', limits/* MAX_CLAIM_BYTES */.ASs));
    }
    catch (error) {
        if (error instanceof errors/* CountersignError */.WS)
            return {};
        throw error;
    }
}
const keyidOf = (envelope) => {
    const keyid = (0,build_json/* memberAt */.mz)(envelope, 'signatures', 0, 'keyid');
    return typeof keyid === 'string' ? keyid : undefined;
};
const isGiven = (value) => typeof value === 'string' && value !== '';
const traits_text = (value) => (typeof value === 'string' ? value : '');

;// CONCATENATED MODULE: ./packages/core/build/doctor/observe.js





/** The judges of a trusted root and of public keys (PEM). Throws KEY_INVALID. */
function createJudges(trust, keys) {
    const logless = trust === undefined ? undefined : { ...trust, trustedRoot: { ...trust.trustedRoot, tlogs: [] } };
    const authorities = trust?.trustedRoot.certificateAuthorities ?? [];
    return {
        strict: (0,verify/* createVerifier */.$)({ trust, keys }),
        withoutLog: (0,verify/* createVerifier */.$)({ trust: logless, keys }),
        trust: {
            organizations: [
                ...new Set(authorities.flatMap(({ certChain }) => organizationsOf(certChain?.certificates[0]?.rawBytes))),
            ],
            logs: (trust?.trustedRoot.tlogs.length ?? 0) > 0,
        },
    };
}
/**
 * Looks at everything that stands beside one digest, with the lists as they are served and not as they should be. Throws
 * what the registry throws: nothing is called absent that was not answered for.
 */
async function observe(repository, subject, judges, options = {}) {
    const { digest, platform } = subject;
    const [collected, tag] = await Promise.all([
        (0,layouts/* collectClaims */.a)(repository, digest, { fresh: options.fresh ?? false }),
        repository.getManifest((0,registry/* fallbackTag */.fH)(digest)),
    ]);
    const referrers = referrersOf(collected, tag, repository.folder !== undefined);
    const stored = new Map();
    for (const one of collected.claims)
        stored.set(judge(one, collected, judges), one);
    const unreadable = collected.unreadable.map((one) => ({
        layout: one.layout,
        digest: one.digest,
        predicateType: (0,layouts/* listedType */.iu)(one.digest, collected),
        verified: undefined,
        error: new errors/* CountersignError */.WS('BUNDLE_MALFORMED', {
            what: `The stored claim cannot be read: ${one.reason}`,
            remedy: 'Look at what was pushed there; it never counts.',
        }),
        traits: undefined,
    }));
    return {
        observation: {
            subject: digest,
            platform,
            elsewhere: options.elsewhere ?? false,
            claims: [...stored.keys(), ...unreadable],
            referrers,
            tags: {
                'signature-tag': !collected.absent.includes('signature-tag'),
                'attestation-tag': !collected.absent.includes('attestation-tag'),
            },
            trust: judges.trust,
        },
        collected,
        storedAs: (claim) => stored.get(claim),
    };
}
function referrersOf({ referrers, source, subject }, stored, isFolder) {
    const tag = stored === undefined ? 'absent' : stored.descriptor.digest === subject ? 'image' : 'index';
    // A folder has one list for all readers, made of its fallback index and of what stands in its index.json.
    if (isFolder)
        return { source: 'folder', entries: referrers, tag, unlisted: [] };
    if (source === 'fallback') {
        return { source, entries: (0,registry/* requireFallbackEntries */.Aw)(stored, subject), tag, unlisted: [] };
    }
    const listed = new Set(referrers.map(({ digest }) => digest));
    const indexed = (0,registry/* fallbackEntries */.H$)(stored, subject);
    return {
        source: 'api',
        entries: referrers,
        tag,
        unlisted: indexed.filter(({ digest }) => !listed.has(digest)),
    };
}
function judge(stored, collected, judges) {
    const { layout, digest, material } = stored;
    const traits = traitsOf(material);
    const common = { layout, digest, traits };
    try {
        const verified = observe_verify(stored, traits, judges);
        return { ...common, predicateType: verified.predicateType, verified, error: undefined };
    }
    catch (thrown) {
        const error = (0,errors/* asCountersignError */.ek)(thrown);
        if (error.fault !== 'rejection')
            throw error;
        return { ...common, predicateType: (0,layouts/* statedType */.SX)(stored, collected), verified: undefined, error };
    }
}
function observe_verify({ material, subject }, traits, judges) {
    try {
        return judges.strict.verify(material, subject);
    }
    catch (error) {
        const isLogged = traits.form === 'layer' ? traits.promise : traits.entries.length > 0;
        if (isLogged)
            throw error;
        try {
            return judges.withoutLog.verify(material, subject);
        }
        catch {
            throw error; // it fails either way: what the whole root says of it says more
        }
    }
}

;// CONCATENATED MODULE: ./packages/core/build/doctor/index.js








/***/ }),

/***/ 99866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ EMPTY_CONFIG),
/* harmony export */   GR: () => (/* binding */ bundleReferrer),
/* harmony export */   Y2: () => (/* binding */ BUNDLE_PREFIX)
/* harmony export */ });
/* harmony import */ var _oci_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66212);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78765);


/** What the artifactType of every Sigstore bundle begins with, whatever its version. */
const BUNDLE_PREFIX = 'application/vnd.dev.sigstore.bundle';
/** The config of an artifact without one (OCI image specification, "Guidance for an Empty Descriptor"). */
const EMPTY_CONFIG = Buffer.from('{}');
/**
 * The referrer manifest of a v0.3 bundle, given as its JSON (sigstore/cosign specs/BUNDLE_SPEC.md). `signedAt` comes from the claim's own
 * witnesses, never from the clock: so a bundle that is pushed again is the same manifest. Without a witness (a key alone)
 * there is no `created`. `supersedes`: the manifests whose place it takes.
 */
function bundleReferrer(layer, predicateType, subject, signedAt, supersedes = []) {
    const annotations = {
        ...(signedAt === undefined
            ? {}
            : { 'org.opencontainers.image.created': signedAt.toISOString().replace(/\.\d{3}Z$/, 'Z') }),
        'dev.sigstore.bundle.content': 'dsse-envelope',
        'dev.sigstore.bundle.predicateType': predicateType,
        ...(0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .supersedesAnnotation */ .ZM)(supersedes),
    };
    const layerDescriptor = { mediaType: _oci_index_js__WEBPACK_IMPORTED_MODULE_0__/* .BUNDLE_V03 */ .Hd, digest: (0,_oci_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(layer), size: layer.length };
    const manifest = Buffer.from(JSON.stringify({
        schemaVersion: 2,
        mediaType: _oci_index_js__WEBPACK_IMPORTED_MODULE_0__/* .OCI_MANIFEST */ .EG,
        artifactType: _oci_index_js__WEBPACK_IMPORTED_MODULE_0__/* .BUNDLE_V03 */ .Hd,
        config: { mediaType: _oci_index_js__WEBPACK_IMPORTED_MODULE_0__/* .OCI_EMPTY */ .g1, digest: (0,_oci_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(EMPTY_CONFIG), size: EMPTY_CONFIG.length },
        layers: [layerDescriptor],
        subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
        annotations,
    }));
    return {
        layer,
        layerDescriptor,
        manifest,
        descriptor: {
            mediaType: _oci_index_js__WEBPACK_IMPORTED_MODULE_0__/* .OCI_MANIFEST */ .EG,
            digest: (0,_oci_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(manifest),
            size: manifest.length,
            artifactType: _oci_index_js__WEBPACK_IMPORTED_MODULE_0__/* .BUNDLE_V03 */ .Hd,
            annotations,
        },
    };
}


/***/ }),

/***/ 67941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $v: () => (/* reexport */ bundle_referrer/* EMPTY_CONFIG */.$v),
  e9: () => (/* reexport */ NOTATION_ARTIFACT),
  yF: () => (/* reexport */ attachedLayer),
  om: () => (/* reexport */ attestationLayer),
  BJ: () => (/* reexport */ attestationTag),
  GR: () => (/* reexport */ bundle_referrer/* bundleReferrer */.GR),
  F5: () => (/* reexport */ chainAbove),
  a: () => (/* reexport */ collectClaims),
  $W: () => (/* reexport */ collectNotation),
  iu: () => (/* reexport */ listedType),
  gx: () => (/* reexport */ notationReferrer),
  MU: () => (/* reexport */ signatureLayer),
  kq: () => (/* reexport */ signatureReferrer),
  bG: () => (/* reexport */ signatureTag),
  OC: () => (/* reexport */ statedOlder),
  SX: () => (/* reexport */ statedType),
  Qv: () => (/* reexport */ withWitness)
});

// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
// EXTERNAL MODULE: ./packages/core/build/registry/index.js + 36 modules
var registry = __webpack_require__(78765);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./packages/core/build/layouts/certificate-chain.js

/**
 * What stands above a leaf: intermediates, then the root, from the trusted root's certificate authorities. Readers of the
 * `.sig` and `.att` tags without a trusted root of their own need it beside the leaf (layouts-and-verifiers.md, R3).
 * Empty where no authority of the root issued the leaf.
 */
function chainAbove(leaf, trust) {
    for (const { certChain } of trust.trustedRoot.certificateAuthorities) {
        const chain = (certChain?.certificates ?? []).map(({ rawBytes }) => new external_node_crypto_.X509Certificate(rawBytes));
        const at = chain.findIndex((authority) => leaf.checkIssued(authority) && leaf.verify(authority.publicKey));
        if (at >= 0)
            return chain.slice(at);
    }
    return [];
}
/** PEM blocks one after the other, each with one line end. */
const pemOf = (certificates) => certificates.map((certificate) => `${certificate.toString().trim()}\n`).join('');

;// CONCATENATED MODULE: ./packages/core/build/layouts/layer.js


/** Annotations of a layer in a `.sig` or `.att` manifest (sigstore/cosign pkg/oci/static; the specifications' prose differs). */
const SIGNATURE = 'dev.cosignproject.cosign/signature';
const CERTIFICATE = 'dev.sigstore.cosign/certificate';
const CHAIN = 'dev.sigstore.cosign/chain';
const LOG_ENTRY = 'dev.sigstore.cosign/bundle';
const TIMESTAMP = 'dev.sigstore.cosign/rfc3161timestamp';
const PREDICATE_TYPE = 'predicateType';
/** All of them. */
const LAYER_ANNOTATIONS = [SIGNATURE, CERTIFICATE, CHAIN, LOG_ENTRY, TIMESTAMP, PREDICATE_TYPE];
/** A layer with its annotations in the form cosign reads. */
function layerOf(mediaType, blob, own, { certificate, logEntry, timestamp }) {
    const annotations = {
        ...own,
        ...(logEntry === undefined ? {} : { [LOG_ENTRY]: promiseJson(logEntry) }),
        ...(certificate === undefined
            ? {}
            : { [CERTIFICATE]: pemOf([certificate.leaf]), [CHAIN]: pemOf(certificate.chain) }),
        ...(timestamp === undefined
            ? {}
            : {
                [TIMESTAMP]: JSON.stringify({ SignedRFC3161Timestamp: Buffer.from(timestamp).toString('base64') }),
            }),
    };
    return { descriptor: { mediaType, size: blob.length, digest: (0,oci/* digestOf */.ol)(blob), annotations }, blob };
}
/** Members in cosign's order; the promise signs the canonical JSON of `Payload`. */
const promiseJson = (entry) => JSON.stringify({
    SignedEntryTimestamp: entry.signedEntryTimestamp,
    Payload: {
        body: entry.body,
        integratedTime: entry.integratedTime,
        logIndex: entry.logIndex,
        logID: entry.logId,
    },
});

;// CONCATENATED MODULE: ./packages/core/build/layouts/attestation-tag.js



/** `sha256-<hex>.att` (sigstore/cosign specs/ATTESTATION_SPEC.md). */
const attestationTag = (subject) => `${subject.replace(':', '-')}.att`;
/**
 * The layer of one attestation. `envelope` is the exact JSON that was logged: cosign compares its SHA-256 with the log
 * entry's. The signature annotation is there and empty, as every reader expects it. `supersedes`: layers whose place it takes.
 */
const attestationLayer = (envelope, predicateType, witness, supersedes = []) => layerOf(oci/* DSSE_ENVELOPE */.P7, envelope, { [SIGNATURE]: '', [PREDICATE_TYPE]: predicateType, ...(0,registry/* supersedesAnnotation */.ZM)(supersedes) }, witness);

// EXTERNAL MODULE: ./packages/core/build/layouts/bundle-referrer.js
var bundle_referrer = __webpack_require__(99866);
// EXTERNAL MODULE: ./packages/core/build/concurrency.js
var concurrency = __webpack_require__(99045);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/json.js
var build_json = __webpack_require__(30058);
;// CONCATENATED MODULE: ./packages/core/build/layouts/manifest-layers.js



/** Reads the layers of an image manifest. Never throws: what cannot be read says why. */
function readLayers(bytes) {
    let json;
    try {
        json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        return { kind: 'unreadable', reason: 'the manifest is not JSON' };
    }
    if (!(0,build_json/* isObject */.Gv)(json) || !Array.isArray(json.layers)) {
        return { kind: 'unreadable', reason: 'the manifest has no layers' };
    }
    const { artifactType } = json;
    return {
        kind: 'manifest',
        artifactType: typeof artifactType === 'string' ? artifactType : undefined,
        layers: json.layers.map(readLayer),
    };
}
/** Every member is kept, also those we do not know: a layer that is written again must not lose any. */
function readLayer(value) {
    const unreadable = (reason) => ({ kind: 'unreadable', reason });
    if (!(0,build_json/* isObject */.Gv)(value))
        return unreadable('a layer of the manifest is not an object');
    const { mediaType, digest, size, annotations } = value;
    if (typeof mediaType !== 'string')
        return unreadable('a layer has no media type');
    if (typeof digest !== 'string' || !(0,oci/* isDigest */.Bc)(digest))
        return unreadable('a layer has no digest');
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        return unreadable('a layer has no size');
    if (annotations === undefined)
        return { kind: 'layer', descriptor: { ...value, mediaType, digest, size } };
    if (!isTextMap(annotations))
        return unreadable('the annotations of a layer are not texts');
    const chars = Object.values(annotations).reduce((sum, text) => sum + text.length, 0);
    if (chars > limits/* MAX_LAYER_ANNOTATION_CHARS */.JbH) {
        return unreadable(`the annotations of a layer have ${chars} characters, more than ${limits/* MAX_LAYER_ANNOTATION_CHARS */.JbH}`);
    }
    return { kind: 'layer', descriptor: { ...value, mediaType, digest, size, annotations } };
}
const isTextMap = (value) => (0,build_json/* isObject */.Gv)(value) && Object.values(value).every((text) => typeof text === 'string');

;// CONCATENATED MODULE: ./packages/core/build/layouts/signature-referrer.js



/** artifactType and config type of cosign's experimental OCI 1.1 signatures (sigstore/cosign pkg/oci/remote). */
const SIGNATURE_ARTIFACT = 'application/vnd.dev.cosign.artifact.sig.v1+json';
/**
 * A signature's layer as a referrer of its subject: cosign reads it with `--experimental-oci11`, Kyverno with
 * `cosignOCI11`. It keeps a signature that its tag refused, so that the next run finds it and need not sign again.
 */
function signatureReferrer({ descriptor }, subject) {
    return Buffer.from(JSON.stringify({
        schemaVersion: 2,
        mediaType: oci/* OCI_MANIFEST */.EG,
        artifactType: SIGNATURE_ARTIFACT,
        config: { mediaType: SIGNATURE_ARTIFACT, digest: (0,oci/* digestOf */.ol)(bundle_referrer/* EMPTY_CONFIG */.$v), size: bundle_referrer/* EMPTY_CONFIG */.$v.length },
        layers: [descriptor],
        subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
    }));
}

;// CONCATENATED MODULE: ./packages/core/build/layouts/signature-tag.js


/** `sha256-<hex>.sig` (sigstore/cosign specs/SIGNATURE_SPEC.md). */
const signatureTag = (subject) => `${subject.replace(':', '-')}.sig`;
/** The layer of one signature: the simple-signing document as it was signed. */
const signatureLayer = (payload, signature, witness) => layerOf(oci/* SIMPLE_SIGNING */.Nj, payload, { [SIGNATURE]: Buffer.from(signature).toString('base64') }, witness);

;// CONCATENATED MODULE: ./packages/core/build/layouts/collect.js









/**
 * Reads all claims beside a digest: `.sig`, `.att`, bundle and signature referrers, from the referrers API or the fallback index.
 * What cannot be read is told, not skipped. A registry that does not answer is thrown: "none there" is only ever said by
 * a registry that answered.
 */
async function collectClaims(repository, subject, options = {}) {
    const { layouts } = options;
    const reads = (layout) => layouts?.includes(layout) ?? true;
    const reader = createReader(repository, subject, options);
    const [signatures, attestations, referred] = await Promise.all([
        reads('signature-tag') ? collectTag(reader, 'signature-tag', signatureTag(subject), oci/* SIMPLE_SIGNING */.Nj) : [],
        reads('attestation-tag')
            ? collectTag(reader, 'attestation-tag', attestationTag(subject), oci/* DSSE_ENVELOPE */.P7)
            : [],
        reads('bundle-referrer')
            ? collectReferrers(reader)
            : { found: [], referrers: [], source: 'api' },
    ]);
    const found = [...(signatures ?? []), ...(attestations ?? []), ...referred.found];
    return {
        subject,
        claims: found.filter((one) => 'material' in one),
        unreadable: found.filter((one) => 'reason' in one),
        absent: [
            ...(signatures === undefined ? ['signature-tag'] : []),
            ...(attestations === undefined ? ['attestation-tag'] : []),
        ],
        referrers: referred.referrers,
        source: referred.source,
    };
}
function createReader(repository, subject, { fresh = false, only }) {
    const gate = (0,concurrency/* createGate */.q)(limits/* COLLECT_CONCURRENCY */.t21);
    const getManifest = (digest) => gate(() => repository.getManifest(digest, { fresh }));
    const getBlob = (blob) => gate(() => repository.getBlob(blob, limits/* MAX_CLAIM_BYTES */.ASs));
    const manifests = inAdvance(only?.manifests ?? [], (digest) => digest, getManifest);
    const blobs = inAdvance(only?.blobs ?? [], ({ descriptor }) => descriptor.digest, ({ descriptor, blob }) => blob.length <= limits/* MAX_BLOB_HELD_TWICE_BYTES */.edh
        ? getBlob(descriptor)
        : gate(() => readAgain(repository, descriptor, blob)));
    let left = limits/* MAX_CLAIM_BYTES_PER_DIGEST */.ldD;
    return {
        repository,
        subject,
        wants: (digest) => only === undefined || manifests.has(digest) || blobs.has(digest),
        manifest: (digest) => manifests.get(digest) ?? getManifest(digest),
        blob: async (descriptor) => {
            if (descriptor.size > limits/* MAX_CLAIM_BYTES */.ASs)
                return { reason: `it has ${descriptor.size} bytes, more than is read` };
            if (descriptor.size > left)
                return { reason: 'the claims of this digest are larger together than is read' };
            left -= descriptor.size;
            const bytes = await (blobs.get(descriptor.digest) ?? getBlob(descriptor));
            return bytes ?? { reason: `its blob ${descriptor.digest} is not there` };
        },
    };
}
/**
 * Reads a large blob to its end and hashes it, as openBlob does, without holding it beside the same bytes. A stream that
 * breaks off is not asked for again, so then the blob is read as any other.
 */
async function readAgain(repository, descriptor, same) {
    try {
        const pieces = await repository.openBlob(descriptor);
        if (pieces === undefined)
            return undefined;
        let length = 0;
        for await (const piece of pieces)
            length += piece.length;
        return length === same.length ? same : undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* CountersignError */.WS) || error.code !== 'REGISTRY_UNAVAILABLE')
            throw error;
        return repository.getBlob(descriptor, limits/* MAX_CLAIM_BYTES */.ASs);
    }
}
/** Reads what will be asked for; a failure is told to whoever asks, and to nobody where nobody does. */
function inAdvance(wanted, keyOf, read) {
    const reading = new Map(wanted.map((one) => [keyOf(one), read(one)]));
    for (const promise of reading.values())
        promise.catch(() => undefined);
    return reading;
}
/** undefined: there is no such tag. */
async function collectTag(reader, layout, tag, mediaType) {
    const stored = await reader.repository.getManifest(tag);
    if (stored === undefined)
        return undefined;
    const { digest } = stored.descriptor;
    const manifest = readLayers(stored.bytes);
    if (manifest.kind === 'unreadable')
        return [unreadable(reader, layout, digest, manifest.reason)];
    if (manifest.layers.length > limits/* MAX_CLAIMS_PER_DIGEST */.mcl) {
        const reason = `the manifest has ${manifest.layers.length} layers, more than ${limits/* MAX_CLAIMS_PER_DIGEST */.mcl}`;
        return [unreadable(reader, layout, digest, reason)];
    }
    const layers = manifest.layers.filter((layer) => layer.kind === 'unreadable' || reader.wants(layer.descriptor.digest));
    return Promise.all(layers.map(async (layer) => {
        if (layer.kind === 'unreadable')
            return unreadable(reader, layout, digest, layer.reason);
        const { descriptor } = layer;
        if (descriptor.mediaType !== mediaType) {
            return unreadable(reader, layout, descriptor.digest, `the layer is of type ${descriptor.mediaType}`);
        }
        return readClaim(reader, layout, descriptor.digest, descriptor, (payload) => ({
            kind: layout === 'signature-tag' ? 'simple-signing' : 'dsse-layer',
            payload,
            annotations: descriptor.annotations ?? {},
        }));
    }));
}
async function collectReferrers(reader) {
    const { source, descriptors } = await reader.repository.listReferrers(reader.subject);
    const candidates = descriptors.filter((one) => mayBeClaim(one) && reader.wants(one.digest));
    const read = await Promise.all(candidates.slice(0, limits/* MAX_CLAIMS_PER_DIGEST */.mcl).map((descriptor) => collectReferrer(reader, descriptor)));
    const rest = candidates
        .slice(limits/* MAX_CLAIMS_PER_DIGEST */.mcl)
        .map(({ digest }) => unreadable(reader, 'bundle-referrer', digest, 'more bundles are listed than are read'));
    return { found: [...read.filter((one) => one !== undefined), ...rest], referrers: descriptors, source };
}
/**
 * Old writers of the fallback index put the config's type where the artifact's belongs, or nothing at all
 * (layouts-and-verifiers.md, section 2): then only the manifest tells.
 */
const mayBeClaim = ({ artifactType }) => artifactType === undefined ||
    artifactType === '' ||
    artifactType === oci/* OCI_EMPTY */.g1 ||
    artifactType === SIGNATURE_ARTIFACT ||
    artifactType.startsWith(bundle_referrer/* BUNDLE_PREFIX */.Y2);
/** undefined where the manifest shows that it holds no claim. */
async function collectReferrer(reader, descriptor) {
    const { digest, artifactType } = descriptor;
    const layout = artifactType === SIGNATURE_ARTIFACT ? 'signature-referrer' : 'bundle-referrer';
    const claimed = artifactType === SIGNATURE_ARTIFACT || artifactType?.startsWith(bundle_referrer/* BUNDLE_PREFIX */.Y2) === true;
    const failed = (reason) => claimed ? unreadable(reader, layout, digest, reason) : undefined;
    const stored = await orReason(() => reader.manifest(digest));
    if (stored === undefined)
        return failed('its manifest is not there');
    if ('reason' in stored)
        return failed(stored.reason);
    const manifest = readLayers(stored.bytes);
    if (manifest.kind === 'unreadable')
        return failed(manifest.reason);
    const [layer, ...others] = manifest.layers;
    if (layer?.kind !== 'layer')
        return failed(layer?.reason ?? 'the manifest has no layers');
    const { mediaType, annotations = {} } = layer.descriptor;
    const isBundle = mediaType.startsWith(bundle_referrer/* BUNDLE_PREFIX */.Y2);
    if (!isBundle && mediaType !== oci/* SIMPLE_SIGNING */.Nj)
        return failed(`its layer is of type ${mediaType}`);
    const found = isBundle ? 'bundle-referrer' : 'signature-referrer';
    if (others.length > 0)
        return unreadable(reader, found, digest, 'its manifest has more than one layer');
    return readClaim(reader, found, digest, layer.descriptor, (bytes) => isBundle ? { kind: 'bundle', bytes } : { kind: 'simple-signing', payload: bytes, annotations });
}
async function readClaim(reader, layout, digest, blob, material) {
    const bytes = await orReason(() => reader.blob(blob));
    if ('reason' in bytes)
        return unreadable(reader, layout, digest, bytes.reason);
    return { layout, subject: reader.subject, digest, material: material(bytes) };
}
/**
 * What stands under a digest and is not what its descriptor says (other bytes, more of them, no manifest) is a fact about
 * the claim: else anyone who may push could keep every claim beside it from being looked at. A registry that fails is none.
 */
async function orReason(read) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof errors/* CountersignError */.WS))
            throw error;
        if (error.fault === 'rejection' || error.code === 'REGISTRY_MISBEHAVED')
            return { reason: error.message };
        throw error;
    }
}
const unreadable = (reader, layout, digest, reason) => ({
    layout,
    subject: reader.subject,
    digest,
    reason: reason.slice(0, limits/* MAX_ERROR_EXCERPT_CHARS */.EbZ),
});

;// CONCATENATED MODULE: ./packages/core/build/layouts/notation-referrer.js







/** What a referrer with a Notation signature is of (signature specification, "Storage"). */
const NOTATION_ARTIFACT = 'application/vnd.cncf.notary.signature';
const THUMBPRINTS = 'io.cncf.notary.x509chain.thumbprint#S256';
/**
 * The type stands as that of the config, where notation itself puts it and looks for it in folders, and as artifactType,
 * which registries and fallback indexes list. `chain`: DER certificates, leaf first.
 */
function notationReferrer(envelope, chain, subject, signedAt) {
    const thumbprints = chain.map((der) => (0,external_node_crypto_.createHash)('sha256').update(der).digest('hex'));
    const manifest = Buffer.from(JSON.stringify({
        schemaVersion: 2,
        mediaType: oci/* OCI_MANIFEST */.EG,
        artifactType: NOTATION_ARTIFACT,
        config: { mediaType: NOTATION_ARTIFACT, digest: (0,oci/* digestOf */.ol)(bundle_referrer/* EMPTY_CONFIG */.$v), size: bundle_referrer/* EMPTY_CONFIG */.$v.length },
        layers: [
            {
                mediaType: envelope.mediaType,
                digest: (0,oci/* digestOf */.ol)(envelope.bytes),
                size: envelope.bytes.length,
            },
        ],
        subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
        annotations: {
            [THUMBPRINTS]: JSON.stringify(thumbprints),
            'org.opencontainers.image.created': signedAt.toISOString().replace(/\.\d{3}Z$/, 'Z'),
        },
    }));
    return { envelope: envelope.bytes, config: bundle_referrer/* EMPTY_CONFIG */.$v, manifest, digest: (0,oci/* digestOf */.ol)(manifest) };
}
/**
 * Reads the Notation signatures beside a digest. What cannot be read is told, not skipped; a registry that does not answer
 * is thrown. `only`: these alone, written a moment ago. `listed`: the referrers, where somebody has just asked for them.
 */
async function collectNotation(repository, subject, { only, listed, } = {}) {
    const { source, descriptors } = listed === undefined
        ? await repository.listReferrers(subject)
        : { source: listed.source, descriptors: listed.referrers };
    const signatures = descriptors.filter(({ artifactType, digest }) => artifactType === NOTATION_ARTIFACT && (only === undefined || only.includes(digest)));
    const gate = (0,concurrency/* createGate */.q)(limits/* COLLECT_CONCURRENCY */.t21);
    const found = await Promise.all(signatures.map((descriptor, at) => at < limits/* MAX_NOTATION_SIGNATURES */.UkE
        ? gate(() => readSignature(repository, descriptor, only !== undefined))
        : Promise.resolve({
            digest: descriptor.digest,
            reason: `more than ${limits/* MAX_NOTATION_SIGNATURES */.UkE} signatures are listed`,
        })));
    return { found, referrers: descriptors.length, source };
}
async function readSignature(repository, { digest }, fresh) {
    try {
        const stored = await repository.getManifest(digest, { fresh });
        if (stored === undefined)
            return { digest, reason: 'its manifest is not there' };
        const manifest = readLayers(stored.bytes);
        if (manifest.kind === 'unreadable')
            return { digest, reason: manifest.reason };
        const [layer, ...others] = manifest.layers;
        if (layer?.kind !== 'layer')
            return { digest, reason: layer?.reason ?? 'the manifest has no layers' };
        if (others.length > 0)
            return { digest, reason: 'its manifest has more than one layer' };
        const { descriptor } = layer;
        if (descriptor.size > limits/* MAX_NOTATION_ENVELOPE_BYTES */.DHN) {
            return { digest, reason: `its envelope has ${descriptor.size} bytes, more than is read` };
        }
        const bytes = await repository.getBlob(descriptor, limits/* MAX_NOTATION_ENVELOPE_BYTES */.DHN);
        if (bytes === undefined)
            return { digest, reason: 'its envelope is not there' };
        return { digest, mediaType: descriptor.mediaType, bytes };
    }
    catch (error) {
        // Other bytes than the digest says are a fact about this signature; a registry that fails is none.
        const isFact = error instanceof errors/* CountersignError */.WS &&
            (error.fault === 'rejection' || error.code === 'REGISTRY_MISBEHAVED');
        if (!isFact)
            throw error;
        return { digest, reason: error.message.slice(0, limits/* MAX_ERROR_EXCERPT_CHARS */.EbZ) };
    }
}

;// CONCATENATED MODULE: ./packages/core/build/layouts/mend-layer.js



/**
 * A layer as it stands in a tag or in a signature referrer, with the annotations that its layout knows: whatever else
 * anyone noted there is not theirs who signed, and is not stored again.
 */
function attachedLayer({ kind, payload: blob, annotations, }) {
    const mediaType = kind === 'simple-signing' ? oci/* SIMPLE_SIGNING */.Nj : oci/* DSSE_ENVELOPE */.P7;
    const known = Object.fromEntries(LAYER_ANNOTATIONS.flatMap((name) => {
        const value = annotations[name];
        return value === undefined ? [] : [[name, value]];
    }));
    return { descriptor: { mediaType, size: blob.length, digest: (0,oci/* digestOf */.ol)(blob), annotations: known }, blob };
}
/** The layer with a chain beside its certificate, or without its timestamp; `chain` undefined: as it was. */
function withWitness({ descriptor, blob }, change) {
    const kept = Object.entries(descriptor.annotations ?? {}).filter(([name]) => !(change.withoutTimestamp && name === TIMESTAMP));
    const annotations = {
        ...Object.fromEntries(kept),
        ...(change.chain === undefined ? {} : { [CHAIN]: pemOf(change.chain) }),
    };
    return { descriptor: { ...descriptor, annotations }, blob };
}

// EXTERNAL MODULE: ./packages/core/build/claims/index.js + 17 modules
var claims = __webpack_require__(67792);
;// CONCATENATED MODULE: ./packages/core/build/layouts/stated.js


/** The type that a claim says it is of: nobody vouches for that, so it serves the explanation of a failed one alone. */
function statedType(stored, collected) {
    switch (stored.material.kind) {
        case 'simple-signing':
            return claims/* COSIGN_SIGNATURE */.P8;
        case 'dsse-layer':
            return stored.material.annotations.predicateType;
        case 'bundle':
            return listedType(stored.digest, collected);
    }
}
/** The same of a bundle, by what the list of referrers says of it. */
const listedType = (digest, collected) => listedAnnotations(digest, collected)?.['dev.sigstore.bundle.predicateType'];
/** What a claim names as superseded: unsigned. */
const statedOlder = (stored, collected) => (0,registry/* supersededBy */.gT)(stored.material.kind === 'bundle'
    ? listedAnnotations(stored.digest, collected)
    : stored.material.annotations);
const listedAnnotations = (digest, { referrers }) => referrers.find((referrer) => referrer.digest === digest)?.annotations;

;// CONCATENATED MODULE: ./packages/core/build/layouts/index.js











/***/ })

};
