import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardRoom } from '../support/board-room.js';

let room: BoardRoom;
beforeAll(async () => (room = await BoardRoom.of(1)));
afterAll(() => room.redress.stop());

const term = { appointedBy: 'city council', termFrom: '2026-01-01', termTo: '2027-12-31' };

describe('POST /api/v1/boards/:boardId/members', () => {
  it('seats a member for a term, and the board lists them with who appointed them', async () => {
    const { staffId, signInName } = await room.person('board_member');
    const { status, body } = await room.post(`/boards/${room.boardId}/members`, { staffId, ...term });
    expect(status).toBe(201);
    const boards = await room.get('/boards');
    expect(boards.body).toHaveLength(1);
    expect(boards.body[0].members).toContainEqual({
      ...{ memberId: body.id, staffId, name: signInName, ...term },
      ...{ seatId: null, alternate: false, endReason: null },
    });
  });

  it('does not seat one person twice at once, but again when the term is over', async () => {
    const { staffId } = await room.person('board_member');
    await room.made(`/boards/${room.boardId}/members`, { staffId, ...term });
    const overlapping = { staffId, ...term, termFrom: '2027-12-31', termTo: '2029-12-31' };
    expect((await room.post(`/boards/${room.boardId}/members`, overlapping)).body).toMatchObject({
      status: 409,
      code: 'term-overlaps',
    });
    expect(
      (await room.post(`/boards/${room.boardId}/members`, { ...overlapping, termFrom: '2028-01-01' })).status,
    ).toBe(201);
  });

  it('sees a term that another clerk is just writing down', async () => {
    const { staffId } = await room.person('board_member');
    const other = await room.connect();
    await other.query('BEGIN');
    await other.query('SELECT FROM redress.board WHERE id = $1 FOR NO KEY UPDATE', [room.boardId]);
    await other.query(
      `INSERT INTO redress.board_member (jurisdiction_id, id, board_id, staff_id, appointed_by, term_from, term_to)
       VALUES ($1, gen_random_uuid(), $2, $3, 'mayor', '2025-01-01', '2026-12-31')`,
      [room.redress.jurisdiction.id, room.boardId, staffId],
    );
    const seated = room.post(`/boards/${room.boardId}/members`, { staffId, ...term });
    await room.untilSomebodyWaits();
    await other.query('COMMIT');
    await other.end();
    expect((await seated).body).toMatchObject({ status: 409, code: 'term-overlaps' });
  });

  it('is for board members only, and for terms that end after they begin', async () => {
    const auditor = await room.person('auditor');
    const member = await room.person('board_member');
    const path = `/boards/${room.boardId}/members`;
    expect((await room.post(path, { staffId: auditor.staffId, ...term })).body).toMatchObject({
      status: 422,
      code: 'not-a-board-member',
    });
    const backwards = { ...term, staffId: member.staffId, termTo: '2025-12-31' };
    expect((await room.post(path, backwards)).body).toMatchObject({ status: 422, code: 'term-backwards' });
    expect(
      (await room.post(path, { ...term, staffId: member.staffId, termFrom: '2026-02-30' })).body.errors,
    ).toMatchObject([{ path: '/termFrom' }]);
    expect((await room.post(path, { ...term, staffId: member.staffId }, auditor)).status).toBe(403);
  });
});

describe('POST /api/v1/boards', () => {
  it('founds one board of a name', async () => {
    expect((await room.post('/boards', { name: 'Review board' })).body).toMatchObject({
      status: 409,
      code: 'board-known',
    });
  });
});
