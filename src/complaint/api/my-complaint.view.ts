import type { MyComplaint } from '../records/my-complaint.reader.js';
import { canMove } from '../rules/complaint-status.js';
import { milestonesOf, nextExpected } from '../rules/milestones.js';
import { JOINED, PUBLIC_STAGES } from '../rules/public-stage.js';

export class MilestoneView {
  code!: string;
  label!: string;
  reached!: boolean;
  /** YYYY-MM-DD; null when it is not reached, or nobody knows the day */
  on!: string | null;
  /** YYYY-MM-DD: until when the law expects it */
  expectedOn!: string | null;
}

export class NextExpectedView {
  label!: string;
  /** YYYY-MM-DD; a day that has passed means that the agency is late */
  on!: string;
}

/** Where a case stands, for the person who brought it. It names no officer and shows no note. */
export class MyComplaintView {
  caseNumber!: string;
  /** In a few words, e.g. `Being investigated` */
  stage!: string;
  meaning!: string;
  milestones!: MilestoneView[];
  nextExpected!: NextExpectedView | null;
  /** YYYY-MM-DD */
  lastUpdateOn!: string | null;
  /** The body that the case was passed to */
  referredTo!: string | null;
  /** YYYY-MM-DD: until when you may ask for another look at the decision not to take it on; null when there is nothing to ask */
  appealUntil!: string | null;
  /** YYYY-MM-DD: until when you may ask the board to reconsider what was decided; null when there is nothing to ask */
  reconsiderUntil!: string | null;
  /** What became of your request to: asked, before_board, refused, stands or changed; null: you made none */
  reconsideration!: MyComplaint['reconsideration'];
  /** What the person can do now */
  nextSteps!: string[];
  canWithdraw!: boolean;
  /** Nobody knows who brought it; they may say so at any time */
  anonymous!: boolean;
  /** How many there are, both ways */
  messages!: number;
  /** The agency has written last */
  awaitingAnswer!: boolean;
}

const RECONSIDER = 'You may ask the board here to reconsider what was decided, until';
const ANSWER = 'The agency has written to you: read your messages, and answer if you wish.';

export function myComplaintView({ status, days, expected, joined, ...mine }: MyComplaint): MyComplaintView {
  const { label, meaning, nextSteps } = joined ? JOINED : PUBLIC_STAGES[status];
  const milestones = milestonesOf(status, days, expected);
  return {
    ...mine,
    stage: label,
    meaning,
    milestones,
    nextExpected: nextExpected(milestones),
    nextSteps: [
      ...(mine.awaitingAnswer ? [ANSWER] : []),
      ...(mine.reconsiderUntil === null ? [] : [`${RECONSIDER} ${mine.reconsiderUntil}.`]),
      ...nextSteps,
    ],
    canWithdraw: canMove(status, 'withdrawn'),
  };
}
