import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exhibit, Facts, Stage, Written } from '../contract.js';

export const REVIEW = 'https://example.com/review/v1';

const FACTS: Facts = {
  layouts: ['signature-tag', 'attestation-tag', 'bundle'],
  signer: 'keyless',
  log: 'rekor-v1',
  timestamp: true,
  signature: true,
  predicateTypes: ['https://slsa.dev/provenance/v1', REVIEW],
  subjects: ['index', 'platform'],
  separateRepository: false,
};

export const exhibits: readonly Exhibit[] = [
  {
    id: 'keyless',
    title: 'keyless, every layout',
    writer: 'countersign',
    facts: FACTS,
    smoke: true,
    prepare: (stage) => attested(stage, 'keyless'),
  },
  {
    id: 'unsigned',
    title: 'an image that nobody signed',
    writer: 'countersign',
    facts: FACTS,
    twin: 'unsigned',
    smoke: true,
    prepare: async (stage) => at(await stage.push('acme/unsigned')),
  },
];

/** Pushes an image and has Countersign sign and attest it. */
async function attested(stage: Stage, name: string, ...more: readonly string[]): Promise<Written> {
  const image = await stage.push(`acme/${name}`);
  const review = await stage.once('review.json', async () => {
    const path = join(await stage.folder(), 'review.json');
    await writeFile(path, '{"reviewed":true}');
    return path;
  });
  await stage.countersign([
    ...['attest', image.index, '--signature', '--provenance'],
    ...['--predicate-type', REVIEW, '--predicate-path', review],
    ...more,
  ]);
  return at(image);
}

const at = ({ index, platforms: [platform = index] }: Awaited<ReturnType<Stage['push']>>): Written => ({
  index,
  platform,
});
