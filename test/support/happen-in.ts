import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { recordHistoryOfMany } from '../../src/history/index.js';
import { CaseDatabase } from '../../src/platform/postgres/case-database.js';
import type { TestApp } from './test-app.js';

/** So many things that happened, written as every action writes them. @returns the ids of what they happened to. */
export async function happenIn(
  redress: TestApp,
  count: number,
  kind: 'system' | 'public' = 'system',
): Promise<string[]> {
  const actor = { kind, jurisdictionId: redress.jurisdiction.id } as const;
  const ids = Array.from({ length: count }, () => randomUUID());
  const entry = { actor, action: 'complaint.file', details: { 'said "so"': 'é' }, at: new Date() };
  await redress.app
    .get(CaseDatabase)
    .transaction(redress.system, (manager) =>
      recordHistoryOfMany(manager, { ...entry, subjects: { kind: 'complaint', ids } }),
    );
  return ids;
}

/** The id of the event that tells of it. */
export async function eventOf(superuser: pg.Client, subjectId: string | undefined): Promise<string> {
  const { rows } = await superuser.query<{ id: string }>('SELECT id FROM redress.history_event WHERE subject_id = $1', [
    subjectId,
  ]);
  return rows[0]?.id ?? '';
}
