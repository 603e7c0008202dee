export const id = 884;
export const ids = [884];
export const modules = {

/***/ 10884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  valuesOf: () => (/* binding */ valuesOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/report/index.js + 8 modules
var build_report = __webpack_require__(23224);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
;// CONCATENATED MODULE: ./packages/core/build/runner/platform-paths.js

/**
 * Lines of `[PLATFORM=]PATH`, as inputs of later steps take them. A platform is text of others: one that could not stand
 * before `=` is left out, since each of these documents names its digest itself.
 */
const platformPaths = (files) => files
    .map(({ platform, path }) => platform !== undefined && (0,oci/* isPlainPlatform */.Kw)(platform) ? `${platform}=${path}` : path)
    .join('\n');

;// CONCATENATED MODULE: ./packages/core/build/runner/sbom-values.js

/** The outputs of generate-sbom, by name. */
function sbomValues(report) {
    if (report === undefined)
        return {};
    const { documents, packageCount, ecosystems, quality, diff, artifact } = report;
    return {
        spdx: pathsOf(documents, 'spdx-json'),
        cyclonedx: pathsOf(documents, 'cyclonedx-json'),
        'syft-json': pathsOf(documents, 'syft-json'),
        'sbom-sha256': documents.map(({ sha256, path }) => `${sha256}  ${path}`).join('\n'),
        'package-count': String(packageCount),
        ecosystems: JSON.stringify(ecosystems),
        quality: JSON.stringify(quality.map((one) => ({ ...one, platform: one.platform ?? null }))),
        diff: diff?.path ?? '',
        'artifact-id': artifact?.id ?? '',
    };
}
const pathsOf = (documents, format) => platformPaths(documents.filter((document) => document.format === format));

// EXTERNAL MODULE: ./packages/core/build/report/verdict.js
var verdict = __webpack_require__(72132);
// EXTERNAL MODULE: ./packages/core/build/scan/types.js
var types = __webpack_require__(92827);
;// CONCATENATED MODULE: ./packages/core/build/runner/scan-values.js



/**
 * The outputs of scan beside those of every action. `result` stands also where nothing was judged, never empty then.
 * Figures are those of the whole image (the index where there is one); of several files without one, of all of them.
 */
function scanValues({ command, scan, status }) {
    if (command !== 'scan')
        return {};
    if (scan === undefined)
        return { result: status === 'ok' ? '' : (0,verdict.resultOf)(status) };
    const { files, database } = scan;
    const whole = scan.records.filter(({ subject }) => subject.platform === undefined);
    const records = whole.length > 0 ? whole : scan.records;
    const open = records.flatMap(({ decision }) => decision.findings).filter(isOpen);
    const built = database?.built ?? oldest(records);
    return {
        result: scan.result,
        json: pathLines(files.subjects, ({ report }) => report),
        sarif: files.sarif,
        'vuln-predicate': pathLines(files.subjects, ({ predicate }) => predicate),
        vdr: pathLines(files.subjects, ({ vdr }) => vdr),
        'in-toto-vulns': pathLines(files.subjects, ({ inTotoVulns }) => inTotoVulns),
        junit: files.junit ?? '',
        summary: files.summary ?? '',
        ...Object.fromEntries(types/* SEVERITIES */.o.map((severity) => [
            `${severity}-count`,
            String(sum(records.map(({ decision }) => decision.counts[severity]))),
        ])),
        'kev-count': String(open.filter(({ finding }) => finding.kev !== undefined).length),
        'max-epss': largest(open.map(({ finding }) => finding.epss)),
        'max-risk': largest(open.map(({ finding }) => finding.risk)),
        'new-count': newCount(records),
        'waived-count': String(sum(records.flatMap(({ decision }) => types/* SEVERITIES */.o.map((severity) => decision.waivedCounts[severity])))),
        'expired-waivers': expiredWaivers(records),
        'db-built': built?.toISOString() ?? '',
        'db-schema': database?.schema ?? records[0]?.report.database.version ?? '',
        'db-cache-key': database?.cacheKey ?? '',
        'db-dir': database?.folder ?? '',
    };
}
const isOpen = ({ disposition }) => disposition.kind === 'open';
const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
const largest = (numbers) => {
    const most = numbers.reduce((so, each) => (each === undefined || (so !== undefined && so >= each) ? so : each), undefined);
    return most === undefined ? '' : String(Number(most.toFixed(6)));
};
const newCount = (records) => {
    const counts = records.map(({ decision }) => decision.newCount).filter((count) => count !== undefined);
    return counts.length === 0 ? '' : String(sum(counts));
};
const expiredWaivers = (records) => {
    const expired = records
        .flatMap(({ decision }) => decision.waivers)
        .filter(({ state }) => state === 'expired')
        .map(({ waiver }) => `${waiver.index} ${waiver.id} ${waiver.expires}`);
    return [...new Set(expired)].join('\n');
};
/** The oldest of several decides how much may have been missed. */
const oldest = (records) => records
    .map(({ report }) => report.database.built)
    .filter((built) => built !== undefined)
    .sort((one, other) => one.getTime() - other.getTime())[0];
const pathLines = (subjects, pathOf) => platformPaths(subjects.flatMap((files) => {
    const path = pathOf(files);
    return path === undefined ? [] : [{ platform: files.platform, path }];
}));

// EXTERNAL MODULE: ./packages/core/build/tools/names.js
var names = __webpack_require__(40102);
;// CONCATENATED MODULE: ./packages/core/build/runner/tool-values.js

/** The outputs of setup-tools, by name; of a tool that failed, or was not asked for, they are empty. */
function toolValues(report) {
    const there = (report?.tools ?? []).filter(({ path }) => path !== undefined);
    const byName = there.map(({ name, version, path, sha256, source, verifiedBy }) => [
        name,
        { version, path, sha256, source, verifiedBy },
    ]);
    return {
        tools: report === undefined ? '' : JSON.stringify(Object.fromEntries(byName)),
        ...Object.fromEntries(names/* TOOL_NAMES */.K.flatMap((name) => OF_EACH.map((what) => [`${name}-${what}`, '']))),
        ...Object.fromEntries(there.flatMap(({ name, version, path, sha256, verifiedBy }) => [
            [`${name}-path`, path ?? ''],
            [`${name}-version`, version],
            [`${name}-sha256`, sha256 ?? ''],
            [`${name}-verified-by`, verifiedBy ?? ''],
        ])),
    };
}
const OF_EACH = ['path', 'version', 'sha256', 'verified-by'];

// EXTERNAL MODULE: ./packages/core/build/runner/services.js
var services = __webpack_require__(15793);
;// CONCATENATED MODULE: ./packages/core/build/runner/output-values.js









/** The values of the outputs that a report fills; documents are written to files, whose paths are outputs. */
async function valuesOf(report, env) {
    const document = (0,build_report/* toDocument */.JY)(report);
    const { cosign, gh } = (0,build_report/* verifyCommands */.I6)(report);
    const signer = signerOf(report);
    const folder = (0,external_node_path_.join)((0,services/* temporaryFolder */.y)(env), `countersign-${(0,external_node_crypto_.randomUUID)()}`);
    await (0,promises_.mkdir)(folder, { recursive: true });
    const write = async (name, text) => {
        const path = (0,external_node_path_.join)(folder, name);
        await (0,promises_.writeFile)(path, text);
        return path;
    };
    const bundles = report.bundles.map(({ json }) => `${json}\n`).join('');
    return {
        status: report.status,
        verdict: verdictOf(report),
        digest: lines(report.images.map(({ digest }) => digest)),
        result: byDigest(document),
        'result-path': await write('result.json', `${JSON.stringify(document, undefined, 2)}\n`),
        'bundle-path': bundles === '' ? '' : await write('bundles.jsonl', bundles),
        'predicates-path': report.predicatesPath ?? '',
        'certificate-identity': signer?.identity ?? '',
        'certificate-oidc-issuer': signer?.issuer ?? '',
        'log-indexes': lines(report.images
            .flatMap(({ claims }) => claims.map(({ logIndex }) => logIndex))
            .filter((index) => index !== undefined)
            .sort((one, other) => one - other)),
        'cosign-verify': cosign.join('\n'),
        'gh-verify': gh.join('\n'),
        ...sbomValues(report.sbom),
        ...toolValues(report.tools),
        ...scanValues(report),
    };
}
/** Each value once, in the order they came. */
const lines = (values) => [...new Set(values)].join('\n');
/** The images of a digest under that digest. Where they are too many for an output, each without its claims. */
function byDigest({ images }) {
    const whole = JSON.stringify(grouped(images, (image) => image));
    if (whole.length <= limits/* MAX_OUTPUT_CHARS */.jdB)
        return whole;
    const brief = JSON.stringify(grouped(images, ({ reference, digest, claims, error }) => ({
        reference,
        digest,
        claims: [],
        claimsLeftOut: claims.length,
        error,
    })));
    return brief.length <= limits/* MAX_OUTPUT_CHARS */.jdB ? brief : '';
}
const grouped = (images, show) => Object.fromEntries([...Map.groupBy(images, ({ digest }) => digest)].map(([digest, same]) => [digest, same.map(show)]));
/** Who signed: this run, or the certificate of the first claim that verified. */
function signerOf({ signer, images }) {
    if (signer !== undefined)
        return 'identity' in signer ? signer : undefined;
    for (const { identity, issuer, state } of images.flatMap(({ claims }) => claims)) {
        if (state === 'verified' && identity !== undefined && issuer !== undefined)
            return { identity, issuer };
    }
    return undefined;
}
function verdictOf({ command, status, images }) {
    if (command !== 'verify' || status === 'undecided' || status === 'error')
        return '';
    const unmet = images.some(({ requirements }) => requirements.some(({ met }) => !met));
    return status === 'rejected' || unmet ? 'rejected' : 'accepted';
}


/***/ })

};
