/** What the public reads of a code in feeds; pages say it in the reader’s language. */
const STATUS: Readonly<Record<string, string>> = {
  awaiting_answer: 'Awaiting an answer',
  unanswered: 'Not answered',
  accepted: 'Accepted',
  accepted_in_part: 'Accepted in part',
  rejected: 'Rejected',
  implemented: 'Implemented, as the board has verified',
  partly_implemented: 'Implemented in part, as the board has verified',
  not_implemented: 'Not implemented, as the board has verified',
  withdrawn: 'Withdrawn by the board',
};

export function statusInWords({ status, overdue }: { status: string; overdue: boolean }): string {
  const words = STATUS[status] ?? status;
  return overdue ? `${words}: overdue` : words;
}

/** E.g. `Policy recommendation 7: Body-worn cameras`. */
export function policyTitle({ number, title }: { number: number; title: string }): string {
  return `Policy recommendation ${number}: ${title}`;
}
