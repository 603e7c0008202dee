export { scrubbedEnvironment } from './environment.js';
export { lastWords } from './last-words.js';
export { runProgram, type ProgramCall, type ProgramResult } from './run.js';
