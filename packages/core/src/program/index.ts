export { scrubbedEnvironment } from './environment.js';
export { runProgram, type ProgramCall, type ProgramResult } from './run.js';
