import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseBuilder, created, done, faults } from '../complaint/case-builder.js';
import { type SignedIn, TestApp } from '../support/test-app.js';
import { day } from './day.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const by = () => cases.investigator;
const investigation = (complaintId: string, as: SignedIn = by()) =>
  redress.request('GET', `/api/v1/complaints/${complaintId}/investigation`, { as: as.token });

describe('the plan', () => {
  it('has versions; the newest is approved, by somebody who did not write it', async () => {
    const { complaintId } = await cases.investigated();
    const first = created(await cases.step(complaintId, 'plans', { text: 'Talk to everybody' }, by()));
    const second = created(await cases.step(complaintId, 'plans', { text: 'Video first' }, cases.supervisor));
    expect([first.version, second.version]).toEqual([1, 2]);
    const approve = (planId: string, as: SignedIn) =>
      cases.step(complaintId, `plans/${planId}/approval`, undefined, as);
    expect((await approve(second.planId, by())).status).toBe(403);
    expect((await approve(first.planId, cases.supervisor)).body.code).toBe('plan-superseded');
    expect((await approve(second.planId, cases.supervisor)).body.code).toBe('own-plan');
    const other = await redress.staff('supervisor');
    done(await approve(second.planId, other));
    expect((await approve(second.planId, other)).body.code).toBe('plan-approved');
    const { plans } = (await investigation(complaintId)).body;
    expect(plans).toMatchObject([
      { text: 'Video first', approvedBy: other.staffId },
      { text: 'Talk to everybody', approvedBy: null },
    ]);
    const forged = redress.database.owner.query(
      `INSERT INTO redress.plan_approval SELECT jurisdiction_id, id, complaint_id, written_by, written_by, now()
         FROM redress.investigation_plan WHERE id = $1`,
      [first.planId],
    );
    await expect(forged).rejects.toMatchObject({ code: '23514' });
  });
});

describe('the diary', () => {
  it('is corrected beside what was written, once each', async () => {
    const { complaintId } = await cases.investigated();
    const note = (body: object) => cases.step(complaintId, 'diary', { on: day(), ...body }, by());
    const { noteId } = created(await note({ text: 'Called Rosa at 9' }));
    created(await note({ text: 'Called Rosa at 10', supersedes: noteId }));
    expect((await note({ text: 'At 11', supersedes: noteId })).body.code).toBe('note-superseded');
    expect(faults(await note({ text: 'x', supersedes: complaintId }))).toEqual(['/supersedes not-in-this-case']);
    expect(faults(await note({ text: 'x', on: day(2) }))).toEqual(['/on day-ahead']);
    const { diary } = (await investigation(complaintId)).body;
    expect(diary).toMatchObject([
      { text: 'Called Rosa at 9', standing: false },
      { text: 'Called Rosa at 10', standing: true, supersedes: noteId },
    ]);
    const rewritten = redress.database.owner.query('UPDATE redress.diary_note SET on_day = now()');
    await expect(rewritten).rejects.toMatchObject({ code: 'RD001' });
  });
});

describe("the supervisor's review", () => {
  it('returns with points, opens the findings again, and approves when each is answered', async () => {
    const { complaintId } = await cases.handedIn();
    const review = (body: object, as = cases.supervisor) => cases.step(complaintId, 'reviews', body, as);
    expect(faults(await review({ decision: 'return' }))).toEqual(['/points points-of-return']);
    created(await review({ decision: 'return', points: ['Ask the neighbour', 'Cite the manual'] }));
    expect((await cases.caseFile(complaintId)).status).toBe('investigating');
    expect((await review({ decision: 'approve' })).body.code).toBe('points-unanswered');
    const [{ points }] = (await investigation(complaintId)).body.reviews;
    const answer = (pointId: string) =>
      cases.step(complaintId, `review-points/${pointId}/answer`, { text: 'Done' }, by());
    for (const { pointId } of points) done(await answer(pointId));
    expect((await answer(points[0].pointId)).body.code).toBe('point-answered');
    done(await cases.step(complaintId, 'draft-findings', undefined, by()));
    created(await review({ decision: 'approve' }));
    expect((await investigation(complaintId)).body.reviews).toMatchObject([
      { round: 1, decision: 'return', points: [{ text: 'Ask the neighbour', answer: 'Done' }, { answer: 'Done' }] },
      { round: 2, decision: 'approve', points: [] },
    ]);
  });

  it('is not of one’s own work, and not by an investigator', async () => {
    const both = await redress.staff('supervisor', 'investigator');
    const { complaintId } = await cases.accepted();
    created(await cases.step(complaintId, 'assignments', { staffId: both.staffId }));
    const own = await cases.step(complaintId, 'reviews', { decision: 'approve' }, both);
    expect([own.status, own.body.code]).toEqual([409, 'own-work']);
    const drafted = await cases.drafted();
    expect((await cases.step(drafted.complaintId, 'reviews', { decision: 'approve' }, by())).status).toBe(403);
  });

  it('is hidden from who is recused and from who has nothing to do with the case', async () => {
    const { complaintId } = await cases.investigated();
    const recused = await redress.staff('supervisor');
    created(await cases.step(complaintId, 'recusals', { reason: 'other' }, recused));
    for (const as of [recused, await redress.staff('investigator')])
      expect((await investigation(complaintId, as)).status).toBe(404);
    expect((await investigation(complaintId, await redress.staff('auditor'))).status).toBe(403);
  });
});

describe('a finding', () => {
  it('says by what standard it was made and on what evidence of the case', async () => {
    const { complaintId, allegationIds } = await cases.investigated();
    const [allegationId] = allegationIds;
    const thing = { title: 'Torn jacket', original: true, quantity: '1', storedAt: 'Locker 3' };
    const { evidenceId } = created(await cases.step(complaintId, 'evidence/things', thing, by()));
    const finding = { allegationId, stage: 'investigator', finding: 'sustained', reasons: 'Clear.' };
    const wrong = { ...finding, standardOfProof: 'gut_feeling', evidenceIds: [complaintId] };
    expect(faults(await cases.step(complaintId, 'findings', wrong, by()))).toEqual([
      '/evidenceIds not-in-this-case',
      '/standardOfProof not-in-charter',
    ]);
    const said = { ...finding, standardOfProof: 'preponderance', evidenceIds: [evidenceId] };
    created(await cases.step(complaintId, 'findings', said, by()));
    const { allegations } = await cases.caseFile(complaintId);
    expect(allegations[0].findings).toMatchObject([{ standardOfProof: 'preponderance', evidenceIds: [evidenceId] }]);
  });
});
