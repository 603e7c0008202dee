export const id = 3224;
export const ids = [3224,463];
export const modules = {

/***/ 463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EXIT_CODE: () => (/* binding */ EXIT_CODE),
/* harmony export */   F: () => (/* binding */ exitCodeOf)
/* harmony export */ });
/** Exit codes of the command and the actions, by whose fault it is. */
const EXIT_CODE = {
    ok: 0,
    rejection: 1,
    user: 2,
    infrastructure: 3,
    defect: 4,
};
/**
 * `skipped` is no failure: the caller asked for it, and the status says that nothing was signed. Nor is a rejection in the
 * mode `warn`, which stays the status; an image that failed for another reason fails that run all the same.
 */
function exitCodeOf({ status, mode, error, images }) {
    switch (status) {
        case 'ok':
        case 'skipped':
            return EXIT_CODE.ok;
        case 'rejected':
            return mode === 'warn' ? otherThanRejection(images) : EXIT_CODE.rejection;
        case 'undecided':
            return EXIT_CODE.infrastructure;
        case 'error':
            return EXIT_CODE[error?.fault ?? 'defect'];
    }
}
function otherThanRejection(images) {
    const faults = images.map(({ error }) => error?.fault).filter((fault) => fault !== undefined);
    const other = ['defect', 'user', 'infrastructure'].find((fault) => faults.includes(fault));
    return other === undefined ? EXIT_CODE.ok : EXIT_CODE[other];
}


/***/ }),

/***/ 23224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F3: () => (/* reexport */ exit_code.EXIT_CODE),
  OPENING: () => (/* reexport */ verdict.OPENING),
  $n: () => (/* reexport */ verdict/* STATUS_OF */.$),
  tJ: () => (/* reexport */ report_doctor/* doctorMarkdown */.tJ),
  kc: () => (/* reexport */ errorText),
  exitCodeOf: () => (/* reexport */ exit_code/* exitCodeOf */.F),
  uU: () => (/* reexport */ report_document.failureDocument),
  g$: () => (/* reexport */ printable/* printable */.g),
  jP: () => (/* reexport */ report_document/* resultDocument */.j),
  yj: () => (/* reexport */ sbomDiffMarkdown),
  r7: () => (/* reexport */ shellWord),
  JY: () => (/* reexport */ report_document/* toDocument */.J),
  toSummary: () => (/* reexport */ toSummary),
  toText: () => (/* reexport */ toText),
  nv: () => (/* reexport */ report_doctor/* unseen */.nv),
  I6: () => (/* reexport */ verifyCommands)
});

// UNUSED EXPORTS: code, doctorLines, markdown, markdownLines, printableLines, resultOf, scanDocument, scanLines, scanSummary, verdictOf

// EXTERNAL MODULE: ./packages/core/build/report/document.js
var report_document = __webpack_require__(67168);
// EXTERNAL MODULE: ./packages/core/build/report/doctor.js
var report_doctor = __webpack_require__(23946);
// EXTERNAL MODULE: ./packages/core/build/report/exit-code.js
var exit_code = __webpack_require__(463);
// EXTERNAL MODULE: ./packages/core/build/report/printable.js
var printable = __webpack_require__(76698);
// EXTERNAL MODULE: ./packages/core/build/report/scan.js + 4 modules
var report_scan = __webpack_require__(41825);
;// CONCATENATED MODULE: ./packages/core/build/report/shell-word.js
/** A text as one word of a POSIX shell: plain where it can be, else in single quotes. */
const shellWord = (text) => /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw `'\''`)}'`;

// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
;// CONCATENATED MODULE: ./packages/core/build/report/claim-rows.js
/** Claims that differ in layout and log entry alone become one row; the order of the first of each stays. */
function claimRows(claims) {
    const groups = Map.groupBy(claims, ({ predicateType, subject, state, reason, identity }) => JSON.stringify([predicateType, subject, state, reason, identity]));
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        return first === undefined ? [] : [{ ...first, stored: group }];
    });
}
/** `bundle-referrer (log entry 3), signature-tag` */
const storedText = ({ stored }) => stored
    .map(({ layout, logIndex }) => (logIndex === undefined ? layout : `${layout} (log entry ${logIndex})`))
    .join(', ');

// EXTERNAL MODULE: ./packages/core/build/counted.js
var counted = __webpack_require__(89264);
;// CONCATENATED MODULE: ./packages/core/build/report/figures.js

/** What a signing run came to, or would need where it was a dry run, as one sentence without its full stop; undefined for a command that signs nothing. */
function figuresText({ figures, command }) {
    if (command === 'verify' ||
        command === 'tree' ||
        command === 'doctor' ||
        command === 'sbom' ||
        command === 'scan' ||
        command === 'get' ||
        command === 'tools')
        return undefined;
    const counts = [
        (0,counted/* counted */.h)(figures.certificates, 'certificate', 'certificates'),
        (0,counted/* counted */.h)(figures.logEntries, 'log entry', 'log entries'),
        (0,counted/* counted */.h)(figures.timestamps, 'timestamp', 'timestamps'),
        figures.planned === true
            ? (0,counted/* counted */.h)(figures.storedObjects, 'object', 'objects')
            : (0,counted/* counted */.h)(figures.storedObjects, 'object stored', 'objects stored'),
    ];
    const requests = Object.entries(figures.requests).map(([service, count]) => `${service} ${count}`);
    const opening = figures.planned === true ? 'Would need: ' : '';
    return `${opening}${counts.join(', ')}; requests: ${requests.join(', ') || 'none'}`;
}

// EXTERNAL MODULE: ./packages/core/build/report/markdown.js
var markdown = __webpack_require__(25064);
;// CONCATENATED MODULE: ./packages/core/build/report/reasons.js

/**
 * Unmet requirements and rejected claims by their reason; first what was found and not accepted, since the error's code
 * is of that. The reason of a requirement names the layout and the digest of each claim: the claims say these themselves,
 * so it is brought down to theirs.
 */
function reasonGroups({ claims, requirements }) {
    const unmet = requirements
        .filter(({ met }) => !met)
        .map((requirement) => {
        const { outcome, reason } = examined(requirement, claims);
        return { requirement, outcome, reason: reason ?? 'none was found' };
    })
        .sort((one, other) => rank(one.outcome) - rank(other.outcome));
    const rows = claimRows(claims).filter(isRejected);
    const reasons = new Set([...unmet.map(({ reason }) => reason), ...rows.map(({ reason }) => reason ?? '')]);
    return [...reasons].map((reason) => ({
        reason,
        unmet: unmet.filter((one) => one.reason === reason),
        rows: rows.filter((row) => (row.reason ?? '') === reason),
    }));
}
/** Rows that reasonGroups has. */
const isRejected = ({ state }) => state === 'rejected';
/** What became of a requirement, and why in the words of the claims that were not accepted. */
function examined({ met, subject, reason }, claims) {
    if (met)
        return { outcome: 'found', reason };
    const failed = claims.filter((claim) => claim.state === 'rejected' &&
        claim.subject === subject &&
        reason?.includes(`${claim.layout} ${claim.digest ?? ''}: ${claim.reason ?? ''}`) === true);
    if (failed.length === 0)
        return { outcome: 'missing', reason };
    const distinct = new Set(failed.map((claim) => claim.reason ?? ''));
    return { outcome: 'not accepted', reason: [...distinct].join('; ') };
}
const rank = (outcome) => (outcome === 'not accepted' ? 0 : 1);

// EXTERNAL MODULE: ./packages/core/build/report/sbom.js
var report_sbom = __webpack_require__(64804);
// EXTERNAL MODULE: ./packages/core/build/report/tools.js
var report_tools = __webpack_require__(22178);
// EXTERNAL MODULE: ./packages/core/build/report/verdict.js
var verdict = __webpack_require__(72132);
// EXTERNAL MODULE: ./packages/core/build/claims/predicate-types.js
var predicate_types = __webpack_require__(52687);
// EXTERNAL MODULE: ./packages/core/build/reference/index.js + 3 modules
var build_reference = __webpack_require__(45288);
;// CONCATENATED MODULE: ./packages/core/build/report/verify-commands.js



/**
 * What a consumer types to verify the claims of a report with the same identity. Where claims live in another repository
 * than the image, cosign is told by its variable. gh has no line where a key signed, nor there: it looks beside the image
 * alone.
 */
function verifyCommands({ images, signer }) {
    if (signer === undefined)
        return { cosign: [], gh: [] };
    const keyless = 'identity' in signer;
    const who = keyless
        ? `--certificate-identity ${shellWord(signer.identity)} --certificate-oidc-issuer ${shellWord(signer.issuer)}`
        : '--key cosign.pub';
    const owner = keyless ? /^https:\/\/github\.com\/([A-Za-z0-9-]+)\//.exec(signer.identity)?.[1] : undefined;
    const cosigned = claimsIn(images, () => true);
    const besideImage = images.filter(({ signatureRepository }) => signatureRepository === undefined);
    const bundled = claimsIn(besideImage, ({ layout }) => layout === 'bundle-referrer'); // gh reads no other layout
    return {
        cosign: cosigned.map(({ reference, predicateType, signatureRepository }) => {
            const where = signatureRepository === undefined ? '' : `COSIGN_REPOSITORY=${shellWord(signatureRepository)} `;
            return predicateType === predicate_types/* COSIGN_SIGNATURE */.P8
                ? `${where}cosign verify ${who} ${shellWord(reference)}`
                : `${where}cosign verify-attestation --type ${cosignType(predicateType)} ${who} ${shellWord(reference)}`;
        }),
        gh: owner === undefined || !keyless
            ? []
            : bundled.map(({ reference, predicateType }) => `gh attestation verify ${shellWord(`oci://${reference}`)} --bundle-from-oci --owner ${shellWord(owner)} --predicate-type ${shellWord(predicateType)} --cert-identity ${shellWord(signer.identity)} --cert-oidc-issuer ${shellWord(signer.issuer)}`),
    };
}
/** cosign's own word for SLSA v1: its `slsaprovenance` means v0.2, which is what guides get wrong. Others by their URI. */
const cosignType = (predicateType) => predicateType === predicate_types/* SLSA_PROVENANCE_V1 */.us ? 'slsaprovenance1' : shellWord(predicateType);
/** Each type of claim about the digest given once. */
const claimsIn = (images, counts) => images.flatMap(({ reference, digest, claims, signatureRepository }) => {
    if (reference.startsWith(build_reference/* FOLDER_PREFIX */.kE))
        return []; // none of them reads a folder by such a name
    const made = claims.filter((claim) => claim.subject === digest && MADE.has(claim.state) && counts(claim));
    return [...new Set(made.map(({ predicateType }) => predicateType))].map((predicateType) => ({
        reference,
        predicateType,
        signatureRepository,
    }));
});
const MADE = new Set(['stored', 'present', 'verified']);

;// CONCATENATED MODULE: ./packages/core/build/report/summary.js










/**
 * A report as GitHub job summary: a compact table per image. The runner drops a summary of more than 1 MiB whole, so
 * rows are left out beyond the bound, and their number is said.
 */
function toSummary(report) {
    const head = [`### Countersign ${report.command}: ${(0,markdown.markdown)((0,verdict/* verdictOf */.V)(report))}`, ''];
    const tail = [
        ...(report.sbom === undefined ? [] : [...(0,report_sbom/* sbomRows */.lg)(report.sbom), '']),
        ...(report.scan === undefined ? [] : [(0,report_scan/* scanSummary */.yK)(report.scan), '']),
        ...(report.tools === undefined ? [] : [...(0,report_tools/* toolRows */.Q6)(report.tools), '']),
        ...errorLines(report.error),
        ...noticeLines(report),
        ...figureLines(report),
        ...commandLines(report),
    ];
    const rows = report.images.flatMap(imageRows);
    return fitted(head, rows, tail);
}
function imageRows(image) {
    const fixed = (text) => ({ text, optional: false });
    const row = (text) => ({ text, optional: true });
    return [
        fixed(`**${(0,markdown/* code */.a)(image.reference)}**`),
        ...(image.signatureRepository === undefined
            ? []
            : [fixed(''), fixed(`Claims in ${(0,markdown/* code */.a)(image.signatureRepository)}`)]),
        ...errorLines(image.error).map(row),
        ...(image.requirements.length === 0
            ? []
            : [fixed(''), fixed('| required | on | | |'), fixed('| --- | --- | --- | --- |')]),
        ...image.requirements.map((requirement) => {
            const { name, platform, subject } = requirement;
            const { outcome, reason } = examined(requirement, image.claims);
            return row(`| ${(0,markdown.markdown)(name)} | ${platform === undefined ? 'the digest given' : (0,markdown.markdown)(platform)} ${(0,markdown/* code */.a)(summary_short(subject))} | ${outcome === 'found' ? '✓' : '✗'} ${outcome} | ${(0,markdown.markdown)(reason ?? '')} |`);
        }),
        ...(image.claims.length === 0
            ? []
            : [
                fixed(''),
                fixed('| claim | on | state | layouts | by |'),
                fixed('| --- | --- | --- | --- | --- |'),
            ]),
        ...claimRows(image.claims).map((claim) => row(claimCells(claim))),
        fixed(''),
    ];
}
const claimCells = (claim) => `| ${(0,markdown.markdown)(claim.predicateType)} | ${(0,markdown.markdown)(claim.platform ?? '')} ${(0,markdown/* code */.a)(summary_short(claim.subject))} | ${claim.state}${claim.reason === undefined ? '' : `: ${(0,markdown.markdown)(claim.reason)}`} | ${storedText(claim)} | ${(0,markdown.markdown)(claim.identity ?? '')} |`;
const summary_short = (digest) => `${digest.slice(0, 19)}…`;
const errorLines = (error) => error === undefined
    ? []
    : [
        '',
        `**${verdict.OPENING[error.fault]}** (${error.code}): ${(0,markdown.markdown)(clipped(error.message))}`,
        '',
        (0,markdown.markdownLines)(clipped(error.remedy)),
        '',
    ];
const noticeLines = ({ notices }) => notices.map(({ level, text, short }) => `- ${level === 'warning' ? '**Warning:** ' : ''}${(0,markdown.markdown)(clipped(short ?? text))}`);
/** The rows are fitted into what is left beside errors and notices, so none of these may take it all. */
const clipped = (text) => text.length <= limits/* MAX_SUMMARY_TEXT_CHARS */.Olh ? text : `${text.slice(0, limits/* MAX_SUMMARY_TEXT_CHARS */.Olh)}…`;
function figureLines(report) {
    const text = figuresText(report);
    return text === undefined ? [] : ['', `${(0,markdown.markdown)(text)}.`];
}
function commandLines(report) {
    if (report.command === 'verify' || report.status !== 'ok')
        return [];
    const { cosign, gh } = verifyCommands(report);
    const lines = [...cosign, ...gh].slice(0, limits/* MAX_SUMMARY_COMMANDS */.J0I);
    // Indented code: no line of it can end the block.
    return lines.length === 0 ? [] : ['', 'Verify it with:', '', ...lines.map((line) => `    ${line}`)];
}
function fitted(head, rows, tail) {
    const fixed = rows.filter(({ optional }) => !optional).map(({ text }) => text);
    let room = [...head, ...fixed, ...tail].reduce((left, line) => left - sizeOf(line), limits/* MAX_SUMMARY_BYTES */.Q0M - NOTE_BYTES);
    const kept = rows.filter(({ text, optional }) => {
        if (!optional)
            return true;
        const fits = sizeOf(text) <= room;
        if (fits)
            room -= sizeOf(text);
        return fits;
    });
    const left = rows.length - kept.length;
    const note = left === 0 ? [] : ['', `${left} rows are left out here; the result output has them all.`];
    return [...head, ...kept.map(({ text }) => text), ...note, ...tail, ''].join('\n');
}
/** Room for the note about rows that are left out. */
const NOTE_BYTES = 200;
const sizeOf = (line) => Buffer.byteLength(line) + 1;

;// CONCATENATED MODULE: ./packages/core/build/report/text.js









/** A report for a terminal: verdict and digest first, one fact per line, then what to do. */
function toText(report) {
    const heads = report.images.map((image) => `${(0,verdict/* verdictOf */.V)({ ...report, ...ofImage(report, image), images: [image] })}: ${(0,printable/* printable */.g)(image.reference)}`);
    const lines = report.images.flatMap((image, index) => [
        heads[index] ?? '',
        ...imageLines(image, signerOf(report)),
    ]);
    const own = report.error !== undefined && !report.images.some(({ error }) => error === report.error)
        ? text_errorLines(report.error)
        : [];
    const opening = heads.length === 0 && own.length === 0 ? [(0,verdict/* verdictOf */.V)(report)] : [];
    const notices = report.notices.map(({ level, text, short }) => `${level === 'warning' ? 'Warning' : 'Note'}: ${(0,printable/* printable */.g)(short ?? text)}`);
    const figures = [figuresText(report)].filter((text) => text !== undefined);
    const tools = report.tools === undefined ? [] : (0,report_tools/* toolLines */.kQ)(report.tools);
    const sbom = report.sbom === undefined ? [] : (0,report_sbom/* sbomLines */.PS)(report.sbom);
    const doctor = report.doctor === undefined ? [] : (0,report_doctor/* doctorLines */.Ju)(report.doctor);
    const scan = report.scan === undefined ? [] : (0,report_scan/* scanLines */.JH)(report.scan);
    return ([...opening, ...lines, ...doctor, ...sbom, ...scan, ...tools, ...notices, ...figures, ...own].join('\n') +
        '\n');
}
/** An error for people: what is wrong, then what to do. */
const errorText = (error) => text_errorLines(error).join('\n') + '\n';
/** One image of several may have failed where the others were done; a run that failed as a whole did none of them. */
function ofImage(report, image) {
    if (image.error !== undefined)
        return { status: verdict/* STATUS_OF */.$[image.error.fault], error: image.error };
    if (image.requirements.some(({ met }) => !met))
        return { status: 'rejected', error: undefined };
    const done = image.claims.length > 0 && image.claims.every(isDone);
    return done ? { status: 'ok', error: undefined } : report;
}
/** Of what was stored a reason tells that nobody saw it there. */
const isDone = ({ state, reason }) => state !== 'unreached' && (state !== 'stored' || reason === undefined);
const signerOf = ({ signer }) => signer !== undefined && 'identity' in signer ? signer.identity : undefined;
/** `signer`: who signs in this run, said once for all claims. */
const imageLines = (image, signer) => {
    const { claims, requirements, error } = image;
    const verdict = requirements.some(({ met }) => !met) && error?.fault === 'rejection' ? error : undefined;
    const groups = reasonGroups(image).flatMap((group, index) => groupLines(group, index === 0 ? verdict?.code : undefined, signer));
    const good = [
        ...requirements.filter(({ met }) => met).map((one) => `  found     ${requirementText(one)}`),
        ...claimRows(claims)
            .filter((row) => !isRejected(row))
            .map((row) => claimLine(row, signer)),
    ];
    return [
        ...(image.signatureRepository === undefined
            ? []
            : [`  claims in ${(0,printable/* printable */.g)(image.signatureRepository)}`]),
        ...(signer === undefined ? [] : [`  by        ${(0,printable/* printable */.g)(signer)}`]),
        // What decided comes first.
        ...(verdict === undefined ? [...good, ...groups] : [...groups, ...good]),
        ...(error === undefined
            ? []
            : [...(verdict === undefined ? [reasonLine(error)] : []), ...remedyLines(error)].map((line) => `  ${line}`)),
    ];
};
/** The reason, then all that it stands for; before the first of a rejected image its code. */
const groupLines = ({ reason, unmet, rows }, code, signer) => [
    `  ${code === undefined ? '' : `${code}: `}${(0,printable/* printable */.g)(reason)}`,
    ...unmet.map(({ requirement, outcome }) => `    ${outcome.padEnd(WIDEST)} ${requirementText(requirement)}`),
    ...rows.map((row) => `    ${row.state.padEnd(WIDEST)} ${claimText(row, signer)}`),
];
const WIDEST = 'not accepted'.length;
const requirementText = ({ name, subject, platform }) => `${(0,printable/* printable */.g)(name)} on ${platform === undefined ? 'the digest given' : `${(0,printable/* printable */.g)(platform)} (${subject})`}`;
const claimLine = (row, signer) => {
    const why = row.reason === undefined ? '' : `: ${(0,printable/* printable */.g)(row.reason)}`;
    return `  ${row.state.padEnd(9)} ${claimText(row, signer)}${why}`;
};
const claimText = (row, signer) => {
    const where = row.platform === undefined ? '' : ` on ${(0,printable/* printable */.g)(row.platform)}`;
    const by = row.identity === undefined || row.identity === signer ? '' : ` by ${(0,printable/* printable */.g)(row.identity)}`;
    return `${(0,printable/* printable */.g)(row.predicateType)}${where}, ${storedText(row)}${by}`;
};
/** Below a verdict that stands there already. */
const reasonLine = (error) => `${(0,printable/* printable */.g)(error.message)} (${error.code})`;
const text_errorLines = (error) => [
    `${verdict.OPENING[error.fault]}: ${reasonLine(error)}`,
    ...remedyLines(error),
];
const remedyLines = ({ remedy }) => (0,printable/* printableLines */.f)(remedy).map((line) => `  ${line}`);

;// CONCATENATED MODULE: ./packages/core/build/report/sbom-diff.js


/**
 * A comparison of two SBOMs as Markdown: counts that are always right, then a row for each package, licences first (a
 * reader has to decide about them). Rows beyond `maxBytes` of UTF-8 are left out, and their exact number is said.
 */
function sbomDiffMarkdown(diff, maxBytes = limits/* MAX_SBOM_DIFF_BYTES */.tpd) {
    const head = [
        `**${diff.added.length}** added, **${diff.removed.length}** removed, **${diff.changed.length}** in other versions, **${diff.licenses.length}** with other licences, ${diff.unchanged} as before (${diff.before} → ${diff.after} packages)`,
        '',
    ];
    const total = diff.added.length + diff.removed.length + diff.changed.length + diff.licenses.length;
    if (total === 0)
        return head.join('\n');
    const lines = [...head, '| | package | ecosystem | before | after |', '| --- | --- | --- | --- | --- |'];
    let bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0) + ROOM_FOR_REST;
    let shown = 0;
    for (const row of rowsOf(diff)) {
        bytes += Buffer.byteLength(row) + 1;
        if (bytes > maxBytes)
            break;
        lines.push(row);
        shown += 1;
    }
    if (shown < total)
        lines.push('', `…and ${total - shown} more; the JSON comparison has them all.`);
    return `${lines.join('\n')}\n`;
}
const ROOM_FOR_REST = 100;
function* rowsOf({ licenses, removed, changed, added }) {
    for (const entry of licenses)
        yield rowOf('licence', entry, entry.from, entry.to);
    for (const entry of changed)
        yield rowOf('version', entry, entry.from, entry.to);
    for (const entry of added)
        yield rowOf('added', entry, [], entry.versions);
    for (const entry of removed)
        yield rowOf('removed', entry, entry.versions, []);
}
const rowOf = (what, { name, ecosystem }, before, after) => `| ${what} | ${cell(name)} | ${cell(ecosystem)} | ${list(before)} | ${list(after)} |`;
const MAX_SHOWN_VALUES = 5;
function list(texts) {
    const rest = texts.length - MAX_SHOWN_VALUES;
    const first = texts.slice(0, MAX_SHOWN_VALUES).map((text) => (text === '' ? 'not known' : cell(text)));
    return rest > 0 ? `${first.join(', ')} and ${rest} more` : first.join(', ');
}
const cell = (text) => (0,markdown.markdown)(text.length <= limits/* MAX_SHOWN_INPUT_CHARS */.SpS ? text : `${text.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS)}…`);

;// CONCATENATED MODULE: ./packages/core/build/report/index.js














/***/ })

};
