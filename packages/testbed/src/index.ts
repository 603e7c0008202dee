export { FaultPlan, HttpRefusal, RequestLog, serveLoopback } from './http/index.js';
export type {
  FaultAction,
  FaultHandle,
  FaultRule,
  LoggedRequest,
  LogMark,
  LoopbackHandler,
  LoopbackOptions,
  LoopbackServer,
  RequestMatch,
} from './http/index.js';
export {
  alpineFiles,
  buildDemoImage,
  buildImage,
  debianFiles,
  npmFiles,
  pythonFiles,
  DEMO_PLATFORMS,
  pushBlob,
  pushImage,
  pushManifest,
  writeLayout,
} from './image/index.js';
export type {
  BuiltImage,
  BuiltPlatform,
  DemoImageOptions,
  NamedVersion,
  PlatformLayers,
  ImageFile,
  LayoutEntry,
  PushedImage,
  PushTarget,
} from './image/index.js';
export { startRegistry } from './registry/index.js';
export type { RegistryCredentials, RegistryOptions, RunningRegistry } from './registry/index.js';
export { GITHUB_ISSUER, SIGSTORE_AUDIENCE, startSigstore } from './sigstore/index.js';
export type {
  RunningSigstore,
  SigstoreOptions,
  SigstorePem,
  SigstoreService,
  TokenClaims,
} from './sigstore/index.js';
export { startTestbed } from './testbed.js';
export type {
  Testbed,
  TestbedDescription,
  TestbedEnvironment,
  TestbedOptions,
  TestbedService,
} from './testbed.js';
