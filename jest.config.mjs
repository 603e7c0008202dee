// Tests are TypeScript beside the code they test; they run as compiled ESM in plain worker threads,
// because jest's vm contexts split realms (an Error of node:fs is then not instanceof Error).
export default {
  runner: 'jest-light-runner',
  setupFiles: ['<rootDir>/scripts/jest-globals.mjs'],
  testMatch: ['<rootDir>/{packages,actions}/*/build/**/*.test.js', '<rootDir>/test/build/**/*.test.js'],
  // What lies deeper in interop/ is the rig itself, and needs no released program.
  testPathIgnorePatterns: ['/node_modules/', '/test/build/interop/[^/]+$', '/test/build/real-tools/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  // Much of what the tests do is waiting for a process or a clock: a worker per core.
  maxWorkers: '100%',
  transform: {},
};
