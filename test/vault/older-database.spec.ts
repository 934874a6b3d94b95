import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { createApp } from '../../src/app.setup.js';
import { ownerDataSource } from '../../src/database/migrate.js';
import { writePolicies } from '../../src/database/policies/write-policies.js';
import { deriveKey, MasterKey, type Place, seal, unseal } from '../../src/platform/crypto/index.js';
import {
  KeyEncryptionKeys,
  MASTER_KEY_ALONE,
  organizationKeyPlace,
  ROOT_PLACE,
} from '../../src/platform/keys/index.js';
import { CaseDatabase } from '../../src/platform/postgres/case-database.js';
import {
  OfficeWords,
  ReadKeyStanding,
  RetireOrganizationKeys,
  RotateKeyEncryptionKey,
  RotateOrganizationKey,
} from '../../src/vault/index.js';
import { CaseBuilder, type Filed } from '../complaint/case-builder.js';
import { createTestDatabase } from '../support/test-database.js';
import { TestApp } from '../support/test-app.js';

/**
 * A database as it stood before there were organization keys: every key in use was derived of its master key. It is made by
 * this version with that secret in place of those that it draws, and then taken down to the schema of before.
 */
let redress: TestApp;
let filed: Filed[];
const office = { table: 'minutes_section', column: 'text_cipher', rowId: 'section', complaintId: null };
beforeAll(async () => {
  const database = await createTestDatabase();
  const { masterKey } = database.connections;
  const keks = KeyEncryptionKeys.of(masterKey, MASTER_KEY_ALONE);
  const root = await keks.wrap(ROOT_PLACE, masterKey);
  await database.owner.query('INSERT INTO keys.root (kek_id, wrapped) VALUES ($1, $2)', [root.kekId, root.wrapped]);
  redress = await TestApp.over(database);
  const key = await keks.wrap(organizationKeyPlace(redress.jurisdiction.id, 1), masterKey);
  await database.owner.query(
    'INSERT INTO redress.organization_key (jurisdiction_id, version, kek_id, wrapped) VALUES ($1, 1, $2, $3)',
    [redress.jurisdiction.id, key.kekId, key.wrapped],
  );
  const cases = await CaseBuilder.open(redress);
  filed = [];
  for (let at = 0; at < 3; at++)
    filed.push(
      await cases.file({ narrative: `Told ${at}.`, complainant: { name: 'Rosa Lopez', contact: '3125550142' } }),
    );
  await redress.app.close();
  await takenDown();
});
afterAll(async () => {
  await redress.app.close();
  await redress.database.drop();
});

const sql = async <R extends object>(statement: string, values: unknown[] = []): Promise<R[]> =>
  (await redress.database.owner.query<R>(statement, values)).rows;

/** The schema of before, with the rows as that version wrote them; then the migration of this one. */
async function takenDown(): Promise<void> {
  const { masterKey } = redress.database.connections;
  await sql('ALTER TABLE redress.organization_key DISABLE TRIGGER USER');
  await sql('UPDATE redress.organization_key SET wrapped = NULL, kek_id = NULL');
  await sql('UPDATE redress.case_key SET wrapping_key_id = $1', [new MasterKey(masterKey).id]);
  const source = await new DataSource(ownerDataSource(redress.database.ownerUrl)).initialize();
  const named = async (): Promise<string> =>
    (await source.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id DESC LIMIT 1'))[0]!.name;
  while (!(await named()).startsWith('OrganizationKeys')) await source.undoLastMigration({ transaction: 'each' });
  await source.undoLastMigration({ transaction: 'each' });
  await source.runMigrations({ transaction: 'each' });
  await source.destroy();
  const owner = await redress.database.owner.connect();
  await writePolicies(owner);
  owner.release();
}

/** The same database, served by a new process with these keys. */
async function startedWith(masterKey: Buffer, former: Buffer[] = []): Promise<void> {
  const keys = { current: null, former: former.map((secret) => ({ kind: 'local' as const, secret })) };
  const app = await createApp({ ...redress.database.connections, masterKey, keys });
  redress = redress.servedBy(app);
  for (const action of [RotateOrganizationKey, RetireOrganizationKeys]) app.get(action).settling = 0;
}
const mine = async ({ receiptCode }: Filed): Promise<number> =>
  (
    await redress.request('GET', `/api/v1/jurisdictions/${redress.jurisdiction.slug}/my-complaint`, {
      receipt: receiptCode,
    })
  ).status;
async function reads(): Promise<unknown[]> {
  const { token } = await redress.staff('supervisor');
  const texts: unknown[] = [];
  for (const { complaintId } of filed) {
    const { body } = await redress.request('GET', `/api/v1/complaints/${complaintId}/texts`, { as: token });
    texts.push(body.narrative);
  }
  return texts;
}
const told = ['Told 0.', 'Told 1.', 'Told 2.'];

describe('a database that was sealed under its master key', () => {
  it('does not start under another one, and says which is missing', async () => {
    await expect(startedWith(randomBytes(32))).rejects.toThrow('FORMER_MASTER_KEY_FILE');
    expect(await sql('SELECT FROM keys.root')).toEqual([]);
  });

  it('is taken over at the first start: cases, receipts, the office’s words and signatures are as they were', async () => {
    const { masterKey } = redress.database.connections;
    await startedWith(masterKey);
    expect(await reads()).toEqual(told);
    expect(await Promise.all(filed.map(mine))).toEqual([200, 200, 200]);
    const { id: jurisdictionId } = redress.jurisdiction;
    const before = deriveKey(deriveKey(masterKey, `case-keys/${jurisdictionId}`), 'board-words');
    const place = { ...office, jurisdictionId };
    const words = await redress.app
      .get(CaseDatabase)
      .read({ jurisdictionId }, (manager) =>
        redress.app.get(OfficeWords).open(manager, place, seal(before, place, Buffer.from('Said then.'))),
      );
    expect(words).toBe('Said then.');
    const now = redress.app.get(MasterKey);
    for (const purpose of ['history', `receipts/${jurisdictionId}`])
      expect(now.signingSeed(purpose)).toEqual(new MasterKey(masterKey).signingSeed(purpose));
    // What is new hangs on a secret that was drawn: who has the old master key alone has nothing of it.
    expect(now.sealingKey('something new')).not.toEqual(new MasterKey(masterKey).sealingKey('something new'));
  });

  it('is rotated away from it without losing anything: its key opens no case any more', async () => {
    const { id } = redress.jurisdiction;
    expect(await redress.app.get(RotateOrganizationKey).run(id)).toEqual({ version: 2, cases: 3 });
    expect(await redress.app.get(RetireOrganizationKeys).run(id)).toEqual([1]);
    expect(await reads()).toEqual(told);
    const { masterKey } = redress.database.connections;
    const wrapping = deriveKey(masterKey, `case-keys/${id}`);
    const rows = await sql<{ id: string; wrapped: Buffer }>('SELECT complaint_id AS id, wrapped FROM redress.case_key');
    const place = (rowId: string) => ({ jurisdictionId: id, table: 'case_key', column: 'wrapped', rowId });
    expect(rows.filter(({ id: rowId, wrapped }) => opens(wrapping, place(rowId), wrapped))).toEqual([]);
  });
});

describe('another key-encryption key', () => {
  it('wraps the organization keys anew while cases stay as they are; the former one opens nothing after', async () => {
    const { masterKey } = redress.database.connections;
    const fresh = randomBytes(32);
    await redress.app.close();
    await startedWith(fresh, [masterKey]);
    const { id } = redress.jurisdiction;
    const rotate = redress.app.get(RotateKeyEncryptionKey);
    await rotate.root();
    expect(await rotate.run(id)).toBe(1);
    const { versions } = await redress.app.get(ReadKeyStanding).run(id);
    expect(versions).toMatchObject([{ version: 2, kekId: `local:${new MasterKey(fresh).id}`, cases: 3 }]);
    await redress.app.close();
    await expect(startedWith(masterKey)).rejects.toThrow(`local:${new MasterKey(fresh).id}`);
    await startedWith(fresh);
    expect(await reads()).toEqual(told);
    expect(await Promise.all(filed.map(mine))).toEqual([200, 200, 200]);
  });
});

function opens(key: Buffer, place: Place, wrapped: Buffer): boolean {
  try {
    unseal(key, place, wrapped);
    return true;
  } catch {
    return false;
  }
}
