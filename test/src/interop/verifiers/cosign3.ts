import type { Ask, Asked, Answer, Verifier } from '../contract.js';

export const verifier: Verifier = {
  id: 'cosign3',
  title: 'cosign 3',
  programs: ['cosign'],
  refusal: /no (matching )?signatures|no matching attestations|no attestations|failed to verify|none of the/i,
  version: async (run) => /GitVersion:\s+v?(\S+)/.exec((await run('cosign', ['version'])).stdout)?.[1] ?? '',
  asks: [
    {
      id: 'verify',
      title: 'the signature',
      command:
        'cosign verify --trusted-root trusted_root.json --certificate-identity IDENTITY --certificate-oidc-issuer ISSUER IMAGE',
      question: { kind: 'signature' },
      applies: ({ signer }) => signer === 'keyless',
      run: (asked) => cosign(asked, ['verify', ...by(asked), asked.image]),
    },
  ] satisfies Ask[],
};

const by = ({ stage }: Asked): string[] => [
  ...['--trusted-root', stage.sigstore.trustedRoot],
  ...['--certificate-identity', stage.wanted.identity],
  ...['--certificate-oidc-issuer', stage.wanted.issuer],
];

async function cosign({ stage }: Asked, args: readonly string[]): Promise<Answer> {
  const { code, stdout, stderr } = await stage.run('cosign', args);
  return { accepted: code === 0, words: `${stdout}\n${stderr}`.trim() };
}
