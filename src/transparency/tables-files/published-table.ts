import type { TableSpec } from '../tables/index.js';

/** The table as it may leave the house: withheld cells are null, and nothing tells primary cells from the others. */
export function publishedTable(table: TableSpec, suppressed: readonly number[]): Record<string, unknown> {
  const { name, threshold, dims, hierarchies, constraints, measure, linked, earlier } = table;
  const withheld = new Set(suppressed);
  const shown = table.measure === 'sum' ? 'sum' : 'freq';
  const cells = table.cells.map((cell, at) => ({
    ...Object.fromEntries(dims.map((dimension) => [dimension, cell[dimension]])),
    ...(cell.key !== undefined && { key: cell.key }),
    [shown]: withheld.has(at) ? null : cell[shown],
  }));
  return { name, threshold, dims, measure, hierarchies, constraints, linked, cells, earlier };
}
