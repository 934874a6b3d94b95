import type { ReportingRow } from '../../department-reporting/index.js';
import { type Html, html } from '../../platform/html/html.js';
import { figure } from './bar-chart.js';
import { percent } from './share-chart.js';

const WITHHELD = 'withheld';
const NONE = 'no report';

export const COMPLETELY = 'How completely';
const SOON = 'How soon, and what is missing';
const PROGRAMMES = 'What each programme says';

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

const COMPLETENESS: readonly Column[] = [
  ['Reports', ({ reports }) => count(reports)],
  ['Answered', share('answered')],
  ['Pending', share('pending')],
  ['Unknown for good', share('unknownFinal')],
  ['Not applicable', share('notApplicable')],
];
const TIMELINESS: readonly Column[] = [
  ['Late', ({ late }) => count(late)],
  ['Half within, days', (row) => (row.medianDays === null ? instead(row) : figure(row.medianDays))],
  ['Nine in ten within, days', (row) => (row.p90Days === null ? instead(row) : figure(row.p90Days))],
  ['Months to be told of', ({ asked }) => figure(asked)],
  ['Said to be without force', ({ zero }) => count(zero)],
  ['Missing', ({ missing }) => figure(missing)],
];

/** How a line is called, and how the column of such names is headed. */
export interface Lines {
  heading: string;
  named: (row: ReportingRow) => Html;
}

/** Reports, and how the elements in them were answered: what the picture shows. */
export function completenessTable(rows: readonly ReportingRow[], lines: Lines): Html {
  return columnsTable(COMPLETELY, COMPLETENESS, rows, lines);
}

/** How long reports took, and of which months nothing was said. */
export function timelinessTable(rows: readonly ReportingRow[], lines: Lines): Html {
  return columnsTable(SOON, TIMELINESS, rows, lines);
}

function columnsTable(
  caption: string,
  columns: readonly Column[],
  rows: readonly ReportingRow[],
  { heading, named }: Lines,
): Html {
  return wideTable(
    caption,
    [heading, ...columns.map(([title]) => title)],
    rows.map((row) => ({ name: named(row), cells: columns.map(([, cell]) => cell(row)) })),
  );
}

/** What programmes said; nothing where no row tells of any. */
export function programmesTable(rows: readonly ReportingRow[], { heading, named }: Lines): Html | null {
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
