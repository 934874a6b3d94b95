/** What access to a case past one's role can be answered with. */
export const breakGlassCodes: Readonly<Record<string, string>> = {
  'glass-enough-asked': 'So many of your asks wait already as the charter lets wait: take one of them back first.',
  'glass-not-lawful':
    'The database found a step of this opening out of order: read how it stands, and go on from there.',
  'glass-not-to-review':
    'An opening is reviewed once, when it is over: wait for its end, or read the review that is there.',
  'glass-not-yours':
    'Who asks, approves and reviews is named by the charter, as the message says: leave it to one of them.',
  'glass-open-already': 'The case is open to who asks already: end that opening, or leave this one.',
  'glass-over': 'This ask or opening has come to its end: ask anew, if it is needed again.',
  'glass-own': 'Who asks, who decides and who reviews are three people: leave it to another.',
  'glass-recused': 'No opening goes past a recusal: refuse it, and let another person do the work.',
  'glass-too-long': 'The charter says for how many hours a case is opened at the longest: ask for fewer.',
};
