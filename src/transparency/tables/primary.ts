import type { TableCell, TableSpec } from './table-spec.js';

/** `threshold`: the interval is at least threshold + 1 wide. `own`: only not to be worked out exactly, as sdcTable protects. */
export type Width = 'threshold' | 'own';

export interface Wanted {
  readonly below: number;
  readonly above: number;
  readonly width: number;
}

/** The least count that may show; also how wide an attacker's interval must be. */
export const leastShown = ({ threshold }: TableSpec): number => threshold + 1;

export const valueOf = (table: TableSpec, cell: TableCell): number =>
  table.measure === 'sum' ? (cell.sum ?? NaN) : cell.freq;

/** What a primary cell must be given, undefined for one that may be published. Zeros are published: they count nobody. */
export function wantedFor(table: TableSpec, cell: TableCell, width: Width): Wanted | undefined {
  const small = cell.sdcStatus === 'u' || (cell.freq >= 1 && cell.freq <= table.threshold);
  if (table.measure === 'sum') return sumWanted(table, cell, small);
  if (!small) return undefined;
  return countWanted(cell.freq, leastShown(table), width);
}

export const countWanted = (count: number, least: number, width: Width): Wanted => ({
  below: Math.min(1, count),
  above: 1,
  width: width === 'threshold' ? least : 0,
});

/**
 * The p % rule (Hundepool et al., Statistical Disclosure Control, 2012, section 4.2.2): the second largest, who knows the
 * total and her own payment, must not estimate the largest to within p %. A sum of few payments is protected by p % of itself.
 */
function sumWanted({ percent = 10 }: TableSpec, { sum = 0, largest }: TableCell, few: boolean): Wanted | undefined {
  let needed = few ? (percent / 100) * sum : 0;
  if (largest) needed = Math.max(needed, (percent / 100) * largest[0] - (sum - largest[0] - largest[1]));
  if (needed <= 0) return undefined;
  return { below: Math.min(needed, sum), above: needed, width: 0 };
}
