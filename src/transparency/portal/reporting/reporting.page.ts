import type { ReportingPlace, ReportingRow } from '../../../department-reporting/index.js';
import { type Html, html } from '../../../platform/html/html.js';
import type { Language } from '../../../platform/html/language.js';
import { onwards, type Reader } from '../../../platform/html/reader.js';
import { text } from '../../../platform/html/text.js';
import { addressWith } from '../facts/address-with.js';
import { hiddenLanguage } from '../facts/form-parts.js';
import { completenessTable, instead, programmesTable, timelinessTable } from './reporting-tables.js';
import { shareChart } from './share-chart.js';

interface SideBySide {
  place: ReportingPlace;
  /** The newest first */
  periods: readonly string[];
  period: string;
  rows: readonly ReportingRow[];
}

/** A place's departments beside each other in one month or year. */
export function reportingPage({ place, periods, period, rows }: SideBySide, reader: Reader): Html {
  const { language } = reader;
  const base = `/department-reporting/${place.jurisdiction}`;
  const named = ({ department }: ReportingRow): Html =>
    html`<a href="${onwards(reader, addressWith(base, [['department', department]]))}">${department}</a>`;
  const lines = { heading: 'reporting.department', named, language } as const;
  const bars = rows.map((row) => ({
    label: row.department,
    share: row.answers?.answered ?? null,
    instead: instead(row, language),
  }));
  const chart = { title: text(language, 'reporting.shares'), table: text(language, 'reporting.completely'), bars };
  return html`<h1>${text(language, 'reporting.title', { name: place.name, period })}</h1>
    ${howToRead(rows, language)}
    <form action="${base}" method="get">
      ${hiddenLanguage(reader)}
      <label for="period">${text(language, 'reporting.period')}</label>
      <select id="period" name="period">
        ${periods.map((each) =>
          each === period ? html`<option selected>${each}</option>` : html`<option>${each}</option>`,
        )}
      </select>
      <button type="submit">${text(language, 'query.ask')}</button>
    </form>
    <h2>${text(language, 'reporting.completely')}</h2>
    ${shareChart(chart, language)} ${completenessTable(rows, lines)}
    <h2>${text(language, 'reporting.how-soon')}</h2>
    ${timelinessTable(rows, lines)} ${programmesTable(rows, lines)}
    ${downloads(place.jurisdiction, `?from=${period}&to=${period}`, language)}`;
}

/** What the figures are and are not; the same on both pages. */
export function howToRead(rows: readonly ReportingRow[], language: Language): Html {
  const k = Math.max(0, ...rows.map((row) => row.k));
  const days = rows.map(({ asOf }) => asOf).sort();
  const [first = '', last = ''] = [days.at(0), days.at(-1)];
  const asOf = first === last ? first : text(language, 'reporting.between', { first, last });
  return html`<p>${text(language, 'reporting.read', { k })}</p>
    <p>${text(language, 'reporting.as-of', { asOf, k })}</p>`;
}

export function downloads(jurisdiction: string, query: string, language: Language): Html {
  const base = `/api/v1/jurisdictions/${jurisdiction}/department-reporting`;
  return html`<p>
    <a href="${base}.csv${query}">${text(language, 'chart.csv')}</a> ·
    <a href="${base}${query}">${text(language, 'reporting.json')}</a>
  </p>`;
}
