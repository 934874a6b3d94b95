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
  desk = await deskOf();
});
afterAll(async () => redress.stop());

async function deskOf(): Promise<EvidenceDesk> {
  const { complaintId } = await cases.accepted();
  return new EvidenceDesk(redress, complaintId, cases.supervisor);
}

describe('what is on record of a file', () => {
  it('is not rewritten, by nobody', async () => {
    const { body } = await desk.send(PNG);
    await desk.content(body.evidenceId);
    await expect(
      redress.database.owner.query(`UPDATE redress.evidence_file SET sha256 = repeat('0', 64)`),
    ).rejects.toMatchObject({ code: 'RD001' });
    await expect(redress.database.owner.query('DELETE FROM redress.evidence_access')).rejects.toMatchObject({
      code: 'RD001',
    });
  });

  it('has every look at it', async () => {
    const own = await deskOf();
    const { body } = await own.send(PNG);
    await own.content(body.evidenceId);
    await own.post(`/${body.evidenceId}/verification`);
    const { rows } = await redress.database.owner.query<{ what: string }>(
      'SELECT what FROM redress.evidence_access WHERE item_id = $1 ORDER BY id',
      [body.evidenceId],
    );
    expect(rows.map(({ what }) => what)).toEqual(['content', 'verification']);
  });
});

describe('evidence is walled', () => {
  it('from who is recused, from other cases’ addresses, and from who may not', async () => {
    const own = await deskOf();
    const { body } = await own.send(PNG);
    const supervisor = await redress.staff('supervisor');
    expect((await own.get('', supervisor)).body.items).toHaveLength(1);
    await cases.step(own.complaintId, 'recusals', { reason: 'relation_to_party' }, supervisor);
    for (const path of ['', `/${body.evidenceId}/content`, '/custody-report'])
      expect((await own.get(path, supervisor)).status).toBe(404);
    const records = await redress.staff('records');
    expect((await own.get('', records)).status).toBe(403);
    const elsewhere = new EvidenceDesk(redress, desk.complaintId, cases.supervisor);
    expect((await elsewhere.content(body.evidenceId)).status).toBe(404);
  });
});
