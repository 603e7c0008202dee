export type * from './types.js';
export type { BundleTraits, LayerTraits, Traits } from './traits.js';
export { acceptsAsVerifiersDo } from './accepts.js';
export { hasBundle } from './bundle-reader.js';
export { answerOf, diagnose, type Diagnosis, type Finding } from './diagnose.js';
export { createJudges, observe, type Judges, type Seen } from './observe.js';
export { questionsOf } from './questions.js';
export { VERIFIER_NAMES, VERIFIERS, verifiersNamed } from './verifiers/index.js';
