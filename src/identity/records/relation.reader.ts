import type { EntityManager } from 'typeorm';
import type { Relation } from '../rules/permissions.js';

/**
 * How the person whose transaction this is stands to a case, by what the policies of its rows go by too. A recused person
 * gets the empty list, and so does everybody for a case that is sealed or not there.
 */
export async function relationsTo(manager: EntityManager, complaintId: string): Promise<Relation[]> {
  const rows: { assigned: boolean; panel: boolean; mediating: boolean }[] = await manager.query(
    `SELECT $1::uuid IN (SELECT redress.cases_assigned()) AS assigned,
            $1::uuid IN (SELECT redress.cases_panel()) AS panel,
            $1::uuid IN (SELECT redress.cases_mediating()) AS mediating
      WHERE redress.stands_open($1)`,
    [complaintId],
  );
  const [row] = rows;
  if (!row) return [];
  const relations = ['assigned', 'panel', 'mediating'] as const;
  return ['any', ...relations.filter((relation) => row[relation])];
}
