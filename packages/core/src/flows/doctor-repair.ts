import { CountersignError } from '../errors.js';
import { FIRST_READ_BACK_DELAY_MS, MAX_READ_BACKS } from '../limits.js';
import { attestationTag, EMPTY_CONFIG, signatureTag, type Layer } from '../layouts/index.js';
import { OCI_MANIFEST } from '../oci/index.js';
import {
  addReferrers,
  fallbackTag,
  layersFormat,
  mendingFormat,
  type Repository,
  type TagWriter,
} from '../registry/index.js';
import type { DoctorReport, RepairNote } from '../report/index.js';
import type { DoctorScene } from './doctor.js';
import { isEmpty, planRepair, type RepairPlan } from './doctor-plan.js';
import type { OpenImage } from './images.js';
import type { Progress } from './report.js';
import { TagWriters } from './tag-writers.js';

/**
 * Mends what can be mended beside every digest, and reads it back; with `dryRun` it only says what it would do. A second
 * run finds nothing to do. Throws REGISTRY_MISBEHAVED where what was written is not there afterwards.
 */
export async function repairImages(
  scene: DoctorScene,
  progress: Pick<Progress, 'figures'>,
): Promise<NonNullable<DoctorReport['repair']>> {
  const { options, services, run } = scene;
  const done: RepairNote[] = [];
  const left: RepairNote[] = [];
  const writers = new TagWriters({ context: services.context, ...options });
  const written: (readonly [OpenImage, Subject])[] = [];
  let objects = 0;
  for (const open of run.healthy) {
    await run.attempt(open, async () => {
      // One digest after the other: a run that is ended leaves whole digests.
      for (const subject of open.subjects) {
        const plan = await planFor(scene, open, subject);
        const at = { reference: open.image.pinned, subject: subject.digest };
        left.push(...plan.left.map((text) => ({ ...at, text })));
        if (isEmpty(plan)) continue;
        if (!options.dryRun) {
          objects += await write(plan, subject, open.claims, writers.of(open.claims));
          written.push([open, subject]);
        }
        done.push(...plan.done.map((text) => ({ ...at, text })));
      }
    });
  }
  await writers.settle(run);
  for (const [open, subject] of written) {
    await run.attempt(open, () => readBack(scene, open, subject));
  }
  progress.figures = { ...progress.figures, storedObjects: objects };
  return { dryRun: options.dryRun, done, left };
}

type Subject = OpenImage['subjects'][number];

async function planFor(scene: DoctorScene, open: OpenImage, subject: Subject): Promise<RepairPlan> {
  const { trust, strict, options, services } = scene;
  const seen = await scene.look(open, subject, true);
  return planRepair(seen, subject, open.claims, options.signers, {
    context: services.context,
    trust,
    strict,
  });
}

/** In the order of a signing run: nothing in between is misread (R6). Answers how many manifests were written. */
async function write(
  { entries, signatureLayers, attestationLayers, bundles }: RepairPlan,
  { digest }: Subject,
  repository: Repository,
  writer: TagWriter,
): Promise<number> {
  let objects = 0;
  const writeTag = async (tag: string, layers: readonly Layer[]): Promise<void> => {
    if (layers.length === 0) return;
    for (const { blob } of layers) await repository.putBlob(blob);
    const { written } = await writer.write(
      tag,
      layersFormat(repository),
      layers.map(({ descriptor }) => descriptor),
    );
    if (written) objects += 1;
  };
  await writeTag(signatureTag(digest), signatureLayers);
  // The first format that a tag is written in holds for all that follows: bundles are added in it too.
  if (entries.length + bundles.length > 0) {
    const format = mendingFormat(repository, digest, entries);
    const { written } = await writer.write(fallbackTag(digest), format, entries);
    if (written) objects += 1;
  }
  if (bundles.length > 0) {
    await repository.putBlob(EMPTY_CONFIG);
    for (const { layer } of bundles) await repository.putBlob(layer);
    const manifests = bundles.map(({ manifest }) => ({ bytes: manifest, mediaType: OCI_MANIFEST }));
    const { source } = await addReferrers(repository, writer, digest, manifests);
    objects += bundles.length + (source === 'fallback' ? 1 : 0);
  }
  await writeTag(attestationTag(digest), attestationLayers);
  return objects;
}

/** A registry may need a while to show what it took. */
async function readBack(scene: DoctorScene, open: OpenImage, subject: Subject): Promise<void> {
  const { clock, random, signal } = scene.services.context;
  for (let look = 1; ; look += 1) {
    const again = await planFor(scene, open, subject);
    if (isEmpty(again)) return;
    if (look >= MAX_READ_BACKS) {
      throw new CountersignError('REGISTRY_MISBEHAVED', {
        what: `The repair of ${subject.digest} was written to ${open.image.pinned} and is not there: ${again.done.join('; ')}`,
        remedy: 'Run this again. If it stays so, the registry loses or changes what it takes.',
      });
    }
    await clock.sleep(FIRST_READ_BACK_DELAY_MS * 2 ** (look - 1) * (1 + random.fraction() / 2), signal);
  }
}
