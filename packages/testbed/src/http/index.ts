export { authorizedFetch } from './authorized-fetch.js';
export type { RegistryAsk, RegistryTarget } from './authorized-fetch.js';
export { HttpRefusal, readBody, send, sendJson } from './body.js';
export { FaultPlan, lateBy } from './faults.js';
export type { FaultAction, FaultHandle, FaultRule, RequestMatch } from './faults.js';
export { RequestLog } from './request-log.js';
export type { LoggedRequest, LogMark } from './request-log.js';
export { serveLoopback } from './serve.js';
export type { LoopbackHandler, LoopbackOptions, LoopbackServer } from './serve.js';
