import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD, TestApp } from '../support/test-app.js';

let redress: TestApp;
let administrator: string;
beforeAll(async () => {
  redress = await TestApp.start();
  administrator = (await redress.staff('administrator')).token;
});
afterAll(() => redress.stop());

const ada = { signInName: 'Ada', displayName: 'Ada Quill', password: PASSWORD, roles: ['records'] };

describe('an administrator', () => {
  it('lets a person in, who then signs in by that name in any case', async () => {
    expect((await redress.request('POST', '/api/v1/staff', { as: administrator, body: ada })).status).toBe(201);
    const body = { jurisdiction: 'riverton', signInName: 'ADA', password: PASSWORD };
    expect((await redress.request('POST', '/api/v1/sessions', { body })).status).toBe(201);
    const again = await redress.request('POST', '/api/v1/staff', { as: administrator, body: ada });
    expect([again.status, again.body.code]).toEqual([409, 'sign-in-name-taken']);
  });

  // ASVS 5.0: V6.2.1, V6.2.11
  it.each([
    ['short', 'at least 15'],
    ['aaaaaaaaaaaaaaaaaaaa', 'too few different'],
    ['Grace Hopper Grace Hopper', 'over again'],
  ])('is told why %s is refused as a password', async (password, reason) => {
    const body = { ...ada, signInName: 'grace', displayName: 'GraceHopper', password };
    const { status, body: problem } = await redress.request('POST', '/api/v1/staff', { as: administrator, body });
    expect([status, problem.code]).toEqual([422, 'weak-password']);
    expect(problem.detail).toContain(reason);
  });

  it('registers a department once, and gives it keys', async () => {
    const body = { name: 'Harbor PD', ori: 'XX0010000' };
    const { body: department } = await redress.request('POST', '/api/v1/departments', { as: administrator, body });
    const twice = await redress.request('POST', '/api/v1/departments', { as: administrator, body });
    expect([twice.status, twice.body.code]).toEqual([409, 'department-known']);
    const path = `/api/v1/departments/${department.id as string}/keys`;
    const { body: issued } = await redress.request('POST', path, {
      as: administrator,
      body: { label: 'records system' },
    });
    expect(issued.key).toMatch(/^rk_[0-9a-f]{32}_[0-9a-f]{32}_[\w-]{43}$/);
    const { rows } = await redress.database.owner.query('SELECT secret_hash::text FROM redress.department_key');
    expect(JSON.stringify(rows)).not.toContain(issued.key.split('_')[3]);
  });
});

describe('everybody else', () => {
  it('is not let near it', async () => {
    const { token } = await redress.staff('director', 'supervisor', 'records', 'clerk');
    expect((await redress.request('POST', '/api/v1/staff', { as: token, body: ada })).body.code).toBe('not-allowed');
    expect((await redress.request('POST', '/api/v1/staff', { body: ada })).body.code).toBe('not-signed-in');
  });
});
