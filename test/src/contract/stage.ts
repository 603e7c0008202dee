import {
  buildDemoImage,
  pushImage,
  startTestbed,
  type PushedImage,
  type Testbed,
  type TestbedOptions,
} from '@countersign/testbed';

/** A test bed with a two-platform image, tagged `latest`, and what an action needs to work with both. */
export interface Stage {
  readonly testbed: Testbed;
  readonly image: PushedImage;
  /** `127.0.0.1:port/acme/app` */
  readonly repository: string;
  /** `repository@digest` */
  readonly reference: string;
  /** The variables of a job in the test bed. */
  readonly env: Readonly<Record<string, string>>;
  /** What must stand in no log, summary or file; ready for `leaks`. */
  readonly secrets: readonly string[];
  /** Another image, whose bytes differ. */
  push(marker: string): Promise<string>;
  /** Requests received so far by every service. */
  requests(): number;
}

export async function openStage(options: TestbedOptions = {}): Promise<Stage> {
  const testbed = await startTestbed(options);
  const { registry, auth, environment } = testbed;
  const repository = `${registry}/acme/app`;
  const push = (marker: string, tag?: string): Promise<PushedImage> =>
    pushImage(
      { origin: `http://${registry}`, auth },
      'acme/app',
      buildDemoImage([{ path: 'app/marker.txt', bytes: Buffer.from(marker) }]),
      tag,
    );
  const image = await push('the image', 'latest');
  return {
    testbed,
    image,
    repository,
    reference: `${repository}@${image.digest}`,
    env: environment,
    secrets: [testbed.requestToken, ...(auth === null ? [] : [auth.password])],
    push: async (marker) => `${repository}@${(await push(marker)).digest}`,
    requests: () => Object.values(testbed.requests).reduce((sum, { entries }) => sum + entries.length, 0),
  };
}
