import type { CaseEvent } from '../../charter/index.js';
import { type ComplaintStatus, isDestroyed } from './complaint-status.js';

/** A day of the case: one that clocks go by, or the day on which it was sent to the board. */
export type CaseDayName = CaseEvent | 'sent_to_board';

interface MilestoneTerm {
  code: string;
  /** To the person who complains */
  label: string;
  event: CaseDayName;
  /** The status that shows it reached, in cases too that know no day; absent: only its day does */
  by?: ComplaintStatus;
}

/** One stage of the way, as who complains is told. Days only; the day expected is that of a clock which the law sets. */
export interface Milestone {
  code: string;
  label: string;
  reached: boolean;
  /** ISO date */
  on: string | null;
  expectedOn: string | null;
}

/** New York's CCRB shows such a list; who was interviewed is told without a name. */
export const MILESTONES: readonly MilestoneTerm[] = [
  { code: 'registered', label: 'Registered', event: 'received', by: 'filed' },
  { code: 'accepted', label: 'Accepted', event: 'accepted', by: 'accepted' },
  { code: 'assigned', label: 'Given to an investigator', event: 'assigned', by: 'investigating' },
  { code: 'complainant_interviewed', label: 'You were heard', event: 'complainant_interviewed' },
  { code: 'officer_interviewed', label: 'The police were heard', event: 'officer_interviewed' },
  { code: 'records_requested', label: 'Records were asked for', event: 'records_requested' },
  { code: 'supervisor_review', label: 'Review by a supervisor', event: 'findings_drafted', by: 'findings_drafted' },
  { code: 'before_board', label: 'Before the board', event: 'sent_to_board', by: 'before_board' },
  { code: 'decision', label: 'Decided', event: 'board_decided', by: 'with_chief' },
  { code: 'closed', label: 'Closed', event: 'closed', by: 'closed' },
];

/** Ways that end at the door, or where the person turned back. */
const ENDS: Partial<Record<ComplaintStatus, { label: string; event: CaseDayName | 'screened' }>> = {
  declined: { label: 'Not taken on', event: 'screened' },
  referred: { label: 'Passed on', event: 'screened' },
  withdrawn: { label: 'Withdrawn', event: 'closed' },
  expunged: { label: 'Expunged', event: 'closed' },
  disposed: { label: 'Destroyed after its time', event: 'closed' },
};

const ROAD = MILESTONES.flatMap(({ by }) => by ?? []);

/** @param days when each thing happened @param expected until when the law expects it; both ISO dates */
export function milestonesOf(
  status: ComplaintStatus,
  days: Readonly<Partial<Record<CaseDayName | 'screened', string>>>,
  expected: Readonly<Partial<Record<CaseDayName, string>>>,
): Milestone[] {
  const end = ENDS[status];
  const over = end !== undefined || status === 'closed';
  const way = MILESTONES.map(({ code, label, event, by }) => {
    const on = days[event] ?? null;
    // A case that is over did not pass every stage: only what has a day is claimed.
    const passed = by !== undefined && (over ? by === 'filed' || by === status : reaches(status, by));
    const reached = passed || (on !== null && (over || by === undefined));
    const still = over || reached ? null : (expected[event] ?? null);
    return { code, label, reached, on: reached ? on : null, expectedOn: still };
  });
  if (!over) return way;
  // Of a case that was destroyed nothing more is told than that it came in, and that it is gone.
  const gone = isDestroyed(status);
  const walked = way.filter(
    ({ reached, code }) => reached && (end === undefined || code !== 'closed') && (!gone || code === 'registered'),
  );
  if (!end) return walked;
  return [...walked, { code: status, label: end.label, reached: true, on: days[end.event] ?? null, expectedOn: null }];
}

/** The day that is expected next, of all that lie ahead. */
export function nextExpected(milestones: readonly Milestone[]): { label: string; on: string } | null {
  const ahead = milestones.flatMap(({ label, expectedOn }) => (expectedOn === null ? [] : [{ label, on: expectedOn }]));
  return ahead.sort((one, other) => one.on.localeCompare(other.on))[0] ?? null;
}

function reaches(status: ComplaintStatus, by: ComplaintStatus): boolean {
  return ROAD.indexOf(status) >= ROAD.indexOf(by);
}
