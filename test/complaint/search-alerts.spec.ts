import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done } from './case-builder.js';
import { BASE, SearchDesk } from './search-desk.js';

let desk: SearchDesk;
let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  desk = await SearchDesk.open();
  ({ redress, cases } = desk);
});
afterAll(() => redress.stop());

describe('the alerts of a saved search', () => {
  it('tell of what it did not find before, once, and are marked as read', async () => {
    const owner = await redress.staff('supervisor');
    await cases.file();
    await desk.save({ filter: { channel: 'phone', status: 'filed' }, cadence: 'each' }, owner);
    await desk.look();
    expect(await desk.told(owner)).toEqual([]);
    const { complaintId } = await cases.file();
    const anonymous = created(
      await redress.request('POST', '/api/v1/jurisdictions/riverton/complaints', {
        body: { anonymous: true, narrative: 'He pushed me.' },
      }),
    );
    // Two workers at once, and once more: told once.
    await Promise.all([desk.look(), desk.look()]);
    await desk.look();
    const [alert, ...more] = await desk.alerts(owner);
    expect([alert!.complaintIds, alert!.cases, more]).toEqual([[complaintId], 1, []]);
    expect(JSON.stringify(alert)).not.toContain(anonymous.caseNumber);
    expect(alert).toMatchObject({ raisedAt: expect.stringMatching(/T\d\d:00:00\.000Z$/), readAt: null });
    expect((await desk.ask('POST', `/api/v1/alerts/${alert!.alertId}/read`)).status).toBe(404);
    done(await desk.ask('POST', `/api/v1/alerts/${alert!.alertId}/read`, owner));
    expect(await desk.alerts(owner, '?unread=true')).toEqual([]);
    expect((await desk.alerts(owner))[0]).toMatchObject({ alertId: alert!.alertId, readAt: expect.any(String) });
    // What no longer fits is forgotten; when it comes back it is news again.
    await cases.step(complaintId, 'screening', { decision: 'accept' });
    await desk.look();
    expect(await desk.told(owner)).toEqual([]);
    await desk.sql(`UPDATE redress.complaint SET status = 'filed' WHERE id = $1`, [complaintId]);
    await desk.look();
    expect(await desk.told(owner)).toEqual([complaintId]);
  });

  it('come once a day or a week, by the days of the place', async () => {
    const owner = await redress.staff('supervisor');
    const searchIds = [await desk.save({ cadence: 'daily' }, owner), await desk.save({ cadence: 'weekly' }, owner)];
    await cases.file();
    const after = async (days: number): Promise<number> => {
      await desk.sql(
        `UPDATE redress.saved_search SET looked_at = now() - make_interval(days => $2) WHERE id = ANY ($1)`,
        [searchIds, days],
      );
      await desk.look();
      return (await desk.alerts(owner)).length;
    };
    expect([await after(0), await after(1), await after(7)]).toEqual([0, 1, 2]);
  });

  it('stay behind the wall of whoever is told: recused before or after, sealed, not assigned', async () => {
    const owner = await redress.staff('supervisor');
    await desk.save({ cadence: 'each' }, owner);
    await desk.save({ cadence: 'each' }, cases.investigator);
    await desk.look();
    const before = await desk.told(cases.investigator);
    const [hidden, later, seen] = [await cases.file(), await cases.file(), await cases.file()];
    const recuse = async ({ complaintId }: { complaintId: string }) =>
      created(await cases.step(complaintId, 'recusals', { staffId: owner.staffId, reason: 'other' }));
    await recuse(hidden);
    await desk.look();
    expect((await desk.told(owner)).sort()).toEqual([later.complaintId, seen.complaintId].sort());
    await recuse(later);
    expect(await desk.told(owner)).toEqual([seen.complaintId]);
    expect((await desk.ask('GET', '/api/v1/alerts', owner)).text).not.toMatch(
      new RegExp(`${hidden.complaintId}|${later.complaintId}`),
    );
    const sealing = { orderedBy: 'court', reference: 'No. 1' };
    created(await cases.step(seen.complaintId, 'sealing', sealing, await redress.staff('director')));
    expect(await desk.alerts(owner)).toEqual([]);
    expect(await desk.told(cases.investigator)).toEqual(before);
    // The control: the rows are there, and as the owner's own transaction sees them they are not.
    const { rows } = await desk.sql(
      'SELECT count(*)::int AS n FROM redress.search_alert WHERE staff_id = $1 AND NOT known',
      [owner.staffId],
    );
    expect(rows[0]).toEqual({ n: 2 });
  });

  it('end when the role is taken away, and begin with what is new when it is given back', async () => {
    const owner = await redress.staff('supervisor');
    await desk.save({ cadence: 'each' }, owner);
    const roles = (given: string[]) =>
      desk.sql('UPDATE redress.staff SET roles = $2 WHERE id = $1', [owner.staffId, given]);
    await roles(['board_member']);
    const { complaintId } = await cases.file();
    await desk.look();
    const { rows } = await desk.sql('SELECT FROM redress.search_alert WHERE staff_id = $1 AND NOT known', [
      owner.staffId,
    ]);
    expect([rows.length, (await desk.ask('GET', '/api/v1/alerts', owner)).status]).toEqual([0, 403]);
    await roles(['supervisor']);
    await desk.look();
    expect(await desk.told(owner)).toEqual([complaintId]);
    await desk.sql('UPDATE redress.staff SET disabled_at = now() WHERE id = $1', [owner.staffId]);
    await cases.file();
    await desk.look();
    const after = await desk.sql('SELECT FROM redress.search_alert WHERE staff_id = $1 AND NOT known', [owner.staffId]);
    expect(after.rows).toHaveLength(1);
  });

  it('are refused by the database with a finer time than the hour (direct SQL)', async () => {
    const searchId = await desk.save({ cadence: 'each' });
    const { complaintId } = await cases.file();
    await expect(
      desk.sql(
        `INSERT INTO redress.search_alert (jurisdiction_id, search_id, complaint_id, staff_id, raised_at, alert_id)
         VALUES ($1, $2, $3, $4, '2026-01-01T10:31Z', gen_random_uuid())`,
        [redress.jurisdiction.id, searchId, complaintId, cases.supervisor.staffId],
      ),
    ).rejects.toMatchObject({ constraint: 'search_alert_tells_the_hour' });
  });

  it('are not given of more cases than anybody can read', async () => {
    const owner = await redress.staff('supervisor');
    const searchId = await desk.save({ filter: { channel: 'mail' }, cadence: 'each' }, owner);
    await desk.sql(
      `INSERT INTO redress.complaint (jurisdiction_id, id, case_number, charter_id, kind, channel, anonymous, status, source, source_key)
       SELECT $1, gen_random_uuid(), 'W-' || n, (SELECT id FROM redress.charter WHERE jurisdiction_id = $1), 'complaint', 'mail', false, 'filed', 'paper', n::text
         FROM generate_series(1, 5001) n`,
      [redress.jurisdiction.id],
    );
    await desk.look();
    expect((await desk.ask('GET', BASE, owner)).body.items[0]).toMatchObject({ searchId, tooWide: true });
    expect(await desk.alerts(owner)).toEqual([]);
    const wide = await desk.ask('POST', BASE, owner, { name: 'All', filter: {}, cadence: 'daily' });
    expect([wide.status, wide.body.code]).toEqual([422, 'too-wide']);
    created(await desk.ask('POST', BASE, owner, { name: 'All', filter: {} }));
  });
});
