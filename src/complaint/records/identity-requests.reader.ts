import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { type AskedIdentity, identityRequestsOf } from './identity-request.store.js';

export interface WaitingRequest {
  requestId: string;
  complaintId: string;
  caseNumber: string;
  askedBy: string;
  askedAt: Date;
}

/** What waits for this person's decision: not what they asked themselves. */
const WAITING = `
  SELECT r.id AS "requestId", r.complaint_id AS "complaintId", c.case_number AS "caseNumber", r.asked_by AS "askedBy",
         redress.shown_time(r.asked_at, c.anonymous) AS "askedAt"
    FROM redress.identity_request r
    JOIN redress.complaint c ON c.jurisdiction_id = r.jurisdiction_id AND c.id = r.complaint_id
   WHERE r.asked_by <> $1 AND NOT EXISTS (SELECT FROM redress.identity_decision d
           WHERE d.jurisdiction_id = r.jurisdiction_id AND d.request_id = r.id)
   ORDER BY r.asked_at, r.id LIMIT 500`;

@Injectable()
export class IdentityRequestsReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly vault: CaseVault,
  ) {}

  /** Oldest first, with who asked, why, and what was answered. @throws NotFound, RuleBroken case-unreadable (410) */
  async ofCase(actor: ActorOf<'staff'>, complaintId: string): Promise<AskedIdentity[]> {
    // The vault draws a key for a case that came without one, so this is no read-only transaction.
    return this.database.transaction(actor, async (manager) => {
      const there: unknown[] = await manager.query('SELECT FROM redress.complaint WHERE id = $1', [complaintId]);
      if (there.length === 0) throw new NotFound();
      const key = await this.vault.open(manager, actor.jurisdictionId, complaintId);
      return identityRequestsOf(manager, key, complaintId);
    });
  }

  async waiting(actor: ActorOf<'staff'>): Promise<WaitingRequest[]> {
    return this.database.read(actor, (manager) => manager.query(WAITING, [actor.staffId]));
  }
}
