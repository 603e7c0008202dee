export const id = 4605;
export const ids = [4605];
export const modules = {

/***/ 34605:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Waivers of Countersign: .countersign/waivers.yaml","description":"Risks that somebody accepts for a while. A waiver is no statement that an image is not affected: for that there is VEX.","type":"object","required":["waivers"],"additionalProperties":false,"properties":{"version":{"const":1,"description":"The version of this form."},"waivers":{"type":"array","maxItems":2000,"items":{"$ref":"#/$defs/waiver"}}},"$defs":{"waiver":{"type":"object","required":["id","reason","owner","expires"],"additionalProperties":false,"properties":{"id":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_.:-]{2,99}$","description":"The vulnerability by any of its ids: CVE-2024-1234, GHSA-…; aliases match."},"package":{"type":"string","minLength":1,"maxLength":1024,"description":"A package URL (pkg:npm/minimist; without a version: every version) or the name of a package. Absent: every package."},"versions":{"type":"string","minLength":1,"maxLength":200,"description":"Versions of the package: one version, a beginning of versions (1.2.*), or a range (>=1.0.0 <1.4.2) for packages with semantic versions. Absent: every version."},"images":{"type":"array","minItems":1,"maxItems":100,"items":{"type":"string","pattern":"^[A-Za-z0-9_.:/*@-]{1,512}$"},"description":"Images that it is for, as registry/repository; * stands for any part of a name, ** for any parts. Absent: every image."},"reason":{"type":"string","minLength":5,"maxLength":1000,"description":"Why the risk is accepted."},"owner":{"type":"string","minLength":1,"maxLength":200,"description":"Who accepts it: a person, a team, a ticket."},"expires":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$","description":"The last day (YYYY-MM-DD, UTC) on which it applies; at most max-waiver-days ahead."},"until-fixed":{"type":"boolean","description":"It ends as soon as a fix is there."},"allow-kev":{"type":"boolean","description":"It also applies to a vulnerability that is known to be exploited (CISA KEV)."}}}}}');

/***/ })

};
