import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DatasetFinder } from '../../src/transparency/published/soda/dataset-finder.js';
import { functionNamed } from '../../src/transparency/published/soql/functions.js';
import { NASTY } from '../support/soql/mutated-query.js';
import { tableName } from '../support/soql/published-table.js';
import { SoqlScene } from '../support/soql/soql-scene.js';

/** On a busy machine it takes longer than everything else does. */
const PATIENCE_MS = 180_000;

let scene: SoqlScene;
let releaseId: string;
beforeAll(async () => {
  scene = await SoqlScene.open();
  const { rows } = await scene.redress.database.owner.query<{ id: string }>('SELECT id FROM published.release');
  releaseId = rows[0]!.id;
}, PATIENCE_MS);
afterAll(() => scene.stop());

describe('random and spoiled questions', () => {
  it(
    'are answered as a plain evaluation in memory, or refused with a code',
    async () => {
      const tally = await scene.campaign().run(400, 2026);
      expect([tally.different, tally.serverErrors]).toEqual([[], []]);
      expect(tally.answered).toBeGreaterThan(150);
      expect(tally.refused).toBeGreaterThan(80);
      expect(tally.rows).toBeGreaterThan(400);
    },
    PATIENCE_MS,
  );

  it(
    'find out a sign that means another (planted)',
    async () => {
      const less = functionNamed('<')!;
      const { sql } = less;
      Object.assign(less, { sql: (left: string, right: string) => `(${left} <= ${right})` });
      const tally = await scene.campaign().run(150, 99);
      Object.assign(less, { sql });
      expect(tally.different.length).toBeGreaterThan(0);
      expect(tally.serverErrors).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'find out one cell that is another (planted)',
    async () => {
      const { owner } = scene.redress.database;
      await owner.query(`UPDATE ${tableName(releaseId)} SET race = 'Blacks' WHERE row_number = 20`);
      const tally = await scene.campaign().run(80, 5);
      await owner.query(`UPDATE ${tableName(releaseId)} SET race = $1 WHERE row_number = 20`, [scene.rows[19]![0]]);
      expect(tally.different.length).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});

/** Names of things that are in the table or in the database, and in no release's list of columns. */
const UNLISTED = [
  ...['secret', 'SECRET', '`secret`', 'row_number', 'ctid', 'xmin', 'tableoid', 't', '`t`', 't.secret', '`t.secret`'],
  ...[
    '`secret" FROM x --`',
    'current_user',
    'version()',
    'pg_sleep(1)',
    'to_char(day)',
    'count(secret)',
    'published.release',
  ],
  ...[
    '(select 1)',
    "query_to_xml('select 1')",
    'case(true, secret)',
    'row_to_json(t)',
    '"secret"',
    ':secret',
    ':*.secret',
  ],
];

async function reachable(): Promise<string[]> {
  const found: string[] = [];
  for (const name of UNLISTED) {
    const asked: Record<string, string>[] = [
      ...[
        { $select: name },
        { $where: `${name} is not null` },
        { $order: name },
        { $group: name },
        { $having: `max(${name}) is null` },
      ],
      ...[{ $query: `select ${name}` }, { [name]: 'x' }, { $select: 'race', $order: `race, ${name} desc` }],
    ];
    const answers = await Promise.all(asked.map((parameters) => scene.ask(parameters)));
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    if (answers.some(({ status, text }) => status === 200 || text.includes('top secret'))) found.push(name);
  }
  return found;
}

describe('a column that is not in the release’s list', () => {
  beforeAll(async () => {
    await scene.redress.database.owner.query(
      `ALTER TABLE ${tableName(releaseId)} ADD COLUMN secret text DEFAULT 'top secret'`,
    );
  });

  it(
    'cannot be reached, by any name and from any place',
    async () => {
      expect(await reachable()).toEqual([]);
      expect((await scene.ask({ $q: 'secret' })).body).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'would be found out if it could (planted: the list is not asked)',
    async () => {
      const finder = scene.redress.app.get(DatasetFinder);
      const find = finder.find.bind(finder);
      finder.find = async (id, version) => {
        const release = await find(id, version);
        const secret = { ...release.columns[0]!, name: 'secret' };
        return { ...release, columns: [...release.columns, secret] };
      };
      const found = await reachable();
      finder.find = find;
      expect(found).toEqual(expect.arrayContaining(['secret', '`secret`', 'count(secret)']));
      expect(found).not.toContain('ctid');
    },
    PATIENCE_MS,
  );
});

// ASVS 5.0: V1.2.4
describe('what attackers write', () => {
  it(
    'stays a value, or is refused with a code; the tables stand as they stood',
    async () => {
      const before = await scene.ask({ $limit: '5' });
      for (const text of NASTY.map((each) => each.toWellFormed())) {
        const asked = [
          '$select',
          '$where',
          '$group',
          '$having',
          '$order',
          '$limit',
          '$offset',
          '$q',
          '$query',
          'race',
          text,
        ];
        for (const { status, body } of await Promise.all(asked.map((name) => scene.ask({ [name]: text })))) {
          expect(status).toBeLessThan(500);
          if (status !== 200) expect(body.code).toMatch(/^[a-z-]+$/);
        }
      }
      expect((await scene.ask({ $limit: '5', $select: '*' })).body).toEqual(before.body);
    },
    PATIENCE_MS,
  );
});
