import { NotFound } from '../../platform/errors/rule-broken.js';
import { REPORT_FORMATS, type ReportFormat } from '../render/render-report.js';

export interface ReportAddress {
  period: string;
  format: ReportFormat;
}

/** `2026` is the page, `2026-Q1.pdf` the PDF of its first quarter. @throws NotFound */
export function reportAddress(file: string): ReportAddress {
  const [, period, ending = 'html'] = /^(\d{4}(?:-Q[1-4])?)(?:\.([a-z]{3,4}))?$/.exec(file) ?? [];
  const format = REPORT_FORMATS.find((known) => known === ending);
  if (period === undefined || format === undefined) throw new NotFound();
  return { period, format };
}

/** A number of an edition; anything else is none that there is. @throws NotFound */
export function editionNumber(text: unknown): number | null {
  if (text === undefined || text === '') return null;
  if (typeof text !== 'string' || !/^[1-9]\d{0,5}$/.test(text)) throw new NotFound();
  return Number(text);
}

export const REPORT_TYPES: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
