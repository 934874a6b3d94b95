import { byFirstCell } from './complaints-section.js';
import { NOT_SHOWN } from './coverage.js';
import { rounded } from './figures.js';
import { nothingReleased } from './lacking.js';
import type { Material, Released, Tally } from './material.js';
import { coverageLines, most, releasedTable, suppressedLines } from './released-table.js';
import type { ReportColumn, ReportRow, ReportSection, ReportTable } from './report-content.js';
import { codeOf, FINDING_CLASSES, wordsFor } from './words-for.js';

const MOST_KINDS = 40;

export function allegationsSection({ complaints, period, terms }: Material): ReportSection {
  const [id, title] = ['allegations', 'Allegations and findings'];
  if (!complaints) return { id, title, lines: [nothingReleased('allegations and findings')], tables: [] };
  const tallies = complaints.tallies['allegation,finding'] ?? [];
  const tables =
    tallies.length === 0
      ? []
      : [findingTable(complaints, tallies), ...kindTable(complaints, tallies, terms.labels.allegations)];
  const hidden = suppressedLines(complaints, 'allegation,finding', 'Kind of allegation');
  const lines = tables.length === 0 ? ['The release has no allegation in this time.'] : [];
  return { id, title, lines: [...coverageLines(complaints, period), ...hidden, ...lines], tables };
}

function findingTable(released: Released, tallies: readonly Tally[]): ReportTable {
  const total = sum(tallies);
  const rows = classesIn(tallies, 1).map((finding) => {
    const count = sum(tallies.filter(({ keys }) => keys[1] === finding));
    return { code: codeOf(finding), label: wordsFor(finding), note: null, cells: [count, rounded(count / total, 6)] };
  });
  return releasedTable(released, {
    ...{ id: 'findings', title: 'Allegations by the finding that stands', rowTitle: 'Finding', rows },
    columns: [
      { name: 'allegations', title: 'Allegations', unit: 'count' },
      { name: 'share', title: 'Share', unit: 'share' },
    ],
    drawn: ['allegations'],
  });
}

function kindTable(
  released: Released,
  tallies: readonly Tally[],
  labels: Readonly<Record<string, string>>,
): ReportTable[] {
  if (tallies.every(({ keys }) => keys[0] === NOT_SHOWN)) return [];
  const classes = classesIn(tallies, 1);
  const kinds = [...new Set(tallies.map(({ keys }) => keys[0] ?? null))];
  const rows: ReportRow[] = kinds.map((kind) => {
    const own = tallies.filter(({ keys }) => (keys[0] ?? null) === kind);
    const counts = classes.map((finding) => sum(own.filter(({ keys }) => keys[1] === finding)));
    return { code: codeOf(kind), label: wordsFor(kind, labels), note: null, cells: [sum(own), ...counts] };
  });
  const all: ReportColumn = { name: 'allegations', title: 'All', unit: 'count' };
  return [
    releasedTable(released, {
      ...{ id: 'allegations-by-kind', title: 'Allegations by kind and finding', rowTitle: 'Allegation' },
      ...{ columns: [all, ...findingColumns(classes)], rows: most(rows.sort(byFirstCell), MOST_KINDS) },
      drawn: ['allegations'],
    }),
  ];
}

export function findingColumns(classes: readonly (string | null)[]): ReportColumn[] {
  return classes.map((finding) => ({ name: codeOf(finding), title: wordsFor(finding), unit: 'count' }));
}

/** The findings that occur, in the order of `FINDING_CLASSES`, what is not among them after. */
export function classesIn(tallies: readonly Tally[], at: number): (string | null)[] {
  const there = new Set(tallies.map(({ keys }) => keys[at] ?? null));
  const known: readonly (string | null)[] = FINDING_CLASSES;
  const others = [...there].filter((value) => !known.includes(value));
  return [
    ...known.filter((value) => there.has(value)),
    ...others.sort((one, other) => (codeOf(one) < codeOf(other) ? -1 : 1)),
  ];
}

export const sum = (tallies: readonly Tally[]): number => tallies.reduce((all, { rows }) => all + rows, 0);
