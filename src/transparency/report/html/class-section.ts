import { type Html, html } from '../../../platform/html/html.js';
import type { UtilityReport } from '../report-figures.js';
import { about, headings, sentences } from '../report-texts.js';
import { chartSvg } from './chart-svg.js';
import { classSizeChart } from './charts.js';
import { chartAndTable, type Table } from './data-table.js';
import { count, percent, plural } from './numbers.js';

export async function classSection(report: UtilityReport): Promise<Html> {
  const { classes, risk } = report;
  const text = {
    id: 'class-sizes',
    title: 'Groups of people who look alike, by size',
    description: `Bars of how many of ${count(classes.count)} groups there are of each size, from ${report.k.found} up.`,
  };
  return html`<h2>${headings.classes}</h2>
    <p>${about.classes}</p>
    ${risk === null ? null : html`<p>${sentences.risk(percent(risk.highest), percent(risk.average))}</p>`}
    ${classes.count === 0 ? null : chartAndTable(await chartSvg(classSizeChart(classes.sizes), text), classTable(report))}`;
}

export function classTable({ classes, counted, unitWord }: UtilityReport): Table {
  const who = counted === 'subjects' ? 'people' : plural(unitWord, 2);
  return {
    caption: `Groups by size: so many ${who} look alike`,
    columns: ['Size', 'Groups', `In them, ${who}`],
    rows: classes.sizes.map(({ from, to, classes, subjects }) => [
      `${count(from)}–${count(to)}`,
      count(classes),
      count(subjects),
    ]),
  };
}
