// Who did what to the case of each journey, from the first word to the last.

const VOTES = ['bea: vote.cast', 'bob: vote.cast', 'ben: vote.cast'];
/** A board that investigates: test/journeys/investigative-agency.spec.ts */
export const INVESTIGATED = [
  'public: complaint.file',
  'ines: message.write',
  'complainant: evidence.add, message.write',
  'ines: message.read-dialogue, letter.write, letter.deliver, letter.read-text, complaint.screen',
  'sam: complaint.classify',
  'ivan: conflict.declare',
  'sam: complaint.assign',
  'ivan: officer.identify, officer.add, allegation.add, plan.write',
  'sam: plan.approve',
  'ivan: interview.add, interview.step, records-request.add, records-request.step',
  'sam: subpoena.add, subpoena.step',
  'ivan: interview.step, evidence.add, finding.record, complaint.draft-findings',
  'sam: finding.record, investigation.review, complaint.send-to-board',
  'clara: panel.appoint',
  'bud: conflict.declare, recusal.declare, access.refuse',
  'ida: complaint.read-texts, conflict.declare, recusal.declare, access.refuse',
  'clara: panel.appoint, agenda.add-item, motion.move',
  ...[...VOTES, 'clara: motion.decide, motion.move', ...VOTES, 'clara: motion.decide, motion.move', ...VOTES],
  'clara: motion.decide, recommendation.send, chief-answer.record',
  'dana: complaint.close',
  'sam: letter.write, letter.deliver, letter.read-text',
];

const ALL_VOTE = ['bea: vote.cast', 'ben: vote.cast', 'bob: vote.cast'];
/** A board that reviews: test/journeys/review-agency.spec.ts */
export const REVIEWED = [
  'ines: complaint.file, letter.write, letter.deliver, letter.read-text, complaint.screen',
  'sam: complaint.classify, complaint.assign',
  'rhea: officer.add, allegation.add, evidence.add, finding.record, complaint.draft-findings',
  'sam: investigation.review, complaint.send-to-board',
  'clara: agenda.add-item, motion.move',
  ...ALL_VOTE,
  'clara: motion.decide',
  'sam: complaint.return, referral.send',
  'rhea: records-request.add',
  'sam: referral.answer',
  'rhea: records-request.step',
  'sam: referral.answer',
  'rhea: finding.record, complaint.draft-findings',
  'sam: investigation.review, complaint.send-to-board',
  'clara: agenda.add-item, motion.move',
  ...[...ALL_VOTE, 'clara: motion.decide, motion.move', ...ALL_VOTE],
  'clara: motion.decide, recommendation.send',
  'sam: referral.send, referral.answer',
  'clara: chief-answer.record',
  'dana: complaint.close',
  'sam: letter.write, letter.deliver, letter.read-text',
];

/** A monitor: test/journeys/audit-agency.spec.ts */
export const AUDITED = [
  'ines: complaint.file, complaint.screen',
  'mona: complaint.classify, complaint.assign',
  'otto: person.add, letter.write, letter.deliver, letter.read-text, records-request.add',
  'mona: deadline.toll, deadline.end-tolling',
  'otto: records-request.step, complaint.note-event',
  'mona: complaint.link',
  'dana: complaint.close',
];

const HEARD = [
  'ivan: finding.record, complaint.draft-findings',
  'sam: investigation.review, complaint.send-to-board',
  'clara: agenda.add-item, motion.move',
  ...ALL_VOTE,
  'clara: motion.decide, recommendation.send, chief-answer.record',
  'dana: complaint.close',
];
/** A board that adjudicates: test/journeys/adjudicative-agency.spec.ts */
export const ADJUDICATED = [
  'public: complaint.file',
  'ines: letter.write, letter.deliver, letter.read-text, complaint.screen',
  'complainant: complaint.appeal-decline',
  'ines: access.refuse',
  'sam: complaint.review-decline, complaint.classify, complaint.assign',
  'ivan: officer.identify',
  'sam: mediation.offer, mediation.answer, mediation.name-mediator',
  'mia: mediation.record-session, mediation.end, access.refuse',
  'sam: complaint.classify',
  ...HEARD,
  'sam: letter.write, letter.deliver, letter.read-text, complaint.reopen',
  ...HEARD,
];
