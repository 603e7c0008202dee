export const id = 9685;
export const ids = [9685];
export const modules = {

/***/ 29685:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('{"$comment":"Written from slsa.dev/spec/v1.0/provenance. Members that the specification does not know are ignored by consumers, so they are allowed.","$schema":"http://json-schema.org/draft-07/schema#","$id":"https://slsa.dev/provenance/v1","type":"object","required":["buildDefinition","runDetails"],"properties":{"buildDefinition":{"type":"object","required":["buildType","externalParameters"],"properties":{"buildType":{"type":"string","minLength":1},"externalParameters":{"type":"object"},"internalParameters":{"type":"object"},"resolvedDependencies":{"$ref":"#/definitions/resources"}}},"runDetails":{"type":"object","required":["builder"],"properties":{"builder":{"type":"object","required":["id"],"properties":{"id":{"type":"string","minLength":1},"builderDependencies":{"$ref":"#/definitions/resources"},"version":{"type":"object","additionalProperties":{"type":"string"}}}},"metadata":{"type":"object","properties":{"invocationId":{"type":"string"},"startedOn":{"type":"string","format":"date-time"},"finishedOn":{"type":"string","format":"date-time"}}},"byproducts":{"$ref":"#/definitions/resources"}}}},"definitions":{"resources":{"type":"array","items":{"$ref":"#/definitions/resource"}},"resource":{"type":"object","properties":{"uri":{"type":"string"},"digest":{"type":"object","additionalProperties":{"type":"string"}},"name":{"type":"string"},"downloadLocation":{"type":"string"},"mediaType":{"type":"string"},"content":{"type":"string"},"annotations":{"type":"object"}},"anyOf":[{"required":["uri"]},{"required":["digest"]},{"required":["content"]}]}}}');

/***/ })

};
