/** Bounds on what a client may send to the test bed's registry. */

/** The OCI distribution specification asks registries for at least 4 MiB ("Pushing Manifests"). */
export const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
/** Blobs are held in memory. */
export const MAX_BLOB_BYTES = 256 * 1024 * 1024;
/** A form sent to the token service. */
export const MAX_FORM_BYTES = 64 * 1024;
/** Names on one page of tags, where neither the client nor an option says less. */
export const MAX_TAGS_PER_PAGE = 1000;
/** Descriptors on one page of referrers, where no option says less. */
export const MAX_REFERRERS_PER_PAGE = 1000;
