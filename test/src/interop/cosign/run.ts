import type { Answer, Asked } from '../contract.js';

/** Runs cosign; the environment is that of the stage and what is given. */
export async function cosign(
  program: string,
  { stage, written }: Asked,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const repository =
    written.signatureRepository === undefined ? {} : { COSIGN_REPOSITORY: written.signatureRepository };
  const { code, stdout, stderr } = await stage.run(program, args, { env: { ...repository, ...env } });
  return { accepted: code === 0, words: `${stderr}\n${stdout}`.trim() };
}

/** Trust as cosign 3 takes it. */
export const trustedRoot = ({ stage }: Asked): string[] => ['--trusted-root', stage.sigstore.trustedRoot];

/** Trust as cosign 2 takes it, from the environment; `chain`: with the intermediate, `root`: without. */
export const pemTrust = (
  { stage: { sigstore } }: Asked,
  certificates: 'chain' | 'root' = 'chain',
): Record<string, string> => ({
  SIGSTORE_ROOT_FILE: certificates === 'chain' ? sigstore.pem.fulcioChain : sigstore.pem.fulcioRoot,
  SIGSTORE_REKOR_PUBLIC_KEY: sigstore.pem.rekorKey,
  SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: sigstore.pem.ctlogKey,
});

/** Who has to have signed. */
export const signer = ({ stage: { wanted } }: Asked): string[] => [
  ...['--certificate-identity', wanted.identity],
  ...['--certificate-oidc-issuer', wanted.issuer],
];

/** The key: the newest, or the one from before. */
export function publicKey({ written }: Asked, which: 'newest' | 'oldest' = 'newest'): string[] {
  const path = written.publicKeys?.at(which === 'newest' ? -1 : 0);
  if (path === undefined) throw new Error('the exhibit names no public key');
  return ['--key', path];
}
