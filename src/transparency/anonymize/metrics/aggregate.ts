import type { Aggregate, LossVector, Metric } from '../metric.js';

const USUAL: Record<string, Aggregate> = { loss: 'geometric-mean', precision: 'mean' };

/** One loss from the columns' losses, with weights whose greatest is 1. */
export function aggregator({ name, aggregate, weights }: Metric, columns: number): (values: number[]) => LossVector {
  const heaviest = Math.max(0, ...(weights ?? []));
  const weight = Array.from({ length: columns }, (_, j) => (heaviest === 0 ? 1 : (weights?.[j] ?? 0) / heaviest));
  const weighted = (values: number[]): number[] => values.map((value, j) => value * weight[j]!);
  switch (aggregate ?? USUAL[name] ?? 'sum') {
    case 'sum':
      return (values) => [weighted(values).reduce((sum, value) => sum + value, 0)];
    case 'mean':
      return (values) => [weighted(values).reduce((sum, value) => sum + value / columns, 0)];
    case 'geometric-mean':
      return (values) => [
        values.reduce((product, value, j) => product * ((value + 1) * weight[j]!) ** (1 / columns), 1) - 1,
      ];
    case 'maximum':
      return (values) => [Math.max(...weighted(values))];
    case 'rank':
      return (values) => weighted(values).sort((a, b) => b - a);
  }
}
