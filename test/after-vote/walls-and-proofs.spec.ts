import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishOverdue } from '../../src/after-vote/index.js';
import { EnactCharter } from '../../src/charter/index.js';
import { boardCharter, BoardRoom } from '../support/board-room.js';
import { recuse } from '../support/case-builder.js';
import { answersOf, codeOf, deliveriesOf, planted, recommendedCase } from './recommended-case.js';

let room: BoardRoom;
beforeAll(async () => (room = await BoardRoom.of(2, boardCharter)));
afterAll(() => room.redress.stop());

const refusal = async (path: string, body: object) => {
  const { status, body: answer } = await room.post(path, body);
  return `${status} ${answer.code}`;
};
const handed = () => ({ way: 'hand', recipient: 'The desk', deliveredAt: room.now().toISOString() });

describe('a request that the board think again', () => {
  it('is decided by its vote since, not even past the application otherwise; without its trigger it would be (planted)', async () => {
    const { complaintId, path, motionId } = await recommendedCase(room);
    const request = { askedBy: 'chief', grounds: 'A film was found.' };
    const id = await room.made(`${path}/reconsiderations`, request);
    expect(await refusal(`${path}/reconsiderations`, request)).toBe('409 reconsideration-pending');
    const theirs = { ...request, askedBy: 'complainant' };
    expect(await refusal(`${path}/reconsiderations`, theirs)).toBe('409 status-forbids');
    const decision = { outcome: 'stands', motionId, reasons: 'We voted.' };
    expect(await refusal(`${path}/reconsiderations/${id}/decision`, decision)).toBe('409 board-has-not-voted');
    await room.made(`${path}/reconsiderations/${id}/hearing`);
    const refused = { outcome: 'refused', reasons: 'No.' };
    expect(await refusal(`${path}/reconsiderations/${id}/decision`, refused)).toBe('409 reconsideration-heard');
    expect(await refusal(`${path}/reconsiderations/${id}/decision`, { ...decision, motionId: null })).toBe(
      '422 board-motion-missing',
    );
    const past = `INSERT INTO redress.reconsideration_end SELECT jurisdiction_id, $1, complaint_id, 'stands', id, '', $2, now()
      FROM redress.motion WHERE id = $3`;
    const values = [id, room.clerk.staffId, motionId];
    const app = await room.connect();
    expect(await codeOf(app.query(past, values))).toBe('23514');
    const hourless = `INSERT INTO redress.reconsideration (jurisdiction_id, id, complaint_id, asked_by, closing_id, grounds_cipher, asked_at)
      SELECT jurisdiction_id, gen_random_uuid(), id, 'complainant', gen_random_uuid(), '', '2026-01-05T10:20:30Z' FROM redress.complaint WHERE id = $1`;
    expect(await codeOf(app.query(hourless, [complaintId]))).toBe('23514');
    await app.end();
    const trigger = 'ALTER TABLE redress.reconsideration_end DISABLE TRIGGER refuse_unvoted_reconsideration';
    const { owner } = room.redress.database;
    expect(await planted(owner, trigger, (client) => client.query(past, values))).toBe('done');
  });
});

describe('what follows the vote', () => {
  it('is hidden from a clerk who is recused: 404, and 0 rows by SQL', async () => {
    const sent = await recommendedCase(room);
    await room.made(deliveriesOf(sent), handed());
    const clerk = await room.person('clerk');
    expect((await room.get(`${sent.path}/decisions`, clerk)).status).toBe(200);
    await recuse(room.redress, sent.complaintId, clerk.staffId);
    expect((await room.get(`${sent.path}/decisions`, clerk)).status).toBe(404);
    expect((await room.post(deliveriesOf(sent), handed(), clerk)).status).toBe(404);
    const client = await room.connect(clerk.staffId);
    for (const table of ['decision', 'recommendation_delivery']) {
      const { rowCount } = await client.query(`SELECT FROM redress.${table} WHERE complaint_id = $1`, [
        sent.complaintId,
      ]);
      expect([table, rowCount]).toEqual([table, 0]);
    }
    await client.end();
    await room.made(answersOf(sent), { answer: 'concur' });
  });
});

describe('answers that are overdue', () => {
  const run = async () => (await room.redress.app.get(PublishOverdue).run(room.redress.jurisdiction.id)).overdue;
  const told = async () => (await room.redress.request('GET', '/api/v1/jurisdictions/riverton/overdue-answers')).body;

  it('are told as few while they are few, or by number where the charter says so; a sealed case leaves at once', async () => {
    expect((await room.redress.request('GET', '/overdue-answers/riverton')).status).toBe(404);
    const sent = await recommendedCase(room);
    await recommendedCase(room);
    await room.made(deliveriesOf(sent), handed());
    await room.wait(31 * 24);
    // The other was never delivered: no clock of it has begun.
    expect(await run()).toBe(1);
    expect(await told()).toMatchObject({ byNumber: false, count: null, fewerThan: 11, daysOverdue: null, answers: [] });
    expect((await room.redress.request('GET', '/overdue-answers/riverton')).text).toContain('Fewer than 11 answers');
    const afterVote = { ...boardCharter.afterVote, overdueCaseNumbers: true };
    const effectiveFrom = room.now().toISOString().slice(0, 10);
    await room.redress.app
      .get(EnactCharter)
      .run(room.redress.system, { effectiveFrom, document: { ...boardCharter, afterVote } });
    await room.wait(24);
    await run();
    expect(await told()).toMatchObject({ byNumber: true, count: 1, answers: [{ daysOverdue: 2, kind: 'discipline' }] });
    const racing = await room.redress.database.owner.connect();
    await racing.query('BEGIN');
    await racing.query('UPDATE redress.complaint SET version = version + 1 WHERE id = $1', [sent.complaintId]);
    const late = run();
    await room.untilSomebodyWaits();
    await racing.query(
      `INSERT INTO redress.sealing (jurisdiction_id, id, complaint_id, ordered_by, reference_cipher, sealed_by, sealed_at)
       VALUES ($1, gen_random_uuid(), $2, 'court', '', $3, now())`,
      [room.redress.jurisdiction.id, sent.complaintId, room.clerk.staffId],
    );
    await racing.query('COMMIT');
    // Whoever tells the public reads the case before it is sealed and writes after that: nothing of it is told.
    expect([await late, (await told()).answers]).toEqual([0, []]);
    await racing.query('UPDATE redress.sealing SET lifted_at = now(), lifted_by = sealed_by, lifting_cipher = $$x$$');
    racing.release();
    expect(await run()).toBe(1);
    const director = await room.person('director');
    const order = { orderedBy: 'court', reference: 'In re R.' };
    expect((await room.post(`${sent.path}/sealing`, order, director)).status).toBe(201);
    expect(await told()).toMatchObject({ count: 0, daysOverdue: null, answers: [] });
    expect([await run(), (await told()).answers]).toEqual([0, []]);
  });
});
