import { blurFor, exactly, secureRandom, type Blur } from './blur.js';
import { changeSince } from './change-since.js';
import { checkReportInput } from './check-report-input.js';
import { columnLoss } from './column-loss.js';
import { groupColumns, levelInWords, type GroupedColumn } from './group-column.js';
import { margins } from './margins.js';
import { classSizeBins, classSizes } from './published-classes.js';
import type { ColumnLoss, UtilityReport } from './report-figures.js';
import type { ReportInput } from './report-input.js';
import { ReportRefused } from './report-refused.js';
import { reportTotals, type ReportTotals } from './report-totals.js';
import { ReportUnits } from './report-units.js';
import { coarserUnits, suppressionByGroup } from './suppression-by-group.js';

/**
 * What a release kept and what it cost, fit to be published with it: see `protectCounts` and `blurFor` for why no number
 * in it tells of a person who was left out.
 * @throws ReportRefused `report-input-malformed`; `report-class-below-k` when a published class is smaller than k
 */
export function utilityReport(input: ReportInput): UtilityReport {
  checkReportInput(input);
  const { release, k, models = [], search = null, rounds, previous, random = secureRandom } = input;
  const units = new ReportUnits(input);
  const totals = reportTotals(units, rounds.length);
  const grouped = groupColumns(input);
  const blur = blurFor({ k, numbers: numbersTold(grouped), influence: influence(totals) }, random);
  const sizes = classSizes(input, units);
  const { input: all, published, suppressed } = totals;
  if (sizes.length > 0 && sizes[0]! < k)
    throw new ReportRefused('report-class-below-k', `a published class has ${sizes[0]!} subjects, ${k} must share it`);
  const figures = {
    published,
    suppressed: {
      ...suppressed,
      subjects: suppressed.subjects > 0 && suppressed.subjects < k ? null : suppressed.subjects,
      shareOfUnits: all.units === 0 ? 0 : exactly(suppressed.units / all.units),
    },
    k: { asked: k, found: sizes[0] ?? 0 },
    columns: grouped.map((column) => lossOf(column, units, totals, blur)),
  };
  return {
    format: 'redress-utility-report/1',
    ...release,
    counted: units.counted,
    models,
    search,
    input: { rows: all.rows, units: all.units },
    ...figures,
    rounds: roundsOf(grouped, totals, k),
    margins: margins(grouped, units, totals, k, blur),
    suppression: grouped.map((column) =>
      suppressionByGroup(column, units, totals, { version: release.version, k, previous }),
    ),
    classes: { count: sizes.length, sizes: classSizeBins(sizes, k) },
    risk:
      sizes.length === 0
        ? null
        : { highest: 1 / sizes[0]!, average: sizes.length / sizes.reduce((sum, size) => sum + size, 0) },
    change: previous === undefined ? null : changeSince(previous, figures),
  };
}

/** Every margin of one or two columns, and two losses of every quasi-identifier. */
function numbersTold(grouped: readonly GroupedColumn[]): number {
  const lossy = grouped.filter(({ levels }) => levels !== null).length;
  return (grouped.length * (grouped.length + 1)) / 2 + 2 * lossy;
}

function influence({ input, suppressed }: ReportTotals): number {
  const leftOut = suppressed.units === 0 ? 0 : suppressed.rows / suppressed.units;
  return Math.max(leftOut, input.rows / input.units) / input.rows;
}

function lossOf(grouped: GroupedColumn, units: ReportUnits, totals: ReportTotals, blur: Blur | null): ColumnLoss {
  const { column, levels, shownAs } = grouped;
  const { name, title, role } = column;
  const told = { name, title, role, shownAs, coarserUnits: coarserUnits(grouped, units) };
  if (column.role !== 'quasi-identifier' || levels === null)
    return { ...told, level: null, levels: null, entropy: 0, domain: null, height: 0 };
  const loss = columnLoss(column, levels, units, totals);
  // What every row loses alike tells of nobody.
  const [one = 0, ...others] = levels;
  const top = one === column.hierarchy.levels.length - 1 && others.every((level) => level === one);
  const whole = top || (one === 0 && others.length === 0);
  const known = top || (totals.suppressed.units === 0 && others.length === 0);
  return {
    ...told,
    level: one,
    levels: column.hierarchy.levels.length,
    entropy: whole ? exactly(loss.entropy) : (blur?.blurred(loss.entropy, loss.entropyFactor) ?? null),
    domain: known ? exactly(loss.domain) : (blur?.blurred(loss.domain) ?? null),
    height: exactly(loss.height),
  };
}

function roundsOf(grouped: readonly GroupedColumn[], { unitsOfRounds }: ReportTotals, k: number) {
  const few = unitsOfRounds.some((units) => units > 0 && units < k);
  return unitsOfRounds.map((units, at) => ({ levels: levelsOf(grouped, at), units: few ? null : units }));
}

function levelsOf(grouped: readonly GroupedColumn[], round: number): Record<string, string> {
  return Object.fromEntries(
    grouped.flatMap(({ column, levels }) =>
      levels === null || column.role !== 'quasi-identifier'
        ? []
        : [[column.name, levelInWords(column, levels[round]!)]],
    ),
  );
}
