import type { EntityManager } from 'typeorm';
import type { IncidentBasis, OfficerPosition } from '../rules/post-at-incident.js';
import { ComplaintOfficerEntity } from './complaint-officer.entity.js';
import { OfficerEntity } from './officer.entity.js';
import { wasInserted } from './was-inserted.js';

export interface NewOfficer {
  departmentId: string;
  badgeNumber?: string | undefined;
  name?: string | undefined;
  rank?: string | undefined;
  unit?: string | undefined;
  /** What the unit belongs to: a precinct, a bureau */
  command?: string | undefined;
  birthYear?: number | undefined;
  race?: string | undefined;
  gender?: string | undefined;
  /** YYYY-MM-DD */
  appointedOn?: string | undefined;
}

/** False when the department has an officer with that badge already. */
export async function insertOfficer(
  manager: EntityManager,
  officer: NewOfficer & { jurisdictionId: string; id: string },
): Promise<boolean> {
  const { jurisdictionId, id, departmentId, badgeNumber = null, name = null } = officer;
  const { rank = null, unit = null, command = null } = officer;
  const { birthYear = null, race = null, gender = null, appointedOn = null } = officer;
  const who = { jurisdictionId, id, departmentId, badgeNumber, name, birthYear, race, gender, appointedOn };
  const row = { ...who, rank, unit, command };
  const insert = manager.createQueryBuilder().insert().into(OfficerEntity).values(row);
  return wasInserted(await insert.orIgnore().returning('id').execute());
}

export async function departmentIsThere(manager: EntityManager, departmentId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT FROM redress.department WHERE id = $1', [departmentId]);
  return rows.length === 1;
}

export async function officerIsThere(manager: EntityManager, officerId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT FROM redress.officer WHERE id = $1', [officerId]);
  return rows.length === 1;
}

/** False when that officer stands in the case already. */
export async function insertComplaintOfficer(
  manager: EntityManager,
  officer: Partial<ComplaintOfficerEntity>,
): Promise<boolean> {
  const insert = manager.createQueryBuilder().insert().into(ComplaintOfficerEntity).values(officer);
  return wasInserted(await insert.orIgnore().returning('id').execute());
}

export interface OfficerInCase {
  id: string;
  role: 'subject' | 'witness';
  officerId: string | null;
}

export async function officersInCase(manager: EntityManager, complaintId: string): Promise<OfficerInCase[]> {
  return manager.query(
    'SELECT id, role, officer_id AS "officerId" FROM redress.complaint_officer WHERE complaint_id = $1',
    [complaintId],
  );
}

export interface Identified extends OfficerPosition {
  id: string;
  officerId: string;
  basis: IncidentBasis | null;
  at: Date;
}

/** The description stays: it shows whom the complaint was about before anybody had a name. */
export async function setIdentified(manager: EntityManager, identified: Identified): Promise<void> {
  await manager.query(
    `UPDATE redress.complaint_officer
        SET officer_id = $2, rank_at_incident = $3, unit_at_incident = $4, command_at_incident = $5, incident_basis = $6,
            identified_at = $7
      WHERE id = $1`,
    [
      ...[identified.id, identified.officerId, identified.rank, identified.unit, identified.command],
      ...[identified.basis, identified.at],
    ],
  );
}
