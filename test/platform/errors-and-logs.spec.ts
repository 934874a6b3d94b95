import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { Logger } from '../../src/platform/logging/logger.js';
import { type Answer, type SignedIn, TestApp } from '../support/test-app.js';

let redress: TestApp;
let clerk: SignedIn;
const lines: string[] = [];
beforeAll(async () => {
  redress = await TestApp.start();
  clerk = await redress.staff('supervisor');
  const kept = new Writable({
    write: (line: Buffer, _, done) => {
      lines.push(line.toString());
      done();
    },
  });
  Reflect.set(redress.app.get(Logger), 'pino', pino({ level: 'info', base: null }, kept));
});
afterAll(() => redress.stop());

const CANARY = 'Wilhelmina Ottenberg';
const file = (body: object, headers: Record<string, string> = {}): Promise<Answer> =>
  redress.request('POST', '/api/v1/complaints', { as: clerk.token, body, headers });

describe('what nobody foresaw', () => {
  // ASVS 5.0: V16.5.1, V16.5.3, V16.5.4, V13.4.2
  it('is answered with an id and no more, saves nothing, and the next request is served', async () => {
    const { owner } = redress.database;
    await owner.query(`CREATE FUNCTION redress.planted() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'broken at ${CANARY}' USING ERRCODE = 'XX000'; END $$`);
    await owner.query(
      'CREATE TRIGGER planted BEFORE INSERT ON redress.complaint FOR EACH ROW EXECUTE FUNCTION redress.planted()',
    );
    const answer = await file({ channel: 'phone', narrative: 'Pushed.' });
    expect([answer.status, answer.body.code]).toEqual([500, 'unexpected']);
    expect(answer.body.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.text).not.toMatch(/planted|redress\.|SELECT|INSERT|node_modules|\bat \w|XX000/);
    expect(answer.text).not.toContain(CANARY);
    await owner.query('DROP TRIGGER planted ON redress.complaint');
    expect((await owner.query('SELECT FROM redress.complaint')).rowCount).toBe(0);
    expect((await file({ channel: 'phone', narrative: 'Pushed.' })).status).toBe(201);
  });

  // ASVS 5.0: V16.2.4, V16.2.5, V16.3.4
  it('is in the log by its id, its name, its code and its frames, and without its words', () => {
    const failure = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .find(({ msg }) => msg === 'request-failed');
    expect(failure).toMatchObject({ level: 50, method: 'POST', status: 500, errorCode: 'XX000' });
    expect(failure!['requestId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines.join('')).not.toContain(CANARY);
  });
});

/** One of each class that PostgreSQL has for what goes wrong, those that we answer in words of our own, and some of nobody's. */
const STATES = [
  ...[
    '08000',
    '08006',
    '0A000',
    '20000',
    '21000',
    '22000',
    '22001',
    '22003',
    '22008',
    '22012',
    '22021',
    '22P02',
    '23000',
  ],
  ...[
    '23502',
    '23503',
    '23505',
    '23514',
    '24000',
    '25006',
    '28000',
    '2BP01',
    '34000',
    '39000',
    '3D000',
    '40001',
    '40P01',
  ],
  ...[
    '42501',
    '42601',
    '42703',
    '42P01',
    '44000',
    '53000',
    '53100',
    '53200',
    '53300',
    '54000',
    '55006',
    '55P03',
    '57000',
  ],
  ...[
    '57014',
    '58000',
    '58030',
    'F0000',
    'HV000',
    'P0001',
    'P0002',
    'XX000',
    'XX001',
    'XX002',
    'RD001',
    'RD999',
    'ZZ999',
  ],
];

describe('whatever the database says', () => {
  // ASVS 5.0: V16.3.3
  it('against what the guard let through is told as hidden, is in the log, and fails every test (planted)', async () => {
    const { owner } = redress.database;
    const refusing = (check: string) => owner.query(`ALTER POLICY by_role ON redress.complaint WITH CHECK (${check})`);
    lines.length = 0;
    await refusing('false');
    await expect(file({ channel: 'phone', narrative: CANARY })).rejects.toThrow('the guard and the rows do not agree');
    await refusing('true');
    const [told] = lines.map((line) => JSON.parse(line) as object).filter((line) => 'errorCode' in line);
    expect(told).toMatchObject({ msg: 'role-refused', status: 404, errorCode: '42501', route: '/api/v1/complaints' });
    expect(lines.join('')).not.toContain(CANARY);
  });

  // ASVS 5.0: V16.5.1
  it('is told in our words, by a code, and its own stand in no answer and in no line of the log', async () => {
    const { owner } = redress.database;
    await owner.query(`CREATE TABLE public.planted_state (state text); INSERT INTO public.planted_state VALUES ('');
      GRANT SELECT ON public.planted_state TO redress_app; CREATE FUNCTION public.planted_state() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'SELECT ${CANARY} FROM redress.staff' USING ERRCODE = (SELECT state FROM public.planted_state),
        DETAIL = 'Key (name)=(${CANARY})', HINT = '${CANARY}', COLUMN = '${CANARY}', CONSTRAINT = '${CANARY}'; END $$;
      CREATE TRIGGER planted BEFORE INSERT ON redress.complaint FOR EACH ROW EXECUTE FUNCTION public.planted_state()`);
    lines.length = 0;
    for (const state of STATES) {
      await owner.query('UPDATE public.planted_state SET state = $1', [state]);
      const { status, body, text } = await file({ channel: 'phone', narrative: 'Pushed.' });
      expect([state, status >= 400, body.code]).toEqual([state, true, expect.stringMatching(/^[a-z-]+$/)]);
      expect(text).not.toMatch(/Ottenberg|SELECT|redress\.|planted|node_modules/);
    }
    await owner.query('DROP TRIGGER planted ON redress.complaint');
    expect(lines.join('')).toMatch(/request-failed/);
    expect(lines.join('')).not.toMatch(/Ottenberg|SELECT /);
  });

  it('when it takes nobody in: 503, and as before once it does', async () => {
    const { owner } = redress.database;
    const { rows } = await owner.query<{ name: string }>('SELECT current_database() AS name');
    const limit = (most: number) => owner.query(`ALTER DATABASE ${rows[0]!.name} CONNECTION LIMIT ${most}`);
    await limit(0);
    await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND usename = 'redress_app'`);
    const { status, body, text } = await file({ channel: 'phone', narrative: 'Pushed.' });
    expect([status, body.code]).toEqual([503, 'busy']);
    expect(text).not.toMatch(/redress_test|too many|terminat/);
    await limit(-1);
    expect((await file({ channel: 'phone', narrative: 'Pushed.' })).status).toBe(201);
  });
});

describe('the log', () => {
  // ASVS 5.0: V16.2.1, V16.4.1, V14.2.4
  it('says when, what and which route; nothing that a caller sent, so that nothing can be written into it', async () => {
    const forged = 'x\r\n{"level":30,"msg":"forged"}\u001b[31m';
    lines.length = 0;
    await redress.request('GET', `/api/v1/complaints?text=${encodeURIComponent(forged)}`, {
      as: clerk.token,
      headers: { 'user-agent': CANARY, 'x-forwarded-for': '203.0.113.77', 'x-request-id': 'forged', referer: CANARY },
    });
    await redress.request('POST', '/api/v1/sessions', {
      body: { jurisdiction: 'riverton', signInName: CANARY, password: `${CANARY} 1234` },
    });
    const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(said.map(({ method, route }) => `${String(method)} ${String(route)}`)).toEqual([
      'GET /api/v1/complaints',
      'POST /api/v1/sessions',
    ]);
    expect(said.every(({ time, status }) => typeof time === 'number' && typeof status === 'number')).toBe(true);
    expect(lines.join('')).not.toMatch(/forged|203\.0\.113|Ottenberg|Wilhelmina|31m|text=/);
  });

  it('would show a canary if it were there (planted)', () => {
    Reflect.get(redress.app.get(Logger), 'pino').info({ agent: CANARY }, 'planted');
    expect(lines.join('')).toContain(CANARY);
  });
});
