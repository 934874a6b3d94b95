import type { ReportingRow } from '../../department-reporting/index.js';
import { type Html, html } from '../../platform/html/html.js';
import { figure } from './bar-chart.js';
import { percent } from './share-chart.js';

const WITHHELD = 'withheld';
const NONE = 'none';

export const FIGURES = 'Reports, how completely and how soon';
const PROGRAMMES = 'What each programme says of the reports';

type Column = readonly [heading: string, cell: (row: ReportingRow) => string];

/** What stands where a number of reports is not told, or where there is no report to tell of. */
export function instead({ reports }: ReportingRow): string {
  return reports === null ? WITHHELD : NONE;
}

const share =
  (of: 'answered' | 'pending' | 'unknownFinal' | 'notApplicable') =>
  (row: ReportingRow): string =>
    row.answers === null ? instead(row) : percent(row.answers[of]);
const count = (value: number | null): string => (value === null ? WITHHELD : figure(value));

const COLUMNS: readonly Column[] = [
  ['Reports', ({ reports }) => count(reports)],
  ['Answered', share('answered')],
  ['Pending', share('pending')],
  ['Unknown for good', share('unknownFinal')],
  ['Not applicable', share('notApplicable')],
  ['Late', ({ late }) => count(late)],
  ['Half within, days', (row) => (row.medianDays === null ? instead(row) : figure(row.medianDays))],
  ['Nine in ten within, days', (row) => (row.p90Days === null ? instead(row) : figure(row.p90Days))],
  ['Months to be told of', ({ asked }) => figure(asked)],
  ['Said to be without force', ({ zero }) => count(zero)],
  ['Missing', ({ missing }) => figure(missing)],
];

/** The figures of these rows, one line each. `named`: what a line is called, and how it is headed. */
export function figuresTable(rows: readonly ReportingRow[], named: (row: ReportingRow) => Html, heading: string): Html {
  return wideTable(
    FIGURES,
    [heading, ...COLUMNS.map(([title]) => title)],
    rows.map((row) => ({ name: named(row), cells: COLUMNS.map(([, cell]) => cell(row)) })),
  );
}

/** What programmes said; nothing where no row tells of any. */
export function programmesTable(
  rows: readonly ReportingRow[],
  named: (row: ReportingRow) => Html,
  heading: string,
): Html | null {
  const lines = rows.flatMap((row) =>
    row.programmes.map(({ profile, complete, incomplete, notReportable, notBound }) => ({
      name: named(row),
      cells: [profile, ...[complete, incomplete, notReportable, notBound].map(count)],
    })),
  );
  if (lines.length === 0) return null;
  const headings = [heading, 'Programme', 'Complete', 'Incomplete', 'Not reportable to it', 'Not bound by it then'];
  return wideTable(PROGRAMMES, headings, lines);
}

/** It scrolls by itself where the page is narrow, with the keyboard too. */
function wideTable(
  caption: string,
  [first = '', ...headings]: readonly string[],
  lines: readonly { name: Html; cells: readonly string[] }[],
): Html {
  return html`<div class="wide" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${first}</th>
          ${headings.map((heading) => html`<th scope="col" class="number">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          ({ name, cells }) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${cells.map((cell) => html`<td class="number">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
