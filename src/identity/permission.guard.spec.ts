import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Asked,
  attempt,
  complainant,
  complaintId,
  department,
  forgetStrategies,
  jurisdictionId,
  kinds,
  now,
  type Route,
  staff,
  standing,
  useStrategies,
} from '../../test/identity/guard-scene.js';

beforeAll(useStrategies);
afterAll(forgetStrategies);

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
    expect((await attempt('read', { actor: staff('clerk'), id: complaintId })).reads).toEqual([[complaintId]]);
  });
});

describe('an opening by break-glass', () => {
  const records = { actor: staff('records'), id: complaintId };
  const opened = { ...records, opening: 'o-1' };

  it.each<[string, Route, Asked, string | boolean]>([
    ['opens a case past the role', 'read', opened, true],
    ['opens a case that is not one’s own', 'read', { ...opened, actor: staff('investigator'), row: {} }, true],
    ['is needed, where the role alone does not allow it', 'read', records, '403 not-allowed'],
    ['is of one case', 'read', { actor: staff('records'), opening: 'o-1' }, '403 not-allowed'],
    ['is of a case with an id', 'read', { ...opened, id: 'R-2026-1' }, '403 not-allowed'],
    [
      'does not tell whoever has a relation’s grant more',
      'read',
      { ...records, actor: staff('investigator') },
      '404 not-found',
    ],
    ['opens nothing that no role has through it', 'list', opened, '403 not-allowed'],
    ['opens nothing to a mediator', 'read', { ...opened, actor: staff('mediator') }, '403 not-allowed'],
  ])('%s', async (_, route, asked, said) => {
    expect((await attempt(route, asked)).said).toBe(said);
  });

  it('is on record before anything is seen, and goes along with the request', async () => {
    const { notes, looked, request } = await attempt('read', opened);
    const looking = { ...staff('records'), glass: complaintId };
    expect([request.actor, looked]).toEqual([looking, [looking]]);
    expect(notes[0]).toEqual([looking]);
    expect(notes[1]).toEqual(
      expect.arrayContaining([
        ...[jurisdictionId, now, 'staff', 's-1', 'glass.read', 'glass-opening', ['o-1'], complaintId],
        '{"permission":"complaint.read","operation":"GET /api/v1/complaints/:complaintId"}',
      ]),
    );
    expect(notes).toHaveLength(2);
  });

  it('is not looked for where a grant is enough, nor where the address names no case', async () => {
    expect((await attempt('read', { ...opened, actor: staff('clerk'), row: {} })).looked).toEqual([]);
    expect((await attempt('read', { ...opened, id: 'R-2026-1' })).looked).toEqual([]);
    const { notes, request } = await attempt('read', {
      actor: staff('clerk'),
      id: complaintId,
      row: {},
      opening: 'o-1',
    });
    expect([notes, request.actor]).toEqual([[], staff('clerk')]);
  });
});
