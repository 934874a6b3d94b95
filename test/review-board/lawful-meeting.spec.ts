import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardRoom } from '../support/board-room.js';
import { buildCase } from '../support/case-builder.js';

let room: BoardRoom;
beforeAll(async () => (room = await BoardRoom.of(3)));
afterAll(() => room.redress.stop());

describe('a regular meeting, from its notice to the chief', () => {
  it('sustains an allegation by two to one, and keeps every step of it', async () => {
    const { complaintId, allegationIds } = await buildCase(room.redress);
    const [allegationId] = allegationIds;
    const [ana, ben, cleo] = room.members as [
      (typeof room.members)[0],
      (typeof room.members)[0],
      (typeof room.members)[0],
    ];

    const panel = await room.post(`/complaints/${complaintId}/panels`, { boardId: room.boardId });
    expect(panel.body.memberIds.toSorted()).toEqual(room.members.map(({ memberId }) => memberId).toSorted());
    const meetingId = await room.schedule('regular', 73);
    const item = { title: 'Case review', closed: true, legalBasis: '54957', complaintId, panelId: panel.body.id };
    const agendaItemId = await room.made(`/meetings/${meetingId}/agenda/items`, item);
    expect((await room.post(`/meetings/${meetingId}/agenda/posting`)).status).toBe(204);
    expect((await room.post(`/meetings/${meetingId}/opening`)).body).toMatchObject({ status: 409, code: 'too-early' });

    await room.wait(73);
    expect((await room.post(`/meetings/${meetingId}/opening`)).status).toBe(204);
    for (const { memberId } of room.members) await room.made(`/meetings/${meetingId}/arrivals`, { memberId });
    const motionId = await room.move(agendaItemId, { allegationId, proposedFinding: 'sustained' });
    await room.vote(motionId, ana, 'yes');
    await room.vote(motionId, ben, 'yes');
    expect((await room.vote(motionId, cleo, 'no', 'The video does not show it.')).status).toBe(201);
    const decision = await room.post(`/motions/${motionId}/decision`);
    const tally = { status: 'carried', quorum: 2, membersPresent: 3, yesVotes: 2, noVotes: 1 };
    expect(decision.body).toEqual(tally);

    const motion = await room.get(`/motions/${motionId}`);
    expect(motion.body).toMatchObject({ ...tally, mover: ana.signInName, seconder: ben.signInName });
    expect(motion.body.votes.map((vote: { choice: string; reason: string }) => [vote.choice, vote.reason])).toEqual([
      ['yes', null],
      ['yes', null],
      ['no', 'The video does not show it.'],
    ]);
    expect((await room.post(`/meetings/${meetingId}/adjournment`)).status).toBe(204);
    const meeting = await room.get(`/meetings/${meetingId}`);
    expect(meeting.body).toMatchObject({
      status: 'adjourned',
      motions: [{ id: motionId, ...tally }],
      agenda: [{ legalBasis: '54957', panelId: panel.body.id }],
    });
    expect(meeting.body.attendance.map(({ leftAt }: { leftAt: string }) => leftAt)).toEqual(
      Array(3).fill(meeting.body.adjournedAt),
    );

    const { rows: findings } = await room.redress.database.owner.query(
      'SELECT stage, finding, generic_class, recorded_by FROM redress.finding WHERE allegation_id = $1',
      [allegationId],
    );
    expect(findings).toEqual([
      { stage: 'board', finding: 'sustained', generic_class: 'sustained', recorded_by: room.clerk.staffId },
    ]);
    const { rows: history } = await room.redress.database.owner.query(
      'SELECT action, complaint_id IS NOT NULL AS "inCase" FROM redress.history_event ORDER BY id',
    );
    const inCase = (action: string) => ({ action, inCase: true });
    const plain = (action: string) => ({ action, inCase: false });
    expect(history.filter(({ action }) => /^(panel|meeting|agenda|attendance|motion|vote)/.test(action))).toEqual([
      ...[
        inCase('panel.appoint'),
        plain('meeting.schedule'),
        inCase('agenda.add-item'),
        plain('agenda.post'),
        plain('meeting.open'),
      ],
      ...[plain('attendance.arrive'), plain('attendance.arrive'), plain('attendance.arrive'), inCase('motion.move')],
      ...[
        inCase('vote.cast'),
        inCase('vote.cast'),
        inCase('vote.cast'),
        inCase('motion.decide'),
        plain('meeting.adjourn'),
      ],
    ]);
    const { rows: words } = await room.redress.database.owner.query(
      `SELECT count(*)::int AS hits FROM redress.vote v, redress.history_event h
        WHERE v.reason_cipher::text LIKE '%video%' OR encode(v.reason_cipher, 'escape') LIKE '%video%' OR h.details::text LIKE '%video%'`,
    );
    expect(words[0].hits).toBe(0);
  });

  it('decides by the whole board when no panel was named: a quorum is more than half of those seated', async () => {
    const [ana, ben] = room.members;
    const { itemIds } = await room.sit([{ title: 'A policy' }], [ana!, ben!]);
    const motionId = await room.move(itemIds[0]);
    await room.vote(motionId, ana!, 'yes', 'It is overdue.');
    await room.vote(motionId, ben!, 'no');
    expect((await room.post(`/motions/${motionId}/decision`)).body).toEqual({
      status: 'failed',
      quorum: 2,
      membersPresent: 2,
      yesVotes: 1,
      noVotes: 1,
    });
    expect((await room.get(`/motions/${motionId}`)).body.votes[0]).toMatchObject({
      choice: 'yes',
      reason: 'It is overdue.',
    });
  });

  it('hears of a motion that was carried again: the later finding stands and the former is kept', async () => {
    const { complaintId, allegationIds } = await buildCase(room.redress);
    const { itemIds } = await room.sit([{ complaintId, closed: true, legalBasis: '54957' }]);
    for (const proposedFinding of ['unfounded', 'exonerated']) {
      const motionId = await room.move(itemIds[0], { allegationId: allegationIds[0], proposedFinding });
      for (const member of room.members) await room.vote(motionId, member, 'yes');
      expect((await room.post(`/motions/${motionId}/decision`)).body.status).toBe('carried');
    }
    const { rows } = await room.redress.database.owner.query(
      'SELECT finding, supersedes IS NOT NULL AS later FROM redress.finding WHERE allegation_id = $1 ORDER BY recorded_at',
      [allegationIds[0]],
    );
    expect(rows).toEqual([
      { finding: 'unfounded', later: false },
      { finding: 'exonerated', later: true },
    ]);
  });
});
