import type { EntityManager } from 'typeorm';
import { type CaseEnd, type CharterDocument, jurisdictionDay, type RetentionClass } from '../../charter/index.js';
import { newId } from '../../platform/identifiers.js';
import { insertClosing } from '../records/closing.store.js';
import { retentionOfEnd } from '../rules/closing-terms.js';
import { dayAfter } from '../../shared/day-after.js';
import { disposeAfter } from '../rules/dispose-after.js';

export interface EndToRecord {
  jurisdictionId: string;
  complaintId: string;
  endedAs: CaseEnd | 'closed';
  /** Null: who complained took it back */
  by: string | null;
  at: Date;
  reason?: string | null;
  disposition?: string | null;
  retention: RetentionClass | null;
  /** Calendar days in which who complained may ask the board to think again; absent: no right to */
  reconsiderDays?: number | null;
}

/**
 * How the case ended and until which day it is kept: so many years, by the charter that it was opened under, from the day
 * that it is in the place at this moment.
 */
export async function recordEnd(manager: EntityManager, end: EndToRecord): Promise<void> {
  const { jurisdictionId, complaintId, endedAs, by, at, reason = null, disposition = null, retention } = end;
  const { reconsiderDays = null } = end;
  const today = await jurisdictionDay(manager, jurisdictionId, at);
  await insertClosing(manager, {
    ...{ jurisdictionId, id: newId(at), complaintId, endedAs, reason, disposition, closedBy: by, at },
    ...{ retentionClass: retention?.code ?? null, authority: retention?.authority ?? null },
    disposeAfter: retention && disposeAfter(today, retention.years),
    reconsiderUntil: reconsiderDays === null ? null : dayAfter(today, reconsiderDays),
  });
}

/** The end of a case that nobody closes. */
export async function recordEarlyEnd(
  manager: EntityManager,
  charter: CharterDocument,
  { endedAs, ...end }: Omit<EndToRecord, 'endedAs' | 'retention'> & { endedAs: CaseEnd },
): Promise<void> {
  await recordEnd(manager, { ...end, endedAs, retention: retentionOfEnd(charter, endedAs) });
}
