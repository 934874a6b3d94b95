import { type Html, html } from '../../../platform/html/html.js';
import type { ColumnLoss, UtilityReport } from '../report-figures.js';
import { about, headings, NOT_TOLD } from '../report-texts.js';
import { chartSvg } from './chart-svg.js';
import { lossChart } from './charts.js';
import { chartAndTable, dataTable, type Table } from './data-table.js';
import { count, percent } from './numbers.js';

export async function lossSection(report: UtilityReport): Promise<Html> {
  const lossy = report.columns.filter(({ level }) => level !== null);
  const text = {
    id: 'losses',
    title: 'Information lost by column',
    description: `Bars of the share of information that showing ${lossy.length} columns more coarsely takes.`,
  };
  return html`<h2>${headings.levels}</h2>
    <p>${about.levels}</p>
    ${chartAndTable(await chartSvg(lossChart(lossy), text), lossTable(report.columns))}
    ${report.rounds.length < 2 ? null : dataTable(roundsTable(report))}`;
}

export function lossTable(columns: readonly ColumnLoss[]): Table {
  return {
    caption: 'Columns, how they are shown, and what is lost',
    words: 2,
    columns: ['Column', 'Shown as', 'Information lost', 'Domain', 'Steps'],
    rows: columns.map(({ title, shownAs, level, entropy, domain, height }) =>
      level === null
        ? [title, shownAs, '–', '–', '–']
        : [title, shownAs, share(entropy), share(domain), percent(height)],
    ),
  };
}

const share = (value: number | null): string => (value === null ? NOT_TOLD : percent(value));

function roundsTable({ rounds, columns }: UtilityReport): Table {
  const names = columns.filter(({ level }) => level !== null);
  return {
    caption: 'Some cases are given back with coarser values instead of being left out',
    columns: ['Round', 'Published', ...names.map(({ title }) => title)],
    rows: rounds.map(({ units, levels }, at) => [
      `${at + 1}`,
      units === null ? NOT_TOLD : count(units),
      ...names.map(({ name }) => levels[name]!),
    ]),
    words: Infinity,
  };
}
