import type { EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { canGo, cannotGo } from '../../shared/status-machine.js';
import { MEDIATION_MOVES, type MediationParty, type MediationStatus } from '../rules/mediation-moves.js';

export interface Mediation {
  mediationId: string;
  complaintOfficerId: string;
  status: MediationStatus;
  mediatorId: string | null;
  offeredOn: string;
  endedOn: string | null;
  answers: { party: MediationParty; accepted: boolean; on: string }[];
  sessions: string[];
}

export async function mediationsOf(manager: EntityManager, complaintId: string): Promise<Mediation[]> {
  return manager.query(
    `SELECT m.id AS "mediationId", m.complaint_officer_id AS "complaintOfficerId", m.status, m.mediator_id AS "mediatorId",
            m.offered_on::text AS "offeredOn", m.ended_on::text AS "endedOn",
            (SELECT coalesce(jsonb_agg(jsonb_build_object('party', a.party, 'accepted', a.accepted, 'on', a.on_day)
                 ORDER BY a.party), '[]') FROM redress.mediation_answer a WHERE a.mediation_id = m.id) AS answers,
            ARRAY(SELECT s.on_day::text FROM redress.mediation_session s
                   WHERE s.mediation_id = m.id ORDER BY s.on_day) AS sessions
       FROM redress.mediation m WHERE m.complaint_id = $1 ORDER BY m.offered_on, m.id`,
    [complaintId],
  );
}

/** One of the case's, held until the transaction ends by the case that it belongs to. @throws NotFound */
export async function mediationOf(manager: EntityManager, complaintId: string, id: string): Promise<Mediation> {
  const found = (await mediationsOf(manager, complaintId)).find(({ mediationId }) => mediationId === id);
  if (!found) throw new NotFound();
  return found;
}

/** @throws RuleBroken mediation-stands-elsewhere (409) */
export async function moveMediation(
  manager: EntityManager,
  { mediationId, status }: Mediation,
  to: MediationStatus,
  endedOn: string | null,
): Promise<void> {
  if (!canGo(MEDIATION_MOVES, status, to))
    throw new RuleBroken('mediation-stands-elsewhere', cannotGo(MEDIATION_MOVES, status, to));
  const sql = 'UPDATE redress.mediation SET status = $2, ended_on = $3 WHERE id = $1';
  await manager.query(sql, [mediationId, to, endedOn]);
}

/** What an answer to an offer may still be given to. @throws RuleBroken mediation-stands-elsewhere (409) */
export function refuseUnless(mediation: Mediation, status: MediationStatus): void {
  if (mediation.status !== status)
    throw new RuleBroken(
      'mediation-stands-elsewhere',
      `The mediation is ${mediation.status}; this is done while it is ${status}.`,
    );
}
