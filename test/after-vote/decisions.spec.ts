import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import type { CharterDocument } from '../../src/charter/index.js';
import { DECIDED_BEFORE } from '../../src/database/migrations/0042-after-the-vote.js';
import { boardCharter, BoardRoom } from '../support/board-room.js';
import { answersOf, codeOf, deliveriesOf, planted, type RecommendedCase, recommendedCase } from './recommended-case.js';

const CANARY = 'cormorant-on-the-pier';
const clock = {
  ...{ code: 'chief_answer', label: 'Answer', authority: 'Ordinance 12-3', consequence: 'It is published.' },
  ...{
    startsOn: 'delivered_to_chief',
    stopsOn: 'chief_answered',
    rollsTo: 'same_day',
    extensionDays: 0,
    alarmDays: [],
  },
  ...{ length: { count: 30, unit: 'calendar_days' } },
  tolling: [{ code: 'court', label: 'A court stays it', mostDays: null, evidence: 'The order' }],
} as const satisfies object;
const charter = {
  ...boardCharter,
  deadlines: { ...boardCharter.deadlines, rules: [clock] },
} as unknown as CharterDocument;

let room: BoardRoom;
let app: pg.Client;
beforeAll(async () => {
  room = await BoardRoom.of(3, charter);
  app = await room.connect();
});
afterAll(async () => {
  await app.end();
  await room.redress.stop();
});

const owner = () => room.redress.database.owner;
const refusal = async (path: string, body: object) => {
  const { status, body: answer } = await room.post(path, body);
  return `${status} ${answer.code}`;
};
const hand = (over: object = {}) => ({
  way: 'hand',
  deliveredAt: room.now().toISOString(),
  recipient: CANARY,
  ...over,
});
const chain = async ({ path }: RecommendedCase) => (await room.get(`${path}/decisions`)).body.matters[0].decisions;

describe('the chain of decisions', () => {
  it('is written by the database alone: not even by SQL of the application’s own role is a row made, changed or removed', async () => {
    await recommendedCase(room);
    for (const statement of [
      'UPDATE redress.decision SET outcome = $$upheld$$',
      'DELETE FROM redress.decision',
      'TRUNCATE redress.decision',
      'INSERT INTO redress.decision SELECT * FROM redress.decision LIMIT 1',
      'UPDATE redress.officer_award SET effect = $$uphold$$',
      'UPDATE redress.recommendation_delivery SET way = $$hand$$',
    ])
      expect([statement, await codeOf(app.query(statement))]).toEqual([statement, '42501']);
    expect(await codeOf(owner().query('UPDATE redress.decision SET outcome = $$upheld$$'))).toBe('RD001');
    expect(await codeOf(owner().query('DELETE FROM redress.decision'))).toBe('RD001');
  });

  it('has one beginning and one end, even for its owner; a fork is found out where the rule is gone (planted)', async () => {
    const { allegationId } = await recommendedCase(room);
    const fork = (supersedes: string) => `INSERT INTO redress.decision
      SELECT jurisdiction_id, gen_random_uuid(), complaint_id, matter_id, allegation_id, 'officer_appeal', 'reversed',
             gen_random_uuid(), now(), ${supersedes} FROM redress.decision WHERE matter_id = $1 AND supersedes IS NOT NULL`;
    const forked = (client: pg.PoolClient | pg.Pool) => client.query(fork('supersedes'), [allegationId]);
    expect(await codeOf(forked(owner()))).toBe('23505');
    expect(await codeOf(owner().query(fork('NULL'), [allegationId]))).toBe('23505');
    const rule = 'ALTER TABLE redress.decision DROP CONSTRAINT decision_jurisdiction_id_supersedes_key';
    expect(await planted(owner(), rule, forked)).toBe('done');
  });

  it('lets one stand of eight answers that come at once, and none is lost', async () => {
    const sent = await recommendedCase(room);
    await Promise.all(Array.from({ length: 8 }, () => room.post(answersOf(sent), { answer: 'concur' })));
    const decisions = await chain(sent);
    expect(decisions.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['board_finding', 'board_recommendation'],
      ...Array<string>(8).fill('chief_answer'),
    ]);
    expect(decisions.filter(({ current }: { current: boolean }) => current)).toEqual([decisions.at(-1)]);
    const { rows } = await owner().query('SELECT count(*)::int AS n FROM redress.decision WHERE matter_id = $1', [
      sent.allegationId,
    ]);
    expect([decisions[0].motionId, rows[0].n]).toEqual([sent.motionId, 10]);
  });

  it('knows what was decided past the application, and would not without its trigger (planted)', async () => {
    const sent = await recommendedCase(room);
    const past = `INSERT INTO redress.chief_answer (jurisdiction_id, id, recommendation_id, complaint_id, answer, answered_at, recorded_by)
      SELECT jurisdiction_id, gen_random_uuid(), id, complaint_id, 'concur', now(), $2 FROM redress.recommendation WHERE id = $1`;
    const told = `SELECT 1 / count(*) FROM redress.decision WHERE matter_id = $1 AND kind = 'chief_answer'`;
    const given = [sent.recommendationId, room.clerk.staffId];
    const forgotten = await planted(
      owner(),
      'ALTER TABLE redress.chief_answer DISABLE TRIGGER answer_is_decision',
      async (client) => {
        await client.query(past, given);
        await client.query(told, [sent.allegationId]);
      },
    );
    expect(forgotten).toBe('22012');
    await app.query(past, given);
    expect((await chain(sent)).at(-1)).toMatchObject({ kind: 'chief_answer', outcome: 'concur', current: true });
  });

  it('is the same when it is made of what was recorded before there was one', async () => {
    const sent = await recommendedCase(room);
    await room.made(answersOf(sent), {
      answer: 'depart',
      reasons: 'Too much.',
      imposed: { kind: 'reprimand' },
      finding: 'unfounded',
    });
    const facts = async () =>
      (await chain(sent)).map(({ id: _id, supersedes, ...decision }: { id: string; supersedes: string | null }) => ({
        ...decision,
        first: supersedes === null,
      }));
    const before = await facts();
    expect(before).toHaveLength(4);
    await owner().query(`ALTER TABLE redress.decision DISABLE TRIGGER USER; DELETE FROM redress.decision;
      ALTER TABLE redress.decision ENABLE TRIGGER USER; ${DECIDED_BEFORE}`);
    expect(await facts()).toEqual(before);
  });
});

describe('proof of delivery', () => {
  it('lies between the sending and now, in a way of the charter, while the chief has the case', async () => {
    const sent = await recommendedCase(room);
    expect(await refusal(deliveriesOf(sent), hand({ way: 'pigeon' }))).toBe('422 unknown-way');
    const [past, ahead] = [-3_600_000, 3_600_000].map((by) => new Date(room.now().getTime() + by).toISOString());
    expect(await refusal(deliveriesOf(sent), hand({ deliveredAt: past }))).toBe('422 delivered-at-no-time');
    expect(await refusal(deliveriesOf(sent), hand({ deliveredAt: ahead }))).toBe('422 delivered-at-no-time');
    await room.made(deliveriesOf(sent), hand());
    const put = hand({ way: 'email', documentSha256: 'a'.repeat(64) });
    await room.made(deliveriesOf(sent), put);
    expect((await room.get(`${sent.path}/recommendations`)).body[0].deliveries).toMatchObject([
      { way: 'hand', stands: false },
      { way: 'email', documentSha256: 'a'.repeat(64), recipient: CANARY, stands: true },
    ]);
    const { rows } = await owner().query<{ row: string }>(
      'SELECT d::text AS row FROM redress.recommendation_delivery d',
    );
    expect(rows.some(({ row }) => Buffer.from(row).includes(Buffer.from(CANARY).toString('hex')))).toBe(false);
    expect(rows.some(({ row }) => row.includes(CANARY))).toBe(false);
    await owner().query(`UPDATE redress.complaint SET status = 'before_board' WHERE id = $1`, [sent.complaintId]);
    expect(await refusal(deliveriesOf(sent), hand())).toBe('409 case-not-with-chief');
  });

  it('starts the clock of each recommendation on its own day; what stands still moves both, and one answer stops neither', async () => {
    const sent = await recommendedCase(room);
    const training = { ...sent.suspension, kind: 'training', disciplineKind: undefined, disciplineDays: undefined };
    const other = { ...sent, recommendationId: await room.made(`${sent.path}/recommendations`, training) };
    const first = (await room.post(deliveriesOf(sent), hand())).body.answerDueOn;
    await room.wait(48);
    const second = (await room.post(deliveriesOf(other), hand())).body.answerDueOn;
    const apart = (Date.parse(second) - Date.parse(first)) / 86_400_000;
    expect(apart).toBe(2);
    const director = await room.person('director');
    const from = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(room.now());
    const toll = { rule: 'chief_answer', ground: 'court', from, evidence: 'Order 9' };
    expect((await room.post(`${sent.path}/tollings`, toll, director)).status).toBe(201);
    const due = async () =>
      (await room.get(`${sent.path}/recommendations`)).body.map(
        ({ answerDueOn }: { answerDueOn: string }) => answerDueOn,
      );
    const later = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    // Of the first this day counts as one of standing still; of the second it is the day of delivery, which never counts.
    expect(await due()).toEqual([later(first), second]);
    await room.made(answersOf(other), { answer: 'concur' });
    const { matters } = (await room.get(`${sent.path}/decisions`)).body;
    expect(matters).toMatchObject([
      { matterId: sent.allegationId },
      { matterId: other.recommendationId, allegationId: null },
    ]);
    const { rows } = await owner().query(
      `SELECT state FROM redress.deadline WHERE complaint_id = $1 AND rule = 'chief_answer'`,
      [sent.complaintId],
    );
    expect(rows).toEqual([{ state: 'tolled' }]);
  });
});
