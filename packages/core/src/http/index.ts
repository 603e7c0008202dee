export type * from './types.js';
export { createHttpClient } from './client.js';
export type { HttpClientOptions } from './client.js';
export { interrupted, misbehaved, unavailable, SERVICE_LABEL } from './failure.js';
export { isLoopback } from './loopback.js';
export { excerptOf, redactUrl } from './redact.js';
export { systemClock, systemRandom } from './system.js';
