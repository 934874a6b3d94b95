import type { ReportingPlace, ReportingRow } from '../../../department-reporting/index.js';
import { type Html, html } from '../../../platform/html/html.js';
import { onwards, type Reader } from '../../../platform/html/reader.js';
import { text } from '../../../platform/html/text.js';
import { completenessTable, instead, programmesTable, timelinessTable } from './reporting-tables.js';
import { downloads, howToRead } from './reporting.page.js';
import { shareChart } from './share-chart.js';

/** One department, month by month and year by year, the newest first. */
export function departmentPage(
  { jurisdiction, name }: ReportingPlace,
  rows: readonly ReportingRow[],
  reader: Reader,
): Html {
  const { language } = reader;
  const newestFirst = [...rows].reverse();
  const department = newestFirst[0]?.department ?? '';
  const base = `/department-reporting/${jurisdiction}`;
  const named = ({ period }: ReportingRow): Html =>
    html`<a href="${onwards(reader, `${base}?period=${period}`)}">${period}</a>`;
  const lines = { heading: 'reporting.month-or-year', named, language } as const;
  const bars = newestFirst
    .filter(({ grain }) => grain === 'month')
    .map((row) => ({
      label: row.period,
      share: row.answers?.answered ?? null,
      instead: instead(row, language),
    }));
  const chart = { title: text(language, 'reporting.by-month'), table: text(language, 'reporting.completely'), bars };
  return html`<h1>${text(language, 'reporting.of-department', { department, name })}</h1>
    ${howToRead(rows, language)}
    <p><a href="${onwards(reader, base)}">${text(language, 'reporting.all')}</a></p>
    <h2>${text(language, 'reporting.completely')}</h2>
    ${shareChart(chart, language)} ${completenessTable(newestFirst, lines)}
    <h2>${text(language, 'reporting.how-soon')}</h2>
    ${timelinessTable(newestFirst, lines)} ${programmesTable(newestFirst, lines)}
    ${downloads(jurisdiction, `?department=${encodeURIComponent(department)}`, language)}`;
}
