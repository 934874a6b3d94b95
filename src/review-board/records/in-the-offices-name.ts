import type { EntityManager } from 'typeorm';

/**
 * Some of what a clerk does is the office's: the agenda is posted whole though the clerk is recused from a case on it. For the
 * length of `work` the transaction is nobody's own; what it reads must not come back to the clerk.
 */
export async function inTheOfficesName<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
  const rows: { staffId: string }[] = await manager.query(
    `SELECT coalesce(current_setting('redress.staff', true), '') AS "staffId"`,
  );
  await manager.query(`SELECT set_config('redress.staff', '', true)`);
  const done = await work();
  await manager.query(`SELECT set_config('redress.staff', $1, true)`, [rows[0]?.staffId ?? '']);
  return done;
}
