export const id = 7151;
export const ids = [7151];
export const modules = {

/***/ 67151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LD: () => (/* reexport */ decide),
  sG: () => (/* reexport */ fileBytes),
  Gn: () => (/* reexport */ inTotoVulns),
  _d: () => (/* reexport */ junitOf),
  XJ: () => (/* reexport */ mergePlatforms),
  parseGrace: () => (/* reexport */ parseGrace),
  pB: () => (/* reexport */ parseVex),
  dU: () => (/* reexport */ parseWaivers),
  eZ: () => (/* reexport */ readScanReport),
  _M: () => (/* reexport */ sarif/* repositoryOf */._M),
  $6: () => (/* reexport */ sarif/* sarifOf */.$6),
  yD: () => (/* reexport */ vdrOf),
  Rl: () => (/* reexport */ vuln_predicate/* vulnPredicate */.Rl),
  cF: () => (/* reexport */ withoutFuture)
});

// UNUSED EXPORTS: SEVERITIES, categoriesOf, countBySeverity, gateDocument, plainText, predicateFinding, purlWithoutVersion, stateOf

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
;// CONCATENATED MODULE: ./packages/core/build/scan/baseline.js
/**
 * Whether a finding is new: the baseline has no finding of the same vulnerability, by any of its ids, in a package of the
 * same name. The version does not matter: an update that keeps a vulnerability brings no new one.
 */
function newnessOf(baseline) {
    const known = new Set();
    for (const finding of baseline.findings)
        for (const key of keysOf(finding))
            known.add(key);
    return (finding) => !keysOf(finding).some((key) => known.has(key));
}
const keysOf = ({ id, aliases, package: { name } }) => [id, ...aliases].map((each) => `${each.toUpperCase()} ${name}`);

// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/scan/types.js
var types = __webpack_require__(92827);
// EXTERNAL MODULE: ./packages/core/build/runtime.js
var runtime = __webpack_require__(84534);
;// CONCATENATED MODULE: ./packages/core/build/scan/waiver-days.js

/** All days are of UTC: a waiver ends at one moment everywhere. */
/** Whether a `YYYY-MM-DD` text is a day of the calendar: 2026-02-30 is none. */
const isDay = (text) => {
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};
/** How many days after today (UTC) a day is: 0 is today, -1 yesterday. */
const daysAhead = (day, now) => Math.round((Date.parse(`${day}T00:00:00Z`) - startOfDay(now)) / runtime/* DAY_MS */.s);
/** Whole days since a moment; 0 on the first, and less than 0 for one that is to come. */
const daysSince = (moment, now) => Math.floor((now.getTime() - moment.getTime()) / runtime/* DAY_MS */.s);
const startOfDay = (now) => Math.floor(now.getTime() / runtime/* DAY_MS */.s) * runtime/* DAY_MS */.s;

;// CONCATENATED MODULE: ./packages/core/build/scan/grace.js




/**
 * Days of grace by severity, from `critical=0d, high=7d` (commas or line ends between them; `d` may be left out). Throws
 * INPUT_INVALID for a severity that does not exist or stands twice, and for anything but whole days.
 */
function parseGrace(text) {
    const days = {};
    for (const part of text.split(/[,\n]/).map((each) => each.trim())) {
        if (part === '')
            continue;
        const [, name = '', count = ''] = /^([a-z]+)\s*=\s*(\d{1,4})d?$/.exec(part) ?? [];
        const severity = types/* SEVERITIES */.o.find((each) => each === name);
        if (severity === undefined)
            throw invalidGrace(part, 'is not a severity and whole days');
        if (days[severity] !== undefined)
            throw invalidGrace(part, 'names a severity a second time');
        days[severity] = Number(count);
    }
    return days;
}
const invalidGrace = (part, why) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what: `grace: ${JSON.stringify(part.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))} ${why}`,
    remedy: `Write severities and whole days, such as critical=0d, high=7d. Severities: ${types/* SEVERITIES */.o.join(', ')}.`,
});
/**
 * Grace is counted in days of UTC from the day on which a fix was there: with 7 days it is over on the eighth day, with 0
 * at once. Without a fix, without its day, or with a day that is still to come, there is none: what cannot be counted is
 * overdue.
 */
function graceLeft({ severity, fix }, { graceDays }, now) {
    const days = graceDays[severity];
    if (days === undefined || days === 0)
        return NO_GRACE;
    if (fix.state !== 'fixed')
        return { isLeft: false, text: '; no fix is known, so no grace runs' };
    const out = fix.availableSince === undefined ? -1 : daysSince(fix.availableSince, now);
    if (out < 0)
        return { isLeft: false, text: '; it is not known since when a fix is out, so there is no grace' };
    return { isLeft: out < days, text: `; a fix has been out for ${out} days (grace: ${days})` };
}
const NO_GRACE = { isLeft: false, text: '' };

;// CONCATENATED MODULE: ./packages/core/build/scan/gate-breaches.js


/** The rules of the gate that an open finding breaks, except `max-new`, which is about all of them. */
function breachesOf(finding, gate, now) {
    const { epss, risk, kev } = finding;
    const breaches = [...severityBreaches(finding, gate, now)];
    if (kev !== undefined && gate.kev === 'fail')
        breaches.push({ rule: 'kev', text: kevText(kev) });
    if (gate.epssThreshold !== undefined && epss !== undefined && epss >= gate.epssThreshold)
        breaches.push({ rule: 'epss', text: `EPSS ${epss}, and epss-threshold is ${gate.epssThreshold}` });
    if (gate.riskThreshold !== undefined && risk !== undefined && risk >= gate.riskThreshold)
        breaches.push({
            rule: 'risk',
            text: `risk ${rounded(risk)}, and risk-threshold is ${gate.riskThreshold}`,
        });
    return breaches.length === 0 ? NONE : breaches;
}
function severityBreaches(finding, gate, now) {
    const { severity } = finding;
    if (severity === 'unknown') {
        if (gate.onUnknownSeverity !== 'fail')
            return NONE;
        const grace = graceLeft(finding, gate, now);
        return grace.isLeft ? NONE : [{ rule: 'unknown-severity', text: `of unknown severity${grace.text}` }];
    }
    const { failOn } = gate;
    if (failOn === undefined || types/* SEVERITIES */.o.indexOf(severity) > types/* SEVERITIES */.o.indexOf(failOn))
        return NONE;
    if (gate.onlyFixed && finding.fix.state !== 'fixed')
        return NONE;
    const grace = graceLeft(finding, gate, now);
    return grace.isLeft
        ? NONE
        : [{ rule: 'severity', text: `${severity}, and fail-on is ${failOn}${grace.text}` }];
}
/** What is worth knowing of a finding that breaks nothing. */
function noteOf(finding, gate, now) {
    if (finding.severity === 'unknown' && gate.onUnknownSeverity === 'warn')
        return 'its severity is not known';
    const grace = graceLeft(finding, gate, now);
    return grace.isLeft ? grace.text.replace(/^; /, '') : undefined;
}
const kevText = ({ dueDate, ransomware }) => [
    'known to be exploited (CISA KEV)',
    ...(ransomware ? ['by ransomware'] : []),
    ...(dueDate === undefined ? [] : [`due ${dueDate}`]),
].join(', ');
const rounded = (risk) => Math.round(risk * 10) / 10;
const NONE = [];

;// CONCATENATED MODULE: ./packages/core/build/scan/gate-counts.js

/** How many of the findings have each severity; every severity is there, 0 where none has it. */
function countBySeverity(findings) {
    const counts = Object.fromEntries(types/* SEVERITIES */.o.map((severity) => [severity, 0]));
    for (const { severity } of findings)
        counts[severity] += 1;
    return counts;
}

;// CONCATENATED MODULE: ./packages/core/build/scan/read-invalid.js


/** REPORT_INVALID: a report that cannot be read decides nothing, and least of all that an image is clean. */
const invalidReport = (path, why, cause) => new errors/* CountersignError */.WS('REPORT_INVALID', {
    what: `${path} cannot be read as the report of a scan: ${why}`,
    remedy: 'Give the whole file as the scanner wrote it: grype -o json, trivy --format json, or the predicate that scan writes; scan again where it was cut off.',
    cause,
});
/** A text of the report, to be shown. */
const shown = (value) => JSON.stringify(value).slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS);

// EXTERNAL MODULE: ./packages/core/build/reference/index.js + 3 modules
var reference = __webpack_require__(45288);
;// CONCATENATED MODULE: ./packages/core/build/scan/waiver-image.js

/**
 * Whether a waiver for these images is for this one: `host/repository`, where `*` stands for any part of a name and `**`
 * for any parts, with `@sha256:…` behind it for one digest. Without patterns it is for every image, and for what is none.
 */
const coversImage = (patterns, image) => patterns.length === 0 || patterns.some((pattern) => isImage(pattern, image));
function isImage(pattern, { names, digest, index }) {
    const at = pattern.indexOf('@');
    const wanted = at < 0 ? undefined : pattern.slice(at + 1);
    if (wanted !== undefined && wanted !== digest && wanted !== index)
        return false;
    const parts = canonical(at < 0 ? pattern : pattern.slice(0, at)).split('/');
    return names.some((name) => matches(parts, canonical(name).split('/')));
}
/** Docker Hub under one of its names. */
function canonical(name) {
    const [host = '', ...path] = name.split('/');
    return [(0,reference/* isDockerHub */.gr)(host.toLowerCase()) ? reference/* DOCKER_HUB */.Xb : host.toLowerCase(), ...path].join('/');
}
/**
 * Part by part: which beginnings of the name the parts so far can stand for. However many `**` there are, each
 * part is held against each part once.
 */
function matches(parts, name) {
    let ends = new Set([0]);
    for (const part of parts) {
        const next = new Set();
        if (part === '**') {
            const first = Math.min(...ends);
            for (let end = first + 1; end <= name.length; end += 1)
                next.add(end);
        }
        else {
            for (const end of ends) {
                const here = name[end];
                if (here !== undefined && isPart(part, here))
                    next.add(end + 1);
            }
        }
        ends = next;
    }
    return ends.has(name.length);
}
/** `*` stands for any characters; the pieces between have to come in order, so no backtracking is needed. */
function isPart(pattern, text) {
    const pieces = pattern.split('*');
    const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
    if (pieces.length === 1)
        return pattern === text;
    if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
        return false;
    let rest = text.slice(first.length, text.length - last.length);
    for (const piece of pieces.slice(1, -1)) {
        const at = rest.indexOf(piece);
        if (at < 0)
            return false;
        rest = rest.slice(at + piece.length);
    }
    return true;
}

// EXTERNAL MODULE: ./node_modules/packageurl-js/index.js
var packageurl_js = __webpack_require__(87091);
;// CONCATENATED MODULE: ./packages/core/build/scan/package-url.js


/** A package URL in its parts, decoded and spelled as its type demands; undefined for a text that is none. */
function parsePackageUrl(text) {
    if (text.length > limits/* MAX_PURL_CHARS */.TB_ || !text.startsWith('pkg:'))
        return undefined;
    try {
        return packageurl_js.PackageURL.fromString(text);
    }
    catch {
        return undefined;
    }
}
/**
 * Whether a package URL covers another: the same package, and the same version, qualifiers and subpath as far as it names
 * them. Without a version it is about every version.
 */
function purlCovers(wanted, found) {
    const [one, other] = [parsePackageUrl(wanted), found === undefined ? undefined : parsePackageUrl(found)];
    if (one === undefined || other === undefined)
        return false;
    return (one.type === other.type &&
        (one.namespace ?? '') === (other.namespace ?? '') &&
        one.name === other.name &&
        isUnsaidOrSame(one.version, other.version) &&
        isUnsaidOrSame(one.subpath, other.subpath) &&
        Object.entries(one.qualifiers ?? {}).every(([name, value]) => other.qualifiers?.[name] === value));
}
const isUnsaidOrSame = (said, found) => said === undefined || said === null || said === '' || said === found;

;// CONCATENATED MODULE: ./packages/core/build/scan/vex-match.js


/** Holds the statements of all documents against the findings of one image, and remembers which of them matched. */
class VexMatcher {
    image;
    byId = new Map();
    all = [];
    constructor(documents, image) {
        this.image = image;
        for (const { path, statements } of documents) {
            for (const statement of statements) {
                const candidate = { document: path, statement, hasFinding: false, isUsed: false };
                this.all.push(candidate);
                for (const id of new Set(statement.ids.map(keyOf))) {
                    const others = this.byId.get(id);
                    if (others === undefined)
                        this.byId.set(id, [candidate]);
                    else
                        others.push(candidate);
                }
            }
        }
    }
    /**
     * What counts for a finding: of the statements about it the latest, of two of one time the one that says more of it is
     * affected. One that was found on several platforms of an index is only out of the way where it is on each of them.
     */
    useFor(finding) {
        if (this.all.length === 0)
            return undefined;
        const candidates = new Set([finding.id, ...finding.aliases].flatMap((id) => this.byId.get(keyOf(id)) ?? []));
        if (candidates.size === 0)
            return undefined;
        const places = finding.platforms.length === 0 ? [undefined] : finding.platforms;
        const uses = places.map((platform) => this.useOn(platform, finding, candidates));
        const worst = uses.reduce((one, other) => one === undefined || (other !== undefined && GRAVITY[one.status] >= GRAVITY[other.status])
            ? one
            : other);
        return worst;
    }
    /** The statements that matched nothing. */
    unmatched() {
        return this.all.flatMap(({ document, statement, hasFinding, isUsed }, place) => isUsed ? [] : [{ place, name: `${document}: ${statement.name}`, hasFinding }]);
    }
    useOn(platform, finding, candidates) {
        let latest;
        for (const candidate of candidates) {
            candidate.hasFinding = true;
            if (!candidate.statement.products.some((product) => this.isAbout(product, platform, finding)))
                continue;
            candidate.isUsed = true;
            if (latest === undefined || supersedes(candidate.statement, latest.statement))
                latest = candidate;
        }
        if (latest === undefined)
            return undefined;
        const { status, justification } = latest.statement;
        return { document: latest.document, status, justification };
    }
    isAbout({ image, packages }, platform, { package: found }) {
        if (image !== undefined && !this.isImage(image, platform))
            return false;
        return ((image !== undefined && packages.length === 0) || packages.some((purl) => purlCovers(purl, found.purl)));
    }
    isImage({ digest, repository }, platform) {
        const { names, digest: own, index, platforms } = this.image;
        if (digest !== undefined) {
            const ofPlatform = platform === undefined ? undefined : platforms?.[platform];
            return digest === own || digest === index || digest === ofPlatform;
        }
        return repository !== undefined && names.some((name) => canonical(name) === repository);
    }
}
const keyOf = (id) => id.toUpperCase();
function supersedes(one, other) {
    const [time, before] = [one.timestamp.getTime(), other.timestamp.getTime()];
    return time > before || (time === before && GRAVITY[one.status] > GRAVITY[other.status]);
}
const GRAVITY = {
    affected: 3,
    under_investigation: 2,
    fixed: 1,
    not_affected: 0,
};

// EXTERNAL MODULE: ./packages/core/node_modules/semver/index.js
var semver = __webpack_require__(69730);
;// CONCATENATED MODULE: ./packages/core/build/scan/waiver-package.js


/** Why what a waiver says of its package cannot be matched; undefined where it can. */
function packageFault(said) {
    if (said?.startsWith('pkg:') !== true || parsePackageUrl(said) !== undefined)
        return undefined;
    return 'is no package URL (https://github.com/package-url/purl-spec)';
}
/** Why the versions of a waiver would match nothing or too much; undefined where they can be compared. */
function versionsFault({ package: said, versions }) {
    if (versions === undefined)
        return undefined;
    const url = said === undefined ? undefined : parsePackageUrl(said);
    if (said === undefined)
        return 'needs a package beside it';
    if (url?.version !== undefined)
        return 'stands beside a package URL that has a version';
    if (!RANGE.test(versions))
        return patternFault(versions);
    if (url !== undefined && !hasSemanticVersions(url.type))
        return `is a range, and versions of ${url.type} packages are compared whole (1.2.3-4) or by their beginning (1.2.*)`;
    return (0,semver.validRange)(versions) === null ? 'is no range of semantic versions (>=1.0.0 <1.4.2)' : undefined;
}
function patternFault(versions) {
    if (versions.startsWith('*'))
        return 'is every version: leave it out';
    // 1* would be 1.2, 10.0 and 1999 alike.
    return /[0-9a-z]\*$/i.test(versions)
        ? 'is the beginning of a number: end it behind a dot (1.2.*)'
        : undefined;
}
/** Whether a waiver is for the package of a finding. */
function coversPackage({ package: said, versions }, found) {
    if (said !== undefined && !isPackage(said, found))
        return false;
    return versions === undefined || coversVersion(versions, found);
}
const isPackage = (said, found) => said.startsWith('pkg:') ? purlCovers(said, found.purl) : said === found.name;
/**
 * Whole, by its beginning (`1.2.*`), or as a range where both are semantic versions and packages of this type have such: a
 * distribution's `1.2.3-4` would be a version before 1.2.3 there. A pre-release is only in a range that names one of it.
 */
function coversVersion(versions, { version, type }) {
    if (RANGE.test(versions))
        return hasSemanticVersions(type) && (0,semver.valid)(version) !== null && (0,semver.satisfies)(version, versions);
    return versions.endsWith('*') ? version.startsWith(versions.slice(0, -1)) : version === versions;
}
/** What has an operator, a space or alternatives in it is a range; `1.2.3` and `1.2.*` are none. */
const RANGE = /[<>=^~|\s]|\.x\b/;
/** Scanners' and package URLs' words for packages whose versions are semantic, by the rules of their ecosystem. */
const SEMANTIC = new Set([
    'npm',
    'go-module',
    'golang',
    'gomod',
    'rust-crate',
    'cargo',
    'rust',
    'github-action',
    'githubactions',
    'github-action-workflow',
    'hex',
    'pub',
    'dart-pub',
    'swift',
    'composer',
    'php-composer',
    'nuget',
    'dotnet',
    'terraform',
]);
const hasSemanticVersions = (type) => SEMANTIC.has(type.toLowerCase());

;// CONCATENATED MODULE: ./packages/core/build/scan/waiver-match.js




/** Holds waivers against the findings of one image, and counts what each of them covers. */
class WaiverMatcher {
    waivers;
    now;
    byId = new Map();
    ofOthers = new Set();
    matched = new Map();
    constructor(waivers, image, now) {
        this.waivers = waivers;
        this.now = now;
        for (const waiver of waivers) {
            if (!coversImage(waiver.images, image)) {
                this.ofOthers.add(waiver);
                continue;
            }
            const key = waiver.id.toUpperCase();
            const others = this.byId.get(key);
            if (others === undefined)
                this.byId.set(key, [waiver]);
            else
                others.push(waiver);
        }
    }
    answerFor(finding) {
        const waivers = this.about(finding);
        if (waivers === undefined)
            return NO_WAIVER;
        const notes = [];
        let applies;
        for (const waiver of waivers) {
            if (!coversPackage(waiver, finding.package))
                continue;
            const why = whyNot(waiver, finding);
            if (why === undefined)
                this.matched.set(waiver, (this.matched.get(waiver) ?? 0) + 1);
            if (why !== undefined)
                notes.push(`waiver ${waiver.index} (${waiver.owner}) does not apply: ${why}`);
            else if (this.daysLeft(waiver) < 0)
                notes.push(`waiver ${waiver.index} (${waiver.owner}) expired on ${waiver.expires}`);
            else
                applies ??= waiver;
        }
        return { waiver: applies, notes };
    }
    states() {
        return this.waivers.map((waiver) => {
            const daysLeft = this.daysLeft(waiver);
            const matched = this.matched.get(waiver) ?? 0;
            const isOfOthers = this.ofOthers.has(waiver);
            return { waiver, state: stateOf(daysLeft, matched), daysLeft, isOfOthers, matched };
        });
    }
    /** Each once. For most findings there is none, and there are many findings. */
    about({ id, aliases }) {
        if (this.byId.size === 0)
            return undefined;
        let waivers;
        const add = (each) => (waivers ??= new Set()).add(each);
        this.byId.get(id.toUpperCase())?.forEach(add);
        for (const alias of aliases)
            this.byId.get(alias.toUpperCase())?.forEach(add);
        return waivers;
    }
    daysLeft(waiver) {
        return daysAhead(waiver.expires, this.now);
    }
}
/** Expired goes before unused: an old waiver has to be looked at, whether or not its finding is still there. */
function stateOf(daysLeft, matched) {
    if (daysLeft < 0)
        return 'expired';
    if (matched === 0)
        return 'unused';
    return daysLeft <= limits/* EXPIRING_DAYS */.HHN ? 'expiring' : 'active';
}
/** Why a waiver for this very finding does not cover it, apart from its end. */
function whyNot({ untilFixed, allowKev }, { fix, kev }) {
    if (kev !== undefined && !allowKev)
        return 'the vulnerability is known to be exploited, and allow-kev is not set';
    if (untilFixed && fix.state === 'fixed')
        return 'it is until-fixed, and a fix is there';
    return undefined;
}
const NO_WAIVER = { waiver: undefined, notes: [] };

;// CONCATENATED MODULE: ./packages/core/build/scan/decide.js








/**
 * The verdict about one subject. For each finding VEX is asked first, then the waivers, and what is still open is held
 * against the gate. Throws INPUT_MISSING where `max-new` has no baseline, INPUTS_CONTRADICT where the gate asks for what
 * this kind of report never says, REPORT_INVALID for one that does not list all that it counts: none of these is clean.
 */
function decide({ report, gate, waivers, vex, baseline, image, now }) {
    checkDecidable({ report, gate, baseline });
    const statements = new VexMatcher(vex, image);
    const accepted = new WaiverMatcher(waivers, image, now);
    const isNew = baseline === undefined ? undefined : newnessOf(baseline);
    const judged = report.findings.map((finding) => ({
        finding,
        disposition: dispositionOf(finding, gate, statements, accepted, now),
        isNew: isNew?.(finding),
    }));
    const newCount = isNew === undefined ? undefined : judged.filter(isOpenAndNew).length;
    const findings = worstFirst(withNewBreaches(judged, newCount, gate));
    const of = (kind) => countBySeverity(findings.filter((each) => each.disposition.kind === kind).map((each) => each.finding));
    return {
        result: findings.some((each) => breachCount(each) > 0) ? 'violations' : 'clean',
        gate,
        findings,
        counts: of('open'),
        waivedCounts: of('waived'),
        vexCounts: of('vex'),
        waivers: accepted.states(),
        unmatchedVex: statements.unmatched(),
        newCount,
    };
}
function checkDecidable({ report, gate, baseline }) {
    if (gate.maxNew !== undefined && baseline === undefined)
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: 'max-new is set, and there is no baseline to compare with',
            remedy: 'Give "baseline": the report of the last release, or attested.',
        });
    const unsaid = [
        ...(gate.epssThreshold !== undefined && report.lacks?.includes('epss') === true
            ? ['epss-threshold']
            : []),
        ...(gate.riskThreshold !== undefined && report.lacks?.includes('risk') === true
            ? ['risk-threshold']
            : []),
    ];
    if (unsaid.length > 0)
        throw new errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
            what: `${unsaid.join(' and ')} cannot be held against a report of this kind (${report.scanner.name}): it does not say it`,
            remedy: "Give grype's JSON, or scan the SBOM; or leave these out.",
        });
    if ((report.omittedFindings ?? 0) > 0)
        throw invalidReport(report.target, `it leaves ${report.omittedFindings ?? 0} findings out of its list, so it can be a baseline and cannot be judged`);
}
function dispositionOf(finding, gate, statements, accepted, now) {
    const use = statements.useFor(finding);
    if (use?.status === 'not_affected' || use?.status === 'fixed')
        return { kind: 'vex', vex: use };
    const { waiver, notes } = accepted.answerFor(finding);
    if (waiver !== undefined)
        return { kind: 'waived', waiver };
    const breaches = breachesOf(finding, gate, now);
    if (notes.length === 0 && use === undefined)
        return { kind: 'open', breaches, note: breaches.length > 0 ? undefined : noteOf(finding, gate, now) };
    const said = [
        ...notes,
        ...(use === undefined ? [] : [`${use.document} says ${use.status}`]),
        ...(breaches.length > 0 ? [] : [noteOf(finding, gate, now)]),
    ].filter((each) => each !== undefined);
    return { kind: 'open', breaches, note: said.length === 0 ? undefined : said.join('; ') };
}
const isOpenAndNew = ({ disposition, isNew }) => disposition.kind === 'open' && isNew === true;
/** Where there are too many new ones, each of them breaks the gate: which of them is one too many nobody can say. */
function withNewBreaches(judged, newCount, { maxNew }) {
    if (newCount === undefined || maxNew === undefined || newCount <= maxNew)
        return judged;
    const breach = {
        rule: 'new',
        text: `new since the baseline, one of ${newCount}, and max-new is ${maxNew}`,
    };
    return judged.map((each) => {
        const { disposition } = each;
        if (disposition.kind !== 'open' || each.isNew !== true)
            return each;
        return { ...each, disposition: { ...disposition, breaches: [...disposition.breaches, breach] } };
    });
}
/** Breaches, then KEV, severity, EPSS, id; then package and version, so that the order is the same in every run. */
function worstFirst(judged) {
    return judged
        .map((each) => ({ each, rank: rankOf(each), epss: each.finding.epss ?? -1 }))
        .sort((one, other) => one.rank - other.rank || other.epss - one.epss || byName(one.each.finding, other.each.finding))
        .map(({ each }) => each);
}
const rankOf = (judged) => (breachCount(judged) > 0 ? 0 : 100) +
    (judged.finding.kev === undefined ? 10 : 0) +
    types/* SEVERITIES */.o.indexOf(judged.finding.severity);
const byName = (one, other) => compared(one.id, other.id) ||
    compared(one.package.name, other.package.name) ||
    compared(one.package.version, other.package.version) ||
    compared(one.package.type, other.package.type);
const compared = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
const breachCount = ({ disposition }) => disposition.kind === 'open' ? disposition.breaches.length : 0;

;// CONCATENATED MODULE: ./packages/core/build/scan/merge-platforms.js



/**
 * The report about an index: all that was found on any of its platforms, once, with the platforms it was found on and the
 * worst that any of them says of it. A clean platform covers no other: what is found on one is in it. Needs one part at least.
 */
function mergePlatforms(parts) {
    const [first] = parts;
    if (first === undefined)
        throw new Error('an index has no platforms to merge');
    const merged = new Map();
    for (const { platform, report } of parts) {
        for (const finding of report.findings) {
            const here = { ...finding, platforms: [...new Set([platform, ...finding.platforms])] };
            const key = merge_platforms_keyOf(finding);
            const before = merged.get(key);
            merged.set(key, before === undefined ? here : worstOf(before, here));
        }
    }
    const reports = parts.map(({ report }) => report);
    const omitted = reports.reduce((sum, { omittedFindings = 0 }) => sum + omittedFindings, 0);
    const lacks = [...new Set(reports.flatMap((report) => report.lacks ?? []))];
    return {
        scanner: first.report.scanner,
        database: oldestDatabase(reports),
        startedAt: edgeOf(reports.map(({ startedAt }) => startedAt), Math.min),
        finishedAt: edgeOf(reports.map(({ finishedAt }) => finishedAt), Math.max),
        describes: [...new Set(reports.flatMap(({ describes }) => describes))],
        target: first.report.target,
        findings: [...merged.values()],
        ignoredByScanner: reports.reduce((sum, { ignoredByScanner }) => sum + ignoredByScanner, 0),
        alerts: [...new Set(reports.flatMap(({ alerts }) => alerts))].slice(0, limits/* MAX_SCAN_SENTENCES */.IEK),
        ...(lacks.length === 0 ? {} : { lacks }),
        ...(omitted === 0 ? {} : { omittedFindings: omitted }),
    };
}
/**
 * A package is the same on two platforms where type, name and version are; its purl says the architecture. What is fixed on
 * one alone stays two findings: of gates one is broken by what has a fix, another by what has none.
 */
const merge_platforms_keyOf = ({ id, fix: { state }, package: { type, name, version } }) => JSON.stringify([id, type, name, version, state === 'fixed']);
function worstOf(one, other) {
    return {
        ...one,
        aliases: [...new Set([...one.aliases, ...other.aliases])].slice(0, limits/* MAX_FINDING_LIST */.qcw),
        severity: types/* SEVERITIES */.o.find((each) => each === one.severity || each === other.severity) ?? one.severity,
        package: {
            ...one.package,
            purl: commonPurl(one.package.purl, other.package.purl),
            locations: [...new Set([...one.package.locations, ...other.package.locations])].slice(0, limits/* MAX_FINDING_LIST */.qcw),
        },
        platforms: [...new Set([...one.platforms, ...other.platforms])],
        fix: worseFix(one.fix, other.fix),
        epss: greater(one.epss, other.epss),
        kev: one.kev ?? other.kev,
        risk: greater(one.risk, other.risk),
        cvss: (other.cvss?.score ?? -1) > (one.cvss?.score ?? -1) ? other.cvss : one.cvss,
    };
}
/** What both say: qualifiers that differ (the architecture) are left out, so that nothing about one platform is about both. */
function commonPurl(one, other) {
    if (one === other)
        return one;
    const [left, right] = [one, other].map((each) => (each === undefined ? undefined : parsePackageUrl(each)));
    if (left === undefined || right === undefined)
        return undefined;
    const qualifiers = Object.entries(left.qualifiers ?? {}).filter(([name, value]) => right.qualifiers?.[name] === value);
    left.qualifiers = Object.fromEntries(qualifiers);
    right.qualifiers = Object.fromEntries(qualifiers);
    const common = left.toString();
    return common === right.toString() ? common : undefined;
}
/** Of two fixes the gate counts from the earlier day; without one on either platform (keyOf) there is none. */
function worseFix(one, other) {
    if (one.state !== 'fixed')
        return one;
    const versions = [...new Set([...one.versions, ...other.versions])].slice(0, limits/* MAX_FINDING_LIST */.qcw);
    // Without a day there is no grace, and that is the worse.
    const isKnown = one.availableSince !== undefined && other.availableSince !== undefined;
    return {
        ...one,
        versions,
        availableSince: isKnown ? edgeOf([one.availableSince, other.availableSince], Math.min) : undefined,
    };
}
/** Of several the oldest decides whether all of them may; one without a day is older than any. */
function oldestDatabase(reports) {
    const databases = reports.map(({ database }) => database);
    return databases.reduce((one, other) => (other.built?.getTime() ?? -Infinity) < (one.built?.getTime() ?? -Infinity) ? other : one);
}
function edgeOf(dates, edge) {
    const times = dates.filter((date) => date !== undefined).map((date) => date.getTime());
    return times.length === 0 ? undefined : new Date(edge(...times));
}
const greater = (one, other) => one === undefined || (other !== undefined && other > one) ? other : one;

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./packages/core/build/scan/read-file.js

/**
 * The bytes of a file, in pieces for readScanReport: each is the same memory, and is over when the next is asked for. For a
 * report of hundreds of megabytes a stream makes hundreds of buffers, and Node.js collects its garbage for each few.
 * Throws what the file system says.
 */
async function* fileBytes(path) {
    const file = await (0,promises_.open)(path);
    try {
        const buffer = Buffer.allocUnsafe(PIECE_BYTES);
        for (;;) {
            const { bytesRead } = await file.read(buffer, 0, PIECE_BYTES);
            if (bytesRead === 0)
                return;
            yield buffer.subarray(0, bytesRead);
        }
    }
    finally {
        await file.close();
    }
}
const PIECE_BYTES = 1024 * 1024;

// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(30058);
;// CONCATENATED MODULE: ./packages/core/build/scan/read-structure.js
/**
 * Where the JSON value that begins at `at` ends (the index behind it); undefined where the bytes end before. Looks at
 * strings and brackets only: JSON.parse has to judge the rest. A bare word or number ends with what cannot be part of it.
 */
function endOfValue(bytes, at, maxDepth) {
    const first = bytes[at];
    if (first === QUOTE)
        return endOfString(bytes, at);
    if (KIND[first ?? 0] !== OPENS)
        return endOfWord(bytes, at);
    let depth = 0;
    for (let here = at; here < bytes.length; here += 1) {
        const kind = KIND[bytes[here] ?? 0];
        if (kind === STRING) {
            const end = endOfString(bytes, here);
            if (end === undefined)
                return undefined;
            here = end - 1;
        }
        else if (kind === OPENS) {
            if ((depth += 1) > maxDepth)
                return 'too deep';
        }
        else if (kind === CLOSES && (depth -= 1) === 0)
            return here + 1;
    }
    return undefined;
}
/** How many members the objects of valid JSON name, at any depth: each has a colon outside strings. */
function membersIn(bytes) {
    let members = 0;
    for (let here = 0; here < bytes.length; here += 1) {
        const byte = bytes[here];
        if (byte === QUOTE)
            here = (endOfString(bytes, here) ?? bytes.length) - 1;
        else if (byte === COLON)
            members += 1;
    }
    return members;
}
function endOfString(bytes, at) {
    for (let here = at + 1; here < bytes.length; here += 1) {
        const byte = bytes[here];
        if (byte === QUOTE)
            return here + 1;
        if (byte === BACKSLASH)
            here += 1;
    }
    return undefined;
}
function endOfWord(bytes, at) {
    for (let here = at; here < bytes.length; here += 1)
        if (KIND[bytes[here] ?? 0] !== OTHER)
            return here;
    return undefined;
}
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const [OTHER, STRING, OPENS, CLOSES, BETWEEN] = [0, 1, 2, 3, 4];
/** What a byte does outside strings. */
const KIND = Uint8Array.from({ length: 256 }, (_, byte) => {
    const char = String.fromCharCode(byte);
    if (char === '"')
        return STRING;
    if ('{['.includes(char))
        return OPENS;
    if ('}]'.includes(char))
        return CLOSES;
    return ',: \n\r\t'.includes(char) ? BETWEEN : OTHER;
});

;// CONCATENATED MODULE: ./packages/core/build/scan/read-bytes.js




/**
 * JSON of any size, read from a stream value by value: the caller goes into the objects and arrays that it names, and takes
 * every other value whole, up to MAX_REPORT_VALUE_BYTES. Everything is checked by JSON.parse in the end; the bytes are only
 * looked at to find where a value ends: stream-json, which makes an object of every token, took ten times as long to hand
 * out the matches of a report of grype's as it takes to read them here, decide, and write what comes of it.
 *
 * All methods throw REPORT_INVALID.
 */
class ReportBytes {
    path;
    source;
    room = Buffer.alloc(0);
    /** A part of `room`: what was read and not yet taken is `buffer` from `at` on. */
    buffer = this.room;
    at = 0;
    read = 0;
    ended = false;
    depth = 0;
    decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    constructor(source, path) {
        this.source = source[Symbol.asyncIterator]();
        this.path = path;
    }
    /** Goes into an object; `take` has to take the value of each of its members. A name that stands twice is refused. */
    async object(take) {
        await this.open(OPEN_BRACE, 'an object');
        const names = new Set();
        let next = await this.peek();
        while (next !== CLOSE_BRACE) {
            if (next !== read_bytes_QUOTE)
                this.refuse('an object has something else than a name where a name belongs');
            const name = (await this.value());
            if (names.has(name))
                this.refuse('an object in it has two members of one name');
            if (names.add(name).size > MAX_NAMES)
                this.refuse('an object in it has too many members');
            if ((await this.peek()) !== read_bytes_COLON)
                this.refuse('a name has no value');
            this.at += 1;
            await take(name);
            next = await this.separator(CLOSE_BRACE);
        }
        this.close();
    }
    /** Goes into an array whose elements are objects; null is an empty one, as Go writes it. */
    async objects(form, take) {
        await this.elements(async () => {
            const marker = this.markerHere();
            let made = this.quickElement(form, marker);
            if (made === undefined) {
                const element = await this.value();
                if (!(0,json/* isObject */.Gv)(element))
                    return this.refuse('an element that should be an object is none');
                made = form.whole(element);
            }
            // Elements that lie whole in the buffer are taken in turn, without a promise for each.
            for (; made !== undefined; made = this.nextQuickly(form, marker))
                take(made);
        });
    }
    /** Goes into an array; `take` has to take each element. null is an empty one. */
    async elements(take) {
        if ((await this.peek()) === LETTER_N) {
            if ((await this.value()) !== null)
                this.refuse('an array is none');
            return;
        }
        await this.open(OPEN_BRACKET, 'an array');
        let next = await this.peek();
        while (next !== CLOSE_BRACKET) {
            await take();
            next = await this.separator(CLOSE_BRACKET);
        }
        this.close();
    }
    /** Takes the value that stands next, whole. */
    async value() {
        await this.peek();
        let tried = 0;
        for (;;) {
            const end = endOfValue(this.buffer, this.at, limits/* MAX_REPORT_DEPTH */.e3f - this.depth);
            if (end === 'too deep')
                return this.refuse(`it is nested deeper than ${limits/* MAX_REPORT_DEPTH */.e3f} levels`);
            if (end !== undefined)
                return this.parsed(end);
            // A longer look only after the double, so that a value that comes in many pieces is not looked through for each.
            tried = Math.max(2 * tried, this.buffer.length - this.at + 1);
            if (tried > 2 * limits/* MAX_REPORT_VALUE_BYTES */.Uan)
                this.tooLarge();
            if (!(await this.fill(tried)))
                this.refuse('it ends in the middle');
        }
    }
    /** Passes over the value that stands next; an array may have any size. */
    async skip() {
        if ((await this.peek()) === OPEN_BRACKET)
            await this.elements(() => this.value());
        else
            await this.value();
    }
    /** Whatever stands next, as its first byte. */
    async peek() {
        for (;;) {
            while (isSpace(this.buffer[this.at]))
                this.at += 1;
            const byte = this.buffer[this.at];
            if (byte !== undefined)
                return byte;
            if (!(await this.fill(1)))
                this.refuse('it ends in the middle');
        }
    }
    /** Nothing but white space may follow. */
    async end() {
        for (;;) {
            while (isSpace(this.buffer[this.at]))
                this.at += 1;
            if (this.at < this.buffer.length)
                this.refuse('something stands behind its end');
            if (!(await this.fill(1)))
                return;
        }
    }
    refuse(why, cause) {
        throw invalidReport(this.path, why, cause);
    }
    async open(byte, what) {
        if ((await this.peek()) !== byte)
            this.refuse(`${what} is none`);
        this.at += 1;
        if ((this.depth += 1) > limits/* MAX_REPORT_DEPTH */.e3f)
            this.refuse(`it is nested deeper than ${limits/* MAX_REPORT_DEPTH */.e3f} levels`);
    }
    close() {
        this.at += 1;
        this.depth -= 1;
    }
    /** After a member or element: what follows the comma, or the end. */
    async separator(end) {
        const byte = await this.peek();
        if (byte === end)
            return byte;
        if (byte !== COMMA)
            this.refuse('a comma or an end is missing');
        this.at += 1;
        const next = await this.peek();
        if (next === end)
            this.refuse('a comma has nothing behind it');
        return next;
    }
    /**
     * The beginning of the object that stands here, to the colon of its first name: `{"vulnerability":`. Where the same bytes
     * come again, the object may be over. Whether it is, JSON.parse says: a text that parses is one whole value, and no two
     * beginnings of the same bytes are both whole values. So a wrong guess costs time and is never believed. It is no use to
     * look for a brace within a string: the quote behind it would end the string.
     */
    markerHere() {
        const colon = this.buffer.indexOf(read_bytes_COLON, this.at);
        if (this.buffer[this.at] !== OPEN_BRACE || colon < 0 || colon - this.at > MAX_MARKER_BYTES)
            return undefined;
        const marker = this.buffer.subarray(this.at, colon + 1);
        return /^\{\s*"\w+"\s*:$/.test(marker.toString('latin1')) ? Buffer.from(marker) : undefined;
    }
    nextQuickly(form, marker) {
        let at = this.at;
        while (isSpace(this.buffer[at]))
            at += 1;
        if (this.buffer[at] !== COMMA)
            return undefined;
        at += 1;
        while (isSpace(this.buffer[at]))
            at += 1;
        if (this.buffer[at] !== OPEN_BRACE)
            return undefined;
        const before = this.at;
        this.at = at;
        const made = this.quickElement(form, marker);
        if (made === undefined)
            this.at = before;
        return made;
    }
    /** The object that stands here, if the next marker is its end; undefined where it has to be read slowly, or refused there. */
    quickElement(form, marker) {
        if (marker === undefined)
            return undefined;
        const next = this.buffer.indexOf(marker, this.at + 1);
        if (next < 0 || next - this.at > limits/* MAX_REPORT_VALUE_BYTES */.Uan)
            return undefined;
        let end = next - 1;
        while (isSpace(this.buffer[end]))
            end -= 1;
        if (this.buffer[end] !== COMMA)
            return undefined;
        const bytes = this.buffer.subarray(this.at, end);
        let made = form.inParts?.(bytes, this.parse);
        if (made === undefined) {
            const whole = this.parse(bytes, '');
            if (!(0,json/* isObject */.Gv)(whole))
                return undefined;
            made = form.whole(whole);
        }
        this.at = end;
        return made;
    }
    parse = (bytes, end) => {
        let value;
        try {
            value = JSON.parse(this.decoder.decode(bytes) + end);
        }
        catch {
            return undefined;
        }
        this.checkRepeats(value, bytes);
        return value;
    };
    parsed(end) {
        if (end - this.at > limits/* MAX_REPORT_VALUE_BYTES */.Uan)
            this.tooLarge();
        const bytes = this.buffer.subarray(this.at, end);
        let value;
        try {
            value = JSON.parse(this.decoder.decode(bytes));
        }
        catch (cause) {
            return this.refuse('it is not JSON in UTF-8', cause);
        }
        this.checkRepeats(value, bytes);
        this.at = end;
        return value;
    }
    /**
     * RFC 8259, section 4: readers differ in which of two members they take. Counting takes longer than reading, so it ends
     * with the first MAX_REPORT_BYTES_CHECKED_FOR_REPEATS; nothing but what was taken here is decided on in either case.
     */
    checkRepeats(value, bytes) {
        if (this.read > limits/* MAX_REPORT_BYTES_CHECKED_FOR_REPEATS */.PB$)
            return;
        if (membersIn(bytes) !== membersOf(value))
            this.refuse('an object in it has two members of one name');
    }
    /** Reads until `wanted` bytes are there that were not taken; false where the source ends before. */
    async fill(wanted) {
        const before = this.buffer.length - this.at;
        let length = before;
        this.room.copyWithin(0, this.at, this.buffer.length);
        // Some more than is asked for: what lies in the buffer whole is read quickly.
        while (!this.ended && length < Math.max(wanted, LEAST_BUFFER_BYTES)) {
            const next = await this.source.next();
            if (next.done === true)
                this.ended = true;
            else {
                if ((this.read += next.value.length) > limits/* MAX_REPORT_BYTES */.WAA)
                    this.refuse(`it has more than ${limits/* MAX_REPORT_BYTES */.WAA} bytes`);
                this.put(next.value, length);
                length += next.value.length;
            }
        }
        this.buffer = this.room.subarray(0, length);
        this.at = 0;
        return length > before;
    }
    /** All pieces go into one buffer, which grows: a new one for each costs more than to read it. */
    put(piece, at) {
        if (at + piece.length > this.room.length) {
            const larger = Buffer.allocUnsafe(2 * (at + piece.length));
            this.room.copy(larger, 0, 0, at);
            this.room = larger;
        }
        this.room.set(piece, at);
    }
    tooLarge() {
        return this.refuse(`one value in it has more than ${limits/* MAX_REPORT_VALUE_BYTES */.Uan} bytes`);
    }
}
const LEAST_BUFFER_BYTES = 1024 * 1024;
const MAX_MARKER_BYTES = 200;
/** Of an object that is gone into: scanners write some ten. */
const MAX_NAMES = 1000;
const read_bytes_QUOTE = 0x22;
const COMMA = 0x2c;
const read_bytes_COLON = 0x3a;
const LETTER_N = 0x6e;
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
const isSpace = (byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
/** Members of all objects at any depth. Not recursive: what was read quickly may be nested as deep as it is long. */
function membersOf(value) {
    const waiting = [value];
    let members = 0;
    for (let each = waiting.pop(); waiting.length > 0 || each !== undefined; each = waiting.pop()) {
        if (typeof each !== 'object' || each === null)
            continue;
        const inner = Object.values(each);
        if (!Array.isArray(each))
            members += inner.length;
        for (const part of inner)
            if (typeof part === 'object' && part !== null)
                waiting.push(part);
    }
    return members;
}

// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
;// CONCATENATED MODULE: ./packages/core/build/scan/read-words.js


/** An RFC 3339 time or a day (`YYYY-MM-DD`, its beginning in UTC); undefined for any other text, and for Go's zero time. */
function dateOf(value) {
    if (typeof value !== 'string' ||
        !/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2}))?$/.test(value))
        return undefined;
    const date = new Date(value);
    return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1970 ? undefined : date;
}
/** The web addresses among the values, each once. */
const webAddresses = (values) => [
    ...new Set(values
        .filter((each) => typeof each === 'string')
        .filter((each) => each.length <= limits/* MAX_FINDING_TEXT_CHARS */.Lnk && /^https?:\/\/[^\s]+$/.test(each))
        .slice(0, limits/* MAX_FINDING_LIST */.qcw)),
];
/** The digests of `host/repository@digest` texts. */
const digestsIn = (references) => references.flatMap((reference) => {
    const digest = reference.slice(reference.lastIndexOf('@') + 1);
    return (0,oci/* isDigest */.Bc)(digest) ? [digest] : [];
});

;// CONCATENATED MODULE: ./packages/core/build/scan/read-fix-day.js


/**
 * The first day on which a fix was there that is no older than the suggested one: a fix of an older branch is none for this
 * package. Versions that cannot be compared count, so that no fix is overlooked and grace never begins too late.
 */
function firstFixDay(available, suggested) {
    let first;
    for (const { version, date } of available) {
        if (isOlder(version, suggested))
            continue;
        const day = dateOf(date);
        if (day !== undefined && (first === undefined || day < first))
            first = day;
    }
    return first;
}
function isOlder(version, suggested) {
    if (typeof version !== 'string' || suggested === undefined || version === suggested)
        return false;
    const [one, other] = [(0,semver.parse)(version), (0,semver.parse)(suggested)];
    return one !== null && other !== null && (0,semver.compare)(one, other) < 0;
}

;// CONCATENATED MODULE: ./packages/core/build/scan/read-again.js

/**
 * What was made of bytes that come again and again, so that it is made once and is the same object. It is looked for by
 * the first bytes (scanners begin with an id), and believed only where all bytes are the same.
 */
class ReadAgain {
    known = new Map();
    latest;
    bytes = 0;
    /** `make`: undefined is not kept. When there is too much to keep, it begins anew. */
    get(bytes, make) {
        if (this.latest?.bytes.equals(bytes) === true)
            return this.latest.made;
        const key = bytes.toString('latin1', 0, KEY_BYTES);
        const found = this.known.get(key);
        if (found?.bytes.equals(bytes) === true) {
            this.latest = found;
            return found.made;
        }
        const made = make(bytes);
        if (made === undefined)
            return undefined;
        if ((this.bytes += bytes.length) > limits/* MAX_REPEATED_BYTES */.Csf) {
            this.known.clear();
            this.bytes = bytes.length;
        }
        this.latest = { bytes: Buffer.from(bytes), made };
        this.known.set(key, this.latest);
        return made;
    }
}
const KEY_BYTES = 100;

;// CONCATENATED MODULE: ./packages/core/build/scan/read-parts.js

/**
 * Objects of which two parts come again and again: their first members, and the value of their last one. What is made of
 * these is made once for the same bytes; the member between them is parsed for each.
 *
 * Nothing is passed over: where the first part with a brace behind it and the values of the two last members are JSON, so is
 * the whole, and it has just these members.
 */
class ElementParts {
    of;
    middle;
    last;
    firsts = new ReadAgain();
    lasts = new ReadAgain();
    constructor(of) {
        this.of = of;
        this.middle = Buffer.from(`"${of.middle}"`);
        this.last = Buffer.from(`"${of.last}"`);
    }
    /** undefined where the object has not these parts, or is no JSON: it has to be read whole. */
    read(bytes, parse) {
        const lastAt = bytes.lastIndexOf(this.last);
        const middleAt = lastAt < 0 ? -1 : bytes.lastIndexOf(this.middle, lastAt);
        if (middleAt < 0 || bytes[bytes.length - 1] !== read_parts_CLOSE_BRACE)
            return undefined;
        const firstEnd = commaBefore(bytes, middleAt);
        const middleValue = valueIn(bytes, middleAt + this.middle.length, commaBefore(bytes, lastAt));
        const lastValue = valueIn(bytes, lastAt + this.last.length, bytes.length - 1);
        if (firstEnd < 0 || middleValue === undefined || lastValue === undefined)
            return undefined;
        const middle = parse(middleValue, '');
        if (middle === undefined)
            return undefined;
        const first = this.firsts.get(bytes.subarray(0, firstEnd), (part) => this.firstOf(part, parse));
        if (first === undefined)
            return undefined;
        const last = this.lasts.get(lastValue, (part) => {
            const value = parse(part, '');
            return value === undefined ? undefined : this.of.ofLast(value);
        });
        return last === undefined ? undefined : { first, middle, last };
    }
    firstOf(part, parse) {
        const members = parse(part, '}');
        if (members === undefined)
            return undefined;
        if (Object.hasOwn(members, this.of.middle) || Object.hasOwn(members, this.of.last))
            this.of.refuse('an object in it has two members of one name');
        return this.of.ofFirst(members);
    }
}
/** The index of the comma that stands before `at`; -1 where something else does. */
function commaBefore(bytes, at) {
    let here = at - 1;
    while (read_parts_isSpace(bytes[here]))
        here -= 1;
    return bytes[here] === read_parts_COMMA ? here : -1;
}
/** What stands between the colon at `colon` and `end`: one value of a member, if it is JSON. */
const valueIn = (bytes, colon, end) => bytes[colon] === read_parts_COLON && end > colon ? bytes.subarray(colon + 1, end) : undefined;
const [read_parts_COMMA, read_parts_COLON, read_parts_CLOSE_BRACE] = [0x2c, 0x3a, 0x7d];
const read_parts_isSpace = (byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

;// CONCATENATED MODULE: ./packages/core/build/scan/read-texts.js




/**
 * Reads members of a report's values. What is absent is undefined; what is there and of another type is REPORT_INVALID: it may be what decides.
 */
class ReportTexts {
    path;
    constructor(path) {
        this.path = path;
    }
    /** A text without its rest beyond `maxChars`; undefined for an absent or empty one, and null. */
    optional(object, member, maxChars = limits/* MAX_FINDING_TEXT_CHARS */.Lnk) {
        const value = object[member];
        if (value === undefined || value === null || value === '')
            return undefined;
        if (typeof value !== 'string')
            return this.refuse(member, 'is not a string');
        return cut(value, maxChars);
    }
    /** A text that tells which finding it is: never cut, so too long a one is refused, and so is an absent one. */
    required(object, member) {
        const value = this.optional(object, member, Infinity);
        if (value === undefined)
            return this.refuse(member, 'is missing');
        if (value.length > limits/* MAX_FINDING_TEXT_CHARS */.Lnk)
            return this.refuse(member, 'is too long');
        return value;
    }
    objects(object, member) {
        const value = object[member];
        if (value === undefined || value === null)
            return read_texts_NONE;
        if (!Array.isArray(value))
            return this.refuse(member, 'is not an array');
        for (const each of value)
            if (!(0,json/* isObject */.Gv)(each))
                this.refuse(member, 'has an element that is not an object');
        return value;
    }
    object(object, member) {
        const value = object[member];
        return (0,json/* isObject */.Gv)(value) ? value : this.refuse(member, 'is not an object');
    }
    /** The first texts of an array; elements of other types are left out: nothing is decided by them. */
    list(value) {
        if (!Array.isArray(value))
            return read_texts_NONE;
        return value
            .slice(0, limits/* MAX_FINDING_LIST */.qcw)
            .filter((each) => typeof each === 'string' && each !== '')
            .map((each) => cut(each, limits/* MAX_FINDING_TEXT_CHARS */.Lnk));
    }
    /** A finite number from 0 to `most`, undefined where absent. `1e999` parses as infinite. */
    amount(object, member, most) {
        const value = object[member];
        if (value === undefined || value === null)
            return undefined;
        if (typeof value === 'number' && value >= 0 && value <= most)
            return value;
        return this.refuse(member, `is not a number from 0 to ${most}: ${shown(value)}`);
    }
    /** An absent severity is unknown; a word that none of the scanners has is refused, since it might be a grave one. */
    severity(object, member) {
        const value = object[member];
        if (value === undefined || value === '')
            return 'unknown';
        const found = typeof value === 'string' ? SEVERITY_OF.get(value.toLowerCase()) : undefined;
        return found ?? this.refuse(member, `is not a severity: ${shown(value)}`);
    }
    refuse(member, why) {
        throw invalidReport(this.path, `its member ${member} ${why}`);
    }
}
/** A text without its rest. A slice would hold all of it in memory; half a surrogate pair at its end is left out. */
const cut = (text, maxChars) => text.length <= maxChars
    ? text
    : `${Buffer.from(text.slice(0, maxChars - 1).replace(/[\uD800-\uDBFF]$/, '')).toString('utf8')}…`;
const read_texts_NONE = [];
const SEVERITY_OF = new Map(types/* SEVERITIES */.o.map((each) => [each, each]));

;// CONCATENATED MODULE: ./packages/core/build/scan/read-grype.js







/**
 * The matches of grype (0.117: grype/presenter/models). Severity and fix are those of the vulnerability that matched; EPSS,
 * KEV and CVSS are the worst of it and the related ones, since either may have them. It writes vulnerability,
 * relatedVulnerabilities, matchDetails, artifact; what is made of one vulnerability or package is made once. All of it
 * throws REPORT_INVALID.
 */
function grypeMatches(texts) {
    const factsOf = (match) => vulnerabilityFacts(match, texts);
    const packageIn = (artifact) => (0,json/* isObject */.Gv)(artifact) ? packageOf(artifact, texts) : texts.refuse('artifact', 'is not an object');
    const parts = new ElementParts({
        middle: 'matchDetails',
        last: 'artifact',
        ofFirst: factsOf,
        ofLast: packageIn,
        refuse: (why) => texts.refuse('matches', why),
    });
    return {
        whole: (match) => findingOf(factsOf(match), match.matchDetails, packageIn(match.artifact), texts),
        inParts: (bytes, parse) => {
            const found = parts.read(bytes, parse);
            return found && findingOf(found.first, found.middle, found.last, texts);
        },
    };
}
function vulnerabilityFacts(match, texts) {
    const vulnerability = texts.object(match, 'vulnerability');
    const all = [vulnerability, ...texts.objects(match, 'relatedVulnerabilities')];
    const id = texts.required(vulnerability, 'id');
    const aliases = new Set();
    for (const each of all) {
        const other = texts.required(each, 'id');
        if (other !== id && aliases.size < limits/* MAX_FINDING_LIST */.qcw)
            aliases.add(other);
    }
    const { fix } = vulnerability;
    const available = (0,json/* isObject */.Gv)(fix) ? texts.objects(fix, 'available') : read_grype_NONE;
    return {
        id,
        aliases: [...aliases],
        severity: texts.severity(vulnerability, 'severity'),
        fix: (0,json/* isObject */.Gv)(fix) ? fixOf(fix, available, texts) : NO_FIX,
        available,
        epss: greatest(all.flatMap((each) => texts.objects(each, 'epss').map((epss) => texts.amount(epss, 'epss', 1)))),
        kev: kevOf(all, texts),
        risk: texts.amount(vulnerability, 'risk', 100),
        cvss: cvssOf(all, texts),
        description: firstText(all, 'description', texts),
        urls: webAddresses([
            vulnerability.dataSource,
            ...texts.list(vulnerability.urls),
            ...texts.objects(vulnerability, 'advisories').map(({ link }) => link),
        ]),
    };
}
function findingOf({ id, aliases, severity, fix, available, epss, kev, risk, cvss, description, urls }, matchDetails, found, texts) {
    return {
        id,
        aliases,
        severity,
        package: found,
        platforms: read_grype_NONE,
        fix: fix === NO_FIX ? fix : withSuggestion(fix, suggestedIn(matchDetails, texts), available),
        epss,
        kev,
        risk,
        cvss,
        description,
        urls,
    };
}
function packageOf(artifact, texts) {
    return {
        name: texts.required(artifact, 'name'),
        version: texts.optional(artifact, 'version', Infinity) ?? '',
        type: texts.optional(artifact, 'type') ?? 'unknown',
        purl: texts.optional(artifact, 'purl', Infinity),
        locations: texts.list(texts.objects(artifact, 'locations').map(({ path }) => path)),
    };
}
/** What grype's document says besides its matches: `source`, `distro`, `descriptor`. Throws REPORT_INVALID. */
function grypeFacts(members, texts) {
    const descriptor = texts.object(members, 'descriptor');
    if (texts.required(descriptor, 'name') !== 'grype')
        texts.refuse('descriptor.name', 'is not grype');
    const version = texts.required(descriptor, 'version');
    return {
        scanner: { name: 'grype', version, uri: `pkg:github/anchore/grype@v${version}` },
        database: databaseOf(descriptor.db, texts),
        startedAt: undefined,
        finishedAt: dateOf(descriptor.timestamp),
        ...sourceOf(members.source, texts),
        distribution: distributionOf(members.distro, texts),
        ...(isFolder(members.source) ? { isOfFolder: true } : {}),
    };
}
/** grype/presenter/models/distribution.go: an empty name where it knows none. */
function distributionOf(distro, texts) {
    if (!(0,json/* isObject */.Gv)(distro))
        return '';
    const name = texts.optional(distro, 'name');
    const version = texts.optional(distro, 'version');
    return name === undefined ? '' : [name, version].filter((each) => each !== undefined).join(' ');
}
/** grype/presenter/models/source.go: the types of what is no image, all of whose package databases are installed by. */
const isFolder = (source) => {
    const type = (0,json/* memberAt */.mz)(source, 'type');
    return type === 'directory' || type === 'file';
};
/** The sentences of one element of alertsByPackage. */
const grypeAlerts = (element, texts) => texts
    .objects(element, 'alerts')
    .flatMap((alert) => texts.optional(alert, 'message') ?? [])
    .slice(0, limits/* MAX_SCAN_SENTENCES */.IEK);
const FIX_STATES = ['fixed', 'not-fixed', 'wont-fix', 'unknown'];
function fixOf(fix, available, texts) {
    const word = texts.optional(fix, 'state') ?? 'unknown';
    const state = FIX_STATES.find((each) => each === word) ?? texts.refuse('fix.state', 'is not one of grype');
    const versions = texts.list(fix.versions);
    return dated(state, versions, versions[0], available);
}
const withSuggestion = (fix, suggested, available) => suggested === undefined || suggested === fix.suggested
    ? fix
    : dated(fix.state, fix.versions, suggested, available);
const dated = (state, versions, suggested, available) => ({
    state,
    versions,
    suggested,
    availableSince: state === 'fixed' ? firstFixDay(available, suggested) : undefined,
});
/** The version that grype suggests for the package of this match. */
function suggestedIn(matchDetails, texts) {
    for (const { fix } of texts.objects({ matchDetails }, 'matchDetails')) {
        const said = (0,json/* isObject */.Gv)(fix) ? texts.optional(fix, 'suggestedVersion') : undefined;
        if (said !== undefined)
            return said;
    }
    return undefined;
}
function kevOf(all, texts) {
    const entries = all.flatMap((each) => texts.objects(each, 'knownExploited'));
    if (entries.length === 0)
        return undefined;
    const earliest = (member) => entries.flatMap((entry) => texts.optional(entry, member) ?? []).sort()[0];
    return {
        dateAdded: earliest('dateAdded') ?? '',
        dueDate: earliest('dueDate'),
        ransomware: entries.some((entry) => texts.optional(entry, 'knownRansomwareCampaignUse')?.toLowerCase() === 'known'),
    };
}
function cvssOf(all, texts) {
    let best;
    for (const each of all) {
        for (const cvss of texts.objects(each, 'cvss')) {
            const score = (0,json/* memberAt */.mz)(cvss, 'metrics', 'baseScore');
            if (typeof score !== 'number' || (best !== undefined && score <= best.score))
                continue;
            best = {
                score,
                vector: texts.optional(cvss, 'vector') ?? '',
                version: texts.optional(cvss, 'version') ?? '',
            };
        }
    }
    return best;
}
function databaseOf(db, texts) {
    // Before 0.88 the facts stood in db itself.
    const status = (0,json/* memberAt */.mz)(db, 'status') ?? db;
    if (!(0,json/* isObject */.Gv)(status))
        return { uri: undefined, version: undefined, built: undefined, checksum: undefined, providers: read_grype_NONE };
    const { valid = true, error } = status;
    if (valid !== true || (error !== undefined && error !== null && error !== ''))
        texts.refuse('descriptor.db', 'says that the vulnerability database was not valid');
    const uri = texts.optional(status, 'from');
    const version = status.schemaVersion;
    const providers = (0,json/* memberAt */.mz)(db, 'providers');
    return {
        uri,
        version: typeof version === 'number' ? String(version) : texts.optional(status, 'schemaVersion'),
        built: dateOf(status.built),
        checksum: texts.optional(status, 'checksum') ?? checksumIn(uri),
        providers: Object.entries((0,json/* isObject */.Gv)(providers) ? providers : {})
            .slice(0, limits/* MAX_SCAN_SENTENCES */.IEK)
            .map(([name, said]) => {
            const captured = (0,json/* memberAt */.mz)(said, 'captured');
            return {
                name: cut(name, 100),
                captured: typeof captured === 'string' ? cut(captured, 100) : '',
            };
        }),
    };
}
/** The feed's address ends with `?checksum=sha256%3A…`, the archive's. */
function checksumIn(uri) {
    const checksum = uri === undefined ? undefined : URL.parse(uri)?.searchParams.get('checksum');
    return /^(?:sha256|xxh64):[0-9a-f]+$/.exec(checksum ?? '')?.[0];
}
/** The manifest that was scanned comes first; repoDigests may name the index it was taken from. */
function sourceOf(source, texts) {
    const target = (0,json/* memberAt */.mz)(source, 'target');
    if (typeof target === 'string')
        return { describes: read_grype_NONE, target: cut(target, 4096) };
    if (!(0,json/* isObject */.Gv)(target))
        return { describes: read_grype_NONE, target: '' };
    const { manifestDigest, userInput } = target;
    const repoDigests = texts.list(target.repoDigests);
    const manifest = typeof manifestDigest === 'string' && (0,oci/* isDigest */.Bc)(manifestDigest) ? [manifestDigest] : [];
    const input = typeof userInput === 'string' ? cut(userInput, 4096) : '';
    return {
        describes: [...new Set([...manifest, ...digestsIn(repoDigests)])],
        target: repoDigests[0] ?? (manifest[0] === undefined ? input : `${input}@${manifest[0]}`),
    };
}
const greatest = (numbers) => numbers.reduce((most, each) => (each !== undefined && (most === undefined || each > most) ? each : most), undefined);
function firstText(all, member, texts) {
    for (const each of all) {
        const text = texts.optional(each, member, limits/* MAX_FINDING_DESCRIPTION_CHARS */.i0Z);
        if (text !== undefined)
            return text;
    }
    return '';
}
const read_grype_NONE = [];
const NO_FIX = {
    state: 'unknown',
    versions: read_grype_NONE,
    suggested: undefined,
    availableSince: undefined,
};

;// CONCATENATED MODULE: ./packages/core/build/scan/read-trivy.js




/**
 * An element of `Results[].Vulnerabilities` (trivy, pkg/types: DetectedVulnerability). trivy knows neither EPSS nor KEV nor
 * the day of a fix. `type`: that of the result it stands in. Throws REPORT_INVALID.
 */
function trivyFinding(vulnerability, type, texts) {
    const id = texts.required(vulnerability, 'VulnerabilityID');
    const identifier = vulnerability.PkgIdentifier;
    const path = texts.optional(vulnerability, 'PkgPath');
    const title = texts.optional(vulnerability, 'Title');
    return {
        id,
        aliases: texts.list(vulnerability.VendorIDs).filter((alias) => alias !== id),
        severity: texts.severity(vulnerability, 'Severity'),
        package: {
            name: texts.required(vulnerability, 'PkgName'),
            version: texts.optional(vulnerability, 'InstalledVersion', Infinity) ?? '',
            type,
            purl: (0,json/* isObject */.Gv)(identifier) ? texts.optional(identifier, 'PURL', Infinity) : undefined,
            locations: path === undefined ? [] : [path],
        },
        platforms: [],
        fix: read_trivy_fixOf(vulnerability, texts),
        epss: undefined,
        kev: undefined,
        risk: undefined,
        cvss: read_trivy_cvssOf(vulnerability.CVSS),
        description: texts.optional(vulnerability, 'Description', limits/* MAX_FINDING_DESCRIPTION_CHARS */.i0Z) ?? title ?? '',
        urls: webAddresses([vulnerability.PrimaryURL, ...texts.list(vulnerability.References)]),
    };
}
/** What trivy's document says besides its results. Throws REPORT_INVALID for a schema that is not 2. */
function trivyFacts(members, texts) {
    if (members.SchemaVersion !== 2)
        texts.refuse('SchemaVersion', 'is not 2');
    const metadata = (0,json/* isObject */.Gv)(members.Metadata) ? members.Metadata : {};
    const said = (0,json/* memberAt */.mz)(members, 'Trivy', 'Version');
    const version = typeof said === 'string' ? cut(said.replace(/^v/, ''), 100) : '';
    const system = (0,json/* isObject */.Gv)(metadata.OS) ? metadata.OS : {};
    return {
        scanner: {
            name: 'trivy',
            version,
            uri: `pkg:github/aquasecurity/trivy${version === '' ? '' : `@v${version}`}`,
        },
        database: { uri: undefined, version: undefined, built: undefined, checksum: undefined, providers: [] },
        startedAt: undefined,
        finishedAt: dateOf(members.CreatedAt),
        describes: digestsIn(texts.list(metadata.RepoDigests)),
        target: texts.optional(members, 'ArtifactName') ?? '',
        alerts: [
            "trivy's report says nothing about EPSS, KEV, risk and the age of its database: rules about these were not held against it.",
            ...(Object.hasOwn(members, 'Results') ? [] : ['trivy found nothing that it can look into.']),
            ...(system.EOSL === true
                ? [`${cut(nameOf(system), 200)} is past the end of its support: no fixes are reported for it.`]
                : []),
        ],
        lacks: ['epss', 'kev', 'risk'],
    };
}
const nameOf = ({ Family: family, Name: name }) => [family, name].filter((each) => typeof each === 'string').join(' ') || 'The distribution';
function read_trivy_fixOf(vulnerability, texts) {
    const versions = (texts.optional(vulnerability, 'FixedVersion') ?? '')
        .split(',')
        .map((version) => version.trim())
        .filter((version) => version !== '');
    const status = texts.optional(vulnerability, 'Status') ?? '';
    const state = versions.length > 0 ? 'fixed' : (STATE_OF[status] ?? 'unknown');
    return { state, versions, suggested: versions[0], availableSince: undefined };
}
/** trivy, pkg/dbtypes: Status. */
const STATE_OF = {
    fixed: 'fixed',
    affected: 'not-fixed',
    under_investigation: 'not-fixed',
    fix_deferred: 'not-fixed',
    will_not_fix: 'wont-fix',
    end_of_life: 'wont-fix',
};
function read_trivy_cvssOf(bySource) {
    let best;
    for (const cvss of Object.values((0,json/* isObject */.Gv)(bySource) ? bySource : {})) {
        for (const [name, version] of CVSS_VERSIONS) {
            const [score, vector] = [(0,json/* memberAt */.mz)(cvss, `${name}Score`), (0,json/* memberAt */.mz)(cvss, `${name}Vector`)];
            if (typeof score !== 'number' || (best !== undefined && score <= best.score))
                continue;
            best = { score, vector: typeof vector === 'string' ? vector.slice(0, 200) : '', version };
        }
    }
    return best;
}
const CVSS_VERSIONS = [
    ['V40', '4.0'],
    ['V3', '3.1'],
    ['V2', '2.0'],
];

;// CONCATENATED MODULE: ./packages/core/build/scan/read-vuln.js




/**
 * One of `scanner.result.findings` of our own predicate (PredicateFinding): which finding it was, whether or not it was
 * waived then. Whether it is waived now is decided anew. Throws REPORT_INVALID.
 */
function attestedFinding(finding, texts) {
    const word = texts.optional(finding, 'fixState') ?? 'unknown';
    const state = ['fixed', 'not-fixed', 'wont-fix', 'unknown'].find((each) => each === word) ??
        texts.refuse('fixState', 'is none that is known');
    const suggested = texts.optional(finding, 'fixedVersion');
    return {
        id: texts.required(finding, 'id'),
        aliases: texts.list(finding.aliases),
        severity: texts.severity(finding, 'severity'),
        package: {
            name: texts.required(finding, 'package'),
            version: texts.optional(finding, 'version', Infinity) ?? '',
            type: texts.optional(finding, 'type') ?? 'unknown',
            purl: texts.optional(finding, 'purl', Infinity),
            locations: [],
        },
        platforms: texts.list(finding.platforms),
        fix: {
            state,
            versions: suggested === undefined ? [] : [suggested],
            suggested,
            availableSince: undefined,
        },
        epss: undefined,
        kev: finding.kev === true ? { dateAdded: '', dueDate: undefined, ransomware: false } : undefined,
        risk: undefined,
        cvss: undefined,
        description: '',
        urls: [],
    };
}
/** What the predicate says besides its findings. Throws REPORT_INVALID where times, result or findings are missing. */
function attestedFacts(predicate, texts) {
    const scanner = texts.object(predicate, 'scanner');
    const result = texts.object(scanner, 'result');
    const metadata = texts.object(predicate, 'metadata');
    const uri = texts.optional(scanner, 'uri') ?? '';
    const digest = (0,json/* memberAt */.mz)(result, 'subject', 'digest');
    const reference = (0,json/* memberAt */.mz)(result, 'subject', 'reference');
    return {
        scanner: {
            name: /\/([^/@]+)(?:@[^@]*)?$/.exec(uri)?.[1] ?? 'unknown',
            version: texts.optional(scanner, 'version') ?? '',
            uri,
        },
        database: read_vuln_databaseOf(scanner.db, texts),
        startedAt: timeOf(metadata, 'scanStartedOn', texts),
        finishedAt: timeOf(metadata, 'scanFinishedOn', texts),
        describes: typeof digest === 'string' && (0,oci/* isDigest */.Bc)(digest) ? [digest] : [],
        target: typeof reference === 'string' ? cut(reference, 4096) : '',
        ignoredByScanner: countOf(result, 'ignoredByScanner', texts),
        alerts: [
            'An attested scan says nothing about EPSS, risk and the days of fixes: rules about these were not held against it.',
        ],
        lacks: ['epss', 'risk'],
        omittedFindings: countOf(result, 'omittedFindings', texts),
    };
}
/** The counts of the predicate have to be those of its list: a list that was cut would be cleaner than the image. */
function checkWholeList(predicate, listed, omitted, texts) {
    const result = (0,json/* memberAt */.mz)(predicate, 'scanner', 'result');
    const counted = ['summary', 'waived', 'vex'].map((member) => {
        const counts = (0,json/* memberAt */.mz)(result, member);
        if (counts === undefined && member !== 'summary')
            return 0;
        if (!(0,json/* isObject */.Gv)(counts))
            return texts.refuse(`scanner.result.${member}`, 'is not an object');
        return Object.keys(counts).reduce((sum, each) => sum + countOf(counts, each, texts, member), 0);
    });
    const total = counted.reduce((sum, each) => sum + each, 0);
    if (total !== listed + omitted)
        texts.refuse('scanner.result', `counts ${total} findings and lists ${listed}, with ${omitted} left out`);
}
function read_vuln_databaseOf(db, texts) {
    const said = (0,json/* isObject */.Gv)(db) ? db : {};
    return {
        uri: texts.optional(said, 'uri'),
        version: texts.optional(said, 'version'),
        built: dateOf(said.built),
        checksum: texts.optional(said, 'checksum'),
        providers: texts.objects(said, 'providers').map((provider) => ({
            name: texts.optional(provider, 'name') ?? '',
            captured: texts.optional(provider, 'captured') ?? '',
        })),
    };
}
function timeOf(metadata, member, texts) {
    return dateOf(metadata[member]) ?? texts.refuse(`metadata.${member}`, 'is not a time (RFC 3339)');
}
function countOf(result, member, texts, place = member) {
    const value = result[member] ?? 0;
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
        ? value
        : texts.refuse(`scanner.result.${place}`, 'is not a count: a whole number from 0');
}

;// CONCATENATED MODULE: ./packages/core/build/scan/read-report.js






/**
 * Reads the report of a scan from a stream: grype's JSON (0.117), trivy's (schema 2), or a predicate of cosign's vuln v1
 * (alone or in its in-toto statement), with findings as scan writes them or one of those reports as its result. `path` is
 * for messages. Throws REPORT_INVALID: what cannot be read whole decides nothing. Rejects with the stream's own error.
 */
async function readScanReport(source, path) {
    const bytes = new ReportBytes(source, path);
    const draft = new Draft(bytes);
    await draft.take();
    await bytes.end();
    return draft.report();
}
/** The members of an object, as they come in any order: lists become findings at once, the rest is kept. */
class Draft {
    bytes;
    texts;
    members = Object.create(null);
    lists;
    constructor(bytes, texts = new ReportTexts(bytes.path), lists = new Lists()) {
        this.bytes = bytes;
        this.texts = texts;
        this.lists = lists;
    }
    async take() {
        await this.bytes.object(async (name) => {
            this.members[name] = await this.member(name);
        });
    }
    report() {
        const { members, texts, lists } = this;
        const { findings } = lists;
        if (has(members, 'matches') && has(members, 'descriptor'))
            return {
                ...grypeFacts(members, texts),
                findings: this.only('grype'),
                ignoredByScanner: lists.ignored,
                alerts: lists.alerts,
            };
        if (has(members, 'SchemaVersion')) {
            const facts = trivyFacts(members, texts);
            return {
                ...facts,
                findings: this.only('trivy'),
                ignoredByScanner: lists.ignored,
                ...(lists.looked > 0 ? {} : { isEmpty: true }),
            };
        }
        if (members.predicate instanceof Draft)
            return this.statement(members.predicate);
        if (members.scanner instanceof Draft)
            return this.predicate(members.scanner);
        if (findings.length > 0)
            return this.bytes.refuse('it has findings, and nothing else of a report');
        return this.bytes.refuse(whatElse(members));
    }
    async member(name) {
        const { bytes, texts, lists } = this;
        const add = (form, finding) => {
            if (lists.add(form, finding) > limits/* MAX_FINDINGS */.MtH)
                bytes.refuse(`it has more than ${limits/* MAX_FINDINGS */.MtH} findings`);
        };
        switch (name) {
            case 'matches':
                // grype writes an empty list where it found nothing; Go's null is of another that was cut.
                if ((await bytes.peek()) !== read_report_OPEN_BRACKET)
                    texts.refuse('matches', 'is not an array');
                await bytes.objects(grypeMatches(texts), (finding) => {
                    add('grype', finding);
                });
                return TAKEN;
            case 'ignoredMatches':
                await bytes.objects(AS_IT_IS, () => void (lists.ignored += 1));
                return TAKEN;
            case 'alertsByPackage':
                await bytes.objects(AS_IT_IS, (element) => {
                    lists.alert(grypeAlerts(element, texts));
                });
                return TAKEN;
            case 'Results':
                await bytes.elements(() => this.trivyResult(add));
                return TAKEN;
            case 'findings':
                await bytes.objects(AS_IT_IS, (finding) => {
                    add('attested', attestedFinding(finding, texts));
                });
                return TAKEN;
            case 'scanner':
            case 'result':
            case 'predicate':
                return this.inner();
            default:
                return bytes.value();
        }
    }
    async inner() {
        if ((await this.bytes.peek()) !== read_report_OPEN_BRACE)
            return this.bytes.value();
        const inner = new Draft(this.bytes, this.texts, this.lists);
        await inner.take();
        return inner;
    }
    async trivyResult(add) {
        const { bytes, texts, lists } = this;
        const facts = {};
        const waiting = [];
        const type = () => texts.optional(facts, 'Type') ?? 'unknown';
        await bytes.object(async (name) => {
            if (name === 'Vulnerabilities')
                await bytes.objects(AS_IT_IS, (vulnerability) => {
                    // trivy writes the type first; where it comes later, what it is the type of has to wait.
                    if (has(facts, 'Type'))
                        add('trivy', trivyFinding(vulnerability, type(), texts));
                    else if (waiting.push(vulnerability) > MAX_WAITING)
                        bytes.refuse('a result in it does not begin with its Type');
                });
            else if (name === 'ExperimentalModifiedFindings')
                await bytes.objects(AS_IT_IS, () => void (lists.ignored += 1));
            else if (name === 'Type' || name === 'Class')
                facts[name] = await bytes.value();
            else
                await bytes.skip();
        });
        for (const vulnerability of waiting)
            add('trivy', trivyFinding(vulnerability, type(), texts));
        if (hasPackages(facts))
            lists.looked += 1;
    }
    statement(predicate) {
        const type = this.members.predicateType;
        if (typeof type !== 'string' || !VULN_TYPE.test(type))
            return this.bytes.refuse("it is a statement of another type than cosign's vuln v1");
        return predicate.report();
    }
    predicate(scanner) {
        const result = scanner.members.result;
        if (!(result instanceof Draft))
            return this.texts.refuse('scanner.result', 'is not an object');
        // trivy --format cosign-vuln, and cosign's documentation, put the scanner's own report there.
        if (!has(result.members, 'findings'))
            return result.report();
        const plain = { ...this.members, scanner: { ...scanner.members, result: result.members } };
        const facts = attestedFacts(plain, this.texts);
        const findings = this.only('attested');
        checkWholeList(plain, findings.length, facts.omittedFindings, this.texts);
        return { ...facts, findings };
    }
    /** A document that has lists of two scanners is none of either. */
    only(form) {
        const { forms, findings } = this.lists;
        if (forms.size > 1 || (forms.size === 1 && !forms.has(form)))
            this.bytes.refuse('it has the findings of more than one form of report');
        return findings;
    }
}
/** What was taken out of the lists of a document, wherever in it they stood. */
class Lists {
    findings = [];
    forms = new Set();
    ignored = 0;
    /** What trivy looked for packages in. */
    looked = 0;
    said = new Set();
    add(form, finding) {
        this.forms.add(form);
        return this.findings.push(finding);
    }
    alert(sentences) {
        for (const sentence of sentences)
            if (this.said.size < limits/* MAX_SCAN_SENTENCES */.IEK)
                this.said.add(sentence);
    }
    get alerts() {
        return [...this.said];
    }
}
const TAKEN = true;
const AS_IT_IS = { whole: (element) => element };
const read_report_OPEN_BRACE = 0x7b;
const read_report_OPEN_BRACKET = 0x5b;
const MAX_WAITING = 100_000;
const VULN_TYPE = /^(?:https:\/\/)?cosign\.sigstore\.dev\/attestation\/vuln\/v1$/;
/**
 * trivy, pkg/types: ResultClass. Results of another class (secret, config, license-file) say nothing about packages. Before
 * 0.20 there were no classes, and nothing but packages was looked into; there the type stands alone.
 */
const hasPackages = ({ Class, Type }) => Class === undefined
    ? typeof Type === 'string' && Type !== ''
    : Class === 'os-pkgs' || Class === 'lang-pkgs';
const has = (members, name) => Object.hasOwn(members, name);
function whatElse(members) {
    if (has(members, 'matches'))
        return 'it has no descriptor, which grype writes at its end';
    if (has(members, 'runs'))
        return 'it is SARIF; give the JSON of the scanner';
    if (has(members, 'payloadType'))
        return 'it is an envelope; give the predicate inside it';
    if (has(members, 'bomFormat') || has(members, 'spdxVersion') || has(members, 'artifacts'))
        return 'it is an SBOM; give it as "sbom"';
    return "it is neither grype's JSON nor trivy's nor cosign's vuln predicate";
}

// EXTERNAL MODULE: ./packages/core/build/sbom/json-text.js
var json_text = __webpack_require__(15396);
// EXTERNAL MODULE: ./packages/core/build/sbom/shape.js
var sbom_shape = __webpack_require__(99967);
;// CONCATENATED MODULE: ./packages/core/build/scan/vex-product.js



/**
 * What a product's id names. An image: `pkg:oci/name@sha256:…` (the digest decides, its repository_url does not), a digest,
 * or `host/repository[@digest]`. Otherwise a package. undefined for what names neither, or no more than a tag: where a tag
 * points is not known here, and a statement is never taken for more than it says.
 */
function productOf(ids, components) {
    const packages = ids.filter((id) => !IMAGE_TYPES.has(parsePackageUrl(id)?.type ?? 'oci'));
    // A component of a package that is no image: whether that package is the one in the image is not said.
    if (packages.length > 0)
        return components.length > 0 ? undefined : { image: undefined, packages };
    const image = ids.map(imageOf).find((each) => each !== undefined);
    return image === undefined ? undefined : { image, packages: components };
}
function imageOf(id) {
    if (id.startsWith('pkg:'))
        return imageOfPurl(id);
    const bare = /^[0-9a-f]{64}$/.test(id) ? `sha256:${id}` : id;
    if ((0,oci/* isDigest */.Bc)(bare))
        return { digest: bare, repository: undefined };
    if (/^[a-z]+:\/\//i.test(id))
        return undefined;
    const at = id.indexOf('@');
    const digest = at < 0 ? undefined : id.slice(at + 1);
    if (digest !== undefined)
        return (0,oci/* isDigest */.Bc)(digest) ? { digest, repository: undefined } : undefined;
    return REPOSITORY.test(id) ? { digest: undefined, repository: canonical(id) } : undefined;
}
function imageOfPurl(id) {
    const url = parsePackageUrl(id);
    if (url === undefined || !IMAGE_TYPES.has(url.type))
        return undefined;
    const { version, qualifiers } = url;
    if (version !== undefined && version !== '')
        return (0,oci/* isDigest */.Bc)(version) ? { digest: version, repository: undefined } : undefined;
    const repository = qualifiers?.repository_url;
    // Only where nothing narrows it: with a tag or an architecture it is about less than the repository.
    const isWhole = Object.keys(qualifiers ?? {}).every((name) => name === 'repository_url');
    if (repository === undefined || !isWhole || !REPOSITORY.test(repository))
        return undefined;
    return { digest: undefined, repository: canonical(repository) };
}
const IMAGE_TYPES = new Set(['oci', 'docker']);
/** `host/repository`, with a port where there is one and without a tag. */
const REPOSITORY = /^[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9._-]+)+$/i;

;// CONCATENATED MODULE: ./packages/core/build/scan/vex-csaf-products.js

/** Reads a product_tree (CSAF 2.0, section 3.2.2). Its branches nest no deeper than the reader of the document allows. */
function csafProducts(tree, shape) {
    const idsOf = new Map();
    const componentOf = new Map();
    const groups = new Map();
    const seen = new Set();
    // Section 6.1.2: what stands for two products would be whichever was read last.
    const idOf = (product, at) => {
        const id = shape.text(product, 'product_id', at);
        if (seen.has(id))
            shape.refuse(`${at}product_id`, 'is the id of another product too');
        seen.add(id);
        return id;
    };
    const take = (product, at) => {
        idsOf.set(idOf(product, at), identifiersOf(product, at, shape));
    };
    const takeBranches = (parent, at) => {
        for (const branch of shape.objects(parent, 'branches', at)) {
            const product = shape.optionalObject(branch, 'product', `${at}branches.`);
            if (product !== undefined)
                take(product, `${at}branches.product.`);
            takeBranches(branch, `${at}branches.`);
        }
    };
    takeBranches(tree, 'product_tree.');
    for (const product of shape.objects(tree, 'full_product_names', 'product_tree.'))
        take(product, 'product_tree.full_product_names.');
    for (const relationship of shape.objects(tree, 'relationships', 'product_tree.')) {
        const at = 'product_tree.relationships.';
        const together = shape.object(relationship, 'full_product_name', at);
        componentOf.set(idOf(together, `${at}full_product_name.`), [
            shape.text(relationship, 'product_reference', at),
            shape.text(relationship, 'relates_to_product_reference', at),
        ]);
    }
    for (const group of shape.objects(tree, 'product_groups', 'product_tree.')) {
        const at = 'product_tree.product_groups.';
        const id = shape.text(group, 'group_id', at);
        if (groups.has(id))
            shape.refuse(`${at}group_id`, 'is the id of another group too');
        groups.set(id, shape.texts(group, 'product_ids', at));
    }
    return {
        inGroup: (groupId) => groups.get(groupId) ?? [],
        named: (productId) => {
            const [component, product] = componentOf.get(productId) ?? [undefined, productId];
            const components = component === undefined ? [] : packageUrls(idsOf.get(component));
            // A component that cannot be compared narrows the product to nothing, not to all of it.
            if (component !== undefined && components.length === 0)
                return [];
            const found = productOf(idsOf.get(product) ?? [], components);
            return found === undefined ? [] : [found];
        },
    };
}
const packageUrls = (ids) => (ids ?? []).filter((id) => id.startsWith('pkg:'));
function identifiersOf(product, at, shape) {
    const helper = shape.optionalObject(product, 'product_identification_helper', at);
    if (helper === undefined)
        return [];
    const place = `${at}product_identification_helper.`;
    const purl = shape.optionalText(helper, 'purl', place);
    const hashes = shape
        .objects(helper, 'hashes', place)
        .flatMap((hash) => shape.objects(hash, 'file_hashes', `${place}hashes.`))
        .filter(({ algorithm }) => algorithm === 'sha256')
        .map((hash) => shape.text(hash, 'value', `${place}hashes.file_hashes.`));
    return [...(purl === undefined ? [] : [purl]), ...hashes];
}

;// CONCATENATED MODULE: ./packages/core/build/scan/vex-time.js
/** A time as RFC 3339 writes it; refused where it is none. */
function vexTime(object, member, at, shape) {
    const text = shape.optionalText(object, member, at);
    if (text === undefined)
        return undefined;
    const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i.test(text)
        ? new Date(text)
        : undefined;
    if (time === undefined || Number.isNaN(time.getTime()))
        return shape.refuse(`${at}${member}`, 'is not a time (RFC 3339)');
    return time;
}

;// CONCATENATED MODULE: ./packages/core/build/scan/vex-csaf.js


/** The statements of a CSAF 2.0 document, profile 5: VEX. Throws what the shape makes, naming the member. */
function csafStatements(csaf, shape) {
    const document = shape.object(csaf, 'document');
    if (shape.text(document, 'csaf_version', 'document.') !== '2.0')
        shape.refuse('document.csaf_version', 'is not 2.0');
    if (shape.text(document, 'category', 'document.') !== 'csaf_vex')
        shape.refuse('document.category', 'is not csaf_vex');
    const tracking = shape.object(document, 'tracking', 'document.');
    const at = 'document.tracking.';
    const timestamp = vexTime(tracking, 'current_release_date', at, shape) ??
        shape.refuse(`${at}current_release_date`, 'is missing');
    const products = csafProducts(shape.object(csaf, 'product_tree'), shape);
    return shape
        .objects(csaf, 'vulnerabilities')
        .flatMap((vulnerability, index) => statementsOf(vulnerability, index, { timestamp, products }, shape));
}
function statementsOf(vulnerability, index, { timestamp, products }, shape) {
    const at = `vulnerabilities[${index}].`;
    const cve = shape.optionalText(vulnerability, 'cve', at);
    const ids = [
        ...(cve === undefined ? [] : [cve]),
        ...shape.objects(vulnerability, 'ids', at).map((id) => shape.text(id, 'text', `${at}ids.`)),
    ];
    if (ids.length === 0)
        shape.refuse(`${at}cve`, 'is missing, and so is ids');
    const why = reasonsOf(vulnerability, at, products, shape);
    const status = shape.object(vulnerability, 'product_status', at);
    return Object.entries(STATUS_OF).flatMap(([member, meaning]) => shape.texts(status, member, `${at}product_status.`).map((productId) => {
        const reason = why.get(productId);
        if (meaning === 'not_affected' && reason === undefined)
            return shape.refuse(`${at}product_status.${member}`, `names ${JSON.stringify(productId.slice(0, 100))} without a flag or an impact statement that says why`);
        return {
            ids,
            status: meaning,
            justification: meaning === 'not_affected' ? reason : undefined,
            products: products.named(productId),
            timestamp,
            name: `${member} of ${(ids[0] ?? '').slice(0, 100)} for ${productId.slice(0, 100)}`,
        };
    }));
}
/** CSAF 2.0, section 3.2.3.9: `recommended` says nothing about whether a product is affected. */
const STATUS_OF = {
    known_not_affected: 'not_affected',
    fixed: 'fixed',
    first_fixed: 'fixed',
    known_affected: 'affected',
    first_affected: 'affected',
    last_affected: 'affected',
    under_investigation: 'under_investigation',
};
/** Why a product is not affected: its flag (a justification) or its impact statement, by product id. */
function reasonsOf(vulnerability, at, products, shape) {
    const reasons = new Map();
    const take = (object, place, reason) => {
        const ids = [
            ...shape.texts(object, 'product_ids', place),
            ...shape.texts(object, 'group_ids', place).flatMap((group) => products.inGroup(group)),
        ];
        for (const id of ids)
            if (!reasons.has(id) && reason.trim() !== '')
                reasons.set(id, reason);
    };
    for (const flag of shape.objects(vulnerability, 'flags', at))
        take(flag, `${at}flags.`, shape.text(flag, 'label', `${at}flags.`));
    for (const threat of shape.objects(vulnerability, 'threats', at))
        if (threat.category === 'impact')
            take(threat, `${at}threats.`, shape.text(threat, 'details', `${at}threats.`));
    return reasons;
}

;// CONCATENATED MODULE: ./packages/core/build/scan/vex-invalid.js

/** VEX_INVALID: no statement of a document that is not understood whole counts. */
const invalidVex = (path, why) => new errors/* CountersignError */.WS('VEX_INVALID', {
    what: `${path} cannot be read as a VEX document: ${why}`,
    remedy: 'Give OpenVEX 0.2.0 JSON (vexctl writes it) or a CSAF 2.0 document of the VEX profile. A risk that is accepted is no VEX statement: waive it.',
});

;// CONCATENATED MODULE: ./packages/core/build/scan/vex-openvex.js



/** The statements of an OpenVEX document (OpenVEX specification 0.2.0). Throws what the shape makes, naming the member. */
function openVexStatements(document, shape) {
    for (const member of ['@id', 'author'])
        shape.text(document, member);
    const { version } = document;
    if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
        shape.refuse('version', 'is not a whole number from 1');
    const documentTime = vexTime(document, 'timestamp', '', shape) ?? shape.refuse('timestamp', 'is missing');
    const statements = shape.objects(document, 'statements');
    if (statements.length === 0)
        shape.refuse('statements', 'is empty');
    return statements.map((statement, index) => statementOf(statement, index, documentTime, shape));
}
function statementOf(statement, index, documentTime, shape) {
    const at = `statements[${index}].`;
    const vulnerability = shape.object(statement, 'vulnerability', at);
    const name = shape.text(vulnerability, 'name', `${at}vulnerability.`);
    const iri = shape.optionalText(vulnerability, '@id', `${at}vulnerability.`);
    const status = statusOf(shape.text(statement, 'status', at));
    if (status === undefined)
        return shape.refuse(`${at}status`, `is none of ${STATUSES.join(', ')}`);
    const justification = shape.optionalText(statement, 'justification', at);
    const impact = shape.optionalText(statement, 'impact_statement', at);
    if (justification !== undefined && !JUSTIFICATIONS.includes(justification))
        shape.refuse(`${at}justification`, `is none of ${JUSTIFICATIONS.join(', ')}`);
    if (status === 'not_affected' && justification === undefined && (impact ?? '').trim() === '')
        shape.refuse(`${at}status`, 'is not_affected, with neither a justification nor an impact_statement');
    return {
        // An IRI that ends with the id names it too: https://nvd.nist.gov/vuln/detail/CVE-2024-1
        ids: [
            name,
            ...(iri === undefined ? [] : [iri, iri.slice(iri.lastIndexOf('/') + 1)]),
            ...shape.texts(vulnerability, 'aliases', `${at}vulnerability.`),
        ],
        status,
        justification: justification ?? impact,
        products: shape
            .objects(statement, 'products', at)
            .flatMap((product, place) => productsOf(product, `${at}products[${place}].`, shape)),
        timestamp: vexTime(statement, 'timestamp', at, shape) ?? documentTime,
        name: `statement ${index + 1} (${name.slice(0, 100)})`,
    };
}
function productsOf(product, at, shape) {
    const subcomponents = shape
        .objects(product, 'subcomponents', at)
        .map((component, index) => idsOf(component, `${at}subcomponents[${index}].`, shape));
    const components = subcomponents.flat().filter((id) => id.startsWith('pkg:'));
    // Subcomponents that are no package URLs narrow the product to something that cannot be found: not to all of it.
    if (subcomponents.length > 0 && components.length === 0)
        return [];
    const found = productOf(idsOf(product, at, shape), components);
    return found === undefined ? [] : [found];
}
function idsOf(component, at, shape) {
    const id = shape.optionalText(component, '@id', at);
    const identifiers = shape.optionalObject(component, 'identifiers', at) ?? {};
    const hashes = shape.optionalObject(component, 'hashes', at) ?? {};
    const sha256 = (0,json/* isObject */.Gv)(hashes) ? shape.optionalText(hashes, 'sha-256', `${at}hashes.`) : undefined;
    const purl = shape.optionalText(identifiers, 'purl', `${at}identifiers.`);
    return [id, purl, sha256].filter((each) => each !== undefined);
}
const STATUSES = ['not_affected', 'affected', 'fixed', 'under_investigation'];
const statusOf = (text) => STATUSES.find((each) => each === text);
/** OpenVEX specification 0.2.0, "Status Justifications". */
const JUSTIFICATIONS = [
    'component_not_present',
    'vulnerable_code_not_present',
    'vulnerable_code_not_in_execute_path',
    'vulnerable_code_cannot_be_controlled_by_adversary',
    'inline_mitigations_already_exist',
];

;// CONCATENATED MODULE: ./packages/core/build/scan/vex-document.js

// Not by the folder's index: it loads registries and HTTP, which no report needs to be read.





/** Reads OpenVEX 0.2.0 or CSAF 2.0 of the VEX profile; `path` names it in messages. Throws VEX_INVALID, LIMIT_EXCEEDED. */
function parseVex(bytes, path) {
    const { value } = (0,json_text/* readJsonDocument */.E)(bytes, path, invalidVex);
    const context = value['@context'];
    const isOpenVex = typeof context === 'string' && OPENVEX_CONTEXT.test(context);
    if (!isOpenVex && !Object.hasOwn(value, 'document')) {
        throw invalidVex(path, Object.hasOwn(value, 'predicateType')
            ? 'it is an in-toto statement; give its predicate alone'
            : 'it has neither the "@context" of OpenVEX 0.2.0 nor the member "document" of CSAF');
    }
    const shape = new sbom_shape/* Shape */.y(path, isOpenVex ? 'OpenVEX' : 'CSAF', invalidVex);
    const statements = isOpenVex ? openVexStatements(value, shape) : csafStatements(value, shape);
    if (statements.length > limits/* MAX_VEX_STATEMENTS */.u_Q)
        throw invalidVex(path, `it has more than ${limits/* MAX_VEX_STATEMENTS */.u_Q} statements`);
    return { path, statements };
}
const OPENVEX_CONTEXT = /^https:\/\/openvex\.dev\/ns(?:\/v0\.2\.0)?$/;

;// CONCATENATED MODULE: ./packages/core/build/scan/vex-future.js

/**
 * The documents without the statements that take findings out of the way and are dated later than `now` by more than clocks
 * differ: of statements about the same the latest counts, so such a one could never be taken back. One that says affected
 * stays: nothing becomes cleaner by it. `ignored`: a sentence for each document that had any.
 */
function withoutFuture(documents, now) {
    const latest = now.getTime() + limits/* MAX_CLOCK_SKEW_MS */.s9r;
    const isFuture = ({ status, timestamp }) => (status === 'not_affected' || status === 'fixed') && timestamp.getTime() > latest;
    const ignored = [];
    const kept = documents.map(({ path, statements }) => {
        const future = statements.filter(isFuture);
        const [first] = future;
        if (first === undefined)
            return { path, statements };
        ignored.push(`${path}: ${future.length} statements do not count, since they are dated in the future: ${first.name}, ${first.timestamp.toISOString()}.`);
        return { path, statements: statements.filter((statement) => !isFuture(statement)) };
    });
    return { documents: kept, ignored };
}

// EXTERNAL MODULE: ./packages/core/build/nearest.js
var nearest = __webpack_require__(38684);
;// CONCATENATED MODULE: ./packages/core/build/scan/waiver-invalid.js

/** WAIVERS_INVALID: nothing is waived by a file that is not understood whole. */
const invalidWaivers = (path, why, cause) => new errors/* CountersignError */.WS('WAIVERS_INVALID', {
    what: `The waiver file ${path} cannot be applied: ${why}`,
    remedy: 'Mend that place; docs/waivers.md in github.com/countersign/countersign has the form and an example, docs/schema/waivers.v1.json there its schema.',
    cause,
});

;// CONCATENATED MODULE: ./packages/core/build/scan/waiver-yaml.js


/**
 * Reads one document of YAML 1.2 with its core types. Whatever could make it mean something else to another reader is
 * refused: a name twice, anchors and aliases, tags, more documents. Throws WAIVERS_INVALID naming the line.
 */
async function readYaml(bytes, path) {
    if (bytes.length > limits/* MAX_WAIVER_FILE_BYTES */.dUN)
        throw invalidWaivers(path, `it has ${bytes.length} bytes, and at most ${limits/* MAX_WAIVER_FILE_BYTES */.dUN} are read`);
    const text = decoded(bytes, path);
    checkDepth(text, path);
    const { isAlias, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const lines = new LineCounter();
    const document = parseDocument(text, {
        version: '1.2',
        schema: 'core',
        strict: true,
        uniqueKeys: false, // the library holds each against each: seconds for some thousand; looked for below
        stringKeys: true,
        prettyErrors: false,
        lineCounter: lines,
    });
    const lineAt = (offset) => lines.linePos(offset).line;
    const [fault] = [...document.errors, ...document.warnings];
    if (fault !== undefined)
        throw invalidWaivers(path, `line ${lineAt(fault.pos[0])}: ${fault.message.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS)}`);
    visit(document, (_key, node) => {
        if (!isNode(node))
            return;
        if (isAlias(node) || (!isAlias(node) && node.anchor !== undefined))
            throw invalidWaivers(path, `line ${lineAt(node.range?.[0] ?? 0)}: anchors and aliases are not allowed`);
        if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:'))
            throw invalidWaivers(path, `line ${lineAt(node.range?.[0] ?? 0)}: tags are not allowed`);
        if (!isMap(node))
            return;
        const names = new Set();
        for (const { key } of node.items) {
            if (!isScalar(key))
                throw invalidWaivers(path, `line ${lineAt(node.range?.[0] ?? 0)}: a name is no text`);
            if (names.has(key.value))
                throw invalidWaivers(path, `line ${lineAt(key.range?.[0] ?? 0)}: a name stands there a second time`);
            names.add(key.value);
        }
    });
    return {
        value: document.toJS({ maxAliasCount: 0 }),
        lineOf: (pointer, name) => {
            const node = pointer.length === 0 ? document.contents : document.getIn(pointer.map(indexOrName), true);
            const pair = name !== undefined && isMap(node)
                ? node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === name)
                : undefined;
            const place = pair?.key ?? node;
            return lineAt(isNode(place) ? (place.range?.[0] ?? 0) : 0);
        },
    };
}
const indexOrName = (part) => (/^\d+$/.test(part) ? Number(part) : part);
function decoded(bytes, path) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw invalidWaivers(path, 'it is not UTF-8 text', cause);
    }
}
/** The library reads nested lists by recursion: they would take more stack than there is, or a minute. */
function checkDepth(text, path) {
    if ((text.match(/[[{]/g)?.length ?? 0) > MAX_BRACKETS || /^\s*(?:[-?]\s+){20}/m.test(text))
        throw invalidWaivers(path, 'it has more nested lists than a waiver file needs');
    const deepest = text.split('\n').reduce((most, line) => Math.max(most, line.search(/\S|$/)), 0);
    if (deepest > MAX_INDENT_CHARS)
        throw invalidWaivers(path, `a line in it is indented by ${deepest} characters`);
}
const MAX_BRACKETS = 5000;
const MAX_INDENT_CHARS = 200;

;// CONCATENATED MODULE: ./packages/core/build/scan/waiver-file.js







/**
 * Reads the waiver file (docs/schema/waivers.v1.json). Throws WAIVERS_INVALID naming the line: for a file that is no YAML,
 * an unknown or missing key, an end that is no day or more than `maxWaiverDays` ahead, versions that cannot be compared.
 * Waivers that have expired are read: that they no longer apply is told, not passed over.
 */
async function parseWaivers(bytes, path, limits) {
    const file = await readYaml(bytes, path);
    const [error] = await schemaErrors(file.value);
    if (error !== undefined)
        throw invalidWaivers(path, faultText(error, file));
    const entries = (0,json/* memberAt */.mz)(file.value, 'waivers');
    return entries.map((entry, place) => {
        const waiver = waiverOf(entry, place + 1);
        const fault = faultOf(waiver, limits);
        if (fault === undefined)
            return waiver;
        const line = file.lineOf(['waivers', String(place)], fault.key);
        throw invalidWaivers(path, `line ${line}: ${fault.key} of waiver ${waiver.index} (${waiver.id}) ${fault.why}`);
    });
}
const waiverOf = (entry, index) => ({
    index,
    id: entry.id,
    package: entry.package,
    versions: entry.versions,
    images: entry.images ?? [],
    reason: entry.reason.trim(),
    owner: entry.owner.trim(),
    expires: entry.expires,
    untilFixed: entry['until-fixed'] ?? false,
    allowKev: entry['allow-kev'] ?? false,
});
/** What the schema cannot say. */
function faultOf(waiver, { now, maxWaiverDays }) {
    if (!isDay(waiver.expires))
        return { key: 'expires', why: `is no day: ${waiver.expires}` };
    const ahead = daysAhead(waiver.expires, now);
    if (ahead > maxWaiverDays)
        return {
            key: 'expires',
            why: `is ${ahead} days ahead, and at most ${maxWaiverDays} are allowed (max-waiver-days)`,
        };
    const blank = ['reason', 'owner'].find((key) => waiver[key] === '');
    if (blank !== undefined)
        return { key: blank, why: 'is blank' };
    const unsaid = ['reason', 'owner'].find((key) => /^TODO\b/i.test(waiver[key]));
    if (unsaid !== undefined)
        return { key: unsaid, why: 'is still to be written (TODO): nobody has accepted this risk yet' };
    const tagged = waiver.images.find(hasTag);
    if (tagged !== undefined)
        return {
            key: 'images',
            why: `has ${quoted(tagged)}: leave the tag out, as registry/repository (@sha256:… behind it for one digest)`,
        };
    const badPackage = packageFault(waiver.package);
    if (badPackage !== undefined)
        return { key: 'package', why: badPackage };
    const badVersions = versionsFault(waiver);
    return badVersions === undefined ? undefined : { key: 'versions', why: badVersions };
}
/** A tag is not part of a name: what it stands for changes. The port of a registry has a path behind it. */
const hasTag = (pattern) => /:[^/]*$/.test(pattern.replace(/^oci:/, '').replace(/@.*$/s, ''));
async function schemaErrors(value) {
    // Its module is a class: a bundler hands on the default export of such a one, and none of its names.
    const [{ default: ajvModule }, { default: schema }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8739), __webpack_require__.e(8328)]).then(__webpack_require__.t.bind(__webpack_require__, 78328, 19)),
        __webpack_require__.e(/* import() */ 4605).then(__webpack_require__.t.bind(__webpack_require__, 34605, 17)),
    ]);
    const validate = new ajvModule.Ajv2020({ strict: false, logger: false }).compile(schema);
    return validate(value) ? [] : (validate.errors ?? []);
}
function faultText({ instancePath, keyword, params, message }, file) {
    const given = params;
    const pointer = instancePath.split('/').slice(1);
    const where = placeText(pointer, file.value);
    if (keyword === 'additionalProperties') {
        const name = String(given.additionalProperty);
        const meant = (0,nearest/* nearest */.p)(name, pointer.length === 0 ? TOP_KEYS : WAIVER_KEYS);
        return (`line ${file.lineOf(pointer, name)}: ${where} has the unknown key ${quoted(name)}` +
            (meant === undefined
                ? ` (it has ${(pointer.length === 0 ? TOP_KEYS : WAIVER_KEYS).join(', ')})`
                : `; did you mean ${meant}?`));
    }
    const line = `line ${file.lineOf(pointer)}: ${where}`;
    if (keyword === 'required')
        return `${line} lacks ${quoted(String(given.missingProperty))}`;
    if (keyword === 'type')
        return `${line} is not ${TYPE_WORDS[String(given.type)] ?? String(given.type)}${typeHint(pointer)}`;
    return `${line} ${ruleText(keyword, given, pointer) ?? message ?? 'is not as it should be'}`;
}
/** What a rule of the schema asks for, with what to write. */
function ruleText(keyword, { limit }, [, , key]) {
    switch (keyword) {
        case 'minLength':
            return `has to have at least ${String(limit)} characters`;
        case 'maxLength':
            return `has to have at most ${String(limit)} characters`;
        case 'minItems':
            return 'is empty: leave it out for every image';
        case 'maxItems':
            return `has to have at most ${String(limit)} entries`;
        case 'const':
            return 'is not 1, the only version of this form';
        case 'pattern':
            return PATTERN_WORDS[key ?? ''];
        default:
            return undefined;
    }
}
const PATTERN_WORDS = {
    id: 'is no id of a vulnerability: write one such as CVE-2024-1234 or GHSA-xvch-5gv4-984h',
    images: 'is no name of an image: write registry/repository, * for any part of a name',
    expires: 'is no day: write YYYY-MM-DD',
};
function placeText([list, place, key], value) {
    if (place === undefined)
        return list ?? 'the file';
    const id = (0,json/* memberAt */.mz)(value, 'waivers', Number(place), 'id');
    const waiver = `waiver ${Number(place) + 1}${typeof id === 'string' ? ` (${quoted(id)})` : ''}`;
    return key === undefined ? waiver : `${key} of ${waiver}`;
}
/** An empty file and an empty list are written, not left out: what is cut off must not read as nothing to waive. */
function typeHint([list, , key]) {
    if (key === 'expires')
        return ": write 'YYYY-MM-DD'";
    return key === undefined && (list === undefined || list === 'waivers')
        ? '; with nothing to waive write waivers: []'
        : '';
}
const quoted = (text) => JSON.stringify(text.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS));
const TYPE_WORDS = {
    object: 'an object (keys and values)',
    array: 'an array',
    string: 'a string',
    boolean: 'a boolean (true or false)',
};
const TOP_KEYS = ['version', 'waivers'];
const WAIVER_KEYS = [
    'id',
    'package',
    'versions',
    'images',
    'reason',
    'owner',
    'expires',
    'until-fixed',
    'allow-kev',
];

// EXTERNAL MODULE: ./packages/core/build/scan/fingerprint.js
var fingerprint = __webpack_require__(43274);
// EXTERNAL MODULE: ./packages/core/build/scan/text-budget.js
var text_budget = __webpack_require__(20389);
// EXTERNAL MODULE: ./packages/core/build/scan/text-plain.js
var text_plain = __webpack_require__(21074);
// EXTERNAL MODULE: ./packages/core/build/scan/vuln-predicate.js
var vuln_predicate = __webpack_require__(11279);
;// CONCATENATED MODULE: ./packages/core/build/scan/in-toto-vulns.js





/**
 * The predicate of in-toto's vulns v0.2 (`https://in-toto.io/attestation/vulns/v0.2`; in-toto/attestation, spec/predicates/vulns_02.md): all that was found, one entry for
 * each vulnerability in a package, also what a waiver or VEX covers, which its annotations say. An empty result means that
 * nothing was found. Throws DATABASE_UNUSABLE where the scanner does not say how old its database is: the form demands it.
 */
function inTotoVulns({ report, decision }, run) {
    const { scanner, database, target } = report;
    if (database.built === undefined)
        throw new errors/* CountersignError */.WS('DATABASE_UNUSABLE', {
            what: `The report about ${(0,text_plain/* plainText */.w)(target, MAX_TEXT_CHARS)} does not say when the database of ${(0,text_plain/* plainText */.w)(scanner.name, MAX_TEXT_CHARS)} was built`,
            remedy: "Leave in-toto-vulns out of formats; the form cannot be written without the database's time.",
        });
    const { kept, omitted } = (0,text_budget/* listWithin */.o)(decision.findings, resultOf, limits/* MAX_IN_TOTO_VULNS_BYTES */.rl8);
    return {
        scanner: {
            uri: scanner.uri,
            version: scanner.version,
            db: {
                ...(database.uri === undefined ? {} : { uri: database.uri }),
                ...(database.version === undefined ? {} : { version: database.version }),
                lastUpdate: database.built.toISOString(),
            },
            result: kept,
            // Of our own, and only where the list is cut: a reader of the form alone would take it for whole.
            ...(omitted === 0 ? {} : { omittedResults: omitted }),
        },
        metadata: (0,vuln_predicate/* timesOf */.Qv)(run),
    };
}
function resultOf(judged) {
    const { id, severity, cvss, epss, package: found, fix } = judged.finding;
    const { name, version, purl } = found;
    return {
        id: in_toto_vulns_text(id),
        severity: [
            { method: 'label', score: severity },
            ...(cvss === undefined ? [] : [{ method: 'cvss_score', score: cvss.score.toFixed(1) }]),
            ...(epss === undefined ? [] : [{ method: 'epss', score: String(epss) }]),
        ],
        annotations: [
            { package: in_toto_vulns_text(purl ?? name) },
            { version: in_toto_vulns_text(version) },
            { state: (0,vuln_predicate/* stateOf */.L4)(judged) },
            ...(fix.suggested === undefined ? [] : [{ fixedVersion: in_toto_vulns_text(fix.suggested) }]),
        ],
    };
}
const MAX_TEXT_CHARS = 512;
const in_toto_vulns_text = (value) => (0,text_plain/* plainText */.w)(value, MAX_TEXT_CHARS);

// EXTERNAL MODULE: ./packages/core/build/scan/sarif.js + 2 modules
var sarif = __webpack_require__(72018);
;// CONCATENATED MODULE: ./packages/core/build/scan/text-xml.js

/**
 * Text of others for XML 1.0, in an attribute or between elements: what XML has no form for (control characters,
 * surrogates, U+FFFE) is shown as its code point, and no section is needed that `]]>` could end.
 */
const xmlText = (text, maxChars = MAX_XML_TEXT_CHARS) => (0,text_plain/* plainText */.w)(text, maxChars)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;');
const MAX_XML_TEXT_CHARS = 2000;

;// CONCATENATED MODULE: ./packages/core/build/scan/junit.js



/**
 * JUnit XML in pieces: one suite for each record. Its first case is the gate itself, which fails where the verdict is not
 * clean, so no suite is without a case; then one case for each finding: failed where it breaks the gate, skipped where a
 * waiver or VEX covers it, else passed.
 */
function* junitOf(records) {
    const names = (0,sarif/* categoriesOf */.SM)(records);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield `<testsuites name="countersign scan"${totals(records)}>\n`;
    for (const [index, record] of records.entries()) {
        const name = xmlText(names[index] ?? '');
        yield `<testsuite name="${name}"${totals([record])}${junit_timeOf(record)}>\n`;
        yield gateCase(record, name);
        for (const judged of record.decision.findings)
            yield findingCase(judged, name);
        yield '</testsuite>\n';
    }
    yield '</testsuites>\n';
}
function totals(records) {
    const all = records.flatMap(({ decision }) => [
        decision.result === 'clean' ? 'open' : 'breaks',
        ...decision.findings.map(vuln_predicate/* stateOf */.L4),
    ]);
    const failures = all.filter((state) => state === 'breaks').length;
    const skipped = all.filter((state) => state === 'waived' || state === 'vex').length;
    return ` tests="${all.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}
const junit_timeOf = ({ report: { finishedAt } }) => finishedAt === undefined ? '' : ` timestamp="${finishedAt.toISOString()}"`;
function gateCase({ subject, decision }, suite) {
    const open = `<testcase classname="${suite}" name="gate"`;
    if (decision.result === 'clean')
        return `${open}/>\n`;
    const breaking = decision.findings.filter((judged) => (0,vuln_predicate/* stateOf */.L4)(judged) === 'breaks').length;
    const message = xmlText(`${breaking} findings break the gate for ${subject.reference}`);
    return `${open}><failure type="gate" message="${message}"/></testcase>\n`;
}
function findingCase(judged, suite) {
    const { finding, disposition } = judged;
    const { name, version, type } = finding.package;
    const open = `<testcase classname="${suite}" name="${xmlText(`${finding.id} ${name} ${version} (${type})`)}"`;
    switch (disposition.kind) {
        case 'open': {
            if (disposition.breaches.length === 0)
                return `${open}/>\n`;
            const why = disposition.breaches.map(({ text }) => text).join('; ');
            const { suggested } = finding.fix;
            const fix = suggested === undefined ? 'No fix is known.' : `Upgrade ${name} to ${suggested}.`;
            return `${open}><failure type="${finding.severity}" message="${xmlText(why)}">${xmlText(fix)}</failure></testcase>\n`;
        }
        case 'waived': {
            const { expires, owner, reason } = disposition.waiver;
            return `${open}><skipped message="${xmlText(`waived until ${expires} by ${owner}: ${reason}`)}"/></testcase>\n`;
        }
        case 'vex': {
            const { status, document } = disposition.vex;
            return `${open}><skipped message="${xmlText(`VEX ${status}, ${document}`)}"/></testcase>\n`;
        }
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./packages/core/build/scan/text-url.js
var text_url = __webpack_require__(18215);
;// CONCATENATED MODULE: ./packages/core/build/scan/vdr-vulnerability.js


/** One vulnerability of a CycloneDX document, for findings of one id, severity and disposition; `refs`: of their packages. */
function vulnerabilityOf(group, refs) {
    const [first] = group;
    if (first === undefined)
        throw new Error('a vulnerability has no finding');
    const { finding, disposition } = first;
    const links = [...new Set(finding.urls.flatMap((url) => (0,text_url/* linkOf */.I)(url) ?? []))].slice(0, MAX_LINKS);
    const fixes = [...new Set(group.flatMap((judged) => upgradeText(judged.finding)))].slice(0, MAX_LINKS);
    return {
        id: vdr_vulnerability_text(finding.id),
        ...(finding.aliases.length === 0
            ? {}
            : {
                references: finding.aliases
                    .slice(0, MAX_LINKS)
                    .map((alias) => ({ id: vdr_vulnerability_text(alias), source: vdr_vulnerability_sourceOf(alias) })),
            }),
        ratings: ratingsOf(finding),
        ...(finding.description === ''
            ? {}
            : { description: (0,text_plain/* plainText */.w)(finding.description, MAX_DESCRIPTION_CHARS) }),
        ...(fixes.length === 0 ? {} : { recommendation: fixes.join('; ') }),
        ...(links.length === 0 ? {} : { advisories: links.map((url) => ({ url })) }),
        ...(disposition.kind === 'vex' ? { analysis: analysisOf(disposition.vex) } : {}),
        affects: affectsOf(group, refs),
        properties: propertiesOf(finding, disposition),
    };
}
const affectsOf = (group, refs) => [...new Map(refs.map((ref, index) => [ref, group[index]?.finding])).entries()].map(([ref, finding]) => ({
    ref,
    versions: [{ version: vdr_vulnerability_text(finding?.package.version ?? '') }],
}));
const upgradeText = ({ package: { name }, fix: { suggested } }) => suggested === undefined ? [] : [vdr_vulnerability_text(`Upgrade ${name} to ${suggested}`)];
const vdr_vulnerability_sourceOf = (id) => {
    if (id.startsWith('CVE-'))
        return { name: 'NVD' };
    return id.startsWith('GHSA-') ? { name: 'GitHub' } : {};
};
const ratingsOf = ({ severity, cvss, epss }) => [
    {
        severity: SEVERITY[severity],
        ...(cvss === undefined
            ? {}
            : { score: cvss.score, method: methodOf(cvss.version), vector: vdr_vulnerability_text(cvss.vector) }),
    },
    ...(epss === undefined ? [] : [{ source: { name: 'EPSS' }, score: epss, method: 'other' }]),
];
const SEVERITY = {
    critical: 'critical',
    high: 'high',
    medium: 'medium',
    low: 'low',
    negligible: 'info',
    unknown: 'unknown',
};
function methodOf(version) {
    if (version === '3.1')
        return 'CVSSv31';
    const method = `CVSSv${version.slice(0, 1)}`;
    return ['CVSSv2', 'CVSSv3', 'CVSSv4'].includes(method) ? method : 'other';
}
/** CycloneDX has words of its own; where none says the same the statement's own stands in the detail alone. */
function analysisOf({ status, justification, document }) {
    const known = justification === undefined ? undefined : JUSTIFICATION.get(justification);
    return {
        state: STATE[status],
        ...(known === undefined || status !== 'not_affected' ? {} : { justification: known }),
        detail: vdr_vulnerability_text(`${status}${justification === undefined ? '' : ` (${justification})`}, as ${document} says`),
    };
}
const STATE = {
    not_affected: 'not_affected',
    fixed: 'resolved',
    affected: 'exploitable',
    under_investigation: 'in_triage',
};
const JUSTIFICATION = new Map([
    ['component_not_present', 'code_not_present'],
    ['vulnerable_code_not_present', 'code_not_present'],
    ['vulnerable_code_not_in_execute_path', 'code_not_reachable'],
    ['inline_mitigations_already_exist', 'protected_by_mitigating_control'],
]);
function propertiesOf({ kev, fix }, disposition) {
    const members = [
        ['fix-state', fix.state],
        ['kev', kev?.dateAdded],
        ...(disposition.kind === 'waived'
            ? [
                ['waiver:owner', disposition.waiver.owner],
                ['waiver:reason', disposition.waiver.reason],
                ['waiver:expires', disposition.waiver.expires],
            ]
            : []),
    ];
    return members.flatMap(([name, value]) => value === undefined ? [] : [{ name: `countersign:${name}`, value: vdr_vulnerability_text(value) }]);
}
const MAX_LINKS = 20;
const vdr_vulnerability_MAX_TEXT_CHARS = 1024;
const MAX_DESCRIPTION_CHARS = 4000;
const vdr_vulnerability_text = (value) => (0,text_plain/* plainText */.w)(value, vdr_vulnerability_MAX_TEXT_CHARS);

;// CONCATENATED MODULE: ./packages/core/build/scan/vdr.js




/**
 * A vulnerability disclosure report: CycloneDX 1.6 with the packages that something was found in, and one entry for each
 * vulnerability and what was decided about it. Only what a VEX document says becomes an `analysis`; a waiver is accepted risk, no
 * statement about the package, and stands in properties. The same record gives the same document.
 */
function vdrOf(record) {
    const { subject, report, decision } = record;
    const refs = new PackageRefs();
    const groups = Map.groupBy(decision.findings, ({ finding, disposition }) => JSON.stringify([finding.id, finding.severity, disposition.kind, settledBy(disposition)]));
    const vulnerabilities = [...groups.values()].map((group) => vulnerabilityOf(group, group.map(({ finding }) => refs.of(finding))));
    const body = {
        metadata: {
            ...(report.finishedAt === undefined ? {} : { timestamp: report.finishedAt.toISOString() }),
            tools: {
                components: [
                    { type: 'application', name: vdr_text(report.scanner.name), version: vdr_text(report.scanner.version) },
                ],
            },
            component: rootOf(subject),
        },
        components: refs.components(),
        vulnerabilities,
    };
    return {
        $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        serialNumber: serialNumberOf(body),
        version: 1,
        ...body,
    };
}
const settledBy = (disposition) => {
    switch (disposition.kind) {
        case 'open':
            return undefined;
        case 'waived':
            return disposition.waiver.index;
        case 'vex':
            return disposition.vex;
    }
};
function rootOf({ reference, digest, platform }) {
    return {
        'bom-ref': ROOT_REF,
        type: digest === undefined ? 'file' : 'container',
        name: vdr_text(digest === undefined ? reference : reference.slice(0, reference.lastIndexOf('@'))),
        ...(digest === undefined
            ? {}
            : { version: digest, hashes: [{ alg: 'SHA-256', content: (0,oci/* hexOf */.ZD)(digest) }] }),
        ...(platform === undefined
            ? {}
            : { properties: [{ name: 'countersign:platform', value: vdr_text(platform) }] }),
    };
}
const ROOT_REF = 'subject';
/** Each package once, under a reference that is unique in the document. */
class PackageRefs {
    #refs = new Map();
    #components = [];
    of({ package: { name, version, type, purl } }) {
        const key = JSON.stringify([type, name, version, purl]);
        const known = this.#refs.get(key);
        if (known !== undefined)
            return known;
        const ref = `package-${this.#refs.size + 1}`;
        this.#refs.set(key, ref);
        this.#components.push({
            'bom-ref': ref,
            type: 'library',
            name: vdr_text(name),
            version: vdr_text(version),
            ...(purl === undefined ? {} : { purl: vdr_text(purl) }),
        });
        return ref;
    }
    components() {
        return this.#components;
    }
}
/** A UUID of the content (RFC 9562, version 8). */
function serialNumberOf(body) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(body)).digest();
    hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
    hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = hash.toString('hex');
    const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
    return `urn:uuid:${parts.join('-')}`;
}
const vdr_MAX_TEXT_CHARS = 1024;
const vdr_text = (value) => (0,text_plain/* plainText */.w)(value, vdr_MAX_TEXT_CHARS);

;// CONCATENATED MODULE: ./packages/core/build/scan/index.js



















/***/ })

};
