import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseBuilder, created, done } from '../complaint/case-builder.js';
import { recuse } from '../support/case-builder.js';
import { TestApp } from '../support/test-app.js';
import { PLAIN_TEXT, SummaryDesk } from './summary-desk.js';

let redress: TestApp;
let desk: SummaryDesk;
beforeAll(async () => {
  redress = await TestApp.start();
  desk = await SummaryDesk.open(redress);
});
afterAll(() => redress.stop());

const COMPLAINANT = { complainant: { name: 'Rosalind Quillfeather', contact: '312-555-0178' } };
const NAMING = 'R. Quillfeather was stopped near the park, and the board found that the officers had no reason to.';

describe('a summary that waits', () => {
  it('is approved by two who wrote none of it, each of this text with these hits', async () => {
    const complaintId = await desk.submitted(NAMING, COMPLAINANT);
    const [one, other, third] = desk.approvers;
    expect((await desk.approve(complaintId, desk.writer)).body).toMatchObject({ status: 409, code: 'own-summary' });
    expect(created(await desk.approve(complaintId, one))).toEqual({ approvals: 1, needed: 2 });
    expect((await desk.approve(complaintId, one)).body).toMatchObject({ status: 409, code: 'already-approved' });
    expect(await desk.show(complaintId)).toMatchObject({ status: 'awaiting_approval', approvals: [{ hitsShown: 1 }] });
    expect(created(await desk.approve(complaintId, other))).toEqual({ approvals: 2, needed: 2 });
    expect(await desk.show(complaintId)).toMatchObject({ status: 'approved' });
    expect((await desk.approve(complaintId, third)).body).toMatchObject({ status: 409, code: 'status-forbids' });
    const actions = await desk.cases.actions(complaintId);
    expect(actions.filter((action) => action.startsWith('public-summary.'))).toEqual([
      ...['public-summary.draft', 'public-summary.keep-hits', 'public-summary.submit'],
      ...['public-summary.approve', 'public-summary.approve'],
    ]);
  });

  it('is not approved by somebody who wrote an earlier text of it', async () => {
    const complaintId = await desk.newCase();
    const [one] = desk.approvers;
    const { textSha256 } = created(await desk.draft(complaintId, PLAIN_TEXT, one));
    expect((await desk.rewrite(complaintId, `${PLAIN_TEXT} It agreed.`, textSha256)).status).toBe(200);
    done(await desk.submit(complaintId));
    expect((await desk.approve(complaintId, one)).body).toMatchObject({ status: 409, code: 'own-summary' });
  });

  it('is not approved by another’s hash, nor by who may only read', async () => {
    const complaintId = await desk.submitted();
    const [one] = desk.approvers;
    const seen = await desk.show(complaintId, one);
    const [text, hits] = [
      { ...seen, textSha256: 'a'.repeat(64) },
      { ...seen, reviewSha256: 'a'.repeat(64) },
    ];
    expect((await desk.approve(complaintId, one, text)).body).toMatchObject({ status: 409, code: 'text-changed' });
    expect((await desk.approve(complaintId, one, hits)).body).toMatchObject({ status: 409, code: 'hits-changed' });
    const auditor = await redress.staff('auditor');
    expect((await desk.approve(complaintId, auditor, seen)).status).toBe(403);
    expect((await desk.approve(complaintId, await redress.staff('intake'), seen)).status).toBe(403);
  });

  it('loses its approvals when it is written anew, approved or not', async () => {
    for (const complaintId of [await desk.submitted(), await desk.approved()]) {
      const [one, other] = desk.approvers;
      const seen = await desk.show(complaintId, one);
      if (seen.status !== 'approved') created(await desk.approve(complaintId, one));
      const { body } = await desk.rewrite(complaintId, `${PLAIN_TEXT} It agreed.`, seen.textSha256);
      expect(body).toMatchObject({ status: 'draft', approvals: [] });
      expect((await desk.approve(complaintId, other)).body).toMatchObject({ code: 'status-forbids' });
      done(await desk.submit(complaintId));
      expect((await desk.approve(complaintId, one, seen)).body).toMatchObject({ code: 'text-changed' });
      expect(created(await desk.approve(complaintId, other))).toMatchObject({ approvals: 1 });
    }
  });

  it('is blocked by somebody whom the case learns of later, until that is decided and looked at again', async () => {
    const text = 'A neighbour, Thistlewood, saw two officers stop a car and search it for no lawful reason.';
    const cases = await CaseBuilder.open(redress);
    const { complaintId } = await cases.investigated();
    expect(created(await desk.draft(complaintId, text)).hits).toEqual([]);
    done(await desk.submit(complaintId));
    const [one, other] = desk.approvers;
    const seen = await desk.show(complaintId, one);
    created(await desk.approve(complaintId, one, seen));
    const witness = { roles: ['witness'], name: 'Barnaby Thistlewood' };
    created(await cases.step(complaintId, 'people', witness, cases.investigator));
    expect((await desk.approve(complaintId, other, seen)).body).toMatchObject({ status: 409, code: 'hits-changed' });
    expect((await desk.approve(complaintId, other)).body).toMatchObject({ status: 409, code: 'hits-unresolved' });
    created(await desk.keep(complaintId, 'He agreed in writing.'));
    expect(created(await desk.approve(complaintId, other))).toMatchObject({ approvals: 1 });
    expect(created(await desk.approve(complaintId, one))).toMatchObject({ approvals: 2 });
    expect(await desk.show(complaintId)).toMatchObject({ status: 'approved' });
  });

  it('is withdrawn at any time, for good, and another may follow', async () => {
    for (const complaintId of [await desk.submitted(), await desk.approved()]) {
      done(await desk.withdraw(complaintId, desk.approvers[1]));
      expect((await desk.ask(complaintId)).status).toBe(404);
      expect((await desk.withdraw(complaintId)).status).toBe(404);
      created(await desk.draft(complaintId, PLAIN_TEXT));
    }
  });
});

describe('who is recused', () => {
  it('sees nothing of it, and what they approved counts no more', async () => {
    const complaintId = await desk.submitted();
    const [one, other, third] = desk.approvers;
    const seen = await desk.show(complaintId, one);
    created(await desk.approve(complaintId, one));
    await recuse(redress, complaintId, one.staffId);
    expect((await desk.ask(complaintId, '', one)).status).toBe(404);
    expect((await desk.approve(complaintId, one, seen)).status).toBe(404);
    expect((await desk.withdraw(complaintId, one)).status).toBe(404);
    const { body } = await redress.request('GET', '/api/v1/public-summaries/awaiting-approval?limit=200', {
      as: one.token,
    });
    expect(body.items.map((item: { complaintId: string }) => item.complaintId)).not.toContain(complaintId);
    expect(created(await desk.approve(complaintId, other))).toMatchObject({ approvals: 1 });
    expect(created(await desk.approve(complaintId, third))).toMatchObject({ approvals: 2 });
  });
});

describe('the list of what waits', () => {
  it('is paged, oldest first, and says what is yours to approve', async () => {
    const [one] = desk.approvers;
    const waiting = [await desk.submitted(), await desk.submitted(), await desk.submitted()];
    created(await desk.approve(waiting[1]!, one));
    const items: { complaintId: string; approvals: number; yoursToApprove: boolean }[] = [];
    for (let next: string | null = ''; next !== null;) {
      const url = `/api/v1/public-summaries/awaiting-approval?limit=2${next ? `&after=${next}` : ''}`;
      const { body } = await redress.request('GET', url, { as: one.token });
      expect(body.items.length).toBeLessThanOrEqual(2);
      items.push(...body.items);
      next = body.next;
    }
    const ours = items.filter(({ complaintId }) => waiting.includes(complaintId));
    expect(ours.map(({ complaintId, yoursToApprove }) => [complaintId, yoursToApprove])).toEqual([
      ...[
        [waiting[0], true],
        [waiting[1], false],
        [waiting[2], true],
      ],
    ]);
    const writers = await redress.request('GET', '/api/v1/public-summaries/awaiting-approval?limit=200', {
      as: desk.writer.token,
    });
    expect(writers.body.items.filter((item: { yoursToApprove: boolean }) => item.yoursToApprove)).toEqual([]);
  });
});
