import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import passport from 'passport';
import type { CaseDatabase } from '../platform/postgres/case-database.js';
import type { Actor } from '../shared/actor.js';
import { Allow, Public, StepUp } from './allow.js';
import { PermissionGuard } from './permission.guard.js';
import { DEFAULT_POLICY } from './rules/standing.js';

class Routes {
  @Public() open() {}
  @Allow('complaint.read') read() {}
  @Allow('complaint.list') list() {}
  @Allow('complaint.follow') follow() {}
  @Allow('use-of-force.read-own') readOwn() {}
  @Allow('release.approve') @StepUp() approve() {}
  forgotten() {}
}
type Route = keyof Routes;

const now = new Date('2026-11-02T12:00:00Z');
const jurisdictionId = '018f2d3c-1111-7222-8333-444455556666';
const complaintId = '018F2D3C-aaaa-7bbb-8ccc-ddddeeeeffff';
const staff = (...roles: string[]) => ({ kind: 'staff', jurisdictionId, staffId: 's-1', roles }) as unknown as Actor;
const department: Actor = { kind: 'department', jurisdictionId, departmentId: 'd-1' };
const complainant: Actor = { kind: 'complainant', jurisdictionId, complaintId, receiptId: 'r-1' };
const standing = { roles: [], provedAt: now, hasSecondFactor: true, policy: DEFAULT_POLICY };

const kinds = ['session', 'department-key', 'department-token', 'receipt'];

interface Asked {
  actor?: Actor;
  id?: string;
  /** What the database finds of the case; null: nothing */
  row?: object | null;
  opening?: string | null;
  [more: string]: unknown;
}

/** What the guard answers, what it asked the database, and what it wrote down. */
async function attempt(route: Route, { actor, id, row = null, opening = null, ...more }: Asked = {}) {
  const params = id === undefined ? {} : { complaintId: id };
  const request = { found: actor, params, method: 'GET', routeOptions: { url: '/c/:complaintId' }, ...more };
  const [reads, notes]: [unknown[][], unknown[][]] = [[], []];
  const found = (sql: string) => (sql.includes('glass_in_hand') ? [{ id: opening }] : row ? [row] : []);
  const manager = { query: (sql: string, values: unknown[] = []) => Promise.resolve((reads.push(values), found(sql))) };
  const noting = { query: (_: string, values: unknown[]) => Promise.resolve(notes.push(values)) };
  const database = {
    read: (_: Actor, work: (with_: unknown) => unknown) => work(manager),
    transaction: (scope: object, work: (with_: unknown) => unknown) => (notes.push([scope]), work(noting)),
  } as unknown as CaseDatabase;
  const guard = new PermissionGuard(new Reflector(), database, { now: () => now });
  const context = {
    getHandler: () => Reflect.get(Routes.prototype, route) as unknown,
    getClass: () => Routes,
    switchToHttp: () => ({ getRequest: () => request, getResponse: () => ({}) }),
  } as unknown as ExecutionContext;
  const answer = await guard.canActivate(context).catch((error: unknown) => error as { code: string; status: number });
  const said = typeof answer === 'boolean' ? answer : `${answer.status} ${answer.code}`;
  return { said, answer, reads, notes, request: request as { actor?: Actor } };
}

beforeAll(() => {
  for (const kind of kinds)
    passport.use(kind, {
      authenticate(this: { success: (actor: Actor) => void; fail: () => void; error: (e: Error) => void }, request) {
        const { found, broken, by = kind } = request as unknown as { found?: Actor; broken?: boolean; by?: string };
        if (broken) this.error(new Error('no database'));
        else if (found && by === kind) this.success(found);
        else this.fail();
      },
    } as passport.Strategy);
});
afterAll(() => {
  for (const kind of kinds) passport.unuse(kind);
});

describe('the guard before every route', () => {
  // ASVS 5.0: V8.3.1
  it('asks nobody who they are where the route is public, and lets nobody through where nothing is said', async () => {
    expect((await attempt('open')).said).toBe(true);
    const { said, answer } = await attempt('forgotten', { actor: staff('director', 'administrator') });
    expect([said, (answer as unknown as Error).message]).toEqual(['403 not-allowed', 'Nobody may do this.']);
  });

  it('sends away who is not signed in, and says when it could not find out', async () => {
    const { said, answer } = await attempt('list');
    expect([said, (answer as unknown as Error).message]).toEqual([
      '401 not-signed-in',
      'Sign in first: this needs a session, a department key or a receipt.',
    ]);
    expect((await attempt('list', { broken: true })).answer).toEqual(new Error('no database'));
  });

  it.each<[string, Route, Asked, string | boolean]>([
    ['a role that is granted it', 'list', { actor: staff('clerk') }, true],
    ['one of several roles', 'list', { actor: staff('records', 'clerk') }, true],
    ...kinds.map((by): [string, Route, Asked, true] => [
      `whoever has a ${by}`,
      'list',
      { actor: staff('clerk'), by },
      true,
    ]),
    ['a grant in every case beside one in one’s own', 'read', { actor: staff('clerk', 'investigator') }, true],
    ['the same, in another’s case', 'read', { actor: staff('clerk', 'investigator'), id: complaintId, row: {} }, true],
    ['another role', 'list', { actor: staff('records') }, '403 not-allowed'],
    ['no role', 'list', { actor: staff() }, '403 not-allowed'],
    ['a department where staff are meant', 'list', { actor: department }, '403 not-allowed'],
    ['a complainant where staff are meant', 'list', { actor: complainant }, '403 not-allowed'],
    ['the complainant’s own', 'follow', { actor: complainant, id: complaintId }, true],
    [
      'staff where the complainant is meant',
      'follow',
      { actor: staff('director'), id: complaintId },
      '403 not-allowed',
    ],
    ['the program itself', 'list', { actor: { kind: 'system', jurisdictionId } }, '403 not-allowed'],
    ['a grant in every case', 'read', { actor: staff('clerk'), id: complaintId, row: {} }, true],
    ['a case behind the wall', 'read', { actor: staff('clerk'), id: complaintId }, '404 not-found'],
    ['one’s own case', 'read', { actor: staff('investigator'), id: complaintId, row: { assigned: true } }, true],
    ['another’s case', 'read', { actor: staff('investigator'), id: complaintId, row: {} }, '404 not-found'],
    [
      'another relation',
      'read',
      { actor: staff('board_member'), id: complaintId, row: { assigned: true } },
      '404 not-found',
    ],
    ['a relation without a case', 'read', { actor: staff('investigator') }, '404 not-found'],
    ['a role in every case without a case', 'read', { actor: staff('clerk') }, true],
    ['what is no id', 'read', { actor: staff('clerk'), id: 'R-2026-1', row: {} }, '404 not-found'],
    ['an id with more to it', 'read', { actor: staff('clerk'), id: `${complaintId}0`, row: {} }, '404 not-found'],
    ['an id with more before it', 'read', { actor: staff('clerk'), id: `0${complaintId}`, row: {} }, '404 not-found'],
    ['a scope that is held', 'readOwn', { actor: department, scopes: ['read'] }, true],
    ['a scope that is not', 'readOwn', { actor: department, scopes: ['submit'] }, '403 scope-needed'],
    ['no scope', 'readOwn', { actor: department }, '403 scope-needed'],
    ['a fresh proof', 'approve', { actor: staff('records'), standing }, true],
    [
      'an old proof',
      'approve',
      { actor: staff('records'), standing: { ...standing, provedAt: new Date(0) } },
      '403 step-up-needed',
    ],
    [
      'an old proof where none is asked',
      'list',
      { actor: staff('clerk'), standing: { ...standing, provedAt: new Date(0) } },
      true,
    ],
    [
      'an old proof of who may not at all',
      'approve',
      { actor: staff('clerk'), standing: { ...standing, provedAt: new Date(0) } },
      '403 not-allowed',
    ],
  ])('goes by who asks: %s', async (_, route, asked, said) => {
    const told = await attempt(route, asked);
    expect(told.said).toBe(said);
    if (said === true) expect(told.request.actor).toBe(asked.actor);
  });
});

describe('a refusal', () => {
  it('says which permission is missing, and what to do about a proof', async () => {
    const { answer } = await attempt('list', { actor: staff('records') });
    expect(answer).toMatchObject({ message: 'Your role does not allow complaint.list.' });
    const old = await attempt('approve', { actor: staff('records'), standing: { ...standing, provedAt: new Date(0) } });
    expect(old.answer).toMatchObject({ faults: [], details: { ask: 'code' } });
  });

  // ASVS 5.0: V16.3.2
  it('stands in the history of the case that was asked for; what is allowed, and what complainants try, does not', async () => {
    const { notes } = await attempt('read', { actor: staff('clerk'), id: complaintId });
    expect(notes[0]).toEqual([{ jurisdictionId }]);
    expect(notes[1]).toEqual(
      expect.arrayContaining([jurisdictionId, now, 'staff', 's-1', 'access.refuse', ['s-1'], complaintId]),
    );
    expect(notes[1]).toContain('{"permission":"complaint.read"}');
    const elsewhere = await attempt('read', { actor: staff('clerk'), id: 'R-2026-1' });
    expect(elsewhere.notes[1]?.[8]).toBeNull();
    const ofDepartment = await attempt('list', { actor: department });
    expect(ofDepartment.notes[1]).toEqual(expect.arrayContaining(['department', 'd-1', ['d-1']]));
    expect((await attempt('list', { actor: complainant })).notes).toEqual([]);
    expect((await attempt('list', { actor: staff('clerk') })).notes).toEqual([]);
  });

  it('of what is no id asks the database nothing', async () => {
    expect((await attempt('read', { actor: staff('clerk'), id: 'R-2026-1' })).reads).toEqual([]);
    expect((await attempt('read', { actor: staff('clerk'), id: complaintId })).reads).toEqual([[complaintId], []]);
  });
});

describe('an opening', () => {
  it('lets in whom nothing else does, on record first, and names the case for the rest of the request', async () => {
    const { said, notes, request } = await attempt('read', { actor: staff('clerk'), id: complaintId, opening: 'o-1' });
    expect([said, request.actor]).toEqual([true, { ...staff('clerk'), glass: complaintId }]);
    expect(notes[1]).toEqual(expect.arrayContaining(['glass.read', ['o-1'], complaintId]));
    expect(notes[1]).toContain('{"permission":"complaint.read","operation":"GET /c/:complaintId"}');
  });
});
