import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { created, done } from '../complaint/case-builder.js';
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
const wordsOf = (body: { hits: { words: string }[] }): string[] => body.hits.map(({ words }) => words);

describe('a draft', () => {
  it('is shown with every hit, and left as it was written', async () => {
    const complaintId = await desk.newCase({ ...COMPLAINANT, incidentOn: '2025-03-05', place: 'the Crooked Lantern' });
    const { caseNumber } = await desk.cases.caseFile(complaintId);
    const text = `On 3/5/2025 Roz Quilfeather (312.555.0178) told officer Kowalski at the Crooked Lantern of case ${caseNumber}.`;
    const answer = created(await desk.draft(complaintId, text));
    expect(answer).toMatchObject({ status: 'draft', text, approvals: [], unresolved: answer.hits.length });
    const roster = answer.hits.filter(({ source }: { source: string }) => source === 'roster');
    expect(wordsOf({ hits: roster })).toEqual([
      '3/5/2025',
      'Roz Quilfeather',
      '312.555.0178',
      'Crooked Lantern',
      caseNumber,
    ]);
    expect(wordsOf(answer)).toContain('Kowalski');
    expect(roster[1]).toMatchObject({
      kind: 'name',
      why: 'the name of the complainant',
      kept: null,
      start: 12,
      end: 27,
    });
  });

  it('is looked at for officers and staff of the jurisdiction who are not in the case', async () => {
    const department = await redress.department('Riverton Police');
    const { token } = await redress.staff('administrator');
    const officer = { departmentId: department.id, name: 'Percival Nightingale', badgeNumber: '88' };
    created(await redress.request('POST', '/api/v1/officers', { as: token, body: officer }));
    const text = 'The search was led by percival nightingale, and a nightingale sang, as the witnesses remember it.';
    const { hits } = created(await desk.draft(await desk.newCase(), text));
    expect(hits).toMatchObject([
      { words: 'percival nightingale', why: 'the name of an officer who is not in the case' },
    ]);
  });

  it('is one for a case; a second is refused, and so is what is too short', async () => {
    const complaintId = await desk.newCase();
    const both = await Promise.all([desk.draft(complaintId, PLAIN_TEXT), desk.draft(complaintId, PLAIN_TEXT)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await desk.draft(complaintId, PLAIN_TEXT)).body).toMatchObject({ code: 'summary-there' });
    expect((await desk.draft(await desk.newCase(), 'Too short.')).status).toBe(422);
  });

  it('is handed on when each hit is taken out or kept for a reason, by who wrote the text', async () => {
    const complaintId = await desk.newCase(COMPLAINANT);
    created(await desk.draft(complaintId, NAMING));
    expect((await desk.submit(complaintId)).body).toMatchObject({ status: 409, code: 'hits-unresolved' });
    const other = desk.approvers[0];
    expect((await desk.keep(complaintId, 'No.', undefined, other)).body).toMatchObject({ code: 'not-the-writer' });
    const kept = created(await desk.keep(complaintId, 'She spoke in public.'));
    expect(kept).toMatchObject({
      unresolved: 0,
      hits: [{ kept: { reason: 'She spoke in public.', staffId: desk.writer.staffId } }],
    });
    const again = { textSha256: kept.textSha256, hits: [{ hitId: kept.hits[0].hitId, reason: 'Otherwise.' }] };
    expect((await desk.ask(complaintId, '/kept-hits', desk.writer, 'POST', again)).body).toMatchObject({
      code: 'hit-kept',
    });
    const none = { ...again, hits: [{ hitId: '0'.repeat(16), reason: 'Otherwise.' }] };
    expect((await desk.ask(complaintId, '/kept-hits', desk.writer, 'POST', none)).body.errors).toMatchObject([
      { path: '/hits/0/hitId', code: 'no-such-hit' },
    ]);
    const { textSha256 } = kept;
    const rewritten = await desk.rewrite(complaintId, PLAIN_TEXT, textSha256);
    expect(rewritten.body).toMatchObject({ hits: [], unresolved: 0 });
    expect((await desk.rewrite(complaintId, NAMING, textSha256)).body).toMatchObject({
      status: 409,
      code: 'text-changed',
    });
    done(await desk.submit(complaintId));
  });

  it('asks again for each decision when the text is written anew', async () => {
    const complaintId = await desk.newCase(COMPLAINANT);
    const { textSha256 } = created(await desk.draft(complaintId, NAMING));
    created(await desk.keep(complaintId, 'She spoke in public.'));
    const { body } = await desk.rewrite(complaintId, `${NAMING} The end.`, textSha256);
    expect(body).toMatchObject({ unresolved: 1, hits: [{ kept: null }] });
  });
});
