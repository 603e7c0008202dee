export const id = 6050;
export const ids = [6050];
export const modules = {

/***/ 43274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UV: () => (/* binding */ Fingerprints),
/* harmony export */   V5: () => (/* binding */ findingsById),
/* harmony export */   qC: () => (/* binding */ purlWithoutVersion)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

const findingsById = (findings) => Map.groupBy(findings, ({ id }) => id);
/**
 * The name of each finding among those of one subject, `<32 hex digits>:<number>`. It is of the vulnerability and the package
 * without its version, so an update that does not help keeps it, as does another order, description, severity or database.
 * Where one package is there in several versions or places, the number tells them apart, by version and place.
 */
class Fingerprints {
    #byId;
    /** Of the ids that were asked for: the findings that are not the first of their key. */
    #numbers = new Map();
    constructor(byId) {
        this.#byId = byId;
    }
    of(finding) {
        return `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', keyOf(finding)).slice(0, HASH_CHARS)}:${this.#numberOf(finding)}`;
    }
    #numberOf(finding) {
        const group = this.#byId.get(finding.id) ?? [];
        if (group.length < 2)
            return 1;
        let numbers = this.#numbers.get(finding.id);
        if (numbers === undefined) {
            numbers = numbersIn(group);
            this.#numbers.set(finding.id, numbers);
        }
        return numbers.get(finding) ?? 1;
    }
}
const HASH_CHARS = 32;
function numbersIn(group) {
    const numbers = new Map();
    for (const same of Map.groupBy(group, keyOf).values()) {
        if (same.length === 1)
            continue;
        const sorted = same
            .map((finding) => ({ finding, place: placeOf(finding) }))
            .sort((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0));
        for (const [index, { finding }] of sorted.entries())
            numbers.set(finding, index + 1);
    }
    return numbers;
}
/** Each part but the last with its length before it: no two lists of parts have one text. */
const keyOf = ({ id, package: { purl, type, name } }) => `${id.length} ${id} ${purl === undefined ? `${type.length} ${type} ${name}` : purlWithoutVersion(purl)}`;
const placeOf = ({ package: { version, locations } }) => JSON.stringify([version, [...locations].sort()]);
/** `pkg:deb/debian/openssl@3.0.11?arch=amd64#sub` -> `pkg:deb/debian/openssl` */
function purlWithoutVersion(purl) {
    const end = purl.search(QUALIFIERS);
    const at = purl.lastIndexOf('@', end < 0 ? undefined : end);
    if (at > purl.lastIndexOf('/', end < 0 ? undefined : end))
        return purl.slice(0, at);
    return end < 0 ? purl : purl.slice(0, end);
}
const QUALIFIERS = /[?#]/;


/***/ }),

/***/ 72018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SM: () => (/* binding */ categoriesOf),
  _M: () => (/* binding */ repositoryOf),
  $6: () => (/* binding */ sarifOf)
});

// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/scan/fingerprint.js
var fingerprint = __webpack_require__(43274);
// EXTERNAL MODULE: ./packages/core/build/scan/text-plain.js
var text_plain = __webpack_require__(21074);
// EXTERNAL MODULE: ./packages/core/build/scan/text-url.js
var text_url = __webpack_require__(18215);
;// CONCATENATED MODULE: ./packages/core/build/scan/sarif-rule.js


/** The rules of one run, one for each vulnerability, in the order in which its first result takes it. */
class SarifRules {
    #byId;
    #indices = new Map();
    #taken = [];
    /** All that was found: a rule has the severity of its worst finding, also where the list is cut. */
    constructor(byId) {
        this.#byId = byId;
    }
    /** The place of the rule of a finding, and how much text it added. */
    take(finding) {
        const known = this.#indices.get(finding.id);
        if (known !== undefined)
            return { index: known, added: 0 };
        const index = this.#taken.length;
        const text = JSON.stringify(ruleOf(worstOf(this.#byId.get(finding.id) ?? [], finding)));
        this.#indices.set(finding.id, index);
        this.#taken.push(text);
        return { index, added: text.length };
    }
    taken() {
        return this.#taken;
    }
}
const worstOf = (group, first) => group.reduce((worst, finding) => (scoreOf(finding) > scoreOf(worst) ? finding : worst), first);
/** Ids are the scanner's: what a result and its rule share. */
const ruleId = ({ id }) => (0,text_plain/* plainText */.w)(id, MAX_ID_CHARS) || 'unnamed';
const levelOf = (severity) => LEVEL[severity];
const LEVEL = {
    critical: 'error',
    high: 'error',
    medium: 'warning',
    low: 'note',
    negligible: 'note',
    // Nobody knows that it is harmless.
    unknown: 'warning',
};
/**
 * GitHub shows a word after this number (from 9.0 critical, 7.0 high, 4.0 medium, above 0 low), so a score that
 * contradicts the severity that the gate looks at is brought into its band.
 */
function scoreOf({ severity, cvss }) {
    const { from, to, usual } = BAND[severity];
    return cvss === undefined ? usual : Math.min(Math.max(cvss.score, from), to);
}
const BAND = {
    critical: { from: 9, to: 10, usual: 9.5 },
    high: { from: 7, to: 8.9, usual: 8 },
    medium: { from: 4, to: 6.9, usual: 5.5 },
    low: { from: 0.1, to: 3.9, usual: 2 },
    negligible: { from: 0.1, to: 0.9, usual: 0.1 },
    unknown: { from: 0, to: 10, usual: 0 },
};
function ruleOf(finding) {
    const { severity, aliases, description, urls, epss, kev, cvss } = finding;
    const id = ruleId(finding);
    const link = urls.map(text_url/* linkOf */.I).find((url) => url !== undefined);
    const about = (0,text_plain/* plainText */.w)(description, MAX_DESCRIPTION_CHARS) || `${id}, ${severity}`;
    const facts = [
        `${id}: ${severity}`,
        ...(aliases.length === 0 ? [] : [`Also known as ${(0,text_plain/* plainText */.w)(aliases.join(', '), MAX_LINE_CHARS)}`]),
        ...(kev === undefined
            ? []
            : [`Known to be exploited since ${(0,text_plain/* plainText */.w)(kev.dateAdded, MAX_ID_CHARS)} (CISA)`]),
        ...(epss === undefined ? [] : [`EPSS ${epss}`]),
        ...(cvss === undefined ? [] : [`CVSS ${cvss.score} ${(0,text_plain/* plainText */.w)(cvss.vector, MAX_ID_CHARS)}`]),
        ...(link === undefined ? [] : [link]),
        about,
    ];
    return {
        id,
        name: id,
        shortDescription: { text: `${id} (${severity})` },
        fullDescription: { text: about },
        // Text alone: as Markdown it would be the scanner's words that become links and mentions.
        help: { text: facts.join('\n') },
        ...(link === undefined ? {} : { helpUri: link }),
        defaultConfiguration: { level: levelOf(severity) },
        properties: {
            'security-severity': scoreOf(finding).toFixed(1),
            precision: 'very-high',
            tags: ['security', 'vulnerability', ...(kev === undefined ? [] : ['known-exploited'])],
        },
    };
}
const MAX_ID_CHARS = 200;
const MAX_LINE_CHARS = 400;
const MAX_DESCRIPTION_CHARS = 1000;

;// CONCATENATED MODULE: ./packages/core/build/scan/sarif-result.js



/** One result: a vulnerability in a package. */
function sarifResult({ finding, disposition, isNew }, { subject, location, ruleIndex, fingerprint }) {
    const { name, version, type, purl, locations } = finding.package;
    const breaches = disposition.kind === 'open' ? disposition.breaches : [];
    return {
        ruleId: ruleId(finding),
        ruleIndex,
        kind: 'fail',
        level: levelOf(finding.severity),
        message: { text: messageText(finding, disposition) },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: uriOf(subject, locations[0], location) },
                    region: { startLine: 1 },
                },
                logicalLocations: [
                    {
                        name: (0,text_plain/* plainText */.w)(name, MAX_NAME_CHARS),
                        fullyQualifiedName: (0,text_plain/* plainText */.w)(purl ?? `${type}/${name}@${version}`, MAX_PURL_CHARS),
                        kind: 'package',
                    },
                ],
            },
        ],
        // The second is the one that GitHub looks at.
        partialFingerprints: { 'countersignFinding/v1': fingerprint, primaryLocationLineHash: fingerprint },
        // SARIF 2.1.0, section 3.27.23: where one result has this member, all have it.
        suppressions: suppressionsOf(disposition),
        properties: {
            breaks: breaches.map(({ rule }) => rule),
            ...(isNew === undefined ? {} : { isNew }),
            ...(finding.platforms.length === 0
                ? {}
                : { platforms: finding.platforms.map((platform) => (0,text_plain/* plainText */.w)(platform, MAX_NAME_CHARS)) }),
        },
    };
}
/** Never empty, always below the repository's root: GitHub refuses a file with an empty one (github/codeql-action#2456). */
function uriOf(subject, path, location) {
    if (path === undefined || path === '')
        return (0,text_url/* relativeUri */.H)('', location);
    const { reference, digest } = subject;
    if (digest === undefined)
        return (0,text_url/* relativeUri */.H)(reference, path);
    const repository = reference.slice(0, reference.lastIndexOf('@'));
    return (0,text_url/* relativeUri */.H)(repository.slice(repository.lastIndexOf('/') + 1), path);
}
function messageText(finding, disposition) {
    const { name, version, type } = finding.package;
    const sentences = [
        `${finding.id} (${finding.severity}) in ${name} ${version} (${type})`,
        fixText(finding),
        ...dispositionText(disposition),
    ];
    return literal((0,text_plain/* plainText */.w)(sentences.join('. '), MAX_MESSAGE_CHARS));
}
function fixText({ fix }) {
    if (fix.suggested !== undefined)
        return `Fixed in ${fix.suggested}`;
    return fix.state === 'wont-fix' ? 'Its distribution will not fix it' : 'No fix is known';
}
function dispositionText(disposition) {
    switch (disposition.kind) {
        case 'open':
            return disposition.breaches.map(({ text }) => `The gate refuses it: ${text}`);
        case 'waived':
            return [`Waived until ${disposition.waiver.expires}`];
        case 'vex':
            return [`VEX: ${disposition.vex.status}`];
    }
}
/** SARIF 2.1.0, sections 3.11.5 and 3.11.6: in a message `{0}` is a placeholder and `[text](target)` a link. */
const literal = (text) => text.replace(/[\\[\]]/g, '\\$&').replace(/[{}]/g, (brace) => brace + brace);
function suppressionsOf(disposition) {
    const suppression = (justification) => ({
        kind: 'external',
        status: 'accepted',
        justification: (0,text_plain/* plainText */.w)(justification, MAX_MESSAGE_CHARS),
    });
    switch (disposition.kind) {
        case 'open':
            return [];
        case 'waived': {
            const { index, owner, expires, reason } = disposition.waiver;
            return [suppression(`Waiver ${index} of ${owner}, until ${expires}: ${reason}`)];
        }
        case 'vex': {
            const { status, justification, document } = disposition.vex;
            return [
                suppression(`VEX ${status}${justification === undefined ? '' : ` (${justification})`}, ${document}`),
            ];
        }
    }
}
const MAX_NAME_CHARS = 300;
const MAX_PURL_CHARS = 1024;
const MAX_MESSAGE_CHARS = 1000;

;// CONCATENATED MODULE: ./packages/core/build/scan/sarif.js





/**
 * SARIF 2.1.0 in pieces of text: one run for each record, its category (`automationDetails.id`) after repository and platform.
 * It keeps to what GitHub takes: 20 runs, 25,000 results in each and a size that compresses well below 10 MB. What is left out
 * is the least severe, and each run says how much that is, in a notification and in `properties.countersign`. Waived findings and those
 * of VEX are results with a suppression. The verdict is the records' own; nothing here decides.
 */
function* sarifOf(records, about) {
    const runs = records.slice(0, limits/* MAX_SARIF_RUNS */.EQc);
    const categories = categoriesOf(runs);
    yield `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[`;
    let room = limits/* MAX_SARIF_LISTED_BYTES */.v$j;
    for (const [index, record] of runs.entries()) {
        if (index > 0)
            yield ',\n';
        // What one does not use is the others'.
        const budget = Math.floor(room / (runs.length - index));
        room -= yield* runOf(record, { ...about, category: categories[index] ?? '', budget });
    }
    yield `],"properties":${JSON.stringify({ countersign: { subjectsLeftOut: records.length - runs.length } })}}\n`;
}
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** `countersign-scan/<repository>/<platform>/`: GitHub takes what stands before the last slash as the category. */
function categoriesOf(records) {
    const seen = new Map();
    return records.map(({ subject: { reference, platform } }) => {
        const category = [
            'countersign-scan',
            repositoryOf(reference),
            ...(platform === undefined ? [] : [platform]),
        ]
            .map((part) => (0,text_plain/* plainText */.w)(part, sarif_MAX_NAME_CHARS))
            .join('/');
        const times = (seen.get(category) ?? 0) + 1;
        seen.set(category, times);
        // GitHub refuses a file with two runs of one category: two digests of a repository are told apart by their order.
        return times === 1 ? `${category}/` : `${category}/${times}/`;
    });
}
/** `host/repository@digest` -> `host/repository`; a path stays as it is. */
function repositoryOf(reference) {
    const at = reference.lastIndexOf('@sha256:');
    return at < 0 ? reference : reference.slice(0, at);
}
/** Returns how much of its budget it used. */
function* runOf(record, { location, category, budget }) {
    const { report, decision, subject } = record;
    const { findings } = decision;
    const byId = (0,fingerprint/* findingsById */.V5)(findings.map(({ finding }) => finding));
    const fingerprints = new fingerprint/* Fingerprints */.UV(byId);
    const rules = new SarifRules(byId);
    const results = [];
    let room = budget;
    for (const judged of findings) {
        if (results.length === limits/* MAX_SARIF_RESULTS_PER_RUN */.K4O)
            break;
        const { index, added } = rules.take(judged.finding);
        const fingerprint = fingerprints.of(judged.finding);
        const result = JSON.stringify(sarifResult(judged, { subject, location, ruleIndex: index, fingerprint }));
        // JSON of plain text is ASCII but for names in other scripts: near enough for a bound with room to spare.
        if (result.length + added > room)
            break;
        room -= result.length + added;
        results.push(result);
    }
    const omitted = findings.length - results.length;
    yield `{"tool":{"driver":{${driverMembers(report)},"rules":[`;
    yield* separated(rules.taken());
    yield `]}},"automationDetails":${JSON.stringify({ id: category })}`;
    yield `,"invocations":[${JSON.stringify(invocationOf(record, omitted))}],"columnKind":"utf16CodeUnits","results":[`;
    yield* separated(results);
    yield `],"properties":${JSON.stringify({ countersign: aboutOf(record, omitted) })}}`;
    return budget - room;
}
/** The driver is this project, which judged; the scanner and its database are in the properties. */
const driverMembers = ({ scanner }) => JSON.stringify({
    name: 'Countersign',
    fullName: `Countersign scan with ${(0,text_plain/* plainText */.w)(`${scanner.name} ${scanner.version}`, sarif_MAX_NAME_CHARS)}`,
    properties: {
        scanner: (0,text_plain/* plainText */.w)(scanner.name, sarif_MAX_NAME_CHARS),
        scannerVersion: (0,text_plain/* plainText */.w)(scanner.version, sarif_MAX_NAME_CHARS),
    },
}).slice(1, -1);
const invocationOf = ({ report }, omitted) => ({
    executionSuccessful: true,
    ...(report.startedAt === undefined ? {} : { startTimeUtc: report.startedAt.toISOString() }),
    ...(report.finishedAt === undefined ? {} : { endTimeUtc: report.finishedAt.toISOString() }),
    toolExecutionNotifications: [
        ...(omitted === 0
            ? []
            : [
                {
                    level: 'warning',
                    message: {
                        text: `${omitted} findings are left out, the least severe ones: GitHub takes no larger file. The scanner's report has them all.`,
                    },
                },
            ]),
        ...report.alerts
            .slice(0, MAX_ALERTS)
            .map((alert) => ({ level: 'warning', message: { text: (0,text_plain/* plainText */.w)(alert, MAX_ALERT_CHARS) } })),
    ],
});
const aboutOf = ({ subject, report, decision }, omitted) => ({
    result: decision.result,
    reference: (0,text_plain/* plainText */.w)(subject.reference, MAX_ALERT_CHARS),
    digest: subject.digest ?? null,
    platform: subject.platform === undefined ? null : (0,text_plain/* plainText */.w)(subject.platform, sarif_MAX_NAME_CHARS),
    counts: decision.counts,
    waived: decision.waivedCounts,
    vex: decision.vexCounts,
    resultsLeftOut: omitted,
    databaseBuilt: report.database.built?.toISOString() ?? null,
});
function* separated(texts) {
    for (const [index, text] of texts.entries())
        yield index === 0 ? text : `,\n${text}`;
}
const sarif_MAX_NAME_CHARS = 300;
const MAX_ALERTS = 20;
const MAX_ALERT_CHARS = 1000;


/***/ }),

/***/ 20389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ listWithin)
/* harmony export */ });
/**
 * The first of `items` whose JSON comes to no more than `maxBytes` together, and how many follow. What is kept is a
 * beginning, without gaps: a list that is worst first leaves nothing worse out than it has.
 */
function listWithin(items, show, maxBytes) {
    const kept = [];
    let room = maxBytes;
    for (const item of items) {
        const shown = show(item);
        room -= Buffer.byteLength(JSON.stringify(shown)) + 1;
        if (room < 0)
            break;
        kept.push(shown);
    }
    return { kept, omitted: items.length - kept.length };
}


/***/ }),

/***/ 21074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ plainText)
/* harmony export */ });
/**
 * Text of others as plain text for a document that a person reads elsewhere (SARIF, JUnit, CycloneDX): well-formed, without
 * control characters (escape sequences; line ends and tabs become spaces) and without the marks that reorder or hide text,
 * which are shown as their code points, `\u{1b}`. Longer text is cut and ends in `…`.
 */
function plainText(text, maxChars) {
    const cut = text.length <= maxChars ? text : `${text.slice(0, Math.max(maxChars - 1, 0))}…`;
    if (PLAIN_ASCII.test(cut))
        return cut;
    return cut
        .toWellFormed()
        .replace(LINE_ENDS, ' ')
        .replace(UNSAFE, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`);
}
const PLAIN_ASCII = /^[\x20-\x7e]*$/;
const LINE_ENDS = /[\t\r\n\u2028\u2029]+/g;
/** Cc (controls), Cf (bidirectional and zero-width marks, tag characters), Co and Cn that XML or readers refuse. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;


/***/ }),

/***/ 18215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ relativeUri),
/* harmony export */   I: () => (/* binding */ linkOf)
/* harmony export */ });
/**
 * A link of others that a reader may follow: `https:` or `http:` to a host by name, written as RFC 3986 has it, without a user
 * or a password; undefined for any other.
 */
const linkOf = (text) => text.length <= MAX_LINK_CHARS && LINK.test(text) ? text : undefined;
const MAX_LINK_CHARS = 2048;
/** Scheme, host, port; then path, query and fragment of unreserved marks, sub-delimiters and encoded bytes. */
const LINK = /^https?:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?(?:[/?](?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-Fa-f]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-Fa-f]{2})*)?$/;
/**
 * A path of others as a relative URI reference (RFC 3986, section 4.2) below `base`: each segment is encoded, so that none
 * becomes a scheme, a query or a host; empty ones and those that would leave the base are left out. Never empty.
 */
const relativeUri = (base, path) => [...segmentsOf(base), ...segmentsOf(path)].join('/') || 'image';
const segmentsOf = (path) => path
    .slice(0, MAX_PATH_CHARS)
    .toWellFormed()
    .split(/[/\\]+/)
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .map(encodeSegment);
/** encodeURIComponent leaves what RFC 3986 allows in a segment, apart from `@` and `+`, which paths of packages often have. */
const encodeSegment = (segment) => SAFE_SEGMENT.test(segment)
    ? segment
    : encodeURIComponent(segment).replace(/%40/g, '@').replace(/%2B/g, '+');
const SAFE_SEGMENT = /^[A-Za-z0-9._~@+-]+$/;
const MAX_PATH_CHARS = 4096;


/***/ }),

/***/ 92827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ SEVERITIES)
/* harmony export */ });
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'negligible', 'unknown'];


/***/ }),

/***/ 11279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   NL: () => (/* binding */ predicateFinding),
/* harmony export */   Qv: () => (/* binding */ timesOf),
/* harmony export */   Rl: () => (/* binding */ vulnPredicate),
/* harmony export */   hz: () => (/* binding */ gateDocument)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99772);
/* harmony import */ var _text_budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20389);
/* harmony import */ var _text_plain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21074);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92827);




/** What is attested of a scan (cosign, COSIGN_VULN_ATTESTATION_SPEC.md). */
function vulnPredicate({ subject, report, decision }, run) {
    const { scanner, database } = report;
    const { invocation } = run;
    const { kept, omitted } = (0,_text_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .listWithin */ .o)(decision.findings, predicateFinding, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_VULN_PREDICATE_FINDING_BYTES */ .fpS);
    return {
        invocation: {
            parameters: invocation.parameters,
            uri: invocation.uri,
            event_id: invocation.eventId,
            'builder.id': invocation.builderId,
        },
        scanner: {
            uri: scanner.uri,
            version: scanner.version,
            db: {
                uri: database.uri ?? '',
                version: database.version ?? '',
                built: database.built?.toISOString() ?? null,
                checksum: database.checksum ?? null,
                providers: database.providers.map(({ name, captured }) => ({ name, captured })),
            },
            result: {
                verdict: decision.result,
                subject: {
                    reference: text(subject.reference),
                    digest: subject.digest ?? null,
                    platform: subject.platform === undefined ? null : text(subject.platform),
                },
                summary: predicateCounts(decision.counts),
                waived: predicateCounts(decision.waivedCounts),
                vex: predicateCounts(decision.vexCounts),
                gate: gateDocument(decision.gate),
                findings: kept,
                omittedFindings: omitted,
                ignoredByScanner: report.ignoredByScanner,
            },
        },
        metadata: timesOf(run),
    };
}
/** RFC 3339, as both predicates have them. */
const timesOf = ({ startedAt, finishedAt }) => ({
    scanStartedOn: startedAt.toISOString(),
    scanFinishedOn: finishedAt.toISOString(),
});
/** The gate as it was applied; what is not asked is null, so that a policy can tell it from an older form. */
const gateDocument = (gate) => ({
    failOn: gate.failOn ?? null,
    onlyFixed: gate.onlyFixed,
    onUnknownSeverity: gate.onUnknownSeverity,
    epssThreshold: gate.epssThreshold ?? null,
    kev: gate.kev,
    riskThreshold: gate.riskThreshold ?? null,
    graceDays: gate.graceDays,
    maxNew: gate.maxNew ?? null,
});
const predicateCounts = (counts) => Object.fromEntries(_types_js__WEBPACK_IMPORTED_MODULE_2__/* .SEVERITIES */ .o.map((severity) => [`${severity}Count`, counts[severity]]));
/** Whether a finding counts, and whether the gate refuses it. */
function stateOf({ disposition }) {
    if (disposition.kind !== 'open')
        return disposition.kind;
    return disposition.breaches.length > 0 ? 'breaks' : 'open';
}
/** A finding in few words, each bounded. */
function predicateFinding(judged) {
    const { finding, disposition } = judged;
    const { name, version, type, purl } = finding.package;
    const { suggested } = finding.fix;
    return {
        id: text(finding.id),
        ...(finding.aliases.length === 0 ? {} : { aliases: finding.aliases.slice(0, MAX_ALIASES).map(text) }),
        package: text(name),
        version: text(version),
        type: text(type),
        // One that has to be changed to be shown would be another package's.
        ...(purl === undefined || text(purl) !== purl ? {} : { purl }),
        severity: finding.severity,
        fixState: finding.fix.state,
        ...(suggested === undefined ? {} : { fixedVersion: text(suggested) }),
        ...(finding.platforms.length === 0 ? {} : { platforms: finding.platforms.map(text) }),
        ...(finding.kev === undefined ? {} : { kev: true }),
        state: stateOf(judged),
        ...(disposition.kind === 'waived' ? { waivedUntil: disposition.waiver.expires } : {}),
        ...(disposition.kind === 'vex' ? { vexStatus: disposition.vex.status } : {}),
    };
}
const MAX_ALIASES = 10;
const MAX_TEXT_CHARS = 1024;
const text = (value) => (0,_text_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .w)(value, MAX_TEXT_CHARS);


/***/ })

};
