import { anonymize, Dictionary, groups, type Problem } from '../../anonymize/index.js';
import { roundNumber } from '../../report/index.js';
import { ABSENT, AS_BEFORE } from '../../series/index.js';
import { sensitiveColumn } from '../choose-levels.js';
import { demandedOf, type ReleasePlan } from '../release-plan.js';
import { type Shares, toldShares, toldSuppressed } from './told-totals.js';
import { rowsOf, rowsText } from './unit-texts.js';

/** What units show in the columns that demands are made of: codes of `texts`, −1 for nothing. */
export interface ShownCells {
  /** Rows of quasi-identifiers, then demanded columns, as JSON. */
  readonly texts: readonly string[];
  readonly recorded: Int32Array;
  readonly before: Int32Array;
  /** unit → rows that the record has of it; 0: none. */
  readonly rows: Int32Array;
  /** Per demanded column: the shares that classes are held against. */
  readonly shares: readonly Shares[];
  /** The first so many of a row are quasi-identifiers. */
  readonly quasi: number;
}

/**
 * The charter's demands beyond k, asked of the engine itself at the epoch's levels, and against the shares that the epoch
 * froze: those of a file from which much was left out drift away from the record's, and would take more with them each time.
 * @param classes text of a class's rows → class @returns how units stand → classes that break a demand
 */
export function demandsOn(
  plan: ReleasePlan,
  cells: ShownCells,
  classes: ReadonlyMap<string, number>,
): (show: Uint8Array) => number[] {
  const { texts, recorded, before, rows, quasi } = cells;
  const classOf = texts.map((text) => classes.get(rowsText(rowsOf(text).map((row) => row.slice(0, quasi)))) ?? -1);
  const step = roundNumber(plan.k);
  return (show) => {
    const copies = new Int32Array(texts.length);
    const absent = { units: 0, rows: 0 };
    for (let unit = 0; unit < show.length; unit++) {
      if (show[unit] !== ABSENT) copies[(show[unit] === AS_BEFORE ? before : recorded)[unit]!]!++;
      else if (rows[unit]! > 0) {
        absent.units++;
        absent.rows += rows[unit]!;
      }
    }
    const shown = [...copies.keys()]
      .filter((cells) => copies[cells]! > 0)
      .map((cells) => ({ cells, rows: rowsOf(texts[cells]!), copies: copies[cells]! }));
    if (shown.length === 0) return [];
    const tally = (of: (each: Shown) => number): number => shown.reduce((sum, each) => sum + of(each), 0);
    const file = { units: tally((each) => each.copies), rows: tally((each) => each.copies * each.rows.length) };
    const input = file.rows + toldSuppressed(file, absent, step).rows;
    const { keep } = anonymize(problemOf(plan, shown, cells, input));
    return [...new Set(shown.filter((_, at) => keep[at] === 0).map(({ cells }) => classOf[cells]!))];
  };
}

/** Units that show the same. */
interface Shown {
  readonly rows: readonly (readonly string[])[];
  readonly copies: number;
}

/** @param input rows of the input as it is told */
function problemOf(plan: ReleasePlan, units: readonly Shown[], { quasi, shares }: ShownCells, input: number): Problem {
  const demanded = demandedOf(plan);
  const tuples = new Dictionary();
  const words = demanded.map(() => new Dictionary());
  const uses = demanded.map(() => new Map<string, number>());
  const [tuple, unit, codes]: [number[], number[], number[][]] = [[], [], demanded.map(() => [])];
  for (const [at, { rows, copies }] of units.entries())
    for (const row of rows) {
      tuple.push(tuples.code(JSON.stringify(row.slice(0, quasi))));
      unit.push(at);
      for (const [column, dictionary] of words.entries()) {
        const word = row[quasi + column]!;
        codes[column]!.push(dictionary.code(word));
        uses[column]!.set(word, (uses[column]!.get(word) ?? 0) + copies);
      }
    }
  return {
    rows: tuple.length,
    quasiIdentifiers: [
      {
        ...{ name: 'row', codes: Int32Array.from(tuple), hierarchy: groups('row', tuples.words, []) },
        ...{ minLevel: 0, maxLevel: 0 },
      },
    ],
    unit: Int32Array.from(unit),
    copies: Int32Array.from(units, ({ copies }) => copies),
    k: plan.k,
    models: plan.models,
    sensitive: demanded.map((column, at) => {
      const told = toldShares(uses[at]!, input, shares[at]!);
      return {
        ...sensitiveColumn(column, [...told.keys()], coded(codes[at]!, words[at]!.words, [...told.keys()])),
        overall: Float64Array.from(told.values()),
      };
    }),
    suppressionLimit: 1,
  };
}

/** The same words under the codes that they have among all that the shares name. */
function coded(codes: readonly number[], words: readonly string[], among: readonly string[]): Int32Array {
  const at = new Map(among.map((word, code) => [word, code]));
  return Int32Array.from(codes, (code) => at.get(words[code]!)!);
}
