import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BoardRoom, Member } from '../support/board-room.js';
import { recuse } from '../support/case-builder.js';
import { MotionRoom } from '../support/motion-room.js';

let board: MotionRoom;
let room: BoardRoom;
let [ana, ben, cleo, dan]: Member[] = [];
beforeAll(async () => {
  board = await MotionRoom.open();
  ({ room } = board);
  [ana, ben, cleo, dan] = room.members;
});
afterAll(() => room.redress.stop());

describe('a motion on the words of another', () => {
  it('comes first; what it adopts is the text that is voted on, and every text is kept', async () => {
    const { motionId, agendaItemId, allegationId } = await board.finding();
    const amend = (text: string, over: object = {}) => ({
      agendaItemId,
      text,
      moverId: ben!.memberId,
      amends: motionId,
      ...over,
    });
    const first = await room.made('/motions', amend('That it be not sustained.', { proposedFinding: 'not_sustained' }));
    expect(await board.refusal('/motions', amend('Another one.'))).toBe('409 amendment-open');
    expect(await board.refusal(`/motions/${motionId}/votes`, { choice: 'yes' }, ana)).toBe('409 amendment-open');
    expect(await room.rawVote(motionId, ana!.memberId)).toBe('RD002');
    expect(await board.refusal(`/motions/${motionId}/decision`)).toBe('409 amendment-open');
    const second = await room.made(
      '/motions',
      amend('That it be not sustained, for want of proof.', { amends: first }),
    );
    expect(await board.refusal('/motions', amend('And so on.', { amends: second }))).toBe('409 amendment-too-deep');
    await board.votes(second, 'yes yes yes no');
    expect((await board.decide(second)).status).toBe('carried');
    await board.votes(first, 'yes yes no yes');
    expect((await board.decide(first)).status).toBe('carried');
    const lost = await room.made('/motions', amend('Something else.'));
    await board.votes(lost, 'no no no yes');
    expect((await board.decide(lost)).status).toBe('failed');
    await board.votes(motionId, 'yes yes yes yes');
    expect(await board.refusal('/motions', amend('Too late.'))).toBe('409 voting-begun');
    expect((await board.decide(motionId)).status).toBe('carried');

    const shown = await board.show(motionId);
    expect(shown).toMatchObject({
      text: 'That it be not sustained, for want of proof.',
      proposedFinding: 'not_sustained',
    });
    expect(shown.texts).toMatchObject([
      { number: 1, text: 'That it be so.', proposedFinding: 'sustained', adoptedBy: null },
      { number: 2, text: 'That it be not sustained, for want of proof.', adoptedBy: first },
    ]);
    expect(
      await board.rows('SELECT stage, finding FROM redress.finding WHERE allegation_id = $1', allegationId),
    ).toEqual([{ stage: 'board', finding: 'not_sustained' }]);
    const words = await board.rows(
      `SELECT count(*)::int AS n FROM redress.motion_text t, redress.motion o WHERE o.id = t.motion_id
        AND (o.text IS NOT NULL OR encode(t.text_cipher, 'escape') LIKE '%proof%')`,
    );
    expect(words).toEqual([{ n: 0 }]);
  });

  it('stays under its item, and two at once are one', async () => {
    const { motionId, agendaItemId } = await board.finding();
    const elsewhere = await board.finding();
    const amend = { text: 'Other words.', moverId: ben!.memberId, amends: motionId };
    expect(await board.refusal('/motions', { ...amend, agendaItemId: elsewhere.agendaItemId })).toBe(
      '422 not-of-this-item',
    );
    expect(await board.refusal('/motions', { ...amend, agendaItemId, reconsiders: motionId })).toBe('422 two-grounds');
    const moved = await Promise.all(Array.from({ length: 5 }, () => room.post('/motions', { ...amend, agendaItemId })));
    expect(moved.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
    await room.made(`/motions/${motionId}/withdrawal`);
    expect(await board.rows('SELECT status FROM redress.motion WHERE amends = $1', motionId)).toEqual([
      { status: 'withdrawn' },
    ]);
  });

  it('and a vote on the other one cannot pass each other', async () => {
    for (let round = 0; round < 5; round++) {
      const { motionId, agendaItemId } = await board.finding();
      const [vote, amended] = await Promise.all([
        room.vote(motionId, ben!, 'yes'),
        room.post('/motions', { agendaItemId, text: 'Others.', moverId: cleo!.memberId, amends: motionId }),
      ]);
      expect([vote.status, amended.status].toSorted()).toEqual([201, 409]);
    }
    const { motionId } = await board.finding();
    await board.votes(motionId, 'yes');
    const raw = `INSERT INTO redress.motion (jurisdiction_id, id, meeting_id, agenda_item_id, complaint_id, mover_id, moved_at, status, degree, amends)
      SELECT jurisdiction_id, gen_random_uuid(), meeting_id, agenda_item_id, complaint_id, mover_id, now(), 'open', 1, id FROM redress.motion WHERE id = $1`;
    expect(await board.byApp(raw, [motionId])).toBe('RD041');
  });
});

describe('a tie', () => {
  it('is broken by who presides, once, and that closes the vote', async () => {
    const { motionId } = await board.finding();
    await board.votes(motionId, 'yes yes no no');
    expect(await board.decide(motionId)).toMatchObject({ status: 409, code: 'tie-awaits-chair' });
    const path = `/motions/${motionId}/casting-vote`;
    expect(await board.refusal(path, { choice: 'yes' }, ben)).toBe('409 not-presiding');
    const cast = await Promise.all(Array.from({ length: 4 }, () => room.post(path, { choice: 'yes' }, ana)));
    expect(cast.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    const tally = { status: 'carried', yesVotes: 2, noVotes: 2, membersPresent: 4, castingVote: 'yes' };
    expect(cast.find(({ status }) => status === 201)!.body).toMatchObject(tally);
    expect(await board.show(motionId)).toMatchObject({ ...tally, seats: 4 });
  });

  it('over an amendment gives the other motion its words, by whoever breaks it', async () => {
    const { motionId, agendaItemId } = await board.finding();
    const amendment = { agendaItemId, text: 'That it be so, with reasons.', moverId: ben!.memberId, amends: motionId };
    const amends = await room.made('/motions', amendment);
    await board.votes(amends, 'yes yes no no');
    expect(await board.refusal(`/motions/${amends}/casting-vote`, { choice: 'yes' }, ana)).toBe('201');
    expect(await board.show(motionId)).toMatchObject({ status: 'open', text: amendment.text });
  });

  it('of a recused chair is the vice chair’s; without one it fails', async () => {
    const { motionId, complaintId } = await board.finding();
    await board.votes(motionId, 'yes yes no abstain');
    await recuse(room.redress, complaintId, ana!.staffId);
    expect(await board.decide(motionId)).toMatchObject({ code: 'tie-awaits-chair' });
    expect(await board.refusal(`/motions/${motionId}/casting-vote`, { choice: 'yes' }, ana)).toBe('404 not-found');
    await recuse(room.redress, complaintId, ben!.staffId);
    expect(await board.decide(motionId)).toMatchObject({ code: 'no-quorum' });

    const other = await board.finding();
    await board.votes(other.motionId, 'yes yes no no');
    for (const { memberId } of [ana!, ben!]) await room.made(`/meetings/${other.meetingId}/departures`, { memberId });
    expect(await board.decide(other.motionId)).toMatchObject({ status: 'failed', yesVotes: 2, noVotes: 2 });
    expect(await board.refusal(`/motions/${other.motionId}/casting-vote`, { choice: 'yes' }, ana)).toBe(
      '409 motion-not-open',
    );
  });
});

describe('the roll of a vote', () => {
  it('has each member once, with who was recused and who was absent', async () => {
    const { motionId, meetingId, complaintId } = await board.finding();
    await board.votes(motionId, 'yes yes no');
    await room.made(`/meetings/${meetingId}/departures`, { memberId: dan!.memberId });
    await recuse(room.redress, complaintId, cleo!.staffId);
    expect(await board.decide(motionId)).toMatchObject({ code: 'no-quorum' });
    await room.made(`/meetings/${meetingId}/arrivals`, { memberId: dan!.memberId });
    await room.vote(motionId, dan!, 'abstain');
    expect((await board.decide(motionId)).status).toBe('carried');
    const { roll, votes: cast } = await board.show(motionId);
    const stood = Object.fromEntries(roll.map((one: { name: string; position: string }) => [one.name, one.position]));
    const names = [ana, ben, cleo, dan].map((member) => member!.signInName);
    expect(names.map((name) => stood[name])).toEqual(['yes', 'yes', 'recused', 'abstain']);
    expect(cast.map(({ counted }: { counted: boolean }) => counted)).toEqual([true, true, false, true]);
  });

  it('is what the result is held against: a result of other votes is not committed (planted)', async () => {
    const { motionId } = await board.finding();
    await board.votes(motionId, 'yes yes no');
    const close = (yes: number, no: number, roll: string) => `BEGIN;
      INSERT INTO redress.motion_roll SELECT v.jurisdiction_id, v.motion_id, v.member_id, v.complaint_id, ${roll}
        FROM redress.vote v WHERE v.motion_id = '${motionId}';
      UPDATE redress.motion SET status = 'carried', quorum = 3, members_present = 3, yes_votes = ${yes}, no_votes = ${no}, decided_at = now(),
        counted_members = ARRAY(SELECT v.member_id FROM redress.vote v WHERE v.motion_id = '${motionId}') WHERE id = '${motionId}';
      COMMIT;`;
    expect(await board.byApp(close(3, 0, 'v.choice'), [])).toBe('RD042');
    expect(await board.byApp(close(3, 0, `'yes'`), [])).toBe('RD042');
    expect(await board.byApp(close(2, 1, `'abstain'`), [])).toBe('RD042');
    expect((await board.show(motionId)).status).toBe('open');
    expect(await board.byApp(close(2, 1, 'v.choice'), [])).toBeNull();
    expect(await board.byApp('UPDATE redress.motion_roll SET position = $1', ['no'])).toBe('42501');
    expect(await board.byApp('UPDATE redress.motion SET mover_id = seconder_id WHERE id = $1', [motionId])).toBe(
      'RD001',
    );
  });
});
