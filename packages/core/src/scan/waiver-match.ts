import { EXPIRING_DAYS } from '../limits.js';
import type { ScannedImage } from './decide-types.js';
import type { Finding, Waiver, WaiverState } from './types.js';
import { daysAhead } from './waiver-days.js';
import { coversImage } from './waiver-image.js';
import { coversPackage } from './waiver-package.js';

/** What the waivers say of a finding: the first that applies, and why those that do not apply do not. */
export interface WaiverAnswer {
  readonly waiver: Waiver | undefined;
  readonly notes: readonly string[];
}

/** Holds waivers against the findings of one image, and counts what each of them covers. */
export class WaiverMatcher {
  private readonly waivers: readonly Waiver[];
  private readonly now: Date;
  private readonly byId = new Map<string, Waiver[]>();
  private readonly ofOthers = new Set<Waiver>();
  private readonly matched = new Map<Waiver, number>();

  constructor(waivers: readonly Waiver[], image: ScannedImage, now: Date) {
    this.waivers = waivers;
    this.now = now;
    for (const waiver of waivers) {
      if (!coversImage(waiver.images, image)) {
        this.ofOthers.add(waiver);
        continue;
      }
      const key = waiver.id.toUpperCase();
      const others = this.byId.get(key);
      if (others === undefined) this.byId.set(key, [waiver]);
      else others.push(waiver);
    }
  }

  answerFor(finding: Finding): WaiverAnswer {
    const waivers = this.about(finding);
    if (waivers === undefined) return NO_WAIVER;
    const notes: string[] = [];
    let applies: Waiver | undefined;
    for (const waiver of waivers) {
      if (!coversPackage(waiver, finding.package)) continue;
      const why = whyNot(waiver, finding);
      if (why === undefined) this.matched.set(waiver, (this.matched.get(waiver) ?? 0) + 1);
      if (why !== undefined) notes.push(`waiver ${waiver.index} (${waiver.owner}) does not apply: ${why}`);
      else if (this.daysLeft(waiver) < 0)
        notes.push(`waiver ${waiver.index} (${waiver.owner}) expired on ${waiver.expires}`);
      else applies ??= waiver;
    }
    return { waiver: applies, notes };
  }

  states(): readonly WaiverState[] {
    return this.waivers.map((waiver) => {
      const daysLeft = this.daysLeft(waiver);
      const matched = this.matched.get(waiver) ?? 0;
      const isOfOthers = this.ofOthers.has(waiver);
      return { waiver, state: stateOf(daysLeft, matched), daysLeft, isOfOthers, matched };
    });
  }

  /** Each once. For most findings there is none, and there are many findings. */
  private about({ id, aliases }: Finding): ReadonlySet<Waiver> | undefined {
    if (this.byId.size === 0) return undefined;
    let waivers: Set<Waiver> | undefined;
    const add = (each: Waiver): unknown => (waivers ??= new Set()).add(each);
    this.byId.get(id.toUpperCase())?.forEach(add);
    for (const alias of aliases) this.byId.get(alias.toUpperCase())?.forEach(add);
    return waivers;
  }

  private daysLeft(waiver: Waiver): number {
    return daysAhead(waiver.expires, this.now);
  }
}

/** Expired goes before unused: an old waiver has to be looked at, whether or not its finding is still there. */
function stateOf(daysLeft: number, matched: number): WaiverState['state'] {
  if (daysLeft < 0) return 'expired';
  if (matched === 0) return 'unused';
  return daysLeft <= EXPIRING_DAYS ? 'expiring' : 'active';
}

/** Why a waiver for this very finding does not cover it, apart from its end. */
function whyNot({ untilFixed, allowKev }: Waiver, { fix, kev }: Finding): string | undefined {
  if (kev !== undefined && !allowKev)
    return 'the vulnerability is known to be exploited, and allow-kev is not set';
  if (untilFixed && fix.state === 'fixed') return 'it is until-fixed, and a fix is there';
  return undefined;
}

const NO_WAIVER: WaiverAnswer = { waiver: undefined, notes: [] };
