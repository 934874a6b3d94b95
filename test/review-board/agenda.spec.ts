import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardRoom } from '../support/board-room.js';
import { buildCase } from '../support/case-builder.js';

let room: BoardRoom;
beforeAll(async () => (room = await BoardRoom.of(3)));
afterAll(() => room.redress.stop());

const item = { title: 'Public comment', closed: false };
const add = (meetingId: string, over: object = {}) =>
  room.post(`/meetings/${meetingId}/agenda/items`, { ...item, ...over });

describe('POST /api/v1/meetings', () => {
  it('schedules for a time to come, given with its offset', async () => {
    const meeting = { boardId: room.boardId, kind: 'regular' };
    const refused: [startsAt: string, code: string][] = [
      ['2020-01-01T18:00:00Z', 'meeting-in-the-past'],
      ['2062-01-01T18:00:00-06:00', 'meeting-too-far'],
      ['2026-01-01T18:00:00', 'invalid'],
      ['2026-13-01T18:00:00Z', 'invalid'],
    ];
    for (const [startsAt, code] of refused) {
      expect((await room.post('/meetings', { ...meeting, startsAt })).body).toMatchObject({ status: 422, code });
    }
    const elsewhere = {
      ...meeting,
      boardId: room.clerk.staffId,
      startsAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    expect((await room.post('/meetings', elsewhere)).status).toBe(404);
  });
});

describe('GET /api/v1/meetings', () => {
  it('pages through the meetings, the latest first', async () => {
    const ids = [
      await room.schedule('regular', 100),
      await room.schedule('regular', 101),
      await room.schedule('regular', 102),
    ];
    const first = await room.get('/meetings?limit=2');
    expect(first.body.map(({ id }: { id: string }) => id)).toEqual([ids[2], ids[1]]);
    const next = await room.get(`/meetings?limit=1&after=${ids[1]}`);
    expect(next.body).toMatchObject([
      { id: ids[0], kind: 'regular', status: 'scheduled', board: 'Review board', agendaPostedAt: null },
    ]);
    expect((await room.get('/meetings?limit=1000')).status).toBe(422);
  });
});

describe('POST /api/v1/meetings/:meetingId/agenda/items', () => {
  it('closes the doors only on a ground that the charter knows', async () => {
    const meetingId = await room.schedule();
    expect((await add(meetingId, { closed: true })).body).toMatchObject({ status: 422, code: 'legal-basis-missing' });
    expect((await add(meetingId, { closed: true, legalBasis: 'embarrassment' })).body).toMatchObject({
      code: 'legal-basis-missing',
    });
    expect((await add(meetingId, { closed: false, legalBasis: '54957' })).body).toMatchObject({
      code: 'open-item-with-basis',
    });
    expect((await add(meetingId, { closed: true, legalBasis: '54957' })).body.position).toBe(1);
    expect(
      (await add(meetingId, { closed: false, legalBasis: null, complaintId: null, panelId: null })).body.position,
    ).toBe(2);
  });

  it('takes up a case when it is before the board, and with its own panel', async () => {
    const meetingId = await room.schedule();
    const early = await buildCase(room.redress, { status: 'investigating' });
    expect((await add(meetingId, { complaintId: early.complaintId })).body).toMatchObject({
      status: 409,
      code: 'case-not-before-board',
    });
    const [one, other] = [await buildCase(room.redress), await buildCase(room.redress)];
    const panelId = await room.made(`/complaints/${one.complaintId}/panels`, { boardId: room.boardId });
    const misfits = [{ complaintId: other.complaintId, panelId }, { panelId }];
    for (const misfit of misfits)
      expect((await add(meetingId, misfit)).body).toMatchObject({ status: 422, code: 'panel-not-of-case' });
    expect((await add(meetingId, { complaintId: one.complaintId, panelId })).status).toBe(201);
  });

  it('gives ten items that are added at once ten places', async () => {
    const meetingId = await room.schedule();
    const answers = await Promise.all(Array.from({ length: 10 }, () => add(meetingId)));
    expect(answers.map(({ body }) => body.position).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

describe('POST /api/v1/meetings/:meetingId/agenda/posting', () => {
  const posting = (meetingId: string) => room.post(`/meetings/${meetingId}/agenda/posting`);

  it('is refused later than the charter allows for the kind of meeting', async () => {
    for (const [kind, hoursAhead, status] of [
      ['regular', 71.9, 409],
      ['special', 23.9, 409],
      ['special', 24.1, 204],
    ] as const) {
      const meetingId = await room.schedule(kind, hoursAhead);
      await add(meetingId);
      const answer = await posting(meetingId);
      expect(answer.status).toBe(status);
      if (status === 409) expect(answer.body.code).toBe('notice-too-short');
    }
  });

  it('announces something, once, and then the agenda stands', async () => {
    const meetingId = await room.schedule();
    expect((await posting(meetingId)).body.code).toBe('agenda-empty');
    await add(meetingId);
    expect((await posting(meetingId)).status).toBe(204);
    expect((await posting(meetingId)).body.code).toBe('agenda-posted');
    expect((await add(meetingId)).body).toMatchObject({ status: 409, code: 'agenda-posted' });
  });

  it('and an item added at the same moment are one truth: what was posted is what stands', async () => {
    for (let round = 0; round < 5; round++) {
      const meetingId = await room.schedule();
      await add(meetingId);
      const [posted, ...added] = await Promise.all([
        posting(meetingId),
        ...Array.from({ length: 5 }, () => add(meetingId)),
      ]);
      expect(posted.status).toBe(204);
      const agenda = (await room.get(`/meetings/${meetingId}`)).body.agenda;
      expect(agenda).toHaveLength(1 + added.filter(({ status }) => status === 201).length);
      expect((await add(meetingId)).body.code).toBe('agenda-posted');
    }
  });
});
