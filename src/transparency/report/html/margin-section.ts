import { type Html, html } from '../../../platform/html/html.js';
import type { UtilityReport } from '../report-figures.js';
import { about, headings, NOT_SHOWN, NOT_TOLD, sentences } from '../report-texts.js';
import { chartSvg } from './chart-svg.js';
import { marginChart } from './charts.js';
import { chartAndTable, type Table } from './data-table.js';
import { listed, percent } from './numbers.js';

const MOST_NAMED = 3;

export async function marginSection(report: UtilityReport): Promise<Html> {
  const shown = shownOnly(report);
  const told = [...shown.margins.one, ...shown.margins.two].filter(({ distance }) => distance !== null);
  if (told.length === 0)
    return html`<h2>${headings.margins}</h2>
      <p>${about.noDistance}</p>`;
  const text = {
    id: 'margins',
    title: 'Distance between file and record, by column and by two columns together',
    description:
      'A triangle of squares, one for each two columns, single columns on its slope; the darker, the farther.',
  };
  return html`<h2>${headings.margins}</h2>
    <p>${about.margins}</p>
    ${farthest(shown)} ${chartAndTable(await chartSvg(marginChart(shown), text), marginTable(shown))}`;
}

/** What is not shown has no distance of its own. */
export function shownOnly(report: UtilityReport): UtilityReport {
  const columns = report.columns.filter(({ shownAs }) => shownAs !== NOT_SHOWN);
  const names = new Set(columns.map(({ name }) => name));
  const kept = (margins: UtilityReport['margins']['one']) =>
    margins.filter((margin) => margin.columns.every((name) => names.has(name)));
  return {
    ...report,
    columns,
    margins: { ...report.margins, one: kept(report.margins.one), two: kept(report.margins.two) },
  };
}

function farthest({ margins, columns }: UtilityReport): Html | null {
  const title = (name: string): string => columns.find((column) => column.name === name)?.title ?? name;
  const pairs = margins.two.filter(({ distance }) => distance !== null && distance > 0);
  const worst = pairs.sort((a, b) => b.distance! - a.distance!).slice(0, MOST_NAMED);
  if (worst.length === 0) return null;
  const named = worst.map((pair) => `${pair.columns.map(title).join(' with ')} (${percent(pair.distance!)})`);
  return html`<p>${sentences.farthest(listed(named))}</p>`;
}

/** The lower triangle: each column by itself on the diagonal. */
export function marginTable({ margins, columns }: UtilityReport): Table {
  const told = new Map([...margins.one, ...margins.two].map((margin) => [margin.columns.join('|'), margin.distance]));
  const cell = (one: string, other: string): string => {
    const distance = told.get(one === other ? one : `${one}|${other}`);
    return distance === undefined ? '' : distance === null ? NOT_TOLD : percent(distance);
  };
  return {
    caption: 'Distance from the record; a column by itself where it meets itself',
    columns: ['', ...columns.map(({ title }) => title)],
    rows: columns.map((other) => [other.title, ...columns.map((one) => cell(one.name, other.name))]),
  };
}
