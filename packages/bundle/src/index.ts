/**
 * The entry of the one bundle that all actions and the command share. Each part is imported only when it is asked for,
 * so that the bundler puts it into a file of its own and an action loads no more than it needs.
 */
export async function start(
  part: 'setup-tools' | 'generate-sbom' | 'scan' | 'sign' | 'attest' | 'verify' | 'cli',
): Promise<void> {
  switch (part) {
    case 'setup-tools':
      return (await import('@countersign/action-setup-tools')).run();
    case 'generate-sbom':
      return (await import('@countersign/action-generate-sbom')).run();
    case 'scan':
      return (await import('@countersign/action-scan')).run();
    case 'sign':
      return (await import('@countersign/action-sign')).run();
    case 'attest':
      return (await import('@countersign/action-attest')).run();
    case 'verify':
      return (await import('@countersign/action-verify')).run();
    case 'cli':
      return (await import('@countersign/cli')).run();
  }
}
