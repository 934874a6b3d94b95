import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../src/history/index.js';
import { newId } from '../../src/platform/identifiers.js';
import { CaseDatabase } from '../../src/platform/postgres/case-database.js';
import { inOneStatement, type Statements } from '../../src/platform/postgres/in-one-statement.js';
import { TestApp } from '../support/test-app.js';

let redress: TestApp;
beforeAll(async () => (redress = await TestApp.start()));
afterAll(() => redress.stop());

const NEW = 'INSERT INTO redress.department (jurisdiction_id, id, name) VALUES ($1, $2, $3)';
const OFFICER = 'INSERT INTO redress.officer (jurisdiction_id, id, department_id) VALUES ($1, $2, $3)';
/** What is told of it stands in the same statement. */
const together = (work: (statements: Statements) => Promise<void>) =>
  redress.app.get(CaseDatabase).transaction(redress.system, (manager: EntityManager) =>
    inOneStatement(manager, async (statements) => {
      await work(statements);
      const subject = { kind: 'department', id: newId() };
      await recordHistory(statements, {
        actor: redress.system,
        action: 'department.register',
        subject,
        at: new Date(),
      });
    }),
  );
const count = async (table: 'department' | 'officer'): Promise<number> =>
  (await redress.database.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM redress.${table}`)).rows[0]!.n;

describe('writes in one statement', () => {
  it('each get their own values, and may point to each other in any order', async () => {
    const j = redress.jurisdiction.id;
    const [department, officer] = [newId(), newId()];
    await together(async (statements) => {
      await statements.query(OFFICER, [j, officer, department]);
      await statements.query(NEW, [j, department, 'River Police']);
    });
    const { rows } = await redress.database.owner.query(
      'SELECT d.name, o.id FROM redress.officer o JOIN redress.department d ON d.id = o.department_id',
    );
    expect(rows).toEqual([{ name: 'River Police', id: officer }]);
  });

  it('are all done or none: a row that points nowhere takes the others with it', async () => {
    const j = redress.jurisdiction.id;
    const before = [await count('department'), await count('officer')];
    await expect(
      together(async (statements) => {
        await statements.query(NEW, [j, newId(), 'Harbour Police']);
        await statements.query(OFFICER, [j, newId(), newId()]);
      }),
    ).rejects.toMatchObject({ code: '23503' });
    expect([await count('department'), await count('officer')]).toEqual(before);
  });

  it('stand under row-level security as any other: no row of another jurisdiction', async () => {
    await expect(
      together(async (statements) => {
        await statements.query(NEW, [newId(), newId(), 'Elsewhere']);
      }),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('need a transaction', async () => {
    const work = async (statements: Statements) => {
      await statements.query(NEW, []);
    };
    await expect(inOneStatement({} as EntityManager, work)).rejects.toThrow('inside a transaction');
  });
});
