import type { CharterDocument, MeetingKind } from '../../charter/index.js';
import type { Refusal } from './refusal.js';

const HOUR = 3_600_000;

export interface Notice {
  kind: MeetingKind;
  startsAt: Date;
  postedAt: Date;
}
type Terms = CharterDocument['meetings'];

/** The public must have had the agenda for the charter's hours before the start (e.g. 72: Cal. Gov. Code 54954.2). */
export function noticeIsLawful({ kind, startsAt, postedAt }: Notice, { noticeHours }: Terms): boolean {
  return startsAt.getTime() - postedAt.getTime() >= noticeHours[kind] * HOUR;
}

/** The last moment at which the agenda may be posted, and changed without a ground. */
export function noticeDeadline(kind: MeetingKind, startsAt: Date, { noticeHours }: Terms): Date {
  return new Date(startsAt.getTime() - noticeHours[kind] * HOUR);
}

/** Why a posted agenda may not be changed now; `ground` is a code of the charter's late grounds (e.g. 54954.2(b)). */
export function amendmentRefused(
  { kind, startsAt, at, ground }: { kind: MeetingKind; startsAt: Date; at: Date; ground: string | null },
  terms: Terms,
): Refusal | null {
  const known = terms.lateAmendmentGrounds ?? [];
  const late = at.getTime() > noticeDeadline(kind, startsAt, terms).getTime();
  if (!late && ground === null) return null;
  if (!late)
    return {
      code: 'amendment-in-time',
      message: 'The notice deadline has not passed: this needs no ground, leave it out.',
    };
  if (ground !== null && known.some(({ code }) => code === ground)) return null;
  const codes = known.map(({ code }) => code).join(', ') || 'none';
  return {
    code: 'amendment-too-late',
    message: `The notice deadline has passed; the charter lets the agenda be changed later on these grounds: ${codes}.`,
  };
}
