import { INFEASIBLE, OPTIMAL, solver } from './solver.js';
import type { SystemBuilder } from './system-builder.js';
import { TableRefused } from './table-refused.js';

/**
 * Gives every unknown cell (withheld earlier; an increase) one value that agrees with all that is known. Which one does not
 * matter: how wide an interval is does not depend on the point that it is measured from. No value at all means that the
 * releases contradict each other, by a correction that made counts smaller, say.
 */
export async function settle(builder: SystemBuilder, unknown: ReadonlySet<number>, name: string): Promise<void> {
  if (unknown.size === 0) return;
  const columns = [...unknown];
  const column = new Map(columns.map((cell, at) => [cell, at]));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const sides: number[] = [];
  for (const { cells, factors } of builder.sums()) {
    let known = 0;
    cells.forEach((cell, at) => {
      const is = column.get(cell);
      if (is === undefined) known += factors[at]! * builder.values[cell]!;
      else {
        indices.push(is);
        values.push(factors[at]!);
      }
    });
    if (indices.length > starts.at(-1)!) {
      starts.push(indices.length);
      sides.push(-known);
    } else if (Math.abs(known) > 1e-6) throw contradiction(name);
  }
  const highs = await solver();
  const model = highs.createModel();
  try {
    model.options.set({ output_flag: false });
    model.passModel({
      numCols: columns.length,
      numRows: sides.length,
      colCost: new Float64Array(columns.length),
      colLower: new Float64Array(columns.length),
      colUpper: new Float64Array(columns.length).fill(Infinity),
      rowLower: sides,
      rowUpper: sides,
      matrix: { format: 'csr', numRows: sides.length, numCols: columns.length, starts, indices, values },
    });
    const { modelStatus } = model.run();
    if (modelStatus === INFEASIBLE) throw contradiction(name);
    if (modelStatus !== OPTIMAL)
      throw new TableRefused('solver-failed', `${name}: earlier cells could not be settled (status ${modelStatus}).`);
    model.getSolution().colValue.forEach((value, at) => (builder.values[columns[at]!] = Math.max(0, value)));
  } finally {
    model.dispose();
  }
}

const contradiction = (name: string): TableRefused =>
  new TableRefused(
    'earlier-release-contradicts',
    `${name}: an earlier release cannot be true together with this table and the relation given (a count became smaller ` +
      'where it may only grow, or differs where it must be equal). Say the right relation, or republish from the start.',
  );
