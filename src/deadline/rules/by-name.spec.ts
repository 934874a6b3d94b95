import { describe, expect, it } from '@jest/globals';
import { type DeadlineRule, deadlineRules, genericCharter } from '../../charter/index.js';
import { BusinessDays } from './business-days.js';
import { dayOf, isoOf } from './day.js';
import { dueDay } from './due-day.js';

const business = new BusinessDays(genericCharter.deadlines.calendar);

function due(
  rule: DeadlineRule,
  start: string,
  pauses: [ground: string, from: string, until: string | null][] = [],
  today = '2030-01-01',
) {
  const reckoning = {
    rule,
    start: dayOf(start),
    pauses: pauses.map(([ground, from, until], at) => ({
      id: String(at),
      ground,
      from: dayOf(from),
      until: until === null ? null : dayOf(until),
    })),
    extensions: [],
    today: dayOf(today),
  };
  return isoOf(dueDay(reckoning, business).due);
}

describe('New York: 18 months from the incident', () => {
  it.each([
    ['2021-05-15', '2022-11-15'],
    ['2022-08-31', '2024-02-29'],
    ['2021-08-31', '2023-02-28'],
    ['2020-02-29', '2021-08-29'],
  ])('of %s ends on %s', (incident, end) => {
    expect(due(deadlineRules.newYork18Months, incident)).toBe(end);
  });

  it('does not run where a crime is alleged', () => {
    expect(due(deadlineRules.newYork18Months, '2021-05-15', [['criminal', '2021-06-01', '2021-12-01']])).toBe(
      '2023-05-17',
    );
  });
});

describe('California 3304(d): one year from discovery', () => {
  it.each([
    ['2023-03-01', '2024-03-01'],
    ['2024-02-29', '2025-02-28'],
  ])('of %s ends on %s', (discovered, end) => {
    expect(due(deadlineRules.california3304, discovered)).toBe(end);
  });

  // Of 1 March 2023, standing still from 1 June to 1 September: 92 days more.
  it.each(deadlineRules.california3304.tolling.map(({ code, label }) => [code, label]))(
    'is tolled: %s (%s)',
    (ground) => {
      expect(due(deadlineRules.california3304, '2023-03-01', [[ground, '2023-06-01', '2023-09-01']])).toBe(
        '2024-06-01',
      );
    },
  );

  it('has the eight grounds of the statute', () => {
    expect(deadlineRules.california3304.tolling.map(({ code }) => code)).toEqual([
      'criminal',
      'waiver',
      'several_jurisdictions',
      'several_employees',
      'incapacitated',
      'civil_suit',
      'complainant_defendant',
      'workers_compensation',
    ]);
  });

  it('counts days on which two grounds hold at once only once', () => {
    const pauses: [string, string, string][] = [
      ['criminal', '2023-06-01', '2023-09-01'],
      ['civil_suit', '2023-08-01', '2023-10-01'],
    ];
    expect(due(deadlineRules.california3304, '2023-03-01', pauses)).toBe('2024-07-01');
  });

  it('stands still for as long as the ground lasts, in the time that was gained too', () => {
    const pauses: [string, string, string | null][] = [
      ['criminal', '2023-06-01', '2023-09-01'],
      ['civil_suit', '2024-05-01', '2024-05-11'],
    ];
    expect(due(deadlineRules.california3304, '2023-03-01', pauses)).toBe('2024-06-11');
    expect(due(deadlineRules.california3304, '2023-03-01', [['criminal', '2024-02-01', null]], '2025-01-31')).toBe(
      '2025-03-02',
    );
  });

  it('is not brought back to life by a ground that comes after it has run out', () => {
    expect(due(deadlineRules.california3304, '2023-03-01', [['criminal', '2024-03-02', '2025-03-02']])).toBe(
      '2024-03-01',
    );
  });
});

describe('Seattle: 180 days', () => {
  it.each([
    ['2023-01-01', '2023-06-30'],
    ['2024-01-01', '2024-06-29'],
  ])('from %s end on %s', (received, end) => {
    expect(due(deadlineRules.seattle180Days, received)).toBe(end);
  });
});

describe('COPA: five business days', () => {
  it.each([
    ['2024-07-01', '2024-07-09', 'over Independence Day and a weekend'],
    ['2023-11-20', '2023-11-28', 'over Thanksgiving'],
    ['2021-12-23', '2022-01-03', 'over Christmas and New Year kept on the Fridays before'],
    ['2024-03-08', '2024-03-15', 'over the night on which the clocks change'],
    ['2024-02-26', '2024-03-04', 'over 29 February'],
    ['2024-06-15', '2024-06-24', 'received on a Saturday, over Juneteenth'],
  ])('from %s end on %s (%s)', (received, end) => {
    expect(due(deadlineRules.copaNotice, received)).toBe(end);
  });
});
