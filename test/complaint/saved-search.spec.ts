import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RunSearches } from '../../src/complaint/actions/run-searches.js';
import { type Answer, type SignedIn, TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done, faults } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const BASE = '/api/v1/saved-searches';
const ask = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  as: SignedIn = cases.supervisor,
  body?: object,
): Promise<Answer> => redress.request(method, url, { as: as.token, ...(body ? { body } : {}) });
let named = 0;
const save = async (body: object, as: SignedIn = cases.supervisor): Promise<string> =>
  created(await ask('POST', BASE, as, { name: `Search ${++named}`, filter: {}, ...body })).searchId;
const look = () => redress.app.get(RunSearches).run(redress.jurisdiction.id);
const alerts = async (
  as: SignedIn,
  query = '',
): Promise<{ alertId: string; complaintIds: string[]; cases: number }[]> =>
  (await ask('GET', `/api/v1/alerts${query}`, as)).body.items;
const told = async (as: SignedIn): Promise<string[]> => (await alerts(as)).flatMap(({ complaintIds }) => complaintIds);
const sql = (text: string, values: unknown[] = []) => redress.database.owner.query(text, values);

describe('a saved search', () => {
  it('is kept under a name, run again, changed and deleted by whoever saved it', async () => {
    const mine = await redress.staff('supervisor');
    const web = await cases.file({ channel: 'mail' });
    const body = { name: ' Letters ', filter: { channel: 'mail', status: 'filed' }, sort: 'number' };
    const searchId = created(await ask('POST', BASE, mine, body)).searchId;
    expect((await ask('GET', BASE, mine)).body.items).toEqual([
      {
        ...{ searchId, name: 'Letters', question: { sort: 'number', filter: { channel: 'mail', status: 'filed' } } },
        ...{ cadence: 'none', shared: false, own: true, savedBy: expect.any(String) },
        ...{ lookedAt: null, tooWide: false, faults: [] },
      },
    ]);
    const found = await ask('GET', `${BASE}/${searchId}/complaints?limit=10`, mine);
    expect(found.body.items.map((item: { complaintId: string }) => item.complaintId)).toEqual([web.complaintId]);
    expect((await ask('POST', BASE, mine, { ...body, name: 'Letters' })).body.code).toBe('search-named-so');
    const changed = { ...body, name: 'Calls', filter: { channel: 'phone' } };
    done(await ask('PUT', `${BASE}/${searchId}`, mine, changed));
    expect((await ask('GET', `${BASE}/${searchId}/complaints`, mine)).body.items).toEqual([]);
    expect((await ask('GET', BASE)).text).not.toContain(searchId);
    for (const [method, url] of [
      ['PUT', searchId],
      ['DELETE', searchId],
    ] as const)
      expect((await ask(method, `${BASE}/${url}`, cases.supervisor, method === 'PUT' ? body : undefined)).status).toBe(
        404,
      );
    expect((await ask('GET', `${BASE}/${searchId}/complaints`)).status).toBe(404);
    done(await ask('DELETE', `${BASE}/${searchId}`, mine));
    expect((await ask('GET', BASE, mine)).body.items).toEqual([]);
    const { rows } = await sql(`SELECT action FROM redress.history_event WHERE subject_id = $1 ORDER BY at, id`, [
      searchId,
    ]);
    expect(rows.map(({ action }) => action)).toEqual(['search.save', 'search.change', 'search.delete']);
  });

  it('is for who may list cases, and takes words of the charter and filters of the list alone', async () => {
    for (const role of ['board_member', 'administrator', 'records'] as const)
      expect((await ask('GET', BASE, await redress.staff(role))).status).toBe(403);
    const refused = await ask('POST', BASE, cases.supervisor, {
      name: 'Wrong',
      filter: { channel: 'telex', classification: 'gone', allegationGroup: 'manners' },
    });
    expect(faults(refused)).toEqual([
      ...['/filter/allegationGroup not-in-charter', '/filter/channel not-in-charter'],
      '/filter/classification not-in-charter',
    ]);
    expect(refused.text).toContain('It knows: web');
    const shape = await ask('POST', BASE, cases.supervisor, { name: '', filter: { beat: '1' }, cadence: 'hourly' });
    expect(shape.status).toBe(422);
    expect((await ask('POST', BASE, cases.supervisor, { name: 'No filter' })).status).toBe(422);
  });

  it('may be shared: others run it as themselves, and take their own file of it', async () => {
    const searchId = await save({ name: 'Everybody’s own', filter: { assignedTo: 'me' }, shared: true });
    const { complaintId } = await cases.investigated();
    const theirs = await ask('GET', BASE, cases.investigator);
    expect(theirs.body.items).toMatchObject([{ searchId, own: false, shared: true }]);
    const run = await ask('GET', `${BASE}/${searchId}/complaints`, cases.investigator);
    expect(run.body.items).toMatchObject([{ complaintId }]);
    const file = await ask('GET', `${BASE}/${searchId}/complaints.csv`, cases.investigator);
    expect(file.text).toContain(complaintId);
    expect((await ask('GET', `${BASE}/${searchId}/complaints`)).body.items).toEqual([]);
    expect((await ask('DELETE', `${BASE}/${searchId}`, cases.investigator)).status).toBe(404);
    // What an investigator's own search of everything finds is what is assigned to them.
    const every = await save({}, cases.investigator);
    const took = (await ask('GET', `${BASE}/${every}/complaints.csv`, cases.investigator)).text;
    expect(took.trimEnd().split('\r\n')).toHaveLength(2);
  });

  it('says which of its words are gone instead of breaking, and is not looked at until it is saved anew', async () => {
    const owner = await redress.staff('supervisor');
    const searchId = await save({ filter: { channel: 'phone' }, cadence: 'each' }, owner);
    await sql(
      `UPDATE redress.saved_search SET question = jsonb_set(question, '{filter,classification}', '"gone"') WHERE id = $1`,
      [searchId],
    );
    await cases.file();
    await look();
    expect(await told(owner)).toEqual([]);
    expect((await ask('GET', BASE, owner)).body.items[0]).toMatchObject({
      ...{ searchId, faults: [{ path: '/filter/classification', code: 'not-in-charter' }] },
    });
    for (const address of ['complaints', 'complaints.csv']) {
      const answer = await ask('GET', `${BASE}/${searchId}/${address}`, owner);
      expect([answer.status, answer.body.code]).toEqual([409, 'search-no-longer-fits']);
    }
    done(
      await ask('PUT', `${BASE}/${searchId}`, owner, { name: 'Mended', filter: { channel: 'phone' }, cadence: 'each' }),
    );
    const { complaintId } = await cases.file();
    await look();
    expect(await told(owner)).toEqual([complaintId]);
  });
});

describe('the alerts of a saved search', () => {
  it('tell of what it did not find before, once, and are marked as read', async () => {
    const owner = await redress.staff('supervisor');
    await cases.file();
    await save({ filter: { channel: 'phone', status: 'filed' }, cadence: 'each' }, owner);
    await look();
    expect(await told(owner)).toEqual([]);
    const { complaintId } = await cases.file();
    const anonymous = created(
      await redress.request('POST', '/api/v1/jurisdictions/riverton/complaints', {
        body: { anonymous: true, narrative: 'He pushed me.' },
      }),
    );
    // Two workers at once, and once more: told once.
    await Promise.all([look(), look()]);
    await look();
    const [alert, ...more] = await alerts(owner);
    expect([alert!.complaintIds, alert!.cases, more]).toEqual([[complaintId], 1, []]);
    expect(JSON.stringify(alert)).not.toContain(anonymous.caseNumber);
    expect(alert).toMatchObject({ raisedAt: expect.stringMatching(/T\d\d:00:00\.000Z$/), readAt: null });
    expect((await ask('POST', `/api/v1/alerts/${alert!.alertId}/read`)).status).toBe(404);
    done(await ask('POST', `/api/v1/alerts/${alert!.alertId}/read`, owner));
    expect(await alerts(owner, '?unread=true')).toEqual([]);
    expect((await alerts(owner))[0]).toMatchObject({ alertId: alert!.alertId, readAt: expect.any(String) });
    // What no longer fits is forgotten; when it comes back it is news again.
    await cases.step(complaintId, 'screening', { decision: 'accept' });
    await look();
    expect(await told(owner)).toEqual([]);
    await sql(`UPDATE redress.complaint SET status = 'filed' WHERE id = $1`, [complaintId]);
    await look();
    expect(await told(owner)).toEqual([complaintId]);
  });

  it('come once a day or a week, by the days of the place', async () => {
    const owner = await redress.staff('supervisor');
    const searchIds = [await save({ cadence: 'daily' }, owner), await save({ cadence: 'weekly' }, owner)];
    await cases.file();
    const after = async (days: number): Promise<number> => {
      await sql(`UPDATE redress.saved_search SET looked_at = now() - make_interval(days => $2) WHERE id = ANY ($1)`, [
        searchIds,
        days,
      ]);
      await look();
      return (await alerts(owner)).length;
    };
    expect([await after(0), await after(1), await after(7)]).toEqual([0, 1, 2]);
  });

  it('stay behind the wall of whoever is told: recused before or after, sealed, not assigned', async () => {
    const owner = await redress.staff('supervisor');
    await save({ cadence: 'each' }, owner);
    await save({ cadence: 'each' }, cases.investigator);
    await look();
    const before = await told(cases.investigator);
    const [hidden, later, seen] = [await cases.file(), await cases.file(), await cases.file()];
    const recuse = async ({ complaintId }: { complaintId: string }) =>
      created(await cases.step(complaintId, 'recusals', { staffId: owner.staffId, reason: 'other' }));
    await recuse(hidden);
    await look();
    expect((await told(owner)).sort()).toEqual([later.complaintId, seen.complaintId].sort());
    await recuse(later);
    expect(await told(owner)).toEqual([seen.complaintId]);
    expect((await ask('GET', '/api/v1/alerts', owner)).text).not.toMatch(
      new RegExp(`${hidden.complaintId}|${later.complaintId}`),
    );
    const sealing = { orderedBy: 'court', reference: 'No. 1' };
    created(await cases.step(seen.complaintId, 'sealing', sealing, await redress.staff('director')));
    expect(await alerts(owner)).toEqual([]);
    expect(await told(cases.investigator)).toEqual(before);
    // The control: the rows are there, and as the owner's own transaction sees them they are not.
    const { rows } = await sql(
      'SELECT count(*)::int AS n FROM redress.search_alert WHERE staff_id = $1 AND NOT known',
      [owner.staffId],
    );
    expect(rows[0]).toEqual({ n: 2 });
  });

  it('end when the role is taken away, and begin with what is new when it is given back', async () => {
    const owner = await redress.staff('supervisor');
    await save({ cadence: 'each' }, owner);
    const roles = (given: string[]) => sql('UPDATE redress.staff SET roles = $2 WHERE id = $1', [owner.staffId, given]);
    await roles(['board_member']);
    const { complaintId } = await cases.file();
    await look();
    const { rows } = await sql('SELECT FROM redress.search_alert WHERE staff_id = $1 AND NOT known', [owner.staffId]);
    expect([rows.length, (await ask('GET', '/api/v1/alerts', owner)).status]).toEqual([0, 403]);
    await roles(['supervisor']);
    await look();
    expect(await told(owner)).toEqual([complaintId]);
    await sql('UPDATE redress.staff SET disabled_at = now() WHERE id = $1', [owner.staffId]);
    await cases.file();
    await look();
    const after = await sql('SELECT FROM redress.search_alert WHERE staff_id = $1 AND NOT known', [owner.staffId]);
    expect(after.rows).toHaveLength(1);
  });

  it('are refused by the database with a finer time than the hour (direct SQL)', async () => {
    const searchId = await save({ cadence: 'each' });
    const { complaintId } = await cases.file();
    await expect(
      sql(
        `INSERT INTO redress.search_alert (jurisdiction_id, search_id, complaint_id, staff_id, raised_at, alert_id)
         VALUES ($1, $2, $3, $4, '2026-01-01T10:31Z', gen_random_uuid())`,
        [redress.jurisdiction.id, searchId, complaintId, cases.supervisor.staffId],
      ),
    ).rejects.toMatchObject({ constraint: 'search_alert_tells_the_hour' });
  });

  it('are not given of more cases than anybody can read', async () => {
    const owner = await redress.staff('supervisor');
    const searchId = await save({ filter: { channel: 'mail' }, cadence: 'each' }, owner);
    await sql(
      `INSERT INTO redress.complaint (jurisdiction_id, id, case_number, charter_id, kind, channel, anonymous, status, source, source_key)
       SELECT $1, gen_random_uuid(), 'W-' || n, (SELECT id FROM redress.charter WHERE jurisdiction_id = $1), 'complaint', 'mail', false, 'filed', 'paper', n::text
         FROM generate_series(1, 5001) n`,
      [redress.jurisdiction.id],
    );
    await look();
    expect((await ask('GET', BASE, owner)).body.items[0]).toMatchObject({ searchId, tooWide: true });
    expect(await alerts(owner)).toEqual([]);
    const wide = await ask('POST', BASE, owner, { name: 'All', filter: {}, cadence: 'daily' });
    expect([wide.status, wide.body.code]).toEqual([422, 'too-wide']);
    created(await ask('POST', BASE, owner, { name: 'All', filter: {} }));
  });
});
