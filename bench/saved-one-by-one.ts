import { DataSource, EntitySchema } from 'typeorm';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';
import type { ReportDraft } from '../src/use-of-force-report/index.js';

interface Row {
  id: number;
}
const column = (type: 'text' | 'integer' | 'boolean' | 'date' | 'jsonb') => ({ type, nullable: true }) as const;
const table = (name: string, columns: Record<string, ReturnType<typeof column>>) =>
  new EntitySchema<Row>({
    name,
    tableName: `bench_${name}`,
    columns: { id: { type: 'integer', primary: true, generated: true }, ...columns },
  });
const person = { age: column('integer'), race: column('text'), gender: column('text'), injured: column('boolean') };

const entities = [
  table('report', {
    ...{ reportNumber: column('text'), incidentNumber: column('text'), occurredOn: column('date') },
    ...{ occurredHour: column('integer'), municipality: column('text'), original: column('jsonb') },
  }),
  table('subject', { reportId: column('integer'), kind: column('text'), arrested: column('boolean'), ...person }),
  table('officer', { reportId: column('integer'), badgeNumber: column('text'), rank: column('text'), ...person }),
  table('force', { reportId: column('integer'), forceType: column('text'), effective: column('boolean') }),
  table('history', { reportId: column('integer'), action: column('text') }),
];

/**
 * Reports and their parts by TypeORM's save(), one row at a time, each in its own transaction as save() does: the report,
 * its subject, officer, force and its line of history, into tables without references and indexes. Reports a second.
 */
export async function saveOneByOne(url: string, reports: Iterable<ReportDraft>): Promise<number> {
  const { user, ...connection } = connectionOptions(url);
  const dataSource = new DataSource({
    type: 'postgres',
    ...connection,
    username: user,
    entities,
    synchronize: true,
    installExtensions: false,
  });
  await dataSource.initialize();
  const save = (name: string, row: object): Promise<Row> => dataSource.getRepository<Row>(name).save({ ...row });
  const began = performance.now();
  let count = 0;
  for (const report of reports) {
    const { id: reportId } = await save('report', { ...report, original: report });
    for (const subject of report.subjects) await save('subject', { ...subject, reportId });
    for (const officer of report.officers) await save('officer', { ...officer, reportId });
    for (const force of report.force) await save('force', { ...force, reportId });
    await save('history', { reportId, action: 'submit' });
    count++;
  }
  const rate = count / ((performance.now() - began) / 1000);
  await dataSource.destroy();
  return rate;
}
