import { type Html, html } from '../../../platform/html/html.js';
import type { ChangeSince, UtilityReport } from '../report-figures.js';
import { headings, NOT_TOLD } from '../report-texts.js';
import { dataTable, type Table } from './data-table.js';
import { count, percent } from './numbers.js';

export function changeSection({ change }: UtilityReport): Html | null {
  if (change === null) return null;
  return html`<h2>${headings.change} ${change.version}</h2>
    ${dataTable(figuresTable(change))} ${dataTable(levelsTable(change))}`;
}

export function figuresTable({ publishedRows, suppressedShare, k }: ChangeSince): Table {
  return {
    caption: 'The release as a whole',
    columns: ['', 'Before', 'Now'],
    rows: [
      ['Rows published', count(publishedRows.before), count(publishedRows.after)],
      ['Share left out', percent(suppressedShare.before), percent(suppressedShare.after)],
      ['People alike, asked', count(k.before), count(k.after)],
    ],
  };
}

function levelsTable({ columns }: ChangeSince): Table {
  const loss = (value: number | null): string => (value === null ? NOT_TOLD : percent(value));
  return {
    caption: 'Columns',
    columns: ['Column', 'Shown before as', 'Shown now as', 'Finer or coarser', 'Lost before', 'Lost now'],
    rows: columns.map(({ title, before, after, finer, entropyBefore, entropyAfter }) => [
      title,
      before ?? 'not there',
      after ?? 'not there',
      finer === null ? 'the same' : finer ? 'finer' : 'coarser',
      before === null ? '–' : loss(entropyBefore),
      after === null ? '–' : loss(entropyAfter),
    ]),
    words: 4,
  };
}
