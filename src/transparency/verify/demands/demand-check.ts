import type { Counted } from '../classes/classes.js';
import type { Demand, SizeDemand, ValueDemand } from '../demand.js';
import type { Report, ViolationCode } from '../violation.js';
import { leastDistance } from './distances.js';
import { isEntropyDiverse, isRecursivelyDiverse } from './diversity.js';
import { possibleShares } from './shares.js';

const ROUNDING = 1e-9;

/** A sensitive attribute as counted: code → word. */
export interface CountedAttribute {
  readonly name: string;
  readonly words: readonly string[];
}

interface Test {
  readonly code: ViolationCode;
  readonly message: string;
  readonly passes: (values: Int32Array, counts: Int32Array) => boolean;
}

/** Recomputes every promise beyond k from what was counted in the file. @param rows of the input, suppressed ones too */
export function checkDemands(
  demands: readonly Demand[],
  classes: Counted,
  { attributes, rows }: { readonly attributes: readonly CountedAttribute[]; readonly rows: number },
  report: Report,
): void {
  for (const [a, attribute] of attributes.entries()) {
    const about = demands.filter((demand): demand is ValueDemand => isAbout(demand, attribute.name));
    const published = publishedRows(classes, a, attribute);
    const tests = about.map((demand) => testOf(demand, attribute, published, rows));
    if (tests.includes(null))
      report('overall-distribution-false', `no input of ${rows} rows has the shares that the manifest claims`, {
        column: attribute.name,
      });
    classes.attributes[a]?.each(classes.classOfCell.length, (cell, values, counts) => {
      for (const test of tests)
        if (test !== null && values.length > 0 && !test.passes(values, counts))
          report(test.code, test.message, whereOf(classes.lines.at(classes.classOfCell.at(cell)), attribute.name));
    });
  }
  for (const demand of demands) if (!('attribute' in demand)) checkSizes(demand, classes, report);
}

const isAbout = (demand: Demand, name: string): boolean => 'attribute' in demand && demand.attribute === name;

/** A class over several files has no line. */
const whereOf = (line: number, column: string) => (line > 0 ? { line, column } : { column });

function publishedRows(classes: Counted, a: number, { words }: CountedAttribute): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  classes.attributes[a]?.each(classes.classOfCell.length, (_, values, counts) => {
    for (let i = 0; i < values.length; i++) {
      const word = words[values[i]!] ?? '';
      total.set(word, (total.get(word) ?? 0) + counts[i]!);
    }
  });
  return total;
}

/** null when the overall distribution that the test needs is impossible. */
function testOf(
  demand: ValueDemand,
  { words }: CountedAttribute,
  published: ReadonlyMap<string, number>,
  rows: number,
): Test | null {
  switch (demand.type) {
    case 'distinct-l':
      return diversity(`fewer than ${demand.l} values`, (values) => values.length >= demand.l);
    case 'entropy-l':
      return diversity(`an entropy below that of ${demand.l} values`, (_, counts) => isEntropyDiverse(demand, counts));
    case 'recursive-cl':
      return diversity(`one value too frequent for (${demand.c}, ${demand.l})`, (_, counts) =>
        isRecursivelyDiverse(demand, counts),
      );
    case 't-closeness': {
      const possible = possibleShares(demand.overall, published, rows);
      if (possible === null) return null;
      const shares = sharesOf(possible.values, words);
      const least = leastDistance(demand, possible);
      return {
        code: 'closeness-above-t',
        message: `rows that look alike here are farther than ${demand.t} from the overall distribution`,
        passes: (values, counts) => least(shares(values, counts)) <= demand.t + ROUNDING,
      };
    }
    case 'beta-likeness': {
      const possible = possibleShares(demand.overall, published, rows);
      if (possible === null) return null;
      const shares = sharesOf(possible.values, words);
      const most = possible.most.map((q) => q * (1 + gain(demand, q)) + ROUNDING);
      return {
        code: 'likeness-above-beta',
        message: `rows that look alike here make a value likelier than β = ${demand.beta} allows`,
        passes: (values, counts) => shares(values, counts).every((share, value) => share <= most[value]!),
      };
    }
  }
}

const diversity = (what: string, passes: Test['passes']): Test => ({
  code: 'diversity-below-l',
  message: `rows that look alike here hold ${what}`,
  passes,
});

function gain({ beta, variant }: Extract<ValueDemand, { type: 'beta-likeness' }>, q: number): number {
  return variant === 'basic' ? beta : Math.min(beta, -Math.log(Math.max(q, Number.MIN_VALUE)));
}

/** The shares of a cell's values, in the order of the claimed ones. */
function sharesOf(values: readonly string[], words: readonly string[]) {
  const at = new Map(values.map((value, i) => [value, i]));
  const placeOf = words.map((word) => at.get(word) ?? -1);
  return (held: Int32Array, counts: Int32Array): Float64Array => {
    const rows = counts.reduce((sum, count) => sum + count, 0);
    const shares = new Float64Array(values.length);
    for (let i = 0; i < held.length; i++) shares[placeOf[held[i]!]!] = counts[i]! / rows;
    return shares;
  };
}

/** Classes per row, and the share of rows that stand alone (El Emam et al. 2009: what an attacker can hope for). */
function checkSizes({ type, threshold }: SizeDemand, { rows, count }: Counted, report: Report): void {
  const total = rows.list.reduce((sum, size) => sum + size, 0);
  const risky = type === 'average-risk' ? count : rows.list.reduce((alone, size) => alone + Number(size === 1), 0);
  const risk = total === 0 ? 0 : risky / total;
  if (risk > threshold + ROUNDING)
    report(
      'risk-above-threshold',
      `${type === 'average-risk' ? 'the average risk' : 'the share of lone rows'} is ${risk.toFixed(6)}, above ${threshold}`,
    );
}
