import { CLAIM_SETTINGS } from './catalogue-claims.js';
import { DOCTOR_SETTINGS } from './catalogue-doctor.js';
import { GET_SETTINGS } from './catalogue-get.js';
import { IMAGE_SETTINGS } from './catalogue-image.js';
import { NOTATION_SETTINGS } from './catalogue-notation.js';
import { SBOM_SETTINGS } from './catalogue-sbom.js';
import { SCAN_SETTINGS } from './catalogue-scan.js';
import { SERVICE_SETTINGS } from './catalogue-services.js';
import { SIGNING_SETTINGS } from './catalogue-signing.js';
import { TOOLS_SETTINGS } from './catalogue-tools.js';
import { VERDICT_SETTINGS } from './catalogue-verdict.js';
import type { CommandName, Setting } from './setting.js';

/** Every setting there is, in the order of the help. Names follow cosign and gh where they have one. */
export const SETTINGS: readonly Setting[] = [
  ...IMAGE_SETTINGS,
  ...GET_SETTINGS,
  ...DOCTOR_SETTINGS,
  ...SBOM_SETTINGS,
  ...SCAN_SETTINGS,
  ...TOOLS_SETTINGS,
  ...CLAIM_SETTINGS,
  ...VERDICT_SETTINGS,
  ...SIGNING_SETTINGS,
  ...NOTATION_SETTINGS,
  ...SERVICE_SETTINGS,
];

/** The settings of one command, in the order of the help. */
export const settingsOf = (command: CommandName): readonly Setting[] =>
  SETTINGS.filter(({ commands }) => commands.includes(command));
