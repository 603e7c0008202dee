import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDigest } from '../oci/index.js';

/** For tests: a recording of syft (test/fixtures/syft/README.md), such as `amd64.spdx.json`. */
export const recorded = (name: string): Buffer => readFileSync(join(RECORDINGS, name));

const RECORDINGS = join(import.meta.dirname, '../../../../test/fixtures/syft');

/** The manifests that the recordings describe. */
export const AMD64 = parseDigest('sha256:dd9c618ad91da9c916d5c1689d5d3b396ada5342985d3421025b9f1a584f1152');
export const ARM64 = parseDigest('sha256:cf9096ec0d53d27b1b03480fc1743553f26f412e6b6368f45bcc1b950afb7a48');
