import type { AuthorityPart } from '../trust/index.js';
import { textFile, type Form, type ToExport } from './form.js';

/**
 * The trusted root as JSON lines, for `gh attestation verify --custom-trusted-root`: one line, and an end of line behind
 * it, without which gh reads no line at all. gh finds a root by the organisation that issued a certificate, so the lowest
 * certificate of an authority has to name exactly one, and the same one as its own issuer (cli/cli
 * pkg/cmd/attestation/verification/sigstore.go).
 */
export function ghForm({ material, parts }: ToExport): Form {
  const { certificateAuthorities } = parts;
  const usable = certificateAuthorities.filter((each) => organisationOf(each) !== undefined);
  if (usable.length === 0) {
    return {
      files: [],
      notes: [],
      impossible:
        'gh finds a trusted root by the one organisation (O) in the name of its certificate authority, and none here has exactly one',
    };
  }
  const json = JSON.stringify(JSON.parse(Buffer.from(material.bytes).toString()));
  return {
    files: [textFile('gh/trusted_root.jsonl', `${json}\n`)],
    notes: [
      ...certificateAuthorities
        .filter((each) => organisationOf(each) === undefined)
        .map(
          ({ url }) =>
            `gh does not find the certificate authority ${url}: its lowest certificate and that one's issuer do not name one and the same organisation.`,
        ),
      ...(parts.timestampAuthorities.length === 0
        ? ['Without a timestamp authority gh needs the time of a Rekor v1 entry in each bundle.']
        : []),
    ],
  };
}

/** undefined: not exactly one, the same in subject and issuer. */
export function organisationOf({ certificates }: AuthorityPart): string | undefined {
  const [lowest] = certificates;
  const [subject, ...moreSubjects] = organisationsIn(lowest?.subject);
  const [issuer, ...moreIssuers] = organisationsIn(lowest?.issuer);
  return moreSubjects.length + moreIssuers.length === 0 && subject === issuer ? subject : undefined;
}

/** A name as node prints it has an attribute on each line; a line end within a value is escaped there. */
const organisationsIn = (name = ''): readonly string[] =>
  name
    .split('\n')
    .filter((line) => line.startsWith('O='))
    .map((line) => line.slice('O='.length));
