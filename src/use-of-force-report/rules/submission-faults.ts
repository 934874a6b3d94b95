/** What can be wrong with a record besides the report in it: with what is to be done, with zero reports, with a table's cells. */
export const SUBMISSION_SENTENCES = {
  'unknown-action': 'Let Action be Add, AddOnly or Remove.',
  'action-time-form': 'Write ActionTime as mm/dd/yyyy hh:mm:ss.',
  'payload-missing': 'Send Incident or ZeroReport beside Action, and one of them only.',
  'not-an-ori': 'An ORI is nine letters and digits: write it whole, in capitals.',
  'ori-not-yours': 'You do not report for this ORI: check it, or have the oversight body note that you do.',
  'ori-needed': 'You report for several ORIs: say for which.',
  'month-form': 'Say month as a number from 1 to 12 and year with four digits.',
  'month-not-begun': 'This month has not begun: nobody can say yet that there was no force in it.',
  'force-in-month': 'You reported force in this month: a zero report would contradict it.',
  'zero-not-removed': 'A zero report is not removed: report the incident, which takes its place.',
  'number-withdrawn': 'You took the report under this number back: give this one a number of its own.',
  'nothing-to-remove': 'You sent no report under this number: there is nothing to remove.',
  'unmapped-word': 'The mapping knows no code for this word of column {column}: add it, or let `otherwise` say one.',
  'unreadable-value': 'This cell of column {column} is not the {wanted} that the mapping says it is.',
  'missing-column': 'The table has no column {column}, which the mapping reads.',
  'cells-differ': 'This row has another number of cells than the first line names: look for a comma inside of a cell.',
  'quotes-do-not-add-up': 'The quotation marks of this row do not add up: double those inside of a quoted cell.',
  'lists-differ': 'The parallel lists {column} have different lengths: it cannot be told what belongs together.',
} as const;
export type SubmissionFaultCode = keyof typeof SUBMISSION_SENTENCES;

/** What is told beside a record that was taken, or left as it was. */
export const WARNING_SENTENCES = {
  'duplicate-suspected':
    'Report {number} tells of the same day, hour, place and people: if it is the same, remove one.',
  'stands-already': 'A report stands under this number; AddOnly changes none. Send Add to replace it.',
  'word-not-mapped': 'The mapping knows no code for a word of column {column}; it was taken as `otherwise` says.',
  'value-set-aside': 'This cell of column {column} could not be read and was left out, as `otherwise` says.',
  'several-values': 'This cell of column {column} names several where one is wanted; it was left open.',
  'cells-contradict': 'Another cell says no and column {column} says yes; it was left open.',
  'zero-stands-already': 'A zero report for this month stands already; it was left as it is.',
} as const;
export type WarningCode = keyof typeof WARNING_SENTENCES;

type Details = Readonly<Record<string, string | number>>;
const filled = (sentence: string, details: Details): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name]));

export function submissionFault<Code extends SubmissionFaultCode>(code: Code, path: string, details: Details = {}) {
  return { path, code, message: filled(SUBMISSION_SENTENCES[code], details) };
}

export function submissionWarning<Code extends WarningCode>(code: Code, path: string, details: Details = {}) {
  return { path, code, message: filled(WARNING_SENTENCES[code], details) };
}
