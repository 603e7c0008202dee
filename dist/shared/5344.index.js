export const id = 5344;
export const ids = [5344];
export const modules = {

/***/ 52687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ SPDX_DOCUMENT),
/* harmony export */   GA: () => (/* binding */ TYPES_OF_NAME),
/* harmony export */   P8: () => (/* binding */ COSIGN_SIGNATURE),
/* harmony export */   PI: () => (/* binding */ shortNameOf),
/* harmony export */   fm: () => (/* binding */ CYCLONEDX_BOM),
/* harmony export */   gN: () => (/* binding */ IN_TOTO_VULNS),
/* harmony export */   ot: () => (/* binding */ OPENVEX),
/* harmony export */   uW: () => (/* binding */ COSIGN_VULN),
/* harmony export */   us: () => (/* binding */ SLSA_PROVENANCE_V1)
/* harmony export */ });
/* unused harmony export SLSA_PROVENANCE_V02 */
/** Predicate types in the spelling that verifiers compare byte by byte (cosign, Kyverno). */
const COSIGN_SIGNATURE = 'https://sigstore.dev/cosign/sign/v1';
const SPDX_DOCUMENT = 'https://spdx.dev/Document';
const CYCLONEDX_BOM = 'https://cyclonedx.org/bom';
const SLSA_PROVENANCE_V1 = 'https://slsa.dev/provenance/v1';
/** What slsa-github-generator writes, and what cosign's `slsaprovenance` means. Read here, never written. */
const SLSA_PROVENANCE_V02 = 'https://slsa.dev/provenance/v0.2';
const COSIGN_VULN = 'https://cosign.sigstore.dev/attestation/vuln/v1';
const IN_TOTO_VULNS = 'https://in-toto.io/attestation/vulns/v0.2';
/** As cosign's `--type openvex` writes it, without a version. */
const OPENVEX = 'https://openvex.dev/ns';
/** actions/attest writes the version into the type; it is an SPDX document all the same. */
const SPDX_TYPES = [SPDX_DOCUMENT, `${SPDX_DOCUMENT}/v2.3`, `${SPDX_DOCUMENT}/v2.2`];
/** The types that each short name stands for; any of them is meant. */
const TYPES_OF_NAME = {
    spdx: SPDX_TYPES,
    cyclonedx: [CYCLONEDX_BOM],
    sbom: [...SPDX_TYPES, CYCLONEDX_BOM],
    slsaprovenance1: [SLSA_PROVENANCE_V1],
    slsaprovenance02: [SLSA_PROVENANCE_V02],
    provenance: [SLSA_PROVENANCE_V1, SLSA_PROVENANCE_V02],
    vuln: [COSIGN_VULN],
    scan: [COSIGN_VULN, IN_TOTO_VULNS],
    openvex: [OPENVEX, `${OPENVEX}/v0.2.0`],
};
/** A name for files: one of a few words of ours, whatever the type is. */
function shortNameOf(predicateType) {
    if (predicateType === SLSA_PROVENANCE_V1)
        return 'slsaprovenance';
    for (const name of ['spdx', 'cyclonedx', 'slsaprovenance02', 'vuln', 'openvex']) {
        const types = TYPES_OF_NAME[name];
        if (types.includes(predicateType))
            return name;
    }
    return predicateType === IN_TOTO_VULNS ? 'vulns' : 'predicate';
}


/***/ }),

/***/ 807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OQ: () => (/* binding */ ERROR_CODES),
/* harmony export */   WS: () => (/* binding */ CountersignError),
/* harmony export */   ek: () => (/* binding */ asCountersignError)
/* harmony export */ });
const FAULT_OF = {
    INPUT_MISSING: 'user',
    INPUT_INVALID: 'user',
    INPUT_UNKNOWN: 'user',
    INPUTS_CONTRADICT: 'user',
    REFERENCE_INVALID: 'user',
    DIGEST_INVALID: 'user',
    TAG_NOT_ALLOWED: 'user',
    IMAGE_NOT_FOUND: 'user',
    IMAGE_AMBIGUOUS: 'user',
    LAYOUT_INVALID: 'user',
    LAYOUT_FORBIDDEN: 'user',
    CREDENTIALS_INVALID: 'user',
    REGISTRY_UNAUTHORIZED: 'user',
    REGISTRY_FORBIDDEN: 'user',
    REGISTRY_REFUSED: 'user',
    PLAIN_HTTP_REFUSED: 'user',
    TAG_IMMUTABLE: 'user',
    IDENTITY_TOKEN_MISSING: 'user',
    IDENTITY_TOKEN_INVALID: 'user',
    IDENTITY_TOKEN_EXPIRED: 'user',
    PRIVATE_REPOSITORY: 'user',
    KEY_INVALID: 'user',
    CERTIFICATE_INVALID: 'user',
    TRUST_POLICY_INVALID: 'user',
    PREDICATE_INVALID: 'user',
    SBOM_INVALID: 'user',
    WAIVERS_INVALID: 'user',
    VEX_INVALID: 'user',
    LIMIT_EXCEEDED: 'user',
    DOCUMENT_SUBJECT_MISMATCH: 'user',
    SIGNATURE_NEEDED: 'user',
    TRUSTED_ROOT_INVALID: 'user',
    TRUSTED_ROOT_EXPIRED: 'user',
    SIGNING_CONFIG_INVALID: 'user',
    TUF_ROOT_INVALID: 'user',
    TOOL_NOT_FOUND: 'user',
    TOOL_UNVERIFIABLE: 'user',
    FULCIO_REFUSED: 'user',
    LOG_REFUSED: 'user',
    TSA_REFUSED: 'user',
    KMS_REFUSED: 'user',
    GITHUB_REFUSED: 'user',
    REGISTRY_UNAVAILABLE: 'infrastructure',
    REGISTRY_MISBEHAVED: 'infrastructure',
    LAYOUT_UNAVAILABLE: 'infrastructure',
    WRITE_CONTENDED: 'infrastructure',
    TOKEN_ENDPOINT_UNAVAILABLE: 'infrastructure',
    FULCIO_UNAVAILABLE: 'infrastructure',
    LOG_UNAVAILABLE: 'infrastructure',
    TSA_UNAVAILABLE: 'infrastructure',
    KMS_UNAVAILABLE: 'infrastructure',
    TRUST_UNAVAILABLE: 'infrastructure',
    RELEASE_UNAVAILABLE: 'infrastructure',
    PROGRAM_FAILED: 'infrastructure',
    DATABASE_UNUSABLE: 'infrastructure',
    REPORT_INVALID: 'infrastructure',
    GITHUB_UNAVAILABLE: 'infrastructure',
    INTERRUPTED: 'infrastructure',
    IMAGE_UNREADABLE: 'rejection',
    SBOM_INCOMPLETE: 'rejection',
    SBOM_QUALITY_LOW: 'rejection',
    DIGEST_MISMATCH: 'rejection',
    LAYOUT_ESCAPES: 'rejection',
    BUNDLE_MALFORMED: 'rejection',
    BUNDLE_UNSUPPORTED: 'rejection',
    SIGNATURE_INVALID: 'rejection',
    NOTATION_MALFORMED: 'rejection',
    SIGNATURE_EXPIRED: 'rejection',
    REVOCATION_UNKNOWN: 'rejection',
    CERTIFICATE_UNTRUSTED: 'rejection',
    LOG_ENTRY_INVALID: 'rejection',
    TIMESTAMP_INVALID: 'rejection',
    SIGNER_NOT_ALLOWED: 'rejection',
    SUBJECT_MISMATCH: 'rejection',
    SBOM_SUBJECT_MISMATCH: 'rejection',
    PREDICATE_TYPE_MISMATCH: 'rejection',
    CLAIM_MISSING: 'rejection',
    CLAIM_UNSEEN: 'rejection',
    TOOL_REVOKED: 'rejection',
    TOOL_TOO_YOUNG: 'rejection',
    TOOL_REJECTED: 'rejection',
    GATE_FAILED: 'rejection',
    INTERNAL: 'defect',
};
/** Every code of the catalogue: docs/errors.md has a heading for each. */
const ERROR_CODES = Object.keys(FAULT_OF);
/** What went wrong (`message`), whose fault it is (`fault`, fixed by `code`) and what to do (`remedy`). */
class CountersignError extends Error {
    // Written out, not read from the constructor: a minified bundle renames classes.
    name = 'CountersignError';
    code;
    fault;
    remedy;
    constructor(code, about) {
        super(about.what, { cause: about.cause });
        this.code = code;
        this.fault = FAULT_OF[code];
        this.remedy = about.remedy;
    }
}
/** Any thrown value as a CountersignError: what is not one already is a defect of ours. */
function asCountersignError(thrown) {
    if (thrown instanceof CountersignError)
        return thrown;
    return new CountersignError('INTERNAL', {
        what: thrown instanceof Error ? thrown.message : String(thrown),
        remedy: 'This is a defect in Countersign: please report it with the log of this run.',
        cause: thrown,
    });
}


/***/ }),

/***/ 62775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ abortedBySignals)
/* harmony export */ });
/** Exit code of a process that a signal ends by default: 128 + SIGINT. */
const KILLED = 130;
/** The first SIGINT or SIGTERM aborts `signal`, so that the run ends in order; a second one ends the process at once. */
function abortedBySignals(process) {
    const abort = new AbortController();
    const onSignal = () => {
        if (abort.signal.aborted)
            process.exit(KILLED);
        abort.abort();
    };
    const signals = ['SIGINT', 'SIGTERM'];
    for (const name of signals)
        process.on(name, onSignal);
    return {
        signal: abort.signal,
        release: () => {
            for (const name of signals)
                process.off(name, onSignal);
        },
    };
}


/***/ }),

/***/ 99772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Go: () => (/* binding */ MAX_MENDED_ANNOTATION_CHARS),
/* harmony export */   $UH: () => (/* binding */ MAX_CREDENTIALS_FILE_BYTES),
/* harmony export */   $VT: () => (/* binding */ TRUST_REFRESH_AFTER_MS),
/* harmony export */   ASs: () => (/* binding */ MAX_CLAIM_BYTES),
/* harmony export */   AWY: () => (/* binding */ MAX_KEY_URI_CHARS),
/* harmony export */   Acy: () => (/* binding */ MAX_TOKEN_ANSWER_BYTES),
/* harmony export */   As5: () => (/* binding */ MAX_NAMED_FINDINGS),
/* harmony export */   AuO: () => (/* binding */ MAX_EVENT_BYTES),
/* harmony export */   Axt: () => (/* binding */ MAX_WRITE_ANSWER_BYTES),
/* harmony export */   BV4: () => (/* binding */ MAX_SETTLE_ROUNDS),
/* harmony export */   B_r: () => (/* binding */ MAX_SBOM_PACKAGES),
/* harmony export */   Bk0: () => (/* binding */ MAX_TOOLS),
/* harmony export */   BuP: () => (/* binding */ MAX_SHOWN_FAULTS),
/* harmony export */   C0z: () => (/* binding */ MAX_CERTIFICATE_ANSWER_BYTES),
/* harmony export */   CCc: () => (/* binding */ MAX_SCAN_SUMMARY_BYTES),
/* harmony export */   CRi: () => (/* binding */ MAX_WITNESSES_PER_CLAIM),
/* harmony export */   C_9: () => (/* binding */ MAX_SUMMARY_WAIVERS),
/* harmony export */   CdL: () => (/* binding */ MAX_PREDICATE_TYPE_CHARS),
/* harmony export */   Csf: () => (/* binding */ MAX_REPEATED_BYTES),
/* harmony export */   D7V: () => (/* binding */ MAX_TRUST_AGE_MS),
/* harmony export */   D7X: () => (/* binding */ MAX_REFERENCE_CHARS),
/* harmony export */   DBE: () => (/* binding */ MAX_UPLOAD_SESSIONS),
/* harmony export */   DHN: () => (/* binding */ MAX_NOTATION_ENVELOPE_BYTES),
/* harmony export */   Dwl: () => (/* binding */ DEFAULT_SYFT_TIMEOUT_MINUTES),
/* harmony export */   E6C: () => (/* binding */ MAX_ATTEMPTS_CONNECTION_REFUSED),
/* harmony export */   EQc: () => (/* binding */ MAX_SARIF_RUNS),
/* harmony export */   EXi: () => (/* binding */ MAX_CREDENTIAL_HELPER_BYTES),
/* harmony export */   EbZ: () => (/* binding */ MAX_ERROR_EXCERPT_CHARS),
/* harmony export */   Ed_: () => (/* binding */ MAX_TOOL_BYTES),
/* harmony export */   Eps: () => (/* binding */ SCAN_CONCURRENCY),
/* harmony export */   EqX: () => (/* binding */ LAYER_CONCURRENCY),
/* harmony export */   F41: () => (/* binding */ KYVERNO_MAX_BUNDLE_BYTES),
/* harmony export */   GA1: () => (/* binding */ MAX_DESCRIPTORS_PER_MANIFEST),
/* harmony export */   GVs: () => (/* binding */ MAX_TRUSTED_LOGS_ASKED),
/* harmony export */   HHN: () => (/* binding */ EXPIRING_DAYS),
/* harmony export */   HSv: () => (/* binding */ MAX_ARCHIVE_ENTRIES),
/* harmony export */   HYz: () => (/* binding */ MAX_DATABASE_AGE_DAYS),
/* harmony export */   HdQ: () => (/* binding */ MAX_SCRYPT_BYTES),
/* harmony export */   IDz: () => (/* binding */ MAX_GRYPE_ANSWER_BYTES),
/* harmony export */   IEK: () => (/* binding */ MAX_SCAN_SENTENCES),
/* harmony export */   IIR: () => (/* binding */ MAX_OS_RELEASE_BYTES),
/* harmony export */   IN1: () => (/* binding */ MAX_TOOL_EVIDENCE_BYTES),
/* harmony export */   IPW: () => (/* binding */ MAX_MIN_AGE_DAYS),
/* harmony export */   J0I: () => (/* binding */ MAX_SUMMARY_COMMANDS),
/* harmony export */   JbH: () => (/* binding */ MAX_LAYER_ANNOTATION_CHARS),
/* harmony export */   Jcu: () => (/* binding */ MAX_LOG_BODY_BYTES),
/* harmony export */   JpK: () => (/* binding */ MAX_IDENTITY_PATTERN_CHARS),
/* harmony export */   K4O: () => (/* binding */ MAX_SARIF_RESULTS_PER_RUN),
/* harmony export */   Kek: () => (/* binding */ MAX_IDENTITY_TOKEN_CHARS),
/* harmony export */   L5F: () => (/* binding */ MAX_SINGLE_POST_BYTES),
/* harmony export */   L8y: () => (/* binding */ MAX_CERTIFICATES_IN_TIMESTAMP),
/* harmony export */   LDl: () => (/* binding */ MAX_DOCKER_CONFIG_BYTES),
/* harmony export */   LK4: () => (/* binding */ MAX_ANNOTATIONS_PER_KIND),
/* harmony export */   LZH: () => (/* binding */ TOOL_VERSION_TIMEOUT_MS),
/* harmony export */   Lnk: () => (/* binding */ MAX_FINDING_TEXT_CHARS),
/* harmony export */   M8Z: () => (/* binding */ PUBLIC_REKOR_MAX_ENVELOPE_BYTES),
/* harmony export */   MXH: () => (/* binding */ DEFAULT_STALL_MS),
/* harmony export */   MtH: () => (/* binding */ MAX_FINDINGS),
/* harmony export */   NXV: () => (/* binding */ MAX_REDIRECTS),
/* harmony export */   NZo: () => (/* binding */ MAX_REGISTRY_TOKEN_BYTES),
/* harmony export */   O8D: () => (/* binding */ MAX_LAYER_ENTRIES),
/* harmony export */   OBs: () => (/* binding */ MAX_REFERRERS),
/* harmony export */   Olh: () => (/* binding */ MAX_SUMMARY_TEXT_CHARS),
/* harmony export */   PB$: () => (/* binding */ MAX_REPORT_BYTES_CHECKED_FOR_REPEATS),
/* harmony export */   PDg: () => (/* binding */ WARN_TRUST_AGE_MS),
/* harmony export */   PX1: () => (/* binding */ MAX_LAYER_EXPANSION),
/* harmony export */   PfF: () => (/* binding */ MAX_SYFT_PRINTED_BYTES),
/* harmony export */   PxW: () => (/* binding */ MAX_TUF_LIFETIME_DAYS),
/* harmony export */   Q0M: () => (/* binding */ MAX_SUMMARY_BYTES),
/* harmony export */   QAd: () => (/* binding */ MAX_ATTEMPTS_HOST_NOT_FOUND),
/* harmony export */   QCy: () => (/* binding */ DEFAULT_SIGNING_CONCURRENCY),
/* harmony export */   QrG: () => (/* binding */ MAX_CHALLENGES),
/* harmony export */   Qry: () => (/* binding */ MAX_LAYER_TRANSFERS),
/* harmony export */   Qsk: () => (/* binding */ DEFAULT_MIN_AGE_MS),
/* harmony export */   Qy: () => (/* binding */ MAX_STATEMENT_PARTS),
/* harmony export */   QyK: () => (/* binding */ MAX_KMS_ANSWER_BYTES),
/* harmony export */   QyO: () => (/* binding */ MAX_REFERRER_PAGES),
/* harmony export */   RAZ: () => (/* binding */ MAX_NOTATION_CERTIFICATES_BYTES),
/* harmony export */   RUZ: () => (/* binding */ MAX_DOCUMENT_DEPTH),
/* harmony export */   RjE: () => (/* binding */ FIRST_DATABASE_RETRY_DELAY_MS),
/* harmony export */   S1p: () => (/* binding */ MAX_PLATFORMS),
/* harmony export */   Sb_: () => (/* binding */ DEFAULT_TUF_LIFETIME_DAYS),
/* harmony export */   Snt: () => (/* binding */ MIN_SECRET_CHARS),
/* harmony export */   SpS: () => (/* binding */ MAX_SHOWN_INPUT_CHARS),
/* harmony export */   TB_: () => (/* binding */ MAX_PURL_CHARS),
/* harmony export */   TMv: () => (/* binding */ MAX_LAYER_UNPACKED_BYTES),
/* harmony export */   TkY: () => (/* binding */ MAX_DOWNLOADS),
/* harmony export */   Tr: () => (/* binding */ MAX_ARTIFACT_RETENTION_DAYS),
/* harmony export */   Twy: () => (/* binding */ UNSUSPICIOUS_LAYER_BYTES),
/* harmony export */   Tx3: () => (/* binding */ MAX_UNPACKED_BYTES),
/* harmony export */   UW7: () => (/* binding */ MAX_PACKAGE_MANIFEST_BYTES),
/* harmony export */   UWe: () => (/* binding */ MAX_CONNECTIONS_PER_ORIGIN),
/* harmony export */   Uan: () => (/* binding */ MAX_REPORT_VALUE_BYTES),
/* harmony export */   Uf8: () => (/* binding */ MAX_SBOM_PLATFORMS),
/* harmony export */   UiQ: () => (/* binding */ MAX_TIMESTAMP_BYTES),
/* harmony export */   UkE: () => (/* binding */ MAX_NOTATION_SIGNATURES),
/* harmony export */   Unr: () => (/* binding */ MAX_SYFT_DOCUMENT_BYTES),
/* harmony export */   VUs: () => (/* binding */ MAX_ANNOTATION_CHARS),
/* harmony export */   VVr: () => (/* binding */ MAX_ENTRY_BUNDLE_BYTES),
/* harmony export */   VfN: () => (/* binding */ MAX_GRYPE_OUTPUT_BYTES),
/* harmony export */   VkA: () => (/* binding */ GITHUB_MAX_PREDICATE_BYTES),
/* harmony export */   WAA: () => (/* binding */ MAX_REPORT_BYTES),
/* harmony export */   Xwi: () => (/* binding */ MAX_SCAN_FILES),
/* harmony export */   YA0: () => (/* binding */ MAX_KMS_ATTEMPTS),
/* harmony export */   YLD: () => (/* binding */ MAX_ARTIFACT_NAME_CHARS),
/* harmony export */   YWX: () => (/* binding */ WARN_REFERRERS),
/* harmony export */   YfX: () => (/* binding */ MAX_NOTATION_EXPIRY_DAYS),
/* harmony export */   Yv6: () => (/* binding */ SETTLE_READS),
/* harmony export */   Z9d: () => (/* binding */ MAX_LAYOUT_FILE_BYTES),
/* harmony export */   ZG7: () => (/* binding */ FLOW_CONCURRENCY),
/* harmony export */   ZJy: () => (/* binding */ MAX_MANIFEST_BYTES),
/* harmony export */   ZSO: () => (/* binding */ FIRST_READ_BACK_DELAY_MS),
/* harmony export */   Zmw: () => (/* binding */ RESIGN_AFTER_MS),
/* harmony export */   _II: () => (/* binding */ MAX_ACTION_OUTPUT_BYTES),
/* harmony export */   _Pr: () => (/* binding */ KMS_PROGRAM_TIMEOUT_MS),
/* harmony export */   _Sw: () => (/* binding */ MIN_TRANSFER_BYTES_PER_MS),
/* harmony export */   aBn: () => (/* binding */ MAX_DATABASE_UPDATES),
/* harmony export */   aK7: () => (/* binding */ MAX_ENTRY_DEPTH),
/* harmony export */   aeG: () => (/* binding */ MAX_GITHUB_ANSWER_BYTES),
/* harmony export */   aeR: () => (/* binding */ MAX_LAYER_KEPT_PATH_CHARS),
/* harmony export */   aso: () => (/* binding */ MAX_FRESH_READS),
/* harmony export */   bA2: () => (/* binding */ MAX_PLACINGS),
/* harmony export */   bEf: () => (/* binding */ MAX_CLAIM_PARTS),
/* harmony export */   bdv: () => (/* binding */ FIRST_RETRY_DELAY_MS),
/* harmony export */   biz: () => (/* binding */ MAX_DOCUMENT_BYTES),
/* harmony export */   cJt: () => (/* binding */ MAX_IMAGE_PACKED_BYTES),
/* harmony export */   cU8: () => (/* binding */ TESTBED_PROBE_TIMEOUT_MS),
/* harmony export */   ciU: () => (/* binding */ MAX_TRUSTED_ROOT_BYTES),
/* harmony export */   cv: () => (/* binding */ MAX_EXPORT_MANIFEST_BYTES),
/* harmony export */   d0X: () => (/* binding */ DEFAULT_RETRY_WINDOW_MS),
/* harmony export */   dFm: () => (/* binding */ MAX_KEY_CHARS),
/* harmony export */   dUN: () => (/* binding */ MAX_WAIVER_FILE_BYTES),
/* harmony export */   dY7: () => (/* binding */ MAX_WRONG_KMS_SIGNATURES),
/* harmony export */   dcU: () => (/* binding */ MAX_FOLDER_ENTRIES),
/* harmony export */   dko: () => (/* binding */ DEFAULT_SETTLE_MS),
/* harmony export */   e3f: () => (/* binding */ MAX_REPORT_DEPTH),
/* harmony export */   eU3: () => (/* binding */ MAX_BYTES_FOR_ALL_FINDINGS),
/* harmony export */   edh: () => (/* binding */ MAX_BLOB_HELD_TWICE_BYTES),
/* harmony export */   eoU: () => (/* binding */ LAYOUT_LEFTOVER_MS),
/* harmony export */   eq: () => (/* binding */ MAX_SIGNER_RULES),
/* harmony export */   eqF: () => (/* binding */ MAX_TUF_CACHE_BYTES),
/* harmony export */   f5k: () => (/* binding */ MAX_ERROR_BODY_BYTES),
/* harmony export */   f7e: () => (/* binding */ MAX_SARIF_UPLOAD_BYTES),
/* harmony export */   fJf: () => (/* binding */ MAX_MEDIA_TYPE_CHARS),
/* harmony export */   fXc: () => (/* binding */ MEND_CONCURRENCY),
/* harmony export */   fpS: () => (/* binding */ MAX_VULN_PREDICATE_FINDING_BYTES),
/* harmony export */   gBW: () => (/* binding */ MAX_SHOWN_PATHS),
/* harmony export */   gFu: () => (/* binding */ MAX_TESTBED_DESCRIPTION_BYTES),
/* harmony export */   gKQ: () => (/* binding */ MAX_INCLUSION_PROOF_HASHES),
/* harmony export */   i0Z: () => (/* binding */ MAX_FINDING_DESCRIPTION_CHARS),
/* harmony export */   iDN: () => (/* binding */ MAX_REQUIREMENTS),
/* harmony export */   iDm: () => (/* binding */ MAX_LAYERS_PER_IMAGE),
/* harmony export */   iEh: () => (/* binding */ DEFAULT_MAX_REFERRERS),
/* harmony export */   ilk: () => (/* binding */ LAYOUT_LOCK_STALE_MS),
/* harmony export */   iyw: () => (/* binding */ MAX_DOCUMENT_SCAN_FINDINGS),
/* harmony export */   j1w: () => (/* binding */ MAX_SUMMARY_SCAN_FINDINGS),
/* harmony export */   jK2: () => (/* binding */ MAX_LOG_ANSWER_BYTES),
/* harmony export */   jdB: () => (/* binding */ MAX_OUTPUT_CHARS),
/* harmony export */   k0l: () => (/* binding */ REKOR_V2_TIMEOUT_MS),
/* harmony export */   k3D: () => (/* binding */ MAX_FOLDER_CHARS),
/* harmony export */   k7N: () => (/* binding */ MAX_SHOWN_PLATFORMS),
/* harmony export */   kGn: () => (/* binding */ MAX_SHOWN_PROGRAM_MESSAGE_CHARS),
/* harmony export */   kXm: () => (/* binding */ MAX_KMS_LIST_BYTES),
/* harmony export */   kaD: () => (/* binding */ MAX_TILE_BYTES),
/* harmony export */   kaK: () => (/* binding */ MAX_IMAGE_CONFIG_BYTES),
/* harmony export */   kin: () => (/* binding */ BUNDLE_OVERHEAD_BYTES),
/* harmony export */   km_: () => (/* binding */ MAX_CLAIMS_FILE_BYTES),
/* harmony export */   kqT: () => (/* binding */ MAX_SIGNATURES_PER_CLAIM),
/* harmony export */   krv: () => (/* binding */ DEFAULT_REGISTRY_TOKEN_SECONDS),
/* harmony export */   ksb: () => (/* binding */ MAX_MENDED_DESCRIPTORS),
/* harmony export */   ldD: () => (/* binding */ MAX_CLAIM_BYTES_PER_DIGEST),
/* harmony export */   m7w: () => (/* binding */ MAX_LISTED_IMAGES),
/* harmony export */   mCE: () => (/* binding */ MAX_IMAGES),
/* harmony export */   mOY: () => (/* binding */ MAX_SYFT_CONCURRENCY),
/* harmony export */   mVI: () => (/* binding */ MAX_TRUST_STORE_FILES),
/* harmony export */   mcl: () => (/* binding */ MAX_CLAIMS_PER_DIGEST),
/* harmony export */   mwc: () => (/* binding */ MAX_SHOWN_SBOM_FINDINGS),
/* harmony export */   nLo: () => (/* binding */ MAX_SUPERSEDED_NAMES),
/* harmony export */   n_T: () => (/* binding */ MAX_RESPONSE_HEADER_BYTES),
/* harmony export */   nah: () => (/* binding */ MAX_SARIF_BYTES),
/* harmony export */   nj4: () => (/* binding */ MAX_READ_BACKS),
/* harmony export */   nnl: () => (/* binding */ MAX_SHOWN_REASONS),
/* harmony export */   nsj: () => (/* binding */ MAX_TAG_WRITES),
/* harmony export */   nvn: () => (/* binding */ MAX_CHALLENGE_CHARS),
/* harmony export */   o9w: () => (/* binding */ MAX_ARTIFACT_BYTES),
/* harmony export */   oAn: () => (/* binding */ MAX_CHECKPOINT_CHARS),
/* harmony export */   oIy: () => (/* binding */ MAX_CHECKPOINT_SIGNATURES),
/* harmony export */   omx: () => (/* binding */ MAX_ARTIFACT_CONTENT_BYTES),
/* harmony export */   pQt: () => (/* binding */ MAX_RETRY_DELAY_MS),
/* harmony export */   ppL: () => (/* binding */ MAX_TRUST_POLICY_BYTES),
/* harmony export */   qBF: () => (/* binding */ MAX_SNAPSHOT_BYTES),
/* harmony export */   qcw: () => (/* binding */ MAX_FINDING_LIST),
/* harmony export */   rGx: () => (/* binding */ MAX_DURATION_MS),
/* harmony export */   rIg: () => (/* binding */ MAX_SBOM_BYTES),
/* harmony export */   rLD: () => (/* binding */ MAX_TRUST_STORE_FILE_BYTES),
/* harmony export */   rcb: () => (/* binding */ RENEW_BEFORE_EXPIRY_MS),
/* harmony export */   rl8: () => (/* binding */ MAX_IN_TOTO_VULNS_BYTES),
/* harmony export */   s9r: () => (/* binding */ MAX_CLOCK_SKEW_MS),
/* harmony export */   sEH: () => (/* binding */ CREDENTIAL_HELPER_TIMEOUT_MS),
/* harmony export */   sjh: () => (/* binding */ GRYPE_ANSWER_TIMEOUT_MS),
/* harmony export */   t21: () => (/* binding */ COLLECT_CONCURRENCY),
/* harmony export */   t7S: () => (/* binding */ MAX_TOOL_VERSION_BYTES),
/* harmony export */   tNR: () => (/* binding */ MAX_LAYOUT_LOCK_POLL_MS),
/* harmony export */   tlA: () => (/* binding */ MAX_LAYOUT_LOCK_WAIT_MS),
/* harmony export */   toO: () => (/* binding */ MAX_CERTIFICATES_PER_FILE),
/* harmony export */   tos: () => (/* binding */ MAX_CERTIFICATE_BYTES),
/* harmony export */   tpd: () => (/* binding */ MAX_SBOM_DIFF_BYTES),
/* harmony export */   u_Q: () => (/* binding */ MAX_VEX_STATEMENTS),
/* harmony export */   udo: () => (/* binding */ MAX_CERTIFICATES_IN_CHAIN),
/* harmony export */   v$j: () => (/* binding */ MAX_SARIF_LISTED_BYTES),
/* harmony export */   vGH: () => (/* binding */ PROGRESS_INTERVAL_MS),
/* harmony export */   wFu: () => (/* binding */ MAX_PROGRAM_MESSAGE_CHARS),
/* harmony export */   whP: () => (/* binding */ MAX_ARTIFACT_UPLOAD_BYTES),
/* harmony export */   xyU: () => (/* binding */ MAX_UNREADABLE_ANSWERS),
/* harmony export */   yd3: () => (/* binding */ MAX_TUF_ROOT_BYTES),
/* harmony export */   z4_: () => (/* binding */ MAX_SHOWN_POINTER_CHARS),
/* harmony export */   zQB: () => (/* binding */ FIRST_FRESH_DELAY_MS),
/* harmony export */   zfv: () => (/* binding */ MAX_BUILDKIT_LAYERS)
/* harmony export */ });
/** Every bound on untrusted input and every default time, each with its unit in its name. */
// program
/** The end of what a program says on its standard error that is kept; UTF-16 code units. */
const MAX_PROGRAM_MESSAGE_CHARS = 64 * 1024;
// http
/** No byte for this long counts as a stall of one attempt. */
const DEFAULT_STALL_MS = 30_000;
/** The slowest transfer that is waited for: an attempt may last four stalls and the time its bytes take at this rate. */
const MIN_TRANSFER_BYTES_PER_MS = 32;
/** Google Artifact Registry answers with more than node's 16 KiB. */
const MAX_RESPONSE_HEADER_BYTES = 256 * 1024;
/** What is read of the body of an answer that is an error. */
const MAX_ERROR_BODY_BYTES = 64 * 1024;
/** What is shown of it. */
const MAX_ERROR_EXCERPT_CHARS = 300;
/** Hiding a shorter text would blot out ordinary words, digests among them; nothing so short is a secret for long. */
const MIN_SECRET_CHARS = 4;
const MAX_REDIRECTS = 5;
const MAX_CONNECTIONS_PER_ORIGIN = 32;
const DEFAULT_RETRY_WINDOW_MS = 10 * 60_000;
const FIRST_RETRY_DELAY_MS = 250;
const MAX_RETRY_DELAY_MS = 15_000;
/** A host that is not found, or nothing listening there, is a mistake far more often than an outage. */
const MAX_ATTEMPTS_HOST_NOT_FOUND = 3;
const MAX_ATTEMPTS_CONNECTION_REFUSED = 6;
// trust
const MAX_TRUSTED_ROOT_BYTES = 4 * 1024 * 1024;
/** What TUF fetched for one repository, as it is cached. */
const MAX_TUF_CACHE_BYTES = 32 * 1024 * 1024;
/** Root metadata; the bound of tuf-js too. */
const MAX_TUF_ROOT_BYTES = 512_000;
/** How long the TUF repositories of an export may live, and do unless it is said. */
const MAX_TUF_LIFETIME_DAYS = 3650;
const DEFAULT_TUF_LIFETIME_DAYS = 365;
/** What an export says of itself. */
const MAX_EXPORT_MANIFEST_BYTES = 1024 * 1024;
/** Steps of one job share what the first of them fetched. */
const TRUST_REFRESH_AFTER_MS = 60 * 60_000;
const WARN_TRUST_AGE_MS = 24 * 60 * 60_000;
/** Older material decides nothing (sigstore/sigstore-python#1175). */
const MAX_TRUST_AGE_MS = 7 * 24 * 60 * 60_000;
// reference
const MAX_REFERENCE_CHARS = 1024;
/** The path of a layout folder, with what stands before and behind it; Linux takes no longer path. */
const MAX_FOLDER_CHARS = 4096;
// registry
/** OCI distribution specification, "Pushing Manifests": registries should take 4 MiB at least; few take more. */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
const MAX_DESCRIPTORS_PER_MANIFEST = 5_000;
const MAX_MEDIA_TYPE_CHARS = 255;
/** Entries of others that are nested deeper lose the members that we do not know when their index is written again. */
const MAX_ENTRY_DEPTH = 20;
const MAX_REFERRER_PAGES = 100;
const MAX_REFERRERS = 10_000;
/** Referrers whose descriptor in a fallback index is wrong are fetched to mend it. */
const MAX_MENDED_DESCRIPTORS = 200;
const MEND_CONCURRENCY = 8;
/** Annotations of one manifest that are copied into its entry: those of MAX_MENDED_DESCRIPTORS leave room in an index. */
const MAX_MENDED_ANNOTATION_CHARS = 8 * 1024;
/** The body of the answer to a write or an upload. */
const MAX_WRITE_ANSWER_BYTES = 64 * 1024;
const MAX_CHALLENGE_CHARS = 8 * 1024;
const MAX_CHALLENGES = 16;
const MAX_REGISTRY_TOKEN_BYTES = 1024 * 1024;
/** Token specification: a token without expires_in is good for 60 s. */
const DEFAULT_REGISTRY_TOKEN_SECONDS = 60;
const MAX_DOCKER_CONFIG_BYTES = 4 * 1024 * 1024;
const MAX_CREDENTIAL_HELPER_BYTES = 1024 * 1024;
const CREDENTIAL_HELPER_TIMEOUT_MS = 30_000;
/** How long after a write a 404 is still put down to slow visibility: this often, doubling from the first delay. */
const MAX_FRESH_READS = 7;
const FIRST_FRESH_DELAY_MS = 50;
/** Sent with the request that opens an upload: a registry that wants a session all the same is sent it twice. */
const MAX_SINGLE_POST_BYTES = 1024 * 1024;
/** An upload session that is lost on the way is opened again. */
const MAX_UPLOAD_SESSIONS = 3;
/** Many writers on one tag: the pause between the re-reads that confirm a write, and how often it is tried again. */
const DEFAULT_SETTLE_MS = 300;
const SETTLE_READS = 3;
const MAX_TAG_WRITES = 200;
const MAX_SETTLE_ROUNDS = 200;
// registry: layout folders
/** The file oci-layout, which holds one version. */
const MAX_LAYOUT_FILE_BYTES = 4096;
/** What a run that was ended left half written is taken away by a later one. */
const LAYOUT_LEFTOVER_MS = 60 * 60_000;
/** A lock is held for as long as index.json takes to be replaced; one that stands for this long was left by a process that was ended. */
const LAYOUT_LOCK_STALE_MS = 10_000;
const MAX_LAYOUT_LOCK_POLL_MS = 20;
const MAX_LAYOUT_LOCK_WAIT_MS = 60_000;
/** Images of a folder that an error lists. */
const MAX_LISTED_IMAGES = 20;
// digest-set
const MAX_PLATFORMS = 200;
// sbom
/** An SBOM that is read; syft-json lists the files of every package and is larger than what is attested. */
const MAX_SBOM_BYTES = 128 * 1024 * 1024;
/** Packages of one document, nested ones among them. */
const MAX_SBOM_PACKAGES = 500_000;
/** Platforms that a document marks one package with, and files that a sentence of a report names. */
const MAX_SBOM_PLATFORMS = 200;
const MAX_SHOWN_PATHS = 5;
/** actions/attest refuses a larger predicate, and the attestation store of GitHub with it. */
const GITHUB_MAX_PREDICATE_BYTES = 16 * 1024 * 1024;
/** What a Markdown comparison of two SBOMs takes at most: it shares a summary with others. */
const MAX_SBOM_DIFF_BYTES = 128 * 1024;
// sbom: images and the generator
/** Entries and bytes of one layer of an image, unpacked. */
const MAX_LAYER_ENTRIES = 5_000_000;
const MAX_LAYER_UNPACKED_BYTES = 64 * 1024 * 1024 * 1024;
/** The paths of a layer's whiteouts, package databases and lock files together; an honest layer comes to some thousand. */
const MAX_LAYER_KEPT_PATH_CHARS = 8 * 1024 * 1024;
/** From this size on a layer may not expand to more than so many times its packed size: honest ones come to some ten times. */
const UNSUSPICIOUS_LAYER_BYTES = 1024 * 1024 * 1024;
const MAX_LAYER_EXPANSION = 200;
/** All layers of a run together, packed. */
const MAX_IMAGE_PACKED_BYTES = 64 * 1024 * 1024 * 1024;
const MAX_LAYERS_PER_IMAGE = 1000;
const MAX_IMAGE_CONFIG_BYTES = 8 * 1024 * 1024;
const MAX_OS_RELEASE_BYTES = 64 * 1024;
/** Layers that are fetched and listed at a time, and how often one is begun again whose transfer broke off. */
const LAYER_CONCURRENCY = 4;
const MAX_LAYER_TRANSFERS = 3;
/** Attestation manifests of BuildKit, and their documents, that one index may bring. */
const MAX_BUILDKIT_LAYERS = 100;
/** Platforms that syft describes at a time; each takes some hundred megabytes of memory. */
const MAX_SYFT_CONCURRENCY = 4;
const MAX_SYFT_DOCUMENT_BYTES = 384 * 1024 * 1024;
/** What it prints beside them: nothing that is read. */
const MAX_SYFT_PRINTED_BYTES = 64 * 1024;
const DEFAULT_SYFT_TIMEOUT_MINUTES = 15;
/** Files and folders of a folder that are looked at for evidence, and what is read of a manifest of packages. */
const MAX_FOLDER_ENTRIES = 500_000;
const MAX_PACKAGE_MANIFEST_BYTES = 4 * 1024 * 1024;
/** Findings of one document that are shown. */
const MAX_SHOWN_SBOM_FINDINGS = 50;
/** A dependency snapshot as it is sent. */
const MAX_SNAPSHOT_BYTES = 32 * 1024 * 1024;
// scan
/** grype's JSON about one subject; that of a large image has some 100 MB. */
const MAX_GRYPE_OUTPUT_BYTES = 2 * 1024 * 1024 * 1024;
/** What grype answers to a short question: its version, the state of its database. */
const MAX_GRYPE_ANSWER_BYTES = 1024 * 1024;
const GRYPE_ANSWER_TIMEOUT_MS = 60_000;
/** How much of what a program says an error shows. */
const MAX_SHOWN_PROGRAM_MESSAGE_CHARS = 600;
/** How often an update of the vulnerability database is tried, and the pause after the first failure, which then doubles. */
const MAX_DATABASE_UPDATES = 3;
const FIRST_DATABASE_RETRY_DELAY_MS = 2_000;
/** Between two lines that say that syft or grype still runs. */
const PROGRESS_INTERVAL_MS = 30_000;
/** A database from later than this hence was not built honestly, or the clock here is wrong. */
const MAX_CLOCK_SKEW_MS = 24 * 60 * 60_000;
/** The longest age that may be allowed for a database: old enough for every test. */
const MAX_DATABASE_AGE_DAYS = 36_500;
/** Findings that the message of a failed gate names. */
const MAX_NAMED_FINDINGS = 10;
/** SARIF for GitHub, before and after compression (docs.github.com, "SARIF support for code scanning": 10 MB compressed). */
const MAX_SARIF_BYTES = 256 * 1024 * 1024;
const MAX_SARIF_UPLOAD_BYTES = 10 * 1000 * 1000;
/** GitHub refuses a SARIF file with more runs or more results in one of them, and shows no more than 5,000 (same page). */
const MAX_SARIF_RUNS = 20;
const MAX_SARIF_RESULTS_PER_RUN = 25_000;
/** Rules and results of a SARIF file as text: with descriptions of random words they compress to less than GitHub takes. */
const MAX_SARIF_LISTED_BYTES = 40 * 1000 * 1000;
/** The list of findings in an attested scan: signed and encoded, every verifier still takes it (PUBLIC_REKOR_MAX_ENVELOPE_BYTES). */
const MAX_VULN_PREDICATE_FINDING_BYTES = 1024 * 1024;
/** The same of in-toto's form, which nobody signs unasked. */
const MAX_IN_TOTO_VULNS_BYTES = 4 * 1024 * 1024;
/** Platforms that are scanned at a time: each run of grype holds the database. */
const SCAN_CONCURRENCY = 2;
/** A scanner's report that is read, and one value of it that is not gone into: a finding, the scanner's settings. */
const MAX_REPORT_BYTES = 2 * 1024 * 1024 * 1024;
const MAX_REPORT_VALUE_BYTES = 16 * 1024 * 1024;
const MAX_REPORT_DEPTH = 200;
/** So far into a report it is looked for members that stand twice: it takes as long as reading does. */
const MAX_REPORT_BYTES_CHECKED_FOR_REPEATS = 32 * 1024 * 1024;
/** Bytes of values of one kind that are kept while a report is read, since they come again: a package has many vulnerabilities. */
const MAX_REPEATED_BYTES = 32 * 1024 * 1024;
const MAX_FINDINGS = 1_000_000;
/** Of a finding: a name, an id, a version, an address; its description; entries of its lists. */
const MAX_FINDING_TEXT_CHARS = 1024;
const MAX_FINDING_DESCRIPTION_CHARS = 1000;
const MAX_FINDING_LIST = 20;
/** Sentences of one kind that a report or decision carries. */
const MAX_SCAN_SENTENCES = 200;
/** The waiver file. */
const MAX_WAIVER_FILE_BYTES = 512 * 1024;
/** A waiver is told to end soon from so many days on. */
const EXPIRING_DAYS = 14;
const MAX_VEX_STATEMENTS = 100_000;
/** Files of one input of scan. */
const MAX_SCAN_FILES = 250;
// claims
/** A document or predicate as given. cosign's own bound on an attachment (128 MiB) is not reached from here. */
const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
const MAX_DOCUMENT_DEPTH = 200;
const MAX_PREDICATE_TYPE_CHARS = 1024;
/** Of a larger document that breaks its schema only the first fault is told: there may be one for each of its bytes. */
const MAX_BYTES_FOR_ALL_FINDINGS = 1024 * 1024;
/** Places in a document that one refusal names, and how much of each. */
const MAX_SHOWN_FAULTS = 5;
const MAX_SHOWN_POINTER_CHARS = 200;
/** Longer purls, names and versions of a document are not looked into: no image's are. */
const MAX_PURL_CHARS = 4096;
// sign
const MAX_IDENTITY_TOKEN_CHARS = 32 * 1024;
const MAX_TOKEN_ANSWER_BYTES = 64 * 1024;
const MAX_CERTIFICATE_ANSWER_BYTES = 256 * 1024;
const MAX_CERTIFICATES_IN_CHAIN = 10;
const MAX_LOG_ANSWER_BYTES = 1024 * 1024;
const MAX_INCLUSION_PROOF_HASHES = 64;
const MAX_CHECKPOINT_CHARS = 64 * 1024;
/** Signatures on a checkpoint: the log's and its witnesses'. As many as golang.org/x/mod reads. */
const MAX_CHECKPOINT_SIGNATURES = 100;
/** Rekor v2 answers when a checkpoint covers the entry: its operators ask for 20 seconds at the least. */
const REKOR_V2_TIMEOUT_MS = 60_000;
/** 256 hashes. */
const MAX_TILE_BYTES = 8192;
/** 256 entries, each with a length in two bytes. */
const MAX_ENTRY_BUNDLE_BYTES = 256 * (2 + 65_535);
/** Where an entry that is there already is looked for. */
const MAX_TRUSTED_LOGS_ASKED = 8;
const MAX_TIMESTAMP_BYTES = 128 * 1024;
const MAX_KEY_CHARS = 64 * 1024;
/** scrypt over a password: cosign's strongest parameters (N 2^17, r 8) need 128 MiB. */
const MAX_SCRYPT_BYTES = 136 * 1024 * 1024;
const MAX_KEY_URI_CHARS = 1024;
/** An answer of a key management service, of its token service, or of a program that stands for one. */
const MAX_KMS_ANSWER_BYTES = 256 * 1024;
/** A list of key versions. */
const MAX_KMS_LIST_BYTES = 2 * 1024 * 1024;
/** A file with credentials, or with a token to exchange. */
const MAX_CREDENTIALS_FILE_BYTES = 64 * 1024;
/** An answer that cannot be used, or a service that asks to slow down in words of its own, is asked again this often. */
const MAX_KMS_ATTEMPTS = 6;
/** A signature that does not verify was perhaps damaged on its way: this many are asked for. */
const MAX_WRONG_KMS_SIGNATURES = 3;
/** A refusal this long after the request was signed may be for its age alone: retries of an outage take their time. */
const RESIGN_AFTER_MS = 60_000;
/** A program that stands for a key management service: a person may have to touch a token. */
const KMS_PROGRAM_TIMEOUT_MS = 120_000;
/** An answer that cannot be read is asked for again: a proxy's page, a body cut off behind a proxy. */
const MAX_UNREADABLE_ANSWERS = 3;
/** A token or certificate with less than this left is renewed before it is used. */
const RENEW_BEFORE_EXPIRY_MS = 30_000;
/** How often one claim is signed again because the log was so slow that the certificate had expired by then. */
const MAX_SIGNATURES_PER_CLAIM = 3;
const DEFAULT_SIGNING_CONCURRENCY = 12;
/** Public-good Rekor v1 refuses larger DSSE envelopes (sigstore/rekor#2808, #2915). */
const PUBLIC_REKOR_MAX_ENVELOPE_BYTES = 3_500_000;
/** Kyverno's bundle reader refuses a larger layer. */
const KYVERNO_MAX_BUNDLE_BYTES = 10_000_000;
/** What certificate, log entry and timestamps add to a bundle, at most in practice. */
const BUNDLE_OVERHEAD_BYTES = 32 * 1024;
// layouts
/** Older objects that one stored claim names as superseded: a digest has 71 characters. */
const MAX_SUPERSEDED_NAMES = 64;
/** From so many referrers on a run that cannot delete says that the limit comes near. */
const WARN_REFERRERS = 40;
/** Signatures or attestations in one `.sig` or `.att` manifest, and bundles beside one digest, that are read (cosign's bound). */
const MAX_CLAIMS_PER_DIGEST = 1000;
/** All that is read of the claims beside one digest. */
const MAX_CLAIM_BYTES_PER_DIGEST = 512 * 1024 * 1024;
/** What was stored is read back without holding it a second time where it is larger. */
const MAX_BLOB_HELD_TWICE_BYTES = 1024 * 1024;
/** Annotations of one layer (certificate, chain, log entry); larger ones are not looked into. */
const MAX_LAYER_ANNOTATION_CHARS = 1024 * 1024;
/** Manifests and blobs of one digest's claims that are fetched at a time. */
const COLLECT_CONCURRENCY = 16;
// verify
/** A stored claim: a bundle, an envelope or a simple-signing document (cosign's COSIGN_MAX_ATTACHMENT_SIZE). */
const MAX_CLAIM_BYTES = 128 * 1024 * 1024;
/** Members and elements at any depth of a bundle, an envelope or a log entry: honest ones have a few hundred. */
const MAX_CLAIM_PARTS = 20_000;
/** The same of a statement: an SBOM has a part for some 20 of its bytes. */
const MAX_STATEMENT_PARTS = 5_000_000;
const MAX_CERTIFICATE_BYTES = 64 * 1024;
/** Log entries, timestamps or certificates of one claim; sigstore-go has the same bound. */
const MAX_WITNESSES_PER_CLAIM = 32;
/** A log entry's canonical body, as base64 in an annotation or a bundle. */
const MAX_LOG_BODY_BYTES = 8 * 1024 * 1024;
// notation
/**
 * A signature envelope: some kilobytes with its chain and a timestamp. The longest chain of the largest certificates and the
 * largest timestamp, in base64, have room; all signatures of a digest are held at a time.
 */
const MAX_NOTATION_ENVELOPE_BYTES = 1536 * 1024;
/** Notation signatures beside one digest that are read. */
const MAX_NOTATION_SIGNATURES = 100;
/** The certificate chain that is signed with, as PEM. */
const MAX_NOTATION_CERTIFICATES_BYTES = 1024 * 1024;
/** How far ahead a signer may set the end of a Notation signature. */
const MAX_NOTATION_EXPIRY_DAYS = 36_500;
const MAX_TRUST_POLICY_BYTES = 1024 * 1024;
/** Certificates that a timestamp token brings: its authority's chain, in any order. */
const MAX_CERTIFICATES_IN_TIMESTAMP = 32;
/** Certificate files of one named trust store, and the size of each. */
const MAX_TRUST_STORE_FILES = 1000;
const MAX_TRUST_STORE_FILE_BYTES = 1024 * 1024;
const MAX_CERTIFICATES_PER_FILE = 100;
// policy
const MAX_IDENTITY_PATTERN_CHARS = 4096;
/** Alternatives of who may have signed: what the values of the identity inputs multiply to. */
const MAX_SIGNER_RULES = 200;
const MAX_REQUIREMENTS = 50;
/** Reasons that one refusal lists. */
const MAX_SHOWN_REASONS = 5;
// report
/** The runner drops a job summary of more than 1 MiB whole. */
const MAX_SUMMARY_BYTES = 900 * 1024;
/** What a summary shows of one error or notice, and how many lines for other verifiers. */
const MAX_SUMMARY_TEXT_CHARS = 4000;
const MAX_SUMMARY_COMMANDS = 100;
/** What a summary takes at most for a scan, and the findings and waivers of one subject that it shows. */
const MAX_SCAN_SUMMARY_BYTES = 512 * 1024;
const MAX_SUMMARY_SCAN_FINDINGS = 100;
/** Platforms of one finding that are named; the others are counted. */
const MAX_SHOWN_PLATFORMS = 4;
const MAX_SUMMARY_WAIVERS = 50;
/** Findings of one subject that the JSON document names; the files that it names have them all. */
const MAX_DOCUMENT_SCAN_FINDINGS = 100;
// tools
/** A release asset, and the program that is taken out of it. cosign has some 140 MB. */
const MAX_TOOL_BYTES = 512 * 1024 * 1024;
/** All that an archive may come to when it is unpacked; a gzip bomb ends there. */
const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;
const MAX_ARCHIVE_ENTRIES = 1000;
/** A vendor's checksum file, a signature, a certificate or a bundle. */
const MAX_TOOL_EVIDENCE_BYTES = 1024 * 1024;
/** How often a download that broke off in the middle is begun again. */
const MAX_DOWNLOADS = 3;
/** A version that the table does not hold has to be this old: a stolen release is mostly found within days. */
const DEFAULT_MIN_AGE_MS = 3 * 24 * 60 * 60_000;
const MAX_MIN_AGE_DAYS = 365;
const TOOL_VERSION_TIMEOUT_MS = 30_000;
const MAX_TOOL_VERSION_BYTES = 64 * 1024;
const MAX_TOOLS = 20;
/** Processes that place the same tool at a time: each finds the place taken at most this often. */
const MAX_PLACINGS = 10;
// flows
/** Digests that are read, written or verified at a time. */
const FLOW_CONCURRENCY = 8;
/** Looks at the registry until it shows what it took a moment ago, and the wait after the first. */
const MAX_READ_BACKS = 5;
const FIRST_READ_BACK_DELAY_MS = 200;
/** The name of a workflow artifact (GitHub refuses more), and the longest that any repository keeps one. */
const MAX_ARTIFACT_NAME_CHARS = 256;
const MAX_ARTIFACT_RETENTION_DAYS = 400;
/** What goes into a workflow artifact, and its archive: every version of Azure's "Put Blob" since 2016 takes so much at once. */
const MAX_ARTIFACT_CONTENT_BYTES = 2 * 1024 * 1024 * 1024;
const MAX_ARTIFACT_UPLOAD_BYTES = 256 * 1024 * 1024;
/** GitHub's answer to a document that it is sent. */
const MAX_GITHUB_ANSWER_BYTES = 1024 * 1024;
// options
const MAX_IMAGES = 100;
/** The longest duration that an input may give. */
const MAX_DURATION_MS = 24 * 60 * 60_000;
/** How much of a wrong input, or of a value in an answer, an error shows. */
const MAX_SHOWN_INPUT_CHARS = 200;
/** Kyverno reads no digest with more referrers than this. */
const DEFAULT_MAX_REFERRERS = 50;
// runner
/** The event that started the run; GitHub caps a webhook's payload at 25 MB. */
const MAX_EVENT_BYTES = 32 * 1024 * 1024;
/** One output of an action, in UTF-16 code units: all outputs of a job together may have 1 MB as UTF-16. */
const MAX_OUTPUT_CHARS = 200_000;
/** A step's warnings that become annotations, the last one saying how many are left out; the runner shows ten. */
const MAX_ANNOTATIONS_PER_KIND = 10;
/** The message of an annotation; the runner cuts at 4096. */
const MAX_ANNOTATION_CHARS = 4000;
// command
/** What verify-bundle reads; a larger artifact is given by its digest. */
const MAX_ARTIFACT_BYTES = 1024 * 1024 * 1024;
/** What testbed.json of an earlier test bed may have, and how long its registry has to answer. */
const MAX_TESTBED_DESCRIPTION_BYTES = 64 * 1024;
const TESTBED_PROBE_TIMEOUT_MS = 1000;
/** The claims of a test bed's tokens are some dozens of short texts. */
const MAX_CLAIMS_FILE_BYTES = 1024 * 1024;
/** What the demo reads of the output of an action that it runs. */
const MAX_ACTION_OUTPUT_BYTES = 16 * 1024 * 1024;


/***/ }),

/***/ 66212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Hd: () => (/* reexport */ BUNDLE_V03),
  Mu: () => (/* reexport */ DOCKER_INDEX),
  Vv: () => (/* reexport */ DOCKER_MANIFEST),
  P7: () => (/* reexport */ DSSE_ENVELOPE),
  xp: () => (/* reexport */ IMAGE_MEDIA_TYPES),
  B1: () => (/* reexport */ IN_TOTO),
  TF: () => (/* reexport */ OCI_CONFIG),
  g1: () => (/* reexport */ OCI_EMPTY),
  $p: () => (/* reexport */ OCI_INDEX),
  BQ: () => (/* reexport */ OCI_LAYER_GZIP),
  EG: () => (/* reexport */ OCI_MANIFEST),
  Nj: () => (/* reexport */ SIMPLE_SIGNING),
  ol: () => (/* reexport */ digestOf),
  Bq: () => (/* reexport */ formatPlatform),
  ZD: () => (/* reexport */ hexOf),
  Bc: () => (/* reexport */ isDigest),
  $$: () => (/* reexport */ isIndexMediaType),
  Kw: () => (/* reexport */ isPlainPlatform),
  m: () => (/* reexport */ parseDigest),
  Hi: () => (/* reexport */ splitPlatformPath)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
;// CONCATENATED MODULE: ./packages/core/build/oci/digest.js



const DIGEST = /^sha256:[0-9a-f]{64}$/;
const isDigest = (text) => DIGEST.test(text);
/** Throws DIGEST_INVALID. */
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new errors/* CountersignError */.WS('DIGEST_INVALID', {
        what: `${JSON.stringify(text.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))} is not a digest`,
        remedy: 'Give a digest as sha256: and 64 lower-case hexadecimal digits.',
    });
}
const digestOf = (bytes) => `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
/** The hexadecimal part. */
const hexOf = (digest) => digest.slice('sha256:'.length);

;// CONCATENATED MODULE: ./packages/core/build/oci/media-types.js
/** Media types of the OCI image specification 1.1, Docker, cosign and Sigstore bundles. */
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json';
const OCI_EMPTY = 'application/vnd.oci.empty.v1+json';
const OCI_LAYER_GZIP = 'application/vnd.oci.image.layer.v1.tar+gzip';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const DOCKER_INDEX = 'application/vnd.docker.distribution.manifest.list.v2+json';
const SIMPLE_SIGNING = 'application/vnd.dev.cosign.simplesigning.v1+json';
const DSSE_ENVELOPE = 'application/vnd.dsse.envelope.v1+json';
const BUNDLE_V03 = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const IN_TOTO = 'application/vnd.in-toto+json';
const IMAGE_MEDIA_TYPES = [OCI_MANIFEST, OCI_INDEX, DOCKER_MANIFEST, DOCKER_INDEX];
const isIndexMediaType = (mediaType) => mediaType === OCI_INDEX || mediaType === DOCKER_INDEX;

;// CONCATENATED MODULE: ./packages/core/build/oci/platform.js
/** `os/architecture[/variant]`, as BuildKit and Docker write it. */
const formatPlatform = (platform) => [platform.os, platform.architecture, platform.variant]
    .filter((part) => part !== undefined && part !== '')
    .join('/');
/** Whether a text can stand for a platform in an input or a file name: what an index calls its platforms is text of others. */
const isPlainPlatform = (text) => /^[a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9.]+)?$/.test(text);
/** A line `[PLATFORM=]PATH` of an input in its parts. */
function splitPlatformPath(line) {
    const [platform = ''] = line.split('=', 1);
    const path = line.slice(platform.length + 1);
    return isPlainPlatform(platform) && path !== '' ? { platform, path } : { platform: undefined, path: line };
}

;// CONCATENATED MODULE: ./packages/core/build/oci/index.js





/***/ }),

/***/ 45288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xb: () => (/* reexport */ DOCKER_HUB),
  kE: () => (/* reexport */ FOLDER_PREFIX),
  nz: () => (/* reexport */ apiHost),
  Vu: () => (/* reexport */ claimedName),
  DH: () => (/* reexport */ folderTitle),
  nD: () => (/* reexport */ formatName),
  FH: () => (/* reexport */ formatReference),
  gr: () => (/* reexport */ isDockerHub),
  lQ: () => (/* reexport */ isFolder),
  jU: () => (/* reexport */ isHost),
  zZ: () => (/* reexport */ parseImage),
  $q: () => (/* reexport */ parseName),
  F2: () => (/* reexport */ parseReference),
  hQ: () => (/* reexport */ withDigest)
});

// UNUSED EXPORTS: REPOSITORY, TAG

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./packages/core/build/reference/grammar.js

/** OCI distribution specification 1.1, "Pulling manifests": `<name>`. */
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
/** The same section: `<reference>` as a tag. */
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const DOCKER_HUB = 'index.docker.io';
/** Every name that Docker Hub goes by; `registry-1.docker.io` is where its API answers. */
const DOCKER_HUB_NAMES = new Set([
    'docker.io',
    DOCKER_HUB,
    'registry-1.docker.io',
    'registry.hub.docker.com',
]);
const isDockerHub = (host) => DOCKER_HUB_NAMES.has(host);
/** Whether the first part of a name is a host (it has a dot or a port, or is localhost) and not a Docker Hub user. */
const looksLikeHost = (part) => part.includes('.') || part.includes(':') || part.toLowerCase() === 'localhost';
/**
 * `name[:port]`, an IPv4 address, or an IPv6 address in brackets; the port is 1 to 65535. What a URL would read as
 * another address (`010.0.0.1` is 8.0.0.1 there), or not at all, is no host.
 */
function isHost(text) {
    const match = HOST.exec(text);
    if (match === null)
        return false;
    const { address, port } = match.groups ?? {};
    if (address !== undefined && !(0,external_node_net_.isIPv6)(address))
        return false;
    const bare = port === undefined ? text : text.slice(0, -1 - port.length);
    if (address === undefined && URL.parse(`https://${bare}`)?.hostname !== bare)
        return false;
    return port === undefined || (Number(port) >= 1 && Number(port) <= 65_535);
}
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOST = new RegExp(`^(?:\\[(?<address>[0-9a-f:.]+)\\]|${LABEL}(?:\\.${LABEL})*)(?::(?<port>[1-9]\\d{0,4}))?$`);

;// CONCATENATED MODULE: ./packages/core/build/reference/folder.js




/** What stands before the path of an OCI layout folder, as skopeo and podman write it. */
const FOLDER_PREFIX = 'oci:';
/**
 * Reads `oci:FOLDER[:tag][@digest]`. The tag stands behind the last colon after the last slash (or backslash), so
 * `oci:C:\out` has none; a folder whose own name has a colon is written with a slash at its end. The path is looked at
 * only when the folder is opened. Throws REFERENCE_INVALID with the reason.
 */
function parseFolder(text) {
    if (text.length > limits/* MAX_FOLDER_CHARS */.k3D)
        throw invalid(text, `it is longer than ${limits/* MAX_FOLDER_CHARS */.k3D} characters`);
    if (/\p{Cc}/u.test(text))
        throw invalid(text, 'it has a control character in it');
    if (text.startsWith('oci://'))
        throw invalid(text, 'it is a URL; leave the scheme out');
    const { before, digest } = splitDigest(text.slice(FOLDER_PREFIX.length));
    if (digest !== undefined && !(0,oci/* isDigest */.Bc)(digest)) {
        throw invalid(text, `${JSON.stringify(digest)} is not a digest (sha256: and 64 lower-case hexadecimal digits)`);
    }
    if (splitDigest(before).digest !== undefined)
        throw invalid(text, 'it has more than one digest');
    const { path, tag } = splitTag(before);
    if (tag !== undefined && !TAG.test(tag)) {
        throw invalid(text, `${JSON.stringify(tag)} is not a tag (a folder whose name has a colon ends in a slash)`);
    }
    const folder = withoutSlashes(path);
    if (folder === '')
        throw invalid(text, 'it names no folder');
    // The one place where the brand is put on: every path here was checked above.
    return Object.freeze({ folder, tag, digest });
}
/** `oci:FOLDER`, with a slash at its end where the folder's name would be read as one with a tag. */
const formatFolder = (folder, isTagged = false) => `${FOLDER_PREFIX}${folder}${!isTagged && splitTag(folder).tag !== undefined ? '/' : ''}`;
/** The last part of a folder's path: how it is called where nothing else says how. */
function folderTitle(folder) {
    const last = folder.split(/[/\\]/).findLast((part) => part !== '' && part !== '.' && part !== '..');
    return last ?? 'image';
}
function splitDigest(text) {
    const match = /^(?<before>.*)@(?<digest>sha\d+:[^/\\@]*)$/i.exec(text);
    return { before: match?.groups?.before ?? text, digest: match?.groups?.digest };
}
function splitTag(text) {
    const colon = text.lastIndexOf(':');
    if (colon === -1 || /[/\\]/.test(text.slice(colon)))
        return { path: text, tag: undefined };
    return { path: text.slice(0, colon), tag: text.slice(colon + 1) };
}
/** A root (`/`, `C:\`) stays one. */
function withoutSlashes(path) {
    const bare = path.replace(/[/\\]+$/, '');
    return bare === '' || /^[a-z]:$/i.test(bare) ? path : bare;
}
const invalid = (text, why) => new errors/* CountersignError */.WS('REFERENCE_INVALID', {
    what: `${JSON.stringify(text.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))} is not an OCI layout folder: ${why}`,
    remedy: 'Write oci:FOLDER, oci:FOLDER:TAG or oci:FOLDER@sha256:<64 hexadecimal digits>.',
});

;// CONCATENATED MODULE: ./packages/core/build/reference/parse.js





/**
 * Reads an image of either store: what begins with `oci:` is a folder, all else an image of a registry.
 * Throws REFERENCE_INVALID with the reason.
 */
const parseImage = (text) => text.startsWith(FOLDER_PREFIX) ? parseFolder(text) : parseReference(text);
/**
 * Reads `host/repository[:tag][@digest]` of a registry (OCI distribution spec, "Pulling manifests").
 * Docker Hub's short forms are spelled out: `app` is `index.docker.io/library/app`, `docker.io/team/app` is
 * `index.docker.io/team/app`. Throws REFERENCE_INVALID with the reason.
 */
function parseReference(text) {
    if (text.length > limits/* MAX_REFERENCE_CHARS */.D7X) {
        throw parse_invalid(text, `it is longer than ${limits/* MAX_REFERENCE_CHARS */.D7X} characters`);
    }
    if (text === '')
        throw parse_invalid(text, 'it is empty');
    if ((0,oci/* isDigest */.Bc)(text))
        throw parse_invalid(text, 'it is a digest alone and names no repository');
    if (/\s/.test(text))
        throw parse_invalid(text, 'it has white space in it');
    if (text.includes('://'))
        throw parse_invalid(text, 'it is a URL; leave the scheme out');
    const [name = '', digest, ...extra] = text.split('@');
    if (extra.length > 0)
        throw parse_invalid(text, 'it has more than one "@"');
    const { host, rest } = splitHost(name);
    const colon = rest.indexOf(':');
    const repository = colon === -1 ? rest : rest.slice(0, colon);
    const tag = colon === -1 ? undefined : rest.slice(colon + 1);
    if (!isHost(host))
        throw parse_invalid(text, `${JSON.stringify(host)} is not a registry host`);
    if (repository === '')
        throw parse_invalid(text, 'it names no repository');
    if (!REPOSITORY.test(repository))
        throw parse_invalid(text, reasonAgainstRepository(repository));
    if (tag !== undefined && !TAG.test(tag))
        throw parse_invalid(text, `${JSON.stringify(tag)} is not a tag`);
    if (digest !== undefined && !(0,oci/* isDigest */.Bc)(digest))
        throw parse_invalid(text, reasonAgainstDigest(digest));
    return reference({ ...spellOutDockerHub(host, repository), tag, digest });
}
/** `host/repository[:tag][@digest]` or `oci:FOLDER[:tag][@digest]`; what parseImage reads back to the same value. */
function formatReference(image) {
    const tag = image.tag === undefined ? '' : `:${image.tag}`;
    const digest = image.digest === undefined ? '' : `@${image.digest}`;
    const name = isFolder(image) ? formatFolder(image.folder, tag !== '') : formatName(image);
    return `${name}${tag}${digest}`;
}
/** Where an image lives, for people: `host/repository` or `oci:FOLDER`. */
const formatName = (name) => isFolder(name) ? formatFolder(name.folder) : `${name.host}/${name.repository}`;
/** What claims call an image: `host/repository`, or what the folder's images are called. */
const claimedName = (name) => (isFolder(name) ? name.title : formatName(name));
/** Whether an image lives in a folder and not in a registry. */
const isFolder = (name) => 'folder' in name;
function withDigest(name, text) {
    const target = { tag: undefined, digest: (0,oci/* parseDigest */.m)(text) };
    return isFolder(name)
        ? Object.freeze({ folder: name.folder, ...target })
        : reference({ host: name.host, repository: name.repository, ...target });
}
/** Reads `host/repository` and nothing behind it. Throws REFERENCE_INVALID. */
function parseName(text) {
    const { host, repository, tag, digest } = parseReference(text);
    if (tag !== undefined || digest !== undefined)
        throw parse_invalid(text, 'it has a tag or a digest behind its name');
    return { host, repository };
}
/** The host that answers the distribution API for a name's host: another one for Docker Hub alone. */
const apiHost = (host) => (isDockerHub(host) ? 'registry-1.docker.io' : host);
const reference = (fields) => 
// The one place where the brand is put on: every path here was checked above.
Object.freeze(fields);
function splitHost(name) {
    const slash = name.indexOf('/');
    const first = slash === -1 ? '' : name.slice(0, slash);
    // `localhost:5000` alone stays a repository with a tag, as docker reads it.
    if (first !== '' && looksLikeHost(first))
        return { host: first.toLowerCase(), rest: name.slice(slash + 1) };
    if (slash === 0)
        return { host: '', rest: name.slice(1) };
    return { host: DOCKER_HUB, rest: name };
}
function spellOutDockerHub(host, repository) {
    if (!isDockerHub(host))
        return { host, repository };
    return { host: DOCKER_HUB, repository: repository.includes('/') ? repository : `library/${repository}` };
}
function reasonAgainstRepository(repository) {
    const quoted = JSON.stringify(repository);
    if (/[A-Z]/.test(repository))
        return `the repository ${quoted} has capitals; repositories are lower case`;
    if (repository.endsWith('/'))
        return `the repository ${quoted} ends in a slash`;
    return `${quoted} is not a repository`;
}
function reasonAgainstDigest(digest) {
    if (digest === '')
        return 'nothing stands behind the "@"';
    return `${JSON.stringify(digest)} is not a digest (sha256: and 64 lower-case hexadecimal digits)`;
}
/** What stands before an @ that no digest follows may be a password. */
const withoutPassword = (text) => text.replace(/^(?:([a-z][a-z0-9+.-]*:\/\/)[^/@\s]*|[^/@\s]*:[^/@\s]*)@(?!sha256:)/i, '$1...@');
const parse_invalid = (text, why) => new errors/* CountersignError */.WS('REFERENCE_INVALID', {
    what: `${JSON.stringify(withoutPassword(text).slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))} is not an image reference: ${why}`,
    remedy: 'Write host/repository@sha256:<64 hexadecimal digits>, for example ghcr.io/acme/app@sha256:...',
});

;// CONCATENATED MODULE: ./packages/core/build/reference/index.js





/***/ }),

/***/ 76698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ printableLines),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/**
 * Text of others made safe for one line of a log or a terminal: control characters (escape sequences, line ends) and
 * the marks that reorder or hide text are shown as their code points, e.g. `\u{1b}`; what a GitHub runner would take
 * for a command (`::name::` at the start of a line, `##[name]` anywhere) is broken up.
 */
const printable = (text) => text
    .replace(UNSAFE, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(/##\[/g, '##\\[')
    .replace(/^(\s*):/, '$1\\:');
/** A text of our own that has several lines (what to do, with YAML to add), each made safe; nothing of others begins one. */
const printableLines = (text) => text.split('\n').map(printable);
/** Cc (controls), Cf (bidirectional and zero-width marks), Cs (lone surrogates), Zl and Zp (line separators). */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;


/***/ }),

/***/ 84534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ DAY_MS)
/* harmony export */ });
/** A day of UTC. */
const DAY_MS = 24 * 60 * 60_000;


/***/ })

};
