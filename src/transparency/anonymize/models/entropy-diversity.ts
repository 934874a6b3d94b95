import type { ValueModel } from '../privacy-model.js';
import type { CellTest } from './cell-test.js';
import { grassbergerLog } from './grassberger-log.js';
import { hashOrder } from './hash-order.js';

type EntropyModel = Extract<ValueModel, { type: 'entropy-l' }>;

/** Entropy of the cell's values at least ln l, and l distinct values. Only Shannon's is closed under union. */
export function entropyDiversity({ l, estimator }: EntropyModel): CellTest {
  const log = estimator === 'shannon' ? Math.log : grassbergerLog;
  const logL = Math.log(l);
  return {
    leastRows: l,
    leastDistinct: l,
    closedUnderUnion: estimator === 'shannon',
    passes: ({ values, distinct, counts, rows }) => {
      const most = rows * (log(rows) - logL);
      let sum = 0;
      let peak = 0;
      for (let i = 0; i < distinct; i++) {
        const count = counts[values[i]!]!;
        const term = count * log(count);
        sum += term;
        peak += Math.max(0, term);
      }
      if (sum > most) return false;
      if (estimator !== 'grassberger-arx' || peak <= most) return true;
      let running = 0;
      return hashOrder(values, distinct).every((value) => {
        running += counts[value]! * log(counts[value]!);
        return running <= most;
      });
    },
  };
}
