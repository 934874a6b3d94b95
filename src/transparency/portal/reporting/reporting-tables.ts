import type { ReportingRow } from '../../../department-reporting/index.js';
import { type Html, html } from '../../../platform/html/html.js';
import type { Language } from '../../../platform/html/language.js';
import { type MessageKey, number, text } from '../../../platform/html/text.js';
import { percent } from './share-chart.js';

type Cell = (row: ReportingRow, language: Language) => string;
type Column = readonly [heading: MessageKey, cell: Cell];

/** What stands where a number of reports is not told, or where there is no report to tell of. */
export function instead({ reports }: ReportingRow, language: Language): string {
  return text(language, reports === null ? 'reporting.withheld' : 'reporting.no-report');
}

const share =
  (of: 'answered' | 'pending' | 'unknownFinal' | 'notApplicable'): Cell =>
  (row, language) =>
    row.answers === null ? instead(row, language) : percent(row.answers[of]);
const count = (value: number | null, language: Language): string =>
  value === null ? text(language, 'reporting.withheld') : number(language, value);
const days =
  (of: 'medianDays' | 'p90Days'): Cell =>
  (row, language) => {
    const value = row[of];
    return value === null ? instead(row, language) : number(language, value);
  };

const COMPLETENESS: readonly Column[] = [
  ['reporting.reports', ({ reports }, language) => count(reports, language)],
  ['reporting.answered', share('answered')],
  ['reporting.pending', share('pending')],
  ['reporting.unknown', share('unknownFinal')],
  ['reporting.not-applicable', share('notApplicable')],
];
const TIMELINESS: readonly Column[] = [
  ['reporting.late', ({ late }, language) => count(late, language)],
  ['reporting.half-within', days('medianDays')],
  ['reporting.nine-within', days('p90Days')],
  ['reporting.asked', ({ asked }, language) => number(language, asked)],
  ['reporting.zero', ({ zero }, language) => count(zero, language)],
  ['reporting.missing', ({ missing }, language) => number(language, missing)],
];
const PROGRAMMES = [
  ...(['reporting.programme', 'reporting.complete', 'reporting.incomplete'] as const),
  ...(['reporting.not-reportable', 'reporting.not-bound'] as const),
];

/** How a line is called, and how the column of such names is headed. */
export interface Lines {
  heading: MessageKey;
  named: (row: ReportingRow) => Html;
  language: Language;
}

/** Reports, and how the elements in them were answered: what the picture shows. */
export function completenessTable(rows: readonly ReportingRow[], lines: Lines): Html {
  return columnsTable('reporting.completely', COMPLETENESS, rows, lines);
}

/** How long reports took, and of which months nothing was said. */
export function timelinessTable(rows: readonly ReportingRow[], lines: Lines): Html {
  return columnsTable('reporting.soon', TIMELINESS, rows, lines);
}

function columnsTable(
  caption: MessageKey,
  columns: readonly Column[],
  rows: readonly ReportingRow[],
  { heading, named, language }: Lines,
): Html {
  return wideTable(
    text(language, caption),
    [heading, ...columns.map(([title]) => title)].map((key) => text(language, key)),
    rows.map((row) => ({ name: named(row), cells: columns.map(([, cell]) => cell(row, language)) })),
  );
}

/** What programmes said; nothing where no row tells of any. */
export function programmesTable(rows: readonly ReportingRow[], { heading, named, language }: Lines): Html | null {
  const lines = rows.flatMap((row) =>
    row.programmes.map(({ profile, complete, incomplete, notReportable, notBound }) => ({
      name: named(row),
      cells: [profile, ...[complete, incomplete, notReportable, notBound].map((value) => count(value, language))],
    })),
  );
  if (lines.length === 0) return null;
  const headings = [heading, ...PROGRAMMES].map((key) => text(language, key));
  return wideTable(text(language, 'reporting.programmes'), headings, lines);
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
