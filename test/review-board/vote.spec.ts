import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardRoom, type Member } from '../support/board-room.js';
import { buildCase, recuse } from '../support/case-builder.js';

let room: BoardRoom;
let [ana, ben, cleo, dan]: Member[] = [];
beforeAll(async () => {
  room = await BoardRoom.of(4);
  [ana, ben, cleo, dan] = room.members;
});
afterAll(() => room.redress.stop());

/** A case with a panel of the first three, on the agenda of an open meeting that these members attend. */
async function panelMotion(present: Member[] = room.members) {
  const { complaintId, allegationIds } = await buildCase(room.redress);
  const memberIds = [ana!.memberId, ben!.memberId, cleo!.memberId];
  const panelId = await room.made(`/complaints/${complaintId}/panels`, { boardId: room.boardId, memberIds });
  const { meetingId, itemIds } = await room.sit([{ complaintId, panelId, closed: true, legalBasis: '54957' }], present);
  return { complaintId, allegationIds, meetingId, motionId: await room.move(itemIds[0]) };
}

const leave = (meetingId: string, { memberId }: Member) => room.made(`/meetings/${meetingId}/departures`, { memberId });

describe('a vote is refused, with its reason', () => {
  it('of a member who has left or never came', async () => {
    const { meetingId, motionId } = await panelMotion([ana!, ben!]);
    expect((await room.vote(motionId, cleo!, 'yes')).body).toMatchObject({ status: 409, code: 'not-present' });
    await leave(meetingId, ben!);
    expect((await room.vote(motionId, ben!, 'yes')).body).toMatchObject({ status: 409, code: 'not-present' });
    expect(await room.rawVote(motionId, cleo!.memberId)).toBe('RD002');
    expect(await room.rawVote(motionId, ben!.memberId)).toBe('RD002');
  });

  it('of a board member who is not of the panel, and of somebody who is not of the board', async () => {
    const { motionId } = await panelMotion();
    expect((await room.vote(motionId, dan!, 'yes')).body).toMatchObject({ status: 409, code: 'not-a-member' });
    expect((await room.vote(motionId, await room.person('board_member'), 'yes')).body.code).toBe('not-a-member');
    expect((await room.vote(motionId, room.clerk, 'yes')).body).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(await room.rawVote(motionId, dan!.memberId)).toBe('RD002');
  });

  it('of a recused member, who does not even see the motion', async () => {
    const { complaintId, motionId } = await panelMotion();
    await recuse(room.redress, complaintId, cleo!.staffId);
    expect((await room.vote(motionId, cleo!, 'yes')).body).toMatchObject({ status: 404, code: 'not-found' });
    expect(await room.rawVote(motionId, cleo!.memberId)).toBe('RD002');
  });

  it('the second time', async () => {
    const { motionId } = await panelMotion();
    expect((await room.vote(motionId, ana!, 'yes')).status).toBe(201);
    expect((await room.vote(motionId, ana!, 'no')).body).toMatchObject({ status: 409, code: 'already-voted' });
    expect(await room.rawVote(motionId, ana!.memberId)).toBe('23505');
    expect((await room.get(`/motions/${motionId}`)).body.votes).toMatchObject([
      { memberId: ana!.memberId, choice: 'yes' },
    ]);
  });

  it('when the motion is decided', async () => {
    const { motionId } = await panelMotion([ana!, ben!]);
    for (const member of [ana!, ben!]) await room.vote(motionId, member, 'yes');
    expect((await room.post(`/motions/${motionId}/decision`)).body.status).toBe('carried');
    expect((await room.vote(motionId, ana!, 'no')).body.code).toBe('motion-not-open');
    expect(await room.rawVote(motionId, cleo!.memberId)).toBe('RD002');
  });
});

describe('what was decided', () => {
  it('is not rewritten, by the owner of the database neither', async () => {
    const { motionId } = await panelMotion([ana!, ben!]);
    for (const member of [ana!, ben!]) await room.vote(motionId, member, 'no');
    await room.post(`/motions/${motionId}/decision`);
    const { owner } = room.redress.database;
    const rewrite = (sql: string) => expect(owner.query(sql, [motionId])).rejects.toMatchObject({ code: 'RD001' });
    await rewrite(`UPDATE redress.motion SET status = 'carried', yes_votes = 2 WHERE id = $1`);
    await rewrite(`UPDATE redress.vote SET choice = 'yes' WHERE motion_id = $1`);
    await rewrite(`DELETE FROM redress.vote WHERE motion_id = $1`);
  });
});

describe('closing the vote', () => {
  it('waits for everybody in the room; who abstains has voted', async () => {
    const { motionId } = await panelMotion();
    await room.vote(motionId, ana!, 'yes');
    await room.vote(motionId, ben!, 'abstain');
    expect((await room.post(`/motions/${motionId}/decision`)).body).toMatchObject({
      status: 409,
      code: 'votes-outstanding',
    });
    await room.vote(motionId, cleo!, 'abstain');
    const decision = { status: 'carried', quorum: 2, membersPresent: 3, yesVotes: 1, noVotes: 0 };
    expect((await room.post(`/motions/${motionId}/decision`)).body).toEqual(decision);
  });

  it('needs a quorum of the panel, whoever else is in the room', async () => {
    const { meetingId, motionId } = await panelMotion();
    await leave(meetingId, ben!);
    await leave(meetingId, cleo!);
    await room.vote(motionId, ana!, 'yes');
    expect((await room.post(`/motions/${motionId}/decision`)).body).toMatchObject({ status: 409, code: 'no-quorum' });
    await room.made(`/meetings/${meetingId}/arrivals`, { memberId: ben!.memberId });
    await room.vote(motionId, ben!, 'yes');
    expect((await room.post(`/motions/${motionId}/decision`)).body).toMatchObject({
      status: 'carried',
      membersPresent: 2,
    });
  });

  it('counts the vote of a member who cast it and went home', async () => {
    const { meetingId, motionId } = await panelMotion();
    for (const member of [ana!, ben!, cleo!]) await room.vote(motionId, member, member === cleo ? 'no' : 'yes');
    await leave(meetingId, ben!);
    expect((await room.post(`/motions/${motionId}/decision`)).body).toMatchObject({
      status: 'carried',
      membersPresent: 3,
      yesVotes: 2,
      noVotes: 1,
    });
  });

  it('belongs to the clerk', async () => {
    const { motionId } = await panelMotion();
    expect((await room.post(`/motions/${motionId}/decision`, {}, ana)).status).toBe(403);
  });
});

describe('control: without its trigger', () => {
  it('the database takes each of those votes, so it was the trigger that refused them', async () => {
    const { complaintId, meetingId, motionId } = await panelMotion();
    await recuse(room.redress, complaintId, cleo!.staffId);
    await leave(meetingId, ben!);
    const unlawful = [ben!, cleo!, dan!].map(({ memberId }) => memberId);
    for (const memberId of unlawful) expect(await room.rawVote(motionId, memberId)).toBe('RD002');
    await room.redress.database.owner.query('DROP TRIGGER refuse_unlawful_vote ON redress.vote');
    for (const memberId of unlawful) expect(await room.rawVote(motionId, memberId)).toBeNull();
  });
});
