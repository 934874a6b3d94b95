import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type RolePolicy, rolePolicies } from '../../src/database/policies/role-policy.js';
import { standingPolicies } from '../../src/database/policies/standing-policies.js';
import { writePolicies } from '../../src/database/policies/write-policies.js';
import { type RowRelation, tableReach } from '../../src/identity/index.js';
import { STAFF_ROLES, type StaffRole } from '../../src/shared/actor.js';
import { readReach, type WrittenReach } from '../support/read-reach.js';
import { ReachScene } from '../support/reach-scene.js';

const written = readReach(readFileSync('docs/who-may-do-what.md', 'utf8'));
let scene: ReachScene;
beforeAll(async () => {
  scene = await ReachScene.open();
});
afterAll(() => scene.close());

/** Of the rows of a table, whose cases somebody sees, or all there are. */
async function casesIn(client: Pick<typeof scene.app, 'query'>, table: string, where = 'true'): Promise<string[]> {
  const columns = scene.tables.get(table)!;
  const { rows } = await client.query<{ cases: string[] }>(
    `SELECT coalesce(array_agg(DISTINCT named) FILTER (WHERE named = ANY ($1)), '{}') AS cases
       FROM redress.${table}, unnest(ARRAY[${columns.join(', ')}]) named WHERE ${where}`,
    [scene.all],
  );
  return rows[0]!.cases.sort();
}

/** Which of these cases the written word lets a role reach in a table. */
async function should(role: StaffRole, ways: readonly RowRelation[], table: string, all: string[]): Promise<string[]> {
  if (ways.includes('any')) return all;
  const own = tableReach[table]?.own;
  const theirs = ways.includes('own')
    ? await casesIn(scene.database.owner, table, `${own ?? ''} = '${scene.people.get(role)!}'`)
    : [];
  const stood = ways.flatMap((way) => (way === 'any' || way === 'own' ? [] : [scene.caseOf(role, way)]));
  return all.filter((id) => theirs.includes(id) || stood.includes(id));
}

async function mismatches(word: WrittenReach, tables: readonly string[] = [...scene.tables.keys()]): Promise<string[]> {
  const found: string[] = [];
  for (const role of STAFF_ROLES) {
    await scene.be(role);
    for (const table of tables) {
      const all = await casesIn(scene.database.owner, table);
      const expected = await should(role, word.get(table)!.seen.get(role) ?? [], table, all);
      const is = await casesIn(scene.app, table);
      if (is.join() !== expected.join()) found.push(`${role} sees ${is.length} in ${table}, not ${expected.length}`);
    }
  }
  return found;
}

/** What a role may leave behind in a table, tried with rows that are there already: refused by row, or for being there. */
async function leaves(role: StaffRole, table: string, complaintId: string): Promise<boolean | null> {
  const row = await scene.rowOf(table, complaintId);
  if (row === null) return null;
  try {
    await scene.app.query(`INSERT INTO redress.${table} SELECT * FROM jsonb_populate_record(NULL::redress.${table}, $1)`, [row]);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '42501' || code === '23505') return code === '23505';
    throw error;
  }
  throw new Error(`${role} wrote the same row of ${table} twice`);
}

describe('the rows of every case-bound table', () => {
  it('are told of, each with the columns that name its case', () => {
    expect([...written.keys()].sort()).toEqual([...scene.tables.keys()].sort());
    const told = Object.entries(tableReach).map(([table, { columns = ['complaint_id'] }]) => [table, [...columns].sort()]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(scene.tables));
  });

  // ASVS 5.0: V8.2.2, V8.3.1
  it('are seen by whom it is written, as they stand to the case, and by nobody else', async () => {
    expect(await mismatches(written)).toEqual([]);
  }, 30_000);

  // ASVS 5.0: V8.2.3
  it('are left by whom it is written, and by nobody else', async () => {
    const found: string[] = [];
    let tried = 0;
    for (const role of STAFF_ROLES) {
      await scene.be(role);
      for (const [table, { left }] of written) {
        const ways = left.get(role) ?? [];
        const stood = ways.flatMap((way) => (way === 'any' ? [] : [scene.caseOf(role, way)]));
        for (const id of [scene.here, ...stood]) {
          const is = await leaves(role, table, id);
          if (is === null) continue;
          tried++;
          if (is !== (id !== scene.here || ways.includes('any'))) found.push(`${role} in ${table}: ${String(is)}`);
        }
      }
    }
    expect(found).toEqual([]);
    expect(tried).toBeGreaterThan(1_000);
  }, 30_000);

  it('are found out when a table is without its policy, and when a grant is forgotten (planted)', async () => {
    const { owner } = scene.database;
    const ask = async <Row>(sql: string) => (await owner.query(sql)).rows as Row[];
    expect(await standingPolicies(ask)).toEqual({ unknown: [], missing: [], other: [] });
    await owner.query('DROP POLICY by_role ON redress.diary_note');
    expect(await standingPolicies(ask)).toMatchObject({ missing: ['diary_note'] });
    expect((await mismatches(written, ['diary_note'])).length).toBeGreaterThan(3);

    const forgetful: RolePolicy[] = rolePolicies({
      ...tableReach,
      letter: { ...tableReach['letter']!, read: ['letter.write', 'complaint.read-history'] },
    });
    const client = await owner.connect();
    expect(await writePolicies(client, forgetful)).toEqual(['diary_note', 'letter']);
    expect(await mismatches(written, ['diary_note'])).toEqual([]);
    expect(await mismatches(written, ['letter'])).toEqual(['director sees', 'auditor sees'].map(expect.stringContaining as never));
    await owner.query('ALTER POLICY by_role ON redress.message USING (true)');
    expect(await standingPolicies(ask)).toEqual({ unknown: [], missing: [], other: ['letter', 'message'] });
    expect(await writePolicies(client)).toEqual(['letter', 'message']);
    client.release();
    expect(await mismatches(written, ['letter', 'message'])).toEqual([]);
  });
});
