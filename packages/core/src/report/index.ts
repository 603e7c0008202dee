export type { ClaimReport, ClaimState, FlowReport, ImageReport, Notice } from './types.js';
export { failureDocument, resultDocument, toDocument, type ReportDocument } from './document.js';
export { doctorLines, doctorMarkdown, unseen, type DoctorReport, type RepairNote } from './doctor.js';
export { EXIT_CODE, exitCodeOf } from './exit-code.js';
export { code, markdown, markdownLines } from './markdown.js';
export { printable, printableLines } from './printable.js';
export { scanDocument, scanLines, scanSummary } from './scan.js';
export type { ScanFiles, ScanPart, ScanSubjectFiles } from './scan.js';
export { shellWord } from './shell-word.js';
export { toSummary } from './summary.js';
export { errorText, toText } from './text.js';
export { OPENING, resultOf, STATUS_OF, verdictOf } from './verdict.js';
export { verifyCommands, type VerifyCommands } from './verify-commands.js';
export type { ToolReport, ToolsReport } from './tools.js';
export type {
  SbomChange,
  SbomDocument,
  SbomFinding,
  SbomQuality,
  SbomReport,
  UploadedArtifact,
} from './sbom.js';
export { sbomDiffMarkdown } from './sbom-diff.js';
