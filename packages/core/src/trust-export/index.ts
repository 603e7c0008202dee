export { exportTrust } from './export.js';
export type { ExportedForm, TrustExport } from './export.js';
export { EXPORT_FORMATS } from './form.js';
export type { ExportedFile, ExportFormat } from './form.js';
export { writeExport } from './write-folder.js';
