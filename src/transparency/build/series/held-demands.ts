import { anonymize, Dictionary, groups, type Problem } from '../../anonymize/index.js';
import { ABSENT, AS_BEFORE } from '../../series/index.js';
import { sensitiveColumn } from '../choose-levels.js';
import { demandedOf, type ReleasePlan } from '../release-plan.js';
import { rowsOf, rowsText } from './unit-texts.js';

/** What units show in the columns that demands are made of: codes of `texts`, −1 for nothing. */
export interface ShownCells {
  /** Rows of quasi-identifiers, then demanded columns, as JSON. */
  readonly texts: readonly string[];
  readonly recorded: Int32Array;
  readonly before: Int32Array;
  /** The first so many of a row are quasi-identifiers. */
  readonly quasi: number;
}

/**
 * The charter's demands beyond k, asked of the engine itself at the epoch's levels: against the shares of what is shown, so
 * that the shares that a manifest states say nothing that its file does not.
 * @param classes text of a class's rows → class @returns how units stand → classes that break a demand
 */
export function demandsOn(
  plan: ReleasePlan,
  { texts, recorded, before, quasi }: ShownCells,
  classes: ReadonlyMap<string, number>,
): (show: Uint8Array) => number[] {
  const classOf = texts.map((text) => classes.get(rowsText(rowsOf(text).map((row) => row.slice(0, quasi)))) ?? -1);
  return (show) => {
    const copies = new Int32Array(texts.length);
    for (let unit = 0; unit < show.length; unit++) {
      if (show[unit] === ABSENT) continue;
      copies[(show[unit] === AS_BEFORE ? before : recorded)[unit]!]!++;
    }
    const units = [...copies.keys()].filter((cells) => copies[cells]! > 0);
    if (units.length === 0) return [];
    const { keep } = anonymize(
      problemOf(
        plan,
        units.map((cells) => ({ text: texts[cells]!, copies: copies[cells]! })),
        quasi,
      ),
    );
    return [...new Set(units.filter((_, at) => keep[at] === 0).map((cells) => classOf[cells]!))];
  };
}

function problemOf(
  plan: ReleasePlan,
  units: readonly { readonly text: string; readonly copies: number }[],
  quasi: number,
): Problem {
  const demanded = demandedOf(plan);
  const tuples = new Dictionary();
  const words = demanded.map(() => new Dictionary());
  const [tuple, unit, codes]: [number[], number[], number[][]] = [[], [], demanded.map(() => [])];
  for (const [at, { text }] of units.entries())
    for (const row of rowsOf(text)) {
      tuple.push(tuples.code(JSON.stringify(row.slice(0, quasi))));
      unit.push(at);
      for (const [column, dictionary] of words.entries()) codes[column]!.push(dictionary.code(row[quasi + column]!));
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
    sensitive: demanded.map((column, at) => sensitiveColumn(column, words[at]!.words, Int32Array.from(codes[at]!))),
    suppressionLimit: 1,
  };
}
