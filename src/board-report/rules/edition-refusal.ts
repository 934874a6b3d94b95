export interface EditionAsked {
  asked: { contentSha256: string; correction: string | null };
  /** Hash of the report as it would be now */
  made: string;
  /** The edition that stands; null: the first one is asked for */
  standing: { edition: number; contentSha256: string } | null;
  /** The period’s last month, YYYY-MM */
  lastMonth: string;
  /** YYYY-MM-DD where the board is */
  today: string;
}

export interface Refusal {
  code: string;
  message: string;
  status: 409 | 422;
}

/** Why this edition may not come out; null: it may. */
export function editionRefusal({ asked, made, standing, lastMonth, today }: EditionAsked): Refusal | null {
  if (today.slice(0, 7) <= lastMonth)
    return no('period-not-over', `The period runs to the end of ${lastMonth}: until then it can be previewed.`, 422);
  if (asked.contentSha256 !== made)
    return no(
      'report-moved-on',
      'What is released is no longer what you read: preview the report again, and publish what it says now.',
      409,
    );
  if (!standing && asked.correction !== null)
    return no('correction-unasked', 'This is the first edition: there is nothing that it corrects.', 422);
  if (!standing) return null;
  if (standing.contentSha256 === made)
    return no('report-unchanged', `Edition ${standing.edition} says the same: there is nothing new to publish.`, 409);
  return asked.correction === null
    ? no('correction-missing', `Edition ${standing.edition} is out: say why there is to be another one.`, 422)
    : null;
}

const no = (code: string, message: string, status: Refusal['status']): Refusal => ({ code, message, status });
