import type { DeadlineRule, DeadlineTerms, Holiday } from '../rules/deadline-terms.js';

/** Federal holidays (5 U.S.C. 6103); a fixed day that falls on a weekend is observed on the nearest working day. */
export const federalHolidays: Holiday[] = [
  { label: "New Year's Day", month: 1, day: 1, observed: true },
  { label: 'Birthday of Martin Luther King, Jr.', month: 1, weekday: 1, nth: 3 },
  { label: "Washington's Birthday", month: 2, weekday: 1, nth: 3 },
  { label: 'Memorial Day', month: 5, weekday: 1, nth: -1 },
  { label: 'Juneteenth', month: 6, day: 19, observed: true },
  { label: 'Independence Day', month: 7, day: 4, observed: true },
  { label: 'Labor Day', month: 9, weekday: 1, nth: 1 },
  { label: 'Columbus Day', month: 10, weekday: 1, nth: 2 },
  { label: 'Veterans Day', month: 11, day: 11, observed: true },
  { label: 'Thanksgiving Day', month: 11, weekday: 4, nth: 4 },
  { label: 'Christmas Day', month: 12, day: 25, observed: true },
];

export const acknowledgement: DeadlineRule = {
  code: 'acknowledgement',
  label: 'Tell the complainant that it has come in',
  authority: 'Five business days, as COPA gives notice; unconfirmed for any other place',
  startsOn: 'received',
  stopsOn: 'acknowledged',
  length: { count: 5, unit: 'business_days' },
  rollsTo: 'same_day',
  tolling: [],
  extensionDays: 0,
  alarmDays: [1],
  consequence: 'The delay is reported.',
};

export const genericDeadlines: DeadlineTerms = {
  calendar: { weekend: [6, 7], holidays: federalHolidays },
  rules: [
    acknowledgement,
    {
      code: 'investigation',
      label: 'Finish the investigation',
      authority: '180 days, as Seattle OPA; unconfirmed for any other place',
      startsOn: 'accepted',
      stopsOn: 'findings_drafted',
      length: { count: 180, unit: 'calendar_days' },
      rollsTo: 'same_day',
      tolling: [
        {
          code: 'criminal',
          label: 'Criminal investigation or prosecution pending',
          mostDays: null,
          evidence: 'Notice of it, and of its end',
        },
        {
          code: 'complainant_unavailable',
          label: 'The complainant cannot be reached',
          mostDays: 60,
          evidence: 'Attempts to reach the person',
        },
      ],
      extensionDays: 60,
      alarmDays: [60, 30, 7],
      consequence: 'The delay is reported, with its reasons.',
    },
  ],
};
