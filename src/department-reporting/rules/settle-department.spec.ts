import { describe, expect, it } from '@jest/globals';
import type { PeriodFigures } from './period-figures.js';
import { settleDepartment, type Standing } from './settle-department.js';

const [BEFORE, NOW] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];
const at = { k: 5, now: NOW };

function figures(period: string, reports: number, missing = 0): PeriodFigures {
  const answers = { answered: reports, pending: 0, unknownFinal: 0, notApplicable: 0 };
  return {
    ...{ grain: period.length === 4 ? 'year' : 'month', period, asked: 1, zero: 0, missing, reports, late: 0 },
    ...{ answers, medianDays: reports === 0 ? null : 1, p90Days: reports === 0 ? null : 1, programmes: {} },
  };
}
function standing(changed: number, ...before: PeriodFigures[]): Standing {
  return { told: settleDepartment(before, null, { k: 5, now: BEFORE }).told, k: 5, asOf: BEFORE, changed };
}
const settled = (figuresNow: PeriodFigures[], before: Standing) => {
  const { told, asOf } = settleDepartment(figuresNow, before, at);
  return [told.map(({ reports, missing }) => [reports, missing]), asOf];
};

describe('figures that are public', () => {
  const [old, more] = [figures('2025-11', 20), figures('2025-11', 21)];

  it('stand until as many reports have changed as a count must have to be told', () => {
    expect(settled([more], standing(4, old))).toEqual([[[20, 0]], BEFORE]);
    expect(settled([more], standing(5, old))).toEqual([[[21, 0]], NOW]);
  });

  it('are of now where nothing changed', () => {
    expect(settled([old, figures('2025-12', 0)], standing(0, old))).toEqual([
      [
        [20, 0],
        [0, 0],
      ],
      NOW,
    ]);
  });

  it('say of a month that came in meanwhile whether anything was told of it, and no more', () => {
    const meanwhile = [figures('2025-12', 9), figures('2026-01', 0, 1)];
    expect(settled([old, ...meanwhile], standing(2, old))).toEqual([
      [
        [20, 0],
        [null, 0],
        [0, 1],
      ],
      BEFORE,
    ]);
  });

  it('say what is missing as it is now, whatever stands', () => {
    expect(settled([figures('2025-11', 1)], standing(1, figures('2025-11', 0, 1)))).toEqual([[[0, 0]], BEFORE]);
  });

  it('are counted anew where another k is in force, or a month came into a year that is told', () => {
    expect(settled([more], { ...standing(1, old), k: 6 })[1]).toBe(NOW);
    const year = [old, figures('2025', 20)];
    expect(settled([figures('2025-10', 0), ...year], standing(1, ...year))[1]).toBe(NOW);
    expect(settled(year, standing(1, ...year))[1]).toBe(BEFORE);
  });
});
