export interface OverdueAnswer {
  caseNumber: string;
  kind: string;
  /** ISO dates */
  deliveredOn: string;
  dueOn: string;
  daysOverdue: number;
}

/** What the public is told of answers that are overdue. */
export interface OverdueTold {
  byNumber: boolean;
  /** Null: so few that `fewerThan` says it */
  count: number | null;
  fewerThan: number | null;
  /** Of each, the longest first; in no order of cases. Null: too few to tell them */
  daysOverdue: number[] | null;
  /** Case by case, where the charter has numbers told; else none */
  answers: OverdueAnswer[];
}

/**
 * By number where the charter says so. Without numbers a count and the ages, and of fewer than k no more than that they are
 * fewer: the age of a lone one is the day of a delivery, and who knows that day would know whose case waits.
 */
export function overdueTold(
  overdue: readonly OverdueAnswer[],
  { byNumber, k }: { byNumber: boolean; k: number },
): OverdueTold {
  const few = !byNumber && overdue.length > 0 && overdue.length < k;
  const ages = overdue.map(({ daysOverdue }) => daysOverdue).sort((one, other) => other - one);
  return {
    byNumber,
    count: few ? null : overdue.length,
    fewerThan: few ? k : null,
    daysOverdue: few ? null : ages,
    answers: byNumber ? [...overdue] : [],
  };
}
