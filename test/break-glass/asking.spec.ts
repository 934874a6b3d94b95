import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { genericCharter } from '../../src/charter/index.js';
import { type CaseBuilder, created, done } from '../complaint/case-builder.js';
import { Expungement } from '../complaint/whole-case.js';
import { statementsOf } from '../support/statements-of.js';
import type { Answer, SignedIn, TestApp } from '../support/test-app.js';
import { GlassDesk, REASON } from './glass-desk.js';

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

/** Without what the application's own clockwork asks meanwhile. */
const sentBy = async (work: () => Promise<unknown>): Promise<string[]> =>
  (await statementsOf(work)).filter((sql) => !/published[._]|_published/.test(sql));

describe('who asks', () => {
  // ASVS 5.0: V8.2.1
  it('is answered alike for a case that is there, sealed, behind their wall, destroyed or nowhere', async () => {
    const person = await redress.staff('investigator');
    const [open, sealed, walled] = [await cases.file(), await desk.sealed(), await desk.sealed(person)];
    const destroyed = await cases.file();
    const before = await desk.opened(asker, destroyed.complaintId);
    await (await Expungement.by(redress, cases)).of(destroyed.complaintId);
    expect((await desk.get(`/break-glass/${before}`, director)).body).toMatchObject({
      reason: null,
      decisionReason: null,
    });
    const names = [
      open.complaintId,
      sealed.caseNumber,
      sealed.complaintId,
      walled.caseNumber,
      destroyed.caseNumber,
      randomUUID(),
      '2026-0000-0000-00',
    ];
    const traces: unknown[] = [];
    for (const name of names) {
      let answer!: Answer;
      const begun = performance.now();
      const statements = await sentBy(async () => {
        answer = await desk.post('', person, { case: name, hours: 4, reason: REASON });
      });
      const took = performance.now() - begun;
      const { id } = created(answer);
      const headers = Object.entries(answer.headers).filter(([header]) => !/^(date|x-request-id)$/.test(header));
      const own = { ...(await desk.mine(person)).find((each) => each.id === id), id: '', askedAt: '', lapsesAt: '' };
      traces.push([Object.keys(answer.body), headers, statements, own, Math.floor(took / 50) > 0]);
      done(await desk.post(`/${id}/end`, person));
    }
    const looks: unknown[] = [];
    for (const id of [sealed.complaintId, walled.complaintId, destroyed.complaintId, randomUUID()])
      looks.push(await sentBy(() => desk.get(`/complaints/${id}/texts`, person)));
    for (const look of looks) expect(look).toEqual(looks[0]);
    for (const trace of traces) expect(trace).toEqual(traces[0]);
  });

  it('is not told of a refusal, and may ask no more for it than for what is nowhere', async () => {
    const { complaintId, caseNumber } = await desk.sealed();
    const person = await redress.staff('intake');
    const before = await desk.told();
    const refused = await desk.ask(person, caseNumber);
    const nowhere = await desk.ask(person, randomUUID());
    created(await desk.decide(refused, director, false));
    const standing = (each: Answer['body']) => ({ ...each, id: '', askedAt: '', lapsesAt: '' });
    const [one, other] = await desk.mine(person);
    expect(standing(one)).toEqual(standing(other));
    expect(one).toMatchObject({ status: 'waiting', complaintId: null });
    for (const openingId of [refused, nowhere]) await desk.shift(openingId, '-25 hours');
    expect((await desk.mine(person)).map(({ status }) => status)).toEqual(['over', 'over']);
    for (const openingId of [refused, nowhere])
      expect((await desk.post(`/${openingId}/end`, person)).body.code).toBe('glass-over');
    expect(await desk.read(complaintId, person)).toBe(404);
    // Nor do the public's figures say which of the two was refused.
    const [now, then] = [(await desk.told())[0], before[0]] as Record<string, number>[];
    expect([now!['asked']! - then!['asked']!, now!['approved']]).toEqual([2, then!['approved']]);
    for (const role of ['director', 'auditor', 'records', 'supervisor'] as const) {
      const { text } = await desk.get('/break-glass?limit=200', await redress.staff(role));
      expect(text).not.toContain(nowhere);
    }
    expect((await desk.decide(nowhere)).status).toBe(404);
  });

  it('asks for no longer, no more at once, and by no other role than the charter says', async () => {
    const person = await redress.staff('records');
    const ask = (hours: number) => desk.post('', person, { case: randomUUID(), hours, reason: REASON });
    const long = await ask(9);
    expect([long.status, long.body.code]).toEqual([422, 'glass-too-long']);
    const codes = await Promise.all(Array.from({ length: 7 }, async () => (await ask(8)).body.code));
    expect(codes.filter((code) => code === 'glass-enough-asked')).toHaveLength(2);
    const breakGlass = { ...genericCharter.breakGlass, ask: ['records' as const], longestHours: 1 };
    const elsewhere = await redress.elsewhere('lakeside', { ...genericCharter, breakGlass });
    const here = { case: randomUUID(), hours: 1, reason: REASON };
    const by = async (role: 'records' | 'clerk') =>
      redress.request('POST', '/api/v1/break-glass', { as: (await elsewhere.staff(role)).token, body: here });
    expect([(await by('clerk')).body.code, (await by('records')).status]).toEqual(['glass-not-yours', 201]);
    for (const role of ['administrator', 'director', 'mediator'] as const)
      expect((await desk.post('', await redress.staff(role), here)).status).toBe(403);
  });
});
