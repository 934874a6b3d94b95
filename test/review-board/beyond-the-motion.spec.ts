import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boardCharter, BoardRoom } from '../support/board-room.js';
import { CaseBuilder, done } from '../complaint/case-builder.js';
import { buildCase } from '../support/case-builder.js';

const disciplineMatrix = [
  { allegations: ['discourtesy'], discipline: 'suspension', leastDays: 5, mostDays: 10 },
  { allegations: ['discourtesy'], discipline: 'separation', priors: { least: 1, withinYears: 5 } },
];
let room: BoardRoom;
beforeAll(async () => (room = await BoardRoom.of(2, { ...boardCharter, disciplineMatrix })));
afterAll(() => room.redress.stop());

const policy = { kind: 'policy', text: 'Record every stop.', addressedTo: 'Chief of Police' };
const refusal = async (path: string, body: object) => {
  const { status, body: answer } = await room.post(path, body);
  return `${status} ${answer.code}`;
};

async function carry(motionId: string): Promise<void> {
  for (const member of room.members) await room.vote(motionId, member, 'yes');
  await room.made(`/motions/${motionId}/decision`);
}

/** Another case, closed, in which the same was sustained against the officer of this allegation. */
async function sustainedBefore(allegationId: string, over: { closedOn?: string; sealed?: boolean }): Promise<void> {
  const { complaintId, allegationIds } = await buildCase(room.redress);
  const { owner } = room.redress.database;
  await owner.query(
    `UPDATE redress.complaint_officer SET officer_id = (SELECT o.officer_id FROM redress.complaint_officer o
       JOIN redress.allegation a ON a.complaint_officer_id = o.id WHERE a.id = $2) WHERE complaint_id = $1`,
    [complaintId, allegationId],
  );
  await owner.query(
    `UPDATE redress.complaint SET status = 'closed', closed_on = coalesce($2::date, current_date - 30) WHERE id = $1`,
    [...[complaintId, over.closedOn ?? null]],
  );
  await owner.query(
    `INSERT INTO redress.finding (jurisdiction_id, id, complaint_id, allegation_id, stage, finding, generic_class, recorded_at)
     SELECT jurisdiction_id, gen_random_uuid(), complaint_id, id, 'final', 'sustained', 'sustained', now() FROM redress.allegation WHERE id = $1`,
    [allegationIds[0]],
  );
  const director = await room.person('director');
  if (over.sealed)
    await room.post(`/complaints/${complaintId}/sealing`, { orderedBy: 'court', reference: 'No. 1' }, director);
}
/** Sustained by the board, and recommended for. */
async function sustained() {
  const { complaintId, allegationIds } = await buildCase(room.redress);
  const { itemIds } = await room.sit([{ complaintId, closed: true, legalBasis: '54957' }]);
  const [allegationId] = allegationIds;
  const motionId = await room.move(itemIds[0], { allegationId, proposedFinding: 'sustained' });
  await carry(motionId);
  const path = `/complaints/${complaintId}/recommendations`;
  const discipline = { motionId, kind: 'discipline', allegationId, text: 'As we do.', addressedTo: 'Chief' };
  return { complaintId, allegationId, path, discipline };
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
  it('lies within it, or departs with reasons, which are sealed and stand beside it', async () => {
    const { path, discipline } = await sustained();
    const twenty = { ...discipline, disciplineKind: 'suspension', disciplineDays: 20 };
    expect(await refusal(path, twenty)).toBe('422 outside-matrix');
    expect(await refusal(path, { ...twenty, departureReasons: '  ' })).toBe('422 outside-matrix');
    const within = await room.made(path, { ...twenty, disciplineDays: 7, departureReasons: 'None needed.' });
    const id = await room.made(path, { ...twenty, departureReasons: 'A child was there.' });
    expect((await room.get(`${path}/${id}/departure`)).body).toMatchObject({
      ...{ reasons: 'A child was there.', priors: 0 },
    });
    expect((await room.get(`${path}/${within}/departure`)).status).toBe(404);
    const { rows } = await room.redress.database.owner.query(
      `SELECT count(*)::int AS n FROM redress.matrix_departure WHERE encode(reasons_cipher, 'escape') LIKE '%child%'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('goes by what was sustained against the same officer before, long ago and sealed cases aside', async () => {
    const separated = async (before: { closedOn?: string; sealed?: boolean } | null) => {
      const { path, allegationId, discipline } = await sustained();
      if (before) await sustainedBefore(allegationId!, before);
      return refusal(path, { ...discipline, disciplineKind: 'separation' });
    };
    expect(await separated(null)).toBe('422 outside-matrix');
    expect(await separated({})).toBe('201 undefined');
    expect(await separated({ closedOn: '2001-01-01' })).toBe('422 outside-matrix');
    expect(await separated({ sealed: true })).toBe('422 outside-matrix');
  });
});

describe('a case that comes before the board again', () => {
  it('waits for a new vote: what was decided before neither closes it nor is recommended on', async () => {
    const cases = await CaseBuilder.open(room.redress);
    const { complaintId, allegationIds } = await cases.drafted();
    const carried = async (proposedFinding: string) => {
      done(await cases.step(complaintId, 'send-to-board'));
      expect((await cases.step(complaintId, 'close', {})).body).toMatchObject({ status: 409, code: 'undecided' });
      const { itemIds } = await room.sit([{ complaintId, closed: true, legalBasis: '54957' }]);
      const motion = await room.move(itemIds[0], { allegationId: allegationIds[0], proposedFinding });
      return { motionId: motion, decide: () => carry(motion) };
    };
    const first = await carried('sustained');
    await first.decide();
    done(await cases.step(complaintId, 'close', {}));
    await cases.step(complaintId, 'reopenings', { reason: 'A film was found.' });
    done(await cases.step(complaintId, 'draft-findings', undefined, cases.investigator));
    await cases.step(complaintId, 'reviews', { decision: 'approve' });
    const second = await carried('unfounded');
    const path = `/complaints/${complaintId}/recommendations`;
    const training = { ...policy, kind: 'training' };
    expect(await refusal(path, { ...training, motionId: first.motionId })).toBe('409 motion-not-carried');
    await second.decide();
    done(await cases.step(complaintId, 'close', {}));
    const { findings } = (await cases.caseFile(complaintId)).allegations[0];
    const board = findings.filter(({ stage }: { stage: string }) => stage === 'board' || stage === 'final');
    expect(board.map((one: { stage: string; finding: string }) => `${one.stage} ${one.finding}`)).toEqual([
      ...['board sustained', 'final sustained', 'board unfounded', 'final unfounded'],
    ]);
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
