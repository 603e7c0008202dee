export const id = 2880;
export const ids = [2880];
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

/***/ 480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AQ: () => (/* reexport */ blobBundle),
  _F: () => (/* reexport */ checkEncodedSize),
  X8: () => (/* reexport */ envelopeJson),
  rA: () => (/* reexport */ findLoggedBlob),
  pX: () => (/* reexport */ obtainIdentityToken),
  fA: () => (/* reexport */ openSession),
  UG: () => (/* reexport */ parseSigningKey),
  S3: () => (/* reexport */ refusePublicLog),
  jk: () => (/* reexport */ renewingToken),
  uN: () => (/* reexport */ requestTimestamp)
});

// UNUSED EXPORTS: encodedSizes

// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(6212);
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
const preAuthEncoding = (payload) => [
    Buffer.from(`DSSEv1 ${Buffer.byteLength(oci/* IN_TOTO */.B1)} ${oci/* IN_TOTO */.B1} ${payload.length} `),
    payload,
];
const base64 = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(9772);
// EXTERNAL MODULE: ./packages/core/build/http/index.js + 12 modules
var http = __webpack_require__(27);
// EXTERNAL MODULE: ./packages/core/build/json.js
var json = __webpack_require__(58);
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
            if (attempt >= limits/* MAX_UNREADABLE_ANSWERS */.xyU) {
                const why = `gave no usable answer ${limits/* MAX_UNREADABLE_ANSWERS */.xyU} times: ${thrown.message}`;
                throw (0,http/* unavailable */.hU)(request.service, hostOf(request.url), why);
            }
            await context.clock.sleep(limits/* FIRST_RETRY_DELAY_MS */.bdv * attempt * (1 + context.random.fraction()), context.signal);
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
    if ((0,json/* isObject */.Gv)(value))
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

// EXTERNAL MODULE: ./packages/core/build/sign/jwt.js
var jwt = __webpack_require__(1687);
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
        const usable = held && (held.expiresAt?.getTime() ?? Infinity) - limits/* RENEW_BEFORE_EXPIRY_MS */.rcb > now;
        if (held === undefined || usable !== true)
            held = await obtainIdentityToken(sources, context);
        return held;
    };
}
function check(token, source, context) {
    const claims = (0,jwt/* readTokenClaims */.v4)(token, NAMES[source]);
    const expiresAt = (0,jwt/* expiryOf */.Im)(claims);
    if (expiresAt !== undefined && expiresAt <= context.clock.now()) {
        throw new errors/* CountersignError */.WS('IDENTITY_TOKEN_EXPIRED', {
            what: `${NAMES[source]} expired at ${expiresAt.toISOString()}`,
            remedy: source === 'runner'
                ? "Check this machine's clock: the runner gave the token a moment ago."
                : 'Ask for a new token right before this step: identity tokens live for minutes. On a GitHub runner leave it out, and a fresh one is asked for.',
        });
    }
    if (!(0,jwt/* audiencesOf */.Rm)(claims).includes(AUDIENCE)) {
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
        maxResponseBytes: limits/* MAX_TOKEN_ANSWER_BYTES */.Acy,
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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
    const blocks = pem.length > limits/* MAX_KEY_CHARS */.dFm ? [] : [...pem.matchAll(/-----BEGIN ([A-Z0-9 ]{1,60})-----/g)];
    const [, label] = blocks[0] ?? [];
    if (label === undefined)
        throw invalid(name, 'it holds no PEM block', MAKE_ONE);
    const refused = LABELS_REFUSED.get(label);
    if (refused !== undefined)
        throw invalid(name, refused.why, refused.remedy);
    if (label !== 'PRIVATE KEY' || blocks.length > 1) {
        throw invalid(name, `it holds ${blocks.length > 1 ? 'several PEM blocks' : `a "${label}"`}`, MAKE_ONE);
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
        throw invalid(name, 'it does not parse as PKCS#8', MAKE_ONE); // without the cause: nothing near a key is printed
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
    throw invalid(name, `it is of the kind ${kind.filter((part) => part !== undefined).join(' ')}, whose signatures not every verifier accepts`, `Use ECDSA P-256 (or RSA of 2048 to 4096 bits). ${MAKE_ONE}`);
}
const invalid = (name, why, remedy) => new errors/* CountersignError */.WS('KEY_INVALID', { what: `The key ${name} cannot be used: ${why}`, remedy });
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
        tlogEntries: logEntries.map((entry) => serialisedEntry(entry, 'dsse')),
        timestampVerificationData: {
            rfc3161Timestamps: timestamps.map((timestamp) => ({ signedTimestamp: base64(timestamp) })),
        },
    };
    const head = JSON.stringify({ mediaType: oci/* BUNDLE_V03 */.Hd, verificationMaterial });
    return Buffer.concat([Buffer.from(`${head.slice(0, -1)},"dsseEnvelope":`), envelope, Buffer.from('}')]);
}
/** A log entry of version 0.0.1 of a kind, as a bundle has it. */
const serialisedEntry = (entry, kind) => ({
    logIndex: String(entry.logIndex),
    logId: { keyId: fromHex(entry.logId) },
    kindVersion: { kind, version: '0.0.1' },
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

// EXTERNAL MODULE: ./node_modules/@sigstore/core/dist/index.js
var dist = __webpack_require__(3917);
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
    const proof = signParts(key, [Buffer.from((0,jwt/* challengeOf */.p1)(claims))]);
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
        maxResponseBytes: limits/* MAX_CERTIFICATE_ANSWER_BYTES */.C0z,
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
    if (!Array.isArray(certificates) || certificates.length > limits/* MAX_CERTIFICATES_IN_CHAIN */.udo) {
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
    const endsSoon = ({ expiresAt }) => expiresAt !== undefined && expiresAt.getTime() - limits/* RENEW_BEFORE_EXPIRY_MS */.rcb <= context.clock.now().getTime();
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
    if (!Array.isArray(hashes) || hashes.length > limits/* MAX_INCLUSION_PROOF_HASHES */.gKQ) {
        throw new UnreadableAnswer('the inclusion proof has no list of hashes');
    }
    return {
        logUrl,
        uuid,
        logIndex: count(entry, 'logIndex'),
        logId: rekor_entry_text(entry, 'logID', HEX_SHA256),
        integratedTime: count(entry, 'integratedTime'),
        body: rekor_entry_text(entry, 'body', BASE64),
        signedEntryTimestamp: rekor_entry_text(verification, 'signedEntryTimestamp', BASE64),
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
    requireSame('envelope', hashIn(spec, 'envelopeHash'), sha256(asked.envelope));
    requireSame('payload', hashIn(spec, 'payloadHash'), sha256(asked.payload));
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
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
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
    const bounded = typeof value === 'string' && (shape !== CHECKPOINT || value.length <= limits/* MAX_CHECKPOINT_CHARS */.oAn);
    if (bounded && shape.test(value))
        return value;
    throw new UnreadableAnswer(`the log entry has no usable "${member}"`);
}
/** Rekor writes a verifier's PEM anew, so the content is compared, not the text. */
const pemBody = (encoded) => typeof encoded === 'string' ? derOf(Buffer.from(encoded, 'base64').toString('latin1')) : undefined;
const derOf = (pem) => pem.replaceAll(/-----[A-Z ]+-----|\s/g, '');
const sha256 = (bytes) => (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');

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
        maxResponseBytes: limits/* MAX_LOG_ANSWER_BYTES */.jK2,
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
        maxResponseBytes: limits/* MAX_LOG_ANSWER_BYTES */.jK2,
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
    return timeOf(genTime?.value.toString('latin1') ?? '');
}
/** GeneralizedTime with any number of fraction digits: DER drops trailing zeros, and some parsers take 0 or 3 alone. */
function timeOf(text) {
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
        maxResponseBytes: limits/* MAX_TIMESTAMP_BYTES */.UiQ,
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
    const gate = (0,build_concurrency/* createGate */.q)(concurrency ?? limits/* DEFAULT_SIGNING_CONCURRENCY */.QCy);
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
        const signature = signParts(held.key, preAuthEncoding(payload));
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
    for (let attempt = 1; attempt <= limits/* MAX_SIGNATURES_PER_CLAIM */.kqT; attempt += 1) {
        const held = await credential();
        const { signed, times } = await sign(held);
        const { expiresAt } = held;
        if (expiresAt === undefined || times.every((time) => time <= expiresAt))
            return signed;
    }
    throw new errors/* CountersignError */.WS('LOG_UNAVAILABLE', {
        what: `The log or the timestamp authority witnessed the signature after its certificate had expired, ${limits/* MAX_SIGNATURES_PER_CLAIM */.kqT} times`,
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

;// CONCATENATED MODULE: ./packages/core/build/sign/signed-blob.js







/**
 * Asks a Rekor v1 log for the entry of exactly this hash, signature and certificate: what it would contain, which the log
 * turns into its leaf hash. undefined where the log has none, or is no Rekor v1. What is answered is not believed either: the
 * bundle made of it is verified. Throws LOG_UNAVAILABLE.
 */
function findLoggedBlob(context, rekorUrl, { sha256, signature, certificate }) {
    const pem = `${certificate.toString().trim()}\n`;
    const proposal = {
        apiVersion: '0.0.1',
        kind: 'hashedrekord',
        spec: {
            data: { hash: { algorithm: 'sha256', value: sha256 } },
            signature: {
                content: base64(signature),
                publicKey: { content: Buffer.from(pem).toString('base64') },
            },
        },
    };
    return ask(context, {
        service: 'rekor',
        method: 'POST',
        url: under(rekorUrl, '/api/v1/log/entries/retrieve'),
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: Buffer.from(JSON.stringify({ entries: [proposal] })),
        maxResponseBytes: limits/* MAX_LOG_ANSWER_BYTES */.jK2,
        repeatable: true, // it adds nothing
    }, ({ status, body }) => {
        if (status >= 400 && status < 500)
            return undefined;
        if (status !== 200)
            throw new UnreadableAnswer(`it answered with status ${status}`);
        return firstEntry(body, rekorUrl);
    });
}
function firstEntry(body, rekorUrl) {
    let entries;
    try {
        entries = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    }
    catch {
        throw new UnreadableAnswer('it did not answer with JSON');
    }
    if (!Array.isArray(entries))
        throw new UnreadableAnswer('it did not answer with a list of log entries');
    const first = entries[0];
    if (first === undefined)
        return undefined;
    if (!(0,json/* isObject */.Gv)(first))
        throw new UnreadableAnswer('it does not hold one log entry');
    return readLogEntry(first, rekorUrl);
}
/** The v0.3 bundle of a signed file and its log entry, with promise and proof. */
const blobBundle = ({ sha256, signature, certificate }, entry) => Buffer.from(JSON.stringify({
    mediaType: oci/* BUNDLE_V03 */.Hd,
    verificationMaterial: {
        certificate: { rawBytes: base64(certificate.raw) },
        tlogEntries: [serialisedEntry(entry, 'hashedrekord')],
    },
    messageSignature: {
        messageDigest: { algorithm: 'SHA2_256', digest: Buffer.from(sha256, 'hex').toString('base64') },
        signature: base64(signature),
    },
}));

;// CONCATENATED MODULE: ./packages/core/build/sign/sizes.js



/** How large a payload of `payloadBytes` becomes: the envelope exactly but for its signature, the bundle at most. */
function encodedSizes(payloadBytes) {
    const envelopeBytes = Math.ceil(payloadBytes / 3) * 4 + ENVELOPE_OVERHEAD_BYTES;
    return { envelopeBytes, bundleBytes: envelopeBytes + limits/* BUNDLE_OVERHEAD_BYTES */.kin };
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
    if (publicRekor && envelopeBytes > limits/* PUBLIC_REKOR_MAX_ENVELOPE_BYTES */.M8Z) {
        throw new errors/* CountersignError */.WS('LIMIT_EXCEEDED', {
            what: `${name} comes to an envelope of ${envelopeBytes} bytes; the public Rekor refuses more than about ${limits/* PUBLIC_REKOR_MAX_ENVELOPE_BYTES */.M8Z}`,
            remedy: 'Leave out what no consumer reads (for an SBOM, its file entries: SYFT_FILE_METADATA_SELECTION=none), or use a log of your own, or "transparency-log: none" with a timestamp authority.',
        });
    }
    if (bundleBytes <= limits/* KYVERNO_MAX_BUNDLE_BYTES */.F41)
        return [];
    return [
        `${name} comes to a bundle of about ${bundleBytes} bytes. Kyverno's bundle reader (SigstoreBundle) refuses more than ${limits/* KYVERNO_MAX_BUNDLE_BYTES */.F41}; other verifiers read it.`,
    ];
}

;// CONCATENATED MODULE: ./packages/core/build/sign/index.js










/***/ }),

/***/ 2880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vM: () => (/* reexport */ CHECKSUMS),
  GITHUB_RELEASES: () => (/* reexport */ GITHUB_RELEASES),
  K2: () => (/* reexport */ names/* TOOL_NAMES */.K),
  Yy: () => (/* reexport */ buildOf),
  r7: () => (/* reexport */ ensureTool),
  bm: () => (/* reexport */ isCached),
  it: () => (/* reexport */ isConfirmed),
  e7: () => (/* reexport */ noBuild),
  parseTools: () => (/* reexport */ parseTools),
  ON: () => (/* reexport */ pinnedVersions),
  Ng: () => (/* reexport */ platformKey),
  yd: () => (/* reexport */ provable),
  gA: () => (/* reexport */ thisPlatform),
  ky: () => (/* reexport */ verifyCached)
});

// UNUSED EXPORTS: allTools, cacheFolder, exactVersion, parseMirror, pinnedAsset, toolNamed

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
;// CONCATENATED MODULE: ./packages/core/build/tools/catalogue.js

/** The tools by name. Sources: the release configuration of each vendor (.goreleaser.yml, release workflow). */
const toolNamed = (name) => TOOLS[name];
const allTools = () => TOOL_NAMES.map(toolNamed);
const GITHUB = 'https://token.actions.githubusercontent.com';
/** Builds of each operating system, `{linux: ['x64', …]}`, as one record. */
const builds = (of, name) => Object.fromEntries(Object.entries(of).flatMap(([os, arches]) => arches.map((arch) => [`${os}-${arch}`, name(os, arch)])));
/** Go's names of Node's architectures, where they differ. */
const goArch = (arch) => ({ x64: 'amd64', ppc64: 'ppc64le' })[arch] ?? arch;
const archive = (os) => (os === 'windows' ? 'zip' : 'tar.gz');
const exe = (os) => (os === 'windows' ? '.exe' : '');
/** syft and grype: one list of checksums, signed by the release workflow on the main branch. */
const anchore = (name, defaultVersion, of) => ({
    name,
    repository: `anchore/${name}`,
    defaultVersion,
    program: name,
    assets: (version) => builds(of, (os, arch) => `${name}_${version}_${os}_${goArch(arch)}.${archive(os)}`),
    checksums: (version) => `${name}_${version}_checksums.txt`,
    signature: {
        kind: 'pair',
        signature: '.sig',
        certificate: '.pem',
        // The same for every version: the file names in the list are what tells one from another.
        signer: () => ({
            identity: `https://github.com/anchore/${name}/.github/workflows/release.yaml@refs/heads/main`,
            issuer: GITHUB,
        }),
    },
    versionBoundBy: 'file-name',
    versionArgs: ['version'],
});
const TOOLS = {
    cosign: {
        name: 'cosign',
        repository: 'sigstore/cosign',
        defaultVersion: '3.1.3', // GHSA-fx35-mq7g-6g98 is mended there
        program: 'cosign',
        assets: () => builds({ linux: ['x64', 'arm64', 's390x', 'ppc64', 'riscv64'], darwin: ['x64', 'arm64'], windows: ['x64'] }, (os, arch) => `cosign-${os}-${goArch(arch)}${exe(os)}`),
        checksums: () => 'cosign_checksums.txt',
        signature: {
            kind: 'bundle',
            suffix: '.sigstore.json',
            signer: () => ({
                identity: 'keyless@projectsigstore.iam.gserviceaccount.com',
                issuer: 'https://accounts.google.com',
            }),
        },
        versionBoundBy: 'program',
        versionArgs: ['version'],
    },
    syft: anchore('syft', '1.51.0', {
        linux: ['x64', 'arm64', 'ppc64', 'riscv64', 's390x'],
        darwin: ['x64', 'arm64'],
        windows: ['x64', 'arm64'],
    }),
    grype: anchore('grype', '0.117.0', {
        linux: ['x64', 'arm64', 'ppc64', 's390x'],
        darwin: ['x64', 'arm64'],
        windows: ['x64'],
    }),
    trivy: {
        name: 'trivy',
        repository: 'aquasecurity/trivy',
        defaultVersion: '0.74.0',
        program: 'trivy',
        assets: (version) => Object.fromEntries(Object.entries({
            'linux-x64': 'Linux-64bit.tar.gz',
            'linux-arm64': 'Linux-ARM64.tar.gz',
            'linux-s390x': 'Linux-s390x.tar.gz',
            'linux-ppc64': 'Linux-PPC64LE.tar.gz',
            'darwin-x64': 'macOS-64bit.tar.gz',
            'darwin-arm64': 'macOS-ARM64.tar.gz',
            'windows-x64': 'windows-64bit.zip',
        }).map(([platform, rest]) => [platform, `trivy_${version}_${rest}`])),
        checksums: (version) => `trivy_${version}_checksums.txt`,
        signature: {
            kind: 'bundle',
            suffix: '.sigstore.json', // since 0.68.1; earlier releases are refused for lack of it
            signer: (version) => ({
                identity: `https://github.com/aquasecurity/trivy/.github/workflows/reusable-release.yaml@refs/tags/v${version}`,
                issuer: GITHUB,
            }),
        },
        versionBoundBy: 'signer',
        versionArgs: ['--version'],
    },
    kyverno: {
        name: 'kyverno',
        repository: 'kyverno/kyverno',
        defaultVersion: '1.19.0',
        program: 'kyverno',
        assets: (version) => builds({ linux: ['x64', 'arm64', 's390x'], darwin: ['x64', 'arm64'], windows: ['x64', 'arm64'] }, (os, arch) => `kyverno-cli_v${version}_${os}_${arch === 'x64' ? 'x86_64' : arch}.${archive(os)}`),
        checksums: () => 'checksums.txt',
        signature: {
            kind: 'bundle',
            suffix: '.sigstore.json',
            signer: (version) => ({
                identity: `https://github.com/kyverno/kyverno/.github/workflows/release.yaml@refs/tags/v${version}`,
                issuer: GITHUB,
            }),
        },
        versionBoundBy: 'signer',
        versionArgs: ['version'],
    },
    'policy-tester': {
        name: 'policy-tester',
        repository: 'sigstore/policy-controller',
        defaultVersion: '0.15.1',
        program: 'policy-tester',
        assets: () => builds({ linux: ['x64', 'arm64', 's390x', 'ppc64'], darwin: ['x64', 'arm64'], windows: ['x64'] }, (os, arch) => `tester-${os}-${goArch(arch)}${exe(os)}`),
        checksums: () => 'policy-controller_checksums.txt',
        signature: {
            kind: 'pair',
            signature: '-keyless.sig',
            certificate: '-keyless.pem',
            signer: (version) => ({
                identity: `https://github.com/sigstore/policy-controller/.github/workflows/release.yaml@refs/tags/v${version}`,
                issuer: GITHUB,
            }),
        },
        versionBoundBy: 'signer',
        versionArgs: undefined,
    },
    notation: {
        name: 'notation',
        repository: 'notaryproject/notation',
        defaultVersion: '1.3.2',
        program: 'notation',
        assets: (version) => builds({ linux: ['x64', 'arm64'], darwin: ['x64', 'arm64'], windows: ['x64'] }, (os, arch) => `notation_${version}_${os}_${goArch(arch)}.${archive(os)}`),
        checksums: (version) => `notation_${version}_checksums.txt`,
        signature: undefined,
        versionBoundBy: 'file-name',
        versionArgs: ['version'],
    },
    oras: {
        name: 'oras',
        repository: 'oras-project/oras',
        defaultVersion: '1.2.3',
        program: 'oras',
        assets: (version) => builds({
            linux: ['x64', 'arm64', 's390x', 'ppc64', 'riscv64'],
            darwin: ['x64', 'arm64'],
            windows: ['x64'],
        }, (os, arch) => `oras_${version}_${os}_${goArch(arch)}.${archive(os)}`),
        checksums: (version) => `oras_${version}_checksums.txt`,
        signature: undefined,
        versionBoundBy: 'file-name',
        versionArgs: ['version'],
    },
    crane: {
        name: 'crane',
        repository: 'google/go-containerregistry',
        defaultVersion: '0.21.9',
        program: 'crane',
        assets: () => builds({
            linux: ['x64', 'arm64', 's390x', 'ppc64', 'riscv64'],
            darwin: ['x64', 'arm64'],
            windows: ['x64', 'arm64'],
        }, (os, arch) => `go-containerregistry_${capital(os)}_${arch === 'x64' ? 'x86_64' : goArch(arch)}.tar.gz`),
        checksums: () => 'checksums.txt',
        signature: undefined,
        versionBoundBy: 'program',
        versionArgs: ['version'],
    },
    'slsa-verifier': {
        name: 'slsa-verifier',
        repository: 'slsa-framework/slsa-verifier',
        defaultVersion: '2.7.0', // the newest that the table holds for every platform
        program: 'slsa-verifier',
        assets: () => builds({ linux: ['x64', 'arm64'], darwin: ['x64', 'arm64'], windows: ['x64', 'arm64'] }, (os, arch) => `slsa-verifier-${os}-${goArch(arch)}${exe(os)}`),
        checksums: undefined,
        signature: undefined,
        versionBoundBy: 'program',
        versionArgs: ['version'],
    },
};
const capital = (word) => word.slice(0, 1).toUpperCase() + word.slice(1);

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./packages/core/build/tools/platform.js

const thisPlatform = () => ({
    os: (0,external_node_os_.platform)() === 'win32' ? 'windows' : (0,external_node_os_.platform)(),
    arch: (0,external_node_os_.arch)(),
});
const platformKey = ({ os, arch: architecture }) => `${os}-${architecture}`;
/** The file name of a program on a system. */
const executable = (program, { os }) => os === 'windows' ? `${program}.exe` : program;

;// CONCATENATED MODULE: ./packages/core/build/tools/revoked.js

/** Releases that are never used, wherever they come from. Each with a source that anyone can look up. */
const REVOKED = [
    {
        tool: 'trivy',
        version: '0.69.4',
        why: 'a malicious release that reads the memory of the runner (GHSA-69fq-xp46-6x23, CVE-2026-33634)',
    },
];
/** Throws TOOL_REVOKED. */
function checkNotRevoked(tool, version) {
    const found = REVOKED.find((each) => each.tool === tool && each.version === version);
    if (found === undefined)
        return;
    throw new errors/* CountersignError */.WS('TOOL_REVOKED', {
        what: `${tool} ${version} is revoked: ${found.why}`,
        remedy: 'Name another version. Where this one ever ran, renew every secret that it could read.',
    });
}

;// CONCATENATED MODULE: ./packages/core/build/tools/checksums.json
const checksums_namespaceObject = /*#__PURE__*/JSON.parse('{"sources":{"taiki-e/install-action":"https://github.com/taiki-e/install-action manifests at commit ba47c86 (2026-08-21): sha256 of the release asset as that project downloaded it","oras-project/setup-oras":"https://github.com/oras-project/setup-oras/blob/8d34698a59f5ffe24821f0b48ab62a3de8b64b20/src/lib/data/releases.json: a table in a repository of the vendor\'s","notaryproject/notation-action":"https://github.com/notaryproject/notation-action/blob/100cdccc58af5c7bc5fa67fbe00ff0b19e4bee4c/src/lib/data/notation_releases.json: a table in a repository of the vendor\'s","slsa-verifier/SHA256SUM.md":"SHA256SUM.md in the Go module github.com/slsa-framework/slsa-verifier/v2@v2.7.1: the vendor\'s table of earlier releases","public-pins":"pinned in the install scripts of several public repositories, which agree on 2026-11-21; pins are often copied, so this is one source","public-pin":"pinned in the install script of one public repository on 2026-11-21"},"tools":{"cosign":{"3.1.3":{"linux-x64":{"asset":"cosign-linux-amd64","sha256":"4629c757b7618056f8ddd7e2625ae9fdd94c0372a65049520bc7d9df9efc7f71","sources":["taiki-e/install-action","public-pin"]},"darwin-x64":{"asset":"cosign-darwin-amd64","sha256":"2347488e5d5b25336644024dfeca5601b190e91197a71a917bda44744aff106c","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"cosign-windows-amd64.exe","sha256":"9fe59be0eca1271873ce019061335eb1ac419b7059202e797828467ddabe33be","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"cosign-linux-arm64","sha256":"c5d324e091826b0d7a78eb16fef316450b4eb9aaec045611c08ba06f5e73220a","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"cosign-darwin-arm64","sha256":"5cf948c2f4dfe59687bdd0b8523709067383e03982cc543475c8a7dc70e92a76","sources":["taiki-e/install-action"]}},"3.1.2":{"linux-x64":{"asset":"cosign-linux-amd64","sha256":"f7622ed3cf22e55e1ae6377c080979ff77a22da9981c11df222a2e444991e7cf","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"cosign-darwin-amd64","sha256":"acd180f8b015be25240ca33abee8a1e564eb65cdf1a3cee4725456d2dceb7da6","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"cosign-windows-amd64.exe","sha256":"fe4d621d7ae5e900ee62089837c00f996ae9acb82027d573d1d157b6ee875cb2","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"cosign-linux-arm64","sha256":"90e7ae0b5dfd60f20816b52c012addf7fc055ebcc7bea4ce81c428ca8518c302","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"cosign-darwin-arm64","sha256":"dec1c3f802320b19c2fbcf2dc7bcfb3f258e1c181a046c23a1a074bdf932f10a","sources":["taiki-e/install-action"]}},"3.1.1":{"linux-x64":{"asset":"cosign-linux-amd64","sha256":"ae1ecd212663f3693ad9edf8b1a183900c9a52d3155ba6e354237f9a0f6463fc","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"cosign-darwin-amd64","sha256":"14d2678dfbfde18798151e86fbd91ebdadbb7424b18412a42a155dd8a2df4c7a","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"cosign-windows-amd64.exe","sha256":"9d2c026e667bfd979fa7ba1cab8c4b24d2e73f336ec2d57f7fc72c7e73e5b4b6","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"cosign-linux-arm64","sha256":"2ec865872e331c32fd12b08dae15332d3f92c0aa029219589684a4903ca85d11","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"cosign-darwin-arm64","sha256":"94b42a9e697be95675f6160ab031a9a5f1ec1e646d6f648d7b2f5cd59ececbc5","sources":["taiki-e/install-action"]}},"3.0.6":{"linux-x64":{"asset":"cosign-linux-amd64","sha256":"c956e5dfcac53d52bcf058360d579472f0c1d2d9b69f55209e256fe7783f4c74","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"cosign-darwin-amd64","sha256":"4c3e7af8372d3ca3296e62fa56f23fcbb5721cc6ac1827900d398f110d7cd280","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"cosign-windows-amd64.exe","sha256":"9b85a88ebff2d9dd30ff4984a6f61f2cedc232dd87d81fa7f2ff3c0ed96c241c","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"cosign-linux-arm64","sha256":"bedac92e8c3729864e13d4a17048007cfafa79d5deca993a43a90ffe018ef2b8","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"cosign-darwin-arm64","sha256":"5fadd012ae6381a6a29ff86a7d39aa873878852f1073fc90b15995961ecfb084","sources":["taiki-e/install-action"]}}},"syft":{"1.51.0":{"linux-x64":{"asset":"syft_1.51.0_linux_amd64.tar.gz","sha256":"2a2e837a2c8d59ec9af5472ee22d3b04ee463c4e44476ecf993fd1e5ab6ebc7f","sources":["taiki-e/install-action","public-pins"]},"darwin-x64":{"asset":"syft_1.51.0_darwin_amd64.tar.gz","sha256":"cddf9a044145caf0a1a3194d00d1dd51a1666f4814f2919cdb4768a0c062ad95","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"syft_1.51.0_windows_amd64.zip","sha256":"fc5ffaeffb993576ece9c791da5a688fb2c8969a1479bbfe58583672c64da336","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"syft_1.51.0_linux_arm64.tar.gz","sha256":"6c0466811541ea03add5213a60a1562f0851e4c0b0ecfdee1a694a9455285900","sources":["taiki-e/install-action","public-pin"]},"darwin-arm64":{"asset":"syft_1.51.0_darwin_arm64.tar.gz","sha256":"4f37f4c7fefce0a68e4cf71ba3f5f9829a99e65d89b29f7ee41b8c2c10ea8c59","sources":["taiki-e/install-action","public-pin"]},"windows-arm64":{"asset":"syft_1.51.0_windows_arm64.zip","sha256":"3fd075e644e67d1a9ae63fbc67991c510fc623030a67b93f5de9e2fd2da5d3c2","sources":["taiki-e/install-action"]}},"1.50.0":{"linux-x64":{"asset":"syft_1.50.0_linux_amd64.tar.gz","sha256":"bf7b29ff57f06da30918266a0e1c2885a8f99784798d1bdb1628886aa015d788","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"syft_1.50.0_darwin_amd64.tar.gz","sha256":"d11a8c7bc27114853bd7c1e1b2f3be3ddda3a1de17aee585329f04c369341c75","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"syft_1.50.0_windows_amd64.zip","sha256":"815ee6973ec5dff6a671d7f41b0e78835a8c45b91d5a39f4743ea1cee833d3be","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"syft_1.50.0_linux_arm64.tar.gz","sha256":"887c57cbcc2d0e8c5c110a4571a3fc7150058b24d74f993ee4663516e5c8ce86","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"syft_1.50.0_darwin_arm64.tar.gz","sha256":"e32fdb9d47823fa633748a1efca2528fd77c37469ea93c9e40ab835da44e4cce","sources":["taiki-e/install-action"]},"windows-arm64":{"asset":"syft_1.50.0_windows_arm64.zip","sha256":"5eb435eb8750737d12e66f5a145975b4027adf20076b518079af38b2148d55a5","sources":["taiki-e/install-action"]}},"1.49.0":{"linux-x64":{"asset":"syft_1.49.0_linux_amd64.tar.gz","sha256":"7aa2f03ee92739cf643279ba3990548b9925d4e22cae13f46831ee62821147fe","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"syft_1.49.0_darwin_amd64.tar.gz","sha256":"a18ba5c48a4e75d0d87cae7b36b93bdfc04ddd5ea69b87bec9f7cd9431a8cdb9","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"syft_1.49.0_windows_amd64.zip","sha256":"6edff6c6e06ddd43ae3b779099653f499a856009786b5375a7cf23aed6b67b1a","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"syft_1.49.0_linux_arm64.tar.gz","sha256":"c7c32de183c32368de197edba75e8dba7632915f7761bacd55149a9ca7fe0fa4","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"syft_1.49.0_darwin_arm64.tar.gz","sha256":"4d137302fb3e049cb1b124b1cbd840a77280dc9f50a45a5a4389250a2228b3cb","sources":["taiki-e/install-action"]},"windows-arm64":{"asset":"syft_1.49.0_windows_arm64.zip","sha256":"ec62dd8fe827113f70fc8fe856067f2b8686b2f037533ae05c89b39cb9a6af90","sources":["taiki-e/install-action"]}},"1.48.0":{"linux-x64":{"asset":"syft_1.48.0_linux_amd64.tar.gz","sha256":"6cef9a7f37220d9067eaf9cfaaa2fce986e9f320a8d42cbc36658c99af78ea04","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"syft_1.48.0_darwin_amd64.tar.gz","sha256":"dc7b2135fa5591003596df4ddb3408f499b68174f5e7dc1c77a373b753463182","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"syft_1.48.0_windows_amd64.zip","sha256":"b46cb02a47c5b76a1656958757d62ac07d0cb7de35f92e8a7e02d450cbb53097","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"syft_1.48.0_linux_arm64.tar.gz","sha256":"6865a3d97c4e28b4b38571c17a2bf512da4494ef1d37613c3122fce0d67e63b0","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"syft_1.48.0_darwin_arm64.tar.gz","sha256":"fef3e6d5df336a0a4c3e421e503119d1e221cf82a3ef5e426a791fcd81667e87","sources":["taiki-e/install-action"]},"windows-arm64":{"asset":"syft_1.48.0_windows_arm64.zip","sha256":"7ac974ad525df58707dcdcdf3a54528ee31f6b104c8d42500df11987e469bc1e","sources":["taiki-e/install-action"]}}},"trivy":{"0.74.0":{"linux-x64":{"asset":"trivy_0.74.0_Linux-64bit.tar.gz","sha256":"2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a","sources":["taiki-e/install-action","public-pins"]},"darwin-x64":{"asset":"trivy_0.74.0_macOS-64bit.tar.gz","sha256":"472816f6888dda689d075c30254d4210b4d1035acf365aa72332f584c2f60485","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"trivy_0.74.0_windows-64bit.zip","sha256":"94c40e0696e4b907a74b7b2e1438d5d72ebaca83115817407f568a002d520842","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"trivy_0.74.0_Linux-ARM64.tar.gz","sha256":"b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"trivy_0.74.0_macOS-ARM64.tar.gz","sha256":"1caada5e0e2091909357c7525d3aa76f4b660b13821bc143b190c7483e31cc11","sources":["taiki-e/install-action","public-pin"]}},"0.73.0":{"linux-x64":{"asset":"trivy_0.73.0_Linux-64bit.tar.gz","sha256":"2edd39da482bb4e9831962487b68f68e3928ec3137794757f54d00383d79547b","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"trivy_0.73.0_macOS-64bit.tar.gz","sha256":"d39d1374dd3e35d48621b82df9b6625fe69f9920cc67d2739ed81bb679f16f51","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"trivy_0.73.0_windows-64bit.zip","sha256":"d2d3ad5292aae470a03eb6506db86fce81b1894592b8451cadaf60eaa22f2025","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"trivy_0.73.0_Linux-ARM64.tar.gz","sha256":"13833d97e8a1a5367471c372a173180157f593bece570e20d5d925fef552f5dd","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"trivy_0.73.0_macOS-ARM64.tar.gz","sha256":"80cc25faaf6378e37701202d0b4f9f43d9e413d198d594ba60fdf559fe44a683","sources":["taiki-e/install-action"]}},"0.72.0":{"linux-x64":{"asset":"trivy_0.72.0_Linux-64bit.tar.gz","sha256":"bbb64b9695866ce4a7a8f5c9592002c5961cab378577fa3f8a040df362b9b2ea","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"trivy_0.72.0_macOS-64bit.tar.gz","sha256":"ee5e60df8a98e5b89fd74a6d86f9e5c7e9a266a35002cb1e43291698b3bfee08","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"trivy_0.72.0_windows-64bit.zip","sha256":"ed3cf122060f61818fe1f735fd97557954e16e10bc8b058af9852271cf2e91b3","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"trivy_0.72.0_Linux-ARM64.tar.gz","sha256":"2ca2c023109c2db6b2b77366b6717291452d4531167377d95c79547f0c8e3467","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"trivy_0.72.0_macOS-ARM64.tar.gz","sha256":"88f208680dc05da2b459e19b4f5aa2b4dc7c2117892ba4aab2ae63baba330016","sources":["taiki-e/install-action"]}},"0.71.2":{"linux-x64":{"asset":"trivy_0.71.2_Linux-64bit.tar.gz","sha256":"0510e71e2fd39bf863856d499c8dc19feb4e7336546394c502a8f5cc7ab27460","sources":["taiki-e/install-action"]},"darwin-x64":{"asset":"trivy_0.71.2_macOS-64bit.tar.gz","sha256":"c27bcf4ddd281aecb7267eb5df804ec49ac0f8fa23fe018d33932e17f30a38bf","sources":["taiki-e/install-action"]},"windows-x64":{"asset":"trivy_0.71.2_windows-64bit.zip","sha256":"ea31c2a927382410cfa2b4eb5970aed62308cf28902e1d167ea36bbfa0515095","sources":["taiki-e/install-action"]},"linux-arm64":{"asset":"trivy_0.71.2_Linux-ARM64.tar.gz","sha256":"fe1c7106e15a5365d485b098a8c338f91e3b7ba71cb0e4963b98a3a098763cfc","sources":["taiki-e/install-action"]},"darwin-arm64":{"asset":"trivy_0.71.2_macOS-ARM64.tar.gz","sha256":"a9f585cad53542a54ef286b5fa4199d081e5a061f8894635bdf3ce2608ece7a9","sources":["taiki-e/install-action"]}}},"grype":{"0.117.0":{"linux-x64":{"asset":"grype_0.117.0_linux_amd64.tar.gz","sha256":"38525dab1e06f162ebaa02f94d82d1f807076b011a44180cf2777edf1a7b9c26","sources":["public-pins"]},"linux-arm64":{"asset":"grype_0.117.0_linux_arm64.tar.gz","sha256":"935f628bdf9331ffdd946931ea5fdb50045d3970ba52670cbeb44a88f127291b","sources":["public-pins"]},"darwin-x64":{"asset":"grype_0.117.0_darwin_amd64.tar.gz","sha256":"312ed375dcda6d8893b4ca5d517371fef1a50062ebb0b0dbe6bdb4ac2fb57c57","sources":["public-pin"]},"darwin-arm64":{"asset":"grype_0.117.0_darwin_arm64.tar.gz","sha256":"bfcefa3f3b1690d9c77d847841b32ebd6106ab0e0e32f810924707e704d53584","sources":["public-pins"]}}},"kyverno":{"1.19.0":{"linux-x64":{"asset":"kyverno-cli_v1.19.0_linux_x86_64.tar.gz","sha256":"f5b4dc73c8e2f3f66e8e0034dc370e6eb6c4617eff7d5ae3838d2200034eb421","sources":["public-pin"]}}},"crane":{"0.21.9":{"linux-x64":{"asset":"go-containerregistry_Linux_x86_64.tar.gz","sha256":"5c16d8ddb971cb1d5e6ed8b1e743da8224414eeba2c2762d8f1a61b2f095699e","sources":["public-pin"]},"linux-arm64":{"asset":"go-containerregistry_Linux_arm64.tar.gz","sha256":"1f4c647b7bb260ab5435661df5b526cf59950ebf95201790db7183ac189cbcbd","sources":["public-pin"]}}},"slsa-verifier":{"2.7.1":{"linux-x64":{"asset":"slsa-verifier-linux-amd64","sha256":"946dbec729094195e88ef78e1734324a27869f03e2c6bd2f61cbc06bd5350339","sources":["public-pins"]}},"2.7.0":{"darwin-x64":{"asset":"slsa-verifier-darwin-amd64","sha256":"36694b43ab23be234add09272e5faf77349d7e267bf65c01dc9bcdf58c4f496e","sources":["slsa-verifier/SHA256SUM.md"]},"darwin-arm64":{"asset":"slsa-verifier-darwin-arm64","sha256":"84d9122ce12e0c79080844285fd5c4976407ed3463e434a1b21b0979c46b1e55","sources":["slsa-verifier/SHA256SUM.md"]},"linux-x64":{"asset":"slsa-verifier-linux-amd64","sha256":"499befb675efcca9001afe6e5156891b91e71f9c07ab120a8943979f85cc82e6","sources":["slsa-verifier/SHA256SUM.md"]},"linux-arm64":{"asset":"slsa-verifier-linux-arm64","sha256":"dc3845d7605f666a0938389c1c5735230e50b32a547867ffd351fb14df928167","sources":["slsa-verifier/SHA256SUM.md"]},"windows-x64":{"asset":"slsa-verifier-windows-amd64.exe","sha256":"61ff8b1cca6ac0012b0ba906367836f64a389444766be437df2a69f71285f43b","sources":["slsa-verifier/SHA256SUM.md"]},"windows-arm64":{"asset":"slsa-verifier-windows-arm64.exe","sha256":"ddf58798049599c44caf299b6a9cf8a41760daa94ee208bdae8aa78fc75dcb2b","sources":["slsa-verifier/SHA256SUM.md"]}}},"oras":{"1.2.3":{"darwin-x64":{"asset":"oras_1.2.3_darwin_amd64.tar.gz","sha256":"29d8b684dadd9b08614fe9023a5ac8ff0ef1bef1c9795ad8076e3215eb207724","sources":["oras-project/setup-oras"]},"darwin-arm64":{"asset":"oras_1.2.3_darwin_arm64.tar.gz","sha256":"ca4188a0c690536d34baf2a4c3507b3fcc11a06979aeec6da3560a0c4d944a6a","sources":["oras-project/setup-oras"]},"linux-x64":{"asset":"oras_1.2.3_linux_amd64.tar.gz","sha256":"b4efc97a91f471f323f193ea4b4d63d8ff443ca3aab514151a30751330852827","sources":["oras-project/setup-oras"]},"linux-arm64":{"asset":"oras_1.2.3_linux_arm64.tar.gz","sha256":"90e24e234dc6dffe73365533db66fd14449d2c9ae77381081596bf92f40f6b82","sources":["oras-project/setup-oras"]},"linux-ppc64":{"asset":"oras_1.2.3_linux_ppc64le.tar.gz","sha256":"6362e6df98961906c55fbbaf789610c575a8cd4c72a0e18a41561b36fd4352ef","sources":["oras-project/setup-oras"]},"linux-s390x":{"asset":"oras_1.2.3_linux_s390x.tar.gz","sha256":"7993b9247c49e7aa3f107568c33c37d6bcae87018651a6def8278ea7c2c7a3a8","sources":["oras-project/setup-oras"]},"windows-x64":{"asset":"oras_1.2.3_windows_amd64.zip","sha256":"8fe890f5c6c89b06fb138839e533a112e0fc026a25b2c8c1b042b32455a56947","sources":["oras-project/setup-oras"]}}},"notation":{"1.3.2":{"darwin-x64":{"asset":"notation_1.3.2_darwin_amd64.tar.gz","sha256":"72fade2ccb0765e2ff26b53c9ca663dd33dc4f2020b2b8493e703a9ccf6174a2","sources":["notaryproject/notation-action"]},"darwin-arm64":{"asset":"notation_1.3.2_darwin_arm64.tar.gz","sha256":"054bf6e9fb2619390dab9c74e5d6c511bde7609f3a060ee512c6aead2440c214","sources":["notaryproject/notation-action"]},"linux-x64":{"asset":"notation_1.3.2_linux_amd64.tar.gz","sha256":"e1a0f060308086bf8020b2d31defb7c5348f133ca0dba6a1a7820ef3cbb6dfe5","sources":["notaryproject/notation-action"]},"linux-arm64":{"asset":"notation_1.3.2_linux_arm64.tar.gz","sha256":"34143c7b816a50104824278080a5cf12bbf855488e003f62e6acf27ed25c423c","sources":["notaryproject/notation-action"]},"windows-x64":{"asset":"notation_1.3.2_windows_amd64.zip","sha256":"014f25a530eee17520c8e1eb7380e4bd02ff6fc04479a07a890954e3b7ddfdc7","sources":["notaryproject/notation-action"]}}}}}');
;// CONCATENATED MODULE: ./packages/core/build/tools/table.js


/** The table that is part of this release; a workflow fills and confirms it by pull request. */
const CHECKSUMS = checksums_namespaceObject;
/** What the asset of this version and platform has to be; undefined: the table does not hold it. */
function pinnedAsset(table, name, version, platform) {
    return own(own(own(table.tools, name), version), platformKey(platform));
}
/**
 * Whether two sources agree on an entry. What the vendor publishes in its release (file, checksum file, signature) is one source:
 * who can change one of them can mostly change the others.
 */
const isConfirmed = ({ sources }) => sources.length >= AGREEING_SOURCES;
const AGREEING_SOURCES = 2;
/** Versions of a tool that the table holds for some platform, as it lists them. */
const pinnedVersions = (table, name) => Object.keys(own(table.tools, name) ?? {});
/** A member of the record itself: a version called "constructor" is none. */
const own = (record, name) => record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;

// EXTERNAL MODULE: ./packages/core/node_modules/semver/index.js
var semver = __webpack_require__(9730);
// EXTERNAL MODULE: ./packages/core/build/limits.js
var limits = __webpack_require__(9772);
// EXTERNAL MODULE: ./packages/core/build/tools/names.js
var names = __webpack_require__(102);
;// CONCATENATED MODULE: ./packages/core/build/tools/versions.js





/**
 * Reads lines of `name` or `name@version`. A version is one exact semantic version, with or without a "v": what moves
 * (`latest`, `1.x`) cannot be pinned. Throws INPUT_INVALID, INPUTS_CONTRADICT for one tool in two versions, TOOL_REVOKED.
 */
function parseTools(lines) {
    const wanted = lines.map(parseTool);
    if (wanted.length > limits/* MAX_TOOLS */.Bk0)
        throw invalid(`names ${wanted.length} tools`, `Name at most ${limits/* MAX_TOOLS */.Bk0}.`);
    const byName = new Map();
    for (const tool of wanted) {
        const before = byName.get(tool.name);
        if (before !== undefined && before.version !== tool.version) {
            throw new errors/* CountersignError */.WS('INPUTS_CONTRADICT', {
                what: `${tool.name} is asked for in two versions`,
                remedy: 'Name each tool once.',
            });
        }
        byName.set(tool.name, tool);
    }
    return [...byName.values()];
}
function parseTool(line) {
    const [name = '', version, ...more] = line.split('@');
    const known = names/* TOOL_NAMES */.K.find((each) => each === name);
    if (known === undefined || more.length > 0)
        throw invalid(`holds ${shown(line)}, which is no tool`, `It takes NAME or NAME@VERSION of: ${names/* TOOL_NAMES */.K.join(', ')}.`);
    if (version === undefined)
        return { name: known, version: undefined };
    const exact = exactVersion(known, version);
    checkNotRevoked(known, exact);
    return { name: known, version: exact };
}
/** `1.51.0` of `v1.51.0` or `1.51.0`. Throws INPUT_INVALID: such a text goes into paths and addresses. */
function exactVersion(name, text) {
    const bare = text.startsWith('v') ? text.slice(1) : text;
    // semver's own reading also takes "=1.0.0" and white space, and drops build metadata: the text must be what it reads.
    if ((0,semver.valid)(bare) === bare)
        return bare;
    throw invalid(`asks for ${name}@${shown(text).slice(1, -1)}, which is no exact version`, `Name one version, such as ${name}@1.2.3: what moves cannot be verified by its checksum.`);
}
/** The version that a program prints of itself; undefined where it prints none. */
function printedVersion(text) {
    const labelled = /^\s*(?:git)?version:?\s+v?(\d+\.\d+\.\d+[0-9A-Za-z.+-]*)/im.exec(text)?.[1];
    const alone = /^\s*v?(\d+\.\d+\.\d+[0-9A-Za-z.+-]*)\s*$/.exec(text)?.[1];
    return (0,semver.valid)(labelled ?? alone ?? '') ?? undefined;
}
const shown = (text) => JSON.stringify(text.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS));
const invalid = (what, remedy) => new errors/* CountersignError */.WS('INPUT_INVALID', { what: `The input tools ${what}`, remedy });

;// CONCATENATED MODULE: ./packages/core/build/tools/build.js






/** Throws INPUT_INVALID for what is no exact version, TOOL_REVOKED. */
function buildOf(name, version, services) {
    const definition = toolNamed(name);
    const exact = version === undefined ? definition.defaultVersion : exactVersion(name, version);
    checkNotRevoked(name, exact);
    const platform = services.platform ?? thisPlatform();
    const pinned = pinnedAsset(services.table ?? CHECKSUMS, name, exact, platform);
    const assets = definition.assets(exact);
    const key = platformKey(platform);
    return {
        definition,
        version: exact,
        platform,
        pinned,
        file: pinned?.asset ?? (Object.hasOwn(assets, key) ? assets[key] : undefined),
        program: executable(definition.program, platform),
        label: `${name} ${exact}`,
    };
}
/** Whether the release's file is an archive, and not the program itself. */
const isArchive = (file) => file.endsWith('.tar.gz') || file.endsWith('.zip');
/** The error of a platform that the vendor builds nothing for. */
function noBuild({ label, platform, definition, version }) {
    const there = Object.keys(definition.assets(version)).join(', ');
    return new errors/* CountersignError */.WS('TOOL_NOT_FOUND', {
        what: `There is no build of ${label} for ${platformKey(platform)}`,
        remedy: `Its vendor makes builds for: ${there}. Run the job on one of these, or build the tool yourself and set allow-path.`,
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/build/json.js
var build_json = __webpack_require__(58);
// EXTERNAL MODULE: ./packages/core/build/read-bounded.js
var read_bounded = __webpack_require__(6524);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./packages/core/build/tools/hash-file.js



/** sha256 of a file as 64 hexadecimal digits, read piece by piece. Rejects with the file system's error. */
async function sha256File(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path, { highWaterMark: PIECE_BYTES }), hash);
    return hash.digest('hex');
}
const PIECE_BYTES = 1024 * 1024;

// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(6212);
;// CONCATENATED MODULE: ./packages/core/build/tools/checksum-file.js

/**
 * The sha256 that a checksum file (`<64 hex> [ *]<name>` per line, as sha256sum writes it) has for exactly this file name.
 * A name is compared whole: "syft_1.0.0" is not found in "old-syft_1.0.0" nor in "syft_1.0.0.sbom". Throws TOOL_REJECTED where the
 * name is missing or named twice with different sums.
 */
function checksumOf(file, text, list) {
    const sums = new Set();
    for (const line of text.split(/\r?\n/)) {
        const [, sum, name] = /^([0-9a-f]{64})(?: [ *]|\t| )(\S.*)$/i.exec(line) ?? [];
        if (sum !== undefined && name === file)
            sums.add(sum.toLowerCase());
    }
    const [sum, ...others] = sums;
    if (sum !== undefined && others.length === 0)
        return sum;
    throw new errors/* CountersignError */.WS('TOOL_REJECTED', {
        what: `The checksum file ${list} ${sum === undefined ? 'does not name' : 'names two checksums for'} ${file}`,
        remedy: 'Nothing was installed. Look at that release: its files do not belong together.',
    });
}

// EXTERNAL MODULE: ./packages/core/build/sign/index.js + 18 modules
var sign = __webpack_require__(480);
// EXTERNAL MODULE: ./packages/core/build/verify/index.js + 15 modules
var verify = __webpack_require__(7955);
;// CONCATENATED MODULE: ./packages/core/build/tools/signature.js





/**
 * Makes a Sigstore bundle of a signature and certificate that `cosign sign-blob` wrote beside `list`: their log entry is asked
 * for at the logs of the trusted root, by the hash of what was signed. Nothing is believed of it yet.
 * Throws TOOL_REJECTED for files that are neither, SIGNATURE_INVALID, LOG_ENTRY_INVALID where no log has the signature, LOG_UNAVAILABLE.
 */
async function bundleOfPair(context, trust, list, signature, certificate) {
    const blob = {
        sha256: (0,oci/* hexOf */.ZD)((0,oci/* digestOf */.ol)(list.bytes)),
        signature: readSignature(list.name, signature),
        certificate: readCertificate(list.name, certificate),
    };
    // Before anybody is asked: what is not even signed by that certificate is nobody's business.
    if (!isSigned(list.bytes, blob)) {
        throw new errors/* CountersignError */.WS('SIGNATURE_INVALID', {
            what: `${list.name} is not what was signed: its signature does not verify with the certificate beside it`,
            remedy: 'Nothing was installed. Treat that release, or the mirror, as changed after it was signed.',
        });
    }
    const failures = [];
    for (const { baseUrl } of trust.trustedRoot.tlogs) {
        try {
            const entry = await (0,sign/* findLoggedBlob */.rA)(context, baseUrl, blob);
            if (entry !== undefined)
                return (0,sign/* blobBundle */.AQ)(blob, entry);
        }
        catch (error) {
            failures.push(error); // another log of the root may have it
        }
    }
    if (failures.length > 0)
        throw failures[0];
    throw new errors/* CountersignError */.WS('LOG_ENTRY_INVALID', {
        what: `No log of the trusted root holds the signature of ${list.name}`,
        remedy: "Nothing was installed. A signature that was never logged is not the vendor's: look at that release.",
    });
}
/**
 * Verifies that exactly this signer signed bytes of this sha256, with a log entry, its promise and its proof. Answers when. Throws the
 * verifier's codes, SIGNER_NOT_ALLOWED among them; all are rejections.
 */
function verifySigned(trust, what, sha256, bundle, wanted) {
    try {
        const claim = (0,verify/* createVerifier */.$)({ trust, keys: [] }).verify({ kind: 'bundle', bytes: bundle }, (0,oci/* parseDigest */.m)(`sha256:${sha256}`));
        const { signer } = claim;
        const [identity, issuer] = signer.kind === 'certificate' ? [signer.identity, signer.facts.issuer] : ['a key', undefined];
        if (identity !== wanted.identity || issuer !== wanted.issuer) {
            throw new errors/* CountersignError */.WS('SIGNER_NOT_ALLOWED', {
                what: `it was signed by ${identity} (${issuer ?? 'no issuer'}), and its vendor signs as ${wanted.identity} (${wanted.issuer})`,
                remedy: '',
            });
        }
        // The latest of several: a signature is no older than any witness of it says.
        const times = claim.times.map(({ at }) => at.getTime());
        return times.length === 0 ? undefined : new Date(Math.max(...times));
    }
    catch (error) {
        if (!(error instanceof errors/* CountersignError */.WS))
            throw error;
        throw new errors/* CountersignError */.WS(error.code, {
            what: `${what} is not what its vendor signed: ${error.message}`,
            remedy: 'Nothing was installed. Do not use this file; tell the vendor, and whoever runs the mirror it came from.',
            cause: error,
        });
    }
}
function isSigned(bytes, { certificate, signature }) {
    try {
        return (0,external_node_crypto_.verify)('sha256', bytes, certificate.publicKey, signature);
    }
    catch {
        return false; // a kind of key that cosign signs no file with
    }
}
/** Base64 with or without line ends, as cosign writes it. */
function readSignature(name, bytes) {
    const text = Buffer.from(bytes).toString('latin1').trim();
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text))
        throw unreadable(name, 'signature');
    return Buffer.from(text, 'base64');
}
/** PEM, or PEM once more in base64: cosign has written both. */
function readCertificate(name, bytes) {
    const text = Buffer.from(bytes).toString('latin1').trim();
    const pem = text.startsWith('-----BEGIN') ? text : Buffer.from(text, 'base64').toString('latin1');
    if (!pem.startsWith('-----BEGIN CERTIFICATE-----'))
        throw unreadable(name, 'certificate');
    try {
        return new external_node_crypto_.X509Certificate(pem);
    }
    catch (cause) {
        throw unreadable(name, 'certificate', cause);
    }
}
const unreadable = (name, what, cause) => new errors/* CountersignError */.WS('TOOL_REJECTED', {
    what: `The ${what} of ${name} cannot be read`,
    remedy: 'Nothing was installed. Look at that release: its files are damaged.',
    cause,
});

;// CONCATENATED MODULE: ./packages/core/build/tools/judge.js





const NO_EVIDENCE = { checksums: undefined, bundle: undefined, lastModified: undefined };
/**
 * Decides whether an asset of this sha256 is what the build has to be, and by what: the table; else, strict, the vendor's
 * signature; else the vendor's checksum file. The same for what was just downloaded and for what a cache brought back.
 * Throws DIGEST_MISMATCH, TOOL_UNVERIFIABLE, TOOL_TOO_YOUNG, TOOL_REJECTED and the verifier's codes.
 */
async function judge(build, sha256, evidence, request, services) {
    const { pinned, label } = build;
    const file = build.file ?? '';
    if (pinned !== undefined) {
        if (pinned.sha256 === sha256)
            return 'table';
        throw mismatch(build, file, pinned.sha256, sha256, 'the table of this release');
    }
    const way = provable(build, request.verify);
    const now = services.context.clock.now();
    const minAgeMs = request.minAgeMs ?? limits/* DEFAULT_MIN_AGE_MS */.Qsk;
    if (way.kind === 'checksum') {
        const list = required(evidence.checksums, label, way.list);
        const expected = checksumOf(file, textOf(list), way.list);
        if (expected !== sha256)
            throw mismatch(build, file, expected, sha256, way.list);
        checkAge(label, evidence.lastModified, now, minAgeMs);
        return 'checksum';
    }
    const trust = await services.trust();
    const bundle = required(evidence.bundle, label, 'signature');
    if (way.kind === 'bundle') {
        const signedAt = verifySigned(trust, file, sha256, bundle, way.signer);
        checkAge(label, signedAt, now, minAgeMs);
        return 'signature';
    }
    const list = required(evidence.checksums, label, way.list);
    const signedAt = verifySigned(trust, way.list, (0,oci/* hexOf */.ZD)((0,oci/* digestOf */.ol)(list)), bundle, way.signer);
    const expected = checksumOf(file, textOf(list), way.list);
    if (expected !== sha256)
        throw mismatch(build, file, expected, sha256, `the signed ${way.list}`);
    checkAge(label, signedAt, now, minAgeMs);
    return 'signature';
}
/** Throws TOOL_UNVERIFIABLE where the vendor publishes nothing that this mode accepts. */
function provable({ definition, version, label }, verify) {
    const { signature, checksums } = definition;
    const list = checksums?.(version);
    if (verify === 'checksum') {
        if (list !== undefined)
            return { kind: 'checksum', list };
        throw unverifiable(label, 'its vendor publishes no checksum file', 'Name a version of the table.');
    }
    if (signature === undefined) {
        throw unverifiable(label, 'its vendor signs nothing with Sigstore', list === undefined
            ? 'Name a version of the table.'
            : "Name a version of the table, or set verify: checksum if the vendor's unsigned checksum file is enough.");
    }
    const signer = signature.signer(version);
    if (signature.kind === 'bundle')
        return { kind: 'bundle', suffix: signature.suffix, signer };
    if (list === undefined)
        throw unverifiable(label, 'its vendor publishes no checksum file', 'Name a version of the table.');
    const { signature: sig, certificate } = signature;
    return { kind: 'pair', list, signature: `${list}${sig}`, certificate: `${list}${certificate}`, signer };
}
/** Throws TOOL_TOO_YOUNG for what is younger than this, and for what nothing says the age of. */
function checkAge(label, from, now, minAgeMs) {
    if (minAgeMs === 0)
        return;
    const ageMs = from === undefined ? undefined : now.getTime() - from.getTime();
    if (ageMs !== undefined && ageMs >= minAgeMs)
        return;
    throw new errors/* CountersignError */.WS('TOOL_TOO_YOUNG', {
        what: ageMs === undefined
            ? `Nothing says how old ${label} is, and it is not in the table`
            : `${label} is ${days(ageMs)} old, and min-age asks for ${days(minAgeMs)} of a version that is not in the table`,
        remedy: 'Wait, name a version of the table, or lower min-age once you have looked at that release yourself.',
    });
}
const days = (ms) => `${Math.max(0, Math.floor(ms / 8_640_000) / 10)} days`;
const textOf = (bytes) => new TextDecoder().decode(bytes);
/** Only what a cache holds can lack it: it was put there under a milder rule, or by an older release. */
function required(bytes, label, what) {
    if (bytes !== undefined)
        return bytes;
    throw unverifiable(label, `nothing is kept of its ${what}`, 'Install it again.');
}
const mismatch = ({ label }, file, expected, found, by) => new errors/* CountersignError */.WS('DIGEST_MISMATCH', {
    what: `${file} of ${label} has the sha256 ${found}; by ${by} it has to be ${expected}`,
    remedy: 'Nothing was installed. Do not use this file: it is not what the vendor released, or was damaged on the way.',
});
const unverifiable = (label, why, remedy) => new errors/* CountersignError */.WS('TOOL_UNVERIFIABLE', {
    what: `${label} is not in the table for this platform, and ${why}`,
    remedy,
});

// EXTERNAL MODULE: ./packages/core/build/program/index.js + 3 modules
var program = __webpack_require__(328);
;// CONCATENATED MODULE: ./packages/core/build/tools/run-version.js





/** The version that a program prints; undefined where it cannot be run or prints none. It sees no token and an empty home. */
async function versionOf(path, args, { context, env, tempDir }) {
    const home = await (0,promises_.mkdtemp)((0,external_node_path_.join)(tempDir, 'countersign-version-'));
    try {
        const { exitCode, stdout, messages } = await (0,program/* runProgram */.mB)({
            path,
            args,
            env: (0,program/* scrubbedEnvironment */.aq)(env, home),
            cwd: home,
            maxOutputBytes: limits/* MAX_TOOL_VERSION_BYTES */.t7S,
            timeoutMs: limits/* TOOL_VERSION_TIMEOUT_MS */.LZH,
            signal: context.signal,
        });
        return exitCode === 0 ? (printedVersion(stdout) ?? printedVersion(messages)) : undefined;
    }
    catch (error) {
        if (context.signal.aborted)
            throw error;
        context.log.debug(`${path} does not say its version: ${String(error)}`);
        return undefined;
    }
    finally {
        await (0,promises_.rm)(home, { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./packages/core/build/tools/unpack.js







/**
 * Takes exactly one program out of a `.tar.gz` or `.zip`, and nothing else: no other entry is ever written. With `target`
 * undefined it is only hashed. Answers its sha256. An archive with a path that leaves it, a link, the program twice or not at all, an
 * end that is cut off, or more than the bounds, is refused whole: TOOL_REJECTED.
 */
async function unpackProgram(wanted, target) {
    const taker = new Taker(wanted, target);
    try {
        if (wanted.name.endsWith('.zip'))
            await readZip(wanted, taker);
        else
            await readTarGz(wanted, taker);
    }
    catch (error) {
        if (error instanceof errors/* CountersignError */.WS)
            throw error;
        throw refused(wanted, 'is damaged or cut off', error);
    }
    return taker.sha256();
}
/** Looks at every entry and lets one through. */
class Taker {
    #wanted;
    #target;
    #entries = 0;
    #unpacked = 0;
    #hash;
    constructor(wanted, target) {
        this.#wanted = wanted;
        this.#target = target;
    }
    /** Whether this entry is the program; throws for one that no archive of a release has. */
    accepts(name, type, size) {
        this.#entries += 1;
        if (this.#entries > limits/* MAX_ARCHIVE_ENTRIES */.HSv)
            throw refused(this.#wanted, `holds more than ${limits/* MAX_ARCHIVE_ENTRIES */.HSv} entries`);
        const path = name.startsWith('./') ? name.slice(2) : name;
        if (leaves(path))
            throw refused(this.#wanted, `holds a path that leaves it, ${unpack_shown(name)}`);
        if (type === 'other')
            throw refused(this.#wanted, `holds a link or a device, ${unpack_shown(name)}`);
        this.#unpacked += size;
        if (this.#unpacked > limits/* MAX_UNPACKED_BYTES */.Tx3)
            throw refused(this.#wanted, `unpacks to more than ${limits/* MAX_UNPACKED_BYTES */.Tx3} bytes`);
        if (path !== this.#wanted.program)
            return false;
        if (type !== 'file')
            throw refused(this.#wanted, `holds a folder in place of ${this.#wanted.program}`);
        if (this.#hash !== undefined)
            throw refused(this.#wanted, `holds ${this.#wanted.program} twice`);
        if (size > limits/* MAX_TOOL_BYTES */.Ed_)
            throw refused(this.#wanted, `holds a program of ${size} bytes`);
        return true;
    }
    async take(content, through = new external_node_stream_.PassThrough()) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        this.#hash = hash;
        const sink = this.#target === undefined ? nowhere() : (0,external_node_fs_.createWriteStream)(this.#target, { flags: 'wx', mode: 0o755 });
        await (0,external_node_stream_promises_.pipeline)(content, through, hashing(hash), sink);
    }
    sha256() {
        if (this.#hash === undefined)
            throw refused(this.#wanted, `does not hold ${this.#wanted.program}`);
        return this.#hash.digest('hex');
    }
}
async function readTarGz({ path }, taker) {
    const { extract } = await __webpack_require__.e(/* import() */ 6118).then(__webpack_require__.t.bind(__webpack_require__, 6118, 19));
    const entries = extract();
    entries.on('entry', (header, content, next) => {
        // An entry that is refused ends with the archive's error, which is told there: unheard here it would end the process.
        content.on('error', () => undefined);
        const type = header.type === 'file' || header.type === 'directory' ? header.type : 'other';
        (async () => {
            if (taker.accepts(header.name, type, header.size))
                await taker.take(content);
            else
                content.resume();
        })().then(() => {
            next();
        }, (error) => {
            next(error instanceof Error ? error : new Error(String(error)));
        });
    });
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path, { highWaterMark: unpack_PIECE_BYTES }), (0,external_node_zlib_.createGunzip)({ chunkSize: unpack_PIECE_BYTES }), bounded(limits/* MAX_UNPACKED_BYTES */.Tx3), entries);
}
async function readZip(wanted, taker) {
    const { openPromise } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 663, 19));
    const archive = await openPromise(wanted.path, { lazyEntries: true, strictFileNames: true });
    try {
        for await (const entry of archive.eachEntry()) {
            const name = entry.fileName;
            const type = zipType(name, entry.externalFileAttributes);
            if (!taker.accepts(name, type, entry.uncompressedSize))
                continue;
            // yauzl leaves the check of the sum to its caller.
            const sum = new CrcCheck();
            await taker.take(await archive.openReadStreamPromise(entry), sum.stream);
            if (sum.value !== entry.crc32)
                throw refused(wanted, `holds ${name} with a wrong checksum`);
        }
    }
    finally {
        archive.close();
    }
}
/** Larger than Node's own 16 KiB: a program of 100 MB is fewer steps. */
const unpack_PIECE_BYTES = 512 * 1024;
const TYPE_MASK = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;
/** The upper half of the attributes is the Unix mode; archives made on Windows have none. */
function zipType(name, attributes) {
    const mode = (attributes >>> 16) & TYPE_MASK;
    if (mode !== 0 && mode !== REGULAR && mode !== FOLDER)
        return 'other';
    return name.endsWith('/') || mode === FOLDER ? 'directory' : 'file';
}
const leaves = (path) => path.startsWith('/') ||
    path.includes('\\') ||
    path.includes('\0') ||
    /^[A-Za-z]:/.test(path) ||
    path.split('/').includes('..');
const hashing = (hash) => new external_node_stream_.Transform({
    transform(chunk, _encoding, done) {
        hash.update(chunk);
        done(undefined, chunk);
    },
});
class CrcCheck {
    value = 0;
    stream = new external_node_stream_.Transform({
        transform: (chunk, _encoding, done) => {
            this.value = (0,external_node_zlib_.crc32)(chunk, this.value);
            done(undefined, chunk);
        },
    });
}
const nowhere = () => new external_node_stream_.Writable({
    write(_chunk, _encoding, done) {
        done();
    },
});
/** What comes out of the decompression, whatever the headers say. */
function bounded(maxBytes) {
    let length = 0;
    return new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            length += chunk.length;
            if (length > maxBytes)
                done(new Error(`more than ${maxBytes} bytes`));
            else
                done(undefined, chunk);
        },
    });
}
const unpack_shown = (name) => JSON.stringify(name.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS));
const refused = ({ name }, why, cause) => new errors/* CountersignError */.WS('TOOL_REJECTED', {
    what: `The archive ${name} ${why}`,
    remedy: 'Nothing was installed. Do not unpack it by hand; tell the vendor what was found there.',
    cause,
});

;// CONCATENATED MODULE: ./packages/core/build/tools/cache.js











/**
 * A folder of the tool cache holds the program, `.complete` (written last) and, below `.evidence`, the archive it was taken
 * from and what spoke for it: a cache that was restored from elsewhere is judged by these, not by what it says of itself.
 */
const COMPLETE = '.complete';
const EVIDENCE = '.evidence';
/** Where a build has its place. */
const cacheFolder = (toolCacheDir, { definition, version, platform }) => (0,external_node_path_.join)(toolCacheDir, definition.name, version, platform.arch);
/**
 * The build as the cache has it, verified anew as if it had just been downloaded; undefined: it is not there, or not for this
 * system. What was changed there is removed and warned of; the caller then fetches it anew. Needs no network for what the
 * table holds. Throws what judging throws where that says nothing about the files: TRUST_UNAVAILABLE, TOOL_TOO_YOUNG.
 */
async function fromCache(build, request, services) {
    try {
        return await verifyCached(build, request, services);
    }
    catch (error) {
        if (!isOfTheFiles(error))
            throw error;
        if (error.code === 'TOOL_UNVERIFIABLE')
            return undefined; // cached under a milder rule
        services.context.log.warn(`The tool cache has a ${build.label} that is not what was put there, and is removed: ${error.message}`);
        await (0,promises_.rm)(cacheFolder(services.toolCacheDir, build), { recursive: true, force: true });
        return undefined;
    }
}
/** As fromCache, but nothing is removed: what was changed is thrown as the rejection that it is. */
async function verifyCached(build, request, services) {
    const folder = cacheFolder(services.toolCacheDir, build);
    const record = await readRecord(folder);
    if (record === undefined || !isOf(record, build))
        return undefined;
    const { verifiedBy, sha256 } = await verifyFolder(folder, build, record, request, services);
    const { definition, version, program } = build;
    return {
        name: definition.name,
        version,
        path: (0,external_node_path_.join)(folder, program),
        sha256,
        source: 'tool-cache',
        verifiedBy,
    };
}
/** Whether the cache says that it has the build; nothing is verified. */
async function isCached(build, toolCacheDir) {
    const record = await readRecord(cacheFolder(toolCacheDir, build));
    return record !== undefined && isOf(record, build);
}
async function verifyFolder(folder, build, record, request, services) {
    await checkContents(folder, build.program);
    const program = (0,external_node_path_.join)(folder, build.program);
    const asset = (0,external_node_path_.join)(folder, EVIDENCE, 'asset');
    const sha256 = await sha256File(program).catch(changed);
    const archived = isArchive(record.file);
    const assetSha256 = archived ? await sha256File(asset).catch(changed) : sha256;
    const verifiedBy = await judge(build, assetSha256, await readEvidence(folder, record), request, services);
    if (archived) {
        const inside = await unpackProgram({ path: asset, name: record.file, program: build.program }, undefined);
        if (inside !== sha256)
            throw altered(`its program has the sha256 ${sha256}, and the archive's is ${inside}`);
    }
    await checkSaysVersion(build, program, verifiedBy, services);
    return { verifiedBy, sha256 };
}
/**
 * The folder goes to the front of PATH, so nothing else may be in it: another program there would be found before the
 * system's own. What is verified here must not lie elsewhere either, where it could be exchanged afterwards. Throws TOOL_REJECTED.
 */
async function checkContents(folder, program) {
    const { isLink, entries } = await lookInto(folder).catch(changed);
    if (isLink)
        throw altered('its folder is a link to another place');
    // What is missing there is missed below; a copy may have left an empty folder out.
    const evidence = await (0,promises_.readdir)((0,external_node_path_.join)(folder, EVIDENCE), { withFileTypes: true }).catch(() => []);
    const odd = entries.find((entry) => entry.name === EVIDENCE
        ? !entry.isDirectory()
        : !entry.isFile() || (entry.name !== program && entry.name !== COMPLETE)) ?? evidence.find((entry) => !entry.isFile());
    if (odd === undefined)
        return;
    throw altered(`its folder holds ${JSON.stringify(odd.name.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS))}, which was not put there so`);
}
const lookInto = async (folder) => ({
    isLink: !(await (0,promises_.lstat)(folder)).isDirectory(),
    entries: await (0,promises_.readdir)(folder, { withFileTypes: true }),
});
/**
 * Moves a verified build into its place in one step: nobody ever sees half of it. Where another process was first its build is
 * taken if it verifies, and replaced if not. Answers the path of the program.
 */
async function place(build, staged, request, services) {
    const { evidence } = staged;
    const ready = (0,external_node_path_.join)(staged.staging, 'ready');
    await (0,promises_.mkdir)((0,external_node_path_.join)(ready, EVIDENCE), { recursive: true });
    await (0,promises_.rename)(staged.program, (0,external_node_path_.join)(ready, build.program));
    if (staged.asset !== undefined)
        await (0,promises_.rename)(staged.asset, (0,external_node_path_.join)(ready, EVIDENCE, 'asset'));
    if (evidence.checksums !== undefined)
        await (0,promises_.writeFile)((0,external_node_path_.join)(ready, EVIDENCE, 'checksums'), evidence.checksums);
    if (evidence.bundle !== undefined)
        await (0,promises_.writeFile)((0,external_node_path_.join)(ready, EVIDENCE, 'bundle'), evidence.bundle);
    await (0,promises_.writeFile)((0,external_node_path_.join)(ready, COMPLETE), `${JSON.stringify(recordOf(build, staged), undefined, 2)}\n`);
    const folder = cacheFolder(services.toolCacheDir, build);
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, '..'), { recursive: true });
    for (let attempt = 1; attempt <= limits/* MAX_PLACINGS */.bA2; attempt += 1) {
        try {
            await (0,promises_.rename)(ready, folder);
            return (0,external_node_path_.join)(folder, build.program);
        }
        catch (error) {
            if (!isTaken(error))
                throw error;
        }
        const there = await fromCache(build, request, services);
        if (there !== undefined)
            return there.path;
        await (0,promises_.rename)(folder, (0,external_node_path_.join)(staged.staging, `old-${attempt}`)).catch(() => undefined);
    }
    throw new errors/* CountersignError */.WS('WRITE_CONTENDED', {
        what: `${build.label} could not be put into the tool cache: others keep putting it there`,
        remedy: 'Run the step again.',
    });
}
/**
 * Where no list that was verified has the file's name, the program is asked for its version: an older release may carry as
 * good a signature, and so does the build for another platform, which does not run here. It is the vendor's, and is run
 * later anyway. Throws TOOL_REJECTED.
 */
async function checkSaysVersion({ definition, version, label }, path, verifiedBy, services) {
    if (verifiedBy === 'table' || definition.versionBoundBy === 'file-name')
        return;
    if (definition.versionArgs === undefined)
        return;
    const said = await versionOf(path, definition.versionArgs, services);
    if (said === version)
        return;
    throw new errors/* CountersignError */.WS('TOOL_REJECTED', {
        what: `What was downloaded as ${label} says that it is ${said ?? 'of no version'}`,
        remedy: 'Nothing was installed. An older release may have been put in its place: look at where it came from.',
    });
}
async function readEvidence(folder, { lastModified }) {
    const read = (name) => (0,read_bounded/* readBounded */.CB)((0,external_node_path_.join)(folder, EVIDENCE, name), limits/* MAX_TOOL_EVIDENCE_BYTES */.IN1).catch(() => undefined);
    return {
        checksums: await read('checksums'),
        bundle: await read('bundle'),
        lastModified: lastModified === undefined ? undefined : new Date(lastModified),
    };
}
const recordOf = ({ definition, version, platform, file }, staged) => ({
    tool: definition.name,
    version,
    ...platform,
    file: file ?? '',
    sha256: staged.sha256,
    verifiedBy: staged.verifiedBy,
    lastModified: staged.evidence.lastModified?.toISOString(),
});
async function readRecord(folder) {
    let json;
    try {
        const path = (0,external_node_path_.join)(folder, COMPLETE);
        if (!(await (0,promises_.lstat)(path)).isFile())
            return undefined; // a pipe would never end
        json = JSON.parse((await (0,read_bounded/* readBounded */.CB)(path, limits/* MAX_TOOL_EVIDENCE_BYTES */.IN1)).toString());
    }
    catch {
        return undefined; // never completed, or no record: as good as not there
    }
    return (0,build_json/* isObject */.Gv)(json) && TEXTS.every((name) => typeof json[name] === 'string')
        ? json
        : undefined;
}
const TEXTS = ['tool', 'version', 'os', 'arch', 'file', 'sha256'];
const isOf = (record, { definition, version, platform, file }) => record.tool === definition.name &&
    record.version === version &&
    record.os === platform.os &&
    record.arch === platform.arch &&
    record.file === file;
/** Verdicts about the files; a trust root that cannot be had, or an age, is none. */
const isOfTheFiles = (error) => error instanceof errors/* CountersignError */.WS &&
    (error.code === 'TOOL_UNVERIFIABLE' || (error.fault === 'rejection' && error.code !== 'TOOL_TOO_YOUNG'));
const isTaken = (error) => error instanceof Error &&
    'code' in error &&
    ['EEXIST', 'ENOTEMPTY', 'EPERM', 'EACCES', 'ENOTDIR'].includes(String(error.code));
const changed = () => {
    throw altered('a file of it is missing');
};
const altered = (why) => new errors/* CountersignError */.WS('TOOL_REJECTED', { what: why, remedy: 'It is removed.' });

;// CONCATENATED MODULE: ./packages/core/build/tools/download.js




/**
 * Streams a file of a release to `path` and hashes it on the way; one that breaks off is begun again, since the request
 * layer cannot repeat what it has handed over. undefined: it is not there.
 */
function download(context, source, file, path, maxBytes) {
    return again(context, async (begun) => {
        const fetched = await source.fetch(file, maxBytes);
        if (fetched === undefined)
            return undefined;
        begun();
        return { sha256: await write(fetched, path), lastModified: fetched.lastModified };
    });
}
/** A small file of a release, whole. undefined: it is not there. */
function downloadWhole(context, source, file, maxBytes) {
    return again(context, async (begun) => {
        const fetched = await source.fetch(file, maxBytes);
        if (fetched === undefined)
            return undefined;
        begun();
        const chunks = [];
        for await (const chunk of fetched.body)
            chunks.push(chunk);
        return { bytes: Buffer.concat(chunks), lastModified: fetched.lastModified };
    });
}
async function write({ body }, path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const file = await (0,promises_.open)(path, 'w', 0o600);
    try {
        for await (const chunk of body) {
            hash.update(chunk);
            await file.writeFile(chunk);
        }
    }
    finally {
        await file.close();
    }
    return hash.digest('hex');
}
async function again(context, transfer) {
    for (let attempt = 1;; attempt += 1) {
        const state = { begun: false };
        try {
            return await transfer(() => {
                state.begun = true;
            });
        }
        catch (error) {
            if (!state.begun || !brokeOff(error) || attempt >= limits/* MAX_DOWNLOADS */.TkY)
                throw error;
            context.log.info(`${error.message}; the download is begun again`);
        }
    }
}
/** A connection that was lost has the socket's error as its cause; what is too large or interrupted has none, or another code. */
const brokeOff = (error) => error instanceof errors/* CountersignError */.WS &&
    error.fault === 'infrastructure' &&
    error.code !== 'INTERRUPTED' &&
    error.cause !== undefined;

;// CONCATENATED MODULE: ./packages/core/build/tools/gather.js




/**
 * What speaks for a build outside the table, as the source has it beside the asset; undefined: the source lacks it. Nothing is
 * believed of it yet: judge() does. Throws TOOL_UNVERIFIABLE and what bundleOfPair and the source throw.
 */
async function gather(build, file, source, { verify }, services) {
    if (build.pinned !== undefined)
        return NO_EVIDENCE;
    const { context } = services;
    const small = (name) => downloadWhole(context, source, name, limits/* MAX_TOOL_EVIDENCE_BYTES */.IN1);
    const way = provable(build, verify);
    if (way.kind === 'bundle') {
        const bundle = await small(`${file}${way.suffix}`);
        return bundle && { ...NO_EVIDENCE, bundle: bundle.bytes };
    }
    const list = await small(way.list);
    if (list === undefined)
        return undefined;
    if (way.kind === 'checksum')
        return { checksums: list.bytes, bundle: undefined, lastModified: list.lastModified };
    const [signature, certificate] = [await small(way.signature), await small(way.certificate)];
    if (signature === undefined || certificate === undefined)
        return undefined;
    const signed = { name: way.list, bytes: list.bytes };
    const trust = await services.trust();
    const bundle = await bundleOfPair(context, trust, signed, signature.bytes, certificate.bytes);
    return { checksums: list.bytes, bundle, lastModified: undefined };
}

;// CONCATENATED MODULE: ./packages/core/build/tools/on-path.js




/** The tool as PATH has it, in exactly the version asked for; it is not verified. undefined: it is not there, or is another. */
async function findOnPath(build, services) {
    const { definition, version, label } = build;
    const { log } = services.context;
    const path = await search(build.program, services.env);
    if (path === undefined)
        return undefined;
    if (definition.versionArgs === undefined) {
        log.info(`${path} is not used: it cannot say which version it is`);
        return undefined;
    }
    const found = await versionOf(path, definition.versionArgs, services);
    if (found !== version) {
        log.info(`${path} is not used: ${label} is asked for, and it is ${found ?? 'of an unknown version'}`);
        return undefined;
    }
    return {
        name: definition.name,
        version,
        path,
        sha256: await sha256File(path),
        source: 'path',
        verifiedBy: 'path',
    };
}
/** Folders of PATH that are relative are passed over: what they hold depends on where the job stands. */
async function search(program, env) {
    for (const folder of (env.PATH ?? env.Path ?? '').split(external_node_path_.delimiter)) {
        if (!(0,external_node_path_.isAbsolute)(folder))
            continue;
        const path = (0,external_node_path_.join)(folder, program);
        try {
            await (0,promises_.access)(path, promises_.constants.X_OK);
            if ((await (0,promises_.stat)(path)).isFile())
                return path;
        }
        catch {
            continue; // not there, or not for this user
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ./packages/core/build/registry/index.js + 35 modules
var registry = __webpack_require__(9350);
// EXTERNAL MODULE: ./packages/core/build/tools/mirror.js
var tools_mirror = __webpack_require__(4059);
;// CONCATENATED MODULE: ./packages/core/build/tools/registry-source.js




const TITLE = 'org.opencontainers.image.title';
/**
 * A mirror that is an OCI store: a registry, `oci://host/path`, with each tool as `host/path/<tool>:<version>`, or a layout folder,
 * `oci:FOLDER`, with each tool under the tag `<tool>-<version>`. An artifact's layers are the release's files under their own
 * names (the title annotation, as `oras push` writes it). Throws INPUT_INVALID for a reference with a tag or digest.
 */
function registrySource(mirror, tool, version, services) {
    const { store, tag, where } = openMirror(mirror, tool, version.replace('+', '_'), services);
    const layers = lazily(async () => {
        const stored = await store.getManifest(tag);
        if (stored === undefined)
            return [];
        const document = (0,registry/* readManifestDocument */.f$)(stored.bytes, stored.descriptor.mediaType, where);
        return document.kind === 'manifest' ? document.manifest.layers : [];
    });
    return {
        kind: 'mirror',
        label: where,
        fetch: async (file, maxBytes) => {
            const [layer, ...others] = (await layers()).filter(({ annotations }) => annotations?.[TITLE] === file);
            if (layer === undefined)
                return undefined;
            if (others.length > 0 || layer.size > maxBytes) {
                throw new errors/* CountersignError */.WS('TOOL_REJECTED', {
                    what: `${where} holds ${file} ${others.length > 0 ? 'more than once' : `with ${layer.size} bytes, and at most ${maxBytes} are read`}`,
                    remedy: 'Nothing was installed. Push the files of that release again, each once.',
                });
            }
            const body = await store.openBlob(layer);
            return body === undefined ? undefined : { body, lastModified: undefined };
        },
    };
}
function openMirror(mirror, tool, version, { context, credentials, workDir = '.' }) {
    const place = (0,tools_mirror/* parseMirror */.v)(mirror);
    if ('folder' in place) {
        const store = (0,registry/* openLayout */.B9)((0,external_node_path_.resolve)(workDir, place.folder), { context, shown: place.folder });
        const tag = `${tool}-${version}`;
        return { store, tag, where: `oci:${place.folder}:${tag}` };
    }
    const { host } = place;
    const repository = `${place.repository}/${tool}`;
    const client = (0,registry/* createRegistryClient */.Hn)({ context, credentials, plainHttpHosts: [] });
    const store = client.repository({ host, repository });
    return { store, tag: version, where: `${host}/${repository}:${version}` };
}
function lazily(make) {
    let made;
    return () => (made ??= make());
}

// EXTERNAL MODULE: ./packages/core/build/http/index.js + 12 modules
var http = __webpack_require__(27);
;// CONCATENATED MODULE: ./packages/core/build/tools/source.js


/** Redirects of release downloads: GitHub's own storage, and no other host. */
const GITHUB_RELEASES = {
    baseUrl: 'https://github.com',
    redirectHosts: ['release-assets.githubusercontent.com', 'objects.githubusercontent.com'],
};
/** A release as GitHub serves it: `<base>/<owner>/<name>/releases/download/v<version>/<file>`; a mirror has the same layout. */
function releaseSource(context, kind, { baseUrl, redirectHosts }, repository, version) {
    const folder = `${baseUrl.replace(/\/+$/, '')}/${repository}/releases/download/v${encodeURIComponent(version)}`;
    return {
        kind,
        label: (0,http/* redactUrl */.BO)(folder),
        fetch: async (file, maxBytes) => {
            const url = `${folder}/${encodeURIComponent(file)}`;
            const answer = await context.http.stream({
                service: 'release',
                method: 'GET',
                url,
                maxResponseBytes: maxBytes,
                redirectHosts,
            });
            const { status, headers, body } = answer;
            if (status === 200)
                return { body, lastModified: dateOf(headers['last-modified']) };
            await drain(body);
            if (status === 404 || status === 410)
                return undefined;
            if (status === 401 || status === 403)
                throw source_refused(url, status);
            throw (0,http/* misbehaved */.ty)('release', new URL(url).host, `answered ${(0,http/* redactUrl */.BO)(url)} with status ${status}`);
        },
    };
}
/** What a connection is kept open for. The request layer has read an error's page already, bounded. */
async function drain(body) {
    const chunks = body[Symbol.asyncIterator]();
    while ((await chunks.next()).done !== true)
        ;
}
function dateOf(header) {
    const date = new Date(header ?? '');
    return Number.isNaN(date.getTime()) ? undefined : date;
}
const source_refused = (url, status) => new errors/* CountersignError */.WS('TOOL_NOT_FOUND', {
    what: `${new URL(url).host} does not let this machine read ${(0,http/* redactUrl */.BO)(url)} (status ${status})`,
    remedy: 'Name a mirror that needs no login, or an oci: mirror, for which the credentials of registries are used.',
});

;// CONCATENATED MODULE: ./packages/core/build/tools/ensure.js














/**
 * A tool that is there and verified: from the tool cache, from PATH where that is allowed, from the mirror, or from the
 * vendor's release. Whatever does not verify is removed before the error is thrown. Throws INPUT_INVALID, TOOL_REVOKED, TOOL_NOT_FOUND,
 * TOOL_UNVERIFIABLE, TOOL_TOO_YOUNG, TOOL_REJECTED, DIGEST_MISMATCH, the verifier's codes, and the ..._UNAVAILABLE of what was asked.
 */
async function ensureTool(request, services) {
    const build = buildOf(request.name, request.version, services);
    const cached = await fromCache(build, request, services);
    if (cached !== undefined)
        return cached;
    const found = request.allowPath ? await findOnPath(build, services) : undefined;
    if (found !== undefined)
        return found;
    if (build.file === undefined)
        throw noBuild(build);
    if (build.pinned === undefined)
        provable(build, request.verify); // before anything is asked
    for (const source of sourcesOf(build, request, services)) {
        const installed = await install(build, build.file, source, request, services).catch((error) => {
            throw namingTool(error, build);
        });
        if (installed !== undefined)
            return installed;
        services.context.log.info(`${source.label} does not have ${build.label}`);
    }
    throw notThere(build, build.file);
}
/** The mirror, then the vendor. A file that the mirror lacks is looked for there; one that is wrong ends the run. */
function sourcesOf({ definition: { name, repository }, version }, { mirror }, services) {
    const { context } = services;
    const release = releaseSource(context, 'release', services.releases ?? GITHUB_RELEASES, repository, version);
    if (mirror === undefined)
        return [release];
    const own = mirror.startsWith('oci:')
        ? registrySource(mirror, name, version, services)
        : releaseSource(context, 'mirror', { baseUrl: mirror, redirectHosts: [] }, repository, version);
    return [own, release];
}
/** undefined: the source does not have this file. Nothing is left behind but a build that verified. */
async function install(build, file, source, request, services) {
    const { context, toolCacheDir } = services;
    await (0,promises_.mkdir)(toolCacheDir, { recursive: true });
    const staging = await (0,promises_.mkdtemp)((0,external_node_path_.join)(toolCacheDir, '.staging-'));
    try {
        // First what is small: a release that cannot be proved is not downloaded.
        const evidence = await gather(build, file, source, request, services);
        if (evidence === undefined)
            return undefined;
        const asset = (0,external_node_path_.join)(staging, 'asset');
        const downloaded = await download(context, source, file, asset, limits/* MAX_TOOL_BYTES */.Ed_);
        if (downloaded === undefined)
            return undefined;
        const verifiedBy = await judge(build, downloaded.sha256, evidence, request, services);
        const program = (0,external_node_path_.join)(staging, 'program');
        const archived = isArchive(file);
        let { sha256 } = downloaded;
        if (archived)
            sha256 = await unpackProgram({ path: asset, name: file, program: build.program }, program);
        else
            await (0,promises_.rename)(asset, program);
        await (0,promises_.chmod)(program, 0o755);
        await checkSaysVersion(build, program, verifiedBy, services);
        const staged = { staging, program, asset: archived ? asset : undefined, sha256, verifiedBy, evidence };
        const path = await place(build, staged, request, services);
        const { name } = build.definition;
        return { name, version: build.version, path, sha256, source: source.kind, verifiedBy };
    }
    finally {
        await (0,promises_.rm)(staging, { recursive: true, force: true });
    }
}
/** A host that cannot be reached does not say by itself what was wanted of it. */
function namingTool(error, { label }) {
    if (!(error instanceof errors/* CountersignError */.WS) || error.code !== 'RELEASE_UNAVAILABLE')
        return error;
    const { code, message, remedy } = error;
    return new errors/* CountersignError */.WS(code, {
        what: `${label} is not installed here and could not be downloaded: ${message}`,
        remedy,
        cause: error,
    });
}
const notThere = ({ label, definition, platform, pinned }, file) => new errors/* CountersignError */.WS('TOOL_NOT_FOUND', {
    what: `The release of ${label} in ${definition.repository}, its file ${file} for ${platformKey(platform)}, or what proves ` +
        'it is not there: that version was never released, was deleted, or lacks this file',
    remedy: pinned === undefined
        ? 'Check the version. One that is gone may still be on a mirror, or in a tool cache of an earlier run.'
        : 'It was there when the table was made: name another version, or put the file on a mirror.',
});

;// CONCATENATED MODULE: ./packages/core/build/tools/index.js













/***/ }),

/***/ 7955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* reexport */ createVerifier)
});

// UNUSED EXPORTS: deriveRequirements

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

// EXTERNAL MODULE: ./packages/core/build/errors.js
var errors = __webpack_require__(807);
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
const quote = (text) => JSON.stringify(text.length > limits/* MAX_SHOWN_INPUT_CHARS */.SpS ? `${text.slice(0, limits/* MAX_SHOWN_INPUT_CHARS */.SpS)}...` : text);

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
// EXTERNAL MODULE: ./packages/core/build/oci/index.js + 3 modules
var oci = __webpack_require__(6212);
// EXTERNAL MODULE: ./packages/core/build/claims/index.js + 17 modules
var claims = __webpack_require__(7792);
;// CONCATENATED MODULE: ./packages/core/build/verify/parse.js





/**
 * Bytes as a JSON object. Throws BUNDLE_MALFORMED for anything else, named by `what`. `maxParts`: members and elements at
 * any depth, counted before they become objects: a megabyte of brackets is a hundred in memory.
 */
function parseJsonObject(bytes, what, maxBytes, maxParts = limits/* MAX_CLAIM_PARTS */.bEf) {
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
    if (!(0,build_json/* isObject */.Gv)(value))
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
    if (list.length > limits/* MAX_WITNESSES_PER_CLAIM */.CRi) {
        throw rejection('BUNDLE_MALFORMED', `The claim holds more than ${String(limits/* MAX_WITNESSES_PER_CLAIM */.CRi)} ${what}`);
    }
    return list;
}
/** An X.509 certificate in DER with nothing behind it. Throws BUNDLE_MALFORMED. */
function parseCertificate(der) {
    if (der.length > limits/* MAX_CERTIFICATE_BYTES */.tos)
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
    const json = parseJsonObject(payload, 'statement', limits/* MAX_CLAIM_BYTES */.ASs, limits/* MAX_STATEMENT_PARTS */.Qy);
    const { _type, subject, predicateType, predicate } = json;
    if (typeof _type !== 'string' || !STATEMENT_TYPES.includes(_type)) {
        throw rejection('BUNDLE_UNSUPPORTED', 'The statement is not of a known in-toto version');
    }
    if (typeof predicateType !== 'string' ||
        predicateType === '' ||
        predicateType.length > limits/* MAX_PREDICATE_TYPE_CHARS */.CdL) {
        throw rejection('BUNDLE_MALFORMED', 'The statement names no predicate type');
    }
    if (!Array.isArray(subject) || !subject.every(isSubject)) {
        throw rejection('BUNDLE_MALFORMED', "The statement's subjects are not names with digests");
    }
    return { _type, subject, predicateType, predicate };
}
const isSubject = (value) => (0,build_json/* isObject */.Gv)(value) &&
    (value.name === undefined || typeof value.name === 'string') &&
    (0,build_json/* isObject */.Gv)(value.digest) &&
    Object.values(value.digest).every((digest) => typeof digest === 'string');
/** containers/image docs/containers-signature.5.md, as cosign writes it. The docker-reference is nobody's evidence. */
function checkDocument(payload, subject) {
    const critical = parseJsonObject(payload, 'simple-signing document', limits/* MAX_CLAIM_BYTES */.ASs).critical;
    if ((0,build_json/* memberAt */.mz)(critical, 'type') !== SIMPLE_SIGNING_TYPE) {
        throw rejection('BUNDLE_UNSUPPORTED', 'The document is not a cosign container image signature');
    }
    const named = (0,build_json/* memberAt */.mz)(critical, 'image', 'docker-manifest-digest');
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
    const json = parseJsonObject(bytes, 'bundle', limits/* MAX_CLAIM_BYTES */.ASs);
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
        const where = fields.length > 0 ? `: ${fields.map(String).join(', ').slice(0, limits/* MAX_ERROR_EXCERPT_CHARS */.EbZ)}` : '';
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
    if (payload.length > limits/* MAX_CLAIM_BYTES */.ASs)
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
    const envelope = parseJsonObject(bytes, 'envelope', limits/* MAX_CLAIM_BYTES */.ASs);
    const { payloadType, signatures } = envelope;
    if (typeof payloadType !== 'string')
        throw rejection('BUNDLE_MALFORMED', 'The envelope names no payload type');
    const [only, ...others] = Array.isArray(signatures) ? signatures : [];
    if (!(0,build_json/* isObject */.Gv)(only) || others.length > 0) {
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
    if (pem.length > 2 * limits/* MAX_CERTIFICATE_BYTES */.tos)
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
    const json = parseJsonObject(Buffer.from(text), 'log entry annotation', 2 * limits/* MAX_LOG_BODY_BYTES */.Jcu);
    const payload = json.Payload;
    if (!(0,build_json/* isObject */.Gv)(payload))
        throw rejection('BUNDLE_MALFORMED', 'The log entry annotation has no Payload');
    const { integratedTime, logIndex, logID } = payload;
    const canonicalizedBody = parseBase64(payload.body, 'log entry body');
    if (typeof logID !== 'string' || !/^[0-9a-f]{64}$/.test(logID)) {
        throw rejection('BUNDLE_MALFORMED', 'The log entry names no log');
    }
    if (!Number.isSafeInteger(integratedTime) || !Number.isSafeInteger(logIndex)) {
        throw rejection('BUNDLE_MALFORMED', 'The log entry has no time or no index');
    }
    const { kind, apiVersion } = parseJsonObject(canonicalizedBody, 'log entry body', limits/* MAX_LOG_BODY_BYTES */.Jcu);
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
    const json = parseJsonObject(Buffer.from(text), 'timestamp annotation', limits/* MAX_LOG_BODY_BYTES */.Jcu);
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
const sentence = (text) => `Verification failed: ${text.slice(0, limits/* MAX_ERROR_EXCERPT_CHARS */.EbZ).replaceAll(/[^\x20-\x7e]/g, '?')}`;

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
    const body = parseJsonObject(entry.canonicalizedBody, 'log entry body', limits/* MAX_LOG_BODY_BYTES */.Jcu);
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
        if (der.length > limits/* MAX_TIMESTAMP_BYTES */.UiQ)
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




/***/ })

};
