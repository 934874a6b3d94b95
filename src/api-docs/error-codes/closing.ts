/** What the end of a case can be answered with: closing, keeping, hiding and destroying it. */
export const closingCodes: Readonly<Record<string, string>> = {
  'asked-already': 'Somebody has asked that the case be destroyed: another person decides on that request.',
  'batch-done': 'The batch was disposed of or rejected before: draw a new one for what is due now.',
  'case-disposed': 'The case was destroyed when its time of keeping ended: `details` holds all that is left of it.',
  'case-expunged': 'The case was destroyed by order: `details` holds all that is left of it.',
  'closed-into-this':
    'The case named was closed as a duplicate of this one, or of one that was: name the case that goes on.',
  held: 'A legal hold is on the case: release it first, and nothing of the case is destroyed before.',
  'no-word-for-duplicates':
    'The charter that the case was opened under has no closing reason for duplicates: link the two cases, then close this one by another reason.',
  'not-authorised': 'Two people have to decide on the destruction of a case, and it has to be there and due.',
  'not-sealed': 'The case is not sealed: there is nothing to lift.',
  'nothing-due': 'No case that nothing holds is past its time of keeping: there is no batch to draw.',
  'own-request': 'Whoever asked for the destruction of a case does not decide on it: ask another person.',
  'own-review': 'You looked this batch through first: the second look is another person’s.',
  'reason-does-not-fit': 'The closing reason is for cases with findings, or without: use one that the message lists.',
  'release-recalled':
    'A case that the release may show was destroyed or sealed since it was asked for: ask for a new one, which is built without it.',
  'released-already': 'This hold was released before: read the case again.',
  'sealed-already': 'The case is sealed already: lift that sealing before you make another.',
};
