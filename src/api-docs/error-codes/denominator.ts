/** What telling and asking for denominators can be answered with. */
export const denominatorCodes: Readonly<Record<string, string>> = {
  'bands-overlap': 'Two age bands share an age, so somebody would be counted twice: end one before the other begins.',
  'counts-refused': 'Some counts cannot stand as told: `errors` names each group and what is wrong with it.',
  'no-counts': 'A statement without a count says nothing: tell at least one, 0 if there were none.',
  'not-a-count': 'A count is a whole number from 0 to 2000000000, without quotation marks.',
  'not-an-age-band': 'An age band is written 18-24, the last one 65+.',
  'too-many-groups': 'A statement has at most 100 groups: coarsen them.',
  'too-much': 'The answer would hold more than 50000 counts: ask for fewer months, one kind or one department.',
  'unknown-group': 'The charter has no such group: use one of the codes that the message lists.',
};
