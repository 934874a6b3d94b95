import { BEFORE_BOARD, FILE } from './case-reach.js';
import { only, type Reacher, type TableReach } from './reach.js';

const BOARD: readonly Reacher[] = ['meeting.read', 'board.seat-member', 'panel.appoint', 'panel.check-draw'];
const MEETINGS: readonly Reacher[] = [...BOARD, 'board-report.preview'];
const AUDIT: readonly Reacher[] = ['affairs-audit.plan', 'affairs-audit.review', 'affairs-audit.record-response'];
const RELEASES: readonly Reacher[] = ['release.read', 'release.request', 'release.approve', 'release.publish'];
const RELEASING: readonly Reacher[] = [
  'release.request',
  'release.approve',
  'release.publish',
  'release.withdraw',
  // What is gone from the cases is gone from the next releases.
  'complaint.dispose',
  'complaint.decide-expungement',
];
const RELEASE = { read: RELEASES, write: RELEASING } as const;
const OFFICERS: readonly Reacher[] = [
  'officer.read',
  'officer.register',
  ...FILE,
  ...BEFORE_BOARD,
  'public-summary.read',
  'use-of-force.read',
];

/** What is the agency's own and of no case: its rules, its boards and meetings, officers on its register, its releases. */
export const agencyReach = {
  charter: { read: 'everyone', write: ['charter.enact'] },
  // The wall itself: hidden from somebody, it would stand open to them.
  recusal: {
    read: 'everyone',
    write: ['recusal.declare', 'conflict.declare', 'conflict.decide', 'mediation.record'],
  },
  // Wrapped by a key that is not in the database; drawn by the first who seals something.
  organization_key: { read: 'everyone', write: 'everyone' },
  // What is drawn goes by whether keys are being changed.
  key_rotation: { read: 'everyone', write: [] },
  object_to_delete: { read: [], write: [] },
  // Whoever sends the same thing twice: under their own id.
  idempotency_key: { read: 'everyone', write: 'everyone' },

  officer: { read: OFFICERS, write: ['officer.register'] },
  officer_post: { read: OFFICERS, write: ['officer.register'] },

  board: { read: BOARD, write: ['board.seat-member'] },
  board_member: { read: MEETINGS, write: ['board.seat-member'] },
  board_seat: { read: BOARD, write: ['board.seat-member'] },
  board_officer: { read: BOARD, write: ['board.seat-member'] },
  meeting: { read: MEETINGS, write: ['meeting.schedule', 'meeting.run', 'minutes.keep', 'motion.decide'] },
  attendance: { read: MEETINGS, write: ['meeting.run'] },
  minutes: { read: ['minutes.read', 'minutes.keep'], write: ['minutes.keep', 'meeting.run'] },
  board_report: { read: ['board-report.preview', 'board-report.publish'], write: ['board-report.publish'] },

  // A team that reviews an incident recommends too, and is of any role; the words are sealed.
  policy_recommendation: { read: 'everyone', write: ['policy-recommendation.write', 'incident-review.take-part'] },
  affairs_audit: { read: ['affairs-audit.read', ...AUDIT], write: AUDIT },
  audit_draw: { read: ['affairs-audit.read', ...AUDIT], write: ['affairs-audit.plan'] },
  disposal_batch: { read: ['complaint.dispose'], write: ['complaint.dispose'] },
  // Those that are shared are found by others, who run them as themselves.
  saved_search: { own: 'staff_id', read: ['saved-search.use'], write: only('own', 'saved-search.use') },

  release: RELEASE,
  release_approval: RELEASE,
  release_build: RELEASE,
  release_code: RELEASE,
  release_epoch: RELEASE,
  release_member: RELEASE,
  release_recall: RELEASE,
  release_step: RELEASE,
  release_withdrawal: RELEASE,
} satisfies Record<string, TableReach>;
