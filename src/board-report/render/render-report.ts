import { createHash } from 'node:crypto';
import type { ReportContent, ReportEdition } from '../rules/report-content.js';
import { reportCsv } from './report-csv.js';
import { reportJson } from './report-json.js';
import { reportPage } from './report.page.js';
import { reportPdf } from './report.pdf.js';

export const REPORT_FORMATS = ['html', 'pdf', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface RenderedFile {
  format: ReportFormat;
  bytes: Buffer;
  sha256: string;
}

export async function renderReport(content: ReportContent, edition: ReportEdition): Promise<RenderedFile[]> {
  return Promise.all(REPORT_FORMATS.map(async (format) => renderedFile(content, edition, format)));
}

/** The same report, the same bytes. */
export async function renderedFile(
  content: ReportContent,
  edition: ReportEdition,
  format: ReportFormat,
): Promise<RenderedFile> {
  const bytes = await bytesOf(content, edition, format);
  return { format, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** What the report says, whatever edition it is: two with the same hash say the same. */
export function contentHash(content: ReportContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

async function bytesOf(content: ReportContent, edition: ReportEdition, format: ReportFormat): Promise<Buffer> {
  switch (format) {
    case 'html':
      return Buffer.from(reportPage(content, edition));
    case 'pdf':
      return reportPdf(content, edition);
    case 'csv':
      return Buffer.from(reportCsv(content));
    case 'json':
      return Buffer.from(reportJson(content, edition));
  }
}
