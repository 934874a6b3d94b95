import type { ReportContent, ReportEdition } from '../rules/report-content.js';

/** The report as data, for programs. */
export function reportJson(content: ReportContent, edition: ReportEdition): string {
  return `${JSON.stringify({ edition: edition.number, correction: edition.correction, ...content }, null, 1)}\n`;
}
