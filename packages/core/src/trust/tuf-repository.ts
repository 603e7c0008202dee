import seeds from '@sigstore/tuf/seeds.json' with { type: 'json' };

/** A TUF repository and the root metadata that this version of Countersign trusts it by. */
export interface TufRepository {
  /** Without a slash at its end; targets lie below `/targets`. */
  readonly mirrorUrl: string;
  readonly root: Uint8Array;
  /**
   * How long what was fetched is used while the mirror is out of reach. `a-week`, the default: whatever the metadata says.
   * `its-lifetime`: until the first of its metadata expires, since whoever runs a mirror of their own chose that time.
   */
  readonly cachedFor?: 'a-week' | 'its-lifetime';
}

const PUBLIC_GOOD_MIRROR = 'https://tuf-repo-cdn.sigstore.dev';

/**
 * The public-good instance. Of the seeds only the root metadata is used: the trusted root beside it may be old, and
 * using it in place of the repository's would hide that.
 */
export const publicGoodRepository = (): TufRepository => ({
  mirrorUrl: PUBLIC_GOOD_MIRROR,
  root: Buffer.from(seeds[PUBLIC_GOOD_MIRROR]['root.json'], 'base64'),
});
