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
  if (today.slice(0, 7) <= lastMonth) {
    const message = `The period runs to the end of ${lastMonth}: until then it can be previewed.`;
    return { code: 'period-not-over', message, status: 422 };
  }
  if (asked.contentSha256 !== made) {
    const message =
      'What is released is no longer what you read: preview the report again, and publish what it says now.';
    return { code: 'report-moved-on', message, status: 409 };
  }
  return standing ? correctionRefusal(asked.correction, standing, made) : firstRefusal(asked.correction);
}

function firstRefusal(correction: string | null): Refusal | null {
  const message = 'This is the first edition: there is nothing that it corrects.';
  return correction === null ? null : { code: 'correction-unasked', message, status: 422 };
}

function correctionRefusal(
  correction: string | null,
  { edition, contentSha256 }: NonNullable<EditionAsked['standing']>,
  made: string,
): Refusal | null {
  if (contentSha256 === made) {
    const message = `Edition ${edition} says the same: there is nothing new to publish.`;
    return { code: 'report-unchanged', message, status: 409 };
  }
  const message = `Edition ${edition} is out: say why there is to be another one.`;
  return correction === null ? { code: 'correction-missing', message, status: 422 } : null;
}
