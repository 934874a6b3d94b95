import type { Metric, Problem } from '../../src/transparency/anonymize/index.js';

export interface SlowRow {
  readonly row: number;
  readonly unit: number;
  /** The quasi-identifiers as published, and as they were. */
  readonly words: readonly string[];
  readonly base: readonly string[];
}

/** The loss of a node by the metric's definition, row by row. */
export function slowLoss(
  problem: Problem,
  levels: readonly number[],
  metric: Metric,
  classes: readonly (readonly SlowRow[])[],
  kept: readonly boolean[],
): number[] {
  const { gsFactor = 0.5 } = metric;
  const s = gsFactor < 0.5 ? 2 * gsFactor : 1;
  const w = gsFactor <= 0.5 ? 1 : 1 - 2 * (gsFactor - 0.5);
  const n = problem.rows;
  const suppressed = classes.filter((_, i) => !kept[i]).flat();
  if (metric.name === 'discernibility')
    return [
      classes.reduce((sum, { length }, i) => sum + length * (kept[i] || metric.monotonic === true ? length : n), 0),
    ];
  if (metric.name === 'class-size') {
    const published = kept.filter(Boolean).length;
    return [n === 0 ? 0 : n / (published * s + (suppressed.length > 0 ? w : 0))];
  }
  const values = levels.map((level, j) => columnLoss(level, j));
  return combine(metric, values, problem.quasiIdentifiers.length);

  function columnLoss(level: number, j: number): number {
    const { hierarchy } = problem.quasiIdentifiers[j]!;
    const all = classes.flat();
    const height = hierarchy.levels.length - 1;
    const share = (row: SlowRow): number => {
      const codes = hierarchy.levels[level]!.codes;
      const labels = hierarchy.levels[level]!.labels;
      return codes.filter((code) => labels[code] === row.words[j]).length / codes.length;
    };
    switch (metric.name) {
      case 'height':
        return level;
      case 'precision': {
        const climbed = height === 0 ? 0 : (level / height) * w;
        if (metric.monotonic === true) return climbed;
        return n === 0 ? 0 : ((n - suppressed.length) * climbed + suppressed.length * s) / n;
      }
      case 'loss': {
        const published = classes.filter((_, i) => kept[i]).flat();
        const sum =
          published.reduce((total, row) => total + w * share(row), 0) +
          suppressed.reduce((total, row) => total + share(row) + s * (1 - share(row)), 0);
        const least = (w * n) / hierarchy.levels[0]!.codes.length;
        return n === least ? 0 : floor(Math.max(0, (sum - least) / (n - least)));
      }
      default: {
        const count = (rows: readonly SlowRow[], test: (row: SlowRow) => boolean) => rows.filter(test).length;
        let bits = 0;
        for (const row of all)
          bits -=
            w *
            Math.log2(
              count(all, (other) => other.base[j] === row.base[j]) /
                count(all, (other) => other.words[j] === row.words[j]),
            );
        if (metric.monotonic === false)
          for (const row of suppressed)
            bits -= s * Math.log2(count(suppressed, (other) => other.words[j] === row.words[j]) / suppressed.length);
        return floor(bits);
      }
    }
  }
}

const floor = (value: number): number => Math.floor(value * 1e10) / 1e10;

function combine({ name, aggregate, weights }: Metric, values: readonly number[], columns: number): number[] {
  const greatest = Math.max(0, ...(weights ?? []));
  const weight = values.map((_, j) => (greatest === 0 ? 1 : weights![j]! / greatest));
  const weighted = values.map((value, j) => value * weight[j]!);
  const how = aggregate ?? (name === 'loss' ? 'geometric-mean' : name === 'precision' ? 'mean' : 'sum');
  if (how === 'rank') return weighted.sort((a, b) => b - a);
  if (how === 'maximum') return [Math.max(...weighted)];
  if (how === 'geometric-mean')
    return [values.reduce((product, value, j) => product * Math.pow((1 + value) * weight[j]!, 1 / columns), 1) - 1];
  const sum = weighted.reduce((total, value) => total + value, 0);
  return [how === 'mean' ? sum / columns : sum];
}
