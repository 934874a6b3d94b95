import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { genericCharter } from '../../src/charter/index.js';
import type { ProgrammeAnswer } from '../../src/use-of-force-report/rules/profile/compile-profile.js';
import { type Answer, type SignedIn, TestApp } from '../support/test-app.js';
import { recordWith } from './profiles/profile-cases.js';
import { sampleReport } from './sample-report.js';

const PATH = '/api/v1/use-of-force-reports';
const PROFILES = '/api/v1/use-of-force-profiles';
const seventh = JSON.parse(
  readFileSync(new URL('./profiles/seventh/cityville.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
let redress: TestApp;
let riverton: { id: string; key: string };
let lakeside: { id: string; key: string };
let director: SignedIn;
beforeAll(async () => {
  redress = await TestApp.start();
  riverton = await redress.department('Riverton PD');
  lakeside = await redress.department('Lakeside PD');
  director = await redress.staff('director');
});
afterAll(() => redress.stop());

let keys = 0;
function submit(body: unknown, as = riverton.key): Promise<Answer> {
  return redress.request('POST', PATH, { as, body, headers: { 'idempotency-key': `programmes-${++keys}` } });
}

/** `profile status`, and the codes of what is the matter. */
function said(programmes: ProgrammeAnswer[]): string[] {
  return programmes.map(({ profile, status, issues }) =>
    [profile, status, ...issues.map(({ code }) => code.split('.').slice(1).join('.'))].join(' '),
  );
}

const complete = (number: string) => recordWith({ '/reportNumber': number, '/agencyOri': 'NJ0010100' }).report;

describe('a report that comes in', () => {
  it('is answered for each programme that binds the department, and the same when it is asked for later', async () => {
    const { status, body } = await submit({ ...complete('P-1'), ambush: { state: 'pending' } });
    expect(status).toBe(201);
    expect(said(body.programmes)).toEqual([
      expect.stringMatching(/^fbi incomplete ambush.pending late$/),
      'local-all-force complete late',
    ]);
    const [mine, theirs] = await Promise.all([
      redress.request('GET', `${PATH}/mine/${body.id}/programmes`, { as: riverton.key }),
      redress.request('GET', `${PATH}/${body.id}/programmes`, { as: director.token }),
    ]);
    expect(mine.body.programmes).toEqual(body.programmes);
    expect(theirs.body.programmes).toEqual(body.programmes);
  });

  it('of before, in fewer words, is a report still: the programmes say what they miss of it, and where', async () => {
    const { status, body } = await submit(sampleReport('P-2'));
    expect(status).toBe(201);
    const [fbi, local] = body.programmes as ProgrammeAnswer[];
    expect(fbi).toMatchObject({ status: 'not_reportable', why: expect.stringContaining('Nobody died') });
    expect(local).toMatchObject({ status: 'incomplete', acceptable: false });
    expect(local!.issues).toContainEqual({
      path: '/force/0/reasons',
      code: 'local-all-force.force-reason.missing',
      level: 'error',
      label: 'Reason',
      message: 'Say why this force was used.',
    });
  });

  it('is told of the zero report whose place it takes, and of another of the same hour and place', async () => {
    const zero = await redress.request('PUT', `${PATH}/zero/2026-02`, { as: riverton.key });
    expect(zero.status).toBe(200);
    const february = { ...complete('P-3'), occurredOn: '2026-02-03' };
    const first = await submit(february);
    expect(said(first.body.programmes)[1]).toBe('local-all-force complete zero-report late');
    const second = await submit({ ...february, reportNumber: 'P-4', incidentNumber: '26-1' });
    expect(said(second.body.programmes)[1]).toBe('local-all-force complete same-incident late');
  });

  it("is another department's nowhere", async () => {
    const { body } = await submit(complete('P-5'));
    const other = await redress.request('GET', `${PATH}/mine/${body.id}/programmes`, { as: lakeside.key });
    expect(other.status).toBe(404);
    const staffRoute = await redress.request('GET', `${PATH}/${body.id}/programmes`, { as: riverton.key });
    expect(staffRoute.status).toBe(403);
  });
});

describe('POST /api/v1/use-of-force-reports/validate', () => {
  const validate = (body: unknown): Promise<Answer> =>
    redress.request('POST', `${PATH}/validate`, { as: riverton.key, body });
  const stored = async (): Promise<unknown> => {
    const { rows } = await redress.database.owner.query(
      `SELECT (SELECT count(*) FROM redress.use_of_force_report) AS reports, (SELECT count(*) FROM redress.officer) AS officers,
              (SELECT count(*) FROM redress.history_event) AS events`,
    );
    return rows[0];
  };

  it('says what a report would be answered with, and keeps nothing', async () => {
    const before = await stored();
    const { status, body } = await validate({ ...complete('V-1'), officers: [{ badgeNumber: '9999' }] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ lawful: true, faults: [] });
    expect(said(body.programmes)[0]).toContain('officer-age.missing');
    expect(await stored()).toEqual(before);
  });

  it('says why a report would not be taken in', async () => {
    const { body } = await validate({ ...complete('V-2'), occurredHour: 24 });
    expect(body).toEqual({
      lawful: false,
      faults: [expect.objectContaining({ path: '/occurredHour', code: 'out-of-range' })],
      programmes: [],
    });
  });
});

describe('the profiles', () => {
  it('are public, with what is unconfirmed counted', async () => {
    const { body } = await redress.request('GET', PROFILES);
    expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual([
      'california',
      'fbi',
      'local-all-force',
      'new-jersey',
      'ohio',
      'washington',
    ]);
    expect(body.items.find(({ id }: { id: string }) => id === 'fbi').unconfirmed).toBeGreaterThan(5);
    const newest = await redress.request('GET', `${PROFILES}/fbi`);
    const version = await redress.request('GET', `${PROFILES}/fbi/2019.1`);
    expect(newest.body.profile.lists.force.codes[3]).toEqual({ code: '04', label: 'Take-down' });
    expect(version.body).toEqual(newest.body);
    expect((await redress.request('GET', `${PROFILES}/fbi/1999.1`)).status).toBe(404);
    expect((await redress.request('GET', `${PROFILES}/constructor`)).status).toBe(404);
  });

  it('of a place are its own: enacted, bound by its charter to a department, and asked of its reports', async () => {
    const enact = (body: unknown): Promise<Answer> => redress.request('POST', PROFILES, { as: director.token, body });
    expect((await enact(seventh)).status).toBe(201);
    const again = await enact(seventh);
    expect([again.status, again.body.code]).toEqual([409, 'profile-version-taken']);
    const refused = await enact({ ...seventh, version: '2', elements: [] });
    expect([refused.status, refused.body.code, refused.body.errors[0].path]).toEqual([
      422,
      'profile-refused',
      '/elements',
    ]);
    const here = await redress.request('GET', `${PROFILES}/cityville?jurisdiction=riverton`);
    expect(here.body.profile).toEqual(seventh);
    expect((await redress.request('GET', `${PROFILES}/cityville`)).status).toBe(404);

    const terms = {
      authority: 'Ordinance 26-7',
      from: '2026-01-01',
      until: null,
      departments: null,
      closedThrough: null,
    };
    const forceProfiles = [
      { ...terms, profile: 'cityville', departments: [lakeside.id] },
      { ...terms, profile: 'california', closedThrough: '2026-12-31' },
      { ...terms, profile: 'fbi', from: '2027-01-01' },
      { ...terms, profile: 'no-such-programme' },
    ];
    const charter = await redress.request('POST', '/api/v1/charters', {
      as: director.token,
      body: { effectiveFrom: '2020-01-02', document: { ...genericCharter, forceProfiles } },
    });
    expect([charter.status, charter.body.errors]).toEqual([201, undefined]);
    const pointed = { '/force/0/forceType': 'firearm_pointed', '/officers/0/badgeNumber': null };
    const { report } = recordWith({ ...pointed, '/reportNumber': 'P-6' });
    const [theirs, ours] = [await submit(report, lakeside.key), await submit(report)];
    expect(said(theirs.body.programmes)).toEqual([
      'cityville incomplete pointed-by-whom',
      expect.stringMatching(/^california incomplete .*year-closed/),
      'no-such-programme not_reportable',
    ]);
    expect(said(ours.body.programmes).map((each) => each.split(' ')[0])).toEqual(['california', 'no-such-programme']);
  });

  it('that were enacted are not rewritten, by direct SQL either, and do not bind twice', async () => {
    for (const table of ['redress', 'published'])
      await expect(
        redress.database.owner.query(`UPDATE ${table}.use_of_force_profile SET version = '9'`),
      ).rejects.toThrow();
    const twice = genericCharter.forceProfiles.flatMap((each) => [each, each]);
    const { status, body } = await redress.request('POST', '/api/v1/charters', {
      as: director.token,
      body: { effectiveFrom: '2030-01-01', document: { ...genericCharter, forceProfiles: twice } },
    });
    expect([status, body.errors[0].message]).toEqual([422, 'forceProfiles: fbi binds a department twice at a time']);
  });
});
