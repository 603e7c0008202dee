export type { ClaimReport, ClaimState, FlowReport, ImageReport } from './types.js';
export { failureDocument, resultDocument, toDocument, type ReportDocument } from './document.js';
export { EXIT_CODE, exitCodeOf } from './exit-code.js';
export { code, markdown, markdownLines } from './markdown.js';
export { printable, printableLines } from './printable.js';
export { toSummary } from './summary.js';
export { errorText, toText } from './text.js';
export { OPENING, STATUS_OF, verdictOf } from './verdict.js';
export { verifyCommands, type VerifyCommands } from './verify-commands.js';
