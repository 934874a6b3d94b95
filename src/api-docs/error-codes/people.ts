/** What the people and officers of a case can be answered with. */
export const peopleCodes: Readonly<Record<string, string>> = {
  'before-it-began': 'The last day lies before the first: correct one of the two.',
  'does-not-represent': 'Nobody stands for another in these roles: give the person one that the message lists.',
  'ends-before': 'It ends before that day already: record another representation for the days after.',
  'holds-the-receipt': 'Who complained anonymously holds the receipt of the case: they stay its complainant.',
  'no-such-post': 'The officer has no post with this id that stands: read the posts again.',
  'nothing-changed': 'All that was sent is noted already: there is nothing to change.',
  'one-represented': 'Somebody stands for another, one at a time: give either personId or complaintOfficerId.',
  'person-changed': 'Somebody changed the person meanwhile: read the case again and send the version that stands.',
  'person-ended': 'The person is no longer of the case and stays as noted: add them again if they are.',
  'representation-ended': 'The representation has ended already: read the case again.',
  'represents-already': 'They stand for them on some of those days already: end that first.',
  'stands-behind-shield':
    'The privacy choice shields this person, and no role takes them out: keep one, or end the entry and add another.',
};
