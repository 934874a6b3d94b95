import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created } from './case-builder.js';
import { NAME, ShieldedCases } from './shielded-case.js';

let redress: TestApp;
let cases: CaseBuilder;
let shield: ShieldedCases;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  shield = new ShieldedCases(cases, await redress.staff('director'));
});
afterAll(() => redress.stop());

describe('ways around the custodian', () => {
  const letter = { template: 'acknowledgement' };

  it('are no letters: without a grant the writer says how the person is addressed', async () => {
    const { complaintId } = await shield.file();
    const preview = (body: object, as = cases.supervisor) => cases.step(complaintId, 'letters/preview', body, as);
    const refused = await preview(letter);
    expect([refused.status, refused.body.code]).toEqual([422, 'letter-lacks-values']);
    expect(refused.text).not.toContain(NAME);
    const { body } = await preview({ ...letter, values: { name: 'Sir or Madam' } });
    expect(body.body).toContain('Sir or Madam');
    const requestId = await shield.ask(complaintId);
    created(await shield.decide(complaintId, requestId, true));
    expect((await preview(letter, cases.investigator)).text).toContain(NAME);
    const { letterId } = created(await cases.step(complaintId, 'letters', letter, cases.investigator));
    for (const part of [`letters/${letterId}`, `letters/${letterId}/pdf`]) {
      expect((await shield.get(complaintId, part, cases.investigator)).status).toBe(200);
      const other = await shield.get(complaintId, part, cases.supervisor);
      expect([other.status, other.body.code]).toEqual([403, 'identity-shielded']);
    }
  });

  it('is no other case of the same person: who is shielded is not known again', async () => {
    const { complaintId } = await shield.file();
    const open = await cases.file({ complainant: { name: NAME, contact: '555-010-0100' } });
    const again = await cases.file({ complainant: { name: NAME, contact: '555-010-0100' } });
    const related = async (id: string): Promise<string[]> => {
      const { body } = await shield.get(id, 'related', cases.supervisor);
      return body.items.map((item: { complaintId: string }) => item.complaintId);
    };
    expect(await related(complaintId)).toEqual([]);
    // The control: two that are open are found.
    expect(await related(open.complaintId)).toEqual([again.complaintId]);
  });
});
