import { levelOf, ruleId } from './sarif-rule.js';
import { plainText } from './text-plain.js';
import { relativeUri } from './text-url.js';
import type { Finding, JudgedFinding, ScanRecord } from './types.js';

interface ResultAbout {
  readonly subject: ScanRecord['subject'];
  readonly location: string;
  readonly ruleIndex: number;
  readonly fingerprint: string;
}

/** One result: a vulnerability in a package. */
export function sarifResult(
  { finding, disposition, isNew }: JudgedFinding,
  { subject, location, ruleIndex, fingerprint }: ResultAbout,
): object {
  const { name, version, type, purl, locations } = finding.package;
  const breaches = disposition.kind === 'open' ? disposition.breaches : [];
  return {
    ruleId: ruleId(finding),
    ruleIndex,
    kind: 'fail',
    level: levelOf(finding.severity),
    message: { text: messageText(finding, disposition) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(subject, locations[0], location) },
          region: { startLine: 1 },
        },
        logicalLocations: [
          {
            name: plainText(name, MAX_NAME_CHARS),
            fullyQualifiedName: plainText(purl ?? `${type}/${name}@${version}`, MAX_PURL_CHARS),
            kind: 'package',
          },
        ],
      },
    ],
    // The second is the one that GitHub looks at.
    partialFingerprints: { 'countersignFinding/v1': fingerprint, primaryLocationLineHash: fingerprint },
    // SARIF 2.1.0, section 3.27.23: where one result has this member, all have it.
    suppressions: suppressionsOf(disposition),
    properties: {
      breaks: breaches.map(({ rule }) => rule),
      ...(isNew === undefined ? {} : { isNew }),
      ...(finding.platforms.length === 0
        ? {}
        : { platforms: finding.platforms.map((platform) => plainText(platform, MAX_NAME_CHARS)) }),
    },
  };
}

/** Never empty, always below the repository's root: GitHub refuses a file with an empty one (github/codeql-action#2456). */
function uriOf(subject: ScanRecord['subject'], path: string | undefined, location: string): string {
  if (path === undefined || path === '') return relativeUri('', location);
  const { reference, digest } = subject;
  if (digest === undefined) return relativeUri(reference, path);
  const repository = reference.slice(0, reference.lastIndexOf('@'));
  return relativeUri(repository.slice(repository.lastIndexOf('/') + 1), path);
}

function messageText(finding: Finding, disposition: JudgedFinding['disposition']): string {
  const { name, version, type } = finding.package;
  const sentences = [
    `${finding.id} (${finding.severity}) in ${name} ${version} (${type})`,
    fixText(finding),
    ...dispositionText(disposition),
  ];
  return literal(plainText(sentences.join('. '), MAX_MESSAGE_CHARS));
}

function fixText({ fix }: Finding): string {
  if (fix.suggested !== undefined) return `Fixed in ${fix.suggested}`;
  return fix.state === 'wont-fix' ? 'Its distribution will not fix it' : 'No fix is known';
}

function dispositionText(disposition: JudgedFinding['disposition']): string[] {
  switch (disposition.kind) {
    case 'open':
      return disposition.breaches.map(({ text }) => `The gate refuses it: ${text}`);
    case 'waived':
      return [`Waived until ${disposition.waiver.expires}`];
    case 'vex':
      return [`VEX: ${disposition.vex.status}`];
  }
}

/** SARIF 2.1.0, sections 3.11.5 and 3.11.6: in a message `{0}` is a placeholder and `[text](target)` a link. */
const literal = (text: string): string =>
  text.replace(/[\\[\]]/g, '\\$&').replace(/[{}]/g, (brace) => brace + brace);

function suppressionsOf(disposition: JudgedFinding['disposition']): object[] {
  const suppression = (justification: string) => ({
    kind: 'external',
    status: 'accepted',
    justification: plainText(justification, MAX_MESSAGE_CHARS),
  });
  switch (disposition.kind) {
    case 'open':
      return [];
    case 'waived': {
      const { index, owner, expires, reason } = disposition.waiver;
      return [suppression(`Waiver ${index} of ${owner}, until ${expires}: ${reason}`)];
    }
    case 'vex': {
      const { status, justification, document } = disposition.vex;
      return [
        suppression(`VEX ${status}${justification === undefined ? '' : ` (${justification})`}, ${document}`),
      ];
    }
  }
}

const MAX_NAME_CHARS = 300;
const MAX_PURL_CHARS = 1024;
const MAX_MESSAGE_CHARS = 1000;
