import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { rolePolicies } from '../../src/database/policies/role-policy.js';
import { standingPolicies } from '../../src/database/policies/standing-policies.js';
import { writePolicies } from '../../src/database/policies/write-policies.js';
import { type RowRelation, tableReach } from '../../src/identity/index.js';
import { STAFF_ROLES, type StaffRole } from '../../src/shared/actor.js';
import { blindTriggers } from '../support/blind-triggers.js';
import { ReachScene } from '../support/reach-scene.js';
import { readReach } from '../support/read-reach.js';

const written = readReach(readFileSync('docs/who-may-do-what.md', 'utf8'));
let scene: ReachScene;
beforeAll(async () => {
  scene = await ReachScene.open();
}, 60_000);
afterAll(() => scene.close());

/** The cases to which the written word lets a role come, of all that have a row in the table. */
async function due(role: StaffRole, ways: readonly RowRelation[], table: string, all: string[]): Promise<string[]> {
  if (ways.includes('any')) return all;
  const theirs = ways.includes('own') ? await scene.ownCases(table, role) : [];
  const stood = ways.flatMap((way) => (way === 'any' || way === 'own' ? [] : [scene.caseOf(role, way)]));
  return all.filter((id) => theirs.includes(id) || stood.includes(id));
}

async function mismatches(...tables: string[]): Promise<string[]> {
  const found: string[] = [];
  const some = tables.length > 0 ? tables : [...scene.tables.keys()];
  const all = await scene.seen(scene.database.owner, some);
  for (const role of STAFF_ROLES) {
    await scene.be(role, true);
    for (const [table, is] of await scene.seen(scene.app, some)) {
      const should = await due(role, written.get(table)!.seen.get(role) ?? [], table, all.get(table)!);
      if (is.join() !== should.join()) found.push(`${role} sees ${is.length} in ${table}, not ${should.length}`);
    }
  }
  return found;
}

describe('the rows of every case-bound table', () => {
  it('are told of, each with the columns that name its case', () => {
    expect([...written.keys()].sort()).toEqual([...scene.tables.keys()].sort());
    const told = Object.entries(tableReach).map(([table, { columns = ['complaint_id'] }]) => [table, [...columns]]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(scene.tables));
  });

  // ASVS 5.0: V8.2.2, V8.3.1, V8.3.3
  it('are seen by whom it is written, as they stand to the case, and by nobody else', async () => {
    expect(await mismatches()).toEqual([]);
  }, 60_000);

  // ASVS 5.0: V8.2.2, V8.3.1
  it('are left by whom it is written, and by nobody else', async () => {
    let tried = 0;
    for (const role of STAFF_ROLES) {
      await scene.be(role, false);
      const cells = [...written].flatMap(([table, { left }]) => {
        const ways = left.get(role) ?? [];
        const stood = ways.flatMap((way) =>
          way === 'any' || way === 'glass' ? [] : [{ table, id: scene.caseOf(role, way), may: true }],
        );
        return [{ table, id: scene.here, may: ways.includes('any') }, ...stood];
      });
      const told = await scene.leaves(cells);
      const should = cells.filter((cell) => told.some(({ table, id }) => table === cell.table && id === cell.id));
      expect(told.map(({ table, id, leaves }) => ({ table, id, may: leaves, role }))).toEqual(
        should.map((cell) => ({ ...cell, role })),
      );
      tried += told.length;
    }
    expect(tried).toBeGreaterThan(1_000);
  }, 60_000);

  it('are left through an opening only to say that it was read, or what was found altered', async () => {
    const records = ['evidence_access', 'evidence_check', 'history_event'];
    for (const role of STAFF_ROLES) {
      await scene.be(role, true);
      // What walls go by is outside of them; whoever seals a case sees sealed ones by themself.
      const tables = [...written].filter(([table]) => table !== 'sealing');
      const told = await scene.leaves(tables.map(([table]) => ({ table, id: scene.caseOf(role, 'glass') })));
      const left = told.filter(({ leaves }) => leaves).map(({ table }) => table);
      // An opening is nothing to who cannot see it as theirs: administrators and mediators may not ask for one.
      const may = (table: string) =>
        written.get('glass_opening')!.seen.has(role) &&
        (written.get(table)!.left.get(role) ?? []).some((way) => way === 'any' || way === 'glass');
      expect([role, left.sort()]).toEqual([role, records.filter(may)]);
    }
  }, 60_000);

  it('are found out when a table is without its policy, and when a grant is forgotten (planted)', async () => {
    const { owner } = scene.database;
    const ask = async <Row>(sql: string) => (await owner.query(sql)).rows as Row[];
    expect(await standingPolicies(ask)).toEqual({ missing: [], unknown: [], other: [] });
    await owner.query('DROP POLICY by_role ON redress.diary_note');
    expect(await standingPolicies(ask)).toMatchObject({ missing: ['diary_note'] });
    expect((await mismatches('diary_note')).length).toBeGreaterThan(3);

    const letter = { ...tableReach['letter']!, read: ['message.exchange', 'complaint.decide-expungement'] as const };
    const client = await owner.connect();
    expect(await writePolicies(client, rolePolicies({ ...tableReach, letter }))).toEqual(['diary_note', 'letter']);
    expect(await mismatches('diary_note')).toEqual([]);
    expect((await mismatches('letter')).join()).toMatch(
      /^records sees \d+ in letter, not 0,director sees \d+ in letter, not 0$/,
    );
    // By hand: what a policy says of itself does not go with it.
    await owner.query('ALTER POLICY by_role ON redress.message USING (true)');
    expect(await standingPolicies(ask)).toEqual({ missing: [], unknown: [], other: ['letter', 'message'] });
    expect(await writePolicies(client)).toEqual(['letter', 'message']);
    expect(await writePolicies(client)).toEqual([]);

    await owner.query('CREATE TABLE redress.planted (jurisdiction_id uuid NOT NULL, complaint_id uuid NOT NULL)');
    await owner.query(`SELECT redress.protect('redress.planted', 'complaint_id')`);
    expect(await standingPolicies(ask)).toEqual({ missing: ['planted'], unknown: ['planted'], other: [] });
    await expect(writePolicies(client)).rejects.toThrow('Nobody said who reaches planted');
    await owner.query('DROP TABLE redress.planted');
    client.release();
    expect(await mismatches('letter', 'message')).toEqual([]);
  }, 60_000);
});

describe('a trigger that judges by the rows of a case', () => {
  it('sees those rows, whoever sets it off, or refuses what it does not see', async () => {
    expect(await blindTriggers(scene.database.owner)).toEqual([
      // A draft whose approval they do not see is not approved: whoever may send it on does see it.
      ...['intake', 'clerk', 'records', 'mediator', 'board_member'].map(
        (role) => `refuse_unreviewed on complaint by ${role}: supervisor_review`,
      ),
    ]);
  });

  it('is found out when it does not (planted)', async () => {
    const { owner } = scene.database;
    await owner.query(`CREATE FUNCTION redress.planted() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM FROM redress.diary_note; RETURN NEW; END $$`);
    await owner.query(
      'CREATE TRIGGER planted BEFORE INSERT ON redress.letter FOR EACH ROW EXECUTE FUNCTION redress.planted()',
    );
    expect(await blindTriggers(owner)).toContain('planted on letter by intake: diary_note');
    await owner.query('DROP FUNCTION redress.planted() CASCADE');
  });
});
