import { canMove } from '../rules/complaint-status.js';
import { milestonesOf, PUBLIC_STAGES } from '../rules/public-stage.js';
import type { MyComplaint } from '../records/my-complaint.reader.js';

export class MilestoneView {
  label!: string;
  reached!: boolean;
}

/** Where a case stands, for the person who brought it. It names no officer and shows no note. */
export class MyComplaintView {
  caseNumber!: string;
  /** In a few words, e.g. `Being investigated` */
  stage!: string;
  meaning!: string;
  milestones!: MilestoneView[];
  /** YYYY-MM-DD */
  lastUpdateOn!: string | null;
  /** The body that the case was passed to */
  referredTo!: string | null;
  /** YYYY-MM-DD: until when you may ask for another look at the decision not to take it on; null when there is nothing to ask */
  appealUntil!: string | null;
  /** What the person can do now */
  nextSteps!: string[];
  canWithdraw!: boolean;
}

export function myComplaintView({
  caseNumber,
  status,
  lastUpdateOn,
  referredTo,
  appealUntil,
}: MyComplaint): MyComplaintView {
  const { label, meaning, nextSteps } = PUBLIC_STAGES[status];
  const canWithdraw = canMove(status, 'withdrawn');
  return {
    caseNumber,
    stage: label,
    meaning,
    milestones: milestonesOf(status),
    lastUpdateOn,
    referredTo,
    appealUntil,
    nextSteps: [...nextSteps],
    canWithdraw,
  };
}
