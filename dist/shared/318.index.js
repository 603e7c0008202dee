export const id = 318;
export const ids = [318];
export const modules = {

/***/ 8456:
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
const protobuf_specs_1 = __webpack_require__(9654);
const bundle_1 = __webpack_require__(7742);
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

/***/ 7742:
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

/***/ 7714:
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

/***/ 1040:
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
var build_1 = __webpack_require__(8456);
__webpack_unused_export__ = ({ enumerable: true, get: function () { return build_1.toDSSEBundle; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return build_1.toMessageSignatureBundle; } });
var bundle_1 = __webpack_require__(7742);
Object.defineProperty(exports, "Td", ({ enumerable: true, get: function () { return bundle_1.BUNDLE_V01_MEDIA_TYPE; } }));
Object.defineProperty(exports, "qx", ({ enumerable: true, get: function () { return bundle_1.BUNDLE_V02_MEDIA_TYPE; } }));
Object.defineProperty(exports, "ZZ", ({ enumerable: true, get: function () { return bundle_1.BUNDLE_V03_LEGACY_MEDIA_TYPE; } }));
Object.defineProperty(exports, "HM", ({ enumerable: true, get: function () { return bundle_1.BUNDLE_V03_MEDIA_TYPE; } }));
__webpack_unused_export__ = ({ enumerable: true, get: function () { return bundle_1.isBundleWithCertificateChain; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return bundle_1.isBundleWithDsseEnvelope; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return bundle_1.isBundleWithMessageSignature; } });
__webpack_unused_export__ = ({ enumerable: true, get: function () { return bundle_1.isBundleWithPublicKey; } });
var error_1 = __webpack_require__(7714);
__webpack_unused_export__ = ({ enumerable: true, get: function () { return error_1.ValidationError; } });
var serialized_1 = __webpack_require__(3404);
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

/***/ 3404:
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
const protobuf_specs_1 = __webpack_require__(9654);
const bundle_1 = __webpack_require__(7742);
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
const error_1 = __webpack_require__(7714);
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

/***/ 7318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  attestImages: () => (/* reexport */ attestImages),
  describeTree: () => (/* reexport */ describeTree),
  signImages: () => (/* reexport */ signImages),
  verifyBundleFile: () => (/* reexport */ verifyBundleFile),
  verifyImages: () => (/* reexport */ verifyImages)
});

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(8027);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@sigstore/core/dist/index.js
var dist = __webpack_require__(3917);
// EXTERNAL MODULE: ./node_modules/@sigstore/verify/dist/index.js
var verify_dist = __webpack_require__(4187);
;// CONCATENATED MODULE: ./packages/core/build/verify/der-memory.js
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

// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(9772);
;// CONCATENATED MODULE: ./packages/core/build/verify/rejection.js


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
const rejection = (code, what, cause) => new errors/* CountersignError */.WS(code, { what, remedy: REMEDY[code], cause });
/** Text of others on one line, escaped and cut, for an error message. */
const quote = (text) => JSON.stringify(text.length > limits/* MAX_SHOWN_INPUT_CHARS */.Sp ? `${text.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.Sp)}...` : text);

;// CONCATENATED MODULE: ./packages/core/build/verify/authorities.js




/**
 * The trusted root in the library's form. A log with a checkpoint key id of its own is listed under both ids, since the
 * library knows one per log while Rekor v1 entries name the one and Rekor v2 entries the other.
 */
function authoritiesOf(trust) {
    const { trustedRoot } = trust;
    const authorities = (0,verify_dist/* toTrustMaterial */.jO)(trustedRoot);
    for (const { certChain } of [...authorities.certificateAuthorities, ...authorities.timestampAuthorities]) {
        certChain.forEach(rememberDer);
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
    throw rejection('LOG_ENTRY_INVALID', `The log was not trusted at the time of signing, ${outside.toISOString()}`);
}

// EXTERNAL MODULE: ./packages/core/build/json.js
var build_json = __webpack_require__(58);
// EXTERNAL MODULE: ./packages/core/build/claims/index.js + 13 modules
var claims = __webpack_require__(9091);
;// CONCATENATED MODULE: ./packages/core/build/verify/parse.js





/**
 * Bytes as a JSON object. Throws BUNDLE_MALFORMED for anything else, named by `what`. `maxParts`: members and elements at
 * any depth, counted before they become objects: a megabyte of brackets is a hundred in memory.
 */
function parseJsonObject(bytes, what, maxBytes, maxParts = limits/* MAX_CLAIM_PARTS */.bE) {
    if (bytes.length > maxBytes) {
        throw rejection('BUNDLE_MALFORMED', `The ${what} is larger than ${String(maxBytes)} bytes`);
    }
    if (hasMoreParts(bytes, maxParts)) {
        throw rejection('BUNDLE_MALFORMED', `The ${what} has more parts than ${String(maxParts)}`);
    }
    let value;
    try {
        value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (cause) {
        throw rejection('BUNDLE_MALFORMED', `The ${what} is not JSON`, cause);
    }
    if (!(0,build_json/* isObject */.G)(value))
        throw rejection('BUNDLE_MALFORMED', `The ${what} is not a JSON object`);
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
    if (list.length > limits/* MAX_WITNESSES_PER_CLAIM */.CR) {
        throw rejection('BUNDLE_MALFORMED', `The claim holds more than ${String(limits/* MAX_WITNESSES_PER_CLAIM */.CR)} ${what}`);
    }
    return list;
}
/** An X.509 certificate in DER with nothing behind it. Throws BUNDLE_MALFORMED. */
function parseCertificate(der) {
    if (der.length > limits/* MAX_CERTIFICATE_BYTES */.to)
        throw rejection('BUNDLE_MALFORMED', 'The certificate is too large');
    try {
        const certificate = rememberDer(dist.X509Certificate.parse(Buffer.from(der)));
        // Read now what is needed later, so that a certificate that lacks it is malformed and not a crash.
        certificate.validForDate(certificate.notBefore);
        for (const part of [certificate.publicKey, certificate.issuer, certificate.subject])
            part.subarray(0, 0);
        certificate.extensions.forEach((extension) => extension.subs[0]?.toOID());
        return certificate;
    }
    catch (cause) {
        throw rejection('BUNDLE_MALFORMED', 'The certificate is not X.509 in DER', cause);
    }
}
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** Non-empty standard base64. Throws BUNDLE_MALFORMED. */
function parseBase64(value, what) {
    if (typeof value !== 'string' || value.length % 4 !== 0 || !BASE64.test(value)) {
        throw rejection('BUNDLE_MALFORMED', `The ${what} is not base64`);
    }
    return Buffer.from(value, 'base64');
}

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
        throw rejection('PREDICATE_TYPE_MISMATCH', `The claim is of type ${quote(assertion.predicateType)}, not ${quote(expectedPredicateType)}`);
    }
    return assertion;
}
function assertionOf(content, subject) {
    switch (content.kind) {
        case 'envelope': {
            const statement = statementOf(content.payloadType, content.payload);
            if (!statement.subject.some(({ digest }) => digest.sha256 === (0,oci/* hexOf */.ZD)(subject))) {
                const named = statement.subject.map(({ digest }) => digest.sha256 ?? 'no sha256').join(', ');
                throw mismatch(`The statement is about ${quote(named)}`, subject);
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
        throw rejection('BUNDLE_UNSUPPORTED', `The message digest is ${content.algorithm}; an image is named by sha256`);
    }
    const named = content.digest.toString('hex');
    if (named !== (0,oci/* hexOf */.ZD)(subject))
        throw mismatch(`The signature is over sha256:${named}`, subject);
}
/** in-toto attestation spec, "Statement" v1 and v0.1. */
function statementOf(payloadType, payload) {
    if (payloadType !== oci/* IN_TOTO */.B1) {
        throw rejection('BUNDLE_UNSUPPORTED', `The envelope holds ${quote(payloadType)}, not an in-toto statement`);
    }
    const json = parseJsonObject(payload, 'statement', limits/* MAX_CLAIM_BYTES */.AS, limits/* MAX_STATEMENT_PARTS */.xb);
    const { _type, subject, predicateType, predicate } = json;
    if (typeof _type !== 'string' || !STATEMENT_TYPES.includes(_type)) {
        throw rejection('BUNDLE_UNSUPPORTED', 'The statement is not of a known in-toto version');
    }
    if (typeof predicateType !== 'string' ||
        predicateType === '' ||
        predicateType.length > limits/* MAX_PREDICATE_TYPE_CHARS */.Cd) {
        throw rejection('BUNDLE_MALFORMED', 'The statement names no predicate type');
    }
    if (!Array.isArray(subject) || !subject.every(isSubject)) {
        throw rejection('BUNDLE_MALFORMED', "The statement's subjects are not names with digests");
    }
    return { _type, subject, predicateType, predicate };
}
const isSubject = (value) => (0,build_json/* isObject */.G)(value) &&
    (value.name === undefined || typeof value.name === 'string') &&
    (0,build_json/* isObject */.G)(value.digest) &&
    Object.values(value.digest).every((digest) => typeof digest === 'string');
/** containers/image docs/containers-signature.5.md, as cosign writes it. The docker-reference is nobody's evidence. */
function checkDocument(payload, subject) {
    const critical = parseJsonObject(payload, 'simple-signing document', limits/* MAX_CLAIM_BYTES */.AS).critical;
    if ((0,build_json/* memberAt */.m)(critical, 'type') !== SIMPLE_SIGNING_TYPE) {
        throw rejection('BUNDLE_UNSUPPORTED', 'The document is not a cosign container image signature');
    }
    const named = (0,build_json/* memberAt */.m)(critical, 'image', 'docker-manifest-digest');
    if (typeof named !== 'string')
        throw rejection('BUNDLE_MALFORMED', 'The document names no image digest');
    if (named !== subject)
        throw mismatch(`The signature is for ${quote(named)}`, subject);
}
const mismatch = (what, subject) => rejection('SUBJECT_MISMATCH', `${what}, not about ${subject}`);

// EXTERNAL MODULE: ./node_modules/@sigstore/bundle/dist/index.js
var bundle_dist = __webpack_require__(1040);
// EXTERNAL MODULE: ./node_modules/@sigstore/protobuf-specs/dist/index.js
var protobuf_specs_dist = __webpack_require__(9654);
;// CONCATENATED MODULE: ./packages/core/build/verify/bundle-evidence.js





const MEDIA_TYPES = [
    bundle_dist/* BUNDLE_V01_MEDIA_TYPE */.Td,
    bundle_dist/* BUNDLE_V02_MEDIA_TYPE */.qx,
    bundle_dist/* BUNDLE_V03_LEGACY_MEDIA_TYPE */.ZZ,
    bundle_dist/* BUNDLE_V03_MEDIA_TYPE */.HM,
];
/**
 * Reads a Sigstore bundle v0.1, v0.2 or v0.3 (sigstore/protobuf-specs, sigstore_bundle.proto).
 * `artifact`: the bytes that a message signature covers, where the caller has them.
 * Throws BUNDLE_MALFORMED, BUNDLE_UNSUPPORTED.
 */
function readBundle(bytes, artifact) {
    const json = parseJsonObject(bytes, 'bundle', limits/* MAX_CLAIM_BYTES */.AS);
    const mediaType = json.mediaType;
    if (typeof mediaType !== 'string')
        throw rejection('BUNDLE_MALFORMED', 'The bundle names no media type');
    if (!MEDIA_TYPES.includes(mediaType)) {
        throw rejection('BUNDLE_UNSUPPORTED', `The bundle's media type ${quote(mediaType)} is not known`);
    }
    const bundle = shapedBundle(json);
    const content = contentOf(bundle, artifact);
    return {
        content,
        signer: signerOf(bundle),
        logEntries: bounded(bundle.verificationMaterial.tlogEntries, 'log entries'),
        timestamps: bounded(bundle.verificationMaterial.timestampVerificationData?.rfc3161Timestamps ?? [], 'timestamps').map((timestamp) => timestamp.signedTimestamp),
        stamped: content.signature,
    };
}
function shapedBundle(json) {
    try {
        return (0,bundle_dist/* bundleFromJSON */.vw)(json);
    }
    catch (cause) {
        // The library names the fields that are missing or wrong; its TypeErrors mean the same thing.
        const fields = cause instanceof Error && 'fields' in cause && Array.isArray(cause.fields) ? cause.fields : [];
        const where = fields.length > 0 ? `: ${fields.map(String).join(', ').slice(0, limits/* MAX_ERROR_EXCERPT_CHARS */.Eb)}` : '';
        throw rejection('BUNDLE_MALFORMED', `The bundle is not a valid Sigstore bundle${where}`, cause);
    }
}
function contentOf(bundle, artifact) {
    if (bundle.content.$case === 'dsseEnvelope') {
        const { payloadType, payload, signatures } = bundle.content.dsseEnvelope;
        const [only, ...others] = signatures;
        if (only === undefined || others.length > 0) {
            throw rejection('BUNDLE_MALFORMED', 'The envelope does not hold exactly one signature');
        }
        return { kind: 'envelope', payloadType, payload, signature: only.sig, stored: undefined };
    }
    const { messageDigest, signature } = bundle.content.messageSignature;
    const algorithm = ALGORITHMS.get(messageDigest.algorithm);
    if (algorithm === undefined) {
        throw rejection('BUNDLE_UNSUPPORTED', 'The message digest is not of an algorithm of the SHA-2 family');
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
    [protobuf_specs_dist.HashAlgorithm.SHA2_256, 'sha256'],
    [protobuf_specs_dist.HashAlgorithm.SHA2_384, 'sha384'],
    [protobuf_specs_dist.HashAlgorithm.SHA2_512, 'sha512'],
]);
function signerOf(bundle) {
    const { content } = bundle.verificationMaterial;
    switch (content.$case) {
        case 'publicKey':
            return { kind: 'key', hint: content.publicKey.hint };
        case 'certificate':
            return { kind: 'certificate', certificate: parseCertificate(content.certificate.rawBytes) };
        case 'x509CertificateChain': {
            const [leaf, ...issuers] = bounded(content.x509CertificateChain.certificates.map((one) => parseCertificate(one.rawBytes)), 'certificates');
            if (leaf === undefined)
                throw rejection('BUNDLE_MALFORMED', 'The certificate chain is empty');
            // sigstore_bundle.proto: "the root certificate SHOULD NOT be included"; trust comes from the trusted root alone.
            if (issuers.some((issuer) => issuer.subject.equals(issuer.issuer))) {
                throw rejection('BUNDLE_MALFORMED', 'The certificate chain brings its own root certificate');
            }
            return { kind: 'certificate', certificate: leaf };
        }
    }
}

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
        throw rejection('BUNDLE_UNSUPPORTED', "The certificate's subject alternative name is neither a URI nor an e-mail");
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
const untrusted = (what) => rejection('CERTIFICATE_UNTRUSTED', `The signing certificate ${what}`);

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
    if (payload.length > limits/* MAX_CLAIM_BYTES */.AS)
        throw rejection('BUNDLE_MALFORMED', 'The document is too large');
    const signature = parseBase64(annotations[SIGNATURE], `annotation ${SIGNATURE}`);
    const content = { kind: 'document', payload: Buffer.from(payload), signature };
    return { content, ...witnessesOf(annotations), stamped: signature };
}
/**
 * Reads a layer of an `.att` tag (sigstore/cosign specs/ATTESTATION_SPEC.md): a DSSE envelope as it was logged. Its
 * timestamps cover the whole envelope. Throws BUNDLE_MALFORMED, BUNDLE_UNSUPPORTED.
 */
function readAttestationLayer(bytes, annotations) {
    const envelope = parseJsonObject(bytes, 'envelope', limits/* MAX_CLAIM_BYTES */.AS);
    const { payloadType, signatures } = envelope;
    if (typeof payloadType !== 'string')
        throw rejection('BUNDLE_MALFORMED', 'The envelope names no payload type');
    const [only, ...others] = Array.isArray(signatures) ? signatures : [];
    if (!(0,build_json/* isObject */.G)(only) || others.length > 0) {
        throw rejection('BUNDLE_MALFORMED', 'The envelope does not hold exactly one signature');
    }
    const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const content = {
        kind: 'envelope',
        payloadType,
        payload: parseBase64(envelope.payload, 'payload'),
        signature: parseBase64(only.sig, 'signature'),
        stored,
    };
    return { content, ...witnessesOf(annotations), stamped: stored };
}
function witnessesOf(annotations) {
    const entry = annotations[LOG_ENTRY];
    const timestamp = annotations[TIMESTAMP];
    return {
        signer: layer_evidence_signerOf(annotations[CERTIFICATE]),
        logEntries: entry === undefined || entry === '' ? [] : [logEntryOf(entry)],
        timestamps: timestamp === undefined || timestamp === '' ? [] : [timestampOf(timestamp)],
    };
}
function layer_evidence_signerOf(pem) {
    if (pem === undefined || pem === '')
        return { kind: 'key', hint: undefined };
    if (pem.length > 2 * limits/* MAX_CERTIFICATE_BYTES */.to)
        throw rejection('BUNDLE_MALFORMED', 'The certificate is too large');
    let der;
    try {
        der = new external_node_crypto_.X509Certificate(pem).raw;
    }
    catch (cause) {
        throw rejection('BUNDLE_MALFORMED', 'The certificate annotation is not a PEM certificate', cause);
    }
    return { kind: 'certificate', certificate: parseCertificate(der) };
}
/** The annotation holds Rekor's promise and the four members that it signs. */
function logEntryOf(text) {
    const json = parseJsonObject(Buffer.from(text), 'log entry annotation', 2 * limits/* MAX_LOG_BODY_BYTES */.Jc);
    const payload = json.Payload;
    if (!(0,build_json/* isObject */.G)(payload))
        throw rejection('BUNDLE_MALFORMED', 'The log entry annotation has no Payload');
    const { integratedTime, logIndex, logID } = payload;
    const canonicalizedBody = parseBase64(payload.body, 'log entry body');
    if (typeof logID !== 'string' || !/^[0-9a-f]{64}$/.test(logID)) {
        throw rejection('BUNDLE_MALFORMED', 'The log entry names no log');
    }
    if (!Number.isSafeInteger(integratedTime) || !Number.isSafeInteger(logIndex)) {
        throw rejection('BUNDLE_MALFORMED', 'The log entry has no time or no index');
    }
    const { kind, apiVersion } = parseJsonObject(canonicalizedBody, 'log entry body', limits/* MAX_LOG_BODY_BYTES */.Jc);
    if (typeof kind !== 'string' || typeof apiVersion !== 'string') {
        throw rejection('BUNDLE_MALFORMED', 'The log entry does not say what kind it is');
    }
    return {
        logIndex: String(logIndex),
        logId: { keyId: Buffer.from(logID, 'hex') },
        kindVersion: { kind, version: apiVersion },
        integratedTime: String(integratedTime),
        inclusionPromise: {
            signedEntryTimestamp: parseBase64(json.SignedEntryTimestamp, 'signed entry timestamp'),
        },
        inclusionProof: undefined,
        canonicalizedBody,
    };
}
function timestampOf(text) {
    const json = parseJsonObject(Buffer.from(text), 'timestamp annotation', limits/* MAX_LOG_BODY_BYTES */.Jc);
    return parseBase64(json.SignedRFC3161Timestamp, 'timestamp');
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
var nist = __webpack_require__(534);
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
/** SHA-256 of the bytes that the signature covers, as log entries state it (for a digest: the digest itself). */
function signedDigest(content) {
    switch (content.kind) {
        case 'envelope':
            return sha256(...preAuthEncoding(content));
        case 'document':
            return sha256(content.payload);
        case 'digest':
            return content.digest;
    }
}
/** SHA-256 of the payload alone (the payloadHash of dsse and intoto entries). */
const payloadDigest = (content) => content.kind === 'digest' ? content.digest : sha256(content.payload);
/** Of the concatenation of the parts. */
function sha256(...parts) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
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
    const hashes = HASHES_OF_CURVE.get(key.asymmetricKeyDetails?.namedCurve ?? '') ?? ['sha256'];
    return hashes.some((hash) => {
        const verifying = (0,external_node_crypto_.createVerify)(hash);
        for (const part of parts)
            verifying.update(part);
        return verifying.verify(key, signature);
    });
}
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

;// CONCATENATED MODULE: ./packages/core/build/verify/verdict.js




/**
 * Runs a step that reads hostile bytes: any error that is not a verdict yet becomes one. The library tells malformed
 * input by TypeErrors as often as by errors of its own, so whatever it throws is a rejection.
 */
function asVerdict(step) {
    try {
        return step();
    }
    catch (cause) {
        if (cause instanceof errors/* CountersignError */.WS)
            throw cause;
        if (cause instanceof verify_dist/* VerificationError */.mk) {
            throw rejection(codeOf(cause.code), sentence(deepest(cause)), cause);
        }
        throw rejection('BUNDLE_MALFORMED', 'The claim is not put together as it should be', cause);
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
const sentence = (text) => `Verification failed: ${text.slice(0, limits/* MAX_ERROR_EXCERPT_CHARS */.Eb).replaceAll(/[^\x20-\x7e]/g, '?')}`;

;// CONCATENATED MODULE: ./packages/core/build/verify/log-entry.js






/**
 * Holds an entry against what the library does not compare: that its kind suits the content, that it names the key
 * that signed, and that it logged the very envelope that is stored. Call it before the library's own checks; gives the
 * entry in the form they accept. Throws LOG_ENTRY_INVALID, BUNDLE_MALFORMED, BUNDLE_UNSUPPORTED.
 */
function checkLogEntry(entry, content, signer) {
    for (const number of [entry.logIndex, entry.integratedTime, entry.inclusionProof?.logIndex ?? '0']) {
        if (!/^\d{1,15}$/.test(number))
            throw rejection('BUNDLE_MALFORMED', 'A number of the log entry is out of range');
    }
    const { kind, version } = entry.kindVersion;
    const shape = SHAPES.get(`${kind} ${version}`);
    if (shape === undefined) {
        throw rejection('BUNDLE_UNSUPPORTED', `Log entries of kind ${quote(`${kind} ${version}`)} are not supported`);
    }
    // A hashedrekord 0.0.1 over an envelope proves nothing that sigstore-go accepts; verdicts must not differ.
    if ((content.kind === 'envelope') !== shape.envelope && shape.envelope !== 'either') {
        throw invalid(`A log entry of kind ${kind} ${version} does not belong to this sort of signature`);
    }
    const body = parseJsonObject(entry.canonicalizedBody, 'log entry body', limits/* MAX_LOG_BODY_BYTES */.Jc);
    if (body.kind !== kind || body.apiVersion !== version)
        throw invalid('The log entry is of another kind than it says');
    if (!namesSigner((0,build_json/* memberAt */.m)(body, 'spec', ...shape.verifier), signer)) {
        throw invalid('The log entry names another key than the one that signed');
    }
    if (content.kind === 'envelope' && content.stored !== undefined) {
        const hash = shape.envelopeHash === undefined ? undefined : (0,build_json/* memberAt */.m)(body, 'spec', ...shape.envelopeHash);
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
    const certificate = (0,build_json/* memberAt */.m)(verifier, 'x509Certificate', 'rawBytes');
    if (typeof certificate === 'string') {
        return { kind: 'certificate', der: Buffer.from(certificate, 'base64') };
    }
    const key = Buffer.from(String((0,build_json/* memberAt */.m)(verifier, 'publicKey', 'rawBytes')), 'base64');
    return { kind: 'key', key: (0,external_node_crypto_.createPublicKey)({ key, format: 'der', type: 'spki' }) };
}
const invalid = (what) => rejection('LOG_ENTRY_INVALID', what);

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
        if (der.length > limits/* MAX_TIMESTAMP_BYTES */.Ui)
            throw rejection('BUNDLE_MALFORMED', 'The timestamp is too large');
        try {
            const timestamp = new StampedTimestamp(dist.ASN1Obj.parseBuffer(Buffer.from(der)), stamped);
            // Read what finds the authority now: a response without it is malformed.
            timestamp.signerIssuer.subarray(0, 0);
            timestamp.signerSerialNumber.subarray(0, 0);
            return timestamp;
        }
        catch (cause) {
            throw rejection('BUNDLE_MALFORMED', 'The timestamp is not an RFC 3161 response', cause);
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
        : asVerdict(() => evidence.logEntries.map((entry) => checkLogEntry(entry, content, signing)));
    const timestamps = knownTimestamps(evidence.timestamps.map((der) => StampedTimestamp.read(der, evidence.stamped)), authorities);
    const promised = logEntries.filter(({ inclusionPromise }) => inclusionPromise !== undefined);
    const certified = signing.kind === 'certificate' ? requirements : undefined;
    if (certified !== undefined) {
        demandWitnesses(certified, logEntries.length, promised.length + timestamps.length);
    }
    const entity = {
        signature: toLibrary(content),
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
    const library = new verify_dist/* Verifier */.BL({ ...authorities, publicKey: () => ({ publicKey: keyOf(signing), validFor: () => true }) }, {
        tlogThreshold: certified?.logEntries ?? 0,
        ctlogThreshold: certified?.certificateLogPromises ?? 0,
        timestampThreshold: certified?.verifiedTimes ?? 0,
    });
    asVerdict(() => library.verify(entity));
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
        throw rejection('LOG_ENTRY_INVALID', 'The claim brings no log entry, and the trusted root demands one');
    }
    if (times < required.verifiedTimes) {
        throw rejection('TIMESTAMP_INVALID', 'Nobody whom the trusted root names says when the claim was signed');
    }
}
const keyOf = (signing) => signing.kind === 'key'
    ? signing.key
    : (0,external_node_crypto_.createPublicKey)({ key: signing.certificate.publicKey, format: 'der', type: 'spki' });
const toLibrary = (content) => ({
    signature: content.signature,
    compareSignature: (signature) => content.signature.equals(signature),
    compareDigest: (digest) => payloadDigest(content).equals(digest),
    compareSignedDigest: (digest) => signedDigest(content).equals(digest),
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
                : { kind: 'certificate', ...asVerdict(() => readCertificate(signing.certificate)) };
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
            return asVerdict(() => readBundle(material.bytes, artifact));
        case 'simple-signing':
            return asVerdict(() => readSignatureLayer(material.payload, material.annotations));
        case 'dsse-layer':
            return asVerdict(() => readAttestationLayer(material.payload, material.annotations));
    }
}
/** Whose signature it is, before anybody vouches for that key. Throws SIGNATURE_INVALID, SIGNER_NOT_ALLOWED. */
function findSigner({ signer, content }, keys) {
    if (signer.kind === 'certificate') {
        const { certificate } = signer;
        const key = asVerdict(() => (0,external_node_crypto_.createPublicKey)({ key: certificate.publicKey, format: 'der', type: 'spki' }));
        if (!isSignedBy(content, key))
            throw badSignature("the certificate's key");
        return { kind: 'certificate', certificate };
    }
    const found = keys.find(({ key }) => isSignedBy(content, key));
    if (found !== undefined)
        return { kind: 'key', ...found };
    if (keys.length === 0) {
        throw rejection('SIGNER_NOT_ALLOWED', 'The claim is signed with a key, and no key was given to verify it');
    }
    if (keys.some(({ hint }) => hint === signer.hint))
        throw badSignature('the key that it names');
    throw rejection('SIGNER_NOT_ALLOWED', signer.hint === undefined
        ? 'None of the keys that were given made the signature, or what was signed was changed'
        : 'The claim is signed with a key other than those given');
}
const badSignature = (by) => rejection('SIGNATURE_INVALID', `The signature does not verify with ${by}: what was signed was changed, or the signature`);
function withoutTrustedRoot(signing) {
    if (signing.kind === 'key')
        return { logEntries: [], times: [] };
    throw rejection('SIGNER_NOT_ALLOWED', 'The claim is signed with a certificate, and only keys are accepted');
}

;// CONCATENATED MODULE: ./packages/core/build/verify/index.js



;// CONCATENATED MODULE: ./packages/core/build/flows/verify-bundle.js



/**
 * Verifies one bundle file for one artifact, by the rules of sigstore-conformance's `verify-bundle` and no other: the
 * predicate type of an attestation is not looked at. Resolves to what was established.
 * Throws a CountersignError of fault *rejection*, and nothing else.
 */
function verifyBundleFile(options) {
    const { artifact, signer, trust } = options;
    const verifier = verifierFor(signer, trust);
    const subject = typeof artifact === 'string' ? artifact : (0,oci/* digestOf */.ol)(artifact);
    const claim = verifier.verify({ kind: 'bundle', bytes: options.bundle }, subject, typeof artifact === 'string' ? {} : { artifact });
    if (signer.kind === 'identity')
        checkIdentity(claim, signer);
    else if (claim.signer.kind !== 'key')
        throw notAllowed('The bundle is signed with a certificate, not with the key');
    return claim;
}
/** In this protocol text that is no key is a key that signed nothing: the answer is about the bundle, and it is no. */
function verifierFor(signer, trust) {
    try {
        return createVerifier({ trust, keys: signer.kind === 'key' ? [signer.publicKeyPem] : [] });
    }
    catch (cause) {
        if (cause instanceof errors/* CountersignError */.WS && cause.code === 'KEY_INVALID')
            throw notAllowed(cause.message, cause);
        throw cause;
    }
}
function checkIdentity(claim, wanted) {
    if (claim.signer.kind !== 'certificate')
        throw notAllowed('The bundle is signed with a key, not by an identity');
    const { identity, facts } = claim.signer;
    if (identity === wanted.identity && facts.issuer === wanted.issuer)
        return;
    throw notAllowed(`The bundle was signed by ${identity} (issuer ${facts.issuer ?? 'not named'})`);
}
const notAllowed = (what, cause) => new errors/* CountersignError */.WS('SIGNER_NOT_ALLOWED', {
    what,
    remedy: 'Give the identity and issuer, or the public key, of the signer, if you trust that signer.',
    cause,
});

// EXTERNAL MODULE: ./packages/core/build/report/index.js + 7 modules
var report = __webpack_require__(8951);
;// CONCATENATED MODULE: ./packages/core/build/flows/report.js


/**
 * Runs a flow and reports it: what it throws ends up in the report, with the status of its fault, so that whoever called
 * always has the figures and what was reached. Requests are those that this flow sent.
 */
async function reported(command, services, flow) {
    const before = services.context.http.counts();
    const progress = {
        images: [],
        bundles: [],
        signer: undefined,
        figures: { logEntries: 0, timestamps: 0, certificates: 0, storedObjects: 0 },
        foreseen: {},
        notices: [],
        status: 'ok',
        mode: undefined,
        error: undefined,
    };
    try {
        await flow(progress);
    }
    catch (thrown) {
        progress.error = (0,errors/* asCountersignError */.ek)(thrown);
        progress.status = statusOf(progress.error);
    }
    const { images, bundles, signer, notices, status, mode, error, foreseen } = progress;
    const requests = requestsSince(before, services.context.http.counts(), foreseen);
    const figures = { ...progress.figures, requests };
    const verdict = { command, status, ...(mode === undefined ? {} : { mode }) };
    return { ...verdict, images, bundles, signer, figures, notices, error };
}
/** What a run is that ended with this error. */
const statusOf = (error) => report/* STATUS_OF */.$n[error.fault];
/**
 * The failure that decides the status of a run: of several, a verdict before what someone has to mend and what may pass by
 * itself. None of them is a success. Where others of the run went on, the image is named.
 */
function failureOf(run) {
    const order = ['defect', 'rejection', 'user', 'infrastructure'];
    const rank = ({ error }) => order.indexOf(error.fault);
    const [gravest] = [...run.failures].sort((one, other) => rank(one) - rank(other));
    if (gravest === undefined || run.size === 1)
        return gravest?.error;
    const { reference, error } = gravest;
    return new errors/* CountersignError */.WS(error.code, {
        what: `${run.failures.length} of ${run.size} images failed, ${reference}: ${error.message}`,
        remedy: error.remedy,
        cause: error,
    });
}
/** The images of a run in their order, those that could not be resolved last. */
function imageReports(run, claimsOf, requirementsOf = () => []) {
    return [
        ...run.images.map((open) => ({
            reference: open.image.pinned,
            digest: open.image.root.digest,
            platforms: open.image.platforms.map(({ platform, digest }) => ({
                platform: platform ?? 'unknown',
                digest,
            })),
            claims: claimsOf(open),
            requirements: requirementsOf(open),
            error: run.failureOf(open),
        })),
        ...run.unopened.map(({ reference, digest, error }) => ({
            reference,
            digest,
            platforms: [],
            claims: [],
            requirements: [],
            error,
        })),
    ];
}
function requestsSince(before, after, foreseen) {
    const services = [...new Set([...Object.keys(after), ...Object.keys(foreseen)])];
    const counted = services.map((service) => [service, (after[service] ?? 0) - (before[service] ?? 0) + (foreseen[service] ?? 0)]);
    return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

;// CONCATENATED MODULE: ./packages/core/build/sign/envelope.js

/**
 * The DSSE envelope as it is logged: one signature, an empty key id (Go verifiers skip a signature whose id they did not
 * compute themselves). The `.att` layer must be these bytes, for cosign compares their SHA-256 with the log entry; from
 * a bundle's payload and signature they come out the same.
 */
function envelopeJson(payload, signature) {
    const head = '{"payload":"';
    const tail = `","payloadType":"${oci/* IN_TOTO */.B1}","signatures":[{"sig":"${base64(signature)}","keyid":""}]}`;
    const json = Buffer.alloc(head.length + 4 * Math.ceil(payload.length / 3) + tail.length);
    let length = json.write(head);
    // Piece by piece: the base64 of a large payload as one text would be held beside its bytes.
    for (let at = 0; at < payload.length; at += BASE64_PIECE_BYTES) {
        length += json.write(base64(payload.subarray(at, at + BASE64_PIECE_BYTES)), length, 'latin1');
    }
    json.write(tail, length, 'latin1');
    return json;
}
/** A multiple of 3, so that no piece ends in padding but the last. */
const BASE64_PIECE_BYTES = 192 * 1024;
/** What the signature covers (DSSE protocol, "PAE"), in parts, so that a large payload is not copied. */
const envelope_preAuthEncoding = (payload) => [
    Buffer.from(`DSSEv1 ${Buffer.byteLength(oci/* IN_TOTO */.B1)} ${oci/* IN_TOTO */.B1} ${payload.length} `),
    payload,
];
const base64 = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

// EXTERNAL MODULE: ./packages/core/build/http/index.js + 13 modules
var http = __webpack_require__(5152);
;// CONCATENATED MODULE: ./packages/core/build/sign/answers.js




/** An answer that is not what its protocol says. Its text is ours: nothing of the answer is in it. */
class UnreadableAnswer extends Error {
    name = 'UnreadableAnswer';
}
/**
 * Sends a request and reads its answer. An answer that cannot be read is asked for again, MAX_UNREADABLE_ANSWERS times
 * in all: what stands between may cut a body off or answer with a page of its own. Throws the service's
 * ..._UNAVAILABLE code, and whatever `read` throws.
 */
async function ask(context, request, read) {
    for (let attempt = 1;; attempt += 1) {
        const response = await context.http.send(request);
        try {
            return read(response);
        }
        catch (thrown) {
            if (!(thrown instanceof UnreadableAnswer))
                throw thrown;
            if (attempt >= limits/* MAX_UNREADABLE_ANSWERS */.xy) {
                const why = `gave no usable answer ${limits/* MAX_UNREADABLE_ANSWERS */.xy} times: ${thrown.message}`;
                throw (0,http/* unavailable */.hU)(request.service, hostOf(request.url), why);
            }
            await context.clock.sleep(limits/* FIRST_RETRY_DELAY_MS */.bd * attempt * (1 + context.random.fraction()), context.signal);
        }
    }
}
/**
 * The service said no (a 4xx): its own message, cut to one line of printable text, without any of `secrets`.
 * Statuses that are neither success nor refusal throw UnreadableAnswer.
 */
function refusal(code, service, response, remedy, secrets = []) {
    if (response.status < 400 || response.status > 499) {
        throw new UnreadableAnswer(`it answered with status ${response.status}`);
    }
    const message = (0,http/* excerptOf */.zU)(messageOf(response.body), secrets);
    return new errors/* CountersignError */.WS(code, {
        what: `${http/* SERVICE_LABEL */.fX[service]} at ${hostOf(response.url)} refused with status ${response.status}${message === '' ? '' : `: ${message}`}`,
        remedy,
    });
}
/** The body as a JSON object. No cause is kept: a parser's message quotes the text, which may hold a token. */
function jsonObject(body) {
    let value;
    try {
        value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    }
    catch {
        throw new UnreadableAnswer('it did not answer with JSON');
    }
    return objectIn(value, 'the answer');
}
function objectIn(value, name) {
    if ((0,build_json/* isObject */.G)(value))
        return value;
    throw new UnreadableAnswer(`${name} is not a JSON object`);
}
/** A member of the object itself, never one of its prototype. */
const ownMember = (object, member) => Object.hasOwn(object, member) ? object[member] : undefined;
/** `base` with `path` behind it, whether or not the base ends in a slash. */
const under = (base, path) => `${base.replace(/\/+$/, '')}${path}`;
const hostOf = (url) => (URL.canParse(url) ? new URL(url).host : 'unknown host');
function messageOf(body) {
    const text = new TextDecoder().decode(body);
    try {
        const value = JSON.parse(text);
        if (typeof value === 'object' &&
            value !== null &&
            'message' in value &&
            typeof value.message === 'string') {
            return value.message;
        }
    }
    catch {
        return text; // not JSON: a proxy's page or plain text, shown as it is
    }
    return text;
}

;// CONCATENATED MODULE: ./packages/core/build/sign/jwt.js



/**
 * Reads the claims of a JSON Web Token (RFC 7519) without verifying it: Fulcio does that, and a token that lies about
 * itself gets no certificate. Throws IDENTITY_TOKEN_INVALID; nothing of the token is in the error.
 */
function readTokenClaims(token, from) {
    if (token.length > limits/* MAX_IDENTITY_TOKEN_CHARS */.Ke) {
        throw invalidToken(from, `it is longer than ${limits/* MAX_IDENTITY_TOKEN_CHARS */.Ke} characters`);
    }
    const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token) ?? [];
    if (payload === undefined)
        throw invalidToken(from, 'it is not a JSON Web Token (three base64url parts)');
    const claims = parsePayload(payload);
    if (claims === undefined)
        throw invalidToken(from, 'its middle part does not hold a JSON object');
    return claims;
}
/** When the token ends (`exp`); undefined where it does not say. */
function expiryOf(claims) {
    const exp = claims.exp;
    // Beyond 8.64e12 seconds a Date cannot reach.
    return typeof exp === 'number' && Math.abs(exp) < 8.64e12 ? new Date(exp * 1000) : undefined;
}
/** `aud`, which is one string or several. */
function audiencesOf(claims) {
    const audiences = [claims.aud].flat();
    return audiences.filter((audience) => typeof audience === 'string');
}
/** What the proof of possession signs (Fulcio): the verified e-mail address where there is one, else the subject. */
function challengeOf(claims) {
    const { email, sub } = claims;
    if (typeof email === 'string' && email !== '') {
        if (claims.email_verified === true || claims.email_verified === 'true')
            return email;
        throw invalidToken('The identity token', 'its e-mail address is not verified by its issuer');
    }
    if (typeof sub === 'string' && sub !== '')
        return sub;
    throw invalidToken('The identity token', 'it has no subject ("sub")');
}
const invalidToken = (from, why) => new errors/* CountersignError */.WS('IDENTITY_TOKEN_INVALID', {
    what: `${from} cannot be used: ${why}`,
    remedy: 'Give an OpenID Connect identity token for the audience "sigstore", or leave it to the runner.',
});
function parsePayload(part) {
    try {
        const value = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
        return (0,build_json/* isObject */.G)(value) ? value : undefined;
    }
    catch {
        return undefined; // the parser's message would quote the token
    }
}

;// CONCATENATED MODULE: ./packages/core/build/sign/missing-token.js

const PERMISSIONS = ['permissions:', '  contents: read', '  id-token: write'].join('\n');
const WAYS_OUT = 'Or sign with a key (input "key"), which needs no identity token.';
const BECAUSE = {
    'no-permission': {
        why: 'the job may not ask the runner for one',
        remedy: `Add this to the job (or to the workflow), and in a reusable workflow to the calling job as well:\n${PERMISSIONS}\n${WAYS_OUT}`,
    },
    fork: {
        why: 'the run belongs to a pull request from a fork, and GitHub gives those no identity token',
        remedy: 'Sign after the merge, in a workflow on push; on pull requests set "on-missing-identity: skip". Do not turn to pull_request_target for it: that would hand the identity to the fork.',
    },
    dependabot: {
        why: 'Dependabot started the run, and GitHub gives its runs no identity token',
        remedy: 'Sign after the merge, in a workflow on push; on such runs set "on-missing-identity: skip".',
    },
    'not-a-runner': {
        why: 'this is not a GitHub Actions job, and no token was given',
        remedy: `Give one as the input "identity-token" or in the variable SIGSTORE_ID_TOKEN, for the audience "sigstore". ${WAYS_OUT}`,
    },
};
/** Why there is no identity token here and what to do about it: IDENTITY_TOKEN_MISSING. */
function missingToken(situation) {
    const { why, remedy } = BECAUSE[situation];
    return new errors/* CountersignError */.WS('IDENTITY_TOKEN_MISSING', {
        what: `There is no identity token: ${why}`,
        remedy,
    });
}
/** The runner's endpoint answered 401 or 403 although the job has its address: also IDENTITY_TOKEN_MISSING. */
function tokenRefused(status) {
    const why = status === 401
        ? 'The runner refused to give an identity token (401): its request token is not valid, or the job has ended'
        : 'The runner refused to give an identity token (403): the job or a rule of the organisation forbids it';
    return new errors/* CountersignError */.WS('IDENTITY_TOKEN_MISSING', {
        what: why,
        remedy: `Check that the job has this, and that ACTIONS_ID_TOKEN_REQUEST_TOKEN was not carried over from another job:\n${PERMISSIONS}`,
    });
}

;// CONCATENATED MODULE: ./packages/core/build/sign/identity-token.js





/** The audience Fulcio expects. */
const AUDIENCE = 'sigstore';
const NAMES = {
    input: 'The identity token of the input "identity-token"',
    runner: "The runner's identity token",
    SIGSTORE_ID_TOKEN: 'The identity token in SIGSTORE_ID_TOKEN',
};
/**
 * The first identity token there is: the input's, the runner's, SIGSTORE_ID_TOKEN's. It is masked before anything else
 * happens to it and is in no error. Throws IDENTITY_TOKEN_MISSING (also where the runner refuses), IDENTITY_TOKEN_INVALID,
 * IDENTITY_TOKEN_EXPIRED, TOKEN_ENDPOINT_UNAVAILABLE.
 */
async function obtainIdentityToken(sources, context) {
    const given = (text) => {
        if (text === undefined || text.trim() === '')
            return undefined;
        sources.mask(text.trim());
        return text.trim();
    };
    const input = given(sources.input);
    if (input !== undefined)
        return check(input, 'input', context);
    if (sources.runner !== undefined) {
        return check(await askRunner(sources.runner, sources.mask, context), 'runner', context);
    }
    const variable = given(sources.sigstoreIdToken);
    if (variable !== undefined)
        return check(variable, 'SIGSTORE_ID_TOKEN', context);
    throw missingToken(sources.situation);
}
/**
 * Gives the same token until it is about to expire, then obtains another: what a session renews its certificate with
 * when a retry outlasts them. `first` is a token obtained already.
 */
function renewingToken(sources, context, first) {
    let held = first;
    return async () => {
        const now = context.clock.now().getTime();
        const usable = held && (held.expiresAt?.getTime() ?? Infinity) - limits/* RENEW_BEFORE_EXPIRY_MS */.rc > now;
        if (held === undefined || usable !== true)
            held = await obtainIdentityToken(sources, context);
        return held;
    };
}
function check(token, source, context) {
    const claims = readTokenClaims(token, NAMES[source]);
    const expiresAt = expiryOf(claims);
    if (expiresAt !== undefined && expiresAt <= context.clock.now()) {
        throw new errors/* CountersignError */.WS('IDENTITY_TOKEN_EXPIRED', {
            what: `${NAMES[source]} expired at ${expiresAt.toISOString()}`,
            remedy: source === 'runner'
                ? "Check this machine's clock: the runner gave the token a moment ago."
                : 'Ask for a new token right before this step: identity tokens live for minutes. On a GitHub runner leave it out, and a fresh one is asked for.',
        });
    }
    if (!audiencesOf(claims).includes(AUDIENCE)) {
        context.log.warn(`${NAMES[source]} is not made for the audience "${AUDIENCE}"; Fulcio may refuse it.`);
    }
    return { token, source, claims, expiresAt };
}
/** GitHub: "OpenID Connect reference", requesting the JWT. */
async function askRunner(runner, mask, context) {
    if (!URL.canParse(runner.requestUrl)) {
        throw new errors/* CountersignError */.WS('INPUT_INVALID', {
            what: 'ACTIONS_ID_TOKEN_REQUEST_URL is not a URL',
            remedy: 'The runner sets this variable: do not set it by hand.',
        });
    }
    const url = new URL(runner.requestUrl);
    url.searchParams.set('audience', AUDIENCE);
    return ask(context, {
        service: 'identity-token',
        method: 'GET',
        url: url.href,
        headers: { accept: 'application/json' },
        authorization: `Bearer ${runner.requestToken}`,
        maxResponseBytes: limits/* MAX_TOKEN_ANSWER_BYTES */.Ac,
    }, (response) => {
        if (response.status === 401 || response.status === 403)
            throw tokenRefused(response.status);
        if (response.status !== 200)
            throw new UnreadableAnswer(`it answered with status ${response.status}`);
        const token = ownMember(jsonObject(response.body), 'value');
        if (typeof token !== 'string' || token === '')
            throw new UnreadableAnswer('its answer holds no token');
        mask(token);
        return token;
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./packages/core/build/sign/keys.js




/** A fresh P-256 key for one session. */
async function ephemeralKey() {
    const { privateKey } = await (0,external_node_util_.promisify)(external_node_crypto_.generateKeyPair)('ec', { namedCurve: 'P-256' });
    return signingKey(privateKey);
}
/**
 * Reads an unencrypted PKCS#8 key: ECDSA P-256, or RSA of 2048 to 4096 bits (PKCS #1 v1.5). For other kinds verifiers
 * disagree about the hash or the variant, so what they sign would not verify everywhere. `name` is for messages.
 * Throws KEY_INVALID; nothing of the key is in the error.
 */
function parseSigningKey(pem, name) {
    const blocks = pem.length > limits/* MAX_KEY_CHARS */.dF ? [] : [...pem.matchAll(/-----BEGIN ([A-Z0-9 ]{1,60})-----/g)];
    const [, label] = blocks[0] ?? [];
    if (label === undefined)
        throw keys_invalid(name, 'it holds no PEM block', MAKE_ONE);
    const refused = LABELS_REFUSED.get(label);
    if (refused !== undefined)
        throw keys_invalid(name, refused.why, refused.remedy);
    if (label !== 'PRIVATE KEY' || blocks.length > 1) {
        throw keys_invalid(name, `it holds ${blocks.length > 1 ? 'several PEM blocks' : `a "${label}"`}`, MAKE_ONE);
    }
    const privateKey = readKey(pem, name);
    checkKind(privateKey, name);
    return signingKey(privateKey);
}
/** Signs the concatenation of `parts` over SHA-256; ECDSA gives DER. Parts save a copy of a large payload. */
function signParts(key, parts) {
    const signer = (0,external_node_crypto_.createSign)('sha256');
    for (const part of parts)
        signer.update(part);
    return signer.sign({ key: key.privateKey, dsaEncoding: 'der' });
}
const MAKE_ONE = 'Make one with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem (cosign takes it by: cosign import-key-pair --key key.pem).';
const TO_PKCS8 = 'Convert it with: openssl pkcs8 -topk8 -nocrypt -in key.pem -out pkcs8.pem';
const COSIGN_KEY = {
    why: "it is cosign's own encrypted key file, which only cosign reads",
    remedy: `Give the PKCS#8 key that it was imported from, or a new one. ${MAKE_ONE}`,
};
const LABELS_REFUSED = new Map([
    ['ENCRYPTED SIGSTORE PRIVATE KEY', COSIGN_KEY],
    ['ENCRYPTED COSIGN PRIVATE KEY', COSIGN_KEY],
    [
        'ENCRYPTED PRIVATE KEY',
        {
            why: 'it is encrypted, and no passphrase can be given',
            remedy: 'Keep the key itself in the secret store: openssl pkey -in key.pem -out plain.pem writes it without the passphrase.',
        },
    ],
    ['EC PRIVATE KEY', { why: 'it is a SEC 1 key, not PKCS#8', remedy: TO_PKCS8 }],
    ['EC PARAMETERS', { why: 'it is a SEC 1 key, not PKCS#8', remedy: TO_PKCS8 }],
    ['RSA PRIVATE KEY', { why: 'it is a PKCS #1 key, not PKCS#8', remedy: TO_PKCS8 }],
    [
        'PUBLIC KEY',
        { why: 'it is a public key', remedy: 'Give the private key; verifiers get the public one.' },
    ],
]);
function readKey(pem, name) {
    try {
        return (0,external_node_crypto_.createPrivateKey)({ key: pem, format: 'pem' });
    }
    catch {
        throw keys_invalid(name, 'it does not parse as PKCS#8', MAKE_ONE); // without the cause: nothing near a key is printed
    }
}
function checkKind(key, name) {
    const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
    if (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1')
        return;
    if (key.asymmetricKeyType === 'rsa' && modulusLength >= 2048 && modulusLength <= 4096)
        return;
    const kind = [
        key.asymmetricKeyType,
        namedCurve ?? (modulusLength > 0 ? `${modulusLength} bits` : undefined),
    ];
    throw keys_invalid(name, `it is of the kind ${kind.filter((part) => part !== undefined).join(' ')}, whose signatures not every verifier accepts`, `Use ECDSA P-256 (or RSA of 2048 to 4096 bits). ${MAKE_ONE}`);
}
const keys_invalid = (name, why, remedy) => new errors/* CountersignError */.WS('KEY_INVALID', { what: `The key ${name} cannot be used: ${why}`, remedy });
function signingKey(privateKey) {
    const publicKey = (0,external_node_crypto_.createPublicKey)(privateKey);
    const spki = publicKey.export({ type: 'spki', format: 'der' });
    return {
        privateKey,
        spki,
        publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        hint: (0,external_node_crypto_.createHash)('sha256').update(spki).digest('base64'),
    };
}

;// CONCATENATED MODULE: ./packages/core/build/sign/public-log.js


/**
 * Private by default: throws PRIVATE_REPOSITORY where what is signed would become public although the repository is not.
 * To be called before the first request to Fulcio or Rekor. `claims` are those of the identity token; undefined for a
 * key. A token without `repository_visibility`, and a key, which proves nothing about a repository, count as private.
 * Fulcio counts only with a token (its certificates go to a public certificate transparency log), Rekor always.
 */
function refusePublicLog(claims, services, publicLog) {
    const used = {
        fulcio: claims !== undefined && services.fulcioUrl !== undefined,
        rekor: services.rekorUrls.length > 0,
    };
    const exposing = services.publicServices.filter((service) => used[service]);
    if (publicLog === 'allow' || exposing.length === 0 || claims?.repository_visibility === 'public')
        return;
    const exposed = exposing.map((service) => (service === 'fulcio' ? byFulcio(claims) : byRekor(claims)));
    throw new errors/* CountersignError */.WS('PRIVATE_REPOSITORY', {
        what: `${whyPrivate(claims)}, and this run would publish about it, for ever and for everyone: ${exposed.join('; ')}`,
        remedy: 'Use a Sigstore of your own (signing-config, trusted-root), or a key without a log (key, transparency-log: none), or say that this may become public: "public-log: allow".',
    });
}
function whyPrivate(claims) {
    if (claims === undefined)
        return 'A key does not show whether its repository is public, so it counts as private';
    const visibility = claims.repository_visibility;
    return typeof visibility === 'string'
        ? `The repository is ${(0,http/* excerptOf */.zU)(visibility)}, not public`
        : 'The identity token does not say that its repository is public, so it counts as private';
}
function byFulcio(claims) {
    const named = [
        ['repository', 'repository'],
        ['workflow', 'job_workflow_ref'],
        ['ref', 'ref'],
        ['commit', 'sha'],
    ].flatMap(([label = '', claim = '']) => {
        const value = claims?.[claim];
        return typeof value === 'string' ? [`${label} ${(0,http/* excerptOf */.zU)(value)}`] : [];
    });
    const holds = named.length === 0 ? 'the identity of the signer' : named.join(', ');
    return `in the certificate that Fulcio issues and sends to a certificate transparency log: ${holds}, the run and its trigger`;
}
const byRekor = (claims) => `in Rekor: each signature, its time, the hash of what was signed and the ${claims === undefined ? 'public key' : 'same certificate'}`;

// EXTERNAL MODULE: ./packages/core/build/concurrency.js
var build_concurrency = __webpack_require__(9045);
;// CONCATENATED MODULE: ./packages/core/build/sign/bundle.js


/**
 * A v0.3 bundle (sigstore/protobuf-specs, sigstore_bundle.proto) with the given envelope: leaf certificate alone or key
 * hint, log entries with both promise and proof, timestamps. The envelope goes in as it was logged.
 */
function bundleJson(signer, envelope, logEntries, timestamps) {
    const verificationMaterial = {
        ...(signer.kind === 'certificate'
            ? { certificate: { rawBytes: base64(signer.leaf.raw) } }
            : { publicKey: { hint: signer.hint } }),
        tlogEntries: logEntries.map(serialisedEntry),
        timestampVerificationData: {
            rfc3161Timestamps: timestamps.map((timestamp) => ({ signedTimestamp: base64(timestamp) })),
        },
    };
    const head = JSON.stringify({ mediaType: oci/* BUNDLE_V03 */.Hd, verificationMaterial });
    return Buffer.concat([Buffer.from(`${head.slice(0, -1)},"dsseEnvelope":`), envelope, Buffer.from('}')]);
}
const serialisedEntry = (entry) => ({
    logIndex: String(entry.logIndex),
    logId: { keyId: fromHex(entry.logId) },
    kindVersion: { kind: 'dsse', version: '0.0.1' },
    integratedTime: String(entry.integratedTime),
    inclusionPromise: { signedEntryTimestamp: entry.signedEntryTimestamp },
    inclusionProof: {
        logIndex: String(entry.inclusionProof.logIndex),
        rootHash: fromHex(entry.inclusionProof.rootHash),
        treeSize: String(entry.inclusionProof.treeSize),
        hashes: entry.inclusionProof.hashes.map(fromHex),
        checkpoint: { envelope: entry.inclusionProof.checkpoint },
    },
    canonicalizedBody: entry.body,
});
const fromHex = (hex) => Buffer.from(hex, 'hex').toString('base64');

;// CONCATENATED MODULE: ./packages/core/build/sign/certificate.js


/** Fulcio's issuer extension: .8 is a DER UTF8String, the older .1 raw text (sigstore/fulcio docs/oid-info.md). */
const ISSUER_V2 = '1.3.6.1.4.1.57264.1.8';
const ISSUER_V1 = '1.3.6.1.4.1.57264.1.1';
const UTF8_STRING = 0x0c;
/** Who a certificate from Fulcio speaks for: its subject alternative name and the issuer of the token behind it. */
function identityIn(leaf) {
    let identity;
    let issuer;
    try {
        const parsed = dist.X509Certificate.parse(Buffer.from(leaf.raw));
        identity = parsed.subjectAltName;
        const [v2, v1] = [parsed.extension(ISSUER_V2), parsed.extension(ISSUER_V1)];
        const text = v2?.valueObj.subs[0];
        issuer = text?.tag.number === UTF8_STRING ? text.value.toString('utf8') : v1?.value.toString('utf8');
    }
    catch {
        throw new UnreadableAnswer('the certificate does not parse');
    }
    if (identity === undefined || identity === '')
        throw new UnreadableAnswer('the certificate names no identity');
    if (issuer === undefined || issuer === '')
        throw new UnreadableAnswer('the certificate names no issuer');
    return { identity, issuer };
}

;// CONCATENATED MODULE: ./packages/core/build/sign/fulcio.js






/**
 * Asks Fulcio (v2 API, `/api/v2/signingCert`) for a certificate on `key`: the token says who, the signature over its
 * subject proves that the key is ours. The answer is checked to be a chain, leaf first, on that very key. Throws
 * FULCIO_REFUSED (4xx), FULCIO_UNAVAILABLE, IDENTITY_TOKEN_INVALID; the token is in no error.
 */
async function requestCertificate(context, fulcioUrl, { token, claims }, key) {
    const proof = signParts(key, [Buffer.from(challengeOf(claims))]);
    const body = {
        credentials: { oidcIdentityToken: token },
        publicKeyRequest: {
            publicKey: { algorithm: 'ECDSA', content: key.publicKeyPem },
            proofOfPossession: proof.toString('base64'),
        },
    };
    return ask(context, {
        service: 'fulcio',
        method: 'POST',
        url: under(fulcioUrl, '/api/v2/signingCert'),
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: Buffer.from(JSON.stringify(body)),
        maxResponseBytes: limits/* MAX_CERTIFICATE_ANSWER_BYTES */.C0,
        secrets: [token],
        repeatable: true, // a second certificate does no harm
    }, (response) => {
        if (response.status !== 200 && response.status !== 201) {
            throw refusal('FULCIO_REFUSED', 'fulcio', response, remedyFor(response), [token]);
        }
        return readChain(chainOf(jsonObject(response.body)), key);
    });
}
function remedyFor({ status }) {
    if (status === 404)
        return 'Check the URL of Fulcio in the signing config: there is no /api/v2/signingCert.';
    return 'Check that this Fulcio accepts tokens of your issuer for the audience "sigstore", and the clock of this machine.';
}
function chainOf(answer) {
    // The detached form is the answer of a Fulcio without a certificate transparency log.
    const form = ownMember(answer, 'signedCertificateEmbeddedSct') ?? ownMember(answer, 'signedCertificateDetachedSct');
    const chain = objectIn(ownMember(objectIn(form, 'the certificate'), 'chain'), 'the certificate chain');
    const certificates = ownMember(chain, 'certificates');
    if (!Array.isArray(certificates) || certificates.length > limits/* MAX_CERTIFICATES_IN_CHAIN */.ud) {
        throw new UnreadableAnswer('the certificate chain is not a list of certificates');
    }
    return certificates.map((certificate) => {
        if (typeof certificate === 'string')
            return certificate;
        throw new UnreadableAnswer('the certificate chain holds something that is not a text');
    });
}
function readChain(pems, key) {
    const [leaf, ...chain] = pems.map((pem) => {
        try {
            return new external_node_crypto_.X509Certificate(pem);
        }
        catch {
            throw new UnreadableAnswer('the certificate chain holds something that is not a certificate');
        }
    });
    // The tag layouts store the chain, and readers of them refuse an empty one.
    if (leaf === undefined || chain.length === 0)
        throw new UnreadableAnswer('the certificate comes without its chain');
    if (!leaf.publicKey.export({ type: 'spki', format: 'der' }).equals(key.spki)) {
        throw new UnreadableAnswer('the certificate is not on our key');
    }
    let child = leaf;
    for (const issuer of chain) {
        if (!child.checkIssued(issuer))
            throw new UnreadableAnswer('the certificate chain is not in order');
        child = issuer;
    }
    return { kind: 'certificate', ...identityIn(leaf), leaf, chain };
}

;// CONCATENATED MODULE: ./packages/core/build/sign/credential.js




/** A key of the user's own: always the same, valid without end. */
function keyCredential(key) {
    const { hint, publicKeyPem } = key;
    const signer = { kind: 'key', hint, publicKeyPem };
    return () => Promise.resolve({ key, signer, verifierPem: publicKeyPem, expiresAt: undefined });
}
/**
 * One ephemeral key and one certificate for all claims, made at the first call and shared by calls in parallel. A
 * certificate that is about to end is renewed, on the same key. A failure stays: every later call fails with it.
 */
function certificateCredential(context, fulcioUrl, token, issued) {
    let key;
    let held;
    const issue = async () => {
        key ??= await ephemeralKey();
        const signer = await withCurrentToken(context, fulcioUrl, token, key);
        issued();
        return {
            key,
            signer,
            verifierPem: `${signer.leaf.toString().trim()}\n`,
            expiresAt: signer.leaf.validToDate,
        };
    };
    const endsSoon = ({ expiresAt }) => expiresAt !== undefined && expiresAt.getTime() - limits/* RENEW_BEFORE_EXPIRY_MS */.rc <= context.clock.now().getTime();
    return async () => {
        const before = (held ??= issue());
        if (!endsSoon(await before))
            return before;
        // Whoever comes here first renews; the others find another promise held and wait for that.
        if (held === before)
            held = issue();
        return held;
    };
}
/**
 * Retries of an outage may outlast the token, and Fulcio then refuses it: a refusal of a token that has expired since
 * is no answer yet, and one more is asked for with a new token.
 */
async function withCurrentToken(context, fulcioUrl, token, key) {
    const first = await token();
    try {
        return await requestCertificate(context, fulcioUrl, first, key);
    }
    catch (error) {
        const refused = error instanceof errors/* CountersignError */.WS && error.code === 'FULCIO_REFUSED';
        const expired = first.expiresAt !== undefined && first.expiresAt <= context.clock.now();
        if (!refused || !expired)
            throw error;
        return requestCertificate(context, fulcioUrl, await token(), key);
    }
}

;// CONCATENATED MODULE: ./packages/core/build/sign/rekor-entry.js





/** Reads Rekor v1's answer `{uuid: {body, integratedTime, …}}`; anything amiss throws UnreadableAnswer. */
function readLogEntry(answer, logUrl) {
    const [[uuid, value] = [], ...others] = Object.entries(answer);
    if (uuid === undefined || others.length > 0 || !/^(?:[0-9a-f]{64}|[0-9a-f]{80})$/.test(uuid)) {
        throw new UnreadableAnswer('it does not hold one log entry');
    }
    const entry = objectIn(value, 'the log entry');
    const verification = objectIn(ownMember(entry, 'verification'), 'the verification of the log entry');
    const proof = objectIn(ownMember(verification, 'inclusionProof'), 'the inclusion proof');
    const hashes = ownMember(proof, 'hashes');
    if (!Array.isArray(hashes) || hashes.length > limits/* MAX_INCLUSION_PROOF_HASHES */.gK) {
        throw new UnreadableAnswer('the inclusion proof has no list of hashes');
    }
    return {
        logUrl,
        uuid,
        logIndex: count(entry, 'logIndex'),
        logId: rekor_entry_text(entry, 'logID', HEX_SHA256),
        integratedTime: count(entry, 'integratedTime'),
        body: rekor_entry_text(entry, 'body', rekor_entry_BASE64),
        signedEntryTimestamp: rekor_entry_text(verification, 'signedEntryTimestamp', rekor_entry_BASE64),
        inclusionProof: {
            logIndex: count(proof, 'logIndex'),
            treeSize: count(proof, 'treeSize'),
            rootHash: rekor_entry_text(proof, 'rootHash', HEX_SHA256),
            hashes: hashes.map((hash) => rekor_entry_text({ hash }, 'hash', HEX_SHA256)),
            checkpoint: rekor_entry_text(proof, 'checkpoint', CHECKPOINT),
        },
    };
}
/** The body of a dsse 0.0.1 entry must speak of exactly this envelope, payload, signature and verifier. */
function checkDsseBody(entry, asked) {
    const spec = specOf(entry, 'dsse');
    const signatures = ownMember(spec, 'signatures');
    const [signature, ...others] = Array.isArray(signatures) ? signatures : [];
    const signed = objectIn(signature, 'the logged signature');
    requireSame('envelope', hashIn(spec, 'envelopeHash'), rekor_entry_sha256(asked.envelope));
    requireSame('payload', hashIn(spec, 'payloadHash'), rekor_entry_sha256(asked.payload));
    requireSame('signature', ownMember(signed, 'signature'), base64(asked.signature));
    requireSame('signer', pemBody(ownMember(signed, 'verifier')), derOf(asked.verifierPem));
    requireSame('number of signatures', others.length, 0);
}
/** The body of a hashedrekord 0.0.1 entry must speak of exactly this payload, signature and verifier. */
function checkHashedRekordBody(entry, asked) {
    const spec = specOf(entry, 'hashedrekord');
    const signature = objectIn(ownMember(spec, 'signature'), 'the logged signature');
    const publicKey = objectIn(ownMember(signature, 'publicKey'), 'the logged public key');
    requireSame('payload', hashIn(objectIn(ownMember(spec, 'data'), 'the logged data'), 'hash'), asked.payloadSha256);
    requireSame('signature', ownMember(signature, 'content'), base64(asked.signature));
    requireSame('signer', pemBody(ownMember(publicKey, 'content')), derOf(asked.verifierPem));
}
const HEX_SHA256 = /^[0-9a-f]{64}$/;
const rekor_entry_BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const CHECKPOINT = /^[^]+\n\n\u2014 [^]+$/;
function specOf(entry, kind) {
    let body;
    try {
        body = JSON.parse(Buffer.from(entry.body, 'base64').toString('utf8'));
    }
    catch {
        throw new UnreadableAnswer('the body of the log entry is not JSON');
    }
    const record = objectIn(body, 'the body of the log entry');
    requireSame('kind', ownMember(record, 'kind'), kind);
    requireSame('version', ownMember(record, 'apiVersion'), '0.0.1');
    return objectIn(ownMember(record, 'spec'), 'the body of the log entry');
}
function requireSame(what, logged, asked) {
    if (logged === asked)
        return;
    throw new errors/* CountersignError */.WS('LOG_ENTRY_INVALID', {
        what: `The transparency log answered with an entry for another ${what} than the one we sent`,
        remedy: 'Do not trust this log: check its URL, and what stands between it and this machine.',
    });
}
function hashIn(object, member) {
    const hash = objectIn(ownMember(object, member), 'a logged hash');
    requireSame('hash algorithm', ownMember(hash, 'algorithm'), 'sha256');
    return ownMember(hash, 'value');
}
function count(object, member) {
    const value = ownMember(object, member);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
        return value;
    throw new UnreadableAnswer(`the log entry has no usable "${member}"`);
}
function rekor_entry_text(object, member, shape) {
    const value = ownMember(object, member);
    const bounded = typeof value === 'string' && (shape !== CHECKPOINT || value.length <= limits/* MAX_CHECKPOINT_CHARS */.oA);
    if (bounded && shape.test(value))
        return value;
    throw new UnreadableAnswer(`the log entry has no usable "${member}"`);
}
/** Rekor writes a verifier's PEM anew, so the content is compared, not the text. */
const pemBody = (encoded) => typeof encoded === 'string' ? derOf(Buffer.from(encoded, 'base64').toString('latin1')) : undefined;
const derOf = (pem) => pem.replaceAll(/-----[A-Z ]+-----|\s/g, '');
const rekor_entry_sha256 = (bytes) => (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');

;// CONCATENATED MODULE: ./packages/core/build/sign/json-body.js
/**
 * JSON of the form `head text tail` with the ASCII `text` inside a string of it, as a request body that is made piece by
 * piece: an envelope of many megabytes would else be held once more as text and once more as bytes.
 */
function jsonBody(head, text, tail) {
    const ends = Buffer.byteLength(head) + Buffer.byteLength(tail);
    let size = ends;
    for (const piece of escaped(text))
        size += piece.length;
    return {
        size,
        // eslint-disable-next-line @typescript-eslint/require-await -- a body is an async iterable
        open: async function* () {
            yield Buffer.from(head);
            yield* escaped(text);
            yield Buffer.from(tail);
        },
    };
}
const PIECE_BYTES = 256 * 1024;
/** As JSON escapes it within a string. */
function* escaped(text) {
    for (let at = 0; at < text.length; at += PIECE_BYTES) {
        yield Buffer.from(JSON.stringify(text.toString('latin1', at, at + PIECE_BYTES)).slice(1, -1));
    }
}

;// CONCATENATED MODULE: ./packages/core/build/sign/rekor.js





/** Logs a DSSE envelope (Rekor v1, dsse 0.0.1). Throws LOG_REFUSED, LOG_UNAVAILABLE, LOG_ENTRY_INVALID. */
async function logEnvelope(context, rekorUrl, envelope, signed) {
    const verifiers = [Buffer.from(signed.verifierPem).toString('base64')];
    const tail = JSON.stringify({ verifiers }).slice(1);
    const proposal = jsonBody('{"apiVersion":"0.0.1","kind":"dsse","spec":{"proposedContent":{"envelope":"', envelope, `",${tail}}}`);
    const entry = await propose(context, rekorUrl, proposal);
    checkDsseBody(entry, { envelope, ...signed });
    return entry;
}
/** Logs a signature over a payload (Rekor v1, hashedrekord 0.0.1). Throws as logEnvelope. */
async function logHash(context, rekorUrl, payloadSha256, signed) {
    const proposal = {
        apiVersion: '0.0.1',
        kind: 'hashedrekord',
        spec: {
            data: { hash: { algorithm: 'sha256', value: payloadSha256 } },
            signature: {
                content: base64(signed.signature),
                publicKey: { content: Buffer.from(signed.verifierPem).toString('base64') },
            },
        },
    };
    const entry = await propose(context, rekorUrl, Buffer.from(JSON.stringify(proposal)));
    checkHashedRekordBody(entry, { payloadSha256, ...signed });
    return entry;
}
/**
 * A 409 says that this very entry is there: an earlier attempt arrived and its answer was lost. Then the entry is
 * fetched by the UUID that `Location` ends in, from the log we asked, wherever the header points.
 */
async function propose(context, rekorUrl, proposal) {
    const entries = under(rekorUrl, '/api/v1/log/entries');
    const answer = await ask(context, {
        service: 'rekor',
        method: 'POST',
        url: entries,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: proposal,
        maxResponseBytes: limits/* MAX_LOG_ANSWER_BYTES */.jK,
        repeatable: true,
        answers: [409],
    }, (response) => (response.status === 409 ? existingUuid(response) : entryIn(response, rekorUrl)));
    if (typeof answer !== 'string')
        return answer;
    return ask(context, {
        service: 'rekor',
        method: 'GET',
        url: `${entries}/${answer}`,
        headers: { accept: 'application/json' },
        maxResponseBytes: limits/* MAX_LOG_ANSWER_BYTES */.jK,
    }, (response) => entryIn(response, rekorUrl));
}
function entryIn(response, rekorUrl) {
    if (response.status !== 200 && response.status !== 201) {
        throw refusal('LOG_REFUSED', 'rekor', response, rekor_remedyFor(response));
    }
    return readLogEntry(jsonObject(response.body), rekorUrl);
}
function existingUuid({ headers }) {
    const uuid = /\/([0-9a-f]{64}|[0-9a-f]{80})$/.exec(headers.location ?? '')?.[1];
    if (uuid === undefined)
        throw new UnreadableAnswer('it says that the entry exists, but not where');
    return uuid;
}
function rekor_remedyFor({ status }) {
    if (status === 404)
        return 'Check the URL of Rekor in the signing config: there is no Rekor v1 API behind it.';
    if (status === 413)
        return 'The log refuses entries of this size: attest a smaller document, or use a log of your own.';
    return 'Check that this is a Rekor v1 log and that it takes entries of this kind and size.';
}

;// CONCATENATED MODULE: ./packages/core/build/sign/tsa-response.js




const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const SHA256_NAME = 'sha256';
/**
 * Reads a TimeStampResp (RFC 3161, section 2.4.2) and checks that it is granted, over our imprint, with our nonce and
 * with a certificate. Throws TSA_REFUSED for a refusal, UnreadableAnswer for anything that is no answer to our request.
 */
function readTimestamp(body, imprint, nonce) {
    const bytes = Buffer.from(body);
    try {
        const root = dist.ASN1Obj.parseBuffer(bytes);
        checkStatus(root);
        return { der: body, time: checkToken(new dist.RFC3161Timestamp(root), root, imprint, nonce) };
    }
    catch (thrown) {
        if (thrown instanceof errors/* CountersignError */.WS || thrown instanceof UnreadableAnswer)
            throw thrown;
        // The parser throws several kinds, TypeErrors among them, for bytes that are not the structure it expects.
        throw new UnreadableAnswer('it did not answer with a timestamp');
    }
}
function checkStatus(root) {
    const [statusInfo] = root.subs;
    const status = statusInfo?.subs[0]?.toInteger();
    if (status === 0n || status === 1n)
        return; // granted, granted with changes
    if (status === undefined)
        throw new UnreadableAnswer('it did not answer with a timestamp');
    const words = statusInfo?.subs[1]?.subs.map((text) => text.value.toString('utf8')).join(' ') ?? '';
    throw new errors/* CountersignError */.WS('TSA_REFUSED', {
        what: `The timestamp authority refused with status ${status.toString()}${words === '' ? '' : `: ${(0,http/* excerptOf */.zU)(words)}`}`,
        remedy: 'Check that this timestamp authority takes SHA-256 imprints and requests without a policy.',
    });
}
function checkToken(timestamp, root, imprint, nonce) {
    if (timestamp.contentType !== SIGNED_DATA || timestamp.eContentType !== TST_INFO) {
        throw new UnreadableAnswer('its answer holds no timestamp token');
    }
    const { tstInfo } = timestamp;
    const about = tstInfo.messageImprintHashedMessage;
    if (tstInfo.messageImprintHashAlgorithm !== SHA256_NAME || !about.equals(imprint)) {
        throw new UnreadableAnswer('its timestamp is over something else than our signature');
    }
    // After version, policy, imprint, serial number and time; accuracy and ordering are of other types.
    const [, , , , genTime, ...rest] = tstInfo.root.subs;
    const echoed = rest.find((part) => part.tag.isUniversal() && part.tag.isInteger());
    if (echoed?.value.equals(nonce) !== true)
        throw new UnreadableAnswer('its timestamp is not for our request');
    // SignedData: certificates stand under the context tag 0.
    const signedData = root.subs[1]?.subs[1]?.subs[0];
    if (signedData?.subs.some((part) => part.tag.isContextSpecific(0) && part.subs.length > 0) !== true) {
        throw new UnreadableAnswer('its timestamp comes without a certificate');
    }
    return tsa_response_timeOf(genTime?.value.toString('latin1') ?? '');
}
/** GeneralizedTime with any number of fraction digits: DER drops trailing zeros, and some parsers take 0 or 3 alone. */
function tsa_response_timeOf(text) {
    const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text);
    const [, year, month, day, hour, minute, second, fraction = ''] = parts ?? [];
    const time = new Date(`${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}${fraction.slice(0, 4)}Z`);
    if (Number.isNaN(time.getTime()))
        throw new UnreadableAnswer('its timestamp has no time');
    return time;
}

;// CONCATENATED MODULE: ./packages/core/build/sign/tsa.js




const NONCE_BYTES = 16;
/**
 * Has a timestamp authority (RFC 3161 over HTTP, section 3.4) witness SHA-256 of `signature`, with a nonce and the
 * authority's certificate. The answer is checked to speak of exactly that; its signature is verified when the bundle
 * is. Throws TSA_REFUSED, TSA_UNAVAILABLE.
 */
async function requestTimestamp(context, tsaUrl, signature) {
    const imprint = (0,external_node_crypto_.createHash)('sha256').update(signature).digest();
    const nonce = Buffer.from(context.random.bytes(NONCE_BYTES));
    // A positive DER integer without leading zeros, whatever was drawn.
    nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
    return ask(context, {
        service: 'tsa',
        method: 'POST',
        url: tsaUrl,
        headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
        body: timestampQuery(imprint, nonce),
        maxResponseBytes: limits/* MAX_TIMESTAMP_BYTES */.Ui,
        repeatable: true,
    }, (response) => {
        if (response.status !== 200 && response.status !== 201) {
            const remedy = 'Check the URL of the timestamp authority: it is the full URL of its RFC 3161 endpoint.';
            throw refusal('TSA_REFUSED', 'tsa', response, remedy);
        }
        return readTimestamp(response.body, imprint, nonce);
    });
}
/** RFC 3161, section 2.4.1: version 1, SHA-256 imprint, nonce, certReq true. */
function timestampQuery(imprint, nonce) {
    const SHA256_ALGORITHM = Buffer.from('300d06096086480165030402010500', 'hex');
    const messageImprint = der(0x30, SHA256_ALGORITHM, der(0x04, imprint));
    return der(0x30, der(0x02, Buffer.from([1])), messageImprint, der(0x02, nonce), der(0x01, Buffer.from([0xff])));
}
/** Tag, length, value; every length here is below 128, so one byte holds it. */
function der(tag, ...parts) {
    const value = Buffer.concat(parts);
    return Buffer.concat([Buffer.from([tag, value.length]), value]);
}

;// CONCATENATED MODULE: ./packages/core/build/sign/session.js










/**
 * Opens a session: nothing is asked of any service before the first claim. Throws INPUTS_CONTRADICT where certificates
 * would be left without any witness of their time, SIGNING_CONFIG_INVALID without a Fulcio. The session's calls throw
 * FULCIO_..., LOG_..., TSA_... and IDENTITY_TOKEN_... codes.
 */
function openSession({ context, services, identity, concurrency }) {
    const gate = (0,build_concurrency/* createGate */.q)(concurrency ?? limits/* DEFAULT_SIGNING_CONCURRENCY */.QC);
    const counted = { certificates: 0, logEntries: 0, timestamps: 0 };
    const credential = identity.kind === 'key'
        ? keyCredential(identity.key)
        : certificateCredential(context, fulcioFor(services), identity.token, () => (counted.certificates += 1));
    const toLogs = (log) => (0,build_concurrency/* allEnded */.C)(services.rekorUrls.map((rekorUrl) => gate(async () => {
        const entry = await log(rekorUrl);
        counted.logEntries += 1;
        return entry;
    })));
    const toAuthorities = (signature) => (0,build_concurrency/* allEnded */.C)(services.tsaUrls.map((tsaUrl) => gate(async () => {
        const timestamp = await requestTimestamp(context, tsaUrl, signature);
        counted.timestamps += 1;
        return timestamp;
    })));
    const signStatement = async (payload, held) => {
        const signature = signParts(held.key, envelope_preAuthEncoding(payload));
        const envelope = envelopeJson(payload, signature);
        const { signer, verifierPem } = held;
        const logging = toLogs((url) => logEnvelope(context, url, envelope, { payload, signature, verifierPem }));
        const stamping = toAuthorities(signature);
        await Promise.allSettled([logging, stamping]);
        const [logEntries, timestamps] = [await logging, await stamping];
        const tokens = timestamps.map((timestamp) => timestamp.der);
        const bundle = bundleJson(signer, envelope, logEntries, tokens);
        return {
            signed: { signer, signature, logEntries, payload, envelope, bundle },
            times: [...logTimes(logEntries), ...timestamps.map(({ time }) => time)],
        };
    };
    // No timestamp: verifiers of the tag layout without roots for it fail on one (layouts-and-verifiers.md, R2).
    const signSimple = async (payload, held) => {
        const signature = signParts(held.key, [payload]);
        const payloadSha256 = (0,external_node_crypto_.createHash)('sha256').update(payload).digest('hex');
        const { signer, verifierPem } = held;
        const logEntries = await toLogs((url) => logHash(context, url, payloadSha256, { payload, signature, verifierPem }));
        return { signed: { signer, signature, logEntries, payload }, times: logTimes(logEntries) };
    };
    return {
        signer: async () => (await credential()).signer,
        signStatement: (payload) => withinValidity(credential, (held) => signStatement(payload, held)),
        signSimple: (payload) => withinValidity(credential, (held) => signSimple(payload, held)),
        figures: () => ({ ...counted }),
    };
}
/**
 * A witness that answered only after long retries may testify to a time when the certificate was no longer valid, and
 * no verifier takes that: then the claim is signed again with a new certificate.
 */
async function withinValidity(credential, sign) {
    for (let attempt = 1; attempt <= limits/* MAX_SIGNATURES_PER_CLAIM */.kq; attempt += 1) {
        const held = await credential();
        const { signed, times } = await sign(held);
        const { expiresAt } = held;
        if (expiresAt === undefined || times.every((time) => time <= expiresAt))
            return signed;
    }
    throw new errors/* CountersignError */.WS('LOG_UNAVAILABLE', {
        what: `The log or the timestamp authority witnessed the signature after its certificate had expired, ${limits/* MAX_SIGNATURES_PER_CLAIM */.kq} times`,
        remedy: 'Check the clocks of the services, and run this again when they answer faster.',
    });
}
const logTimes = (entries) => entries.map(({ integratedTime }) => new Date(integratedTime * 1000));
function fulcioFor(services) {
    if (services.fulcioUrl === undefined) {
        throw new errors/* CountersignError */.WS('SIGNING_CONFIG_INVALID', {
            what: 'The signing config names no Fulcio that can be used now, and no key was given',
            remedy: 'Give a signing config with a Fulcio, "fulcio-url", or a key.',
        });
    }
    if (services.rekorUrls.length === 0 && services.tsaUrls.length === 0) {
        throw new errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
            what: 'Without a log and without a timestamp authority nothing witnesses that a certificate of ten minutes was valid when it signed',
            remedy: 'Give a timestamp authority (timestamp-server-url, or a signing config with one), a log, or a key.',
        });
    }
    return services.fulcioUrl;
}

;// CONCATENATED MODULE: ./packages/core/build/sign/sizes.js



/** How large a payload of `payloadBytes` becomes: the envelope exactly but for its signature, the bundle at most. */
function encodedSizes(payloadBytes) {
    const envelopeBytes = Math.ceil(payloadBytes / 3) * 4 + ENVELOPE_OVERHEAD_BYTES;
    return { envelopeBytes, bundleBytes: envelopeBytes + limits/* BUNDLE_OVERHEAD_BYTES */.ki };
}
/** Around the payload; the longest signature is that of an RSA key of 4096 bits. */
const ENVELOPE_OVERHEAD_BYTES = envelopeJson(new Uint8Array(), new Uint8Array(512)).length;
/**
 * Checks the encoded size before anything is signed. Throws LIMIT_EXCEEDED for what a service of this run refuses; the
 * answer is a warning for each verifier that would refuse the result. `name` says which claim it is.
 */
function checkEncodedSize(name, payloadBytes, services) {
    const { envelopeBytes, bundleBytes } = encodedSizes(payloadBytes);
    const publicRekor = services.publicServices.includes('rekor') && services.rekorUrls.length > 0;
    if (publicRekor && envelopeBytes > limits/* PUBLIC_REKOR_MAX_ENVELOPE_BYTES */.M8) {
        throw new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
            what: `${name} comes to an envelope of ${envelopeBytes} bytes; the public Rekor refuses more than about ${limits/* PUBLIC_REKOR_MAX_ENVELOPE_BYTES */.M8}`,
            remedy: 'Leave out what no consumer reads (for an SBOM, its file entries: SYFT_FILE_METADATA_SELECTION=none), or use a log of your own, or "transparency-log: none" with a timestamp authority.',
        });
    }
    if (bundleBytes <= limits/* KYVERNO_MAX_BUNDLE_BYTES */.F4)
        return [];
    return [
        `${name} comes to a bundle of about ${bundleBytes} bytes. Kyverno's bundle reader (SigstoreBundle) refuses more than ${limits/* KYVERNO_MAX_BUNDLE_BYTES */.F4}; other verifiers read it.`,
    ];
}

;// CONCATENATED MODULE: ./packages/core/build/sign/index.js








// EXTERNAL MODULE: ./packages/core/build/trust/index.js + 6 modules
var trust = __webpack_require__(9083);
;// CONCATENATED MODULE: ./packages/core/build/flows/signer.js
/**
 * Who a token of GitHub Actions makes the signer: Fulcio takes the SAN from the claim that names the workflow. It saves a
 * certificate where everything is there already; undefined for tokens of others, whose identity the certificate tells.
 */
function signerOfToken(claims) {
    const { iss, job_workflow_ref: workflow } = claims;
    if (typeof iss !== 'string' || typeof workflow !== 'string')
        return undefined;
    return { kind: 'certificate', identity: `${serverOf(iss)}/${workflow}`, issuer: iss };
}
const signerOfSession = (signer) => signer.kind === 'key'
    ? { kind: 'key', hint: signer.hint }
    : { kind: 'certificate', identity: signer.identity, issuer: signer.issuer };
/** The same SAN and issuer, or the same key. */
function isSigner(found, expected) {
    if (found.kind === 'key' || expected.kind === 'key') {
        return found.kind === 'key' && expected.kind === 'key' && found.hint === expected.hint;
    }
    return found.identity === expected.identity && found.facts.issuer === expected.issuer;
}
function reportedSigner(expected) {
    if (expected === undefined)
        return undefined;
    return expected.kind === 'key'
        ? { key: expected.hint }
        : { identity: expected.identity, issuer: expected.issuer };
}
function serverOf(issuer) {
    const tenant = /^https:\/\/token\.actions\.([a-z0-9-]+\.ghe\.com)(?:\/|$)/.exec(issuer)?.[1];
    return tenant === undefined ? 'https://github.com' : `https://${tenant}`;
}

;// CONCATENATED MODULE: ./packages/core/build/flows/plan.js

/**
 * Compares what is wanted with what was found. A claim is there only if it verifies, with the same payload bytes and the
 * same signer; `signer` undefined: not known yet, so nothing counts.
 */
function planClaim(wanted, signer, canRebuild) {
    const { claim } = wanted;
    const slots = wanted.places.flatMap((place) => wanted.layouts.map((layout) => ({
        place,
        layout,
        present: findPresent(place, claim, layout, signer),
    })));
    const anywhere = (layout) => first(wanted.places, (place) => findPresent(place, claim, layout, signer));
    const tag = claim.kind === 'signature' ? 'signature-tag' : 'attestation-tag';
    // A signature that its tag refused once was kept as a referrer: it completes the tag, and is not the tag.
    const kept = claim.kind === 'signature' ? anywhere('signature-referrer') : undefined;
    const source = { bundle: anywhere('bundle-referrer'), layer: anywhere(tag) ?? kept };
    const lacks = (layout) => slots.some((slot) => slot.layout === layout && slot.present === undefined);
    const bundleMissing = lacks('bundle-referrer') && source.bundle === undefined;
    if (claim.kind === 'signature') {
        const signSimple = lacks('signature-tag') && source.layer === undefined;
        return { wanted, slots, source, signStatement: bundleMissing, signSimple };
    }
    const rebuildable = source.bundle !== undefined && canRebuild(claim, source.bundle);
    const layerMissing = lacks('attestation-tag') && source.layer === undefined && !rebuildable;
    return { wanted, slots, source, signStatement: bundleMissing || layerMissing, signSimple: false };
}
/** Whether something of the claim is still to be stored somewhere. */
const isMissing = ({ slots }) => slots.some(({ present }) => present === undefined);
/** Claims with these very bytes that verify, whoever signed them. */
const sameClaims = (wanted) => wanted.places.flatMap(({ found }) => found.checked.flatMap(({ claim }) => claim !== undefined && hasPayload(claim, wanted.claim) ? [claim] : []));
/** A claim with these very bytes at a place in a layout, whoever signed it. */
const sameClaimAt = ({ found }, claim, layout) => found.checked.find((checked) => checked.layout === layout && checked.claim !== undefined && hasPayload(checked.claim, claim))?.claim;
function findPresent({ found }, claim, layout, signer) {
    if (signer === undefined)
        return undefined;
    return first(found.checked, (checked) => {
        if (checked.layout !== layout || checked.claim === undefined)
            return undefined;
        if (!hasPayload(checked.claim, claim) || !isSigner(checked.claim.signer, signer))
            return undefined;
        const stored = found.materialOf(checked);
        return stored === undefined ? undefined : { stored, verified: checked.claim };
    });
}
const hasPayload = (verified, claim) => {
    if (isPayloadOf(claim, verified))
        return true;
    if (claim.underOtherNames === undefined || verified.predicateType !== claim.predicateType)
        return false;
    return Iterator.from(claim.underOtherNames()).some((other) => isPayloadOf(other, verified));
};
/** A simple-signing document is the signature in its other form. */
const isPayloadOf = (claim, verified) => {
    const expected = verified.statement === undefined ? claim.simpleSigning : claim.payload;
    return expected !== undefined && Buffer.compare(verified.payload, expected) === 0;
};
function first(values, find) {
    for (const value of values) {
        const found = find(value);
        if (found !== undefined)
            return found;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/core/build/flows/dry-run.js

/**
 * What the real run would do: entries, timestamps, certificates, objects and requests. Requests to the signing services
 * are exact; those to registries leave out retries, redirects and what the token service is asked. Where nobody knows who
 * would sign, a claim that stands everywhere already counts nothing: a run with that identity adds none.
 */
function foresee(wanted, services, identity, progress) {
    const planned = identity === 'unknown' ? wanted.filter((one) => !standsEverywhere(one)) : wanted;
    const statements = planned.filter(({ signStatement }) => signStatement).length;
    const simple = planned.filter(({ signSimple }) => signSimple).length;
    const logEntries = (statements + simple) * services.rekorUrls.length;
    const timestamps = statements * services.tsaUrls.length;
    const certificates = identity !== 'key' && statements + simple > 0 ? 1 : 0;
    const missing = planned.flatMap(({ slots }) => slots.filter(({ present }) => present === undefined));
    const tags = new Set(missing.flatMap(({ place, layout }) => {
        const where = `${place.image.image.pinned} ${place.subject.digest}`;
        if (layout !== 'bundle-referrer')
            return [`${where} ${layout}`];
        return place.found.collected.source === 'fallback' ? [`${where} index`] : [];
    })).size;
    const bundles = missing.filter(({ layout }) => layout === 'bundle-referrer');
    progress.figures = {
        logEntries,
        timestamps,
        certificates,
        storedObjects: bundles.length + tags,
        planned: true,
    };
    progress.foreseen = {
        'identity-token': certificates,
        fulcio: certificates,
        rekor: logEntries,
        tsa: timestamps,
        registry: new Set(missing.map(({ place }) => place.image)).size * REQUESTS.access +
            new Set(bundles.map(({ place }) => place.image)).size * REQUESTS.config +
            new Set(bundles.map(({ place }) => place)).size * REQUESTS.referrers +
            bundles.length * REQUESTS.bundle +
            (missing.length - bundles.length) * REQUESTS.layer +
            (tags > 0 ? REQUESTS.probe : 0) +
            tags * REQUESTS.tag,
    };
}
const standsEverywhere = ({ wanted, slots }) => slots.every(({ place, layout }) => sameClaimAt(place, wanted.claim, layout) !== undefined);
/**
 * What storing takes, with the reading back, at a registry that takes a blob in one request. access: an upload opened and
 * cancelled. config: the empty one. referrers: listed again. bundle: its blob, its manifest, both read again. layer: its
 * blob, read again. probe: whether conditional writes are honoured. tag: its config, written, confirmed, read again.
 */
const REQUESTS = { access: 2, config: 1, referrers: 1, bundle: 4, layer: 2, probe: 2, tag: 4 };

;// CONCATENATED MODULE: ./packages/core/build/layouts/certificate-chain.js

/**
 * What stands above a leaf: intermediates, then the root, from the trusted root's certificate authorities. Readers of the
 * `.sig` and `.att` tags without a trusted root of their own need it beside the leaf (layouts-and-verifiers.md, R3).
 * Empty where no authority of the root issued the leaf.
 */
function chainAbove(leaf, trust) {
    for (const { certChain } of trust.trustedRoot.certificateAuthorities) {
        const chain = (certChain?.certificates ?? []).map(({ rawBytes }) => new external_node_crypto_.X509Certificate(rawBytes));
        const at = chain.findIndex((authority) => leaf.checkIssued(authority) && leaf.verify(authority.publicKey));
        if (at >= 0)
            return chain.slice(at);
    }
    return [];
}
/** PEM blocks one after the other, each with one line end. */
const pemOf = (certificates) => certificates.map((certificate) => `${certificate.toString().trim()}\n`).join('');

;// CONCATENATED MODULE: ./packages/core/build/layouts/layer.js


/** Annotations of a layer in a `.sig` or `.att` manifest (sigstore/cosign pkg/oci/static; the specifications' prose differs). */
const layer_SIGNATURE = 'dev.cosignproject.cosign/signature';
const layer_CERTIFICATE = 'dev.sigstore.cosign/certificate';
const CHAIN = 'dev.sigstore.cosign/chain';
const layer_LOG_ENTRY = 'dev.sigstore.cosign/bundle';
const layer_TIMESTAMP = 'dev.sigstore.cosign/rfc3161timestamp';
const PREDICATE_TYPE = 'predicateType';
/** A layer with its annotations in the form cosign reads. */
function layerOf(mediaType, blob, own, { certificate, logEntry, timestamp }) {
    const annotations = {
        ...own,
        ...(logEntry === undefined ? {} : { [layer_LOG_ENTRY]: promiseJson(logEntry) }),
        ...(certificate === undefined
            ? {}
            : { [layer_CERTIFICATE]: pemOf([certificate.leaf]), [CHAIN]: pemOf(certificate.chain) }),
        ...(timestamp === undefined
            ? {}
            : {
                [layer_TIMESTAMP]: JSON.stringify({ SignedRFC3161Timestamp: Buffer.from(timestamp).toString('base64') }),
            }),
    };
    return { descriptor: { mediaType, size: blob.length, digest: (0,oci/* digestOf */.ol)(blob), annotations }, blob };
}
/** Members in cosign's order; the promise signs the canonical JSON of `Payload`. */
const promiseJson = (entry) => JSON.stringify({
    SignedEntryTimestamp: entry.signedEntryTimestamp,
    Payload: {
        body: entry.body,
        integratedTime: entry.integratedTime,
        logIndex: entry.logIndex,
        logID: entry.logId,
    },
});

;// CONCATENATED MODULE: ./packages/core/build/layouts/attestation-tag.js


/** `sha256-<hex>.att` (sigstore/cosign specs/ATTESTATION_SPEC.md). */
const attestationTag = (subject) => `${subject.replace(':', '-')}.att`;
/**
 * The layer of one attestation. `envelope` is the exact JSON that was logged: cosign compares its SHA-256 with the log
 * entry's. The signature annotation is there and empty, as every reader expects it.
 */
const attestationLayer = (envelope, predicateType, witness) => layerOf(oci/* DSSE_ENVELOPE */.P7, envelope, { [layer_SIGNATURE]: '', [PREDICATE_TYPE]: predicateType }, witness);

;// CONCATENATED MODULE: ./packages/core/build/layouts/bundle-referrer.js

/** What the artifactType of every Sigstore bundle begins with, whatever its version. */
const BUNDLE_PREFIX = 'application/vnd.dev.sigstore.bundle';
/** The config of an artifact without one (OCI image specification, "Guidance for an Empty Descriptor"). */
const EMPTY_CONFIG = Buffer.from('{}');
/**
 * The referrer manifest of a v0.3 bundle, given as its JSON (sigstore/cosign specs/BUNDLE_SPEC.md). `signedAt` comes from the claim's own
 * witnesses, never from the clock: so a bundle that is pushed again is the same manifest. Without a witness (a key alone)
 * there is no `created`.
 */
function bundleReferrer(layer, predicateType, subject, signedAt) {
    const annotations = {
        ...(signedAt === undefined
            ? {}
            : { 'org.opencontainers.image.created': signedAt.toISOString().replace(/\.\d{3}Z$/, 'Z') }),
        'dev.sigstore.bundle.content': 'dsse-envelope',
        'dev.sigstore.bundle.predicateType': predicateType,
    };
    const layerDescriptor = { mediaType: oci/* BUNDLE_V03 */.Hd, digest: (0,oci/* digestOf */.ol)(layer), size: layer.length };
    const manifest = Buffer.from(JSON.stringify({
        schemaVersion: 2,
        mediaType: oci/* OCI_MANIFEST */.EG,
        artifactType: oci/* BUNDLE_V03 */.Hd,
        config: { mediaType: oci/* OCI_EMPTY */.g1, digest: (0,oci/* digestOf */.ol)(EMPTY_CONFIG), size: EMPTY_CONFIG.length },
        layers: [layerDescriptor],
        subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
        annotations,
    }));
    return {
        layer,
        layerDescriptor,
        manifest,
        descriptor: {
            mediaType: oci/* OCI_MANIFEST */.EG,
            digest: (0,oci/* digestOf */.ol)(manifest),
            size: manifest.length,
            artifactType: oci/* BUNDLE_V03 */.Hd,
            annotations,
        },
    };
}

;// CONCATENATED MODULE: ./packages/core/build/layouts/manifest-layers.js



/** Reads the layers of an image manifest. Never throws: what cannot be read says why. */
function readLayers(bytes) {
    let json;
    try {
        json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        return { kind: 'unreadable', reason: 'the manifest is not JSON' };
    }
    if (!(0,build_json/* isObject */.G)(json) || !Array.isArray(json.layers)) {
        return { kind: 'unreadable', reason: 'the manifest has no layers' };
    }
    const { artifactType } = json;
    return {
        kind: 'manifest',
        artifactType: typeof artifactType === 'string' ? artifactType : undefined,
        layers: json.layers.map(readLayer),
    };
}
/** Every member is kept, also those we do not know: a layer that is written again must not lose any. */
function readLayer(value) {
    const unreadable = (reason) => ({ kind: 'unreadable', reason });
    if (!(0,build_json/* isObject */.G)(value))
        return unreadable('a layer of the manifest is not an object');
    const { mediaType, digest, size, annotations } = value;
    if (typeof mediaType !== 'string')
        return unreadable('a layer has no media type');
    if (typeof digest !== 'string' || !(0,oci/* isDigest */.Bc)(digest))
        return unreadable('a layer has no digest');
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        return unreadable('a layer has no size');
    if (annotations === undefined)
        return { kind: 'layer', descriptor: { ...value, mediaType, digest, size } };
    if (!isTextMap(annotations))
        return unreadable('the annotations of a layer are not texts');
    const chars = Object.values(annotations).reduce((sum, text) => sum + text.length, 0);
    if (chars > limits/* MAX_LAYER_ANNOTATION_CHARS */.Jb) {
        return unreadable(`the annotations of a layer have ${chars} characters, more than ${limits/* MAX_LAYER_ANNOTATION_CHARS */.Jb}`);
    }
    return { kind: 'layer', descriptor: { ...value, mediaType, digest, size, annotations } };
}
const isTextMap = (value) => (0,build_json/* isObject */.G)(value) && Object.values(value).every((text) => typeof text === 'string');

;// CONCATENATED MODULE: ./packages/core/build/layouts/signature-referrer.js



/** artifactType and config type of cosign's experimental OCI 1.1 signatures (sigstore/cosign pkg/oci/remote). */
const SIGNATURE_ARTIFACT = 'application/vnd.dev.cosign.artifact.sig.v1+json';
/**
 * A signature's layer as a referrer of its subject: cosign reads it with `--experimental-oci11`, Kyverno with
 * `cosignOCI11`. It keeps a signature that its tag refused, so that the next run finds it and need not sign again.
 */
function signatureReferrer({ descriptor }, subject) {
    return Buffer.from(JSON.stringify({
        schemaVersion: 2,
        mediaType: oci/* OCI_MANIFEST */.EG,
        artifactType: SIGNATURE_ARTIFACT,
        config: { mediaType: SIGNATURE_ARTIFACT, digest: (0,oci/* digestOf */.ol)(EMPTY_CONFIG), size: EMPTY_CONFIG.length },
        layers: [descriptor],
        subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
    }));
}

;// CONCATENATED MODULE: ./packages/core/build/layouts/signature-tag.js


/** `sha256-<hex>.sig` (sigstore/cosign specs/SIGNATURE_SPEC.md). */
const signatureTag = (subject) => `${subject.replace(':', '-')}.sig`;
/** The layer of one signature: the simple-signing document as it was signed. */
const signatureLayer = (payload, signature, witness) => layerOf(oci/* SIMPLE_SIGNING */.Nj, payload, { [layer_SIGNATURE]: Buffer.from(signature).toString('base64') }, witness);

;// CONCATENATED MODULE: ./packages/core/build/layouts/collect.js









/**
 * Reads all claims beside a digest: `.sig`, `.att`, bundle and signature referrers, from the referrers API or the fallback index.
 * What cannot be read is told, not skipped. A registry that does not answer is thrown: "none there" is only ever said by
 * a registry that answered.
 */
async function collectClaims(repository, subject, options = {}) {
    const { layouts } = options;
    const reads = (layout) => layouts?.includes(layout) ?? true;
    const reader = createReader(repository, subject, options);
    const [signatures, attestations, referred] = await Promise.all([
        reads('signature-tag') ? collectTag(reader, 'signature-tag', signatureTag(subject), oci/* SIMPLE_SIGNING */.Nj) : [],
        reads('attestation-tag')
            ? collectTag(reader, 'attestation-tag', attestationTag(subject), oci/* DSSE_ENVELOPE */.P7)
            : [],
        reads('bundle-referrer')
            ? collectReferrers(reader)
            : { found: [], referrers: [], source: 'api' },
    ]);
    const found = [...(signatures ?? []), ...(attestations ?? []), ...referred.found];
    return {
        subject,
        claims: found.filter((one) => 'material' in one),
        unreadable: found.filter((one) => 'reason' in one),
        absent: [
            ...(signatures === undefined ? ['signature-tag'] : []),
            ...(attestations === undefined ? ['attestation-tag'] : []),
        ],
        referrers: referred.referrers,
        source: referred.source,
    };
}
function createReader(repository, subject, { fresh = false, only }) {
    const gate = (0,build_concurrency/* createGate */.q)(limits/* COLLECT_CONCURRENCY */.t2);
    const getManifest = (digest) => gate(() => repository.getManifest(digest, { fresh }));
    const getBlob = (blob) => gate(() => repository.getBlob(blob, limits/* MAX_CLAIM_BYTES */.AS));
    const manifests = inAdvance(only?.manifests ?? [], (digest) => digest, getManifest);
    const blobs = inAdvance(only?.blobs ?? [], ({ descriptor }) => descriptor.digest, ({ descriptor, blob }) => blob.length <= limits/* MAX_BLOB_HELD_TWICE_BYTES */.ed
        ? getBlob(descriptor)
        : gate(() => readAgain(repository, descriptor, blob)));
    let left = limits/* MAX_CLAIM_BYTES_PER_DIGEST */.ld;
    return {
        repository,
        subject,
        wants: (digest) => only === undefined || manifests.has(digest) || blobs.has(digest),
        manifest: (digest) => manifests.get(digest) ?? getManifest(digest),
        blob: async (descriptor) => {
            if (descriptor.size > limits/* MAX_CLAIM_BYTES */.AS)
                return { reason: `it has ${descriptor.size} bytes, more than is read` };
            if (descriptor.size > left)
                return { reason: 'the claims of this digest are larger together than is read' };
            left -= descriptor.size;
            const bytes = await (blobs.get(descriptor.digest) ?? getBlob(descriptor));
            return bytes ?? { reason: `its blob ${descriptor.digest} is not there` };
        },
    };
}
/**
 * Reads a large blob to its end and hashes it, as openBlob does, without holding it beside the same bytes. A stream that
 * breaks off is not asked for again, so then the blob is read as any other.
 */
async function readAgain(repository, descriptor, same) {
    try {
        const pieces = await repository.openBlob(descriptor);
        if (pieces === undefined)
            return undefined;
        let length = 0;
        for await (const piece of pieces)
            length += piece.length;
        return length === same.length ? same : undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* CountersignError */.WS) || error.code !== 'REGISTRY_UNAVAILABLE')
            throw error;
        return repository.getBlob(descriptor, limits/* MAX_CLAIM_BYTES */.AS);
    }
}
/** Reads what will be asked for; a failure is told to whoever asks, and to nobody where nobody does. */
function inAdvance(wanted, keyOf, read) {
    const reading = new Map(wanted.map((one) => [keyOf(one), read(one)]));
    for (const promise of reading.values())
        promise.catch(() => undefined);
    return reading;
}
/** undefined: there is no such tag. */
async function collectTag(reader, layout, tag, mediaType) {
    const stored = await reader.repository.getManifest(tag);
    if (stored === undefined)
        return undefined;
    const { digest } = stored.descriptor;
    const manifest = readLayers(stored.bytes);
    if (manifest.kind === 'unreadable')
        return [unreadable(reader, layout, digest, manifest.reason)];
    if (manifest.layers.length > limits/* MAX_CLAIMS_PER_DIGEST */.mc) {
        const reason = `the manifest has ${manifest.layers.length} layers, more than ${limits/* MAX_CLAIMS_PER_DIGEST */.mc}`;
        return [unreadable(reader, layout, digest, reason)];
    }
    const layers = manifest.layers.filter((layer) => layer.kind === 'unreadable' || reader.wants(layer.descriptor.digest));
    return Promise.all(layers.map(async (layer) => {
        if (layer.kind === 'unreadable')
            return unreadable(reader, layout, digest, layer.reason);
        const { descriptor } = layer;
        if (descriptor.mediaType !== mediaType) {
            return unreadable(reader, layout, descriptor.digest, `the layer is of type ${descriptor.mediaType}`);
        }
        return readClaim(reader, layout, descriptor.digest, descriptor, (payload) => ({
            kind: layout === 'signature-tag' ? 'simple-signing' : 'dsse-layer',
            payload,
            annotations: descriptor.annotations ?? {},
        }));
    }));
}
async function collectReferrers(reader) {
    const { source, descriptors } = await reader.repository.listReferrers(reader.subject);
    const candidates = descriptors.filter((one) => mayBeClaim(one) && reader.wants(one.digest));
    const read = await Promise.all(candidates.slice(0, limits/* MAX_CLAIMS_PER_DIGEST */.mc).map((descriptor) => collectReferrer(reader, descriptor)));
    const rest = candidates
        .slice(limits/* MAX_CLAIMS_PER_DIGEST */.mc)
        .map(({ digest }) => unreadable(reader, 'bundle-referrer', digest, 'more bundles are listed than are read'));
    return { found: [...read.filter((one) => one !== undefined), ...rest], referrers: descriptors, source };
}
/**
 * Old writers of the fallback index put the config's type where the artifact's belongs, or nothing at all
 * (layouts-and-verifiers.md, section 2): then only the manifest tells.
 */
const mayBeClaim = ({ artifactType }) => artifactType === undefined ||
    artifactType === '' ||
    artifactType === oci/* OCI_EMPTY */.g1 ||
    artifactType === SIGNATURE_ARTIFACT ||
    artifactType.startsWith(BUNDLE_PREFIX);
/** undefined where the manifest shows that it holds no claim. */
async function collectReferrer(reader, descriptor) {
    const { digest, artifactType } = descriptor;
    const layout = artifactType === SIGNATURE_ARTIFACT ? 'signature-referrer' : 'bundle-referrer';
    const claimed = artifactType === SIGNATURE_ARTIFACT || artifactType?.startsWith(BUNDLE_PREFIX) === true;
    const failed = (reason) => claimed ? unreadable(reader, layout, digest, reason) : undefined;
    const stored = await orReason(() => reader.manifest(digest));
    if (stored === undefined)
        return failed('its manifest is not there');
    if ('reason' in stored)
        return failed(stored.reason);
    const manifest = readLayers(stored.bytes);
    if (manifest.kind === 'unreadable')
        return failed(manifest.reason);
    const [layer, ...others] = manifest.layers;
    if (layer?.kind !== 'layer')
        return failed(layer?.reason ?? 'the manifest has no layers');
    const { mediaType, annotations = {} } = layer.descriptor;
    const isBundle = mediaType.startsWith(BUNDLE_PREFIX);
    if (!isBundle && mediaType !== oci/* SIMPLE_SIGNING */.Nj)
        return failed(`its layer is of type ${mediaType}`);
    const found = isBundle ? 'bundle-referrer' : 'signature-referrer';
    if (others.length > 0)
        return unreadable(reader, found, digest, 'its manifest has more than one layer');
    return readClaim(reader, found, digest, layer.descriptor, (bytes) => isBundle ? { kind: 'bundle', bytes } : { kind: 'simple-signing', payload: bytes, annotations });
}
async function readClaim(reader, layout, digest, blob, material) {
    const bytes = await orReason(() => reader.blob(blob));
    if ('reason' in bytes)
        return unreadable(reader, layout, digest, bytes.reason);
    return { layout, subject: reader.subject, digest, material: material(bytes) };
}
/**
 * What stands under a digest and is not what its descriptor says (other bytes, more of them, no manifest) is a fact about
 * the claim: else anyone who may push could keep every claim beside it from being looked at. A registry that fails is none.
 */
async function orReason(read) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof errors/* CountersignError */.WS))
            throw error;
        if (error.fault === 'rejection' || error.code === 'REGISTRY_MISBEHAVED')
            return { reason: error.message };
        throw error;
    }
}
const unreadable = (reader, layout, digest, reason) => ({
    layout,
    subject: reader.subject,
    digest,
    reason: reason.slice(0, limits/* MAX_ERROR_EXCERPT_CHARS */.Eb),
});

;// CONCATENATED MODULE: ./packages/core/build/layouts/index.js







;// CONCATENATED MODULE: ./packages/core/build/flows/guards.js




/**
 * Checks the encoded size of every claim before anything is signed. Throws LIMIT_EXCEEDED for what a service of this run
 * refuses; the answer warns of what only a verifier refuses.
 */
function checkSizes(drafts, services) {
    const warnings = drafts.flatMap(({ claim }) => checkEncodedSize(`The claim ${claim.predicateType} of ${claim.subject.digest}`, claim.payload.length, services));
    return [...new Set(warnings)];
}
/**
 * Checks that what will be signed can satisfy who verifies it. Throws INPUTS_CONTRADICT for a certificate without a log
 * entry where the trusted root demands one.
 */
function checkWitnesses(identity, { rekorUrls }, requirements) {
    if (identity === 'key' || rekorUrls.length > 0 || requirements?.logEntries !== 1)
        return;
    throw new errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
        what: 'No transparency log is written to, and the trusted root names one: whoever verifies with that root demands a log entry',
        remedy: 'Write to the log (transparency-log: rekor-v1), give a trusted root without logs (trusted-root), or sign with a key.',
    });
}
/**
 * Checks what would be added to each place: throws SIGNATURE_NEEDED where attestation bundles would hide a `.sig`
 * signature, LIMIT_EXCEEDED where verifiers would refuse to read so many.
 */
function checkAdditions(planned, maxReferrers) {
    for (const [place, added] of additionsByPlace(planned)) {
        const bundles = added.filter(({ layout }) => layout === 'bundle-referrer');
        checkSignatureStaysVisible(place, bundles, planned);
        checkReferrers(place, bundles.length, maxReferrers);
        checkLayers(place, 'signature-tag', added);
        checkLayers(place, 'attestation-tag', added);
    }
}
function additionsByPlace(planned) {
    const additions = new Map();
    for (const { slots, wanted } of planned) {
        const kind = wanted.claim.kind === 'signature' ? 'signature' : 'attestation';
        for (const { place, layout, present } of slots) {
            if (present !== undefined)
                continue;
            const known = additions.get(place);
            if (known === undefined)
                additions.set(place, [{ layout, kind }]);
            else
                known.push({ layout, kind });
        }
    }
    return additions;
}
/**
 * Any bundle makes cosign 3 and Kyverno's ImageValidatingPolicy read bundles alone: an image that has only a `.sig` would
 * count as unsigned from then on (layouts-and-verifiers.md, R6).
 */
function checkSignatureStaysVisible(place, bundles, planned) {
    const { claims, unreadable } = place.found.collected;
    const has = (layout) => [...claims, ...unreadable].some((claim) => claim.layout === layout);
    const signs = planned.some(({ wanted, slots }) => wanted.claim.kind === 'signature' &&
        slots.some((slot) => slot.place === place && slot.layout === 'bundle-referrer'));
    if (bundles.length === 0 || signs || !has('signature-tag') || has('bundle-referrer'))
        return;
    throw new errors/* CountersignError */.WS('SIGNATURE_NEEDED', {
        what: `${place.image.image.pinned} is signed only in the old layout (${signatureTag(place.subject.digest)}); an attestation bundle beside it would make cosign 3 and Kyverno overlook that signature`,
        remedy: 'Set "signature: true" to sign it in the new layout as well, or "layouts: legacy".',
    });
}
function checkReferrers(place, added, maxReferrers) {
    const { length } = place.found.collected.referrers;
    if (added === 0 || length + added <= maxReferrers)
        return;
    throw new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
        what: `${place.subject.digest} in ${place.image.image.pinned} has ${length} referrers and would come to hold ${length + added}, more than ${maxReferrers}`,
        remedy: 'Kyverno refuses images with more than 50 referrers. Delete referrers that nobody needs, or raise max-referrers if your verifiers read more.',
    });
}
function checkLayers(place, layout, added) {
    const more = added.filter((addition) => addition.layout === layout).length;
    const { claims, unreadable } = place.found.collected;
    const there = [...claims, ...unreadable].filter((claim) => claim.layout === layout).length;
    if (more === 0 || there + more <= limits/* MAX_CLAIMS_PER_DIGEST */.mc)
        return;
    const tag = (layout === 'signature-tag' ? signatureTag : attestationTag)(place.subject.digest);
    throw new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
        what: `The tag ${tag} of ${place.image.image.pinned} holds ${there} layers; verifiers read at most ${limits/* MAX_CLAIMS_PER_DIGEST */.mc}`,
        remedy: 'Delete the tag and sign again, or use "layouts: bundle".',
    });
}

;// CONCATENATED MODULE: ./packages/core/build/flows/identify.js



/** Throws KEY_INVALID and what obtainIdentityToken throws. */
async function identify(options, context) {
    if (options.key !== undefined) {
        const { name, pem } = options.key;
        return { kind: 'key', key: parseSigningKey(pem, name), name };
    }
    if (options.dryRun)
        return { kind: 'unknown' };
    return { kind: 'token', token: await obtainIdentityToken(options.identity, context) };
}
/** Whose claims count as this run's own before a certificate was asked for; undefined: only the certificate tells. */
function expectedSigner(identity) {
    switch (identity.kind) {
        case 'key':
            return { kind: 'key', hint: identity.key.hint };
        case 'token':
            return signerOfToken(identity.token.claims);
        case 'unknown':
            return undefined;
    }
}
/** One sentence for people. */
function describeIdentity(identity) {
    switch (identity.kind) {
        case 'key':
            return `Signing with the key ${identity.name}.`;
        case 'token':
            return `Signing with the identity token from ${SOURCES[identity.token.source]}.`;
        case 'unknown':
            return 'Dry run: no identity token was asked for, nothing is signed and nothing is stored.';
    }
}
const SOURCES = {
    input: 'the input identity-token',
    runner: 'the runner',
    SIGSTORE_ID_TOKEN: 'SIGSTORE_ID_TOKEN',
};
/** What a session signs with. Throws INTERNAL for a dry run, which opens no session. */
function sessionIdentity(identity, options, context) {
    switch (identity.kind) {
        case 'key':
            return { kind: 'key', key: identity.key };
        case 'token':
            return { kind: 'token', token: renewingToken(options.identity, context, identity.token) };
        case 'unknown':
            throw new errors/* CountersignError */.WS('INTERNAL', {
                what: 'A dry run came to sign',
                remedy: 'This is a defect in Countersign: please report it.',
            });
    }
}

;// CONCATENATED MODULE: ./packages/core/build/flows/inspect.js



/** Collects the claims beside a digest and verifies them, as `judge` does. */
const inspect = async (repository, subject, verifier, options = {}) => judge(await collectClaims(repository, subject, options), verifier);
/**
 * Verifies each claim beside a digest as a claim about that digest. A claim that fails is there with its reason; only a
 * registry that does not answer is thrown.
 */
function judge(collected, verifier) {
    const { subject } = collected;
    const materials = new Map();
    for (const stored of collected.claims)
        materials.set(inspect_check(stored, collected, verifier), stored);
    const unreadable = collected.unreadable.map(({ layout, digest, reason }) => ({
        layout,
        subject,
        digest,
        predicateType: saidType(collected, digest),
        error: new errors/* CountersignError */.WS('BUNDLE_MALFORMED', {
            what: `The stored claim cannot be read: ${reason}`,
            remedy: 'Look at what was pushed there; it never counts.',
        }),
    }));
    return {
        collected,
        checked: [...materials.keys(), ...unreadable],
        materialOf: (checked) => materials.get(checked),
    };
}
function inspect_check(stored, collected, verifier) {
    const { layout, subject, digest, material } = stored;
    const where = { layout, subject, digest };
    try {
        return { ...where, claim: verifier.verify(material, subject) };
    }
    catch (thrown) {
        const error = (0,errors/* asCountersignError */.ek)(thrown);
        if (error.fault !== 'rejection')
            throw error;
        return { ...where, error, predicateType: typeSaidBy(stored, collected) };
    }
}
/** The type that a failed claim says it is of: nobody vouches for that, so it serves the explanation alone. */
function typeSaidBy({ digest, material }, collected) {
    switch (material.kind) {
        case 'simple-signing':
            return claims/* COSIGN_SIGNATURE */.P8;
        case 'dsse-layer':
            return material.annotations.predicateType;
        case 'bundle':
            return saidType(collected, digest);
    }
}
const saidType = (collected, digest) => collected.referrers.find((referrer) => referrer.digest === digest)?.annotations?.['dev.sigstore.bundle.predicateType'];

;// CONCATENATED MODULE: ./packages/core/build/flows/look-ahead.js

function createLookAhead() {
    const known = new Map();
    return (repository, subject, layouts) => {
        const ofRepository = known.get(repository) ?? new Map();
        known.set(repository, ofRepository);
        const key = [subject, ...layouts].join(' ');
        const collecting = ofRepository.get(key) ?? collectClaims(repository, subject, { layouts });
        ofRepository.set(key, collecting);
        return collecting;
    };
}
const EVERYWHERE = [
    'signature-tag',
    'attestation-tag',
    'bundle-referrer',
    'signature-referrer',
];
/**
 * Where a run has to look before it writes. With bundles alone no tag has anything to tell, but where attestation bundles
 * would come without a signature's: then the signature tag shows what they would hide (layouts-and-verifiers.md, R6).
 */
function layoutsToRead(layouts, withSignature) {
    if (layouts !== 'bundle')
        return EVERYWHERE;
    return withSignature ? ['bundle-referrer'] : ['signature-tag', 'bundle-referrer'];
}

;// CONCATENATED MODULE: ./packages/core/build/flows/materials.js




/**
 * Signs what has to be signed of a claim and completes the rest from what is stored. Each object is verified against the
 * trusted root as a consumer would: trust and services that do not belong together show here, before anything is
 * written. Throws what the session throws, and rejections.
 */
async function makeMaterial(planned, sources) {
    const { claim } = planned.wanted;
    const { session, verifier } = sources;
    const [statement, simple] = await Promise.all([
        planned.signStatement ? session.signStatement(claim.payload) : undefined,
        planned.signSimple && claim.simpleSigning !== undefined
            ? session.signSimple(claim.simpleSigning)
            : undefined,
    ]);
    const bytes = statement === undefined ? bytesOf(planned.source.bundle) : statement.bundle;
    const layer = await materials_layerOf(planned, sources, statement, simple);
    return {
        planned,
        bundle: bytes === undefined ? undefined : bundleOf(bytes, claim, verifier, statement !== undefined),
        layer: layer === undefined ? undefined : { layer, verified: verifyLayer(layer, claim, verifier) },
    };
}
function bundleOf(bytes, claim, verifier, isNew) {
    const verified = checkOwn(() => verifier.verify({ kind: 'bundle', bytes }, claim.subject.digest));
    const referrer = bundleReferrer(bytes, claim.predicateType, claim.subject, signedAt(verified));
    return { referrer, verified, isNew };
}
/** The log's time before an authority's: the same for everyone who looks at the same bundle. */
function signedAt({ times }) {
    const logged = times.filter(({ witness }) => witness === 'log');
    const [earliest] = (logged.length > 0 ? logged : times)
        .map(({ at }) => at)
        .sort((one, other) => one.getTime() - other.getTime());
    return earliest;
}
async function materials_layerOf(planned, sources, statement, simple) {
    const { wanted, source } = planned;
    const { claim, layouts } = wanted;
    if (!layouts.includes(claim.kind === 'signature' ? 'signature-tag' : 'attestation-tag'))
        return undefined;
    if (simple !== undefined) {
        return signatureLayer(simple.payload, simple.signature, await witnessOf(simple, simple.signature, sources));
    }
    if (claim.kind !== 'signature' && statement !== undefined) {
        const { envelope } = statement;
        return attestationLayer(envelope, claim.predicateType, await witnessOf(statement, envelope, sources));
    }
    if (source.layer !== undefined)
        return copyOf(source.layer);
    return source.bundle === undefined ? undefined : sources.rebuild(claim, source.bundle);
}
/** `stamped`: what a timestamp covers, the raw signature of a `.sig` and the whole envelope of an `.att` (R2). */
async function witnessOf({ signer, logEntries }, stamped, { context, tsaUrls, stamped: count }) {
    const certificate = signer.kind === 'key' ? undefined : { leaf: signer.leaf, chain: signer.chain };
    const [logEntry] = logEntries;
    const [tsaUrl] = tsaUrls;
    if (logEntry !== undefined || certificate === undefined || tsaUrl === undefined) {
        return { certificate, logEntry, timestamp: undefined };
    }
    const { der } = await requestTimestamp(context, tsaUrl, stamped);
    count();
    return { certificate, logEntry, timestamp: der };
}
/** The layer as it stands elsewhere, with its annotations. */
function copyOf({ stored }) {
    const { material } = stored;
    if (material.kind === 'bundle')
        return undefined;
    const { payload: blob, annotations } = material;
    const mediaType = material.kind === 'simple-signing' ? oci/* SIMPLE_SIGNING */.Nj : oci/* DSSE_ENVELOPE */.P7;
    return { descriptor: { mediaType, size: blob.length, digest: (0,oci/* digestOf */.ol)(blob), annotations }, blob };
}
function verifyLayer({ blob: payload, descriptor }, claim, verifier) {
    const kind = claim.kind === 'signature' ? 'simple-signing' : 'dsse-layer';
    const annotations = descriptor.annotations ?? {};
    return checkOwn(() => verifier.verify({ kind, payload, annotations }, claim.subject.digest));
}
/** What was just signed does not verify: the services and the trusted root are not of one Sigstore. */
function checkOwn(verify) {
    try {
        return verify();
    }
    catch (thrown) {
        const error = (0,errors/* asCountersignError */.ek)(thrown);
        if (error.fault !== 'rejection')
            throw error;
        throw new errors/* CountersignError */.WS(error.code, {
            what: `What was signed does not verify, so nothing was stored: ${error.message}`,
            remedy: 'Give a trusted root that belongs to the signing services (trusted-root, signing-config).',
            cause: error,
        });
    }
}
const bytesOf = (present) => present?.stored.material.kind === 'bundle' ? present.stored.material.bytes : undefined;

;// CONCATENATED MODULE: ./packages/core/build/flows/signing-report.js

/** The claims of one image as the report has them. */
const claimReports = (image, result) => result.planned.flatMap((planned) => planned.slots
    .filter(({ place }) => place.image === image)
    .map((slot) => claimReport(planned, slot, result)));
function claimReport(planned, slot, result) {
    const { claim } = planned.wanted;
    const { place, layout, present } = slot;
    const common = {
        subject: place.subject.digest,
        platform: place.subject.platform,
        predicateType: claim.predicateType,
        layout,
    };
    if (present !== undefined) {
        return {
            ...common,
            digest: present.stored.digest,
            ...signing_report_factsOf(present.verified),
            state: 'present',
            reason: undefined,
        };
    }
    if (result.dryRun) {
        const reason = whyPlanned(sameClaimAt(place, claim, layout));
        return { ...common, digest: undefined, ...NO_FACTS, state: 'planned', reason };
    }
    const made = objectOf(planned, layout, result.materials);
    const facts = made === undefined ? NO_FACTS : signing_report_factsOf(made.verified);
    const error = result.unreached(place, layout);
    const step = made && result.record.stepOf(place, layout, made.digest);
    if (made !== undefined && error === undefined && (step === 'stored' || step === 'read back')) {
        const reason = step === 'read back' ? undefined : 'not read back: the run ended before';
        return { ...common, digest: made.digest, ...facts, state: 'stored', reason };
    }
    const reason = error?.message ?? whyUnstored(made, step, result.signing && needsSigning(planned));
    return { ...common, digest: undefined, ...facts, state: 'unreached', reason };
}
const needsSigning = ({ signStatement, signSimple }) => signStatement || signSimple;
/** What the log holds stands there for good, so a run that ended early says it. */
function whyUnstored(made, step, signing) {
    if (made === undefined) {
        return signing
            ? 'not stored: the run ended while it was being signed, and the log may hold an entry of it'
            : 'nothing was signed: the run ended before';
    }
    const { logIndex } = signing_report_factsOf(made.verified);
    const signed = logIndex === undefined ? 'signed' : `signed and logged (log entry ${logIndex})`;
    return step === 'sent'
        ? `${signed}, not known to be stored: the run ended while it was being written`
        : `${signed}, not stored: the run ended before`;
}
/** A dry run asks for no token, so it does not know whether the claim of someone is its own. */
function whyPlanned(same) {
    if (same === undefined)
        return undefined;
    const { identity } = signing_report_factsOf(same);
    return `the same claim by ${identity ?? 'an unknown signer'} is there: a run with that identity adds nothing`;
}
function objectOf(planned, layout, materials) {
    const material = materials.find((one) => one.planned === planned);
    if (layout === 'bundle-referrer') {
        const bundle = material?.bundle;
        return bundle && { digest: bundle.referrer.descriptor.digest, verified: bundle.verified };
    }
    const layer = material?.layer;
    return layer && { digest: layer.layer.descriptor.digest, verified: layer.verified };
}
const NO_FACTS = { identity: undefined, issuer: undefined, logIndex: undefined };
/** Who signed and where it is logged, as a report names them. */
const signing_report_factsOf = ({ signer, logEntries, }) => ({
    identity: signer.kind === 'certificate' ? signer.identity : `key:${signer.hint}`,
    issuer: signer.kind === 'certificate' ? signer.facts.issuer : undefined,
    logIndex: logEntries[0]?.logIndex,
});
/** Bundles that this run signed. */
const newBundles = (materials) => materials.flatMap(({ planned, bundle }) => bundle?.isNew === true
    ? [
        {
            subject: planned.wanted.claim.subject.digest,
            predicateType: planned.wanted.claim.predicateType,
            // Made when it is asked for: a large one is not held as text besides.
            get json() {
                return Buffer.from(bundle.referrer.layer).toString('utf8');
            },
        },
    ]
    : []);

// EXTERNAL MODULE: ./packages/core/build/registry/index.js + 22 modules
var registry = __webpack_require__(154);
;// CONCATENATED MODULE: ./packages/core/build/flows/immutable.js

/**
 * Tags of an image that may not be changed: names the layouts that were not reached. What was stored stays, and is found
 * by the next run, which signs nothing again.
 */
function unreachedLayouts(pinned, unreached) {
    const named = [...new Set(unreached.map(({ subject, layout }) => `${layout} of ${subject}`))];
    return new errors/* CountersignError */.WS('TAG_IMMUTABLE', {
        what: `${pinned} is signed, but not in every layout: the registry does not let tags be changed, so it refused ${named.join(', ')}`,
        remedy: 'Exclude tags that match sha256-* from immutability in the settings of this repository, then run this again: nothing is signed a second time. Or use "layouts: bundle" where the registry has the referrers API.',
        cause: unreached[0]?.cause,
    });
}

;// CONCATENATED MODULE: ./packages/core/build/flows/store.js






/** What of the materials a place lacks. */
function missingAt(place, materials) {
    const lacking = (layout) => materials.filter(({ planned }) => planned.slots.some((slot) => slot.place === place && slot.layout === layout && slot.present === undefined));
    const layers = (layout) => lacking(layout).flatMap(({ layer }) => (layer === undefined ? [] : [layer.layer]));
    const rank = ({ planned }) => (planned.wanted.claim.kind === 'signature' ? 0 : 1);
    return {
        signatureLayers: layers('signature-tag'),
        attestationLayers: layers('attestation-tag'),
        bundles: [...lacking('bundle-referrer')]
            .sort((one, other) => rank(one) - rank(other))
            .flatMap(({ bundle }) => (bundle === undefined ? [] : [bundle])),
    };
}
/**
 * Stores what is missing at one place, in an order that leaves no state which a verifier misreads (R6) and none that a
 * re-run cannot complete: signature bundle, attestation bundles, attestation tag (a bundle holds all that a layer of the
 * tag is made of, not the reverse); the signature tag beside them, since who reads it reads no bundles. Each tag is written
 * once. A tag that may not be changed costs its own layout alone. `record`: told of each object as it is written. Throws what the registry answers otherwise.
 */
async function storeAt(place, missing, writer, record) {
    const { repository, subject } = place;
    const unreached = new Map();
    const reach = async (layout, write) => {
        try {
            await write();
        }
        catch (error) {
            if (!(error instanceof errors/* CountersignError */.WS) || error.code !== 'TAG_IMMUTABLE')
                throw error;
            unreached.set(layout, error);
        }
    };
    const writeTag = async (layout, layers) => {
        const note = (step) => {
            for (const { descriptor } of layers)
                record.note(place, layout, descriptor.digest, step);
        };
        note('sent');
        const tag = (layout === 'signature-tag' ? signatureTag : attestationTag)(subject.digest);
        const seenAbsent = place.found.collected.absent.includes(layout);
        const { written } = await writer.write(tag, (0,registry/* layersFormat */.Cs)(repository), layers.map(descriptorOf), {
            seenAbsent,
        });
        note('stored');
        if (written)
            record.wrote();
    };
    const writeReferrers = (manifests, ordered) => reach('bundle-referrer', async () => {
        await repository.putBlob(EMPTY_CONFIG, { isNew: true });
        const { source } = await (0,registry/* addReferrers */.It)(repository, writer, subject.digest, manifests, ordered);
        if (source === 'fallback')
            record.wrote();
    });
    const { signatureLayers, attestationLayers, bundles } = missing;
    const tagSignatures = async () => {
        if (signatureLayers.length === 0)
            return;
        await reach('signature-tag', () => writeTag('signature-tag', signatureLayers));
    };
    // A signature that its tag refused is kept as a referrer, for the next run to complete the tag with.
    const toKeep = () => unreached.has('signature-tag') ? signatureLayers.filter(({ blob }) => !isKept(place, blob)) : [];
    const keep = (layer) => ({
        bytes: signatureReferrer(layer, subject),
        mediaType: oci/* OCI_MANIFEST */.EG,
        onStep: (step) => {
            if (step === 'stored')
                record.wrote();
        },
    });
    await uploadBlobs(place, missing);
    // A fallback index is written once, so it waits for what the signature tag may leave to it.
    const waits = bundles.length > 0 && (await repository.referrersSource(subject.digest)) === 'fallback';
    const tagging = tagSignatures();
    if (waits)
        await tagging;
    const kept = waits ? toKeep() : [];
    const noteBundle = ({ referrer }, step) => {
        record.note(place, 'bundle-referrer', referrer.descriptor.digest, step);
    };
    const toReferrer = (bundle) => ({
        bytes: bundle.referrer.manifest,
        mediaType: oci/* OCI_MANIFEST */.EG,
        onStep: (step) => {
            if (step === 'stored')
                record.wrote();
            // Where an index lists the referrers, nobody finds one before the index is written.
            noteBundle(bundle, waits ? 'sent' : step);
        },
    });
    const writeBundles = async () => {
        const signatures = bundles.filter(({ verified }) => verified.predicateType === claims/* COSIGN_SIGNATURE */.P8).length;
        if (bundles.length > 0) {
            const manifests = [...kept.map(keep), ...bundles.map(toReferrer)];
            await writeReferrers(manifests, kept.length + signatures);
            for (const bundle of unreached.has('bundle-referrer') ? [] : bundles)
                noteBundle(bundle, 'stored');
        }
        if (attestationLayers.length === 0)
            return;
        await reach('attestation-tag', () => writeTag('attestation-tag', attestationLayers));
    };
    await (0,build_concurrency/* allEnded */.C)([tagging, writeBundles()]);
    const left = toKeep().filter((layer) => !kept.includes(layer));
    if (left.length > 0)
        await writeReferrers(left.map(keep), left.length);
    return { unreached };
}
/** Whether an earlier run kept this document's signature already. */
const isKept = ({ found }, document) => found.collected.claims.some(({ layout, material }) => layout === 'signature-referrer' &&
    material.kind === 'simple-signing' &&
    Buffer.compare(material.payload, document) === 0);
const descriptorOf = ({ descriptor }) => descriptor;
/** With the configs that the tags will have where nothing stands under them yet. */
async function uploadBlobs({ repository, found }, missing) {
    const { signatureLayers, attestationLayers, bundles } = missing;
    const configOf = (layout, layers) => layers.length > 0 && found.collected.absent.includes(layout)
        ? [(0,registry/* layersConfig */.j9)(layers.map(descriptorOf))]
        : [];
    const blobs = [
        ...[...signatureLayers, ...attestationLayers].map(({ blob }) => blob),
        ...bundles.map(({ referrer }) => referrer.layer),
        ...(bundles.length > 0 ? [EMPTY_CONFIG] : []),
        ...configOf('signature-tag', signatureLayers),
        ...configOf('attestation-tag', attestationLayers),
    ];
    await Promise.all(blobs.map((blob) => repository.putBlob(blob, { isNew: true })));
}

;// CONCATENATED MODULE: ./packages/core/build/flows/store-all.js






/** Why a layout was not reached at a place, where the run went on; undefined: nothing went wrong there. */
function errorAt(run, { refused }, place, layout) {
    const layouts = refused.get(place);
    return layouts === undefined ? run.failureOf(place.image) : layouts.get(layout);
}
/**
 * Stores the materials wherever they are missing, each place once, and settles the tags of each repository when all are
 * written. What goes wrong with one image is noted in `run`; the others are completed. It ends when no manifest is on its way.
 */
async function storeAll(run, planned, materials, record, options) {
    const writers = new Map();
    const writerOf = (repository) => {
        const writer = writers.get(repository) ?? (0,registry/* createTagWriter */.M5)(repository, options);
        writers.set(repository, writer);
        return writer;
    };
    const gate = (0,build_concurrency/* createGate */.q)(limits/* FLOW_CONCURRENCY */.ZG);
    await (0,build_concurrency/* allEnded */.C)(placesOf(planned.filter(isMissing)).map((place) => run.attempt(place.image, () => gate(async () => {
        const missing = missingAt(place, materials);
        const { unreached } = await storeAt(place, missing, writerOf(place.repository), record);
        if (unreached.size > 0)
            record.refuse(place, unreached);
    }))));
    // Once per session, when every tag has been written.
    await Promise.all(run.images.map((image) => run.attempt(image, async () => {
        await writers.get(image.repository)?.settle();
    })));
    for (const image of run.images)
        failImmutable(image, record.refused, run);
}
function failImmutable(image, immutable, run) {
    const refused = [...immutable]
        .filter(([place]) => place.image === image)
        .flatMap(([{ subject }, layouts]) => [...layouts].map(([layout, cause]) => ({ subject: subject.digest, layout, cause })));
    if (refused.length > 0)
        run.fail(image, unreachedLayouts(image.image.pinned, refused));
}
/** Reads every place back that something was written to; `look` reads one, with the slots that were reached. */
async function readBackAll(run, planned, record, look) {
    const gate = (0,build_concurrency/* createGate */.q)(limits/* FLOW_CONCURRENCY */.ZG);
    const reachedAt = (place) => (one) => one.slots.filter((slot) => slot.place === place &&
        slot.present === undefined &&
        errorAt(run, record, place, slot.layout) === undefined);
    await (0,build_concurrency/* allEnded */.C)(placesOf(planned.filter(isMissing)).map((place) => run.attempt(place.image, () => gate(async () => {
        await look(place, reachedAt(place));
        record.noteReadBack(place);
    }))));
}
const placesOf = (planned) => [
    ...new Set(planned.flatMap(({ slots }) => slots.filter(({ present }) => present === undefined).map(({ place }) => place))),
];

;// CONCATENATED MODULE: ./packages/core/build/flows/store-record.js
/** What a run stored so far, noted while it is written: a run that ends early still tells what it left. */
class StoreRecord {
    #steps = new Map();
    #refused = new Map();
    #writtenObjects = 0;
    /** Manifests and tags that the registry took. */
    get writtenObjects() {
        return this.#writtenObjects;
    }
    wrote() {
        this.#writtenObjects += 1;
    }
    note(place, layout, digest, step) {
        const steps = this.#steps.get(place) ?? new Map();
        this.#steps.set(place, steps.set(`${layout} ${digest}`, step));
    }
    /** All that is stored at a place was seen there, as a consumer would see it. */
    noteReadBack(place) {
        const steps = this.#steps.get(place);
        for (const [key, step] of steps ?? [])
            if (step === 'stored')
                steps?.set(key, 'read back');
    }
    stepOf(place, layout, digest) {
        return this.#steps.get(place)?.get(`${layout} ${digest}`);
    }
    /** Layouts that the place does not take, with the reason; the others of it were stored. */
    refuse(place, layouts) {
        this.#refused.set(place, layouts);
    }
    get refused() {
        return this.#refused;
    }
}

;// CONCATENATED MODULE: ./packages/core/build/flows/read-back.js




/**
 * Reads one place again from the registry and verifies every claim of this run there, as a consumer would, in each
 * layout that was reached. A registry may need a while to show what it took, so a bounded number of looks is taken.
 * Throws REGISTRY_MISBEHAVED naming what is not there or does not verify.
 */
async function readBack(place, reached, materials, signer, verifier, { clock, random, signal }) {
    const written = writtenTo(reached, materials);
    for (let look = 1;; look += 1) {
        const found = await inspect(place.repository, place.subject.digest, verifier, {
            fresh: true,
            ...written,
        });
        const missing = materials.flatMap(({ planned }) => missingOf(planned, reached(planned), { ...place, found }, signer));
        const [first] = missing;
        if (first === undefined)
            return;
        if (look >= limits/* MAX_READ_BACKS */.nj) {
            const failed = found.checked.find(({ layout, error }) => layout === first.layout && error !== undefined);
            const why = failed?.error === undefined ? 'it is not there' : failed.error.message;
            throw new errors/* CountersignError */.WS('REGISTRY_MISBEHAVED', {
                what: `${first.predicateType} of ${place.subject.digest} was written to ${place.image.image.pinned} as ${first.layout}, but a consumer would not accept it: ${why}`,
                remedy: 'Run this again; what is stored is kept. If it stays so, the registry loses or changes what it takes.',
            });
        }
        await clock.sleep(limits/* FIRST_READ_BACK_DELAY_MS */.ZS * 2 ** (look - 1) * (1 + random.fraction() / 2), signal);
    }
}
/** Where to look, and what for: all digests are known, so everything can be asked for at once. */
function writtenTo(reached, materials) {
    const slots = materials.flatMap(({ planned, bundle, layer }) => reached(planned).map(({ layout }) => ({ layout, bundle, layer })));
    const bundles = slots.flatMap(({ layout, bundle }) => layout === 'bundle-referrer' && bundle !== undefined ? [bundle.referrer] : []);
    const layers = slots.flatMap(({ layout, layer }) => layout !== 'bundle-referrer' && layer !== undefined ? [layer.layer] : []);
    return {
        layouts: [...new Set(slots.map(({ layout }) => layout))],
        only: {
            manifests: bundles.map(({ descriptor }) => descriptor.digest),
            blobs: [
                ...layers,
                ...bundles.map(({ layer, layerDescriptor }) => ({ descriptor: layerDescriptor, blob: layer })),
            ],
        },
    };
}
function missingOf(planned, reached, place, signer) {
    const { claim } = planned.wanted;
    const layouts = reached.map(({ layout }) => layout);
    const again = planClaim({ claim, layouts, places: [place] }, signer, () => false);
    return again.slots
        .filter(({ present }) => present === undefined)
        .map(({ layout }) => ({ layout, predicateType: claim.predicateType }));
}

;// CONCATENATED MODULE: ./packages/core/build/flows/wanted.js

/** The objects of one claim (layouts-and-verifiers.md, section 1.1): one per layout. */
function layoutsOf(claim, layouts) {
    const tag = claim.kind === 'signature' ? 'signature-tag' : 'attestation-tag';
    switch (layouts) {
        case 'all':
            return [tag, 'bundle-referrer'];
        case 'bundle':
            return ['bundle-referrer'];
        case 'legacy':
            return [tag];
    }
}
/**
 * One digest that stands in several images (the same image in several repositories, a platform of two indexes) is signed
 * once, with the name of the first image that holds it, and its claim goes to all.
 */
function perDigest(run, make) {
    const holders = new Map();
    for (const image of run.images) {
        for (const subject of image.subjects) {
            const known = holders.get(subject.digest);
            if (known === undefined)
                holders.set(subject.digest, { subject, images: [image] });
            else
                known.images.push(image);
        }
    }
    return [...holders.values()].map(({ subject, images }) => ({
        claim: namedAfter(images, run, (name) => make(subject, name)),
        images,
    }));
}
/**
 * A claim about an image of several names holds the first of them. An earlier run may have used another, because a
 * registry did not answer or the order was another: what stands under any of the names is this claim.
 */
function namedAfter(holders, run, make) {
    const names = [...holders.map(({ image }) => image.name), ...run.unopened.map(({ name }) => name)];
    const [first, ...others] = names;
    if (first === undefined)
        throw new Error('a claim is about no image');
    if (others.length === 0)
        return make(first);
    return { ...make(first), underOtherNames: () => others.values().map(make) };
}
/** Two drafts of the same bytes about the same digest are one claim. */
function withoutRepeats(drafts) {
    const known = new Map();
    for (const draft of drafts) {
        const { subject, payload, kind } = draft.claim;
        const key = `${subject.digest} ${kind === 'provenance' ? kind : (0,oci/* digestOf */.ol)(payload)}`;
        const other = known.get(key);
        const images = [...new Set([...(other?.images ?? []), ...draft.images])];
        known.set(key, { claim: draft.claim, images });
    }
    return [...known.values()];
}

;// CONCATENATED MODULE: ./packages/core/build/flows/complete.js


















/** Looks at what is there, signs what is missing, stores it and reads it back; the outcome goes into `progress`. */
async function completeClaims(scene, drafts, progress) {
    const { options, identity, run } = scene;
    const wanted = await inspectPlaces(scene, drafts);
    const expected = expectedSigner(identity);
    const planned = planAll(scene, wanted, expected);
    tell(scene, progress, { planned }, expected);
    // Claims that may turn out to be this run's own count only once the certificate tells who that is.
    if (expected !== undefined || wanted.every((one) => sameClaims(one).length === 0)) {
        checkAdditions(planned, options.maxReferrers);
    }
    if (options.dryRun) {
        foresee(planned, scene.signingServices, identity.kind, progress);
    }
    else {
        const cancelling = await proveWriteAccess(run, planned);
        try {
            await signAndStore(scene, wanted, expected, progress);
        }
        finally {
            await Promise.allSettled(cancelling);
        }
    }
    const error = failureOf(run);
    if (error === undefined)
        return;
    progress.error = error;
    progress.status = statusOf(error);
}
async function signAndStore(scene, wanted, expected, progress) {
    const { options, run, verifier } = scene;
    const { context } = scene.services;
    let planned = planAll(scene, wanted, expected);
    tell(scene, progress, { planned }, expected);
    const session = openSession({
        context,
        services: scene.signingServices,
        identity: sessionIdentity(scene.identity, options, context),
    });
    let stamped = 0;
    let signing = false;
    let signer = expected;
    const signed = [];
    const record = new StoreRecord();
    try {
        signer = await certifiedSigner(planned, expected, session);
        if (signer !== expected) {
            planned = planAll(scene, wanted, signer);
            checkAdditions(planned, options.maxReferrers);
        }
        const missing = planned.filter(isMissing);
        if (missing.length > 0)
            context.log.info(`Signing and storing ${missing.length} claims`);
        else if (planned.length > 0)
            context.log.info('Everything is there already');
        signing = true;
        const { materials, failure } = await makeMaterials(missing, signed, {
            ...{ session, verifier, rebuild: scene.rebuild, context, tsaUrls: scene.signingServices.tsaUrls },
            stamped: () => (stamped += 1),
        });
        progress.bundles = newBundles(materials);
        await storeAll(run, planned, materials, record, { context, ...options });
        const by = signer;
        if (by !== undefined && materials.length > 0) {
            context.log.info('Reading back what was stored');
            const made = materials.map((material) => material.planned);
            await readBackAll(run, made, record, (place, reached) => readBack(place, reached, materials, by, verifier, context));
        }
        if (failure !== undefined)
            throw failure;
    }
    finally {
        const figures = session.figures();
        progress.figures = {
            ...figures,
            timestamps: figures.timestamps + stamped,
            storedObjects: record.writtenObjects,
        };
        const unreached = (place, layout) => errorAt(run, record, place, layout);
        tell(scene, progress, { planned, materials: signed, record, signing, unreached }, signer);
    }
}
/** Puts what is known by now into the report: a run that ends early still says what was reached. */
function tell({ run, options }, progress, result, signer) {
    const whole = {
        materials: [],
        record: new StoreRecord(),
        signing: false,
        unreached: () => undefined,
        dryRun: options.dryRun,
        ...result,
    };
    progress.images = imageReports(run, (image) => claimReports(image, whole));
    progress.signer = reportedSigner(signer);
}
async function inspectPlaces({ options, run, verifier, lookAhead }, drafts) {
    const isSigned = (image, subject) => drafts.some(({ claim, images }) => claim.kind === 'signature' && claim.subject.digest === subject.digest && images.includes(image));
    const gate = (0,build_concurrency/* createGate */.q)(limits/* FLOW_CONCURRENCY */.ZG);
    const known = new Map();
    const placeOf = (image, subject) => {
        const ofImage = known.get(image) ?? new Map();
        known.set(image, ofImage);
        const place = ofImage.get(subject.digest) ??
            run.attempt(image, () => gate(async () => {
                const { repository } = image;
                const layouts = layoutsToRead(options.layouts, isSigned(image, subject));
                const collected = await lookAhead(repository, subject.digest, layouts);
                return { image, repository, subject, found: judge(collected, verifier) };
            }));
        ofImage.set(subject.digest, place);
        return place;
    };
    return Promise.all(drafts.map(async ({ claim, images }) => {
        const places = await Promise.all(images.map((image) => placeOf(image, claim.subject)));
        return {
            claim,
            layouts: layoutsOf(claim, options.layouts),
            places: places.filter((place) => place !== undefined),
        };
    }));
}
/** Plans the claims of all images that nothing went wrong with. */
function planAll({ run, rebuild }, wanted, signer) {
    const healthy = new Set(run.healthy);
    return wanted
        .map((one) => ({ ...one, places: one.places.filter(({ image }) => healthy.has(image)) }))
        .filter(({ places }) => places.length > 0)
        .map((one) => planClaim(one, signer, (claim, bundle) => rebuild(claim, bundle) !== undefined));
}
/** The answer is the cancelling of the uploads that proved it: nothing has to wait for that but the end. */
async function proveWriteAccess(run, planned) {
    const slots = planned.flatMap((one) => one.slots).filter(({ present }) => present === undefined);
    const images = new Set(slots.map(({ place }) => place.image));
    const cancelling = [];
    const background = (one) => {
        one.catch(() => undefined);
        cancelling.push(one);
    };
    await Promise.all([...images].map((image) => run.attempt(image, () => image.repository.proveWriteAccess({ background }))));
    return cancelling;
}
/** Who signs, from the certificate where one is needed anyway; else who was expected. */
async function certifiedSigner(planned, expected, session) {
    if (!planned.some(({ signStatement, signSimple }) => signStatement || signSimple))
        return expected;
    const signer = signerOfSession(await session.signer());
    const same = JSON.stringify(Object.entries(signer).sort()) === JSON.stringify(Object.entries(expected ?? {}).sort());
    return same ? expected : signer;
}
/**
 * All claims in parallel: the session bounds the calls. None is abandoned half way because a service failed another. But
 * attestations of a digest whose signature failed are (`signed` gets them too, for the report): their bundles must not come first (layouts-and-verifiers.md, R6).
 */
async function makeMaterials(missing, signed, sources) {
    const results = await Promise.allSettled(missing.map((one) => makeMaterial(one, sources)));
    signed.push(...results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
    const failures = results.flatMap((result, index) => result.status === 'rejected'
        ? [{ planned: missing[index], error: (0,errors/* asCountersignError */.ek)(result.reason) }]
        : []);
    const final = failures.find(({ error }) => error.fault !== 'infrastructure' || error.code === 'INTERRUPTED');
    if (final !== undefined)
        throw final.error;
    const unsigned = new Set(failures
        .map(({ planned }) => planned?.wanted.claim)
        .filter((claim) => claim?.kind === 'signature')
        .map((claim) => claim?.subject.digest));
    const made = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    return {
        materials: made.filter(({ planned }) => !unsigned.has(planned.wanted.claim.subject.digest)),
        failure: failures[0]?.error,
    };
}

// EXTERNAL MODULE: ./packages/core/build/reference/index.js + 2 modules
var build_reference = __webpack_require__(8132);
;// CONCATENATED MODULE: ./packages/core/build/digest-set/resolve.js





/**
 * What a reference means now: the manifest or index behind it, and the platform manifests of an index. A digest beside a
 * tag wins, and the tag is not looked up. Throws TAG_NOT_ALLOWED with the digest the tag resolves to, IMAGE_NOT_FOUND,
 * LIMIT_EXCEEDED for more than MAX_PLATFORMS platforms, INPUT_INVALID for a nested index, and what the repository throws.
 */
async function resolveImage(repository, reference, options) {
    const target = reference.digest ?? reference.tag ?? (options.allowTag ? 'latest' : undefined);
    if (target === undefined)
        throw nothingNamed(reference);
    const stored = await repository.getManifest(target);
    if (stored === undefined)
        throw notFound(reference, target);
    const { descriptor, bytes } = stored;
    const pinned = (0,build_reference/* formatReference */.FH)((0,build_reference/* withDigest */.hQ)(reference, descriptor.digest));
    if (reference.digest === undefined && !options.allowTag)
        throw tagNotAllowed(reference, pinned);
    const document = (0,registry/* readManifestDocument */.f$)(bytes, descriptor.mediaType, pinned);
    if (document.kind === 'index' && document.unreadable > 0) {
        throw unsupported(pinned, `has ${document.unreadable} entries that are no valid descriptor with a sha256 digest`);
    }
    const { digest, mediaType, size } = descriptor;
    return {
        name: { host: reference.host, repository: reference.repository },
        pinned,
        kind: document.kind,
        root: { digest, mediaType, size, platform: undefined },
        platforms: document.kind === 'index' ? platformsOf(document.index, pinned) : [],
    };
}
/**
 * Each platform manifest once: an index may name one for several platforms. BuildKit's attestation manifests
 * (`unknown/unknown`) are no platform. A nested index is refused rather than flattened: verifiers disagree about
 * what it means, so a signature on its leaves would not say what people think it says.
 */
function platformsOf(index, pinned) {
    const children = index.manifests.filter((child) => !isAttestation(child));
    if (children.length > limits/* MAX_PLATFORMS */.S1) {
        throw new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
            what: `${pinned} has ${children.length} manifests; at most ${limits/* MAX_PLATFORMS */.S1} are handled`,
            remedy: 'Give an index with fewer platforms, or a platform manifest by its own digest.',
        });
    }
    const subjects = new Map();
    for (const child of children) {
        if ((0,oci/* isIndexMediaType */.$$)(child.mediaType)) {
            throw unsupported(pinned, `holds another index (${child.digest}); give that one by its own digest`);
        }
        const { digest, mediaType, size, platform } = child;
        if (subjects.has(digest))
            continue;
        subjects.set(digest, {
            digest,
            mediaType,
            size,
            platform: platform === undefined ? 'unspecified' : (0,oci/* formatPlatform */.Bq)(platform),
        });
    }
    return [...subjects.values()];
}
/** By its platform alone, as runtimes choose: an annotation stops nobody from running a manifest of a real platform. */
const isAttestation = ({ platform }) => platform?.os === 'unknown' && platform.architecture === 'unknown';
/** Whatever is passed over here would run unsigned where another tool reads it. */
const unsupported = (pinned, why) => new errors/* CountersignError */.WS('INPUT_INVALID', {
    what: `The index ${pinned} cannot be handled: it ${why}`,
    remedy: 'Build an index whose entries are platform manifests with sha256 digests.',
});
const nothingNamed = (reference) => new errors/* CountersignError */.WS('REFERENCE_INVALID', {
    what: `${(0,build_reference/* formatName */.nD)(reference)} names neither a digest nor a tag`,
    remedy: `Write ${(0,build_reference/* formatName */.nD)(reference)}@sha256:<64 hexadecimal digits>: the digest that the build printed.`,
});
const notFound = (reference, target) => new errors/* CountersignError */.WS('IMAGE_NOT_FOUND', {
    what: `There is no ${target} in ${(0,build_reference/* formatName */.nD)(reference)}`,
    remedy: 'Check the name and the digest, that the image was pushed, and that these credentials may read it.',
});
const tagNotAllowed = (reference, pinned) => new errors/* CountersignError */.WS('TAG_NOT_ALLOWED', {
    what: `${(0,build_reference/* formatReference */.FH)(reference)} is a tag, which may point elsewhere tomorrow; now it means ${pinned}`,
    remedy: `Give ${pinned}, or set allow-tag: true to take whatever the tag points at when this runs.`,
});

;// CONCATENATED MODULE: ./packages/core/build/digest-set/index.js


;// CONCATENATED MODULE: ./packages/core/build/flows/images.js




/** The images of a run, with what went wrong with one while the others went on. */
class ImageRun {
    images;
    /** Those that could not even be resolved. */
    unopened;
    #failures = new Map();
    constructor(images, unopened) {
        this.images = images;
        this.unopened = unopened;
    }
    /** Those that nothing went wrong with so far. */
    get healthy() {
        return this.images.filter((image) => !this.#failures.has(image));
    }
    failureOf(image) {
        return this.#failures.get(image);
    }
    /** The first failure of each image. */
    get failures() {
        const opened = [...this.#failures].map(([{ image }, error]) => ({ reference: image.pinned, error }));
        return [...this.unopened, ...opened];
    }
    get size() {
        return this.images.length + this.unopened.length;
    }
    fail(image, error) {
        if (!this.#failures.has(image))
            this.#failures.set(image, error);
    }
    /** Runs a step for one image. A registry's failure is that image's alone; everything else ends the run. */
    async attempt(image, step) {
        try {
            return await step();
        }
        catch (error) {
            if (!isOfOneImage(error))
                throw error;
            this.fail(image, error);
            return undefined;
        }
    }
}
/**
 * Resolves the images of a run; one that is given twice is opened once. A registry that fails is noted, the others go
 * on; a reference that is wrong ends the run. `named`: told of each digest that a reference names, before anybody knows
 * whether it is there. Throws what resolveImage throws for the caller's own mistakes.
 */
async function openImages(options, services, named = () => undefined) {
    const { context, credentials } = services;
    const client = (0,registry/* createRegistryClient */.Hn)({ context, credentials, plainHttpHosts: options.plainHttpHosts });
    const results = await Promise.all(options.images.map(async (reference) => {
        const repository = client.repository(reference);
        try {
            const resolving = resolveImage(repository, reference, options);
            if (reference.digest !== undefined)
                named(repository, reference.digest);
            const image = await resolving;
            const subjects = options.platforms === 'all' ? [image.root, ...image.platforms] : [image.root];
            return { image, repository, subjects };
        }
        catch (error) {
            return unopened(reference, error);
        }
    }));
    const images = new Map();
    for (const result of results) {
        if ('image' in result && !images.has(result.image.pinned))
            images.set(result.image.pinned, result);
    }
    return new ImageRun([...images.values()], results.filter((result) => 'error' in result));
}
function unopened(reference, error) {
    const { host, repository, digest } = reference;
    if (digest === undefined || !isOfOneImage(error))
        throw error;
    return { reference: (0,build_reference/* formatReference */.FH)(reference), name: { host, repository }, digest, error };
}
/** What a registry answered, or that it did not: another image of the run may still be well. */
const isOfOneImage = (error) => error instanceof errors/* CountersignError */.WS &&
    error.code !== 'INTERRUPTED' &&
    (error.code.startsWith('REGISTRY_') ||
        ['WRITE_CONTENDED', 'TAG_IMMUTABLE', 'DIGEST_MISMATCH'].includes(error.code));

;// CONCATENATED MODULE: ./packages/core/build/flows/open-trust.js


/**
 * Loads the trusted root and makes the verifier. `keysAlone`: only keys are accepted, so the public good's root is not
 * fetched: a key needs no network but the registry. A root that was given by file is used in any case.
 * Throws TRUSTED_ROOT_..., TRUST_UNAVAILABLE, KEY_INVALID.
 */
async function openTrust(source, keys, keysAlone, services) {
    const { context, cacheDir } = services;
    if (keysAlone && source.kind === 'public-good') {
        const text = 'Trust: the given keys alone; log entries and timestamps are not looked at.';
        return { material: undefined, verifier: createVerifier({ trust: undefined, keys }), text };
    }
    const material = await (0,trust/* loadTrust */.Vc)(source, { context, cacheDir });
    const verifier = createVerifier({ trust: material, keys });
    return {
        material,
        verifier,
        text: `Trust: ${material.origin}. ${verifier.requirements?.text ?? ''}`.trim(),
    };
}

;// CONCATENATED MODULE: ./packages/core/build/flows/rebuild.js





/**
 * A run that was interrupted after the bundle is completed without signing again: envelope, certificate and the log's
 * promise are in the bundle, the chain is in the trusted root. What comes out has to verify, or it is not taken: another
 * tool may have logged the same envelope in other bytes.
 */
function createRebuild(trust, verifier) {
    const known = new Map();
    return (claim, bundle) => {
        if (!known.has(bundle))
            known.set(bundle, verified(rebuild(claim, bundle, trust), claim, verifier));
        return known.get(bundle);
    };
}
function verified(layer, claim, verifier) {
    if (layer === undefined)
        return undefined;
    const annotations = layer.descriptor.annotations ?? {};
    try {
        verifier.verify({ kind: 'dsse-layer', payload: layer.blob, annotations }, claim.subject.digest);
        return layer;
    }
    catch (error) {
        if (error instanceof errors/* CountersignError */.WS && error.fault === 'rejection')
            return undefined;
        throw error;
    }
}
function rebuild(claim, { stored, verified: facts }, trust) {
    if (stored.material.kind !== 'bundle')
        return undefined;
    // It verified, so it is JSON of a bundle; members that it may leave out are looked for all the same.
    const json = JSON.parse(Buffer.from(stored.material.bytes).toString('utf8'));
    const signature = rebuild_text((0,build_json/* memberAt */.m)(json, 'dsseEnvelope', 'signatures', 0, 'sig'));
    const rawCertificate = rebuild_text((0,build_json/* memberAt */.m)(json, 'verificationMaterial', 'certificate', 'rawBytes'));
    const logEntry = promiseOf((0,build_json/* memberAt */.m)(json, 'verificationMaterial', 'tlogEntries', 0));
    if (signature === undefined)
        return undefined;
    const envelope = envelopeJson(facts.payload, Buffer.from(signature, 'base64'));
    if (facts.signer.kind === 'key') {
        return attestationLayer(envelope, claim.predicateType, {
            certificate: undefined,
            logEntry,
            timestamp: undefined,
        });
    }
    // A certificate needs a time: without the promise the layer would need a timestamp, and those are taken when signing.
    if (rawCertificate === undefined || logEntry === undefined || trust === undefined)
        return undefined;
    const leaf = new external_node_crypto_.X509Certificate(Buffer.from(rawCertificate, 'base64'));
    const chain = chainAbove(leaf, trust);
    if (chain.length === 0)
        return undefined;
    return attestationLayer(envelope, claim.predicateType, {
        certificate: { leaf, chain },
        logEntry,
        timestamp: undefined,
    });
}
function promiseOf(entry) {
    const body = rebuild_text((0,build_json/* memberAt */.m)(entry, 'canonicalizedBody'));
    const keyId = rebuild_text((0,build_json/* memberAt */.m)(entry, 'logId', 'keyId'));
    const signedEntryTimestamp = rebuild_text((0,build_json/* memberAt */.m)(entry, 'inclusionPromise', 'signedEntryTimestamp'));
    const integratedTime = Number((0,build_json/* memberAt */.m)(entry, 'integratedTime'));
    const logIndex = Number((0,build_json/* memberAt */.m)(entry, 'logIndex'));
    if (body === undefined || keyId === undefined || signedEntryTimestamp === undefined)
        return undefined;
    if (!Number.isSafeInteger(integratedTime) || !Number.isSafeInteger(logIndex))
        return undefined;
    const logId = Buffer.from(keyId, 'base64').toString('hex');
    return { body, integratedTime, logIndex, logId, signedEntryTimestamp };
}
const rebuild_text = (value) => typeof value === 'string' && value !== '' ? value : undefined;

;// CONCATENATED MODULE: ./packages/core/build/flows/remember.js

/**
 * A verifier that verifies the same bytes about the same subject once in a run: what it established of a claim before
 * storing holds for what is read back, if not a byte differs. Rejections are not kept. Documents may be large: a payload
 * is held once, as in `payloads` where it is one of those, and predicates are not held as objects besides.
 */
function rememberVerdicts(verifier, payloads = []) {
    const known = new Map();
    const held = new Map(payloads.map((payload) => [(0,oci/* digestOf */.ol)(payload), payload]));
    const slim = (verified) => {
        const { payload, statement } = verified;
        const digest = (0,oci/* digestOf */.ol)(payload);
        const same = held.get(digest) ?? payload;
        held.set(digest, same);
        return {
            ...verified,
            payload: same,
            statement: statement === undefined ? undefined : { ...statement, predicate: undefined },
        };
    };
    return {
        requirements: verifier.requirements,
        verify: (material, subject, options) => {
            if (options !== undefined)
                return verifier.verify(material, subject, options);
            const key = remember_keyOf(material, subject);
            const verified = known.get(key) ?? slim(verifier.verify(material, subject));
            known.set(key, verified);
            return verified;
        },
    };
}
/** Everything that a verdict depends on besides the trusted root and the keys, which a verifier is made of. */
function remember_keyOf(material, subject) {
    if (material.kind === 'bundle')
        return JSON.stringify([subject, material.kind, (0,oci/* digestOf */.ol)(material.bytes)]);
    const annotations = Object.entries(material.annotations).sort(([one], [other]) => (one < other ? -1 : 1));
    return JSON.stringify([subject, material.kind, (0,oci/* digestOf */.ol)(material.payload), annotations]);
}

;// CONCATENATED MODULE: ./packages/core/build/flows/signing.js













/**
 * The story of signing: everything cheap is checked, what is there already is looked at, only what is missing is signed,
 * in one session, stored at every place and read back as a consumer would. Nothing is signed twice: a run that was
 * interrupted is completed by running it again.
 */
const runSigning = (job, services) => reported(job.command, services, async (progress) => {
    const { options } = job;
    const signingServices = await chooseServices(options, services);
    const lookAhead = createLookAhead();
    const open = async (identity, keys) => {
        const witnessed = signingServices.rekorUrls.length + signingServices.tsaUrls.length > 0;
        const trust = await openTrust(options.trust, keys, identity === 'key' && !witnessed, services);
        checkWitnesses(identity, signingServices, trust.verifier.requirements);
        const layouts = layoutsToRead(options.layouts, job.signs);
        const look = (repository, digest) => {
            lookAhead(repository, digest, layouts).catch(() => undefined); // told when it is asked for again
        };
        return { trust, run: await openImages(options, services, look) };
    };
    // Registries are read while the token is on its way, but where that may show that nothing may be asked of anyone.
    const early = opensEarly(options, signingServices) ? open('token', []) : undefined;
    const ended = early?.catch(() => undefined);
    const identity = await identifyOrSkip(options, services, progress).finally(() => ended);
    if (identity === undefined)
        return;
    const token = identity.kind === 'token' ? identity.token : undefined;
    if (identity.kind !== 'unknown')
        refusePublicLog(token?.claims, signingServices, options.publicLog);
    progress.notices.push({ level: 'notice', text: describeIdentity(identity) });
    const keys = identity.kind === 'key' ? [identity.key.publicKeyPem] : [];
    const { trust, run } = await (early ?? open(identity.kind, keys));
    progress.notices.push({ level: 'notice', text: trust.text });
    const drafts = withoutRepeats(job.draft(run, token));
    for (const text of checkSizes(drafts, signingServices))
        progress.notices.push({ level: 'warning', text });
    const verifier = rememberVerdicts(trust.verifier, drafts.map(({ claim }) => claim.payload));
    const rebuild = createRebuild(trust.material, verifier);
    const scene = {
        options,
        services,
        signingServices,
        identity,
        run,
        lookAhead,
        rebuild,
        verifier,
    };
    await completeClaims(scene, drafts, progress);
});
/** Whether a token has to be fetched, and cannot turn out to forbid the run (refusePublicLog). */
const opensEarly = ({ key, identity, dryRun, publicLog }, { publicServices }) => key === undefined &&
    !dryRun &&
    (identity.input ?? '').trim() === '' &&
    identity.runner !== undefined &&
    (publicServices.length === 0 || publicLog === 'allow');
async function identifyOrSkip(options, { context }, progress) {
    try {
        return await identify(options, context);
    }
    catch (thrown) {
        const error = (0,errors/* asCountersignError */.ek)(thrown);
        if (error.code !== 'IDENTITY_TOKEN_MISSING' || options.onMissingIdentity !== 'skip')
            throw error;
        progress.status = 'skipped';
        progress.notices.push({
            level: 'warning',
            text: `Nothing was signed: ${error.message}. ${error.remedy.replaceAll('\n', ' ')}`,
        });
        return undefined;
    }
}
/**
 * A key without a log needs no service at all: unless a timestamp authority was named, nothing but the registry is asked.
 */
async function chooseServices(options, { context, cacheDir }) {
    const { key, transparencyLog, signingConfig } = options;
    if (key !== undefined && transparencyLog === 'none' && signingConfig.kind === 'public-good')
        return NO_SERVICES;
    const config = await (0,trust/* loadSigningConfig */.Uk)(signingConfig, { context, cacheDir });
    return servicesFor(options, (0,trust/* selectServices */.Zo)(config, context.clock.now(), options));
}
const NO_SERVICES = { fulcioUrl: undefined, rekorUrls: [], tsaUrls: [], publicServices: [] };
/** Timestamps go into bundles; where none is written and a log witnesses, nobody would read them. */
const servicesFor = ({ layouts }, chosen) => layouts === 'legacy' && chosen.rekorUrls.length > 0 ? { ...chosen, tsaUrls: [] } : chosen;

;// CONCATENATED MODULE: ./packages/core/build/flows/attest.js





/**
 * Attests images: documents and predicates to the digest each belongs to, provenance (and, where asked for, the
 * signature) to the digest given and its platforms, all in one session. Documents are checked to be what they say they
 * are before anything else happens. What goes wrong is in the report.
 */
async function attestImages(options, services) {
    let documents;
    try {
        documents = readDocuments(options);
    }
    catch (error) {
        return reported('attest', services, () => {
            throw error;
        });
    }
    return runSigning({
        command: 'attest',
        options,
        signs: options.signature,
        draft: (run, token) => [
            ...(options.signature ? perDigest(run, claims/* signatureClaim */.P6) : []),
            ...(options.provenance ? perDigest(run, (subject, name) => provenanceOf(subject, name, token)) : []),
            ...documents.flatMap((document) => draftDocument(document, run)),
        ],
    }, services);
}
function readDocuments(options) {
    const documents = [
        ...options.documents.map(({ path, platform, bytes }) => ({
            kind: 'sbom',
            path,
            platform,
            checked: (0,claims/* checkDocument */.sw)(bytes, path),
        })),
        ...options.predicates.map(({ type, path, bytes }) => ({
            kind: 'predicate',
            path,
            platform: undefined,
            checked: (0,claims/* checkPredicate */.y6)(type, bytes, path),
        })),
    ];
    if (documents.length === 0 && !options.provenance) {
        throw new errors/* CountersignError */.WS('INPUT_MISSING', {
            what: 'Nothing was given to attest',
            remedy: 'Give sbom, "provenance: true", or predicate-type with predicate-path.',
        });
    }
    if (options.provenance && options.key !== undefined) {
        throw new errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
            what: 'Provenance is written from the claims of an identity token, and with a key none is asked for',
            remedy: 'Leave out the key, or attest a predicate of your own with predicate-type and predicate-path.',
        });
    }
    return documents;
}
/**
 * A document that names digests goes to the images that hold one of them, and has to find one; a document that names none
 * goes to every image. Throws DOCUMENT_SUBJECT_MISMATCH.
 */
function draftDocument({ kind, platform, checked }, run) {
    const { images } = run;
    const holders = images.filter(({ image }) => checked.describes.length === 0 ||
        [image.root, ...image.platforms].some(({ digest }) => checked.describes.includes(digest)));
    // Where no image holds it, routing says which digests it names.
    const homes = (holders.length > 0 ? holders : images).map((open) => ({
        open,
        subject: (0,claims/* routeDocument */.NJ)(checked, open.image, platform),
    }));
    const make = kind === 'sbom' ? claims/* documentClaim */.Oy : claims/* predicateClaim */.qz;
    return groupBy(homes).map(([subject, holders]) => ({
        claim: namedAfter(holders, run, (name) => make(subject, name, checked)),
        images: holders,
    }));
}
/** The same digest in several repositories is one claim. */
function groupBy(homes) {
    const groups = new Map();
    for (const { open, subject } of homes) {
        const group = groups.get(subject.digest);
        if (group === undefined)
            groups.set(subject.digest, [subject, [open]]);
        else
            group[1].push(open);
    }
    return [...groups.values()];
}
/** A dry run has no token: then the claim is planned without its content. */
function provenanceOf(subject, name, token) {
    if (token !== undefined)
        return (0,claims/* provenanceClaim */.uj)(subject, name, token.claims);
    return {
        kind: 'provenance',
        subject,
        predicateType: claims/* SLSA_PROVENANCE_V1 */.us,
        payload: new Uint8Array(),
        simpleSigning: undefined,
    };
}

;// CONCATENATED MODULE: ./packages/core/build/flows/sign.js



/**
 * Signs images: each digest given and, with platforms `all`, each platform manifest below it. What goes wrong is in the
 * report, with the status of its fault; the promise is rejected by nothing but a defect.
 */
const signImages = (options, services) => runSigning({
    command: 'sign',
    options,
    signs: true,
    draft: (run) => perDigest(run, claims/* signatureClaim */.P6),
}, services);

// EXTERNAL MODULE: ./packages/core/build/policy/index.js + 6 modules
var policy = __webpack_require__(4344);
;// CONCATENATED MODULE: ./packages/core/build/flows/verify.js








/**
 * Verifies images: collects every claim from every layout, verifies each, and decides whether what is required is there,
 * signed by whom the rules accept. `rejected` is a verdict, `undecided` the lack of one; where one image is rejected and
 * another could not be decided, the run is rejected and both are told apart in their reports. In mode `warn` the verdict
 * is the same: whoever called asked for it and does not fail for it.
 */
const verifyImages = (options, services) => reported('verify', services, async (progress) => {
    progress.mode = options.mode;
    const { signers, requirements } = options;
    const keys = signers.flatMap((rule) => (rule.kind === 'key' ? [rule.publicKeyPem] : []));
    const keysAlone = keys.length === signers.length;
    const trust = await openTrust(options.trust, keys, keysAlone, services);
    progress.notices.push({ level: 'notice', text: trust.text });
    const run = await openImages(options, services);
    const gate = (0,build_concurrency/* createGate */.q)(limits/* FLOW_CONCURRENCY */.ZG);
    const decisions = new Map();
    await Promise.all(run.images.map((open) => run.attempt(open, async () => {
        const inspected = await Promise.all(demanded(open, requirements).map(({ digest }) => gate(() => inspect(open.repository, digest, trust.verifier))));
        const checked = inspected.flatMap((found) => found.checked);
        decisions.set(open, (0,policy/* decide */.LD)(open.image, checked, signers, requirements));
    })));
    for (const [open, decision] of decisions) {
        const error = (0,policy/* refusalOf */.Of)(decision);
        if (error !== undefined)
            run.fail(open, error);
    }
    progress.images = imageReports(run, (open) => judgedReports(open, decisions.get(open)?.claims ?? []), (open) => requirementReports(decisions.get(open)));
    progress.error = failureOf(run);
    if (progress.error !== undefined)
        progress.status = statusOf(progress.error);
    if (progress.status === 'rejected' && options.mode === 'warn') {
        progress.notices.push({
            level: 'warning',
            text: 'An image was rejected. In the mode "warn" that does not end the job: this image is not verified.',
        });
    }
});
/** The digests to look at: with `platforms: index` too, `sbom@all` asks for each platform. */
const demanded = ({ image, subjects }, requirements) => requirements.some(({ everywhere }) => everywhere) ? [image.root, ...image.platforms] : subjects;
/** Judged claims of one image as a report has them. */
const judgedReports = (open, claims) => claims.map((judged) => {
    const subject = [open.image.root, ...open.image.platforms].find(({ digest }) => digest === judged.subject);
    const common = {
        subject: judged.subject,
        platform: subject?.platform,
        layout: judged.layout,
        digest: judged.digest,
    };
    const facts = judged.claim === undefined
        ? { identity: undefined, issuer: undefined, logIndex: undefined }
        : signing_report_factsOf(judged.claim);
    return judged.state === 'verified'
        ? {
            ...common,
            ...facts,
            predicateType: judged.claim.predicateType,
            state: 'verified',
            reason: undefined,
        }
        : {
            ...common,
            ...facts,
            predicateType: judged.predicateType ?? '',
            state: 'rejected',
            reason: judged.error.message,
        };
});
const requirementReports = (decision) => (decision?.requirements ?? []).map(({ requirement, subject, platform, met, reason }) => ({
    name: requirement.name,
    subject,
    platform,
    met,
    reason,
}));

;// CONCATENATED MODULE: ./packages/core/build/flows/tree.js








/**
 * Shows images as they are: platforms, and every claim in every layout with its state. Without a signer rule a claim is
 * `verified` where cryptography holds and it tells who signed it: nothing is decided here.
 */
const describeTree = (options, services) => reported('tree', services, async (progress) => {
    const keys = options.signers.flatMap((rule) => (rule.kind === 'key' ? [rule.publicKeyPem] : []));
    const keysAlone = keys.length > 0 && keys.length === options.signers.length;
    const trust = await openTrust(options.trust, keys, keysAlone, services);
    progress.notices.push({ level: 'notice', text: trust.text });
    const run = await openImages(options, services);
    const gate = (0,build_concurrency/* createGate */.q)(limits/* FLOW_CONCURRENCY */.ZG);
    const claims = new Map();
    await Promise.all(run.images.map((open) => run.attempt(open, async () => {
        const inspected = await Promise.all(open.subjects.map(({ digest }) => gate(() => inspect(open.repository, digest, trust.verifier))));
        const checked = inspected.flatMap((found) => found.checked);
        claims.set(open, checked.map((one) => judgeForTree(one, options.signers)));
    })));
    progress.images = imageReports(run, (open) => judgedReports(open, claims.get(open) ?? []));
    progress.error = failureOf(run);
    if (progress.error !== undefined)
        progress.status = statusOf(progress.error);
});
function judgeForTree(checked, signers) {
    if (signers.length > 0 || checked.claim === undefined)
        return (0,policy/* judgeClaim */.e2)(checked, signers);
    const { layout, subject, digest, claim } = checked;
    return { layout, subject, digest, state: 'verified', claim };
}

;// CONCATENATED MODULE: ./packages/core/build/flows/index.js







/***/ })

};
