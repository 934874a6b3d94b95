import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { genericCharter } from '../../src/charter/index.js';
import { OrganizationKeys } from '../../src/platform/keys/index.js';
import {
  ReadKeyStanding,
  RetireOrganizationKeys,
  RewrapKeys,
  RotateOrganizationKey,
  RotationWitnesses,
} from '../../src/vault/index.js';
import { CaseBuilder, type Filed } from '../complaint/case-builder.js';
import { DatabaseAttacker } from '../complaint/database-attacker.js';
import { Expungement } from '../complaint/whole-case.js';
import { TestApp } from '../support/test-app.js';
import { FakeVault } from './key-service.js';

const directory = mkdtempSync(join(tmpdir(), 'redress-rotation-'));
const vault = new FakeVault();
let redress: TestApp;
let cases: CaseBuilder;
let filed: Filed[];
beforeAll(async () => {
  await vault.listen();
  const tokenFile = join(directory, 'token');
  writeFileSync(tokenFile, vault.token);
  const transit = { key: 'redress', mount: 'transit', address: vault.address, tokenFile, namespace: undefined };
  redress = await TestApp.start(genericCharter, {
    keys: { current: { kind: 'vault-transit', ...transit }, former: [] },
  });
  cases = await CaseBuilder.open(redress);
  filed = [];
  for (let at = 0; at < 8; at++) filed.push(await file(at));
  for (const action of [RotateOrganizationKey, RetireOrganizationKeys]) redress.app.get(action).settling = 0;
  redress.app.get(RewrapKeys).batch = 3;
});
afterAll(async () => {
  await redress.stop();
  await vault.stop();
  rmSync(directory, { recursive: true });
});

const file = (at: number): Promise<Filed> =>
  cases.file({
    narrative: `Told ${at}.`,
    complainant: { name: `Rosa Lopez ${at}`, contact: `312 555 01${10 + (at % 4)}` },
  });
const sql = async <R extends object>(statement: string, values: unknown[] = []): Promise<R[]> =>
  (await redress.database.owner.query<R>(statement, values)).rows;
const versions = (table = 'case_key') =>
  sql<{ version: number; n: number }>(
    `SELECT organization_version AS version, count(*)::int AS n FROM redress.${table}
      WHERE organization_version IS NOT NULL GROUP BY 1 ORDER BY 1`,
  );
const narrative = async ({ complaintId }: Filed): Promise<unknown> => {
  const { status, body } = await redress.request('GET', `/api/v1/complaints/${complaintId}/texts`, {
    as: cases.supervisor.token,
  });
  return status === 200 ? body.narrative : status;
};
const allRead = async (): Promise<unknown[]> => Promise.all(filed.map(narrative));
const told = (): string[] => filed.map((_, at) => `Told ${at}.`);
const related = async ({ complaintId }: Filed): Promise<string[]> => {
  const { body } = await redress.request('GET', `/api/v1/complaints/${complaintId}/related`, {
    as: cases.supervisor.token,
  });
  return body.items.map((item: { complaintId: string }) => item.complaintId).sort();
};
const rotate = () => redress.app.get(RotateOrganizationKey).run(redress.jurisdiction.id);
const retire = () => redress.app.get(RetireOrganizationKeys).run(redress.jurisdiction.id);

describe('the key service', () => {
  it('is asked at the start and for a jurisdiction’s first case, and for no request after', async () => {
    const before = vault.calls;
    expect(await allRead()).toEqual(told());
    await Promise.all([file(100), file(101)].map(async (one) => filed.push(await one) && filed.pop()));
    expect(vault.calls).toBe(before);
    expect(before).toBeLessThan(6);
  });

  it('may be out of reach for some hours: what was opened is gone on with, and only a new start waits', async () => {
    const keys = redress.app.get(OrganizationKeys);
    vault.failing = 503;
    const [lives, grace] = [keys.secretLife, keys.graceLife];
    Object.assign(keys, { secretLife: 0, rowsLife: 0 });
    expect(await narrative(filed[0]!)).toBe('Told 0.');
    keys.graceLife = 0;
    expect(await narrative(filed[0]!)).toBe(500);
    vault.failing = null;
    expect(await narrative(filed[0]!)).toBe('Told 0.');
    Object.assign(keys, { secretLife: lives, graceLife: grace, rowsLife: 30_000 });
  });
});

describe('a rotation of the organization key', () => {
  it('is whole or not at all, batch by batch, and goes on where it was left', async () => {
    const before = await versions();
    const planted = { armed: true };
    redress.app.get(RotationWitnesses).add(() => {
      if (!planted.armed) return Promise.resolve();
      planted.armed = false;
      throw new Error('killed in the middle');
    });
    await expect(rotate()).rejects.toThrow('killed in the middle');
    expect(await versions()).toEqual(before);
    await redress.app.get(RewrapKeys).cases(redress.jurisdiction.id);
    expect(await versions()).toEqual([
      { version: 1, n: before[0]!.n - 3 },
      { version: 2, n: 3 },
    ]);
    expect(await allRead()).toEqual(told());
  });

  it('serves meanwhile: what is filed, read and looked for finds the cases of both versions', async () => {
    const [one, other] = [filed[0]!, filed[4]!];
    expect(await related(one)).toContain(other.complaintId);
    const late = await file(0);
    expect(await related(late)).toEqual(expect.arrayContaining([one.complaintId, other.complaintId]));
    expect(await related(filed[7]!)).toContain(filed[3]!.complaintId);
  });

  it('ends with every case under the new version, its texts untouched, and says so in the history', async () => {
    const texts = () => sql('SELECT id, narrative_cipher FROM redress.complaint ORDER BY id');
    const before = await texts();
    const [done] = await Promise.all([rotate(), ...Array.from({ length: 6 }, () => allRead())]);
    expect(done.version).toBe(2);
    expect((await versions()).map(({ version }) => version)).toEqual([2]);
    expect(await texts()).toEqual(before);
    expect(await allRead()).toEqual(told());
    const history = await sql<{ action: string }>(
      `SELECT action FROM redress.history_event WHERE subject_kind = 'organization-key' ORDER BY at, id`,
    );
    expect(history.map(({ action }) => action)).toEqual(['organization-key.rotate', 'organization-key.rotated']);
  });

  it('leaves no way back to a case that was destroyed, once the version before is retired', async () => {
    const attacker = new DatabaseAttacker(redress, redress.app.get(OrganizationKeys)['keks']);
    const gone = await file(9);
    const expunge = await Expungement.by(redress, cases);
    // Who keeps a copy of a wrapped key opens it again as long as the version that it is under is there.
    await sql(
      'CREATE TABLE redress.stolen AS SELECT complaint_id, wrapped FROM redress.case_key WHERE complaint_id = $1',
      [gone.complaintId],
    );
    await expunge.of(gone.complaintId);
    expect(await attacker.keysLeftOf(gone.complaintId)).toEqual(['redress.stolen.wrapped']);
    expect((await rotate()).version).toBe(3);
    expect(await attacker.keysLeftOf(gone.complaintId)).toEqual(['redress.stolen.wrapped']);
    // Complaints come in meanwhile: whoever files knows the versions before, and waits for their end.
    const [retired, ...late] = await Promise.all([retire(), ...[20, 21, 22, 23].map(file)]);
    expect(retired).toEqual([1, 2]);
    expect(late.map(({ complaintId }) => complaintId)).not.toContain(undefined);
    expect(await attacker.keysLeftOf(gone.complaintId)).toEqual([]);
    expect(await attacker.keysLeftOf(filed[0]!.complaintId)).toEqual(['redress.case_key.wrapped']);
    expect((await versions('contact_index')).map(({ version }) => version)).toEqual([3]);
    expect(await related(filed[0]!)).toContain(filed[4]!.complaintId);
    expect(await allRead()).toEqual(told());
    await sql('DROP TABLE redress.stolen');
  });

  it('can destroy no version that something is under, nor the newest, whoever asks the database (RD062, 23503)', async () => {
    await expect(sql('DELETE FROM redress.organization_key')).rejects.toMatchObject({ code: 'RD062' });
    await expect(sql('UPDATE redress.organization_key SET wrapped = NULL, kek_id = NULL')).rejects.toMatchObject({
      code: 'RD062',
    });
    expect((await rotate()).version).toBe(4);
    await sql('UPDATE redress.case_key SET organization_version = 3 WHERE complaint_id = $1', [filed[1]!.complaintId]);
    await expect(retire()).rejects.toMatchObject({ code: 'organization-key-in-use' });
    await sql('UPDATE redress.case_key SET organization_version = 4 WHERE complaint_id = $1', [filed[1]!.complaintId]);
    expect(await retire()).toEqual([3]);
    const { versions: standing } = await redress.app.get(ReadKeyStanding).run(redress.jurisdiction.id);
    expect(standing).toMatchObject([{ version: 4, kekId: 'vault-transit:transit/redress' }]);
  });

  it('is not told apart by a wrapped key that was put back, or moved to another case: it does not open', async () => {
    const [a, b] = [filed[2]!.complaintId, filed[3]!.complaintId];
    const keyOf = async (id: string): Promise<Buffer> =>
      (await sql<{ wrapped: Buffer }>('SELECT wrapped FROM redress.case_key WHERE complaint_id = $1', [id]))[0]!
        .wrapped;
    const own = await keyOf(a);
    const put = (wrapped: Buffer) =>
      sql('UPDATE redress.case_key SET wrapped = $2 WHERE complaint_id = $1', [a, wrapped]);
    for (const wrong of [await keyOf(b), randomBytes(own.length)]) {
      await put(wrong);
      expect(await narrative(filed[2]!)).toBe(500);
    }
    await put(own);
    expect(await narrative(filed[2]!)).toBe('Told 2.');
  });
});
