import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardRoom } from '../support/board-room.js';
import { buildCase, recuse } from '../support/case-builder.js';

let room: BoardRoom;
beforeAll(async () => (room = await BoardRoom.of(3)));
afterAll(() => room.redress.stop());

describe('a meeting', () => {
  it('does not open before its agenda is posted, nor twice', async () => {
    const meetingId = await room.schedule();
    await room.made(`/meetings/${meetingId}/agenda/items`, { title: 'An item', closed: false });
    expect((await room.post(`/meetings/${meetingId}/opening`)).body.code).toBe('agenda-not-posted');
    await room.made(`/meetings/${meetingId}/agenda/posting`);
    expect((await room.post(`/meetings/${meetingId}/opening`)).status).toBe(204);
    expect((await room.post(`/meetings/${meetingId}/opening`)).body.code).toBe('meeting-open');
  });

  it('is opened by one of two clerks who try at once', async () => {
    const meetingId = await room.schedule();
    await room.made(`/meetings/${meetingId}/agenda/items`, { title: 'An item', closed: false });
    await room.made(`/meetings/${meetingId}/agenda/posting`);
    const answers = await Promise.all(Array.from({ length: 8 }, () => room.post(`/meetings/${meetingId}/opening`)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, ...Array<number>(7).fill(409)]);
  });

  it('records who comes and goes, each once at a time', async () => {
    const { meetingId } = await room.sit([{}], []);
    const [ana] = room.members;
    const go = (way: 'arrivals' | 'departures') =>
      room.post(`/meetings/${meetingId}/${way}`, { memberId: ana?.memberId });
    expect((await go('departures')).body.code).toBe('not-present');
    expect((await go('arrivals')).status).toBe(204);
    expect((await go('arrivals')).body.code).toBe('already-present');
    expect((await go('departures')).status).toBe(204);
    expect((await go('arrivals')).status).toBe(204);
    const { attendance } = (await room.get(`/meetings/${meetingId}`)).body;
    expect(attendance.map(({ leftAt }: { leftAt: string | null }) => leftAt === null)).toEqual([false, true]);
  });

  it('is attended by its own board, in the days of its term', async () => {
    const { meetingId } = await room.sit([{}], []);
    const boardId = await room.made('/boards', { name: 'Another board' });
    const person = await room.person('board_member');
    const seat = { staffId: person.staffId, appointedBy: 'mayor', termFrom: '2020-01-01', termTo: '2040-01-01' };
    const stranger = await room.made(`/boards/${boardId}/members`, seat);
    const former = await room.made(`/boards/${room.boardId}/members`, { ...seat, termTo: '2020-12-31' });
    for (const memberId of [stranger, former]) {
      expect((await room.post(`/meetings/${meetingId}/arrivals`, { memberId })).body).toMatchObject({
        status: 422,
        code: 'not-on-this-board',
      });
    }
  });

  it('does not adjourn while a motion is open; decided or withdrawn, it does, and is over', async () => {
    const { meetingId, itemIds } = await room.sit([{}]);
    const motionId = await room.move(itemIds[0]);
    expect((await room.post(`/meetings/${meetingId}/adjournment`)).body).toMatchObject({
      status: 409,
      code: 'motion-open',
    });
    expect((await room.post(`/motions/${motionId}/withdrawal`)).status).toBe(204);
    expect((await room.vote(motionId, room.members[0]!, 'yes')).body.code).toBe('motion-not-open');
    expect((await room.post(`/motions/${motionId}/decision`)).body.code).toBe('motion-not-open');
    expect((await room.post(`/meetings/${meetingId}/adjournment`)).status).toBe(204);
    for (const path of ['adjournment', 'opening'])
      expect((await room.post(`/meetings/${meetingId}/${path}`)).body.code).toBe('meeting-adjourned');
    const [mover, seconder] = room.members;
    const late = { agendaItemId: itemIds[0], text: 'Late', moverId: mover?.memberId, seconderId: seconder?.memberId };
    expect((await room.post('/motions', late)).body.code).toBe('meeting-adjourned');
  });

  it('does not adjourn over a motion that the clerk is recused from and cannot see', async () => {
    const { complaintId } = await buildCase(room.redress);
    const { meetingId, itemIds } = await room.sit([{ complaintId }]);
    const motionId = await room.move(itemIds[0]);
    const recused = await room.person('clerk');
    await recuse(room.redress, complaintId, recused.staffId);
    expect((await room.get(`/meetings/${meetingId}`, recused)).body.motions).toEqual([]);
    expect((await room.post(`/meetings/${meetingId}/adjournment`, {}, recused)).body.code).toBe('motion-open');
    expect((await room.post(`/motions/${motionId}/decision`, {}, recused)).status).toBe(404);
  });

  it('adjourned and a motion moved at the same moment are one truth', async () => {
    const [mover, seconder] = room.members;
    for (let round = 0; round < 5; round++) {
      const { meetingId, itemIds } = await room.sit([{}]);
      const motion = {
        agendaItemId: itemIds[0],
        text: 'Now.',
        moverId: mover?.memberId,
        seconderId: seconder?.memberId,
      };
      const [moved, adjourned] = await Promise.all([
        room.post('/motions', motion),
        room.post(`/meetings/${meetingId}/adjournment`),
      ]);
      expect([moved.status, adjourned.status]).toEqual(moved.status === 201 ? [201, 409] : [409, 204]);
    }
  });
});

describe('a motion', () => {
  it('needs two different members of the body in the room', async () => {
    const [ana, ben, cleo] = room.members;
    const { itemIds } = await room.sit([{}], [ana!, ben!]);
    const moved = (moverId: string, seconderId: string) =>
      room.post('/motions', { agendaItemId: itemIds[0], text: 'That …', moverId, seconderId });
    expect((await moved(ana!.memberId, ana!.memberId)).body).toMatchObject({ status: 422, code: 'same-person' });
    expect((await moved(ana!.memberId, cleo!.memberId)).body).toMatchObject({ status: 409, code: 'not-present' });
    expect((await moved(room.clerk.staffId, ben!.memberId)).body.code).toBe('not-a-member');
    expect((await moved(ana!.memberId, ben!.memberId)).status).toBe(201);
  });

  it('proposes a finding that the charter knows, on an allegation of the case on the agenda', async () => {
    const [one, other] = [await buildCase(room.redress), await buildCase(room.redress)];
    const { itemIds } = await room.sit([{ complaintId: one.complaintId }, {}]);
    const [mover, seconder] = room.members;
    const moved = (over: object, agendaItemId = itemIds[0]) =>
      room.post('/motions', {
        agendaItemId,
        text: 'That …',
        moverId: mover?.memberId,
        seconderId: seconder?.memberId,
        ...over,
      });
    const [allegationId] = one.allegationIds;
    expect((await moved({ proposedFinding: 'sustained' })).body.code).toBe('allegation-missing');
    expect((await moved({ allegationId, proposedFinding: 'guilty' })).body.code).toBe('unknown-finding');
    expect((await moved({ allegationId: other.allegationIds[0], proposedFinding: 'sustained' })).body.code).toBe(
      'no-such-allegation',
    );
    expect((await moved({ allegationId, proposedFinding: 'sustained' }, itemIds[1])).body.code).toBe(
      'no-such-allegation',
    );
    expect((await moved({ allegationId, proposedFinding: 'sustained' })).status).toBe(201);
  });
});
