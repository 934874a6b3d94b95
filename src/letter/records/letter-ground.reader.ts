import type { EntityManager } from 'typeorm';
import type { ComplaintStatus, PersonRole } from '../../complaint/index.js';

/** What a case says that letters can be filled with, and whom they go to. */
export interface LetterGround {
  caseNumber: string;
  status: ComplaintStatus;
  anonymous: boolean;
  charterId: string;
  language: string | null;
  agency: string;
  receivedOn: string | null;
  referredTo: string | null;
  /** Until when the board may be asked to think again */
  reconsiderUntil: string | null;
  /** The day of a decision that may be appealed */
  declinedOn: string | null;
  nextBy: string | null;
  /** How the case was closed, codes of the charter; null while it is open */
  disposition: string | null;
  closingReason: string | null;
  finals: { category: string; finding: string }[];
  people: { personId: string; roles: PersonRole[]; nameCipher: string | null }[];
}

const GROUND = `
  SELECT c.case_number AS "caseNumber", c.status, c.anonymous, c.charter_id AS "charterId", c.language, j.name AS agency,
         (c.received_at AT TIME ZONE j.time_zone)::date::text AS "receivedOn",
         s.referred_to AS "referredTo",
         CASE WHEN s.decision = 'decline' THEN (s.decided_at AT TIME ZONE j.time_zone)::date::text END AS "declinedOn",
         (SELECT min(d.due_on)::text FROM redress.deadline d
           WHERE d.complaint_id = c.id AND d.state = 'running') AS "nextBy",
         k.reconsider_until::text AS "reconsiderUntil", k.disposition, c.closing_reason AS "closingReason",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('category', a.category, 'finding', f.finding) ORDER BY a.id), '[]')
            FROM redress.finding f JOIN redress.allegation a
              ON a.jurisdiction_id = f.jurisdiction_id AND a.id = f.allegation_id
           WHERE f.complaint_id = c.id AND f.stage = 'final'
             AND NOT EXISTS (SELECT FROM redress.finding later WHERE later.supersedes = f.id)) AS finals,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'roles', p.roles,
                   'nameCipher', encode(p.name_cipher, 'base64')) ORDER BY p.id), '[]')
            FROM redress.complaint_person p WHERE p.complaint_id = c.id AND p.ended_at IS NULL) AS people
    FROM redress.complaint c JOIN redress.jurisdiction j ON j.id = c.jurisdiction_id
    LEFT JOIN LATERAL (SELECT decision, referred_to, decided_at FROM redress.screening
                        WHERE complaint_id = c.id ORDER BY decided_at DESC, id DESC LIMIT 1) s ON true
    LEFT JOIN redress.closing k ON k.jurisdiction_id = c.jurisdiction_id AND k.complaint_id = c.id
      AND c.status = 'closed' AND NOT EXISTS (SELECT FROM redress.closing later WHERE later.supersedes = k.id)
   WHERE c.id = $1`;

/** Null when the case is not there, or hidden. */
export async function letterGround(manager: EntityManager, complaintId: string): Promise<LetterGround | null> {
  const rows: LetterGround[] = await manager.query(GROUND, [complaintId]);
  return rows[0] ?? null;
}
