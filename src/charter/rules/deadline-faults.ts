import { CASE_EVENTS, type DeadlineRule, type DeadlineTerms, type Holiday, LENGTH_UNITS } from './deadline-terms.js';
import { repeated, when } from './fault-finding.js';

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What is wrong with a charter's clocks and calendar. @param known the codes that a rule's `appliesTo` may name */
export function deadlineFaults(
  { calendar, rules }: DeadlineTerms,
  known: Readonly<Record<'classifications' | 'channels' | 'allegationGroups', readonly string[]>>,
): string[] {
  return [
    ...when(
      calendar.weekend.some((day) => !Number.isInteger(day) || day < 1 || day > 7) ||
        new Set(calendar.weekend).size > 6,
      'deadlines.calendar.weekend: days are 1 (Monday) to 7 (Sunday), and one of them is a business day',
    ),
    ...calendar.holidays
      .filter((holiday) => !isDay(holiday))
      .map(({ label }) => `deadlines.calendar.holidays: ${label} is no day of a calendar`),
    ...repeated('deadlines.rules', rules),
    ...rules.flatMap((rule) => [...ruleFaults(rule), ...unknownScope(rule, known)]),
  ];
}

function ruleFaults({ code, startsOn, stopsOn, length, extensionDays, alarmDays, tolling }: DeadlineRule): string[] {
  const place = `deadlines.rules: ${code}`;
  return [
    ...when(!CASE_EVENTS.includes(startsOn), `${place}: startsOn is not one of ${CASE_EVENTS.join(', ')}`),
    ...when(!CASE_EVENTS.includes(stopsOn), `${place}: stopsOn is not one of ${CASE_EVENTS.join(', ')}`),
    ...when(!(Number.isInteger(length.count) && length.count >= 1), `${place}: its length must be at least 1`),
    ...when(!LENGTH_UNITS.includes(length.unit), `${place}: its unit is not one of ${LENGTH_UNITS.join(', ')}`),
    ...when(!(extensionDays >= 0), `${place}: extensionDays must be 0 or more`),
    ...when(
      alarmDays.some((days) => !(days >= 0)),
      `${place}: alarmDays must be 0 or more`,
    ),
    ...repeated(`${place}: tolling`, tolling),
    ...tolling
      .filter(({ mostDays }) => mostDays !== null && !(mostDays >= 1))
      .map((ground) => `${place}: tolling ${ground.code} lasts at least a day, or null`),
  ];
}

function unknownScope(
  { code, appliesTo = {} }: DeadlineRule,
  known: Readonly<Record<string, readonly string[]>>,
): string[] {
  return Object.entries(appliesTo).flatMap(([kind, codes]) =>
    codes
      .filter((each) => known[kind]?.includes(each) !== true)
      .map((each) => `deadlines.rules: ${code} applies to ${kind} ${each}, which the charter does not know`),
  );
}

function isDay(holiday: Holiday): boolean {
  if ('on' in holiday)
    return /^\d{4}-\d\d-\d\d$/.test(holiday.on) && !Number.isNaN(Date.parse(`${holiday.on}T00:00:00Z`));
  const days = DAYS_OF_MONTH[holiday.month - 1] ?? 0;
  if ('day' in holiday) return Number.isInteger(holiday.day) && holiday.day >= 1 && holiday.day <= days;
  const { weekday, nth } = holiday;
  return days > 0 && weekday >= 1 && weekday <= 7 && [-1, 1, 2, 3, 4, 5].includes(nth);
}
