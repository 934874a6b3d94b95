import type { Permission } from '../permissions.js';
import { held, notThroughGlass, only, type Reacher, type TableReach } from './reach.js';

/** Who opens the case file, from the list or by its address. */
export const FILE: readonly Permission[] = ['complaint.read'];
/** What is shown of a case that stands on an agenda, to who sits at the meeting and on no panel. */
export const BEFORE_BOARD: readonly Reacher[] = only(
  'agenda',
  'meeting.read',
  'motion.read',
  'vote.cast',
  'recommendation.read',
);
/** Steps that clocks go by: each writes down what happened and reckons the clocks anew. */
export const CLOCKED: readonly Reacher[] = [
  'complaint.take-in',
  'complaint.screen',
  'complaint.review-decline',
  'complaint.classify',
  'complaint.assign',
  'complaint.work',
  'complaint.send-to-board',
  'complaint.close',
  'complaint.reopen',
  'deadline.note-event',
  'deadline.toll',
  'deadline.extend',
  'investigation.work',
  'mediation.offer',
  'mediation.record',
  'letter.write',
  'motion.decide',
  ...only('agenda', 'vote.cast'),
  'recommendation.send',
  'chief-answer.record',
  'after-vote.record',
  'reconsideration.take-down',
  'force-referral.open-case',
];
/** A text for the public is held against every name that the case knows, of the staff's too. */
const ROSTER: readonly Permission[] = [...FILE, 'public-summary.read'];
const CLOCKS: readonly Reacher[] = [...FILE, ...CLOCKED];
const KEPT: readonly Permission[] = [
  'complaint.hold',
  'complaint.seal',
  'complaint.ask-expungement',
  'complaint.dispose',
];
const NEW_CASE: readonly Permission[] = ['complaint.take-in', 'force-referral.open-case'];
/** Whoever opens a sealed text of the case, or seals one. The first to open a case that an import brought draws its key. */
const OPENS: readonly Reacher[] = [
  'complaint.read-texts',
  'glass.read',
  ...FILE,
  ...KEPT,
  ...NEW_CASE,
  'mediation.record',
  ...BEFORE_BOARD,
  ...only('agenda', 'opinion.file'),
  ...only('policy', 'policy-recommendation.read'),
  ...only('team', 'incident-review.take-part'),
];

/** The case itself, who is in it and what is alleged, from the intake to the end. */
export const caseReach = {
  complaint: {
    columns: ['id'],
    read: [...FILE, ...KEPT, ...CLOCKED, ...BEFORE_BOARD, 'public-summary.read', 'mediation.read'],
    write: [
      ...CLOCKED,
      ...KEPT,
      'complaint.refer',
      'complaint.link',
      'complaint.record-finding',
      'complaint.record-intake',
      'complaint.decide-expungement',
      'message.exchange',
      'identity.request',
      'identity.decide',
      'investigation.review',
      'investigation.issue-subpoena',
      'incident-review.convene',
    ],
  },
  case_key: { read: OPENS, write: notThroughGlass(OPENS) },
  // Written by whoever does something, in cases that they do not see too; read by those alone who may look into the history.
  history_event: { read: ['complaint.read-history', 'public-summary.read'], write: 'everyone' },
  receipt: { read: [], write: NEW_CASE },
  receipt_end: { read: [], write: [] },
  complaint_person: { read: ROSTER, write: [...NEW_CASE, 'complaint.work'] },
  person_version: { read: ['complaint.read-identity', 'public-summary.read'], write: ['complaint.work'] },
  representation: { read: FILE, write: ['complaint.work'] },
  contact_index: { read: ['complaint.link', 'complaint.work', ...NEW_CASE], write: ['complaint.work', ...NEW_CASE] },
  complaint_officer: { read: [...ROSTER, ...BEFORE_BOARD], write: ['complaint.work', ...NEW_CASE] },
  officer_identification: { read: ROSTER, write: ['complaint.work'] },
  allegation: { read: [...CLOCKS, ...BEFORE_BOARD], write: ['complaint.work', ...NEW_CASE] },
  allegation_renaming: { read: FILE, write: ['complaint.work'] },
  affidavit: { read: FILE, write: ['complaint.record-intake', 'affidavit.override'] },
  screening: { read: ROSTER, write: ['complaint.screen', 'complaint.review-decline'] },
  screening_answer: { read: FILE, write: ['complaint.screen', 'complaint.review-decline'] },
  screening_appeal: { read: FILE, write: ['complaint.take-in'] },
  referral: { read: FILE, write: ['complaint.screen', 'complaint.review-decline', 'complaint.refer'] },
  referral_answer: { read: FILE, write: ['complaint.refer'] },
  classification: { read: FILE, write: ['complaint.classify'] },
  case_link: {
    columns: ['complaint_id', 'linked_complaint_id'],
    read: FILE,
    write: ['complaint.link', 'complaint.close'],
  },
  assignment: {
    own: 'staff_id',
    read: [...ROSTER, 'complaint.assign', ...only('own', 'recusal.declare', 'work.read')],
    write: ['complaint.assign', held('recusal.declare', 'supervisor', 'clerk'), ...only('own', 'recusal.declare')],
  },
  conflict_declaration: {
    own: 'staff_id',
    read: ['conflict.decide', 'complaint.assign', 'panel.appoint', ...only('own', 'conflict.declare')],
    write: only('own', 'conflict.declare'),
  },
  conflict_decision: {
    read: ['conflict.decide', 'complaint.assign', 'panel.appoint', 'complaint.read-identity'],
    write: ['conflict.decide'],
  },
  message: { read: FILE, write: ['message.exchange'] },
  message_seen: { own: 'staff_id', read: only('own', 'work.read'), write: only('own', 'message.exchange') },
  identity_request: { read: ['identity.read-requests', 'complaint.read-identity'], write: ['identity.request'] },
  identity_decision: { read: ['identity.read-requests', 'complaint.read-identity'], write: ['identity.decide'] },
  case_event: { read: CLOCKS, write: CLOCKED },
  deadline: { read: CLOCKS, write: CLOCKED },
  deadline_alarm: { read: CLOCKS, write: [] },
  deadline_extension: { read: CLOCKS, write: ['deadline.extend'] },
  tolling: { read: CLOCKS, write: ['deadline.toll'] },
  tolling_end: { read: CLOCKS, write: ['deadline.toll'] },
  finding: {
    read: [...ROSTER, ...BEFORE_BOARD],
    write: [
      'complaint.record-finding',
      'complaint.close',
      'chief-answer.record',
      'motion.decide',
      ...only('agenda', 'vote.cast'),
    ],
  },
  finding_evidence: { read: FILE, write: ['complaint.record-finding'] },
  discipline: {
    read: [...FILE, ...BEFORE_BOARD],
    write: ['recommendation.send', 'chief-answer.record', 'after-vote.record'],
  },
  closing: {
    read: [...FILE, 'complaint.dispose'],
    write: ['complaint.close', 'complaint.screen', 'complaint.review-decline'],
  },
  reopening: { read: FILE, write: ['complaint.reopen', 'after-vote.record'] },
  legal_hold: { read: [...FILE, ...KEPT], write: ['complaint.hold'] },
  legal_hold_release: { read: [...FILE, ...KEPT], write: ['complaint.hold'] },
  // Every wall around a sealed case goes by these rows: hidden from somebody, they would open it to them.
  sealing: { read: 'everyone', write: ['complaint.seal'] },
  expungement: { read: [...FILE, ...KEPT], write: ['complaint.ask-expungement', 'complaint.decide-expungement'] },
  disposal_item: { read: ['complaint.dispose'], write: ['complaint.dispose'] },
  // Who asked sees their own, as far as the walls let them; they take it back, and end it, in the office's name (src/break-glass).
  glass_opening: {
    own: 'asked_by',
    read: ['glass.read', 'glass.decide', 'glass.review', ...only('own', 'glass.ask')],
    write: ['glass.decide', 'glass.review', held('glass.end', 'director')],
  },
  // What is left of a case that is gone: its number, and by what right. Whoever asks for the case is told.
  tombstone: { read: 'everyone', write: [] },
  erasure_in_hand: { read: [], write: [] },
  search_alert: { own: 'staff_id', read: only('own', 'saved-search.use'), write: only('own', 'saved-search.use') },
} satisfies Record<string, TableReach>;
