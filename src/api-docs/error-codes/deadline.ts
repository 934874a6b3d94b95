/** What can be answered about the clocks of a case. */
export const deadlineCodes: Readonly<Record<string, string>> = {
  'day-ahead': 'The day lies ahead: give today or a day before it.',
  'day-outside': 'The day lies outside what is possible here: the message says from when to when.',
  'no-such-clock': 'The case has no clock of this code under its charter: the message lists those that it has.',
  'not-a-ground': 'The charter does not let this clock stand still for that: the message lists its grounds.',
  'tolling-ended': 'This clock runs again already: read the deadlines of the case anew.',
  'too-long-an-extension': 'The charter allows fewer days in all: the message says how many are left.',
};
