export const id = 2132;
export const ids = [2132];
export const modules = {

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
