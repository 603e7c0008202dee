import type { Subject } from '../digest-set/index.js';
import { CountersignError } from '../errors.js';
import type { Digest } from '../oci/index.js';
import type { Sbom, SbomPackage } from '../sbom/index.js';

interface Document {
  readonly path: string;
  readonly sbom: Sbom;
}

/**
 * Checks what a document of an index has to say so that no platform is covered by the packages of another: on which
 * platforms each package is, in our marks (sbom/platform-mark.ts). One without any is taken where each platform has a
 * document of the same format, all of whose packages it lists. Throws SBOM_INCOMPLETE, SBOM_SUBJECT_MISMATCH.
 */
export function checkIndexDocument(
  { path, sbom }: Document,
  subjects: readonly Subject[],
  own: ReadonlyMap<Digest, readonly Document[]>,
): void {
  if (sbom.describes.length > 1) {
    throw new CountersignError('SBOM_SUBJECT_MISMATCH', {
      what: `${path} describes the index and ${sbom.describes.slice(1, 3).join(', ')} as well`,
      remedy: 'Give a document that describes the digest of the index alone.',
    });
  }
  if (sbom.format === 'syft-json') throw partial(path, 'is syft-json, which is about one file system');
  const known = new Set(subjects.map(({ platform }) => platform));
  if (known.size < subjects.length && own.size === 0)
    throw partial(path, 'cannot tell apart two platforms that call themselves the same');
  const unmarked = sbom.packages.filter(({ platforms }) => platforms.length === 0);
  const strange = sbom.packages.find(({ platforms }) => platforms.some((platform) => !known.has(platform)));
  if (strange !== undefined)
    throw partial(path, `marks ${JSON.stringify(strange.name)} with a platform that the index does not have`);
  const inParts = subjects.map(({ digest }) =>
    own.get(digest)?.find((document) => document.sbom.format === sbom.format),
  );
  const hasMarks = unmarked.length < sbom.packages.length || sbom.packages.length === 0;
  if (unmarked.length > 0 && (hasMarks || inParts.includes(undefined))) {
    throw partial(
      path,
      `does not say on which platforms ${unmarked.length} of its ${sbom.packages.length} packages are`,
    );
  }
  const listed = new Set(sbom.packages.map(keyOf));
  for (const part of inParts) {
    const left = part?.sbom.packages.find((each) => !listed.has(keyOf(each)));
    if (part !== undefined && left !== undefined)
      throw partial(path, `lacks ${JSON.stringify(left.name)}, which ${part.path} has`);
  }
}

/** The packages of one platform as a document of its own; none where the document has no marks. */
export const partOf = (sbom: Sbom, platform: string | undefined): readonly Sbom[] =>
  platform === undefined || sbom.packages.some(({ platforms }) => platforms.length === 0)
    ? []
    : [{ ...sbom, packages: sbom.packages.filter(({ platforms }) => platforms.includes(platform)) }];

const keyOf = ({ purl, name, version }: SbomPackage): string => purl ?? JSON.stringify([name, version]);

const partial = (path: string, why: string): CountersignError =>
  new CountersignError('SBOM_INCOMPLETE', {
    what: `${path} describes the index and ${why}: packages of one platform would stand for another`,
    remedy:
      'Give a document of each platform as well, or the document of the index that generate-sbom writes.',
  });
