export const id = 1942;
export const ids = [1942];
export const modules = {

/***/ 18456:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.toMessageSignatureBundle = toMessageSignatureBundle;
exports.toDSSEBundle = toDSSEBundle;
/*
Copyright 2023 The Sigstore Authors.

Licensed under the Apache License, Version 2.0 (the "License");
you may not use this file except in compliance with the License.
You may obtain a copy of the License at

    http://www.apache.org/licenses/LICENSE-2.0

Unless required by applicable law or agreed to in writing, software
distributed under the License is distributed on an "AS IS" BASIS,
WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
See the License for the specific language governing permissions and
limitations under the License.
*/
const protobuf_specs_1 = __webpack_require__(19654);
const bundle_1 = __webpack_require__(37742);
// Message signature bundle - $case: 'messageSignature'
function toMessageSignatureBundle(options) {
    return {
        mediaType: options.certificateChain
            ? bundle_1.BUNDLE_V02_MEDIA_TYPE
            : bundle_1.BUNDLE_V03_MEDIA_TYPE,
        content: {
            $case: 'messageSignature',
            messageSignature: {
                messageDigest: {
                    algorithm: protobuf_specs_1.HashAlgorithm.SHA2_256,
                    digest: options.digest,
                },
                signature: options.signature,
            },
        },
        verificationMaterial: toVerificationMaterial(options),
    };
}
// DSSE envelope bundle - $case: 'dsseEnvelope'
function toDSSEBundle(options) {
    return {
        mediaType: options.certificateChain
            ? bundle_1.BUNDLE_V02_MEDIA_TYPE
            : bundle_1.BUNDLE_V03_MEDIA_TYPE,
        content: {
            $case: 'dsseEnvelope',
            dsseEnvelope: toEnvelope(options),
        },
        verificationMaterial: toVerificationMaterial(options),
    };
}
function toEnvelope(options) {
    return {
        payloadType: options.artifactType,
        payload: options.artifact,
        signatures: [toSignature(options)],
    };
}
function toSignature(options) {
    return {
        keyid: options.keyHint || '',
        sig: options.signature,
    };
}
// Verification material
function toVerificationMaterial(options) {
    return {
        content: toKeyContent(options),
        tlogEntries: [],
        timestampVerificationData: { rfc3161Timestamps: [] },
    };
}
function toKeyContent(options) {
    if (options.certificate) {
        if (options.certificateChain) {
            return {
                $case: 'x509CertificateChain',
                x509CertificateChain: {
                    certificates: [{ rawBytes: options.certificate }],
                },
            };
        }
        else {
            return {
                $case: 'certificate',
                certificate: { rawBytes: options.certificate },
            };
        }
    }
    else {
        return {
            $case: 'publicKey',
            publicKey: {
                hint: options.keyHint || '',
            },
        };
    }
}


/***/ }),

/***/ 37742:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.BUNDLE_V03_MEDIA_TYPE = exports.BUNDLE_V03_LEGACY_MEDIA_TYPE = exports.BUNDLE_V02_MEDIA_TYPE = exports.BUNDLE_V01_MEDIA_TYPE = void 0;
exports.isBundleWithCertificateChain = isBundleWithCertificateChain;
exports.isBundleWithPublicKey = isBundleWithPublicKey;
exports.isBundleWithMessageSignature = isBundleWithMessageSignature;
exports.isBundleWithDsseEnvelope = isBundleWithDsseEnvelope;
exports.BUNDLE_V01_MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle+json;version=0.1';
exports.BUNDLE_V02_MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle+json;version=0.2';
exports.BUNDLE_V03_LEGACY_MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle+json;version=0.3';
exports.BUNDLE_V03_MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
// Type guards for bundle variants.
function isBundleWithCertificateChain(b) {
    return b.verificationMaterial.content.$case === 'x509CertificateChain';
}
function isBundleWithPublicKey(b) {
    return b.verificationMaterial.content.$case === 'publicKey';
}
function isBundleWithMessageSignature(b) {
    return b.content.$case === 'messageSignature';
}
function isBundleWithDsseEnvelope(b) {
    return b.content.$case === 'dsseEnvelope';
}


/***/ }),

/***/ 47714:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.ValidationError = void 0;
/*
Copyright 2023 The Sigstore Authors.

Licensed under the Apache License, Version 2.0 (the "License");
you may not use this file except in compliance with the License.
You may obtain a copy of the License at

    http://www.apache.org/licenses/LICENSE-2.0

Unless required by applicable law or agreed to in writing, software
distributed under the License is distributed on an "AS IS" BASIS,
WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
See the License for the specific language governing permissions and
limitations under the License.
*/
class ValidationError extends Error {
    fields;
    constructor(message, fields) {
        super(message);
        this.fields = fields;
    }
}
exports.ValidationError = ValidationError;


/***/ }),

/***/ 61040:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {

var __webpack_unused_export__;

__webpack_unused_export__ = ({ value: true });
__webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = exports.vw = __webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = __webpack_unused_export__ = exports.HM = exports.ZZ = exports.qx = exports.Td = __webpack_unused_export__ = __webpack_unused_export__ = void 0;
/*
Copyright 2023 The Sigstore Authors.

Licensed under the Apache License, Version 2.0 (the "License");
you may not use this file except in compliance with the License.
You may obtain a copy of the License at

    http://www.apache.org/licenses/LICENSE-2.0

Unless required by applicable law or agreed to in writing, software
distributed under the License is distributed on an "AS IS" BASIS,
WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
See the License for the specific language governing permissions and
limitations under the License.
*/
var build_1 = __webpack_require__(18456);
__webpack_unused_export__ = ({ enumerable: true, get: function () { return build_1.toDSSEBundle; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return build_1.toMessageSignatureBundle; } });
var bundle_1 = __webpack_require__(37742);
Object.defineProperty(exports, "Td", ({ enumerable: true, get: function () { return bundle_1.BUNDLE_V01_MEDIA_TYPE; } }));
Object.defineProperty(exports, "qx", ({ enumerable: true, get: function () { return bundle_1.BUNDLE_V02_MEDIA_TYPE; } }));
Object.defineProperty(exports, "ZZ", ({ enumerable: true, get: function () { return bundle_1.BUNDLE_V03_LEGACY_MEDIA_TYPE; } }));
Object.defineProperty(exports, "HM", ({ enumerable: true, get: function () { return bundle_1.BUNDLE_V03_MEDIA_TYPE; } }));
__webpack_unused_export__ = ({ enumerable: true, get: function () { return bundle_1.isBundleWithCertificateChain; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return bundle_1.isBundleWithDsseEnvelope; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return bundle_1.isBundleWithMessageSignature; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return bundle_1.isBundleWithPublicKey; } });
var error_1 = __webpack_require__(47714);
__webpack_unused_export__ = ({ enumerable: true, get: function () { return error_1.ValidationError; } });
var serialized_1 = __webpack_require__(23404);
Object.defineProperty(exports, "vw", ({ enumerable: true, get: function () { return serialized_1.bundleFromJSON; } }));
__webpack_unused_export__ = ({ enumerable: true, get: function () { return serialized_1.bundleToJSON; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return serialized_1.envelopeFromJSON; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return serialized_1.envelopeToJSON; } });
var validate_1 = __webpack_require__(9352);
__webpack_unused_export__ = ({ enumerable: true, get: function () { return validate_1.assertBundle; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return validate_1.assertBundleLatest; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return validate_1.assertBundleV01; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return validate_1.assertBundleV02; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return validate_1.isBundleV01; } });


/***/ }),

/***/ 23404:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.envelopeToJSON = exports.envelopeFromJSON = exports.bundleToJSON = exports.bundleFromJSON = void 0;
/*
Copyright 2023 The Sigstore Authors.

Licensed under the Apache License, Version 2.0 (the "License");
you may not use this file except in compliance with the License.
You may obtain a copy of the License at

    http://www.apache.org/licenses/LICENSE-2.0

Unless required by applicable law or agreed to in writing, software
distributed under the License is distributed on an "AS IS" BASIS,
WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
See the License for the specific language governing permissions and
limitations under the License.
*/
const protobuf_specs_1 = __webpack_require__(19654);
const bundle_1 = __webpack_require__(37742);
const validate_1 = __webpack_require__(9352);
const bundleFromJSON = (obj) => {
    const bundle = protobuf_specs_1.Bundle.fromJSON(obj);
    switch (bundle.mediaType) {
        case bundle_1.BUNDLE_V01_MEDIA_TYPE:
            (0, validate_1.assertBundleV01)(bundle);
            break;
        case bundle_1.BUNDLE_V02_MEDIA_TYPE:
            (0, validate_1.assertBundleV02)(bundle);
            break;
        default:
            (0, validate_1.assertBundleLatest)(bundle);
            break;
    }
    return bundle;
};
exports.bundleFromJSON = bundleFromJSON;
const bundleToJSON = (bundle) => {
    return protobuf_specs_1.Bundle.toJSON(bundle);
};
exports.bundleToJSON = bundleToJSON;
const envelopeFromJSON = (obj) => {
    return protobuf_specs_1.Envelope.fromJSON(obj);
};
exports.envelopeFromJSON = envelopeFromJSON;
const envelopeToJSON = (envelope) => {
    return protobuf_specs_1.Envelope.toJSON(envelope);
};
exports.envelopeToJSON = envelopeToJSON;


/***/ }),

/***/ 9352:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.assertBundle = assertBundle;
exports.assertBundleV01 = assertBundleV01;
exports.isBundleV01 = isBundleV01;
exports.assertBundleV02 = assertBundleV02;
exports.assertBundleLatest = assertBundleLatest;
/*
Copyright 2023 The Sigstore Authors.

Licensed under the Apache License, Version 2.0 (the "License");
you may not use this file except in compliance with the License.
You may obtain a copy of the License at

    http://www.apache.org/licenses/LICENSE-2.0

Unless required by applicable law or agreed to in writing, software
distributed under the License is distributed on an "AS IS" BASIS,
WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
See the License for the specific language governing permissions and
limitations under the License.
*/
const error_1 = __webpack_require__(47714);
// Performs basic validation of a Sigstore bundle to ensure that all required
// fields are populated. This is not a complete validation of the bundle, but
// rather a check that the bundle is in a valid state to be processed by the
// rest of the code.
function assertBundle(b) {
    const invalidValues = validateBundleBase(b);
    if (invalidValues.length > 0) {
        throw new error_1.ValidationError('invalid bundle', invalidValues);
    }
}
// Asserts that the given bundle conforms to the v0.1 bundle format.
function assertBundleV01(b) {
    const invalidValues = [];
    invalidValues.push(...validateBundleBase(b));
    invalidValues.push(...validateInclusionPromise(b));
    if (invalidValues.length > 0) {
        throw new error_1.ValidationError('invalid v0.1 bundle', invalidValues);
    }
}
// Type guard to determine if Bundle is a v0.1 bundle.
function isBundleV01(b) {
    try {
        assertBundleV01(b);
        return true;
    }
    catch (e) {
        return false;
    }
}
// Asserts that the given bundle conforms to the v0.2 bundle format.
function assertBundleV02(b) {
    const invalidValues = [];
    invalidValues.push(...validateBundleBase(b));
    invalidValues.push(...validateInclusionProof(b));
    if (invalidValues.length > 0) {
        throw new error_1.ValidationError('invalid v0.2 bundle', invalidValues);
    }
}
// Asserts that the given bundle conforms to the newest (0.3) bundle format.
function assertBundleLatest(b) {
    const invalidValues = [];
    invalidValues.push(...validateBundleBase(b));
    invalidValues.push(...validateInclusionProof(b));
    invalidValues.push(...validateNoCertificateChain(b));
    if (invalidValues.length > 0) {
        throw new error_1.ValidationError('invalid bundle', invalidValues);
    }
}
function validateBundleBase(b) {
    const invalidValues = [];
    // Media type validation
    if (b.mediaType === undefined ||
        (!b.mediaType.match(/^application\/vnd\.dev\.sigstore\.bundle\+json;version=\d\.\d/) &&
            !b.mediaType.match(/^application\/vnd\.dev\.sigstore\.bundle\.v\d\.\d\+json/))) {
        invalidValues.push('mediaType');
    }
    // Content-related validation
    if (b.content === undefined) {
        invalidValues.push('content');
    }
    else {
        switch (b.content.$case) {
            case 'messageSignature':
                if (b.content.messageSignature.messageDigest === undefined) {
                    invalidValues.push('content.messageSignature.messageDigest');
                }
                else {
                    if (b.content.messageSignature.messageDigest.digest.length === 0) {
                        invalidValues.push('content.messageSignature.messageDigest.digest');
                    }
                }
                if (b.content.messageSignature.signature.length === 0) {
                    invalidValues.push('content.messageSignature.signature');
                }
                break;
            case 'dsseEnvelope':
                if (b.content.dsseEnvelope.payload.length === 0) {
                    invalidValues.push('content.dsseEnvelope.payload');
                }
                if (b.content.dsseEnvelope.signatures.length !== 1) {
                    invalidValues.push('content.dsseEnvelope.signatures');
                }
                else {
                    if (b.content.dsseEnvelope.signatures[0].sig.length === 0) {
                        invalidValues.push('content.dsseEnvelope.signatures[0].sig');
                    }
                }
                break;
        }
    }
    // Verification material-related validation
    if (b.verificationMaterial === undefined) {
        invalidValues.push('verificationMaterial');
    }
    else {
        if (b.verificationMaterial.content === undefined) {
            invalidValues.push('verificationMaterial.content');
        }
        else {
            switch (b.verificationMaterial.content.$case) {
                case 'x509CertificateChain':
                    if (b.verificationMaterial.content.x509CertificateChain.certificates
                        .length === 0) {
                        invalidValues.push('verificationMaterial.content.x509CertificateChain.certificates');
                    }
                    b.verificationMaterial.content.x509CertificateChain.certificates.forEach((cert, i) => {
                        if (cert.rawBytes.length === 0) {
                            invalidValues.push(`verificationMaterial.content.x509CertificateChain.certificates[${i}].rawBytes`);
                        }
                    });
                    break;
                case 'certificate':
                    if (b.verificationMaterial.content.certificate.rawBytes.length === 0) {
                        invalidValues.push('verificationMaterial.content.certificate.rawBytes');
                    }
                    break;
            }
        }
        if (b.verificationMaterial.tlogEntries === undefined) {
            invalidValues.push('verificationMaterial.tlogEntries');
        }
        else {
            if (b.verificationMaterial.tlogEntries.length > 0) {
                b.verificationMaterial.tlogEntries.forEach((entry, i) => {
                    if (entry.logId === undefined) {
                        invalidValues.push(`verificationMaterial.tlogEntries[${i}].logId`);
                    }
                    if (entry.kindVersion === undefined) {
                        invalidValues.push(`verificationMaterial.tlogEntries[${i}].kindVersion`);
                    }
                });
            }
        }
    }
    return invalidValues;
}
// Necessary for V01 bundles
function validateInclusionPromise(b) {
    const invalidValues = [];
    if (b.verificationMaterial &&
        b.verificationMaterial.tlogEntries?.length > 0) {
        b.verificationMaterial.tlogEntries.forEach((entry, i) => {
            if (entry.inclusionPromise === undefined) {
                invalidValues.push(`verificationMaterial.tlogEntries[${i}].inclusionPromise`);
            }
        });
    }
    return invalidValues;
}
// Necessary for V02 and later bundles
function validateInclusionProof(b) {
    const invalidValues = [];
    if (b.verificationMaterial &&
        b.verificationMaterial.tlogEntries?.length > 0) {
        b.verificationMaterial.tlogEntries.forEach((entry, i) => {
            if (entry.inclusionProof === undefined) {
                invalidValues.push(`verificationMaterial.tlogEntries[${i}].inclusionProof`);
            }
            else {
                if (entry.inclusionProof.checkpoint === undefined) {
                    invalidValues.push(`verificationMaterial.tlogEntries[${i}].inclusionProof.checkpoint`);
                }
            }
        });
    }
    return invalidValues;
}
// Necessary for V03 and later bundles
function validateNoCertificateChain(b) {
    const invalidValues = [];
    /* istanbul ignore next */
    if (b.verificationMaterial?.content?.$case === 'x509CertificateChain') {
        invalidValues.push('verificationMaterial.content.$case');
    }
    return invalidValues;
}


/***/ }),

/***/ 30896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readBundle)
/* harmony export */ });
/* harmony import */ var _sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61040);
/* harmony import */ var _sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19654);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99772);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46777);
/* harmony import */ var _rejection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15905);





const MEDIA_TYPES = [
    _sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__/* .BUNDLE_V01_MEDIA_TYPE */ .Td,
    _sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__/* .BUNDLE_V02_MEDIA_TYPE */ .qx,
    _sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__/* .BUNDLE_V03_LEGACY_MEDIA_TYPE */ .ZZ,
    _sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__/* .BUNDLE_V03_MEDIA_TYPE */ .HM,
];
/**
 * Reads a Sigstore bundle v0.1, v0.2 or v0.3 (sigstore/protobuf-specs, sigstore_bundle.proto).
 * `artifact`: the bytes that a message signature covers, where the caller has them.
 * Throws BUNDLE_MALFORMED, BUNDLE_UNSUPPORTED.
 */
function readBundle(bytes, artifact) {
    const json = (0,_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJsonObject */ .dw)(bytes, 'bundle', _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_CLAIM_BYTES */ .ASs);
    const mediaType = json.mediaType;
    if (typeof mediaType !== 'string')
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .rejection */ .c)('BUNDLE_MALFORMED', 'The bundle names no media type');
    if (!MEDIA_TYPES.includes(mediaType)) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .rejection */ .c)('BUNDLE_UNSUPPORTED', `The bundle's media type ${(0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(mediaType)} is not known`);
    }
    const bundle = shapedBundle(json);
    const content = contentOf(bundle, artifact);
    return {
        content,
        signer: signerOf(bundle),
        logEntries: (0,_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .bounded */ .Mm)(bundle.verificationMaterial.tlogEntries, 'log entries'),
        timestamps: (0,_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .bounded */ .Mm)(bundle.verificationMaterial.timestampVerificationData?.rfc3161Timestamps ?? [], 'timestamps').map((timestamp) => timestamp.signedTimestamp),
        stamped: content.signature,
    };
}
function shapedBundle(json) {
    try {
        return (0,_sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__/* .bundleFromJSON */ .vw)(json);
    }
    catch (cause) {
        // The library names the fields that are missing or wrong; its TypeErrors mean the same thing.
        const fields = cause instanceof Error && 'fields' in cause && Array.isArray(cause.fields) ? cause.fields : [];
        const where = fields.length > 0 ? `: ${fields.map(String).join(', ').slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_ERROR_EXCERPT_CHARS */ .EbZ)}` : '';
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .rejection */ .c)('BUNDLE_MALFORMED', `The bundle is not a valid Sigstore bundle${where}`, cause);
    }
}
function contentOf(bundle, artifact) {
    if (bundle.content.$case === 'dsseEnvelope') {
        const { payloadType, payload, signatures } = bundle.content.dsseEnvelope;
        const [only, ...others] = signatures;
        if (only === undefined || others.length > 0) {
            throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .rejection */ .c)('BUNDLE_MALFORMED', 'The envelope does not hold exactly one signature');
        }
        return { kind: 'envelope', payloadType, payload, signature: only.sig, stored: undefined };
    }
    const { messageDigest, signature } = bundle.content.messageSignature;
    const algorithm = ALGORITHMS.get(messageDigest.algorithm);
    if (algorithm === undefined) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .rejection */ .c)('BUNDLE_UNSUPPORTED', 'The message digest is not of an algorithm of the SHA-2 family');
    }
    return {
        kind: 'digest',
        algorithm,
        digest: messageDigest.digest,
        signature,
        artifact: artifact === undefined ? undefined : Buffer.from(artifact),
    };
}
const ALGORITHMS = new Map([
    [_sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_1__.HashAlgorithm.SHA2_256, 'sha256'],
    [_sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_1__.HashAlgorithm.SHA2_384, 'sha384'],
    [_sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_1__.HashAlgorithm.SHA2_512, 'sha512'],
]);
function signerOf(bundle) {
    const { content } = bundle.verificationMaterial;
    switch (content.$case) {
        case 'publicKey':
            return { kind: 'key', hint: content.publicKey.hint };
        case 'certificate':
            return { kind: 'certificate', certificate: (0,_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCertificate */ .hB)(content.certificate.rawBytes) };
        case 'x509CertificateChain': {
            const [leaf, ...issuers] = (0,_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .bounded */ .Mm)(content.x509CertificateChain.certificates.map((one) => (0,_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCertificate */ .hB)(one.rawBytes)), 'certificates');
            if (leaf === undefined)
                throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .rejection */ .c)('BUNDLE_MALFORMED', 'The certificate chain is empty');
            // sigstore_bundle.proto: "the root certificate SHOULD NOT be included"; trust comes from the trusted root alone.
            if (issuers.some((issuer) => issuer.subject.equals(issuer.issuer))) {
                throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_3__/* .rejection */ .c)('BUNDLE_MALFORMED', 'The certificate chain brings its own root certificate');
            }
            return { kind: 'certificate', certificate: leaf };
        }
    }
}


/***/ }),

/***/ 46173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ rememberDer)
/* harmony export */ });
/**
 * The library encodes a certificate again for every comparison and every signature check, which is most of what a
 * verification costs. A parsed certificate does not change, so its whole, its signed part and its key are encoded once.
 */
function rememberDer(certificate) {
    const signedPart = certificate.root.subs[0];
    for (const part of [certificate.root, signedPart, signedPart?.subs[6]]) {
        if (part !== undefined)
            rememberPart(part);
    }
    return certificate;
}
function rememberPart(part) {
    const encode = part.toDER.bind(part);
    let der;
    Object.defineProperty(part, 'toDER', { value: () => (der ??= encode()) });
}


/***/ }),

/***/ 51942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* reexport */ createVerifier)
});

// UNUSED EXPORTS: deriveRequirements

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@sigstore/core/dist/index.js
var dist = __webpack_require__(83917);
// EXTERNAL MODULE: ./node_modules/@sigstore/verify/dist/index.js
var verify_dist = __webpack_require__(54187);
// EXTERNAL MODULE: ./packages/core/build/verify/der-memory.js
var der_memory = __webpack_require__(46173);
// EXTERNAL MODULE: ./packages/core/build/verify/rejection.js
var rejection = __webpack_require__(15905);
;// CONCATENATED MODULE: ./packages/core/build/verify/authorities.js




/**
 * The trusted root in the library's form. A log with a checkpoint key id of its own is listed under both ids, since the
 * library knows one per log while Rekor v1 entries name the one and Rekor v2 entries the other.
 */
function authoritiesOf(trust) {
    const { trustedRoot } = trust;
    const authorities = (0,verify_dist/* toTrustMaterial */.jO)(trustedRoot);
    for (const { certChain } of [...authorities.certificateAuthorities, ...authorities.timestampAuthorities]) {
        certChain.forEach(der_memory/* rememberDer */.x);
    }
    const byLogId = trustedRoot.tlogs.map((log) => ({ ...log, checkpointKeyId: undefined }));
    const aliased = trustedRoot.tlogs.some((log) => log.checkpointKeyId !== undefined);
    if (!aliased)
        return authorities;
    const tlogs = [...authorities.tlogs, ...(0,verify_dist/* toTrustMaterial */.jO)({ ...trustedRoot, tlogs: byLogId }).tlogs];
    return { ...authorities, tlogs };
}
/**
 * The timestamps of authorities that the trusted root knows. Others' are passed over and never counted, as sigstore-go
 * does; the library would refuse the whole claim for one.
 */
const knownTimestamps = (timestamps, authorities) => timestamps.filter((timestamp) => authorities.timestampAuthorities.some(({ certChain: [leaf] }) => leaf?.serialNumber.equals(timestamp.signerSerialNumber) === true &&
    leaf.issuer.equals(timestamp.signerIssuer)));
/**
 * A leaf for a trusted root without certificate logs. The library refuses a certificate over an SCT of a log that it
 * does not know, even where none is demanded; it looks for SCTs in a clone, so the clone is given without them.
 */
class LeafWithoutScts extends dist.X509Certificate {
    clone() {
        const copy = super.clone();
        const at = copy.extensions.findIndex((extension) => extension.subs[0]?.toOID() === dist.EXTENSION_OID_SCT);
        if (at >= 0)
            copy.extensions.splice(at, 1);
        return copy;
    }
}
/**
 * An entry that only a proof supports has no time of its own: the log must have been trusted at every verified time of
 * signing. (For a promise the library checks the integrated time.) Throws LOG_ENTRY_INVALID.
 */
function checkLogValidity(entry, authorities, times) {
    if (entry.inclusionPromise !== undefined)
        return;
    const logs = authorities.tlogs.filter((log) => log.logID.equals(entry.logId.keyId));
    const outside = times.find((time) => !logs.some(({ validFor }) => validFor.start <= time && time <= validFor.end));
    if (outside === undefined)
        return;
    throw (0,rejection/* rejection */.c)('LOG_ENTRY_INVALID', `The log was not trusted at the time of signing, ${outside.toISOString()}`);
}

// EXTERNAL MODULE: ./packages/core/build/json.js
var build_json = __webpack_require__(30058);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(66212);
// EXTERNAL MODULE: ./packages/core/build/claims/index.js + 17 modules
var claims = __webpack_require__(67792);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(99772);
// EXTERNAL MODULE: ./packages/core/build/verify/parse.js
var parse = __webpack_require__(46777);
;// CONCATENATED MODULE: ./packages/core/build/verify/binding.js






const STATEMENT_TYPES = [
    'https://in-toto.io/Statement/v1',
    'https://in-toto.io/Statement/v0.1',
];
const SIMPLE_SIGNING_TYPE = 'cosign container image signature';
/**
 * Establishes that content whose signature holds speaks of this digest and no other: the step that the library leaves
 * to its caller. Throws SUBJECT_MISMATCH, PREDICATE_TYPE_MISMATCH, BUNDLE_MALFORMED, BUNDLE_UNSUPPORTED.
 */
function bindToSubject(content, subject, expectedPredicateType) {
    const assertion = assertionOf(content, subject);
    if (expectedPredicateType !== undefined && assertion.predicateType !== expectedPredicateType) {
        throw (0,rejection/* rejection */.c)('PREDICATE_TYPE_MISMATCH', `The claim is of type ${(0,rejection/* quote */.h)(assertion.predicateType)}, not ${(0,rejection/* quote */.h)(expectedPredicateType)}`);
    }
    return assertion;
}
function assertionOf(content, subject) {
    switch (content.kind) {
        case 'envelope': {
            const statement = statementOf(content.payloadType, content.payload);
            if (!statement.subject.some(({ digest }) => digest.sha256 === (0,oci/* hexOf */.ZD)(subject))) {
                const named = statement.subject.map(({ digest }) => digest.sha256 ?? 'no sha256').join(', ');
                throw mismatch(`The statement is about ${(0,rejection/* quote */.h)(named)}`, subject);
            }
            return { predicateType: statement.predicateType, payload: content.payload, statement };
        }
        case 'document':
            checkDocument(content.payload, subject);
            return { predicateType: claims/* COSIGN_SIGNATURE */.P8, payload: content.payload, statement: undefined };
        case 'digest':
            checkDigest(content, subject);
            return {
                predicateType: claims/* COSIGN_SIGNATURE */.P8,
                payload: content.artifact ?? new Uint8Array(),
                statement: undefined,
            };
    }
}
/**
 * A message signature covers the artifact itself. Its digest is compared before the signature is verified over it,
 * since whoever made the bundle wrote the digest there. Throws SUBJECT_MISMATCH, BUNDLE_UNSUPPORTED.
 */
function checkDigest(content, subject) {
    if (content.algorithm !== 'sha256') {
        throw (0,rejection/* rejection */.c)('BUNDLE_UNSUPPORTED', `The message digest is ${content.algorithm}; an image is named by sha256`);
    }
    const named = content.digest.toString('hex');
    if (named !== (0,oci/* hexOf */.ZD)(subject))
        throw mismatch(`The signature is over sha256:${named}`, subject);
}
/** in-toto attestation spec, "Statement" v1 and v0.1. */
function statementOf(payloadType, payload) {
    if (payloadType !== oci/* IN_TOTO */.B1) {
        throw (0,rejection/* rejection */.c)('BUNDLE_UNSUPPORTED', `The envelope holds ${(0,rejection/* quote */.h)(payloadType)}, not an in-toto statement`);
    }
    const json = (0,parse/* parseJsonObject */.dw)(payload, 'statement', limits/* MAX_CLAIM_BYTES */.ASs, limits/* MAX_STATEMENT_PARTS */.Qy);
    const { _type, subject, predicateType, predicate } = json;
    if (typeof _type !== 'string' || !STATEMENT_TYPES.includes(_type)) {
        throw (0,rejection/* rejection */.c)('BUNDLE_UNSUPPORTED', 'The statement is not of a known in-toto version');
    }
    if (typeof predicateType !== 'string' ||
        predicateType === '' ||
        predicateType.length > limits/* MAX_PREDICATE_TYPE_CHARS */.CdL) {
        throw (0,rejection/* rejection */.c)('BUNDLE_MALFORMED', 'The statement names no predicate type');
    }
    if (!Array.isArray(subject) || !subject.every(isSubject)) {
        throw (0,rejection/* rejection */.c)('BUNDLE_MALFORMED', "The statement's subjects are not names with digests");
    }
    return { _type, subject, predicateType, predicate };
}
const isSubject = (value) => (0,build_json/* isObject */.Gv)(value) &&
    (value.name === undefined || typeof value.name === 'string') &&
    (0,build_json/* isObject */.Gv)(value.digest) &&
    Object.values(value.digest).every((digest) => typeof digest === 'string');
/** containers/image docs/containers-signature.5.md, as cosign writes it. The docker-reference is nobody's evidence. */
function checkDocument(payload, subject) {
    const critical = (0,parse/* parseJsonObject */.dw)(payload, 'simple-signing document', limits/* MAX_CLAIM_BYTES */.ASs).critical;
    if ((0,build_json/* memberAt */.mz)(critical, 'type') !== SIMPLE_SIGNING_TYPE) {
        throw (0,rejection/* rejection */.c)('BUNDLE_UNSUPPORTED', 'The document is not a cosign container image signature');
    }
    const named = (0,build_json/* memberAt */.mz)(critical, 'image', 'docker-manifest-digest');
    if (typeof named !== 'string')
        throw (0,rejection/* rejection */.c)('BUNDLE_MALFORMED', 'The document names no image digest');
    if (named !== subject)
        throw mismatch(`The signature is for ${(0,rejection/* quote */.h)(named)}`, subject);
}
const mismatch = (what, subject) => (0,rejection/* rejection */.c)('SUBJECT_MISMATCH', `${what}, not about ${subject}`);

// EXTERNAL MODULE: ./packages/core/build/verify/bundle-evidence.js
var bundle_evidence = __webpack_require__(30896);
;// CONCATENATED MODULE: ./packages/core/build/verify/certificate.js

const EXTENDED_KEY_USAGE = '2.5.29.37';
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';
const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
const FULCIO = '1.3.6.1.4.1.57264.1';
/** Critical extensions that are understood here: key usage, SAN, basic constraints, extended key usage. */
const UNDERSTOOD = [
    '2.5.29.15',
    SUBJECT_ALTERNATIVE_NAME,
    '2.5.29.19',
    EXTENDED_KEY_USAGE,
];
/**
 * What a leaf says of its holder. Call it for a certificate whose chain was verified. The identity is the one
 * subject alternative name, a URI or an e-mail address. Throws CERTIFICATE_UNTRUSTED, BUNDLE_UNSUPPORTED.
 */
function readCertificate(leaf) {
    checkUse(leaf);
    return { identity: identityOf(leaf), facts: factsOf(leaf) };
}
/** RFC 5280 4.2: no extension twice, none that is critical and not understood; made for signing code, and no CA. */
function checkUse(leaf) {
    const oids = leaf.extensions.map((extension) => extension.subs[0]?.toOID() ?? '');
    const repeated = oids.find((oid, at) => oids.indexOf(oid) !== at);
    if (repeated !== undefined)
        throw untrusted(`holds the extension ${repeated} twice`);
    const unknown = oids.find((oid) => leaf.extension(oid)?.critical === true && !UNDERSTOOD.includes(oid));
    if (unknown !== undefined)
        throw untrusted(`holds the critical extension ${unknown}, which is not known`);
    if (leaf.isCA)
        throw untrusted('is a certificate authority, not a signer');
    const uses = listIn(leaf, EXTENDED_KEY_USAGE);
    if (!uses.some((use) => use.toOID() === CODE_SIGNING))
        throw untrusted('was not issued for code signing');
}
function identityOf(leaf) {
    const [name, ...others] = listIn(leaf, SUBJECT_ALTERNATIVE_NAME);
    if (name === undefined || others.length > 0) {
        throw untrusted('does not name exactly one subject alternative name');
    }
    // RFC 5280 4.2.1.6: rfc822Name [1], uniformResourceIdentifier [6], both IA5String.
    if (!name.tag.isContextSpecific(1) && !name.tag.isContextSpecific(6)) {
        throw (0,rejection/* rejection */.c)('BUNDLE_UNSUPPORTED', "The certificate's subject alternative name is neither a URI nor an e-mail");
    }
    const identity = name.value.toString('latin1');
    if (!/^[\x21-\x7e]+$/.test(identity))
        throw untrusted('names an identity with characters that no identity has');
    return identity;
}
/** The one SEQUENCE that an extension holds; none where it is not there, or where something stands behind it. */
function listIn(leaf, oid) {
    const [list, ...more] = leaf.extension(oid)?.valueObj.subs ?? [];
    return list === undefined || more.length > 0 ? [] : list.subs;
}
function factsOf(leaf) {
    const text = (number) => utf8StringOf(leaf, number);
    return {
        issuer: text(8) ?? rawText(leaf, 1),
        buildSignerUri: text(9),
        buildSignerDigest: text(10),
        runnerEnvironment: text(11),
        sourceRepositoryUri: text(12),
        sourceRepositoryDigest: text(13),
        sourceRepositoryRef: text(14),
        sourceRepositoryIdentifier: text(15),
        sourceRepositoryOwnerUri: text(16),
        sourceRepositoryOwnerIdentifier: text(17),
        buildConfigUri: text(18),
        buildConfigDigest: text(19),
        buildTrigger: text(20),
        runInvocationUri: text(21),
        sourceRepositoryVisibility: text(22),
    };
}
/** From .8 on: a DER UTF8String and nothing behind it (sigstore/fulcio docs/oid-info.md). */
function utf8StringOf(leaf, number) {
    const value = leaf.extension(`${FULCIO}.${String(number)}`)?.value;
    if (value === undefined)
        return undefined;
    const [tag, first = 0] = value;
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    const start = 2 + lengthBytes;
    if (tag !== 0x0c || lengthBytes > 2 || start > value.length)
        throw notAString(number);
    const length = lengthBytes === 0 ? first : value.readUIntBE(2, lengthBytes);
    // DER has one way to write a length, and 0x80 (no length, an end mark) is none.
    const shortest = length < 0x80 ? 0 : length < 0x100 ? 1 : 2;
    if (lengthBytes !== shortest || start + length !== value.length)
        throw notAString(number);
    return decode(value.subarray(start), number);
}
/** Up to .6: the raw text, deprecated and still what old certificates have. */
function rawText(leaf, number) {
    const value = leaf.extension(`${FULCIO}.${String(number)}`)?.value;
    return value === undefined ? undefined : decode(value, number);
}
function decode(bytes, number) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw notAString(number);
    }
}
const notAString = (number) => untrusted(`holds an extension ${FULCIO}.${String(number)} that is no text`);
const untrusted = (what) => (0,rejection/* rejection */.c)('CERTIFICATE_UNTRUSTED', `The signing certificate ${what}`);

;// CONCATENATED MODULE: ./packages/core/build/verify/layer-evidence.js





const SIGNATURE = 'dev.cosignproject.cosign/signature';
const CERTIFICATE = 'dev.sigstore.cosign/certificate';
const LOG_ENTRY = 'dev.sigstore.cosign/bundle';
const TIMESTAMP = 'dev.sigstore.cosign/rfc3161timestamp';
/**
 * Reads a layer of a `.sig` tag (sigstore/cosign specs/SIGNATURE_SPEC.md): a simple-signing document whose signature,
 * certificate and log entry are annotations. The chain annotation is not read: trust comes from the trusted root alone.
 * Throws BUNDLE_MALFORMED, BUNDLE_UNSUPPORTED.
 */
function readSignatureLayer(payload, annotations) {
    if (payload.length > limits/* MAX_CLAIM_BYTES */.ASs)
        throw (0,rejection/* rejection */.c)('BUNDLE_MALFORMED', 'The document is too large');
    const signature = (0,parse/* parseBase64 */.Pe)(annotations[SIGNATURE], `annotation ${SIGNATURE}`);
    const content = { kind: 'document', payload: Buffer.from(payload), signature };
    return { content, ...witnessesOf(annotations), stamped: signature };
}
/**
 * Reads a layer of an `.att` tag (sigstore/cosign specs/ATTESTATION_SPEC.md): a DSSE envelope as it was logged. Its
 * timestamps cover the whole envelope. Throws BUNDLE_MALFORMED, BUNDLE_UNSUPPORTED.
 */
function readAttestationLayer(bytes, annotations) {
    const envelope = (0,parse/* parseJsonObject */.dw)(bytes, 'envelope', limits/* MAX_CLAIM_BYTES */.ASs);
    const { payloadType, signatures } = envelope;
    if (typeof payloadType !== 'string')
        throw (0,rejection/* rejection */.c)('BUNDLE_MALFORMED', 'The envelope names no payload type');
    const [only, ...others] = Array.isArray(signatures) ? signatures : [];
    if (!(0,build_json/* isObject */.Gv)(only) || others.length > 0) {
        throw (0,rejection/* rejection */.c)('BUNDLE_MALFORMED', 'The envelope does not hold exactly one signature');
    }
    const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const content = {
        kind: 'envelope',
        payloadType,
        payload: (0,parse/* parseBase64 */.Pe)(envelope.payload, 'payload'),
        signature: (0,parse/* parseBase64 */.Pe)(only.sig, 'signature'),
        stored,
    };
    return { content, ...witnessesOf(annotations), stamped: stored };
}
function witnessesOf(annotations) {
    const entry = annotations[LOG_ENTRY];
    const timestamp = annotations[TIMESTAMP];
    return {
        signer: signerOf(annotations[CERTIFICATE]),
        logEntries: entry === undefined || entry === '' ? [] : [logEntryOf(entry)],
        timestamps: timestamp === undefined || timestamp === '' ? [] : [timestampOf(timestamp)],
    };
}
function signerOf(pem) {
    if (pem === undefined || pem === '')
        return { kind: 'key', hint: undefined };
    if (pem.length > 2 * limits/* MAX_CERTIFICATE_BYTES */.tos)
        throw (0,rejection/* rejection */.c)('BUNDLE_MALFORMED', 'The certificate is too large');
    let der;
    try {
        der = new external_node_crypto_.X509Certificate(pem).raw;
    }
    catch (cause) {
        throw (0,rejection/* rejection */.c)('BUNDLE_MALFORMED', 'The certificate annotation is not a PEM certificate', cause);
    }
    return { kind: 'certificate', certificate: (0,parse/* parseCertificate */.hB)(der) };
}
/** The annotation holds Rekor's promise and the four members that it signs. */
function logEntryOf(text) {
    const json = (0,parse/* parseJsonObject */.dw)(Buffer.from(text), 'log entry annotation', 2 * limits/* MAX_LOG_BODY_BYTES */.Jcu);
    const payload = json.Payload;
    if (!(0,build_json/* isObject */.Gv)(payload))
        throw (0,rejection/* rejection */.c)('BUNDLE_MALFORMED', 'The log entry annotation has no Payload');
    const { integratedTime, logIndex, logID } = payload;
    const canonicalizedBody = (0,parse/* parseBase64 */.Pe)(payload.body, 'log entry body');
    if (typeof logID !== 'string' || !/^[0-9a-f]{64}$/.test(logID)) {
        throw (0,rejection/* rejection */.c)('BUNDLE_MALFORMED', 'The log entry names no log');
    }
    if (!Number.isSafeInteger(integratedTime) || !Number.isSafeInteger(logIndex)) {
        throw (0,rejection/* rejection */.c)('BUNDLE_MALFORMED', 'The log entry has no time or no index');
    }
    const { kind, apiVersion } = (0,parse/* parseJsonObject */.dw)(canonicalizedBody, 'log entry body', limits/* MAX_LOG_BODY_BYTES */.Jcu);
    if (typeof kind !== 'string' || typeof apiVersion !== 'string') {
        throw (0,rejection/* rejection */.c)('BUNDLE_MALFORMED', 'The log entry does not say what kind it is');
    }
    return {
        logIndex: String(logIndex),
        logId: { keyId: Buffer.from(logID, 'hex') },
        kindVersion: { kind, version: apiVersion },
        integratedTime: String(integratedTime),
        inclusionPromise: {
            signedEntryTimestamp: (0,parse/* parseBase64 */.Pe)(json.SignedEntryTimestamp, 'signed entry timestamp'),
        },
        inclusionProof: undefined,
        canonicalizedBody,
    };
}
function timestampOf(text) {
    const json = (0,parse/* parseJsonObject */.dw)(Buffer.from(text), 'timestamp annotation', limits/* MAX_LOG_BODY_BYTES */.Jcu);
    return (0,parse/* parseBase64 */.Pe)(json.SignedRFC3161Timestamp, 'timestamp');
}

// EXTERNAL MODULE: ./packages/core/build/public-key.js
var public_key = __webpack_require__(6927);
;// CONCATENATED MODULE: ./packages/core/build/verify/requirements.js
/** See {@link TrustRequirements}. Without a trusted root no certificate can be verified. */
function deriveRequirements(trust) {
    if (trust === undefined)
        return undefined;
    const { tlogs, ctlogs, timestampAuthorities } = trust.trustedRoot;
    const logEntries = tlogs.length > 0 ? 1 : 0;
    const certificateLogPromises = ctlogs.length > 0 ? 1 : 0;
    const timeSources = [
        ...(tlogs.length > 0 ? ['log'] : []),
        ...(timestampAuthorities.length > 0 ? ['timestamp-authority'] : []),
    ];
    const demands = [
        logEntries === 1 ? 'an entry in a transparency log' : 'no log entry (the trusted root names no log)',
        certificateLogPromises === 1 ? 'a certificate from a certificate log' : 'no certificate log',
        `a time of signing from ${timeSources.map((source) => TIME_SOURCE[source]).join(' or ') || 'nobody, so no certificate can pass'}`,
    ];
    return {
        logEntries,
        certificateLogPromises,
        verifiedTimes: 1,
        timeSources,
        text: `A certificate's claim needs ${demands.join(', ')}.`,
    };
}
const TIME_SOURCE = { log: "the log's promise", 'timestamp-authority': 'a timestamp authority' };

// EXTERNAL MODULE: ./node_modules/@noble/curves/nist.js + 6 modules
var nist = __webpack_require__(90534);
;// CONCATENATED MODULE: ./packages/core/build/verify/signature.js


/** Whether this key made the signature over exactly this content. Never throws: what cannot be verified is not verified. */
function isSignedBy(content, key) {
    try {
        switch (content.kind) {
            case 'envelope':
                return verifyBytes(preAuthEncoding(content), content.signature, key);
            case 'document':
                return verifyBytes([content.payload], content.signature, key);
            case 'digest':
                return content.artifact === undefined
                    ? verifyDigest(content.digest, content.signature, key)
                    : (0,external_node_crypto_.verify)(hashOption(key, content.algorithm), content.artifact, key, content.signature);
        }
    }
    catch {
        return false; // a key of another type or a signature that is no DER: node and noble throw on both
    }
}
/**
 * Whether a log entry states the digest of the bytes that this key's signature covers (for a digest: the digest itself):
 * SHA-256, or the hash that goes with the key, which is what Rekor v2 logs.
 */
function isDigestOfSigned(digest, content, key) {
    if (content.kind === 'digest')
        return content.digest.equals(digest);
    const parts = content.kind === 'envelope' ? preAuthEncoding(content) : [content.payload];
    return hashesOf(key).some((hash) => digestOf(hash, parts).equals(digest));
}
/** SHA-256 of the payload alone (the payloadHash of dsse and intoto entries). */
const payloadDigest = (content) => content.kind === 'digest' ? content.digest : sha256(content.payload);
/** Of the concatenation of the parts. */
const sha256 = (...parts) => digestOf('sha256', parts);
function digestOf(algorithm, parts) {
    const hash = (0,external_node_crypto_.createHash)(algorithm);
    for (const part of parts)
        hash.update(part);
    return hash.digest();
}
/** DSSE protocol, "PAE"; in parts, so that a large payload is not copied. */
function preAuthEncoding({ payloadType, payload, }) {
    const head = `DSSEv1 ${String(Buffer.byteLength(payloadType))} ${payloadType} ${String(payload.length)} `;
    return [Buffer.from(head), payload];
}
/**
 * Sigstore's algorithm registry pairs P-384 and P-521 with SHA-384 and SHA-512; signers that only know SHA-256 (KMS
 * keys of cosign) exist, so it is tried second.
 */
function verifyBytes(parts, signature, key) {
    if (key.asymmetricKeyType === 'ed25519')
        return (0,external_node_crypto_.verify)(null, Buffer.concat(parts), key, signature);
    return hashesOf(key).some((hash) => {
        const verifying = (0,external_node_crypto_.createVerify)(hash);
        for (const part of parts)
            verifying.update(part);
        return verifying.verify(key, signature);
    });
}
const hashesOf = (key) => HASHES_OF_CURVE.get(key.asymmetricKeyDetails?.namedCurve ?? '') ?? ['sha256'];
const HASHES_OF_CURVE = new Map([
    ['secp384r1', ['sha384', 'sha256']],
    ['secp521r1', ['sha512', 'sha256']],
]);
const hashOption = (key, hash) => key.asymmetricKeyType === 'ed25519' ? null : hash;
/** node:crypto signs and verifies messages only; over a bare digest the curves are computed here. */
function verifyDigest(digest, signature, key) {
    const curve = CURVES.get(key.asymmetricKeyDetails?.namedCurve ?? '');
    if (curve === undefined)
        return false;
    const { x, y } = key.export({ format: 'jwk' });
    if (x === undefined || y === undefined)
        return false;
    const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
    return curve.verify(signature, digest, point, { prehash: false, lowS: false, format: 'der' });
}
const CURVES = new Map([
    ['prime256v1', nist/* p256 */.s9],
    ['secp384r1', nist/* p384 */.sL],
    ['secp521r1', nist/* p521 */.Bt],
]);

// EXTERNAL MODULE: ./packages/core/build/verify/verdict.js
var verdict = __webpack_require__(34795);
// EXTERNAL MODULE: ./packages/core/build/checkpoint.js
var build_checkpoint = __webpack_require__(29370);
;// CONCATENATED MODULE: ./packages/core/build/verify/entry-checkpoint.js


/**
 * The checkpoint in an entry's proof, not yet believed; undefined where there is none. It has to be of the tree that the
 * proof names: sigstore-go and sigstore-python compare them, the library takes the checkpoint's and passes over the
 * other. Throws LOG_ENTRY_INVALID, also for a checkpoint that cannot be read.
 */
function checkpointOf({ inclusionProof: proof }) {
    if (proof?.checkpoint === undefined)
        return undefined;
    const checkpoint = (0,build_checkpoint/* parseCheckpoint */.S)(proof.checkpoint.envelope);
    if (checkpoint === undefined) {
        throw (0,rejection/* rejection */.c)('LOG_ENTRY_INVALID', 'The checkpoint of the log entry cannot be read');
    }
    if (proof.treeSize !== String(checkpoint.size) || !checkpoint.root.equals(proof.rootHash)) {
        throw (0,rejection/* rejection */.c)('LOG_ENTRY_INVALID', 'The proof of the log entry is for another tree than its checkpoint');
    }
    return checkpoint;
}

;// CONCATENATED MODULE: ./packages/core/build/verify/checkpoint-names.js

/**
 * The logs, and each again under the names that its checkpoints among these entries are signed with. The library looks for
 * such a name inside the log's URL; a Rekor v1 signs as `rekor.sigstore.dev` wherever it runs, unless its operator says
 * otherwise, and sigstore-go knows it by its key alone. Of Rekor v2 the name is compared before (tile-entry.ts). Throws
 * LOG_ENTRY_INVALID for a checkpoint that is not of its proof's tree.
 */
function logsAsNamed(entries, logs) {
    const renamed = entries.flatMap((entry) => {
        const signatures = checkpointOf(entry)?.signatures ?? [];
        return logs
            .filter(({ logID }) => logID.equals(entry.logId.keyId))
            .flatMap((log) => signatures.map(({ name }) => ({ ...log, baseURL: name })));
    });
    return [...logs, ...renamed];
}

;// CONCATENATED MODULE: ./packages/core/build/verify/log-entry.js






/**
 * Holds an entry against what the library does not compare: that its kind suits the content, that it names the key
 * that signed, and that it logged the very envelope that is stored. Call it before the library's own checks; gives the
 * entry in the form they accept. Throws LOG_ENTRY_INVALID, BUNDLE_MALFORMED, BUNDLE_UNSUPPORTED.
 */
function checkLogEntry(entry, content, signer) {
    for (const number of [entry.logIndex, entry.integratedTime, entry.inclusionProof?.logIndex ?? '0']) {
        if (!/^\d{1,15}$/.test(number))
            throw (0,rejection/* rejection */.c)('BUNDLE_MALFORMED', 'A number of the log entry is out of range');
    }
    const { kind, version } = entry.kindVersion;
    const shape = SHAPES.get(`${kind} ${version}`);
    if (shape === undefined) {
        throw (0,rejection/* rejection */.c)('BUNDLE_UNSUPPORTED', `Log entries of kind ${(0,rejection/* quote */.h)(`${kind} ${version}`)} are not supported`);
    }
    // A hashedrekord 0.0.1 over an envelope proves nothing that sigstore-go accepts; verdicts must not differ.
    if ((content.kind === 'envelope') !== shape.envelope && shape.envelope !== 'either') {
        throw invalid(`A log entry of kind ${kind} ${version} does not belong to this sort of signature`);
    }
    const body = (0,parse/* parseJsonObject */.dw)(entry.canonicalizedBody, 'log entry body', limits/* MAX_LOG_BODY_BYTES */.Jcu);
    if (body.kind !== kind || body.apiVersion !== version)
        throw invalid('The log entry is of another kind than it says');
    if (!namesSigner((0,build_json/* memberAt */.mz)(body, 'spec', ...shape.verifier), signer)) {
        throw invalid('The log entry names another key than the one that signed');
    }
    if (content.kind === 'envelope' && content.stored !== undefined) {
        const hash = shape.envelopeHash === undefined ? undefined : (0,build_json/* memberAt */.mz)(body, 'spec', ...shape.envelopeHash);
        if (hash !== sha256(content.stored).toString('hex'))
            throw invalid('The log entry is about another envelope');
    }
    // Bundles v0.1 may carry a proof without its checkpoint beside the promise: then the promise alone is evidence.
    const bare = entry.inclusionProof?.checkpoint === undefined && entry.inclusionPromise !== undefined;
    return bare ? { ...entry, inclusionProof: undefined } : entry;
}
const SHAPES = new Map([
    ['hashedrekord 0.0.1', { envelope: false, verifier: ['signature', 'publicKey', 'content'] }],
    ['hashedrekord 0.0.2', { envelope: 'either', verifier: ['hashedRekordV002', 'signature', 'verifier'] }],
    [
        'dsse 0.0.1',
        { envelope: true, verifier: ['signatures', 0, 'verifier'], envelopeHash: ['envelopeHash', 'value'] },
    ],
    ['dsse 0.0.2', { envelope: true, verifier: ['dsseV002', 'signatures', 0, 'verifier'] }],
    [
        'intoto 0.0.2',
        {
            envelope: true,
            verifier: ['content', 'envelope', 'signatures', 0, 'publicKey'],
            envelopeHash: ['content', 'hash', 'value'],
        },
    ],
]);
/** Whether the entry's verifier is the very certificate, or the very key, that signed. */
function namesSigner(verifier, signer) {
    try {
        const named = typeof verifier === 'string' ? fromPem(verifier) : fromRaw(verifier);
        if (signer.kind === 'key')
            return named.kind === 'key' && named.key.equals(signer.key);
        return named.kind === 'certificate' && named.der.equals(signer.certificate.root.toDER());
    }
    catch {
        return false; // neither PEM nor DER of a key or a certificate: it names nobody
    }
}
function fromPem(base64) {
    const pem = Buffer.from(base64, 'base64').toString('latin1');
    return pem.includes('BEGIN CERTIFICATE')
        ? { kind: 'certificate', der: new external_node_crypto_.X509Certificate(pem).raw }
        : { kind: 'key', key: (0,external_node_crypto_.createPublicKey)(pem) };
}
function fromRaw(verifier) {
    const certificate = (0,build_json/* memberAt */.mz)(verifier, 'x509Certificate', 'rawBytes');
    if (typeof certificate === 'string') {
        return { kind: 'certificate', der: Buffer.from(certificate, 'base64') };
    }
    const key = Buffer.from(String((0,build_json/* memberAt */.mz)(verifier, 'publicKey', 'rawBytes')), 'base64');
    return { kind: 'key', key: (0,external_node_crypto_.createPublicKey)({ key, format: 'der', type: 'spki' }) };
}
const invalid = (what) => (0,rejection/* rejection */.c)('LOG_ENTRY_INVALID', what);

;// CONCATENATED MODULE: ./packages/core/build/verify/tile-entry.js


/**
 * Holds an entry of Rekor v2 against what the library does not compare: that the checkpoint is the log's own, by the name
 * that the trusted root gives it (sigstore-go takes the host of its URL), and that the entry is where its proof says. Such
 * an entry has no promise to fall back on. Call it before the library's checks of signature and proof. Other entries
 * pass. Throws LOG_ENTRY_INVALID.
 */
function checkTileEntry(entry, authorities) {
    if (!TILE_KINDS.includes(`${entry.kindVersion.kind} ${entry.kindVersion.version}`))
        return;
    const { inclusionProof: proof, inclusionPromise } = entry;
    if (inclusionPromise !== undefined)
        throw tile_entry_invalid('An entry of Rekor v2 comes with a promise, which no such log gives');
    const checkpoint = checkpointOf(entry);
    if (checkpoint === undefined)
        throw tile_entry_invalid('An entry of Rekor v2 comes without a proof and its checkpoint');
    if (entry.logIndex !== proof?.logIndex)
        throw tile_entry_invalid('The log entry and its proof name different places in the log');
    const { origin, signatures } = checkpoint;
    const isOwn = authorities.tlogs.some(({ logID, baseURL }) => {
        if (!logID.equals(entry.logId.keyId) || !URL.canParse(baseURL))
            return false;
        // One and no more: of two, readers differ in which they believe (golang.org/x/mod takes the first alone).
        const [own, ...others] = signatures.filter(({ keyHint }) => keyHint.equals(logID.subarray(0, 4)));
        return new URL(baseURL).hostname === origin && own?.name === origin && others.length === 0;
    });
    if (!isOwn)
        throw tile_entry_invalid('The checkpoint of the log entry is not that of the log that the entry names');
}
/** What Rekor v2 logs, or logged before its version 2.3. */
const TILE_KINDS = ['hashedrekord 0.0.2', 'dsse 0.0.2'];
const tile_entry_invalid = (what) => (0,rejection/* rejection */.c)('LOG_ENTRY_INVALID', what);

;// CONCATENATED MODULE: ./packages/core/build/verify/timestamp.js



/**
 * A timestamp as the library verifies it, with two things put right: a time with any number of fraction digits is read
 * (DER drops trailing zeros; the library takes none or three), and the imprint is compared with what this layout
 * stamps, which for an `.att` layer is the envelope and not the signature.
 */
class StampedTimestamp extends dist.RFC3161Timestamp {
    #stamped;
    #time;
    constructor(response, stamped) {
        super(response);
        this.#stamped = stamped;
        this.#time = timeOf(this.tstInfo.raw);
    }
    /** Reads a DER TimeStampResp (RFC 3161 2.4.2). Throws BUNDLE_MALFORMED. */
    static read(der, stamped) {
        if (der.length > limits/* MAX_TIMESTAMP_BYTES */.UiQ)
            throw (0,rejection/* rejection */.c)('BUNDLE_MALFORMED', 'The timestamp is too large');
        try {
            const timestamp = new StampedTimestamp(dist.ASN1Obj.parseBuffer(Buffer.from(der)), stamped);
            // Read what finds the authority now: a response without it is malformed.
            timestamp.signerIssuer.subarray(0, 0);
            timestamp.signerSerialNumber.subarray(0, 0);
            return timestamp;
        }
        catch (cause) {
            throw (0,rejection/* rejection */.c)('BUNDLE_MALFORMED', 'The timestamp is not an RFC 3161 response', cause);
        }
    }
    get signingTime() {
        return this.#time;
    }
    verify(_data, publicKey) {
        super.verify(this.#stamped, publicKey);
    }
}
const GENERALIZED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/;
/** TSTInfo.genTime, the fifth member; digits behind the millisecond are dropped. */
function timeOf(tstInfo) {
    const genTime = dist.ASN1Obj.parseBuffer(Buffer.from(tstInfo)).subs[4];
    const text = genTime?.tag.isGeneralizedTime() === true ? genTime.value.toString('latin1') : '';
    const [, year, month, day, hour, minute, second, fraction = ''] = GENERALIZED_TIME.exec(text) ?? [];
    const iso = `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}`;
    const time = new Date(`${iso}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
    if (Number.isNaN(time.getTime()))
        throw new Error('the time of the timestamp cannot be read');
    return time;
}

;// CONCATENATED MODULE: ./packages/core/build/verify/witnesses.js










/**
 * Certificate chain, SCT, log entries and timestamps, as far as the trusted root demands or the claim brings them.
 * Throws CERTIFICATE_UNTRUSTED, LOG_ENTRY_INVALID, TIMESTAMP_INVALID, BUNDLE_MALFORMED, BUNDLE_UNSUPPORTED.
 */
function verifyWitnesses(evidence, signing, authorities, requirements) {
    const { content } = evidence;
    // Entries are evidence only where the trusted root names a log that could vouch for them.
    const logEntries = authorities.tlogs.length === 0
        ? []
        : (0,verdict/* asVerdict */.Q)(() => evidence.logEntries.map((entry) => checkLogEntry(entry, content, signing)));
    for (const entry of logEntries)
        checkTileEntry(entry, authorities);
    const timestamps = knownTimestamps(evidence.timestamps.map((der) => StampedTimestamp.read(der, evidence.stamped)), authorities);
    const promised = logEntries.filter(({ inclusionPromise }) => inclusionPromise !== undefined);
    const certified = signing.kind === 'certificate' ? requirements : undefined;
    if (certified !== undefined) {
        demandWitnesses(certified, logEntries.length, promised.length + timestamps.length);
    }
    const entity = {
        signature: toLibrary(content, keyOf(signing)),
        key: signing.kind === 'key'
            ? { $case: 'public-key', hint: signing.hint }
            : {
                $case: 'certificate',
                certificate: authorities.ctlogs.length > 0
                    ? signing.certificate
                    : new LeafWithoutScts(signing.certificate.root),
            },
        tlogEntries: [...logEntries],
        timestamps: [
            ...promised.map((tlogEntry) => ({ $case: 'transparency-log', tlogEntry })),
            ...timestamps.map((timestamp) => ({ $case: 'timestamp-authority', timestamp })),
        ],
    };
    const library = new verify_dist/* Verifier */.BL({
        ...authorities,
        tlogs: logsAsNamed(logEntries, authorities.tlogs),
        publicKey: () => ({ publicKey: keyOf(signing), validFor: () => true }),
    }, {
        tlogThreshold: certified?.logEntries ?? 0,
        ctlogThreshold: certified?.certificateLogPromises ?? 0,
        timestampThreshold: certified?.verifiedTimes ?? 0,
    });
    (0,verdict/* asVerdict */.Q)(() => library.verify(entity));
    const stamped = timestamps.map((timestamp) => timestamp.signingTime);
    for (const entry of logEntries)
        checkLogValidity(entry, authorities, stamped);
    return {
        logEntries: logEntries.map(witnesses_factsOf),
        times: [
            ...promised.map((entry) => ({ at: witnesses_timeOf(entry), witness: 'log' })),
            ...stamped.map((at) => ({ at, witness: 'timestamp-authority' })),
        ],
    };
}
/** The library's own thresholds count the same; these two sentences say what is missing. */
function demandWitnesses(required, logEntries, times) {
    if (logEntries < required.logEntries) {
        throw (0,rejection/* rejection */.c)('LOG_ENTRY_INVALID', 'The claim brings no log entry, and the trusted root demands one');
    }
    if (times < required.verifiedTimes) {
        throw (0,rejection/* rejection */.c)('TIMESTAMP_INVALID', 'Nobody whom the trusted root names says when the claim was signed');
    }
}
const keyOf = (signing) => signing.kind === 'key'
    ? signing.key
    : (0,external_node_crypto_.createPublicKey)({ key: signing.certificate.publicKey, format: 'der', type: 'spki' });
const toLibrary = (content, signer) => ({
    signature: content.signature,
    compareSignature: (signature) => content.signature.equals(signature),
    compareDigest: (digest) => payloadDigest(content).equals(digest),
    compareSignedDigest: (digest) => isDigestOfSigned(digest, content, signer),
    verifySignature: (key) => isSignedBy(content, key),
});
/** The promise signs the index in the whole log; without it only the index in the proof's tree is authentic. */
const witnesses_factsOf = (entry) => ({
    logIndex: Number(entry.inclusionPromise === undefined
        ? (entry.inclusionProof?.logIndex ?? entry.logIndex)
        : entry.logIndex),
    logId: entry.logId.keyId.toString('hex'),
    integratedTime: entry.inclusionPromise === undefined ? undefined : witnesses_timeOf(entry),
});
const witnesses_timeOf = (entry) => new Date(Number(entry.integratedTime) * 1000);

;// CONCATENATED MODULE: ./packages/core/build/verify/verifier.js












/**
 * `trust`: verifies certificates, logs and timestamps; undefined with keys alone, then witnesses are not looked at.
 * `keys`: PEM public keys, any of which may have signed. Throws KEY_INVALID.
 */
function createVerifier(from) {
    const keys = from.keys.map((pem) => (0,public_key/* parsePublicKey */.e)(pem));
    const authorities = from.trust === undefined ? undefined : authoritiesOf(from.trust);
    const requirements = deriveRequirements(from.trust);
    return {
        requirements,
        verify: (material, subject, options = {}) => {
            const evidence = readEvidence(material, options.artifact);
            const { content } = evidence;
            if (content.kind === 'digest')
                checkDigest(content, subject);
            const signing = findSigner(evidence, keys);
            const witnessed = authorities === undefined
                ? withoutTrustedRoot(signing)
                : verifyWitnesses(evidence, signing, authorities, requirements);
            const signer = signing.kind === 'key'
                ? { kind: 'key', hint: signing.hint }
                : { kind: 'certificate', ...(0,verdict/* asVerdict */.Q)(() => readCertificate(signing.certificate)) };
            return {
                signer,
                subject,
                ...bindToSubject(content, subject, options.expectedPredicateType),
                ...witnessed,
            };
        },
    };
}
function readEvidence(material, artifact) {
    switch (material.kind) {
        case 'bundle':
            return (0,verdict/* asVerdict */.Q)(() => (0,bundle_evidence/* readBundle */.B)(material.bytes, artifact));
        case 'simple-signing':
            return (0,verdict/* asVerdict */.Q)(() => readSignatureLayer(material.payload, material.annotations));
        case 'dsse-layer':
            return (0,verdict/* asVerdict */.Q)(() => readAttestationLayer(material.payload, material.annotations));
    }
}
/** Whose signature it is, before anybody vouches for that key. Throws SIGNATURE_INVALID, SIGNER_NOT_ALLOWED. */
function findSigner({ signer, content }, keys) {
    if (signer.kind === 'certificate') {
        const { certificate } = signer;
        const key = (0,verdict/* asVerdict */.Q)(() => (0,external_node_crypto_.createPublicKey)({ key: certificate.publicKey, format: 'der', type: 'spki' }));
        if (!isSignedBy(content, key))
            throw badSignature("the certificate's key");
        return { kind: 'certificate', certificate };
    }
    const found = keys.find(({ key }) => isSignedBy(content, key));
    if (found !== undefined)
        return { kind: 'key', ...found };
    if (keys.length === 0) {
        throw (0,rejection/* rejection */.c)('SIGNER_NOT_ALLOWED', 'The claim is signed with a key, and no key was given to verify it');
    }
    if (keys.some(({ hint }) => hint === signer.hint))
        throw badSignature('the key that it names');
    throw (0,rejection/* rejection */.c)('SIGNER_NOT_ALLOWED', signer.hint === undefined
        ? 'None of the keys that were given made the signature, or what was signed was changed'
        : 'The claim is signed with a key other than those given');
}
const badSignature = (by) => (0,rejection/* rejection */.c)('SIGNATURE_INVALID', `The signature does not verify with ${by}: what was signed was changed, or the signature`);
function withoutTrustedRoot(signing) {
    if (signing.kind === 'key')
        return { logEntries: [], times: [] };
    throw (0,rejection/* rejection */.c)('SIGNER_NOT_ALLOWED', 'The claim is signed with a certificate, and only keys are accepted');
}

;// CONCATENATED MODULE: ./packages/core/build/verify/index.js




/***/ }),

/***/ 46777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mm: () => (/* binding */ bounded),
/* harmony export */   Pe: () => (/* binding */ parseBase64),
/* harmony export */   dw: () => (/* binding */ parseJsonObject),
/* harmony export */   hB: () => (/* binding */ parseCertificate)
/* harmony export */ });
/* harmony import */ var _sigstore_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83917);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30058);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99772);
/* harmony import */ var _der_memory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46173);
/* harmony import */ var _rejection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15905);





/**
 * Bytes as a JSON object. Throws BUNDLE_MALFORMED for anything else, named by `what`. `maxParts`: members and elements at
 * any depth, counted before they become objects: a megabyte of brackets is a hundred in memory.
 */
function parseJsonObject(bytes, what, maxBytes, maxParts = _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_CLAIM_PARTS */ .bEf) {
    if (bytes.length > maxBytes) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .rejection */ .c)('BUNDLE_MALFORMED', `The ${what} is larger than ${String(maxBytes)} bytes`);
    }
    if (hasMoreParts(bytes, maxParts)) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .rejection */ .c)('BUNDLE_MALFORMED', `The ${what} has more parts than ${String(maxParts)}`);
    }
    let value;
    try {
        value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (cause) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .rejection */ .c)('BUNDLE_MALFORMED', `The ${what} is not JSON`, cause);
    }
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .rejection */ .c)('BUNDLE_MALFORMED', `The ${what} is not a JSON object`);
    return value;
}
const [QUOTE, BACKSLASH, COMMA, BRACKET, BRACE] = [0x22, 0x5c, 0x2c, 0x5b, 0x7b];
/** Commas and opening brackets outside of strings. In bytes that are no JSON the count is of no matter. */
function hasMoreParts(bytes, maxParts) {
    let parts = 0;
    for (let at = 0; at < bytes.length && parts <= maxParts; at += 1) {
        const byte = bytes[at];
        if (byte === COMMA || byte === BRACKET || byte === BRACE)
            parts += 1;
        else if (byte === QUOTE) {
            const end = endOfString(bytes, at + 1);
            if (end < 0)
                return false;
            at = end;
        }
    }
    return parts > maxParts;
}
/** Where the string that begins at `start` has its closing quote; -1 where it has none. */
function endOfString(bytes, start) {
    let quote = bytes.indexOf(QUOTE, start);
    while (quote >= 0) {
        let first = quote;
        while (first > start && bytes[first - 1] === BACKSLASH)
            first -= 1;
        if ((quote - first) % 2 === 0)
            return quote;
        quote = bytes.indexOf(QUOTE, quote + 1);
    }
    return -1;
}
/** The list itself, when it is no longer than any honest claim's. Throws BUNDLE_MALFORMED. */
function bounded(list, what) {
    if (list.length > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_WITNESSES_PER_CLAIM */ .CRi) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .rejection */ .c)('BUNDLE_MALFORMED', `The claim holds more than ${String(_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_WITNESSES_PER_CLAIM */ .CRi)} ${what}`);
    }
    return list;
}
/** An X.509 certificate in DER with nothing behind it. Throws BUNDLE_MALFORMED. */
function parseCertificate(der) {
    if (der.length > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_CERTIFICATE_BYTES */ .tos)
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .rejection */ .c)('BUNDLE_MALFORMED', 'The certificate is too large');
    try {
        const certificate = (0,_der_memory_js__WEBPACK_IMPORTED_MODULE_4__/* .rememberDer */ .x)(_sigstore_core__WEBPACK_IMPORTED_MODULE_0__.X509Certificate.parse(Buffer.from(der)));
        // Read now what is needed later, so that a certificate that lacks it is malformed and not a crash.
        certificate.validForDate(certificate.notBefore);
        for (const part of [certificate.publicKey, certificate.issuer, certificate.subject])
            part.subarray(0, 0);
        certificate.extensions.forEach((extension) => extension.subs[0]?.toOID());
        return certificate;
    }
    catch (cause) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .rejection */ .c)('BUNDLE_MALFORMED', 'The certificate is not X.509 in DER', cause);
    }
}
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** Non-empty standard base64. Throws BUNDLE_MALFORMED. */
function parseBase64(value, what) {
    if (typeof value !== 'string' || value.length % 4 !== 0 || !BASE64.test(value)) {
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_1__/* .rejection */ .c)('BUNDLE_MALFORMED', `The ${what} is not base64`);
    }
    return Buffer.from(value, 'base64');
}


/***/ }),

/***/ 15905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ rejection),
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99772);


const REMEDY = {
    BUNDLE_MALFORMED: 'Do not use the image on the strength of this claim; sign it again to replace the claim.',
    BUNDLE_UNSUPPORTED: 'Sign the image again with a current tool, or verify this claim with the tool that made it.',
    SIGNATURE_INVALID: 'Treat what was signed as changed after signing: find out who changed it before signing again.',
    CERTIFICATE_UNTRUSTED: 'Check that the trusted root is the one of the Sigstore instance that issued the certificate.',
    LOG_ENTRY_INVALID: 'Check that the trusted root holds the log that was written to; else treat the claim as forged.',
    TIMESTAMP_INVALID: 'Check that the trusted root holds the timestamp authority that was asked; else treat the claim as forged.',
    SUBJECT_MISMATCH: 'Look for who put a claim about another image here, and sign this digest itself.',
    PREDICATE_TYPE_MISMATCH: 'Ask for the predicate type that was attested, or attest the one that is asked for.',
    SIGNER_NOT_ALLOWED: 'Give the identity or the public key of the signer, if you trust that signer.',
};
/** A rejection with the remedy of its code. `what` may quote others' text: it is cut and escaped by {@link quote}. */
const rejection = (code, what, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CountersignError */ .WS(code, { what, remedy: REMEDY[code], cause });
/** Text of others on one line, escaped and cut, for an error message. */
const quote = (text) => JSON.stringify(text.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_SHOWN_INPUT_CHARS */ .SpS ? `${text.slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_SHOWN_INPUT_CHARS */ .SpS)}...` : text);


/***/ }),

/***/ 34795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ asVerdict)
/* harmony export */ });
/* harmony import */ var _sigstore_verify__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54187);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(807);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99772);
/* harmony import */ var _rejection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15905);




/**
 * Runs a step that reads hostile bytes: any error that is not a verdict yet becomes one. The library tells malformed
 * input by TypeErrors as often as by errors of its own, so whatever it throws is a rejection.
 */
function asVerdict(step) {
    try {
        return step();
    }
    catch (cause) {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CountersignError */ .WS)
            throw cause;
        if (cause instanceof _sigstore_verify__WEBPACK_IMPORTED_MODULE_0__/* .VerificationError */ .mk) {
            throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_2__/* .rejection */ .c)(codeOf(cause.code), sentence(deepest(cause)), cause);
        }
        throw (0,_rejection_js__WEBPACK_IMPORTED_MODULE_2__/* .rejection */ .c)('BUNDLE_MALFORMED', 'The claim is not put together as it should be', cause);
    }
}
function codeOf(code) {
    if (code.startsWith('TLOG'))
        return 'LOG_ENTRY_INVALID';
    if (code === 'TIMESTAMP_ERROR')
        return 'TIMESTAMP_INVALID';
    if (code === 'CERTIFICATE_ERROR')
        return 'CERTIFICATE_UNTRUSTED';
    return code === 'SIGNATURE_ERROR' ? 'SIGNATURE_INVALID' : 'SIGNER_NOT_ALLOWED';
}
/** The chain's own error says more than "failed to verify certificate chain". */
function deepest(error) {
    const { cause } = error;
    return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}
const sentence = (text) => `Verification failed: ${text.slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_ERROR_EXCERPT_CHARS */ .EbZ).replaceAll(/[^\x20-\x7e]/g, '?')}`;


/***/ })

};
