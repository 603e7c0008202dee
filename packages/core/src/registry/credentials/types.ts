/** What is sent to prove who we are. `source` is for people and never holds a secret. */
export type Credential = { readonly source: string } & (
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  /** A refresh token of the registry's token service (OAuth2). */
  | { readonly kind: 'identity-token'; readonly token: string }
  /** A bearer token for the registry itself. */
  | { readonly kind: 'registry-token'; readonly token: string }
);

/** Where credentials come from, in this order. The core reads no environment: the record and the folder are handed in. */
export interface CredentialSources {
  /** Given for one host each, and used for no other. */
  readonly explicit: readonly {
    readonly host: string;
    readonly username: string;
    readonly password: string;
  }[];
  /** DOCKER_CONFIG, REGISTRY_AUTH_FILE and XDG_RUNTIME_DIR are looked at; credential helpers run with all of it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For ~/.docker/config.json; undefined: there is none. */
  readonly homeDir: string | undefined;
}
