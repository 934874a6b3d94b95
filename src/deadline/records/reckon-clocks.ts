import type { EntityManager } from 'typeorm';
import { charterById, type DeadlineRule } from '../../charter/index.js';
import { BusinessDays } from '../rules/business-days.js';
import { appliesTo, type ClockReading, readClock } from '../rules/clock-state.js';
import { type Day } from '../rules/day.js';
import { clockedCase, type ClockedCase } from './case-days.reader.js';

export interface Clock {
  rule: DeadlineRule;
  reading: ClockReading;
}

/** Every clock that the case has under its charter, as it stands on that day; null when the case is not there, or hidden. */
export async function reckonClocks(
  manager: EntityManager,
  complaintId: string,
  today: Day,
): Promise<{ case: ClockedCase; business: BusinessDays; clocks: Clock[] } | null> {
  const clocked = await clockedCase(manager, complaintId);
  if (!clocked) return null;
  const { deadlines, allegations } = (await charterById(manager, clocked.charterId)).document;
  const groupOf = new Map(allegations.map(({ code, group }) => [code, group]));
  const kind = { ...clocked.kind, allegationGroups: clocked.kind.categories.map((code) => groupOf.get(code) ?? '') };
  const business = new BusinessDays(deadlines.calendar);
  const clocks = deadlines.rules
    .filter((rule) => appliesTo(rule, kind))
    .map((rule) => ({ rule, reading: readClock(rule, clocked.days, business, today) }));
  return { case: clocked, business, clocks };
}
