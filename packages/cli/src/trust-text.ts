import { printable } from '@countersign/core/report';
import type {
  AuthorityPart,
  CertificatePart,
  LogPart,
  TrustMaterial,
  TrustParts,
} from '@countersign/core/trust';

/** What a trusted root holds, for people. Every text of it is made safe for a terminal. */
export function trustText(material: TrustMaterial, parts: TrustParts): string {
  const { certificateAuthorities, tlogs, ctlogs, timestampAuthorities } = parts;
  return [
    `Trusted root: ${material.origin}`,
    ...(material.origin.includes(material.sha256) ? [] : [`sha256 ${material.sha256}`]),
    '',
    ...section('Certificate authorities', certificateAuthorities, authorityLines),
    ...section('Transparency logs', tlogs, logLines),
    ...section('Certificate transparency logs', ctlogs, logLines),
    ...section('Timestamp authorities', timestampAuthorities, authorityLines),
  ]
    .map(printable)
    .join('\n');
}

/** The same for machines: dates as ISO 8601, what is not there as null. */
export const trustDocument = ({ origin, sha256 }: TrustMaterial, parts: TrustParts): object => ({
  origin,
  sha256,
  certificateAuthorities: parts.certificateAuthorities.map(authorityDocument),
  tlogs: parts.tlogs.map(logDocument),
  ctlogs: parts.ctlogs.map(logDocument),
  timestampAuthorities: parts.timestampAuthorities.map(authorityDocument),
});

type Windowed = Pick<LogPart, 'start' | 'end' | 'validity'>;

function section<T>(title: string, parts: readonly T[], lines: (part: T) => readonly string[]): string[] {
  const none = parts.length === 0 ? ['  none'] : [];
  return [title, ...none, ...parts.flatMap(lines), ''];
}

const logLines = (log: LogPart): string[] => [
  `  ${log.url || '(no URL)'}  ${windowText(log)}`,
  `    key ${log.keyType}, log id ${log.logId}`,
];

const authorityLines = (authority: AuthorityPart): string[] => [
  `  ${authority.url || '(no URL)'}  ${windowText(authority)}`,
  `    ${[authority.organization, authority.commonName].filter((name) => name !== '').join(', ') || '(no name)'}`,
  ...authority.certificates.map(
    (each) => `    ${roleOf(each)} ${oneLine(each.subject)}, ${each.keyType}, ${windowText(each)}`,
  ),
];

const roleOf = ({ isCa, isSelfSigned }: CertificatePart): string => {
  if (!isCa) return 'leaf';
  return isSelfSigned ? 'root' : 'intermediate';
};

/** node prints each attribute of a name on a line of its own. */
const oneLine = (name: string): string => name.split('\n').join(', ');

function windowText({ start, end, validity }: Windowed): string {
  const until = end === undefined ? 'on' : `until ${iso(end)}`;
  const mark = { valid: '', expired: ' (EXPIRED)', 'not yet': ' (NOT YET VALID)' }[validity];
  return `from ${iso(start)} ${until}${mark}`;
}

/** A certificate may hold a time that is none. */
const iso = (date: Date): string => (Number.isNaN(date.getTime()) ? 'unreadable' : date.toISOString());

const windowDocument = ({ start, end, validity }: Windowed): object => ({
  start: iso(start),
  end: end === undefined ? null : iso(end),
  validity: validity.replace(' ', '-'),
});

const logDocument = (log: LogPart): object => ({
  url: log.url,
  logId: log.logId,
  keyType: log.keyType,
  ...windowDocument(log),
});

const authorityDocument = (authority: AuthorityPart): object => ({
  url: authority.url,
  organization: authority.organization,
  commonName: authority.commonName,
  ...windowDocument(authority),
  certificates: authority.certificates.map((each) => ({
    role: roleOf(each),
    subject: oneLine(each.subject),
    issuer: oneLine(each.issuer),
    keyType: each.keyType,
    ...windowDocument(each),
  })),
});
