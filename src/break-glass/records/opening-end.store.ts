import type { EntityManager } from 'typeorm';

/** An ending, or that there is nothing to end any more. */
export interface Ended {
  ended: boolean;
  /** Null: there was no such case */
  complaintId: string | null;
}

const STANDS = 'g.ended_at IS NULL AND coalesce(g.opened_until, g.lapses_at) > now()';
const OWN = `
  SELECT g.complaint_id AS "complaintId", ${STANDS} AS stands FROM redress.glass_opening g
    WHERE g.id = $1 AND g.asked_by = $2 FOR UPDATE OF g`;
const ANOTHERS = `
  SELECT g.complaint_id AS "complaintId", ${STANDS} AND g.decision IS NOT DISTINCT FROM 'approved' AS stands
     FROM redress.glass_opening g WHERE g.id = $1 AND (g.decided_by = $2 OR $3) FOR UPDATE OF g`;

/**
 * Of what this person asked themself, run without a person's scope: an ask is taken back alike, whatever has become of it.
 * Null when they asked no such thing.
 */
export async function endOwn(manager: EntityManager, openingId: string, staffId: string): Promise<Ended | null> {
  const rows: { complaintId: string | null; stands: boolean }[] = await manager.query(OWN, [openingId, staffId]);
  return rows[0] ? end(manager, openingId, staffId, rows[0]) : null;
}

/** Of another's, by who approved it or by a director, as far as they see it. Null when it is none of theirs to end. */
export async function endAnothers(
  manager: EntityManager,
  openingId: string,
  { staffId, isDirector }: { staffId: string; isDirector: boolean },
): Promise<Ended | null> {
  const rows: { complaintId: string; stands: boolean }[] = await manager.query(ANOTHERS, [
    openingId,
    staffId,
    isDirector,
  ]);
  return rows[0] ? end(manager, openingId, staffId, rows[0]) : null;
}

async function end(
  manager: EntityManager,
  openingId: string,
  endedBy: string,
  { complaintId, stands }: { complaintId: string | null; stands: boolean },
): Promise<Ended> {
  if (stands) await manager.query('UPDATE redress.glass_opening SET ended_by = $2 WHERE id = $1', [openingId, endedBy]);
  return { ended: stands, complaintId };
}
