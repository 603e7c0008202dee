export type { Parsed } from './common.js';
export type { OptionEdge } from './edge.js';
export type { CommandName, RawValues, Setting } from './setting.js';
export { SETTINGS, settingsOf } from './catalogue.js';
export { identitySources } from './identity-sources.js';
export { nearest } from './nearest.js';
export { unknownName } from './settings-lines.js';
export { parseAttest, parseSign } from './signing.js';
export { parseTree, parseVerify } from './judging.js';
