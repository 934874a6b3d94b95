import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { created, faults } from './case-builder.js';

let redress: TestApp;
let as: string;
let departmentId: string;
beforeAll(async () => {
  redress = await TestApp.start();
  as = (await redress.staff('supervisor')).token;
  departmentId = (await redress.department('Riverton Police')).id;
});
afterAll(() => redress.stop());

const register = (body: object) => redress.request('POST', '/api/v1/officers', { as, body });

describe('POST /api/v1/officers', () => {
  it('registers an officer, once a department and badge', async () => {
    const body = { departmentId, badgeNumber: '1', name: 'A. Finch', race: 'white', appointedOn: '2010-05-01' };
    const { officerId } = created(await register(body));
    const again = await register(body);
    expect([again.status, again.body.code]).toEqual([409, 'officer-known']);
    const query = `?departmentId=${departmentId}&badgeNumber=1`;
    const { body: page } = await redress.request('GET', `/api/v1/officers${query}`, { as });
    expect(page).toMatchObject({ items: [{ ...body, officerId, rank: null }], next: null });
  });

  it('refuses a department that is not there, and words that the charter does not know', async () => {
    const answer = await register({ departmentId: '01890000-0000-7000-8000-000000000000', gender: 'unheard-of' });
    expect(faults(answer)).toEqual(['/departmentId no-such-department', '/gender not-in-charter']);
  });

  it('is not for investigators, who may read the register', async () => {
    const { token } = await redress.staff('investigator');
    expect((await redress.request('POST', '/api/v1/officers', { as: token, body: { departmentId } })).status).toBe(403);
    expect((await redress.request('GET', '/api/v1/officers', { as: token })).status).toBe(200);
  });
});

describe('GET /api/v1/officers', () => {
  it('comes page by page, each officer once', async () => {
    for (const badgeNumber of ['11', '12', '13']) created(await register({ departmentId, badgeNumber }));
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const { body } = await redress.request(
        'GET',
        `/api/v1/officers?limit=2${next === null ? '' : `&after=${next}`}`,
        { as },
      );
      seen.push(...body.items.map((officer: { badgeNumber: string }) => officer.badgeNumber));
      next = body.next;
    } while (next !== null);
    expect([...seen].sort()).toEqual(['1', '11', '12', '13']);
  });
});
