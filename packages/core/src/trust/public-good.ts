const PUBLIC_DOMAINS: readonly string[] = ['sigstore.dev', 'sigstage.dev'];

/** Whether a service belongs to the public-good Sigstore, where everyone reads what is written. Compared by whole host labels. */
export function isPublicGood(url: string): boolean {
  const host = URL.parse(url)?.hostname.replace(/\.$/, '');
  return (
    host !== undefined && PUBLIC_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`))
  );
}
