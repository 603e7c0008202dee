// Tests import describe, it and their like from @jest/globals, for the types. jest-light-runner does not provide that
// module: it puts the functions on the global object, from where this hands them on.
import { registerHooks } from 'node:module';

const NAMES = [
  'afterAll',
  'afterEach',
  'beforeAll',
  'beforeEach',
  'describe',
  'expect',
  'it',
  'jest',
  'test',
];
const url = `data:text/javascript,export const { ${NAMES.join(', ')} } = globalThis;`;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url, format: 'module', shortCircuit: true } : next(specifier, context),
});
