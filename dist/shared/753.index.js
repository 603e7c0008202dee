export const id = 753;
export const ids = [753];
export const modules = {

/***/ 60753:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('{"$comment":"Written from sigstore/cosign specs/COSIGN_VULN_ATTESTATION_SPEC.md and the type that cosign reads. Only the result and the times are demanded: trivy leaves the rest empty.","$schema":"http://json-schema.org/draft-07/schema#","$id":"https://cosign.sigstore.dev/attestation/vuln/v1","type":"object","required":["scanner","metadata"],"properties":{"invocation":{"type":"object","properties":{"parameters":{"type":["array","null"],"items":{"type":"string"}},"uri":{"type":"string"},"event_id":{"type":"string"},"builder.id":{"type":"string"}}},"scanner":{"type":"object","required":["result"],"properties":{"uri":{"type":"string"},"version":{"type":"string"},"db":{"type":"object","properties":{"uri":{"type":"string"},"version":{"type":"string"}}},"result":{"type":"object"}}},"metadata":{"type":"object","required":["scanStartedOn","scanFinishedOn"],"properties":{"scanStartedOn":{"type":"string","format":"date-time"},"scanFinishedOn":{"type":"string","format":"date-time"}}}}}');

/***/ })

};
