import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type CaseBuilder, created, done } from '../complaint/case-builder.js';
import type { Answer, SignedIn, TestApp } from '../support/test-app.js';
import { GlassDesk } from './glass-desk.js';

let desk: GlassDesk;
let redress: TestApp;
let cases: CaseBuilder;
let director: SignedIn;
let asker: SignedIn;
beforeAll(async () => {
  desk = await GlassDesk.start();
  ({ redress, cases, director, asker } = desk);
});
afterAll(() => desk.stop());

const ids = ({ body }: Answer): string[] => body.items.map(({ id }: { id: string }) => id);
const owner = (sql: string, values: unknown[] = []) => redress.database.owner.query(sql, values);

describe('three people', () => {
  it('ask, approve and review: by rule and by constraint', async () => {
    const { complaintId } = await cases.file();
    const both = await redress.staff('auditor', 'director');
    const openingId = await desk.ask(both, complaintId);
    expect((await desk.decide(openingId, both)).body.code).toBe('glass-own');
    const set = (columns: string) => owner(`UPDATE redress.glass_opening SET ${columns} WHERE id = $1`, [openingId]);
    const decided = `decision = 'approved', decision_cipher = '', decided_by`;
    await expect(set(`${decided} = asked_by`)).rejects.toMatchObject({ code: 'RD065' });
    const asApp = (as: SignedIn, columns: string) =>
      desk.asApp(as, '', `UPDATE redress.glass_opening SET ${columns} WHERE id = $1`, [openingId]);
    await expect(asApp(both, `${decided} = '${both.staffId}'`)).rejects.toMatchObject({
      constraint: 'glass_opened_by_another',
    });
    await expect(asApp(both, `${decided} = '${director.staffId}'`)).rejects.toMatchObject({ code: 'RD065' });
    for (const columns of [`opened_until = now() + interval '1 year'`, `asked_by = '${director.staffId}'`])
      await expect(asApp(both, columns)).rejects.toMatchObject({ code: '42501' });
    await expect(
      asApp(director, `review = 'right', review_cipher = '', reviewed_by = '${director.staffId}'`),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/RD065|23514/),
    });

    created(await desk.decide(openingId));
    const again = await desk.decide(openingId, cases.supervisor, false);
    expect([again.status, again.body.code]).toEqual([409, 'glass-over']);
    const review = (as: SignedIn) => desk.post(`/${openingId}/review`, as, { wasRight: true, remarks: 'It was.' });
    const third = await redress.staff('auditor');
    expect((await review(third)).body.code).toBe('glass-not-to-review');
    const stranger = await redress.staff('supervisor');
    expect((await desk.post(`/${openingId}/end`, stranger)).status).toBe(404);
    done(await desk.post(`/${openingId}/end`, director));
    for (const one of [both, director]) expect((await review(one)).body.code).toBe('glass-own');
    await expect(set(`review = 'right', review_cipher = '', reviewed_by = decided_by`)).rejects.toMatchObject({
      code: 'RD065',
    });
    await expect(
      asApp(director, `review = 'right', review_cipher = '', reviewed_by = '${director.staffId}'`),
    ).rejects.toMatchObject({
      constraint: 'glass_reviewed_by_a_third',
    });
    done(await review(third));
    expect((await review(await redress.staff('records'))).body.code).toBe('glass-not-to-review');
    for (const sql of [
      'DELETE FROM redress.glass_opening',
      `UPDATE redress.glass_opening SET review = 'not_right' WHERE review IS NOT NULL`,
    ])
      await expect(owner(sql)).rejects.toMatchObject({ code: expect.stringMatching(/RD001|RD065/) });
  });

  it('are asked for a late proof by who approves, and of two at once one is told no', async () => {
    const { complaintId } = await cases.file();
    const openingId = await desk.ask(asker, complaintId);
    const late = await redress.staff('director');
    await owner(`UPDATE redress.session SET proved_at = proved_at - interval '11 minutes' WHERE staff_id = $1`, [
      late.staffId,
    ]);
    expect((await desk.decide(openingId, late)).body.code).toBe('step-up-needed');
    const answers = await Promise.all([desk.decide(openingId), desk.decide(openingId, cases.supervisor)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const second = await desk.ask(asker, complaintId);
    expect((await desk.decide(second)).body.code).toBe('glass-open-already');
  });
});

describe('a recusal', () => {
  it('is a wall that no opening goes through: neither for who asks nor for who approves, nor once it is open', async () => {
    const { complaintId } = await cases.file();
    const walled = await redress.staff('intake');
    await desk.recuse(complaintId, walled);
    const openingId = await desk.ask(walled, complaintId);
    const answer = await desk.decide(openingId);
    expect([answer.status, answer.body.code]).toEqual([409, 'glass-recused']);
    const approve = `UPDATE redress.glass_opening SET decision = 'approved', decision_cipher = '', decided_by = $2 WHERE id = $1`;
    await expect(desk.asApp(director, '', approve, [openingId, director.staffId])).rejects.toMatchObject({
      code: 'RD065',
    });

    const head = await redress.staff('director');
    await desk.recuse(complaintId, head);
    expect(ids(await desk.get('/break-glass', head))).not.toContain(openingId);
    expect((await desk.decide(openingId, head, false)).status).toBe(404);

    const late = await redress.staff('investigator');
    await desk.opened(late, complaintId);
    expect(await desk.read(complaintId, late)).toBe(200);
    await desk.recuse(complaintId, late);
    expect(await desk.read(complaintId, late)).not.toBe(200);
    expect(await desk.seen(complaintId, late)).toEqual([]);
    expect((await desk.mine(late))[0]).toMatchObject({ status: 'over', complaintId: null });
  });
});

describe('the database', () => {
  it('shows the rows of an open case to who named it, writes none, and has none when its hours are over', async () => {
    const { complaintId } = await desk.sealed();
    const person = await redress.staff('investigator');
    const openingId = await desk.opened(person, complaintId);
    expect(await desk.seen(complaintId, person)).toEqual(
      expect.arrayContaining(['case_key', 'complaint', 'complaint_person']),
    );
    // Not without naming it, not by naming another, and not for anybody else.
    const some = ['case_key', 'complaint', 'complaint_person', 'glass_opening', 'history_event'];
    for (const glass of ['', randomUUID()])
      expect(await desk.seen(complaintId, person, { glass, some })).toEqual(['glass_opening']);
    expect(await desk.seen(complaintId, asker, { some })).toEqual([]);
    for (const sql of [
      'UPDATE redress.complaint SET version = version + 1 WHERE id = $1',
      `INSERT INTO redress.complaint_person (jurisdiction_id, id, complaint_id, roles)
       SELECT jurisdiction_id, gen_random_uuid(), id, ARRAY['witness'] FROM redress.complaint WHERE id = $1`,
    ])
      await expect(desk.asApp(person, complaintId, sql, [complaintId])).rejects.toMatchObject({ code: '42501' });

    expect(await desk.read(complaintId, person)).toBe(200);
    await desk.shift(openingId, '-239 minutes');
    expect(await desk.read(complaintId, person)).toBe(200);
    await desk.shift(openingId, '-1 minutes');
    expect(await desk.read(complaintId, person)).not.toBe(200);
    expect(await desk.seen(complaintId, person)).toEqual([]);
    expect((await desk.mine(person))[0]).toMatchObject({ status: 'over' });
  });

  it('would be found out if it forgot that an opening ends (planted), and if the guard forgot to write (planted)', async () => {
    const { complaintId } = await cases.file();
    const person = await redress.staff('investigator');
    const openingId = await desk.opened(person, complaintId);
    const looks = async () => (await desk.get(`/break-glass/${openingId}`, director)).body.looks.length;
    await desk.read(complaintId, person);
    expect(await looks()).toBe(1);
    await desk.shift(openingId, '-5 hours');
    expect(await desk.read(complaintId, person)).not.toBe(200);
    const { rows } = await owner(`SELECT pg_get_functiondef('redress.glass_in_hand'::regproc) AS source`);
    const { source } = rows[0] as { source: string };
    await owner(source.replace('AND g.opened_until > now()', ''));
    expect(await desk.read(complaintId, person)).toBe(200);
    await owner(source);
    expect(await desk.read(complaintId, person)).not.toBe(200);
    // A history that takes no entry lets nobody look.
    await desk.shift(openingId, '5 hours');
    await owner(`CREATE FUNCTION redress.planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'full'; END $$`);
    await owner(`CREATE TRIGGER planted BEFORE INSERT ON redress.history_event FOR EACH ROW WHEN (NEW.action = 'glass.read')
      EXECUTE FUNCTION redress.planted()`);
    expect(await desk.read(complaintId, person)).toBe(500);
    await owner('DROP TRIGGER planted ON redress.history_event');
    expect(await desk.read(complaintId, person)).toBe(200);
    expect(await looks()).toBe(3);
  });
});
