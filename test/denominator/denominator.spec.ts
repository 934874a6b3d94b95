import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, TestApp } from '../support/test-app.js';

let redress: TestApp;
let department: { id: string; key: string };
let other: { id: string; key: string };
let director: string;
beforeAll(async () => {
  redress = await TestApp.start();
  department = await redress.department('Riverton PD');
  other = await redress.department('=Lakeside PD');
  director = (await redress.staff('director')).token;
});
afterAll(() => redress.stop());

const SOURCE = 'Roll call of 1 March, personnel office';

function tell(as: string | undefined, address: string, body: object): Promise<Answer> {
  return redress.request('PUT', `/api/v1/denominators/${address}`, { body, ...(as === undefined ? {} : { as }) });
}

function ask(query = '', form = ''): Promise<Answer> {
  return redress.request('GET', `/api/v1/jurisdictions/riverton/denominators${form}${query}`);
}

describe('a denominator', () => {
  it('told by a department is its own, public at once with its source, and in the history', async () => {
    const { status, body } = await tell(department.key, 'workforce/2025-03/race', {
      source: SOURCE,
      sourceUrl: 'https://example.org/roll',
      counts: { black: 12, white: 30 },
    });
    expect([status, body.departmentId, body.version]).toEqual([200, department.id, 1]);
    const row = { kind: 'workforce', month: '2025-03', department: 'Riverton PD', grouping: 'race', source: SOURCE };
    const rest = { sourceUrl: 'https://example.org/roll', version: 1 };
    expect((await ask('?kind=workforce&from=2025-03&to=2025-03')).body.items).toEqual([
      { ...row, group: 'black', count: 12, ...rest },
      { ...row, group: 'white', count: 30, ...rest },
    ]);
    const { rows } = await redress.database.owner.query(
      'SELECT action, actor_kind, details FROM redress.history_event WHERE subject_id = $1',
      [body.id],
    );
    const details = { kind: 'workforce', month: '2025-03', grouping: 'race', version: 1 };
    expect(rows).toEqual([{ action: 'denominator.tell', actor_kind: 'department', details }]);
  });

  it('told again is the same, told otherwise supersedes; both versions stay readable', async () => {
    const told = { source: SOURCE, counts: { all: 400 } };
    const first = await tell(department.key, 'stops/2025-01/all', told);
    expect((await tell(department.key, 'stops/2025-01/all', told)).body.id).toBe(first.body.id);
    const second = await tell(department.key, 'stops/2025-01/all', { ...told, counts: { all: 401 } });
    expect(second.body.version).toBe(2);
    const counts = async (query: string) =>
      (await ask(`?kind=stops${query}`)).body.items.map((row: { count: number }) => row.count);
    expect(await counts('')).toEqual([401]);
    expect(await counts('&all-versions=true')).toEqual([400, 401]);
  });

  it('told by many at once has one history without a gap', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        tell(department.key, 'arrests/2025-01/all', { source: SOURCE, counts: { all: at } }),
      ),
    );
    expect(answers.map(({ body }) => body.version).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('of the whole place is told by staff, and found as such', async () => {
    const told = { source: 'Census 2020', counts: { '0-17': 900, '18-64': 4000, '65+': 800, unknown: 3 } };
    expect((await tell(director, 'population/2025-01/age', told)).body.departmentId).toBeNull();
    expect((await ask('?department=place')).body.items).toHaveLength(4);
    const named = await tell(director, 'workforce/2025-04/all', {
      ...told,
      departmentId: other.id,
      counts: { all: 9 },
    });
    expect(named.body.departmentId).toBe(other.id);
  });

  it.each([
    ['workforce/2025-03/race', { counts: { blue: 1 } }, 422, 'counts-refused'],
    ['workforce/2098-01/race', { counts: { black: 1 } }, 422, 'month-ahead'],
    ['workforce/2025-13/race', { counts: { black: 1 } }, 422, 'invalid'],
    ['horses/2025-03/race', { counts: { black: 1 } }, 422, 'invalid'],
    ['workforce/2025-03/race', { counts: { black: 1 }, source: '  ' }, 422, 'invalid'],
    ['workforce/2025-03/race', { counts: { black: 1 }, sourceUrl: 'javascript:alert(1)' }, 422, 'invalid'],
  ])('is refused with a clear word: %s %j', async (address, body, status, code) => {
    const before = (await ask('?all-versions=true')).text;
    const answer = await tell(department.key, address, { source: SOURCE, ...body });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await ask('?all-versions=true')).text).toBe(before);
  });

  it('of another department, by a stranger, or by an investigator is refused', async () => {
    const body = { source: SOURCE, counts: { all: 1 }, departmentId: department.id };
    expect((await tell(other.key, 'stops/2025-02/all', body)).status).toBe(404);
    expect((await tell(undefined, 'stops/2025-02/all', body)).status).toBe(401);
    expect((await tell((await redress.staff('investigator')).token, 'stops/2025-02/all', body)).status).toBe(403);
    expect((await ask('?kind=stops&from=2025-02')).body.items).toEqual([]);
  });

  it('stands in the CSV as in the JSON, and no name is a formula there', async () => {
    const { text, headers } = await ask('?kind=workforce&from=2025-04', '.csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text).toBe(
      'kind,month,department,grouping,group,count,source,sourceUrl,version\n' +
        "workforce,2025-04,'=Lakeside PD,all,all,9,Census 2020,,1\n",
    );
  });

  it('cannot be rewritten, neither where it is recorded nor where it is public', async () => {
    for (const table of ['redress', 'published']) {
      const rewriting = redress.database.owner.query(`UPDATE ${table}.denominator SET source = 'other'`);
      await expect(rewriting).rejects.toThrow('append-only');
    }
  });
});
