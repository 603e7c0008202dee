export interface SigningConfigParts {
  readonly operator: string;
  readonly fulcioUrl: string;
  readonly oidcUrl: string;
  /** The one log that is written to. */
  readonly rekor: { readonly url: string; readonly majorApiVersion: 1 | 2 };
  /** With its path. */
  readonly tsaUrl: string;
  readonly since: Date;
}

/** The SigningConfig v0.2 (sigstore_trustroot.proto) as protobuf JSON: one service of each kind. */
export function signingConfig(parts: SigningConfigParts): object {
  const service = (url: string, majorApiVersion = 1) => ({
    url,
    majorApiVersion,
    validFor: { start: parts.since.toISOString() },
    operator: parts.operator,
  });
  return {
    mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
    caUrls: [service(parts.fulcioUrl)],
    oidcUrls: [service(parts.oidcUrl)],
    rekorTlogUrls: [service(parts.rekor.url, parts.rekor.majorApiVersion)],
    rekorTlogConfig: { selector: 'ANY' },
    tsaUrls: [service(parts.tsaUrl)],
    tsaConfig: { selector: 'ANY' },
  };
}
