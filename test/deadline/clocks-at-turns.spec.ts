import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RaiseAlarms } from '../../src/deadline/index.js';
import { CaseBuilder, done } from '../complaint/case-builder.js';
import { type SignedIn, TestApp } from '../support/test-app.js';

let redress: TestApp;
let cases: CaseBuilder;
let director: SignedIn;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  director = await redress.staff('director');
});
afterAll(async () => redress.stop());

async function clock(complaintId: string, rule: string): Promise<{ state: string; daysLeft: number | null }> {
  const { body } = await redress.request('GET', `/api/v1/complaints/${complaintId}/deadlines`, { as: director.token });
  return body.items.find((each: { rule: string }) => each.rule === rule);
}
const raise = () => redress.app.get(RaiseAlarms).run(redress.jurisdiction.id);

describe('the clocks of a case that takes a turn', () => {
  it.each(['return-to-investigation', 'reviews', 'reopenings'])(
    'run on when the case is sent back by %s',
    async (way) => {
      const { complaintId } = await cases.drafted();
      const body = {
        reviews: { decision: 'return', points: ['Hear the neighbour.'] },
        reopenings: { reason: 'A film' },
      };
      if (way === 'reopenings') done(await cases.step(complaintId, 'close', {}));
      expect((await cases.step(complaintId, way, body[way as keyof typeof body])).status).toBeLessThan(300);
      expect(await clock(complaintId, 'investigation')).toMatchObject({ state: 'running', daysLeft: 180 });
      done(await cases.step(complaintId, 'draft-findings', undefined, cases.investigator));
      expect((await clock(complaintId, 'investigation')).state).toBe('met');
    },
  );

  it('wait for nobody once the case has ended: they are not listed, and raise no alarm', async () => {
    const { complaintId } = await cases.accepted();
    const listed = async () =>
      (await redress.request('GET', '/api/v1/deadlines?limit=200', { as: director.token })).body.items.filter(
        (each: { complaintId: string }) => each.complaintId === complaintId,
      ).length;
    const { owner } = redress.database;
    const reckoned = async () =>
      owner.query(`UPDATE redress.deadline SET reckoned_on = '2020-01-01' WHERE complaint_id = $1`, [complaintId]);
    expect(await listed()).toBe(2);
    await reckoned();
    expect((await raise()).cases).toBe(1);
    done(await cases.step(complaintId, 'close', { reason: 'administrative' }));
    expect(await listed()).toBe(0);
    await reckoned();
    expect((await raise()).cases).toBe(0);
  });
});
