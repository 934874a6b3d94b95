import type { DeadlineRule } from '../../charter/index.js';
import type { ClockReading } from './clock-state.js';
import { type Day, isoOf } from './day.js';

export interface Alarm {
  readonly dueOn: string;
  /** Days that were left by the rule when it is raised; −1: it has passed */
  readonly daysBefore: number;
}

/**
 * The alarms that a clock calls for today. Of several that were missed (nobody ran the job for a week) the nearest alone:
 * one case is not to ring four times in a night.
 */
export function alarmsDue({ alarmDays }: DeadlineRule, { state, due }: ClockReading, today: Day): Alarm[] {
  if (due === null) return [];
  const dueOn = isoOf(due.due);
  if (state === 'overdue') return [{ dueOn, daysBefore: -1 }];
  if (state !== 'running') return [];
  const reached = alarmDays.filter((days) => today >= due.due - days);
  return reached.length === 0 ? [] : [{ dueOn, daysBefore: Math.min(...reached) }];
}
