import type { ColumnInput, ReportInput } from './report-input.js';
import { ReportRefused } from './report-refused.js';

const malformed = (what: string): ReportRefused => new ReportRefused('report-input-malformed', what);

/** @throws ReportRefused `report-input-malformed`: which number or column does not fit */
export function checkReportInput(input: ReportInput): void {
  const { rows, unit, copies, subject, round, rounds, columns, k } = input;
  if (!Number.isInteger(k) || k < 1) throw malformed(`k is ${k}, not a whole number of 1 or more`);
  if (unit !== undefined && unit.length !== rows) throw malformed(`unit has ${unit.length} rows, not ${rows}`);
  if (unit === undefined && round.length !== rows) throw malformed(`round has ${round.length} units, not ${rows}`);
  if (unit?.some((u) => u < 0 || u >= round.length))
    throw malformed(`unit names a unit beyond the ${round.length} of round`);
  for (const [name, list] of Object.entries({ copies, subject }))
    if (list !== undefined && list.length !== round.length)
      throw malformed(`${name} has ${list.length} units, not ${round.length}`);
  if (copies !== undefined && subject !== undefined) throw malformed('copies and subject exclude each other');
  if (copies?.some((count) => count < 1)) throw malformed('copies holds a number below 1');
  if (rounds.length === 0 || round.some((at) => at > rounds.length))
    throw malformed(`round names a round beyond the ${rounds.length} that there are`);
  columns.forEach((column) => {
    checkCodes(column, rows);
  });
  checkLevels(input);
}

function checkCodes(column: ColumnInput, rows: number): void {
  const { name, codes } = column;
  const size = column.role === 'quasi-identifier' ? column.hierarchy.levels[0]!.codes.length : column.words.length;
  if (codes.length !== rows) throw malformed(`column "${name}" has ${codes.length} rows, not ${rows}`);
  if (codes.some((code) => code < 0 || code >= size))
    throw malformed(`column "${name}" has a code that is none of its ${size} values`);
}

function checkLevels({ columns, rounds }: ReportInput): void {
  const heights = columns.flatMap((c) => (c.role === 'quasi-identifier' ? [c.hierarchy.levels.length] : []));
  for (const levels of rounds)
    if (levels.length !== heights.length || levels.some((level, at) => !(level >= 0 && level < heights[at]!)))
      throw malformed(
        `a round has levels ${levels.join(', ')}, which do not fit the ${heights.length} quasi-identifiers`,
      );
}
