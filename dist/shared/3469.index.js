export const id = 3469;
export const ids = [3469,102];
export const modules = {

/***/ 73469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* reexport */ onRunner)
});

// UNUSED EXPORTS: COMMAND_OF, OUTPUTS

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/interruption.js
var interruption = __webpack_require__(62775);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/options/index.js + 39 modules
var options = __webpack_require__(61620);
// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(46524);
;// CONCATENATED MODULE: ./packages/core/build/runner/environment.js
/**
 * The inputs of a step by their name in action.yml. The runner hands over each as INPUT_NAME: upper case, spaces as
 * underscores, hyphens kept; also those that action.yml does not declare, which the parser refuses by name. An input that
 * has its default counts as not given: the runner fills defaults in, and a line of `settings` may then still set it.
 */
function readInputs(env, settings) {
    const byVariable = new Map(settings.filter(({ input }) => input).map((setting) => [variableOf(setting.name), setting]));
    const inputs = {};
    for (const [variable, value] of Object.entries(env)) {
        if (!variable.startsWith(PREFIX) || value === undefined || value.trim() === '')
            continue;
        const setting = byVariable.get(variable);
        if (setting?.default !== undefined && setting.default === value.trim())
            continue;
        inputs[setting?.name ?? nameOf(variable)] = value;
    }
    return inputs;
}
const PREFIX = 'INPUT_';
const variableOf = (name) => `${PREFIX}${name.replaceAll(' ', '_').toUpperCase()}`;
const nameOf = (variable) => variable.slice(PREFIX.length).toLowerCase();

// EXTERNAL MODULE: ./packages/core/build/tools/names.js
var names = __webpack_require__(40102);
;// CONCATENATED MODULE: ./packages/core/build/runner/outputs.js

/** Each action, a folder below actions/ and dist/, and the command that does the same by hand. */
const COMMAND_OF = {
    'setup-tools': 'tools',
    'generate-sbom': 'sbom',
    scan: 'scan',
    sign: 'sign',
    attest: 'attest',
    verify: 'verify',
};
const COMMON = [
    {
        name: 'status',
        help: '`ok`, `rejected`, `undecided` (a service did not answer), `error` or `skipped` (nothing was signed).',
    },
    { name: 'digest', help: 'The digest of the image; one per line where several images are given.' },
    {
        name: 'result',
        help: 'JSON by digest: the references, the platforms and every claim with its layout, state, identity, issuer and log index.',
    },
    { name: 'result-path', help: 'Path of a file with the whole report, as `countersign --json` prints it.' },
];
const SIGNER = [
    {
        name: 'certificate-identity',
        help: 'The identity (SAN) in the certificate that signed; empty where a key did.',
    },
    {
        name: 'certificate-oidc-issuer',
        help: 'The issuer in the certificate that signed; empty where a key did.',
    },
];
const SIGNING = [
    ...COMMON,
    {
        name: 'bundle-path',
        help: 'Path of a file with the new Sigstore bundles, one per line (JSONL); empty where nothing was signed.',
    },
    ...SIGNER,
    { name: 'log-indexes', help: 'Indexes of the transparency log entries, one per line.' },
    { name: 'cosign-verify', help: 'Ready `cosign` lines that verify the claims, one per line.' },
    { name: 'gh-verify', help: 'Ready `gh attestation verify` lines, one per line.' },
];
const VERIFYING = [
    ...COMMON,
    {
        name: 'verdict',
        help: '`accepted`, `rejected`, or empty where nothing could be decided. With `mode: warn` look here.',
    },
    {
        name: 'predicates-path',
        help: 'The folder of `predicates-dir`, absolute; empty where it was not written.',
    },
    ...SIGNER,
];
/** Of generate-sbom. */
const SBOM_OUTPUTS = [
    {
        name: 'status',
        help: '`ok`, `rejected` (an SBOM is incomplete or about something else), `undecided` (a service or syft failed) or `error`.',
    },
    { name: 'digest', help: 'The digest of the image; empty for a path.' },
    {
        name: 'spdx',
        help: "SPDX files, one per line, as `[PLATFORM=]PATH`; the index's without a platform. For `sbom` of attest and scan.",
    },
    { name: 'cyclonedx', help: 'CycloneDX files, likewise.' },
    {
        name: 'syft-json',
        help: 'syft-json files, likewise, one for each platform: what `sbom` of scan reads best.',
    },
    { name: 'sbom-sha256', help: 'Lines of sha256 and path, as `sha256sum --check` reads them.' },
    { name: 'package-count', help: 'How many different packages all platforms have together.' },
    { name: 'ecosystems', help: 'JSON: packages by ecosystem (`deb`, `npm`, …).' },
    {
        name: 'quality',
        help: 'JSON, a list with an entry per platform: shares of packages with version, purl, licence, supplier and hash, and the NTIA minimum elements.',
    },
    {
        name: 'diff',
        help: 'Path of the comparison with the baseline (JSON; a Markdown file lies beside it); empty without one.',
    },
    { name: 'artifact-id', help: 'The id of the workflow artifact; empty where none was uploaded.' },
    { name: 'result-path', help: 'Path of a file with the whole report, as `countersign --json` prints it.' },
];
/** Of scan. */
const SCAN_OUTPUTS = [
    { name: 'status', help: '`ok`, `rejected`, `undecided` (nothing could be decided) or `error`.' },
    {
        name: 'result',
        help: '`clean`, `violations`, or `error` where nothing was decided; empty after a dry run.',
    },
    { name: 'digest', help: 'The digest of the image; empty where no image is given.' },
    { name: 'result-path', help: 'Path of a file with the whole report, as `countersign --json` prints it.' },
    { name: 'json', help: "The scanner's own reports, one per line, as `[PLATFORM=]PATH`." },
    { name: 'sarif', help: 'Path of the SARIF file.' },
    {
        name: 'vuln-predicate',
        help: 'Predicates of cosign vuln v1, one per line, as `[PLATFORM=]PATH`: for `vulnerability-report` of attest.',
    },
    { name: 'summary', help: 'Path of the findings as Markdown.' },
    { name: 'vdr', help: 'CycloneDX VDR files (`formats: vdr`), one per line, as `[PLATFORM=]PATH`.' },
    { name: 'junit', help: 'Path of the JUnit file (`formats: junit`).' },
    {
        name: 'in-toto-vulns',
        help: 'Predicates of in-toto vulns v0.2 (`formats: in-toto-vulns`), one per line, as `[PLATFORM=]PATH`.',
    },
    ...['critical', 'high', 'medium', 'low', 'negligible', 'unknown'].map((severity) => ({
        name: `${severity}-count`,
        help: `Open findings of severity ${severity}, after waivers and VEX.`,
    })),
    { name: 'kev-count', help: 'Open findings that are known to be exploited.' },
    { name: 'max-epss', help: 'The highest EPSS of an open finding, 0 to 1; empty where none has one.' },
    { name: 'max-risk', help: 'The highest risk of an open finding, 0 to 100; empty where none has one.' },
    { name: 'new-count', help: 'Findings that the baseline does not have; empty without a baseline.' },
    { name: 'waived-count', help: 'Findings that a waiver covers.' },
    { name: 'expired-waivers', help: 'Waivers that no longer apply, one per line: number, id and day.' },
    { name: 'db-built', help: 'When the vulnerability database was built (RFC 3339).' },
    { name: 'db-schema', help: 'The schema of the database.' },
    { name: 'db-cache-key', help: 'A key for actions/cache that follows the bytes of the database.' },
    { name: 'db-dir', help: 'The folder of the database, to be cached.' },
];
/** Of setup-tools. */
const TOOLS_OUTPUTS = [
    { name: 'status', help: '`ok`, `rejected`, `undecided` (a host did not answer) or `error`.' },
    {
        name: 'tools',
        help: 'JSON by tool: version, path, sha256, where it came from and how it was verified.',
    },
    { name: 'result-path', help: 'Path of a file with the whole report, as `countersign --json` prints it.' },
    ...names/* TOOL_NAMES */.K.flatMap((name) => [
        { name: `${name}-path`, help: `Path of ${name}; empty where it was not asked for.` },
        { name: `${name}-version`, help: `Version of ${name}.` },
        { name: `${name}-sha256`, help: `sha256 of the program ${name}.` },
        {
            name: `${name}-verified-by`,
            help: '`table`, `signature`, `checksum`, or `path` (its version alone was checked).',
        },
    ]),
];
/** Every output of each action. All of them are written at each end of a step, also the empty ones. */
const OUTPUTS = {
    sign: SIGNING,
    attest: SIGNING,
    verify: VERIFYING,
    'generate-sbom': SBOM_OUTPUTS,
    scan: SCAN_OUTPUTS,
    'setup-tools': TOOLS_OUTPUTS,
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./packages/core/build/runner/runner-files.js



/**
 * Adds outputs to the file of GITHUB_OUTPUT, each as a here-document whose delimiter nobody can guess, so that a value
 * never ends it and begins another output. Without that variable there is nobody to read them.
 */
async function appendOutputs(env, outputs) {
    const text = Object.entries(outputs).map(([name, value]) => {
        const delimiter = `countersign_${(0,external_node_crypto_.randomBytes)(16).toString('hex')}`;
        return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
    });
    await append(env, 'GITHUB_OUTPUT', text.join(''));
}
/** Adds Markdown to the job summary, the file of GITHUB_STEP_SUMMARY. */
const appendSummary = (env, markdown) => append(env, 'GITHUB_STEP_SUMMARY', markdown);
/**
 * Puts folders at the front of PATH for later steps, by the file of GITHUB_PATH. A folder with a line break in its name
 * would be two. Throws INPUT_INVALID.
 */
async function appendPath(env, folders) {
    const broken = folders.find((folder) => /[\r\n]/.test(folder));
    if (broken !== undefined) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The folder ${JSON.stringify(broken)} cannot be added to PATH: its name has a line break`,
            remedy: 'Set RUNNER_TOOL_CACHE to a folder with an ordinary name.',
        });
    }
    if (folders.length > 0)
        await append(env, 'GITHUB_PATH', folders.map((folder) => `${folder}\n`).join(''));
}
async function append(env, variable, text) {
    const path = env[variable];
    if (path === undefined || path === '')
        return;
    try {
        await (0,promises_.appendFile)(path, text);
    }
    catch (cause) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: `The file that ${variable} names cannot be written to`,
            remedy: 'The runner sets this variable: do not set it by hand, and leave room on the disk.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./packages/core/build/runner/publish.js




/** Tells a report to people and to later steps; answers the exit code. */
async function publishReport(step, report) {
    const { log, env } = step;
    const { exitCodeOf, OPENING, toSummary, toText } = await Promise.all(/* import() */[__webpack_require__.e(6050), __webpack_require__.e(7168), __webpack_require__.e(3224)]).then(__webpack_require__.bind(__webpack_require__, 23224));
    const { valuesOf } = await Promise.all(/* import() */[__webpack_require__.e(6050), __webpack_require__.e(7168), __webpack_require__.e(3224), __webpack_require__.e(884)]).then(__webpack_require__.bind(__webpack_require__, 10884));
    log.result(toText(report));
    annotateNotices(log, report);
    for (const error of failuresOf(report)) {
        const tolerated = error.fault === 'rejection' && report.mode === 'warn';
        annotateFailure(log, error, OPENING[error.fault], tolerated ? 'warning' : 'error');
    }
    await appendSummary(env, log.hide(toSummary(report)));
    await appendPath(env, report.tools?.pathFolders ?? []);
    // Last: no step reads a half result.
    await writeOutputs(step, await valuesOf(report, env));
    return exitCodeOf(report);
}
/** Tells an error that came before there was a report, such as one of the inputs; answers the exit code. */
async function publishFailure(step, error) {
    const { log, env } = step;
    const { OPENING, resultOf } = await __webpack_require__.e(/* import() */ 2132).then(__webpack_require__.bind(__webpack_require__, 72132));
    const { EXIT_CODE } = await __webpack_require__.e(/* import() */ 463).then(__webpack_require__.bind(__webpack_require__, 463));
    const { markdown, markdownLines } = await __webpack_require__.e(/* import() */ 5064).then(__webpack_require__.bind(__webpack_require__, 25064));
    const { failureDocument } = await Promise.all(/* import() */[__webpack_require__.e(6050), __webpack_require__.e(7168)]).then(__webpack_require__.bind(__webpack_require__, 67168));
    annotateFailure(log, error, OPENING[error.fault]);
    const heading = `### Countersign ${step.action}: ${OPENING[error.fault]}`;
    await appendSummary(env, log.hide([heading, '', `${error.code}: ${markdown(error.message)}`, '', markdownLines(error.remedy), ''].join('\n')));
    const { status } = failureDocument(step.action, error);
    await writeOutputs(step, step.action === 'scan' ? { status, result: resultOf(status) } : { status });
    return EXIT_CODE[error.fault];
}
/** Every declared output, also the empty ones: one that is not written could be forged by what the step printed. */
const writeOutputs = ({ action, env }, values) => appendOutputs(env, Object.fromEntries(OUTPUTS[action].map(({ name }) => [name, values[name] ?? ''])));
/** One annotation for each failure: those of single images, and the run's own where it does not only sum them up. */
function failuresOf({ error, images }) {
    const ofImages = new Set(images.map((image) => image.error).filter((each) => each !== undefined));
    const summary = error?.cause instanceof errors/* CountersignError */.WS && ofImages.has(error.cause);
    return [...ofImages, ...(error === undefined || summary || ofImages.has(error) ? [] : [error])].slice(0, limits/* MAX_ANNOTATIONS_PER_KIND */.LK4);
}
function annotateFailure(log, error, title, level = 'error') {
    log.annotate(level, title, `${error.message} (${error.code})\n${error.remedy}`);
    for (let { cause } = error; cause instanceof Error; { cause } = cause)
        log.debug(`Because: ${cause.message}`);
}
function annotateNotices(log, { notices }) {
    const warnings = notices.filter(({ level }) => level === 'warning');
    const shown = warnings.slice(0, limits/* MAX_ANNOTATIONS_PER_KIND */.LK4 - 1);
    for (const { text } of shown)
        log.annotate('warning', 'Countersign', text);
    const left = warnings.length - shown.length;
    if (left > 0)
        log.annotate('warning', 'Countersign', `${left} more warnings are in the log of this step.`);
}

// EXTERNAL MODULE: ./packages/core/build/runner/services.js
var runner_services = __webpack_require__(15793);
// EXTERNAL MODULE: ./packages/core/build/report/printable.js
var printable = __webpack_require__(76698);
;// CONCATENATED MODULE: ./packages/core/build/runner/workflow-command.js


/**
 * A workflow command as one line: `::name key=value::message`. Message and values are escaped, so that no text can end
 * the command or begin another (actions/runner, src/Runner.Common/ActionCommand.cs).
 */
function workflowCommand(name, message = '', properties = {}) {
    const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeValue(value)}`);
    return `::${name}${list.length === 0 ? '' : ` ${list.join(',')}`}::${escapeMessage(message)}\n`;
}
/** An annotation of the run. The lines of `text` are kept, what others may have put into them is neutralised. */
const annotation = (level, title, text) => workflowCommand(level, text.split('\n').map(printable/* printable */.g).join('\n').slice(0, limits/* MAX_ANNOTATION_CHARS */.VUs), {
    title,
});
/** A text as one line of the log that the runner takes for nothing but text, whoever wrote it. */
const logLine = (text) => `${(0,printable/* printable */.g)(text)}\n`;
const escapeMessage = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeValue = (text) => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

;// CONCATENATED MODULE: ./packages/core/build/runner/step-log.js


function openStepLog({ write, title, onRunner, debug }) {
    const secrets = new Set();
    let grouped = false;
    const hide = (text) => {
        let hidden = text;
        for (const secret of secrets)
            hidden = hidden.replaceAll(secret, '***');
        return hidden;
    };
    const print = (text) => {
        write(logLine(hide(text)));
    };
    const progress = (text) => {
        if (!grouped)
            write(workflowCommand('group', title));
        grouped = true;
        print(text);
    };
    const endGroup = () => {
        if (grouped)
            write(workflowCommand('endgroup'));
        grouped = false;
    };
    return {
        mask(text) {
            // The runner masks line by line of the log: a text of several lines is several secrets.
            for (const secret of [text, ...text.split(/[\r\n]+/)].map((each) => each.trim())) {
                if (secret.length < limits/* MIN_SECRET_CHARS */.Snt || secrets.has(secret))
                    continue;
                secrets.add(secret);
                if (onRunner)
                    write(workflowCommand('add-mask', secret));
            }
        },
        conceal: (secret) => {
            if (secret.length >= limits/* MIN_SECRET_CHARS */.Snt)
                secrets.add(secret);
        },
        hide,
        debug: (message) => {
            if (debug)
                progress(message);
        },
        info: progress,
        warn: (message) => {
            progress(`Warning: ${message}`);
        },
        result(text) {
            endGroup();
            for (const line of text.replace(/\n$/, '').split('\n'))
                print(line);
        },
        annotate(level, heading, text) {
            endGroup();
            write(annotation(level, heading, hide(text)));
        },
    };
}

;// CONCATENATED MODULE: ./packages/core/build/runner/on-runner.js










/**
 * Runs an action as a step of a GitHub job, and is the one place where an error becomes a failed step. Whatever happens,
 * every declared output is written, the summary says how it ended, each failure is an annotation, and the exit code is
 * that of the command (1 rejected, 2 input, 3 could not decide, 4 defect). The first SIGINT or SIGTERM aborts the run in
 * order, which is then INTERRUPTED; a second one ends it at once.
 */
async function onRunner(action, story) {
    const env = process.env;
    const log = openStepLog({
        write: (text) => process.stdout.write(text),
        title: `Progress of countersign ${action}`,
        onRunner: env.GITHUB_ACTIONS === 'true',
        debug: env.RUNNER_DEBUG === '1',
    });
    log.conceal(env.ACTIONS_RUNTIME_TOKEN ?? '');
    const { signal, release } = (0,interruption/* abortedBySignals */.A)(process);
    const opened = [];
    const step = { action, env, log };
    const services = async (parsed) => {
        const one = await (0,runner_services/* openServices */.N)(env, log, signal, parsed);
        opened.push(one);
        return one;
    };
    try {
        const report = await story({
            inputs: readInputs(env, (0,options.settingsOf)(COMMAND_OF[action])),
            edge: {
                readFile: read_bounded/* readBounded */.CB,
                env,
                identity: await (0,options/* identitySources */.rU)(env, log),
                kmsPublicKey: async (uri, retryWindowMs = limits/* DEFAULT_RETRY_WINDOW_MS */.d0X) => {
                    const { publicKeyPem } = await Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(27), __webpack_require__.e(1787), __webpack_require__.e(9045)]).then(__webpack_require__.bind(__webpack_require__, 1787));
                    return publicKeyPem({ name: uri, uri }, await services({ explicitCredentials: [], retryWindowMs }));
                },
            },
            services,
        });
        process.exitCode = await publishReport(step, report);
    }
    catch (thrown) {
        process.exitCode = await publishFailure(step, (0,errors/* asCountersignError */.ek)(thrown));
    }
    finally {
        for (const services of opened)
            services.close();
        release();
    }
}

;// CONCATENATED MODULE: ./packages/core/build/runner/index.js
// The runner's protocol is a handful of lines, written here: @actions/core loads an HTTP client of its own with it, which
// takes longer than all the rest of a start.




/***/ }),

/***/ 15793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ openServices),
/* harmony export */   y: () => (/* binding */ temporaryFolder)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** The outside world of a step. The request layer is loaded only here: an input error needs no network. */
async function openServices(env, log, signal, parsed) {
    const { createHttpClient, systemClock, systemRandom } = await __webpack_require__.e(/* import() */ 27).then(__webpack_require__.bind(__webpack_require__, 20027));
    const base = { clock: systemClock, random: systemRandom, log, signal };
    const http = createHttpClient({
        ...base,
        env,
        retryWindowMs: parsed.retryWindowMs,
        userAgent: 'countersign',
    });
    return {
        context: { ...base, http },
        credentials: { explicit: parsed.explicitCredentials, env, homeDir: env.HOME ?? env.USERPROFILE },
        cacheDir: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temporaryFolder(env), 'countersign-cache'),
        tempDir: temporaryFolder(env),
        toolCacheDir: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(given(env.RUNNER_TOOL_CACHE) ?? temporaryFolder(env), 'countersign-tools'),
        workDir: given(env.GITHUB_WORKSPACE) ?? process.cwd(),
        env,
        close: () => {
            http.close();
        },
    };
}
/** Emptied by the runner between jobs, shared by the steps of one. */
const temporaryFolder = (env) => given(env.RUNNER_TEMP) ?? (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)();
const given = (value) => (value === '' ? undefined : value);


/***/ }),

/***/ 40102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ TOOL_NAMES)
/* harmony export */ });
/** Every tool that can be installed, in the order of the documentation. */
const TOOL_NAMES = [
    'cosign',
    'syft',
    'grype',
    'trivy',
    'kyverno',
    'policy-tester',
    'notation',
    'oras',
    'crane',
    'slsa-verifier',
];


/***/ })

};
