import { type Html, html } from '../../../platform/html/html.js';
import type { ColumnSuppression, GroupSuppression, UtilityReport } from '../report-figures.js';
import { about, headings, NOT_SHOWN, sentences } from '../report-texts.js';
import { chartSvg } from './chart-svg.js';
import { MOST_BARS, suppressionChart } from './charts.js';
import { chartAndTable, type Table } from './data-table.js';
import { hardestHit } from './hardest-hit.js';
import { count, countRange, percentRange, plural, timesRange } from './numbers.js';

/** A longer table is for a program: the JSON beside the page has it all. */
const MOST_ROWS = 40;

export async function suppressionSection(report: UtilityReport): Promise<Html> {
  const columns = await Promise.all(report.suppression.map((column) => ofColumn(column, report)));
  const nobody = report.suppressed.units === 0;
  return html`<h2>${headings.suppression}</h2>
    <p>${nobody ? sentences.noneLeftOut : about.suppression}</p>
    ${nobody ? null : columns}`;
}

async function ofColumn(column: ColumnSuppression, report: UtilityReport): Promise<Html | null> {
  const { title, groups, step, coarserUnits, asOf } = column;
  if (step !== null && groups.length === 0 && column.shownAs === NOT_SHOWN) return null;
  const notes = [
    hardestHit(column).sentence,
    step === null ? about.untold : null,
    column.shownAs === NOT_SHOWN ? sentences.hiddenColumn(column.groupedBy) : null,
    coarserUnits === 0 ? null : sentences.coarser(count(coarserUnits), plural(report.unitWord, coarserUnits)),
    asOf.version === report.version ? null : sentences.carried(asOf.version),
  ];
  const text = {
    id: `left-out-${report.suppression.indexOf(column)}`,
    title: `Share left out by ${title}`,
    description: `Bars, longest first, of ${Math.min(groups.length, MOST_BARS)} values, each with the share that was certainly and the share that was perhaps left out, and a line at the release's own share.`,
  };
  const chart =
    groups.length === 0 ? null : await chartSvg(suppressionChart(column, report.suppressed.shareOfUnits), text);
  return html`<h3>${title}</h3>
    ${notes.filter((note) => note !== null).map((note) => html`<p>${note}</p> `)}
    ${chart === null ? null : chartAndTable(chart, tableOf(column, report))}`;
}

export function tableOf({ title, groups, other }: ColumnSuppression, { unitWord }: UtilityReport): Table {
  const rows = groups.slice(0, MOST_ROWS).map((group) => rowOf(group.label, group));
  const rest = other === null ? [] : [rowOf(otherLabel(other.labels), other)];
  return {
    caption: `${title}: ${plural(unitWord, 2)} in the record and left out`,
    columns: ['Value', 'In the record', 'Left out', 'Share', 'Times usual'],
    rows: [...rows, ...rest],
  };
}

function rowOf(label: string, { input, suppressed, share, ratio }: GroupSuppression): string[] {
  return [label, countRange(input), countRange(suppressed), percentRange(share), timesRange(ratio)];
}

function otherLabel(labels: readonly string[]): string {
  const named = labels.slice(0, 3).join(', ') + (labels.length > 3 ? ' …' : '');
  return named === '' ? 'all others' : `${named} and all others`;
}
