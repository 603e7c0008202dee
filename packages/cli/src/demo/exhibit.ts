import { formatReference } from '@countersign/core/reference';
import { pushImage } from '@countersign/testbed';
import { targetOf } from './attacks.js';
import { copyOfUsersImage } from './users-image.js';
import type { Exhibit } from './demo.js';
import { passGate, showGate } from './gate.js';
import { describeImage } from './look-inside.js';
import { ownImage, readOwnFiles } from './own-image.js';
import { findPrograms } from './programs.js';
import type { Stage } from './stage.js';
import type { Steps } from './steps.js';
import type { UsersInputs } from './users-inputs.js';
import type { Edge } from '../edge.js';

export interface Preparation {
  /** undefined: the demo's own image is shown. */
  readonly users: UsersInputs | undefined;
  readonly edge: Edge;
  /** The checkout. */
  readonly root: string;
  /** A temporary folder of this run. */
  readonly folder: string;
  readonly stage: Stage;
  readonly steps: Steps;
}

const REPOSITORY = 'acme/app';
const TAG = 'v1.0.0';

/** Puts the image of the demo into the test bed's registry, and gets the document that describes it. */
export const prepareExhibit = (preparation: Preparation): Promise<Exhibit> =>
  preparation.users === undefined ? prepareOwn(preparation) : prepareUsers(preparation, preparation.users);

async function prepareOwn(preparation: Preparation): Promise<Exhibit> {
  const { root, stage, steps } = preparation;
  const programs = await findPrograms(stage, steps);
  const files = await readOwnFiles(root, programs !== undefined);
  const good = await steps.run("a two-platform image of Countersign's own command", async (tell) => {
    const image = ownImage(files, { vulnerable: false });
    await pushImage(stage.registry, REPOSITORY, image, TAG);
    const target = targetOf(image);
    tell(stage.pinned(REPOSITORY, target.root.digest));
    return { ...target, repository: REPOSITORY, tag: TAG };
  });
  const looking = { ...preparation, programs };
  const described = await describeImage(looking, good);
  const scan = await passGate(looking, good, described);
  return {
    good,
    sbom: described.sbom,
    scan,
    everywhere: programs !== undefined,
    showGate: (now) => showGate(looking, ownImage(files, { vulnerable: true }), now),
  };
}

async function prepareUsers({ edge, stage, steps }: Preparation, users: UsersInputs): Promise<Exhibit> {
  const good = await steps.run(`a copy of ${formatReference(users.image)} in the test bed`, async (tell) => {
    const copied = await copyOfUsersImage(users, edge, {
      host: stage.host,
      repository: REPOSITORY,
      tag: TAG,
    });
    tell(`${copied.bytes} bytes; its own registry was only read`);
    tell(stage.pinned(REPOSITORY, copied.root.digest));
    const target = { root: copied.root, platforms: copied.platforms };
    return { ...target, repository: REPOSITORY, tag: TAG };
  });
  return { good, sbom: users.sbom, scan: undefined, everywhere: false, showGate: undefined };
}
