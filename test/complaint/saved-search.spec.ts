import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done, faults } from './case-builder.js';
import { BASE, SearchDesk } from './search-desk.js';

let desk: SearchDesk;
let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  desk = await SearchDesk.open();
  ({ redress, cases } = desk);
});
afterAll(() => redress.stop());

describe('a saved search', () => {
  it('is kept under a name, run again, changed and deleted by whoever saved it', async () => {
    const mine = await redress.staff('supervisor');
    const web = await cases.file({ channel: 'mail' });
    const body = { name: ' Letters ', filter: { channel: 'mail', status: 'filed' }, sort: 'number' };
    const searchId = created(await desk.ask('POST', BASE, mine, body)).searchId;
    expect((await desk.ask('GET', BASE, mine)).body.items).toEqual([
      {
        ...{ searchId, name: 'Letters', question: { sort: 'number', filter: { channel: 'mail', status: 'filed' } } },
        ...{ cadence: 'none', shared: false, own: true, savedBy: expect.any(String) },
        ...{ lookedAt: null, tooWide: false, faults: [] },
      },
    ]);
    const found = await desk.ask('GET', `${BASE}/${searchId}/complaints?limit=10`, mine);
    expect(found.body.items.map((item: { complaintId: string }) => item.complaintId)).toEqual([web.complaintId]);
    expect((await desk.ask('POST', BASE, mine, { ...body, name: 'Letters' })).body.code).toBe('search-named-so');
    const changed = { ...body, name: 'Calls', filter: { channel: 'phone' } };
    done(await desk.ask('PUT', `${BASE}/${searchId}`, mine, changed));
    expect((await desk.ask('GET', `${BASE}/${searchId}/complaints`, mine)).body.items).toEqual([]);
    expect((await desk.ask('GET', BASE)).text).not.toContain(searchId);
    for (const [method, url] of [
      ['PUT', searchId],
      ['DELETE', searchId],
    ] as const)
      expect(
        (await desk.ask(method, `${BASE}/${url}`, cases.supervisor, method === 'PUT' ? body : undefined)).status,
      ).toBe(404);
    expect((await desk.ask('GET', `${BASE}/${searchId}/complaints`)).status).toBe(404);
    done(await desk.ask('DELETE', `${BASE}/${searchId}`, mine));
    expect((await desk.ask('GET', BASE, mine)).body.items).toEqual([]);
    const { rows } = await desk.sql(`SELECT action FROM redress.history_event WHERE subject_id = $1 ORDER BY at, id`, [
      searchId,
    ]);
    expect(rows.map(({ action }) => action)).toEqual(['search.save', 'search.change', 'search.delete']);
  });

  it('is for who may list cases, and takes words of the charter and filters of the list alone', async () => {
    for (const role of ['board_member', 'administrator', 'records'] as const)
      expect((await desk.ask('GET', BASE, await redress.staff(role))).status).toBe(403);
    const refused = await desk.ask('POST', BASE, cases.supervisor, {
      name: 'Wrong',
      filter: { channel: 'telex', classification: 'gone', allegationGroup: 'manners' },
    });
    expect(faults(refused)).toEqual([
      ...['/filter/allegationGroup not-in-charter', '/filter/channel not-in-charter'],
      '/filter/classification not-in-charter',
    ]);
    expect(refused.text).toContain('It knows: web');
    const shape = await desk.ask('POST', BASE, cases.supervisor, {
      name: '',
      filter: { beat: '1' },
      cadence: 'hourly',
    });
    expect(shape.status).toBe(422);
    expect((await desk.ask('POST', BASE, cases.supervisor, { name: 'No filter' })).status).toBe(422);
  });

  it('may be shared: others run it as themselves, and take their own file of it', async () => {
    const searchId = await desk.save({ name: 'Everybody’s own', filter: { assignedTo: 'me' }, shared: true });
    const { complaintId } = await cases.investigated();
    const theirs = await desk.ask('GET', BASE, cases.investigator);
    expect(theirs.body.items).toMatchObject([{ searchId, own: false, shared: true }]);
    const run = await desk.ask('GET', `${BASE}/${searchId}/complaints`, cases.investigator);
    expect(run.body.items).toMatchObject([{ complaintId }]);
    const file = await desk.ask('GET', `${BASE}/${searchId}/complaints.csv`, cases.investigator);
    expect(file.text).toContain(complaintId);
    expect((await desk.ask('GET', `${BASE}/${searchId}/complaints`)).body.items).toEqual([]);
    expect((await desk.ask('DELETE', `${BASE}/${searchId}`, cases.investigator)).status).toBe(404);
    // What an investigator's own search of everything finds is what is assigned to them.
    const every = await desk.save({}, cases.investigator);
    const took = (await desk.ask('GET', `${BASE}/${every}/complaints.csv`, cases.investigator)).text;
    expect(took.trimEnd().split('\r\n')).toHaveLength(2);
  });

  it('says which of its words are gone instead of breaking, and is not looked at until it is saved anew', async () => {
    const owner = await redress.staff('supervisor');
    const searchId = await desk.save({ filter: { channel: 'phone' }, cadence: 'each' }, owner);
    await desk.sql(
      `UPDATE redress.saved_search SET question = jsonb_set(question, '{filter,classification}', '"gone"') WHERE id = $1`,
      [searchId],
    );
    await cases.file();
    await desk.look();
    expect(await desk.told(owner)).toEqual([]);
    expect((await desk.ask('GET', BASE, owner)).body.items[0]).toMatchObject({
      ...{ searchId, faults: [{ path: '/filter/classification', code: 'not-in-charter' }] },
    });
    for (const address of ['complaints', 'complaints.csv']) {
      const answer = await desk.ask('GET', `${BASE}/${searchId}/${address}`, owner);
      expect([answer.status, answer.body.code]).toEqual([409, 'search-no-longer-fits']);
    }
    done(
      await desk.ask('PUT', `${BASE}/${searchId}`, owner, {
        name: 'Mended',
        filter: { channel: 'phone' },
        cadence: 'each',
      }),
    );
    const { complaintId } = await cases.file();
    await desk.look();
    expect(await desk.told(owner)).toEqual([complaintId]);
  });
});
