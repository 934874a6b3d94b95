import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseBuilder } from '../complaint/case-builder.js';
import { TestApp } from '../support/test-app.js';
import { EvidenceDesk, PNG } from './evidence-desk.js';

let redress: TestApp;
let cases: CaseBuilder;
let desk: EvidenceDesk;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  const { complaintId } = await cases.accepted();
  desk = new EvidenceDesk(redress, complaintId, cases.supervisor);
});
afterAll(async () => redress.stop());

const handOver = (evidenceId: string, body: object) => desk.post(`/${evidenceId}/transfers`, body);
const toLab = { receivedByName: 'Dr. Olsen', agency: 'State laboratory', place: 'Front desk', purpose: 'Fingerprints' };

describe('custody', () => {
  it('goes from hand to hand, without a gap', async () => {
    const thing = { title: 'Torn shirt', original: true, quantity: '1', storedAt: 'Locker 4' };
    const { body } = await desk.post('/things', thing);
    expect((await handOver(body.evidenceId, { ...toLab, after: 0 })).status).toBe(204);
    const back = { receivedBy: cases.investigator.staffId, place: 'Front desk', purpose: 'Returned', after: 1 };
    expect((await handOver(body.evidenceId, back)).status).toBe(204);
    const [item] = (await desk.get()).body.items;
    expect(item).toMatchObject({ title: 'Torn shirt', kind: 'physical', file: null, storedAt: 'Locker 4' });
    expect(item.custody).toEqual([
      expect.objectContaining({ sequence: 1, receivedBy: null, ...toLab }),
      expect.objectContaining({ sequence: 2, receivedBy: cases.investigator.staffId, purpose: 'Returned' }),
    ]);
  });

  it('of two who hand the same thing on at once tells one no', async () => {
    const { body } = await desk.post('/things', { title: 'Camera', original: true });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => handOver(body.evidenceId, { ...toLab, after: 0 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409]);
    expect((await handOver(body.evidenceId, { ...toLab, after: 7 })).body.code).toBe('handed-over-meanwhile');
  });

  it('needs one receiver', async () => {
    const { body } = await desk.post('/things', { title: 'Note', original: true });
    const both = { ...toLab, receivedBy: cases.investigator.staffId, after: 0 };
    const none = { place: 'Desk', purpose: 'None', after: 0 };
    for (const wrong of [both, none])
      expect((await handOver(body.evidenceId, wrong)).body.code).toBe('receiver-unclear');
  });
});

describe('the custody report', () => {
  it('says where everything came from, through whose hands it went and who looked at it', async () => {
    const { body } = await desk.send(PNG, { title: 'Photo' });
    await desk.content(body.evidenceId);
    await handOver(body.evidenceId, { ...toLab, after: 0 });
    const { body: report } = await desk.get('/custody-report');
    const item = report.items.find((each: { evidenceId: string }) => each.evidenceId === body.evidenceId);
    expect(item.accesses.map(({ what }: { what: string }) => what)).toEqual(['content', 'custody_report']);
    // The same in the history, which is sealed: who erases an access from its own log is contradicted there.
    const { rows } = await redress.database.owner.query<{ told: string }>(
      `SELECT actor_id || ' ' || (details ->> 'what') AS told FROM redress.history_event
        WHERE action = 'evidence.access' AND subject_id = $1 ORDER BY id`,
      [body.evidenceId],
    );
    const { staffId } = cases.supervisor;
    expect(rows.map(({ told }) => told)).toEqual([`${staffId} content`, `${staffId} custody_report`]);
    expect(item.custody).toHaveLength(1);
    expect(report.people[cases.supervisor.staffId]).toMatch(/^Person/);
  });

  it('is a PDF too, with its pages numbered', async () => {
    for (let more = 0; more < 12; more++) await desk.post('/things', { title: `Thing ${more}`, original: false });
    const response = await redress.app.inject({
      method: 'GET',
      url: `${desk.address}/custody-report.pdf`,
      headers: { authorization: `Bearer ${cases.supervisor.token}` },
    });
    expect(response.headers['content-type']).toBe('application/pdf');
    expect(response.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(response.rawPayload.subarray(-6).toString().trim()).toBe('%%EOF');
    expect(/\/Count (\d+)/.exec(response.rawPayload.toString('latin1'))?.[1]).toMatch(/^[2-9]$/);
  });
});
