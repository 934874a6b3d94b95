import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardRoom } from '../support/board-room.js';
import { buildCase } from '../support/case-builder.js';

let room: BoardRoom;
beforeAll(async () => (room = await BoardRoom.of(3)));
afterAll(() => room.redress.stop());

/** A case whose first allegation the board has found to be this, by a carried motion. */
async function decided(proposedFinding = 'sustained') {
  const { complaintId, allegationIds } = await buildCase(room.redress, { officers: 2 });
  const { itemIds } = await room.sit([{ complaintId, closed: true, legalBasis: '54957' }]);
  const [allegationId, otherAllegationId] = allegationIds;
  const motionId = await room.move(itemIds[0], { allegationId, proposedFinding });
  for (const member of room.members) await room.vote(motionId, member, 'yes');
  await room.made(`/motions/${motionId}/decision`);
  const path = `/complaints/${complaintId}/recommendations`;
  const suspension = {
    motionId,
    kind: 'discipline',
    allegationId,
    disciplineKind: 'suspension',
    disciplineDays: 5,
    text: 'Five days.',
    addressedTo: 'Chief of Police',
  };
  return { complaintId, allegationId, otherAllegationId, motionId, agendaItemId: itemIds[0], path, suspension };
}

const status = (complaintId: string) =>
  column('SELECT status AS value FROM redress.complaint WHERE id = $1', complaintId);
const column = async (sql: string, id: string): Promise<unknown> =>
  (await room.redress.database.owner.query<{ value: unknown }>(sql, [id])).rows.map(({ value }) => value);
const disciplines = (complaintId: string) =>
  column(
    `SELECT concat_ws(' ', stage, kind, days, CASE WHEN supersedes IS NULL THEN 'first' ELSE 'later' END) AS value
       FROM redress.discipline WHERE complaint_id = $1 ORDER BY recorded_at, id`,
    complaintId,
  );

describe('POST /api/v1/complaints/:complaintId/recommendations', () => {
  it('sends the case to the chief, due by the charter’s clock in the city’s own calendar', async () => {
    const { complaintId, path, suspension } = await decided();
    const { status: answer, body } = await room.post(path, suspension);
    expect(answer).toBe(201);
    const due = new Date(Date.now() + 30 * 86_400_000);
    expect(body.answerDueOn).toBe(new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(due));
    expect(await status(complaintId)).toEqual(['with_chief']);
    expect(await disciplines(complaintId)).toEqual(['recommended suspension 5 first']);
    await room.made(path, {
      ...suspension,
      kind: 'training',
      disciplineKind: null,
      disciplineDays: null,
      text: 'De-escalation.',
    });
    await room.made(path, { ...suspension, disciplineDays: 10 });
    expect(await disciplines(complaintId)).toEqual([
      'recommended suspension 5 first',
      'recommended suspension 10 later',
    ]);
    const listed = (await room.get(path)).body;
    expect(listed).toMatchObject([
      { kind: 'discipline', disciplineDays: 5 },
      { kind: 'training', disciplineKind: null },
      { disciplineDays: 10, answers: [] },
    ]);
  });

  it('rests on a carried motion about that case', async () => {
    const { path, suspension, agendaItemId, complaintId, otherAllegationId } = await decided();
    const elsewhere = await decided();
    expect((await room.post(path, { ...suspension, motionId: elsewhere.motionId })).body.code).toBe(
      'motion-not-carried',
    );
    expect((await room.post(path, { ...suspension, motionId: room.boardId })).status).toBe(404);
    expect((await room.post(path, { ...suspension, allegationId: otherAllegationId })).body.code).toBe(
      'no-such-allegation',
    );
    const open = await room.move(agendaItemId);
    expect((await room.post(path, suspension)).body).toMatchObject({ status: 409, code: 'motion-open' });
    await room.made(`/motions/${open}/withdrawal`);
    expect((await room.post(path, { ...suspension, motionId: open })).body.code).toBe('motion-not-carried');
    expect(await status(complaintId)).toEqual(['before_board']);
  });

  it('recommends discipline for what was sustained, in the charter’s words', async () => {
    const { path, suspension } = await decided('unfounded');
    expect((await room.post(path, suspension)).body).toMatchObject({ status: 409, code: 'not-sustained' });
    expect((await room.post(path, { ...suspension, disciplineDays: undefined })).body).toMatchObject({
      status: 422,
      code: 'days-missing',
    });
    expect((await room.post(path, { ...suspension, kind: 'policy' })).body.code).toBe('discipline-out-of-place');
  });

  it('leaves a case alone that the board does not have', async () => {
    const { path, suspension, complaintId } = await decided();
    await room.redress.database.owner.query(`UPDATE redress.complaint SET status = 'investigating' WHERE id = $1`, [
      complaintId,
    ]);
    expect((await room.post(path, suspension)).body).toMatchObject({ status: 409, code: 'status-forbids' });
  });
});

describe('POST /api/v1/complaints/:complaintId/recommendations/:recommendationId/answers', () => {
  it('takes reasons from a chief who departs; a later answer supersedes, and both are kept', async () => {
    const { complaintId, path, suspension } = await decided();
    const answers = `${path}/${await room.made(path, suspension)}/answers`;
    for (const answer of ['depart', 'concur_in_part']) {
      expect((await room.post(answers, { answer, reasons: '  ' })).body).toMatchObject({
        status: 422,
        code: 'reasons-missing',
      });
    }
    const departing = { answer: 'depart', reasons: 'The policy was new.', imposed: { kind: 'reprimand' } };
    expect((await room.post(answers, departing)).status).toBe(201);
    const imposed = { kind: 'suspension', days: 5 };
    expect((await room.post(answers, { answer: 'concur', imposed: { ...imposed, days: 3 } })).body.code).toBe(
      'not-concurring',
    );
    expect((await room.post(answers, { answer: 'concur', imposed })).status).toBe(201);
    const [recommendation] = (await room.get(path)).body;
    expect(recommendation.answers).toMatchObject([
      { answer: 'depart', reasons: 'The policy was new.', stands: false },
      { answer: 'concur', reasons: null, stands: true },
    ]);
    const kept = ['recommended suspension 5 first', 'imposed reprimand first', 'imposed suspension 5 later'];
    expect(await disciplines(complaintId)).toEqual(kept);
  });

  it('leaves one answer standing of eight that come at once', async () => {
    const { path, suspension } = await decided();
    const answers = `${path}/${await room.made(path, suspension)}/answers`;
    const given = await Promise.all(Array.from({ length: 8 }, () => room.post(answers, { answer: 'concur' })));
    expect(given.map(({ status: answer }) => answer)).toEqual(Array(8).fill(201));
    const [recommendation] = (await room.get(path)).body;
    expect(recommendation.answers.filter(({ stands }: { stands: boolean }) => stands)).toHaveLength(1);
  });

  it('imposes discipline in answer to discipline, while the case is with the chief', async () => {
    const { complaintId, path, suspension } = await decided();
    const training = { ...suspension, kind: 'training', disciplineKind: undefined, disciplineDays: undefined };
    const answers = `${path}/${await room.made(path, training)}/answers`;
    const imposed = { kind: 'reprimand' };
    expect((await room.post(answers, { answer: 'concur', imposed })).body).toMatchObject({
      status: 422,
      code: 'imposed-out-of-place',
    });
    expect((await room.get(path)).body[0].answers).toEqual([]);
    await room.redress.database.owner.query(`UPDATE redress.complaint SET status = 'before_board' WHERE id = $1`, [
      complaintId,
    ]);
    expect((await room.post(answers, { answer: 'concur' })).body).toMatchObject({
      status: 409,
      code: 'case-not-with-chief',
    });
    expect((await room.post(`${path}/${complaintId}/answers`, { answer: 'concur' })).status).toBe(404);
  });
});
