import type { EntityManager } from 'typeorm';
import type { CaseEvent, DeadlineRule } from '../../charter/index.js';
import { type Day, dayOf, isoOf } from '../rules/day.js';
import { dueDay } from '../rules/due-day.js';
import { reckonClocks } from './reckon-clocks.js';

export interface Stretch {
  startsOn: CaseEvent;
  stopsOn: CaseEvent;
  /** Calendar days where the charter has no clock from the one event to the other */
  otherwise: number;
}

/**
 * When something that began on `start` is due by the case's clocks from the one event to the other, whatever day those clocks
 * themselves go by: a case may have several of it at once. What stood still or was extended counts. Of two clocks the one that
 * runs out first; ISO date. Null when the case is not there, or hidden.
 */
export async function dueIfStarted(
  manager: EntityManager,
  complaintId: string,
  { startsOn, stopsOn, otherwise }: Stretch,
  { start, today }: { start: string; today: string },
): Promise<string | null> {
  const now = dayOf(today);
  const reckoned = await reckonClocks(manager, complaintId, now);
  if (!reckoned) return null;
  const { pauses, extensions } = reckoned.case.days;
  const fitting = reckoned.clocks
    .map(({ rule }) => rule)
    .filter((rule) => rule.startsOn === startsOn && rule.stopsOn === stopsOn);
  const rules = fitting.length > 0 ? fitting : [plainRule({ startsOn, stopsOn, otherwise })];
  const dues = rules.map((rule): Day => {
    const own = <T extends { readonly rule: string }>(all: readonly T[]): T[] =>
      all.filter((each) => each.rule === rule.code);
    const reckoning = { rule, start: dayOf(start), pauses: own(pauses), extensions: own(extensions), today: now };
    return dueDay(reckoning, reckoned.business).due;
  });
  return isoOf(Math.min(...dues));
}

function plainRule({ startsOn, stopsOn, otherwise }: Stretch): DeadlineRule {
  const length = { count: otherwise, unit: 'calendar_days' as const };
  const words = { code: '', label: '', authority: '', consequence: '' };
  return { ...words, startsOn, stopsOn, length, rollsTo: 'same_day', tolling: [], extensionDays: 0, alarmDays: [] };
}
