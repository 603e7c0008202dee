import type { CommandName } from './setting.js';

/**
 * What inputs of actions that people come from are called here: anchore/sbom-action, anchore/scan-action and
 * aquasecurity/trivy-action, as action-examples/migrate-from-anchore.yml and migrate-from-trivy.yml have them. A sentence
 * for the remedy; undefined: no input of theirs that is known here.
 */
export function counterpartOf(command: CommandName, name: string): string | undefined {
  const known = COUNTERPARTS[command];
  return known !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
}

const OF_BOTH = {
  'image-ref': 'Give "image", with the digest that was built as "digest".',
  file: 'Give "path", which takes a folder.',
  'scan-ref': 'Give "path".',
  'github-pat': 'Nothing is fetched with it: leave it out.',
  config: 'Leave it out: no configuration of a checkout changes what is found.',
  'trivy-config': 'Leave it out: no configuration of a checkout changes what is found.',
  'skip-dirs': 'Leave it out: no configuration of a checkout leaves anything out.',
  'skip-files': 'Leave it out: no configuration of a checkout leaves anything out.',
  'output-file': 'Give "output-dir": the names in it are fixed, and outputs hold the paths.',
  output: 'Give "output-dir": the names in it are fixed, and outputs hold the paths.',
};

const COUNTERPARTS: Readonly<Partial<Record<CommandName, Readonly<Record<string, string>>>>> = {
  sbom: {
    ...OF_BOTH,
    file: 'Give "path", which takes a file too.',
    format: 'Give "formats": spdx-json, cyclonedx-json, syft-json, one or more of them.',
    'artifact-name': 'Give "upload-artifact", which takes the name.',
    'upload-artifact-retention': 'Give "artifact-retention" as a line of "settings".',
    'upload-release-assets': 'Run "gh release upload TAG FILE" in a step of its own that may write contents.',
  },
  scan: {
    ...OF_BOTH,
    'severity-cutoff': 'Give "fail-on", such as "fail-on: medium"; its default is high.',
    severity: 'Give "fail-on": this severity and all above it, such as "fail-on: high".',
    'fail-build': 'Set "fail-on: none" and "kev: ignore" to see findings without being stopped by them.',
    'exit-code': 'Set "fail-on: none" and "kev: ignore" to see findings without being stopped by them.',
    'ignore-unfixed': 'Give "only-fixed".',
    format: 'JSON, SARIF and Markdown are written in each run; "formats" adds vdr, junit and in-toto-vulns.',
    'output-format':
      'JSON, SARIF and Markdown are written in each run; "formats" adds vdr, junit and in-toto-vulns.',
    template:
      'JSON, SARIF and Markdown are written in each run; "formats" adds vdr, junit and in-toto-vulns.',
    trivyignores: 'Move each entry to .countersign/waivers.yaml, with owner, reason and the day it ends.',
    'ignore-policy': 'Use the gate (grace, epss-threshold, kev, max-new) and waivers.',
    'by-cve': 'Leave it out: waivers and VEX match a finding by any of its ids.',
    'add-cpes-if-none': 'Leave it out: scan a syft-json, which has them.',
    'cache-db':
      'Give "db-dir" as a line of "settings", and keep that folder under the key of the db-cache-key output.',
    'cache-dir':
      'Give "db-dir" as a line of "settings", and keep that folder under the key of the db-cache-key output.',
    timeout: 'Give "scan-timeout" as a line of "settings".',
    version: 'Give "grype-version" as a line of "settings".',
    'scan-type': 'Leave it out: what is given (image, path, sbom or report) says what is scanned.',
    'vuln-type': 'Leave it out: packages of the system and of languages are both scanned.',
  },
};
