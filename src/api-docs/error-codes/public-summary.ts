/** What writing, deciding and approving the public summary of a case can be answered with. */
export const publicSummaryCodes: Readonly<Record<string, string>> = {
  'hit-kept': 'A reason is recorded for this hit already: to decide otherwise, write the text anew.',
  'hits-changed': 'Other hits are found in the text by now, or more was decided: look at each again, then approve.',
  'hits-unresolved':
    'Something that may tell who somebody is stands in the text undecided: take it out or say why it stays.',
  'no-such-hit': 'No hit of this text has this id: read the summary again.',
  'not-the-writer': 'Only who wrote this text decides which hits stay in it: write it anew to decide yourself.',
  'own-summary': 'You wrote some of this summary: two other people approve it.',
  'summary-not-approved': 'A public summary is approved by two people, neither of whom wrote any of it.',
  'summary-there': 'The case has a public summary already: rewrite it, or withdraw it first.',
  'text-changed': 'Somebody has written the summary anew since you read it: read it again.',
};
