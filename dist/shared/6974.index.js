export const id = 6974;
export const ids = [6974];
export const modules = {

/***/ 32079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  scanInto: () => (/* binding */ scanInto)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(30058);
;// CONCATENATED MODULE: ./packages/core/build/scan/database-status.js



/**
 * What `grype db status -o json` says, judged: a database that is missing, invalid, too old or built in the future decides
 * nothing. Throws DATABASE_UNUSABLE, which is never clean.
 */
function checkDatabaseStatus(answer, { now, maxAgeMs }) {
    const status = (0,json/* parseJson */.qF)(answer);
    if (!(0,json/* isObject */.Gv)(status))
        throw unusable('grype does not say in what state its database is', 'read');
    const { valid, error, schemaVersion, built, from } = status;
    const at = typeof built === 'string' ? new Date(built) : undefined;
    // grype calls an old one invalid too: our sentence says by how much, and what to set.
    if (at !== undefined && at.getUTCFullYear() > 1)
        checkDatabaseAge(at, { now, maxAgeMs });
    if (valid !== true) {
        const why = typeof error === 'string' ? error.slice(0, limits/* MAX_SHOWN_PROGRAM_MESSAGE_CHARS */.kGn) : 'it does not say why';
        throw unusable(`grype says that its vulnerability database is not valid: ${why}`, 'install');
    }
    if (at === undefined || Number.isNaN(at.getTime()) || typeof schemaVersion !== 'string')
        throw unusable('grype does not say when its vulnerability database was built', 'read');
    checkDatabaseAge(at, { now, maxAgeMs });
    return {
        schema: schemaVersion.slice(0, 50),
        built: at,
        from: typeof from === 'string' && from !== '' ? from : undefined,
    };
}
/** Throws DATABASE_UNUSABLE for a database that is older than it may be, or of tomorrow. */
function checkDatabaseAge(built, { now, maxAgeMs }) {
    const age = now.getTime() - built.getTime();
    if (age > maxAgeMs)
        throw unusable(`The vulnerability database was built on ${built.toISOString()}, ${days(age)} ago, and at most ${days(maxAgeMs)} are allowed`, 'update');
    if (age < -limits/* MAX_CLOCK_SKEW_MS */.s9r)
        throw unusable(`The vulnerability database was built on ${built.toISOString()}, which is in the future (it is ${now.toISOString()} here)`, 'clock');
}
/** A name for the database under which a cache may keep it; a database of other bytes has another. */
function databaseCacheKey({ schema, checksum }) {
    const [, major = '6'] = /^v?(\d{1,3})/.exec(schema) ?? [];
    return checksum === undefined ? '' : `grype-db-v${major}-${checksum.replaceAll(/[^\w.-]+/g, '-')}`;
}
/** The checksum in the URL that a database was fetched from (`…?checksum=sha256:…`). */
function checksumOfSource(from) {
    if (from === undefined || !URL.canParse(from))
        return undefined;
    const checksum = new URL(from).searchParams.get('checksum');
    return checksum !== null && isChecksum(checksum) ? checksum : undefined;
}
/** The digest of the database file in grype's `import.json`. */
function checksumOfImport(text) {
    const about = (0,json/* parseJson */.qF)(text);
    const digest = (0,json/* isObject */.Gv)(about) ? about.digest : undefined;
    return typeof digest === 'string' && isChecksum(digest) ? digest : undefined;
}
const isChecksum = (text) => /^[a-z0-9]{2,20}:[0-9a-f]{8,128}$/.test(text);
const unusable = (what, remedy, cause) => new errors/* CountersignError */.WS('DATABASE_UNUSABLE', { what, remedy: REMEDIES[remedy], cause });
const REMEDIES = {
    read: 'Check that the program is a released grype.',
    install: 'Let it be updated (db-update: auto), give a mirror that this machine reaches (db-mirror), or import a file (db-file).',
    update: 'Let it be updated (db-update: auto) or import a newer file (db-file); where an old one has to do, say so with max-db-age.',
    clock: "Set this machine's clock, or install a database from a source that you trust.",
};
const days = (ms) => {
    const hours = ms / 3_600_000;
    return hours < 48 ? `${Math.floor(hours)} hours` : `${Math.floor(hours / 24)} days`;
};

// EXTERNAL MODULE: ./packages/core/build/report/scan.js + 4 modules
var scan = __webpack_require__(41825);
// EXTERNAL MODULE: ./packages/core/build/report/verdict.js
var verdict = __webpack_require__(72132);
// EXTERNAL MODULE: ./packages/core/build/flows/images.js + 2 modules
var flows_images = __webpack_require__(65105);
// EXTERNAL MODULE: ./packages/core/build/flows/path-source.js
var path_source = __webpack_require__(42943);
// EXTERNAL MODULE: ./packages/core/build/flows/report.js
var report = __webpack_require__(55388);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(46524);
;// CONCATENATED MODULE: ./packages/core/build/flows/scan-database.js







/** Throws INPUT_INVALID where `db-file` names what cannot be read: before anything is fetched for a scan. */
async function checkDatabaseFile({ database: { file } }, { workDir }) {
    if (file === undefined)
        return;
    try {
        const handle = await (0,promises_.open)((0,external_node_path_.resolve)(workDir, file));
        try {
            if ((await handle.stat()).isFile())
                return;
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw notReadable(file, (0,read_bounded/* unreadable */.O$)(error), error);
    }
    throw notReadable(file, 'is no file');
}
/**
 * The folder that was named; else one for the bytes of the file to import, so that what one run imports is no other run's
 * database; else the one that all runs share and update. Throws INPUT_INVALID.
 */
async function databaseFolderOf({ database: { file, folder } }, { workDir, cacheDir }) {
    if (folder !== undefined)
        return { folder: (0,external_node_path_.resolve)(workDir, folder), isOfFile: false };
    if (file === undefined)
        return { folder: (0,external_node_path_.join)(cacheDir, 'grype-db'), isOfFile: false };
    const hash = (0,external_node_crypto_.createHash)('sha256');
    try {
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)((0,external_node_path_.resolve)(workDir, file)), hash);
    }
    catch (error) {
        throw notReadable(file, (0,read_bounded/* unreadable */.O$)(error), error);
    }
    return { folder: (0,external_node_path_.join)(cacheDir, 'grype-db-files', hash.digest('hex')), isOfFile: true };
}
const notReadable = (file, why, cause) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what: `The input db-file names ${JSON.stringify(file)}, which ${why}`,
    remedy: 'Give the path of a database file that is there and may be read, relative to the working directory.',
    cause,
});

;// CONCATENATED MODULE: ./packages/core/build/flows/scan-files.js




/** A folder that files of a run are written to. */
class OutputFolder {
    path;
    constructor(path) {
        this.path = path;
    }
    /** Makes the folder where it is not there. Throws INPUT_INVALID where it cannot be written to. */
    static async open(path) {
        await orInvalid(path, () => (0,promises_.mkdir)(path, { recursive: true }));
        return new OutputFolder(path);
    }
    pathOf(name) {
        return (0,external_node_path_.join)(this.path, name);
    }
    /**
     * Writes a file of the pieces, which need not stand in memory together; answers its path. It appears whole or not at all,
     * and in place of what lies there: no link in a checkout says where it is written to.
     */
    async write(name, pieces) {
        const path = this.pathOf(name);
        await orInvalid(path, () => writePieces(path, pieces));
        return path;
    }
}
/**
 * `scan`, `scan-linux-amd64`: how the names of each subject's files begin. Platforms whose names would be the same have their
 * digest in it.
 */
function uniqueNames(subjects) {
    const names = subjects.map(({ platform }) => platform === undefined ? 'scan' : `scan-${platform.toLowerCase().replace(/[^a-z0-9.]+/g, '-')}`);
    return names.map((name, at) => {
        if (names.filter((each) => each === name).length === 1)
            return name;
        return `${name}-${subjects[at]?.digest?.replace(/^\w+:/, '').slice(0, 12) ?? at + 1}`;
    });
}
/**
 * Takes away what an earlier scan left in a folder: where this one fails, no later step must take that for its result. Files
 * that are inputs of this run stay; what it writes in their place takes it. Throws INPUT_INVALID.
 */
async function removeOldScan(folder, inputs) {
    const kept = new Set(await Promise.all([folder, ...inputs].map((path) => (0,promises_.realpath)(path).catch(() => path))));
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    for (const name of names.filter((each) => OF_A_SCAN.test(each))) {
        const path = (0,external_node_path_.join)(folder, name);
        if (!kept.has(await (0,promises_.realpath)(path).catch(() => path)))
            await orInvalid(path, () => (0,promises_.rm)(path));
    }
}
const OF_A_SCAN = /^scan\.(?:sarif|md|junit\.xml)$|^scan(?:-[a-z0-9.-]+)?\.(?:grype|vuln|vulns|vdr\.cdx)\.json$/;
async function writePieces(path, pieces) {
    const passing = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path)}.${(0,external_node_crypto_.randomUUID)()}`);
    try {
        await writeNew(passing, pieces);
        await (0,promises_.rename)(passing, path);
    }
    catch (error) {
        await (0,promises_.rm)(passing, { force: true });
        throw error;
    }
}
async function writeNew(path, pieces) {
    const file = await (0,promises_.open)(path, 'wx');
    try {
        let waiting = '';
        for (const piece of pieces) {
            waiting += piece;
            if (waiting.length < WRITE_CHARS)
                continue;
            await file.writeFile(waiting);
            waiting = '';
        }
        await file.writeFile(waiting);
    }
    finally {
        await file.close();
    }
}
const WRITE_CHARS = 1024 * 1024;
async function orInvalid(path, act) {
    try {
        await act();
    }
    catch (cause) {
        if (!(cause instanceof Error && 'syscall' in cause))
            throw cause;
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `${path} cannot be written: ${cause.message}`,
            remedy: 'Give a folder (output-dir) that this user may write to, with room on its disk.',
            cause,
        });
    }
}

// EXTERNAL MODULE: ./packages/core/build/scan/index.js + 41 modules
var build_scan = __webpack_require__(67151);
// EXTERNAL MODULE: ./packages/core/build/reference/index.js + 3 modules
var reference = __webpack_require__(45288);
;// CONCATENATED MODULE: ./packages/core/build/flows/scan-judge.js


/**
 * The verdict about each subject: every platform by itself, and of an index the worst of them all as one record of its own.
 * Pure but for the baseline, which is read when it is asked for.
 */
async function judgeScans(scanned, image, { gate }, { waivers, vex, baselineFor }, now) {
    const judge = async (subject, report) => {
        const baseline = await baselineFor(subject.platform);
        const about = scannedImage(subject, image);
        return { subject, report, decision: (0,build_scan/* decide */.LD)({ report, gate, waivers, vex, baseline, image: about, now }) };
    };
    const single = await Promise.all(scanned.map(({ subject, report }) => judge(subject, report)));
    if (image?.image.kind !== 'index')
        return single;
    const { pinned, root } = image.image;
    const merged = (0,build_scan/* mergePlatforms */.XJ)(scanned.map(({ subject, report }) => ({ platform: subject.platform ?? '', report })));
    const whole = await judge({ reference: pinned, digest: root.digest, platform: undefined }, merged);
    return [whole, ...single];
}
function scannedImage({ digest, platform }, image) {
    if (image === undefined)
        return { names: [], digest };
    const { name, kind, root, platforms } = image.image;
    // A folder goes by the name that it will be pushed under, too.
    const names = [...new Set([(0,reference/* formatName */.nD)(name), (0,reference/* claimedName */.Vu)(name)])];
    if (kind === 'manifest')
        return { names, digest };
    if (platform !== undefined)
        return { names, digest, index: root.digest };
    return {
        names,
        digest,
        platforms: digestsByPlatform(platforms),
    };
}
/** What is said of one of two manifests that are called the same says nothing about what was found under their name. */
const digestsByPlatform = (platforms) => Object.fromEntries(platforms.flatMap(({ platform = '', digest }) => platforms.filter((other) => other.platform === platform).length === 1 ? [[platform, digest]] : []));

;// CONCATENATED MODULE: ./packages/core/build/flows/scan-outputs.js





/**
 * Writes every file of a scan, whatever the verdict: it is told only when they are there. A predicate for each record, since
 * a subject has one scan; one SARIF and one JUnit file for all.
 */
async function writeScanFiles(about, services) {
    const { records, options, output } = about;
    const location = await locationOf(records, options, services);
    const sarif = await output.write('scan.sarif', (0,build_scan/* sarifOf */.$6)(shownInSarif(records), { location }));
    const junit = options.formats.includes('junit')
        ? await output.write('scan.junit.xml', (0,build_scan/* junitOf */._d)(records))
        : undefined;
    const names = uniqueNames(records.map(({ subject }) => subject));
    const subjects = [];
    for (const [at, record] of records.entries())
        subjects.push(await writeSubject(record, names[at] ?? `scan-${at}`, about, services));
    return { folder: output.path, sarif, junit, subjects };
}
async function writeSubject(record, name, { scanned, options, output, startedAt }, services) {
    const { reference, platform } = record.subject;
    const { formats } = options;
    const run = runOf(record, options, startedAt, services);
    const write = (ending, document) => output.write(`${name}.${ending}`, [`${JSON.stringify(document)}\n`]);
    return {
        reference,
        platform,
        report: scanned.find(({ report }) => report === record.report)?.json,
        predicate: await write('vuln.json', (0,build_scan/* vulnPredicate */.Rl)(record, run)),
        vdr: formats.includes('vdr') ? await write('vdr.cdx.json', (0,build_scan/* vdrOf */.yD)(record)) : undefined,
        inTotoVulns: formats.includes('in-toto-vulns')
            ? await write('vulns.json', (0,build_scan/* inTotoVulns */.Gn)(record, run))
            : undefined,
    };
}
/** An index repeats what its platforms have: it stands in their place only where these are more than a file may hold. */
function shownInSarif(records) {
    const platforms = records.filter(({ subject }) => subject.platform !== undefined);
    const [whole] = records.filter(({ subject }) => subject.platform === undefined);
    if (platforms.length === 0 || whole === undefined)
        return records;
    return platforms.length <= limits/* MAX_SARIF_RUNS */.EQc ? platforms : [whole];
}
/** Where GitHub shows what has no place of its own: the Dockerfile, where there is one; else what was scanned. */
async function locationOf([first], { target }, { workDir }) {
    if (target.kind === 'path')
        return target.path;
    const hasDockerfile = await (0,promises_.access)((0,external_node_path_.join)(workDir, 'Dockerfile')).then(() => true, () => false);
    return hasDockerfile ? 'Dockerfile' : (0,build_scan/* repositoryOf */._M)(first?.subject.reference ?? 'image');
}
/** When and by whom a record was made: the times of its scanner where it was run here, or said when. */
function runOf({ report }, { target }, startedAt, { context, env }) {
    return {
        startedAt: report.startedAt ?? startedAt,
        finishedAt: report.finishedAt ?? context.clock.now(),
        invocation: invocationOf(env, target.kind === 'report' ? [] : ['-o', 'json']),
    };
}
/** What GitHub says of the job; empty elsewhere. */
function invocationOf(env, parameters) {
    const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_WORKFLOW_REF } = env;
    const isJob = GITHUB_SERVER_URL !== undefined && GITHUB_REPOSITORY !== undefined && GITHUB_RUN_ID !== undefined;
    if (!isJob)
        return { uri: '', eventId: '', builderId: '', parameters };
    return {
        uri: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`,
        eventId: GITHUB_RUN_ID,
        builderId: GITHUB_WORKFLOW_REF === undefined ? '' : `${GITHUB_SERVER_URL}/${GITHUB_WORKFLOW_REF}`,
        parameters,
    };
}

// EXTERNAL MODULE: ./packages/core/build/claims/index.js + 17 modules
var claims = __webpack_require__(67792);
// EXTERNAL MODULE: ./packages/core/build/flows/scan-attested.js
var scan_attested = __webpack_require__(34604);
// EXTERNAL MODULE: ./packages/core/build/concurrency.js
var concurrency = __webpack_require__(99045);
// EXTERNAL MODULE: ./packages/core/build/counted.js
var counted = __webpack_require__(89264);
// EXTERNAL MODULE: ./packages/core/build/program/index.js + 3 modules
var program = __webpack_require__(10328);
;// CONCATENATED MODULE: ./packages/core/build/scan/run-grype.js





/**
 * Runs grype once over one SBOM, without a gate of its own: whatever it finds, it ends with 0. Throws PROGRAM_FAILED where
 * it ends otherwise, runs too long or writes more than is read: nothing was decided then.
 */
async function runGrype(grype, { sbom, report, timeoutMs }) {
    await (0,promises_.rm)(report, { force: true });
    let lacksDistribution = false;
    const result = await (0,program/* runProgram */.mB)({
        ...callOf(grype),
        onMessage: (line) => {
            lacksDistribution ||= NO_DISTRIBUTION.test(line);
            grype.onMessage?.(line);
        },
        args: [`sbom:${sbom}`, '-o', 'json'],
        stdoutFile: report,
        maxOutputBytes: limits/* MAX_GRYPE_OUTPUT_BYTES */.VfN,
        timeoutMs,
    });
    if (result.exitCode !== 0)
        throw failed(`grype could not scan ${sbom} (exit code ${result.exitCode})${saidBy(result)}`, 'Read what grype says. A document that it cannot read has to be made again; syft-json, SPDX and CycloneDX JSON are read.');
    return { lacksDistribution };
}
/** grype 0.117, cmd/grype/cli/commands/root.go: it warns, finds nothing in these packages and ends with 0. */
const NO_DISTRIBUTION = /unable to determine the OS distribution/i;
/**
 * Whether its database has nothing at all about a distribution (`debian 99`), so that no package of it can be found: of that
 * the report says nothing. grype 0.117, grype/db/v6/package_store.go: ErrOSNotPresent, which a scan passes over.
 */
async function lacksAdvisories(grype, distribution) {
    const asked = `--distro=${distribution.replace(' ', ':')}`;
    const result = await askGrype(grype, [
        'db',
        'search',
        asked,
        '--pkg',
        'none',
        '--limit',
        '1',
        '-o',
        'json',
    ]);
    return result.exitCode !== 0 && /OS not present/i.test(result.messages);
}
/** The version that a program says it is of. Throws PROGRAM_FAILED for one that is no grype, or whose databases are not of schema 6. */
async function versionOfGrype(grype) {
    const { stdout } = await askGrype(grype, ['version', '-o', 'json']);
    const about = (0,json/* parseJson */.qF)(stdout);
    if (!(0,json/* isObject */.Gv)(about) || about.application !== 'grype' || typeof about.version !== 'string')
        throw failed(`The program ${grype.path} does not say that it is grype`, 'Give the path of a grype, or leave it out to have one installed.');
    if (about.supportedDbSchema !== 6)
        throw failed(`grype ${about.version.slice(0, 50)} does not read vulnerability databases of schema 6`, 'Use grype 0.88 or newer.');
    return about.version.slice(0, 50);
}
/** A short question to grype, its answer kept. The exit code is the caller's to judge. */
const askGrype = (grype, args, timeoutMs = limits/* GRYPE_ANSWER_TIMEOUT_MS */.sjh) => (0,program/* runProgram */.mB)({ ...callOf(grype), args, maxOutputBytes: limits/* MAX_GRYPE_ANSWER_BYTES */.IDz, timeoutMs });
/** What grype said last, to stand behind a sentence; empty where it said nothing. */
const saidBy = ({ messages }) => (0,program/* lastWords */.aN)(messages, limits/* MAX_SHOWN_PROGRAM_MESSAGE_CHARS */.kGn);
const callOf = ({ path, env, folder, signal, onMessage }) => ({
    path,
    env,
    cwd: folder,
    signal,
    ...(onMessage === undefined ? {} : { onMessage }),
});
const failed = (what, remedy) => new errors/* CountersignError */.WS('PROGRAM_FAILED', { what, remedy });

;// CONCATENATED MODULE: ./packages/core/build/scan/database.js








/**
 * Makes sure that grype has a database that may decide: imports the file given, or updates once with attempts and time-outs of
 * our own, then has grype check it. An update that fails is forgiven where the database that is there is young enough.
 * Throws DATABASE_UNUSABLE, INTERRUPTED.
 */
async function prepareDatabase(grype, options, { clock, log }) {
    const failed = await bringUpToDate(grype, options, { clock, log });
    const { stdout } = await askDatabase(grype, ['db', 'status', '-o', 'json'], options.timeoutMs);
    const checked = judged(stdout, { now: clock.now(), maxAgeMs: options.maxAgeMs }, failed);
    const checksum = checksumOfSource(checked.from) ?? (await importedChecksum(options.folder, checked.schema));
    log.info(`The vulnerability database was built on ${checked.built.toISOString()} (schema ${checked.schema}).`);
    const warnings = failed === undefined
        ? []
        : [
            `${failed.message}. The database that was there, built on ${checked.built.toISOString()}, was used.`,
        ];
    return { facts: { ...checked, checksum }, warnings };
}
/** Why a database that is not good enough is not: the update that failed stands behind it. */
function judged(answer, limits, failed) {
    try {
        return checkDatabaseStatus(answer, limits);
    }
    catch (thrown) {
        const error = (0,errors/* asCountersignError */.ek)(thrown);
        if (failed === undefined || error.code !== 'DATABASE_UNUSABLE')
            throw error;
        throw new errors/* CountersignError */.WS('DATABASE_UNUSABLE', {
            what: `${error.message}. ${failed.message}`,
            remedy: error.remedy,
            cause: failed,
        });
    }
}
/** Answers what went wrong with an update; a file that cannot be imported ends the run: it was named. */
async function bringUpToDate(grype, options, { clock, log }) {
    const { update, file, timeoutMs } = options;
    if (file !== undefined) {
        await importFile(grype, file, options, log);
        return undefined;
    }
    if (update === 'never')
        return undefined;
    log.info('Updating the vulnerability database.');
    return attemptUpdates(grype, timeoutMs, { clock, log });
}
/** Into a folder of its own it is imported whole or not at all: what is there was imported well, by whichever run. */
async function importFile(grype, file, { folder, isOfFile, timeoutMs }, log) {
    if (!isOfFile) {
        await runImport(grype, file, timeoutMs, log);
        return;
    }
    if (await isThere(folder)) {
        log.info(`The vulnerability database ${file} was imported before.`);
        return;
    }
    const passing = `${folder}.${(0,external_node_crypto_.randomUUID)()}`;
    try {
        await (0,promises_.mkdir)(passing, { recursive: true });
        await runImport({ ...grype, env: { ...grype.env, GRYPE_DB_CACHE_DIR: passing } }, file, timeoutMs, log);
        await (0,promises_.rename)(passing, folder).catch(async (error) => {
            if (!(await isThere(folder)))
                throw error; // else another run was first, with the same bytes
        });
    }
    finally {
        await (0,promises_.rm)(passing, { recursive: true, force: true });
    }
}
async function runImport(grype, file, timeoutMs, log) {
    log.info(`Importing the vulnerability database ${file}.`);
    const result = await askDatabase(grype, ['db', 'import', file], timeoutMs);
    if (result.exitCode === 0)
        return;
    throw unusable(`grype could not import the vulnerability database ${file}${saidBy(result)}`, 'install');
}
const isThere = (path) => (0,promises_.access)(path).then(() => true, () => false);
async function attemptUpdates(grype, timeoutMs, { clock, log }) {
    for (let attempt = 1;; attempt += 1) {
        const failed = await updateOnce(grype, timeoutMs);
        if (failed === undefined || attempt === limits/* MAX_DATABASE_UPDATES */.aBn)
            return failed;
        log.warn(`${failed.message}; trying again.`);
        await clock.sleep(limits/* FIRST_DATABASE_RETRY_DELAY_MS */.RjE * 2 ** (attempt - 1), grype.signal);
    }
}
async function updateOnce(grype, timeoutMs) {
    try {
        const result = await askGrype(grype, ['db', 'update'], timeoutMs);
        if (result.exitCode === 0)
            return undefined;
        return unusable(`The vulnerability database could not be updated${saidBy(result)}`, 'install');
    }
    catch (thrown) {
        const error = (0,errors/* asCountersignError */.ek)(thrown);
        if (error.code !== 'PROGRAM_FAILED')
            throw error;
        return unusable(`The vulnerability database could not be updated: ${error.message}`, 'install', error);
    }
}
/** A grype that fails at its database leaves nothing to decide with. */
async function askDatabase(grype, args, timeoutMs) {
    try {
        return await askGrype(grype, args, timeoutMs);
    }
    catch (thrown) {
        const error = (0,errors/* asCountersignError */.ek)(thrown);
        if (error.code !== 'PROGRAM_FAILED')
            throw error;
        throw unusable(`The vulnerability database cannot be used: ${error.message}`, 'install', error);
    }
}
async function importedChecksum(folder, schema) {
    const [, major] = /^v?(\d{1,3})/.exec(schema) ?? [];
    if (major === undefined)
        return undefined;
    try {
        const path = (0,external_node_path_.join)(folder, major, 'import.json');
        return checksumOfImport((await (0,read_bounded/* readBounded */.CB)(path, limits/* MAX_GRYPE_ANSWER_BYTES */.IDz)).toString('utf8'));
    }
    catch {
        return undefined; // without it there is no name for a cache, and nothing else is missing
    }
}

;// CONCATENATED MODULE: ./packages/core/build/scan/grype-environment.js

/**
 * grype's whole environment: no variable of the job reaches it but those of the machine, so no token and no `GRYPE_…` of
 * others that would leave findings out. It asks for no newer release of itself and updates its database only where told.
 */
const grypeEnvironment = (env, home, { databaseFolder, maxDatabaseAgeMs, mirror, updateTimeoutMs }) => (0,program/* scrubbedEnvironment */.aq)(env, home, {
    NO_COLOR: '1',
    GRYPE_CHECK_FOR_APP_UPDATE: 'false',
    GRYPE_DB_CACHE_DIR: databaseFolder,
    GRYPE_DB_AUTO_UPDATE: 'false',
    GRYPE_DB_VALIDATE_AGE: 'true',
    GRYPE_DB_VALIDATE_BY_HASH_ON_START: 'true',
    GRYPE_DB_MAX_ALLOWED_BUILT_AGE: goDuration(maxDatabaseAgeMs),
    GRYPE_DB_UPDATE_DOWNLOAD_TIMEOUT: goDuration(updateTimeoutMs),
    ...(mirror === undefined ? {} : { GRYPE_DB_UPDATE_URL: mirror }),
});
const goDuration = (ms) => `${Math.ceil(ms / 1000)}s`;

// EXTERNAL MODULE: ./packages/core/build/flows/program-path.js
var program_path = __webpack_require__(29286);
// EXTERNAL MODULE: ./packages/core/build/flows/still-running.js
var still_running = __webpack_require__(1060);
;// CONCATENATED MODULE: ./packages/core/build/flows/scan-run.js















/** Whether packages of a distribution are among those of an SBOM: they are looked for in what that distribution says. */
const needsDistribution = ({ packages }) => packages.some(({ ecosystem }) => OF_DISTRIBUTIONS.has(ecosystem));
const OF_DISTRIBUTIONS = new Set(['deb', 'rpm', 'apk', 'alpm']);
/** Finds or installs grype, and has its database brought up to date and checked. `work`: an empty folder of this run. */
async function readyGrype(options, work, services) {
    const { context, env, workDir } = services;
    const { database, allowPath, trust, toolMirror: mirror } = options;
    const { folder: databaseFolder, isOfFile } = await databaseFolderOf(options, services);
    const [home, folder] = [(0,external_node_path_.join)(work, 'home'), (0,external_node_path_.join)(work, 'cwd')];
    await Promise.all([home, folder].map((path) => (0,promises_.mkdir)(path, { recursive: true })));
    const grype = {
        path: await (0,program_path/* programPath */.kx)({ name: 'grype', allowPath, mirror, ...options.grype }, trust, services),
        env: grypeEnvironment(env, home, {
            databaseFolder,
            maxDatabaseAgeMs: database.maxAgeMs,
            mirror: database.mirror,
            updateTimeoutMs: database.timeoutMs,
        }),
        folder,
        signal: context.signal,
        onMessage: (line) => {
            context.log.debug(`grype: ${line}`);
        },
    };
    const file = database.file === undefined ? undefined : (0,external_node_path_.resolve)(workDir, database.file);
    const asking = versionOfGrype(grype);
    const preparing = prepareDatabase(grype, { ...database, folder: databaseFolder, file, isOfFile }, context);
    await Promise.allSettled([asking, preparing]); // neither is left running behind an error of the other
    const version = await asking;
    const { facts, warnings } = await preparing;
    return { grype, version, database: facts, databaseFolder, warnings };
}
/** Scans each SBOM once, a few at a time; one that fails fails the run, since nothing can be said without it, once all have ended. */
async function scanAll(jobs, { grype }, options, { context }) {
    const gate = (0,concurrency/* createGate */.q)(limits/* SCAN_CONCURRENCY */.Eps);
    const asked = new Map();
    const isWithout = (distribution) => {
        const answer = asked.get(distribution) ?? lacksAdvisories(grype, distribution);
        asked.set(distribution, answer);
        return answer;
    };
    return (0,concurrency/* allEnded */.C)(jobs.map(({ subject, sbom, needsDistribution: isNeeded, json }) => gate(async () => {
        const startedAt = context.clock.now();
        const about = subject.platform ?? subject.reference;
        context.log.info(`Scanning ${about} with grype`);
        const run = await (0,still_running/* whileTold */.r)(`scanning ${about}`, context, () => runGrype(grype, { sbom, report: json, timeoutMs: options.scanTimeoutMs }));
        const finishedAt = context.clock.now();
        const read = await readReport(json);
        // grype says nothing of apk packages whose distribution it does not know; its report tells.
        const isUnknown = run.lacksDistribution || (isNeeded && read.distribution === '');
        const known = isUnknown ? withDoubt(read, subject, options) : read;
        const report = isNeeded ? await withAdvisories(known, isWithout) : known;
        checkOwnReport(report, subject, { now: finishedAt, maxAgeMs: options.database.maxAgeMs });
        context.log.info(`Scanned ${about} in ${finishedAt.getTime() - startedAt.getTime()} ms: ${(0,counted/* counted */.h)(report.findings.length, 'finding')}.`);
        return { subject, report: { ...report, startedAt, finishedAt }, json };
    })));
}
/**
 * Packages of a distribution that nobody names are looked for nowhere: of an image that decides nothing. A folder may hold
 * package databases that nothing is installed by (test data), so there it is told.
 */
function withDoubt(report, { reference }, { target }) {
    const what = `${reference} has packages of a distribution, and its SBOM does not say of which one, or of one that grype does not know: they were not looked for`;
    if (target.kind === 'path')
        return { ...report, alerts: [...report.alerts, `${what}.`] };
    throw lacksDistribution(what);
}
/** Says of a distribution that the database knows nothing about it: too new for it, or long forgotten. */
async function withAdvisories(report, isWithout) {
    const { distribution = '', alerts } = report;
    if (distribution === '' || !(await isWithout(distribution)))
        return report;
    const alert = `The vulnerability database has nothing about ${distribution}: no package of this distribution can have a finding.`;
    return { ...report, alerts: [...alerts, alert] };
}
/** Of what nobody looked for, nothing could be decided. */
const lacksDistribution = (what) => new errors/* CountersignError */.WS('SBOM_INCOMPLETE', {
    what,
    remedy: 'Leave /etc/os-release in the image; in an SBOM made by hand, name the distribution (syft-json: distro; otherwise ?distro=debian-12 in the package URLs). An image without a distribution is scanned itself or by its SBOM, which tell that no package is of one.',
});
/** Reads the reports that were given; one that tells no database or no time is told in `warnings`. */
async function readReport(path) {
    try {
        return await (0,build_scan/* readScanReport */.eZ)((0,build_scan/* fileBytes */.sG)(path), path);
    }
    catch (error) {
        if (error instanceof errors/* CountersignError */.WS || !(error instanceof Error && 'syscall' in error))
            throw error;
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The report ${path} ${(0,read_bounded/* unreadable */.O$)(error)}`,
            remedy: 'Give the path of a file that is there and may be read, relative to the working directory.',
            cause: error,
        });
    }
}
/** grype's report is judged only with a database in it that may decide, and about the digest it was asked about. */
function checkOwnReport({ database, describes }, { digest, reference }, limits) {
    if (database.built === undefined)
        throw unusable(`The report about ${reference} does not say which vulnerability database decided`, 'read');
    checkDatabaseAge(database.built, limits);
    if (digest === undefined || describes.length === 0 || describes.includes(digest))
        return;
    throw new errors/* CountersignError */.WS('DOCUMENT_SUBJECT_MISMATCH', {
        what: `grype's report about ${reference} says that it is about ${describes.slice(0, 3).join(', ')}`,
        remedy: 'Make the SBOM from that very digest (generate-sbom does).',
    });
}

;// CONCATENATED MODULE: ./packages/core/build/flows/scan-waivers.js





/** Where waivers are looked for without being named, below the working directory. */
const WAIVERS_PATH = '.countersign/waivers.yaml';
/**
 * The waiver file that is found without being named; undefined where there is none. Nobody asked for it, so it has to be a
 * regular file of the working directory itself: a pipe would never end, and a link could lead to what others may write.
 * Throws INPUT_INVALID.
 */
async function foundWaivers(workDir) {
    const path = (0,external_node_path_.join)(workDir, WAIVERS_PATH);
    try {
        const [real, root] = await Promise.all([(0,promises_.realpath)(path), (0,promises_.realpath)(workDir)]);
        if (!real.startsWith(root.endsWith(external_node_path_.sep) ? root : `${root}${external_node_path_.sep}`))
            throw scan_waivers_unusable('is a link that leads out of the working directory');
        // Without waiting for the other end of a pipe.
        const file = await (0,promises_.open)(real, promises_.constants.O_RDONLY | promises_.constants.O_NONBLOCK);
        try {
            if (!(await file.stat()).isFile())
                throw scan_waivers_unusable('is no regular file');
        }
        finally {
            await file.close();
        }
        return await (0,read_bounded/* readBounded */.CB)(real, limits/* MAX_DOCUMENT_BYTES */.biz);
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return undefined;
        throw (0,read_bounded/* unreadableInput */.SJ)('waivers', path, error);
    }
}
const scan_waivers_unusable = (why) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what: `${WAIVERS_PATH}, where waivers are looked for, ${why}`,
    remedy: 'Make it a file, or name the waiver file that is meant with "waivers".',
});

;// CONCATENATED MODULE: ./packages/core/build/flows/scan-policy.js









const MISNAMED_WAIVERS_PATH = '.countersign/waivers.yml';
/**
 * Reads all of it before anything is scanned. Nothing that cannot be read is passed over. Throws INPUT_INVALID, the codes of
 * parseWaivers and parseVex, CLAIM_MISSING for an attested baseline that is not there, and what registry and trust throw.
 */
async function readScanPolicy(options, image, services) {
    const [waivers, misnamed, vexFiles, vexAttested, baselineFor] = await Promise.all([
        readWaivers(options, services),
        options.waivers === undefined ? misnamedWaivers(services) : [],
        Promise.all(options.vexFiles.map((path) => readVexFile(path, services))),
        readAttestedVex(options, image, services),
        readBaseline(options, image, services),
    ]);
    const vex = (0,build_scan/* withoutFuture */.cF)([...vexFiles, ...vexAttested.documents], services.context.clock.now());
    return {
        waivers,
        vex: vex.documents,
        baselineFor,
        notices: [
            ...misnamed,
            ...vexAttested.notices,
            ...vex.ignored.map((text) => ({ level: 'warning', text })),
        ],
    };
}
/** A waiver file of nearly the right name waives nothing: whoever wrote it has to be told. */
async function misnamedWaivers({ workDir }) {
    const isThere = await (0,promises_.access)((0,external_node_path_.join)(workDir, MISNAMED_WAIVERS_PATH)).then(() => true, () => false);
    const text = `${MISNAMED_WAIVERS_PATH} is not read unless it is named (waivers): the waivers that are looked for are in ${WAIVERS_PATH}.`;
    return isThere ? [{ level: 'warning', text }] : [];
}
async function readWaivers({ waivers, maxWaiverDays }, { workDir, context }) {
    const bytes = waivers === undefined
        ? await foundWaivers(workDir)
        : await readInput('waivers', (0,external_node_path_.resolve)(workDir, waivers));
    if (bytes === undefined)
        return [];
    return (0,build_scan/* parseWaivers */.dU)(bytes, waivers ?? WAIVERS_PATH, { now: context.clock.now(), maxWaiverDays });
}
async function readVexFile(path, { workDir }) {
    return (0,build_scan/* parseVex */.pB)(await readInput('vex', (0,external_node_path_.resolve)(workDir, path)), path);
}
async function readAttestedVex(options, image, services) {
    const { vexSigners } = options;
    if (vexSigners.length === 0 || image === undefined)
        return { documents: [], notices: [] };
    const trust = await (0,scan_attested/* openTrustFor */.yQ)(vexSigners, options, services);
    const types = claims/* TYPES_OF_NAME */.GA.openvex;
    const { counted, refused } = await (0,scan_attested/* attestedPredicates */.jU)(image, (predicateType) => types.includes(predicateType), vexSigners, trust);
    const documents = counted.map(({ predicate, name, subject }) => saidOf(subject, (0,build_scan/* parseVex */.pB)(Buffer.from(JSON.stringify(predicate)), `attestation ${name}`)));
    services.context.log.info(`${counted.length} OpenVEX attestations on the image count.`);
    return {
        documents,
        notices: refused.map(({ subject, reason }) => ({
            level: 'warning',
            text: `An OpenVEX attestation on ${subject.platform ?? 'the image'} does not count: ${reason}`,
        })),
    };
}
/** An attestation on one platform that names a package alone is about that platform's, not about all that are called so. */
const saidOf = ({ digest }, { path, statements }) => ({
    path,
    statements: statements.map((statement) => ({
        ...statement,
        products: statement.products.map((product) => ({
            ...product,
            image: product.image ?? { digest, repository: undefined },
        })),
    })),
});
async function readBaseline(options, image, services) {
    const { baseline } = options;
    if (baseline === undefined)
        return () => Promise.resolve(undefined);
    if (baseline.kind === 'file') {
        const report = await readReport((0,external_node_path_.resolve)(services.workDir, baseline.path));
        return () => Promise.resolve(report);
    }
    const { signers } = baseline;
    const base = baseline.image === undefined ? image : await (0,scan_attested/* openBaselineImage */.fA)(baseline.image, options, services);
    if (base === undefined)
        throw new Error('an attested baseline has no image');
    const trust = await (0,scan_attested/* openTrustFor */.yQ)(signers, options, services);
    const types = claims/* TYPES_OF_NAME */.GA.vuln;
    const found = await (0,scan_attested/* attestedPredicates */.jU)(base, (predicateType) => types.includes(predicateType), signers, trust);
    return (platform) => {
        const { predicate, name } = (0,scan_attested/* newestOf */.su)(found, platform, base);
        return (0,build_scan/* readScanReport */.eZ)(once(Buffer.from(JSON.stringify(predicate))), `attestation ${name}`);
    };
}
async function readInput(input, path) {
    try {
        return await (0,read_bounded/* readBounded */.CB)(path, limits/* MAX_DOCUMENT_BYTES */.biz);
    }
    catch (error) {
        throw (0,read_bounded/* unreadableInput */.SJ)(input, path, error);
    }
}
// eslint-disable-next-line @typescript-eslint/require-await -- an async iterable of one piece
async function* once(bytes) {
    yield bytes;
}

;// CONCATENATED MODULE: ./packages/core/build/flows/scan-refusal.js


/**
 * The error of a gate that something broke, undefined where all is clean. It names the findings, each with what broke it and
 * the version that fixes it, the waivers that have expired, and the shortest way out. Pure: the verdict is the records' own.
 */
function refusalOfScan(records) {
    const broken = records.filter(({ decision }) => decision.result === 'violations');
    // The record of an index holds what its platforms have.
    const [first] = broken.filter(({ subject }) => subject.platform === undefined);
    const [told] = first === undefined ? [broken] : [[first]];
    const findings = told.flatMap(({ decision }) => decision.findings.filter(isBreach));
    const [one] = told;
    if (one === undefined)
        return undefined;
    const expired = new Set(told
        .flatMap(({ decision }) => decision.waivers)
        .filter(({ state, matched }) => state === 'expired' && matched > 0));
    const named = findings.slice(0, limits/* MAX_NAMED_FINDINGS */.As5).map(findingText);
    const more = findings.length - named.length;
    return new errors/* CountersignError */.WS('GATE_FAILED', {
        what: `${findings.length === 0 ? 'The gate refuses' : `${scan_refusal_counted(findings.length)} the gate for`} ${one.subject.reference}` +
            (findings.length === 0
                ? tooManyNew(one)
                : `: ${[...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')}`) +
            [...expired].map((state) => `. ${expiredText(state)}`).join(''),
        remedy: remedyFor(findings, expired.size > 0),
    });
}
const scan_refusal_counted = (count) => (count === 1 ? '1 finding breaks' : `${count} findings break`);
const isBreach = ({ disposition }) => disposition.kind === 'open' && disposition.breaches.length > 0;
function findingText({ finding, disposition }) {
    const { id, package: { name, version }, fix, platforms, } = finding;
    const why = disposition.kind === 'open' ? disposition.breaches.map(({ text }) => text).join(', ') : '';
    const where = platforms.length === 0 ? '' : ` on ${platforms.slice(0, 4).join(', ')}`;
    return `${id} in ${name} ${version}${where} (${why}): ${fixText(fix)}`;
}
function fixText({ state, suggested }) {
    if (suggested !== undefined)
        return `fixed in ${suggested}`;
    switch (state) {
        case 'fixed':
            return 'fixed, the version is not known';
        case 'wont-fix':
            return 'its distribution will not fix it';
        case 'not-fixed':
            return 'no fix yet';
        case 'unknown':
            return 'no fix known';
    }
}
const tooManyNew = ({ decision }) => `: ${decision.newCount ?? 0} findings are not in the baseline, and at most ${decision.gate.maxNew ?? 0} may be`;
const expiredText = ({ waiver }) => `Waiver ${waiver.index} for ${waiver.id} (${waiver.owner}) expired on ${waiver.expires} and no longer applies`;
function remedyFor(findings, expired) {
    const fixed = findings.some(({ finding }) => finding.fix.suggested !== undefined);
    const known = findings.some(({ finding }) => finding.kev !== undefined);
    return [
        ...(fixed ? ['Upgrade to the versions named and build again.'] : []),
        `${fixed ? 'Where that cannot be: accept' : 'Accept'} the risk for a while in .countersign/waivers.yaml${known ? ' (allow-kev: true for what is known to be exploited)' : ''}, or state with "vex" why the image is not affected.`,
        ...(expired ? ['An expired waiver is renewed by a new date, after looking at its reason again.'] : []),
    ].join(' ');
}

// EXTERNAL MODULE: ./packages/core/build/flows/sbom-drafts.js
var sbom_drafts = __webpack_require__(76276);
// EXTERNAL MODULE: ./packages/core/build/flows/sbom-judge.js
var sbom_judge = __webpack_require__(11329);
// EXTERNAL MODULE: ./packages/core/build/sbom/index.js + 48 modules
var build_sbom = __webpack_require__(54540);
;// CONCATENATED MODULE: ./packages/core/build/flows/scan-subjects.js



/** The manifests of an image that are scanned: of an index each platform's, since the index itself has no packages. */
function manifestsOf(image) {
    const [root] = [subjectOf(image, image.root)];
    if (image.kind === 'manifest')
        return [root];
    if (image.platforms.length === 0)
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The index ${image.pinned} names no platform, so there is nothing to scan`,
            remedy: 'Give the image that was built.',
        });
    return image.platforms.map((platform) => subjectOf(image, platform));
}
const subjectOf = ({ pinned }, { digest, platform }) => ({
    reference: `${pinned.slice(0, pinned.lastIndexOf('@'))}@${digest}`,
    digest,
    platform,
});
/**
 * Which file is about which manifest of an image: each manifest needs exactly one, and a file counts for a manifest only
 * where it says that it describes it. A document about the index (the union of its platforms) is passed over: the index is
 * judged by its platforms. `input`: of an SBOM the digest is demanded; a report of another scanner may name none, or the
 * index's. Throws SBOM_SUBJECT_MISMATCH, DOCUMENT_SUBJECT_MISMATCH, INPUT_INVALID, INPUT_MISSING, INPUTS_CONTRADICT.
 */
function filesOfManifests(image, files, input) {
    const subjects = manifestsOf(image);
    const pairs = new Map();
    const unproven = [];
    for (const file of files) {
        const subject = subjectFor(image, subjects, file, input);
        if (subject === undefined)
            continue;
        const other = pairs.get(subject);
        if (other !== undefined)
            throw new errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
                what: `The input ${input} has two files for ${named(subject)}: ${other.path} and ${file.path}`,
                remedy: 'Give one file for each platform.',
            });
        // What one platform has says nothing about another: its report would cover both.
        const [first] = [...pairs].find(([, { path }]) => (0,external_node_path_.normalize)(path) === (0,external_node_path_.normalize)(file.path)) ?? [];
        if (first !== undefined)
            throw new errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
                what: `The input ${input} names ${file.path} for ${named(first)} and for ${named(subject)}`,
                remedy: 'Give each platform the file that was made of it.',
            });
        pairs.set(subject, file);
        if (file.describes.length === 0)
            unproven.push(file);
    }
    const missing = subjects.filter((subject) => !pairs.has(subject));
    if (missing.length > 0)
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: `The input ${input} has no file for ${missing.map(named).join(', ')} of ${image.pinned}`,
            remedy: `Give one for each platform, as PLATFORM=PATH: a platform that nobody looked at is not clean.`,
        });
    return { pairs: subjects.flatMap((subject) => paired(subject, pairs.get(subject))), unproven };
}
const paired = (subject, file) => (file === undefined ? [] : [[subject, file]]);
/** undefined: about the index as a whole. */
function subjectFor(image, subjects, file, input) {
    const { platform, describes } = file;
    if (platform !== undefined) {
        const subject = subjects.find((each) => each.platform === platform);
        if (subject === undefined)
            throw noSuchPlatform(image, file, input);
        checkFile(file, subject, image, input);
        return subject;
    }
    const described = subjects.find(({ digest }) => digest === describes[0]);
    if (described !== undefined) {
        if (input === 'report')
            checkFile(file, described, image, input);
        return described;
    }
    const [first, ...others] = subjects;
    if (others.length === 0 && image.kind === 'manifest' && first !== undefined) {
        checkFile(file, first, image, input);
        return first;
    }
    if (describes[0] === image.root.digest)
        return undefined;
    throw mismatch(file, `${image.pinned} or one of its platforms`, input);
}
/**
 * An SBOM has to name the digest first; a report may name none, or that of the index its platform was taken from, and never
 * that of another platform beside it: grype names both where it was given the index.
 */
function checkFile(file, subject, image, input) {
    const { describes, path } = file;
    const { digest } = subject;
    if (digest === undefined)
        return;
    if (input === 'sbom') {
        (0,build_sbom/* checkDescribes */.lP)(file, digest, path);
        return;
    }
    const others = image.platforms.filter((other) => other.digest !== digest);
    const isOurs = describes.length === 0 || describes.includes(digest) || describes.includes(image.root.digest);
    if (!isOurs || others.some((other) => describes.includes(other.digest)))
        throw mismatch(file, named(subject), input);
}
const named = ({ platform, reference }) => platform === undefined ? reference : `${platform} (${reference})`;
const noSuchPlatform = (image, { platform = '', path }, input) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what: `The input ${input} names ${path} for ${platform}, and ${image.pinned} has no such platform`,
    remedy: image.kind === 'index'
        ? `Its platforms: ${image.platforms.map((each) => each.platform ?? '').join(', ')}.`
        : 'It is a single manifest: give the path alone.',
});
const mismatch = ({ path, describes }, what, input) => new errors/* CountersignError */.WS(input === 'sbom' ? 'SBOM_SUBJECT_MISMATCH' : 'DOCUMENT_SUBJECT_MISMATCH', {
    what: `${path} is given for ${what}, and ${describes.length === 0 ? 'names no image digest' : `is about ${describes.slice(0, 3).join(', ')}`}`,
    remedy: 'Give the platform it is about as PLATFORM=PATH, the file of this very image, or leave "image" out to judge it as a file.',
});

;// CONCATENATED MODULE: ./packages/core/build/flows/scan-sboms.js









/**
 * Makes an SBOM of each platform of the image, or of the folder, as generate-sbom does: by digest, held against what is in
 * the layers. One that misses something is a rejection: what nobody listed, nobody scanned. Throws SBOM_INCOMPLETE,
 * PROGRAM_FAILED, and what the registry throws.
 */
async function sbomsOf(target, image, options, work, services) {
    const folder = (0,external_node_path_.join)(work, 'sbom');
    await (0,promises_.mkdir)(folder, { recursive: true });
    const path = target.kind === 'path' ? target.path : undefined;
    const name = image === undefined ? (path ?? '') : (0,reference/* formatName */.nD)(image.image.name);
    const sbomOptions = optionsFor(options, path);
    const run = { options: sbomOptions, services, folder, name, watch: (_part, step) => step() };
    const syft = () => (0,program_path/* programPath */.kx)({ name: 'syft', ...sbomOptions.syft }, options.trust, services);
    const drafts = image === undefined ? [await ofPath(path ?? '', await syft(), run)] : await ofImage(image, syft, run);
    const subjects = image === undefined
        ? [{ reference: path ?? '', digest: undefined, platform: undefined }]
        : manifestsOf(image.image);
    const missing = (0,sbom_judge/* rejectionOf */.h2)(drafts.map((draft) => (0,sbom_judge/* judgeDraft */.jY)(draft, undefined, sbomOptions)), sbomOptions, 'Mend what hides the packages: what nobody listed, nobody scanned. What honestly has none needs allow-empty: true.');
    if (missing !== undefined)
        throw missing;
    return Promise.all(subjects.map(async (subject, at) => {
        const [document] = draftOf(subject, drafts)?.documents ?? [];
        if (document === undefined)
            throw new Error(`no SBOM of ${subject.reference} was made`);
        const file = (0,external_node_path_.join)(folder, `${at}.syft.json`);
        await (0,promises_.writeFile)(file, document.bytes);
        return { subject, sbom: file, needsDistribution: needsDistribution(document.sbom) };
    }));
}
const draftOf = ({ digest }, drafts) => drafts.find(({ subject }) => subject?.digest === digest);
const ofImage = ({ image, ...open }, syft, run) => (0,sbom_drafts/* draftsBySyft */.wg)({ image, ...open }, image.kind === 'index' ? image.platforms : [image.root], syft, run);
async function ofPath(given, syft, run) {
    const { services } = run;
    const source = await (0,path_source/* pathSource */.r)(given, services);
    return (0,sbom_drafts/* describe */.q0)(await (0,path_source/* describedPath */.L)(source, given, services.context.clock.now()), syft, run);
}
const optionsFor = (options, path) => ({
    images: options.images,
    allowTag: options.allowTag,
    platforms: options.platforms,
    plainHttpHosts: options.plainHttpHosts,
    trust: options.trust,
    path,
    only: undefined,
    source: { kind: 'syft' },
    formats: [{ format: 'syft-json', specVersion: undefined }],
    onIncomplete: 'fail',
    allowEmpty: options.allowEmpty,
    baseline: undefined,
    maxDropPercent: 100,
    thresholds: {},
    outputDir: undefined,
    snapshot: undefined,
    supplier: undefined,
    syft: { ...options.syft, mirror: options.toolMirror, allowPath: options.allowPath },
    timeoutMs: options.scanTimeoutMs,
    sourceDate: undefined,
    dryRun: false,
});

;// CONCATENATED MODULE: ./packages/core/build/flows/scan-targets.js









/**
 * The SBOMs that were given, each with the subject it is scanned for; with an image each is checked to describe it. One
 * without a package is refused, since it has nothing that could be found: SBOM_INCOMPLETE.
 */
async function jobsOfSboms(files, image, { work, output, allowEmpty, }, { workDir }) {
    const given = [];
    for (const [at, file] of files.entries()) {
        const copy = (0,external_node_path_.join)(work, 'given', String(at), (0,external_node_path_.basename)(file.path));
        given.push(await givenSbom(file, { from: (0,external_node_path_.resolve)(workDir, file.path), copy, allowEmpty }));
    }
    if (image === undefined)
        return jobsFor(given.map((file) => ({ ...file, subject: ofFile(file) })), output);
    const { pairs } = filesOfManifests(image.image, given, 'sbom');
    return jobsFor(pairs.flatMap(([subject, { path }]) => {
        const file = given.find((each) => each.path === path);
        return file === undefined ? [] : [{ ...file, subject }];
    }), output);
}
/** The SBOMs of an image or a folder as they were made for this scan. */
function jobsFor(sboms, output) {
    const names = uniqueNames(sboms.map(({ subject }) => subject));
    return sboms.map(({ subject, sbom, needsDistribution }, at) => ({
        subject,
        sbom,
        needsDistribution,
        json: output.pathOf(`${names[at] ?? `scan-${at}`}.grype.json`),
    }));
}
/**
 * The reports that were given, read; `unproven`: those that do not say which digest they are about. REPORT_INVALID for one
 * whose scanner looked into nothing, SBOM_INCOMPLETE for one about an image whose scanner knew no distribution.
 */
async function readReports(files, image, { allowEmpty }, { workDir }) {
    const read = new Map();
    for (const file of files) {
        const report = await readReport((0,external_node_path_.resolve)(workDir, file.path));
        if (report.isEmpty === true && !allowEmpty)
            throw looksIntoNothing(file, report);
        // Whether it has packages of a distribution only its SBOM would tell.
        if (report.distribution === '' && (image !== undefined || report.isOfFolder !== true))
            throw lacksDistribution(`${file.path} does not say which distribution the image is of: packages of one, where it has them, were not looked for`);
        read.set(file, report);
    }
    if (image === undefined) {
        const scanned = [...read].map(([file, report]) => ({
            subject: withDigestOf(ofFile(file), report),
            report,
            json: (0,external_node_path_.resolve)(workDir, file.path),
        }));
        return { scanned, unproven: [] };
    }
    const described = [...read].map(([file, { describes }]) => ({ ...file, describes, source: file }));
    const { pairs, unproven } = filesOfManifests(image.image, described, 'report');
    const scanned = pairs.flatMap(([subject, { path }]) => {
        const report = [...read].find(([file]) => file.path === path)?.[1];
        return report === undefined ? [] : [{ subject, report, json: (0,external_node_path_.resolve)(workDir, path) }];
    });
    return { scanned, unproven: unproven.map(({ path }) => path) };
}
const looksIntoNothing = ({ path }, { scanner }) => new errors/* CountersignError */.WS('REPORT_INVALID', {
    what: `${path} says that ${scanner.name} looked into nothing that has packages, so that it has no finding means nothing`,
    remedy: 'Scan the image itself, for vulnerabilities; where there honestly is no package, set allow-empty: true.',
});
/** What stands for a subject whose digest only its report tells. */
const withDigestOf = (subject, { describes }) => subject.digest === undefined ? { ...subject, digest: describes[0] } : subject;
const ofFile = ({ platform, path }) => ({
    reference: path,
    digest: undefined,
    platform,
});
/** Reads an SBOM once: the scanner gets the bytes that were read, whatever becomes of the file until then. */
async function givenSbom(file, { from: path, copy, allowEmpty }) {
    try {
        const bytes = await (0,read_bounded/* readBounded */.CB)(path, limits/* MAX_SBOM_BYTES */.rIg);
        const sbom = (0,build_sbom/* readSbom */.kH)(bytes, (0,external_node_path_.basename)(path));
        const { describes, packages } = sbom;
        if (packages.length === 0 && !allowEmpty)
            throw new errors/* CountersignError */.WS('SBOM_INCOMPLETE', {
                what: `${(0,external_node_path_.basename)(path)} names no package, so there is nothing that could be found`,
                remedy: 'Look why it is empty (generate-sbom does); where there honestly is none, set allow-empty: true.',
            });
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(copy), { recursive: true });
        await (0,promises_.writeFile)(copy, bytes);
        return { ...file, describes, sbom: copy, needsDistribution: needsDistribution(sbom) };
    }
    catch (error) {
        throw (0,read_bounded/* unreadableInput */.SJ)('sbom', path, error);
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./packages/core/build/flows/github-api.js
var github_api = __webpack_require__(77992);
;// CONCATENATED MODULE: ./packages/core/build/flows/scan-upload.js






/**
 * Sends a SARIF file to GitHub's code scanning (REST, "Upload an analysis as SARIF data") and answers a sentence about it.
 * Throws GITHUB_REFUSED, GITHUB_UNAVAILABLE, LIMIT_EXCEEDED.
 */
async function uploadSarif(path, target, services) {
    const { repository, ref, commit, isFork } = target;
    if (isFork)
        return "The SARIF was not sent: a fork's pull request has no permission for it. The findings are in the summary.";
    const body = Buffer.from(JSON.stringify({
        commit_sha: commit,
        ref,
        sarif: (await compressed(path)).toString('base64'),
        tool_name: 'Countersign',
    }));
    // The same analysis of one commit and category takes the place of the one before.
    const answer = await (0,github_api/* postToGitHub */.H)(target, 'code-scanning/sarifs', body, services);
    if (answer.status === 202)
        return `The SARIF was sent to the code scanning of ${repository}.`;
    throw refused(answer, repository);
}
async function compressed(path) {
    const chunks = [];
    let read = 0;
    let size = 0;
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), async function* bounded(source) {
        for await (const chunk of source) {
            read += chunk.length;
            if (read > limits/* MAX_SARIF_BYTES */.nah)
                throw tooLarge(`more than ${limits/* MAX_SARIF_BYTES */.nah} bytes`);
            yield chunk;
        }
    }, (0,external_node_zlib_.createGzip)(), async (source) => {
        for await (const chunk of source) {
            size += chunk.length;
            if (size > limits/* MAX_SARIF_UPLOAD_BYTES */.f7e)
                throw tooLarge(`more than ${limits/* MAX_SARIF_UPLOAD_BYTES */.f7e} bytes compressed`);
            chunks.push(chunk);
        }
    });
    return Buffer.concat(chunks);
}
const tooLarge = (size) => new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
    what: `The SARIF has ${size}, which GitHub does not take`,
    remedy: 'Upload platforms in runs of their own, or leave upload-sarif out and read the summary.',
});
const refused = ({ status, said }, repository) => new errors/* CountersignError */.WS('GITHUB_REFUSED', {
    what: `GitHub refused the SARIF for ${repository} (${status})${said}`,
    remedy: REMEDY_OF[status] ?? 'Read what GitHub says; the file of the sarif output is complete.',
});
const REMEDY_OF = {
    401: 'Set "github-token: ${{ github.token }}".',
    403: 'Add to the job:\npermissions:\n  security-events: write\nand see that code scanning is on for the repository.',
    404: 'See that code scanning is on for the repository, and that the token may write to it.',
    413: 'Upload platforms in runs of their own.',
};

;// CONCATENATED MODULE: ./packages/core/build/flows/scan-image.js





















/**
 * A scan from its inputs to its verdict, noted in `progress` as far as it came. What people decided beforehand is read first,
 * since it may be wrong; then everything is scanned, judged and written, and only then is the verdict told.
 */
async function scanInto(progress, options, services, told) {
    const startedAt = services.context.clock.now();
    await clearOutput(options, services);
    await checkDatabaseFile(options, services);
    const image = await openTheImage(options, services);
    if (image !== undefined)
        progress.images = (0,report/* imageReports */.jl)(new flows_images/* ImageRun */.J([image], []), () => []);
    const policy = await readScanPolicy(options, image, services);
    progress.notices.push(...policy.notices);
    if (options.dryRun) {
        progress.figures = { ...progress.figures, planned: true };
        progress.notices.push({
            level: 'notice',
            text: `${planText(options, image)}. Nothing was scanned.`,
        });
        return;
    }
    const output = await OutputFolder.open(options.outputDir === undefined
        ? (0,external_node_path_.join)(services.tempDir, `countersign-scan-${(0,external_node_crypto_.randomUUID)()}`)
        : (0,external_node_path_.resolve)(services.workDir, options.outputDir));
    const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)(services.tempDir, 'countersign-scanning-'));
    try {
        const found = await find(options, image, { work, output }, services);
        progress.notices.push(...found.notices);
        const judgedAt = services.context.clock.now();
        const records = await judgeScans(found.scanned, image, options, policy, judgedAt);
        const files = await writeScanFiles({ ...found, records, options, output, startedAt }, services);
        const written = {
            result: records.some(({ decision }) => decision.result === 'violations') ? 'violations' : 'clean',
            records,
            files,
            notices: [],
            judgedAt,
            ...(found.grype === undefined ? {} : { database: databaseOf(found.grype) }),
            maxWaiverDays: options.maxWaiverDays,
        };
        const summary = await output.write('scan.md', [(0,scan/* scanSummary */.yK)(written)]);
        const part = { ...written, files: { ...files, summary } };
        told(part);
        const failedUpload = await upload(part.files.sarif, options, progress, services);
        const refusal = refusalOfScan(records);
        const error = refusal ?? failedUpload;
        if (error === undefined)
            return;
        // What was asked for was not done in full: a caller that looks at the result alone must not go on.
        progress.error = error;
        progress.status = (0,report/* statusOf */.c2)(error);
        told({ ...part, result: (0,verdict.resultOf)(progress.status) });
    }
    finally {
        await (0,promises_.rm)(work, { recursive: true, force: true });
    }
}
async function clearOutput({ outputDir, dryRun, target, baseline, vexFiles }, { workDir }) {
    if (outputDir === undefined || dryRun)
        return;
    const inputs = [
        ...('files' in target ? target.files.map(({ path }) => path) : []),
        ...(baseline?.kind === 'file' ? [baseline.path] : []),
        ...vexFiles,
    ];
    await removeOldScan((0,external_node_path_.resolve)(workDir, outputDir), inputs.map((path) => (0,external_node_path_.resolve)(workDir, path)));
}
const databaseOf = ({ database, databaseFolder }) => ({
    built: database.built,
    schema: database.schema,
    cacheKey: databaseCacheKey(database),
    folder: databaseFolder,
});
async function openTheImage(options, services) {
    if (options.images.length === 0)
        return undefined;
    const run = await (0,flows_images/* openImages */.x)(options, services);
    const [failed] = run.unopened;
    if (failed !== undefined)
        throw failed.error;
    return run.images[0];
}
async function find(options, image, { work, output }, services) {
    const { target } = options;
    if (target.kind === 'report')
        return judgeable(await readReports(target.files, image, options, services), options, services);
    // What is soon looked at goes first: files and folders, then the database. To describe an image takes longest.
    if (target.kind === 'path')
        await (0,path_source/* pathSource */.r)(target.path, services);
    const given = target.kind === 'sbom'
        ? await jobsOfSboms(target.files, image, { work, output, allowEmpty: options.allowEmpty }, services)
        : undefined;
    const grype = await readyGrype(options, work, services);
    const jobs = given ?? jobsFor(await sbomsOf(target, image, options, work, services), output);
    const scanned = await scanAll(jobs, grype, options, services);
    return {
        scanned: scanned.map((each) => ({ ...each, subject: withDigestOf(each.subject, each.report) })),
        grype,
        notices: grype.warnings.map((text) => ({ level: 'warning', text })),
    };
}
/** Reports of others decide too, where the database behind them is young enough; what they do not tell is said. */
function judgeable({ scanned, unproven }, { database }, { context }) {
    const now = context.clock.now();
    const silent = [];
    for (const { report, json } of scanned) {
        const { built } = report.database;
        if (built === undefined && report.scanner.name === 'grype')
            throw unusable(`${json} does not say when its vulnerability database was built, as grype does`, 'read');
        if (built === undefined)
            silent.push(json);
        // A database is no younger than the report that was made with it.
        const age = built ?? report.finishedAt;
        if (age !== undefined)
            checkDatabaseAge(age, { now, maxAgeMs: database.maxAgeMs });
    }
    const warning = (text) => ({ level: 'warning', text });
    return {
        scanned,
        grype: undefined,
        notices: [
            ...silent.map((path) => warning(`${path} does not say when its vulnerability database was built: nobody knows how old it is.`)),
            ...unproven.map((path) => warning(`${path} does not say which digest it is about: that it is this image's is taken on trust.`)),
        ],
    };
}
/** A verdict outweighs a failed upload, which is then told beside it. */
async function upload(sarif, { upload: target }, progress, services) {
    if (target === undefined)
        return undefined;
    try {
        progress.notices.push({ level: 'notice', text: await uploadSarif(sarif, target, services) });
        return undefined;
    }
    catch (thrown) {
        const error = (0,errors/* asCountersignError */.ek)(thrown);
        progress.notices.push({ level: 'warning', text: `The SARIF was not sent: ${error.message}` });
        return error;
    }
}
function planText({ target }, image) {
    switch (target.kind) {
        case 'image': {
            const names = image === undefined
                ? []
                : manifestsOf(image.image).map(({ platform, reference }) => platform ?? reference);
            return `an SBOM of ${names.join(', ')} would be made and scanned`;
        }
        case 'path':
            return `an SBOM of ${target.path} would be made and scanned`;
        case 'sbom':
            return `${target.files.map(({ path }) => path).join(', ')} would be scanned`;
        case 'report':
            return `${target.files.map(({ path }) => path).join(', ')} would be judged`;
    }
}


/***/ }),

/***/ 38684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
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


/***/ })

};
