export interface SigningConfigParts {
  readonly operator: string;
  readonly fulcioUrl: string;
  readonly oidcUrl: string;
  readonly rekorUrl: string;
  /** With its path. */
  readonly tsaUrl: string;
  readonly since: Date;
}

/** The SigningConfig v0.2 (sigstore_trustroot.proto) as protobuf JSON: one service of each kind. */
export function signingConfig(parts: SigningConfigParts): object {
  const service = (url: string) => ({
    url,
    majorApiVersion: 1,
    validFor: { start: parts.since.toISOString() },
    operator: parts.operator,
  });
  return {
    mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
    caUrls: [service(parts.fulcioUrl)],
    oidcUrls: [service(parts.oidcUrl)],
    rekorTlogUrls: [service(parts.rekorUrl)],
    rekorTlogConfig: { selector: 'ANY' },
    tsaUrls: [service(parts.tsaUrl)],
    tsaConfig: { selector: 'ANY' },
  };
}
