import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SignedIn, TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done, faults } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
let records: SignedIn;
let director: SignedIn;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  records = await redress.staff('records');
  director = await redress.staff('director');
});
afterAll(() => redress.stop());

const yearsOn = (day: string, years: number) =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`.replace('-02-29', '-02-28');

describe('POST …/close', () => {
  it('keeps a case by what was found: fifteen years where anything was sustained, five where nothing was', async () => {
    for (const [finding, reason, retentionClass, years] of [
      ['sustained', 'sustained', 'sustained', 15],
      ['unfounded', 'decided', 'not_sustained', 5],
    ] as const) {
      const { complaintId } = await cases.drafted(finding);
      done(await cases.step(complaintId, 'close', {}));
      const { closings, closedOn, ...file } = await cases.caseFile(complaintId);
      expect(closings).toMatchObject([
        { reason, retentionClass, disposeAfter: yearsOn(closedOn, years), reopened: null },
      ]);
      expect(file).toMatchObject({ retentionClass, disposeAfter: yearsOn(closedOn, years) });
    }
  });

  it('is not kept shorter for the word that somebody chose', async () => {
    const { complaintId } = await cases.drafted('sustained');
    done(await cases.step(complaintId, 'close', { reason: 'decided' }));
    expect((await cases.caseFile(complaintId)).closings).toMatchObject([
      { reason: 'decided', retentionClass: 'sustained' },
    ]);
  });

  it('takes a reason for a case without findings, and finds accordingly', async () => {
    const { complaintId } = await cases.investigated();
    done(await cases.step(complaintId, 'close', { reason: 'withdrawn' }));
    const { closings, allegations } = await cases.caseFile(complaintId);
    expect(closings).toMatchObject([{ reason: 'withdrawn', retentionClass: 'not_sustained' }]);
    expect(allegations[0].findings).toMatchObject([{ stage: 'final', finding: 'closed_without_finding' }]);
  });

  it('refuses words that the charter does not know, and those that do not fit', async () => {
    const { complaintId } = await cases.drafted();
    expect(faults(await cases.step(complaintId, 'close', { reason: 'tired', disposition: 'none such' }))).toEqual([
      '/disposition not-in-charter',
      '/reason not-in-charter',
    ]);
    expect(faults(await cases.step(complaintId, 'close', { reason: 'withdrawn' }))).toEqual([
      '/reason reason-does-not-fit',
    ]);
  });

  it('is undone with a reason; what is decided then supersedes, and the first closing stands in the record', async () => {
    const { complaintId, allegationIds } = await cases.drafted('unfounded');
    done(await cases.step(complaintId, 'close', {}));
    expect((await cases.step(complaintId, 'reopenings', { reason: ' ' })).status).toBe(422);
    created(await cases.step(complaintId, 'reopenings', { reason: 'A film was found.' }));
    expect(await cases.caseFile(complaintId)).toMatchObject({
      status: 'investigating',
      closedOn: null,
      disposeAfter: null,
    });
    await cases.find(complaintId, allegationIds[0]!, 'sustained');
    done(await cases.step(complaintId, 'draft-findings', undefined, cases.investigator));
    created(await cases.step(complaintId, 'reviews', { decision: 'approve' }));
    done(await cases.step(complaintId, 'close', {}));
    const { closings, allegations } = await cases.caseFile(complaintId);
    expect(closings).toMatchObject([
      { reason: 'decided', reopened: { reopenedBy: cases.supervisor.staffId } },
      { reason: 'sustained', reopened: null },
    ]);
    const finals = allegations[0].findings.filter(({ stage }: { stage: string }) => stage === 'final');
    expect(finals).toMatchObject([
      { finding: 'unfounded', standing: false },
      { finding: 'sustained', standing: true },
    ]);
  });
});

describe('the disposal of what is past its time', () => {
  const batches = '/api/v1/disposal-batches';
  const review = (batchId: string, as: SignedIn, approve = true) =>
    redress.request('POST', `${batches}/${batchId}/reviews`, { as: as.token, body: { approve } });
  /** Closed, and its time over long ago. */
  async function due(): Promise<{ complaintId: string; caseNumber: string }> {
    const filed = await cases.drafted('unfounded');
    done(await cases.step(filed.complaintId, 'close', {}));
    await redress.database.owner.query(`UPDATE redress.complaint SET dispose_after = '2020-01-31' WHERE id = $1`, [
      filed.complaintId,
    ]);
    return filed;
  }
  const draw = async () => redress.request('POST', batches, { as: records.token });

  // ASVS 5.0: V14.2.7
  it('takes two people after each other, leaves out what is held, and leaves a tombstone with the schedule', async () => {
    const none = await draw();
    expect([none.status, none.body.code]).toEqual([409, 'nothing-due']);
    const [gone, held, heldLater] = [await due(), await due(), await due()];
    created(await cases.step(held.complaintId, 'holds', { reason: 'Audit' }, records));
    const { batchId, cases: count } = created(await draw());
    expect(count).toBe(2);
    expect((await draw()).body.code).toBe('nothing-due');
    created(await cases.step(heldLater.complaintId, 'holds', { reason: 'Lawsuit' }, records));

    expect((await review(batchId, cases.supervisor)).status).toBe(403);
    expect((await review(batchId, records)).body).toEqual({ state: 'reviewed_once', disposed: 0, kept: 0 });
    const own = await review(batchId, records);
    expect([own.status, own.body.code]).toEqual([403, 'own-review']);
    expect((await cases.caseFile(gone.complaintId)).status).toBe('closed');
    expect((await review(batchId, director)).body).toEqual({ state: 'disposed', disposed: 1, kept: 1 });
    expect((await review(batchId, await redress.staff('director'))).body.code).toBe('batch-done');

    const { status, body } = await redress.request('GET', `/api/v1/complaints/${gone.complaintId}`, {
      as: cases.supervisor.token,
    });
    expect([status, body.code]).toEqual([410, 'case-disposed']);
    expect(body.details).toMatchObject({
      caseNumber: gone.caseNumber,
      retentionClass: 'not_sustained',
      authority: expect.stringContaining('832.5'),
    });
    for (const kept of [held, heldLater]) expect((await cases.caseFile(kept.complaintId)).status).toBe('closed');
    const { items } = (await redress.request('GET', `${batches}/${batchId}`, { as: records.token })).body;
    expect(items.map(({ outcome }: { outcome: string }) => outcome).sort()).toEqual(['disposed', 'held']);
  });

  // ASVS 5.0: V2.2.2
  it('is refused by the database when one person is both, and when the case is not due', async () => {
    const { complaintId } = await due();
    const { batchId } = created(await draw());
    const { owner } = redress.database;
    await expect(
      owner.query(
        'UPDATE redress.disposal_batch SET first_reviewer = $2, first_at = now(), second_reviewer = $2, second_at = now() WHERE id = $1',
        [batchId, records.staffId],
      ),
    ).rejects.toMatchObject({ code: '23514' });
    await review(batchId, records);
    await owner.query(`UPDATE redress.complaint SET dispose_after = '2999-01-31' WHERE id = $1`, [complaintId]);
    expect((await review(batchId, director)).body).toMatchObject({ disposed: 0 });
    expect((await cases.caseFile(complaintId)).status).toBe('closed');
  });

  it('is rejected by either, and what was in the batch is drawn again', async () => {
    await due();
    const first = created(await draw());
    expect((await review(first.batchId, director, false)).body.state).toBe('rejected');
    const { batchId, cases: again } = created(await draw());
    expect(again).toBe(first.cases);
    const both = await Promise.all([review(batchId, records), review(batchId, records)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
    const { body } = await redress.request('GET', `${batches}?limit=1`, { as: records.token });
    expect(body.items).toMatchObject([{ batchId, firstReviewer: records.staffId, secondReviewer: null }]);
  });
});
