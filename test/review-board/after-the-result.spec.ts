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

describe('what was decided', () => {
  it('is reconsidered by who won, by the charter’s own majority, and by nobody around it', async () => {
    const { motionId, agendaItemId, allegationId } = await board.finding();
    await board.votes(motionId, 'yes yes yes no');
    await board.decide(motionId);
    const again = { agendaItemId, allegationId, proposedFinding: 'unfounded', text: 'That it be unfounded.' };
    expect(await board.refusal('/motions', { ...again, moverId: ana!.memberId })).toBe('409 decided-already');
    const reconsider = (by: Member) => ({ ...again, moverId: by.memberId, reconsiders: motionId });
    expect(await board.refusal('/motions', reconsider(dan!))).toBe('409 not-on-winning-side');
    const lost = await room.made('/motions', reconsider(ben!));
    expect(await board.refusal('/motions', reconsider(ana!))).toBe('409 already-there');
    await board.votes(lost, 'yes yes no abstain');
    expect(await board.decide(lost)).toMatchObject({ status: 'failed' });
    const won = await room.made('/motions', reconsider(cleo!));
    expect(await board.refusal('/motions', { ...reconsider(ben!), reconsiders: won })).toBe('409 motion-not-decided');
    await board.votes(won, 'yes yes yes no');
    expect(await board.decide(won)).toMatchObject({ status: 'carried' });
    expect(await board.show(motionId)).toMatchObject({ status: 'carried', reconsideredBy: won });
    const stands = await board.rows(
      `SELECT f.finding FROM redress.finding f WHERE f.allegation_id = $1
        AND NOT EXISTS (SELECT FROM redress.finding later WHERE later.supersedes = f.id)`,
      allegationId,
    );
    expect(stands).toEqual([{ finding: 'unfounded' }]);
  });

  it('carries no recommendation once it is reconsidered', async () => {
    const { motionId, agendaItemId, allegationId, complaintId } = await board.finding();
    await board.votes(motionId, 'yes yes yes no');
    await board.decide(motionId);
    const moved = { agendaItemId, allegationId, text: 'Again.', moverId: ana!.memberId, reconsiders: motionId };
    const won = await room.made('/motions', { ...moved, proposedFinding: 'sustained' });
    await board.votes(won, 'yes yes yes yes');
    await board.decide(won);
    const sent = { kind: 'training', text: 'Train.', addressedTo: 'Chief' };
    const path = `/complaints/${complaintId}/recommendations`;
    expect(await board.refusal(path, { ...sent, motionId })).toBe('409 motion-not-carried');
    expect(await board.refusal(path, { ...sent, motionId: won })).toBe('201');
  });
});

describe('a meeting that ends over a vote', () => {
  it('carries the motion over in its words, and the votes not; one vote that comes meanwhile changes nothing', async () => {
    const { motionId, meetingId, agendaItemId, allegationId, complaintId } = await board.finding();
    const amendment = { agendaItemId, text: 'That it be so, with reasons.', moverId: ben!.memberId, amends: motionId };
    const adopted = await room.made('/motions', amendment);
    await board.votes(adopted, 'yes yes yes yes');
    await board.decide(adopted);
    await board.votes(motionId, 'yes yes yes');
    const [vote, ended] = await Promise.all([
      room.vote(motionId, dan!, 'no'),
      room.post(`/meetings/${meetingId}/adjournment`),
    ]);
    expect(ended.status).toBe(204);
    expect([201, 409]).toContain(vote.status);
    expect(await board.show(motionId)).toMatchObject({ status: 'carried_over', yesVotes: null, roll: [] });
    expect(await board.decide(motionId)).toMatchObject({ code: 'motion-not-open' });
    const item = { complaintId, closed: true, legalBasis: '54957' };
    const next = await room.sit([item, {}]);
    const path = `/motions/${motionId}/resumption`;
    expect(await board.refusal(path, { agendaItemId: next.itemIds[1] })).toBe('409 other-matter');
    expect(await board.refusal(`/motions/${adopted}/resumption`, { agendaItemId: next.itemIds[0] })).toBe(
      '409 not-carried-over',
    );
    const tried = await Promise.all([1, 2, 3].map(() => room.post(path, { agendaItemId: next.itemIds[0] })));
    expect(tried.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const resumed: string = tried.find(({ status }) => status === 201)!.body.id;
    expect(await board.show(resumed)).toMatchObject({
      ...{ text: 'That it be so, with reasons.', continues: motionId, votes: [], allegationId },
    });
    await board.votes(resumed, 'no no no yes');
    expect((await board.decide(resumed)).status).toBe('failed');
  });

  it('leaves none open, by whatever way it is ended', async () => {
    const { motionId, meetingId } = await board.finding();
    const end = `UPDATE redress.meeting SET status = 'adjourned', adjourned_at = now() WHERE id = $1`;
    expect(await board.byApp(end, [meetingId])).toBe('RD041');
    await room.made(`/motions/${motionId}/withdrawal`);
    expect(await board.byApp(end, [meetingId])).toBeNull();
    const raw = `INSERT INTO redress.motion (jurisdiction_id, id, meeting_id, agenda_item_id, complaint_id, mover_id, moved_at, status)
      SELECT jurisdiction_id, gen_random_uuid(), meeting_id, agenda_item_id, complaint_id, mover_id, now(), 'open' FROM redress.motion WHERE id = $1`;
    expect(await board.byApp(raw, [motionId])).toBe('RD041');
  });
});

describe('beside the result', () => {
  const CANARY = 'heron-at-the-weir';
  const told = async (meetingId: string) =>
    (await room.redress.request('GET', `/api/v1/jurisdictions/riverton/meetings/${meetingId}`)).body.agenda[0];
  const file = (motionId: string, kind: string, as: Member) =>
    room.post(`/motions/${motionId}/opinions`, { kind, text: `Because ${CANARY}.` }, as);

  it('members speak for themselves, on their own side; the clerk publishes, and then nobody signs', async () => {
    const { motionId, meetingId } = await board.finding('sustained', true);
    expect((await file(motionId, 'dissent', ana!)).body.code).toBe('motion-not-decided');
    await board.votes(motionId, 'yes yes no');
    await room.made(`/meetings/${meetingId}/departures`, { memberId: dan!.memberId });
    await board.decide(motionId);
    expect((await file(motionId, 'dissent', ana!)).body.code).toBe('not-your-side');
    expect((await file(motionId, 'minority_report', dan!)).body.code).toBe('took-no-part');
    const { id } = (await file(motionId, 'dissent', cleo!)).body;
    expect(await board.refusal(`/opinions/${id}/signatures`, {}, ben)).toBe('409 not-your-side');
    expect(await board.refusal(`/opinions/${id}/signatures`, {}, cleo)).toBe('409 signed-already');
    const sign = `INSERT INTO redress.opinion_author SELECT jurisdiction_id, id, $2, complaint_id, now() FROM redress.opinion WHERE id = $1`;
    expect(await board.byApp(sign, [id, ben!.memberId])).toBe('RD043');
    expect((await told(meetingId)).opinions).toEqual([]);
    expect((await room.post(`/opinions/${id}/publication`, {}, cleo)).status).toBe(403);
    expect(await board.refusal(`/opinions/${id}/publication`)).toBe('204');
    expect((await told(meetingId)).opinions).toMatchObject([
      { kind: 'dissent', authors: [cleo!.signInName], text: `Because ${CANARY}.` },
    ]);
    expect(await board.refusal(`/opinions/${id}/signatures`, {}, cleo)).toBe('409 opinion-published');
    const page = await room.redress.request('GET', `/meetings/riverton/${meetingId}`);
    expect(page.text).toContain(`Dissent of ${cleo!.signInName}: Because ${CANARY}.`);
    expect((await board.show(motionId)).opinions).toMatchObject([{ kind: 'dissent', publishedAt: expect.any(String) }]);
  });

  it('nothing comes out of a closed item, nor of a case that is sealed', async () => {
    const closed = await board.finding();
    await board.votes(closed.motionId, 'yes yes no yes');
    await board.decide(closed.motionId);
    const { id } = (await file(closed.motionId, 'minority_report', cleo!)).body;
    expect(await board.refusal(`/opinions/${id}/publication`)).toBe('409 opinion-not-public');
    const raw = `INSERT INTO redress.opinion_publication SELECT jurisdiction_id, id, complaint_id, $2, now() FROM redress.opinion WHERE id = $1`;
    expect(await board.byApp(raw, [id, room.clerk.staffId])).toBe('RD043');
    expect(JSON.stringify(await told(closed.meetingId))).not.toContain(CANARY);
    await recuse(room.redress, closed.complaintId, cleo!.staffId);
    expect((await file(closed.motionId, 'dissent', cleo!)).status).toBe(404);

    const open = await board.finding('sustained', true);
    await board.votes(open.motionId, 'yes yes no yes');
    await board.decide(open.motionId);
    const made = (await file(open.motionId, 'dissent', cleo!)).body.id;
    await room.made(`/opinions/${made}/publication`);
    const director = await room.person('director');
    await room.post(`/complaints/${open.complaintId}/sealing`, { orderedBy: 'court', reference: 'No. 1' }, director);
    expect((await told(open.meetingId)).opinions).toMatchObject([{ text: null }]);
  });

  it('is told in the minutes, with the words as adopted', async () => {
    const { motionId, meetingId } = await board.finding('sustained', true);
    await board.votes(motionId, 'yes yes no no');
    await room.post(`/motions/${motionId}/casting-vote`, { choice: 'yes' }, ana);
    await file(motionId, 'dissent', cleo!);
    await room.made(`/meetings/${meetingId}/adjournment`);
    await room.made(`/meetings/${meetingId}/minutes`);
    const { sections } = (await room.get(`/meetings/${meetingId}/minutes`)).body;
    const item = sections.find(({ kind }: { kind: string }) => kind === 'item').text;
    expect(item).toContain(`Moved by ${ana!.signInName}: That it be so.`);
    expect(item).toContain(`The motion was carried, 2 to 2 (yes: `);
    expect(item).toContain(`${ana!.signInName} gave the casting vote: yes.`);
    expect(item).toContain(`Dissent of ${cleo!.signInName} filed.`);
  });
});
