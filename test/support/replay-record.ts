import type { Random } from '../../src/transparency/series/index.js';
import type { RecordedUnit } from './series-files.js';

/** A record over months: what is filed in each, the first holding all that was filed before. */
export interface ReplayRecord {
  readonly months: readonly string[];
  readonly filed: readonly (readonly RecordedUnit[])[];
}

export interface ReplayRates {
  /** Share of units of which something is corrected in a month. */
  readonly corrected: number;
  /** Share of units expunged in a month. */
  readonly expunged: number;
}

/** 355 of 80,028 complaints changed between two releases of Chicago four months apart; expungements are rarer still. */
export const MEASURED: ReplayRates = { corrected: 355 / 80_028 / 4, expunged: 355 / 80_028 / 20 };

/**
 * The record as it stands at the end of each month. A correction takes a quasi-identifier, or a cell, from another unit's
 * first row: so the values stay those that occur.
 */
export function* monthsOf({ filed }: ReplayRecord, rates: ReplayRates, random: Random): Generator<RecordedUnit[]> {
  const units = new Map<string, RecordedUnit>();
  for (const [month, fresh] of filed.entries()) {
    if (month > 0) change(units, rates, random);
    for (const unit of fresh) units.set(unit.id, unit);
    yield [...units.values()];
  }
}

function change(units: Map<string, RecordedUnit>, { corrected, expunged }: ReplayRates, random: Random): void {
  const all = [...units.values()];
  for (const unit of all) {
    const drawn = random();
    if (drawn < expunged) units.delete(unit.id);
    else if (drawn < expunged + corrected)
      units.set(unit.id, correctedUnit(unit, all[Math.floor(random() * all.length)]!, random));
  }
}

function correctedUnit(unit: RecordedUnit, other: RecordedUnit, random: Random): RecordedUnit {
  const [source] = other.rows;
  const width = source!.quasi.length + source!.cells.length;
  const at = Math.floor(random() * width);
  const cell = at - source!.quasi.length;
  const rows = unit.rows.map(({ quasi, cells }, row) => ({
    quasi: cell < 0 ? quasi.with(at, source!.quasi[at]!) : quasi,
    cells: cell >= 0 && row === 0 ? cells.with(cell, source!.cells[cell]!) : cells,
  }));
  return { ...unit, rows };
}
