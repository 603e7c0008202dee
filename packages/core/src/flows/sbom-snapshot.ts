import { CountersignError } from '../errors.js';
import { MAX_SNAPSHOT_BYTES } from '../limits.js';
import type { Sbom } from '../sbom/index.js';
import { postToGitHub } from './github-api.js';
import type { SnapshotTarget } from './sbom-options.js';
import type { Services } from './types.js';

/** One part of a snapshot: a platform, or the folder. */
export interface SnapshotManifest {
  readonly name: string;
  readonly sbom: Sbom;
}

/**
 * A dependency snapshot (GitHub REST API, "Dependency submission"). Packages without a package URL are left out: GitHub
 * refuses a snapshot with one. The correlator holds workflow and job, so that a later run takes this one's place.
 */
export function snapshotOf(
  manifests: readonly SnapshotManifest[],
  target: SnapshotTarget,
  scanned: Date,
): object {
  return {
    version: 0,
    sha: target.commit,
    ref: target.ref,
    job: {
      id: target.runId,
      correlator: `${target.workflow} ${target.job}`,
      html_url: `${target.serverUrl}/${target.repository}/actions/runs/${target.runId}`,
    },
    detector: {
      name: 'countersign',
      version: DETECTOR_VERSION,
      url: `${target.serverUrl}/${target.detector}`,
    },
    scanned: scanned.toISOString(),
    manifests: Object.fromEntries(
      manifests.map(({ name, sbom }) => [
        name,
        {
          name,
          resolved: Object.fromEntries(
            sbom.packages
              .map(({ purl }) => purl)
              .filter((purl): purl is string => purl?.startsWith('pkg:') === true)
              .map((purl) => [purl, { package_url: purl, relationship: 'direct', scope: 'runtime' }]),
          ),
        },
      ]),
    ),
  };
}

/** Of what a snapshot says about packages; it changes with that. */
const DETECTOR_VERSION = '1';

/** Sends a snapshot; one of the same correlator takes its place. Throws GITHUB_REFUSED, GITHUB_UNAVAILABLE, LIMIT_EXCEEDED. */
export async function sendSnapshot(
  snapshot: object,
  target: SnapshotTarget,
  services: Services,
): Promise<void> {
  const body = Buffer.from(JSON.stringify(snapshot));
  if (body.length > MAX_SNAPSHOT_BYTES) {
    throw new CountersignError('LIMIT_EXCEEDED', {
      what: `The dependency snapshot has ${body.length} bytes; at most ${MAX_SNAPSHOT_BYTES} are sent`,
      remedy: 'Leave out dependency-snapshot for this image.',
    });
  }
  const { status, said } = await postToGitHub(target, 'dependency-graph/snapshots', body, services);
  if (status === 201) return;
  throw new CountersignError('GITHUB_REFUSED', {
    what: `GitHub refused the dependency snapshot (status ${status})${said}`,
    remedy:
      'Give the job "permissions: contents: write" and the dependency graph to the repository, or leave out dependency-snapshot.',
  });
}
