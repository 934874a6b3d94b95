import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishOverdue } from '../../src/after-vote/index.js';
import { EnactCharter } from '../../src/charter/index.js';
import { answersOf, codeOf, deliveriesOf, planted, recommendedCase } from '../after-vote/recommended-case.js';
import { boardCharter, BoardRoom } from '../support/board-room.js';
import { buildCase, recuse } from '../support/case-builder.js';

const disciplineMatrix = [{ allegations: ['discourtesy'], discipline: 'suspension', leastDays: 5, mostDays: 10 }];
let room: BoardRoom;
beforeAll(async () => (room = await BoardRoom.of(2, { ...boardCharter, disciplineMatrix })));
afterAll(() => room.redress.stop());

const policy = { kind: 'policy', text: 'Record every stop.', addressedTo: 'Chief of Police' };
const refusal = async (path: string, body: object) => {
  const { status, body: answer } = await room.post(path, body);
  return `${status} ${answer.code}`;
};

const handed = () => ({ way: 'hand', recipient: 'The desk', deliveredAt: room.now().toISOString() });

/** Sustained by the board, and recommended for. */
async function sustained() {
  const { complaintId, allegationIds } = await buildCase(room.redress);
  const { itemIds } = await room.sit([{ complaintId, closed: true, legalBasis: '54957' }]);
  const [allegationId] = allegationIds;
  const motionId = await room.move(itemIds[0], { allegationId, proposedFinding: 'sustained' });
  for (const member of room.members) await room.vote(motionId, member, 'yes');
  await room.made(`/motions/${motionId}/decision`);
  const path = `/complaints/${complaintId}/recommendations`;
  const discipline = { motionId, kind: 'discipline', allegationId, text: 'As we do.', addressedTo: 'Chief' };
  return { complaintId, path, discipline };
}

describe('a recommendation of the agency itself', () => {
  it('rests on no vote, leaves the case where it is, and is answered there', async () => {
    const { complaintId } = await buildCase(room.redress, { status: 'investigating' });
    const path = `/complaints/${complaintId}/recommendations`;
    const id = await room.made(path, policy);
    await room.made(`${path}/${id}/answers`, { answer: 'depart', reasons: 'No money for it.' });
    expect((await room.get(path)).body).toMatchObject([
      { motionId: null, kind: 'policy', answers: [{ answer: 'depart', reasons: 'No money for it.' }] },
    ]);
    const { rows } = await room.redress.database.owner.query('SELECT status FROM redress.complaint WHERE id = $1', [
      complaintId,
    ]);
    expect(rows).toEqual([{ status: 'investigating' }]);
  });

  it('is no way around the board: not for discipline, and not for a case that the board has', async () => {
    const { path, discipline } = await sustained();
    const penalty = { disciplineKind: 'suspension', disciplineDays: 5 };
    expect(await refusal(path, { ...discipline, ...penalty, motionId: undefined })).toBe('422 motion-missing');
    expect(await refusal(path, policy)).toBe('409 status-forbids');
    await expect(
      room.redress.database.owner.query(
        `INSERT INTO redress.recommendation (jurisdiction_id, id, complaint_id, allegation_id, kind, discipline_kind, text,
            addressed_to, sent_at, answer_due_on)
         SELECT jurisdiction_id, gen_random_uuid(), complaint_id, id, 'discipline', 'reprimand', '', '', now(), now()
           FROM redress.allegation WHERE id = $1`,
        [discipline.allegationId],
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });
});

describe('discipline by the charter’s matrix', () => {
  it('lies within it, or says that it departs', async () => {
    const { path, discipline } = await sustained();
    const twenty = { ...discipline, disciplineKind: 'suspension', disciplineDays: 20 };
    expect(await refusal(path, twenty)).toBe('422 outside-matrix');
    expect((await room.post(path, { ...twenty, disciplineDays: 7 })).status).toBe(201);
    expect((await room.post(path, { ...twenty, outsideMatrix: true, text: 'The third time.' })).status).toBe(201);
  });
});

describe('a chief who finds otherwise than the board', () => {
  it('does so in the charter’s words, and not while concurring', async () => {
    const { complaintId, path, discipline } = await sustained();
    const sent = { ...discipline, disciplineKind: 'suspension', disciplineDays: 5 };
    const answers = `${path}/${await room.made(path, sent)}/answers`;
    const departing = { answer: 'depart', reasons: 'The film shows something else.' };
    expect(await refusal(answers, { answer: 'concur', finding: 'unfounded' })).toBe('422 finding-out-of-place');
    expect(await refusal(answers, { ...departing, finding: 'innocent' })).toBe('422 unknown-finding');
    await room.made(answers, { ...departing, finding: 'unfounded' });
    const { rows } = await room.redress.database.owner.query(
      'SELECT stage, finding, generic_class FROM redress.finding WHERE complaint_id = $1 ORDER BY recorded_at',
      [complaintId],
    );
    expect(rows).toEqual([
      { stage: 'board', finding: 'sustained', generic_class: 'sustained' },
      { stage: 'chief', finding: 'unfounded', generic_class: 'unfounded' },
    ]);
    const training = { ...policy, kind: 'training', motionId: discipline.motionId };
    const others = `${path}/${await room.made(path, training)}/answers`;
    expect(await refusal(others, { ...departing, finding: 'unfounded' })).toBe('422 finding-out-of-place');
  });
});

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
