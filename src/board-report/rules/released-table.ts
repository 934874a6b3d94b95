import { NOT_SHOWN } from './coverage.js';
import type { Released } from './material.js';
import { percent } from './figures.js';
import type { ReportPeriod } from './report-period.js';
import { monthsInWords } from './report-period.js';
import type { ReportRow, ReportTable } from './report-content.js';

type Part = Pick<ReportTable, 'id' | 'title' | 'rowTitle' | 'columns' | 'rows'> &
  Partial<Pick<ReportTable, 'notes' | 'drawn' | 'covers' | 'sources'>>;

/** A table out of one release: from where, of when, and how much of it is hidden, so that no figure stands without it. */
export function releasedTable(released: Released, part: Part): ReportTable {
  const { release, coverage } = released;
  const covers = coverage.from === null || coverage.to === null ? null : { from: coverage.from, to: coverage.to };
  return {
    ...{ sources: [release.dataset], covers, drawn: [] },
    ...part,
    notes: [...(part.notes ?? []), leftOut(released)],
  };
}

/** Of when a section’s figures are. */
export function coverageLines(released: Released, period: ReportPeriod): string[] {
  const { release, coverage, periods } = released;
  const beside = periods.filter(({ keys }) => coverage.beside.includes(keys[0] ?? ''));
  const besides = beside.reduce((sum, { units }) => sum + units, 0);
  return [
    timeLine(released, period),
    ...(besides === 0
      ? []
      : [
          `${besides} more ${release.unitWord}s stand in the release without a time, or under a longer one; they are not counted here.`,
        ]),
  ];
}

function timeLine({ release, coverage }: Released, period: ReportPeriod): string {
  if (coverage.from === null || coverage.to === null)
    return `The release does not show when: the figures are of all its ${release.unitWord}s together, whenever they happened.`;
  const months = monthsInWords(coverage.from, coverage.to);
  return coverage.exact
    ? `Counted by when the incident happened: ${months}.`
    : `The release shows no finer times: the figures are of incidents of ${months}, which is more than the report’s own period (${monthsInWords(period.from, period.to)}).`;
}

function leftOut({ release }: Released): string {
  if (release.leftOutShare === 0) return `Suppressed to protect people: no ${release.unitWord}.`;
  return `Suppressed to protect people: ${percent(release.leftOutShare)} of all ${release.unitWord}s, left out whole. A figure may be too low by some of them; a 0 does not mean that nothing happened.`;
}

/** Of a column that the release does not show at all: it could be counted, and was held back. */
export function suppressedLines({ tallies }: Released, group: string, title: string): string[] {
  const own = tallies[group] ?? [];
  const isHidden = own.length > 0 && own.every(({ keys }) => keys[0] === NOT_SHOWN);
  return isHidden
    ? [`${title}: suppressed in this release, for every row, so that people cannot be told apart by it.`]
    : [];
}

/** The first rows, and one for the rest together: cells are counts, which add up. */
export function most(rows: readonly ReportRow[], limit: number): ReportRow[] {
  if (rows.length <= limit) return [...rows];
  const rest = rows.slice(limit - 1);
  const cells = (rest[0]?.cells ?? []).map((_, at) =>
    rest.reduce((sum, row) => sum + (typeof row.cells[at] === 'number' ? row.cells[at] : 0), 0),
  );
  const label = `All ${rest.length} others together`;
  return [...rows.slice(0, limit - 1), { code: '(rest)', label, note: null, cells }];
}
