import { MAX_SBOM_PLATFORMS } from '../limits.js';

/** The CycloneDX property that marks a component with one platform of the image. */
export const PLATFORM_PROPERTY = 'countersign:platform';

const COMMENT = 'countersign:platforms ';
const MAX_COMMENT_CHARS = 64 * 1024;

/** The SPDX annotation that marks a package with its platforms (clause 12): a comment that is text and can be read back. */
export const platformAnnotation = (platforms: readonly string[], date: string) => ({
  annotationDate: date,
  annotationType: 'OTHER',
  annotator: 'Tool: countersign',
  comment: `${COMMENT}${JSON.stringify(platforms)}`,
});

/** The platforms of such a comment; none for any other text. */
export function platformsOfComment(comment: unknown): readonly string[] {
  if (typeof comment !== 'string' || !comment.startsWith(COMMENT)) return [];
  if (comment.length > MAX_COMMENT_CHARS) return [];
  try {
    const platforms: unknown = JSON.parse(comment.slice(COMMENT.length));
    if (!Array.isArray(platforms)) return [];
    return platforms.filter((each) => typeof each === 'string').slice(0, MAX_SBOM_PLATFORMS);
  } catch {
    return []; // not our mark: somebody's remark that begins like it
  }
}
