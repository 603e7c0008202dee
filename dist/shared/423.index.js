export const id = 423;
export const ids = [423];
export const modules = {

/***/ 423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   valuesOf: () => (/* binding */ valuesOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9772);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8951);
/* harmony import */ var _services_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5793);






/** The values of the outputs that a report fills; documents are written to files, whose paths are outputs. */
async function valuesOf(report, env) {
    const document = (0,_report_index_js__WEBPACK_IMPORTED_MODULE_3__/* .toDocument */ .JY)(report);
    const { cosign, gh } = (0,_report_index_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyCommands */ .I6)(report);
    const signer = signerOf(report);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_services_js__WEBPACK_IMPORTED_MODULE_4__/* .temporaryFolder */ .y)(env), `countersign-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    const write = async (name, text) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, text);
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
        'certificate-identity': signer?.identity ?? '',
        'certificate-oidc-issuer': signer?.issuer ?? '',
        'log-indexes': lines(report.images
            .flatMap(({ claims }) => claims.map(({ logIndex }) => logIndex))
            .filter((index) => index !== undefined)
            .sort((one, other) => one - other)),
        'cosign-verify': cosign.join('\n'),
        'gh-verify': gh.join('\n'),
    };
}
/** Each value once, in the order they came. */
const lines = (values) => [...new Set(values)].join('\n');
/** The images of a digest under that digest. Where they are too many for an output, each without its claims. */
function byDigest({ images }) {
    const whole = JSON.stringify(grouped(images, (image) => image));
    if (whole.length <= _limits_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_OUTPUT_CHARS */ .jd)
        return whole;
    const brief = JSON.stringify(grouped(images, ({ reference, digest, claims, error }) => ({
        reference,
        digest,
        claims: [],
        claimsLeftOut: claims.length,
        error,
    })));
    return brief.length <= _limits_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_OUTPUT_CHARS */ .jd ? brief : '';
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
