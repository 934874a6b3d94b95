import type { EntityManager } from 'typeorm';
import { holdsEverywhere } from '../../identity/index.js';
import type { ActorOf, StaffRole } from '../../shared/actor.js';
import type { ListFilter } from '../rules/list-question.js';
import type { ListAsker } from './case-list-filter.js';

/** Whoever asks for a list with that filter, as far as the list goes by it. */
export async function askerOf(
  manager: EntityManager,
  actor: ActorOf<'staff'>,
  { allegationGroup }: ListFilter,
): Promise<ListAsker> {
  const asker = { staffId: actor.staffId, readsAll: readsAllCases(actor.roles) };
  if (allegationGroup === undefined) return { ...asker, categories: null };
  // A case keeps the words of the charter that it was opened under: the group's codes in any of them.
  const codes: { code: string }[] = await manager.query(
    `SELECT DISTINCT a ->> 'code' AS code FROM redress.charter h, jsonb_array_elements(h.document -> 'allegations') a
      WHERE a ->> 'group' = $1`,
    [allegationGroup],
  );
  return { ...asker, categories: codes.map(({ code }) => code) };
}

/** False: who has these roles reads assigned cases alone, and is listed assigned cases alone. */
export function readsAllCases(roles: readonly StaffRole[]): boolean {
  return holdsEverywhere('complaint.read', roles);
}
