import fc from 'fast-check';
import type { BusinessCalendar, DeadlineRule, Holiday } from '../../src/charter/index.js';
import type { SlowPause } from './slow-deadlines.js';

const GROUNDS = ['criminal', 'waiver', 'capped'] as const;

const day = fc
  .integer({ min: 0, max: 365 * 12 })
  .map((offset) => new Date(Date.UTC(2019, 0, 1 + offset)).toISOString().slice(0, 10));

const holiday: fc.Arbitrary<Holiday> = fc.oneof(
  fc.record({
    label: fc.constant('fixed'),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    observed: fc.boolean(),
  }),
  fc.constant({ label: 'leap day', month: 2, day: 29, observed: false }),
  fc.constant({ label: 'new year', month: 1, day: 1, observed: true }),
  fc.record({
    label: fc.constant('weekday'),
    month: fc.integer({ min: 1, max: 12 }),
    weekday: fc.integer({ min: 1, max: 7 }),
    nth: fc.constantFrom(-1, 1, 2, 3, 4, 5),
  }),
  day.map((on) => ({ label: 'once', on })),
);

const calendar: fc.Arbitrary<BusinessCalendar> = fc.record({
  weekend: fc.constantFrom([6, 7], [5, 6], [7], []),
  holidays: fc.array(holiday, { maxLength: 8 }),
});

const pause: fc.Arbitrary<SlowPause> = fc
  .record({
    id: fc.uuid(),
    ground: fc.constantFrom(...GROUNDS),
    from: day,
    length: fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constant(null)),
  })
  .map(({ length, ...rest }) => ({
    ...rest,
    until:
      length === null
        ? null
        : new Date(Date.parse(`${rest.from}T00:00:00Z`) + length * 86_400_000).toISOString().slice(0, 10),
  }));

const length = fc.oneof(
  fc.record({ unit: fc.constant('calendar_days' as const), count: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ unit: fc.constant('business_days' as const), count: fc.integer({ min: 1, max: 120 }) }),
  fc.record({ unit: fc.constant('weeks' as const), count: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ unit: fc.constant('months' as const), count: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ unit: fc.constant('years' as const), count: fc.integer({ min: 1, max: 3 }) }),
);

/** A limit of any length on any calendar, with overlapping, open and capped pauses; leap days and month ends come up often. */
export const randomDeadline = fc.record({
  calendar,
  rule: fc
    .record({ length, rollsTo: fc.constantFrom('same_day' as const, 'next_business_day' as const) })
    .map((given): DeadlineRule => ({
      ...given,
      code: 'any',
      label: 'Any',
      authority: 'None',
      startsOn: 'received',
      stopsOn: 'closed',
      tolling: GROUNDS.map((code) => ({
        code,
        label: code,
        mostDays: code === 'capped' ? 45 : null,
        evidence: 'None',
      })),
      extensionDays: 60,
      alarmDays: [],
      consequence: 'None',
    })),
  start: fc.oneof(day, fc.constantFrom('2020-02-29', '2024-02-29', '2023-01-31', '2019-12-31', '2024-08-31')),
  pauses: fc.array(pause, { maxLength: 5 }),
  extensionDays: fc.constantFrom(0, 0, 14, 60, 90),
  today: day,
});
