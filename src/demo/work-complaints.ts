import type { INestApplicationContext } from '@nestjs/common';
import {
  AddAllegation,
  AddOfficer,
  AssignComplaint,
  CloseComplaint,
  DraftFindings,
  FileComplaint,
  RecordFinding,
  ScreenComplaint,
  SendToBoard,
} from '../complaint/index.js';
import { ReviewInvestigation } from '../investigation/index.js';
import type { Dice } from './dice.js';
import type { Agency } from './found-agency.js';
import { type ComplaintPlan, planComplaint } from './plan-complaint.js';
import type { StoryClock } from './story-clock.js';

/** A case that waits for the board's vote. */
export interface CaseForBoard {
  complaintId: string;
  allegationId: string;
}

const A_DAY = 6;
const FOR_THE_BOARD = 3;

/** Six complaints a day are filed and worked to their end, or to the board. Returns those before the board. */
export async function workComplaints(
  app: INestApplicationContext,
  { agency, dice, clock }: { agency: Agency; dice: Dice; clock: StoryClock },
  days: number,
  onProgress: (done: number) => void,
): Promise<CaseForBoard[]> {
  const forBoard: CaseForBoard[] = [];
  let planned = 0;
  for (let day = 1; day <= days; day++) {
    clock.advanceHours(24);
    const plans = Array.from({ length: A_DAY }, () => {
      const plan = planComplaint(dice, clock.now(), agency.officerIds.length, planned < FOR_THE_BOARD);
      if (plan.toBoard) planned += 1;
      return plan;
    });
    const worked = await Promise.all(plans.map((plan) => workOne(app, agency, plan)));
    forBoard.push(...worked.filter((one) => one !== null));
    onProgress(day * A_DAY);
  }
  return forBoard;
}

async function workOne(
  app: INestApplicationContext,
  agency: Agency,
  plan: ComplaintPlan,
): Promise<CaseForBoard | null> {
  const [intake, supervisor, investigator] = ['ines', 'sam', plan.investigator].map(agency.actor);
  const officerId = agency.officerIds[plan.officer];
  if (!intake || !supervisor || !investigator || officerId === undefined) throw new Error('The cast is not complete.');
  const { complaintId } = await app
    .get(FileComplaint)
    .run({ kind: 'public', jurisdictionId: agency.jurisdictionId }, plan.complaint);
  await app.get(ScreenComplaint).run(intake, complaintId, { decision: 'accept' });
  const { complaintOfficerId } = await app.get(AddOfficer).run(supervisor, complaintId, { role: 'subject', officerId });
  const alleged = { complaintOfficerId, category: plan.category };
  const { allegationId } = await app.get(AddAllegation).run(supervisor, complaintId, alleged);
  await app.get(AssignComplaint).run(supervisor, complaintId, { staffId: investigator.staffId });
  const reasons = 'Interviews and video, as listed in the file.';
  const found = { allegationId, stage: 'investigator', finding: plan.finding, reasons } as const;
  await app.get(RecordFinding).run(investigator, complaintId, found);
  await app.get(DraftFindings).run(investigator, complaintId);
  await app.get(ReviewInvestigation).run(supervisor, complaintId, { decision: 'approve', points: [] });
  if (plan.toBoard) {
    await app.get(SendToBoard).run(supervisor, complaintId);
    return { complaintId, allegationId };
  }
  await app.get(CloseComplaint).run(supervisor, complaintId, {});
  return null;
}
