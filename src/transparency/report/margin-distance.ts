import type { GroupedColumn } from './group-column.js';
import { PairIds } from './pair-ids.js';
import type { ReportUnits } from './report-units.js';

/** Tables of more cells than this are kept as what occurs. */
const DENSE = 1 << 22;

/**
 * Total variation distance between the rows of the record and the rows of the file that show the columns, both at the
 * level that is published: half of Σ |p − q| over all values, or all pairs of values. The share of rows that would have
 * to be changed to turn one into the other; 1 when the file shows nothing.
 */
export function marginDistance(columns: readonly [GroupedColumn, GroupedColumn?], units: ReportUnits): number {
  const [one, other = one] = columns;
  const width = other === one ? 1 : other.labels.length;
  const size = one.labels.length * width;
  const ids = size > DENSE ? new PairIds() : null;
  let original = new Float64Array(ids === null ? size : 1024);
  let published = original.slice();
  let [rows, shown] = [0, 0];
  for (let row = 0; row < units.of.length; row++) {
    const unit = units.of[row]!;
    const round = units.round[unit]!;
    const second = other === one ? 0 : other.of[row]!;
    const cell = ids === null ? one.of[row]! * width + second : ids.id(one.of[row]!, second);
    if (cell >= original.length) [original, published] = [doubled(original), doubled(published)];
    const copies = units.copies[unit]!;
    original[cell]! += copies;
    rows += copies;
    if (round === 0 || one.shows[round] === 0 || other.shows[round] === 0) continue;
    published[cell]! += copies;
    shown += copies;
  }
  if (shown === 0) return rows === 0 ? 0 : 1;
  return original.reduce((sum, count, cell) => sum + Math.abs(count / rows - published[cell]! / shown), 0) / 2;
}

function doubled(values: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(values.length * 2);
  larger.set(values);
  return larger;
}
