import type { CaseEvent, DeadlineRule } from '../../charter/index.js';
import type { BusinessDays } from './business-days.js';
import type { Day } from './day.js';
import { type Due, dueDay, type Extension } from './due-day.js';
import type { Pause } from './standstill.js';

export const CLOCK_STATES = ['not_started', 'running', 'tolled', 'overdue', 'met', 'met_late'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** What is known of a case that its clocks go by. */
export interface CaseDays {
  readonly events: ReadonlyMap<CaseEvent, Day>;
  readonly pauses: readonly (Pause & { readonly rule: string })[];
  readonly extensions: readonly (Extension & { readonly rule: string })[];
}

export interface ClockReading {
  readonly state: ClockState;
  readonly start: Day | null;
  readonly stopped: Day | null;
  readonly due: Due | null;
}

/** How one clock of a case stands. A clock that was stopped is reckoned as of the day on which it was. */
export function readClock(
  rule: DeadlineRule,
  { events, pauses, extensions }: CaseDays,
  business: BusinessDays,
  today: Day,
): ClockReading {
  const start = events.get(rule.startsOn) ?? null;
  const stopped = events.get(rule.stopsOn) ?? null;
  if (start === null) return { state: 'not_started', start, stopped, due: null };
  const own = <T extends { readonly rule: string }>(all: readonly T[]): T[] =>
    all.filter((each) => each.rule === rule.code);
  const due = dueDay(
    { rule, start, pauses: own(pauses), extensions: own(extensions), today: stopped ?? today },
    business,
  );
  return { state: stateOf(due, stopped, today), start, stopped, due };
}

function stateOf({ due, tolled }: Due, stopped: Day | null, today: Day): ClockState {
  if (stopped !== null) return stopped <= due ? 'met' : 'met_late';
  if (tolled) return 'tolled';
  return today > due ? 'overdue' : 'running';
}

/** What a charter's clocks are chosen by. */
export interface CaseKind {
  readonly channel: string;
  readonly classification: string | null;
  readonly allegationGroups: readonly string[];
}

/** Whether a rule is one of such a case. */
export function appliesTo(
  { appliesTo: only }: DeadlineRule,
  { channel, classification, allegationGroups }: CaseKind,
): boolean {
  const among = (codes: readonly string[] | undefined, own: readonly string[]): boolean =>
    codes === undefined || own.some((code) => codes.includes(code));
  return (
    among(only?.channels, [channel]) &&
    among(only?.classifications, classification === null ? [] : [classification]) &&
    among(only?.allegationGroups, allegationGroups)
  );
}
