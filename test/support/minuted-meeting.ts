import type { BoardRoom } from './board-room.js';
import { buildCase } from './case-builder.js';

/** What is said of a case in open session, and behind closed doors. */
export const SAID = { open: 'Hearing of the heron complaint', closed: 'The weir complaint' } as const;

export interface MinutedMeeting {
  meetingId: string;
  /** Of the open item about a case, and of the closed one */
  openCase: string;
  closedCase: string;
}

/**
 * A meeting with an item on policy, an open item about a case and a closed one, a vote on each (two to one), and the next
 * meeting's approval of its minutes.
 */
export async function minutedMeeting(room: BoardRoom): Promise<MinutedMeeting> {
  const [openCase, closedCase] = [await buildCase(room.redress), await buildCase(room.redress)].map(
    ({ complaintId }) => complaintId,
  ) as [string, string];
  const { meetingId, itemIds } = await room.sit([
    { title: 'Body cameras' },
    { title: SAID.open, complaintId: openCase },
    { title: SAID.closed, complaintId: closedCase, closed: true, legalBasis: '54957' },
  ]);
  for (const itemId of itemIds) await decide(room, await room.move(itemId));
  await room.made(`/meetings/${meetingId}/adjournment`);
  await approveMinutes(room, meetingId);
  return { meetingId, openCase, closedCase };
}

/** By a vote of the next meeting, which has minutes of its own, and not yet. */
async function approveMinutes(room: BoardRoom, meetingId: string): Promise<void> {
  await room.made(`/meetings/${meetingId}/minutes`);
  const next = await room.sit([{ title: 'Minutes', approvesMinutesOf: meetingId }]);
  const motionId = await room.move(next.itemIds[0]);
  await decide(room, motionId);
  await room.made(`/meetings/${meetingId}/minutes/approval`, { motionId });
  await room.made(`/meetings/${next.meetingId}/adjournment`);
}

async function decide(room: BoardRoom, motionId: string): Promise<void> {
  for (const [at, member] of room.members.entries())
    await room.vote(motionId, member, at < 2 ? 'yes' : 'no', 'As I said.');
  await room.made(`/motions/${motionId}/decision`);
}
