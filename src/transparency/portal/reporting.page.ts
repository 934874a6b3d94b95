import type { ReportingPlace, ReportingRow } from '../../department-reporting/index.js';
import { type Html, html } from '../../platform/html/html.js';
import { COMPLETELY, completenessTable, instead, programmesTable, timelinessTable } from './reporting-tables.js';
import { shareChart } from './share-chart.js';

interface SideBySide {
  place: ReportingPlace;
  /** The newest first */
  periods: readonly string[];
  period: string;
  rows: readonly ReportingRow[];
}

/** A place's departments beside each other in one month or year. */
export function reportingPage({ place, periods, period, rows }: SideBySide): Html {
  const base = `/department-reporting/${place.jurisdiction}`;
  const named = ({ department }: ReportingRow): Html =>
    html`<a href="${base}?department=${encodeURIComponent(department)}">${department}</a>`;
  const lines = { heading: 'Department', named };
  const bars = rows.map((row) => ({
    label: row.department,
    share: row.answers?.answered ?? null,
    instead: instead(row),
  }));
  return html`<h1>How departments report their uses of force: ${place.name}, ${period}</h1>
    ${howToRead(rows)}
    <form action="${base}" method="get">
      <label for="period">Month or year of the incidents</label>
      <select id="period" name="period">
        ${periods.map((each) =>
          each === period ? html`<option selected>${each}</option>` : html`<option>${each}</option>`,
        )}
      </select>
      <button type="submit">Show</button>
    </form>
    <h2>How completely</h2>
    ${shareChart('Elements that were answered, of those that were asked', COMPLETELY, bars)}
    ${completenessTable(rows, lines)}
    <h2>How soon</h2>
    ${timelinessTable(rows, lines)} ${programmesTable(rows, lines)}
    ${downloads(place.jurisdiction, `?from=${period}&to=${period}`)}`;
}

/** What the figures are and are not; the same on both pages. */
export function howToRead(rows: readonly ReportingRow[]): Html {
  const k = Math.max(0, ...rows.map((row) => row.k));
  const days = rows.map(({ asOf }) => asOf).sort();
  const [first = '', last = ''] = [days.at(0), days.at(-1)];
  const asOf = first === last ? first : `${first} to ${last}`;
  return html`<p>
      By the day of the incident, from the first telling. An element that is pending is not known yet; one that is unknown
      for good is not expected to be. Fewer than ${k} reports are withheld, with all that follows from them, and so is a
      year’s total that would give them away by subtraction.
    </p>
    <p>
      Counts of reports are of ${asOf}: a department’s move when at least ${k} of its reports have changed, so that no
      single report shows. What is missing is of now.
    </p>`;
}

export function downloads(jurisdiction: string, query: string): Html {
  const base = `/api/v1/jurisdictions/${jurisdiction}/department-reporting`;
  return html`<p><a href="${base}.csv${query}">Download CSV</a> · <a href="${base}${query}">The same as JSON</a></p>`;
}
