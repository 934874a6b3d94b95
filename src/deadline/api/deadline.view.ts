import type { ClockState } from '../rules/clock-state.js';

export class ClockStepView {
  step!: 'start' | 'length' | 'pause' | 'extension' | 'business_day';
  /** ISO date after this step */
  day!: string;
  /** Days by which this step moved it */
  days!: number;
  text!: string;
}

export class TollingView {
  tollingId!: string;
  ground!: string;
  /** ISO date: the first day on which the clock stands still */
  from!: string;
  /** ISO date on which it runs again; null: it still stands */
  until!: string | null;
  evidence!: string;
}

export class DeadlineView {
  rule!: string;
  label!: string;
  /** By what right */
  authority!: string;
  /** What follows when it passes */
  consequence!: string;
  state!: ClockState;
  startsOn!: string;
  stopsOn!: string;
  /** ISO date; null: it has not started */
  startedOn!: string | null;
  dueOn!: string | null;
  stoppedOn!: string | null;
  /** Negative when it has passed */
  daysLeft!: number | null;
  /** Why it is due on that day: all days together lead from the start to the due day */
  steps!: ClockStepView[];
  tollings!: TollingView[];
}

export class DeadlinesView {
  items!: DeadlineView[];
}

export class ListedDeadlineView {
  complaintId!: string;
  caseNumber!: string;
  rule!: string;
  state!: ClockState;
  dueOn!: string;
  assignedTo!: string | null;
}

export class DeadlinePageView {
  items!: ListedDeadlineView[];
  /** For `after`; null on the last page */
  next!: string | null;
}

export class TollingMadeView {
  tollingId!: string;
}
