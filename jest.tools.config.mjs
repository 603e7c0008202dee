import base from './jest.config.mjs';

/** The tests that run the real syft and grype (`npm run tools -- syft grype` builds them first) through the actions. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/build/real-tools/**/*.test.js'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
};
