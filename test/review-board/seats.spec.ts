import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { BoardRoom, type Member } from '../support/board-room.js';
import { buildCase, recuse } from '../support/case-builder.js';

let room: BoardRoom;
let [ana, ben, cleo, dora]: Member[] = [];
beforeAll(async () => {
  room = await BoardRoom.of(4);
  [ana, ben, cleo, dora] = room.members;
});
afterAll(() => room.redress.stop());

const board = async () => (await room.get('/boards')).body.find(({ id }: { id: string }) => id === room.boardId);
const seat = (label: string, alternate = false) =>
  room.made(`/boards/${room.boardId}/seats`, {
    ...{ label, alternate, appointingAuthority: 'city council', establishedOn: '2020-01-01' },
  });
const fill = async (seatId: string, over: object = {}) => {
  const person = await room.person('board_member');
  const term = { staffId: person.staffId, seatId, termFrom: '2020-01-01', termTo: '2040-12-31', ...over };
  return { person, answer: await room.post(`/boards/${room.boardId}/members`, term) };
};
async function alternate(label: string): Promise<Member> {
  const { person, answer } = await fill(await seat(label, true));
  return { ...person, memberId: answer.body.id };
}

describe('a seat', () => {
  it('is vacant until somebody sits in it, held by one at a time, and vacant again when the term ends early', async () => {
    const seatId = await seat('Seat 1');
    const shown = async () => (await board()).seats.find(({ id }: { id: string }) => id === seatId);
    expect(await shown()).toEqual({
      ...{ id: seatId, label: 'Seat 1', appointingAuthority: 'city council', alternate: false, holder: null },
    });
    const { answer } = await fill(seatId);
    expect((await shown()).holder).toBe(answer.body.id);
    expect((await fill(seatId)).answer.body).toMatchObject({ status: 409, code: 'seat-taken' });
    const end = { lastDay: '2020-12-31', reason: 'resigned' };
    expect((await room.post(`/boards/${room.boardId}/members/${answer.body.id}/end-of-term`, end)).status).toBe(204);
    expect((await shown()).holder).toBeNull();
    expect((await board()).members).toContainEqual(
      expect.objectContaining({ memberId: answer.body.id, termTo: '2020-12-31', endReason: 'resigned' }),
    );
    expect((await fill(seatId, { termFrom: '2021-01-01' })).answer.status).toBe(201);
    expect((await room.post(`/boards/${room.boardId}/seats`, { ...SEAT, label: 'Seat 1' })).body.code).toBe(
      'seat-known',
    );
  });

  it('is taken by one of many who are put in it at once, and past the program by nobody', async () => {
    const seatId = await seat('Seat 2');
    const answers = await Promise.all(Array.from({ length: 6 }, () => fill(seatId)));
    expect(answers.map(({ answer }) => answer.status).toSorted()).toEqual([201, ...Array<number>(5).fill(409)]);
    const { staffId } = await room.person('board_member');
    const raw = room.redress.database.owner.query(
      `INSERT INTO redress.board_member (jurisdiction_id, id, board_id, staff_id, appointed_by, term_from, term_to, seat_id)
       VALUES ($1, gen_random_uuid(), $2, $3, 'x', '2030-01-01', '2031-01-01', $4)`,
      [room.redress.jurisdiction.id, room.boardId, staffId, seatId],
    );
    await expect(raw).rejects.toMatchObject({ code: '23514' });
  });
});
const SEAT = { alternate: false, appointingAuthority: 'city council', establishedOn: '2020-01-01' };

describe('an officer of the board', () => {
  const elect = (over: object) =>
    room.post(`/boards/${room.boardId}/officers`, {
      ...{ memberId: ana!.memberId, office: 'chair', from: '2026-01-01', to: '2026-12-31', ...over },
    });

  it('is a member, one at a time, in the days of their term', async () => {
    expect((await elect({})).status).toBe(201);
    expect((await elect({ memberId: ben!.memberId, from: '2026-12-31', to: '2027-12-31' })).body.code).toBe(
      'office-held',
    );
    expect((await elect({ memberId: ben!.memberId, office: 'vice_chair' })).status).toBe(201);
    expect((await elect({ from: '2027-01-01', to: '2041-01-01' })).body).toMatchObject({
      status: 422,
      code: 'outside-term',
    });
    expect((await elect({ from: '2028-01-01', to: '2027-01-01' })).body.code).toBe('term-backwards');
    expect((await board()).officers).toContainEqual(
      expect.objectContaining({ memberId: ana!.memberId, office: 'chair', from: '2026-01-01', to: '2026-12-31' }),
    );
  });
});

describe('a random panel', () => {
  it('is drawn by a seed on record from who has no conflict, and anybody can draw it again', async () => {
    const { complaintId } = await buildCase(room.redress);
    const eli = await room.seat();
    const fay = await room.seat();
    await recuse(room.redress, complaintId, eli.staffId);
    const declared = await room.post(`/complaints/${complaintId}/conflicts`, { relation: 'former_employer' }, fay);
    const drawn = await room.post(`/complaints/${complaintId}/panels`, { boardId: room.boardId, drawnBy: 'random' });
    expect([declared.status, drawn.status]).toEqual([201, 201]);
    const { body } = await room.get(`/complaints/${complaintId}/panels/${drawn.body.id}/draw`);
    expect(body).toMatchObject({ method: 'random', drawn: drawn.body.memberIds, redrawn: drawn.body.memberIds });
    expect(body.excluded.toSorted()).toEqual([eli.memberId, fay.memberId].toSorted());
    expect(body.pool).toEqual(expect.arrayContaining([ana, ben, cleo, dora].map((member) => member!.memberId)));
    const ticket = (memberId: string) => createHash('sha256').update(`${body.seed}:${memberId}`).digest('hex');
    const naive = body.pool.toSorted((a: string, b: string) => (ticket(a) < ticket(b) ? -1 : 1)).slice(0, 3);
    expect(drawn.body.memberIds).toEqual(naive);
    const named = await room.post(`/complaints/${complaintId}/panels`, {
      ...{ boardId: room.boardId, memberIds: [ana!.memberId, ben!.memberId, fay.memberId] },
    });
    expect(named.body).toMatchObject({ code: 'not-eligible', errors: [{ path: '/memberIds/2' }] });
    const later = await room.redress.database.owner
      .query(`UPDATE redress.panel_draw SET seed = repeat('0', 32)`)
      .catch((error: unknown) => (error as { code: string }).code);
    expect(later).toBe('RD001');
  });

  it('is hidden from who is recused from the case', async () => {
    const { complaintId } = await buildCase(room.redress);
    const id = await room.made(`/complaints/${complaintId}/panels`, { boardId: room.boardId });
    const clerk = await room.person('clerk');
    expect((await room.get(`/complaints/${complaintId}/panels/${id}/draw`, clerk)).body.method).toBe('rotation');
    await recuse(room.redress, complaintId, clerk.staffId);
    expect((await room.get(`/complaints/${complaintId}/panels/${id}/draw`, clerk)).status).toBe(404);
  });
});

describe('an alternate', () => {
  it('of a panel that recusals left without a quorum makes one again, and votes for that case alone', async () => {
    const { complaintId } = await buildCase(room.redress);
    const memberIds = [ana!, ben!, cleo!].map(({ memberId }) => memberId);
    const panelId = await room.made(`/complaints/${complaintId}/panels`, { boardId: room.boardId, memberIds });
    const gus = await alternate('Alternate 1');
    const closed = { complaintId, panelId, closed: true, legalBasis: '54957' };
    const { meetingId, itemIds } = await room.sit([closed, {}], [ana!, ben!, cleo!, dora!]);
    for (const member of [ben!, cleo!]) await recuse(room.redress, complaintId, member.staffId);
    const standIn = (over: object = {}) =>
      room.post(`/meetings/${meetingId}/stand-ins`, {
        ...{ alternateId: gus.memberId, memberId: ben!.memberId, complaintId, ...over },
      });
    expect((await standIn()).body).toMatchObject({ status: 409, code: 'not-present' });
    await room.made(`/meetings/${meetingId}/arrivals`, { memberId: gus.memberId, remote: true });
    expect((await standIn({ memberId: ana!.memberId })).body.code).toBe('member-can-sit');
    expect((await standIn({ alternateId: dora!.memberId })).body).toMatchObject({
      status: 422,
      code: 'not-an-alternate',
    });

    expect((await room.post('/motions', moved(itemIds[0]!, ana!, gus))).body.code).toBe('not-a-member');
    expect((await standIn()).status).toBe(201);
    expect((await standIn()).body.code).toBe('stands-in-already');
    const motionId = await room.made('/motions', moved(itemIds[0]!, ana!, gus));
    expect((await room.vote(motionId, gus, 'yes')).status).toBe(201);
    expect((await room.vote(motionId, ana!, 'no')).status).toBe(201);
    const second = await alternate('Alternate 2');
    await room.made(`/meetings/${meetingId}/arrivals`, { memberId: second.memberId });
    const late = { alternateId: second.memberId, memberId: cleo!.memberId };
    expect((await standIn(late)).body.code).toBe('motion-open');
    expect((await room.post(`/motions/${motionId}/decision`)).body).toEqual({
      ...{ status: 'failed', quorum: 2, membersPresent: 2, yesVotes: 1, noVotes: 1 },
    });

    const other = await room.move(itemIds[1]);
    expect((await room.vote(other, gus, 'yes')).body.code).toBe('not-a-member');
    expect(await room.rawVote(other, gus.memberId)).toBe('RD002');
    expect((await room.vote(other, ben!, 'yes')).status).toBe(201);
    const { standIns, attendance } = (await room.get(`/meetings/${meetingId}`)).body;
    expect(standIns).toMatchObject([{ alternateId: gus.memberId, memberId: ben!.memberId, ground: 'recused' }]);
    expect(attendance.filter(({ remote }: { remote: boolean }) => remote)).toMatchObject([{ memberId: gus.memberId }]);
    const seenByBen = (await room.get(`/meetings/${meetingId}`, ben)).text;
    expect(seenByBen).not.toContain(complaintId);
    expect(JSON.parse(seenByBen).standIns).toEqual([]);
  });

  it('sits for a member who is away until the place is given back; meanwhile the member cannot vote beside them', async () => {
    const hal = await alternate('Alternate 3');
    const { meetingId, itemIds } = await room.sit([{}], [ana!, ben!, cleo!, hal]);
    const seated = { alternateId: hal.memberId, memberId: dora!.memberId };
    const { body } = await room.post(`/meetings/${meetingId}/stand-ins`, seated);
    await room.made(`/meetings/${meetingId}/arrivals`, { memberId: dora!.memberId });
    const motionId = await room.move(itemIds[0]);
    expect((await room.vote(motionId, dora!, 'yes')).body.code).toBe('not-a-member');
    expect(await room.rawVote(motionId, dora!.memberId)).toBe('RD002');
    expect((await room.vote(motionId, hal, 'yes')).status).toBe(201);
    expect((await room.post(`/meetings/${meetingId}/stand-ins/${body.id}/end`)).body.code).toBe('motion-open');
    expect((await room.post(`/motions/${motionId}/withdrawal`)).status).toBe(204);
    expect((await room.post(`/meetings/${meetingId}/stand-ins/${body.id}/end`)).status).toBe(204);
    const again = await room.move(itemIds[0]);
    expect((await room.vote(again, dora!, 'yes')).status).toBe(201);
    expect((await room.vote(again, hal, 'yes')).body.code).toBe('not-a-member');
  });
});

const moved = (agendaItemId: string, mover: Member, seconder: Member) => ({
  ...{ agendaItemId, text: 'That it be so.', moverId: mover.memberId, seconderId: seconder.memberId },
});
