import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardRoom } from '../support/board-room.js';
import { buildCase, recuse } from '../support/case-builder.js';

let room: BoardRoom;
beforeAll(async () => (room = await BoardRoom.of(5)));
afterAll(() => room.redress.stop());

const appoint = (complaintId: string, over: object = {}) =>
  room.post(`/complaints/${complaintId}/panels`, { boardId: room.boardId, ...over });

describe('POST /api/v1/complaints/:complaintId/panels', () => {
  it('goes round: who has not served comes first', async () => {
    const first = (await appoint((await buildCase(room.redress)).complaintId)).body.memberIds;
    const second = (await appoint((await buildCase(room.redress)).complaintId)).body.memberIds;
    const rested = room.members.map(({ memberId }) => memberId).filter((memberId) => !first.includes(memberId));
    expect(first).toHaveLength(3);
    expect(second).toEqual(expect.arrayContaining(rested));
    expect(second).toHaveLength(3);
  });

  it('passes over a member who is recused from the case', async () => {
    const { complaintId } = await buildCase(room.redress);
    for (const { staffId } of room.members.slice(0, 2)) await recuse(room.redress, complaintId, staffId);
    const { memberIds } = (await appoint(complaintId)).body;
    expect(memberIds.toSorted()).toEqual(
      room.members
        .slice(2)
        .map(({ memberId }) => memberId)
        .toSorted(),
    );
  });

  it('takes the members whom the clerk names, when all may sit', async () => {
    const { complaintId } = await buildCase(room.redress);
    const ids = room.members.map(({ memberId }) => memberId);
    expect((await appoint(complaintId, { memberIds: ids.slice(0, 2) })).body).toMatchObject({
      status: 422,
      code: 'panel-size',
    });
    expect((await appoint(complaintId, { memberIds: [ids[0], ids[0], ids[1]] })).body.code).toBe('panel-size');
    await recuse(room.redress, complaintId, room.members[2]!.staffId);
    const recused = await appoint(complaintId, { memberIds: ids.slice(0, 3) });
    expect(recused.body).toMatchObject({ status: 422, code: 'not-eligible', errors: [{ path: '/memberIds/2' }] });
    expect((await appoint(complaintId, { memberIds: [ids[0], ids[1], ids[3]] })).status).toBe(201);
  });

  it('is for cases that are before the board', async () => {
    const { complaintId } = await buildCase(room.redress, { status: 'with_chief' });
    expect((await appoint(complaintId)).body).toMatchObject({ status: 409, code: 'case-not-before-board' });
  });
});
