import { randomBytes } from 'node:crypto';
import { genericCharter } from '../src/charter/index.js';
import { CASE_NUMBER_BYTES, caseNumberOf } from '../src/shared/case-number.js';
import { newId } from '../src/platform/identifiers.js';
import { CaseVault, type DrawnKey } from '../src/vault/index.js';
import { CaseDatabase } from '../src/platform/postgres/case-database.js';
import { inOneStatement } from '../src/platform/postgres/in-one-statement.js';
import { seeded } from '../test/support/generated-reports.js';
import { type SignedIn, TestApp } from '../test/support/test-app.js';
import { RotationClients } from './rotation-clients.js';

const AT_ONCE = 2_000;

/** A place with so many cases, each with a narrative under its own key, put there by the owner as copies of one that was filed. */
export class RotationScene {
  private constructor(
    readonly redress: TestApp,
    private readonly reader: SignedIn,
    private readonly ids: readonly string[],
    private readonly seed: number,
  ) {}

  static async open(cases: number, seed: number): Promise<RotationScene> {
    const redress = await TestApp.start(genericCharter);
    const supervisor = await redress.staff('supervisor');
    const { body } = await redress.request('POST', '/api/v1/complaints', {
      as: supervisor.token,
      body: { channel: 'phone', narrative: 'The first.', complainant: { name: 'Rosa Lopez', contact: '3125550142' } },
    });
    const ids: string[] = [];
    for (let made = 0; made < cases; made += AT_ONCE)
      ids.push(...(await copies(redress, body.complaintId, Math.min(AT_ONCE, cases - made))));
    await redress.database.owner.query('ANALYZE');
    return new RotationScene(redress, supervisor, ids, seed);
  }

  get environment(): Record<string, string> {
    const { ownerUrl, connections } = this.redress.database;
    return {
      DATABASE_URL: ownerUrl,
      MASTER_KEY: connections.masterKey.toString('base64'),
      DATA_DIRECTORY: connections.dataDirectory,
    };
  }

  clients(address: string): RotationClients {
    return new RotationClients(address, this.reader.token, this.ids, seeded(this.seed));
  }

  /** Cases that the rotation has come to, over all its runs; what was filed meanwhile is not among them. */
  async rewrapped(): Promise<number> {
    return this.count('SELECT coalesce(sum(cases), 0)::int AS n FROM redress.key_rotation');
  }

  async notUnder(version: number): Promise<number> {
    return this.count('SELECT count(*)::int AS n FROM redress.case_key WHERE organization_version <> $1', [version]);
  }

  async versions(): Promise<number[]> {
    const { rows } = await this.redress.database.owner.query<{ version: number }>(
      'SELECT version FROM redress.organization_key ORDER BY 1',
    );
    return rows.map(({ version }) => version);
  }

  /** How many of so many cases, here and there, do not say what was put in. */
  async unreadable(some: number): Promise<number> {
    const { app, jurisdiction } = this.redress;
    const random = seeded(this.seed + 1);
    let unread = 0;
    for (let tried = 0; tried < some; tried++) {
      const id = this.ids[Math.floor(random() * this.ids.length)]!;
      const text = await app.get(CaseDatabase).read({ jurisdictionId: jurisdiction.id }, async (manager) => {
        const [row] = await manager.query<{ cipher: Buffer }[]>(
          'SELECT narrative_cipher AS cipher FROM redress.complaint WHERE id = $1',
          [id],
        );
        const key = await app.get(CaseVault).open(manager, jurisdiction.id, id);
        return key.open({ table: 'complaint', column: 'narrative_cipher', rowId: id }, row!.cipher);
      });
      if (text !== `Told in ${id}.`) unread++;
    }
    return unread;
  }

  async close(): Promise<void> {
    await this.redress.stop();
  }

  private async count(statement: string, values: unknown[] = []): Promise<number> {
    return (await this.redress.database.owner.query<{ n: number }>(statement, values)).rows[0]!.n;
  }
}

/** Cases like the one that was filed, with ids, numbers, keys, narratives and complainants of their own. */
async function copies({ app, database, jurisdiction }: TestApp, like: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  const numbers = ids.map(() => caseNumberOf(2026, randomBytes(CASE_NUMBER_BYTES)));
  const drawn: DrawnKey[] = [];
  for (const id of ids) drawn.push(await app.get(CaseVault).draw(jurisdiction.id, id));
  const sealed = ids.map((id, at) =>
    drawn[at]!.key.seal({ table: 'complaint', column: 'narrative_cipher', rowId: id }, `Told in ${id}.`),
  );
  const people = ids.map(() => newId());
  const contacts = people.map((id, at) =>
    drawn[at]!.key.seal({ table: 'complaint_person', column: 'contact_cipher', rowId: id }, `312555${1000 + at}`),
  );
  await database.owner.query(
    `INSERT INTO redress.complaint SELECT (jsonb_populate_record(c, jsonb_build_object('id', n.id, 'case_number', n.number,
        'narrative_cipher', n.cipher::text))).* FROM redress.complaint c, unnest($2::uuid[], $3::text[], $4::bytea[]) AS n (id, number, cipher)
      WHERE c.id = $1`,
    [like, ids, numbers, sealed],
  );
  await database.owner.query(
    `INSERT INTO redress.complaint_person (jurisdiction_id, id, complaint_id, roles, contact_cipher)
     SELECT $1, n.id, n.complaint_id, '{complainant}', n.cipher FROM unnest($2::uuid[], $3::uuid[], $4::bytea[]) AS n (id, complaint_id, cipher)`,
    [jurisdiction.id, people, ids, contacts],
  );
  await app.get(CaseDatabase).transaction({ jurisdictionId: jurisdiction.id }, async (manager) => {
    for (let at = 0; at < drawn.length; at += 100)
      await inOneStatement(manager, async (statements) => {
        for (const one of drawn.slice(at, at + 100)) await one.keep(statements);
      });
  });
  return ids;
}
