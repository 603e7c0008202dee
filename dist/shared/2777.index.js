export const id = 2777;
export const ids = [2777];
export const modules = {

/***/ 32777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repairImages: () => (/* binding */ repairImages)
});

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/layouts/index.js + 10 modules
var layouts = __webpack_require__(67941);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
// EXTERNAL MODULE: ./packages/core/build/registry/index.js + 36 modules
var registry = __webpack_require__(78765);
// EXTERNAL MODULE: ./packages/core/build/claims/index.js + 17 modules
var build_claims = __webpack_require__(67792);
// EXTERNAL MODULE: ./packages/core/build/policy/index.js + 7 modules
var policy = __webpack_require__(59959);
// EXTERNAL MODULE: ./packages/core/build/flows/inspect.js
var inspect = __webpack_require__(26928);
;// CONCATENATED MODULE: ./packages/core/build/flows/doctor-claims.js



/**
 * The claims beside a digest that verify by all that the trusted root demands, whose signer the rules accept, and whose
 * place no newer one took: nothing else is ever stored anew.
 */
function soundClaims({ observation, storedAs, collected }, rules, strict) {
    const observedAs = new Map(observation.claims.map((observed) => [storedAs(observed), observed]));
    const { checked, materialOf } = (0,inspect/* judge */.S)(collected, strict);
    const judged = (0,policy/* withSuperseded */.bd)(checked.map((claim) => (0,policy/* judgeClaim */.e2)(claim, rules)));
    return judged.flatMap((claim, index) => {
        const of = checked[index];
        const stored = of && materialOf(of);
        const observed = stored && observedAs.get(stored);
        return claim.state === 'verified' && stored && observed
            ? [{ observed, stored, verified: claim.claim }]
            : [];
    });
}
/** Of claims that are the same, the first. */
const eachOnce = (claims) => claims.filter((claim, index) => claims.findIndex((other) => isSame(claim, other)) === index);
/** Bundles of attestations among them. */
const attestationBundles = (claims) => claims.filter(({ stored, verified }) => stored.layout === 'bundle-referrer' &&
    verified.statement !== undefined &&
    verified.predicateType !== build_claims/* COSIGN_SIGNATURE */.P8);
/** The type as people call it; of one without a name the type itself. */
const nameOf = ({ verified: { predicateType } }) => {
    const name = (0,build_claims/* shortNameOf */.PI)(predicateType);
    return name === 'predicate' ? predicateType : name;
};
/** Whether two claims say the same, byte for byte, by the same signer. */
const isSame = ({ verified: one }, { verified: other }) => Buffer.compare(one.payload, other.payload) === 0 && isSameSigner(one, other);
function isSameSigner({ signer: one }, { signer: other }) {
    if (one.kind === 'key' || other.kind === 'key') {
        return one.kind === 'key' && other.kind === 'key' && one.hint === other.hint;
    }
    return one.identity === other.identity && one.facts.issuer === other.facts.issuer;
}

// EXTERNAL MODULE: ./packages/core/build/doctor/index.js + 25 modules
var doctor = __webpack_require__(8434);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(30058);
// EXTERNAL MODULE: ./packages/core/build/sign/index.js + 27 modules
var sign = __webpack_require__(1787);
// EXTERNAL MODULE: ./packages/core/build/flows/materials.js
var materials = __webpack_require__(42462);
;// CONCATENATED MODULE: ./packages/core/build/flows/doctor-bundle.js






const CERTIFICATE = 'dev.sigstore.cosign/certificate';
const LOG_ENTRY = 'dev.sigstore.cosign/bundle';
/**
 * The bundle of an attestation that stands in the `.att` tag alone. The layer holds envelope and certificate; the proof of
 * inclusion, which a bundle needs beside the promise, is asked of the log. What comes out has to verify. Answers a
 * sentence where it cannot be made.
 */
async function bundleOfLayer({ stored, verified }, subject, sources) {
    const { material } = stored;
    if (material.kind !== 'dsse-layer')
        return 'it is no attestation';
    const { payload: envelope, annotations } = material;
    const entry = await entryOf(annotations[LOG_ENTRY], sources);
    if (typeof entry === 'string')
        return entry;
    const pem = annotations[CERTIFICATE];
    const signer = verified.signer.kind === 'key'
        ? { kind: 'key', hint: verified.signer.hint }
        : { kind: 'certificate', leaf: new external_node_crypto_.X509Certificate(pem ?? '') };
    const bytes = (0,sign.bundleJson)(signer, envelope, entry === undefined ? [] : [entry], []);
    try {
        const made = sources.strict.verify({ kind: 'bundle', bytes }, subject.digest);
        return (0,layouts/* bundleReferrer */.GR)(bytes, made.predicateType, subject, (0,materials/* signedAt */.A)(made));
    }
    catch (thrown) {
        const error = (0,errors/* asCountersignError */.ek)(thrown);
        if (error.fault !== 'rejection')
            throw error;
        return `its bundle would not verify: ${error.message}`;
    }
}
/** undefined: it was never logged. */
async function entryOf(annotation, { context, trust }) {
    if (annotation === undefined || annotation === '')
        return undefined;
    const payload = (0,json/* memberAt */.mz)((0,json/* parseJson */.qF)(annotation), 'Payload');
    const [logIndex, logId] = [(0,json/* memberAt */.mz)(payload, 'logIndex'), (0,json/* memberAt */.mz)(payload, 'logID')];
    const body = (0,json/* parseJson */.qF)(Buffer.from(String((0,json/* memberAt */.mz)(payload, 'body')), 'base64').toString('utf8'));
    if ((0,json/* memberAt */.mz)(body, 'kind') !== 'dsse' || (0,json/* memberAt */.mz)(body, 'apiVersion') !== '0.0.1') {
        return 'its log entry is of a kind that no bundle may hold; attest it again';
    }
    const log = trust?.trustedRoot.tlogs.find((each) => each.logId?.keyId.toString('hex') === logId);
    if (log === undefined || typeof logIndex !== 'number' || !/^https?:\/\//.test(log.baseUrl)) {
        return 'the trusted root does not say where its log is, which has the proof that a bundle needs';
    }
    try {
        return await (0,sign.findLogEntry)(context, log.baseUrl, logIndex);
    }
    catch (thrown) {
        const error = (0,errors/* asCountersignError */.ek)(thrown);
        if (!error.code.startsWith('LOG_'))
            throw error;
        return `the log did not give the proof that a bundle needs: ${error.message}`;
    }
}

;// CONCATENATED MODULE: ./packages/core/build/flows/doctor-plan-bundles.js





/**
 * Bundles of attestations that stand in the `.att` tag alone. The first bundle beside an image ends the tags for cosign
 * from 2.6.3 on, so it is only added where nothing of anyone's stands there that would have none.
 */
async function planBundles(seen, subject, sound, rules, sources) {
    const present = attestationBundles(sound);
    const lacking = eachOnce(sound.filter((claim) => claim.stored.layout === 'attestation-tag' && !present.some((other) => isSame(claim, other))));
    if (lacking.length === 0)
        return {};
    const notAdded = (why) => ({
        left: lacking.map((claim) => `${nameOf(claim)}: its bundle is not added, since ${why}`),
    });
    const isSigned = sound.some(({ stored }) => stored.layout === 'signature-tag');
    const hasSignatureBundle = sound.some(({ stored, verified }) => stored.layout === 'bundle-referrer' && verified.predicateType === build_claims/* COSIGN_SIGNATURE */.P8);
    if (isSigned && !hasSignatureBundle) {
        return notAdded('the signature has none: cosign from 2.6.3 on would not look at the .sig tag any more. Sign the image again first');
    }
    const isFirst = !(0,doctor/* hasBundle */.r0)(seen.observation);
    if (isFirst && holdsOthers(seen, rules)) {
        return notAdded('claims of others, or some that do not verify, stand in the tags alone: cosign from 2.6.3 on would not look at them any more');
    }
    if (seen.collected.referrers.length + lacking.length > limits/* DEFAULT_MAX_REFERRERS */.iEh) {
        return {
            left: [`no bundle is added: the digest would have more than ${limits/* DEFAULT_MAX_REFERRERS */.iEh} referrers`],
        };
    }
    const made = await Promise.all(lacking.map(async (claim) => ({ claim, bundle: await bundleOfLayer(claim, subject, sources) })));
    const failed = made.flatMap(({ claim, bundle }) => (typeof bundle === 'string' ? [{ claim, bundle }] : []));
    const whyFailed = failed.map(({ claim, bundle }) => `${nameOf(claim)}: no bundle can be made: ${bundle}`);
    if (isFirst && failed.length > 0) {
        const rest = made.filter(({ bundle }) => typeof bundle !== 'string').map(({ claim }) => nameOf(claim));
        const why = 'its bundle is not added, since cosign from 2.6.3 on would not look at what has none any more';
        return { left: [...whyFailed, ...rest.map((name) => `${name}: ${why}`)] };
    }
    const good = made.flatMap(({ claim, bundle }) => (typeof bundle === 'string' ? [] : [{ claim, bundle }]));
    return {
        bundles: good.map(({ bundle }) => bundle),
        done: good.map(({ claim }) => `${nameOf(claim)}: add its bundle, made of the .att layer`),
        left: whyFailed,
    };
}
/** What someone may read in a tag, and is not theirs who repairs. A claim by a key that nobody gave verifies for its owner. */
function holdsOthers({ observation, storedAs }, rules) {
    const accepts = (0,doctor/* acceptsAsVerifiersDo */.gB)(rules);
    return observation.claims.some((claim) => (claim.layout === 'signature-tag' || claim.layout === 'attestation-tag') &&
        storedAs(claim) !== undefined &&
        (claim.verified === undefined || !accepts(claim.verified)));
}

// EXTERNAL MODULE: ./packages/core/build/counted.js
var counted = __webpack_require__(89264);
// EXTERNAL MODULE: ./packages/core/build/layouts/bundle-referrer.js
var bundle_referrer = __webpack_require__(99866);
;// CONCATENATED MODULE: ./packages/core/build/flows/doctor-plan-index.js




/** Entries of sound claims, and those of artifacts that no verifier of bundles reads. */
async function planIndex({ observation, collected }, repository, sound) {
    const { source, entries, unlisted, tag } = observation.referrers;
    const left = [];
    if (unlisted.length > 0) {
        left.push(`${unlisted.length} entries of a fallback index are not listed by the referrers API: push those manifests again, or sign again`);
    }
    if (source === 'fallback' && tag === 'image') {
        left.push('the image itself stands under the tag of the fallback index (cosign copy puts it there); it gives way as soon as there is a referrer to list');
    }
    if (source !== 'fallback' || repository.folder !== undefined || tag !== 'index')
        return { left };
    // Anyone may fill the index: what is looked at is bounded, and begins with the claims that this is about.
    const ours = new Set(sound.map(({ stored }) => stored.digest));
    const isOurs = ({ digest }) => ours.has(digest);
    const stated = [...entries.filter(isOurs), ...entries.filter((entry) => !isOurs(entry))];
    const looked = stated.slice(0, limits/* MAX_MENDED_DESCRIPTORS */.ksb);
    const right = await (0,registry/* rightDescriptors */.Bq)(repository, looked);
    const wrong = right.filter((entry, index) => {
        const standing = looked[index];
        return standing !== undefined && !(0,registry/* saysAsItShould */.jw)(standing, entry);
    });
    const mended = wrong.filter((entry) => isOurs(entry) || entry.artifactType?.startsWith(bundle_referrer/* BUNDLE_PREFIX */.Y2) !== true);
    const others = wrong.length - mended.length;
    if (others > 0) {
        left.push(`${others} wrong entries of the fallback index are bundles that do not verify or are others': they stay as they stand`);
    }
    const beyond = stated.length - looked.length;
    if (beyond > 0) {
        left.push(`${(0,counted/* counted */.h)(beyond, 'more entry', 'more entries')} of the fallback index were not looked at: it holds more than ${limits/* MAX_MENDED_DESCRIPTORS */.ksb}`);
    }
    const gone = collected.unreadable.filter(({ reason }) => reason === 'its manifest is not there').length;
    if (gone > 0)
        left.push(`${gone} entries of the list name manifests that are gone`);
    if (mended.length === 0)
        return { left };
    const count = new Set(mended.map(({ digest }) => digest)).size;
    return {
        entries: mended,
        done: [
            `state artifactType and annotations of ${count} entries of the fallback index as their manifests do`,
        ],
        left,
    };
}

;// CONCATENATED MODULE: ./packages/core/build/flows/doctor-layers.js



/**
 * The layer as every reader of the tags takes it, where this one lacks the chain, or brings a timestamp beside its log
 * entry that old readers fail on; undefined where nothing is amiss or nothing can be done. Nothing that was signed changes.
 */
function mendedLayer({ observed, stored }, trust, strict) {
    const { traits } = observed;
    const { material } = stored;
    if (traits?.form !== 'layer' || material.kind === 'bundle' || trust === undefined)
        return undefined;
    const lacksChain = traits.certificate && traits.chain === 0;
    const hasSpareTime = traits.promise && traits.timestamp;
    if (!lacksChain && !hasSpareTime)
        return undefined;
    const layer = (0,layouts/* attachedLayer */.yF)(material);
    const pem = material.annotations['dev.sigstore.cosign/certificate'];
    const chain = lacksChain && pem !== undefined ? (0,layouts/* chainAbove */.F5)(new external_node_crypto_.X509Certificate(pem), trust) : undefined;
    if (chain?.length === 0)
        return undefined;
    const mended = (0,layouts/* withWitness */.Qv)(layer, { chain, withoutTimestamp: hasSpareTime });
    try {
        const annotations = mended.descriptor.annotations ?? {};
        strict.verify({ kind: material.kind, payload: mended.blob, annotations }, stored.subject);
        return mended;
    }
    catch (thrown) {
        if ((0,errors/* asCountersignError */.ek)(thrown).fault !== 'rejection')
            throw thrown;
        return undefined;
    }
}

// EXTERNAL MODULE: ./packages/core/build/flows/rebuild.js
var flows_rebuild = __webpack_require__(29883);
;// CONCATENATED MODULE: ./packages/core/build/flows/doctor-plan-layers.js





/** The two forms of a signature are over different documents: neither can be made of the other. */
function planSignatureLayers(sound, sources) {
    const inTag = sound.filter(({ stored }) => stored.layout === 'signature-tag');
    const kept = eachOnce(sound.filter(({ stored }) => stored.layout === 'signature-referrer'));
    const bundled = sound.some(({ stored, verified }) => stored.layout === 'bundle-referrer' && verified.predicateType === build_claims/* COSIGN_SIGNATURE */.P8);
    const restored = kept
        .filter((claim) => !inTag.some((other) => isSame(claim, other)))
        .flatMap(({ stored }) => (stored.material.kind === 'bundle' ? [] : [(0,layouts/* attachedLayer */.yF)(stored.material)]));
    const mended = mendedLayers(inTag, sources);
    const tagged = inTag.length + restored.length > 0;
    return {
        signatureLayers: [...restored, ...mended],
        done: [
            ...(restored.length === 0 ? [] : ['put the signature that is kept as a referrer into the .sig tag']),
            ...doneOf(mended, '.sig'),
        ],
        left: [
            ...(bundled && !tagged
                ? ['no .sig layer can be made: it signs another document than the bundle does. Sign the image again']
                : []),
            ...(tagged && !bundled
                ? [
                    'no signature bundle can be made: it signs another document than the .sig layer does. Sign the image again',
                ]
                : []),
        ],
    };
}
/** Layers of attestations whose bundles stand there, and whole ones beside those that lack something. */
function planAttestationLayers(subject, sound, sources) {
    const inTag = sound.filter(({ stored }) => stored.layout === 'attestation-tag');
    const rebuild = (0,flows_rebuild/* createRebuild */.u)(sources.trust, sources.strict, false);
    const layers = [...mendedLayers(inTag, sources)];
    const done = [...doneOf(layers, '.att')];
    const left = [];
    const bundles = attestationBundles(sound);
    for (const claim of eachOnce(bundles)) {
        if (inTag.some((other) => isSame(claim, other)))
            continue;
        // Several bundles may hold one attestation, and not each of them all that a layer needs.
        const layer = bundles
            .filter((other) => isSame(claim, other))
            .map(({ stored, verified }) => {
            const { predicateType, payload } = verified;
            return rebuild({ kind: 'predicate', subject, predicateType, payload, simpleSigning: undefined }, { stored, verified });
        })
            .find((made) => made !== undefined);
        if (layer === undefined) {
            left.push(`${nameOf(claim)}: no .att layer can be made of its bundle, which has no promise of a Rekor v1 log. Attest it again`);
        }
        else {
            layers.push(layer);
            done.push(`${nameOf(claim)}: add its .att layer, made of the bundle`);
        }
    }
    return { attestationLayers: layers, done, left };
}
/**
 * Layers that lack something and have no twin that has it; one for all copies of a layer, which anyone may add: each made
 * whole, they would fill the tag.
 */
function mendedLayers(layers, { trust, strict }) {
    const looked = layers.map((claim) => ({ claim, mended: mendedLayer(claim, trust, strict) }));
    const whole = looked.filter(({ mended }) => mended === undefined).map(({ claim }) => claim);
    const lacking = looked.filter(({ claim }) => !whole.some((other) => isTwin(claim, other)));
    return lacking.flatMap(({ claim, mended }, index) => mended === undefined || lacking.findIndex((other) => isTwin(other.claim, claim)) < index ? [] : [mended]);
}
/** The same statement by the same signer, with a promise of the log or without one. */
const isTwin = (one, other) => isSame(one, other) && isPromised(one) === isPromised(other);
const isPromised = ({ observed: { traits } }) => traits?.form === 'layer' && traits.promise;
const doneOf = (layers, tag) => layers.length === 0
    ? []
    : [`add ${layers.length} ${tag} layers with the chain, or without a spare timestamp`];

;// CONCATENATED MODULE: ./packages/core/build/flows/doctor-plan.js




/**
 * What can be mended beside one digest without signing: the list of referrers, and layouts that can be made of claims that
 * verify and whose signer counts. Everything of others stays as it stands.
 */
async function planRepair(seen, subject, repository, rules, sources) {
    const sound = soundClaims(seen, rules, sources.strict);
    const plans = [
        await planIndex(seen, repository, sound),
        planSignatureLayers(sound, sources),
        planAttestationLayers(subject, sound, sources),
        await planBundles(seen, subject, sound, rules, sources),
    ];
    return {
        entries: plans.flatMap(({ entries = [] }) => entries),
        signatureLayers: plans.flatMap(({ signatureLayers = [] }) => signatureLayers),
        attestationLayers: plans.flatMap(({ attestationLayers = [] }) => attestationLayers),
        bundles: plans.flatMap(({ bundles = [] }) => bundles),
        done: plans.flatMap(({ done = [] }) => done),
        left: plans.flatMap(({ left = [] }) => left),
    };
}
/** Whether there is anything to write. */
const isEmpty = ({ entries, signatureLayers, attestationLayers, bundles }) => entries.length + signatureLayers.length + attestationLayers.length + bundles.length === 0;

// EXTERNAL MODULE: ./packages/core/build/flows/tag-writers.js
var tag_writers = __webpack_require__(18225);
;// CONCATENATED MODULE: ./packages/core/build/flows/doctor-repair.js







/**
 * Mends what can be mended beside every digest, and reads it back; with `dryRun` it only says what it would do. A second
 * run finds nothing to do. Throws REGISTRY_MISBEHAVED where what was written is not there afterwards.
 */
async function repairImages(scene, progress) {
    const { options, services, run } = scene;
    const done = [];
    const left = [];
    const writers = new tag_writers/* TagWriters */.b({ context: services.context, ...options });
    const written = [];
    let objects = 0;
    for (const open of run.healthy) {
        await run.attempt(open, async () => {
            // One digest after the other: a run that is ended leaves whole digests.
            for (const subject of open.subjects) {
                const plan = await planFor(scene, open, subject);
                const at = { reference: open.image.pinned, subject: subject.digest };
                left.push(...plan.left.map((text) => ({ ...at, text })));
                if (isEmpty(plan))
                    continue;
                if (!options.dryRun) {
                    objects += await write(plan, subject, open.claims, writers.of(open.claims));
                    written.push([open, subject]);
                }
                done.push(...plan.done.map((text) => ({ ...at, text })));
            }
        });
    }
    await writers.settle(run);
    for (const [open, subject] of written) {
        await run.attempt(open, () => readBack(scene, open, subject));
    }
    progress.figures = { ...progress.figures, storedObjects: objects };
    return { dryRun: options.dryRun, done, left };
}
async function planFor(scene, open, subject) {
    const { trust, strict, options, services } = scene;
    const seen = await scene.look(open, subject, true);
    return planRepair(seen, subject, open.claims, options.signers, {
        context: services.context,
        trust,
        strict,
    });
}
/** In the order of a signing run: nothing in between is misread (R6). Answers how many manifests were written. */
async function write({ entries, signatureLayers, attestationLayers, bundles }, { digest }, repository, writer) {
    let objects = 0;
    const writeTag = async (tag, layers) => {
        if (layers.length === 0)
            return;
        for (const { blob } of layers)
            await repository.putBlob(blob);
        const { written } = await writer.write(tag, (0,registry/* layersFormat */.Cs)(repository), layers.map(({ descriptor }) => descriptor));
        if (written)
            objects += 1;
    };
    await writeTag((0,layouts/* signatureTag */.bG)(digest), signatureLayers);
    // The first format that a tag is written in holds for all that follows: bundles are added in it too.
    if (entries.length + bundles.length > 0) {
        const format = (0,registry/* mendingFormat */._)(repository, digest, entries);
        const { written } = await writer.write((0,registry/* fallbackTag */.fH)(digest), format, entries);
        if (written)
            objects += 1;
    }
    if (bundles.length > 0) {
        await repository.putBlob(layouts/* EMPTY_CONFIG */.$v);
        for (const { layer } of bundles)
            await repository.putBlob(layer);
        const manifests = bundles.map(({ manifest }) => ({ bytes: manifest, mediaType: oci/* OCI_MANIFEST */.EG }));
        const { source } = await (0,registry/* addReferrers */.It)(repository, writer, digest, manifests);
        objects += bundles.length + (source === 'fallback' ? 1 : 0);
    }
    await writeTag((0,layouts/* attestationTag */.BJ)(digest), attestationLayers);
    return objects;
}
/** A registry may need a while to show what it took. */
async function readBack(scene, open, subject) {
    const { clock, random, signal } = scene.services.context;
    for (let look = 1;; look += 1) {
        const again = await planFor(scene, open, subject);
        if (isEmpty(again))
            return;
        if (look >= limits/* MAX_READ_BACKS */.nj4) {
            throw new errors/* CountersignError */.WS('REGISTRY_MISBEHAVED', {
                what: `The repair of ${subject.digest} was written to ${open.image.pinned} and is not there: ${again.done.join('; ')}`,
                remedy: 'Run this again. If it stays so, the registry loses or changes what it takes.',
            });
        }
        await clock.sleep(limits/* FIRST_READ_BACK_DELAY_MS */.ZSO * 2 ** (look - 1) * (1 + random.fraction() / 2), signal);
    }
}


/***/ })

};
