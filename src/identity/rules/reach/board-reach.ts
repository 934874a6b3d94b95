import { BEFORE_BOARD, FILE } from './case-reach.js';
import { type Reacher, type TableReach } from './reach.js';

const AT_MEETING: readonly Reacher[] = ['meeting.read', 'motion.read'];
/** The case file tells what the board decided in it. */
const DECIDED: readonly Reacher[] = [...FILE, 'motion.read', 'recommendation.read'];
const AFTER_VOTE: readonly Reacher[] = [...FILE, ...BEFORE_BOARD, 'after-vote.record', 'reconsideration.take-down'];

/** What the review board does, and what comes of it. Rows of a meeting that belong to no case are for who reads meetings. */
export const boardReach = {
  board_submission: { read: [...FILE, ...BEFORE_BOARD, 'complaint.send-to-board'], write: ['complaint.send-to-board'] },
  agenda_item: { read: AT_MEETING, write: ['meeting.schedule', 'meeting.run'] },
  agenda_amendment: { read: AT_MEETING, write: ['meeting.schedule'] },
  agenda_material: { read: AT_MEETING, write: ['meeting.schedule'] },
  panel: { read: [...AT_MEETING, 'panel.check-draw'], write: ['panel.appoint'] },
  panel_draw: { read: ['panel.check-draw'], write: ['panel.appoint'] },
  panel_member: { read: [...AT_MEETING, 'panel.check-draw'], write: ['panel.appoint', 'meeting.run'] },
  stand_in: { read: AT_MEETING, write: ['meeting.run'] },
  motion: { read: DECIDED, write: ['motion.move', 'motion.decide', 'meeting.run', 'vote.cast'] },
  // An amendment that a casting vote carries gives the other motion its words.
  motion_text: { read: AT_MEETING, write: ['motion.move', 'motion.decide', 'vote.cast'] },
  motion_roll: { read: AT_MEETING, write: ['motion.decide', 'vote.cast'] },
  vote: { read: [...AT_MEETING, 'panel.appoint'], write: ['vote.cast'] },
  opinion: { read: AT_MEETING, write: ['opinion.file'] },
  opinion_author: { read: AT_MEETING, write: ['opinion.file'] },
  opinion_publication: { read: AT_MEETING, write: ['opinion.publish'] },
  report_out: { read: AT_MEETING, write: ['meeting.run'] },
  minutes_section: { read: ['minutes.read'], write: ['minutes.keep'] },
  public_comment: { read: ['public-comment.record', 'minutes.read'], write: ['public-comment.record'] },

  recommendation: { read: DECIDED, write: ['recommendation.send'] },
  recommendation_delivery: { read: ['recommendation.read'], write: ['after-vote.record'] },
  matrix_departure: { read: ['recommendation.read'], write: ['recommendation.send'] },
  chief_answer: { read: DECIDED, write: ['chief-answer.record'] },
  escalation: { read: AFTER_VOTE, write: ['after-vote.record'] },
  escalation_end: { read: AFTER_VOTE, write: ['after-vote.record'] },
  officer_appeal: { read: AFTER_VOTE, write: ['after-vote.record'] },
  officer_award: { read: AFTER_VOTE, write: ['after-vote.record'] },
  reconsideration: { read: AFTER_VOTE, write: ['reconsideration.take-down'] },
  reconsideration_hearing: { read: AFTER_VOTE, write: ['after-vote.record'] },
  reconsideration_end: { read: AFTER_VOTE, write: ['after-vote.record'] },
  // Taken down by triggers in the office's name, when any of the above is.
  decision: { read: AFTER_VOTE, write: [] },
} satisfies Record<string, TableReach>;
