import type { Answer, Ask, Asked, Facts, Layout, PlaceFacts, Verifier } from '../contract.js';

/** What the referrers of each layout are called; tags are none. */
const TYPES: Partial<Readonly<Record<Layout, string>>> = {
  bundle: 'application/vnd.dev.sigstore.bundle.v0.3+json',
  notation: 'application/vnd.cncf.notary.signature',
};

/** That registry lists what an artifact's config is, and a bundle has an empty one (google/go-containerregistry#1997). */
const EMPTY = 'application/vnd.oci.empty.v1+json';

const typesOf = ({ layouts, separateRepository }: Facts, { registry }: PlaceFacts): readonly string[] =>
  separateRepository
    ? []
    : layouts.flatMap((layout) =>
        registry === 'go-containerregistry' && layout === 'bundle' ? EMPTY : (TYPES[layout] ?? []),
      );

const discover = (format: 'tree' | 'json'): Ask => ({
  id: `discover-${format}`,
  title: format === 'tree' ? 'the tree of what refers to the image' : 'the same, in JSON',
  command: `oras discover ${format === 'tree' ? '' : '--format json '}IMAGE`,
  question: { kind: 'list' },
  applies: ({ layouts }) => layouts.length > 0,
  cannot: (facts, place) =>
    typesOf(facts, place).length > 0
      ? undefined
      : {
          why: facts.separateRepository
            ? 'It lists what refers to the image in the repository of the image, and there is nothing'
            : 'It lists referrers alone, and the tags of cosign are none',
          words: NOTHING,
        },
  run: (asked) => run(asked, format),
});

/** A reference that nothing follows, or an empty list. */
const NOTHING = /@sha256:[0-9a-f]{64}\s*$|"referrers": \[\]/;

async function run({ stage, image, facts }: Asked, format: 'tree' | 'json'): Promise<Answer> {
  const args = ['discover', '--plain-http', '--no-tty', '--format', format, image];
  const { code, stdout, stderr } = await stage.run('oras', args);
  const types = typesOf(facts, stage.place);
  const listed = types.length > 0 && types.every((type) => stdout.includes(type));
  return { accepted: code === 0 && listed, words: `${stderr}\n${stdout}`.trim() };
}

/** Lists whatever refers to an image, and verifies nothing. */
export const verifier: Verifier = {
  id: 'oras',
  title: 'oras discover',
  programs: ['oras'],
  refusal: NOTHING,
  asks: [discover('tree'), discover('json')],
  version: async (run) => /Version:\s+(\S+)/.exec((await run('oras', ['version'])).stdout)?.[1] ?? '',
};
