import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { migrate, ownerDataSource } from '../../src/database/migrate.js';
import { migrations } from '../../src/database/migrations/index.js';
import { PolicyWatch } from '../../src/database/policies/policy-watch.js';
import { Logger } from '../../src/platform/logging/logger.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  // The tests' own demand on what is told is no part of the schema.
  await database.owner.query('DROP SCHEMA demanded CASCADE');
  dataSource = await new DataSource(ownerDataSource(database.ownerUrl)).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** Every table, column, constraint, index, trigger, policy and right: what a migration can change. */
async function schema(): Promise<string[]> {
  const { rows } = await database.owner.query<{ line: string }>(`
    WITH ours AS (SELECT oid, nspname FROM pg_namespace WHERE nspname IN ('redress', 'published'))
    SELECT line FROM (
      SELECT format('table %s %s %s', c.relname, c.relrowsecurity, coalesce(c.relacl::text, '')) FROM pg_class c JOIN ours ON ours.oid = c.relnamespace WHERE c.relkind IN ('r', 'i')
      UNION ALL SELECT format('column %s.%s %s %s', a.attrelid::regclass, a.attname, a.atttypid::regtype, a.attnotnull) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN ours ON ours.oid = c.relnamespace WHERE a.attnum > 0 AND NOT a.attisdropped
      UNION ALL SELECT format('constraint %s %s', c.conname, pg_get_constraintdef(c.oid)) FROM pg_constraint c JOIN ours ON ours.oid = c.connamespace
      UNION ALL SELECT format('policy %s %s %s', p.polname, p.polrelid::regclass, pg_get_expr(p.polqual, p.polrelid)) FROM pg_policy p
      UNION ALL SELECT format('trigger %s %s', t.tgname, t.tgrelid::regclass) FROM pg_trigger t WHERE NOT t.tgisinternal
      UNION ALL SELECT format('function %s %s', p.proname, coalesce(p.proacl::text, '')) FROM pg_proc p JOIN ours ON ours.oid = p.pronamespace
    ) AS all_lines (line) ORDER BY line`);
  return rows.map((row) => row.line);
}

describe('the migrations', () => {
  it('go down to nothing one by one and up again to the very same schema', async () => {
    const before = await schema();
    expect(before.length).toBeGreaterThan(400);
    for (const migration of [...migrations].reverse()) {
      await dataSource.undoLastMigration({ transaction: 'each' });
      expect((await dataSource.query<unknown[]>('SELECT FROM migrations')).length).toBe(migrations.indexOf(migration));
    }
    expect(await schema()).toEqual([]);
    await dataSource.runMigrations({ transaction: 'each' });
    // Policies by role are no migration: whoever runs these alone has an application that does not start.
    const watch = new PolicyWatch(dataSource, new Logger('silent'));
    await expect(watch.onModuleInit()).rejects.toThrow('run `redress migrate`');
    expect(await migrate(database.ownerUrl, database.connections)).toEqual([]);
    await watch.onModuleInit();
    expect(await schema()).toEqual(before);
  });

  it('call a programme by the id of its profile where marks and notices named it otherwise', async () => {
    const at = migrations.findIndex(({ name }) => name.startsWith('DepartmentReporting'));
    for (let undone = migrations.length; undone > at; undone--)
      await dataSource.undoLastMigration({ transaction: 'each' });
    const [place, department] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'];
    const document = {
      forceReporting: { programmes: [{ code: 'new_jersey' }] },
      forceProfiles: [{ profile: 'new-jersey' }],
    };
    const { owner } = database;
    await owner.query(
      `INSERT INTO redress.jurisdiction (id, slug, name, time_zone) VALUES ($1, 'mill', 'Mill', 'UTC')`,
      [place],
    );
    await owner.query(
      `INSERT INTO redress.charter (jurisdiction_id, id, version, effective_from, document) VALUES ($1, $1, 1, '2020-01-01', $2)`,
      [place, document],
    );
    await owner.query(`INSERT INTO redress.department (jurisdiction_id, id, name) VALUES ($1, $2, 'X PD')`, [
      place,
      department,
    ]);
    await owner.query(
      `INSERT INTO redress.zero_report (jurisdiction_id, id, department_id, month, submitted_at, late_for)
       VALUES ($1, $2, $2, '2026-01-01', now(), '{fbi,new_jersey}')`,
      [place, department],
    );
    await dataSource.runMigrations({ transaction: 'each' });
    expect((await owner.query('SELECT late_for FROM redress.zero_report')).rows).toEqual([
      { late_for: ['fbi', 'new-jersey'] },
    ]);
  });

  it('run once: a second run applies nothing', async () => {
    expect(await dataSource.runMigrations({ transaction: 'each' })).toEqual([]);
  });
});
