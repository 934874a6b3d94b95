import type { Problem } from '../../src/transparency/anonymize/index.js';

/** What a problem with copies stands for: every unit written out as often as it says. */
export function expand(problem: Problem & { readonly copies: Int32Array }): Problem {
  const { copies, ...rest } = problem;
  const first = [...copies].map((_, u) => copies.subarray(0, u).reduce((sum, count) => sum + count, 0));
  const rows: number[] = [];
  const unit: number[] = [];
  for (let row = 0; row < problem.rows; row++) {
    const u = problem.unit?.[row] ?? row;
    for (let copy = 0; copy < copies[u]!; copy++) {
      rows.push(row);
      unit.push(first[u]! + copy);
    }
  }
  const written = (codes: Int32Array) => Int32Array.from(rows, (row) => codes[row]!);
  return {
    ...rest,
    rows: rows.length,
    ...(problem.unit === undefined ? {} : { unit: Int32Array.from(unit) }),
    quasiIdentifiers: problem.quasiIdentifiers.map((column) => ({ ...column, codes: written(column.codes) })),
    sensitive: (problem.sensitive ?? []).map((column) => ({ ...column, codes: written(column.codes) })),
  };
}
