import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RunSearches } from '../../src/complaint/actions/run-searches.js';
import { STAFF_ROLES } from '../../src/shared/actor.js';
import { CaseBuilder, created, done } from '../complaint/case-builder.js';
import { statementsOf } from '../support/statements-of.js';
import { type Answer, type SignedIn, TestApp } from '../support/test-app.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const mine = async (as: SignedIn): Promise<Answer['body']> =>
  (await redress.request('GET', '/api/v1/my-work', { as: as.token })).body;
const post = (url: string, as: SignedIn, body: object) =>
  redress.request('POST', `/api/v1${url}`, { as: as.token, body });
const waiting = async (as: SignedIn): Promise<string[]> =>
  (await mine(as)).waiting.map(({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`);
const sql = (text: string, values: unknown[] = []) => redress.database.owner.query(text, values);

describe('GET /my-work', () => {
  it('is there for every role of the staff, empty where there is nothing', async () => {
    for (const role of STAFF_ROLES) {
      const answer = await redress.request('GET', '/api/v1/my-work', { as: (await redress.staff(role)).token });
      expect([role, answer.status, answer.body]).toEqual([
        ...[role, 200],
        { cases: [], tasks: [], unreadMessages: [], alarms: [], waiting: [], unreadAlerts: 0 },
      ]);
    }
    expect((await redress.request('GET', '/api/v1/my-work', {})).status).toBe(401);
  });

  it('shows an investigator their cases by what runs out next, tasks, messages, alarms and alerts, and no one else’s', async () => {
    const search = { name: 'Mine', filter: {}, cadence: 'each' };
    created(await post('/saved-searches', cases.investigator, search));
    const first = await cases.investigated();
    const second = await cases.investigated();
    const other = await cases.accepted();
    const task = { what: 'Ask for the video', dueOn: '2030-01-01', assignedTo: cases.investigator.staffId };
    const { itemId } = created(await cases.step(first.complaintId, 'tasks', task, cases.investigator));
    for (const { receiptCode } of [first, other])
      created(
        await redress.request('POST', '/api/v1/jurisdictions/riverton/my-complaint/messages', {
          receipt: receiptCode,
          body: { text: 'Car 12.' },
        }),
      );
    const [{ rows: clocks }] = [
      await sql(
        `UPDATE redress.deadline SET due_on = CASE complaint_id WHEN $1 THEN '2031-01-01'::date ELSE '2030-06-01' END
          WHERE complaint_id IN ($1, $2, $3) AND state = 'running' RETURNING complaint_id, rule`,
        [first.complaintId, second.complaintId, other.complaintId],
      ),
    ];
    expect(clocks.length).toBeGreaterThan(2);
    await sql(
      `INSERT INTO redress.deadline_alarm (jurisdiction_id, id, complaint_id, rule, due_on, days_before, raised_on)
       SELECT jurisdiction_id, gen_random_uuid(), complaint_id, rule, due_on, 7, current_date - 1 FROM redress.deadline
        WHERE complaint_id IN ($1, $2) AND state = 'running'`,
      [first.complaintId, other.complaintId],
    );
    await redress.app.get(RunSearches).run(redress.jurisdiction.id);
    const work = await mine(cases.investigator);
    expect(work.cases).toMatchObject([
      { complaintId: second.complaintId, dueOn: '2030-06-01', overdue: false, status: 'investigating' },
      { complaintId: first.complaintId, dueOn: '2031-01-01' },
    ]);
    expect(work.tasks).toEqual([
      { itemId, complaintId: first.complaintId, caseNumber: first.caseNumber, dueOn: '2030-01-01' },
    ]);
    expect(work.unreadMessages).toMatchObject([{ complaintId: first.complaintId, unread: 1 }]);
    expect(new Set(work.alarms.map((alarm: { complaintId: string }) => alarm.complaintId))).toEqual(
      new Set([first.complaintId]),
    );
    expect([work.waiting, work.unreadAlerts]).toEqual([[], 1]);
    expect(JSON.stringify(work)).not.toContain(other.caseNumber);
    // Whoever watches over all clocks and messages is told of the others too.
    const theirs = await mine(cases.supervisor);
    expect(theirs.cases).toEqual([]);
    expect(JSON.stringify(theirs.unreadMessages)).toContain(other.caseNumber);
    expect(JSON.stringify(theirs.alarms)).toContain(other.caseNumber);
    // 0 bytes of a case after its recusal commits, in every part.
    created(await cases.step(first.complaintId, 'recusals', { reason: 'other' }, cases.investigator));
    const after = await mine(cases.investigator);
    expect(JSON.stringify(after)).not.toMatch(new RegExp(`${first.complaintId}|${first.caseNumber}`));
    expect(after.cases).toHaveLength(1);
  });

  it('shows what waits for a decision to who may take it, and never to who prepared it', async () => {
    const [one, two] = [await redress.staff('director'), await redress.staff('director')];
    const supervisor = await redress.staff('supervisor');
    const drafted = await cases.handedIn();
    const shielded = await cases.file({ privacy: 'agency_only', complainant: { name: 'Rosa' } });
    const order = { authority: 'court_order', reference: 'No. 24-1' };
    const { expungementId } = created(await cases.step(drafted.complaintId, 'expungements', order, one));
    const { requestId } = created(
      await cases.step(shielded.complaintId, 'identity-requests', { reason: 'To call her.' }, supervisor),
    );
    const { rows } = await sql(
      `INSERT INTO redress.disposal_batch (jurisdiction_id, id, due_by, drawn_by, drawn_at)
       VALUES ($1, gen_random_uuid(), '2026-01-01', $2, now()) RETURNING id`,
      [redress.jurisdiction.id, one.staffId],
    );
    const batchId = rows[0].id;
    const expungement = `expungement ${expungementId}`;
    const identity = `identity_request ${requestId}`;
    const draft = `draft_findings ${drafted.complaintId}`;
    const batch = `disposal_batch ${batchId}`;
    expect((await waiting(two)).sort()).toEqual([batch, draft, expungement, identity].sort());
    expect((await waiting(one)).sort()).toEqual([batch, draft, identity].sort());
    expect(await waiting(supervisor)).toEqual([draft]);
    expect((await waiting(cases.supervisor)).sort()).toEqual([draft, identity].sort());
    expect(await waiting(cases.investigator)).toEqual([]);
    const answered = await redress.request('POST', `/api/v1/disposal-batches/${batchId}/reviews`, {
      ...{ as: two.token, body: { approve: true } },
    });
    expect(answered.status).toBe(200);
    created(await cases.step(drafted.complaintId, 'reviews', { decision: 'approve', points: [] }, supervisor));
    expect((await waiting(two)).sort()).toEqual([expungement, identity].sort());
    // Sent back and drafted anew, it waits again: what was approved was another draft.
    done(await cases.step(drafted.complaintId, 'return-to-investigation'));
    done(await cases.step(drafted.complaintId, 'draft-findings', undefined, cases.investigator));
    expect((await waiting(two)).sort()).toEqual([draft, expungement, identity].sort());
    created(await cases.step(drafted.complaintId, 'recusals', { staffId: two.staffId, reason: 'other' }));
    expect(await waiting(two)).toEqual([identity]);
    expect((await waiting(one)).sort()).toEqual([batch, draft, identity].sort());
  });

  it('shows plans, second looks, declared relations, summaries and releases that wait', async () => {
    const supervisor = await redress.staff('supervisor', 'records');
    const { complaintId } = await cases.investigated();
    const { planId } = created(
      await cases.step(complaintId, 'plans', { text: 'Talk to everybody.' }, cases.investigator),
    );
    await sql(
      `INSERT INTO redress.release (jurisdiction_id, id, dataset, version, status, charter_id, spec, spec_sha256, requested_by, requested_at,
         file_sha256, manifest, proof)
       SELECT $1, '01890000-0000-7000-8000-000000000001', 'complaints', '1.0.0', 'verified', id, '{}', repeat('a', 64), $2, now(),
         repeat('b', 64), '{}', jsonb_build_object('ok', true, 'sha256', repeat('b', 64)) FROM redress.charter LIMIT 1`,
      [redress.jurisdiction.id, supervisor.staffId],
    );
    const kinds = async (as: SignedIn): Promise<string[]> =>
      (await waiting(as)).map((each) => each.split(' ')[0]!).filter((kind) => kind === 'plan' || kind === 'release');
    expect(await kinds(supervisor)).toEqual(['plan', 'release']);
    expect(await kinds(cases.supervisor)).toEqual(['plan']);
    expect(await waiting(supervisor)).toContain(`plan ${planId}`);
    const declined = await cases.file();
    created(
      await cases.step(declined.complaintId, 'screening', {
        decision: 'decline',
        reason: 'Nine years ago.',
        reasonCode: 'too_late',
      }),
    );
    done(await cases.step(declined.complaintId, 'appeals', { grounds: 'It was here.' }));
    expect(await waiting(supervisor)).toContainEqual(expect.stringMatching(/^second_look /));
    expect(await waiting(cases.supervisor)).not.toContainEqual(expect.stringMatching(/^second_look /));
    created(await cases.step(complaintId, 'conflicts', { relation: 'acquainted' }, cases.investigator));
    expect(await waiting(supervisor)).toContainEqual(expect.stringMatching(/^conflict /));
  });

  it('takes the same few statements however much there is', async () => {
    const count = async () => (await statementsOf(() => mine(cases.supervisor))).length;
    const few = await count();
    for (let more = 0; more < 3; more++) await cases.drafted();
    await cases.investigated();
    expect(await count()).toBe(few);
    expect(few).toBeLessThanOrEqual(14);
  });
});
