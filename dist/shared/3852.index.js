export const id = 3852;
export const ids = [3852];
export const modules = {

/***/ 3852:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('{"$comment":"Written from in-toto/attestation spec/predicates/vulns_02.md.","$schema":"http://json-schema.org/draft-07/schema#","$id":"https://in-toto.io/attestation/vulns/v0.2","type":"object","required":["scanner","metadata"],"properties":{"scanner":{"type":"object","required":["uri","db","result"],"properties":{"uri":{"type":"string","minLength":1},"version":{"type":"string"},"db":{"type":"object","required":["lastUpdate"],"properties":{"uri":{"type":"string"},"version":{"type":"string"},"lastUpdate":{"type":"string","format":"date-time"}}},"result":{"type":"array","items":{"type":"object","required":["id","severity"],"properties":{"id":{"type":"string","minLength":1},"severity":{"type":"array","items":{"type":"object","required":["method","score"],"properties":{"method":{"type":"string"},"score":{"type":"string"}}}},"annotations":{"type":"array"}}}}}},"metadata":{"type":"object","required":["scanStartedOn","scanFinishedOn"],"properties":{"scanStartedOn":{"type":"string","format":"date-time"},"scanFinishedOn":{"type":"string","format":"date-time"}}}}}');

/***/ })

};
