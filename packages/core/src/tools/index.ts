export type * from './types.js';
export { allTools, toolNamed, type ToolDefinition } from './catalogue.js';
export { ensureTool } from './ensure.js';
export { TOOL_NAMES, type ToolName } from './names.js';
export { platformKey, thisPlatform, type Platform } from './platform.js';
export { parseMirror } from './registry-source.js';
export { GITHUB_RELEASES } from './source.js';
export { CHECKSUMS, pinnedAsset, pinnedVersions } from './table.js';
export { exactVersion, parseTools, type WantedTool } from './versions.js';
