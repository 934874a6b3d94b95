import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { controllersOf, routesOf } from '../architecture/routes-without-permission.js';
import { TestApp } from '../support/test-app.js';
import { withoutRolePolicies } from '../support/without-role-policies.js';
import { CaseBuilder, created } from './case-builder.js';
import { caseTables, fillCaseTables, loosen } from './fill-case-tables.js';

let redress: TestApp;
let cases: CaseBuilder;
let app: pg.Client;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  app = new pg.Client(connectionOptions(redress.database.connections.appUrl));
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await redress.stop();
});

/** The case-bound tables in which this person's own transaction, as the application's role, sees a row of the case. */
async function seenIn(complaintId: string, staffId: string): Promise<string[]> {
  await app.query('BEGIN');
  const settings = [redress.jurisdiction.id, staffId];
  await app.query(
    `SELECT set_config('redress.jurisdiction', $1, true), set_config('redress.staff', $2, true)`,
    settings,
  );
  const seen: string[] = [];
  for (const { table, column } of await caseTables(redress.database.owner)) {
    const sql = `SELECT FROM redress.${app.escapeIdentifier(table)} WHERE ${app.escapeIdentifier(column)} = $1`;
    if (((await app.query(sql, [complaintId])).rowCount ?? 0) > 0) seen.push(`${table}.${column}`);
  }
  await app.query('ROLLBACK');
  return seen;
}

describe('a recused person', () => {
  // ASVS 5.0: V8.2.2
  it('gets 0 bytes of the case from every address that names it, and from every list', async () => {
    const { complaintId, caseNumber } = await cases.drafted();
    const { staffId, token } = await redress.staff(
      'intake',
      'investigator',
      'supervisor',
      'clerk',
      'records',
      'director',
      'auditor',
      'board_member',
    );
    const gets = routesOf(controllersOf(redress.app)).flatMap(({ name }) => {
      const path = /^GET (\S+)/.exec(name)?.[1];
      return path === undefined ? [] : [path.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1')];
    });
    const links = gets.filter((path) => path.includes(':complaintId'));
    const lists = gets.filter((path) => !path.includes(':') && path.startsWith('/api/v1/'));
    expect(links.length).toBeGreaterThan(8);
    expect(lists).toEqual(expect.arrayContaining(['/api/v1/complaints', '/api/v1/deadlines', '/api/v1/caseload']));
    const fetched = async () => {
      const texts: Record<string, { status: number; text: string }> = {};
      for (const path of [...links, ...lists]) {
        const url = path.replace(':complaintId', complaintId).replaceAll(/:\w+/g, complaintId);
        texts[path] = await redress.request('GET', url, { as: token });
      }
      return texts;
    };
    const names = (text: string) => text.includes(complaintId) || text.includes(caseNumber);
    const before = await fetched();
    expect(names(before['/api/v1/complaints']!.text)).toBe(true);
    created(await cases.step(complaintId, 'recusals', { staffId, reason: 'relation_to_party' }));
    const after = await fetched();
    expect(links.filter((path) => after[path]!.status !== 404)).toEqual([]);
    const told = Object.entries(after).filter(([, { text }]) => names(text.replaceAll(/"instance":"[^"]*"/g, '')));
    expect(told.map(([path]) => path)).toEqual([]);
  });

  // ASVS 5.0: V8.3.3
  it('sees 0 rows in every case-bound table, by raw SQL with their own settings, and a table that forgets the wall is found out (planted)', async () => {
    const { complaintId } = await cases.file();
    const { owner } = redress.database;
    await owner.query('CREATE TABLE redress.planted (jurisdiction_id uuid NOT NULL, complaint_id uuid NOT NULL)');
    await owner.query(`SELECT redress.protect('redress.planted')`);
    await loosen(owner);
    await fillCaseTables(owner, redress.jurisdiction.id, complaintId);
    // A sealed case is behind another wall, and roles reach what they reach: it is this wall alone that is tested here.
    await withoutRolePolicies(owner);
    await owner.query('UPDATE redress.sealing SET lifted_at = now()');
    const { staffId } = await redress.staff('director');
    created(await cases.step(complaintId, 'recusals', { staffId, reason: 'financial_interest' }));
    const all = (await caseTables(owner)).map(({ table, column }) => `${table}.${column}`);
    expect(all.length).toBeGreaterThan(38);
    // The control: who is not recused sees a row of the case in each of them.
    expect(await seenIn(complaintId, cases.supervisor.staffId)).toEqual(all);
    expect(await seenIn(complaintId, staffId)).toEqual(['planted.complaint_id']);
    await owner.query('DROP TABLE redress.planted');
    expect(await seenIn(complaintId, staffId)).toEqual([]);
  });
});
