import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { holdsEverywhere } from '../../identity/index.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';

export interface UnreadDialogue {
  complaintId: string;
  caseNumber: string;
  /** How many messages of who complains the person has not read */
  unread: number;
}

/** `$2`: only what is assigned to them. The case's own rows come through the wall, and so do their counts. */
const UNREAD = `
  SELECT m.complaint_id AS "complaintId", c.case_number AS "caseNumber", count(*)::int AS unread
    FROM redress.message m
    JOIN redress.complaint c ON c.jurisdiction_id = m.jurisdiction_id AND c.id = m.complaint_id
    LEFT JOIN redress.message_seen s
      ON s.jurisdiction_id = m.jurisdiction_id AND s.complaint_id = m.complaint_id AND s.staff_id = $1
   WHERE m.staff_id IS NULL AND m.number > coalesce(s.up_to, 0)
     AND (NOT $2::boolean OR EXISTS (SELECT FROM redress.assignment g
           WHERE g.complaint_id = m.complaint_id AND g.staff_id = $1 AND g.ended_at IS NULL))
   GROUP BY m.complaint_id, c.case_number ORDER BY c.case_number LIMIT 500`;

/** Investigators are told of the cases that are theirs. */
export async function unreadMessagesOf(
  manager: EntityManager,
  { staffId, roles }: ActorOf<'staff'>,
): Promise<UnreadDialogue[]> {
  return manager.query(UNREAD, [staffId, !holdsEverywhere('message.exchange', roles)]);
}

@Injectable()
export class UnreadMessagesReader {
  constructor(private readonly database: CaseDatabase) {}

  async of(actor: ActorOf<'staff'>): Promise<UnreadDialogue[]> {
    return this.database.read(actor, (manager) => unreadMessagesOf(manager, actor));
  }
}
