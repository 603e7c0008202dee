export const id = 8284;
export const ids = [8284,6296,3915,1534];
export const modules = {

/***/ 51169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/testbed/build/index.js + 74 modules
var build = __webpack_require__(39452);
// EXTERNAL MODULE: ./packages/cli/build/abort.js
var abort = __webpack_require__(58445);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var build_errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
;// CONCATENATED MODULE: ./packages/cli/build/demo/forge.js

/** Copies a claim as it is: true words about another image. */
const asItIs = (signed) => signed;
/** Puts the other digest into the signed statement, as if it had always been about that image. */
const withOtherSubject = (signed, from, to) => signed.replaceAll((0,oci/* hexOf */.ZD)(from), (0,oci/* hexOf */.ZD)(to));
/**
 * Copies every claim of one image, in every layout, to another one, with write access to the registry and without the
 * signer's key: what a stolen registry password allows.
 */
async function forgeClaims(registry, from, to, alter) {
    const sources = [from.root, ...from.platforms];
    for (const [index, target] of [to.root, ...to.platforms].entries()) {
        const source = sources[index] ?? from.root;
        const change = (bytes) => changeSigned(bytes, (text) => alter(text, source.digest, target.digest));
        for (const suffix of ['sig', 'att']) {
            const stored = await registry.manifest(tagOf(source.digest, suffix));
            if (stored !== undefined)
                await registry.putManifest(tagOf(target.digest, suffix), await withLayers(registry, stored, change));
        }
        for (const { digest } of await registry.referrers(source.digest)) {
            const stored = await registry.manifest(digest);
            if (stored === undefined)
                continue;
            const copy = await withLayers(registry, stored, change);
            await registry.putManifest(undefined, {
                ...copy,
                document: { ...copy.document, subject: plain(target) },
            });
        }
    }
}
const tagOf = (digest, suffix) => `sha256-${(0,oci/* hexOf */.ZD)(digest)}.${suffix}`;
const plain = ({ mediaType, digest, size }) => ({ mediaType, digest, size });
/** The manifest with each of its layers changed, uploaded and named by its new digest. */
async function withLayers(registry, stored, change) {
    const layers = [];
    for (const layer of stored.document.layers ?? []) {
        const bytes = change(await registry.blob(layer.digest));
        const digest = (0,oci/* digestOf */.ol)(bytes);
        await registry.putBlob(digest, bytes);
        layers.push({ ...layer, digest, size: bytes.length });
    }
    return { ...stored, document: { ...stored.document, layers } };
}
/** A bundle and an envelope hold the signed bytes in base64; the layer of a signature tag is the signed bytes. */
function changeSigned(bytes, change) {
    const layer = JSON.parse(bytes.toString('utf8'));
    const inside = (payload) => Buffer.from(change(Buffer.from(payload, 'base64').toString('utf8'))).toString('base64');
    if (layer.dsseEnvelope !== undefined) {
        return json({
            ...layer,
            dsseEnvelope: { ...layer.dsseEnvelope, payload: inside(layer.dsseEnvelope.payload) },
        });
    }
    if (layer.payload !== undefined)
        return json({ ...layer, payload: inside(layer.payload) });
    return Buffer.from(change(bytes.toString('utf8')));
}
const json = (document) => Buffer.from(JSON.stringify(document));

;// CONCATENATED MODULE: ./packages/cli/build/demo/own-image.js



/** Where the command stands inside the image. */
const PREFIX = 'usr/local/lib/countersign';
/** `machine`: take the package database of this machine too, so that there is more to find. */
async function readOwnFiles(root, machine) {
    const dist = (0,external_node_path_.join)(root, 'dist');
    const command = [];
    for (const folder of ['cli', 'shared']) {
        for (const entry of await (0,promises_.readdir)((0,external_node_path_.join)(dist, folder), { recursive: true, withFileTypes: true })) {
            if (!entry.isFile())
                continue;
            const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
            command.push({ path: inside((0,external_node_path_.relative)(dist, path)), bytes: await (0,promises_.readFile)(path), mode: 0o755 });
        }
    }
    command.push({ path: inside('package.json'), bytes: await (0,promises_.readFile)((0,external_node_path_.join)(dist, 'package.json')) });
    return {
        command,
        packages: await lockedPackages((0,external_node_path_.join)(root, 'package-lock.json')),
        debian: machine ? await debianOfThisMachine() : undefined,
    };
}
/**
 * A two-platform image of Countersign's own command: Debian below it on amd64, Alpine on arm64, its npm packages and a few
 * of Python. `vulnerable`: with minimist 1.2.5 on arm64 alone, which CVE-2021-44906 makes critical.
 */
function ownImage(files, { vulnerable }) {
    const app = [
        ...files.command,
        ...(0,build/* npmFiles */.ls)(PREFIX, files.packages),
        ...(0,build/* pythonFiles */.ww)('usr/lib/python3/dist-packages', PYTHON),
    ];
    const bad = vulnerable ? [(0,build/* npmFiles */.ls)('opt/old', [{ name: 'minimist', version: '1.2.5' }])] : [];
    return (0,build/* buildImage */._w)([
        { platform: { os: 'linux', architecture: 'amd64' }, layers: [(0,build/* debianFiles */.lt)(files.debian), app] },
        { platform: { os: 'linux', architecture: 'arm64' }, layers: [(0,build/* alpineFiles */.jp)(), app, ...bad] },
    ], { entrypoint: ['node', `/${inside('cli/index.js')}`] });
}
const PYTHON = [
    { name: 'PyYAML', version: '6.0.2' },
    { name: 'requests', version: '2.32.4' },
];
/** A small image that nobody signed: what an attacker puts in the place of the good one. */
const evilImage = (name) => (0,build/* buildDemoImage */.Zs)([
    { path: 'usr/local/bin/app', bytes: Buffer.from(`#!/bin/sh\necho ${name}\n`), mode: 0o755 },
]);
const inside = (path) => `${PREFIX}/${path.split(external_node_path_.sep).join('/')}`;
/** npm's lock file of our own: `packages` by their place in node_modules. */
async function lockedPackages(path) {
    const { packages } = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    const found = Object.entries(packages).flatMap(([place, { version, dev, link }]) => {
        const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(place)?.[1];
        return name === undefined || version === undefined || dev === true || link === true
            ? []
            : [{ name, version }];
    });
    return found;
}
async function debianOfThisMachine() {
    try {
        const [status, osRelease] = await Promise.all([
            (0,promises_.readFile)('/var/lib/dpkg/status'),
            (0,promises_.readFile)('/etc/os-release'),
        ]);
        return { status, osRelease };
    }
    catch {
        return undefined; // no Debian: a few packages of one stand in
    }
}

;// CONCATENATED MODULE: ./packages/cli/build/demo/attacks.js




const EVERY_LAYOUT = ['signature-tag', 'attestation-tag', 'bundle-referrer'];
const ATTACKS = [
    {
        name: 'unsigned',
        title: 'an image that nobody signed',
        layouts: [],
        prepare: async (stage, { repository }) => {
            const { root } = await pushEvil(stage, repository, 'unsigned');
            return { images: stage.pinned(repository, root.digest) };
        },
    },
    {
        name: 'other-identity',
        title: "an image signed by somebody else's workflow",
        layouts: ['signature-tag', 'bundle-referrer'],
        prepare: async (stage, { repository }) => {
            const { root } = await pushEvil(stage, repository, 'other-identity');
            const images = stage.pinned(repository, root.digest);
            await stage.mustPass('attack-other-identity-sign', 'sign', { images }, stage.tokenFor(STRANGER));
            return { images };
        },
    },
    {
        name: 'copied-attestation',
        title: 'the signature and attestations of the good image, copied to another digest',
        layouts: EVERY_LAYOUT,
        prepare: async (stage, good) => {
            const evil = await pushEvil(stage, good.repository, 'copied');
            await forgeClaims(stage.folder(good.repository), good, evil, asItIs);
            return { images: stage.pinned(good.repository, evil.root.digest) };
        },
    },
    {
        name: 'tampered-envelope',
        title: 'the same, with the other digest written into the signed statements',
        layouts: EVERY_LAYOUT,
        prepare: async (stage, good) => {
            const evil = await pushEvil(stage, good.repository, 'tampered');
            await forgeClaims(stage.folder(good.repository), good, evil, withOtherSubject);
            return { images: stage.pinned(good.repository, evil.root.digest) };
        },
    },
    {
        name: 'moved-tag',
        title: 'the tag of the good image, moved to another digest',
        layouts: [],
        prepare: async (stage, { repository, tag }) => {
            await pushEvil(stage, repository, 'moved-tag', tag);
            return { images: stage.tagged(repository, tag), 'allow-tag': 'true' };
        },
    },
];
/** A workflow of another repository: its token is as genuine as ours. */
const STRANGER = {
    repository: 'mallory/app',
    repository_owner: 'mallory',
    sub: 'repo:mallory/app:ref:refs/tags/v1.0.0',
    job_workflow_ref: 'mallory/app/.github/workflows/release.yml@refs/tags/v1.0.0',
    workflow_ref: 'mallory/app/.github/workflows/release.yml@refs/tags/v1.0.0',
};
async function pushEvil(stage, repository, name, tag) {
    const image = evilImage(name);
    await (0,build/* pushImage */.GH)(stage.registry, repository, image, tag);
    return targetOf(image);
}
const targetOf = ({ index, platforms }) => ({
    root: {
        mediaType: oci/* OCI_INDEX */.$p,
        digest: index.digest,
        size: index.bytes.length,
    },
    platforms: platforms.map(({ descriptor }) => descriptor),
});

;// CONCATENATED MODULE: ./packages/cli/build/demo/refusal.js
/**
 * The refusal in a step's report: a verdict, not merely a failed step. undefined where the step passed, failed without
 * having decided, or did not refuse a claim in each of the given layouts. The reason is that of such a claim, else of
 * the requirement that is not met.
 */
function refusalOf({ exitCode, report }, layouts) {
    if (exitCode === 0 || report?.status !== 'rejected')
        return undefined;
    const [image] = report.images;
    const claims = image?.claims.filter(({ state }) => state === 'rejected') ?? [];
    if (!layouts.every((layout) => claims.some((claim) => claim.layout === layout)))
        return undefined;
    const requirement = image?.requirements.find(({ met }) => !met);
    const error = image?.error ?? report.error;
    return {
        code: error?.code ?? 'CLAIM_MISSING',
        reason: claims[0]?.reason ?? requirement?.reason ?? error?.message ?? 'no reason given',
    };
}

;// CONCATENATED MODULE: ./packages/cli/build/demo/demo.js



/** Whom the demo accepts: the workflow that the test bed's default token names. */
const DEMO_IDENTITY = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';
/**
 * Signs, attests and verifies the image with the bundled actions, shows the gate, then lets five attacks be refused by the same verify
 * step. Throws INTERNAL where an action fails or an attack is accepted.
 */
async function playDemo(stage, steps, exhibit, { issuer, now }) {
    const { good, sbom, scan, everywhere } = exhibit;
    const reference = stage.pinned(good.repository, good.root.digest);
    const claims = [
        'the signature',
        ...(sbom === undefined ? [] : ['SBOM']),
        ...(scan === undefined ? [] : ['scan']),
    ];
    await steps.run(`actions/attest: ${claims.join(', ')} and provenance, in one session`, async (tell) => {
        const documents = {
            ...(sbom === undefined ? {} : { sbom }),
            ...(scan === undefined ? {} : { 'vulnerability-report': scan }),
        };
        const inputs = { images: reference, signature: 'true', provenance: 'true', ...documents };
        tellFigures(await stage.mustPass('attest', 'attest', inputs), tell);
    });
    const onAll = everywhere ? '@all' : '';
    const requirements = [
        'signature',
        'provenance',
        ...(sbom === undefined ? [] : [`sbom${onAll}`]),
        ...(scan === undefined ? [] : [`vuln${onAll}`]),
    ];
    const policy = {
        'certificate-identity': DEMO_IDENTITY,
        'certificate-oidc-issuer': issuer,
        require: requirements.join('\n'),
    };
    const images = await steps.run('actions/verify with what a consumer demands', async (tell) => {
        const { report } = await stage.mustPass('verify', 'verify', { images: reference, ...policy });
        tell(`accepted: ${requirements.join(', ')}`);
        tell(`signed by ${DEMO_IDENTITY}`);
        return report?.images ?? [];
    });
    const gate = await exhibit.showGate?.(now);
    steps.heading('Five attacks, and the same verify step');
    const attacks = [];
    for (const { name, title, layouts, prepare } of ATTACKS) {
        const refused = await steps.run(title, async (tell) => {
            const inputs = await prepare(stage, good);
            const result = await stage.run(`attack-${name}`, 'verify', { ...policy, ...inputs });
            const refusal = refusalOf(result, layouts);
            if (refusal === undefined)
                throw notRefused(title, result);
            tell(`refused: ${refusal.reason}`);
            return { name, title, ...refusal };
        });
        attacks.push(refused);
    }
    // With --keep the test bed goes on: who names the tag there means the good image.
    await stage.folder(good.repository).pointTag(good.tag, good.root.digest);
    return { reference, good, images, requirements, gate, attacks };
}
function tellFigures({ report }, tell) {
    const figures = report?.figures;
    if (figures === undefined || figures === null)
        return;
    const { storedObjects, logEntries, timestamps, certificates } = figures;
    tell(`${storedObjects} objects stored, ${logEntries} log entries, ${timestamps} timestamps, ${certificates} certificate`);
}
function notRefused(title, { exitCode, errors }) {
    const how = exitCode === 0
        ? 'was accepted'
        : `was not decided (exit code ${exitCode}): ${errors.join(' ') || 'no reason given'}`;
    return new build_errors/* CountersignError */.WS('INTERNAL', {
        what: `${title} ${how}`,
        remedy: 'This is a defect in Countersign: please report it with the output of this run.',
    });
}

// EXTERNAL MODULE: ./packages/core/build/report/index.js + 8 modules
var report = __webpack_require__(23224);
;// CONCATENATED MODULE: ./packages/cli/build/demo/document.js

/** The demo for machines. There is a document of this form only where every attack was refused. */
const demoDocument = ({ reference, images, requirements, gate, attacks }, steps, seconds, kept) => ({
    ...(0,report/* resultDocument */.jP)('demo'),
    images,
    demo: {
        reference,
        requirements,
        gate: gate ?? null,
        steps: steps.map((step) => ({ ...step, seconds: toMilliseconds(step.seconds) })),
        attacks: attacks.map((attack) => ({ ...attack, refused: true })),
        seconds: toMilliseconds(seconds),
        testbed: kept === undefined ? null : { stateDir: kept.stateDir, registry: kept.registry, env: kept.env },
    },
});
/** Seconds with three digits behind the point: more would be noise. */
const toMilliseconds = (seconds) => Math.round(seconds * 1000) / 1000;

;// CONCATENATED MODULE: ./packages/cli/build/demo/options.js

/** Throws INPUTS_CONTRADICT for --sbom without --image and INPUT_INVALID for anything beside the flags. */
function readDemoOptions({ flags, positionals }) {
    const [extra] = positionals;
    if (extra !== undefined) {
        throw new build_errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `demo takes no argument, and ${JSON.stringify(extra)} was given`,
            remedy: `For an image of your own give --image ${extra}.`,
        });
    }
    const [image, sbom] = [flags.get('image'), flags.get('sbom')];
    if (sbom !== undefined && image === undefined) {
        throw new build_errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
            what: '--sbom is given without --image',
            remedy: "Give the image that the document describes as well; the demo's own image gets its document from npm.",
        });
    }
    return { image, sbom, keep: flags.get('keep') === 'true' };
}

// EXTERNAL MODULE: ./packages/core/build/reference/index.js + 3 modules
var build_reference = __webpack_require__(45288);
// EXTERNAL MODULE: ./packages/core/build/registry/index.js + 36 modules
var build_registry = __webpack_require__(78765);
// EXTERNAL MODULE: ./packages/cli/build/services.js + 1 modules
var services = __webpack_require__(46296);
;// CONCATENATED MODULE: ./packages/cli/build/demo/copy-image.js




/** An index of indexes exists (OCI image specification, "Image Index"), one of those in turn does not in practice. */
const MAX_INDEX_DEPTH = 2;
/**
 * Copies an image, byte for byte, from one repository to another: blobs first, then the manifests that name them, then
 * its tag there. Only the second repository is written to. Throws IMAGE_NOT_FOUND, REGISTRY_MISBEHAVED and what the repositories throw.
 */
async function copyImage(from, to, target, tag) {
    const root = await manifestOf(from, target);
    const bytes = await copyManifest(from, to, root, 0);
    await to.putManifest(tag, root.bytes, root.descriptor.mediaType);
    const document = (0,build_registry/* readManifestDocument */.f$)(root.bytes, root.descriptor.mediaType, root.descriptor.digest);
    const entries = document.kind === 'index' ? document.index.manifests : [];
    // BuildKit's own attestations stand in the index as a platform that is none.
    const platforms = entries.filter(({ platform }) => platform === undefined || (0,oci/* formatPlatform */.Bq)(platform) !== 'unknown/unknown');
    return { root: root.descriptor, platforms, bytes };
}
async function copyManifest(from, to, stored, depth) {
    const { digest, mediaType } = stored.descriptor;
    const document = (0,build_registry/* readManifestDocument */.f$)(stored.bytes, mediaType, digest);
    let bytes = stored.bytes.length;
    if (document.kind === 'index') {
        if (depth >= MAX_INDEX_DEPTH)
            throw tooDeep(from, digest);
        for (const child of document.index.manifests) {
            bytes += await copyManifest(from, to, await manifestOf(from, child.digest), depth + 1);
        }
    }
    else {
        for (const blob of [document.manifest.config, ...document.manifest.layers]) {
            await to.putBlob({ digest: blob.digest, size: blob.size, open: () => streamOf(from, blob) });
            bytes += blob.size;
        }
    }
    await to.putManifest(digest, stored.bytes, mediaType);
    return bytes;
}
async function* streamOf(from, blob) {
    const stream = await from.openBlob(blob);
    if (stream === undefined)
        throw notFound(from, blob.digest);
    yield* stream;
}
async function manifestOf(from, target) {
    const manifest = await from.getManifest(target);
    if (manifest === undefined)
        throw notFound(from, target);
    return manifest;
}
const notFound = ({ name }, target) => new build_errors/* CountersignError */.WS('IMAGE_NOT_FOUND', {
    what: `${(0,build_reference/* formatName */.nD)(name)} has no ${target}`,
    remedy: 'Give an image that is there, by tag or by digest.',
});
const tooDeep = ({ name }, digest) => new build_errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
    what: `${(0,build_reference/* formatName */.nD)(name)}@${digest} holds indexes more than ${MAX_INDEX_DEPTH} deep`,
    remedy: 'Give one of the images below it.',
});

;// CONCATENATED MODULE: ./packages/cli/build/demo/users-image.js



/**
 * Copies a user's image into the test bed with the user's own credentials. Its registry is only read. Throws
 * IMAGE_NOT_FOUND and what reading a registry throws.
 */
async function copyOfUsersImage({ image, target }, edge, to) {
    const { context, credentials, close } = (0,services.servicesOf)(edge);
    try {
        const registry = (0,build_registry/* createRegistryClient */.Hn)({ context, credentials, plainHttpHosts: [] });
        return await copyImage(registry.repository(image), registry.repository(to), target, to.tag);
    }
    finally {
        close();
    }
}

// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./packages/cli/build/demo/child.js


/**
 * Runs a program without a shell and waits for its end. A child ended by a signal counts as exit code 1.
 * Throws INPUT_MISSING where the program is not there, LIMIT_EXCEEDED, INTERRUPTED on abort.
 */
async function runChild(child) {
    const { signal, program } = child;
    const finished = await toItsEnd(child).catch((error) => {
        if (error instanceof build_errors/* CountersignError */.WS)
            throw error;
        throw new build_errors/* CountersignError */.WS('INPUT_MISSING', {
            what: `${program} could not be started`,
            remedy: 'Install it and put it on PATH.',
            cause: error,
        });
    });
    if (isAborted(signal))
        throw interrupted(program);
    return finished;
}
async function toItsEnd(child) {
    const { signal, program } = child;
    if (isAborted(signal))
        throw interrupted(program);
    const started = (0,external_node_child_process_.spawn)(program, child.args, {
        cwd: child.cwd,
        env: child.env,
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: false,
    });
    const end = () => {
        started.kill('SIGTERM');
    };
    signal.addEventListener('abort', end, { once: true });
    try {
        const [exitCode, stdout, stderr] = await Promise.all([
            new Promise((resolve, reject) => {
                started.once('error', reject);
                started.once('close', (code) => {
                    resolve(code ?? 1);
                });
            }),
            textOf(started.stdout, child),
            textOf(started.stderr, child),
        ]);
        return { exitCode, stdout, stderr };
    }
    finally {
        end(); // nothing, once it has ended
        signal.removeEventListener('abort', end);
    }
}
/** Asked again after a wait: the compiler takes a property for constant that was looked at before. */
const isAborted = (signal) => signal.aborted;
async function textOf(stream, child) {
    const chunks = [];
    let size = 0;
    for await (const chunk of stream) {
        size += chunk.length;
        if (size > child.maxOutputBytes) {
            throw new build_errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
                what: `${child.program} printed more than ${child.maxOutputBytes} bytes`,
                remedy: 'Run it by hand to see why.',
            });
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
const interrupted = (program) => new build_errors/* CountersignError */.WS('INTERRUPTED', {
    what: `${program} was ended: this run was interrupted`,
    remedy: 'Run the command again.',
});

;// CONCATENATED MODULE: ./packages/cli/build/demo/sbom.js



/** From the lock alone: what is installed, or left out, on this machine does not change the answer. */
const ARGUMENTS = ['sbom', '--sbom-format', 'spdx', '--omit', 'dev', '--package-lock-only', '--logs-max=0'];
/**
 * The SPDX document that `npm sbom` makes of Countersign's own packages. Throws INPUT_MISSING without npm and
 * PREDICATE_INVALID where npm makes no document.
 */
async function npmSbom(request) {
    const { npmScript } = request;
    const isScript = npmScript?.endsWith('.js') ?? false;
    const finished = await runChild({
        program: isScript ? process.execPath : 'npm',
        args: isScript && npmScript !== undefined ? [npmScript, ...ARGUMENTS] : ARGUMENTS,
        cwd: request.root,
        env: request.env,
        signal: request.signal,
        maxOutputBytes: limits/* MAX_DOCUMENT_BYTES */.biz,
    });
    if (finished.exitCode !== 0) {
        throw new build_errors/* CountersignError */.WS('PREDICATE_INVALID', {
            what: `npm sbom failed in ${request.root}: ${errorLine(finished.stderr)}`,
            remedy: 'Run the demo from a checkout of Countersign after `npm ci`.',
        });
    }
    return finished.stdout;
}
/** npm's own words, without its hint at a log that was not written. */
const errorLine = (text) => text.split('\n').find((line) => line.includes('error') && !line.includes('error code')) ??
    text.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS);

;// CONCATENATED MODULE: ./packages/cli/build/demo/look-inside.js



/** An SBOM of each platform and of the index; without syft what `npm sbom` says of Countersign, for the index alone. */
const describeImage = (looking, good) => looking.programs === undefined
    ? describeByNpm(looking)
    : describeBySyft(looking, good, looking.programs.syft);
function describeBySyft({ stage, steps }, good, syft) {
    return steps.run('actions/generate-sbom: one SBOM for each platform, one for the index', async (tell) => {
        const { outputs } = await stage.mustPass('sbom', 'generate-sbom', {
            image: stage.pinned(good.repository, good.root.digest),
            formats: 'spdx-json, syft-json',
            settings: `syft-path: ${syft}`,
        });
        const ecosystems = Object.entries(JSON.parse(outputs.get('ecosystems') ?? '{}'));
        const kinds = ecosystems.map(([name, count]) => `${count} ${name}`).join(', ');
        tell(`${outputs.get('package-count') ?? ''} packages by syft: ${kinds}`);
        return { sbom: outputs.get('spdx') ?? '', syftJson: outputs.get('syft-json') };
    });
}
function describeByNpm({ steps, edge, root, folder }) {
    return steps.run('its packages, listed by npm sbom since there is no syft', async (tell) => {
        const { PATH = '', HOME = '' } = edge.env;
        const npmScript = edge.env.npm_execpath;
        const document = await npmSbom({ root, npmScript, env: { PATH, HOME }, signal: edge.signal });
        tell(`${packagesIn(document)} packages, SPDX, ${document.length} bytes`);
        const path = (0,external_node_path_.join)(folder, 'npm.spdx.json');
        await (0,promises_.writeFile)(path, document);
        return { sbom: path, syftJson: undefined };
    });
}
/**
 * Scans an image with the gate's defaults, on the database of the demo; without grype a recorded report of such an image
 * stands in. Answers how the step ended: the gate is for the caller to expect.
 */
async function scanImage({ stage, root, folder, programs }, step, good, { described, which }, inputs = {}) {
    const image = stage.pinned(good.repository, good.root.digest);
    if (programs !== undefined && described.syftJson !== undefined) {
        return stage.run(step, 'scan', {
            image,
            sbom: described.syftJson,
            settings: [
                `grype-path: ${programs.grype}`,
                `db-file: ${(0,external_node_path_.join)(root, DATABASE, 'vulnerability-db.tar.gz')}`,
                `db-dir: ${(0,external_node_path_.join)(folder, 'vulnerability-db')}`,
                'db-update: never',
                `max-db-age: ${OLD_ENOUGH}`,
            ].join('\n'),
            ...inputs,
        });
    }
    const report = await Promise.all(good.platforms.map(async ({ digest, platform }) => {
        const name = platform?.architecture ?? '';
        const path = (0,external_node_path_.join)(folder, `${step}-${name}.grype.json`);
        const recorded = (0,external_node_path_.join)(root, DATABASE, 'recorded', `${which}-${name}.grype.json`);
        await (0,promises_.writeFile)(path, aboutDigest(await (0,promises_.readFile)(recorded, 'utf8'), digest));
        return `linux/${name}=${path}`;
    }));
    return stage.run(step, 'scan', {
        image,
        report: report.join('\n'),
        settings: `max-db-age: ${OLD_ENOUGH}`,
        ...inputs,
    });
}
const DATABASE = (0,external_node_path_.join)('packages', 'testbed', 'vulnerability-db');
/** The database of the demo was built once. */
const OLD_ENOUGH = '3650d';
/** The recording was made of an image with the same packages under another digest. */
function aboutDigest(recorded, digest) {
    const report = JSON.parse(recorded);
    report.source.target.manifestDigest = digest;
    report.source.target.repoDigests = [];
    return JSON.stringify(report);
}
const packagesIn = (document) => JSON.parse(document).packages.length;

;// CONCATENATED MODULE: ./packages/cli/build/demo/gate.js






const REPOSITORY = 'acme/old-app';
const DAY_MS = 86_400_000;
/** Scans the image that will be signed; answers the lines for `vulnerability-report` of attest. */
const passGate = (looking, good, described) => looking.steps.run('actions/scan with its gate: nothing high, nothing known to be exploited', async (tell) => {
    const result = await scanImage(looking, 'scan', good, { described, which: 'good' });
    expectEnd(result, 0, 'the good image passes the gate');
    tell(`${result.outputs.get('result') ?? ''}: ${countsOf(result)}`);
    tell(looking.programs === undefined
        ? 'by a recorded report of grype, since there is no grype here; its database is of our own records'
        : `by grype on a small database of our own records, built ${result.outputs.get('db-built') ?? ''} (max-db-age set for it)`);
    return result.outputs.get('vuln-predicate') ?? '';
});
/** A second image with a critical finding: stopped, let through by a waiver, stopped again when that has ended. */
async function showGate(looking, image, now) {
    const { steps, stage, folder } = looking;
    steps.heading('A second image with a critical vulnerability, and the same gate');
    await (0,build/* pushImage */.GH)(stage.registry, REPOSITORY, image);
    const good = { ...targetOf(image), repository: REPOSITORY, tag: '' };
    const described = looking.programs === undefined
        ? { sbom: '', syftJson: undefined }
        : await describeImage({ ...looking, steps: silent(looking) }, good);
    const scan = (step, inputs) => scanImage(looking, step, good, { described, which: 'vulnerable' }, inputs);
    const waived = async (step, expires) => {
        const path = (0,external_node_path_.join)(folder, `${step}.waivers.yaml`);
        await (0,promises_.writeFile)(path, waiverFile(expires));
        return scan(step, { waivers: path });
    };
    const stopped = await steps.run('it is stopped', async (tell) => {
        const result = await scan('scan-vulnerable');
        expectEnd(result, 1, 'a critical finding stops at the gate');
        const [reason = ''] = result.errors;
        tell(firstLine(reason));
        return reason;
    });
    const until = isoDay(new Date(now.getTime() + 30 * DAY_MS));
    await steps.run(`a waiver with an owner, a reason and an end (${until}) lets it through`, async (tell) => {
        const result = await waived('scan-waived', until);
        expectEnd(result, 0, 'a waived finding passes the gate');
        tell(`${result.outputs.get('result') ?? ''}: ${countsOf(result)}; waived: ${result.outputs.get('waived-count') ?? ''}`);
    });
    const stoppedAgain = await steps.run('the day after its end it is stopped again', async (tell) => {
        const result = await waived('scan-expired', isoDay(new Date(now.getTime() - DAY_MS)));
        expectEnd(result, 1, 'an expired waiver lets nothing through');
        const [reason = ''] = result.errors;
        tell(firstLine(reason));
        return reason;
    });
    return { stopped, waivedUntil: until, stoppedAgain };
}
const waiverFile = (expires) => [
    'waivers:',
    '  - id: CVE-2021-44906',
    '    package: pkg:npm/minimist',
    '    reason: the parser sees only our own command line',
    '    owner: team-app',
    `    expires: ${expires}`,
    '',
].join('\n');
const isoDay = (date) => date.toISOString().slice(0, 10);
const firstLine = (text) => text.split('\n', 1)[0] ?? '';
const countsOf = ({ outputs }) => ['critical', 'high', 'medium', 'low', 'negligible']
    .map((severity) => `${outputs.get(`${severity}-count`) ?? '?'} ${severity}`)
    .join(', ');
function expectEnd(result, exitCode, what) {
    if (result.exitCode === exitCode)
        return;
    throw new build_errors/* CountersignError */.WS('INTERNAL', {
        what: `It was expected that ${what}, and the step ended with exit code ${result.exitCode}: ${result.errors.join(' ') || result.stdout.slice(-500)}`,
        remedy: 'This is a defect in Countersign: please report it with the output of this run.',
    });
}
/** Its SBOM is a step of no news. */
const silent = ({ steps }) => ({
    ...steps,
    run: (_title, step) => step(() => undefined),
});

;// CONCATENATED MODULE: ./packages/cli/build/demo/programs.js
/**
 * syft and grype by the action setup-tools: from PATH, else from their releases. undefined: one of them can be had from
 * neither, which the step says.
 */
const findPrograms = (stage, steps) => steps.run('actions/setup-tools for syft and grype', async (tell) => {
    const found = await Promise.all(['syft', 'grype'].map(async (name) => {
        const result = await stage.run(`setup-${name}`, 'setup-tools', INPUTS(name), OWN_TRUST);
        const path = result.exitCode === 0 ? result.outputs.get(`${name}-path`) : undefined;
        if (path === undefined || path === '') {
            tell(`${name} is not on PATH and cannot be downloaded here`);
            return undefined;
        }
        const version = result.outputs.get(`${name}-version`) ?? '';
        tell(`${name} ${version}, verified by ${result.outputs.get(`${name}-verified-by`) ?? ''}`);
        return path;
    }));
    const [syft, grype] = found;
    return syft === undefined || grype === undefined ? undefined : { syft, grype };
});
const INPUTS = (name) => ({
    tools: name,
    'allow-path': 'true',
    settings: 'retry-window: 5s',
});
/** A vendor's signature is not of the test bed's Sigstore. */
const OWN_TRUST = { COUNTERSIGN_TRUSTED_ROOT: '' };

;// CONCATENATED MODULE: ./packages/cli/build/demo/exhibit.js








const exhibit_REPOSITORY = 'acme/app';
const TAG = 'v1.0.0';
/** Puts the image of the demo into the test bed's registry, and gets the document that describes it. */
const prepareExhibit = (preparation) => preparation.users === undefined ? prepareOwn(preparation) : prepareUsers(preparation, preparation.users);
async function prepareOwn(preparation) {
    const { root, stage, steps } = preparation;
    const programs = await findPrograms(stage, steps);
    const files = await readOwnFiles(root, programs !== undefined);
    const good = await steps.run("a two-platform image of Countersign's own command", async (tell) => {
        const image = ownImage(files, { vulnerable: false });
        await (0,build/* pushImage */.GH)(stage.registry, exhibit_REPOSITORY, image, TAG);
        const target = targetOf(image);
        tell(stage.pinned(exhibit_REPOSITORY, target.root.digest));
        return { ...target, repository: exhibit_REPOSITORY, tag: TAG };
    });
    const looking = { ...preparation, programs };
    const described = await describeImage(looking, good);
    const scan = await passGate(looking, good, described);
    return {
        good,
        sbom: described.sbom,
        scan,
        everywhere: programs !== undefined,
        showGate: (now) => showGate(looking, ownImage(files, { vulnerable: true }), now),
    };
}
async function prepareUsers({ edge, stage, steps }, users) {
    const good = await steps.run(`a copy of ${(0,build_reference/* formatReference */.FH)(users.image)} in the test bed`, async (tell) => {
        const copied = await copyOfUsersImage(users, edge, {
            host: stage.host,
            repository: exhibit_REPOSITORY,
            tag: TAG,
        });
        tell(`${copied.bytes} bytes; its own registry was only read`);
        tell(stage.pinned(exhibit_REPOSITORY, copied.root.digest));
        const target = { root: copied.root, platforms: copied.platforms };
        return { ...target, repository: exhibit_REPOSITORY, tag: TAG };
    });
    return { good, sbom: users.sbom, scan: undefined, everywhere: false, showGate: undefined };
}

// EXTERNAL MODULE: ./packages/cli/build/demo/look-inside-lines.js
var look_inside_lines = __webpack_require__(5703);
;// CONCATENATED MODULE: ./packages/cli/build/demo/next-steps.js



/** What to do after the demo; `countersign`: how the command is started here. */
const nextSteps = (countersign) => `What to do next
  In a workflow       README.md has the three forms; action-examples/ has whole workflows
  Your own image      npm run demo -- --image registry.example/team/app:1.0
  Try it by hand      npm run demo -- --keep
  The command         ${countersign} --help`;
/** With the test bed left up: commands that can be pasted into another terminal. */
function handsOn(testbed, { reference, requirements }, countersign, root) {
    const identity = `--certificate-identity ${DEMO_IDENTITY} --certificate-oidc-issuer ${testbed.issuer}`;
    const cosign = `--trusted-root ${(0,report/* shellWord */.r7)(testbed.trustedRoot)} ${identity}`;
    const required = requirements.map((name) => `--require ${name}`).join(' ');
    return `The test bed is up until Ctrl-C. In another terminal, in an ordinary POSIX shell:

  # the variables of a job that may ask for an identity token, and the trust of this test bed
  set -a; . ${(0,report/* shellWord */.r7)(testbed.env)}; set +a

  # what is stored beside the image
  ${countersign} tree ${reference}

  # the decision, and a decision against it
  ${countersign} verify ${reference} ${identity} ${required}
  ${countersign} verify ${reference} --source-repository mallory/app

  # the same with cosign 3, which knows nothing of Countersign
  cosign verify ${cosign} ${reference}
  cosign verify-attestation --type slsaprovenance1 ${cosign} ${reference}

${(0,look_inside_lines/* lookInsideLines */.R)(countersign, reference, root)}

  # an image of your own: push it to ${testbed.registry}, then
  ${countersign} attest ${testbed.registry}/NAME@DIGEST --signature --provenance`;
}

// EXTERNAL MODULE: ./packages/core/build/claims/index.js + 17 modules
var claims = __webpack_require__(67792);
// EXTERNAL MODULE: ./packages/cli/build/read-file.js
var read_file = __webpack_require__(80382);
;// CONCATENATED MODULE: ./packages/cli/build/demo/users-inputs.js






/**
 * What a user gives for the demo, looked at before anything is started; undefined: the demo shows its own image. Throws
 * REFERENCE_INVALID, INPUT_INVALID for a document that cannot be read and PREDICATE_INVALID or LIMIT_EXCEEDED for one
 * that cannot be attested.
 */
async function readUsersInputs({ image, sbom }) {
    if (image === undefined)
        return undefined;
    const reference = (0,build_reference/* parseReference */.F2)(image);
    const target = reference.digest ?? reference.tag;
    if (target === undefined) {
        throw new build_errors/* CountersignError */.WS('REFERENCE_INVALID', {
            what: `--image ${image} has neither a tag nor a digest`,
            remedy: 'Say which image is meant, e.g. with :latest.',
        });
    }
    if (sbom !== undefined) {
        await (0,claims/* validateDocument */.mv)(await (0,read_file/* readFileOf */.m)('the document of --sbom', sbom, limits/* MAX_DOCUMENT_BYTES */.biz), sbom);
    }
    return { image: reference, target, sbom: sbom === undefined ? undefined : (0,external_node_path_.resolve)(sbom) };
}

// EXTERNAL MODULE: ./packages/cli/build/demo/repository-root.js
var repository_root = __webpack_require__(98228);
;// CONCATENATED MODULE: ./packages/cli/build/demo/registry-folder.js


function openFolder(target, repository, signal) {
    const get = (path) => fetch(`${target.origin}/v2/${repository}/${path}`, {
        signal,
        headers: { accept: `${oci/* OCI_MANIFEST */.EG}, ${oci/* OCI_INDEX */.$p}` },
    });
    return {
        manifest: async (name) => {
            const response = await get(`manifests/${name}`);
            const text = await response.text();
            if (response.status === 404)
                return undefined;
            return {
                mediaType: response.headers.get('content-type') ?? oci/* OCI_MANIFEST */.EG,
                document: JSON.parse(text),
            };
        },
        blob: async (digest) => Buffer.from(await (await get(`blobs/${digest}`)).arrayBuffer()),
        referrers: async (subject) => {
            const index = (await (await get(`referrers/${subject}`)).json());
            return index.manifests ?? [];
        },
        putManifest: (name, { mediaType, document }) => {
            const bytes = Buffer.from(JSON.stringify(document));
            return (0,build/* pushManifest */.y6)(target, repository, name ?? (0,oci/* digestOf */.ol)(bytes), bytes, mediaType);
        },
        putBlob: (digest, bytes) => (0,build/* pushBlob */.Ee)(target, repository, digest, bytes),
        pointTag: async (tag, at) => {
            const response = await get(`manifests/${at}`);
            const bytes = Buffer.from(await response.arrayBuffer());
            const mediaType = response.headers.get('content-type') ?? oci/* OCI_MANIFEST */.EG;
            await (0,build/* pushManifest */.y6)(target, repository, tag, bytes, mediaType);
        },
    };
}

;// CONCATENATED MODULE: ./packages/cli/build/demo/runner.js




/**
 * Runs `dist/<action>/index.js` as a GitHub runner does: inputs as INPUT_*, files for outputs, summary and state, and an
 * environment that holds nothing else. `env` lays more over the job's variables for this step.
 */
async function runAction(runner, step, action, inputs, env = {}) {
    const folder = (0,external_node_path_.join)(runner.folder, step);
    const temp = (0,external_node_path_.join)(folder, 'temp');
    await (0,promises_.mkdir)(temp, { recursive: true });
    const files = {
        GITHUB_OUTPUT: (0,external_node_path_.join)(folder, 'output'),
        GITHUB_STEP_SUMMARY: (0,external_node_path_.join)(folder, 'summary'),
        GITHUB_STATE: (0,external_node_path_.join)(folder, 'state'),
        GITHUB_ENV: (0,external_node_path_.join)(folder, 'env'),
        GITHUB_PATH: (0,external_node_path_.join)(folder, 'path'),
    };
    await Promise.all(Object.values(files).map((path) => (0,promises_.writeFile)(path, '')));
    const { exitCode, stdout } = await runChild({
        program: process.execPath,
        args: [(0,external_node_path_.join)(runner.dist, action, 'index.js')],
        cwd: folder,
        env: { ...runner.env, ...env, ...files, RUNNER_TEMP: temp, ...inputVariables(inputs) },
        signal: runner.signal,
        maxOutputBytes: limits/* MAX_ACTION_OUTPUT_BYTES */._II,
    });
    const outputs = readOutputs(await (0,promises_.readFile)(files.GITHUB_OUTPUT, 'utf8'));
    return {
        exitCode,
        outputs,
        report: await readReport(outputs.get('result-path')),
        errors: readErrors(stdout),
        stdout,
    };
}
/** Written by our own action a moment ago, and therefore of the form that it says. */
const readReport = async (path) => path === undefined || path === ''
    ? undefined
    : JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
const inputVariables = (inputs) => Object.fromEntries(Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value,
]));
/** The format of GITHUB_OUTPUT: `name=value`, or `name<<DELIMITER`, lines, `DELIMITER`. */
function readOutputs(text) {
    const outputs = new Map();
    const lines = text.split('\n');
    for (let index = 0; index < lines.length; index++) {
        const line = lines[index] ?? '';
        const opening = /^([^=]+?)<<(.+)$/.exec(line);
        if (opening !== null) {
            const [, name = '', delimiter] = opening;
            const value = [];
            for (index++; index < lines.length && lines[index] !== delimiter; index++)
                value.push(lines[index] ?? '');
            outputs.set(name, value.join('\n'));
        }
        else if (line.includes('=')) {
            outputs.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1));
        }
    }
    return outputs;
}
/** The runner's workflow commands: `::error properties::message`, its percent signs and line ends escaped. */
const readErrors = (stdout) => [...stdout.matchAll(/^::error(?: [^\n]*?)?::(.*)$/gm)].map(([, message = '']) => message.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%'));

;// CONCATENATED MODULE: ./packages/cli/build/demo/stage.js




function createStage({ testbed, dist, folder, path, signal }) {
    const registry = { origin: `http://${testbed.registry}` };
    const runner = {
        dist,
        folder: (0,external_node_path_.join)(folder, 'steps'),
        signal,
        env: jobEnvironment(testbed, folder, path),
    };
    const run = (step, action, inputs, env) => runAction(runner, step, action, inputs, env);
    return {
        registry,
        host: testbed.registry,
        pinned: (repository, digest) => `${testbed.registry}/${repository}@${digest}`,
        tagged: (repository, tag) => `${testbed.registry}/${repository}:${tag}`,
        folder: (repository) => openFolder(registry, repository, signal),
        tokenFor: (claims) => {
            const overlay = Buffer.from(JSON.stringify(claims)).toString('base64url');
            return { ACTIONS_ID_TOKEN_REQUEST_URL: `${testbed.tokenUrl}&claims=${overlay}` };
        },
        run,
        mustPass: async (step, action, inputs, env) => {
            const result = await run(step, action, inputs, env);
            if (result.exitCode === 0)
                return result;
            throw failureOf(action, result);
        },
    };
}
/** What a job on a GitHub runner finds: the repository of the default claims, an empty HOME, the variables of the test bed. */
const jobEnvironment = (testbed, folder, path) => ({
    PATH: path,
    HOME: folder,
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'acme-bot',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/tags/v1.0.0',
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: folder,
    ...testbed.environment,
});
/** The action's own error with its code, so that an input of the demo's user is told as one. */
function failureOf(action, { report, errors, stdout }) {
    const error = report?.error ?? report?.images.find((image) => image.error !== null)?.error ?? undefined;
    if (error !== undefined) {
        return new build_errors/* CountersignError */.WS(error.code, {
            what: `actions/${action} failed in the demo: ${error.message}`,
            remedy: error.remedy,
        });
    }
    // An error of the inputs comes before there is a report: `message (CODE)`, then what to do.
    const [, message = '', name, remedy] = /^([^]*?) \(([A-Z0-9_]+)\)\n([^]+)$/.exec(errors[0] ?? '') ?? [];
    const code = build_errors/* ERROR_CODES */.OQ.find((each) => each === name);
    if (code !== undefined && remedy !== undefined) {
        return new build_errors/* CountersignError */.WS(code, { what: `actions/${action} failed in the demo: ${message}`, remedy });
    }
    return new build_errors/* CountersignError */.WS('INTERNAL', {
        what: `actions/${action} failed in the demo: ${errors.join(' ') || lastLines(stdout)}`,
        remedy: 'This is a defect in Countersign: please report it with the output of this run.',
    });
}
/** Without the commands that hide secrets in a runner's log: they spell them out. */
const lastLines = (text) => text
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .slice(-3)
    .join(' ');

;// CONCATENATED MODULE: ./packages/cli/build/demo/steps.js

function createSteps(sink, style) {
    const records = [];
    const [tick, cross, dots] = style.unicode ? ['✓', '✗', '…'] : ['ok', 'FAILED', '...'];
    return {
        records,
        heading: (text) => {
            sink.write(`\n${style.strong(text)}\n`);
        },
        run: async (title, step) => {
            const started = performance.now();
            const told = [];
            if (sink.isTerminal)
                sink.write(`  ${style.faint(dots)} ${title}`);
            let ok = false;
            try {
                const result = await step((line) => told.push(line));
                ok = true;
                return result;
            }
            finally {
                const seconds = (performance.now() - started) / 1000;
                records.push({ title, seconds, ok });
                const mark = ok ? style.good(tick) : style.bad(cross);
                if (sink.isTerminal)
                    sink.write('\r\x1b[2K');
                sink.write(`  ${mark} ${title}  ${style.faint(`${seconds.toFixed(1)} s`)}\n`);
                for (const line of told)
                    sink.write(`      ${style.faint((0,report/* printable */.g$)(line))}\n`);
            }
        },
    };
}

// EXTERNAL MODULE: ./packages/cli/build/shell.js
var shell = __webpack_require__(82501);
// EXTERNAL MODULE: ./packages/cli/build/style.js
var build_style = __webpack_require__(52918);
;// CONCATENATED MODULE: ./packages/cli/build/commands/demo.js

















/** `countersign demo`: the whole way of an image, on this machine alone. */
async function run({ edge, arguments: given, output }) {
    const options = readDemoOptions(given);
    const users = await readUsersInputs(options);
    const root = (0,repository_root/* repositoryRoot */.H)(edge.entry);
    const dist = (0,external_node_path_.join)(root, 'dist');
    const started = performance.now();
    const style = (0,build_style/* styleFor */.j)(edge, edge.stderr);
    const steps = createSteps(edge.stderr, style);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'countersign-demo-'));
    try {
        steps.heading('Countersign: one image from unsigned to verified, and five attacks on it');
        const testbed = await steps.run('an OCI registry and a small Sigstore on loopback', () => (0,build/* startTestbed */.AE)({ stateDir: (0,external_node_path_.join)(folder, 'testbed') }));
        try {
            const stage = createStage({ testbed, dist, folder, path: edge.env.PATH ?? '', signal: edge.signal });
            const exhibit = await prepareExhibit({ users, edge, root, folder, stage, steps });
            const result = await playDemo(stage, steps, exhibit, { issuer: testbed.issuer, now: new Date() });
            const seconds = (performance.now() - started) / 1000;
            const countersign = (0,shell/* ownCommand */.w)(edge);
            const next = options.keep ? handsOn(testbed, result, countersign, root) : nextSteps(countersign);
            const verdict = `Verified ${result.reference}\nRefused ${result.attacks.length} of ${result.attacks.length} attacks; ${seconds.toFixed(1)} s in all.`;
            output.result(demoDocument(result, steps.records, seconds, options.keep ? testbed : undefined), `\n${verdict}\n\n${next}`);
            if (options.keep)
                await (0,abort/* untilAborted */.E)(edge.signal);
        }
        finally {
            await testbed.stop();
        }
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
    return report/* EXIT_CODE */.F3.ok;
}


/***/ }),

/***/ 46296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publicGoodTrust: () => (/* binding */ publicGoodTrust),
  servicesOf: () => (/* binding */ servicesOf)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/core/build/http/index.js + 12 modules
var build_http = __webpack_require__(20027);
// EXTERNAL MODULE: ./packages/core/build/trust/index.js + 4 modules
var trust = __webpack_require__(10624);
// EXTERNAL MODULE: ./packages/core/build/report/index.js + 8 modules
var report = __webpack_require__(23224);
;// CONCATENATED MODULE: ./packages/cli/build/progress.js

/** Progress of a command, on stderr: stdout belongs to the result. Text of others is neutralised here, secrets are hidden. */
function progressLogger(stderr, secrets) {
    const print = (opening, message) => {
        let shown = message;
        for (const secret of secrets)
            shown = shown.replaceAll(secret, '***');
        stderr.write(`${opening}${(0,report/* printable */.g$)(shown)}\n`);
    };
    return {
        // What only helps to find a defect is left out: a command has no debug log.
        debug: () => undefined,
        info: (message) => {
            print('', message);
        },
        warn: (message) => {
            print('Warning: ', message);
        },
    };
}

// EXTERNAL MODULE: ./packages/cli/build/version.js
var version = __webpack_require__(26795);
;// CONCATENATED MODULE: ./packages/cli/build/services.js






/** The outside world of a command, made of its edge. */
function servicesOf(edge, options = {}) {
    const log = progressLogger(edge.stderr, options.secrets ?? new Set());
    const base = { clock: build_http.systemClock, random: build_http.systemRandom, log, signal: edge.signal };
    const { retryWindowMs } = options;
    const http = (0,build_http.createHttpClient)({
        ...base,
        env: edge.env,
        userAgent: `countersign/${version/* VERSION */.x}`,
        ...(retryWindowMs === undefined ? {} : { retryWindowMs }),
    });
    return {
        context: { ...base, http },
        credentials: { explicit: options.credentials ?? [], env: edge.env, homeDir: homeOf(edge) },
        cacheDir: cacheDirOf(edge),
        tempDir: (0,external_node_os_.tmpdir)(),
        toolCacheDir: (0,external_node_path_.join)(cacheDirOf(edge), 'tools'),
        workDir: process.cwd(),
        env: edge.env,
        close: () => {
            http.close();
        },
    };
}
/** The trusted root of Sigstore's public-good instance, by TUF. Throws TRUST_UNAVAILABLE. */
async function publicGoodTrust(edge) {
    const { context, cacheDir, close } = servicesOf(edge);
    try {
        return await (0,trust/* loadTrust */.Vc)({ kind: 'public-good' }, { context, cacheDir });
    }
    finally {
        close();
    }
}
const homeOf = ({ env }) => env.HOME ?? env.USERPROFILE;
/** XDG Base Directory Specification; a folder of the system's for temporary files where there is no home. */
function cacheDirOf(edge) {
    const { env } = edge;
    const home = homeOf(edge);
    const caches = env.XDG_CACHE_HOME ?? env.LOCALAPPDATA ?? (home === undefined ? undefined : (0,external_node_path_.join)(home, '.cache'));
    return (0,external_node_path_.join)(caches ?? (0,external_node_os_.tmpdir)(), 'countersign');
}


/***/ }),

/***/ 52918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ styleFor)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** https://no-color.org; the locale decides over box characters (POSIX: LC_ALL over LC_CTYPE over LANG). */
function styleFor(edge, sink) {
    const { env } = edge;
    const coloured = sink.isTerminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
    const paint = (format) => (text) => coloured ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(format, text, { validateStream: false }) : text;
    const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((value) => (value ?? '') !== '');
    return {
        unicode: /utf-?8/i.test(locale ?? '') || env.GITHUB_ACTIONS === 'true',
        good: paint('green'),
        bad: paint('red'),
        faint: paint('dim'),
        strong: paint('bold'),
    };
}


/***/ }),

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


/***/ })

};
