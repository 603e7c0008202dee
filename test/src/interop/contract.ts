/*
 * What the interop rig is made of. One case = (exhibit, place) x (verifier, ask, subject) x expectation. Adding a verifier is
 * one file in verifiers/, an exhibit one object in a file of exhibits/, an exception one row in expectations/<verifier>.ts;
 * the runner finds them by their folder.
 */

/** Where something about an image can be stored. */
export type Layout = 'signature-tag' | 'attestation-tag' | 'bundle' | 'notation';

/** What makes a negative twin: everything is as in the positive exhibit, but for this. */
export type TwinKind =
  | 'other-identity'
  | 'other-issuer'
  | 'other-key'
  | 'tampered-payload'
  | 'other-digest'
  | 'missing-chain'
  | 'wrong-predicate'
  | 'unsigned'
  | 'untrusted-log'
  | 'wrong-source-repository'
  | 'dirty-platform';

/** What is asked about an image: is it signed, is there such a claim, or what is there at all (verifies nothing). */
export type Question =
  | { readonly kind: 'signature' }
  | { readonly kind: 'attestation'; readonly predicateType: string }
  | { readonly kind: 'list' };

/** Which digest is handed to the verifier: the index's, or that of the first platform. */
export type Subject = 'index' | 'platform';

/** What was written, as data, known before it is written: an ask says by it which exhibits it applies to. */
export interface Facts {
  readonly layouts: readonly Layout[];
  /**
   * `keyless`: a Fulcio certificate; `builder`: one of a public builder that others are asked to trust (`more.builder`); `key`: one
   * key; `rotated`: the old and the new key, side by side; `x509`: Notation.
   */
  readonly signer: 'keyless' | 'builder' | 'key' | 'rotated' | 'x509' | 'nobody';
  readonly log: 'rekor-v1' | 'rekor-v2' | 'none';
  /** Whether an RFC 3161 timestamp is in the bundles. */
  readonly timestamp: boolean;
  /** Whether the image itself is signed, and not only claims about it. */
  readonly signature: boolean;
  /** Attested about the index; an ask about a type that is not here is not asked. */
  readonly predicateTypes: readonly string[];
  /** About each platform: the same, where this is absent. */
  readonly platformPredicateTypes?: readonly string[];
  /** Which digests it was done for. */
  readonly subjects: readonly Subject[];
  /** Whether the claims are in a repository of their own. */
  readonly separateRepository: boolean;
}

/** What is on the registry now. */
export interface Written {
  /** `host/repository@sha256:...` */
  readonly index: string;
  readonly platform: string;
  /** `host/repository` of the claims, where that is not the image's. */
  readonly signatureRepository?: string;
  /** Paths of PEM public keys that a user would verify with: one, or the old and the new one. */
  readonly publicKeys?: readonly string[];
  /** More that one writer's exhibits tell their verifiers (a trust store, a policy), as paths or texts. */
  readonly more?: Readonly<Record<string, string>>;
}

/** One thing that somebody wrote about an image. `prepare` is called once for each place, beside others. */
export interface Exhibit {
  /** Unique, `[a-z0-9-]+`. */
  readonly id: string;
  /** One line of the matrix, in words. */
  readonly title: string;
  /** `countersign`, `cosign 3`, `cosign 2`, `@sigstore/oci`, `notation`. */
  readonly writer: string;
  readonly facts: Facts;
  /** Absent: it has to be accepted. Else it has to be refused where `spoils` says so (everywhere, where that is absent). */
  readonly twin?: TwinKind;
  readonly spoils?: (question: Question, subject: Subject) => boolean;
  /** Programs of `npm run tools` that write it. */
  readonly programs?: readonly string[];
  /** Where it is tried: in the places that take everything, where this is absent; `everywhere` takes them all. */
  readonly places?: (place: PlaceFacts) => boolean;
  /** Part of `--smoke`: false by default. */
  readonly smoke?: boolean;
  prepare(stage: Stage): Promise<Written>;
}

/** A registry and a Sigstore, before they run. */
export interface PlaceFacts {
  /** Unique, `[a-z0-9-]+`. */
  readonly id: string;
  readonly title: string;
  readonly registry: 'testbed' | 'distribution' | 'go-containerregistry';
  readonly sigstore: 'testbed' | 'real';
  readonly referrersApi: boolean;
  /** How the test bed answers where it has no referrers API: 404 where this is absent. */
  readonly answers?: 'header' | 'wrong-type';
  readonly auth: 'none' | 'basic' | 'token';
  /** Whether every exhibit is tried here; else those alone that ask for it. */
  readonly everything: boolean;
  readonly smoke: boolean;
}

/** For `Exhibit.places`: on every kind of registry. */
export const everywhere = (): boolean => true;

/** The trust material and services of a Sigstore, as a user would have them. */
export interface SigstoreFiles {
  readonly issuer: string;
  /** Paths. */
  readonly trustedRoot: string;
  readonly signingConfig: string;
  /** Paths of PEM files; `fulcioChain`: intermediate, then root. */
  readonly pem: {
    readonly fulcioChain: string;
    readonly fulcioRoot: string;
    readonly rekorKey: string;
    readonly ctlogKey: string;
    readonly tsaChain: string;
  };
  readonly fulcioUrl: string;
  readonly rekorUrl: string;
  /** Where there is a Rekor v2 as well. */
  readonly rekorV2Url?: string;
  readonly tsaUrl: string;
  /** A token of the release workflow; the claims given are laid over its own. */
  token(claims?: Readonly<Record<string, unknown>>): string;
}

/** A program's end. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  /** All that it gets, beside PATH, HOME (a folder of the stage) and DOCKER_CONFIG (of the place). */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly timeoutMs?: number;
}

/** A place that runs: what exhibits are prepared with, and verifiers asked in. */
export interface Stage {
  readonly place: PlaceFacts;
  /** `127.0.0.1:port` */
  readonly host: string;
  readonly auth: { readonly username: string; readonly password: string } | null;
  /** A folder for DOCKER_CONFIG: with the log-in, or an empty one. */
  readonly dockerConfig: string;
  /** The Sigstore that everybody here trusts. */
  readonly sigstore: SigstoreFiles;
  /** Another one, which certifies the same identities, and which nobody trusts. */
  readonly untrusted: SigstoreFiles;
  /** Who is expected to have signed. */
  readonly wanted: { readonly identity: string; readonly issuer: string; readonly repository: string };
  /** Pushes an image of two platforms that no other exhibit shares; the same name twice: the same image. */
  push(
    repository: string,
    content?: string,
  ): Promise<{ readonly index: string; readonly platforms: readonly string[] }>;
  /** A new, empty folder, removed with the stage. */
  folder(): Promise<string>;
  /** Runs a program that `npm run tools` built, by its name there (`cosign`), without a shell. Rejects where it is not there. */
  run(program: string, args: readonly string[], options?: RunOptions): Promise<Ran>;
  /** Runs Countersign's command, in this process; rejects with its words where it fails and `mayFail` is not set. */
  countersign(
    args: readonly string[],
    options?: Pick<RunOptions, 'env'> & { readonly mayFail?: boolean },
  ): Promise<Ran>;
  /** Makes something once for each stage, whoever asks first: a TUF mirror, a primed cache, a key. */
  once<T>(name: string, make: () => Promise<T>): Promise<T>;
  /** Registers what has to be ended with the stage (a server that `once` started). */
  onStop(stop: () => Promise<void>): void;
}

/** An ask that is run in the same place, by any verifier. */
export interface Planned {
  /** The verifier's id. */
  readonly verifier: string;
  /** The ask's id. */
  readonly ask: string;
  readonly asked: Asked;
}

/** What one ask is run with. */
export interface Asked {
  readonly stage: Stage;
  readonly written: Written;
  readonly facts: Facts;
  readonly exhibit: string;
  readonly subject: Subject;
  /** `host/repository@sha256:...`: what to verify. */
  readonly image: string;
  /** All that is asked in this place, this one too: for a program that answers many in one process. */
  readonly planned: readonly Planned[];
}

/** What a verifier said: its verdict, and its own words, whole. */
export interface Answer {
  readonly accepted: boolean;
  readonly words: string;
}

/** What a verifier is not made for, with the words that it says then. */
export interface Cannot {
  /** One sentence for the matrix. */
  readonly why: string;
  /** Its own words have to match, or the run fails. */
  readonly words: RegExp;
}

/** One way of asking a verifier. */
export interface Ask {
  /** Unique in its verifier, `[a-z0-9-]+`. */
  readonly id: string;
  readonly title: string;
  /** As a user would type it, with IMAGE, IDENTITY, ISSUER for what differs. */
  readonly command: string;
  readonly question: Question;
  /** Which exhibits it is asked about at all: a keyed ask makes no sense where nobody signed with a key. */
  applies(facts: Facts, place: PlaceFacts): boolean;
  /** Which of those it cannot accept by design, whatever is right: a layout it does not read, a log it does not know. */
  cannot?(facts: Facts, place: PlaceFacts): Cannot | undefined;
  /** Which digests it is asked about: the index and a platform, where this is absent. */
  readonly subjects?: readonly Subject[];
  /** Whether it is told the intermediate certificates, and so needs no chain beside a signature: false by default. */
  readonly knowsIntermediates?: boolean;
  /** Part of `--smoke`: true by default. */
  readonly smoke?: boolean;
  /** Whether the image decides nothing (a policy that admits everything): then the page sums it up under no image. */
  readonly whatever?: boolean;
  run(asked: Asked): Promise<Answer>;
}

/** A file in verifiers/ exports one as `verifier`, or several as `verifiers`. */
export interface Verifier {
  /** Unique, `[a-z0-9-]+`: what `--only` takes and expectations/ is named after. */
  readonly id: string;
  /** `cosign 3`: without the version. */
  readonly title: string;
  /** Names of `npm run tools`. */
  readonly programs: readonly string[];
  /** How a refusal is told from a crash or a lost connection: each one's words have to match. */
  readonly refusal: RegExp;
  /** Narrower words for some twins. */
  readonly refusalOf?: Partial<Readonly<Record<TwinKind, RegExp>>>;
  readonly asks: readonly Ask[];
  /** Where each case costs much: which exhibits tell something of it. All that its asks apply to, where this is absent. */
  readonly tells?: (exhibit: Exhibit, place: PlaceFacts) => boolean;
  /** The released version, as the program itself tells it (`3.1.3`). */
  version(run: Stage['run']): Promise<string>;
}

/** What has to come out of a case. */
export type Expectation =
  | { readonly state: 'pass' }
  | { readonly state: 'refused'; readonly words: RegExp }
  | ({ readonly state: 'cannot' } & Cannot)
  | ({ readonly state: 'fault' } & Fault)
  | { readonly state: 'not-run'; readonly why: string };

/** A verifier accepts a twin, or refuses what it documents to accept. */
interface Fault {
  /** What it does, wrongly. */
  readonly accepts: boolean;
  /** The version it was seen in: another one fails the run until the row is looked at again. */
  readonly version: string;
  readonly words: RegExp;
  readonly why: string;
  /** Where its makers know of it, if they do. */
  readonly issue?: string;
}

/** A row of expectations/<verifier>.ts (exported there as `exceptions`). A row that fits no case fails the run. */
export interface Exception {
  readonly exhibits: readonly string[] | RegExp;
  /** All asks, where this is absent. */
  readonly asks?: readonly string[];
  readonly subjects?: readonly Subject[];
  readonly places?: (place: PlaceFacts) => boolean;
  readonly expect: Expectation;
}

/** How a case came out. `unexpected` fails the run. */
export type State = Expectation['state'] | 'unexpected';

/** One cell, before it is run. */
export interface Case {
  readonly verifier: Verifier;
  readonly ask: Ask;
  readonly exhibit: Exhibit;
  readonly place: PlaceFacts;
  readonly subject: Subject;
  readonly expectation: Expectation;
}

/** One cell, afterwards. */
export interface Result {
  readonly verifier: string;
  readonly ask: string;
  readonly exhibit: string;
  readonly place: string;
  readonly subject: Subject;
  readonly state: State;
  /** Why it is as it is, in our words; for an unexpected one, what was expected. */
  readonly why?: string;
  /** The verifier's own words: those that matched, or all (bounded) where it is unexpected. */
  readonly words?: string;
  /** Whether `countersign doctor` foretold it; absent where it is not asked. */
  readonly doctor?: 'agrees' | 'disagrees';
  readonly milliseconds: number;
}
