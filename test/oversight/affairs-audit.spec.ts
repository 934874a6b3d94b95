import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { BoardRoom, Person } from '../support/board-room.js';
import { agree, AUDITS, AuditDesk, CANARY, checklist, disagree, today } from './audit-desk.js';

let desk: AuditDesk;
let room: BoardRoom;
let auditor: Person;
let walled: Person;
beforeAll(async () => {
  desk = await AuditDesk.open();
  ({ room, auditor, walled } = desk);
});
afterAll(() => room.redress.stop());

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const INSERT_DRAW = `INSERT INTO redress.audit_draw (jurisdiction_id, audit_id, seed, pool, drawn, drawn_by, drawn_at)
  VALUES ($1, $2, $3, $4, $5, $6, now())`;

describe('the sample of an audit', () => {
  it('is of the class, whole though its planner is behind the walls of six of seven', async () => {
    expect(await desk.refusal(AUDITS, { ...desk.plan, class: { findings: ['guilty'] } })).toBe(
      '422 invalid /class/findings/0 not-in-charter',
    );
    expect(await desk.refusal(AUDITS, { ...desk.plan, sampleSize: 9 })).toBe('409 sample-too-large');
    expect(await desk.refusal(AUDITS, { ...desk.plan, periodFrom: '2001-01-01', periodTo: '2001-12-31' })).toBe(
      '409 nothing-to-audit',
    );
    expect(await desk.refusal(AUDITS, desk.plan, room.clerk)).toBe('403 not-allowed');
    const id = await desk.planned({}, walled);
    expect(await desk.refusal(`${AUDITS}/${id}/files/${id}/reviews`, { answers: agree })).toBe('404 not-found');
    const draws = await Promise.all([1, 2].map(() => desk.refusal(`${AUDITS}/${id}/draw`, {}, walled)));
    expect(draws.sort()).toEqual(['201', '409 audit-status-forbids']);
    const { seed, pool, drawn, holds } = await desk.draw(id, walled);
    expect([pool.length, drawn.length, holds]).toEqual([7, 4, true]);
    const tickets = (pool as string[]).map((file) => `${sha256(`${seed}:${file}`)} ${file}`).sort();
    expect(drawn).toEqual(tickets.slice(0, 4).map((ticket) => ticket.split(' ')[1]));
    const all = (await desk.shown(id)).files as { complaintId: string }[];
    expect(all.map(({ complaintId }) => desk.cases.includes(complaintId))).toEqual([true, true, true, true]);
    const seen = await room.get(`${AUDITS}/${id}`, walled);
    expect(desk.hidden.filter((complaintId) => seen.text.includes(complaintId))).toEqual([]);
  });

  it('cannot be chosen: the database draws again, and a record that was altered shows (planted)', async () => {
    const id = await desk.planned();
    const sql = await room.connect(auditor.staffId);
    const { rows } = await sql.query<{ id: string }>(
      'SELECT id FROM redress.audit_file WHERE audit_id = $1 ORDER BY id',
      [id],
    );
    const pool = rows.map((row) => row.id);
    const seed = '00ff'.repeat(8);
    const right = [...pool]
      .sort((one, other) => (sha256(`${seed}:${one}`) < sha256(`${seed}:${other}`) ? -1 : 1))
      .slice(0, 4);
    const attempt = (files: string[], drawn: string[]) =>
      sql.query(INSERT_DRAW, [room.redress.jurisdiction.id, id, seed, files, drawn, auditor.staffId]);
    await expect(attempt(pool, [...right].reverse())).rejects.toMatchObject({ code: 'RD047' });
    await expect(attempt(pool, pool.slice(0, 3))).rejects.toMatchObject({ code: 'RD047' });
    await expect(attempt(right, right)).rejects.toMatchObject({ code: 'RD047' });
    await attempt(pool, right);
    await sql.end();
    expect((await desk.draw(id)).holds).toBe(true);
    const { owner } = room.redress.database;
    await owner.query('ALTER TABLE redress.audit_draw DISABLE TRIGGER append_only');
    await owner.query('UPDATE redress.audit_draw SET drawn = pool[1:4] WHERE audit_id = $1', [id]);
    await owner.query('ALTER TABLE redress.audit_draw ENABLE TRIGGER append_only');
    expect((await desk.draw(id)).holds).toBe(false);
    expect(await desk.refusal(`${AUDITS}/${id}/cancellation`)).toBe('204');
  });
});

describe('a drawn file', () => {
  it('is judged item by item, asked about, judged again; the department answers; and then it is closed', async () => {
    const id = await desk.planned({ method: 'all', sampleSize: null });
    await room.post(`${AUDITS}/${id}/draw`, {}, auditor);
    const { files } = await desk.shown(id);
    const about = (file: { id: string }, what: string): string => `${AUDITS}/${id}/files/${file.id}/${what}`;
    const [first, second, ...others] = files as { id: string; complaintId: string }[];
    expect(others).toHaveLength(5);
    expect(await desk.refusal(about(first!, 'reviews'), { answers: agree.slice(1) })).toBe(
      '422 invalid /answers item-unanswered',
    );
    const silent = [{ item: checklist[0]!.code, verdict: 'disagree' }, ...agree.slice(1)];
    expect(await desk.refusal(about(first!, 'reviews'), { answers: silent })).toBe(
      '422 invalid /answers/0/reasons reasons-missing',
    );
    expect(await desk.refusal(about(first!, 'requests'), { text: 'Hear the neighbour.' })).toBe('409 not-looked-at');
    const twice = await Promise.all([1, 2].map(() => desk.refusal(about(first!, 'reviews'), { answers: disagree })));
    expect(twice.sort()).toEqual(['201', '409 file-reviewed']);
    const { body: asked } = await room.post(
      about(first!, 'requests'),
      { text: `Hear the neighbour. ${CANARY}` },
      auditor,
    );
    expect(Date.parse(asked.dueOn) - Date.parse(today)).toBeGreaterThanOrEqual(29 * 86_400_000);
    expect((await room.post(about(first!, 'reviews'), { answers: agree }, auditor)).body.round).toBe(2);
    expect(await desk.refusal(about(second!, 'reviews'), { answers: disagree })).toBe('201');
    expect(await desk.refusal(`${AUDITS}/${id}/report`)).toBe('409 files-unreviewed');
    // One of them is destroyed meanwhile: nobody can look at it, and nobody waits for it.
    for (const file of others.slice(1))
      expect(await desk.refusal(about(file, 'reviews'), { answers: agree })).toBe('201');
    await room.redress.database.owner.query(`UPDATE redress.complaint SET status = 'expunged' WHERE id = $1`, [
      others[0]!.complaintId,
    ]);
    expect(await desk.refusal(`${AUDITS}/${id}/responses`, { outcome: 'accepted' }, room.clerk)).toBe(
      '409 audit-status-forbids',
    );
    expect(await desk.refusal(`${AUDITS}/${id}/report`)).toBe('201');
    expect(await desk.refusal(`${AUDITS}/${id}/closing`)).toBe('409 answers-outstanding');
    expect(await desk.refusal(`${AUDITS}/${id}/responses`, { outcome: 'rejected' })).toBe('422 reasons-missing');
    const answer = { requestId: asked.id, outcome: 'accepted_in_part', text: `The neighbour moved away. ${CANARY}` };
    expect(await desk.refusal(`${AUDITS}/${id}/responses`, answer, room.clerk)).toBe('201');
    expect(await desk.refusal(`${AUDITS}/${id}/responses`, answer, room.clerk)).toBe('409 responded-already');
    expect(await desk.refusal(`${AUDITS}/${id}/closing`)).toBe('409 answers-outstanding');
    expect(await desk.refusal(`${AUDITS}/${id}/responses`, { outcome: 'accepted' }, room.clerk)).toBe('201');
    expect(await desk.refusal(`${AUDITS}/${id}/closing`)).toBe('204');
    expect(await desk.refusal(about(first!, 'requests'), { text: 'More.' })).toBe('409 audit-status-forbids');
    const whole = await desk.shown(id);
    expect(whole).toMatchObject({ status: 'closed', response: { outcome: 'accepted', text: null } });
    expect(whole.files[0]).toMatchObject({
      reviews: [{ round: 1 }, { round: 2 }],
      requests: [{ response: { outcome: 'accepted_in_part', text: answer.text } }],
    });
    expect(whole.files[0].reviews[0].answers).toContainEqual({
      item: checklist[0]!.code,
      verdict: 'disagree',
      reasons: CANARY,
    });
  });

  it('is open on no page of the database, and not there for whoever is recused from its case', async () => {
    const { owner } = room.redress.database;
    const { rows } = await owner.query<{ open: string }>(
      `SELECT count(*) AS open FROM (SELECT reasons_cipher AS c FROM redress.audit_answer UNION ALL SELECT words_cipher FROM redress.audit_request
         UNION ALL SELECT words_cipher FROM redress.audit_response) AS sealed WHERE position('Quillfeather'::bytea IN c) > 0`,
    );
    expect(rows).toEqual([{ open: '0' }]);
    const { items: audits } = (await room.get(AUDITS, walled)).body;
    const { files } = await desk.shown(audits[0].id);
    const hidden = files.find(({ complaintId }: { complaintId: string }) => desk.hidden.includes(complaintId));
    const path = `${AUDITS}/${audits[0].id}/files/${hidden.id}`;
    expect(await desk.refusal(`${path}/reviews`, { answers: agree }, walled)).toBe('404 not-found');
    expect(await desk.refusal(`${path}/requests`, { text: 'x' }, walled)).toBe('404 not-found');
    const sql = await room.connect(walled.staffId);
    for (const table of ['audit_file', 'audit_review', 'audit_answer', 'audit_request', 'audit_response']) {
      const { rowCount } = await sql.query(`SELECT FROM redress.${table} WHERE complaint_id = ANY ($1)`, [desk.hidden]);
      expect([table, rowCount]).toEqual([table, 0]);
    }
    await sql.end();
  });

  it('counts in the trend as it was found and as it stands, and not where it is behind a wall', async () => {
    const trend = (await room.get(`/affairs-audit-trend?by=year&from=2001-01-01`, auditor)).body.items;
    const row = trend.find(({ item }: { item: string }) => item === checklist[0]!.code);
    expect(row).toEqual({
      ...{ period: today.slice(0, 4), item: checklist[0]!.code, label: checklist[0]!.label, files: 6 },
      ...{ agreed: 4, disagreed: 2, notApplicable: 0, agreeRate: 0.667, agreedInTheEnd: 5 },
    });
    const { text, headers } = await room.get(`/affairs-audit-trend.csv?by=year`, auditor);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text.split('\n')).toContain(`${row.period},${checklist[0]!.code},${row.label},6,4,2,0,0.667,5`);
    const fewer = (await room.get('/affairs-audit-trend?by=year', walled)).body.items;
    expect(fewer.every(({ files }: { files: number }) => files <= 1)).toBe(true);
    expect((await room.get('/affairs-audit-trend', room.clerk)).status).toBe(403);
  });
});

describe('an audit of a list that the department handed over', () => {
  it('takes files that are not in this system, by numbers that stay sealed', async () => {
    const references = Array.from({ length: 20 }, (_, number) => `IA-${number}`);
    expect(await desk.refusal(AUDITS, { ...desk.plan, references: ['IA-1', 'IA-1'] })).toBe(
      '422 invalid /references reference-twice',
    );
    const id = await desk.planned({ class: {}, references, sampleSize: 5 });
    await room.post(`${AUDITS}/${id}/draw`, {}, auditor);
    const { files } = await desk.shown(id);
    expect(files.every(({ reference }: { reference: string }) => references.includes(reference))).toBe(true);
    expect(new Set(files.map(({ reference }: { reference: string }) => reference)).size).toBe(5);
    expect(await desk.refusal(`${AUDITS}/${id}/files/${files[0].id}/reviews`, { answers: disagree })).toBe('201');
    const { pool, drawn } = await desk.draw(id);
    const left = pool.find((file: string) => !drawn.includes(file));
    expect(await desk.refusal(`${AUDITS}/${id}/files/${left}/reviews`, { answers: agree })).toBe('404 not-found');
  });
});
