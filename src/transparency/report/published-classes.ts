import { PairIds } from './pair-ids.js';
import type { QuasiIdentifierInput, ReportInput } from './report-input.js';
import type { ClassSizeBin } from './report-figures.js';
import type { ReportUnits } from './report-units.js';

/** Subjects of each published class: what all quasi-identifiers of a unit's rows say together, as the file's words. */
export function classSizes(input: ReportInput, units: ReportUnits): Int32Array {
  const { tuples, end } = tupleIds(input, units);
  const classes = new PairIds(end);
  const classOf = new Int32Array(units.count).fill(-1);
  const order = units.rowsInOrder;
  for (let start = 0, next = 0; start < order.length; start = next) {
    const unit = units.of[order[start]!]!;
    while (next < order.length && units.of[order[next]!] === unit) next++;
    if (units.round[unit] === 0) continue;
    const [first, ...rest] = order
      .subarray(start, next)
      .map((row) => tuples[row]!)
      .sort();
    classOf[unit] = rest.reduce((id, tuple) => classes.id(id, tuple), first!);
  }
  return subjectsOf(classOf, classes.end, units);
}

/** row → id of its published words; rows of different rounds that read alike have the same. */
function tupleIds({ columns, rounds, rows }: ReportInput, units: ReportUnits) {
  const tuples = new Int32Array(rows);
  let end = 1;
  columns
    .filter((column) => column.role === 'quasi-identifier')
    .forEach(({ codes, hierarchy }, at) => {
      const words = wordIds(hierarchy);
      const ids = new PairIds();
      for (let row = 0; row < rows; row++) {
        const round = units.round[units.of[row]!]!;
        if (round > 0) tuples[row] = ids.id(tuples[row]!, words[rounds[round - 1]![at]!]![codes[row]!]!);
      }
      end = ids.end;
    });
  return { tuples, end };
}

/** level → base code → number of the word, the same for equal words of different levels. */
function wordIds({ levels }: QuasiIdentifierInput['hierarchy']): Int32Array[] {
  const numbers = new Map<string, number>();
  for (const { labels } of levels) for (const label of labels) numbers.set(label, numbers.get(label) ?? numbers.size);
  return levels.map(({ codes, labels }) => codes.map((code) => numbers.get(labels[code]!)!));
}

function subjectsOf(classOf: Int32Array, end: number, { rowsInOrder, of, subjectOf, copies }: ReportUnits): Int32Array {
  const sizes = new Int32Array(end);
  const last = new Int32Array(end).fill(-1);
  for (const row of rowsInOrder) {
    const unit = of[row]!;
    const id = classOf[unit]!;
    if (id === -1 || last[id] === subjectOf[unit]) continue;
    last[id] = subjectOf[unit]!;
    sizes[id]! += copies[unit]!;
  }
  return sizes.filter((size) => size > 0).sort();
}

/** k … 2k − 1, 2k … 4k − 1, and so on; every class is of k or more, so that one class in a bin tells of nobody. */
export function classSizeBins(sizes: Int32Array, k: number): ClassSizeBin[] {
  const bins: { from: number; to: number; classes: number; subjects: number }[] = [];
  for (const size of sizes) {
    while (size > (bins.at(-1)?.to ?? 0)) {
      const from = bins.length === 0 ? k : bins.at(-1)!.to + 1;
      bins.push({ from, to: 2 * from - 1, classes: 0, subjects: 0 });
    }
    bins.at(-1)!.classes++;
    bins.at(-1)!.subjects += size;
  }
  return bins;
}
