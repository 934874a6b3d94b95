import type { Term } from './term.js';

/** What may start a clock or stop it; each is a day that the case file knows. */
export const CASE_EVENTS = [
  'incident',
  'received',
  'discovered',
  'notified',
  'accepted',
  'classified',
  'assigned',
  'acknowledged',
  'complainant_interviewed',
  'officer_interviewed',
  'records_requested',
  'complainant_notified',
  'officer_notified',
  'mediation_offered',
  'mediation_ended',
  'findings_drafted',
  'board_decided',
  'sent_to_chief',
  'delivered_to_chief',
  'chief_answered',
  'reconsideration_asked',
  'reconsidered',
  'officer_appealed',
  'officer_appeal_decided',
  'video_published',
  'charges_served',
  'closed',
] as const;
export type CaseEvent = (typeof CASE_EVENTS)[number];

export const LENGTH_UNITS = ['calendar_days', 'business_days', 'weeks', 'months', 'years'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

/** Why a clock may stand still, and until when. */
export interface TollingGround extends Term {
  /** Longest that it may stand still on this ground, in calendar days; null: as long as the ground lasts. */
  mostDays: number | null;
  /** What must be shown, in words. */
  evidence: string;
}

/** A limit that the law sets: from an event, so long, on a calendar, with what follows when it passes. */
export interface DeadlineRule extends Term {
  /** By what right, in words. */
  authority: string;
  startsOn: CaseEvent;
  stopsOn: CaseEvent;
  length: { count: number; unit: LengthUnit };
  /** When the last day is no business day: the day itself, or the next that is one. */
  rollsTo: 'same_day' | 'next_business_day';
  tolling: TollingGround[];
  /** Longest extension in all, in calendar days; 0: none. */
  extensionDays: number;
  /** Days before the due day on which the alarm is raised, most first. */
  alarmDays: number[];
  consequence: string;
  /** Which cases have this clock; absent: all. */
  appliesTo?: { classifications?: string[]; channels?: string[]; allegationGroups?: string[] };
}

/** A day off: the same every year, the n-th weekday of a month (−1: the last), or one day of one year. */
export type Holiday = { label: string } & (
  | { month: number; day: number; observed: boolean }
  /** `weekday` 1 Monday … 7 Sunday */
  | { month: number; weekday: number; nth: number }
  | { on: string }
);

export interface BusinessCalendar {
  /** ISO weekdays that are no business days: 6 and 7 nearly everywhere. */
  weekend: number[];
  holidays: Holiday[];
}

export interface DeadlineTerms {
  calendar: BusinessCalendar;
  rules: DeadlineRule[];
}
