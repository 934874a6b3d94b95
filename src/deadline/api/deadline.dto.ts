import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';
import { CASE_EVENTS, type CaseEvent } from '../../charter/index.js';
import { Optional } from '../../platform/http/optional.js';

/** A case's clocks run in our time: days are reckoned from 1900 on. */
const ISO_DATE = /^(?:19|2\d)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** What happened in the file is noted by what was done there; these are days that somebody must say. */
const DONE_THERE: readonly CaseEvent[] = [
  ...(['received', 'delivered_to_chief', 'closed', 'reconsideration_asked', 'reconsidered'] as const),
  ...(['officer_appealed', 'officer_appeal_decided'] as const),
];
const TOLD = CASE_EVENTS.filter((event) => !DONE_THERE.includes(event));

export class NoteEventDto {
  @IsIn(TOLD)
  event!: CaseEvent;

  /** ISO date, today at the latest */
  @Matches(ISO_DATE)
  on!: string;
}

export class TollClockDto {
  /** The clock: a code of the charter */
  @IsString()
  @Length(1, 100)
  rule!: string;

  /** A ground that the law names for this clock */
  @IsString()
  @Length(1, 100)
  ground!: string;

  /** ISO date: the first day on which it stands still */
  @Matches(ISO_DATE)
  from!: string;

  /** What shows the ground; kept sealed */
  @IsString()
  @Length(1, 5000)
  evidence!: string;
}

export class EndTollingDto {
  /** ISO date on which the clock runs again */
  @Matches(ISO_DATE)
  until!: string;
}

export class ExtendDeadlineDto {
  @IsString()
  @Length(1, 100)
  rule!: string;

  /** Calendar days */
  @IsInt()
  @Min(1)
  @Max(3660)
  days!: number;

  /** Kept sealed */
  @IsString()
  @Length(1, 5000)
  reason!: string;
}

export class ListDeadlinesDto {
  /** Left out: all that are open */
  @Optional()
  @IsIn(['running', 'tolled', 'overdue'])
  state?: string | null;

  /** ISO date: due on it or before */
  @Optional()
  @Matches(ISO_DATE)
  dueBy?: string | null;

  @Optional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  /** `next` of the page before */
  @Optional()
  @Matches(/^\d{4}-\d\d-\d\d~[0-9a-f-]{36}~[\w./-]{1,100}$/)
  after?: string;
}
