import type { CharterDocument } from '../../charter/index.js';
import type { Statements } from '../../platform/postgres/in-one-statement.js';
import { BusinessDays } from '../rules/business-days.js';
import { appliesTo, readClock } from '../rules/clock-state.js';
import { dayOf } from '../rules/day.js';
import { writeDeadlines } from './write-deadlines.js';

export interface NewCaseDays {
  jurisdictionId: string;
  complaintId: string;
  channel: string;
  /** Codes of the charter */
  allegations: readonly string[];
  /** ISO date */
  incident: string | null;
  received: string;
}

/** The clocks of a case that has just come in: nothing can have stopped or moved them yet, so nothing is read. */
export async function startDeadlines(
  manager: Statements,
  { deadlines, allegations }: CharterDocument,
  { jurisdictionId, complaintId, channel, received, ...fresh }: NewCaseDays,
): Promise<void> {
  const groupOf = new Map(allegations.map(({ code, group }) => [code, group]));
  const allegationGroups = fresh.allegations.map((code) => groupOf.get(code) ?? '');
  const today = dayOf(received);
  const events = new Map([['received', today] as const]);
  const days = {
    events: fresh.incident === null ? events : new Map([...events, ['incident', dayOf(fresh.incident)] as const]),
    pauses: [],
    extensions: [],
  };
  const business = new BusinessDays(deadlines.calendar);
  const clocks = deadlines.rules
    .filter((rule) => appliesTo(rule, { channel, classification: null, allegationGroups }))
    .map((rule) => ({ rule, reading: readClock(rule, days, business, today) }));
  await writeDeadlines(manager, { jurisdictionId, complaintId, today }, clocks);
}
