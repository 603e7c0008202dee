import '../require-node.mjs';

const { start } = await import('../shared/index.js');
await start('generate-sbom');
