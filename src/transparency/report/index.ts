export type * from './report-figures.js';
export type { ColumnInput, MatterInput, QuasiIdentifierInput, ReportInput } from './report-input.js';
export { ReportRefused } from './report-refused.js';
export { utilityReport } from './utility-report.js';
export { REPORT_CONTENT_POLICY, utilityReportHtml } from './html/utility-report-html.js';
export { roundNumber } from './protected-counts.js';
export { secureRandom } from './blur.js';
