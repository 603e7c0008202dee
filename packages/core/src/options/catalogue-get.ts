import { input } from './catalogue-entry.js';
import type { CommandName, Setting } from './setting.js';

const GET: readonly CommandName[] = ['get'];

/** Settings that only get has. */
export const GET_SETTINGS: readonly Setting[] = [
  input(
    'type',
    'claims',
    GET,
    'What to print: `spdx`, `cyclonedx`, `sbom`, `slsaprovenance` (v1 or v0.2; `slsaprovenance1` and `slsaprovenance02` one of them), `vuln`, `scan`, `openvex` or a predicate type URI. Required.',
    { value: 'NAME|URI' },
  ),
  input('platform', 'image', GET, 'The platform whose predicate is meant. Else the digest given.', {
    value: 'OS/ARCH',
  }),
  input('all', 'claims', GET, 'Print a JSON list of all that verified, the newest first.', {
    kind: 'boolean',
    default: 'false',
  }),
];
