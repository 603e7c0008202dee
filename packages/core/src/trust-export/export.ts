import { CountersignError } from '../errors.js';
import { trustParts } from '../trust/index.js';
import { cosign2Form } from './cosign2.js';
import { textFile, type ExportedFile, type ExportFormat, type Form, type ToExport } from './form.js';
import { ghForm } from './gh.js';
import { kyvernoForm } from './kyverno.js';
import { policyControllerForm } from './policy-controller.js';
import { tufForm } from './tuf.js';

/** What one format came to. */
export interface ExportedForm {
  readonly format: ExportFormat;
  readonly files: readonly string[];
  readonly notes: readonly string[];
  /** Why there are no files. */
  readonly impossible?: string;
}

export interface TrustExport {
  readonly files: readonly ExportedFile[];
  readonly forms: readonly ExportedForm[];
}

/** The name of the file that says what an export is of, and by which an earlier one is known. */
export const EXPORT_MANIFEST = 'countersign-trust.json';

/**
 * One trusted root in the forms that were asked for. Beside them lie the trusted root itself and a file that says what is
 * there. A form that cannot carry this root is told and left out; where none is left, INPUT_INVALID is thrown.
 */
export async function exportTrust(
  formats: readonly ExportFormat[],
  given: Omit<ToExport, 'parts'>,
): Promise<TrustExport> {
  const { material, now, expires } = given;
  const parts = trustParts(material, now);
  const made = await Promise.all(
    formats.map(async (format) => ({ format, form: await FORM[format]({ ...given, parts }) })),
  );
  if (made.every(({ form }) => form.impossible !== undefined)) {
    const why = made.map(({ format, form }) => `${format}: ${form.impossible ?? ''}`).join('; ');
    throw new CountersignError('INPUT_INVALID', {
      what: `The trusted root ${material.origin} cannot be exported: ${why}`,
      remedy: 'Choose another format, or use the trusted_root.json itself.',
    });
  }
  const forms = made.map(({ format, form: { files, ...said } }): ExportedForm => ({
    format,
    files: files.map(({ path }) => path),
    ...said,
  }));
  const manifest = {
    trustedRoot: { origin: material.origin, sha256: material.sha256 },
    made: now.toISOString(),
    expires: expires.toISOString(),
    forms,
  };
  return {
    forms,
    files: [
      { path: 'trusted_root.json', bytes: material.bytes },
      ...made.flatMap(({ form }) => form.files),
      textFile(EXPORT_MANIFEST, `${JSON.stringify(manifest, undefined, 2)}\n`),
    ],
  };
}

const FORM: Readonly<Record<ExportFormat, (given: ToExport) => Form | Promise<Form>>> = {
  cosign2: cosign2Form,
  gh: ghForm,
  kyverno: kyvernoForm,
  'policy-controller': policyControllerForm,
  tuf: tufForm,
};
