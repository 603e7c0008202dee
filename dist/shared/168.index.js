export const id = 168;
export const ids = [168,132];
export const modules = {

/***/ 7168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ toDocument),
/* harmony export */   failureDocument: () => (/* binding */ failureDocument),
/* harmony export */   j: () => (/* binding */ resultDocument)
/* harmony export */ });
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2132);

/** The version of the document's form: members are added to it, never renamed (docs/schema/report.v1.json). */
const API_VERSION = 'countersign/v1';
/** A report as the document that scripts rely on. */
const toDocument = (report) => ({
    apiVersion: API_VERSION,
    command: report.command,
    status: report.status,
    images: report.images.map(({ reference, digest, platforms, claims, requirements, error }) => ({
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
        error: errorDocument(error),
    })),
    signer: report.signer ?? null,
    figures: report.figures,
    notices: report.notices,
    error: errorDocument(report.error),
});
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
    status: _verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .STATUS_OF */ .$[error.fault],
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

/***/ 2132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ STATUS_OF),
/* harmony export */   OPENING: () => (/* binding */ OPENING),
/* harmony export */   V: () => (/* binding */ verdictOf)
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
/** The first words of a report, copied by every format. */
function verdictOf({ command, status, error, images, }) {
    switch (status) {
        case 'ok':
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
const DONE = {
    sign: 'Signed and verified',
    attest: 'Attested and verified',
    verify: 'Accepted',
    tree: 'Read',
};


/***/ })

};
