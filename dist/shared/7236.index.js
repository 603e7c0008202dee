export const id = 7236;
export const ids = [7236];
export const modules = {

/***/ 17236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readTufTarget: () => (/* binding */ readTufTarget)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/tuf-js/dist/index.js
var dist = __webpack_require__(84706);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
;// CONCATENATED MODULE: ./packages/core/build/trust/age.js
const UNITS = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1000],
];
/** A duration in milliseconds for people, in its largest unit: `3 hours`. */
function formatAge(ms) {
    const [name, unit] = UNITS.find(([, size]) => ms >= size) ?? ['second', 1000];
    const count = Math.max(0, Math.floor(ms / unit));
    return `${String(count)} ${name}${count === 1 ? '' : 's'}`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./node_modules/@tufjs/models/dist/index.js
var models_dist = __webpack_require__(68908);
// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(46524);
;// CONCATENATED MODULE: ./packages/core/build/trust/tuf-cache.js







/**
 * One file per repository and root that it is trusted by, replaced by rename, so that parallel steps never read half of
 * one. What another root vouched for is none of this one's past, and would not verify either.
 */
function fileOf(cacheDir, { mirrorUrl, root }) {
    const name = (0,external_node_crypto_.createHash)('sha256').update(mirrorUrl).update('\0').update(root).digest('hex');
    return (0,external_node_path_.join)(cacheDir, `tuf-${name.slice(0, 32)}.json`);
}
async function writeCache(cacheDir, repository, content) {
    const file = fileOf(cacheDir, repository);
    const draft = `${file}.${(0,external_node_crypto_.randomUUID)()}`;
    await (0,promises_.mkdir)(cacheDir, { recursive: true });
    await (0,promises_.writeFile)(draft, JSON.stringify(content), { mode: 0o600 });
    await (0,promises_.rename)(draft, file);
}
/**
 * What an earlier step left, its signatures and hashes verified again from the built-in root on: a cache is a file that
 * others may have written. Expiry is told and not judged: that is the caller's. Undefined where there is none that holds.
 */
async function readCache(cacheDir, repository) {
    try {
        const bytes = await (0,read_bounded/* readBounded */.CB)(fileOf(cacheDir, repository), limits/* MAX_TUF_CACHE_BYTES */.eqF);
        const content = shaped(JSON.parse(bytes.toString()));
        return { ...content, expires: await verify(content, repository) };
    }
    catch {
        return undefined; // not there, or not what a refresh of ours wrote: the next refresh replaces it
    }
}
function shaped(json) {
    const { fetchedAt, roots, targets, ...metadata } = json;
    const at = new Date(String(fetchedAt));
    const texts = [
        Object.values(roots),
        Object.values(targets),
        metadata.timestamp,
        metadata.snapshot,
        metadata.targetsMetadata,
    ].flat();
    if (Number.isNaN(at.getTime()) ||
        !Array.isArray(roots) ||
        !texts.every((text) => typeof text === 'string')) {
        throw new Error('not a cache of ours');
    }
    return { ...json, fetchedAt: at };
}
/** The TUF specification's client workflow (5.3 to 5.7) without the network. Answers when the first of it expires. */
async function verify(content, repository) {
    let root = models_dist.Metadata.fromJSON(models_dist.MetadataKind.Root, parse(Buffer.from(repository.root).toString()));
    for (const text of content.roots) {
        const next = models_dist.Metadata.fromJSON(models_dist.MetadataKind.Root, parse(text));
        root.verifyDelegate(models_dist.MetadataKind.Root, next);
        next.verifyDelegate(models_dist.MetadataKind.Root, next);
        if (next.signed.version !== root.signed.version + 1)
            throw new Error('a root version is missing');
        root = next;
    }
    const timestamp = models_dist.Metadata.fromJSON(models_dist.MetadataKind.Timestamp, parse(content.timestamp));
    root.verifyDelegate(models_dist.MetadataKind.Timestamp, timestamp);
    const snapshot = models_dist.Metadata.fromJSON(models_dist.MetadataKind.Snapshot, parse(content.snapshot));
    root.verifyDelegate(models_dist.MetadataKind.Snapshot, snapshot);
    timestamp.signed.snapshotMeta.verify(Buffer.from(content.snapshot));
    if (timestamp.signed.snapshotMeta.version !== snapshot.signed.version)
        throw new Error('another snapshot');
    const targets = models_dist.Metadata.fromJSON(models_dist.MetadataKind.Targets, parse(content.targetsMetadata));
    root.verifyDelegate(models_dist.MetadataKind.Targets, targets);
    const meta = snapshot.signed.meta['targets.json'];
    meta?.verify(Buffer.from(content.targetsMetadata));
    if (meta?.version !== targets.signed.version)
        throw new Error('other targets');
    for (const [name, base64] of Object.entries(content.targets)) {
        const target = targets.signed.targets[name];
        if (target === undefined)
            throw new Error('a target that is not signed');
        await target.verify(external_node_stream_.Readable.from([Buffer.from(base64, 'base64')]));
    }
    const ends = [root, timestamp, snapshot, targets].map(({ signed }) => new Date(signed.expires).getTime());
    return new Date(Math.min(...ends));
}
const parse = (text) => JSON.parse(text);

// EXTERNAL MODULE: ./node_modules/tuf-js/dist/error.js
var error = __webpack_require__(86376);
// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(30058);
;// CONCATENATED MODULE: ./packages/core/build/trust/tuf-fetcher.js






/**
 * Lets tuf-js fetch through the one request layer. tuf-js turns some errors into text, so the failure of the network
 * is kept here, and root metadata, of which tuf-js keeps the last alone, is kept as well.
 */
class ContextFetcher {
    /** What kept an answer from coming; undefined when whatever failed was in the answers. */
    failure;
    /** Root metadata in the order in which it was fetched. */
    roots = [];
    #http;
    #folder;
    #retry;
    constructor(http, folder, retry) {
        this.#http = http;
        this.#folder = folder;
        this.#retry = retry;
    }
    async downloadBytes(url, maxLength) {
        const bytes = await this.#get(url, maxLength);
        if (/\/\d+\.root\.json$/.test(url))
            this.roots.push(bytes);
        return bytes;
    }
    async downloadFile(url, maxLength, handler) {
        const file = (0,external_node_path_.join)(this.#folder, 'download');
        await (0,promises_.writeFile)(file, await this.#get(url, maxLength));
        try {
            return await handler(file);
        }
        finally {
            await (0,promises_.rm)(file, { force: true });
        }
    }
    /** All that is fetched is JSON. What is none was cut off on the way, or is a page of a proxy: it is asked for again. */
    async #get(url, maxLength) {
        for (let attempt = 1;; attempt += 1) {
            const bytes = await this.#once(url, maxLength);
            if (attempt >= limits/* MAX_UNREADABLE_ANSWERS */.xyU || (0,json/* parseJson */.qF)(bytes.toString()) !== undefined)
                return bytes;
        }
    }
    async #once(url, maxLength) {
        try {
            const { status, body } = await this.#http.send({
                service: 'trust',
                method: 'GET',
                url,
                maxResponseBytes: maxLength,
                repeatable: this.#retry,
            });
            if (status !== 200)
                throw new error.DownloadHTTPError(`it answers ${status} to ${new URL(url).pathname}`, status);
            return Buffer.from(body);
        }
        catch (error) {
            if (error instanceof errors/* CountersignError */.WS)
                this.failure = error;
            throw error;
        }
    }
}

// EXTERNAL MODULE: ./node_modules/@sigstore/tuf/seeds.json
var seeds = __webpack_require__(8032);
;// CONCATENATED MODULE: ./packages/core/build/trust/tuf-repository.js

const PUBLIC_GOOD_MIRROR = 'https://tuf-repo-cdn.sigstore.dev';
/**
 * The public-good instance. Of the seeds only the root metadata is used: the trusted root beside it may be old, and
 * using it in place of the repository's would hide that.
 */
const publicGoodRepository = () => ({
    mirrorUrl: PUBLIC_GOOD_MIRROR,
    root: Buffer.from(seeds[PUBLIC_GOOD_MIRROR]['root.json'], 'base64'),
});

;// CONCATENATED MODULE: ./packages/core/build/trust/tuf.js









/** The first is needed by whoever verifies, the others by whoever signs; one refresh fetches all that are there. */
const TARGETS = [
    'trusted_root.json',
    'signing_config.v0.2.json',
    'signing_config_rekor_v2.v0.2.json',
];
/**
 * A target of a TUF repository, the public-good one by default: as an earlier step of this job fetched it, else fetched
 * now. With the repository out of reach, what is cached is used for as long as `cachedFor` of the repository says, and
 * its age is said. Throws TRUST_UNAVAILABLE (nothing was decided), INTERRUPTED.
 */
async function readTufTarget(name, from) {
    const { context, cacheDir, repository = publicGoodRepository() } = from;
    const cached = await readCache(cacheDir, repository);
    const now = context.clock.now();
    const ageMs = cached === undefined ? Infinity : now.getTime() - cached.fetchedAt.getTime();
    if (cached !== undefined && ageMs >= 0 && ageMs < limits/* TRUST_REFRESH_AFTER_MS */.$VT && cached.expires > now) {
        return targetOf(cached, name, `${formatAge(ageMs)} old`, repository);
    }
    // With something to fall back on a refresh is tried once, else for as long as any other request.
    const usable = cached !== undefined && isUsable(cached, ageMs, now, repository) ? cached : undefined;
    try {
        const fresh = await refresh(repository, context, cacheDir, cached, usable === undefined);
        return targetOf(fresh, name, 'just fetched', repository);
    }
    catch (error) {
        if (!(error instanceof OutOfReach))
            throw error;
        const age = formatAge(ageMs);
        if (usable === undefined)
            throw tooOld(error.failure, cached && unusable(cached, age, now, repository));
        const emphasis = ageMs > limits/* WARN_TRUST_AGE_MS */.PDg ? ': they may lack what changed since' : '';
        context.log.warn(`The trust repository cannot be reached. Its files of ${age} ago are used${emphasis}. (${error.failure.message})`);
        return targetOf(usable, name, `${age} old, the repository cannot be reached`, repository);
    }
}
/** A time of fetching that lies ahead was not written by a run of ours, or the clock has been set back. */
const isUsable = (cached, ageMs, now, { cachedFor }) => ageMs >= 0 && (cachedFor === 'its-lifetime' ? cached.expires > now : ageMs < limits/* MAX_TRUST_AGE_MS */.D7V);
const unusable = ({ expires }, age, now, { cachedFor }) => cachedFor === 'its-lifetime' && expires <= now
    ? `the copy that is there expired at ${expires.toISOString()}`
    : `the copy that is there is ${age} old, too old to use`;
class OutOfReach extends Error {
    failure;
    constructor(failure) {
        super(failure.message);
        this.failure = failure;
    }
}
/**
 * Runs the TUF client workflow in a folder of its own, from the newest root that was seen on, and keeps what it fetched:
 * keys that were rotated away are not trusted again because a mirror no longer shows the rotation (specification 5.3).
 */
async function refresh(repository, { http, clock }, cacheDir, cached, retry) {
    await (0,promises_.mkdir)(cacheDir, { recursive: true });
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(cacheDir, 'tuf-'));
    const fetcher = new ContextFetcher(http, folder, retry);
    try {
        const file = (name) => (0,external_node_path_.join)(folder, `${name}.json`);
        await (0,promises_.writeFile)(file('root'), cached?.roots.at(-1) ?? repository.root);
        // The versions seen last make a rollback visible (TUF specification 5.4.3, 5.5.5).
        if (cached !== undefined) {
            await (0,promises_.writeFile)(file('timestamp'), cached.timestamp);
            await (0,promises_.writeFile)(file('snapshot'), cached.snapshot);
            await (0,promises_.writeFile)(file('targets'), cached.targetsMetadata);
        }
        const updater = new dist/* Updater */.Sx({
            metadataDir: folder,
            metadataBaseUrl: repository.mirrorUrl,
            targetBaseUrl: `${repository.mirrorUrl}/targets`,
            fetcher,
        });
        await updater.refresh();
        const targets = {};
        for (const name of TARGETS) {
            const info = await updater.getTargetInfo(name);
            if (info === undefined)
                continue;
            if (info.length > limits/* MAX_TRUSTED_ROOT_BYTES */.ciU)
                throw new Error(`${name} has ${info.length} bytes, and at most ${limits/* MAX_TRUSTED_ROOT_BYTES */.ciU} are read`);
            const path = await updater.downloadTarget(info, (0,external_node_path_.join)(folder, 'target'));
            targets[name] = (await (0,promises_.readFile)(path)).toString('base64');
        }
        const text = async (name) => (await (0,promises_.readFile)(file(name))).toString();
        const fresh = {
            fetchedAt: clock.now(),
            roots: [...(cached?.roots ?? []), ...fetcher.roots.map(String)],
            timestamp: await text('timestamp'),
            snapshot: await text('snapshot'),
            targetsMetadata: await text('targets'),
            targets,
        };
        await writeCache(cacheDir, repository, fresh);
        return fresh;
    }
    catch (cause) {
        if (fetcher.failure?.code === 'INTERRUPTED')
            throw fetcher.failure;
        if (fetcher.failure !== undefined)
            throw new OutOfReach(fetcher.failure);
        throw new errors/* CountersignError */.WS('TRUST_UNAVAILABLE', {
            what: `What the trust repository ${repository.mirrorUrl} answers does not verify (TUF): ${reasonOf(cause)}`,
            remedy: repository.cachedFor === 'its-lifetime'
                ? 'See that tuf-root is a root.json of this very mirror (tuf-mirror), and that its metadata was renewed before it expired.'
                : 'Run again later. If it stays, update Countersign (its built-in TUF root may be too old), or give a trusted root as a file.',
            cause,
        });
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
const reasonOf = (cause) => (cause instanceof Error ? cause.message : String(cause))
    .slice(0, limits/* MAX_ERROR_EXCERPT_CHARS */.EbZ)
    .replaceAll(/[^\x20-\x7e]/g, '?');
function targetOf(snapshot, name, age, { mirrorUrl }) {
    const base64 = snapshot.targets[name];
    if (base64 === undefined) {
        throw new errors/* CountersignError */.WS('TRUST_UNAVAILABLE', {
            what: `The trust repository ${mirrorUrl} has no ${name}`,
            remedy: `Give the file yourself (${INSTEAD[name]}), or run again once the repository has it.`,
        });
    }
    return { bytes: Buffer.from(base64, 'base64'), age };
}
/** The input that takes the file of a user's own in place of a target. */
const INSTEAD = {
    'trusted_root.json': 'trusted-root',
    'signing_config.v0.2.json': 'signing-config',
    'signing_config_rekor_v2.v0.2.json': 'signing-config',
};
const tooOld = (cause, why = 'no earlier copy is there') => new errors/* CountersignError */.WS('TRUST_UNAVAILABLE', {
    what: `${cause.message}; ${why}`,
    remedy: 'Run again when the trust repository can be reached, or give a trusted root as a file (trusted-root).',
    cause,
});


/***/ })

};
