import type { INestApplicationContext } from '@nestjs/common';
import { CloseComplaint } from '../complaint/index.js';
import {
  AddAgendaItem,
  AdjournMeeting,
  AppointPanel,
  CastVote,
  DecideMotion,
  DeliverRecommendation,
  MoveMotion,
  OpenMeeting,
  PostAgenda,
  RecordArrival,
  RecordChiefAnswer,
  ScheduleMeeting,
  SendRecommendation,
} from '../review-board/index.js';
import { STAFF } from './cast.js';
import type { Agency } from './found-agency.js';
import type { StoryClock } from './story-clock.js';
import type { CaseForBoard } from './work-complaints.js';

const HOUR = 3_600_000;
const VOTERS = STAFF.filter(({ roles }) => roles.includes('board_member')).map(({ signInName }) => signInName);

/** A regular meeting from notice to adjournment; then the chief's answers: concurring, and departing with reasons. */
export async function holdMeeting(
  app: INestApplicationContext,
  agency: Agency,
  clock: StoryClock,
  cases: readonly CaseForBoard[],
): Promise<void> {
  const clerk = agency.actor('clara');
  const startsAt = new Date(clock.now().getTime() + 96 * HOUR);
  const { id: meetingId } = await app
    .get(ScheduleMeeting)
    .run(clerk, { boardId: agency.boardId, kind: 'regular', startsAt });
  const items: (CaseForBoard & { agendaItemId: string })[] = [];
  for (const [at, { complaintId, allegationId }] of cases.entries()) {
    const { id: panelId } = await app
      .get(AppointPanel)
      .run(clerk, complaintId, { boardId: agency.boardId, memberIds: agency.memberIds });
    const item = { title: `Case ${at + 1}`, closed: true, legalBasis: '54957', complaintId, panelId };
    items.push({
      complaintId,
      allegationId,
      agendaItemId: (await app.get(AddAgendaItem).run(clerk, meetingId, item)).id,
    });
  }
  await app.get(PostAgenda).run(clerk, meetingId);
  clock.advanceTo(startsAt);
  await app.get(OpenMeeting).run(clerk, meetingId);
  for (const memberId of agency.memberIds) await app.get(RecordArrival).run(clerk, meetingId, memberId);
  const recommended: { complaintId: string; recommendationId: string }[] = [];
  for (const item of items) recommended.push(await decide(app, agency, clock, item));
  await app.get(AdjournMeeting).run(clerk, meetingId);
  clock.advanceHours(24 * 10);
  for (const [at, sent] of recommended.entries()) await answer(app, agency, sent, at);
}

async function decide(
  app: INestApplicationContext,
  agency: Agency,
  clock: StoryClock,
  { complaintId, allegationId, agendaItemId }: CaseForBoard & { agendaItemId: string },
): Promise<{ complaintId: string; recommendationId: string }> {
  const clerk = agency.actor('clara');
  const [moverId = '', seconderId = ''] = agency.memberIds;
  const motion = {
    agendaItemId,
    text: 'To sustain the allegation.',
    moverId,
    seconderId,
    allegationId,
    proposedFinding: 'sustained',
  };
  const { id: motionId } = await app.get(MoveMotion).run(clerk, motion);
  for (const [at, voter] of VOTERS.entries()) {
    const choice = at < 2 ? 'yes' : 'no';
    await app.get(CastVote).run(agency.actor(voter), motionId, { choice, reason: 'The video leaves room for doubt.' });
  }
  await app.get(DecideMotion).run(clerk, motionId);
  const text = 'Suspend the officer for five days.';
  const { id } = await app.get(SendRecommendation).run(clerk, complaintId, {
    ...{ motionId, allegationId, text },
    kind: 'discipline',
    disciplineKind: 'suspension',
    disciplineDays: 5,
    addressedTo: 'Chief of Police',
  });
  const handed = { way: 'hand', recipient: 'Front desk', deliveredAt: clock.now() };
  await app.get(DeliverRecommendation).run(clerk, { complaintId, recommendationId: id }, handed);
  return { complaintId, recommendationId: id };
}

async function answer(
  app: INestApplicationContext,
  agency: Agency,
  { complaintId, recommendationId }: { complaintId: string; recommendationId: string },
  at: number,
): Promise<void> {
  const concurs = at > 0;
  await app.get(RecordChiefAnswer).run(
    agency.actor('clara'),
    { complaintId, recommendationId },
    {
      answer: concurs ? 'concur' : 'depart',
      reasons: concurs ? null : 'A reprimand is what comparable cases were given.',
      imposed: concurs ? { kind: 'suspension', days: 5 } : { kind: 'reprimand' },
    },
  );
  await app.get(CloseComplaint).run(agency.actor('sam'), complaintId, {});
}
