/** Every tool that can be installed, in the order of the documentation. */
export const TOOL_NAMES = [
  'cosign',
  'syft',
  'grype',
  'trivy',
  'kyverno',
  'policy-tester',
  'notation',
  'oras',
  'crane',
  'slsa-verifier',
] as const;

export type ToolName = (typeof TOOL_NAMES)[number];
