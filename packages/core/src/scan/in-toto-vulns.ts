import { CountersignError } from '../errors.js';
import { MAX_IN_TOTO_VULNS_BYTES } from '../limits.js';
import type { ScanRun } from './scan-run.js';
import { listWithin } from './text-budget.js';
import { plainText } from './text-plain.js';
import type { JudgedFinding, ScanRecord } from './types.js';
import { stateOf, timesOf } from './vuln-predicate.js';

/**
 * The predicate of in-toto's vulns v0.2 (`https://in-toto.io/attestation/vulns/v0.2`; in-toto/attestation, spec/predicates/vulns_02.md): all that was found, one entry for
 * each vulnerability in a package, also what a waiver or VEX covers, which its annotations say. An empty result means that
 * nothing was found. Throws DATABASE_UNUSABLE where the scanner does not say how old its database is: the form demands it.
 */
export function inTotoVulns({ report, decision }: ScanRecord, run: ScanRun): object {
  const { scanner, database, target } = report;
  if (database.built === undefined)
    throw new CountersignError('DATABASE_UNUSABLE', {
      what: `The report about ${plainText(target, MAX_TEXT_CHARS)} does not say when the database of ${plainText(scanner.name, MAX_TEXT_CHARS)} was built`,
      remedy: "Leave in-toto-vulns out of formats; the form cannot be written without the database's time.",
    });
  const { kept, omitted } = listWithin(decision.findings, resultOf, MAX_IN_TOTO_VULNS_BYTES);
  return {
    scanner: {
      uri: scanner.uri,
      version: scanner.version,
      db: {
        ...(database.uri === undefined ? {} : { uri: database.uri }),
        ...(database.version === undefined ? {} : { version: database.version }),
        lastUpdate: database.built.toISOString(),
      },
      result: kept,
      // Of our own, and only where the list is cut: a reader of the form alone would take it for whole.
      ...(omitted === 0 ? {} : { omittedResults: omitted }),
    },
    metadata: timesOf(run),
  };
}

function resultOf(judged: JudgedFinding): object {
  const { id, severity, cvss, epss, package: found, fix } = judged.finding;
  const { name, version, purl } = found;
  return {
    id: text(id),
    severity: [
      { method: 'label', score: severity },
      ...(cvss === undefined ? [] : [{ method: 'cvss_score', score: cvss.score.toFixed(1) }]),
      ...(epss === undefined ? [] : [{ method: 'epss', score: String(epss) }]),
    ],
    annotations: [
      { package: text(purl ?? name) },
      { version: text(version) },
      { state: stateOf(judged) },
      ...(fix.suggested === undefined ? [] : [{ fixedVersion: text(fix.suggested) }]),
    ],
  };
}

const MAX_TEXT_CHARS = 512;
const text = (value: string): string => plainText(value, MAX_TEXT_CHARS);
