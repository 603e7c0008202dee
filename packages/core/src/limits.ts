/** Every bound on untrusted input and every default time, each with its unit in its name. */

// program
/** The end of what a program says on its standard error that is kept; UTF-16 code units. */
export const MAX_PROGRAM_MESSAGE_CHARS = 64 * 1024;

// http
/** No byte for this long counts as a stall of one attempt. */
export const DEFAULT_STALL_MS = 30_000;
/** The slowest transfer that is waited for: an attempt may last four stalls and the time its bytes take at this rate. */
export const MIN_TRANSFER_BYTES_PER_MS = 32;
/** Google Artifact Registry answers with more than node's 16 KiB. */
export const MAX_RESPONSE_HEADER_BYTES = 256 * 1024;
/** What is read of the body of an answer that is an error. */
export const MAX_ERROR_BODY_BYTES = 64 * 1024;
/** What is shown of it. */
export const MAX_ERROR_EXCERPT_CHARS = 300;
/** Hiding a shorter text would blot out ordinary words, digests among them; nothing so short is a secret for long. */
export const MIN_SECRET_CHARS = 4;
export const MAX_REDIRECTS = 5;
export const MAX_CONNECTIONS_PER_ORIGIN = 32;
export const DEFAULT_RETRY_WINDOW_MS = 10 * 60_000;
export const FIRST_RETRY_DELAY_MS = 250;
export const MAX_RETRY_DELAY_MS = 15_000;
/** A host that is not found, or nothing listening there, is a mistake far more often than an outage. */
export const MAX_ATTEMPTS_HOST_NOT_FOUND = 3;
export const MAX_ATTEMPTS_CONNECTION_REFUSED = 6;

// trust
export const MAX_TRUSTED_ROOT_BYTES = 4 * 1024 * 1024;
/** What TUF fetched for one repository, as it is cached. */
export const MAX_TUF_CACHE_BYTES = 32 * 1024 * 1024;
/** Root metadata; the bound of tuf-js too. */
export const MAX_TUF_ROOT_BYTES = 512_000;
/** How long the TUF repositories of an export may live, and do unless it is said. */
export const MAX_TUF_LIFETIME_DAYS = 3650;
export const DEFAULT_TUF_LIFETIME_DAYS = 365;
/** What an export says of itself. */
export const MAX_EXPORT_MANIFEST_BYTES = 1024 * 1024;
/** Steps of one job share what the first of them fetched. */
export const TRUST_REFRESH_AFTER_MS = 60 * 60_000;
export const WARN_TRUST_AGE_MS = 24 * 60 * 60_000;
/** Older material decides nothing (sigstore/sigstore-python#1175). */
export const MAX_TRUST_AGE_MS = 7 * 24 * 60 * 60_000;

// reference
export const MAX_REFERENCE_CHARS = 1024;
/** The path of a layout folder, with what stands before and behind it; Linux takes no longer path. */
export const MAX_FOLDER_CHARS = 4096;

// registry
/** OCI distribution specification, "Pushing Manifests": registries should take 4 MiB at least; few take more. */
export const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
export const MAX_DESCRIPTORS_PER_MANIFEST = 5_000;
export const MAX_MEDIA_TYPE_CHARS = 255;
/** Entries of others that are nested deeper lose the members that we do not know when their index is written again. */
export const MAX_ENTRY_DEPTH = 20;
export const MAX_REFERRER_PAGES = 100;
export const MAX_REFERRERS = 10_000;
/** Referrers whose descriptor in a fallback index is wrong are fetched to mend it. */
export const MAX_MENDED_DESCRIPTORS = 200;
export const MEND_CONCURRENCY = 8;
/** Annotations of one manifest that are copied into its entry: those of MAX_MENDED_DESCRIPTORS leave room in an index. */
export const MAX_MENDED_ANNOTATION_CHARS = 8 * 1024;
/** The body of the answer to a write or an upload. */
export const MAX_WRITE_ANSWER_BYTES = 64 * 1024;
export const MAX_CHALLENGE_CHARS = 8 * 1024;
export const MAX_CHALLENGES = 16;
export const MAX_REGISTRY_TOKEN_BYTES = 1024 * 1024;
/** Token specification: a token without expires_in is good for 60 s. */
export const DEFAULT_REGISTRY_TOKEN_SECONDS = 60;
export const MAX_DOCKER_CONFIG_BYTES = 4 * 1024 * 1024;
export const MAX_CREDENTIAL_HELPER_BYTES = 1024 * 1024;
export const CREDENTIAL_HELPER_TIMEOUT_MS = 30_000;
/** How long after a write a 404 is still put down to slow visibility: this often, doubling from the first delay. */
export const MAX_FRESH_READS = 7;
export const FIRST_FRESH_DELAY_MS = 50;
/** Sent with the request that opens an upload: a registry that wants a session all the same is sent it twice. */
export const MAX_SINGLE_POST_BYTES = 1024 * 1024;
/** An upload session that is lost on the way is opened again. */
export const MAX_UPLOAD_SESSIONS = 3;
/** Many writers on one tag: the pause between the re-reads that confirm a write, and how often it is tried again. */
export const DEFAULT_SETTLE_MS = 300;
export const SETTLE_READS = 3;
export const MAX_TAG_WRITES = 200;
export const MAX_SETTLE_ROUNDS = 200;

// registry: layout folders
/** The file oci-layout, which holds one version. */
export const MAX_LAYOUT_FILE_BYTES = 4096;
/** What a run that was ended left half written is taken away by a later one. */
export const LAYOUT_LEFTOVER_MS = 60 * 60_000;
/** A lock is held for as long as index.json takes to be replaced; one that stands for this long was left by a process that was ended. */
export const LAYOUT_LOCK_STALE_MS = 10_000;
export const MAX_LAYOUT_LOCK_POLL_MS = 20;
export const MAX_LAYOUT_LOCK_WAIT_MS = 60_000;
/** Images of a folder that an error lists. */
export const MAX_LISTED_IMAGES = 20;

// digest-set
export const MAX_PLATFORMS = 200;

// sbom
/** An SBOM that is read; syft-json lists the files of every package and is larger than what is attested. */
export const MAX_SBOM_BYTES = 128 * 1024 * 1024;
/** Packages of one document, nested ones among them. */
export const MAX_SBOM_PACKAGES = 500_000;
/** Platforms that a document marks one package with, and files that a sentence of a report names. */
export const MAX_SBOM_PLATFORMS = 200;
export const MAX_SHOWN_PATHS = 5;
/** actions/attest refuses a larger predicate, and the attestation store of GitHub with it. */
export const GITHUB_MAX_PREDICATE_BYTES = 16 * 1024 * 1024;
/** What a Markdown comparison of two SBOMs takes at most: it shares a summary with others. */
export const MAX_SBOM_DIFF_BYTES = 128 * 1024;

// sbom: images and the generator
/** Entries and bytes of one layer of an image, unpacked. */
export const MAX_LAYER_ENTRIES = 5_000_000;
export const MAX_LAYER_UNPACKED_BYTES = 64 * 1024 * 1024 * 1024;
/** The paths of a layer's whiteouts, package databases and lock files together; an honest layer comes to some thousand. */
export const MAX_LAYER_KEPT_PATH_CHARS = 8 * 1024 * 1024;
/** From this size on a layer may not expand to more than so many times its packed size: honest ones come to some ten times. */
export const UNSUSPICIOUS_LAYER_BYTES = 1024 * 1024 * 1024;
export const MAX_LAYER_EXPANSION = 200;
/** All layers of a run together, packed. */
export const MAX_IMAGE_PACKED_BYTES = 64 * 1024 * 1024 * 1024;
export const MAX_LAYERS_PER_IMAGE = 1000;
export const MAX_IMAGE_CONFIG_BYTES = 8 * 1024 * 1024;
export const MAX_OS_RELEASE_BYTES = 64 * 1024;
/** Layers that are fetched and listed at a time, and how often one is begun again whose transfer broke off. */
export const LAYER_CONCURRENCY = 4;
export const MAX_LAYER_TRANSFERS = 3;
/** Attestation manifests of BuildKit, and their documents, that one index may bring. */
export const MAX_BUILDKIT_LAYERS = 100;
/** Platforms that syft describes at a time; each takes some hundred megabytes of memory. */
export const MAX_SYFT_CONCURRENCY = 4;
export const MAX_SYFT_DOCUMENT_BYTES = 384 * 1024 * 1024;
/** What it prints beside them: nothing that is read. */
export const MAX_SYFT_PRINTED_BYTES = 64 * 1024;
export const DEFAULT_SYFT_TIMEOUT_MINUTES = 15;
/** Files and folders of a folder that are looked at for evidence, and what is read of a manifest of packages. */
export const MAX_FOLDER_ENTRIES = 500_000;
export const MAX_PACKAGE_MANIFEST_BYTES = 4 * 1024 * 1024;
/** Findings of one document that are shown. */
export const MAX_SHOWN_SBOM_FINDINGS = 50;
/** A dependency snapshot as it is sent. */
export const MAX_SNAPSHOT_BYTES = 32 * 1024 * 1024;

// scan
/** grype's JSON about one subject; that of a large image has some 100 MB. */
export const MAX_GRYPE_OUTPUT_BYTES = 2 * 1024 * 1024 * 1024;
/** What grype answers to a short question: its version, the state of its database. */
export const MAX_GRYPE_ANSWER_BYTES = 1024 * 1024;
export const GRYPE_ANSWER_TIMEOUT_MS = 60_000;
/** How much of what a program says an error shows. */
export const MAX_SHOWN_PROGRAM_MESSAGE_CHARS = 600;
/** How often an update of the vulnerability database is tried, and the pause after the first failure, which then doubles. */
export const MAX_DATABASE_UPDATES = 3;
export const FIRST_DATABASE_RETRY_DELAY_MS = 2_000;
/** Between two lines that say that syft or grype still runs. */
export const PROGRESS_INTERVAL_MS = 30_000;
/** A database from later than this hence was not built honestly, or the clock here is wrong. */
export const MAX_CLOCK_SKEW_MS = 24 * 60 * 60_000;
/** The longest age that may be allowed for a database: old enough for every test. */
export const MAX_DATABASE_AGE_DAYS = 36_500;
/** Findings that the message of a failed gate names. */
export const MAX_NAMED_FINDINGS = 10;
/** SARIF for GitHub, before and after compression (docs.github.com, "SARIF support for code scanning": 10 MB compressed). */
export const MAX_SARIF_BYTES = 256 * 1024 * 1024;
export const MAX_SARIF_UPLOAD_BYTES = 10 * 1000 * 1000;
/** GitHub refuses a SARIF file with more runs or more results in one of them, and shows no more than 5,000 (same page). */
export const MAX_SARIF_RUNS = 20;
export const MAX_SARIF_RESULTS_PER_RUN = 25_000;
/** Rules and results of a SARIF file as text: with descriptions of random words they compress to less than GitHub takes. */
export const MAX_SARIF_LISTED_BYTES = 40 * 1000 * 1000;
/** The list of findings in an attested scan: signed and encoded, every verifier still takes it (PUBLIC_REKOR_MAX_ENVELOPE_BYTES). */
export const MAX_VULN_PREDICATE_FINDING_BYTES = 1024 * 1024;
/** The same of in-toto's form, which nobody signs unasked. */
export const MAX_IN_TOTO_VULNS_BYTES = 4 * 1024 * 1024;
/** Platforms that are scanned at a time: each run of grype holds the database. */
export const SCAN_CONCURRENCY = 2;
/** A scanner's report that is read, and one value of it that is not gone into: a finding, the scanner's settings. */
export const MAX_REPORT_BYTES = 2 * 1024 * 1024 * 1024;
export const MAX_REPORT_VALUE_BYTES = 16 * 1024 * 1024;
export const MAX_REPORT_DEPTH = 200;
/** So far into a report it is looked for members that stand twice: it takes as long as reading does. */
export const MAX_REPORT_BYTES_CHECKED_FOR_REPEATS = 32 * 1024 * 1024;
/** Bytes of values of one kind that are kept while a report is read, since they come again: a package has many vulnerabilities. */
export const MAX_REPEATED_BYTES = 32 * 1024 * 1024;
export const MAX_FINDINGS = 1_000_000;
/** Of a finding: a name, an id, a version, an address; its description; entries of its lists. */
export const MAX_FINDING_TEXT_CHARS = 1024;
export const MAX_FINDING_DESCRIPTION_CHARS = 1000;
export const MAX_FINDING_LIST = 20;
/** Sentences of one kind that a report or decision carries. */
export const MAX_SCAN_SENTENCES = 200;
/** The waiver file. */
export const MAX_WAIVER_FILE_BYTES = 512 * 1024;
/** A waiver is told to end soon from so many days on. */
export const EXPIRING_DAYS = 14;
export const MAX_VEX_STATEMENTS = 100_000;
/** Files of one input of scan. */
export const MAX_SCAN_FILES = 250;

// claims
/** A document or predicate as given. cosign's own bound on an attachment (128 MiB) is not reached from here. */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
export const MAX_DOCUMENT_DEPTH = 200;
export const MAX_PREDICATE_TYPE_CHARS = 1024;
/** Of a larger document that breaks its schema only the first fault is told: there may be one for each of its bytes. */
export const MAX_BYTES_FOR_ALL_FINDINGS = 1024 * 1024;
/** Places in a document that one refusal names, and how much of each. */
export const MAX_SHOWN_FAULTS = 5;
export const MAX_SHOWN_POINTER_CHARS = 200;
/** Longer purls, names and versions of a document are not looked into: no image's are. */
export const MAX_PURL_CHARS = 4096;

// sign
export const MAX_IDENTITY_TOKEN_CHARS = 32 * 1024;
export const MAX_TOKEN_ANSWER_BYTES = 64 * 1024;
export const MAX_CERTIFICATE_ANSWER_BYTES = 256 * 1024;
export const MAX_CERTIFICATES_IN_CHAIN = 10;
export const MAX_LOG_ANSWER_BYTES = 1024 * 1024;
export const MAX_INCLUSION_PROOF_HASHES = 64;
export const MAX_CHECKPOINT_CHARS = 64 * 1024;
/** Signatures on a checkpoint: the log's and its witnesses'. As many as golang.org/x/mod reads. */
export const MAX_CHECKPOINT_SIGNATURES = 100;
/** Rekor v2 answers when a checkpoint covers the entry: its operators ask for 20 seconds at the least. */
export const REKOR_V2_TIMEOUT_MS = 60_000;
/** 256 hashes. */
export const MAX_TILE_BYTES = 8192;
/** 256 entries, each with a length in two bytes. */
export const MAX_ENTRY_BUNDLE_BYTES = 256 * (2 + 65_535);
/** Where an entry that is there already is looked for. */
export const MAX_TRUSTED_LOGS_ASKED = 8;
export const MAX_TIMESTAMP_BYTES = 128 * 1024;
export const MAX_KEY_CHARS = 64 * 1024;
/** scrypt over a password: cosign's strongest parameters (N 2^17, r 8) need 128 MiB. */
export const MAX_SCRYPT_BYTES = 136 * 1024 * 1024;
export const MAX_KEY_URI_CHARS = 1024;
/** An answer of a key management service, of its token service, or of a program that stands for one. */
export const MAX_KMS_ANSWER_BYTES = 256 * 1024;
/** A list of key versions. */
export const MAX_KMS_LIST_BYTES = 2 * 1024 * 1024;
/** A file with credentials, or with a token to exchange. */
export const MAX_CREDENTIALS_FILE_BYTES = 64 * 1024;
/** An answer that cannot be used, or a service that asks to slow down in words of its own, is asked again this often. */
export const MAX_KMS_ATTEMPTS = 6;
/** A signature that does not verify was perhaps damaged on its way: this many are asked for. */
export const MAX_WRONG_KMS_SIGNATURES = 3;
/** A refusal this long after the request was signed may be for its age alone: retries of an outage take their time. */
export const RESIGN_AFTER_MS = 60_000;
/** A program that stands for a key management service: a person may have to touch a token. */
export const KMS_PROGRAM_TIMEOUT_MS = 120_000;
/** An answer that cannot be read is asked for again: a proxy's page, a body cut off behind a proxy. */
export const MAX_UNREADABLE_ANSWERS = 3;
/** A token or certificate with less than this left is renewed before it is used. */
export const RENEW_BEFORE_EXPIRY_MS = 30_000;
/** How often one claim is signed again because the log was so slow that the certificate had expired by then. */
export const MAX_SIGNATURES_PER_CLAIM = 3;
export const DEFAULT_SIGNING_CONCURRENCY = 12;
/** Public-good Rekor v1 refuses larger DSSE envelopes (sigstore/rekor#2808, #2915). */
export const PUBLIC_REKOR_MAX_ENVELOPE_BYTES = 3_500_000;
/** Kyverno's bundle reader refuses a larger layer. */
export const KYVERNO_MAX_BUNDLE_BYTES = 10_000_000;
/** What certificate, log entry and timestamps add to a bundle, at most in practice. */
export const BUNDLE_OVERHEAD_BYTES = 32 * 1024;

// layouts
/** Older objects that one stored claim names as superseded: a digest has 71 characters. */
export const MAX_SUPERSEDED_NAMES = 64;
/** From so many referrers on a run that cannot delete says that the limit comes near. */
export const WARN_REFERRERS = 40;
/** Signatures or attestations in one `.sig` or `.att` manifest, and bundles beside one digest, that are read (cosign's bound). */
export const MAX_CLAIMS_PER_DIGEST = 1000;
/** All that is read of the claims beside one digest. */
export const MAX_CLAIM_BYTES_PER_DIGEST = 512 * 1024 * 1024;
/** What was stored is read back without holding it a second time where it is larger. */
export const MAX_BLOB_HELD_TWICE_BYTES = 1024 * 1024;
/** Annotations of one layer (certificate, chain, log entry); larger ones are not looked into. */
export const MAX_LAYER_ANNOTATION_CHARS = 1024 * 1024;
/** Manifests and blobs of one digest's claims that are fetched at a time. */
export const COLLECT_CONCURRENCY = 16;

// verify
/** A stored claim: a bundle, an envelope or a simple-signing document (cosign's COSIGN_MAX_ATTACHMENT_SIZE). */
export const MAX_CLAIM_BYTES = 128 * 1024 * 1024;
/** Members and elements at any depth of a bundle, an envelope or a log entry: honest ones have a few hundred. */
export const MAX_CLAIM_PARTS = 20_000;
/** The same of a statement: an SBOM has a part for some 20 of its bytes. */
export const MAX_STATEMENT_PARTS = 5_000_000;
export const MAX_CERTIFICATE_BYTES = 64 * 1024;
/** Log entries, timestamps or certificates of one claim; sigstore-go has the same bound. */
export const MAX_WITNESSES_PER_CLAIM = 32;
/** A log entry's canonical body, as base64 in an annotation or a bundle. */
export const MAX_LOG_BODY_BYTES = 8 * 1024 * 1024;

// notation
/**
 * A signature envelope: some kilobytes with its chain and a timestamp. The longest chain of the largest certificates and the
 * largest timestamp, in base64, have room; all signatures of a digest are held at a time.
 */
export const MAX_NOTATION_ENVELOPE_BYTES = 1536 * 1024;
/** Notation signatures beside one digest that are read. */
export const MAX_NOTATION_SIGNATURES = 100;
/** The certificate chain that is signed with, as PEM. */
export const MAX_NOTATION_CERTIFICATES_BYTES = 1024 * 1024;
/** How far ahead a signer may set the end of a Notation signature. */
export const MAX_NOTATION_EXPIRY_DAYS = 36_500;
export const MAX_TRUST_POLICY_BYTES = 1024 * 1024;
/** Certificates that a timestamp token brings: its authority's chain, in any order. */
export const MAX_CERTIFICATES_IN_TIMESTAMP = 32;
/** Certificate files of one named trust store, and the size of each. */
export const MAX_TRUST_STORE_FILES = 1000;
export const MAX_TRUST_STORE_FILE_BYTES = 1024 * 1024;
export const MAX_CERTIFICATES_PER_FILE = 100;

// policy
export const MAX_IDENTITY_PATTERN_CHARS = 4096;
/** Alternatives of who may have signed: what the values of the identity inputs multiply to. */
export const MAX_SIGNER_RULES = 200;
export const MAX_REQUIREMENTS = 50;
/** Reasons that one refusal lists. */
export const MAX_SHOWN_REASONS = 5;

// report
/** The runner drops a job summary of more than 1 MiB whole. */
export const MAX_SUMMARY_BYTES = 900 * 1024;
/** What a summary shows of one error or notice, and how many lines for other verifiers. */
export const MAX_SUMMARY_TEXT_CHARS = 4000;
export const MAX_SUMMARY_COMMANDS = 100;
/** What a summary takes at most for a scan, and the findings and waivers of one subject that it shows. */
export const MAX_SCAN_SUMMARY_BYTES = 512 * 1024;
export const MAX_SUMMARY_SCAN_FINDINGS = 100;
/** Platforms of one finding that are named; the others are counted. */
export const MAX_SHOWN_PLATFORMS = 4;
export const MAX_SUMMARY_WAIVERS = 50;
/** Findings of one subject that the JSON document names; the files that it names have them all. */
export const MAX_DOCUMENT_SCAN_FINDINGS = 100;

// tools
/** A release asset, and the program that is taken out of it. cosign has some 140 MB. */
export const MAX_TOOL_BYTES = 512 * 1024 * 1024;
/** All that an archive may come to when it is unpacked; a gzip bomb ends there. */
export const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;
export const MAX_ARCHIVE_ENTRIES = 1000;
/** A vendor's checksum file, a signature, a certificate or a bundle. */
export const MAX_TOOL_EVIDENCE_BYTES = 1024 * 1024;
/** How often a download that broke off in the middle is begun again. */
export const MAX_DOWNLOADS = 3;
/** A version that the table does not hold has to be this old: a stolen release is mostly found within days. */
export const DEFAULT_MIN_AGE_MS = 3 * 24 * 60 * 60_000;
export const MAX_MIN_AGE_DAYS = 365;
export const TOOL_VERSION_TIMEOUT_MS = 30_000;
export const MAX_TOOL_VERSION_BYTES = 64 * 1024;
export const MAX_TOOLS = 20;
/** Processes that place the same tool at a time: each finds the place taken at most this often. */
export const MAX_PLACINGS = 10;

// flows
/** Digests that are read, written or verified at a time. */
export const FLOW_CONCURRENCY = 8;
/** Looks at the registry until it shows what it took a moment ago, and the wait after the first. */
export const MAX_READ_BACKS = 5;
export const FIRST_READ_BACK_DELAY_MS = 200;
/** The name of a workflow artifact (GitHub refuses more), and the longest that any repository keeps one. */
export const MAX_ARTIFACT_NAME_CHARS = 256;
export const MAX_ARTIFACT_RETENTION_DAYS = 400;
/** What goes into a workflow artifact, and its archive: every version of Azure's "Put Blob" since 2016 takes so much at once. */
export const MAX_ARTIFACT_CONTENT_BYTES = 2 * 1024 * 1024 * 1024;
export const MAX_ARTIFACT_UPLOAD_BYTES = 256 * 1024 * 1024;
/** GitHub's answer to a document that it is sent. */
export const MAX_GITHUB_ANSWER_BYTES = 1024 * 1024;

// options
export const MAX_IMAGES = 100;
/** The longest duration that an input may give. */
export const MAX_DURATION_MS = 24 * 60 * 60_000;
/** How much of a wrong input, or of a value in an answer, an error shows. */
export const MAX_SHOWN_INPUT_CHARS = 200;
/** Kyverno reads no digest with more referrers than this. */
export const DEFAULT_MAX_REFERRERS = 50;

// runner
/** The event that started the run; GitHub caps a webhook's payload at 25 MB. */
export const MAX_EVENT_BYTES = 32 * 1024 * 1024;
/** One output of an action, in UTF-16 code units: all outputs of a job together may have 1 MB as UTF-16. */
export const MAX_OUTPUT_CHARS = 200_000;
/** A step's warnings that become annotations, the last one saying how many are left out; the runner shows ten. */
export const MAX_ANNOTATIONS_PER_KIND = 10;
/** The message of an annotation; the runner cuts at 4096. */
export const MAX_ANNOTATION_CHARS = 4000;

// command
/** What verify-bundle reads; a larger artifact is given by its digest. */
export const MAX_ARTIFACT_BYTES = 1024 * 1024 * 1024;
/** What testbed.json of an earlier test bed may have, and how long its registry has to answer. */
export const MAX_TESTBED_DESCRIPTION_BYTES = 64 * 1024;
export const TESTBED_PROBE_TIMEOUT_MS = 1000;
/** The claims of a test bed's tokens are some dozens of short texts. */
export const MAX_CLAIMS_FILE_BYTES = 1024 * 1024;
/** What the demo reads of the output of an action that it runs. */
export const MAX_ACTION_OUTPUT_BYTES = 16 * 1024 * 1024;
