import { Injectable } from '@nestjs/common';
import { jurisdictionDay } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import { caseOfRequest, type DepartmentOutcome, insertResponse } from '../records/audit-request.store.js';
import { holdAudit, requireStatus } from '../records/audit.store.js';
import { UNDER_REVIEW } from '../rules/audit-status.js';

export interface DepartmentSaid {
  /** Left out: to the audit as a whole, once its report was sent */
  requestId?: string | null | undefined;
  outcome: DepartmentOutcome;
  text?: string | null | undefined;
  /** YYYY-MM-DD; today when not said */
  respondedOn?: string | null | undefined;
}

/** What the department says, to a request or to the audit. Said once: what comes of it shows in the next look at the file. */
@Injectable()
export class RecordDepartmentResponse {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound, RuleBroken reasons-missing, day-out-of-place (422), audit-status-forbids, responded-already (409) */
  async run(actor: ActorOf<'staff'>, auditId: string, said: DepartmentSaid): Promise<{ id: string }> {
    const at = this.clock.now();
    const id = newId();
    const { jurisdictionId, staffId: recordedBy } = actor;
    const { outcome, requestId = null } = said;
    const text = said.text?.trim() ?? '';
    if (outcome !== 'accepted' && text === '')
      throw new RuleBroken('reasons-missing', 'A department that does not accept it in full says why.', 422);
    await this.database.transaction(actor, async (manager) => {
      const audit = await holdAudit(manager, auditId);
      const complaintId = requestId === null ? null : await caseOfRequest(manager, auditId, requestId);
      requireStatus(audit, requestId === null ? ['with_department'] : UNDER_REVIEW);
      const today = await jurisdictionDay(manager, jurisdictionId, at);
      const respondedOn = said.respondedOn ?? today;
      if (respondedOn > today) throw new RuleBroken('day-out-of-place', 'It has answered on no day to come.', 422);
      const place = { jurisdictionId, complaintId, table: 'audit_response', column: 'words_cipher', rowId: id };
      const wordsCipher = text === '' ? null : await this.words.seal(manager, place, text);
      const row = { jurisdictionId, id, auditId, requestId, outcome, wordsCipher, respondedOn, recordedBy, at };
      if (!(await insertResponse(manager, row)))
        throw new RuleBroken('responded-already', 'The response to this is on record: ask for more work, if need be.');
      await recordHistory(manager, {
        actor,
        action: 'affairs-audit.respond',
        subject: { kind: 'affairs-audit', id: auditId },
        ...(complaintId === null ? {} : { complaintId }),
        details: { response: id, request: requestId, outcome },
        at,
      });
    });
    return { id };
  }
}
