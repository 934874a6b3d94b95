/** What can be answered about letters. */
export const letterCodes: Readonly<Record<string, string>> = {
  'no-such-language': 'The letter is not there in this language: the message lists those that it is in.',
  'nobody-to-write-to': 'The case has no such person: give the id of somebody of the case, or leave it out.',
  'letter-lacks-values': 'The case does not say all that the letter is filled with: `errors` names what is missing.',
  'value-missing': 'Nothing is known to fill this placeholder with: give it in values, or send another letter.',
  'letter-unprintable': "The PDF's fonts lack characters of this letter: print it from its text.",
  'letter-stands-elsewhere': 'The letter cannot go there from where it stands: the message says where it can go.',
  'way-of-sending': 'Give the way with `sent`, and with nothing else.',
  'portal-only': 'Who filed is anonymous: the letter is sent to the portal, where the receipt opens it.',
  'not-their-portal': 'The portal belongs to who complains: a letter to somebody else goes another way.',
};
