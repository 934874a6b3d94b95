import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { GRANTEES, permissionsPage } from '../../src/cli/permissions.page.js';
import { permissions } from '../../src/identity/index.js';
import { ask, operationsOf, stopBehindGuard } from '../support/matrix/ask.js';
import { type Cell, cellsOf, expected, readTable } from '../support/matrix/expected.js';
import { Stage } from '../support/matrix/stage.js';

type Description = Parameters<typeof operationsOf>[0];
const operations = operationsOf(JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Description);
const cells = cellsOf(operations, ['nobody', ...GRANTEES]);
const table = readTable(readFileSync('docs/who-may-do-what.md', 'utf8'));

let stage: Stage;
let goOn: () => void;
beforeAll(async () => {
  stage = await Stage.open();
  goOn = stopBehindGuard();
});
afterAll(async () => {
  goOn();
  await stage.redress.stop();
});

/** Every so manieth cell, so that all operations, people and standings take part. */
const sample = cells.filter((_, at) => at % 23 === 5);

async function mismatches(some: readonly Cell[], written = table): Promise<string[]> {
  const found: string[] = [];
  for (const cell of some) {
    const [should, is] = [expected(cell, written), await ask(stage, cell)];
    const { operation, person, standing } = cell;
    if (is !== should)
      found.push(`${operation.method} ${operation.path} by ${person}, ${standing}: ${is}, not ${should}`);
  }
  return found;
}

describe('every operation, for every person, however they stand to the case', () => {
  it('has so many cells, and each permission and standing is in the short form too', () => {
    expect(cells.length).toBeGreaterThan(5_000);
    expect(new Set(sample.map(({ operation }) => operation.permission)).size).toBeGreaterThan(100);
    expect(new Set(sample.map(({ person }) => person)).size).toBe(13);
    expect(new Set(sample.map(({ standing }) => standing)).size).toBe(10);
  });

  // ASVS 5.0: V8.2.1, V8.2.2
  it('lets in whom the written table lets in, and nobody else', async () => {
    expect(await mismatches(sample)).toEqual([]);
  }, 60_000);

  it('finds out one missing rule (planted): supervisors may no longer screen', async () => {
    const screening = permissions['complaint.screen'];
    const planted = { ...permissions, 'complaint.screen': screening.filter(({ to }) => to !== 'supervisor') };
    const of = cells.filter(
      ({ operation, person }) => operation.permission === 'complaint.screen' && person === 'supervisor',
    );
    expect(await mismatches(of)).toEqual([]);
    expect(await mismatches(of, readTable(permissionsPage(planted)))).not.toEqual([]);
  });

  it('finds out a guard that forgets one (planted): the table of the program itself has a rule too many', async () => {
    const grants = permissions['complaint.seal'];
    grants.push({ to: 'intake', relation: 'any' });
    const of = cells.filter(
      ({ operation, person }) => operation.permission === 'complaint.seal' && person === 'intake',
    );
    expect((await mismatches(of)).length).toBeGreaterThan(0);
    grants.pop();
    expect(await mismatches(of)).toEqual([]);
  });
});
