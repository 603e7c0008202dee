import {
  documentClaim,
  predicateClaim,
  provenanceClaim,
  routeDocument,
  Schemas,
  signatureClaim,
  SLSA_PROVENANCE_V1,
  validateDocument,
  validateOpenVex,
  validatePredicate,
  validateVulnerabilityReport,
  type CheckedDocument,
  type Claim,
} from '../claims/index.js';
import type { Subject } from '../digest-set/index.js';
import { CountersignError } from '../errors.js';
import type { IdentityToken } from '../sign/index.js';
import type { ImageRun, OpenImage } from './images.js';
import { reported } from './report.js';
import { runSigning } from './signing.js';
import type { AttestOptions, FlowReport, Services } from './types.js';
import { namedAfter, perDigest, type DraftClaim } from './wanted.js';

/**
 * Attests images: documents and predicates to the digest each belongs to, provenance (and, where asked for, the
 * signature) to the digest given and its platforms, all in one session. Documents are checked to be what they say they
 * are before anything else happens. What goes wrong is in the report.
 */
export async function attestImages(options: AttestOptions, services: Services): Promise<FlowReport> {
  let documents: readonly GivenDocument[];
  try {
    documents = await readDocuments(options);
  } catch (error) {
    return reported('attest', services, () => {
      throw error;
    });
  }
  return runSigning(
    {
      command: 'attest',
      options,
      signs: options.signature,
      draft: (run, token) => [
        ...(options.signature ? perDigest(run, signatureClaim) : []),
        ...(options.provenance ? perDigest(run, (subject, name) => provenanceOf(subject, name, token)) : []),
        ...draftDocuments(documents, run),
      ],
    },
    services,
  );
}

interface GivenDocument {
  readonly kind: AttestOptions['documents'][number]['kind'] | 'predicate';
  readonly path: string;
  readonly platform: string | undefined;
  readonly checked: CheckedDocument;
}

const VALIDATE = {
  sbom: validateDocument,
  'vulnerability-report': validateVulnerabilityReport,
  openvex: validateOpenVex,
};

/** One after the other: each may be large. */
async function readDocuments(options: AttestOptions): Promise<readonly GivenDocument[]> {
  const documents: GivenDocument[] = [];
  const schemas = new Schemas();
  for (const { kind, path, platform, bytes } of options.documents) {
    documents.push({ kind, path, platform, checked: await VALIDATE[kind](bytes, path, schemas) });
  }
  for (const { type, path, bytes } of options.predicates) {
    const checked = await validatePredicate(type, bytes, path, schemas);
    documents.push({ kind: 'predicate', path, platform: undefined, checked });
  }
  if (documents.length === 0 && !options.provenance) {
    throw new CountersignError('INPUT_MISSING', {
      what: 'Nothing was given to attest',
      remedy:
        'Give sbom, vulnerability-report, openvex, "provenance: true", or predicate-type with predicate-path.',
    });
  }
  if (options.provenance && options.key !== undefined) {
    throw new CountersignError('INPUTS_CONTRADICT', {
      what: 'Provenance is written from the claims of an identity token, and with a key none is asked for',
      remedy: 'Leave out the key, or attest a predicate of your own with predicate-type and predicate-path.',
    });
  }
  return documents;
}

/**
 * Throws INPUTS_CONTRADICT where two scans come to be about one digest: verifiers differ in which of two they believe, so
 * the clean one could cover the other.
 */
function draftDocuments(documents: readonly GivenDocument[], run: ImageRun): readonly DraftClaim[] {
  const scans = new Map<string, string>();
  return documents.flatMap((document) => {
    const drafts = draftDocument(document, run);
    if (document.kind !== 'vulnerability-report') return drafts;
    for (const { claim } of drafts) {
      const place = `${claim.subject.digest} ${claim.predicateType}`;
      const other = scans.get(place);
      if (other !== undefined) throw twoScans(other, document.path, claim.subject);
      scans.set(place, document.path);
    }
    return drafts;
  });
}

const twoScans = (one: string, other: string, subject: Subject): CountersignError =>
  new CountersignError('INPUTS_CONTRADICT', {
    what: `${one} and ${other} are both the scan of ${subject.platform ?? 'the digest given'} (${subject.digest})`,
    remedy:
      'Give one report for each digest: the one of a platform names its manifest, or is given as PLATFORM=PATH.',
  });

/**
 * A document that names digests goes to the images that hold one of them, and has to find one; a document that names none
 * goes to every image. Throws DOCUMENT_SUBJECT_MISMATCH.
 */
function draftDocument(
  { kind, path, platform, checked }: GivenDocument,
  run: ImageRun,
): readonly DraftClaim[] {
  const { images } = run;
  const holders = images.filter(
    ({ image }) =>
      checked.describes.length === 0 ||
      [image.root, ...image.platforms].some(({ digest }) => checked.describes.includes(digest)),
  );
  // Where no image holds it, routing says which digests it names.
  const homes = (holders.length > 0 ? holders : images).map((open) => ({
    open,
    subject: routeDocument(checked, open.image, platform, path),
  }));
  const make = kind === 'sbom' ? documentClaim : predicateClaim;
  return groupBy(homes).map(([subject, holders]) => ({
    claim: namedAfter(holders, run, (name) => make(subject, name, checked)),
    images: holders,
  }));
}

/** The same digest in several repositories is one claim. */
function groupBy(
  homes: readonly { readonly open: OpenImage; readonly subject: Subject }[],
): readonly (readonly [Subject, readonly OpenImage[]])[] {
  const groups = new Map<string, [Subject, OpenImage[]]>();
  for (const { open, subject } of homes) {
    const group = groups.get(subject.digest);
    if (group === undefined) groups.set(subject.digest, [subject, [open]]);
    else group[1].push(open);
  }
  return [...groups.values()];
}

/** A dry run has no token: then the claim is planned without its content. */
function provenanceOf(
  subject: Subject,
  name: Parameters<typeof provenanceClaim>[1],
  token: IdentityToken | undefined,
): Claim {
  if (token !== undefined) return provenanceClaim(subject, name, token.claims);
  return {
    kind: 'provenance',
    subject,
    predicateType: SLSA_PROVENANCE_V1,
    payload: new Uint8Array(),
    simpleSigning: undefined,
  };
}
