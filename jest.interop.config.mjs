import base from './jest.config.mjs';

/** The tests that run the released programs of the field (`npm run tools` builds them first). */
export default {
  ...base,
  testMatch: ['<rootDir>/test/build/interop/*.test.js'],
  testPathIgnorePatterns: ['/node_modules/'],
};
