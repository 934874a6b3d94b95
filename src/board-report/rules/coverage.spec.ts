import { describe, expect, it } from '@jest/globals';
import { spanOf } from '../../shared/figures/span-of.js';
import { coverage } from './coverage.js';
import { monthsInWords, reportPeriod } from './report-period.js';

describe('a report’s period', () => {
  it.each([
    ['2026', 1, '2026-01', '2026-12', 'Annual report, 2026'],
    ['2026-Q1', 1, '2026-01', '2026-03', 'Quarterly report, 2026, quarter 1'],
    ['2026', 7, '2025-07', '2026-06', 'Annual report, fiscal year 2026'],
    ['2026-Q3', 7, '2026-01', '2026-03', 'Quarterly report, fiscal year 2026, quarter 3'],
    ['2026-Q1', 10, '2025-10', '2025-12', 'Quarterly report, fiscal year 2026, quarter 1'],
  ])('%s of a year that begins in month %i is %s to %s', (code, start, from, to, title) => {
    expect(reportPeriod(code, start)).toMatchObject({ from, to, title });
  });

  it.each(['', '26', '2026-Q5', '2026-Q0', '3026', '2026-01', '2026 '])('is not %j', (code) => {
    expect(reportPeriod(code, 1)).toBeNull();
  });

  it.each([
    ['2026-01', '2026-12', 'January to December 2026'],
    ['2025-07', '2026-06', 'July 2025 to June 2026'],
    ['2026-03', '2026-03', 'March 2026'],
  ])('%s to %s reads %s', (from, to, words) => {
    expect(monthsInWords(from, to)).toBe(words);
  });
});

describe('what a release covers of a period', () => {
  const of = (words: string[], code: string, start = 1) => coverage(words, reportPeriod(code, start)!);

  it.each([
    ['2026', 24312, 12],
    ['2015-2019', 24180, 60],
    ['2026-Q2', 24315, 3],
    ['2026-H2', 24318, 6],
    ['2026-05', 24316, 1],
    ['2026-unknown', 24312, 12],
  ])('%s begins with month %i and has %i', (word, from, length) => {
    expect(spanOf(word)).toEqual({ word, from, length });
  });

  it('is the very year where years are released', () => {
    expect(of(['2024', '2025', '2026', 'unknown'], '2025')).toEqual({
      ...{ words: ['2025'], from: '2025-01', to: '2025-12', exact: true, beside: ['unknown'] },
    });
  });

  it('is the year around a quarter, and says that it is more', () => {
    expect(of(['2024', '2025'], '2025-Q2')).toMatchObject({ words: ['2025'], to: '2025-12', exact: false });
  });

  it('is both calendar years around a fiscal one, also where one of them has no row', () => {
    const both = { from: '2024-01', to: '2025-12', exact: false };
    expect(of(['2024', '2025'], '2025', 7)).toMatchObject({ words: ['2024', '2025'], ...both });
    expect(of(['2024', '2023'], '2025', 7)).toMatchObject({ words: ['2024'], ...both });
  });

  it('is the span of five years where nothing finer is released', () => {
    expect(of(['2015-2019', '2020-2024'], '2022')).toMatchObject({
      words: ['2020-2024'],
      from: '2020-01',
      exact: false,
    });
  });

  it('takes the finest of words of several lengths, and names those that it leaves', () => {
    expect(of(['2022', '2020-2024', '*'], '2022')).toMatchObject({
      words: ['2022'],
      exact: true,
      beside: ['*', '2020-2024'],
    });
  });

  it('is a year without a row where the release has other years', () => {
    expect(of(['2010', '2011'], '2022')).toMatchObject({ words: [], from: '2022-01', to: '2022-12', exact: true });
  });

  it('is everything, and of no time, where the release shows none', () => {
    expect(of(['*'], '2022')).toEqual({ words: ['*'], from: null, to: null, exact: false, beside: [] });
    expect(of([], '2022')).toMatchObject({ words: [], from: null });
  });
});
