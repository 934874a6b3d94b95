export class ProgrammeDueView {
  /** By the charter's code */
  programme!: string;
  /** YYYY-MM-DD, the last day in time */
  dueOn!: string;
  overdue!: boolean;
}

export class CalendarMonthView {
  /** YYYY-MM */
  month!: string;
  /** `missing`: over, and nobody has said whether there was force in it */
  state!: 'reported' | 'zero' | 'missing' | 'running' | 'not-asked';
  /** Reports that stand */
  incidents!: number;
  /** Programmes that something in it came too late for */
  lateFor!: string[];
  /** Who waits for it while it is missing */
  waiting!: ProgrammeDueView[];
}

export class ReporterCalendarView {
  /** Null for a department without an ORI */
  ori!: string | null;
  departmentId!: string;
  departmentName!: string;
  /** Who reports for it: itself, or another under contract */
  reportedBy!: string;
  /** YYYY-MM */
  since!: string;
  until!: string | null;
  months!: CalendarMonthView[];
}

export class CalendarView {
  reporters!: ReporterCalendarView[];
}

export class ReportingOriView {
  ori!: string;
  departmentId!: string;
  reportedBy!: string;
  since!: string;
  until!: string | null;
}

export class NoticeView {
  id!: string;
  /** `answers-pending`: answers of a report have been pending for too long; it goes when they are told */
  kind!: 'month-missing' | 'answers-pending';
  /** Of a month: by the charter's code */
  programme!: string | null;
  ori!: string | null;
  month!: string | null;
  /** Of pending answers: the report that they are in */
  reportId!: string | null;
  reportNumber!: string | null;
  dueOn!: string;
  raisedAt!: Date;
  readAt!: Date | null;
}

export class NoticePageView {
  notices!: NoticeView[];
  /** To be sent as `after` for the next page; null on the last */
  next!: string | null;
}
