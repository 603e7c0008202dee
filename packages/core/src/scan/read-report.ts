import { MAX_FINDINGS, MAX_SCAN_SENTENCES } from '../limits.js';
import { ReportBytes } from './read-bytes.js';
import { grypeAlerts, grypeFacts, grypeMatches } from './read-grype.js';
import { ReportTexts } from './read-texts.js';
import { trivyFacts, trivyFinding } from './read-trivy.js';
import { attestedFacts, attestedFinding, checkWholeList } from './read-vuln.js';
import type { Finding, ScanReport } from './types.js';

/**
 * Reads the report of a scan from a stream: grype's JSON (0.117), trivy's (schema 2), or a predicate of cosign's vuln v1
 * (alone or in its in-toto statement), with findings as scan writes them or one of those reports as its result. `path` is
 * for messages. Throws REPORT_INVALID: what cannot be read whole decides nothing. Rejects with the stream's own error.
 */
export async function readScanReport(source: AsyncIterable<Uint8Array>, path: string): Promise<ScanReport> {
  const bytes = new ReportBytes(source, path);
  const draft = new Draft(bytes);
  await draft.take();
  await bytes.end();
  return draft.report();
}

/** The members of an object, as they come in any order: lists become findings at once, the rest is kept. */
class Draft {
  private readonly bytes: ReportBytes;
  private readonly texts: ReportTexts;
  private readonly members = Object.create(null) as Record<string, unknown>;
  private readonly lists: Lists;

  constructor(bytes: ReportBytes, texts = new ReportTexts(bytes.path), lists = new Lists()) {
    this.bytes = bytes;
    this.texts = texts;
    this.lists = lists;
  }

  async take(): Promise<void> {
    await this.bytes.object(async (name) => {
      this.members[name] = await this.member(name);
    });
  }

  report(): ScanReport {
    const { members, texts, lists } = this;
    const { findings } = lists;
    if (has(members, 'matches') && has(members, 'descriptor'))
      return {
        ...grypeFacts(members, texts),
        findings: this.only('grype'),
        ignoredByScanner: lists.ignored,
        alerts: lists.alerts,
      };
    if (has(members, 'SchemaVersion')) {
      const facts = trivyFacts(members, texts);
      return {
        ...facts,
        findings: this.only('trivy'),
        ignoredByScanner: lists.ignored,
        ...(lists.looked > 0 ? {} : { isEmpty: true }),
      };
    }
    if (members.predicate instanceof Draft) return this.statement(members.predicate);
    if (members.scanner instanceof Draft) return this.predicate(members.scanner);
    if (findings.length > 0) return this.bytes.refuse('it has findings, and nothing else of a report');
    return this.bytes.refuse(whatElse(members));
  }

  private async member(name: string): Promise<unknown> {
    const { bytes, texts, lists } = this;
    const add = (form: Form, finding: Finding): void => {
      if (lists.add(form, finding) > MAX_FINDINGS) bytes.refuse(`it has more than ${MAX_FINDINGS} findings`);
    };
    switch (name) {
      case 'matches':
        // grype writes an empty list where it found nothing; Go's null is of another that was cut.
        if ((await bytes.peek()) !== OPEN_BRACKET) texts.refuse('matches', 'is not an array');
        await bytes.objects(grypeMatches(texts), (finding) => {
          add('grype', finding);
        });
        return TAKEN;
      case 'ignoredMatches':
        await bytes.objects(AS_IT_IS, () => void (lists.ignored += 1));
        return TAKEN;
      case 'alertsByPackage':
        await bytes.objects(AS_IT_IS, (element) => {
          lists.alert(grypeAlerts(element, texts));
        });
        return TAKEN;
      case 'Results':
        await bytes.elements(() => this.trivyResult(add));
        return TAKEN;
      case 'findings':
        await bytes.objects(AS_IT_IS, (finding) => {
          add('attested', attestedFinding(finding, texts));
        });
        return TAKEN;
      case 'scanner':
      case 'result':
      case 'predicate':
        return this.inner();
      default:
        return bytes.value();
    }
  }

  private async inner(): Promise<unknown> {
    if ((await this.bytes.peek()) !== OPEN_BRACE) return this.bytes.value();
    const inner = new Draft(this.bytes, this.texts, this.lists);
    await inner.take();
    return inner;
  }

  private async trivyResult(add: (form: Form, finding: Finding) => void): Promise<void> {
    const { bytes, texts, lists } = this;
    const facts: Record<string, unknown> = {};
    const waiting: Readonly<Record<string, unknown>>[] = [];
    const type = (): string => texts.optional(facts, 'Type') ?? 'unknown';
    await bytes.object(async (name) => {
      if (name === 'Vulnerabilities')
        await bytes.objects(AS_IT_IS, (vulnerability) => {
          // trivy writes the type first; where it comes later, what it is the type of has to wait.
          if (has(facts, 'Type')) add('trivy', trivyFinding(vulnerability, type(), texts));
          else if (waiting.push(vulnerability) > MAX_WAITING)
            bytes.refuse('a result in it does not begin with its Type');
        });
      else if (name === 'ExperimentalModifiedFindings')
        await bytes.objects(AS_IT_IS, () => void (lists.ignored += 1));
      else if (name === 'Type' || name === 'Class') facts[name] = await bytes.value();
      else await bytes.skip();
    });
    for (const vulnerability of waiting) add('trivy', trivyFinding(vulnerability, type(), texts));
    if (hasPackages(facts)) lists.looked += 1;
  }

  private statement(predicate: Draft): ScanReport {
    const type = this.members.predicateType;
    if (typeof type !== 'string' || !VULN_TYPE.test(type))
      return this.bytes.refuse("it is a statement of another type than cosign's vuln v1");
    return predicate.report();
  }

  private predicate(scanner: Draft): ScanReport {
    const result = scanner.members.result;
    if (!(result instanceof Draft)) return this.texts.refuse('scanner.result', 'is not an object');
    // trivy --format cosign-vuln, and cosign's documentation, put the scanner's own report there.
    if (!has(result.members, 'findings')) return result.report();
    const plain = { ...this.members, scanner: { ...scanner.members, result: result.members } };
    const facts = attestedFacts(plain, this.texts);
    const findings = this.only('attested');
    checkWholeList(plain, findings.length, facts.omittedFindings, this.texts);
    return { ...facts, findings };
  }

  /** A document that has lists of two scanners is none of either. */
  private only(form: Form): readonly Finding[] {
    const { forms, findings } = this.lists;
    if (forms.size > 1 || (forms.size === 1 && !forms.has(form)))
      this.bytes.refuse('it has the findings of more than one form of report');
    return findings;
  }
}

type Form = 'grype' | 'trivy' | 'attested';

/** What was taken out of the lists of a document, wherever in it they stood. */
class Lists {
  readonly findings: Finding[] = [];
  readonly forms = new Set<Form>();
  ignored = 0;
  /** What trivy looked for packages in. */
  looked = 0;
  private readonly said = new Set<string>();

  add(form: Form, finding: Finding): number {
    this.forms.add(form);
    return this.findings.push(finding);
  }

  alert(sentences: readonly string[]): void {
    for (const sentence of sentences) if (this.said.size < MAX_SCAN_SENTENCES) this.said.add(sentence);
  }

  get alerts(): readonly string[] {
    return [...this.said];
  }
}

const TAKEN = true;
const AS_IT_IS = { whole: (element: Readonly<Record<string, unknown>>) => element };
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;
const MAX_WAITING = 100_000;
const VULN_TYPE = /^(?:https:\/\/)?cosign\.sigstore\.dev\/attestation\/vuln\/v1$/;

/**
 * trivy, pkg/types: ResultClass. Results of another class (secret, config, license-file) say nothing about packages. Before
 * 0.20 there were no classes, and nothing but packages was looked into; there the type stands alone.
 */
const hasPackages = ({ Class, Type }: Readonly<Record<string, unknown>>): boolean =>
  Class === undefined
    ? typeof Type === 'string' && Type !== ''
    : Class === 'os-pkgs' || Class === 'lang-pkgs';

const has = (members: Readonly<Record<string, unknown>>, name: string): boolean =>
  Object.hasOwn(members, name);

function whatElse(members: Readonly<Record<string, unknown>>): string {
  if (has(members, 'matches')) return 'it has no descriptor, which grype writes at its end';
  if (has(members, 'runs')) return 'it is SARIF; give the JSON of the scanner';
  if (has(members, 'payloadType')) return 'it is an envelope; give the predicate inside it';
  if (has(members, 'bomFormat') || has(members, 'spdxVersion') || has(members, 'artifacts'))
    return 'it is an SBOM; give it as "sbom"';
  return "it is neither grype's JSON nor trivy's nor cosign's vuln predicate";
}
