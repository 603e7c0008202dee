export type * from './types.js';
export {
  apiHost,
  claimedName,
  formatName,
  formatReference,
  isFolder,
  parseImage,
  parseName,
  parseReference,
  withDigest,
} from './parse.js';
export { FOLDER_PREFIX, folderTitle } from './folder.js';
export { DOCKER_HUB, REPOSITORY, TAG, isDockerHub, isHost } from './grammar.js';
