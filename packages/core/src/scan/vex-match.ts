import type { ScannedImage } from './decide-types.js';
import type { Finding, UnmatchedVex, VexUse } from './types.js';
import type { VexDocument, VexImage, VexProduct, VexStatement } from './vex-types.js';
import { canonical } from './waiver-image.js';
import { purlCovers } from './package-url.js';

/** Holds the statements of all documents against the findings of one image, and remembers which of them matched. */
export class VexMatcher {
  private readonly image: ScannedImage;
  private readonly byId = new Map<string, Candidate[]>();
  private readonly all: Candidate[] = [];

  constructor(documents: readonly VexDocument[], image: ScannedImage) {
    this.image = image;
    for (const { path, statements } of documents) {
      for (const statement of statements) {
        const candidate: Candidate = { document: path, statement, hasFinding: false, isUsed: false };
        this.all.push(candidate);
        for (const id of new Set(statement.ids.map(keyOf))) {
          const others = this.byId.get(id);
          if (others === undefined) this.byId.set(id, [candidate]);
          else others.push(candidate);
        }
      }
    }
  }

  /**
   * What counts for a finding: of the statements about it the latest, of two of one time the one that says more of it is
   * affected. One that was found on several platforms of an index is only out of the way where it is on each of them.
   */
  useFor(finding: Finding): VexUse | undefined {
    if (this.all.length === 0) return undefined;
    const candidates = new Set(
      [finding.id, ...finding.aliases].flatMap((id) => this.byId.get(keyOf(id)) ?? []),
    );
    if (candidates.size === 0) return undefined;
    const places = finding.platforms.length === 0 ? [undefined] : finding.platforms;
    const uses = places.map((platform) => this.useOn(platform, finding, candidates));
    const worst = uses.reduce((one, other) =>
      one === undefined || (other !== undefined && GRAVITY[one.status] >= GRAVITY[other.status])
        ? one
        : other,
    );
    return worst;
  }

  /** The statements that matched nothing. */
  unmatched(): readonly UnmatchedVex[] {
    return this.all.flatMap(({ document, statement, hasFinding, isUsed }, place) =>
      isUsed ? [] : [{ place, name: `${document}: ${statement.name}`, hasFinding }],
    );
  }

  private useOn(
    platform: string | undefined,
    finding: Finding,
    candidates: ReadonlySet<Candidate>,
  ): VexUse | undefined {
    let latest: Candidate | undefined;
    for (const candidate of candidates) {
      candidate.hasFinding = true;
      if (!candidate.statement.products.some((product) => this.isAbout(product, platform, finding))) continue;
      candidate.isUsed = true;
      if (latest === undefined || supersedes(candidate.statement, latest.statement)) latest = candidate;
    }
    if (latest === undefined) return undefined;
    const { status, justification } = latest.statement;
    return { document: latest.document, status, justification };
  }

  private isAbout(
    { image, packages }: VexProduct,
    platform: string | undefined,
    { package: found }: Finding,
  ): boolean {
    if (image !== undefined && !this.isImage(image, platform)) return false;
    return (
      (image !== undefined && packages.length === 0) || packages.some((purl) => purlCovers(purl, found.purl))
    );
  }

  private isImage({ digest, repository }: VexImage, platform: string | undefined): boolean {
    const { names, digest: own, index, platforms } = this.image;
    if (digest !== undefined) {
      const ofPlatform = platform === undefined ? undefined : platforms?.[platform];
      return digest === own || digest === index || digest === ofPlatform;
    }
    return repository !== undefined && names.some((name) => canonical(name) === repository);
  }
}

interface Candidate {
  readonly document: string;
  readonly statement: VexStatement;
  hasFinding: boolean;
  isUsed: boolean;
}

const keyOf = (id: string): string => id.toUpperCase();

function supersedes(one: VexStatement, other: VexStatement): boolean {
  const [time, before] = [one.timestamp.getTime(), other.timestamp.getTime()];
  return time > before || (time === before && GRAVITY[one.status] > GRAVITY[other.status]);
}

const GRAVITY: Readonly<Record<VexUse['status'], number>> = {
  affected: 3,
  under_investigation: 2,
  fixed: 1,
  not_affected: 0,
};
