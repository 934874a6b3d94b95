import type { EntityManager } from 'typeorm';
import type { CaseKey } from '../../vault/index.js';
import { formerVersionsOf } from './person-version.store.js';
import { peopleOf } from './person.store.js';

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
  // What somebody was called before it was put right names them as well.
  const noted = [
    ...(await peopleOf(manager, key, complaintId)),
    ...(await formerVersionsOf(manager, key, complaintId, null)),
  ];
  return {
    ...row,
    narrative: open('complaint', 'narrative_cipher', complaintId, row.narrative),
    place: open('complaint', 'place_cipher', complaintId, row.place),
    people: noted.map(({ noted: { roles, name = null, contact = null } }) => ({ roles: [...roles], name, contact })),
    officers: await of(
      `SELECT o.name, o.badge_number AS "badgeNumber", o.source_key AS "sourceKey"
         FROM redress.officer o WHERE o.id IN (
           SELECT officer_id FROM redress.complaint_officer WHERE complaint_id = $1
           UNION SELECT officer_id FROM redress.officer_identification WHERE complaint_id = $1) ORDER BY o.id`,
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
