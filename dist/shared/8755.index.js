export const id = 8755;
export const ids = [8755];
export const modules = {

/***/ 88755:
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
// EXTERNAL MODULE: ./packages/core/build/layouts/index.js + 9 modules
var layouts = __webpack_require__(38931);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
// EXTERNAL MODULE: ./packages/core/build/registry/index.js + 36 modules
var registry = __webpack_require__(78765);
// EXTERNAL MODULE: ./packages/core/build/claims/index.js + 17 modules
var claims = __webpack_require__(67792);
// EXTERNAL MODULE: ./packages/core/build/layouts/bundle-referrer.js
var bundle_referrer = __webpack_require__(99866);
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

// EXTERNAL MODULE: ./packages/core/build/policy/index.js + 7 modules
var policy = __webpack_require__(59959);
;// CONCATENATED MODULE: ./packages/core/build/flows/doctor-claims.js



/**
 * The claims beside a digest that verify by all that the trusted root demands, whose signer the rules accept, and whose
 * place no newer one took: nothing else is ever stored anew.
 */
function soundClaims({ observation, storedAs, collected }, rules, strict) {
    const candidates = observation.claims.flatMap((observed) => {
        const stored = storedAs(observed);
        if (stored === undefined || observed.verified === undefined)
            return [];
        const verified = verifiedStrictly(stored, strict);
        return verified === undefined ? [] : [{ observed, stored, verified }];
    });
    const judged = candidates.map(({ stored, verified }) => {
        const { layout, subject, digest, material } = stored;
        const annotations = material.kind === 'bundle'
            ? collected.referrers.find((referrer) => referrer.digest === digest)?.annotations
            : material.annotations;
        return (0,policy/* judgeClaim */.e2)({ layout, subject, digest, names: (0,registry/* supersededBy */.gT)(annotations), claim: verified }, rules);
    });
    const standing = (0,policy/* withSuperseded */.bd)(judged);
    return candidates.filter((_, index) => standing[index]?.state === 'verified');
}
function verifiedStrictly({ material, subject }, strict) {
    try {
        return strict.verify(material, subject);
    }
    catch (thrown) {
        if ((0,errors/* asCountersignError */.ek)(thrown).fault !== 'rejection')
            throw thrown;
        return undefined;
    }
}
/** Whether two claims say the same, byte for byte, by the same signer. */
const isSame = ({ verified: one }, { verified: other }) => Buffer.compare(one.payload, other.payload) === 0 && isSameSigner(one, other);
function isSameSigner({ signer: one }, { signer: other }) {
    if (one.kind === 'key' || other.kind === 'key') {
        return one.kind === 'key' && other.kind === 'key' && one.hint === other.hint;
    }
    return one.identity === other.identity && one.facts.issuer === other.facts.issuer;
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
;// CONCATENATED MODULE: ./packages/core/build/flows/doctor-plan.js










/**
 * What can be mended beside one digest without signing: the list of referrers, and layouts that can be made of claims that
 * verify and whose signer counts. Everything of others stays as it stands.
 */
async function planRepair(seen, subject, repository, rules, sources) {
    const sound = soundClaims(seen, rules, sources.strict);
    const plans = [
        await planIndex(seen, repository, sound),
        planSignatures(sound, sources),
        planLayers(subject, sound, sources),
        await planBundles(seen, subject, sound, sources),
    ];
    const all = (name) => plans.flatMap((plan) => [...(plan[name] ?? [])]);
    return {
        entries: all('entries'),
        signatureLayers: all('signatureLayers'),
        attestationLayers: all('attestationLayers'),
        bundles: all('bundles'),
        done: all('done'),
        left: all('left'),
    };
}
/** Entries of sound claims, and those of artifacts that no verifier of bundles reads. */
async function planIndex({ observation, collected }, repository, sound) {
    const { source, entries, unlisted, tag } = observation.referrers;
    const left = [
        ...(unlisted.length === 0
            ? []
            : [
                `${unlisted.length} entries of a fallback index are not listed by the referrers API: push those manifests again, or sign again`,
            ]),
        ...(source === 'fallback' && tag === 'image'
            ? [
                'the image itself stands under the tag of the fallback index (cosign copy puts it there); it gives way as soon as there is a referrer to list',
            ]
            : []),
    ];
    if (source !== 'fallback' || repository.folder !== undefined || tag !== 'index')
        return { left };
    const right = await (0,registry/* rightDescriptors */.Bq)(repository, entries);
    const ours = new Set(sound.map(({ stored }) => stored.digest));
    const wrong = right.filter((entry, index) => {
        const stated = entries[index];
        return stated !== undefined && !(0,registry/* saysTheSame */.Yq)(entry, stated);
    });
    const mended = wrong.filter(({ digest, artifactType }) => ours.has(digest) || artifactType?.startsWith(bundle_referrer/* BUNDLE_PREFIX */.Y2) !== true);
    const others = wrong.length - mended.length;
    const gone = collected.unreadable.filter(({ reason }) => reason === 'its manifest is not there').length;
    return {
        entries: mended,
        done: mended.length === 0
            ? []
            : [
                `state artifactType and annotations of ${mended.length} entries of the fallback index as their manifests do`,
            ],
        left: [
            ...left,
            ...(others === 0
                ? []
                : [
                    `${others} wrong entries of the fallback index are bundles that do not verify or are others': they stay as they stand`,
                ]),
            ...(gone === 0 ? [] : [`${gone} entries of the list name manifests that are gone`]),
        ],
    };
}
/** The two forms of a signature are over different documents: neither can be made of the other. */
function planSignatures(sound, { trust, strict }) {
    const inTag = sound.filter(({ stored }) => stored.layout === 'signature-tag');
    const kept = sound.filter(({ stored }) => stored.layout === 'signature-referrer');
    const bundles = sound.filter(({ stored, verified }) => stored.layout === 'bundle-referrer' && verified.predicateType === claims/* COSIGN_SIGNATURE */.P8);
    const restored = kept
        .filter((claim) => !inTag.some((other) => isSame(claim, other)))
        .flatMap(({ stored }) => (stored.material.kind === 'bundle' ? [] : [(0,layouts/* attachedLayer */.yF)(stored.material)]));
    const mended = mendedLayers(inTag, trust, strict);
    const [tagged, bundled] = [inTag.length + restored.length > 0, bundles.length > 0];
    return {
        signatureLayers: [...restored, ...mended],
        done: [
            ...(restored.length === 0 ? [] : ['put the signature that is kept as a referrer into the .sig tag']),
            ...(mended.length === 0
                ? []
                : [`add ${mended.length} .sig layers with the chain, or without a spare timestamp`]),
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
/** Layers that lack something and have no twin that has it. */
function mendedLayers(layers, trust, strict) {
    return layers.flatMap((claim) => {
        const mended = mendedLayer(claim, trust, strict);
        if (mended === undefined)
            return [];
        const key = annotationsKey(mended.descriptor);
        const isThere = layers.some(({ stored }) => stored.material.kind !== 'bundle' &&
            stored.digest === claim.stored.digest &&
            annotationsKey((0,layouts/* attachedLayer */.yF)(stored.material).descriptor) === key);
        return isThere ? [] : [mended];
    });
}
const annotationsKey = ({ annotations = {} }) => JSON.stringify(Object.entries(annotations).sort());
function planLayers(subject, sound, { trust, strict }) {
    const inTag = sound.filter(({ stored }) => stored.layout === 'attestation-tag');
    const rebuild = (0,flows_rebuild/* createRebuild */.u)(trust, strict, false);
    const layers = mendedLayers(inTag, trust, strict).slice();
    const done = layers.length === 0
        ? []
        : [`add ${layers.length} .att layers with the chain, or without a spare timestamp`];
    const left = [];
    for (const claim of attestationBundles(sound)) {
        if (inTag.some((other) => isSame(claim, other)))
            continue;
        const { stored, verified } = claim;
        const { predicateType, payload } = verified;
        const layer = rebuild({ kind: 'predicate', subject, predicateType, payload, simpleSigning: undefined }, { stored, verified });
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
const attestationBundles = (sound) => sound.filter(({ stored, verified }) => stored.layout === 'bundle-referrer' &&
    verified.statement !== undefined &&
    verified.predicateType !== claims/* COSIGN_SIGNATURE */.P8);
async function planBundles({ collected }, subject, sound, sources) {
    const present = attestationBundles(sound);
    const lacking = sound.filter((claim) => claim.stored.layout === 'attestation-tag' && !present.some((other) => isSame(claim, other)));
    // Several layers of one attestation (one of them mended) make one bundle.
    const single = lacking.filter((claim, index) => lacking.findIndex((other) => isSame(claim, other)) === index);
    if (single.length === 0)
        return {};
    const isSigned = sound.some(({ stored }) => stored.layout === 'signature-tag');
    const hasSignatureBundle = sound.some(({ stored, verified }) => stored.layout === 'bundle-referrer' && verified.predicateType === claims/* COSIGN_SIGNATURE */.P8);
    if (isSigned && !hasSignatureBundle) {
        return {
            left: single.map((claim) => `${nameOf(claim)}: its bundle is not added, since the signature has none: cosign from 2.6.3 on would not look at the .sig tag any more. Sign the image again first`),
        };
    }
    if (collected.referrers.length + single.length > limits/* DEFAULT_MAX_REFERRERS */.iEh) {
        return {
            left: [`no bundle is added: the digest would have more than ${limits/* DEFAULT_MAX_REFERRERS */.iEh} referrers`],
        };
    }
    const made = await Promise.all(single.map(async (claim) => ({ claim, bundle: await bundleOfLayer(claim, subject, sources) })));
    return {
        bundles: made.flatMap(({ bundle }) => (typeof bundle === 'string' ? [] : [bundle])),
        done: made.flatMap(({ claim, bundle }) => typeof bundle === 'string' ? [] : [`${nameOf(claim)}: add its bundle, made of the .att layer`]),
        left: made.flatMap(({ claim, bundle }) => typeof bundle === 'string' ? [`${nameOf(claim)}: no bundle can be made: ${bundle}`] : []),
    };
}
const nameOf = ({ verified: { predicateType } }) => {
    const name = (0,claims/* shortNameOf */.PI)(predicateType);
    return name === 'predicate' ? predicateType : name;
};
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
