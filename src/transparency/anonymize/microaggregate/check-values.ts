import { AnonymizationRefused } from '../anonymization-refused.js';

/** What grouping needs: a finite number per row, and k subjects. @returns row → subject, dense from 0, and how many */
export function checkValues(
  columns: readonly Float64Array[],
  k: number,
  subject: Int32Array | undefined,
): { readonly subjectOf: Int32Array; readonly subjects: number } {
  const rows = columns[0]?.length ?? 0;
  refuse(Number.isInteger(k) && k >= 1, 'k must be a whole number of at least 1');
  refuse(columns.length > 0, 'there is no column to group by');
  refuse(
    columns.every((values) => values.length === rows),
    'all columns must have a number for every row',
  );
  for (const [at, values] of columns.entries()) {
    const row = values.findIndex((value) => !Number.isFinite(value));
    refuse(row < 0, `row ${row} of column ${at} is not a number: leave rows without one out`);
  }
  refuse(subject === undefined || subject.length === rows, 'subject must be given for every row');
  const found = numbered(subject ?? new Int32Array(rows).map((_, row) => row));
  if (rows > 0 && found.subjects < k)
    throw new AnonymizationRefused('infeasible', `there are ${found.subjects} subjects, fewer than k = ${k}`);
  return found;
}

function numbered(subject: Int32Array) {
  const dense = new Map<number, number>();
  const subjectOf = subject.map((code) => {
    const known = dense.get(code) ?? dense.size;
    dense.set(code, known);
    return known;
  });
  return { subjectOf, subjects: dense.size };
}

function refuse(holds: boolean, message: string): void {
  if (!holds) throw new AnonymizationRefused('problem-malformed', message);
}
