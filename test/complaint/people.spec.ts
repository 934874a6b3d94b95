import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { CaseVault, readCaseRoster } from '../../src/complaint/index.js';
import { CaseDatabase } from '../../src/platform/postgres/case-database.js';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import type { TestApp } from '../support/test-app.js';
import { type CaseBuilder, faults } from './case-builder.js';
import { DatabaseAttacker } from './database-attacker.js';
import { PeopleDesk } from './people-desk.js';

let redress: TestApp;
let cases: CaseBuilder;
let desk: PeopleDesk;
beforeAll(async () => {
  desk = await PeopleDesk.open();
  ({ redress, cases } = desk);
});
afterAll(() => redress.stop());

describe('PATCH …/people/:personId', () => {
  it('changes what is said and keeps what was noted, sealed, with who changed it, when and why', async () => {
    const { complaintId } = await cases.file();
    const first = { roles: ['witness'], name: 'Quilla Marchbanks', contact: 'quilla@example.org', gender: 'female' };
    const personId = await desk.add(complaintId, first);
    const second = { name: 'Quilla Marchbank', remove: ['contact'], roles: ['witness', 'elder'] };
    expect((await desk.edit(complaintId, personId, second)).body).toEqual({ version: 2 });
    expect((await desk.edit(complaintId, personId, { version: 2, injured: true, reason: 'X-ray.' })).body.version).toBe(
      3,
    );
    expect(await desk.inCase(complaintId, personId)).toMatchObject({
      ...{ roles: ['witness', 'elder'], gender: 'female', injured: true, version: 3, endedAt: null },
      ...{ name: { present: true }, contact: { present: false } },
    });
    const { body } = await desk.versions(complaintId, personId);
    const { staffId: editedBy } = cases.supervisor;
    expect(body).toEqual({
      items: [
        { number: 1, noted: first, reason: 'She told us.', editedBy, editedAt: expect.any(String) },
        {
          number: 2,
          noted: { roles: ['witness', 'elder'], name: 'Quilla Marchbank', gender: 'female' },
          ...{ reason: 'X-ray.', editedBy, editedAt: expect.any(String) },
        },
      ],
      ending: null,
    });
    const open = (await new DatabaseAttacker(redress).cells()).filter(({ value }) => {
      const text = Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value);
      return /Marchbank|quilla@|X-ray/.test(text);
    });
    expect(open).toEqual([]);
    const told = (await desk.texts(complaintId)).people.find((one: { personId: string }) => one.personId === personId);
    expect(told).toEqual({ personId, name: 'Quilla Marchbank', contact: null });
    expect(await cases.actions(complaintId)).toEqual([
      ...['complaint.file', 'person.add', 'person.edit', 'person.edit', 'person.read-versions', 'complaint.read-texts'],
    ]);
  });

  it('writes over nothing that was not read, of two at once the one', async () => {
    const { complaintId } = await cases.file();
    const personId = await desk.add(complaintId, { roles: ['witness'], name: 'Ana' });
    const answers = await Promise.all(
      ['Anna', 'Anne', 'Hanna'].map((name) => desk.edit(complaintId, personId, { name })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect(answers.find(({ status }) => status === 412)!.body.code).toBe('person-changed');
    expect((await desk.inCase(complaintId, personId)).version).toBe(2);
    expect((await desk.versions(complaintId, personId)).body.items).toHaveLength(1);
  });

  it.each([
    [{ roles: ['bystander'] }, ['/roles/0 not-in-charter']],
    [{ roles: [] }, ['/roles array-not-empty']],
    [{ race: 'martian' }, ['/race not-in-charter']],
    [{ remove: ['roles'] }, ['/remove is-in']],
    [{ reason: ' ', name: 'Eve' }, ['/reason matches']],
  ])('refuses %j', async (body, expected) => {
    const { complaintId } = await cases.file();
    const personId = await desk.add(complaintId, { roles: ['witness'], name: 'Ana' });
    expect(faults(await desk.edit(complaintId, personId, body))).toEqual(expected);
    expect((await desk.edit(complaintId, personId, { name: 'Ana' })).body.code).toBe('nothing-changed');
  });

  it('finds nobody of another case, and is not for who has nothing to do with the case', async () => {
    const { complaintId } = await cases.file();
    const other = await cases.file();
    const personId = await desk.add(complaintId, { roles: ['witness'], name: 'Ana' });
    expect((await desk.edit(other.complaintId, personId, { name: 'Eve' })).status).toBe(404);
    expect((await desk.versions(other.complaintId, personId)).status).toBe(404);
    expect((await desk.edit(complaintId, personId, { name: 'Eve' }, cases.investigator)).status).toBe(404);
    expect((await desk.versions(complaintId, personId, await redress.staff('auditor'))).status).toBe(403);
  });

  it('cannot be gone around: what is not kept is not written over, and what is kept is not rewritten', async () => {
    const { complaintId } = await cases.file({ complainant: { name: 'Rosa', contact: '555 01 02' } });
    const personId = await desk.complainantOf(complaintId);
    const app = new pg.Client(connectionOptions(redress.database.connections.appUrl));
    await app.connect();
    await app.query(`SELECT set_config('redress.jurisdiction', $1, false)`, [redress.jurisdiction.id]);
    const refused = async (sql: string) =>
      app.query(sql, [personId]).then(
        () => null,
        (error: unknown) => (error as { code: string }).code,
      );
    expect(await refused(`UPDATE redress.complaint_person SET name_cipher = NULL WHERE id = $1`)).toBe('RD001');
    const forged = `UPDATE redress.complaint_person SET roles = '{witness}', version = version + 1 WHERE id = $1`;
    expect(await refused(forged)).toBe('RD001');
    expect((await desk.edit(complaintId, personId, { name: 'Rosa D.' })).status).toBe(200);
    expect(await refused('UPDATE redress.person_version SET number = 9 WHERE person_id = $1')).toBe('42501');
    expect(await refused('DELETE FROM redress.person_version WHERE person_id = $1')).toBe('42501');
    expect(await refused('DELETE FROM redress.complaint_person WHERE id = $1')).toBe('42501');
    await app.end();
    const { owner } = redress.database;
    await owner.query('ALTER TABLE redress.complaint_person DISABLE TRIGGER keep_former');
    await owner.query(forged, [personId]); // planted: without the trigger nothing would be kept
    await owner.query('ALTER TABLE redress.complaint_person ENABLE TRIGGER keep_former');
  });

  it('makes a complainant known again by what is right and no longer by what was wrong', async () => {
    const filed = (contact: string) => cases.file({ complainant: { name: 'Ulla Berg', contact } });
    const [one, wrong, right] = [await filed('555 33 44'), await filed('555 77 88'), await filed('555 99 00')];
    const contacts = async (from: string): Promise<string[]> => {
      const url = `/api/v1/complaints/${from}/related`;
      const { items } = (await redress.request('GET', url, { as: cases.supervisor.token })).body;
      return items
        .filter(({ reasons }: { reasons: string[] }) => reasons.includes('same_contact'))
        .map(({ complaintId }: { complaintId: string }) => complaintId);
    };
    const change = async (contact: string, version: number) =>
      desk.edit(one.complaintId, await desk.complainantOf(one.complaintId), { contact, version });
    expect((await change('555 77 88', 1)).status).toBe(200);
    expect(await contacts(one.complaintId)).toEqual([wrong.complaintId]);
    expect((await change('555 99 00', 2)).status).toBe(200);
    expect(await contacts(one.complaintId)).toEqual([right.complaintId]);
  });

  it('leaves a name that was put right among those that are looked for in a public text', async () => {
    const { complaintId } = await cases.file({ complainant: { name: 'Rosa Dias' } });
    expect((await desk.edit(complaintId, await desk.complainantOf(complaintId), { name: 'Rosa Diaz' })).status).toBe(
      200,
    );
    const roster = await redress.app.get(CaseDatabase).transaction(redress.system, async (manager) => {
      const key = await redress.app.get(CaseVault).open(manager, redress.jurisdiction.id, complaintId);
      return readCaseRoster(manager, key, complaintId);
    });
    expect(roster!.people.map(({ name }) => name)).toEqual(['Rosa Diaz', 'Rosa Dias']);
  });
});
