import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD, TestApp } from '../support/test-app.js';

let redress: TestApp;
beforeAll(async () => (redress = await TestApp.start()));
afterAll(() => redress.stop());

const credentials = (signInName: string, password = PASSWORD) => ({ jurisdiction: 'riverton', signInName, password });

describe('a place that was just established', () => {
  // ASVS 5.0: V6.3.2
  it('has nobody who could sign in: no account comes with it', async () => {
    expect((await redress.database.owner.query('SELECT FROM redress.staff')).rowCount).toBe(0);
  });
});

describe('POST /api/v1/sessions', () => {
  it('lets a person in with the right password, and says who they are', async () => {
    await redress.staff('clerk');
    const { status, body } = await redress.request('POST', '/api/v1/sessions', { body: credentials('clerk1') });
    expect(status).toBe(201);
    const me = await redress.request('GET', '/api/v1/sessions/current', { as: body.token });
    expect(me.body).toMatchObject({ displayName: 'Person 1', roles: ['clerk'] });
  });

  // ASVS 5.0: V6.3.8
  it('answers a wrong password, an unknown name and an unknown place alike', async () => {
    const known = await redress.staff('records');
    expect(known.staffId).toHaveLength(36);
    const wrong = [
      credentials('records2', 'not this one at all'),
      credentials('nobody'),
      { ...credentials('records2'), jurisdiction: 'elsewhere' },
    ];
    for (const body of wrong) {
      const { status, body: problem } = await redress.request('POST', '/api/v1/sessions', { body });
      expect(status).toBe(401);
      expect(problem).toMatchObject({ code: 'sign-in-refused', type: '/docs/errors#sign-in-refused' });
    }
  });

  // ASVS 5.0: V16.3.1
  it('is on record, whoever was let in, refused or not there, with the factor and without what was typed', async () => {
    const { staffId } = await redress.staff('mediator');
    const signIn = (body: object) => redress.request('POST', '/api/v1/sessions', { body });
    const { rows: before } = await redress.database.owner.query('SELECT FROM redress.history_event');
    const { rows } = await redress.database.owner.query<{ name: string }>(
      'SELECT sign_in_name AS name FROM redress.staff WHERE id = $1',
      [staffId],
    );
    for (const body of [credentials(rows[0]!.name), credentials(rows[0]!.name, 'a slip of it'), credentials('a slip')])
      await signIn(body);
    const { rows: events } = await redress.database.owner.query<{ event: string }>(
      `SELECT concat_ws(' ', action, subject_id, details) AS event FROM redress.history_event ORDER BY id OFFSET $1`,
      [before.length],
    );
    const nobody = '00000000-0000-0000-0000-000000000000';
    expect(events.map(({ event }) => event)).toEqual([
      `session.start ${staffId} {"locked": false, "secondFactor": "none"}`,
      `session.refuse ${staffId} {"locked": false}`,
      `session.refuse ${nobody} {"locked": false}`,
    ]);
  });

  // ASVS 5.0: V6.3.1
  it('closes the account after five wrong passwords, for the right one too', async () => {
    await redress.staff('auditor');
    for (let attempt = 0; attempt < 5; attempt++) {
      await redress.request('POST', '/api/v1/sessions', { body: credentials('auditor3', 'a wrong password again') });
    }
    const { status } = await redress.request('POST', '/api/v1/sessions', { body: credentials('auditor3') });
    expect(status).toBe(401);
  });

  // ASVS 5.0: V2.2.1, V15.3.3
  it('says what is missing, and where', async () => {
    const { status, body } = await redress.request('POST', '/api/v1/sessions', {
      body: { jurisdiction: 'riverton', extra: 1 },
    });
    expect(status).toBe(422);
    expect(body.errors.map((fault: { path: string; code: string }) => [fault.path, fault.code])).toEqual(
      expect.arrayContaining([
        ['/signInName', 'is-string'],
        ['/password', 'is-string'],
        ['/extra', 'unknown-field'],
      ]),
    );
  });
});

describe('a session', () => {
  // ASVS 5.0: V7.4.1
  it('ends when it is ended', async () => {
    const { token } = await redress.staff('clerk');
    expect((await redress.request('DELETE', '/api/v1/sessions/current', { as: token })).status).toBe(204);
    expect((await redress.request('GET', '/api/v1/sessions/current', { as: token })).status).toBe(401);
  });

  // ASVS 5.0: V7.4.2
  it('ends when the person is disabled, with the next request', async () => {
    const { token, staffId } = await redress.staff('clerk');
    await redress.database.owner.query('UPDATE redress.staff SET disabled_at = now() WHERE id = $1', [staffId]);
    expect((await redress.request('GET', '/api/v1/sessions/current', { as: token })).status).toBe(401);
  });

  // ASVS 5.0: V7.2.1
  it('is not opened by a token of the right form that nobody was given', async () => {
    const forged = `rs_${redress.jurisdiction.id.replaceAll('-', '')}_${'A'.repeat(43)}`;
    expect((await redress.request('GET', '/api/v1/sessions/current', { as: forged })).status).toBe(401);
  });
});
