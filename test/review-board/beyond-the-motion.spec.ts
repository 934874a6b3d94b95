import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boardCharter, BoardRoom } from '../support/board-room.js';
import { buildCase } from '../support/case-builder.js';

const disciplineMatrix = [{ allegations: ['discourtesy'], discipline: 'suspension', leastDays: 5, mostDays: 10 }];
let room: BoardRoom;
beforeAll(async () => (room = await BoardRoom.of(2, { ...boardCharter, disciplineMatrix })));
afterAll(() => room.redress.stop());

const policy = { kind: 'policy', text: 'Record every stop.', addressedTo: 'Chief of Police' };
const refusal = async (path: string, body: object) => {
  const { status, body: answer } = await room.post(path, body);
  return `${status} ${answer.code}`;
};

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
    expect((await room.post(path, { ...twenty, departureReasons: 'The third time.' })).status).toBe(201);
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
