import { monthText } from '../../shared/figures/month-number.js';
import { spanOf } from '../../shared/figures/span-of.js';
import { NOT_SHOWN } from './coverage.js';
import type { Material, Released, Tally } from './material.js';
import { coverageLines, most, releasedTable, suppressedLines } from './released-table.js';
import type { ReportRow, ReportSection, ReportTable } from './report-content.js';
import { nothingReleased } from './lacking.js';
import { codeOf, wordsFor } from './words-for.js';

/** How many years a look back shows, and how many places. */
const MOST_TIMES = 10;
const MOST_PLACES = 25;

const NOT_RELEASED =
  'By month and by channel (web, telephone, in person …): in no released dataset, since each would split the groups that people are hidden in.';

export function complaintsSection({ complaints, period, terms }: Material): ReportSection {
  const [id, title] = ['complaints', 'Complaints'];
  if (!complaints) return { id, title, lines: [nothingReleased('complaints'), NOT_RELEASED], tables: [] };
  const columns = [
    { name: 'complaints', title: 'Complaints', unit: 'count' as const },
    { name: 'allegations', title: 'Allegations', unit: 'count' as const },
  ];
  const byPeople = peopleTable(complaints, 'complainant_race', terms.labels.races);
  return {
    ...{ id, title },
    lines: [
      complaints.release.oneRow,
      ...coverageLines(complaints, period),
      ...suppressedLines(complaints, 'complainant_race', 'Race of the victim or complainant'),
      ...suppressedLines(complaints, 'place', 'Place'),
      NOT_RELEASED,
    ],
    tables: [
      releasedTable(complaints, {
        ...{ id: 'complaints-by-time', title: 'Complaints by when the incident happened' },
        ...{ rowTitle: 'When', columns, rows: timeRows(complaints), drawn: ['complaints'], covers: reach(complaints) },
      }),
      ...placeTable(complaints, 'complaints-by-place', 'Complaints by place', columns),
      ...byPeople,
    ],
  };
}

function peopleTable(released: Released, column: string, labels: Readonly<Record<string, string>>): ReportTable[] {
  const tallies = released.tallies[column] ?? [];
  if (tallies.length === 0 || tallies.every(({ keys }) => keys[0] === NOT_SHOWN)) return [];
  const rows = tallies.map(({ keys: [race = null], units }) => ({
    ...{ code: codeOf(race), label: wordsFor(race, labels), note: null, cells: [units] },
  }));
  return [
    releasedTable(released, {
      ...{ id: 'complaints-by-race', title: 'Complaints by race of the victim or complainant', rowTitle: 'Race' },
      columns: [{ name: 'complaints', title: 'Complaints', unit: 'count' }],
      ...{ rows: rows.sort(byFirstCell), drawn: ['complaints'] },
    }),
  ];
}

/** The years up to the period’s, each as the release has it: what the period is seen beside. */
export function timeRows(released: Released): ReportRow[] {
  const dated = lookBack(released);
  return dated.map(({ keys: [word = ''], units, rows }) => {
    const span = spanOf(word ?? '');
    const covers = span && { from: monthText(span.from), to: monthText(span.from + span.length - 1) };
    return {
      ...{ code: codeOf(word), label: wordsFor(word), note: null, cells: [units, rows] },
      ...(covers === null ? {} : { covers }),
    };
  });
}

export function reach(released: Released): ReportTable['covers'] {
  const spans = lookBack(released).flatMap(({ keys: [word] }) => spanOf(word ?? '') ?? []);
  const [first, { to }] = [spans[0], released.coverage];
  if (!first || to === null) return null;
  return { from: monthText(first.from), to };
}

function lookBack({ periods, coverage }: Released): Tally[] {
  const { to } = coverage;
  if (to === null) return [...periods];
  return periods
    .filter(({ keys: [word] }) => {
      const span = spanOf(word ?? '');
      const last = span && span.from + span.length - 1;
      return last !== null && monthText(last) <= to;
    })
    .slice(-MOST_TIMES);
}

export function placeTable(
  released: Released,
  id: string,
  title: string,
  columns: ReportTable['columns'],
): ReportTable[] {
  const tallies = released.tallies.place ?? [];
  if (tallies.filter(({ keys }) => keys[0] !== NOT_SHOWN).length < 2) return [];
  const rows = tallies.map(({ keys: [place = null], units, rows: lines }) => ({
    ...{ code: codeOf(place), label: wordsFor(place), note: null, cells: [units, lines] },
  }));
  const shown = most(rows.sort(byFirstCell), MOST_PLACES);
  return [releasedTable(released, { id, title, rowTitle: 'Place', columns, rows: shown })];
}

/** The most first; of equals, by code: the same order each time. */
export function byFirstCell(one: ReportRow, other: ReportRow): number {
  return Number(other.cells[0]) - Number(one.cells[0]) || (one.code < other.code ? -1 : 1);
}
