import type { ReportingPlace, ReportingRow } from '../../department-reporting/index.js';
import { type Html, html } from '../../platform/html/html.js';
import { COMPLETELY, completenessTable, instead, programmesTable, timelinessTable } from './reporting-tables.js';
import { downloads, howToRead } from './reporting.page.js';
import { shareChart } from './share-chart.js';

/** One department, month by month and year by year, the newest first. */
export function departmentPage({ jurisdiction, name }: ReportingPlace, rows: readonly ReportingRow[]): Html {
  const newestFirst = [...rows].reverse();
  const department = newestFirst[0]?.department ?? '';
  const base = `/department-reporting/${jurisdiction}`;
  const named = ({ period }: ReportingRow): Html => html`<a href="${base}?period=${period}">${period}</a>`;
  const lines = { heading: 'Month or year', named };
  const bars = newestFirst
    .filter(({ grain }) => grain === 'month')
    .map((row) => ({ label: row.period, share: row.answers?.answered ?? null, instead: instead(row) }));
  return html`<h1>How ${department} reports its uses of force: ${name}</h1>
    ${howToRead(rows)}
    <p><a href="${base}">All departments beside each other</a></p>
    <h2>How completely</h2>
    ${shareChart('Elements that were answered, of those that were asked, by month', COMPLETELY, bars)}
    ${completenessTable(newestFirst, lines)}
    <h2>How soon</h2>
    ${timelinessTable(newestFirst, lines)} ${programmesTable(newestFirst, lines)}
    ${downloads(jurisdiction, `?department=${encodeURIComponent(department)}`)}`;
}
