export const id = 7168;
export const ids = [7168,2132,5064];
export const modules = {

/***/ 89264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
/** `1 finding`, `2 findings`; `many` where an s behind the word is not its plural. */
const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;


/***/ }),

/***/ 23946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ju: () => (/* binding */ doctorLines),
/* harmony export */   jg: () => (/* binding */ doctorDocument),
/* harmony export */   nv: () => (/* binding */ unseen),
/* harmony export */   tJ: () => (/* binding */ doctorMarkdown)
/* harmony export */ });
/* harmony import */ var _claims_predicate_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52687);
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89264);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25064);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76698);




/** For a terminal: one table for all digests that fare alike, then the reasons, each once. */
function doctorLines(report) {
    return [
        ...report.images.flatMap(({ reference, diagnoses }) => [
            ...(report.images.length > 1 ? [(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(reference)] : []),
            ...groupsOf(diagnoses, report).flatMap((group) => groupLines(group, report)),
        ]),
        ...repairLines(report).map(_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g),
    ];
}
/** The same as Markdown: nothing of others becomes markup. */
function doctorMarkdown(report) {
    const lines = report.images.flatMap(({ reference, diagnoses }) => [
        `### ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .a)(reference)}`,
        '',
        ...groupsOf(diagnoses, report).flatMap((group) => groupMarkdown(group, report)),
    ]);
    const repairs = repairLines(report);
    return [...lines, ...repairs.map((line) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.markdown)(line)}`)].join('\n') + '\n';
}
/** The member `doctor` of the document. */
const doctorDocument = ({ images, verifiers, asked, repair }) => ({
    asked: asked ?? null,
    verifiers: verifiers.map(({ id, title, versions, reads, counted: counts }) => ({
        id,
        title,
        versions,
        reads,
        counted: counts,
    })),
    images: images.map(({ reference, diagnoses }) => ({
        reference,
        digests: diagnoses.map(({ observation, questions }) => ({
            digest: observation.subject,
            platform: observation.platform ?? null,
            signers: signersOf(observation.claims),
            referrers: {
                source: observation.referrers.source,
                count: observation.referrers.entries.length,
                tag: observation.referrers.tag,
                unlisted: observation.referrers.unlisted.length,
            },
            unverified: observation.claims.flatMap(({ layout, digest, error }) => error === undefined ? [] : [{ layout, digest, code: error.code, reason: error.message }]),
            questions: questions.map(({ question, findings }) => ({
                predicateType: question.predicateType ?? null,
                by: question.by,
                witness: question.witness,
                answers: findings.map(({ verifier, verdict, why, remedy, caution, accepted }) => ({
                    verifier: verifier.id,
                    verdict,
                    reason: why === '' ? null : why,
                    remedy: remedy === '' ? null : remedy,
                    caution: caution === '' ? null : caution,
                    accepted,
                })),
            })),
        })),
    })),
    repair: repair ?? null,
});
/** The answers that fail a run: of the verifiers that were named, or of all that count. */
function unseen({ images, asked, }) {
    const findings = images.flatMap(({ diagnoses }) => diagnoses.flatMap(({ questions }) => questions.flatMap(({ question, findings: all }) => all.map((one) => ({ ...one, question })))));
    const counts = findings.filter(({ verifier }) => asked === undefined ? verifier.counted : asked.includes(verifier.id));
    // Who was named and is made for nothing of what is there does not see the image either.
    const idle = (asked ?? []).filter((id) => counts.filter(({ verifier }) => verifier.id === id).every(({ verdict }) => verdict === 'cannot'));
    return counts.filter(({ verdict, verifier }) => verdict === 'sees-nothing' || verdict === 'refuses' || idle.includes(verifier.id));
}
/** Digests whose verifiers say the same, word for word, are one group. */
function groupsOf(diagnoses, { asked }) {
    const groups = new Map();
    for (const diagnosis of diagnoses) {
        const { observation } = diagnosis;
        // Who does not count, and was not named, has a row where there is something for it.
        const hasRow = ({ id, counted: counts }) => asked?.includes(id) ??
            (counts ||
                diagnosis.questions.some(({ findings }) => findings.some(({ verifier, verdict }) => verifier.id === id && (verdict === 'verifies' || verdict === 'there'))));
        const shown = diagnosis.questions.map(({ question, findings }) => ({
            question,
            findings: findings.filter(({ verifier }) => hasRow(verifier)),
        }));
        const key = JSON.stringify([
            shown.map(({ question, findings }) => [
                question.predicateType,
                question.by,
                findings.map(({ verifier, verdict, why, caution }) => [verifier.id, verdict, why, caution]),
            ]),
            signersOf(observation.claims),
            observation.claims.map(({ error }) => error?.message),
        ]);
        const name = observation.platform === undefined
            ? observation.subject
            : `${observation.platform} ${observation.subject}`;
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, { names: [name], diagnosis, shown });
        else
            group.names.push(name);
    }
    return [...groups.values()];
}
function groupLines({ names, diagnosis, shown }, report) {
    const { observation } = diagnosis;
    return [
        ...names.map((name) => `  ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(name)}`),
        ...signersOf(observation.claims).map((signer) => `    signed by ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(signer)}`),
        ...tables(shown).map((line) => `    ${line}`),
        ...reasonsOf(shown, report).flatMap(({ who, what, why, remedy }) => [
            `    ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(`${who} (${what}): ${why}`)}`,
            ...(remedy === '' ? [] : [`      ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(remedy)}`]),
        ]),
        ...unverifiedOf(diagnosis).map((text) => `    ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(text)}`),
    ];
}
function groupMarkdown({ names, diagnosis, shown }, report) {
    const columns = shown.map(({ question }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.markdown)(labelOf(question)));
    const [first] = shown;
    const rows = (first?.findings ?? []).map(({ verifier }, row) => {
        const cells = shown.map(({ findings }) => WORDS[findings[row]?.verdict ?? 'cannot']);
        return `| ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.markdown)(verifier.title)} | ${cells.join(' | ')} |`;
    });
    return [
        names.map(_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .a).join('<br>'),
        '',
        `| verifier | ${columns.join(' | ')} |`,
        `| --- |${columns.map(() => ' --- |').join('')}`,
        ...rows,
        '',
        ...signersOf(diagnosis.observation.claims).map((signer) => `- signed by ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .a)(signer)}`),
        ...reasonsOf(shown, report).map(({ who, what, why, remedy }) => `- **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.markdown)(who)}** (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.markdown)(what)}): ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.markdown)(why)}${remedy === '' ? '' : ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.markdown)(remedy)}`}`),
        ...unverifiedOf(diagnosis).map((text) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.markdown)(text)}`),
        '',
    ];
}
const WORDS = {
    verifies: 'verifies',
    'sees-nothing': 'sees nothing',
    refuses: 'refuses',
    there: 'there',
    cannot: '-',
};
/** Tables of a few questions each: a terminal is not wide. */
function tables(shown) {
    const lines = [];
    for (let at = 0; at < shown.length; at += COLUMNS)
        lines.push(...table(shown.slice(at, at + COLUMNS)));
    return lines;
}
const COLUMNS = 4;
function table(shown) {
    const [first] = shown;
    const titles = ['verifier', ...(first?.findings ?? []).map(({ verifier }) => verifier.title)];
    const columns = shown.map(({ question, findings }) => [
        (0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(labelOf(question)),
        ...findings.map(({ verdict }) => WORDS[verdict]),
    ]);
    const cells = [titles, ...columns];
    const widths = cells.map((column) => Math.max(...column.map((cell) => cell.length)));
    return titles.map((_, row) => cells
        .map((column, index) => (column[row] ?? '').padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd());
}
/** The question in a word or two; a type of someone's own is cut. */
function labelOf({ predicateType, by }) {
    const suffix = by === 'key' ? ' (key)' : '';
    if (predicateType === undefined)
        return `signature${suffix}`;
    const short = (0,_claims_predicate_types_js__WEBPACK_IMPORTED_MODULE_0__/* .shortNameOf */ .PI)(predicateType);
    if (short !== 'predicate')
        return `${short}${suffix}`;
    return `${predicateType.length > MAX_LABEL ? `${predicateType.slice(0, MAX_LABEL)}...` : predicateType}${suffix}`;
}
const MAX_LABEL = 48;
/** Each reason once, with the verifiers and the questions that it holds for. */
function reasonsOf(shown, { asked }) {
    const reasons = new Map();
    for (const { question, findings } of shown) {
        for (const { verifier, verdict, why, remedy, caution } of findings) {
            // What a verifier is not made for, or nobody asked it, is told where it was named, and in the document.
            if (asked === undefined && (verdict === 'cannot' || !(verifier.counted || verdict === 'there')))
                continue;
            const said = verdict === 'verifies' ? caution : why;
            if (said === '')
                continue;
            const opening = verdict === 'verifies' ? 'careful: ' : `${WORDS[verdict] === '-' ? 'not for it' : WORDS[verdict]}: `;
            const key = `${opening}${said}\n${remedy}`;
            const reason = reasons.get(key) ?? { who: new Set(), what: new Set(), why: opening + said, remedy };
            reason.who.add(verifier.title);
            reason.what.add(labelOf(question));
            reasons.set(key, reason);
        }
    }
    return [...reasons.values()].map(({ who, what, why, remedy }) => ({
        who: [...who].join('; '),
        what: [...what].join(', '),
        why,
        remedy,
    }));
}
function signersOf(claims) {
    const signers = claims.flatMap(({ verified }) => {
        if (verified === undefined)
            return [];
        const { signer } = verified;
        return signer.kind === 'key'
            ? [`the key ${signer.hint}`]
            : [`${signer.identity} (${signer.facts.issuer ?? 'no issuer'})`];
    });
    return [...new Set(signers)].slice(0, MAX_SIGNERS);
}
const MAX_SIGNERS = 20;
function unverifiedOf({ observation }) {
    const failed = observation.claims.flatMap(({ layout, digest, error }) => error === undefined ? [] : [`not verified: ${layout} ${digest}: ${error.message}`]);
    // Layers of two signers have the same digest, where they sign the same bytes.
    const shown = [...new Set(failed)].slice(0, MAX_UNVERIFIED);
    const more = new Set(failed).size - shown.length;
    return [...shown, ...(more > 0 ? [`and ${(0,_counted_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(more, 'more claim')} that did not verify`] : [])];
}
const MAX_UNVERIFIED = 10;
function repairLines({ repair, images }) {
    if (repair === undefined)
        return [];
    // Of one image the digest says enough.
    const nameOf = ({ reference, subject }) => images.length > 1 ? `${reference} (${subject})` : subject;
    const { done, left, dryRun } = repair;
    const opening = dryRun ? 'would repair' : 'repaired';
    return [
        ...(done.length === 0 && left.length === 0 ? ['there is nothing that a repair could do'] : []),
        ...done.map((note) => `${opening} ${nameOf(note)}: ${note.text}`),
        ...left.map((note) => `left as it is ${nameOf(note)}: ${note.text}`),
    ];
}


/***/ }),

/***/ 67168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ toDocument),
/* harmony export */   failureDocument: () => (/* binding */ failureDocument),
/* harmony export */   j: () => (/* binding */ resultDocument)
/* harmony export */ });
/* harmony import */ var _doctor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23946);
/* harmony import */ var _sbom_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64804);
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41825);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22178);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72132);





/** The version of the document's form: members are added to it, never renamed (docs/schema/report.v1.json). */
const API_VERSION = 'countersign/v1';
/** A report as the document that scripts rely on. */
const toDocument = (report) => ({
    apiVersion: API_VERSION,
    command: report.command,
    status: report.status,
    ...resultMember(report),
    images: report.images.map(({ reference, digest, platforms, claims, requirements, signatureRepository, error }) => ({
        reference,
        digest,
        platforms,
        claims: claims.map(claimDocument),
        requirements: requirements.map(({ name, subject, platform, met, reason }) => ({
            name,
            subject,
            platform: platform ?? null,
            met,
            reason: reason ?? null,
        })),
        ...(signatureRepository === undefined ? {} : { signatureRepository }),
        error: errorDocument(error),
    })),
    signer: report.signer ?? null,
    figures: report.figures,
    notices: report.notices.map(({ level, text }) => ({ level, text })),
    ...(report.sbom === undefined ? {} : { sbom: (0,_sbom_js__WEBPACK_IMPORTED_MODULE_3__/* .sbomDocument */ .Ze)(report.sbom) }),
    ...scanMember(report),
    ...(report.doctor === undefined ? {} : { doctor: (0,_doctor_js__WEBPACK_IMPORTED_MODULE_0__/* .doctorDocument */ .jg)(report.doctor) }),
    ...(report.tools === undefined ? {} : { tools: (0,_tools_js__WEBPACK_IMPORTED_MODULE_4__/* .toolsDocument */ .ft)(report.tools) }),
    error: errorDocument(report.error),
});
/** Where nothing was judged the result says so: a script that reads it alone must not take its absence for clean. */
function scanMember({ command, scan, status }) {
    if (scan !== undefined)
        return { scan: (0,_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .scanDocument */ .bt)(scan) };
    return command === 'scan' && status !== 'ok' ? { scan: { result: (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__.resultOf)(status) } } : {};
}
const INSPECTING = new Set(['sbom', 'scan']);
const resultMember = ({ command, status, figures, }) => {
    if (!INSPECTING.has(command))
        return {};
    return { result: status === 'ok' && figures.planned === true ? null : (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__.resultOf)(status) };
};
/** The document of a command that succeeded and reports on no image; it lays its own members beside these. */
const resultDocument = (command) => ({
    apiVersion: API_VERSION,
    command,
    status: 'ok',
    images: [],
    signer: null,
    figures: null,
    notices: [],
    error: null,
});
/** The document of a run that ended before there was a report. */
const failureDocument = (command, error) => ({
    ...resultDocument(command),
    status: _verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .STATUS_OF */ .$[error.fault],
    ...(INSPECTING.has(command) ? { result: (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__.resultOf)(_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .STATUS_OF */ .$[error.fault]) } : {}),
    ...(command === 'scan' ? { scan: { result: (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__.resultOf)(_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .STATUS_OF */ .$[error.fault]) } } : {}),
    error: errorDocument(error),
});
const claimDocument = (claim) => ({
    subject: claim.subject,
    platform: claim.platform ?? null,
    predicateType: claim.predicateType,
    layout: claim.layout,
    digest: claim.digest ?? null,
    identity: claim.identity ?? null,
    issuer: claim.issuer ?? null,
    logIndex: claim.logIndex ?? null,
    state: claim.state,
    reason: claim.reason ?? null,
});
const errorDocument = (error) => error === undefined
    ? null
    : { code: error.code, fault: error.fault, message: error.message, remedy: error.remedy };


/***/ }),

/***/ 25064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ code),
/* harmony export */   markdown: () => (/* binding */ markdown),
/* harmony export */   markdownLines: () => (/* binding */ markdownLines)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76698);

/** Text of others for a Markdown table cell or line: nothing of it becomes Markdown, HTML, a link or a mention. */
const markdown = (text) => (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+.!|~@:-]/g, (mark) => `&#${mark.charCodeAt(0)};`);
/** A text of our own that has several lines, their indentation kept: YAML to add. */
const markdownLines = (text) => text
    .split('\n')
    .map((line) => markdown(line).replace(/^ +/, (indent) => '&nbsp;'.repeat(indent.length)))
    .join('<br>');
/** Text of others as code, to the letter: Markdown is read inside an HTML element too, so it is neutralised here as well. */
const code = (text) => `<code>${markdown(text)}</code>`;


/***/ }),

/***/ 64804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PS: () => (/* binding */ sbomLines),
/* harmony export */   Ze: () => (/* binding */ sbomDocument),
/* harmony export */   lg: () => (/* binding */ sbomRows)
/* harmony export */ });
/* harmony import */ var _counted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89264);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99772);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25064);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76698);




/** One fact per line for a terminal. */
function sbomLines(report) {
    const { documents, findings, quality, diff, artifact } = report;
    const shown = findings.slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_SHOWN_SBOM_FINDINGS */ .mwc);
    return [
        ...documents.map(({ platform, format, path, packages, size }) => `  written   ${format}${on(platform)}, ${(0,_counted_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(packages, 'package')}, ${size} bytes: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(path)}`),
        ...(artifact === undefined ? [] : [`  uploaded  ${artifactText(artifact)}`]),
        ...(report.packageCount === 0 ? [] : [`  found     ${countsText(report)}`]),
        ...quality.map((one) => `  quality   ${qualityText(one)}${on(one.platform)}`),
        ...shown.map(({ platform, text, fatal }) => `  ${fatal ? 'missing ' : 'unclear '}  ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(text)}${on(platform)}`),
        ...leftOut(findings.length - shown.length),
        ...(diff?.changes ?? []).map((change) => `  changed   ${changeText(change)}${on(change.platform)}`),
    ];
}
const on = (platform) => platform === undefined ? '' : ` (${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(platform)})`;
const artifactText = ({ name, id, size }) => `workflow artifact ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(name)} (${id}), ${size} bytes`;
const leftOut = (count) => count > 0 ? [`  and ${count} more, which the JSON report has`] : [];
const countsText = ({ packageCount, ecosystems }) => `${(0,_counted_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(packageCount, 'package')}: ${Object.entries(ecosystems)
    .map(([ecosystem, count]) => `${count} ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(ecosystem)}`)
    .join(', ')}`;
const qualityText = ({ version, purl, license, supplier, hash }) => Object.entries({ version, purl, license, supplier, hash })
    .map(([measure, share]) => `${measure} ${Math.floor(share * 100)} %`)
    .join(', ');
const changeText = ({ added, removed, changed, licenses }) => `${added} added, ${removed} removed, ${changed} in other versions, ${licenses} with other licences`;
/** Tables for the job summary. */
function sbomRows(report) {
    const { documents, findings, quality, diff, artifact } = report;
    const shown = findings.slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_SHOWN_SBOM_FINDINGS */ .mwc);
    return [
        ...(documents.length === 0 ? [] : ['| document | of | packages | sha256 |', '| --- | --- | --- | --- |']),
        ...documents.map(({ format, specVersion, platform, subject, packages, sha256 }) => `| ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.markdown)(`${format} ${specVersion}`)} | ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.markdown)(platform ?? (subject === undefined ? 'the path given' : 'the digest given'))} | ${packages} | ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .a)(sha256)} |`),
        ...(artifact === undefined ? [] : ['', `Uploaded as ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.markdown)(artifactText(artifact))}.`]),
        ...(report.packageCount === 0 ? [] : ['', `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.markdown)(countsText(report))}.`]),
        ...quality.flatMap((one) => ['', `Quality${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.markdown)(on(one.platform))}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.markdown)(qualityText(one))}.`]),
        '',
        ...shown.map(({ platform, text, fatal }) => `- ${fatal ? '**Missing:** ' : ''}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.markdown)(text)}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.markdown)(on(platform))}`),
        ...leftOut(findings.length - shown.length).map((text) => `- ${text.trim()}`),
        // Made of neutralised text, with its own bound.
        ...(diff === undefined ? [] : ['', `Since ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .a)(diff.baseline)}:`, '', diff.markdown]),
    ];
}
/** The member `sbom` of the document. */
const sbomDocument = (report) => {
    const { documents, packageCount, ecosystems, quality, findings, diff, generator, artifact, times } = report;
    return {
        generator: generator ?? null,
        documents: documents.map((document) => ({
            ...document,
            platform: document.platform ?? null,
            subject: document.subject ?? null,
        })),
        packageCount,
        ecosystems,
        quality: quality.map((one) => ({ ...one, platform: one.platform ?? null })),
        findings: findings.map((finding) => ({
            ...finding,
            platform: finding.platform ?? null,
            path: finding.path ?? null,
        })),
        diff: diff === undefined
            ? null
            : {
                baseline: diff.baseline,
                path: diff.path ?? null,
                changes: diff.changes.map((change) => ({ ...change, platform: change.platform ?? null })),
            },
        artifact: artifact ?? null,
        times,
    };
};


/***/ }),

/***/ 41825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bt: () => (/* reexport */ scanDocument),
  JH: () => (/* binding */ scanLines),
  yK: () => (/* reexport */ scanSummary)
});

// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/scan/vuln-predicate.js
var vuln_predicate = __webpack_require__(11279);
// EXTERNAL MODULE: ./packages/core/build/report/printable.js
var printable = __webpack_require__(76698);
// EXTERNAL MODULE: ./packages/core/build/counted.js
var counted = __webpack_require__(89264);
// EXTERNAL MODULE: ./packages/core/build/runtime.js
var runtime = __webpack_require__(84534);
// EXTERNAL MODULE: ./packages/core/build/scan/sarif.js + 2 modules
var sarif = __webpack_require__(72018);
// EXTERNAL MODULE: ./packages/core/build/scan/types.js
var types = __webpack_require__(92827);
;// CONCATENATED MODULE: ./packages/core/build/report/scan-facts.js






/** The records that findings are told of: an index has those of its platforms, so these are not told a second time. */
function toldRecords(records) {
    const whole = new Set(records
        .filter(({ subject }) => subject.platform === undefined)
        .map(({ subject }) => (0,sarif/* repositoryOf */._M)(subject.reference)));
    return records.filter(({ subject }) => subject.platform === undefined || !whole.has((0,sarif/* repositoryOf */._M)(subject.reference)));
}
const breakingOf = ({ decision }) => decision.findings.filter((judged) => (0,vuln_predicate/* stateOf */.L4)(judged) === 'breaks');
const openOf = ({ decision }) => decision.findings.filter(({ disposition }) => disposition.kind === 'open');
const totalOf = (counts) => types/* SEVERITIES */.o.reduce((sum, severity) => sum + counts[severity], 0);
/** `1 critical, 3 high`, or `none`. */
const countsText = (counts) => types/* SEVERITIES */.o.filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}`)
    .join(', ') || 'none';
/** What the gate asks, in the words of its inputs. */
const gateText = (gate) => [
    gate.failOn === undefined
        ? 'fail-on none'
        : `fail-on ${gate.failOn}${gate.onlyFixed ? ' with a fix' : ''}`,
    `unknown severity: ${gate.onUnknownSeverity}`,
    `known exploited: ${gate.kev}`,
    ...(gate.epssThreshold === undefined ? [] : [`EPSS from ${gate.epssThreshold}`]),
    ...(gate.riskThreshold === undefined ? [] : [`risk from ${gate.riskThreshold}`]),
    ...graceText(gate.graceDays),
    ...(gate.maxNew === undefined ? [] : [`at most ${gate.maxNew} new`]),
].join(', ');
function graceText(days) {
    const parts = types/* SEVERITIES */.o.flatMap((severity) => {
        const granted = days[severity];
        return granted === undefined ? [] : [`${severity} ${granted} d`];
    });
    return parts.length === 0 ? [] : [`grace ${parts.join(' ')}`];
}
/** `fixed in 3.0.13`, `no fix yet` */
function fixText({ fix: { state, suggested } }) {
    if (suggested !== undefined)
        return `fixed in ${suggested}`;
    switch (state) {
        case 'fixed':
            return 'fixed, in a version that is not known';
        case 'wont-fix':
            return 'will not be fixed by its distribution';
        case 'not-fixed':
            return 'no fix yet';
        case 'unknown':
            return 'no fix known';
    }
}
/** Waivers that somebody has to look at, the expired first; one that is in force is no news. */
function waiversToTell(records) {
    const byIndex = new Map();
    for (const state of records.flatMap(({ decision }) => decision.waivers)) {
        const other = byIndex.get(state.waiver.index);
        if (other === undefined || rankOf(state) < rankOf(other))
            byIndex.set(state.waiver.index, state);
    }
    return [...byIndex.values()]
        .filter(({ state }) => state !== 'active')
        .sort((one, other) => RANK[one.state] - RANK[other.state] || one.waiver.index - other.waiver.index);
}
/** Of several subjects the state that says most: a waiver that one platform uses is not unused. */
const RANK = { expired: 0, expiring: 1, active: 2, unused: 3 };
const rankOf = ({ state, isOfOthers }) => RANK[state] + (isOfOthers ? 0.5 : 0);
function waiverText({ waiver, state, daysLeft, isOfOthers, matched }) {
    const name = `Waiver ${waiver.index} for ${waiver.id} (${waiver.owner})`;
    switch (state) {
        case 'expired':
            return `${name} expired on ${waiver.expires} and no longer applies: ${(0,counted/* counted */.h)(matched, 'finding')}`;
        case 'expiring':
            return `${name} expires on ${waiver.expires}, in ${daysLeft === 1 ? '1 day' : `${daysLeft} days`}`;
        case 'unused':
            return isOfOthers ? `${name} is about other images` : `${name} matches nothing: take it out`;
        case 'active':
            return `${name} is in force until ${waiver.expires}`;
    }
}
/** `built 2026-11-19 (2 days old), schema v6.1.9`, the age at the time of the verdict. */
function databaseText({ report: { database } }, judgedAt) {
    const { built, version } = database;
    if (built === undefined)
        return 'its age is not known';
    const days = Math.max(Math.floor((judgedAt.getTime() - built.getTime()) / runtime/* DAY_MS */.s), 0);
    const schema = version === undefined ? '' : `, version ${version}`;
    return `built ${built.toISOString().slice(0, 10)} (${days === 1 ? '1 day' : `${days} days`} old)${schema}`;
}
/** Sentences of scanners about what they looked at, each once: a distribution past its end of life, rules that hid findings. */
function alertsOf(records) {
    const ignored = records.flatMap(({ subject, report }) => report.ignoredByScanner === 0
        ? []
        : [
            `${report.scanner.name} left ${(0,counted/* counted */.h)(report.ignoredByScanner, 'finding')} out by rules of its own on ${subject.platform ?? subject.reference}`,
        ]);
    return [
        ...new Set([
            ...records.flatMap(({ report }) => report.alerts),
            ...ignored,
            ...unmatchedVexTexts(records.map(({ decision }) => decision.unmatchedVex)),
        ]),
    ];
}
/** Of several subjects only what matched on none of them is told: a statement about one platform is right about that one. */
function unmatchedVexTexts([first = [], ...others]) {
    const elsewhere = others.map((each) => new Map(each.map((statement) => [statement.place, statement])));
    const unmatched = first.filter(({ place }) => elsewhere.every((each) => each.has(place)));
    const shown = unmatched.slice(0, limits/* MAX_SCAN_SENTENCES */.IEK).map((statement) => {
        const hasFinding = statement.hasFinding || elsewhere.some((each) => each.get(statement.place)?.hasFinding === true);
        return `${statement.name} matched nothing: ${hasFinding
            ? 'none of its products is this image or the package that has the finding.'
            : 'no finding has this id.'}`;
    });
    const more = unmatched.length - shown.length;
    return more > 0 ? [...shown, `${more} more statements matched nothing.`] : shown;
}
/** The platforms that a finding is on, the first few by name. */
const platformsText = ({ platforms }) => {
    const shown = platforms.slice(0, limits/* MAX_SHOWN_PLATFORMS */.k7N).join(', ');
    const rest = platforms.length - limits/* MAX_SHOWN_PLATFORMS */.k7N;
    return rest > 0 ? `${shown} and ${rest} more` : shown;
};

// EXTERNAL MODULE: ./packages/core/build/scan/fingerprint.js
var fingerprint = __webpack_require__(43274);
// EXTERNAL MODULE: ./packages/core/build/scan/text-plain.js
var text_plain = __webpack_require__(21074);
;// CONCATENATED MODULE: ./packages/core/build/report/scan-way-out.js






/** undefined where nothing breaks the gate. */
function wayOutOf({ records, judgedAt, maxWaiverDays }) {
    const broken = toldRecords(records).flatMap((record) => breakingOf(record).map((judged) => ({ record, judged })));
    const [first] = broken;
    if (first === undefined)
        return undefined;
    const upgrades = upgradesOf(broken.map(({ judged }) => judged));
    const unfixed = broken.filter(({ judged }) => judged.finding.fix.suggested === undefined);
    const expires = lastDay(judgedAt, maxWaiverDays);
    const entries = (unfixed.length === 0 ? [first] : unfixed).map(({ record, judged }) => waiverEntry(record, judged, expires));
    return {
        upgrades: upgrades.slice(0, MAX_UPGRADES),
        moreUpgrades: Math.max(upgrades.length - MAX_UPGRADES, 0),
        waivers: [...new Set(entries)].slice(0, MAX_WAIVER_ENTRIES),
        vex: 'Where one does not affect this image: say so in an OpenVEX document (status not_affected, with its justification) and give it as "vex"',
    };
}
const MAX_UPGRADES = 10;
const MAX_WAIVER_ENTRIES = 3;
function upgradesOf(findings) {
    const counts = new Map();
    for (const { finding } of findings) {
        const { name, type } = finding.package;
        if (finding.fix.suggested === undefined)
            continue;
        const upgrade = `upgrade ${name} (${type}) to ${finding.fix.suggested}`;
        counts.set(upgrade, (counts.get(upgrade) ?? 0) + 1);
    }
    return [...counts.entries()]
        .sort(([, one], [, other]) => other - one)
        .map(([upgrade, count]) => `${upgrade}: ${(0,counted/* counted */.h)(count, 'finding')}`);
}
/**
 * Two members are left to be said, and the waiver file refuses them as they stand: nobody else can say why a risk is accepted,
 * and by whom. A file or folder has no image that the waiver could be for.
 */
function waiverEntry({ subject }, { finding }, expires) {
    const { name, purl } = finding.package;
    return [
        `- id: ${yamlText(finding.id)}`,
        `  package: ${yamlText(purl === undefined ? name : (0,fingerprint/* purlWithoutVersion */.qC)(purl))}`,
        ...(isImage(subject) ? [`  images: [${yamlText((0,sarif/* repositoryOf */._M)(subject.reference))}]`] : []),
        '  reason: "TODO: why the risk is accepted"',
        '  owner: "TODO: who answers for it"',
        `  expires: "${expires}"`,
        ...(finding.kev === undefined ? [] : ['  allow-kev: true']),
    ].join('\n');
}
const isImage = ({ reference, digest }) => digest !== undefined && reference.endsWith(`@${digest}`);
/** A double-quoted YAML scalar of ASCII alone (YAML 1.2, section 5.7): no text ends it or begins a line of its own. */
const yamlText = (text) => JSON.stringify((0,text_plain/* plainText */.w)(text, MAX_YAML_CHARS)).replace(/[^\x20-\x7e]/gu, (mark) => `\\U${(mark.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`);
const MAX_YAML_CHARS = 512;
const lastDay = (judgedAt, maxWaiverDays) => new Date(judgedAt.getTime() + Math.max(Math.min(USUAL_WAIVER_DAYS, maxWaiverDays - 1), 0) * runtime/* DAY_MS */.s)
    .toISOString()
    .slice(0, 10);
const USUAL_WAIVER_DAYS = 30;

;// CONCATENATED MODULE: ./packages/core/build/report/scan-document.js




/** The member `scan` of the document: verdict, counts, the worst open findings and where the rest is. */
const scanDocument = ({ result, records, files, notices }) => ({
    result,
    subjects: records.map(recordDocument),
    files: {
        folder: files.folder,
        sarif: files.sarif,
        junit: files.junit ?? null,
        subjects: files.subjects.map(({ reference, platform, report, predicate, vdr, inTotoVulns }) => ({
            reference: scan_document_text(reference),
            platform: textOrNull(platform),
            report: report ?? null,
            predicate,
            vdr: vdr ?? null,
            inTotoVulns: inTotoVulns ?? null,
        })),
    },
    alerts: alertsOf(records).slice(0, limits/* MAX_DOCUMENT_SCAN_FINDINGS */.iyw).map(scan_document_text),
    notices: notices.map(scan_document_text),
});
function recordDocument(record) {
    const { subject, report, decision } = record;
    const open = openOf(record);
    const listed = open.slice(0, limits/* MAX_DOCUMENT_SCAN_FINDINGS */.iyw);
    return {
        reference: scan_document_text(subject.reference),
        digest: subject.digest ?? null,
        platform: textOrNull(subject.platform),
        result: decision.result,
        gate: (0,vuln_predicate/* gateDocument */.hz)(decision.gate),
        counts: decision.counts,
        waived: decision.waivedCounts,
        vex: decision.vexCounts,
        newCount: decision.newCount ?? null,
        breakingCount: breakingOf(record).length,
        findings: listed.map(findingDocument),
        omittedFindings: open.length - listed.length,
        waivers: decision.waivers.map(({ waiver, state, daysLeft, matched }) => ({
            index: waiver.index,
            id: scan_document_text(waiver.id),
            package: textOrNull(waiver.package),
            owner: scan_document_text(waiver.owner),
            reason: scan_document_text(waiver.reason),
            expires: waiver.expires,
            state,
            daysLeft,
            matched,
        })),
        scanner: {
            name: scan_document_text(report.scanner.name),
            version: scan_document_text(report.scanner.version),
            ignored: report.ignoredByScanner,
        },
        database: {
            built: report.database.built?.toISOString() ?? null,
            version: textOrNull(report.database.version),
            checksum: textOrNull(report.database.checksum),
        },
    };
}
const findingDocument = (judged) => ({
    ...(0,vuln_predicate/* predicateFinding */.NL)(judged),
    epss: judged.finding.epss ?? null,
    risk: judged.finding.risk ?? null,
    isNew: judged.isNew ?? null,
    breaches: judged.disposition.kind === 'open'
        ? judged.disposition.breaches.map(({ rule, text: why }) => ({ rule, text: scan_document_text(why) }))
        : [],
});
const MAX_TEXT_CHARS = 1000;
const scan_document_text = (value) => (0,text_plain/* plainText */.w)(value, MAX_TEXT_CHARS);
const textOrNull = (value) => (value === undefined ? null : scan_document_text(value));

// EXTERNAL MODULE: ./packages/core/build/report/markdown.js
var markdown = __webpack_require__(25064);
;// CONCATENATED MODULE: ./packages/core/build/report/scan-summary.js








/**
 * A scan in a job summary, at most `maxBytes` as UTF-8: counts of every subject first, which are always whole; the worst open
 * findings as far as there is room, with the exact number of the rest; the way out; waivers to look at; the database's age.
 */
function scanSummary(part, maxBytes = limits/* MAX_SCAN_SUMMARY_BYTES */.CCc) {
    const head = [...countsTable(part), ''];
    const tail = [...wayOutLines(part), ...waiverLines(part), ...noteLines(part), ''];
    const told = toldRecords(part.records);
    const share = Math.floor((maxBytes - sizeOf([...head, ...tail])) / Math.max(told.length, 1));
    const findings = told.flatMap((record) => findingsTable(record, told.length > 1, share));
    return [...head, ...findings, ...tail].join('\n');
}
function countsTable({ result, records, judgedAt }) {
    const [first] = records;
    return [
        `**${result}**${first === undefined ? '' : `: ${(0,markdown/* code */.a)(clipped(first.subject.reference))}`}`,
        '',
        `| scanned | result | ${types/* SEVERITIES */.o.join(' | ')} | waived | VEX | new | database |`,
        `| --- | --- | ${types/* SEVERITIES */.o.map(() => '---:').join(' | ')} | ---: | ---: | ---: | --- |`,
        ...records.map((record) => {
            const { subject, decision } = record;
            const { counts, waivedCounts, vexCounts, newCount } = decision;
            return `| ${(0,markdown.markdown)(nameOf(record, records))} ${subject.digest === undefined ? '' : (0,markdown/* code */.a)(subject.digest.slice(0, 19))} | ${decision.result} | ${types/* SEVERITIES */.o.map((severity) => counts[severity]).join(' | ')} | ${totalOf(waivedCounts)} | ${totalOf(vexCounts)} | ${newCount ?? ''} | ${(0,markdown.markdown)(databaseText(record, judgedAt))} |`;
        }),
        '',
        ...(first === undefined ? [] : [`Gate: ${(0,markdown.markdown)(gateText(first.decision.gate))}.`]),
    ];
}
const nameOf = ({ subject }, records) => {
    if (subject.platform !== undefined)
        return clipped(subject.platform);
    if (subject.digest === undefined)
        return clipped(subject.reference);
    return records.length > 1 ? 'all platforms' : 'the image';
};
function findingsTable(record, several, maxBytes) {
    const open = openOf(record);
    if (open.length === 0)
        return [];
    const head = [
        ...(several
            ? [`${(0,markdown/* code */.a)(clipped(record.subject.reference))} ${(0,markdown.markdown)(record.subject.platform ?? '')}`, '']
            : []),
        '| | vulnerability | severity | package | fix | why |',
        '| --- | --- | --- | --- | --- | --- |',
    ];
    const rows = [];
    let room = maxBytes - sizeOf(head) - NOTE_BYTES;
    for (const judged of open.slice(0, limits/* MAX_SUMMARY_SCAN_FINDINGS */.j1w)) {
        const row = findingRow(judged);
        room -= sizeOf([row]);
        if (room < 0)
            break;
        rows.push(row);
    }
    const left = open.length - rows.length;
    const note = left === 0
        ? []
        : [
            '',
            `${(0,counted/* counted */.h)(left, 'more open finding')} ${left === 1 ? 'is' : 'are'} not shown here; the files have them all.`,
        ];
    return rows.length === 0 ? [...note, ''] : [...head, ...rows, ...note, ''];
}
/** Room for the note about what is left out. */
const NOTE_BYTES = 100;
function findingRow(judged) {
    const { finding, disposition, isNew } = judged;
    const { name, version, type } = finding.package;
    const why = disposition.kind !== 'open'
        ? []
        : [
            ...disposition.breaches.map(({ text }) => text),
            ...(disposition.note === undefined ? [] : [disposition.note]),
        ];
    const marks = [
        ...(finding.kev === undefined ? [] : ['exploited']),
        ...(isNew === true ? ['new'] : []),
        ...(finding.platforms.length === 0 ? [] : [platformsText(finding)]),
    ];
    const cells = [
        (0,vuln_predicate/* stateOf */.L4)(judged) === 'breaks' ? '✗' : '',
        (0,markdown.markdown)(scan_summary_short(finding.id)),
        `${finding.severity}${marks.length === 0 ? '' : ` (${(0,markdown.markdown)(scan_summary_short(marks.join(', ')))})`}`,
        (0,markdown.markdown)(scan_summary_short(`${name} ${version} (${type})`)),
        (0,markdown.markdown)(scan_summary_short(fixText(finding))),
        (0,markdown.markdown)(scan_summary_short(why.join('; '))),
    ];
    return `| ${cells.join(' | ')} |`;
}
function wayOutLines(part) {
    const way = wayOutOf(part);
    if (way === undefined)
        return [];
    return [
        'What to do:',
        '',
        ...way.upgrades.map((upgrade) => `- ${(0,markdown.markdown)(scan_summary_short(upgrade))}`),
        ...(way.moreUpgrades === 0 ? [] : [`- and ${way.moreUpgrades} more upgrades`]),
        '- or accept the risk for a time, under <code>waivers:</code> in <code>.countersign/waivers.yaml</code>:',
        '',
        // Indented code: no line of it can end the block, and the entry's texts are quoted and ASCII.
        ...way.waivers.flatMap(printable/* printableLines */.f).map((line) => `      ${line}`),
        '',
        `- ${(0,markdown.markdown)(way.vex)}`,
        '',
    ];
}
function waiverLines({ records }) {
    const states = waiversToTell(records);
    const shown = states.slice(0, limits/* MAX_SUMMARY_WAIVERS */.C_9);
    const more = states.length - shown.length;
    return [
        ...shown.map((state) => `- ${state.state === 'expired' ? '**Expired:** ' : ''}${(0,markdown.markdown)(clipped(waiverText(state)))}`),
        ...(more === 0 ? [] : [`- and ${more} more waivers to look at`]),
    ];
}
const noteLines = ({ records, notices }) => {
    const notes = [...alertsOf(records), ...notices];
    const shown = notes.slice(0, MAX_NOTES).map((note) => `- ${(0,markdown.markdown)(scan_summary_short(note))}`);
    return notes.length === shown.length
        ? shown
        : [...shown, `- and ${notes.length - shown.length} more notes`];
};
const MAX_NOTES = 20;
const MAX_CELL_CHARS = 300;
const scan_summary_short = (text) => cut(text, MAX_CELL_CHARS);
const clipped = (text) => cut(text, limits/* MAX_SUMMARY_TEXT_CHARS */.Olh);
const cut = (text, max) => (text.length <= max ? text : `${text.slice(0, max)}…`);
const sizeOf = (lines) => lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);

;// CONCATENATED MODULE: ./packages/core/build/report/scan.js







/**
 * A scan for a terminal, one fact per line: verdict, subject and counts of each record, what broke the gate, the way out, then
 * what else somebody has to look at. Every line is safe to print.
 */
function scanLines(part) {
    const told = toldRecords(part.records);
    const lines = [
        ...part.records.map(recordLine),
        ...part.records.slice(0, 1).map(({ decision }) => `gate: ${gateText(decision.gate)}`),
        ...told.flatMap((record) => breakingLines(record, part)),
        ...scan_wayOutLines(part),
        ...waiversToTell(part.records).slice(0, MAX_LINES).map(waiverText),
        ...told.slice(0, 1).map((record) => `database: ${databaseText(record, part.judgedAt)}`),
        ...alertsOf(part.records).slice(0, MAX_LINES),
        ...part.notices,
        `files: ${part.files.folder}`,
    ];
    return lines.map((line) => `  ${indented(line)}`);
}
const MAX_LINES = 20;
function recordLine({ subject, decision }) {
    const { result, counts, waivedCounts, vexCounts, newCount } = decision;
    const others = [
        ...(totalOf(waivedCounts) === 0 ? [] : [`${totalOf(waivedCounts)} waived`]),
        ...(totalOf(vexCounts) === 0 ? [] : [`${totalOf(vexCounts)} settled by VEX`]),
        ...(newCount === undefined ? [] : [`${newCount} new`]),
    ];
    const on = subject.platform === undefined ? '' : ` (${subject.platform})`;
    return `${result.padEnd(10)} ${subject.reference}${on}: ${[`open: ${countsText(counts)}`, ...others].join('; ')}`;
}
function breakingLines(record, { files }) {
    const breaking = breakingOf(record);
    const named = breaking.slice(0, limits/* MAX_NAMED_FINDINGS */.As5).map(breakingLine);
    const more = breaking.length - named.length;
    return more === 0 ? named : [...named, `and ${more} more that break it, in ${files.folder}`];
}
function breakingLine(judged) {
    const { finding, disposition } = judged;
    const { name, version, type } = finding.package;
    const why = disposition.kind === 'open' ? disposition.breaches.map(({ text }) => text).join('; ') : '';
    const where = finding.platforms.length === 0 ? '' : ` on ${platformsText(finding)}`;
    return `${(0,vuln_predicate/* stateOf */.L4)(judged)} ${finding.id} ${finding.severity} in ${name} ${version} (${type})${where}: ${fixText(finding)}: ${why}`;
}
function scan_wayOutLines(part) {
    const way = wayOutOf(part);
    if (way === undefined)
        return [];
    return [
        ...way.upgrades,
        ...(way.moreUpgrades === 0 ? [] : [`and ${way.moreUpgrades} more upgrades`]),
        'or accept the risk for a time, under "waivers:" in .countersign/waivers.yaml:',
        ...way.waivers.flatMap((entry) => entry.split('\n').map((line) => `${YAML_INDENT}${line}`)),
        way.vex,
    ];
}
const YAML_INDENT = '  ';
/** Indentation of our own stays; what follows it is made safe by itself. */
const indented = (line) => {
    const spaces = /^ */.exec(line)?.[0] ?? '';
    return spaces + (0,printable/* printable */.g)(line.slice(spaces.length));
};


/***/ }),

/***/ 22178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q6: () => (/* binding */ toolRows),
/* harmony export */   ft: () => (/* binding */ toolsDocument),
/* harmony export */   kQ: () => (/* binding */ toolLines)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25064);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76698);


/** One line per tool for a terminal. */
const toolLines = ({ tools }) => tools.map((tool) => {
    const { name, version, state, path, sha256, error } = tool;
    const how = [provenance(tool), path === undefined ? undefined : (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(path)]
        .filter((part) => part !== undefined)
        .join(', ');
    const why = error === undefined ? '' : `: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(error.message)} (${error.code})`;
    const sum = sha256 === undefined ? [] : [`sha256 ${sha256}`];
    return [`  ${state.padEnd(9)} ${name} ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(version)}${why}`, how, ...sum]
        .filter((part) => part !== '')
        .join('\n            ');
});
/** A table for the job summary. */
const toolRows = ({ tools }) => [
    '| tool | version | state | verified by | sha256 |',
    '| --- | --- | --- | --- | --- |',
    ...tools.map(({ name, version, state, verifiedBy, sha256, error }) => `| ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.markdown)(name)} | ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.markdown)(version)} | ${state}${error === undefined ? '' : `: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.markdown)(error.message)}`} | ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.markdown)(verifiedBy ?? '')} | ${sha256 === undefined ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .a)(sha256)} |`),
];
/** The member `tools` of the document. */
const toolsDocument = ({ action, platform, tools }) => ({
    action,
    platform,
    tools: tools.map(({ error, path, sha256, source, verifiedBy, ...rest }) => ({
        ...rest,
        path: path ?? null,
        sha256: sha256 ?? null,
        source: source ?? null,
        verifiedBy: verifiedBy ?? null,
        error: error === undefined ? null : { code: error.code, message: error.message, remedy: error.remedy },
    })),
});
function provenance(tool) {
    const { source, verifiedBy, state, confirmedBy } = tool;
    if (state === 'available' || state === 'cached' || state === 'missing') {
        return confirmedBy === 0 ? 'not in the table' : `in the table, ${agreement(tool)}`;
    }
    if (verifiedBy === undefined)
        return undefined;
    const from = source === undefined ? '' : ` from ${source}`;
    switch (verifiedBy) {
        case 'path':
            return 'from PATH, not verified but for its version';
        case 'table':
            return `verified by the table (${agreement(tool)})${from}`;
        default:
            return `verified by ${verifiedBy}${from}`;
    }
}
const agreement = ({ confirmed, confirmedBy }) => confirmed ? `confirmed by ${confirmedBy} sources` : 'not confirmed: one source alone';


/***/ }),

/***/ 72132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ STATUS_OF),
/* harmony export */   OPENING: () => (/* binding */ OPENING),
/* harmony export */   V: () => (/* binding */ verdictOf),
/* harmony export */   resultOf: () => (/* binding */ resultOf)
/* harmony export */ });
/** The first words about an error: a verdict and a failure to reach one are never mixed. */
const OPENING = {
    rejection: 'Rejected',
    infrastructure: 'Could not decide',
    user: 'Error',
    defect: 'Defect',
};
/** What a fault makes of the run or image that it ended: a rejection is a verdict, an infrastructure fault the lack of one. */
const STATUS_OF = {
    user: 'error',
    infrastructure: 'undecided',
    rejection: 'rejected',
    defect: 'error',
};
/** The result of a run, by its status: what was not decided is an error, never clean. */
const resultOf = (status) => status === 'ok' ? 'clean' : status === 'rejected' ? 'violations' : 'error';
/** The first words of a report, copied by every format. */
function verdictOf({ command, status, error, images, tools, figures, }) {
    switch (status) {
        case 'ok':
            if (tools !== undefined)
                return toolsDone(tools);
            if (command === 'scan' && figures.planned === true)
                return 'Dry run, nothing was scanned';
            if (command === 'sbom' && figures.planned === true)
                return 'Dry run, nothing was described';
            return isPlan(images) ? 'Dry run, nothing was signed' : DONE[command];
        case 'rejected':
            return OPENING.rejection;
        case 'undecided':
            return OPENING.infrastructure;
        case 'skipped':
            return 'Skipped, nothing was signed';
        case 'error':
            return OPENING[error?.fault ?? 'defect'];
    }
}
/** A dry run stores nothing, and what is there already is no news. */
const isPlan = (images) => {
    const states = new Set(images.flatMap(({ claims }) => claims.map(({ state }) => state)));
    return states.has('planned') && !states.has('stored');
};
function toolsDone({ action, tools }) {
    if (action === 'list')
        return 'Listed, nothing was verified';
    if (tools.some(({ state }) => state === 'planned'))
        return 'Dry run, nothing was installed';
    if (action !== 'verify')
        return DONE.tools;
    return tools.some(({ state }) => state === 'present')
        ? 'Verified'
        : 'Nothing is installed, so nothing was verified';
}
const DONE = {
    sign: 'Signed and verified',
    attest: 'Attested and verified',
    verify: 'Accepted',
    tree: 'Read',
    doctor: 'Seen by every verifier that was asked',
    get: 'Read',
    sbom: 'Described',
    scan: 'Clean',
    tools: 'Installed',
};


/***/ })

};
