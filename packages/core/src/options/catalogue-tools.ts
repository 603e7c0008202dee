import { input, line } from './catalogue-entry.js';
import type { CommandName, Setting } from './setting.js';

const TOOLS: readonly CommandName[] = ['tools'];

/** Settings that only setup-tools has. */
export const TOOLS_SETTINGS: readonly Setting[] = [
  input(
    'tools',
    'tools',
    TOOLS,
    'Tools, one per line, as `name` or `name@version`: cosign, syft, grype, trivy, kyverno, policy-tester, notation, oras, crane, slsa-verifier.',
    { kind: 'lines', value: 'TOOL' },
  ),
  input(
    'verify',
    'tools',
    TOOLS,
    "How a version outside the table is verified. `strict`: by its vendor's Sigstore signature; `checksum`: the vendor's unsigned checksum file is enough.",
    { kind: 'choice', choices: ['strict', 'checksum'], default: 'strict' },
  ),
  input(
    'mirror',
    'tools',
    TOOLS,
    'Asked before the vendor: a base URL with the layout of github.com, `oci://host/repository`, or a layout folder `oci:FOLDER`. What it serves is verified alike.',
    { value: 'URL' },
  ),
  input(
    'allow-path',
    'tools',
    TOOLS,
    'Take a tool from PATH where it says that it is the version asked for. It is not verified.',
    { kind: 'boolean', default: 'false' },
  ),
  input(
    'min-age',
    'tools',
    TOOLS,
    'How long ago a version that is not in the table must have been signed, such as `3d` or `12h`; `0d`: any.',
    { value: 'DURATION', default: '3d' },
  ),
  line(
    'release-url',
    'tools',
    TOOLS,
    'Where the releases of vendors are, in the layout of github.com. Redirects to other hosts are then not followed.',
    { value: 'URL', default: 'https://github.com' },
  ),
];
