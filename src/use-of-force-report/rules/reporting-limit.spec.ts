import { describe, expect, it } from '@jest/globals';
import type { ReportingProgramme } from '../../charter/index.js';
import { lateFor, monthDueOn, zeroLateFor } from './reporting-limit.js';

const programme = (from: ReportingProgramme['from'], count: number, unit: 'hours' | 'days', zeroReports = false) => ({
  code: `${from}-${count}-${unit}`,
  label: '',
  authority: '',
  from,
  within: { count, unit },
  zeroReports,
});
const late = (each: ReportingProgramme, occurredOn: string, hour: number | null, day: string, now = 12): boolean =>
  lateFor({ occurredOn, occurredHour: hour }, { day, hour: now }, [each]).length > 0;

describe('a report is late', () => {
  it.each([
    ['24 hours after the hour, not in it', programme('incident', 24, 'hours'), '2026-03-14', 8, '2026-03-15', 8, false],
    ['the hour after', programme('incident', 24, 'hours'), '2026-03-14', 8, '2026-03-15', 9, true],
    [
      'by hours, where the hour is not known, after the last of the day',
      programme('incident', 24, 'hours'),
      '2026-03-14',
      null,
      '2026-03-15',
      23,
      false,
    ],
    ['over the end of a month', programme('incident', 24, 'hours'), '2026-02-28', 23, '2026-03-02', 0, true],
    ['on the 30th day, not yet', programme('incident', 30, 'days'), '2026-01-01', 0, '2026-01-31', 23, false],
    ['on the 31st day', programme('incident', 30, 'days'), '2026-01-01', 0, '2026-02-01', 0, true],
    [
      '30 days after the end of February, not yet',
      programme('month', 30, 'days'),
      '2024-02-01',
      0,
      '2024-03-30',
      0,
      false,
    ],
    ['31 days after it', programme('month', 30, 'days'), '2024-02-29', 0, '2024-03-31', 0, true],
    [
      'with January gone after the year, not yet',
      programme('year', 31, 'days'),
      '2025-05-05',
      0,
      '2026-01-31',
      0,
      false,
    ],
    ['in February', programme('year', 31, 'days'), '2025-05-05', 0, '2026-02-01', 0, true],
  ])('%s', (_, each, occurredOn, hour, day, now, expected) => {
    expect(late(each, occurredOn, hour, day, now)).toBe(expected);
  });

  it('where a month has to be told of, by the programmes that ask for zero reports alone', () => {
    const asks = programme('month', 10, 'days', true);
    expect(monthDueOn(asks, '2025-12')).toBe('2026-01-10');
    const all = [asks, programme('month', 1, 'days')];
    expect(zeroLateFor('2025-12', { day: '2026-01-10', hour: 23 }, all)).toEqual([]);
    expect(zeroLateFor('2025-12', { day: '2026-01-11', hour: 0 }, all)).toEqual([asks.code]);
  });
});
