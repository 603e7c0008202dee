export const id = 576;
export const ids = [576];
export const modules = {

/***/ 2576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yy: () => (/* reexport */ SETTINGS),
  rU: () => (/* reexport */ identitySources),
  nearest: () => (/* reexport */ nearest),
  Tj: () => (/* reexport */ parseAttest),
  hG: () => (/* reexport */ parseSign),
  cZ: () => (/* reexport */ parseTree),
  LT: () => (/* reexport */ parseVerify),
  settingsOf: () => (/* reexport */ settingsOf)
});

// UNUSED EXPORTS: unknownName

// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(9772);
;// CONCATENATED MODULE: ./packages/core/build/options/catalogue.js

const EVERY = ['sign', 'attest', 'verify', 'tree'];
const SIGNING = ['sign', 'attest'];
const ATTEST = ['attest'];
const VERIFY = ['verify'];
const JUDGING = ['verify', 'tree'];
const input = (name, group, commands, help, about = {}) => ({
    name,
    commands,
    group,
    help,
    input: true,
    kind: 'text',
    value: 'TEXT',
    secret: false,
    ...about,
});
const line = (name, group, commands, help, about) => input(name, group, commands, help, { ...about, input: false });
/** Every setting there is, in the order of the help. Names follow cosign and gh where they have one. */
const SETTINGS = [
    input('images', 'image', EVERY, 'Images, one per line, as `registry/repository@sha256:…`.', {
        kind: 'lines',
        value: 'IMAGE',
    }),
    input('image', 'image', EVERY, 'One image as `registry/repository`, together with `digest`.', {
        value: 'IMAGE',
    }),
    input('digest', 'image', EVERY, 'The digest of `image`, as docker/build-push-action gives it (`name@sha256:…` is taken apart).', {
        value: 'DIGEST',
    }),
    input('allow-tag', 'image', EVERY, 'Accept a tag and resolve it once, at the start. Without it a tag is refused with the digest that it points at.', {
        kind: 'boolean',
        default: 'false',
    }),
    input('platforms', 'image', EVERY, '`all`: the index and each platform manifest; `index`: only the digest given.', {
        kind: 'choice',
        choices: ['all', 'index'],
        default: 'all',
    }),
    input('signature', 'claims', ATTEST, 'Sign the image too, in the same session: one key, one certificate.', {
        kind: 'boolean',
        default: 'false',
    }),
    input('sbom', 'claims', ATTEST, 'SPDX or CycloneDX JSON files, one per line, as `[PLATFORM=]PATH`. A document goes to the digest that it names, else to PLATFORM, else to the digest given.', {
        kind: 'lines',
        value: '[PLATFORM=]PATH',
    }),
    input('provenance', 'claims', ATTEST, 'Attest SLSA provenance v1 from the claims of the identity token.', {
        kind: 'boolean',
        default: 'false',
    }),
    input('predicate-type', 'claims', ATTEST, 'The type URI of the predicate in `predicate-path`.', {
        value: 'URI',
    }),
    input('predicate-path', 'claims', ATTEST, 'A JSON file with a predicate of the type given.', {
        value: 'PATH',
    }),
    input('certificate-identity', 'signer', JUDGING, 'Identities of the certificate (SAN), exactly; one per line, any suffices.', {
        kind: 'lines',
        value: 'IDENTITY',
    }),
    input('certificate-identity-regexp', 'signer', JUDGING, 'RE2 patterns that match a whole identity; one per line, any suffices.', {
        kind: 'lines',
        value: 'PATTERN',
    }),
    input('certificate-oidc-issuer', 'signer', JUDGING, "The issuer that vouches for the identity, exactly. GitHub's where a GitHub fact is given, else required.", {
        value: 'URL',
    }),
    input('source-repository', 'signer', JUDGING, 'The repository whose workflow signed, as `owner/name`. Alone: any workflow of that repository.', {
        kind: 'lines',
        value: 'OWNER/NAME',
    }),
    input('source-owner', 'signer', JUDGING, 'The owner of the repository whose workflow signed.', {
        kind: 'lines',
        value: 'OWNER',
    }),
    input('source-ref', 'signer', JUDGING, 'The ref that was built, such as `refs/heads/main`.', {
        value: 'REF',
    }),
    input('source-digest', 'signer', JUDGING, 'The commit that was built.', { value: 'COMMIT' }),
    input('signer-workflow', 'signer', JUDGING, 'The workflow that signed, as `owner/name/.github/workflows/file.yml[@ref]`.', {
        kind: 'lines',
        value: 'WORKFLOW',
    }),
    input('signer-digest', 'signer', JUDGING, 'The commit of the workflow that signed.', { value: 'COMMIT' }),
    input('build-trigger', 'signer', JUDGING, 'The event that started the run, such as `push`.', {
        value: 'EVENT',
    }),
    input('deny-self-hosted-runners', 'signer', JUDGING, 'Refuse what a self-hosted runner signed.', {
        kind: 'boolean',
        default: 'false',
    }),
    input('require', 'requirements', VERIFY, 'What must be there: `signature`, `sbom`, `provenance` or predicate type URIs; `sbom@all` and `URI@all` mean each platform too.', {
        kind: 'lines',
        value: 'NAME',
        default: 'signature',
    }),
    input('mode', 'requirements', VERIFY, '`enforce` fails when the image is rejected; `warn` only says so. Not being able to decide fails in both.', {
        kind: 'choice',
        choices: ['enforce', 'warn'],
        default: 'enforce',
    }),
    input('key', 'identity', EVERY, 'A key instead of an identity: to sign, a PKCS#8 PEM private key; to verify, PEM public keys, one per line. A path, or `env://NAME`.', {
        kind: 'lines',
        value: 'PATH',
    }),
    input('identity-token', 'identity', SIGNING, "An identity token (JWT, audience `sigstore`). Else the runner's, else `SIGSTORE_ID_TOKEN`.", {
        value: 'TOKEN',
        secret: true,
    }),
    input('on-missing-identity', 'identity', SIGNING, '`skip` ends with status `skipped` where no identity token can be had (forks, Dependabot); nothing then counts as signed.', {
        kind: 'choice',
        choices: ['fail', 'skip'],
        default: 'fail',
    }),
    input('layouts', 'storage', SIGNING, '`all`: every layout that verifiers read; `bundle`: bundle referrers; `legacy`: the `.sig` and `.att` tags.', {
        kind: 'choice',
        choices: ['all', 'bundle', 'legacy'],
        default: 'all',
    }),
    input('dry-run', 'storage', SIGNING, 'Check everything and say what would be written; sign and write nothing.', {
        kind: 'boolean',
        default: 'false',
    }),
    line('max-referrers', 'storage', SIGNING, 'How many referrers a digest may come to hold; Kyverno reads at most 50.', {
        kind: 'number',
        value: 'COUNT',
        default: String(limits/* DEFAULT_MAX_REFERRERS */.iE),
    }),
    line('settle', 'storage', SIGNING, 'Pause between the re-reads that confirm a tag which others write too, on registries without If-Match.', {
        kind: 'duration',
        value: 'DURATION',
        default: `${limits/* DEFAULT_SETTLE_MS */.dk}ms`,
    }),
    line('unsafe-no-settle', 'storage', SIGNING, 'Do not confirm such tags: claims of parallel writers may be lost.', {
        kind: 'boolean',
        default: 'false',
    }),
    input('registry-username', 'registry', EVERY, "User name for the registry of the images. Without it: Docker's and podman's credential files and helpers.", {
        value: 'NAME',
    }),
    input('registry-password', 'registry', EVERY, 'Password or token for the registry of the images.', {
        value: 'PASSWORD',
        secret: true,
    }),
    line('plain-http', 'registry', EVERY, 'Hosts that are reached by plain http although they are not loopback.', {
        kind: 'lines',
        value: 'HOST',
    }),
    input('transparency-log', 'services', SIGNING, '`rekor-v1`, or `none`: then a timestamp authority or a key is needed.', {
        kind: 'choice',
        choices: ['rekor-v1', 'none'],
        default: 'rekor-v1',
    }),
    input('public-log', 'services', SIGNING, '`allow`: a repository that is not public may reach public logs (its name, workflow and commit become public).', {
        kind: 'choice',
        choices: ['refuse', 'allow'],
        default: 'refuse',
    }),
    line('trusted-root', 'services', EVERY, 'Path of a trusted_root.json. Else `COUNTERSIGN_TRUSTED_ROOT`, else the public-good one by TUF.', { value: 'PATH' }),
    line('trusted-root-sha256', 'services', EVERY, 'The sha256 (64 hexadecimal digits) that the file of trusted-root must have.', { value: 'HEX' }),
    line('signing-config', 'services', SIGNING, 'Path of a signing_config.json. Else `COUNTERSIGN_SIGNING_CONFIG`, else the public-good one by TUF.', { value: 'PATH' }),
    line('fulcio-url', 'services', SIGNING, 'URL of the certificate authority, instead of a signing config.', {
        value: 'URL',
    }),
    line('rekor-url', 'services', SIGNING, 'URL of the transparency log (Rekor v1), instead of a signing config.', { value: 'URL' }),
    line('timestamp-server-url', 'services', SIGNING, 'Whole URL of the timestamp authority, instead of a signing config.', { value: 'URL' }),
    line('retry-window', 'services', EVERY, 'How long all retries of a run may take together.', {
        kind: 'duration',
        value: 'DURATION',
        default: '10m',
    }),
];
/** The settings of one command, in the order of the help. */
const settingsOf = (command) => SETTINGS.filter(({ commands }) => commands.includes(command));

// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(58);
// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(6524);
;// CONCATENATED MODULE: ./packages/core/build/options/identity-sources.js



/**
 * Where this job's identity token can come from, and what explains it where there is none. `mask`: called with each token
 * before it is used; `conceal`: with what opens the runner's endpoint.
 */
async function identitySources(env, log) {
    const requestUrl = env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '';
    const requestToken = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '';
    log.conceal(requestToken);
    const mayAsk = requestUrl !== '' && requestToken !== '';
    return {
        runner: mayAsk ? { requestUrl, requestToken } : undefined,
        sigstoreIdToken: env.SIGSTORE_ID_TOKEN,
        // Without a token to ask for, the cause is wanted; with one the event need not be read.
        situation: mayAsk ? 'no-permission' : await situationOf(env),
        mask: log.mask,
    };
}
async function situationOf(env) {
    if (env.GITHUB_ACTIONS !== 'true')
        return 'not-a-runner';
    if (env.GITHUB_ACTOR === 'dependabot[bot]')
        return 'dependabot';
    return (await isFromFork(env)) ? 'fork' : 'no-permission';
}
/** GitHub: "Webhook events and payloads", pull_request. The repository of the head is null once the fork is deleted. */
async function isFromFork(env) {
    const path = env.GITHUB_EVENT_PATH;
    if (env.GITHUB_EVENT_NAME?.startsWith('pull_request') !== true || path === undefined)
        return false;
    try {
        const event = JSON.parse((await (0,read_bounded/* readBounded */.C)(path, limits/* MAX_EVENT_BYTES */.Au)).toString('utf8'));
        const pullRequest = (0,json/* memberAt */.m)(event, 'pull_request');
        const [head, base] = ['head', 'base'].map((side) => (0,json/* memberAt */.m)(pullRequest, side, 'repo', 'full_name'));
        return pullRequest !== undefined && head !== base;
    }
    catch {
        return false; // an event that cannot be read explains nothing
    }
}

;// CONCATENATED MODULE: ./packages/core/build/options/nearest.js
/**
 * The name that a misspelled or shortened one most likely meant: the only one that begins with it, else the nearest, if at
 * most a third of its letters are wrong.
 */
function nearest(name, names) {
    const [begun, ...others] = names.filter((candidate) => candidate.startsWith(name));
    if (begun !== undefined && others.length === 0 && name.length >= MIN_PREFIX_CHARS)
        return begun;
    const allowed = Math.max(1, Math.floor(name.length / 3));
    const [best] = names
        .map((candidate) => ({ candidate, distance: distance(name, candidate) }))
        .filter((each) => each.distance <= allowed)
        .sort((a, b) => a.distance - b.distance);
    return best?.candidate;
}
/** Fewer letters say little about what was meant, even where only one name begins with them. */
const MIN_PREFIX_CHARS = 3;
/**
 * How many slips of the finger lie between two texts: a letter too many, one missing, another one, or two neighbours
 * swapped (optimal string alignment), one row at a time.
 */
function distance(from, to) {
    let [before, row] = [
        [],
        Array.from({ length: to.length + 1 }, (_, column) => column),
    ];
    for (let index = 0; index < from.length; index++) {
        const next = [index + 1];
        for (let column = 1; column <= to.length; column++) {
            const replaced = (row[column - 1] ?? 0) + (from[index] === to[column - 1] ? 0 : 1);
            const swapped = index > 0 && column > 1 && from[index] === to[column - 2] && from[index - 1] === to[column - 1]
                ? (before[column - 2] ?? 0) + 1
                : Infinity;
            next.push(Math.min(replaced, swapped, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
        }
        [before, row] = [row, next];
    }
    return row[to.length] ?? 0;
}

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
;// CONCATENATED MODULE: ./packages/core/build/options/read.js



// A map, not an object: an object also answers to "constructor", which would then count as a boolean.
const TRUTH = new Map([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
]);
const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
function readerOf(raw) {
    const given = (name) => {
        const value = raw[name]?.trim();
        return value === undefined || value === '' ? settingNamed(name).default : value;
    };
    const required = (name) => given(name) ?? '';
    return {
        text: given,
        lines: (name) => (given(name) ?? '')
            .split(/\r\n|\r|\n/)
            .map((text) => text.trim())
            .filter((text) => text !== ''),
        boolean(name) {
            const value = TRUTH.get(required(name));
            if (value === undefined)
                throw invalidInput(name, required(name), 'Write true or false.');
            return value;
        },
        choice(name, choices) {
            const value = choices.find((choice) => choice === required(name));
            if (value === undefined)
                throw invalidInput(name, required(name), `Write one of: ${choices.join(', ')}.`);
            return value;
        },
        number(name) {
            if (!/^[1-9]\d{0,8}$/.test(required(name)))
                throw invalidInput(name, required(name), 'Write a whole number of at least 1.');
            return Number(required(name));
        },
        duration(name) {
            const [, amount, unit] = /^(\d{1,9})(ms|s|m|h)$/.exec(required(name)) ?? [];
            const ms = Number(amount) * (UNIT_MS[unit ?? ''] ?? Number.NaN);
            if (!(ms <= limits/* MAX_DURATION_MS */.rG))
                throw invalidInput(name, required(name), 'Write a number and ms, s, m or h, such as 300ms or 10m; at most 24h.');
            return ms;
        },
    };
}
/** The error of a value that an input cannot have. A secret is not shown. */
const invalidInput = (name, value, remedy) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what: settingNamed(name).secret
        ? `The input ${name} is not valid`
        : `The input ${name} is ${JSON.stringify(value.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.Sp))}`,
    remedy,
});
/** The error of inputs that exclude each other. */
const contradiction = (what, remedy) => new errors/* CountersignError */.WS('INPUTS_CONTRADICT', { what, remedy });
function settingNamed(name) {
    const setting = SETTINGS.find((each) => each.name === name);
    if (setting === undefined)
        throw new Error(`there is no setting ${name} in the catalogue`);
    return setting;
}

;// CONCATENATED MODULE: ./packages/core/build/options/settings-lines.js





/**
 * The raw values of a command with the lines of its `settings` input (`name: value`, `#` begins a comment line) laid
 * beside the others. Throws INPUT_UNKNOWN for a name that the command does not take, INPUT_INVALID for a line of another
 * form, INPUTS_CONTRADICT for a name given twice.
 */
function withSettingsLines(command, raw) {
    const values = { ...raw };
    delete values.settings;
    const names = settingsOf(command).map(({ name }) => name);
    for (const name of Object.keys(values))
        if (!names.includes(name))
            throw unknownName(`${command} takes no input`, name, names);
    for (const [name, value] of settingsLines(raw.settings ?? '')) {
        const setting = settingsOf(command).find((each) => each.name === name);
        if (setting === undefined)
            throw unknownName(`settings of ${command} has no`, name, names);
        const before = values[name];
        if (before !== undefined && before.trim() !== '' && setting.kind !== 'lines') {
            throw contradiction(`${name} is given twice`, 'Give it once: as an input or as a line of settings.');
        }
        values[name] = before === undefined || before.trim() === '' ? value : `${before}\n${value}`;
    }
    return values;
}
function settingsLines(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => {
        const [, name, value] = /^([a-z0-9-]+)\s*:\s*(.*)$/.exec(line) ?? [];
        if (name === undefined || value === undefined) {
            throw new errors/* CountersignError */.WS('INPUT_INVALID', {
                what: `The input settings has a line that is not "name: value": ${JSON.stringify(line.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.Sp))}`,
                remedy: 'Write one setting per line, such as "retry-window: 5m".',
            });
        }
        return [name, value];
    });
}
/** The error of a name that does not exist, with the one that was likely meant. */
function unknownName(what, name, names) {
    const meant = nearest(name, names);
    return new errors/* CountersignError */.WS('INPUT_UNKNOWN', {
        what: `${what} ${JSON.stringify(name.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.Sp))}`,
        remedy: meant === undefined ? `It takes: ${names.join(', ')}.` : `Did you mean ${meant}?`,
    });
}

// EXTERNAL MODULE: ./packages/core/build/reference/index.js + 2 modules
var build_reference = __webpack_require__(8132);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(8027);
;// CONCATENATED MODULE: ./packages/core/build/options/images.js





/**
 * The images of a run: the lines of `images`, or `image` with `digest` as docker/build-push-action gives them. A digest
 * that holds `name@sha256:…` is taken apart; a tag beside a digest says nothing and is dropped; the same image twice
 * counts once. Throws INPUT_MISSING, INPUTS_CONTRADICT, INPUT_INVALID, REFERENCE_INVALID, DIGEST_INVALID.
 */
function readImages(reader) {
    const lines = reader.lines('images');
    const image = reader.text('image');
    const digest = reader.text('digest');
    if (lines.length > 0 && (image !== undefined || digest !== undefined)) {
        throw contradiction('images is given together with image or digest', 'Give images alone, or image with digest.');
    }
    const references = lines.length > 0 ? lines.map(pinned) : [fromImageAndDigest(image, digest)];
    const unique = [
        ...new Map(references.map((reference) => [(0,build_reference/* formatReference */.FH)(reference), reference])).values(),
    ];
    if (unique.length > limits/* MAX_IMAGES */.mC) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `images names ${unique.length} images; at most ${limits/* MAX_IMAGES */.mC} are taken in one run`,
            remedy: 'Split them over several runs.',
        });
    }
    return unique;
}
function fromImageAndDigest(image, digest) {
    const at = digest?.lastIndexOf('@') ?? -1;
    const named = digest !== undefined && at >= 0 ? (0,build_reference/* parseReference */.F2)(digest) : undefined;
    if (image === undefined) {
        if (named !== undefined)
            return pinned((0,build_reference/* formatReference */.FH)(named));
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: digest === undefined ? 'No image is given' : 'digest is given without image',
            remedy: 'Name images as registry/repository@sha256:…, one per line, or give image together with digest.',
        });
    }
    const reference = (0,build_reference/* parseReference */.F2)(image);
    if (digest === undefined)
        return pinned(image);
    if (named !== undefined && (0,build_reference/* formatName */.nD)(named) !== (0,build_reference/* formatName */.nD)(reference)) {
        throw contradiction(`image is ${(0,build_reference/* formatName */.nD)(reference)}, and digest names ${(0,build_reference/* formatName */.nD)(named)}`, 'Give the digest of that image.');
    }
    const wanted = (0,oci/* parseDigest */.m)(digest.slice(at + 1));
    if (reference.digest !== undefined && reference.digest !== wanted) {
        throw contradiction(`image holds ${reference.digest}, and digest is ${wanted}`, 'Give one of them.');
    }
    return (0,build_reference/* withDigest */.hQ)(reference, wanted);
}
/** A tag beside a digest is dropped: the digest decides. */
function pinned(text) {
    const reference = (0,build_reference/* parseReference */.F2)(text);
    return reference.digest === undefined ? reference : (0,build_reference/* withDigest */.hQ)(reference, reference.digest);
}

;// CONCATENATED MODULE: ./packages/core/build/options/common.js





/** Typed access to the values of a command; what is secret among them is masked before anything else. */
function openReader(command, raw, edge) {
    const reader = readerOf(withSettingsLines(command, raw));
    for (const { name } of settingsOf(command).filter(({ secret }) => secret)) {
        const value = reader.text(name);
        if (value !== undefined)
            edge.identity.mask(value);
    }
    return reader;
}
function parsed(options, reader) {
    return {
        options,
        explicitCredentials: readCredentials(reader, options.images),
        retryWindowMs: reader.duration('retry-window'),
    };
}
/** What every command takes. */
function readCommon(reader, edge) {
    return {
        images: readImages(reader),
        allowTag: reader.boolean('allow-tag'),
        platforms: reader.choice('platforms', ['all', 'index']),
        plainHttpHosts: reader.lines('plain-http').map(checkHost),
        trust: readTrust(reader, edge),
    };
}
function readTrust(reader, edge) {
    const sha256 = reader.text('trusted-root-sha256');
    const path = reader.text('trusted-root') ?? edge.env.COUNTERSIGN_TRUSTED_ROOT;
    if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) {
        throw invalidInput('trusted-root-sha256', sha256, 'Give the 64 lower-case hexadecimal digits that sha256sum prints.');
    }
    if (path === undefined || path === '') {
        if (sha256 !== undefined)
            throw contradiction('trusted-root-sha256 is given without trusted-root', 'Give the path of the file as well.');
        return { kind: 'public-good' };
    }
    return { kind: 'file', path, ...(sha256 === undefined ? {} : { sha256 }) };
}
function checkHost(host) {
    if ((0,build_reference/* isHost */.jU)(host.toLowerCase()))
        return host.toLowerCase();
    throw invalidInput('plain-http', host, 'Give a host with its port, such as registry.internal:5000.');
}
/** User name and password are bound to the one host that all images of the run share. */
function readCredentials(reader, images) {
    const [username, password] = [reader.text('registry-username'), reader.text('registry-password')];
    if (username === undefined && password === undefined)
        return [];
    if (username === undefined || password === undefined) {
        throw contradiction('registry-username and registry-password are not both given', 'Give both, or log in to the registry before (docker login, docker/login-action).');
    }
    const [host, ...others] = new Set(images.map((image) => image.host));
    if (host === undefined || others.length > 0) {
        throw contradiction('registry-username is given for images of several registries', 'Log in to each registry before (docker login, docker/login-action): those credentials are bound to their hosts.');
    }
    return [{ host, username, password }];
}

;// CONCATENATED MODULE: ./packages/core/build/options/files.js




/** The documents of `sbom`: `[PLATFORM=]PATH` per line, where PLATFORM is `os/architecture[/variant]`. */
function readDocuments(reader, edge) {
    return Promise.all(reader.lines('sbom').map(async (line) => {
        const [, platform, path = line] = /^([a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9.]+)?)=(.+)$/.exec(line) ?? [];
        return { platform, ...(await readInput('sbom', path, limits/* MAX_DOCUMENT_BYTES */.bi, edge)) };
    }));
}
/** The predicate of `predicate-type` and `predicate-path`, which come together. Throws INPUTS_CONTRADICT. */
async function readPredicates(reader, edge) {
    const [type, path] = [reader.text('predicate-type'), reader.text('predicate-path')];
    if (type === undefined && path === undefined)
        return [];
    if (type === undefined)
        throw contradiction('predicate-path is given without predicate-type', 'Give the type URI of the predicate as well.');
    if (path === undefined)
        throw contradiction('predicate-type is given without predicate-path', 'Give the path of the predicate as well.');
    return [{ type, ...(await readInput('predicate-path', path, limits/* MAX_DOCUMENT_BYTES */.bi, edge)) }];
}
/** PEM texts of the keys in `key`: each a path, or `env://NAME` for an environment variable. Throws KEY_INVALID. */
async function readKeys(reader, edge) {
    // Refused before any of its lines is taken for a path: an error would show that line of a private key.
    if (reader.text('key')?.includes('-----BEGIN') === true) {
        throw new errors/* CountersignError */.WS('KEY_INVALID', {
            what: 'The input key holds a key itself, where a path or env://NAME is expected',
            remedy: 'Put the key into an environment variable and write "key: env://NAME" with its name.',
        });
    }
    return Promise.all(reader.lines('key').map(async (name) => {
        if (!name.startsWith('env://')) {
            const { bytes } = await readInput('key', name, limits/* MAX_KEY_CHARS */.dF, edge);
            return { name, pem: Buffer.from(bytes).toString('utf8') };
        }
        const pem = edge.env[name.slice('env://'.length)];
        if (pem === undefined || pem === '') {
            throw new errors/* CountersignError */.WS('INPUT_INVALID', {
                what: `The input key names ${name}, which is not set in the environment`,
                remedy: 'Set that environment variable for this run.',
            });
        }
        return { name, pem };
    }));
}
async function readInput(input, path, maxBytes, edge) {
    try {
        return { path, bytes: await edge.readFile(path, maxBytes) };
    }
    catch (error) {
        if (error instanceof errors/* CountersignError */.WS)
            throw error;
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The input ${input} names the file ${JSON.stringify(path)}, which ${(0,read_bounded/* unreadable */.O)(error)}`,
            remedy: 'Give the path of a file that is there and may be read, relative to the working directory.',
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./packages/core/build/options/signing.js




/** The inputs of `sign`. Throws errors of fault user that name the input. */
async function parseSign(raw, edge) {
    const reader = openReader('sign', raw, edge);
    return parsed(await readSigning(reader, edge), reader);
}
/** The inputs of `attest`. Throws errors of fault user that name the input. */
async function parseAttest(raw, edge) {
    const reader = openReader('attest', raw, edge);
    const options = {
        ...(await readSigning(reader, edge)),
        signature: reader.boolean('signature'),
        provenance: reader.boolean('provenance'),
        documents: await readDocuments(reader, edge),
        predicates: await readPredicates(reader, edge),
    };
    if (!options.provenance && options.documents.length === 0 && options.predicates.length === 0) {
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: 'There is nothing to attest',
            remedy: 'Give "sbom", "provenance: true", or predicate-type with predicate-path; to sign alone, use sign.',
        });
    }
    return parsed(options, reader);
}
async function readSigning(reader, edge) {
    const [key, ...others] = await readKeys(reader, edge);
    const token = reader.text('identity-token');
    if (others.length > 0)
        throw contradiction('key names several keys', 'Sign with one key in a run.');
    if (key !== undefined && token !== undefined)
        throw contradiction('key and identity-token are both given', 'Sign with a key or keylessly with a token.');
    return {
        ...readCommon(reader, edge),
        layouts: reader.choice('layouts', ['all', 'bundle', 'legacy']),
        identity: { ...edge.identity, input: token },
        onMissingIdentity: reader.choice('on-missing-identity', ['fail', 'skip']),
        key,
        signingConfig: readSigningConfig(reader, edge),
        transparencyLog: reader.choice('transparency-log', ['rekor-v1', 'none']),
        publicLog: reader.choice('public-log', ['refuse', 'allow']),
        maxReferrers: reader.number('max-referrers'),
        settleMs: reader.duration('settle'),
        unsafeNoSettle: reader.boolean('unsafe-no-settle'),
        dryRun: reader.boolean('dry-run'),
    };
}
function readSigningConfig(reader, edge) {
    const urls = {
        fulcioUrl: readUrl(reader, 'fulcio-url'),
        rekorUrl: readUrl(reader, 'rekor-url'),
        tsaUrl: readUrl(reader, 'timestamp-server-url'),
    };
    const path = reader.text('signing-config');
    const given = Object.fromEntries(Object.entries(urls).filter(([, url]) => url !== undefined));
    if (Object.keys(given).length > 0) {
        if (path !== undefined)
            throw contradiction('signing-config is given together with the URL of a service', 'Give the config or the URLs.');
        // URLs are all the services there are: a log that is left out would silently not be written to.
        if (urls.rekorUrl === undefined && reader.text('transparency-log') !== 'none') {
            throw new errors/* CountersignError */.WS('INPUT_MISSING', {
                what: 'The services are given by URLs, and rekor-url is not among them',
                remedy: 'Give rekor-url as well, or say "transparency-log: none".',
            });
        }
        return { kind: 'urls', ...given };
    }
    const file = path ?? edge.env.COUNTERSIGN_SIGNING_CONFIG;
    return file === undefined || file === '' ? { kind: 'public-good' } : { kind: 'file', path: file };
}
function readUrl(reader, name) {
    const text = reader.text(name);
    if (text === undefined)
        return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined ||
        !['https:', 'http:'].includes(url.protocol) ||
        url.username !== '' ||
        url.password !== '') {
        // Not shown: what stands before an @ may be a password.
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The input ${name} is not a whole http or https URL without a user name`,
            remedy: 'Write https://host[:port][/path].',
        });
    }
    return text;
}

// EXTERNAL MODULE: ./packages/core/build/policy/index.js + 6 modules
var policy = __webpack_require__(4344);
// EXTERNAL MODULE: ./packages/core/build/public-key.js
var public_key = __webpack_require__(6927);
;// CONCATENATED MODULE: ./packages/core/build/options/judging.js





/** The inputs of `verify`. Without an identity or a key it refuses. Throws errors of fault user that name the input. */
async function parseVerify(raw, edge) {
    const reader = openReader('verify', raw, edge);
    const common = readCommon(reader, edge);
    const options = {
        ...common,
        signers: await readSigners(reader, edge),
        requirements: (0,policy/* parseRequirements */.Ez)(reader.lines('require').join('\n'), common.platforms),
        mode: reader.choice('mode', ['enforce', 'warn']),
    };
    return parsed(options, reader);
}
/** The inputs of `tree`, which shows every claim and who made it; an identity is not needed. */
async function parseTree(raw, edge) {
    const reader = openReader('tree', raw, edge);
    const asked = settingsOf('tree').some(({ name, group }) => (group === 'signer' || name === 'key') && isGiven(reader.text(name)));
    return parsed({ ...readCommon(reader, edge), signers: asked ? await readSigners(reader, edge) : [] }, reader);
}
const isGiven = (value) => value !== undefined && value !== 'false';
async function readSigners(reader, edge) {
    const keys = await readKeys(reader, edge);
    // Here, where each key's name is known: the rules are made of the texts alone.
    for (const { name, pem } of keys)
        (0,public_key/* parsePublicKey */.e)(pem, name);
    return (0,policy/* parseSignerRules */.rR)({
        certificateIdentity: reader.lines('certificate-identity'),
        certificateIdentityRegexp: reader.lines('certificate-identity-regexp'),
        certificateOidcIssuer: reader.text('certificate-oidc-issuer'),
        sourceRepository: reader.lines('source-repository'),
        sourceOwner: reader.lines('source-owner'),
        sourceRef: reader.text('source-ref'),
        sourceDigest: reader.text('source-digest'),
        signerWorkflow: reader.lines('signer-workflow'),
        signerDigest: reader.text('signer-digest'),
        buildTrigger: reader.text('build-trigger'),
        denySelfHostedRunners: reader.boolean('deny-self-hosted-runners'),
        keys: keys.map(({ pem }) => pem),
    });
}

;// CONCATENATED MODULE: ./packages/core/build/options/index.js








/***/ })

};
