import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOST_UNANSWERED } from '../../src/complaint/rules/dialogue.js';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created, faults, type Filed } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const MINE = '/api/v1/jurisdictions/riverton/my-complaint';
const answer = (receipt: string, text: string) =>
  redress.request('POST', `${MINE}/messages`, { receipt, body: { text } });
const read = (receipt: string, query = '') => redress.request('GET', `${MINE}/messages${query}`, { receipt });
const staffRead = (complaintId: string, as = cases.supervisor, query = '') =>
  redress.request('GET', `/api/v1/complaints/${complaintId}/messages${query}`, { as: as.token });
const unread = async (as = cases.supervisor): Promise<Record<string, number>> => {
  const { body } = await redress.request('GET', '/api/v1/unread-messages', { as: as.token });
  return Object.fromEntries(
    body.items.map((item: { complaintId: string; unread: number }) => [item.complaintId, item.unread]),
  );
};
const anonymous = (): Promise<Filed> => cases.file({ channel: 'web', anonymous: true });

describe('the dialogue', () => {
  it('goes both ways, in order, and tells the person that the agency waits', async () => {
    const { complaintId, receiptCode } = await anonymous();
    expect(created(await cases.step(complaintId, 'messages', { text: 'Which car was it?' }))).toEqual({ number: 1 });
    expect((await redress.request('GET', MINE, { receipt: receiptCode })).body).toMatchObject({
      messages: 1,
      awaitingAnswer: true,
      anonymous: true,
    });
    created(await answer(receiptCode, 'Car 12.'));
    created(await answer(receiptCode, 'And car 14 came later.'));
    const { body: mine } = await read(receiptCode);
    expect(mine.items.map(({ number, from, text }: Record<string, unknown>) => [number, from, text])).toEqual([
      [1, 'agency', 'Which car was it?'],
      [2, 'me', 'Car 12.'],
      [3, 'me', 'And car 14 came later.'],
    ]);
    expect((await redress.request('GET', MINE, { receipt: receiptCode })).body.awaitingAnswer).toBe(false);
    const { body: whole } = await redress.request('GET', MINE, { receipt: receiptCode });
    expect(mine.items.map(({ sentOn }: { sentOn: string }) => sentOn)).toEqual(Array(3).fill(whole.lastUpdateOn));
    const { body: theirs } = await staffRead(complaintId);
    expect(theirs.items.map(({ from, text }: Record<string, unknown>) => [from, text])).toEqual([
      ['agency', 'Which car was it?'],
      ['complainant', 'Car 12.'],
      ['complainant', 'And car 14 came later.'],
    ]);
  });

  it('shows the person no name and no id of the staff', async () => {
    const { complaintId, receiptCode } = await anonymous();
    created(await cases.step(complaintId, 'messages', { text: 'Hello.' }));
    const { text } = await read(receiptCode);
    for (const secret of [cases.supervisor.staffId, 'Person ', complaintId]) expect(text).not.toContain(secret);
  });

  it('is counted for each member of the staff until they have read it', async () => {
    const { complaintId, receiptCode } = await anonymous();
    created(await answer(receiptCode, 'One.'));
    created(await answer(receiptCode, 'Two.'));
    expect((await unread())[complaintId]).toBe(2);
    expect((await cases.caseFile(complaintId)).messages).toEqual({ count: 2, unread: 2 });
    await staffRead(complaintId, cases.supervisor, '?limit=1');
    expect((await unread())[complaintId]).toBe(1);
    await staffRead(complaintId);
    await staffRead(complaintId);
    expect((await unread())[complaintId]).toBeUndefined();
    expect((await unread(await redress.staff('intake')))[complaintId]).toBe(2);
    // What was new and was read is recorded once; what the person reads never is.
    await read(receiptCode);
    // Within an hour who is anonymous leaves no order: their ids are random there.
    expect((await cases.actions(complaintId)).sort()).toEqual([
      'complaint.file',
      ...['message.read-dialogue', 'message.read-dialogue', 'message.write', 'message.write'],
    ]);
  });

  it('pages on', async () => {
    const { receiptCode } = await anonymous();
    for (const text of ['a', 'b', 'c', 'd', 'e']) created(await answer(receiptCode, text));
    const seen: string[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const { body } = await read(receiptCode, `?limit=2&after=${after}`);
      seen.push(...body.items.map((item: { text: string }) => item.text));
      after = body.next;
    }
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('numbers what is written at once without a gap and without a double', async () => {
    const { complaintId, receiptCode } = await anonymous();
    const texts = Array.from({ length: 8 }, (_, index) => `Message ${index}`);
    const answers = await Promise.all([
      ...texts.map((text) => answer(receiptCode, text)),
      ...texts.map((text) => cases.step(complaintId, 'messages', { text })),
    ]);
    const numbers = answers.map((each) => created(each).number).sort((one: number, other: number) => one - other);
    expect(numbers).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
  });

  it('keeps no time of an anonymous person finer than the hour, nor of who writes to them, in ids neither', async () => {
    const { complaintId, receiptCode } = await anonymous();
    created(await cases.step(complaintId, 'messages', { text: 'Which car?' }));
    created(await answer(receiptCode, 'Car 12.'));
    const { rows } = await redress.database.owner.query(
      `SELECT bool_and(m.sent_at = date_trunc('hour', m.sent_at)) AS messages,
              bool_and(e.at = date_trunc('hour', e.at)) FILTER (WHERE e.actor_kind = 'complainant') AS history,
              bool_and(('x' || left(replace(m.id::text, '-', ''), 12))::bit(48)::bigint % 3600000 = 0) AS ids
         FROM redress.message m JOIN redress.history_event e USING (complaint_id) WHERE m.complaint_id = $1`,
      [complaintId],
    );
    expect(rows).toEqual([{ messages: true, history: true, ids: true }]);
    await expect(
      redress.database.owner.query(
        `INSERT INTO redress.message SELECT jurisdiction_id, gen_random_uuid(), complaint_id, 99, NULL, text_cipher, sent_at + interval '1 second'
           FROM redress.message WHERE complaint_id = $1 LIMIT 1`,
        [complaintId],
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('shows staff the hour alone on everything of an anonymous case: file, history, dialogue', async () => {
    const { complaintId, receiptCode } = await anonymous();
    created(await cases.step(complaintId, 'screening', { decision: 'accept' }));
    created(await cases.step(complaintId, 'assignments', { staffId: cases.investigator.staffId }));
    created(await answer(receiptCode, 'Car 12.'));
    const as = cases.supervisor.token;
    const answers = await Promise.all(
      ['', '/history', '/messages'].map((part) =>
        redress.request('GET', `/api/v1/complaints/${complaintId}${part}`, { as }),
      ),
    );
    const list = await redress.request('GET', `/api/v1/complaints?caseNumber=${answers[0]!.body.caseNumber}`, { as });
    const times = [...answers, list].flatMap(({ text }) => text.match(/\d{4}-\d\d-\d\dT[\d:.]+/g) ?? []);
    expect(times.length).toBeGreaterThan(7);
    expect(times.filter((time) => !/T\d\d:00:00(\.000)?$/.test(time))).toEqual([]);
    // The control: of a case whose complainant is known the minutes are shown.
    const known = await cases.accepted({ complainant: { name: 'Rosa' } });
    const { text } = await redress.request('GET', `/api/v1/complaints/${known.complaintId}/history`, { as });
    expect(text).toMatch(/T\d\d:(?!00:00)\d\d:\d\d/);
  });

  // ASVS 5.0: V2.3.2
  it('is no flood: after many messages the person waits for an answer', async () => {
    const { complaintId, receiptCode } = await anonymous();
    for (let count = 0; count < MOST_UNANSWERED; count++) created(await answer(receiptCode, `${count}`));
    const more = await answer(receiptCode, 'more');
    expect([more.status, more.body.code]).toEqual([409, 'wait-for-answer']);
    created(await cases.step(complaintId, 'messages', { text: 'We have read it.' }));
    created(await answer(receiptCode, 'Thank you.'));
  });

  it('takes words, and no more than it can keep', async () => {
    const { receiptCode } = await anonymous();
    expect(faults(await answer(receiptCode, ' \n'))).toEqual(['/text matches']);
    expect(faults(await answer(receiptCode, 'x'.repeat(10_001)))).toEqual(['/text is-length']);
  });

  it('is for who works on the case: not for another investigator, nor an auditor, nor another receipt', async () => {
    const { complaintId, receiptCode } = await anonymous();
    created(await answer(receiptCode, 'Secret word: marzipan.'));
    expect((await staffRead(complaintId, await redress.staff('investigator'))).status).toBe(404);
    expect((await staffRead(complaintId, await redress.staff('auditor'))).status).toBe(403);
    const other = await anonymous();
    expect((await read(other.receiptCode)).body.items).toEqual([]);
  });

  it('is behind the wall for who is recused: no text, no count', async () => {
    const { complaintId, receiptCode } = await cases.investigated();
    created(await answer(receiptCode, 'Secret word: marzipan.'));
    expect((await unread(cases.investigator))[complaintId]).toBe(1);
    created(await cases.step(complaintId, 'recusals', { reason: 'other' }, cases.investigator));
    expect((await staffRead(complaintId, cases.investigator)).status).toBe(404);
    expect((await cases.step(complaintId, 'messages', { text: 'Hi.' }, cases.investigator)).status).toBe(404);
    expect((await unread(cases.investigator))[complaintId]).toBeUndefined();
    // Not by the assignment's end alone: a supervisor sees all cases, and not this one.
    const walled = await redress.staff('supervisor');
    expect((await unread(walled))[complaintId]).toBe(1);
    created(await cases.step(complaintId, 'recusals', { reason: 'other' }, walled));
    expect((await unread(walled))[complaintId]).toBeUndefined();
  });
});
