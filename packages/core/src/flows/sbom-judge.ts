import { CountersignError } from '../errors.js';
import { MAX_SHOWN_SBOM_FINDINGS } from '../limits.js';
import type { SbomFinding, SbomQuality } from '../report/index.js';
import { checkWhole, failedThresholds, qualityOf, type Sbom } from '../sbom/index.js';
import type { Draft } from './sbom-drafts.js';
import type { SbomOptions } from './sbom-options.js';

/** What the checks made of one draft. */
export interface Judgement {
  readonly findings: readonly SbomFinding[];
  readonly quality: SbomQuality | undefined;
  /** A sentence for each threshold that was missed. */
  readonly missed: readonly string[];
}

/** Holds a draft against its evidence, its baseline and the thresholds. */
export function judgeDraft(draft: Draft, baseline: Sbom | undefined, options: SbomOptions): Judgement {
  const { subject, evidence, judged, documents } = draft;
  const platform = subject?.platform;
  const { allowEmpty, maxDropPercent } = options;
  const findings = judged.flatMap((sbom) =>
    checkWhole({ sbom, evidence, baseline, allowEmpty, maxDropPercent }).map(
      ({ kind, text, path, fatal }): SbomFinding => ({ platform, kind, text, path, fatal }),
    ),
  );
  // Of what is published: syft-json says less about suppliers and licences than the documents made from it.
  const published = documents.find(({ sbom }) => sbom.format !== 'syft-json')?.sbom ?? judged[0];
  const quality = published === undefined ? undefined : qualityOf(published);
  return {
    findings: withoutRepeats(findings),
    quality: quality === undefined ? undefined : { platform, ...quality },
    missed:
      quality === undefined ? [] : failedThresholds(quality, options.thresholds).map(({ text }) => text),
  };
}

/** Several documents of one platform share their findings. */
const withoutRepeats = (findings: readonly SbomFinding[]): readonly SbomFinding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify([finding.kind, finding.text]), finding])).values(),
];

/** The rejection of a run whose documents miss something; undefined where there is none. The gravest comes first. */
export function rejectionOf(
  judgements: readonly Judgement[],
  { onIncomplete }: Pick<SbomOptions, 'onIncomplete'>,
  remedy = 'Mend what hides the packages; nothing was written. An image that honestly has none needs allow-empty: true; on-incomplete: warn writes the documents with a warning.',
): CountersignError | undefined {
  const fatal = judgements.flatMap(({ findings }) => findings).filter((finding) => finding.fatal);
  if (fatal.length > 0 && onIncomplete === 'fail') {
    return new CountersignError('SBOM_INCOMPLETE', {
      what: `The SBOM does not hold what is in the image: ${listed(fatal.map(findingText))}`,
      remedy,
    });
  }
  const missed = judgements.flatMap(({ missed: texts, quality }) =>
    texts.map((text) => (quality?.platform === undefined ? text : `${quality.platform}: ${text}`)),
  );
  if (missed.length === 0) return undefined;
  return new CountersignError('SBOM_QUALITY_LOW', {
    what: `The SBOM says less than min-quality asks for: ${listed(missed)}`,
    remedy: 'Give the packages what they lack, or lower min-quality; nothing was written.',
  });
}

/** `linux/amd64: there is …` */
export const findingText = ({ platform, text }: SbomFinding): string =>
  platform === undefined ? text : `${platform}: ${text}`;

function listed(texts: readonly string[]): string {
  const rest = texts.length - MAX_SHOWN_SBOM_FINDINGS;
  return `${texts.slice(0, MAX_SHOWN_SBOM_FINDINGS).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}
