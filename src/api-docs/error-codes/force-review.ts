/** What the review of force reports, their amendment, referral and transmission can be answered with. */
export const forceReviewCodes: Readonly<Record<string, string>> = {
  'department-missing': "Staff who send reports to a programme say whose they are: give the department's id.",
  'file-differs':
    'The file cannot be made again as it was sent, for its form or a report was changed by hand: nothing is shown in its place.',
  'findings-missing': 'This level asks what the reviewer finds: give findings that the message lists.',
  'level-missing': 'The report passes several levels: say which one you decide, or send If-Match with what you read.',
  'no-form': 'The programme is known and its own form is not: add the form beside its profile.',
  'no-removal': "The programme's form has no word for a report that was taken back: tell the programme otherwise.",
  'no-such-report': 'There is no use-of-force report with this id, or none of this department: correct the id.',
  'not-reportable': 'The report is not the programme’s to have, for the reason given: leave it out.',
  'not-your-level': 'Who decides at this level the charter says, and the message repeats it: ask one of them.',
  'nothing-changed': 'The amendment says what the report says already: there is nothing to amend.',
  'other-level': 'The report is at another level than the one named: read it again, and decide what is yours.',
  'referral-elsewhere': 'The report was referred to another place: take it up there.',
  'referral-unclear': 'A referral says whether it goes to the board or into a complaint, and only a referral says so.',
  'reviewed-already': 'You decided on this report at another level: the next look is another person’s.',
  'several-versions': "The reports fall under different versions of the programme's rules: send each version's apart.",
  'skipped-with-findings': 'Who lets a level pass finds nothing there: leave the findings out.',
  'supplement-alters': 'A supplement adds what was not told or pending: send a correction for the places in `errors`.',
  'taken-up-already': 'Somebody took this referral up already: read the report again.',
  'withdrawal-with-report': 'Who takes a report back tells none: leave the report out.',
  'withdrawn-already': 'The report was taken back already: nothing of it is changed any more.',
};
