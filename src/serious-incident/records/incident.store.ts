import type { EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { canGo, cannotGo } from '../../shared/status-machine.js';
import { INCIDENT_MOVES, type IncidentStatus } from '../rules/incident-status.js';

export interface NewIncident {
  jurisdictionId: string;
  id: string;
  charterId: string;
  complaintId: string | null;
  reportId: string | null;
  occasionCipher: Buffer;
  topics: readonly string[];
  convenedBy: string;
  at: Date;
}

export async function insertIncident(manager: EntityManager, incident: NewIncident): Promise<void> {
  const { jurisdictionId, id, topics } = incident;
  await manager.query(
    `INSERT INTO redress.incident_review (jurisdiction_id, id, charter_id, complaint_id, report_id, occasion_cipher, status,
        convened_by, convened_at) VALUES ($1, $2, $3, $4, $5, $6, 'convened', $7, $8)`,
    [
      ...[jurisdictionId, id, incident.charterId, incident.complaintId, incident.reportId, incident.occasionCipher],
      ...[incident.convenedBy, incident.at],
    ],
  );
  await manager.query(
    `INSERT INTO redress.incident_topic (jurisdiction_id, review_id, topic, position)
     SELECT $1, $2, listed.topic, listed.position FROM unnest($3::text[]) WITH ORDINALITY AS listed (topic, position)`,
    [jurisdictionId, id, topics],
  );
}

export interface HeldIncident {
  id: string;
  charterId: string;
  complaintId: string | null;
  status: IncidentStatus;
}

/** Held until the transaction ends. @throws NotFound */
export async function holdIncident(manager: EntityManager, id: string): Promise<HeldIncident> {
  const rows: HeldIncident[] = await manager.query(
    `SELECT id, charter_id AS "charterId", complaint_id AS "complaintId", status FROM redress.incident_review WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** @throws RuleBroken review-ended (409) */
export function requireConvened({ status }: HeldIncident): void {
  if (status !== 'convened') throw new RuleBroken('review-ended', `The review is ${status}: nothing is added to it.`);
}

/** @throws RuleBroken review-ended (409) */
export async function endIncident(
  manager: EntityManager,
  { id, status: from }: HeldIncident,
  to: 'concluded' | 'dissolved',
  at: Date,
): Promise<void> {
  if (!canGo(INCIDENT_MOVES, from, to)) throw new RuleBroken('review-ended', cannotGo(INCIDENT_MOVES, from, to));
  await manager.query('UPDATE redress.incident_review SET status = $2, ended_at = $3 WHERE id = $1', [id, to, at]);
}

export async function isOnAgenda(manager: EntityManager, incidentId: string, topic: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'SELECT FROM redress.incident_topic WHERE review_id = $1 AND topic = $2',
    [incidentId, topic],
  );
  return rows.length === 1;
}
