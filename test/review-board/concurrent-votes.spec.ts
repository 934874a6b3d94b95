import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardRoom, RAW_VOTE } from '../support/board-room.js';
import { buildCase } from '../support/case-builder.js';

let room: BoardRoom;
beforeAll(async () => (room = await BoardRoom.of(3)));
afterAll(() => room.redress.stop());

async function motion() {
  const { complaintId, allegationIds } = await buildCase(room.redress);
  const { itemIds } = await room.sit([{ complaintId, closed: true, legalBasis: '54957' }]);
  const finding = { allegationId: allegationIds[0], proposedFinding: 'sustained' };
  return { complaintId, allegationId: allegationIds[0], motionId: await room.move(itemIds[0], finding) };
}

const tallied = (motionId: string) =>
  room.redress.database.owner
    .query(
      `SELECT o.status, o.members_present, o.yes_votes, o.no_votes, count(v.id)::int AS votes,
              (count(*) FILTER (WHERE v.choice = 'yes'))::int AS yes, (count(*) FILTER (WHERE v.choice = 'no'))::int AS no,
              (SELECT count(*)::int FROM redress.finding f WHERE f.allegation_id = o.allegation_id) AS findings,
              (SELECT count(*)::int FROM redress.history_event h WHERE h.subject_id = o.id AND h.action = 'motion.decide') AS decided
         FROM redress.motion o LEFT JOIN redress.vote v ON v.motion_id = o.id WHERE o.id = $1
        GROUP BY o.jurisdiction_id, o.id`,
      [motionId],
    )
    .then(({ rows }) => rows[0]);

describe('thirty votes of three members, and three closings, at once', () => {
  it.each([1, 2, 3])('are one truth (round %i)', async () => {
    const { motionId } = await motion();
    const choices = ['yes', 'yes', 'no'];
    const ballots = Array.from({ length: 30 }, (_, ballot) =>
      room.vote(motionId, room.members[ballot % 3]!, choices[ballot % 3]!, 'So.'),
    );
    const closings = Array.from({ length: 3 }, () => room.post(`/motions/${motionId}/decision`));
    const [cast, closed] = [await Promise.all(ballots), await Promise.all(closings)];
    if (!closed.some(({ status }) => status === 201)) closed.push(await room.post(`/motions/${motionId}/decision`));
    expect(cast.filter(({ status }) => status === 201)).toHaveLength(3);
    const refusals = new Set(
      cast.filter(({ status }) => status !== 201).map(({ status, body }) => `${status} ${body.code}`),
    );
    expect(['409 already-voted', '409 motion-not-open', '409 vote-not-lawful']).toEqual(
      expect.arrayContaining([...refusals]),
    );
    expect(closed.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await tallied(motionId)).toEqual({
      ...{ status: 'carried', members_present: 3, yes_votes: 2, no_votes: 1 },
      ...{ votes: 3, yes: 2, no: 1, findings: 1, decided: 1 },
    });
  });
});

describe('a vote and the closing of its motion', () => {
  it('cannot pass each other: a vote on its way is waited for, and counted', async () => {
    const { motionId } = await motion();
    const [ana, ben, cleo] = room.members;
    for (const member of [ana!, ben!]) await room.vote(motionId, member, 'no');
    const voter = await room.connect();
    await voter.query('BEGIN');
    await voter.query(RAW_VOTE, [motionId, cleo!.memberId]);
    const closing = room.post(`/motions/${motionId}/decision`);
    await room.untilSomebodyWaits();
    await voter.query('COMMIT');
    await voter.end();
    expect((await closing).body).toMatchObject({ status: 'failed', membersPresent: 3, yesVotes: 1, noVotes: 2 });
  });

  it('cannot pass each other: a vote that meets the closing finds the motion closed', async () => {
    const { motionId } = await motion();
    const clerk = await room.connect();
    await clerk.query('BEGIN');
    await clerk.query('SELECT FROM redress.motion WHERE id = $1 FOR UPDATE', [motionId]);
    const vote = room.vote(motionId, room.members[2]!, 'yes');
    await room.untilSomebodyWaits();
    await clerk.query(`UPDATE redress.motion SET status = 'withdrawn', decided_at = now() WHERE id = $1`, [motionId]);
    await clerk.query('COMMIT');
    await clerk.end();
    expect((await vote).body).toMatchObject({ status: 409, code: 'vote-not-lawful' });
    expect((await room.get(`/motions/${motionId}`)).body.votes).toEqual([]);
  });
});

describe('a member recused while voting', () => {
  it('either did not vote or is not counted', async () => {
    for (let round = 0; round < 5; round++) {
      const { complaintId, motionId } = await motion();
      const [ana, ben, cleo] = room.members;
      for (const member of [ana!, ben!]) await room.vote(motionId, member, 'yes');
      const [vote] = await Promise.all([
        room.vote(motionId, cleo!, 'no'),
        room.post(`/complaints/${complaintId}/recusals`, { reason: 'relation_to_officer' }, cleo),
      ]);
      expect([201, 404, 409]).toContain(vote.status);
      const decision = { status: 'carried', quorum: 2, membersPresent: 2, yesVotes: 2, noVotes: 0 };
      expect((await room.post(`/motions/${motionId}/decision`)).body).toEqual(decision);
    }
  });

  it('and closed at once: the result is that of the votes that it names as counted', async () => {
    for (let round = 0; round < 5; round++) {
      const { complaintId, motionId } = await motion();
      const [ana, ben, cleo] = room.members;
      for (const member of [ana!, ben!]) await room.vote(motionId, member, 'yes');
      await room.vote(motionId, cleo!, 'no');
      const recusal = room.post(`/complaints/${complaintId}/recusals`, { reason: 'other' }, cleo);
      const [recused, closed] = await Promise.all([recusal, room.post(`/motions/${motionId}/decision`)]);
      expect([recused.status, closed.status]).toEqual([201, 201]);
      const { votes, noVotes } = (await room.get(`/motions/${motionId}`)).body;
      expect(votes.map(({ counted }: { counted: boolean }) => counted)).toEqual([true, true, noVotes === 1]);
    }
  });
});
