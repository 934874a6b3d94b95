import type { CharterDocument, MeetingKind } from '../../charter/index.js';

const HOUR = 3_600_000;

export interface Notice {
  kind: MeetingKind;
  startsAt: Date;
  postedAt: Date;
}

/** The public must have had the agenda for the charter's hours before the start (e.g. 72: Cal. Gov. Code 54954.2). */
export function noticeIsLawful(
  { kind, startsAt, postedAt }: Notice,
  { noticeHours }: CharterDocument['meetings'],
): boolean {
  return startsAt.getTime() - postedAt.getTime() >= noticeHours[kind] * HOUR;
}
