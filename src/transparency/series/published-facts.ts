import type { Draft } from './draft.js';

/** What a release said, counted: enough to compare every later release with it, and it names no unit. */
export interface PublishedFacts {
  /** class → subjects with a single unit */
  readonly lone: Int32Array;
  /** Per attribute: class × values + value → those subjects. */
  readonly loneValues: readonly Int32Array[];
  /** Per attribute the number of values. */
  readonly values: readonly number[];
  /** Every subject with several units: per unit the class, then a value for each attribute. */
  readonly joint: readonly (readonly number[])[];
}

/** cell → subjects, and per attribute cell × values + value → subjects. */
export interface CellCounts {
  readonly subjects: Int32Array;
  readonly values: readonly Int32Array[];
}

/** Of a draft. A subject's published units stand behind one count, whatever class they are in. */
export function factsOf(draft: Draft): PublishedFacts {
  const { units } = draft;
  const { classes, values, subject } = units;
  const lone = new Int32Array(classes);
  const loneValues = values.map((size) => new Int32Array(size * classes));
  const several = new Map<number, number[]>();
  const perSubject = new Int32Array(subject === undefined ? 0 : units.count);
  for (const each of subject ?? []) perSubject[each]! += 1;
  for (let unit = 0; unit < units.count; unit++) {
    const classOf = draft.classShown(unit);
    if (classOf < 0) continue;
    const shown = draft.arriving[unit] === 1 ? units.sensitive : draft.sensitive;
    if (subject === undefined || perSubject[subject[unit]!] === 1) {
      lone[classOf]! += 1;
      for (let a = 0; a < values.length; a++) loneValues[a]![classOf * values[a]! + shown[a]![unit]!]! += 1;
    } else {
      const line = several.get(subject[unit]!) ?? [];
      line.push(classOf, ...shown.map((codes) => codes[unit]!));
      several.set(subject[unit]!, line);
    }
  }
  return { lone, loneValues, values, joint: [...several.values()] };
}

/** @param widths per attribute the number of values of the answer, not fewer than the facts have */
export function countCells(
  { lone, loneValues, values, joint }: PublishedFacts,
  cellOf: Int32Array,
  cells: number,
  widths: readonly number[],
): CellCounts {
  const subjects = new Int32Array(cells);
  const counts = widths.map((width) => new Int32Array(width * cells));
  for (let classOf = 0; classOf < lone.length; classOf++) {
    const cell = cellOf[classOf]!;
    subjects[cell]! += lone[classOf]!;
    for (const [a, width] of widths.entries())
      for (let value = 0; value < values[a]!; value++)
        counts[a]![cell * width + value]! += loneValues[a]![classOf * values[a]! + value]!;
  }
  const stride = 1 + values.length;
  for (const line of joint) {
    const met = new Set<string>();
    const once = (key: string, table: Int32Array, at: number): void => {
      if (!met.has(key)) table[at]! += 1;
      met.add(key);
    };
    for (let at = 0; at < line.length; at += stride) {
      const cell = cellOf[line[at]!]!;
      once(`${cell}`, subjects, cell);
      for (const [a, width] of widths.entries()) {
        const place = cell * width + line[at + 1 + a]!;
        once(`${a}/${place}`, counts[a]!, place);
      }
    }
  }
  return { subjects, values: counts };
}
