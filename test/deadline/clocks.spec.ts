import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharterDocument, deadlineRules, genericCharter } from '../../src/charter/index.js';
import { dayOf, isoOf, RaiseAlarms } from '../../src/deadline/index.js';
import { localDay } from '../../src/shared/local-day.js';
import { CaseBuilder, created, done, faults } from '../complaint/case-builder.js';
import { type SignedIn, TestApp } from '../support/test-app.js';

const charter: CharterDocument = {
  ...genericCharter,
  deadlines: {
    ...genericCharter.deadlines,
    rules: [...genericCharter.deadlines.rules, deadlineRules.california3304, deadlineRules.copaVideo],
  },
};

let redress: TestApp;
let cases: CaseBuilder;
let director: SignedIn;
beforeAll(async () => {
  redress = await TestApp.start(charter);
  cases = await CaseBuilder.open(redress);
  director = await redress.staff('director');
});
afterAll(async () => redress.stop());

/** Days of Riverton, which is in Chicago's time zone: by the calendar, so that no change of the clocks moves them. */
const daysAgo = (days: number): string => isoOf(dayOf(localDay(new Date(), 'America/Chicago')) - days);
interface Deadline {
  rule: string;
  state: string;
  dueOn: string | null;
  daysLeft: number | null;
  steps: { text: string; days: number }[];
  tollings: { tollingId: string; evidence: string; until: string | null }[];
}
async function clock(complaintId: string, rule: string): Promise<Deadline> {
  const { body } = await redress.request('GET', `/api/v1/complaints/${complaintId}/deadlines`, { as: director.token });
  return body.items.find((each: Deadline) => each.rule === rule);
}
const raise = () => redress.app.get(RaiseAlarms).run(redress.jurisdiction.id);

describe('the clocks of a case', () => {
  it('start with what is known when it is filed, and go on with what is done', async () => {
    const { complaintId } = await cases.file();
    expect((await clock(complaintId, 'acknowledgement')).state).toBe('running');
    expect(await clock(complaintId, 'investigation')).toMatchObject({ state: 'not_started', dueOn: null });
    created(await cases.step(complaintId, 'screening', { decision: 'accept' }));
    expect(await clock(complaintId, 'investigation')).toMatchObject({ state: 'running', daysLeft: 180 });
    done(await cases.step(complaintId, 'events', { event: 'acknowledged', on: daysAgo(1) }));
    expect((await clock(complaintId, 'acknowledgement')).state).toBe('met');
  });

  it('stop when the findings are drafted', async () => {
    const { complaintId } = await cases.drafted();
    expect((await clock(complaintId, 'investigation')).state).toBe('met');
  });

  it('are those of such a case only', async () => {
    const { complaintId } = await cases.file();
    expect(await clock(complaintId, 'copa_60_days_video')).toBeUndefined();
    const notified = await cases.file({ channel: 'force_notification', incidentOn: daysAgo(10) });
    expect(await clock(notified.complaintId, 'copa_60_days_video')).toMatchObject({ state: 'running', daysLeft: 50 });
  });

  it('stand still on a ground of the law, run again, and say why they are due when they are', async () => {
    const { complaintId } = await cases.accepted();
    done(await cases.step(complaintId, 'events', { event: 'discovered', on: daysAgo(100) }));
    const before = await clock(complaintId, 'california_3304d');
    const toll = { rule: 'california_3304d', ground: 'criminal', from: daysAgo(40), evidence: 'Indictment 22-117' };
    const { tollingId } = created(await cases.step(complaintId, 'tollings', toll));
    expect(await clock(complaintId, 'california_3304d')).toMatchObject({
      state: 'tolled',
      daysLeft: before.daysLeft! + 41,
      tollings: [{ tollingId, evidence: 'Indictment 22-117', until: null }],
    });
    done(await cases.step(complaintId, `tollings/${tollingId}/end`, { until: daysAgo(10) }));
    const after = await clock(complaintId, 'california_3304d');
    expect(after).toMatchObject({ state: 'running', daysLeft: before.daysLeft! + 30 });
    expect(after.steps.map(({ text }) => text).join('\n')).toContain(
      'The clock stood still for 30 days, each counted once',
    );
    const again = await cases.step(complaintId, `tollings/${tollingId}/end`, { until: daysAgo(9) });
    expect([again.status, again.body.code]).toEqual([409, 'tolling-ended']);
  });

  it('seal what shows the ground: the evidence stands nowhere in the clear', async () => {
    const { rows } = await redress.database.owner.query<{ cipher: Buffer }>(
      'SELECT evidence_cipher AS cipher FROM redress.tolling',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { cipher } of rows) expect(cipher.includes('Indictment')).toBe(false);
  });

  it('are extended as far as the charter lets, and no further', async () => {
    const { complaintId } = await cases.accepted();
    const extend = (days: number) =>
      cases.step(complaintId, 'extensions', { rule: 'investigation', days, reason: 'Lab.' });
    done(await extend(45));
    expect((await clock(complaintId, 'investigation')).daysLeft).toBe(225);
    const refused = await extend(16);
    expect(faults(refused)).toEqual(['/days too-long-an-extension']);
    done(await extend(15));
    expect((await clock(complaintId, 'investigation')).daysLeft).toBe(240);
  });

  it.each<[string, string, object, string]>([
    ['a clock that it has not', 'tollings', { rule: 'egg', ground: 'criminal' }, '/rule no-such-clock'],
    [
      'a ground that the law does not name',
      'tollings',
      { rule: 'california_3304d', ground: 'holidays' },
      '/ground not-a-ground',
    ],
    ['a day that has not come', 'tollings', { from: daysAgo(-3) }, '/from day-ahead'],
    ['an event of tomorrow', 'events', { event: 'discovered', on: daysAgo(-3) }, '/on day-ahead'],
    ['an event of long before', 'events', { event: 'discovered', on: '0001-01-01' }, '/on matches'],
  ])('refuse %s', async (_, step, change, fault) => {
    const { complaintId } = await cases.accepted();
    const tolling = { rule: 'california_3304d', ground: 'criminal', from: daysAgo(1), evidence: 'Letter' };
    const answer = await cases.step(complaintId, step, step === 'events' ? change : { ...tolling, ...change });
    expect(answer.status).toBe(422);
    expect(faults(answer)).toEqual([fault]);
  });

  it('are moved by who may', async () => {
    const { complaintId } = await cases.investigated();
    const tolling = { rule: 'california_3304d', ground: 'criminal', from: daysAgo(1), evidence: 'Letter' };
    expect((await cases.step(complaintId, 'tollings', tolling, cases.investigator)).status).toBe(403);
  });
});

describe('alarms', () => {
  it('are raised once for a due day, and again when it has passed', async () => {
    const { complaintId } = await cases.accepted();
    done(await cases.step(complaintId, 'events', { event: 'discovered', on: daysAgo(360) }));
    await redress.database.owner.query('UPDATE redress.deadline SET reckoned_on = reckoned_on - 1');
    expect((await raise()).alarms).toBeGreaterThan(0);
    expect(await raise()).toEqual({ cases: 0, alarms: 0 });
    const rung = async (): Promise<number[]> => {
      const { rows } = await redress.database.owner.query<{ days: number }>(
        `SELECT days_before AS days FROM redress.deadline_alarm WHERE complaint_id = $1 AND rule = 'california_3304d' ORDER BY id`,
        [complaintId],
      );
      return rows.map(({ days }) => days);
    };
    expect(await rung()).toEqual([7]);
    done(await cases.step(complaintId, 'events', { event: 'discovered', on: daysAgo(400) }));
    await redress.database.owner.query('UPDATE redress.deadline SET reckoned_on = reckoned_on - 1');
    await raise();
    expect(await rung()).toEqual([7, -1]);
  });

  it('leave the overdue ones on the list, what is due first first, page by page', async () => {
    const seen: string[] = [];
    let after = '';
    do {
      const url = `/api/v1/deadlines?limit=3${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`;
      const { body } = await redress.request('GET', url, { as: director.token });
      seen.push(
        ...body.items.map(
          (each: { dueOn: string; complaintId: string; rule: string }) =>
            `${each.dueOn} ${each.complaintId} ${each.rule}`,
        ),
      );
      after = body.next ?? '';
    } while (after !== '');
    expect(seen).toEqual([...seen].sort());
    expect(new Set(seen).size).toBe(seen.length);
    const overdue = await redress.request('GET', '/api/v1/deadlines?state=overdue', { as: director.token });
    expect(overdue.body.items.map((each: { rule: string }) => each.rule)).toContain('california_3304d');
  });
});

describe('a person who is recused', () => {
  it('sees no clock of the case', async () => {
    const { complaintId } = await cases.accepted();
    const supervisor = await redress.staff('supervisor');
    const address = `/api/v1/complaints/${complaintId}/deadlines`;
    expect((await redress.request('GET', address, { as: supervisor.token })).status).toBe(200);
    created(await cases.step(complaintId, 'recusals', { reason: 'relation_to_party' }, supervisor));
    expect((await redress.request('GET', address, { as: supervisor.token })).status).toBe(404);
    const { text } = await redress.request('GET', '/api/v1/deadlines?limit=200', { as: supervisor.token });
    expect(text).not.toContain(complaintId);
  });
});
