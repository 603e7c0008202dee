import { input } from './catalogue-entry.js';
import type { CommandName, Setting } from './setting.js';

const DOCTOR: readonly CommandName[] = ['doctor'];

/** Settings that only doctor has. */
export const DOCTOR_SETTINGS: readonly Setting[] = [
  input(
    'for',
    'requirements',
    DOCTOR,
    'Verifiers that have to accept the image, such as `kyverno,cosign3`; by default all, but for what they are not made for.',
    { kind: 'lines', value: 'NAME' },
  ),
  input(
    'repair',
    'storage',
    DOCTOR,
    'Mend the list of referrers, and add the layouts that can be made of the claims of the identity or key given. Nothing is signed.',
    { kind: 'boolean', default: 'false' },
  ),
  input('markdown', 'requirements', DOCTOR, 'Print the tables as Markdown.', {
    kind: 'boolean',
    default: 'false',
  }),
];
