export type * from './types.js';
export { apiHost, formatName, formatReference, parseReference, withDigest } from './parse.js';
export { DOCKER_HUB, REPOSITORY, TAG, isDockerHub, isHost } from './grammar.js';
