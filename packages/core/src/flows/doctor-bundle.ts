import { X509Certificate } from 'node:crypto';
import type { Context } from '../context.js';
import { asCountersignError } from '../errors.js';
import { memberAt, parseJson } from '../json.js';
import { bundleReferrer, type BundleReferrer } from '../layouts/index.js';
import type { Subject } from '../digest-set/index.js';
import { bundleJson, findLogEntry, type LogEntry } from '../sign/index.js';
import type { TrustMaterial } from '../trust/index.js';
import type { Verifier } from '../verify/index.js';
import type { SoundClaim } from './doctor-claims.js';
import { signedAt } from './materials.js';

/** What a bundle is made with. */
export interface BundleSources {
  readonly context: Context;
  readonly trust: TrustMaterial | undefined;
  readonly strict: Verifier;
}

const CERTIFICATE = 'dev.sigstore.cosign/certificate';
const LOG_ENTRY = 'dev.sigstore.cosign/bundle';

/**
 * The bundle of an attestation that stands in the `.att` tag alone. The layer holds envelope and certificate; the proof of
 * inclusion, which a bundle needs beside the promise, is asked of the log. What comes out has to verify. Answers a
 * sentence where it cannot be made.
 */
export async function bundleOfLayer(
  { stored, verified }: SoundClaim,
  subject: Subject,
  sources: BundleSources,
): Promise<BundleReferrer | string> {
  const { material } = stored;
  if (material.kind !== 'dsse-layer') return 'it is no attestation';
  const { payload: envelope, annotations } = material;
  const entry = await entryOf(annotations[LOG_ENTRY], sources);
  if (typeof entry === 'string') return entry;
  const pem = annotations[CERTIFICATE];
  const signer =
    verified.signer.kind === 'key'
      ? ({ kind: 'key', hint: verified.signer.hint } as const)
      : ({ kind: 'certificate', leaf: new X509Certificate(pem ?? '') } as const);
  const bytes = bundleJson(signer, envelope, entry === undefined ? [] : [entry], []);
  try {
    const made = sources.strict.verify({ kind: 'bundle', bytes }, subject.digest);
    return bundleReferrer(bytes, made.predicateType, subject, signedAt(made));
  } catch (thrown) {
    const error = asCountersignError(thrown);
    if (error.fault !== 'rejection') throw error;
    return `its bundle would not verify: ${error.message}`;
  }
}

/** undefined: it was never logged. */
async function entryOf(
  annotation: string | undefined,
  { context, trust }: BundleSources,
): Promise<LogEntry | undefined | string> {
  if (annotation === undefined || annotation === '') return undefined;
  const payload = memberAt(parseJson(annotation), 'Payload');
  const [logIndex, logId] = [memberAt(payload, 'logIndex'), memberAt(payload, 'logID')];
  const body = parseJson(Buffer.from(String(memberAt(payload, 'body')), 'base64').toString('utf8'));
  if (memberAt(body, 'kind') !== 'dsse' || memberAt(body, 'apiVersion') !== '0.0.1') {
    return 'its log entry is of a kind that no bundle may hold; attest it again';
  }
  const log = trust?.trustedRoot.tlogs.find((each) => each.logId?.keyId.toString('hex') === logId);
  if (log === undefined || typeof logIndex !== 'number' || !/^https?:\/\//.test(log.baseUrl)) {
    return 'the trusted root does not say where its log is, which has the proof that a bundle needs';
  }
  try {
    return await findLogEntry(context, log.baseUrl, logIndex);
  } catch (thrown) {
    const error = asCountersignError(thrown);
    if (!error.code.startsWith('LOG_')) throw error;
    return `the log did not give the proof that a bundle needs: ${error.message}`;
  }
}
