import type { QuasiIdentifierInput } from './report-input.js';
import type { ReportTotals } from './report-totals.js';
import type { ReportUnits } from './report-units.js';

export interface Loss {
  readonly entropy: number;
  readonly domain: number;
  readonly height: number;
  /** By how much more than the share itself one person can move the share of entropy. */
  readonly entropyFactor: number;
}

/**
 * What one quasi-identifier loses, each share over all rows of the record. Entropy: Σ log2(f(published value) / f(value))
 * over Σ −log2 f(value), f the frequency over all rows at the level of the row's round (Gionis & Tassa 2009);
 * suppression does not enter, as in the engine's default metric. Domain (Iyengar 2002) and height (Sweeney 2002) count a
 * row left out as lost whole.
 * @param levels level of each round
 */
export function columnLoss(
  { codes, hierarchy }: QuasiIdentifierInput,
  levels: readonly number[],
  units: ReportUnits,
  { input: { rows } }: ReportTotals,
): Loss {
  const base = new Float64Array(hierarchy.levels[0]!.codes.length);
  for (let row = 0; row < codes.length; row++) base[codes[row]!]! += units.copies[units.of[row]!]!;
  const rounds = [levels[0]!, ...levels].map((level) => atLevel(hierarchy, level, base));
  let [taken, there, covered, climbed] = [0, 0, 0, 0];
  const top = hierarchy.levels.length - 1;
  for (let row = 0; row < codes.length; row++) {
    const unit = units.of[row]!;
    const round = units.round[unit]!;
    const { level, of, counts, sizes } = rounds[round]!;
    const code = codes[row]!;
    const copies = units.copies[unit]!;
    taken += copies * Math.log2(counts[of[code]!]! / base[code]!);
    there -= copies * Math.log2(base[code]! / rows);
    covered += copies * (round === 0 ? 1 : sizes[of[code]!]! / base.length);
    climbed += copies * (round === 0 ? 1 : top === 0 ? 0 : level / top);
  }
  const least = rows / base.length;
  return {
    entropy: there === 0 ? 0 : taken / there,
    domain: least === rows ? 0 : Math.max(0, (covered - least) / (rows - least)),
    height: rows === 0 ? 0 : climbed / rows,
    entropyFactor: there === 0 ? 1 : Math.max(1, (Math.log2(rows) * rows) / there),
  };
}

/** Rows, and base values, by generalized value. */
function atLevel({ levels }: QuasiIdentifierInput['hierarchy'], level: number, base: Float64Array) {
  const { codes: of, labels } = levels[level]!;
  const counts = new Float64Array(labels.length);
  const sizes = new Float64Array(labels.length);
  of.forEach((group, code) => {
    counts[group]! += base[code]!;
    sizes[group]!++;
  });
  return { level, of, counts, sizes };
}
