import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { rolePolicies } from '../../src/database/policies/role-policy.js';
import { standingPolicies } from '../../src/database/policies/standing-policies.js';
import { writePolicies } from '../../src/database/policies/write-policies.js';
import { placeReach, type RowRelation } from '../../src/identity/index.js';
import { STAFF_ROLES, type StaffRole } from '../../src/shared/actor.js';
import { type Owned, PlaceScene } from '../support/place-scene.js';
import { readReach } from '../support/read-reach.js';

const written = readReach(readFileSync('docs/who-may-do-what.md', 'utf8'), 'no case');
let scene: PlaceScene;
beforeAll(async () => {
  scene = await PlaceScene.open();
}, 60_000);
afterAll(() => scene.close());

const reaches = (ways: readonly RowRelation[] = [], { of }: Owned, role: StaffRole): boolean =>
  ways.includes('any') || (ways.includes('own') && of === role);
const line = (role: StaffRole, { table, of }: Owned): string => `${role}: ${table} of ${of ?? 'nobody here'}`;

async function mismatches(): Promise<string[]> {
  const found: string[] = [];
  for (const role of STAFF_ROLES) {
    await scene.be(role);
    const is = (await scene.seen()).map((row) => line(role, row));
    const should = scene.all.filter((row) => reaches(written.get(row.table)?.seen.get(role), row, role));
    const expected = should.map((row) => line(role, row));
    found.push(...is.filter((row) => !expected.includes(row)), ...expected.filter((row) => !is.includes(row)));
  }
  return found;
}

describe('the rows of every table of no case', () => {
  it('are told of', () => {
    expect([...written.keys()].sort()).toEqual(scene.tables);
    expect(new Set(scene.all.map(({ table }) => table)).size).toBe(scene.tables.length);
  });

  // ASVS 5.0: V8.2.2, V8.3.1
  it('are seen by whom it is written, and by nobody else', async () => {
    expect(await mismatches()).toEqual([]);
  });

  // ASVS 5.0: V8.2.2, V8.3.1
  it('are left by whom it is written, and by nobody else', async () => {
    let tried = 0;
    for (const role of STAFF_ROLES) {
      await scene.be(role);
      const told = await scene.leaves();
      const should = told.map((row) => reaches(written.get(row.table)?.left.get(role), row, role));
      const wrong = told.filter(({ leaves }, at) => leaves !== should[at]);
      expect(wrong.map((row) => `${line(role, row)} ${row.leaves}`)).toEqual([]);
      tried += told.length;
    }
    expect(tried).toBeGreaterThan(500);
  });

  it('are found out when a grant is forgotten and when a table is without its policy (planted)', async () => {
    const { owner } = scene.database;
    const passkey = { ...placeReach['passkey']!, read: ['account.change'] as const };
    const client = await owner.connect();
    expect(await writePolicies(client, rolePolicies({ ...placeReach, passkey }))).toEqual(['passkey']);
    expect(await mismatches()).toContain('clerk: passkey of records');
    await owner.query('DROP POLICY by_role ON redress.use_of_force_subject');
    expect(await mismatches()).toContain('clerk: use_of_force_subject of nobody here');
    const ask = async <Row>(sql: string) => (await owner.query(sql)).rows as Row[];
    expect(await standingPolicies(ask)).toMatchObject({ missing: ['use_of_force_subject'], other: ['passkey'] });
    expect(await writePolicies(client)).toEqual(['passkey', 'use_of_force_subject']);
    client.release();
    expect(await mismatches()).toEqual([]);
  });
});
