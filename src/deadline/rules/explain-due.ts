import type { DeadlineRule } from '../../charter/index.js';
import { isoOf } from './day.js';
import type { Due } from './due-day.js';
import type { BusinessDays } from './business-days.js';

/** One step of the arithmetic: what was done, by how many days it moved the due day, and where that led. */
export interface Step {
  readonly step: 'start' | 'length' | 'pause' | 'extension' | 'business_day';
  /** ISO date after this step */
  readonly day: string;
  /** Days by which this step moved it; 0 for the start */
  readonly days: number;
  readonly text: string;
}

const UNITS = {
  calendar_days: ['day', 'days'],
  business_days: ['business day', 'business days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  years: ['year', 'years'],
} as const;

/** Why the due day is what it is, step by step: the days of all steps together lead from the first day to the last. */
export function explainDue(rule: DeadlineRule, start: number, due: Due, business: BusinessDays): Step[] {
  const { count, unit } = rule.length;
  const steps: Step[] = [
    {
      step: 'start',
      day: isoOf(start),
      days: 0,
      text: `Starts on ${isoOf(start)} (${rule.startsOn}); that day itself does not count.`,
    },
    {
      step: 'length',
      day: isoOf(due.plain),
      days: due.plain - start,
      text: `${count} ${UNITS[unit][count === 1 ? 0 : 1]} after it: ${isoOf(due.plain)}. ${rule.authority}.`,
    },
  ];
  const add = (step: Step['step'], to: number, text: string): void => {
    const from = steps.reduce((at, { days }) => at + days, start);
    steps.push({ step, day: isoOf(to), days: to - from, text });
  };
  const unextended = due.unrolled - due.extended;
  for (const text of pausesInWords(rule, due)) steps.push({ step: 'pause', day: isoOf(due.plain), days: 0, text });
  if (due.stood > 0)
    add('pause', unextended, `The clock stood still for ${days(due.stood)}, each counted once: ${isoOf(unextended)}.`);
  if (due.extended > 0) add('extension', due.unrolled, `Extended by ${days(due.extended)}: ${isoOf(due.unrolled)}.`);
  if (due.due !== due.unrolled) {
    const why = business.holiday(due.unrolled) ?? 'a weekend';
    add('business_day', due.due, `${isoOf(due.unrolled)} is no business day (${why}): ${isoOf(due.due)}.`);
  }
  return steps;
}

function pausesInWords({ tolling }: DeadlineRule, { stretches, unrolled }: Due): string[] {
  return stretches.map(({ pause, first, last, overlapping, cut }) => {
    const label = tolling.find(({ code }) => code === pause.ground)?.label ?? pause.ground;
    const until = pause.until === null ? 'and goes on' : `until ${isoOf(pause.until)}`;
    const notes = [
      ...(last < first ? ['before the clock started, or after its ground was used up'] : []),
      ...(first > unrolled ? ['after the due day: it does not count'] : []),
      ...(overlapping > 0 ? [`${days(overlapping)} of it the clock stood still already`] : []),
      ...(cut > 0 ? [`${days(cut)} beyond the most that this ground allows`] : []),
    ];
    const said = `Stands still from ${isoOf(pause.from)} ${until}: ${label}, ${days(Math.max(0, last - first + 1))}`;
    return `${said}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}.`;
  });
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;
