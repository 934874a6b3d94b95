/** What the work on a complaint can be answered with. */
export const complaintCodes: Readonly<Record<string, string>> = {
  'affidavit-missing':
    'The charter wants a sworn statement before the case is taken on: record it, or let a supervisor go without it.',
  'affidavit-recorded': 'This was recorded before: there is nothing to do.',
  'anonymous-but-open':
    'The privacy choice would let the name be known: choose a shielded one, or do not stay anonymous.',
  'anonymous-not-accepted':
    'The charter of this place does not take anonymous complaints: give a name and set anonymous to false.',
  'anonymous-with-name':
    'An anonymous complaint came with a name or a contact: leave them out, or set anonymous to false.',
  'assigned-already': 'Somebody has the case: to reassign it, give the id of that assignment in replaces.',
  'assignment-ended': 'The assignment in replaces has ended: leave replaces out, or read the case again.',
  'case-unreadable': "The case's key was destroyed by decision: its texts cannot be read again by anybody.",
  'commendation-alleges-nothing': 'A commendation takes no allegations: leave them out, or file a complaint.',
  'complainant-is-anonymous':
    'The case was filed anonymously: no name or contact of the complainant is recorded in it.',
  'fear-not-said':
    'A fear of retaliation is told and denied at once: set retaliationFeared to true, or leave the text out.',
  'findings-missing': 'Record an investigator finding on each allegation first: the message lists those that lack one.',
  'has-findings': 'The case is closed on its findings: leave out the reason for closing without one.',
  'identified-already':
    'This officer was identified before: to put that right, give the identification that the message names in replaces.',
  'identity-shielded':
    'The person chose to be shielded: ask for their identity with a reason, and another person decides; the texts are read without.',
  'in-the-future': 'The day has not come yet where this happened: check the date.',
  'known-already': 'The complaint is not anonymous: tell what has changed in a message.',
  'known-or-described':
    'Give the id of a known officer, or a description and the department of an unknown one, and not both.',
  'no-override': 'The charter lets nobody go without the sworn statement: wait for it.',
  'no-such-department': 'There is no department with this id: register it first, or correct the id.',
  'no-such-officer': 'There is no officer with this id or number: register them first, or correct it.',
  'no-such-person': 'Nobody of the staff has this id: correct it.',
  'no-way-to-reach':
    'An anonymous person is reached by their receipt alone: set preferredContact to receipt, or leave it out.',
  'nobody-named': 'A complaint that is not anonymous needs a name or a contact: give one, or file it anonymously.',
  'not-a-case-number': 'This is no case number: compare each character with the paper; its last two are a check.',
  'not-a-cursor': 'This is not the cursor of a list: send back the one that came with the page before.',
  'not-a-referral': 'Only a referral names a body: leave referredTo out, or set the decision to refer.',
  'not-a-subject': 'Allegations are made against an officer who is a subject of this case: correct the id.',
  'not-an-investigator': 'Cases are assigned to investigators and supervisors: choose one of them.',
  'not-in-charter': 'The charter does not know this code: use one of those that the message lists.',
  'not-in-this-case': 'What this id names is none of this case: correct the id.',
  'not-shielded': 'Nobody is shielded in this case: read the identity without asking.',
  'not-yours-to-find': 'The assigned investigator finds first, and a supervisor on that finding: leave it to them.',
  'nothing-alleged': 'The case has no allegation: add them, or close it without a finding.',
  'officer-in-case-already': 'This officer stands in the case already: use that entry.',
  'officer-known': 'The department has an officer with this badge number already: use that one.',
  'own-request': 'Who asked for the identity does not decide on it: leave it to another supervisor or director.',
  'reason-needed': 'The decision needs a reason: write it, or give one of the codes that the message lists.',
  recused: 'This person is recused from the case and takes no part in it: choose somebody else.',
  'receipt-replaced': 'The receipt was replaced by another at the same moment: use the new one.',
  'recused-already': 'This person is recused from the case already: there is nothing to do.',
  'referral-to-nobody': 'A referral names the body that the case goes to: fill in referredTo.',
  'status-forbids':
    'From where it stands this cannot be done: the message names the status; do what comes before it first.',
  undecided: 'An allegation has no finding by whoever has the case: the message lists them; find on each first.',
  'answered-twice': 'The same test of the charter is answered twice: keep one of the two answers.',
  'appeal-too-late':
    'The last day for asking for another look has passed: the message names it; a new complaint may be filed.',
  'appealed-already': 'Another look at this decision was asked for already: wait for what it comes to.',
  'before-it-was-sent': 'The answer is dated before the referral was sent: check the date.',
  'classified-so': 'The case is in this class already: there is nothing to change.',
  'decided-already': 'Somebody has decided on this already: read the list again, and ask anew if it is still needed.',
  'declared-already': 'You have declared the same of this case before: there is nothing to add.',
  'in-conflict':
    'Something stands against giving this person the case: have it declared and decided on, or choose another.',
  'linked-already': 'The two cases are linked: end that link before you make another one.',
  'no-appeal': 'Nobody has asked for another look at this decision: take the appeal down first.',
  'no-right-of-appeal': 'The charter gives no right to another look at this decision: it cannot be appealed here.',
  'no-such-case': 'There is no case with this id, or none for you: correct the id.',
  'not-a-decline': 'Only a refusal has a reason code: leave reasonCode out, or set the decision to decline.',
  'not-identified': 'Nobody is taken for this officer: there is no identification to undo or to put right.',
  'nothing-to-decide': 'No relation was declared, or the person is recused already: there is nothing to decide.',
  'nothing-to-override': 'No test of the charter says no: leave override out.',
  'override-not-yours': 'Only a supervisor accepts a case against a test: ask one, or decline it.',
  'own-decision': 'Who decided first does not look at it again: another person decides on the appeal.',
  'own-declaration': 'Nobody decides on their own declaration: ask another supervisor.',
  'same-case': 'A case is not linked with itself: give the id of the other case.',
  'test-failed': 'A test of the charter says no: decline or refer the case, or have a supervisor override it.',
  'called-so': 'The allegation is of this category already: there is nothing to change.',
  'no-post': 'Nothing is said of the officer: give a rank, a unit or a command.',
  'wait-for-answer': 'Many messages were sent and none was answered yet: wait until the agency has written.',
};
