import type { INestApplicationContext } from '@nestjs/common';
import { IssuePolicy, PublishText, RecordPolicyAnswer, WritePublicText } from '../policy-tracker/index.js';
import {
  AddAgendaItem,
  AdjournMeeting,
  ApproveMinutes,
  CastVote,
  DecideMotion,
  DraftMinutes,
  MoveMotion,
  OpenMeeting,
  PostAgenda,
  RecordArrival,
  ScheduleMeeting,
} from '../review-board/index.js';
import { STAFF } from './cast.js';
import type { Agency } from './found-agency.js';
import type { StoryClock } from './story-clock.js';

const HOUR = 3_600_000;
const VOTERS = STAFF.filter(({ roles }) => roles.includes('board_member')).map(({ signInName }) => signInName);
const CAMERAS = {
  title: 'Cameras on from the first word',
  text: 'That body-worn cameras record from the first word of every stop, and that who turns one off says why.',
};

interface Told {
  app: INestApplicationContext;
  agency: Agency;
  clock: StoryClock;
}

/** Behind open doors the board recommends a policy; the next meeting approves the minutes; the chief accepts. */
export async function holdOpenSession(told: Told): Promise<void> {
  const { app, agency, clock } = told;
  const session = await meet(told, { title: CAMERAS.title }, CAMERAS.text);
  await app.get(DraftMinutes).run(agency.actor('clara'), session.meetingId);
  const minutes = { title: 'Minutes of the meeting before', approvesMinutesOf: session.meetingId };
  const next = await meet(told, minutes, 'To approve the minutes as they are.');
  await app.get(ApproveMinutes).run(agency.actor('clara'), session.meetingId, next.motionId);
  const recommended = { kind: 'policy', addressedTo: 'Chief of Police', ...CAMERAS, motionId: session.motionId };
  const { id } = await app.get(IssuePolicy).run(agency.actor('dana'), recommended);
  const text = await app.get(WritePublicText).run(agency.actor('dana'), id, CAMERAS);
  await app.get(PublishText).run(agency.actor('rosa'), id, text.id);
  clock.advanceHours(24 * 5);
  await app.get(RecordPolicyAnswer).run(agency.actor('clara'), id, { answer: 'accepted' });
}

/** One meeting with one open item and a vote on it. */
async function meet(
  { app, agency, clock }: Told,
  item: { title: string; approvesMinutesOf?: string },
  text: string,
): Promise<{ meetingId: string; motionId: string }> {
  const clerk = agency.actor('clara');
  const startsAt = new Date(clock.now().getTime() + 96 * HOUR);
  const meeting = { boardId: agency.boardId, kind: 'regular' as const, startsAt };
  const { id: meetingId } = await app.get(ScheduleMeeting).run(clerk, meeting);
  const { id: agendaItemId } = await app.get(AddAgendaItem).run(clerk, meetingId, { ...item, closed: false });
  await app.get(PostAgenda).run(clerk, meetingId);
  clock.advanceTo(startsAt);
  await app.get(OpenMeeting).run(clerk, meetingId);
  for (const memberId of agency.memberIds) await app.get(RecordArrival).run(clerk, meetingId, memberId);
  const [moverId = '', seconderId = ''] = agency.memberIds;
  const { id: motionId } = await app.get(MoveMotion).run(clerk, { agendaItemId, text, moverId, seconderId });
  for (const [at, voter] of VOTERS.entries()) {
    const ballot = { choice: at === 1 ? ('no' as const) : ('yes' as const), reason: 'As I said in the meeting.' };
    await app.get(CastVote).run(agency.actor(voter), motionId, ballot);
  }
  await app.get(DecideMotion).run(clerk, motionId);
  await app.get(AdjournMeeting).run(clerk, meetingId);
  return { meetingId, motionId };
}
