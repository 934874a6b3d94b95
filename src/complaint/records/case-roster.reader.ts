import type { EntityManager } from 'typeorm';
import type { CaseKey } from '../../vault/index.js';

/** Everybody and everything that a case knows by name or number, in clear: for finding them in a text, never to be shown. */
export interface CaseRoster {
  caseNumber: string;
  sourceKey: string | null;
  /** ISO date */
  incidentOn: string | null;
  narrative: string | null;
  place: string | null;
  people: { roles: string[]; name: string | null; contact: string | null }[];
  officers: { name: string | null; badgeNumber: string | null; sourceKey: string | null }[];
  /** The names of the staff who worked on it */
  staff: string[];
}

interface Row {
  caseNumber: string;
  sourceKey: string | null;
  incidentOn: string | null;
  narrative: Buffer | null;
  place: Buffer | null;
}

/** Null when the case is not there for whom this transaction runs. */
export async function readCaseRoster(
  manager: EntityManager,
  key: CaseKey,
  complaintId: string,
): Promise<CaseRoster | null> {
  const of = async <T>(sql: string): Promise<T[]> => manager.query(sql, [complaintId]);
  const [row] = await of<Row>(
    `SELECT case_number AS "caseNumber", source_key AS "sourceKey", incident_on::text AS "incidentOn",
            narrative_cipher AS narrative, place_cipher AS place FROM redress.complaint WHERE id = $1`,
  );
  if (!row) return null;
  const open = (table: string, column: string, rowId: string, cipher: Buffer | null): string | null =>
    cipher && key.open({ table, column, rowId }, cipher);
  const people = await of<{ id: string; roles: string[]; name: Buffer | null; contact: Buffer | null }>(
    `SELECT id, roles, name_cipher AS name, contact_cipher AS contact FROM redress.complaint_person
      WHERE complaint_id = $1 ORDER BY id`,
  );
  return {
    ...row,
    narrative: open('complaint', 'narrative_cipher', complaintId, row.narrative),
    place: open('complaint', 'place_cipher', complaintId, row.place),
    people: people.map(({ id, roles, name, contact }) => ({
      roles,
      name: open('complaint_person', 'name_cipher', id, name),
      contact: open('complaint_person', 'contact_cipher', id, contact),
    })),
    officers: await of(
      `SELECT o.name, o.badge_number AS "badgeNumber", o.source_key AS "sourceKey"
         FROM redress.complaint_officer c JOIN redress.officer o ON o.id = c.officer_id
        WHERE c.complaint_id = $1 ORDER BY o.id`,
    ),
    staff: (await of<{ name: string }>(STAFF)).map(({ name }) => name),
  };
}

const STAFF = `SELECT s.display_name AS name FROM redress.staff s WHERE s.id IN (
    SELECT staff_id FROM redress.assignment WHERE complaint_id = $1
    UNION SELECT recorded_by FROM redress.finding WHERE complaint_id = $1
    UNION SELECT decided_by FROM redress.screening WHERE complaint_id = $1
    UNION SELECT actor_id FROM redress.history_event WHERE complaint_id = $1 AND actor_kind = 'staff')
  ORDER BY s.id`;
